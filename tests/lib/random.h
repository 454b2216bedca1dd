// SPDX-License-Identifier: MIT
/* Random numbers for tests that choose: the same from the same seed. */
#ifndef FERRY_TESTS_LIB_RANDOM_H
#define FERRY_TESTS_LIB_RANDOM_H

#include <stdint.h>

/* xorshift64 (Marsaglia), multiplied for its low bits; never from state 0. */
static inline uint64_t random_next(uint64_t *state)
{
    *state ^= *state << 13;
    *state ^= *state >> 7;
    *state ^= *state << 17;
    return *state * 0x2545f4914f6cdd1d;
}

#endif
