// SPDX-License-Identifier: MIT
/*
 * The processor's features as libc knows them since its start: CPUID traps in
 * virtual machines, at some microseconds each.
 */
#include "jit/x86_64/probe.h"

#include <sys/platform/x86.h>

static uint32_t word(unsigned leaf, enum cpuid_register_index index)
{
    return __x86_get_cpuid_feature_leaf(leaf)->active_array[index];
}

void cpu_words_read(struct cpu_words *words)
{
    *words = (struct cpu_words){
        .ecx_1 = word(CPUID_INDEX_1, cpuid_register_index_ecx),
        .ebx_7 = word(CPUID_INDEX_7, cpuid_register_index_ebx),
        .ecx_7 = word(CPUID_INDEX_7, cpuid_register_index_ecx),
        .ecx_80000001 = word(CPUID_INDEX_80000001, cpuid_register_index_ecx),
    };
}
