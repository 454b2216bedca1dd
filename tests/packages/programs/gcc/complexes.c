// SPDX-License-Identifier: MIT
// Complex numbers: arithmetic, calls that pass and return them, a transform.
#include <complex.h>
#include <stdio.h>

static double complex power(double complex z, unsigned n)
{
    double complex r = 1;

    for (; n; n >>= 1, z *= z) {
        if (n & 1)
            r *= z;
    }
    return r;
}

static int escapes(double complex c)
{
    double complex z = 0;
    int n = 0;

    while (creal(z) * creal(z) + cimag(z) * cimag(z) < 4 && n < 60)
        z = z * z + c, n++;
    return n;
}

static void transform(float complex *v, unsigned n, float complex root)
{
    if (n == 1)
        return;
    float complex even[n / 2], odd[n / 2], w = 1;

    for (unsigned i = 0; i < n / 2; i++)
        even[i] = v[2 * i], odd[i] = v[2 * i + 1];
    transform(even, n / 2, root * root);
    transform(odd, n / 2, root * root);
    for (unsigned i = 0; i < n / 2; i++, w *= root) {
        v[i] = even[i] + w * odd[i];
        v[i + n / 2] = even[i] - w * odd[i];
    }
}

int main(void)
{
    double complex z = 0.6 + 0.8 * I, q = power(z, 10) / (1 - 0.5 * I);
    float complex v[4] = {1, 2 - I, -I, -1 + 2 * I};
    _Complex int g = 3 + 4i;

    printf("%.9f %.9f\n", creal(q), cimag(q));
    printf("%.9f %.9f\n", creal(conj(q)), cimag(~q));
    for (int y = -10; y <= 10; y++) {
        for (int x = -20; x <= 10; x++)
            putchar(" .:-=+*#%@"[escapes(x / 10.0 + y / 8.0 * I) / 7]);
        putchar('\n');
    }
    transform(v, 4, -I);
    for (int i = 0; i < 4; i++)
        printf("%.3f %.3f\n", (double)crealf(v[i]), (double)cimagf(v[i]));
    g *= 2 - 1i;
    printf("%d %d %d\n", __real__ g, __imag__ g, q == q);
    return 0;
}
