// SPDX-License-Identifier: MIT
// build: -nostdlib -ffreestanding -fno-tree-vectorize -fno-tree-slp-vectorize
/* FPToFixed(): rounding of each FCVT*, saturation and NaN as Invalid without
 * Inexact, fixed point. */
#include "check-fp.h"

static void to_w_s_s(void)
{
    ROW_SX("fcvtzs w9, s1", 0, 0, S0, 0, 0, 0);
    ROW_SX("fcvtzs w9, s1", 0, 0, S_0, 0, 0, 0);
    ROW_SX("fcvtzs w9, s1", 0, 0, S1_5, 0, 1, IXC);
    ROW_SX("fcvtzs w9, s1", 0, 0, 0xc0200000u /* -2.5 */, 0, 0xfffffffe, IXC);
    ROW_SX("fcvtzs w9, s1", 0, 0, 0x3f000000u /* 0.5 */, 0, 0, IXC);
    ROW_SX("fcvtzs w9, s1", 0, 0, 0xbf000000u, 0, 0, IXC);
    ROW_SX("fcvtzs w9, s1", 0, 0, SDEN, 0, 0, IXC);
    ROW_SX("fcvtzs w9, s1", 0, 0, S_DEN, 0, 0, IXC);
    ROW_SX("fcvtzs w9, s1", 0, 0, SINF, 0, 0x7fffffff, IOC);
    ROW_SX("fcvtzs w9, s1", 0, 0, S_INF, 0, 0x80000000, IOC);
    ROW_SX("fcvtzs w9, s1", 0, 0, SQN, 0, 0, IOC);
    ROW_SX("fcvtzs w9, s1", 0, 0, SSN, 0, 0, IOC);
    ROW_SX("fcvtzs w9, s1", 0, 0, 0x4effffffu, 0, 0x7fffff80, 0);
    ROW_SX("fcvtzs w9, s1", 0, 0, 0x4f000000u /* 2^31 */, 0, 0x7fffffff, IOC);
    ROW_SX("fcvtzs w9, s1", 0, 0, 0xcf000000u, 0, 0x80000000, 0);
    ROW_SX("fcvtzs w9, s1", 0, 0, 0xcf000001u, 0, 0x80000000, IOC);
    ROW_SX("fcvtzs w9, s1", 0, 0, 0x4f7fffffu, 0, 0x7fffffff, IOC);
    ROW_SX("fcvtzs w9, s1", 0, 0, 0x4f800000u /* 2^32 */, 0, 0x7fffffff, IOC);
    ROW_SX("fcvtzs w9, s1", 0, 0, 0x5effffffu, 0, 0x7fffffff, IOC);
    ROW_SX("fcvtzs w9, s1", 0, 0, 0x5f000000u /* 2^63 */, 0, 0x7fffffff, IOC);
    ROW_SX("fcvtzs w9, s1", 0, 0, 0xdf000000u, 0, 0x80000000, IOC);
    ROW_SX("fcvtzs w9, s1", 0, 0, 0xdf000001u, 0, 0x80000000, IOC);
    ROW_SX("fcvtzs w9, s1", 0, 0, 0x5f7fffffu, 0, 0x7fffffff, IOC);
    ROW_SX("fcvtzs w9, s1", 0, 0, 0x5f800000u, 0, 0x7fffffff, IOC);
    ROW_SX("fcvtzs w9, s1", 0, 0, 0xbf7fffffu, 0, 0, IXC);
    ROW_SX("fcvtzs w9, s1", 0, 0, SMAX, 0, 0x7fffffff, IOC);
}

static void to_x_s_s(void)
{
    ROW_SX("fcvtzs x9, s1", 0, 0, S0, 0, 0, 0);
    ROW_SX("fcvtzs x9, s1", 0, 0, S_0, 0, 0, 0);
    ROW_SX("fcvtzs x9, s1", 0, 0, S1_5, 0, 1, IXC);
    ROW_SX("fcvtzs x9, s1", 0, 0, 0xc0200000u /* -2.5 */, 0, 0xfffffffffffffffe,
           IXC);
    ROW_SX("fcvtzs x9, s1", 0, 0, 0x3f000000u /* 0.5 */, 0, 0, IXC);
    ROW_SX("fcvtzs x9, s1", 0, 0, 0xbf000000u, 0, 0, IXC);
    ROW_SX("fcvtzs x9, s1", 0, 0, SDEN, 0, 0, IXC);
    ROW_SX("fcvtzs x9, s1", 0, 0, S_DEN, 0, 0, IXC);
    ROW_SX("fcvtzs x9, s1", 0, 0, SINF, 0, 0x7fffffffffffffff, IOC);
    ROW_SX("fcvtzs x9, s1", 0, 0, S_INF, 0, 0x8000000000000000, IOC);
    ROW_SX("fcvtzs x9, s1", 0, 0, SQN, 0, 0, IOC);
    ROW_SX("fcvtzs x9, s1", 0, 0, SSN, 0, 0, IOC);
    ROW_SX("fcvtzs x9, s1", 0, 0, 0x4effffffu, 0, 0x7fffff80, 0);
    ROW_SX("fcvtzs x9, s1", 0, 0, 0x4f000000u /* 2^31 */, 0, 0x80000000, 0);
    ROW_SX("fcvtzs x9, s1", 0, 0, 0xcf000000u, 0, 0xffffffff80000000, 0);
    ROW_SX("fcvtzs x9, s1", 0, 0, 0xcf000001u, 0, 0xffffffff7fffff00, 0);
    ROW_SX("fcvtzs x9, s1", 0, 0, 0x4f7fffffu, 0, 0xffffff00, 0);
    ROW_SX("fcvtzs x9, s1", 0, 0, 0x4f800000u /* 2^32 */, 0, 0x100000000, 0);
    ROW_SX("fcvtzs x9, s1", 0, 0, 0x5effffffu, 0, 0x7fffff8000000000, 0);
    ROW_SX("fcvtzs x9, s1", 0, 0, 0x5f000000u /* 2^63 */, 0, 0x7fffffffffffffff,
           IOC);
    ROW_SX("fcvtzs x9, s1", 0, 0, 0xdf000000u, 0, 0x8000000000000000, 0);
    ROW_SX("fcvtzs x9, s1", 0, 0, 0xdf000001u, 0, 0x8000000000000000, IOC);
    ROW_SX("fcvtzs x9, s1", 0, 0, 0x5f7fffffu, 0, 0x7fffffffffffffff, IOC);
    ROW_SX("fcvtzs x9, s1", 0, 0, 0x5f800000u, 0, 0x7fffffffffffffff, IOC);
    ROW_SX("fcvtzs x9, s1", 0, 0, 0xbf7fffffu, 0, 0, IXC);
    ROW_SX("fcvtzs x9, s1", 0, 0, SMAX, 0, 0x7fffffffffffffff, IOC);
}

static void to_w_u_s(void)
{
    ROW_SX("fcvtzu w9, s1", 0, 0, S0, 0, 0, 0);
    ROW_SX("fcvtzu w9, s1", 0, 0, S_0, 0, 0, 0);
    ROW_SX("fcvtzu w9, s1", 0, 0, S1_5, 0, 1, IXC);
    ROW_SX("fcvtzu w9, s1", 0, 0, 0xc0200000u /* -2.5 */, 0, 0, IOC);
    ROW_SX("fcvtzu w9, s1", 0, 0, 0x3f000000u /* 0.5 */, 0, 0, IXC);
    ROW_SX("fcvtzu w9, s1", 0, 0, 0xbf000000u, 0, 0, IXC);
    ROW_SX("fcvtzu w9, s1", 0, 0, SDEN, 0, 0, IXC);
    ROW_SX("fcvtzu w9, s1", 0, 0, S_DEN, 0, 0, IXC);
    ROW_SX("fcvtzu w9, s1", 0, 0, SINF, 0, 0xffffffff, IOC);
    ROW_SX("fcvtzu w9, s1", 0, 0, S_INF, 0, 0, IOC);
    ROW_SX("fcvtzu w9, s1", 0, 0, SQN, 0, 0, IOC);
    ROW_SX("fcvtzu w9, s1", 0, 0, SSN, 0, 0, IOC);
    ROW_SX("fcvtzu w9, s1", 0, 0, 0x4effffffu, 0, 0x7fffff80, 0);
    ROW_SX("fcvtzu w9, s1", 0, 0, 0x4f000000u /* 2^31 */, 0, 0x80000000, 0);
    ROW_SX("fcvtzu w9, s1", 0, 0, 0xcf000000u, 0, 0, IOC);
    ROW_SX("fcvtzu w9, s1", 0, 0, 0xcf000001u, 0, 0, IOC);
    ROW_SX("fcvtzu w9, s1", 0, 0, 0x4f7fffffu, 0, 0xffffff00, 0);
    ROW_SX("fcvtzu w9, s1", 0, 0, 0x4f800000u /* 2^32 */, 0, 0xffffffff, IOC);
    ROW_SX("fcvtzu w9, s1", 0, 0, 0x5effffffu, 0, 0xffffffff, IOC);
    ROW_SX("fcvtzu w9, s1", 0, 0, 0x5f000000u /* 2^63 */, 0, 0xffffffff, IOC);
    ROW_SX("fcvtzu w9, s1", 0, 0, 0xdf000000u, 0, 0, IOC);
    ROW_SX("fcvtzu w9, s1", 0, 0, 0xdf000001u, 0, 0, IOC);
    ROW_SX("fcvtzu w9, s1", 0, 0, 0x5f7fffffu, 0, 0xffffffff, IOC);
    ROW_SX("fcvtzu w9, s1", 0, 0, 0x5f800000u, 0, 0xffffffff, IOC);
    ROW_SX("fcvtzu w9, s1", 0, 0, 0xbf7fffffu, 0, 0, IXC);
    ROW_SX("fcvtzu w9, s1", 0, 0, SMAX, 0, 0xffffffff, IOC);
}

