// SPDX-License-Identifier: MIT
// build: -nostdlib -ffreestanding -fno-tree-vectorize -fno-tree-slp-vectorize
/* FRINT*: ties, signs of zero, Inexact from FRINTX alone. */
#include "check-fp.h"

static void frintn_s(void)
{
    ROW_S("frintn s0, s1", FPCR_RP, 0, S0, 0, S0, 0);
    ROW_S("frintn s0, s1", FPCR_RP, 0, S_0, 0, S_0, 0);
    ROW_S("frintn s0, s1", FPCR_RP, 0, S1_5, 0, S2, 0);
    ROW_S("frintn s0, s1", FPCR_RP, 0, 0xc0200000u /* -2.5 */, 0, 0xc0000000,
          0);
    ROW_S("frintn s0, s1", FPCR_RP, 0, 0x3effffffu, 0, S0, 0);
    ROW_S("frintn s0, s1", FPCR_RP, 0, 0xbf000000u /* -0.5 */, 0, S_0, 0);
    ROW_S("frintn s0, s1", FPCR_RP, 0, 0x4b000001u, 0, 0x4b000001, 0);
    ROW_S("frintn s0, s1", FPCR_RP, 0, SDEN, 0, S0, 0);
    ROW_S("frintn s0, s1", FPCR_RP, 0, S_DEN, 0, S_0, 0);
    ROW_S("frintn s0, s1", FPCR_RP, 0, SINF, 0, SINF, 0);
    ROW_S("frintn s0, s1", FPCR_RP, 0, S_SN, 0, 0xffc00002, IOC);
    ROW_S("frintn s0, s1", FPCR_RP, 0, S_QN, 0, S_QN, 0);
    ROW_S("frintn s0, s1", FPCR_RP, 0, 0x3f000000u, 0, S0, 0);
    ROW_S("frintn s0, s1", FPCR_RP, 0, 0x4affffffu, 0, 0x4b000000, 0);
    ROW_S("frintn s0, s1", FPCR_FZ, 0, SDEN, 0, S0, IDC);
    ROW_S("frintn s0, s1", FPCR_DN, 0, S_QN, 0, SDNAN, 0);
}

static void frintm_s(void)
{
    ROW_S("frintm s0, s1", FPCR_RP, 0, S0, 0, S0, 0);
    ROW_S("frintm s0, s1", FPCR_RP, 0, S_0, 0, S_0, 0);
    ROW_S("frintm s0, s1", FPCR_RP, 0, S1_5, 0, S1, 0);
    ROW_S("frintm s0, s1", FPCR_RP, 0, 0xc0200000u /* -2.5 */, 0, 0xc0400000,
          0);
    ROW_S("frintm s0, s1", FPCR_RP, 0, 0x3effffffu, 0, S0, 0);
    ROW_S("frintm s0, s1", FPCR_RP, 0, 0xbf000000u /* -0.5 */, 0, S_1, 0);
    ROW_S("frintm s0, s1", FPCR_RP, 0, 0x4b000001u, 0, 0x4b000001, 0);
    ROW_S("frintm s0, s1", FPCR_RP, 0, SDEN, 0, S0, 0);
    ROW_S("frintm s0, s1", FPCR_RP, 0, S_DEN, 0, S_1, 0);
    ROW_S("frintm s0, s1", FPCR_RP, 0, SINF, 0, SINF, 0);
    ROW_S("frintm s0, s1", FPCR_RP, 0, S_SN, 0, 0xffc00002, IOC);
    ROW_S("frintm s0, s1", FPCR_RP, 0, S_QN, 0, S_QN, 0);
    ROW_S("frintm s0, s1", FPCR_RP, 0, 0x3f000000u, 0, S0, 0);
    ROW_S("frintm s0, s1", FPCR_RP, 0, 0x4affffffu, 0, 0x4afffffe, 0);
    ROW_S("frintm s0, s1", FPCR_FZ, 0, SDEN, 0, S0, IDC);
    ROW_S("frintm s0, s1", FPCR_DN, 0, S_QN, 0, SDNAN, 0);
}

static void frintp_s(void)
{
    ROW_S("frintp s0, s1", FPCR_RP, 0, S0, 0, S0, 0);
    ROW_S("frintp s0, s1", FPCR_RP, 0, S_0, 0, S_0, 0);
    ROW_S("frintp s0, s1", FPCR_RP, 0, S1_5, 0, S2, 0);
    ROW_S("frintp s0, s1", FPCR_RP, 0, 0xc0200000u /* -2.5 */, 0, 0xc0000000,
          0);
    ROW_S("frintp s0, s1", FPCR_RP, 0, 0x3effffffu, 0, S1, 0);
    ROW_S("frintp s0, s1", FPCR_RP, 0, 0xbf000000u /* -0.5 */, 0, S_0, 0);
    ROW_S("frintp s0, s1", FPCR_RP, 0, 0x4b000001u, 0, 0x4b000001, 0);
    ROW_S("frintp s0, s1", FPCR_RP, 0, SDEN, 0, S1, 0);
    ROW_S("frintp s0, s1", FPCR_RP, 0, S_DEN, 0, S_0, 0);
    ROW_S("frintp s0, s1", FPCR_RP, 0, SINF, 0, SINF, 0);
    ROW_S("frintp s0, s1", FPCR_RP, 0, S_SN, 0, 0xffc00002, IOC);
    ROW_S("frintp s0, s1", FPCR_RP, 0, S_QN, 0, S_QN, 0);
    ROW_S("frintp s0, s1", FPCR_RP, 0, 0x3f000000u, 0, S1, 0);
    ROW_S("frintp s0, s1", FPCR_RP, 0, 0x4affffffu, 0, 0x4b000000, 0);
    ROW_S("frintp s0, s1", FPCR_FZ, 0, SDEN, 0, S0, IDC);
    ROW_S("frintp s0, s1", FPCR_DN, 0, S_QN, 0, SDNAN, 0);
}

