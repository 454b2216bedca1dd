// SPDX-License-Identifier: MIT
/*
 * Damages the headers of a small program at random.  The bounds-checked reader
 * must agree with libelf on what it accepts; and Ferry, given some of the
 * files ($FERRY), must say what is wrong or run them, but never crash.
 *
 *     fuzz-elf [CASES [SEED]]
 */
#define _GNU_SOURCE
#include "linux-user/elf-header.h"

#include <elf.h>
#include <fcntl.h>
#include <gelf.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#define RUN_EVERY 64
#define PHDRS     5

struct file {
    Elf64_Ehdr ehdr;
    Elf64_Phdr phdr[PHDRS];
    char interp[32];
    uint32_t code[8];
    char rest[4096 * 2];
};

static uint64_t state;

static uint64_t random_next(void)
{
    state ^= state << 13;
    state ^= state >> 7;
    state ^= state << 17;
    return state;
}

static uint64_t below(uint64_t n)
{
    return random_next() % n;
}

static void file_fill(struct file *f)
{
    memset(f, 0, sizeof(*f));
    memcpy(f->ehdr.e_ident, ELFMAG, SELFMAG);
    f->ehdr.e_ident[EI_CLASS] = ELFCLASS64;
    f->ehdr.e_ident[EI_DATA] = ELFDATA2LSB;
    f->ehdr.e_ident[EI_VERSION] = EV_CURRENT;
    f->ehdr.e_type = below(2) ? ET_EXEC : ET_DYN;
    f->ehdr.e_machine = EM_AARCH64;
    f->ehdr.e_version = EV_CURRENT;
    f->ehdr.e_phoff = sizeof(f->ehdr);
    f->ehdr.e_ehsize = sizeof(f->ehdr);
    f->ehdr.e_phentsize = sizeof(f->phdr[0]);
    f->ehdr.e_shentsize = sizeof(Elf64_Shdr);
    f->ehdr.e_phnum = PHDRS;
    f->ehdr.e_entry = 0x400000 + offsetof(struct file, code);
    f->phdr[0] = (Elf64_Phdr){PT_LOAD,  PF_R | PF_X, 0,    0x400000,
                              0x400000, 4096,        4096, 4096};
    f->phdr[1] = (Elf64_Phdr){PT_LOAD,  PF_R | PF_W, 4096,   0x411000,
                              0x411000, 256,         0x5000, 0x1000};
    f->phdr[2] = (Elf64_Phdr){PT_GNU_STACK, PF_R | PF_W, 0, 0, 0, 0, 0, 16};
    f->phdr[3] = (Elf64_Phdr){PT_TLS, PF_R, 4096, 0x411000, 0x411000, 8, 16, 8};
    f->phdr[4] = (Elf64_Phdr){PT_NULL, 0, 0, 0, 0, 0, 0, 0};
    if (below(4) == 0)
        f->phdr[4] = (Elf64_Phdr){
            PT_INTERP, PF_R, offsetof(struct file, interp), 0, 0, 15, 15, 1};
    memcpy(f->interp, "/lib/ld-none.so", 16);
    f->code[0] = 0xd2800000; /* mov x0, #0; mov x8, #93; svc #0 */
    f->code[1] = 0xd2800ba8;
    f->code[2] = 0xd4000001;
}

/* A value that is likely to hurt. */
static uint64_t value_pick(void)
{
    static const uint64_t picks[] = {
        0,
        1,
        4095,
        4096,
        0x7fffffff,
        0xffffffff,
        0x7e0000000000 - 4096,
        0x7e0000000000,
        0x7fffffffffff,
        1ull << 47,
        1ull << 62,
        0x7fffffffffffffff,
        0x8000000000000000,
        ~0ull,
        ~0ull - 4095,
        0x400000,
    };

    return below(3) ? picks[below(sizeof(picks) / 8)] : random_next();
}

static void file_damage(struct file *f)
{
    uint8_t *bytes = (uint8_t *)f;
    size_t head = offsetof(struct file, code);

    for (uint64_t n = 1 + below(4); n; n--) {
        uint64_t v = value_pick();

        switch (below(4)) {
        case 0: bytes[below(head)] = (uint8_t)v; break;
        case 1: memcpy(bytes + below(head / 8) * 8, &v, 8); break;
        case 2: memcpy(bytes + 16 + below(24) * 2, &v, 2); break;
        default: memcpy((uint64_t *)&f->phdr[below(PHDRS)] + below(7), &v, 8);
        }
    }
    /* libelf refuses a file for its section headers, which no kernel reads. */
    f->ehdr.e_shoff = f->ehdr.e_shnum = f->ehdr.e_shstrndx = 0;
}

static int fail(const char *what)
{
    printf("%s\n", what);
    return 1;
}

