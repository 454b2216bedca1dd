// SPDX-License-Identifier: MIT
// build: -nostdlib -ffreestanding -fno-tree-vectorize -fno-tree-slp-vectorize
/* Results and exceptions of the four rounding modes; tininess is found before
 * rounding; FPCR.FZ flushes. */
#include "check-fp.h"

static void inexact_s(void)
{
    ROW_S("fdiv s0, s1, s2", FPCR_RN, 0, S1, S3, 0x3eaaaaab, IXC);
    ROW_S("fdiv s0, s1, s2", FPCR_RN, 0, S_1, S3, 0xbeaaaaab, IXC);
    ROW_S("fadd s0, s1, s2", FPCR_RN, 0, S1, SDEN, S1, IXC);
    ROW_S("fsub s0, s1, s2", FPCR_RN, 0, S1, SDEN, S1, IXC);
    ROW_S("fmul s0, s1, s2", FPCR_RN, 0, S1_NEXT, S1_NEXT, 0x3f800002, IXC);
    ROW_S("fsqrt s0, s1", FPCR_RN, 0, S2, 0, 0x3fb504f3, IXC);
    ROW_S("fdiv s0, s1, s2", FPCR_RP, 0, S1, S3, 0x3eaaaaab, IXC);
    ROW_S("fdiv s0, s1, s2", FPCR_RP, 0, S_1, S3, 0xbeaaaaaa, IXC);
    ROW_S("fadd s0, s1, s2", FPCR_RP, 0, S1, SDEN, S1_NEXT, IXC);
    ROW_S("fsub s0, s1, s2", FPCR_RP, 0, S1, SDEN, S1, IXC);
    ROW_S("fmul s0, s1, s2", FPCR_RP, 0, S1_NEXT, S1_NEXT, 0x3f800003, IXC);
    ROW_S("fsqrt s0, s1", FPCR_RP, 0, S2, 0, 0x3fb504f4, IXC);
    ROW_S("fdiv s0, s1, s2", FPCR_RM, 0, S1, S3, 0x3eaaaaaa, IXC);
    ROW_S("fdiv s0, s1, s2", FPCR_RM, 0, S_1, S3, 0xbeaaaaab, IXC);
    ROW_S("fadd s0, s1, s2", FPCR_RM, 0, S1, SDEN, S1, IXC);
    ROW_S("fsub s0, s1, s2", FPCR_RM, 0, S1, SDEN, 0x3f7fffff, IXC);
    ROW_S("fmul s0, s1, s2", FPCR_RM, 0, S1_NEXT, S1_NEXT, 0x3f800002, IXC);
    ROW_S("fsqrt s0, s1", FPCR_RM, 0, S2, 0, 0x3fb504f3, IXC);
    ROW_S("fdiv s0, s1, s2", FPCR_RZ, 0, S1, S3, 0x3eaaaaaa, IXC);
    ROW_S("fdiv s0, s1, s2", FPCR_RZ, 0, S_1, S3, 0xbeaaaaaa, IXC);
    ROW_S("fadd s0, s1, s2", FPCR_RZ, 0, S1, SDEN, S1, IXC);
    ROW_S("fsub s0, s1, s2", FPCR_RZ, 0, S1, SDEN, 0x3f7fffff, IXC);
    ROW_S("fmul s0, s1, s2", FPCR_RZ, 0, S1_NEXT, S1_NEXT, 0x3f800002, IXC);
    ROW_S("fsqrt s0, s1", FPCR_RZ, 0, S2, 0, 0x3fb504f3, IXC);
}

/* x - x is -0 only towards minus infinity. */
static void exact_zero_s(void)
{
    ROW_S("fsub s0, s1, s2", FPCR_RN, 0, S1, S1, S0, 0);
    ROW_S("fadd s0, s1, s2", FPCR_RN, 0, S0, S_0, S0, 0);
    ROW_S("fmadd s0, s1, s2, s0", FPCR_RN, S_1, S1, S1, S0, 0);
    ROW_S("fsub s0, s1, s2", FPCR_RP, 0, S1, S1, S0, 0);
    ROW_S("fadd s0, s1, s2", FPCR_RP, 0, S0, S_0, S0, 0);
    ROW_S("fmadd s0, s1, s2, s0", FPCR_RP, S_1, S1, S1, S0, 0);
    ROW_S("fsub s0, s1, s2", FPCR_RM, 0, S1, S1, S_0, 0);
    ROW_S("fadd s0, s1, s2", FPCR_RM, 0, S0, S_0, S_0, 0);
    ROW_S("fmadd s0, s1, s2, s0", FPCR_RM, S_1, S1, S1, S_0, 0);
    ROW_S("fsub s0, s1, s2", FPCR_RZ, 0, S1, S1, S0, 0);
    ROW_S("fadd s0, s1, s2", FPCR_RZ, 0, S0, S_0, S0, 0);
    ROW_S("fmadd s0, s1, s2, s0", FPCR_RZ, S_1, S1, S1, S0, 0);
}

