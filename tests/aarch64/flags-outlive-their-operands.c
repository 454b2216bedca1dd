// SPDX-License-Identifier: MIT
// build: -nostdlib -ffreestanding -mgeneral-regs-only
/*
 * Flags that are tested after the registers that were compared have changed,
 * with so much between that neither flags nor operands stayed in registers of
 * the host's.
 */
#include "check.h"

static uint64_t cells[2] __attribute__((aligned(16)));

/* Compares first with second, loads cells into second, and tests the flags. */
static uint64_t compare(uint64_t first, uint64_t second)
{
    register uint64_t x15 __asm__("x15") = second;
    register uint64_t x24 __asm__("x24") = (uint64_t)cells;
    register uint64_t x8 __asm__("x8") = 21;
    register uint64_t x4 __asm__("x4") = 1;
    register uint64_t x20 __asm__("x20") = 42;
    register uint64_t result __asm__("x0");
    cells[0] = first;
    cells[1] = 0;
    __asm__ volatile("mov x25, x24\n\t"
                     "ldxr x1, [x24]\n\t"
                     "ccmp w1, w15, #4, nv\n\t" /* always */
                     "stxr w19, x8, [x24]\n\t"
                     "add x28, x25, #29\n\t"
                     "str x1, [x24]\n\t"
                     "ldxp x15, x26, [x24]\n\t"
                     "1: ldxrh w3, [x24]\n\t"
                     "lsl x10, x8, x4\n\t"
                     "ccmp w10, w20, #2, hs\n\t"
                     "stxrh w15, w10, [x24]\n\t"
                     "cbnz w15, 1b\n\t"
                     "mrs %0, nzcv"
                     : "=r"(result), "+r"(x15)
                     : "r"(x24), "r"(x8), "r"(x4), "r"(x20)
                     : "x1", "x3", "x10", "x19", "x25", "x26", "x28", "memory",
                       "cc");
    return result;
}

int main(void)
{
    CHECK("lower", compare(1, 5), 0x20000000);
    CHECK("equal", compare(5, 5), 0x60000000);
    CHECK("higher", compare(7, 5), 0x60000000);
    return check_result();
}
