// SPDX-License-Identifier: MIT
// build: -nostdlib -ffreestanding -fno-tree-vectorize -fno-tree-slp-vectorize
/* FCMP is quiet with quiet NaNs, FCMPE and the ordered vector comparisons are
 * not; FCCMP and FCSEL by condition. */
#include "check-fp.h"

static void flags_s(void)
{
    ROW_SX("fcmp s1, s2\n\tmrs x9, nzcv", 0, 0, S1, S2, 0x80000000, 0);
    ROW_SX("fcmp s1, s2\n\tmrs x9, nzcv", 0, 0, S2, S1, 0x20000000, 0);
    ROW_SX("fcmp s1, s2\n\tmrs x9, nzcv", 0, 0, S1, S1, 0x60000000, 0);
    ROW_SX("fcmp s1, s2\n\tmrs x9, nzcv", 0, 0, S0, S_0, 0x60000000, 0);
    ROW_SX("fcmp s1, s2\n\tmrs x9, nzcv", 0, 0, SINF, S_INF, 0x20000000, 0);
    ROW_SX("fcmp s1, s2\n\tmrs x9, nzcv", 0, 0, SQN, S1, 0x30000000, 0);
    ROW_SX("fcmp s1, s2\n\tmrs x9, nzcv", 0, 0, S1, S_QN, 0x30000000, 0);
    ROW_SX("fcmp s1, s2\n\tmrs x9, nzcv", 0, 0, SSN, S1, 0x30000000, IOC);
    ROW_SX("fcmp s1, s2\n\tmrs x9, nzcv", 0, 0, S1, SSN, 0x30000000, IOC);
    ROW_SX("fcmp s1, s2\n\tmrs x9, nzcv", 0, 0, SQN, SQN, 0x30000000, 0);
    ROW_SX("fcmp s1, s2\n\tmrs x9, nzcv", 0, 0, SDEN, S0, 0x20000000, 0);
    ROW_SX("fcmp s1, s2\n\tmrs x9, nzcv", 0, 0, S_INF, S_INF, 0x60000000, 0);
    ROW_SX("fcmp s1, s2\n\tmrs x9, nzcv", 0, 0, S_DEN, SDEN, 0x80000000, 0);
    ROW_SX("fcmp s1, #0.0\n\tmrs x9, nzcv", 0, 0, S0, SSN, 0x60000000, 0);
    ROW_SX("fcmp s1, #0.0\n\tmrs x9, nzcv", 0, 0, S_0, SSN, 0x60000000, 0);
    ROW_SX("fcmp s1, #0.0\n\tmrs x9, nzcv", 0, 0, S1, SSN, 0x20000000, 0);
    ROW_SX("fcmp s1, #0.0\n\tmrs x9, nzcv", 0, 0, S_1, SSN, 0x80000000, 0);
    ROW_SX("fcmp s1, #0.0\n\tmrs x9, nzcv", 0, 0, SQN, SSN, 0x30000000, 0);
    ROW_SX("fcmp s1, #0.0\n\tmrs x9, nzcv", 0, 0, SSN, SSN, 0x30000000, IOC);
    ROW_SX("fcmp s1, #0.0\n\tmrs x9, nzcv", 0, 0, S_DEN, SSN, 0x80000000, 0);
    ROW_SX("fcmp s1, s2\n\tmrs x9, nzcv", FPCR_FZ, 0, SDEN, S0, 0x60000000,
           IDC);
    ROW_SX("fcmp s1, s2\n\tmrs x9, nzcv", FPCR_FZ, 0, S_DEN, SDEN, 0x60000000,
           IDC);
    ROW_SX("fcmp s1, s2\n\tmrs x9, nzcv", FPCR_FZ, 0, SDEN, SQN, 0x30000000,
           IDC);
    ROW_SX("fcmp s1, s2\n\tmrs x9, nzcv", FPCR_FZ, 0, SDEN, S1, 0x80000000,
           IDC);
    ROW_SX("fcmpe s1, s2\n\tmrs x9, nzcv", 0, 0, S1, S2, 0x80000000, 0);
    ROW_SX("fcmpe s1, s2\n\tmrs x9, nzcv", 0, 0, S2, S1, 0x20000000, 0);
    ROW_SX("fcmpe s1, s2\n\tmrs x9, nzcv", 0, 0, S1, S1, 0x60000000, 0);
    ROW_SX("fcmpe s1, s2\n\tmrs x9, nzcv", 0, 0, S0, S_0, 0x60000000, 0);
    ROW_SX("fcmpe s1, s2\n\tmrs x9, nzcv", 0, 0, SINF, S_INF, 0x20000000, 0);
    ROW_SX("fcmpe s1, s2\n\tmrs x9, nzcv", 0, 0, SQN, S1, 0x30000000, IOC);
    ROW_SX("fcmpe s1, s2\n\tmrs x9, nzcv", 0, 0, S1, S_QN, 0x30000000, IOC);
    ROW_SX("fcmpe s1, s2\n\tmrs x9, nzcv", 0, 0, SSN, S1, 0x30000000, IOC);
    ROW_SX("fcmpe s1, s2\n\tmrs x9, nzcv", 0, 0, S1, SSN, 0x30000000, IOC);
    ROW_SX("fcmpe s1, s2\n\tmrs x9, nzcv", 0, 0, SQN, SQN, 0x30000000, IOC);
    ROW_SX("fcmpe s1, s2\n\tmrs x9, nzcv", 0, 0, SDEN, S0, 0x20000000, 0);
    ROW_SX("fcmpe s1, s2\n\tmrs x9, nzcv", 0, 0, S_INF, S_INF, 0x60000000, 0);
    ROW_SX("fcmpe s1, s2\n\tmrs x9, nzcv", 0, 0, S_DEN, SDEN, 0x80000000, 0);
    ROW_SX("fcmpe s1, #0.0\n\tmrs x9, nzcv", 0, 0, S0, SSN, 0x60000000, 0);
    ROW_SX("fcmpe s1, #0.0\n\tmrs x9, nzcv", 0, 0, S_0, SSN, 0x60000000, 0);
    ROW_SX("fcmpe s1, #0.0\n\tmrs x9, nzcv", 0, 0, S1, SSN, 0x20000000, 0);
    ROW_SX("fcmpe s1, #0.0\n\tmrs x9, nzcv", 0, 0, S_1, SSN, 0x80000000, 0);
    ROW_SX("fcmpe s1, #0.0\n\tmrs x9, nzcv", 0, 0, SQN, SSN, 0x30000000, IOC);
    ROW_SX("fcmpe s1, #0.0\n\tmrs x9, nzcv", 0, 0, SSN, SSN, 0x30000000, IOC);
    ROW_SX("fcmpe s1, #0.0\n\tmrs x9, nzcv", 0, 0, S_DEN, SSN, 0x80000000, 0);
    ROW_SX("fcmpe s1, s2\n\tmrs x9, nzcv", FPCR_FZ, 0, SDEN, S0, 0x60000000,
           IDC);
    ROW_SX("fcmpe s1, s2\n\tmrs x9, nzcv", FPCR_FZ, 0, S_DEN, SDEN, 0x60000000,
           IDC);
    ROW_SX("fcmpe s1, s2\n\tmrs x9, nzcv", FPCR_FZ, 0, SDEN, SQN, 0x30000000,
           IOC | IDC);
    ROW_SX("fcmpe s1, s2\n\tmrs x9, nzcv", FPCR_FZ, 0, SDEN, S1, 0x80000000,
           IDC);
}

