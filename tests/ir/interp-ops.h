// SPDX-License-Identifier: MIT
/*
 * The op groups of the interpreter.  Operands have been brought to the types
 * that the signature names, and results are brought to the instruction's.
 * Integers are in d[0], zero-extended; flags are NZCV in bits 3:0 of d[0].
 */
#ifndef FERRY_TESTS_IR_INTERP_OPS_H
#define FERRY_TESTS_IR_INTERP_OPS_H

#include "tests/ir/interp.h"

/* One instruction with its operands at hand. */
struct interp_insn {
    const struct ir_insn *i;
    const struct region *region;
    vec128 x, y, z;
    vec128 r;
};

/* All return false if the op is none of theirs. */
bool interp_int(struct interp_insn *o);
bool interp_flags(struct interp_insn *o);
bool interp_vec_int(struct interp_insn *o);
bool interp_vec_move(struct interp_insn *o);
bool interp_crypto(struct interp_insn *o);
bool interp_fp(struct interp *in, struct interp_insn *o);

/* True if cond holds on nzcv (bits 3:0). */
bool interp_cond(unsigned cond, unsigned nzcv);

static inline uint64_t bits_mask(unsigned bits)
{
    return bits >= 64 ? ~0ull : (1ull << bits) - 1;
}

static inline int64_t bits_sign_extend(uint64_t x, unsigned bits)
{
    uint64_t sign = 1ull << (bits - 1);
    return (int64_t)(((x & bits_mask(bits)) ^ sign) - sign);
}

static inline uint64_t lane_get(const vec128 *v, unsigned lane, unsigned k)
{
    switch (lane) {
    case LANE_8: return v->b[k];
    case LANE_16: return v->h[k];
    case LANE_32: return v->s[k];
    default: return v->d[k];
    }
}

static inline void lane_set(vec128 *v, unsigned lane, unsigned k, uint64_t x)
{
    switch (lane) {
    case LANE_8: v->b[k] = (uint8_t)x; break;
    case LANE_16: v->h[k] = (uint16_t)x; break;
    case LANE_32: v->s[k] = (uint32_t)x; break;
    default: v->d[k] = x;
    }
}

/* Lanes of this size in a vector. */
static inline unsigned lane_count(unsigned lane)
{
    return 16u >> lane;
}

#endif
