// SPDX-License-Identifier: MIT
/* Permutations, table lookup, narrowing. */
#include "jit/x86_64/vec-int.h"

/* d = the even lanes (8, 16) of x and y, or the odd ones. */
static void unzip(struct emit *e, unsigned lane, bool odd)
{
    int t0 = e->vscratch[0], t1 = e->vscratch[1], x = e->a.reg, y = e->b.reg;
    unsigned width = lane_width(lane);
    uint32_t group = vec_shift_group(lane + 1);

    if (odd) {
        vec_shift(e, group, SHIFT_SRL, t0, x, width);
        vec_shift(e, group, SHIFT_SRL, t1, y, width);
    } else {
        struct rm mask = vec_splat(e, lane + 1, (1ull << width) - 1);
        emit_v3(e, I_PAND, t0, x, mask);
        emit_v3(e, I_PAND, t1, y, mask);
    }
    emit_v3(e, lane == LANE_8 ? I_PACKUSWB : I_PACKUSDW, t0, t0, rm_reg(t1));
    emit_vmov(e, e->dst, t0);
}

void emit_vec_uzp(struct emit *e, const struct ir_insn *i)
{
    bool odd = i->op == IR_VUZP2;

    if (i->lane < LANE_32)
        unzip(e, i->lane, odd);
    else
        vec3i(e, I_SHUFPS, e->dst, e->a.reg, e->b.reg, odd ? 0xdd : 0x88);
}

void emit_vec_trn(struct emit *e, const struct ir_insn *i)
{
    int t0 = e->vscratch[0], t1 = e->vscratch[1], x = e->a.reg, y = e->b.reg;
    bool odd = i->op == IR_VTRN2;
    unsigned width = lane_width(i->lane);

    if (i->lane == LANE_32) {
        vec3i(e, I_SHUFPS, e->dst, x, y, odd ? 0xdd : 0x88);
        vec2i(e, I_PSHUFD, e->dst, e->dst, 0xd8);
        return;
    }
    uint64_t low = (1ull << width) - 1;
    uint32_t group = vec_shift_group(i->lane + 1u);
    if (odd) {
        vec_shift(e, group, SHIFT_SRL, t0, x, width);
        emit_v3(e, I_PAND, t1, y, vec_splat(e, i->lane + 1u, low << width));
    } else {
        vec_shift(e, group, SHIFT_SLL, t0, y, width);
        emit_v3(e, I_PAND, t1, x, vec_splat(e, i->lane + 1u, low));
    }
    emit_v3(e, I_POR, e->dst, t0, rm_reg(t1));
}

void emit_vec_ext(struct emit *e, const struct ir_insn *i)
{
    if (i->imm == 0)
        emit_vmov(e, e->dst, e->a.reg);
    else
        vec3i(e, I_PALIGNR, e->dst, e->b.reg, e->a.reg, (unsigned)i->imm);
}

void emit_vec_rev(struct emit *e, const struct ir_insn *i)
{
    unsigned container = (unsigned)i->imm, bytes = 1u << i->lane;
    vec128 order;

    if (i->lane == LANE_32 && container == 8) {
        vec2i(e, I_PSHUFD, e->dst, e->a.reg, 0xb1);
        return;
    }
    for (unsigned k = 0; k < 16; k++) {
        unsigned base = k / container * container;
        unsigned element = (k - base) / bytes;
        element = container / bytes - 1 - element;
        order.b[k] = (uint8_t)(base + element * bytes + k % bytes);
    }
    emit_v3(e, I_PSHUFB, e->dst, e->a.reg, rm_label(emit_const128(e, order)));
}

/* PSHUFB gives 0 where bit 7 is set: 0x70 added brings it about from 16 on. */
void emit_vec_tbl(struct emit *e, const struct ir_insn *i)
{
    int t0 = e->vscratch[0];

    (void)i;
    emit_v3(e, I_PADDUSB, t0, e->b.reg, vec_splat(e, LANE_8, 0x70));
    emit_v3(e, I_PSHUFB, e->dst, e->a.reg, rm_reg(t0));
}

