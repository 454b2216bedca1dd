// SPDX-License-Identifier: MIT
/* Regions of random words of each implemented A64 row, for tests to check. */
#ifndef FERRY_TESTS_IR_A64_WORDS_H
#define FERRY_TESTS_IR_A64_WORDS_H

#include "src/mem.h"
#include "tests/ir/interp.h"

/* Memory that holds the words, and nothing else. */
extern const struct mem a64_words_mem;

/* Builds the region of the words, as code at pc of `mem`. */
void a64_words_build(struct region *region, const struct mem *mem, gaddr_t pc);

/* What to do with each set of words: NULL, or what is wrong. */
typedef const char *a64_words_check(void);

/*
 * Calls check() for `count` sets of words of each row, or of the one called
 * `only`; says which failed. Returns how many rows did.
 */
int a64_words_check_rows(a64_words_check *check, uint64_t count, uint64_t seed,
                         const char *only);
/* The same for mixes of all rows on few registers, many of them addresses. */
int a64_words_check_mixes(a64_words_check *check, uint64_t count,
                          uint64_t seed);

#endif
