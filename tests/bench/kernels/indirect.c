// SPDX-License-Identifier: MIT
// Benchmark kernel: calls through a table of function pointers.

#include <stdint.h>
#include <stdio.h>

typedef uint32_t step_fn(uint32_t);

static uint32_t step_add(uint32_t x)
{
    return x + 0x9e3779b9;
}

static uint32_t step_rotate(uint32_t x)
{
    return x << 7 | x >> 25;
}

static uint32_t step_xor(uint32_t x)
{
    return x ^ x >> 15;
}

static uint32_t step_multiply(uint32_t x)
{
    return x * 0x85ebca6b;
}

static uint32_t step_reverse(uint32_t x)
{
    return __builtin_bswap32(x) + 1;
}

static uint32_t step_count(uint32_t x)
{
    return x - (x >> 1 & 0x55555555);
}

static uint32_t step_select(uint32_t x)
{
    return x & 1 ? x + 12345 : x >> 1;
}

static uint32_t step_none(uint32_t x)
{
    return ~x;
}

static step_fn *volatile table[8] = {
    step_add,     step_rotate, step_xor,    step_multiply,
    step_reverse, step_count,  step_select, step_none,
};

int main(void)
{
    uint32_t x = 1, pattern = 0x2468ace1;
    for (int i = 0; i < 330000000; i++) {
        // A short cycle that a predictor can learn, as real dispatch has.
        pattern = pattern << 3 | pattern >> 29;
        x = table[pattern & 7](x);
    }
    printf("indirect %08x\n", x);
    return 0;
}