static void to_x_u_s(void)
{
    ROW_SX("fcvtzu x9, s1", 0, 0, S0, 0, 0, 0);
    ROW_SX("fcvtzu x9, s1", 0, 0, S_0, 0, 0, 0);
    ROW_SX("fcvtzu x9, s1", 0, 0, S1_5, 0, 1, IXC);
    ROW_SX("fcvtzu x9, s1", 0, 0, 0xc0200000u /* -2.5 */, 0, 0, IOC);
    ROW_SX("fcvtzu x9, s1", 0, 0, 0x3f000000u /* 0.5 */, 0, 0, IXC);
    ROW_SX("fcvtzu x9, s1", 0, 0, 0xbf000000u, 0, 0, IXC);
    ROW_SX("fcvtzu x9, s1", 0, 0, SDEN, 0, 0, IXC);
    ROW_SX("fcvtzu x9, s1", 0, 0, S_DEN, 0, 0, IXC);
    ROW_SX("fcvtzu x9, s1", 0, 0, SINF, 0, 0xffffffffffffffff, IOC);
    ROW_SX("fcvtzu x9, s1", 0, 0, S_INF, 0, 0, IOC);
    ROW_SX("fcvtzu x9, s1", 0, 0, SQN, 0, 0, IOC);
    ROW_SX("fcvtzu x9, s1", 0, 0, SSN, 0, 0, IOC);
    ROW_SX("fcvtzu x9, s1", 0, 0, 0x4effffffu, 0, 0x7fffff80, 0);
    ROW_SX("fcvtzu x9, s1", 0, 0, 0x4f000000u /* 2^31 */, 0, 0x80000000, 0);
    ROW_SX("fcvtzu x9, s1", 0, 0, 0xcf000000u, 0, 0, IOC);
    ROW_SX("fcvtzu x9, s1", 0, 0, 0xcf000001u, 0, 0, IOC);
    ROW_SX("fcvtzu x9, s1", 0, 0, 0x4f7fffffu, 0, 0xffffff00, 0);
    ROW_SX("fcvtzu x9, s1", 0, 0, 0x4f800000u /* 2^32 */, 0, 0x100000000, 0);
    ROW_SX("fcvtzu x9, s1", 0, 0, 0x5effffffu, 0, 0x7fffff8000000000, 0);
    ROW_SX("fcvtzu x9, s1", 0, 0, 0x5f000000u /* 2^63 */, 0, 0x8000000000000000,
           0);
    ROW_SX("fcvtzu x9, s1", 0, 0, 0xdf000000u, 0, 0, IOC);
    ROW_SX("fcvtzu x9, s1", 0, 0, 0xdf000001u, 0, 0, IOC);
    ROW_SX("fcvtzu x9, s1", 0, 0, 0x5f7fffffu, 0, 0xffffff0000000000, 0);
    ROW_SX("fcvtzu x9, s1", 0, 0, 0x5f800000u, 0, 0xffffffffffffffff, IOC);
    ROW_SX("fcvtzu x9, s1", 0, 0, 0xbf7fffffu, 0, 0, IXC);
    ROW_SX("fcvtzu x9, s1", 0, 0, SMAX, 0, 0xffffffffffffffff, IOC);
}

/* Each rounding, whatever FPCR says. */
static void directed_s(void)
{
    ROW_SX("fcvtns x9, s1", FPCR_RZ, 0, S1_5, 0, 2, IXC);
    ROW_SX("fcvtns x9, s1", FPCR_RZ, 0, 0xc0200000u /* -2.5 */, 0,
           0xfffffffffffffffe, IXC);
    ROW_SX("fcvtns x9, s1", FPCR_RZ, 0, 0x3f000000u /* 0.5 */, 0, 0, IXC);
    ROW_SX("fcvtns x9, s1", FPCR_RZ, 0, 0xbf000000u, 0, 0, IXC);
    ROW_SX("fcvtns x9, s1", FPCR_RZ, 0, SDEN, 0, 0, IXC);
    ROW_SX("fcvtns x9, s1", FPCR_RZ, 0, S_DEN, 0, 0, IXC);
    ROW_SX("fcvtns x9, s1", FPCR_RZ, 0, 0x3fc00000u, 0, 2, IXC);
    ROW_SX("fcvtns x9, s1", FPCR_RZ, 0, 0x40200000u, 0, 2, IXC);
    ROW_SX("fcvtnu x9, s1", FPCR_RZ, 0, S1_5, 0, 2, IXC);
    ROW_SX("fcvtnu x9, s1", FPCR_RZ, 0, 0xc0200000u /* -2.5 */, 0, 0, IOC);
    ROW_SX("fcvtnu x9, s1", FPCR_RZ, 0, 0x3f000000u /* 0.5 */, 0, 0, IXC);
    ROW_SX("fcvtnu x9, s1", FPCR_RZ, 0, 0xbf000000u, 0, 0, IXC);
    ROW_SX("fcvtnu x9, s1", FPCR_RZ, 0, SDEN, 0, 0, IXC);
    ROW_SX("fcvtnu x9, s1", FPCR_RZ, 0, S_DEN, 0, 0, IXC);
    ROW_SX("fcvtnu x9, s1", FPCR_RZ, 0, 0x3fc00000u, 0, 2, IXC);
    ROW_SX("fcvtnu x9, s1", FPCR_RZ, 0, 0x40200000u, 0, 2, IXC);
    ROW_SX("fcvtms x9, s1", FPCR_RZ, 0, S1_5, 0, 1, IXC);
    ROW_SX("fcvtms x9, s1", FPCR_RZ, 0, 0xc0200000u /* -2.5 */, 0,
           0xfffffffffffffffd, IXC);
    ROW_SX("fcvtms x9, s1", FPCR_RZ, 0, 0x3f000000u /* 0.5 */, 0, 0, IXC);
    ROW_SX("fcvtms x9, s1", FPCR_RZ, 0, 0xbf000000u, 0, 0xffffffffffffffff,
           IXC);
    ROW_SX("fcvtms x9, s1", FPCR_RZ, 0, SDEN, 0, 0, IXC);
    ROW_SX("fcvtms x9, s1", FPCR_RZ, 0, S_DEN, 0, 0xffffffffffffffff, IXC);
    ROW_SX("fcvtms x9, s1", FPCR_RZ, 0, 0x3fc00000u, 0, 1, IXC);
    ROW_SX("fcvtms x9, s1", FPCR_RZ, 0, 0x40200000u, 0, 2, IXC);
    ROW_SX("fcvtmu x9, s1", FPCR_RZ, 0, S1_5, 0, 1, IXC);
    ROW_SX("fcvtmu x9, s1", FPCR_RZ, 0, 0xc0200000u /* -2.5 */, 0, 0, IOC);
    ROW_SX("fcvtmu x9, s1", FPCR_RZ, 0, 0x3f000000u /* 0.5 */, 0, 0, IXC);
    ROW_SX("fcvtmu x9, s1", FPCR_RZ, 0, 0xbf000000u, 0, 0, IOC);
    ROW_SX("fcvtmu x9, s1", FPCR_RZ, 0, SDEN, 0, 0, IXC);
    ROW_SX("fcvtmu x9, s1", FPCR_RZ, 0, S_DEN, 0, 0, IOC);
    ROW_SX("fcvtmu x9, s1", FPCR_RZ, 0, 0x3fc00000u, 0, 1, IXC);
    ROW_SX("fcvtmu x9, s1", FPCR_RZ, 0, 0x40200000u, 0, 2, IXC);
    ROW_SX("fcvtps x9, s1", FPCR_RZ, 0, S1_5, 0, 2, IXC);
    ROW_SX("fcvtps x9, s1", FPCR_RZ, 0, 0xc0200000u /* -2.5 */, 0,
           0xfffffffffffffffe, IXC);
    ROW_SX("fcvtps x9, s1", FPCR_RZ, 0, 0x3f000000u /* 0.5 */, 0, 1, IXC);
    ROW_SX("fcvtps x9, s1", FPCR_RZ, 0, 0xbf000000u, 0, 0, IXC);
    ROW_SX("fcvtps x9, s1", FPCR_RZ, 0, SDEN, 0, 1, IXC);
    ROW_SX("fcvtps x9, s1", FPCR_RZ, 0, S_DEN, 0, 0, IXC);
    ROW_SX("fcvtps x9, s1", FPCR_RZ, 0, 0x3fc00000u, 0, 2, IXC);
    ROW_SX("fcvtps x9, s1", FPCR_RZ, 0, 0x40200000u, 0, 3, IXC);
    ROW_SX("fcvtpu x9, s1", FPCR_RZ, 0, S1_5, 0, 2, IXC);
    ROW_SX("fcvtpu x9, s1", FPCR_RZ, 0, 0xc0200000u /* -2.5 */, 0, 0, IOC);
    ROW_SX("fcvtpu x9, s1", FPCR_RZ, 0, 0x3f000000u /* 0.5 */, 0, 1, IXC);
    ROW_SX("fcvtpu x9, s1", FPCR_RZ, 0, 0xbf000000u, 0, 0, IXC);
    ROW_SX("fcvtpu x9, s1", FPCR_RZ, 0, SDEN, 0, 1, IXC);
    ROW_SX("fcvtpu x9, s1", FPCR_RZ, 0, S_DEN, 0, 0, IXC);
    ROW_SX("fcvtpu x9, s1", FPCR_RZ, 0, 0x3fc00000u, 0, 2, IXC);
    ROW_SX("fcvtpu x9, s1", FPCR_RZ, 0, 0x40200000u, 0, 3, IXC);
    ROW_SX("fcvtas x9, s1", FPCR_RZ, 0, S1_5, 0, 2, IXC);
    ROW_SX("fcvtas x9, s1", FPCR_RZ, 0, 0xc0200000u /* -2.5 */, 0,
           0xfffffffffffffffd, IXC);
    ROW_SX("fcvtas x9, s1", FPCR_RZ, 0, 0x3f000000u /* 0.5 */, 0, 1, IXC);
    ROW_SX("fcvtas x9, s1", FPCR_RZ, 0, 0xbf000000u, 0, 0xffffffffffffffff,
           IXC);
    ROW_SX("fcvtas x9, s1", FPCR_RZ, 0, SDEN, 0, 0, IXC);
    ROW_SX("fcvtas x9, s1", FPCR_RZ, 0, S_DEN, 0, 0, IXC);
    ROW_SX("fcvtas x9, s1", FPCR_RZ, 0, 0x3fc00000u, 0, 2, IXC);
    ROW_SX("fcvtas x9, s1", FPCR_RZ, 0, 0x40200000u, 0, 3, IXC);
    ROW_SX("fcvtau x9, s1", FPCR_RZ, 0, S1_5, 0, 2, IXC);
    ROW_SX("fcvtau x9, s1", FPCR_RZ, 0, 0xc0200000u /* -2.5 */, 0, 0, IOC);
    ROW_SX("fcvtau x9, s1", FPCR_RZ, 0, 0x3f000000u /* 0.5 */, 0, 1, IXC);
    ROW_SX("fcvtau x9, s1", FPCR_RZ, 0, 0xbf000000u, 0, 0, IOC);
    ROW_SX("fcvtau x9, s1", FPCR_RZ, 0, SDEN, 0, 0, IXC);
    ROW_SX("fcvtau x9, s1", FPCR_RZ, 0, S_DEN, 0, 0, IXC);
    ROW_SX("fcvtau x9, s1", FPCR_RZ, 0, 0x3fc00000u, 0, 2, IXC);
    ROW_SX("fcvtau x9, s1", FPCR_RZ, 0, 0x40200000u, 0, 3, IXC);
    ROW_SX("fcvtns w9, s1", 0, 0, 0x4effffffu, 0, 0x7fffff80, 0);
    ROW_SX("fcvtms w9, s1", 0, 0, 0x4effffffu, 0, 0x7fffff80, 0);
    ROW_SX("fcvtpu w9, s1", 0, 0, 0xbf7fffffu, 0, 0, IXC);
    ROW_SX("fcvtmu x9, s1", 0, 0, 0xbf7fffffu, 0, 0, IOC);
}

