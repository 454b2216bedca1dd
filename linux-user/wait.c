// SPDX-License-Identifier: MIT
/* Makes waits again that no signal of the guest's ended; see wait.h. */
#include "wait.h"

#include "guest-memory.h"
#include "hostcall.h"
#include "syscall.h"
#include "sysdesc.h"
#include "task.h"
#include "vdso.h"

#include <string.h>
#include <time.h>

#define NS 1000000000ll
/* Longer is for ever: a century. */
#define SECONDS_MAX 3153600000ll

static int64_t now(int32_t clock)
{
    struct timespec ts = {0};

    if (clock == CLOCK_MONOTONIC)
        return (int64_t)vdso_counter();
    HOST(clock_gettime, clock, &ts);
    return ts.tv_sec * NS + ts.tv_nsec;
}

/* A length of time by the wall clock runs by the monotonic one. */
static int32_t clock_of(const struct sysdesc *d, const uint64_t args[6])
{
    int32_t clock = d->clock ? (int32_t)args[d->clock - 1] : CLOCK_MONOTONIC;

    return clock == CLOCK_REALTIME ? CLOCK_MONOTONIC : clock;
}

/* The argument in nanoseconds; -1 if no time runs or the kernel refuses it. */
static int64_t length(struct task *t, const struct sysdesc *d,
                      const uint64_t args[6])
{
    uint64_t arg = args[d->left - 1];
    int64_t ts[2];

    if (d->timer_flags && (args[d->timer_flags - 1] & TIMER_ABSTIME))
        return -1;
    if (sys_args[d->arg + d->left - 1].dir == DIR_VALUE)
        return (int32_t)arg > 0 ? (int32_t)arg * (NS / 1000) : -1;
    if (!arg || guest_read(t, ts, arg, sizeof(ts)) || ts[0] < 0 ||
        ts[0] > SECONDS_MAX || ts[1] < 0 || ts[1] >= NS)
        return -1;
    return ts[0] * NS + ts[1];
}

void wait_begin(struct task *t, const struct sysdesc *d, const uint64_t args[6])
{
    struct task_wait *w = &t->wait;
    int64_t ns;

    w->begun = w->timed = w->replaced = false;
    t->sig.own_came = OWN_NONE;
    if (!d->left)
        return;
    ns = length(t, d, args);
    w->timed = ns >= 0;
    if (!w->timed)
        return;
    w->clock = clock_of(d, args);
    w->end = now(w->clock) + ns;
}

static void time_shorten(struct task_wait *w)
{
    int64_t left = w->end - now(w->clock);

    if (left < 0)
        left = 0;
    w->left[0] = left / NS;
    w->left[1] = left % NS;
    memcpy(w->given, w->left, sizeof(w->given));
    w->replaced = true;
}

bool wait_again(struct task *t, const struct sysdesc *d, long *result)
{
    struct task_wait *w = &t->wait;
    struct task_signals *s = &t->sig;
    bool ended = *result == -EINTR && d->wait != WAIT_NO;

    if (!ended && *result != SYSCALL_UNDONE)
        return false;
    /* C code is a safepoint: only a signal still has a use for the word. */
    atomic_store(&t->cpu->kick, 0);
    signal_held_share(t);
    if ((s->own_came == OWN_UNSEEN && !s->stored_valid) ||
        (!ended && !signal_waiting(t))) {
        w->begun |= ended;
        s->own_came = OWN_NONE;
        if (w->begun && w->timed)
            time_shorten(w);
        return true;
    }
    if (w->begun && (d->wait == WAIT_EINTR || d->wait == WAIT_RESTARTBLOCK))
        *result = -EINTR;
    return false;
}

/* Has the kernel written back what is left?  It could write no less than 0. */
static bool time_written(const struct task_wait *w)
{
    return memcmp(w->left, w->given, sizeof(w->left)) != 0 ||
           (w->left[0] == 0 && w->left[1] == 0);
}

void wait_end(struct task *t, const struct sysdesc *d, const uint64_t args[6])
{
    struct task_wait *w = &t->wait;

    if (w->replaced && time_written(w) &&
        (sys_args[d->arg + d->left - 1].dir & DIR_OUT))
        guest_write(t, args[d->left - 1], w->left, sizeof(w->left));
    w->replaced = false;
    if (signal_waiting(t))
        cpu_kick(t->cpu, KICK_SIGNAL);
}
