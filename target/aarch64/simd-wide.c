// SPDX-License-Identifier: MIT
/*
 * Advanced SIMD long, wide and narrowing instructions: three different, and
 * their forms by element.  `size` is the narrow side's.
 */
#include "target/aarch64/simd-sat.h"

static enum ir_lane narrow_of(const struct a64_insn *i)
{
    return (enum ir_lane)i->size;
}

static enum ir_lane wide_of(const struct a64_insn *i)
{
    return (enum ir_lane)(i->size + 1);
}

static bool put(struct a64_tr *t, const struct a64_insn *i, ir_ref value)
{
    vec_put(t, i->rd, LANE_128, value);
    return true;
}

/* The half of a narrow operand that Q selects, as the low half. */
static ir_ref narrow(struct a64_tr *t, const struct a64_insn *i, int reg)
{
    return vec_half(t, vec_get(t, reg), i->Q);
}

/* The same half, each element twice as wide. */
static ir_ref widened(struct a64_tr *t, const struct a64_insn *i, int reg)
{
    ir_ref v = vec_get(t, reg);

    if (i->U && i->Q)
        return vop2(t, IR_VZIP2, narrow_of(i), v, a64_vec_zero(t));
    v = vec_half(t, v, i->Q);
    return vop1(t, i->U ? IR_VUXTL : IR_VSXTL, narrow_of(i), v);
}

static bool wide_op(struct a64_tr *t, const struct a64_insn *i, enum ir_op op,
                    ir_ref x, ir_ref y)
{
    return put(t, i, vop2(t, op, wide_of(i), x, y));
}

bool a64_tr_SADDL_v(struct a64_tr *t, const struct a64_insn *i)
{
    return wide_op(t, i, IR_VADD, widened(t, i, i->rn), widened(t, i, i->rm));
}

bool a64_tr_SADDW_v(struct a64_tr *t, const struct a64_insn *i)
{
    return wide_op(t, i, IR_VADD, vec_get(t, i->rn), widened(t, i, i->rm));
}

bool a64_tr_SSUBL_v(struct a64_tr *t, const struct a64_insn *i)
{
    return wide_op(t, i, IR_VSUB, widened(t, i, i->rn), widened(t, i, i->rm));
}

bool a64_tr_SSUBW_v(struct a64_tr *t, const struct a64_insn *i)
{
    return wide_op(t, i, IR_VSUB, vec_get(t, i->rn), widened(t, i, i->rm));
}

/* The upper halves of rn op rm, rounded if R. */
static bool high_half(struct a64_tr *t, const struct a64_insn *i, enum ir_op op)
{
    enum ir_lane wide = wide_of(i);
    ir_ref r = vop2(t, op, wide, vec_get(t, i->rn), vec_get(t, i->rm));

    if (i->R) {
        uint64_t half = lane_min(narrow_of(i));
        r = vop2(t, IR_VADD, wide, r, a64_vec_splat(t, wide, half));
    }
    r = vop2(t, IR_VUZP2, narrow_of(i), r, a64_vec_zero(t));
    vec_put_half(t, i->rd, i->Q, r);
    return true;
}

bool a64_tr_ADDHN_v(struct a64_tr *t, const struct a64_insn *i)
{
    return high_half(t, i, IR_VADD);
}

bool a64_tr_SUBHN_v(struct a64_tr *t, const struct a64_insn *i)
{
    return high_half(t, i, IR_VSUB);
}

/* A difference fits its lane unsigned. */
static ir_ref difference(struct a64_tr *t, const struct a64_insn *i)
{
    ir_ref n = narrow(t, i, i->rn), m = narrow(t, i, i->rm);
    enum ir_op op = i->U ? IR_VUABD : IR_VSABD;

    return vop1(t, IR_VUXTL, narrow_of(i), vop2(t, op, narrow_of(i), n, m));
}

bool a64_tr_SABDL_v(struct a64_tr *t, const struct a64_insn *i)
{
    return put(t, i, difference(t, i));
}

bool a64_tr_SABAL_v(struct a64_tr *t, const struct a64_insn *i)
{
    return wide_op(t, i, IR_VADD, vec_get(t, i->rd), difference(t, i));
}

/* The second factor by element: in the low half, which products read. */
static ir_ref element(struct a64_tr *t, const struct a64_insn *i)
{
    return vec_element(t, narrow_of(i), i->rm, i->idx);
}

static ir_ref product(struct a64_tr *t, const struct a64_insn *i, ir_ref m)
{
    enum ir_op op = i->U ? IR_VUMULL : IR_VSMULL;

    return vop2(t, op, narrow_of(i), narrow(t, i, i->rn), m);
}

bool a64_tr_SMULL_v(struct a64_tr *t, const struct a64_insn *i)
{
    return put(t, i, product(t, i, narrow(t, i, i->rm)));
}

