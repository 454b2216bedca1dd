// SPDX-License-Identifier: MIT
// build: -nostdlib -ffreestanding -fno-tree-vectorize -fno-tree-slp-vectorize
/* FPProcessNaNs(): a signalling operand first, then the first quiet one;
 * quietened; or the default NaN. */
#include "check-fp.h"

FP_INSN(fadd, "fadd f0, f1, f2");
FP_INSN(fsub, "fsub f0, f1, f2");
FP_INSN(fmul, "fmul f0, f1, f2");
FP_INSN(fdiv, "fdiv f0, f1, f2");
FP_INSN(fmax, "fmax f0, f1, f2");
FP_INSN(fmin, "fmin f0, f1, f2");
FP_INSN(fmaxnm, "fmaxnm f0, f1, f2");
FP_INSN(fminnm, "fminnm f0, f1, f2");
FP_INSN(fabs, "fabs f0, f1");
FP_INSN(fneg, "fneg f0, f1");
FP_INSN(fmov, "fmov f0, f1");
FP_INSN(fsqrt, "fsqrt f0, f1");
FP_INSN(fmadd, "fmadd f0, f1, f2, f0");
FP_INSN(fmsub, "fmsub f0, f1, f2, f0");
FP_INSN(fnmadd, "fnmadd f0, f1, f2, f0");
FP_INSN(fnmsub, "fnmsub f0, f1, f2, f0");
FP_INSN(fnmul, "fnmul f0, f1, f2");
FP_INSN(fabd, "fabd f0, f1, f2");

#define ARITHMETIC fadd, fsub, fmul, fdiv, fmax, fmin
#define FUSED      fmadd, fmsub, fnmadd, fnmsub

static const struct fp_row two_operands[] = {
    {BY(ARITHMETIC), RN, ON(FQN, F1), FQN, 0},
    {BY(ARITHMETIC), RN, ON(F1, FQN), FQN, 0},
    {BY(ARITHMETIC), RN, ON(FQN, F_QN), FQN, 0},
    {BY(ARITHMETIC), RN, ON(F_QN, FQN), F_QN, 0},
    {BY(ARITHMETIC), RN, ON(FSN, F1), FSN_Q, IOC},
    {BY(ARITHMETIC), RN, ON(F1, F_SN), F_SN_Q, IOC},
    {BY(ARITHMETIC), RN, ON(FQN, FSN), FSN_Q, IOC},
    {BY(ARITHMETIC), RN, ON(FSN, FQN), FSN_Q, IOC},
    {BY(ARITHMETIC), RN, ON(F_SN, FSN), F_SN_Q, IOC},
    {BY(ARITHMETIC), RN, ON(FQN, F_SN), F_SN_Q, IOC},
    {BY(ARITHMETIC), RN, ON(FINF, FQN), FQN, 0},
};

/* minNum(): a quiet NaN loses against a number. */
static const struct fp_row minnum[] = {
    {BY(fmaxnm, fminnm), RN, ON(FQN, F1), F1, 0},
    {BY(fmaxnm, fminnm), RN, ON(F_1, F_QN), F_1, 0},
    {BY(fmaxnm, fminnm), RN, ON(FQN, F_QN), FQN, 0},
    {BY(fmaxnm, fminnm), RN, ON(FSN, F1), FSN_Q, IOC},
    {BY(fmaxnm, fminnm), RN, ON(F1, F_SN), F_SN_Q, IOC},
    {BY(fmaxnm, fminnm), RN, ON(FQN, FSN), FSN_Q, IOC},
    {BY(fmaxnm, fminnm), RN, ON(FINF, FQN), FINF, 0},
    {BY(fmaxnm, fminnm), RN, ON(FQN, F_INF), F_INF, 0},
};

/* FPCR.DN: any NaN is the default one, with its exceptions. */
static const struct fp_row default_nan[] = {
    {BY(fadd, fmaxnm), DN, ON(FQN, F_QN), FDNAN, 0},
    {BY(fadd, fmaxnm), DN, ON(FSN, F1), FDNAN, IOC},
    {BY(fmul), DN, ON(F1, F_QN), FDNAN, 0},
    {BY(fmax), DN, ON(FQN, F1), FDNAN, 0},
    {BY(fminnm), DN, ON(FQN, F1), F1, 0},
    {BY(fmin), DN, ON(F1, FSN), FDNAN, IOC},
    {BY(fdiv), DN, ON(F_QN, F1), FDNAN, 0},
    {BY(fabs, fneg), DN, ON(F_SN), SD(0x7f800002, 0x7ff0000000000002), 0},
    {BY(fmov), DN, ON(F_SN), F_SN, 0},
};

/* Invalid operations give the positive default NaN. */
static const struct fp_row made[] = {
    {BY(fadd), RN, ON(FINF, F_INF), FDNAN, IOC},
    {BY(fsub), RN, ON(FINF, FINF), FDNAN, IOC},
    {BY(fmul), RN, ON(F0, F_INF), FDNAN, IOC},
    {BY(fmul), RN, ON(F_INF, F_0), FDNAN, IOC},
    {BY(fdiv), RN, ON(F0, F_0), FDNAN, IOC},
    {BY(fdiv), RN, ON(F_INF, FINF), FDNAN, IOC},
    {BY(fsqrt), RN, ON(F_1), FDNAN, IOC},
    {BY(fdiv), RN, ON(F_1, F0), F_INF, DZC},
    {BY(fsqrt), RN, ON(F_INF), FDNAN, IOC},
    {BY(fsqrt), RN, ON(F_0), F_0, 0},
    {BY(fsqrt), RN, ON(F_SN), F_SN_Q, IOC},
    {BY(fsqrt), RN, ON(F_QN), F_QN, 0},
    {BY(fdiv), RN, ON(FINF, F_0), F_INF, 0},
};

