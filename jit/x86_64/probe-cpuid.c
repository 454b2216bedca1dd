// SPDX-License-Identifier: MIT
/* The processor's features by CPUID, where libc does not tell them. */
#include "jit/x86_64/probe.h"

#include <cpuid.h>

#define XCR0_YMM 0x06u /* the kernel saves SSE and AVX state */
#define XCR0_ZMM 0xe6u /* and the masks and both halves of AVX-512 */

static uint32_t xcr0_read(void)
{
    uint32_t low, high;

    __asm__("xgetbv" : "=a"(low), "=d"(high) : "c"(0));
    return low;
}

void cpu_words_read(struct cpu_words *words)
{
    uint32_t a, b, d, xcr0 = 0;

    *words = (struct cpu_words){0};
    __cpuid(1, a, b, words->ecx_1, d);
    __cpuid(0x80000001, a, b, words->ecx_80000001, d);
    /* Processors with XSAVE have leaf 7, so that none asks how many. */
    if (words->ecx_1 & bit_OSXSAVE) {
        __cpuid_count(7, 0, a, words->ebx_7, words->ecx_7, d);
        xcr0 = xcr0_read();
    }
    /* All of AVX and of AVX-512 stands on these, see features.c. */
    if ((xcr0 & XCR0_YMM) != XCR0_YMM)
        words->ecx_1 &= ~(uint32_t)bit_AVX;
    if ((xcr0 & XCR0_ZMM) != XCR0_ZMM)
        words->ebx_7 &= ~(uint32_t)bit_AVX512F;
}
