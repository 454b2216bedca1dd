// SPDX-License-Identifier: MIT
/*
 * A fault leaves every register, flag and byte as the instructions before it
 * made them: random programs whose accesses each have a page of their own are
 * run once for each page they meet, with that page unreadable or read-only,
 * and compared with the interpreter stopped at that access.
 *
 *   faults-are-exact [--seed N] [COUNT]
 */
#include "tests/diff/diff.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

enum { MAX_VARIANTS = 24, MAX_REPORTS = 3, FAULT_STREAM = 0x20000 };

static struct jit_engine *engines[MAX_VARIANTS];
static struct diff_batch batch = {.count = 1};
static struct diff_state expected, got;
static uint64_t programs, faults, failures;

static void report(uint64_t seed, unsigned page, int prot, const char *engine)
{
    const struct diff_case *c = &batch.cases[0];
    if (failures++ >= MAX_REPORTS)
        return;
    printf("%s: --seed %" PRIu64 " 1, page %u %s\n    words", engine, seed,
           page, prot ? "read-only" : "unreadable");
    state_print_words(c);
    printf("    fault at %" PRIx64 " against %" PRIx64 "\n",
           expected.fault_address, got.fault_address);
    state_print_difference(c, &expected, &got);
}

static bool same_fault(void)
{
    return state_equal(&expected, &got, 0) &&
           (expected.outcome != DIFF_FAULT ||
            expected.fault_address == got.fault_address);
}

/* The case with one page less. */
static void inject(uint64_t seed, unsigned page, int prot)
{
    const struct diff_case *c = &batch.cases[0];
    struct interp_trace trace;
    shared_protect(page, prot);
    interp_engine_run(c, &expected, &trace, false);
    faults += expected.outcome == DIFF_FAULT;
    for (unsigned v = 0; v < jit_variant_count; v++) {
        if (!engines[v])
            continue;
        jit_engine_run(engines[v], c, &got);
        if (!same_fault())
            report(seed, page, prot, jit_variants[v].name);
    }
    shared_protect(page, PROT_READ | PROT_WRITE);
}

static void run_program(uint64_t seed)
{
    struct diff_case *c = &batch.cases[0];
    struct rng rng = rng_seeded(seed, FAULT_STREAM);
    struct interp_trace trace;
    generate_program(c, &rng, slot_address(0), true);
    interp_engine_run(c, &expected, &trace, false);
    if (trace.discard || trace.error || !(trace.pages & ~1ull))
        return;
    programs++;
    shared_set_code(&batch);
    for (unsigned v = 0; v < jit_variant_count; v++)
        if (engines[v])
            jit_engine_invalidate(engines[v]);
    for (unsigned page = 1; page < DIFF_MAX_PAGES; page++)
        if (trace.pages >> page & 1)
            inject(seed, page, rng_below(&rng, 3) ? PROT_NONE : PROT_READ);
}

int main(int argc, char **argv)
{
    uint64_t seed = 1, count = 10000;
    if (argc > 2 && !strcmp(argv[1], "--seed")) {
        seed = strtoull(argv[2], NULL, 0);
        argc -= 2;
        argv += 2;
    }
    if (argc > 1)
        count = strtoull(argv[1], NULL, 0);
    if (!shared_map(DIFF_MAX_PAGES)) {
        printf("the data pages can't be mapped\n");
        return 99;
    }
    for (unsigned v = 0; v < jit_variant_count; v++)
        engines[v] = jit_engine_create(&jit_variants[v]);
    uint64_t end = count == 1 ? seed + 1 : UINT64_MAX;
    for (uint64_t n = seed; programs < count && n < end; n++)
        run_program(n);
    printf("%" PRIu64 " programs, %" PRIu64 " faults, %" PRIu64
           " differences\n",
           programs, faults, failures);
    return failures != 0;
}
