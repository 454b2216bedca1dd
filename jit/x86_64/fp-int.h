// SPDX-License-Identifier: MIT
/*
 * What the emitters of FP ops share (T12).
 *
 * The host's own operation runs with the guest's rounding mode and flags in
 * MXCSR.  Where its result could differ from Arm's, a check behind it jumps
 * to cold code, which has a helper do the whole op again from the operands:
 *   - a NaN result: choice and sign of NaNs, default NaN, invalid fma;
 *   - a result of the smallest normal magnitude, for ops whose result can be
 *     tiny: Arm detects tininess before rounding, x86 after.
 * All flags that x86 raises before that are among those that Arm raises.
 * The operands must be intact at the check: the result is computed in a
 * scratch register if it is to go into an operand's.
 */
#ifndef FERRY_JIT_X86_64_FP_INT_H
#define FERRY_JIT_X86_64_FP_INT_H

#include "jit/fp-op.h"
#include "jit/x86_64/vec-int.h"

static inline bool fp_packed(const struct ir_insn *i)
{
    return i->type == IR_V128;
}

/* Width of the elements: by type for scalars, by lane for packed ops. */
static inline bool fp_double(const struct ir_insn *i)
{
    return fp_packed(i) ? i->lane == LANE_64 : i->type == IR_F64;
}

/* The PS, PD, SS or SD form of an opcode, as i wants it. */
static inline uint32_t fp_insn(const struct ir_insn *i, uint32_t opcode)
{
    if (fp_packed(i))
        return fp_double(i) ? I_PD(opcode) : I_PS(opcode);
    return fp_double(i) ? I_SD(opcode) : I_SS(opcode);
}

/* True if the bits above the scalar v (of lane's width) are zero. */
bool fp_upper_zero(const struct emit *e, ir_ref v, unsigned lane);

/* Where to compute: e->dst, or vscratch[0] if that is an operand's. */
int fp_result(const struct emit *e);

/* One op with its way out and back. */
struct fp_check {
    const struct ir_insn *insn;
    uint32_t cold, back; /* labels */
};
struct fp_check fp_check_begin(struct emit *e, const struct ir_insn *i);
/* As it, where operands (bits: a 1, b 2, c 4) are in their slots already. */
struct fp_check fp_check_begin_stored(struct emit *e, const struct ir_insn *i,
                                      unsigned stored);
/*
 * Jumps away if r holds a NaN, or (tiny) the smallest normal.  free: a
 * scratch register, or -1 if there is none (scalars, and AVX-512).
 */
void fp_check_result(struct emit *e, const struct fp_check *c, int r, bool tiny,
                     int free);
/* Jumps away if any bit of mask is set. */
void fp_check_mask(struct emit *e, const struct fp_check *c, int mask);
/* Moves r to e->dst; the cold path returns here. */
void fp_check_end(struct emit *e, const struct fp_check *c, int r);

/* fp-flush.c: FPCR.FZ. */
bool fp_flushes(const struct emit *e);
/* Denormal and small operands go to the cold path; vscratch[0] is used. */
void fp_flush_begin(struct emit *e, const struct fp_check *c);
/* Jumps away if an element of x is denormal; t is scratch. */
void fp_check_denormal(struct emit *e, const struct fp_check *c, struct rm x,
                       bool dbl, int t);
/* With AVX-512: if an element is in one of VFPCLASS's classes. */
void fp_check_class(struct emit *e, const struct fp_check *c, struct rm x,
                    bool dbl, unsigned classes);

/* The whole op by helper. */
emit_fn emit_fp_helper;

/* Constants: the sign bit, and all but it, of each element. */
struct rm fp_sign_mask(struct emit *e, bool dbl);
struct rm fp_abs_mask(struct emit *e, bool dbl);
/* An element as memory operand of a scalar op. */
struct rm fp_const(struct emit *e, bool dbl, uint64_t f32, uint64_t f64);
/* x compared with itself or y, unordered: mask to d.  d is low. */
void fp_unordered(struct emit *e, bool dbl, int d, int x, int y);

/*
 * Rounds a half away from zero, without Inexact: truncates, adds 1 where the
 * exact rest is a half or more, puts the sign back.  What is an integer for
 * its size, and NaNs, go to the cold path.  The result is in vscratch[1];
 * vscratch[0] is used up.
 */
void fp_round_away(struct emit *e, const struct fp_check *c, bool packed,
                   bool dbl);

emit_fn emit_fp_arith, emit_fp_sqrt, emit_fp_minmax, emit_fp_fma, emit_fp_mulx,
    emit_fp_step, emit_fp_sign, emit_fp_cmpv, emit_fp_recpx, emit_fp_cmpf;
emit_fn emit_fp_round, emit_fp_cvt, emit_fp_cvtl, emit_fp_cvtn, emit_fp_toi,
    emit_fp_toi_packed, emit_fp_itof, emit_fp_itof_packed;
emit_fn emit_getfpsr, emit_putfpsr;

#endif
