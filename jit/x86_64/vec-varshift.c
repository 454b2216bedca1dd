// SPDX-License-Identifier: MIT
/*
 * Vector shifts by elements: left by the signed low byte of y, right if that
 * is negative; plain, rounding, or saturating.
 *
 * Lanes that the host can't shift are widened: both operands go to memory,
 * parts of them are extended, shifted and packed.  The result register is
 * free by then.
 */
#include "jit/x86_64/vec-int.h"

/* One part of the work: x and the register its counts are in. */
struct part {
    unsigned lane;
    int x; /* neither of the scratch registers */
    bool is_signed, round, saturate;
};

static struct part part_of(const struct ir_insn *i)
{
    return (struct part){
        .lane = i->lane,
        .is_signed =
            i->op == IR_VSSHL || i->op == IR_VSRSHL || i->op == IR_VSQSHL,
        .round = i->op == IR_VSRSHL || i->op == IR_VURSHL,
        .saturate = i->op == IR_VSQSHL || i->op == IR_VUQSHL,
    };
}

static const uint32_t sllv[4] = {0, I_VPSLLVW, I_VPSLLVD, I_VPSLLVQ};
static const uint32_t srlv[4] = {0, I_VPSRLVW, I_VPSRLVD, I_VPSRLVQ};
static const uint32_t srav[4] = {0, I_VPSRAVW, I_VPSRAVD, I_VPSRAVQ};
static const uint32_t sra_group[4] = {0, I_SHIFTW, I_SHIFTD, I_VPSRAQI};

static uint32_t right_shift(const struct part *p)
{
    return p->is_signed ? srav[p->lane] : srlv[p->lane];
}

/* t0 = y's low bytes sign-extended in each lane */
static void shift_count(struct emit *e, unsigned lane, int y)
{
    int t0 = e->vscratch[0];
    unsigned n = lane_width(lane) - 8;

    vec_shift(e, vec_shift_group(lane), SHIFT_SLL, t0, y, n);
    vec_shift(e, sra_group[lane], SHIFT_SRA, t0, t0, n);
}

/* AVX-512's masked forms: k1 is set where y shifts right. */
static void masked(struct emit *e, uint32_t op, int d, int a, struct rm b)
{
    asm_vex(&e->as, op | OP_K(1), d, a, b);
}

/* Rounds the right shifts: t1 = x >> (n - 1), then half of it, rounded up. */
static void round_evex(struct emit *e, const struct part *p)
{
    int t0 = e->vscratch[0], t1 = e->vscratch[1];
    uint32_t group =
        p->is_signed ? sra_group[p->lane] : vec_shift_group(p->lane);
    unsigned ext = p->is_signed ? SHIFT_SRA : SHIFT_SRL;

    emit_v3(e, vec_padd[p->lane], t0, t0, vec_splat(e, LANE_64, ~0ull));
    masked(e, right_shift(p), t1, p->x, rm_reg(t0));
    emit_v3(e, I_PAND, t0, t1, vec_splat(e, p->lane, 1));
    asm_vex_imm(&e->as, group | OP_EVEX | OP_K(1), (int)ext, t1, rm_reg(t1), 1);
    masked(e, vec_padd[p->lane], t1, t1, rm_reg(t0));
}

/*
 * Left shifts that saturate: where shifting back does not give x (k2), the
 * largest value of x's sign.  t0 is the count.
 */
static void saturate_evex(struct emit *e, const struct part *p)
{
    static const uint32_t cmp[4] = {0, I_VPCMPW, I_VPCMPD, I_VPCMPQ};
    int t0 = e->vscratch[0], t1 = e->vscratch[1];
    unsigned width = lane_width(p->lane);
    uint64_t max = ~0ull >> (64 - width) >> 1;

    emit_v3(e, right_shift(p), t1, t1, rm_reg(t0));
    asm_vex_imm(&e->as, cmp[p->lane], 2, t1, rm_reg(p->x), PRED_NEQ);
    emit_v3(e, sllv[p->lane], t1, p->x, rm_reg(t0));
    if (p->is_signed) {
        asm_vex_imm(&e->as, vec_shift_group(p->lane) | OP_EVEX | OP_K(2),
                    SHIFT_SRL, t1, rm_reg(p->x), (uint8_t)(width - 1));
        asm_vex(&e->as, vec_padd[p->lane] | OP_K(2), t1, t1,
                vec_splat(e, p->lane, max));
    } else {
        asm_vex(&e->as, vec_pmaxu[p->lane] | OP_K(2), t1, t1,
                vec_splat(e, LANE_64, ~0ull));
    }
}

