// SPDX-License-Identifier: MIT
/* What waits for events: inotify, fanotify, epoll, and event descriptors. */
#include "show.h"

#include <poll.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/fanotify.h>
#include <sys/inotify.h>
#include <sys/ioctl.h>
#include <sys/signalfd.h>
#include <sys/socket.h>
#include <sys/timerfd.h>
#include <time.h>

static void show_inotify_events(int fd)
{
    char buf[4096];
    ssize_t n = read(fd, buf, sizeof buf);
    printf("%d bytes:", (int)n);
    for (ssize_t at = 0; at < n;) {
        struct inotify_event *e = (struct inotify_event *)(buf + at);
        printf(" %x:%s:%u:%d", e->mask, e->len ? e->name : "", e->len,
               e->cookie != 0);
        at += sizeof *e + e->len;
    }
    printf("\n");
}

static void show_inotify(void)
{
    int fd = inotify_init1(IN_NONBLOCK | IN_CLOEXEC), n;
    char small[10];
    SHOW(inotify_init1(1));
    SHOW(fcntl(fd, F_GETFD));
    mkdir("watched", 0755);
    SHOW(inotify_add_watch(fd, "watched", IN_ALL_EVENTS));
    int file = open("watched/a", O_CREAT | O_RDWR, 0644);
    write(file, "x", 1);
    SHOW(ioctl(fd, FIONREAD, &n));
    printf("%d\n", n);
    SHOW(read(fd, small, sizeof small));
    show_inotify_events(fd);
    fchmod(file, 0600);
    close(file);
    rename("watched/a", "watched/b");
    unlink("watched/b");
    show_inotify_events(fd);
    SHOW(inotify_add_watch(fd, "watched", IN_CREATE | IN_MASK_ADD));
    SHOW(inotify_add_watch(fd, "watched", IN_CREATE | 0x10000000 /* create */));
    SHOW(inotify_add_watch(fd, "none", IN_CREATE));
    SHOW(inotify_add_watch(fd, "watched", 0));
    SHOW(inotify_add_watch(fd, (char *)8, IN_CREATE));
    SHOW(inotify_add_watch(0, "watched", IN_CREATE));
    SHOW(inotify_add_watch(99, "watched", IN_CREATE));
    close(open("plain", O_CREAT | O_RDWR, 0644));
    SHOW(inotify_add_watch(fd, "plain", IN_ONLYDIR | IN_CREATE));
    SHOW(ioctl(fd, 0x40044900 /* INOTIFY_IOC_SETNEXTWD */, 77));
    SHOW(inotify_add_watch(fd, "plain", IN_ONESHOT | IN_OPEN));
    close(open("plain", O_RDONLY));
    show_inotify_events(fd);
    rmdir("watched");
    show_inotify_events(fd);
    SHOW(inotify_rm_watch(fd, 1));
    SHOW(inotify_rm_watch(99, 1));
}

static void show_fanotify(void)
{
    int fd = fanotify_init(FAN_CLASS_NOTIF | FAN_NONBLOCK, O_RDONLY);
    SHOW(fd >= 0 ? 0 : -1);
    SHOW(fanotify_init(0x80000000, O_RDONLY));
    SHOW(fanotify_init(FAN_CLASS_NOTIF, O_RDONLY | O_CREAT));
    if (fd < 0)
        return;
    mkdir("fan", 0755);
    SHOW(fanotify_mark(fd, FAN_MARK_ADD,
                       FAN_OPEN | FAN_CLOSE | FAN_EVENT_ON_CHILD, AT_FDCWD,
                       "fan"));
    SHOW(fanotify_mark(fd, FAN_MARK_ADD, FAN_OPEN, AT_FDCWD, "none"));
    SHOW(fanotify_mark(fd, FAN_MARK_ADD, 0, AT_FDCWD, "fan"));
    SHOW(fanotify_mark(fd, 0, FAN_OPEN, AT_FDCWD, "fan"));
    SHOW(fanotify_mark(fd, FAN_MARK_ADD | FAN_MARK_ONLYDIR, FAN_OPEN, AT_FDCWD,
                       "plain"));
    SHOW(fanotify_mark(0, FAN_MARK_ADD, FAN_OPEN, AT_FDCWD, "fan"));
    close(open("fan/x", O_CREAT | O_RDWR, 0644));
    struct fanotify_event_metadata m[8];
    ssize_t n = read(fd, m, sizeof m);
    for (int i = 0; i < n / (int)sizeof *m; i++) {
        struct stat st;
        printf("%llx own %d\n", (unsigned long long)m[i].mask,
               m[i].pid == getpid());
        SHOW(fstat(m[i].fd, &st));
        printf("%x\n", fcntl(m[i].fd, F_GETFL) & O_ACCMODE);
        close(m[i].fd);
    }
    SHOW(read(fd, m, sizeof m));
    SHOW(read(fd, m, 3));
    SHOW(fanotify_mark(fd, FAN_MARK_FLUSH, 0, AT_FDCWD, NULL));
}

