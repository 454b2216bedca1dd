// SPDX-License-Identifier: MIT
/* The list of the guest's mappings, a sorted array; see vma.h. */
#include "vma.h"

#include "arena.h"

#include <string.h>

#define PROT_MASK (VMA_READ | VMA_WRITE | VMA_EXEC)

bool vma_reserve(struct uspace *us, size_t n)
{
    size_t room = us->room ? us->room : 128;
    struct vma *more;

    if (us->count + n <= us->room)
        return true;
    while (room < us->count + n)
        room *= 2;
    more = pages_map(room * sizeof(*more));
    if (!more)
        return false;
    if (us->vmas) {
        memcpy(more, us->vmas, us->count * sizeof(*more));
        pages_unmap(us->vmas, us->room * sizeof(*more));
    }
    us->vmas = more;
    us->room = room;
    return true;
}

size_t vma_above(const struct uspace *us, gaddr_t addr)
{
    size_t low = 0, high = us->count;

    while (low < high) {
        size_t mid = (low + high) / 2;

        if (us->vmas[mid].end <= addr)
            low = mid + 1;
        else
            high = mid;
    }
    return low;
}

bool hole_hit(const struct uspace *us, gaddr_t start, gaddr_t end)
{
    for (unsigned i = 0; i < us->hole_count; i++)
        if (start < us->holes[i].end && end > us->holes[i].start)
            return true;
    return false;
}

/*
 * Walks the parts of a range that are in no hole: moves *start out of the hole
 * it lies in, and returns where the part that begins there ends.
 */
gaddr_t hole_skip(const struct uspace *us, gaddr_t *start, gaddr_t end)
{
    for (unsigned i = 0; i < us->hole_count; i++)
        if (*start >= us->holes[i].start && *start < us->holes[i].end)
            *start = us->holes[i].end;
    for (unsigned i = 0; i < us->hole_count; i++)
        if (us->holes[i].start > *start && us->holes[i].start < end)
            end = us->holes[i].start;
    return end;
}

bool vma_is_free(const struct uspace *us, gaddr_t start, gaddr_t end)
{
    size_t i = vma_above(us, start);

    return (i == us->count || us->vmas[i].start >= end) &&
           !hole_hit(us, start, end);
}

bool vma_any(const struct uspace *us, gaddr_t start, gaddr_t end,
             uint32_t flags)
{
    for (size_t i = vma_above(us, start);
         i < us->count && us->vmas[i].start < end; i++)
        if (us->vmas[i].flags & flags)
            return true;
    return false;
}

void code_range_set(struct uspace *us, gaddr_t start, gaddr_t end)
{
    uint32_t seq = atomic_load_explicit(&us->seq, memory_order_relaxed);

    atomic_store_explicit(&us->seq, seq + 1, memory_order_relaxed);
    atomic_thread_fence(memory_order_release);
    atomic_store_explicit(&us->code_start, start, memory_order_relaxed);
    atomic_store_explicit(&us->code_end, end, memory_order_relaxed);
    atomic_store_explicit(&us->seq, seq + 2, memory_order_release);
}

bool code_range_holds(struct uspace *us, gaddr_t start, gaddr_t end)
{
    uint32_t seq = atomic_load_explicit(&us->seq, memory_order_acquire);
    bool holds =
        start >= atomic_load_explicit(&us->code_start, memory_order_relaxed) &&
        end <= atomic_load_explicit(&us->code_end, memory_order_relaxed);

    atomic_thread_fence(memory_order_acquire);
    return holds && !(seq & 1) &&
           seq == atomic_load_explicit(&us->seq, memory_order_relaxed);
}

static void entries_move(struct uspace *us, size_t to, size_t from)
{
    memmove(us->vmas + to, us->vmas + from,
            (us->count - from) * sizeof(*us->vmas));
    us->count += to - from;
}

struct vma vma_from(struct vma v, gaddr_t start)
{
    if (v.object)
        v.offset += start - v.start;
    v.start = start;
    return v;
}

