// SPDX-License-Identifier: MIT
// build: -nostdlib -ffreestanding -mgeneral-regs-only
/* Direct, conditional and indirect branches, both ways; ADR, ADRP. */
#include "check.h"

#define TAKEN(branch, x) \
    VALUE("mov %x[d], #1\n\t" branch ", 1f\n\tmov %x[d], #0\n1:", 7, x, 0)

static void compare_and_test(void)
{
    CHECK("cbz 0", TAKEN("cbz %x[n]", 0), 1);
    CHECK("cbz high bits", TAKEN("cbz %x[n]", 1ull << 32), 0);
    CHECK("cbz w", TAKEN("cbz %w[n]", 1ull << 32), 1);
    CHECK("cbnz", TAKEN("cbnz %x[n]", 1ull << 63), 1);
    CHECK("cbnz w", TAKEN("cbnz %w[n]", 1ull << 63), 0);
    CHECK("cbz xzr", TAKEN("cbz xzr", 0), 1);
    CHECK("cbnz wzr", TAKEN("cbnz wzr", 0), 0);
    CHECK("tbz 0", TAKEN("tbz %x[n], #0", 2), 1);
    CHECK("tbnz 0", TAKEN("tbnz %x[n], #0", 2), 0);
    CHECK("tbz 63", TAKEN("tbz %x[n], #63", 1ull << 63), 0);
    CHECK("tbnz 63", TAKEN("tbnz %x[n], #63", 1ull << 63), 1);
    CHECK("tbnz 31", TAKEN("tbnz %w[n], #31", 1ull << 31), 1);
    CHECK("tbz 32", TAKEN("tbz %x[n], #32", 1ull << 31), 1);
    CHECK("tbz xzr", TAKEN("tbz xzr, #40", 0), 1);
    CHECK("tbnz xzr", TAKEN("tbnz xzr, #40", 0), 0);
}

static void loops(void)
{
    uint64_t n = 0, k = 1000;
    __asm__("1: add %0, %0, %1\n\tsubs %1, %1, #1\n\tb.ne 1b"
            : "+r"(n), "+r"(k)
            :
            : "cc");
    CHECK("b.ne loop", n, 500500);
    k = 100;
    __asm__("1: sub %1, %1, #1\n\tadd %0, %0, #1\n\tcbnz %1, 1b"
            : "+r"(n), "+r"(k));
    CHECK("cbnz loop", n, 500600);
    k = 0;
    __asm__("1: add %1, %1, #1\n\tadd %0, %0, #1\n\ttbz %1, #7, 1b"
            : "+r"(n), "+r"(k));
    CHECK("tbz loop", n, 500728);
    /* Forward and backward jumps that cross each other. */
    __asm__("b 2f\n"
            "1: add %0, %0, #2\n\tb 3f\n"
            "2: add %0, %0, #1\n\tb 1b\n"
            "3: add %0, %0, #4"
            : "+r"(n));
    CHECK("crossing", n, 500735);
    /* One exit right behind another. */
    for (unsigned j = 0; j < 6; j++) {
        n = 100;
        __asm__("cbz %1, 1f\n\t"
                "add %0, %0, #1\n\tsubs xzr, %1, #1\n\tb.eq 1f\n\t"
                "add %0, %0, #1\n\tcmp %1, #2\n\tb.eq 1f\n\t"
                "add %0, %0, #1\n\tcmp %1, #3\n\tb.eq 1f\n\t"
                "add %0, %0, #1\n\ttbnz %1, #2, 1f\n\t"
                "add %0, %0, #1\n"
                "1:"
                : "+r"(n)
                : "r"((uint64_t)j)
                : "cc");
        CHECK("exits", n, j < 4 ? 100 + j : 104);
    }
}

static void indirect(void)
{
    uint64_t r, l;
    __asm__("adr %1, 1f\n\tmov %0, #1\n\tbr %1\n\tmov %0, #0\n1:"
            : "=&r"(r), "=&r"(l));
    CHECK("br", r, 1);
    __asm__("mov %0, #1\n\tbl 1f\n\tadd %0, %0, #4\n\tb 2f\n"
            "1: add %0, %0, #2\n\tmov %1, x30\n\tret\n"
            "2: adr x9, 2b - 20\n\tsub %1, %1, x9"
            : "=&r"(r), "=&r"(l)
            :
            : "x30", "x9");
    CHECK("bl and ret", r, 7);
    CHECK("link", l, 0);
    __asm__("mov %0, #1\n\tadr x30, 1f\n\tblr x30\n\tadd %0, %0, #4\n\tb 2f\n"
            "1: add %0, %0, #2\n\tmov x10, x30\n\tret x10\n"
            "2:"
            : "=&r"(r)
            :
            : "x30", "x10");
    CHECK("blr x30 and ret x10", r, 7);
    /* A return to elsewhere than the last call. */
    __asm__("mov %0, #1\n\tbl 1f\n\tadd %0, %0, #16\n\tb 3f\n"
            "1: adr x30, 2f\n\tret\n"
            "2: add %0, %0, #2\n"
            "3:"
            : "=&r"(r)
            :
            : "x30");
    CHECK("ret elsewhere", r, 3);
}

static __attribute__((noinline)) uint64_t depth(uint64_t n)
{
    __asm__ volatile("" : "+r"(n));
    return n ? 1 + depth(n - 1) : 0;
}

static uint64_t one(uint64_t x)
{
    return x + 1;
}
static uint64_t two(uint64_t x)
{
    return x * 2;
}
static uint64_t three(uint64_t x)
{
    return x ^ 3;
}

static void calls(void)
{
    uint64_t (*volatile table[3])(uint64_t) = {one, two, three};
    uint64_t x = 1;
    for (unsigned k = 0; k < 30; k++)
        x = table[k % 3](x) & 0xffff;
    uint64_t y = 1;
    for (unsigned k = 0; k < 10; k++) {
        y = (y + 1) & 0xffff;
        y = (y * 2) & 0xffff;
        y = y ^ 3;
    }
    CHECK("indirect calls", x, y);
    CHECK("deep recursion", depth(20000), 20000);
}

static void addresses(void)
{
    uint64_t a, b, c;
    __asm__("1: adr %0, 1b\n\tadr %1, 1b + 0x1235\n\tadrp %2, 1b"
            : "=r"(a), "=r"(b), "=r"(c));
    CHECK("adr", b - a, 0x1235);
    CHECK("adrp", c, a & ~4095ull);
    __asm__("1: adr %0, 1b - 0x100000\n\tadrp %1, 1b - 0x100000000\n\tadr %2, "
            "1b"
            : "=r"(a), "=r"(b), "=r"(c));
    CHECK("adr back", c - a, 0x100000);
    CHECK("adrp back", (c & ~4095ull) - b, 0x100000000);
}

int main(void)
{
    compare_and_test();
    loops();
    indirect();
    calls();
    addresses();
    return check_result();
}
