// SPDX-License-Identifier: MIT
// build: -nostdlib -ffreestanding -fno-tree-vectorize -fno-tree-slp-vectorize
/* FixedToFP(): all 64 bits count, rounded as FPCR says; fixed point. */
#include "check-fp.h"

static void from_w_s_s(void)
{
    ROW_XV("scvtf s0, w9", 0, 0, S0, 0);
    ROW_XV("scvtf s0, w9", 0, 1, S1, 0);
    ROW_XV("scvtf s0, w9", 0, -1, S_1, 0);
    ROW_XV("scvtf s0, w9", 0, 0x7fffffff, 0x4f000000, IXC);
    ROW_XV("scvtf s0, w9", 0, 0x80000000, 0xcf000000, 0);
    ROW_XV("scvtf s0, w9", 0, 0xffffffff, S_1, 0);
    ROW_XV("scvtf s0, w9", 0, 0x1000001, 0x4b800000, IXC);
    ROW_XV("scvtf s0, w9", 0, 0x1000003, 0x4b800002, IXC);
    ROW_XV("scvtf s0, w9", 0, -0x1000001, 0xcb800000, IXC);
    ROW_XV("scvtf s0, w9", 0, INT64_MAX, S_1, 0);
    ROW_XV("scvtf s0, w9", 0, INT64_MIN, S0, 0);
    ROW_XV("scvtf s0, w9", 0, -1025, 0xc4802000, 0);
    ROW_XV("scvtf s0, w9", 0, 0xfffffffffffffbff, 0xc4802000, 0);
    ROW_XV("scvtf s0, w9", 0, 0xfffffffffffffc00, 0xc4800000, 0);
    ROW_XV("scvtf s0, w9", 0, 0x8000008000000001, S1, 0);
    ROW_XV("scvtf s0, w9", 0, 0x8000008000000000, S0, 0);
    ROW_XV("scvtf s0, w9", 0, 0x4000004000000001, S1, 0);
    ROW_XV("scvtf s0, w9", 0, 0x20000000000001, S1, 0);
    ROW_XV("scvtf s0, w9", 0, 0x7fffff4000000001, S1, 0);
}

static void from_x_s_s(void)
{
    ROW_XV("scvtf s0, x9", 0, 0, S0, 0);
    ROW_XV("scvtf s0, x9", 0, 1, S1, 0);
    ROW_XV("scvtf s0, x9", 0, -1, S_1, 0);
    ROW_XV("scvtf s0, x9", 0, 0x7fffffff, 0x4f000000, IXC);
    ROW_XV("scvtf s0, x9", 0, 0x80000000, 0x4f000000, 0);
    ROW_XV("scvtf s0, x9", 0, 0xffffffff, 0x4f800000, IXC);
    ROW_XV("scvtf s0, x9", 0, 0x1000001, 0x4b800000, IXC);
    ROW_XV("scvtf s0, x9", 0, 0x1000003, 0x4b800002, IXC);
    ROW_XV("scvtf s0, x9", FPCR_RN, -0x1000001, 0xcb800000, IXC);
    ROW_XV("scvtf s0, x9", FPCR_RP, -0x1000001, 0xcb800000, IXC);
    ROW_XV("scvtf s0, x9", FPCR_RM, -0x1000001, 0xcb800001, IXC);
    ROW_XV("scvtf s0, x9", FPCR_RZ, -0x1000001, 0xcb800000, IXC);
    ROW_XV("scvtf s0, x9", FPCR_RN, INT64_MAX, 0x5f000000, IXC);
    ROW_XV("scvtf s0, x9", FPCR_RP, INT64_MAX, 0x5f000000, IXC);
    ROW_XV("scvtf s0, x9", FPCR_RM, INT64_MAX, 0x5effffff, IXC);
    ROW_XV("scvtf s0, x9", FPCR_RZ, INT64_MAX, 0x5effffff, IXC);
    ROW_XV("scvtf s0, x9", 0, INT64_MIN, 0xdf000000, 0);
    ROW_XV("scvtf s0, x9", FPCR_RN, -1025, 0xc4802000, 0);
    ROW_XV("scvtf s0, x9", FPCR_RP, -1025, 0xc4802000, 0);
    ROW_XV("scvtf s0, x9", FPCR_RM, -1025, 0xc4802000, 0);
    ROW_XV("scvtf s0, x9", FPCR_RZ, -1025, 0xc4802000, 0);
    ROW_XV("scvtf s0, x9", FPCR_RN, 0xfffffffffffffbff, 0xc4802000, 0);
    ROW_XV("scvtf s0, x9", FPCR_RP, 0xfffffffffffffbff, 0xc4802000, 0);
    ROW_XV("scvtf s0, x9", FPCR_RM, 0xfffffffffffffbff, 0xc4802000, 0);
    ROW_XV("scvtf s0, x9", FPCR_RZ, 0xfffffffffffffbff, 0xc4802000, 0);
    ROW_XV("scvtf s0, x9", 0, 0xfffffffffffffc00, 0xc4800000, 0);
    ROW_XV("scvtf s0, x9", 0, 0x8000008000000001, 0xdeffffff, IXC);
    ROW_XV("scvtf s0, x9", 0, 0x8000008000000000, 0xdeffffff, 0);
    ROW_XV("scvtf s0, x9", FPCR_RN, 0x4000004000000001, 0x5e800001, IXC);
    ROW_XV("scvtf s0, x9", FPCR_RP, 0x4000004000000001, 0x5e800001, IXC);
    ROW_XV("scvtf s0, x9", FPCR_RM, 0x4000004000000001, 0x5e800000, IXC);
    ROW_XV("scvtf s0, x9", FPCR_RZ, 0x4000004000000001, 0x5e800000, IXC);
    ROW_XV("scvtf s0, x9", FPCR_RN, 0x20000000000001, 0x5a000000, IXC);
    ROW_XV("scvtf s0, x9", FPCR_RP, 0x20000000000001, 0x5a000001, IXC);
    ROW_XV("scvtf s0, x9", FPCR_RM, 0x20000000000001, 0x5a000000, IXC);
    ROW_XV("scvtf s0, x9", FPCR_RZ, 0x20000000000001, 0x5a000000, IXC);
    ROW_XV("scvtf s0, x9", 0, 0x7fffff4000000001, 0x5effffff, IXC);
}

