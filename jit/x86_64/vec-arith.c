// SPDX-License-Identifier: MIT
/*
 * Integer vector arithmetic that takes more than one instruction, and logic.
 * t0 and t1 are scratch; e->dst is written last, or where no operand is read
 * any more.
 */
#include "jit/x86_64/vec-int.h"

void emit_vec_not(struct emit *e, const struct ir_insn *i)
{
    int a = e->a.reg;

    (void)i;
    if (is_evex(e))
        emit_v3i(e, I_PTERNLOGD, e->dst, a, rm_reg(a), 0x55);
    else
        emit_v3(e, I_PXOR, e->dst, a, vec_splat(e, LANE_64, ~0ull));
}

/* r = (x & y) | (~x & z): VPTERNLOG if AVX-512, else z ^ (x & (y ^ z)). */
void emit_vec_bsl(struct emit *e, const struct ir_insn *i)
{
    int d = e->dst, x = e->a.reg, y = e->b.reg, z = e->c.reg;

    (void)i;
    if (!is_evex(e)) {
        int t0 = e->vscratch[0];
        emit_v3(e, I_PXOR, t0, y, rm_reg(z));
        emit_v3(e, I_PAND, t0, t0, rm_reg(x));
        emit_v3(e, I_PXOR, d, t0, rm_reg(z));
    } else if (d == y) { /* y ? choose : .., with x second and z third */
        emit_v3i(e, I_PTERNLOGD, d, x, rm_reg(z), 0xe2);
    } else if (d == z) {
        emit_v3i(e, I_PTERNLOGD, d, x, rm_reg(y), 0xb8);
    } else {
        emit_vmov(e, d, x);
        emit_v3i(e, I_PTERNLOGD, d, y, rm_reg(z), 0xca);
    }
}

void emit_vec_neg(struct emit *e, const struct ir_insn *i)
{
    int t0 = e->vscratch[0];

    vec_zero(e, t0);
    if (is_avx(e)) {
        emit_v3(e, vec_psub[i->lane], e->dst, t0, a_rm(e));
        return;
    }
    emit_v3(e, vec_psub[i->lane], t0, t0, a_rm(e));
    emit_vmov(e, e->dst, t0);
}

void emit_vec_abs(struct emit *e, const struct ir_insn *i)
{
    int t0 = e->vscratch[0], a = e->a.reg;

    (void)i; /* lane 64; the others are one instruction */
    if (is_evex(e)) {
        vec2(e, I_PABSQ, e->dst, a);
        return;
    }
    vec_zero(e, t0);
    emit_v3(e, I_PCMPGTQ, t0, t0, rm_reg(a));
    emit_v3(e, I_PXOR, e->dst, a, rm_reg(t0));
    emit_v3(e, I_PSUBQ, e->dst, e->dst, rm_reg(t0));
}

/*
 * Even bytes from the word products; odd ones from (x >> 8) * (y & 0xff00),
 * whose high byte they are.
 */
void emit_vec_mul8(struct emit *e, const struct ir_insn *i)
{
    int t0 = e->vscratch[0], t1 = e->vscratch[1], x = e->a.reg, y = e->b.reg;

    (void)i;
    vec_shift(e, I_SHIFTW, SHIFT_SRL, t1, x, 8);
    emit_v3(e, I_PAND, t0, y, vec_splat(e, LANE_16, 0xff00));
    emit_v3(e, I_PMULLW, t1, t1, rm_reg(t0));
    emit_v3(e, I_PMULLW, t0, x, rm_reg(y));
    emit_v3(e, I_PAND, t0, t0, vec_splat(e, LANE_16, 0xff));
    emit_v3(e, I_POR, e->dst, t0, rm_reg(t1));
}

/* d = all ones where the lane (32, 64) of a is negative. */
static void sign_mask(struct emit *e, unsigned lane, int d, int a)
{
    if (lane == LANE_32) {
        vec_shift(e, I_SHIFTD, SHIFT_SRA, d, a, 31);
    } else if (is_evex(e)) {
        vec_shift(e, I_VPSRAQI, SHIFT_SRA, d, a, 63);
    } else {
        vec2i(e, I_PSHUFD, d, a, 0xf5);
        vec_shift(e, I_SHIFTD, SHIFT_SRA, d, d, 31);
    }
}

