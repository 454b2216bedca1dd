// SPDX-License-Identifier: MIT
// build: -nostdlib -ffreestanding -march=armv8-a+crc -fno-optimize-sibling-calls
/*
 * Calls nested deeper than the translator remembers, with instructions at
 * each depth that it carries out in C: CRC32, and denormals under FZ.
 */
#include "check.h"

#define DEPTH 20000

static uint32_t crc32x(uint32_t crc, uint64_t data)
{
    __asm__("crc32x %w0, %w0, %1" : "+r"(crc) : "r"(data));
    return crc;
}

static double flushed(double x)
{
    double r;
    __asm__ volatile("fadd %d0, %d1, %d1" : "=w"(r) : "w"(x));
    return r;
}

__attribute__((noinline)) static uint32_t nested(uint32_t crc, unsigned n)
{
    uint64_t time;
    crc = crc32x(crc, n);
    if (flushed(4.9e-324) != 0)
        return 0;
    __asm__ volatile("mrs %0, cntvct_el0" : "=r"(time));
    if (n)
        crc = nested(crc, n - 1);
    return crc32x(crc, n);
}

int main(void)
{
    uint32_t crc = 1;
    __asm__ volatile("msr fpcr, %0" : : "r"(1ul << 24));
    for (unsigned n = DEPTH; n; n--)
        crc = crc32x(crc, n);
    for (unsigned n = 0; n <= DEPTH; n++)
        crc = n ? crc32x(crc, n) : crc32x(crc32x(crc, 0), 0);
    CHECK("at every depth", nested(1, DEPTH), crc);
    return check_result();
}
