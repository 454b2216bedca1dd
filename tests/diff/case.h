// SPDX-License-Identifier: MIT
/*
 * One case of differential testing: a state, and code to run from it.  Also
 * the wire format between the harness and the oracle, a guest program; both
 * are little-endian and of 64 bits, so that a struct is the same in both.
 */
#ifndef FERRY_TESTS_DIFF_CASE_H
#define FERRY_TESTS_DIFF_CASE_H

#include <stdint.h>

/*
 * All engines have the data page and the code at the same addresses, which are
 * free in a PIE, under sanitizers, and in the oracle.
 */
#define DIFF_DATA       0x551000000000ull
#define DIFF_DATA_BYTES 4096u
#define DIFF_MAX_PAGES  64u /* where the data page is seen; see faults.c */
#define DIFF_CODE       0x551100000000ull
#define DIFF_SLOT_WORDS 128u /* one case's code; unused words are BRK #0 */
#define DIFF_SLOT_BYTES (4 * DIFF_SLOT_WORDS)
#define DIFF_BATCH      64u
#define DIFF_CODE_BYTES (DIFF_BATCH * DIFF_SLOT_BYTES)
#define DIFF_BRK        0xd4200000u

enum diff_outcome {
    DIFF_DONE,      /* a BRK was reached */
    DIFF_UNDEFINED, /* SIGILL */
    DIFF_FAULT,     /* SIGSEGV */
    DIFF_BUS,       /* SIGBUS: not aligned */
    DIFF_OTHER,     /* anything else: an engine's own failure */
};

struct diff_state {
    uint64_t x[32]; /* X0 to X30, SP */
    uint64_t pc;
    uint32_t nzcv; /* in bits 31:28 */
    uint32_t fpcr, fpsr;
    uint32_t outcome;       /* enum diff_outcome; result only */
    uint64_t fault_address; /* result only */
    uint64_t v[32][2];
    uint8_t memory[DIFF_DATA_BYTES];
};

struct diff_case {
    struct diff_state in;
    uint32_t words[DIFF_SLOT_WORDS]; /* at in.pc */
};

/* What goes to the oracle; it answers with `count` states. */
struct diff_batch {
    uint32_t count, unused;
    struct diff_case cases[DIFF_BATCH];
};

#endif
