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
#include <sys/socket.h>
#include <sys/un.h>

/* The flags that open knows; it ignores all others (fs/open.c). */
#define OPEN_KNOWN                                                        \
    (GUEST_O_WRONLY | GUEST_O_RDWR | GUEST_O_CREAT | GUEST_O_EXCL |       \
     GUEST_O_NOCTTY | GUEST_O_TRUNC | GUEST_O_APPEND | GUEST_O_NONBLOCK | \
     GUEST_O_SYNC | GUEST_O_DSYNC | GUEST_FASYNC | GUEST_O_TMPFILE |      \
     GUEST_O_DIRECTORY | GUEST_O_NOFOLLOW | GUEST_O_DIRECT |              \
     GUEST_O_LARGEFILE | GUEST_O_NOATIME | GUEST_O_CLOEXEC | GUEST_O_PATH)

static unsigned open_use(uint32_t flags)
{
    unsigned use = PATH_OPEN;
    if ((flags & O_NOFOLLOW) ||
        (flags & (O_CREAT | O_EXCL)) == (O_CREAT | O_EXCL))
        use |= PATH_NOFOLLOW;
    if (flags & O_CREAT)
        use |= PATH_MAKE;
    return use;
}

long sys_openat(struct task *t, int32_t dir, gaddr_t path,
                struct open_flags flags, uint32_t mode)
{
    uint32_t host;
    struct path p;
    flags.bits &= OPEN_KNOWN;
    if (!open_flags_to_host(flags, &host))
        return -EINVAL;
    long r = path_resolve(t, dir, path, open_use(host), &p);
    if (r)
        return r;
    if (!(host & (O_NOFOLLOW | O_PATH)) &&
        proc_exe(t, p.dirfd, p.name, p.buf)) {
        p.dirfd = AT_FDCWD;
        p.name = (uintptr_t)p.buf;
    }
    r = syscall_window(t, SYS_openat, (uint64_t)p.dirfd, p.name, host, mode, 0,
                       0);
    if (r < 0 || (host & (O_ACCMODE | O_PATH | O_DIRECTORY)))
        return r;
    return proc_opened(t, (int)r, (int)host);
}

long sys_readlinkat(struct task *t, int32_t dir, gaddr_t path, gaddr_t buf,
                    int32_t n)
{
    struct path p;
    long r = path_resolve(t, dir, path, PATH_READ | PATH_NOFOLLOW, &p);
    if (r)
        return r;
    if (n <= 0 || !proc_exe(t, p.dirfd, p.name, p.buf))
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

/* Does the entry at addr name a descriptor of Ferry's?  *len: its bytes. */
static bool entry_is_own(struct task *t, gaddr_t addr, uint64_t *len)
{
    struct dirent_head head;
    char name[16] = "";
    unsigned long fd;
    if (guest_read(t, &head, addr, sizeof head) || head.reclen < sizeof head)
        return false;
    *len = head.reclen;
    size_t n = head.reclen - sizeof head;
    if (guest_read(t, name, addr + sizeof head,
                   n < sizeof name ? n : sizeof name - 1))
        return false;
    const char *end = text_number(name, &fd);
    return end && *end == 0 && arg_fd_hidden(t, (int)fd);
}

/* Takes Ferry's descriptors out of n bytes of entries: how many stay. */
static long entries_filter(struct task *t, gaddr_t buf, long n)
{
    char entry[sizeof(struct dirent_head) + 256];
    gaddr_t from = buf, to = buf, end = buf + (uint64_t)n;
    while (from < end) {
        uint64_t len = 0;
        bool own = entry_is_own(t, from, &len);
        if (len == 0 || len > sizeof entry)
            return n; /* gone, or changed by the guest meanwhile */
        if (!own && to != from &&
            (guest_read(t, entry, from, len) || guest_write(t, to, entry, len)))
            return n;
        from += len;
        to += own ? 0 : len;
    }
    return (long)(to - buf);
}

long sys_getdents64(struct task *t, int32_t fd, gaddr_t buf, uint32_t n)
{
    long r = HOST(getdents64, fd, buf, n);
    while (r > 0 && t->files->own_count && proc_lists_descriptors(t, fd)) {
        long left = entries_filter(t, buf, r);
        if (left > 0)
            return left;
        r = HOST(getdents64, fd, buf, n);
    }
    return r;
}

long sys_close(struct task *t, int32_t fd)
{
    (void)t;
    return HOST(close, fd);
}

long sys_close_range(struct task *t, uint32_t first, uint32_t last,
                     struct close_range_flags flags)
{
    return files_close_range(t->files, first, last, flags.bits);
}

long sys_dup3(struct task *t, int32_t old, int32_t new, struct dup3_flags flags)
{
    if (old != new)
        files_make_way(t->files, new);
    uint32_t host = flags.bits;
    return HOST(dup3, old, new, host);
}

/*
 * A socket's name in the file system goes through ROOT too.  What does not
 * fit into a sockaddr_un after that is too long.
 */
static long named_socket(struct task *t, long nr, int fd, gaddr_t addr,
                         uint32_t n, unsigned use)
{
    struct sockaddr_un un;
    char name[sizeof un.sun_path + 1];
    struct path p;
    size_t head = offsetof(struct sockaddr_un, sun_path);
    if (!t->fs->root || n <= head || n > sizeof un ||
        guest_read(t, &un, addr, n) || un.sun_family != AF_UNIX ||
        un.sun_path[0] != '/')
        return syscall_window(t, nr, (uint64_t)fd, addr, n, 0, 0, 0);
    memcpy(name, un.sun_path, n - head);
    name[n - head] = 0;
    long r = path_resolve_name(t, name, use, &p);
    if (r)
        return r;
    const char *resolved = (const char *)(uintptr_t)p.name;
    size_t len = text_length(resolved) + 1;
    if (len > sizeof un.sun_path)
        return -ENAMETOOLONG;
    memcpy(un.sun_path, resolved, len);
    return syscall_window(t, nr, (uint64_t)fd, (uintptr_t)&un, head + len, 0, 0,
                          0);
}

long sys_bind(struct task *t, int32_t fd, gaddr_t addr, uint32_t n)
{
    return named_socket(t, SYS_bind, fd, addr, n, PATH_CREATE);
}

long sys_connect(struct task *t, int32_t fd, gaddr_t addr, uint32_t n)
{
    return named_socket(t, SYS_connect, fd, addr, n, PATH_READ);
}
