// SPDX-License-Identifier: MIT
// build: -nostdlib -ffreestanding -fno-tree-vectorize -fno-tree-slp-vectorize
/* Reciprocal and square root estimates and steps, bit for bit. */
#include "check-fp.h"

static void frecpe_s(void)
{
    ROW_S("frecpe s0, s1", 0, 0, S1, 0, 0x3f7f8000, 0);
    ROW_S("frecpe s0, s1", 0, 0, S2, 0, 0x3eff8000, 0);
    ROW_S("frecpe s0, s1", 0, 0, S3, 0, 0x3eaa8000, 0);
    ROW_S("frecpe s0, s1", 0, 0, S1_5, 0, 0x3f2a8000, 0);
    ROW_S("frecpe s0, s1", 0, 0, S1_NEXT, 0, 0x3f7f8000, 0);
    ROW_S("frecpe s0, s1", 0, 0, 0x3fffffffu, 0, 0x3f000000, 0);
    ROW_S("frecpe s0, s1", 0, 0, 0x42f6e979u, 0, 0x3c050000, 0);
    ROW_S("frecpe s0, s1", 0, 0, 0xc2f6e979u, 0, 0xbc050000, 0);
    ROW_S("frecpe s0, s1", 0, 0, SMIN, 0, 0x7e7f8000, 0);
    ROW_S("frecpe s0, s1", 0, 0, SMAX, 0, 0x200000, 0);
    ROW_S("frecpe s0, s1", 0, 0, S_MAX, 0, 0x80200000, 0);
    ROW_S("frecpe s0, s1", 0, 0, 0x7e800000u, 0, 0x7fc000, 0);
    ROW_S("frecpe s0, s1", 0, 0, 0x7effffffu, 0, 0x400000, 0);
    ROW_S("frecpe s0, s1", 0, 0, 0x7f000000u, 0, 0x3fe000, 0);
    ROW_S("frecpe s0, s1", 0, 0, 0x00400000u, 0, 0x7eff8000, 0);
    ROW_S("frecpe s0, s1", 0, 0, 0x00200000u, 0, 0x7f7f8000, 0);
    ROW_S("frecpe s0, s1", FPCR_RN, 0, 0x001fffffu, 0, SINF, OFC | IXC);
    ROW_S("frecpe s0, s1", FPCR_RP, 0, 0x001fffffu, 0, SINF, OFC | IXC);
    ROW_S("frecpe s0, s1", FPCR_RM, 0, 0x001fffffu, 0, SMAX, OFC | IXC);
    ROW_S("frecpe s0, s1", FPCR_RZ, 0, 0x001fffffu, 0, SMAX, OFC | IXC);
    ROW_S("frecpe s0, s1", 0, 0, 0x80300000u, 0, 0xff2a8000, 0);
    ROW_S("frecpe s0, s1", FPCR_RN, 0, SDEN, 0, SINF, OFC | IXC);
    ROW_S("frecpe s0, s1", FPCR_RP, 0, SDEN, 0, SINF, OFC | IXC);
    ROW_S("frecpe s0, s1", FPCR_RM, 0, SDEN, 0, SMAX, OFC | IXC);
    ROW_S("frecpe s0, s1", FPCR_RZ, 0, SDEN, 0, SMAX, OFC | IXC);
    ROW_S("frecpe s0, s1", 0, 0, S0, 0, SINF, DZC);
    ROW_S("frecpe s0, s1", 0, 0, S_0, 0, S_INF, DZC);
    ROW_S("frecpe s0, s1", 0, 0, SINF, 0, S0, 0);
    ROW_S("frecpe s0, s1", 0, 0, S_INF, 0, S_0, 0);
    ROW_S("frecpe s0, s1", 0, 0, SSN, 0, 0x7fc00001, IOC);
    ROW_S("frecpe s0, s1", 0, 0, S_QN, 0, S_QN, 0);
    ROW_S("frecpe s0, s1", 0, 0, 0x3e000000u, 0, 0x40ff8000, 0);
    ROW_S("frecpe s0, s1", 0, 0, 0x3f7fffffu, 0, S1, 0);
    ROW_S("frecpe s0, s1", 0, 0, 0x40800000u, 0, 0x3e7f8000, 0);
    ROW_S("frecpe s0, s1", FPCR_FZ, 0, SDEN, 0, SINF, DZC | IDC);
    ROW_S("frecpe s0, s1", FPCR_FZ, 0, SMAX, 0, S0, UFC);
    ROW_S("frecpe s0, s1", FPCR_DN, 0, SQN, 0, SDNAN, 0);
}

