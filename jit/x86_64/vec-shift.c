// SPDX-License-Identifier: MIT
/* Vector shifts by an immediate and by elements. */
#include "jit/x86_64/vec-int.h"

/* The bytes of v repeated, as the 8x8 bit matrix of GF2P8AFFINEQB. */
static uint64_t affine_shift(bool left, bool arithmetic, unsigned n)
{
    uint64_t matrix = 0;

    /* Byte 7 - k says which bits make up bit k of the result. */
    for (unsigned k = 0; k < 8; k++) {
        unsigned from = left ? k - n : k + n;
        if (arithmetic && from > 7)
            from = 7;
        if (from < 8)
            matrix |= (uint64_t)(1u << from) << 8 * (7 - k);
    }
    return matrix;
}

static void shift8(struct emit *e, const struct ir_insn *i, unsigned n)
{
    int d = e->dst, a = e->a.reg;
    uint64_t mask = i->op == IR_VSHL ? 0xffu << n : 0xffu >> n;

    if (has(e, HOST_GFNI) && n < 8) {
        uint64_t m = affine_shift(i->op == IR_VSHL, i->op == IR_VSAR, n);
        emit_v3i(e, I_GF2P8AFFINEQB, d, a, vec_splat(e, LANE_64, m), 0);
        return;
    }
    if (n > 7) {
        vec_zero(e, d);
        return;
    }
    vec_shift(e, I_SHIFTW, i->op == IR_VSHL ? SHIFT_SLL : SHIFT_SRL, d, a, n);
    emit_v3(e, I_PAND, d, d, vec_splat(e, LANE_8, mask));
    if (i->op == IR_VSAR) { /* ((x >> n) ^ m) - m extends the sign */
        struct rm m = vec_splat(e, LANE_8, 0x80u >> n);
        emit_v3(e, I_PXOR, d, d, m);
        emit_v3(e, I_PSUBB, d, d, m);
    }
}

void emit_vec_shift(struct emit *e, const struct ir_insn *i)
{
    int d = e->dst, a = e->a.reg;
    unsigned n = (unsigned)i->imm, width = lane_width(i->lane);
    unsigned ext = i->op == IR_VSHL   ? SHIFT_SLL
                   : i->op == IR_VSHR ? SHIFT_SRL
                                      : SHIFT_SRA;

    if (i->op == IR_VSAR && n >= width)
        n = width - 1;
    if (i->lane == LANE_8) {
        shift8(e, i, n);
    } else if (i->lane == LANE_64 && i->op == IR_VSAR) {
        if (is_evex(e)) {
            vec_shift(e, I_VPSRAQI, ext, d, a, n);
            return;
        }
        struct rm m = vec_splat(e, LANE_64, 1ull << (63 - n));
        vec_shift(e, I_SHIFTQ, SHIFT_SRL, d, a, n);
        emit_v3(e, I_PXOR, d, d, m);
        emit_v3(e, I_PSUBQ, d, d, m);
    } else {
        vec_shift(e, vec_shift_group(i->lane), ext, d, a, n);
    }
}

/* AVX-512's masked forms: k1 is set where y shifts right. */
static void masked(struct emit *e, uint32_t op, int d, int a, struct rm b)
{
    asm_vex(&e->as, op | OP_K(1), d, a, b);
}

static const uint32_t sllv[4] = {0, I_VPSLLVW, I_VPSLLVD, I_VPSLLVQ};
static const uint32_t srlv[4] = {0, I_VPSRLVW, I_VPSRLVD, I_VPSRLVQ};
static const uint32_t srav[4] = {0, I_VPSRAVW, I_VPSRAVD, I_VPSRAVQ};
static const uint32_t sra_group[4] = {0, I_SHIFTW, I_SHIFTD, I_VPSRAQI};

/* t0 = y's low bytes sign-extended in each lane */
static void shift_count(struct emit *e, unsigned lane)
{
    int t0 = e->vscratch[0];
    unsigned n = lane_width(lane) - 8;

    vec_shift(e, vec_shift_group(lane), SHIFT_SLL, t0, e->b.reg, n);
    vec_shift(e, sra_group[lane], SHIFT_SRA, t0, t0, n);
}

/* Rounds the right shifts: t1 = x >> (n - 1), then half of it, rounded up. */
static void round_evex(struct emit *e, unsigned lane, bool is_signed)
{
    int t0 = e->vscratch[0], t1 = e->vscratch[1];
    uint32_t group = is_signed ? sra_group[lane] : vec_shift_group(lane);
    unsigned ext = is_signed ? SHIFT_SRA : SHIFT_SRL;

    emit_v3(e, vec_padd[lane], t0, t0, vec_splat(e, LANE_64, ~0ull));
    masked(e, is_signed ? srav[lane] : srlv[lane], t1, e->a.reg, rm_reg(t0));
    emit_v3(e, I_PAND, t0, t1, vec_splat(e, lane, 1));
    asm_vex_imm(&e->as, group | OP_EVEX | OP_K(1), (int)ext, t1, rm_reg(t1), 1);
    masked(e, vec_padd[lane], t1, t1, rm_reg(t0));
}

