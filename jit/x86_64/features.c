// SPDX-License-Identifier: MIT
/*
 * What the host processor can do.  CPUID traps in virtual machines, so the
 * four leaves needed are asked once.
 */
#include "host.h"

#include <cpuid.h>
#include <stdatomic.h>

#define XCR0_YMM    0x06u /* the kernel saves SSE and AVX state */
#define XCR0_ZMM    0xe6u /* and the masks and both halves of AVX-512 */
#define PROBED      0x80000000u
#define VEX_NEEDED  (HOST_AVX2 | HOST_AVX512 | HOST_GFNI)
#define EVEX_NEEDED HOST_AVX512

static bool all(uint32_t word, uint32_t bits)
{
    return (word & bits) == bits;
}

static uint32_t xcr0_read(void)
{
    uint32_t low, high;

    __asm__("xgetbv" : "=a"(low), "=d"(high) : "c"(0));
    return low;
}

static uint32_t features_probe(void)
{
    const uint32_t v3_ecx1 = bit_FMA | bit_AVX | bit_F16C | bit_MOVBE;
    const uint32_t v3_ebx7 = bit_AVX2 | bit_BMI | bit_BMI2;
    const uint32_t v4_ebx7 =
        bit_AVX512F | bit_AVX512VL | bit_AVX512BW | bit_AVX512DQ;
    const uint32_t v4_ecx7 = bit_AVX512VBMI | bit_AVX512VBMI2 |
                             bit_AVX512BITALG | bit_AVX512VPOPCNTDQ;
    uint32_t a, b1, c1, d1, b7 = 0, c7 = 0, d7, be, ce = 0, de;
    uint32_t xcr0 = 0, found = PROBED;

    __cpuid(1, a, b1, c1, d1);
    __cpuid(0x80000001, a, be, ce, de);
    /* Processors with XSAVE have leaf 7, so that none asks how many. */
    if (c1 & bit_OSXSAVE) {
        __cpuid_count(7, 0, a, b7, c7, d7);
        xcr0 = xcr0_read();
    }

    if (all(c1, bit_SSE4_2 | bit_SSE4_1 | bit_SSSE3 | bit_POPCNT))
        found |= HOST_SSE42;
    if (c1 & bit_AES)
        found |= HOST_AES;
    if (c1 & bit_PCLMUL)
        found |= HOST_PCLMUL;
    if (b7 & bit_SHA)
        found |= HOST_SHA;
    if (all(xcr0, XCR0_YMM) && all(c1, v3_ecx1) && all(b7, v3_ebx7) &&
        (ce & bit_LZCNT)) {
        found |= HOST_AVX2;
        if (c7 & bit_GFNI)
            found |= HOST_GFNI;
        if (all(xcr0, XCR0_ZMM) && all(b7, v4_ebx7) && all(c7, v4_ecx7))
            found |= HOST_AVX512;
    }
    return found;
}

uint32_t host_features(unsigned level)
{
    static _Atomic uint32_t cached;
    uint32_t found = atomic_load_explicit(&cached, memory_order_relaxed);

    if (!found) {
        found = features_probe();
        atomic_store_explicit(&cached, found, memory_order_relaxed);
    }
    found &= ~PROBED;
    if (level == 2)
        found &= ~(uint32_t)VEX_NEEDED;
    if (level == 3)
        found &= ~(uint32_t)EVEX_NEEDED;
    return found;
}
