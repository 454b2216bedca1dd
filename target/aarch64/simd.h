// SPDX-License-Identifier: MIT
/*
 * What the translators of FP, Advanced SIMD and crypto share.
 *
 * A shape says how one instruction divides its vectors: into elements of
 * `lane`, of which those in the low `live` bits count.  live is LANE_128 for
 * Q = 1, LANE_64 for Q = 0, and lane itself for the scalar forms.  Bits above
 * live are zero in every result; operands hold anything there, so ops that
 * could raise FP exceptions get them cleared or filled first.
 */
#ifndef FERRY_AARCH64_SIMD_H
#define FERRY_AARCH64_SIMD_H

#include "target/aarch64/translate.h"

struct shape {
    enum ir_lane lane;
    enum ir_lane live;
};

/* size: log2 of the element's bytes, as enum ir_lane. */
static inline struct shape shape_vector(unsigned size, unsigned q)
{
    return (struct shape){(enum ir_lane)size, q ? LANE_128 : LANE_64};
}

static inline struct shape shape_scalar(unsigned size)
{
    return (struct shape){(enum ir_lane)size, (enum ir_lane)size};
}

static inline bool shape_is_scalar(struct shape s)
{
    return s.live == s.lane;
}

static inline unsigned lane_bits(enum ir_lane lane)
{
    return 8u << lane;
}

/* Vector registers: all 128 bits. */
ir_ref vec_get(struct a64_tr *t, unsigned n);
/* Writes value's low `live` bits and zeros above them. */
void vec_put(struct a64_tr *t, unsigned n, enum ir_lane live, ir_ref value);
/*
 * Writes the 64-bit result of a narrowing instruction, whose upper half is
 * zero: to the low half, or (high: the "2" forms) only to the upper half.
 */
void vec_put_half(struct a64_tr *t, unsigned n, bool high, ir_ref value);

/* An integer value of lane (32, 64) as a scalar, to be put zero-extended. */
ir_ref vec_from_int(struct a64_tr *t, enum ir_lane lane, ir_ref value);
/* A vector's or FP value's low `lane` bits, zeros above. */
ir_ref vec_zext(struct a64_tr *t, enum ir_lane lane, ir_ref value);
/* The half that a long or wide instruction reads, as the low half. */
ir_ref vec_half(struct a64_tr *t, ir_ref value, bool high);
ir_ref a64_vec_zero(struct a64_tr *t);
ir_ref a64_vec_splat(struct a64_tr *t, enum ir_lane lane, uint64_t element);

/* By element: lane idx of rm everywhere, as the by-element rows give them. */
ir_ref vec_element(struct a64_tr *t, enum ir_lane lane, int rm, int idx);

/* FPSR.QC: set if any of diff's low `live` bits is set. */
void qc_set(struct a64_tr *t, enum ir_lane live, ir_ref diff);

/*
 * Splits the elements of n followed by m (each its live part) into the ones
 * with even and with odd numbers.  Bits above live repeat live elements.
 */
void vec_pairs(struct a64_tr *t, struct shape s, ir_ref n, ir_ref m,
               ir_ref *even, ir_ref *odd);

/* x >> n with the last bit shifted out added; 0 < n <= lane's width. */
ir_ref vec_round_shift(struct a64_tr *t, enum ir_lane lane, bool is_unsigned,
                       ir_ref x, unsigned n);

/* ir_vec1/2/3 on the translator's builder. */
static inline ir_ref vop1(struct a64_tr *t, enum ir_op op, enum ir_lane lane,
                          ir_ref x)
{
    return ir_vec1(t->b, op, lane, x);
}

static inline ir_ref vop2(struct a64_tr *t, enum ir_op op, enum ir_lane lane,
                          ir_ref x, ir_ref y)
{
    return ir_vec2(t->b, op, lane, x, y);
}

static inline ir_ref vop3(struct a64_tr *t, enum ir_op op, enum ir_lane lane,
                          ir_ref x, ir_ref y, ir_ref z)
{
    return ir_vec3(t->b, op, lane, x, y, z);
}

static inline ir_ref vopi(struct a64_tr *t, enum ir_op op, enum ir_lane lane,
                          ir_ref x, int64_t imm)
{
    return ir_vec1i(t->b, op, lane, x, imm);
}

/* Left shift by a constant; none by 0. */
static inline ir_ref vec_shl(struct a64_tr *t, enum ir_lane lane, ir_ref x,
                             unsigned n)
{
    return n ? vopi(t, IR_VSHL, lane, x, n) : x;
}

/* Bitwise ops have no lanes. */
static inline ir_ref vec_and(struct a64_tr *t, ir_ref x, ir_ref y)
{
    return vop2(t, IR_VAND, LANE_128, x, y);
}

static inline ir_ref vec_or(struct a64_tr *t, ir_ref x, ir_ref y)
{
    return vop2(t, IR_VOR, LANE_128, x, y);
}

static inline ir_ref vec_xor(struct a64_tr *t, ir_ref x, ir_ref y)
{
    return vop2(t, IR_VXOR, LANE_128, x, y);
}

/* x & ~y */
static inline ir_ref vec_andn(struct a64_tr *t, ir_ref x, ir_ref y)
{
    return vop2(t, IR_VANDN, LANE_128, x, y);
}

/* mask ? x : y, bit by bit */
static inline ir_ref vec_bsl(struct a64_tr *t, ir_ref mask, ir_ref x, ir_ref y)
{
    return vop3(t, IR_VBSL, LANE_128, mask, x, y);
}

/* The smallest signed element. */
static inline uint64_t lane_min(enum ir_lane lane)
{
    return 1ull << (lane_bits(lane) - 1);
}

/* The manual's VFPExpandImm: the bits of an f32 or f64. */
uint64_t fp_expand_imm(enum ir_lane lane, int imm8);

/* enum ir_round of the rmode fields of FRINT. */
unsigned fp_rint_rounding(int rmode);

/*
 * FP in a shape: scalar forms are typed f32 or f64, the others packed.  x, y
 * and z may hold anything above s.live.
 */
enum ir_type fp_type(struct shape s);
ir_ref fp_op1(struct a64_tr *t, struct shape s, enum ir_op op, unsigned aux,
              ir_ref x);
ir_ref fp_op2(struct a64_tr *t, struct shape s, enum ir_op op, unsigned aux,
              ir_ref x, ir_ref y);
ir_ref fp_op3(struct a64_tr *t, struct shape s, enum ir_op op, unsigned aux,
              ir_ref x, ir_ref y, ir_ref z);
/* As fp_op1 and fp_op2, with 1.0 in dead lanes of the last operand. */
ir_ref fp_op1_ones(struct a64_tr *t, struct shape s, enum ir_op op, ir_ref x);
ir_ref fp_op2_ones(struct a64_tr *t, struct shape s, enum ir_op op, ir_ref x,
                   ir_ref y);
/* Elements of all ones where x cond y (EQ, GE, GT), else zero. */
ir_ref fp_compare(struct a64_tr *t, struct shape s, enum ir_cond cond, ir_ref x,
                  ir_ref y);

#endif
