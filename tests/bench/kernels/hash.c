// SPDX-License-Identifier: MIT
// Benchmark kernel: three hash functions and an open-addressing table.

#include <stdint.h>
#include <stdio.h>

#define SLOTS (1 << 16)

static uint64_t keys[SLOTS];
static uint32_t counts[SLOTS];
static uint8_t text[1 << 16];

static uint64_t hash_fnv(const uint8_t *p, int n)
{
    uint64_t h = 0xcbf29ce484222325;
    for (int i = 0; i < n; i++)
        h = (h ^ p[i]) * 0x100000001b3;
    return h;
}

static uint32_t hash_adler(const uint8_t *p, int n)
{
    uint32_t a = 1, b = 0;
    for (int i = 0; i < n; i++) {
        a = (a + p[i]) % 65521;
        b = (b + a) % 65521;
    }
    return b << 16 | a;
}

static uint64_t hash_mix(uint64_t x)
{
    x = (x ^ x >> 33) * 0xff51afd7ed558ccd;
    x = (x ^ x >> 33) * 0xc4ceb9fe1a85ec53;
    return x ^ x >> 33;
}

static uint32_t table_add(uint64_t key)
{
    uint32_t slot = hash_mix(key) & (SLOTS - 1);
    while (counts[slot] != 0 && keys[slot] != key)
        slot = (slot + 1) & (SLOTS - 1);
    keys[slot] = key;
    return ++counts[slot];
}

int main(void)
{
    uint64_t seed = 1, sum = 0;
    for (int i = 0; i < (int)sizeof(text); i++) {
        seed = seed * 6364136223846793005 + 1442695040888963407;
        text[i] = seed >> 56;
    }
    for (int round = 0; round < 900; round++) {
        sum += hash_fnv(text + round, sizeof(text) - 1000);
        sum ^= hash_adler(text + round, sizeof(text) - 1000);
    }
    for (int i = 0; i < 32000000; i++) {
        seed = seed * 6364136223846793005 + 1442695040888963407;
        sum += table_add(seed >> 49);
    }
    printf("hash %016llx\n", (unsigned long long)sum);
    return 0;
}
