// SPDX-License-Identifier: MIT
/*
 * Guest system calls: from the number to the result.
 *
 * The tables (sysdesc.h) say what each call is; the bodies that are written
 * by hand stand in sys-*.c, one file for each family, their prototypes in
 * syscall-bodies.gen.h.
 */
#ifndef FERRY_SYSCALL_H
#define FERRY_SYSCALL_H

#include "types.h"

struct sysdesc;
struct task;

/*
 * Inside the personality: not -errno, but what becomes of the call.  Values
 * below -4095 can't be an errno and no call returns them.
 */
enum {
    /* Nothing happened: rewind to the call instruction, deliver, repeat. */
    SYSCALL_UNDONE = -4097,
    /* The guest's registers are set already (rt_sigreturn, exec). */
    SYSCALL_NORETURN = -4098,
};

/*
 * Does call nr of the task's ABI.  Returns what the guest sees, 0 or more or
 * -errno, or one of the values above.
 */
long syscall_dispatch(struct task *t, uint64_t nr, const uint64_t args[6]);

/*
 * The host's call for a row that waits, with no lock held and no descriptor
 * of Ferry's open: a signal that arrives before it took effect gives
 * SYSCALL_UNDONE.
 */
long syscall_window(struct task *t, long nr, uint64_t a, uint64_t b, uint64_t c,
                    uint64_t d, uint64_t e, uint64_t f);

/*
 * What a row answers that is none, or whose sub-table has no such value: its
 * errno, but first a descriptor that is not open, or no socket.
 */
long syscall_refuse(const struct sysdesc *d, struct task *t,
                    const uint64_t args[6]);

#endif
