// SPDX-License-Identifier: MIT
/*
 * Advanced SIMD three same, integer: vector forms (_v) and scalar ones (_s),
 * whose elements are 64-bit unless they saturate.
 */
#include "target/aarch64/simd-sat.h"

static struct shape vector_of(const struct a64_insn *i)
{
    return shape_vector((unsigned)i->size, (unsigned)i->Q);
}

static bool put(struct a64_tr *t, const struct a64_insn *i, struct shape s,
                ir_ref value)
{
    vec_put(t, i->rd, s.live, value);
    return true;
}

/* rd = rn op rm */
static bool same(struct a64_tr *t, const struct a64_insn *i, struct shape s,
                 enum ir_op op)
{
    ir_ref n = vec_get(t, i->rn), m = vec_get(t, i->rm);

    return put(t, i, s, vop2(t, op, s.lane, n, m));
}

static bool same_v(struct a64_tr *t, const struct a64_insn *i, enum ir_op op)
{
    return same(t, i, vector_of(i), op);
}

static bool same_d(struct a64_tr *t, const struct a64_insn *i, enum ir_op op)
{
    return same(t, i, shape_scalar(LANE_64), op);
}

bool a64_tr_SHADD_v(struct a64_tr *t, const struct a64_insn *i)
{
    return same_v(t, i, i->U ? IR_VUHADD : IR_VSHADD);
}

bool a64_tr_SRHADD_v(struct a64_tr *t, const struct a64_insn *i)
{
    return same_v(t, i, i->U ? IR_VURHADD : IR_VSRHADD);
}

bool a64_tr_SHSUB_v(struct a64_tr *t, const struct a64_insn *i)
{
    return same_v(t, i, i->U ? IR_VUHSUB : IR_VSHSUB);
}

bool a64_tr_CMGT_v(struct a64_tr *t, const struct a64_insn *i)
{
    return same_v(t, i, i->U ? IR_VCMPHI : IR_VCMPGT);
}

bool a64_tr_CMGT_s(struct a64_tr *t, const struct a64_insn *i)
{
    return same_d(t, i, i->U ? IR_VCMPHI : IR_VCMPGT);
}

bool a64_tr_CMGE_v(struct a64_tr *t, const struct a64_insn *i)
{
    return same_v(t, i, i->U ? IR_VCMPHS : IR_VCMPGE);
}

bool a64_tr_CMGE_s(struct a64_tr *t, const struct a64_insn *i)
{
    return same_d(t, i, i->U ? IR_VCMPHS : IR_VCMPGE);
}

bool a64_tr_SSHL_v(struct a64_tr *t, const struct a64_insn *i)
{
    return same_v(t, i, i->U ? IR_VUSHL : IR_VSSHL);
}

bool a64_tr_SSHL_s(struct a64_tr *t, const struct a64_insn *i)
{
    return same_d(t, i, i->U ? IR_VUSHL : IR_VSSHL);
}

bool a64_tr_SRSHL_v(struct a64_tr *t, const struct a64_insn *i)
{
    return same_v(t, i, i->U ? IR_VURSHL : IR_VSRSHL);
}

bool a64_tr_SRSHL_s(struct a64_tr *t, const struct a64_insn *i)
{
    return same_d(t, i, i->U ? IR_VURSHL : IR_VSRSHL);
}

bool a64_tr_SMAX_v(struct a64_tr *t, const struct a64_insn *i)
{
    return same_v(t, i, i->U ? IR_VUMAX : IR_VSMAX);
}

bool a64_tr_SMIN_v(struct a64_tr *t, const struct a64_insn *i)
{
    return same_v(t, i, i->U ? IR_VUMIN : IR_VSMIN);
}

bool a64_tr_SABD_v(struct a64_tr *t, const struct a64_insn *i)
{
    return same_v(t, i, i->U ? IR_VUABD : IR_VSABD);
}

bool a64_tr_ADD_v(struct a64_tr *t, const struct a64_insn *i)
{
    return same_v(t, i, IR_VADD);
}

bool a64_tr_ADD_s(struct a64_tr *t, const struct a64_insn *i)
{
    return same_d(t, i, IR_VADD);
}

bool a64_tr_SUB_v(struct a64_tr *t, const struct a64_insn *i)
{
    return same_v(t, i, IR_VSUB);
}

bool a64_tr_SUB_s(struct a64_tr *t, const struct a64_insn *i)
{
    return same_d(t, i, IR_VSUB);
}

