// SPDX-License-Identifier: MIT
/* Operands, results and small steps that all SIMD and FP translators use. */
#include "target/aarch64/simd.h"

ir_ref vec_get(struct a64_tr *t, unsigned n)
{
    return ir_get(t->b, A64_V0 + n);
}

ir_ref vec_from_int(struct a64_tr *t, enum ir_lane lane, ir_ref value)
{
    enum ir_type type = lane == LANE_64 ? IR_F64 : IR_F32;

    return ir_emit(t->b, (struct ir_insn){.op = IR_FMOVF,
                                          .type = (uint8_t)type,
                                          .lane = (uint8_t)lane,
                                          .a = value});
}

ir_ref vec_zext(struct a64_tr *t, enum ir_lane lane, ir_ref value)
{
    const struct ir_insn *def = ir_at(t->b, value);

    if (lane == LANE_128 || (def->op == IR_VZEXT && def->lane <= lane))
        return value;
    return vop1(t, IR_VZEXT, lane, value);
}

void vec_put(struct a64_tr *t, unsigned n, enum ir_lane live, ir_ref value)
{
    enum ir_type type = ir_at(t->b, value)->type;

    /* PUT of a scalar FP value clears the rest by itself. */
    if (type != IR_F32 && type != IR_F64)
        value = vec_zext(t, live, value);
    ir_put(t->b, A64_V0 + n, value);
}

void vec_put_half(struct a64_tr *t, unsigned n, bool high, ir_ref value)
{
    if (high)
        value = vop2(t, IR_VZIP1, LANE_64, vec_get(t, n), value);
    ir_put(t->b, A64_V0 + n, value);
}

ir_ref vec_half(struct a64_tr *t, ir_ref value, bool high)
{
    return high ? vopi(t, IR_VDUP, LANE_64, value, 1) : value;
}

ir_ref a64_vec_splat(struct a64_tr *t, enum ir_lane lane, uint64_t element)
{
    vec128 v;
    unsigned k;

    for (k = 0; k < 16; k++)
        v.b[k] = (uint8_t)(element >> 8 * (k % (1u << lane)));
    return ir_vconst(t->b, v);
}

ir_ref a64_vec_zero(struct a64_tr *t)
{
    return a64_vec_splat(t, LANE_64, 0);
}

ir_ref vec_element(struct a64_tr *t, enum ir_lane lane, int rm, int idx)
{
    /* 16-bit lanes leave four bits for the register. */
    if (lane == LANE_16)
        rm &= 15;
    return vopi(t, IR_VDUP, lane, vec_get(t, rm), idx >> (lane - LANE_16));
}

void qc_set(struct a64_tr *t, enum ir_lane live, ir_ref diff)
{
    ir_ref qc = ir_get(t->b, A64_QC);

    ir_put(t->b, A64_QC, vec_or(t, qc, vec_zext(t, live, diff)));
}

void vec_pairs(struct a64_tr *t, struct shape s, ir_ref n, ir_ref m,
               ir_ref *even, ir_ref *odd)
{
    if (s.live == LANE_64)
        n = m = vop2(t, IR_VZIP1, LANE_64, n, m);
    *even = vop2(t, IR_VUZP1, s.lane, n, m);
    *odd = vop2(t, IR_VUZP2, s.lane, n, m);
}

ir_ref vec_round_shift(struct a64_tr *t, enum ir_lane lane, bool is_unsigned,
                       ir_ref x, unsigned n)
{
    ir_ref bit = n == 1 ? x : vopi(t, IR_VSHR, lane, x, n - 1);
    ir_ref shifted = vopi(t, is_unsigned ? IR_VSHR : IR_VSAR, lane, x, n);

    bit = vec_and(t, bit, a64_vec_splat(t, lane, 1));
    return vop2(t, IR_VADD, lane, shifted, bit);
}

/* sign, NOT(b) and copies of b, cdefgh, zeros */
uint64_t fp_expand_imm(enum ir_lane lane, int imm8)
{
    uint64_t sign = imm8 >> 7 & 1, b = imm8 >> 6 & 1, low = imm8 & 63;

    if (lane == LANE_32)
        return sign << 31 | (b ? 0x1full : 0x20ull) << 25 | low << 19;
    return sign << 63 | (b ? 0xffull : 0x100ull) << 54 | low << 48;
}

enum ir_type fp_type(struct shape s)
{
    if (!shape_is_scalar(s))
        return IR_V128;
    return s.lane == LANE_64 ? IR_F64 : IR_F32;
}

/* Zeros in dead lanes: most operations on them raise nothing. */
static ir_ref fp_in(struct a64_tr *t, struct shape s, ir_ref x)
{
    return x && !shape_is_scalar(s) ? vec_zext(t, s.live, x) : x;
}

ir_ref fp_op3(struct a64_tr *t, struct shape s, enum ir_op op, unsigned aux,
              ir_ref x, ir_ref y, ir_ref z)
{
    return ir_fp(t->b, op, fp_type(s), s.lane, aux, fp_in(t, s, x),
                 fp_in(t, s, y), fp_in(t, s, z));
}

ir_ref fp_op2(struct a64_tr *t, struct shape s, enum ir_op op, unsigned aux,
              ir_ref x, ir_ref y)
{
    return fp_op3(t, s, op, aux, x, y, 0);
}

ir_ref fp_op1(struct a64_tr *t, struct shape s, enum ir_op op, unsigned aux,
              ir_ref x)
{
    return fp_op3(t, s, op, aux, x, 0, 0);
}

/* Ones in dead lanes; only packed f32 has any. */
static ir_ref fp_in_ones(struct a64_tr *t, struct shape s, ir_ref x)
{
    if (shape_is_scalar(s) || s.live == LANE_128)
        return x;
    return vop2(t, IR_VZIP1, LANE_64, x, a64_vec_splat(t, LANE_32, 0x3f800000));
}

ir_ref fp_op1_ones(struct a64_tr *t, struct shape s, enum ir_op op, ir_ref x)
{
    return ir_fp(t->b, op, fp_type(s), s.lane, 0, fp_in_ones(t, s, x), 0, 0);
}

ir_ref fp_op2_ones(struct a64_tr *t, struct shape s, enum ir_op op, ir_ref x,
                   ir_ref y)
{
    return ir_fp(t->b, op, fp_type(s), s.lane, 0, fp_in(t, s, x),
                 fp_in_ones(t, s, y), 0);
}

ir_ref fp_compare(struct a64_tr *t, struct shape s, enum ir_cond cond, ir_ref x,
                  ir_ref y)
{
    return ir_fp(t->b, IR_FCMPV, IR_V128, s.lane, cond, vec_zext(t, s.live, x),
                 vec_zext(t, s.live, y), 0);
}
