// SPDX-License-Identifier: MIT
/*
 * Advanced SIMD floating-point arithmetic and comparison: vector (_v), scalar
 * (_s) and by element (_x, _sx).
 */
#include "target/aarch64/simd.h"

static struct shape vector_of(const struct a64_insn *i)
{
    return shape_vector(LANE_32 + (unsigned)i->sz, (unsigned)i->Q);
}

static struct shape scalar_of(const struct a64_insn *i)
{
    return shape_scalar(LANE_32 + (unsigned)i->sz);
}

static bool put(struct a64_tr *t, const struct a64_insn *i, struct shape s,
                ir_ref value)
{
    vec_put(t, i->rd, s.live, value);
    return true;
}

static bool unary(struct a64_tr *t, const struct a64_insn *i, struct shape s,
                  enum ir_op op)
{
    return put(t, i, s, fp_op1(t, s, op, 0, vec_get(t, i->rn)));
}

static bool binary(struct a64_tr *t, const struct a64_insn *i, struct shape s,
                   enum ir_op op)
{
    ir_ref n = vec_get(t, i->rn), m = vec_get(t, i->rm);

    return put(t, i, s, fp_op2(t, s, op, 0, n, m));
}

bool a64_tr_FADD_v(struct a64_tr *t, const struct a64_insn *i)
{
    return binary(t, i, vector_of(i), IR_FADD);
}

bool a64_tr_FSUB_v(struct a64_tr *t, const struct a64_insn *i)
{
    return binary(t, i, vector_of(i), IR_FSUB);
}

bool a64_tr_FMUL_v(struct a64_tr *t, const struct a64_insn *i)
{
    return binary(t, i, vector_of(i), IR_FMUL);
}

bool a64_tr_FMULX_v(struct a64_tr *t, const struct a64_insn *i)
{
    return binary(t, i, vector_of(i), IR_FMULX);
}

bool a64_tr_FMAX_v(struct a64_tr *t, const struct a64_insn *i)
{
    return binary(t, i, vector_of(i), IR_FMAX);
}

bool a64_tr_FMIN_v(struct a64_tr *t, const struct a64_insn *i)
{
    return binary(t, i, vector_of(i), IR_FMIN);
}

bool a64_tr_FMAXNM_v(struct a64_tr *t, const struct a64_insn *i)
{
    return binary(t, i, vector_of(i), IR_FMAXNM);
}

bool a64_tr_FMINNM_v(struct a64_tr *t, const struct a64_insn *i)
{
    return binary(t, i, vector_of(i), IR_FMINNM);
}

bool a64_tr_FRECPS_v(struct a64_tr *t, const struct a64_insn *i)
{
    return binary(t, i, vector_of(i), IR_FRECPS);
}

bool a64_tr_FRSQRTS_v(struct a64_tr *t, const struct a64_insn *i)
{
    return binary(t, i, vector_of(i), IR_FRSQRTS);
}

bool a64_tr_FMULX_s(struct a64_tr *t, const struct a64_insn *i)
{
    return binary(t, i, scalar_of(i), IR_FMULX);
}

bool a64_tr_FRECPS_s(struct a64_tr *t, const struct a64_insn *i)
{
    return binary(t, i, scalar_of(i), IR_FRECPS);
}

bool a64_tr_FRSQRTS_s(struct a64_tr *t, const struct a64_insn *i)
{
    return binary(t, i, scalar_of(i), IR_FRSQRTS);
}

bool a64_tr_FSQRT_v(struct a64_tr *t, const struct a64_insn *i)
{
    return unary(t, i, vector_of(i), IR_FSQRT);
}

bool a64_tr_FRECPX_s(struct a64_tr *t, const struct a64_insn *i)
{
    return unary(t, i, scalar_of(i), IR_FRECPX);
}

/* These raise nothing, so dead lanes may hold anything. */
static bool sign_op(struct a64_tr *t, const struct a64_insn *i, enum ir_op op)
{
    struct shape s = vector_of(i);
    ir_ref n = vec_get(t, i->rn);

    return put(t, i, s, ir_fp(t->b, op, IR_V128, s.lane, 0, n, 0, 0));
}

bool a64_tr_FABS_v(struct a64_tr *t, const struct a64_insn *i)
{
    return sign_op(t, i, IR_FABS);
}

bool a64_tr_FNEG_v(struct a64_tr *t, const struct a64_insn *i)
{
    return sign_op(t, i, IR_FNEG);
}

