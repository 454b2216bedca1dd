// SPDX-License-Identifier: MIT
// Benchmark kernel: scalar floating point: bodies under gravity, a spectral
// norm, a Mandelbrot count and conversions.

#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#define BODIES 5
#define NORM   120

struct body {
    double x[3], v[3], mass;
};

static struct body bodies[BODIES] = {
    {{0, 0, 0}, {0, 0, 0}, 39.5},
    {{4.84, -1.16, -0.10}, {0.60, 2.81, -0.02}, 0.037},
    {{8.34, 4.12, -0.4}, {-1.01, 1.82, 0.008}, 0.011},
    {{12.89, -15.11, -0.22}, {1.08, 0.86, -0.01}, 0.0017},
    {{15.37, -25.91, 0.17}, {0.97, 0.59, -0.03}, 0.002},
};

static void bodies_advance(double dt)
{
    for (int i = 0; i < BODIES; i++)
        for (int j = i + 1; j < BODIES; j++) {
            double d[3], square = 0;
            for (int k = 0; k < 3; k++) {
                d[k] = bodies[i].x[k] - bodies[j].x[k];
                square += d[k] * d[k];
            }
            double f = dt / (square * sqrt(square));
            for (int k = 0; k < 3; k++) {
                bodies[i].v[k] -= d[k] * bodies[j].mass * f;
                bodies[j].v[k] += d[k] * bodies[i].mass * f;
            }
        }
    for (int i = 0; i < BODIES; i++)
        for (int k = 0; k < 3; k++)
            bodies[i].x[k] += dt * bodies[i].v[k];
}

static double entry(int i, int j)
{
    return 1.0 / ((i + j) * (i + j + 1) / 2 + i + 1);
}

static double spectral_norm(void)
{
    double u[NORM], v[NORM], uv = 0, vv = 0;
    for (int i = 0; i < NORM; i++)
        u[i] = 1;
    for (int round = 0; round < 20; round++) {
        for (int i = 0; i < NORM; i++) {
            v[i] = 0;
            for (int j = 0; j < NORM; j++)
                v[i] += entry(i, j) * u[j];
        }
        for (int i = 0; i < NORM; i++) {
            u[i] = 0;
            for (int j = 0; j < NORM; j++)
                u[i] += entry(j, i) * v[j];
        }
    }
    for (int i = 0; i < NORM; i++) {
        uv += u[i] * v[i];
        vv += v[i] * v[i];
    }
    return sqrt(uv / vv);
}

static int mandelbrot(float cx, float cy)
{
    float x = 0, y = 0;
    int n = 0;
    while (n < 200 && x * x + y * y < 4) {
        float t = x * x - y * y + cx;
        y = 2 * x * y + cy;
        x = t;
        n++;
    }
    return n;
}

static uint64_t bits_of(double d)
{
    uint64_t bits;
    memcpy(&bits, &d, sizeof(bits));
    return bits;
}

int main(void)
{
    uint64_t sum = 0;
    for (int i = 0; i < 6000000; i++)
        bodies_advance(0.01);
    for (int i = 0; i < BODIES; i++)
        sum = sum * 31 + bits_of(bodies[i].x[0]);
    for (int i = 0; i < 200; i++)
        sum += bits_of(spectral_norm());
    for (int y = 0; y < 300; y++)
        for (int x = 0; x < 400; x++)
            sum += (uint64_t)mandelbrot((float)x / 160 - 2,
                                        (float)y / 120 - 1.25f);
    printf("float %016llx\n", (unsigned long long)sum);
    return 0;
}
