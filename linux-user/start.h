// SPDX-License-Identifier: MIT
/*
 * From libc's world to the guest's (doc/linux.md, L2): what libc left in the
 * process is taken out, and the guest starts on Ferry's own stack.
 */
#ifndef FERRY_START_H
#define FERRY_START_H

struct task;

/*
 * If the kernel put this image, or its stack, below the guest's limit (legacy
 * layout, ulimit -s unlimited): executes it once more with a layout of its
 * usual kind; the guest then has the usual stack limit as its soft one.
 * Returns if nothing needs to be done, or can be.
 */
void start_place(char **argv, char **envp);
/*
 * Runs t's guest; nothing of libc's is used afterwards.  rseq: what libc has
 * registered for this thread, or NULL.
 */
_Noreturn void start_hand_over(struct task *t, void *rseq);

#endif
