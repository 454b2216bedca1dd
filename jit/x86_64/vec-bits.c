// SPDX-License-Identifier: MIT
/* Counting and reversing bits, carry-less products. */
#include "jit/x86_64/vec-int.h"

/*
 * t0 = low nibbles of s's bytes, t1 = high ones, then t0 = table low[t0],
 * t1 = table high[t1]; t2 is used up.  s may be t0.
 */
static void nibble_tables(struct emit *e, int s, vec128 low, vec128 high)
{
    int t0 = e->vscratch[0], t1 = e->vscratch[1], t2 = e->vscratch[2];
    struct rm mask = vec_splat(e, LANE_8, 0x0f);

    vec_shift(e, I_SHIFTW, SHIFT_SRL, t1, s, 4);
    emit_v3(e, I_PAND, t0, s, mask);
    emit_v3(e, I_PAND, t1, t1, mask);
    emit_v2(e, I_MOVAPS, t2, rm_label(emit_const128(e, low)));
    emit_v3(e, I_PSHUFB, t2, t2, rm_reg(t0));
    emit_v2(e, I_MOVAPS, t0, rm_label(emit_const128(e, high)));
    emit_v3(e, I_PSHUFB, t0, t0, rm_reg(t1));
    emit_vmov(e, t1, t0);
    emit_vmov(e, t0, t2);
}

void emit_vec_cnt(struct emit *e, const struct ir_insn *i)
{
    vec128 count;

    (void)i;
    if (is_evex(e)) {
        vec2(e, I_VPOPCNTB, e->dst, e->a.reg);
        return;
    }
    for (unsigned k = 0; k < 16; k++)
        count.b[k] =
            (uint8_t)((k & 1) + (k >> 1 & 1) + (k >> 2 & 1) + (k >> 3));
    nibble_tables(e, e->a.reg, count, count);
    emit_v3(e, I_PADDB, e->dst, e->vscratch[0], rm_reg(e->vscratch[1]));
}

void emit_vec_sumb(struct emit *e, const struct ir_insn *i)
{
    (void)i;
    emit_v3(e, I_PSADBW, e->dst, e->a.reg, vec_pool(e, 0, 0));
}

/*
 * t0 holds the leading zeros of each half lane; joins them: where the upper
 * half is all zeros (`width` of them), the lower half's count is added.
 */
static void clz_join(struct emit *e, unsigned lane)
{
    int t0 = e->vscratch[0], t1 = e->vscratch[1], t2 = e->vscratch[2];
    unsigned width = lane_width(lane) / 2;
    uint32_t group = vec_shift_group(lane);
    struct rm full = vec_splat(e, lane, width);

    vec_shift(e, group, SHIFT_SRL, t1, t0, width);
    emit_vmov(e, t2, t1);
    emit_v3(e, vec_pcmpeq[lane], t2, t2, full);
    emit_v3(e, I_PAND, t0, t0, vec_splat(e, lane, (1ull << width) - 1));
    emit_v3(e, I_PAND, t0, t0, rm_reg(t2));
    emit_v3(e, vec_padd[lane], t0, t0, rm_reg(t1));
}

/* t0 = leading zeros of s's lanes; s may be t0. */
static void clz(struct emit *e, unsigned lane, int s)
{
    int t0 = e->vscratch[0];
    vec128 low, high;

    if (lane == LANE_32 && is_evex(e)) {
        vec2(e, I_VPLZCNTD, t0, s);
        return;
    }
    for (unsigned k = 0; k < 16; k++) {
        unsigned n = k ? (unsigned)__builtin_clz(k) - 28 : 4;
        low.b[k] = (uint8_t)(4 + n);
        high.b[k] = (uint8_t)(k ? n : 8);
    }
    nibble_tables(e, s, low, high);
    emit_v3(e, I_PMINUB, t0, t0, rm_reg(e->vscratch[1]));
    if (lane >= LANE_16)
        clz_join(e, LANE_16);
    if (lane == LANE_32)
        clz_join(e, LANE_32);
}

void emit_vec_clz(struct emit *e, const struct ir_insn *i)
{
    clz(e, i->lane, e->a.reg);
    emit_vmov(e, e->dst, e->vscratch[0]);
}