static void from_w_u_s(void)
{
    ROW_XV("ucvtf s0, w9", 0, 0, S0, 0);
    ROW_XV("ucvtf s0, w9", 0, 1, S1, 0);
    ROW_XV("ucvtf s0, w9", 0, -1, 0x4f800000, IXC);
    ROW_XV("ucvtf s0, w9", 0, 0x7fffffff, 0x4f000000, IXC);
    ROW_XV("ucvtf s0, w9", 0, 0x80000000, 0x4f000000, 0);
    ROW_XV("ucvtf s0, w9", 0, 0xffffffff, 0x4f800000, IXC);
    ROW_XV("ucvtf s0, w9", 0, 0x1000001, 0x4b800000, IXC);
    ROW_XV("ucvtf s0, w9", 0, 0x1000003, 0x4b800002, IXC);
    ROW_XV("ucvtf s0, w9", 0, -0x1000001, 0x4f7f0000, IXC);
    ROW_XV("ucvtf s0, w9", 0, INT64_MAX, 0x4f800000, IXC);
    ROW_XV("ucvtf s0, w9", 0, INT64_MIN, S0, 0);
    ROW_XV("ucvtf s0, w9", 0, -1025, 0x4f7ffffc, IXC);
    ROW_XV("ucvtf s0, w9", 0, 0xfffffffffffffbff, 0x4f7ffffc, IXC);
    ROW_XV("ucvtf s0, w9", 0, 0xfffffffffffffc00, 0x4f7ffffc, 0);
    ROW_XV("ucvtf s0, w9", 0, 0x8000008000000001, S1, 0);
    ROW_XV("ucvtf s0, w9", 0, 0x8000008000000000, S0, 0);
    ROW_XV("ucvtf s0, w9", 0, 0x4000004000000001, S1, 0);
    ROW_XV("ucvtf s0, w9", 0, 0x20000000000001, S1, 0);
    ROW_XV("ucvtf s0, w9", 0, 0x7fffff4000000001, S1, 0);
}

