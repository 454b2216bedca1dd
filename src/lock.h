// SPDX-License-Identifier: MIT
/*
 * A lock on a futex word that records its owner's thread id, so that it works
 * without libc's notion of a thread, in memory that vfork shares, and can be
 * taken back from a task that died.  Zero-initialised: free.
 *
 * Not recursive, not async-signal-safe: a host signal handler takes none.
 */
#ifndef FERRY_LOCK_H
#define FERRY_LOCK_H

#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>

struct lock {
    _Atomic uint32_t word; /* 0, or owner's tid with LOCK_WAITERS */
};

#define LOCK_WAITERS 0x80000000u

/*
 * Gives the caller's thread id; 0: ask the kernel.  NULL, as at start: always
 * ask.  User mode sets it once every thread can be told by its stack.
 */
extern uint32_t (*lock_tid)(void);

/*
 * Called by who has waited for l for LOCK_STALL_NS, again each time: its
 * owner may have been killed.  NULL: nobody can be.
 */
extern void (*lock_stalled)(struct lock *l);
#define LOCK_STALL_NS 50000000

/*
 * Called before each sleep for l: true if its owner, who can't run, had left
 * it to whoever needs it, and it has been dropped for it.  NULL: nobody does.
 */
extern bool (*lock_lent)(struct lock *l);

void lock_take(struct lock *l);
bool lock_try(struct lock *l);
void lock_drop(struct lock *l);

/* The owner's tid; 0 if free. */
uint32_t lock_owner(const struct lock *l);
/* Frees a lock that the ended task `tid` may have left behind. */
void lock_reclaim(struct lock *l, uint32_t tid);
/* The same, but the caller has it then; false if it was another's or free. */
bool lock_inherit(struct lock *l, uint32_t tid);
/*
 * In the child of a clone that copied memory: what the parent held belongs to
 * the caller now, and nobody waits.
 */
void lock_adopt(struct lock *l);

#endif
