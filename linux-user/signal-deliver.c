// SPDX-License-Identifier: MIT
/*
 * Delivery of signals to the guest: which one, on which stack, under which
 * mask, or its end (kernel/signal.c, arch/arm64/kernel/signal.c).
 */
#define _GNU_SOURCE
#include "signal-host.h"

#include "abi/abi.h"
#include "fatal.h"
#include "hostcall.h"
#include "options.h"
#include "report.h"
#include "run.h"
#include "task.h"
#include "translator.h"

#include <signal.h>

#define STACK_AUTODISARM (1u << 31)
#ifndef SA_RESTORER
#    define SA_RESTORER 0x04000000
#endif

/* Signals whose default is to do nothing; stops are the host kernel's. */
#define IGNORED_BY_DEFAULT                                            \
    (signal_bit(SIGCHLD) | signal_bit(SIGCONT) | signal_bit(SIGURG) | \
     signal_bit(SIGWINCH))

/* Where the frame goes below: the alternate stack if it is asked for. */
static gaddr_t frame_stack(const struct task *t,
                           const struct guest_sigaction *action)
{
    const struct guest_stack *st = &t->sig.stack;
    gaddr_t sp = t->abi->get_sp(t->cpu);

    if ((action->flags & SA_ONSTACK) && st->size && !stack_holds(st, sp))
        return st->sp + st->size;
    return sp;
}

/*
 * Enters the handler; *mask is the guest's and becomes the handler's.  False:
 * the frame could not be written.
 */
static bool handler_enter(struct task *t, const struct guest_siginfo *info,
                          const struct guest_sigaction *action, uint64_t *mask,
                          const struct sigframe_request *fault)
{
    struct task_signals *s = &t->sig;
    struct guest_stack *st = &s->stack;
    struct sigframe_request rq = {
        .info = info,
        .action = action,
        .stack = st,
        .mask = *mask,
        .sp = frame_stack(t, action),
        .restorer = action->flags & SA_RESTORER ? action->restorer
                                                : t->mm->vdso_sigreturn,
    };

    if (fault) {
        rq.has_fault = true;
        rq.fault_address = fault->fault_address;
        rq.fault_code = fault->fault_code;
    }
    if (t->abi->frame_push(t, &rq))
        return false;
    t->cpu->monitor.size = 0;
    translator_hint_push(t->cpu, rq.restorer);
    if ((uint32_t)st->flags & STACK_AUTODISARM)
        *st = (struct guest_stack){.flags = SS_DISABLE};
    if (s->wait_mask_valid)
        *mask = s->wait_mask;
    *mask |= action->mask;
    if (!(action->flags & SA_NODEFER))
        *mask |= signal_bit(info->signo);
    return true;
}

/* The action, RESETHAND done. */
static struct guest_sigaction action_take(struct task *t, int sig)
{
    struct guest_sigaction *a, taken;

    lock_take(&t->sighand->lock);
    a = action_at(t->sighand, sig);
    taken = *a;
    if (a->handler > SIG_IGNORE && (a->flags & SA_RESETHAND))
        a->handler = SIG_DEFAULT;
    lock_drop(&t->sighand->lock);
    return taken;
}

static _Noreturn void fatal(struct task *t, const struct guest_siginfo *info,
                            uint64_t mask)
{
    run_end(t);
    core_dump(t, info, mask);
    signal_die(info->signo);
}

/* The kernel's force_sigsegv(): a frame could not be built for sig. */
static void frame_failed(struct task *t, int sig, uint64_t *mask)
{
    struct guest_siginfo info = {.signo = SIGSEGV, .code = SI_KERNEL};
    struct guest_sigaction a = action_take(t, SIGSEGV);

    if (sig == SIGSEGV || a.handler <= SIG_IGNORE ||
        (t->sig.own_blocked & signal_bit(SIGSEGV)) ||
        !handler_enter(t, &info, &a, mask, NULL)) {
        if (!options.quiet)
            report("no room for a signal's frame at sp 0x%lx",
                   t->abi->get_sp(t->cpu));
        fatal(t, &info, *mask);
    }
}

static void deliver_one(struct task *t, const struct guest_siginfo *info,
                        uint64_t *mask)
{
    int sig = info->signo;
    struct guest_sigaction a = action_take(t, sig);

    report_signal(t, info);
    if (a.handler == SIG_IGNORE)
        return;
    if (a.handler == SIG_DEFAULT) {
        /* What is sent to the init of a pid namespace has no default. */
        if ((IGNORED_BY_DEFAULT & signal_bit(sig)) || t->tgroup->tgid == 1)
            return;
        fatal(t, info, *mask);
    }
    if (!handler_enter(t, info, &a, mask, NULL))
        frame_failed(t, sig, mask);
}

void signal_deliver(struct task *t)
{
    struct task_signals *s = &t->sig;
    struct guest_siginfo info;
    uint64_t mask, own;
    int sig;

    if (!signal_waiting(t) && !s->mask_saved)
        return;
    mask = mask_change_begin(t);
    own = held_set(t) & ~own_mask(t);
    if (own) {
        sig = held_take(t, own, &info);
        if (sig)
            deliver_one(t, &info, &mask);
        if (s->stored_valid)
            cpu_kick(t->cpu, KICK_SIGNAL);
    } else if (s->stored_valid) {
        info = s->stored;
        s->stored_valid = false;
        deliver_one(t, &info, &mask);
    }
    s->wait_mask_valid = false;
    mask_change_end(t, mask);
}

bool signal_is_fatal(struct task *t, int sig)
{
    return action_get(t, sig).handler <= SIG_IGNORE ||
           (t->sig.own_blocked & signal_bit(sig));
}

void signal_force(struct task *t, const struct guest_siginfo *info)
{
    const struct exception *e = &t->cpu->exception;
    int sig = info->signo;
    uint64_t mask = mask_change_begin(t);
    struct guest_sigaction a;
    struct sigframe_request fault = {
        .fault_address = e->kind == EXCP_UNDEFINED || e->kind == EXCP_BREAKPOINT
                             ? 0
                             : e->address,
        .fault_code = t->abi->fault_code(t->cpu, info->code == SEGV_ACCERR),
    };

    report_signal(t, info);
    if (signal_is_fatal(t, sig)) {
        fatal_report(t, info);
        fatal(t, info, mask);
    }
    a = action_take(t, sig);
    if (!handler_enter(t, info, &a, &mask, &fault))
        frame_failed(t, sig, &mask);
    mask_change_end(t, mask);
}

void signal_force_segv(struct task *t)
{
    struct guest_siginfo info = {.signo = SIGSEGV, .code = SI_KERNEL};

    t->cpu->exception = (struct exception){.kind = EXCP_UNDEFINED};
    signal_force(t, &info);
}

const struct guest_siginfo *signal_fault(struct task *t)
{
    bool valid = t->sig.fault_valid;

    t->sig.fault_valid = false;
    return valid ? &t->sig.fault : NULL;
}

void signal_return(struct task *t)
{
    struct sigframe_saved saved;
    struct task_signals *s = &t->sig;

    if (t->abi->frame_pop(t, &saved)) {
        signal_force_segv(t);
        return;
    }
    mask_change_begin(t);
    mask_change_end(t,
                    saved.mask & ~(signal_bit(SIGKILL) | signal_bit(SIGSTOP)));
    signal_altstack(t, &saved.stack, NULL);
    if (held_set(t) & ~s->own_blocked)
        cpu_kick(t->cpu, KICK_SIGNAL);
}
