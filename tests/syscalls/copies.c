// SPDX-License-Identifier: MIT
/* Contents that move within the kernel, and the space that they take. */
#include "show.h"

#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/sendfile.h>
#include <sys/uio.h>

static int make(const char *name, size_t size)
{
    int fd = open(name, O_CREAT | O_RDWR | O_TRUNC, 0644);
    char buf[1000];
    for (size_t i = 0; i < sizeof buf; i++)
        buf[i] = (char)('a' + i % 26);
    for (size_t done = 0; done < size; done += sizeof buf)
        write(fd, buf, size - done < sizeof buf ? size - done : sizeof buf);
    lseek(fd, 0, SEEK_SET);
    return fd;
}

static void show_range(void)
{
    int in = make("in", 5000), out = make("out", 0), pipes[2];
    int ro = open("in", O_RDONLY), wo = open("in", O_WRONLY);
    int app = open("out", O_WRONLY | O_APPEND), dir = open(".", O_RDONLY);
    loff_t from = 100, to = 7;
    pipe(pipes);
    SHOW(copy_file_range(in, &from, out, &to, 1000, 0));
    printf("%ld %ld\n", (long)from, (long)to);
    SHOW(copy_file_range(in, NULL, out, NULL, 100, 0));
    SHOW(lseek(in, 0, SEEK_CUR));
    SHOW(copy_file_range(in, NULL, out, NULL, 100, 1));
    SHOW(copy_file_range(wo, NULL, out, NULL, 100, 0));
    SHOW(copy_file_range(in, NULL, ro, NULL, 100, 0));
    SHOW(copy_file_range(in, NULL, app, NULL, 100, 0));
    SHOW(copy_file_range(dir, NULL, out, NULL, 100, 0));
    SHOW(copy_file_range(pipes[0], NULL, out, NULL, 100, 0));
    SHOW(copy_file_range(99, NULL, out, NULL, 100, 0));
    from = 0;
    to = 50;
    SHOW(copy_file_range(in, &from, in, &to, 100, 0));
    from = -1;
    SHOW(copy_file_range(in, &from, out, NULL, 100, 0));
    SHOW(copy_file_range(in, (loff_t *)8, out, NULL, 100, 0));
    from = 4990;
    SHOW(copy_file_range(in, &from, out, NULL, 100, 0));
    SHOW(copy_file_range(in, &from, out, NULL, 100, 0));
    SHOW(sendfile(out, in, NULL, 10));
    SHOW(sendfile(out, pipes[0], NULL, 10));
    SHOW(sendfile(app, in, NULL, 10));
    SHOW(sendfile(ro, in, NULL, 10));
    SHOW(sendfile(out, in, (off_t *)8, 10));
    off_t off = -1;
    SHOW(sendfile(out, in, &off, 10));
    SHOW(sendfile(pipes[1], in, NULL, 100));
}

static void show_pipes(void)
{
    int a[2], b[2], file = make("spliced", 3000);
    char buf[64] = "", *bad = (char *)8;
    struct iovec iov[2] = {{"vector ", 7}, {"splice", 6}};
    loff_t off = 26;
    pipe(a);
    pipe(b);
    SHOW(vmsplice(a[1], iov, 2, 0));
    SHOW(tee(a[0], b[1], 100, 0));
    SHOW(read(a[0], buf, sizeof buf));
    SHOW(splice(file, &off, a[1], NULL, 20, 0));
    printf("%s %ld\n", buf, (long)off);
    SHOW(splice(a[0], NULL, b[1], NULL, 20, SPLICE_F_MOVE));
    SHOW(read(b[0], buf, sizeof buf));
    printf("%.33s\n", buf);
    SHOW(splice(a[0], NULL, file, NULL, 20, SPLICE_F_NONBLOCK));
    SHOW(tee(a[0], b[1], 20, SPLICE_F_NONBLOCK));
    SHOW(tee(a[0], a[1], 20, 0));
    SHOW(tee(file, a[1], 20, 0));
    SHOW(splice(file, NULL, file, NULL, 20, 0));
    SHOW(splice(a[0], &off, b[1], NULL, 20, 0));
    SHOW(splice(file, &off, a[1], NULL, 20, 0x100));
    SHOW(splice(file, (loff_t *)8, a[1], NULL, 20, 0));
    SHOW(splice(99, NULL, a[1], NULL, 20, 0));
    SHOW(splice(file, NULL, a[0], NULL, 20, 0));
    SHOW(vmsplice(file, iov, 2, 0));
    SHOW(vmsplice(a[1], (struct iovec *)8, 2, 0));
    iov[1].iov_base = bad;
    SHOW(vmsplice(a[1], iov + 1, 1, 0));
    SHOW(vmsplice(a[1], iov, 2000, 0));
    iov[0] = (struct iovec){buf, sizeof buf};
    write(b[1], "out", 3);
    SHOW(vmsplice(b[0], iov, 1, 0));
    printf("%.3s\n", buf);
    SHOW(fcntl(a[1], F_SETPIPE_SZ, 4096));
    SHOW(fcntl(a[1], F_SETPIPE_SZ, -1));
    SHOW(fcntl(file, F_GETPIPE_SZ));
    close(b[0]);
    signal(SIGPIPE, SIG_IGN);
    SHOW(splice(file, &off, b[1], NULL, 20, 0));
}

