// SPDX-License-Identifier: MIT
/*
 * Calls that change what is mounted, and after which the root directory or
 * /proc may be another: Ferry's image must be at hand before, for the execs
 * that follow.
 */
#define _GNU_SOURCE
#include "exec.h"
#include "guest-memory.h"
#include "hostcall.h"
#include "path.h"
#include "syscall-tables/syscall-bodies.gen.h"
#include "text.h"

#include <fcntl.h>
#include <string.h>
#include <sys/mount.h>

/* -L's ROOT is a name in the old root. */
static long root_changed(struct task *t, long result)
{
    if (result == 0)
        t->fs->root = NULL;
    return result;
}

#define MOUNT_CHANGE \
    (MS_REMOUNT | MS_PRIVATE | MS_SLAVE | MS_SHARED | MS_UNBINDABLE)

/*
 * -L's ROOT is a directory, not where something is mounted: a change of the
 * mount at "/" means the host's.
 */
long sys_mount(struct task *t, gaddr_t dev, gaddr_t dir, gaddr_t type,
               struct mount_flags flags, gaddr_t data)
{
    struct path from = {.name = dev}, p;
    const char *root = t->fs->root;
    long r = path_resolve(t, AT_FDCWD, dir, PATH_READ, &p);
    /* What else stands there is a device, or nothing's name. */
    if (!r && (flags.bits & (MS_BIND | MS_MOVE)))
        r = path_resolve(t, AT_FDCWD, dev, PATH_READ, &from);
    if (r)
        return r;
    if (root && p.name == (uintptr_t)p.buf && (flags.bits & MOUNT_CHANGE) &&
        text_equal(p.buf, root))
        memcpy(p.buf, "/", 2);
    return HOST(mount, from.name, p.name, type, flags.bits, data);
}

long sys_chroot(struct task *t, gaddr_t path)
{
    struct path p;
    long r = path_resolve(t, AT_FDCWD, path, PATH_READ, &p);
    if (r)
        return r;
    exec_image_keep(t);
    return root_changed(t, HOST(chroot, p.name));
}

long sys_pivot_root(struct task *t, gaddr_t new, gaddr_t old)
{
    struct path to, put;
    long r = path_resolve(t, AT_FDCWD, new, PATH_READ, &to);
    if (!r)
        r = path_resolve(t, AT_FDCWD, old, PATH_READ, &put);
    if (r)
        return r;
    exec_image_keep(t);
    return root_changed(t, HOST(pivot_root, to.name, put.name));
}

/* A namespace of mounts or users brings an own root and cwd (kernel/fork.c). */
#define WITH_OWN_FS (GUEST_CLONE_FS | GUEST_CLONE_NEWNS | GUEST_CLONE_NEWUSER)

long sys_unshare(struct task *t, struct clone_flags flags)
{
    struct task_copies copies;
    uint64_t own = 0;
    if (flags.bits & WITH_OWN_FS)
        own |= GUEST_CLONE_FS;
    if (flags.bits & GUEST_CLONE_FILES)
        own |= GUEST_CLONE_FILES;
    if (flags.bits & (GUEST_CLONE_NEWNS | GUEST_CLONE_NEWUSER))
        exec_image_keep(t);
    if (flags.bits & GUEST_CLONE_NEWPID)
        t->mm->several_pid_namespaces = true;
    long r = task_copies_make(t, own, &copies);
    if (r)
        return r;
    r = HOST(unshare, flags.bits);
    if (r)
        task_copies_drop(&copies);
    else
        task_copies_take(t, &copies);
    return r;
}

long sys_setns(struct task *t, int32_t fd, struct clone_flags type)
{
    exec_image_keep(t);
    t->mm->several_pid_namespaces = true; /* fd may be anything's */
    return HOST(setns, fd, type.bits);
}
