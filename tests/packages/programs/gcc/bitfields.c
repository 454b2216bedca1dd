// SPDX-License-Identifier: MIT
// Bit-fields of all widths, packed and aligned structures, unions.
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

struct flags {
    unsigned a:1, b:2, c:3;
    signed d:4;
    unsigned:0;
    unsigned long long e:33, f:31;
    _Bool g:1;
};

struct __attribute__((packed)) wire {
    uint8_t kind;
    uint32_t length;
    uint16_t port:12, rest:4;
    uint64_t stamp;
};

struct __attribute__((aligned(32))) wide {
    char c;
    double d;
    struct {
        short x;
        int y[];
    } * tail;
};

union pun {
    uint64_t u;
    double d;
    struct {
        uint64_t mantissa:52, exponent:11, sign:1;
    } parts;
    uint8_t bytes[8];
};

static int spread(struct flags *f, unsigned n)
{
    f->a = n;
    f->b = n >> 1;
    f->c += n;
    f->d -= n;
    f->e = f->e * 3 + n;
    f->f ^= n * 0x01010101u;
    f->g = n & 4;
    return f->a + f->b * f->c + f->d;
}

int main(void)
{
    struct flags f = {0};
    struct wire w = {.kind = 7, .length = 0x01020304, .stamp = ~0ull};
    union pun p = {.d = -1234.5};
    long sum = 0;

    for (unsigned i = 0; i < 1000; i++) {
        sum += spread(&f, i * 7);
        w.port += i;
        w.rest = w.port >> 3;
    }
    printf("%ld %u %u %u %d %llu %llu %d\n", sum, f.a, f.b, f.c, f.d,
           (unsigned long long)f.e, (unsigned long long)f.f, f.g);
    printf("%zu %zu %zu %zu\n", sizeof f, sizeof w, sizeof(struct wide),
           offsetof(struct wire, stamp));
    printf("%u %u %u\n", w.port, w.rest, (unsigned)w.length);
    for (size_t i = 0; i < sizeof w; i++)
        printf("%02x", ((uint8_t *)&w)[i]);
    printf("\n%llx %d %d\n", (unsigned long long)p.parts.mantissa,
           (int)p.parts.exponent, (int)p.parts.sign);
    p.parts.exponent += 3;
    printf("%g %02x\n", p.d, p.bytes[7]);
    return 0;
}
