// SPDX-License-Identifier: MIT
/* Attributes of files: statx, times, owners, extended attributes, handles. */
#include "show.h"

#include <linux/fs.h>
#include <sys/ioctl.h>
#include <sys/statfs.h>
#include <sys/sysmacros.h>
#include <sys/time.h>
#include <sys/vfs.h>
#include <sys/xattr.h>

#ifndef __NR_fchmodat2
#    define __NR_fchmodat2 452
#endif
#define NR_setxattrat   463
#define NR_getxattrat   464
#define NR_listxattrat  465
#define NR_rmxattrat    466
#define NR_file_getattr 468
#define NR_file_setattr 469

struct xattr_args_t {
    uint64_t value;
    uint32_t size, flags;
};

static void show_xattr(void)
{
    char buf[256] = "", big[70000] = "";
    int fd = open("file", O_RDWR);
    SHOW(setxattr("file", "user.one", "first", 5, 0));
    SHOW(setxattr("file", "user.one", "x", 1, XATTR_CREATE));
    SHOW(setxattr("file", "user.two", "x", 1, XATTR_REPLACE));
    SHOW(setxattr("file", "user.one", "second", 6, XATTR_REPLACE));
    SHOW(setxattr("file", "user.one", "x", 1, 3));
    SHOW(setxattr("file", "user.one", "x", 1, 4));
    SHOW(setxattr("file", "nothing", "x", 1, 0));
    SHOW(setxattr("file", "", "x", 1, 0));
    SHOW(setxattr("file", "strange.one", "x", 1, 0));
    SHOW(setxattr("file", "user.big", big, sizeof big, 0));
    SHOW(setxattr("file", (char *)8, "x", 1, 0));
    SHOW(setxattr("file", "user.one", (void *)8, 1, 0));
    SHOW(getxattr("file", "user.one", buf, sizeof buf));
    printf("%s\n", buf);
    SHOW(getxattr("file", "user.one", buf, 2));
    SHOW(getxattr("file", "user.one", NULL, 0));
    SHOW(getxattr("file", "user.none", buf, 9));
    SHOW(getxattr("file", "user.one", (void *)8, 9));
    SHOW(listxattr("file", buf, sizeof buf));
    SHOW(listxattr("file", buf, 2));
    SHOW(listxattr("file", NULL, 0));
    SHOW(fsetxattr(fd, "user.three", "abc", 3, 0));
    SHOW(fgetxattr(fd, "user.three", buf, sizeof buf));
    SHOW(flistxattr(fd, NULL, 0));
    SHOW(fremovexattr(fd, "user.three"));
    SHOW(fremovexattr(fd, "user.three"));
    SHOW(fgetxattr(99, "user.three", buf, sizeof buf));
    SHOW(lsetxattr("soft", "user.one", "x", 1, 0));
    SHOW(lgetxattr("soft", "user.one", buf, sizeof buf));
    SHOW(llistxattr("soft", buf, sizeof buf));
    SHOW(lremovexattr("soft", "user.one"));
    SHOW(removexattr("soft", "user.one"));
    SHOW(getxattr("none", "user.one", buf, sizeof buf));
    close(fd);
}

static void show_xattrat(void)
{
    char buf[64] = "";
    struct {
        struct xattr_args_t args;
        uint64_t more[4];
    } a = {{(uintptr_t) "value", 5, 0}, {0}};
    SHOW(syscall(NR_setxattrat, AT_FDCWD, "file", 0, "user.at", &a, 16));
    SHOW(syscall(NR_setxattrat, AT_FDCWD, "file", 0, "user.at", &a, 15));
    SHOW(syscall(NR_setxattrat, AT_FDCWD, "file", 0, "user.at", &a, 24));
    a.more[0] = ~0ull;
    SHOW(syscall(NR_setxattrat, AT_FDCWD, "file", 0, "user.at", &a, 16));
    SHOW(syscall(NR_setxattrat, AT_FDCWD, "file", 0, "user.at", &a, 24));
    SHOW(syscall(NR_setxattrat, AT_FDCWD, "file", 1, "user.at", &a, 16));
    a.args = (struct xattr_args_t){(uintptr_t)buf, sizeof buf, 0};
    SHOW(syscall(NR_getxattrat, AT_FDCWD, "soft", 0, "user.at", &a, 16));
    printf("%s\n", buf);
    SHOW(syscall(NR_getxattrat, AT_FDCWD, "soft", AT_SYMLINK_NOFOLLOW,
                 "user.at", &a, 16));
    a.args.flags = 1;
    SHOW(syscall(NR_getxattrat, AT_FDCWD, "soft", 0, "user.at", &a, 16));
    a.args.flags = 0;
    a.args.value = 8;
    SHOW(syscall(NR_getxattrat, AT_FDCWD, "soft", 0, "user.at", &a, 16));
    SHOW(syscall(NR_getxattrat, AT_FDCWD, "soft", 0, "user.at", 8, 16));
    SHOW(syscall(NR_listxattrat, AT_FDCWD, "soft", 0, buf, sizeof buf));
    SHOW(syscall(NR_rmxattrat, AT_FDCWD, "soft", 0, "user.at"));
    SHOW(syscall(NR_rmxattrat, AT_FDCWD, "soft", 0, "user.at"));
    uint64_t attr[3];
    SHOW_OK(syscall(NR_file_getattr, AT_FDCWD, "file", attr, 24, 0));
    SHOW(syscall(NR_file_getattr, AT_FDCWD, "file", attr, 8, 0));
    SHOW(syscall(NR_file_getattr, AT_FDCWD, "none", attr, 24, 0));
    SHOW(syscall(NR_file_setattr, AT_FDCWD, "file", 8, 24, 0));
}

