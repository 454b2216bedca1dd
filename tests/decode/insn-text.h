// SPDX-License-Identifier: MIT
/*
 * Decoded A64 instructions as text, for tests of the decoder.
 */
#ifndef TESTS_DECODE_INSN_TEXT_H
#define TESTS_DECODE_INSN_TEXT_H

#include <stddef.h>
#include <stdint.h>

/*
 * Decodes a word into "ROW field=value ...", in the order of the tables, or
 * "unallocated". Shows exactly the fields that a64_decode() sets.
 */
void insn_text(uint32_t word, char *text, size_t size);

#endif
