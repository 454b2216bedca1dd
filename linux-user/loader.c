// SPDX-License-Identifier: MIT
/*
 * The loader: maps the segments of a program and its interpreter.
 *
 * The file is hostile input: elf-header.c has checked its numbers; here every
 * address is checked against the guest's limit, by mapping the whole span
 * first, and every file offset against the file's size.
 */
#define _GNU_SOURCE
#include "loader.h"

#include "arena.h"
#include "hostcall.h"
#include "log.h"
#include "options.h"
#include "path.h"
#include "stack.h"
#include "task.h"
#include "text.h"
#include "vdso.h"

#include <elf.h>
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>

#define ALIGN_MAX (1ull << 30)

/* A file being mapped. */
struct image {
    int fd;
    const char *path;
    const struct elf_header *header;
    uint64_t file_size;
    gaddr_t bias; /* added to each vaddr */
    bool brk_room;
};

int loader_status(long error)
{
    return error == -ENOENT || error == -ENOTDIR ? 127 : 126;
}

const char *error_text(long error)
{
    switch (-error) {
    case ENOENT: return "no such file or directory";
    case ENOTDIR: return "not a directory";
    case EISDIR: return "is a directory";
    case EACCES: return "permission denied";
    case EPERM: return "operation not permitted";
    case ENOEXEC: return "not a program that can be run";
    case ENOMEM: return "no memory";
    case EEXIST: return "its addresses are in use";
    case EIO: return "input/output error";
    case E2BIG: return "argument list too long";
    case ELOOP: return "too many levels of symbolic links";
    case ENAMETOOLONG: return "name too long";
    case EMFILE:
    case ENFILE: return "too many open files";
    default: return "error";
    }
}

static bool fail(const char *path, const char *why)
{
    report("%s: %s", path, why);
    return false;
}

static int segment_prot(const struct elf_segment *s)
{
    return (s->flags & PF_R ? PROT_READ : 0) |
           (s->flags & PF_W ? PROT_WRITE : 0) |
           (s->flags & PF_X ? PROT_EXEC : 0);
}

/*
 * The whole span without rights, so that what is mapped over it afterwards is
 * known to be free.
 */
static long span_reserve(struct task *t, struct image *im)
{
    const struct elf_header *h = im->header;
    const struct layout *layout = &t->mm->layout;
    uint64_t span = h->high - h->low, align = h->max_align;
    int flags = MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE;
    gaddr_t at = h->low;
    long ret;

    if (h->low >= layout->limit || span > layout->limit)
        return -ENOMEM;
    if (h->type == ET_EXEC) {
        flags |= MAP_FIXED_NOREPLACE;
    } else {
        if (align > ALIGN_MAX)
            align = ALIGN_MAX;
        at = ALIGN_UP(im->brk_room ? layout->pie_base : layout->interp_base,
                      align);
    }
    ret = uspace_map(t->mm, at, span, PROT_NONE, flags, -1, 0);
    if (host_syscall_failed(ret))
        return ret;
    im->bias = (gaddr_t)ret - h->low;
    return 0;
}

/* Zeroes what lies behind the file's part on its last page. */
static long tail_clear(struct task *t, const struct elf_segment *s, gaddr_t end)
{
    gaddr_t page_end = ALIGN_UP(end, HOST_PAGE);
    int prot = segment_prot(s);
    gaddr_t page = ALIGN_DOWN(end, HOST_PAGE);

    if (s->memsz == s->filesz || end == page_end)
        return 0;
    if (!(prot & PROT_WRITE) &&
        uspace_mprotect(t, page, HOST_PAGE, PROT_READ | PROT_WRITE))
        return -EIO;
    memset((void *)end, 0, page_end - end);
    if (!(prot & PROT_WRITE))
        return uspace_mprotect(t, page, HOST_PAGE, prot);
    return 0;
}

static long segment_map(struct task *t, const struct image *im,
                        const struct elf_segment *s)
{
    gaddr_t vaddr = im->bias + s->vaddr;
    gaddr_t start = ALIGN_DOWN(vaddr, HOST_PAGE);
    gaddr_t file_end = vaddr + s->filesz, end = vaddr + s->memsz;
    gaddr_t mapped = start;
    uint64_t offset = ALIGN_DOWN(s->offset, HOST_PAGE);
    long ret;

    if (s->filesz) {
        if (s->offset + s->filesz > im->file_size)
            return -EIO;
        ret = uspace_map(t->mm, start, file_end - start, segment_prot(s),
                         MAP_PRIVATE | MAP_FIXED, im->fd, offset);
        if (host_syscall_failed(ret))
            return ret;
        mapped = ALIGN_UP(file_end, HOST_PAGE);
        ret = tail_clear(t, s, file_end);
        if (ret)
            return ret;
    }
    if (end <= mapped)
        return 0;
    ret = uspace_map(t->mm, mapped, ALIGN_UP(end, HOST_PAGE) - mapped,
                     segment_prot(s), MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED,
                     -1, 0);
    return host_syscall_failed(ret) ? ret : 0;
}

/* Maps all PT_LOAD, and gives back what no segment covers. */
static long segments_map(struct task *t, const struct image *im)
{
    const struct elf_header *h = im->header;
    gaddr_t covered = im->bias + h->low;

    for (unsigned i = 0; i < h->count; i++) {
        const struct elf_segment *s = &h->segments[i];
        gaddr_t start = ALIGN_DOWN(im->bias + s->vaddr, HOST_PAGE);
        long ret;

        if (s->type != PT_LOAD)
            continue;
        if (start > covered)
            uspace_munmap(t, covered, start - covered);
        ret = segment_map(t, im, s);
        if (ret)
            return ret;
        covered = ALIGN_UP(im->bias + s->vaddr + s->memsz, HOST_PAGE);
    }
    return 0;
}

