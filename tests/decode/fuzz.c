// SPDX-License-Identifier: MIT
// Any word decodes as the table says, in bounds: fuzz [words [seed]].

#include <inttypes.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include "target/aarch64/a64-decode.gen.h"
#include "tests/decode/insn-text.h"
#include "tests/decode/scan.h"

/* splitmix64 (Steele, Lea, Flood, 2014): any seed will do. */
static uint64_t next_random(uint64_t *state)
{
    uint64_t x = *state += 0x9e3779b97f4a7c15u;

    x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9u;
    x = (x ^ (x >> 27)) * 0x94d049bb133111ebu;
    return x ^ (x >> 31);
}

/* Either any word, or one of a row with one or two bits flipped. */
static uint32_t next_word(uint64_t *state)
{
    uint64_t random = next_random(state);
    uint64_t row_state = random | 1;
    uint32_t word = (uint32_t)(random >> 32);

    if (random & 1)
        return word;
    if (!a64_random_word((int)(word % A64_OP_COUNT), &row_state, &word))
        return word;
    random = next_random(state);
    return word ^ 1u << (random & 31) ^ 1u << (random >> 5 & 31);
}

int main(int argc, char **argv)
{
    uint64_t words = argc > 1 ? strtoull(argv[1], NULL, 0) : 200000;
    uint64_t seed = argc > 2 ? strtoull(argv[2], NULL, 0) : 1;
    uint64_t state = seed, failed = 0;
    char text[256];

    for (uint64_t k = 0; k < words && failed < 10; k++) {
        uint32_t word = next_word(&state);

        insn_text(word, text, sizeof(text));
        failed += !scan_agrees(word);
    }
    printf("seed %" PRIu64 ": %" PRIu64 " words, %" PRIu64 " failed\n", seed,
           words, failed);
    return failed != 0;
}