bool a64_tr_SMLAL_v(struct a64_tr *t, const struct a64_insn *i)
{
    ir_ref r = product(t, i, narrow(t, i, i->rm));

    return wide_op(t, i, IR_VADD, vec_get(t, i->rd), r);
}

bool a64_tr_SMLSL_v(struct a64_tr *t, const struct a64_insn *i)
{
    ir_ref r = product(t, i, narrow(t, i, i->rm));

    return wide_op(t, i, IR_VSUB, vec_get(t, i->rd), r);
}

bool a64_tr_SMULL_x(struct a64_tr *t, const struct a64_insn *i)
{
    return put(t, i, product(t, i, element(t, i)));
}

bool a64_tr_SMLAL_x(struct a64_tr *t, const struct a64_insn *i)
{
    ir_ref r = product(t, i, element(t, i));

    return wide_op(t, i, IR_VADD, vec_get(t, i->rd), r);
}

bool a64_tr_SMLSL_x(struct a64_tr *t, const struct a64_insn *i)
{
    ir_ref r = product(t, i, element(t, i));

    return wide_op(t, i, IR_VSUB, vec_get(t, i->rd), r);
}

/*
 * The saturating doubled products: what is done with rd, and with s of the
 * result's live bits.
 */
enum doubled { DOUBLED, DOUBLED_ADD, DOUBLED_SUB };

static bool doubled(struct a64_tr *t, const struct a64_insn *i,
                    enum ir_lane live, enum doubled how, ir_ref n, ir_ref m)
{
    struct shape s = {narrow_of(i), live}, wide = {wide_of(i), live};
    ir_ref r = sat_mul_long(t, s, n, m);

    if (how == DOUBLED_ADD)
        r = sat_add(t, wide, false, vec_get(t, i->rd), r);
    else if (how == DOUBLED_SUB)
        r = sat_sub(t, wide, false, vec_get(t, i->rd), r);
    vec_put(t, i->rd, live, r);
    return true;
}

bool a64_tr_SQDMULL_v(struct a64_tr *t, const struct a64_insn *i)
{
    return doubled(t, i, LANE_128, DOUBLED, narrow(t, i, i->rn),
                   narrow(t, i, i->rm));
}

bool a64_tr_SQDMULL_x(struct a64_tr *t, const struct a64_insn *i)
{
    return doubled(t, i, LANE_128, DOUBLED, narrow(t, i, i->rn), element(t, i));
}

bool a64_tr_SQDMULL_s(struct a64_tr *t, const struct a64_insn *i)
{
    return doubled(t, i, wide_of(i), DOUBLED, vec_get(t, i->rn),
                   vec_get(t, i->rm));
}

bool a64_tr_SQDMULL_sx(struct a64_tr *t, const struct a64_insn *i)
{
    return doubled(t, i, wide_of(i), DOUBLED, vec_get(t, i->rn), element(t, i));
}

bool a64_tr_SQDMLAL_v(struct a64_tr *t, const struct a64_insn *i)
{
    return doubled(t, i, LANE_128, DOUBLED_ADD, narrow(t, i, i->rn),
                   narrow(t, i, i->rm));
}

bool a64_tr_SQDMLAL_x(struct a64_tr *t, const struct a64_insn *i)
{
    return doubled(t, i, LANE_128, DOUBLED_ADD, narrow(t, i, i->rn),
                   element(t, i));
}

bool a64_tr_SQDMLAL_s(struct a64_tr *t, const struct a64_insn *i)
{
    return doubled(t, i, wide_of(i), DOUBLED_ADD, vec_get(t, i->rn),
                   vec_get(t, i->rm));
}

bool a64_tr_SQDMLAL_sx(struct a64_tr *t, const struct a64_insn *i)
{
    return doubled(t, i, wide_of(i), DOUBLED_ADD, vec_get(t, i->rn),
                   element(t, i));
}

bool a64_tr_SQDMLSL_v(struct a64_tr *t, const struct a64_insn *i)
{
    return doubled(t, i, LANE_128, DOUBLED_SUB, narrow(t, i, i->rn),
                   narrow(t, i, i->rm));
}

bool a64_tr_SQDMLSL_x(struct a64_tr *t, const struct a64_insn *i)
{
    return doubled(t, i, LANE_128, DOUBLED_SUB, narrow(t, i, i->rn),
                   element(t, i));
}

bool a64_tr_SQDMLSL_s(struct a64_tr *t, const struct a64_insn *i)
{
    return doubled(t, i, wide_of(i), DOUBLED_SUB, vec_get(t, i->rn),
                   vec_get(t, i->rm));
}

bool a64_tr_SQDMLSL_sx(struct a64_tr *t, const struct a64_insn *i)
{
    return doubled(t, i, wide_of(i), DOUBLED_SUB, vec_get(t, i->rn),
                   element(t, i));
}

