// SPDX-License-Identifier: MIT
/* Looks through a code cache for what must always hold; threads-check.h. */
#include "tests/jit/threads-check.h"

#include "src/isa.h"

#include <string.h>

static const uint8_t *site_target(const uint8_t *site)
{
    int32_t rel =
        __atomic_load_n((const int32_t *)(const void *)site, __ATOMIC_RELAXED);
    return site + 4 + rel;
}

/* cmp dword [rbp+kick], 0 and jne stand before the branch at opcode. */
static bool polled_at(const uint8_t *opcode, int32_t kick)
{
    const uint8_t *p = opcode - 6;
    int32_t disp;
    if (p[0] != 0x0f || p[1] != 0x85)
        return false;
    if (kick == (int8_t)kick)
        return p[-4] == 0x83 && p[-3] == 0x7d && (int8_t)p[-2] == kick &&
               p[-1] == 0;
    memcpy(&disp, p - 5, 4);
    return p[-7] == 0x83 && p[-6] == 0xbd && disp == kick && p[-1] == 0;
}

/*
 * The poll ends right before the branch, or before the padding of one, or
 * before a call's hint, a known few bytes.
 */
static bool is_polled(const struct code *c, const uint8_t *site, int32_t kick)
{
    bool hot = site >= c->hot && site < c->hot + c->hot_size;
    const uint8_t *start = hot ? c->hot : c->cold;
    const uint8_t *opcode = site - 1;
    unsigned most = *opcode == 0xe8 ? 32 : 8;
    for (unsigned n = 0; n <= most && opcode - n - 13 >= start; n++)
        if (polled_at(opcode - n, kick))
            return true;
    return false;
}

static bool in_list(const struct edge *list, const struct edge *e)
{
    for (; list; list = list->next)
        if (list == e)
            return true;
    return false;
}

static const char *check_edge(const struct translator *tr, const struct code *c,
                              const struct edge *e, int32_t kick)
{
    const uint8_t *site = tcache_at(tr, e->site);
    if ((uintptr_t)site % 8 > 4)
        return "an edge's rel32 crosses a word";
    if (edge_target(e) <= c->pc && !is_polled(c, site, kick))
        return "a backward edge does not poll";
    if (!edge_is_linked(e))
        return site_target(site) == tcache_at(tr, e->stub)
                   ? NULL
                   : "an edge without a target is linked";
    if (e->to->dead)
        return "an edge leads to dead code";
    if ((e->to->mode ^ c->mode) & ~(uint32_t)MODE_TAGGED)
        return "an edge leads elsewhere";
    if (site_target(site) != e->to->hot)
        return "a linked edge is not patched";
    if (*e->prev != e || !in_list(e->to->incoming, e))
        return "an edge is not in its target's list";
    return NULL;
}

static const char *check_live(struct translator *tr, const struct segment *s,
                              const struct code *c)
{
    if (s->retired_at)
        return "code lives in a retired segment";
    if (tcache_find(tr, c->pc, c->mode) != c)
        return "live code is not found";
    for (unsigned n = 0; n < c->page_count; n++)
        if (code_uses(c)[n].code != c ||
            *code_uses(c)[n].prev != &code_uses(c)[n])
            return "live code is not in its page's list";
    for (const struct edge *e = c->incoming; e; e = e->next)
        if (!edge_is_linked(e) || e->to != c)
            return "a foreign edge is in a list";
    return NULL;
}

static const char *check_code(struct translator *tr, const struct segment *s,
                              const struct code *c, int32_t kick)
{
    const char *bad = c->dead ? NULL : check_live(tr, s, c);
    if (c->dead && c->incoming)
        bad = "dead code has edges to it";
    if (!bad && (tcache_code_at(tr, c->hot) != c ||
                 tcache_code_at(tr, c->hot + c->hot_size - 1) != c ||
                 (c->cold_size && tcache_code_at(tr, c->cold) != c)))
        bad = "code is not found by its address";
    for (unsigned n = 0; !bad && n < c->edge_count; n++)
        bad = check_edge(tr, c, &code_edges(c)[n], kick);
    return bad;
}

const char *tcache_check(struct translator *tr)
{
    size_t live = 0, hashed = 0;
    const char *bad = NULL;
    int32_t kick = (int32_t)offsetof(struct cpu, kick) -
                   (int32_t)tr->config.isa->state_bias;
    for (unsigned n = 0; n < SEGMENT_COUNT; n++) {
        const struct segment *s = &tr->segments[n];
        for (uint32_t k = 0; !bad && k < s->code_count; k++) {
            live += !s->codes[k]->dead;
            bad = check_code(tr, s, s->codes[k], kick);
        }
    }
    for (size_t n = 0; !bad && n < tr->hash_size; n++)
        for (const struct code *c = tr->hash[n]; c; c = c->hash_next)
            hashed++;
    if (!bad && (hashed != live || hashed != tr->hash_used))
        bad = "the number of live regions is wrong";
    return bad;
}
