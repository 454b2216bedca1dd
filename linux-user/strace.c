// SPDX-License-Identifier: MIT
/*
 * -strace: calls, signals and ends of tasks, each line headed by the task's
 * id.  A call that may wait, or not come back, is shown up to its first output
 * before it is made; all others as one line, so that lines of several
 * processes stay whole.
 */
#include "report.h"

#include "print.h"
#include "signal.h"
#include "syscall-trace.h"
#include "syscall.h"
#include "sysdesc.h"
#include "task.h"
#include "text.h"

#define LINE_BYTES 2048

static bool shown_early(const struct sysdesc *d)
{
    return (d->wait != WAIT_NO && d->wait != WAIT_NOINTR) ||
           d->ret == SK_VOID || text_starts(sys_string(d->name), "execve");
}

static void line_begin(struct task *t, struct print *out, char *buf)
{
    log_begin(out, buf, LINE_BYTES);
    print_fmt(out, "%d ", t->tid);
}

void strace_entry(struct task *t, const struct sysdesc *d,
                  const uint64_t args[6])
{
    char buf[LINE_BYTES];
    struct print out;
    if (!shown_early(d))
        return;
    line_begin(t, &out, buf);
    syscall_trace_entry(&out, t, d, args);
    if (d->ret == SK_VOID)
        syscall_trace_gone(&out, t, d, args);
    log_flush(&out);
}

void strace_exit(struct task *t, const struct sysdesc *d,
                 const uint64_t args[6], long result)
{
    char buf[LINE_BYTES];
    struct print out;
    if (shown_early(d)) {
        log_begin(&out, buf, sizeof buf);
    } else {
        line_begin(t, &out, buf);
        syscall_trace_entry(&out, t, d, args);
    }
    if (result < -4095)
        syscall_trace_gone(&out, t, d, args);
    else
        syscall_trace_exit(&out, t, d, args, result);
    log_flush(&out);
}

void strace_unknown(struct task *t, uint64_t nr, const uint64_t args[6])
{
    char buf[LINE_BYTES];
    struct print out;
    line_begin(t, &out, buf);
    syscall_trace_unknown(&out, nr, args);
    print_str(&out, " = -1 ENOSYS\n");
    log_flush(&out);
}

void strace_signal(struct task *t, const struct guest_siginfo *info)
{
    char buf[LINE_BYTES];
    struct print out;
    const char *name = syscall_signal_name((unsigned)info->signo);
    line_begin(t, &out, buf);
    if (name)
        print_fmt(&out, "--- %s {si_code=%d", name, info->code);
    else
        print_fmt(&out, "--- signal %d {si_code=%d", info->signo, info->code);
    if (info->code > 0 && (signal_bit(info->signo) & SIGNALS_OWN))
        print_fmt(&out, ", si_addr=0x%lx", (unsigned long)info->fields[0]);
    else
        print_fmt(&out, ", si_pid=%d", (int)(uint32_t)info->fields[0]);
    print_str(&out, "} ---\n");
    log_flush(&out);
}

void strace_event(struct task *t, enum report_event event, int64_t value)
{
    switch (event) {
    case EVENT_EXIT:
        log_fmt("%d +++ exited with %d +++\n", t->tid, (int)value & 255);
        break;
    case EVENT_START:
        log_fmt("%d +++ started by %d +++\n", t->tid, (int)value);
        break;
    }
}