bool a64_tr_PMULL_v(struct a64_tr *t, const struct a64_insn *i)
{
    ir_ref n = narrow(t, i, i->rn), m = narrow(t, i, i->rm);

    return put(t, i, vop2(t, IR_VPMULL, LANE_8, n, m));
}

bool a64_tr_PMULL_64(struct a64_tr *t, const struct a64_insn *i)
{
    ir_ref n = narrow(t, i, i->rn), m = narrow(t, i, i->rm);

    return put(t, i, vop2(t, IR_VPMULL, LANE_64, n, m));
}

/* Narrowing of two-register misc. */

bool a64_tr_XTN_v(struct a64_tr *t, const struct a64_insn *i)
{
    ir_ref r = vop1(t, IR_VXTN, wide_of(i), vec_get(t, i->rn));

    vec_put_half(t, i->rd, i->Q, r);
    return true;
}

static bool narrow_sat_v(struct a64_tr *t, const struct a64_insn *i,
                         enum ir_op op)
{
    struct shape s = {narrow_of(i), LANE_64};

    vec_put_half(t, i->rd, i->Q, sat_narrow(t, s, op, vec_get(t, i->rn)));
    return true;
}

static bool narrow_sat_s(struct a64_tr *t, const struct a64_insn *i,
                         enum ir_op op)
{
    struct shape s = shape_scalar((unsigned)i->size);

    vec_put(t, i->rd, s.live, sat_narrow(t, s, op, vec_get(t, i->rn)));
    return true;
}

bool a64_tr_SQXTN_v(struct a64_tr *t, const struct a64_insn *i)
{
    return narrow_sat_v(t, i, i->U ? IR_VUQXTN : IR_VSQXTN);
}

bool a64_tr_SQXTUN_v(struct a64_tr *t, const struct a64_insn *i)
{
    return narrow_sat_v(t, i, IR_VSQXTUN);
}

bool a64_tr_SQXTN_s(struct a64_tr *t, const struct a64_insn *i)
{
    return narrow_sat_s(t, i, i->U ? IR_VUQXTN : IR_VSQXTN);
}

bool a64_tr_SQXTUN_s(struct a64_tr *t, const struct a64_insn *i)
{
    return narrow_sat_s(t, i, IR_VSQXTUN);
}

/* By the lane's width: the element becomes the upper half of the result's. */
bool a64_tr_SHLL_v(struct a64_tr *t, const struct a64_insn *i)
{
    ir_ref v = vec_get(t, i->rn);
    enum ir_op op = i->Q ? IR_VZIP2 : IR_VZIP1;

    return put(t, i, vop2(t, op, narrow_of(i), a64_vec_zero(t), v));
}

/* Multiplication by element to lanes of the same width. */
static ir_ref same_product(struct a64_tr *t, const struct a64_insn *i)
{
    return vop2(t, IR_VMUL, narrow_of(i), vec_get(t, i->rn), element(t, i));
}

static bool put_vector(struct a64_tr *t, const struct a64_insn *i, ir_ref value)
{
    vec_put(t, i->rd, i->Q ? LANE_128 : LANE_64, value);
    return true;
}

bool a64_tr_MUL_x(struct a64_tr *t, const struct a64_insn *i)
{
    return put_vector(t, i, same_product(t, i));
}

bool a64_tr_MLA_x(struct a64_tr *t, const struct a64_insn *i)
{
    ir_ref r = same_product(t, i);

    r = vop2(t, IR_VADD, narrow_of(i), vec_get(t, i->rd), r);
    return put_vector(t, i, r);
}

bool a64_tr_MLS_x(struct a64_tr *t, const struct a64_insn *i)
{
    ir_ref r = same_product(t, i);

    r = vop2(t, IR_VSUB, narrow_of(i), vec_get(t, i->rd), r);
    return put_vector(t, i, r);
}

static bool mul_high(struct a64_tr *t, const struct a64_insn *i, struct shape s,
                     bool round)
{
    ir_ref n = vec_get(t, i->rn), m = element(t, i);

    vec_put(t, i->rd, s.live, sat_mul_high(t, s, round, n, m));
    return true;
}

bool a64_tr_SQDMULH_x(struct a64_tr *t, const struct a64_insn *i)
{
    struct shape s = shape_vector((unsigned)i->size, (unsigned)i->Q);

    return mul_high(t, i, s, false);
}

bool a64_tr_SQDMULH_sx(struct a64_tr *t, const struct a64_insn *i)
{
    return mul_high(t, i, shape_scalar((unsigned)i->size), false);
}

bool a64_tr_SQRDMULH_x(struct a64_tr *t, const struct a64_insn *i)
{
    struct shape s = shape_vector((unsigned)i->size, (unsigned)i->Q);

    return mul_high(t, i, s, true);
}

bool a64_tr_SQRDMULH_sx(struct a64_tr *t, const struct a64_insn *i)
{
    return mul_high(t, i, shape_scalar((unsigned)i->size), true);
}
