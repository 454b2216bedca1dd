// SPDX-License-Identifier: MIT
/*
 * Parts of the differential harness: where cases come from, and the engines
 * that run them.  All run in one process and thread, but the oracle, which is
 * the guest program oracle.c under qemu-aarch64.
 */
#ifndef FERRY_TESTS_DIFF_DIFF_H
#define FERRY_TESTS_DIFF_DIFF_H

#include "src/mem.h"
#include "tests/diff/case.h"
#include "tests/ir/interp.h"

#include <stdbool.h>
#include <stddef.h>

/* Random numbers: xorshift64*. */
struct rng {
    uint64_t state;
};
struct rng rng_seeded(uint64_t seed, uint64_t stream);
uint64_t rng_next(struct rng *rng);
unsigned rng_below(struct rng *rng, unsigned n);

/* Where a case may have its code, n < DIFF_BATCH. */
static inline uint64_t slot_address(unsigned n)
{
    return DIFF_CODE + (uint64_t)n * DIFF_SLOT_BYTES;
}

/*
 * A case of one instruction of the row, or of a program of random ones, to
 * run at pc.  spread: half of the program's instructions are accesses, each to
 * a data page of its own, from 1 on.  False if this seed gives none.
 */
bool generate_insn(struct diff_case *c, struct rng *rng, int row, uint64_t pc);
bool generate_program(struct diff_case *c, struct rng *rng, uint64_t pc,
                      bool spread);
/* True for rows that programs are made of. */
bool generate_row_fits(int row);

/*
 * The code of the batch's cases, and the data, for all engines in this
 * process: one page of memory, seen at `pages` addresses in a row.
 */
bool shared_map(unsigned pages);
/* The access that page allows from now on: PROT_ constants. */
void shared_protect(unsigned page, int prot);
unsigned shared_pages(void);
int shared_protection(unsigned page);
void shared_set_code(const struct diff_batch *batch);
extern const struct mem shared_mem;

/* The interpreter. */
struct interp_trace {
    bool accessed;     /* memory, at `first` first */
    uint64_t first;    /* address, with its tag */
    uint64_t pages;    /* data pages met, a bit each */
    bool discard;      /* it wrote code, or did not end */
    const char *error; /* what a verifier or the interpreter says */
};
/* optimise: the regions, as a back end gets them. */
void interp_engine_run(const struct diff_case *c, struct diff_state *out,
                       struct interp_trace *trace, bool optimise);

/* The translator, in several configurations. */
struct jit_engine;
struct jit_variant {
    const char *name;
    const char *host; /* its features, as of -host */
    unsigned max_guest, few_registers;
    bool always_lend, chain;
};
extern const struct jit_variant jit_variants[];
extern const unsigned jit_variant_count;
/* NULL if the host has not these features. */
struct jit_engine *jit_engine_create(const struct jit_variant *variant);
/* To be called when code has changed. */
void jit_engine_invalidate(struct jit_engine *engine);
void jit_engine_run(struct jit_engine *engine, const struct diff_case *c,
                    struct diff_state *out);

/* The oracle.  False if it can't be started or has died. */
bool oracle_start(const char *qemu, const char *program);
bool oracle_run(const struct diff_batch *batch, struct diff_state *out);

/* True if all is equal but what `ignore` names, see below. */
bool state_equal(const struct diff_state *a, const struct diff_state *b,
                 unsigned ignore);
void state_print_words(const struct diff_case *c);
void state_print_difference(const struct diff_case *c,
                            const struct diff_state *a,
                            const struct diff_state *b);

/*
 * Known differences: lines `ROW WHAT REASON` in a file.  WHAT is `skip`, or
 * what is not compared: fpsr, memory, outcome.
 */
enum { SKIP = 1, IGNORE_FPSR = 2, IGNORE_MEMORY = 4, IGNORE_OUTCOME = 8 };
bool exceptions_read(const char *path);
unsigned exceptions_of(int row);

#endif
