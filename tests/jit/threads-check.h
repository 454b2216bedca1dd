// SPDX-License-Identifier: MIT
/* Looks through a code cache for what must always hold. */
#ifndef FERRY_TESTS_JIT_THREADS_CHECK_H
#define FERRY_TESTS_JIT_THREADS_CHECK_H

#include "jit/tcache.h"

/*
 * With the translator's lock held: every list, link and patched word agrees
 * with the others, and every edge to a region that does not start above its
 * own polls (T7: so that each cycle of linked regions has a poll).  NULL, or
 * what is wrong.
 */
const char *tcache_check(struct translator *tr);

#endif