/* Overflow gives infinity or the largest number. */
static void overflow_s(void)
{
    ROW_S("fadd s0, s1, s2", FPCR_RN, 0, SMAX, SMAX, SINF, OFC | IXC);
    ROW_S("fadd s0, s1, s2", FPCR_RN, 0, S_MAX, S_MAX, S_INF, OFC | IXC);
    ROW_S("fmul s0, s1, s2", FPCR_RN, 0, SMAX, S1_NEXT, SINF, OFC | IXC);
    ROW_S("fmadd s0, s1, s2, s0", FPCR_RN, SMAX, SMAX, S_1, S0, 0);
    ROW_S("fadd s0, s1, s2", FPCR_RP, 0, SMAX, SMAX, SINF, OFC | IXC);
    ROW_S("fadd s0, s1, s2", FPCR_RP, 0, S_MAX, S_MAX, S_MAX, OFC | IXC);
    ROW_S("fmul s0, s1, s2", FPCR_RP, 0, SMAX, S1_NEXT, SINF, OFC | IXC);
    ROW_S("fmadd s0, s1, s2, s0", FPCR_RP, SMAX, SMAX, S_1, S0, 0);
    ROW_S("fadd s0, s1, s2", FPCR_RM, 0, SMAX, SMAX, SMAX, OFC | IXC);
    ROW_S("fadd s0, s1, s2", FPCR_RM, 0, S_MAX, S_MAX, S_INF, OFC | IXC);
    ROW_S("fmul s0, s1, s2", FPCR_RM, 0, SMAX, S1_NEXT, SMAX, OFC | IXC);
    ROW_S("fmadd s0, s1, s2, s0", FPCR_RM, SMAX, SMAX, S_1, S_0, 0);
    ROW_S("fadd s0, s1, s2", FPCR_RZ, 0, SMAX, SMAX, SMAX, OFC | IXC);
    ROW_S("fadd s0, s1, s2", FPCR_RZ, 0, S_MAX, S_MAX, S_MAX, OFC | IXC);
    ROW_S("fmul s0, s1, s2", FPCR_RZ, 0, SMAX, S1_NEXT, SMAX, OFC | IXC);
    ROW_S("fmadd s0, s1, s2, s0", FPCR_RZ, SMAX, SMAX, S_1, S0, 0);
}

