// SPDX-License-Identifier: MIT
// build: -nostdlib -ffreestanding -mgeneral-regs-only -march=armv8.3-a
/* LDAPR in all sizes: extends with zeros, takes SP. */
#include "check.h"

static uint64_t cell[2] __attribute__((aligned(16)));

#define SIZE(suffix, reg, mask)                                \
    do {                                                       \
        uint64_t v;                                            \
        cell[0] = 0x8877665544332211;                          \
        __asm__ volatile("ldapr" suffix " %" reg "0, [%1]"     \
                         : "=r"(v)                             \
                         : "r"(cell)                           \
                         : "memory");                          \
        CHECK("ldapr" suffix, v, 0x8877665544332211 & (mask)); \
    } while (0)

static void through_sp(void)
{
    uint64_t v;
    __asm__ volatile("str %1, [sp, #-16]!\n\tldapr %0, [sp]\n\tadd sp, sp, 16"
                     : "=&r"(v)
                     : "r"(0x123456789abcdef0)
                     : "memory");
    CHECK("ldapr [sp]", v, 0x123456789abcdef0);
}

int main(void)
{
    SIZE("b", "w", 0xff);
    SIZE("h", "w", 0xffff);
    SIZE("", "w", 0xffffffff);
    SIZE("", "x", 0xffffffffffffffff);
    through_sp();
    return check_result();
}
