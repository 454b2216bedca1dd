// SPDX-License-Identifier: MIT
// build: -nostdlib -ffreestanding -mgeneral-regs-only
/* Runs of instructions beyond any limit of one translation. */
#include "check.h"

static uint64_t cells[64];

int main(void)
{
    uint64_t sum = 0, x = 1;
    __asm__(".rept 5000\n\tadd %0, %0, #3\n\t.endr" : "+r"(sum));
    CHECK("additions", sum, 15000);

    __asm__(".rept 700\n\t"
            "adds %1, %1, %1\n\tadcs %0, %0, xzr\n\teor %1, %1, %0\n\t"
            "cset x9, mi\n\tadd %1, %1, x9\n\t"
            ".endr"
            : "+r"(sum), "+r"(x)
            :
            : "x9", "cc");
    uint64_t s = 15000, y = 1;
    for (unsigned k = 0; k < 700; k++) {
        bool carry = y >> 63;
        y += y;
        s += carry;
        y = (y ^ s) + (s >> 63);
    }
    CHECK("carries", sum, s);
    CHECK("mixed", x, y);

    __asm__ volatile(".rept 600\n\t"
                     "ldr x9, [%0]\n\tadd x9, x9, #1\n\tstr x9, [%0], #8\n\t"
                     "ldp x10, x11, [%0]\n\tsub x10, x10, #1\n\t"
                     "stp x10, x11, [%0]\n\tsub %0, %0, #8\n\t"
                     ".endr"
                     : "+r"((uint64_t){(uint64_t)cells})
                     :
                     : "x9", "x10", "x11", "memory");
    CHECK("stores", cells[0], 600);
    CHECK("pairs", cells[1], -600);
    CHECK("beside", cells[2], 0);

    x = 0;
    __asm__(".rept 500\n\t"
            "cbz %1, 9f\n\ttbz %1, #0, 9f\n\tcmp %1, #7\n\tb.ne 9f\n\t"
            "add %0, %0, #1\n\t"
            ".endr\n"
            "9:"
            : "+r"(x)
            : "r"(7ul)
            : "cc");
    CHECK("exits not taken", x, 500);

    x = 0;
    __asm__(".rept 500\n\tb 1f\n\t.word 0\n1: add %0, %0, #1\n\t.endr"
            : "+r"(x));
    CHECK("jumps", x, 500);
    __asm__(".rept 300\n\tbl 1f\n1: add %0, %0, #1\n\t.endr"
            : "+r"(x)
            :
            : "x30");
    CHECK("calls that do not return", x, 800);
    return check_result();
}