/* A result that rounds up to the smallest normal number was tiny. */
static void underflow_s(void)
{
    ROW_S("fmul s0, s1, s2", FPCR_RN, 0, SMIN, 0x3f7fffffu, SMIN, UFC | IXC);
    ROW_S("fmul s0, s1, s2", FPCR_RN, 0, S_MIN, 0x3f7fffffu, S_MIN, UFC | IXC);
    ROW_S("fmul s0, s1, s2", FPCR_RN, 0, SMIN, 0x3f000000u, 0x400000, 0);
    ROW_S("fmul s0, s1, s2", FPCR_RN, 0, SDEN, 0x3f000000u, S0, UFC | IXC);
    ROW_S("fdiv s0, s1, s2", FPCR_RN, 0, SDEN, S3, S0, UFC | IXC);
    ROW_S("fmul s0, s1, s2", FPCR_RN, 0, SMIN, SMIN, S0, UFC | IXC);
    ROW_S("fmadd s0, s1, s2, s0", FPCR_RN, S0, SMIN, 0x3f7fffffu, SMIN,
          UFC | IXC);
    /* exact: no underflow */
    ROW_S("fsub s0, s1, s2", FPCR_RN, 0, SMIN, SDEN, SDEN_MAX, 0);
    ROW_S("fmul s0, s1, s2", FPCR_RP, 0, SMIN, 0x3f7fffffu, SMIN, UFC | IXC);
    ROW_S("fmul s0, s1, s2", FPCR_RP, 0, S_MIN, 0x3f7fffffu, 0x807fffff,
          UFC | IXC);
    ROW_S("fmul s0, s1, s2", FPCR_RP, 0, SMIN, 0x3f000000u, 0x400000, 0);
    ROW_S("fmul s0, s1, s2", FPCR_RP, 0, SDEN, 0x3f000000u, SDEN, UFC | IXC);
    ROW_S("fdiv s0, s1, s2", FPCR_RP, 0, SDEN, S3, SDEN, UFC | IXC);
    ROW_S("fmul s0, s1, s2", FPCR_RP, 0, SMIN, SMIN, SDEN, UFC | IXC);
    ROW_S("fmadd s0, s1, s2, s0", FPCR_RP, S0, SMIN, 0x3f7fffffu, SMIN,
          UFC | IXC);
    ROW_S("fsub s0, s1, s2", FPCR_RP, 0, SMIN, SDEN, SDEN_MAX, 0);
    ROW_S("fmul s0, s1, s2", FPCR_RM, 0, SMIN, 0x3f7fffffu, SDEN_MAX,
          UFC | IXC);
    ROW_S("fmul s0, s1, s2", FPCR_RM, 0, S_MIN, 0x3f7fffffu, S_MIN, UFC | IXC);
    ROW_S("fmul s0, s1, s2", FPCR_RM, 0, SMIN, 0x3f000000u, 0x400000, 0);
    ROW_S("fmul s0, s1, s2", FPCR_RM, 0, SDEN, 0x3f000000u, S0, UFC | IXC);
    ROW_S("fdiv s0, s1, s2", FPCR_RM, 0, SDEN, S3, S0, UFC | IXC);
    ROW_S("fmul s0, s1, s2", FPCR_RM, 0, SMIN, SMIN, S0, UFC | IXC);
    ROW_S("fmadd s0, s1, s2, s0", FPCR_RM, S0, SMIN, 0x3f7fffffu, SDEN_MAX,
          UFC | IXC);
    ROW_S("fsub s0, s1, s2", FPCR_RM, 0, SMIN, SDEN, SDEN_MAX, 0);
    ROW_S("fmul s0, s1, s2", FPCR_RZ, 0, SMIN, 0x3f7fffffu, SDEN_MAX,
          UFC | IXC);
    ROW_S("fmul s0, s1, s2", FPCR_RZ, 0, S_MIN, 0x3f7fffffu, 0x807fffff,
          UFC | IXC);
    ROW_S("fmul s0, s1, s2", FPCR_RZ, 0, SMIN, 0x3f000000u, 0x400000, 0);
    ROW_S("fmul s0, s1, s2", FPCR_RZ, 0, SDEN, 0x3f000000u, S0, UFC | IXC);
    ROW_S("fdiv s0, s1, s2", FPCR_RZ, 0, SDEN, S3, S0, UFC | IXC);
    ROW_S("fmul s0, s1, s2", FPCR_RZ, 0, SMIN, SMIN, S0, UFC | IXC);
    ROW_S("fmadd s0, s1, s2, s0", FPCR_RZ, S0, SMIN, 0x3f7fffffu, SDEN_MAX,
          UFC | IXC);
    ROW_S("fsub s0, s1, s2", FPCR_RZ, 0, SMIN, SDEN, SDEN_MAX, 0);
}

/* FPCR.FZ: denormal operands raise IDC and are zero, tiny results raise UFC
 * only and are zero, before rounding. */