bool a64_tr_CMEQ_v(struct a64_tr *t, const struct a64_insn *i)
{
    return same_v(t, i, IR_VCMPEQ);
}

bool a64_tr_CMEQ_s(struct a64_tr *t, const struct a64_insn *i)
{
    return same_d(t, i, IR_VCMPEQ);
}

bool a64_tr_MUL_v(struct a64_tr *t, const struct a64_insn *i)
{
    return same_v(t, i, IR_VMUL);
}

bool a64_tr_PMUL_v(struct a64_tr *t, const struct a64_insn *i)
{
    return same(t, i, shape_vector(LANE_8, (unsigned)i->Q), IR_VPMUL);
}

/* rd = rd plus (or minus) rn op rm */
static bool accumulate(struct a64_tr *t, const struct a64_insn *i,
                       enum ir_op op, enum ir_op add)
{
    struct shape s = vector_of(i);
    ir_ref n = vec_get(t, i->rn), m = vec_get(t, i->rm);
    ir_ref r = vop2(t, op, s.lane, n, m);

    return put(t, i, s, vop2(t, add, s.lane, vec_get(t, i->rd), r));
}

bool a64_tr_SABA_v(struct a64_tr *t, const struct a64_insn *i)
{
    return accumulate(t, i, i->U ? IR_VUABD : IR_VSABD, IR_VADD);
}

bool a64_tr_MLA_v(struct a64_tr *t, const struct a64_insn *i)
{
    return accumulate(t, i, IR_VMUL, IR_VADD);
}

bool a64_tr_MLS_v(struct a64_tr *t, const struct a64_insn *i)
{
    return accumulate(t, i, IR_VMUL, IR_VSUB);
}

/* Elements of all ones where rn and rm share a set bit. */
static bool test_bits(struct a64_tr *t, const struct a64_insn *i,
                      struct shape s)
{
    ir_ref common = vec_and(t, vec_get(t, i->rn), vec_get(t, i->rm));
    ir_ref none = vop2(t, IR_VCMPEQ, s.lane, common, a64_vec_zero(t));

    return put(t, i, s, vop1(t, IR_VNOT, LANE_128, none));
}

bool a64_tr_CMTST_v(struct a64_tr *t, const struct a64_insn *i)
{
    return test_bits(t, i, vector_of(i));
}

bool a64_tr_CMTST_s(struct a64_tr *t, const struct a64_insn *i)
{
    return test_bits(t, i, shape_scalar(LANE_64));
}

static bool pairwise(struct a64_tr *t, const struct a64_insn *i, enum ir_op op)
{
    struct shape s = vector_of(i);
    ir_ref even, odd;

    vec_pairs(t, s, vec_get(t, i->rn), vec_get(t, i->rm), &even, &odd);
    return put(t, i, s, vop2(t, op, s.lane, even, odd));
}

bool a64_tr_ADDP_v(struct a64_tr *t, const struct a64_insn *i)
{
    return pairwise(t, i, IR_VADD);
}

bool a64_tr_SMAXP_v(struct a64_tr *t, const struct a64_insn *i)
{
    return pairwise(t, i, i->U ? IR_VUMAX : IR_VSMAX);
}

bool a64_tr_SMINP_v(struct a64_tr *t, const struct a64_insn *i)
{
    return pairwise(t, i, i->U ? IR_VUMIN : IR_VSMIN);
}

bool a64_tr_ADDP_s(struct a64_tr *t, const struct a64_insn *i)
{
    struct shape s = shape_scalar(LANE_64);
    ir_ref n = vec_get(t, i->rn);

    return put(t, i, s, vop2(t, IR_VADD, s.lane, n, vec_half(t, n, true)));
}

/* Bitwise: i->Q says how much counts, there are no elements. */
static bool put_bits(struct a64_tr *t, const struct a64_insn *i, ir_ref value)
{
    vec_put(t, i->rd, i->Q ? LANE_128 : LANE_64, value);
    return true;
}

bool a64_tr_LOGICAL_v(struct a64_tr *t, const struct a64_insn *i)
{
    ir_ref n = vec_get(t, i->rn), m = vec_get(t, i->rm);

    switch (i->opc) {
    case 0: return put_bits(t, i, vec_and(t, n, m));
    case 1: return put_bits(t, i, vec_andn(t, n, m));
    case 2: return put_bits(t, i, n == m ? n : vec_or(t, n, m));
    default: m = vop1(t, IR_VNOT, LANE_128, m);
    }
    return put_bits(t, i, vec_or(t, n, m));
}

