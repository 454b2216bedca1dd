// SPDX-License-Identifier: MIT
// build: -nostdlib -ffreestanding -fno-tree-vectorize -fno-tree-slp-vectorize
// hosts: v3,-gfni v4,-gfni
/* Vector integer arithmetic, lane by lane, in every arrangement. */
#include "check-vec.h"

static uint64_t add(uint64_t d, uint64_t n, uint64_t m, int bits)
{
    (void)d, (void)bits;
    return n + m;
}

static uint64_t sub(uint64_t d, uint64_t n, uint64_t m, int bits)
{
    (void)d, (void)bits;
    return n - m;
}

static uint64_t mul(uint64_t d, uint64_t n, uint64_t m, int bits)
{
    (void)d, (void)bits;
    return n * m;
}

static uint64_t mla(uint64_t d, uint64_t n, uint64_t m, int bits)
{
    (void)bits;
    return d + n * m;
}

static uint64_t mls(uint64_t d, uint64_t n, uint64_t m, int bits)
{
    (void)bits;
    return d - n * m;
}

static uint64_t neg(uint64_t d, uint64_t n, uint64_t m, int bits)
{
    (void)d, (void)m, (void)bits;
    return -n;
}

static uint64_t absolute(uint64_t d, uint64_t n, uint64_t m, int bits)
{
    (void)d, (void)m;
    return (uint64_t)(S(n, bits) < 0 ? -S(n, bits) : S(n, bits));
}

static uint64_t shadd(uint64_t d, uint64_t n, uint64_t m, int bits)
{
    (void)d;
    return (uint64_t)((S(n, bits) + S(m, bits)) >> 1);
}

static uint64_t srhadd(uint64_t d, uint64_t n, uint64_t m, int bits)
{
    (void)d;
    return (uint64_t)((S(n, bits) + S(m, bits) + 1) >> 1);
}

static uint64_t shsub(uint64_t d, uint64_t n, uint64_t m, int bits)
{
    (void)d;
    return (uint64_t)((S(n, bits) - S(m, bits)) >> 1);
}

static uint64_t smax(uint64_t d, uint64_t n, uint64_t m, int bits)
{
    (void)d;
    return S(n, bits) > S(m, bits) ? n : m;
}

static uint64_t smin(uint64_t d, uint64_t n, uint64_t m, int bits)
{
    (void)d;
    return S(n, bits) < S(m, bits) ? n : m;
}

static uint64_t sabd(uint64_t d, uint64_t n, uint64_t m, int bits)
{
    (void)d;
    return S(n, bits) < S(m, bits) ? m - n : n - m;
}

static uint64_t saba(uint64_t d, uint64_t n, uint64_t m, int bits)
{
    return d + sabd(d, n, m, bits);
}

static uint64_t saddl(uint64_t d, uint64_t n, uint64_t m, int bits)
{
    (void)d;
    return (uint64_t)(S(n, bits) + S(m, bits));
}

static uint64_t ssubl(uint64_t d, uint64_t n, uint64_t m, int bits)
{
    (void)d;
    return (uint64_t)(S(n, bits) - S(m, bits));
}

static uint64_t saddw(uint64_t d, uint64_t n, uint64_t m, int bits)
{
    (void)d;
    return n + (uint64_t)S(m, bits);
}

static uint64_t ssubw(uint64_t d, uint64_t n, uint64_t m, int bits)
{
    (void)d;
    return n - (uint64_t)S(m, bits);
}

static uint64_t smull(uint64_t d, uint64_t n, uint64_t m, int bits)
{
    (void)d;
    return (uint64_t)(S(n, bits) * S(m, bits));
}

static uint64_t smlal(uint64_t d, uint64_t n, uint64_t m, int bits)
{
    return d + smull(d, n, m, bits);
}

static uint64_t smlsl(uint64_t d, uint64_t n, uint64_t m, int bits)
{
    return d - smull(d, n, m, bits);
}

static uint64_t sabdl(uint64_t d, uint64_t n, uint64_t m, int bits)
{
    (void)d;
    return (uint64_t)(S(n, bits) < S(m, bits) ? S(m, bits) - S(n, bits)
                                              : S(n, bits) - S(m, bits));
}

