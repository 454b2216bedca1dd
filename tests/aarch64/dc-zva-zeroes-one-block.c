// SPDX-License-Identifier: MIT
// build: -nostdlib -ffreestanding -mgeneral-regs-only
/* DC ZVA clears the aligned block around its address, and nothing else. */
#include "check.h"

static uint8_t buf[8192] __attribute__((aligned(4096)));

int main(void)
{
    uint64_t dczid;
    __asm__("mrs %0, dczid_el0" : "=r"(dczid));
    unsigned block = 4u << (dczid & 15);
    CHECK("a block fits", block <= 2048, 1);
    for (unsigned k = 0; k < sizeof(buf); k++)
        buf[k] = 0xa5;
    uint64_t inside = (uint64_t)buf + 4096 + block / 2 + 3;
    __asm__ volatile("dc zva, %0" : : "r"(inside) : "memory");
    for (unsigned k = 0; k < sizeof(buf); k++)
        CHECK("byte", buf[k], k >= 4096 && k < 4096 + block ? 0 : 0xa5);
    /* Cleaning changes nothing. */
    __asm__ volatile("dc cvau, %0\n\tdc cvac, %0\n\tdc civac, %0"
                     :
                     : "r"(inside - block)
                     : "memory");
    CHECK("byte", buf[4096 - block], 0xa5);
    return check_result();
}
