// SPDX-License-Identifier: MIT
/* The vDSO's functions, found as a libc does, give what the calls give. */
#define _GNU_SOURCE
#include "check.h"

#include <elf.h>
#include <errno.h>
#include <stdint.h>
#include <string.h>
#include <sys/auxv.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

static uintptr_t base;
static const Elf64_Sym *symbols;
static const char *strings;
static const uint32_t *hash;
static const uint16_t *versions;
static const Elf64_Verdef *verdef;

static void image_read(void)
{
    const Elf64_Ehdr *eh = (const void *)base;
    const Elf64_Phdr *ph = (const void *)(base + eh->e_phoff);
    const Elf64_Dyn *dyn = NULL;

    CHECK(memcmp(eh->e_ident, ELFMAG, SELFMAG) == 0);
    CHECK(eh->e_machine == EM_AARCH64 && eh->e_type == ET_DYN);
    for (int i = 0; i < eh->e_phnum; i++)
        if (ph[i].p_type == PT_DYNAMIC)
            dyn = (const void *)(base + ph[i].p_vaddr);
    for (; dyn->d_tag != DT_NULL; dyn++) {
        const void *p = (const void *)(base + dyn->d_un.d_ptr);

        switch (dyn->d_tag) {
        case DT_SYMTAB: symbols = p; break;
        case DT_STRTAB: strings = p; break;
        case DT_HASH: hash = p; break;
        case DT_VERSYM: versions = p; break;
        case DT_VERDEF: verdef = p; break;
        }
    }
}

static const char *version_name(unsigned index)
{
    const Elf64_Verdef *d = verdef;

    while (d->vd_ndx != index && d->vd_next)
        d = (const void *)((const char *)d + d->vd_next);
    return strings +
           ((const Elf64_Verdaux *)((const char *)d + d->vd_aux))->vda_name;
}

static void *find(const char *name)
{
    uint32_t i = hash[2]; /* one bucket or more: walk the first chain */

    CHECK(hash[0] == 1);
    for (; i; i = hash[3 + i])
        if (strcmp(strings + symbols[i].st_name, name) == 0) {
            CHECK(strcmp(version_name(versions[i]), "LINUX_2.6.39") == 0);
            return (void *)(base + symbols[i].st_value);
        }
    return NULL;
}

int main(void)
{
    int (*gettime)(clockid_t, struct timespec *);
    int (*getres)(clockid_t, struct timespec *);
    int (*timeofday)(struct timeval *, struct timezone *);
    const uint32_t *sigreturn;
    struct timespec a = {0}, b, c;
    struct timeval tv;
    struct timezone tz;

    base = getauxval(AT_SYSINFO_EHDR);
    image_read();
    gettime = find("__kernel_clock_gettime");
    getres = find("__kernel_clock_getres");
    timeofday = find("__kernel_gettimeofday");
    sigreturn = find("__kernel_rt_sigreturn");
    CHECK(gettime && getres && timeofday && sigreturn);

    CHECK(gettime(CLOCK_MONOTONIC, &a) == 0);
    syscall(SYS_clock_gettime, CLOCK_MONOTONIC, &b);
    CHECK(gettime(CLOCK_MONOTONIC, &c) == 0);
    CHECK(a.tv_sec * 1000000000 + a.tv_nsec <=
          b.tv_sec * 1000000000 + b.tv_nsec);
    CHECK(b.tv_sec * 1000000000 + b.tv_nsec <=
          c.tv_sec * 1000000000 + c.tv_nsec);
    CHECK(gettime(-77, &a) == -EINVAL);
    CHECK(gettime(CLOCK_REALTIME, (void *)8) == -EFAULT);
    CHECK(getres(CLOCK_REALTIME, &a) == 0 && a.tv_nsec > 0);
    CHECK(getres(CLOCK_REALTIME, NULL) == 0);
    CHECK(timeofday(&tv, &tz) == 0 && tv.tv_sec - time(NULL) <= 1);
    CHECK(timeofday(NULL, NULL) == 0);
    /* Unwinders know the trampoline by these words. */
    CHECK(sigreturn[0] == 0xd2801168 && sigreturn[1] == 0xd4000001);
    return check_result();
}