/* The immediate flags, without exceptions, where the condition fails. */
static void conditional_s(void)
{
    ROW_SX("msr nzcv, x9\n\tfccmp s1, s2, #5, eq\n\tmrs x9, nzcv", 0,
           0x40000000, S1, S2, 0x80000000, 0);
    ROW_SX("msr nzcv, x9\n\tfccmp s1, s2, #10, ne\n\tmrs x9, nzcv", 0,
           0x40000000, S1, S2, 0xa0000000, 0);
    ROW_SX("msr nzcv, x9\n\tfccmp s1, s2, #5, eq\n\tmrs x9, nzcv", 0,
           0x40000000, S2, S1, 0x20000000, 0);
    ROW_SX("msr nzcv, x9\n\tfccmp s1, s2, #10, ne\n\tmrs x9, nzcv", 0,
           0x40000000, S2, S1, 0xa0000000, 0);
    ROW_SX("msr nzcv, x9\n\tfccmp s1, s2, #5, eq\n\tmrs x9, nzcv", 0,
           0x40000000, SQN, S1, 0x30000000, 0);
    ROW_SX("msr nzcv, x9\n\tfccmp s1, s2, #10, ne\n\tmrs x9, nzcv", 0,
           0x40000000, SQN, S1, 0xa0000000, 0);
    ROW_SX("msr nzcv, x9\n\tfccmp s1, s2, #5, eq\n\tmrs x9, nzcv", 0,
           0x40000000, SSN, S1, 0x30000000, IOC);
    ROW_SX("msr nzcv, x9\n\tfccmp s1, s2, #10, ne\n\tmrs x9, nzcv", 0,
           0x40000000, SSN, S1, 0xa0000000, 0);
    ROW_SX("msr nzcv, x9\n\tfccmp s1, s2, #5, eq\n\tmrs x9, nzcv", 0, 0, S1, S2,
           0x50000000, 0);
    ROW_SX("msr nzcv, x9\n\tfccmp s1, s2, #10, ne\n\tmrs x9, nzcv", 0, 0, S1,
           S2, 0x80000000, 0);
    ROW_SX("msr nzcv, x9\n\tfccmp s1, s2, #5, eq\n\tmrs x9, nzcv", 0, 0, S2, S1,
           0x50000000, 0);
    ROW_SX("msr nzcv, x9\n\tfccmp s1, s2, #10, ne\n\tmrs x9, nzcv", 0, 0, S2,
           S1, 0x20000000, 0);
    ROW_SX("msr nzcv, x9\n\tfccmp s1, s2, #5, eq\n\tmrs x9, nzcv", 0, 0, SQN,
           S1, 0x50000000, 0);
    ROW_SX("msr nzcv, x9\n\tfccmp s1, s2, #10, ne\n\tmrs x9, nzcv", 0, 0, SQN,
           S1, 0x30000000, 0);
    ROW_SX("msr nzcv, x9\n\tfccmp s1, s2, #5, eq\n\tmrs x9, nzcv", 0, 0, SSN,
           S1, 0x50000000, 0);
    ROW_SX("msr nzcv, x9\n\tfccmp s1, s2, #10, ne\n\tmrs x9, nzcv", 0, 0, SSN,
           S1, 0x30000000, IOC);
    ROW_SX("msr nzcv, x9\n\tfccmp s1, s2, #0, al\n\tmrs x9, nzcv", 0, 0, SSN,
           S1, 0x30000000, IOC);
    ROW_SX("fcmp s1, s1\n\tfccmp s1, s2, #0, vc\n\tcset x9, mi", 0, 0, S1, S2,
           1, 0);
    ROW_SX("fcmp s1, s2\n\tfccmp s1, s2, #0, gt\n\tcset x9, mi", 0, 0, S1, S2,
           0, 0);
    ROW_SX("fcmp s2, s1\n\tfccmp s1, s2, #15, ge\n\tmrs x9, nzcv", 0, 0, SQN,
           S2, 0xf0000000, 0);
    ROW_SX("msr nzcv, x9\n\tfccmpe s1, s2, #5, eq\n\tmrs x9, nzcv", 0,
           0x40000000, S1, S2, 0x80000000, 0);
    ROW_SX("msr nzcv, x9\n\tfccmpe s1, s2, #10, ne\n\tmrs x9, nzcv", 0,
           0x40000000, S1, S2, 0xa0000000, 0);
    ROW_SX("msr nzcv, x9\n\tfccmpe s1, s2, #5, eq\n\tmrs x9, nzcv", 0,
           0x40000000, S2, S1, 0x20000000, 0);
    ROW_SX("msr nzcv, x9\n\tfccmpe s1, s2, #10, ne\n\tmrs x9, nzcv", 0,
           0x40000000, S2, S1, 0xa0000000, 0);
    ROW_SX("msr nzcv, x9\n\tfccmpe s1, s2, #5, eq\n\tmrs x9, nzcv", 0,
           0x40000000, SQN, S1, 0x30000000, IOC);
    ROW_SX("msr nzcv, x9\n\tfccmpe s1, s2, #10, ne\n\tmrs x9, nzcv", 0,
           0x40000000, SQN, S1, 0xa0000000, 0);
    ROW_SX("msr nzcv, x9\n\tfccmpe s1, s2, #5, eq\n\tmrs x9, nzcv", 0,
           0x40000000, SSN, S1, 0x30000000, IOC);
    ROW_SX("msr nzcv, x9\n\tfccmpe s1, s2, #10, ne\n\tmrs x9, nzcv", 0,
           0x40000000, SSN, S1, 0xa0000000, 0);
    ROW_SX("msr nzcv, x9\n\tfccmpe s1, s2, #5, eq\n\tmrs x9, nzcv", 0, 0, S1,
           S2, 0x50000000, 0);
    ROW_SX("msr nzcv, x9\n\tfccmpe s1, s2, #10, ne\n\tmrs x9, nzcv", 0, 0, S1,
           S2, 0x80000000, 0);
    ROW_SX("msr nzcv, x9\n\tfccmpe s1, s2, #5, eq\n\tmrs x9, nzcv", 0, 0, S2,
           S1, 0x50000000, 0);
    ROW_SX("msr nzcv, x9\n\tfccmpe s1, s2, #10, ne\n\tmrs x9, nzcv", 0, 0, S2,
           S1, 0x20000000, 0);
    ROW_SX("msr nzcv, x9\n\tfccmpe s1, s2, #5, eq\n\tmrs x9, nzcv", 0, 0, SQN,
           S1, 0x50000000, 0);
    ROW_SX("msr nzcv, x9\n\tfccmpe s1, s2, #10, ne\n\tmrs x9, nzcv", 0, 0, SQN,
           S1, 0x30000000, IOC);
    ROW_SX("msr nzcv, x9\n\tfccmpe s1, s2, #5, eq\n\tmrs x9, nzcv", 0, 0, SSN,
           S1, 0x50000000, 0);
    ROW_SX("msr nzcv, x9\n\tfccmpe s1, s2, #10, ne\n\tmrs x9, nzcv", 0, 0, SSN,
           S1, 0x30000000, IOC);
    ROW_SX("msr nzcv, x9\n\tfccmpe s1, s2, #0, al\n\tmrs x9, nzcv", 0, 0, SSN,
           S1, 0x30000000, IOC);
    ROW_SX("fcmp s1, s1\n\tfccmpe s1, s2, #0, vc\n\tcset x9, mi", 0, 0, S1, S2,
           1, 0);
    ROW_SX("fcmp s1, s2\n\tfccmpe s1, s2, #0, gt\n\tcset x9, mi", 0, 0, S1, S2,
           0, 0);
    ROW_SX("fcmp s2, s1\n\tfccmpe s1, s2, #15, ge\n\tmrs x9, nzcv", 0, 0, SQN,
           S2, 0xf0000000, 0);
}

