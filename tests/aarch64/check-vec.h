// SPDX-License-Identifier: MIT
/*
 * Tests of vector instructions: each is run on many operands, edge cases and
 * random ones, and compared with a function of one lane.
 *
 * A function gets the lanes of rd (as it was), rn and rm, and the narrow
 * side's width in bits; it returns rd's new lane, of which the low bits count.
 * Operands are in v0 (rd), v1, v2.
 */
#ifndef FERRY_TESTS_AARCH64_CHECK_VEC_H
#define FERRY_TESTS_AARCH64_CHECK_VEC_H

#include "check.h"

typedef __int128 wide;

typedef union vec {
    uint8_t b[16];
    uint16_t h[8];
    uint32_t s[4];
    uint64_t d[2];
} vec;

#define VEC(high, low) ((vec){.d = {(low), (high)}})

#define FPSR_QC        (1u << 27)
#define FPSR_IDC       (1u << 7)
#define FPSR_IXC       (1u << 4)
#define FPSR_UFC       (1u << 3)
#define FPSR_OFC       (1u << 2)
#define FPSR_DZC       (1u << 1)
#define FPSR_IOC       (1u << 0)

#define FPCR_AHP       (1u << 26)
#define FPCR_DN        (1u << 25)
#define FPCR_FZ        (1u << 24)
#define FPCR_RN        (0u << 22)
#define FPCR_RP        (1u << 22)
#define FPCR_RM        (2u << 22)
#define FPCR_RZ        (3u << 22)

struct vec_outcome {
    vec value;
    uint64_t x;    /* x9 behind the instruction */
    unsigned fpsr; /* what it raised */
};

/* Runs an instruction on v0, v1, v2, and x9, with the given FPCR. */
#define RUNV(insn, d_, n_, m_, x_, fpcr_)                                   \
    ({                                                                      \
        struct vec_outcome run_o = {d_, (uint64_t)(x_), 0};                 \
        vec run_n = n_, run_m = m_;                                         \
        uint64_t run_fpsr, run_fpcr = (fpcr_);                              \
        __asm__ volatile(                                                   \
            "ldr q0, %[d]\n\tldr q1, %[n]\n\tldr q2, %[m]\n\t"              \
            "ldr x9, %[x]\n\t"                                              \
            "msr fpcr, %[c]\n\tmsr fpsr, xzr\n\t" insn                      \
            "\n\tmrs %[s], fpsr\n\tmsr fpcr, xzr\n\t"                       \
            "str q0, %[d]\n\tstr x9, %[x]"                                  \
            : [d] "+Q"(run_o.value), [x] "+Q"(run_o.x), [s] "=&r"(run_fpsr) \
            : [n] "Q"(run_n), [m] "Q"(run_m), [c] "r"(run_fpcr)             \
            : "x9", "v0", "v1", "v2", "cc", "memory");                      \
        run_o.fpsr = (unsigned)run_fpsr;                                    \
        run_o;                                                              \
    })

static inline uint64_t lane_get(vec v, int bits, int k)
{
    switch (bits) {
    case 8: return v.b[k];
    case 16: return v.h[k];
    case 32: return v.s[k];
    default: return v.d[k];
    }
}

static inline void lane_set(vec *v, int bits, int k, uint64_t x)
{
    switch (bits) {
    case 8: v->b[k] = (uint8_t)x; break;
    case 16: v->h[k] = (uint16_t)x; break;
    case 32: v->s[k] = (uint32_t)x; break;
    default: v->d[k] = x; break;
    }
}

/* Signed and unsigned values of a lane's bits. */
static inline wide S(uint64_t x, int bits)
{
    return (int64_t)(x << (64 - bits)) >> (64 - bits);
}

static inline wide U(uint64_t x, int bits)
{
    return x << (64 - bits) >> (64 - bits);
}

/* Saturation; check_sat says whether any happened. */
static bool check_sat;

static inline uint64_t sat_in(wide x, wide low, wide high)
{
    check_sat = check_sat || x < low || x > high;
    return (uint64_t)(x < low ? low : x > high ? high : x);
}

static inline uint64_t sat_s(wide x, int bits)
{
    wide high = ((wide)1 << (bits - 1)) - 1;
    return sat_in(x, -high - 1, high);
}

static inline uint64_t sat_u(wide x, int bits)
{
    return sat_in(x, 0, ((wide)1 << bits) - 1);
}

static uint64_t check_random(void)
{
    static uint64_t state = 0x9e3779b97f4a7c15;
    state ^= state << 13;
    state ^= state >> 7;
    return state ^= state << 17;
}

/* Operands: random, or edge values in lanes of some width. */
static inline vec sample(int k)
{
    vec v = VEC(check_random(), check_random());
    int kind = k % 6, bits = 4 << kind;
    if (kind == 0 || kind > 4)
        return v;
    for (int j = 0; j < 128 / bits; j++) {
        uint64_t top = 1ull << (bits - 1), near = check_random() % 3;
        switch (check_random() % 8) {
        case 0: lane_set(&v, bits, j, near); break;
        case 1: lane_set(&v, bits, j, -near); break;
        case 2: lane_set(&v, bits, j, top + near); break;
        case 3: lane_set(&v, bits, j, top - 1 - near); break;
        case 4: lane_set(&v, bits, j, 1ull << check_random() % bits); break;
        default: break;
        }
    }
    return v;
}

