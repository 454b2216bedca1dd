// SPDX-License-Identifier: MIT
/* Compiling regions to images that are looked at, not run. */
#ifndef FERRY_TESTS_JIT_IMAGE_SIDE_H
#define FERRY_TESTS_JIT_IMAGE_SIDE_H

#include "jit/backend.h"

/* All that a compilation works in, at a place of its own. */
struct side {
    struct region region;
    struct image image;
    struct mem mem;
    struct backend *backend;
};

/* Sets of host features that together make every kind of code. */
#define SIDE_HOSTS 3

/* For host 0 to SIDE_HOSTS - 1, which the machine need not be like. */
struct side *side_new(const struct isa *isa, const struct mem *mem,
                      unsigned host, unsigned few_registers);
void side_free(struct side *side);
/* Optimises and compiles its region; false if it does not fit. */
bool side_compile(struct side *side);

/* True if code and all tables are equal. */
bool images_equal(const struct image *a, const struct image *b);

#endif
