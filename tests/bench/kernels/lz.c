// SPDX-License-Identifier: MIT
// Benchmark kernel: an LZ77 compressor with hash chains, and its decoder.

#include <stdint.h>
#include <stdio.h>
#include <string.h>

#define SIZE      (1 << 20)
#define HASH_BITS 14
#define CHAIN     24

static uint8_t input[SIZE];
static uint8_t packed[SIZE * 2];
static uint8_t output[SIZE];
static int32_t head[1 << HASH_BITS];
static int32_t prev[SIZE];

static void input_fill(void)
{
    static const char *const word[] = {
        "ferry ",    "river ", "the ",    "guest ",     "and ",
        "host ",     "block ", "over ",   "translate ", "a ",
        "register ", "of ",    "memory ", "\n",
    };
    uint32_t seed = 7;
    int n = 0;
    while (n < SIZE) {
        seed = seed * 1664525 + 1013904223;
        for (const char *w = word[(seed >> 16) % 14]; *w && n < SIZE; w++)
            input[n++] = (uint8_t)*w;
        if ((seed >> 8) % 5 == 0 && n < SIZE)
            input[n++] = (uint8_t)(seed >> 20);
    }
}

static uint32_t hash_at(const uint8_t *p)
{
    uint32_t v = p[0] | p[1] << 8 | p[2] << 16;
    return v * 2654435761u >> (32 - HASH_BITS);
}

static int match_length(const uint8_t *a, const uint8_t *b, int limit)
{
    int n = 0;
    while (n < limit && a[n] == b[n])
        n++;
    return n;
}

static int match_find(int pos, int *distance)
{
    int limit = SIZE - pos < 255 ? SIZE - pos : 255;
    int best = 0, tries = CHAIN;
    for (int at = head[hash_at(input + pos)]; at >= 0 && tries-- > 0;
         at = prev[at]) {
        if (pos - at > 65535)
            break;
        int n = match_length(input + at, input + pos, limit);
        if (n > best) {
            best = n;
            *distance = pos - at;
        }
    }
    return best;
}

static void position_enter(int pos)
{
    uint32_t h = hash_at(input + pos);
    prev[pos] = head[h];
    head[h] = pos;
}

static int pack(void)
{
    int out = 0, pos = 0;
    memset(head, -1, sizeof(head));
    while (pos < SIZE - 3) {
        int distance = 0, n = match_find(pos, &distance);
        if (n < 4) {
            packed[out++] = 0;
            packed[out++] = input[pos];
            position_enter(pos++);
            continue;
        }
        packed[out++] = (uint8_t)n;
        packed[out++] = (uint8_t)distance;
        packed[out++] = (uint8_t)(distance >> 8);
        for (int end = pos + n; pos < end; pos++)
            if (pos < SIZE - 3)
                position_enter(pos);
    }
    for (; pos < SIZE; pos++) {
        packed[out++] = 0;
        packed[out++] = input[pos];
    }
    return out;
}

static int unpack(int size)
{
    int out = 0;
    for (int in = 0; in < size;) {
        int n = packed[in++];
        if (n == 0) {
            output[out++] = packed[in++];
            continue;
        }
        int distance = packed[in] | packed[in + 1] << 8;
        in += 2;
        for (; n > 0; n--, out++)
            output[out] = output[out - distance];
    }
    return out;
}

int main(void)
{
    int size = 0;
    uint32_t sum = 0;
    input_fill();
    for (int round = 0; round < 10; round++) {
        input[round] ^= 0x20;
        size = pack();
        for (int i = 0; i < 30; i++)
            unpack(size);
        if (memcmp(input, output, SIZE) != 0)
            return 1;
        for (int i = 0; i < size; i++)
            sum = sum * 31 + packed[i];
    }
    printf("lz %d %08x\n", size, sum);
    return 0;
}
