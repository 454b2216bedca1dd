// SPDX-License-Identifier: MIT
/* Opening files: openat2, the flags of open, descriptors by way of /proc. */
#include "show.h"

#include <linux/openat2.h>
#include <sys/file.h>
#include <sys/ioctl.h>
#include <sys/resource.h>
#include <sys/socket.h>

static long openat2(int dir, const char *path, struct open_how *how,
                    size_t size)
{
    return syscall(SYS_openat2, dir, path, how, size);
}

static long open_how(int dir, const char *path, uint64_t flags, uint64_t mode,
                     uint64_t resolve)
{
    struct open_how how = {flags, mode, resolve};
    return openat2(dir, path, &how, sizeof how);
}

/* The size of the struct, and what a newer one would have. */
static void show_sizes(void)
{
    struct {
        struct open_how how;
        uint64_t more[600];
    } big = {{O_RDONLY}};
    SHOW_OK(openat2(AT_FDCWD, "file", &big.how, sizeof big.how));
    SHOW(openat2(AT_FDCWD, "file", &big.how, 0));
    SHOW(openat2(AT_FDCWD, "file", &big.how, 23));
    SHOW_OK(openat2(AT_FDCWD, "file", &big.how, 32));
    SHOW_OK(openat2(AT_FDCWD, "file", &big.how, 4096));
    SHOW(openat2(AT_FDCWD, "file", &big.how, 4097));
    big.more[100] = 1;
    SHOW_OK(openat2(AT_FDCWD, "file", &big.how, 32));
    SHOW(openat2(AT_FDCWD, "file", &big.how, 2048));
    SHOW(openat2(AT_FDCWD, "file", NULL, 24));
    SHOW(openat2(AT_FDCWD, "file", (struct open_how *)8, 24));
    SHOW(openat2(AT_FDCWD, NULL, &big.how, 24));
    SHOW(openat2(99, "file", &big.how, 24));
}

static void show_strict(void)
{
    SHOW(open_how(AT_FDCWD, "file", 1ull << 40, 0, 0));
    SHOW(open_how(AT_FDCWD, "file", 04, 0, 0));
    SHOW(open_how(AT_FDCWD, "file", O_RDONLY, 0600, 0));
    SHOW(open_how(AT_FDCWD, "new", O_CREAT | O_WRONLY, 010000, 0));
    SHOW(open_how(AT_FDCWD, "new", O_CREAT | O_WRONLY, 01ull << 40, 0));
    SHOW(open_how(AT_FDCWD, "file", O_RDONLY, 0, 0x4000));
    SHOW(open_how(AT_FDCWD, "file", O_PATH | O_WRONLY, 0, 0));
    SHOW_OK(open_how(AT_FDCWD, "file", O_PATH | O_NOFOLLOW | O_CLOEXEC, 0, 0));
    SHOW_OK(open_how(AT_FDCWD, "file", O_LARGEFILE | O_NOATIME | O_SYNC, 0, 0));
    SHOW(open_how(AT_FDCWD, "file", O_DIRECTORY, 0, 0));
    SHOW(open_how(AT_FDCWD, "soft", O_NOFOLLOW, 0, 0));
    int tmp = O_TMPFILE & ~O_DIRECTORY;
    SHOW(open_how(AT_FDCWD, ".", tmp | O_RDWR, 0600, 0));
    SHOW(open(".", tmp | O_RDWR, 0600));
    SHOW(open(".", O_TMPFILE | O_RDONLY, 0600));
    SHOW(open("file", O_RDONLY | 04));
    SHOW(open("dir", O_CREAT | O_RDONLY, 0600));
    SHOW(open("dir", O_CREAT | O_DIRECTORY, 0600));
}

static void show_resolve(void)
{
    int dir = open("dir", O_RDONLY | O_DIRECTORY);
    SHOW_OK(open_how(dir, "inner", O_RDONLY, 0, RESOLVE_BENEATH));
    SHOW(open_how(dir, "../file", O_RDONLY, 0, RESOLVE_BENEATH));
    SHOW(open_how(dir, "/etc/passwd", O_RDONLY, 0, RESOLVE_BENEATH));
    SHOW(open_how(dir, "up", O_RDONLY, 0, RESOLVE_BENEATH));
    SHOW(open_how(dir, "/inner/none", O_RDONLY, 0, RESOLVE_IN_ROOT));
    SHOW_OK(open_how(dir, "/inner", O_RDONLY, 0, RESOLVE_IN_ROOT));
    SHOW_OK(open_how(dir, "../../inner", O_RDONLY, 0, RESOLVE_IN_ROOT));
    SHOW(open_how(dir, "absolute", O_RDONLY, 0, RESOLVE_IN_ROOT));
    SHOW_OK(open_how(dir, "absolute", O_RDONLY, 0, 0));
    SHOW(open_how(AT_FDCWD, "soft", O_RDONLY, 0, RESOLVE_NO_SYMLINKS));
    SHOW(open_how(AT_FDCWD, "softdir/inner", O_RDONLY, 0, RESOLVE_NO_SYMLINKS));
    SHOW_OK(open_how(AT_FDCWD, "soft", O_RDONLY, 0, RESOLVE_NO_MAGICLINKS));
    SHOW(open_how(AT_FDCWD, "/proc/self/exe", O_RDONLY, 0,
                  RESOLVE_NO_MAGICLINKS));
    SHOW(open_how(AT_FDCWD, "/proc/self/status", O_RDONLY, 0, RESOLVE_NO_XDEV));
    SHOW(open_how(AT_FDCWD, "dir", O_CREAT | O_WRONLY, 0600,
                  RESOLVE_BENEATH | RESOLVE_IN_ROOT));
    SHOW(open_how(AT_FDCWD, "new", O_CREAT | O_WRONLY, 0600, RESOLVE_CACHED));
    close(dir);
}

