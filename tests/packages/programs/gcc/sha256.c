// SPDX-License-Identifier: MIT
// SHA-256 and CRC-32 of generated data: rotations, tables, unrolled loops.
#include <stdint.h>
#include <stdio.h>
#include <string.h>

static uint32_t round_constant(int n)
{
    // The fraction of the cube root of the n-th prime, by integers alone.
    int p = 1, found = -1;
    unsigned __int128 low = 0, high;

    while (found < n) {
        int composite = 0;
        p++;
        for (int d = 2; d * d <= p; d++)
            composite |= p % d == 0;
        found += !composite;
    }
    high = (unsigned __int128)8 << 32;
    while (low + 1 < high) {
        unsigned __int128 mid = (low + high) / 2;
        // mid^3 against p * 2^96, with 5 bits to spare
        if (mid * mid / 32 * mid < ((unsigned __int128)p << 91))
            low = mid;
        else
            high = mid;
    }
    return (uint32_t)low;
}

static uint32_t k[64], crc_table[256];

static uint32_t rotate(uint32_t x, int n)
{
    return x >> n | x << (32 - n);
}

static void block(uint32_t *h, const uint8_t *p)
{
    uint32_t w[64], s[8];

    for (int i = 0; i < 16; i++, p += 4)
        w[i] = (uint32_t)p[0] << 24 | (uint32_t)p[1] << 16 |
               (uint32_t)p[2] << 8 | p[3];
    for (int i = 16; i < 64; i++)
        w[i] = w[i - 16] + w[i - 7] +
               (rotate(w[i - 15], 7) ^ rotate(w[i - 15], 18) ^ w[i - 15] >> 3) +
               (rotate(w[i - 2], 17) ^ rotate(w[i - 2], 19) ^ w[i - 2] >> 10);
    memcpy(s, h, sizeof s);
    for (int i = 0; i < 64; i++) {
        uint32_t a = s[0], e = s[4];
        uint32_t t = s[7] + (rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)) +
                     ((e & s[5]) ^ (~e & s[6])) + k[i] + w[i];
        uint32_t u = (rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)) +
                     ((a & s[1]) ^ (a & s[2]) ^ (s[1] & s[2]));

        memmove(s + 1, s, 7 * sizeof *s);
        s[4] += t;
        s[0] = t + u;
    }
    for (int i = 0; i < 8; i++)
        h[i] += s[i];
}

static uint32_t crc(const uint8_t *p, size_t n)
{
    uint32_t c = ~0u;

    while (n--)
        c = crc_table[(c ^ *p++) & 255] ^ c >> 8;
    return ~c;
}

int main(void)
{
    uint32_t h[8] = {0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
                     0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};
    static uint8_t data[4096];

    for (int i = 0; i < 64; i++)
        k[i] = round_constant(i);
    for (uint32_t i = 0; i < 256; i++) {
        uint32_t c = i;
        for (int b = 0; b < 8; b++)
            c = c & 1 ? c >> 1 ^ 0xedb88320 : c >> 1;
        crc_table[i] = c;
    }
    for (size_t i = 0; i < sizeof data; i++)
        data[i] = (uint8_t)(i * i >> 4 ^ i);
    for (size_t i = 0; i < sizeof data; i += 64)
        block(h, data + i);
    printf("%08x %08x\n", k[0], k[63]);
    for (int i = 0; i < 8; i++)
        printf("%08x", h[i]);
    printf("\n%08x %08x\n", crc(data, sizeof data),
           crc((const uint8_t *)"123456789", 9));
    return 0;
}
