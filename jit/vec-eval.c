// SPDX-License-Identifier: MIT
/*
 * Integer vector ops in software: variable shifts, polynomial products,
 * estimates, AES and SHA, for hosts without instructions for them.
 */
#include "jit/fp-eval.h"

/* Shifts by the signed low byte of y, as the manual's USHL family. */
static uint64_t shift_left(bool is_signed, bool saturate, unsigned width,
                           uint64_t x, unsigned n)
{
    uint64_t mask = ~0ull >> (64 - width);
    int64_t s = (int64_t)(x << (64 - width)) >> (64 - width);
    uint64_t r = n < width ? x << n & mask : 0;

    if (!saturate)
        return r;
    if (!is_signed)
        return x == 0 || (n < width && r >> n == x) ? r : mask;
    int64_t back =
        n < width ? (int64_t)(r << (64 - width)) >> (64 - width) >> n : 0;
    if (back == s)
        return r;
    return (mask >> 1) + (s < 0);
}

static uint64_t shift_right(bool is_signed, bool round, unsigned width,
                            uint64_t x, unsigned n)
{
    int64_t s =
        is_signed ? (int64_t)(x << (64 - width)) >> (64 - width) : (int64_t)x;
    uint64_t last, r;

    if (is_signed) {
        unsigned m = n > 63 ? 63 : n;
        r = (uint64_t)(s >> m);
        last = n > 64 ? s < 0 : (uint64_t)(s >> (n - 1)) & 1;
    } else {
        r = n > 63 ? 0 : x >> n;
        last = n > 64 ? 0 : x >> (n - 1) & 1;
    }
    return round ? r + last : r;
}

static uint64_t shift_element(enum ir_op op, unsigned width, uint64_t x,
                              int8_t n)
{
    bool is_signed = op == IR_VSSHL || op == IR_VSRSHL || op == IR_VSQSHL;
    bool saturate = op == IR_VSQSHL || op == IR_VUQSHL;
    bool round = op == IR_VSRSHL || op == IR_VURSHL;

    if (n >= 0)
        return shift_left(is_signed, saturate, width, x, (unsigned)n);
    return shift_right(is_signed, round, width, x, (unsigned)-n);
}

/* Carry-less product, of which the low 64 bits are kept. */
static uint64_t poly_mul(uint64_t x, uint64_t y, unsigned bits)
{
    uint64_t r = 0;

    for (unsigned k = 0; k < bits; k++)
        if (y >> k & 1)
            r ^= x << k;
    return r;
}

static void poly_mul_long(enum ir_lane lane, vec128 *r, const vec128 *x,
                          const vec128 *y)
{
    vec128 result = {.d = {0, 0}};

    if (lane == LANE_8) {
        for (unsigned n = 0; n < 8; n++)
            result.h[n] = (uint16_t)poly_mul(x->b[n], y->b[n], 8);
    } else {
        result.d[0] = poly_mul(x->d[0], y->d[0], 64);
        for (unsigned k = 1; k < 64; k++)
            if (y->d[0] >> k & 1)
                result.d[1] ^= x->d[0] >> (64 - k);
    }
    *r = result;
}

/* Product in AES's field, x^8 + x^4 + x^3 + x + 1. */
static uint8_t field_mul(uint8_t x, uint8_t y)
{
    uint8_t r = 0;

    for (; y; y >>= 1) {
        if (y & 1)
            r ^= x;
        x = (uint8_t)(x << 1 ^ (x & 0x80 ? 0x1b : 0));
    }
    return r;
}

/* x^254, the inverse; 0 for 0. */
static uint8_t field_inverse(uint8_t x)
{
    uint8_t power = x, r = 1;

    for (unsigned k = 0; k < 7; k++) {
        power = field_mul(power, power);
        r = field_mul(r, power);
    }
    return r;
}

static uint8_t rotate8(uint8_t x, unsigned n)
{
    return (uint8_t)(x << n | x >> (8 - n));
}

static uint8_t sub_byte(uint8_t x, bool inverse)
{
    if (inverse)
        return field_inverse(rotate8(x, 1) ^ rotate8(x, 3) ^ rotate8(x, 6) ^
                             0x05);
    x = field_inverse(x);
    return x ^ rotate8(x, 1) ^ rotate8(x, 2) ^ rotate8(x, 3) ^ rotate8(x, 4) ^
           0x63;
}

static void aes_round(bool inverse, vec128 *r, const vec128 *x, const vec128 *y)
{
    vec128 result;

    for (unsigned n = 0; n < 16; n++) { /* row n % 4 moves n % 4 columns */
        unsigned from = (n + (inverse ? 12 : 4) * (n % 4)) % 16;
        result.b[n] = sub_byte(x->b[from] ^ y->b[from], inverse);
    }
    *r = result;
}

