// SPDX-License-Identifier: MIT
/*
 * The guest's address space.
 *
 * Requirements (doc/memory.md): every guest mapping lies below the limit and
 * in no hole; uspace picks each address and asks the host for exactly that
 * one with MAP_FIXED_NOREPLACE, so that a mapping it does not know of is never
 * replaced; the host's PROT_EXEC follows the guest's with PROT_READ added;
 * code that changes or goes is announced to the translator after the change.
 */
#include "uspace.h"

#include "config.h"

#include "arena.h"
#include "hostcall.h"
#include "options.h"
#include "print.h"
#include "task.h"
#include "translator.h"
#include "vma.h"

#include <errno.h>
#include <linux/auxvec.h>
#include <linux/mman.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>

#define PAGE       4096ull
#define PROT_GUEST (PROT_READ | PROT_WRITE | PROT_EXEC)
#define PROT_KNOWN (PROT_GUEST | PROT_SEM | PROT_GROWSDOWN | PROT_GROWSUP)
#define MAP_HOST   (MAP_32BIT | 0x80) /* bits that only x86 knows */

#ifdef FERRY_SANITIZED
#    define SHADOW_START 0x7fff8000ull
#    define SHADOW_END   0x10007fff8000ull
#endif

const struct layout layout_default = {
    .name = "default",
    .low = 0x10000,
    .limit = GUEST_LIMIT,
    .mmap_top = GUEST_LIMIT - (64ull << 30),
    .stack_top = GUEST_LIMIT - (1ull << 30),
    .pie_base = 0x550000000000,
    .interp_base = 0x7d0000000000,
    .brk_gap = 1ull << 30,
};

/* Below the base of a PIE host program, above the sanitizers' shadow. */
const struct layout layout_sanitizer = {
    .name = "sanitizer",
    .low = 0x10000,
    .limit = 0x540000000000,
    .mmap_top = 0x530000000000,
    .stack_top = 0x538000000000,
    .pie_base = 0x200000000000,
    .interp_base = 0x500000000000,
    .brk_gap = 1ull << 30,
};

void layout_randomize(struct layout *layout, const uint8_t random[16])
{
    uint64_t words[2];

    memcpy(words, random, sizeof(words));
    /* 24 bits of pages each, 64 GiB; the stack keeps to its gap. */
    layout->mmap_top -= (words[0] & 0xffffff) * PAGE;
    layout->pie_base += (words[1] & 0xffffff) * PAGE;
    layout->interp_base += (words[0] >> 24 & 0xffffff) * PAGE;
    layout->stack_top -= (words[1] >> 24 & 0x3ffff) * PAGE;
}

static void hole_add(struct uspace *us, gaddr_t start, gaddr_t end)
{
    if (start >= us->limit || us->hole_count == USPACE_HOLES)
        return;
    us->holes[us->hole_count].start = start;
    us->holes[us->hole_count].end = end;
    us->hole_count++;
}

bool uspace_init(struct uspace *us, const struct layout *layout)
{
    uint64_t vdso = options_auxv(AT_SYSINFO_EHDR);
    uint64_t stack = options_auxv(AT_RANDOM);
    extern const char __ehdr_start[], _end[];

    us->low = layout->low;
    us->limit = layout->limit;
    us->mmap_top = layout->mmap_top;
    /* vvar stands right below the vdso; both are a few pages. */
    if (vdso)
        hole_add(us, vdso - 16 * PAGE, vdso + 16 * PAGE);
    if (stack)
        hole_add(us, ALIGN_DOWN(stack, PAGE) - (16ull << 20),
                 ALIGN_UP(stack, PAGE) + (1ull << 20));
    /* Ferry itself, where it could not be placed above. */
    hole_add(us, (uintptr_t)__ehdr_start, ALIGN_UP((uintptr_t)_end, PAGE));
#ifdef FERRY_SANITIZED
    hole_add(us, SHADOW_START, SHADOW_END);
#endif
    return vma_reserve(us, 64);
}

