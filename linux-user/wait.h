// SPDX-License-Identifier: MIT
/*
 * Waits that only a signal ended which the guest does not see: one of the five
 * of L6 that was sent, and that the guest ignores or blocks.  A kernel would
 * not have woken the guest for it, so the call is made again with the time
 * that is left.
 *
 * One mechanism for all rows with wait=.  The attribute left= names the
 * argument whose time runs while the call waits; the generated call hands on
 * task_wait.left in its place the second time.
 */
#ifndef FERRY_WAIT_H
#define FERRY_WAIT_H

#include "types.h"

struct sysdesc;
struct task;

/* The wait of a task; its own thread's. */
struct task_wait {
    bool begun;    /* the host waited; what ends it now is no mere restart */
    bool timed;    /* `end` is the time by `clock` when it ends */
    bool replaced; /* `left` stands for the argument */
    int32_t clock;
    int64_t end;      /* nanoseconds */
    int64_t left[2];  /* the kernel's struct timespec */
    int64_t given[2]; /* `left` before the host's call */
};

void wait_begin(struct task *t, const struct sysdesc *d,
                const uint64_t args[6]);
/*
 * After a call: true if it is to be made again.  *result may become -EINTR,
 * where a signal that the guest sees came while it was made again.
 */
bool wait_again(struct task *t, const struct sysdesc *d, long *result);
/* After the last: the time left as the guest is to find it. */
void wait_end(struct task *t, const struct sysdesc *d, const uint64_t args[6]);

#endif
