// SPDX-License-Identifier: MIT
// build: -nostdlib -ffreestanding -mgeneral-regs-only
// build: -D_GNU_SOURCE
// ferry: -one-insn-per-tb
/* What loops of exclusives do, with each instruction a region of its own. */
#include "exclusive-loops-are-exact.c"
