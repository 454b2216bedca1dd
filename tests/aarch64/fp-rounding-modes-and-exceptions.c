// SPDX-License-Identifier: MIT
// build: -nostdlib -ffreestanding -fno-tree-vectorize -fno-tree-slp-vectorize
/* Results and exceptions of the four rounding modes; tininess is found before
 * rounding; FPCR.FZ flushes. */
#include "check-fp.h"

FP_INSN(fdiv, "fdiv f0, f1, f2");
FP_INSN(fadd, "fadd f0, f1, f2");
FP_INSN(fsub, "fsub f0, f1, f2");
FP_INSN(fmul, "fmul f0, f1, f2");
FP_INSN(fsqrt, "fsqrt f0, f1");
FP_INSN(fmadd, "fmadd f0, f1, f2, f0");
FP_INSN(fabs, "fabs f0, f1");

static const struct fp_row inexact[] = {
    {BY(fdiv), RN, ON(F1, F3), SD(0x3eaaaaab, 0x3fd5555555555555), IXC},
    {BY(fdiv), RP, ON(F1, F3), SD(0x3eaaaaab, 0x3fd5555555555556), IXC},
    {BY(fdiv), RM | RZ, ON(F1, F3), SD(0x3eaaaaaa, 0x3fd5555555555555), IXC},
    {BY(fdiv), RN, ON(F_1, F3), SD(0xbeaaaaab, 0xbfd5555555555555), IXC},
    {BY(fdiv), RP | RZ, ON(F_1, F3), SD(0xbeaaaaaa, 0xbfd5555555555555), IXC},
    {BY(fdiv), RM, ON(F_1, F3), SD(0xbeaaaaab, 0xbfd5555555555556), IXC},
    {BY(fadd), RN | RM | RZ, ON(F1, FDEN), F1, IXC},
    {BY(fsub), RN | RP, ON(F1, FDEN), F1, IXC},
    {BY(fadd), RP, ON(F1, FDEN), F1_NEXT, IXC},
    {BY(fsub), RM | RZ, ON(F1, FDEN), F1_PREV, IXC},
    {BY(fmul), RN | RM | RZ, ON(F1_NEXT, F1_NEXT),
     SD(0x3f800002, 0x3ff0000000000002), IXC},
    {BY(fmul), RP, ON(F1_NEXT, F1_NEXT), SD(0x3f800003, 0x3ff0000000000003),
     IXC},
    {BY(fsqrt), RN, ON(F2), SD(0x3fb504f3, 0x3ff6a09e667f3bcd), IXC},
    {BY(fsqrt), RP, ON(F2), SD(0x3fb504f4, 0x3ff6a09e667f3bcd), IXC},
    {BY(fsqrt), RM | RZ, ON(F2), SD(0x3fb504f3, 0x3ff6a09e667f3bcc), IXC},
};

/* x - x is -0 only towards minus infinity. */
static const struct fp_row exact_zero[] = {
    {BY(fsub), RN | RP | RZ, ON(F1, F1), F0, 0},
    {BY(fsub), RM, ON(F1, F1), F_0, 0},
    {BY(fadd), RN | RP | RZ, ON(F0, F_0), F0, 0},
    {BY(fadd), RM, ON(F0, F_0), F_0, 0},
    {BY(fmadd), RN | RP | RZ, ON(F1, F1, F_1), F0, 0},
    {BY(fmadd), RM, ON(F1, F1, F_1), F_0, 0},
};

/* Overflow gives infinity or the largest number. */
static const struct fp_row overflow[] = {
    {BY(fadd), RN | RP, ON(FMAX, FMAX), FINF, OFC | IXC},
    {BY(fadd), RM | RZ, ON(FMAX, FMAX), FMAX, OFC | IXC},
    {BY(fadd), RN | RM, ON(F_MAX, F_MAX), F_INF, OFC | IXC},
    {BY(fadd), RP | RZ, ON(F_MAX, F_MAX), F_MAX, OFC | IXC},
    {BY(fmul), RN | RP, ON(FMAX, F1_NEXT), FINF, OFC | IXC},
    {BY(fmul), RM | RZ, ON(FMAX, F1_NEXT), FMAX, OFC | IXC},
    {BY(fmadd), RN | RP | RZ, ON(FMAX, F_1, FMAX), F0, 0},
    {BY(fmadd), RM, ON(FMAX, F_1, FMAX), F_0, 0},
};

