// SPDX-License-Identifier: MIT
// build: -nostdlib -ffreestanding -mgeneral-regs-only
/*
 * NZCV set before a transfer of control is what the target sees, whatever
 * kind of transfer it is and however late the target looks.
 */
#include "check.h"

#define MIN64 0x8000000000000000

/*
 * Sets the flags by cmp n, m, goes to label 1 by `transfer` (x9 holds its
 * address, x10 is 0, x11 is -1), and looks at them there by `look`.
 */
#define LOOK(transfer, look, n, m)                                       \
    ({                                                                   \
        uint64_t r_;                                                     \
        __asm__ volatile("adr x9, 1f\n\t"                                \
                         "mov x10, #0\n\tmov x11, #-1\n\tmov %0, #5\n\t" \
                         "cmp %1, %2\n\t" transfer "\n\t"                \
                         "b 2f\n"                                        \
                         "1: " look "\n"                                 \
                         "2:"                                            \
                         : "=&r"(r_)                                     \
                         : "r"((uint64_t)(n)), "r"((uint64_t)(m))        \
                         : "x9", "x10", "x11", "x30", "cc", "memory");   \
        r_;                                                              \
    })

/* By what look: at once, late, by a read of all, by another branch. */
#define LOOKS(transfer, n, m, f)                                             \
    do {                                                                     \
        CHECK(transfer " mrs", LOOK(transfer, "mrs %0, nzcv", n, m),         \
              (uint64_t)(f) << 28);                                          \
        CHECK(transfer " late mrs",                                          \
              LOOK(transfer,                                                 \
                   "add x10, x10, #1\n\tmul x10, x10, x10\n\tlsr x10, x10, " \
                   "#1\n\tmov x11, x10\n\torr x10, x10, #1\n\tmrs %0, nzcv", \
                   n, m),                                                    \
              (uint64_t)(f) << 28);                                          \
        CHECK(transfer " adc", LOOK(transfer, "adc %0, x10, x10", n, m),     \
              ((f)&C) != 0);                                                 \
        CHECK(transfer " cset", LOOK(transfer, "cset %0, lt", n, m),         \
              (((f)&N) != 0) != (((f)&V) != 0));                             \
        CHECK(transfer " branch",                                            \
              LOOK(transfer, "b.eq 2f\n\tmov %0, #6", n, m), (f)&Z ? 5 : 6); \
        CHECK(transfer " ccmp",                                              \
              LOOK(transfer, "ccmp x10, #0, #0, mi\n\tmrs %0, nzcv", n, m),  \
              (f)&N ? (uint64_t)(Z | C) << 28 : 0);                          \
        CHECK(transfer " overwritten",                                       \
              LOOK(transfer, "cmp x10, x11\n\tmrs %0, nzcv", n, m), 0);      \
        CHECK(transfer " half overwritten",                                  \
              LOOK(transfer, "adcs x10, x11, x10\n\tmrs %0, nzcv", n, m),    \
              (uint64_t)((f)&C ? Z | C : N) << 28);                          \
    } while (0)

#define VALUES(transfer)                  \
    do {                                  \
        LOOKS(transfer, 3, 3, Z | C);     \
        LOOKS(transfer, 1, 3, N);         \
        LOOKS(transfer, 3, 1, C);         \
        LOOKS(transfer, MIN64, 1, C | V); \
        LOOKS(transfer, 1, MIN64, N | V); \
    } while (0)

int main(void)
{
    VALUES("b 1f");
    VALUES("cbz x10, 1f");
    VALUES("cbnz x11, 1f");
    VALUES("tbnz x11, #33, 1f");
    VALUES("tbz x10, #3, 1f");
    VALUES("br x9");
    VALUES("blr x9");
    VALUES("bl 1f");
    VALUES("ret x9");
    VALUES("isb\n\tb 1f");
    VALUES("mov x11, x30\n\tbl 3f\n\tmov x11, #-1\n\tb 1f\n3: ret");
    LOOKS("b.eq 1f", 3, 3, Z | C);
    LOOKS("b.lt 1f", 1, 3, N);
    LOOKS("b.hi 1f", 3, 1, C);
    LOOKS("b.vs 1f", MIN64, 1, C | V);
    LOOKS("b.ne 1f", 1, MIN64, N | V);
    LOOKS("b.eq 2f\n\tb.cs 2f\n\tb.mi 1f", 1, 3, N);
    return check_result();
}
