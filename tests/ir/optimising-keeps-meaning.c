// SPDX-License-Identifier: MIT
/*
 * A region leaves the same registers, flags and memory, at the same exit or
 * fault, before and after ir_optimise(), and is well-formed both times.
 */
#include "tests/ir/toy.h"

#include <inttypes.h>
#include <stdio.h>

static struct region region;
static struct ir_builder builder;

static const char *compare(uint64_t seed)
{
    struct toy before, after;
    uint64_t state = seed * 2 + 1;
    const char *error;
    toy_build(&region, &builder, TOY_CODE, &state, 1 + (unsigned)(seed % 60));
    if ((error = ir_verify(&region)))
        return error;
    toy_init(&before, seed);
    toy_init(&after, seed);
    struct interp_result a = toy_run(&before, &region);
    ir_optimise(&region);
    if ((error = ir_verify(&region)))
        return error;
    struct interp_result b = toy_run(&after, &region);
    if (a.stop == INTERP_UNSUPPORTED)
        return before.in.unsupported;
    if (a.stop != b.stop || a.pc != b.pc ||
        a.exception.address != b.exception.address)
        return "the exits differ";
    return toy_equal(&before, &after) ? NULL : "the states differ";
}

static int try_seed(uint64_t seed)
{
    const char *error = compare(seed);
    if (error)
        printf("seed %" PRIu64 ": %s\n", seed, error);
    return error != NULL;
}

int main(int argc, char **argv)
{
    return toy_main(argc, argv, 30000, try_seed);
}