/* Conditions behind a comparison, unordered included. */
static void branches_s(void)
{
    ROW_SX("fcmp s1, s2\n\tcset x9, eq", 0, 0, S1, S2, 0, 0);
    ROW_SX("fcmp s1, s2\n\tcset x9, eq", 0, 0, S2, S1, 0, 0);
    ROW_SX("fcmp s1, s2\n\tcset x9, eq", 0, 0, S1, S1, 1, 0);
    ROW_SX("fcmp s1, s2\n\tcset x9, eq", 0, 0, SQN, S1, 0, 0);
    ROW_SX("fcmp s1, s2\n\tcset x9, ne", 0, 0, S1, S2, 1, 0);
    ROW_SX("fcmp s1, s2\n\tcset x9, ne", 0, 0, S2, S1, 1, 0);
    ROW_SX("fcmp s1, s2\n\tcset x9, ne", 0, 0, S1, S1, 0, 0);
    ROW_SX("fcmp s1, s2\n\tcset x9, ne", 0, 0, SQN, S1, 1, 0);
    ROW_SX("fcmp s1, s2\n\tcset x9, cs", 0, 0, S1, S2, 0, 0);
    ROW_SX("fcmp s1, s2\n\tcset x9, cs", 0, 0, S2, S1, 1, 0);
    ROW_SX("fcmp s1, s2\n\tcset x9, cs", 0, 0, S1, S1, 1, 0);
    ROW_SX("fcmp s1, s2\n\tcset x9, cs", 0, 0, SQN, S1, 1, 0);
    ROW_SX("fcmp s1, s2\n\tcset x9, cc", 0, 0, S1, S2, 1, 0);
    ROW_SX("fcmp s1, s2\n\tcset x9, cc", 0, 0, S2, S1, 0, 0);
    ROW_SX("fcmp s1, s2\n\tcset x9, cc", 0, 0, S1, S1, 0, 0);
    ROW_SX("fcmp s1, s2\n\tcset x9, cc", 0, 0, SQN, S1, 0, 0);
    ROW_SX("fcmp s1, s2\n\tcset x9, mi", 0, 0, S1, S2, 1, 0);
    ROW_SX("fcmp s1, s2\n\tcset x9, mi", 0, 0, S2, S1, 0, 0);
    ROW_SX("fcmp s1, s2\n\tcset x9, mi", 0, 0, S1, S1, 0, 0);
    ROW_SX("fcmp s1, s2\n\tcset x9, mi", 0, 0, SQN, S1, 0, 0);
    ROW_SX("fcmp s1, s2\n\tcset x9, pl", 0, 0, S1, S2, 0, 0);
    ROW_SX("fcmp s1, s2\n\tcset x9, pl", 0, 0, S2, S1, 1, 0);
    ROW_SX("fcmp s1, s2\n\tcset x9, pl", 0, 0, S1, S1, 1, 0);
    ROW_SX("fcmp s1, s2\n\tcset x9, pl", 0, 0, SQN, S1, 1, 0);
    ROW_SX("fcmp s1, s2\n\tcset x9, vs", 0, 0, S1, S2, 0, 0);
    ROW_SX("fcmp s1, s2\n\tcset x9, vs", 0, 0, S2, S1, 0, 0);
    ROW_SX("fcmp s1, s2\n\tcset x9, vs", 0, 0, S1, S1, 0, 0);
    ROW_SX("fcmp s1, s2\n\tcset x9, vs", 0, 0, SQN, S1, 1, 0);
    ROW_SX("fcmp s1, s2\n\tcset x9, vc", 0, 0, S1, S2, 1, 0);
    ROW_SX("fcmp s1, s2\n\tcset x9, vc", 0, 0, S2, S1, 1, 0);
    ROW_SX("fcmp s1, s2\n\tcset x9, vc", 0, 0, S1, S1, 1, 0);
    ROW_SX("fcmp s1, s2\n\tcset x9, vc", 0, 0, SQN, S1, 0, 0);
    ROW_SX("fcmp s1, s2\n\tcset x9, hi", 0, 0, S1, S2, 0, 0);
    ROW_SX("fcmp s1, s2\n\tcset x9, hi", 0, 0, S2, S1, 1, 0);
    ROW_SX("fcmp s1, s2\n\tcset x9, hi", 0, 0, S1, S1, 0, 0);
    ROW_SX("fcmp s1, s2\n\tcset x9, hi", 0, 0, SQN, S1, 1, 0);
    ROW_SX("fcmp s1, s2\n\tcset x9, ls", 0, 0, S1, S2, 1, 0);
    ROW_SX("fcmp s1, s2\n\tcset x9, ls", 0, 0, S2, S1, 0, 0);
    ROW_SX("fcmp s1, s2\n\tcset x9, ls", 0, 0, S1, S1, 1, 0);
    ROW_SX("fcmp s1, s2\n\tcset x9, ls", 0, 0, SQN, S1, 0, 0);
    ROW_SX("fcmp s1, s2\n\tcset x9, ge", 0, 0, S1, S2, 0, 0);
    ROW_SX("fcmp s1, s2\n\tcset x9, ge", 0, 0, S2, S1, 1, 0);
    ROW_SX("fcmp s1, s2\n\tcset x9, ge", 0, 0, S1, S1, 1, 0);
    ROW_SX("fcmp s1, s2\n\tcset x9, ge", 0, 0, SQN, S1, 0, 0);
    ROW_SX("fcmp s1, s2\n\tcset x9, lt", 0, 0, S1, S2, 1, 0);
    ROW_SX("fcmp s1, s2\n\tcset x9, lt", 0, 0, S2, S1, 0, 0);
    ROW_SX("fcmp s1, s2\n\tcset x9, lt", 0, 0, S1, S1, 0, 0);
    ROW_SX("fcmp s1, s2\n\tcset x9, lt", 0, 0, SQN, S1, 1, 0);
    ROW_SX("fcmp s1, s2\n\tcset x9, gt", 0, 0, S1, S2, 0, 0);
    ROW_SX("fcmp s1, s2\n\tcset x9, gt", 0, 0, S2, S1, 1, 0);
    ROW_SX("fcmp s1, s2\n\tcset x9, gt", 0, 0, S1, S1, 0, 0);
    ROW_SX("fcmp s1, s2\n\tcset x9, gt", 0, 0, SQN, S1, 0, 0);
    ROW_SX("fcmp s1, s2\n\tcset x9, le", 0, 0, S1, S2, 1, 0);
    ROW_SX("fcmp s1, s2\n\tcset x9, le", 0, 0, S2, S1, 0, 0);
    ROW_SX("fcmp s1, s2\n\tcset x9, le", 0, 0, S1, S1, 1, 0);
    ROW_SX("fcmp s1, s2\n\tcset x9, le", 0, 0, SQN, S1, 1, 0);
}

static void select_s(void)
{
    ROW_S("fcmp s1, s2\n\tfcsel s0, s1, s2, eq", 0, S3, SSN, S_QN, S_QN, IOC);
    ROW_S("fcmp s1, s2\n\tfcsel s0, s1, s2, eq", 0, S3, S1, S2, S2, 0);
    ROW_S("fcmp s1, s2\n\tfcsel s0, s1, s2, eq", 0, S3, S2, S2, S2, 0);
    ROW_S("fcmp s1, s2\n\tfcsel s0, s1, s2, ne", 0, S3, SSN, S_QN, SSN, IOC);
    ROW_S("fcmp s1, s2\n\tfcsel s0, s1, s2, ne", 0, S3, S1, S2, S1, 0);
    ROW_S("fcmp s1, s2\n\tfcsel s0, s1, s2, ne", 0, S3, S2, S2, S2, 0);
    ROW_S("fcmp s1, s2\n\tfcsel s0, s1, s2, gt", 0, S3, SSN, S_QN, S_QN, IOC);
    ROW_S("fcmp s1, s2\n\tfcsel s0, s1, s2, gt", 0, S3, S1, S2, S2, 0);
    ROW_S("fcmp s1, s2\n\tfcsel s0, s1, s2, gt", 0, S3, S2, S2, S2, 0);
    ROW_S("fcmp s1, s2\n\tfcsel s0, s1, s2, vs", 0, S3, SSN, S_QN, SSN, IOC);
    ROW_S("fcmp s1, s2\n\tfcsel s0, s1, s2, vs", 0, S3, S1, S2, S2, 0);
    ROW_S("fcmp s1, s2\n\tfcsel s0, s1, s2, vs", 0, S3, S2, S2, S2, 0);
    ROW_S("fcmp s1, s2\n\tfcsel s0, s1, s2, al", 0, S3, SSN, S_QN, SSN, IOC);
    ROW_S("fcmp s1, s2\n\tfcsel s0, s1, s2, al", 0, S3, S1, S2, S1, 0);
    ROW_S("fcmp s1, s2\n\tfcsel s0, s1, s2, al", 0, S3, S2, S2, S2, 0);
    ROW_S("fcmp s1, s2\n\tfcsel s0, s1, s2, nv", 0, S3, SSN, S_QN, SSN, IOC);
    ROW_S("fcmp s1, s2\n\tfcsel s0, s1, s2, nv", 0, S3, S1, S2, S1, 0);
    ROW_S("fcmp s1, s2\n\tfcsel s0, s1, s2, nv", 0, S3, S2, S2, S2, 0);
}

