// SPDX-License-Identifier: MIT
// Benchmark kernel: quicksort, heapsort and merge sort of 32-bit integers.

#include <stdint.h>
#include <stdio.h>
#include <string.h>

#define COUNT 400000

static uint32_t data[COUNT];
static uint32_t spare[COUNT];

static void data_fill(uint32_t seed)
{
    for (int i = 0; i < COUNT; i++) {
        seed = seed * 1664525 + 1013904223;
        data[i] = seed >> 4;
    }
}

static void sort_quick(uint32_t *a, int n)
{
    while (n > 16) {
        uint32_t pivot = a[n / 2];
        int i = 0, j = n - 1;
        while (i <= j) {
            while (a[i] < pivot)
                i++;
            while (a[j] > pivot)
                j--;
            if (i <= j) {
                uint32_t t = a[i];
                a[i++] = a[j];
                a[j--] = t;
            }
        }
        sort_quick(a, j + 1);
        a += i;
        n -= i;
    }
    for (int i = 1; i < n; i++) {
        uint32_t v = a[i];
        int j = i;
        for (; j > 0 && a[j - 1] > v; j--)
            a[j] = a[j - 1];
        a[j] = v;
    }
}

static void heap_sift(uint32_t *a, int i, int n)
{
    uint32_t v = a[i];
    for (int child; (child = 2 * i + 1) < n; i = child) {
        if (child + 1 < n && a[child + 1] > a[child])
            child++;
        if (a[child] <= v)
            break;
        a[i] = a[child];
    }
    a[i] = v;
}

static void sort_heap(uint32_t *a, int n)
{
    for (int i = n / 2 - 1; i >= 0; i--)
        heap_sift(a, i, n);
    for (int i = n - 1; i > 0; i--) {
        uint32_t t = a[0];
        a[0] = a[i];
        a[i] = t;
        heap_sift(a, 0, i);
    }
}

static void sort_merge(uint32_t *a, uint32_t *tmp, int n)
{
    if (n < 2)
        return;
    int half = n / 2;
    sort_merge(a, tmp, half);
    sort_merge(a + half, tmp, n - half);
    int i = 0, j = half, k = 0;
    while (i < half && j < n)
        tmp[k++] = a[j] < a[i] ? a[j++] : a[i++];
    while (i < half)
        tmp[k++] = a[i++];
    memcpy(a, tmp, (size_t)k * sizeof(*a));
}

static uint32_t data_sum(void)
{
    uint32_t sum = 0;
    for (int i = 0; i < COUNT; i++)
        sum = sum * 31 + data[i];
    return sum;
}

int main(void)
{
    uint32_t sum = 0;
    for (uint32_t round = 0; round < 4; round++) {
        data_fill(round);
        sort_quick(data, COUNT);
        sum += data_sum();
        data_fill(round + 100);
        sort_heap(data, COUNT);
        sum += data_sum();
        data_fill(round + 200);
        sort_merge(data, spare, COUNT);
        sum += data_sum();
    }
    printf("sort %08x\n", sum);
    return 0;
}
