// SPDX-License-Identifier: MIT
/* A bounds-checked reader of ELF and program headers; see elf-header.h. */
#include "elf-header.h"

#include "host.h"

#include <elf.h>
#include <errno.h>
#include <string.h>
#include <sys/syscall.h>

#define PAGE 4096u
/* No program header lies, and no segment ends, above this. */
#define OFFSET_MAX  (1ull << 62)
#define ADDRESS_MAX (1ull << 56)

static uint64_t word_read(const uint8_t *p, unsigned bytes)
{
    uint64_t v = 0;

    memcpy(&v, p, bytes);
    return v;
}

enum elf_status elf_header_peek(const void *bytes, size_t n,
                                struct elf_header *out)
{
    const uint8_t *p = bytes;
    bool wide;

    memset(out, 0, offsetof(struct elf_header, segments));
    if (n < EI_NIDENT || memcmp(p, ELFMAG, SELFMAG) != 0)
        return ELF_NOT_ELF;
    out->elf_class = p[EI_CLASS];
    out->data = p[EI_DATA];
    out->osabi = p[EI_OSABI];
    wide = out->elf_class == ELFCLASS64;
    if ((!wide && out->elf_class != ELFCLASS32) || out->data != ELFDATA2LSB ||
        p[EI_VERSION] != EV_CURRENT)
        return ELF_BAD_FORMAT;
    if (n < (wide ? sizeof(Elf64_Ehdr) : sizeof(Elf32_Ehdr)))
        return ELF_NOT_ELF;
    out->type = (uint16_t)word_read(p + 16, 2);
    out->machine = (uint16_t)word_read(p + 18, 2);
    if (wide) {
        out->entry = word_read(p + offsetof(Elf64_Ehdr, e_entry), 8);
        out->phoff = word_read(p + offsetof(Elf64_Ehdr, e_phoff), 8);
        p += offsetof(Elf64_Ehdr, e_flags);
    } else {
        out->entry = word_read(p + offsetof(Elf32_Ehdr, e_entry), 4);
        out->phoff = word_read(p + offsetof(Elf32_Ehdr, e_phoff), 4);
        p += offsetof(Elf32_Ehdr, e_flags);
    }
    /* From e_flags on both classes have the same fields. */
    out->flags = (uint32_t)word_read(p, 4);
    out->phentsize = (uint16_t)word_read(p + 6, 2);
    out->phnum = (uint16_t)word_read(p + 8, 2);
    if (out->type != ET_EXEC && out->type != ET_DYN)
        return ELF_BAD_TYPE;
    if (out->phentsize != (wide ? sizeof(Elf64_Phdr) : sizeof(Elf32_Phdr)))
        return ELF_BAD_FORMAT;
    return ELF_OK;
}

static void segment_decode(const uint8_t *p, bool wide, struct elf_segment *s)
{
    if (wide) {
        Elf64_Phdr h;

        memcpy(&h, p, sizeof(h));
        *s = (struct elf_segment){h.p_type,   h.p_flags, h.p_offset, h.p_vaddr,
                                  h.p_filesz, h.p_memsz, h.p_align};
    } else {
        Elf32_Phdr h;

        memcpy(&h, p, sizeof(h));
        *s = (struct elf_segment){h.p_type,   h.p_flags, h.p_offset, h.p_vaddr,
                                  h.p_filesz, h.p_memsz, h.p_align};
    }
}

/* The kernel's demands on what it maps; address order is checked by caller. */
static bool load_sane(const struct elf_segment *s)
{
    if (s->filesz > s->memsz || s->offset > OFFSET_MAX ||
        s->filesz > OFFSET_MAX || s->vaddr > ADDRESS_MAX ||
        s->memsz > ADDRESS_MAX)
        return false;
    /* mmap can only keep offset and address equal modulo a page. */
    return s->filesz == 0 || (s->offset - s->vaddr) % PAGE == 0;
}

static enum elf_status load_add(struct elf_header *out,
                                const struct elf_segment *s)
{
    if (!load_sane(s))
        return ELF_BAD_SEGMENT;
    if (out->low == UINT64_MAX)
        out->low = ALIGN_DOWN(s->vaddr, PAGE);
    else if (s->vaddr < out->end) /* ascending, as the specification wants */
        return ELF_BAD_SEGMENT;
    out->end = s->vaddr + s->memsz;
    out->high = ALIGN_UP(out->end, PAGE);
    if (s->align > out->max_align && (s->align & (s->align - 1)) == 0)
        out->max_align = s->align;
    return ELF_OK;
}

