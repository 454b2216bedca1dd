// SPDX-License-Identifier: MIT
// build: -nostdlib -ffreestanding -fno-tree-vectorize -fno-tree-slp-vectorize
/* FPConvert() between half, single and double: NaN payloads, rounding,
 * denormals, alternative half precision; FCVTX rounds to odd. */
#include "check-fp.h"

static void to_double(void)
{
    ROW_S("fcvt d0, s1", 0, 0, S0, 0, S0, 0);
    ROW_S("fcvt d0, s1", 0, 0, S_0, 0, 0x8000000000000000, 0);
    ROW_S("fcvt d0, s1", 0, 0, S1, 0, 0x3ff0000000000000, 0);
    ROW_S("fcvt d0, s1", 0, 0, SDEN, 0, 0x36a0000000000000, 0);
    ROW_S("fcvt d0, s1", 0, 0, S_DEN, 0, 0xb6a0000000000000, 0);
    ROW_S("fcvt d0, s1", 0, 0, SDEN_MAX, 0, 0x380fffffc0000000, 0);
    ROW_S("fcvt d0, s1", 0, 0, SMAX, 0, 0x47efffffe0000000, 0);
    ROW_S("fcvt d0, s1", 0, 0, SINF, 0, 0x7ff0000000000000, 0);
    ROW_S("fcvt d0, s1", 0, 0, S_INF, 0, 0xfff0000000000000, 0);
    ROW_S("fcvt d0, s1", 0, 0, SSN, 0, 0x7ff8000020000000, IOC);
    ROW_S("fcvt d0, s1", 0, 0, S_SN, 0, 0xfff8000040000000, IOC);
    ROW_S("fcvt d0, s1", 0, 0, SQN, 0, 0x7ff8000060000000, 0);
    ROW_S("fcvt d0, s1", 0, 0, S_QN, 0, 0xfff8000080000000, 0);
    ROW_S("fcvt d0, s1", FPCR_DN, 0, SQN, 0, 0x7ff8000000000000, 0);
    ROW_S("fcvt d0, s1", FPCR_DN, 0, S_SN, 0, 0x7ff8000000000000, IOC);
    ROW_S("fcvt d0, s1", FPCR_FZ, 0, SDEN, 0, S0, IDC);
}

