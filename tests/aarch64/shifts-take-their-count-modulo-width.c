// SPDX-License-Identifier: MIT
// build: -nostdlib -ffreestanding -mgeneral-regs-only
/* LSLV, LSRV, ASRV, RORV for every count; the count's upper bits are void. */
#include "check.h"

static void all_counts(uint64_t x, uint64_t junk)
{
    for (unsigned k = 0; k < 64; k++) {
        uint64_t m = junk | k;
        CHECK("lsl", VALUE("lsl %x[d], %x[n], %x[m]", 0, x, m), x << k);
        CHECK("lsr", VALUE("lsr %x[d], %x[n], %x[m]", 0, x, m), x >> k);
        CHECK("asr", VALUE("asr %x[d], %x[n], %x[m]", 0, x, m),
              (int64_t)x >> k);
        CHECK("ror", VALUE("ror %x[d], %x[n], %x[m]", 0, x, m),
              k ? x >> k | x << (64 - k) : x);
        uint32_t w = (uint32_t)x;
        unsigned j = k & 31;
        CHECK("lsl w", VALUE("lsl %w[d], %w[n], %w[m]", 0, x, m),
              (uint32_t)(w << j));
        CHECK("lsr w", VALUE("lsr %w[d], %w[n], %w[m]", 0, x, m), w >> j);
        CHECK("asr w", VALUE("asr %w[d], %w[n], %w[m]", 0, x, m),
              (uint32_t)((int32_t)w >> j));
        CHECK("ror w", VALUE("ror %w[d], %w[n], %w[m]", 0, x, m),
              (uint32_t)(j ? w >> j | w << (32 - j) : w));
    }
}

int main(void)
{
    all_counts(0x8123456789abcdef, 0);
    all_counts(0x7edcba98f6543210, 0xffffffffffffffc0);
    CHECK("flags kept", RUN("lsl %x[d], %x[n], %x[m]", 0, -1, 1, N | C).nzcv,
          N | C);
    CHECK("rd is the count", VALUE("lsr %x[d], %x[n], %x[d]", 8, 0x1234, 0),
          0x12);
    return check_result();
}
