// SPDX-License-Identifier: MIT
/*
 * Arguments that the kernel takes as 32 bits, or fewer: what a program leaves
 * in the upper half of their registers changes nothing, nor does it beside the
 * call's number.
 */
#include "show.h"

#include <linux/futex.h>
#include <poll.h>
#include <sched.h>
#include <sys/epoll.h>
#include <sys/inotify.h>
#include <sys/ioctl.h>
#include <sys/ipc.h>
#include <sys/mman.h>
#include <sys/msg.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/sem.h>
#include <sys/shm.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <sys/timerfd.h>
#include <sys/uio.h>

/* A register whose lower half is x. */
#define J(x) ((long)((uint64_t)(uint32_t)(x) | 0xdeadbeef00000000u))
/* One whose lower 16 bits are x. */
#define H(x)               ((long)((uint64_t)(uint16_t)(x) | 0xdeadbeefabcd0000u))
#define CALL(name, ...)    SHOW(syscall(SYS_##name, __VA_ARGS__))
#define CALL_OK(name, ...) SHOW_OK(syscall(SYS_##name, __VA_ARGS__))

static char buf[64];
static struct timespec none;

/* Not syscall(), which cuts the number. */
static long call(long nr, long a)
{
#ifdef __aarch64__
    register long x8 __asm__("x8") = nr, x0 __asm__("x0") = a;
    __asm__ volatile("svc #0" : "+r"(x0) : "r"(x8) : "memory");
#else
    long x0;
    __asm__ volatile("syscall"
                     : "=a"(x0)
                     : "a"(nr), "D"(a)
                     : "rcx", "r11", "memory");
#endif
    return x0;
}

static void show_numbers(void)
{
    SHOW(call(J(SYS_getpid), 0) == getpid());
    SHOW(call(J(SYS_close), J(-1)) == -EBADF);
    SHOW(call(J(9999), 0) == -ENOSYS);
}

static void show_files(void)
{
    int fd =
        (int)CALL_OK(openat, J(AT_FDCWD), "f", J(O_CREAT | O_RDWR), H(0600));
    struct stat st;
    struct iovec iov = {"abc", 3};
    stat("f", &st);
    printf("mode %o\n", st.st_mode);
    CALL(write, J(fd), "hello", 5L);
    CALL(lseek, J(fd), 1L, J(SEEK_SET));
    CALL(read, J(fd), buf, 4L);
    CALL(pread64, J(fd), buf, 4L, 0L);
    CALL(pwritev, J(fd), &iov, 1L, 0L, 0L);
    CALL(pwritev2, J(fd), &iov, 1L, 0L, 0L, J(0));
    CALL(ftruncate, J(fd), 100L);
    CALL(fallocate, J(fd), J(0), 0L, 200L);
    CALL(fstat, J(fd), &st);
    CALL(newfstatat, J(AT_FDCWD), "f", &st, J(AT_SYMLINK_NOFOLLOW));
    CALL(statx, J(AT_FDCWD), "f", J(0), J(0x7ff), malloc(256));
    CALL(faccessat, J(AT_FDCWD), "f", J(R_OK));
    CALL(fchmod, J(fd), H(0640));
    CALL(fchmodat, J(AT_FDCWD), "f", H(0644));
    CALL(fchownat, J(AT_FDCWD), "f", J(-1), J(-1), J(0));
    CALL(mkdirat, J(AT_FDCWD), "d", H(0700));
    CALL(mknodat, J(AT_FDCWD), "p", H(S_IFIFO | 0600), J(0));
    CALL(symlinkat, "f", J(AT_FDCWD), "s");
    CALL(linkat, J(AT_FDCWD), "f", J(AT_FDCWD), "l", J(0));
    CALL(renameat2, J(AT_FDCWD), "l", J(AT_FDCWD), "m", J(1));
    CALL(unlinkat, J(AT_FDCWD), "d", J(AT_REMOVEDIR));
    CALL(readlinkat, J(AT_FDCWD), "s", buf, J(sizeof buf));
    CALL(utimensat, J(AT_FDCWD), "f", NULL, J(0));
    CALL(flock, J(fd), J(2));
    CALL(fsync, J(fd));
    CALL(fadvise64, J(fd), 0L, 0L, J(0));
    CALL(getdents64, J(open(".", O_RDONLY)), malloc(4096), J(1));
    SHOW(syscall(SYS_umask, J(022)));
    CALL(close, J(fd));
    CALL(fcntl, J(fd), J(F_GETFD), 0L);
}

