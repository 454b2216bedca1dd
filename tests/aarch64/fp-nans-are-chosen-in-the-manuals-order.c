// SPDX-License-Identifier: MIT
// build: -nostdlib -ffreestanding -fno-tree-vectorize -fno-tree-slp-vectorize
/* FPProcessNaNs(): a signalling operand first, then the first quiet one;
 * quietened; or the default NaN. */
#include "check-fp.h"

static void two_operands_s(void)
{
    ROW_S("fadd s0, s1, s2", 0, 0, SQN, S1, SQN, 0);
    ROW_S("fadd s0, s1, s2", 0, 0, S1, SQN, SQN, 0);
    ROW_S("fadd s0, s1, s2", 0, 0, SQN, S_QN, SQN, 0);
    ROW_S("fadd s0, s1, s2", 0, 0, S_QN, SQN, S_QN, 0);
    ROW_S("fadd s0, s1, s2", 0, 0, SSN, S1, 0x7fc00001, IOC);
    ROW_S("fadd s0, s1, s2", 0, 0, S1, S_SN, 0xffc00002, IOC);
    ROW_S("fadd s0, s1, s2", 0, 0, SQN, SSN, 0x7fc00001, IOC);
    ROW_S("fadd s0, s1, s2", 0, 0, SSN, SQN, 0x7fc00001, IOC);
    ROW_S("fadd s0, s1, s2", 0, 0, S_SN, SSN, 0xffc00002, IOC);
    ROW_S("fadd s0, s1, s2", 0, 0, SQN, S_SN, 0xffc00002, IOC);
    ROW_S("fadd s0, s1, s2", 0, 0, SINF, SQN, SQN, 0);
    ROW_S("fsub s0, s1, s2", 0, 0, SQN, S1, SQN, 0);
    ROW_S("fsub s0, s1, s2", 0, 0, S1, SQN, SQN, 0);
    ROW_S("fsub s0, s1, s2", 0, 0, SQN, S_QN, SQN, 0);
    ROW_S("fsub s0, s1, s2", 0, 0, S_QN, SQN, S_QN, 0);
    ROW_S("fsub s0, s1, s2", 0, 0, SSN, S1, 0x7fc00001, IOC);
    ROW_S("fsub s0, s1, s2", 0, 0, S1, S_SN, 0xffc00002, IOC);
    ROW_S("fsub s0, s1, s2", 0, 0, SQN, SSN, 0x7fc00001, IOC);
    ROW_S("fsub s0, s1, s2", 0, 0, SSN, SQN, 0x7fc00001, IOC);
    ROW_S("fsub s0, s1, s2", 0, 0, S_SN, SSN, 0xffc00002, IOC);
    ROW_S("fsub s0, s1, s2", 0, 0, SQN, S_SN, 0xffc00002, IOC);
    ROW_S("fsub s0, s1, s2", 0, 0, SINF, SQN, SQN, 0);
    ROW_S("fmul s0, s1, s2", 0, 0, SQN, S1, SQN, 0);
    ROW_S("fmul s0, s1, s2", 0, 0, S1, SQN, SQN, 0);
    ROW_S("fmul s0, s1, s2", 0, 0, SQN, S_QN, SQN, 0);
    ROW_S("fmul s0, s1, s2", 0, 0, S_QN, SQN, S_QN, 0);
    ROW_S("fmul s0, s1, s2", 0, 0, SSN, S1, 0x7fc00001, IOC);
    ROW_S("fmul s0, s1, s2", 0, 0, S1, S_SN, 0xffc00002, IOC);
    ROW_S("fmul s0, s1, s2", 0, 0, SQN, SSN, 0x7fc00001, IOC);
    ROW_S("fmul s0, s1, s2", 0, 0, SSN, SQN, 0x7fc00001, IOC);
    ROW_S("fmul s0, s1, s2", 0, 0, S_SN, SSN, 0xffc00002, IOC);
    ROW_S("fmul s0, s1, s2", 0, 0, SQN, S_SN, 0xffc00002, IOC);
    ROW_S("fmul s0, s1, s2", 0, 0, SINF, SQN, SQN, 0);
    ROW_S("fdiv s0, s1, s2", 0, 0, SQN, S1, SQN, 0);
    ROW_S("fdiv s0, s1, s2", 0, 0, S1, SQN, SQN, 0);
    ROW_S("fdiv s0, s1, s2", 0, 0, SQN, S_QN, SQN, 0);
    ROW_S("fdiv s0, s1, s2", 0, 0, S_QN, SQN, S_QN, 0);
    ROW_S("fdiv s0, s1, s2", 0, 0, SSN, S1, 0x7fc00001, IOC);
    ROW_S("fdiv s0, s1, s2", 0, 0, S1, S_SN, 0xffc00002, IOC);
    ROW_S("fdiv s0, s1, s2", 0, 0, SQN, SSN, 0x7fc00001, IOC);
    ROW_S("fdiv s0, s1, s2", 0, 0, SSN, SQN, 0x7fc00001, IOC);
    ROW_S("fdiv s0, s1, s2", 0, 0, S_SN, SSN, 0xffc00002, IOC);
    ROW_S("fdiv s0, s1, s2", 0, 0, SQN, S_SN, 0xffc00002, IOC);
    ROW_S("fdiv s0, s1, s2", 0, 0, SINF, SQN, SQN, 0);
    ROW_S("fmax s0, s1, s2", 0, 0, SQN, S1, SQN, 0);
    ROW_S("fmax s0, s1, s2", 0, 0, S1, SQN, SQN, 0);
    ROW_S("fmax s0, s1, s2", 0, 0, SQN, S_QN, SQN, 0);
    ROW_S("fmax s0, s1, s2", 0, 0, S_QN, SQN, S_QN, 0);
    ROW_S("fmax s0, s1, s2", 0, 0, SSN, S1, 0x7fc00001, IOC);
    ROW_S("fmax s0, s1, s2", 0, 0, S1, S_SN, 0xffc00002, IOC);
    ROW_S("fmax s0, s1, s2", 0, 0, SQN, SSN, 0x7fc00001, IOC);
    ROW_S("fmax s0, s1, s2", 0, 0, SSN, SQN, 0x7fc00001, IOC);
    ROW_S("fmax s0, s1, s2", 0, 0, S_SN, SSN, 0xffc00002, IOC);
    ROW_S("fmax s0, s1, s2", 0, 0, SQN, S_SN, 0xffc00002, IOC);
    ROW_S("fmax s0, s1, s2", 0, 0, SINF, SQN, SQN, 0);
    ROW_S("fmin s0, s1, s2", 0, 0, SQN, S1, SQN, 0);
    ROW_S("fmin s0, s1, s2", 0, 0, S1, SQN, SQN, 0);
    ROW_S("fmin s0, s1, s2", 0, 0, SQN, S_QN, SQN, 0);
    ROW_S("fmin s0, s1, s2", 0, 0, S_QN, SQN, S_QN, 0);
    ROW_S("fmin s0, s1, s2", 0, 0, SSN, S1, 0x7fc00001, IOC);
    ROW_S("fmin s0, s1, s2", 0, 0, S1, S_SN, 0xffc00002, IOC);
    ROW_S("fmin s0, s1, s2", 0, 0, SQN, SSN, 0x7fc00001, IOC);
    ROW_S("fmin s0, s1, s2", 0, 0, SSN, SQN, 0x7fc00001, IOC);
    ROW_S("fmin s0, s1, s2", 0, 0, S_SN, SSN, 0xffc00002, IOC);
    ROW_S("fmin s0, s1, s2", 0, 0, SQN, S_SN, 0xffc00002, IOC);
    ROW_S("fmin s0, s1, s2", 0, 0, SINF, SQN, SQN, 0);
}