static void frintz_s(void)
{
    ROW_S("frintz s0, s1", FPCR_RP, 0, S0, 0, S0, 0);
    ROW_S("frintz s0, s1", FPCR_RP, 0, S_0, 0, S_0, 0);
    ROW_S("frintz s0, s1", FPCR_RP, 0, S1_5, 0, S1, 0);
    ROW_S("frintz s0, s1", FPCR_RP, 0, 0xc0200000u /* -2.5 */, 0, 0xc0000000,
          0);
    ROW_S("frintz s0, s1", FPCR_RP, 0, 0x3effffffu, 0, S0, 0);
    ROW_S("frintz s0, s1", FPCR_RP, 0, 0xbf000000u /* -0.5 */, 0, S_0, 0);
    ROW_S("frintz s0, s1", FPCR_RP, 0, 0x4b000001u, 0, 0x4b000001, 0);
    ROW_S("frintz s0, s1", FPCR_RP, 0, SDEN, 0, S0, 0);
    ROW_S("frintz s0, s1", FPCR_RP, 0, S_DEN, 0, S_0, 0);
    ROW_S("frintz s0, s1", FPCR_RP, 0, SINF, 0, SINF, 0);
    ROW_S("frintz s0, s1", FPCR_RP, 0, S_SN, 0, 0xffc00002, IOC);
    ROW_S("frintz s0, s1", FPCR_RP, 0, S_QN, 0, S_QN, 0);
    ROW_S("frintz s0, s1", FPCR_RP, 0, 0x3f000000u, 0, S0, 0);
    ROW_S("frintz s0, s1", FPCR_RP, 0, 0x4affffffu, 0, 0x4afffffe, 0);
    ROW_S("frintz s0, s1", FPCR_FZ, 0, SDEN, 0, S0, IDC);
    ROW_S("frintz s0, s1", FPCR_DN, 0, S_QN, 0, SDNAN, 0);
}

static void frinta_s(void)
{
    ROW_S("frinta s0, s1", FPCR_RP, 0, S0, 0, S0, 0);
    ROW_S("frinta s0, s1", FPCR_RP, 0, S_0, 0, S_0, 0);
    ROW_S("frinta s0, s1", FPCR_RP, 0, S1_5, 0, S2, 0);
    ROW_S("frinta s0, s1", FPCR_RP, 0, 0xc0200000u /* -2.5 */, 0, 0xc0400000,
          0);
    ROW_S("frinta s0, s1", FPCR_RP, 0, 0x3effffffu, 0, S0, 0);
    ROW_S("frinta s0, s1", FPCR_RP, 0, 0xbf000000u /* -0.5 */, 0, S_1, 0);
    ROW_S("frinta s0, s1", FPCR_RP, 0, 0x4b000001u, 0, 0x4b000001, 0);
    ROW_S("frinta s0, s1", FPCR_RP, 0, SDEN, 0, S0, 0);
    ROW_S("frinta s0, s1", FPCR_RP, 0, S_DEN, 0, S_0, 0);
    ROW_S("frinta s0, s1", FPCR_RP, 0, SINF, 0, SINF, 0);
    ROW_S("frinta s0, s1", FPCR_RP, 0, S_SN, 0, 0xffc00002, IOC);
    ROW_S("frinta s0, s1", FPCR_RP, 0, S_QN, 0, S_QN, 0);
    ROW_S("frinta s0, s1", FPCR_RP, 0, 0x3f000000u, 0, S1, 0);
    ROW_S("frinta s0, s1", FPCR_RP, 0, 0x4affffffu, 0, 0x4b000000, 0);
    ROW_S("frinta s0, s1", FPCR_FZ, 0, SDEN, 0, S0, IDC);
    ROW_S("frinta s0, s1", FPCR_DN, 0, S_QN, 0, SDNAN, 0);
}

