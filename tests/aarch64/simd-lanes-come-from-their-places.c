// SPDX-License-Identifier: MIT
// build: -nostdlib -ffreestanding -fno-tree-vectorize -fno-tree-slp-vectorize
/*
 * Vector instructions whose lanes come from elsewhere: permutations, tables,
 * copies, pairs, sums over all lanes, products by element.
 */
#include "check-vec.h"

/* Lane k of n followed by m, each of `bytes` bytes. */
static uint64_t both(vec n, vec m, int bits, int bytes, int k)
{
    int lanes = bytes * 8 / bits;
    return k < lanes ? lane_get(n, bits, k) : lane_get(m, bits, k - lanes);
}

typedef vec vec_fn(vec d, vec n, vec m, int bits, int bytes);

/* Runs an instruction and compares whole vectors. */
#define WHOLE(insn, fn, bits, bytes)                                          \
    do {                                                                      \
        for (int k = 0; k < SAMPLES; k++) {                                   \
            struct operands in = operands_sample(k, NULL);                    \
            check_vec(insn, __LINE__, in, RUNV(insn, in.d, in.n, in.m, 0, 0), \
                      fn(in.d, in.n, in.m, bits, bytes), 0);                  \
        }                                                                     \
    } while (0)

/* A form for TO_WORDS(); no flag of forms matters to whole vectors. */
#define WHOLE3(op, fn, arr, bits, bytes, how) \
    WHOLE(op " v0." arr ", v1." arr ", v2." arr, fn, bits, bytes)
#define WHOLE_WORDS(op, fn)   TO_WORDS(WHOLE3, op, fn, 0)
#define WHOLE_DOUBLES(op, fn) TO_DOUBLES(WHOLE3, op, fn, 0)

/* A function that says which lane of n:m becomes lane k. */
#define PERMUTE(name, index)                                       \
    static vec name(vec d, vec n, vec m, int bits, int bytes)      \
    {                                                              \
        vec r = VEC(0, 0);                                         \
        int lanes = bytes * 8 / bits;                              \
        (void)d;                                                   \
        for (int k = 0; k < lanes; k++)                            \
            lane_set(&r, bits, k, both(n, m, bits, bytes, index)); \
        return r;                                                  \
    }

PERMUTE(zip1, k / 2 + k % 2 * lanes)
PERMUTE(zip2, lanes / 2 + k / 2 + k % 2 * lanes)
PERMUTE(uzp1, 2 * k)
PERMUTE(uzp2, 2 * k + 1)
PERMUTE(trn1, k / 2 * 2 + k % 2 * lanes)
PERMUTE(trn2, k / 2 * 2 + 1 + k % 2 * lanes)
PERMUTE(ext_1, k + 1)
PERMUTE(ext_7, k + 7)
PERMUTE(ext_15, k + 15)
PERMUTE(rev64,
        (k / (64 / bits)) * (64 / bits) + 64 / bits - 1 - k % (64 / bits))
PERMUTE(rev32,
        (k / (32 / bits)) * (32 / bits) + 32 / bits - 1 - k % (32 / bits))
PERMUTE(rev16, k ^ 1)
PERMUTE(dup_3, 3)
PERMUTE(dup_1, 1)
PERMUTE(first, k + 0 * lanes)

/* One lane, to the low end. */
static vec scalar(vec n, int bits, int lane)
{
    vec r = VEC(0, 0);
    lane_set(&r, bits, 0, lane_get(n, bits, lane));
    return r;
}

static vec scalar_3(vec d, vec n, vec m, int bits, int bytes)
{
    (void)d, (void)m, (void)bytes;
    return scalar(n, bits, 3);
}

static vec scalar_1(vec d, vec n, vec m, int bits, int bytes)
{
    (void)d, (void)m, (void)bytes;
    return scalar(n, bits, 1);
}