/* Lanes to half their width without saturation: one byte shuffle. */
static void narrow_shuffle(struct emit *e, unsigned lane)
{
    unsigned half = 1u << lane >> 1;
    vec128 order = {.d = {~0ull, ~0ull}};

    for (unsigned k = 0; k < 8; k++)
        order.b[k] = (uint8_t)(k / half * 2 * half + k % half);
    emit_v3(e, I_PSHUFB, e->dst, e->a.reg, rm_label(emit_const128(e, order)));
}

void emit_vec_narrow(struct emit *e, const struct ir_insn *i)
{
    static const uint32_t to_signed[2] = {I_PACKSSWB, I_PACKSSDW};
    static const uint32_t to_unsigned[2] = {I_PACKUSWB, I_PACKUSDW};
    int t0 = e->vscratch[0], a = e->a.reg;
    unsigned n = i->lane - LANE_16;
    struct rm zero = vec_pool(e, 0, 0);

    switch (i->op) {
    case IR_VXTN: narrow_shuffle(e, i->lane); break;
    case IR_VSQXTN: emit_v3(e, to_signed[n], e->dst, a, zero); break;
    case IR_VSQXTUN: emit_v3(e, to_unsigned[n], e->dst, a, zero); break;
    default: /* the packs take their source as signed */
        emit_v3(e, n ? I_PMINUD : I_PMINUW, t0, a,
                vec_splat(e, i->lane, n ? 0xffff : 0xff));
        emit_v3(e, to_unsigned[n], t0, t0, zero);
        emit_vmov(e, e->dst, t0);
        break;
    }
}

/* The low and high 32 bits of a's lanes in lanes 0 and 1 of two registers. */
static void split64(struct emit *e, int low, int high)
{
    vec2i(e, I_PSHUFD, low, e->a.reg, 0x08);
    vec2i(e, I_PSHUFD, high, e->a.reg, 0x0d);
}

static void narrow64_evex(struct emit *e, const struct ir_insn *i)
{
    int a = e->a.reg;
    uint32_t op = i->op == IR_VSQXTN ? I_VPMOVSQD : I_VPMOVUSQD;

    if (i->op == IR_VSQXTUN) {
        emit_v3(e, I_PMAXSQ, e->vscratch[0], a, vec_pool(e, 0, 0));
        a = e->vscratch[0];
    }
    emit_v2(e, op, a, rm_reg(e->dst)); /* store form */
}

/* Saturating 64 to 32 bits. */
void emit_vec_narrow64(struct emit *e, const struct ir_insn *i)
{
    int low = e->vscratch[0], high = e->vscratch[1], t = e->vscratch[2];

    if (is_evex(e)) {
        narrow64_evex(e, i);
        return;
    }
    split64(e, low, high);
    if (i->op == IR_VSQXTN) { /* fits if the high half is all sign */
        vec_shift(e, I_SHIFTD, SHIFT_SRA, t, low, 31);
        emit_v3(e, I_PCMPEQD, t, t, rm_reg(high));
        vec_shift(e, I_SHIFTD, SHIFT_SRA, high, high, 31);
        emit_v3(e, I_PXOR, high, high, vec_splat(e, LANE_32, 0x7fffffff));
        emit_v3(e, I_PAND, low, low, rm_reg(t));
        emit_v3(e, I_PANDN, t, t, rm_reg(high));
        emit_v3(e, I_POR, low, low, rm_reg(t));
    } else { /* all ones if the high half is not zero */
        vec_zero(e, t);
        emit_v3(e, I_PCMPEQD, t, t, rm_reg(high));
        emit_v3(e, I_PXOR, t, t, vec_splat(e, LANE_64, ~0ull));
        emit_v3(e, I_POR, low, low, rm_reg(t));
        if (i->op == IR_VSQXTUN) { /* and zero if it is negative */
            vec_shift(e, I_SHIFTD, SHIFT_SRA, high, high, 31);
            emit_v3(e, I_PANDN, high, high, rm_reg(low));
            emit_vmov(e, low, high);
        }
    }
    vec2(e, I_MOVQ, e->dst, low);
}
