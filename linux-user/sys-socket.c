// SPDX-License-Identifier: MIT
/*
 * Socket calls that carry addresses.  They are the host's but under -L, where
 * the name of a socket in the file system goes through ROOT on its way to the
 * kernel and loses it on its way back.
 *
 * ROOT may be deep, and the kernel takes 108 bytes.  A name that does not fit
 * is given relative to a directory's descriptor: "/proc/self/fd/N/." and the
 * name in ROOT, from which each process under the same ROOT can tell it back;
 * where even that is too long, the parent's descriptor and the last component,
 * which nobody can.
 */
#define _GNU_SOURCE
#include "arena.h"
#include "guest-memory.h"
#include "hostcall.h"
#include "path.h"
#include "print.h"
#include "syscall-args.h"
#include "syscall-tables/syscall-bodies.gen.h"
#include "syscall.h"
#include "text.h"

#include <fcntl.h>
#include <sys/socket.h>
#include <sys/un.h>

#define HEAD    offsetof(struct sockaddr_un, sun_path)
#define FD_DIR  "/proc/self/fd/"
#define ROOT_AT "/." /* behind the number: what follows is ROOT's */

/* A name on its way to the kernel, and the descriptor it needs or -1. */
struct name {
    union {
        struct sockaddr_un un;
        struct sockaddr_storage any;
    };
    uint32_t len;
    int fd;
};

static void name_drop(const struct name *name)
{
    if (name->fd >= 0)
        HOST(close, name->fd);
}

/* Directory dir, then mark and rest, as the kernel takes it. */
static long name_below(struct name *name, const char *dir, const char *mark,
                       const char *rest)
{
    char text[sizeof name->un.sun_path];
    long fd = HOST(openat, AT_FDCWD, dir, O_PATH | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0)
        return fd;
    name->fd = (int)fd;
    size_t len =
        print_buf(text, sizeof text, "%s%d%s%s", FD_DIR, (int)fd, mark, rest);
    if (len >= sizeof text)
        return -ENAMETOOLONG;
    memcpy(name->un.sun_path, text, len + 1);
    name->len = (uint32_t)(HEAD + len + 1);
    return 0;
}

/* ROOT, or "" if another task's chroot has just ended it. */
static const char *root_or_none(struct task *t)
{
    const char *root = *(const char *const volatile *)&t->fs->root;
    return root ? root : "";
}

static long name_place(struct task *t, char *resolved, struct name *name)
{
    const char *root = root_or_none(t);
    size_t len = text_length(resolved), root_len = text_length(root);
    name->fd = -1;
    if (len < sizeof name->un.sun_path) {
        memcpy(name->un.sun_path, resolved, len + 1);
        name->len = (uint32_t)(HEAD + len + 1);
        return 0;
    }
    if (root_len && text_starts(resolved, root) && resolved[root_len] == '/') {
        long r = name_below(name, root, ROOT_AT, resolved + root_len);
        if (r != -ENAMETOOLONG)
            return r;
        name_drop(name);
        name->fd = -1;
    }
    char *base = (char *)text_basename(resolved);
    char last[sizeof name->un.sun_path];
    if (text_length(base) + 1 >= sizeof last)
        return -ENAMETOOLONG;
    last[0] = '/';
    memcpy(last + 1, base, text_length(base) + 1);
    base[0] = 0;
    return name_below(name, resolved, "", last);
}

/*
 * Takes the guest's address.  1: it is for the kernel as it is; 0: *name is
 * in its place and is to be dropped; or -errno.
 */
static long name_take(struct task *t, gaddr_t addr, uint64_t n, unsigned use,
                      struct name *name)
{
    char text[sizeof name->un.sun_path + 1];
    struct path p;
    if (!t->fs->root || !addr || n <= HEAD || n > sizeof name->un ||
        guest_read(t, &name->un, addr, n) || name->un.sun_family != AF_UNIX ||
        name->un.sun_path[0] != '/')
        return 1;
    memcpy(text, name->un.sun_path, n - HEAD);
    text[n - HEAD] = 0;
    long r = path_resolve_name(t, text, use, &p);
    if (r)
        return r;
    if (p.name != (uintptr_t)p.buf)
        memcpy(p.buf, text, text_length(text) + 1);
    r = name_place(t, p.buf, name);
    if (r)
        name_drop(name);
    return r;
}

