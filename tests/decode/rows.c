// SPDX-License-Identifier: MIT
// Each row has words, and its random words decode back to it.

#include <stdint.h>
#include <stdio.h>

#include "target/aarch64/a64-decode.gen.h"
#include "tests/decode/scan.h"

enum { WORDS_PER_ROW = 500 };

static unsigned row_failures(int row, uint64_t *state)
{
    const struct a64_row *r = &a64_rows[row];
    uint32_t word;

    for (unsigned k = 0; k < WORDS_PER_ROW; k++) {
        if (!a64_random_word(row, state, &word)) {
            printf("%s: %s has no words\n", r->where, r->name);
            return 1;
        }
        if ((word & r->mask) != r->value || scan_rows(word) != row) {
            printf("%s: %08x is no word of %s\n", r->where, word, r->name);
            return 1;
        }
        if (!scan_agrees(word))
            return 1;
    }
    return 0;
}

int main(void)
{
    uint64_t state = 1;
    unsigned failed = 0;

    for (int row = 0; row < A64_OP_COUNT; row++)
        failed += row_failures(row, &state);
    printf("%d rows, %u failed\n", A64_OP_COUNT, failed);
    return failed != 0;
}