/* minNum(): a quiet NaN loses against a number. */
static void minnum_s(void)
{
    ROW_S("fmaxnm s0, s1, s2", 0, 0, SQN, S1, S1, 0);
    ROW_S("fmaxnm s0, s1, s2", 0, 0, S_1, S_QN, S_1, 0);
    ROW_S("fmaxnm s0, s1, s2", 0, 0, SQN, S_QN, SQN, 0);
    ROW_S("fmaxnm s0, s1, s2", 0, 0, SSN, S1, 0x7fc00001, IOC);
    ROW_S("fmaxnm s0, s1, s2", 0, 0, S1, S_SN, 0xffc00002, IOC);
    ROW_S("fmaxnm s0, s1, s2", 0, 0, SQN, SSN, 0x7fc00001, IOC);
    ROW_S("fmaxnm s0, s1, s2", 0, 0, SINF, SQN, SINF, 0);
    ROW_S("fmaxnm s0, s1, s2", 0, 0, SQN, S_INF, S_INF, 0);
    ROW_S("fminnm s0, s1, s2", 0, 0, SQN, S1, S1, 0);
    ROW_S("fminnm s0, s1, s2", 0, 0, S_1, S_QN, S_1, 0);
    ROW_S("fminnm s0, s1, s2", 0, 0, SQN, S_QN, SQN, 0);
    ROW_S("fminnm s0, s1, s2", 0, 0, SSN, S1, 0x7fc00001, IOC);
    ROW_S("fminnm s0, s1, s2", 0, 0, S1, S_SN, 0xffc00002, IOC);
    ROW_S("fminnm s0, s1, s2", 0, 0, SQN, SSN, 0x7fc00001, IOC);
    ROW_S("fminnm s0, s1, s2", 0, 0, SINF, SQN, SINF, 0);
    ROW_S("fminnm s0, s1, s2", 0, 0, SQN, S_INF, S_INF, 0);
}

/* FPCR.DN: any NaN is the default one, with its exceptions. */
static void default_nan_s(void)
{
    ROW_S("fadd s0, s1, s2", FPCR_DN, 0, SQN, S_QN, SDNAN, 0);
    ROW_S("fadd s0, s1, s2", FPCR_DN, 0, SSN, S1, SDNAN, IOC);
    ROW_S("fmul s0, s1, s2", FPCR_DN, 0, S1, S_QN, SDNAN, 0);
    ROW_S("fmax s0, s1, s2", FPCR_DN, 0, SQN, S1, SDNAN, 0);
    ROW_S("fmin s0, s1, s2", FPCR_DN, 0, S1, SSN, SDNAN, IOC);
    ROW_S("fmaxnm s0, s1, s2", FPCR_DN, 0, SQN, S_QN, SDNAN, 0);
    ROW_S("fminnm s0, s1, s2", FPCR_DN, 0, SQN, S1, S1, 0);
    ROW_S("fdiv s0, s1, s2", FPCR_DN, 0, S_QN, S1, SDNAN, 0);
    ROW_S("fmaxnm s0, s1, s2", FPCR_DN, 0, SSN, S1, SDNAN, IOC);
    /* no arithmetic: bits */
    ROW_S("fabs s0, s1", FPCR_DN, 0, S_SN, 0, 0x7f800002, 0);
    ROW_S("fneg s0, s1", FPCR_DN, 0, S_SN, 0, 0x7f800002, 0);
    ROW_S("fmov s0, s1", FPCR_DN, 0, S_SN, 0, S_SN, 0);
}