static void from_x_u_s(void)
{
    ROW_XV("ucvtf s0, x9", 0, 0, S0, 0);
    ROW_XV("ucvtf s0, x9", 0, 1, S1, 0);
    ROW_XV("ucvtf s0, x9", 0, -1, 0x5f800000, IXC);
    ROW_XV("ucvtf s0, x9", 0, 0x7fffffff, 0x4f000000, IXC);
    ROW_XV("ucvtf s0, x9", 0, 0x80000000, 0x4f000000, 0);
    ROW_XV("ucvtf s0, x9", 0, 0xffffffff, 0x4f800000, IXC);
    ROW_XV("ucvtf s0, x9", 0, 0x1000001, 0x4b800000, IXC);
    ROW_XV("ucvtf s0, x9", 0, 0x1000003, 0x4b800002, IXC);
    ROW_XV("ucvtf s0, x9", FPCR_RN, -0x1000001, 0x5f800000, IXC);
    ROW_XV("ucvtf s0, x9", FPCR_RP, -0x1000001, 0x5f800000, IXC);
    ROW_XV("ucvtf s0, x9", FPCR_RM, -0x1000001, 0x5f7fffff, IXC);
    ROW_XV("ucvtf s0, x9", FPCR_RZ, -0x1000001, 0x5f7fffff, IXC);
    ROW_XV("ucvtf s0, x9", FPCR_RN, INT64_MAX, 0x5f000000, IXC);
    ROW_XV("ucvtf s0, x9", FPCR_RP, INT64_MAX, 0x5f000000, IXC);
    ROW_XV("ucvtf s0, x9", FPCR_RM, INT64_MAX, 0x5effffff, IXC);
    ROW_XV("ucvtf s0, x9", FPCR_RZ, INT64_MAX, 0x5effffff, IXC);
    ROW_XV("ucvtf s0, x9", 0, INT64_MIN, 0x5f000000, 0);
    ROW_XV("ucvtf s0, x9", FPCR_RN, -1025, 0x5f800000, IXC);
    ROW_XV("ucvtf s0, x9", FPCR_RP, -1025, 0x5f800000, IXC);
    ROW_XV("ucvtf s0, x9", FPCR_RM, -1025, 0x5f7fffff, IXC);
    ROW_XV("ucvtf s0, x9", FPCR_RZ, -1025, 0x5f7fffff, IXC);
    ROW_XV("ucvtf s0, x9", FPCR_RN, 0xfffffffffffffbff, 0x5f800000, IXC);
    ROW_XV("ucvtf s0, x9", FPCR_RP, 0xfffffffffffffbff, 0x5f800000, IXC);
    ROW_XV("ucvtf s0, x9", FPCR_RM, 0xfffffffffffffbff, 0x5f7fffff, IXC);
    ROW_XV("ucvtf s0, x9", FPCR_RZ, 0xfffffffffffffbff, 0x5f7fffff, IXC);
    ROW_XV("ucvtf s0, x9", 0, 0xfffffffffffffc00, 0x5f800000, IXC);
    ROW_XV("ucvtf s0, x9", 0, 0x8000008000000001, 0x5f000001, IXC);
    ROW_XV("ucvtf s0, x9", 0, 0x8000008000000000, 0x5f000000, IXC);
    ROW_XV("ucvtf s0, x9", FPCR_RN, 0x4000004000000001, 0x5e800001, IXC);
    ROW_XV("ucvtf s0, x9", FPCR_RP, 0x4000004000000001, 0x5e800001, IXC);
    ROW_XV("ucvtf s0, x9", FPCR_RM, 0x4000004000000001, 0x5e800000, IXC);
    ROW_XV("ucvtf s0, x9", FPCR_RZ, 0x4000004000000001, 0x5e800000, IXC);
    ROW_XV("ucvtf s0, x9", FPCR_RN, 0x20000000000001, 0x5a000000, IXC);
    ROW_XV("ucvtf s0, x9", FPCR_RP, 0x20000000000001, 0x5a000001, IXC);
    ROW_XV("ucvtf s0, x9", FPCR_RM, 0x20000000000001, 0x5a000000, IXC);
    ROW_XV("ucvtf s0, x9", FPCR_RZ, 0x20000000000001, 0x5a000000, IXC);
    ROW_XV("ucvtf s0, x9", 0, 0x7fffff4000000001, 0x5effffff, IXC);
}

