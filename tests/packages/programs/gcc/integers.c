// SPDX-License-Identifier: MIT
// Integers: __int128, overflow, builtins, division by constants, rotations.
#include <inttypes.h>
#include <limits.h>
#include <stdio.h>

typedef unsigned __int128 u128;

static void print128(u128 x)
{
    char s[40], *p = s + sizeof s - 1;

    for (*p = 0; x || !*p; x /= 10)
        *--p = (char)('0' + (int)(x % 10));
    puts(p);
}

static u128 factorial(int n)
{
    return n < 2 ? 1 : factorial(n - 1) * (unsigned)n;
}

static uint64_t multiply_mod(uint64_t a, uint64_t b, uint64_t m)
{
    return (uint64_t)((u128)a * b % m);
}

static int prime(uint64_t n)
{
    static const uint64_t bases[] = {2,  3,  5,  7,  11, 13,
                                     17, 19, 23, 29, 31, 37};
    uint64_t d = n - 1;
    int s = __builtin_ctzll(d);

    d >>= s;
    for (unsigned i = 0; i < sizeof bases / sizeof *bases; i++) {
        uint64_t x = 1, b = bases[i] % n;
        int k;

        if (b == 0)
            return 1;
        for (uint64_t e = d; e; e >>= 1, b = multiply_mod(b, b, n)) {
            if (e & 1)
                x = multiply_mod(x, b, n);
        }
        if (x == 1 || x == n - 1)
            continue;
        for (k = 1; k < s && x != n - 1; k++)
            x = multiply_mod(x, x, n);
        if (x != n - 1)
            return 0;
    }
    return 1;
}

static long divisions(long x)
{
    return x / 3 + x / 7 % 5 + x / 10 + x / -13 + x % 64 + x / 1000003 +
           (int)x / 11 + (unsigned)x / 641 + (short)x / 9;
}

int main(void)
{
    uint64_t h = 14695981039346656037u;
    int saturated = 0, r;
    long sum = 0;

    print128(factorial(33));
    print128(factorial(30) >> 3 ^ ((u128)1 << 100));
    printf("%d %d %d\n", prime(18446744073709551557u), prime(561),
           prime(4611686018427387847u));
    for (int i = -3000; i < 3000; i++) {
        h = (h ^ (unsigned)i) * 1099511628211u;
        h = h << 13 | h >> 51;
        sum += divisions((long)h);
        if (__builtin_add_overflow(INT_MAX - 1500, i, &r))
            saturated++;
        if (__builtin_mul_overflow((short)i, 100, (short *)&r))
            saturated += 2;
    }
    printf("%" PRIx64 " %ld %d\n", h, sum, saturated);
    printf("%d %d %d %d %d\n", __builtin_popcountll(h), __builtin_clzll(h),
           __builtin_ffsll((long long)h), __builtin_parityll(h),
           __builtin_clrsb((int)h));
    printf("%x %" PRIx64 " %x\n", __builtin_bswap32((uint32_t)h),
           __builtin_bswap64(h), __builtin_bswap16((uint16_t)h));
    return 0;
}
