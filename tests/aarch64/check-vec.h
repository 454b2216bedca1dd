// SPDX-License-Identifier: MIT
/*
 * Tests of vector instructions: each is run on many operands, edge cases and
 * random ones, and compared with a function of one lane, which the signed and
 * the unsigned instruction share. Operands are in v0 (rd), v1, v2.
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

/* Flags of a form. */
enum {
    UNSIGNED = 0,
    SIGNED = 1,
    HIGH = 2,   /* narrow operands or results are in the upper half */
    COUNTS = 4, /* rm holds shift counts */
};

/* How an instruction's lanes lie. */
struct form {
    int d, n, m; /* widths in bits */
    int bytes;   /* of the result; scalar forms have less than 8 */
    unsigned how;
    int element; /* of rm for all lanes, plus 1; 0: lane by lane */
    int imm;
};

/* The numbers in one lane of rd (as it was), rn and rm. */
struct lane {
    wide d, n, m;
    int bits; /* the narrow side's width */
    int imm;
    bool is_signed;
};

/* Returns rd's new lane, of which the low bits count. */
typedef wide lane_fn(struct lane o);

/* Saturation; check_sat says whether any happened. */
static bool check_sat;

static inline wide sat_to(wide x, int bits, bool is_signed)
{
    wide low = is_signed ? -((wide)1 << (bits - 1)) : 0;
    wide high = low + ((wide)1 << bits) - 1;
    check_sat = check_sat || x < low || x > high;
    return x < low ? low : x > high ? high : x;
}

static inline wide sat(struct lane o, wide x)
{
    return sat_to(x, o.bits, o.is_signed);
}

static inline wide lane_number(struct form f, vec v, int bits, int k)
{
    uint64_t x = lane_get(v, bits, k);
    return f.how & SIGNED ? S(x, bits) : U(x, bits);
}

static inline vec expected(lane_fn *fn, struct form f, vec d, vec n, vec m)
{
    bool high = f.how & HIGH, narrows = f.d < f.n;
    int lanes = f.bytes * 8 / f.d;
    int n_at = high && f.n < f.d ? lanes : 0;
    int m_at = high && f.m < f.d ? lanes : 0;
    int d_at = high && narrows ? lanes : 0;
    vec r = high && narrows ? VEC(0, d.d[0]) : VEC(0, 0);
    check_sat = false;
    for (int k = 0; k < lanes; k++) {
        struct lane o = {
            .d = lane_number(f, d, f.d, d_at + k),
            .n = lane_number(f, n, f.n, n_at + k),
            .m = lane_number(f, m, f.m, f.element ? f.element - 1 : m_at + k),
            .bits = f.n < f.d ? f.n : f.d,
            .imm = f.imm,
            .is_signed = f.how & SIGNED,
        };
        lane_set(&r, f.d, d_at + k, (uint64_t)fn(o));
    }
    return r;
}

/* Operands of one run. */
struct operands {
    vec d, n, m;
};

static inline struct operands operands_sample(int k, const struct form *f)
{
    struct operands in;
    in.d = sample(k / 2);
    in.n = sample(k);
    in.m = f && f->how & COUNTS ? sample_counts(k, f->m) : sample(k / 3);
    return in;
}

static inline void print_vec(const char *name, vec v)
{
    check_print(name);
    check_hex(v.d[1]);
    check_print(":");
    check_hex(v.d[0]);
}

/* A result and FPSR; the operands are named if they are not as expected. */
static inline void check_vec(const char *insn, int line, struct operands in,
                             struct vec_outcome got, vec want, unsigned fpsr)
{
    unsigned before = check_failures;
    check_equal(insn, got.value.d[0], want.d[0], line);
    check_equal(insn, got.value.d[1], want.d[1], line);
    check_equal("its fpsr", got.fpsr, fpsr, line);
    if (check_failures == before)
        return;
    check_print("  by ");
    check_print(insn);
    print_vec(" on d ", in.d);
    print_vec(", n ", in.n);
    print_vec(", m ", in.m);
    check_print("\n");
}

#define SAMPLES 60

#define SWEEP(insn, fn, ...)                                                  \
    do {                                                                      \
        struct form f = {__VA_ARGS__};                                        \
        for (int k = 0; k < SAMPLES; k++) {                                   \
            struct operands in = operands_sample(k, &f);                      \
            vec want = expected(fn, f, in.d, in.n, in.m);                     \
            check_vec(insn, __LINE__, in, RUNV(insn, in.d, in.n, in.m, 0, 0), \
                      want, check_sat ? FPSR_QC : 0);                         \
        }                                                                     \
    } while (0)

/* rd, rn, rm of the same lanes. */
#define SAME3(op, fn, arr, bits, bytes, how)                                  \
    SWEEP(op " v0." arr ", v1." arr ", v2." arr, fn, bits, bits, bits, bytes, \
          how)
#define SAME2(op, fn, arr, bits, bytes, how) \
    SWEEP(op " v0." arr ", v1." arr, fn, bits, bits, bits, bytes, how)
#define SCALAR3(op, fn, r, bits, how) \
    SWEEP(op " " r "0, " r "1, " r "2", fn, bits, bits, bits, bits / 8, how)
#define SCALAR2(op, fn, r, bits, how) \
    SWEEP(op " " r "0, " r "1", fn, bits, bits, bits, bits / 8, how)
/* With an immediate. */
#define IMM(op, fn, arr, bits, bytes, how, imm)                              \
    SWEEP(op " v0." arr ", v1." arr ", #" #imm, fn, bits, bits, bits, bytes, \
          how, 0, imm)
#define SCALAR_IMM(op, fn, r, bits, how, imm)                                \
    SWEEP(op " " r "0, " r "1, #" #imm, fn, bits, bits, bits, bits / 8, how, \
          0, imm)

/* form is SAME3 or SAME2: all arrangements of bytes, halves, words. */
#define BYTES(form, op, fn, how)   \
    form(op, fn, "8b", 8, 8, how); \
    form(op, fn, "16b", 8, 16, how)
#define HALVES(form, op, fn, how)   \
    form(op, fn, "4h", 16, 8, how); \
    form(op, fn, "8h", 16, 16, how)
#define WORDS(form, op, fn, how)    \
    form(op, fn, "2s", 32, 8, how); \
    form(op, fn, "4s", 32, 16, how)
#define TO_WORDS(form, op, fn, how) \
    BYTES(form, op, fn, how);       \
    HALVES(form, op, fn, how);      \
    WORDS(form, op, fn, how)
#define TO_DOUBLES(form, op, fn, how) \
    TO_WORDS(form, op, fn, how);      \
    form(op, fn, "2d", 64, 16, how)
/* form is SCALAR3 or SCALAR2. */
#define SCALARS(form, op, fn, how) \
    form(op, fn, "b", 8, how);     \
    form(op, fn, "h", 16, how);    \
    form(op, fn, "s", 32, how);    \
    form(op, fn, "d", 64, how)

#endif
