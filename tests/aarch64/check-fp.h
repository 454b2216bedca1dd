// SPDX-License-Identifier: MIT
/*
 * Tests of floating point by rows: instructions, settings of FPCR, operands,
 * the result and the exceptions raised. FP_ROWS() runs a table of rows, each
 * by all its instructions, under all its settings, in both precisions.
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

/* insn on v0 (d), v1 (n), v2 (m) under fpcr: all of v0, and the exceptions. */
#define ROW_Q(insn, fpcr, d, n, m, want, flags)           \
    check_vec(insn, __LINE__, (struct operands){d, n, m}, \
              RUNV(insn, d, n, m, 0, fpcr), want, flags)

/* A value in single and in double precision; F*: S* and D*. */
struct fp_pair {
    uint64_t s, d;
};

/* An integer, or the value for a row of one precision. */
#define X(x) \
    {        \
        x, x \
    }
#define SD(s, d) \
    {            \
        s, d     \
    }

#define F0      SD(S0, D0)
#define F_0     SD(S_0, D_0)
#define F1      SD(S1, D1)
#define F_1     SD(S_1, D_1)
#define F1_NEXT SD(S1_NEXT, D1_NEXT)
#define F1_PREV SD(0x3f7fffff, 0x3fefffffffffffff)
#define F0_5    SD(0x3f000000, 0x3fe0000000000000)
#define F_0_5   SD(0xbf000000, 0xbfe0000000000000)
#define F1_5    SD(S1_5, D1_5)
#define F2      SD(S2, D2)
#define F_2     SD(0xc0000000, 0xc000000000000000)
#define F_2_5   SD(0xc0200000, 0xc004000000000000)
#define F3      SD(S3, D3)
#define FINF    SD(SINF, DINF)
#define F_INF   SD(S_INF, D_INF)
#define FMAX    SD(SMAX, DMAX)
#define F_MAX   SD(S_MAX, D_MAX)
#define FMIN    SD(SMIN, DMIN)
#define F_MIN   SD(S_MIN, D_MIN)
#define FDEN    SD(SDEN, DDEN)
#define F_DEN   SD(S_DEN, D_DEN)
#define FDENMAX SD(SDEN_MAX, DDEN_MAX)
#define FSN     SD(SSN, DSN)
#define F_SN    SD(S_SN, D_SN)
/* Signalling NaNs made quiet; _NEG: the same NaN with the other sign. */
#define FSN_Q      SD(0x7fc00001, 0x7ff8000000000001)
#define F_SN_Q     SD(0xffc00002, 0xfff8000000000002)
#define FSN_Q_NEG  SD(0xffc00001, 0xfff8000000000001)
#define F_SN_Q_NEG SD(0x7fc00002, 0x7ff8000000000002)
#define FQN        SD(SQN, DQN)
#define F_QN       SD(S_QN, D_QN)
#define FQN_NEG    SD(0xffc00003, 0xfff8000000000003)
#define F_QN_NEG   SD(0x7fc00004, 0x7ff8000000000004)
#define FDNAN      SD(SDNAN, DDNAN)
#define FDNAN_NEG  SD(0xffc00000, 0xfff8000000000000)
#define FTRUE      SD(0xffffffff, 0xffffffffffffffff)
#define F4         SD(0x40800000, 0x4010000000000000)
#define F_4        SD(0xc0800000, 0xc010000000000000)
#define F2_31      SD(0x4f000000, 0x41e0000000000000) /* 2^31 */
#define F_2_31     SD(0xcf000000, 0xc1e0000000000000)
#define F2_32      SD(0x4f800000, 0x41f0000000000000)
#define F2_63      SD(0x5f000000, 0x43e0000000000000)
#define F_2_63     SD(0xdf000000, 0xc3e0000000000000)
#define F2_64      SD(0x5f800000, 0x43f0000000000000)

/* What FPCR may be: a row names the settings that give the same. */
enum {
    RN = 1 << 0,
    RP = 1 << 1,
    RM = 1 << 2,
    RZ = 1 << 3,
    ANY = RN | RP | RM | RZ,
    DN = 1 << 4,
    FZ = 1 << 5,
    AHP = 1 << 6,
    FZ_RP = 1 << 7,
    FZ_DN = 1 << 8,
};

static const unsigned fp_settings[] = {
    FPCR_RN, FPCR_RP,  FPCR_RM,           FPCR_RZ,           FPCR_DN,
    FPCR_FZ, FPCR_AHP, FPCR_FZ | FPCR_RP, FPCR_FZ | FPCR_DN,
};

/* What an instruction gets and gives: v0 (d), v1 (n), v2 (m), x9. FP_CODE()
 * knows where they are. */
struct fp_state {
    vec d, n, m;
    uint64_t x, fpcr, fpsr;
    const char *precision;
};

/*
 * An instruction, or a few, as a function for each precision: its text calls
 * the registers of that precision f0, f1, f2. The result is f0, or x9.
 */
struct fp_insn {
    const char *text;
    void (*run_s)(struct fp_state *), (*run_d)(struct fp_state *);
    bool gives_x;
};

