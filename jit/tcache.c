// SPDX-License-Identifier: MIT
/* The code cache: segments, publishing, lookup, linking. */
#include "jit/tcache.h"

#include "src/host.h"

#include <linux/futex.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <time.h>

#define COMMIT_CHUNK (64u << 10)
#define HASH_FIRST   1024
#define CODE_ALIGN   16
#define STALL_WAITS  100 /* of a millisecond each */

static size_t hash_of(const struct translator *tr, gaddr_t pc, uint32_t mode)
{
    uint64_t h = (pc >> 1 ^ (uint64_t)mode << 56) * 0x9e3779b97f4a7c15ull;
    return (size_t)(h >> 32) & (tr->hash_size - 1);
}

static void *reserve(size_t bytes)
{
    for (unsigned tries = 0; tries < 16; tries++) {
        void *at = pages_range(bytes, HOST_PAGE);
        if (!at)
            return NULL;
        long p = host_syscall(SYS_mmap, (long)at, (long)bytes, PROT_NONE,
                              MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE |
                                  MAP_FIXED_NOREPLACE,
                              -1, 0);
        if (!host_syscall_failed(p))
            return (void *)p;
        if (p != -17) /* EEXIST */
            return NULL;
    }
    return NULL;
}

static bool commit(uint8_t *start, const uint8_t *end)
{
    return !host_syscall_failed(
        host_syscall(SYS_mprotect, (long)start, end - start,
                     PROT_READ | PROT_WRITE | PROT_EXEC, 0, 0, 0));
}

static bool open_segment(struct segment *seg)
{
    if (!seg->codes)
        seg->codes = pages_map(CACHE_MAX_CODES * sizeof(*seg->codes));
    return seg->codes != NULL;
}

/* Room in the segment for hot and cold code, committed. */
static bool make_room(struct segment *seg, uint32_t hot, uint32_t cold)
{
    if ((size_t)(seg->cold - seg->hot) < (size_t)hot + cold + CODE_ALIGN ||
        seg->code_count == CACHE_MAX_CODES)
        return false;
    while (seg->hot + hot > seg->hot_open) {
        uint8_t *end = seg->hot_open + COMMIT_CHUNK;
        if (end > seg->end)
            end = seg->end;
        if (!commit(seg->hot_open, end))
            return false;
        seg->hot_open = end;
    }
    while (seg->cold - cold < seg->cold_open &&
           seg->cold_open > seg->hot_open) {
        uint8_t *start = seg->cold_open - COMMIT_CHUNK;
        if (!commit(start, seg->cold_open))
            return false;
        seg->cold_open = start;
    }
    return true;
}

/*
 * The stubs come first, so that rel32 reaches them from every segment.  The
 * first segment gets all that it needs for some code: where no more memory
 * can be had later, the cache turns over in what it has.
 */
bool tcache_init(struct translator *tr)
{
    tr->segment_bytes = tr->config.cache_bytes
                            ? ALIGN_UP(tr->config.cache_bytes / SEGMENT_COUNT,
                                       (size_t)COMMIT_CHUNK)
                            : SEGMENT_DEFAULT;
    tr->stub_size = ALIGN_UP((size_t)16384, HOST_PAGE);
    size_t bytes = tr->stub_size + SEGMENT_COUNT * tr->segment_bytes;
    uint8_t *p = reserve(bytes);
    if (!p || !commit(p, p + tr->stub_size))
        return false;
    tr->stub_code = p;
    p += tr->stub_size;
    for (unsigned n = 0; n < SEGMENT_COUNT; n++) {
        struct segment *s = &tr->segments[n];
        s->start = p;
        s->hot_open = p;
        s->hot = p;
        p += tr->segment_bytes;
        s->end = s->cold = s->cold_open = p;
    }
    tr->hash_size = HASH_FIRST;
    tr->hash = pages_map(HASH_FIRST * sizeof(*tr->hash));
    struct backend *be = tr->scratches->backend;
    tr->backend = be;
    struct segment *first = tr->segments;
    return tr->hash && open_segment(first) && make_room(first, 1, 1) &&
           arena_alloc(&first->arena, 1) &&
           backend_stubs(be, tr->stub_code, tr->stub_size, tr->stubs);
}