static void to_single(void)
{
    ROW_D("fcvt s0, d1", FPCR_RN, 0, D0, 0, D0, 0);
    ROW_D("fcvt s0, d1", FPCR_RP, 0, D0, 0, D0, 0);
    ROW_D("fcvt s0, d1", FPCR_RM, 0, D0, 0, D0, 0);
    ROW_D("fcvt s0, d1", FPCR_RZ, 0, D0, 0, D0, 0);
    ROW_D("fcvt s0, d1", FPCR_RN, 0, D_0, 0, 0x80000000, 0);
    ROW_D("fcvt s0, d1", FPCR_RP, 0, D_0, 0, 0x80000000, 0);
    ROW_D("fcvt s0, d1", FPCR_RM, 0, D_0, 0, 0x80000000, 0);
    ROW_D("fcvt s0, d1", FPCR_RZ, 0, D_0, 0, 0x80000000, 0);
    ROW_D("fcvt s0, d1", FPCR_RN, 0, D1, 0, 0x3f800000, 0);
    ROW_D("fcvt s0, d1", FPCR_RP, 0, D1, 0, 0x3f800000, 0);
    ROW_D("fcvt s0, d1", FPCR_RM, 0, D1, 0, 0x3f800000, 0);
    ROW_D("fcvt s0, d1", FPCR_RZ, 0, D1, 0, 0x3f800000, 0);
    ROW_D("fcvt s0, d1", FPCR_RN, 0, D1_NEXT, 0, 0x3f800000, IXC);
    ROW_D("fcvt s0, d1", FPCR_RP, 0, D1_NEXT, 0, 0x3f800001, IXC);
    ROW_D("fcvt s0, d1", FPCR_RM, 0, D1_NEXT, 0, 0x3f800000, IXC);
    ROW_D("fcvt s0, d1", FPCR_RZ, 0, D1_NEXT, 0, 0x3f800000, IXC);
    ROW_D("fcvt s0, d1", FPCR_RN, 0, DMAX, 0, 0x7f800000, OFC | IXC);
    ROW_D("fcvt s0, d1", FPCR_RP, 0, DMAX, 0, 0x7f800000, OFC | IXC);
    ROW_D("fcvt s0, d1", FPCR_RM, 0, DMAX, 0, 0x7f7fffff, OFC | IXC);
    ROW_D("fcvt s0, d1", FPCR_RZ, 0, DMAX, 0, 0x7f7fffff, OFC | IXC);
    ROW_D("fcvt s0, d1", FPCR_RN, 0, D_MAX, 0, 0xff800000, OFC | IXC);
    ROW_D("fcvt s0, d1", FPCR_RP, 0, D_MAX, 0, 0xff7fffff, OFC | IXC);
    ROW_D("fcvt s0, d1", FPCR_RM, 0, D_MAX, 0, 0xff800000, OFC | IXC);
    ROW_D("fcvt s0, d1", FPCR_RZ, 0, D_MAX, 0, 0xff7fffff, OFC | IXC);
    ROW_D("fcvt s0, d1", FPCR_RN, 0, DINF, 0, 0x7f800000, 0);
    ROW_D("fcvt s0, d1", FPCR_RP, 0, DINF, 0, 0x7f800000, 0);
    ROW_D("fcvt s0, d1", FPCR_RM, 0, DINF, 0, 0x7f800000, 0);
    ROW_D("fcvt s0, d1", FPCR_RZ, 0, DINF, 0, 0x7f800000, 0);
    ROW_D("fcvt s0, d1", 0, 0, DSN, 0, 0x7fc00000, IOC);
    ROW_D("fcvt s0, d1", FPCR_RN, 0, D_SN, 0, 0xffc00000, IOC);
    ROW_D("fcvt s0, d1", FPCR_RP, 0, D_SN, 0, 0xffc00000, IOC);
    ROW_D("fcvt s0, d1", FPCR_RM, 0, D_SN, 0, 0xffc00000, IOC);
    ROW_D("fcvt s0, d1", FPCR_RZ, 0, D_SN, 0, 0xffc00000, IOC);
    ROW_D("fcvt s0, d1", 0, 0, DQN, 0, 0x7fc00000, 0);
    ROW_D("fcvt s0, d1", FPCR_RN, 0, D_QN, 0, 0xffc00000, 0);
    ROW_D("fcvt s0, d1", FPCR_RP, 0, D_QN, 0, 0xffc00000, 0);
    ROW_D("fcvt s0, d1", FPCR_RM, 0, D_QN, 0, 0xffc00000, 0);
    ROW_D("fcvt s0, d1", FPCR_RZ, 0, D_QN, 0, 0xffc00000, 0);
    ROW_D("fcvt s0, d1", FPCR_RN, 0, 0xfff8000020000001u, 0, 0xffc00001, 0);
    ROW_D("fcvt s0, d1", FPCR_RP, 0, 0xfff8000020000001u, 0, 0xffc00001, 0);
    ROW_D("fcvt s0, d1", FPCR_RM, 0, 0xfff8000020000001u, 0, 0xffc00001, 0);
    ROW_D("fcvt s0, d1", FPCR_RZ, 0, 0xfff8000020000001u, 0, 0xffc00001, 0);
    ROW_D("fcvt s0, d1", FPCR_RN, 0, DDEN, 0, D0, UFC | IXC);
    ROW_D("fcvt s0, d1", FPCR_RP, 0, DDEN, 0, DDEN, UFC | IXC);
    ROW_D("fcvt s0, d1", FPCR_RM, 0, DDEN, 0, D0, UFC | IXC);
    ROW_D("fcvt s0, d1", FPCR_RZ, 0, DDEN, 0, D0, UFC | IXC);
    ROW_D("fcvt s0, d1", FPCR_RN, 0, D_DEN, 0, 0x80000000, UFC | IXC);
    ROW_D("fcvt s0, d1", FPCR_RP, 0, D_DEN, 0, 0x80000000, UFC | IXC);
    ROW_D("fcvt s0, d1", FPCR_RM, 0, D_DEN, 0, 0x80000001, UFC | IXC);
    ROW_D("fcvt s0, d1", FPCR_RZ, 0, D_DEN, 0, 0x80000000, UFC | IXC);
    ROW_D("fcvt s0, d1", FPCR_RN, 0, 0x380fffffffffffffu, 0, 0x800000,
          UFC | IXC);
    ROW_D("fcvt s0, d1", FPCR_RP, 0, 0x380fffffffffffffu, 0, 0x800000,
          UFC | IXC);
    ROW_D("fcvt s0, d1", FPCR_RM, 0, 0x380fffffffffffffu, 0, 0x7fffff,
          UFC | IXC);
    ROW_D("fcvt s0, d1", FPCR_RZ, 0, 0x380fffffffffffffu, 0, 0x7fffff,
          UFC | IXC);
    ROW_D("fcvt s0, d1", FPCR_RN, 0, 0x3810000000000000u, 0, 0x800000, 0);
    ROW_D("fcvt s0, d1", FPCR_RP, 0, 0x3810000000000000u, 0, 0x800000, 0);
    ROW_D("fcvt s0, d1", FPCR_RM, 0, 0x3810000000000000u, 0, 0x800000, 0);
    ROW_D("fcvt s0, d1", FPCR_RZ, 0, 0x3810000000000000u, 0, 0x800000, 0);
    ROW_D("fcvt s0, d1", FPCR_RN, 0, 0x380fffffe0000000u, 0, 0x800000,
          UFC | IXC);
    ROW_D("fcvt s0, d1", FPCR_RP, 0, 0x380fffffe0000000u, 0, 0x800000,
          UFC | IXC);
    ROW_D("fcvt s0, d1", FPCR_RM, 0, 0x380fffffe0000000u, 0, 0x7fffff,
          UFC | IXC);
    ROW_D("fcvt s0, d1", FPCR_RZ, 0, 0x380fffffe0000000u, 0, 0x7fffff,
          UFC | IXC);
    ROW_D("fcvt s0, d1", FPCR_RN, 0, 0x36a0000000000000u, 0, DDEN, 0);
    ROW_D("fcvt s0, d1", FPCR_RP, 0, 0x36a0000000000000u, 0, DDEN, 0);
    ROW_D("fcvt s0, d1", FPCR_RM, 0, 0x36a0000000000000u, 0, DDEN, 0);
    ROW_D("fcvt s0, d1", FPCR_RZ, 0, 0x36a0000000000000u, 0, DDEN, 0);
    ROW_D("fcvt s0, d1", FPCR_RN, 0, 0x3690000000000000u, 0, D0, UFC | IXC);
    ROW_D("fcvt s0, d1", FPCR_RP, 0, 0x3690000000000000u, 0, DDEN, UFC | IXC);
    ROW_D("fcvt s0, d1", FPCR_RM, 0, 0x3690000000000000u, 0, D0, UFC | IXC);
    ROW_D("fcvt s0, d1", FPCR_RZ, 0, 0x3690000000000000u, 0, D0, UFC | IXC);
    ROW_D("fcvt s0, d1", FPCR_RN, 0, 0x3690000000000001u, 0, DDEN, UFC | IXC);
    ROW_D("fcvt s0, d1", FPCR_RP, 0, 0x3690000000000001u, 0, DDEN, UFC | IXC);
    ROW_D("fcvt s0, d1", FPCR_RM, 0, 0x3690000000000001u, 0, D0, UFC | IXC);
    ROW_D("fcvt s0, d1", FPCR_RZ, 0, 0x3690000000000001u, 0, D0, UFC | IXC);
    ROW_D("fcvt s0, d1", FPCR_RN, 0, 0x47efffffefffffffu, 0, 0x7f7fffff, IXC);
    ROW_D("fcvt s0, d1", FPCR_RP, 0, 0x47efffffefffffffu, 0, 0x7f800000,
          OFC | IXC);
    ROW_D("fcvt s0, d1", FPCR_RM, 0, 0x47efffffefffffffu, 0, 0x7f7fffff, IXC);
    ROW_D("fcvt s0, d1", FPCR_RZ, 0, 0x47efffffefffffffu, 0, 0x7f7fffff, IXC);
    ROW_D("fcvt s0, d1", FPCR_RN, 0, 0x47effffff0000000u, 0, 0x7f800000,
          OFC | IXC);
    ROW_D("fcvt s0, d1", FPCR_RP, 0, 0x47effffff0000000u, 0, 0x7f800000,
          OFC | IXC);
    ROW_D("fcvt s0, d1", FPCR_RM, 0, 0x47effffff0000000u, 0, 0x7f7fffff, IXC);
    ROW_D("fcvt s0, d1", FPCR_RZ, 0, 0x47effffff0000000u, 0, 0x7f7fffff, IXC);
    ROW_D("fcvt s0, d1", FPCR_RN, 0, 0x3ff0000010000000u, 0, 0x3f800000, IXC);
    ROW_D("fcvt s0, d1", FPCR_RP, 0, 0x3ff0000010000000u, 0, 0x3f800001, IXC);
    ROW_D("fcvt s0, d1", FPCR_RM, 0, 0x3ff0000010000000u, 0, 0x3f800000, IXC);
    ROW_D("fcvt s0, d1", FPCR_RZ, 0, 0x3ff0000010000000u, 0, 0x3f800000, IXC);
    ROW_D("fcvt s0, d1", FPCR_RN, 0, 0x3ff0000030000000u, 0, 0x3f800002, IXC);
    ROW_D("fcvt s0, d1", FPCR_RP, 0, 0x3ff0000030000000u, 0, 0x3f800002, IXC);
    ROW_D("fcvt s0, d1", FPCR_RM, 0, 0x3ff0000030000000u, 0, 0x3f800001, IXC);
    ROW_D("fcvt s0, d1", FPCR_RZ, 0, 0x3ff0000030000000u, 0, 0x3f800001, IXC);
    ROW_D("fcvt s0, d1", FPCR_DN, 0, DQN, 0, 0x7fc00000, 0);
    ROW_D("fcvt s0, d1", FPCR_DN, 0, D_SN, 0, 0x7fc00000, IOC);
    ROW_D("fcvt s0, d1", FPCR_FZ, 0, DDEN, 0, D0, IDC);
    ROW_D("fcvt s0, d1", FPCR_FZ, 0, D_DEN, 0, 0x80000000, IDC);
    ROW_D("fcvt s0, d1", FPCR_FZ, 0, 0x380fffffffffffffu, 0, D0, UFC);
    ROW_D("fcvt s0, d1", FPCR_FZ, 0, 0x36a0000000000000u, 0, D0, UFC);
    ROW_D("fcvt s0, d1", FPCR_FZ, 0, DMIN, 0, D0, UFC);
}

