// SPDX-License-Identifier: MIT
/* The features of the host that the back end knows, and lists of them. */
#include "jit/x86_64/probe.h"
#include "src/host.h"
#include "src/print.h"

#include <cpuid.h>

#define LEVELS (HOST_SSE42 | HOST_AVX2 | HOST_AVX512)

/* Whatever a row needs stands above it. */
static const struct feature {
    const char *name;
    uint32_t bit, needs;
    struct cpu_words words;
    const char *text;
} table[] = {
    {"v2",
     HOST_SSE42,
     0,
     {.ecx_1 = bit_SSE4_2 | bit_SSE4_1 | bit_SSSE3 | bit_POPCNT},
     "SSE4.2, POPCNT"},
    {"v3",
     HOST_AVX2,
     HOST_SSE42,
     {.ecx_1 = bit_AVX | bit_FMA | bit_F16C | bit_MOVBE,
      .ebx_7 = bit_AVX2 | bit_BMI | bit_BMI2,
      .ecx_80000001 = bit_LZCNT},
     "AVX2, FMA, F16C, BMI1, BMI2, LZCNT, MOVBE"},
    {"v4",
     HOST_AVX512,
     HOST_AVX2,
     {.ebx_7 = bit_AVX512F | bit_AVX512VL | bit_AVX512BW | bit_AVX512DQ,
      .ecx_7 = bit_AVX512VBMI | bit_AVX512VBMI2 | bit_AVX512BITALG |
               bit_AVX512VPOPCNTDQ},
     "AVX-512 F, VL, BW, DQ, VBMI, VBMI2, BITALG, VPOPCNTDQ"},
    {"aes", HOST_AES, HOST_SSE42, {.ecx_1 = bit_AES}, "AES-NI"},
    {"pclmul", HOST_PCLMUL, HOST_SSE42, {.ecx_1 = bit_PCLMUL}, "PCLMULQDQ"},
    {"sha", HOST_SHA, HOST_SSE42, {.ebx_7 = bit_SHA}, "SHA-NI"},
    {"gfni", HOST_GFNI, HOST_AVX2, {.ecx_7 = bit_GFNI}, "GFNI, with v3"},
};

/* The set without what lacks something that it needs. */
static uint32_t features_close(uint32_t set)
{
    for (size_t i = 0; i < ARRAY_SIZE(table); i++)
        if (table[i].needs & ~set)
            set &= ~table[i].bit;
    return set;
}

uint32_t host_features(void)
{
    struct cpu_words has;
    uint32_t found = 0;

    cpu_words_read(&has);
    for (size_t i = 0; i < ARRAY_SIZE(table); i++) {
        const struct cpu_words *w = &table[i].words;

        if (!(w->ecx_1 & ~has.ecx_1) && !(w->ebx_7 & ~has.ebx_7) &&
            !(w->ecx_7 & ~has.ecx_7) && !(w->ecx_80000001 & ~has.ecx_80000001))
            found |= table[i].bit;
    }
    return features_close(found);
}

static bool word_is(const char *word, size_t n, const char *name)
{
    size_t i = 0;

    while (i < n && word[i] == name[i])
        i++;
    return i == n && !name[i];
}

/* The level, or with `single` the other feature, of this name. */
static const struct feature *feature_find(const char *word, size_t n,
                                          bool single)
{
    for (size_t i = 0; i < ARRAY_SIZE(table); i++)
        if (!(table[i].bit & LEVELS) == single &&
            word_is(word, n, table[i].name))
            return &table[i];
    return NULL;
}

enum host_choice host_features_choose(const char *list, uint32_t have,
                                      uint32_t *use, const char **at)
{
    enum host_choice choice = HOST_CHOICE_GOOD;

    *use = have;
    for (*at = list;; *at = list) {
        bool single = *list == '-';
        const char *word = list + single;
        const struct feature *f;

        while (*list && *list != ',')
            list++;
        f = feature_find(word, (size_t)(list - word), single);
        if (f && !single && !(have & f->bit))
            return HOST_CHOICE_LACKING;
        if (f && single)
            *use &= ~f->bit;
        else if (f) /* of the levels, those up to this */
            *use &= ~(uint32_t)LEVELS | f->bit | (f->bit - 1);
        else if (word_is(*at, (size_t)(list - *at), "help"))
            choice = HOST_CHOICE_HELP;
        else
            return HOST_CHOICE_UNKNOWN;
        if (!*list++)
            break;
    }
    *use = features_close(*use);
    return choice;
}

void host_features_name(struct print *out, uint32_t use)
{
    const char *level = table[0].name;

    for (size_t i = 0; i < ARRAY_SIZE(table); i++)
        if (use & table[i].bit & LEVELS)
            level = table[i].name;
    print_str(out, level);
    for (size_t i = 0; i < ARRAY_SIZE(table); i++)
        if (!(table[i].bit & (LEVELS | use)) && !(table[i].needs & ~use))
            print_fmt(out, ",-%s", table[i].name);
}

void host_features_print(struct print *out, uint32_t have, uint32_t use)
{
    print_fmt(out, "%-7s %-5s %-5s\n", "", "here", "used");
    for (size_t i = 0; i < ARRAY_SIZE(table); i++) {
        const struct feature *f = &table[i];

        print_fmt(out, "%-7s %-5s %-5s %s\n", f->name,
                  have & f->bit ? "yes" : "no", use & f->bit ? "yes" : "no",
                  f->text);
    }
}