static uint64_t sabal(uint64_t d, uint64_t n, uint64_t m, int bits)
{
    return d + sabdl(d, n, m, bits);
}

static uint64_t uhadd(uint64_t d, uint64_t n, uint64_t m, int bits)
{
    (void)d;
    return (uint64_t)((U(n, bits) + U(m, bits)) >> 1);
}

static uint64_t urhadd(uint64_t d, uint64_t n, uint64_t m, int bits)
{
    (void)d;
    return (uint64_t)((U(n, bits) + U(m, bits) + 1) >> 1);
}

static uint64_t uhsub(uint64_t d, uint64_t n, uint64_t m, int bits)
{
    (void)d;
    return (uint64_t)((U(n, bits) - U(m, bits)) >> 1);
}

static uint64_t umax(uint64_t d, uint64_t n, uint64_t m, int bits)
{
    (void)d;
    return U(n, bits) > U(m, bits) ? n : m;
}

static uint64_t umin(uint64_t d, uint64_t n, uint64_t m, int bits)
{
    (void)d;
    return U(n, bits) < U(m, bits) ? n : m;
}

static uint64_t uabd(uint64_t d, uint64_t n, uint64_t m, int bits)
{
    (void)d;
    return U(n, bits) < U(m, bits) ? m - n : n - m;
}

static uint64_t uaba(uint64_t d, uint64_t n, uint64_t m, int bits)
{
    return d + uabd(d, n, m, bits);
}

static uint64_t uaddl(uint64_t d, uint64_t n, uint64_t m, int bits)
{
    (void)d;
    return (uint64_t)(U(n, bits) + U(m, bits));
}

static uint64_t usubl(uint64_t d, uint64_t n, uint64_t m, int bits)
{
    (void)d;
    return (uint64_t)(U(n, bits) - U(m, bits));
}

static uint64_t uaddw(uint64_t d, uint64_t n, uint64_t m, int bits)
{
    (void)d;
    return n + (uint64_t)U(m, bits);
}

static uint64_t usubw(uint64_t d, uint64_t n, uint64_t m, int bits)
{
    (void)d;
    return n - (uint64_t)U(m, bits);
}

static uint64_t umull(uint64_t d, uint64_t n, uint64_t m, int bits)
{
    (void)d;
    return (uint64_t)(U(n, bits) * U(m, bits));
}

static uint64_t umlal(uint64_t d, uint64_t n, uint64_t m, int bits)
{
    return d + umull(d, n, m, bits);
}

static uint64_t umlsl(uint64_t d, uint64_t n, uint64_t m, int bits)
{
    return d - umull(d, n, m, bits);
}

static uint64_t uabdl(uint64_t d, uint64_t n, uint64_t m, int bits)
{
    (void)d;
    return (uint64_t)(U(n, bits) < U(m, bits) ? U(m, bits) - U(n, bits)
                                              : U(n, bits) - U(m, bits));
}

static uint64_t uabal(uint64_t d, uint64_t n, uint64_t m, int bits)
{
    return d + uabdl(d, n, m, bits);
}

static uint64_t cmeq(uint64_t d, uint64_t n, uint64_t m, int bits)
{
    (void)d;
    return U(n, bits) == U(m, bits) ? -1ull : 0;
}

static uint64_t cmgt(uint64_t d, uint64_t n, uint64_t m, int bits)
{
    (void)d;
    return S(n, bits) > S(m, bits) ? -1ull : 0;
}

static uint64_t cmge(uint64_t d, uint64_t n, uint64_t m, int bits)
{
    (void)d;
    return S(n, bits) >= S(m, bits) ? -1ull : 0;
}

static uint64_t cmhi(uint64_t d, uint64_t n, uint64_t m, int bits)
{
    (void)d;
    return U(n, bits) > U(m, bits) ? -1ull : 0;
}

static uint64_t cmhs(uint64_t d, uint64_t n, uint64_t m, int bits)
{
    (void)d;
    return U(n, bits) >= U(m, bits) ? -1ull : 0;
}

static uint64_t cmtst(uint64_t d, uint64_t n, uint64_t m, int bits)
{
    (void)d;
    return U(n & m, bits) ? -1ull : 0;
}