/* FCVTXN: the lowest bit takes in what was lost, under any rounding mode. */
static void to_odd(void)
{
    ROW_D("fcvtxn s0, d1", 0, 0, D0, 0, D0, 0);
    ROW_D("fcvtxn s0, d1", FPCR_RP, 0, D0, 0, D0, 0);
    ROW_D("fcvtxn s0, d1", 0, 0, D_0, 0, 0x80000000, 0);
    ROW_D("fcvtxn s0, d1", FPCR_RP, 0, D_0, 0, 0x80000000, 0);
    ROW_D("fcvtxn s0, d1", 0, 0, D1, 0, 0x3f800000, 0);
    ROW_D("fcvtxn s0, d1", FPCR_RP, 0, D1, 0, 0x3f800000, 0);
    ROW_D("fcvtxn s0, d1", 0, 0, D1_NEXT, 0, 0x3f800001, IXC);
    ROW_D("fcvtxn s0, d1", FPCR_RP, 0, D1_NEXT, 0, 0x3f800001, IXC);
    ROW_D("fcvtxn s0, d1", 0, 0, DMAX, 0, 0x7f7fffff, OFC | IXC);
    ROW_D("fcvtxn s0, d1", FPCR_RP, 0, DMAX, 0, 0x7f7fffff, OFC | IXC);
    ROW_D("fcvtxn s0, d1", 0, 0, D_MAX, 0, 0xff7fffff, OFC | IXC);
    ROW_D("fcvtxn s0, d1", FPCR_RP, 0, D_MAX, 0, 0xff7fffff, OFC | IXC);
    ROW_D("fcvtxn s0, d1", 0, 0, DINF, 0, 0x7f800000, 0);
    ROW_D("fcvtxn s0, d1", FPCR_RP, 0, DINF, 0, 0x7f800000, 0);
    ROW_D("fcvtxn s0, d1", 0, 0, DSN, 0, 0x7fc00000, IOC);
    ROW_D("fcvtxn s0, d1", FPCR_RP, 0, DSN, 0, 0x7fc00000, IOC);
    ROW_D("fcvtxn s0, d1", 0, 0, D_SN, 0, 0xffc00000, IOC);
    ROW_D("fcvtxn s0, d1", FPCR_RP, 0, D_SN, 0, 0xffc00000, IOC);
    ROW_D("fcvtxn s0, d1", 0, 0, DQN, 0, 0x7fc00000, 0);
    ROW_D("fcvtxn s0, d1", FPCR_RP, 0, DQN, 0, 0x7fc00000, 0);
    ROW_D("fcvtxn s0, d1", 0, 0, D_QN, 0, 0xffc00000, 0);
    ROW_D("fcvtxn s0, d1", FPCR_RP, 0, D_QN, 0, 0xffc00000, 0);
    ROW_D("fcvtxn s0, d1", 0, 0, 0xfff8000020000001u, 0, 0xffc00001, 0);
    ROW_D("fcvtxn s0, d1", FPCR_RP, 0, 0xfff8000020000001u, 0, 0xffc00001, 0);
    ROW_D("fcvtxn s0, d1", 0, 0, DDEN, 0, DDEN, UFC | IXC);
    ROW_D("fcvtxn s0, d1", FPCR_RP, 0, DDEN, 0, DDEN, UFC | IXC);
    ROW_D("fcvtxn s0, d1", 0, 0, D_DEN, 0, 0x80000001, UFC | IXC);
    ROW_D("fcvtxn s0, d1", FPCR_RP, 0, D_DEN, 0, 0x80000001, UFC | IXC);
    ROW_D("fcvtxn s0, d1", 0, 0, 0x380fffffffffffffu, 0, 0x7fffff, UFC | IXC);
    ROW_D("fcvtxn s0, d1", FPCR_RP, 0, 0x380fffffffffffffu, 0, 0x7fffff,
          UFC | IXC);
    ROW_D("fcvtxn s0, d1", 0, 0, 0x3810000000000000u, 0, 0x800000, 0);
    ROW_D("fcvtxn s0, d1", FPCR_RP, 0, 0x3810000000000000u, 0, 0x800000, 0);
    ROW_D("fcvtxn s0, d1", 0, 0, 0x380fffffe0000000u, 0, 0x7fffff, UFC | IXC);
    ROW_D("fcvtxn s0, d1", FPCR_RP, 0, 0x380fffffe0000000u, 0, 0x7fffff,
          UFC | IXC);
    ROW_D("fcvtxn s0, d1", 0, 0, 0x36a0000000000000u, 0, DDEN, 0);
    ROW_D("fcvtxn s0, d1", FPCR_RP, 0, 0x36a0000000000000u, 0, DDEN, 0);
    ROW_D("fcvtxn s0, d1", 0, 0, 0x3690000000000000u, 0, DDEN, UFC | IXC);
    ROW_D("fcvtxn s0, d1", FPCR_RP, 0, 0x3690000000000000u, 0, DDEN, UFC | IXC);
    ROW_D("fcvtxn s0, d1", 0, 0, 0x3690000000000001u, 0, DDEN, UFC | IXC);
    ROW_D("fcvtxn s0, d1", FPCR_RP, 0, 0x3690000000000001u, 0, DDEN, UFC | IXC);
    ROW_D("fcvtxn s0, d1", 0, 0, 0x47efffffefffffffu, 0, 0x7f7fffff, IXC);
    ROW_D("fcvtxn s0, d1", FPCR_RP, 0, 0x47efffffefffffffu, 0, 0x7f7fffff, IXC);
    ROW_D("fcvtxn s0, d1", 0, 0, 0x47effffff0000000u, 0, 0x7f7fffff, IXC);
    ROW_D("fcvtxn s0, d1", FPCR_RP, 0, 0x47effffff0000000u, 0, 0x7f7fffff, IXC);
    ROW_D("fcvtxn s0, d1", 0, 0, 0x3ff0000010000000u, 0, 0x3f800001, IXC);
    ROW_D("fcvtxn s0, d1", FPCR_RP, 0, 0x3ff0000010000000u, 0, 0x3f800001, IXC);
    ROW_D("fcvtxn s0, d1", 0, 0, 0x3ff0000030000000u, 0, 0x3f800001, IXC);
    ROW_D("fcvtxn s0, d1", FPCR_RP, 0, 0x3ff0000030000000u, 0, 0x3f800001, IXC);
}

