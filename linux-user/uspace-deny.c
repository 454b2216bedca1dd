// SPDX-License-Identifier: MIT
/*
 * Memory that may not become executable: PR_SET_MDWE for the guest's mappings
 * alone.  The kernel's would refuse Ferry's own code.
 */
#define _GNU_SOURCE
#include "task.h"
#include "vma.h"

#include <errno.h>
#include <sys/mman.h>

/* linux/prctl.h of Linux 6.6 */
#define REFUSE_EXEC_GAIN 1u
#define NO_INHERIT       2u

long uspace_deny_exec(struct task *t, unsigned bits)
{
    struct uspace *us = &t->mm->space;
    long ret = 0;

    if ((bits & ~(REFUSE_EXEC_GAIN | NO_INHERIT)) || bits == NO_INHERIT)
        return -EINVAL;
    lock_take(&us->lock);
    if (us->mdwe && us->mdwe != bits)
        ret = -EPERM;
    else
        us->mdwe = bits;
    lock_drop(&us->lock);
    return ret;
}

void uspace_inherit_denied(struct uspace *us, unsigned bits)
{
    us->mdwe = bits & NO_INHERIT ? 0 : bits;
}

bool uspace_denies(const struct uspace *us, gaddr_t start, gaddr_t end,
                   int prot)
{
    if (!us->mdwe || !(prot & PROT_EXEC))
        return false;
    if (prot & PROT_WRITE)
        return true;
    for (size_t i = vma_above(us, start);
         i < us->count && us->vmas[i].start < end; i++)
        if (!(us->vmas[i].flags & VMA_EXEC))
            return true;
    return false;
}
