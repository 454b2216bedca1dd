// SPDX-License-Identifier: MIT
/*
 * What a program gets where there is no more: descriptors, room on the disk,
 * processes, mappings, memory; and that it goes on. Ferry's own needs are
 * short then as well: copies of /proc, code that is new, tasks, executions.
 */
#include "show.h"

#include <dirent.h>
#include <pthread.h>
#include <sched.h>
#include <setjmp.h>
#include <spawn.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/file.h>
#include <sys/inotify.h>
#include <sys/mman.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/signalfd.h>
#include <sys/socket.h>
#include <sys/statfs.h>
#include <sys/timerfd.h>
#include <sys/uio.h>
#include <sys/un.h>

extern char **environ;
static const char *self;

static void limit(int what, rlim_t soft)
{
    struct rlimit r;
    getrlimit(what, &r);
    r.rlim_cur = soft;
    setrlimit(what, &r);
}

static void *end(void *arg)
{
    return arg;
}

/* A program of this one's file, and how it ended. */
static void show_exec(void)
{
    int status = 0;
    pid_t pid = fork();
    if (pid == 0) {
        execl(self, self, "again", NULL);
        _exit(errno);
    }
    waitpid(pid, &status, 0);
    show_status("exec", status);
}

static void show_spawn(void)
{
    char *argv[] = {(char *)self, "again", NULL};
    int status = 0;
    pid_t pid;
    int error = posix_spawn(&pid, self, NULL, NULL, argv, environ);
    printf("posix_spawn: %s\n", error ? strerrorname_np(error) : "ok");
    if (error)
        return;
    waitpid(pid, &status, 0);
    show_status("spawned", status);
}

static long names_in(const char *path)
{
    long n = 0;
    DIR *dir = opendir(path);
    if (!dir)
        return -1;
    while (readdir(dir))
        n++;
    closedir(dir);
    return n;
}

static long bytes_of(const char *path)
{
    char buffer[4096];
    long n = 0;
    int fd = open(path, O_RDONLY);
    if (fd < 0)
        return -1;
    for (long got; (got = read(fd, buffer, sizeof buffer)) > 0;)
        n += got;
    close(fd);
    return n > 0;
}

static int names_this_program(const char *path)
{
    char name[256] = "";
    return readlink(path, name, sizeof name - 1) > 0 &&
           strstr(name, "-shortages") != NULL;
}

static void show_each_maker_of_descriptors(void)
{
    int pair[2];
    sigset_t set;
    sigemptyset(&set);
    SHOW(open("/dev/null", O_RDONLY));
    SHOW(openat(AT_FDCWD, "none", O_CREAT | O_RDWR, 0600));
    SHOW(access("none", F_OK));
    SHOW(dup(0));
    SHOW(fcntl(0, F_DUPFD, 0));
    SHOW(dup2(0, 24));
    SHOW(pipe(pair));
    SHOW(socket(AF_UNIX, SOCK_STREAM, 0));
    SHOW(socketpair(AF_UNIX, SOCK_STREAM, 0, pair));
    SHOW(eventfd(0, 0));
    SHOW(epoll_create1(0));
    SHOW(signalfd(-1, &set, 0));
    SHOW(timerfd_create(CLOCK_MONOTONIC, 0));
    SHOW(inotify_init1(0));
    SHOW(memfd_create("a", 0));
    SHOW(syscall(SYS_pidfd_open, getpid(), 0));
    SHOW(bytes_of("/proc/self/maps"));
    SHOW(bytes_of("/proc/cpuinfo"));
    SHOW(names_in("/proc/self/fd"));
    SHOW(names_this_program("/proc/self/exe"));
}

/* One that came through a socket finds no room, and is gone. */
static void show_received(int from)
{
    char byte, control[CMSG_SPACE(sizeof(int))];
    struct iovec vec = {&byte, 1};
    struct msghdr m = {.msg_iov = &vec,
                       .msg_iovlen = 1,
                       .msg_control = control,
                       .msg_controllen = sizeof control};
    SHOW(recvmsg(from, &m, 0));
    printf("truncated %d, room %d\n", !!(m.msg_flags & MSG_CTRUNC),
           (int)m.msg_controllen);
}

