// SPDX-License-Identifier: MIT
// build: -nostdlib -ffreestanding -fno-tree-vectorize -fno-tree-slp-vectorize
/* FPToFixed(): rounding of each FCVT*, saturation and NaN as Invalid without
 * Inexact, fixed point. */
#include "check-fp.h"

FP_INSN_X(fcvtzs_w, "fcvtzs w9, f1");
FP_INSN_X(fcvtzs_x, "fcvtzs x9, f1");
FP_INSN_X(fcvtzu_w, "fcvtzu w9, f1");
FP_INSN_X(fcvtzu_x, "fcvtzu x9, f1");
FP_INSN_X(fcvtns_x, "fcvtns x9, f1");
FP_INSN_X(fcvtnu_x, "fcvtnu x9, f1");
FP_INSN_X(fcvtms_x, "fcvtms x9, f1");
FP_INSN_X(fcvtmu_x, "fcvtmu x9, f1");
FP_INSN_X(fcvtps_x, "fcvtps x9, f1");
FP_INSN_X(fcvtpu_x, "fcvtpu x9, f1");
FP_INSN_X(fcvtas_x, "fcvtas x9, f1");
FP_INSN_X(fcvtau_x, "fcvtau x9, f1");
FP_INSN_X(fcvtns_w, "fcvtns w9, f1");
FP_INSN_X(fcvtms_w, "fcvtms w9, f1");
FP_INSN_X(fcvtpu_w, "fcvtpu w9, f1");
FP_INSN_X(fcvtzs_w_1, "fcvtzs w9, f1, #1");
FP_INSN_X(fcvtzs_w_32, "fcvtzs w9, f1, #32");
FP_INSN_X(fcvtzs_x_64, "fcvtzs x9, f1, #64");
FP_INSN_X(fcvtzu_w_16, "fcvtzu w9, f1, #16");
FP_INSN_X(fcvtzu_x_63, "fcvtzu x9, f1, #63");
FP_INSN_X(fcvtzu_x_3, "fcvtzu x9, f1, #3");
FP_INSN(fcvtzs, "fcvtzs f0, f1");
FP_INSN(fcvtzu, "fcvtzu f0, f1");
FP_INSN(fcvtas, "fcvtas f0, f1");
FP_INSN(fcvtnu, "fcvtnu f0, f1");
FP_INSN(fcvtms, "fcvtms f0, f1");
FP_INSN(fcvtps, "fcvtps f0, f1");
FP_INSN(fcvtzs_7, "fcvtzs f0, f1, #7");
FP_INSN_S(fcvtzu_32, "fcvtzu s0, s1, #32");
FP_INSN_D(fcvtzu_64, "fcvtzu d0, d1, #64");

#define TOWARDS_ZERO fcvtzs_w, fcvtzs_x, fcvtzu_w, fcvtzu_x
#define FIXED \
    fcvtzs_w_1, fcvtzs_w_32, fcvtzs_x_64, fcvtzu_w_16, fcvtzu_x_63, fcvtzu_x_3