static void half_to_wider(void)
{
    ROW_S("fcvt s0, h1", 0, 0, 0x0000u, 0, S0, 0);
    ROW_S("fcvt s0, h1", FPCR_AHP, 0, 0x0000u, 0, S0, 0);
    ROW_S("fcvt s0, h1", FPCR_DN, 0, 0x0000u, 0, S0, 0);
    ROW_S("fcvt s0, h1", FPCR_FZ, 0, 0x0000u, 0, S0, 0);
    ROW_S("fcvt d0, h1", 0, 0, 0x0000u, 0, S0, 0);
    ROW_S("fcvt d0, h1", FPCR_AHP, 0, 0x0000u, 0, S0, 0);
    ROW_S("fcvt s0, h1", 0, 0, 0x8000u, 0, S_0, 0);
    ROW_S("fcvt s0, h1", FPCR_AHP, 0, 0x8000u, 0, S_0, 0);
    ROW_S("fcvt s0, h1", FPCR_DN, 0, 0x8000u, 0, S_0, 0);
    ROW_S("fcvt s0, h1", FPCR_FZ, 0, 0x8000u, 0, S_0, 0);
    ROW_S("fcvt d0, h1", 0, 0, 0x8000u, 0, 0x8000000000000000, 0);
    ROW_S("fcvt d0, h1", FPCR_AHP, 0, 0x8000u, 0, 0x8000000000000000, 0);
    ROW_S("fcvt s0, h1", 0, 0, 0x3c00u, 0, S1, 0);
    ROW_S("fcvt s0, h1", FPCR_AHP, 0, 0x3c00u, 0, S1, 0);
    ROW_S("fcvt s0, h1", FPCR_DN, 0, 0x3c00u, 0, S1, 0);
    ROW_S("fcvt s0, h1", FPCR_FZ, 0, 0x3c00u, 0, S1, 0);
    ROW_S("fcvt d0, h1", 0, 0, 0x3c00u, 0, 0x3ff0000000000000, 0);
    ROW_S("fcvt d0, h1", FPCR_AHP, 0, 0x3c00u, 0, 0x3ff0000000000000, 0);
    ROW_S("fcvt s0, h1", 0, 0, 0x0001u, 0, 0x33800000, 0);
    ROW_S("fcvt s0, h1", FPCR_AHP, 0, 0x0001u, 0, 0x33800000, 0);
    ROW_S("fcvt s0, h1", FPCR_DN, 0, 0x0001u, 0, 0x33800000, 0);
    ROW_S("fcvt s0, h1", FPCR_FZ, 0, 0x0001u, 0, 0x33800000, 0);
    ROW_S("fcvt d0, h1", 0, 0, 0x0001u, 0, 0x3e70000000000000, 0);
    ROW_S("fcvt d0, h1", FPCR_AHP, 0, 0x0001u, 0, 0x3e70000000000000, 0);
    ROW_S("fcvt s0, h1", 0, 0, 0x83ffu, 0, 0xb87fc000, 0);
    ROW_S("fcvt s0, h1", FPCR_AHP, 0, 0x83ffu, 0, 0xb87fc000, 0);
    ROW_S("fcvt s0, h1", FPCR_DN, 0, 0x83ffu, 0, 0xb87fc000, 0);
    ROW_S("fcvt s0, h1", FPCR_FZ, 0, 0x83ffu, 0, 0xb87fc000, 0);
    ROW_S("fcvt d0, h1", 0, 0, 0x83ffu, 0, 0xbf0ff80000000000, 0);
    ROW_S("fcvt d0, h1", FPCR_AHP, 0, 0x83ffu, 0, 0xbf0ff80000000000, 0);
    ROW_S("fcvt s0, h1", 0, 0, 0x7bffu, 0, 0x477fe000, 0);
    ROW_S("fcvt s0, h1", FPCR_AHP, 0, 0x7bffu, 0, 0x477fe000, 0);
    ROW_S("fcvt s0, h1", FPCR_DN, 0, 0x7bffu, 0, 0x477fe000, 0);
    ROW_S("fcvt s0, h1", FPCR_FZ, 0, 0x7bffu, 0, 0x477fe000, 0);
    ROW_S("fcvt d0, h1", 0, 0, 0x7bffu, 0, 0x40effc0000000000, 0);
    ROW_S("fcvt d0, h1", FPCR_AHP, 0, 0x7bffu, 0, 0x40effc0000000000, 0);
    ROW_S("fcvt s0, h1", 0, 0, 0x7c00u, 0, SINF, 0);
    ROW_S("fcvt s0, h1", FPCR_AHP, 0, 0x7c00u, 0, 0x47800000, 0);
    ROW_S("fcvt s0, h1", FPCR_DN, 0, 0x7c00u, 0, SINF, 0);
    ROW_S("fcvt s0, h1", FPCR_FZ, 0, 0x7c00u, 0, SINF, 0);
    ROW_S("fcvt d0, h1", 0, 0, 0x7c00u, 0, 0x7ff0000000000000, 0);
    ROW_S("fcvt d0, h1", FPCR_AHP, 0, 0x7c00u, 0, 0x40f0000000000000, 0);
    ROW_S("fcvt s0, h1", 0, 0, 0xfc00u, 0, S_INF, 0);
    ROW_S("fcvt s0, h1", FPCR_AHP, 0, 0xfc00u, 0, 0xc7800000, 0);
    ROW_S("fcvt s0, h1", FPCR_DN, 0, 0xfc00u, 0, S_INF, 0);
    ROW_S("fcvt s0, h1", FPCR_FZ, 0, 0xfc00u, 0, S_INF, 0);
    ROW_S("fcvt d0, h1", 0, 0, 0xfc00u, 0, 0xfff0000000000000, 0);
    ROW_S("fcvt d0, h1", FPCR_AHP, 0, 0xfc00u, 0, 0xc0f0000000000000, 0);
    ROW_S("fcvt s0, h1", 0, 0, 0x7c01u, 0, 0x7fc02000, IOC);
    ROW_S("fcvt s0, h1", FPCR_AHP, 0, 0x7c01u, 0, 0x47802000, 0);
    ROW_S("fcvt s0, h1", FPCR_DN, 0, 0x7c01u, 0, SDNAN, IOC);
    ROW_S("fcvt s0, h1", FPCR_FZ, 0, 0x7c01u, 0, 0x7fc02000, IOC);
    ROW_S("fcvt d0, h1", 0, 0, 0x7c01u, 0, 0x7ff8040000000000, IOC);
    ROW_S("fcvt d0, h1", FPCR_AHP, 0, 0x7c01u, 0, 0x40f0040000000000, 0);
    ROW_S("fcvt s0, h1", 0, 0, 0xfd55u, 0, 0xffeaa000, IOC);
    ROW_S("fcvt s0, h1", FPCR_AHP, 0, 0xfd55u, 0, 0xc7aaa000, 0);
    ROW_S("fcvt s0, h1", FPCR_DN, 0, 0xfd55u, 0, SDNAN, IOC);
    ROW_S("fcvt s0, h1", FPCR_FZ, 0, 0xfd55u, 0, 0xffeaa000, IOC);
    ROW_S("fcvt d0, h1", 0, 0, 0xfd55u, 0, 0xfffd540000000000, IOC);
    ROW_S("fcvt d0, h1", FPCR_AHP, 0, 0xfd55u, 0, 0xc0f5540000000000, 0);
    ROW_S("fcvt s0, h1", 0, 0, 0x7e05u, 0, 0x7fc0a000, 0);
    ROW_S("fcvt s0, h1", FPCR_AHP, 0, 0x7e05u, 0, 0x47c0a000, 0);
    ROW_S("fcvt s0, h1", FPCR_DN, 0, 0x7e05u, 0, SDNAN, 0);
    ROW_S("fcvt s0, h1", FPCR_FZ, 0, 0x7e05u, 0, 0x7fc0a000, 0);
    ROW_S("fcvt d0, h1", 0, 0, 0x7e05u, 0, 0x7ff8140000000000, 0);
    ROW_S("fcvt d0, h1", FPCR_AHP, 0, 0x7e05u, 0, 0x40f8140000000000, 0);
    ROW_S("fcvt s0, h1", 0, 0, 0xfe00u, 0, 0xffc00000, 0);
    ROW_S("fcvt s0, h1", FPCR_AHP, 0, 0xfe00u, 0, 0xc7c00000, 0);
    ROW_S("fcvt s0, h1", FPCR_DN, 0, 0xfe00u, 0, SDNAN, 0);
    ROW_S("fcvt s0, h1", FPCR_FZ, 0, 0xfe00u, 0, 0xffc00000, 0);
    ROW_S("fcvt d0, h1", 0, 0, 0xfe00u, 0, 0xfff8000000000000, 0);
    ROW_S("fcvt d0, h1", FPCR_AHP, 0, 0xfe00u, 0, 0xc0f8000000000000, 0);
}

