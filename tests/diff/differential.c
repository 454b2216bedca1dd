// SPDX-License-Identifier: MIT
/*
 * Differential testing: random instructions and programs from random states,
 * through the IR interpreter, the translator at all host levels, and the
 * oracle; every register, flag and byte of memory is compared.
 *
 *   differential [--program] [--row NAME] [--seed N] [--count N] [--verbose]
 *                [--words WORD,...] [--exceptions FILE] [--qemu FILE --oracle
 * FILE] [--no-jit]
 *
 * --count is for each row, or of programs.  Case n has seed N + n, so that
 * one case is replayed by its seed, row and --count 1.  --words runs these
 * words, in hexadecimal, from the states of programs.
 */
#include "target/aarch64/a64-decode.gen.h"
#include "tests/diff/diff.h"

#include <getopt.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MAX_REPORTS = 3, MAX_VARIANTS = 24, PROGRAM_STREAM = 0x10000 };

static struct {
    bool program, verbose, no_jit, oracle;
    const char *row, *qemu, *oracle_program, *exceptions, *words;
    uint64_t seed, count;
} options = {.seed = 1};

static struct jit_engine *engines[MAX_VARIANTS];
static struct diff_batch batch;
static uint64_t seeds[DIFF_BATCH];
static int batch_row; /* -1: programs */
static struct diff_state expected[DIFF_BATCH];
static uint64_t total, failed, row_failures;

/* The operands that the word's usual fields name. */
static void print_operands(const struct diff_case *c)
{
    uint32_t word = c->words[c->in.pc % DIFF_SLOT_BYTES / 4];
    static const unsigned at[] = {0, 5, 16, 10};
    for (unsigned n = 0; n < ARRAY_SIZE(at); n++) {
        unsigned reg = word >> at[n] & 31;
        printf("    field %u: x%u %016" PRIx64 ", v%u %016" PRIx64 "%016" PRIx64
               "\n",
               at[n], reg, c->in.x[reg], reg, c->in.v[reg][1], c->in.v[reg][0]);
    }
}

static void report(unsigned n, const char *engine, const char *error,
                   const struct diff_state *got)
{
    const struct diff_case *c = &batch.cases[n];
    const char *row = batch_row < 0 ? NULL : a64_rows[batch_row].name;
    failed++;
    if (row_failures++ >= MAX_REPORTS && !options.verbose)
        return;
    printf("%s, %s: %s%s --seed %" PRIu64 " --count 1\n    words",
           row ? row : "program", engine, row ? "--row " : "--program",
           row ? row : "", seeds[n]);
    state_print_words(c);
    if (error)
        printf("    %s\n", error);
    if (row)
        print_operands(c);
    if (got)
        state_print_difference(c, &expected[n], got);
    fflush(stdout);
}

static bool run_oracle(void)
{
    static struct diff_state results[DIFF_BATCH];
    if (!oracle_run(&batch, results)) {
        printf("the oracle has died\n");
        failed++;
        return false;
    }
    for (unsigned n = 0; n < batch.count; n++)
        if (!state_equal(&expected[n], &results[n], exceptions_of(batch_row)))
            report(n, "oracle", NULL, &results[n]);
    return true;
}

/* Does the case, changed, still differ? */
static bool differs(struct jit_engine *e, const struct diff_case *c)
{
    static struct diff_state want, got;
    struct interp_trace trace;
    interp_engine_run(c, &want, &trace, false);
    if (trace.discard || trace.error)
        return false;
    memcpy((void *)c->in.pc, c->words, DIFF_SLOT_BYTES);
    jit_engine_invalidate(e);
    jit_engine_run(e, c, &got);
    return !state_equal(&want, &got, 0);
}

/* Prints what is left of a program that differs when NOPs take all they can. */
static void print_minimal(struct jit_engine *e, const struct diff_case *c)
{
    enum { NOP = 0xd503201f };
    static struct diff_case m;
    m = *c;
    for (unsigned n = 0; n < DIFF_SLOT_WORDS; n++) {
        uint32_t word = m.words[n];
        if (word == DIFF_BRK)
            continue;
        m.words[n] = NOP;
        if (!differs(e, &m))
            m.words[n] = word;
    }
    printf("    enough of it:");
    for (unsigned n = 0; n < DIFF_SLOT_WORDS; n++)
        if (m.words[n] != DIFF_BRK && m.words[n] != NOP)
            printf(" %u:%08" PRIx32, n, m.words[n]);
    putchar('\n');
    memcpy((void *)c->in.pc, c->words, DIFF_SLOT_BYTES);
    jit_engine_invalidate(e);
}

static void run_jit(const struct jit_variant *variant, struct jit_engine *e)
{
    static struct diff_state result;
    jit_engine_invalidate(e);
    for (unsigned n = 0; n < batch.count; n++) {
        jit_engine_run(e, &batch.cases[n], &result);
        if (state_equal(&expected[n], &result, exceptions_of(batch_row)))
            continue;
        report(n, variant->name, NULL, &result);
        if (batch_row < 0 && row_failures <= MAX_REPORTS)
            print_minimal(e, &batch.cases[n]);
    }
}

static bool run_batch(void)
{
    if (!batch.count)
        return true;
    total += batch.count;
    bool ok = !options.oracle || run_oracle();
    shared_set_code(&batch);
    for (unsigned v = 0; v < jit_variant_count; v++)
        if (engines[v])
            run_jit(&jit_variants[v], engines[v]);
    batch.count = 0;
    return ok;
}