/* 0 / 0 and the estimates of 0 raise exceptions: 1.0 in dead lanes. */
bool a64_tr_FDIV_v(struct a64_tr *t, const struct a64_insn *i)
{
    struct shape s = vector_of(i);
    ir_ref n = vec_get(t, i->rn), m = vec_get(t, i->rm);

    return put(t, i, s, fp_op2_ones(t, s, IR_FDIV, n, m));
}

static bool estimate(struct a64_tr *t, const struct a64_insn *i, struct shape s,
                     enum ir_op op)
{
    return put(t, i, s, fp_op1_ones(t, s, op, vec_get(t, i->rn)));
}

bool a64_tr_FRECPE_v(struct a64_tr *t, const struct a64_insn *i)
{
    return estimate(t, i, vector_of(i), IR_FRECPE);
}

bool a64_tr_FRECPE_s(struct a64_tr *t, const struct a64_insn *i)
{
    return estimate(t, i, scalar_of(i), IR_FRECPE);
}

bool a64_tr_FRSQRTE_v(struct a64_tr *t, const struct a64_insn *i)
{
    return estimate(t, i, vector_of(i), IR_FRSQRTE);
}

bool a64_tr_FRSQRTE_s(struct a64_tr *t, const struct a64_insn *i)
{
    return estimate(t, i, scalar_of(i), IR_FRSQRTE);
}

/* The absolute value of the rounded difference, NaN or not. */
static bool abs_difference(struct a64_tr *t, const struct a64_insn *i,
                           struct shape s)
{
    ir_ref n = vec_get(t, i->rn), m = vec_get(t, i->rm);

    return put(t, i, s,
               fp_op1(t, s, IR_FABS, 0, fp_op2(t, s, IR_FSUB, 0, n, m)));
}

bool a64_tr_FABD_v(struct a64_tr *t, const struct a64_insn *i)
{
    return abs_difference(t, i, vector_of(i));
}

bool a64_tr_FABD_s(struct a64_tr *t, const struct a64_insn *i)
{
    return abs_difference(t, i, scalar_of(i));
}

/* rd + rn * m, or (FMLS) rd - rn * m */
static bool multiply_add(struct a64_tr *t, const struct a64_insn *i,
                         struct shape s, bool subtract, ir_ref m)
{
    ir_ref n = vec_get(t, i->rn), d = vec_get(t, i->rd);

    return put(t, i, s, fp_op3(t, s, IR_FMA, subtract, n, m, d));
}

static ir_ref element(struct a64_tr *t, const struct a64_insn *i)
{
    return vec_element(t, scalar_of(i).lane, i->rm, i->idx);
}

bool a64_tr_FMLA_v(struct a64_tr *t, const struct a64_insn *i)
{
    return multiply_add(t, i, vector_of(i), false, vec_get(t, i->rm));
}

bool a64_tr_FMLA_x(struct a64_tr *t, const struct a64_insn *i)
{
    return multiply_add(t, i, vector_of(i), false, element(t, i));
}

bool a64_tr_FMLA_sx(struct a64_tr *t, const struct a64_insn *i)
{
    return multiply_add(t, i, scalar_of(i), false, element(t, i));
}

bool a64_tr_FMLS_v(struct a64_tr *t, const struct a64_insn *i)
{
    return multiply_add(t, i, vector_of(i), true, vec_get(t, i->rm));
}

bool a64_tr_FMLS_x(struct a64_tr *t, const struct a64_insn *i)
{
    return multiply_add(t, i, vector_of(i), true, element(t, i));
}

bool a64_tr_FMLS_sx(struct a64_tr *t, const struct a64_insn *i)
{
    return multiply_add(t, i, scalar_of(i), true, element(t, i));
}

static bool by_element(struct a64_tr *t, const struct a64_insn *i,
                       struct shape s, enum ir_op op)
{
    ir_ref n = vec_get(t, i->rn);

    return put(t, i, s, fp_op2(t, s, op, 0, n, element(t, i)));
}

bool a64_tr_FMUL_x(struct a64_tr *t, const struct a64_insn *i)
{
    return by_element(t, i, vector_of(i), IR_FMUL);
}

bool a64_tr_FMUL_sx(struct a64_tr *t, const struct a64_insn *i)
{
    return by_element(t, i, scalar_of(i), IR_FMUL);
}

