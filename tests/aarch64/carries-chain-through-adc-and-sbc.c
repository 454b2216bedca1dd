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

/* 256 bits by 64 as libraries of long numbers have it: products in between. */
static void long_product(const uint64_t a[4], uint64_t b)
{
    uint64_t r[4], lo[4], hi[4];
    __asm__("mul %[l0], %[a0], %[b]\n\t"
            "mul %[l1], %[a1], %[b]\n\t"
            "umulh %[h0], %[a0], %[b]\n\t"
            "mul %[l2], %[a2], %[b]\n\t"
            "adds %[l1], %[l1], %[h0]\n\t"
            "umulh %[h1], %[a1], %[b]\n\t"
            "mul %[l3], %[a3], %[b]\n\t"
            "adcs %[l2], %[l2], %[h1]\n\t"
            "umulh %[h2], %[a2], %[b]\n\t"
            "mul %w[h1], %w[h1], %w[h1]\n\t"
            "adcs %[l3], %[l3], %[h2]\n\t"
            "umulh %[h3], %[a3], %[b]\n\t"
            "adc %[h3], %[h3], xzr"
            : [l0] "=&r"(lo[0]), [l1] "=&r"(lo[1]), [l2] "=&r"(lo[2]),
              [l3] "=&r"(lo[3]), [h0] "=&r"(hi[0]), [h1] "=&r"(hi[1]),
              [h2] "=&r"(hi[2]), [h3] "=&r"(hi[3])
            : [a0] "r"(a[0]), [a1] "r"(a[1]), [a2] "r"(a[2]), [a3] "r"(a[3]),
              [b] "r"(b)
            : "cc");
    unsigned __int128 sum = 0;
    for (int n = 0; n < 4; n++) {
        sum += (unsigned __int128)a[n] * b;
        r[n] = (uint64_t)sum;
        sum >>= 64;
    }
    for (int n = 0; n < 4; n++)
        CHECK("word of a product", lo[n], r[n]);
    CHECK("last word of a product", hi[3], (uint64_t)sum);
    uint32_t square = (uint32_t)(((unsigned __int128)a[1] * b) >> 64);
    CHECK("product of words", hi[1], (uint32_t)(square * square));
}

static void long_products(void)
{
    static const uint64_t numbers[][5] = {
        {ALL, ALL, ALL, ALL, ALL},
        {ALL, 1, ALL, 1, ALL - 1},
        {0x0123456789abcdef, 0xfedcba9876543210, 1ull << 63, ALL >> 1, 3},
        {1ull << 63, 1ull << 63, 1ull << 63, 1ull << 63, 1ull << 63},
        {0, ALL, 0, ALL, 0xaaaaaaaaaaaaaaab},
    };
    for (unsigned n = 0; n < sizeof(numbers) / sizeof(numbers[0]); n++)
        long_product(numbers[n], numbers[n][4]);
}

int main(void)
{
    single();
    wide();
    carry_lives_on();
    long_products();
    return check_result();
}
