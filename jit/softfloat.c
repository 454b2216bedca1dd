// SPDX-License-Identifier: MIT
/* Floating point in integers: taking apart, rounding, arithmetic. */
#include "jit/softfloat.h"

typedef unsigned __int128 u128;

const struct soft_format soft_formats[4] = {
    [LANE_16] = {5, 10}, [LANE_32] = {8, 23}, [LANE_64] = {11, 52}};

static uint64_t exp_max(enum ir_lane f)
{
    return (1ull << soft_formats[f].ebits) - 1;
}

uint64_t soft_zero(enum ir_lane f, bool sign)
{
    return sign ? soft_sign_bit(f) : 0;
}

uint64_t soft_inf(enum ir_lane f, bool sign)
{
    return soft_zero(f, sign) | exp_max(f) << soft_formats[f].fbits;
}

uint64_t soft_max_normal(enum ir_lane f, bool sign)
{
    return soft_inf(f, sign) - 1;
}

uint64_t soft_default_nan(enum ir_lane f)
{
    return soft_inf(f, false) | 1ull << (soft_formats[f].fbits - 1);
}

uint64_t soft_invalid(struct soft_env *env, enum ir_lane f)
{
    env->flags |= SOFT_IOC;
    return soft_default_nan(f);
}

struct soft_num soft_unpack(struct soft_env *env, enum ir_lane f, uint64_t a)
{
    unsigned fbits = soft_formats[f].fbits;
    uint64_t frac = a & ((1ull << fbits) - 1);
    uint64_t exp = a >> fbits & exp_max(f);
    struct soft_num n = {.sign = (a & soft_sign_bit(f)) != 0};
    int32_t emin = 2 - (1 << (soft_formats[f].ebits - 1));

    if (exp == exp_max(f) && !(f == LANE_16 && (env->mode & MODE_AHP))) {
        bool quiet = frac >> (fbits - 1);
        n.kind = !frac ? SOFT_INF : quiet ? SOFT_QNAN : SOFT_SNAN;
        return n;
    }
    if (exp == 0 && frac && f != LANE_16 && (env->mode & MODE_FZ)) {
        env->flags |= SOFT_IDC;
        return n;
    }
    if (exp)
        frac |= 1ull << fbits;
    if (!frac)
        return n;
    int shift = __builtin_clzll(frac);
    n.kind = SOFT_NUMBER;
    n.man = frac << shift;
    n.exp = (exp ? (int32_t)exp - 1 : 0) + emin - (int32_t)fbits - shift;
    return n;
}

/* Whether a value between two representable ones goes away from zero. */
static bool rounds_up(unsigned rounding, bool sign, bool odd, bool half,
                      bool sticky)
{
    switch (rounding) {
    case ROUND_NEAREST_EVEN: return half && (sticky || odd);
    case ROUND_NEAREST_AWAY: return half;
    case ROUND_UP: return !sign && (half || sticky);
    case ROUND_DOWN: return sign && (half || sticky);
    default: return false;
    }
}

static uint64_t overflow(struct soft_env *env, enum ir_lane f, bool sign)
{
    bool inf = env->rounding == ROUND_NEAREST_EVEN ||
               env->rounding == ROUND_NEAREST_AWAY ||
               env->rounding == (sign ? ROUND_DOWN : ROUND_UP);

    if (f == LANE_16 && (env->mode & MODE_AHP)) {
        env->flags |= SOFT_IOC;
        return soft_zero(f, sign) | 0x7fff;
    }
    env->flags |= SOFT_OFC | SOFT_IXC;
    return inf ? soft_inf(f, sign) : soft_max_normal(f, sign);
}