static void flush_s(void)
{
    ROW_S("fadd s0, s1, s2", FPCR_FZ, 0, SDEN, S1, S1, IDC);
    ROW_S("fadd s0, s1, s2", FPCR_FZ, 0, S_DEN, SDEN, S0, IDC);
    ROW_S("fmul s0, s1, s2", FPCR_FZ, 0, S_DEN, S1, S_0, IDC);
    ROW_S("fdiv s0, s1, s2", FPCR_FZ, 0, S1, SDEN, SINF, DZC | IDC);
    ROW_S("fdiv s0, s1, s2", FPCR_FZ, 0, SDEN, S_DEN, SDNAN, IOC | IDC);
    ROW_S("fsub s0, s1, s2", FPCR_FZ, 0, SMIN, SDEN, SMIN, IDC);
    ROW_S("fadd s0, s1, s2", FPCR_FZ, 0, SDEN, SQN, SQN, IDC);
    ROW_S("fadd s0, s1, s2", FPCR_FZ, 0, SSN, SDEN, 0x7fc00001, IOC | IDC);
    ROW_S("fmul s0, s1, s2", FPCR_FZ, 0, SMIN, 0x3f000000u, S0, UFC);
    ROW_S("fmul s0, s1, s2", FPCR_FZ, 0, S_MIN, 0x3f7fffffu, S_0, UFC);
    ROW_S("fsub s0, s1, s2", FPCR_FZ, 0, S_MIN, S_DEN, S_MIN, IDC);
    ROW_S("fmul s0, s1, s2", FPCR_FZ, 0, SINF, SDEN, SDNAN, IOC | IDC);
    ROW_S("fmadd s0, s1, s2, s0", FPCR_FZ, SDEN, S1, S1, S1, IDC);
    ROW_S("fmadd s0, s1, s2, s0", FPCR_FZ, S0, SMIN, 0x3f7fffffu, S0, UFC);
    ROW_S("fmadd s0, s1, s2, s0", FPCR_FZ, SDEN, S0, SINF, SDNAN, IOC | IDC);
    ROW_S("fsqrt s0, s1", FPCR_FZ, 0, SDEN, 0, S0, IDC);
    ROW_S("fsqrt s0, s1", FPCR_FZ, 0, S_DEN, 0, S_0, IDC);
    ROW_S("fabs s0, s1", FPCR_FZ, 0, S_DEN, 0, SDEN, 0);
    ROW_S("fmul s0, s1, s2", FPCR_FZ | FPCR_RP, 0, SMIN, SMIN, S0, UFC);
    ROW_S("fmul s0, s1, s2", FPCR_FZ | FPCR_DN, 0, SDEN, SSN, SDNAN, IOC | IDC);
}

static void inexact_d(void)
{
    ROW_D("fdiv d0, d1, d2", FPCR_RN, 0, D1, D3, 0x3fd5555555555555, IXC);
    ROW_D("fdiv d0, d1, d2", FPCR_RN, 0, D_1, D3, 0xbfd5555555555555, IXC);
    ROW_D("fadd d0, d1, d2", FPCR_RN, 0, D1, DDEN, D1, IXC);
    ROW_D("fsub d0, d1, d2", FPCR_RN, 0, D1, DDEN, D1, IXC);
    ROW_D("fmul d0, d1, d2", FPCR_RN, 0, D1_NEXT, D1_NEXT, 0x3ff0000000000002,
          IXC);
    ROW_D("fsqrt d0, d1", FPCR_RN, 0, D2, 0, 0x3ff6a09e667f3bcd, IXC);
    ROW_D("fdiv d0, d1, d2", FPCR_RP, 0, D1, D3, 0x3fd5555555555556, IXC);
    ROW_D("fdiv d0, d1, d2", FPCR_RP, 0, D_1, D3, 0xbfd5555555555555, IXC);
    ROW_D("fadd d0, d1, d2", FPCR_RP, 0, D1, DDEN, D1_NEXT, IXC);
    ROW_D("fsub d0, d1, d2", FPCR_RP, 0, D1, DDEN, D1, IXC);
    ROW_D("fmul d0, d1, d2", FPCR_RP, 0, D1_NEXT, D1_NEXT, 0x3ff0000000000003,
          IXC);
    ROW_D("fsqrt d0, d1", FPCR_RP, 0, D2, 0, 0x3ff6a09e667f3bcd, IXC);
    ROW_D("fdiv d0, d1, d2", FPCR_RM, 0, D1, D3, 0x3fd5555555555555, IXC);
    ROW_D("fdiv d0, d1, d2", FPCR_RM, 0, D_1, D3, 0xbfd5555555555556, IXC);
    ROW_D("fadd d0, d1, d2", FPCR_RM, 0, D1, DDEN, D1, IXC);
    ROW_D("fsub d0, d1, d2", FPCR_RM, 0, D1, DDEN, 0x3fefffffffffffff, IXC);
    ROW_D("fmul d0, d1, d2", FPCR_RM, 0, D1_NEXT, D1_NEXT, 0x3ff0000000000002,
          IXC);
    ROW_D("fsqrt d0, d1", FPCR_RM, 0, D2, 0, 0x3ff6a09e667f3bcc, IXC);
    ROW_D("fdiv d0, d1, d2", FPCR_RZ, 0, D1, D3, 0x3fd5555555555555, IXC);
    ROW_D("fdiv d0, d1, d2", FPCR_RZ, 0, D_1, D3, 0xbfd5555555555555, IXC);
    ROW_D("fadd d0, d1, d2", FPCR_RZ, 0, D1, DDEN, D1, IXC);
    ROW_D("fsub d0, d1, d2", FPCR_RZ, 0, D1, DDEN, 0x3fefffffffffffff, IXC);
    ROW_D("fmul d0, d1, d2", FPCR_RZ, 0, D1_NEXT, D1_NEXT, 0x3ff0000000000002,
          IXC);
    ROW_D("fsqrt d0, d1", FPCR_RZ, 0, D2, 0, 0x3ff6a09e667f3bcc, IXC);
}