static const struct fp_row towards_zero[] = {
    {BY(TOWARDS_ZERO), RN, ON(F0), X(0), 0},
    {BY(TOWARDS_ZERO), RN, ON(F_0), X(0), 0},
    {BY(TOWARDS_ZERO), RN, ON(F1_5), X(1), IXC},
    {BY(fcvtzs_w), RN, ON(F_2_5), X(0xfffffffe), IXC},
    {BY(fcvtzs_x), RN, ON(F_2_5), X(-2), IXC},
    {BY(fcvtzu_w, fcvtzu_x), RN, ON(F_2_5), X(0), IOC},
    {BY(TOWARDS_ZERO), RN, ON(F0_5), X(0), IXC},
    {BY(TOWARDS_ZERO), RN, ON(F_0_5), X(0), IXC},
    {BY(TOWARDS_ZERO), RN, ON(FDEN), X(0), IXC},
    {BY(TOWARDS_ZERO), RN, ON(F_DEN), X(0), IXC},
    {BY(fcvtzs_w), RN, ON(FINF), X(0x7fffffff), IOC},
    {BY(fcvtzs_x), RN, ON(FINF), X(INT64_MAX), IOC},
    {BY(fcvtzu_w), RN, ON(FINF), X(0xffffffff), IOC},
    {BY(fcvtzu_x), RN, ON(FINF), X(-1), IOC},
    {BY(fcvtzs_w), RN, ON(F_INF), X(0x80000000), IOC},
    {BY(fcvtzs_x), RN, ON(F_INF), X(INT64_MIN), IOC},
    {BY(fcvtzu_w, fcvtzu_x), RN, ON(F_INF), X(0), IOC},
    {BY(TOWARDS_ZERO), RN, ON(X(SQN)), X(0), IOC, SINGLES},
    {BY(TOWARDS_ZERO), RN, ON(FSN), X(0), IOC},
    {BY(TOWARDS_ZERO), RN, ON(X(0x4effffff)), X(0x7fffff80), 0, SINGLES},
    {BY(fcvtzs_w), RN, ON(F2_31), X(0x7fffffff), IOC},
    {BY(fcvtzs_x, fcvtzu_w, fcvtzu_x), RN, ON(F2_31), X(0x80000000), 0},
    {BY(fcvtzs_w), RN, ON(F_2_31), X(0x80000000), 0},
    {BY(fcvtzs_x), RN, ON(F_2_31), X(0xffffffff80000000), 0},
    {BY(fcvtzu_w, fcvtzu_x), RN, ON(F_2_31), X(0), IOC},
    {BY(fcvtzs_w), RN, ON(X(0xcf000001)), X(0x80000000), IOC, SINGLES},
    {BY(fcvtzs_x), RN, ON(X(0xcf000001)), X(0xffffffff7fffff00), 0, SINGLES},
    {BY(fcvtzu_w, fcvtzu_x), RN, ON(X(0xcf000001)), X(0), IOC, SINGLES},
    {BY(fcvtzs_w), RN, ON(X(0x4f7fffff)), X(0x7fffffff), IOC, SINGLES},
    {BY(fcvtzs_x, fcvtzu_w, fcvtzu_x), RN, ON(X(0x4f7fffff)), X(0xffffff00), 0,
     SINGLES},
    {BY(fcvtzs_w), RN, ON(F2_32), X(0x7fffffff), IOC},
    {BY(fcvtzs_x, fcvtzu_x), RN, ON(F2_32), X(0x100000000), 0},
    {BY(fcvtzu_w), RN, ON(F2_32), X(0xffffffff), IOC},
    {BY(fcvtzs_w), RN, ON(X(0x5effffff)), X(0x7fffffff), IOC, SINGLES},
    {BY(fcvtzs_x, fcvtzu_x), RN, ON(X(0x5effffff)), X(0x7fffff8000000000), 0,
     SINGLES},
    {BY(fcvtzu_w), RN, ON(X(0x5effffff)), X(0xffffffff), IOC, SINGLES},
    {BY(fcvtzs_w), RN, ON(F2_63), X(0x7fffffff), IOC},
    {BY(fcvtzs_x), RN, ON(F2_63), X(INT64_MAX), IOC},
    {BY(fcvtzu_w), RN, ON(F2_63), X(0xffffffff), IOC},
    {BY(fcvtzu_x), RN, ON(F2_63), X(INT64_MIN), 0},
    {BY(fcvtzs_w), RN, ON(F_2_63), X(0x80000000), IOC},
    {BY(fcvtzs_x), RN, ON(F_2_63), X(INT64_MIN), 0},
    {BY(fcvtzu_w, fcvtzu_x), RN, ON(F_2_63), X(0), IOC},
    {BY(fcvtzs_w), RN, ON(X(0xdf000001)), X(0x80000000), IOC, SINGLES},
    {BY(fcvtzs_x), RN, ON(X(0xdf000001)), X(INT64_MIN), IOC, SINGLES},
    {BY(fcvtzu_w, fcvtzu_x), RN, ON(X(0xdf000001)), X(0), IOC, SINGLES},
    {BY(fcvtzs_w), RN, ON(X(0x5f7fffff)), X(0x7fffffff), IOC, SINGLES},
    {BY(fcvtzs_x), RN, ON(X(0x5f7fffff)), X(INT64_MAX), IOC, SINGLES},
    {BY(fcvtzu_w), RN, ON(X(0x5f7fffff)), X(0xffffffff), IOC, SINGLES},
    {BY(fcvtzu_x), RN, ON(X(0x5f7fffff)), X(0xffffff0000000000), 0, SINGLES},
    {BY(fcvtzs_w), RN, ON(F2_64), X(0x7fffffff), IOC},
    {BY(fcvtzs_x), RN, ON(F2_64), X(INT64_MAX), IOC},
    {BY(fcvtzu_w), RN, ON(F2_64), X(0xffffffff), IOC},
    {BY(fcvtzu_x), RN, ON(F2_64), X(-1), IOC},
    {BY(TOWARDS_ZERO), RN, ON(X(0xbf7fffff)), X(0), IXC, SINGLES},
    {BY(fcvtzs_w), RN, ON(X(SMAX)), X(0x7fffffff), IOC, SINGLES},
    {BY(fcvtzs_x), RN, ON(X(SMAX)), X(INT64_MAX), IOC, SINGLES},
    {BY(fcvtzu_w), RN, ON(X(SMAX)), X(0xffffffff), IOC, SINGLES},
    {BY(fcvtzu_x), RN, ON(X(SMAX)), X(-1), IOC, SINGLES},
    {BY(TOWARDS_ZERO), RN, ON(X(D_QN)), X(0), IOC, DOUBLES},
    {BY(TOWARDS_ZERO), RN, ON(X(0x41dfffffffc00000)), X(0x7fffffff), 0,
     DOUBLES},
    {BY(TOWARDS_ZERO), RN, ON(X(0x41dfffffffe00000)), X(0x7fffffff), IXC,
     DOUBLES},
    {BY(fcvtzs_w), RN, ON(X(0xc1e0000000100000)), X(0x80000000), IXC, DOUBLES},
    {BY(fcvtzs_x), RN, ON(X(0xc1e0000000100000)), X(0xffffffff80000000), IXC,
     DOUBLES},
    {BY(fcvtzu_w, fcvtzu_x), RN, ON(X(0xc1e0000000100000)), X(0), IOC, DOUBLES},
    {BY(fcvtzs_w), RN, ON(X(0xc1e0000000200000)), X(0x80000000), IOC, DOUBLES},
    {BY(fcvtzs_x), RN, ON(X(0xc1e0000000200000)), X(0xffffffff7fffffff), 0,
     DOUBLES},
    {BY(fcvtzu_w, fcvtzu_x), RN, ON(X(0xc1e0000000200000)), X(0), IOC, DOUBLES},
    {BY(fcvtzs_w), RN, ON(X(0x41efffffffe00000)), X(0x7fffffff), IOC, DOUBLES},
    {BY(fcvtzs_x, fcvtzu_w, fcvtzu_x), RN, ON(X(0x41efffffffe00000)),
     X(0xffffffff), 0, DOUBLES},
    {BY(fcvtzs_w), RN, ON(X(0x41effffffff00000)), X(0x7fffffff), IOC, DOUBLES},
    {BY(fcvtzs_x, fcvtzu_w, fcvtzu_x), RN, ON(X(0x41effffffff00000)),
     X(0xffffffff), IXC, DOUBLES},
    {BY(fcvtzs_w), RN, ON(X(0x43dfffffffffffff)), X(0x7fffffff), IOC, DOUBLES},
    {BY(fcvtzs_x, fcvtzu_x), RN, ON(X(0x43dfffffffffffff)),
     X(0x7ffffffffffffc00), 0, DOUBLES},
    {BY(fcvtzu_w), RN, ON(X(0x43dfffffffffffff)), X(0xffffffff), IOC, DOUBLES},
    {BY(fcvtzs_w), RN, ON(X(0xc3e0000000000001)), X(0x80000000), IOC, DOUBLES},
    {BY(fcvtzs_x), RN, ON(X(0xc3e0000000000001)), X(INT64_MIN), IOC, DOUBLES},
    {BY(fcvtzu_w, fcvtzu_x), RN, ON(X(0xc3e0000000000001)), X(0), IOC, DOUBLES},
    {BY(fcvtzs_w), RN, ON(X(0x43efffffffffffff)), X(0x7fffffff), IOC, DOUBLES},
    {BY(fcvtzs_x), RN, ON(X(0x43efffffffffffff)), X(INT64_MAX), IOC, DOUBLES},
    {BY(fcvtzu_w), RN, ON(X(0x43efffffffffffff)), X(0xffffffff), IOC, DOUBLES},
    {BY(fcvtzu_x), RN, ON(X(0x43efffffffffffff)), X(-2048), 0, DOUBLES},
    {BY(TOWARDS_ZERO), RN, ON(X(0xbfefffffffffffff)), X(0), IXC, DOUBLES},
    {BY(fcvtzs_w), RN, ON(X(D_1)), X(0xffffffff), 0, DOUBLES},
    {BY(fcvtzs_x), RN, ON(X(D_1)), X(-1), 0, DOUBLES},
    {BY(fcvtzu_w, fcvtzu_x), RN, ON(X(D_1)), X(0), IOC, DOUBLES},
    {BY(fcvtzs_w), RN, ON(X(0x4330000000000001)), X(0x7fffffff), IOC, DOUBLES},
    {BY(fcvtzs_x, fcvtzu_x), RN, ON(X(0x4330000000000001)), X(0x10000000000001),
     0, DOUBLES},
    {BY(fcvtzu_w), RN, ON(X(0x4330000000000001)), X(0xffffffff), IOC, DOUBLES},
};

