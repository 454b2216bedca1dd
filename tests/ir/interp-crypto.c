// SPDX-License-Identifier: MIT
/*
 * The interpreter's cryptographic ops, from FIPS 197, FIPS 180-4 and the Arm
 * manual's SHA functions.
 */
#include "tests/ir/interp-ops.h"

/* Product in GF(2^8) modulo x^8 + x^4 + x^3 + x + 1. */
static uint8_t gf_mul(uint8_t x, uint8_t y)
{
    unsigned r = 0, a = x;
    for (; y; y >>= 1) {
        if (y & 1)
            r ^= a;
        a = a << 1 ^ (a & 0x80 ? 0x11b : 0);
    }
    return (uint8_t)r;
}

static uint8_t rol8(uint8_t x, unsigned n)
{
    return (uint8_t)(x << n | x >> (8 - n));
}

/* FIPS 197, 5.1.1: the inverse (x^254), then the affine map. */
static uint8_t sub_byte(uint8_t x)
{
    uint8_t inverse = 1;
    for (unsigned k = 0; k < 254; k++)
        inverse = gf_mul(inverse, x);
    return inverse ^ rol8(inverse, 1) ^ rol8(inverse, 2) ^ rol8(inverse, 3) ^
           rol8(inverse, 4) ^ 0x63;
}

static const uint8_t *sub_table(bool inverse)
{
    static uint8_t forward[256], backward[256];
    if (forward[0] == 0)
        for (unsigned k = 0; k < 256; k++) {
            forward[k] = sub_byte((uint8_t)k);
            backward[forward[k]] = (uint8_t)k;
        }
    return inverse ? backward : forward;
}

/* Byte 4 c + r is row r, column c of the state. */
static void aes_sub_shift(struct interp_insn *o, bool inverse)
{
    const uint8_t *table = sub_table(inverse);
    for (unsigned c = 0; c < 4; c++)
        for (unsigned r = 0; r < 4; r++) {
            unsigned from = 4 * ((inverse ? c + 4 - r : c + r) % 4) + r;
            o->r.b[4 * c + r] = table[o->x.b[from] ^ o->y.b[from]];
        }
}

static void aes_mix(struct interp_insn *o, const uint8_t row[4])
{
    for (unsigned c = 0; c < 4; c++)
        for (unsigned r = 0; r < 4; r++) {
            uint8_t sum = 0;
            for (unsigned k = 0; k < 4; k++)
                sum ^= gf_mul(row[(k + 4 - r) % 4], o->x.b[4 * c + k]);
            o->r.b[4 * c + r] = sum;
        }
}

static uint32_t rol(uint32_t x, unsigned n)
{
    return x << n | x >> (32 - n);
}

static uint32_t ror(uint32_t x, unsigned n)
{
    return x >> n | x << (32 - n);
}

static uint32_t choose(uint32_t x, uint32_t y, uint32_t z)
{
    return (x & y) | (~x & z);
}

static uint32_t majority(uint32_t x, uint32_t y, uint32_t z)
{
    return (x & y) | (x & z) | (y & z);
}

/* SHA1hashupdate: X in x, Y in y[0], W in z. */
static void sha1_rounds(struct interp_insn *o)
{
    vec128 x = o->x;
    uint32_t y = o->y.s[0];
    for (unsigned e = 0; e < 4; e++) {
        uint32_t t;
        if (o->i->op == IR_SHA1C)
            t = choose(x.s[1], x.s[2], x.s[3]);
        else if (o->i->op == IR_SHA1P)
            t = x.s[1] ^ x.s[2] ^ x.s[3];
        else
            t = majority(x.s[1], x.s[2], x.s[3]);
        y += rol(x.s[0], 5) + t + o->z.s[e];
        x.s[1] = rol(x.s[1], 30);
        uint32_t top = x.s[3]; /* Y:X rotated left by 32 */
        x.s[3] = x.s[2];
        x.s[2] = x.s[1];
        x.s[1] = x.s[0];
        x.s[0] = y;
        y = top;
    }
    o->r = x;
}