static void wider_to_half(void)
{
    ROW_S("fcvt h0, s1", 0, 0, S0, 0, S0, 0);
    ROW_S("fcvt h0, s1", FPCR_RP, 0, S0, 0, S0, 0);
    ROW_S("fcvt h0, s1", FPCR_RZ, 0, S0, 0, S0, 0);
    ROW_S("fcvt h0, s1", FPCR_AHP, 0, S0, 0, S0, 0);
    ROW_S("fcvt h0, s1", FPCR_DN, 0, S0, 0, S0, 0);
    ROW_S("fcvt h0, s1", 0, 0, S_0, 0, 0x8000, 0);
    ROW_S("fcvt h0, s1", FPCR_RP, 0, S_0, 0, 0x8000, 0);
    ROW_S("fcvt h0, s1", FPCR_RZ, 0, S_0, 0, 0x8000, 0);
    ROW_S("fcvt h0, s1", FPCR_AHP, 0, S_0, 0, 0x8000, 0);
    ROW_S("fcvt h0, s1", FPCR_DN, 0, S_0, 0, 0x8000, 0);
    ROW_S("fcvt h0, s1", 0, 0, S1, 0, 0x3c00, 0);
    ROW_S("fcvt h0, s1", FPCR_RP, 0, S1, 0, 0x3c00, 0);
    ROW_S("fcvt h0, s1", FPCR_RZ, 0, S1, 0, 0x3c00, 0);
    ROW_S("fcvt h0, s1", FPCR_AHP, 0, S1, 0, 0x3c00, 0);
    ROW_S("fcvt h0, s1", FPCR_DN, 0, S1, 0, 0x3c00, 0);
    ROW_S("fcvt h0, s1", 0, 0, S1_NEXT, 0, 0x3c00, IXC);
    ROW_S("fcvt h0, s1", FPCR_RP, 0, S1_NEXT, 0, 0x3c01, IXC);
    ROW_S("fcvt h0, s1", FPCR_RZ, 0, S1_NEXT, 0, 0x3c00, IXC);
    ROW_S("fcvt h0, s1", FPCR_AHP, 0, S1_NEXT, 0, 0x3c00, IXC);
    ROW_S("fcvt h0, s1", FPCR_DN, 0, S1_NEXT, 0, 0x3c00, IXC);
    ROW_S("fcvt h0, s1", 0, 0, 0x477fe000u /* 65504 */, 0, 0x7bff, 0);
    ROW_S("fcvt h0, s1", FPCR_RP, 0, 0x477fe000u /* 65504 */, 0, 0x7bff, 0);
    ROW_S("fcvt h0, s1", FPCR_RZ, 0, 0x477fe000u /* 65504 */, 0, 0x7bff, 0);
    ROW_S("fcvt h0, s1", FPCR_AHP, 0, 0x477fe000u /* 65504 */, 0, 0x7bff, 0);
    ROW_S("fcvt h0, s1", FPCR_DN, 0, 0x477fe000u /* 65504 */, 0, 0x7bff, 0);
    ROW_S("fcvt h0, s1", 0, 0, 0x477fefffu, 0, 0x7bff, IXC);
    ROW_S("fcvt h0, s1", FPCR_RP, 0, 0x477fefffu, 0, 0x7c00, OFC | IXC);
    ROW_S("fcvt h0, s1", FPCR_RZ, 0, 0x477fefffu, 0, 0x7bff, IXC);
    ROW_S("fcvt h0, s1", FPCR_AHP, 0, 0x477fefffu, 0, 0x7bff, IXC);
    ROW_S("fcvt h0, s1", FPCR_DN, 0, 0x477fefffu, 0, 0x7bff, IXC);
    ROW_S("fcvt h0, s1", 0, 0, 0x477ff000u, 0, 0x7c00, OFC | IXC);
    ROW_S("fcvt h0, s1", FPCR_RP, 0, 0x477ff000u, 0, 0x7c00, OFC | IXC);
    ROW_S("fcvt h0, s1", FPCR_RZ, 0, 0x477ff000u, 0, 0x7bff, IXC);
    ROW_S("fcvt h0, s1", FPCR_AHP, 0, 0x477ff000u, 0, 0x7c00, IXC);
    ROW_S("fcvt h0, s1", FPCR_DN, 0, 0x477ff000u, 0, 0x7c00, OFC | IXC);
    ROW_S("fcvt h0, s1", 0, 0, 0x47ffe000u /* 131008 */, 0, 0x7c00, OFC | IXC);
    ROW_S("fcvt h0, s1", FPCR_RP, 0, 0x47ffe000u /* 131008 */, 0, 0x7c00,
          OFC | IXC);
    ROW_S("fcvt h0, s1", FPCR_RZ, 0, 0x47ffe000u /* 131008 */, 0, 0x7bff,
          OFC | IXC);
    ROW_S("fcvt h0, s1", FPCR_AHP, 0, 0x47ffe000u /* 131008 */, 0, 0x7fff, 0);
    ROW_S("fcvt h0, s1", FPCR_DN, 0, 0x47ffe000u /* 131008 */, 0, 0x7c00,
          OFC | IXC);
    ROW_S("fcvt h0, s1", 0, 0, 0x47fff000u, 0, 0x7c00, OFC | IXC);
    ROW_S("fcvt h0, s1", FPCR_RP, 0, 0x47fff000u, 0, 0x7c00, OFC | IXC);
    ROW_S("fcvt h0, s1", FPCR_RZ, 0, 0x47fff000u, 0, 0x7bff, OFC | IXC);
    ROW_S("fcvt h0, s1", FPCR_AHP, 0, 0x47fff000u, 0, 0x7fff, IOC);
    ROW_S("fcvt h0, s1", FPCR_DN, 0, 0x47fff000u, 0, 0x7c00, OFC | IXC);
    ROW_S("fcvt h0, s1", 0, 0, 0x48000000u, 0, 0x7c00, OFC | IXC);
    ROW_S("fcvt h0, s1", FPCR_RP, 0, 0x48000000u, 0, 0x7c00, OFC | IXC);
    ROW_S("fcvt h0, s1", FPCR_RZ, 0, 0x48000000u, 0, 0x7bff, OFC | IXC);
    ROW_S("fcvt h0, s1", FPCR_AHP, 0, 0x48000000u, 0, 0x7fff, IOC);
    ROW_S("fcvt h0, s1", FPCR_DN, 0, 0x48000000u, 0, 0x7c00, OFC | IXC);
    ROW_S("fcvt h0, s1", 0, 0, SINF, 0, 0x7c00, 0);
    ROW_S("fcvt h0, s1", FPCR_RP, 0, SINF, 0, 0x7c00, 0);
    ROW_S("fcvt h0, s1", FPCR_RZ, 0, SINF, 0, 0x7c00, 0);
    ROW_S("fcvt h0, s1", FPCR_AHP, 0, SINF, 0, 0x7fff, IOC);
    ROW_S("fcvt h0, s1", FPCR_DN, 0, SINF, 0, 0x7c00, 0);
    ROW_S("fcvt h0, s1", 0, 0, S_INF, 0, 0xfc00, 0);
    ROW_S("fcvt h0, s1", FPCR_RP, 0, S_INF, 0, 0xfc00, 0);
    ROW_S("fcvt h0, s1", FPCR_RZ, 0, S_INF, 0, 0xfc00, 0);
    ROW_S("fcvt h0, s1", FPCR_AHP, 0, S_INF, 0, 0xffff, IOC);
    ROW_S("fcvt h0, s1", FPCR_DN, 0, S_INF, 0, 0xfc00, 0);
    ROW_S("fcvt h0, s1", 0, 0, SSN, 0, 0x7e00, IOC);
    ROW_S("fcvt h0, s1", FPCR_RP, 0, SSN, 0, 0x7e00, IOC);
    ROW_S("fcvt h0, s1", FPCR_RZ, 0, SSN, 0, 0x7e00, IOC);
    ROW_S("fcvt h0, s1", FPCR_AHP, 0, SSN, 0, S0, IOC);
    ROW_S("fcvt h0, s1", FPCR_DN, 0, SSN, 0, 0x7e00, IOC);
    ROW_S("fcvt h0, s1", 0, 0, S_QN, 0, 0xfe00, 0);
    ROW_S("fcvt h0, s1", FPCR_RP, 0, S_QN, 0, 0xfe00, 0);
    ROW_S("fcvt h0, s1", FPCR_RZ, 0, S_QN, 0, 0xfe00, 0);
    ROW_S("fcvt h0, s1", FPCR_AHP, 0, S_QN, 0, 0x8000, IOC);
    ROW_S("fcvt h0, s1", FPCR_DN, 0, S_QN, 0, 0x7e00, 0);
    ROW_S("fcvt h0, s1", 0, 0, 0x7fffe001u, 0, 0x7fff, 0);
    ROW_S("fcvt h0, s1", FPCR_RP, 0, 0x7fffe001u, 0, 0x7fff, 0);
    ROW_S("fcvt h0, s1", FPCR_RZ, 0, 0x7fffe001u, 0, 0x7fff, 0);
    ROW_S("fcvt h0, s1", FPCR_AHP, 0, 0x7fffe001u, 0, S0, IOC);
    ROW_S("fcvt h0, s1", FPCR_DN, 0, 0x7fffe001u, 0, 0x7e00, 0);
    ROW_S("fcvt h0, s1", 0, 0, SDEN, 0, S0, UFC | IXC);
    ROW_S("fcvt h0, s1", FPCR_RP, 0, SDEN, 0, SDEN, UFC | IXC);
    ROW_S("fcvt h0, s1", FPCR_RZ, 0, SDEN, 0, S0, UFC | IXC);
    ROW_S("fcvt h0, s1", FPCR_AHP, 0, SDEN, 0, S0, UFC | IXC);
    ROW_S("fcvt h0, s1", FPCR_DN, 0, SDEN, 0, S0, UFC | IXC);
    ROW_S("fcvt h0, s1", 0, 0, 0x33000000u, 0, S0, UFC | IXC);
    ROW_S("fcvt h0, s1", FPCR_RP, 0, 0x33000000u, 0, SDEN, UFC | IXC);
    ROW_S("fcvt h0, s1", FPCR_RZ, 0, 0x33000000u, 0, S0, UFC | IXC);
    ROW_S("fcvt h0, s1", FPCR_AHP, 0, 0x33000000u, 0, S0, UFC | IXC);
    ROW_S("fcvt h0, s1", FPCR_DN, 0, 0x33000000u, 0, S0, UFC | IXC);
    ROW_S("fcvt h0, s1", 0, 0, 0x33000001u, 0, SDEN, UFC | IXC);
    ROW_S("fcvt h0, s1", FPCR_RP, 0, 0x33000001u, 0, SDEN, UFC | IXC);
    ROW_S("fcvt h0, s1", FPCR_RZ, 0, 0x33000001u, 0, S0, UFC | IXC);
    ROW_S("fcvt h0, s1", FPCR_AHP, 0, 0x33000001u, 0, SDEN, UFC | IXC);
    ROW_S("fcvt h0, s1", FPCR_DN, 0, 0x33000001u, 0, SDEN, UFC | IXC);
    ROW_S("fcvt h0, s1", 0, 0, 0x33800000u, 0, SDEN, 0);
    ROW_S("fcvt h0, s1", FPCR_RP, 0, 0x33800000u, 0, SDEN, 0);
    ROW_S("fcvt h0, s1", FPCR_RZ, 0, 0x33800000u, 0, SDEN, 0);
    ROW_S("fcvt h0, s1", FPCR_AHP, 0, 0x33800000u, 0, SDEN, 0);
    ROW_S("fcvt h0, s1", FPCR_DN, 0, 0x33800000u, 0, SDEN, 0);
    ROW_S("fcvt h0, s1", 0, 0, 0x387fffffu, 0, 0x400, UFC | IXC);
    ROW_S("fcvt h0, s1", FPCR_RP, 0, 0x387fffffu, 0, 0x400, UFC | IXC);
    ROW_S("fcvt h0, s1", FPCR_RZ, 0, 0x387fffffu, 0, 0x3ff, UFC | IXC);
    ROW_S("fcvt h0, s1", FPCR_AHP, 0, 0x387fffffu, 0, 0x400, UFC | IXC);
    ROW_S("fcvt h0, s1", FPCR_DN, 0, 0x387fffffu, 0, 0x400, UFC | IXC);
    ROW_S("fcvt h0, s1", 0, 0, 0x38800000u, 0, 0x400, 0);
    ROW_S("fcvt h0, s1", FPCR_RP, 0, 0x38800000u, 0, 0x400, 0);
    ROW_S("fcvt h0, s1", FPCR_RZ, 0, 0x38800000u, 0, 0x400, 0);
    ROW_S("fcvt h0, s1", FPCR_AHP, 0, 0x38800000u, 0, 0x400, 0);
    ROW_S("fcvt h0, s1", FPCR_DN, 0, 0x38800000u, 0, 0x400, 0);
    ROW_S("fcvt h0, s1", 0, 0, 0xb87fe000u, 0, 0x8400, UFC | IXC);
    ROW_S("fcvt h0, s1", FPCR_RP, 0, 0xb87fe000u, 0, 0x83ff, UFC | IXC);
    ROW_S("fcvt h0, s1", FPCR_RZ, 0, 0xb87fe000u, 0, 0x83ff, UFC | IXC);
    ROW_S("fcvt h0, s1", FPCR_AHP, 0, 0xb87fe000u, 0, 0x8400, UFC | IXC);
    ROW_S("fcvt h0, s1", FPCR_DN, 0, 0xb87fe000u, 0, 0x8400, UFC | IXC);
    ROW_S("fcvt h0, s1", 0, 0, 0x3f801000u, 0, 0x3c00, IXC);
    ROW_S("fcvt h0, s1", FPCR_RP, 0, 0x3f801000u, 0, 0x3c01, IXC);
    ROW_S("fcvt h0, s1", FPCR_RZ, 0, 0x3f801000u, 0, 0x3c00, IXC);
    ROW_S("fcvt h0, s1", FPCR_AHP, 0, 0x3f801000u, 0, 0x3c00, IXC);
    ROW_S("fcvt h0, s1", FPCR_DN, 0, 0x3f801000u, 0, 0x3c00, IXC);
    ROW_S("fcvt h0, s1", 0, 0, 0x3f803000u, 0, 0x3c02, IXC);
    ROW_S("fcvt h0, s1", FPCR_RP, 0, 0x3f803000u, 0, 0x3c02, IXC);
    ROW_S("fcvt h0, s1", FPCR_RZ, 0, 0x3f803000u, 0, 0x3c01, IXC);
    ROW_S("fcvt h0, s1", FPCR_AHP, 0, 0x3f803000u, 0, 0x3c02, IXC);
    ROW_S("fcvt h0, s1", FPCR_DN, 0, 0x3f803000u, 0, 0x3c02, IXC);
    ROW_S("fcvt h0, s1", FPCR_FZ, 0, SDEN, 0, S0, IDC);
    ROW_S("fcvt h0, s1", FPCR_FZ, 0, SMIN, 0, S0, UFC | IXC);
    ROW_S("fcvt h0, s1", FPCR_FZ, 0, 0x33800000u, 0, SDEN, 0);
    ROW_D("fcvt h0, d1", 0, 0, D1, 0, 0x3c00, 0);
    ROW_D("fcvt h0, d1", FPCR_RM, 0, D1, 0, 0x3c00, 0);
    ROW_D("fcvt h0, d1", FPCR_AHP, 0, D1, 0, 0x3c00, 0);
    ROW_D("fcvt h0, d1", 0, 0, 0x40effc0000000000u, 0, 0x7bff, 0);
    ROW_D("fcvt h0, d1", FPCR_RM, 0, 0x40effc0000000000u, 0, 0x7bff, 0);
    ROW_D("fcvt h0, d1", FPCR_AHP, 0, 0x40effc0000000000u, 0, 0x7bff, 0);
    ROW_D("fcvt h0, d1", 0, 0, 0x40effe0000000000u, 0, 0x7c00, OFC | IXC);
    ROW_D("fcvt h0, d1", FPCR_RM, 0, 0x40effe0000000000u, 0, 0x7bff, IXC);
    ROW_D("fcvt h0, d1", FPCR_AHP, 0, 0x40effe0000000000u, 0, 0x7c00, IXC);
    ROW_D("fcvt h0, d1", 0, 0, 0x3ff0040000000000u, 0, 0x3c01, 0);
    ROW_D("fcvt h0, d1", FPCR_RM, 0, 0x3ff0040000000000u, 0, 0x3c01, 0);
    ROW_D("fcvt h0, d1", FPCR_AHP, 0, 0x3ff0040000000000u, 0, 0x3c01, 0);
    ROW_D("fcvt h0, d1", 0, 0, 0x3ff0040000000001u, 0, 0x3c01, IXC);
    ROW_D("fcvt h0, d1", FPCR_RM, 0, 0x3ff0040000000001u, 0, 0x3c01, IXC);
    ROW_D("fcvt h0, d1", FPCR_AHP, 0, 0x3ff0040000000001u, 0, 0x3c01, IXC);
    ROW_D("fcvt h0, d1", 0, 0, DSN, 0, 0x7e00, IOC);
    ROW_D("fcvt h0, d1", FPCR_RM, 0, DSN, 0, 0x7e00, IOC);
    ROW_D("fcvt h0, d1", FPCR_AHP, 0, DSN, 0, D0, IOC);
    ROW_D("fcvt h0, d1", 0, 0, D_QN, 0, 0xfe00, 0);
    ROW_D("fcvt h0, d1", FPCR_RM, 0, D_QN, 0, 0xfe00, 0);
    ROW_D("fcvt h0, d1", FPCR_AHP, 0, D_QN, 0, 0x8000, IOC);
    ROW_D("fcvt h0, d1", 0, 0, DMAX, 0, 0x7c00, OFC | IXC);
    ROW_D("fcvt h0, d1", FPCR_RM, 0, DMAX, 0, 0x7bff, OFC | IXC);
    ROW_D("fcvt h0, d1", FPCR_AHP, 0, DMAX, 0, 0x7fff, IOC);
    ROW_D("fcvt h0, d1", 0, 0, DDEN, 0, D0, UFC | IXC);
    ROW_D("fcvt h0, d1", FPCR_RM, 0, DDEN, 0, D0, UFC | IXC);
    ROW_D("fcvt h0, d1", FPCR_AHP, 0, DDEN, 0, D0, UFC | IXC);
    ROW_D("fcvt h0, d1", 0, 0, 0x3e70000000000000u, 0, DDEN, 0);
    ROW_D("fcvt h0, d1", FPCR_RM, 0, 0x3e70000000000000u, 0, DDEN, 0);
    ROW_D("fcvt h0, d1", FPCR_AHP, 0, 0x3e70000000000000u, 0, DDEN, 0);
    ROW_D("fcvt h0, d1", 0, 0, 0x3e60000000000001u, 0, DDEN, UFC | IXC);
    ROW_D("fcvt h0, d1", FPCR_RM, 0, 0x3e60000000000001u, 0, D0, UFC | IXC);
    ROW_D("fcvt h0, d1", FPCR_AHP, 0, 0x3e60000000000001u, 0, DDEN, UFC | IXC);
}

