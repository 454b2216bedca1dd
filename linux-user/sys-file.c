// SPDX-License-Identifier: MIT
/* File calls that are more than the host's with a resolved path. */
#define _GNU_SOURCE
#include "files.h"
#include "guest-memory.h"
#include "hostcall.h"
#include "path.h"
#include "proc.h"
#include "syscall-args.h"
#include "syscall-tables/syscall-bodies.gen.h"
#include "syscall.h"
#include "text.h"

#include <fcntl.h>
#include <linux/openat2.h>

#define PAGE_BYTES 4096

/* The flags that open knows; it ignores all others (fs/open.c). */
#define OPEN_KNOWN                                                        \
    (GUEST_O_WRONLY | GUEST_O_RDWR | GUEST_O_CREAT | GUEST_O_EXCL |       \
     GUEST_O_NOCTTY | GUEST_O_TRUNC | GUEST_O_APPEND | GUEST_O_NONBLOCK | \
     GUEST_O_SYNC | GUEST_O_DSYNC | GUEST_FASYNC | GUEST_O_TMPFILE |      \
     GUEST_O_DIRECTORY | GUEST_O_NOFOLLOW | GUEST_O_DIRECT |              \
     GUEST_O_LARGEFILE | GUEST_O_NOATIME | GUEST_O_CLOEXEC | GUEST_O_PATH)

/* In the kernel's bit of O_TMPFILE alone a directory must be meant. */
#define TMPFILE_BIT (GUEST_O_TMPFILE & ~GUEST_O_DIRECTORY)

/* An open on its way to the host. */
struct opening {
    int32_t dir;
    gaddr_t path;
    struct open_how how; /* the host's flags */
    uint64_t size;       /* of how, as the guest gave it; 0: openat */
};

static unsigned open_use(uint64_t flags)
{
    unsigned use = PATH_OPEN;
    if ((flags & O_NOFOLLOW) ||
        (flags & (O_CREAT | O_EXCL)) == (O_CREAT | O_EXCL))
        use |= PATH_NOFOLLOW;
    if (flags & O_CREAT)
        use |= PATH_MAKE;
    return use;
}

static long open_flags_take(uint64_t guest, struct opening *o)
{
    uint32_t host;
    struct open_flags flags = {(uint32_t)guest};
    if ((guest & TMPFILE_BIT) && !(guest & GUEST_O_DIRECTORY))
        return -EINVAL;
    if (!open_flags_to_host(flags, &host))
        return -EINVAL;
    o->how.flags = host;
    return 0;
}

static long open_host(struct task *t, const struct path *p, struct opening *o)
{
    uint64_t dir = (uint64_t)p->dirfd;
    if (o->size)
        return syscall_window(t, SYS_openat2, dir, p->name, (uintptr_t)&o->how,
                              sizeof o->how, 0, 0);
    return syscall_window(t, SYS_openat, dir, p->name, o->how.flags,
                          o->how.mode, 0, 0);
}

static long open_run(struct task *t, struct opening *o)
{
    struct path p = {.name = o->path, .dirfd = o->dir};
    unsigned flags = (unsigned)o->how.flags;
    long r = 0;
    /* What stays below a directory is no matter of -L. */
    if (!(o->how.resolve & (RESOLVE_IN_ROOT | RESOLVE_BENEATH)))
        r = path_resolve(
            t, o->dir, o->path,
            open_use(flags) |
                (o->how.resolve & RESOLVE_NO_SYMLINKS ? PATH_NOLINKS : 0),
            &p);
    if (r)
        return r;
    if (proc_mapping_hidden(t, p.dirfd, p.name))
        return -ENOENT;
    if (!(flags & O_NOFOLLOW) && !o->how.resolve)
        r = proc_exe_open(t, p.dirfd, p.name, p.buf);
    if (r < 0)
        return r;
    if (r > 0) {
        p.dirfd = AT_FDCWD;
        p.name = (uintptr_t)p.buf;
    }
    r = open_host(t, &p, o);
    if (r < 0 || (flags & (O_PATH | O_DIRECTORY)))
        return r;
    return proc_opened(t, (int)r, (int)flags);
}

long sys_openat(struct task *t, int32_t dir, gaddr_t path,
                struct open_flags flags, uint32_t mode)
{
    struct opening o = {dir, path, {0, mode, 0}, 0};
    long err = open_flags_take(flags.bits & OPEN_KNOWN, &o);
    return err ? err : open_run(t, &o);
}

/* What a later kernel's struct has more must be zero for this one. */
static long tail_check(struct task *t, gaddr_t at, uint64_t n)
{
    uint8_t byte;
    for (; n; n--, at++) {
        if (guest_read(t, &byte, at, 1))
            return -EFAULT;
        if (byte)
            return -E2BIG;
    }
    return 0;
}

