// SPDX-License-Identifier: MIT
// Floating point: conversions between all types, comparisons with NaN,
// rounding, classification. Built with -ffp-contract=off.
#include <fenv.h>
#include <float.h>
#include <math.h>
#include <stdint.h>
#include <stdio.h>

static volatile double zero = 0.0, one = 1.0, big = 1e300;
static const double values[] = {0.0,
                                -0.0,
                                0.5,
                                -0.5,
                                1.5,
                                2.5,
                                -3.5,
                                1e10,
                                -1e10,
                                0.1,
                                1.0 / 3,
                                1e-310,
                                4503599627370497.5,
                                123456.789};

static unsigned compare(double a, double b)
{
    return (a < b) | (a <= b) << 1 | (a == b) << 2 | (a != b) << 3 |
           (a > b) << 4 | (a >= b) << 5 | isunordered(a, b) << 6 |
           isless(a, b) << 7;
}

static double polynomial(double x)
{
    static const double c[] = {1, -0.5, 0.25, -0.125, 3, 7, -9, 0.001};
    double r = 0;

    for (unsigned i = 0; i < sizeof c / sizeof *c; i++)
        r = r * x + c[i];
    return r;
}

static float mean(const float *v, int n)
{
    float s = 0, c = 0;

    for (int i = 0; i < n; i++) {
        float y = v[i] - c, t = s + y;
        c = (t - s) - y;
        s = t;
    }
    return s / (float)n;
}

static void conversions(double d)
{
    printf("%a %a %ld %d %lu %u %d %d\n", d, (double)(float)d, (long)d,
           (int)fmod(d, 1e9), (unsigned long)fabs(d),
           (unsigned)fabs(fmod(d, 1e9)), (short)fmod(d, 3e4),
           (signed char)fmod(d, 100));
    printf(" %a %a %a %a %a %ld\n", floor(d), ceil(d), trunc(d), rint(d),
           round(d), lrint(d));
}

int main(void)
{
    const unsigned n = sizeof values / sizeof *values;
    double nan = zero / zero, inf = one / zero;
    float f[100];

    for (unsigned i = 0; i < n; i++) {
        conversions(values[i]);
        printf(" %a %a %d%d%d%d\n", polynomial(values[i] / 1e5),
               sqrt(fabs(values[i])), !!signbit(values[i]),
               !!isnormal(values[i]), fpclassify(values[i]) == FP_SUBNORMAL,
               fpclassify(values[i]) == FP_ZERO);
    }
    for (unsigned i = 0; i < n; i++)
        for (unsigned j = 0; j < n; j++)
            printf("%x ", compare(values[i], values[j]));
    printf("\n%x %x %x %x\n", compare(nan, 1), compare(nan, nan),
           compare(inf, big), compare(-inf, nan));
    for (int i = 0; i < 100; i++)
        f[i] = (float)i * 0.1f + 1.0f / (float)(i + 1);
    printf("%a %a %a\n", mean(f, 100), fma(0.1, 10, -1), fmaf(0.1f, 10, -1));
    printf("%a %a %a %a\n", fmin(nan, 1), fmax(1, nan), copysign(2, -0.0),
           nextafter(1, 2));
    printf("%a %a %a\n", (double)UINT64_MAX, (double)INT64_MIN,
           (double)(float)UINT32_MAX);
    fesetround(FE_UPWARD);
    printf("%a %a\n", one / 3, rint(one + 0.25));
    fesetround(FE_TOWARDZERO);
    printf("%a %a\n", one / 3, rint(-one - 0.75));
    fesetround(FE_TONEAREST);
    feclearexcept(FE_ALL_EXCEPT);
    one /= zero;
    printf("%d\n", !!fetestexcept(FE_DIVBYZERO));
    return 0;
}