static void frsqrte_s(void)
{
    ROW_S("frsqrte s0, s1", 0, 0, S1, 0, 0x3f7f8000, 0);
    ROW_S("frsqrte s0, s1", 0, 0, S2, 0, 0x3f348000, 0);
    ROW_S("frsqrte s0, s1", 0, 0, S3, 0, 0x3f138000, 0);
    ROW_S("frsqrte s0, s1", 0, 0, S1_5, 0, 0x3f510000, 0);
    ROW_S("frsqrte s0, s1", 0, 0, S1_NEXT, 0, 0x3f7f8000, 0);
    ROW_S("frsqrte s0, s1", 0, 0, 0x3fffffffu, 0, 0x3f350000, 0);
    ROW_S("frsqrte s0, s1", 0, 0, 0x42f6e979u, 0, 0x3db88000, 0);
    ROW_S("frsqrte s0, s1", 0, 0, 0xc2f6e979u, 0, SDNAN, IOC);
    ROW_S("frsqrte s0, s1", 0, 0, SMIN, 0, 0x5eff8000, 0);
    ROW_S("frsqrte s0, s1", 0, 0, SMAX, 0, 0x1f800000, 0);
    ROW_S("frsqrte s0, s1", 0, 0, S_MAX, 0, SDNAN, IOC);
    ROW_S("frsqrte s0, s1", 0, 0, 0x7e800000u, 0, 0x1fff8000, 0);
    ROW_S("frsqrte s0, s1", 0, 0, 0x7effffffu, 0, 0x1fb50000, 0);
    ROW_S("frsqrte s0, s1", 0, 0, 0x7f000000u, 0, 0x1fb48000, 0);
    ROW_S("frsqrte s0, s1", 0, 0, 0x00400000u, 0, 0x5f348000, 0);
    ROW_S("frsqrte s0, s1", 0, 0, 0x00200000u, 0, 0x5f7f8000, 0);
    ROW_S("frsqrte s0, s1", 0, 0, 0x001fffffu, 0, 0x5f800000, 0);
    ROW_S("frsqrte s0, s1", 0, 0, 0x80300000u, 0, SDNAN, IOC);
    ROW_S("frsqrte s0, s1", 0, 0, SDEN, 0, 0x64b48000, 0);
    ROW_S("frsqrte s0, s1", 0, 0, S0, 0, SINF, DZC);
    ROW_S("frsqrte s0, s1", 0, 0, S_0, 0, S_INF, DZC);
    ROW_S("frsqrte s0, s1", 0, 0, SINF, 0, S0, 0);
    ROW_S("frsqrte s0, s1", 0, 0, S_INF, 0, SDNAN, IOC);
    ROW_S("frsqrte s0, s1", 0, 0, SSN, 0, 0x7fc00001, IOC);
    ROW_S("frsqrte s0, s1", 0, 0, S_QN, 0, S_QN, 0);
    ROW_S("frsqrte s0, s1", 0, 0, 0x3e000000u, 0, 0x40348000, 0);
    ROW_S("frsqrte s0, s1", 0, 0, 0x3f7fffffu, 0, S1, 0);
    ROW_S("frsqrte s0, s1", 0, 0, 0x40800000u, 0, 0x3eff8000, 0);
    ROW_S("frsqrte s0, s1", FPCR_FZ, 0, SDEN, 0, SINF, DZC | IDC);
    ROW_S("frsqrte s0, s1", FPCR_FZ, 0, SMAX, 0, 0x1f800000, 0);
    ROW_S("frsqrte s0, s1", FPCR_DN, 0, SQN, 0, SDNAN, 0);
}

static void frecpx_s(void)
{
    ROW_S("frecpx s0, s1", 0, 0, S1, 0, S2, 0);
    ROW_S("frecpx s0, s1", 0, 0, S2, 0, S1, 0);
    ROW_S("frecpx s0, s1", 0, 0, S3, 0, S1, 0);
    ROW_S("frecpx s0, s1", 0, 0, S1_5, 0, S2, 0);
    ROW_S("frecpx s0, s1", 0, 0, S1_NEXT, 0, S2, 0);
    ROW_S("frecpx s0, s1", 0, 0, 0x3fffffffu, 0, S2, 0);
    ROW_S("frecpx s0, s1", 0, 0, 0x42f6e979u, 0, 0x3d000000, 0);
    ROW_S("frecpx s0, s1", 0, 0, 0xc2f6e979u, 0, 0xbd000000, 0);
    ROW_S("frecpx s0, s1", 0, 0, SMIN, 0, 0x7f000000, 0);
    ROW_S("frecpx s0, s1", 0, 0, SMAX, 0, SMIN, 0);
    ROW_S("frecpx s0, s1", 0, 0, S_MAX, 0, S_MIN, 0);
    ROW_S("frecpx s0, s1", 0, 0, 0x7e800000u, 0, 0x1000000, 0);
    ROW_S("frecpx s0, s1", 0, 0, 0x7effffffu, 0, 0x1000000, 0);
    ROW_S("frecpx s0, s1", 0, 0, 0x7f000000u, 0, SMIN, 0);
    ROW_S("frecpx s0, s1", 0, 0, 0x00400000u, 0, 0x7f000000, 0);
    ROW_S("frecpx s0, s1", 0, 0, 0x00200000u, 0, 0x7f000000, 0);
    ROW_S("frecpx s0, s1", 0, 0, 0x001fffffu, 0, 0x7f000000, 0);
    ROW_S("frecpx s0, s1", 0, 0, 0x80300000u, 0, 0xff000000, 0);
    ROW_S("frecpx s0, s1", 0, 0, SDEN, 0, 0x7f000000, 0);
    ROW_S("frecpx s0, s1", 0, 0, S0, 0, 0x7f000000, 0);
    ROW_S("frecpx s0, s1", 0, 0, S_0, 0, 0xff000000, 0);
    ROW_S("frecpx s0, s1", 0, 0, SINF, 0, S0, 0);
    ROW_S("frecpx s0, s1", 0, 0, S_INF, 0, S_0, 0);
    ROW_S("frecpx s0, s1", 0, 0, SSN, 0, 0x7fc00001, IOC);
    ROW_S("frecpx s0, s1", 0, 0, S_QN, 0, S_QN, 0);
    ROW_S("frecpx s0, s1", 0, 0, 0x3e000000u, 0, 0x41800000, 0);
    ROW_S("frecpx s0, s1", 0, 0, 0x3f7fffffu, 0, 0x40800000, 0);
    ROW_S("frecpx s0, s1", 0, 0, 0x40800000u, 0, 0x3f000000, 0);
    ROW_S("frecpx s0, s1", FPCR_FZ, 0, SDEN, 0, 0x7f000000, IDC);
    ROW_S("frecpx s0, s1", FPCR_FZ, 0, SMAX, 0, SMIN, 0);
    ROW_S("frecpx s0, s1", FPCR_DN, 0, SQN, 0, SDNAN, 0);
}

