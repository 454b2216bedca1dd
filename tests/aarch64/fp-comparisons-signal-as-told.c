// SPDX-License-Identifier: MIT
// build: -nostdlib -ffreestanding -fno-tree-vectorize -fno-tree-slp-vectorize
/* FCMP is quiet with quiet NaNs, FCMPE and the ordered vector comparisons are
 * not; FCCMP and FCSEL by condition. */
#include "check-fp.h"

FP_INSN_X(fcmp, "fcmp f1, f2; mrs x9, nzcv");
FP_INSN_X(fcmp_zero, "fcmp f1, #0.0; mrs x9, nzcv");
FP_INSN_X(fcmpe, "fcmpe f1, f2; mrs x9, nzcv");
FP_INSN_X(fcmpe_zero, "fcmpe f1, #0.0; mrs x9, nzcv");
FP_INSN_X(fccmp_eq, "msr nzcv, x9; fccmp f1, f2, #5, eq; mrs x9, nzcv");
FP_INSN_X(fccmp_ne, "msr nzcv, x9; fccmp f1, f2, #10, ne; mrs x9, nzcv");
FP_INSN_X(fccmp_al, "msr nzcv, x9; fccmp f1, f2, #0, al; mrs x9, nzcv");
FP_INSN_X(fcmp_fccmp_vc, "fcmp f1, f1; fccmp f1, f2, #0, vc; cset x9, mi");
FP_INSN_X(fcmp_fccmp_gt, "fcmp f1, f2; fccmp f1, f2, #0, gt; cset x9, mi");
FP_INSN_X(fcmp_fccmp_ge, "fcmp f2, f1; fccmp f1, f2, #15, ge; mrs x9, nzcv");
FP_INSN_X(fccmpe_eq, "msr nzcv, x9; fccmpe f1, f2, #5, eq; mrs x9, nzcv");
FP_INSN_X(fccmpe_ne, "msr nzcv, x9; fccmpe f1, f2, #10, ne; mrs x9, nzcv");
FP_INSN_X(fccmpe_al, "msr nzcv, x9; fccmpe f1, f2, #0, al; mrs x9, nzcv");
FP_INSN_X(fcmp_fccmpe_vc, "fcmp f1, f1; fccmpe f1, f2, #0, vc; cset x9, mi");
FP_INSN_X(fcmp_fccmpe_gt, "fcmp f1, f2; fccmpe f1, f2, #0, gt; cset x9, mi");
FP_INSN_X(fcmp_fccmpe_ge, "fcmp f2, f1; fccmpe f1, f2, #15, ge; mrs x9, nzcv");
FP_INSN_X(cset_eq, "fcmp f1, f2; cset x9, eq");
FP_INSN_X(cset_ne, "fcmp f1, f2; cset x9, ne");
FP_INSN_X(cset_cs, "fcmp f1, f2; cset x9, cs");
FP_INSN_X(cset_cc, "fcmp f1, f2; cset x9, cc");
FP_INSN_X(cset_mi, "fcmp f1, f2; cset x9, mi");
FP_INSN_X(cset_pl, "fcmp f1, f2; cset x9, pl");
FP_INSN_X(cset_vs, "fcmp f1, f2; cset x9, vs");
FP_INSN_X(cset_vc, "fcmp f1, f2; cset x9, vc");
FP_INSN_X(cset_hi, "fcmp f1, f2; cset x9, hi");
FP_INSN_X(cset_ls, "fcmp f1, f2; cset x9, ls");
FP_INSN_X(cset_ge, "fcmp f1, f2; cset x9, ge");
FP_INSN_X(cset_lt, "fcmp f1, f2; cset x9, lt");
FP_INSN_X(cset_gt, "fcmp f1, f2; cset x9, gt");
FP_INSN_X(cset_le, "fcmp f1, f2; cset x9, le");
FP_INSN(fcsel_eq, "fcmp f1, f2; fcsel f0, f1, f2, eq");
FP_INSN(fcsel_ne, "fcmp f1, f2; fcsel f0, f1, f2, ne");
FP_INSN(fcsel_gt, "fcmp f1, f2; fcsel f0, f1, f2, gt");
FP_INSN(fcsel_vs, "fcmp f1, f2; fcsel f0, f1, f2, vs");
FP_INSN(fcsel_al, "fcmp f1, f2; fcsel f0, f1, f2, al");
FP_INSN(fcsel_nv, "fcmp f1, f2; fcsel f0, f1, f2, nv");
FP_INSN(fcmeq, "fcmeq f0, f1, f2");
FP_INSN(fcmge, "fcmge f0, f1, f2");
FP_INSN(fcmgt, "fcmgt f0, f1, f2");
FP_INSN(facge, "facge f0, f1, f2");
FP_INSN(facgt, "facgt f0, f1, f2");
FP_INSN(fcmeq_zero, "fcmeq f0, f1, #0.0");
FP_INSN(fcmge_zero, "fcmge f0, f1, #0.0");
FP_INSN(fcmgt_zero, "fcmgt f0, f1, #0.0");
FP_INSN(fcmle_zero, "fcmle f0, f1, #0.0");
FP_INSN(fcmlt_zero, "fcmlt f0, f1, #0.0");