/* t1 = x shifted by the counts in t0 */
static void part_evex(struct emit *e, const struct part *p)
{
    static const uint32_t to_k[4] = {0, I_VPMOVW2M, I_VPMOVD2M, I_VPMOVQ2M};
    static const uint32_t pabs[4] = {0, I_PABSW, I_PABSD, I_PABSQ};
    int t0 = e->vscratch[0], t1 = e->vscratch[1];

    vec2(e, to_k[p->lane], 1, t0);
    vec2(e, pabs[p->lane], t0, t0);
    emit_v3(e, sllv[p->lane], t1, p->x, rm_reg(t0));
    if (p->saturate)
        saturate_evex(e, p);
    if (p->round)
        round_evex(e, p);
    else
        masked(e, right_shift(p), t1, p->x, rm_reg(t0));
}

/* Where the operands of widened shifts are, and the parts' results. */
static struct rm slot(struct emit *e, unsigned n, unsigned byte)
{
    return rm_mem(RBP, CPU_SLOT(e, helper_vec) + (int32_t)(16 * n + byte));
}

/*
 * AVX2, lane 32: t1 = x shifted by the counts in t0.  Right by max(-n, 0),
 * then left by max(n, 0), of which one is 0.  x is used up.
 */
static void part_avx(struct emit *e, const struct part *p)
{
    int t0 = e->vscratch[0], t1 = e->vscratch[1], x = p->x;
    struct rm zero = vec_pool(e, 0, 0);

    vec_zero(e, t1);
    emit_v3(e, I_PSUBD, t1, t1, rm_reg(t0));
    emit_v3(e, I_PMAXSD, t1, t1, zero);
    emit_v3(e, I_PMAXSD, t0, t0, zero);
    if (p->round) {
        /* the last bit shifted out; more than 32 gives what 32 does */
        emit_v2(e, I_MOVAPS_ST, t0, slot(e, 0, 0));
        if (p->is_signed)
            emit_v3(e, I_PMINSD, t1, t1, vec_splat(e, LANE_32, 32));
        emit_v3(e, I_PADDD, t0, t1, vec_splat(e, LANE_64, ~0ull));
        emit_v3(e, I_VPSRLVD, t0, x, rm_reg(t0));
        emit_v3(e, I_PAND, t0, t0, vec_splat(e, LANE_32, 1));
    }
    emit_v3(e, right_shift(p), x, x, rm_reg(t1));
    if (p->round) {
        emit_v3(e, I_PADDD, x, x, rm_reg(t0));
        emit_v3(e, I_VPSLLVD, t1, x, slot(e, 0, 0));
        return;
    }
    emit_v3(e, I_VPSLLVD, t1, x, rm_reg(t0));
    if (!p->saturate)
        return;
    emit_v3(e, right_shift(p), t0, t1, rm_reg(t0));
    emit_v3(e, I_PCMPEQD, t0, t0, rm_reg(x));
    emit_v3(e, I_PAND, t1, t1, rm_reg(t0));
    vec_shift(e, I_SHIFTD, SHIFT_SRL, x, x, 31);
    if (p->is_signed)
        emit_v3(e, I_PADDD, x, x, vec_splat(e, LANE_32, 0x7fffffff));
    else
        emit_v2(e, I_MOVAPS, x, vec_splat(e, LANE_64, ~0ull));
    emit_v3(e, I_PANDN, t0, t0, rm_reg(x));
    emit_v3(e, I_POR, t1, t1, rm_reg(t0));
}

static void shift_part(struct emit *e, const struct part *p)
{
    if (is_evex(e))
        part_evex(e, p);
    else
        part_avx(e, p);
}

/* Brings the wide lanes of r into what packing keeps. */
static void before_pack(struct emit *e, const struct part *p, int r)
{
    unsigned lane = p->lane;
    struct rm low = vec_splat(e, lane, (1ull << lane_width(lane) / 2) - 1);

    if (!p->saturate)
        emit_v3(e, I_PAND, r, r, low);
    else if (!p->is_signed)
        emit_v3(e, lane == LANE_16 ? I_PMINUW : I_PMINUD, r, r, low);
}

/* r = the wide lanes of r followed by those of s, narrowed. */
static void pack(struct emit *e, const struct part *p, int r, struct rm s)
{
    bool is_signed = p->saturate && p->is_signed, word = p->lane == LANE_32;
    uint32_t op = word ? (is_signed ? I_PACKSSDW : I_PACKUSDW)
                       : (is_signed ? I_PACKSSWB : I_PACKUSWB);

    emit_v3(e, op, r, r, s);
}

