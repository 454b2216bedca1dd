// SPDX-License-Identifier: MIT
// build: -nostdlib -ffreestanding -fno-tree-vectorize -fno-tree-slp-vectorize
// hosts: v3,-gfni v4,-gfni
/* Vector integer arithmetic, lane by lane, in every arrangement. */
#include "check-vec.h"

static wide add(struct lane o)
{
    return o.n + o.m;
}

static wide sub(struct lane o)
{
    return o.n - o.m;
}

static wide mul(struct lane o)
{
    return o.n * o.m;
}

static wide mla(struct lane o)
{
    return o.d + o.n * o.m;
}

static wide mls(struct lane o)
{
    return o.d - o.n * o.m;
}

static wide neg(struct lane o)
{
    return -o.n;
}

static wide absolute(struct lane o)
{
    return o.n < 0 ? -o.n : o.n;
}

static wide hadd(struct lane o)
{
    return (o.n + o.m) >> 1;
}

static wide rhadd(struct lane o)
{
    return (o.n + o.m + 1) >> 1;
}

static wide hsub(struct lane o)
{
    return (o.n - o.m) >> 1;
}

static wide max(struct lane o)
{
    return o.n > o.m ? o.n : o.m;
}

static wide min(struct lane o)
{
    return o.n < o.m ? o.n : o.m;
}

static wide abd(struct lane o)
{
    return o.n < o.m ? o.m - o.n : o.n - o.m;
}

static wide aba(struct lane o)
{
    return o.d + abd(o);
}

static wide equal(struct lane o)
{
    return -(o.n == o.m);
}

static wide greater(struct lane o)
{
    return -(o.n > o.m);
}

static wide not_less(struct lane o)
{
    return -(o.n >= o.m);
}

static wide test(struct lane o)
{
    return -((o.n & o.m) != 0);
}

static wide zero_eq(struct lane o)
{
    return -(o.n == 0);
}

static wide zero_gt(struct lane o)
{
    return -(o.n > 0);
}

static wide zero_ge(struct lane o)
{
    return -(o.n >= 0);
}

static wide zero_le(struct lane o)
{
    return -(o.n <= 0);
}

static wide zero_lt(struct lane o)
{
    return -(o.n < 0);
}

/* The high half of a sum, also rounded. */
static wide addhn(struct lane o)
{
    return add(o) >> o.bits;
}

static wide subhn(struct lane o)
{
    return sub(o) >> o.bits;
}

static wide raddhn(struct lane o)
{
    return (add(o) + ((wide)1 << (o.bits - 1))) >> o.bits;
}

static wide rsubhn(struct lane o)
{
    return (sub(o) + ((wide)1 << (o.bits - 1))) >> o.bits;
}

static wide same(struct lane o)
{
    return o.n;
}

static wide shll(struct lane o)
{
    return o.n << o.bits;
}

static wide and_(struct lane o)
{
    return o.n & o.m;
}

static wide bic(struct lane o)
{
    return o.n & ~o.m;
}

static wide orr(struct lane o)
{
    return o.n | o.m;
}

static wide orn(struct lane o)
{
    return o.n | ~o.m;
}

static wide eor(struct lane o)
{
    return o.n ^ o.m;
}

static wide bsl(struct lane o)
{
    return (o.d & o.n) | (~o.d & o.m);
}

static wide bit(struct lane o)
{
    return (o.m & o.n) | (~o.m & o.d);
}

static wide bif(struct lane o)
{
    return (~o.m & o.n) | (o.m & o.d);
}

static wide not_(struct lane o)
{
    return ~o.n;
}

static wide clz(struct lane o)
{
    int r = 0;
    while (r < o.bits && !(o.n >> (o.bits - 1 - r) & 1))
        r++;
    return r;
}

static wide cls(struct lane o)
{
    o.n = (o.n ^ o.n << 1) | 1;
    return clz(o);
}

static wide cnt(struct lane o)
{
    wide r = 0;
    for (; o.n; o.n >>= 1)
        r += o.n & 1;
    return r;
}

static wide rbit(struct lane o)
{
    wide r = 0;
    for (int k = 0; k < o.bits; k++)
        r |= (o.n >> k & 1) << (o.bits - 1 - k);
    return r;
}

static wide nothing(struct lane o)
{
    (void)o;
    return 0;
}

/* Polynomials over GF(2). */
static wide pmul(struct lane o)
{
    wide r = 0;
    for (int k = 0; k < o.bits; k++)
        r ^= o.m >> k & 1 ? o.n << k : 0;
    return r;
}