static void aes_mix(bool inverse, vec128 *r, const vec128 *x)
{
    static const uint8_t factors[2][4] = {{2, 3, 1, 1}, {14, 11, 13, 9}};
    vec128 result = {.d = {0, 0}};

    for (unsigned n = 0; n < 16; n++)
        for (unsigned k = 0; k < 4; k++)
            result.b[n] ^=
                field_mul(x->b[n / 4 * 4 + (n + k) % 4], factors[inverse][k]);
    *r = result;
}

static uint32_t rol(uint32_t x, unsigned n)
{
    return x << n | x >> (32 - n);
}

static void sha1_rounds(enum ir_op op, vec128 *r, const vec128 *x,
                        const vec128 *y, const vec128 *z)
{
    uint32_t a = x->s[0], b = x->s[1], c = x->s[2], d = x->s[3], e = y->s[0];

    for (unsigned n = 0; n < 4; n++) {
        uint32_t f = op == IR_SHA1C   ? (b & c) | (~b & d)
                     : op == IR_SHA1P ? b ^ c ^ d
                                      : (b & c) | (b & d) | (c & d);
        e += rol(a, 5) + f + z->s[n];
        uint32_t t = e;
        e = d;
        d = c;
        c = rol(b, 30);
        b = a;
        a = t;
    }
    *r = (vec128){.s = {a, b, c, d}};
}

/* abcd and efgh after four rounds. */
static void sha256_rounds(vec128 *abcd, vec128 *efgh, const vec128 *w)
{
    for (unsigned n = 0; n < 4; n++) {
        uint32_t a = abcd->s[0], b = abcd->s[1], c = abcd->s[2];
        uint32_t e = efgh->s[0], f = efgh->s[1], g = efgh->s[2];
        uint32_t t = efgh->s[3] + w->s[n] + ((e & f) | (~e & g)) +
                     (rol(e, 26) ^ rol(e, 21) ^ rol(e, 7));
        uint32_t u = t + ((a & b) | (a & c) | (b & c)) +
                     (rol(a, 30) ^ rol(a, 19) ^ rol(a, 10));
        *efgh = (vec128){.s = {abcd->s[3] + t, e, f, g}};
        *abcd = (vec128){.s = {u, a, b, c}};
    }
}

static void sha256_schedule(enum ir_op op, vec128 *r, const vec128 *x,
                            const vec128 *y, const vec128 *z)
{
    vec128 w = *x;

    for (unsigned n = 0; n < 4; n++) {
        if (op == IR_SHA256SU0) {
            uint32_t t = n < 3 ? x->s[n + 1] : y->s[0];
            w.s[n] += rol(t, 25) ^ rol(t, 14) ^ t >> 3;
        } else {
            uint32_t t = n < 2 ? z->s[n + 2] : w.s[n - 2];
            w.s[n] += (rol(t, 15) ^ rol(t, 13) ^ t >> 10) +
                      (n < 3 ? y->s[n + 1] : z->s[0]);
        }
    }
    *r = w;
}

static void eval_crypto(enum ir_op op, vec128 *r, const vec128 *x,
                        const vec128 *y, const vec128 *z)
{
    vec128 p = *x, q = *y;

    switch (op) {
    case IR_AESE: aes_round(false, r, x, y); break;
    case IR_AESD: aes_round(true, r, x, y); break;
    case IR_AESMC: aes_mix(false, r, x); break;
    case IR_AESIMC: aes_mix(true, r, x); break;
    case IR_SHA256H:
        sha256_rounds(&p, &q, z);
        *r = p;
        break;
    case IR_SHA256H2:
        sha256_rounds(&p, &q, z);
        *r = q;
        break;
    case IR_SHA256SU0:
    case IR_SHA256SU1: sha256_schedule(op, r, x, y, z); break;
    default: sha1_rounds(op, r, x, y, z); break;
    }
}

static uint64_t eval_element(const struct fp_op *op, uint64_t x, uint64_t y)
{
    switch (op->op) {
    case IR_VPMUL: return poly_mul(x, y, 8);
    case IR_VURECPE: return soft_u32_recip_estimate((uint32_t)x);
    case IR_VURSQRTE: return soft_u32_rsqrt_estimate((uint32_t)x);
    default: return shift_element(op->op, 8u << op->lane, x, (int8_t)y);
    }
}

void vec_eval(const struct fp_op *op, vec128 *r, const vec128 *x,
              const vec128 *y, const vec128 *z)
{
    if (op->op == IR_VPMULL) {
        poly_mul_long(op->lane, r, x, y);
    } else if (op->op >= IR_AESE) {
        eval_crypto(op->op, r, x, y, z);
    } else {
        for (unsigned n = 0; n < 16u >> op->lane; n++)
            vec_set_lane(r, op->lane, n,
                         eval_element(op, vec_lane(x, op->lane, n),
                                      vec_lane(y, op->lane, n)));
    }
}