static void vectors(void)
{
    ROW_Q("fcvtl v0.4s, v1.4h", 0, VEC(1, 2),
          VEC(0x7c017e05fc000001, 0x3c0083ff7bff8000), VEC(0, 0),
          VEC(0x3f800000b87fc000, 0x477fe00080000000), 0);
    ROW_Q("fcvtl2 v0.4s, v1.8h", 0, VEC(1, 2),
          VEC(0x7c017e05fc000001, 0x3c0083ff7bff8000), VEC(0, 0),
          VEC(0x7fc020007fc0a000, 0xff80000033800000), IOC);
    ROW_Q("fcvtl v0.4s, v1.4h", FPCR_AHP, VEC(1, 2),
          VEC(0x7c017e05fc000001, 0x3c0083ff7bff8000), VEC(0, 0),
          VEC(0x3f800000b87fc000, 0x477fe00080000000), 0);
    ROW_Q("fcvtl2 v0.4s, v1.8h", FPCR_AHP, VEC(1, 2),
          VEC(0x7c017e05fc000001, 0x3c0083ff7bff8000), VEC(0, 0),
          VEC(0x4780200047c0a000, 0xc780000033800000), 0);
    ROW_Q("fcvtn v0.4h, v1.4s", 0, VEC(1, 2),
          VEC(0x7f8000013f801000, 0x47fff00033000001), VEC(0, 0),
          VEC(0x0, 0x7e003c007c000001), IOC | OFC | UFC | IXC);
    ROW_Q("fcvtn2 v0.8h, v1.4s", 0, VEC(1, 2),
          VEC(0x7f8000013f801000, 0x47fff00033000001), VEC(0, 0),
          VEC(0x7e003c007c000001, 0x2), IOC | OFC | UFC | IXC);
    ROW_Q("fcvtn v0.4h, v1.4s", FPCR_AHP, VEC(1, 2),
          VEC(0x7f8000013f801000, 0x47fff00033000001), VEC(0, 0),
          VEC(0x0, 0x3c007fff0001), IOC | UFC | IXC);
    ROW_Q("fcvtn2 v0.8h, v1.4s", FPCR_AHP, VEC(1, 2),
          VEC(0x7f8000013f801000, 0x47fff00033000001), VEC(0, 0),
          VEC(0x3c007fff0001, 0x2), IOC | UFC | IXC);
    ROW_Q("fcvtl v0.2d, v1.2s", 0, VEC(1, 2),
          VEC(0x7f8000017f800001, 0x3f800000ffc00004), VEC(0, 0),
          VEC(0x3ff0000000000000, 0xfff8000080000000), 0);
    ROW_Q("fcvtl2 v0.2d, v1.4s", 0, VEC(1, 2),
          VEC(0x000000017f7fffff, 0x7f8000017f800001), VEC(0, 0),
          VEC(0x36a0000000000000, 0x47efffffe0000000), 0);
    ROW_Q("fcvtn v0.2s, v1.2d", 0, VEC(1, 2), VEC(DMAX, D1_NEXT), VEC(0, 0),
          VEC(0x0, 0x7f8000003f800000), OFC | IXC);
    ROW_Q("fcvtn2 v0.4s, v1.2d", FPCR_RP, VEC(1, 2), VEC(D_SN, D1), VEC(0, 0),
          VEC(0xffc000003f800000, 0x2), IOC);
    ROW_Q("fcvtxn v0.2s, v1.2d", 0, VEC(1, 2), VEC(DMAX, D1_NEXT), VEC(0, 0),
          VEC(0x0, 0x7f7fffff3f800001), OFC | IXC);
    ROW_Q("fcvtxn2 v0.4s, v1.2d", 0, VEC(1, 2), VEC(D_SN, D1), VEC(0, 0),
          VEC(0xffc000003f800000, 0x2), IOC);
}

int main(void)
{
    to_double();
    to_single();
    to_odd();
    half_to_wider();
    wider_to_half();
    vectors();
    return check_result();
}