static void frintx_s(void)
{
    ROW_S("frintx s0, s1", FPCR_RN, 0, S0, 0, S0, 0);
    ROW_S("frintx s0, s1", FPCR_RP, 0, S0, 0, S0, 0);
    ROW_S("frintx s0, s1", FPCR_RM, 0, S0, 0, S0, 0);
    ROW_S("frintx s0, s1", FPCR_RZ, 0, S0, 0, S0, 0);
    ROW_S("frintx s0, s1", FPCR_RN, 0, S_0, 0, S_0, 0);
    ROW_S("frintx s0, s1", FPCR_RP, 0, S_0, 0, S_0, 0);
    ROW_S("frintx s0, s1", FPCR_RM, 0, S_0, 0, S_0, 0);
    ROW_S("frintx s0, s1", FPCR_RZ, 0, S_0, 0, S_0, 0);
    ROW_S("frintx s0, s1", FPCR_RN, 0, S1_5, 0, S2, IXC);
    ROW_S("frintx s0, s1", FPCR_RP, 0, S1_5, 0, S2, IXC);
    ROW_S("frintx s0, s1", FPCR_RM, 0, S1_5, 0, S1, IXC);
    ROW_S("frintx s0, s1", FPCR_RZ, 0, S1_5, 0, S1, IXC);
    ROW_S("frintx s0, s1", FPCR_RN, 0, 0xc0200000u /* -2.5 */, 0, 0xc0000000,
          IXC);
    ROW_S("frintx s0, s1", FPCR_RP, 0, 0xc0200000u /* -2.5 */, 0, 0xc0000000,
          IXC);
    ROW_S("frintx s0, s1", FPCR_RM, 0, 0xc0200000u /* -2.5 */, 0, 0xc0400000,
          IXC);
    ROW_S("frintx s0, s1", FPCR_RZ, 0, 0xc0200000u /* -2.5 */, 0, 0xc0000000,
          IXC);
    ROW_S("frintx s0, s1", FPCR_RN, 0, 0x3effffffu, 0, S0, IXC);
    ROW_S("frintx s0, s1", FPCR_RP, 0, 0x3effffffu, 0, S1, IXC);
    ROW_S("frintx s0, s1", FPCR_RM, 0, 0x3effffffu, 0, S0, IXC);
    ROW_S("frintx s0, s1", FPCR_RZ, 0, 0x3effffffu, 0, S0, IXC);
    ROW_S("frintx s0, s1", FPCR_RN, 0, 0xbf000000u /* -0.5 */, 0, S_0, IXC);
    ROW_S("frintx s0, s1", FPCR_RP, 0, 0xbf000000u /* -0.5 */, 0, S_0, IXC);
    ROW_S("frintx s0, s1", FPCR_RM, 0, 0xbf000000u /* -0.5 */, 0, S_1, IXC);
    ROW_S("frintx s0, s1", FPCR_RZ, 0, 0xbf000000u /* -0.5 */, 0, S_0, IXC);
    ROW_S("frintx s0, s1", FPCR_RN, 0, 0x4b000001u, 0, 0x4b000001, 0);
    ROW_S("frintx s0, s1", FPCR_RP, 0, 0x4b000001u, 0, 0x4b000001, 0);
    ROW_S("frintx s0, s1", FPCR_RM, 0, 0x4b000001u, 0, 0x4b000001, 0);
    ROW_S("frintx s0, s1", FPCR_RZ, 0, 0x4b000001u, 0, 0x4b000001, 0);
    ROW_S("frintx s0, s1", FPCR_RN, 0, SDEN, 0, S0, IXC);
    ROW_S("frintx s0, s1", FPCR_RP, 0, SDEN, 0, S1, IXC);
    ROW_S("frintx s0, s1", FPCR_RM, 0, SDEN, 0, S0, IXC);
    ROW_S("frintx s0, s1", FPCR_RZ, 0, SDEN, 0, S0, IXC);
    ROW_S("frintx s0, s1", FPCR_RN, 0, S_DEN, 0, S_0, IXC);
    ROW_S("frintx s0, s1", FPCR_RP, 0, S_DEN, 0, S_0, IXC);
    ROW_S("frintx s0, s1", FPCR_RM, 0, S_DEN, 0, S_1, IXC);
    ROW_S("frintx s0, s1", FPCR_RZ, 0, S_DEN, 0, S_0, IXC);
    ROW_S("frintx s0, s1", FPCR_RN, 0, SINF, 0, SINF, 0);
    ROW_S("frintx s0, s1", FPCR_RP, 0, SINF, 0, SINF, 0);
    ROW_S("frintx s0, s1", FPCR_RM, 0, SINF, 0, SINF, 0);
    ROW_S("frintx s0, s1", FPCR_RZ, 0, SINF, 0, SINF, 0);
    ROW_S("frintx s0, s1", FPCR_RN, 0, S_SN, 0, 0xffc00002, IOC);
    ROW_S("frintx s0, s1", FPCR_RP, 0, S_SN, 0, 0xffc00002, IOC);
    ROW_S("frintx s0, s1", FPCR_RM, 0, S_SN, 0, 0xffc00002, IOC);
    ROW_S("frintx s0, s1", FPCR_RZ, 0, S_SN, 0, 0xffc00002, IOC);
    ROW_S("frintx s0, s1", FPCR_RN, 0, S_QN, 0, S_QN, 0);
    ROW_S("frintx s0, s1", FPCR_RP, 0, S_QN, 0, S_QN, 0);
    ROW_S("frintx s0, s1", FPCR_RM, 0, S_QN, 0, S_QN, 0);
    ROW_S("frintx s0, s1", FPCR_RZ, 0, S_QN, 0, S_QN, 0);
    ROW_S("frintx s0, s1", FPCR_RN, 0, 0x3f000000u, 0, S0, IXC);
    ROW_S("frintx s0, s1", FPCR_RP, 0, 0x3f000000u, 0, S1, IXC);
    ROW_S("frintx s0, s1", FPCR_RM, 0, 0x3f000000u, 0, S0, IXC);
    ROW_S("frintx s0, s1", FPCR_RZ, 0, 0x3f000000u, 0, S0, IXC);
    ROW_S("frintx s0, s1", FPCR_RN, 0, 0x4affffffu, 0, 0x4b000000, IXC);
    ROW_S("frintx s0, s1", FPCR_RP, 0, 0x4affffffu, 0, 0x4b000000, IXC);
    ROW_S("frintx s0, s1", FPCR_RM, 0, 0x4affffffu, 0, 0x4afffffe, IXC);
    ROW_S("frintx s0, s1", FPCR_RZ, 0, 0x4affffffu, 0, 0x4afffffe, IXC);
    ROW_S("frintx s0, s1", FPCR_FZ, 0, SDEN, 0, S0, IDC);
    ROW_S("frintx s0, s1", FPCR_DN, 0, S_QN, 0, SDNAN, 0);
}

