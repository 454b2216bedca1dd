// SPDX-License-Identifier: MIT
/*
 * Memory that stays resident: mlockall for the guest's mappings alone.
 *
 * The kernel's MCL_FUTURE would hold for Ferry's own mappings too, so it never
 * reaches the kernel: each new mapping of the guest's is locked as it is made,
 * by MAP_LOCKED where that says the same, else by a call of its own.
 */
#define _GNU_SOURCE
#include "hostcall.h"
#include "task.h"
#include "vma.h"

#include <errno.h>
#include <sys/mman.h>

#define MCL_ALL (MCL_CURRENT | MCL_FUTURE | MCL_ONFAULT)

static unsigned mlock2_flags(unsigned flags)
{
    return flags & MCL_ONFAULT ? MLOCK_ONFAULT : 0;
}

int uspace_lock_flags(const struct uspace *us)
{
    return us->lock_future == MCL_FUTURE ? MAP_LOCKED : 0;
}

/* The kernel's errno for a mapping that may not be locked is EAGAIN. */
long uspace_lock_new(struct uspace *us, gaddr_t addr, uint64_t len, bool mapped)
{
    unsigned flags = us->lock_future;

    if (!flags || (mapped && flags == MCL_FUTURE))
        return 0;
    return HOST(mlock2, addr, len, mlock2_flags(flags)) == -ENOMEM ? -EAGAIN
                                                                   : 0;
}

long uspace_lock_all(struct task *t, unsigned flags)
{
    struct uspace *us = &t->mm->space;
    long ret;

    if (!(flags & (MCL_CURRENT | MCL_FUTURE)) || (flags & ~MCL_ALL))
        return -EINVAL;
    /* Locks nothing: only asks for the right to. */
    ret = HOST(mlock, us->low, 0);
    if (ret)
        return ret;
    lock_take(&us->lock);
    us->lock_future = flags & MCL_FUTURE ? flags & ~(unsigned)MCL_CURRENT : 0;
    for (size_t i = 0; (flags & MCL_CURRENT) && i < us->count && !ret; i++) {
        const struct vma *v = &us->vmas[i];

        ret = HOST(mlock2, v->start, v->end - v->start, mlock2_flags(flags));
        /* What can't be read is locked too, but mlock reports it. */
        if (!(v->flags & (VMA_READ | VMA_WRITE | VMA_EXEC)))
            ret = 0;
    }
    lock_drop(&us->lock);
    return ret;
}

long uspace_unlock_all(struct task *t)
{
    struct uspace *us = &t->mm->space;
    long ret;

    lock_take(&us->lock);
    us->lock_future = 0;
    ret = HOST(munlockall); /* Ferry locks nothing of its own */
    lock_drop(&us->lock);
    return ret;
}
