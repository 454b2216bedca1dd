// SPDX-License-Identifier: MIT
// Decodes by trying each row, for comparison with the generated tree.

#include "tests/decode/scan.h"

#include <stdio.h>

#include "target/aarch64/a64-decode.gen.h"

static bool row_matches(unsigned row, uint32_t word)
{
    const struct a64_random_row *r = &a64_random_rows[row];

    return (word & r->mask) == r->value && (!r->guard || r->guard(word));
}

static bool row_takes(unsigned row, uint32_t word)
{
    const struct a64_random_row *r = &a64_random_rows[row];

    if (!row_matches(row, word))
        return false;
    for (unsigned k = 0; k < r->inner_count; k++)
        if (row_matches(r->inner[k], word))
            return false;
    return true;
}

int scan_rows(uint32_t word)
{
    int found = A64_UNALLOCATED;

    for (unsigned row = 0; row < A64_OP_COUNT; row++) {
        if (!row_takes(row, word))
            continue;
        if (found != A64_UNALLOCATED)
            return -1;
        found = (int)row;
    }
    return found;
}

static const char *row_name(int row)
{
    if (row < 0)
        return "two rows";
    return row < A64_OP_COUNT ? a64_rows[row].name : "unallocated";
}

bool scan_agrees(uint32_t word)
{
    struct a64_insn insn;
    int row = scan_rows(word);

    a64_decode(word, &insn);
    if (insn.op == row && insn.word == word)
        return true;
    printf("%08x decodes as %s, the table says %s\n", word, row_name(insn.op),
           row_name(row));
    return false;
}
