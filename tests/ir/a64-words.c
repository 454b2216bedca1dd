// SPDX-License-Identifier: MIT
/* Random words of A64 rows, as code that regions are built from. */
#include "tests/ir/a64-words.h"
#include "target/aarch64/a64-decode.gen.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

enum { WORDS = 6 };

static uint32_t code[WORDS];

static size_t fetch(const struct mem *mem, void *dst, gaddr_t pc, size_t len)
{
    (void)mem;
    if (pc < A64_WORDS_CODE || pc >= A64_WORDS_CODE + sizeof(code))
        return 0;
    if (len > A64_WORDS_CODE + sizeof(code) - pc)
        len = A64_WORDS_CODE + sizeof(code) - pc;
    memcpy(dst, (const char *)code + (pc - A64_WORDS_CODE), len);
    return len;
}

const struct mem a64_words_mem = {.kind = MEM_DIRECT, .fetch = fetch};

void a64_words_build(struct region *region, const struct mem *mem)
{
    interp_build(region, &isa_aarch64, mem, A64_WORDS_CODE, 0, WORDS);
}

static int check_row(a64_words_check *check, int row, uint64_t count,
                     uint64_t seed)
{
    uint64_t state = seed ^ (uint64_t)row << 32;
    for (uint64_t n = 0; n < count; n++) {
        for (unsigned k = 0; k < WORDS; k++)
            if (!a64_random_word(row, &state, &code[k]))
                return 0;
        const char *error = check();
        if (!error)
            continue;
        printf("%s: %s: words", a64_rows[row].name, error);
        for (unsigned k = 0; k < WORDS; k++)
            printf(" %08" PRIx32, code[k]);
        putchar('\n');
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