void tcache_free(struct translator *tr)
{
    for (unsigned n = 0; n < SEGMENT_COUNT; n++) {
        struct segment *s = &tr->segments[n];
        arena_free(&s->arena);
        if (s->codes)
            pages_unmap(s->codes, CACHE_MAX_CODES * sizeof(*s->codes));
    }
    if (tr->stub_code)
        host_syscall(SYS_munmap, (long)tr->stub_code,
                     (long)(tr->stub_size + SEGMENT_COUNT * tr->segment_bytes),
                     0, 0, 0, 0);
    if (tr->hash)
        pages_unmap(tr->hash, tr->hash_size * sizeof(*tr->hash));
}

struct code *tcache_find(struct translator *tr, gaddr_t pc, uint32_t mode)
{
    struct code *c = tr->hash[hash_of(tr, pc, mode)];
    while (c && (c->pc != pc || c->mode != mode))
        c = c->hash_next;
    return c;
}

static void hash_insert(struct translator *tr, struct code *c)
{
    struct code **bucket = &tr->hash[hash_of(tr, c->pc, c->mode)];
    c->hash_next = *bucket;
    c->hash_prev = bucket;
    if (*bucket)
        (*bucket)->hash_prev = &c->hash_next;
    *bucket = c;
    tr->hash_used++;
}

static void hash_remove(struct translator *tr, struct code *c)
{
    *c->hash_prev = c->hash_next;
    if (c->hash_next)
        c->hash_next->hash_prev = c->hash_prev;
    tr->hash_used--;
}

/* Twice the buckets; failing that, the chains just get longer. */
static void hash_grow(struct translator *tr)
{
    size_t old_size = tr->hash_size;
    struct code **old = tr->hash;
    struct code **wider = pages_map(2 * old_size * sizeof(*wider));
    if (!wider)
        return;
    tr->hash = wider;
    tr->hash_size = 2 * old_size;
    tr->hash_used = 0;
    for (size_t n = 0; n < old_size; n++) {
        struct code *c = old[n], *next;
        for (; c; c = next) {
            next = c->hash_next;
            hash_insert(tr, c);
        }
    }
    pages_unmap(old, old_size * sizeof(*old));
}

struct page_bucket *tcache_bucket(struct translator *tr, gaddr_t page)
{
    uint64_t h = page * 0x9e3779b97f4a7c15ull;
    return &tr->pages[h >> 48 & (PAGE_BUCKETS - 1)];
}

static bool pages_unchanged(struct translator *tr, const struct scratch *s)
{
    for (unsigned n = 0; n < s->page_count; n++)
        if (tcache_bucket(tr, s->pages[n])->generation != s->generations[n])
            return false;
    return true;
}

static void add_uses(struct translator *tr, struct code *c,
                     const struct scratch *s)
{
    for (unsigned n = 0; n < s->page_count; n++) {
        struct page_bucket *b = tcache_bucket(tr, s->pages[n]);
        struct page_use *use = &code_uses(c)[n];
        *use = (struct page_use){.code = c,
                                 .page = s->pages[n],
                                 .low = (uint16_t)s->low[n],
                                 .high = (uint16_t)s->high[n],
                                 .next = b->uses,
                                 .prev = &b->uses};
        if (b->uses)
            b->uses->prev = &use->next;
        b->uses = use;
    }
}

/* Where offset in c's image stands, from the cache's start. */
static uint32_t placed(const struct translator *tr, const struct code *c,
                       uint32_t offset)
{
    const uint8_t *at = offset < c->hot_size ? c->hot + offset
                                             : c->cold + (offset - c->hot_size);
    return (uint32_t)(at - tr->stub_code);
}

