// SPDX-License-Identifier: MIT
// build: -nostdlib -ffreestanding -fno-tree-vectorize -fno-tree-slp-vectorize
/* FRINT*: ties, signs of zero, Inexact from FRINTX alone. */
#include "check-fp.h"

FP_INSN(frintn, "frintn f0, f1");
FP_INSN(frintm, "frintm f0, f1");
FP_INSN(frintp, "frintp f0, f1");
FP_INSN(frintz, "frintz f0, f1");
FP_INSN(frinta, "frinta f0, f1");
FP_INSN(frintx, "frintx f0, f1");
FP_INSN(frinti, "frinti f0, f1");

#define AS_NAMED   frintn, frintm, frintp, frintz, frinta

#define F_3        SD(0xc0400000, 0xc008000000000000)
#define BELOW_HALF SD(0x3effffff, 0x3fdfffffffffffff)
/* The largest number with a half, its neighbours, and one that has none. */
#define LAST_HALF  SD(0x4affffff, 0x432fffffffffffff)
#define ABOVE_LAST SD(0x4b000000, 0x4330000000000000)
#define BELOW_LAST SD(0x4afffffe, 0x432ffffffffffffe)
#define LARGE      SD(0x4b000001, 0x4330000000000001)

/* The instruction says how, whatever FPCR says. */
static const struct fp_row as_named[] = {
    {BY(AS_NAMED), ANY, ON(F0), F0, 0},
    {BY(AS_NAMED), ANY, ON(F_0), F_0, 0},
    {BY(frintn, frintp, frinta), ANY, ON(F1_5), F2, 0},
    {BY(frintm, frintz), ANY, ON(F1_5), F1, 0},
    {BY(frintn, frintp, frintz), ANY, ON(F_2_5), F_2, 0},
    {BY(frintm, frinta), ANY, ON(F_2_5), F_3, 0},
    {BY(frintn, frintm, frintz, frinta), ANY, ON(BELOW_HALF), F0, 0},
    {BY(frintp), ANY, ON(BELOW_HALF), F1, 0},
    {BY(frintn, frintp, frintz), ANY, ON(F_0_5), F_0, 0},
    {BY(frintm, frinta), ANY, ON(F_0_5), F_1, 0},
    {BY(AS_NAMED), ANY, ON(LARGE), LARGE, 0},
    {BY(frintn, frintm, frintz, frinta), ANY, ON(FDEN), F0, 0},
    {BY(AS_NAMED), FZ, ON(FDEN), F0, IDC},
    {BY(frintp), ANY, ON(FDEN), F1, 0},
    {BY(frintn, frintp, frintz, frinta), ANY, ON(F_DEN), F_0, 0},
    {BY(frintm), ANY, ON(F_DEN), F_1, 0},
    {BY(AS_NAMED), ANY, ON(FINF), FINF, 0},
    {BY(AS_NAMED), ANY, ON(F_INF), F_INF, 0},
    {BY(AS_NAMED), ANY, ON(FSN), FSN_Q, IOC},
    {BY(AS_NAMED), ANY, ON(F_SN), F_SN_Q, IOC},
    {BY(AS_NAMED), ANY, ON(FQN), FQN, 0},
    {BY(AS_NAMED), ANY, ON(F_QN), F_QN, 0},
    {BY(frintn, frintm, frintz), ANY, ON(F0_5), F0, 0},
    {BY(frintp, frinta), ANY, ON(F0_5), F1, 0},
    {BY(frintn, frintp, frinta), ANY, ON(LAST_HALF), ABOVE_LAST, 0},
    {BY(frintm, frintz), ANY, ON(LAST_HALF), BELOW_LAST, 0},
    {BY(AS_NAMED), DN, ON(F_QN), FDNAN, 0},
};

/* FRINTX raises Inexact, FRINTI does not. */
static const struct fp_row as_fpcr_says[] = {
    {BY(frintx, frinti), ANY, ON(F0), F0, 0},
    {BY(frintx, frinti), ANY, ON(F_0), F_0, 0},
    {BY(frintx), RN | RP, ON(F1_5), F2, IXC},
    {BY(frintx), RM | RZ, ON(F1_5), F1, IXC},
    {BY(frinti), RN | RP, ON(F1_5), F2, 0},
    {BY(frinti), RM | RZ, ON(F1_5), F1, 0},
    {BY(frintx), RN | RP | RZ, ON(F_2_5), F_2, IXC},
    {BY(frintx), RM, ON(F_2_5), F_3, IXC},
    {BY(frinti), RN | RP | RZ, ON(F_2_5), F_2, 0},
    {BY(frinti), RM, ON(F_2_5), F_3, 0},
    {BY(frintx), RN | RM | RZ, ON(BELOW_HALF), F0, IXC},
    {BY(frintx), RP, ON(BELOW_HALF), F1, IXC},
    {BY(frinti), RN | RM | RZ, ON(BELOW_HALF), F0, 0},
    {BY(frinti), RP, ON(BELOW_HALF), F1, 0},
    {BY(frintx), RN | RP | RZ, ON(F_0_5), F_0, IXC},
    {BY(frintx), RM, ON(F_0_5), F_1, IXC},
    {BY(frinti), RN | RP | RZ, ON(F_0_5), F_0, 0},
    {BY(frinti), RM, ON(F_0_5), F_1, 0},
    {BY(frintx, frinti), ANY, ON(LARGE), LARGE, 0},
    {BY(frintx), RN | RM | RZ, ON(FDEN), F0, IXC},
    {BY(frintx), RP, ON(FDEN), F1, IXC},
    {BY(frintx, frinti), FZ, ON(FDEN), F0, IDC},
    {BY(frinti), RN | RM | RZ, ON(FDEN), F0, 0},
    {BY(frinti), RP, ON(FDEN), F1, 0},
    {BY(frintx), RN | RP | RZ, ON(F_DEN), F_0, IXC},
    {BY(frintx), RM, ON(F_DEN), F_1, IXC},
    {BY(frinti), RN | RP | RZ, ON(F_DEN), F_0, 0},
    {BY(frinti), RM, ON(F_DEN), F_1, 0},
    {BY(frintx, frinti), ANY, ON(FINF), FINF, 0},
    {BY(frintx, frinti), ANY, ON(F_INF), F_INF, 0},
    {BY(frintx, frinti), ANY, ON(FSN), FSN_Q, IOC},
    {BY(frintx, frinti), ANY, ON(F_SN), F_SN_Q, IOC},
    {BY(frintx, frinti), ANY, ON(FQN), FQN, 0},
    {BY(frintx, frinti), ANY, ON(F_QN), F_QN, 0},
    {BY(frintx), RN | RM | RZ, ON(F0_5), F0, IXC},
    {BY(frintx), RP, ON(F0_5), F1, IXC},
    {BY(frinti), RN | RM | RZ, ON(F0_5), F0, 0},
    {BY(frinti), RP, ON(F0_5), F1, 0},
    {BY(frintx), RN | RP, ON(LAST_HALF), ABOVE_LAST, IXC},
    {BY(frintx), RM | RZ, ON(LAST_HALF), BELOW_LAST, IXC},
    {BY(frinti), RN | RP, ON(LAST_HALF), ABOVE_LAST, 0},
    {BY(frinti), RM | RZ, ON(LAST_HALF), BELOW_LAST, 0},
    {BY(frintx, frinti), DN, ON(F_QN), FDNAN, 0},
};

int main(void)
{
    FP_ROWS("rounding as named", as_named);
    FP_ROWS("rounding as FPCR says", as_fpcr_says);
    return check_result();
}
