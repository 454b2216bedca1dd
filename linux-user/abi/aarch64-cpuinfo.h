// SPDX-License-Identifier: MIT
/* /proc/cpuinfo of an AArch64 guest. */
#ifndef FERRY_AARCH64_CPUINFO_H
#define FERRY_AARCH64_CPUINFO_H

struct print;

/* Processor `number`, as arch/arm64/kernel/cpuinfo.c shows it (c_show). */
void aarch64_cpuinfo(unsigned number, struct print *out);

#endif
