// SPDX-License-Identifier: MIT
// build: -nostdlib -ffreestanding -fno-tree-vectorize -fno-tree-slp-vectorize
/*
 * Vector floating point gives in each lane, and raises over all live lanes,
 * what the scalar instruction gives and raises; dead lanes raise nothing.
 */
#include "check-fp.h"

static const uint32_t singles[] = {
    S0,    S_0,        S1,         S_1,        S1_NEXT,    S1_5, S2,
    S3,    SINF,       S_INF,      SMAX,       S_MAX,      SMIN, S_MIN,
    SDEN,  S_DEN,      SDEN_MAX,   SSN,        S_SN,       SQN,  S_QN,
    SDNAN, 0x4f000000, 0x3effffff, 0xc0200000, 0x00200000,
};

static const uint64_t doubles[] = {
    D0,
    D_0,
    D1,
    D_1,
    D1_NEXT,
    D1_5,
    D2,
    D3,
    DINF,
    D_INF,
    DMAX,
    D_MAX,
    DMIN,
    D_MIN,
    DDEN,
    D_DEN,
    DDEN_MAX,
    DSN,
    D_SN,
    DQN,
    D_QN,
    DDNAN,
    0x43e0000000000000,
    0x3fdfffffffffffff,
    0xc004000000000000,
};

static uint64_t fp_lane(int bits)
{
    uint64_t r = check_random() >> 8;
    if (r % 4 == 0)
        return bits == 32 ? (uint32_t)check_random() : check_random();
    if (bits == 32)
        return singles[r % (sizeof(singles) / sizeof(singles[0]))];
    return doubles[r % (sizeof(doubles) / sizeof(doubles[0]))];
}

static vec fp_sample(int bits)
{
    vec v = VEC(0, 0);
    for (int k = 0; k < 128 / bits; k++)
        lane_set(&v, bits, k, fp_lane(bits));
    return v;
}

/* The lanes of d, n and m that the scalar instruction works on. */
static vec only(vec v, int bits, int k)
{
    vec r = VEC(0, 0);
    lane_set(&r, bits, 0, lane_get(v, bits, k));
    return r;
}

static const unsigned modes[] = {
    0,       0,       0,       FPCR_RP,           FPCR_RM,
    FPCR_RZ, FPCR_DN, FPCR_FZ, FPCR_FZ | FPCR_DN, FPCR_RZ | FPCR_FZ,
};

#define ROUNDS 40

static struct operands fp_operands(int in, int out)
{
    struct operands o;
    o.d = fp_sample(out);
    o.n = fp_sample(in);
    o.m = fp_sample(in);
    return o;
}

/*
 * `one` computes a lane, of the given widths in and out; element: the lane of
 * m for all of them, or -1 for each its own.
 */
#define LANES_BY(insn, one, in, out, bytes, element)                         \
    do {                                                                     \
        for (int j = 0; j < ROUNDS; j++) {                                   \
            unsigned fpcr = modes[j % 10], fpsr = 0;                         \
            struct operands v = fp_operands(in, out);                        \
            vec want = VEC(0, 0);                                            \
            for (int k = 0; k < bytes * 8 / out; k++) {                      \
                struct vec_outcome o =                                       \
                    RUNV(one, only(v.d, out, k), only(v.n, in, k),           \
                         only(v.m, in, element < 0 ? k : element), 0, fpcr); \
                lane_set(&want, out, k, lane_get(o.value, out, 0));          \
                fpsr |= o.fpsr;                                              \
            }                                                                \
            ROW_Q(insn, fpcr, v.d, v.n, v.m, want, fpsr);                    \
        }                                                                    \
    } while (0)
#define LANES(insn, one, in, out, bytes) LANES_BY(insn, one, in, out, bytes, -1)

#define ALL3(op, one)                                                \
    LANES(op " v0.2s, v1.2s, v2.2s", one " s0, s1, s2", 32, 32, 8);  \
    LANES(op " v0.4s, v1.4s, v2.4s", one " s0, s1, s2", 32, 32, 16); \
    LANES(op " v0.2d, v1.2d, v2.2d", one " d0, d1, d2", 64, 64, 16)

#define ALL2(op, one)                                     \
    LANES(op " v0.2s, v1.2s", one " s0, s1", 32, 32, 8);  \
    LANES(op " v0.4s, v1.4s", one " s0, s1", 32, 32, 16); \
    LANES(op " v0.2d, v1.2d", one " d0, d1", 64, 64, 16)