/* Lanes whose low byte is a useful shift count. */
static inline vec sample_counts(int k, int bits)
{
    vec v = sample(k);
    for (int j = 0; j < 128 / bits && k % 3; j++) {
        uint64_t count = check_random() % (2 * bits + 5) - bits - 2;
        uint64_t x = lane_get(v, bits, j);
        lane_set(&v, bits, j, (x & ~0xffull) | (count & 0xff));
    }
    return v;
}

typedef uint64_t lane_fn(uint64_t d, uint64_t n, uint64_t m, int bits);

/* How an instruction's lanes lie. */
struct form {
    int d, n, m; /* widths in bits */
    int bytes;   /* of the result; scalar forms have less than 8 */
    bool high;   /* narrow operands or results in the upper half */
    bool counts; /* rm holds shift counts */
    int element; /* of rm for all lanes, plus 1; 0: lane by lane */
};

static inline vec expected(lane_fn *fn, struct form f, vec d, vec n, vec m)
{
    bool narrows = f.d < f.n;
    int lanes = f.bytes * 8 / f.d;
    int n_at = f.high && f.n < f.d ? lanes : 0;
    int m_at = f.high && f.m < f.d ? lanes : 0;
    int d_at = f.high && narrows ? lanes : 0;
    vec r = f.high && narrows ? VEC(0, d.d[0]) : VEC(0, 0);
    check_sat = false;
    for (int k = 0; k < lanes; k++) {
        int m_lane = f.element ? f.element - 1 : m_at + k;
        lane_set(&r, f.d, d_at + k,
                 fn(lane_get(d, f.d, d_at + k), lane_get(n, f.n, n_at + k),
                    lane_get(m, f.m, m_lane), f.n < f.d ? f.n : f.d));
    }
    return r;
}

#define SAMPLES 60

#define SWEEP(insn, fn, ...)                                          \
    do {                                                              \
        struct form f = {__VA_ARGS__};                                \
        for (int k = 0; k < SAMPLES; k++) {                           \
            vec d = sample(k / 2), n = sample(k);                     \
            vec m = f.counts ? sample_counts(k, f.m) : sample(k / 3); \
            struct vec_outcome got = RUNV(insn, d, n, m, 0, 0);       \
            vec want = expected(fn, f, d, n, m);                      \
            CHECK(insn " low", got.value.d[0], want.d[0]);            \
            CHECK(insn " high", got.value.d[1], want.d[1]);           \
            CHECK(insn " fpsr", got.fpsr, check_sat ? FPSR_QC : 0);   \
        }                                                             \
    } while (0)

/* rd, rn, rm of the same lanes. */
#define SAME3(op, fn, arr, bits, bytes, counts)                               \
    SWEEP(op " v0." arr ", v1." arr ", v2." arr, fn, bits, bits, bits, bytes, \
          false, counts)
#define SAME2(op, fn, arr, bits, bytes) \
    SWEEP(op " v0." arr ", v1." arr, fn, bits, bits, bits, bytes)
#define SCALAR3(op, fn, r, bits, counts)                                       \
    SWEEP(op " " r "0, " r "1, " r "2", fn, bits, bits, bits, bits / 8, false, \
          counts)
#define SCALAR2(op, fn, r, bits) \
    SWEEP(op " " r "0, " r "1", fn, bits, bits, bits, bits / 8)

#define BYTES3(op, fn, counts)         \
    SAME3(op, fn, "8b", 8, 8, counts); \
    SAME3(op, fn, "16b", 8, 16, counts)
#define HALVES3(op, fn, counts)         \
    SAME3(op, fn, "4h", 16, 8, counts); \
    SAME3(op, fn, "8h", 16, 16, counts)
#define WORDS3(op, fn, counts)          \
    SAME3(op, fn, "2s", 32, 8, counts); \
    SAME3(op, fn, "4s", 32, 16, counts)
#define TO_WORDS3(op, fn, counts) \
    BYTES3(op, fn, counts);       \
    HALVES3(op, fn, counts);      \
    WORDS3(op, fn, counts)
#define TO_DOUBLES3(op, fn, counts) \
    TO_WORDS3(op, fn, counts);      \
    SAME3(op, fn, "2d", 64, 16, counts)
#define SCALARS3(op, fn, counts)      \
    SCALAR3(op, fn, "b", 8, counts);  \
    SCALAR3(op, fn, "h", 16, counts); \
    SCALAR3(op, fn, "s", 32, counts); \
    SCALAR3(op, fn, "d", 64, counts)

#define TO_WORDS2(op, fn)        \
    SAME2(op, fn, "8b", 8, 8);   \
    SAME2(op, fn, "16b", 8, 16); \
    SAME2(op, fn, "4h", 16, 8);  \
    SAME2(op, fn, "8h", 16, 16); \
    SAME2(op, fn, "2s", 32, 8);  \
    SAME2(op, fn, "4s", 32, 16)
#define TO_DOUBLES2(op, fn) \
    TO_WORDS2(op, fn);      \
    SAME2(op, fn, "2d", 64, 16)
#define SCALARS2(op, fn)      \
    SCALAR2(op, fn, "b", 8);  \
    SCALAR2(op, fn, "h", 16); \
    SCALAR2(op, fn, "s", 32); \
    SCALAR2(op, fn, "d", 64)

#endif