static void show_statx(void)
{
    struct statx x;
    struct stat st;
    SHOW(statx(AT_FDCWD, "file", 0, STATX_ALL, &x));
    printf("%o %u %llu %u\n", x.stx_mode, x.stx_nlink,
           (unsigned long long)x.stx_size, x.stx_blksize);
    SHOW(stat("file", &st));
    printf("same inode %d device %d time %d\n", st.st_ino == x.stx_ino,
           st.st_dev == makedev(x.stx_dev_major, x.stx_dev_minor),
           st.st_mtim.tv_nsec == x.stx_mtime.tv_nsec);
    SHOW(statx(AT_FDCWD, "file", AT_STATX_FORCE_SYNC, STATX_SIZE, &x));
    SHOW(statx(AT_FDCWD, "file", AT_STATX_SYNC_TYPE, STATX_SIZE, &x));
    SHOW(statx(AT_FDCWD, "file", 0, 0x80000000, &x));
    SHOW(statx(AT_FDCWD, "file", 1, STATX_SIZE, &x));
    SHOW(statx(AT_FDCWD, "", AT_EMPTY_PATH, STATX_SIZE, &x));
    SHOW(statx(99, "", AT_EMPTY_PATH, STATX_SIZE, &x));
    SHOW(statx(AT_FDCWD, NULL, AT_EMPTY_PATH, STATX_SIZE, &x));
    SHOW(statx(AT_FDCWD, "none", 0, STATX_SIZE, &x));
    SHOW(stat("/dev/null", &st));
    printf("%x %x\n", major(st.st_rdev), minor(st.st_rdev));
    SHOW(lstat("/proc/self", &st));
    printf("%o\n", st.st_mode);
}

static void show_times(void)
{
    struct timespec t[2] = {{1, 2}, {0, UTIME_OMIT}};
    struct stat st;
    SHOW(utimensat(AT_FDCWD, "file", t, 0));
    SHOW(stat("file", &st));
    printf("%ld %ld\n", (long)st.st_atim.tv_sec, st.st_atim.tv_nsec);
    t[1].tv_nsec = UTIME_NOW;
    SHOW(utimensat(AT_FDCWD, "file", t, 0));
    SHOW(utimensat(AT_FDCWD, "soft", t, AT_SYMLINK_NOFOLLOW));
    SHOW(lstat("soft", &st));
    printf("%ld\n", (long)st.st_atim.tv_sec);
    SHOW(utimensat(AT_FDCWD, "file", t, 0x1));
    SHOW(utimensat(AT_FDCWD, "file", (struct timespec *)8, 0));
    SHOW(utimensat(AT_FDCWD, "none", NULL, 0));
    SHOW(utimensat(99, NULL, NULL, 0));
    int fd = open("file", O_RDONLY);
    SHOW(futimens(fd, t));
    SHOW(utimensat(fd, "", t, AT_EMPTY_PATH));
    t[0] = (struct timespec){-5, 0};
    SHOW(futimens(fd, t));
    SHOW(fstat(fd, &st));
    printf("%ld\n", (long)st.st_atim.tv_sec);
    close(fd);
}

