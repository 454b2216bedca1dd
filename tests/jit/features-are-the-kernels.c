// SPDX-License-Identifier: MIT
/*
 * The features that Ferry finds are those that the kernel lists in
 * /proc/cpuinfo.  Built twice: with what ferry is built with, and with CPUID.
 */
#include "src/host.h"

#include <stdio.h>
#include <string.h>

/* Each bit, and the kernel's names of all that it stands for. */
static const struct {
    uint32_t bit;
    const char *flags;
} expected[] = {
    {HOST_SSE42, "sse4_2 sse4_1 ssse3 popcnt"},
    {HOST_AVX2, "avx2 avx fma f16c movbe bmi1 bmi2 abm sse4_2"},
    {HOST_AVX512, "avx512f avx512vl avx512bw avx512dq avx512vbmi avx512_vbmi2 "
                  "avx512_bitalg avx512_vpopcntdq avx2 avx fma f16c movbe bmi1 "
                  "bmi2 abm"},
    {HOST_AES, "aes"},
    {HOST_PCLMUL, "pclmulqdq"},
    {HOST_SHA, "sha_ni"},
    {HOST_GFNI, "gfni avx2 avx fma f16c movbe bmi1 bmi2 abm"},
};

/* The first line of flags, with a space around each. */
static bool flags_read(char *line, size_t size)
{
    FILE *f = fopen("/proc/cpuinfo", "r");
    bool found = false;
    while (f && !found && fgets(line, (int)size, f))
        found = !strncmp(line, "flags", 5);
    if (f)
        fclose(f);
    if (found)
        line[strcspn(line, "\n")] = ' ';
    return found;
}

static bool has_all(const char *line, const char *flags)
{
    while (*flags) {
        char flag[32] = " ";
        size_t n = strcspn(flags, " ");
        snprintf(flag, sizeof(flag), " %.*s ", (int)n, flags);
        if (!strstr(line, flag))
            return false;
        flags += n + (flags[n] == ' ');
    }
    return true;
}

int main(void)
{
    static char line[16384];
    uint32_t found = host_features(), want = 0;
    if (!flags_read(line, sizeof(line))) {
        printf("/proc/cpuinfo has no flags\n");
        return 77;
    }
    for (size_t i = 0; i < ARRAY_SIZE(expected); i++)
        if (has_all(line, expected[i].flags))
            want |= expected[i].bit;
    printf("features %#x, the kernel's %#x\n", found, want);
    return found != want;
}