/*
 * Signed saturating add and subtract of lanes 32 and 64: overflow if the sum
 * differs in sign from both operands (the difference from x, which differs
 * from y); then MIN or MAX, the opposite of the wrapped result's sign.
 */
void emit_vec_sadd(struct emit *e, const struct ir_insn *i)
{
    bool sub = i->op == IR_VSQSUB;
    int t0 = e->vscratch[0], t1 = e->vscratch[1], d = e->dst;
    int x = e->a.reg, y = e->b.reg;
    uint64_t min = 1ull << (lane_width(i->lane) - 1);

    emit_v3(e, sub ? vec_psub[i->lane] : vec_padd[i->lane], t0, x, rm_reg(y));
    emit_v3(e, I_PXOR, t1, x, rm_reg(t0));
    emit_v3(e, I_PXOR, d, y, rm_reg(sub ? x : t0));
    emit_v3(e, I_PAND, d, d, rm_reg(t1));
    sign_mask(e, i->lane, d, d);
    sign_mask(e, i->lane, t1, t0);
    emit_v3(e, I_PXOR, t1, t1, vec_splat(e, i->lane, min));
    emit_v3(e, I_PXOR, t1, t1, rm_reg(t0));
    emit_v3(e, I_PAND, d, d, rm_reg(t1));
    emit_v3(e, I_PXOR, d, d, rm_reg(t0));
}

/* Unsigned: x + min(y, ~x) and max(x, y) - y. */
static void uadd_minmax(struct emit *e, const struct ir_insn *i)
{
    int t0 = e->vscratch[0], x = e->a.reg, y = e->b.reg;

    if (i->op == IR_VUQADD) {
        emit_v3(e, I_PXOR, t0, x, vec_splat(e, LANE_64, ~0ull));
        emit_v3(e, vec_pminu[i->lane], t0, t0, rm_reg(y));
        emit_v3(e, vec_padd[i->lane], e->dst, x, rm_reg(t0));
    } else {
        emit_v3(e, vec_pmaxu[i->lane], t0, x, rm_reg(y));
        emit_v3(e, vec_psub[i->lane], t0, t0, rm_reg(y));
        emit_vmov(e, e->dst, t0);
    }
}

void emit_vec_uadd(struct emit *e, const struct ir_insn *i)
{
    int t0 = e->vscratch[0], t1 = e->vscratch[1], d = e->dst;
    int x = e->a.reg, y = e->b.reg;
    bool sub = i->op == IR_VUQSUB;
    uint64_t min = 1ull << 63;

    if (i->lane == LANE_32 || is_evex(e)) {
        uadd_minmax(e, i);
        return;
    }
    /* 64 bits by signed compares: x > ~y overflows, y > x borrows. */
    emit_v3(e, I_PXOR, t0, x, vec_splat(e, LANE_64, min));
    emit_v3(e, I_PXOR, t1, y, vec_splat(e, LANE_64, sub ? min : ~min));
    if (sub) {
        emit_v3(e, I_PCMPGTQ, t1, t1, rm_reg(t0));
        emit_v3(e, I_PSUBQ, t0, x, rm_reg(y));
        emit_v3(e, I_PANDN, t1, t1, rm_reg(t0));
        emit_vmov(e, d, t1);
    } else {
        emit_v3(e, I_PCMPGTQ, t0, t0, rm_reg(t1));
        emit_v3(e, I_PADDQ, d, x, rm_reg(y));
        emit_v3(e, I_POR, d, d, rm_reg(t0));
    }
}