static void permutations(void)
{
    WHOLE_DOUBLES("zip1", zip1);
    WHOLE_DOUBLES("zip2", zip2);
    WHOLE_DOUBLES("uzp1", uzp1);
    WHOLE_DOUBLES("uzp2", uzp2);
    WHOLE_DOUBLES("trn1", trn1);
    WHOLE_DOUBLES("trn2", trn2);
    WHOLE("ext v0.8b, v1.8b, v2.8b, #0", first, 8, 8);
    WHOLE("ext v0.8b, v1.8b, v2.8b, #1", ext_1, 8, 8);
    WHOLE("ext v0.8b, v1.8b, v2.8b, #7", ext_7, 8, 8);
    WHOLE("ext v0.16b, v1.16b, v2.16b, #7", ext_7, 8, 16);
    WHOLE("ext v0.16b, v1.16b, v2.16b, #15", ext_15, 8, 16);
    WHOLE("rev64 v0.8b, v1.8b", rev64, 8, 8);
    WHOLE("rev64 v0.16b, v1.16b", rev64, 8, 16);
    WHOLE("rev64 v0.4h, v1.4h", rev64, 16, 8);
    WHOLE("rev64 v0.8h, v1.8h", rev64, 16, 16);
    WHOLE("rev64 v0.2s, v1.2s", rev64, 32, 8);
    WHOLE("rev64 v0.4s, v1.4s", rev64, 32, 16);
    WHOLE("rev32 v0.8b, v1.8b", rev32, 8, 8);
    WHOLE("rev32 v0.16b, v1.16b", rev32, 8, 16);
    WHOLE("rev32 v0.4h, v1.4h", rev32, 16, 8);
    WHOLE("rev32 v0.8h, v1.8h", rev32, 16, 16);
    WHOLE("rev16 v0.8b, v1.8b", rev16, 8, 8);
    WHOLE("rev16 v0.16b, v1.16b", rev16, 8, 16);
    WHOLE("dup v0.8b, v1.b[3]", dup_3, 8, 8);
    WHOLE("dup v0.16b, v1.b[3]", dup_3, 8, 16);
    WHOLE("dup v0.8h, v1.h[3]", dup_3, 16, 16);
    WHOLE("dup v0.4s, v1.s[1]", dup_1, 32, 16);
    WHOLE("dup v0.2s, v1.s[1]", dup_1, 32, 8);
    WHOLE("dup v0.2d, v1.d[1]", dup_1, 64, 16);
    WHOLE("mov b0, v1.b[3]", scalar_3, 8, 1);
    WHOLE("mov h0, v1.h[3]", scalar_3, 16, 2);
    WHOLE("mov s0, v1.s[1]", scalar_1, 32, 4);
    WHOLE("mov d0, v1.d[1]", scalar_1, 64, 8);
    WHOLE("mov d0, v1.d[0]", first, 64, 8);
    /* The destination is also a source. */
    WHOLE("mov v0.16b, v1.16b\n\tzip2 v0.8h, v0.8h, v2.8h", zip2, 16, 16);
    WHOLE("mov v0.16b, v2.16b\n\tuzp1 v0.4s, v1.4s, v0.4s", uzp1, 32, 16);
}

/* Tables of one to four registers: v1, v2, v3 (v1 inverted), v4 (v2's). */
static uint64_t table_byte(vec n, vec m, int index)
{
    switch (index / 16) {
    case 0: return n.b[index];
    case 1: return m.b[index - 16];
    case 2: return (uint8_t)~n.b[index - 32];
    default: return (uint8_t)~m.b[index - 48];
    }
}

static vec table(vec d, vec n, vec m, int size, int bytes, bool keep)
{
    vec r = VEC(0, 0);
    for (int k = 0; k < bytes; k++) {
        int index = d.b[k] & 0x5f;
        uint64_t outside = keep ? d.b[k] & 0x5f : 0;
        r.b[k] = (uint8_t)(index < size ? table_byte(n, m, index) : outside);
    }
    return r;
}

#define TABLE(name, keep)                                     \
    static vec name(vec d, vec n, vec m, int size, int bytes) \
    {                                                         \
        return table(d, n, m, size, bytes, keep);             \
    }
TABLE(tbl, false)
TABLE(tbx, true)

/* Indices: rd's bytes, of which some are outside of every table. */
#define INDEX                                              \
    "movi v5.16b, #0x5f\n\tand v0.16b, v0.16b, v5.16b\n\t" \
    "mvn v3.16b, v1.16b\n\tmvn v4.16b, v2.16b\n\t"