static void frecps_s(void)
{
    ROW_S("frecps s0, s1, s2", 0, 0, S1, S1, S1, 0);
    ROW_S("frecps s0, s1, s2", 0, 0, S2, S3, 0xc0800000, 0);
    ROW_S("frecps s0, s1, s2", 0, 0, S1_5, S1_NEXT, 0x3efffffa, 0);
    ROW_S("frecps s0, s1, s2", 0, 0, S0, SINF, S2, 0);
    ROW_S("frecps s0, s1, s2", 0, 0, S_INF, S0, S2, 0);
    ROW_S("frecps s0, s1, s2", 0, 0, S_0, SINF, S2, 0);
    ROW_S("frecps s0, s1, s2", 0, 0, SINF, SINF, S_INF, 0);
    ROW_S("frecps s0, s1, s2", 0, 0, SINF, S_1, SINF, 0);
    ROW_S("frecps s0, s1, s2", 0, 0, SMAX, SMAX, S_INF, OFC | IXC);
    ROW_S("frecps s0, s1, s2", 0, 0, S_MAX, SMAX, SINF, OFC | IXC);
    ROW_S("frecps s0, s1, s2", 0, 0, SQN, SSN, 0x7fc00001, IOC);
    ROW_S("frecps s0, s1, s2", 0, 0, SSN, SQN, 0xffc00001, IOC);
    ROW_S("frecps s0, s1, s2", 0, 0, S_QN, S1, 0x7fc00004, 0);
    ROW_S("frecps s0, s1, s2", 0, 0, S1, S_SN, 0xffc00002, IOC);
    ROW_S("frecps s0, s1, s2", 0, 0, S0, S_0, S2, 0);
    ROW_S("frecps s0, s1, s2", 0, 0, SDEN, S1, S2, IXC);
    ROW_S("frecps s0, s1, s2", 0, 0, S3, S1_NEXT, 0xbf800003, 0);
    ROW_S("frecps s0, s1, s2", FPCR_FZ, 0, SDEN, SINF, S2, IDC);
    ROW_S("frecps s0, s1, s2", FPCR_DN, 0, SQN, S1, SDNAN, 0);
}

static void frsqrts_s(void)
{
    ROW_S("frsqrts s0, s1, s2", 0, 0, S1, S1, S1, 0);
    ROW_S("frsqrts s0, s1, s2", 0, 0, S2, S3, 0xbfc00000, 0);
    ROW_S("frsqrts s0, s1, s2", 0, 0, S1_5, S1_NEXT, 0x3f3ffffe, IXC);
    ROW_S("frsqrts s0, s1, s2", 0, 0, S0, SINF, S1_5, 0);
    ROW_S("frsqrts s0, s1, s2", 0, 0, S_INF, S0, S1_5, 0);
    ROW_S("frsqrts s0, s1, s2", 0, 0, S_0, SINF, S1_5, 0);
    ROW_S("frsqrts s0, s1, s2", 0, 0, SINF, SINF, S_INF, 0);
    ROW_S("frsqrts s0, s1, s2", 0, 0, SINF, S_1, SINF, 0);
    ROW_S("frsqrts s0, s1, s2", 0, 0, SMAX, SMAX, S_INF, OFC | IXC);
    ROW_S("frsqrts s0, s1, s2", 0, 0, S_MAX, SMAX, SINF, OFC | IXC);
    ROW_S("frsqrts s0, s1, s2", 0, 0, SQN, SSN, 0x7fc00001, IOC);
    ROW_S("frsqrts s0, s1, s2", 0, 0, SSN, SQN, 0xffc00001, IOC);
    ROW_S("frsqrts s0, s1, s2", 0, 0, S_QN, S1, 0x7fc00004, 0);
    ROW_S("frsqrts s0, s1, s2", 0, 0, S1, S_SN, 0xffc00002, IOC);
    ROW_S("frsqrts s0, s1, s2", 0, 0, S0, S_0, S1_5, 0);
    ROW_S("frsqrts s0, s1, s2", 0, 0, SDEN, S1, S1_5, IXC);
    ROW_S("frsqrts s0, s1, s2", 0, 0, S3, S1_NEXT, 0xb4400000, 0);
    ROW_S("frsqrts s0, s1, s2", FPCR_FZ, 0, SDEN, SINF, S1_5, IDC);
    ROW_S("frsqrts s0, s1, s2", FPCR_DN, 0, SQN, S1, SDNAN, 0);
}

