// SPDX-License-Identifier: MIT
/* Processes by descriptor, other processes' memory, what they share. */
#include "show.h"

#include <linux/kcmp.h>
#include <poll.h>
#include <sys/epoll.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/uio.h>

#define NOBODY 99999999

static int pidfd_open(pid_t pid, unsigned flags)
{
    return syscall(434, pid, flags);
}

static pid_t sleeper(void)
{
    pid_t pid = fork();
    if (pid == 0) {
        for (;;)
            pause();
    }
    return pid;
}

static void show_pidfds(void)
{
    pid_t pid = sleeper();
    int fd = pidfd_open(pid, 0), status;
    siginfo_t info;
    struct pollfd p = {fd, POLLIN, 0};
    SHOW(fcntl(fd, F_GETFD));
    SHOW(pidfd_open(pid, 99));
    SHOW(pidfd_open(NOBODY, 0));
    SHOW(pidfd_open(-1, 0));
    SHOW(poll(&p, 1, 0));
    SHOW(syscall(424, fd, 0, NULL, 0));
    SHOW(syscall(424, fd, 99, NULL, 0));
    SHOW(syscall(424, fd, SIGTERM, NULL, 0x80));
    SHOW(syscall(424, 99, SIGTERM, NULL, 0));
    SHOW(syscall(424, 1, SIGTERM, NULL, 0));
    SHOW(syscall(424, fd, SIGTERM, 8, 0));
    memset(&info, 0, sizeof info);
    info.si_signo = SIGUSR1;
    info.si_code = SI_QUEUE;
    SHOW(syscall(424, fd, SIGTERM, &info, 0));
    info.si_signo = SIGTERM;
    info.si_code = SI_USER;
    SHOW(syscall(424, fd, SIGTERM, &info, 0));
    SHOW(waitid(P_PIDFD, fd, &info, WEXITED | WNOHANG));
    printf("%d\n", info.si_pid);
    SHOW(waitid(P_PIDFD, 99, &info, WEXITED));
    SHOW(waitid(P_PIDFD, 1, &info, WEXITED));
    SHOW(syscall(438, fd, 1, 0) >= 0);
    SHOW(syscall(438, fd, 99, 0));
    SHOW(syscall(438, fd, 1, 1));
    SHOW(syscall(438, 1, 1, 0));
    SHOW(syscall(424, fd, SIGTERM, NULL, 0));
    SHOW(poll(&p, 1, 5000));
    SHOW(waitid(P_PIDFD, fd, &info, WEXITED | WNOWAIT));
    printf("code %d status %d own %d\n", info.si_code, info.si_status,
           info.si_pid == pid);
    SHOW(waitpid(pid, &status, 0) == pid);
    SHOW(syscall(424, fd, SIGTERM, NULL, 0));
    SHOW(syscall(438, fd, 1, 0));
    char byte;
    SHOW(read(fd, &byte, 1));
    close(fd);
    pid = sleeper();
    fd = pidfd_open(pid, O_NONBLOCK);
    SHOW(waitid(P_PIDFD, fd, &info, WEXITED));
    SHOW_OK(ioctl(fd, 0xff09 /* PIDFD_GET_USER_NAMESPACE */, 0));
    uint64_t about[8] = {3};
    SHOW_OK(ioctl(fd, 0xc040ff0b /* PIDFD_GET_INFO */, about));
    printf("own %d\n", (int32_t)(about[2] & 0xffffffff) == pid);
    SHOW(ioctl(fd, 0xc040ff0b, 8));
    kill(pid, SIGKILL);
    waitpid(pid, NULL, 0);
}

