// SPDX-License-Identifier: MIT
/*
 * A decoder that looks at one row after another: the measure for the tree.
 */
#ifndef TESTS_DECODE_SCAN_H
#define TESTS_DECODE_SCAN_H

#include <stdbool.h>
#include <stdint.h>

/*
 * The row that takes the word: its picture and guard match and those of no
 * row inside it do. A64_UNALLOCATED if none; -1 if two rows claim the word.
 */
int scan_rows(uint32_t word);

/* True if a64_decode() agrees with the scan; else says how they differ. */
bool scan_agrees(uint32_t word);

#endif
