// SPDX-License-Identifier: MIT
/* Floating point in integers: conversions and rounding to integers. */
#include "jit/softfloat.h"

/* FPConvertNaN: the payload keeps its upper bits, and is quiet. */
static uint64_t convert_nan(enum ir_lane to, enum ir_lane from, bool sign,
                            uint64_t a)
{
    unsigned fbits = soft_formats[from].fbits;
    uint64_t frac = a << (64 - fbits); /* at the top */

    return soft_default_nan(to) | soft_zero(to, sign) |
           frac >> (64 - soft_formats[to].fbits);
}

uint64_t soft_convert(struct soft_env *env, enum ir_lane to, enum ir_lane from,
                      uint64_t a)
{
    struct soft_num x = soft_unpack(env, from, a);
    bool alternative = to == LANE_16 && (env->mode & MODE_AHP);

    switch (x.kind) {
    case SOFT_QNAN:
    case SOFT_SNAN:
        if (x.kind == SOFT_SNAN || alternative)
            env->flags |= SOFT_IOC;
        if (alternative)
            return soft_zero(to, x.sign);
        if (env->mode & MODE_DN)
            return soft_default_nan(to);
        return convert_nan(to, from, x.sign, a);
    case SOFT_INF:
        if (!alternative)
            return soft_inf(to, x.sign);
        env->flags |= SOFT_IOC;
        return soft_zero(to, x.sign) | 0x7fff;
    case SOFT_ZERO: return soft_zero(to, x.sign);
    default: return soft_round(env, to, x.sign, x.exp, x.man);
    }
}

/*
 * |x| * 2^scale rounded to an integer; *inexact if that was not exact.  Too
 * big for 64 bits: *huge.
 */
static uint64_t integer_part(const struct soft_env *env,
                             const struct soft_num *x, int32_t scale,
                             bool *inexact, bool *huge)
{
    int32_t shift = -(x->exp + scale);
    bool half = false, sticky = true, up = false;
    uint64_t r = 0;

    *huge = shift < 0;
    if (shift <= 0)
        sticky = false;
    if (shift == 0)
        r = x->man;
    if (shift > 0 && shift <= 64) {
        half = x->man >> (shift - 1) & 1;
        sticky = (x->man & ((1ull << (shift - 1)) - 1)) != 0;
        r = shift == 64 ? 0 : x->man >> shift;
    }
    *inexact = half || sticky;
    switch (env->rounding) {
    case ROUND_NEAREST_EVEN: up = half && (sticky || (r & 1)); break;
    case ROUND_NEAREST_AWAY: up = half; break;
    case ROUND_UP: up = *inexact && !x->sign; break;
    case ROUND_DOWN: up = *inexact && x->sign; break;
    default: break;
    }
    if (up && ++r == 0)
        *huge = true;
    return r;
}

uint64_t soft_to_int(struct soft_env *env, enum ir_lane f, uint64_t a,
                     unsigned scale, unsigned bits, bool is_unsigned)
{
    struct soft_num x = soft_unpack(env, f, a);
    uint64_t max = ~0ull >> (64 - bits), r = 0;
    bool inexact = false, huge = x.kind == SOFT_INF;

    if (x.kind >= SOFT_QNAN) {
        env->flags |= SOFT_IOC;
        return 0;
    }
    if (x.kind == SOFT_NUMBER)
        r = integer_part(env, &x, (int32_t)scale, &inexact, &huge);
    uint64_t limit = is_unsigned ? (x.sign ? 0 : max)
                     : x.sign    ? (max >> 1) + 1
                                 : max >> 1;
    if (huge || r > limit) {
        env->flags |= SOFT_IOC;
        r = limit;
    } else if (inexact) {
        env->flags |= SOFT_IXC;
    }
    return (x.sign ? -r : r) & max;
}

uint64_t soft_from_int(struct soft_env *env, enum ir_lane f, uint64_t a,
                       unsigned scale, bool is_unsigned)
{
    bool sign = !is_unsigned && a >> 63;

    if (a == 0)
        return 0;
    return soft_round(env, f, sign, -(int32_t)scale, sign ? -a : a);
}

uint64_t soft_round_int(struct soft_env *env, enum ir_lane f, uint64_t a,
                        bool exact)
{
    struct soft_num x = soft_unpack(env, f, a);
    bool inexact, huge;

    if (x.kind >= SOFT_QNAN)
        return soft_nan(env, f, x.kind, a);
    if (x.kind == SOFT_INF)
        return soft_inf(f, x.sign);
    if (x.kind == SOFT_ZERO)
        return soft_zero(f, x.sign);
    if (x.exp >= 0) /* more than 64 bits: an integer */
        return soft_round(env, f, x.sign, x.exp, x.man);
    uint64_t r = integer_part(env, &x, 0, &inexact, &huge);
    if (inexact && exact)
        env->flags |= SOFT_IXC;
    return r ? soft_round(env, f, x.sign, 0, r) : soft_zero(f, x.sign);
}
