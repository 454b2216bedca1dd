// SPDX-License-Identifier: MIT
// Switches that become tables, trees and bit tests; computed goto.
#include <stdio.h>

static int dense(int x)
{
    switch (x) {
    case 0: return 5;
    case 1: return 9;
    case 2: return x * 31;
    case 3: return -x;
    case 4: return x << 6;
    case 5: return 77;
    case 6: return x ^ 0x55;
    case 7:
    case 8: return 1000 - x;
    case 9 ... 14: return x % 4;
    default: return 42;
    }
}

static long sparse(long x)
{
    switch (x) {
    case -1000000: return 1;
    case -5: return 2;
    case 3: return 3;
    case 1000: return 4;
    case 0x7fffffffffff: return 5;
    case 65536: return 6;
    case 65537: return 7;
    default: return 0;
    }
}

static int letters(char c)
{
    switch (c) {
    case 'a':
    case 'e':
    case 'i':
    case 'o':
    case 'u': return 1;
    case ' ':
    case '\t':
    case '\n': return 2;
    }
    return 0;
}

static const char *names(unsigned x)
{
    switch (x) {
    case 0: return "zero";
    case 1: return "one";
    case 2: return "two";
    case 3: return "three";
    case 4: return "four";
    case 5: return "five";
    }
    return "many";
}

static long machine(const unsigned char *code)
{
    static const void *const ops[] = {&&push, &&add,  &&mul, &&dup,
                                      &&swap, &&jump, &&stop};
    long stack[64], *sp = stack, t;
    int fuel = 5000;

#define NEXT                \
    do {                    \
        if (--fuel == 0)    \
            return sp[-1];  \
        goto *ops[*code++]; \
    } while (0)
    NEXT;
push:
    *sp++ = (signed char)*code++;
    NEXT;
add:
    sp[-2] += sp[-1];
    sp--;
    NEXT;
mul:
    sp[-2] = (sp[-2] * sp[-1]) % 1000003;
    sp--;
    NEXT;
dup:
    *sp = sp[-1];
    sp++;
    NEXT;
swap:
    t = sp[-1], sp[-1] = sp[-2], sp[-2] = t;
    NEXT;
jump:
    code -= *code;
    NEXT;
stop:
    return sp[-1];
}

int main(void)
{
    static const unsigned char code[] = {0, 3, 0, 7, 3, 2, 1,
                                         0, 5, 4, 1, 5, 10};
    long sum = 0;

    for (int i = -20; i < 40; i++)
        sum = sum * 3 + dense(i) + letters((char)(i + 80));
    printf("%ld\n", sum);
    printf("%ld%ld%ld%ld%ld%ld%ld%ld\n", sparse(-1000000), sparse(-5),
           sparse(3), sparse(1000), sparse(0x7fffffffffff), sparse(65536),
           sparse(65537), sparse(9));
    for (unsigned i = 0; i < 8; i++)
        printf("%s ", names(i));
    printf("\n%ld\n", machine(code));
    return 0;
}