/* Fixed point: x * 2^fbits. */
static void fixed_s(void)
{
    ROW_SX("fcvtzs w9, s1, #1", 0, 0, S0, 0, 0, 0);
    ROW_SX("fcvtzs w9, s1, #1", 0, 0, S_0, 0, 0, 0);
    ROW_SX("fcvtzs w9, s1, #1", 0, 0, S1_5, 0, 3, 0);
    ROW_SX("fcvtzs w9, s1, #1", 0, 0, 0xc0200000u /* -2.5 */, 0, 0xfffffffb, 0);
    ROW_SX("fcvtzs w9, s1, #1", 0, 0, 0x3f000000u /* 0.5 */, 0, 1, 0);
    ROW_SX("fcvtzs w9, s1, #1", 0, 0, 0xbf000000u, 0, 0xffffffff, 0);
    ROW_SX("fcvtzs w9, s1, #1", 0, 0, SDEN, 0, 0, IXC);
    ROW_SX("fcvtzs w9, s1, #1", 0, 0, S_DEN, 0, 0, IXC);
    ROW_SX("fcvtzs w9, s1, #1", 0, 0, S1, 0, 2, 0);
    ROW_SX("fcvtzs w9, s1, #1", 0, 0, S_1, 0, 0xfffffffe, 0);
    ROW_SX("fcvtzs w9, s1, #1", 0, 0, S2, 0, 4, 0);
    ROW_SX("fcvtzs w9, s1, #1", 0, 0, SMAX, 0, 0x7fffffff, IOC);
    ROW_SX("fcvtzs w9, s1, #1", 0, 0, SQN, 0, 0, IOC);
    ROW_SX("fcvtzs w9, s1, #1", 0, 0, 0x3effffffu, 0, 0, IXC);
    ROW_SX("fcvtzs w9, s1, #1", 0, 0, 0x3f7fffffu, 0, 1, IXC);
    ROW_SX("fcvtzs w9, s1, #32", 0, 0, S0, 0, 0, 0);
    ROW_SX("fcvtzs w9, s1, #32", 0, 0, S_0, 0, 0, 0);
    ROW_SX("fcvtzs w9, s1, #32", 0, 0, S1_5, 0, 0x7fffffff, IOC);
    ROW_SX("fcvtzs w9, s1, #32", 0, 0, 0xc0200000u /* -2.5 */, 0, 0x80000000,
           IOC);
    ROW_SX("fcvtzs w9, s1, #32", 0, 0, 0x3f000000u /* 0.5 */, 0, 0x7fffffff,
           IOC);
    ROW_SX("fcvtzs w9, s1, #32", 0, 0, 0xbf000000u, 0, 0x80000000, 0);
    ROW_SX("fcvtzs w9, s1, #32", 0, 0, SDEN, 0, 0, IXC);
    ROW_SX("fcvtzs w9, s1, #32", 0, 0, S_DEN, 0, 0, IXC);
    ROW_SX("fcvtzs w9, s1, #32", 0, 0, S1, 0, 0x7fffffff, IOC);
    ROW_SX("fcvtzs w9, s1, #32", 0, 0, S_1, 0, 0x80000000, IOC);
    ROW_SX("fcvtzs w9, s1, #32", 0, 0, S2, 0, 0x7fffffff, IOC);
    ROW_SX("fcvtzs w9, s1, #32", 0, 0, SMAX, 0, 0x7fffffff, IOC);
    ROW_SX("fcvtzs w9, s1, #32", 0, 0, SQN, 0, 0, IOC);
    ROW_SX("fcvtzs w9, s1, #32", 0, 0, 0x3effffffu, 0, 0x7fffff80, 0);
    ROW_SX("fcvtzs w9, s1, #32", 0, 0, 0x3f7fffffu, 0, 0x7fffffff, IOC);
    ROW_SX("fcvtzs x9, s1, #64", 0, 0, S0, 0, 0, 0);
    ROW_SX("fcvtzs x9, s1, #64", 0, 0, S_0, 0, 0, 0);
    ROW_SX("fcvtzs x9, s1, #64", 0, 0, S1_5, 0, 0x7fffffffffffffff, IOC);
    ROW_SX("fcvtzs x9, s1, #64", 0, 0, 0xc0200000u /* -2.5 */, 0,
           0x8000000000000000, IOC);
    ROW_SX("fcvtzs x9, s1, #64", 0, 0, 0x3f000000u /* 0.5 */, 0,
           0x7fffffffffffffff, IOC);
    ROW_SX("fcvtzs x9, s1, #64", 0, 0, 0xbf000000u, 0, 0x8000000000000000, 0);
    ROW_SX("fcvtzs x9, s1, #64", 0, 0, SDEN, 0, 0, IXC);
    ROW_SX("fcvtzs x9, s1, #64", 0, 0, S_DEN, 0, 0, IXC);
    ROW_SX("fcvtzs x9, s1, #64", 0, 0, S1, 0, 0x7fffffffffffffff, IOC);
    ROW_SX("fcvtzs x9, s1, #64", 0, 0, S_1, 0, 0x8000000000000000, IOC);
    ROW_SX("fcvtzs x9, s1, #64", 0, 0, S2, 0, 0x7fffffffffffffff, IOC);
    ROW_SX("fcvtzs x9, s1, #64", 0, 0, SMAX, 0, 0x7fffffffffffffff, IOC);
    ROW_SX("fcvtzs x9, s1, #64", 0, 0, SQN, 0, 0, IOC);
    ROW_SX("fcvtzs x9, s1, #64", 0, 0, 0x3effffffu, 0, 0x7fffff8000000000, 0);
    ROW_SX("fcvtzs x9, s1, #64", 0, 0, 0x3f7fffffu, 0, 0x7fffffffffffffff, IOC);
    ROW_SX("fcvtzu w9, s1, #16", 0, 0, S0, 0, 0, 0);
    ROW_SX("fcvtzu w9, s1, #16", 0, 0, S_0, 0, 0, 0);
    ROW_SX("fcvtzu w9, s1, #16", 0, 0, S1_5, 0, 0x18000, 0);
    ROW_SX("fcvtzu w9, s1, #16", 0, 0, 0xc0200000u /* -2.5 */, 0, 0, IOC);
    ROW_SX("fcvtzu w9, s1, #16", 0, 0, 0x3f000000u /* 0.5 */, 0, 0x8000, 0);
    ROW_SX("fcvtzu w9, s1, #16", 0, 0, 0xbf000000u, 0, 0, IOC);
    ROW_SX("fcvtzu w9, s1, #16", 0, 0, SDEN, 0, 0, IXC);
    ROW_SX("fcvtzu w9, s1, #16", 0, 0, S_DEN, 0, 0, IXC);
    ROW_SX("fcvtzu w9, s1, #16", 0, 0, S1, 0, 0x10000, 0);
    ROW_SX("fcvtzu w9, s1, #16", 0, 0, S_1, 0, 0, IOC);
    ROW_SX("fcvtzu w9, s1, #16", 0, 0, S2, 0, 0x20000, 0);
    ROW_SX("fcvtzu w9, s1, #16", 0, 0, SMAX, 0, 0xffffffff, IOC);
    ROW_SX("fcvtzu w9, s1, #16", 0, 0, SQN, 0, 0, IOC);
    ROW_SX("fcvtzu w9, s1, #16", 0, 0, 0x3effffffu, 0, 0x7fff, IXC);
    ROW_SX("fcvtzu w9, s1, #16", 0, 0, 0x3f7fffffu, 0, 0xffff, IXC);
    ROW_SX("fcvtzu x9, s1, #63", 0, 0, S0, 0, 0, 0);
    ROW_SX("fcvtzu x9, s1, #63", 0, 0, S_0, 0, 0, 0);
    ROW_SX("fcvtzu x9, s1, #63", 0, 0, S1_5, 0, 0xc000000000000000, 0);
    ROW_SX("fcvtzu x9, s1, #63", 0, 0, 0xc0200000u /* -2.5 */, 0, 0, IOC);
    ROW_SX("fcvtzu x9, s1, #63", 0, 0, 0x3f000000u /* 0.5 */, 0,
           0x4000000000000000, 0);
    ROW_SX("fcvtzu x9, s1, #63", 0, 0, 0xbf000000u, 0, 0, IOC);
    ROW_SX("fcvtzu x9, s1, #63", 0, 0, SDEN, 0, 0, IXC);
    ROW_SX("fcvtzu x9, s1, #63", 0, 0, S_DEN, 0, 0, IXC);
    ROW_SX("fcvtzu x9, s1, #63", 0, 0, S1, 0, 0x8000000000000000, 0);
    ROW_SX("fcvtzu x9, s1, #63", 0, 0, S_1, 0, 0, IOC);
    ROW_SX("fcvtzu x9, s1, #63", 0, 0, S2, 0, 0xffffffffffffffff, IOC);
    ROW_SX("fcvtzu x9, s1, #63", 0, 0, SMAX, 0, 0xffffffffffffffff, IOC);
    ROW_SX("fcvtzu x9, s1, #63", 0, 0, SQN, 0, 0, IOC);
    ROW_SX("fcvtzu x9, s1, #63", 0, 0, 0x3effffffu, 0, 0x3fffffc000000000, 0);
    ROW_SX("fcvtzu x9, s1, #63", 0, 0, 0x3f7fffffu, 0, 0x7fffff8000000000, 0);
    ROW_SX("fcvtzu x9, s1, #3", 0, 0, S0, 0, 0, 0);
    ROW_SX("fcvtzu x9, s1, #3", 0, 0, S_0, 0, 0, 0);
    ROW_SX("fcvtzu x9, s1, #3", 0, 0, S1_5, 0, 0xc, 0);
    ROW_SX("fcvtzu x9, s1, #3", 0, 0, 0xc0200000u /* -2.5 */, 0, 0, IOC);
    ROW_SX("fcvtzu x9, s1, #3", 0, 0, 0x3f000000u /* 0.5 */, 0, 4, 0);
    ROW_SX("fcvtzu x9, s1, #3", 0, 0, 0xbf000000u, 0, 0, IOC);
    ROW_SX("fcvtzu x9, s1, #3", 0, 0, SDEN, 0, 0, IXC);
    ROW_SX("fcvtzu x9, s1, #3", 0, 0, S_DEN, 0, 0, IXC);
    ROW_SX("fcvtzu x9, s1, #3", 0, 0, S1, 0, 8, 0);
    ROW_SX("fcvtzu x9, s1, #3", 0, 0, S_1, 0, 0, IOC);
    ROW_SX("fcvtzu x9, s1, #3", 0, 0, S2, 0, 0x10, 0);
    ROW_SX("fcvtzu x9, s1, #3", 0, 0, SMAX, 0, 0xffffffffffffffff, IOC);
    ROW_SX("fcvtzu x9, s1, #3", 0, 0, SQN, 0, 0, IOC);
    ROW_SX("fcvtzu x9, s1, #3", 0, 0, 0x3effffffu, 0, 3, IXC);
    ROW_SX("fcvtzu x9, s1, #3", 0, 0, 0x3f7fffffu, 0, 7, IXC);
}

