// SPDX-License-Identifier: MIT
/* Compiling regions to images, and comparing those. */
#include "tests/jit/image-side.h"

#include "src/arena.h"
#include "src/host.h"

#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

struct side *side_new(const struct isa *isa, const struct mem *mem,
                      unsigned host, unsigned few_registers)
{
    static const char *const lists[SIDE_HOSTS] = {"v2,-aes,-pclmul,-sha", "v3",
                                                  "v4,-gfni"};
    uint32_t features;
    const char *at;
    struct side *s = pages_map(sizeof(*s));
    if (!s || !(s->backend = pages_map(backend_size())))
        exit(99);
    host_features_choose(lists[host], UINT32_MAX, &features, &at);
    s->mem = *mem;
    backend_init(s->backend,
                 &(struct translator_config){.isa = isa,
                                             .mem = &s->mem,
                                             .features = features,
                                             .few_registers = few_registers,
                                             .chain = true});
    return s;
}

void side_free(struct side *s)
{
    munmap(s->backend, backend_size());
    munmap(s, sizeof(*s));
}

bool side_compile(struct side *s)
{
    ir_optimise(&s->region);
    return backend_compile(s->backend, &s->region, &s->image);
}

#define SAME(a, b, list, count)  \
    ((a)->count == (b)->count && \
     !memcmp((a)->list, (b)->list, (a)->count * sizeof(*(a)->list)))

bool images_equal(const struct image *a, const struct image *b)
{
    return a->hot_size == b->hot_size && SAME(a, b, code, size) &&
           SAME(a, b, edges, edge_count) && SAME(a, b, rows, row_count) &&
           SAME(a, b, flags, flags_count) && SAME(a, b, wide, wide_count) &&
           SAME(a, b, relocs, reloc_count);
}