static void show_events(struct epoll_event *got, int n)
{
    if (n < 0)
        printf("%s\n", strerrorname_np(errno));
    for (int i = 0; i < n; i++)
        printf("event %x data %llx\n", got[i].events,
               (unsigned long long)got[i].data.u64);
    if (n == 0)
        printf("none\n");
}

static void show_epoll(void)
{
    int ep = epoll_create1(EPOLL_CLOEXEC), in = epoll_create1(0), p[2], sv[2];
    struct epoll_event ev = {EPOLLIN | EPOLLET, {.u64 = 0x123456789abcdef0}},
                       got[8];
    pipe(p);
    socketpair(AF_UNIX, SOCK_STREAM, 0, sv);
    SHOW(epoll_create(0));
    SHOW(epoll_create1(1));
    SHOW(epoll_ctl(ep, EPOLL_CTL_ADD, p[0], &ev));
    ev.events = EPOLLIN | EPOLLOUT | EPOLLONESHOT | EPOLLRDHUP;
    ev.data.u64 = -1ull;
    SHOW(epoll_ctl(ep, EPOLL_CTL_ADD, sv[0], &ev));
    SHOW(epoll_ctl(ep, EPOLL_CTL_ADD, in, &ev));
    SHOW(epoll_ctl(in, EPOLL_CTL_ADD, ep, &ev));
    SHOW(epoll_ctl(ep, EPOLL_CTL_ADD, ep, &ev));
    SHOW(epoll_ctl(ep, EPOLL_CTL_ADD, open("plain", O_RDONLY), &ev));
    SHOW(epoll_ctl(ep, 99, p[1], &ev));
    SHOW(epoll_ctl(ep, EPOLL_CTL_DEL, p[1], NULL));
    SHOW(epoll_ctl(ep, EPOLL_CTL_MOD, p[1], &ev));
    SHOW(epoll_ctl(p[0], EPOLL_CTL_ADD, p[1], &ev));
    SHOW(epoll_ctl(99, EPOLL_CTL_ADD, p[1], &ev));
    SHOW(epoll_ctl(ep, EPOLL_CTL_ADD, 99, &ev));
    SHOW(epoll_ctl(ep, EPOLL_CTL_ADD, p[1], (void *)8));
    ev.events = EPOLLIN | EPOLLEXCLUSIVE | EPOLLONESHOT;
    SHOW(epoll_ctl(ep, EPOLL_CTL_ADD, p[1], &ev));
    show_events(got, epoll_wait(ep, got, 8, 0));
    show_events(got, epoll_wait(ep, got, 8, 0));
    write(p[1], "x", 1);
    show_events(got, epoll_wait(ep, got, 1, -1));
    show_events(got, epoll_wait(ep, got, 8, 0));
    ev.events = EPOLLIN | EPOLLRDHUP;
    SHOW(epoll_ctl(ep, EPOLL_CTL_MOD, sv[0], &ev));
    shutdown(sv[1], SHUT_WR);
    close(p[1]);
    show_events(got, epoll_wait(ep, got, 8, 0));
    SHOW(epoll_wait(ep, got, -1, 0));
    SHOW(epoll_wait(99, got, 1, 0));
    struct timespec ts = {0, 1000000};
    sigset_t set;
    sigfillset(&set);
    SHOW(syscall(441, ep, got, 8, &ts, NULL, 0));
    SHOW(syscall(441, in, got, 8, &ts, &set, 8));
    SHOW(syscall(441, in, got, 8, &ts, &set, 4));
    SHOW(syscall(441, in, got, 8, &ts, 8, 8));
    SHOW(syscall(441, in, got, 8, 8, NULL, 0));
    ts.tv_nsec = -1;
    SHOW(syscall(441, in, got, 8, &ts, NULL, 0));
    struct {
        uint32_t usecs;
        uint16_t budget;
        uint8_t prefer, pad;
    } params = {0};
    SHOW(ioctl(ep, 0x80088a02 /* EPIOCGPARAMS */, &params));
    SHOW(ioctl(p[0], 0x80088a02, &params));
    SHOW(syscall(SYS_epoll_pwait, in, got, 8, 0, &set, 8));
    SHOW(syscall(SYS_epoll_pwait, in, got, 8, 0, &set, 16));
}