bool a64_tr_FMULX_x(struct a64_tr *t, const struct a64_insn *i)
{
    return by_element(t, i, vector_of(i), IR_FMULX);
}

bool a64_tr_FMULX_sx(struct a64_tr *t, const struct a64_insn *i)
{
    return by_element(t, i, scalar_of(i), IR_FMULX);
}

/* Neighbours; dead lanes repeat live ones and raise nothing else. */
static bool pairwise(struct a64_tr *t, const struct a64_insn *i, enum ir_op op)
{
    struct shape s = vector_of(i);
    ir_ref even, odd;

    vec_pairs(t, s, vec_get(t, i->rn), vec_get(t, i->rm), &even, &odd);
    return put(t, i, s, ir_fp(t->b, op, IR_V128, s.lane, 0, even, odd, 0));
}

/* The two low elements. */
static bool pair(struct a64_tr *t, const struct a64_insn *i, enum ir_op op)
{
    struct shape s = scalar_of(i);
    ir_ref n = vec_get(t, i->rn);

    return put(t, i, s, fp_op2(t, s, op, 0, n, vopi(t, IR_VDUP, s.lane, n, 1)));
}

bool a64_tr_FADDP_v(struct a64_tr *t, const struct a64_insn *i)
{
    return pairwise(t, i, IR_FADD);
}

bool a64_tr_FADDP_s(struct a64_tr *t, const struct a64_insn *i)
{
    return pair(t, i, IR_FADD);
}

bool a64_tr_FMAXP_v(struct a64_tr *t, const struct a64_insn *i)
{
    return pairwise(t, i, IR_FMAX);
}

bool a64_tr_FMAXP_s(struct a64_tr *t, const struct a64_insn *i)
{
    return pair(t, i, IR_FMAX);
}

bool a64_tr_FMINP_v(struct a64_tr *t, const struct a64_insn *i)
{
    return pairwise(t, i, IR_FMIN);
}

bool a64_tr_FMINP_s(struct a64_tr *t, const struct a64_insn *i)
{
    return pair(t, i, IR_FMIN);
}

bool a64_tr_FMAXNMP_v(struct a64_tr *t, const struct a64_insn *i)
{
    return pairwise(t, i, IR_FMAXNM);
}

bool a64_tr_FMAXNMP_s(struct a64_tr *t, const struct a64_insn *i)
{
    return pair(t, i, IR_FMAXNM);
}

bool a64_tr_FMINNMP_v(struct a64_tr *t, const struct a64_insn *i)
{
    return pairwise(t, i, IR_FMINNM);
}

bool a64_tr_FMINNMP_s(struct a64_tr *t, const struct a64_insn *i)
{
    return pair(t, i, IR_FMINNM);
}

/* The manual's Reduce: halves first, so that NaNs are chosen in its order. */
static bool across(struct a64_tr *t, const struct a64_insn *i, enum ir_op op)
{
    struct shape s = shape_scalar(LANE_32);
    ir_ref n = vec_get(t, i->rn), even, odd;

    vec_pairs(t, shape_vector(LANE_32, true), n, n, &even, &odd);
    n = ir_fp(t->b, op, IR_V128, LANE_32, 0, even, odd, 0);
    return put(t, i, s,
               fp_op2(t, s, op, 0, n, vopi(t, IR_VDUP, LANE_32, n, 1)));
}

bool a64_tr_FMAXV_v(struct a64_tr *t, const struct a64_insn *i)
{
    return across(t, i, IR_FMAX);
}

bool a64_tr_FMINV_v(struct a64_tr *t, const struct a64_insn *i)
{
    return across(t, i, IR_FMIN);
}

bool a64_tr_FMAXNMV_v(struct a64_tr *t, const struct a64_insn *i)
{
    return across(t, i, IR_FMAXNM);
}

bool a64_tr_FMINNMV_v(struct a64_tr *t, const struct a64_insn *i)
{
    return across(t, i, IR_FMINNM);
}

static bool compare(struct a64_tr *t, const struct a64_insn *i, struct shape s,
                    enum ir_cond cond)
{
    ir_ref n = vec_get(t, i->rn), m = vec_get(t, i->rm);

    return put(t, i, s, fp_compare(t, s, cond, n, m));
}

/* Of absolute values. */
static bool compare_abs(struct a64_tr *t, const struct a64_insn *i,
                        struct shape s, enum ir_cond cond)
{
    ir_ref n = vec_get(t, i->rn), m = vec_get(t, i->rm);

