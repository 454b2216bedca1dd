// SPDX-License-Identifier: MIT
/* The system calls of signals; see signal.h. */
#define _GNU_SOURCE
#include "signal-host.h"

#include "guest-memory.h"
#include "hostcall.h"
#include "syscall.h"
#include "task.h"

#include <errno.h>
#include <signal.h>

/* What a kernel keeps of sa_flags (UAPI_SA_FLAGS, SA_RESTORER). */
#define FLAGS_KNOWN 0xdc000807u
/* The smallest alternate stack that arm64's kernel takes. */
#define STACK_MIN        5120
#define STACK_AUTODISARM (1u << 31)

static bool signal_valid(int sig)
{
    return sig >= 1 && sig <= GUEST_NSIG;
}

static bool is_own(int sig)
{
    return SIGNALS_OWN & signal_bit(sig);
}

struct guest_sigaction *action_at(struct sighand *sh, int sig)
{
    struct guest_sigaction *a = &sh->actions[sig - 1];

    if (!(sh->known & signal_bit(sig))) {
        a->handler = host_action_inherited(sig);
        sh->known |= signal_bit(sig);
    }
    return a;
}

struct guest_sigaction action_get(struct task *t, int sig)
{
    struct guest_sigaction a;

    lock_take(&t->sighand->lock);
    a = *action_at(t->sighand, sig);
    lock_drop(&t->sighand->lock);
    return a;
}

long signal_action(struct task *t, int sig, const struct guest_sigaction *act,
                   struct guest_sigaction *old)
{
    struct sighand *sh = t->sighand;
    struct guest_sigaction *a;
    long ret = 0;

    if (!signal_valid(sig) || (act && (sig == SIGKILL || sig == SIGSTOP)))
        return -EINVAL;
    lock_take(&sh->lock);
    a = action_at(sh, sig);
    if (old)
        *old = *a;
    if (act) {
        if (!is_own(sig))
            ret = host_action_set(sig, act);
        if (ret == 0) {
            *a = *act;
            a->flags &= FLAGS_KNOWN;
            a->mask &= ~(signal_bit(SIGKILL) | signal_bit(SIGSTOP));
        }
    }
    lock_drop(&sh->lock);
    /* A signal that is ignored does not wait. */
    if (act && act->handler == SIG_IGNORE && is_own(sig))
        signal_held_forget(t, sig);
    return ret;
}

void signal_exec_reset(struct task *t)
{
    struct sighand *sh = t->sighand;

    lock_take(&sh->lock);
    for (int sig = 1; sig <= GUEST_NSIG; sig++) {
        struct guest_sigaction *a = &sh->actions[sig - 1];

        if (a->handler <= SIG_IGNORE)
            continue;
        *a = (struct guest_sigaction){.handler = SIG_DEFAULT};
        if (!is_own(sig))
            host_action_set(sig, a);
    }
    lock_drop(&sh->lock);
}

static uint64_t set_apply(uint64_t old, int how, uint64_t set)
{
    set &= ~(signal_bit(SIGKILL) | signal_bit(SIGSTOP));
    switch (how) {
    case SIG_BLOCK: return old | set;
    case SIG_UNBLOCK: return old & ~set;
    default: return set;
    }
}

/*
 * One call of the host's, in the window: a signal that comes before it takes
 * it back, one that comes after it has seen the new mask.
 */
long signal_procmask(struct task *t, int how, const uint64_t *set,
                     uint64_t *old)
{
    struct task_signals *s = &t->sig;
    uint64_t host = set ? *set & MASK_ASYNC : 0, was = 0;
    long ret;

    if (set && (how < SIG_BLOCK || how > SIG_SETMASK))
        return -EINVAL;
    ret = syscall_window(t, SYS_rt_sigprocmask, (uint64_t)how,
                         set ? (uintptr_t)&host : 0, (uintptr_t)&was, 8, 0, 0);
    if (ret)
        return ret;
    if (old)
        *old = (was & MASK_ASYNC) | s->own_blocked;
    if (set) {
        own_mask_set(t, set_apply(s->own_blocked, how, *set));
        if (signal_waiting(t))
            cpu_kick(t->cpu, KICK_SIGNAL);
    }
    return 0;
}

uint64_t mask_change_begin(struct task *t)
{
    struct task_signals *s = &t->sig;
    uint64_t all = MASK_ASYNC, old;

    HOST(rt_sigprocmask, SIG_SETMASK, &all, &old, 8);
    if (s->mask_saved)
        old = s->saved_mask;
    return (old & MASK_ASYNC) | s->own_blocked;
}

void mask_change_end(struct task *t, uint64_t mask)
{
    struct task_signals *s = &t->sig;
    uint64_t host = mask & MASK_ASYNC;

    own_mask_set(t, mask);
    if (s->stored_valid) {
        s->saved_mask = host;
        return;
    }
    s->mask_saved = false;
    HOST(rt_sigprocmask, SIG_SETMASK, &host, 0, 8);
}

