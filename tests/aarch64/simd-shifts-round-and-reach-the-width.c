// SPDX-License-Identifier: MIT
// build: -nostdlib -ffreestanding -fno-tree-vectorize -fno-tree-slp-vectorize
// hosts: v3,-gfni v4,-gfni
/*
 * Vector shifts: counts from 1 to the lane's width to the right, 0 to the
 * width less 1 to the left; by register a signed byte, also beyond the width.
 */
#include "check-vec.h"

/* Right by 1 to 128, or left by 0 to 127; rounding adds half a unit. */
static wide right(wide x, int count, bool round)
{
    if (round && count <= 64)
        x += (wide)1 << (count - 1);
    else if (round)
        x = 0;
    return count > 126 ? (x < 0 ? -1 : 0) : x >> count;
}

static uint64_t by_register(wide x, uint64_t m, bool round)
{
    int count = (int8_t)m;
    if (count < 0)
        return (uint64_t)right(x, -count, round);
    return count > 63 ? 0 : (uint64_t)x << count;
}

static uint64_t sshl(uint64_t d, uint64_t n, uint64_t m, int bits)
{
    (void)d;
    return by_register(S(n, bits), m, false);
}

static uint64_t ushl(uint64_t d, uint64_t n, uint64_t m, int bits)
{
    (void)d;
    return by_register(U(n, bits), m, false);
}

static uint64_t srshl(uint64_t d, uint64_t n, uint64_t m, int bits)
{
    (void)d;
    return by_register(S(n, bits), m, true);
}

static uint64_t urshl(uint64_t d, uint64_t n, uint64_t m, int bits)
{
    (void)d;
    return by_register(U(n, bits), m, true);
}

static void by_registers(void)
{
    TO_DOUBLES3("sshl", sshl, true);
    SCALAR3("sshl", sshl, "d", 64, true);
    TO_DOUBLES3("ushl", ushl, true);
    SCALAR3("ushl", ushl, "d", 64, true);
    TO_DOUBLES3("srshl", srshl, true);
    SCALAR3("srshl", srshl, "d", 64, true);
    TO_DOUBLES3("urshl", urshl, true);
    SCALAR3("urshl", urshl, "d", 64, true);
}

/* By immediate: a function for each count. */
#define RIGHT(count)                                                         \
    static inline uint64_t sshr_##count(uint64_t d, uint64_t n, uint64_t m,  \
                                        int bits)                            \
    {                                                                        \
        (void)d, (void)m;                                                    \
        return (uint64_t)right(S(n, bits), count, false);                    \
    }                                                                        \
    static inline uint64_t ushr_##count(uint64_t d, uint64_t n, uint64_t m,  \
                                        int bits)                            \
    {                                                                        \
        (void)d, (void)m;                                                    \
        return (uint64_t)right(U(n, bits), count, false);                    \
    }                                                                        \
    static inline uint64_t ssra_##count(uint64_t d, uint64_t n, uint64_t m,  \
                                        int bits)                            \
    {                                                                        \
        return d + sshr_##count(d, n, m, bits);                              \
    }                                                                        \
    static inline uint64_t usra_##count(uint64_t d, uint64_t n, uint64_t m,  \
                                        int bits)                            \
    {                                                                        \
        return d + ushr_##count(d, n, m, bits);                              \
    }                                                                        \
    static inline uint64_t srshr_##count(uint64_t d, uint64_t n, uint64_t m, \
                                         int bits)                           \
    {                                                                        \
        (void)d, (void)m;                                                    \
        return (uint64_t)right(S(n, bits), count, true);                     \
    }                                                                        \
    static inline uint64_t urshr_##count(uint64_t d, uint64_t n, uint64_t m, \
                                         int bits)                           \
    {                                                                        \
        (void)d, (void)m;                                                    \
        return (uint64_t)right(U(n, bits), count, true);                     \
    }                                                                        \
    static inline uint64_t srsra_##count(uint64_t d, uint64_t n, uint64_t m, \
                                         int bits)                           \
    {                                                                        \
        return d + srshr_##count(d, n, m, bits);                             \
    }                                                                        \
    static inline uint64_t ursra_##count(uint64_t d, uint64_t n, uint64_t m, \
                                         int bits)                           \
    {                                                                        \
        return d + urshr_##count(d, n, m, bits);                             \
    }                                                                        \
    static inline uint64_t sri_##count(uint64_t d, uint64_t n, uint64_t m,   \
                                       int bits)                             \
    {                                                                        \
        uint64_t r = ushr_##count(d, n, m, bits);                            \
        return r | (d & ~ushr_##count(0, -1, 0, bits));                      \
    }

#define LEFT(count)                                                          \
    static inline uint64_t shl_##count(uint64_t d, uint64_t n, uint64_t m,   \
                                       int bits)                             \
    {                                                                        \
        (void)d, (void)m, (void)bits;                                        \
        return n << count;                                                   \
    }                                                                        \
    static inline uint64_t sli_##count(uint64_t d, uint64_t n, uint64_t m,   \
                                       int bits)                             \
    {                                                                        \
        (void)m, (void)bits;                                                 \
        return n << count | (d & ((1ull << count) - 1));                     \
    }                                                                        \
    static inline uint64_t sshll_##count(uint64_t d, uint64_t n, uint64_t m, \
                                         int bits)                           \
    {                                                                        \
        (void)d, (void)m;                                                    \
        return (uint64_t)S(n, bits) << count;                                \
    }                                                                        \
    static inline uint64_t ushll_##count(uint64_t d, uint64_t n, uint64_t m, \
                                         int bits)                           \
    {                                                                        \
        (void)d, (void)m;                                                    \
        return (uint64_t)U(n, bits) << count;                                \
    }