/* Vector comparisons as scalars. */
static void masks_s(void)
{
    ROW_S("fcmeq s0, s1, s2", 0, 0, S1, S2, S0, 0);
    ROW_S("fcmeq s0, s1, s2", 0, 0, S2, S1, S0, 0);
    ROW_S("fcmeq s0, s1, s2", 0, 0, S1, S1, 0xffffffff, 0);
    ROW_S("fcmeq s0, s1, s2", 0, 0, S0, S_0, 0xffffffff, 0);
    ROW_S("fcmeq s0, s1, s2", 0, 0, SINF, S_INF, S0, 0);
    ROW_S("fcmeq s0, s1, s2", 0, 0, SQN, S1, S0, 0);
    ROW_S("fcmeq s0, s1, s2", 0, 0, S1, S_QN, S0, 0);
    ROW_S("fcmeq s0, s1, s2", 0, 0, SSN, S1, S0, IOC);
    ROW_S("fcmeq s0, s1, s2", 0, 0, S1, SSN, S0, IOC);
    ROW_S("fcmeq s0, s1, s2", 0, 0, SQN, SQN, S0, 0);
    ROW_S("fcmeq s0, s1, s2", 0, 0, SDEN, S0, S0, 0);
    ROW_S("fcmeq s0, s1, s2", 0, 0, S_INF, S_INF, 0xffffffff, 0);
    ROW_S("fcmeq s0, s1, s2", 0, 0, S_DEN, SDEN, S0, 0);
    ROW_S("fcmeq s0, s1, s2", 0, 0, S_1, S1, S0, 0);
    ROW_S("fcmeq s0, s1, s2", FPCR_FZ, 0, SDEN, S_DEN, 0xffffffff, IDC);
    ROW_S("fcmge s0, s1, s2", 0, 0, S1, S2, S0, 0);
    ROW_S("fcmge s0, s1, s2", 0, 0, S2, S1, 0xffffffff, 0);
    ROW_S("fcmge s0, s1, s2", 0, 0, S1, S1, 0xffffffff, 0);
    ROW_S("fcmge s0, s1, s2", 0, 0, S0, S_0, 0xffffffff, 0);
    ROW_S("fcmge s0, s1, s2", 0, 0, SINF, S_INF, 0xffffffff, 0);
    ROW_S("fcmge s0, s1, s2", 0, 0, SQN, S1, S0, IOC);
    ROW_S("fcmge s0, s1, s2", 0, 0, S1, S_QN, S0, IOC);
    ROW_S("fcmge s0, s1, s2", 0, 0, SSN, S1, S0, IOC);
    ROW_S("fcmge s0, s1, s2", 0, 0, S1, SSN, S0, IOC);
    ROW_S("fcmge s0, s1, s2", 0, 0, SQN, SQN, S0, IOC);
    ROW_S("fcmge s0, s1, s2", 0, 0, SDEN, S0, 0xffffffff, 0);
    ROW_S("fcmge s0, s1, s2", 0, 0, S_INF, S_INF, 0xffffffff, 0);
    ROW_S("fcmge s0, s1, s2", 0, 0, S_DEN, SDEN, S0, 0);
    ROW_S("fcmge s0, s1, s2", 0, 0, S_1, S1, S0, 0);
    ROW_S("fcmge s0, s1, s2", FPCR_FZ, 0, SDEN, S_DEN, 0xffffffff, IDC);
    ROW_S("fcmgt s0, s1, s2", 0, 0, S1, S2, S0, 0);
    ROW_S("fcmgt s0, s1, s2", 0, 0, S2, S1, 0xffffffff, 0);
    ROW_S("fcmgt s0, s1, s2", 0, 0, S1, S1, S0, 0);
    ROW_S("fcmgt s0, s1, s2", 0, 0, S0, S_0, S0, 0);
    ROW_S("fcmgt s0, s1, s2", 0, 0, SINF, S_INF, 0xffffffff, 0);
    ROW_S("fcmgt s0, s1, s2", 0, 0, SQN, S1, S0, IOC);
    ROW_S("fcmgt s0, s1, s2", 0, 0, S1, S_QN, S0, IOC);
    ROW_S("fcmgt s0, s1, s2", 0, 0, SSN, S1, S0, IOC);
    ROW_S("fcmgt s0, s1, s2", 0, 0, S1, SSN, S0, IOC);
    ROW_S("fcmgt s0, s1, s2", 0, 0, SQN, SQN, S0, IOC);
    ROW_S("fcmgt s0, s1, s2", 0, 0, SDEN, S0, 0xffffffff, 0);
    ROW_S("fcmgt s0, s1, s2", 0, 0, S_INF, S_INF, S0, 0);
    ROW_S("fcmgt s0, s1, s2", 0, 0, S_DEN, SDEN, S0, 0);
    ROW_S("fcmgt s0, s1, s2", 0, 0, S_1, S1, S0, 0);
    ROW_S("fcmgt s0, s1, s2", FPCR_FZ, 0, SDEN, S_DEN, S0, IDC);
    ROW_S("facge s0, s1, s2", 0, 0, S1, S2, S0, 0);
    ROW_S("facge s0, s1, s2", 0, 0, S2, S1, 0xffffffff, 0);
    ROW_S("facge s0, s1, s2", 0, 0, S1, S1, 0xffffffff, 0);
    ROW_S("facge s0, s1, s2", 0, 0, S0, S_0, 0xffffffff, 0);
    ROW_S("facge s0, s1, s2", 0, 0, SINF, S_INF, 0xffffffff, 0);
    ROW_S("facge s0, s1, s2", 0, 0, SQN, S1, S0, IOC);
    ROW_S("facge s0, s1, s2", 0, 0, S1, S_QN, S0, IOC);
    ROW_S("facge s0, s1, s2", 0, 0, SSN, S1, S0, IOC);
    ROW_S("facge s0, s1, s2", 0, 0, S1, SSN, S0, IOC);
    ROW_S("facge s0, s1, s2", 0, 0, SQN, SQN, S0, IOC);
    ROW_S("facge s0, s1, s2", 0, 0, SDEN, S0, 0xffffffff, 0);
    ROW_S("facge s0, s1, s2", 0, 0, S_INF, S_INF, 0xffffffff, 0);
    ROW_S("facge s0, s1, s2", 0, 0, S_DEN, SDEN, 0xffffffff, 0);
    ROW_S("facge s0, s1, s2", 0, 0, S_1, S1, 0xffffffff, 0);
    ROW_S("facge s0, s1, s2", FPCR_FZ, 0, SDEN, S_DEN, 0xffffffff, IDC);
    ROW_S("facgt s0, s1, s2", 0, 0, S1, S2, S0, 0);
    ROW_S("facgt s0, s1, s2", 0, 0, S2, S1, 0xffffffff, 0);
    ROW_S("facgt s0, s1, s2", 0, 0, S1, S1, S0, 0);
    ROW_S("facgt s0, s1, s2", 0, 0, S0, S_0, S0, 0);
    ROW_S("facgt s0, s1, s2", 0, 0, SINF, S_INF, S0, 0);
    ROW_S("facgt s0, s1, s2", 0, 0, SQN, S1, S0, IOC);
    ROW_S("facgt s0, s1, s2", 0, 0, S1, S_QN, S0, IOC);
    ROW_S("facgt s0, s1, s2", 0, 0, SSN, S1, S0, IOC);
    ROW_S("facgt s0, s1, s2", 0, 0, S1, SSN, S0, IOC);
    ROW_S("facgt s0, s1, s2", 0, 0, SQN, SQN, S0, IOC);
    ROW_S("facgt s0, s1, s2", 0, 0, SDEN, S0, 0xffffffff, 0);
    ROW_S("facgt s0, s1, s2", 0, 0, S_INF, S_INF, S0, 0);
    ROW_S("facgt s0, s1, s2", 0, 0, S_DEN, SDEN, S0, 0);
    ROW_S("facgt s0, s1, s2", 0, 0, S_1, S1, S0, 0);
    ROW_S("facgt s0, s1, s2", FPCR_FZ, 0, SDEN, S_DEN, S0, IDC);
    ROW_S("fcmeq s0, s1, #0.0", 0, 0, S0, SSN, 0xffffffff, 0);
    ROW_S("fcmeq s0, s1, #0.0", 0, 0, S_0, SSN, 0xffffffff, 0);
    ROW_S("fcmeq s0, s1, #0.0", 0, 0, S1, SSN, S0, 0);
    ROW_S("fcmeq s0, s1, #0.0", 0, 0, S_1, SSN, S0, 0);
    ROW_S("fcmeq s0, s1, #0.0", 0, 0, SQN, SSN, S0, 0);
    ROW_S("fcmeq s0, s1, #0.0", 0, 0, SSN, SSN, S0, IOC);
    ROW_S("fcmeq s0, s1, #0.0", 0, 0, S_INF, SSN, S0, 0);
    ROW_S("fcmge s0, s1, #0.0", 0, 0, S0, SSN, 0xffffffff, 0);
    ROW_S("fcmge s0, s1, #0.0", 0, 0, S_0, SSN, 0xffffffff, 0);
    ROW_S("fcmge s0, s1, #0.0", 0, 0, S1, SSN, 0xffffffff, 0);
    ROW_S("fcmge s0, s1, #0.0", 0, 0, S_1, SSN, S0, 0);
    ROW_S("fcmge s0, s1, #0.0", 0, 0, SQN, SSN, S0, IOC);
    ROW_S("fcmge s0, s1, #0.0", 0, 0, SSN, SSN, S0, IOC);
    ROW_S("fcmge s0, s1, #0.0", 0, 0, S_INF, SSN, S0, 0);
    ROW_S("fcmgt s0, s1, #0.0", 0, 0, S0, SSN, S0, 0);
    ROW_S("fcmgt s0, s1, #0.0", 0, 0, S_0, SSN, S0, 0);
    ROW_S("fcmgt s0, s1, #0.0", 0, 0, S1, SSN, 0xffffffff, 0);
    ROW_S("fcmgt s0, s1, #0.0", 0, 0, S_1, SSN, S0, 0);
    ROW_S("fcmgt s0, s1, #0.0", 0, 0, SQN, SSN, S0, IOC);
    ROW_S("fcmgt s0, s1, #0.0", 0, 0, SSN, SSN, S0, IOC);
    ROW_S("fcmgt s0, s1, #0.0", 0, 0, S_INF, SSN, S0, 0);
    ROW_S("fcmle s0, s1, #0.0", 0, 0, S0, SSN, 0xffffffff, 0);
    ROW_S("fcmle s0, s1, #0.0", 0, 0, S_0, SSN, 0xffffffff, 0);
    ROW_S("fcmle s0, s1, #0.0", 0, 0, S1, SSN, S0, 0);
    ROW_S("fcmle s0, s1, #0.0", 0, 0, S_1, SSN, 0xffffffff, 0);
    ROW_S("fcmle s0, s1, #0.0", 0, 0, SQN, SSN, S0, IOC);
    ROW_S("fcmle s0, s1, #0.0", 0, 0, SSN, SSN, S0, IOC);
    ROW_S("fcmle s0, s1, #0.0", 0, 0, S_INF, SSN, 0xffffffff, 0);
    ROW_S("fcmlt s0, s1, #0.0", 0, 0, S0, SSN, S0, 0);
    ROW_S("fcmlt s0, s1, #0.0", 0, 0, S_0, SSN, S0, 0);
    ROW_S("fcmlt s0, s1, #0.0", 0, 0, S1, SSN, S0, 0);
    ROW_S("fcmlt s0, s1, #0.0", 0, 0, S_1, SSN, 0xffffffff, 0);
    ROW_S("fcmlt s0, s1, #0.0", 0, 0, SQN, SSN, S0, IOC);
    ROW_S("fcmlt s0, s1, #0.0", 0, 0, SSN, SSN, S0, IOC);
    ROW_S("fcmlt s0, s1, #0.0", 0, 0, S_INF, SSN, 0xffffffff, 0);
}