#define FP_CODE(label, r, text)                                         \
    void label(struct fp_state *);                                      \
    __asm__(".pushsection .text\n"                                      \
            "f0 .req " r "0; f1 .req " r "1; f2 .req " r "2\n" #label   \
            ": ldp q0, q1, [x0]; ldr q2, [x0, #32]\n"                   \
            "ldp x9, x1, [x0, #48]\n"                                   \
            "msr fpcr, x1; msr fpsr, xzr\n" text "\n"                   \
            "mrs x1, fpsr; msr fpcr, xzr\n"                             \
            "str q0, [x0]; str x9, [x0, #48]; str x1, [x0, #64]; ret\n" \
            ".unreq f0; .unreq f1; .unreq f2\n"                         \
            ".popsection")
#define FP_INSN_TO(name, text, gives_x)    \
    FP_CODE(name##_in_s, "s", text);       \
    FP_CODE(name##_in_d, "d", text);       \
    static const struct fp_insn name[] = { \
        {text, name##_in_s, name##_in_d, gives_x}}

#define FP_INSN(name, text)   FP_INSN_TO(name, text, false)
#define FP_INSN_X(name, text) FP_INSN_TO(name, text, true)
/* One that has its operands in singles or doubles alone. */
#define FP_INSN_S(name, text)        \
    FP_CODE(name##_in_s, "s", text); \
    static const struct fp_insn name[] = {{text, name##_in_s, NULL, false}}
#define FP_INSN_D(name, text)        \
    FP_CODE(name##_in_d, "d", text); \
    static const struct fp_insn name[] = {{text, NULL, name##_in_d, false}}

/* Which precisions a row is for. */
enum fp_precisions { BOTH, SINGLES, DOUBLES };

/* Parts of a row: by which instructions, on n, m, d; or on x9, where the
 * vector registers must not matter. */
#define BY(...)     \
    {               \
        __VA_ARGS__ \
    }
#define ON(...)     \
    {               \
        __VA_ARGS__ \
    }
#define FROM_X(x)        \
    {                    \
        FSN, FSN, FSN, x \
    }

struct fp_row {
    const struct fp_insn *insns[16]; /* NULL ends them */
    unsigned settings;
    struct {
        struct fp_pair n, m, d;
        uint64_t x;
    } in;
    struct fp_pair want;
    unsigned flags;
    enum fp_precisions precisions;
};

static inline void fp_print(const char *name, uint64_t value)
{
    check_print(name);
    check_hex(value);
}

static inline void fp_equal(const char *what, const char *part,
                            const struct fp_insn *insn,
                            const struct fp_state *in, uint64_t got,
                            uint64_t want)
{
    check_count++;
    if (got == want)
        return;
    check_failures++;
    check_print(what);
    check_print(": ");
    check_print(insn->text);
    check_print(in->precision);
    fp_print("\n  on n ", in->n.d[0]);
    fp_print(", m ", in->m.d[0]);
    fp_print(", d ", in->d.d[0]);
    fp_print(", x9 ", in->x);
    fp_print(", fpcr ", in->fpcr);
    check_print("\n  ");
    check_print(part);
    fp_print(" ", got);
    fp_print(", expected ", want);
    check_print("\n");
}

static inline void fp_check(const char *what, const struct fp_insn *insn,
                            void (*run)(struct fp_state *), struct fp_state in,
                            uint64_t want, unsigned flags)
{
    struct fp_state o = in;
    run(&o);
    if (insn->gives_x) {
        fp_equal(what, "x9", insn, &in, o.x, want);
    } else {
        fp_equal(what, "result", insn, &in, o.d.d[0], want);
        fp_equal(what, "above the result", insn, &in, o.d.d[1], 0);
    }
    fp_equal(what, "fpsr", insn, &in, o.fpsr, flags);
}

/* A row under one setting of FPCR, by one instruction. */
static inline void fp_check_row(const char *what, const struct fp_row *row,
                                const struct fp_insn *insn, unsigned fpcr)
{
    struct fp_state s = {
        .d = scalar_s(row->in.d.s),
        .n = scalar_s(row->in.n.s),
        .m = scalar_s(row->in.m.s),
        .x = row->in.x,
        .fpcr = fpcr,
        .precision = " in singles",
    };
    struct fp_state d = {
        .d = scalar_d(row->in.d.d),
        .n = scalar_d(row->in.n.d),
        .m = scalar_d(row->in.m.d),
        .x = row->in.x,
        .fpcr = fpcr,
        .precision = " in doubles",
    };
    if (insn->run_s && row->precisions != DOUBLES)
        fp_check(what, insn, insn->run_s, s, row->want.s, row->flags);
    if (insn->run_d && row->precisions != SINGLES)
        fp_check(what, insn, insn->run_d, d, row->want.d, row->flags);
}

static inline void fp_check_rows(const char *what, const struct fp_row *rows,
                                 size_t count)
{
    for (const struct fp_row *row = rows; row < rows + count; row++) {
        unsigned before = check_count;
        for (const struct fp_insn *const *insn = row->insns; *insn; insn++)
            for (unsigned k = 0; row->settings >> k; k++)
                if (row->settings >> k & 1)
                    fp_check_row(what, row, *insn, fp_settings[k]);
        if (check_count == before) {
            check_failures++;
            check_print(what);
            check_print(": a row that checks nothing\n");
        }
    }
}

#define FP_ROWS(what, rows) \
    fp_check_rows(what, rows, sizeof(rows) / sizeof((rows)[0]))

#endif
