// SPDX-License-Identifier: MIT
// build: -nostdlib -ffreestanding -mgeneral-regs-only -march=armv8.1-a
/* Armv8.1 atomics: CAS, CASP, SWP, LDADD and the like in all sizes. */
#include "check.h"

static uint64_t cell[4] __attribute__((aligned(64)));

#define START 0x80f1e2d3c4b5a697

/* One operation at one size: old value returned, low bytes replaced. */
#define OP(insn, suffix, reg, mask, operand, want)                 \
    do {                                                           \
        uint64_t old_ = ~0ull;                                     \
        cell[0] = START;                                           \
        __asm__ volatile(insn suffix " %" reg "1, %" reg "0, [%2]" \
                         : "+r"(old_)                              \
                         : "r"((uint64_t)(operand)), "r"(cell)     \
                         : "memory");                              \
        CHECK(insn suffix " old", old_, START &(mask));            \
        CHECK(insn suffix " new", cell[0],                         \
              ((uint64_t)(want) & (mask)) | (START & ~(mask)));    \
    } while (0)

#define M8  0xffull
#define M16 0xffffull
#define M32 0xffffffffull
#define M64 0xffffffffffffffffull

/* operand is a plain number below 0x80, so positive at each size. */
#define ALL_SIZES(insn, operand, op8, op16, op32, op64) \
    do {                                                \
        OP(insn, "b", "w", M8, operand, op8);           \
        OP(insn, "h", "w", M16, operand, op16);         \
        OP(insn, "", "w", M32, operand, op32);          \
        OP(insn, "", "x", M64, operand, op64);          \
        OP(insn "a", "b", "w", M8, operand, op8);       \
        OP(insn "l", "h", "w", M16, operand, op16);     \
        OP(insn "al", "", "w", M32, operand, op32);     \
        OP(insn "al", "", "x", M64, operand, op64);     \
    } while (0)

static void fetch_and_op(void)
{
    ALL_SIZES("ldadd", 0x79, 0x10, 0xa710, 0xc4b5a710, START + 0x79);
    ALL_SIZES("ldclr", 0x0f, 0x90, 0xa690, 0xc4b5a690, START & ~0x0full);
    ALL_SIZES("ldeor", 0xff, 0x68, 0xa668, 0xc4b5a668, START ^ 0xff);
    ALL_SIZES("ldset", 0x68, 0xff, 0xa6ff, 0xc4b5a6ff, START | 0x68);
    ALL_SIZES("ldsmax", 0x05, 5, 5, 5, 5);
    ALL_SIZES("ldsmin", 0x05, START, START, START, START);
    ALL_SIZES("ldumax", 0x05, START, START, START, START);
    ALL_SIZES("ldumin", 0x05, 5, 5, 5, 5);
    ALL_SIZES("swp", 0x42, 0x42, 0x42, 0x42, 0x42);
    /* Negative operands; junk above the size takes no part. */
    OP("ldsmax", "b", "w", M8, 0x12345680, START);
    OP("ldsmin", "b", "w", M8, 0x7fffff80, 0x80);
    OP("ldumax", "h", "w", M16, 0x1234ffff, 0xffff);
    OP("ldumin", "h", "w", M16, 0xffff0001, 1);
    OP("ldsmin", "", "w", M32, 0x7fffffff80000000, 0x80000000);
    OP("ldsmax", "", "x", M64, 0x80ffffffffffffff, 0x80ffffffffffffff);
    OP("ldadd", "b", "w", M8, 0xffffff01, 0x98);
}

static void without_result(void)
{
    cell[0] = 40;
    __asm__ volatile("stadd %0, [%1]\n\t"
                     "stclr %w0, [%1]\n\t"
                     "stset %0, [%1]"
                     :
                     : "r"(2ul), "r"(cell)
                     : "memory");
    CHECK("stadd stclr stset", cell[0], 42);
    __asm__ volatile("ldadd %0, xzr, [%1]\n\tldaddal xzr, %0, [%1]"
                     :
                     : "r"(1ul), "r"(cell)
                     : "memory");
    CHECK("to and from xzr", cell[0], 43);
}

#define CAS(insn, reg, mask, expected, hit)                             \
    do {                                                                \
        uint64_t old_ = (expected);                                     \
        cell[0] = START;                                                \
        __asm__ volatile(insn " %" reg "0, %" reg "1, [%2]"             \
                         : "+r"(old_)                                   \
                         : "r"(0x1122334455667788), "r"(cell)           \
                         : "memory");                                   \
        CHECK(insn " old", old_, START &(mask));                        \
        CHECK(insn " new", cell[0],                                     \
              (hit) ? (0x1122334455667788 & (mask)) | (START & ~(mask)) \
                    : START);                                           \
    } while (0)

static void compare_and_swap(void)
{
    CAS("casb", "w", M8, 0x97, true);
    CAS("casb", "w", M8, 0x12345697, true);
    CAS("casab", "w", M8, 0x98, false);
    CAS("cash", "w", M16, 0xffffa697, true);
    CAS("caslh", "w", M16, 0xa797, false);
    CAS("cas", "w", M32, 0xffffffffc4b5a697, true);
    CAS("casal", "w", M32, 0x44b5a697, false);
    CAS("cas", "x", M64, START, true);
    CAS("casal", "x", M64, START ^ 1ull << 63, false);
}

/* Compares with want, stores with; gives the old pair and what is there. */
struct pair {
    uint64_t low, high;
};
#define CASP(insn, want, with, old, now)                  \
    do {                                                  \
        struct pair c = want, n = with, o = old, m = now; \
        register uint64_t x0 __asm__("x0") = c.low;       \
        register uint64_t x1 __asm__("x1") = c.high;      \
        register uint64_t x2 __asm__("x2") = n.low;       \
        register uint64_t x3 __asm__("x3") = n.high;      \
        __asm__ volatile(insn ", [%4]"                    \
                         : "+r"(x0), "+r"(x1)             \
                         : "r"(x2), "r"(x3), "r"(cell)    \
                         : "memory");                     \
        uint64_t low = x0, high = x1;                     \
        CHECK(insn " old", low, o.low);                   \
        CHECK(insn " old high", high, o.high);            \
        CHECK(insn, cell[0], m.low);                      \
        CHECK(insn " high", cell[1], m.high);             \
    } while (0)
#define P(low, high) ((struct pair){low, high})

static void compare_and_swap_pairs(void)
{
    cell[0] = 5;
    cell[1] = 9;
    CASP("casp x0, x1, x2, x3", P(5, 6), P(7, 8), P(5, 9), P(5, 9));
    CASP("caspal x0, x1, x2, x3", P(5, 9), P(7, 8), P(5, 9), P(7, 8));
    CASP("casp w0, w1, w2, w3", P(0xf00000007, 0xf00000000),
         P(0xa00000001, 0xa00000002), P(7, 0), P(0x200000001, 8));
}

int main(void)
{
    fetch_and_op();
    without_result();
    compare_and_swap();
    compare_and_swap_pairs();
    return check_result();
}