static void frinti_s(void)
{
    ROW_S("frinti s0, s1", FPCR_RN, 0, S0, 0, S0, 0);
    ROW_S("frinti s0, s1", FPCR_RP, 0, S0, 0, S0, 0);
    ROW_S("frinti s0, s1", FPCR_RM, 0, S0, 0, S0, 0);
    ROW_S("frinti s0, s1", FPCR_RZ, 0, S0, 0, S0, 0);
    ROW_S("frinti s0, s1", FPCR_RN, 0, S_0, 0, S_0, 0);
    ROW_S("frinti s0, s1", FPCR_RP, 0, S_0, 0, S_0, 0);
    ROW_S("frinti s0, s1", FPCR_RM, 0, S_0, 0, S_0, 0);
    ROW_S("frinti s0, s1", FPCR_RZ, 0, S_0, 0, S_0, 0);
    ROW_S("frinti s0, s1", FPCR_RN, 0, S1_5, 0, S2, 0);
    ROW_S("frinti s0, s1", FPCR_RP, 0, S1_5, 0, S2, 0);
    ROW_S("frinti s0, s1", FPCR_RM, 0, S1_5, 0, S1, 0);
    ROW_S("frinti s0, s1", FPCR_RZ, 0, S1_5, 0, S1, 0);
    ROW_S("frinti s0, s1", FPCR_RN, 0, 0xc0200000u /* -2.5 */, 0, 0xc0000000,
          0);
    ROW_S("frinti s0, s1", FPCR_RP, 0, 0xc0200000u /* -2.5 */, 0, 0xc0000000,
          0);
    ROW_S("frinti s0, s1", FPCR_RM, 0, 0xc0200000u /* -2.5 */, 0, 0xc0400000,
          0);
    ROW_S("frinti s0, s1", FPCR_RZ, 0, 0xc0200000u /* -2.5 */, 0, 0xc0000000,
          0);
    ROW_S("frinti s0, s1", FPCR_RN, 0, 0x3effffffu, 0, S0, 0);
    ROW_S("frinti s0, s1", FPCR_RP, 0, 0x3effffffu, 0, S1, 0);
    ROW_S("frinti s0, s1", FPCR_RM, 0, 0x3effffffu, 0, S0, 0);
    ROW_S("frinti s0, s1", FPCR_RZ, 0, 0x3effffffu, 0, S0, 0);
    ROW_S("frinti s0, s1", FPCR_RN, 0, 0xbf000000u /* -0.5 */, 0, S_0, 0);
    ROW_S("frinti s0, s1", FPCR_RP, 0, 0xbf000000u /* -0.5 */, 0, S_0, 0);
    ROW_S("frinti s0, s1", FPCR_RM, 0, 0xbf000000u /* -0.5 */, 0, S_1, 0);
    ROW_S("frinti s0, s1", FPCR_RZ, 0, 0xbf000000u /* -0.5 */, 0, S_0, 0);
    ROW_S("frinti s0, s1", FPCR_RN, 0, 0x4b000001u, 0, 0x4b000001, 0);
    ROW_S("frinti s0, s1", FPCR_RP, 0, 0x4b000001u, 0, 0x4b000001, 0);
    ROW_S("frinti s0, s1", FPCR_RM, 0, 0x4b000001u, 0, 0x4b000001, 0);
    ROW_S("frinti s0, s1", FPCR_RZ, 0, 0x4b000001u, 0, 0x4b000001, 0);
    ROW_S("frinti s0, s1", FPCR_RN, 0, SDEN, 0, S0, 0);
    ROW_S("frinti s0, s1", FPCR_RP, 0, SDEN, 0, S1, 0);
    ROW_S("frinti s0, s1", FPCR_RM, 0, SDEN, 0, S0, 0);
    ROW_S("frinti s0, s1", FPCR_RZ, 0, SDEN, 0, S0, 0);
    ROW_S("frinti s0, s1", FPCR_RN, 0, S_DEN, 0, S_0, 0);
    ROW_S("frinti s0, s1", FPCR_RP, 0, S_DEN, 0, S_0, 0);
    ROW_S("frinti s0, s1", FPCR_RM, 0, S_DEN, 0, S_1, 0);
    ROW_S("frinti s0, s1", FPCR_RZ, 0, S_DEN, 0, S_0, 0);
    ROW_S("frinti s0, s1", FPCR_RN, 0, SINF, 0, SINF, 0);
    ROW_S("frinti s0, s1", FPCR_RP, 0, SINF, 0, SINF, 0);
    ROW_S("frinti s0, s1", FPCR_RM, 0, SINF, 0, SINF, 0);
    ROW_S("frinti s0, s1", FPCR_RZ, 0, SINF, 0, SINF, 0);
    ROW_S("frinti s0, s1", FPCR_RN, 0, S_SN, 0, 0xffc00002, IOC);
    ROW_S("frinti s0, s1", FPCR_RP, 0, S_SN, 0, 0xffc00002, IOC);
    ROW_S("frinti s0, s1", FPCR_RM, 0, S_SN, 0, 0xffc00002, IOC);
    ROW_S("frinti s0, s1", FPCR_RZ, 0, S_SN, 0, 0xffc00002, IOC);
    ROW_S("frinti s0, s1", FPCR_RN, 0, S_QN, 0, S_QN, 0);
    ROW_S("frinti s0, s1", FPCR_RP, 0, S_QN, 0, S_QN, 0);
    ROW_S("frinti s0, s1", FPCR_RM, 0, S_QN, 0, S_QN, 0);
    ROW_S("frinti s0, s1", FPCR_RZ, 0, S_QN, 0, S_QN, 0);
    ROW_S("frinti s0, s1", FPCR_RN, 0, 0x3f000000u, 0, S0, 0);
    ROW_S("frinti s0, s1", FPCR_RP, 0, 0x3f000000u, 0, S1, 0);
    ROW_S("frinti s0, s1", FPCR_RM, 0, 0x3f000000u, 0, S0, 0);
    ROW_S("frinti s0, s1", FPCR_RZ, 0, 0x3f000000u, 0, S0, 0);
    ROW_S("frinti s0, s1", FPCR_RN, 0, 0x4affffffu, 0, 0x4b000000, 0);
    ROW_S("frinti s0, s1", FPCR_RP, 0, 0x4affffffu, 0, 0x4b000000, 0);
    ROW_S("frinti s0, s1", FPCR_RM, 0, 0x4affffffu, 0, 0x4afffffe, 0);
    ROW_S("frinti s0, s1", FPCR_RZ, 0, 0x4affffffu, 0, 0x4afffffe, 0);
    ROW_S("frinti s0, s1", FPCR_FZ, 0, SDEN, 0, S0, IDC);
    ROW_S("frinti s0, s1", FPCR_DN, 0, S_QN, 0, SDNAN, 0);
}

