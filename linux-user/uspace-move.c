// SPDX-License-Identifier: MIT
/*
 * Mappings that move or come from elsewhere: mremap, System V segments, rings
 * of the kernel's; and the description of an address for messages.
 */
#include "arena.h"
#include "hostcall.h"
#include "print.h"
#include "task.h"
#include "translator.h"
#include "uspace.h"
#include "vma.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/mman.h>
#include <linux/shm.h>
#include <sys/mman.h>

#define PAGE 4096ull

/* One mremap, checked. */
struct move {
    gaddr_t old, new;
    uint64_t old_len, new_len;
    int flags;
};

static void code_changed(struct task *t, gaddr_t start, gaddr_t end)
{
    if (t->mm->translator)
        translator_invalidate(t->mm->translator, start, end, t->cpu);
}

/* Enters what the host has done. */
static void move_record(struct task *t, const struct move *m, struct vma v)
{
    struct uspace *us = &t->mm->space;
    bool code = vma_any(us, m->old, m->old + m->old_len, VMA_EXEC) ||
                vma_any(us, m->new, m->new + m->new_len, VMA_EXEC);

    if (!(m->flags & MREMAP_DONTUNMAP))
        vma_remove(us, m->old, m->old + m->old_len);
    v.start = m->new;
    v.end = m->new + m->new_len;
    vma_set(us, v);
    if (code) {
        code_changed(t, m->old, m->old + m->old_len);
        code_changed(t, m->new, m->new + m->new_len);
    }
}

static long move_fixed(struct task *t, const struct move *m, struct vma v)
{
    struct uspace *us = &t->mm->space;
    long ret;

    if (m->new % PAGE || m->new > us->limit || m->new_len > us->limit - m->new)
        return -EINVAL;
    if (hole_hit(us, m->new, m->new + m->new_len))
        return -ENOMEM;
    ret = HOST(mremap, m->old, m->old_len, m->new_len, m->flags, m->new);
    if (!host_syscall_failed(ret))
        move_record(t, m, v);
    return ret;
}

/*
 * Somewhere else: the place is taken by a mapping without rights first, so
 * that nothing of the host's that uspace does not know is replaced.
 */
static long move_anywhere(struct task *t, struct move *m, struct vma v)
{
    struct uspace *us = &t->mm->space;
    gaddr_t high = us->mmap_top;
    long ret = -EEXIST;

    for (int tries = 0; ret == -EEXIST && tries < 256; tries++) {
        m->new = vma_gap(us, m->new_len, PAGE, us->low, high);
        if (!m->new)
            return -ENOMEM;
        ret = HOST(mmap, m->new, m->new_len, PROT_NONE,
                   MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE |
                       MAP_FIXED_NOREPLACE,
                   -1, 0);
        high = m->new + m->new_len - PAGE;
    }
    if (host_syscall_failed(ret))
        return ret;
    ret = HOST(mremap, m->old, m->old_len, m->new_len, m->flags | MREMAP_FIXED,
               m->new);
    if (host_syscall_failed(ret))
        HOST(munmap, m->new, m->new_len);
    else
        move_record(t, m, v);
    return ret;
}

/* Without MREMAP_FIXED: in place if that goes. */
static long move_resize(struct task *t, struct move *m, struct vma v)
{
    struct uspace *us = &t->mm->space;
    gaddr_t old_end = m->old + m->old_len, new_end = m->old + m->new_len;
    long ret;

    m->new = m->old;
    if (m->new_len <= m->old_len && !(m->flags & MREMAP_DONTUNMAP) &&
        m->old_len) {
        bool code = vma_any(us, new_end, old_end, VMA_EXEC);

        ret = HOST(mremap, m->old, m->old_len, m->new_len, 0);
        if (host_syscall_failed(ret))
            return ret;
        vma_remove(us, new_end, old_end);
        if (code)
            code_changed(t, new_end, old_end);
        return ret;
    }
    if (m->old_len && !(m->flags & MREMAP_DONTUNMAP) && new_end <= us->limit &&
        vma_is_free(us, old_end, new_end)) {
        ret = HOST(mremap, m->old, m->old_len, m->new_len, 0);
        if (!host_syscall_failed(ret)) {
            v = vma_from(v, old_end);
            v.end = new_end;
            vma_set(us, v);
            return ret;
        }
        if (ret != -ENOMEM)
            return ret;
    }
    if (!(m->flags & MREMAP_MAYMOVE))
        return -ENOMEM;
    return move_anywhere(t, m, v);
}

