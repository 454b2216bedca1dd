// SPDX-License-Identifier: MIT
/*
 * WCOREDUMP.  The bit in a process's status is set where the kernel has
 * written a core itself, and nowhere else.  So it gets to write one of
 * Ferry's, cut after a page, into a directory that goes with the process: the
 * root of a tmpfs that is mounted nowhere.  Who may not make one may so in a
 * user namespace, which only a child can enter for us.
 */
#define _GNU_SOURCE
#include "core-parts.h"

#include "arena.h"
#include "hostcall.h"
#include "print.h"
#include "task.h"

#include <fcntl.h>
#include <linux/mount.h>
#include <linux/sched.h>
#include <linux/wait.h>

#define CHILD_STACK 16384

/* The root of a new tmpfs: descriptor or -errno. */
static long directory_make(void)
{
    long fs = HOST(fsopen, "tmpfs", FSOPEN_CLOEXEC), fd;
    if (fs < 0)
        return fs;
    fd = HOST(fsconfig, fs, FSCONFIG_CMD_CREATE, 0, 0, 0);
    if (!fd)
        fd = HOST(fsmount, fs, FSMOUNT_CLOEXEC, 0);
    HOST(close, fs);
    return fd;
}

static void map_write(const char *name, const char *text, size_t n)
{
    long fd = HOST(openat, AT_FDCWD, name, O_WRONLY | O_CLOEXEC);
    if (fd < 0)
        return;
    HOST(write, fd, text, n);
    HOST(close, fd);
}

struct child {
    uint32_t uid, gid;
    long directory;
};

/* In the namespace: owner and group have to be mapped to own a file there. */
static void child_main(void *arg)
{
    struct child *c = arg;
    char text[40];
    size_t n = print_buf(text, sizeof text, "%u %u 1", c->uid, c->uid);
    map_write("/proc/thread-self/uid_map", text, n);
    map_write("/proc/thread-self/setgroups", "deny", 4);
    n = print_buf(text, sizeof text, "%u %u 1", c->gid, c->gid);
    map_write("/proc/thread-self/gid_map", text, n);
    c->directory = directory_make();
    for (;;)
        HOST(exit, 0);
}

/* The child shares memory and descriptors, and is gone when this returns. */
static long directory_by_child(void)
{
    char *stack = pages_map(CHILD_STACK);
    struct child c = {(uint32_t)HOST(geteuid), (uint32_t)HOST(getegid), -1};
    uint64_t call[6] = {SYS_clone,
                        CLONE_VM | CLONE_FILES | CLONE_VFORK | CLONE_NEWUSER |
                            CLONE_NEWNS,
                        (uintptr_t)stack + CHILD_STACK};
    long pid;
    if (!stack)
        return -1;
    pid = host_clone(call, child_main, &c);
    if (pid > 0)
        HOST(wait4, pid, 0, __WALL, 0);
    pages_unmap(stack, CHILD_STACK);
    return c.directory;
}

bool core_status_prepare(void)
{
    long fd = directory_make();
    if (fd < 0)
        fd = directory_by_child();
    /* The directory may be shared with who lives on. */
    return fd >= 0 && HOST(unshare, CLONE_FS) == 0 && HOST(fchdir, fd) == 0;
}
