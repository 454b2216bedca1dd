// SPDX-License-Identifier: MIT
/*
 * Stops the other threads of a process that dumps core, each where the guest's
 * registers are exact.
 *
 * They get a SIGTRAP, which nobody blocks for long, and which the guest can't
 * miss any more.  Its handler stops a thread that is in a call of the host's:
 * it never goes on, so that it does not matter which of Ferry's locks it has,
 * as long as the dump takes none.  One that runs goes on, to its next poll or
 * call, and is asked again meanwhile.
 */
#define _GNU_SOURCE
#include "core-parts.h"

#include "arena.h"
#include "hostcall.h"
#include "signal.h"
#include "task.h"

#include <linux/futex.h>
#include <signal.h>
#include <time.h>

/* Some seconds; a thread that waits in a driver can't be stopped. */
#define ROUNDS   1000
#define ROUND_NS 2000000

static bool group_dumps(const struct tgroup *g)
{
    return atomic_load(&g->core.dumping) == g->tgid;
}

static _Noreturn void stop(struct task *t, uint64_t blocked)
{
    struct core_group *g = &t->tgroup->core;
    t->core.blocked = blocked;
    t->core.stopped = true;
    atomic_fetch_add(&g->stopped, 1);
    HOST(futex, &g->stopped, FUTEX_WAKE_PRIVATE, 1);
    for (;;)
        HOST(ppoll, 0, 0, 0, 0, 8);
}

void core_stop_point(struct task *t)
{
    uint64_t all = ~SIGNALS_OWN, mask;
    if (!group_dumps(t->tgroup) || t->core.dumps)
        return;
    HOST(rt_sigprocmask, SIG_SETMASK, &all, &mask, 8);
    if (t->sig.mask_saved)
        mask = t->sig.saved_mask;
    stop(t, (mask & ~SIGNALS_OWN) | t->sig.own_blocked);
}

/*
 * A call of the guest's that had to wait has not happened: a kernel, too, has
 * the pc of such a thread at its instruction again.
 */
bool core_interrupts(struct task *t, void *context, uint64_t mask)
{
    const char *pc = host_context_pc(context);
    if (!group_dumps(t->tgroup))
        return false;
    if (t->core.stopped || t->core.dumps)
        return true;
    if (host_context_waits(context) &&
        lock_owner(&t->mm->tasks_lock) != (uint32_t)t->tid) {
        if (pc >= host_syscall_check && pc <= host_syscall_done)
            t->cpu->pc -= t->abi->insn_bytes;
        stop(t, (mask & ~SIGNALS_OWN) | t->sig.own_blocked);
    }
    cpu_kick(t->cpu, KICK_SIGNAL);
    return true;
}

/* After vfork a parent waits where no signal gets it; its registers stand. */
static bool waits_for_child(const struct mm *mm, const struct task *t)
{
    if (t->in_vfork)
        return true;
    for (const struct task *child = mm->tasks; child; child = child->mm_next)
        if (child->vfork_parent == t)
            return true;
    return false;
}

/* Asks those that still run; how many. */
static unsigned others_ask(struct task *t)
{
    struct mm *mm = t->mm;
    unsigned running = 0;
    lock_take(&mm->tasks_lock);
    for (struct task *other = mm->tasks; other; other = other->mm_next) {
        if (other->tgroup != t->tgroup || other == t || other->core.stopped)
            continue;
        cpu_kick(other->cpu, KICK_SIGNAL);
        if (waits_for_child(mm, other))
            continue;
        running++;
        if (other->tid)
            HOST(tgkill, t->tgroup->tgid, other->tid, SIGTRAP);
    }
    lock_drop(&mm->tasks_lock);
    return running;
}

/* The dumping one, and the rest in the order in which they were made. */
static bool threads_list(struct task *t, struct core_threads *out)
{
    struct mm *mm = t->mm;
    size_t n = 0;
    lock_take(&mm->tasks_lock);
    for (struct task *other = mm->tasks; other; other = other->mm_next)
        n += other->tgroup == t->tgroup && other->tid;
    out->list = pages_map(n * sizeof *out->list);
    if (out->list) {
        out->count = n;
        for (struct task *other = mm->tasks; other; other = other->mm_next)
            if (other->tgroup == t->tgroup && other->tid && other != t)
                out->list[--n] = other;
        out->list[0] = t;
    }
    lock_drop(&mm->tasks_lock);
    return out->list != NULL;
}

bool core_stop_others(struct task *t, struct core_threads *threads)
{
    struct core_group *g = &t->tgroup->core;
    int32_t was = atomic_load(&g->dumping);
    if (was == t->tgroup->tgid)
        return false;
    t->core.dumps = true;
    if (!atomic_compare_exchange_strong(&g->dumping, &was, t->tgroup->tgid)) {
        t->core.dumps = false;
        return false;
    }
    for (unsigned round = 0; round < ROUNDS; round++) {
        struct timespec time = {.tv_nsec = ROUND_NS};
        uint32_t stopped = atomic_load(&g->stopped);
        if (!others_ask(t))
            break;
        HOST(futex, &g->stopped, FUTEX_WAIT_PRIVATE, stopped, &time);
    }
    return threads_list(t, threads);
}