/* Commands that there are not, and descriptors that are not. */
static void show_commands(void)
{
    int fd = open("file", O_RDONLY), path = open("file", O_PATH);
    SHOW(fcntl(fd, 9999));
    SHOW(fcntl(99, 9999));
    SHOW(fcntl(-1, F_GETFL));
    SHOW(fcntl(path, F_SETFL, 0));
    SHOW(fcntl(path, 9999) == -1);
    SHOW(ioctl(fd, 0x12345678, 0));
    SHOW(ioctl(99, 0x12345678, 0));
    SHOW(setsockopt(fd, 999, 1, "1", 1));
    SHOW(setsockopt(99, 999, 1, "1", 1));
    SHOW(getsockopt(99, SOL_SOCKET, 9999, NULL, NULL));
    SHOW(setsockopt(fd, SOL_SOCKET, 9999, "1", 1));
}

/* Flags come back as they were given. */
static void show_flags(void)
{
    static const int flags[] = {O_APPEND,  O_NONBLOCK, O_DSYNC, O_SYNC,
                                O_NOATIME, O_CLOEXEC,  O_PATH,  O_ASYNC};
    for (unsigned i = 0; i < sizeof flags / sizeof *flags; i++) {
        int fd = open("file", O_RDWR | flags[i]);
        int got = fcntl(fd, F_GETFL);
        printf("flag %u: %d, only that %d, closes %d\n", i,
               (got & flags[i]) == flags[i],
               !(got & ~(flags[i] | O_RDWR) &
                 (O_APPEND | O_NONBLOCK | O_SYNC | O_NOATIME | O_DIRECT |
                  O_DIRECTORY | O_NOFOLLOW | O_PATH)),
               fcntl(fd, F_GETFD));
        close(fd);
    }
    int fd = open("dir", O_RDONLY | O_DIRECTORY | O_NOFOLLOW);
    int got = fcntl(fd, F_GETFL);
    printf("directory %d nofollow %d\n", !!(got & O_DIRECTORY),
           !!(got & O_NOFOLLOW));
    close(fd);
    fd = open("file", O_RDWR | O_DIRECT);
    printf("direct %d\n", fd < 0 || (fcntl(fd, F_GETFL) & O_DIRECT));
    close(fd);
    fd = open("file", O_RDWR);
    SHOW(fcntl(fd, F_SETFL, O_APPEND | O_NONBLOCK | O_NOATIME));
    got = fcntl(fd, F_GETFL);
    printf("%d %d %d\n", !!(got & O_APPEND), !!(got & O_NONBLOCK),
           !!(got & O_NOATIME));
    SHOW(fcntl(fd, F_SETFL, O_ASYNC) ? errno : 0);
    close(fd);
    fd = open("file", O_PATH);
    char byte;
    SHOW(read(fd, &byte, 1));
    SHOW(fcntl(fd, F_SETFL, 0));
    SHOW(fchmod(fd, 0600));
    SHOW(flock(fd, LOCK_SH));
    struct stat st;
    SHOW(fstat(fd, &st));
    close(fd);
}

static void show_limits(void)
{
    struct rlimit few = {20, 20};
    int fds[32], n = 0;
    pid_t pid = fork();
    if (pid == 0) {
        setrlimit(RLIMIT_NOFILE, &few);
        while (n < 32 && (fds[n] = open("file", O_RDONLY)) >= 0)
            n++;
        printf("then %s, up to %d\n", strerrorname_np(errno),
               n ? fds[n - 1] : 0);
        SHOW(dup(0));
        SHOW(fcntl(0, F_DUPFD, 20));
        SHOW(dup2(0, 20));
        SHOW(dup3(0, 25, 0));
        SHOW(pipe(fds));
        SHOW(syscall(SYS_memfd_create, "m", 0));
        SHOW(open_how(AT_FDCWD, "file", O_RDONLY, 0, 0));
        _exit(0);
    }
    waitpid(pid, NULL, 0);
}

static void show_by_proc(void)
{
    char name[64], buf[64] = "";
    int fd = open("file", O_RDWR);
    write(fd, "contents", 8);
    sprintf(name, "/proc/self/fd/%d", fd);
    int again = open(name, O_RDONLY);
    SHOW(read(again, buf, 8));
    printf("%s\n", buf);
    SHOW(open(name, O_RDONLY | O_NOFOLLOW));
    close(again);
    sprintf(name, "/proc/self/fdinfo/%d", fd);
    again = open(name, O_RDONLY);
    read(again, buf, sizeof buf - 1);
    printf("%.6s\n", buf);
    close(again);
    close(fd);
    SHOW(open(name, O_RDONLY));
}

int main(void)
{
    show_in_directory();
    close(open("file", O_CREAT | O_WRONLY, 0644));
    mkdir("dir", 0755);
    close(open("dir/inner", O_CREAT | O_WRONLY, 0644));
    symlink("file", "soft");
    symlink("dir", "softdir");
    symlink("../file", "dir/up");
    symlink("/dev/null", "dir/absolute");
    show_sizes();
    show_strict();
    show_resolve();
    show_commands();
    show_flags();
    show_limits();
    show_by_proc();
    return 0;
}