/* Lane 64 without AVX-512: the signed compare as a selecting mask. */
void emit_vec_minmax64(struct emit *e, const struct ir_insn *i)
{
    int t0 = e->vscratch[0], t1 = e->vscratch[1], x = e->a.reg, y = e->b.reg;
    bool is_unsigned = i->op == IR_VUMIN || i->op == IR_VUMAX;
    bool max = i->op == IR_VSMAX || i->op == IR_VUMAX;

    if (is_unsigned) {
        struct rm min = vec_splat(e, LANE_64, 1ull << 63);
        emit_v3(e, I_PXOR, t0, x, min);
        emit_v3(e, I_PXOR, t1, y, min);
        emit_v3(e, I_PCMPGTQ, t0, t0, rm_reg(t1));
    } else {
        emit_vmov(e, t0, x);
        emit_v3(e, I_PCMPGTQ, t0, t0, rm_reg(y));
    }
    emit_v3(e, I_PXOR, t1, x, rm_reg(y));
    emit_v3(e, I_PAND, t0, t0, rm_reg(t1));
    emit_v3(e, I_PXOR, e->dst, max ? y : x, rm_reg(t0));
}

void emit_vec_abd(struct emit *e, const struct ir_insn *i)
{
    bool s = i->op == IR_VSABD;
    int t0 = e->vscratch[0], t1 = e->vscratch[1];
    int x = e->a.reg, y = e->b.reg;

    emit_v3(e, s ? vec_pmins[i->lane] : vec_pminu[i->lane], t0, x, rm_reg(y));
    emit_v3(e, s ? vec_pmaxs[i->lane] : vec_pmaxu[i->lane], t1, x, rm_reg(y));
    emit_v3(e, vec_psub[i->lane], e->dst, t1, rm_reg(t0));
}

/*
 * Halving ops of lanes 8 and 16 by PAVG, the rounded unsigned mean:
 *   floor mean = PAVG - ((x ^ y) & 1); (x - y) >> 1 = x - PAVG(x, y);
 * signed ones with both signs flipped (which cancels in a difference).
 */
static void half_small(struct emit *e, const struct ir_insn *i, bool flip)
{
    int t0 = e->vscratch[0], t1 = e->vscratch[1], x = e->a.reg, y = e->b.reg;
    uint32_t avg = i->lane == LANE_8 ? I_PAVGB : I_PAVGW;
    struct rm sign = vec_splat(e, i->lane, 1ull << (lane_width(i->lane) - 1));
    bool sub = i->op == IR_VSHSUB || i->op == IR_VUHSUB;

    if (flip) {
        emit_v3(e, I_PXOR, t0, x, sign);
        emit_v3(e, I_PXOR, t1, y, sign);
    } else {
        emit_vmov(e, t0, x);
        emit_vmov(e, t1, y);
    }
    if (sub) {
        emit_v3(e, avg, t1, t1, rm_reg(t0));
        emit_v3(e, vec_psub[i->lane], t0, t0, rm_reg(t1));
    } else {
        emit_v3(e, avg, t0, t0, rm_reg(t1));
        if (i->op == IR_VSHADD || i->op == IR_VUHADD) {
            emit_v3(e, I_PXOR, t1, x, rm_reg(y));
            emit_v3(e, I_PAND, t1, t1, vec_splat(e, i->lane, 1));
            emit_v3(e, vec_psub[i->lane], t0, t0, rm_reg(t1));
        }
        if (flip)
            emit_v3(e, I_PXOR, t0, t0, sign);
    }
    emit_vmov(e, e->dst, t0);
}

/*
 * Lane 32: floor mean = (x & y) + ((x ^ y) >> 1), rounded mean
 * = (x | y) - ((x ^ y) >> 1), (x - y) >> 1 = x - rounded mean.
 */
