// SPDX-License-Identifier: MIT
/* Descriptors, contents, attributes. */
#include "show.h"

#include <sys/file.h>
#include <sys/sendfile.h>
#include <sys/statfs.h>
#include <sys/uio.h>

static void show_stat(const char *name)
{
    struct stat st;
    if (SHOW(lstat(name, &st)))
        return;
    printf("%s: mode %o size %ld links %d blksize %ld uid %d\n", name,
           st.st_mode, (long)st.st_size, (int)st.st_nlink, (long)st.st_blksize,
           (int)st.st_uid);
}

static void show_open_flags(void)
{
    mkdir("dir", 0755);
    symlink("dir", "link");
    SHOW(open("dir", O_WRONLY));
    SHOW(open("link", O_RDONLY | O_NOFOLLOW));
    SHOW(open("none", O_RDONLY));
    SHOW(open("none/x", O_RDONLY | O_CREAT, 0600));
    SHOW(close(open("made", O_RDWR | O_CREAT | O_EXCL, 0640)));
    SHOW(open("made", O_RDWR | O_CREAT | O_EXCL, 0640));
    SHOW(open("made", O_RDONLY | O_DIRECTORY));
    SHOW(close(open("dir", O_RDONLY | O_DIRECTORY)));
    SHOW(open("made/x", O_RDONLY));
    SHOW(openat(-1, "made", O_RDONLY));
    SHOW(openat(999, "made", O_RDONLY));
    SHOW(open((char *)8, O_RDONLY));
    SHOW(open("", O_RDONLY));
    int fd = open("made", O_RDWR | O_APPEND | O_LARGEFILE | O_NOATIME);
    int fl = fcntl(fd, F_GETFL);
    printf("append %d noatime %d nonblock %d direct %d\n", !!(fl & O_APPEND),
           !!(fl & O_NOATIME), !!(fl & O_NONBLOCK), !!(fl & O_DIRECT));
    SHOW(fcntl(fd, F_SETFL, O_NONBLOCK));
    printf("append %d nonblock %d\n", !!(fcntl(fd, F_GETFL) & O_APPEND),
           !!(fcntl(fd, F_GETFL) & O_NONBLOCK));
    close(fd);
    fd = open(".", O_TMPFILE | O_RDWR, 0600);
    printf("tmpfile: %d\n", fd >= 0 || errno == EOPNOTSUPP);
    close(fd);
}

static void show_contents(void)
{
    char buf[64] = "";
    int fd = open("data", O_RDWR | O_CREAT | O_TRUNC, 0644);
    struct iovec iov[2] = {{"hello ", 6}, {"world\n", 6}};
    SHOW(write(fd, "0123456789", 10));
    SHOW(writev(fd, iov, 2));
    SHOW(pwrite(fd, "X", 1, 3));
    SHOW(lseek(fd, 0, SEEK_SET));
    SHOW(read(fd, buf, sizeof buf));
    printf("%s", buf);
    SHOW(read(fd, buf, sizeof buf));
    SHOW(lseek(fd, -1, SEEK_SET));
    SHOW(lseek(fd, 5, SEEK_END));
    SHOW(lseek(fd, 0, 99));
    SHOW(read(fd, (void *)8, 10));
    SHOW(pread(fd, (void *)8, 10, 0));
    SHOW(write(fd, (void *)8, 10));
    SHOW(write(fd, (void *)-4096L, 10));
    SHOW(read(99, buf, 1));
    SHOW(ftruncate(fd, 4));
    SHOW(truncate("data", 1 << 20));
    SHOW(lseek(fd, 0, SEEK_END));
    SHOW(flock(fd, LOCK_EX | LOCK_NB));
    struct flock fl = {.l_type = F_WRLCK, .l_whence = SEEK_SET, .l_len = 10};
    SHOW(fcntl(fd, F_SETLK, &fl));
    SHOW(fcntl(fd, F_GETLK, &fl));
    printf("type %d\n", fl.l_type);
    SHOW(fsync(fd));
    SHOW(fallocate(fd, FALLOC_FL_KEEP_SIZE, 0, 8192));
    SHOW(posix_fadvise(fd, 0, 0, POSIX_FADV_SEQUENTIAL));
    int out = open("copy", O_RDWR | O_CREAT, 0600);
    off_t off = 2;
    SHOW(sendfile(out, fd, &off, 100));
    printf("off %ld\n", (long)off);
    loff_t from = 0, to = 50;
    SHOW(copy_file_range(fd, &from, out, &to, 30, 0));
    close(out);
    close(fd);
}