/* Narrow lanes to wide ones: both operands, or only rm. */
#define LONG(op, fn, how)                                              \
    SWEEP(op " v0.8h, v1.8b, v2.8b", fn, 16, 8, 8, 16, how);           \
    SWEEP(op "2 v0.8h, v1.16b, v2.16b", fn, 16, 8, 8, 16, how | HIGH); \
    SWEEP(op " v0.4s, v1.4h, v2.4h", fn, 32, 16, 16, 16, how);         \
    SWEEP(op "2 v0.4s, v1.8h, v2.8h", fn, 32, 16, 16, 16, how | HIGH); \
    SWEEP(op " v0.2d, v1.2s, v2.2s", fn, 64, 32, 32, 16, how);         \
    SWEEP(op "2 v0.2d, v1.4s, v2.4s", fn, 64, 32, 32, 16, how | HIGH)
#define WIDE(op, fn, how)                                              \
    SWEEP(op " v0.8h, v1.8h, v2.8b", fn, 16, 16, 8, 16, how);          \
    SWEEP(op "2 v0.8h, v1.8h, v2.16b", fn, 16, 16, 8, 16, how | HIGH); \
    SWEEP(op " v0.4s, v1.4s, v2.4h", fn, 32, 32, 16, 16, how);         \
    SWEEP(op "2 v0.4s, v1.4s, v2.8h", fn, 32, 32, 16, 16, how | HIGH); \
    SWEEP(op " v0.2d, v1.2d, v2.2s", fn, 64, 64, 32, 16, how);         \
    SWEEP(op "2 v0.2d, v1.2d, v2.4s", fn, 64, 64, 32, 16, how | HIGH)
#define HALF(op, fn)                                               \
    SWEEP(op " v0.8b, v1.8h, v2.8h", fn, 8, 16, 16, 8, UNSIGNED);  \
    SWEEP(op "2 v0.16b, v1.8h, v2.8h", fn, 8, 16, 16, 8, HIGH);    \
    SWEEP(op " v0.4h, v1.4s, v2.4s", fn, 16, 32, 32, 8, UNSIGNED); \
    SWEEP(op "2 v0.8h, v1.4s, v2.4s", fn, 16, 32, 32, 8, HIGH);    \
    SWEEP(op " v0.2s, v1.2d, v2.2d", fn, 32, 64, 64, 8, UNSIGNED); \
    SWEEP(op "2 v0.4s, v1.2d, v2.2d", fn, 32, 64, 64, 8, HIGH)

static void sums(void)
{
    TO_DOUBLES(SAME3, "add", add, UNSIGNED);
    TO_DOUBLES(SAME3, "sub", sub, UNSIGNED);
    SCALAR3("add", add, "d", 64, UNSIGNED);
    SCALAR3("sub", sub, "d", 64, UNSIGNED);
    TO_WORDS(SAME3, "mul", mul, UNSIGNED);
    TO_WORDS(SAME3, "mla", mla, UNSIGNED);
    TO_WORDS(SAME3, "mls", mls, UNSIGNED);
}

static void halving(void)
{
    TO_WORDS(SAME3, "shadd", hadd, SIGNED);
    TO_WORDS(SAME3, "srhadd", rhadd, SIGNED);
    TO_WORDS(SAME3, "shsub", hsub, SIGNED);
    TO_WORDS(SAME3, "uhadd", hadd, UNSIGNED);
    TO_WORDS(SAME3, "urhadd", rhadd, UNSIGNED);
    TO_WORDS(SAME3, "uhsub", hsub, UNSIGNED);
}

static void extremes(void)
{
    TO_WORDS(SAME3, "smax", max, SIGNED);
    TO_WORDS(SAME3, "smin", min, SIGNED);
    TO_WORDS(SAME3, "sabd", abd, SIGNED);
    TO_WORDS(SAME3, "saba", aba, SIGNED);
    TO_WORDS(SAME3, "umax", max, UNSIGNED);
    TO_WORDS(SAME3, "umin", min, UNSIGNED);
    TO_WORDS(SAME3, "uabd", abd, UNSIGNED);
    TO_WORDS(SAME3, "uaba", aba, UNSIGNED);
}

static void comparisons(void)
{
    TO_DOUBLES(SAME3, "cmeq", equal, UNSIGNED);
    SCALAR3("cmeq", equal, "d", 64, UNSIGNED);
    TO_DOUBLES(SAME3, "cmgt", greater, SIGNED);
    SCALAR3("cmgt", greater, "d", 64, SIGNED);
    TO_DOUBLES(SAME3, "cmge", not_less, SIGNED);
    SCALAR3("cmge", not_less, "d", 64, SIGNED);
    TO_DOUBLES(SAME3, "cmhi", greater, UNSIGNED);
    SCALAR3("cmhi", greater, "d", 64, UNSIGNED);
    TO_DOUBLES(SAME3, "cmhs", not_less, UNSIGNED);
    SCALAR3("cmhs", not_less, "d", 64, UNSIGNED);
    TO_DOUBLES(SAME3, "cmtst", test, UNSIGNED);
    SCALAR3("cmtst", test, "d", 64, UNSIGNED);
}