/* Does libelf see the same program headers? */
static int compare(int fd, const struct elf_header *h)
{
    Elf *elf = elf_begin(fd, ELF_C_READ, NULL);
    unsigned found = 0;
    GElf_Ehdr eh;
    size_t n = 0;
    int bad = 0;

    if (!elf || elf_kind(elf) != ELF_K_ELF || !gelf_getehdr(elf, &eh))
        bad = fail("libelf refuses a header that was accepted");
    else if (eh.e_entry != h->entry || eh.e_machine != h->machine ||
             eh.e_type != h->type || eh.e_phoff != h->phoff)
        bad = fail("another header");
    /* libelf asks section 0 for the count if this is PN_XNUM. */
    else if (eh.e_phnum != PN_XNUM && elf_getphdrnum(elf, &n) == 0 &&
             n != h->phnum)
        n = 0; /* it has its own view of headers beyond the file */
    for (size_t i = 0; !bad && i < n && found < h->count; i++) {
        const struct elf_segment *s = &h->segments[found];
        GElf_Phdr ph;

        if (!gelf_getphdr(elf, (int)i, &ph))
            bad = fail("libelf has no such program header");
        else if (ph.p_type == s->type && ph.p_vaddr == s->vaddr &&
                 ph.p_offset == s->offset && ph.p_filesz == s->filesz &&
                 ph.p_memsz == s->memsz && ph.p_flags == s->flags)
            found++;
    }
    if (!bad && n && found != h->count)
        bad = fail("a segment that libelf does not see");
    elf_end(elf);
    return bad;
}

/* What the reader promises of what it accepts. */
static int invariants(const struct elf_header *h)
{
    uint64_t end = 0;

    for (unsigned i = 0; i < h->count; i++) {
        const struct elf_segment *s = &h->segments[i];

        if (s->type != PT_LOAD)
            continue;
        if (s->filesz > s->memsz || s->vaddr < end ||
            s->vaddr + s->memsz < s->vaddr || s->vaddr < h->low ||
            s->vaddr + s->memsz > h->high)
            return fail("a segment that should have been refused");
        end = s->vaddr + s->memsz;
    }
    return end == 0 ? fail("nothing to load") : 0;
}

/* Ferry must not crash on the file: its own faults say "internal error". */
static int run(const char *ferry, const char *name)
{
    char text[4096];
    int pipe_fd[2], status;
    size_t have = 0;
    ssize_t n;
    pid_t pid;

    if (pipe(pipe_fd) || (pid = fork()) < 0)
        return fail("pipe or fork");
    if (pid == 0) {
        dup2(pipe_fd[1], 2);
        alarm(5);
        execl(ferry, "ferry", name, (char *)NULL);
        _exit(99);
    }
    close(pipe_fd[1]);
    while ((n = read(pipe_fd[0], text + have, sizeof(text) - 1 - have)) > 0)
        have += (size_t)n;
    text[have] = 0;
    close(pipe_fd[0]);
    waitpid(pid, &status, 0);
    if (strstr(text, "internal error") ||
        (WIFSIGNALED(status) && WTERMSIG(status) != SIGALRM && !have) ||
        (WIFEXITED(status) && WEXITSTATUS(status) >= 126 && !have)) {
        printf("status %x: %s\n", status, text);
        return 1;
    }
    return 0;
}

static int one_case(const char *ferry, const char *name, bool run_it)
{
    static uint8_t scratch[ELF_SCRATCH_BYTES];
    static struct elf_header h;
    static struct file f;
    int fd = open(name, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0700);
    size_t size = below(4) ? sizeof(f) : below(sizeof(f) + 1);
    int bad = 0;

    file_fill(&f);
    file_damage(&f);
    if (fd < 0 || write(fd, &f, size) != (ssize_t)size)
        return fail("can't write the file");
    if (elf_header_read(fd, &h, scratch) == ELF_OK)
        bad = invariants(&h) || compare(fd, &h);
    close(fd);
    if (!bad && run_it && ferry)
        bad = run(ferry, name);
    return bad;
}

int main(int argc, char **argv)
{
    unsigned long cases = argc > 1 ? strtoul(argv[1], NULL, 0) : 6400;
    uint64_t seed = argc > 2 ? strtoull(argv[2], NULL, 0) : 1;
    const char *ferry = getenv("FERRY");
    char dir[] = "/tmp/ferry-fuzz.XXXXXX", name[64];
    int bad = 0;

    elf_version(EV_CURRENT);
    if (!mkdtemp(dir))
        return 99;
    snprintf(name, sizeof(name), "%s/prog", dir);
    for (unsigned long i = 0; i < cases && !bad; i++) {
        state = (seed + i) * 0x9e3779b97f4a7c15 | 1;
        bad = one_case(ferry, name, i % RUN_EVERY == 0);
        if (bad)
            printf("again with: fuzz-elf 1 %llu; file kept in %s\n",
                   (unsigned long long)(seed + i), name);
    }
    if (!bad) {
        unlink(name);
        rmdir(dir);
    }
    return bad;
}