static void show_waits(void)
{
    siginfo_t info = {0};
    int status;
    pid_t pid = sleeper(), group = getpgrp();
    SHOW(waitpid(pid, &status, WNOHANG));
    kill(pid, SIGSTOP);
    SHOW(waitid(P_PID, pid, &info, WSTOPPED));
    printf("code %d status %d\n", info.si_code, info.si_status);
    kill(pid, SIGCONT);
    SHOW(waitid(P_PID, pid, &info, WCONTINUED | WNOWAIT));
    printf("code %d status %d\n", info.si_code, info.si_status);
    SHOW(waitpid(pid, &status, WCONTINUED) == pid);
    printf("continued %d\n", WIFCONTINUED(status));
    kill(pid, SIGKILL);
    SHOW(waitid(P_PGID, group, &info, WEXITED));
    printf("code %d status %d\n", info.si_code, info.si_status);
    SHOW(waitpid(-1, &status, 0));
    SHOW(waitpid(NOBODY, &status, 0));
    SHOW(waitpid(1, &status, 0));
    SHOW(waitpid(-NOBODY, &status, WNOHANG));
    SHOW(waitpid(-1, &status, 0x100));
    SHOW(waitid(P_PID, -1, &info, WEXITED));
    SHOW(waitid(P_PID, 0, &info, WEXITED));
    SHOW(waitid(P_ALL, 0, &info, WEXITED | 0x100));
    pid = fork();
    if (pid == 0)
        _exit(3);
    SHOW(syscall(SYS_waitid, P_PID, pid, NULL, WEXITED | WNOWAIT, NULL));
    SHOW(syscall(SYS_waitid, P_PID, pid, 8, WEXITED | WNOWAIT, NULL));
    SHOW(syscall(SYS_waitid, P_PID, pid, &info, WEXITED | WNOWAIT, 8));
    SHOW(syscall(SYS_wait4, pid, 8, 0, NULL));
    SHOW(waitpid(pid, &status, 0));
    struct sigaction sa = {.sa_handler = SIG_DFL, .sa_flags = SA_NOCLDWAIT};
    sigaction(SIGCHLD, &sa, NULL);
    pid = fork();
    if (pid == 0)
        _exit(3);
    SHOW(waitpid(pid, &status, 0));
    signal(SIGCHLD, SIG_DFL);
}