#define MASKS     fcmeq, fcmge, fcmgt, facge, facgt
#define WITH_ZERO fcmeq_zero, fcmge_zero, fcmgt_zero, fcmle_zero, fcmlt_zero
#define ORDERED   fcmge, fcmgt, facge, facgt

/* NZCV behind a comparison. */
#define LESS      X(0x80000000)
#define EQUAL     X(0x60000000)
#define GREATER   X(0x20000000)
#define UNORDERED X(0x30000000)

/* NZCV, and which NaNs are Invalid. */
static const struct fp_row flags[] = {
    {BY(fcmp, fcmpe), RN, ON(F1, F2), LESS, 0},
    {BY(fcmp, fcmpe), RN, ON(F2, F1), GREATER, 0},
    {BY(fcmp, fcmpe), RN, ON(F1, F1), EQUAL, 0},
    {BY(fcmp, fcmpe), RN, ON(F0, F_0), EQUAL, 0},
    {BY(fcmp, fcmpe), RN, ON(FINF, F_INF), GREATER, 0},
    {BY(fcmp), RN, ON(FQN, F1), UNORDERED, 0},
    {BY(fcmpe), RN, ON(FQN, F1), UNORDERED, IOC},
    {BY(fcmp), RN, ON(F1, F_QN), UNORDERED, 0},
    {BY(fcmpe), RN, ON(F1, F_QN), UNORDERED, IOC},
    {BY(fcmp, fcmpe), RN, ON(FSN, F1), UNORDERED, IOC},
    {BY(fcmp, fcmpe), RN, ON(F1, FSN), UNORDERED, IOC},
    {BY(fcmp_zero, fcmpe_zero), RN, ON(F1, FSN), GREATER, 0},
    {BY(fcmp), RN, ON(FQN, FQN), UNORDERED, 0},
    {BY(fcmpe), RN, ON(FQN, FQN), UNORDERED, IOC},
    {BY(fcmp, fcmpe), RN, ON(FDEN, F0), GREATER, 0},
    {BY(fcmp, fcmpe), FZ, ON(FDEN, F0), EQUAL, IDC},
    {BY(fcmp, fcmpe), RN, ON(F_INF, F_INF), EQUAL, 0},
    {BY(fcmp, fcmpe), RN, ON(F_DEN, FDEN), LESS, 0},
    {BY(fcmp, fcmpe), FZ, ON(F_DEN, FDEN), EQUAL, IDC},
    {BY(fcmp_zero, fcmpe_zero), RN, ON(F0, FSN), EQUAL, 0},
    {BY(fcmp_zero, fcmpe_zero), RN, ON(F_0, FSN), EQUAL, 0},
    {BY(fcmp_zero, fcmpe_zero), RN, ON(F_1, FSN), LESS, 0},
    {BY(fcmp_zero), RN, ON(FQN, FSN), UNORDERED, 0},
    {BY(fcmpe_zero), RN, ON(FQN, FSN), UNORDERED, IOC},
    {BY(fcmp_zero, fcmpe_zero), RN, ON(FSN, FSN), UNORDERED, IOC},
    {BY(fcmp_zero, fcmpe_zero), RN, ON(F_DEN, FSN), LESS, 0},
    {BY(fcmp), FZ, ON(FDEN, FQN), UNORDERED, IDC},
    {BY(fcmpe), FZ, ON(FDEN, FQN), UNORDERED, IOC | IDC},
    {BY(fcmp, fcmpe), FZ, ON(FDEN, F1), LESS, IDC},
};