RIGHT(1)
RIGHT(3)
RIGHT(8)
RIGHT(16)
RIGHT(32)
RIGHT(64)
LEFT(0)
LEFT(1)
LEFT(7)
LEFT(15)
LEFT(31)
LEFT(63)

#define IMM(op, count, arr, bits, bytes)                                     \
    SWEEP(#op " v0." arr ", v1." arr ", #" #count, op##_##count, bits, bits, \
          bits, bytes)

#define RIGHT_OP(op)                                       \
    static void op(void)                                   \
    {                                                      \
        IMM(op, 1, "8b", 8, 8);                            \
        IMM(op, 3, "16b", 8, 16);                          \
        IMM(op, 8, "16b", 8, 16);                          \
        IMM(op, 3, "4h", 16, 8);                           \
        IMM(op, 16, "8h", 16, 16);                         \
        IMM(op, 1, "2s", 32, 8);                           \
        IMM(op, 8, "4s", 32, 16);                          \
        IMM(op, 32, "4s", 32, 16);                         \
        IMM(op, 1, "2d", 64, 16);                          \
        IMM(op, 64, "2d", 64, 16);                         \
        SWEEP(#op " d0, d1, #3", op##_3, 64, 64, 64, 8);   \
        SWEEP(#op " d0, d1, #64", op##_64, 64, 64, 64, 8); \
    }

RIGHT_OP(sshr)
RIGHT_OP(ushr)
RIGHT_OP(ssra)
RIGHT_OP(usra)
RIGHT_OP(srshr)
RIGHT_OP(urshr)
RIGHT_OP(srsra)
RIGHT_OP(ursra)
RIGHT_OP(sri)

#define LEFT_OP(op)                                        \
    static void op(void)                                   \
    {                                                      \
        IMM(op, 0, "8b", 8, 8);                            \
        IMM(op, 1, "16b", 8, 16);                          \
        IMM(op, 7, "16b", 8, 16);                          \
        IMM(op, 7, "4h", 16, 8);                           \
        IMM(op, 15, "8h", 16, 16);                         \
        IMM(op, 15, "2s", 32, 8);                          \
        IMM(op, 31, "4s", 32, 16);                         \
        IMM(op, 31, "2d", 64, 16);                         \
        IMM(op, 63, "2d", 64, 16);                         \
        SWEEP(#op " d0, d1, #0", op##_0, 64, 64, 64, 8);   \
        SWEEP(#op " d0, d1, #63", op##_63, 64, 64, 64, 8); \
    }

LEFT_OP(shl)
LEFT_OP(sli)

#define LONG_OP(op)                                                    \
    static void op(void)                                               \
    {                                                                  \
        SWEEP(#op " v0.8h, v1.8b, #0", op##_0, 16, 8, 8, 16);          \
        SWEEP(#op "2 v0.8h, v1.16b, #7", op##_7, 16, 8, 8, 16, true);  \
        SWEEP(#op " v0.4s, v1.4h, #15", op##_15, 32, 16, 16, 16);      \
        SWEEP(#op "2 v0.4s, v1.8h, #1", op##_1, 32, 16, 16, 16, true); \
        SWEEP(#op " v0.2d, v1.2s, #31", op##_31, 64, 32, 32, 16);      \
        SWEEP(#op "2 v0.2d, v1.4s, #0", op##_0, 64, 32, 32, 16, true); \
    }

LONG_OP(sshll)
LONG_OP(ushll)

#define NARROW(name, count, round)                                     \
    static uint64_t name(uint64_t d, uint64_t n, uint64_t m, int bits) \
    {                                                                  \
        (void)d, (void)m;                                              \
        return (uint64_t)right(U(n, 2 * bits), count, round);          \
    }

NARROW(shrn_1, 1, false)
NARROW(shrn_4, 4, false)
NARROW(shrn_32, 32, false)
NARROW(rshrn_1, 1, true)
NARROW(rshrn_8, 8, true)
NARROW(rshrn_16, 16, true)

static void narrowing(void)
{
    SWEEP("shrn v0.8b, v1.8h, #4", shrn_4, 8, 16, 16, 8);
    SWEEP("shrn2 v0.16b, v1.8h, #4", shrn_4, 8, 16, 16, 8, true);
    SWEEP("shrn v0.4h, v1.4s, #1", shrn_1, 16, 32, 32, 8);
    SWEEP("shrn2 v0.4s, v1.2d, #32", shrn_32, 32, 64, 64, 8, true);
    SWEEP("rshrn v0.8b, v1.8h, #8", rshrn_8, 8, 16, 16, 8);
    SWEEP("rshrn2 v0.8h, v1.4s, #16", rshrn_16, 16, 32, 32, 8, true);
    SWEEP("rshrn v0.2s, v1.2d, #1", rshrn_1, 32, 64, 64, 8);
}

int main(void)
{
    by_registers();
    sshr();
    ushr();
    ssra();
    usra();
    srshr();
    urshr();
    srsra();
    ursra();
    sri();
    shl();
    sli();
    sshll();
    ushll();
    narrowing();
    return check_result();
}