/*
 * Left shifts that saturate: where shifting back does not give x (k2), the
 * largest value of x's sign.  t0 is the count.
 */
static void saturate_evex(struct emit *e, unsigned lane, bool is_signed)
{
    static const uint32_t cmp[4] = {0, I_VPCMPW, I_VPCMPD, I_VPCMPQ};
    int t0 = e->vscratch[0], t1 = e->vscratch[1], x = e->a.reg;
    unsigned width = lane_width(lane);
    uint64_t max = ~0ull >> (64 - width) >> 1;

    emit_v3(e, is_signed ? srav[lane] : srlv[lane], t1, t1, rm_reg(t0));
    asm_vex_imm(&e->as, cmp[lane], 2, t1, rm_reg(x), PRED_NEQ);
    emit_v3(e, sllv[lane], t1, x, rm_reg(t0));
    if (is_signed) {
        asm_vex_imm(&e->as, vec_shift_group(lane) | OP_EVEX | OP_K(2),
                    SHIFT_SRL, t1, rm_reg(x), (uint8_t)(width - 1));
        asm_vex(&e->as, vec_padd[lane] | OP_K(2), t1, t1,
                vec_splat(e, lane, max));
    } else {
        asm_vex(&e->as, vec_pmaxu[lane] | OP_K(2), t1, t1,
                vec_splat(e, LANE_64, ~0ull));
    }
}

static void varshift_evex(struct emit *e, const struct ir_insn *i)
{
    static const uint32_t to_k[4] = {0, I_VPMOVW2M, I_VPMOVD2M, I_VPMOVQ2M};
    static const uint32_t pabs[4] = {0, I_PABSW, I_PABSD, I_PABSQ};
    int t0 = e->vscratch[0], t1 = e->vscratch[1], x = e->a.reg;
    bool is_signed =
        i->op == IR_VSSHL || i->op == IR_VSRSHL || i->op == IR_VSQSHL;

    shift_count(e, i->lane);
    vec2(e, to_k[i->lane], 1, t0);
    vec2(e, pabs[i->lane], t0, t0);
    emit_v3(e, sllv[i->lane], t1, x, rm_reg(t0));
    if (i->op == IR_VSQSHL || i->op == IR_VUQSHL)
        saturate_evex(e, i->lane, is_signed);
    if (i->op == IR_VSRSHL || i->op == IR_VURSHL)
        round_evex(e, i->lane, is_signed);
    else
        masked(e, is_signed ? srav[i->lane] : srlv[i->lane], t1, x, rm_reg(t0));
    emit_vmov(e, e->dst, t1);
}

/*
 * AVX2: unsigned counts of the lane's width or more give 0, so that left and
 * right shift of each lane are joined by OR; signed lanes are shifted right
 * by max(-y, 0) and then left by max(y, 0).
 */
void emit_vec_varshift(struct emit *e, const struct ir_insn *i)
{
    int t0 = e->vscratch[0], t1 = e->vscratch[1], x = e->a.reg;

    if (is_evex(e)) {
        varshift_evex(e, i);
        return;
    }
    if (i->op == IR_VUSHL) {
        struct rm byte = vec_splat(e, i->lane, 0xff);
        emit_v3(e, I_PAND, t0, e->b.reg, byte);
        emit_v3(e, sllv[i->lane], t1, x, rm_reg(t0));
        emit_v3(e, I_PXOR, t0, t0, byte);
        emit_v3(e, vec_psub[i->lane], t0, t0, vec_splat(e, LANE_64, ~0ull));
        emit_v3(e, srlv[i->lane], t0, x, rm_reg(t0));
        emit_v3(e, I_POR, e->dst, t0, rm_reg(t1));
        return;
    }
    struct rm zero = vec_pool(e, 0, 0);
    shift_count(e, LANE_32);
    vec_zero(e, t1);
    emit_v3(e, I_PSUBD, t1, t1, rm_reg(t0));
    emit_v3(e, I_PMAXSD, t1, t1, zero);
    emit_v3(e, I_VPSRAVD, t1, x, rm_reg(t1));
    emit_v3(e, I_PMAXSD, t0, t0, zero);
    emit_v3(e, I_VPSLLVD, e->dst, t1, rm_reg(t0));
}