/*
 * d = lanes of half p's width, from the 8 bytes at x and at y: the second
 * half of them first, which waits in memory.
 */
static void shift_pair(struct emit *e, const struct part *p, uint32_t extend,
                       uint32_t extend_count, const unsigned at[2])
{
    int t0 = e->vscratch[0], t1 = e->vscratch[1];

    for (int half = 1; half >= 0; half--) {
        emit_v2(e, extend, p->x, slot(e, 1, at[half]));
        emit_v2(e, extend_count, t0, slot(e, 2, at[half]));
        shift_part(e, p);
        before_pack(e, p, t1);
        if (half)
            emit_v2(e, I_MOVAPS_ST, t1, slot(e, 3, 0));
    }
    pack(e, p, t1, slot(e, 3, 0));
}

#define I_PMOVSXBD (OP_0F38 | OP_66 | OP_N(2) | 0x21)
#define I_PMOVZXBD (OP_0F38 | OP_66 | OP_N(2) | 0x31)

/* Lane 8 by parts of lane 32, in two pairs. */
static void widen_twice(struct emit *e, struct part *p)
{
    static const unsigned at[2][2] = {{0, 4}, {8, 12}};
    uint32_t extend = p->is_signed ? I_PMOVSXBD : I_PMOVZXBD;
    struct rm kept = rm_mem(RBP, CPU_SLOT(e, helper_arg));
    int t1 = e->vscratch[1];
    struct part word = *p;

    p->lane = LANE_32;
    word.lane = LANE_16;
    for (int pair = 1; pair >= 0; pair--) {
        shift_pair(e, p, extend, I_PMOVSXBD, at[pair]);
        before_pack(e, &word, t1);
        if (pair)
            emit_v2(e, I_MOVUPS_ST, t1, kept);
    }
    emit_v2(e, I_MOVUPS, e->vscratch[0], kept);
    pack(e, &word, t1, rm_reg(e->vscratch[0]));
}

static void shift_widened(struct emit *e, struct part *p)
{
    static const unsigned at[2] = {0, 8};

    emit_v2(e, I_MOVAPS_ST, e->a.reg, slot(e, 1, 0));
    emit_v2(e, I_MOVAPS_ST, e->b.reg, slot(e, 2, 0));
    p->x = e->dst;
    if (p->lane == LANE_16) { /* counts are bytes, the rest does not matter */
        shift_count(e, LANE_16, e->b.reg);
        emit_v2(e, I_MOVAPS_ST, e->vscratch[0], slot(e, 2, 0));
        p->lane = LANE_32;
        shift_pair(e, p, p->is_signed ? I_PMOVSXWD : I_PMOVZXWD, I_PMOVSXWD,
                   at);
    } else if (is_evex(e)) {
        p->lane = LANE_16;
        shift_pair(e, p, p->is_signed ? I_PMOVSXBW : I_PMOVZXBW, I_PMOVSXBW,
                   at);
    } else {
        widen_twice(e, p);
    }
    emit_vmov(e, e->dst, e->vscratch[1]);
}

/*
 * AVX2, lane 64: unsigned counts of 64 or more give 0, so that left and right
 * shift of each lane are joined by OR.
 */
static void shift64_avx(struct emit *e)
{
    int t0 = e->vscratch[0], t1 = e->vscratch[1], x = e->a.reg;
    struct rm byte = vec_splat(e, LANE_64, 0xff);

    emit_v3(e, I_PAND, t0, e->b.reg, byte);
    emit_v3(e, I_VPSLLVQ, t1, x, rm_reg(t0));
    emit_v3(e, I_PXOR, t0, t0, byte);
    emit_v3(e, I_PSUBQ, t0, t0, vec_splat(e, LANE_64, ~0ull));
    emit_v3(e, I_VPSRLVQ, t0, x, rm_reg(t0));
    emit_v3(e, I_POR, e->dst, t0, rm_reg(t1));
}

void emit_vec_varshift(struct emit *e, const struct ir_insn *i)
{
    struct part p = part_of(i);

    if (i->lane == LANE_8 || (i->lane == LANE_16 && !is_evex(e))) {
        shift_widened(e, &p);
        return;
    }
    if (i->lane == LANE_64 && !is_evex(e)) {
        shift64_avx(e);
        return;
    }
    shift_count(e, i->lane, e->b.reg);
    p.x = e->a.reg;
    if (!is_evex(e)) { /* it is used up */
        emit_vmov(e, e->dst, e->a.reg);
        p.x = e->dst;
    }
    shift_part(e, &p);
    emit_vmov(e, e->dst, e->vscratch[1]);
}