bool stack_holds(const struct guest_stack *st, gaddr_t sp)
{
    return !((uint32_t)st->flags & STACK_AUTODISARM) && sp > st->sp &&
           sp - st->sp <= st->size;
}

/* As do_sigaltstack() of kernel/signal.c; size 0 is a stack that is off. */
long signal_altstack(struct task *t, const struct guest_stack *set,
                     struct guest_stack *old)
{
    struct guest_stack *st = &t->sig.stack;
    bool on = stack_holds(st, t->abi->get_sp(t->cpu));
    uint32_t mode;

    if (old) {
        *old = *st;
        old->pad = 0;
        old->flags &= (int32_t)STACK_AUTODISARM;
        if (on || !st->size)
            old->flags |= on ? SS_ONSTACK : SS_DISABLE;
    }
    if (!set)
        return 0;
    if (on)
        return -EPERM;
    mode = (uint32_t)set->flags & ~STACK_AUTODISARM;
    if (mode != SS_DISABLE && mode != SS_ONSTACK && mode != 0)
        return -EINVAL;
    if (set->sp == st->sp && set->size == st->size && set->flags == st->flags)
        return 0;
    if (mode != SS_DISABLE && set->size < STACK_MIN)
        return -ENOMEM;
    *st = *set;
    st->pad = 0;
    if (mode == SS_DISABLE)
        st->sp = st->size = 0;
    return 0;
}

void signal_pending(struct task *t, uint64_t *set)
{
    uint64_t host = 0;

    HOST(rt_sigpending, &host, 8);
    *set = (host & MASK_ASYNC) | (held_set(t) & t->sig.own_blocked);
}

uint64_t own_mask(const struct task *t)
{
    const struct task_signals *s = &t->sig;

    return s->wait_mask_valid ? s->wait_mask & SIGNALS_OWN : s->own_blocked;
}

bool signal_waiting(const struct task *t)
{
    return t->sig.stored_valid || (held_set(t) & ~own_mask(t));
}

uint64_t signal_wait_begin(struct task *t, uint64_t mask)
{
    struct task_signals *s = &t->sig;

    s->wait_mask = mask & ~(signal_bit(SIGKILL) | signal_bit(SIGSTOP));
    s->wait_mask_valid = true;
    /* One that waits already: the call is taken back, see syscall_run(). */
    if (signal_waiting(t))
        cpu_kick(t->cpu, KICK_SIGNAL);
    return mask & MASK_ASYNC;
}

/* If a signal ended the wait, its delivery still needs the mask. */
void signal_wait_end(struct task *t)
{
    if (!signal_waiting(t))
        t->sig.wait_mask_valid = false;
}

long signal_suspend(struct task *t, uint64_t set)
{
    uint64_t host = signal_wait_begin(t, set);

    return syscall_window(t, SYS_rt_sigsuspend, (uintptr_t)&host, 8, 0, 0, 0,
                          0);
}

/* What a kernel says of a timeout before it looks for signals. */
static long timeout_check(uint64_t timeout)
{
    int64_t ts[2];

    if (!timeout)
        return 0;
    if (host_copy(ts, guest_pointer(timeout), sizeof(ts)))
        return -EFAULT;
    return ts[0] < 0 || (uint64_t)ts[1] >= 1000000000 ? -EINVAL : 0;
}

long signal_timedwait(struct task *t, uint64_t set, struct guest_siginfo *info,
                      uint64_t timeout)
{
    uint64_t host = set & MASK_ASYNC;
    long ret = timeout_check(timeout);

    if (ret)
        return ret;
    own_wait_set(t, set);
    ret = held_take(t, set, info);
    if (!ret)
        ret = syscall_window(t, SYS_rt_sigtimedwait, (uintptr_t)&host,
                             (uintptr_t)info, timeout, 8, 0, 0);
    own_wait_set(t, 0);
    return ret;
}

bool signal_block_all(struct task *t, uint64_t set, uint64_t *mask)
{
    long ret = syscall_window(t, SYS_rt_sigprocmask, SIG_SETMASK,
                              (uintptr_t)&set, (uintptr_t)mask, 8, 0, 0);

    return ret == 0;
}

void signal_unblock_stored(struct task *t, uint64_t mask)
{
    uint64_t all = MASK_ASYNC;

    HOST(rt_sigprocmask, SIG_SETMASK, &all, 0, 8);
    if (t->sig.stored_valid)
        t->sig.saved_mask = mask & MASK_ASYNC;
    else
        signal_unblock(t, mask);
}

void signal_unblock(struct task *t, uint64_t mask)
{
    (void)t;
    mask &= MASK_ASYNC;
    HOST(rt_sigprocmask, SIG_SETMASK, &mask, 0, 8);
}
