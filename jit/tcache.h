// SPDX-License-Identifier: MIT
/*
 * The code cache of one guest address space: segments of generated code, what
 * was made from which guest page, and the edges between regions (T8, T9).
 *
 * Locking: all functions want tr->lock held unless they say otherwise.  The
 * lock is never held while guest memory is touched, or while waiting.
 *
 * Segments are filled in turn.  Hot code grows up from a segment's start,
 * cold code down from its end; what describes the code is in the segment's
 * arena and dies with it.  When a segment is taken into use, the next one
 * (the oldest) is retired: its regions are unlinked and forgotten, and every
 * cpu is kicked.  Its memory is used again only after each cpu has passed a
 * safepoint, where it forgot its hints and its jump cache.  A cpu outside
 * generated code counts as at one.
 */
#ifndef FERRY_JIT_TCACHE_H
#define FERRY_JIT_TCACHE_H

#include "jit/backend.h"
#include "jit/monitor.h"
#include "src/arena.h"
#include "src/isa.h"
#include "src/lock.h"
#include "src/translator.h"

#define SEGMENT_COUNT    8
#define SEGMENT_DEFAULT  (4u << 20)
#define CACHE_MAX_CODES  (1u << 16) /* of one segment */
#define GUEST_PAGE_SHIFT 12
#define PAGE_BUCKETS     1024
#define REGION_MAX_PAGES 16

struct code;

/* A direct edge. */
struct edge {
    uint32_t site; /* the rel32, from the cache's start */
    uint32_t stub; /* its target while not linked */
    union {
        gaddr_t target;  /* while not linked */
        struct code *to; /* while linked; then prev is not NULL */
    };
    struct edge *next, **prev; /* edges linked to `to` */
};

/*
 * One published region.  In the arena of the segment that its code is in;
 * behind it stand its edges, page uses, and the tables of its faults.
 */
struct code {
    gaddr_t pc;
    uint8_t *hot, *cold;
    struct edge *incoming;
    struct code *hash_next, **hash_prev;
    uint32_t mode;
    uint32_t hot_size, cold_size;
    uint16_t edge_count, row_count;
    uint8_t page_count, wide_count, flags_count;
    bool dead;
};

/* One region's use of one guest page. */
struct page_use {
    struct code *code;
    gaddr_t page;       /* number */
    uint16_t low, high; /* bytes [low, high) of it were translated */
    struct page_use *next, **prev;
};

static inline struct edge *code_edges(const struct code *c)
{
    return (struct edge *)(c + 1);
}

static inline struct page_use *code_uses(const struct code *c)
{
    return (struct page_use *)(void *)(code_edges(c) + c->edge_count);
}

/* 64-bit constants of the fault rows. */
static inline int64_t *code_wide(const struct code *c)
{
    return (int64_t *)(void *)(code_uses(c) + c->page_count);
}

static inline struct fault_flags *code_flags(const struct code *c)
{
    return (struct fault_flags *)(void *)(code_wide(c) + c->wide_count);
}

static inline struct fault_row *code_rows(const struct code *c)
{
    return (struct fault_row *)(void *)(code_flags(c) + c->flags_count);
}

struct segment {
    uint8_t *start, *end;
    uint8_t *_Atomic hot, *cold;   /* free space between */
    uint8_t *hot_open, *cold_open; /* committed up to, and down to, here */
    struct arena arena;
    struct code **codes; /* by address; hot up, cold down */
    _Atomic uint32_t code_count;
    uint64_t retired_at; /* epoch; 0: in use or empty */
};

/* One guest page that code was made from: a bucket of several. */
struct page_bucket {
    struct page_use *uses;
    _Atomic uint32_t generation; /* counts invalidations */
};

/* What one translation works in; a free list of them in the translator. */
struct scratch {
    struct scratch *next, *all_next;
    const struct cpu *user; /* who translates in it; NULL: free */
    struct translator *translator;
    unsigned guest_limit; /* guest instructions of the region at hand */
    struct region region;
    struct ir_builder builder;
    struct image image;
    /* Pages read so far, and their generations before the first read. */
    unsigned page_count;
    gaddr_t pages[REGION_MAX_PAGES];
    uint32_t generations[REGION_MAX_PAGES];
    unsigned low[REGION_MAX_PAGES], high[REGION_MAX_PAGES]; /* in the page */
    struct backend *backend;
};

/*
 * T10: where tagged addresses were met.  Marks are read without the lock: who
 * misses one makes a region that stumbles again.
 */
#define TAGGED_REGIONS 16 /* so many, and then all mask */
struct tags {
    unsigned regions;
    _Atomic unsigned marks;
    _Atomic gaddr_t marked[2 * TAGGED_REGIONS]; /* their pcs */
    atomic_bool all;
};

