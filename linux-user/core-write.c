// SPDX-License-Identifier: MIT
/*
 * The file of a core: elf_core_dump() of fs/binfmt_elf.c.  Header, program
 * headers, notes, and from the next page on the memory, with holes where the
 * guest has never touched it.  What exceeds the limit ends the file.
 */
#define _GNU_SOURCE
#include "core-parts.h"

#include "arena.h"
#include "hostcall.h"
#include "task.h"

#include <elf.h>
#include <fcntl.h>
#include <string.h>
#include <sys/uio.h>

#define COPY_BYTES (256u << 10)

/* /proc/thread-self/pagemap: the page is there, or in the swap. */
#define PAGE_HELD  (3ull << 62)
#define PAGE_WORDS 512

struct output {
    int fd, memory, pages; /* the core; /proc/thread-self/mem and pagemap */
    uint64_t left, at;     /* of the limit; where the next byte goes */
    bool full;
    char *copy;
};

static void bytes_write(struct output *out, const void *p, size_t n)
{
    const char *from = p;
    if (n > out->left) {
        n = ALIGN_DOWN(out->left, HOST_PAGE);
        out->full = true;
    }
    out->left -= n;
    while (n) {
        long r = HOST(pwrite64, out->fd, from, n, out->at);
        if (r <= 0) {
            out->full = true;
            return;
        }
        from += r;
        n -= (size_t)r;
        out->at += (uint64_t)r;
    }
}

/* Pages that can't be read, behind a file's end, become a hole. */
static void pages_copy(struct output *out, gaddr_t at, uint64_t n)
{
    while (n && !out->full) {
        size_t part = n < COPY_BYTES ? n : COPY_BYTES;
        long r = HOST(pread64, out->memory, out->copy, part, at);
        if (r > 0) {
            bytes_write(out, out->copy, (size_t)r);
        } else {
            r = HOST_PAGE;
            out->at += HOST_PAGE;
        }
        at += (uint64_t)r;
        n -= (uint64_t)r;
    }
}

/* [at, at + n): those that are there. */
static void sparse_copy(struct output *out, gaddr_t at, uint64_t n)
{
    uint64_t words[PAGE_WORDS];
    while (n && !out->full) {
        uint64_t pages = n / HOST_PAGE, run;
        if (pages > PAGE_WORDS)
            pages = PAGE_WORDS;
        if (HOST(pread64, out->pages, words, pages * 8, at / HOST_PAGE * 8) !=
            (long)pages * 8)
            return;
        for (uint64_t i = 0; i < pages; i += run) {
            bool held = words[i] & PAGE_HELD;
            for (run = 1; i + run < pages; run++)
                if (!(words[i + run] & PAGE_HELD) == held)
                    break;
            if (held)
                pages_copy(out, at + i * HOST_PAGE, run * HOST_PAGE);
            else
                out->at += run * HOST_PAGE;
        }
        at += pages * HOST_PAGE;
        n -= pages * HOST_PAGE;
    }
}

/* The headers; *end: where the file ends. */
static void headers_write(struct output *out, const struct abi *abi,
                          const struct core_maps *maps, size_t note_bytes,
                          uint64_t *data, uint64_t *end)
{
    size_t count = maps->count + 1;
    bool many = count >= PN_XNUM;
    uint64_t offset = sizeof(Elf64_Ehdr) + count * sizeof(Elf64_Phdr);
    Elf64_Ehdr eh = {
        .e_ident = {ELFMAG0, ELFMAG1, ELFMAG2, ELFMAG3, abi->elf_class,
                    ELFDATA2LSB, EV_CURRENT},
        .e_type = ET_CORE,
        .e_machine = abi->elf_machine,
        .e_version = EV_CURRENT,
        .e_phoff = sizeof eh,
        .e_ehsize = sizeof eh,
        .e_phentsize = sizeof(Elf64_Phdr),
        .e_phnum = many ? PN_XNUM : (uint16_t)count,
    };
    Elf64_Phdr ph = {.p_type = PT_NOTE,
                     .p_offset = offset,
                     .p_filesz = note_bytes,
                     .p_align = 4};
    Elf64_Phdr *table = pages_map(count * sizeof *table);
    if (!table) {
        out->full = true;
        return;
    }
    table[0] = ph;
    offset = *data = ALIGN_UP(offset + note_bytes, HOST_PAGE);
    for (size_t i = 0; i < maps->count; i++) {
        const struct core_map *m = &maps->list[i];
        table[i + 1] = (Elf64_Phdr){.p_type = PT_LOAD,
                                    .p_flags = m->rights,
                                    .p_offset = offset,
                                    .p_vaddr = m->start,
                                    .p_filesz = m->dumped,
                                    .p_memsz = m->end - m->start,
                                    .p_align = HOST_PAGE};
        offset += m->dumped;
    }
    *end = offset;
    if (many) {
        eh.e_shoff = offset;
        eh.e_shentsize = sizeof(Elf64_Shdr);
        eh.e_shnum = 1;
    }
    bytes_write(out, &eh, sizeof eh);
    bytes_write(out, table, count * sizeof *table);
    pages_unmap(table, count * sizeof *table);
}

/* More segments than a header's field can tell: section 0 does. */
static void section_write(struct output *out, const struct core_maps *maps)
{
    Elf64_Shdr sh = {.sh_size = 1, .sh_info = (uint32_t)maps->count + 1};
    if (maps->count + 1 >= PN_XNUM && !out->full)
        bytes_write(out, &sh, sizeof sh);
}

static void memory_write(struct output *out, const struct core_maps *maps)
{
    for (size_t i = 0; i < maps->count && !out->full; i++) {
        const struct core_map *m = &maps->list[i];
        if (m->dense)
            pages_copy(out, m->start, m->dumped);
        else
            sparse_copy(out, m->start, m->dumped);
    }
}

void core_write(const struct task *t, int fd, uint64_t limit,
                const struct core_maps *maps, const void *notes, size_t bytes)
{
    struct output out = {.fd = fd, .left = limit};
    uint64_t data = 0, end = 0;
    out.copy = pages_map(COPY_BYTES);
    out.memory = (int)HOST(openat, AT_FDCWD, "/proc/thread-self/mem",
                           O_RDONLY | O_CLOEXEC);
    out.pages = (int)HOST(openat, AT_FDCWD, "/proc/thread-self/pagemap",
                          O_RDONLY | O_CLOEXEC);
    out.full = !out.copy || out.memory < 0 || out.pages < 0;
    if (!out.full)
        headers_write(&out, t->abi, maps, bytes, &data, &end);
    if (!out.full)
        bytes_write(&out, notes, bytes);
    out.at = data;
    memory_write(&out, maps);
    section_write(&out, maps);
    /* The last pages may be a hole. */
    if (!out.full && out.at == end)
        HOST(ftruncate, fd, end);
}