static void flushed_s(void)
{
    ROW_SX("fcvtzs x9, s1", FPCR_FZ, 0, SDEN, 0, 0, IDC);
    ROW_SX("fcvtzs x9, s1", FPCR_FZ, 0, S_DEN, 0, 0, IDC);
    ROW_SX("fcvtzs x9, s1", FPCR_FZ, 0, SDEN_MAX, 0, 0, IDC);
    ROW_SX("fcvtps x9, s1", FPCR_FZ, 0, SDEN, 0, 0, IDC);
    ROW_SX("fcvtps x9, s1", FPCR_FZ, 0, S_DEN, 0, 0, IDC);
    ROW_SX("fcvtps x9, s1", FPCR_FZ, 0, SDEN_MAX, 0, 0, IDC);
    ROW_SX("fcvtmu x9, s1", FPCR_FZ, 0, SDEN, 0, 0, IDC);
    ROW_SX("fcvtmu x9, s1", FPCR_FZ, 0, S_DEN, 0, 0, IDC);
    ROW_SX("fcvtmu x9, s1", FPCR_FZ, 0, SDEN_MAX, 0, 0, IDC);
}

/* The scalar forms whose result stays in the vector register. */
static void in_vectors_s(void)
{
    ROW_S("fcvtzs s0, s1", 0, 0, S1_5, 0, SDEN, IXC);
    ROW_S("fcvtzs s0, s1", 0, 0, 0xc0200000u /* -2.5 */, 0, 0xfffffffe, IXC);
    ROW_S("fcvtzs s0, s1", 0, 0, SQN, 0, S0, IOC);
    ROW_S("fcvtzs s0, s1", 0, 0, S_INF, 0, S_0, IOC);
    ROW_S("fcvtzs s0, s1", 0, 0, SINF, 0, 0x7fffffff, IOC);
    ROW_S("fcvtzs s0, s1", 0, 0, S_1, 0, 0xffffffff, 0);
    ROW_S("fcvtzu s0, s1", 0, 0, S1_5, 0, SDEN, IXC);
    ROW_S("fcvtzu s0, s1", 0, 0, 0xc0200000u /* -2.5 */, 0, S0, IOC);
    ROW_S("fcvtzu s0, s1", 0, 0, SQN, 0, S0, IOC);
    ROW_S("fcvtzu s0, s1", 0, 0, S_INF, 0, S0, IOC);
    ROW_S("fcvtzu s0, s1", 0, 0, SINF, 0, 0xffffffff, IOC);
    ROW_S("fcvtzu s0, s1", 0, 0, S_1, 0, S0, IOC);
    ROW_S("fcvtas s0, s1", 0, 0, S1_5, 0, 2, IXC);
    ROW_S("fcvtas s0, s1", 0, 0, 0xc0200000u /* -2.5 */, 0, 0xfffffffd, IXC);
    ROW_S("fcvtas s0, s1", 0, 0, SQN, 0, S0, IOC);
    ROW_S("fcvtas s0, s1", 0, 0, S_INF, 0, S_0, IOC);
    ROW_S("fcvtas s0, s1", 0, 0, SINF, 0, 0x7fffffff, IOC);
    ROW_S("fcvtas s0, s1", 0, 0, S_1, 0, 0xffffffff, 0);
    ROW_S("fcvtnu s0, s1", 0, 0, S1_5, 0, 2, IXC);
    ROW_S("fcvtnu s0, s1", 0, 0, 0xc0200000u /* -2.5 */, 0, S0, IOC);
    ROW_S("fcvtnu s0, s1", 0, 0, SQN, 0, S0, IOC);
    ROW_S("fcvtnu s0, s1", 0, 0, S_INF, 0, S0, IOC);
    ROW_S("fcvtnu s0, s1", 0, 0, SINF, 0, 0xffffffff, IOC);
    ROW_S("fcvtnu s0, s1", 0, 0, S_1, 0, S0, IOC);
    ROW_S("fcvtms s0, s1", 0, 0, S1_5, 0, SDEN, IXC);
    ROW_S("fcvtms s0, s1", 0, 0, 0xc0200000u /* -2.5 */, 0, 0xfffffffd, IXC);
    ROW_S("fcvtms s0, s1", 0, 0, SQN, 0, S0, IOC);
    ROW_S("fcvtms s0, s1", 0, 0, S_INF, 0, S_0, IOC);
    ROW_S("fcvtms s0, s1", 0, 0, SINF, 0, 0x7fffffff, IOC);
    ROW_S("fcvtms s0, s1", 0, 0, S_1, 0, 0xffffffff, 0);
    ROW_S("fcvtps s0, s1", 0, 0, S1_5, 0, 2, IXC);
    ROW_S("fcvtps s0, s1", 0, 0, 0xc0200000u /* -2.5 */, 0, 0xfffffffe, IXC);
    ROW_S("fcvtps s0, s1", 0, 0, SQN, 0, S0, IOC);
    ROW_S("fcvtps s0, s1", 0, 0, S_INF, 0, S_0, IOC);
    ROW_S("fcvtps s0, s1", 0, 0, SINF, 0, 0x7fffffff, IOC);
    ROW_S("fcvtps s0, s1", 0, 0, S_1, 0, 0xffffffff, 0);
    ROW_S("fcvtzs s0, s1, #7", 0, 0, S1_5, 0, 0xc0, 0);
    ROW_S("fcvtzu s0, s1, #32", 0, 0, S1_5, 0, 0xffffffff, IOC);
    ROW_S("fcvtzs s0, s1, #7", 0, 0, 0xc0200000u /* -2.5 */, 0, 0xfffffec0, 0);
    ROW_S("fcvtzu s0, s1, #32", 0, 0, 0xc0200000u /* -2.5 */, 0, S0, IOC);
    ROW_S("fcvtzs s0, s1, #7", 0, 0, 0x3f000000u /* 0.5 */, 0, 0x40, 0);
    ROW_S("fcvtzu s0, s1, #32", 0, 0, 0x3f000000u /* 0.5 */, 0, S_0, 0);
    ROW_S("fcvtzs s0, s1, #7", 0, 0, 0xbf000000u, 0, 0xffffffc0, 0);
    ROW_S("fcvtzu s0, s1, #32", 0, 0, 0xbf000000u, 0, S0, IOC);
    ROW_S("fcvtzs s0, s1, #7", 0, 0, SQN, 0, S0, IOC);
    ROW_S("fcvtzu s0, s1, #32", 0, 0, SQN, 0, S0, IOC);
    ROW_S("fcvtzs s0, s1, #7", 0, 0, SMAX, 0, 0x7fffffff, IOC);
    ROW_S("fcvtzu s0, s1, #32", 0, 0, SMAX, 0, 0xffffffff, IOC);
}

