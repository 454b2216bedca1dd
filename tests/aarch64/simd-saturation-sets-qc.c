// SPDX-License-Identifier: MIT
// build: -nostdlib -ffreestanding -fno-tree-vectorize -fno-tree-slp-vectorize
/*
 * Saturating vector arithmetic: results, and FPSR.QC exactly if a live lane
 * saturated.
 */
#include "check-vec.h"

static uint64_t sqadd(uint64_t d, uint64_t n, uint64_t m, int bits)
{
    (void)d;
    return sat_s(S(n, bits) + S(m, bits), bits);
}

static uint64_t uqadd(uint64_t d, uint64_t n, uint64_t m, int bits)
{
    (void)d;
    return sat_u(U(n, bits) + U(m, bits), bits);
}

static uint64_t sqsub(uint64_t d, uint64_t n, uint64_t m, int bits)
{
    (void)d;
    return sat_s(S(n, bits) - S(m, bits), bits);
}

static uint64_t uqsub(uint64_t d, uint64_t n, uint64_t m, int bits)
{
    (void)d;
    return sat_u(U(n, bits) - U(m, bits), bits);
}

static uint64_t suqadd(uint64_t d, uint64_t n, uint64_t m, int bits)
{
    (void)m;
    return sat_s(S(d, bits) + U(n, bits), bits);
}

static uint64_t usqadd(uint64_t d, uint64_t n, uint64_t m, int bits)
{
    (void)m;
    return sat_u(U(d, bits) + S(n, bits), bits);
}

static uint64_t sqabs(uint64_t d, uint64_t n, uint64_t m, int bits)
{
    (void)d, (void)m;
    wide x = S(n, bits);
    return sat_s(x < 0 ? -x : x, bits);
}

static uint64_t sqneg(uint64_t d, uint64_t n, uint64_t m, int bits)
{
    (void)d, (void)m;
    return sat_s(-S(n, bits), bits);
}

/* Left, or right by a negative count; up to 128 either way. */
static wide shifted(wide x, int count, bool round)
{
    if (count > 63) /* nothing but the sign matters */
        return x == 0 ? 0 : x < 0 ? -((wide)1 << 100) : (wide)1 << 100;
    if (count >= 0)
        return x * ((wide)1 << count);
    count = -count;
    if (round && count <= 66)
        x += (wide)1 << (count - 1);
    else if (round)
        x = 0;
    return count > 126 ? (x < 0 ? -1 : 0) : x >> count;
}

static uint64_t sqshl(uint64_t d, uint64_t n, uint64_t m, int bits)
{
    (void)d;
    return sat_s(shifted(S(n, bits), (int8_t)m, false), bits);
}

static uint64_t uqshl(uint64_t d, uint64_t n, uint64_t m, int bits)
{
    (void)d;
    return sat_u(shifted(U(n, bits), (int8_t)m, false), bits);
}

static uint64_t sqrshl(uint64_t d, uint64_t n, uint64_t m, int bits)
{
    (void)d;
    return sat_s(shifted(S(n, bits), (int8_t)m, true), bits);
}

static uint64_t uqrshl(uint64_t d, uint64_t n, uint64_t m, int bits)
{
    (void)d;
    return sat_u(shifted(U(n, bits), (int8_t)m, true), bits);
}

static uint64_t sqdmulh(uint64_t d, uint64_t n, uint64_t m, int bits)
{
    (void)d;
    return sat_s((2 * S(n, bits) * S(m, bits)) >> bits, bits);
}

static uint64_t sqrdmulh(uint64_t d, uint64_t n, uint64_t m, int bits)
{
    (void)d;
    wide p = 2 * S(n, bits) * S(m, bits) + ((wide)1 << (bits - 1));
    return sat_s(p >> bits, bits);
}

static uint64_t sqdmull(uint64_t d, uint64_t n, uint64_t m, int bits)
{
    (void)d;
    return sat_s(2 * S(n, bits) * S(m, bits), 2 * bits);
}

static uint64_t sqdmlal(uint64_t d, uint64_t n, uint64_t m, int bits)
{
    wide p = S(sqdmull(0, n, m, bits), 2 * bits);
    return sat_s(S(d, 2 * bits) + p, 2 * bits);
}

static uint64_t sqdmlsl(uint64_t d, uint64_t n, uint64_t m, int bits)
{
    wide p = S(sqdmull(0, n, m, bits), 2 * bits);
    return sat_s(S(d, 2 * bits) - p, 2 * bits);
}

static uint64_t sqxtn(uint64_t d, uint64_t n, uint64_t m, int bits)
{
    (void)d, (void)m;
    return sat_s(S(n, 2 * bits), bits);
}

