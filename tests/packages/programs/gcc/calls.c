// SPDX-License-Identifier: MIT
// Calling: variable arguments, structures by value in registers and memory,
// nested functions, variable-length arrays, alloca, setjmp.
#include <alloca.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

struct hfa {
    float x, y, z;
};
struct mixed {
    double d;
    int i;
};
struct huge {
    long v[9];
};
struct small {
    char c[3];
};

__attribute__((noinline)) static struct hfa cross(struct hfa a, struct hfa b)
{
    return (struct hfa){a.y * b.z - a.z * b.y, a.z * b.x - a.x * b.z,
                        a.x * b.y - a.y * b.x};
}

__attribute__((noinline)) static struct huge grow(struct huge h, struct mixed m,
                                                  struct small s, ...)
{
    va_list ap, again;

    va_start(ap, s);
    va_copy(again, ap);
    for (int i = 0; i < 9; i++)
        h.v[i] += va_arg(ap, int) + m.i + s.c[i % 3];
    for (int i = 0; i < 9; i++)
        h.v[i] *= va_arg(again, int);
    h.v[0] += (long)va_arg(ap, double);
    h.v[1] += va_arg(ap, struct mixed).i;
    h.v[2] += va_arg(ap, struct huge).v[8];
    h.v[3] += (long)(va_arg(ap, struct hfa).z * 4);
    va_end(again);
    va_end(ap);
    return h;
}

__attribute__((noinline)) static long
many(char a, short b, int c, long d, float e, double f, long g, long h, long i,
     char j, short k, double l, float m, double n, double o, double p, double q,
     double r, float s)
{
    return a + b * 2 + c * 3 + d * 4 + (long)(e + f + l + m + n + o + p) +
           g * 5 + h * 6 + i * 7 + j * 8 + k * 9 + (long)(q * 10 + r + s);
}

static void apply(int n, void (*f)(int))
{
    for (int i = 0; i < n; i++)
        f(i);
}

static int nested(int n)
{
    int total = 0, squares[n];

    void add(int i)
    {
        squares[i] = i * i;
        total += squares[i];
    }

    apply(n, add);
    return total + squares[n - 1] + (int)sizeof squares;
}

static jmp_buf back;

__attribute__((noinline)) static int dive(volatile int depth)
{
    char *room = alloca(64 + (unsigned)depth * 8);

    memset(room, depth, 64);
    if (depth == 40)
        longjmp(back, room[5]);
    return dive(depth + 1) + room[7];
}

int main(void)
{
    struct hfa a = cross((struct hfa){1, 2, 3}, (struct hfa){-4, 0.5f, 6});
    struct huge h = {{1, 2, 3, 4, 5, 6, 7, 8, 9}};
    struct mixed m = {2.5, 4};
    struct small s = {{1, 2, 3}};
    volatile int before = 3;
    int r;

    h = grow(h, m, s, 1, 2, 3, 4, 5, 6, 7, 8, 9, 8.5, m, h, a);
    printf("%g %g %g %ld %ld %ld %ld %ld\n", (double)a.x, (double)a.y,
           (double)a.z, h.v[0], h.v[1], h.v[2], h.v[3], h.v[8]);
    printf("%ld\n", many(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16,
                         17, 18, 19));
    printf("%d\n", nested(17));
    if ((r = setjmp(back)) == 0) {
        before = 4;
        dive(0);
    }
    printf("%d %d\n", r, before);
    return 0;
}