static void frintn_d(void)
{
    ROW_D("frintn d0, d1", FPCR_RP, 0, D0, 0, D0, 0);
    ROW_D("frintn d0, d1", FPCR_RP, 0, D_0, 0, D_0, 0);
    ROW_D("frintn d0, d1", FPCR_RP, 0, D1_5, 0, D2, 0);
    ROW_D("frintn d0, d1", FPCR_RP, 0, 0xc004000000000000u /* -2.5 */, 0,
          0xc000000000000000, 0);
    ROW_D("frintn d0, d1", FPCR_RP, 0, 0x3fdfffffffffffffu, 0, D0, 0);
    ROW_D("frintn d0, d1", FPCR_RP, 0, 0xbfe0000000000000u, 0, D_0, 0);
    ROW_D("frintn d0, d1", FPCR_RP, 0, 0x4330000000000001u, 0,
          0x4330000000000001, 0);
    ROW_D("frintn d0, d1", FPCR_RP, 0, DDEN, 0, D0, 0);
    ROW_D("frintn d0, d1", FPCR_RP, 0, D_DEN, 0, D_0, 0);
    ROW_D("frintn d0, d1", FPCR_RP, 0, D_INF, 0, D_INF, 0);
    ROW_D("frintn d0, d1", FPCR_RP, 0, DSN, 0, 0x7ff8000000000001, IOC);
    ROW_D("frintn d0, d1", FPCR_RP, 0, DQN, 0, DQN, 0);
    ROW_D("frintn d0, d1", FPCR_RP, 0, 0x3fe0000000000000u, 0, D0, 0);
    ROW_D("frintn d0, d1", FPCR_RP, 0, 0x432fffffffffffffu, 0,
          0x4330000000000000, 0);
    ROW_D("frintn d0, d1", FPCR_FZ, 0, DDEN, 0, D0, IDC);
    ROW_D("frintn d0, d1", FPCR_DN, 0, D_QN, 0, DDNAN, 0);
}

static void frintm_d(void)
{
    ROW_D("frintm d0, d1", FPCR_RP, 0, D0, 0, D0, 0);
    ROW_D("frintm d0, d1", FPCR_RP, 0, D_0, 0, D_0, 0);
    ROW_D("frintm d0, d1", FPCR_RP, 0, D1_5, 0, D1, 0);
    ROW_D("frintm d0, d1", FPCR_RP, 0, 0xc004000000000000u /* -2.5 */, 0,
          0xc008000000000000, 0);
    ROW_D("frintm d0, d1", FPCR_RP, 0, 0x3fdfffffffffffffu, 0, D0, 0);
    ROW_D("frintm d0, d1", FPCR_RP, 0, 0xbfe0000000000000u, 0, D_1, 0);
    ROW_D("frintm d0, d1", FPCR_RP, 0, 0x4330000000000001u, 0,
          0x4330000000000001, 0);
    ROW_D("frintm d0, d1", FPCR_RP, 0, DDEN, 0, D0, 0);
    ROW_D("frintm d0, d1", FPCR_RP, 0, D_DEN, 0, D_1, 0);
    ROW_D("frintm d0, d1", FPCR_RP, 0, D_INF, 0, D_INF, 0);
    ROW_D("frintm d0, d1", FPCR_RP, 0, DSN, 0, 0x7ff8000000000001, IOC);
    ROW_D("frintm d0, d1", FPCR_RP, 0, DQN, 0, DQN, 0);
    ROW_D("frintm d0, d1", FPCR_RP, 0, 0x3fe0000000000000u, 0, D0, 0);
    ROW_D("frintm d0, d1", FPCR_RP, 0, 0x432fffffffffffffu, 0,
          0x432ffffffffffffe, 0);
    ROW_D("frintm d0, d1", FPCR_FZ, 0, DDEN, 0, D0, IDC);
    ROW_D("frintm d0, d1", FPCR_DN, 0, D_QN, 0, DDNAN, 0);
}

static void frintp_d(void)
{
    ROW_D("frintp d0, d1", FPCR_RP, 0, D0, 0, D0, 0);
    ROW_D("frintp d0, d1", FPCR_RP, 0, D_0, 0, D_0, 0);
    ROW_D("frintp d0, d1", FPCR_RP, 0, D1_5, 0, D2, 0);
    ROW_D("frintp d0, d1", FPCR_RP, 0, 0xc004000000000000u /* -2.5 */, 0,
          0xc000000000000000, 0);
    ROW_D("frintp d0, d1", FPCR_RP, 0, 0x3fdfffffffffffffu, 0, D1, 0);
    ROW_D("frintp d0, d1", FPCR_RP, 0, 0xbfe0000000000000u, 0, D_0, 0);
    ROW_D("frintp d0, d1", FPCR_RP, 0, 0x4330000000000001u, 0,
          0x4330000000000001, 0);
    ROW_D("frintp d0, d1", FPCR_RP, 0, DDEN, 0, D1, 0);
    ROW_D("frintp d0, d1", FPCR_RP, 0, D_DEN, 0, D_0, 0);
    ROW_D("frintp d0, d1", FPCR_RP, 0, D_INF, 0, D_INF, 0);
    ROW_D("frintp d0, d1", FPCR_RP, 0, DSN, 0, 0x7ff8000000000001, IOC);
    ROW_D("frintp d0, d1", FPCR_RP, 0, DQN, 0, DQN, 0);
    ROW_D("frintp d0, d1", FPCR_RP, 0, 0x3fe0000000000000u, 0, D1, 0);
    ROW_D("frintp d0, d1", FPCR_RP, 0, 0x432fffffffffffffu, 0,
          0x4330000000000000, 0);
    ROW_D("frintp d0, d1", FPCR_FZ, 0, DDEN, 0, D0, IDC);
    ROW_D("frintp d0, d1", FPCR_DN, 0, D_QN, 0, DDNAN, 0);
}