    n = ir_fp(t->b, IR_FABS, IR_V128, s.lane, 0, n, 0, 0);
    m = ir_fp(t->b, IR_FABS, IR_V128, s.lane, 0, m, 0, 0);
    return put(t, i, s, fp_compare(t, s, cond, n, m));
}

/* rn cond 0, or 0 cond rn if swapped */
static bool compare_zero(struct a64_tr *t, const struct a64_insn *i,
                         struct shape s, enum ir_cond cond, bool swapped)
{
    ir_ref n = vec_get(t, i->rn), zero = a64_vec_zero(t);
    ir_ref x = swapped ? zero : n, y = swapped ? n : zero;

    return put(t, i, s, fp_compare(t, s, cond, x, y));
}

bool a64_tr_FCMEQ_v(struct a64_tr *t, const struct a64_insn *i)
{
    return compare(t, i, vector_of(i), COND_EQ);
}

bool a64_tr_FCMGE_v(struct a64_tr *t, const struct a64_insn *i)
{
    return compare(t, i, vector_of(i), COND_GE);
}

bool a64_tr_FCMGT_v(struct a64_tr *t, const struct a64_insn *i)
{
    return compare(t, i, vector_of(i), COND_GT);
}

bool a64_tr_FACGE_v(struct a64_tr *t, const struct a64_insn *i)
{
    return compare_abs(t, i, vector_of(i), COND_GE);
}

bool a64_tr_FACGT_v(struct a64_tr *t, const struct a64_insn *i)
{
    return compare_abs(t, i, vector_of(i), COND_GT);
}

bool a64_tr_FCMGT_zero_v(struct a64_tr *t, const struct a64_insn *i)
{
    return compare_zero(t, i, vector_of(i), COND_GT, false);
}

bool a64_tr_FCMGE_zero_v(struct a64_tr *t, const struct a64_insn *i)
{
    return compare_zero(t, i, vector_of(i), COND_GE, false);
}

bool a64_tr_FCMEQ_zero_v(struct a64_tr *t, const struct a64_insn *i)
{
    return compare_zero(t, i, vector_of(i), COND_EQ, false);
}

bool a64_tr_FCMLE_zero_v(struct a64_tr *t, const struct a64_insn *i)
{
    return compare_zero(t, i, vector_of(i), COND_GE, true);
}

bool a64_tr_FCMLT_zero_v(struct a64_tr *t, const struct a64_insn *i)
{
    return compare_zero(t, i, vector_of(i), COND_GT, true);
}

bool a64_tr_FCMEQ_s(struct a64_tr *t, const struct a64_insn *i)
{
    return compare(t, i, scalar_of(i), COND_EQ);
}

bool a64_tr_FCMGE_s(struct a64_tr *t, const struct a64_insn *i)
{
    return compare(t, i, scalar_of(i), COND_GE);
}

bool a64_tr_FCMGT_s(struct a64_tr *t, const struct a64_insn *i)
{
    return compare(t, i, scalar_of(i), COND_GT);
}

bool a64_tr_FACGE_s(struct a64_tr *t, const struct a64_insn *i)
{
    return compare_abs(t, i, scalar_of(i), COND_GE);
}

bool a64_tr_FACGT_s(struct a64_tr *t, const struct a64_insn *i)
{
    return compare_abs(t, i, scalar_of(i), COND_GT);
}

bool a64_tr_FCMGT_zero_s(struct a64_tr *t, const struct a64_insn *i)
{
    return compare_zero(t, i, scalar_of(i), COND_GT, false);
}

bool a64_tr_FCMGE_zero_s(struct a64_tr *t, const struct a64_insn *i)
{
    return compare_zero(t, i, scalar_of(i), COND_GE, false);
}

bool a64_tr_FCMEQ_zero_s(struct a64_tr *t, const struct a64_insn *i)
{
    return compare_zero(t, i, scalar_of(i), COND_EQ, false);
}

bool a64_tr_FCMLE_zero_s(struct a64_tr *t, const struct a64_insn *i)
{
    return compare_zero(t, i, scalar_of(i), COND_GE, true);
}

bool a64_tr_FCMLT_zero_s(struct a64_tr *t, const struct a64_insn *i)
{
    return compare_zero(t, i, scalar_of(i), COND_GT, true);
}