static void fmulx_s(void)
{
    ROW_S("fmulx s0, s1, s2", 0, 0, S1, S1, S1, 0);
    ROW_S("fmulx s0, s1, s2", 0, 0, S2, S3, 0x40c00000, 0);
    ROW_S("fmulx s0, s1, s2", 0, 0, S1_5, S1_NEXT, 0x3fc00002, IXC);
    ROW_S("fmulx s0, s1, s2", 0, 0, S0, SINF, S2, 0);
    ROW_S("fmulx s0, s1, s2", 0, 0, S_INF, S0, 0xc0000000, 0);
    ROW_S("fmulx s0, s1, s2", 0, 0, S_0, SINF, 0xc0000000, 0);
    ROW_S("fmulx s0, s1, s2", 0, 0, SINF, SINF, SINF, 0);
    ROW_S("fmulx s0, s1, s2", 0, 0, SINF, S_1, S_INF, 0);
    ROW_S("fmulx s0, s1, s2", 0, 0, SMAX, SMAX, SINF, OFC | IXC);
    ROW_S("fmulx s0, s1, s2", 0, 0, S_MAX, SMAX, S_INF, OFC | IXC);
    ROW_S("fmulx s0, s1, s2", 0, 0, SQN, SSN, 0x7fc00001, IOC);
    ROW_S("fmulx s0, s1, s2", 0, 0, SSN, SQN, 0x7fc00001, IOC);
    ROW_S("fmulx s0, s1, s2", 0, 0, S_QN, S1, S_QN, 0);
    ROW_S("fmulx s0, s1, s2", 0, 0, S1, S_SN, 0xffc00002, IOC);
    ROW_S("fmulx s0, s1, s2", 0, 0, S0, S_0, S_0, 0);
    ROW_S("fmulx s0, s1, s2", 0, 0, SDEN, S1, SDEN, 0);
    ROW_S("fmulx s0, s1, s2", 0, 0, S3, S1_NEXT, 0x40400002, IXC);
    ROW_S("fmulx s0, s1, s2", FPCR_FZ, 0, SDEN, SINF, S2, IDC);
    ROW_S("fmulx s0, s1, s2", FPCR_DN, 0, SQN, S1, SDNAN, 0);
}

