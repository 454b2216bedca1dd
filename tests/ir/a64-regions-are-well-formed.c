// SPDX-License-Identifier: MIT
/*
 * Regions built from random words of every implemented A64 row are
 * well-formed, before and after ir_optimise().
 *
 *   a64-regions-are-well-formed [COUNT [SEED [ROW]]]    regions for each row
 */
#include "target/aarch64/a64-decode.gen.h"
#include "tests/ir/interp.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { WORDS = 6, CODE = 0x10000 };

static uint32_t code[WORDS];

static size_t fetch(const struct mem *mem, void *dst, gaddr_t pc, size_t len)
{
    (void)mem;
    if (pc < CODE || pc >= CODE + sizeof(code))
        return 0;
    if (len > CODE + sizeof(code) - pc)
        len = CODE + sizeof(code) - pc;
    memcpy(dst, (const char *)code + (pc - CODE), len);
    return len;
}

static const struct mem mem = {.kind = MEM_DIRECT, .fetch = fetch};
static struct region region;

static const char *check(void)
{
    interp_build(&region, &isa_aarch64, &mem, CODE, 0, WORDS);
    const char *error = ir_verify(&region);
    if (error)
        return error;
    ir_optimise(&region);
    return ir_verify(&region);
}

static int check_row(int row, uint64_t count, uint64_t seed)
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

int main(int argc, char **argv)
{
    uint64_t count = argc > 1 ? strtoull(argv[1], NULL, 0) : 300;
    uint64_t seed = argc > 2 ? strtoull(argv[2], NULL, 0) : 1;
    int failures = 0;
    for (int row = 0; row < A64_OP_COUNT; row++)
        if (a64_rows[row].implemented &&
            (argc < 4 || !strcmp(argv[3], a64_rows[row].name)))
            failures += check_row(row, count, seed);
    return failures != 0;
}
