// SPDX-License-Identifier: MIT
/*
 * Writes words and what they decode to, for comparison with a disassembler:
 *
 *   words rows N BINARY TEXT    N words of each row
 *   words any N BINARY TEXT     N words at random
 *
 * BINARY gets the words; TEXT a line for each: the word, 1 if its row is
 * implemented, and the decoded form.
 */

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "target/aarch64/a64-decode.gen.h"
#include "tests/decode/insn-text.h"

struct output {
    FILE *binary, *text;
};

static void word_write(const struct output *out, uint32_t word)
{
    const unsigned char bytes[4] = {word & 0xff, word >> 8 & 0xff,
                                    word >> 16 & 0xff, word >> 24};
    struct a64_insn insn;
    char text[256];

    a64_decode(word, &insn);
    insn_text(word, text, sizeof(text));
    fwrite(bytes, 1, sizeof(bytes), out->binary);
    fprintf(out->text, "%08x %d %s\n", word,
            insn.op < A64_OP_COUNT && a64_rows[insn.op].implemented, text);
}

static void rows_write(const struct output *out, unsigned count)
{
    uint64_t state = 1;
    uint32_t word;

    for (int row = 0; row < A64_OP_COUNT; row++)
        for (unsigned k = 0; k < count; k++)
            if (a64_random_word(row, &state, &word))
                word_write(out, word);
}

/* Knuth's linear congruential generator; its high half is the word. */
static void any_write(const struct output *out, unsigned count)
{
    uint64_t state = 1;

    for (unsigned k = 0; k < count; k++) {
        state = state * 6364136223846793005u + 1442695040888963407u;
        word_write(out, (uint32_t)(state >> 32));
    }
}

int main(int argc, char **argv)
{
    struct output out;
    unsigned count;

    if (argc != 5) {
        fprintf(stderr, "usage: words rows|any N BINARY TEXT\n");
        return 2;
    }
    count = (unsigned)strtoul(argv[2], NULL, 0);
    out.binary = fopen(argv[3], "wb");
    out.text = fopen(argv[4], "w");
    if (!out.binary || !out.text) {
        perror("words");
        return 2;
    }
    if (!strcmp(argv[1], "rows"))
        rows_write(&out, count);
    else
        any_write(&out, count);
    return fclose(out.binary) || fclose(out.text) ? 2 : 0;
}
