// SPDX-License-Identifier: MIT
/* Floating point in integers: comparisons, minimum, maximum, estimates. */
#include "jit/softfloat.h"

uint64_t soft_flush_input(struct soft_env *env, enum ir_lane f, uint64_t a)
{
    struct soft_num x = soft_unpack(env, f, a);

    return x.kind == SOFT_ZERO ? soft_zero(f, x.sign) : a;
}

/* A key that orders values that are no NaNs; zeros are equal. */
static int64_t order(enum ir_lane f, const struct soft_num *x, uint64_t a)
{
    int64_t magnitude = (int64_t)(a & (soft_sign_bit(f) - 1));

    if (x->kind == SOFT_ZERO)
        return 0;
    return x->sign ? -magnitude : magnitude;
}

bool soft_compare(struct soft_env *env, enum ir_lane f, uint64_t a, uint64_t b,
                  enum ir_cond cond)
{
    struct soft_num x = soft_unpack(env, f, a), y = soft_unpack(env, f, b);

    if (x.kind >= SOFT_QNAN || y.kind >= SOFT_QNAN) {
        if (cond != COND_EQ || x.kind == SOFT_SNAN || y.kind == SOFT_SNAN)
            env->flags |= SOFT_IOC;
        return false;
    }
    int64_t p = order(f, &x, a), q = order(f, &y, b);
    return cond == COND_EQ ? p == q : cond == COND_GE ? p >= q : p > q;
}

/* FPMin, FPMax. */
static uint64_t minmax(struct soft_env *env, enum ir_lane f, uint64_t a,
                       uint64_t b, bool max)
{
    struct soft_num x = soft_unpack(env, f, a), y = soft_unpack(env, f, b);
    uint64_t r;

    if (soft_nans(env, f, &x, &y, a, b, &r))
        return r;
    if (x.kind == SOFT_ZERO && y.kind == SOFT_ZERO)
        return soft_zero(f, max ? x.sign && y.sign : x.sign || y.sign);
    int64_t p = order(f, &x, a), q = order(f, &y, b);
    struct soft_num n = (p > q) == max ? x : y;
    if (n.kind == SOFT_INF)
        return soft_inf(f, n.sign);
    if (n.kind == SOFT_ZERO)
        return soft_zero(f, n.sign);
    return soft_round(env, f, n.sign, n.exp, n.man);
}

uint64_t soft_minmax(struct soft_env *env, enum ir_lane f, uint64_t a,
                     uint64_t b, bool max, bool number)
{
    if (number) {
        struct soft_env quiet = {.mode = env->mode};
        uint8_t x = soft_unpack(&quiet, f, a).kind;
        uint8_t y = soft_unpack(&quiet, f, b).kind;
        env->flags |= quiet.flags;
        if (x == SOFT_QNAN && y != SOFT_QNAN)
            a = soft_inf(f, max);
        else if (x != SOFT_QNAN && y == SOFT_QNAN)
            b = soft_inf(f, max);
    }
    return minmax(env, f, a, b, max);
}

/* RecipEstimate: a in 256..511, in units of 1/512; the result of 1/256 */
static unsigned recip_table(unsigned a)
{
    unsigned b = (1u << 19) / (a * 2 + 1);

    return (b + 1) / 2;
}

/* RecipSqrtEstimate: a in 128..511 */
static unsigned rsqrt_table(unsigned a)
{
    unsigned b = 512;

    if (a < 256)
        a = a * 2 + 1;
    else
        a = (a / 2 * 2 + 1) * 2;
    while ((uint64_t)a * (b + 1) * (b + 1) < 1u << 28)
        b++;
    return (b + 1) / 2;
}

/* The fraction as 52 bits, and the exponent field. */
static uint64_t fraction52(enum ir_lane f, uint64_t a, int32_t *exp)
{
    unsigned fbits = soft_formats[f].fbits;

    *exp = (int32_t)(a >> fbits & ((1u << soft_formats[f].ebits) - 1));
    return (a & ((1ull << fbits) - 1)) << (52 - fbits);
}

static uint64_t pack(enum ir_lane f, bool sign, int32_t exp, uint64_t frac)
{
    unsigned fbits = soft_formats[f].fbits;

    return soft_zero(f, sign) | (uint64_t)exp << fbits | frac >> (52 - fbits);
}

