// SPDX-License-Identifier: MIT
/*
 * The list of mappings, held against a byte for each page: random sets,
 * removals, protections and searches.
 */
#include "linux-user/vma.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define PAGE  4096ull
#define PAGES 512
#define BASE  0x100000ull

static uint8_t model[PAGES];    /* flags of each page, 0: nothing */
static uint64_t offsets[PAGES]; /* of shared ones */
static struct uspace us = {.low = BASE, .limit = BASE + PAGES * PAGE};

static gaddr_t address(unsigned page)
{
    return BASE + page * PAGE;
}

static unsigned below(unsigned n)
{
    return (unsigned)rand() % n;
}

static int fail(const char *what, unsigned step)
{
    printf("step %u: %s\n", step, what);
    return 1;
}

/* The list says what the model says, sorted, disjoint and merged. */
static int compare(unsigned step)
{
    uint64_t mapped = 0;
    unsigned page = 0;

    for (size_t i = 0; i < us.count; i++) {
        const struct vma *v = &us.vmas[i];

        if (v->start >= v->end || (i && v->start < us.vmas[i - 1].end))
            return fail("not sorted", step);
        if (i && v->start == us.vmas[i - 1].end &&
            v->flags == us.vmas[i - 1].flags && !v->object &&
            !us.vmas[i - 1].object)
            return fail("not merged", step);
        for (; address(page) < v->start; page++)
            if (model[page])
                return fail("a page is missing", step);
        for (; address(page) < v->end; page++) {
            if (model[page] != v->flags)
                return fail("other flags", step);
            if (v->object &&
                v->offset + (address(page) - v->start) != offsets[page])
                return fail("another offset", step);
            mapped += PAGE;
        }
    }
    for (; page < PAGES; page++)
        if (model[page])
            return fail("a page is missing at the end", step);
    return mapped == us.mapped ? 0 : fail("the sum is wrong", step);
}

static void change(unsigned start, unsigned end)
{
    uint8_t prot = (uint8_t)below(8);
    bool shared = below(3) == 0;
    struct vma v = {address(start), address(end),
                    prot | (shared ? VMA_SHARED : VMA_BRK), shared ? 7 : 0,
                    shared ? below(1000) * PAGE : 0};

    switch (below(3)) {
    case 0:
        for (unsigned i = start; i < end; i++) {
            model[i] = (uint8_t)v.flags;
            offsets[i] = v.offset + (i - start) * PAGE;
        }
        vma_set(&us, v);
        break;
    case 1:
        memset(model + start, 0, end - start);
        vma_remove(&us, address(start), address(end));
        break;
    default:
        for (unsigned i = start; i < end; i++)
            model[i] =
                (uint8_t)((model[i] ? model[i] & ~7u : VMA_GROWS) | prot);
        vma_protect(&us, address(start), address(end), prot);
    }
}

/* The highest gap, found page by page. */
static gaddr_t gap_slow(unsigned len, unsigned high)
{
    for (unsigned at = high; at >= len; at--) {
        unsigned n = 0;

        while (n < len && !model[at - len + n] &&
               !hole_hit(&us, address(at - len + n), address(at - len + n + 1)))
            n++;
        if (n == len)
            return address(at - len);
    }
    return 0;
}

static int check(unsigned step)
{
    unsigned len = 1 + below(20), high = 1 + below(PAGES);
    unsigned start = below(PAGES), end = start + 1 + below(PAGES - start);
    bool free = true;

    if (vma_gap(&us, len * PAGE, PAGE, BASE, address(high)) !=
        gap_slow(len, high))
        return fail("another gap", step);
    for (unsigned i = start; i < end; i++)
        free &= !model[i] && !hole_hit(&us, address(i), address(i + 1));
    if (vma_is_free(&us, address(start), address(end)) != free)
        return fail("free or not", step);
    return compare(step);
}

int main(void)
{
    srand(1);
    us.hole_count = 1;
    us.holes[0].start = address(300);
    us.holes[0].end = address(304);
    for (unsigned step = 0; step < 20000; step++) {
        unsigned start = below(PAGES), room = PAGES - start;
        unsigned end = start + 1 + below(room < 30 ? room : 30);

        if (!vma_reserve(&us,
                         vma_protect_room(&us, address(start), address(end))))
            return fail("no memory", step);
        change(start, end);
        if (check(step))
            return 1;
    }
    return 0;
}