/* Invalid operations give the positive default NaN. */
static void made_s(void)
{
    ROW_S("fadd s0, s1, s2", 0, 0, SINF, S_INF, SDNAN, IOC);
    ROW_S("fsub s0, s1, s2", 0, 0, SINF, SINF, SDNAN, IOC);
    ROW_S("fmul s0, s1, s2", 0, 0, S0, S_INF, SDNAN, IOC);
    ROW_S("fmul s0, s1, s2", 0, 0, S_INF, S_0, SDNAN, IOC);
    ROW_S("fdiv s0, s1, s2", 0, 0, S0, S_0, SDNAN, IOC);
    ROW_S("fdiv s0, s1, s2", 0, 0, S_INF, SINF, SDNAN, IOC);
    ROW_S("fsqrt s0, s1", 0, 0, S_1, 0, SDNAN, IOC);
    ROW_S("fsqrt s0, s1", 0, 0, S_INF, 0, SDNAN, IOC);
    ROW_S("fsqrt s0, s1", 0, 0, S_0, 0, S_0, 0);
    ROW_S("fsqrt s0, s1", 0, 0, S_SN, 0, 0xffc00002, IOC);
    ROW_S("fsqrt s0, s1", 0, 0, S_QN, 0, S_QN, 0);
    ROW_S("fdiv s0, s1, s2", 0, 0, S_1, S0, S_INF, DZC);
    ROW_S("fdiv s0, s1, s2", 0, 0, SINF, S_0, S_INF, 0);
}

/* rd = ra + rn * rm with ra in v0: the addend's NaN comes first; 0 * inf with a
 * quiet addend is the default NaN. */
static void fused_s(void)
{
    ROW_S("fmadd s0, s1, s2, s0", 0, S3, S1, S2, 0x40a00000, 0);
    ROW_S("fmadd s0, s1, s2, s0", 0, SQN, S_QN, S1, SQN, 0);
    ROW_S("fmadd s0, s1, s2, s0", 0, S1, S_QN, SQN, S_QN, 0);
    ROW_S("fmadd s0, s1, s2, s0", 0, S1, S1, S_QN, S_QN, 0);
    ROW_S("fmadd s0, s1, s2, s0", 0, SQN, S1, SSN, 0x7fc00001, IOC);
    ROW_S("fmadd s0, s1, s2, s0", 0, SSN, S_SN, S1, 0x7fc00001, IOC);
    ROW_S("fmadd s0, s1, s2, s0", 0, SQN, S_SN, SSN, 0xffc00002, IOC);
    ROW_S("fmadd s0, s1, s2, s0", 0, SQN, S0, SINF, SDNAN, IOC);
    ROW_S("fmadd s0, s1, s2, s0", 0, S_QN, S_INF, S0, SDNAN, IOC);
    ROW_S("fmadd s0, s1, s2, s0", 0, SSN, S0, SINF, 0x7fc00001, IOC);
    ROW_S("fmadd s0, s1, s2, s0", 0, S1, SINF, S0, SDNAN, IOC);
    ROW_S("fmadd s0, s1, s2, s0", 0, SINF, S_INF, S1, SDNAN, IOC);
    ROW_S("fmadd s0, s1, s2, s0", 0, S_INF, SINF, S1, SDNAN, IOC);
    ROW_S("fmadd s0, s1, s2, s0", 0, S_0, S0, S1, S0, 0);
    ROW_S("fmadd s0, s1, s2, s0", 0, S0, S_0, S1, S0, 0);
    ROW_S("fmsub s0, s1, s2, s0", 0, S3, S1, S2, S1, 0);
    ROW_S("fmsub s0, s1, s2, s0", 0, SQN, S_QN, S1, SQN, 0);
    ROW_S("fmsub s0, s1, s2, s0", 0, S1, S_QN, SQN, 0x7fc00004, 0);
    ROW_S("fmsub s0, s1, s2, s0", 0, S1, S1, S_QN, S_QN, 0);
    ROW_S("fmsub s0, s1, s2, s0", 0, SQN, S1, SSN, 0x7fc00001, IOC);
    ROW_S("fmsub s0, s1, s2, s0", 0, SSN, S_SN, S1, 0x7fc00001, IOC);
    ROW_S("fmsub s0, s1, s2, s0", 0, SQN, S_SN, SSN, 0x7fc00002, IOC);
    ROW_S("fmsub s0, s1, s2, s0", 0, SQN, S0, SINF, SDNAN, IOC);
    ROW_S("fmsub s0, s1, s2, s0", 0, S_QN, S_INF, S0, SDNAN, IOC);
    ROW_S("fmsub s0, s1, s2, s0", 0, SSN, S0, SINF, 0x7fc00001, IOC);
    ROW_S("fmsub s0, s1, s2, s0", 0, S1, SINF, S0, SDNAN, IOC);
    ROW_S("fmsub s0, s1, s2, s0", 0, SINF, S_INF, S1, SINF, 0);
    ROW_S("fmsub s0, s1, s2, s0", 0, S_INF, SINF, S1, S_INF, 0);
    ROW_S("fmsub s0, s1, s2, s0", 0, S_0, S0, S1, S_0, 0);
    ROW_S("fmsub s0, s1, s2, s0", 0, S0, S_0, S1, S0, 0);
    ROW_S("fnmadd s0, s1, s2, s0", 0, S3, S1, S2, 0xc0a00000, 0);
    ROW_S("fnmadd s0, s1, s2, s0", 0, SQN, S_QN, S1, 0xffc00003, 0);
    ROW_S("fnmadd s0, s1, s2, s0", 0, S1, S_QN, SQN, 0x7fc00004, 0);
    ROW_S("fnmadd s0, s1, s2, s0", 0, S1, S1, S_QN, S_QN, 0);
    ROW_S("fnmadd s0, s1, s2, s0", 0, SQN, S1, SSN, 0x7fc00001, IOC);
    ROW_S("fnmadd s0, s1, s2, s0", 0, SSN, S_SN, S1, 0xffc00001, IOC);
    ROW_S("fnmadd s0, s1, s2, s0", 0, SQN, S_SN, SSN, 0x7fc00002, IOC);
    ROW_S("fnmadd s0, s1, s2, s0", 0, SQN, S0, SINF, SDNAN, IOC);
    ROW_S("fnmadd s0, s1, s2, s0", 0, S_QN, S_INF, S0, SDNAN, IOC);
    ROW_S("fnmadd s0, s1, s2, s0", 0, SSN, S0, SINF, 0xffc00001, IOC);
    ROW_S("fnmadd s0, s1, s2, s0", 0, S1, SINF, S0, SDNAN, IOC);
    ROW_S("fnmadd s0, s1, s2, s0", 0, SINF, S_INF, S1, SDNAN, IOC);
    ROW_S("fnmadd s0, s1, s2, s0", 0, S_INF, SINF, S1, SDNAN, IOC);
    ROW_S("fnmadd s0, s1, s2, s0", 0, S_0, S0, S1, S0, 0);
    ROW_S("fnmadd s0, s1, s2, s0", 0, S0, S_0, S1, S0, 0);
    ROW_S("fnmsub s0, s1, s2, s0", 0, S3, S1, S2, S_1, 0);
    ROW_S("fnmsub s0, s1, s2, s0", 0, SQN, S_QN, S1, 0xffc00003, 0);
    ROW_S("fnmsub s0, s1, s2, s0", 0, S1, S_QN, SQN, S_QN, 0);
    ROW_S("fnmsub s0, s1, s2, s0", 0, S1, S1, S_QN, S_QN, 0);
    ROW_S("fnmsub s0, s1, s2, s0", 0, SQN, S1, SSN, 0x7fc00001, IOC);
    ROW_S("fnmsub s0, s1, s2, s0", 0, SSN, S_SN, S1, 0xffc00001, IOC);
    ROW_S("fnmsub s0, s1, s2, s0", 0, SQN, S_SN, SSN, 0xffc00002, IOC);
    ROW_S("fnmsub s0, s1, s2, s0", 0, SQN, S0, SINF, SDNAN, IOC);
    ROW_S("fnmsub s0, s1, s2, s0", 0, S_QN, S_INF, S0, SDNAN, IOC);
    ROW_S("fnmsub s0, s1, s2, s0", 0, SSN, S0, SINF, 0xffc00001, IOC);
    ROW_S("fnmsub s0, s1, s2, s0", 0, S1, SINF, S0, SDNAN, IOC);
    ROW_S("fnmsub s0, s1, s2, s0", 0, SINF, S_INF, S1, S_INF, 0);
    ROW_S("fnmsub s0, s1, s2, s0", 0, S_INF, SINF, S1, SINF, 0);
    ROW_S("fnmsub s0, s1, s2, s0", 0, S_0, S0, S1, S0, 0);
    ROW_S("fnmsub s0, s1, s2, s0", 0, S0, S_0, S1, S_0, 0);
    ROW_S("fmadd s0, s1, s2, s0", FPCR_DN, S_QN, S1, S1, SDNAN, 0);
    ROW_S("fmadd s0, s1, s2, s0", FPCR_DN, SQN, S0, SINF, SDNAN, IOC);
}