static uint64_t uqxtn(uint64_t d, uint64_t n, uint64_t m, int bits)
{
    (void)d, (void)m;
    return sat_u(U(n, 2 * bits), bits);
}

static uint64_t sqxtun(uint64_t d, uint64_t n, uint64_t m, int bits)
{
    (void)d, (void)m;
    return sat_u(S(n, 2 * bits), bits);
}

static void additions(void)
{
    TO_DOUBLES3("sqadd", sqadd, false);
    SCALARS3("sqadd", sqadd, false);
    TO_DOUBLES3("uqadd", uqadd, false);
    SCALARS3("uqadd", uqadd, false);
    TO_DOUBLES3("sqsub", sqsub, false);
    SCALARS3("sqsub", sqsub, false);
    TO_DOUBLES3("uqsub", uqsub, false);
    SCALARS3("uqsub", uqsub, false);
}

static void one_operand(void)
{
    TO_DOUBLES2("suqadd", suqadd);
    SCALARS2("suqadd", suqadd);
    TO_DOUBLES2("usqadd", usqadd);
    SCALARS2("usqadd", usqadd);
    TO_DOUBLES2("sqabs", sqabs);
    SCALARS2("sqabs", sqabs);
    TO_DOUBLES2("sqneg", sqneg);
    SCALARS2("sqneg", sqneg);
}

static void shifts(void)
{
    TO_DOUBLES3("sqshl", sqshl, true);
    SCALARS3("sqshl", sqshl, true);
    TO_DOUBLES3("uqshl", uqshl, true);
    SCALARS3("uqshl", uqshl, true);
    TO_DOUBLES3("sqrshl", sqrshl, true);
    SCALARS3("sqrshl", sqrshl, true);
    TO_DOUBLES3("uqrshl", uqrshl, true);
    SCALARS3("uqrshl", uqrshl, true);
}

#define COUNTED(name, fn, count)                                       \
    static uint64_t name##_##count(uint64_t d, uint64_t n, uint64_t m, \
                                   int bits)                           \
    {                                                                  \
        (void)m;                                                       \
        return fn(d, n, count, bits);                                  \
    }

static uint64_t sqshlu(uint64_t d, uint64_t n, uint64_t m, int bits)
{
    (void)d;
    return sat_u(shifted(S(n, bits), (int)m, false), bits);
}

COUNTED(sqshl, sqshl, 0)
COUNTED(sqshl, sqshl, 1)
COUNTED(sqshl, sqshl, 7)
COUNTED(sqshl, sqshl, 31)
COUNTED(uqshl, uqshl, 3)
COUNTED(uqshl, uqshl, 7)
COUNTED(uqshl, uqshl, 63)
COUNTED(sqshlu, sqshlu, 0)
COUNTED(sqshlu, sqshlu, 1)
COUNTED(sqshlu, sqshlu, 7)
COUNTED(sqshlu, sqshlu, 63)

#define IMM(op, fn, arr, bits, bytes, imm)                                    \
    SWEEP(op " v0." arr ", v1." arr ", #" #imm, fn##_##imm, bits, bits, bits, \
          bytes)