#define ALL2I(op, imm)                                               \
    LANES(op " v0.2s, v1.2s, " imm, op " s0, s1, " imm, 32, 32, 8);  \
    LANES(op " v0.4s, v1.4s, " imm, op " s0, s1, " imm, 32, 32, 16); \
    LANES(op " v0.2d, v1.2d, " imm, op " d0, d1, " imm, 64, 64, 16)

static void arithmetic(void)
{
    ALL3("fadd", "fadd");
    ALL3("fsub", "fsub");
    ALL3("fmul", "fmul");
    ALL3("fdiv", "fdiv");
    ALL3("fmax", "fmax");
    ALL3("fmin", "fmin");
    ALL3("fmaxnm", "fmaxnm");
    ALL3("fminnm", "fminnm");
    ALL3("fabd", "fabd");
    ALL3("fmulx", "fmulx");
    ALL3("frecps", "frecps");
    ALL3("frsqrts", "frsqrts");
    ALL2("fsqrt", "fsqrt");
    ALL2("fabs", "fabs");
    ALL2("fneg", "fneg");
    ALL2("frecpe", "frecpe");
    ALL2("frsqrte", "frsqrte");
}

#define FUSED(op, one)                                                   \
    LANES(op " v0.2s, v1.2s, v2.2s", one " s0, s1, s2, s0", 32, 32, 8);  \
    LANES(op " v0.4s, v1.4s, v2.4s", one " s0, s1, s2, s0", 32, 32, 16); \
    LANES(op " v0.2d, v1.2d, v2.2d", one " d0, d1, d2, d0", 64, 64, 16)

static void fused(void)
{
    FUSED("fmla", "fmadd");
    FUSED("fmls", "fmsub");
}

static void comparisons(void)
{
    ALL3("fcmeq", "fcmeq");
    ALL3("fcmge", "fcmge");
    ALL3("fcmgt", "fcmgt");
    ALL3("facge", "facge");
    ALL3("facgt", "facgt");
    ALL2I("fcmeq", "#0.0");
    ALL2I("fcmge", "#0.0");
    ALL2I("fcmgt", "#0.0");
    ALL2I("fcmle", "#0.0");
    ALL2I("fcmlt", "#0.0");
}

static void conversions(void)
{
    ALL2("frintn", "frintn");
    ALL2("frintp", "frintp");
    ALL2("frintm", "frintm");
    ALL2("frintz", "frintz");
    ALL2("frinta", "frinta");
    ALL2("frintx", "frintx");
    ALL2("frinti", "frinti");
    ALL2("fcvtns", "fcvtns");
    ALL2("fcvtps", "fcvtps");
    ALL2("fcvtms", "fcvtms");
    ALL2("fcvtzs", "fcvtzs");
    ALL2("fcvtas", "fcvtas");
    ALL2("fcvtnu", "fcvtnu");
    ALL2("fcvtpu", "fcvtpu");
    ALL2("fcvtmu", "fcvtmu");
    ALL2("fcvtzu", "fcvtzu");
    ALL2("fcvtau", "fcvtau");
    ALL2("scvtf", "scvtf");
    ALL2("ucvtf", "ucvtf");
    ALL2I("fcvtzs", "#5");
    ALL2I("fcvtzu", "#32");
    ALL2I("scvtf", "#5");
    ALL2I("ucvtf", "#32");
    LANES("fcvtl v0.2d, v1.2s", "fcvt d0, s1", 32, 64, 16);
    LANES("fcvtn v0.2s, v1.2d", "fcvt s0, d1", 64, 32, 8);
    LANES("fcvtxn v0.2s, v1.2d", "fcvtxn s0, d1", 64, 32, 8);
}

#define BY_ELEMENT(insn, one, bits, bytes, lane) \
    LANES_BY(insn, one, bits, bits, bytes, lane)