static void fixed_s(void)
{
    ROW_XV("scvtf s0, w9, #32", 0, 0, S0, 0);
    ROW_XV("scvtf s0, w9, #32", 0, 1, 0x2f800000, 0);
    ROW_XV("scvtf s0, w9, #32", 0, -1, 0xaf800000, 0);
    ROW_XV("scvtf s0, w9, #32", 0, INT64_MIN, S0, 0);
    ROW_XV("scvtf s0, w9, #32", 0, 0x123456789abcdef0, 0xbeca8642, IXC);
    ROW_XV("ucvtf s0, w9, #1", 0, 0, S0, 0);
    ROW_XV("ucvtf s0, w9, #1", 0, 1, 0x3f000000, 0);
    ROW_XV("ucvtf s0, w9, #1", 0, -1, 0x4f000000, IXC);
    ROW_XV("ucvtf s0, w9, #1", 0, INT64_MIN, S0, 0);
    ROW_XV("ucvtf s0, w9, #1", 0, 0x123456789abcdef0, 0x4e9abcdf, IXC);
    ROW_XV("scvtf s0, x9, #64", 0, 0, S0, 0);
    ROW_XV("scvtf s0, x9, #64", 0, 1, 0x1f800000, 0);
    ROW_XV("scvtf s0, x9, #64", 0, -1, 0x9f800000, 0);
    ROW_XV("scvtf s0, x9, #64", 0, INT64_MIN, 0xbf000000, 0);
    ROW_XV("scvtf s0, x9, #64", 0, 0x123456789abcdef0, 0x3d91a2b4, IXC);
    ROW_XV("ucvtf s0, x9, #63", 0, 0, S0, 0);
    ROW_XV("ucvtf s0, x9, #63", 0, 1, 0x20000000, 0);
    ROW_XV("ucvtf s0, x9, #63", 0, -1, S2, IXC);
    ROW_XV("ucvtf s0, x9, #63", 0, INT64_MIN, S1, 0);
    ROW_XV("ucvtf s0, x9, #63", 0, 0x123456789abcdef0, 0x3e11a2b4, IXC);
    ROW_XV("scvtf s0, x9, #7", 0, 0, S0, 0);
    ROW_XV("scvtf s0, x9, #7", 0, 1, 0x3c000000, 0);
    ROW_XV("scvtf s0, x9, #7", 0, -1, 0xbc000000, 0);
    ROW_XV("scvtf s0, x9, #7", 0, INT64_MIN, 0xdb800000, 0);
    ROW_XV("scvtf s0, x9, #7", 0, 0x123456789abcdef0, 0x5a11a2b4, IXC);
}

static void from_w_s_d(void)
{
    ROW_XV("scvtf d0, w9", 0, 0, D0, 0);
    ROW_XV("scvtf d0, w9", 0, 1, D1, 0);
    ROW_XV("scvtf d0, w9", 0, -1, D_1, 0);
    ROW_XV("scvtf d0, w9", 0, 0x7fffffff, 0x41dfffffffc00000, 0);
    ROW_XV("scvtf d0, w9", 0, 0x80000000, 0xc1e0000000000000, 0);
    ROW_XV("scvtf d0, w9", 0, 0xffffffff, D_1, 0);
    ROW_XV("scvtf d0, w9", 0, 0x1000001, 0x4170000010000000, 0);
    ROW_XV("scvtf d0, w9", 0, 0x1000003, 0x4170000030000000, 0);
    ROW_XV("scvtf d0, w9", 0, -0x1000001, 0xc170000010000000, 0);
    ROW_XV("scvtf d0, w9", 0, INT64_MAX, D_1, 0);
    ROW_XV("scvtf d0, w9", 0, INT64_MIN, D0, 0);
    ROW_XV("scvtf d0, w9", 0, -1025, 0xc090040000000000, 0);
    ROW_XV("scvtf d0, w9", 0, 0xfffffffffffffbff, 0xc090040000000000, 0);
    ROW_XV("scvtf d0, w9", 0, 0xfffffffffffffc00, 0xc090000000000000, 0);
    ROW_XV("scvtf d0, w9", 0, 0x8000008000000001, D1, 0);
    ROW_XV("scvtf d0, w9", 0, 0x8000008000000000, D0, 0);
    ROW_XV("scvtf d0, w9", 0, 0x4000004000000001, D1, 0);
    ROW_XV("scvtf d0, w9", 0, 0x20000000000001, D1, 0);
    ROW_XV("scvtf d0, w9", 0, 0x7fffff4000000001, D1, 0);
}

