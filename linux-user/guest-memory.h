// SPDX-License-Identifier: MIT
/*
 * Access to the guest's memory from C (doc/memory.md, L5).
 *
 * A pointer is the guest's if it lies below the limit and in no hole; then
 * the host's kernel may be given it.  Copies stop at a fault.  No lock may be
 * held in any of these but the checks.
 */
#ifndef FERRY_GUEST_MEMORY_H
#define FERRY_GUEST_MEMORY_H

#include "host.h"
#include "isa.h"
#include "task.h"

#include <errno.h>

/*
 * Where a kernel goes for addr: a tag counts, unless the thread has said that
 * it does not (tagged.h).
 */
static inline gaddr_t guest_address(const struct task *t, gaddr_t addr)
{
    return t->tagged.abi ? isa_address(t->abi->isa, addr) : addr;
}

/*
 * The same for what a call does something with but does not follow, such as
 * the range of an munmap: no tag ever counts.
 */
static inline gaddr_t guest_place(const struct task *t, gaddr_t addr)
{
    return isa_address(t->abi->isa, addr);
}

/* True if [addr, addr+len) may be the guest's; says nothing of mappings. */
static inline bool guest_range_ok(const struct task *t, gaddr_t addr,
                                  uint64_t len)
{
    const struct uspace *us = &t->mm->space;

    addr = guest_address(t, addr);
    if (addr >= us->limit || len > us->limit - addr)
        return t->tagged.copies && tagged_holds(t, addr, len);
    for (unsigned i = 0; i < us->hole_count; i++)
        if (addr < us->holes[i].end && addr + len > us->holes[i].start)
            return false;
    return true;
}

/* For a pointer without a tag that passed the check, or came from uspace. */
static inline void *guest_pointer(gaddr_t addr)
{
    return (void *)(uintptr_t)addr;
}

/* 0 or -EFAULT; what was copied before a fault stays. */
static inline long guest_read(struct task *t, void *dst, gaddr_t src,
                              size_t len)
{
    if (!guest_range_ok(t, src, len) ||
        host_copy(dst, guest_pointer(guest_address(t, src)), len))
        return -EFAULT;
    return 0;
}

static inline long guest_write(struct task *t, gaddr_t dst, const void *src,
                               size_t len)
{
    if (!guest_range_ok(t, dst, len) ||
        host_copy(guest_pointer(guest_address(t, dst)), src, len))
        return -EFAULT;
    return 0;
}

/*
 * Length of the string at addr without its NUL; max if there is none within
 * max bytes; -EFAULT.
 */
static inline long guest_strnlen(struct task *t, gaddr_t addr, size_t max)
{
    const struct uspace *us = &t->mm->space;
    long n;

    addr = guest_address(t, addr);
    if (!guest_range_ok(t, addr, 1))
        return -EFAULT;
    if (max > us->limit - addr)
        max = us->limit - addr;
    n = host_strnlen(guest_pointer(addr), max);
    return n < 0 || !guest_range_ok(t, addr, n) ? -EFAULT : n;
}

/*
 * Copies a string with its NUL into dst of size bytes: its length, -EFAULT, or
 * -ENAMETOOLONG.
 */
static inline long guest_read_string(struct task *t, char *dst, gaddr_t src,
                                     size_t size)
{
    long n = guest_strnlen(t, src, size);

    if (n < 0)
        return n;
    if ((size_t)n >= size)
        return -ENAMETOOLONG;
    if (guest_read(t, dst, src, n + 1) || dst[n])
        return -EFAULT;
    return n;
}

#endif
