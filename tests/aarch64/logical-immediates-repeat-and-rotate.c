// SPDX-License-Identifier: MIT
// build: -nostdlib -ffreestanding -mgeneral-regs-only
/* DecodeBitMasks(): elements of 2 to 64 bits; the logical instructions. */
#include "check.h"

#define MASK(imm) \
    CHECK("mov " #imm, VALUE("orr %x[d], xzr, #" #imm, 0, 0, 0), imm)
#define MASK32(imm) \
    CHECK("mov w " #imm, VALUE("orr %w[d], wzr, #" #imm, -1, 0, 0), imm)

static void masks(void)
{
    MASK(0x5555555555555555);
    MASK(0xaaaaaaaaaaaaaaaa);
    MASK(0x1111111111111111);
    MASK(0x7777777777777777);
    MASK(0xeeeeeeeeeeeeeeee);
    MASK(0x9999999999999999);
    MASK(0x0101010101010101);
    MASK(0x8181818181818181);
    MASK(0xfefefefefefefefe);
    MASK(0x00ff00ff00ff00ff);
    MASK(0xf00ff00ff00ff00f);
    MASK(0x7fff7fff7fff7fff);
    MASK(0x0000ffff0000ffff);
    MASK(0xfffffffefffffffe);
    MASK(0x8000000180000001);
    MASK(0x0000000000000001);
    MASK(0x8000000000000000);
    MASK(0x7fffffffffffffff);
    MASK(0xfffffffffffffffe);
    MASK(0x00007ffffffff000);
    MASK(0xffff00000000ffff);
    MASK32(0x55555555);
    MASK32(0xc3c3c3c3);
    MASK32(0x00010001);
    MASK32(0x80000001);
    MASK32(0x7ffffffe);
    MASK32(0xfffffffe);
}

#define ROW(insn, n, m, want, flags)                             \
    do {                                                         \
        struct outcome o = RUN(insn, -1, n, m, 3);               \
        CHECK(insn " of " #n " " #m, o.value, want);             \
        CHECK("flags of " insn " of " #n " " #m, o.nzcv, flags); \
    } while (0)

#define KEPT (C | V)

static void immediate_forms(void)
{
    uint64_t n = 0xfedcba9876543210;
    ROW("and %x[d], %x[n], #0xff00ff00ff00ff00", n, 0, 0xfe00ba0076003200,
        KEPT);
    ROW("and %w[d], %w[n], #0xffff0000", n, 0, 0x76540000, KEPT);
    ROW("orr %x[d], %x[n], #0xf", n, 0, 0xfedcba987654321f, KEPT);
    ROW("eor %x[d], %x[n], #0xffffffff00000000", n, 0, 0x0123456776543210,
        KEPT);
    ROW("eor %w[d], %w[n], #0x7fffffff", n, 0, 0x09abcdef, KEPT);
    ROW("ands %x[d], %x[n], #0x8000000000000000", n, 0, 1ull << 63, N);
    ROW("ands %x[d], %x[n], #0xf", n, 0, 0, Z);
    ROW("ands %w[d], %w[n], #0x80000000", n, 0, 0, Z);
    ROW("ands %w[d], %w[n], #0xfffffffe", 0x80000000, 0, 0x80000000, N);
    ROW("tst %x[n], #0x10", n, 0, -1, 0);
    ROW("tst %w[n], #0x8", n, 0, -1, Z);
}

static void register_forms(void)
{
    uint64_t n = 0xf0f0f0f0f0f0f0f0, m = 0x00ff00ff00ff00ff;
    ROW("and %x[d], %x[n], %x[m]", n, m, 0x00f000f000f000f0, KEPT);
    ROW("bic %x[d], %x[n], %x[m]", n, m, 0xf000f000f000f000, KEPT);
    ROW("orr %x[d], %x[n], %x[m]", n, m, 0xf0fff0fff0fff0ff, KEPT);
    ROW("orn %x[d], %x[n], %x[m]", n, m, 0xfff0fff0fff0fff0, KEPT);
    ROW("eor %x[d], %x[n], %x[m]", n, m, 0xf00ff00ff00ff00f, KEPT);
    ROW("eon %x[d], %x[n], %x[m]", n, m, 0x0ff00ff00ff00ff0, KEPT);
    ROW("mvn %x[d], %x[n]", n, 0, 0x0f0f0f0f0f0f0f0f, KEPT);
    ROW("mvn %w[d], %w[n]", n, 0, 0x0f0f0f0f, KEPT);
    ROW("mov %x[d], %x[n]", n, 0, n, KEPT);
    ROW("mov %w[d], %w[n]", n, 0, 0xf0f0f0f0, KEPT);
    ROW("orn %w[d], %w[n], %w[m]", n, m, 0xfff0fff0, KEPT);
    ROW("eon %w[d], %w[n], %w[m]", n, m, 0x0ff00ff0, KEPT);
    ROW("bic %w[d], %w[n], %w[m]", n, m, 0xf000f000, KEPT);
    ROW("ands %x[d], %x[n], %x[m]", n, m, 0x00f000f000f000f0, 0);
    ROW("bics %x[d], %x[n], %x[m]", n, m, 0xf000f000f000f000, N);
    ROW("bics %w[d], %w[n], %w[n]", n, m, 0, Z);
    ROW("tst %x[n], %x[m]", 1, 2, -1, Z);
}

static void shifted_forms(void)
{
    uint64_t m = 0x8000000000000001;
    ROW("and %x[d], %x[n], %x[m], lsl #4", -1, m, 0x10, KEPT);
    ROW("orr %x[d], %x[n], %x[m], lsr #60", 0, m, 8, KEPT);
    ROW("eor %x[d], %x[n], %x[m], asr #63", 0, m, -1, KEPT);
    ROW("orr %x[d], %x[n], %x[m], ror #1", 0, m, 0xc000000000000000, KEPT);
    ROW("orr %w[d], %w[n], %w[m], ror #1", 0, 0x100000001, 0x80000000, KEPT);
    ROW("orr %w[d], %w[n], %w[m], asr #31", 0, 0x80000000, 0xffffffff, KEPT);
    ROW("mvn %x[d], %x[m], lsl #1", 0, m, -3, KEPT);
    ROW("ands %w[d], %w[n], %w[m], lsr #31", 3, 0x1c0000000, 1, 0);
    ROW("bics %x[d], %x[n], %x[m], asr #1", -1, m, 0x3fffffffffffffff, 0);
}

static void moves(void)
{
    CHECK("movz", VALUE("movz %x[d], #0xabcd, lsl #32", -1, 0, 0),
          0xabcd00000000);
    CHECK("movn", VALUE("movn %x[d], #0xabcd, lsl #16", 0, 0, 0),
          0xffffffff5432ffff);
    CHECK("movn w", VALUE("movn %w[d], #0", -1, 0, 0), 0xffffffff);
    CHECK("movk", VALUE("movk %x[d], #0, lsl #48", -1, 0, 0),
          0x0000ffffffffffff);
    CHECK("movk w", VALUE("movk %w[d], #0x1234, lsl #16", -1, 0, 0),
          0x1234ffff);
    CHECK("movz movk",
          VALUE("movz %x[d], #0x1111\n\t"
                "movk %x[d], #0x2222, lsl #16\n\t"
                "movk %x[d], #0x3333, lsl #32\n\t"
                "movk %x[d], #0x4444, lsl #48",
                0, 0, 0),
          0x4444333322221111);
    CHECK("movn movk w",
          VALUE("movn %w[d], #0\n\t"
                "movk %w[d], #0x2222",
                -1, 0, 0),
          0xffff2222);
}

int main(void)
{
    masks();
    immediate_forms();
    register_forms();
    shifted_forms();
    moves();
    return check_result();
}