#define FRAC52 ((1ull << 52) - 1)

static uint64_t recip_number(enum ir_lane f, bool sign, uint64_t a)
{
    int32_t bias = (1 << (soft_formats[f].ebits - 1)) - 1, exp;
    uint64_t frac = fraction52(f, a, &exp);

    if (exp == 0) {
        bool second = !(frac >> 51);
        frac = frac << (second ? 2 : 1) & FRAC52;
        exp = second ? -1 : 0;
    }
    unsigned estimate = recip_table(256 | (unsigned)(frac >> 44));
    exp = 2 * bias - 1 - exp;
    frac = (uint64_t)(estimate & 255) << 44;
    if (exp == 0) {
        frac = 1ull << 51 | frac >> 1;
    } else if (exp == -1) {
        frac = 1ull << 50 | frac >> 2;
        exp = 0;
    }
    return pack(f, sign, exp, frac);
}

uint64_t soft_recip_estimate(struct soft_env *env, enum ir_lane f, uint64_t a)
{
    struct soft_num x = soft_unpack(env, f, a);
    int32_t bias = (1 << (soft_formats[f].ebits - 1)) - 1;

    if (x.kind >= SOFT_QNAN)
        return soft_nan(env, f, x.kind, a);
    if (x.kind == SOFT_INF)
        return soft_zero(f, x.sign);
    if (x.kind == SOFT_ZERO) {
        env->flags |= SOFT_DZC;
        return soft_inf(f, x.sign);
    }
    if (x.exp + 63 < -bias - 1) { /* below 2^-128: 1/x overflows */
        bool inf = env->rounding == ROUND_NEAREST_EVEN ||
                   env->rounding == (x.sign ? ROUND_DOWN : ROUND_UP);
        env->flags |= SOFT_OFC | SOFT_IXC;
        return inf ? soft_inf(f, x.sign) : soft_max_normal(f, x.sign);
    }
    if ((env->mode & MODE_FZ) && f != LANE_16 && x.exp + 63 >= bias - 1) {
        env->flags |= SOFT_UFC;
        return soft_zero(f, x.sign);
    }
    return recip_number(f, x.sign, a);
}

uint64_t soft_rsqrt_estimate(struct soft_env *env, enum ir_lane f, uint64_t a)
{
    struct soft_num x = soft_unpack(env, f, a);
    int32_t bias = (1 << (soft_formats[f].ebits - 1)) - 1, exp;

    if (x.kind >= SOFT_QNAN)
        return soft_nan(env, f, x.kind, a);
    if (x.kind == SOFT_ZERO) {
        env->flags |= SOFT_DZC;
        return soft_inf(f, x.sign);
    }
    if (x.sign)
        return soft_invalid(env, f);
    if (x.kind == SOFT_INF)
        return soft_zero(f, false);
    uint64_t frac = fraction52(f, a, &exp);
    if (exp == 0) {
        for (; !(frac >> 51); frac <<= 1)
            exp--;
        frac = frac << 1 & FRAC52;
    }
    unsigned scaled = 256 | (unsigned)(frac >> 44);
    if (exp & 1)
        scaled >>= 1;
    exp = (3 * bias - 1 - exp) / 2; /* never negative */
    return pack(f, false, exp, (uint64_t)(rsqrt_table(scaled) & 255) << 44);
}

uint64_t soft_recip_exponent(struct soft_env *env, enum ir_lane f, uint64_t a)
{
    struct soft_num x = soft_unpack(env, f, a);
    int32_t max = (1 << soft_formats[f].ebits) - 1, exp;

    if (x.kind >= SOFT_QNAN)
        return soft_nan(env, f, x.kind, a);
    fraction52(f, a, &exp);
    return pack(f, x.sign, exp ? max - exp : max - 1, 0);
}

uint32_t soft_u32_recip_estimate(uint32_t a)
{
    return a >> 31 ? recip_table(a >> 23) << 23 : UINT32_MAX;
}

uint32_t soft_u32_rsqrt_estimate(uint32_t a)
{
    return a >> 30 ? rsqrt_table(a >> 23) << 23 : UINT32_MAX;
}