static void tables(void)
{
    WHOLE(INDEX "tbl v0.8b, {v1.16b}, v0.8b", tbl, 16, 8);
    WHOLE(INDEX "tbl v0.16b, {v1.16b}, v0.16b", tbl, 16, 16);
    WHOLE(INDEX "tbl v0.16b, {v1.16b, v2.16b}, v0.16b", tbl, 32, 16);
    WHOLE(INDEX "tbl v0.16b, {v1.16b - v3.16b}, v0.16b", tbl, 48, 16);
    WHOLE(INDEX "tbl v0.16b, {v1.16b - v4.16b}, v0.16b", tbl, 64, 16);
    WHOLE(INDEX "tbl v0.8b, {v1.16b - v4.16b}, v0.8b", tbl, 64, 8);
    WHOLE(INDEX "tbx v0.8b, {v1.16b}, v0.8b", tbx, 16, 8);
    WHOLE(INDEX "tbx v0.16b, {v1.16b, v2.16b}, v0.16b", tbx, 32, 16);
    WHOLE(INDEX "tbx v0.16b, {v1.16b - v3.16b}, v0.16b", tbx, 48, 16);
    WHOLE(INDEX "tbx v0.16b, {v1.16b - v4.16b}, v0.16b", tbx, 64, 16);
    /* Registers behind 31 are 0 and on. */
    WHOLE(INDEX "mov v5.16b, v0.16b\n\tmov v31.16b, v1.16b\n\t"
                "mov v0.16b, v2.16b\n\t"
                "tbl v0.16b, {v31.16b, v0.16b}, v5.16b",
          tbl, 32, 16);
}

/* Pairs of neighbours of n followed by m. */
#define PAIRS(name, expr)                                     \
    static vec name(vec d, vec n, vec m, int bits, int bytes) \
    {                                                         \
        vec r = VEC(0, 0);                                    \
        (void)d;                                              \
        for (int k = 0; k < bytes * 8 / bits; k++) {          \
            uint64_t x = both(n, m, bits, bytes, 2 * k);      \
            uint64_t y = both(n, m, bits, bytes, 2 * k + 1);  \
            lane_set(&r, bits, k, expr);                      \
        }                                                     \
        return r;                                             \
    }

PAIRS(addp, x + y)
static vec addp_d(vec d, vec n, vec m, int bits, int bytes)
{
    (void)d, (void)m, (void)bits, (void)bytes;
    return VEC(0, n.d[0] + n.d[1]);
}

PAIRS(smaxp, S(x, bits) > S(y, bits) ? x : y)
PAIRS(sminp, S(x, bits) < S(y, bits) ? x : y)
PAIRS(umaxp, x > y ? x : y)
PAIRS(uminp, x < y ? x : y)

/* Sums of two lanes of half the width, plus d if it accumulates. */
#define PAIR_SUMS(name, sign, old)                             \
    static vec name(vec d, vec n, vec m, int bits, int bytes)  \
    {                                                          \
        vec r = VEC(0, 0);                                     \
        int half = bits / 2;                                   \
        (void)d, (void)m;                                      \
        for (int k = 0; k < bytes * 8 / bits; k++) {           \
            wide x = sign(lane_get(n, half, 2 * k), half);     \
            wide y = sign(lane_get(n, half, 2 * k + 1), half); \
            lane_set(&r, bits, k, (uint64_t)(x + y) + old);    \
        }                                                      \
        return r;                                              \
    }

PAIR_SUMS(saddlp, S, 0)
PAIR_SUMS(uaddlp, U, 0)
PAIR_SUMS(sadalp, S, lane_get(d, bits, k))
PAIR_SUMS(uadalp, U, lane_get(d, bits, k))

#define PAIRWISE_LONG(op, fn)               \
    WHOLE(op " v0.4h, v1.8b", fn, 16, 8);   \
    WHOLE(op " v0.8h, v1.16b", fn, 16, 16); \
    WHOLE(op " v0.2s, v1.4h", fn, 32, 8);   \
    WHOLE(op " v0.4s, v1.8h", fn, 32, 16);  \
    WHOLE(op " v0.1d, v1.2s", fn, 64, 8);   \
    WHOLE(op " v0.2d, v1.4s", fn, 64, 16)