/* Makes what the kernel tells the guest's: ROOT goes. */
static void name_untake(struct task *t, struct name *name)
{
    char *path = name->un.sun_path;
    const char *root = root_or_none(t);
    size_t cut = 0, root_len = text_length(root);
    unsigned long number;
    if (name->len <= HEAD || name->len >= sizeof name->any ||
        name->un.sun_family != AF_UNIX || path[0] != '/')
        return;
    ((char *)name)[name->len] = 0;
    if (root_len && text_starts(path, root) && path[root_len] == '/') {
        cut = root_len;
    } else if (text_starts(path, FD_DIR)) {
        const char *end = text_number(path + sizeof FD_DIR - 1, &number);
        if (end && text_starts(end, ROOT_AT "/"))
            cut = (size_t)(end - path) + sizeof ROOT_AT - 1;
    }
    name->len -= (uint32_t)cut;
    memmove(path, path + cut, name->len - HEAD);
}

/* Writes the name where the guest has *len bytes of room. */
static long name_tell(struct task *t, struct name *name, gaddr_t addr,
                      uint32_t room)
{
    name_untake(t, name);
    if (room > name->len)
        room = name->len;
    return room ? guest_write(t, addr, name, room) : 0;
}

static long name_tell_at(struct task *t, struct name *name, gaddr_t addr,
                         gaddr_t len)
{
    uint32_t room;
    if (guest_read(t, &room, len, sizeof room))
        return -EFAULT;
    if ((int32_t)room < 0)
        return -EINVAL;
    long err = name_tell(t, name, addr, room);
    return err ? err : guest_write(t, len, &name->len, sizeof name->len);
}

static void name_room(struct name *name)
{
    name->len = sizeof name->any - 1;
    name->fd = -1;
}

/* bind and connect. */
static long named_socket(struct task *t, long nr, int fd, gaddr_t addr,
                         uint32_t n, unsigned use)
{
    struct name name;
    long r = name_take(t, addr, n, use, &name);
    if (r > 0)
        return syscall_window(t, nr, (uint64_t)fd, addr, n, 0, 0, 0);
    if (r)
        return r;
    r = syscall_window(t, nr, (uint64_t)fd, (uintptr_t)&name.un, name.len, 0, 0,
                       0);
    name_drop(&name);
    return r;
}

long sys_bind(struct task *t, int32_t fd, gaddr_t addr, uint32_t n)
{
    return named_socket(t, SYS_bind, fd, addr, n, PATH_CREATE);
}

long sys_connect(struct task *t, int32_t fd, gaddr_t addr, uint32_t n)
{
    return named_socket(t, SYS_connect, fd, addr, n, PATH_READ);
}

/* getsockname and getpeername. */
static long name_ask(struct task *t, long nr, int fd, gaddr_t addr, gaddr_t len)
{
    struct name name;
    if (!t->fs->root)
        return host_syscall(nr, fd, (long)addr, (long)len, 0, 0, 0);
    name_room(&name);
    long r = host_syscall(nr, fd, (long)&name.any, (long)&name.len, 0, 0, 0);
    return r ? r : name_tell_at(t, &name, addr, len);
}

long sys_getsockname(struct task *t, int32_t fd, gaddr_t addr, gaddr_t n)
{
    return name_ask(t, SYS_getsockname, fd, addr, n);
}

long sys_getpeername(struct task *t, int32_t fd, gaddr_t addr, gaddr_t n)
{
    return name_ask(t, SYS_getpeername, fd, addr, n);
}