static void frecpe_d(void)
{
    ROW_D("frecpe d0, d1", 0, 0, D1, 0, 0x3feff00000000000, 0);
    ROW_D("frecpe d0, d1", 0, 0, D2, 0, 0x3fdff00000000000, 0);
    ROW_D("frecpe d0, d1", 0, 0, D3, 0, 0x3fd5500000000000, 0);
    ROW_D("frecpe d0, d1", 0, 0, D1_5, 0, 0x3fe5500000000000, 0);
    ROW_D("frecpe d0, d1", 0, 0, D1_NEXT, 0, 0x3feff00000000000, 0);
    ROW_D("frecpe d0, d1", 0, 0, 0x3fffffffffffffffu, 0, 0x3fe0000000000000, 0);
    ROW_D("frecpe d0, d1", 0, 0, 0x405edd2f1a9fbe77u, 0, 0x3f80a00000000000, 0);
    ROW_D("frecpe d0, d1", 0, 0, 0xc05edd2f1a9fbe77u, 0, 0xbf80a00000000000, 0);
    ROW_D("frecpe d0, d1", 0, 0, DMIN, 0, 0x7fcff00000000000, 0);
    ROW_D("frecpe d0, d1", 0, 0, DMAX, 0, 0x4000000000000, 0);
    ROW_D("frecpe d0, d1", 0, 0, D_MAX, 0, 0x8004000000000000, 0);
    ROW_D("frecpe d0, d1", 0, 0, 0x7fd0000000000000u, 0, 0xff80000000000, 0);
    ROW_D("frecpe d0, d1", 0, 0, 0x7fdfffffffffffffu, 0, 0x8000000000000, 0);
    ROW_D("frecpe d0, d1", 0, 0, 0x7fe0000000000000u, 0, 0x7fc0000000000, 0);
    ROW_D("frecpe d0, d1", 0, 0, 0x0008000000000000u, 0, 0x7fdff00000000000, 0);
    ROW_D("frecpe d0, d1", 0, 0, 0x0004000000000000u, 0, 0x7feff00000000000, 0);
    ROW_D("frecpe d0, d1", FPCR_RN, 0, 0x0003ffffffffffffu, 0, DINF, OFC | IXC);
    ROW_D("frecpe d0, d1", FPCR_RP, 0, 0x0003ffffffffffffu, 0, DINF, OFC | IXC);
    ROW_D("frecpe d0, d1", FPCR_RM, 0, 0x0003ffffffffffffu, 0, DMAX, OFC | IXC);
    ROW_D("frecpe d0, d1", FPCR_RZ, 0, 0x0003ffffffffffffu, 0, DMAX, OFC | IXC);
    ROW_D("frecpe d0, d1", 0, 0, 0x8006000000000000u, 0, 0xffe5500000000000, 0);
    ROW_D("frecpe d0, d1", FPCR_RN, 0, DDEN, 0, DINF, OFC | IXC);
    ROW_D("frecpe d0, d1", FPCR_RP, 0, DDEN, 0, DINF, OFC | IXC);
    ROW_D("frecpe d0, d1", FPCR_RM, 0, DDEN, 0, DMAX, OFC | IXC);
    ROW_D("frecpe d0, d1", FPCR_RZ, 0, DDEN, 0, DMAX, OFC | IXC);
    ROW_D("frecpe d0, d1", 0, 0, D0, 0, DINF, DZC);
    ROW_D("frecpe d0, d1", 0, 0, D_0, 0, D_INF, DZC);
    ROW_D("frecpe d0, d1", 0, 0, DINF, 0, D0, 0);
    ROW_D("frecpe d0, d1", 0, 0, D_INF, 0, D_0, 0);
    ROW_D("frecpe d0, d1", 0, 0, DSN, 0, 0x7ff8000000000001, IOC);
    ROW_D("frecpe d0, d1", 0, 0, D_QN, 0, D_QN, 0);
    ROW_D("frecpe d0, d1", 0, 0, 0x3fc0000000000000u, 0, 0x401ff00000000000, 0);
    ROW_D("frecpe d0, d1", 0, 0, 0x3fefffffffffffffu, 0, D1, 0);
    ROW_D("frecpe d0, d1", 0, 0, 0x4010000000000000u, 0, 0x3fcff00000000000, 0);
    ROW_D("frecpe d0, d1", FPCR_FZ, 0, DDEN, 0, DINF, DZC | IDC);
    ROW_D("frecpe d0, d1", FPCR_FZ, 0, DMAX, 0, D0, UFC);
    ROW_D("frecpe d0, d1", FPCR_DN, 0, DQN, 0, DDNAN, 0);
}

static void frsqrte_d(void)
{
    ROW_D("frsqrte d0, d1", 0, 0, D1, 0, 0x3feff00000000000, 0);
    ROW_D("frsqrte d0, d1", 0, 0, D2, 0, 0x3fe6900000000000, 0);
    ROW_D("frsqrte d0, d1", 0, 0, D3, 0, 0x3fe2700000000000, 0);
    ROW_D("frsqrte d0, d1", 0, 0, D1_5, 0, 0x3fea200000000000, 0);
    ROW_D("frsqrte d0, d1", 0, 0, D1_NEXT, 0, 0x3feff00000000000, 0);
    ROW_D("frsqrte d0, d1", 0, 0, 0x3fffffffffffffffu, 0, 0x3fe6a00000000000,
          0);
    ROW_D("frsqrte d0, d1", 0, 0, 0x405edd2f1a9fbe77u, 0, 0x3fb7100000000000,
          0);
    ROW_D("frsqrte d0, d1", 0, 0, 0xc05edd2f1a9fbe77u, 0, DDNAN, IOC);
    ROW_D("frsqrte d0, d1", 0, 0, DMIN, 0, 0x5fdff00000000000, 0);
    ROW_D("frsqrte d0, d1", 0, 0, DMAX, 0, 0x1ff0000000000000, 0);
    ROW_D("frsqrte d0, d1", 0, 0, D_MAX, 0, DDNAN, IOC);
    ROW_D("frsqrte d0, d1", 0, 0, 0x7fd0000000000000u, 0, 0x1ffff00000000000,
          0);
    ROW_D("frsqrte d0, d1", 0, 0, 0x7fdfffffffffffffu, 0, 0x1ff6a00000000000,
          0);
    ROW_D("frsqrte d0, d1", 0, 0, 0x7fe0000000000000u, 0, 0x1ff6900000000000,
          0);
    ROW_D("frsqrte d0, d1", 0, 0, 0x0008000000000000u, 0, 0x5fe6900000000000,
          0);
    ROW_D("frsqrte d0, d1", 0, 0, 0x0004000000000000u, 0, 0x5feff00000000000,
          0);
    ROW_D("frsqrte d0, d1", 0, 0, 0x0003ffffffffffffu, 0, 0x5ff0000000000000,
          0);
    ROW_D("frsqrte d0, d1", 0, 0, 0x8006000000000000u, 0, DDNAN, IOC);
    ROW_D("frsqrte d0, d1", 0, 0, DDEN, 0, 0x617ff00000000000, 0);
    ROW_D("frsqrte d0, d1", 0, 0, D0, 0, DINF, DZC);
    ROW_D("frsqrte d0, d1", 0, 0, D_0, 0, D_INF, DZC);
    ROW_D("frsqrte d0, d1", 0, 0, DINF, 0, D0, 0);
    ROW_D("frsqrte d0, d1", 0, 0, D_INF, 0, DDNAN, IOC);
    ROW_D("frsqrte d0, d1", 0, 0, DSN, 0, 0x7ff8000000000001, IOC);
    ROW_D("frsqrte d0, d1", 0, 0, D_QN, 0, D_QN, 0);
    ROW_D("frsqrte d0, d1", 0, 0, 0x3fc0000000000000u, 0, 0x4006900000000000,
          0);
    ROW_D("frsqrte d0, d1", 0, 0, 0x3fefffffffffffffu, 0, D1, 0);
    ROW_D("frsqrte d0, d1", 0, 0, 0x4010000000000000u, 0, 0x3fdff00000000000,
          0);
    ROW_D("frsqrte d0, d1", FPCR_FZ, 0, DDEN, 0, DINF, DZC | IDC);
    ROW_D("frsqrte d0, d1", FPCR_FZ, 0, DMAX, 0, 0x1ff0000000000000, 0);
    ROW_D("frsqrte d0, d1", FPCR_DN, 0, DQN, 0, DDNAN, 0);
}