/* x - x is -0 only towards minus infinity. */
static void exact_zero_d(void)
{
    ROW_D("fsub d0, d1, d2", FPCR_RN, 0, D1, D1, D0, 0);
    ROW_D("fadd d0, d1, d2", FPCR_RN, 0, D0, D_0, D0, 0);
    ROW_D("fmadd d0, d1, d2, d0", FPCR_RN, D_1, D1, D1, D0, 0);
    ROW_D("fsub d0, d1, d2", FPCR_RP, 0, D1, D1, D0, 0);
    ROW_D("fadd d0, d1, d2", FPCR_RP, 0, D0, D_0, D0, 0);
    ROW_D("fmadd d0, d1, d2, d0", FPCR_RP, D_1, D1, D1, D0, 0);
    ROW_D("fsub d0, d1, d2", FPCR_RM, 0, D1, D1, D_0, 0);
    ROW_D("fadd d0, d1, d2", FPCR_RM, 0, D0, D_0, D_0, 0);
    ROW_D("fmadd d0, d1, d2, d0", FPCR_RM, D_1, D1, D1, D_0, 0);
    ROW_D("fsub d0, d1, d2", FPCR_RZ, 0, D1, D1, D0, 0);
    ROW_D("fadd d0, d1, d2", FPCR_RZ, 0, D0, D_0, D0, 0);
    ROW_D("fmadd d0, d1, d2, d0", FPCR_RZ, D_1, D1, D1, D0, 0);
}

/* Overflow gives infinity or the largest number. */
static void overflow_d(void)
{
    ROW_D("fadd d0, d1, d2", FPCR_RN, 0, DMAX, DMAX, DINF, OFC | IXC);
    ROW_D("fadd d0, d1, d2", FPCR_RN, 0, D_MAX, D_MAX, D_INF, OFC | IXC);
    ROW_D("fmul d0, d1, d2", FPCR_RN, 0, DMAX, D1_NEXT, DINF, OFC | IXC);
    ROW_D("fmadd d0, d1, d2, d0", FPCR_RN, DMAX, DMAX, D_1, D0, 0);
    ROW_D("fadd d0, d1, d2", FPCR_RP, 0, DMAX, DMAX, DINF, OFC | IXC);
    ROW_D("fadd d0, d1, d2", FPCR_RP, 0, D_MAX, D_MAX, D_MAX, OFC | IXC);
    ROW_D("fmul d0, d1, d2", FPCR_RP, 0, DMAX, D1_NEXT, DINF, OFC | IXC);
    ROW_D("fmadd d0, d1, d2, d0", FPCR_RP, DMAX, DMAX, D_1, D0, 0);
    ROW_D("fadd d0, d1, d2", FPCR_RM, 0, DMAX, DMAX, DMAX, OFC | IXC);
    ROW_D("fadd d0, d1, d2", FPCR_RM, 0, D_MAX, D_MAX, D_INF, OFC | IXC);
    ROW_D("fmul d0, d1, d2", FPCR_RM, 0, DMAX, D1_NEXT, DMAX, OFC | IXC);
    ROW_D("fmadd d0, d1, d2, d0", FPCR_RM, DMAX, DMAX, D_1, D_0, 0);
    ROW_D("fadd d0, d1, d2", FPCR_RZ, 0, DMAX, DMAX, DMAX, OFC | IXC);
    ROW_D("fadd d0, d1, d2", FPCR_RZ, 0, D_MAX, D_MAX, D_MAX, OFC | IXC);
    ROW_D("fmul d0, d1, d2", FPCR_RZ, 0, DMAX, D1_NEXT, DMAX, OFC | IXC);
    ROW_D("fmadd d0, d1, d2, d0", FPCR_RZ, DMAX, DMAX, D_1, D0, 0);
}

