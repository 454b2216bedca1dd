// SPDX-License-Identifier: MIT
// build: -nostdlib -ffreestanding -mgeneral-regs-only
/* SBFM, BFM, UBFM in all their aliases, EXTR; no flag changes. */
#include "check.h"

#define X 0xfedcba9876543210
#define D 0x1111222233334444

#define ROW(insn, want)                                            \
    do {                                                           \
        struct outcome o = RUN(insn, D, X, 0x0f0f0f0f87654321, 9); \
        CHECK(insn, o.value, want);                                \
        CHECK("flags of " insn, o.nzcv, 9);                        \
    } while (0)

static void shifts(void)
{
    ROW("lsl %x[d], %x[n], #4", 0xedcba98765432100);
    ROW("lsl %x[d], %x[n], #63", 0);
    ROW("lsl %w[d], %w[n], #8", 0x54321000);
    ROW("lsl %w[d], %w[m], #31", 0x80000000);
    ROW("lsr %x[d], %x[n], #4", 0x0fedcba987654321);
    ROW("lsr %w[d], %w[m], #4", 0x08765432);
    ROW("lsr %x[d], %x[n], #63", 1);
    ROW("asr %x[d], %x[n], #4", 0xffedcba987654321);
    ROW("asr %w[d], %w[m], #4", 0xf8765432);
    ROW("asr %w[d], %w[n], #31", 0);
    ROW("asr %x[d], %x[n], #63", -1);
    ROW("ror %x[d], %x[n], #8", 0x10fedcba98765432);
    ROW("ror %w[d], %w[n], #8", 0x10765432);
    ROW("ubfm %x[d], %x[n], #0, #63", X);
    ROW("sbfm %w[d], %w[m], #0, #31", 0x87654321);
}

static void extensions(void)
{
    ROW("uxtb %w[d], %w[n]", 0x10);
    ROW("uxth %w[d], %w[m]", 0x4321);
    ROW("ubfx %x[d], %x[n], #0, #32", 0x76543210);
    ROW("sxtb %x[d], %w[m]", 0x21);
    ROW("sbfx %x[d], %x[n], #8, #8", 0x32);
    ROW("sxth %x[d], %w[n]", 0x3210);
    ROW("sxtw %x[d], %w[m]", 0xffffffff87654321);
    ROW("sxth %w[d], %w[m]", 0x4321);
    ROW("sxtb %w[d], %w[m]", 0x21);
    CHECK("sxtb w", VALUE("sxtb %w[d], %w[n]", 0, 0x80, 0), 0xffffff80);
    CHECK("sxtb x", VALUE("sxtb %x[d], %w[n]", 0, 0x80, 0), -0x80);
    CHECK("sxth x", VALUE("sxth %x[d], %w[n]", 0, 0x1ffff, 0), -1);
}

static void extracts(void)
{
    ROW("ubfx %x[d], %x[n], #12, #20", 0x76543);
    ROW("ubfx %x[d], %x[n], #60, #4", 0xf);
    ROW("ubfx %w[d], %w[m], #16, #16", 0x8765);
    ROW("ubfx %w[d], %w[m], #1, #2", 0);
    ROW("sbfx %x[d], %x[n], #32, #16", 0xffffffffffffba98);
    ROW("sbfx %x[d], %x[n], #60, #4", -1);
    ROW("sbfx %w[d], %w[m], #16, #12", 0x765);
    ROW("sbfx %w[d], %w[m], #20, #3", 0xfffffffe);
    ROW("sbfx %x[d], %x[n], #4, #1", -1);
    ROW("ubfiz %x[d], %x[n], #8, #16", 0x321000);
    ROW("ubfiz %x[d], %x[n], #60, #4", 0);
    ROW("ubfiz %w[d], %w[m], #4, #5", 0x10);
    ROW("ubfiz %w[d], %w[m], #28, #4", 0x10000000);
    ROW("sbfiz %x[d], %x[n], #8, #5", 0xfffffffffffff000);
    ROW("sbfiz %x[d], %x[m], #4, #32", 0xfffffff876543210);
    ROW("sbfiz %w[d], %w[m], #3, #6", 0xffffff08);
    ROW("sbfiz %w[d], %w[n], #16, #8", 0x100000);
    ROW("sbfiz %x[d], %x[n], #63, #1", 0);
}

static void inserts(void)
{
    ROW("bfi %x[d], %x[n], #16, #16", 0x1111222232104444);
    ROW("bfi %x[d], %x[n], #60, #4", 0x0111222233334444);
    ROW("bfi %w[d], %w[m], #8, #4", 0x33334144);
    ROW("bfi %x[d], %x[n], #1, #63", (X << 1));
    ROW("bfxil %x[d], %x[n], #16, #16", 0x1111222233337654);
    ROW("bfxil %x[d], %x[n], #32, #32", 0x11112222fedcba98);
    ROW("bfxil %x[d], %x[n], #0, #64", X);
    ROW("bfxil %w[d], %w[m], #28, #4", 0x33334448);
    ROW("bfxil %w[d], %w[m], #0, #32", 0x87654321);
    ROW("bfi %x[d], xzr, #8, #32", 0x1111220000000044);
    ROW("bfi %w[d], wzr, #0, #8", 0x33334400);
    ROW("bfm %x[d], xzr, #4, #7", 0x1111222233334440);
}

static void pairs(void)
{
    ROW("extr %x[d], %x[n], %x[m], #4", 0x00f0f0f0f8765432);
    ROW("extr %x[d], %x[n], %x[m], #0", 0x0f0f0f0f87654321);
    ROW("extr %x[d], %x[n], %x[m], #63", 0xfdb97530eca86420);
    ROW("extr %w[d], %w[n], %w[m], #16", 0x32108765);
    ROW("extr %w[d], %w[n], %w[m], #31", 0xeca86421);
    ROW("extr %x[d], xzr, %x[n], #60", 0xf);
    ROW("extr %x[d], %x[n], xzr, #60", 0xedcba98765432100);
}

int main(void)
{
    shifts();
    extensions();
    extracts();
    inserts();
    pairs();
    return check_result();
}
