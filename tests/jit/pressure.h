// SPDX-License-Identifier: MIT
/*
 * Random regions that are hard to allocate for: many values that live long,
 * few guest registers that are written again and again, ops of every demand.
 */
#ifndef FERRY_TESTS_JIT_PRESSURE_H
#define FERRY_TESTS_JIT_PRESSURE_H

#include "jit/ir.h"

/* About so many guest instructions at pc, on AArch64's registers. */
void pressure_build(struct region *region, struct ir_builder *b, gaddr_t pc,
                    uint64_t *state, unsigned count);

#endif
