// SPDX-License-Identifier: MIT
/* Making the code of one region. */
#ifndef FERRY_JIT_TRANSLATE_H
#define FERRY_JIT_TRANSLATE_H

#include "jit/tcache.h"

/* Guest instructions of one region, unless the configuration says less. */
#define REGION_DEFAULT_GUEST 64

/*
 * Translates the region at pc for cpu's mode and publishes it; or finds it,
 * if another thread was faster.  NULL if the instruction at pc can't be read.
 * Where there is no memory at all, Ferry ends.  No lock held.  May pass a
 * safepoint.
 */
struct code *translate(struct cpu *cpu, gaddr_t pc);

/* One more; it is not on the free list. NULL: no memory. */
struct scratch *scratch_new(struct translator *tr, const struct cpu *user);
/* Lock held: it is free. */
void scratch_put(struct translator *tr, struct scratch *s);
void scratches_free(struct translator *tr);

#endif