/* Puts the words of --words in place of the case's. */
static void set_words(struct diff_case *c)
{
    const char *at = options.words;
    char *end;
    for (unsigned n = 0; n < DIFF_SLOT_WORDS; n++) {
        c->words[n] = (uint32_t)strtoul(at, &end, 16);
        if (end == at)
            c->words[n] = DIFF_BRK;
        at = end + (*end == ',');
    }
}

/* Adds the seed's case to the batch, with what the interpreter makes of it. */
static void add_case(uint64_t seed)
{
    static struct diff_state optimised;
    struct rng rng =
        rng_seeded(seed, batch_row < 0 ? PROGRAM_STREAM : (uint64_t)batch_row);
    unsigned n = batch.count;
    struct diff_case *c = &batch.cases[n];
    struct interp_trace trace;
    uint64_t pc = slot_address(seed % DIFF_BATCH); /* also when replayed */
    if (!(batch_row < 0 ? generate_program(c, &rng, pc, false)
                        : generate_insn(c, &rng, batch_row, pc)))
        return;
    if (options.words)
        set_words(c);
    interp_engine_run(c, &expected[n], &trace, false);
    if (trace.discard)
        return;
    seeds[n] = seed;
    if (trace.error) {
        report(n, "interpreter", trace.error, NULL);
        return;
    }
    interp_engine_run(c, &optimised, &trace, true);
    if (trace.error || !state_equal(&expected[n], &optimised, 0))
        report(n, "optimised", trace.error, &optimised);
    batch.count++;
}

static bool run_seeds(int row, uint64_t count)
{
    batch_row = row;
    row_failures = 0;
    uint64_t before = total;
    bool ok = true;
    for (uint64_t n = 0; ok && n < count; n++) {
        add_case(options.seed + n);
        if ((options.seed + n) % DIFF_BATCH == DIFF_BATCH - 1)
            ok = run_batch();
    }
    ok = ok && run_batch();
    if (options.verbose || row_failures)
        printf("%s: %" PRIu64 " cases, %" PRIu64 " differences\n",
               row < 0 ? "programs" : a64_rows[row].name, total - before,
               row_failures);
    fflush(stdout);
    return ok;
}

static void parse(int argc, char **argv)
{
    static const struct option longs[] = {
        {"program", no_argument, NULL, 'p'},
        {"row", required_argument, NULL, 'r'},
        {"seed", required_argument, NULL, 's'},
        {"count", required_argument, NULL, 'c'},
        {"qemu", required_argument, NULL, 'q'},
        {"oracle", required_argument, NULL, 'o'},
        {"exceptions", required_argument, NULL, 'e'},
        {"no-jit", no_argument, NULL, 'j'},
        {"verbose", no_argument, NULL, 'v'},
        {"words", required_argument, NULL, 'w'},
        {0},
    };
    for (int c; (c = getopt_long(argc, argv, "", longs, NULL)) != -1;)
        switch (c) {
        case 'p': options.program = true; break;
        case 'r': options.row = optarg; break;
        case 's': options.seed = strtoull(optarg, NULL, 0); break;
        case 'c': options.count = strtoull(optarg, NULL, 0); break;
        case 'q': options.qemu = optarg; break;
        case 'o': options.oracle_program = optarg; break;
        case 'e': options.exceptions = optarg; break;
        case 'j': options.no_jit = true; break;
        case 'v': options.verbose = true; break;
        case 'w':
            options.words = optarg;
            options.program = true;
            break;
        default: exit(2);
        }
    if (!options.count)
        options.count = options.program ? 1000 : 100;
}

static bool prepare(void)
{
    if (options.exceptions && !exceptions_read(options.exceptions)) {
        fprintf(stderr, "%s: can't be used\n", options.exceptions);
        return false;
    }
    if (options.qemu && options.oracle_program) {
        options.oracle = oracle_start(options.qemu, options.oracle_program);
        if (!options.oracle) {
            fprintf(stderr, "%s: can't be started\n", options.qemu);
            return false;
        }
    }
    if (!shared_map(1)) {
        fprintf(stderr, "the data page can't be mapped\n");
        return false;
    }
    for (unsigned v = 0; v < jit_variant_count && !options.no_jit; v++)
        engines[v] = jit_engine_create(&jit_variants[v]);
    return true;
}

static bool row_wanted(int row)
{
    if (options.row)
        return !strcmp(options.row, a64_rows[row].name);
    return a64_rows[row].implemented && !(exceptions_of(row) & SKIP);
}

int main(int argc, char **argv)
{
    bool ok = true;
    unsigned rows = 0;
    parse(argc, argv);
    if (!prepare())
        return 2;
    if (options.program)
        ok = run_seeds(-1, options.count);
    else
        for (int row = 0; ok && row < A64_OP_COUNT; row++)
            if (row_wanted(row)) {
                rows++;
                ok = run_seeds(row, options.count);
            }
    printf("seed %" PRIu64 ": %u rows, %" PRIu64 " cases%s, %" PRIu64
           " differences; engines: interpreter",
           options.seed, rows, total, options.program ? " (programs)" : "",
           failed);
    for (unsigned v = 0; v < jit_variant_count; v++)
        if (engines[v])
            printf(" %s", jit_variants[v].name);
    printf(options.oracle ? " oracle\n" : "; no oracle\n");
    return failed != 0;
}