static void to_w_s_d(void)
{
    ROW_DX("fcvtzs w9, d1", 0, 0, D0, 0, 0, 0);
    ROW_DX("fcvtzs w9, d1", 0, 0, D_0, 0, 0, 0);
    ROW_DX("fcvtzs w9, d1", 0, 0, D1_5, 0, 1, IXC);
    ROW_DX("fcvtzs w9, d1", 0, 0, 0xc004000000000000u /* -2.5 */, 0, 0xfffffffe,
           IXC);
    ROW_DX("fcvtzs w9, d1", 0, 0, 0x3fe0000000000000u, 0, 0, IXC);
    ROW_DX("fcvtzs w9, d1", 0, 0, 0xbfe0000000000000u, 0, 0, IXC);
    ROW_DX("fcvtzs w9, d1", 0, 0, DDEN, 0, 0, IXC);
    ROW_DX("fcvtzs w9, d1", 0, 0, D_DEN, 0, 0, IXC);
    ROW_DX("fcvtzs w9, d1", 0, 0, DINF, 0, 0x7fffffff, IOC);
    ROW_DX("fcvtzs w9, d1", 0, 0, D_INF, 0, 0x80000000, IOC);
    ROW_DX("fcvtzs w9, d1", 0, 0, D_QN, 0, 0, IOC);
    ROW_DX("fcvtzs w9, d1", 0, 0, DSN, 0, 0, IOC);
    ROW_DX("fcvtzs w9, d1", 0, 0, 0x41dfffffffc00000u /* 2^31 - 1 */, 0,
           0x7fffffff, 0);
    ROW_DX("fcvtzs w9, d1", 0, 0, 0x41dfffffffe00000u /* 2^31 - 0.5 */, 0,
           0x7fffffff, IXC);
    ROW_DX("fcvtzs w9, d1", 0, 0, 0x41e0000000000000u, 0, 0x7fffffff, IOC);
    ROW_DX("fcvtzs w9, d1", 0, 0, 0xc1e0000000000000u, 0, 0x80000000, 0);
    ROW_DX("fcvtzs w9, d1", 0, 0, 0xc1e0000000100000u, 0, 0x80000000, IXC);
    ROW_DX("fcvtzs w9, d1", 0, 0, 0xc1e0000000200000u, 0, 0x80000000, IOC);
    ROW_DX("fcvtzs w9, d1", 0, 0, 0x41efffffffe00000u, 0, 0x7fffffff, IOC);
    ROW_DX("fcvtzs w9, d1", 0, 0, 0x41effffffff00000u, 0, 0x7fffffff, IOC);
    ROW_DX("fcvtzs w9, d1", 0, 0, 0x41f0000000000000u, 0, 0x7fffffff, IOC);
    ROW_DX("fcvtzs w9, d1", 0, 0, 0x43dfffffffffffffu, 0, 0x7fffffff, IOC);
    ROW_DX("fcvtzs w9, d1", 0, 0, 0x43e0000000000000u /* 2^63 */, 0, 0x7fffffff,
           IOC);
    ROW_DX("fcvtzs w9, d1", 0, 0, 0xc3e0000000000000u, 0, 0x80000000, IOC);
    ROW_DX("fcvtzs w9, d1", 0, 0, 0xc3e0000000000001u, 0, 0x80000000, IOC);
    ROW_DX("fcvtzs w9, d1", 0, 0, 0x43efffffffffffffu, 0, 0x7fffffff, IOC);
    ROW_DX("fcvtzs w9, d1", 0, 0, 0x43f0000000000000u, 0, 0x7fffffff, IOC);
    ROW_DX("fcvtzs w9, d1", 0, 0, 0xbfefffffffffffffu, 0, 0, IXC);
    ROW_DX("fcvtzs w9, d1", 0, 0, 0xbff0000000000000u, 0, 0xffffffff, 0);
    ROW_DX("fcvtzs w9, d1", 0, 0, 0x4330000000000001u, 0, 0x7fffffff, IOC);
}

static void to_x_s_d(void)
{
    ROW_DX("fcvtzs x9, d1", 0, 0, D0, 0, 0, 0);
    ROW_DX("fcvtzs x9, d1", 0, 0, D_0, 0, 0, 0);
    ROW_DX("fcvtzs x9, d1", 0, 0, D1_5, 0, 1, IXC);
    ROW_DX("fcvtzs x9, d1", 0, 0, 0xc004000000000000u /* -2.5 */, 0,
           0xfffffffffffffffe, IXC);
    ROW_DX("fcvtzs x9, d1", 0, 0, 0x3fe0000000000000u, 0, 0, IXC);
    ROW_DX("fcvtzs x9, d1", 0, 0, 0xbfe0000000000000u, 0, 0, IXC);
    ROW_DX("fcvtzs x9, d1", 0, 0, DDEN, 0, 0, IXC);
    ROW_DX("fcvtzs x9, d1", 0, 0, D_DEN, 0, 0, IXC);
    ROW_DX("fcvtzs x9, d1", 0, 0, DINF, 0, 0x7fffffffffffffff, IOC);
    ROW_DX("fcvtzs x9, d1", 0, 0, D_INF, 0, 0x8000000000000000, IOC);
    ROW_DX("fcvtzs x9, d1", 0, 0, D_QN, 0, 0, IOC);
    ROW_DX("fcvtzs x9, d1", 0, 0, DSN, 0, 0, IOC);
    ROW_DX("fcvtzs x9, d1", 0, 0, 0x41dfffffffc00000u /* 2^31 - 1 */, 0,
           0x7fffffff, 0);
    ROW_DX("fcvtzs x9, d1", 0, 0, 0x41dfffffffe00000u /* 2^31 - 0.5 */, 0,
           0x7fffffff, IXC);
    ROW_DX("fcvtzs x9, d1", 0, 0, 0x41e0000000000000u, 0, 0x80000000, 0);
    ROW_DX("fcvtzs x9, d1", 0, 0, 0xc1e0000000000000u, 0, 0xffffffff80000000,
           0);
    ROW_DX("fcvtzs x9, d1", 0, 0, 0xc1e0000000100000u, 0, 0xffffffff80000000,
           IXC);
    ROW_DX("fcvtzs x9, d1", 0, 0, 0xc1e0000000200000u, 0, 0xffffffff7fffffff,
           0);
    ROW_DX("fcvtzs x9, d1", 0, 0, 0x41efffffffe00000u, 0, 0xffffffff, 0);
    ROW_DX("fcvtzs x9, d1", 0, 0, 0x41effffffff00000u, 0, 0xffffffff, IXC);
    ROW_DX("fcvtzs x9, d1", 0, 0, 0x41f0000000000000u, 0, 0x100000000, 0);
    ROW_DX("fcvtzs x9, d1", 0, 0, 0x43dfffffffffffffu, 0, 0x7ffffffffffffc00,
           0);
    ROW_DX("fcvtzs x9, d1", 0, 0, 0x43e0000000000000u /* 2^63 */, 0,
           0x7fffffffffffffff, IOC);
    ROW_DX("fcvtzs x9, d1", 0, 0, 0xc3e0000000000000u, 0, 0x8000000000000000,
           0);
    ROW_DX("fcvtzs x9, d1", 0, 0, 0xc3e0000000000001u, 0, 0x8000000000000000,
           IOC);
    ROW_DX("fcvtzs x9, d1", 0, 0, 0x43efffffffffffffu, 0, 0x7fffffffffffffff,
           IOC);
    ROW_DX("fcvtzs x9, d1", 0, 0, 0x43f0000000000000u, 0, 0x7fffffffffffffff,
           IOC);
    ROW_DX("fcvtzs x9, d1", 0, 0, 0xbfefffffffffffffu, 0, 0, IXC);
    ROW_DX("fcvtzs x9, d1", 0, 0, 0xbff0000000000000u, 0, 0xffffffffffffffff,
           0);
    ROW_DX("fcvtzs x9, d1", 0, 0, 0x4330000000000001u, 0, 0x10000000000001, 0);
}

static void to_w_u_d(void)
{
    ROW_DX("fcvtzu w9, d1", 0, 0, D0, 0, 0, 0);
    ROW_DX("fcvtzu w9, d1", 0, 0, D_0, 0, 0, 0);
    ROW_DX("fcvtzu w9, d1", 0, 0, D1_5, 0, 1, IXC);
    ROW_DX("fcvtzu w9, d1", 0, 0, 0xc004000000000000u /* -2.5 */, 0, 0, IOC);
    ROW_DX("fcvtzu w9, d1", 0, 0, 0x3fe0000000000000u, 0, 0, IXC);
    ROW_DX("fcvtzu w9, d1", 0, 0, 0xbfe0000000000000u, 0, 0, IXC);
    ROW_DX("fcvtzu w9, d1", 0, 0, DDEN, 0, 0, IXC);
    ROW_DX("fcvtzu w9, d1", 0, 0, D_DEN, 0, 0, IXC);
    ROW_DX("fcvtzu w9, d1", 0, 0, DINF, 0, 0xffffffff, IOC);
    ROW_DX("fcvtzu w9, d1", 0, 0, D_INF, 0, 0, IOC);
    ROW_DX("fcvtzu w9, d1", 0, 0, D_QN, 0, 0, IOC);
    ROW_DX("fcvtzu w9, d1", 0, 0, DSN, 0, 0, IOC);
    ROW_DX("fcvtzu w9, d1", 0, 0, 0x41dfffffffc00000u /* 2^31 - 1 */, 0,
           0x7fffffff, 0);
    ROW_DX("fcvtzu w9, d1", 0, 0, 0x41dfffffffe00000u /* 2^31 - 0.5 */, 0,
           0x7fffffff, IXC);
    ROW_DX("fcvtzu w9, d1", 0, 0, 0x41e0000000000000u, 0, 0x80000000, 0);
    ROW_DX("fcvtzu w9, d1", 0, 0, 0xc1e0000000000000u, 0, 0, IOC);
    ROW_DX("fcvtzu w9, d1", 0, 0, 0xc1e0000000100000u, 0, 0, IOC);
    ROW_DX("fcvtzu w9, d1", 0, 0, 0xc1e0000000200000u, 0, 0, IOC);
    ROW_DX("fcvtzu w9, d1", 0, 0, 0x41efffffffe00000u, 0, 0xffffffff, 0);
    ROW_DX("fcvtzu w9, d1", 0, 0, 0x41effffffff00000u, 0, 0xffffffff, IXC);
    ROW_DX("fcvtzu w9, d1", 0, 0, 0x41f0000000000000u, 0, 0xffffffff, IOC);
    ROW_DX("fcvtzu w9, d1", 0, 0, 0x43dfffffffffffffu, 0, 0xffffffff, IOC);
    ROW_DX("fcvtzu w9, d1", 0, 0, 0x43e0000000000000u /* 2^63 */, 0, 0xffffffff,
           IOC);
    ROW_DX("fcvtzu w9, d1", 0, 0, 0xc3e0000000000000u, 0, 0, IOC);
    ROW_DX("fcvtzu w9, d1", 0, 0, 0xc3e0000000000001u, 0, 0, IOC);
    ROW_DX("fcvtzu w9, d1", 0, 0, 0x43efffffffffffffu, 0, 0xffffffff, IOC);
    ROW_DX("fcvtzu w9, d1", 0, 0, 0x43f0000000000000u, 0, 0xffffffff, IOC);
    ROW_DX("fcvtzu w9, d1", 0, 0, 0xbfefffffffffffffu, 0, 0, IXC);
    ROW_DX("fcvtzu w9, d1", 0, 0, 0xbff0000000000000u, 0, 0, IOC);
    ROW_DX("fcvtzu w9, d1", 0, 0, 0x4330000000000001u, 0, 0xffffffff, IOC);
}