struct edge *tcache_edge(const struct translator *tr, const struct code *c,
                         const uint8_t *stub)
{
    struct edge *e = code_edges(c);
    while (tcache_at(tr, e->stub) != stub)
        e++;
    return e;
}

/* c and the tables behind it, for the scratch's image; NULL: no memory. */
static struct code *new_code(struct arena *arena, const struct scratch *s)
{
    const struct image *image = &s->image;
    struct code head = {
        .pc = s->region.pc,
        .mode = s->region.mode,
        .hot_size = image->hot_size,
        .cold_size = image->size - image->hot_size,
        .edge_count = (uint16_t)image->edge_count,
        .row_count = (uint16_t)image->row_count,
        .page_count = (uint8_t)s->page_count,
        .wide_count = (uint8_t)image->wide_count,
        .flags_count = (uint8_t)image->flags_count,
    };
    const struct fault_row *end = code_rows(&head) + head.row_count;
    struct code *c =
        arena_alloc(arena, (size_t)((const char *)end - (const char *)&head));
    if (c)
        *c = head;
    return c;
}

static void fill_code(struct translator *tr, struct code *c, struct scratch *s)
{
    const struct image *image = &s->image;
    memcpy(code_rows(c), image->rows, image->row_count * sizeof(*image->rows));
    memcpy(code_flags(c), image->flags,
           image->flags_count * sizeof(*image->flags));
    memcpy(code_wide(c), image->wide, image->wide_count * sizeof(*image->wide));
    for (uint32_t n = 0; n < image->edge_count; n++) {
        const struct image_edge *e = &image->edges[n];
        code_edges(c)[n] = (struct edge){.site = placed(tr, c, e->site),
                                         .stub = placed(tr, c, e->stub),
                                         .target = e->target};
    }
    add_uses(tr, c, s);
    backend_place(s->backend, image, c->hot, c->cold, tr->stubs);
}

struct code *tcache_publish(struct translator *tr, struct scratch *s,
                            bool *full)
{
    struct segment *seg = &tr->segments[tr->current];
    const struct image *image = &s->image;
    *full = seg->retired_at != 0; /* by tcache_flush() */
    if (*full || !pages_unchanged(tr, s))
        return NULL;
    uint32_t hot_room = ALIGN_UP(image->hot_size, CODE_ALIGN);
    uint32_t cold_room = ALIGN_UP(image->size - image->hot_size, CODE_ALIGN);
    struct code *c = NULL;
    if (open_segment(seg) && make_room(seg, hot_room, cold_room))
        c = new_code(&seg->arena, s);
    if (!c) {
        *full = true;
        return NULL;
    }
    c->hot = seg->hot;
    c->cold = seg->cold - cold_room;
    fill_code(tr, c, s);
    seg->hot = seg->hot + hot_room;
    seg->cold -= cold_room;
    seg->codes[seg->code_count] = c;
    atomic_fetch_add_explicit(&seg->code_count, 1, memory_order_release);
    if (tr->hash_used > tr->hash_size)
        hash_grow(tr);
    hash_insert(tr, c);
    return c;
}

/* The edge leads to its stub again. */
static void unlink_edge(const struct translator *tr, struct edge *e)
{
    backend_patch(tcache_at(tr, e->site), tcache_at(tr, e->stub));
    *e->prev = e->next;
    if (e->next)
        e->next->prev = e->prev;
    e->target = e->to->pc;
    e->prev = NULL;
}

void tcache_link(struct translator *tr, const struct code *c, struct edge *e,
                 struct code *to)
{
    if (c->dead || edge_is_linked(e) || !tr->config.chain)
        return;
    e->to = to;
    e->next = to->incoming;
    e->prev = &to->incoming;
    if (to->incoming)
        to->incoming->prev = &e->next;
    to->incoming = e;
    backend_patch(tcache_at(tr, e->site), to->hot);
    tr->stats.links++;
}

