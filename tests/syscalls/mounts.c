// SPDX-License-Identifier: MIT
/* Namespaces and mounts, by the old calls and the new. */
#include "show.h"

#include <linux/mount.h>
#include <sched.h>
#include <stddef.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/statfs.h>

#ifndef MNT_DETACH
#    define MNT_DETACH 2
#endif
int umount2(const char *, int);
int mount(const char *, const char *, const char *, unsigned long,
          const void *);

enum {
    NR_open_tree = 428,
    NR_move_mount,
    NR_fsopen,
    NR_fsconfig,
    NR_fsmount,
    NR_fspick,
    NR_mount_setattr = 442,
    NR_statmount = 457,
    NR_listmount = 458,
    NR_open_tree_attr = 467
};

static void write_file(const char *name, const char *text)
{
    int fd = open(name, O_WRONLY);
    write(fd, text, strlen(text));
    close(fd);
}

static void show_old(void)
{
    struct statfs sf;
    mkdir("a", 0755);
    mkdir("b", 0755);
    SHOW(mount("none", "a", "tmpfs", MS_NOSUID, "size=1m,mode=0700"));
    SHOW(statfs("a", &sf));
    printf("%lx %ld nosuid %d\n", (long)sf.f_type,
           (long)sf.f_blocks * sf.f_bsize, !!(sf.f_flags & 2));
    SHOW(mount("none", "a", "no-such-type", 0, NULL));
    SHOW(mount("none", "none", "tmpfs", 0, NULL));
    SHOW(mount("none", "a", "tmpfs", 0, "size=strange"));
    SHOW(mount("none", (char *)8, "tmpfs", 0, NULL));
    SHOW(mount("none", "a", (char *)8, 0, NULL));
    close(open("a/file", O_CREAT | O_WRONLY, 0644));
    SHOW(mount("a", "b", NULL, MS_BIND, NULL));
    SHOW(access("b/file", F_OK));
    SHOW(mount(NULL, "b", NULL, MS_REMOUNT | MS_BIND | MS_RDONLY, NULL));
    SHOW(open("b/new", O_CREAT | O_WRONLY, 0644));
    SHOW(open("a/file", O_WRONLY) >= 0 ? 0 : -1);
    SHOW(mount(NULL, "b", NULL, MS_REMOUNT | MS_BIND | MS_NOEXEC, NULL));
    int fd = open("b/file", O_RDONLY);
    SHOW((long)mmap(NULL, 4096, PROT_READ | PROT_EXEC, MAP_PRIVATE, fd, 0));
    chmod("a/file", 0755);
    SHOW(execl("b/file", "file", NULL));
    SHOW(umount2("b", 0));
    close(fd);
    SHOW(umount2("b", 0));
    SHOW(umount2("b", 0));
    SHOW(umount2("b", 0x100));
    SHOW(umount2("none", 0));
    SHOW(umount2("a", MNT_DETACH));
    SHOW(access("a/file", F_OK));
}