#define ZERO(op, fn, arr, bits, bytes, how) \
    SWEEP(op " v0." arr ", v1." arr ", #0", fn, bits, bits, bits, bytes, how)
#define ZEROS(op, fn)                 \
    TO_DOUBLES(ZERO, op, fn, SIGNED); \
    SWEEP(op " d0, d1, #0", fn, 64, 64, 64, 8, SIGNED)

static void comparisons_with_zero(void)
{
    ZEROS("cmeq", zero_eq);
    ZEROS("cmgt", zero_gt);
    ZEROS("cmge", zero_ge);
    ZEROS("cmle", zero_le);
    ZEROS("cmlt", zero_lt);
}

static void one_operand(void)
{
    TO_DOUBLES(SAME2, "neg", neg, UNSIGNED);
    SCALAR2("neg", neg, "d", 64, UNSIGNED);
    TO_DOUBLES(SAME2, "abs", absolute, SIGNED);
    SCALAR2("abs", absolute, "d", 64, SIGNED);
    TO_WORDS(SAME2, "clz", clz, UNSIGNED);
    TO_WORDS(SAME2, "cls", cls, UNSIGNED);
    SAME2("cnt", cnt, "8b", 8, 8, UNSIGNED);
    SAME2("cnt", cnt, "16b", 8, 16, UNSIGNED);
    SAME2("rbit", rbit, "8b", 8, 8, UNSIGNED);
    SAME2("rbit", rbit, "16b", 8, 16, UNSIGNED);
    SAME2("mvn", not_, "8b", 8, 8, UNSIGNED);
    SAME2("mvn", not_, "16b", 8, 16, UNSIGNED);
}

static void bits(void)
{
    BYTES(SAME3, "and", and_, UNSIGNED);
    BYTES(SAME3, "bic", bic, UNSIGNED);
    BYTES(SAME3, "orr", orr, UNSIGNED);
    BYTES(SAME3, "orn", orn, UNSIGNED);
    BYTES(SAME3, "eor", eor, UNSIGNED);
    BYTES(SAME3, "bsl", bsl, UNSIGNED);
    BYTES(SAME3, "bit", bit, UNSIGNED);
    BYTES(SAME3, "bif", bif, UNSIGNED);
    BYTES(SAME3, "pmul", pmul, UNSIGNED);
    SWEEP("eor v0.16b, v1.16b, v1.16b", nothing, 8, 8, 8, 16);
    SWEEP("orr v0.8b, v1.8b, v1.8b", same, 8, 8, 8, 8);
}

static void longer(void)
{
    LONG("saddl", add, SIGNED);
    LONG("uaddl", add, UNSIGNED);
    LONG("ssubl", sub, SIGNED);
    LONG("usubl", sub, UNSIGNED);
    LONG("smull", mul, SIGNED);
    LONG("umull", mul, UNSIGNED);
    LONG("smlal", mla, SIGNED);
    LONG("umlal", mla, UNSIGNED);
    LONG("smlsl", mls, SIGNED);
    LONG("umlsl", mls, UNSIGNED);
    LONG("sabdl", abd, SIGNED);
    LONG("uabdl", abd, UNSIGNED);
    LONG("sabal", aba, SIGNED);
    LONG("uabal", aba, UNSIGNED);
}

static void wider(void)
{
    WIDE("saddw", add, SIGNED);
    WIDE("uaddw", add, UNSIGNED);
    WIDE("ssubw", sub, SIGNED);
    WIDE("usubw", sub, UNSIGNED);
}

static void narrower(void)
{
    HALF("addhn", addhn);
    HALF("raddhn", raddhn);
    HALF("subhn", subhn);
    HALF("rsubhn", rsubhn);
    SWEEP("xtn v0.8b, v1.8h", same, 8, 16, 16, 8);
    SWEEP("xtn2 v0.8h, v1.4s", same, 16, 32, 32, 8, HIGH);
    SWEEP("xtn v0.2s, v1.2d", same, 32, 64, 64, 8);
    SWEEP("xtn2 v0.16b, v1.8h", same, 8, 16, 16, 8, HIGH);
    SWEEP("shll v0.8h, v1.8b, #8", shll, 16, 8, 8, 16);
    SWEEP("shll2 v0.4s, v1.8h, #16", shll, 32, 16, 16, 16, HIGH);
    SWEEP("shll v0.2d, v1.2s, #32", shll, 64, 32, 32, 16);
    SWEEP("pmull v0.8h, v1.8b, v2.8b", pmul, 16, 8, 8, 16);
    SWEEP("pmull2 v0.8h, v1.16b, v2.16b", pmul, 16, 8, 8, 16, HIGH);
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
