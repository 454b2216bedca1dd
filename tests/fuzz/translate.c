// SPDX-License-Identifier: MIT
/*
 * Any code can be translated: regions of random instructions, most of them
 * allocated ones, go through the whole translator on each host level; none is
 * run.  A crash, a sanitizer's report or a region that does not fit fails.
 *
 *     translate [REGIONS [SEED]]
 */
#include "jit/translate.h"
#include "src/arena.h"
#include "src/host.h"
#include "src/isa.h"
#include "src/mem.h"
#include "target/aarch64/a64-decode.gen.h"
#include "target/aarch64/cpu.h"
#include "tests/jit/threads-check.h"
#include "tests/lib/random.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define CODE_START 0x400000u
#define CODE_WORDS 512u

static uint32_t code[CODE_WORDS];

/* Branches, exceptions, system instructions: most end a region. */
static bool is_branch(uint32_t word)
{
    return (word >> 26 & 7) == 5;
}

/* Mostly words of the tables' rows; some with a bit changed, some any. */
static uint32_t random_word(uint64_t *state)
{
    uint64_t random = random_next(state);
    uint32_t word = (uint32_t)(random >> 32);
    if (random % 32 == 0)
        return word;
    for (;;) {
        int row = (int)(random_next(state) % A64_OP_COUNT);
        bool ends = random_next(state) % 16 == 0;
        if (a64_random_word(row, state, &word) && (ends || !is_branch(word)))
            break;
    }
    return random % 32 == 1 ? word ^ 1u << (random >> 8 & 31) : word;
}

/* What is not there can't be read: it ends a region, or fails it. */
static size_t fetch(const struct mem *mem, void *dst, gaddr_t pc, size_t len)
{
    gaddr_t end = CODE_START + sizeof(code);
    (void)mem;
    if (pc < CODE_START || pc >= end)
        return 0;
    if (len > end - pc)
        len = end - pc;
    memcpy(dst, (const char *)code + (pc - CODE_START), len);
    return len;
}

static const struct mem mem = {
    .kind = MEM_DIRECT, .limit = 1ull << 47, .fetch = fetch};

/* Regions at random places of new code; false: the cache is broken. */
static bool round_of(struct a64_cpu *cpu, uint64_t *state, unsigned regions)
{
    struct translator *tr = cpu->cpu.translator;
    for (unsigned n = 0; n < CODE_WORDS; n++)
        code[n] = random_word(state);
    translator_invalidate(tr, CODE_START, CODE_START + sizeof(code), NULL);
    atomic_store(&cpu->cpu.running, 1);
    cpu->fpcr = random_next(state) & A64_FPCR_MASK;
    translator_sync_mode(&cpu->cpu);
    for (unsigned n = 0; n < regions; n++)
        translate(&cpu->cpu, CODE_START + random_next(state) % CODE_WORDS * 4);
    atomic_store(&cpu->cpu.running, 0);
    lock_take(&tr->lock);
    const char *bad = tcache_check(tr);
    lock_drop(&tr->lock);
    if (bad)
        printf("%s\n", bad);
    return !bad;
}

static bool fuzz(const struct translator_config *config, const char *name,
                 unsigned regions, uint64_t seed)
{
    struct translator *tr = translator_create(config);
    struct a64_cpu *cpu = aligned_alloc(64, ALIGN_UP(sizeof(*cpu), 64ul));
    if (!tr || !cpu)
        return false;
    memset(cpu, 0, sizeof(*cpu));
    cpu->cpu.isa = config->isa;
    bool ok = translator_attach(tr, &cpu->cpu);
    for (unsigned done = 0; ok && done < regions; done += 64) {
        uint64_t state = (seed + done) * 0x9e3779b97f4a7c15u | 1;
        ok = round_of(cpu, &state, 64);
    }
    printf("%s: %lu regions of %lu instructions\n", name,
           (unsigned long)tr->stats.regions,
           (unsigned long)tr->stats.guest_insns);
    translator_detach(&cpu->cpu);
    free(cpu);
    translator_destroy(tr);
    return ok;
}

int main(int argc, char **argv)
{
    unsigned regions = argc > 1 ? (unsigned)strtoul(argv[1], NULL, 0) : 4096;
    uint64_t seed = argc > 2 ? strtoull(argv[2], NULL, 0) : 1;
    static const char *const lists[] = {
        "v2", "v2,-aes,-pclmul,-sha",       "v3", "v3,-aes,-pclmul,-sha,-gfni",
        "v4", "v4,-aes,-pclmul,-sha,-gfni",
    };
    printf("seed %lu: %u regions\n", (unsigned long)seed, regions);
    fflush(stdout);
    for (unsigned n = 0; n < ARRAY_SIZE(lists); n++) {
        struct translator_config config = {.isa = &isa_aarch64,
                                           .mem = &mem,
                                           .cache_bytes = 1u << 20,
                                           .few_registers = n % 2 * 4,
                                           .always_lend = n % 3 == 0,
                                           .chain = true};
        const char *at;
        if (host_features_choose(lists[n], host_features(), &config.features,
                                 &at) != HOST_CHOICE_GOOD)
            continue;
        if (!fuzz(&config, lists[n], regions / 6 + 1, seed + n)) {
            printf("failed: %s, %u registers less\n", lists[n],
                   config.few_registers);
            return 1;
        }
    }
    return 0;
}
