// SPDX-License-Identifier: MIT
/*
 * RLIMIT_AS and RLIMIT_DATA, once the guest has set them: they bind its
 * mappings alone, since the kernel's own would count Ferry's.
 */
#include "task.h"
#include "vma.h"

#include <sys/resource.h>

/* What RLIMIT_DATA counts: mm/mmap.c, is_data_mapping(). */
static bool is_data(uint32_t flags)
{
    return (flags & (VMA_WRITE | VMA_SHARED | VMA_GROWS)) == VMA_WRITE;
}

static bool limit_fits(const struct tgroup *g, unsigned which, uint64_t have,
                       uint64_t more)
{
    uint64_t soft = g->limits[which].soft;

    if (!(g->limits_virtual & (1u << which)))
        return true;
    return more <= soft && have <= soft - more;
}

static uint64_t data_bytes(const struct uspace *us)
{
    uint64_t sum = 0;

    for (size_t i = 0; i < us->count; i++)
        if (is_data(us->vmas[i].flags))
            sum += us->vmas[i].end - us->vmas[i].start;
    return sum;
}

bool uspace_allows(const struct task *t, uint64_t more, uint32_t flags)
{
    const struct uspace *us;

    /* The loader has no task yet. */
    if (!t || !t->tgroup->limits_virtual || more == 0)
        return true;
    us = &t->mm->space;
    if (!limit_fits(t->tgroup, RLIMIT_AS, us->mapped, more))
        return false;
    return !is_data(flags) ||
           limit_fits(t->tgroup, RLIMIT_DATA, data_bytes(us), more);
}

uint64_t uspace_bytes(const struct uspace *us, gaddr_t start, gaddr_t end)
{
    uint64_t sum = 0;

    for (size_t i = vma_above(us, start);
         i < us->count && us->vmas[i].start < end; i++) {
        gaddr_t from = us->vmas[i].start, to = us->vmas[i].end;

        sum += (to < end ? to : end) - (from > start ? from : start);
    }
    return sum;
}

bool uspace_allows_rights(const struct task *t, gaddr_t start, gaddr_t end,
                          uint32_t rights)
{
    const struct uspace *us = &t->mm->space;
    uint64_t more = 0;

    if (!(t->tgroup->limits_virtual & (1u << RLIMIT_DATA)) ||
        !(rights & VMA_WRITE))
        return true;
    for (size_t i = vma_above(us, start);
         i < us->count && us->vmas[i].start < end; i++) {
        gaddr_t from = us->vmas[i].start, to = us->vmas[i].end;

        if (!is_data(us->vmas[i].flags) && is_data(us->vmas[i].flags | rights))
            more += (to < end ? to : end) - (from > start ? from : start);
    }
    return more == 0 ||
           limit_fits(t->tgroup, RLIMIT_DATA, data_bytes(us), more);
}
