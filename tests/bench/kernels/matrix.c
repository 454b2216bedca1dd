// SPDX-License-Identifier: MIT
// Benchmark kernel: products of integer matrices, and their transposes.

#include <stdint.h>
#include <stdio.h>

#define N 240

static int32_t a[N][N], b[N][N], c[N][N];

static void multiply(void)
{
    for (int i = 0; i < N; i++)
        for (int j = 0; j < N; j++) {
            int32_t sum = 0;
            for (int k = 0; k < N; k++)
                sum += a[i][k] * b[k][j];
            c[i][j] = sum;
        }
}

static void transpose(void)
{
    for (int i = 0; i < N; i++)
        for (int j = 0; j < N; j++)
            a[j][i] = c[i][j] % 1000 - b[j][i];
}

int main(void)
{
    uint32_t sum = 0;
    for (int i = 0; i < N; i++)
        for (int j = 0; j < N; j++) {
            a[i][j] = i * 7 + j * 3;
            b[i][j] = (i ^ j) & 63;
        }
    for (int round = 0; round < 140; round++) {
        multiply();
        transpose();
        sum = sum * 31 + (uint32_t)c[round % N][(N - 1 - round + N) % N];
    }
    printf("matrix %08x\n", sum);
    return 0;
}
