// SPDX-License-Identifier: MIT
/*
 * Those of the five that were sent to a process and that the thread whom the
 * host gave them to blocks: they wait in the thread group, for any of its
 * threads (shared_pending and complete_signal() of kernel/signal.c).
 *
 * The handler, which may take no lock, holds a signal in its task; the run
 * loop moves it to the group, and only then asks who would take it.  A thread
 * changes its mask, or says what it waits for, and only then looks at the
 * group.  So one of the two sees the other.
 */
#include "signal-host.h"

#include "hostcall.h"
#include "task.h"

#include <signal.h>
#include <string.h>

/*
 * Only tgkill can be told from what names a process; a thread's timer, or
 * pthread_sigqueue(), is taken for the process's.
 */
static bool is_process_directed(const struct guest_siginfo *info)
{
    return info->code != SI_TKILL;
}

/* As a kernel: the same signal does not wait twice. */
static void group_hold(struct tgroup *g, const struct guest_siginfo *info)
{
    uint64_t bit = signal_bit(info->signo);

    lock_take(&g->lock);
    if (!(g->own_held & bit)) {
        memcpy(&g->held[own_index(info->signo)], info, sizeof(*info));
        atomic_fetch_or(&g->own_held, bit);
    }
    lock_drop(&g->lock);
}

static bool group_take(struct tgroup *g, int sig, struct guest_siginfo *info)
{
    uint64_t bit = signal_bit(sig);
    bool found;

    lock_take(&g->lock);
    found = g->own_held & bit;
    if (found) {
        *info = g->held[own_index(sig)];
        atomic_fetch_and(&g->own_held, ~bit);
    }
    lock_drop(&g->lock);
    return found;
}

/* The tid of another thread that lets sig through, or waits for it; or 0. */
static int32_t taker_find(struct task *t, int sig)
{
    struct mm *mm = t->mm;
    int32_t tid = 0;

    lock_take(&mm->tasks_lock);
    for (const struct task *o = mm->tasks; o && !tid; o = o->mm_next)
        if (o != t && o->tgroup == t->tgroup &&
            ((o->sig.own_waited | ~own_mask(o)) & signal_bit(sig)))
            tid = o->tid;
    lock_drop(&mm->tasks_lock);
    return tid;
}

/* Wakes who would take what t blocks; it looks at the group itself. */
static void group_offer(struct task *t, uint64_t set)
{
    for (int sig = 1; set >> (sig - 1); sig++) {
        struct guest_siginfo wake = {.signo = sig, .code = CODE_WAKE};
        int32_t tid = set & signal_bit(sig) ? taker_find(t, sig) : 0;

        if (tid)
            HOST(rt_tgsigqueueinfo, t->tgroup->tgid, tid, sig, &wake);
    }
}

static void group_hold_all(struct task *t, uint64_t set)
{
    struct task_signals *s = &t->sig;

    for (int sig = 1; set >> (sig - 1); sig++) {
        const struct guest_siginfo *info = &s->held[own_index(sig)];

        if ((set & signal_bit(sig)) && is_process_directed(info)) {
            group_hold(t->tgroup, info);
            atomic_fetch_and(&s->own_held, ~signal_bit(sig));
        }
    }
}

void signal_held_share(struct task *t)
{
    uint64_t blocked = own_mask(t);

    group_hold_all(t, t->sig.own_held & blocked);
    group_offer(t, t->tgroup->own_held & blocked);
}

void signal_held_leave(struct task *t)
{
    own_mask_set(t, SIGNALS_OWN);
    t->sig.wait_mask_valid = false;
    signal_held_share(t);
}

void own_mask_set(struct task *t, uint64_t mask)
{
    t->sig.own_blocked = mask & SIGNALS_OWN;
}

void own_wait_set(struct task *t, uint64_t set)
{
    t->sig.own_waited = set & SIGNALS_OWN;
}

uint64_t held_set(const struct task *t)
{
    return t->sig.own_held | t->tgroup->own_held;
}

int held_take(struct task *t, uint64_t set, struct guest_siginfo *info)
{
    struct task_signals *s = &t->sig;
    uint64_t found = held_set(t) & set;

    for (int sig = 1; found >> (sig - 1); sig++) {
        uint64_t bit = signal_bit(sig);

        if (!(found & bit))
            continue;
        if (s->own_held & bit) {
            *info = s->held[own_index(sig)];
            atomic_fetch_and(&s->own_held, ~bit);
            return sig;
        }
        if (group_take(t->tgroup, sig, info))
            return sig;
    }
    return 0;
}

void signal_held_forget(struct task *t, int sig)
{
    atomic_fetch_and(&t->sig.own_held, ~signal_bit(sig));
    atomic_fetch_and(&t->tgroup->own_held, ~signal_bit(sig));
}

bool signal_mark_sent(struct guest_siginfo *info, int sig)
{
    if (info->code <= 0 || sig < 1 || sig > GUEST_NSIG ||
        !(SIGNALS_OWN & signal_bit(sig)))
        return false;
    info->code = (info->code & (CODE_SENT - 1)) | CODE_SENT;
    return true;
}

void signal_held_queue(struct task *t, bool to_ferry)
{
    uint64_t set = held_set(t);

    for (int sig = 1; set >> (sig - 1); sig++) {
        bool ours = t->sig.own_held & signal_bit(sig);
        struct guest_siginfo info =
            (ours ? t->sig.held : t->tgroup->held)[own_index(sig)];

        if (!(set & signal_bit(sig)))
            continue;
        if (to_ferry)
            signal_mark_sent(&info, sig);
        HOST(rt_tgsigqueueinfo, t->tgroup->tgid, t->tid, sig, &info);
    }
}