/* FPRound of man * 2^exp; man is not zero, its lowest bit may be sticky. */
uint64_t soft_round(struct soft_env *env, enum ir_lane f, bool sign,
                    int32_t exp, u128 man)
{
    unsigned fbits = soft_formats[f].fbits;
    int32_t emin = 2 - (1 << (soft_formats[f].ebits - 1));
    uint64_t high = (uint64_t)(man >> 64);
    int top = high ? 127 - __builtin_clzll(high)
                   : 63 - __builtin_clzll((uint64_t)man);
    int32_t e = exp + top;
    bool tiny = e < emin;

    if (tiny && f != LANE_16 && (env->mode & MODE_FZ)) {
        env->flags |= SOFT_UFC;
        return soft_zero(f, sign);
    }
    int32_t shift = (tiny ? emin : e) - (int32_t)fbits - exp;
    bool half = false, sticky = false;
    uint64_t r;
    if (shift <= 0) {
        r = (uint64_t)(man << -shift);
    } else if (shift > 128) {
        r = 0;
        sticky = true;
    } else {
        half = man >> (shift - 1) & 1;
        sticky = (man & (((u128)1 << (shift - 1)) - 1)) != 0;
        r = shift == 128 ? 0 : (uint64_t)(man >> shift);
    }
    if (tiny && (half || sticky))
        env->flags |= SOFT_UFC;
    if (rounds_up(env->rounding, sign, r & 1, half, sticky))
        r++;
    if (env->rounding == ROUND_ODD && (half || sticky))
        r |= 1;
    if (!tiny) /* the hidden bit adds 1 to the exponent */
        r += (uint64_t)(e - emin) << fbits;
    uint64_t limit = exp_max(f);
    if (f == LANE_16 && (env->mode & MODE_AHP))
        limit++;
    if (e > 20000 || r >> fbits >= limit)
        return overflow(env, f, sign);
    if (half || sticky)
        env->flags |= SOFT_IXC;
    return soft_zero(f, sign) | r;
}

uint64_t soft_nan(struct soft_env *env, enum ir_lane f, uint8_t kind,
                  uint64_t a)
{
    uint64_t mask = soft_sign_bit(f) | (soft_sign_bit(f) - 1);

    if (kind == SOFT_SNAN)
        env->flags |= SOFT_IOC;
    if (env->mode & MODE_DN)
        return soft_default_nan(f);
    return (a & mask) | 1ull << (soft_formats[f].fbits - 1);
}

bool soft_nans(struct soft_env *env, enum ir_lane f, const struct soft_num *x,
               const struct soft_num *y, uint64_t a, uint64_t b, uint64_t *r)
{
    for (uint8_t kind = SOFT_SNAN; kind >= SOFT_QNAN; kind--) {
        if (x->kind == kind || y->kind == kind) {
            *r = soft_nan(env, f, kind, x->kind == kind ? a : b);
            return true;
        }
    }
    return false;
}

/* Zero that a sum of numbers came to. */
static uint64_t exact_zero(const struct soft_env *env, enum ir_lane f)
{
    return soft_zero(f, env->rounding == ROUND_DOWN);
}

static u128 shift_right_sticky(u128 man, int32_t n)
{
    if (n > 127)
        return man != 0;
    u128 lost = man & (((u128)1 << n) - 1);
    return man >> n | (lost != 0);
}

/*
 * The rounded sum of two values, of which at most one is 0; they have two
 * bits of headroom, and enough zeros below that nothing is lost when they
 * are near each other in size.
 */
static uint64_t add_values(struct soft_env *env, enum ir_lane f, bool xs,
                           int32_t xe, u128 xm, bool ys, int32_t ye, u128 ym)
{
    if (!ym || (xm && xe > ye)) {
        ym = ym ? shift_right_sticky(ym, xe - ye) : 0;
        ye = xe;
    } else {
        xm = xm ? shift_right_sticky(xm, ye - xe) : 0;
        xe = ye;
    }
    if (xs == ys)
        return soft_round(env, f, xs, xe, xm + ym);
    if (xm == ym)
        return exact_zero(env, f);
    return xm > ym ? soft_round(env, f, xs, xe, xm - ym)
                   : soft_round(env, f, ys, xe, ym - xm);
}

