// SPDX-License-Identifier: MIT
/* What lists of features leave of machines that have more or less. */
#include "src/host.h"
#include "src/print.h"

#include <stdio.h>
#include <string.h>

#define CRYPTO (HOST_AES | HOST_PCLMUL | HOST_SHA)
#define V2     (HOST_SSE42 | CRYPTO)
#define V3     (V2 | HOST_AVX2 | HOST_GFNI)
#define V4     (V3 | HOST_AVX512)
#define OLD    (HOST_SSE42 | HOST_AVX2 | HOST_AES)

static const struct {
    uint32_t have;
    const char *list;
    enum host_choice choice;
    uint32_t use;     /* if good */
    const char *word; /* the list from what is wrong on, or the name of `use` */
} cases[] = {
    {V4, "v4", HOST_CHOICE_GOOD, V4, "v4"},
    {V4, "v3", HOST_CHOICE_GOOD, V3, "v3"},
    {V4, "v2", HOST_CHOICE_GOOD, V2, "v2"},
    {V4, "v3,v4", HOST_CHOICE_GOOD, V3, "v3"},
    {V4, "-aes", HOST_CHOICE_GOOD, V4 & ~HOST_AES, "v4,-aes"},
    {V4, "-gfni,v2", HOST_CHOICE_GOOD, V2, "v2"},
    {V4, "v3,-gfni", HOST_CHOICE_GOOD, V3 & ~HOST_GFNI, "v3,-gfni"},
    {V4, "v2,-aes,-pclmul,-sha", HOST_CHOICE_GOOD, HOST_SSE42,
     "v2,-aes,-pclmul,-sha"},
    {V4, "v3,help", HOST_CHOICE_HELP, V3, "v3"},
    {V4, "help", HOST_CHOICE_HELP, V4, "v4"},
    {OLD, "v3,-aes,-aes", HOST_CHOICE_GOOD, HOST_SSE42 | HOST_AVX2,
     "v3,-aes,-pclmul,-sha,-gfni"},
    {OLD, "-sha", HOST_CHOICE_GOOD, OLD, "v3,-pclmul,-sha,-gfni"},
    {OLD, "-aes,v4,-sha", HOST_CHOICE_LACKING, 0, "v4,-sha"},
    {V2, "v3", HOST_CHOICE_LACKING, 0, "v3"},
    {0, "v2", HOST_CHOICE_LACKING, 0, "v2"},
    {V4, "", HOST_CHOICE_UNKNOWN, 0, ""},
    {V4, "v3,", HOST_CHOICE_UNKNOWN, 0, ""},
    {V4, ",v3", HOST_CHOICE_UNKNOWN, 0, ",v3"},
    {V4, "v33,-aes", HOST_CHOICE_UNKNOWN, 0, "v33,-aes"},
    {V4, "v", HOST_CHOICE_UNKNOWN, 0, "v"},
    {V4, "v2,-v3", HOST_CHOICE_UNKNOWN, 0, "-v3"},
    {V4, "v2,aes", HOST_CHOICE_UNKNOWN, 0, "aes"},
    {V4, "-", HOST_CHOICE_UNKNOWN, 0, "-"},
    {V4, "-ae", HOST_CHOICE_UNKNOWN, 0, "-ae"},
    {V4, "-aesx", HOST_CHOICE_UNKNOWN, 0, "-aesx"},
    {V4, "-help", HOST_CHOICE_UNKNOWN, 0, "-help"},
};

int main(void)
{
    int failures = 0;
    for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
        uint32_t use;
        const char *word;
        enum host_choice choice =
            host_features_choose(cases[i].list, cases[i].have, &use, &word);
        char name[64] = "";
        struct print out;
        if (choice == HOST_CHOICE_GOOD || choice == HOST_CHOICE_HELP) {
            print_init(&out, name, sizeof(name), -1);
            host_features_name(&out, use);
            print_char(&out, 0);
            word = name;
        } else {
            use = 0;
        }
        if (choice == cases[i].choice && use == cases[i].use &&
            !strcmp(word, cases[i].word))
            continue;
        printf("'%s' of %#x: result %d, %#x, '%s'; expected %d, %#x, '%s'\n",
               cases[i].list, cases[i].have, choice, use, word, cases[i].choice,
               cases[i].use, cases[i].word);
        failures++;
    }
    return failures != 0;
}
