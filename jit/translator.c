// SPDX-License-Identifier: MIT
/* A translator's life, invalidation, counters. */
#include "src/translator.h"

#include "jit/translate.h"
#include "src/host.h"
#include "src/print.h"

#include <string.h>
#include <sys/syscall.h>
#include <time.h>

struct translator *translator_create(const struct translator_config *config)
{
    struct translator *tr = pages_map(sizeof(*tr));
    if (!tr)
        return NULL;
    tr->config = *config;
    tr->scratches = scratch_new(tr, NULL);
    if (!tr->scratches || !tcache_init(tr)) {
        translator_destroy(tr);
        return NULL;
    }
    return tr;
}

void translator_destroy(struct translator *tr)
{
    tcache_free(tr);
    scratches_free(tr);
    pages_unmap(tr, sizeof(*tr));
}

void translator_invalidate(struct translator *tr, gaddr_t start, gaddr_t end,
                           struct cpu *self)
{
    lock_take(&tr->lock);
    tcache_invalidate(tr, start, end, self);
    lock_drop(&tr->lock);
}

void translator_flush(struct translator *tr)
{
    lock_take(&tr->lock);
    tcache_flush(tr);
    lock_drop(&tr->lock);
}

/* Nanoseconds since boot: the generic timer at 1 GHz. */
uint64_t helper_counter(struct cpu *cpu, uint64_t x, uint64_t y, uint64_t z)
{
    struct timespec now = {0};
    (void)x;
    (void)y;
    (void)z;
    if (cpu->translator->config.counter)
        return cpu->translator->config.counter();
    host_syscall(SYS_clock_gettime, CLOCK_MONOTONIC, (long)&now, 0, 0, 0, 0);
    return (uint64_t)now.tv_sec * 1000000000u + (uint64_t)now.tv_nsec;
}

void translator_print_stats(struct print *out, struct translator *tr)
{
    lock_take(&tr->lock);
    struct translator_stats stats = tr->stats;
    for (struct cpu *cpu = tr->cpus; cpu; cpu = cpu->next_sharer) {
        stats.exits += cpu->exits;
        stats.lookups += cpu->lookups;
        stats.return_misses += cpu->return_misses;
    }
    lock_drop(&tr->lock);
    print_str(out, "host features: ");
    host_features_name(out, tr->config.features);
    print_char(out, '\n');
#define STAT(name, text) \
    print_fmt(out, "%12lu %s\n", (unsigned long)stats.name, text);
#include "jit/translator-stats.def"
#undef STAT
}
