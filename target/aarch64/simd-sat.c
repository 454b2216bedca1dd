// SPDX-License-Identifier: MIT
/*
 * Saturating SIMD arithmetic.  Each function returns the result and adds to
 * QC the bits by which it differs from the exact one; the comments say why
 * that difference is never zero by accident.
 */
#include "target/aarch64/simd-sat.h"

/* x op y, saturated and wrapped: off the range, these two always differ. */
static ir_ref saturate(struct a64_tr *t, struct shape s, enum ir_op sat,
                       enum ir_op wrap, ir_ref x, ir_ref y)
{
    ir_ref wrapped = vop2(t, wrap, s.lane, x, y);
    ir_ref r = vop2(t, sat, s.lane, x, y);

    qc_set(t, s.live, vec_xor(t, r, wrapped));
    return r;
}

ir_ref sat_add(struct a64_tr *t, struct shape s, bool is_unsigned, ir_ref x,
               ir_ref y)
{
    return saturate(t, s, is_unsigned ? IR_VUQADD : IR_VSQADD, IR_VADD, x, y);
}

ir_ref sat_sub(struct a64_tr *t, struct shape s, bool is_unsigned, ir_ref x,
               ir_ref y)
{
    return saturate(t, s, is_unsigned ? IR_VUQSUB : IR_VSQSUB, IR_VSUB, x, y);
}

ir_ref sat_neg(struct a64_tr *t, struct shape s, ir_ref x)
{
    return sat_sub(t, s, false, a64_vec_zero(t), x);
}

/* |MIN| stays MIN, the only negative outcome: one less is MAX. */
ir_ref sat_abs(struct a64_tr *t, struct shape s, ir_ref x)
{
    ir_ref wrapped = vop1(t, IR_VABS, s.lane, x);
    ir_ref over = vop2(t, IR_VCMPGT, s.lane, a64_vec_zero(t), wrapped);

    qc_set(t, s.live, over);
    return vop2(t, IR_VADD, s.lane, wrapped, over);
}

/*
 * SUQADD: signed d plus unsigned n, to signed.  With MIN added to both sides
 * it is an unsigned addition.  d + n is at most MAX + 2^M - 1, so that the
 * wrapped sum of an overflow is not MAX.
 */
ir_ref sat_add_unsigned(struct a64_tr *t, struct shape s, ir_ref d, ir_ref n)
{
    ir_ref bias = a64_vec_splat(t, s.lane, lane_min(s.lane));
    ir_ref wrapped = vop2(t, IR_VADD, s.lane, d, n);
    ir_ref sum = vop2(t, IR_VUQADD, s.lane, vec_xor(t, d, bias), n);
    ir_ref r = vec_xor(t, sum, bias);

    qc_set(t, s.live, vec_xor(t, r, wrapped));
    return r;
}

/*
 * USQADD: unsigned d plus signed n, to unsigned: n's positive elements added,
 * the others subtracted.  An overflow wraps to less than 2^(M-1), an
 * underflow to 2^(M-1) or more.
 */
ir_ref sat_add_signed(struct a64_tr *t, struct shape s, ir_ref d, ir_ref n)
{
    ir_ref wrapped = vop2(t, IR_VADD, s.lane, d, n);
    ir_ref negative = vop2(t, IR_VCMPGT, s.lane, a64_vec_zero(t), n);
    ir_ref plus = vec_andn(t, n, negative);
    ir_ref minus = vec_and(t, vop1(t, IR_VNEG, s.lane, n), negative);
    ir_ref r = vop2(t, IR_VUQADD, s.lane, d, plus);

    r = vop2(t, IR_VUQSUB, s.lane, r, minus);
    qc_set(t, s.live, vec_xor(t, r, wrapped));
    return r;
}

/* Saturates only where both factors are MIN. */
ir_ref sat_mul_high(struct a64_tr *t, struct shape s, bool round, ir_ref x,
                    ir_ref y)
{
    ir_ref least = a64_vec_splat(t, s.lane, lane_min(s.lane));
    ir_ref both = vec_and(t, vop2(t, IR_VCMPEQ, s.lane, x, y),
                          vop2(t, IR_VCMPEQ, s.lane, x, least));

    qc_set(t, s.live, both);
    return vop2(t, round ? IR_VSQRDMULH : IR_VSQDMULH, s.lane, x, y);
}

/*
 * Twice the product of x's and y's low halves, to double lanes; live is the
 * result's.
 */