static uint64_t zero_eq(uint64_t d, uint64_t n, uint64_t m, int bits)
{
    (void)d, (void)m;
    return S(n, bits) == 0 ? -1ull : 0;
}

static uint64_t zero_gt(uint64_t d, uint64_t n, uint64_t m, int bits)
{
    (void)d, (void)m;
    return S(n, bits) > 0 ? -1ull : 0;
}

static uint64_t zero_ge(uint64_t d, uint64_t n, uint64_t m, int bits)
{
    (void)d, (void)m;
    return S(n, bits) >= 0 ? -1ull : 0;
}

static uint64_t zero_le(uint64_t d, uint64_t n, uint64_t m, int bits)
{
    (void)d, (void)m;
    return S(n, bits) <= 0 ? -1ull : 0;
}

static uint64_t zero_lt(uint64_t d, uint64_t n, uint64_t m, int bits)
{
    (void)d, (void)m;
    return S(n, bits) < 0 ? -1ull : 0;
}

static uint64_t addhn(uint64_t d, uint64_t n, uint64_t m, int bits)
{
    (void)d;
    return (n + m) >> bits;
}

static uint64_t subhn(uint64_t d, uint64_t n, uint64_t m, int bits)
{
    (void)d;
    return (n - m) >> bits;
}

static uint64_t raddhn(uint64_t d, uint64_t n, uint64_t m, int bits)
{
    (void)d;
    return (n + m + (1ull << (bits - 1))) >> bits;
}

static uint64_t rsubhn(uint64_t d, uint64_t n, uint64_t m, int bits)
{
    (void)d;
    return (n - m + (1ull << (bits - 1))) >> bits;
}

static uint64_t xtn(uint64_t d, uint64_t n, uint64_t m, int bits)
{
    (void)d, (void)m, (void)bits;
    return n;
}

static uint64_t shll(uint64_t d, uint64_t n, uint64_t m, int bits)
{
    (void)d, (void)m;
    return n << bits;
}

static uint64_t and_(uint64_t d, uint64_t n, uint64_t m, int bits)
{
    (void)d, (void)bits;
    return n & m;
}

static uint64_t bic(uint64_t d, uint64_t n, uint64_t m, int bits)
{
    (void)d, (void)bits;
    return n & ~m;
}

static uint64_t orr(uint64_t d, uint64_t n, uint64_t m, int bits)
{
    (void)d, (void)bits;
    return n | m;
}

static uint64_t orn(uint64_t d, uint64_t n, uint64_t m, int bits)
{
    (void)d, (void)bits;
    return n | ~m;
}

static uint64_t eor(uint64_t d, uint64_t n, uint64_t m, int bits)
{
    (void)d, (void)bits;
    return n ^ m;
}

static uint64_t bsl(uint64_t d, uint64_t n, uint64_t m, int bits)
{
    (void)bits;
    return (d & n) | (~d & m);
}

static uint64_t bit(uint64_t d, uint64_t n, uint64_t m, int bits)
{
    (void)bits;
    return (m & n) | (~m & d);
}

static uint64_t bif(uint64_t d, uint64_t n, uint64_t m, int bits)
{
    (void)bits;
    return (~m & n) | (m & d);
}

static uint64_t not_(uint64_t d, uint64_t n, uint64_t m, int bits)
{
    (void)d, (void)m, (void)bits;
    return ~n;
}

static uint64_t clz(uint64_t d, uint64_t n, uint64_t m, int bits)
{
    (void)d, (void)m;
    uint64_t r = 0;
    while (r < (uint64_t)bits && !(n >> (bits - 1 - (int)r) & 1))
        r++;
    return r;
}

static uint64_t cls(uint64_t d, uint64_t n, uint64_t m, int bits)
{
    return clz(d, (n ^ n << 1) | 1, m, bits);
}

static uint64_t cnt(uint64_t d, uint64_t n, uint64_t m, int bits)
{
    (void)d, (void)m, (void)bits;
    uint64_t r = 0;
    for (; n; n >>= 1)
        r += n & 1;
    return r;
}