uint64_t soft_add(struct soft_env *env, enum ir_lane f, uint64_t a, uint64_t b,
                  bool subtract)
{
    struct soft_num x = soft_unpack(env, f, a), y = soft_unpack(env, f, b);
    uint64_t r;

    if (soft_nans(env, f, &x, &y, a, b, &r))
        return r;
    bool ys = y.sign != subtract;
    if (x.kind == SOFT_INF && y.kind == SOFT_INF && x.sign != ys)
        return soft_invalid(env, f);
    if (x.kind == SOFT_INF)
        return soft_inf(f, x.sign);
    if (y.kind == SOFT_INF)
        return soft_inf(f, ys);
    if (x.kind == SOFT_ZERO && y.kind == SOFT_ZERO)
        return x.sign == ys ? soft_zero(f, ys) : exact_zero(env, f);
    return add_values(env, f, x.sign, x.exp - 62, (u128)x.man << 62, ys,
                      y.exp - 62, (u128)y.man << 62);
}

uint64_t soft_mul(struct soft_env *env, enum ir_lane f, uint64_t a, uint64_t b,
                  bool extended)
{
    struct soft_num x = soft_unpack(env, f, a), y = soft_unpack(env, f, b);
    bool sign = x.sign != y.sign;
    bool inf = x.kind == SOFT_INF || y.kind == SOFT_INF;
    bool zero = x.kind == SOFT_ZERO || y.kind == SOFT_ZERO;
    uint64_t r;

    if (soft_nans(env, f, &x, &y, a, b, &r))
        return r;
    if (inf && zero && extended) /* FMULX: 2 */
        return soft_round(env, f, sign, 1, 1);
    if (inf && zero)
        return soft_invalid(env, f);
    if (inf)
        return soft_inf(f, sign);
    if (zero)
        return soft_zero(f, sign);
    return soft_round(env, f, sign, x.exp + y.exp, (u128)x.man * y.man);
}

/* (n << 63) / d with the lowest bit sticky, for n and d with bit 63 set */
static u128 divide(uint64_t n, uint64_t d)
{
    u128 rest = n, q = 0;

    for (unsigned k = 0; k < 64; k++) {
        q <<= 1;
        if (rest >= d) {
            rest -= d;
            q |= 1;
        }
        rest <<= 1;
    }
    return q << 1 | (rest != 0);
}

uint64_t soft_div(struct soft_env *env, enum ir_lane f, uint64_t a, uint64_t b)
{
    struct soft_num x = soft_unpack(env, f, a), y = soft_unpack(env, f, b);
    bool sign = x.sign != y.sign;
    uint64_t r;

    if (soft_nans(env, f, &x, &y, a, b, &r))
        return r;
    if (x.kind == y.kind && x.kind != SOFT_NUMBER)
        return soft_invalid(env, f);
    if (x.kind == SOFT_INF || y.kind == SOFT_ZERO) {
        if (x.kind != SOFT_INF)
            env->flags |= SOFT_DZC;
        return soft_inf(f, sign);
    }
    if (x.kind == SOFT_ZERO || y.kind == SOFT_INF)
        return soft_zero(f, sign);
    return soft_round(env, f, sign, x.exp - y.exp - 64, divide(x.man, y.man));
}

/* The root of n, with a sticky bit below it */
static u128 root(u128 n)
{
    u128 rest = n, r = 0;

    for (u128 bit = (u128)1 << 126; bit; bit >>= 2) {
        bool one = rest >= r + bit;
        if (one)
            rest -= r + bit;
        r >>= 1;
        if (one)
            r += bit;
    }
    return r << 1 | (rest != 0);
}

uint64_t soft_sqrt(struct soft_env *env, enum ir_lane f, uint64_t a)
{
    struct soft_num x = soft_unpack(env, f, a);

    if (x.kind >= SOFT_QNAN)
        return soft_nan(env, f, x.kind, a);
    if (x.kind == SOFT_ZERO)
        return soft_zero(f, x.sign);
    if (x.sign)
        return soft_invalid(env, f);
    if (x.kind == SOFT_INF)
        return soft_inf(f, false);
    unsigned up = x.exp & 1 ? 63 : 62;
    int32_t exp = (x.exp - (int32_t)up) / 2; /* an even number */
    return soft_round(env, f, false, exp - 1, root((u128)x.man << up));
}