/* Each rounding, whatever FPCR says. */
static const struct fp_row directed[] = {
    {BY(fcvtns_x, fcvtnu_x, fcvtps_x, fcvtpu_x, fcvtas_x, fcvtau_x), RZ,
     ON(F1_5), X(2), IXC},
    {BY(fcvtms_x, fcvtmu_x), RZ, ON(F1_5), X(1), IXC},
    {BY(fcvtns_x, fcvtps_x), RZ, ON(F_2_5), X(-2), IXC},
    {BY(fcvtnu_x, fcvtmu_x, fcvtpu_x, fcvtau_x), RZ, ON(F_2_5), X(0), IOC},
    {BY(fcvtms_x, fcvtas_x), RZ, ON(F_2_5), X(-3), IXC},
    {BY(fcvtns_x, fcvtnu_x, fcvtms_x, fcvtmu_x), RZ, ON(F0_5), X(0), IXC},
    {BY(fcvtps_x, fcvtpu_x, fcvtas_x, fcvtau_x), RZ, ON(F0_5), X(1), IXC},
    {BY(fcvtns_x, fcvtnu_x, fcvtps_x, fcvtpu_x), RZ, ON(F_0_5), X(0), IXC},
    {BY(fcvtms_x, fcvtas_x), RZ, ON(F_0_5), X(-1), IXC},
    {BY(fcvtmu_x, fcvtau_x), RZ, ON(F_0_5), X(0), IOC},
    {BY(fcvtns_x, fcvtnu_x, fcvtms_x, fcvtmu_x, fcvtas_x, fcvtau_x), RZ,
     ON(FDEN), X(0), IXC},
    {BY(fcvtps_x, fcvtpu_x), RZ, ON(FDEN), X(1), IXC},
    {BY(fcvtns_x, fcvtnu_x, fcvtps_x, fcvtpu_x, fcvtas_x, fcvtau_x), RZ,
     ON(F_DEN), X(0), IXC},
    {BY(fcvtms_x), RZ, ON(F_DEN), X(-1), IXC},
    {BY(fcvtmu_x), RZ, ON(F_DEN), X(0), IOC},
    {BY(fcvtns_x, fcvtnu_x, fcvtms_x, fcvtmu_x), RZ,
     ON(SD(0x40200000, 0x4004000000000000)), X(2), IXC},
    {BY(fcvtps_x, fcvtpu_x, fcvtas_x, fcvtau_x), RZ,
     ON(SD(0x40200000, 0x4004000000000000)), X(3), IXC},
    {BY(fcvtns_w, fcvtms_w), RN, ON(X(0x4effffff)), X(0x7fffff80), 0, SINGLES},
    {BY(fcvtpu_w), RN, ON(SD(0xbf7fffff, 0xbfefffffffffffff)), X(0), IXC},
    {BY(fcvtmu_x), RN, ON(SD(0xbf7fffff, 0xbfefffffffffffff)), X(0), IOC},
    {BY(fcvtns_w), RN, ON(X(0x41dfffffffe00000)), X(0x7fffffff), IOC, DOUBLES},
    {BY(fcvtms_w), RN, ON(X(0x41dfffffffe00000)), X(0x7fffffff), IXC, DOUBLES},
};

