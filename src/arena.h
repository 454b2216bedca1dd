// SPDX-License-Identifier: MIT
/*
 * Memory for Ferry's own objects, without malloc.
 *
 * Everything stands in one range above the guest's limit, at explicit
 * addresses, so that one compare tells the guest's memory from Ferry's.
 * Usable before and after the hand-over, from several threads.
 */
#ifndef FERRY_ARENA_H
#define FERRY_ARENA_H

#include "lock.h"

#include <stddef.h>
#include <stdint.h>

/* First address that is never a guest's: 2^47 - 2 TiB. */
#define GUEST_LIMIT 0x7e0000000000ull

/* Where pages_map() looks: below every place the kernel puts an image at. */
#define PAGES_START 0x7e8000000000ull
#define PAGES_END   0x7f0000000000ull

#define HOST_PAGE   4096u

/*
 * bytes (rounded up to pages) of zeroed memory, readable and writable, with an
 * inaccessible page before and behind; NULL if the host has none.
 */
void *pages_map(size_t bytes);
/* The same with start aligned to align, a power of two; no guard pages. */
void *pages_map_aligned(size_t bytes, size_t align);
/*
 * An unused address range of Ferry's, for a mapping the caller makes with
 * MAP_FIXED_NOREPLACE; another try gives another range.
 */
void *pages_range(size_t bytes, size_t align);
void pages_unmap(void *p, size_t bytes);

/* Bump allocation; freed as a whole.  Zero-initialised: empty. */
struct arena_chunk;
struct arena {
    struct arena_chunk *chunks;
    char *next, *end;
};

/* Zeroed, aligned to 16; NULL if memory can't be had.  Not thread-safe. */
void *arena_alloc(struct arena *a, size_t bytes);
void arena_free(struct arena *a);
/* Empty again, but for its first chunk, which stays: that much is sure. */
void arena_reset(struct arena *a);

/* Where pools have their memory from, and the lock of all of them. */
struct pool_memory {
    struct arena arena;
    struct lock lock;
};

/*
 * Objects of one size.  Set size and memory statically, the rest zero.  A
 * freed object may be used again at once, by the same pool.
 */
struct pool {
    size_t size;
    struct pool_memory *memory;
    void *free;
};

void *pool_get(struct pool *p); /* zeroed; NULL if memory can't be had */
void pool_put(struct pool *p, void *object);

#endif