static void show_descriptors(void)
{
    int fd = open("data", O_RDONLY);
    SHOW(dup(99));
    SHOW(dup2(fd, fd) == fd);
    SHOW(dup2(fd, 50));
    SHOW(dup3(fd, 51, O_CLOEXEC));
    SHOW(dup3(fd, fd, 0));
    SHOW(dup3(fd, 52, O_APPEND));
    SHOW(dup2(fd, -1));
    SHOW(fcntl(51, F_GETFD));
    SHOW(fcntl(50, F_GETFD));
    SHOW(fcntl(fd, F_DUPFD, 60));
    SHOW(fcntl(fd, F_DUPFD_CLOEXEC, 60));
    SHOW(fcntl(61, F_GETFD));
    SHOW(fcntl(fd, 9999));
    SHOW(close_range(50, 51, 0));
    SHOW(fcntl(50, F_GETFD));
    SHOW(close_range(60, 61, CLOSE_RANGE_CLOEXEC));
    SHOW(fcntl(60, F_GETFD));
    SHOW(close_range(61, 60, 0));
    SHOW(close(50));
    SHOW(close(60));
    SHOW(close(fd));
    SHOW(close(fd));
}

static void show_attributes(void)
{
    show_stat("made");
    show_stat("link");
    show_stat("nothing");
    SHOW(chmod("made", 04711));
    show_stat("made");
    SHOW(chown("made", -1, -1));
    SHOW(access("made", R_OK | W_OK));
    SHOW(access("nothing", F_OK));
    SHOW(access("made", 99));
    struct timespec ts[2] = {{1000000000, 5}, {1100000000, 7}};
    SHOW(utimensat(AT_FDCWD, "made", ts, 0));
    struct stat st;
    stat("made", &st);
    printf("%ld.%ld %ld.%ld\n", (long)st.st_atim.tv_sec, st.st_atim.tv_nsec,
           (long)st.st_mtim.tv_sec, st.st_mtim.tv_nsec);
    ts[0].tv_nsec = 2000000000;
    SHOW(utimensat(AT_FDCWD, "made", ts, 0));
    SHOW(futimens(99, NULL));
    struct statx stx;
    SHOW(statx(AT_FDCWD, "link", AT_SYMLINK_NOFOLLOW, STATX_BASIC_STATS, &stx));
    printf("%o %llu\n", stx.stx_mode, (unsigned long long)stx.stx_size);
    SHOW(statx(AT_FDCWD, "link", 0, STATX_BASIC_STATS, (struct statx *)8));
    SHOW(stat("made", (struct stat *)8));
    SHOW(fstat(99, &st));
    int fd = open("made", O_RDONLY);
    SHOW(fstatat(fd, "", &st, AT_EMPTY_PATH));
    SHOW(fstatat(fd, "", &st, 0));
    SHOW(fstatat(fd, "x", &st, 0));
    SHOW(fchmod(fd, 0600));
    close(fd);
    struct statfs sf;
    SHOW(statfs("/proc", &sf));
    printf("%lx %ld\n", (long)sf.f_type, (long)sf.f_namelen);
    SHOW(statfs("nothing", &sf));
    SHOW(umask(077));
    SHOW(umask(022));
}

int main(void)
{
    show_in_directory();
    show_open_flags();
    show_contents();
    show_descriptors();
    show_attributes();
    return 0;
}
