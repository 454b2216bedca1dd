// SPDX-License-Identifier: MIT
/* FP ops of the IR on softfloat.h's functions. */
#include "jit/fp-eval.h"

static enum ir_lane type_lane(enum ir_type type)
{
    return type == IR_F16 ? LANE_16 : type == IR_F32 ? LANE_32 : LANE_64;
}

static uint64_t int_extend(uint64_t x, enum ir_lane lane, bool is_unsigned)
{
    if (lane != LANE_32)
        return x;
    return is_unsigned ? (uint32_t)x : (uint64_t)(int32_t)x;
}

static uint64_t eval_int_to_fp(struct soft_env *env, const struct fp_op *op,
                               enum ir_lane f, uint64_t x)
{
    bool is_unsigned = op->aux & ROUND_UNSIGNED;

    return soft_from_int(env, f, int_extend(x, op->lane, is_unsigned), op->imm,
                         is_unsigned);
}

/* Conversions and roundings: aux may set the rounding. */
static uint64_t eval_convert(const struct soft_env *base, struct soft_env *env,
                             const struct fp_op *op, enum ir_lane f, uint64_t x)
{
    unsigned rounding = op->aux & ROUND_MASK;
    unsigned bits = op->type == IR_I32   ? 32
                    : op->type == IR_I64 ? 64
                                         : 8u << op->lane;

    env->rounding =
        rounding == ROUND_CURRENT ? base->rounding : (uint8_t)rounding;
    switch (op->op) {
    case IR_FROUND: return soft_round_int(env, f, x, op->aux & ROUND_EXACT);
    case IR_FTOI:
        return soft_to_int(env, op->lane, x, op->imm, bits,
                           op->aux & ROUND_UNSIGNED);
    default:
        if (rounding != ROUND_ODD) /* only FCVTXN has its own */
            env->rounding = base->rounding;
        return soft_convert(env, f, op->lane, x);
    }
}

static uint64_t eval_unary(struct soft_env *env, const struct fp_op *op,
                           enum ir_lane f, uint64_t x)
{
    uint64_t mask = soft_sign_bit(f) | (soft_sign_bit(f) - 1);

    switch (op->op) {
    case IR_FSQRT: return soft_sqrt(env, f, x);
    case IR_FRECPE: return soft_recip_estimate(env, f, x);
    case IR_FRSQRTE: return soft_rsqrt_estimate(env, f, x);
    case IR_FRECPX: return soft_recip_exponent(env, f, x);
    case IR_FABS: return x & (soft_sign_bit(f) - 1);
    case IR_FNEG: return (x & mask) ^ soft_sign_bit(f);
    case IR_FCMPF:
    case IR_FCCMPF: return soft_flush_input(env, f, x & mask);
    default: return 0;
    }
}

static uint64_t eval_binary(struct soft_env *env, const struct fp_op *op,
                            enum ir_lane f, uint64_t x, uint64_t y)
{
    switch (op->op) {
    case IR_FADD: return soft_add(env, f, x, y, false);
    case IR_FSUB: return soft_add(env, f, x, y, true);
    case IR_FMUL: return soft_mul(env, f, x, y, false);
    case IR_FMULX: return soft_mul(env, f, x, y, true);
    case IR_FDIV: return soft_div(env, f, x, y);
    case IR_FMIN: return soft_minmax(env, f, x, y, false, false);
    case IR_FMAX: return soft_minmax(env, f, x, y, true, false);
    case IR_FMINNM: return soft_minmax(env, f, x, y, false, true);
    case IR_FMAXNM: return soft_minmax(env, f, x, y, true, true);
    case IR_FRECPS: return soft_step(env, f, x, y, false);
    case IR_FRSQRTS: return soft_step(env, f, x, y, true);
    case IR_FCMPV:
        return soft_compare(env, f, x, y, (enum ir_cond)op->aux)
                   ? ~0ull >> (64 - (8u << f))
                   : 0;
    default: return eval_unary(env, op, f, x);
    }
}

uint64_t fp_eval(struct soft_env *env, const struct fp_op *op, uint64_t x,
                 uint64_t y, uint64_t z)
{
    bool compare = op->op == IR_FCMPF || op->op == IR_FCCMPF;
    enum ir_lane f =
        op->type == IR_V128 || compare ? op->lane : type_lane(op->type);

    switch (op->op) {
    case IR_FMA:
        if (op->aux & 1)
            x ^= soft_sign_bit(f);
        if (op->aux & 2)
            z ^= soft_sign_bit(f);
        return soft_fma(env, f, z, x, y);
    case IR_ITOF: return eval_int_to_fp(env, op, f, x);
    case IR_FROUND:
    case IR_FTOI:
    case IR_FCVT: {
        struct soft_env own = *env;
        uint64_t r = eval_convert(env, &own, op, f, x);
        env->flags = own.flags;
        return r;
    }
    default: return eval_binary(env, op, f, x, y);
    }
}

/* FCVTL and FCVTN: lanes of two sizes. */
static void eval_resize(struct soft_env *env, const struct fp_op *op, vec128 *r,
                        const vec128 *x)
{
    bool widen = op->op == IR_FCVTL;
    enum ir_lane wide = widen ? op->lane + 1u : op->lane;
    enum ir_lane to = widen ? wide : wide - 1u;
    uint8_t rounding = env->rounding;
    vec128 result = {.d = {0, 0}};

    if (!widen && (op->aux & ROUND_MASK) == ROUND_ODD)
        env->rounding = ROUND_ODD;
    for (unsigned n = 0; n < 16u >> wide; n++)
        vec_set_lane(&result, to, n,
                     soft_convert(env, to, op->lane, vec_lane(x, op->lane, n)));
    env->rounding = rounding;
    *r = result;
}

void fp_eval_packed(struct soft_env *env, const struct fp_op *op, vec128 *r,
                    const vec128 *x, const vec128 *y, const vec128 *z)
{
    if (op->op == IR_FCVTL || op->op == IR_FCVTN) {
        eval_resize(env, op, r, x);
        return;
    }
    for (unsigned n = 0; n < 16u >> op->lane; n++)
        vec_set_lane(r, op->lane, n,
                     fp_eval(env, op, vec_lane(x, op->lane, n),
                             vec_lane(y, op->lane, n),
                             vec_lane(z, op->lane, n)));
}