static void from_x_s_d(void)
{
    ROW_XV("scvtf d0, x9", 0, 0, D0, 0);
    ROW_XV("scvtf d0, x9", 0, 1, D1, 0);
    ROW_XV("scvtf d0, x9", 0, -1, D_1, 0);
    ROW_XV("scvtf d0, x9", 0, 0x7fffffff, 0x41dfffffffc00000, 0);
    ROW_XV("scvtf d0, x9", 0, 0x80000000, 0x41e0000000000000, 0);
    ROW_XV("scvtf d0, x9", 0, 0xffffffff, 0x41efffffffe00000, 0);
    ROW_XV("scvtf d0, x9", 0, 0x1000001, 0x4170000010000000, 0);
    ROW_XV("scvtf d0, x9", 0, 0x1000003, 0x4170000030000000, 0);
    ROW_XV("scvtf d0, x9", FPCR_RN, -0x1000001, 0xc170000010000000, 0);
    ROW_XV("scvtf d0, x9", FPCR_RP, -0x1000001, 0xc170000010000000, 0);
    ROW_XV("scvtf d0, x9", FPCR_RM, -0x1000001, 0xc170000010000000, 0);
    ROW_XV("scvtf d0, x9", FPCR_RZ, -0x1000001, 0xc170000010000000, 0);
    ROW_XV("scvtf d0, x9", FPCR_RN, INT64_MAX, 0x43e0000000000000, IXC);
    ROW_XV("scvtf d0, x9", FPCR_RP, INT64_MAX, 0x43e0000000000000, IXC);
    ROW_XV("scvtf d0, x9", FPCR_RM, INT64_MAX, 0x43dfffffffffffff, IXC);
    ROW_XV("scvtf d0, x9", FPCR_RZ, INT64_MAX, 0x43dfffffffffffff, IXC);
    ROW_XV("scvtf d0, x9", 0, INT64_MIN, 0xc3e0000000000000, 0);
    ROW_XV("scvtf d0, x9", FPCR_RN, -1025, 0xc090040000000000, 0);
    ROW_XV("scvtf d0, x9", FPCR_RP, -1025, 0xc090040000000000, 0);
    ROW_XV("scvtf d0, x9", FPCR_RM, -1025, 0xc090040000000000, 0);
    ROW_XV("scvtf d0, x9", FPCR_RZ, -1025, 0xc090040000000000, 0);
    ROW_XV("scvtf d0, x9", FPCR_RN, 0xfffffffffffffbff, 0xc090040000000000, 0);
    ROW_XV("scvtf d0, x9", FPCR_RP, 0xfffffffffffffbff, 0xc090040000000000, 0);
    ROW_XV("scvtf d0, x9", FPCR_RM, 0xfffffffffffffbff, 0xc090040000000000, 0);
    ROW_XV("scvtf d0, x9", FPCR_RZ, 0xfffffffffffffbff, 0xc090040000000000, 0);
    ROW_XV("scvtf d0, x9", 0, 0xfffffffffffffc00, 0xc090000000000000, 0);
    ROW_XV("scvtf d0, x9", 0, 0x8000008000000001, 0xc3dfffffe0000000, IXC);
    ROW_XV("scvtf d0, x9", 0, 0x8000008000000000, 0xc3dfffffe0000000, 0);
    ROW_XV("scvtf d0, x9", FPCR_RN, 0x4000004000000001, 0x43d0000010000000,
           IXC);
    ROW_XV("scvtf d0, x9", FPCR_RP, 0x4000004000000001, 0x43d0000010000001,
           IXC);
    ROW_XV("scvtf d0, x9", FPCR_RM, 0x4000004000000001, 0x43d0000010000000,
           IXC);
    ROW_XV("scvtf d0, x9", FPCR_RZ, 0x4000004000000001, 0x43d0000010000000,
           IXC);
    ROW_XV("scvtf d0, x9", FPCR_RN, 0x20000000000001, 0x4340000000000000, IXC);
    ROW_XV("scvtf d0, x9", FPCR_RP, 0x20000000000001, 0x4340000000000001, IXC);
    ROW_XV("scvtf d0, x9", FPCR_RM, 0x20000000000001, 0x4340000000000000, IXC);
    ROW_XV("scvtf d0, x9", FPCR_RZ, 0x20000000000001, 0x4340000000000000, IXC);
    ROW_XV("scvtf d0, x9", 0, 0x7fffff4000000001, 0x43dfffffd0000000, IXC);
}

static void from_w_u_d(void)
{
    ROW_XV("ucvtf d0, w9", 0, 0, D0, 0);
    ROW_XV("ucvtf d0, w9", 0, 1, D1, 0);
    ROW_XV("ucvtf d0, w9", 0, -1, 0x41efffffffe00000, 0);
    ROW_XV("ucvtf d0, w9", 0, 0x7fffffff, 0x41dfffffffc00000, 0);
    ROW_XV("ucvtf d0, w9", 0, 0x80000000, 0x41e0000000000000, 0);
    ROW_XV("ucvtf d0, w9", 0, 0xffffffff, 0x41efffffffe00000, 0);
    ROW_XV("ucvtf d0, w9", 0, 0x1000001, 0x4170000010000000, 0);
    ROW_XV("ucvtf d0, w9", 0, 0x1000003, 0x4170000030000000, 0);
    ROW_XV("ucvtf d0, w9", 0, -0x1000001, 0x41efdfffffe00000, 0);
    ROW_XV("ucvtf d0, w9", 0, INT64_MAX, 0x41efffffffe00000, 0);
    ROW_XV("ucvtf d0, w9", 0, INT64_MIN, D0, 0);
    ROW_XV("ucvtf d0, w9", 0, -1025, 0x41efffff7fe00000, 0);
    ROW_XV("ucvtf d0, w9", 0, 0xfffffffffffffbff, 0x41efffff7fe00000, 0);
    ROW_XV("ucvtf d0, w9", 0, 0xfffffffffffffc00, 0x41efffff80000000, 0);
    ROW_XV("ucvtf d0, w9", 0, 0x8000008000000001, D1, 0);
    ROW_XV("ucvtf d0, w9", 0, 0x8000008000000000, D0, 0);
    ROW_XV("ucvtf d0, w9", 0, 0x4000004000000001, D1, 0);
    ROW_XV("ucvtf d0, w9", 0, 0x20000000000001, D1, 0);
    ROW_XV("ucvtf d0, w9", 0, 0x7fffff4000000001, D1, 0);
}

