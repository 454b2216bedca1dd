// SPDX-License-Identifier: MIT
/*
 * CLONE_VFORK without CLONE_VM: the caller holds all locks, so that the child
 * gets a consistent copy, and then waits in the kernel until the child
 * executes or ends.  Meanwhile it has lent them: who needs one drops them all.
 *
 * 1. The lender holds all locks when it writes its note; `tid` comes last.
 * 2. The child, which has its copy, says so in a page that it shares with its
 *    parent: the note's round.  Only from then on may the locks be dropped.
 * 3. Who drops them holds `lock`.  A drop may be killed anywhere, and is begun
 *    again: each step may find itself done.
 * 4. With the first lock dropped another task may lend, and write its note:
 *    who drops goes by the tid that was there, and clears that one alone.
 */
#ifndef FERRY_LENDER_H
#define FERRY_LENDER_H

#include "lock.h"
#include "types.h"

#include <stdatomic.h>

struct mm;
struct task;

struct lender {
    struct lock lock;     /* the last to be taken of all */
    _Atomic uint32_t tid; /* 0: none */
    struct task *task;
    bool code_dropped; /* the translator's has been, or nearly */
    _Atomic uint32_t round;
    _Atomic uint32_t *copied; /* the last round; in memory shared with it */
};

/* Takes all locks, for t to lend.  False: no memory, and none is held. */
bool lender_take(struct task *t);
/* Behind the call, made or not: the locks are dropped, if they are not yet. */
void lender_return(struct task *t);
/* In the child; the page is its parent's to use. */
void lender_forked(struct mm *mm);
/* The task of this tid is dead: drops what it has lent. */
void lender_reclaim(struct mm *mm, uint32_t tid);
/* For lock_lent. */
bool lender_drop_for(struct lock *l);

#endif