static void pairs(void)
{
    WHOLE_DOUBLES("addp", addp);
    WHOLE("addp d0, v1.2d", addp_d, 64, 8);
    WHOLE_WORDS("smaxp", smaxp);
    WHOLE_WORDS("sminp", sminp);
    WHOLE_WORDS("umaxp", umaxp);
    WHOLE_WORDS("uminp", uminp);
    PAIRWISE_LONG("saddlp", saddlp);
    PAIRWISE_LONG("uaddlp", uaddlp);
    PAIRWISE_LONG("sadalp", sadalp);
    PAIRWISE_LONG("uadalp", uadalp);
}

/* All lanes of n: bits and bytes are n's, out the result's width. */
static vec across(vec n, int bits, int bytes, int out, bool is_signed, int what)
{
    vec r = VEC(0, 0);
    wide sum = 0, low = 0, high = 0;
    for (int k = 0; k < bytes * 8 / bits; k++) {
        uint64_t x = lane_get(n, bits, k);
        wide v = is_signed ? S(x, bits) : U(x, bits);
        sum += v;
        low = k == 0 || v < low ? v : low;
        high = k == 0 || v > high ? v : high;
    }
    wide v = what == 0 ? sum : what == 1 ? low : high;
    lane_set(&r, out, 0, (uint64_t)v);
    return r;
}

#define ACROSS(name, scale, is_signed, what)                          \
    static vec name(vec d, vec n, vec m, int bits, int bytes)         \
    {                                                                 \
        (void)d, (void)m;                                             \
        return across(n, bits, bytes, bits * scale, is_signed, what); \
    }

ACROSS(addv, 1, false, 0)
ACROSS(saddlv, 2, true, 0)
ACROSS(uaddlv, 2, false, 0)
ACROSS(sminv, 1, true, 1)
ACROSS(uminv, 1, false, 1)
ACROSS(smaxv, 1, true, 2)
ACROSS(umaxv, 1, false, 2)

#define ACROSS_ALL(op, fn, b, h, s)         \
    WHOLE(op " " b "0, v1.8b", fn, 8, 8);   \
    WHOLE(op " " b "0, v1.16b", fn, 8, 16); \
    WHOLE(op " " h "0, v1.4h", fn, 16, 8);  \
    WHOLE(op " " h "0, v1.8h", fn, 16, 16); \
    WHOLE(op " " s "0, v1.4s", fn, 32, 16)

static void over_all_lanes(void)
{
    ACROSS_ALL("addv", addv, "b", "h", "s");
    ACROSS_ALL("sminv", sminv, "b", "h", "s");
    ACROSS_ALL("uminv", uminv, "b", "h", "s");
    ACROSS_ALL("smaxv", smaxv, "b", "h", "s");
    ACROSS_ALL("umaxv", umaxv, "b", "h", "s");
    ACROSS_ALL("saddlv", saddlv, "h", "s", "d");
    ACROSS_ALL("uaddlv", uaddlv, "h", "s", "d");
}

/* Products with one lane of m. */
#define ELEMENT(name, lane, expr)                                           \
    static vec name(vec d, vec n, vec m, int bits, int bytes)               \
    {                                                                       \
        vec r = VEC(0, 0);                                                  \
        for (int k = 0; k < bytes * 8 / bits; k++) {                        \
            uint64_t x = lane_get(n, bits, k), y = lane_get(m, bits, lane); \
            uint64_t old = lane_get(d, bits, k);                            \
            (void)old;                                                      \
            lane_set(&r, bits, k, expr);                                    \
        }                                                                   \
        return r;                                                           \
    }

ELEMENT(mul_1, 1, x *y)
ELEMENT(mul_7, 7, x *y)
ELEMENT(mla_3, 3, old + x * y)
ELEMENT(mls_2, 2, old - x * y)

/* bits is the result's width; high halves of n. */
#define LONG_ELEMENT(name, lane, high, sign, expr)                    \
    static vec name(vec d, vec n, vec m, int bits, int bytes)         \
    {                                                                 \
        vec r = VEC(0, 0);                                            \
        int half = bits / 2, lanes = bytes * 8 / bits;                \
        for (int k = 0; k < lanes; k++) {                             \
            wide x = sign(lane_get(n, half, k + high * lanes), half); \
            wide y = sign(lane_get(m, half, lane), half);             \
            uint64_t old = lane_get(d, bits, k);                      \
            (void)old;                                                \
            lane_set(&r, bits, k, (uint64_t)(expr));                  \
        }                                                             \
        return r;                                                     \
    }