/* Signs of NaNs: FNMUL inverts the product's, FABD clears it. */
static void signs_s(void)
{
    ROW_S("fnmul s0, s1, s2", 0, 0, S1, S2, 0xc0000000, 0);
    ROW_S("fnmul s0, s1, s2", 0, 0, S_QN, S1, 0x7fc00004, 0);
    ROW_S("fnmul s0, s1, s2", 0, 0, S1, SQN, 0xffc00003, 0);
    ROW_S("fnmul s0, s1, s2", 0, 0, SSN, S1, 0xffc00001, IOC);
    ROW_S("fnmul s0, s1, s2", 0, 0, SINF, SINF, S_INF, 0);
    ROW_S("fnmul s0, s1, s2", 0, 0, S0, SINF, 0xffc00000, IOC);
    ROW_S("fnmul s0, s1, s2", 0, 0, S2, S3, 0xc0c00000, 0);
    ROW_S("fabd s0, s1, s2", 0, 0, S1, S2, S1, 0);
    ROW_S("fabd s0, s1, s2", 0, 0, S_QN, S1, 0x7fc00004, 0);
    ROW_S("fabd s0, s1, s2", 0, 0, S1, SQN, SQN, 0);
    ROW_S("fabd s0, s1, s2", 0, 0, SSN, S1, 0x7fc00001, IOC);
    ROW_S("fabd s0, s1, s2", 0, 0, SINF, SINF, SDNAN, IOC);
    ROW_S("fabd s0, s1, s2", 0, 0, S0, SINF, SINF, 0);
    ROW_S("fabd s0, s1, s2", 0, 0, S2, S3, S1, 0);
    ROW_S("fnmul s0, s1, s2", FPCR_DN, 0, S_QN, S1, 0xffc00000, 0);
    ROW_S("fneg s0, s1", 0, 0, S_SN, 0, 0x7f800002, 0);
    ROW_S("fneg s0, s1", 0, 0, SQN, 0, 0xffc00003, 0);
    ROW_S("fneg s0, s1", 0, 0, S_0, 0, S0, 0);
    ROW_S("fneg s0, s1", 0, 0, S_DEN, 0, SDEN, 0);
    ROW_S("fabs s0, s1", 0, 0, S_SN, 0, 0x7f800002, 0);
    ROW_S("fabs s0, s1", 0, 0, SQN, 0, SQN, 0);
    ROW_S("fabs s0, s1", 0, 0, S_0, 0, S0, 0);
    ROW_S("fabs s0, s1", 0, 0, S_DEN, 0, SDEN, 0);
}