static uint64_t move_growth(const struct move *m)
{
    if (m->flags & MREMAP_DONTUNMAP)
        return m->old_len;
    return m->new_len > m->old_len ? m->new_len - m->old_len : 0;
}

static long move_checked(struct task *t, struct move *m)
{
    struct uspace *us = &t->mm->space;
    struct vma v;
    size_t i;

    if (m->old > us->limit || m->old_len > us->limit - m->old ||
        hole_hit(us, m->old, m->old + m->old_len))
        return -EFAULT;
    if (m->new_len > us->limit)
        return -ENOMEM;
    i = vma_above(us, m->old);
    if (i == us->count || us->vmas[i].start > m->old)
        return -EFAULT;
    v = vma_from(us->vmas[i], m->old);
    if (!vma_reserve(us, 4) || !uspace_allows(t, move_growth(m), v.flags))
        return -ENOMEM;
    if (m->flags & MREMAP_FIXED)
        return move_fixed(t, m, v);
    return move_resize(t, m, v);
}

long uspace_mremap(struct task *t, gaddr_t old, uint64_t old_len,
                   uint64_t new_len, int flags, gaddr_t new_addr)
{
    struct mm *mm = t->mm;
    struct move m = {old, new_addr, 0, 0, flags};
    long ret;

    if (flags & ~(MREMAP_MAYMOVE | MREMAP_FIXED | MREMAP_DONTUNMAP) ||
        (flags & (MREMAP_FIXED | MREMAP_DONTUNMAP) &&
         !(flags & MREMAP_MAYMOVE)) ||
        old % PAGE || new_len == 0 || new_len > mm->space.limit ||
        old_len > mm->space.limit)
        return -EINVAL;
    m.old_len = ALIGN_UP(old_len, PAGE);
    m.new_len = ALIGN_UP(new_len, PAGE);
    lock_take(&mm->space.lock);
    ret = move_checked(t, &m);
    lock_drop(&mm->space.lock);
    return ret;
}

long uspace_shmat(struct task *t, int id, gaddr_t addr, int flags)
{
    struct uspace *us = &t->mm->space;
    struct shmid64_ds info;
    uint32_t kind = VMA_SHARED | VMA_SHM | VMA_READ;
    uint64_t len;
    long ret = HOST(shmctl, id, IPC_STAT, &info);

    if (host_syscall_failed(ret))
        return ret;
    if (flags & SHM_RND)
        addr = ALIGN_DOWN(addr, PAGE);
    if (addr % PAGE || (!addr && (flags & SHM_REMAP)))
        return -EINVAL;
    len = ALIGN_UP(info.shm_segsz, PAGE);
    kind |= flags & SHM_RDONLY ? 0 : VMA_WRITE;
    kind |= flags & SHM_EXEC ? VMA_EXEC : 0;
    lock_take(&us->lock);
    if (!addr) {
        addr = vma_gap(us, len, PAGE, us->low, us->mmap_top);
        ret = addr && vma_reserve(us, 3) ? 0 : -ENOMEM;
    } else if (addr > us->limit || len > us->limit - addr ||
               hole_hit(us, addr, addr + len) ||
               (!(flags & SHM_REMAP) && !vma_is_free(us, addr, addr + len))) {
        ret = -EINVAL;
    } else {
        ret = vma_reserve(us, 3) ? 0 : -ENOMEM;
    }
    if (ret == 0 &&
        !uspace_allows(t, len - uspace_bytes(us, addr, addr + len), VMA_SHARED))
        ret = -ENOMEM;
    if (ret == 0)
        ret = HOST(shmat, id, addr, flags);
    if (!host_syscall_failed(ret) && uspace_lock_new(us, addr, len, false)) {
        HOST(shmdt, addr);
        ret = -EAGAIN;
    }
    if (!host_syscall_failed(ret)) {
        bool code = vma_any(us, addr, addr + len, VMA_EXEC);

        vma_set(us, (struct vma){addr, addr + len, kind,
                                 (uint64_t)id | 1ull << 63, 0});
        if (code)
            code_changed(t, addr, addr + len);
    }
    lock_drop(&us->lock);
    return ret;
}

