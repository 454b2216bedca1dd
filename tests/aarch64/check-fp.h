// SPDX-License-Identifier: MIT
/*
 * Tests of floating point by rows: an instruction, FPCR, operands, the result
 * and the exceptions it raises.
 */
#ifndef FERRY_TESTS_AARCH64_CHECK_FP_H
#define FERRY_TESTS_AARCH64_CHECK_FP_H

#include "check-vec.h"

/* Single precision. SN: signalling, QN: quiet, DNAN: the default NaN. */
#define S0       0x00000000u
#define S_0      0x80000000u /* minus zero */
#define S1       0x3f800000u
#define S_1      0xbf800000u
#define S1_NEXT  0x3f800001u
#define S1_5     0x3fc00000u
#define S2       0x40000000u
#define S3       0x40400000u
#define SINF     0x7f800000u
#define S_INF    0xff800000u
#define SMAX     0x7f7fffffu
#define S_MAX    0xff7fffffu
#define SMIN     0x00800000u /* smallest normal number */
#define S_MIN    0x80800000u
#define SDEN     0x00000001u /* smallest number */
#define S_DEN    0x80000001u
#define SDEN_MAX 0x007fffffu
#define SSN      0x7f800001u
#define S_SN     0xff800002u
#define SQN      0x7fc00003u
#define S_QN     0xffc00004u
#define SDNAN    0x7fc00000u
/* Double precision. */
#define D0       0x0000000000000000u
#define D_0      0x8000000000000000u
#define D1       0x3ff0000000000000u
#define D_1      0xbff0000000000000u
#define D1_NEXT  0x3ff0000000000001u
#define D1_5     0x3ff8000000000000u
#define D2       0x4000000000000000u
#define D3       0x4008000000000000u
#define DINF     0x7ff0000000000000u
#define D_INF    0xfff0000000000000u
#define DMAX     0x7fefffffffffffffu
#define D_MAX    0xffefffffffffffffu
#define DMIN     0x0010000000000000u
#define D_MIN    0x8010000000000000u
#define DDEN     0x0000000000000001u
#define D_DEN    0x8000000000000001u
#define DDEN_MAX 0x000fffffffffffffu
#define DSN      0x7ff0000000000001u
#define D_SN     0xfff0000000000002u
#define DQN      0x7ff8000000000003u
#define D_QN     0xfff8000000000004u
#define DDNAN    0x7ff8000000000000u

#define IDC      FPSR_IDC
#define IXC      FPSR_IXC
#define UFC      FPSR_UFC
#define OFC      FPSR_OFC
#define DZC      FPSR_DZC
#define IOC      FPSR_IOC

/* Operands with signalling NaNs where a scalar instruction does not look. */
static inline vec scalar_s(uint64_t x)
{
    return VEC(0x7f8000017f800001, 0x7f80000100000000 | x);
}

static inline vec scalar_d(uint64_t x)
{
    return VEC(DSN, x);
}

static inline void check_fp(const char *insn, int line, struct vec_outcome got,
                            vec want, unsigned flags)
{
    check_equal(insn, got.value.d[0], want.d[0], line);
    check_equal(insn, got.value.d[1], want.d[1], line);
    check_equal("its exceptions", got.fpsr, flags, line);
}

/*
 * insn on v0 (d), v1 (n), v2 (m) under fpcr: the result in v0, zero above, and
 * the exceptions it raises. _S: singles, _D: doubles, _Q: vectors.
 */
#define ROW_S(insn, fpcr, d, n, m, want, flags)                          \
    check_fp(insn, __LINE__,                                             \
             RUNV(insn, scalar_s(d), scalar_s(n), scalar_s(m), 0, fpcr), \
             VEC(0, want), flags)
#define ROW_D(insn, fpcr, d, n, m, want, flags)                          \
    check_fp(insn, __LINE__,                                             \
             RUNV(insn, scalar_d(d), scalar_d(n), scalar_d(m), 0, fpcr), \
             VEC(0, want), flags)
#define ROW_Q(insn, fpcr, d, n, m, want, flags) \
    check_fp(insn, __LINE__, RUNV(insn, d, n, m, 0, fpcr), want, flags)

/* The result in x9, which holds x before. */
#define CHECK_X(insn, got, want, flags)           \
    do {                                          \
        struct vec_outcome o = got;               \
        CHECK(insn, o.x, want);                   \
        CHECK(insn " exceptions", o.fpsr, flags); \
    } while (0)
#define ROW_SX(insn, fpcr, x, n, m, want, flags)                              \
    CHECK_X(insn, RUNV(insn, scalar_s(0), scalar_s(n), scalar_s(m), x, fpcr), \
            want, flags)
#define ROW_DX(insn, fpcr, x, n, m, want, flags)                              \
    CHECK_X(insn, RUNV(insn, scalar_d(0), scalar_d(n), scalar_d(m), x, fpcr), \
            want, flags)
/* x9 is the operand, v0 the result. */
#define ROW_XV(insn, fpcr, x, want, flags)                                     \
    check_fp(insn, __LINE__,                                                   \
             RUNV(insn, scalar_d(DSN), scalar_d(DSN), scalar_d(DSN), x, fpcr), \
             VEC(0, want), flags)

#endif
