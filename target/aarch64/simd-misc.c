// SPDX-License-Identifier: MIT
/* Advanced SIMD two-register miscellaneous and across lanes, integer. */
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

static bool unary(struct a64_tr *t, const struct a64_insn *i, struct shape s,
                  enum ir_op op)
{
    return put(t, i, s, vop1(t, op, s.lane, vec_get(t, i->rn)));
}

/* Elements reversed in containers of so many bytes. */
static bool reverse(struct a64_tr *t, const struct a64_insn *i, struct shape s,
                    int bytes)
{
    return put(t, i, s, vopi(t, IR_VREV, s.lane, vec_get(t, i->rn), bytes));
}

/* Bytes, whatever the encoding's size field says. */
static struct shape bytes_of(const struct a64_insn *i)
{
    return shape_vector(LANE_8, (unsigned)i->Q);
}

bool a64_tr_REV64_v(struct a64_tr *t, const struct a64_insn *i)
{
    return reverse(t, i, vector_of(i), 8);
}

bool a64_tr_REV32_v(struct a64_tr *t, const struct a64_insn *i)
{
    return reverse(t, i, vector_of(i), 4);
}

bool a64_tr_REV16_v(struct a64_tr *t, const struct a64_insn *i)
{
    return reverse(t, i, bytes_of(i), 2);
}

bool a64_tr_CLS_v(struct a64_tr *t, const struct a64_insn *i)
{
    return unary(t, i, vector_of(i), IR_VCLS);
}

bool a64_tr_CLZ_v(struct a64_tr *t, const struct a64_insn *i)
{
    return unary(t, i, vector_of(i), IR_VCLZ);
}

bool a64_tr_ABS_v(struct a64_tr *t, const struct a64_insn *i)
{
    return unary(t, i, vector_of(i), IR_VABS);
}

bool a64_tr_NEG_v(struct a64_tr *t, const struct a64_insn *i)
{
    return unary(t, i, vector_of(i), IR_VNEG);
}

bool a64_tr_CNT_v(struct a64_tr *t, const struct a64_insn *i)
{
    return unary(t, i, bytes_of(i), IR_VCNT);
}

bool a64_tr_NOT_v(struct a64_tr *t, const struct a64_insn *i)
{
    return unary(t, i, bytes_of(i), IR_VNOT);
}

bool a64_tr_RBIT_v(struct a64_tr *t, const struct a64_insn *i)
{
    return unary(t, i, bytes_of(i), IR_VRBIT);
}

bool a64_tr_ABS_s(struct a64_tr *t, const struct a64_insn *i)
{
    return unary(t, i, shape_scalar(LANE_64), IR_VABS);
}

bool a64_tr_NEG_s(struct a64_tr *t, const struct a64_insn *i)
{
    return unary(t, i, shape_scalar(LANE_64), IR_VNEG);
}

/* Sums of neighbours, twice as wide. */
static ir_ref pair_sums(struct a64_tr *t, const struct a64_insn *i)
{
    enum ir_lane narrow = (enum ir_lane)i->size, wide = narrow + 1;
    unsigned bits = lane_bits(narrow);
    ir_ref v = vec_get(t, i->rn), even, odd;

    if (i->U) {
        odd = vopi(t, IR_VSHR, wide, v, bits);
        even = vec_and(t, v, a64_vec_splat(t, wide, (1ull << bits) - 1));
    } else {
        odd = vopi(t, IR_VSAR, wide, v, bits);
        even = vopi(t, IR_VSAR, wide, vec_shl(t, wide, v, bits), bits);
    }
    return vop2(t, IR_VADD, wide, even, odd);
}

bool a64_tr_SADDLP_v(struct a64_tr *t, const struct a64_insn *i)
{
    return put(t, i, vector_of(i), pair_sums(t, i));
}

bool a64_tr_SADALP_v(struct a64_tr *t, const struct a64_insn *i)
{
    enum ir_lane wide = (enum ir_lane)(i->size + 1);
    ir_ref sums = pair_sums(t, i);

    sums = vop2(t, IR_VADD, wide, vec_get(t, i->rd), sums);
    return put(t, i, vector_of(i), sums);
}

