// SPDX-License-Identifier: MIT
/*
 * The guest program of threads-test: functions that are rewritten while they
 * run, and a loop that calls them at random.
 *
 * A function ("slot") returns its version twice, in W0 and W1.  For a slot,
 * issued counts before its words are written, announced after the change was
 * announced to the translator.  The loop reads announced, passes an ISB,
 * calls, reads issued, and demands announced <= W0, W1 <= issued (modulo
 * 2^16): neither stale nor garbage.
 */
#ifndef FERRY_TESTS_JIT_THREADS_GUEST_H
#define FERRY_TESTS_JIT_THREADS_GUEST_H

#include "target/aarch64/cpu.h"

#include <stdatomic.h>

#define GUEST_BASE  0x10000000ul
#define SLOT_COUNT  128u
#define SLOT_BYTES  256u /* the second half calls the first */
#define SLOT_WORDS  16u  /* that may change */
#define GUEST_SLOTS GUEST_BASE
#define GUEST_TAILS (GUEST_SLOTS + SLOT_COUNT * SLOT_BYTES)
#define TAIL_COUNT  4u
#define TAIL_BYTES  2048u /* long: regions in a row that do not poll */
#define GUEST_MAIN  (GUEST_TAILS + TAIL_COUNT * TAIL_BYTES)
#define GUEST_DATA  (GUEST_MAIN + 4096)
#define GUEST_END   (GUEST_DATA + 4096)
#define GUEST_BAD   GUEST_END /* never mapped */

struct guest_data {
    _Atomic uint32_t issued[SLOT_COUNT], announced[SLOT_COUNT];
};
#define GUEST ((struct guest_data *)GUEST_DATA)

extern const struct mem guest_mem;

/* Maps and writes it all, at version 0; false without memory. */
bool guest_init(void);
static inline uint64_t guest_slot(unsigned slot)
{
    return GUEST_SLOTS + slot * (uint64_t)SLOT_BYTES;
}
/* Writes the words of a slot anew, as a compiler in the guest would. */
void guest_write(unsigned slot, uint32_t version);

/* Registers for `calls` calls, in an order that seed gives. */
void guest_start(struct a64_cpu *cpu, uint64_t seed, uint64_t calls);
/* The load that faults on GUEST_BAD once the calls are done. */
uint64_t guest_fault_pc(void);

#endif