static uint64_t rbit(uint64_t d, uint64_t n, uint64_t m, int bits)
{
    (void)d, (void)m;
    uint64_t r = 0;
    for (int k = 0; k < bits; k++)
        r |= (n >> k & 1) << (bits - 1 - k);
    return r;
}

/* Polynomials over GF(2). */
static uint64_t pmul(uint64_t d, uint64_t n, uint64_t m, int bits)
{
    (void)d;
    uint64_t r = 0;
    for (int k = 0; k < bits; k++)
        r ^= m >> k & 1 ? n << k : 0;
    return r;
}

static uint64_t sub_self(uint64_t d, uint64_t n, uint64_t m, int bits)
{
    (void)d, (void)m, (void)bits;
    return n - n;
}

/* Narrow lanes to wide ones: both operands, or only rm. */
#define LONG(op, fn)                                             \
    SWEEP(op " v0.8h, v1.8b, v2.8b", fn, 16, 8, 8, 16);          \
    SWEEP(op "2 v0.8h, v1.16b, v2.16b", fn, 16, 8, 8, 16, true); \
    SWEEP(op " v0.4s, v1.4h, v2.4h", fn, 32, 16, 16, 16);        \
    SWEEP(op "2 v0.4s, v1.8h, v2.8h", fn, 32, 16, 16, 16, true); \
    SWEEP(op " v0.2d, v1.2s, v2.2s", fn, 64, 32, 32, 16);        \
    SWEEP(op "2 v0.2d, v1.4s, v2.4s", fn, 64, 32, 32, 16, true)