static void flags_d(void)
{
    ROW_DX("fcmp d1, d2\n\tmrs x9, nzcv", 0, 0, D1, D2, 0x80000000, 0);
    ROW_DX("fcmp d1, d2\n\tmrs x9, nzcv", 0, 0, D2, D1, 0x20000000, 0);
    ROW_DX("fcmp d1, d2\n\tmrs x9, nzcv", 0, 0, D1, D1, 0x60000000, 0);
    ROW_DX("fcmp d1, d2\n\tmrs x9, nzcv", 0, 0, D0, D_0, 0x60000000, 0);
    ROW_DX("fcmp d1, d2\n\tmrs x9, nzcv", 0, 0, DINF, D_INF, 0x20000000, 0);
    ROW_DX("fcmp d1, d2\n\tmrs x9, nzcv", 0, 0, DQN, D1, 0x30000000, 0);
    ROW_DX("fcmp d1, d2\n\tmrs x9, nzcv", 0, 0, D1, D_QN, 0x30000000, 0);
    ROW_DX("fcmp d1, d2\n\tmrs x9, nzcv", 0, 0, DSN, D1, 0x30000000, IOC);
    ROW_DX("fcmp d1, d2\n\tmrs x9, nzcv", 0, 0, D1, DSN, 0x30000000, IOC);
    ROW_DX("fcmp d1, d2\n\tmrs x9, nzcv", 0, 0, DQN, DQN, 0x30000000, 0);
    ROW_DX("fcmp d1, d2\n\tmrs x9, nzcv", 0, 0, DDEN, D0, 0x20000000, 0);
    ROW_DX("fcmp d1, d2\n\tmrs x9, nzcv", 0, 0, D_INF, D_INF, 0x60000000, 0);
    ROW_DX("fcmp d1, d2\n\tmrs x9, nzcv", 0, 0, D_DEN, DDEN, 0x80000000, 0);
    ROW_DX("fcmp d1, #0.0\n\tmrs x9, nzcv", 0, 0, D0, DSN, 0x60000000, 0);
    ROW_DX("fcmp d1, #0.0\n\tmrs x9, nzcv", 0, 0, D_0, DSN, 0x60000000, 0);
    ROW_DX("fcmp d1, #0.0\n\tmrs x9, nzcv", 0, 0, D1, DSN, 0x20000000, 0);
    ROW_DX("fcmp d1, #0.0\n\tmrs x9, nzcv", 0, 0, D_1, DSN, 0x80000000, 0);
    ROW_DX("fcmp d1, #0.0\n\tmrs x9, nzcv", 0, 0, DQN, DSN, 0x30000000, 0);
    ROW_DX("fcmp d1, #0.0\n\tmrs x9, nzcv", 0, 0, DSN, DSN, 0x30000000, IOC);
    ROW_DX("fcmp d1, #0.0\n\tmrs x9, nzcv", 0, 0, D_DEN, DSN, 0x80000000, 0);
    ROW_DX("fcmp d1, d2\n\tmrs x9, nzcv", FPCR_FZ, 0, DDEN, D0, 0x60000000,
           IDC);
    ROW_DX("fcmp d1, d2\n\tmrs x9, nzcv", FPCR_FZ, 0, D_DEN, DDEN, 0x60000000,
           IDC);
    ROW_DX("fcmp d1, d2\n\tmrs x9, nzcv", FPCR_FZ, 0, DDEN, DQN, 0x30000000,
           IDC);
    ROW_DX("fcmp d1, d2\n\tmrs x9, nzcv", FPCR_FZ, 0, DDEN, D1, 0x80000000,
           IDC);
    ROW_DX("fcmpe d1, d2\n\tmrs x9, nzcv", 0, 0, D1, D2, 0x80000000, 0);
    ROW_DX("fcmpe d1, d2\n\tmrs x9, nzcv", 0, 0, D2, D1, 0x20000000, 0);
    ROW_DX("fcmpe d1, d2\n\tmrs x9, nzcv", 0, 0, D1, D1, 0x60000000, 0);
    ROW_DX("fcmpe d1, d2\n\tmrs x9, nzcv", 0, 0, D0, D_0, 0x60000000, 0);
    ROW_DX("fcmpe d1, d2\n\tmrs x9, nzcv", 0, 0, DINF, D_INF, 0x20000000, 0);
    ROW_DX("fcmpe d1, d2\n\tmrs x9, nzcv", 0, 0, DQN, D1, 0x30000000, IOC);
    ROW_DX("fcmpe d1, d2\n\tmrs x9, nzcv", 0, 0, D1, D_QN, 0x30000000, IOC);
    ROW_DX("fcmpe d1, d2\n\tmrs x9, nzcv", 0, 0, DSN, D1, 0x30000000, IOC);
    ROW_DX("fcmpe d1, d2\n\tmrs x9, nzcv", 0, 0, D1, DSN, 0x30000000, IOC);
    ROW_DX("fcmpe d1, d2\n\tmrs x9, nzcv", 0, 0, DQN, DQN, 0x30000000, IOC);
    ROW_DX("fcmpe d1, d2\n\tmrs x9, nzcv", 0, 0, DDEN, D0, 0x20000000, 0);
    ROW_DX("fcmpe d1, d2\n\tmrs x9, nzcv", 0, 0, D_INF, D_INF, 0x60000000, 0);
    ROW_DX("fcmpe d1, d2\n\tmrs x9, nzcv", 0, 0, D_DEN, DDEN, 0x80000000, 0);
    ROW_DX("fcmpe d1, #0.0\n\tmrs x9, nzcv", 0, 0, D0, DSN, 0x60000000, 0);
    ROW_DX("fcmpe d1, #0.0\n\tmrs x9, nzcv", 0, 0, D_0, DSN, 0x60000000, 0);
    ROW_DX("fcmpe d1, #0.0\n\tmrs x9, nzcv", 0, 0, D1, DSN, 0x20000000, 0);
    ROW_DX("fcmpe d1, #0.0\n\tmrs x9, nzcv", 0, 0, D_1, DSN, 0x80000000, 0);
    ROW_DX("fcmpe d1, #0.0\n\tmrs x9, nzcv", 0, 0, DQN, DSN, 0x30000000, IOC);
    ROW_DX("fcmpe d1, #0.0\n\tmrs x9, nzcv", 0, 0, DSN, DSN, 0x30000000, IOC);
    ROW_DX("fcmpe d1, #0.0\n\tmrs x9, nzcv", 0, 0, D_DEN, DSN, 0x80000000, 0);
    ROW_DX("fcmpe d1, d2\n\tmrs x9, nzcv", FPCR_FZ, 0, DDEN, D0, 0x60000000,
           IDC);
    ROW_DX("fcmpe d1, d2\n\tmrs x9, nzcv", FPCR_FZ, 0, D_DEN, DDEN, 0x60000000,
           IDC);
    ROW_DX("fcmpe d1, d2\n\tmrs x9, nzcv", FPCR_FZ, 0, DDEN, DQN, 0x30000000,
           IOC | IDC);
    ROW_DX("fcmpe d1, d2\n\tmrs x9, nzcv", FPCR_FZ, 0, DDEN, D1, 0x80000000,
           IDC);
}