bool a64_tr_EOR_v(struct a64_tr *t, const struct a64_insn *i)
{
    /* The idiom that clears a register. */
    if (i->rn == i->rm)
        return put_bits(t, i, a64_vec_zero(t));
    return put_bits(t, i, vec_xor(t, vec_get(t, i->rn), vec_get(t, i->rm)));
}

bool a64_tr_BSL_v(struct a64_tr *t, const struct a64_insn *i)
{
    ir_ref d = vec_get(t, i->rd), n = vec_get(t, i->rn);

    return put_bits(t, i, vec_bsl(t, d, n, vec_get(t, i->rm)));
}

bool a64_tr_BIT_v(struct a64_tr *t, const struct a64_insn *i)
{
    ir_ref d = vec_get(t, i->rd), n = vec_get(t, i->rn);

    return put_bits(t, i, vec_bsl(t, vec_get(t, i->rm), n, d));
}

bool a64_tr_BIF_v(struct a64_tr *t, const struct a64_insn *i)
{
    ir_ref d = vec_get(t, i->rd), n = vec_get(t, i->rn);

    return put_bits(t, i, vec_bsl(t, vec_get(t, i->rm), d, n));
}

/* The saturating ones: a function of rn and rm each. */
static bool add_sat(struct a64_tr *t, const struct a64_insn *i, struct shape s)
{
    ir_ref n = vec_get(t, i->rn), m = vec_get(t, i->rm);

    return put(t, i, s, sat_add(t, s, i->U, n, m));
}

static bool sub_sat(struct a64_tr *t, const struct a64_insn *i, struct shape s)
{
    ir_ref n = vec_get(t, i->rn), m = vec_get(t, i->rm);

    return put(t, i, s, sat_sub(t, s, i->U, n, m));
}

static bool shift_sat(struct a64_tr *t, const struct a64_insn *i,
                      struct shape s, bool round)
{
    ir_ref n = vec_get(t, i->rn), m = vec_get(t, i->rm);

    return put(t, i, s, sat_shift(t, s, i->U, round, n, m));
}

static bool mul_high_sat(struct a64_tr *t, const struct a64_insn *i,
                         struct shape s, bool round)
{
    ir_ref n = vec_get(t, i->rn), m = vec_get(t, i->rm);

    return put(t, i, s, sat_mul_high(t, s, round, n, m));
}

static struct shape scalar_of(const struct a64_insn *i)
{
    return shape_scalar((unsigned)i->size);
}

bool a64_tr_SQADD_v(struct a64_tr *t, const struct a64_insn *i)
{
    return add_sat(t, i, vector_of(i));
}

bool a64_tr_SQADD_s(struct a64_tr *t, const struct a64_insn *i)
{
    return add_sat(t, i, scalar_of(i));
}

bool a64_tr_SQSUB_v(struct a64_tr *t, const struct a64_insn *i)
{
    return sub_sat(t, i, vector_of(i));
}

bool a64_tr_SQSUB_s(struct a64_tr *t, const struct a64_insn *i)
{
    return sub_sat(t, i, scalar_of(i));
}

bool a64_tr_SQSHL_v(struct a64_tr *t, const struct a64_insn *i)
{
    return shift_sat(t, i, vector_of(i), false);
}

bool a64_tr_SQSHL_s(struct a64_tr *t, const struct a64_insn *i)
{
    return shift_sat(t, i, scalar_of(i), false);
}

bool a64_tr_SQRSHL_v(struct a64_tr *t, const struct a64_insn *i)
{
    return shift_sat(t, i, vector_of(i), true);
}

bool a64_tr_SQRSHL_s(struct a64_tr *t, const struct a64_insn *i)
{
    return shift_sat(t, i, scalar_of(i), true);
}

bool a64_tr_SQDMULH_v(struct a64_tr *t, const struct a64_insn *i)
{
    return mul_high_sat(t, i, vector_of(i), false);
}

bool a64_tr_SQDMULH_s(struct a64_tr *t, const struct a64_insn *i)
{
    return mul_high_sat(t, i, scalar_of(i), false);
}

bool a64_tr_SQRDMULH_v(struct a64_tr *t, const struct a64_insn *i)
{
    return mul_high_sat(t, i, vector_of(i), true);
}

bool a64_tr_SQRDMULH_s(struct a64_tr *t, const struct a64_insn *i)
{
    return mul_high_sat(t, i, scalar_of(i), true);
}