static void to_x_u_d(void)
{
    ROW_DX("fcvtzu x9, d1", 0, 0, D0, 0, 0, 0);
    ROW_DX("fcvtzu x9, d1", 0, 0, D_0, 0, 0, 0);
    ROW_DX("fcvtzu x9, d1", 0, 0, D1_5, 0, 1, IXC);
    ROW_DX("fcvtzu x9, d1", 0, 0, 0xc004000000000000u /* -2.5 */, 0, 0, IOC);
    ROW_DX("fcvtzu x9, d1", 0, 0, 0x3fe0000000000000u, 0, 0, IXC);
    ROW_DX("fcvtzu x9, d1", 0, 0, 0xbfe0000000000000u, 0, 0, IXC);
    ROW_DX("fcvtzu x9, d1", 0, 0, DDEN, 0, 0, IXC);
    ROW_DX("fcvtzu x9, d1", 0, 0, D_DEN, 0, 0, IXC);
    ROW_DX("fcvtzu x9, d1", 0, 0, DINF, 0, 0xffffffffffffffff, IOC);
    ROW_DX("fcvtzu x9, d1", 0, 0, D_INF, 0, 0, IOC);
    ROW_DX("fcvtzu x9, d1", 0, 0, D_QN, 0, 0, IOC);
    ROW_DX("fcvtzu x9, d1", 0, 0, DSN, 0, 0, IOC);
    ROW_DX("fcvtzu x9, d1", 0, 0, 0x41dfffffffc00000u /* 2^31 - 1 */, 0,
           0x7fffffff, 0);
    ROW_DX("fcvtzu x9, d1", 0, 0, 0x41dfffffffe00000u /* 2^31 - 0.5 */, 0,
           0x7fffffff, IXC);
    ROW_DX("fcvtzu x9, d1", 0, 0, 0x41e0000000000000u, 0, 0x80000000, 0);
    ROW_DX("fcvtzu x9, d1", 0, 0, 0xc1e0000000000000u, 0, 0, IOC);
    ROW_DX("fcvtzu x9, d1", 0, 0, 0xc1e0000000100000u, 0, 0, IOC);
    ROW_DX("fcvtzu x9, d1", 0, 0, 0xc1e0000000200000u, 0, 0, IOC);
    ROW_DX("fcvtzu x9, d1", 0, 0, 0x41efffffffe00000u, 0, 0xffffffff, 0);
    ROW_DX("fcvtzu x9, d1", 0, 0, 0x41effffffff00000u, 0, 0xffffffff, IXC);
    ROW_DX("fcvtzu x9, d1", 0, 0, 0x41f0000000000000u, 0, 0x100000000, 0);
    ROW_DX("fcvtzu x9, d1", 0, 0, 0x43dfffffffffffffu, 0, 0x7ffffffffffffc00,
           0);
    ROW_DX("fcvtzu x9, d1", 0, 0, 0x43e0000000000000u /* 2^63 */, 0,
           0x8000000000000000, 0);
    ROW_DX("fcvtzu x9, d1", 0, 0, 0xc3e0000000000000u, 0, 0, IOC);
    ROW_DX("fcvtzu x9, d1", 0, 0, 0xc3e0000000000001u, 0, 0, IOC);
    ROW_DX("fcvtzu x9, d1", 0, 0, 0x43efffffffffffffu, 0, 0xfffffffffffff800,
           0);
    ROW_DX("fcvtzu x9, d1", 0, 0, 0x43f0000000000000u, 0, 0xffffffffffffffff,
           IOC);
    ROW_DX("fcvtzu x9, d1", 0, 0, 0xbfefffffffffffffu, 0, 0, IXC);
    ROW_DX("fcvtzu x9, d1", 0, 0, 0xbff0000000000000u, 0, 0, IOC);
    ROW_DX("fcvtzu x9, d1", 0, 0, 0x4330000000000001u, 0, 0x10000000000001, 0);
}

/* Each rounding, whatever FPCR says. */
static void directed_d(void)
{
    ROW_DX("fcvtns x9, d1", FPCR_RZ, 0, D1_5, 0, 2, IXC);
    ROW_DX("fcvtns x9, d1", FPCR_RZ, 0, 0xc004000000000000u /* -2.5 */, 0,
           0xfffffffffffffffe, IXC);
    ROW_DX("fcvtns x9, d1", FPCR_RZ, 0, 0x3fe0000000000000u, 0, 0, IXC);
    ROW_DX("fcvtns x9, d1", FPCR_RZ, 0, 0xbfe0000000000000u, 0, 0, IXC);
    ROW_DX("fcvtns x9, d1", FPCR_RZ, 0, DDEN, 0, 0, IXC);
    ROW_DX("fcvtns x9, d1", FPCR_RZ, 0, D_DEN, 0, 0, IXC);
    ROW_DX("fcvtns x9, d1", FPCR_RZ, 0, 0x3ff8000000000000u, 0, 2, IXC);
    ROW_DX("fcvtns x9, d1", FPCR_RZ, 0, 0x4004000000000000u, 0, 2, IXC);
    ROW_DX("fcvtnu x9, d1", FPCR_RZ, 0, D1_5, 0, 2, IXC);
    ROW_DX("fcvtnu x9, d1", FPCR_RZ, 0, 0xc004000000000000u /* -2.5 */, 0, 0,
           IOC);
    ROW_DX("fcvtnu x9, d1", FPCR_RZ, 0, 0x3fe0000000000000u, 0, 0, IXC);
    ROW_DX("fcvtnu x9, d1", FPCR_RZ, 0, 0xbfe0000000000000u, 0, 0, IXC);
    ROW_DX("fcvtnu x9, d1", FPCR_RZ, 0, DDEN, 0, 0, IXC);
    ROW_DX("fcvtnu x9, d1", FPCR_RZ, 0, D_DEN, 0, 0, IXC);
    ROW_DX("fcvtnu x9, d1", FPCR_RZ, 0, 0x3ff8000000000000u, 0, 2, IXC);
    ROW_DX("fcvtnu x9, d1", FPCR_RZ, 0, 0x4004000000000000u, 0, 2, IXC);
    ROW_DX("fcvtms x9, d1", FPCR_RZ, 0, D1_5, 0, 1, IXC);
    ROW_DX("fcvtms x9, d1", FPCR_RZ, 0, 0xc004000000000000u /* -2.5 */, 0,
           0xfffffffffffffffd, IXC);
    ROW_DX("fcvtms x9, d1", FPCR_RZ, 0, 0x3fe0000000000000u, 0, 0, IXC);
    ROW_DX("fcvtms x9, d1", FPCR_RZ, 0, 0xbfe0000000000000u, 0,
           0xffffffffffffffff, IXC);
    ROW_DX("fcvtms x9, d1", FPCR_RZ, 0, DDEN, 0, 0, IXC);
    ROW_DX("fcvtms x9, d1", FPCR_RZ, 0, D_DEN, 0, 0xffffffffffffffff, IXC);
    ROW_DX("fcvtms x9, d1", FPCR_RZ, 0, 0x3ff8000000000000u, 0, 1, IXC);
    ROW_DX("fcvtms x9, d1", FPCR_RZ, 0, 0x4004000000000000u, 0, 2, IXC);
    ROW_DX("fcvtmu x9, d1", FPCR_RZ, 0, D1_5, 0, 1, IXC);
    ROW_DX("fcvtmu x9, d1", FPCR_RZ, 0, 0xc004000000000000u /* -2.5 */, 0, 0,
           IOC);
    ROW_DX("fcvtmu x9, d1", FPCR_RZ, 0, 0x3fe0000000000000u, 0, 0, IXC);
    ROW_DX("fcvtmu x9, d1", FPCR_RZ, 0, 0xbfe0000000000000u, 0, 0, IOC);
    ROW_DX("fcvtmu x9, d1", FPCR_RZ, 0, DDEN, 0, 0, IXC);
    ROW_DX("fcvtmu x9, d1", FPCR_RZ, 0, D_DEN, 0, 0, IOC);
    ROW_DX("fcvtmu x9, d1", FPCR_RZ, 0, 0x3ff8000000000000u, 0, 1, IXC);
    ROW_DX("fcvtmu x9, d1", FPCR_RZ, 0, 0x4004000000000000u, 0, 2, IXC);
    ROW_DX("fcvtps x9, d1", FPCR_RZ, 0, D1_5, 0, 2, IXC);
    ROW_DX("fcvtps x9, d1", FPCR_RZ, 0, 0xc004000000000000u /* -2.5 */, 0,
           0xfffffffffffffffe, IXC);
    ROW_DX("fcvtps x9, d1", FPCR_RZ, 0, 0x3fe0000000000000u, 0, 1, IXC);
    ROW_DX("fcvtps x9, d1", FPCR_RZ, 0, 0xbfe0000000000000u, 0, 0, IXC);
    ROW_DX("fcvtps x9, d1", FPCR_RZ, 0, DDEN, 0, 1, IXC);
    ROW_DX("fcvtps x9, d1", FPCR_RZ, 0, D_DEN, 0, 0, IXC);
    ROW_DX("fcvtps x9, d1", FPCR_RZ, 0, 0x3ff8000000000000u, 0, 2, IXC);
    ROW_DX("fcvtps x9, d1", FPCR_RZ, 0, 0x4004000000000000u, 0, 3, IXC);
    ROW_DX("fcvtpu x9, d1", FPCR_RZ, 0, D1_5, 0, 2, IXC);
    ROW_DX("fcvtpu x9, d1", FPCR_RZ, 0, 0xc004000000000000u /* -2.5 */, 0, 0,
           IOC);
    ROW_DX("fcvtpu x9, d1", FPCR_RZ, 0, 0x3fe0000000000000u, 0, 1, IXC);
    ROW_DX("fcvtpu x9, d1", FPCR_RZ, 0, 0xbfe0000000000000u, 0, 0, IXC);
    ROW_DX("fcvtpu x9, d1", FPCR_RZ, 0, DDEN, 0, 1, IXC);
    ROW_DX("fcvtpu x9, d1", FPCR_RZ, 0, D_DEN, 0, 0, IXC);
    ROW_DX("fcvtpu x9, d1", FPCR_RZ, 0, 0x3ff8000000000000u, 0, 2, IXC);
    ROW_DX("fcvtpu x9, d1", FPCR_RZ, 0, 0x4004000000000000u, 0, 3, IXC);
    ROW_DX("fcvtas x9, d1", FPCR_RZ, 0, D1_5, 0, 2, IXC);
    ROW_DX("fcvtas x9, d1", FPCR_RZ, 0, 0xc004000000000000u /* -2.5 */, 0,
           0xfffffffffffffffd, IXC);
    ROW_DX("fcvtas x9, d1", FPCR_RZ, 0, 0x3fe0000000000000u, 0, 1, IXC);
    ROW_DX("fcvtas x9, d1", FPCR_RZ, 0, 0xbfe0000000000000u, 0,
           0xffffffffffffffff, IXC);
    ROW_DX("fcvtas x9, d1", FPCR_RZ, 0, DDEN, 0, 0, IXC);
    ROW_DX("fcvtas x9, d1", FPCR_RZ, 0, D_DEN, 0, 0, IXC);
    ROW_DX("fcvtas x9, d1", FPCR_RZ, 0, 0x3ff8000000000000u, 0, 2, IXC);
    ROW_DX("fcvtas x9, d1", FPCR_RZ, 0, 0x4004000000000000u, 0, 3, IXC);
    ROW_DX("fcvtau x9, d1", FPCR_RZ, 0, D1_5, 0, 2, IXC);
    ROW_DX("fcvtau x9, d1", FPCR_RZ, 0, 0xc004000000000000u /* -2.5 */, 0, 0,
           IOC);
    ROW_DX("fcvtau x9, d1", FPCR_RZ, 0, 0x3fe0000000000000u, 0, 1, IXC);
    ROW_DX("fcvtau x9, d1", FPCR_RZ, 0, 0xbfe0000000000000u, 0, 0, IOC);
    ROW_DX("fcvtau x9, d1", FPCR_RZ, 0, DDEN, 0, 0, IXC);
    ROW_DX("fcvtau x9, d1", FPCR_RZ, 0, D_DEN, 0, 0, IXC);
    ROW_DX("fcvtau x9, d1", FPCR_RZ, 0, 0x3ff8000000000000u, 0, 2, IXC);
    ROW_DX("fcvtau x9, d1", FPCR_RZ, 0, 0x4004000000000000u, 0, 3, IXC);
    ROW_DX("fcvtns w9, d1", 0, 0, 0x41dfffffffe00000u, 0, 0x7fffffff, IOC);
    ROW_DX("fcvtms w9, d1", 0, 0, 0x41dfffffffe00000u, 0, 0x7fffffff, IXC);
    ROW_DX("fcvtpu w9, d1", 0, 0, 0xbfefffffffffffffu, 0, 0, IXC);
    ROW_DX("fcvtmu x9, d1", 0, 0, 0xbfefffffffffffffu, 0, 0, IOC);
}