static void frecpx_d(void)
{
    ROW_D("frecpx d0, d1", 0, 0, D1, 0, D2, 0);
    ROW_D("frecpx d0, d1", 0, 0, D2, 0, D1, 0);
    ROW_D("frecpx d0, d1", 0, 0, D3, 0, D1, 0);
    ROW_D("frecpx d0, d1", 0, 0, D1_5, 0, D2, 0);
    ROW_D("frecpx d0, d1", 0, 0, D1_NEXT, 0, D2, 0);
    ROW_D("frecpx d0, d1", 0, 0, 0x3fffffffffffffffu, 0, D2, 0);
    ROW_D("frecpx d0, d1", 0, 0, 0x405edd2f1a9fbe77u, 0, 0x3fa0000000000000, 0);
    ROW_D("frecpx d0, d1", 0, 0, 0xc05edd2f1a9fbe77u, 0, 0xbfa0000000000000, 0);
    ROW_D("frecpx d0, d1", 0, 0, DMIN, 0, 0x7fe0000000000000, 0);
    ROW_D("frecpx d0, d1", 0, 0, DMAX, 0, DMIN, 0);
    ROW_D("frecpx d0, d1", 0, 0, D_MAX, 0, D_MIN, 0);
    ROW_D("frecpx d0, d1", 0, 0, 0x7fd0000000000000u, 0, 0x20000000000000, 0);
    ROW_D("frecpx d0, d1", 0, 0, 0x7fdfffffffffffffu, 0, 0x20000000000000, 0);
    ROW_D("frecpx d0, d1", 0, 0, 0x7fe0000000000000u, 0, DMIN, 0);
    ROW_D("frecpx d0, d1", 0, 0, 0x0008000000000000u, 0, 0x7fe0000000000000, 0);
    ROW_D("frecpx d0, d1", 0, 0, 0x0004000000000000u, 0, 0x7fe0000000000000, 0);
    ROW_D("frecpx d0, d1", 0, 0, 0x0003ffffffffffffu, 0, 0x7fe0000000000000, 0);
    ROW_D("frecpx d0, d1", 0, 0, 0x8006000000000000u, 0, 0xffe0000000000000, 0);
    ROW_D("frecpx d0, d1", 0, 0, DDEN, 0, 0x7fe0000000000000, 0);
    ROW_D("frecpx d0, d1", 0, 0, D0, 0, 0x7fe0000000000000, 0);
    ROW_D("frecpx d0, d1", 0, 0, D_0, 0, 0xffe0000000000000, 0);
    ROW_D("frecpx d0, d1", 0, 0, DINF, 0, D0, 0);
    ROW_D("frecpx d0, d1", 0, 0, D_INF, 0, D_0, 0);
    ROW_D("frecpx d0, d1", 0, 0, DSN, 0, 0x7ff8000000000001, IOC);
    ROW_D("frecpx d0, d1", 0, 0, D_QN, 0, D_QN, 0);
    ROW_D("frecpx d0, d1", 0, 0, 0x3fc0000000000000u, 0, 0x4030000000000000, 0);
    ROW_D("frecpx d0, d1", 0, 0, 0x3fefffffffffffffu, 0, 0x4010000000000000, 0);
    ROW_D("frecpx d0, d1", 0, 0, 0x4010000000000000u, 0, 0x3fe0000000000000, 0);
    ROW_D("frecpx d0, d1", FPCR_FZ, 0, DDEN, 0, 0x7fe0000000000000, IDC);
    ROW_D("frecpx d0, d1", FPCR_FZ, 0, DMAX, 0, DMIN, 0);
    ROW_D("frecpx d0, d1", FPCR_DN, 0, DQN, 0, DDNAN, 0);
}