/* Nothing leads to c any more; its memory lives on until its segment goes. */
static void kill(struct translator *tr, struct code *c)
{
    if (c->dead)
        return;
    c->dead = true;
    hash_remove(tr, c);
    for (unsigned n = 0; n < c->page_count; n++) {
        struct page_use *use = &code_uses(c)[n];
        *use->prev = use->next;
        if (use->next)
            use->next->prev = use->prev;
    }
    while (c->incoming)
        unlink_edge(tr, c->incoming);
}

/* All cpus but self are to pass a safepoint. */
static void kick_all(struct translator *tr, const struct cpu *self)
{
    if (self && tr->cpus == self && !self->next_sharer)
        return; /* nobody else */
    atomic_fetch_add(&tr->epoch, 1);
    for (struct cpu *cpu = tr->cpus; cpu; cpu = cpu->next_sharer)
        if (cpu != self)
            cpu_kick(cpu, KICK_RETIRE);
}

static void retire(struct translator *tr, struct segment *seg)
{
    uint32_t count = seg->code_count;
    if (!count)
        return;
    for (uint32_t n = 0; n < count; n++)
        kill(tr, seg->codes[n]);
    for (uint32_t n = 0; n < count; n++)
        for (unsigned k = 0; k < seg->codes[n]->edge_count; k++) {
            struct edge *e = &code_edges(seg->codes[n])[k];
            if (edge_is_linked(e))
                unlink_edge(tr, e);
        }
    kick_all(tr, NULL);
    seg->retired_at = tr->epoch;
    tr->stats.retirements++;
}

/* True if no cpu can still be in, or return to, what was retired then. */
static bool quiescent(const struct translator *tr, uint64_t epoch)
{
    for (struct cpu *cpu = tr->cpus; cpu; cpu = cpu->next_sharer)
        if (atomic_load(&cpu->running) && atomic_load(&cpu->epoch) < epoch)
            return false;
    return true;
}

static void reuse(struct segment *seg)
{
    atomic_store_explicit(&seg->code_count, 0, memory_order_release);
    arena_reset(&seg->arena);
    seg->hot = seg->start;
    seg->cold = seg->end;
    seg->retired_at = 0;
}

void tcache_abandon(struct translator *tr)
{
    memset(tr->hash, 0, tr->hash_size * sizeof(*tr->hash));
    tr->hash_used = 0;
    for (unsigned n = 0; n < PAGE_BUCKETS; n++) {
        tr->pages[n].uses = NULL;
        tr->pages[n].generation++;
    }
    kick_all(tr, NULL);
    for (unsigned n = 0; n < SEGMENT_COUNT; n++) {
        struct segment *seg = &tr->segments[n];
        for (uint32_t k = 0; k < seg->code_count; k++)
            seg->codes[k]->dead = true;
        if (seg->code_count && !seg->retired_at)
            seg->retired_at = tr->epoch;
    }
}

bool tcache_advance(struct translator *tr)
{
    unsigned next = (tr->current + 1) % SEGMENT_COUNT;
    struct segment *seg = &tr->segments[next];
    if (seg->code_count && !seg->retired_at)
        retire(tr, seg);
    if (seg->retired_at) {
        if (!quiescent(tr, seg->retired_at))
            return false;
        reuse(seg);
    }
    tr->current = next;
    struct segment *spare = &tr->segments[(next + 1) % SEGMENT_COUNT];
    if (spare->code_count && !spare->retired_at)
        retire(tr, spare);
    return true;
}

void tcache_wait(struct translator *tr, unsigned *waits)
{
    const struct timespec ms = {.tv_nsec = 1000000};
    uint32_t *word = (uint32_t *)(void *)&tr->epoch;
    host_syscall(SYS_futex, (long)word, FUTEX_WAIT,
                 (long)(uint32_t)atomic_load(&tr->epoch), (long)&ms, 0, 0);
    if (++*waits % STALL_WAITS == 0 && tr->config.stalled)
        tr->config.stalled();
}