void vma_remove(struct uspace *us, gaddr_t start, gaddr_t end)
{
    size_t i = vma_above(us, start), last;

    code_range_set(us, 0, 0);
    if (i == us->count || start >= end)
        return;
    if (us->vmas[i].start < start) {
        struct vma *v = &us->vmas[i];

        if (v->end > end) { /* the range lies inside one mapping */
            entries_move(us, i + 1, i);
            us->vmas[i].end = start;
            us->vmas[i + 1] = vma_from(us->vmas[i + 1], end);
            us->mapped -= end - start;
            return;
        }
        us->mapped -= v->end - start;
        v->end = start;
        i++;
    }
    for (last = i; last < us->count && us->vmas[last].end <= end; last++)
        us->mapped -= us->vmas[last].end - us->vmas[last].start;
    if (last < us->count && us->vmas[last].start < end) {
        us->mapped -= end - us->vmas[last].start;
        us->vmas[last] = vma_from(us->vmas[last], end);
    }
    if (last > i)
        entries_move(us, i, last);
}

static bool merges(const struct vma *a, const struct vma *b)
{
    return a->end == b->start && a->flags == b->flags &&
           !(a->flags & VMA_SHM) && a->object == b->object &&
           (!a->object || a->offset + (a->end - a->start) == b->offset);
}

static void entry_insert(struct uspace *us, struct vma v)
{
    size_t i = vma_above(us, v.start);

    us->mapped += v.end - v.start;
    if (i > 0 && merges(&us->vmas[i - 1], &v)) {
        us->vmas[i - 1].end = v.end;
        if (i < us->count && merges(&us->vmas[i - 1], &us->vmas[i])) {
            us->vmas[i - 1].end = us->vmas[i].end;
            entries_move(us, i, i + 1);
        }
        return;
    }
    if (i < us->count && merges(&v, &us->vmas[i])) {
        us->vmas[i].start = v.start;
        us->vmas[i].offset = v.offset;
        return;
    }
    entries_move(us, i + 1, i);
    us->vmas[i] = v;
}

void vma_set(struct uspace *us, struct vma v)
{
    vma_remove(us, v.start, v.end);
    entry_insert(us, v);
}

size_t vma_protect_room(const struct uspace *us, gaddr_t start, gaddr_t end)
{
    return 2 * (vma_above(us, end) - vma_above(us, start)) + 4;
}

void vma_protect(struct uspace *us, gaddr_t start, gaddr_t end, uint32_t prot)
{
    while (start < end) {
        size_t i = vma_above(us, start);
        struct vma v = {start, end, VMA_GROWS, 0, 0};

        if (i < us->count && us->vmas[i].start > start) {
            if (us->vmas[i].start < end)
                v.end = us->vmas[i].start;
        } else if (i < us->count) {
            v = vma_from(us->vmas[i], start);
            if (v.end > end)
                v.end = end;
        }
        v.flags = (v.flags & ~(uint32_t)PROT_MASK) | prot;
        start = v.end;
        vma_set(us, v);
    }
}

void vma_mark(struct uspace *us, gaddr_t start, gaddr_t end, uint32_t clear,
              uint32_t set)
{
    while (start < end) {
        size_t i = vma_above(us, start);
        struct vma v;

        if (i == us->count || us->vmas[i].start >= end)
            return;
        v = us->vmas[i];
        if (v.start < start)
            v = vma_from(v, start);
        if (v.end > end)
            v.end = end;
        v.flags = (v.flags & ~clear) | set;
        start = v.end;
        vma_set(us, v);
    }
}

/* The highest aligned start in the free range [low, high), or 0. */
static gaddr_t gap_in(const struct uspace *us, uint64_t len, uint64_t align,
                      gaddr_t low, gaddr_t high)
{
    gaddr_t at;

    for (;;) {
        unsigned i;

        if (high < low || high - low < len)
            return 0;
        at = ALIGN_DOWN(high - len, align);
        if (at < low)
            return 0;
        for (i = 0; i < us->hole_count; i++)
            if (at < us->holes[i].end && at + len > us->holes[i].start)
                break;
        if (i == us->hole_count)
            return at;
        high = us->holes[i].start;
    }
}

gaddr_t vma_gap(const struct uspace *us, uint64_t len, uint64_t align,
                gaddr_t low, gaddr_t high)
{
    size_t i = vma_above(us, high - 1);

    if (high <= low || len > high - low)
        return 0;
    if (i < us->count && us->vmas[i].start < high)
        high = us->vmas[i].start;
    for (;;) {
        gaddr_t floor = i > 0 ? us->vmas[i - 1].end : 0;
        gaddr_t at;

        at = gap_in(us, len, align, floor > low ? floor : low, high);
        if (at || floor <= low || i == 0)
            return at;
        high = us->vmas[--i].start;
        if (high <= low)
            return 0;
    }
}
