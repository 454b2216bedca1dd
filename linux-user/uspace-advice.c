// SPDX-License-Identifier: MIT
/* madvise: contents that go, and mappings that a forked child has not. */
#define _GNU_SOURCE
#include "hostcall.h"
#include "task.h"
#include "translator.h"
#include "vma.h"

#include <errno.h>
#include <sys/mman.h>

#define PAGE 4096ull

/* Newer than the headers. */
#ifndef MADV_DONTNEED_LOCKED
#    define MADV_DONTNEED_LOCKED 24
#endif
#ifndef MADV_GUARD_INSTALL
#    define MADV_GUARD_INSTALL 102
#endif

bool uspace_advice_drops(int advice)
{
    return advice == MADV_DONTNEED || advice == MADV_REMOVE ||
           advice == MADV_FREE || advice == MADV_DONTNEED_LOCKED ||
           advice == MADV_GUARD_INSTALL || advice == MADV_HWPOISON;
}

/* us->lock held. */
static void dropped(struct task *t, gaddr_t start, gaddr_t end)
{
    if (vma_any(&t->mm->space, start, end, VMA_EXEC))
        translator_invalidate(t->mm->translator, start, end, t->cpu);
}

void uspace_dropped(struct task *t, gaddr_t start, uint64_t len)
{
    struct uspace *us = &t->mm->space;

    if (start > us->limit || len > us->limit - start)
        return;
    lock_take(&us->lock);
    dropped(t, start, start + len);
    lock_drop(&us->lock);
}

/* Is the advice about children?  *clear and *set: vma flags. */
static bool advice_marks(int advice, uint32_t *clear, uint32_t *set)
{
    *clear = advice == MADV_DOFORK       ? VMA_DONTFORK
             : advice == MADV_KEEPONFORK ? VMA_WIPE
                                         : 0;
    *set = advice == MADV_DONTFORK     ? VMA_DONTFORK
           : advice == MADV_WIPEONFORK ? VMA_WIPE
                                       : 0;
    return *clear || *set;
}

/* A length of more than the address space wraps in the kernel. */
static long range_check(const struct uspace *us, gaddr_t addr, uint64_t *len)
{
    uint64_t given = *len;

    *len = ALIGN_UP(given, PAGE);
    if (addr % PAGE || (given && !*len) || addr + *len < addr)
        return -EINVAL;
    if (addr > us->limit || *len > us->limit - addr ||
        hole_hit(us, addr, addr + *len))
        return -ENOMEM;
    return 0;
}

long uspace_madvise(struct task *t, gaddr_t addr, uint64_t len, int advice)
{
    struct uspace *us = &t->mm->space;
    long ret = range_check(us, addr, &len);
    gaddr_t end = addr + len;
    uint32_t clear, set;
    bool marks = advice_marks(advice, &clear, &set);

    if (ret)
        return ret;
    /* Others change nothing that is known here; some touch the memory. */
    if (!marks && !uspace_advice_drops(advice))
        return HOST(madvise, addr, len, advice);
    lock_take(&us->lock);
    if (marks && !vma_reserve(us, vma_protect_room(us, addr, end)))
        ret = -ENOMEM;
    else
        ret = HOST(madvise, addr, len, advice);
    /* ENOMEM: done, but there was a gap. */
    if (marks && (ret == 0 || ret == -ENOMEM))
        vma_mark(us, addr, end, clear, set);
    if (uspace_advice_drops(advice))
        dropped(t, addr, end);
    lock_drop(&us->lock);
    return ret;
}

void uspace_forked(struct task *t)
{
    struct uspace *us = &t->mm->space;

    us->lock_future = 0;
    uspace_inherit_denied(us, us->mdwe);
    for (size_t i = us->count; i-- > 0;) {
        struct vma v = us->vmas[i];

        if (!(v.flags & (VMA_DONTFORK | VMA_WIPE)))
            continue;
        if (v.flags & VMA_EXEC)
            translator_invalidate(t->mm->translator, v.start, v.end, t->cpu);
        if (v.flags & VMA_DONTFORK)
            vma_remove(us, v.start, v.end);
    }
}