void emit_vec_half(struct emit *e, const struct ir_insn *i)
{
    int t0 = e->vscratch[0], t1 = e->vscratch[1], x = e->a.reg, y = e->b.reg;
    bool is_signed =
        i->op == IR_VSHADD || i->op == IR_VSRHADD || i->op == IR_VSHSUB;
    bool floor = i->op == IR_VSHADD || i->op == IR_VUHADD;

    if (i->lane < LANE_32) {
        half_small(e, i, is_signed);
        return;
    }
    emit_v3(e, I_PXOR, t0, x, rm_reg(y));
    vec_shift(e, I_SHIFTD, is_signed ? SHIFT_SRA : SHIFT_SRL, t0, t0, 1);
    emit_v3(e, floor ? I_PAND : I_POR, t1, x, rm_reg(y));
    emit_v3(e, floor ? I_PADDD : I_PSUBD, t1, t1, rm_reg(t0));
    if (i->op == IR_VSHSUB || i->op == IR_VUHSUB) {
        emit_vmov(e, t0, x);
        emit_v3(e, I_PSUBD, t0, t0, rm_reg(t1));
        emit_vmov(e, e->dst, t0);
    } else {
        emit_vmov(e, e->dst, t1);
    }
}

/* Compares with AVX-512 through a mask register. */
static void cmp_evex(struct emit *e, const struct ir_insn *i)
{
    bool is_unsigned = i->op == IR_VCMPHI || i->op == IR_VCMPHS;
    unsigned pred = PRED_EQ;

    if (i->op == IR_VCMPGT || i->op == IR_VCMPHI)
        pred = PRED_GT;
    else if (i->op != IR_VCMPEQ)
        pred = PRED_GE;
    vec_cmp_k(e, i->lane, is_unsigned, e->dst, e->a.reg, b_rm(e), pred);
}

/* Unsigned 64-bit x > y, and the inversion of a greater-than. */
static void cmp_not_gt(struct emit *e, unsigned lane, bool flip, bool invert,
                       int x, int y)
{
    int t0 = e->vscratch[0], t1 = e->vscratch[1];
    struct rm sign = vec_splat(e, lane, 1ull << (lane_width(lane) - 1));

    if (flip) {
        emit_v3(e, I_PXOR, t0, x, sign);
        emit_v3(e, I_PXOR, t1, y, sign);
        emit_v3(e, vec_pcmpgt[lane], t0, t0, rm_reg(t1));
    } else {
        emit_vmov(e, t0, x);
        emit_v3(e, vec_pcmpgt[lane], t0, t0, rm_reg(y));
    }
    if (invert)
        emit_v3(e, I_PXOR, t0, t0, vec_splat(e, LANE_64, ~0ull));
    emit_vmov(e, e->dst, t0);
}

/*
 * x > y and x >= y where there is no instruction for it: x >= y is
 * max(x, y) = x.
 */
void emit_vec_cmp(struct emit *e, const struct ir_insn *i)
{
    int t0 = e->vscratch[0], x = e->a.reg, y = e->b.reg;
    bool is_unsigned = i->op == IR_VCMPHI || i->op == IR_VCMPHS;

    if (is_evex(e)) {
        cmp_evex(e, i);
        return;
    }
    const uint32_t *max = is_unsigned ? vec_pmaxu : vec_pmaxs;
    switch (i->op) {
    case IR_VCMPHI: cmp_not_gt(e, i->lane, true, false, x, y); return;
    case IR_VCMPGE:
    case IR_VCMPHS:
        if (i->lane == LANE_64) {
            cmp_not_gt(e, i->lane, is_unsigned, true, y, x);
            return;
        }
        emit_v3(e, max[i->lane], t0, x, rm_reg(y));
        emit_v3(e, vec_pcmpeq[i->lane], e->dst, x, rm_reg(t0));
        return;
    }
}

/* VCMPEQ and VCMPGT with AVX-512: VEX if all registers are low. */
void emit_vec_cmp_wide(struct emit *e, const struct ir_insn *i)
{
    struct rm b = b_rm(e);
    const uint32_t *op = i->op == IR_VCMPEQ ? vec_pcmpeq : vec_pcmpgt;

    if (e->dst < 16 && e->a.reg < 16 && rm_reg_of(b) < 16)
        emit_v3(e, op[i->lane], e->dst, e->a.reg, b);
    else
        cmp_evex(e, i);
}