static void show_new(void)
{
    char buf[256] = "";
    int fs = syscall(NR_fsopen, "tmpfs", 1 /* FSOPEN_CLOEXEC */), mnt, tree;
    SHOW(syscall(NR_fsopen, "no-such-type", 0));
    SHOW(syscall(NR_fsopen, "tmpfs", 99));
    SHOW(syscall(NR_fsopen, 8, 0));
    SHOW(fcntl(fs, F_GETFD));
    SHOW(syscall(NR_fsconfig, fs, 1, "size", "1m", 0));
    SHOW(syscall(NR_fsconfig, fs, 1, "mode", "0755", 0));
    SHOW(syscall(NR_fsconfig, fs, 1, "no-such", "1", 0));
    SHOW(read(fs, buf, sizeof buf) > 0);
    SHOW(syscall(NR_fsconfig, fs, 1, "size", NULL, 0));
    SHOW(syscall(NR_fsconfig, fs, 1, "size", 8, 0));
    SHOW(syscall(NR_fsconfig, fs, 99, "size", "1m", 0));
    SHOW(syscall(NR_fsconfig, 99, 6, NULL, NULL, 0));
    SHOW(syscall(NR_fsconfig, fs, 6, NULL, NULL, 0));
    SHOW(syscall(NR_fsconfig, fs, 6, NULL, NULL, 0));
    mnt = syscall(NR_fsmount, fs, 1, 2 /* MOUNT_ATTR_NOSUID */);
    SHOW(mnt >= 0 ? 0 : -1);
    SHOW(syscall(NR_fsmount, fs, 99, 0));
    SHOW(syscall(NR_move_mount, mnt, "", AT_FDCWD, "a", 4));
    SHOW(syscall(NR_move_mount, mnt, "", AT_FDCWD, "a", 0x10000));
    SHOW(syscall(NR_move_mount, mnt, "", AT_FDCWD, "none", 4));
    close(open("a/file", O_CREAT | O_WRONLY, 0644));
    tree = syscall(NR_open_tree, AT_FDCWD, "a", 1 /* CLONE */ | O_CLOEXEC);
    SHOW(tree >= 0 ? 0 : -1);
    SHOW(fcntl(tree, F_GETFD));
    SHOW(syscall(NR_open_tree, AT_FDCWD, "none", 1));
    SHOW(syscall(NR_open_tree, AT_FDCWD, "a", 2));
    SHOW(syscall(NR_move_mount, tree, "", AT_FDCWD, "b", 4));
    SHOW(access("b/file", F_OK));
    struct mount_attr attr = {.attr_set = MOUNT_ATTR_RDONLY};
    SHOW(syscall(NR_mount_setattr, AT_FDCWD, "b", 0, &attr, sizeof attr));
    SHOW(open("b/new", O_CREAT | O_WRONLY, 0644));
    SHOW(syscall(NR_mount_setattr, AT_FDCWD, "b", 0, &attr, 8));
    SHOW(syscall(NR_mount_setattr, AT_FDCWD, "b", 0, 8, sizeof attr));
    attr.attr_set = 1ull << 40;
    SHOW(syscall(NR_mount_setattr, AT_FDCWD, "b", 0, &attr, sizeof attr));
    fs = syscall(NR_fspick, AT_FDCWD, "a", 1);
    SHOW(fs >= 0 ? 0 : -1);
    SHOW(syscall(NR_fsconfig, fs, 0, "ro", NULL, 0));
    SHOW(syscall(NR_fsconfig, fs, 7, NULL, NULL, 0));
    SHOW(open("a/new", O_CREAT | O_WRONLY, 0644));
    attr.attr_set = MOUNT_ATTR_NODEV;
    SHOW_OK(syscall(NR_open_tree_attr, AT_FDCWD, "a", 1, &attr, sizeof attr));
}

static void show_asked(void)
{
    uint64_t req[4] = {24, 0, 0, 0}, ids[64] = {0}, out[128];
    struct statx x;
    statx(AT_FDCWD, "a", 0, 0x4000 /* STATX_MNT_ID_UNIQUE */, &x);
    uint32_t *head = (uint32_t *)req;
    head[0] = 24;
    head[1] = 0;
    req[1] = -1ull; /* LSMT_ROOT */
    SHOW(syscall(NR_listmount, req, ids, 64, 0) > 2);
    SHOW(syscall(NR_listmount, req, ids, 64, 99));
    SHOW(syscall(NR_listmount, 8, ids, 64, 0));
    SHOW(syscall(NR_listmount, req, 8, 64, 0));
    req[1] = x.stx_mnt_id;
    req[2] = 2 /* STATMOUNT_MNT_BASIC */ | 0x20 /* FS_TYPE */;
    SHOW(syscall(NR_statmount, req, out, sizeof out, 0));
    SHOW(syscall(NR_statmount, req, out, 8, 0));
    SHOW(syscall(NR_statmount, req, 8, sizeof out, 0));
    req[1] = 12345;
    SHOW(syscall(NR_statmount, req, out, sizeof out, 0));
}