static void frecps_d(void)
{
    ROW_D("frecps d0, d1, d2", 0, 0, D1, D1, D1, 0);
    ROW_D("frecps d0, d1, d2", 0, 0, D2, D3, 0xc010000000000000, 0);
    ROW_D("frecps d0, d1, d2", 0, 0, D1_5, D1_NEXT, 0x3fdffffffffffffa, 0);
    ROW_D("frecps d0, d1, d2", 0, 0, D0, DINF, D2, 0);
    ROW_D("frecps d0, d1, d2", 0, 0, D_INF, D0, D2, 0);
    ROW_D("frecps d0, d1, d2", 0, 0, D_0, DINF, D2, 0);
    ROW_D("frecps d0, d1, d2", 0, 0, DINF, DINF, D_INF, 0);
    ROW_D("frecps d0, d1, d2", 0, 0, DINF, D_1, DINF, 0);
    ROW_D("frecps d0, d1, d2", 0, 0, DMAX, DMAX, D_INF, OFC | IXC);
    ROW_D("frecps d0, d1, d2", 0, 0, D_MAX, DMAX, DINF, OFC | IXC);
    ROW_D("frecps d0, d1, d2", 0, 0, DQN, DSN, 0x7ff8000000000001, IOC);
    ROW_D("frecps d0, d1, d2", 0, 0, DSN, DQN, 0xfff8000000000001, IOC);
    ROW_D("frecps d0, d1, d2", 0, 0, D_QN, D1, 0x7ff8000000000004, 0);
    ROW_D("frecps d0, d1, d2", 0, 0, D1, D_SN, 0xfff8000000000002, IOC);
    ROW_D("frecps d0, d1, d2", 0, 0, D0, D_0, D2, 0);
    ROW_D("frecps d0, d1, d2", 0, 0, DDEN, D1, D2, IXC);
    ROW_D("frecps d0, d1, d2", 0, 0, D3, D1_NEXT, 0xbff0000000000003, 0);
    ROW_D("frecps d0, d1, d2", FPCR_FZ, 0, DDEN, DINF, D2, IDC);
    ROW_D("frecps d0, d1, d2", FPCR_DN, 0, DQN, D1, DDNAN, 0);
}

static void frsqrts_d(void)
{
    ROW_D("frsqrts d0, d1, d2", 0, 0, D1, D1, D1, 0);
    ROW_D("frsqrts d0, d1, d2", 0, 0, D2, D3, 0xbff8000000000000, 0);
    ROW_D("frsqrts d0, d1, d2", 0, 0, D1_5, D1_NEXT, 0x3fe7fffffffffffe, IXC);
    ROW_D("frsqrts d0, d1, d2", 0, 0, D0, DINF, D1_5, 0);
    ROW_D("frsqrts d0, d1, d2", 0, 0, D_INF, D0, D1_5, 0);
    ROW_D("frsqrts d0, d1, d2", 0, 0, D_0, DINF, D1_5, 0);
    ROW_D("frsqrts d0, d1, d2", 0, 0, DINF, DINF, D_INF, 0);
    ROW_D("frsqrts d0, d1, d2", 0, 0, DINF, D_1, DINF, 0);
    ROW_D("frsqrts d0, d1, d2", 0, 0, DMAX, DMAX, D_INF, OFC | IXC);
    ROW_D("frsqrts d0, d1, d2", 0, 0, D_MAX, DMAX, DINF, OFC | IXC);
    ROW_D("frsqrts d0, d1, d2", 0, 0, DQN, DSN, 0x7ff8000000000001, IOC);
    ROW_D("frsqrts d0, d1, d2", 0, 0, DSN, DQN, 0xfff8000000000001, IOC);
    ROW_D("frsqrts d0, d1, d2", 0, 0, D_QN, D1, 0x7ff8000000000004, 0);
    ROW_D("frsqrts d0, d1, d2", 0, 0, D1, D_SN, 0xfff8000000000002, IOC);
    ROW_D("frsqrts d0, d1, d2", 0, 0, D0, D_0, D1_5, 0);
    ROW_D("frsqrts d0, d1, d2", 0, 0, DDEN, D1, D1_5, IXC);
    ROW_D("frsqrts d0, d1, d2", 0, 0, D3, D1_NEXT, 0xbcb8000000000000, 0);
    ROW_D("frsqrts d0, d1, d2", FPCR_FZ, 0, DDEN, DINF, D1_5, IDC);
    ROW_D("frsqrts d0, d1, d2", FPCR_DN, 0, DQN, D1, DDNAN, 0);
}