/* After a change of [start, end) that had executable parts. */
static void code_changed(struct mm *mm, const struct task *t, bool had_code,
                         gaddr_t start, gaddr_t end)
{
    if (had_code && mm->translator)
        translator_invalidate(mm->translator, start, end, t ? t->cpu : NULL);
}

static int host_prot(int prot)
{
    prot &= PROT_GUEST;
    return prot & PROT_EXEC ? prot | PROT_READ : prot;
}

/* The guest's rights, and what its personality makes of them. */
static uint32_t vma_rights(const struct uspace *us, int prot)
{
    uint32_t v = (uint32_t)prot & PROT_GUEST;

    return us->read_exec && (v & VMA_READ) ? v | VMA_EXEC : v;
}

static uint32_t map_flags(const struct uspace *us, int prot, int flags, int fd)
{
    uint32_t v = vma_rights(us, prot);

    if (!(flags & MAP_ANONYMOUS) && fd >= 0)
        v |= VMA_FILE;
    if ((flags & MAP_TYPE) != MAP_PRIVATE)
        v |= VMA_SHARED;
    if (flags & MAP_GROWSDOWN)
        v |= VMA_GROWS;
    return v;
}

static long host_mmap(gaddr_t addr, uint64_t len, int prot, int flags, int fd,
                      uint64_t offset)
{
    return HOST(mmap, addr, len, host_prot(prot), flags, fd, offset);
}

static uint64_t map_align(int flags)
{
    unsigned shift = (unsigned)flags >> MAP_HUGE_SHIFT & MAP_HUGE_MASK;

    if (!(flags & MAP_HUGETLB))
        return PAGE;
    return 1ull << (shift ? shift : 21);
}

/*
 * Maps at addr if nothing is there.  With MAP_SHARED_VALIDATE a file's mapping
 * takes no MAP_FIXED_NOREPLACE: there the place is taken first.
 */
static long map_at(gaddr_t addr, uint64_t len, int prot, int flags, int fd,
                   uint64_t offset)
{
    long ret;

    if ((flags & MAP_TYPE) != MAP_SHARED_VALIDATE || (flags & MAP_ANONYMOUS))
        return host_mmap(addr, len, prot, flags | MAP_FIXED_NOREPLACE, fd,
                         offset);
    ret = host_mmap(addr, len, PROT_NONE,
                    MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE |
                        MAP_FIXED_NOREPLACE,
                    -1, 0);
    if (host_syscall_failed(ret))
        return ret;
    ret = host_mmap(addr, len, prot, flags | MAP_FIXED, fd, offset);
    if (host_syscall_failed(ret))
        HOST(munmap, addr, len);
    return ret;
}

/*
 * Maps where uspace likes: at the hint if that is free, else as high as
 * possible.  A place that the host turns out to use is passed over.
 */
static long map_anywhere(struct uspace *us, gaddr_t hint, uint64_t len,
                         int prot, int flags, int fd, uint64_t offset)
{
    uint64_t align = map_align(flags);
    gaddr_t high = us->mmap_top, at;
    long ret;

    hint = ALIGN_UP(hint, align);
    if (hint >= us->low && hint < us->limit && len <= us->limit - hint &&
        vma_is_free(us, hint, hint + len)) {
        ret = map_at(hint, len, prot, flags, fd, offset);
        if (ret != -EEXIST)
            return ret;
    }
    for (int tries = 0; tries < 256; tries++) {
        at = vma_gap(us, len, align, us->low, high);
        if (!at)
            return -ENOMEM;
        ret = map_at(at, len, prot, flags, fd, offset);
        if (ret != -EEXIST)
            return ret;
        high = at + len - PAGE;
    }
    return -ENOMEM;
}

