// SPDX-License-Identifier: MIT
/*
 * System calls as text, in strace's manner, from the same lines of
 * syscall-tables/ that the calls are generated from.
 *
 *     openat(AT_FDCWD, "/etc/passwd", O_RDONLY|O_CLOEXEC) = 3
 *
 * What the kernel fills in is known only afterwards: entry prints up to the
 * first such argument, exit the rest and the result, with a newline.  Both
 * read the guest's memory, allocate nothing, and leave flushing to the caller.
 */
#ifndef FERRY_SYSCALL_TRACE_H
#define FERRY_SYSCALL_TRACE_H

#include "types.h"

struct print;
struct sysdesc;
struct task;

/* d: the leaf, see syscall_leaf(). */
void syscall_trace_entry(struct print *out, struct task *t,
                         const struct sysdesc *d, const uint64_t args[6]);
/* result: what the guest sees, -4095..-1 being -errno. */
void syscall_trace_exit(struct print *out, struct task *t,
                        const struct sysdesc *d, const uint64_t args[6],
                        long result);
/* Instead of exit, for a call that does not come back: ") = ?". */
void syscall_trace_gone(struct print *out, struct task *t,
                        const struct sysdesc *d, const uint64_t args[6]);
/* "name(1, 2, 3, 4, 5, 6)" for a number without a row. */
void syscall_trace_unknown(struct print *out, uint64_t nr,
                           const uint64_t args[6]);

/* The name of an errno or a signal; NULL if it has none. */
const char *syscall_errno_name(unsigned err);
const char *syscall_signal_name(unsigned sig);

#endif
