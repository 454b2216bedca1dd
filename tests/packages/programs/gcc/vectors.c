// SPDX-License-Identifier: MIT
// Vectors: GNU's extension with all operators, and loops for the vectorizer.
#include <stdint.h>
#include <stdio.h>

typedef int32_t v4 __attribute__((vector_size(16)));
typedef uint8_t b16 __attribute__((vector_size(16)));
typedef double d2 __attribute__((vector_size(16)));
typedef int16_t s32 __attribute__((vector_size(64)));

static v4 mix(v4 a, v4 b)
{
    v4 t = __builtin_shuffle(a, b, (v4){0, 5, 2, 7});

    return ((a + b) * t ^ (a - b)) + (a > b) - (t << 3) + (b >> 2);
}

__attribute__((noinline)) static void
saxpy(float *restrict y, const float *restrict x, float a, int n)
{
    for (int i = 0; i < n; i++)
        y[i] += a * x[i];
}

__attribute__((noinline)) static unsigned sad(const uint8_t *a,
                                              const uint8_t *b, int n)
{
    unsigned s = 0;

    for (int i = 0; i < n; i++)
        s += (unsigned)(a[i] > b[i] ? a[i] - b[i] : b[i] - a[i]);
    return s;
}

__attribute__((noinline)) static int extreme(const int *v, int n, int *at)
{
    int m = v[0];

    for (int i = 0; i < n; i++) {
        if (v[i] > m)
            m = v[i];
    }
    for (*at = 0; v[*at] != m; ++*at)
        ;
    return m;
}

__attribute__((noinline)) static void
deinterleave(const uint8_t *rgb, uint8_t *r, uint16_t *g, int *b, int n)
{
    for (int i = 0; i < n; i++) {
        r[i] = rgb[3 * i];
        g[i] = (uint16_t)(rgb[3 * i + 1] * 257);
        b[i] = rgb[3 * i + 2] - 128;
    }
}

static uint8_t rgb[3 * 301], red[301], other[301];
static uint16_t green[301];
static int blue[301];

int main(void)
{
    v4 a = {1, -2, 30000, 0x7fffff}, b = {5, 6, -7, 8};
    d2 d = {1.5, -2.25};
    b16 c = {0};
    s32 s = {0};
    float x[103], y[103];
    long sum = 0;
    int at;

    for (int i = 0; i < 50; i++) {
        a = mix(a, b) & 0xffffff;
        b += a % 1000;
        c = c * 5 + (uint8_t)i;
        s += __builtin_convertvector((__typeof__(s)){1, 2, 3, 4, 5}, s32) *
             (int16_t)i;
        d = d * 0.5 + 1.0;
    }
    printf("%d %d %d %d %d\n", a[0], a[1], a[2], a[3], b[2]);
    printf("%d %d %a %a\n", c[3], s[4], d[0], d[1]);
    for (int i = 0; i < 103; i++)
        x[i] = (float)(i % 13), y[i] = (float)(i % 7);
    saxpy(y, x, 0.25f, 103);
    for (int i = 0; i < 103; i++)
        sum += (long)(y[i] * 64);
    for (unsigned i = 0; i < sizeof rgb; i++)
        rgb[i] = (uint8_t)(i * i * 31 >> 3);
    deinterleave(rgb, red, green, blue, 301);
    for (int i = 0; i < 301; i++)
        other[i] = (uint8_t)(green[i] >> 8);
    printf("%ld %u ", sum, sad(red, other, 301));
    printf("%d", extreme(blue, 301, &at));
    printf(" %d\n", at);
    return 0;
}