static void send_one(int to)
{
    char control[CMSG_SPACE(sizeof(int))] = "";
    struct iovec vec = {"x", 1};
    struct msghdr m = {.msg_iov = &vec,
                       .msg_iovlen = 1,
                       .msg_control = control,
                       .msg_controllen = sizeof control};
    struct cmsghdr *c = CMSG_FIRSTHDR(&m);
    c->cmsg_level = SOL_SOCKET;
    c->cmsg_type = SCM_RIGHTS;
    c->cmsg_len = CMSG_LEN(sizeof(int));
    SHOW(sendmsg(to, &m, 0));
}

static void show_descriptors(void)
{
    int pair[2];
    printf("descriptors\n");
    socketpair(AF_UNIX, SOCK_STREAM, 0, pair);
    send_one(pair[0]);
    limit(RLIMIT_NOFILE, 24);
    while (dup(0) >= 0)
        ;
    show_each_maker_of_descriptors();
    show_received(pair[1]);
    show_exec();
    show_spawn();
    printf("one is free\n");
    close(10);
    SHOW(bytes_of("/proc/self/maps"));
    SHOW(bytes_of("/proc/self/smaps"));
    SHOW(bytes_of("/proc/cpuinfo"));
    SHOW(names_in("/proc/self/fd"));
    show_exec();
    show_spawn();
    close(11);
    SHOW(pipe(pair));
}

static sigjmp_buf back;
static void on_bus(int sig, siginfo_t *info, void *context)
{
    (void)context;
    printf("signal %d, code %d\n", sig, info->si_code);
    siglongjmp(back, 1);
}

static void store(char *at)
{
    if (sigsetjmp(back, 1))
        return;
    *(volatile char *)at = 1;
    printf("stored\n");
}

static void fill(int fd)
{
    static char block[4096];
    while (write(fd, block, sizeof block) > 0)
        ;
    while (write(fd, block, 1) > 0)
        ;
}

static void write_text(const char *path, const char *text)
{
    int fd = open(path, O_WRONLY);
    write(fd, text, strlen(text));
    close(fd);
}

/* A disk of 256 KiB and a dozen files, in namespaces of our own. */
static int enter_disk(void)
{
    char text[32];
    int user = (int)getuid(), group = (int)getgid();
    mkdir("disk", 0700);
    if (unshare(CLONE_NEWUSER | CLONE_NEWNS))
        return 0;
    write_text("/proc/self/setgroups", "deny");
    snprintf(text, sizeof text, "0 %d 1", user);
    write_text("/proc/self/uid_map", text);
    snprintf(text, sizeof text, "0 %d 1", group);
    write_text("/proc/self/gid_map", text);
    return mount("none", "disk", "tmpfs", 0, "size=256k,nr_inodes=12") == 0 &&
           chdir("disk") == 0;
}

static void show_disk(void)
{
    struct sigaction act = {.sa_sigaction = on_bus, .sa_flags = SA_SIGINFO};
    printf("disk\n");
    if (!enter_disk())
        return; /* nor on the host */
    sigaction(SIGBUS, &act, NULL);
    int sparse = open("sparse", O_CREAT | O_RDWR, 0600);
    ftruncate(sparse, 1 << 20);
    char *p =
        mmap(NULL, 1 << 20, PROT_READ | PROT_WRITE, MAP_SHARED, sparse, 0);
    store(p);
    int fd = open("full", O_CREAT | O_RDWR, 0600);
    fill(fd);
    SHOW(write(fd, "0123456789", 10));
    SHOW(pwrite(fd, "0123456789", 10, 1 << 20));
    SHOW(writev(fd, &(struct iovec){"0123456789", 10}, 1));
    SHOW(posix_fallocate(fd, 0, 4 << 20));
    SHOW(fallocate(fd, 0, 0, 4 << 20));
    SHOW(ftruncate(fd, 4 << 20));
    SHOW(
        copy_file_range(sparse, &(loff_t){0}, fd, &(loff_t){2 << 20}, 4096, 0));
    store(p + 4096);
    store(p + (1 << 19));
    SHOW(read(sparse, p + 8192, 4096));
    SHOW(read(sparse, p + 16, 16));
    SHOW(getcwd(p + (1 << 18), 4096) != NULL);
    SHOW(mkdir("d", 0700));
    SHOW(symlink("a", "l"));
    for (int n = 0; n < 12; n++) {
        char name[8] = {'f', (char)('a' + n), 0};
        int more = open(name, O_CREAT | O_RDWR, 0600);
        if (more < 0)
            break;
        close(more);
    }
    SHOW(open("one-more", O_CREAT | O_RDWR, 0600));
    SHOW(mkdir("another", 0700));
    SHOW(rename("fa", "fb"));
    show_exec();
    SHOW(unlink("full"));
    close(fd);
    store(p + 4096);
    SHOW(msync(p, 8192, MS_SYNC));
}

