// SPDX-License-Identifier: MIT
/* When the guest's end leaves a core, and how it is made; see core.h. */
#define _GNU_SOURCE
#include "core-parts.h"

#include "hostcall.h"
#include "signal-host.h"
#include "task.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/close_range.h>
#include <linux/prctl.h>
#include <signal.h>
#include <sys/resource.h>

/* A kernel writes none that is shorter. */
#define CORE_MIN 4096
/* As many are open at once. */
#define CORE_DESCRIPTORS 4

#define SIGNALS_CORE                                           \
    (SIGNALS_OWN | signal_bit(SIGQUIT) | signal_bit(SIGABRT) | \
     signal_bit(SIGSYS) | signal_bit(SIGXCPU) | signal_bit(SIGXFSZ))

bool core_signal(int sig)
{
    return SIGNALS_CORE & signal_bit(sig);
}

bool core_catches(int sig, const struct guest_sigaction *action)
{
    const struct task *t = task_of_stack(__builtin_frame_address(0));
    return action->handler == SIG_DEFAULT && core_signal(sig) &&
           t->tgroup->core.watched;
}

static uint64_t limit_soft(void)
{
    struct guest_rlimit limit = {0, 0};
    HOST(prlimit64, 0, RLIMIT_CORE, 0, &limit);
    return limit.soft;
}

void core_watch(struct task *t)
{
    struct sighand *sh = t->sighand;
    if (t->tgroup->core.watched || limit_soft() < CORE_MIN)
        return;
    t->tgroup->core.watched = true;
    lock_take(&sh->lock);
    for (int sig = 1; sig <= GUEST_NSIG; sig++) {
        if (!core_signal(sig) || (SIGNALS_OWN & signal_bit(sig)))
            continue;
        if (action_at(sh, sig)->handler == SIG_DEFAULT)
            host_action_set(sig, action_at(sh, sig));
    }
    lock_drop(&sh->lock);
}

/* Is there a process of another thread group in t's memory? */
static bool memory_is_shared(const struct task *t)
{
    struct mm *mm = t->mm;
    bool shared = false;
    lock_take(&mm->tasks_lock);
    for (const struct task *other = mm->tasks; other; other = other->mm_next)
        shared |= other->tgroup != t->tgroup;
    lock_drop(&mm->tasks_lock);
    return shared;
}

/*
 * Nothing of Ferry's is to be dumped in the core's place.  A program that
 * takes cores does not look at the limit, unless it is 1, of which the kernel
 * writes a line to its log; not to be dumpable belongs to the memory.
 */
static void host_core_prevent(const struct task *t, bool to_program)
{
    struct guest_rlimit limit;
    HOST(prlimit64, 0, RLIMIT_CORE, 0, &limit);
    limit.soft = to_program && memory_is_shared(t);
    HOST(prlimit64, 0, RLIMIT_CORE, &limit, 0);
    if (to_program && !limit.soft)
        HOST(prctl, PR_SET_DUMPABLE, 0);
}

/* But for the status's sake. */
static void host_core_allow(void)
{
    struct guest_rlimit limit;
    if (!core_status_prepare())
        return;
    HOST(prlimit64, 0, RLIMIT_CORE, 0, &limit);
    limit.soft = CORE_MIN;
    HOST(prlimit64, 0, RLIMIT_CORE, &limit, 0);
}

/*
 * Descriptors may all be in use.  The guest needs its limit no more, and of
 * the descriptors only what it shares with others: the last ones make way.
 */
static void descriptors_free(void)
{
    struct guest_rlimit limit;
    long fd;
    HOST(prlimit64, 0, RLIMIT_NOFILE, 0, &limit);
    limit.soft = limit.hard;
    HOST(prlimit64, 0, RLIMIT_NOFILE, &limit, 0);
    fd = HOST(openat, AT_FDCWD, "/", O_PATH | O_CLOEXEC);
    if (fd == -EMFILE && limit.soft >= CORE_DESCRIPTORS)
        HOST(close_range, limit.soft - CORE_DESCRIPTORS, limit.soft - 1,
             CLOSE_RANGE_UNSHARE);
    if (fd >= 0)
        HOST(close, fd);
}

static bool core_make(struct task *t, const struct guest_siginfo *info,
                      uint64_t limit, const struct core_threads *threads,
                      const struct core_place *place)
{
    struct core_maps maps = {.count = 0};
    size_t bytes;
    void *notes;
    if (!core_maps_read(t, &maps))
        return false;
    bytes = core_notes(threads, &maps, info, &notes);
    if (!bytes)
        return false;
    long fd = core_place_open(place);
    if (fd < 0)
        return false;
    core_write(t, (int)fd, limit, &maps, notes, bytes);
    HOST(close, fd);
    return true;
}

void core_dump(struct task *t, const struct guest_siginfo *info, uint64_t mask)
{
    struct core_threads threads;
    struct core_place place = {.elsewhere = false};
    uint64_t limit = limit_soft();
    core_stop_point(t);
    if (!core_signal(info->signo) || limit < CORE_MIN ||
        HOST(prctl, PR_GET_DUMPABLE) != 1)
        return;
    t->core.blocked = mask;
    bool written = core_stop_others(t, &threads);
    core_stop_point(t); /* for another's dump */
    descriptors_free();
    written = written && core_place_find(t, info->signo, limit, &place) &&
              core_make(t, info, limit, &threads, &place);
    host_core_prevent(t, place.elsewhere);
    if (written && place.plain)
        host_core_allow();
}