/* rd = ra + rn * rm with ra in v0: the addend's NaN comes first; 0 * inf with a
 * quiet addend is the default NaN. */
static const struct fp_row fused[] = {
    {BY(fmadd), RN, ON(F1, F2, F3), SD(0x40a00000, 0x4014000000000000), 0},
    {BY(fmsub), RN, ON(F1, F2, F3), F1, 0},
    {BY(fnmadd), RN, ON(F1, F2, F3), SD(0xc0a00000, 0xc014000000000000), 0},
    {BY(fnmsub), RN, ON(F1, F2, F3), F_1, 0},
    {BY(fmadd, fmsub), RN, ON(F_QN, F1, FQN), FQN, 0},
    {BY(fnmadd, fnmsub), RN, ON(F_QN, F1, FQN), FQN_NEG, 0},
    {BY(fmadd, fnmsub), RN, ON(F_QN, FQN, F1), F_QN, 0},
    {BY(fmsub, fnmadd), RN, ON(F_QN, FQN, F1), F_QN_NEG, 0},
    {BY(FUSED), RN, ON(F1, F_QN, F1), F_QN, 0},
    {BY(FUSED), RN, ON(F1, FSN, FQN), FSN_Q, IOC},
    {BY(fmadd, fmsub), RN, ON(F_SN, F1, FSN), FSN_Q, IOC},
    {BY(fnmadd, fnmsub), RN, ON(F_SN, F1, FSN), FSN_Q_NEG, IOC},
    {BY(fmadd, fnmsub), RN, ON(F_SN, FSN, FQN), F_SN_Q, IOC},
    {BY(fmsub, fnmadd), RN, ON(F_SN, FSN, FQN), F_SN_Q_NEG, IOC},
    {BY(fmadd), RN | DN, ON(F0, FINF, FQN), FDNAN, IOC},
    {BY(fmsub, fnmadd, fnmsub), RN, ON(F0, FINF, FQN), FDNAN, IOC},
    {BY(FUSED), RN, ON(F_INF, F0, F_QN), FDNAN, IOC},
    {BY(fmadd, fmsub), RN, ON(F0, FINF, FSN), FSN_Q, IOC},
    {BY(fnmadd, fnmsub), RN, ON(F0, FINF, FSN), FSN_Q_NEG, IOC},
    {BY(FUSED), RN, ON(FINF, F0, F1), FDNAN, IOC},
    {BY(fmadd, fnmadd), RN, ON(F_INF, F1, FINF), FDNAN, IOC},
    {BY(fmsub), RN, ON(F_INF, F1, FINF), FINF, 0},
    {BY(fnmsub), RN, ON(F_INF, F1, FINF), F_INF, 0},
    {BY(fmadd, fnmadd), RN, ON(FINF, F1, F_INF), FDNAN, IOC},
    {BY(fmsub), RN, ON(FINF, F1, F_INF), F_INF, 0},
    {BY(fnmsub), RN, ON(FINF, F1, F_INF), FINF, 0},
    {BY(fmadd, fnmadd, fnmsub), RN, ON(F0, F1, F_0), F0, 0},
    {BY(fmsub), RN, ON(F0, F1, F_0), F_0, 0},
    {BY(fmadd, fmsub, fnmadd), RN, ON(F_0, F1, F0), F0, 0},
    {BY(fnmsub), RN, ON(F_0, F1, F0), F_0, 0},
    {BY(fmadd), DN, ON(F1, F1, F_QN), FDNAN, 0},
};

/* Signs of NaNs: FNMUL inverts the product's, FABD clears it. */
static const struct fp_row signs[] = {
    {BY(fnmul), RN, ON(F1, F2), F_2, 0},
    {BY(fabd), RN, ON(F1, F2), F1, 0},
    {BY(fnmul, fabd), RN, ON(F_QN, F1), F_QN_NEG, 0},
    {BY(fnmul), DN, ON(F_QN, F1), FDNAN_NEG, 0},
    {BY(fnmul), RN, ON(F1, FQN), FQN_NEG, 0},
    {BY(fabd), RN, ON(F1, FQN), FQN, 0},
    {BY(fnmul), RN, ON(FSN, F1), FSN_Q_NEG, IOC},
    {BY(fabd), RN, ON(FSN, F1), FSN_Q, IOC},
    {BY(fnmul), RN, ON(FINF, FINF), F_INF, 0},
    {BY(fabd), RN, ON(FINF, FINF), FDNAN, IOC},
    {BY(fnmul), RN, ON(F0, FINF), FDNAN_NEG, IOC},
    {BY(fabd), RN, ON(F0, FINF), FINF, 0},
    {BY(fnmul), RN, ON(F2, F3), SD(0xc0c00000, 0xc018000000000000), 0},
    {BY(fabd), RN, ON(F2, F3), F1, 0},
    {BY(fneg, fabs), RN, ON(F_SN), SD(0x7f800002, 0x7ff0000000000002), 0},
    {BY(fneg), RN, ON(FQN), FQN_NEG, 0},
    {BY(fabs), RN, ON(FQN), FQN, 0},
    {BY(fneg, fabs), RN, ON(F_0), F0, 0},
    {BY(fneg, fabs), RN, ON(F_DEN), FDEN, 0},
};

int main(void)
{
    FP_ROWS("the NaN of two operands", two_operands);
    FP_ROWS("NaN against number", minnum);
    FP_ROWS("FPCR.DN", default_nan);
    FP_ROWS("made NaN", made);
    FP_ROWS("NaNs of a fused multiply-add", fused);
    FP_ROWS("signs", signs);
    return check_result();
}