static void show_eventfd(void)
{
    uint64_t v = 3;
    int fd = eventfd(0, EFD_SEMAPHORE | EFD_NONBLOCK | EFD_CLOEXEC);
    struct pollfd p = {fd, POLLIN | POLLOUT, 0};
    SHOW(eventfd(0, 0x10));
    SHOW(poll(&p, 1, 0));
    printf("%x\n", p.revents);
    SHOW(write(fd, &v, 8));
    SHOW(write(fd, &v, 4));
    SHOW(read(fd, &v, 8));
    printf("%llu\n", (unsigned long long)v);
    v = ~0ull;
    SHOW(write(fd, &v, 8));
    v = ~0ull - 1;
    SHOW(write(fd, &v, 8));
    SHOW(read(fd, (void *)8, 8));
    v = ~0ull - 3;
    SHOW(write(fd, &v, 8));
    SHOW(poll(&p, 1, 0));
    printf("%x\n", p.revents);
    SHOW(lseek(fd, 0, SEEK_SET));
}

static void show_timerfd(void)
{
    struct itimerspec its = {{0, 2000000}, {0, 1000000}}, old;
    uint64_t n = 0;
    int fd = timerfd_create(CLOCK_MONOTONIC, TFD_NONBLOCK);
    SHOW(timerfd_create(CLOCK_MONOTONIC, 0x10));
    SHOW(timerfd_create(CLOCK_THREAD_CPUTIME_ID, 0));
    SHOW(read(fd, &n, 8));
    SHOW(timerfd_settime(fd, 0, &its, &old));
    printf("%ld %ld\n", (long)old.it_value.tv_sec, old.it_interval.tv_nsec);
    struct pollfd p = {fd, POLLIN, 0};
    SHOW(poll(&p, 1, 5000));
    SHOW(read(fd, &n, 8));
    printf("expired %d\n", n > 0);
    SHOW(timerfd_gettime(fd, &old));
    printf("%ld %d\n", old.it_interval.tv_nsec,
           old.it_value.tv_nsec <= 2000000);
    its.it_value.tv_nsec = 1000000000;
    SHOW(timerfd_settime(fd, 0, &its, NULL));
    SHOW(timerfd_settime(fd, 8, &its, NULL));
    SHOW(timerfd_settime(fd, 0, (void *)8, NULL));
    SHOW(timerfd_settime(0, 0, &old, NULL));
    SHOW(timerfd_gettime(0, &old));
    SHOW(timerfd_gettime(fd, (void *)8));
    its = (struct itimerspec){{0, 0}, {1, 0}};
    SHOW(timerfd_settime(fd, TFD_TIMER_ABSTIME, &its, NULL));
    SHOW(read(fd, &n, 8));
    printf("%llu\n", (unsigned long long)n);
    n = 5;
    SHOW(ioctl(fd, 0x40085400 /* TFD_IOC_SET_TICKS */, &n));
    SHOW(read(fd, &n, 8));
    printf("%llu\n", (unsigned long long)n);
}