/*
 * High half of the doubled product. Only MIN * MIN overflows, to MIN, which
 * nothing else gives: all ones there turn it into MAX.
 */
static void qdmulh16(struct emit *e, const struct ir_insn *i)
{
    int t0 = e->vscratch[0], t1 = e->vscratch[1], x = e->a.reg, y = e->b.reg;

    if (i->op == IR_VSQRDMULH) {
        emit_v3(e, I_PMULHRSW, t0, x, rm_reg(y));
    } else {
        emit_v3(e, I_PMULHW, t0, x, rm_reg(y));
        emit_v3(e, I_PMULLW, t1, x, rm_reg(y));
        emit_v3(e, I_PADDW, t0, t0, rm_reg(t0));
        vec_shift(e, I_SHIFTW, SHIFT_SRL, t1, t1, 15);
        emit_v3(e, I_POR, t0, t0, rm_reg(t1));
    }
}

static void qdmulh32(struct emit *e, const struct ir_insn *i)
{
    int t0 = e->vscratch[0], t1 = e->vscratch[1], x = e->a.reg, y = e->b.reg;

    vec2i(e, I_PSHUFD, t0, y, 0xf5);
    vec2i(e, I_PSHUFD, t1, x, 0xf5);
    emit_v3(e, I_PMULDQ, t1, t1, rm_reg(t0));
    emit_v3(e, I_PMULDQ, t0, x, rm_reg(y));
    emit_v3(e, I_PADDQ, t0, t0, rm_reg(t0));
    emit_v3(e, I_PADDQ, t1, t1, rm_reg(t1));
    if (i->op == IR_VSQRDMULH) {
        struct rm half = vec_splat(e, LANE_64, 1ull << 31);
        emit_v3(e, I_PADDQ, t0, t0, half);
        emit_v3(e, I_PADDQ, t1, t1, half);
    }
    vec_shift(e, I_SHIFTQ, SHIFT_SRL, t0, t0, 32);
    emit_v3(e, I_PAND, t1, t1, vec_splat(e, LANE_64, 0xffffffffull << 32));
    emit_v3(e, I_POR, t0, t0, rm_reg(t1));
}

void emit_vec_qdmulh(struct emit *e, const struct ir_insn *i)
{
    int t0 = e->vscratch[0], t1 = e->vscratch[1];
    uint64_t min = 1ull << (lane_width(i->lane) - 1);

    if (i->lane == LANE_16)
        qdmulh16(e, i);
    else
        qdmulh32(e, i);
    emit_vmov(e, t1, t0);
    emit_v3(e, vec_pcmpeq[i->lane], t1, t1, vec_splat(e, i->lane, min));
    emit_v3(e, I_PXOR, e->dst, t0, rm_reg(t1));
}

void emit_vec_mull(struct emit *e, const struct ir_insn *i)
{
    bool s = i->op == IR_VSMULL;
    int t0 = e->vscratch[0], t1 = e->vscratch[1], x = e->a.reg, y = e->b.reg;

    switch (i->lane) {
    case LANE_8:
        vec2(e, s ? I_PMOVSXBW : I_PMOVZXBW, t0, x);
        vec2(e, s ? I_PMOVSXBW : I_PMOVZXBW, t1, y);
        emit_v3(e, I_PMULLW, e->dst, t0, rm_reg(t1));
        break;
    case LANE_16:
        emit_v3(e, I_PMULLW, t0, x, rm_reg(y));
        emit_v3(e, s ? I_PMULHW : I_PMULHUW, t1, x, rm_reg(y));
        emit_v3(e, I_PUNPCKLWD, t0, t0, rm_reg(t1));
        emit_vmov(e, e->dst, t0);
        break;
    default: /* each factor to the low half of its 64 bits */
        vec2i(e, I_PSHUFD, t0, x, 0x50);
        vec2i(e, I_PSHUFD, t1, y, 0x50);
        emit_v3(e, s ? I_PMULDQ : I_PMULUDQ, e->dst, t0, rm_reg(t1));
        break;
    }
}
