// SPDX-License-Identifier: MIT
/*
 * Arm floating point in integers: every operation as the manual's pseudocode
 * has it (DDI 0487, Shared functions, FP*), for half, single and double
 * precision.  Slow and exact: what generated code falls back on, and the
 * reference that tests compare with.
 *
 * Values are bit patterns in the low bits of a uint64_t; bits above the
 * format are ignored in operands and zero in results.  Flags accumulate in
 * the environment.  No libc, no state, general registers only.
 */
#ifndef FERRY_JIT_SOFTFLOAT_H
#define FERRY_JIT_SOFTFLOAT_H

#include "jit/ir.h"

/* Cumulative flags in FPSR's places. */
enum soft_flag {
    SOFT_IOC = 1 << 0,
    SOFT_DZC = 1 << 1,
    SOFT_OFC = 1 << 2,
    SOFT_UFC = 1 << 3,
    SOFT_IXC = 1 << 4,
    SOFT_IDC = 1 << 7,
};

struct soft_env {
    uint8_t rounding; /* enum ir_round, not CURRENT */
    uint8_t mode;     /* MODE_FZ, MODE_DN, MODE_AHP */
    uint8_t flags;    /* enum soft_flag */
};

enum soft_kind { SOFT_ZERO, SOFT_NUMBER, SOFT_INF, SOFT_QNAN, SOFT_SNAN };

/* An operand taken apart; a number's value is man * 2^exp, bit 63 set. */
struct soft_num {
    uint8_t kind; /* enum soft_kind */
    bool sign;
    int32_t exp;
    uint64_t man;
};

/* Formats are named by their width: LANE_16, LANE_32, LANE_64. */
struct soft_format {
    uint8_t ebits, fbits;
};
extern const struct soft_format soft_formats[4];

/* Parts, which the soft*.c files share. */
struct soft_num soft_unpack(struct soft_env *env, enum ir_lane f, uint64_t a);
uint64_t soft_round(struct soft_env *env, enum ir_lane f, bool sign,
                    int32_t exp, unsigned __int128 man);
uint64_t soft_inf(enum ir_lane f, bool sign);
uint64_t soft_zero(enum ir_lane f, bool sign);
uint64_t soft_max_normal(enum ir_lane f, bool sign);
uint64_t soft_default_nan(enum ir_lane f);
/* FPProcessNaN: a is a NaN of kind. */
uint64_t soft_nan(struct soft_env *env, enum ir_lane f, uint8_t kind,
                  uint64_t a);
/* FPProcessNaNs: true, with the result, if one of the two is a NaN. */
bool soft_nans(struct soft_env *env, enum ir_lane f, const struct soft_num *x,
               const struct soft_num *y, uint64_t a, uint64_t b, uint64_t *r);
/* Default NaN and IOC. */
uint64_t soft_invalid(struct soft_env *env, enum ir_lane f);
static inline uint64_t soft_sign_bit(enum ir_lane f)
{
    return 1ull << ((8u << f) - 1);
}

/* Arithmetic. */
uint64_t soft_add(struct soft_env *env, enum ir_lane f, uint64_t a, uint64_t b,
                  bool subtract);
uint64_t soft_mul(struct soft_env *env, enum ir_lane f, uint64_t a, uint64_t b,
                  bool extended);
uint64_t soft_div(struct soft_env *env, enum ir_lane f, uint64_t a, uint64_t b);
uint64_t soft_sqrt(struct soft_env *env, enum ir_lane f, uint64_t a);
/* c + a * b */
uint64_t soft_fma(struct soft_env *env, enum ir_lane f, uint64_t c, uint64_t a,
                  uint64_t b);
/* FRECPS: 2 - a * b; FRSQRTS (half): (3 - a * b) / 2 */
uint64_t soft_step(struct soft_env *env, enum ir_lane f, uint64_t a, uint64_t b,
                   bool half);

/* Comparison; minimum and maximum: number: the NM forms. */
uint64_t soft_minmax(struct soft_env *env, enum ir_lane f, uint64_t a,
                     uint64_t b, bool max, bool number);
/* cond: COND_EQ (quiet), COND_GE, COND_GT. */
bool soft_compare(struct soft_env *env, enum ir_lane f, uint64_t a, uint64_t b,
                  enum ir_cond cond);
/* a, or zero with its sign if a is a denormal that is flushed. */
uint64_t soft_flush_input(struct soft_env *env, enum ir_lane f, uint64_t a);

/* Estimates. */
uint64_t soft_recip_estimate(struct soft_env *env, enum ir_lane f, uint64_t a);
uint64_t soft_rsqrt_estimate(struct soft_env *env, enum ir_lane f, uint64_t a);
uint64_t soft_recip_exponent(struct soft_env *env, enum ir_lane f, uint64_t a);
uint32_t soft_u32_recip_estimate(uint32_t a);
uint32_t soft_u32_rsqrt_estimate(uint32_t a);

/* Conversions. */
uint64_t soft_convert(struct soft_env *env, enum ir_lane to, enum ir_lane from,
                      uint64_t a);
/* a * 2^scale to an integer of `bits`, saturated. */
uint64_t soft_to_int(struct soft_env *env, enum ir_lane f, uint64_t a,
                     unsigned scale, unsigned bits, bool is_unsigned);
/* a / 2^scale; a is sign- or zero-extended to 64 bits. */
uint64_t soft_from_int(struct soft_env *env, enum ir_lane f, uint64_t a,
                       unsigned scale, bool is_unsigned);
/* To an integer in the same format; exact: Inexact is raised. */
uint64_t soft_round_int(struct soft_env *env, enum ir_lane f, uint64_t a,
                        bool exact);

#endif
