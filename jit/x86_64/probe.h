// SPDX-License-Identifier: MIT
/* Where features.c learns what the processor can do. */
#ifndef FERRY_X86_64_PROBE_H
#define FERRY_X86_64_PROBE_H

#include "src/types.h"

/* CPUID's words, without what the kernel has not enabled. */
struct cpu_words {
    uint32_t ecx_1, ebx_7, ecx_7, ecx_80000001;
};

void cpu_words_read(struct cpu_words *words);

#endif