/* Signals that tell of descriptors. */
static void show_signals_of_input(void)
{
    int sv[2], sig = SIGRTMIN + 5;
    struct f_owner_ex owner = {F_OWNER_TID, getpid()};
    struct timespec wait = {5, 0};
    siginfo_t info;
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, sig);
    sigaddset(&set, SIGIO);
    sigprocmask(SIG_BLOCK, &set, NULL);
    socketpair(AF_UNIX, SOCK_STREAM, 0, sv);
    SHOW(fcntl(sv[0], F_SETOWN_EX, &owner));
    SHOW(fcntl(sv[0], F_SETSIG, sig));
    SHOW(fcntl(sv[0], F_SETFL, O_ASYNC | O_NONBLOCK));
    printf("%d\n", !!(fcntl(sv[0], F_GETFL) & O_ASYNC));
    write(sv[1], "x", 1);
    SHOW(sigtimedwait(&set, &info, &wait) == sig);
    printf("code %d band %lx own %d\n", info.si_code, (long)info.si_band,
           info.si_fd == sv[0]);
    SHOW(fcntl(sv[0], F_SETSIG, 0));
    write(sv[1], "x", 1);
    SHOW(sigtimedwait(&set, &info, &wait) == SIGIO);
    close(sv[1]);
    SHOW(sigtimedwait(&set, &info, &wait) == SIGIO);
    close(sv[0]);
    int dir = open(".", O_RDONLY);
    SHOW(fcntl(dir, F_SETSIG, sig));
    SHOW(fcntl(dir, F_NOTIFY, DN_CREATE));
    close(open("told", O_CREAT | O_RDWR, 0600));
    SHOW(sigtimedwait(&set, &info, &wait) == sig);
    printf("own %d\n", info.si_fd == dir);
    sigprocmask(SIG_UNBLOCK, &set, NULL);
}

static void show_signalfd(void)
{
    struct signalfd_siginfo si[4];
    sigset_t set, old;
    sigemptyset(&set);
    sigaddset(&set, SIGUSR1);
    sigaddset(&set, SIGRTMIN + 2);
    sigprocmask(SIG_BLOCK, &set, &old);
    int fd = signalfd(-1, &set, SFD_NONBLOCK | SFD_CLOEXEC);
    SHOW(signalfd(-1, &set, 1));
    SHOW(signalfd(0, &set, 0));
    SHOW(signalfd(99, &set, 0));
    SHOW(syscall(SYS_signalfd4, -1, &set, 4, 0));
    SHOW(syscall(SYS_signalfd4, -1, 8, 8, 0));
    sigqueue(getpid(), SIGRTMIN + 2, (union sigval){.sival_int = 41});
    sigqueue(getpid(), SIGRTMIN + 2, (union sigval){.sival_int = 42});
    kill(getpid(), SIGUSR1);
    struct pollfd p = {fd, POLLIN, 0};
    SHOW(poll(&p, 1, 0));
    SHOW(read(fd, si, 10));
    ssize_t n = read(fd, si, sizeof si);
    for (int i = 0; i < n / (int)sizeof *si; i++)
        printf("signal %u code %d value %d own %d\n", si[i].ssi_signo,
               si[i].ssi_code, si[i].ssi_int, si[i].ssi_pid == getpid());
    sigdelset(&set, SIGUSR1);
    SHOW(signalfd(fd, &set, 0) == fd);
    kill(getpid(), SIGUSR1);
    SHOW(read(fd, si, sizeof si));
    sigpending(&set);
    printf("%d\n", sigismember(&set, SIGUSR1));
    signal(SIGUSR1, SIG_IGN);
    sigprocmask(SIG_SETMASK, &old, NULL);
}

int main(void)
{
    show_in_directory();
    show_inotify();
    show_fanotify();
    show_epoll();
    show_eventfd();
    show_timerfd();
    show_signalfd();
    show_signals_of_input();
    return 0;
}