/* The immediate flags, without exceptions, where the condition fails. */
static void conditional_d(void)
{
    ROW_DX("msr nzcv, x9\n\tfccmp d1, d2, #5, eq\n\tmrs x9, nzcv", 0,
           0x40000000, D1, D2, 0x80000000, 0);
    ROW_DX("msr nzcv, x9\n\tfccmp d1, d2, #10, ne\n\tmrs x9, nzcv", 0,
           0x40000000, D1, D2, 0xa0000000, 0);
    ROW_DX("msr nzcv, x9\n\tfccmp d1, d2, #5, eq\n\tmrs x9, nzcv", 0,
           0x40000000, D2, D1, 0x20000000, 0);
    ROW_DX("msr nzcv, x9\n\tfccmp d1, d2, #10, ne\n\tmrs x9, nzcv", 0,
           0x40000000, D2, D1, 0xa0000000, 0);
    ROW_DX("msr nzcv, x9\n\tfccmp d1, d2, #5, eq\n\tmrs x9, nzcv", 0,
           0x40000000, DQN, D1, 0x30000000, 0);
    ROW_DX("msr nzcv, x9\n\tfccmp d1, d2, #10, ne\n\tmrs x9, nzcv", 0,
           0x40000000, DQN, D1, 0xa0000000, 0);
    ROW_DX("msr nzcv, x9\n\tfccmp d1, d2, #5, eq\n\tmrs x9, nzcv", 0,
           0x40000000, DSN, D1, 0x30000000, IOC);
    ROW_DX("msr nzcv, x9\n\tfccmp d1, d2, #10, ne\n\tmrs x9, nzcv", 0,
           0x40000000, DSN, D1, 0xa0000000, 0);
    ROW_DX("msr nzcv, x9\n\tfccmp d1, d2, #5, eq\n\tmrs x9, nzcv", 0, 0, D1, D2,
           0x50000000, 0);
    ROW_DX("msr nzcv, x9\n\tfccmp d1, d2, #10, ne\n\tmrs x9, nzcv", 0, 0, D1,
           D2, 0x80000000, 0);
    ROW_DX("msr nzcv, x9\n\tfccmp d1, d2, #5, eq\n\tmrs x9, nzcv", 0, 0, D2, D1,
           0x50000000, 0);
    ROW_DX("msr nzcv, x9\n\tfccmp d1, d2, #10, ne\n\tmrs x9, nzcv", 0, 0, D2,
           D1, 0x20000000, 0);
    ROW_DX("msr nzcv, x9\n\tfccmp d1, d2, #5, eq\n\tmrs x9, nzcv", 0, 0, DQN,
           D1, 0x50000000, 0);
    ROW_DX("msr nzcv, x9\n\tfccmp d1, d2, #10, ne\n\tmrs x9, nzcv", 0, 0, DQN,
           D1, 0x30000000, 0);
    ROW_DX("msr nzcv, x9\n\tfccmp d1, d2, #5, eq\n\tmrs x9, nzcv", 0, 0, DSN,
           D1, 0x50000000, 0);
    ROW_DX("msr nzcv, x9\n\tfccmp d1, d2, #10, ne\n\tmrs x9, nzcv", 0, 0, DSN,
           D1, 0x30000000, IOC);
    ROW_DX("msr nzcv, x9\n\tfccmp d1, d2, #0, al\n\tmrs x9, nzcv", 0, 0, DSN,
           D1, 0x30000000, IOC);
    ROW_DX("fcmp d1, d1\n\tfccmp d1, d2, #0, vc\n\tcset x9, mi", 0, 0, D1, D2,
           1, 0);
    ROW_DX("fcmp d1, d2\n\tfccmp d1, d2, #0, gt\n\tcset x9, mi", 0, 0, D1, D2,
           0, 0);
    ROW_DX("fcmp d2, d1\n\tfccmp d1, d2, #15, ge\n\tmrs x9, nzcv", 0, 0, DQN,
           D2, 0xf0000000, 0);
    ROW_DX("msr nzcv, x9\n\tfccmpe d1, d2, #5, eq\n\tmrs x9, nzcv", 0,
           0x40000000, D1, D2, 0x80000000, 0);
    ROW_DX("msr nzcv, x9\n\tfccmpe d1, d2, #10, ne\n\tmrs x9, nzcv", 0,
           0x40000000, D1, D2, 0xa0000000, 0);
    ROW_DX("msr nzcv, x9\n\tfccmpe d1, d2, #5, eq\n\tmrs x9, nzcv", 0,
           0x40000000, D2, D1, 0x20000000, 0);
    ROW_DX("msr nzcv, x9\n\tfccmpe d1, d2, #10, ne\n\tmrs x9, nzcv", 0,
           0x40000000, D2, D1, 0xa0000000, 0);
    ROW_DX("msr nzcv, x9\n\tfccmpe d1, d2, #5, eq\n\tmrs x9, nzcv", 0,
           0x40000000, DQN, D1, 0x30000000, IOC);
    ROW_DX("msr nzcv, x9\n\tfccmpe d1, d2, #10, ne\n\tmrs x9, nzcv", 0,
           0x40000000, DQN, D1, 0xa0000000, 0);
    ROW_DX("msr nzcv, x9\n\tfccmpe d1, d2, #5, eq\n\tmrs x9, nzcv", 0,
           0x40000000, DSN, D1, 0x30000000, IOC);
    ROW_DX("msr nzcv, x9\n\tfccmpe d1, d2, #10, ne\n\tmrs x9, nzcv", 0,
           0x40000000, DSN, D1, 0xa0000000, 0);
    ROW_DX("msr nzcv, x9\n\tfccmpe d1, d2, #5, eq\n\tmrs x9, nzcv", 0, 0, D1,
           D2, 0x50000000, 0);
    ROW_DX("msr nzcv, x9\n\tfccmpe d1, d2, #10, ne\n\tmrs x9, nzcv", 0, 0, D1,
           D2, 0x80000000, 0);
    ROW_DX("msr nzcv, x9\n\tfccmpe d1, d2, #5, eq\n\tmrs x9, nzcv", 0, 0, D2,
           D1, 0x50000000, 0);
    ROW_DX("msr nzcv, x9\n\tfccmpe d1, d2, #10, ne\n\tmrs x9, nzcv", 0, 0, D2,
           D1, 0x20000000, 0);
    ROW_DX("msr nzcv, x9\n\tfccmpe d1, d2, #5, eq\n\tmrs x9, nzcv", 0, 0, DQN,
           D1, 0x50000000, 0);
    ROW_DX("msr nzcv, x9\n\tfccmpe d1, d2, #10, ne\n\tmrs x9, nzcv", 0, 0, DQN,
           D1, 0x30000000, IOC);
    ROW_DX("msr nzcv, x9\n\tfccmpe d1, d2, #5, eq\n\tmrs x9, nzcv", 0, 0, DSN,
           D1, 0x50000000, 0);
    ROW_DX("msr nzcv, x9\n\tfccmpe d1, d2, #10, ne\n\tmrs x9, nzcv", 0, 0, DSN,
           D1, 0x30000000, IOC);
    ROW_DX("msr nzcv, x9\n\tfccmpe d1, d2, #0, al\n\tmrs x9, nzcv", 0, 0, DSN,
           D1, 0x30000000, IOC);
    ROW_DX("fcmp d1, d1\n\tfccmpe d1, d2, #0, vc\n\tcset x9, mi", 0, 0, D1, D2,
           1, 0);
    ROW_DX("fcmp d1, d2\n\tfccmpe d1, d2, #0, gt\n\tcset x9, mi", 0, 0, D1, D2,
           0, 0);
    ROW_DX("fcmp d2, d1\n\tfccmpe d1, d2, #15, ge\n\tmrs x9, nzcv", 0, 0, DQN,
           D2, 0xf0000000, 0);
}

/* Conditions behind a comparison, unordered included. */
static void branches_d(void)
{
    ROW_DX("fcmp d1, d2\n\tcset x9, eq", 0, 0, D1, D2, 0, 0);
    ROW_DX("fcmp d1, d2\n\tcset x9, eq", 0, 0, D2, D1, 0, 0);
    ROW_DX("fcmp d1, d2\n\tcset x9, eq", 0, 0, D1, D1, 1, 0);
    ROW_DX("fcmp d1, d2\n\tcset x9, eq", 0, 0, DQN, D1, 0, 0);
    ROW_DX("fcmp d1, d2\n\tcset x9, ne", 0, 0, D1, D2, 1, 0);
    ROW_DX("fcmp d1, d2\n\tcset x9, ne", 0, 0, D2, D1, 1, 0);
    ROW_DX("fcmp d1, d2\n\tcset x9, ne", 0, 0, D1, D1, 0, 0);
    ROW_DX("fcmp d1, d2\n\tcset x9, ne", 0, 0, DQN, D1, 1, 0);
    ROW_DX("fcmp d1, d2\n\tcset x9, cs", 0, 0, D1, D2, 0, 0);
    ROW_DX("fcmp d1, d2\n\tcset x9, cs", 0, 0, D2, D1, 1, 0);
    ROW_DX("fcmp d1, d2\n\tcset x9, cs", 0, 0, D1, D1, 1, 0);
    ROW_DX("fcmp d1, d2\n\tcset x9, cs", 0, 0, DQN, D1, 1, 0);
    ROW_DX("fcmp d1, d2\n\tcset x9, cc", 0, 0, D1, D2, 1, 0);
    ROW_DX("fcmp d1, d2\n\tcset x9, cc", 0, 0, D2, D1, 0, 0);
    ROW_DX("fcmp d1, d2\n\tcset x9, cc", 0, 0, D1, D1, 0, 0);
    ROW_DX("fcmp d1, d2\n\tcset x9, cc", 0, 0, DQN, D1, 0, 0);
    ROW_DX("fcmp d1, d2\n\tcset x9, mi", 0, 0, D1, D2, 1, 0);
    ROW_DX("fcmp d1, d2\n\tcset x9, mi", 0, 0, D2, D1, 0, 0);
    ROW_DX("fcmp d1, d2\n\tcset x9, mi", 0, 0, D1, D1, 0, 0);
    ROW_DX("fcmp d1, d2\n\tcset x9, mi", 0, 0, DQN, D1, 0, 0);
    ROW_DX("fcmp d1, d2\n\tcset x9, pl", 0, 0, D1, D2, 0, 0);
    ROW_DX("fcmp d1, d2\n\tcset x9, pl", 0, 0, D2, D1, 1, 0);
    ROW_DX("fcmp d1, d2\n\tcset x9, pl", 0, 0, D1, D1, 1, 0);
    ROW_DX("fcmp d1, d2\n\tcset x9, pl", 0, 0, DQN, D1, 1, 0);
    ROW_DX("fcmp d1, d2\n\tcset x9, vs", 0, 0, D1, D2, 0, 0);
    ROW_DX("fcmp d1, d2\n\tcset x9, vs", 0, 0, D2, D1, 0, 0);
    ROW_DX("fcmp d1, d2\n\tcset x9, vs", 0, 0, D1, D1, 0, 0);
    ROW_DX("fcmp d1, d2\n\tcset x9, vs", 0, 0, DQN, D1, 1, 0);
    ROW_DX("fcmp d1, d2\n\tcset x9, vc", 0, 0, D1, D2, 1, 0);
    ROW_DX("fcmp d1, d2\n\tcset x9, vc", 0, 0, D2, D1, 1, 0);
    ROW_DX("fcmp d1, d2\n\tcset x9, vc", 0, 0, D1, D1, 1, 0);
    ROW_DX("fcmp d1, d2\n\tcset x9, vc", 0, 0, DQN, D1, 0, 0);
    ROW_DX("fcmp d1, d2\n\tcset x9, hi", 0, 0, D1, D2, 0, 0);
    ROW_DX("fcmp d1, d2\n\tcset x9, hi", 0, 0, D2, D1, 1, 0);
    ROW_DX("fcmp d1, d2\n\tcset x9, hi", 0, 0, D1, D1, 0, 0);
    ROW_DX("fcmp d1, d2\n\tcset x9, hi", 0, 0, DQN, D1, 1, 0);
    ROW_DX("fcmp d1, d2\n\tcset x9, ls", 0, 0, D1, D2, 1, 0);
    ROW_DX("fcmp d1, d2\n\tcset x9, ls", 0, 0, D2, D1, 0, 0);
    ROW_DX("fcmp d1, d2\n\tcset x9, ls", 0, 0, D1, D1, 1, 0);
    ROW_DX("fcmp d1, d2\n\tcset x9, ls", 0, 0, DQN, D1, 0, 0);
    ROW_DX("fcmp d1, d2\n\tcset x9, ge", 0, 0, D1, D2, 0, 0);
    ROW_DX("fcmp d1, d2\n\tcset x9, ge", 0, 0, D2, D1, 1, 0);
    ROW_DX("fcmp d1, d2\n\tcset x9, ge", 0, 0, D1, D1, 1, 0);
    ROW_DX("fcmp d1, d2\n\tcset x9, ge", 0, 0, DQN, D1, 0, 0);
    ROW_DX("fcmp d1, d2\n\tcset x9, lt", 0, 0, D1, D2, 1, 0);
    ROW_DX("fcmp d1, d2\n\tcset x9, lt", 0, 0, D2, D1, 0, 0);
    ROW_DX("fcmp d1, d2\n\tcset x9, lt", 0, 0, D1, D1, 0, 0);
    ROW_DX("fcmp d1, d2\n\tcset x9, lt", 0, 0, DQN, D1, 1, 0);
    ROW_DX("fcmp d1, d2\n\tcset x9, gt", 0, 0, D1, D2, 0, 0);
    ROW_DX("fcmp d1, d2\n\tcset x9, gt", 0, 0, D2, D1, 1, 0);
    ROW_DX("fcmp d1, d2\n\tcset x9, gt", 0, 0, D1, D1, 0, 0);
    ROW_DX("fcmp d1, d2\n\tcset x9, gt", 0, 0, DQN, D1, 0, 0);
    ROW_DX("fcmp d1, d2\n\tcset x9, le", 0, 0, D1, D2, 1, 0);
    ROW_DX("fcmp d1, d2\n\tcset x9, le", 0, 0, D2, D1, 0, 0);
    ROW_DX("fcmp d1, d2\n\tcset x9, le", 0, 0, D1, D1, 1, 0);
    ROW_DX("fcmp d1, d2\n\tcset x9, le", 0, 0, DQN, D1, 1, 0);
}