static void show_descriptors(void)
{
    int fds[2], ep, tfd, in;
    struct epoll_event ev = {EPOLLIN, {.u64 = 0x1122334455667788}}, got = {0};
    struct itimerspec its = {{0, 0}, {0, 1}};
    struct pollfd p;
    CALL(pipe2, fds, J(O_CLOEXEC));
    CALL(fcntl, J(fds[0]), J(F_GETFD), J(0));
    CALL(fcntl, J(fds[0]), J(F_SETFD), J(0));
    CALL(fcntl, J(fds[0]), J(F_DUPFD), J(50));
    CALL(dup3, J(fds[0]), J(51), J(O_CLOEXEC));
    CALL(dup, J(999));
    CALL(ioctl, J(fds[0]), J(FIONREAD), buf);
    CALL(write, J(fds[1]), "x", 1L);
    CALL_OK(epoll_create1, J(EPOLL_CLOEXEC));
    ep = epoll_create1(0);
    CALL(epoll_ctl, J(ep), J(EPOLL_CTL_ADD), J(fds[0]), &ev);
    CALL(epoll_pwait, J(ep), &got, J(1), J(-1), NULL, 8L);
    printf("%d %d\n", got.events, got.data.u64 == ev.data.u64);
    p = (struct pollfd){fds[0], POLLIN, 0};
    CALL(ppoll, &p, J(1), &none, NULL, 8L);
    CALL_OK(eventfd2, J(3), J(O_NONBLOCK));
    tfd = (int)CALL_OK(timerfd_create, J(CLOCK_MONOTONIC), J(0));
    CALL(timerfd_settime, J(tfd), J(0), &its, NULL);
    CALL(read, J(tfd), buf, 8L);
    in = (int)CALL_OK(inotify_init1, J(O_NONBLOCK));
    CALL_OK(inotify_add_watch, J(in), ".", J(IN_CREATE));
    CALL(inotify_rm_watch, J(in), J(77));
    CALL_OK(memfd_create, "m", J(MFD_CLOEXEC));
    CALL(splice, J(fds[0]), NULL, J(fds[1]), NULL, 1L, J(0));
    CALL(tee, J(fds[0]), J(fds[1]), 1L, J(0));
    CALL(sendfile, J(1), J(999), NULL, 1L);
    CALL(close_range, J(50), J(60), J(0));
    CALL(fcntl, 51L, F_GETFD);
}

static void show_sockets(void)
{
    int sv[2], one = 1, s;
    socklen_t len = sizeof one;
    struct msghdr m = {.msg_iov = &(struct iovec){"abc", 3}, .msg_iovlen = 1};
    CALL(socketpair, J(AF_UNIX), J(SOCK_STREAM | SOCK_CLOEXEC), J(0), sv);
    CALL(sendto, J(sv[0]), "abcd", 4L, J(MSG_NOSIGNAL), NULL, J(0));
    CALL(sendmsg, J(sv[0]), &m, J(MSG_NOSIGNAL));
    CALL(recvfrom, J(sv[1]), buf, 64L, J(MSG_DONTWAIT), NULL, NULL);
    CALL(setsockopt, J(sv[0]), J(SOL_SOCKET), J(SO_PASSCRED), &one, J(4));
    CALL(getsockopt, J(sv[0]), J(SOL_SOCKET), J(SO_PASSCRED), &one, &len);
    CALL(shutdown, J(sv[0]), J(SHUT_WR));
    s = (int)CALL_OK(socket, J(AF_UNIX), J(SOCK_STREAM), J(0));
    CALL(listen, J(s), J(5));
    CALL(bind, J(s), "\1\0bad", J(5));
    CALL(accept4, J(s), NULL, NULL, J(SOCK_NONBLOCK));
    CALL(socket, J(AF_UNIX), J(99), J(0));
}