static void frintz_d(void)
{
    ROW_D("frintz d0, d1", FPCR_RP, 0, D0, 0, D0, 0);
    ROW_D("frintz d0, d1", FPCR_RP, 0, D_0, 0, D_0, 0);
    ROW_D("frintz d0, d1", FPCR_RP, 0, D1_5, 0, D1, 0);
    ROW_D("frintz d0, d1", FPCR_RP, 0, 0xc004000000000000u /* -2.5 */, 0,
          0xc000000000000000, 0);
    ROW_D("frintz d0, d1", FPCR_RP, 0, 0x3fdfffffffffffffu, 0, D0, 0);
    ROW_D("frintz d0, d1", FPCR_RP, 0, 0xbfe0000000000000u, 0, D_0, 0);
    ROW_D("frintz d0, d1", FPCR_RP, 0, 0x4330000000000001u, 0,
          0x4330000000000001, 0);
    ROW_D("frintz d0, d1", FPCR_RP, 0, DDEN, 0, D0, 0);
    ROW_D("frintz d0, d1", FPCR_RP, 0, D_DEN, 0, D_0, 0);
    ROW_D("frintz d0, d1", FPCR_RP, 0, D_INF, 0, D_INF, 0);
    ROW_D("frintz d0, d1", FPCR_RP, 0, DSN, 0, 0x7ff8000000000001, IOC);
    ROW_D("frintz d0, d1", FPCR_RP, 0, DQN, 0, DQN, 0);
    ROW_D("frintz d0, d1", FPCR_RP, 0, 0x3fe0000000000000u, 0, D0, 0);
    ROW_D("frintz d0, d1", FPCR_RP, 0, 0x432fffffffffffffu, 0,
          0x432ffffffffffffe, 0);
    ROW_D("frintz d0, d1", FPCR_FZ, 0, DDEN, 0, D0, IDC);
    ROW_D("frintz d0, d1", FPCR_DN, 0, D_QN, 0, DDNAN, 0);
}

static void frinta_d(void)
{
    ROW_D("frinta d0, d1", FPCR_RP, 0, D0, 0, D0, 0);
    ROW_D("frinta d0, d1", FPCR_RP, 0, D_0, 0, D_0, 0);
    ROW_D("frinta d0, d1", FPCR_RP, 0, D1_5, 0, D2, 0);
    ROW_D("frinta d0, d1", FPCR_RP, 0, 0xc004000000000000u /* -2.5 */, 0,
          0xc008000000000000, 0);
    ROW_D("frinta d0, d1", FPCR_RP, 0, 0x3fdfffffffffffffu, 0, D0, 0);
    ROW_D("frinta d0, d1", FPCR_RP, 0, 0xbfe0000000000000u, 0, D_1, 0);
    ROW_D("frinta d0, d1", FPCR_RP, 0, 0x4330000000000001u, 0,
          0x4330000000000001, 0);
    ROW_D("frinta d0, d1", FPCR_RP, 0, DDEN, 0, D0, 0);
    ROW_D("frinta d0, d1", FPCR_RP, 0, D_DEN, 0, D_0, 0);
    ROW_D("frinta d0, d1", FPCR_RP, 0, D_INF, 0, D_INF, 0);
    ROW_D("frinta d0, d1", FPCR_RP, 0, DSN, 0, 0x7ff8000000000001, IOC);
    ROW_D("frinta d0, d1", FPCR_RP, 0, DQN, 0, DQN, 0);
    ROW_D("frinta d0, d1", FPCR_RP, 0, 0x3fe0000000000000u, 0, D1, 0);
    ROW_D("frinta d0, d1", FPCR_RP, 0, 0x432fffffffffffffu, 0,
          0x4330000000000000, 0);
    ROW_D("frinta d0, d1", FPCR_FZ, 0, DDEN, 0, D0, IDC);
    ROW_D("frinta d0, d1", FPCR_DN, 0, D_QN, 0, DDNAN, 0);
}

