// SPDX-License-Identifier: MIT
// build: -nostdlib -ffreestanding -fno-tree-vectorize -fno-tree-slp-vectorize
/*
 * Saturating vector arithmetic: results, and FPSR.QC exactly if a live lane
 * saturated.
 */
#include "check-vec.h"

static wide qadd(struct lane o)
{
    return sat(o, o.n + o.m);
}

static wide qsub(struct lane o)
{
    return sat(o, o.n - o.m);
}

/* rd of the one sign, rn of the other. */
static wide suqadd(struct lane o)
{
    return sat(o, o.d + U((uint64_t)o.n, o.bits));
}

static wide usqadd(struct lane o)
{
    return sat(o, o.d + S((uint64_t)o.n, o.bits));
}

static wide qabs(struct lane o)
{
    return sat(o, o.n < 0 ? -o.n : o.n);
}

static wide qneg(struct lane o)
{
    return sat(o, -o.n);
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

static wide qshl_by(struct lane o)
{
    return sat(o, shifted(o.n, (int8_t)o.m, false));
}

static wide qrshl_by(struct lane o)
{
    return sat(o, shifted(o.n, (int8_t)o.m, true));
}

static wide qshl(struct lane o)
{
    return sat(o, shifted(o.n, o.imm, false));
}

static wide sqshlu(struct lane o)
{
    return sat_to(shifted(o.n, o.imm, false), o.bits, false);
}

static wide qdmulh(struct lane o)
{
    return sat(o, (2 * o.n * o.m) >> o.bits);
}

static wide qrdmulh(struct lane o)
{
    return sat(o, (2 * o.n * o.m + ((wide)1 << (o.bits - 1))) >> o.bits);
}

static wide qdmull(struct lane o)
{
    return sat_to(2 * o.n * o.m, 2 * o.bits, true);
}

static wide qdmlal(struct lane o)
{
    return sat_to(o.d + qdmull(o), 2 * o.bits, true);
}

static wide qdmlsl(struct lane o)
{
    return sat_to(o.d - qdmull(o), 2 * o.bits, true);
}

static wide qxtn(struct lane o)
{
    return sat(o, o.n);
}

static wide sqxtun(struct lane o)
{
    return sat_to(o.n, o.bits, false);
}

static wide qshrn(struct lane o)
{
    return sat(o, shifted(o.n, -o.imm, false));
}

static wide qrshrn(struct lane o)
{
    return sat(o, shifted(o.n, -o.imm, true));
}

static wide sqshrun(struct lane o)
{
    return sat_to(shifted(o.n, -o.imm, false), o.bits, false);
}

static wide sqrshrun(struct lane o)
{
    return sat_to(shifted(o.n, -o.imm, true), o.bits, false);
}

static void additions(void)
{
    TO_DOUBLES(SAME3, "sqadd", qadd, SIGNED);
    SCALARS(SCALAR3, "sqadd", qadd, SIGNED);
    TO_DOUBLES(SAME3, "uqadd", qadd, UNSIGNED);
    SCALARS(SCALAR3, "uqadd", qadd, UNSIGNED);
    TO_DOUBLES(SAME3, "sqsub", qsub, SIGNED);
    SCALARS(SCALAR3, "sqsub", qsub, SIGNED);
    TO_DOUBLES(SAME3, "uqsub", qsub, UNSIGNED);
    SCALARS(SCALAR3, "uqsub", qsub, UNSIGNED);
}

static void one_operand(void)
{
    TO_DOUBLES(SAME2, "suqadd", suqadd, SIGNED);
    SCALARS(SCALAR2, "suqadd", suqadd, SIGNED);
    TO_DOUBLES(SAME2, "usqadd", usqadd, UNSIGNED);
    SCALARS(SCALAR2, "usqadd", usqadd, UNSIGNED);
    TO_DOUBLES(SAME2, "sqabs", qabs, SIGNED);
    SCALARS(SCALAR2, "sqabs", qabs, SIGNED);
    TO_DOUBLES(SAME2, "sqneg", qneg, SIGNED);
    SCALARS(SCALAR2, "sqneg", qneg, SIGNED);
}

static void shifts(void)
{
    TO_DOUBLES(SAME3, "sqshl", qshl_by, SIGNED | COUNTS);
    SCALARS(SCALAR3, "sqshl", qshl_by, SIGNED | COUNTS);
    TO_DOUBLES(SAME3, "uqshl", qshl_by, UNSIGNED | COUNTS);
    SCALARS(SCALAR3, "uqshl", qshl_by, UNSIGNED | COUNTS);
    TO_DOUBLES(SAME3, "sqrshl", qrshl_by, SIGNED | COUNTS);
    SCALARS(SCALAR3, "sqrshl", qrshl_by, SIGNED | COUNTS);
    TO_DOUBLES(SAME3, "uqrshl", qrshl_by, UNSIGNED | COUNTS);
    SCALARS(SCALAR3, "uqrshl", qrshl_by, UNSIGNED | COUNTS);
}

static void shifts_by_immediate(void)
{
    IMM("sqshl", qshl, "8b", 8, 8, SIGNED, 0);
    IMM("sqshl", qshl, "16b", 8, 16, SIGNED, 1);
    IMM("sqshl", qshl, "16b", 8, 16, SIGNED, 7);
    IMM("sqshl", qshl, "8h", 16, 16, SIGNED, 7);
    IMM("sqshl", qshl, "2s", 32, 8, SIGNED, 31);
    IMM("sqshl", qshl, "2d", 64, 16, SIGNED, 31);
    SCALAR_IMM("sqshl", qshl, "b", 8, SIGNED, 7);
    SCALAR_IMM("sqshl", qshl, "d", 64, SIGNED, 1);
    IMM("uqshl", qshl, "8b", 8, 8, UNSIGNED, 7);
    IMM("uqshl", qshl, "4h", 16, 8, UNSIGNED, 3);
    IMM("uqshl", qshl, "4s", 32, 16, UNSIGNED, 7);
    IMM("uqshl", qshl, "2d", 64, 16, UNSIGNED, 63);
    SCALAR_IMM("uqshl", qshl, "h", 16, UNSIGNED, 3);
    IMM("sqshlu", sqshlu, "16b", 8, 16, SIGNED, 0);
    IMM("sqshlu", sqshlu, "8b", 8, 8, SIGNED, 1);
    IMM("sqshlu", sqshlu, "8h", 16, 16, SIGNED, 7);
    IMM("sqshlu", sqshlu, "2d", 64, 16, SIGNED, 63);
    SCALAR_IMM("sqshlu", sqshlu, "s", 32, SIGNED, 7);
}

static void products(void)
{
    HALVES(SAME3, "sqdmulh", qdmulh, SIGNED);
    WORDS(SAME3, "sqdmulh", qdmulh, SIGNED);
    SCALAR3("sqdmulh", qdmulh, "h", 16, SIGNED);
    SCALAR3("sqdmulh", qdmulh, "s", 32, SIGNED);
    HALVES(SAME3, "sqrdmulh", qrdmulh, SIGNED);
    WORDS(SAME3, "sqrdmulh", qrdmulh, SIGNED);
    SCALAR3("sqrdmulh", qrdmulh, "h", 16, SIGNED);
    SCALAR3("sqrdmulh", qrdmulh, "s", 32, SIGNED);
}

#define DOUBLED(op, fn)                                                   \
    SWEEP(op " v0.4s, v1.4h, v2.4h", fn, 32, 16, 16, 16, SIGNED);         \
    SWEEP(op "2 v0.4s, v1.8h, v2.8h", fn, 32, 16, 16, 16, SIGNED | HIGH); \
    SWEEP(op " v0.2d, v1.2s, v2.2s", fn, 64, 32, 32, 16, SIGNED);         \
    SWEEP(op "2 v0.2d, v1.4s, v2.4s", fn, 64, 32, 32, 16, SIGNED | HIGH); \
    SWEEP(op " s0, h1, h2", fn, 32, 16, 16, 4, SIGNED);                   \
    SWEEP(op " d0, s1, s2", fn, 64, 32, 32, 8, SIGNED)

static void long_products(void)
{
    DOUBLED("sqdmull", qdmull);
    DOUBLED("sqdmlal", qdmlal);
    DOUBLED("sqdmlsl", qdmlsl);
}

#define ELEMENT(insn, fn, bits, bytes, lane) \
    SWEEP(insn, fn, bits, bits, bits, bytes, SIGNED, lane + 1)
#define LONG_ELEMENT(insn, fn, bits, bytes, how, lane) \
    SWEEP(insn, fn, bits, bits / 2, bits / 2, bytes, how, lane + 1)

static void by_element(void)
{
    ELEMENT("sqdmulh v0.4h, v1.4h, v2.h[7]", qdmulh, 16, 8, 7);
    ELEMENT("sqdmulh v0.8h, v1.8h, v2.h[2]", qdmulh, 16, 16, 2);
    ELEMENT("sqdmulh v0.2s, v1.2s, v2.s[3]", qdmulh, 32, 8, 3);
    ELEMENT("sqdmulh h0, h1, v2.h[5]", qdmulh, 16, 2, 5);
    ELEMENT("sqdmulh s0, s1, v2.s[0]", qdmulh, 32, 4, 0);
    ELEMENT("sqrdmulh v0.8h, v1.8h, v2.h[0]", qrdmulh, 16, 16, 0);
    ELEMENT("sqrdmulh v0.4s, v1.4s, v2.s[1]", qrdmulh, 32, 16, 1);
    ELEMENT("sqrdmulh h0, h1, v2.h[6]", qrdmulh, 16, 2, 6);
    ELEMENT("sqrdmulh s0, s1, v2.s[2]", qrdmulh, 32, 4, 2);
    LONG_ELEMENT("sqdmull v0.4s, v1.4h, v2.h[3]", qdmull, 32, 16, SIGNED, 3);
    LONG_ELEMENT("sqdmull2 v0.2d, v1.4s, v2.s[2]", qdmull, 64, 16,
                 SIGNED | HIGH, 2);
    LONG_ELEMENT("sqdmull s0, h1, v2.h[7]", qdmull, 32, 4, SIGNED, 7);
    LONG_ELEMENT("sqdmull d0, s1, v2.s[1]", qdmull, 64, 8, SIGNED, 1);
    LONG_ELEMENT("sqdmlal2 v0.4s, v1.8h, v2.h[4]", qdmlal, 32, 16,
                 SIGNED | HIGH, 4);
    LONG_ELEMENT("sqdmlal v0.2d, v1.2s, v2.s[0]", qdmlal, 64, 16, SIGNED, 0);
    LONG_ELEMENT("sqdmlal s0, h1, v2.h[1]", qdmlal, 32, 4, SIGNED, 1);
    LONG_ELEMENT("sqdmlsl v0.4s, v1.4h, v2.h[6]", qdmlsl, 32, 16, SIGNED, 6);
    LONG_ELEMENT("sqdmlsl2 v0.2d, v1.4s, v2.s[3]", qdmlsl, 64, 16,
                 SIGNED | HIGH, 3);
    LONG_ELEMENT("sqdmlsl d0, s1, v2.s[3]", qdmlsl, 64, 8, SIGNED, 3);
}

#define NARROW(op, fn, how)                                    \
    SWEEP(op " v0.8b, v1.8h", fn, 8, 16, 16, 8, how);          \
    SWEEP(op "2 v0.16b, v1.8h", fn, 8, 16, 16, 8, how | HIGH); \
    SWEEP(op " v0.4h, v1.4s", fn, 16, 32, 32, 8, how);         \
    SWEEP(op "2 v0.8h, v1.4s", fn, 16, 32, 32, 8, how | HIGH); \
    SWEEP(op " v0.2s, v1.2d", fn, 32, 64, 64, 8, how);         \
    SWEEP(op "2 v0.4s, v1.2d", fn, 32, 64, 64, 8, how | HIGH); \
    SWEEP(op " b0, h1", fn, 8, 16, 16, 1, how);                \
    SWEEP(op " h0, s1", fn, 16, 32, 32, 2, how);               \
    SWEEP(op " s0, d1", fn, 32, 64, 64, 4, how)

static void narrowing(void)
{
    NARROW("sqxtn", qxtn, SIGNED);
    NARROW("uqxtn", qxtn, UNSIGNED);
    NARROW("sqxtun", sqxtun, SIGNED);
}

static void shift_narrowing(void)
{
    SWEEP("sqshrn v0.8b, v1.8h, #1", qshrn, 8, 16, 16, 8, SIGNED, 0, 1);
    SWEEP("sqshrn2 v0.8h, v1.4s, #5", qshrn, 16, 32, 32, 8, SIGNED | HIGH, 0,
          5);
    SWEEP("sqshrn s0, d1, #5", qshrn, 32, 64, 64, 4, SIGNED, 0, 5);
    SWEEP("sqrshrn v0.8b, v1.8h, #8", qrshrn, 8, 16, 16, 8, SIGNED, 0, 8);
    SWEEP("sqrshrn2 v0.4s, v1.2d, #8", qrshrn, 32, 64, 64, 8, SIGNED | HIGH, 0,
          8);
    SWEEP("sqrshrn b0, h1, #8", qrshrn, 8, 16, 16, 1, SIGNED, 0, 8);
    SWEEP("uqshrn v0.4h, v1.4s, #3", qshrn, 16, 32, 32, 8, UNSIGNED, 0, 3);
    SWEEP("uqshrn2 v0.16b, v1.8h, #3", qshrn, 8, 16, 16, 8, UNSIGNED | HIGH, 0,
          3);
    SWEEP("uqrshrn v0.2s, v1.2d, #1", qrshrn, 32, 64, 64, 8, UNSIGNED, 0, 1);
    SWEEP("uqrshrn h0, s1, #16", qrshrn, 16, 32, 32, 2, UNSIGNED, 0, 16);
    SWEEP("sqshrun v0.8b, v1.8h, #8", sqshrun, 8, 16, 16, 8, SIGNED, 0, 8);
    SWEEP("sqshrun h0, s1, #8", sqshrun, 16, 32, 32, 2, SIGNED, 0, 8);
    SWEEP("sqrshrun2 v0.8h, v1.4s, #2", sqrshrun, 16, 32, 32, 8, SIGNED | HIGH,
          0, 2);
    SWEEP("sqrshrun v0.2s, v1.2d, #32", sqrshrun, 32, 64, 64, 8, SIGNED, 0, 32);
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
