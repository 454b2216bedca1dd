// SPDX-License-Identifier: MIT
/* Finds a function's name in a file's own tables; see symbol.h. */
#define _GNU_SOURCE
#include "symbol.h"

#include "elf-header.h"
#include "hostcall.h"
#include "print.h"

#include <elf.h>
#include <fcntl.h>

#define OFFSET_MAX   (1ull << 62)
#define NAME_BYTES   80
#define SYMBOLS_READ 64

static bool part_read(int fd, void *to, size_t n, uint64_t offset)
{
    return offset < OFFSET_MAX && HOST(pread64, fd, to, n, offset) == (long)n;
}

/* Where the byte is once the file is loaded, as its symbols count. */
static bool offset_to_vaddr(int fd, uint64_t offset, uint64_t *vaddr)
{
    struct elf_header h;
    char scratch[ELF_SCRATCH_BYTES];
    if (elf_header_read(fd, &h, scratch) != ELF_OK || h.elf_class != ELFCLASS64)
        return false;
    for (unsigned i = 0; i < h.count; i++) {
        const struct elf_segment *s = &h.segments[i];
        if (s->type == PT_LOAD && offset >= s->offset &&
            offset - s->offset < s->filesz) {
            *vaddr = s->vaddr + (offset - s->offset);
            return true;
        }
    }
    return false;
}

/* The section of this type, and the strings that belong to it. */
static bool table_find(int fd, uint32_t type, Elf64_Shdr *table,
                       Elf64_Shdr *strings)
{
    Elf64_Ehdr eh;
    if (!part_read(fd, &eh, sizeof eh, 0) ||
        eh.e_shentsize != sizeof(Elf64_Shdr))
        return false;
    for (unsigned i = 0; i < eh.e_shnum; i++)
        if (part_read(fd, table, sizeof *table,
                      eh.e_shoff + i * sizeof *table) &&
            table->sh_type == type)
            return table->sh_link < eh.e_shnum &&
                   part_read(fd, strings, sizeof *strings,
                             eh.e_shoff + table->sh_link * sizeof *strings);
    return false;
}

/* The function that holds vaddr. */
static bool table_search(int fd, const Elf64_Shdr *table, uint64_t vaddr,
                         Elf64_Sym *found)
{
    Elf64_Sym some[SYMBOLS_READ];
    uint64_t count = table->sh_size / sizeof(Elf64_Sym);
    for (uint64_t at = 0; at < count; at += SYMBOLS_READ) {
        uint64_t n = count - at < SYMBOLS_READ ? count - at : SYMBOLS_READ;
        if (!part_read(fd, some, n * sizeof *some,
                       table->sh_offset + at * sizeof *some))
            return false;
        for (uint64_t i = 0; i < n; i++)
            if (ELF64_ST_TYPE(some[i].st_info) == STT_FUNC &&
                some[i].st_shndx != SHN_UNDEF && vaddr >= some[i].st_value &&
                vaddr - some[i].st_value < some[i].st_size) {
                *found = some[i];
                return true;
            }
    }
    return false;
}

static bool name_read(int fd, const Elf64_Shdr *strings, const Elf64_Sym *sym,
                      char name[NAME_BYTES])
{
    long n = 0;
    if (sym->st_name < strings->sh_size && strings->sh_offset < OFFSET_MAX)
        n = HOST(pread64, fd, name, NAME_BYTES - 1,
                 strings->sh_offset + sym->st_name);
    if (n <= 0)
        return false;
    name[n] = 0;
    for (char *p = name; *p; p++)
        if (*p < ' ' || *p > '~')
            *p = '?';
    return name[0] != 0;
}

bool symbol_find(const char *file, uint64_t offset, char *buf, size_t size)
{
    static const uint32_t types[] = {SHT_SYMTAB, SHT_DYNSYM};
    char name[NAME_BYTES];
    Elf64_Shdr table, strings;
    Elf64_Sym sym;
    uint64_t vaddr;
    bool found = false;
    long fd = HOST(openat, AT_FDCWD, file,
                   O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    if (fd < 0)
        return false;
    if (offset_to_vaddr((int)fd, offset, &vaddr))
        for (unsigned i = 0; i < ARRAY_SIZE(types) && !found; i++)
            found = table_find((int)fd, types[i], &table, &strings) &&
                    table_search((int)fd, &table, vaddr, &sym) &&
                    name_read((int)fd, &strings, &sym, name);
    if (found)
        print_buf(buf, size, "%s+0x%lx", name, vaddr - sym.st_value);
    HOST(close, fd);
    return found;
}