static void by_element(void)
{
    BY_ELEMENT("fmul v0.2s, v1.2s, v2.s[1]", "fmul s0, s1, s2", 32, 8, 1);
    BY_ELEMENT("fmul v0.4s, v1.4s, v2.s[3]", "fmul s0, s1, s2", 32, 16, 3);
    BY_ELEMENT("fmul v0.2d, v1.2d, v2.d[1]", "fmul d0, d1, d2", 64, 16, 1);
    BY_ELEMENT("fmul s0, s1, v2.s[2]", "fmul s0, s1, s2", 32, 4, 2);
    BY_ELEMENT("fmul d0, d1, v2.d[0]", "fmul d0, d1, d2", 64, 8, 0);
    BY_ELEMENT("fmulx v0.4s, v1.4s, v2.s[0]", "fmulx s0, s1, s2", 32, 16, 0);
    BY_ELEMENT("fmulx d0, d1, v2.d[1]", "fmulx d0, d1, d2", 64, 8, 1);
    BY_ELEMENT("fmla v0.2s, v1.2s, v2.s[3]", "fmadd s0, s1, s2, s0", 32, 8, 3);
    BY_ELEMENT("fmla v0.2d, v1.2d, v2.d[1]", "fmadd d0, d1, d2, d0", 64, 16, 1);
    BY_ELEMENT("fmla s0, s1, v2.s[1]", "fmadd s0, s1, s2, s0", 32, 4, 1);
    BY_ELEMENT("fmls v0.4s, v1.4s, v2.s[1]", "fmsub s0, s1, s2, s0", 32, 16, 1);
    BY_ELEMENT("fmls d0, d1, v2.d[1]", "fmsub d0, d1, d2, d0", 64, 8, 1);
}

/* Lane 2k and 2k + 1 of n followed by m. */
static vec pair_lane(vec n, vec m, int bits, int bytes, int k)
{
    int lanes = bytes * 8 / bits;
    return only(k < lanes ? n : m, bits, k % lanes);
}

#define PAIRWISE(insn, one, bits, bytes, results)                     \
    do {                                                              \
        for (int j = 0; j < ROUNDS; j++) {                            \
            unsigned fpcr = modes[j % 10], fpsr = 0;                  \
            struct operands v = fp_operands(bits, bits);              \
            vec want = VEC(0, 0);                                     \
            for (int k = 0; k < results; k++) {                       \
                vec x = pair_lane(v.n, v.m, bits, bytes, 2 * k);      \
                vec y = pair_lane(v.n, v.m, bits, bytes, 2 * k + 1);  \
                struct vec_outcome o = RUNV(one, v.d, x, y, 0, fpcr); \
                lane_set(&want, bits, k, lane_get(o.value, bits, 0)); \
                fpsr |= o.fpsr;                                       \
            }                                                         \
            ROW_Q(insn, fpcr, v.d, v.n, v.m, want, fpsr);             \
        }                                                             \
    } while (0)

#define PAIRS(op, one)                                                 \
    PAIRWISE(op " v0.2s, v1.2s, v2.2s", one " s0, s1, s2", 32, 8, 2);  \
    PAIRWISE(op " v0.4s, v1.4s, v2.4s", one " s0, s1, s2", 32, 16, 4); \
    PAIRWISE(op " v0.2d, v1.2d, v2.2d", one " d0, d1, d2", 64, 16, 2); \
    PAIRWISE(op " s0, v1.2s", one " s0, s1, s2", 32, 8, 1);            \
    PAIRWISE(op " d0, v1.2d", one " d0, d1, d2", 64, 16, 1)

static void pairs(void)
{
    PAIRS("faddp", "fadd");
    PAIRS("fmaxp", "fmax");
    PAIRS("fminp", "fmin");
    PAIRS("fmaxnmp", "fmaxnm");
    PAIRS("fminnmp", "fminnm");
}

/* Four lanes: the result of the low pair and that of the high one. */
#define ACROSS(op, one)                                                   \
    do {                                                                  \
        for (int j = 0; j < ROUNDS; j++) {                                \
            unsigned fpcr = modes[j % 10];                                \
            vec n = fp_sample(32), zero = VEC(0, 0);                      \
            struct vec_outcome low =                                      \
                RUNV(one, zero, only(n, 32, 0), only(n, 32, 1), 0, fpcr); \
            struct vec_outcome high =                                     \
                RUNV(one, zero, only(n, 32, 2), only(n, 32, 3), 0, fpcr); \
            struct vec_outcome r =                                        \
                RUNV(one, zero, low.value, high.value, 0, fpcr);          \
            ROW_Q(op " s0, v1.4s", fpcr, zero, n, zero, r.value,          \
                  low.fpsr | high.fpsr | r.fpsr);                         \
        }                                                                 \
    } while (0)

static void over_all_lanes(void)
{
    ACROSS("fmaxv", "fmax s0, s1, s2");
    ACROSS("fminv", "fmin s0, s1, s2");
    ACROSS("fmaxnmv", "fmaxnm s0, s1, s2");
    ACROSS("fminnmv", "fminnm s0, s1, s2");
}

int main(void)
{
    arithmetic();
    fused();
    comparisons();
    conversions();
    by_element();
    pairs();
    over_all_lanes();
    return check_result();
}
