// SPDX-License-Identifier: MIT
// build: -nostdlib -ffreestanding -mgeneral-regs-only -D_GNU_SOURCE
/*
 * What is unallocated or privileged gives SIGILL at its pc; BRK gives SIGTRAP.
 */
#include "check-trap.h"

#define ILLEGAL(insn)                                  \
    do {                                               \
        SIGNALS(insn, 0, SIGILL);                      \
        CHECK(insn " code", seen.code, ILL_ILLOPC);    \
        CHECK(insn " address", seen.address, seen.pc); \
    } while (0)

static void undefined(void)
{
    ILLEGAL(".inst 0x00000000"); /* udf #0 */
    ILLEGAL(".inst 0x0000abcd"); /* udf #0xabcd */
    ILLEGAL(".inst 0xffffffff");
    ILLEGAL(".inst 0x12400000");           /* and w, with N = 1 */
    ILLEGAL(".inst 0x9240fc00");           /* and x, imms all ones */
    ILLEGAL(".inst 0x12800000 | 1 << 29"); /* move wide, opc 1 */
    ILLEGAL(".inst 0x52c00000");           /* movz w, lsl #32 */
    ILLEGAL(".inst 0x0b008000");           /* add w, w, w, lsl #32 */
    ILLEGAL(".inst 0x0bc00000");           /* add w, w, w, ror */
    ILLEGAL(".inst 0x0b201400");           /* add w, w, w, uxtb #5 */
    ILLEGAL(".inst 0x53400000");           /* ubfm w with N = 1 */
    ILLEGAL(".inst 0x7a400010");           /* ccmp with bit 4 set */
    ILLEGAL(".inst 0x1ac04c00");           /* crc32x w */
    ILLEGAL(".inst 0xb8600800");           /* ldr w with option 0 */
}

static void privileged(void)
{
    ILLEGAL("hvc #0");
    ILLEGAL("smc #0");
    ILLEGAL("eret");
    ILLEGAL("mrs x2, sctlr_el1");
    ILLEGAL("msr ttbr0_el1, x2");
    ILLEGAL("msr daifset, #2");
    ILLEGAL("tlbi vmalle1");
    ILLEGAL("ic iallu");
    ILLEGAL("dc ivac, x0");
    ILLEGAL("mrs x2, currentel");
    ILLEGAL("msr tpidrro_el0, x2");
    ILLEGAL("msr cntfrq_el0, x2");
}

static void breakpoints(void)
{
    SIGNALS("brk #0", 0, SIGTRAP);
    CHECK("code", seen.code, TRAP_BRKPT);
    CHECK("address", seen.address, seen.pc);
    SIGNALS("brk #0xffff", 0, SIGTRAP);
}

int main(void)
{
    check_handle(SIGILL, on_trap);
    check_handle(SIGTRAP, on_trap);
    undefined();
    privileged();
    breakpoints();
    return check_result();
}
