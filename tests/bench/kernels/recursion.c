// SPDX-License-Identifier: MIT
// Benchmark kernel: deep and branching recursion.

#include <stdint.h>
#include <stdio.h>

__attribute__((noinline, noclone)) static uint32_t fib(uint32_t n)
{
    return n < 2 ? n : fib(n - 1) + fib(n - 2);
}

__attribute__((noinline, noclone)) static uint32_t ackermann(uint32_t m,
                                                             uint32_t n)
{
    if (m == 0)
        return n + 1;
    if (n == 0)
        return ackermann(m - 1, 1);
    return ackermann(m - 1, ackermann(m, n - 1));
}

__attribute__((noinline, noclone)) static uint32_t
queens(uint32_t all, uint32_t columns, uint32_t left, uint32_t right)
{
    uint32_t found = 0;
    if (columns == all)
        return 1;
    for (uint32_t free = all & ~(columns | left | right); free != 0;) {
        uint32_t bit = free & -free;
        free -= bit;
        found +=
            queens(all, columns | bit, (left | bit) << 1, (right | bit) >> 1);
    }
    return found;
}

int main(void)
{
    uint32_t sum = fib(40);
    for (int i = 0; i < 8; i++)
        sum = sum * 31 + ackermann(2, 700 + (uint32_t)i);
    sum = sum * 31 + ackermann(3, 10);
    sum = sum * 31 + queens((1 << 12) - 1, 0, 0, 0);
    printf("recursion %08x\n", sum);
    return 0;
}