/* A result that rounds up to the smallest normal number was tiny. */
static void underflow_d(void)
{
    ROW_D("fmul d0, d1, d2", FPCR_RN, 0, DMIN, 0x3fefffffffffffffu, DMIN,
          UFC | IXC);
    ROW_D("fmul d0, d1, d2", FPCR_RN, 0, D_MIN, 0x3fefffffffffffffu, D_MIN,
          UFC | IXC);
    ROW_D("fmul d0, d1, d2", FPCR_RN, 0, DMIN, 0x3fe0000000000000u,
          0x8000000000000, 0);
    ROW_D("fmul d0, d1, d2", FPCR_RN, 0, DDEN, 0x3fe0000000000000u, D0,
          UFC | IXC);
    ROW_D("fdiv d0, d1, d2", FPCR_RN, 0, DDEN, D3, D0, UFC | IXC);
    ROW_D("fmul d0, d1, d2", FPCR_RN, 0, DMIN, DMIN, D0, UFC | IXC);
    ROW_D("fmadd d0, d1, d2, d0", FPCR_RN, D0, DMIN, 0x3fefffffffffffffu, DMIN,
          UFC | IXC);
    /* exact: no underflow */
    ROW_D("fsub d0, d1, d2", FPCR_RN, 0, DMIN, DDEN, DDEN_MAX, 0);
    ROW_D("fmul d0, d1, d2", FPCR_RP, 0, DMIN, 0x3fefffffffffffffu, DMIN,
          UFC | IXC);
    ROW_D("fmul d0, d1, d2", FPCR_RP, 0, D_MIN, 0x3fefffffffffffffu,
          0x800fffffffffffff, UFC | IXC);
    ROW_D("fmul d0, d1, d2", FPCR_RP, 0, DMIN, 0x3fe0000000000000u,
          0x8000000000000, 0);
    ROW_D("fmul d0, d1, d2", FPCR_RP, 0, DDEN, 0x3fe0000000000000u, DDEN,
          UFC | IXC);
    ROW_D("fdiv d0, d1, d2", FPCR_RP, 0, DDEN, D3, DDEN, UFC | IXC);
    ROW_D("fmul d0, d1, d2", FPCR_RP, 0, DMIN, DMIN, DDEN, UFC | IXC);
    ROW_D("fmadd d0, d1, d2, d0", FPCR_RP, D0, DMIN, 0x3fefffffffffffffu, DMIN,
          UFC | IXC);
    ROW_D("fsub d0, d1, d2", FPCR_RP, 0, DMIN, DDEN, DDEN_MAX, 0);
    ROW_D("fmul d0, d1, d2", FPCR_RM, 0, DMIN, 0x3fefffffffffffffu, DDEN_MAX,
          UFC | IXC);
    ROW_D("fmul d0, d1, d2", FPCR_RM, 0, D_MIN, 0x3fefffffffffffffu, D_MIN,
          UFC | IXC);
    ROW_D("fmul d0, d1, d2", FPCR_RM, 0, DMIN, 0x3fe0000000000000u,
          0x8000000000000, 0);
    ROW_D("fmul d0, d1, d2", FPCR_RM, 0, DDEN, 0x3fe0000000000000u, D0,
          UFC | IXC);
    ROW_D("fdiv d0, d1, d2", FPCR_RM, 0, DDEN, D3, D0, UFC | IXC);
    ROW_D("fmul d0, d1, d2", FPCR_RM, 0, DMIN, DMIN, D0, UFC | IXC);
    ROW_D("fmadd d0, d1, d2, d0", FPCR_RM, D0, DMIN, 0x3fefffffffffffffu,
          DDEN_MAX, UFC | IXC);
    ROW_D("fsub d0, d1, d2", FPCR_RM, 0, DMIN, DDEN, DDEN_MAX, 0);
    ROW_D("fmul d0, d1, d2", FPCR_RZ, 0, DMIN, 0x3fefffffffffffffu, DDEN_MAX,
          UFC | IXC);
    ROW_D("fmul d0, d1, d2", FPCR_RZ, 0, D_MIN, 0x3fefffffffffffffu,
          0x800fffffffffffff, UFC | IXC);
    ROW_D("fmul d0, d1, d2", FPCR_RZ, 0, DMIN, 0x3fe0000000000000u,
          0x8000000000000, 0);
    ROW_D("fmul d0, d1, d2", FPCR_RZ, 0, DDEN, 0x3fe0000000000000u, D0,
          UFC | IXC);
    ROW_D("fdiv d0, d1, d2", FPCR_RZ, 0, DDEN, D3, D0, UFC | IXC);
    ROW_D("fmul d0, d1, d2", FPCR_RZ, 0, DMIN, DMIN, D0, UFC | IXC);
    ROW_D("fmadd d0, d1, d2, d0", FPCR_RZ, D0, DMIN, 0x3fefffffffffffffu,
          DDEN_MAX, UFC | IXC);
    ROW_D("fsub d0, d1, d2", FPCR_RZ, 0, DMIN, DDEN, DDEN_MAX, 0);
}