static void from_x_u_d(void)
{
    ROW_XV("ucvtf d0, x9", 0, 0, D0, 0);
    ROW_XV("ucvtf d0, x9", 0, 1, D1, 0);
    ROW_XV("ucvtf d0, x9", 0, -1, 0x43f0000000000000, IXC);
    ROW_XV("ucvtf d0, x9", 0, 0x7fffffff, 0x41dfffffffc00000, 0);
    ROW_XV("ucvtf d0, x9", 0, 0x80000000, 0x41e0000000000000, 0);
    ROW_XV("ucvtf d0, x9", 0, 0xffffffff, 0x41efffffffe00000, 0);
    ROW_XV("ucvtf d0, x9", 0, 0x1000001, 0x4170000010000000, 0);
    ROW_XV("ucvtf d0, x9", 0, 0x1000003, 0x4170000030000000, 0);
    ROW_XV("ucvtf d0, x9", FPCR_RN, -0x1000001, 0x43efffffffffe000, IXC);
    ROW_XV("ucvtf d0, x9", FPCR_RP, -0x1000001, 0x43efffffffffe000, IXC);
    ROW_XV("ucvtf d0, x9", FPCR_RM, -0x1000001, 0x43efffffffffdfff, IXC);
    ROW_XV("ucvtf d0, x9", FPCR_RZ, -0x1000001, 0x43efffffffffdfff, IXC);
    ROW_XV("ucvtf d0, x9", FPCR_RN, INT64_MAX, 0x43e0000000000000, IXC);
    ROW_XV("ucvtf d0, x9", FPCR_RP, INT64_MAX, 0x43e0000000000000, IXC);
    ROW_XV("ucvtf d0, x9", FPCR_RM, INT64_MAX, 0x43dfffffffffffff, IXC);
    ROW_XV("ucvtf d0, x9", FPCR_RZ, INT64_MAX, 0x43dfffffffffffff, IXC);
    ROW_XV("ucvtf d0, x9", 0, INT64_MIN, 0x43e0000000000000, 0);
    ROW_XV("ucvtf d0, x9", FPCR_RN, -1025, 0x43efffffffffffff, IXC);
    ROW_XV("ucvtf d0, x9", FPCR_RP, -1025, 0x43f0000000000000, IXC);
    ROW_XV("ucvtf d0, x9", FPCR_RM, -1025, 0x43efffffffffffff, IXC);
    ROW_XV("ucvtf d0, x9", FPCR_RZ, -1025, 0x43efffffffffffff, IXC);
    ROW_XV("ucvtf d0, x9", FPCR_RN, 0xfffffffffffffbff, 0x43efffffffffffff,
           IXC);
    ROW_XV("ucvtf d0, x9", FPCR_RP, 0xfffffffffffffbff, 0x43f0000000000000,
           IXC);
    ROW_XV("ucvtf d0, x9", FPCR_RM, 0xfffffffffffffbff, 0x43efffffffffffff,
           IXC);
    ROW_XV("ucvtf d0, x9", FPCR_RZ, 0xfffffffffffffbff, 0x43efffffffffffff,
           IXC);
    ROW_XV("ucvtf d0, x9", 0, 0xfffffffffffffc00, 0x43f0000000000000, IXC);
    ROW_XV("ucvtf d0, x9", 0, 0x8000008000000001, 0x43e0000010000000, IXC);
    ROW_XV("ucvtf d0, x9", 0, 0x8000008000000000, 0x43e0000010000000, 0);
    ROW_XV("ucvtf d0, x9", FPCR_RN, 0x4000004000000001, 0x43d0000010000000,
           IXC);
    ROW_XV("ucvtf d0, x9", FPCR_RP, 0x4000004000000001, 0x43d0000010000001,
           IXC);
    ROW_XV("ucvtf d0, x9", FPCR_RM, 0x4000004000000001, 0x43d0000010000000,
           IXC);
    ROW_XV("ucvtf d0, x9", FPCR_RZ, 0x4000004000000001, 0x43d0000010000000,
           IXC);
    ROW_XV("ucvtf d0, x9", FPCR_RN, 0x20000000000001, 0x4340000000000000, IXC);
    ROW_XV("ucvtf d0, x9", FPCR_RP, 0x20000000000001, 0x4340000000000001, IXC);
    ROW_XV("ucvtf d0, x9", FPCR_RM, 0x20000000000001, 0x4340000000000000, IXC);
    ROW_XV("ucvtf d0, x9", FPCR_RZ, 0x20000000000001, 0x4340000000000000, IXC);
    ROW_XV("ucvtf d0, x9", 0, 0x7fffff4000000001, 0x43dfffffd0000000, IXC);
}

