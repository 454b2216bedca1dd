// SPDX-License-Identifier: MIT
/*
 * A small reader of ELF and program headers: checks every bound, allocates
 * nothing, reads through a callback-free interface (a file descriptor and the
 * caller's buffer).  Serves the loader and exec's check alike; the input is
 * hostile.  Little-endian, 32 and 64 bits.
 */
#ifndef FERRY_ELF_HEADER_H
#define FERRY_ELF_HEADER_H

#include "types.h"

/* As many as a kernel takes: 64 KiB of them is far more than any has. */
#define ELF_MAX_SEGMENTS 64
#define ELF_INTERP_BYTES 4096 /* PATH_MAX */

enum elf_status {
    ELF_OK,
    ELF_NOT_ELF,     /* magic or too short for a header */
    ELF_BAD_FORMAT,  /* class, data order, version, header sizes */
    ELF_BAD_TYPE,    /* neither ET_EXEC nor ET_DYN */
    ELF_BAD_TABLE,   /* program headers outside the file or too many */
    ELF_BAD_SEGMENT, /* a PT_LOAD whose numbers make no sense */
    ELF_NO_SEGMENTS, /* no PT_LOAD */
    ELF_BAD_INTERP,  /* PT_INTERP outside the file, too long, no NUL */
    ELF_CUT_INTERP,  /* it ends behind the file's end */
    ELF_READ_ERROR,  /* the read itself failed: error holds -errno */
};

struct elf_segment {
    uint32_t type, flags; /* PT_*, PF_* */
    uint64_t offset, vaddr, filesz, memsz, align;
};

struct elf_header {
    uint8_t elf_class, data, osabi;
    uint16_t type, machine;
    uint32_t flags;
    uint64_t entry, phoff;
    uint16_t phentsize, phnum;
    unsigned count; /* segments filled below: LOAD, INTERP, TLS, GNU_*, PHDR */
    struct elf_segment segments[ELF_MAX_SEGMENTS];
    uint64_t low, high; /* of all PT_LOAD in memory, page-rounded */
    uint64_t end;       /* of the last one, exactly */
    uint64_t max_align; /* of PT_LOAD, a power of two, at least a page */
    uint64_t interp_offset;
    uint32_t interp_size; /* with its NUL; 0: no interpreter */
    long error;
};

/* Only the file header, from the first n bytes of a file: for exec's sniff. */
enum elf_status elf_header_peek(const void *bytes, size_t n,
                                struct elf_header *out);
/*
 * All of it, from fd (position unchanged).  buf is scratch memory of at least
 * ELF_SCRATCH_BYTES.
 */
#define ELF_SCRATCH_BYTES 4096
enum elf_status elf_header_read(int fd, struct elf_header *out, void *buf);
/* The interpreter's path into buf (ELF_INTERP_BYTES); after ELF_OK. */
enum elf_status elf_interp_read(int fd, const struct elf_header *h, char *buf);

/* A sentence for a message. */
const char *elf_status_text(enum elf_status status);

#endif
