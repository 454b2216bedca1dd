// SPDX-License-Identifier: MIT
/* Random words of A64 rows, as code that regions are built from. */
#include "tests/ir/a64-words.h"
#include "target/aarch64/a64-decode.gen.h"
#include "tests/ir/toy.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

enum { ROW_WORDS = 6, MIX_WORDS = 12 };

static uint32_t code[MIX_WORDS];
static unsigned words; /* of them */
static gaddr_t start;  /* where they are */

static size_t fetch(const struct mem *mem, void *dst, gaddr_t pc, size_t len)
{
    (void)mem;
    gaddr_t bytes = words * sizeof(code[0]);
    if (pc - start >= bytes)
        return 0;
    if (len > bytes - (pc - start))
        len = bytes - (pc - start);
    memcpy(dst, (const char *)code + (pc - start), len);
    return len;
}

const struct mem a64_words_mem = {.kind = MEM_DIRECT, .fetch = fetch};

void a64_words_build(struct region *region, const struct mem *mem, gaddr_t pc)
{
    uint32_t mode = 0; /* of the words alone: half of all mask addresses */
    start = pc;
    for (unsigned k = 0; k < words; k++)
        mode ^= code[k] >> 5 & 1 ? MODE_TAGGED : 0;
    interp_build(region, &isa_aarch64, mem, pc, mode, words);
}

static void print_words(const char *name, const char *error)
{
    printf("%s: %s: words", name, error);
    for (unsigned k = 0; k < words; k++)
        printf(" %08" PRIx32, code[k]);
    putchar('\n');
}

static int check_row(a64_words_check *check, int row, uint64_t count,
                     uint64_t seed)
{
    uint64_t state = seed ^ (uint64_t)row << 32;
    words = ROW_WORDS;
    for (uint64_t n = 0; n < count; n++) {
        for (unsigned k = 0; k < words; k++)
            if (!a64_random_word(row, &state, &code[k]))
                return 0;
        const char *error = check();
        if (!error)
            continue;
        print_words(a64_rows[row].name, error);
        return 1;
    }
    return 0;
}

int a64_words_check_rows(a64_words_check *check, uint64_t count, uint64_t seed,
                         const char *only)
{
    int failures = 0;
    for (int row = 0; row < A64_OP_COUNT; row++)
        if (a64_rows[row].implemented &&
            (!only || !strcmp(only, a64_rows[row].name)))
            failures += check_row(check, row, count, seed);
    return failures;
}

/* The word with one of few registers where it has a register, mostly. */
static uint32_t narrow(uint32_t word, uint64_t *state)
{
    static const uint8_t fields[] = {0, 5, 10, 16};
    struct a64_insn before, after;
    a64_decode(word, &before);
    for (unsigned n = 0; n < ARRAY_SIZE(fields); n++) {
        uint32_t reg = (uint32_t)(toy_random(state) >> 62);
        uint32_t narrowed = (word & ~(31u << fields[n])) | reg << fields[n];
        a64_decode(narrowed, &after);
        if (after.op == before.op)
            word = narrowed;
    }
    return word;
}

/* ADR, ADRP or the ADD behind it; else a word of any row. */
static bool mixed_word(uint64_t *state, uint32_t *word)
{
    int row;
    do {
        switch (toy_random(state) >> 61) {
        case 0:
        case 1: row = A64_ADR; break;
        case 2: row = A64_ADDSUB_imm; break;
        default: row = (int)(toy_random(state) % A64_OP_COUNT);
        }
    } while (!a64_rows[row].implemented);
    if (!a64_random_word(row, state, word))
        return false;
    *word = narrow(*word, state);
    return true;
}

int a64_words_check_mixes(a64_words_check *check, uint64_t count, uint64_t seed)
{
    uint64_t state = seed;
    words = MIX_WORDS;
    for (uint64_t n = 0; n < count; n++) {
        for (unsigned k = 0; k < words;)
            k += mixed_word(&state, &code[k]);
        const char *error = check();
        if (!error)
            continue;
        print_words("a mix", error);
        return 1;
    }
    return 0;
}
