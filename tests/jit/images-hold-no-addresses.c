// SPDX-License-Identifier: MIT
/*
 * What a region is compiled to holds no address of the host's (T16): random
 * words of every row give the same bytes wherever region, back end and its
 * buffer stand, and no word of them points into this program.
 *
 *   images-hold-no-addresses [COUNT]    regions for each row
 */
#include "tests/ir/a64-words.h"
#include "tests/jit/image-side.h"

#include <stdlib.h>
#include <string.h>

#define CODE 0x551100010000

extern const char __executable_start[], _end[];

static struct side *sides[2];

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

static bool compile(struct side *s)
{
    a64_words_build(&s->region, &s->mem, CODE);
    return side_compile(s);
}

static const char *check(void)
{
    bool fits = compile(sides[0]);
    if (fits != compile(sides[1]))
        return "only one fits";
    if (!fits)
        return NULL;
    if (!images_equal(&sides[0]->image, &sides[1]->image))
        return "the images differ";
    return has_pointer(sides[0]) ? "a host pointer" : NULL;
}

int main(int argc, char **argv)
{
    uint64_t count = argc > 1 ? strtoull(argv[1], NULL, 0) : 50;
    int failures = 0;
    for (unsigned n = 0; n < SIDE_HOSTS; n++) {
        for (unsigned k = 0; k < 2; k++)
            sides[k] = side_new(&isa_aarch64, &a64_words_mem, n, 0);
        failures += a64_words_check_rows(check, count, 1, NULL);
    }
    return failures != 0;
}