LONG_ELEMENT(smull_5, 5, 0, S, x *y)
LONG_ELEMENT(umull2_1, 1, 1, U, x *y)
LONG_ELEMENT(smlal2_2, 2, 1, S, old + x * y)
LONG_ELEMENT(umlal_3, 3, 0, U, old + x * y)
LONG_ELEMENT(smlsl_0, 0, 0, S, old - x * y)
LONG_ELEMENT(umlsl2_3, 3, 1, U, old - x * y)

static void by_element(void)
{
    WHOLE("mul v0.4h, v1.4h, v2.h[1]", mul_1, 16, 8);
    WHOLE("mul v0.8h, v1.8h, v2.h[7]", mul_7, 16, 16);
    WHOLE("mul v0.2s, v1.2s, v2.s[1]", mul_1, 32, 8);
    WHOLE("mla v0.8h, v1.8h, v2.h[3]", mla_3, 16, 16);
    WHOLE("mla v0.4s, v1.4s, v2.s[3]", mla_3, 32, 16);
    WHOLE("mls v0.4h, v1.4h, v2.h[2]", mls_2, 16, 8);
    WHOLE("mls v0.4s, v1.4s, v2.s[2]", mls_2, 32, 16);
    WHOLE("smull v0.4s, v1.4h, v2.h[5]", smull_5, 32, 16);
    WHOLE("umull2 v0.2d, v1.4s, v2.s[1]", umull2_1, 64, 16);
    WHOLE("smlal2 v0.4s, v1.8h, v2.h[2]", smlal2_2, 32, 16);
    WHOLE("umlal v0.2d, v1.2s, v2.s[3]", umlal_3, 64, 16);
    WHOLE("smlsl v0.2d, v1.2s, v2.s[0]", smlsl_0, 64, 16);
    WHOLE("umlsl2 v0.4s, v1.8h, v2.h[3]", umlsl2_3, 32, 16);
    /* 32-bit lanes may come from any register. */
    WHOLE("mov v30.16b, v2.16b\n\tmul v0.4s, v1.4s, v30.s[1]", mul_1, 32, 16);
}

/* Between vector and general registers. */
static void copies(void)
{
    vec d = VEC(0x8182838485868788, 0x1122334455667788);
    vec n = VEC(0xfedcba9876543210, 0x8899aabbccddeeff);
    uint64_t x = 0x0123456789abcdef;
    struct vec_outcome o;

#define INSERT(insn, high, low)            \
    o = RUNV(insn, d, n, n, x, 0);         \
    CHECK(insn " low", o.value.d[0], low); \
    CHECK(insn " high", o.value.d[1], high)
    INSERT("mov v0.b[0], w9", d.d[1], 0x11223344556677ef);
    INSERT("mov v0.b[15], w9", 0xef82838485868788, d.d[0]);
    INSERT("mov v0.h[4], w9", 0x818283848586cdef, d.d[0]);
    INSERT("mov v0.s[1], w9", d.d[1], 0x89abcdef55667788);
    INSERT("mov v0.d[1], x9", x, d.d[0]);
    INSERT("fmov v0.d[1], x9", x, d.d[0]);
    INSERT("mov v0.b[8], v1.b[1]", 0x81828384858687ee, d.d[0]);
    INSERT("mov v0.h[3], v1.h[7]", d.d[1], 0xfedc334455667788);
    INSERT("mov v0.s[3], v1.s[0]", 0xccddeeff85868788, d.d[0]);
    INSERT("mov v0.d[0], v1.d[1]", d.d[1], n.d[1]);
    INSERT("mov v0.d[0], v0.d[1]", d.d[1], d.d[1]);
    INSERT("dup v0.8b, w9", 0, 0xefefefefefefefef);
    INSERT("dup v0.8h, w9", 0xcdefcdefcdefcdef, 0xcdefcdefcdefcdef);
    INSERT("dup v0.2s, w9", 0, 0x89abcdef89abcdef);
    INSERT("dup v0.2d, x9", x, x);
    INSERT("dup v0.4s, wzr", 0, 0);
    INSERT("fmov s0, w9", 0, 0x89abcdef);
    INSERT("fmov d0, x9", 0, x);
    INSERT("fmov d0, xzr", 0, 0);
    INSERT("fmov s0, s1", 0, 0xccddeeff);
    INSERT("fmov d0, d1", 0, n.d[0]);

#define EXTRACT(insn, want) CHECK(insn, RUNV(insn, d, n, n, x, 0).x, want)
    EXTRACT("umov w9, v1.b[7]", 0x88);
    EXTRACT("umov w9, v1.h[0]", 0xeeff);
    EXTRACT("mov w9, v1.s[2]", 0x76543210);
    EXTRACT("mov x9, v1.d[1]", n.d[1]);
    EXTRACT("smov w9, v1.b[7]", 0xffffff88);
    EXTRACT("smov x9, v1.b[7]", 0xffffffffffffff88);
    EXTRACT("smov w9, v1.h[1]", 0xffffccdd);
    EXTRACT("smov x9, v1.h[4]", 0x3210);
    EXTRACT("smov x9, v1.s[1]", 0xffffffff8899aabb);
    EXTRACT("fmov w9, s1", 0xccddeeff);
    EXTRACT("fmov x9, d1", n.d[0]);
    EXTRACT("fmov x9, v1.d[1]", n.d[1]);
}

