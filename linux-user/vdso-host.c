// SPDX-License-Identifier: MIT
/* Finds the functions of the host's vDSO by libelf, before the hand-over. */
#include "options.h"
#include "types.h"
#include "vdso.h"

#include <elf.h>
#include <gelf.h>
#include <linux/auxvec.h>
#include <string.h>

struct host_vdso host_vdso;

static void host_symbol(const char *name, uintptr_t address)
{
    if (strcmp(name, "__vdso_gettimeofday") == 0)
        host_vdso.gettimeofday = (void *)address;
    else if (strcmp(name, "__vdso_clock_gettime") == 0)
        host_vdso.clock_gettime = (void *)address;
    else if (strcmp(name, "__vdso_clock_getres") == 0)
        host_vdso.clock_getres = (void *)address;
}

static void symbols_scan(Elf *elf, uintptr_t base)
{
    Elf_Scn *section = NULL;

    while ((section = elf_nextscn(elf, section))) {
        GElf_Shdr header;
        Elf_Data *data;
        GElf_Sym symbol;

        if (!gelf_getshdr(section, &header) || header.sh_type != SHT_DYNSYM ||
            !(data = elf_getdata(section, NULL)))
            continue;
        for (int i = 0; gelf_getsym(data, i, &symbol); i++) {
            const char *name = elf_strptr(elf, header.sh_link, symbol.st_name);

            if (name && symbol.st_shndx != SHN_UNDEF)
                host_symbol(name, base + symbol.st_value);
        }
    }
}

void vdso_find_host(void)
{
    uintptr_t base = options_auxv(AT_SYSINFO_EHDR);
    const Elf64_Ehdr *header = (const void *)base;
    size_t size;
    Elf *elf;

    /* The image ends with its section headers. */
    if (!base || elf_version(EV_CURRENT) == EV_NONE)
        return;
    size = header->e_shoff + (size_t)header->e_shnum * header->e_shentsize;
    elf = elf_memory((char *)base, size);
    if (!elf)
        return;
    symbols_scan(elf, base);
    elf_end(elf);
}
