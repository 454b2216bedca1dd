// SPDX-License-Identifier: MIT
// build: -nostdlib -ffreestanding -fno-tree-vectorize -fno-tree-slp-vectorize
/* Minimum and maximum of zeros and infinities: -0 is less than +0. */
#include "check-fp.h"

FP_INSN(fmax, "fmax f0, f1, f2");
FP_INSN(fmin, "fmin f0, f1, f2");
FP_INSN(fmaxnm, "fmaxnm f0, f1, f2");
FP_INSN(fminnm, "fminnm f0, f1, f2");

static const struct fp_row zeros[] = {
    {BY(fmax, fmaxnm), RN, ON(F0, F_0), F0, 0},
    {BY(fmin, fminnm), RN, ON(F0, F_0), F_0, 0},
    {BY(fmax, fmaxnm), RN, ON(F_0, F0), F0, 0},
    {BY(fmin, fminnm), RN, ON(F_0, F0), F_0, 0},
    {BY(fmax, fmin, fmaxnm, fminnm), RN, ON(F_0, F_0), F_0, 0},
    {BY(fmax, fmin, fmaxnm, fminnm), RN, ON(F0, F0), F0, 0},
    {BY(fmax, fmaxnm), RN, ON(F1, F_1), F1, 0},
    {BY(fmin, fminnm), RN, ON(F1, F_1), F_1, 0},
    {BY(fmax, fmaxnm), RN, ON(F_1, F1), F1, 0},
    {BY(fmin, fminnm), RN, ON(F_1, F1), F_1, 0},
    {BY(fmax, fmaxnm), RN, ON(FINF, F1), FINF, 0},
    {BY(fmin, fminnm), RN, ON(FINF, F1), F1, 0},
    {BY(fmax, fmaxnm), RN, ON(F_INF, F1), F1, 0},
    {BY(fmin, fminnm), RN, ON(F_INF, F1), F_INF, 0},
    {BY(fmax, fmaxnm), RN, ON(FDEN, F_DEN), FDEN, 0},
    {BY(fmin, fminnm), RN, ON(FDEN, F_DEN), F_DEN, 0},
    {BY(fmax, fmaxnm), RN, ON(F1, F1_5), F1_5, 0},
    {BY(fmin, fminnm), RN, ON(F1, F1_5), F1, 0},
};

/* FPCR.FZ: a denormal operand is zero, also as the result. */
static const struct fp_row flushed[] = {
    {BY(fmax, fmin, fmaxnm, fminnm), FZ, ON(FDEN, F0), F0, IDC},
    {BY(fmax, fmaxnm), FZ, ON(F_DEN, F0), F0, IDC},
    {BY(fmin, fminnm), FZ, ON(F_DEN, F0), F_0, IDC},
    {BY(fmax, fmaxnm), FZ, ON(FDEN, F1), F1, IDC},
    {BY(fmin, fminnm), FZ, ON(FDEN, F1), F0, IDC},
    {BY(fmax, fmin, fmaxnm, fminnm), FZ, ON(F_DEN, F_DEN), F_0, IDC},
    {BY(fmax, fmin, fmaxnm, fminnm), FZ, ON(FDEN, FSN), FSN_Q, IOC | IDC},
    {BY(fmax, fmin), FZ, ON(FQN, FDEN), FQN, IDC},
    {BY(fmaxnm, fminnm), FZ, ON(FQN, FDEN), F0, IDC},
};

int main(void)
{
    FP_ROWS("order of zeros", zeros);
    FP_ROWS("flushed operand", flushed);
    return check_result();
}