static void fixed_d(void)
{
    ROW_XV("scvtf d0, w9, #32", 0, 0, D0, 0);
    ROW_XV("scvtf d0, w9, #32", 0, 1, 0x3df0000000000000, 0);
    ROW_XV("scvtf d0, w9, #32", 0, -1, 0xbdf0000000000000, 0);
    ROW_XV("scvtf d0, w9, #32", 0, INT64_MIN, D0, 0);
    ROW_XV("scvtf d0, w9, #32", 0, 0x123456789abcdef0, 0xbfd950c844000000, 0);
    ROW_XV("ucvtf d0, w9, #1", 0, 0, D0, 0);
    ROW_XV("ucvtf d0, w9, #1", 0, 1, 0x3fe0000000000000, 0);
    ROW_XV("ucvtf d0, w9, #1", 0, -1, 0x41dfffffffe00000, 0);
    ROW_XV("ucvtf d0, w9, #1", 0, INT64_MIN, D0, 0);
    ROW_XV("ucvtf d0, w9, #1", 0, 0x123456789abcdef0, 0x41d3579bde000000, 0);
    ROW_XV("scvtf d0, x9, #64", 0, 0, D0, 0);
    ROW_XV("scvtf d0, x9, #64", 0, 1, 0x3bf0000000000000, 0);
    ROW_XV("scvtf d0, x9, #64", 0, -1, 0xbbf0000000000000, 0);
    ROW_XV("scvtf d0, x9, #64", 0, INT64_MIN, 0xbfe0000000000000, 0);
    ROW_XV("scvtf d0, x9, #64", 0, 0x123456789abcdef0, 0x3fb23456789abcdf, IXC);
    ROW_XV("ucvtf d0, x9, #63", 0, 0, D0, 0);
    ROW_XV("ucvtf d0, x9, #63", 0, 1, 0x3c00000000000000, 0);
    ROW_XV("ucvtf d0, x9, #63", 0, -1, D2, IXC);
    ROW_XV("ucvtf d0, x9, #63", 0, INT64_MIN, D1, 0);
    ROW_XV("ucvtf d0, x9, #63", 0, 0x123456789abcdef0, 0x3fc23456789abcdf, IXC);
    ROW_XV("scvtf d0, x9, #7", 0, 0, D0, 0);
    ROW_XV("scvtf d0, x9, #7", 0, 1, 0x3f80000000000000, 0);
    ROW_XV("scvtf d0, x9, #7", 0, -1, 0xbf80000000000000, 0);
    ROW_XV("scvtf d0, x9, #7", 0, INT64_MIN, 0xc370000000000000, 0);
    ROW_XV("scvtf d0, x9, #7", 0, 0x123456789abcdef0, 0x43423456789abcdf, IXC);
}

static void in_vectors_s(void)
{
    ROW_S("scvtf s0, s1", 0, 0, 0u, 0, S0, 0);
    ROW_S("scvtf s0, s1", 0, 0, 1u, 0, S1, 0);
    ROW_S("scvtf s0, s1", 0, 0, 0x80000000u, 0, 0xcf000000, 0);
    ROW_S("scvtf s0, s1", 0, 0, 0xffffffffu, 0, S_1, 0);
    ROW_S("scvtf s0, s1", 0, 0, 0x1000003u, 0, 0x4b800002, IXC);
    ROW_S("ucvtf s0, s1", 0, 0, 0u, 0, S0, 0);
    ROW_S("ucvtf s0, s1", 0, 0, 1u, 0, S1, 0);
    ROW_S("ucvtf s0, s1", 0, 0, 0x80000000u, 0, 0x4f000000, 0);
    ROW_S("ucvtf s0, s1", 0, 0, 0xffffffffu, 0, 0x4f800000, IXC);
    ROW_S("ucvtf s0, s1", 0, 0, 0x1000003u, 0, 0x4b800002, IXC);
    ROW_S("scvtf s0, s1, #5", 0, 0, 0u, 0, S0, 0);
    ROW_S("scvtf s0, s1, #5", 0, 0, 1u, 0, 0x3d000000, 0);
    ROW_S("scvtf s0, s1, #5", 0, 0, 0x80000000u, 0, 0xcc800000, 0);
    ROW_S("scvtf s0, s1, #5", 0, 0, 0xffffffffu, 0, 0xbd000000, 0);
    ROW_S("scvtf s0, s1, #5", 0, 0, 0x1000003u, 0, 0x49000002, IXC);
    ROW_S("ucvtf s0, s1, #32", 0, 0, 0u, 0, S0, 0);
    ROW_S("ucvtf s0, s1, #32", 0, 0, 1u, 0, 0x2f800000, 0);
    ROW_S("ucvtf s0, s1, #32", 0, 0, 0x80000000u, 0, 0x3f000000, 0);
    ROW_S("ucvtf s0, s1, #32", 0, 0, 0xffffffffu, 0, S1, IXC);
    ROW_S("ucvtf s0, s1, #32", 0, 0, 0x1000003u, 0, 0x3b800002, IXC);
}