static void forget_jump(struct cpu *cpu, const struct code *c)
{
    struct jump_entry *entry = tcache_jump_entry(cpu, c->pc);
    if (isa_address(cpu->isa, entry->pc) == c->pc)
        tcache_empty_jump(cpu, entry);
}

void tcache_remove(struct translator *tr, struct code *c, struct cpu *self)
{
    forget_jump(self, c);
    kill(tr, c);
}

static void invalidate_bucket(struct translator *tr, struct page_bucket *b,
                              gaddr_t start, gaddr_t end, struct cpu *self)
{
    struct page_use *use = b->uses, *next;
    bool killed = false;
    b->generation++;
    for (; use; use = killed ? b->uses : next) {
        next = use->next;
        gaddr_t base = use->page << GUEST_PAGE_SHIFT;
        killed = base + use->low < end && base + use->high > start;
        if (!killed)
            continue;
        if (self)
            forget_jump(self, use->code);
        kill(tr, use->code);
        tr->stats.invalidations++;
    }
}

void tcache_invalidate(struct translator *tr, gaddr_t start, gaddr_t end,
                       struct cpu *self)
{
    gaddr_t first = start >> GUEST_PAGE_SHIFT;
    gaddr_t last = (end - 1) >> GUEST_PAGE_SHIFT;
    uint64_t before = tr->stats.invalidations;
    if (start >= end)
        return;
    if (last - first >= PAGE_BUCKETS) {
        for (unsigned n = 0; n < PAGE_BUCKETS; n++)
            invalidate_bucket(tr, &tr->pages[n], start, end, self);
    } else {
        for (gaddr_t page = first; page <= last; page++)
            invalidate_bucket(tr, tcache_bucket(tr, page), start, end, self);
    }
    if (tr->stats.invalidations == before)
        return;
    kick_all(tr, self);
}

void tcache_flush(struct translator *tr)
{
    for (unsigned n = 0; n < SEGMENT_COUNT; n++)
        if (tr->segments[n].code_count && !tr->segments[n].retired_at)
            retire(tr, &tr->segments[n]);
}

void tcache_forget_jumps(struct cpu *cpu)
{
    for (unsigned n = 0; n < 1u << JUMP_CACHE_BITS; n++)
        tcache_empty_jump(cpu, &cpu->jump_cache[n]);
}

void tcache_safepoint(struct cpu *cpu)
{
    struct translator *tr = cpu->translator;
    uint64_t epoch = atomic_load(&tr->epoch);
    if (atomic_load(&cpu->epoch) == epoch)
        return;
    tcache_forget_jumps(cpu);
    cpu->hint_top = cpu->hint_base;
    atomic_store(&cpu->epoch, epoch);
}

/* Codes of a segment lie in the order they were published in. */
static const struct code *search(const struct segment *s, const uint8_t *pc)
{
    uint32_t count = atomic_load_explicit(&s->code_count, memory_order_acquire);
    uint32_t low = 0, high = count;
    bool hot = pc < s->hot;
    while (low < high) {
        uint32_t mid = (low + high) / 2;
        const struct code *c = s->codes[mid];
        if (hot ? pc >= c->hot + c->hot_size : pc < c->cold)
            low = mid + 1;
        else
            high = mid;
    }
    if (low == count)
        return NULL;
    const struct code *c = s->codes[low];
    if (hot)
        return pc >= c->hot ? c : NULL;
    return pc < c->cold + c->cold_size ? c : NULL;
}

const struct code *tcache_code_at(const struct translator *tr,
                                  const uint8_t *pc)
{
    for (unsigned n = 0; n < SEGMENT_COUNT; n++) {
        const struct segment *s = &tr->segments[n];
        if (pc >= s->start && pc < s->end)
            return search(s, pc);
    }
    return NULL;
}