static void show_processes(void)
{
    int status;
    struct rlimit rl;
    siginfo_t info;
    pid_t pid = syscall(SYS_clone, J(SIGCHLD), 0L, 0L, 0L, 0L);
    if (pid == 0)
        syscall(SYS_exit_group, J(300));
    CALL(unshare, 0xdeadbeef00000000);
    CALL(waitid, J(P_PID), J(pid), &info, J(WEXITED | WNOWAIT), NULL);
    SHOW(syscall(SYS_wait4, J(pid), &status, J(0), NULL) == pid);
    show_status("child", status);
    CALL(kill, J(getpid()), J(0));
    CALL(tgkill, J(getpid()), J(getpid()), J(0));
    CALL(kill, J(getpid()), J(65));
    CALL(setpgid, J(0), J(-3));
    SHOW(syscall(SYS_getpgid, J(getpid())) == getpgrp());
    CALL(getpriority, J(PRIO_PROCESS), J(0));
    CALL(prlimit64, J(0), J(RLIMIT_AS), NULL, &rl);
    CALL(prlimit64, J(0), J(RLIMIT_CORE), &(struct rlimit){0, 0}, NULL);
    CALL(prlimit64, J(0), J(99), NULL, &rl);
    CALL(prctl, J(PR_GET_DUMPABLE), 0L, 0L, 0L, 0L);
    CALL(prctl, J(PR_SET_NAME), "name", 0L, 0L, 0L);
    CALL(sched_getscheduler, J(0));
    CALL(sched_get_priority_max, J(SCHED_RR));
    CALL(sched_getaffinity, J(0), J(1), buf);
    CALL(setresuid, J(-1), J(-1), J(-1));
    CALL(setresgid, J(-1), J(-1), J(-1));
    CALL(getgroups, J(0), NULL);
    CALL(personality, J(0xffffffff));
    CALL(rt_sigaction, J(SIGUSR1), NULL, NULL, 8L);
    CALL(rt_sigaction, J(65), NULL, NULL, 8L);
    CALL(rt_sigprocmask, J(SIG_BLOCK), NULL, NULL, 8L);
    CALL(rt_sigprocmask, J(9), buf, NULL, 8L);
    CALL(getrusage, J(RUSAGE_CHILDREN), malloc(200));
    CALL(getitimer, J(ITIMER_REAL), malloc(64));
    CALL(clock_gettime, J(CLOCK_MONOTONIC), &none);
    CALL(clock_getres, J(99), &none);
    none = (struct timespec){0, 1};
    CALL(clock_nanosleep, J(CLOCK_MONOTONIC), J(0), &none, NULL);
    CALL(getrandom, buf, 8L, J(1));
}

static void show_memory(void)
{
    uint32_t word = 5;
    struct timespec soon = {0, 1000};
    char *p = mmap(NULL, 8192, PROT_READ | PROT_WRITE,
                   MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    /* Words for the kernel, of which it looks at the bits that it knows. */
    CALL_OK(mmap, NULL, 4096L, J(PROT_READ), J(MAP_PRIVATE | MAP_ANONYMOUS),
            J(-1), 0L);
    CALL_OK(mmap, NULL, 4096L, J(PROT_READ), J(MAP_SHARED), J(3), 0L);
    CALL(mprotect, p, 4096L, J(PROT_READ));
    CALL(mprotect, p, 4096L, (long)PROT_READ);
    CALL_OK(mremap, p, 8192L, 4096L, J(MREMAP_MAYMOVE), 0L);
    p = mmap(NULL, 8192, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS,
             -1, 0);
    CALL(madvise, p, 4096L, J(MADV_DONTNEED));
    CALL(madvise, p, 4096L, J(99));
    CALL(msync, p, 4096L, J(MS_ASYNC));
    CALL(mlock2, p, 4096L, J(0));
    CALL(mlockall, J(0));
    CALL(membarrier, J(0), J(0), J(0));
    CALL(futex, &word, J(FUTEX_WAIT | FUTEX_PRIVATE_FLAG), J(5), &soon);
    CALL(futex, &word, J(FUTEX_WAIT), J(6), NULL);
    CALL(futex, &word, J(FUTEX_WAKE), J(1));
    CALL(futex, &word, J(FUTEX_WAIT_BITSET), J(5), &none, NULL, J(-1));
    int id = shmget(IPC_PRIVATE, 4096, 0600);
    SHOW_OK(syscall(SYS_shmget, J(IPC_PRIVATE), 4096L, J(0600)));
    SHOW_OK(syscall(SYS_shmat, J(id), NULL, J(SHM_RDONLY)));
    CALL(shmctl, J(id), J(IPC_RMID), NULL);
    id = semget(IPC_PRIVATE, 1, 0600);
    CALL(semctl, J(id), J(0), J(SETVAL), J(7));
    CALL(semctl, J(id), J(0), J(GETVAL), 0L);
    CALL(semtimedop, J(id), &(struct sembuf){0, -1, 0}, J(1), &none);
    CALL(semctl, J(id), J(0), J(IPC_RMID), 0L);
    id = msgget(IPC_PRIVATE, 0600);
    CALL(msgsnd, J(id), "\1\0\0\0\0\0\0\0text", 4L, J(0));
    CALL(msgrcv, J(id), buf, 4L, 0L, J(IPC_NOWAIT));
    CALL(msgctl, J(id), J(IPC_RMID), NULL);
}

int main(void)
{
    show_in_directory();
    show_numbers();
    show_files();
    show_descriptors();
    show_sockets();
    show_processes();
    show_memory();
    return 0;
}