static void two_operands_d(void)
{
    ROW_D("fadd d0, d1, d2", 0, 0, DQN, D1, DQN, 0);
    ROW_D("fadd d0, d1, d2", 0, 0, D1, DQN, DQN, 0);
    ROW_D("fadd d0, d1, d2", 0, 0, DQN, D_QN, DQN, 0);
    ROW_D("fadd d0, d1, d2", 0, 0, D_QN, DQN, D_QN, 0);
    ROW_D("fadd d0, d1, d2", 0, 0, DSN, D1, 0x7ff8000000000001, IOC);
    ROW_D("fadd d0, d1, d2", 0, 0, D1, D_SN, 0xfff8000000000002, IOC);
    ROW_D("fadd d0, d1, d2", 0, 0, DQN, DSN, 0x7ff8000000000001, IOC);
    ROW_D("fadd d0, d1, d2", 0, 0, DSN, DQN, 0x7ff8000000000001, IOC);
    ROW_D("fadd d0, d1, d2", 0, 0, D_SN, DSN, 0xfff8000000000002, IOC);
    ROW_D("fadd d0, d1, d2", 0, 0, DQN, D_SN, 0xfff8000000000002, IOC);
    ROW_D("fadd d0, d1, d2", 0, 0, DINF, DQN, DQN, 0);
    ROW_D("fsub d0, d1, d2", 0, 0, DQN, D1, DQN, 0);
    ROW_D("fsub d0, d1, d2", 0, 0, D1, DQN, DQN, 0);
    ROW_D("fsub d0, d1, d2", 0, 0, DQN, D_QN, DQN, 0);
    ROW_D("fsub d0, d1, d2", 0, 0, D_QN, DQN, D_QN, 0);
    ROW_D("fsub d0, d1, d2", 0, 0, DSN, D1, 0x7ff8000000000001, IOC);
    ROW_D("fsub d0, d1, d2", 0, 0, D1, D_SN, 0xfff8000000000002, IOC);
    ROW_D("fsub d0, d1, d2", 0, 0, DQN, DSN, 0x7ff8000000000001, IOC);
    ROW_D("fsub d0, d1, d2", 0, 0, DSN, DQN, 0x7ff8000000000001, IOC);
    ROW_D("fsub d0, d1, d2", 0, 0, D_SN, DSN, 0xfff8000000000002, IOC);
    ROW_D("fsub d0, d1, d2", 0, 0, DQN, D_SN, 0xfff8000000000002, IOC);
    ROW_D("fsub d0, d1, d2", 0, 0, DINF, DQN, DQN, 0);
    ROW_D("fmul d0, d1, d2", 0, 0, DQN, D1, DQN, 0);
    ROW_D("fmul d0, d1, d2", 0, 0, D1, DQN, DQN, 0);
    ROW_D("fmul d0, d1, d2", 0, 0, DQN, D_QN, DQN, 0);
    ROW_D("fmul d0, d1, d2", 0, 0, D_QN, DQN, D_QN, 0);
    ROW_D("fmul d0, d1, d2", 0, 0, DSN, D1, 0x7ff8000000000001, IOC);
    ROW_D("fmul d0, d1, d2", 0, 0, D1, D_SN, 0xfff8000000000002, IOC);
    ROW_D("fmul d0, d1, d2", 0, 0, DQN, DSN, 0x7ff8000000000001, IOC);
    ROW_D("fmul d0, d1, d2", 0, 0, DSN, DQN, 0x7ff8000000000001, IOC);
    ROW_D("fmul d0, d1, d2", 0, 0, D_SN, DSN, 0xfff8000000000002, IOC);
    ROW_D("fmul d0, d1, d2", 0, 0, DQN, D_SN, 0xfff8000000000002, IOC);
    ROW_D("fmul d0, d1, d2", 0, 0, DINF, DQN, DQN, 0);
    ROW_D("fdiv d0, d1, d2", 0, 0, DQN, D1, DQN, 0);
    ROW_D("fdiv d0, d1, d2", 0, 0, D1, DQN, DQN, 0);
    ROW_D("fdiv d0, d1, d2", 0, 0, DQN, D_QN, DQN, 0);
    ROW_D("fdiv d0, d1, d2", 0, 0, D_QN, DQN, D_QN, 0);
    ROW_D("fdiv d0, d1, d2", 0, 0, DSN, D1, 0x7ff8000000000001, IOC);
    ROW_D("fdiv d0, d1, d2", 0, 0, D1, D_SN, 0xfff8000000000002, IOC);
    ROW_D("fdiv d0, d1, d2", 0, 0, DQN, DSN, 0x7ff8000000000001, IOC);
    ROW_D("fdiv d0, d1, d2", 0, 0, DSN, DQN, 0x7ff8000000000001, IOC);
    ROW_D("fdiv d0, d1, d2", 0, 0, D_SN, DSN, 0xfff8000000000002, IOC);
    ROW_D("fdiv d0, d1, d2", 0, 0, DQN, D_SN, 0xfff8000000000002, IOC);
    ROW_D("fdiv d0, d1, d2", 0, 0, DINF, DQN, DQN, 0);
    ROW_D("fmax d0, d1, d2", 0, 0, DQN, D1, DQN, 0);
    ROW_D("fmax d0, d1, d2", 0, 0, D1, DQN, DQN, 0);
    ROW_D("fmax d0, d1, d2", 0, 0, DQN, D_QN, DQN, 0);
    ROW_D("fmax d0, d1, d2", 0, 0, D_QN, DQN, D_QN, 0);
    ROW_D("fmax d0, d1, d2", 0, 0, DSN, D1, 0x7ff8000000000001, IOC);
    ROW_D("fmax d0, d1, d2", 0, 0, D1, D_SN, 0xfff8000000000002, IOC);
    ROW_D("fmax d0, d1, d2", 0, 0, DQN, DSN, 0x7ff8000000000001, IOC);
    ROW_D("fmax d0, d1, d2", 0, 0, DSN, DQN, 0x7ff8000000000001, IOC);
    ROW_D("fmax d0, d1, d2", 0, 0, D_SN, DSN, 0xfff8000000000002, IOC);
    ROW_D("fmax d0, d1, d2", 0, 0, DQN, D_SN, 0xfff8000000000002, IOC);
    ROW_D("fmax d0, d1, d2", 0, 0, DINF, DQN, DQN, 0);
    ROW_D("fmin d0, d1, d2", 0, 0, DQN, D1, DQN, 0);
    ROW_D("fmin d0, d1, d2", 0, 0, D1, DQN, DQN, 0);
    ROW_D("fmin d0, d1, d2", 0, 0, DQN, D_QN, DQN, 0);
    ROW_D("fmin d0, d1, d2", 0, 0, D_QN, DQN, D_QN, 0);
    ROW_D("fmin d0, d1, d2", 0, 0, DSN, D1, 0x7ff8000000000001, IOC);
    ROW_D("fmin d0, d1, d2", 0, 0, D1, D_SN, 0xfff8000000000002, IOC);
    ROW_D("fmin d0, d1, d2", 0, 0, DQN, DSN, 0x7ff8000000000001, IOC);
    ROW_D("fmin d0, d1, d2", 0, 0, DSN, DQN, 0x7ff8000000000001, IOC);
    ROW_D("fmin d0, d1, d2", 0, 0, D_SN, DSN, 0xfff8000000000002, IOC);
    ROW_D("fmin d0, d1, d2", 0, 0, DQN, D_SN, 0xfff8000000000002, IOC);
    ROW_D("fmin d0, d1, d2", 0, 0, DINF, DQN, DQN, 0);
}