static void immediates(void)
{
    vec d = VEC(0x8182838485868788, 0x1122334455667788), n = d;
    struct vec_outcome o;
    uint64_t x = 0;

    INSERT("movi v0.8b, #0xa5", 0, 0xa5a5a5a5a5a5a5a5);
    INSERT("movi v0.16b, #1", 0x0101010101010101, 0x0101010101010101);
    INSERT("movi v0.4h, #0xa5", 0, 0x00a500a500a500a5);
    INSERT("movi v0.8h, #0xa5, lsl #8", 0xa500a500a500a500, 0xa500a500a500a500);
    INSERT("movi v0.2s, #0xa5, lsl #24", 0, 0xa5000000a5000000);
    INSERT("movi v0.4s, #0xa5, lsl #16", 0x00a5000000a50000,
           0x00a5000000a50000);
    INSERT("movi v0.2s, #0xa5, msl #8", 0, 0x0000a5ff0000a5ff);
    INSERT("movi v0.2s, #0xa5, msl #16", 0, 0x00a5ffff00a5ffff);
    INSERT("mvni v0.2s, #0xa5, msl #16", 0, 0xff5a0000ff5a0000);
    INSERT("mvni v0.2s, #0xa5", 0, 0xffffff5affffff5a);
    INSERT("mvni v0.8h, #0xa5, lsl #8", 0x5aff5aff5aff5aff, 0x5aff5aff5aff5aff);
    INSERT("movi d0, #0xff00ff0000ffff00", 0, 0xff00ff0000ffff00);
    INSERT("movi v0.2d, #0xff000000000000ff", 0xff000000000000ff,
           0xff000000000000ff);
    INSERT("orr v0.4s, #0xf0, lsl #8", 0x8182f3848586f788, 0x1122f3445566f788);
    INSERT("orr v0.4h, #0xf", 0, 0x112f334f556f778f);
    INSERT("bic v0.4s, #0xff", 0x8182830085868700, 0x1122330055667700);
    INSERT("bic v0.4h, #0xf0, lsl #8", 0, 0x0122034405660788);
    INSERT("fmov v0.2s, #1.0", 0, 0x3f8000003f800000);
    INSERT("fmov v0.4s, #-0.125", 0xbe000000be000000, 0xbe000000be000000);
    INSERT("fmov v0.2d, #31.0", 0x403f000000000000, 0x403f000000000000);
    INSERT("fmov s0, #-2.5", 0, 0xc0200000);
    INSERT("fmov d0, #0.1328125", 0, 0x3fc1000000000000);
}

int main(void)
{
    permutations();
    tables();
    pairs();
    over_all_lanes();
    by_element();
    copies();
    immediates();
    return check_result();
}