static long socket_accept(struct task *t, long nr, int fd, gaddr_t addr,
                          gaddr_t len, uint32_t flags)
{
    struct name name;
    if (!t->fs->root || !addr)
        return syscall_window(t, nr, (uint64_t)fd, addr, len, flags, 0, 0);
    name_room(&name);
    long r = syscall_window(t, nr, (uint64_t)fd, (uintptr_t)&name.any,
                            (uintptr_t)&name.len, flags, 0, 0);
    if (r < 0)
        return r;
    long err = name_tell_at(t, &name, addr, len);
    if (err)
        HOST(close, r);
    return err ? err : r;
}

long sys_accept(struct task *t, int32_t fd, gaddr_t addr, gaddr_t n)
{
    return socket_accept(t, SYS_accept, fd, addr, n, 0);
}

long sys_accept4(struct task *t, int32_t fd, gaddr_t addr, gaddr_t n,
                 struct socket_flags flags)
{
    return socket_accept(t, SYS_accept4, fd, addr, n, flags.bits);
}

long sys_sendto(struct task *t, int32_t fd, gaddr_t buf, uint64_t len,
                struct msg_flags flags, gaddr_t addr, uint32_t n)
{
    struct name name;
    long r = name_take(t, addr, n, PATH_READ, &name);
    if (r > 0)
        return syscall_window(t, SYS_sendto, (uint64_t)fd, buf, len, flags.bits,
                              addr, n);
    if (r)
        return r;
    r = syscall_window(t, SYS_sendto, (uint64_t)fd, buf, len, flags.bits,
                       (uintptr_t)&name.un, name.len);
    name_drop(&name);
    return r;
}

long sys_recvfrom(struct task *t, int32_t fd, gaddr_t buf, uint64_t len,
                  struct msg_flags flags, gaddr_t addr, gaddr_t n)
{
    struct name name;
    if (!t->fs->root || !addr)
        return syscall_window(t, SYS_recvfrom, (uint64_t)fd, buf, len,
                              flags.bits, addr, n);
    name_room(&name);
    long r = syscall_window(t, SYS_recvfrom, (uint64_t)fd, buf, len, flags.bits,
                            (uintptr_t)&name.any, (uintptr_t)&name.len);
    if (r < 0)
        return r;
    long err = name_tell_at(t, &name, addr, n);
    return err ? err : r;
}

/* Does a message give away a descriptor of Ferry's? */
static bool rights_hidden(struct task *t, gaddr_t msg)
{
    struct msghdr m;
    struct cmsghdr c;
    uint64_t at = 0, end;
    int32_t fd;
    if (!t->files->own_count || guest_read(t, &m, msg, sizeof m))
        return false;
    gaddr_t control = (uintptr_t)m.msg_control;
    while (m.msg_controllen - at >= sizeof c && at < m.msg_controllen) {
        if (guest_read(t, &c, control + at, sizeof c) ||
            c.cmsg_len < sizeof c || c.cmsg_len > m.msg_controllen - at)
            return false; /* the kernel refuses it */
        end = at + c.cmsg_len;
        if (c.cmsg_level == SOL_SOCKET && c.cmsg_type == SCM_RIGHTS)
            for (at += sizeof c; at + sizeof fd <= end; at += sizeof fd)
                if (!guest_read(t, &fd, control + at, sizeof fd) &&
                    arg_fd_hidden(t, fd))
                    return true;
        at = ALIGN_UP(end, sizeof(uint64_t));
    }
    return false;
}

/* The layout is the guest's too: sendmsg is `pass' in all but the name. */
long sys_sendmsg(struct task *t, int32_t fd, gaddr_t msg,
                 struct msg_flags flags)
{
    struct name name;
    struct msghdr m;
    if (rights_hidden(t, msg))
        return -EBADF;
    if (!t->fs->root || guest_read(t, &m, msg, sizeof m))
        return syscall_window(t, SYS_sendmsg, (uint64_t)fd, msg, flags.bits, 0,
                              0, 0);
    long r =
        name_take(t, (uintptr_t)m.msg_name, m.msg_namelen, PATH_READ, &name);
    if (r > 0)
        return syscall_window(t, SYS_sendmsg, (uint64_t)fd, msg, flags.bits, 0,
                              0, 0);
    if (r)
        return r;
    m.msg_name = &name.un;
    m.msg_namelen = name.len;
    r = syscall_window(t, SYS_sendmsg, (uint64_t)fd, (uintptr_t)&m, flags.bits,
                       0, 0, 0);
    name_drop(&name);
    return r;
}