/* minNum(): a quiet NaN loses against a number. */
static void minnum_d(void)
{
    ROW_D("fmaxnm d0, d1, d2", 0, 0, DQN, D1, D1, 0);
    ROW_D("fmaxnm d0, d1, d2", 0, 0, D_1, D_QN, D_1, 0);
    ROW_D("fmaxnm d0, d1, d2", 0, 0, DQN, D_QN, DQN, 0);
    ROW_D("fmaxnm d0, d1, d2", 0, 0, DSN, D1, 0x7ff8000000000001, IOC);
    ROW_D("fmaxnm d0, d1, d2", 0, 0, D1, D_SN, 0xfff8000000000002, IOC);
    ROW_D("fmaxnm d0, d1, d2", 0, 0, DQN, DSN, 0x7ff8000000000001, IOC);
    ROW_D("fmaxnm d0, d1, d2", 0, 0, DINF, DQN, DINF, 0);
    ROW_D("fmaxnm d0, d1, d2", 0, 0, DQN, D_INF, D_INF, 0);
    ROW_D("fminnm d0, d1, d2", 0, 0, DQN, D1, D1, 0);
    ROW_D("fminnm d0, d1, d2", 0, 0, D_1, D_QN, D_1, 0);
    ROW_D("fminnm d0, d1, d2", 0, 0, DQN, D_QN, DQN, 0);
    ROW_D("fminnm d0, d1, d2", 0, 0, DSN, D1, 0x7ff8000000000001, IOC);
    ROW_D("fminnm d0, d1, d2", 0, 0, D1, D_SN, 0xfff8000000000002, IOC);
    ROW_D("fminnm d0, d1, d2", 0, 0, DQN, DSN, 0x7ff8000000000001, IOC);
    ROW_D("fminnm d0, d1, d2", 0, 0, DINF, DQN, DINF, 0);
    ROW_D("fminnm d0, d1, d2", 0, 0, DQN, D_INF, D_INF, 0);
}

/* FPCR.DN: any NaN is the default one, with its exceptions. */
static void default_nan_d(void)
{
    ROW_D("fadd d0, d1, d2", FPCR_DN, 0, DQN, D_QN, DDNAN, 0);
    ROW_D("fadd d0, d1, d2", FPCR_DN, 0, DSN, D1, DDNAN, IOC);
    ROW_D("fmul d0, d1, d2", FPCR_DN, 0, D1, D_QN, DDNAN, 0);
    ROW_D("fmax d0, d1, d2", FPCR_DN, 0, DQN, D1, DDNAN, 0);
    ROW_D("fmin d0, d1, d2", FPCR_DN, 0, D1, DSN, DDNAN, IOC);
    ROW_D("fmaxnm d0, d1, d2", FPCR_DN, 0, DQN, D_QN, DDNAN, 0);
    ROW_D("fminnm d0, d1, d2", FPCR_DN, 0, DQN, D1, D1, 0);
    ROW_D("fdiv d0, d1, d2", FPCR_DN, 0, D_QN, D1, DDNAN, 0);
    ROW_D("fmaxnm d0, d1, d2", FPCR_DN, 0, DSN, D1, DDNAN, IOC);
    /* no arithmetic: bits */
    ROW_D("fabs d0, d1", FPCR_DN, 0, D_SN, 0, 0x7ff0000000000002, 0);
    ROW_D("fneg d0, d1", FPCR_DN, 0, D_SN, 0, 0x7ff0000000000002, 0);
    ROW_D("fmov d0, d1", FPCR_DN, 0, D_SN, 0, D_SN, 0);
}

