// SPDX-License-Identifier: MIT
/*
 * Saturating SIMD arithmetic: each returns the result and adds to QC; bits
 * above s.live of the result are anything.
 */
#ifndef FERRY_AARCH64_SIMD_SAT_H
#define FERRY_AARCH64_SIMD_SAT_H

#include "target/aarch64/simd.h"

ir_ref sat_add(struct a64_tr *t, struct shape s, bool is_unsigned, ir_ref x,
               ir_ref y);
ir_ref sat_sub(struct a64_tr *t, struct shape s, bool is_unsigned, ir_ref x,
               ir_ref y);
/* Signed. */
ir_ref sat_neg(struct a64_tr *t, struct shape s, ir_ref x);
ir_ref sat_abs(struct a64_tr *t, struct shape s, ir_ref x);
/* SUQADD, USQADD. */
ir_ref sat_add_unsigned(struct a64_tr *t, struct shape s, ir_ref d, ir_ref n);
ir_ref sat_add_signed(struct a64_tr *t, struct shape s, ir_ref d, ir_ref n);
/* SQDMULH, SQRDMULH. */
ir_ref sat_mul_high(struct a64_tr *t, struct shape s, bool round, ir_ref x,
                    ir_ref y);
/*
 * SQDMULL of x's and y's low halves: s.lane is theirs, s.live and the result
 * are of twice that lane.
 */
ir_ref sat_mul_long(struct a64_tr *t, struct shape s, ir_ref x, ir_ref y);
/* SQSHL, UQSHL, SQRSHL, UQRSHL by register; by 0 <= n < M; SQSHLU. */
ir_ref sat_shift(struct a64_tr *t, struct shape s, bool is_unsigned, bool round,
                 ir_ref x, ir_ref y);
ir_ref sat_shift_imm(struct a64_tr *t, struct shape s, bool is_unsigned,
                     ir_ref x, unsigned n);
ir_ref sat_shift_imm_to_unsigned(struct a64_tr *t, struct shape s, ir_ref x,
                                 unsigned n);
/*
 * VSQXTN, VUQXTN or VSQXTUN (op) of x to lanes of s from twice their width:
 * the low half of the result, zero above.
 */
ir_ref sat_narrow(struct a64_tr *t, struct shape s, enum ir_op op, ir_ref x);

#endif
