// SPDX-License-Identifier: MIT
/* Locks whose owner waits for its vfork child; lender.h has the rules. */
#define _GNU_SOURCE
#include "lender.h"

#include "arena.h"
#include "host.h"
#include "hostcall.h"
#include "task.h"
#include "translator.h"

#include <linux/futex.h>
#include <sys/mman.h>
#include <time.h>

/* lender->lock is held. */
static void drop(struct mm *mm, uint32_t tid)
{
    struct lender *lender = &mm->lender;
    struct lock *locks[TASK_LOCKS];
    unsigned n = task_locks(lender->task, locks);

    if (lender->code_dropped) {
        translator_reclaim(mm->translator, tid);
    } else {
        lender->code_dropped = true;
        translator_fork_parent(mm->translator);
    }
    while (n--)
        lock_reclaim(locks[n], tid);
    atomic_compare_exchange_strong(&lender->tid, &tid, 0);
}

static void tell(struct lender *lender)
{
    atomic_store(lender->copied, lender->round);
    HOST(futex, lender->copied, FUTEX_WAKE, INT32_MAX);
}

static bool page_share(struct lender *lender)
{
    void *page = lender->copied ? lender->copied : pages_map(HOST_PAGE);

    if (page && !lender->copied &&
        host_syscall_failed(HOST(mmap, page, HOST_PAGE, PROT_READ | PROT_WRITE,
                                 MAP_SHARED | MAP_ANONYMOUS | MAP_FIXED, -1,
                                 0))) {
        pages_unmap(page, HOST_PAGE);
        return false;
    }
    lender->copied = page;
    return page != NULL;
}

bool lender_take(struct task *t)
{
    struct lender *lender = &t->mm->lender;

    task_locks_take(t);
    if (!page_share(lender)) {
        task_locks_drop(t);
        return false;
    }
    lender->round++;
    lender->task = t;
    lender->code_dropped = false;
    lender->tid = (uint32_t)t->tid;
    return true;
}

void lender_return(struct task *t)
{
    struct lender *lender = &t->mm->lender;

    lock_take(&lender->lock);
    if (lender->tid == (uint32_t)t->tid) {
        tell(lender); /* if there is no child, nobody has */
        drop(t->mm, (uint32_t)t->tid);
    }
    lock_drop(&lender->lock);
}

void lender_reclaim(struct mm *mm, uint32_t tid)
{
    struct lender *lender = &mm->lender;

    lock_reclaim(&lender->lock, tid);
    if (lender->tid != tid)
        return;
    lock_take(&lender->lock);
    if (lender->tid == tid)
        drop(mm, tid);
    lock_drop(&lender->lock);
}

bool lender_drop_for(struct lock *l)
{
    struct mm *mm = task_of_stack(__builtin_frame_address(0))->mm;
    struct lender *lender = &mm->lender;
    const struct timespec limit = {.tv_nsec = LOCK_STALL_NS};
    uint32_t tid = lender->tid, copied;
    bool lent;

    if (!tid || lock_owner(l) != tid || l == &lender->lock)
        return false;
    copied = *lender->copied;
    if (copied != lender->round)
        HOST(futex, lender->copied, FUTEX_WAIT, copied, &limit);
    lock_take(&lender->lock);
    lent = lender->tid == tid && *lender->copied == lender->round;
    if (lent)
        drop(mm, tid);
    lock_drop(&lender->lock);
    return lent;
}

void lender_forked(struct mm *mm)
{
    struct lender *lender = &mm->lender;

    if (!lender->copied)
        return;
    if (lender->tid)
        tell(lender);
    pages_unmap((void *)lender->copied, HOST_PAGE);
    *lender = (struct lender){0};
}