#define IMM_S(op, fn, r, bits, imm) \
    SWEEP(op " " r "0, " r "1, #" #imm, fn##_##imm, bits, bits, bits, bits / 8)

static void shifts_by_immediate(void)
{
    IMM("sqshl", sqshl, "8b", 8, 8, 0);
    IMM("sqshl", sqshl, "16b", 8, 16, 1);
    IMM("sqshl", sqshl, "16b", 8, 16, 7);
    IMM("sqshl", sqshl, "8h", 16, 16, 7);
    IMM("sqshl", sqshl, "2s", 32, 8, 31);
    IMM("sqshl", sqshl, "2d", 64, 16, 31);
    IMM_S("sqshl", sqshl, "b", 8, 7);
    IMM_S("sqshl", sqshl, "d", 64, 1);
    IMM("uqshl", uqshl, "8b", 8, 8, 7);
    IMM("uqshl", uqshl, "4h", 16, 8, 3);
    IMM("uqshl", uqshl, "4s", 32, 16, 7);
    IMM("uqshl", uqshl, "2d", 64, 16, 63);
    IMM_S("uqshl", uqshl, "h", 16, 3);
    IMM("sqshlu", sqshlu, "16b", 8, 16, 0);
    IMM("sqshlu", sqshlu, "8b", 8, 8, 1);
    IMM("sqshlu", sqshlu, "8h", 16, 16, 7);
    IMM("sqshlu", sqshlu, "2d", 64, 16, 63);
    IMM_S("sqshlu", sqshlu, "s", 32, 7);
}

static void products(void)
{
    HALVES3("sqdmulh", sqdmulh, false);
    WORDS3("sqdmulh", sqdmulh, false);
    SCALAR3("sqdmulh", sqdmulh, "h", 16, false);
    SCALAR3("sqdmulh", sqdmulh, "s", 32, false);
    HALVES3("sqrdmulh", sqrdmulh, false);
    WORDS3("sqrdmulh", sqrdmulh, false);
    SCALAR3("sqrdmulh", sqrdmulh, "h", 16, false);
    SCALAR3("sqrdmulh", sqrdmulh, "s", 32, false);
}

#define DOUBLED(op, fn)                                          \
    SWEEP(op " v0.4s, v1.4h, v2.4h", fn, 32, 16, 16, 16);        \
    SWEEP(op "2 v0.4s, v1.8h, v2.8h", fn, 32, 16, 16, 16, true); \
    SWEEP(op " v0.2d, v1.2s, v2.2s", fn, 64, 32, 32, 16);        \
    SWEEP(op "2 v0.2d, v1.4s, v2.4s", fn, 64, 32, 32, 16, true); \
    SWEEP(op " s0, h1, h2", fn, 32, 16, 16, 4);                  \
    SWEEP(op " d0, s1, s2", fn, 64, 32, 32, 8)

static void long_products(void)
{
    DOUBLED("sqdmull", sqdmull);
    DOUBLED("sqdmlal", sqdmlal);
    DOUBLED("sqdmlsl", sqdmlsl);
}

#define ELEMENT(insn, fn, bits, bytes, lane) \
    SWEEP(insn, fn, bits, bits, bits, bytes, .element = lane + 1)
#define LONG_ELEMENT(insn, fn, bits, bytes, is_high, lane)            \
    SWEEP(insn, fn, bits, bits / 2, bits / 2, bytes, .high = is_high, \
          .element = lane + 1)

static void by_element(void)
{
    ELEMENT("sqdmulh v0.4h, v1.4h, v2.h[7]", sqdmulh, 16, 8, 7);
    ELEMENT("sqdmulh v0.8h, v1.8h, v2.h[2]", sqdmulh, 16, 16, 2);
    ELEMENT("sqdmulh v0.2s, v1.2s, v2.s[3]", sqdmulh, 32, 8, 3);
    ELEMENT("sqdmulh h0, h1, v2.h[5]", sqdmulh, 16, 2, 5);
    ELEMENT("sqdmulh s0, s1, v2.s[0]", sqdmulh, 32, 4, 0);
    ELEMENT("sqrdmulh v0.8h, v1.8h, v2.h[0]", sqrdmulh, 16, 16, 0);
    ELEMENT("sqrdmulh v0.4s, v1.4s, v2.s[1]", sqrdmulh, 32, 16, 1);
    ELEMENT("sqrdmulh h0, h1, v2.h[6]", sqrdmulh, 16, 2, 6);
    ELEMENT("sqrdmulh s0, s1, v2.s[2]", sqrdmulh, 32, 4, 2);
    LONG_ELEMENT("sqdmull v0.4s, v1.4h, v2.h[3]", sqdmull, 32, 16, false, 3);
    LONG_ELEMENT("sqdmull2 v0.2d, v1.4s, v2.s[2]", sqdmull, 64, 16, true, 2);
    LONG_ELEMENT("sqdmull s0, h1, v2.h[7]", sqdmull, 32, 4, false, 7);
    LONG_ELEMENT("sqdmull d0, s1, v2.s[1]", sqdmull, 64, 8, false, 1);
    LONG_ELEMENT("sqdmlal2 v0.4s, v1.8h, v2.h[4]", sqdmlal, 32, 16, true, 4);
    LONG_ELEMENT("sqdmlal v0.2d, v1.2s, v2.s[0]", sqdmlal, 64, 16, false, 0);
    LONG_ELEMENT("sqdmlal s0, h1, v2.h[1]", sqdmlal, 32, 4, false, 1);
    LONG_ELEMENT("sqdmlsl v0.4s, v1.4h, v2.h[6]", sqdmlsl, 32, 16, false, 6);
    LONG_ELEMENT("sqdmlsl2 v0.2d, v1.4s, v2.s[3]", sqdmlsl, 64, 16, true, 3);
    LONG_ELEMENT("sqdmlsl d0, s1, v2.s[3]", sqdmlsl, 64, 8, false, 3);
}

#define NARROW(op, fn)                                   \
    SWEEP(op " v0.8b, v1.8h", fn, 8, 16, 16, 8);         \
    SWEEP(op "2 v0.16b, v1.8h", fn, 8, 16, 16, 8, true); \
    SWEEP(op " v0.4h, v1.4s", fn, 16, 32, 32, 8);        \
    SWEEP(op "2 v0.8h, v1.4s", fn, 16, 32, 32, 8, true); \
    SWEEP(op " v0.2s, v1.2d", fn, 32, 64, 64, 8);        \
    SWEEP(op "2 v0.4s, v1.2d", fn, 32, 64, 64, 8, true); \
    SWEEP(op " b0, h1", fn, 8, 16, 16, 1);               \
    SWEEP(op " h0, s1", fn, 16, 32, 32, 2);              \
    SWEEP(op " s0, d1", fn, 32, 64, 64, 4)

static void narrowing(void)
{
    NARROW("sqxtn", sqxtn);
    NARROW("uqxtn", uqxtn);
    NARROW("sqxtun", sqxtun);
}

#define SHIFT_NARROW(name, sign, shift, round, sat)                    \
    static uint64_t name(uint64_t d, uint64_t n, uint64_t m, int bits) \
    {                                                                  \
        (void)d, (void)m;                                              \
        return sat(shifted(sign(n, 2 * bits), -(shift), round), bits); \
    }

SHIFT_NARROW(sqshrn_1, S, 1, false, sat_s)
SHIFT_NARROW(sqshrn_5, S, 5, false, sat_s)
SHIFT_NARROW(sqrshrn_8, S, 8, true, sat_s)
SHIFT_NARROW(uqshrn_3, U, 3, false, sat_u)
SHIFT_NARROW(uqrshrn_1, U, 1, true, sat_u)
SHIFT_NARROW(uqrshrn_16, U, 16, true, sat_u)
SHIFT_NARROW(sqshrun_8, S, 8, false, sat_u)
SHIFT_NARROW(sqrshrun_2, S, 2, true, sat_u)
SHIFT_NARROW(sqrshrun_32, S, 32, true, sat_u)

static void shift_narrowing(void)
{
    SWEEP("sqshrn v0.8b, v1.8h, #1", sqshrn_1, 8, 16, 16, 8);
    SWEEP("sqshrn2 v0.8h, v1.4s, #5", sqshrn_5, 16, 32, 32, 8, true);
    SWEEP("sqshrn s0, d1, #5", sqshrn_5, 32, 64, 64, 4);
    SWEEP("sqrshrn v0.8b, v1.8h, #8", sqrshrn_8, 8, 16, 16, 8);
    SWEEP("sqrshrn2 v0.4s, v1.2d, #8", sqrshrn_8, 32, 64, 64, 8, true);
    SWEEP("sqrshrn b0, h1, #8", sqrshrn_8, 8, 16, 16, 1);
    SWEEP("uqshrn v0.4h, v1.4s, #3", uqshrn_3, 16, 32, 32, 8);
    SWEEP("uqshrn2 v0.16b, v1.8h, #3", uqshrn_3, 8, 16, 16, 8, true);
    SWEEP("uqrshrn v0.2s, v1.2d, #1", uqrshrn_1, 32, 64, 64, 8);
    SWEEP("uqrshrn h0, s1, #16", uqrshrn_16, 16, 32, 32, 2);
    SWEEP("sqshrun v0.8b, v1.8h, #8", sqshrun_8, 8, 16, 16, 8);
    SWEEP("sqshrun h0, s1, #8", sqshrun_8, 16, 32, 32, 2);
    SWEEP("sqrshrun2 v0.8h, v1.4s, #2", sqrshrun_2, 16, 32, 32, 8, true);
    SWEEP("sqrshrun v0.2s, v1.2d, #32", sqrshrun_32, 32, 64, 64, 8);
}

/* QC stays until it is cleared, and takes a value that is written. */
static void qc_is_sticky(void)
{
    uint64_t a, b, c;
    __asm__ volatile("msr fpsr, xzr\n\t"
                     "movi v0.16b, #0x7f\n\t"
                     "sqadd v1.16b, v0.16b, v0.16b\n\t"
                     "movi v0.16b, #1\n\t"
                     "sqadd v1.16b, v0.16b, v0.16b\n\t"
                     "mrs %0, fpsr\n\t"
                     "msr fpsr, xzr\n\t"
                     "mrs %1, fpsr\n\t"
                     "msr fpsr, %3\n\t"
                     "mrs %2, fpsr\n\t"
                     "msr fpsr, xzr"
                     : "=&r"(a), "=&r"(b), "=&r"(c)
                     : "r"((uint64_t)(FPSR_QC | FPSR_IXC))
                     : "v0", "v1");
    CHECK("qc stays", a, FPSR_QC);
    CHECK("qc cleared", b, 0);
    CHECK("qc written", c, FPSR_QC | FPSR_IXC);
}

int main(void)
{
    additions();
    one_operand();
    shifts();
    shifts_by_immediate();
    products();
    long_products();
    by_element();
    narrowing();
    shift_narrowing();
    qc_is_sticky();
    return check_result();
}
