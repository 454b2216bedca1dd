// SPDX-License-Identifier: MIT
// Inline assembly: operands of each kind, flags, labels, a function of its own;
// for the native machine the same in C.
#include <stdint.h>
#include <stdio.h>

#ifdef __aarch64__
static uint64_t reverse(uint64_t x)
{
    __asm__("rbit %0, %1" : "=r"(x) : "r"(x));
    return x;
}

static int leading(uint32_t x)
{
    int r;

    __asm__("clz %w0, %w1" : "=r"(r) : "r"(x));
    return r;
}

static uint64_t add_carry(uint64_t a, uint64_t b, int *carry)
{
    __asm__("adds %0, %2, %3" : "=r"(a), "=@cccs"(*carry) : "r"(a), "rI"(b));
    return a;
}

static double average(const double *v)
{
    double r;

    __asm__("ld1 {v7.2d}, %1\n\tfaddp %d0, v7.2d\n\tfmov d7, #0.5\n\t"
            "fmul %d0, %d0, d7"
            : "=w"(r)
            : "Q"(*(const double(*)[2])v)
            : "v7");
    return r;
}

static int odd(uint64_t x)
{
    __asm__ goto("tbnz %0, #0, %l[yes]" : : "r"(x) : : yes);
    return 0;
yes:
    return 1;
}

uint64_t triple(uint64_t);
__asm__(".text\n\t.globl triple\n\t.type triple, %function\n"
        "triple:\n\tadd x0, x0, x0, lsl #1\n\tret\n\t.size triple, . - triple");
#else
static uint64_t reverse(uint64_t x)
{
    uint64_t r = 0;

    for (int i = 0; i < 64; i++)
        r |= (x >> i & 1) << (63 - i);
    return r;
}

static int leading(uint32_t x)
{
    return x ? __builtin_clz(x) : 32;
}

static uint64_t add_carry(uint64_t a, uint64_t b, int *carry)
{
    *carry = __builtin_add_overflow(a, b, &a);
    return a;
}

static double average(const double *v)
{
    return (v[0] + v[1]) * 0.5;
}

static int odd(uint64_t x)
{
    return (int)(x & 1);
}

static uint64_t triple(uint64_t x)
{
    return x * 3;
}
#endif

int main(void)
{
    uint64_t x = 0x0123456789abcdef;
    double v[] = {3.5, 8.25};
    int carry;

    for (int i = 0; i < 20; i++) {
        x = reverse(x) + triple(x);
        x = add_carry(x, 0xfff, &carry);
        printf("%016llx %d %d %d\n", (unsigned long long)x,
               leading((uint32_t)x >> i), carry, odd(x));
    }
    printf("%d %g\n", leading(0), average(v));
    return 0;
}
