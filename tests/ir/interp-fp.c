// SPDX-License-Identifier: MIT
/* The interpreter's floating-point ops, on jit/softfloat.c's functions. */
#include "jit/softfloat.h"
#include "tests/ir/interp-ops.h"

static enum ir_lane type_lane(unsigned type)
{
    return type == IR_F16 ? LANE_16 : type == IR_F32 ? LANE_32 : LANE_64;
}

static bool is_nan(enum ir_lane f, uint64_t x)
{
    uint64_t inf = soft_inf(f, false);
    return (x & (soft_sign_bit(f) - 1)) > inf;
}

/* The rounding that an op's aux asks for. */
static uint8_t rounding_of(const struct soft_env *env, const struct ir_insn *i)
{
    unsigned rounding = i->aux & ROUND_MASK;
    return rounding == ROUND_CURRENT ? env->rounding : (uint8_t)rounding;
}

/* The manual's FPCompare. */
static unsigned compare(struct soft_env *env, enum ir_lane f, uint64_t x,
                        uint64_t y, bool signal)
{
    bool equal = soft_compare(env, f, x, y, COND_EQ);
    if (signal)
        soft_compare(env, f, x, y, COND_GE);
    if (is_nan(f, x) || is_nan(f, y))
        return 3;
    if (equal)
        return 6;
    return soft_compare(env, f, x, y, COND_GT) ? 2 : 8;
}

static bool compares(struct soft_env *env, struct interp_insn *o)
{
    const struct ir_insn *i = o->i;
    uint64_t x = o->x.d[0], y = o->y.d[0];
    switch (i->op) {
    case IR_FCMPF: o->r.d[0] = compare(env, i->lane, x, y, i->aux); break;
    case IR_FCCMPF:
        if (interp_cond(i->aux & 15, (unsigned)o->z.d[0]))
            o->r.d[0] = compare(env, i->lane, x, y, i->aux & 16);
        else
            o->r.d[0] = i->imm & 15;
        break;
    default: return false;
    }
    return true;
}

static uint64_t multiply_add(struct soft_env *env, enum ir_lane f,
                             unsigned negate, uint64_t x, uint64_t y,
                             uint64_t z)
{
    if (negate & 1)
        x ^= soft_sign_bit(f);
    if (negate & 2)
        z ^= soft_sign_bit(f);
    return soft_fma(env, f, z, x, y);
}

/* One element of the ops whose operands and result have one format. */
static bool element(struct soft_env *env, const struct ir_insn *i,
                    enum ir_lane f, const uint64_t v[3], uint64_t *r)
{
    uint64_t x = v[0], y = v[1], sign = soft_sign_bit(f);
    switch (i->op) {
    case IR_FADD: *r = soft_add(env, f, x, y, false); break;
    case IR_FSUB: *r = soft_add(env, f, x, y, true); break;
    case IR_FMUL: *r = soft_mul(env, f, x, y, false); break;
    case IR_FMULX: *r = soft_mul(env, f, x, y, true); break;
    case IR_FDIV: *r = soft_div(env, f, x, y); break;
    case IR_FSQRT: *r = soft_sqrt(env, f, x); break;
    case IR_FMA: *r = multiply_add(env, f, i->aux, x, y, v[2]); break;
    case IR_FMIN: *r = soft_minmax(env, f, x, y, false, false); break;
    case IR_FMAX: *r = soft_minmax(env, f, x, y, true, false); break;
    case IR_FMINNM: *r = soft_minmax(env, f, x, y, false, true); break;
    case IR_FMAXNM: *r = soft_minmax(env, f, x, y, true, true); break;
    case IR_FRECPE: *r = soft_recip_estimate(env, f, x); break;
    case IR_FRSQRTE: *r = soft_rsqrt_estimate(env, f, x); break;
    case IR_FRECPS: *r = soft_step(env, f, x, y, false); break;
    case IR_FRSQRTS: *r = soft_step(env, f, x, y, true); break;
    case IR_FRECPX: *r = soft_recip_exponent(env, f, x); break;
    case IR_FABS: *r = x & (sign - 1); break;
    case IR_FNEG: *r = x ^ sign; break;
    case IR_FCMPV:
        *r = soft_compare(env, f, x, y, (enum ir_cond)i->aux) ? ~0ull : 0;
        break;
    default: return false;
    }
    return true;
}

/* Elements of the conversions; `bits` is the integer's width. */
static bool convert(struct soft_env *env, const struct ir_insn *i,
                    enum ir_lane f, unsigned bits, uint64_t x, uint64_t *r)
{
    bool is_unsigned = i->aux & ROUND_UNSIGNED;
    struct soft_env own = *env;
    own.rounding = rounding_of(env, i);
    switch (i->op) {
    case IR_FROUND:
        *r = soft_round_int(&own, f, x, i->aux & ROUND_EXACT);
        break;
    case IR_FTOI:
        *r = soft_to_int(&own, i->lane, x, (unsigned)i->imm, bits, is_unsigned);
        break;
    case IR_ITOF:
        if (!is_unsigned)
            x = (uint64_t)bits_sign_extend(x, 8u << i->lane);
        *r = soft_from_int(&own, f, x, (unsigned)i->imm, is_unsigned);
        break;
    case IR_FCVT: *r = soft_convert(&own, f, i->lane, x); break;
    default: return false;
    }
    env->flags = own.flags;
    return true;
}

static bool scalar_or_packed(struct soft_env *env, struct interp_insn *o)
{
    const struct ir_insn *i = o->i;
    bool packed = i->type == IR_V128;
    enum ir_lane f = packed ? (enum ir_lane)i->lane : type_lane(i->type);
    unsigned bits = packed ? 8u << f : i->type == IR_I32 ? 32 : 64;
    for (unsigned k = 0; k < (packed ? lane_count(f) : 1); k++) {
        /* A scalar operand may have a size of its own. */
        uint64_t v[3] = {o->x.d[0], o->y.d[0], o->z.d[0]}, r;
        if (packed) {
            v[0] = lane_get(&o->x, f, k);
            v[1] = lane_get(&o->y, f, k);
            v[2] = lane_get(&o->z, f, k);
        }
        if (!element(env, i, f, v, &r) && !convert(env, i, f, bits, v[0], &r))
            return false;
        if (packed)
            lane_set(&o->r, f, k, r);
        else
            o->r.d[0] = r;
    }
    return true;
}

static bool resize(struct soft_env *env, struct interp_insn *o)
{
    enum ir_lane from = o->i->lane, to;
    switch (o->i->op) {
    case IR_FCVTL: to = from + 1; break;
    case IR_FCVTN: to = from - 1; break;
    default: return false;
    }
    struct soft_env own = *env;
    own.rounding = rounding_of(env, o->i);
    unsigned count = lane_count(from > to ? from : to);
    for (unsigned k = 0; k < count; k++)
        lane_set(&o->r, to, k,
                 soft_convert(&own, to, from, lane_get(&o->x, from, k)));
    env->flags = own.flags;
    return true;
}

bool interp_fp(struct interp *in, struct interp_insn *o)
{
    struct soft_env env = {.rounding = (uint8_t)in->rounding,
                           .mode = (uint8_t)o->region->mode};
    if (!compares(&env, o) && !resize(&env, o) && !scalar_or_packed(&env, o))
        return false;
    in->fpsr |= env.flags;
    return true;
}