/* CLS(x) = CLZ(x ^ sign) - 1 */
void emit_vec_cls(struct emit *e, const struct ir_insn *i)
{
    int t0 = e->vscratch[0], a = e->a.reg;

    if (is_evex(e)) {
        static const uint32_t to_k[3] = {I_VPMOVB2M, I_VPMOVW2M, I_VPMOVD2M};
        static const uint32_t from_k[3] = {I_VPMOVM2B, I_VPMOVM2W, I_VPMOVM2D};
        vec2(e, to_k[i->lane], 1, a);
        vec2(e, from_k[i->lane], t0, 1);
    } else {
        vec_zero(e, t0);
        emit_v3(e, vec_pcmpgt[i->lane], t0, t0, rm_reg(a));
    }
    emit_v3(e, I_PXOR, t0, t0, rm_reg(a));
    clz(e, i->lane, t0);
    emit_v3(e, vec_padd[i->lane], e->dst, t0, vec_splat(e, LANE_64, ~0ull));
}

void emit_vec_rbit(struct emit *e, const struct ir_insn *i)
{
    vec128 low, high;

    (void)i;
    if (has(e, HOST_GFNI)) {
        emit_v3i(e, I_GF2P8AFFINEQB, e->dst, e->a.reg,
                 vec_splat(e, LANE_64, 0x8040201008040201ull), 0);
        return;
    }
    for (unsigned k = 0; k < 16; k++) {
        unsigned r = k >> 3 | (k >> 1 & 2) | (k << 1 & 4) | (k << 3 & 8);
        low.b[k] = (uint8_t)(r << 4);
        high.b[k] = (uint8_t)r;
    }
    nibble_tables(e, e->a.reg, low, high);
    emit_v3(e, I_POR, e->dst, e->vscratch[0], rm_reg(e->vscratch[1]));
}

/* 64 to 128 bits.  PCLMULQDQ takes low registers only without VPCLMULQDQ. */
void emit_vec_pmull(struct emit *e, const struct ir_insn *i)
{
    int t0 = e->vscratch[0], t1 = e->vscratch[1];

    (void)i;
    emit_vmov(e, t0, e->a.reg);
    emit_vmov(e, t1, e->b.reg);
    emit_v3i(e, I_PCLMULQDQ, t0, t0, rm_reg(t1), 0);
    emit_vmov(e, e->dst, t0);
}

/*
 * r (a register) = products of the 8 bytes at `at` of both operands, in
 * memory, as words: the sum over k of x * (y & 2^k), without carries.
 */
static void poly_words(struct emit *e, int r, unsigned at)
{
    int t0 = e->vscratch[0], t1 = e->vscratch[1];
    int32_t slots = CPU_SLOT(e, helper_vec);
    struct rm x = rm_mem(RBP, slots + 16 + (int32_t)at);
    struct rm y = rm_mem(RBP, slots + 32 + (int32_t)at);
    struct rm words = rm_mem(RBP, slots);

    emit_v2(e, I_PMOVZXBW, t1, y);
    emit_v2(e, I_MOVAPS_ST, t1, words);
    emit_v2(e, I_PMOVZXBW, t0, x);
    vec_zero(e, r);
    for (unsigned k = 0; k < 8; k++) {
        emit_v2(e, I_MOVAPS, t1, words);
        emit_v3(e, I_PAND, t1, t1, vec_splat(e, LANE_16, 1u << k));
        emit_v3(e, I_PMULLW, t1, t1, rm_reg(t0));
        emit_v3(e, I_PXOR, r, r, rm_reg(t1));
    }
}

/* Polynomial products of bytes: VPMULL's are 16 bits, VPMUL's the low 8. */
void emit_vec_pmul8(struct emit *e, const struct ir_insn *i)
{
    int d = e->dst, t0 = e->vscratch[0];
    int32_t slots = CPU_SLOT(e, helper_vec);
    struct rm upper = rm_mem(RBP, slots + 48);
    struct rm low = vec_splat(e, LANE_16, 0xff);

    emit_v2(e, I_MOVAPS_ST, e->a.reg, rm_mem(RBP, slots + 16));
    emit_v2(e, I_MOVAPS_ST, e->b.reg, rm_mem(RBP, slots + 32));
    if (i->op == IR_VPMUL) {
        poly_words(e, d, 8);
        emit_v3(e, I_PAND, d, d, low);
        emit_v2(e, I_MOVAPS_ST, d, upper);
    }
    poly_words(e, d, 0);
    if (i->op == IR_VPMUL) {
        emit_v3(e, I_PAND, t0, d, low);
        emit_v3(e, I_PACKUSWB, t0, t0, upper);
        emit_vmov(e, d, t0);
    }
}
