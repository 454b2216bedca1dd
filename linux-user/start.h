// SPDX-License-Identifier: MIT
/*
 * From libc's world to the guest's (doc/linux.md, L2): what libc left in the
 * process is taken out, and the guest starts on Ferry's own stack.
 */
#ifndef FERRY_START_H
#define FERRY_START_H

#include "types.h"

struct task;

/*
 * If the kernel put this image below the guest's limit (legacy layout, as
 * under ulimit -s unlimited): executes it once more under its usual layout.
 * Returns if nothing needs to be done, or can be.
 */
void start_place(char **argv, char **envp);
/* In the second start: the stack limit of the first; false: it is no second. */
struct guest_rlimit;
bool start_placed(struct guest_rlimit *stack_limit);

/* Calls fn(t) on t's C stack; it does not return. */
_Noreturn void start_on_stack(struct task *t, void (*fn)(struct task *));
/*
 * Runs t's guest; nothing of libc's is used afterwards.  rseq: what libc has
 * registered for this thread, or NULL.
 */
_Noreturn void start_hand_over(struct task *t, void *rseq);

#endif