#define WIDE(op, fn)                                                 \
    SWEEP(op " v0.8h, v1.8h, v2.8b", fn##_b, 16, 16, 8, 16);         \
    SWEEP(op "2 v0.8h, v1.8h, v2.16b", fn##_b, 16, 16, 8, 16, true); \
    SWEEP(op " v0.4s, v1.4s, v2.4h", fn##_h, 32, 32, 16, 16);        \
    SWEEP(op "2 v0.4s, v1.4s, v2.8h", fn##_h, 32, 32, 16, 16, true); \
    SWEEP(op " v0.2d, v1.2d, v2.2s", fn##_s, 64, 64, 32, 16);        \
    SWEEP(op "2 v0.2d, v1.2d, v2.4s", fn##_s, 64, 64, 32, 16, true)
#define HIGH(op, fn)                                            \
    SWEEP(op " v0.8b, v1.8h, v2.8h", fn, 8, 16, 16, 8);         \
    SWEEP(op "2 v0.16b, v1.8h, v2.8h", fn, 8, 16, 16, 8, true); \
    SWEEP(op " v0.4h, v1.4s, v2.4s", fn, 16, 32, 32, 8);        \
    SWEEP(op "2 v0.8h, v1.4s, v2.4s", fn, 16, 32, 32, 8, true); \
    SWEEP(op " v0.2s, v1.2d, v2.2d", fn, 32, 64, 64, 8);        \
    SWEEP(op "2 v0.4s, v1.2d, v2.2d", fn, 32, 64, 64, 8, true)

/* The wide form's functions: their width is rm's. */
#define WIDTHS(fn)                                                       \
    static uint64_t fn##_b(uint64_t d, uint64_t n, uint64_t m, int bits) \
    {                                                                    \
        (void)bits;                                                      \
        return fn(d, n, m, 8);                                           \
    }                                                                    \
    static uint64_t fn##_h(uint64_t d, uint64_t n, uint64_t m, int bits) \
    {                                                                    \
        (void)bits;                                                      \
        return fn(d, n, m, 16);                                          \
    }                                                                    \
    static uint64_t fn##_s(uint64_t d, uint64_t n, uint64_t m, int bits) \
    {                                                                    \
        (void)bits;                                                      \
        return fn(d, n, m, 32);                                          \
    }

WIDTHS(saddw)
WIDTHS(uaddw)
WIDTHS(ssubw)
WIDTHS(usubw)

static void sums(void)
{
    TO_DOUBLES3("add", add, false);
    TO_DOUBLES3("sub", sub, false);
    SCALAR3("add", add, "d", 64, false);
    SCALAR3("sub", sub, "d", 64, false);
    TO_WORDS3("mul", mul, false);
    TO_WORDS3("mla", mla, false);
    TO_WORDS3("mls", mls, false);
}

static void halving(void)
{
    TO_WORDS3("shadd", shadd, false);
    TO_WORDS3("srhadd", srhadd, false);
    TO_WORDS3("shsub", shsub, false);
    TO_WORDS3("uhadd", uhadd, false);
    TO_WORDS3("urhadd", urhadd, false);
    TO_WORDS3("uhsub", uhsub, false);
}

static void extremes(void)
{
    TO_WORDS3("smax", smax, false);
    TO_WORDS3("smin", smin, false);
    TO_WORDS3("sabd", sabd, false);
    TO_WORDS3("saba", saba, false);
    TO_WORDS3("umax", umax, false);
    TO_WORDS3("umin", umin, false);
    TO_WORDS3("uabd", uabd, false);
    TO_WORDS3("uaba", uaba, false);
}

static void comparisons(void)
{
    TO_DOUBLES3("cmeq", cmeq, false);
    SCALAR3("cmeq", cmeq, "d", 64, false);
    TO_DOUBLES3("cmgt", cmgt, false);
    SCALAR3("cmgt", cmgt, "d", 64, false);
    TO_DOUBLES3("cmge", cmge, false);
    SCALAR3("cmge", cmge, "d", 64, false);
    TO_DOUBLES3("cmhi", cmhi, false);
    SCALAR3("cmhi", cmhi, "d", 64, false);
    TO_DOUBLES3("cmhs", cmhs, false);
    SCALAR3("cmhs", cmhs, "d", 64, false);
    TO_DOUBLES3("cmtst", cmtst, false);
    SCALAR3("cmtst", cmtst, "d", 64, false);
}

#define ZERO(op, fn, arr, bits, bytes) \
    SWEEP(op " v0." arr ", v1." arr ", #0", fn, bits, bits, bits, bytes)

static void comparisons_with_zero(void)
{
    ZERO("cmeq", zero_eq, "8b", 8, 8);
    ZERO("cmeq", zero_eq, "16b", 8, 16);
    ZERO("cmeq", zero_eq, "4h", 16, 8);
    ZERO("cmeq", zero_eq, "8h", 16, 16);
    ZERO("cmeq", zero_eq, "2s", 32, 8);
    ZERO("cmeq", zero_eq, "4s", 32, 16);
    ZERO("cmeq", zero_eq, "2d", 64, 16);
    SWEEP("cmeq d0, d1, #0", zero_eq, 64, 64, 64, 8);
    ZERO("cmgt", zero_gt, "8b", 8, 8);
    ZERO("cmgt", zero_gt, "16b", 8, 16);
    ZERO("cmgt", zero_gt, "4h", 16, 8);
    ZERO("cmgt", zero_gt, "8h", 16, 16);
    ZERO("cmgt", zero_gt, "2s", 32, 8);
    ZERO("cmgt", zero_gt, "4s", 32, 16);
    ZERO("cmgt", zero_gt, "2d", 64, 16);
    SWEEP("cmgt d0, d1, #0", zero_gt, 64, 64, 64, 8);
    ZERO("cmge", zero_ge, "8b", 8, 8);
    ZERO("cmge", zero_ge, "16b", 8, 16);
    ZERO("cmge", zero_ge, "4h", 16, 8);
    ZERO("cmge", zero_ge, "8h", 16, 16);
    ZERO("cmge", zero_ge, "2s", 32, 8);
    ZERO("cmge", zero_ge, "4s", 32, 16);
    ZERO("cmge", zero_ge, "2d", 64, 16);
    SWEEP("cmge d0, d1, #0", zero_ge, 64, 64, 64, 8);
    ZERO("cmle", zero_le, "8b", 8, 8);
    ZERO("cmle", zero_le, "16b", 8, 16);
    ZERO("cmle", zero_le, "4h", 16, 8);
    ZERO("cmle", zero_le, "8h", 16, 16);
    ZERO("cmle", zero_le, "2s", 32, 8);
    ZERO("cmle", zero_le, "4s", 32, 16);
    ZERO("cmle", zero_le, "2d", 64, 16);
    SWEEP("cmle d0, d1, #0", zero_le, 64, 64, 64, 8);
    ZERO("cmlt", zero_lt, "8b", 8, 8);
    ZERO("cmlt", zero_lt, "16b", 8, 16);
    ZERO("cmlt", zero_lt, "4h", 16, 8);
    ZERO("cmlt", zero_lt, "8h", 16, 16);
    ZERO("cmlt", zero_lt, "2s", 32, 8);
    ZERO("cmlt", zero_lt, "4s", 32, 16);
    ZERO("cmlt", zero_lt, "2d", 64, 16);
    SWEEP("cmlt d0, d1, #0", zero_lt, 64, 64, 64, 8);
}

static void one_operand(void)
{
    TO_DOUBLES2("neg", neg);
    SCALAR2("neg", neg, "d", 64);
    TO_DOUBLES2("abs", absolute);
    SCALAR2("abs", absolute, "d", 64);
    TO_WORDS2("clz", clz);
    TO_WORDS2("cls", cls);
    SAME2("cnt", cnt, "8b", 8, 8);
    SAME2("cnt", cnt, "16b", 8, 16);
    SAME2("rbit", rbit, "8b", 8, 8);
    SAME2("rbit", rbit, "16b", 8, 16);
    SAME2("mvn", not_, "8b", 8, 8);
    SAME2("mvn", not_, "16b", 8, 16);
}

static void bits(void)
{
    BYTES3("and", and_, false);
    BYTES3("bic", bic, false);
    BYTES3("orr", orr, false);
    BYTES3("orn", orn, false);
    BYTES3("eor", eor, false);
    BYTES3("bsl", bsl, false);
    BYTES3("bit", bit, false);
    BYTES3("bif", bif, false);
    BYTES3("pmul", pmul, false);
    SWEEP("eor v0.16b, v1.16b, v1.16b", sub_self, 8, 8, 8, 16);
    SWEEP("orr v0.8b, v1.8b, v1.8b", xtn, 8, 8, 8, 8);
}

static void longer(void)
{
    LONG("saddl", saddl);
    LONG("uaddl", uaddl);
    LONG("ssubl", ssubl);
    LONG("usubl", usubl);
    LONG("smull", smull);
    LONG("umull", umull);
    LONG("smlal", smlal);
    LONG("umlal", umlal);
    LONG("smlsl", smlsl);
    LONG("umlsl", umlsl);
    LONG("sabdl", sabdl);
    LONG("uabdl", uabdl);
    LONG("sabal", sabal);
    LONG("uabal", uabal);
}

static void wider(void)
{
    WIDE("saddw", saddw);
    WIDE("uaddw", uaddw);
    WIDE("ssubw", ssubw);
    WIDE("usubw", usubw);
}

static void narrower(void)
{
    HIGH("addhn", addhn);
    HIGH("raddhn", raddhn);
    HIGH("subhn", subhn);
    HIGH("rsubhn", rsubhn);
    SWEEP("xtn v0.8b, v1.8h", xtn, 8, 16, 16, 8);
    SWEEP("xtn2 v0.8h, v1.4s", xtn, 16, 32, 32, 8, true);
    SWEEP("xtn v0.2s, v1.2d", xtn, 32, 64, 64, 8);
    SWEEP("xtn2 v0.16b, v1.8h", xtn, 8, 16, 16, 8, true);
    SWEEP("shll v0.8h, v1.8b, #8", shll, 16, 8, 8, 16);
    SWEEP("shll2 v0.4s, v1.8h, #16", shll, 32, 16, 16, 16, true);
    SWEEP("shll v0.2d, v1.2s, #32", shll, 64, 32, 32, 16);
    SWEEP("pmull v0.8h, v1.8b, v2.8b", pmul, 16, 8, 8, 16);
    SWEEP("pmull2 v0.8h, v1.16b, v2.16b", pmul, 16, 8, 8, 16, true);
}

int main(void)
{
    sums();
    halving();
    extremes();
    comparisons();
    comparisons_with_zero();
    one_operand();
    bits();
    longer();
    wider();
    narrower();
    return check_result();
}
