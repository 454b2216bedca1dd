// SPDX-License-Identifier: MIT
/*
 * A region that was compiled at one guest address and is relocated to another
 * is what the compilation at that address makes, byte for byte (T16): random
 * words of every row, mixes of rows, and regions of random IR.
 *
 *   images-move-with-their-module [COUNT]    regions for each row
 */
#include "tests/ir/a64-words.h"
#include "tests/ir/toy.h"
#include "tests/jit/image-side.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Where a module is, and is found again. */
struct journey {
    gaddr_t from, to;
};
static const struct journey journeys[] = {
    {0x40010000, 0x41564000},
    {0x40010000, 0x40000000},
    {TOY_CODE, 0x7f1234565000},
    {0x7f1234565000, 0x100001000},
};

static const struct journey *way;
static struct side *sides[2]; /* before, after */
static uint64_t compared, passed_over;
static uint64_t seen[RELOC_GUEST_WIDE + 1]; /* relocations */

static bool is_small(uint64_t address)
{
    return address <= UINT32_MAX;
}

/*
 * Adds delta to n bytes.  False if the address changes sides of 4 GiB, where
 * it has another form.
 */
static bool move_bytes(void *at, size_t n, uint64_t delta)
{
    uint64_t v = 0;
    memcpy(&v, at, n);
    bool same_form = is_small(v) == is_small(v + delta);
    v += delta;
    memcpy(at, &v, n);
    return same_form;
}

/* What loading a stored image will do.  False: addresses change their form. */
static bool relocate(struct image *image, uint64_t delta)
{
    bool good = true;
    for (uint32_t n = 0; n < image->edge_count; n++)
        image->edges[n].target += delta;
    for (uint32_t n = 0; n < image->reloc_count; n++) {
        const struct image_reloc *r = &image->relocs[n];
        bool same_form = true;
        seen[r->kind]++;
        if (r->kind == RELOC_GUEST32)
            same_form = move_bytes(image->code + r->at, 4, delta);
        else if (r->kind == RELOC_GUEST64)
            same_form = move_bytes(image->code + r->at, 8, delta);
        else if (r->kind == RELOC_GUEST_WIDE)
            move_bytes(&image->wide[r->at], 8, delta);
        good &= same_form || !is_small(way->from);
    }
    return good;
}

static const char *compare(void)
{
    bool fits = side_compile(sides[0]);
    if (fits != side_compile(sides[1]))
        return "only one fits";
    if (!fits)
        return NULL;
    if (!relocate(&sides[0]->image, way->to - way->from)) {
        passed_over++;
        return NULL;
    }
    compared++;
    return images_equal(&sides[0]->image, &sides[1]->image)
               ? NULL
               : "the images differ";
}

static const char *check_words(void)
{
    a64_words_build(&sides[0]->region, &sides[0]->mem, way->from);
    a64_words_build(&sides[1]->region, &sides[1]->mem, way->to);
    return compare();
}

static const char *check_ir(uint64_t seed)
{
    static struct ir_builder builder;
    for (unsigned n = 0; n < 2; n++) {
        uint64_t state = seed;
        toy_build(&sides[n]->region, &builder, n ? way->to : way->from, &state,
                  1 + (unsigned)(seed % 40));
    }
    const char *error = ir_verify(&sides[0]->region);
    return error ? error : compare();
}

static int check_irs(uint64_t count)
{
    for (uint64_t seed = 1; seed <= count; seed++) {
        const char *error = check_ir(seed);
        if (!error)
            continue;
        printf("IR of seed %" PRIu64 ": %s\n", seed, error);
        return 1;
    }
    return 0;
}

static void sides_new(const struct isa *isa, const struct mem *mem,
                      unsigned host, unsigned few_registers)
{
    for (unsigned n = 0; n < 2; n++) {
        if (sides[n])
            side_free(sides[n]);
        sides[n] = side_new(isa, mem, host, few_registers);
    }
}

/* Did each kind of address occur, and did most regions reach the comparison? */
static int check_counts(void)
{
    int failures = 0;
    for (unsigned kind = RELOC_GUEST32; kind <= RELOC_GUEST_WIDE; kind++)
        if (!seen[kind]) {
            printf("no relocation of kind %u\n", kind);
            failures++;
        }
    if (passed_over > compared / 20) {
        printf("%" PRIu64 " compared, %" PRIu64 " not\n", compared,
               passed_over);
        failures++;
    }
    return failures;
}

int main(int argc, char **argv)
{
    uint64_t count = argc > 1 ? strtoull(argv[1], NULL, 0) : 20;
    int failures = 0;
    for (unsigned host = 0; host < SIDE_HOSTS; host++) {
        sides_new(&isa_aarch64, &a64_words_mem, host, 0);
        for (unsigned n = 0; n < ARRAY_SIZE(journeys); n++) {
            way = &journeys[n];
            failures += a64_words_check_rows(check_words, count, 1 + n, NULL);
            failures += a64_words_check_mixes(check_words, 200 * count, 1 + n);
        }
        for (unsigned few = 0; few <= 8; few += 4) {
            sides_new(&toy_isa, &toy_mem, host, few);
            for (unsigned n = 0; n < ARRAY_SIZE(journeys); n++) {
                way = &journeys[n];
                failures += check_irs(50 * count);
            }
        }
    }
    return failures + check_counts() != 0;
}
