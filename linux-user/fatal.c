// SPDX-License-Identifier: MIT
/* The line that tells a fatal fault; see fatal.h. */
#define _GNU_SOURCE
#include "fatal.h"

#include "hostcall.h"
#include "isa.h"
#include "log.h"
#include "options.h"
#include "print.h"
#include "signal.h"
#include "task.h"

#include <linux/prctl.h>
#include <signal.h>
#include <sys/resource.h>

static const char *fault_text(int sig)
{
    switch (sig) {
    case SIGILL: return "illegal instruction";
    case SIGTRAP: return "breakpoint";
    case SIGBUS: return "bus error";
    case SIGFPE: return "arithmetic fault";
    default: return "segmentation fault";
    }
}

/* Why an access is a fault, with the name of its si_code. */
static const char *code_text(const struct guest_siginfo *info)
{
    switch (info->signo << 8 | info->code) {
    case SIGSEGV << 8 | SEGV_MAPERR:
        return ", where nothing is mapped (SEGV_MAPERR)";
    case SIGSEGV << 8 | SEGV_ACCERR:
        return ", which is mapped without that right (SEGV_ACCERR)";
    case SIGBUS << 8 | BUS_ADRERR:
        return ", behind the end of the mapped file (BUS_ADRERR)";
    case SIGBUS << 8 | BUS_ADRALN: return ", which is not aligned (BUS_ADRALN)";
    default: return "";
    }
}

/* Of the instruction that the processor does not know. */
static void put_undefined(struct print *out, const struct task *t,
                          uint32_t word)
{
    const struct isa *isa = t->abi->isa;
    const char *name, *reason = isa->insn_missing((const uint8_t *)&word,
                                                  sizeof(word), &name);

    print_fmt(out, "the program executed 0x%08x", word);
    if (reason)
        print_fmt(out, " (%s), which the guest's processor has not: %s", name,
                  reason);
    else
        print_str(out, ", which is no instruction of the guest's processor");
}

static void put_cause(struct print *out, const struct task *t,
                      const struct guest_siginfo *info)
{
    const struct exception *e = &t->cpu->exception;

    if (info->signo == SIGILL && e->kind == EXCP_UNDEFINED)
        put_undefined(out, t, e->code);
    else if (e->kind == EXCP_DATA || e->kind == EXCP_ALIGNMENT)
        print_fmt(out, "the program's %s of 0x%lx%s",
                  e->write ? "write" : "read", e->address, code_text(info));
    else if (e->kind == EXCP_FETCH)
        print_fmt(out, "the program jumped to where no code is%s",
                  info->code == SEGV_ACCERR ? " (SEGV_ACCERR)" : "");
    else if (e->kind == EXCP_PC_ALIGN)
        print_str(out, "the program jumped to where no instruction can be");
    else if (e->kind == EXCP_BREAKPOINT)
        print_fmt(out, "the program's, number 0x%x", e->code);
    else
        print_str(out, "the program's");
}

/* Which of several threads, and how to learn more. */
static void put_advice(struct print *out, const struct task *t)
{
    struct guest_rlimit limit = {1, 1};
    char name[16] = "";

    if (t->tgroup->tasks > 1) {
        HOST(prctl, PR_GET_NAME, name);
        print_fmt(out, ", in thread %d (%s)", t->tid, name);
    }
    HOST(prlimit64, 0, RLIMIT_CORE, 0, &limit);
    if (!limit.soft && limit.hard)
        print_str(out, "; for a core: ulimit -c unlimited");
}

void fatal_report(struct task *t, const struct guest_siginfo *info)
{
    char line[640], where[256];
    struct print out;

    if (options.quiet)
        return;
    print_init(&out, line, sizeof(line) - 1, -1);
    out.flush = NULL;
    uspace_describe(t->cpu->pc, where, sizeof(where));
    print_fmt(&out, "%s at 0x%lx", fault_text(info->signo), t->cpu->pc);
    if (where[0])
        print_fmt(&out, " (%s)", where);
    print_str(&out, ": ");
    put_cause(&out, t, info);
    put_advice(&out, t);
    line[out.used] = 0;
    report("%s", line);
}