/* A user of its own, who has no more processes; root has no limit. */
static void show_processes(void)
{
    pthread_t thread;
    int status = 0;
    struct rlimit before;
    printf("processes\n");
    if (getuid() == 0 && setresuid(64999, 64999, 64999))
        return;
    getrlimit(RLIMIT_NPROC, &before);
    limit(RLIMIT_NPROC, 1);
    SHOW(fork());
    SHOW(vfork());
    printf("thread: %s\n",
           strerrorname_np(pthread_create(&thread, NULL, end, NULL)));
    show_spawn();
    setrlimit(RLIMIT_NPROC, &before);
    pid_t pid = fork();
    if (pid == 0)
        _exit(7);
    waitpid(pid, &status, 0);
    show_status("fork", status);
}

static void show_after(void)
{
    pthread_t thread;
    int status = 0;
    int error = pthread_create(&thread, NULL, end, NULL);
    printf("thread: %s\n", error ? strerrorname_np(error) : "ok");
    if (!error)
        pthread_join(thread, NULL);
    pid_t pid = fork();
    if (pid == 0)
        _exit(7);
    waitpid(pid, &status, 0);
    show_status("fork", status);
    show_exec();
    char text[64];
    snprintf(text, sizeof text, "%.3f %a", 1.5, 2.5);
    printf("%s\n", text);
}

#define PAGE 4096L
static void show_mappings(void)
{
    printf("mappings\n");
    char *many = mmap(NULL, PAGE << 18, PROT_NONE,
                      MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    long n = 0;
    while (n < 1 << 17 &&
           mprotect(many + 2 * n * PAGE, PAGE, PROT_READ | PROT_WRITE) == 0)
        n++;
    printf("mprotect: %s\n", strerrorname_np(errno));
    while (mmap(NULL, PAGE, PROT_READ, MAP_SHARED | MAP_ANONYMOUS, -1, 0) !=
           MAP_FAILED)
        ;
    printf("mmap: %s\n", strerrorname_np(errno));
    SHOW(munmap(many + (PAGE << 17) + 16 * PAGE, PAGE));
    SHOW(munmap(many + (PAGE << 17), PAGE));
    SHOW(mprotect(many + (PAGE << 17) + 16 * PAGE, PAGE, PROT_READ));
    SHOW(madvise(many + (PAGE << 17) + 16 * PAGE, PAGE, MADV_DONTFORK));
    SHOW(mlock(many + (PAGE << 17) + 16 * PAGE, PAGE));
    SHOW_OK(mremap(many + (PAGE << 17) + 16 * PAGE, PAGE, 2 * PAGE,
                   MREMAP_MAYMOVE));
    show_after();
    SHOW(munmap(many, PAGE << 17));
    SHOW_OK(
        (long)mmap(NULL, PAGE, PROT_READ, MAP_SHARED | MAP_ANONYMOUS, -1, 0));
    show_after();
}

static void show_memory(void)
{
    size_t bytes = 1 << 26;
    printf("memory\n");
    limit(RLIMIT_AS, 256 << 20);
    while (bytes >= (size_t)PAGE)
        if (mmap(NULL, bytes, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) ==
            MAP_FAILED)
            bytes /= 2;
    printf("mmap: %s\n", strerrorname_np(errno));
    SHOW(sbrk(1 << 20) == (void *)-1);
    printf("malloc: %s\n", malloc(1 << 20) ? "ok" : "none");
    show_after();
    limit(RLIMIT_AS, RLIM_INFINITY);
    show_after();
}

int main(int argc, char **argv)
{
    self = realpath(argv[0], NULL);
    if (argc > 1)
        return 42;
    show_in_directory();
    show_in_child(show_descriptors);
    show_in_child(show_disk);
    show_in_child(show_processes);
    show_in_child(show_mappings);
    show_in_child(show_memory);
    return 0;
}