ir_ref sat_mul_long(struct a64_tr *t, struct shape s, ir_ref x, ir_ref y)
{
    struct shape wide = {s.lane + 1, s.live};
    ir_ref product = vop2(t, IR_VSMULL, s.lane, x, y);

    return sat_add(t, wide, false, product, product);
}

/* All ones where y's low byte, the shift count, is negative. */
static ir_ref shift_is_right(struct a64_tr *t, enum ir_lane lane, ir_ref y)
{
    ir_ref top = vec_shl(t, lane, y, lane_bits(lane) - 8);

    return vop2(t, IR_VCMPGT, lane, a64_vec_zero(t), top);
}

/*
 * What SQSHL of x by y lost, where r is its result.  The wrapped shift can
 * equal a saturated result (0x81 << 7 is 0x80); then shifting the result back
 * does not give x.  Shifting back by M or more can give x (MIN >> 8 is -1);
 * then the wrapped shift is 0.
 */
static ir_ref signed_shift_lost(struct a64_tr *t, enum ir_lane lane, ir_ref x,
                                ir_ref y, ir_ref r, ir_ref right)
{
    ir_ref wrapped = vop2(t, IR_VSSHL, lane, x, y);
    ir_ref back = vop2(t, IR_VSSHL, lane, r, vop1(t, IR_VNEG, lane, y));
    ir_ref diff = vec_or(t, vec_xor(t, r, wrapped), vec_xor(t, back, x));

    return vec_andn(t, diff, right);
}

/*
 * SQSHL, UQSHL, SQRSHL, UQRSHL by register.  An unsigned overflow gives all
 * ones, a left shift never does.
 */
ir_ref sat_shift(struct a64_tr *t, struct shape s, bool is_unsigned, bool round,
                 ir_ref x, ir_ref y)
{
    enum ir_op sat = is_unsigned ? IR_VUQSHL : IR_VSQSHL;
    ir_ref r = vop2(t, sat, s.lane, x, y);
    ir_ref right = shift_is_right(t, s.lane, y);
    ir_ref lost;

    if (is_unsigned)
        lost = vec_xor(t, r, vop2(t, IR_VUSHL, s.lane, x, y));
    else
        lost = signed_shift_lost(t, s.lane, x, y, r, right);
    qc_set(t, s.live, lost);
    if (!round)
        return r;
    enum ir_op rounding = is_unsigned ? IR_VURSHL : IR_VSRSHL;
    return vec_bsl(t, right, vop2(t, rounding, s.lane, x, y), r);
}

/* SQSHL, UQSHL by 0 <= n < M: what was lost is missing when shifted back. */
ir_ref sat_shift_imm(struct a64_tr *t, struct shape s, bool is_unsigned,
                     ir_ref x, unsigned n)
{
    enum ir_op sat = is_unsigned ? IR_VUQSHL : IR_VSQSHL;
    ir_ref r, back;

    if (n == 0)
        return x;
    r = vop2(t, sat, s.lane, x, a64_vec_splat(t, s.lane, n));
    back = vopi(t, is_unsigned ? IR_VSHR : IR_VSAR, s.lane, r, n);
    qc_set(t, s.live, vec_xor(t, back, x));
    return r;
}

/* SQSHLU: signed x to unsigned; negative elements become 0. */
ir_ref sat_shift_imm_to_unsigned(struct a64_tr *t, struct shape s, ir_ref x,
                                 unsigned n)
{
    ir_ref negative = vop2(t, IR_VCMPGT, s.lane, a64_vec_zero(t), x);
    ir_ref r = vec_andn(t, x, negative);
    ir_ref back;

    if (n != 0)
        r = vop2(t, IR_VUQSHL, s.lane, r, a64_vec_splat(t, s.lane, n));
    back = n ? vopi(t, IR_VSHR, s.lane, r, n) : r;
    qc_set(t, s.live, vec_xor(t, back, x));
    return r;
}

/* SQXTN, UQXTN, SQXTUN to lanes of s from twice their width. */
ir_ref sat_narrow(struct a64_tr *t, struct shape s, enum ir_op op, ir_ref x)
{
    enum ir_lane wide = s.lane + 1;
    ir_ref r, back;

    /* A scalar's dead elements must not count as lost. */
    if (shape_is_scalar(s))
        x = vec_zext(t, wide, x);
    r = vop1(t, op, wide, x);
    back = vop1(t, op == IR_VSQXTN ? IR_VSXTL : IR_VUXTL, s.lane, r);
    qc_set(t, LANE_128, vec_xor(t, back, x));
    return r;
}
