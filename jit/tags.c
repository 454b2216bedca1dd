// SPDX-License-Identifier: MIT
/*
 * Tagged addresses (T10): which regions mask the addresses of their accesses.
 *
 * No region does until one of its accesses has met a tag, which no host address
 * can have: it faults.  Then the region is forgotten and its pc marked, and so
 * is the pc of the access, where the guest goes on; what is translated at a
 * marked pc masks.  A program that does it at TAGGED_REGIONS places is taken to
 * do it everywhere: all code is retired, and all that is made from now on
 * masks. A mark stays when the code at its pc changes: that costs speed alone.
 */
#include "jit/tcache.h"

static bool is_marked(const struct tags *tags, gaddr_t pc)
{
    unsigned count = atomic_load(&tags->marks);
    for (unsigned n = 0; n < count; n++)
        if (tags->marked[n] == pc)
            return true;
    return false;
}

uint32_t region_mode(const struct cpu *cpu, gaddr_t pc)
{
    const struct tags *tags = &cpu->translator->tags;
    bool masked = tags->all || is_marked(tags, pc);
    return (uint32_t)cpu->mode | (masked ? MODE_TAGGED : 0);
}

/* True if it was not marked. */
static bool mark(struct tags *tags, gaddr_t pc)
{
    unsigned count = tags->marks;
    if (is_marked(tags, pc))
        return false;
    tags->marked[count] = pc;
    atomic_store(&tags->marks, count + 1);
    return true;
}

void tags_met(struct cpu *cpu)
{
    struct translator *tr = cpu->translator;
    struct tags *tags = &tr->tags;
    lock_take(&tr->lock);
    struct code *c = (struct code *)tcache_code_at(tr, cpu->link_stub);
    tcache_remove(tr, c, cpu);
    tr->stats.tagged++;
    if (!tags->all) {
        bool region = mark(tags, c->pc), rest = mark(tags, cpu->pc);
        tags->regions += region || rest;
        if (tags->regions == TAGGED_REGIONS) {
            tags->all = true;
            tcache_flush(tr);
        }
    }
    lock_drop(&tr->lock);
}