static void show_modes(void)
{
    struct stat st;
    int fd = open("file", O_RDONLY), dir = open("dir", O_RDONLY);
    SHOW(fchmodat(AT_FDCWD, "file", 06755, 0));
    SHOW(stat("file", &st));
    printf("%o\n", st.st_mode);
    SHOW(syscall(__NR_fchmodat2, AT_FDCWD, "soft", 0600, AT_SYMLINK_NOFOLLOW));
    SHOW(syscall(__NR_fchmodat2, AT_FDCWD, "file", 0640, 0));
    SHOW(syscall(__NR_fchmodat2, AT_FDCWD, "file", 0640, 1));
    SHOW(syscall(__NR_fchmodat2, fd, "", 0644, AT_EMPTY_PATH));
    SHOW(fchownat(fd, "", -1, -1, AT_EMPTY_PATH));
    SHOW(fchownat(AT_FDCWD, "soft", -1, -1, AT_SYMLINK_NOFOLLOW));
    SHOW(fchownat(AT_FDCWD, "file", -1, -1, 1));
    SHOW(fchown(99, -1, -1));
    SHOW(faccessat(AT_FDCWD, "soft", R_OK, AT_SYMLINK_NOFOLLOW));
    SHOW(faccessat(AT_FDCWD, "file", R_OK, AT_EACCESS));
    SHOW(syscall(439, AT_FDCWD, "file", R_OK, 1));
    SHOW(syscall(439, fd, "", R_OK, AT_EMPTY_PATH));
    SHOW(syscall(439, dir, "none", R_OK, 0));
    SHOW(mknodat(dir, "pipe", S_IFIFO | 0640, 0));
    SHOW(fstatat(dir, "pipe", &st, 0));
    printf("%o\n", st.st_mode);
    SHOW(mknodat(dir, "pipe", S_IFREG | 0640, 0));
    SHOW(mknodat(dir, "odd", 0170000 | 0640, 0));
    SHOW(mknodat(dir, "sub", S_IFDIR | 0640, 0));
    close(fd);
    close(dir);
}

static void show_handles(void)
{
    struct {
        struct file_handle h;
        char room[128];
    } a = {{.handle_bytes = 0}}, b;
    int id;
    SHOW(name_to_handle_at(AT_FDCWD, "file", &a.h, &id, 0));
    printf("wants %d\n", a.h.handle_bytes > 0);
    SHOW(name_to_handle_at(AT_FDCWD, "file", &a.h, &id, 0));
    SHOW(name_to_handle_at(AT_FDCWD, "file", &a.h, &id, 1));
    b = a;
    SHOW(name_to_handle_at(AT_FDCWD, "soft", &b.h, &id, AT_SYMLINK_FOLLOW));
    printf("same %d\n", memcmp(a.room, b.room, a.h.handle_bytes) == 0);
    SHOW(name_to_handle_at(AT_FDCWD, "none", &a.h, &id, 0));
    b.h.handle_bytes = 1000;
    SHOW(name_to_handle_at(AT_FDCWD, "file", &b.h, &id, 0));
    SHOW(name_to_handle_at(AT_FDCWD, "file", (struct file_handle *)8, &id, 0));
    SHOW(name_to_handle_at(AT_FDCWD, "file", &a.h, (int *)8, 0));
    int dir = open(".", O_RDONLY);
    SHOW_OK(open_by_handle_at(dir, &a.h, O_RDONLY));
    SHOW(open_by_handle_at(99, &a.h, O_RDONLY));
    a.h.handle_bytes = 0;
    SHOW(open_by_handle_at(dir, &a.h, O_RDONLY));
    SHOW(open_by_handle_at(dir, (struct file_handle *)8, O_RDONLY));
}

static void show_ioctls(void)
{
    int fd = open("file", O_RDWR), n = 0;
    long flags = 0;
    struct fsxattr x;
    SHOW_OK(ioctl(fd, FS_IOC_GETFLAGS, &flags));
    SHOW_OK(ioctl(fd, FS_IOC_FSGETXATTR, &x));
    SHOW(ioctl(fd, FS_IOC_GETFLAGS, 8));
    SHOW(ioctl(fd, FIGETBSZ, &n));
    printf("%d\n", n);
    SHOW(ioctl(fd, FIONREAD, &n));
    SHOW(ioctl(fd, FIOCLEX, 0));
    SHOW(fcntl(fd, F_GETFD));
    SHOW(ioctl(fd, FIONCLEX, 0));
    n = 1;
    SHOW(ioctl(fd, FIONBIO, &n));
    printf("%d\n", !!(fcntl(fd, F_GETFL) & O_NONBLOCK));
    SHOW(ioctl(fd, FIONBIO, 8));
    SHOW(ioctl(fd, FICLONE, 99));
    SHOW(ioctl(99, FIONREAD, &n));
    SHOW(ioctl(fd, BLKGETSIZE64, &flags));
    SHOW(ioctl(fd, FIOQSIZE, &flags));
    printf("%ld\n", flags);
    close(fd);
}

int main(void)
{
    show_in_directory();
    int fd = open("file", O_CREAT | O_WRONLY, 0644);
    write(fd, "some text", 9);
    close(fd);
    mkdir("dir", 0755);
    symlink("file", "soft");
    show_xattr();
    show_xattrat();
    show_statx();
    show_times();
    show_modes();
    show_handles();
    show_ioctls();
    return 0;
}
