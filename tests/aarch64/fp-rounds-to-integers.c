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

#define AS_NAMED frintn, frintm, frintp, frintz, frinta

/* The instruction says how, whatever FPCR says (here: towards +inf). */
static const struct fp_row as_named[] = {
    {BY(AS_NAMED), RP, ON(F0), F0, 0},
    {BY(AS_NAMED), RP, ON(F_0), F_0, 0},
    {BY(frintn, frintp, frinta), RP, ON(F1_5), F2, 0},
    {BY(frintm, frintz), RP, ON(F1_5), F1, 0},
    {BY(frintn, frintp, frintz), RP, ON(F_2_5), F_2, 0},
    {BY(frintm, frinta), RP, ON(F_2_5), SD(0xc0400000, 0xc008000000000000), 0},
    {BY(frintn, frintm, frintz, frinta), RP,
     ON(SD(0x3effffff, 0x3fdfffffffffffff)), F0, 0},
    {BY(frintp), RP, ON(SD(0x3effffff, 0x3fdfffffffffffff)), F1, 0},
    {BY(frintn, frintp, frintz), RP, ON(F_0_5), F_0, 0},
    {BY(frintm, frinta), RP, ON(F_0_5), F_1, 0},
    {BY(AS_NAMED), RP, ON(SD(0x4b000001, 0x4330000000000001)),
     SD(0x4b000001, 0x4330000000000001), 0},
    {BY(frintn, frintm, frintz, frinta), RP, ON(FDEN), F0, 0},
    {BY(AS_NAMED), FZ, ON(FDEN), F0, IDC},
    {BY(frintp), RP, ON(FDEN), F1, 0},
    {BY(frintn, frintp, frintz, frinta), RP, ON(F_DEN), F_0, 0},
    {BY(frintm), RP, ON(F_DEN), F_1, 0},
    {BY(AS_NAMED), RP, ON(FINF), FINF, 0},
    {BY(AS_NAMED), RP, ON(F_INF), F_INF, 0},
    {BY(AS_NAMED), RP, ON(FSN), FSN_Q, IOC},
    {BY(AS_NAMED), RP, ON(F_SN), F_SN_Q, IOC},
    {BY(AS_NAMED), RP, ON(FQN), FQN, 0},
    {BY(AS_NAMED), RP, ON(F_QN), F_QN, 0},
    {BY(frintn, frintm, frintz), RP, ON(F0_5), F0, 0},
    {BY(frintp, frinta), RP, ON(F0_5), F1, 0},
    {BY(frintn, frintp, frinta), RP, ON(SD(0x4affffff, 0x432fffffffffffff)),
     SD(0x4b000000, 0x4330000000000000), 0},
    {BY(frintm, frintz), RP, ON(SD(0x4affffff, 0x432fffffffffffff)),
     SD(0x4afffffe, 0x432ffffffffffffe), 0},
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
    {BY(frintx), RM, ON(F_2_5), SD(0xc0400000, 0xc008000000000000), IXC},
    {BY(frinti), RN | RP | RZ, ON(F_2_5), F_2, 0},
    {BY(frinti), RM, ON(F_2_5), SD(0xc0400000, 0xc008000000000000), 0},
    {BY(frintx), RN | RM | RZ, ON(SD(0x3effffff, 0x3fdfffffffffffff)), F0, IXC},
    {BY(frintx), RP, ON(SD(0x3effffff, 0x3fdfffffffffffff)), F1, IXC},
    {BY(frinti), RN | RM | RZ, ON(SD(0x3effffff, 0x3fdfffffffffffff)), F0, 0},
    {BY(frinti), RP, ON(SD(0x3effffff, 0x3fdfffffffffffff)), F1, 0},
    {BY(frintx), RN | RP | RZ, ON(F_0_5), F_0, IXC},
    {BY(frintx), RM, ON(F_0_5), F_1, IXC},
    {BY(frinti), RN | RP | RZ, ON(F_0_5), F_0, 0},
    {BY(frinti), RM, ON(F_0_5), F_1, 0},
    {BY(frintx, frinti), ANY, ON(SD(0x4b000001, 0x4330000000000001)),
     SD(0x4b000001, 0x4330000000000001), 0},
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
    {BY(frintx), RN | RP, ON(SD(0x4affffff, 0x432fffffffffffff)),
     SD(0x4b000000, 0x4330000000000000), IXC},
    {BY(frintx), RM | RZ, ON(SD(0x4affffff, 0x432fffffffffffff)),
     SD(0x4afffffe, 0x432ffffffffffffe), IXC},
    {BY(frinti), RN | RP, ON(SD(0x4affffff, 0x432fffffffffffff)),
     SD(0x4b000000, 0x4330000000000000), 0},
    {BY(frinti), RM | RZ, ON(SD(0x4affffff, 0x432fffffffffffff)),
     SD(0x4afffffe, 0x432ffffffffffffe), 0},
    {BY(frintx, frinti), DN, ON(F_QN), FDNAN, 0},
};

int main(void)
{
    FP_ROWS("rounding as named", as_named);
    FP_ROWS("rounding as FPCR says", as_fpcr_says);
    return check_result();
}