static bool abs_sat(struct a64_tr *t, const struct a64_insn *i, struct shape s)
{
    return put(t, i, s, sat_abs(t, s, vec_get(t, i->rn)));
}

static bool neg_sat(struct a64_tr *t, const struct a64_insn *i, struct shape s)
{
    return put(t, i, s, sat_neg(t, s, vec_get(t, i->rn)));
}

static bool add_mixed_sat(struct a64_tr *t, const struct a64_insn *i,
                          struct shape s)
{
    ir_ref d = vec_get(t, i->rd), n = vec_get(t, i->rn);

    if (i->U)
        return put(t, i, s, sat_add_signed(t, s, d, n));
    return put(t, i, s, sat_add_unsigned(t, s, d, n));
}

bool a64_tr_SQABS_v(struct a64_tr *t, const struct a64_insn *i)
{
    return abs_sat(t, i, vector_of(i));
}

bool a64_tr_SQABS_s(struct a64_tr *t, const struct a64_insn *i)
{
    return abs_sat(t, i, shape_scalar((unsigned)i->size));
}

bool a64_tr_SQNEG_v(struct a64_tr *t, const struct a64_insn *i)
{
    return neg_sat(t, i, vector_of(i));
}

bool a64_tr_SQNEG_s(struct a64_tr *t, const struct a64_insn *i)
{
    return neg_sat(t, i, shape_scalar((unsigned)i->size));
}

bool a64_tr_SUQADD_v(struct a64_tr *t, const struct a64_insn *i)
{
    return add_mixed_sat(t, i, vector_of(i));
}

bool a64_tr_SUQADD_s(struct a64_tr *t, const struct a64_insn *i)
{
    return add_mixed_sat(t, i, shape_scalar((unsigned)i->size));
}

/* rn op 0, or 0 op rn if swapped */
static bool compare_zero(struct a64_tr *t, const struct a64_insn *i,
                         struct shape s, enum ir_op op, bool swapped)
{
    ir_ref zero = a64_vec_zero(t), n = vec_get(t, i->rn);
    ir_ref x = swapped ? zero : n, y = swapped ? n : zero;

    return put(t, i, s, vop2(t, op, s.lane, x, y));
}

bool a64_tr_CMGT_zero_v(struct a64_tr *t, const struct a64_insn *i)
{
    return compare_zero(t, i, vector_of(i), IR_VCMPGT, false);
}

bool a64_tr_CMGT_zero_s(struct a64_tr *t, const struct a64_insn *i)
{
    struct shape s = shape_scalar(LANE_64);

    return compare_zero(t, i, s, IR_VCMPGT, false);
}

bool a64_tr_CMGE_zero_v(struct a64_tr *t, const struct a64_insn *i)
{
    return compare_zero(t, i, vector_of(i), IR_VCMPGE, false);
}

bool a64_tr_CMGE_zero_s(struct a64_tr *t, const struct a64_insn *i)
{
    struct shape s = shape_scalar(LANE_64);

    return compare_zero(t, i, s, IR_VCMPGE, false);
}

bool a64_tr_CMEQ_zero_v(struct a64_tr *t, const struct a64_insn *i)
{
    return compare_zero(t, i, vector_of(i), IR_VCMPEQ, false);
}

bool a64_tr_CMEQ_zero_s(struct a64_tr *t, const struct a64_insn *i)
{
    struct shape s = shape_scalar(LANE_64);

    return compare_zero(t, i, s, IR_VCMPEQ, false);
}

bool a64_tr_CMLE_zero_v(struct a64_tr *t, const struct a64_insn *i)
{
    return compare_zero(t, i, vector_of(i), IR_VCMPGE, true);
}

bool a64_tr_CMLE_zero_s(struct a64_tr *t, const struct a64_insn *i)
{
    struct shape s = shape_scalar(LANE_64);

    return compare_zero(t, i, s, IR_VCMPGE, true);
}

bool a64_tr_CMLT_zero_v(struct a64_tr *t, const struct a64_insn *i)
{
    return compare_zero(t, i, vector_of(i), IR_VCMPGT, true);
}