static void show_vectors(void)
{
    int fd = make("vectors", 100);
    char one[8] = "", two[16] = "";
    struct iovec iov[2] = {{one, 5}, {two, 10}};
    SHOW(preadv(fd, iov, 2, 26));
    printf("%s %s\n", one, two);
    SHOW(preadv2(fd, iov, 2, -1, 0));
    SHOW(lseek(fd, 0, SEEK_CUR));
    SHOW(preadv2(fd, iov, 2, 0, 0x80000000));
    SHOW(preadv2(fd, iov, 2, -2, 0));
    SHOW(preadv(fd, iov, -1, 0));
    SHOW(readv(fd, iov, 1025));
    SHOW(pwritev2(fd, iov, 2, 90, RWF_DSYNC));
    SHOW(pwritev2(fd, iov, 1, 0, RWF_APPEND));
    SHOW(lseek(fd, 0, SEEK_END));
    iov[1].iov_len = -1ul;
    SHOW(preadv(fd, iov, 2, 0));
    iov[1].iov_len = 10;
    iov[1].iov_base = (void *)8;
    SHOW(preadv(fd, iov, 2, 0));
    SHOW(pwritev(fd, iov, 2, 0));
    SHOW(pread(fd, one, 5, -1));
    SHOW(preadv(0, iov, 0, 0) >= 0 || errno == ESPIPE || errno == EBADF);
}

static void show_space(void)
{
    int fd = make("space", 20000), ro = open("space", O_RDONLY);
    struct stat st;
    SHOW(fallocate(fd, 0, 30000, 10000));
    SHOW(fstat(fd, &st));
    printf("%ld\n", (long)st.st_size);
    SHOW(fallocate(fd, FALLOC_FL_PUNCH_HOLE, 0, 4096));
    int r = fallocate(fd, FALLOC_FL_PUNCH_HOLE | FALLOC_FL_KEEP_SIZE, 0, 8192);
    printf("punched %d\n", r == 0 || errno == EOPNOTSUPP);
    SHOW(fallocate(fd, 0x1000, 0, 1));
    SHOW(fallocate(fd, 0, -1, 1));
    SHOW(fallocate(fd, 0, 0, 0));
    SHOW(fallocate(ro, 0, 0, 1));
    SHOW(fallocate(99, 0, 0, 1));
    SHOW(ftruncate(ro, 0));
    SHOW(ftruncate(fd, -1));
    SHOW(truncate(".", 0));
    SHOW(truncate("nothing", 0));
    SHOW(posix_fadvise(fd, 0, 0, 99));
    SHOW(posix_fadvise(99, 0, 0, 0));
    SHOW(syscall(SYS_readahead, fd, 0l, 4096l));
    SHOW(syscall(SYS_readahead, 99, 0l, 4096l));
    SHOW(sync_file_range(fd, 0, 0, SYNC_FILE_RANGE_WRITE));
    SHOW(sync_file_range(fd, 0, 0, 99));
    SHOW(sync_file_range(fd, -1, 0, 0));
    SHOW(fdatasync(99));
    SHOW(syncfs(99));
    uint64_t range[2] = {0, 0}, cached[5];
    SHOW(syscall(451, fd, range, cached, 0));
    SHOW(syscall(451, fd, range, cached, 1));
    SHOW(syscall(451, fd, 8, cached, 0));
    pid_t pid = fork();
    if (pid == 0) {
        struct rlimit few = {1000, 1000};
        setrlimit(RLIMIT_FSIZE, &few);
        signal(SIGXFSZ, SIG_IGN);
        SHOW(pwrite(fd, "xx", 2, 999));
        SHOW(pwrite(fd, "xx", 2, 1000));
        SHOW(ftruncate(fd, 1001));
        SHOW(fallocate(fd, 0, 0, 100000));
        signal(SIGXFSZ, SIG_DFL);
        pwrite(fd, "xx", 2, 1000);
        _exit(0);
    }
    int status;
    waitpid(pid, &status, 0);
    show_status("over the limit", status);
}

static void show_sealed(void)
{
    int fd = syscall(SYS_memfd_create, "name", MFD_ALLOW_SEALING | MFD_CLOEXEC);
    char *p;
    SHOW(syscall(SYS_memfd_create, "name", 0x8000));
    SHOW(syscall(SYS_memfd_create, 8, 0));
    SHOW(ftruncate(fd, 4096));
    SHOW(fcntl(fd, F_GET_SEALS));
    SHOW(fcntl(fd, F_ADD_SEALS, F_SEAL_SHRINK));
    SHOW(ftruncate(fd, 100));
    SHOW(ftruncate(fd, 8192));
    p = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
    SHOW(fcntl(fd, F_ADD_SEALS, F_SEAL_WRITE));
    SHOW(fcntl(fd, F_ADD_SEALS, F_SEAL_FUTURE_WRITE));
    SHOW(write(fd, "x", 1));
    p[0] = 1;
    SHOW((long)mmap(NULL, 4096, PROT_WRITE, MAP_SHARED, fd, 0));
    munmap(p, 4096);
    SHOW(fcntl(fd, F_ADD_SEALS, F_SEAL_WRITE | F_SEAL_SEAL));
    SHOW(fcntl(fd, F_ADD_SEALS, F_SEAL_GROW));
    SHOW(fcntl(fd, F_GET_SEALS));
    fd = syscall(SYS_memfd_create, "other", 0);
    SHOW(fcntl(fd, F_ADD_SEALS, F_SEAL_GROW));
    fd = syscall(SYS_memfd_create, "no", 8 /* MFD_NOEXEC_SEAL */);
    SHOW(fcntl(fd, F_GET_SEALS));
    SHOW(fchmod(fd, 0755));
}

int main(void)
{
    show_in_directory();
    show_range();
    show_pipes();
    show_vectors();
    show_space();
    show_sealed();
    return 0;
}
