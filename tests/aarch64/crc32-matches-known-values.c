// SPDX-License-Identifier: MIT
// build: -nostdlib -ffreestanding -mgeneral-regs-only -march=armv8-a+crc
/* CRC32 and CRC32C of "123456789" and of bits, in all operand sizes. */
#include "check.h"

static const char digits[] __attribute__((aligned(8))) = "123456789";

static uint64_t word(unsigned at, unsigned n)
{
    uint64_t w = 0;
    for (unsigned k = 0; k < n; k++)
        w |= (uint64_t)(uint8_t)digits[at + k] << (8 * k);
    return w;
}

#define ALL_SIZES(name, want)                                                \
    do {                                                                     \
        uint32_t c = 0xffffffff;                                             \
        for (unsigned k = 0; k < 9; k++)                                     \
            c = (uint32_t)VALUE(name "b %w[d], %w[n], %w[m]", 0, c,          \
                                word(k, 1) | 0xffffff00);                    \
        CHECK(name "b", c ^ 0xffffffff, want);                               \
        c = 0xffffffff;                                                      \
        for (unsigned k = 0; k < 8; k += 2)                                  \
            c = (uint32_t)VALUE(name "h %w[d], %w[n], %w[m]", 0, c,          \
                                word(k, 2) | 0xffff0000);                    \
        c = (uint32_t)VALUE(name "b %w[d], %w[n], %w[m]", 0, c, word(8, 1)); \
        CHECK(name "h", c ^ 0xffffffff, want);                               \
        c = 0xffffffff;                                                      \
        for (unsigned k = 0; k < 8; k += 4)                                  \
            c = (uint32_t)VALUE(name "w %w[d], %w[n], %w[m]", -1,            \
                                c | 1ull << 40, word(k, 4) | 1ull << 50);    \
        c = (uint32_t)VALUE(name "b %w[d], %w[n], %w[m]", 0, c, word(8, 1)); \
        CHECK(name "w", c ^ 0xffffffff, want);                               \
        uint64_t x =                                                         \
            VALUE(name "x %w[d], %w[n], %x[m]", -1, 0xffffffff, word(0, 8)); \
        CHECK(name "x clears the top", x >> 32, 0);                          \
        c = (uint32_t)VALUE(name "b %w[d], %w[n], %w[m]", 0, x, word(8, 1)); \
        CHECK(name "x", c ^ 0xffffffff, want);                               \
    } while (0)

int main(void)
{
    ALL_SIZES("crc32", 0xcbf43926);
    ALL_SIZES("crc32c", 0xe3069283);
    return check_result();
}
