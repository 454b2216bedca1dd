// SPDX-License-Identifier: MIT
/*
 * Where what a task does can be watched (doc/linux.md, L13): one function for
 * each kind of thing.  -strace hangs here.  Each costs one test of a mask
 * while nobody watches.
 */
#ifndef FERRY_REPORT_H
#define FERRY_REPORT_H

#include "log.h"
#include "types.h"

struct guest_siginfo;
struct sysdesc;
struct task;

enum report_event {
    EVENT_EXIT,  /* the process ends; value is the status */
    EVENT_START, /* this is a new task; value is its parent's tid */
};

/* The functions behind the test; see strace.c. */
void strace_entry(struct task *t, const struct sysdesc *d,
                  const uint64_t args[6]);
void strace_exit(struct task *t, const struct sysdesc *d,
                 const uint64_t args[6], long result);
void strace_unknown(struct task *t, uint64_t nr, const uint64_t args[6]);
void strace_signal(struct task *t, const struct guest_siginfo *info);
void strace_event(struct task *t, enum report_event event, int64_t value);

/* d is the row that is called, sub-tables resolved. */
static inline void report_syscall_entry(struct task *t, const struct sysdesc *d,
                                        const uint64_t args[6])
{
    if (log_enabled(LOG_STRACE))
        strace_entry(t, d, args);
}

/* result: what the guest will see, or SYSCALL_UNDONE. */
static inline void report_syscall_exit(struct task *t, const struct sysdesc *d,
                                       const uint64_t args[6], long result)
{
    if (log_enabled(LOG_STRACE))
        strace_exit(t, d, args, result);
}

/* A number without a row. */
static inline void report_syscall_unknown(struct task *t, uint64_t nr,
                                          const uint64_t args[6])
{
    if (log_enabled(LOG_STRACE))
        strace_unknown(t, nr, args);
}

/* A signal is about to be delivered. */
static inline void report_signal(struct task *t,
                                 const struct guest_siginfo *info)
{
    if (log_enabled(LOG_STRACE))
        strace_signal(t, info);
}

static inline void report_event(struct task *t, enum report_event event,
                                int64_t value)
{
    if (log_enabled(LOG_STRACE))
        strace_event(t, event, value);
}

#endif
