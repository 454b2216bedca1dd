// SPDX-License-Identifier: MIT
/*
 * Wherever an allocation says that a value is, it is (T2): operands when they
 * are read, every guest register wherever something may look, and what pending
 * flags are made of. Followed, not run: in random words of every row, mixes of
 * rows, and random IR that has too few registers. So that this means something,
 * each is then broken, by leaving out a move, which must be found.
 *
 *   allocations-hold-their-values [COUNT [SEED]]    regions for each row
 *   allocations-hold-their-values SEED HOST FEW     random IR of that seed
 */
#include "src/print.h"
#include "tests/ir/a64-words.h"
#include "tests/ir/toy.h"
#include "tests/jit/alloc-check.h"
#include "tests/jit/image-side.h"
#include "tests/jit/pressure.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

enum { FEW_STEP = 2, FEW_MOST = 4 };

static struct side *side;
static uint64_t checked, too_large, broken, found;

static void print_region(const struct region *region)
{
    static char buf[4096];
    struct print out;
    fflush(stdout);
    print_init(&out, buf, sizeof(buf), STDOUT_FILENO);
    ir_print(&out, region);
    print_flush(&out);
}

/*
 * Leaves out a move, and follows once more: nearly always something is missing
 * then. (Not so if two constants are the same.)
 */
static void check_without_a_move(void)
{
    struct allocation *al = &side->backend->allocation;
    if (!al->move_count)
        return;
    struct move *m = &al->moves[checked % al->move_count], was = *m;
    *m = (struct move){
        .kind = MOVE_REG, .dst = RAX, .src = RAX, .next = was.next};
    broken++;
    found += alloc_check(side->backend, &side->region) != NULL;
    *m = was;
}

static const char *check_with(const struct pins *pins)
{
    if (!alloc_make(side->backend, &side->region, pins)) {
        too_large++;
        return NULL;
    }
    checked++;
    const char *error = alloc_check(side->backend, &side->region);
    if (error)
        print_region(&side->region);
    else
        check_without_a_move();
    return error;
}

static const char *check(void)
{
    ir_optimise(&side->region);
    const char *error = check_with(&side->backend->pins);
    return error ? error : check_with(&side->backend->lending);
}

static const char *check_words(void)
{
    a64_words_build(&side->region, &side->mem, TOY_CODE);
    return check();
}

/* The same seed builds of toys, and of AArch64's many registers. */
static const char *check_ir(uint64_t seed)
{
    static struct ir_builder builder;
    uint64_t state = seed * 2 + 1;
    unsigned count = 1 + (unsigned)(seed % 100);
    if (side->backend->isa == &toy_isa)
        toy_build(&side->region, &builder, TOY_CODE, &state, count);
    else
        pressure_build(&side->region, &builder, TOY_CODE, &state, count);
    const char *error = ir_verify(&side->region);
    if (error)
        print_region(&side->region);
    return error ? error : check();
}

static int check_irs(uint64_t count, uint64_t seed, unsigned host, unsigned few)
{
    for (uint64_t n = seed; n < seed + count; n++) {
        const char *error = check_ir(n);
        if (!error)
            continue;
        printf("IR of seed %" PRIu64 " on host %u with %u registers fewer: "
               "%s\n",
               n, host, few, error);
        return 1;
    }
    return 0;
}

static int check_host(uint64_t count, uint64_t seed, unsigned host,
                      unsigned few)
{
    int failures = 0;
    side = side_new(&isa_aarch64, &a64_words_mem, host, few);
    failures += a64_words_check_rows(check_words, count, seed, NULL);
    failures += a64_words_check_mixes(check_words, 50 * count, seed);
    failures += check_irs(100 * count, seed, host, few);
    side_free(side);
    side = side_new(&toy_isa, &toy_mem, host, few);
    failures += check_irs(20 * count, seed, host, few);
    side_free(side);
    if (failures)
        printf("host %u, %u registers fewer, seed %" PRIu64 "\n", host, few,
               seed);
    return failures;
}

/* One region's IR, for who looks for an error in it. */
static int check_one(uint64_t seed, unsigned host, unsigned few)
{
    int failures = 0;
    side = side_new(&isa_aarch64, &a64_words_mem, host, few);
    failures += check_irs(1, seed, host, few);
    side_free(side);
    side = side_new(&toy_isa, &toy_mem, host, few);
    return (failures + check_irs(1, seed, host, few)) != 0;
}

int main(int argc, char **argv)
{
    uint64_t numbers[3] = {40, 1, 0};
    int failures = 0;
    for (int n = 1; n < argc && n <= 3; n++)
        numbers[n - 1] = strtoull(argv[n], NULL, 0);
    if (argc > 3)
        return check_one(numbers[0], (unsigned)numbers[1],
                         (unsigned)numbers[2]);
    for (unsigned host = 0; host < SIDE_HOSTS; host++)
        for (unsigned few = 0; few <= FEW_MOST; few += FEW_STEP)
            failures += check_host(numbers[0], numbers[1], host, few);
    if (too_large > checked / 20 || broken - found > broken / 20)
        failures++;
    if (failures)
        printf("%" PRIu64 " checked, %" PRIu64 " did not fit; of %" PRIu64
               " broken ones %" PRIu64 " were found\n",
               checked, too_large, broken, found);
    return failures != 0;
}
