// SPDX-License-Identifier: MIT
/* What Ferry says when the guest ends by its own fault (doc/signals.md, S12).
 */
#ifndef FERRY_FATAL_H
#define FERRY_FATAL_H

struct guest_siginfo;
struct task;

/*
 * One line on stderr for a fault that the guest does not catch, unless
 * FERRY_QUIET: where, in which function, what the program did, and why that is
 * a fault.  t->cpu->exception holds the details.
 */
void fatal_report(struct task *t, const struct guest_siginfo *info);

#endif