static long map_fixed(struct uspace *us, gaddr_t addr, uint64_t len, int prot,
                      int flags, int fd, uint64_t offset)
{
    if (addr % PAGE)
        return -EINVAL;
    if (addr > us->limit || len > us->limit - addr ||
        hole_hit(us, addr, addr + len))
        return -ENOMEM;
    if (flags & MAP_FIXED_NOREPLACE) {
        if (!vma_is_free(us, addr, addr + len))
            return -EEXIST;
        flags &= ~MAP_FIXED;
    }
    return host_mmap(addr, len, prot, flags, fd, offset);
}

/* What tells one file's memory from another's; 0: it can't be known. */
static uint64_t file_object(int fd)
{
    struct stat st;

    if (HOST(fstat, fd, &st))
        return 0;
    return ((uint64_t)st.st_ino + 1) * 0x9e3779b97f4a7c15ull ^ st.st_dev;
}

static long map_locked(struct mm *mm, struct task *t, gaddr_t addr,
                       uint64_t len, int prot, int flags, int fd,
                       uint64_t offset)
{
    struct uspace *us = &mm->space;
    struct vma v = {0, 0, map_flags(us, prot, flags, fd), 0, offset};
    uint64_t more = len;
    bool had_code;
    long ret;

    if ((v.flags & (VMA_FILE | VMA_SHARED)) == (VMA_FILE | VMA_SHARED))
        v.object = file_object(fd);
    if ((flags & (MAP_FIXED | MAP_FIXED_NOREPLACE)) == MAP_FIXED)
        more -= uspace_bytes(us, addr, addr + len);
    if (!uspace_allows(t, more, v.flags) || !vma_reserve(us, 3))
        return -ENOMEM;
    if (uspace_denies(us, 0, 0, prot))
        return -EACCES;
    flags |= uspace_lock_flags(us);
    if (flags & (MAP_FIXED | MAP_FIXED_NOREPLACE))
        ret = map_fixed(us, addr, len, prot, flags, fd, offset);
    else
        ret = map_anywhere(us, addr, len, prot, flags, fd, offset);
    if (host_syscall_failed(ret))
        return ret;
    addr = (gaddr_t)ret;
    had_code = vma_any(us, addr, addr + len, VMA_EXEC);
    v.start = addr;
    v.end = addr + len;
    vma_set(us, v);
    if (uspace_lock_new(us, addr, len, true)) {
        HOST(munmap, addr, len);
        vma_remove(us, addr, addr + len);
        ret = -EAGAIN;
    }
    code_changed(mm, t, had_code, addr, addr + len);
    return ret;
}

static long map_checked(struct mm *mm, struct task *t, gaddr_t addr,
                        uint64_t len, int prot, int flags, int fd,
                        uint64_t offset)
{
    long ret;

    if (len == 0 || offset % PAGE)
        return -EINVAL;
    if (len > mm->space.limit)
        return -ENOMEM;
    len = ALIGN_UP(len, map_align(flags));
    lock_take(&mm->space.lock);
    ret = map_locked(mm, t, addr, len, prot, flags & ~MAP_HOST, fd, offset);
    lock_drop(&mm->space.lock);
    return ret;
}

long uspace_mmap(struct task *t, gaddr_t addr, uint64_t len, int prot,
                 int flags, int fd, uint64_t offset)
{
    return map_checked(t->mm, t, addr, len, prot, flags, fd, offset);
}

long uspace_map(struct mm *mm, gaddr_t addr, uint64_t len, int prot, int flags,
                int fd, uint64_t offset)
{
    return map_checked(mm, NULL, addr, len, prot, flags, fd, offset);
}

/* 0 if the range is page-aligned and the guest's, else error. */
static long range_check(const struct uspace *us, gaddr_t addr, uint64_t *len,
                        long error)
{
    if (addr % PAGE)
        return -EINVAL;
    if (addr > us->limit || *len > us->limit - addr)
        return error;
    *len = ALIGN_UP(*len, PAGE);
    return *len > us->limit - addr ? error : 0;
}