/* Invalid operations give the positive default NaN. */
static void made_d(void)
{
    ROW_D("fadd d0, d1, d2", 0, 0, DINF, D_INF, DDNAN, IOC);
    ROW_D("fsub d0, d1, d2", 0, 0, DINF, DINF, DDNAN, IOC);
    ROW_D("fmul d0, d1, d2", 0, 0, D0, D_INF, DDNAN, IOC);
    ROW_D("fmul d0, d1, d2", 0, 0, D_INF, D_0, DDNAN, IOC);
    ROW_D("fdiv d0, d1, d2", 0, 0, D0, D_0, DDNAN, IOC);
    ROW_D("fdiv d0, d1, d2", 0, 0, D_INF, DINF, DDNAN, IOC);
    ROW_D("fsqrt d0, d1", 0, 0, D_1, 0, DDNAN, IOC);
    ROW_D("fsqrt d0, d1", 0, 0, D_INF, 0, DDNAN, IOC);
    ROW_D("fsqrt d0, d1", 0, 0, D_0, 0, D_0, 0);
    ROW_D("fsqrt d0, d1", 0, 0, D_SN, 0, 0xfff8000000000002, IOC);
    ROW_D("fsqrt d0, d1", 0, 0, D_QN, 0, D_QN, 0);
    ROW_D("fdiv d0, d1, d2", 0, 0, D_1, D0, D_INF, DZC);
    ROW_D("fdiv d0, d1, d2", 0, 0, DINF, D_0, D_INF, 0);
}

/* rd = ra + rn * rm with ra in v0: the addend's NaN comes first; 0 * inf with a
 * quiet addend is the default NaN. */
static void fused_d(void)
{
    ROW_D("fmadd d0, d1, d2, d0", 0, D3, D1, D2, 0x4014000000000000, 0);
    ROW_D("fmadd d0, d1, d2, d0", 0, DQN, D_QN, D1, DQN, 0);
    ROW_D("fmadd d0, d1, d2, d0", 0, D1, D_QN, DQN, D_QN, 0);
    ROW_D("fmadd d0, d1, d2, d0", 0, D1, D1, D_QN, D_QN, 0);
    ROW_D("fmadd d0, d1, d2, d0", 0, DQN, D1, DSN, 0x7ff8000000000001, IOC);
    ROW_D("fmadd d0, d1, d2, d0", 0, DSN, D_SN, D1, 0x7ff8000000000001, IOC);
    ROW_D("fmadd d0, d1, d2, d0", 0, DQN, D_SN, DSN, 0xfff8000000000002, IOC);
    ROW_D("fmadd d0, d1, d2, d0", 0, DQN, D0, DINF, DDNAN, IOC);
    ROW_D("fmadd d0, d1, d2, d0", 0, D_QN, D_INF, D0, DDNAN, IOC);
    ROW_D("fmadd d0, d1, d2, d0", 0, DSN, D0, DINF, 0x7ff8000000000001, IOC);
    ROW_D("fmadd d0, d1, d2, d0", 0, D1, DINF, D0, DDNAN, IOC);
    ROW_D("fmadd d0, d1, d2, d0", 0, DINF, D_INF, D1, DDNAN, IOC);
    ROW_D("fmadd d0, d1, d2, d0", 0, D_INF, DINF, D1, DDNAN, IOC);
    ROW_D("fmadd d0, d1, d2, d0", 0, D_0, D0, D1, D0, 0);
    ROW_D("fmadd d0, d1, d2, d0", 0, D0, D_0, D1, D0, 0);
    ROW_D("fmsub d0, d1, d2, d0", 0, D3, D1, D2, D1, 0);
    ROW_D("fmsub d0, d1, d2, d0", 0, DQN, D_QN, D1, DQN, 0);
    ROW_D("fmsub d0, d1, d2, d0", 0, D1, D_QN, DQN, 0x7ff8000000000004, 0);
    ROW_D("fmsub d0, d1, d2, d0", 0, D1, D1, D_QN, D_QN, 0);
    ROW_D("fmsub d0, d1, d2, d0", 0, DQN, D1, DSN, 0x7ff8000000000001, IOC);
    ROW_D("fmsub d0, d1, d2, d0", 0, DSN, D_SN, D1, 0x7ff8000000000001, IOC);
    ROW_D("fmsub d0, d1, d2, d0", 0, DQN, D_SN, DSN, 0x7ff8000000000002, IOC);
    ROW_D("fmsub d0, d1, d2, d0", 0, DQN, D0, DINF, DDNAN, IOC);
    ROW_D("fmsub d0, d1, d2, d0", 0, D_QN, D_INF, D0, DDNAN, IOC);
    ROW_D("fmsub d0, d1, d2, d0", 0, DSN, D0, DINF, 0x7ff8000000000001, IOC);
    ROW_D("fmsub d0, d1, d2, d0", 0, D1, DINF, D0, DDNAN, IOC);
    ROW_D("fmsub d0, d1, d2, d0", 0, DINF, D_INF, D1, DINF, 0);
    ROW_D("fmsub d0, d1, d2, d0", 0, D_INF, DINF, D1, D_INF, 0);
    ROW_D("fmsub d0, d1, d2, d0", 0, D_0, D0, D1, D_0, 0);
    ROW_D("fmsub d0, d1, d2, d0", 0, D0, D_0, D1, D0, 0);
    ROW_D("fnmadd d0, d1, d2, d0", 0, D3, D1, D2, 0xc014000000000000, 0);
    ROW_D("fnmadd d0, d1, d2, d0", 0, DQN, D_QN, D1, 0xfff8000000000003, 0);
    ROW_D("fnmadd d0, d1, d2, d0", 0, D1, D_QN, DQN, 0x7ff8000000000004, 0);
    ROW_D("fnmadd d0, d1, d2, d0", 0, D1, D1, D_QN, D_QN, 0);
    ROW_D("fnmadd d0, d1, d2, d0", 0, DQN, D1, DSN, 0x7ff8000000000001, IOC);
    ROW_D("fnmadd d0, d1, d2, d0", 0, DSN, D_SN, D1, 0xfff8000000000001, IOC);
    ROW_D("fnmadd d0, d1, d2, d0", 0, DQN, D_SN, DSN, 0x7ff8000000000002, IOC);
    ROW_D("fnmadd d0, d1, d2, d0", 0, DQN, D0, DINF, DDNAN, IOC);
    ROW_D("fnmadd d0, d1, d2, d0", 0, D_QN, D_INF, D0, DDNAN, IOC);
    ROW_D("fnmadd d0, d1, d2, d0", 0, DSN, D0, DINF, 0xfff8000000000001, IOC);
    ROW_D("fnmadd d0, d1, d2, d0", 0, D1, DINF, D0, DDNAN, IOC);
    ROW_D("fnmadd d0, d1, d2, d0", 0, DINF, D_INF, D1, DDNAN, IOC);
    ROW_D("fnmadd d0, d1, d2, d0", 0, D_INF, DINF, D1, DDNAN, IOC);
    ROW_D("fnmadd d0, d1, d2, d0", 0, D_0, D0, D1, D0, 0);
    ROW_D("fnmadd d0, d1, d2, d0", 0, D0, D_0, D1, D0, 0);
    ROW_D("fnmsub d0, d1, d2, d0", 0, D3, D1, D2, D_1, 0);
    ROW_D("fnmsub d0, d1, d2, d0", 0, DQN, D_QN, D1, 0xfff8000000000003, 0);
    ROW_D("fnmsub d0, d1, d2, d0", 0, D1, D_QN, DQN, D_QN, 0);
    ROW_D("fnmsub d0, d1, d2, d0", 0, D1, D1, D_QN, D_QN, 0);
    ROW_D("fnmsub d0, d1, d2, d0", 0, DQN, D1, DSN, 0x7ff8000000000001, IOC);
    ROW_D("fnmsub d0, d1, d2, d0", 0, DSN, D_SN, D1, 0xfff8000000000001, IOC);
    ROW_D("fnmsub d0, d1, d2, d0", 0, DQN, D_SN, DSN, 0xfff8000000000002, IOC);
    ROW_D("fnmsub d0, d1, d2, d0", 0, DQN, D0, DINF, DDNAN, IOC);
    ROW_D("fnmsub d0, d1, d2, d0", 0, D_QN, D_INF, D0, DDNAN, IOC);
    ROW_D("fnmsub d0, d1, d2, d0", 0, DSN, D0, DINF, 0xfff8000000000001, IOC);
    ROW_D("fnmsub d0, d1, d2, d0", 0, D1, DINF, D0, DDNAN, IOC);
    ROW_D("fnmsub d0, d1, d2, d0", 0, DINF, D_INF, D1, D_INF, 0);
    ROW_D("fnmsub d0, d1, d2, d0", 0, D_INF, DINF, D1, DINF, 0);
    ROW_D("fnmsub d0, d1, d2, d0", 0, D_0, D0, D1, D0, 0);
    ROW_D("fnmsub d0, d1, d2, d0", 0, D0, D_0, D1, D_0, 0);
    ROW_D("fmadd d0, d1, d2, d0", FPCR_DN, D_QN, D1, D1, DDNAN, 0);
    ROW_D("fmadd d0, d1, d2, d0", FPCR_DN, DQN, D0, DINF, DDNAN, IOC);
}