static void select_d(void)
{
    ROW_D("fcmp d1, d2\n\tfcsel d0, d1, d2, eq", 0, D3, DSN, D_QN, D_QN, IOC);
    ROW_D("fcmp d1, d2\n\tfcsel d0, d1, d2, eq", 0, D3, D1, D2, D2, 0);
    ROW_D("fcmp d1, d2\n\tfcsel d0, d1, d2, eq", 0, D3, D2, D2, D2, 0);
    ROW_D("fcmp d1, d2\n\tfcsel d0, d1, d2, ne", 0, D3, DSN, D_QN, DSN, IOC);
    ROW_D("fcmp d1, d2\n\tfcsel d0, d1, d2, ne", 0, D3, D1, D2, D1, 0);
    ROW_D("fcmp d1, d2\n\tfcsel d0, d1, d2, ne", 0, D3, D2, D2, D2, 0);
    ROW_D("fcmp d1, d2\n\tfcsel d0, d1, d2, gt", 0, D3, DSN, D_QN, D_QN, IOC);
    ROW_D("fcmp d1, d2\n\tfcsel d0, d1, d2, gt", 0, D3, D1, D2, D2, 0);
    ROW_D("fcmp d1, d2\n\tfcsel d0, d1, d2, gt", 0, D3, D2, D2, D2, 0);
    ROW_D("fcmp d1, d2\n\tfcsel d0, d1, d2, vs", 0, D3, DSN, D_QN, DSN, IOC);
    ROW_D("fcmp d1, d2\n\tfcsel d0, d1, d2, vs", 0, D3, D1, D2, D2, 0);
    ROW_D("fcmp d1, d2\n\tfcsel d0, d1, d2, vs", 0, D3, D2, D2, D2, 0);
    ROW_D("fcmp d1, d2\n\tfcsel d0, d1, d2, al", 0, D3, DSN, D_QN, DSN, IOC);
    ROW_D("fcmp d1, d2\n\tfcsel d0, d1, d2, al", 0, D3, D1, D2, D1, 0);
    ROW_D("fcmp d1, d2\n\tfcsel d0, d1, d2, al", 0, D3, D2, D2, D2, 0);
    ROW_D("fcmp d1, d2\n\tfcsel d0, d1, d2, nv", 0, D3, DSN, D_QN, DSN, IOC);
    ROW_D("fcmp d1, d2\n\tfcsel d0, d1, d2, nv", 0, D3, D1, D2, D1, 0);
    ROW_D("fcmp d1, d2\n\tfcsel d0, d1, d2, nv", 0, D3, D2, D2, D2, 0);
}

