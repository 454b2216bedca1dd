// SPDX-License-Identifier: MIT
// build: -nostdlib -ffreestanding -mgeneral-regs-only
/* CLZ, CLS, RBIT, REV, REV16, REV32; their 32-bit forms clear the top. */
#include "check.h"

#define X 0x0123456789abcdef

static void counts(void)
{
    CHECK("clz 0", VALUE("clz %x[d], %x[n]", 0, 0, 0), 64);
    CHECK("clz -1", VALUE("clz %x[d], %x[n]", 9, -1, 0), 0);
    CHECK("clz w 0", VALUE("clz %w[d], %w[n]", 0, 1ull << 63, 0), 32);
    for (unsigned k = 0; k < 64; k++) {
        CHECK("clz", VALUE("clz %x[d], %x[n]", 0, 1ull << k | 1, 0), 63 - k);
        CHECK("cls", VALUE("cls %x[d], %x[n]", 0, ~0ull << k, 0), 63 - k);
        CHECK("cls +", VALUE("cls %x[d], %x[n]", 0, ~(~0ull << k), 0), 63 - k);
    }
    for (unsigned k = 0; k < 32; k++) {
        CHECK("clz w", VALUE("clz %w[d], %w[n]", 0, ~0ull << 33 | 1u << k, 0),
              31 - k);
        CHECK("cls w", VALUE("cls %w[d], %w[n]", 0, (uint32_t)-1 << k, 0),
              31 - k);
    }
    CHECK("cls 0", VALUE("cls %x[d], %x[n]", 0, 0, 0), 63);
    CHECK("cls w 0", VALUE("cls %w[d], %w[n]", 0, ~0ull << 32, 0), 31);
}

static void reversals(void)
{
    CHECK("rbit", VALUE("rbit %x[d], %x[n]", 0, X, 0), 0xf7b3d591e6a2c480);
    CHECK("rbit w", VALUE("rbit %w[d], %w[n]", 0, X, 0), 0xf7b3d591);
    CHECK("rev", VALUE("rev %x[d], %x[n]", 0, X, 0), 0xefcdab8967452301);
    CHECK("rev w", VALUE("rev %w[d], %w[n]", -1, X, 0), 0xefcdab89);
    CHECK("rev16", VALUE("rev16 %x[d], %x[n]", 0, X, 0), 0x23016745ab89efcd);
    CHECK("rev16 w", VALUE("rev16 %w[d], %w[n]", -1, X, 0), 0xab89efcd);
    CHECK("rev32", VALUE("rev32 %x[d], %x[n]", 0, X, 0), 0x67452301efcdab89);
    /* Trailing zeros, as compilers write them. */
    CHECK("ctz", VALUE("rbit %x[d], %x[n]\n\tclz %x[d], %x[d]", 0, 0x50, 0), 4);
}

int main(void)
{
    counts();
    reversals();
    return check_result();
}