/* Signs of NaNs: FNMUL inverts the product's, FABD clears it. */
static void signs_d(void)
{
    ROW_D("fnmul d0, d1, d2", 0, 0, D1, D2, 0xc000000000000000, 0);
    ROW_D("fnmul d0, d1, d2", 0, 0, D_QN, D1, 0x7ff8000000000004, 0);
    ROW_D("fnmul d0, d1, d2", 0, 0, D1, DQN, 0xfff8000000000003, 0);
    ROW_D("fnmul d0, d1, d2", 0, 0, DSN, D1, 0xfff8000000000001, IOC);
    ROW_D("fnmul d0, d1, d2", 0, 0, DINF, DINF, D_INF, 0);
    ROW_D("fnmul d0, d1, d2", 0, 0, D0, DINF, 0xfff8000000000000, IOC);
    ROW_D("fnmul d0, d1, d2", 0, 0, D2, D3, 0xc018000000000000, 0);
    ROW_D("fabd d0, d1, d2", 0, 0, D1, D2, D1, 0);
    ROW_D("fabd d0, d1, d2", 0, 0, D_QN, D1, 0x7ff8000000000004, 0);
    ROW_D("fabd d0, d1, d2", 0, 0, D1, DQN, DQN, 0);
    ROW_D("fabd d0, d1, d2", 0, 0, DSN, D1, 0x7ff8000000000001, IOC);
    ROW_D("fabd d0, d1, d2", 0, 0, DINF, DINF, DDNAN, IOC);
    ROW_D("fabd d0, d1, d2", 0, 0, D0, DINF, DINF, 0);
    ROW_D("fabd d0, d1, d2", 0, 0, D2, D3, D1, 0);
    ROW_D("fnmul d0, d1, d2", FPCR_DN, 0, D_QN, D1, 0xfff8000000000000, 0);
    ROW_D("fneg d0, d1", 0, 0, D_SN, 0, 0x7ff0000000000002, 0);
    ROW_D("fneg d0, d1", 0, 0, DQN, 0, 0xfff8000000000003, 0);
    ROW_D("fneg d0, d1", 0, 0, D_0, 0, D0, 0);
    ROW_D("fneg d0, d1", 0, 0, D_DEN, 0, DDEN, 0);
    ROW_D("fabs d0, d1", 0, 0, D_SN, 0, 0x7ff0000000000002, 0);
    ROW_D("fabs d0, d1", 0, 0, DQN, 0, DQN, 0);
    ROW_D("fabs d0, d1", 0, 0, D_0, 0, D0, 0);
    ROW_D("fabs d0, d1", 0, 0, D_DEN, 0, DDEN, 0);
}

int main(void)
{
    two_operands_s();
    minnum_s();
    default_nan_s();
    made_s();
    fused_s();
    signs_s();
    two_operands_d();
    minnum_d();
    default_nan_d();
    made_d();
    fused_d();
    signs_d();
    return check_result();
}
