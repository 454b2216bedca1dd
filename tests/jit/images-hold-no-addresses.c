// SPDX-License-Identifier: MIT
/*
 * What a region is compiled to holds no address of the host's (T16): random
 * words of every row give the same bytes wherever region, back end and its
 * buffer stand, and no word of them points into this program.
 *
 *   images-hold-no-addresses [COUNT]    regions for each row
 */
#include "jit/backend.h"
#include "src/arena.h"
#include "src/host.h"
#include "tests/ir/a64-words.h"

#include <stdlib.h>
#include <string.h>

extern const char __executable_start[], _end[];

/* All that a compilation works in, at a place of its own. */
struct side {
    struct region region;
    struct image image;
    struct mem mem;
    struct backend *backend;
};
static struct side *sides[2];

static struct side *side_new(uint32_t features)
{
    struct side *s = pages_map(sizeof(*s));
    if (!s || !(s->backend = pages_map(backend_size())))
        exit(99);
    s->mem = a64_words_mem;
    backend_init(s->backend, &isa_aarch64, &s->mem, features, 0, true);
    return s;
}

static bool compile(struct side *s)
{
    a64_words_build(&s->region, &s->mem);
    ir_optimise(&s->region);
    return backend_compile(s->backend, &s->region, &s->image);
}

static bool same(const struct image *a, const struct image *b)
{
    return a->size == b->size && a->hot_size == b->hot_size &&
           a->edge_count == b->edge_count && a->row_count == b->row_count &&
           a->reloc_count == b->reloc_count &&
           !memcmp(a->code, b->code, a->size) &&
           !memcmp(a->edges, b->edges, a->edge_count * sizeof(*a->edges)) &&
           a->flags_count == b->flags_count &&
           !memcmp(a->rows, b->rows, a->row_count * sizeof(*a->rows)) &&
           !memcmp(a->flags, b->flags, a->flags_count * sizeof(*a->flags)) &&
           !memcmp(a->relocs, b->relocs, a->reloc_count * sizeof(*a->relocs));
}

/* Any eight bytes that are an address of the program's or the back end's. */
static bool has_pointer(const struct side *s)
{
    const char *be = (const char *)s->backend;
    for (uint32_t at = 0; at + 8 <= s->image.size; at++) {
        const char *p;
        memcpy(&p, s->image.code + at, sizeof(p));
        if ((p >= __executable_start && p < _end) ||
            (p >= be && p < be + backend_size()))
            return true;
    }
    return false;
}

static const char *check(void)
{
    bool fits = compile(sides[0]);
    if (fits != compile(sides[1]))
        return "only one fits";
    if (!fits)
        return NULL;
    if (!same(&sides[0]->image, &sides[1]->image))
        return "the images differ";
    return has_pointer(sides[0]) ? "a host pointer" : NULL;
}

int main(int argc, char **argv)
{
    uint64_t count = argc > 1 ? strtoull(argv[1], NULL, 0) : 50;
    int failures = 0;
    /* None of it is run, so that the machine need not have them. */
    static const char *const lists[] = {"v2,-aes,-pclmul,-sha", "v3",
                                        "v4,-gfni"};
    for (unsigned n = 0; n < ARRAY_SIZE(lists); n++) {
        uint32_t features;
        const char *at;
        host_features_choose(lists[n], UINT32_MAX, &features, &at);
        sides[0] = side_new(features);
        sides[1] = side_new(features);
        failures += a64_words_check_rows(check, count, 1, NULL);
    }
    return failures != 0;
}