struct translator_stats {
#define STAT(name, text) uint64_t name;
#include "translator-stats.def"
#undef STAT
};

struct translator {
    struct translator_config config;
    struct lock lock;
    struct cpu *cpus; /* all that run here, by next_sharer */
    _Atomic uint64_t epoch;
    uint8_t *stub_code;
    size_t stub_size;
    uint8_t *stubs[STUB_COUNT];
    const struct backend *backend; /* the first scratch's, for recovery */
    struct segment segments[SEGMENT_COUNT];
    size_t segment_bytes;
    unsigned current;
    struct code **hash;
    size_t hash_size, hash_used; /* buckets: a power of two */
    struct page_bucket pages[PAGE_BUCKETS];
    struct scratch *scratches, *all_scratches; /* free; all */
    struct tags tags;
    struct global_monitor global_monitor;
    struct translator_stats stats;
};

/* tr has a scratch, whose back end makes the stubs. */
bool tcache_init(struct translator *tr);
void tcache_free(struct translator *tr);

struct code *tcache_find(struct translator *tr, gaddr_t pc, uint32_t mode);
/*
 * Publishes s->image as the code of its region.  NULL if a page that it was
 * made from has changed meanwhile, or the segment is full (then *full).
 */
struct code *tcache_publish(struct translator *tr, struct scratch *s,
                            bool *full);
/*
 * Goes on to the next segment.  False if cpus have yet to leave it: the
 * caller drops the lock, calls tcache_wait() and tries again.
 */
bool tcache_advance(struct translator *tr);
/* Lock not held; returns after a while.  *waits, at first 0, counts. */
void tcache_wait(struct translator *tr, unsigned *waits);

/* The edge of c whose stub this is. */
struct edge *tcache_edge(const struct translator *tr, const struct code *c,
                         const uint8_t *stub);
static inline bool edge_is_linked(const struct edge *e)
{
    return e->prev != NULL;
}
/* The guest pc it leads to. */
static inline gaddr_t edge_target(const struct edge *e)
{
    return edge_is_linked(e) ? e->to->pc : e->target;
}
/* Where an edge's site or stub stands. */
static inline uint8_t *tcache_at(const struct translator *tr, uint32_t offset)
{
    return tr->stub_code + offset;
}
/* c's edge leads to `to`, unless c is dead: its segment may be retired. */
void tcache_link(struct translator *tr, const struct code *c, struct edge *edge,
                 struct code *to);

/* Forgets every region made from bytes in [start, end). */
void tcache_invalidate(struct translator *tr, gaddr_t start, gaddr_t end,
                       struct cpu *self);
void tcache_flush(struct translator *tr);

/* tags.c: the mode of cpu's region at pc.  The lock need not be held. */
uint32_t region_mode(const struct cpu *cpu, gaddr_t pc);
/*
 * cpu has left for CPU_EXIT_TAGGED: the region it left, and the one that
 * begins where it goes on, are to mask addresses.  Lock not held; no safepoint
 * lies between the exit and this.
 */
void tags_met(struct cpu *cpu);
/* Nothing leads to c any more, self's jump cache included. */
void tcache_remove(struct translator *tr, struct code *c, struct cpu *self);
/* Where a guest pc stands in a cpu's jump cache; as generated code looks. */
static inline struct jump_entry *tcache_jump_entry(struct cpu *cpu, gaddr_t pc)
{
    size_t index = (size_t)(pc / cpu->isa->min_insn_bytes);
    return &cpu->jump_cache[index & ((1u << JUMP_CACHE_BITS) - 1)];
}
/*
 * Empties an entry: no guest pc of its index is 0, but for the first entry,
 * whose JUMP_EMPTY leads to a stub that says there is no code.  So a table of
 * zeros is empty once its first entry is.
 */
static inline void tcache_empty_jump(struct cpu *cpu, struct jump_entry *entry)
{
    *entry = entry == cpu->jump_cache
                 ? (struct jump_entry){JUMP_EMPTY,
                                       cpu->translator->stubs[STUB_EMPTY]}
                 : (struct jump_entry){0, NULL};
}
/* A cpu is at a safepoint: it forgets its hints and jump cache. */
void tcache_safepoint(struct cpu *cpu);
void tcache_forget_jumps(struct cpu *cpu);

/*
 * Retires everything without following a list, since somebody died while
 * changing one.  What is there stays linked among itself: each cpu leaves it
 * at its next poll.
 */
void tcache_abandon(struct translator *tr);

struct page_bucket *tcache_bucket(struct translator *tr, gaddr_t page);

/* Lock-free, for signal handlers: the code that host pc lies in, or NULL. */
const struct code *tcache_code_at(const struct translator *tr,
                                  const uint8_t *pc);

#endif