/* Fixed point: x * 2^fbits. */
static const struct fp_row fixed[] = {
    {BY(FIXED), RN, ON(F0), X(0), 0},
    {BY(FIXED), RN, ON(F_0), X(0), 0},
    {BY(fcvtzs_w_1), RN, ON(F1_5), X(3), 0},
    {BY(fcvtzs_w_32), RN, ON(F1_5), X(0x7fffffff), IOC},
    {BY(fcvtzs_x_64), RN, ON(F1_5), X(INT64_MAX), IOC},
    {BY(fcvtzu_w_16), RN, ON(F1_5), X(0x18000), 0},
    {BY(fcvtzu_x_63), RN, ON(F1_5), X(0xc000000000000000), 0},
    {BY(fcvtzu_x_3), RN, ON(F1_5), X(0xc), 0},
    {BY(fcvtzs_w_1), RN, ON(F_2_5), X(0xfffffffb), 0},
    {BY(fcvtzs_w_32), RN, ON(F_2_5), X(0x80000000), IOC},
    {BY(fcvtzs_x_64), RN, ON(F_2_5), X(INT64_MIN), IOC},
    {BY(fcvtzu_w_16, fcvtzu_x_63, fcvtzu_x_3), RN, ON(F_2_5), X(0), IOC},
    {BY(fcvtzs_w_1), RN, ON(F0_5), X(1), 0},
    {BY(fcvtzs_w_32), RN, ON(F0_5), X(0x7fffffff), IOC},
    {BY(fcvtzs_x_64), RN, ON(F0_5), X(INT64_MAX), IOC},
    {BY(fcvtzu_w_16), RN, ON(F0_5), X(0x8000), 0},
    {BY(fcvtzu_x_63), RN, ON(F0_5), X(0x4000000000000000), 0},
    {BY(fcvtzu_x_3), RN, ON(F0_5), X(4), 0},
    {BY(fcvtzs_w_1), RN, ON(F_0_5), X(0xffffffff), 0},
    {BY(fcvtzs_w_32), RN, ON(F_0_5), X(0x80000000), 0},
    {BY(fcvtzs_x_64), RN, ON(F_0_5), X(INT64_MIN), 0},
    {BY(fcvtzu_w_16, fcvtzu_x_63, fcvtzu_x_3), RN, ON(F_0_5), X(0), IOC},
    {BY(FIXED), RN, ON(FDEN), X(0), IXC},
    {BY(FIXED), RN, ON(F_DEN), X(0), IXC},
    {BY(fcvtzs_w_1), RN, ON(F1), X(2), 0},
    {BY(fcvtzs_w_32), RN, ON(F1), X(0x7fffffff), IOC},
    {BY(fcvtzs_x_64), RN, ON(F1), X(INT64_MAX), IOC},
    {BY(fcvtzu_w_16), RN, ON(F1), X(0x10000), 0},
    {BY(fcvtzu_x_63), RN, ON(F1), X(INT64_MIN), 0},
    {BY(fcvtzu_x_3), RN, ON(F1), X(8), 0},
    {BY(fcvtzs_w_1), RN, ON(F_1), X(0xfffffffe), 0},
    {BY(fcvtzs_w_32), RN, ON(F_1), X(0x80000000), IOC},
    {BY(fcvtzs_x_64), RN, ON(F_1), X(INT64_MIN), IOC},
    {BY(fcvtzu_w_16, fcvtzu_x_63, fcvtzu_x_3), RN, ON(F_1), X(0), IOC},
    {BY(fcvtzs_w_1), RN, ON(F2), X(4), 0},
    {BY(fcvtzs_w_32), RN, ON(F2), X(0x7fffffff), IOC},
    {BY(fcvtzs_x_64), RN, ON(F2), X(INT64_MAX), IOC},
    {BY(fcvtzu_w_16), RN, ON(F2), X(0x20000), 0},
    {BY(fcvtzu_x_63), RN, ON(F2), X(-1), IOC},
    {BY(fcvtzu_x_3), RN, ON(F2), X(0x10), 0},
    {BY(fcvtzs_w_1, fcvtzs_w_32), RN, ON(FMAX), X(0x7fffffff), IOC},
    {BY(fcvtzs_x_64), RN, ON(FMAX), X(INT64_MAX), IOC},
    {BY(fcvtzu_w_16), RN, ON(FMAX), X(0xffffffff), IOC},
    {BY(fcvtzu_x_63, fcvtzu_x_3), RN, ON(FMAX), X(-1), IOC},
    {BY(FIXED), RN, ON(FQN), X(0), IOC},
    {BY(fcvtzs_w_1), RN, ON(SD(0x3effffff, 0x3fdfffffffffffff)), X(0), IXC},
    {BY(fcvtzs_x_64), RN, ON(SD(0x3effffff, 0x3fdfffffffffffff)),
     SD(0x7fffff8000000000, 0x7ffffffffffffc00), 0},
    {BY(fcvtzu_w_16), RN, ON(SD(0x3effffff, 0x3fdfffffffffffff)), X(0x7fff),
     IXC},
    {BY(fcvtzu_x_63), RN, ON(SD(0x3effffff, 0x3fdfffffffffffff)),
     SD(0x3fffffc000000000, 0x3ffffffffffffe00), 0},
    {BY(fcvtzu_x_3), RN, ON(SD(0x3effffff, 0x3fdfffffffffffff)), X(3), IXC},
    {BY(fcvtzs_w_1), RN, ON(F1_PREV), X(1), IXC},
    {BY(fcvtzs_w_32), RN, ON(F1_PREV), X(0x7fffffff), IOC},
    {BY(fcvtzs_x_64), RN, ON(F1_PREV), X(INT64_MAX), IOC},
    {BY(fcvtzu_w_16), RN, ON(F1_PREV), X(0xffff), IXC},
    {BY(fcvtzu_x_63), RN, ON(F1_PREV),
     SD(0x7fffff8000000000, 0x7ffffffffffffc00), 0},
    {BY(fcvtzu_x_3), RN, ON(F1_PREV), X(7), IXC},
    {BY(fcvtzs_w_32), RN, ON(X(0x3effffff)), X(0x7fffff80), 0, SINGLES},
    {BY(fcvtzs_w_32), RN, ON(X(0x3fdfffffffffffff)), X(0x7fffffff), IXC,
     DOUBLES},
};