static void fmulx_d(void)
{
    ROW_D("fmulx d0, d1, d2", 0, 0, D1, D1, D1, 0);
    ROW_D("fmulx d0, d1, d2", 0, 0, D2, D3, 0x4018000000000000, 0);
    ROW_D("fmulx d0, d1, d2", 0, 0, D1_5, D1_NEXT, 0x3ff8000000000002, IXC);
    ROW_D("fmulx d0, d1, d2", 0, 0, D0, DINF, D2, 0);
    ROW_D("fmulx d0, d1, d2", 0, 0, D_INF, D0, 0xc000000000000000, 0);
    ROW_D("fmulx d0, d1, d2", 0, 0, D_0, DINF, 0xc000000000000000, 0);
    ROW_D("fmulx d0, d1, d2", 0, 0, DINF, DINF, DINF, 0);
    ROW_D("fmulx d0, d1, d2", 0, 0, DINF, D_1, D_INF, 0);
    ROW_D("fmulx d0, d1, d2", 0, 0, DMAX, DMAX, DINF, OFC | IXC);
    ROW_D("fmulx d0, d1, d2", 0, 0, D_MAX, DMAX, D_INF, OFC | IXC);
    ROW_D("fmulx d0, d1, d2", 0, 0, DQN, DSN, 0x7ff8000000000001, IOC);
    ROW_D("fmulx d0, d1, d2", 0, 0, DSN, DQN, 0x7ff8000000000001, IOC);
    ROW_D("fmulx d0, d1, d2", 0, 0, D_QN, D1, D_QN, 0);
    ROW_D("fmulx d0, d1, d2", 0, 0, D1, D_SN, 0xfff8000000000002, IOC);
    ROW_D("fmulx d0, d1, d2", 0, 0, D0, D_0, D_0, 0);
    ROW_D("fmulx d0, d1, d2", 0, 0, DDEN, D1, DDEN, 0);
    ROW_D("fmulx d0, d1, d2", 0, 0, D3, D1_NEXT, 0x4008000000000002, IXC);
    ROW_D("fmulx d0, d1, d2", FPCR_FZ, 0, DDEN, DINF, D2, IDC);
    ROW_D("fmulx d0, d1, d2", FPCR_DN, 0, DQN, D1, DDNAN, 0);
}

static void unsigned_estimates(void)
{
    ROW_Q("urecpe v0.4s, v1.4s", 0, VEC(1, 2),
          VEC(0x800000007fffffff, 0xffffffff80000001), VEC(0, 0),
          VEC(0xff800000ffffffff, 0x80000000ff800000), 0);
    ROW_Q("urecpe v0.2s, v1.2s", 0, VEC(1, 2),
          VEC(0x800000007fffffff, 0xffffffff80000001), VEC(0, 0),
          VEC(0x0, 0x80000000ff800000), 0);
    ROW_Q("urecpe v0.4s, v1.4s", 0, VEC(1, 2),
          VEC(0x3fffffff40000000, 0xc0000000bfffffff), VEC(0, 0),
          VEC(0xffffffffffffffff, 0xaa800000ab000000), 0);
    ROW_Q("urecpe v0.2s, v1.2s", 0, VEC(1, 2),
          VEC(0x3fffffff40000000, 0xc0000000bfffffff), VEC(0, 0),
          VEC(0x0, 0xaa800000ab000000), 0);
    ROW_Q("urecpe v0.4s, v1.4s", 0, VEC(1, 2),
          VEC(0x0000000012345678, 0x9abcdef0fedcba98), VEC(0, 0),
          VEC(0xffffffffffffffff, 0xd380000080800000), 0);
    ROW_Q("urecpe v0.2s, v1.2s", 0, VEC(1, 2),
          VEC(0x0000000012345678, 0x9abcdef0fedcba98), VEC(0, 0),
          VEC(0x0, 0xd380000080800000), 0);
    ROW_Q("ursqrte v0.4s, v1.4s", 0, VEC(1, 2),
          VEC(0x800000007fffffff, 0xffffffff80000001), VEC(0, 0),
          VEC(0xb4800000b5000000, 0x80000000b4800000), 0);
    ROW_Q("ursqrte v0.2s, v1.2s", 0, VEC(1, 2),
          VEC(0x800000007fffffff, 0xffffffff80000001), VEC(0, 0),
          VEC(0x0, 0x80000000b4800000), 0);
    ROW_Q("ursqrte v0.4s, v1.4s", 0, VEC(1, 2),
          VEC(0x3fffffff40000000, 0xc0000000bfffffff), VEC(0, 0),
          VEC(0xffffffffff800000, 0x9380000094000000), 0);
    ROW_Q("ursqrte v0.2s, v1.2s", 0, VEC(1, 2),
          VEC(0x3fffffff40000000, 0xc0000000bfffffff), VEC(0, 0),
          VEC(0x0, 0x9380000094000000), 0);
    ROW_Q("ursqrte v0.4s, v1.4s", 0, VEC(1, 2),
          VEC(0x0000000012345678, 0x9abcdef0fedcba98), VEC(0, 0),
          VEC(0xffffffffffffffff, 0xa500000080800000), 0);
    ROW_Q("ursqrte v0.2s, v1.2s", 0, VEC(1, 2),
          VEC(0x0000000012345678, 0x9abcdef0fedcba98), VEC(0, 0),
          VEC(0x0, 0xa500000080800000), 0);
}

int main(void)
{
    frecpe_s();
    frsqrte_s();
    frecpx_s();
    frecps_s();
    frsqrts_s();
    fmulx_s();
    frecpe_d();
    frsqrte_d();
    frecpx_d();
    frecps_d();
    frsqrts_d();
    fmulx_d();
    unsigned_estimates();
    return check_result();
}
