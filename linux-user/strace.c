// SPDX-License-Identifier: MIT
/*
 * -strace: calls, signals and ends of tasks, each line headed by the task's
 * id.  A call that may wait, or not come back, is shown up to its first output
 * before it is made; all others as one line, so that lines of several
 * processes stay whole.  Where another task of the same memory has something
 * to show meanwhile, the line ends there, and the rest is one of its own.
 */
#include "report.h"

#include "print.h"
#include "signal.h"
#include "syscall-trace.h"
#include "syscall.h"
#include "sysdesc.h"
#include "task.h"
#include "text.h"

#include <string.h>

#define HEAD_BYTES 128
#define LINE_BYTES 8192 /* a longer one is cut */

/* What has been begun, or is, by the line at hand. */
enum part { PART_WHOLE, PART_BEGIN, PART_END };

struct line {
    struct print out; /* all but the head, made without a lock */
    char buf[HEAD_BYTES + LINE_BYTES];
};

static bool shown_early(const struct sysdesc *d)
{
    return (d->wait != WAIT_NO && d->wait != WAIT_NOINTR) ||
           d->ret == SK_VOID || text_starts(sys_string(d->name), "execve");
}

static struct print *line_begin(struct line *line)
{
    print_init(&line->out, line->buf + HEAD_BYTES, LINE_BYTES, -1);
    line->out.flush = NULL;
    return &line->out;
}

/* What stands before the line, for the line that is open now. */
static void head_print(struct print *head, const struct task *t, int32_t open,
                       const char *resumed)
{
    if (resumed && open == t->tid)
        return;
    if (open)
        print_str(head, " <unfinished ...>\n");
    print_fmt(head, "%d ", t->tid);
    if (resumed)
        print_fmt(head, "<... %s resumed>", resumed);
}

/* name is the call's, for PART_END. */
static void line_end(struct task *t, struct line *line, enum part part,
                     const char *name)
{
    struct mm *mm = t->mm;
    struct print head, whole;
    char text[HEAD_BYTES];

    if (line->out.used == LINE_BYTES && part != PART_BEGIN)
        line->out.buf[LINE_BYTES - 1] = '\n';
    print_init(&head, text, sizeof(text), -1);
    lock_take(&mm->trace_lock);
    head_print(&head, t, mm->trace_open, part == PART_END ? name : NULL);
    mm->trace_open = part == PART_BEGIN ? t->tid : 0;
    memcpy(line->buf + HEAD_BYTES - head.used, text, head.used);
    log_begin(&whole, line->buf + HEAD_BYTES - head.used,
              head.used + line->out.used);
    whole.used = whole.size;
    log_flush(&whole);
    lock_drop(&mm->trace_lock);
}

void strace_entry(struct task *t, const struct sysdesc *d,
                  const uint64_t args[6])
{
    struct line line;
    struct print *out = line_begin(&line);

    if (!shown_early(d))
        return;
    syscall_trace_entry(out, t, d, args);
    if (d->ret == SK_VOID)
        syscall_trace_gone(out, t, d, args);
    line_end(t, &line, d->ret == SK_VOID ? PART_WHOLE : PART_BEGIN, NULL);
}

void strace_exit(struct task *t, const struct sysdesc *d,
                 const uint64_t args[6], long result)
{
    struct line line;
    struct print *out = line_begin(&line);
    bool early = shown_early(d);

    if (!early)
        syscall_trace_entry(out, t, d, args);
    if (result < -4095)
        syscall_trace_gone(out, t, d, args);
    else
        syscall_trace_exit(out, t, d, args, result);
    line_end(t, &line, early ? PART_END : PART_WHOLE, sys_string(d->name));
}

void strace_unknown(struct task *t, uint64_t nr, const uint64_t args[6])
{
    struct line line;
    struct print *out = line_begin(&line);

    syscall_trace_unknown(out, nr, args);
    print_str(out, " = -1 ENOSYS\n");
    line_end(t, &line, PART_WHOLE, NULL);
}

void strace_signal(struct task *t, const struct guest_siginfo *info)
{
    struct line line;
    struct print *out = line_begin(&line);
    const char *name = syscall_signal_name((unsigned)info->signo);

    if (name)
        print_fmt(out, "--- %s {si_code=%d", name, info->code);
    else
        print_fmt(out, "--- signal %d {si_code=%d", info->signo, info->code);
    if (info->code > 0 && (signal_bit(info->signo) & SIGNALS_OWN))
        print_fmt(out, ", si_addr=0x%lx", (unsigned long)info->fields[0]);
    else
        print_fmt(out, ", si_pid=%d", (int)(uint32_t)info->fields[0]);
    print_str(out, "} ---\n");
    line_end(t, &line, PART_WHOLE, NULL);
}

void strace_event(struct task *t, enum report_event event, int64_t value)
{
    struct line line;
    struct print *out = line_begin(&line);

    switch (event) {
    case EVENT_EXIT:
        print_fmt(out, "+++ exited with %d +++\n", (int)value & 255);
        break;
    case EVENT_START:
        print_fmt(out, "+++ started by %d +++\n", (int)value);
        break;
    }
    line_end(t, &line, PART_WHOLE, NULL);
}