static void show_memory(void)
{
    static char text[64] = "the parent's";
    char buf[64] = "", more[64] = "";
    char *hole = mmap(NULL, 8192, PROT_READ | PROT_WRITE,
                      MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    pid_t pid = sleeper();
    struct iovec l[2] = {{buf, 4}, {more, 60}}, r = {text, sizeof text};
    munmap(hole + 4096, 4096);
    SHOW(process_vm_readv(pid, l, 2, &r, 1, 0));
    printf("%.4s|%s\n", buf, more);
    strcpy(buf, "ours");
    SHOW(process_vm_writev(pid, l, 1, &r, 1, 0));
    SHOW(process_vm_readv(pid, l + 1, 1, &r, 1, 0));
    printf("%.12s %s\n", more, text);
    r = (struct iovec){hole + 4090, 20};
    SHOW(process_vm_readv(pid, l + 1, 1, &r, 1, 0));
    r = (struct iovec){hole + 4096, 20};
    SHOW(process_vm_readv(pid, l + 1, 1, &r, 1, 0));
    r = (struct iovec){(void *)8, 20};
    SHOW(process_vm_readv(pid, l + 1, 1, &r, 1, 0));
    r = (struct iovec){text, 20};
    SHOW(process_vm_readv(pid, l, 1, &r, 1, 1));
    SHOW(process_vm_readv(pid, l, 2000, &r, 1, 0));
    SHOW(process_vm_readv(pid, l, 1, &r, 2000, 0));
    SHOW(process_vm_readv(pid, (void *)8, 1, &r, 1, 0));
    SHOW(process_vm_readv(pid, l, 1, (void *)8, 1, 0));
    SHOW(process_vm_readv(NOBODY, l, 1, &r, 1, 0));
    l[0].iov_len = -1;
    SHOW(process_vm_readv(pid, l, 1, &r, 1, 0));
    l[0].iov_len = 4;
    l[0].iov_base = (void *)8;
    SHOW(process_vm_readv(pid, l, 1, &r, 1, 0));
    SHOW(process_vm_readv(pid, l, 0, &r, 0, 0));
    kill(pid, SIGKILL);
    waitpid(pid, NULL, 0);
    SHOW(process_vm_readv(pid, l, 1, &r, 1, 0));
}

static long kcmp(pid_t a, pid_t b, int type, unsigned long x, unsigned long y)
{
    return syscall(SYS_kcmp, a, b, type, x, y);
}

static void show_same(void)
{
    pid_t me = getpid(), pid = sleeper();
    int one = dup(1), other = open("/dev/null", O_RDONLY), ep;
    SHOW(kcmp(me, me, KCMP_FILE, 1, one));
    SHOW(kcmp(me, me, KCMP_FILE, 1, other) != 0);
    SHOW(kcmp(me, pid, KCMP_FILE, 1, 1));
    SHOW(kcmp(me, me, KCMP_FILE, 1, 99));
    SHOW(kcmp(me, pid, KCMP_VM, 0, 0) != 0);
    SHOW(kcmp(me, me, KCMP_VM, 0, 0));
    SHOW(kcmp(me, pid, KCMP_FILES, 0, 0) != 0);
    SHOW(kcmp(me, pid, KCMP_FS, 0, 0) != 0);
    SHOW(kcmp(me, me, KCMP_SIGHAND, 0, 0));
    SHOW(kcmp(me, me, KCMP_IO, 0, 0));
    SHOW(kcmp(me, me, KCMP_SYSVSEM, 0, 0));
    SHOW(kcmp(me, me, 99, 0, 0));
    SHOW(kcmp(me, NOBODY, KCMP_VM, 0, 0));
    ep = epoll_create1(0);
    struct epoll_event ev = {EPOLLIN};
    int fds[2];
    pipe(fds);
    epoll_ctl(ep, EPOLL_CTL_ADD, fds[0], &ev);
    struct kcmp_epoll_slot slot = {ep, fds[0], 0};
    SHOW(kcmp(me, me, KCMP_EPOLL_TFD, fds[0], (unsigned long)&slot));
    SHOW(kcmp(me, me, KCMP_EPOLL_TFD, fds[0], 8));
    slot.tfd = 99;
    SHOW(kcmp(me, me, KCMP_EPOLL_TFD, fds[0], (unsigned long)&slot));
    kill(pid, SIGKILL);
    waitpid(pid, NULL, 0);
    SHOW(fcntl(1, 1027 /* F_DUPFD_QUERY */, one));
    SHOW(fcntl(1, 1027, other));
}

static void show_signals(void)
{
    siginfo_t info, got;
    sigset_t set;
    struct timespec zero = {0, 0};
    sigemptyset(&set);
    sigaddset(&set, SIGRTMIN);
    sigprocmask(SIG_BLOCK, &set, NULL);
    memset(&info, 0, sizeof info);
    info.si_code = SI_QUEUE;
    info.si_value.sival_ptr = (void *)0x123456789a;
    SHOW(syscall(SYS_rt_sigqueueinfo, getpid(), SIGRTMIN, &info));
    SHOW(syscall(SYS_rt_tgsigqueueinfo, getpid(), gettid(), SIGRTMIN, &info));
    SHOW(sigtimedwait(&set, &got, &zero) == SIGRTMIN);
    printf("%d %lx\n", got.si_code, (long)got.si_value.sival_ptr);
    SHOW(sigtimedwait(&set, &got, &zero) == SIGRTMIN);
    SHOW(sigtimedwait(&set, &got, &zero));
    SHOW(syscall(SYS_rt_sigqueueinfo, getpid(), SIGRTMIN, 8));
    SHOW(syscall(SYS_rt_sigqueueinfo, getpid(), 99, &info));
    SHOW(syscall(SYS_rt_sigqueueinfo, NOBODY, SIGRTMIN, &info));
    info.si_code = SI_USER;
    SHOW(syscall(SYS_rt_sigqueueinfo, getppid(), SIGRTMIN, &info));
    SHOW(syscall(SYS_tgkill, getpid(), NOBODY, 0));
    SHOW(syscall(SYS_tgkill, getpid(), gettid(), 99));
    SHOW(syscall(SYS_tgkill, -1, gettid(), 0));
    SHOW(syscall(SYS_tkill, gettid(), 0));
    SHOW(syscall(SYS_tkill, -1, 0));
    SHOW(kill(0, 0));
    SHOW(kill(-NOBODY, 0));
    SHOW(syscall(SYS_rt_sigaction, 65, NULL, NULL, 8));
    SHOW(syscall(SYS_rt_sigaction, SIGKILL, &info, NULL, 8));
    SHOW(syscall(SYS_rt_sigaction, SIGKILL, NULL, &info, 8));
    SHOW(syscall(SYS_rt_sigaction, SIGUSR1, 8, NULL, 8));
    SHOW(syscall(SYS_rt_sigaction, SIGUSR1, NULL, NULL, 4));
    SHOW(syscall(SYS_rt_sigprocmask, 9, &set, NULL, 8));
    SHOW(syscall(SYS_rt_sigprocmask, 9, NULL, NULL, 8));
    SHOW(syscall(SYS_rt_sigprocmask, SIG_BLOCK, 8, NULL, 8));
    SHOW(syscall(SYS_rt_sigpending, 8, 8));
    SHOW(syscall(SYS_rt_sigpending, &set, 9));
    SHOW(syscall(SYS_rt_sigtimedwait, &set, NULL, 8, 8));
    SHOW(syscall(SYS_rt_sigtimedwait, 8, NULL, &zero, 8));
    zero.tv_nsec = -1;
    SHOW(syscall(SYS_rt_sigtimedwait, &set, NULL, &zero, 8));
    SHOW(syscall(SYS_rt_sigsuspend, 8, 8));
    stack_t st = {.ss_sp = &st, .ss_size = 100};
    SHOW(sigaltstack(&st, NULL));
    st.ss_flags = 99;
    SHOW(sigaltstack(&st, NULL));
    SHOW(sigaltstack(NULL, &st));
    printf("%d\n", st.ss_flags);
    SHOW(syscall(SYS_restart_syscall));
}

int main(void)
{
    show_pidfds();
    show_waits();
    show_memory();
    show_same();
    show_signals();
    return 0;
}