long uspace_munmap(struct task *t, gaddr_t addr, uint64_t len)
{
    struct mm *mm = t->mm;
    struct uspace *us = &mm->space;
    gaddr_t end, start = addr;
    bool had_code;
    long ret = range_check(us, addr, &len, -EINVAL);

    if (ret || len == 0)
        return -EINVAL;
    end = addr + len;
    lock_take(&us->lock);
    had_code = vma_any(us, addr, end, VMA_EXEC);
    if (!vma_reserve(us, 2))
        ret = -ENOMEM;
    while (ret == 0 && start < end) {
        gaddr_t stop = hole_skip(us, &start, end);

        if (start >= stop)
            break;
        ret = HOST(munmap, start, stop - start);
        if (ret == 0)
            vma_remove(us, start, stop);
        start = stop;
    }
    code_changed(mm, t, had_code, addr, end);
    lock_drop(&us->lock);
    return ret;
}

/* Of the mapping that holds addr. */
static gaddr_t mapping_start(const struct uspace *us, gaddr_t addr)
{
    size_t i = vma_above(us, addr);

    return i < us->count && us->vmas[i].start < addr ? us->vmas[i].start : addr;
}

long uspace_mprotect(struct task *t, gaddr_t addr, uint64_t len, int prot)
{
    struct mm *mm = t->mm;
    struct uspace *us = &mm->space;
    long ret = range_check(us, addr, &len, -ENOMEM);
    gaddr_t from = addr;
    bool had_code;

    if (prot & ~PROT_KNOWN)
        return -EINVAL;
    if (ret || len == 0)
        return ret;
    if (hole_hit(us, addr, addr + len))
        return -ENOMEM;
    lock_take(&us->lock);
    had_code = vma_any(us, addr, addr + len, VMA_EXEC);
    if (!vma_reserve(us, vma_protect_room(us, addr, addr + len)) ||
        !uspace_allows_rights(t, addr, addr + len, vma_rights(us, prot)))
        ret = -ENOMEM;
    else if (uspace_denies(us, addr, addr + len, prot))
        ret = -EACCES;
    else
        ret = HOST(mprotect, addr, len,
                   host_prot(prot) | (prot & (PROT_GROWSDOWN | PROT_GROWSUP)));
    if (ret == 0 && (prot & PROT_GROWSDOWN))
        from = mapping_start(us, addr);
    if (ret == 0)
        vma_protect(us, from, addr + len, vma_rights(us, prot));
    code_changed(mm, t, had_code, from, addr + len);
    lock_drop(&us->lock);
    return ret;
}

/*
 * The mapping that holds addr; us->count: none.  A stack that the kernel has
 * grown is longer than its entry: that learns of it here.
 */
static size_t mapping_at(struct uspace *us, gaddr_t addr)
{
    size_t i = vma_above(us, addr);
    gaddr_t page = ALIGN_DOWN(addr, PAGE);
    struct vma *v = &us->vmas[i];
    uint8_t there;

    if (i == us->count || v->start <= addr)
        return i;
    if (!(v->flags & VMA_GROWS) || hole_hit(us, page, v->start) ||
        HOST(mincore, page, PAGE, &there))
        return us->count;
    us->mapped += v->start - page;
    v->start = page;
    return i;
}

uint32_t uspace_flags_at(struct uspace *us, gaddr_t addr)
{
    uint32_t flags = 0;
    size_t i;

    lock_take(&us->lock);
    i = mapping_at(us, addr);
    if (i < us->count)
        flags = us->vmas[i].flags;
    lock_drop(&us->lock);
    return flags;
}

void uspace_code_changed(struct task *t, gaddr_t start, gaddr_t end)
{
    struct uspace *us = &t->mm->space;
    struct translator *tr = t->mm->translator;
    struct vma here = {0};
    size_t i;

    translator_invalidate(tr, start, end, t->cpu);
    lock_take(&us->lock);
    i = vma_above(us, start);
    if (i < us->count && us->vmas[i].start <= start)
        here = vma_from(us->vmas[i], start);
    for (i = 0; here.object && i < us->count; i++) {
        const struct vma *v = &us->vmas[i];
        gaddr_t at = v->start + (here.offset - v->offset);

        if (v->object == here.object && (v->flags & VMA_EXEC) &&
            here.offset >= v->offset && at < v->end && at != start)
            translator_invalidate(tr, at, at + (end - start), t->cpu);
    }
    lock_drop(&us->lock);
}

