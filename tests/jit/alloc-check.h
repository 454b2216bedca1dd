// SPDX-License-Identifier: MIT
/*
 * Does an allocation keep its values?  Follows it as emission would, with the
 * name of what each register and slot holds in the place of a value.
 */
#ifndef FERRY_TESTS_JIT_ALLOC_CHECK_H
#define FERRY_TESTS_JIT_ALLOC_CHECK_H

#include "jit/x86_64/emit-state.h"

/*
 * Allocates for the region, once optimised, with one of the backend's maps;
 * false if it does not fit.
 */
bool alloc_make(struct backend *be, const struct region *region,
                const struct pins *pins);

/*
 * NULL if every operand, pending flags and, wherever something may look, every
 * guest register stand where the allocation says; else what first does not,
 * until the next call.
 */
const char *alloc_check(const struct backend *be, const struct region *region);

#endif