/* The operands of c + x * y that no rounding is needed for. */
static bool fma_special(struct soft_env *env, enum ir_lane f,
                        const struct soft_num *c, const struct soft_num *x,
                        const struct soft_num *y, uint64_t *r)
{
    bool sign = x->sign != y->sign;
    bool inf = x->kind == SOFT_INF || y->kind == SOFT_INF;
    bool zero = x->kind == SOFT_ZERO || y->kind == SOFT_ZERO;

    if ((inf && zero) || (c->kind == SOFT_INF && inf && c->sign != sign))
        *r = soft_invalid(env, f);
    else if (c->kind == SOFT_INF)
        *r = soft_inf(f, c->sign);
    else if (inf)
        *r = soft_inf(f, sign);
    else if (c->kind == SOFT_ZERO && zero)
        *r = c->sign == sign ? soft_zero(f, sign) : exact_zero(env, f);
    else
        return false;
    return true;
}

/* FPProcessNaNs3, addend first, and the product that is invalid besides. */
static bool fma_nans(struct soft_env *env, enum ir_lane f,
                     const struct soft_num n[3], const uint64_t v[3],
                     uint64_t *r)
{
    bool inf = n[1].kind == SOFT_INF || n[2].kind == SOFT_INF;
    bool zero = n[1].kind == SOFT_ZERO || n[2].kind == SOFT_ZERO;

    if (n[0].kind == SOFT_QNAN && inf && zero) {
        *r = soft_invalid(env, f);
        return true;
    }
    for (uint8_t kind = SOFT_SNAN; kind >= SOFT_QNAN; kind--) {
        for (unsigned k = 0; k < 3; k++) {
            if (n[k].kind == kind) {
                *r = soft_nan(env, f, kind, v[k]);
                return true;
            }
        }
    }
    return false;
}

/* c + x * y, down by 2^-halve, rounded once */
static uint64_t fma_values(struct soft_env *env, enum ir_lane f,
                           const struct soft_num *c, const struct soft_num *x,
                           const struct soft_num *y, int32_t halve)
{
    bool sign = x->sign != y->sign;
    u128 product = 0, addend = 0;

    /* at most 53 of 64 bits are used: shifting a product by 2 is exact */
    if (x->kind == SOFT_NUMBER && y->kind == SOFT_NUMBER)
        product = (u128)x->man * y->man >> 2;
    if (c->kind == SOFT_NUMBER)
        addend = (u128)c->man << 61;
    return add_values(env, f, sign, x->exp + y->exp + 2 - halve, product,
                      c->sign, c->exp - 61 - halve, addend);
}

uint64_t soft_fma(struct soft_env *env, enum ir_lane f, uint64_t c, uint64_t a,
                  uint64_t b)
{
    const uint64_t v[3] = {c, a, b};
    struct soft_num n[3];
    uint64_t r;

    for (unsigned k = 0; k < 3; k++)
        n[k] = soft_unpack(env, f, v[k]);
    if (fma_nans(env, f, n, v, &r))
        return r;
    if (fma_special(env, f, &n[0], &n[1], &n[2], &r))
        return r;
    return fma_values(env, f, &n[0], &n[1], &n[2], 0);
}

uint64_t soft_step(struct soft_env *env, enum ir_lane f, uint64_t a, uint64_t b,
                   bool half)
{
    a ^= soft_sign_bit(f);
    struct soft_num x = soft_unpack(env, f, a), y = soft_unpack(env, f, b);
    /* 2 or 3 */
    struct soft_num c = {SOFT_NUMBER, false, -62,
                         half ? 3ull << 62 : 1ull << 63};
    bool inf = x.kind == SOFT_INF || y.kind == SOFT_INF;
    bool zero = x.kind == SOFT_ZERO || y.kind == SOFT_ZERO;
    uint64_t r;

    if (soft_nans(env, f, &x, &y, a, b, &r))
        return r;
    if (inf && !zero)
        return soft_inf(f, x.sign != y.sign);
    if (zero) /* of 0 * inf too */
        return soft_round(env, f, false, c.exp - half, c.man);
    return fma_values(env, f, &c, &x, &y, half);
}
