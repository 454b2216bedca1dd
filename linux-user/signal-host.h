// SPDX-License-Identifier: MIT
/* What the parts of signal*.c share. */
#ifndef FERRY_SIGNAL_HOST_H
#define FERRY_SIGNAL_HOST_H

#include "signal.h"

#define SIG_DEFAULT 0ull
#define SIG_IGNORE  1ull

/* All that a handler and a mask of Ferry's block: never the five. */
#define MASK_ASYNC (~SIGNALS_OWN)

/* struct sigaction as the host's kernel takes it. */
struct host_sigaction {
    uint64_t handler, flags, restorer, mask;
};

/* Mirrors a disposition of a signal that is not one of the five. */
long host_action_set(int sig, const struct guest_sigaction *action);
/* The disposition the process inherited: only handler is meaningful. */
uint64_t host_action_inherited(int sig);
/* Position of one of the five in held[]. */
unsigned own_index(int sig);

/*
 * A thread may send itself a signal with a code that says fault, as crash
 * handlers do that raise theirs again.  For the five it is marked on its way
 * through the kernel, lest the handler take it for a fault of Ferry's.
 */
#define CODE_SENT 0x40000000
/*
 * Nothing was sent: the task looks at what its thread group holds.  Negative,
 * since to other threads the kernel takes no other.
 */
#define CODE_WAKE (-0x46455252)

/*
 * Blocks all asynchronous signals and returns the guest's mask, whether or
 * not a signal came first; mask_change_end() sets a new one.
 */
uint64_t mask_change_begin(struct task *t);
void mask_change_end(struct task *t, uint64_t mask);
/* True if sp is on the guest's alternate stack (never if it disarms itself). */
bool stack_holds(const struct guest_stack *st, gaddr_t sp);
/* The mask by which the five are judged now. */
uint64_t own_mask(const struct task *t);
/* After these, and not before, the task looks at what its group holds. */
void own_mask_set(struct task *t, uint64_t mask);
void own_wait_set(struct task *t, uint64_t set);
/* Those of the five that wait for t, or for any thread of its group. */
uint64_t held_set(const struct task *t);
/* Takes one of set; 0 if there is none. */
int held_take(struct task *t, uint64_t set, struct guest_siginfo *info);
/* sig waits no more. */
void signal_held_forget(struct task *t, int sig);
/* sh's lock is held; inherited ones are asked of the host. */
struct guest_sigaction *action_at(struct sighand *sh, int sig);
/* A copy of the action. */
struct guest_sigaction action_get(struct task *t, int sig);

#endif
