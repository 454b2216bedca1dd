// SPDX-License-Identifier: MIT
// Benchmark kernel: loops that -O3 makes vector code of: floats, integers of
// all widths, widening, saturation, minimum and maximum, a stencil.

#include <stdint.h>
#include <stdio.h>
#include <string.h>

#define N 8192

static float fa[N], fb[N], fc[N];
static double da[N], db[N];
static int32_t ia[N], ib[N];
static int16_t ha[N], hb[N];
static uint8_t ba[N], bb[N], bc[N];

static void fill(void)
{
    uint32_t seed = 5;
    for (int i = 0; i < N; i++) {
        seed = seed * 1664525 + 1013904223;
        fa[i] = (float)(seed >> 16) / 256;
        fb[i] = (float)(seed >> 8 & 0xffff) / 512;
        da[i] = (double)(seed >> 4) / 1024;
        db[i] = (double)i;
        ia[i] = (int32_t)seed >> 8;
        ib[i] = (int32_t)(seed * 7) >> 10;
        ha[i] = (int16_t)(seed >> 12);
        hb[i] = (int16_t)(seed >> 3);
        ba[i] = (uint8_t)(seed >> 9);
        bb[i] = (uint8_t)(seed >> 17);
    }
}

static void float_step(float k)
{
    for (int i = 0; i < N; i++)
        fc[i] = fa[i] * k + fb[i];
    for (int i = 1; i < N - 1; i++)
        fa[i] = (fc[i - 1] + fc[i] + fc[i + 1]) * 0.25f;
    for (int i = 0; i < N; i++)
        da[i] = da[i] * 0.75 + db[i];
}

static void integer_step(int32_t k)
{
    for (int i = 0; i < N; i++)
        ia[i] = (ia[i] ^ (ib[i] << 3)) + (ib[i] > k ? ib[i] : k);
    for (int i = 0; i < N; i++)
        ib[i] += ia[i] < 0 ? -ia[i] : ia[i] >> 2;
    for (int i = 0; i < N; i++)
        ha[i] = (int16_t)(ha[i] * 3 + (hb[i] >> 1));
}

static void byte_step(void)
{
    for (int i = 0; i < N; i++) {
        int s = ba[i] + bb[i];
        bc[i] = (uint8_t)(s > 255 ? 255 : s);
    }
    for (int i = 0; i < N; i++)
        ba[i] = (uint8_t)((ba[i] + bc[i] + 1) >> 1);
    for (int i = 0; i < N; i++)
        bb[i] = bb[i] > bc[i] ? bb[i] - 3 : bc[i] ^ 0x5a;
}

static uint32_t reduce(void)
{
    uint32_t sum = 0;
    int32_t top = INT32_MIN;
    int32_t dot = 0;
    for (int i = 0; i < N; i++)
        sum += ba[i];
    for (int i = 0; i < N; i++)
        top = ia[i] > top ? ia[i] : top;
    for (int i = 0; i < N; i++)
        dot += ha[i] * hb[i];
    return sum ^ (uint32_t)top ^ (uint32_t)dot;
}

int main(void)
{
    uint32_t sum = 0, bits;
    fill();
    for (int round = 0; round < 40000; round++) {
        float_step(0.5f);
        integer_step(round);
        byte_step();
        sum = sum * 31 + reduce();
    }
    for (int i = 0; i < N; i++) {
        float f = (float)da[i] + fa[i];
        memcpy(&bits, &f, sizeof(bits));
        sum = sum * 31 + bits;
    }
    printf("vector %08x\n", sum);
    return 0;
}