static void show_namespaces(void)
{
    char name[64];
    int me = open("/proc/self/ns/user", O_RDONLY | O_CLOEXEC);
    int uts = open("/proc/self/ns/uts", O_RDONLY | O_CLOEXEC), fd;
    SHOW_OK(ioctl(me, 0xb701 /* NS_GET_USERNS */, 0));
    SHOW(ioctl(uts, 0xb703 /* NS_GET_NSTYPE */, 0));
    fd = ioctl(uts, 0xb701, 0);
    SHOW(fd >= 0 ? 0 : -1);
    SHOW(ioctl(me, 0xb704 /* NS_GET_OWNER_UID */, 8));
    SHOW(setns(me, 0));
    SHOW(setns(uts, CLONE_NEWNET));
    SHOW(setns(99, 0));
    SHOW(setns(0, 0));
    SHOW(unshare(0x1));
    SHOW(unshare(CLONE_NEWUTS | CLONE_NEWIPC));
    SHOW(sethostname("guest", 5));
    gethostname(name, sizeof name);
    printf("%s\n", name);
    SHOW(sethostname((char *)8, 5));
    SHOW(sethostname("guest", -1));
    SHOW(setdomainname("domain", 6));
    SHOW(setns(uts, CLONE_NEWUTS));
    gethostname(name, sizeof name);
    printf("%d\n", strcmp(name, "guest") == 0);
    SHOW(unshare(CLONE_NEWNET));
    SHOW(unshare(CLONE_FS | CLONE_FILES | CLONE_SYSVSEM));
    SHOW(unshare(CLONE_NEWPID));
    fflush(stdout);
    pid_t pid = fork();
    if (pid == 0) {
        printf("pid %d parent %d\n", getpid(), getppid());
        fflush(stdout);
        execl("/proc/self/exe", "again", "inside", NULL);
        _exit(1);
    }
    waitpid(pid, NULL, 0);
    fflush(stdout);
    pid = vfork();
    if (pid == 0)
        _exit(7);
    SHOW(pid > 0 ? 0 : -1);
}

static void show_root(void)
{
    mkdir("new", 0755);
    SHOW(mount("none", "new", "tmpfs", 0, NULL));
    mkdir("new/old", 0755);
    close(open("new/mark", O_CREAT | O_WRONLY, 0644));
    SHOW(syscall(SYS_pivot_root, "none", "none"));
    SHOW(syscall(SYS_pivot_root, "new", "b"));
    SHOW(chdir("new"));
    SHOW(syscall(SYS_pivot_root, ".", "old"));
    SHOW(access("/mark", F_OK));
    SHOW(access("/old/proc/self", F_OK));
    SHOW(chroot("none"));
    SHOW(chroot("mark"));
    mkdir("deep", 0755);
    SHOW(chroot("deep"));
    SHOW(chdir("/"));
    SHOW(access("/mark", F_OK));
}

int main(int argc, char **argv)
{
    char map[64];
    int uid = getuid(), gid = getgid();
    if (argc > 1) {
        printf("again as %d\n", getpid());
        return 0;
    }
    show_in_directory();
    if (SHOW(unshare(CLONE_NEWUSER | CLONE_NEWNS)))
        return 0;
    write_file("/proc/self/setgroups", "deny");
    sprintf(map, "0 %d 1", uid);
    write_file("/proc/self/uid_map", map);
    sprintf(map, "0 %d 1", gid);
    write_file("/proc/self/gid_map", map);
    printf("%d %d\n", getuid(), getgid());
    SHOW(mount(NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL));
    show_old();
    show_new();
    show_asked();
    fflush(stdout);
    pid_t pid = fork();
    if (pid == 0) {
        show_namespaces();
        fflush(stdout);
        _exit(0);
    }
    waitpid(pid, NULL, 0);
    show_root();
    return 0;
}