/* Fixed point: x * 2^fbits. */
static void fixed_d(void)
{
    ROW_DX("fcvtzs w9, d1, #1", 0, 0, D0, 0, 0, 0);
    ROW_DX("fcvtzs w9, d1, #1", 0, 0, D_0, 0, 0, 0);
    ROW_DX("fcvtzs w9, d1, #1", 0, 0, D1_5, 0, 3, 0);
    ROW_DX("fcvtzs w9, d1, #1", 0, 0, 0xc004000000000000u /* -2.5 */, 0,
           0xfffffffb, 0);
    ROW_DX("fcvtzs w9, d1, #1", 0, 0, 0x3fe0000000000000u, 0, 1, 0);
    ROW_DX("fcvtzs w9, d1, #1", 0, 0, 0xbfe0000000000000u, 0, 0xffffffff, 0);
    ROW_DX("fcvtzs w9, d1, #1", 0, 0, DDEN, 0, 0, IXC);
    ROW_DX("fcvtzs w9, d1, #1", 0, 0, D_DEN, 0, 0, IXC);
    ROW_DX("fcvtzs w9, d1, #1", 0, 0, D1, 0, 2, 0);
    ROW_DX("fcvtzs w9, d1, #1", 0, 0, D_1, 0, 0xfffffffe, 0);
    ROW_DX("fcvtzs w9, d1, #1", 0, 0, D2, 0, 4, 0);
    ROW_DX("fcvtzs w9, d1, #1", 0, 0, DMAX, 0, 0x7fffffff, IOC);
    ROW_DX("fcvtzs w9, d1, #1", 0, 0, DQN, 0, 0, IOC);
    ROW_DX("fcvtzs w9, d1, #1", 0, 0, 0x3fdfffffffffffffu, 0, 0, IXC);
    ROW_DX("fcvtzs w9, d1, #1", 0, 0, 0x3fefffffffffffffu, 0, 1, IXC);
    ROW_DX("fcvtzs w9, d1, #32", 0, 0, D0, 0, 0, 0);
    ROW_DX("fcvtzs w9, d1, #32", 0, 0, D_0, 0, 0, 0);
    ROW_DX("fcvtzs w9, d1, #32", 0, 0, D1_5, 0, 0x7fffffff, IOC);
    ROW_DX("fcvtzs w9, d1, #32", 0, 0, 0xc004000000000000u /* -2.5 */, 0,
           0x80000000, IOC);
    ROW_DX("fcvtzs w9, d1, #32", 0, 0, 0x3fe0000000000000u, 0, 0x7fffffff, IOC);
    ROW_DX("fcvtzs w9, d1, #32", 0, 0, 0xbfe0000000000000u, 0, 0x80000000, 0);
    ROW_DX("fcvtzs w9, d1, #32", 0, 0, DDEN, 0, 0, IXC);
    ROW_DX("fcvtzs w9, d1, #32", 0, 0, D_DEN, 0, 0, IXC);
    ROW_DX("fcvtzs w9, d1, #32", 0, 0, D1, 0, 0x7fffffff, IOC);
    ROW_DX("fcvtzs w9, d1, #32", 0, 0, D_1, 0, 0x80000000, IOC);
    ROW_DX("fcvtzs w9, d1, #32", 0, 0, D2, 0, 0x7fffffff, IOC);
    ROW_DX("fcvtzs w9, d1, #32", 0, 0, DMAX, 0, 0x7fffffff, IOC);
    ROW_DX("fcvtzs w9, d1, #32", 0, 0, DQN, 0, 0, IOC);
    ROW_DX("fcvtzs w9, d1, #32", 0, 0, 0x3fdfffffffffffffu, 0, 0x7fffffff, IXC);
    ROW_DX("fcvtzs w9, d1, #32", 0, 0, 0x3fefffffffffffffu, 0, 0x7fffffff, IOC);
    ROW_DX("fcvtzs x9, d1, #64", 0, 0, D0, 0, 0, 0);
    ROW_DX("fcvtzs x9, d1, #64", 0, 0, D_0, 0, 0, 0);
    ROW_DX("fcvtzs x9, d1, #64", 0, 0, D1_5, 0, 0x7fffffffffffffff, IOC);
    ROW_DX("fcvtzs x9, d1, #64", 0, 0, 0xc004000000000000u /* -2.5 */, 0,
           0x8000000000000000, IOC);
    ROW_DX("fcvtzs x9, d1, #64", 0, 0, 0x3fe0000000000000u, 0,
           0x7fffffffffffffff, IOC);
    ROW_DX("fcvtzs x9, d1, #64", 0, 0, 0xbfe0000000000000u, 0,
           0x8000000000000000, 0);
    ROW_DX("fcvtzs x9, d1, #64", 0, 0, DDEN, 0, 0, IXC);
    ROW_DX("fcvtzs x9, d1, #64", 0, 0, D_DEN, 0, 0, IXC);
    ROW_DX("fcvtzs x9, d1, #64", 0, 0, D1, 0, 0x7fffffffffffffff, IOC);
    ROW_DX("fcvtzs x9, d1, #64", 0, 0, D_1, 0, 0x8000000000000000, IOC);
    ROW_DX("fcvtzs x9, d1, #64", 0, 0, D2, 0, 0x7fffffffffffffff, IOC);
    ROW_DX("fcvtzs x9, d1, #64", 0, 0, DMAX, 0, 0x7fffffffffffffff, IOC);
    ROW_DX("fcvtzs x9, d1, #64", 0, 0, DQN, 0, 0, IOC);
    ROW_DX("fcvtzs x9, d1, #64", 0, 0, 0x3fdfffffffffffffu, 0,
           0x7ffffffffffffc00, 0);
    ROW_DX("fcvtzs x9, d1, #64", 0, 0, 0x3fefffffffffffffu, 0,
           0x7fffffffffffffff, IOC);
    ROW_DX("fcvtzu w9, d1, #16", 0, 0, D0, 0, 0, 0);
    ROW_DX("fcvtzu w9, d1, #16", 0, 0, D_0, 0, 0, 0);
    ROW_DX("fcvtzu w9, d1, #16", 0, 0, D1_5, 0, 0x18000, 0);
    ROW_DX("fcvtzu w9, d1, #16", 0, 0, 0xc004000000000000u /* -2.5 */, 0, 0,
           IOC);
    ROW_DX("fcvtzu w9, d1, #16", 0, 0, 0x3fe0000000000000u, 0, 0x8000, 0);
    ROW_DX("fcvtzu w9, d1, #16", 0, 0, 0xbfe0000000000000u, 0, 0, IOC);
    ROW_DX("fcvtzu w9, d1, #16", 0, 0, DDEN, 0, 0, IXC);
    ROW_DX("fcvtzu w9, d1, #16", 0, 0, D_DEN, 0, 0, IXC);
    ROW_DX("fcvtzu w9, d1, #16", 0, 0, D1, 0, 0x10000, 0);
    ROW_DX("fcvtzu w9, d1, #16", 0, 0, D_1, 0, 0, IOC);
    ROW_DX("fcvtzu w9, d1, #16", 0, 0, D2, 0, 0x20000, 0);
    ROW_DX("fcvtzu w9, d1, #16", 0, 0, DMAX, 0, 0xffffffff, IOC);
    ROW_DX("fcvtzu w9, d1, #16", 0, 0, DQN, 0, 0, IOC);
    ROW_DX("fcvtzu w9, d1, #16", 0, 0, 0x3fdfffffffffffffu, 0, 0x7fff, IXC);
    ROW_DX("fcvtzu w9, d1, #16", 0, 0, 0x3fefffffffffffffu, 0, 0xffff, IXC);
    ROW_DX("fcvtzu x9, d1, #63", 0, 0, D0, 0, 0, 0);
    ROW_DX("fcvtzu x9, d1, #63", 0, 0, D_0, 0, 0, 0);
    ROW_DX("fcvtzu x9, d1, #63", 0, 0, D1_5, 0, 0xc000000000000000, 0);
    ROW_DX("fcvtzu x9, d1, #63", 0, 0, 0xc004000000000000u /* -2.5 */, 0, 0,
           IOC);
    ROW_DX("fcvtzu x9, d1, #63", 0, 0, 0x3fe0000000000000u, 0,
           0x4000000000000000, 0);
    ROW_DX("fcvtzu x9, d1, #63", 0, 0, 0xbfe0000000000000u, 0, 0, IOC);
    ROW_DX("fcvtzu x9, d1, #63", 0, 0, DDEN, 0, 0, IXC);
    ROW_DX("fcvtzu x9, d1, #63", 0, 0, D_DEN, 0, 0, IXC);
    ROW_DX("fcvtzu x9, d1, #63", 0, 0, D1, 0, 0x8000000000000000, 0);
    ROW_DX("fcvtzu x9, d1, #63", 0, 0, D_1, 0, 0, IOC);
    ROW_DX("fcvtzu x9, d1, #63", 0, 0, D2, 0, 0xffffffffffffffff, IOC);
    ROW_DX("fcvtzu x9, d1, #63", 0, 0, DMAX, 0, 0xffffffffffffffff, IOC);
    ROW_DX("fcvtzu x9, d1, #63", 0, 0, DQN, 0, 0, IOC);
    ROW_DX("fcvtzu x9, d1, #63", 0, 0, 0x3fdfffffffffffffu, 0,
           0x3ffffffffffffe00, 0);
    ROW_DX("fcvtzu x9, d1, #63", 0, 0, 0x3fefffffffffffffu, 0,
           0x7ffffffffffffc00, 0);
    ROW_DX("fcvtzu x9, d1, #3", 0, 0, D0, 0, 0, 0);
    ROW_DX("fcvtzu x9, d1, #3", 0, 0, D_0, 0, 0, 0);
    ROW_DX("fcvtzu x9, d1, #3", 0, 0, D1_5, 0, 0xc, 0);
    ROW_DX("fcvtzu x9, d1, #3", 0, 0, 0xc004000000000000u /* -2.5 */, 0, 0,
           IOC);
    ROW_DX("fcvtzu x9, d1, #3", 0, 0, 0x3fe0000000000000u, 0, 4, 0);
    ROW_DX("fcvtzu x9, d1, #3", 0, 0, 0xbfe0000000000000u, 0, 0, IOC);
    ROW_DX("fcvtzu x9, d1, #3", 0, 0, DDEN, 0, 0, IXC);
    ROW_DX("fcvtzu x9, d1, #3", 0, 0, D_DEN, 0, 0, IXC);
    ROW_DX("fcvtzu x9, d1, #3", 0, 0, D1, 0, 8, 0);
    ROW_DX("fcvtzu x9, d1, #3", 0, 0, D_1, 0, 0, IOC);
    ROW_DX("fcvtzu x9, d1, #3", 0, 0, D2, 0, 0x10, 0);
    ROW_DX("fcvtzu x9, d1, #3", 0, 0, DMAX, 0, 0xffffffffffffffff, IOC);
    ROW_DX("fcvtzu x9, d1, #3", 0, 0, DQN, 0, 0, IOC);
    ROW_DX("fcvtzu x9, d1, #3", 0, 0, 0x3fdfffffffffffffu, 0, 3, IXC);
    ROW_DX("fcvtzu x9, d1, #3", 0, 0, 0x3fefffffffffffffu, 0, 7, IXC);
}