/* FPCR.FZ: a denormal is zero before it is rounded. */
static const struct fp_row flushed[] = {
    {BY(fcvtzs_x, fcvtps_x, fcvtmu_x), FZ, ON(FDEN), X(0), IDC},
    {BY(fcvtzs_x, fcvtps_x, fcvtmu_x), FZ, ON(F_DEN), X(0), IDC},
    {BY(fcvtzs_x, fcvtps_x, fcvtmu_x), FZ, ON(FDENMAX), X(0), IDC},
};

/* The scalar forms whose result stays in the vector register. */
static const struct fp_row in_vectors[] = {
    {BY(fcvtzs, fcvtzu, fcvtms), RN, ON(F1_5), X(1), IXC},
    {BY(fcvtas, fcvtnu, fcvtps), RN, ON(F1_5), X(2), IXC},
    {BY(fcvtzs_7), RN, ON(F1_5), X(0xc0), 0},
    {BY(fcvtzs, fcvtps), RN, ON(F_2_5), SD(0xfffffffe, 0xfffffffffffffffe),
     IXC},
    {BY(fcvtzu, fcvtnu), RN, ON(F_2_5), X(0), IOC},
    {BY(fcvtas, fcvtms), RN, ON(F_2_5), SD(0xfffffffd, 0xfffffffffffffffd),
     IXC},
    {BY(fcvtzs_7), RN, ON(F_2_5), SD(0xfffffec0, 0xfffffffffffffec0), 0},
    {BY(fcvtzs, fcvtzu, fcvtas, fcvtnu, fcvtms, fcvtps, fcvtzs_7), RN, ON(FQN),
     X(0), IOC},
    {BY(fcvtzs, fcvtas, fcvtms, fcvtps), RN, ON(F_INF),
     SD(0x80000000, 0x8000000000000000), IOC},
    {BY(fcvtzu, fcvtnu), RN, ON(F_INF), X(0), IOC},
    {BY(fcvtzs, fcvtas, fcvtms, fcvtps), RN, ON(FINF),
     SD(0x7fffffff, 0x7fffffffffffffff), IOC},
    {BY(fcvtzu, fcvtnu), RN, ON(FINF), SD(0xffffffff, 0xffffffffffffffff), IOC},
    {BY(fcvtzs, fcvtas, fcvtms, fcvtps), RN, ON(F_1),
     SD(0xffffffff, 0xffffffffffffffff), 0},
    {BY(fcvtzu, fcvtnu), RN, ON(F_1), X(0), IOC},
    {BY(fcvtzu_32), RN, ON(X(S1_5)), X(0xffffffff), IOC, SINGLES},
    {BY(fcvtzu_32), RN, ON(X(0xc0200000)), X(0), IOC, SINGLES},
    {BY(fcvtzs_7), RN, ON(F0_5), X(0x40), 0},
    {BY(fcvtzu_32), RN, ON(X(0x3f000000)), X(0x80000000), 0, SINGLES},
    {BY(fcvtzs_7), RN, ON(F_0_5), SD(0xffffffc0, 0xffffffffffffffc0), 0},
    {BY(fcvtzu_32), RN, ON(X(0xbf000000)), X(0), IOC, SINGLES},
    {BY(fcvtzu_32), RN, ON(X(SQN)), X(0), IOC, SINGLES},
    {BY(fcvtzs_7), RN, ON(FMAX), SD(0x7fffffff, 0x7fffffffffffffff), IOC},
    {BY(fcvtzu_32), RN, ON(X(SMAX)), X(0xffffffff), IOC, SINGLES},
    {BY(fcvtzu_64), RN, ON(X(D1_5)), X(-1), IOC, DOUBLES},
    {BY(fcvtzu_64), RN, ON(X(0xc004000000000000)), X(0), IOC, DOUBLES},
    {BY(fcvtzu_64), RN, ON(X(0x3fe0000000000000)), X(INT64_MIN), 0, DOUBLES},
    {BY(fcvtzu_64), RN, ON(X(0xbfe0000000000000)), X(0), IOC, DOUBLES},
    {BY(fcvtzu_64), RN, ON(X(DQN)), X(0), IOC, DOUBLES},
    {BY(fcvtzu_64), RN, ON(X(DMAX)), X(-1), IOC, DOUBLES},
};

int main(void)
{
    FP_ROWS("towards zero", towards_zero);
    FP_ROWS("rounding as named", directed);
    FP_ROWS("fixed point", fixed);
    FP_ROWS("flushed operand", flushed);
    FP_ROWS("result in a vector register", in_vectors);
    return check_result();
}
