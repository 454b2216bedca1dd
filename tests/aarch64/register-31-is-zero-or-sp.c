// SPDX-License-Identifier: MIT
// build: -nostdlib -ffreestanding -mgeneral-regs-only
/* Register 31 reads as zero and drops results, or is SP, by instruction. */
#include "check.h"

static uint64_t cells[4] = {1, 2, 3, 4};

#define ROW(insn, n, m, want) CHECK(insn, VALUE(insn, 77, n, m), want)

static void reads_as_zero(void)
{
    ROW("add %x[d], xzr, %x[n]", 5, 0, 5);
    ROW("add %x[d], %x[n], xzr, lsl #3", 5, 0, 5);
    ROW("sub %x[d], xzr, xzr", 0, 0, 0);
    ROW("orr %x[d], xzr, xzr", 0, 0, 0);
    ROW("orn %w[d], wzr, wzr", 0, 0, 0xffffffff);
    ROW("and %x[d], %x[n], xzr", -1, 0, 0);
    ROW("mul %x[d], %x[n], xzr", 9, 0, 0);
    ROW("madd %x[d], %x[n], %x[m], xzr", 9, 3, 27);
    ROW("msub %x[d], xzr, %x[m], %x[n]", 9, 3, 9);
    ROW("udiv %x[d], xzr, %x[n]", 9, 0, 0);
    ROW("sdiv %x[d], %x[n], xzr", 9, 0, 0);
    ROW("lsl %x[d], %x[n], xzr", 9, 0, 9);
    ROW("lsr %x[d], xzr, %x[n]", 9, 0, 0);
    ROW("extr %x[d], xzr, xzr, #7", 0, 0, 0);
    ROW("clz %x[d], xzr", 0, 0, 64);
    ROW("cls %w[d], wzr", 0, 0, 31);
    ROW("rbit %x[d], xzr", 0, 0, 0);
    ROW("rev %x[d], xzr", 0, 0, 0);
    ROW("ubfx %x[d], xzr, #3, #7", 0, 0, 0);
    ROW("sxtw %x[d], wzr", 0, 0, 0);
    ROW("smulh %x[d], xzr, %x[n]", -1, 0, 0);
    ROW("adc %x[d], xzr, xzr", 0, 0, 0);
    ROW("sbc %x[d], xzr, xzr", 0, 0, -1);
    ROW("csel %x[d], xzr, %x[n], ne", 9, 0, 0);
    ROW("csinv %x[d], %x[n], xzr, eq", 9, 0, -1);
}

static void drops_results(void)
{
    ROW("add xzr, %x[n], %x[m]", 1, 2, 77);
    ROW("and xzr, %x[n], %x[m]", 1, 2, 77);
    ROW("mul xzr, %x[n], %x[m]", 1, 2, 77);
    ROW("udiv xzr, %x[n], %x[m]", 1, 0, 77);
    ROW("movz xzr, #5", 1, 0, 77);
    ROW("movk xzr, #5", 1, 0, 77);
    ROW("bfi xzr, %x[n], #3, #4", 1, 0, 77);
    ROW("csel xzr, %x[n], %x[m], ne", 1, 0, 77);
    ROW("adr xzr, .", 1, 0, 77);
    ROW("ldr xzr, [%x[n]]", cells, 0, 77);
    ROW("ldp xzr, %x[d], [%x[n], #16]", cells, 0, 4);
    ROW("ldrsb xzr, [%x[n]]", cells, 0, 77);
    ROW("mrs xzr, nzcv", 0, 0, 77);
    CHECK("flags of adds xzr", RUN("adds xzr, %x[n], %x[m]", 0, -1, 1, 0).nzcv,
          Z | C);
    CHECK("flags of ands xzr",
          RUN("ands xzr, %x[n], %x[m]", 0, -1, 1ull << 63, 0).nzcv, N);
    /* Still zero. */
    ROW("orr %x[d], xzr, xzr", 0, 0, 0);
}

static void is_sp(void)
{
    uint64_t sp, a, b, c, d;
    __asm__ volatile("mov %0, sp\n\t"
                     "and sp, %0, #0xffffffffffffffc0\n\t"
                     "mov %1, sp\n\t"
                     "sub sp, sp, #256\n\t"
                     "str %0, [sp, #8]!\n\t"
                     "ldr %2, [sp], #-8\n\t"
                     "add %3, sp, %0, uxtx #1\n\t"
                     "orr sp, %0, #0x10\n\t"
                     "mov %4, sp\n\t"
                     "mov sp, %0"
                     : "=&r"(sp), "=&r"(a), "=&r"(b), "=&r"(c), "=&r"(d)
                     :
                     : "memory");
    CHECK("and to sp", a, sp & ~63ull);
    CHECK("sp as base", b, sp);
    CHECK("sp as operand", c, (sp & ~63ull) - 256 + 2 * sp);
    CHECK("orr to sp", d, sp | 16);
    __asm__ volatile("mov %0, sp\n\tadd %1, sp, #1, lsl #12\n\t"
                     "subs %2, sp, %0\n\tcset %3, eq\n\t"
                     "sub sp, sp, #16\n\tstp xzr, %0, [sp]\n\t"
                     "ldxr %4, [sp]\n\tldr %4, [sp, #8]\n\tadd sp, sp, #16"
                     : "=&r"(sp), "=&r"(a), "=&r"(b), "=&r"(c), "=&r"(d)
                     :
                     : "memory", "cc");
    CHECK("add of sp", a - sp, 4096);
    CHECK("subs of sp", b, 0);
    CHECK("its flags", c, 1);
    CHECK("stored beside zero", d, sp);
}

int main(void)
{
    reads_as_zero();
    drops_results();
    is_sp();
    return check_result();
}
