// SPDX-License-Identifier: MIT
/* Comparison of the states that engines end in, and their printing. */
#include "tests/diff/diff.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

void state_print_words(const struct diff_case *c)
{
    unsigned start = c->in.pc % DIFF_SLOT_BYTES / 4;
    unsigned end = DIFF_SLOT_WORDS;
    while (end > start + 1 && c->words[end - 1] == DIFF_BRK)
        end--;
    for (unsigned n = start; n < end && n < start + 64; n++)
        printf(" %08" PRIx32, c->words[n]);
    putchar('\n');
}

/* One difference; `in` is the value before. */
static void print_value(const char *name, unsigned n, uint64_t in, uint64_t a,
                        uint64_t b)
{
    printf("    %s%u: was %016" PRIx64 ", %016" PRIx64 " against %016" PRIx64
           "\n",
           name, n, in, a, b);
}

static void print_vector(unsigned n, const uint64_t *in, const uint64_t *a,
                         const uint64_t *b)
{
    printf("    v%u: was %016" PRIx64 "%016" PRIx64 ", %016" PRIx64
           "%016" PRIx64 " against %016" PRIx64 "%016" PRIx64 "\n",
           n, in[1], in[0], a[1], a[0], b[1], b[0]);
}

void state_print_difference(const struct diff_case *c,
                            const struct diff_state *a,
                            const struct diff_state *b)
{
    const struct diff_state *in = &c->in;
    printf("    fpcr %08" PRIx32 "; outcome %u against %u, pc %" PRIx64
           " against %" PRIx64 "\n",
           in->fpcr, a->outcome, b->outcome, a->pc, b->pc);
    for (unsigned n = 0; n < 32; n++) {
        if (a->x[n] != b->x[n])
            print_value("x", n, in->x[n], a->x[n], b->x[n]);
        if (memcmp(a->v[n], b->v[n], 16))
            print_vector(n, in->v[n], a->v[n], b->v[n]);
    }
    if (a->nzcv != b->nzcv)
        print_value("nzcv", 0, in->nzcv, a->nzcv, b->nzcv);
    if (a->fpsr != b->fpsr)
        print_value("fpsr", 0, in->fpsr, a->fpsr, b->fpsr);
    if (a->fpcr != b->fpcr)
        print_value("fpcr", 0, in->fpcr, a->fpcr, b->fpcr);
    for (unsigned n = 0; n < DIFF_DATA_BYTES; n += 8) {
        uint64_t ma, mb, was;
        memcpy(&was, in->memory + n, 8);
        memcpy(&ma, a->memory + n, 8);
        memcpy(&mb, b->memory + n, 8);
        if (ma != mb)
            print_value("memory+", n, was, ma, mb);
    }
}

/* The oracle's processor has more fields; without effect here. */
#define FPCR_COMPARED 0x07c00000u
#define FPSR_COMPARED 0x0800009fu

/* A pc that is neither aligned nor mapped faults in one way or the other. */
static bool same_outcome(const struct diff_state *a, const struct diff_state *b)
{
    return a->pc == b->pc && (a->outcome == b->outcome ||
                              (a->pc & 3 && a->outcome >= DIFF_FAULT &&
                               b->outcome >= DIFF_FAULT));
}

bool state_equal(const struct diff_state *a, const struct diff_state *b,
                 unsigned ignore)
{
    return !memcmp(a->x, b->x, sizeof(a->x)) &&
           !memcmp(a->v, b->v, sizeof(a->v)) && a->nzcv == b->nzcv &&
           !((a->fpcr ^ b->fpcr) & FPCR_COMPARED) &&
           (ignore & IGNORE_FPSR || !((a->fpsr ^ b->fpsr) & FPSR_COMPARED)) &&
           (ignore & IGNORE_MEMORY ||
            !memcmp(a->memory, b->memory, sizeof(a->memory))) &&
           (ignore & IGNORE_OUTCOME || same_outcome(a, b));
}