/* FPCR.FZ: denormal operands raise IDC and are zero, tiny results raise UFC
 * only and are zero, before rounding. */
static void flush_d(void)
{
    ROW_D("fadd d0, d1, d2", FPCR_FZ, 0, DDEN, D1, D1, IDC);
    ROW_D("fadd d0, d1, d2", FPCR_FZ, 0, D_DEN, DDEN, D0, IDC);
    ROW_D("fmul d0, d1, d2", FPCR_FZ, 0, D_DEN, D1, D_0, IDC);
    ROW_D("fdiv d0, d1, d2", FPCR_FZ, 0, D1, DDEN, DINF, DZC | IDC);
    ROW_D("fdiv d0, d1, d2", FPCR_FZ, 0, DDEN, D_DEN, DDNAN, IOC | IDC);
    ROW_D("fsub d0, d1, d2", FPCR_FZ, 0, DMIN, DDEN, DMIN, IDC);
    ROW_D("fadd d0, d1, d2", FPCR_FZ, 0, DDEN, DQN, DQN, IDC);
    ROW_D("fadd d0, d1, d2", FPCR_FZ, 0, DSN, DDEN, 0x7ff8000000000001,
          IOC | IDC);
    ROW_D("fmul d0, d1, d2", FPCR_FZ, 0, DMIN, 0x3fe0000000000000u, D0, UFC);
    ROW_D("fmul d0, d1, d2", FPCR_FZ, 0, D_MIN, 0x3fefffffffffffffu, D_0, UFC);
    ROW_D("fsub d0, d1, d2", FPCR_FZ, 0, D_MIN, D_DEN, D_MIN, IDC);
    ROW_D("fmul d0, d1, d2", FPCR_FZ, 0, DINF, DDEN, DDNAN, IOC | IDC);
    ROW_D("fmadd d0, d1, d2, d0", FPCR_FZ, DDEN, D1, D1, D1, IDC);
    ROW_D("fmadd d0, d1, d2, d0", FPCR_FZ, D0, DMIN, 0x3fefffffffffffffu, D0,
          UFC);
    ROW_D("fmadd d0, d1, d2, d0", FPCR_FZ, DDEN, D0, DINF, DDNAN, IOC | IDC);
    ROW_D("fsqrt d0, d1", FPCR_FZ, 0, DDEN, 0, D0, IDC);
    ROW_D("fsqrt d0, d1", FPCR_FZ, 0, D_DEN, 0, D_0, IDC);
    ROW_D("fabs d0, d1", FPCR_FZ, 0, D_DEN, 0, DDEN, 0);
    ROW_D("fmul d0, d1, d2", FPCR_FZ | FPCR_RP, 0, DMIN, DMIN, D0, UFC);
    ROW_D("fmul d0, d1, d2", FPCR_FZ | FPCR_DN, 0, DDEN, DSN, DDNAN, IOC | IDC);
}

int main(void)
{
    inexact_s();
    exact_zero_s();
    overflow_s();
    underflow_s();
    flush_s();
    inexact_d();
    exact_zero_d();
    overflow_d();
    underflow_d();
    flush_d();
    return check_result();
}
