// SPDX-License-Identifier: MIT
/*
 * The global monitor (Arm ARM B2.12 of DDI 0487, "Synchronization and
 * semaphores") of one address space.
 *
 * A store-exclusive compares the value with what its load-exclusive read; that
 * alone would not see a value that has changed and changed back.  So each
 * granule of memory has a word, shared with others by bits of the address:
 *
 *   0 or less  minus the number of store-exclusives so far
 *   more       one is at work: where its cpu's state is (isa.state_bias)
 *
 * Generated code keeps to this (jit/x86_64/mem.c):
 *
 *   load-exclusive   reads the word, then memory
 *   store-exclusive  fails if the word is taken, or not what the load read;
 *                    takes it by compare-and-swap; compares and swaps the
 *                    memory; leaves the word one less
 *
 * Who faults with a word, or dies with it, gives it back in C.  Other stores
 * leave the words as they are, as do loops that are one locked instruction
 * (target/aarch64/exclusive.c): that costs them nothing, and what they alone
 * change back is not noticed.
 */
#ifndef FERRY_JIT_MONITOR_H
#define FERRY_JIT_MONITOR_H

#include "src/cpu.h"

/* A word has a cache line of its own; bits 11 to 4 of the address find it. */
#define MONITOR_WORDS      256
#define MONITOR_LINE       64
#define MONITOR_SHIFT      2 /* from those bits to an offset */
#define MONITOR_INDEX_MASK ((MONITOR_WORDS - 1) * MONITOR_LINE >> MONITOR_SHIFT)

/* Added to monitor.taken: 4096 times make a wait. */
#define MONITOR_TAKEN (1 << 20)

struct monitor_line {
    _Atomic int64_t word __attribute__((aligned(MONITOR_LINE)));
};

struct global_monitor {
    struct monitor_line lines[MONITOR_WORDS];
};

struct translator;

/* For CPU_EXIT_MONITOR: a moment, in which others run, or prove to be dead. */
void monitor_wait(struct translator *tr);
/*
 * If a store-exclusive of cpu's did not end, its word is free again; as before
 * unless the store may have been made.
 */
void monitor_give_back(struct cpu *cpu, bool maybe_stored);

#endif