/* A result that rounds up to the smallest normal number was tiny. */
static const struct fp_row underflow[] = {
    {BY(fmul, fmadd), RN | RP, ON(FMIN, F1_PREV, F0), FMIN, UFC | IXC},
    {BY(fmul, fmadd), RM | RZ, ON(FMIN, F1_PREV, F0), FDENMAX, UFC | IXC},
    {BY(fmul), RN | RM, ON(F_MIN, F1_PREV), F_MIN, UFC | IXC},
    {BY(fmul), RP | RZ, ON(F_MIN, F1_PREV), SD(0x807fffff, 0x800fffffffffffff),
     UFC | IXC},
    {BY(fmul), ANY, ON(FMIN, F0_5), SD(0x400000, 0x8000000000000), 0},
    {BY(fmul), RN | RM | RZ, ON(FDEN, F0_5), F0, UFC | IXC},
    {BY(fmul), RP, ON(FDEN, F0_5), FDEN, UFC | IXC},
    {BY(fdiv), RN | RM | RZ, ON(FDEN, F3), F0, UFC | IXC},
    {BY(fdiv), RP, ON(FDEN, F3), FDEN, UFC | IXC},
    {BY(fmul), RN | RM | RZ, ON(FMIN, FMIN), F0, UFC | IXC},
    {BY(fmul), RP, ON(FMIN, FMIN), FDEN, UFC | IXC},
    {BY(fsub), ANY, ON(FMIN, FDEN), FDENMAX, 0},
};

/* FPCR.FZ: denormal operands raise IDC and are zero, tiny results raise UFC
 * only and are zero, before rounding. */
static const struct fp_row flush[] = {
    {BY(fadd), FZ, ON(FDEN, F1), F1, IDC},
    {BY(fadd), FZ, ON(F_DEN, FDEN), F0, IDC},
    {BY(fmul), FZ, ON(F_DEN, F1), F_0, IDC},
    {BY(fdiv), FZ, ON(F1, FDEN), FINF, DZC | IDC},
    {BY(fdiv), FZ, ON(FDEN, F_DEN), FDNAN, IOC | IDC},
    {BY(fsub), FZ, ON(FMIN, FDEN), FMIN, IDC},
    {BY(fadd), FZ, ON(FDEN, FQN), FQN, IDC},
    {BY(fadd), FZ, ON(FSN, FDEN), FSN_Q, IOC | IDC},
    {BY(fmul), FZ, ON(FMIN, F0_5), F0, UFC},
    {BY(fmul), FZ, ON(F_MIN, F1_PREV), F_0, UFC},
    {BY(fsub), FZ, ON(F_MIN, F_DEN), F_MIN, IDC},
    {BY(fmul), FZ, ON(FINF, FDEN), FDNAN, IOC | IDC},
    {BY(fmadd), FZ, ON(F1, F1, FDEN), F1, IDC},
    {BY(fmadd), FZ, ON(FMIN, F1_PREV, F0), F0, UFC},
    {BY(fmadd), FZ, ON(F0, FINF, FDEN), FDNAN, IOC | IDC},
    {BY(fsqrt), FZ, ON(FDEN), F0, IDC},
    {BY(fsqrt), FZ, ON(F_DEN), F_0, IDC},
    {BY(fabs), FZ, ON(F_DEN), FDEN, 0},
    {BY(fmul), FZ_RP, ON(FMIN, FMIN), F0, UFC},
    {BY(fmul), FZ_DN, ON(FDEN, FSN), FDNAN, IOC | IDC},
};

int main(void)
{
    FP_ROWS("inexact result", inexact);
    FP_ROWS("exact zero", exact_zero);
    FP_ROWS("overflow", overflow);
    FP_ROWS("underflow", underflow);
    FP_ROWS("FPCR.FZ", flush);
    return check_result();
}
