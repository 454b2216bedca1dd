// SPDX-License-Identifier: MIT
/* Ferry's own memory, above the guest's limit; see arena.h. */
#include "arena.h"

#include "host.h"
#include "types.h"

#include <errno.h>
#include <linux/mman.h>
#include <stdatomic.h>
#include <sys/syscall.h>

/* Addresses are given out upwards and not used again before the end. */
static _Atomic uint64_t pages_next = PAGES_START;

void *pages_range(size_t bytes, size_t align)
{
    uint64_t at = atomic_load_explicit(&pages_next, memory_order_relaxed);
    uint64_t start, next;

    bytes = ALIGN_UP(bytes, HOST_PAGE);
    do {
        start = ALIGN_UP(at, align);
        if (bytes > PAGES_END - start)
            start = ALIGN_UP(PAGES_START, align);
        next = start + bytes;
    } while (!atomic_compare_exchange_weak_explicit(
        &pages_next, &at, next, memory_order_relaxed, memory_order_relaxed));
    return (void *)(uintptr_t)start;
}

static void *map_at(void *p, size_t bytes)
{
    long ret =
        host_syscall(SYS_mmap, (long)p, (long)bytes, PROT_READ | PROT_WRITE,
                     MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED_NOREPLACE, -1, 0);

    return host_syscall_failed(ret) ? NULL : (void *)ret;
}

/*
 * lead bytes stay unmapped before and behind.  A range that is taken costs
 * another try; the tries are bounded, for a host that refuses all.
 */
static void *map_somewhere(size_t bytes, size_t align, size_t lead)
{
    for (int tries = 0; tries < 1024; tries++) {
        char *p = pages_range(bytes + 2 * lead, align);
        void *got = map_at(p + lead, bytes);

        if (got)
            return got;
    }
    return NULL;
}

void *pages_map(size_t bytes)
{
    return map_somewhere(ALIGN_UP(bytes, HOST_PAGE), HOST_PAGE, HOST_PAGE);
}

void *pages_map_aligned(size_t bytes, size_t align)
{
    return map_somewhere(ALIGN_UP(bytes, HOST_PAGE), align, 0);
}

void pages_unmap(void *p, size_t bytes)
{
    host_syscall(SYS_munmap, (long)p, (long)ALIGN_UP(bytes, HOST_PAGE), 0, 0, 0,
                 0);
}

struct arena_chunk {
    struct arena_chunk *next;
    size_t bytes;
};

#define CHUNK_BYTES 65536u

void *arena_alloc(struct arena *a, size_t bytes)
{
    bytes = ALIGN_UP(bytes, 16);
    if (bytes > (size_t)(a->end - a->next)) {
        size_t size = bytes + sizeof(struct arena_chunk) + 16;
        struct arena_chunk *chunk;

        size = ALIGN_UP(size < CHUNK_BYTES ? CHUNK_BYTES : size, HOST_PAGE);
        chunk = pages_map(size);
        if (!chunk)
            return NULL;
        chunk->next = a->chunks;
        chunk->bytes = size;
        a->chunks = chunk;
        a->next = (char *)(chunk + 1);
        a->end = (char *)chunk + size;
    }
    void *p = a->next;
    a->next += bytes;
    return p;
}

void arena_free(struct arena *a)
{
    struct arena_chunk *next;

    for (struct arena_chunk *c = a->chunks; c; c = next) {
        next = c->next;
        pages_unmap(c, c->bytes);
    }
    *a = (struct arena){0};
}

void arena_reset(struct arena *a)
{
    struct arena_chunk *c = a->chunks, *next;

    for (; c && c->next; c = next) {
        next = c->next;
        pages_unmap(c, c->bytes);
    }
    a->chunks = c;
    if (c) {
        a->next = (char *)(c + 1);
        a->end = (char *)c + c->bytes;
        __builtin_memset(a->next, 0, (size_t)(a->end - a->next));
    }
}

void *pool_get(struct pool *p)
{
    void **object;

    lock_take(&p->memory->lock);
    object = p->free;
    if (object)
        p->free = *object;
    else
        object = arena_alloc(&p->memory->arena, p->size);
    lock_drop(&p->memory->lock);
    if (object)
        __builtin_memset(object, 0, p->size);
    return object;
}

void pool_put(struct pool *p, void *object)
{
    lock_take(&p->memory->lock);
    *(void **)object = p->free;
    p->free = object;
    lock_drop(&p->memory->lock);
}
