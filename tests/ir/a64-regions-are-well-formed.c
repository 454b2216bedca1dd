// SPDX-License-Identifier: MIT
/*
 * Regions built from random words of every implemented A64 row are
 * well-formed, before and after ir_optimise().
 *
 *   a64-regions-are-well-formed [COUNT [SEED [ROW]]]    regions for each row
 */
#include "tests/ir/a64-words.h"

#include <stdlib.h>

static struct region region;

static const char *check(void)
{
    a64_words_build(&region, &a64_words_mem, 0x551100010000);
    const char *error = ir_verify(&region);
    if (error)
        return error;
    ir_optimise(&region);
    return ir_verify(&region);
}

int main(int argc, char **argv)
{
    uint64_t count = argc > 1 ? strtoull(argv[1], NULL, 0) : 300;
    uint64_t seed = argc > 2 ? strtoull(argv[2], NULL, 0) : 1;
    const char *only = argc > 3 ? argv[3] : NULL;
    int failures = a64_words_check_rows(check, count, seed, only);
    if (!only)
        failures += a64_words_check_mixes(check, 20 * count, seed);
    return failures != 0;
}