/* NZCV is the comparison's, or the instruction's own. */
static const struct fp_row conditional[] = {
    {BY(fccmp_eq, fccmpe_eq), RN, ON(F1, F2, .x = 0x40000000), LESS, 0},
    {BY(fccmp_ne, fccmpe_ne), RN, ON(F1, F2, .x = 0x40000000), X(0xa0000000),
     0},
    {BY(fccmp_eq, fccmpe_eq), RN, ON(F2, F1, .x = 0x40000000), GREATER, 0},
    {BY(fccmp_ne, fccmpe_ne), RN, ON(F2, F1, .x = 0x40000000), X(0xa0000000),
     0},
    {BY(fccmp_eq), RN, ON(FQN, F1, .x = 0x40000000), UNORDERED, 0},
    {BY(fccmp_ne, fccmpe_ne), RN, ON(FQN, F1, .x = 0x40000000), X(0xa0000000),
     0},
    {BY(fccmpe_eq), RN, ON(FQN, F1, .x = 0x40000000), UNORDERED, IOC},
    {BY(fccmp_eq, fccmpe_eq), RN, ON(FSN, F1, .x = 0x40000000), UNORDERED, IOC},
    {BY(fccmp_ne, fccmpe_ne), RN, ON(FSN, F1, .x = 0x40000000), X(0xa0000000),
     0},
    {BY(fccmp_eq, fccmpe_eq), RN, ON(F1, F2), X(0x50000000), 0},
    {BY(fccmp_ne, fccmpe_ne), RN, ON(F1, F2), LESS, 0},
    {BY(fcmp_fccmp_vc, fcmp_fccmpe_vc), RN, ON(F1, F2), X(1), 0},
    {BY(fcmp_fccmp_gt, fcmp_fccmpe_gt), RN, ON(F1, F2), X(0), 0},
    {BY(fccmp_eq, fccmpe_eq), RN, ON(F2, F1), X(0x50000000), 0},
    {BY(fccmp_ne, fccmpe_ne), RN, ON(F2, F1), GREATER, 0},
    {BY(fccmp_eq, fccmpe_eq), RN, ON(FQN, F1), X(0x50000000), 0},
    {BY(fccmp_ne), RN, ON(FQN, F1), UNORDERED, 0},
    {BY(fccmpe_ne), RN, ON(FQN, F1), UNORDERED, IOC},
    {BY(fccmp_eq, fccmpe_eq), RN, ON(FSN, F1), X(0x50000000), 0},
    {BY(fccmp_ne, fccmp_al, fccmpe_ne, fccmpe_al), RN, ON(FSN, F1), UNORDERED,
     IOC},
    {BY(fcmp_fccmp_ge, fcmp_fccmpe_ge), RN, ON(FQN, F2), X(0xf0000000), 0},
};

/* Conditions behind a comparison, unordered included. */
static const struct fp_row conditions[] = {
    {BY(cset_eq, cset_cs, cset_pl, cset_vs, cset_hi, cset_ge, cset_gt), RN,
     ON(F1, F2), X(0), 0},
    {BY(cset_ne, cset_cc, cset_mi, cset_vc, cset_ls, cset_lt, cset_le), RN,
     ON(F1, F2), X(1), 0},
    {BY(cset_eq, cset_cc, cset_mi, cset_vs, cset_ls, cset_lt, cset_le), RN,
     ON(F2, F1), X(0), 0},
    {BY(cset_ne, cset_cs, cset_pl, cset_vc, cset_hi, cset_ge, cset_gt), RN,
     ON(F2, F1), X(1), 0},
    {BY(cset_eq, cset_cs, cset_pl, cset_vc, cset_ls, cset_ge, cset_le), RN,
     ON(F1, F1), X(1), 0},
    {BY(cset_ne, cset_cc, cset_mi, cset_vs, cset_hi, cset_lt, cset_gt), RN,
     ON(F1, F1), X(0), 0},
    {BY(cset_eq, cset_cc, cset_mi, cset_vc, cset_ls, cset_ge, cset_gt), RN,
     ON(FQN, F1), X(0), 0},
    {BY(cset_ne, cset_cs, cset_pl, cset_vs, cset_hi, cset_lt, cset_le), RN,
     ON(FQN, F1), X(1), 0},
};

static const struct fp_row selections[] = {
    {BY(fcsel_eq, fcsel_gt), RN, ON(FSN, F_QN, F3), F_QN, IOC},
    {BY(fcsel_ne, fcsel_vs, fcsel_al, fcsel_nv), RN, ON(FSN, F_QN, F3), FSN,
     IOC},
    {BY(fcsel_eq, fcsel_gt, fcsel_vs), RN, ON(F1, F2, F3), F2, 0},
    {BY(fcsel_ne, fcsel_al, fcsel_nv), RN, ON(F1, F2, F3), F1, 0},
    {BY(fcsel_eq, fcsel_ne, fcsel_gt, fcsel_vs, fcsel_al, fcsel_nv), RN,
     ON(F2, F2, F3), F2, 0},
};