long sys_recvmsg(struct task *t, int32_t fd, gaddr_t msg,
                 struct msg_flags flags)
{
    struct name name;
    struct msghdr m;
    if (!t->fs->root || guest_read(t, &m, msg, sizeof m) || !m.msg_name)
        return syscall_window(t, SYS_recvmsg, (uint64_t)fd, msg, flags.bits, 0,
                              0, 0);
    gaddr_t addr = (uintptr_t)m.msg_name;
    uint32_t room = m.msg_namelen;
    name_room(&name);
    m.msg_name = &name.any;
    m.msg_namelen = name.len;
    if ((int32_t)room < 0)
        return -EINVAL;
    long r = syscall_window(t, SYS_recvmsg, (uint64_t)fd, (uintptr_t)&m,
                            flags.bits, 0, 0, 0);
    if (r < 0)
        return r;
    name.len = m.msg_namelen;
    if (name_tell(t, &name, addr, room))
        return -EFAULT;
    m.msg_name = (void *)(uintptr_t)addr;
    m.msg_namelen = name.len;
    return guest_write(t, msg, &m, sizeof m) ? -EFAULT : r;
}

/* One by one: the kernel does no other, and each may have a name. */
long sys_sendmmsg(struct task *t, int32_t fd, gaddr_t msgs, uint32_t n,
                  struct msg_flags flags)
{
    uint32_t done = 0;
    long r = 0;
    if (!t->fs->root && !t->files->own_count)
        return syscall_window(t, SYS_sendmmsg, (uint64_t)fd, msgs, n,
                              flags.bits, 0, 0);
    for (; done < n && done < 1024; done++) {
        gaddr_t at = msgs + done * sizeof(struct mmsghdr);
        r = sys_sendmsg(t, fd, at, flags);
        uint32_t sent = (uint32_t)r;
        if (r >= 0)
            r = guest_write(t, at + offsetof(struct mmsghdr, msg_len), &sent,
                            sizeof sent);
        if (r < 0)
            break;
    }
    return done ? done : r;
}

#define MESSAGES_MAX 1024 /* UIO_MAXIOV: the kernel takes no more at once */

/* The names in place, each in the room that there was. */
static void names_untake(struct task *t, gaddr_t msgs, long n,
                         const uint32_t *room)
{
    for (long i = 0; i < n; i++) {
        gaddr_t at = msgs + (uint64_t)i * sizeof(struct mmsghdr);
        struct msghdr m;
        struct name name;
        name_room(&name);
        if (guest_read(t, &m, at, sizeof m) || !m.msg_name ||
            m.msg_namelen > name.len)
            continue;
        name.len = m.msg_namelen;
        /* A name that was cut is not known; it stays so. */
        if (name.len > room[i] ||
            guest_read(t, &name.any, (uintptr_t)m.msg_name, name.len))
            continue;
        name_tell(t, &name, (uintptr_t)m.msg_name, room[i]);
        guest_write(t, at + offsetof(struct msghdr, msg_namelen), &name.len,
                    sizeof name.len);
    }
}

long sys_recvmmsg(struct task *t, int32_t fd, gaddr_t msgs, uint32_t n,
                  struct msg_flags flags, gaddr_t timeout)
{
    uint32_t room[MESSAGES_MAX];
    bool named = t->fs->root != NULL;
    if (named && n > MESSAGES_MAX)
        n = MESSAGES_MAX;
    for (uint32_t i = 0; named && i < n; i++) {
        struct msghdr m;
        named = !guest_read(t, &m, msgs + i * sizeof(struct mmsghdr), sizeof m);
        room[i] = m.msg_namelen;
    }
    long r = syscall_window(t, SYS_recvmmsg, (uint64_t)fd, msgs, n, flags.bits,
                            timeout, 0);
    if (named && r > 0)
        names_untake(t, msgs, r, room);
    return r;
}
