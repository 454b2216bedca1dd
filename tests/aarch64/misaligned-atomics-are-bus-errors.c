// SPDX-License-Identifier: MIT
// build: -nostdlib -ffreestanding -mgeneral-regs-only
// build: -D_GNU_SOURCE -march=armv8.3-a
/*
 * Exclusive, acquire, release and atomic accesses must be aligned (B2.5.2,
 * without FEAT_LSE2); else SIGBUS. (qemu-user checks only some of them.)
 */
#include "check-trap.h"

static uint64_t cell[16] __attribute__((aligned(64)));

#define MISALIGNED(insn, offset)                                         \
    do {                                                                 \
        SIGNALS(insn, (uint64_t)cell + (offset), SIGBUS);                \
        CHECK(insn " code", seen.code, BUS_ADRALN);                      \
        CHECK(insn " address", seen.address, (uint64_t)cell + (offset)); \
    } while (0)

static void exclusives(void)
{
    MISALIGNED("ldxr x1, [x0]", 4);
    MISALIGNED("ldxr w1, [x0]", 2);
    MISALIGNED("ldaxrh w1, [x0]", 1);
    MISALIGNED("ldxp x1, x2, [x0]", 8);
    MISALIGNED("stxr w1, x2, [x0]", 1);
    MISALIGNED("ldaxp w1, w2, [x0]", 4);
    MISALIGNED("stlxp w3, w1, w2, [x0]", 2);
    MISALIGNED("stlxp w3, x1, x2, [x0]", 24);
}

static void acquire_and_release(void)
{
    MISALIGNED("ldar x1, [x0]", 1);
    MISALIGNED("ldarh w1, [x0]", 3);
    MISALIGNED("ldapr w1, [x0]", 2);
    MISALIGNED("stlr w1, [x0]", 6);
    MISALIGNED("stlr x1, [x0]", 60);
}

static void atomics(void)
{
    MISALIGNED("ldadd x1, x2, [x0]", 4);
    MISALIGNED("swph w1, w2, [x0]", 1);
    MISALIGNED("stset w1, [x0]", 2);
    MISALIGNED("cas x1, x2, [x0]", 3);
    MISALIGNED("caspal x2, x3, x2, x3, [x0]", 8);
    MISALIGNED("casp w2, w3, w2, w3, [x0]", 4);
}

int main(void)
{
    check_handle(SIGBUS, on_trap);
    exclusives();
    acquire_and_release();
    atomics();
    seen.count = 0;
    (void)VALUE("ldr %x[d], [%x[n], #1]\n\tstur %x[d], [%x[n], #3]", 0, cell,
                0);
    CHECK("plain accesses may be misaligned", seen.count, 0);
    return check_result();
}