/* Vector comparisons as scalars. */
static const struct fp_row masks[] = {
    {BY(MASKS), RN, ON(F1, F2), F0, 0},
    {BY(fcmeq), RN, ON(F2, F1), F0, 0},
    {BY(ORDERED), RN, ON(F2, F1), FTRUE, 0},
    {BY(fcmeq, fcmge, facge), RN, ON(F1, F1), FTRUE, 0},
    {BY(fcmgt, facgt), RN, ON(F1, F1), F0, 0},
    {BY(fcmeq, fcmge, facge), RN, ON(F0, F_0), FTRUE, 0},
    {BY(fcmgt, facgt), RN, ON(F0, F_0), F0, 0},
    {BY(fcmeq, facgt), RN, ON(FINF, F_INF), F0, 0},
    {BY(fcmge, fcmgt, facge), RN, ON(FINF, F_INF), FTRUE, 0},
    {BY(fcmeq), RN, ON(FQN, F1), F0, 0},
    {BY(ORDERED), RN, ON(FQN, F1), F0, IOC},
    {BY(fcmeq), RN, ON(F1, F_QN), F0, 0},
    {BY(ORDERED), RN, ON(F1, F_QN), F0, IOC},
    {BY(MASKS), RN, ON(FSN, F1), F0, IOC},
    {BY(MASKS), RN, ON(F1, FSN), F0, IOC},
    {BY(fcmeq_zero, fcmle_zero, fcmlt_zero), RN, ON(F1, FSN), F0, 0},
    {BY(fcmge_zero, fcmgt_zero), RN, ON(F1, FSN), FTRUE, 0},
    {BY(fcmeq), RN, ON(FQN, FQN), F0, 0},
    {BY(ORDERED), RN, ON(FQN, FQN), F0, IOC},
    {BY(fcmeq), RN, ON(FDEN, F0), F0, 0},
    {BY(ORDERED), RN, ON(FDEN, F0), FTRUE, 0},
    {BY(fcmeq, fcmge, facge), RN, ON(F_INF, F_INF), FTRUE, 0},
    {BY(fcmgt, facgt), RN, ON(F_INF, F_INF), F0, 0},
    {BY(fcmeq, fcmge, fcmgt, facgt), RN, ON(F_DEN, FDEN), F0, 0},
    {BY(facge), RN, ON(F_DEN, FDEN), FTRUE, 0},
    {BY(fcmeq, fcmge, fcmgt, facgt), RN, ON(F_1, F1), F0, 0},
    {BY(facge), RN, ON(F_1, F1), FTRUE, 0},
    {BY(fcmeq, fcmge, facge), FZ, ON(FDEN, F_DEN), FTRUE, IDC},
    {BY(fcmgt, facgt), FZ, ON(FDEN, F_DEN), F0, IDC},
    {BY(fcmeq_zero, fcmge_zero, fcmle_zero), RN, ON(F0, FSN), FTRUE, 0},
    {BY(fcmgt_zero, fcmlt_zero), RN, ON(F0, FSN), F0, 0},
    {BY(fcmeq_zero, fcmge_zero, fcmle_zero), RN, ON(F_0, FSN), FTRUE, 0},
    {BY(fcmgt_zero, fcmlt_zero), RN, ON(F_0, FSN), F0, 0},
    {BY(fcmeq_zero, fcmge_zero, fcmgt_zero), RN, ON(F_1, FSN), F0, 0},
    {BY(fcmle_zero, fcmlt_zero), RN, ON(F_1, FSN), FTRUE, 0},
    {BY(fcmeq_zero), RN, ON(FQN, FSN), F0, 0},
    {BY(fcmge_zero, fcmgt_zero, fcmle_zero, fcmlt_zero), RN, ON(FQN, FSN), F0,
     IOC},
    {BY(WITH_ZERO), RN, ON(FSN, FSN), F0, IOC},
    {BY(fcmeq_zero, fcmge_zero, fcmgt_zero), RN, ON(F_INF, FSN), F0, 0},
    {BY(fcmle_zero, fcmlt_zero), RN, ON(F_INF, FSN), FTRUE, 0},
};

int main(void)
{
    FP_ROWS("comparison", flags);
    FP_ROWS("conditional comparison", conditional);
    FP_ROWS("condition behind a comparison", conditions);
    FP_ROWS("selection", selections);
    FP_ROWS("comparison as a mask", masks);
    return check_result();
}
