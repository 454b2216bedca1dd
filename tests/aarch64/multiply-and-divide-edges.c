// SPDX-License-Identifier: MIT
// build: -nostdlib -ffreestanding -mgeneral-regs-only
/* MADD and its family, SMULH, UMULH, UDIV, SDIV at their edges. */
#include "check.h"

#define MIN64 0x8000000000000000
#define ALL   0xffffffffffffffff

static void products(void)
{
    CHECK("mul", VALUE("mul %x[d], %x[n], %x[m]", 0, 1ull << 32, 1ull << 32),
          0);
    CHECK("mul w", VALUE("mul %w[d], %w[n], %w[m]", 0, 0x1ffffffff, 0xffffffff),
          1);
    CHECK("mneg", VALUE("mneg %x[d], %x[n], %x[m]", 0, 7, 6), -42);
    CHECK("mneg w", VALUE("mneg %w[d], %w[n], %w[m]", 0, 7, 6), 0xffffffd6);
    CHECK("madd", VALUE("madd %x[d], %x[n], %x[m], %x[d]", 5, 7, 6), 47);
    CHECK("madd w", VALUE("madd %w[d], %w[n], %w[m], %w[d]", ALL, 7, 6), 41);
    CHECK("msub", VALUE("msub %x[d], %x[n], %x[m], %x[d]", 5, 7, 6), -37);
    CHECK("msub w", VALUE("msub %w[d], %w[n], %w[m], %w[d]", 43, 7, 6), 1);
    CHECK("smull", VALUE("smull %x[d], %w[n], %w[m]", 0, 0x180000000, -1),
          0x80000000);
    CHECK("umull", VALUE("umull %x[d], %w[n], %w[m]", 0, ALL, ALL),
          0xfffffffe00000001);
    CHECK("smaddl",
          VALUE("smaddl %x[d], %w[n], %w[m], %x[d]", 1ull << 40, -2, 3),
          (1ull << 40) - 6);
    CHECK("smsubl",
          VALUE("smsubl %x[d], %w[n], %w[m], %x[d]", 1ull << 40, -2, 3),
          (1ull << 40) + 6);
    CHECK("umaddl", VALUE("umaddl %x[d], %w[n], %w[m], %x[d]", 1, -2, 3),
          0x2fffffffb);
    CHECK("umsubl", VALUE("umsubl %x[d], %w[n], %w[m], %x[d]", 0, 1, -1),
          -0xffffffffll);
    CHECK("smnegl", VALUE("smnegl %x[d], %w[n], %w[m]", 0, -5, 5), 25);
    CHECK("umnegl", VALUE("umnegl %x[d], %w[n], %w[m]", 0, 5, 5), -25);
    CHECK("smulh", VALUE("smulh %x[d], %x[n], %x[m]", 0, MIN64, MIN64),
          1ull << 62);
    CHECK("smulh -1", VALUE("smulh %x[d], %x[n], %x[m]", 0, -1, 1), ALL);
    CHECK("smulh mixed", VALUE("smulh %x[d], %x[n], %x[m]", 0, MIN64, 2), ALL);
    CHECK("umulh", VALUE("umulh %x[d], %x[n], %x[m]", 0, ALL, ALL), ALL - 1);
    CHECK("umulh small", VALUE("umulh %x[d], %x[n], %x[m]", 0, MIN64, 2), 1);
    CHECK("flags kept",
          RUN("madd %x[d], %x[n], %x[m], %x[d]", 0, ALL, ALL, 6).nzcv, 6);
}

static void quotients(void)
{
    CHECK("udiv", VALUE("udiv %x[d], %x[n], %x[m]", 0, ALL, 10), ALL / 10);
    CHECK("udiv by 0", VALUE("udiv %x[d], %x[n], %x[m]", 9, 5, 0), 0);
    CHECK("udiv w", VALUE("udiv %w[d], %w[n], %w[m]", 0, 0xf0000000f, 4), 3);
    CHECK("udiv w by high half",
          VALUE("udiv %w[d], %w[n], %w[m]", 9, 5, 1ull << 32), 0);
    CHECK("sdiv", VALUE("sdiv %x[d], %x[n], %x[m]", 0, -7, 2), -3);
    CHECK("sdiv both negative", VALUE("sdiv %x[d], %x[n], %x[m]", 0, -7, -2),
          3);
    CHECK("sdiv by 0", VALUE("sdiv %x[d], %x[n], %x[m]", 9, -7, 0), 0);
    CHECK("sdiv overflow", VALUE("sdiv %x[d], %x[n], %x[m]", 0, MIN64, -1),
          MIN64);
    CHECK("sdiv w overflow",
          VALUE("sdiv %w[d], %w[n], %w[m]", 0, 0x80000000, 0xffffffff),
          0x80000000);
    CHECK("sdiv w", VALUE("sdiv %w[d], %w[n], %w[m]", 0, 0xfffffff9, 2),
          0xfffffffd);
    CHECK("sdiv w by 0", VALUE("sdiv %w[d], %w[n], %w[m]", 9, 1, 1ull << 33),
          0);
    CHECK("remainder",
          VALUE("udiv %x[d], %x[n], %x[m]\n\t"
                "msub %x[d], %x[d], %x[m], %x[n]",
                0, 1000007, 1000),
          7);
    CHECK("flags kept", RUN("sdiv %x[d], %x[n], %x[m]", 0, 1, 0, 11).nzcv, 11);
}

int main(void)
{
    products();
    quotients();
    return check_result();
}
