// SPDX-License-Identifier: MIT
/* Locks on futex words; see lock.h. */
#include "lock.h"

#include "host.h"

#include <errno.h>
#include <linux/futex.h>
#include <sys/syscall.h>
#include <time.h>

uint32_t (*lock_tid)(void);
void (*lock_stalled)(struct lock *l);
bool (*lock_lent)(struct lock *l);

static uint32_t own_tid(void)
{
    uint32_t tid = lock_tid ? lock_tid() : 0;

    if (tid)
        return tid;
    return (uint32_t)host_syscall(SYS_gettid, 0, 0, 0, 0, 0, 0);
}

bool lock_try(struct lock *l)
{
    uint32_t free = 0;

    return atomic_compare_exchange_strong_explicit(
        &l->word, &free, own_tid(), memory_order_acquire, memory_order_relaxed);
}

/* Sleeps while the word is `seen`. */
static void lock_wait(struct lock *l, uint32_t seen)
{
    const struct timespec limit = {.tv_nsec = LOCK_STALL_NS};

    if (lock_lent && lock_lent(l))
        return;
    /* Not FUTEX_PRIVATE: vfork's child may hold it. */
    long r = host_syscall(SYS_futex, (long)&l->word, FUTEX_WAIT, (long)seen,
                          (long)&limit, 0, 0);

    if (r == -ETIMEDOUT && lock_stalled)
        lock_stalled(l);
}

void lock_take(struct lock *l)
{
    uint32_t tid = own_tid(), seen = 0;

    if (atomic_compare_exchange_strong_explicit(
            &l->word, &seen, tid, memory_order_acquire, memory_order_relaxed))
        return;
    for (;;) {
        if (seen == 0) {
            /* Others may sleep: whoever comes through here wakes one. */
            if (atomic_compare_exchange_weak_explicit(
                    &l->word, &seen, tid | LOCK_WAITERS, memory_order_acquire,
                    memory_order_relaxed))
                return;
            continue;
        }
        if (!(seen & LOCK_WAITERS) &&
            !atomic_compare_exchange_weak_explicit(
                &l->word, &seen, seen | LOCK_WAITERS, memory_order_relaxed,
                memory_order_relaxed))
            continue;
        lock_wait(l, seen | LOCK_WAITERS);
        seen = atomic_load_explicit(&l->word, memory_order_relaxed);
    }
}

static void lock_release(struct lock *l)
{
    uint32_t old = atomic_exchange_explicit(&l->word, 0, memory_order_release);

    if (old & LOCK_WAITERS)
        host_syscall(SYS_futex, (long)&l->word, FUTEX_WAKE, 1, 0, 0, 0);
}

void lock_drop(struct lock *l)
{
    lock_release(l);
}

uint32_t lock_owner(const struct lock *l)
{
    return atomic_load_explicit(&l->word, memory_order_relaxed) & ~LOCK_WAITERS;
}

bool lock_inherit(struct lock *l, uint32_t tid)
{
    uint32_t seen = atomic_load_explicit(&l->word, memory_order_relaxed);

    while ((seen & ~LOCK_WAITERS) == tid)
        if (atomic_compare_exchange_weak_explicit(
                &l->word, &seen, own_tid() | (seen & LOCK_WAITERS),
                memory_order_acquire, memory_order_relaxed))
            return true;
    return false;
}

void lock_reclaim(struct lock *l, uint32_t tid)
{
    if (lock_inherit(l, tid))
        lock_release(l);
}

void lock_adopt(struct lock *l)
{
    atomic_store_explicit(&l->word, own_tid(), memory_order_relaxed);
}
