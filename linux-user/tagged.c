// SPDX-License-Identifier: MIT
/* Copies of structs whose pointers have tags; see tagged.h. */
#include "tagged.h"

#include "guest-memory.h"

#include <string.h>

struct arg_copy {
    struct arg_copy *next;
    gaddr_t addr;
    uint64_t bytes;
    char *now, *given; /* as the kernel leaves it, as it got it */
};

void *tagged_copy(struct task *t, gaddr_t addr, uint64_t bytes)
{
    struct tagged *tagged = &t->tagged;
    struct arg_copy *c = arena_alloc(&tagged->arena, sizeof *c);
    char *memory = c ? arena_alloc(&tagged->arena, 2 * bytes) : NULL;

    if (!memory || guest_read(t, memory, addr, bytes))
        return NULL;
    *c = (struct arg_copy){tagged->copies, addr, bytes, memory, memory + bytes};
    tagged->copies = c;
    return memory;
}

uint64_t tagged_seal(struct task *t, void *copy)
{
    struct arg_copy *c = t->tagged.copies;

    while (c->now != copy)
        c = c->next;
    memcpy(c->given, c->now, c->bytes);
    return (uintptr_t)copy;
}

bool tagged_holds(const struct task *t, gaddr_t addr, uint64_t len)
{
    for (const struct arg_copy *c = t->tagged.copies; c; c = c->next) {
        uint64_t at = addr - (uintptr_t)c->now;

        if (at < c->bytes && len <= c->bytes - at)
            return true;
    }
    return false;
}

gaddr_t tagged_strings(struct task *t, gaddr_t list)
{
    gaddr_t word = 1, *copy;
    uint64_t count = 0;
    bool any = false;

    if (!t->tagged.abi || !list)
        return list;
    for (; word; count++) {
        if (guest_read(t, &word, list + 8 * count, 8))
            return list; /* the kernel will find it */
        any |= guest_address(t, word) != word;
    }
    if (!any)
        return list;
    copy = tagged_copy(t, list, 8 * count);
    if (!copy)
        return list;
    for (uint64_t i = 0; i < count; i++)
        copy[i] = guest_address(t, copy[i]);
    return tagged_seal(t, copy);
}

/* Only what was written: the rest may be another thread's by now. */
static void bring_back(struct task *t, const struct arg_copy *c)
{
    uint64_t start = 0, end;

    for (; start < c->bytes; start = end) {
        end = start + 1;
        if (c->now[start] == c->given[start])
            continue;
        while (end < c->bytes && c->now[end] != c->given[end])
            end++;
        guest_write(t, c->addr + start, c->now + start, end - start);
    }
}

void tagged_finish(struct task *t)
{
    struct tagged *tagged = &t->tagged;

    if (!tagged->arena.chunks)
        return;
    for (const struct arg_copy *c = tagged->copies; c; c = c->next)
        bring_back(t, c);
    tagged->copies = NULL;
    arena_free(&tagged->arena);
}
