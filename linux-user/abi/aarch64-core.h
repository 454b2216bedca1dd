// SPDX-License-Identifier: MIT
/* The registers of AArch64 in a core, for abi_aarch64. */
#ifndef FERRY_AARCH64_CORE_H
#define FERRY_AARCH64_CORE_H

#include "abi.h"

/* struct user_pt_regs: X0 to X30, SP, PC, PSTATE. */
#define A64_GREGS_BYTES (34 * 8)

void a64_core_gregs(const struct cpu *cpu, void *out);
bool a64_core_note(const struct cpu *cpu, unsigned index,
                   struct core_note *note);

#endif