/* How much from pc on may be executed, at most len. */
static size_t code_find(struct uspace *us, gaddr_t pc, size_t len)
{
    gaddr_t at = pc;
    size_t i;

    lock_take(&us->lock);
    i = mapping_at(us, pc);
    for (; i < us->count && us->vmas[i].start <= at && at - pc < len &&
           (us->vmas[i].flags & VMA_EXEC);
         i++) {
        code_range_set(us, us->vmas[i].start, us->vmas[i].end);
        at = us->vmas[i].end;
    }
    lock_drop(&us->lock);
    return at - pc < len ? at - pc : len;
}

size_t uspace_fetch(const struct mem *mem, void *dst, gaddr_t pc, size_t len)
{
    struct uspace *us = &mm_of_mem(mem)->space;

    if (!code_range_holds(us, pc, pc + len))
        len = code_find(us, pc, len);
    return len - host_copy(dst, (void *)pc, len);
}

void uspace_print(struct print *out, struct uspace *us)
{
    lock_take(&us->lock);
    for (size_t i = 0; i < us->count; i++) {
        const struct vma *v = &us->vmas[i];

        print_fmt(
            out, "%012lx-%012lx %c%c%c%c%s\n", v->start, v->end,
            v->flags & VMA_READ ? 'r' : '-', v->flags & VMA_WRITE ? 'w' : '-',
            v->flags & VMA_EXEC ? 'x' : '-', v->flags & VMA_SHARED ? 's' : 'p',
            v->flags & VMA_GROWS ? " grows" : "");
    }
    lock_drop(&us->lock);
}

/* The break moves up: only into what is free. */
static bool brk_grow(struct mm *mm, const struct task *t, gaddr_t from,
                     gaddr_t to)
{
    struct uspace *us = &mm->space;
    long ret;

    if (to > us->limit || !vma_is_free(us, from, to) || !vma_reserve(us, 2) ||
        !uspace_allows(t, to - from, VMA_WRITE))
        return false;
    ret = host_mmap(from, to - from, PROT_READ | PROT_WRITE,
                    MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED_NOREPLACE |
                        uspace_lock_flags(us),
                    -1, 0);
    if (host_syscall_failed(ret))
        return false;
    if (uspace_lock_new(us, from, to - from, true)) {
        HOST(munmap, from, to - from);
        return false;
    }
    vma_set(us, (struct vma){from, to,
                             vma_rights(us, PROT_READ | PROT_WRITE) | VMA_BRK,
                             0, 0});
    return true;
}

static bool brk_shrink(struct mm *mm, const struct task *t, gaddr_t from,
                       gaddr_t to)
{
    struct uspace *us = &mm->space;
    bool had_code = vma_any(us, to, from, VMA_EXEC);

    if (!vma_reserve(us, 2) || HOST(munmap, to, from - to) != 0)
        return false;
    vma_remove(us, to, from);
    code_changed(mm, t, had_code, to, from);
    return true;
}

gaddr_t uspace_brk(struct task *t, gaddr_t addr)
{
    struct mm *mm = t->mm;
    struct uspace *us = &mm->space;
    gaddr_t from, to;
    bool good = true;

    lock_take(&us->lock);
    if (addr >= us->brk_start && addr < us->limit) {
        from = ALIGN_UP(us->brk, PAGE);
        to = ALIGN_UP(addr, PAGE);
        if (to > from)
            good = brk_grow(mm, t, from, to);
        else if (to < from)
            good = brk_shrink(mm, t, from, to);
        if (good)
            us->brk = addr;
    }
    addr = us->brk;
    lock_drop(&us->lock);
    return addr;
}
