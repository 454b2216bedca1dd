// SPDX-License-Identifier: MIT
// build: -nostdlib -ffreestanding -mgeneral-regs-only
/* ADC, ADCS, SBC, SBCS, NGC: the carry in, and C as "no borrow". */
#include "check.h"

#define ALL 0xffffffffffffffff

#define ROW(insn, n, m, in, want, flags)                          \
    do {                                                          \
        struct outcome o = RUN(insn, 0, n, m, in);                \
        CHECK(insn " of " #n " " #m " with " #in, o.value, want); \
        CHECK("flags of " insn " of " #n " " #m, o.nzcv, flags);  \
    } while (0)

static void single(void)
{
    ROW("adcs %x[d], %x[n], %x[m]", 1, 2, 0, 3, 0);
    ROW("adcs %x[d], %x[n], %x[m]", 1, 2, C, 4, 0);
    ROW("adcs %x[d], %x[n], %x[m]", ALL, 0, C, 0, Z | C);
    ROW("adcs %x[d], %x[n], %x[m]", ALL, ALL, C, ALL, N | C);
    ROW("adcs %x[d], %x[n], %x[m]", ALL >> 1, 0, C, 1ull << 63, N | V);
    ROW("adcs %w[d], %w[n], %w[m]", 0x7fffffff, 0x7fffffff, C, 0xffffffff,
        N | V);
    ROW("adcs %w[d], %w[n], %w[m]", 0xffffffff, 0, C, 0, Z | C);
    ROW("sbcs %x[d], %x[n], %x[m]", 5, 3, C, 2, C);
    ROW("sbcs %x[d], %x[n], %x[m]", 5, 3, 0, 1, C);
    ROW("sbcs %x[d], %x[n], %x[m]", 5, 5, 0, ALL, N);
    ROW("sbcs %x[d], %x[n], %x[m]", 0, ALL, 0, 0, Z);
    ROW("sbcs %x[d], %x[n], %x[m]", 1ull << 63, 0, 0, ALL >> 1, C | V);
    ROW("sbcs %w[d], %w[n], %w[m]", 0, 0, 0, 0xffffffff, N);
    ROW("sbcs %w[d], %w[n], %w[m]", 0, 0xffffffff, 0, 0, Z);
    /* The forms that keep the flags. */
    ROW("adc %x[d], %x[n], %x[m]", 1, 2, C | N, 4, C | N);
    ROW("sbc %w[d], %w[n], %w[m]", 1, 2, Z, 0xfffffffe, Z);
    ROW("ngc %x[d], %x[n]", 1, 0, C, ALL, C);
    ROW("ngc %x[d], %x[n]", 1, 0, V, ALL - 1, V);
    ROW("ngcs %x[d], %x[n]", 0, 0, C, 0, Z | C);
    ROW("adcs xzr, %x[n], %x[m]", ALL, 0, C, 0, Z | C);
}

/* 192-bit numbers, least significant word first. */
static void wide(void)
{
    uint64_t a0 = ALL, a1 = ALL, a2 = 1;
    __asm__("adds %0, %0, %3\n\t"
            "adcs %1, %1, xzr\n\t"
            "adc %2, %2, xzr"
            : "+&r"(a0), "+&r"(a1), "+&r"(a2)
            : "r"(1ul)
            : "cc");
    CHECK("sum 0", a0, 0);
    CHECK("sum 1", a1, 0);
    CHECK("sum 2", a2, 2);
    __asm__("subs %0, %0, %3\n\t"
            "sbcs %1, %1, xzr\n\t"
            "sbc %2, %2, xzr"
            : "+&r"(a0), "+&r"(a1), "+&r"(a2)
            : "r"(2ul)
            : "cc");
    CHECK("difference 0", a0, ALL - 1);
    CHECK("difference 1", a1, ALL);
    CHECK("difference 2", a2, 1);
}

/* The carry survives instructions that do not touch it, and moves. */
static void carry_lives_on(void)
{
    uint64_t r, s;
    __asm__("cmp %2, %2\n\t"
            "mul %0, %2, %2\n\t"
            "lsr %0, %0, #1\n\t"
            "adc %0, %0, xzr\n\t"
            "cmn %2, #0\n\t"
            "cset %1, cs\n\t"
            "adc %1, %1, xzr"
            : "=&r"(r), "=&r"(s)
            : "r"(6ul)
            : "cc");
    CHECK("carry of cmp", r, 19);
    CHECK("carry of cmn", s, 0);
}

int main(void)
{
    single();
    wide();
    carry_lives_on();
    return check_result();
}