static void frintx_d(void)
{
    ROW_D("frintx d0, d1", FPCR_RN, 0, D0, 0, D0, 0);
    ROW_D("frintx d0, d1", FPCR_RP, 0, D0, 0, D0, 0);
    ROW_D("frintx d0, d1", FPCR_RM, 0, D0, 0, D0, 0);
    ROW_D("frintx d0, d1", FPCR_RZ, 0, D0, 0, D0, 0);
    ROW_D("frintx d0, d1", FPCR_RN, 0, D_0, 0, D_0, 0);
    ROW_D("frintx d0, d1", FPCR_RP, 0, D_0, 0, D_0, 0);
    ROW_D("frintx d0, d1", FPCR_RM, 0, D_0, 0, D_0, 0);
    ROW_D("frintx d0, d1", FPCR_RZ, 0, D_0, 0, D_0, 0);
    ROW_D("frintx d0, d1", FPCR_RN, 0, D1_5, 0, D2, IXC);
    ROW_D("frintx d0, d1", FPCR_RP, 0, D1_5, 0, D2, IXC);
    ROW_D("frintx d0, d1", FPCR_RM, 0, D1_5, 0, D1, IXC);
    ROW_D("frintx d0, d1", FPCR_RZ, 0, D1_5, 0, D1, IXC);
    ROW_D("frintx d0, d1", FPCR_RN, 0, 0xc004000000000000u /* -2.5 */, 0,
          0xc000000000000000, IXC);
    ROW_D("frintx d0, d1", FPCR_RP, 0, 0xc004000000000000u /* -2.5 */, 0,
          0xc000000000000000, IXC);
    ROW_D("frintx d0, d1", FPCR_RM, 0, 0xc004000000000000u /* -2.5 */, 0,
          0xc008000000000000, IXC);
    ROW_D("frintx d0, d1", FPCR_RZ, 0, 0xc004000000000000u /* -2.5 */, 0,
          0xc000000000000000, IXC);
    ROW_D("frintx d0, d1", FPCR_RN, 0, 0x3fdfffffffffffffu, 0, D0, IXC);
    ROW_D("frintx d0, d1", FPCR_RP, 0, 0x3fdfffffffffffffu, 0, D1, IXC);
    ROW_D("frintx d0, d1", FPCR_RM, 0, 0x3fdfffffffffffffu, 0, D0, IXC);
    ROW_D("frintx d0, d1", FPCR_RZ, 0, 0x3fdfffffffffffffu, 0, D0, IXC);
    ROW_D("frintx d0, d1", FPCR_RN, 0, 0xbfe0000000000000u, 0, D_0, IXC);
    ROW_D("frintx d0, d1", FPCR_RP, 0, 0xbfe0000000000000u, 0, D_0, IXC);
    ROW_D("frintx d0, d1", FPCR_RM, 0, 0xbfe0000000000000u, 0, D_1, IXC);
    ROW_D("frintx d0, d1", FPCR_RZ, 0, 0xbfe0000000000000u, 0, D_0, IXC);
    ROW_D("frintx d0, d1", FPCR_RN, 0, 0x4330000000000001u, 0,
          0x4330000000000001, 0);
    ROW_D("frintx d0, d1", FPCR_RP, 0, 0x4330000000000001u, 0,
          0x4330000000000001, 0);
    ROW_D("frintx d0, d1", FPCR_RM, 0, 0x4330000000000001u, 0,
          0x4330000000000001, 0);
    ROW_D("frintx d0, d1", FPCR_RZ, 0, 0x4330000000000001u, 0,
          0x4330000000000001, 0);
    ROW_D("frintx d0, d1", FPCR_RN, 0, DDEN, 0, D0, IXC);
    ROW_D("frintx d0, d1", FPCR_RP, 0, DDEN, 0, D1, IXC);
    ROW_D("frintx d0, d1", FPCR_RM, 0, DDEN, 0, D0, IXC);
    ROW_D("frintx d0, d1", FPCR_RZ, 0, DDEN, 0, D0, IXC);
    ROW_D("frintx d0, d1", FPCR_RN, 0, D_DEN, 0, D_0, IXC);
    ROW_D("frintx d0, d1", FPCR_RP, 0, D_DEN, 0, D_0, IXC);
    ROW_D("frintx d0, d1", FPCR_RM, 0, D_DEN, 0, D_1, IXC);
    ROW_D("frintx d0, d1", FPCR_RZ, 0, D_DEN, 0, D_0, IXC);
    ROW_D("frintx d0, d1", FPCR_RN, 0, D_INF, 0, D_INF, 0);
    ROW_D("frintx d0, d1", FPCR_RP, 0, D_INF, 0, D_INF, 0);
    ROW_D("frintx d0, d1", FPCR_RM, 0, D_INF, 0, D_INF, 0);
    ROW_D("frintx d0, d1", FPCR_RZ, 0, D_INF, 0, D_INF, 0);
    ROW_D("frintx d0, d1", FPCR_RN, 0, DSN, 0, 0x7ff8000000000001, IOC);
    ROW_D("frintx d0, d1", FPCR_RP, 0, DSN, 0, 0x7ff8000000000001, IOC);
    ROW_D("frintx d0, d1", FPCR_RM, 0, DSN, 0, 0x7ff8000000000001, IOC);
    ROW_D("frintx d0, d1", FPCR_RZ, 0, DSN, 0, 0x7ff8000000000001, IOC);
    ROW_D("frintx d0, d1", FPCR_RN, 0, DQN, 0, DQN, 0);
    ROW_D("frintx d0, d1", FPCR_RP, 0, DQN, 0, DQN, 0);
    ROW_D("frintx d0, d1", FPCR_RM, 0, DQN, 0, DQN, 0);
    ROW_D("frintx d0, d1", FPCR_RZ, 0, DQN, 0, DQN, 0);
    ROW_D("frintx d0, d1", FPCR_RN, 0, 0x3fe0000000000000u, 0, D0, IXC);
    ROW_D("frintx d0, d1", FPCR_RP, 0, 0x3fe0000000000000u, 0, D1, IXC);
    ROW_D("frintx d0, d1", FPCR_RM, 0, 0x3fe0000000000000u, 0, D0, IXC);
    ROW_D("frintx d0, d1", FPCR_RZ, 0, 0x3fe0000000000000u, 0, D0, IXC);
    ROW_D("frintx d0, d1", FPCR_RN, 0, 0x432fffffffffffffu, 0,
          0x4330000000000000, IXC);
    ROW_D("frintx d0, d1", FPCR_RP, 0, 0x432fffffffffffffu, 0,
          0x4330000000000000, IXC);
    ROW_D("frintx d0, d1", FPCR_RM, 0, 0x432fffffffffffffu, 0,
          0x432ffffffffffffe, IXC);
    ROW_D("frintx d0, d1", FPCR_RZ, 0, 0x432fffffffffffffu, 0,
          0x432ffffffffffffe, IXC);
    ROW_D("frintx d0, d1", FPCR_FZ, 0, DDEN, 0, D0, IDC);
    ROW_D("frintx d0, d1", FPCR_DN, 0, D_QN, 0, DDNAN, 0);
}