static enum elf_status segment_add(struct elf_header *out,
                                   const struct elf_segment *s)
{
    enum elf_status status = ELF_OK;

    switch (s->type) {
    case PT_LOAD:
        if (s->memsz == 0)
            return ELF_OK;
        status = load_add(out, s);
        break;
    case PT_INTERP:
        if (out->interp_size)
            return ELF_OK; /* the kernel takes the first */
        if (s->filesz < 2 || s->filesz > ELF_INTERP_BYTES ||
            s->offset > OFFSET_MAX)
            return ELF_BAD_INTERP;
        out->interp_offset = s->offset;
        out->interp_size = (uint32_t)s->filesz;
        break;
    case PT_PHDR:
    case PT_TLS:
    case PT_GNU_STACK:
    case PT_GNU_PROPERTY:
    case PT_DYNAMIC: break;
    default: return ELF_OK;
    }
    if (status != ELF_OK)
        return status;
    if (out->count == ELF_MAX_SEGMENTS)
        return ELF_BAD_TABLE;
    out->segments[out->count++] = *s;
    return ELF_OK;
}

static long read_at(int fd, void *buf, size_t n, uint64_t offset)
{
    long got;

    do
        got = host_syscall(SYS_pread64, fd, (long)buf, (long)n, (long)offset, 0,
                           0);
    while (got == -EINTR);
    return got;
}

enum elf_status elf_header_read(int fd, struct elf_header *out, void *buf)
{
    long got = read_at(fd, buf, ELF_SCRATCH_BYTES, 0);
    enum elf_status status;
    size_t per_read, at;

    if (got < 0) {
        out->error = got;
        return ELF_READ_ERROR;
    }
    status = elf_header_peek(buf, (size_t)got, out);
    if (status != ELF_OK)
        return status;
    /* As fs/binfmt_elf.c: at most 64 KiB of program headers. */
    if (out->phnum == 0 || out->phnum > 65536u / out->phentsize ||
        out->phoff > OFFSET_MAX)
        return ELF_BAD_TABLE;

    out->low = UINT64_MAX;
    out->max_align = PAGE;
    per_read = ELF_SCRATCH_BYTES / out->phentsize;
    for (at = 0; at < out->phnum; at++) {
        struct elf_segment s;
        const uint8_t *p = buf;

        if (at % per_read == 0) {
            size_t n = out->phnum - at < per_read ? out->phnum - at : per_read;

            n *= out->phentsize;
            got = read_at(fd, buf, n, out->phoff + at * out->phentsize);
            if (got < 0)
                out->error = got;
            if (got != (long)n)
                return got < 0 ? ELF_READ_ERROR : ELF_BAD_TABLE;
        }
        segment_decode(p + at % per_read * out->phentsize,
                       out->elf_class == ELFCLASS64, &s);
        status = segment_add(out, &s);
        if (status != ELF_OK)
            return status;
    }
    return out->low == UINT64_MAX ? ELF_NO_SEGMENTS : ELF_OK;
}

enum elf_status elf_interp_read(int fd, const struct elf_header *h, char *buf)
{
    long got = read_at(fd, buf, h->interp_size, h->interp_offset);

    if (got != (long)h->interp_size)
        return ELF_CUT_INTERP;
    if (buf[got - 1] != 0)
        return ELF_BAD_INTERP;
    return ELF_OK;
}

const char *elf_status_text(enum elf_status status)
{
    switch (status) {
    case ELF_OK: return "no error";
    case ELF_NOT_ELF: return "not an ELF file";
    case ELF_BAD_FORMAT: return "an ELF file of a kind Ferry does not know";
    case ELF_BAD_TYPE: return "an ELF file, but not a program";
    case ELF_BAD_TABLE: return "its program headers are damaged";
    case ELF_BAD_SEGMENT: return "a segment in it makes no sense";
    case ELF_NO_SEGMENTS: return "it has nothing to load";
    case ELF_BAD_INTERP: return "the name of its interpreter is damaged";
    case ELF_CUT_INTERP: return "the name of its interpreter is cut off";
    case ELF_READ_ERROR: return "it can't be read";
    }
    return "unknown error";
}
