// SPDX-License-Identifier: MIT
/*
 * Evaluates FP and vector ops of the IR in software, one op at a time: for
 * the helpers, and for the reference interpreter of the tests.
 */
#ifndef FERRY_JIT_FP_EVAL_H
#define FERRY_JIT_FP_EVAL_H

#include "jit/fp-op.h"
#include "jit/softfloat.h"

/*
 * One element: scalar ops, and each lane of packed ones.  x, y, z are bit
 * patterns (ITOF: the integer).  env->rounding is FPCR's; op->aux may say
 * otherwise.
 */
uint64_t fp_eval(struct soft_env *env, const struct fp_op *op, uint64_t x,
                 uint64_t y, uint64_t z);
/* Packed ops, FCVTL and FCVTN included. */
void fp_eval_packed(struct soft_env *env, const struct fp_op *op, vec128 *r,
                    const vec128 *x, const vec128 *y, const vec128 *z);
/*
 * The integer vector ops that have no sequence on every host: variable
 * shifts, polynomial products, estimates, AES, SHA.
 */
void vec_eval(const struct fp_op *op, vec128 *r, const vec128 *x,
              const vec128 *y, const vec128 *z);

static inline uint64_t vec_lane(const vec128 *v, enum ir_lane lane, unsigned n)
{
    switch (lane) {
    case LANE_8: return v->b[n];
    case LANE_16: return v->h[n];
    case LANE_32: return v->s[n];
    default: return v->d[n];
    }
}

static inline void vec_set_lane(vec128 *v, enum ir_lane lane, unsigned n,
                                uint64_t value)
{
    switch (lane) {
    case LANE_8: v->b[n] = (uint8_t)value; break;
    case LANE_16: v->h[n] = (uint16_t)value; break;
    case LANE_32: v->s[n] = (uint32_t)value; break;
    default: v->d[n] = value; break;
    }
}

#endif