static void frinti_d(void)
{
    ROW_D("frinti d0, d1", FPCR_RN, 0, D0, 0, D0, 0);
    ROW_D("frinti d0, d1", FPCR_RP, 0, D0, 0, D0, 0);
    ROW_D("frinti d0, d1", FPCR_RM, 0, D0, 0, D0, 0);
    ROW_D("frinti d0, d1", FPCR_RZ, 0, D0, 0, D0, 0);
    ROW_D("frinti d0, d1", FPCR_RN, 0, D_0, 0, D_0, 0);
    ROW_D("frinti d0, d1", FPCR_RP, 0, D_0, 0, D_0, 0);
    ROW_D("frinti d0, d1", FPCR_RM, 0, D_0, 0, D_0, 0);
    ROW_D("frinti d0, d1", FPCR_RZ, 0, D_0, 0, D_0, 0);
    ROW_D("frinti d0, d1", FPCR_RN, 0, D1_5, 0, D2, 0);
    ROW_D("frinti d0, d1", FPCR_RP, 0, D1_5, 0, D2, 0);
    ROW_D("frinti d0, d1", FPCR_RM, 0, D1_5, 0, D1, 0);
    ROW_D("frinti d0, d1", FPCR_RZ, 0, D1_5, 0, D1, 0);
    ROW_D("frinti d0, d1", FPCR_RN, 0, 0xc004000000000000u /* -2.5 */, 0,
          0xc000000000000000, 0);
    ROW_D("frinti d0, d1", FPCR_RP, 0, 0xc004000000000000u /* -2.5 */, 0,
          0xc000000000000000, 0);
    ROW_D("frinti d0, d1", FPCR_RM, 0, 0xc004000000000000u /* -2.5 */, 0,
          0xc008000000000000, 0);
    ROW_D("frinti d0, d1", FPCR_RZ, 0, 0xc004000000000000u /* -2.5 */, 0,
          0xc000000000000000, 0);
    ROW_D("frinti d0, d1", FPCR_RN, 0, 0x3fdfffffffffffffu, 0, D0, 0);
    ROW_D("frinti d0, d1", FPCR_RP, 0, 0x3fdfffffffffffffu, 0, D1, 0);
    ROW_D("frinti d0, d1", FPCR_RM, 0, 0x3fdfffffffffffffu, 0, D0, 0);
    ROW_D("frinti d0, d1", FPCR_RZ, 0, 0x3fdfffffffffffffu, 0, D0, 0);
    ROW_D("frinti d0, d1", FPCR_RN, 0, 0xbfe0000000000000u, 0, D_0, 0);
    ROW_D("frinti d0, d1", FPCR_RP, 0, 0xbfe0000000000000u, 0, D_0, 0);
    ROW_D("frinti d0, d1", FPCR_RM, 0, 0xbfe0000000000000u, 0, D_1, 0);
    ROW_D("frinti d0, d1", FPCR_RZ, 0, 0xbfe0000000000000u, 0, D_0, 0);
    ROW_D("frinti d0, d1", FPCR_RN, 0, 0x4330000000000001u, 0,
          0x4330000000000001, 0);
    ROW_D("frinti d0, d1", FPCR_RP, 0, 0x4330000000000001u, 0,
          0x4330000000000001, 0);
    ROW_D("frinti d0, d1", FPCR_RM, 0, 0x4330000000000001u, 0,
          0x4330000000000001, 0);
    ROW_D("frinti d0, d1", FPCR_RZ, 0, 0x4330000000000001u, 0,
          0x4330000000000001, 0);
    ROW_D("frinti d0, d1", FPCR_RN, 0, DDEN, 0, D0, 0);
    ROW_D("frinti d0, d1", FPCR_RP, 0, DDEN, 0, D1, 0);
    ROW_D("frinti d0, d1", FPCR_RM, 0, DDEN, 0, D0, 0);
    ROW_D("frinti d0, d1", FPCR_RZ, 0, DDEN, 0, D0, 0);
    ROW_D("frinti d0, d1", FPCR_RN, 0, D_DEN, 0, D_0, 0);
    ROW_D("frinti d0, d1", FPCR_RP, 0, D_DEN, 0, D_0, 0);
    ROW_D("frinti d0, d1", FPCR_RM, 0, D_DEN, 0, D_1, 0);
    ROW_D("frinti d0, d1", FPCR_RZ, 0, D_DEN, 0, D_0, 0);
    ROW_D("frinti d0, d1", FPCR_RN, 0, D_INF, 0, D_INF, 0);
    ROW_D("frinti d0, d1", FPCR_RP, 0, D_INF, 0, D_INF, 0);
    ROW_D("frinti d0, d1", FPCR_RM, 0, D_INF, 0, D_INF, 0);
    ROW_D("frinti d0, d1", FPCR_RZ, 0, D_INF, 0, D_INF, 0);
    ROW_D("frinti d0, d1", FPCR_RN, 0, DSN, 0, 0x7ff8000000000001, IOC);
    ROW_D("frinti d0, d1", FPCR_RP, 0, DSN, 0, 0x7ff8000000000001, IOC);
    ROW_D("frinti d0, d1", FPCR_RM, 0, DSN, 0, 0x7ff8000000000001, IOC);
    ROW_D("frinti d0, d1", FPCR_RZ, 0, DSN, 0, 0x7ff8000000000001, IOC);
    ROW_D("frinti d0, d1", FPCR_RN, 0, DQN, 0, DQN, 0);
    ROW_D("frinti d0, d1", FPCR_RP, 0, DQN, 0, DQN, 0);
    ROW_D("frinti d0, d1", FPCR_RM, 0, DQN, 0, DQN, 0);
    ROW_D("frinti d0, d1", FPCR_RZ, 0, DQN, 0, DQN, 0);
    ROW_D("frinti d0, d1", FPCR_RN, 0, 0x3fe0000000000000u, 0, D0, 0);
    ROW_D("frinti d0, d1", FPCR_RP, 0, 0x3fe0000000000000u, 0, D1, 0);
    ROW_D("frinti d0, d1", FPCR_RM, 0, 0x3fe0000000000000u, 0, D0, 0);
    ROW_D("frinti d0, d1", FPCR_RZ, 0, 0x3fe0000000000000u, 0, D0, 0);
    ROW_D("frinti d0, d1", FPCR_RN, 0, 0x432fffffffffffffu, 0,
          0x4330000000000000, 0);
    ROW_D("frinti d0, d1", FPCR_RP, 0, 0x432fffffffffffffu, 0,
          0x4330000000000000, 0);
    ROW_D("frinti d0, d1", FPCR_RM, 0, 0x432fffffffffffffu, 0,
          0x432ffffffffffffe, 0);
    ROW_D("frinti d0, d1", FPCR_RZ, 0, 0x432fffffffffffffu, 0,
          0x432ffffffffffffe, 0);
    ROW_D("frinti d0, d1", FPCR_FZ, 0, DDEN, 0, D0, IDC);
    ROW_D("frinti d0, d1", FPCR_DN, 0, D_QN, 0, DDNAN, 0);
}

int main(void)
{
    frintn_s();
    frintm_s();
    frintp_s();
    frintz_s();
    frinta_s();
    frintx_s();
    frinti_s();
    frintn_d();
    frintm_d();
    frintp_d();
    frintz_d();
    frinta_d();
    frintx_d();
    frinti_d();
    return check_result();
}
