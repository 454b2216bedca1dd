// SPDX-License-Identifier: MIT
/*
 * Cores of the guest (doc/signals.md, S14): where a kernel would dump the
 * process, Ferry writes the file, with the guest's registers and memory alone,
 * and sees to it that the host's kernel writes none of Ferry's.
 *
 * The limit and the name are the kernel's: RLIMIT_CORE, PR_SET_DUMPABLE,
 * coredump_filter, core_pattern.  For the signals that are not faults Ferry's
 * handler has to stand: from the start, or from the guest's own setrlimit on,
 * if the limit allows a core.
 */
#ifndef FERRY_CORE_H
#define FERRY_CORE_H

#include "types.h"

#include <stdatomic.h>

struct guest_siginfo;
struct task;

/* The part of a thread group. */
struct core_group {
    bool watched;             /* handlers stand for what dumps core */
    _Atomic int32_t dumping;  /* its tgid while it dumps; a copy's is another */
    _Atomic uint32_t stopped; /* how many threads have stopped for it */
};

/* The part of a task. */
struct core_task {
    bool dumps; /* it is the one that writes the core */
    volatile bool stopped;
    uint64_t blocked; /* the guest's mask then */
};

/* Does sig's default dump core? */
bool core_signal(int sig);

struct guest_sigaction;
/*
 * Does Ferry's handler stand for a signal with this action, although the
 * guest's does not?  On a task's C stack.
 */
bool core_catches(int sig, const struct guest_sigaction *action);

/* At start, and when the guest has set RLIMIT_CORE for itself. */
void core_watch(struct task *t);

/*
 * The guest ends by this signal, with t's registers exact and asynchronous
 * signals blocked; mask: the guest's.  Writes the core, if there is to be one.
 * Does not return in a thread whose group another is dumping already.
 */
void core_dump(struct task *t, const struct guest_siginfo *info, uint64_t mask);

/*
 * In the handler of a signal that was sent: true if it was the one by which
 * t's group is stopped for a dump, or came meanwhile.  Does not return if t
 * can stop where it is.
 */
bool core_interrupts(struct task *t, void *context, uint64_t mask);
/* In the run loop, registers exact: does not return during a dump. */
void core_stop_point(struct task *t);

#endif
