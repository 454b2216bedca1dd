// SPDX-License-Identifier: MIT
// build: -nostdlib -ffreestanding -mgeneral-regs-only
/* AddWithCarry(): results and NZCV of ADD, ADDS, SUB, SUBS in all forms. */
#include "check.h"

#define MIN64 0x8000000000000000
#define MAX64 0x7fffffffffffffff
#define ALL   0xffffffffffffffff

#define ROW(insn, n, m, want, flags)                             \
    do {                                                         \
        struct outcome o = RUN(insn, 0, n, m, 15 ^ (flags));     \
        CHECK(insn " of " #n " " #m, o.value, want);             \
        CHECK("flags of " insn " of " #n " " #m, o.nzcv, flags); \
    } while (0)

static void registers_64(void)
{
    ROW("adds %x[d], %x[n], %x[m]", 1, 2, 3, 0);
    ROW("adds %x[d], %x[n], %x[m]", 0, 0, 0, Z);
    ROW("adds %x[d], %x[n], %x[m]", ALL, 1, 0, Z | C);
    ROW("adds %x[d], %x[n], %x[m]", MAX64, 1, MIN64, N | V);
    ROW("adds %x[d], %x[n], %x[m]", MIN64, MIN64, 0, Z | C | V);
    ROW("adds %x[d], %x[n], %x[m]", ALL, ALL, ALL - 1, N | C);
    ROW("subs %x[d], %x[n], %x[m]", 5, 3, 2, C);
    ROW("subs %x[d], %x[n], %x[m]", 3, 3, 0, Z | C);
    ROW("subs %x[d], %x[n], %x[m]", 3, 5, -2, N);
    ROW("subs %x[d], %x[n], %x[m]", MIN64, 1, MAX64, C | V);
    ROW("subs %x[d], %x[n], %x[m]", MAX64, ALL, MIN64, N | V);
    ROW("subs %x[d], %x[n], %x[m]", 0, MIN64, MIN64, N | V);
    ROW("negs %x[d], %x[n]", 0, 0, 0, Z | C);
    ROW("negs %x[d], %x[n]", 1, 0, ALL, N);
    ROW("negs %x[d], %x[n]", MIN64, 0, MIN64, N | V);
}

static void registers_32(void)
{
    ROW("adds %w[d], %w[n], %w[m]", 0xffffffff, 1, 0, Z | C);
    ROW("adds %w[d], %w[n], %w[m]", 0x7fffffff, 1, 0x80000000, N | V);
    ROW("adds %w[d], %w[n], %w[m]", 0x80000000, 0x80000000, 0, Z | C | V);
    ROW("subs %w[d], %w[n], %w[m]", 0, 1, 0xffffffff, N);
    ROW("subs %w[d], %w[n], %w[m]", 0x80000000, 1, 0x7fffffff, C | V);
    /* Upper halves take no part. */
    ROW("adds %w[d], %w[n], %w[m]", 0x1234567800000001, 0xaaaaaaaa00000002, 3,
        0);
    ROW("subs %w[d], %w[n], %w[m]", 0x1000000005, 0x2000000005, 0, Z | C);
    ROW("negs %w[d], %w[n]", 0xdead00000001, 0, 0xffffffff, N);
}

static void immediates(void)
{
    ROW("adds %x[d], %x[n], #0", 0, 0, 0, Z);
    ROW("adds %x[d], %x[n], #4095", 1, 0, 4096, 0);
    ROW("adds %x[d], %x[n], #4095, lsl #12", 1, 0, 0xfff001, 0);
    ROW("subs %x[d], %x[n], #0", 7, 0, 7, C);
    ROW("subs %x[d], %x[n], #1", 0, 0, ALL, N);
    ROW("subs %w[d], %w[n], #1", 0x100000000, 0, 0xffffffff, N);
    ROW("subs %x[d], %x[n], #1, lsl #12", 4096, 0, 0, Z | C);
    ROW("adds %w[d], %w[n], #0", 0xffffffff00000000, 0, 0, Z);
}

static void compares(void)
{
    CHECK("cmp", RUN("cmp %x[n], %x[m]", 9, 1, 1, 0).nzcv, Z | C);
    CHECK("cmp keeps rd", RUN("cmp %x[n], %x[m]", 9, 1, 1, 0).value, 9);
    CHECK("cmn", RUN("cmn %x[n], %x[m]", 9, 1, ALL, 0).nzcv, Z | C);
    CHECK("cmp imm", RUN("cmp %w[n], #4", 9, 3, 0, 0).nzcv, N);
    CHECK("cmn imm", RUN("cmn %w[n], #1", 9, 0xffffffff, 0, 0).nzcv, Z | C);
}

/* What is computed behind a compare of the same operands leaves its flags. */
static void beside_compares(void)
{
    ROW("cmp %x[n], #5; sub %x[d], %x[n], #5", 7, 0, 2, C);
    ROW("cmp %x[n], #5; sub %x[d], %x[n], #5", 3, 0, -2, N);
    ROW("cmp %w[n], #5; sub %w[d], %w[n], #5", 5, 0, 0, Z | C);
    ROW("cmp %x[n], #5; add %x[d], %x[n], #5", 7, 0, 12, C);
    ROW("cmn %x[n], #5; add %x[d], %x[n], #5", -5, 0, 0, Z | C);
    ROW("cmn %w[n], #5; sub %w[d], %w[n], #5", 3, 0, 0xfffffffe, 0);
    ROW("cmp %x[n], %x[m]; sub %x[d], %x[n], %x[m]", 3, 5, -2, N);
    ROW("cmp %x[n], %x[m]; sub %x[d], %x[m], %x[n]", 3, 5, 2, N);
    ROW("tst %x[n], #12; and %x[d], %x[n], #12", 7, 0, 4, 0);
}

static void shifted(void)
{
    ROW("adds %x[d], %x[n], %x[m], lsl #63", 0, 1, MIN64, N);
    ROW("adds %x[d], %x[n], %x[m], lsr #1", 1, ALL, MIN64, N | V);
    ROW("subs %x[d], %x[n], %x[m], asr #63", 0, MIN64, 1, 0);
    ROW("adds %w[d], %w[n], %w[m], lsl #31", 0, 3, 0x80000000, N);
    ROW("subs %w[d], %w[n], %w[m], lsr #4", 0x10, 0xf00000100, 0, Z | C);
    ROW("adds %w[d], %w[n], %w[m], asr #31", 1, 0x80000000, 0, Z | C);
    ROW("negs %x[d], %x[m], lsl #4", 0, 1, -16, N);
    CHECK("neg", VALUE("neg %w[d], %w[n]", 0, 1, 0), 0xffffffff);
    CHECK("add keeps flags",
          RUN("add %x[d], %x[n], %x[m], lsl #3", 0, ALL, 1, 9).nzcv, 9);
    CHECK("sub", VALUE("sub %w[d], %w[n], %w[m], lsl #2", 0, 0, 1), 0xfffffffc);
}

static void extended(void)
{
    uint64_t m = 0xfedcba9889abcdef;
    ROW("adds %x[d], %x[n], %w[m], uxtb", 0x100, m, 0x1ef, 0);
    ROW("adds %x[d], %x[n], %w[m], uxth #1", 0, m, 0x19bde, 0);
    ROW("adds %x[d], %x[n], %w[m], uxtw #4", 0, m, 0x89abcdef0, 0);
    ROW("adds %x[d], %x[n], %x[m], uxtx #4", 0, m, 0xedcba9889abcdef0, N);
    ROW("adds %x[d], %x[n], %w[m], sxtb", 0x11, m, 0, Z | C);
    ROW("adds %x[d], %x[n], %w[m], sxth #2", 0, m, 0xffffffffffff37bc, N);
    ROW("adds %x[d], %x[n], %w[m], sxtw #3", 0, m, 0xfffffffc4d5e6f78, N);
    ROW("subs %x[d], %x[n], %x[m], sxtx", m, m, 0, Z | C);
    ROW("adds %w[d], %w[n], %w[m], sxtb #4", 0, m, 0xfffffef0, N);
    ROW("subs %w[d], %w[n], %w[m], uxtw", 0x89abcdef, m, 0, Z | C);
    CHECK("add uxtb #2", VALUE("add %w[d], %w[n], %w[m], uxtb #2", 0, 1, m),
          0x3bd);
}

static void stack_pointer(void)
{
    uint64_t before, down, up;
    __asm__ volatile("mov %0, sp\n\t"
                     "sub sp, sp, #1, lsl #12\n\t"
                     "sub sp, sp, %w3, uxth #4\n\t"
                     "mov %1, sp\n\t"
                     "add sp, sp, #4096\n\t"
                     "add sp, sp, %3, lsl #4\n\t"
                     "add %2, sp, #0"
                     : "=&r"(before), "=&r"(down), "=&r"(up)
                     : "r"(2L)
                     : "memory");
    CHECK("sp down", before - down, 4096 + 32);
    CHECK("sp up", up, before);
    CHECK("cmp sp", RUN("cmp sp, %x[n]", 0, 0, 0, 0).nzcv & C, C);
}

int main(void)
{
    registers_64();
    registers_32();
    immediates();
    compares();
    beside_compares();
    shifted();
    extended();
    stack_pointer();
    return check_result();
}