static void flushed_d(void)
{
    ROW_DX("fcvtzs x9, d1", FPCR_FZ, 0, DDEN, 0, 0, IDC);
    ROW_DX("fcvtzs x9, d1", FPCR_FZ, 0, D_DEN, 0, 0, IDC);
    ROW_DX("fcvtzs x9, d1", FPCR_FZ, 0, DDEN_MAX, 0, 0, IDC);
    ROW_DX("fcvtps x9, d1", FPCR_FZ, 0, DDEN, 0, 0, IDC);
    ROW_DX("fcvtps x9, d1", FPCR_FZ, 0, D_DEN, 0, 0, IDC);
    ROW_DX("fcvtps x9, d1", FPCR_FZ, 0, DDEN_MAX, 0, 0, IDC);
    ROW_DX("fcvtmu x9, d1", FPCR_FZ, 0, DDEN, 0, 0, IDC);
    ROW_DX("fcvtmu x9, d1", FPCR_FZ, 0, D_DEN, 0, 0, IDC);
    ROW_DX("fcvtmu x9, d1", FPCR_FZ, 0, DDEN_MAX, 0, 0, IDC);
}

/* The scalar forms whose result stays in the vector register. */
static void in_vectors_d(void)
{
    ROW_D("fcvtzs d0, d1", 0, 0, D1_5, 0, DDEN, IXC);
    ROW_D("fcvtzs d0, d1", 0, 0, 0xc004000000000000u /* -2.5 */, 0,
          0xfffffffffffffffe, IXC);
    ROW_D("fcvtzs d0, d1", 0, 0, DQN, 0, D0, IOC);
    ROW_D("fcvtzs d0, d1", 0, 0, D_INF, 0, D_0, IOC);
    ROW_D("fcvtzs d0, d1", 0, 0, DINF, 0, 0x7fffffffffffffff, IOC);
    ROW_D("fcvtzs d0, d1", 0, 0, D_1, 0, 0xffffffffffffffff, 0);
    ROW_D("fcvtzu d0, d1", 0, 0, D1_5, 0, DDEN, IXC);
    ROW_D("fcvtzu d0, d1", 0, 0, 0xc004000000000000u /* -2.5 */, 0, D0, IOC);
    ROW_D("fcvtzu d0, d1", 0, 0, DQN, 0, D0, IOC);
    ROW_D("fcvtzu d0, d1", 0, 0, D_INF, 0, D0, IOC);
    ROW_D("fcvtzu d0, d1", 0, 0, DINF, 0, 0xffffffffffffffff, IOC);
    ROW_D("fcvtzu d0, d1", 0, 0, D_1, 0, D0, IOC);
    ROW_D("fcvtas d0, d1", 0, 0, D1_5, 0, 2, IXC);
    ROW_D("fcvtas d0, d1", 0, 0, 0xc004000000000000u /* -2.5 */, 0,
          0xfffffffffffffffd, IXC);
    ROW_D("fcvtas d0, d1", 0, 0, DQN, 0, D0, IOC);
    ROW_D("fcvtas d0, d1", 0, 0, D_INF, 0, D_0, IOC);
    ROW_D("fcvtas d0, d1", 0, 0, DINF, 0, 0x7fffffffffffffff, IOC);
    ROW_D("fcvtas d0, d1", 0, 0, D_1, 0, 0xffffffffffffffff, 0);
    ROW_D("fcvtnu d0, d1", 0, 0, D1_5, 0, 2, IXC);
    ROW_D("fcvtnu d0, d1", 0, 0, 0xc004000000000000u /* -2.5 */, 0, D0, IOC);
    ROW_D("fcvtnu d0, d1", 0, 0, DQN, 0, D0, IOC);
    ROW_D("fcvtnu d0, d1", 0, 0, D_INF, 0, D0, IOC);
    ROW_D("fcvtnu d0, d1", 0, 0, DINF, 0, 0xffffffffffffffff, IOC);
    ROW_D("fcvtnu d0, d1", 0, 0, D_1, 0, D0, IOC);
    ROW_D("fcvtms d0, d1", 0, 0, D1_5, 0, DDEN, IXC);
    ROW_D("fcvtms d0, d1", 0, 0, 0xc004000000000000u /* -2.5 */, 0,
          0xfffffffffffffffd, IXC);
    ROW_D("fcvtms d0, d1", 0, 0, DQN, 0, D0, IOC);
    ROW_D("fcvtms d0, d1", 0, 0, D_INF, 0, D_0, IOC);
    ROW_D("fcvtms d0, d1", 0, 0, DINF, 0, 0x7fffffffffffffff, IOC);
    ROW_D("fcvtms d0, d1", 0, 0, D_1, 0, 0xffffffffffffffff, 0);
    ROW_D("fcvtps d0, d1", 0, 0, D1_5, 0, 2, IXC);
    ROW_D("fcvtps d0, d1", 0, 0, 0xc004000000000000u /* -2.5 */, 0,
          0xfffffffffffffffe, IXC);
    ROW_D("fcvtps d0, d1", 0, 0, DQN, 0, D0, IOC);
    ROW_D("fcvtps d0, d1", 0, 0, D_INF, 0, D_0, IOC);
    ROW_D("fcvtps d0, d1", 0, 0, DINF, 0, 0x7fffffffffffffff, IOC);
    ROW_D("fcvtps d0, d1", 0, 0, D_1, 0, 0xffffffffffffffff, 0);
    ROW_D("fcvtzs d0, d1, #7", 0, 0, D1_5, 0, 0xc0, 0);
    ROW_D("fcvtzu d0, d1, #64", 0, 0, D1_5, 0, 0xffffffffffffffff, IOC);
    ROW_D("fcvtzs d0, d1, #7", 0, 0, 0xc004000000000000u /* -2.5 */, 0,
          0xfffffffffffffec0, 0);
    ROW_D("fcvtzu d0, d1, #64", 0, 0, 0xc004000000000000u /* -2.5 */, 0, D0,
          IOC);
    ROW_D("fcvtzs d0, d1, #7", 0, 0, 0x3fe0000000000000u, 0, 0x40, 0);
    ROW_D("fcvtzu d0, d1, #64", 0, 0, 0x3fe0000000000000u, 0, D_0, 0);
    ROW_D("fcvtzs d0, d1, #7", 0, 0, 0xbfe0000000000000u, 0, 0xffffffffffffffc0,
          0);
    ROW_D("fcvtzu d0, d1, #64", 0, 0, 0xbfe0000000000000u, 0, D0, IOC);
    ROW_D("fcvtzs d0, d1, #7", 0, 0, DQN, 0, D0, IOC);
    ROW_D("fcvtzu d0, d1, #64", 0, 0, DQN, 0, D0, IOC);
    ROW_D("fcvtzs d0, d1, #7", 0, 0, DMAX, 0, 0x7fffffffffffffff, IOC);
    ROW_D("fcvtzu d0, d1, #64", 0, 0, DMAX, 0, 0xffffffffffffffff, IOC);
}

int main(void)
{
    to_w_s_s();
    to_x_s_s();
    to_w_u_s();
    to_x_u_s();
    directed_s();
    fixed_s();
    flushed_s();
    in_vectors_s();
    to_w_s_d();
    to_x_s_d();
    to_w_u_d();
    to_x_u_d();
    directed_d();
    fixed_d();
    flushed_d();
    in_vectors_d();
    return check_result();
}