bool a64_tr_CMLT_zero_s(struct a64_tr *t, const struct a64_insn *i)
{
    struct shape s = shape_scalar(LANE_64);

    return compare_zero(t, i, s, IR_VCMPGT, true);
}

bool a64_tr_URECPE_v(struct a64_tr *t, const struct a64_insn *i)
{
    struct shape s = shape_vector(LANE_32, (unsigned)i->Q);

    return unary(t, i, s, IR_VURECPE);
}

bool a64_tr_URSQRTE_v(struct a64_tr *t, const struct a64_insn *i)
{
    struct shape s = shape_vector(LANE_32, (unsigned)i->Q);

    return unary(t, i, s, IR_VURSQRTE);
}

/* Combines the `bytes` low bytes of v by halves, until one lane is left. */
static ir_ref fold(struct a64_tr *t, enum ir_op op, enum ir_lane lane, ir_ref v,
                   unsigned bytes)
{
    unsigned step;

    for (step = bytes / 2; step >= 1u << lane; step /= 2) {
        ir_ref other = ir_vec2i(t->b, IR_VEXT, LANE_8, v, v, step);
        v = vop2(t, op, lane, v, other);
    }
    return v;
}

static bool across(struct a64_tr *t, const struct a64_insn *i, enum ir_op op)
{
    enum ir_lane lane = (enum ir_lane)i->size;
    ir_ref v = fold(t, op, lane, vec_get(t, i->rn), i->Q ? 16 : 8);

    vec_put(t, i->rd, lane, v);
    return true;
}

bool a64_tr_SMAXV_v(struct a64_tr *t, const struct a64_insn *i)
{
    return across(t, i, i->U ? IR_VUMAX : IR_VSMAX);
}

bool a64_tr_SMINV_v(struct a64_tr *t, const struct a64_insn *i)
{
    return across(t, i, i->U ? IR_VUMIN : IR_VSMIN);
}

/* The sum of unsigned bytes, in 64 bits. */
static ir_ref byte_sum(struct a64_tr *t, const struct a64_insn *i, ir_ref v)
{
    ir_ref sums = vop1(t, IR_VSUMB, LANE_64, v);

    if (i->Q)
        sums = vop2(t, IR_VADD, LANE_64, sums, vec_half(t, sums, true));
    return sums;
}

bool a64_tr_ADDV_v(struct a64_tr *t, const struct a64_insn *i)
{
    if (i->size != LANE_8)
        return across(t, i, IR_VADD);
    vec_put(t, i->rd, LANE_8, byte_sum(t, i, vec_get(t, i->rn)));
    return true;
}

/* Signed bytes are summed 128 too large each. */
static ir_ref long_byte_sum(struct a64_tr *t, const struct a64_insn *i)
{
    ir_ref v = vec_get(t, i->rn), sum;
    int64_t excess = (int64_t)0x80 * (i->Q ? 16 : 8);

    if (i->U)
        return byte_sum(t, i, v);
    sum = byte_sum(t, i, vec_xor(t, v, a64_vec_splat(t, LANE_8, 0x80)));
    return vop2(t, IR_VADD, LANE_64, sum,
                a64_vec_splat(t, LANE_64, (uint64_t)-excess));
}

/* Elements of 2 or 4 bytes: widened and the halves added, then folded. */
static ir_ref long_sum(struct a64_tr *t, const struct a64_insn *i)
{
    enum ir_lane narrow = (enum ir_lane)i->size, wide = narrow + 1;
    enum ir_op extend = i->U ? IR_VUXTL : IR_VSXTL;
    ir_ref v = vec_get(t, i->rn);
    ir_ref sums = vop1(t, extend, narrow, v);

    if (i->Q) {
        v = vop1(t, extend, narrow, vec_half(t, v, true));
        sums = vop2(t, IR_VADD, wide, sums, v);
    }
    return fold(t, IR_VADD, wide, sums, 16);
}

bool a64_tr_SADDLV_v(struct a64_tr *t, const struct a64_insn *i)
{
    bool bytes = i->size == LANE_8;
    ir_ref sum = bytes ? long_byte_sum(t, i) : long_sum(t, i);

    vec_put(t, i->rd, (enum ir_lane)(i->size + 1), sum);
    return true;
}