/* Here, other than in openat, the kernel refuses what it does not know. */
long sys_openat2(struct task *t, int32_t dir, gaddr_t path, gaddr_t how,
                 uint64_t size)
{
    struct opening o = {dir, path, {0, 0, 0}, size};
    if (size < sizeof o.how)
        return -EINVAL;
    if (size > PAGE_BYTES)
        return -E2BIG;
    long err = tail_check(t, how + sizeof o.how, size - sizeof o.how);
    if (!err)
        err = guest_read(t, &o.how, how, sizeof o.how);
    if (err)
        return err;
    if (o.how.flags & ~(uint64_t)OPEN_KNOWN)
        return -EINVAL;
    err = open_flags_take(o.how.flags, &o);
    return err ? err : open_run(t, &o);
}

long sys_readlinkat(struct task *t, int32_t dir, gaddr_t path, gaddr_t buf,
                    int32_t n)
{
    struct path p;
    long r = path_resolve(t, dir, path, PATH_READ | PATH_NOFOLLOW, &p);
    if (r)
        return r;
    if (proc_mapping_hidden(t, p.dirfd, p.name))
        return -ENOENT;
    if (n > 0)
        r = proc_exe(t, p.dirfd, p.name, p.buf);
    if (r < 0)
        return -ENOMEM; /* readlink knows no want of descriptors */
    if (r == 0)
        return HOST(readlinkat, p.dirfd, p.name, buf, n);
    size_t len = text_length(p.buf);
    if (len > (size_t)n)
        len = (size_t)n;
    return guest_write(t, buf, p.buf, len) ? -EFAULT : (long)len;
}

/* struct linux_dirent64 without its name. */
struct dirent_head {
    uint64_t ino;
    int64_t off;
    uint16_t reclen;
    uint8_t type;
} __attribute__((packed));

/* Reads the entry at addr: its name, cut to fit; its bytes; 0: unreadable. */
static uint64_t entry_read(struct task *t, gaddr_t addr, char name[48])
{
    struct dirent_head head;
    if (guest_read(t, &head, addr, sizeof head) || head.reclen < sizeof head)
        return 0;
    size_t n = head.reclen - sizeof head;
    if (n > 47)
        n = 47;
    name[n] = 0;
    return guest_read(t, name, addr + sizeof head, n) ? 0 : head.reclen;
}

/* A descriptor of Ferry's? */
static bool entry_is_own(struct task *t, const char *name)
{
    unsigned long fd;
    const char *end = text_number(name, &fd);
    return end && *end == 0 && arg_fd_hidden(t, (int)fd);
}

/* A mapping behind the guest's limit, in map_files? */
static bool entry_is_above(struct task *t, const char *name)
{
    return proc_mapping_start(name) >= t->mm->space.limit;
}

/* Takes what is Ferry's out of n bytes of entries: how many stay. */
static long entries_filter(struct task *t, gaddr_t buf, long n,
                           bool (*hidden)(struct task *, const char *))
{
    char entry[sizeof(struct dirent_head) + 256], name[48];
    gaddr_t from = buf, to = buf, end = buf + (uint64_t)n;
    while (from < end) {
        uint64_t len = entry_read(t, from, name);
        if (len == 0 || len > sizeof entry)
            return n; /* gone, or changed by the guest meanwhile */
        bool drop = hidden(t, name);
        if (!drop && to != from &&
            (guest_read(t, entry, from, len) || guest_write(t, to, entry, len)))
            return n;
        from += len;
        to += drop ? 0 : len;
    }
    return (long)(to - buf);
}

/* Are they named like mappings?  In map_files all but the dots are. */
static bool entries_are_mappings(struct task *t, gaddr_t buf, long n)
{
    char name[48];
    gaddr_t at = buf, end = buf + (uint64_t)n;
    while (at < end) {
        uint64_t len = entry_read(t, at, name);
        if (len == 0)
            return false;
        if (name[0] != '.')
            return proc_mapping_start(name) != 0;
        at += len;
    }
    return false;
}

long sys_getdents64(struct task *t, int32_t fd, gaddr_t buf, uint32_t n)
{
    long r = HOST(getdents64, fd, buf, n), left = 0;
    while (r > 0 && left == 0) {
        if (t->files->own_count && proc_lists_descriptors(t, fd))
            left = entries_filter(t, buf, r, entry_is_own);
        else if (entries_are_mappings(t, buf, r) && proc_lists_mappings(fd))
            left = entries_filter(t, buf, r, entry_is_above);
        else
            return r;
        if (left == 0)
            r = HOST(getdents64, fd, buf, n);
    }
    return left > 0 ? left : r;
}

long sys_close(struct task *t, int32_t fd)
{
    (void)t;
    return HOST(close, fd);
}

long sys_close_range(struct task *t, uint32_t first, uint32_t last,
                     struct close_range_flags flags)
{
    struct task_copies copies;
    bool unshare = flags.bits & GUEST_CLOSE_RANGE_UNSHARE;
    long r = task_copies_make(t, unshare ? GUEST_CLONE_FILES : 0, &copies);
    if (r)
        return r;
    r = files_close_range(t->files, first, last, flags.bits);
    if (r)
        task_copies_drop(&copies);
    else
        task_copies_take(t, &copies);
    return r;
}

long sys_dup3(struct task *t, int32_t old, int32_t new, struct dup3_flags flags)
{
    if (old != new)
        files_make_way(t->files, new);
    uint32_t host = flags.bits;
    return HOST(dup3, old, new, host);
}