static bool image_map(struct task *t, struct image *im)
{
    struct stat st;
    long ret = HOST(fstat, im->fd, &st);

    if (ret == 0) {
        im->file_size = (uint64_t)st.st_size;
        ret = span_reserve(t, im);
    }
    if (ret) {
        report("%s: can't map 0x%lx-0x%lx: %s", im->path, im->header->low,
               im->header->high, error_text(ret));
        return false;
    }
    ret = segments_map(t, im);
    if (ret == -EIO)
        return fail(im->path, "the file is shorter than its segments say");
    if (ret)
        return fail(im->path, error_text(ret));
    return true;
}

static gaddr_t phdr_address(const struct image *im)
{
    const struct elf_header *h = im->header;

    for (unsigned i = 0; i < h->count; i++) {
        const struct elf_segment *s = &h->segments[i];

        if (s->type == PT_LOAD && h->phoff >= s->offset &&
            h->phoff - s->offset < s->filesz)
            return im->bias + s->vaddr + (h->phoff - s->offset);
    }
    return 0;
}

static bool stack_executable(const struct elf_header *h)
{
    for (unsigned i = 0; i < h->count; i++)
        if (h->segments[i].type == PT_GNU_STACK)
            return h->segments[i].flags & PF_X;
    return false;
}

static void interp_missing(const struct task *t, const char *program,
                           const char *name)
{
    static const char *const libraries[][2] = {
        {"/lib/ld-musl-", "musl, as in Alpine"},
        {"/system/", "Android's libc"},
        {"/nix/", "Nix"},
    };
    const char *root = t->fs->root;

    report("%s needs the interpreter %s, which is not there", program, name);
    if (root)
        report("looked for %s%s and %s", root, name, name);
    else
        report("looked for %s", name);
    for (unsigned i = 0; i < ARRAY_SIZE(libraries); i++)
        if (text_starts(name, libraries[i][0])) {
            report("it was built for %s: -L DIR tells Ferry where such a root "
                   "file system for %s is",
                   libraries[i][1], t->abi->name);
            return;
        }
    report("-L DIR tells Ferry where a root file system for %s is "
           "(apt-get install libc6-%s-cross gives /usr/%s, the default)",
           t->abi->name, t->abi->debian, t->abi->triplet);
}

/* The interpreter's name is looked up under -L, then on the host. */
static bool interp_open(struct task *t, struct image *im, const char *program,
                        const char *name, int *status)
{
    static struct path found;
    long fd = path_resolve_name(t, name, PATH_EXEC, &found);

    if (fd == 0)
        fd = HOST(openat, found.dirfd, found.name, O_RDONLY | O_CLOEXEC);
    if (host_syscall_failed(fd)) {
        *status = loader_status(fd);
        if (fd == -ENOENT || fd == -ENOTDIR)
            interp_missing(t, program, name);
        else
            report("%s: its interpreter %s: %s", program, name, error_text(fd));
        return false;
    }
    im->fd = (int)fd;
    im->path = name;
    return true;
}

static bool interp_load(struct task *t, const struct image *program,
                        struct image *im, struct elf_header *header,
                        int *status)
{
    static char name[ELF_INTERP_BYTES];
    static uint8_t scratch[ELF_SCRATCH_BYTES];
    enum elf_status e = elf_interp_read(program->fd, program->header, name);

    if (e != ELF_OK)
        return fail(program->path, elf_status_text(e));
    if (!interp_open(t, im, program->path, name, status))
        return false;
    im->header = header;
    e = elf_header_read(im->fd, header, scratch);
    if (e != ELF_OK)
        return fail(name, elf_status_text(e));
    if (header->machine != t->abi->elf_machine ||
        header->elf_class != t->abi->elf_class) {
        report("%s is an interpreter for %s, not for %s", name,
               machine_name(header->machine), t->abi->name);
        return false;
    }
    if (!image_map(t, im))
        return false;
    HOST(close, im->fd);
    return true;
}

static void places_record(struct mm *mm, const struct image *im)
{
    const struct elf_header *h = im->header;

    mm->load_bias = im->bias;
    mm->entry = im->bias + h->entry;
    mm->image_start = im->bias + h->low;
    mm->image_end = im->bias + h->high;
    mm->space.brk_start = mm->space.brk = mm->image_end;
}

bool loader_run(struct task *t, const struct loader_program *p,
                const struct elf_header *header, int *status)
{
    static struct elf_header interp_header;
    struct image main_image = {
        .fd = p->fd, .path = p->path, .header = header, .brk_room = true};
    struct image interp = {.bias = 0};
    struct stack_program stack = {.execfn = p->execfn,
                                  .argv0 = p->argv0,
                                  .argv = p->argv,
                                  .envp = p->envp};
    gaddr_t entry;
    long sp;

    *status = 126;
    if (!image_map(t, &main_image))
        return false;
    places_record(t->mm, &main_image);
    entry = t->mm->entry;
    if (header->interp_size) {
        if (!interp_load(t, &main_image, &interp, &interp_header, status))
            return false;
        entry = interp.bias + interp_header.entry;
        stack.interp_base = interp.bias;
    }
    if (!vdso_map(t))
        return fail(p->path, "no memory for the vDSO");
    stack.phdr = phdr_address(&main_image);
    stack.phent = header->phentsize;
    stack.phnum = header->phnum;
    stack.entry = t->mm->entry;
    stack.executable = stack_executable(header);
    sp = stack_build(t, &stack);
    if (host_syscall_failed(sp))
        return fail(p->path, error_text(sp));
    t->abi->start(t->cpu, entry, (gaddr_t)sp);
    return true;
}