/* The next piece, from index i, of the segment that was attached at addr. */
static size_t segment_piece(const struct uspace *us, size_t i, gaddr_t addr,
                            uint64_t object)
{
    for (; i < us->count; i++) {
        const struct vma *v = &us->vmas[i];

        if ((v->flags & VMA_SHM) && v->start >= addr && v->object &&
            v->start - addr == v->offset && (!object || v->object == object))
            return i;
    }
    return us->count;
}

/* What was attached may have been cut, and its parts protected otherwise. */
long uspace_shmdt(struct task *t, gaddr_t addr)
{
    struct uspace *us = &t->mm->space;
    long ret = -EINVAL;
    size_t i;

    lock_take(&us->lock);
    i = segment_piece(us, vma_above(us, addr), addr, 0);
    if (i < us->count)
        ret = HOST(shmdt, addr);
    if (ret == 0) {
        uint64_t object = us->vmas[i].object;

        for (; i < us->count; i = segment_piece(us, i, addr, object)) {
            struct vma v = us->vmas[i];

            vma_remove(us, v.start, v.end);
            if (v.flags & VMA_EXEC)
                code_changed(t, v.start, v.end);
        }
    }
    lock_drop(&us->lock);
    return ret;
}

long uspace_adopt(struct task *t, uintptr_t host, uint64_t len)
{
    struct uspace *us = &t->mm->space;
    struct vma v = {0, 0, VMA_READ | VMA_WRITE | VMA_SHARED | VMA_SHM, 0, 0};
    struct move m = {host, 0, len, len, MREMAP_MAYMOVE};
    long ret = -ENOMEM;

    lock_take(&us->lock);
    if (vma_reserve(us, 3) && uspace_allows(t, len, v.flags))
        ret = move_anywhere(t, &m, v);
    lock_drop(&us->lock);
    return ret;
}

long uspace_disown(struct task *t, gaddr_t ctx)
{
    struct uspace *us = &t->mm->space;
    size_t i;
    long ret;

    /* Waits for what is under way. */
    ret = HOST(io_destroy, ctx);
    if (ret)
        return ret;
    lock_take(&us->lock);
    i = vma_above(us, ctx);
    if (i < us->count && us->vmas[i].start == ctx &&
        (us->vmas[i].flags & VMA_SHM))
        vma_remove(us, ctx, us->vmas[i].end);
    lock_drop(&us->lock);
    return ret;
}

/* The kernel maps the same file there once more, in one piece. */
long uspace_remap_file_pages(struct task *t, gaddr_t addr, uint64_t len,
                             uint64_t prot, uint64_t page, uint64_t flags)
{
    struct uspace *us = &t->mm->space;
    gaddr_t end;
    struct vma v;
    long ret;
    size_t i;

    addr = ALIGN_DOWN(addr, PAGE);
    len = ALIGN_DOWN(len, PAGE);
    end = addr + len;
    if (prot || end < addr || end > us->limit || len == 0)
        return -EINVAL;
    lock_take(&us->lock);
    i = vma_above(us, addr);
    if (i == us->count || us->vmas[i].start > addr ||
        !(us->vmas[i].flags & VMA_SHARED)) {
        ret = -EINVAL;
    } else if (!vma_reserve(us, 3)) {
        ret = -ENOMEM;
    } else {
        v = us->vmas[i];
        ret = HOST(remap_file_pages, addr, len, 0, page, flags);
    }
    if (ret == 0) {
        v.start = addr;
        v.end = end;
        v.offset = page * PAGE;
        vma_set(us, v);
        if (v.flags & VMA_EXEC)
            code_changed(t, addr, end);
    }
    lock_drop(&us->lock);
    return ret;
}