/* Vector comparisons as scalars. */
static void masks_d(void)
{
    ROW_D("fcmeq d0, d1, d2", 0, 0, D1, D2, D0, 0);
    ROW_D("fcmeq d0, d1, d2", 0, 0, D2, D1, D0, 0);
    ROW_D("fcmeq d0, d1, d2", 0, 0, D1, D1, 0xffffffffffffffff, 0);
    ROW_D("fcmeq d0, d1, d2", 0, 0, D0, D_0, 0xffffffffffffffff, 0);
    ROW_D("fcmeq d0, d1, d2", 0, 0, DINF, D_INF, D0, 0);
    ROW_D("fcmeq d0, d1, d2", 0, 0, DQN, D1, D0, 0);
    ROW_D("fcmeq d0, d1, d2", 0, 0, D1, D_QN, D0, 0);
    ROW_D("fcmeq d0, d1, d2", 0, 0, DSN, D1, D0, IOC);
    ROW_D("fcmeq d0, d1, d2", 0, 0, D1, DSN, D0, IOC);
    ROW_D("fcmeq d0, d1, d2", 0, 0, DQN, DQN, D0, 0);
    ROW_D("fcmeq d0, d1, d2", 0, 0, DDEN, D0, D0, 0);
    ROW_D("fcmeq d0, d1, d2", 0, 0, D_INF, D_INF, 0xffffffffffffffff, 0);
    ROW_D("fcmeq d0, d1, d2", 0, 0, D_DEN, DDEN, D0, 0);
    ROW_D("fcmeq d0, d1, d2", 0, 0, D_1, D1, D0, 0);
    ROW_D("fcmeq d0, d1, d2", FPCR_FZ, 0, DDEN, D_DEN, 0xffffffffffffffff, IDC);
    ROW_D("fcmge d0, d1, d2", 0, 0, D1, D2, D0, 0);
    ROW_D("fcmge d0, d1, d2", 0, 0, D2, D1, 0xffffffffffffffff, 0);
    ROW_D("fcmge d0, d1, d2", 0, 0, D1, D1, 0xffffffffffffffff, 0);
    ROW_D("fcmge d0, d1, d2", 0, 0, D0, D_0, 0xffffffffffffffff, 0);
    ROW_D("fcmge d0, d1, d2", 0, 0, DINF, D_INF, 0xffffffffffffffff, 0);
    ROW_D("fcmge d0, d1, d2", 0, 0, DQN, D1, D0, IOC);
    ROW_D("fcmge d0, d1, d2", 0, 0, D1, D_QN, D0, IOC);
    ROW_D("fcmge d0, d1, d2", 0, 0, DSN, D1, D0, IOC);
    ROW_D("fcmge d0, d1, d2", 0, 0, D1, DSN, D0, IOC);
    ROW_D("fcmge d0, d1, d2", 0, 0, DQN, DQN, D0, IOC);
    ROW_D("fcmge d0, d1, d2", 0, 0, DDEN, D0, 0xffffffffffffffff, 0);
    ROW_D("fcmge d0, d1, d2", 0, 0, D_INF, D_INF, 0xffffffffffffffff, 0);
    ROW_D("fcmge d0, d1, d2", 0, 0, D_DEN, DDEN, D0, 0);
    ROW_D("fcmge d0, d1, d2", 0, 0, D_1, D1, D0, 0);
    ROW_D("fcmge d0, d1, d2", FPCR_FZ, 0, DDEN, D_DEN, 0xffffffffffffffff, IDC);
    ROW_D("fcmgt d0, d1, d2", 0, 0, D1, D2, D0, 0);
    ROW_D("fcmgt d0, d1, d2", 0, 0, D2, D1, 0xffffffffffffffff, 0);
    ROW_D("fcmgt d0, d1, d2", 0, 0, D1, D1, D0, 0);
    ROW_D("fcmgt d0, d1, d2", 0, 0, D0, D_0, D0, 0);
    ROW_D("fcmgt d0, d1, d2", 0, 0, DINF, D_INF, 0xffffffffffffffff, 0);
    ROW_D("fcmgt d0, d1, d2", 0, 0, DQN, D1, D0, IOC);
    ROW_D("fcmgt d0, d1, d2", 0, 0, D1, D_QN, D0, IOC);
    ROW_D("fcmgt d0, d1, d2", 0, 0, DSN, D1, D0, IOC);
    ROW_D("fcmgt d0, d1, d2", 0, 0, D1, DSN, D0, IOC);
    ROW_D("fcmgt d0, d1, d2", 0, 0, DQN, DQN, D0, IOC);
    ROW_D("fcmgt d0, d1, d2", 0, 0, DDEN, D0, 0xffffffffffffffff, 0);
    ROW_D("fcmgt d0, d1, d2", 0, 0, D_INF, D_INF, D0, 0);
    ROW_D("fcmgt d0, d1, d2", 0, 0, D_DEN, DDEN, D0, 0);
    ROW_D("fcmgt d0, d1, d2", 0, 0, D_1, D1, D0, 0);
    ROW_D("fcmgt d0, d1, d2", FPCR_FZ, 0, DDEN, D_DEN, D0, IDC);
    ROW_D("facge d0, d1, d2", 0, 0, D1, D2, D0, 0);
    ROW_D("facge d0, d1, d2", 0, 0, D2, D1, 0xffffffffffffffff, 0);
    ROW_D("facge d0, d1, d2", 0, 0, D1, D1, 0xffffffffffffffff, 0);
    ROW_D("facge d0, d1, d2", 0, 0, D0, D_0, 0xffffffffffffffff, 0);
    ROW_D("facge d0, d1, d2", 0, 0, DINF, D_INF, 0xffffffffffffffff, 0);
    ROW_D("facge d0, d1, d2", 0, 0, DQN, D1, D0, IOC);
    ROW_D("facge d0, d1, d2", 0, 0, D1, D_QN, D0, IOC);
    ROW_D("facge d0, d1, d2", 0, 0, DSN, D1, D0, IOC);
    ROW_D("facge d0, d1, d2", 0, 0, D1, DSN, D0, IOC);
    ROW_D("facge d0, d1, d2", 0, 0, DQN, DQN, D0, IOC);
    ROW_D("facge d0, d1, d2", 0, 0, DDEN, D0, 0xffffffffffffffff, 0);
    ROW_D("facge d0, d1, d2", 0, 0, D_INF, D_INF, 0xffffffffffffffff, 0);
    ROW_D("facge d0, d1, d2", 0, 0, D_DEN, DDEN, 0xffffffffffffffff, 0);
    ROW_D("facge d0, d1, d2", 0, 0, D_1, D1, 0xffffffffffffffff, 0);
    ROW_D("facge d0, d1, d2", FPCR_FZ, 0, DDEN, D_DEN, 0xffffffffffffffff, IDC);
    ROW_D("facgt d0, d1, d2", 0, 0, D1, D2, D0, 0);
    ROW_D("facgt d0, d1, d2", 0, 0, D2, D1, 0xffffffffffffffff, 0);
    ROW_D("facgt d0, d1, d2", 0, 0, D1, D1, D0, 0);
    ROW_D("facgt d0, d1, d2", 0, 0, D0, D_0, D0, 0);
    ROW_D("facgt d0, d1, d2", 0, 0, DINF, D_INF, D0, 0);
    ROW_D("facgt d0, d1, d2", 0, 0, DQN, D1, D0, IOC);
    ROW_D("facgt d0, d1, d2", 0, 0, D1, D_QN, D0, IOC);
    ROW_D("facgt d0, d1, d2", 0, 0, DSN, D1, D0, IOC);
    ROW_D("facgt d0, d1, d2", 0, 0, D1, DSN, D0, IOC);
    ROW_D("facgt d0, d1, d2", 0, 0, DQN, DQN, D0, IOC);
    ROW_D("facgt d0, d1, d2", 0, 0, DDEN, D0, 0xffffffffffffffff, 0);
    ROW_D("facgt d0, d1, d2", 0, 0, D_INF, D_INF, D0, 0);
    ROW_D("facgt d0, d1, d2", 0, 0, D_DEN, DDEN, D0, 0);
    ROW_D("facgt d0, d1, d2", 0, 0, D_1, D1, D0, 0);
    ROW_D("facgt d0, d1, d2", FPCR_FZ, 0, DDEN, D_DEN, D0, IDC);
    ROW_D("fcmeq d0, d1, #0.0", 0, 0, D0, DSN, 0xffffffffffffffff, 0);
    ROW_D("fcmeq d0, d1, #0.0", 0, 0, D_0, DSN, 0xffffffffffffffff, 0);
    ROW_D("fcmeq d0, d1, #0.0", 0, 0, D1, DSN, D0, 0);
    ROW_D("fcmeq d0, d1, #0.0", 0, 0, D_1, DSN, D0, 0);
    ROW_D("fcmeq d0, d1, #0.0", 0, 0, DQN, DSN, D0, 0);
    ROW_D("fcmeq d0, d1, #0.0", 0, 0, DSN, DSN, D0, IOC);
    ROW_D("fcmeq d0, d1, #0.0", 0, 0, D_INF, DSN, D0, 0);
    ROW_D("fcmge d0, d1, #0.0", 0, 0, D0, DSN, 0xffffffffffffffff, 0);
    ROW_D("fcmge d0, d1, #0.0", 0, 0, D_0, DSN, 0xffffffffffffffff, 0);
    ROW_D("fcmge d0, d1, #0.0", 0, 0, D1, DSN, 0xffffffffffffffff, 0);
    ROW_D("fcmge d0, d1, #0.0", 0, 0, D_1, DSN, D0, 0);
    ROW_D("fcmge d0, d1, #0.0", 0, 0, DQN, DSN, D0, IOC);
    ROW_D("fcmge d0, d1, #0.0", 0, 0, DSN, DSN, D0, IOC);
    ROW_D("fcmge d0, d1, #0.0", 0, 0, D_INF, DSN, D0, 0);
    ROW_D("fcmgt d0, d1, #0.0", 0, 0, D0, DSN, D0, 0);
    ROW_D("fcmgt d0, d1, #0.0", 0, 0, D_0, DSN, D0, 0);
    ROW_D("fcmgt d0, d1, #0.0", 0, 0, D1, DSN, 0xffffffffffffffff, 0);
    ROW_D("fcmgt d0, d1, #0.0", 0, 0, D_1, DSN, D0, 0);
    ROW_D("fcmgt d0, d1, #0.0", 0, 0, DQN, DSN, D0, IOC);
    ROW_D("fcmgt d0, d1, #0.0", 0, 0, DSN, DSN, D0, IOC);
    ROW_D("fcmgt d0, d1, #0.0", 0, 0, D_INF, DSN, D0, 0);
    ROW_D("fcmle d0, d1, #0.0", 0, 0, D0, DSN, 0xffffffffffffffff, 0);
    ROW_D("fcmle d0, d1, #0.0", 0, 0, D_0, DSN, 0xffffffffffffffff, 0);
    ROW_D("fcmle d0, d1, #0.0", 0, 0, D1, DSN, D0, 0);
    ROW_D("fcmle d0, d1, #0.0", 0, 0, D_1, DSN, 0xffffffffffffffff, 0);
    ROW_D("fcmle d0, d1, #0.0", 0, 0, DQN, DSN, D0, IOC);
    ROW_D("fcmle d0, d1, #0.0", 0, 0, DSN, DSN, D0, IOC);
    ROW_D("fcmle d0, d1, #0.0", 0, 0, D_INF, DSN, 0xffffffffffffffff, 0);
    ROW_D("fcmlt d0, d1, #0.0", 0, 0, D0, DSN, D0, 0);
    ROW_D("fcmlt d0, d1, #0.0", 0, 0, D_0, DSN, D0, 0);
    ROW_D("fcmlt d0, d1, #0.0", 0, 0, D1, DSN, D0, 0);
    ROW_D("fcmlt d0, d1, #0.0", 0, 0, D_1, DSN, 0xffffffffffffffff, 0);
    ROW_D("fcmlt d0, d1, #0.0", 0, 0, DQN, DSN, D0, IOC);
    ROW_D("fcmlt d0, d1, #0.0", 0, 0, DSN, DSN, D0, IOC);
    ROW_D("fcmlt d0, d1, #0.0", 0, 0, D_INF, DSN, 0xffffffffffffffff, 0);
}

int main(void)
{
    flags_s();
    conditional_s();
    branches_s();
    select_s();
    masks_s();
    flags_d();
    conditional_d();
    branches_d();
    select_d();
    masks_d();
    return check_result();
}