static void in_vectors_d(void)
{
    ROW_D("scvtf d0, d1", 0, 0, 0u, 0, D0, 0);
    ROW_D("scvtf d0, d1", 0, 0, 1u, 0, D1, 0);
    ROW_D("scvtf d0, d1", 0, 0, 0x80000000u, 0, 0x41e0000000000000, 0);
    ROW_D("scvtf d0, d1", 0, 0, 0xffffffffu, 0, 0x41efffffffe00000, 0);
    ROW_D("scvtf d0, d1", 0, 0, 0x1000003u, 0, 0x4170000030000000, 0);
    ROW_D("ucvtf d0, d1", 0, 0, 0u, 0, D0, 0);
    ROW_D("ucvtf d0, d1", 0, 0, 1u, 0, D1, 0);
    ROW_D("ucvtf d0, d1", 0, 0, 0x80000000u, 0, 0x41e0000000000000, 0);
    ROW_D("ucvtf d0, d1", 0, 0, 0xffffffffu, 0, 0x41efffffffe00000, 0);
    ROW_D("ucvtf d0, d1", 0, 0, 0x1000003u, 0, 0x4170000030000000, 0);
    ROW_D("scvtf d0, d1, #5", 0, 0, 0u, 0, D0, 0);
    ROW_D("scvtf d0, d1, #5", 0, 0, 1u, 0, 0x3fa0000000000000, 0);
    ROW_D("scvtf d0, d1, #5", 0, 0, 0x80000000u, 0, 0x4190000000000000, 0);
    ROW_D("scvtf d0, d1, #5", 0, 0, 0xffffffffu, 0, 0x419fffffffe00000, 0);
    ROW_D("scvtf d0, d1, #5", 0, 0, 0x1000003u, 0, 0x4120000030000000, 0);
    ROW_D("ucvtf d0, d1, #64", 0, 0, 0u, 0, D0, 0);
    ROW_D("ucvtf d0, d1, #64", 0, 0, 1u, 0, 0x3bf0000000000000, 0);
    ROW_D("ucvtf d0, d1, #64", 0, 0, 0x80000000u, 0, 0x3de0000000000000, 0);
    ROW_D("ucvtf d0, d1, #64", 0, 0, 0xffffffffu, 0, 0x3defffffffe00000, 0);
    ROW_D("ucvtf d0, d1, #64", 0, 0, 0x1000003u, 0, 0x3d70000030000000, 0);
    ROW_D("ucvtf d0, d1", FPCR_RP, 0, 0x8000000000000000u, 0,
          0x43e0000000000000, 0);
    ROW_D("scvtf d0, d1", FPCR_RM, 0, 0x8000000000000000u, 0,
          0xc3e0000000000000, 0);
    ROW_D("ucvtf d0, d1", FPCR_RP, 0, 0xffffffffffffffffu, 0,
          0x43f0000000000000, IXC);
    ROW_D("scvtf d0, d1", FPCR_RM, 0, 0xffffffffffffffffu, 0, D_1, 0);
    ROW_D("ucvtf d0, d1", FPCR_RP, 0, 0x20000000000001u, 0, 0x4340000000000001,
          IXC);
    ROW_D("scvtf d0, d1", FPCR_RM, 0, 0x20000000000001u, 0, 0x4340000000000000,
          IXC);
}

int main(void)
{
    from_w_s_s();
    from_x_s_s();
    from_w_u_s();
    from_x_u_s();
    fixed_s();
    from_w_s_d();
    from_x_s_d();
    from_w_u_d();
    from_x_u_d();
    fixed_d();
    in_vectors_s();
    in_vectors_d();
    return check_result();
}