static void sha1_schedule(struct interp_insn *o)
{
    const vec128 *x = &o->x, *y = &o->y;
    if (o->i->op == IR_SHA1SU0) {
        const uint32_t joined[4] = {x->s[2], x->s[3], y->s[0], y->s[1]};
        for (unsigned k = 0; k < 4; k++)
            o->r.s[k] = joined[k] ^ x->s[k] ^ o->z.s[k];
        return;
    }
    const uint32_t shifted[4] = {y->s[1], y->s[2], y->s[3], 0};
    for (unsigned k = 0; k < 4; k++)
        o->r.s[k] = rol(x->s[k] ^ shifted[k], 1);
    o->r.s[3] ^= rol(x->s[0] ^ shifted[0], 2);
}

/* SHA256hash of X in x, Y in y, W in z; part 1 gives X, part 2 Y. */
static void sha256_rounds(struct interp_insn *o, bool part1)
{
    /* SHA256H2 gets X and Y exchanged, as its instruction names them. */
    vec128 x = o->x, y = o->y;
    for (unsigned e = 0; e < 4; e++) {
        uint32_t chs = choose(y.s[0], y.s[1], y.s[2]);
        uint32_t maj = majority(x.s[0], x.s[1], x.s[2]);
        uint32_t sigma1 = ror(y.s[0], 6) ^ ror(y.s[0], 11) ^ ror(y.s[0], 25);
        uint32_t sigma0 = ror(x.s[0], 2) ^ ror(x.s[0], 13) ^ ror(x.s[0], 22);
        uint32_t t = y.s[3] + sigma1 + chs + o->z.s[e];
        uint32_t carried = t + x.s[3];
        uint32_t top = t + sigma0 + maj;
        y.s[3] = y.s[2];
        y.s[2] = y.s[1];
        y.s[1] = y.s[0];
        y.s[0] = carried;
        x.s[3] = x.s[2];
        x.s[2] = x.s[1];
        x.s[1] = x.s[0];
        x.s[0] = top;
    }
    o->r = part1 ? x : y;
}

static void sha256_schedule(struct interp_insn *o)
{
    const vec128 *x = &o->x, *y = &o->y, *z = &o->z;
    if (o->i->op == IR_SHA256SU0) {
        const uint32_t t[4] = {x->s[1], x->s[2], x->s[3], y->s[0]};
        for (unsigned k = 0; k < 4; k++)
            o->r.s[k] = x->s[k] + (ror(t[k], 7) ^ ror(t[k], 18) ^ t[k] >> 3);
        return;
    }
    const uint32_t t0[4] = {y->s[1], y->s[2], y->s[3], z->s[0]};
    uint32_t t1[4] = {z->s[2], z->s[3]};
    for (unsigned k = 0; k < 4; k++) {
        o->r.s[k] =
            (ror(t1[k], 17) ^ ror(t1[k], 19) ^ t1[k] >> 10) + x->s[k] + t0[k];
        if (k < 2)
            t1[k + 2] = o->r.s[k];
    }
}

bool interp_crypto(struct interp_insn *o)
{
    static const uint8_t mix[4] = {2, 3, 1, 1}, unmix[4] = {14, 11, 13, 9};
    switch (o->i->op) {
    case IR_AESE: aes_sub_shift(o, false); break;
    case IR_AESD: aes_sub_shift(o, true); break;
    case IR_AESMC: aes_mix(o, mix); break;
    case IR_AESIMC: aes_mix(o, unmix); break;
    case IR_SHA1H: o->r.s[0] = rol(o->x.s[0], 30); break;
    case IR_SHA1C:
    case IR_SHA1P:
    case IR_SHA1M: sha1_rounds(o); break;
    case IR_SHA1SU0:
    case IR_SHA1SU1: sha1_schedule(o); break;
    case IR_SHA256H: sha256_rounds(o, true); break;
    case IR_SHA256H2: sha256_rounds(o, false); break;
    case IR_SHA256SU0:
    case IR_SHA256SU1: sha256_schedule(o); break;
    default: return false;
    }
    return true;
}
