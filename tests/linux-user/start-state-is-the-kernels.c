// SPDX-License-Identifier: MIT
// args: one two
// ferry: -E FERRY_TEST=value -U FERRY_TEST_UNSET -0 zero
/* What a program finds on its stack when it starts. */
#include "check.h"

#include <elf.h>
#include <link.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/auxv.h>
#include <unistd.h>

extern char **environ;

static void check_vector(void)
{
    static const unsigned long wanted[] = {
        AT_SYSINFO_EHDR, AT_HWCAP,  AT_PAGESZ,   AT_CLKTCK, AT_PHDR,
        AT_PHENT,        AT_PHNUM,  AT_BASE,     AT_FLAGS,  AT_ENTRY,
        AT_UID,          AT_EUID,   AT_GID,      AT_EGID,   AT_SECURE,
        AT_RANDOM,       AT_EXECFN, AT_PLATFORM, AT_HWCAP2, 51,
    };
    char **p = environ;
    const Elf64_auxv_t *av;

    while (*p)
        p++;
    for (size_t i = 0; i < sizeof(wanted) / sizeof(wanted[0]); i++) {
        int found = 0;

        for (av = (const void *)(p + 1); av->a_type != AT_NULL; av++)
            found += av->a_type == wanted[i];
        if (found != 1)
            printf("AT_ %lu: %d times\n", wanted[i], found);
        CHECK(found == 1);
    }
    CHECK(getauxval(51) >= 4720); /* AT_MINSIGSTKSZ */
}

int main(int argc, char **argv)
{
    const Elf64_Phdr *ph = (const void *)getauxval(AT_PHDR);
    extern const ElfW(Ehdr) __ehdr_start;
    const uint8_t *random = (const void *)getauxval(AT_RANDOM);
    uint8_t any = 0;

    CHECK(argc == 3 && argv[3] == NULL);
    CHECK(strcmp(argv[0], "zero") == 0);
    CHECK(strcmp(argv[1], "one") == 0 && strcmp(argv[2], "two") == 0);
    CHECK(getenv("FERRY_TEST") && strcmp(getenv("FERRY_TEST"), "value") == 0);
    CHECK(!getenv("FERRY_TEST_UNSET"));
    CHECK((uintptr_t)argv % 16 == 8); /* argc stands at an aligned sp */

    check_vector();
    CHECK(getauxval(AT_PAGESZ) == 4096 && getauxval(AT_CLKTCK) == 100);
    CHECK(strcmp((const char *)getauxval(AT_PLATFORM), "aarch64") == 0);
    CHECK(access((const char *)getauxval(AT_EXECFN), X_OK) == 0);
    CHECK(getauxval(AT_UID) == getuid() && getauxval(AT_EGID) == getegid());
    CHECK(getauxval(AT_HWCAP) & 3); /* FP and ASIMD */
    CHECK((uintptr_t)ph == (uintptr_t)&__ehdr_start + __ehdr_start.e_phoff);
    CHECK(getauxval(AT_PHNUM) == __ehdr_start.e_phnum);
    CHECK(getauxval(AT_PHENT) == sizeof(*ph));
    for (int i = 0; i < 16; i++)
        any |= random[i];
    CHECK(any);
    return check_result();
}
