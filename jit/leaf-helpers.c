// SPDX-License-Identifier: MIT
/* Integer leaf helpers; compiled for general registers only (T13). */
#include "src/cpu.h"

/* Bitwise CRC-32 (IEEE 802.3, reflected) of the low z bytes of y from x. */
uint64_t helper_crc32(struct cpu *cpu, uint64_t x, uint64_t y, uint64_t z)
{
    uint32_t crc = (uint32_t)x;
    (void)cpu;
    for (unsigned n = 0; n < z; n++) {
        crc ^= (uint8_t)(y >> 8 * n);
        for (unsigned bit = 0; bit < 8; bit++)
            crc = crc >> 1 ^ (0xedb88320u & -(crc & 1));
    }
    return crc;
}
