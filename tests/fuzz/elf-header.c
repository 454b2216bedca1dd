// SPDX-License-Identifier: MIT
/* For libFuzzer: any file's headers can be read, see tests/fuzz/run. */
#define _GNU_SOURCE
#include "linux-user/elf-header.h"

#include <elf.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static uint8_t scratch[ELF_SCRATCH_BYTES];
    static char interp[ELF_INTERP_BYTES];
    static struct elf_header h;
    static int fd = -1;

    if (fd < 0)
        fd = memfd_create("fuzz", 0);
    if (fd < 0 || ftruncate(fd, 0) || pwrite(fd, data, size, 0) < 0)
        abort();
    elf_header_peek(data, size, &h);
    if (elf_header_read(fd, &h, scratch) != ELF_OK)
        return 0;
    if (h.interp_size)
        elf_interp_read(fd, &h, interp);
    for (unsigned i = 0; i < h.count; i++) {
        const struct elf_segment *s = &h.segments[i];

        if (s->type == PT_LOAD &&
            (s->filesz > s->memsz || s->vaddr < h.low ||
             s->vaddr + s->memsz > h.high || s->vaddr + s->memsz < s->vaddr))
            abort();
    }
    return 0;
}
