// SPDX-License-Identifier: MIT
/*
 * What a signal does to calls that wait, with and without SA_RESTART.  Another
 * process sends it when it sees this one asleep, whenever that may be.
 */
#include "show.h"

#include <poll.h>
#include <sched.h>
#include <sys/epoll.h>
#include <sys/file.h>
#include <sys/select.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <sys/un.h>
#include <time.h>

/* Long enough for any machine. */
#define LONG 1000

static volatile int caught;
static int told[2];
static pid_t sender;

static void handler(int sig)
{
    caught = sig;
    write(told[1], "", 1);
}

static void install(int flags)
{
    struct sigaction sa = {.sa_handler = handler, .sa_flags = flags};
    sigaction(SIGALRM, &sa, NULL);
}

/* Returns once process pid waits for something. */
static void see_asleep(pid_t pid)
{
    char name[40], text[200] = "";
    const char *state = NULL;
    sprintf(name, "/proc/%d/stat", pid);
    while (!state || state[2] != 'S') {
        sched_yield();
        int fd = open(name, O_RDONLY);
        ssize_t n = read(fd, text, sizeof text - 1);
        text[n > 0 ? n : 0] = 0;
        close(fd);
        state = strrchr(text, ')');
    }
}

/*
 * A child that interrupts its parent's waits, one by one, and then writes text
 * into the next.  A negative fd: it ends in the next.
 */
static pid_t interrupt(int waits, int fd, const char *text)
{
    char byte;
    pid_t parent = getpid(), pid = fork();
    if (pid)
        return pid;
    while (waits-- > 0) {
        see_asleep(parent);
        kill(parent, SIGALRM);
        read(told[0], &byte, 1);
    }
    if (text)
        see_asleep(parent);
    if (fd >= 0)
        write(fd, text, strlen(text));
    _exit(0);
}

/* The next wait gets a signal. */
static void arm(void)
{
    caught = 0;
    sender = interrupt(1, -1, NULL);
}

static void show_caught(long result)
{
    if (result == -1)
        printf("  -1 %s, caught %d\n", strerrorname_np(errno), caught);
    else
        printf("  %ld, caught %d\n", result, caught);
    fflush(stdout);
    if (sender)
        waitpid(sender, NULL, 0);
    sender = 0;
}

static void show_reads(void)
{
    char buf[8];
    int fds[2];
    pipe(fds);
    printf("read of a pipe\n");
    install(0);
    arm();
    show_caught(read(fds[0], buf, sizeof buf));
    install(SA_RESTART);
    pid_t pid = interrupt(1, fds[1], "abc");
    caught = 0;
    show_caught(read(fds[0], buf, sizeof buf));
    waitpid(pid, NULL, 0);
    socketpair(AF_UNIX, SOCK_STREAM, 0, fds);
    printf("recv\n");
    install(0);
    arm();
    show_caught(recv(fds[0], buf, sizeof buf, 0));
    install(SA_RESTART);
    pid = interrupt(1, fds[1], "abcd");
    caught = 0;
    show_caught(recv(fds[0], buf, sizeof buf, 0));
    waitpid(pid, NULL, 0);
    struct timeval tv = {LONG, 0};
    setsockopt(fds[0], SOL_SOCKET, SO_RCVTIMEO, &tv, sizeof tv);
    printf("recv with a timeout\n");
    arm();
    show_caught(recv(fds[0], buf, sizeof buf, 0));
    tv = (struct timeval){0, 30000};
    setsockopt(fds[0], SOL_SOCKET, SO_RCVTIMEO, &tv, sizeof tv);
    caught = 0;
    show_caught(recv(fds[0], buf, sizeof buf, 0));
}

static void show_waits(void)
{
    int status;
    printf("wait\n");
    caught = 0;
    install(0);
    pid_t pid = interrupt(2, -1, "");
    show_caught(waitpid(pid, &status, 0));
    install(SA_RESTART);
    caught = 0;
    show_caught(waitpid(pid, &status, 0) == pid);
    int fd = open("lock", O_CREAT | O_RDWR, 0600);
    flock(fd, LOCK_EX);
    pid = fork();
    if (pid == 0) {
        int mine = open("lock", O_RDWR);
        printf("flock\n");
        install(0);
        arm();
        show_caught(flock(mine, LOCK_EX));
        struct flock fl = {.l_type = F_WRLCK, .l_whence = SEEK_SET};
        printf("fcntl\n");
        show_caught(fcntl(mine, F_SETLKW, &fl));
        _exit(0);
    }
    waitpid(pid, &status, 0);
    close(fd);
    install(0);
    mkfifo("fifo", 0600);
    printf("open of a fifo\n");
    arm();
    show_caught(open("fifo", O_RDONLY));
}

static void show_polls(int flags)
{
    int fds[2], ep = epoll_create1(0);
    struct epoll_event ev = {.events = EPOLLIN};
    fd_set set;
    sigset_t none;
    pipe(fds);
    sigemptyset(&none);
    epoll_ctl(ep, EPOLL_CTL_ADD, fds[0], &ev);
    install(flags);
    printf("poll\n");
    struct pollfd p = {.fd = fds[0], .events = POLLIN};
    arm();
    show_caught(poll(&p, 1, LONG * 1000));
    arm();
    show_caught(ppoll(&p, 1, NULL, &none));
    printf("select\n");
    FD_ZERO(&set);
    FD_SET(fds[0], &set);
    struct timeval tv = {LONG, 0};
    arm();
    show_caught(select(fds[0] + 1, &set, NULL, NULL, &tv));
    arm();
    show_caught(pselect(fds[0] + 1, &set, NULL, NULL, NULL, &none));
    printf("epoll_wait\n");
    arm();
    show_caught(epoll_wait(ep, &ev, 1, LONG * 1000));
    printf("pause\n");
    arm();
    show_caught(pause());
    printf("sigsuspend\n");
    arm();
    show_caught(sigsuspend(&none));
    close(ep);
}

/* A signal that is blocked but for the wait itself. */
static void show_masked(void)
{
    sigset_t block, old, none, now;
    int fds[2];
    pipe(fds);
    struct pollfd p = {.fd = fds[0], .events = POLLIN};
    sigemptyset(&block);
    sigaddset(&block, SIGALRM);
    sigprocmask(SIG_BLOCK, &block, &old);
    sigemptyset(&none);
    install(SA_RESTART);
    raise(SIGALRM);
    caught = 0;
    printf("pending before ppoll\n");
    show_caught(ppoll(&p, 1, NULL, &none));
    sigprocmask(SIG_SETMASK, NULL, &now);
    printf("  still blocked %d\n", sigismember(&now, SIGALRM));
    raise(SIGALRM);
    caught = 0;
    printf("pending before sigsuspend\n");
    show_caught(sigsuspend(&none));
    raise(SIGALRM);
    caught = 0;
    struct timespec zero = {0, 0};
    printf("sigtimedwait\n");
    show_caught(sigtimedwait(&block, NULL, &zero));
    show_caught(sigtimedwait(&block, NULL, &zero));
    struct itimerval timer = {{0, 0}, {0, 1000}};
    setitimer(ITIMER_REAL, &timer, NULL);
    siginfo_t info;
    show_caught(sigwaitinfo(&block, &info));
    printf("  code %d\n", info.si_code);
    sigprocmask(SIG_SETMASK, &old, NULL);
}

static void show_slept(int err)
{
    printf("  %s, caught %d\n", err ? strerrorname_np(err) : "to the end",
           caught);
    fflush(stdout);
    waitpid(sender, NULL, 0);
    sender = 0;
}

static void show_sleeps(int flags)
{
    struct timespec ts = {LONG, 0}, left = {0, 0};
    install(flags);
    printf("nanosleep\n");
    arm();
    show_caught(nanosleep(&ts, &left));
    printf("  left %d\n", left.tv_sec > LONG / 2 && left.tv_sec <= LONG);
    printf("clock_nanosleep\n");
    arm();
    show_slept(clock_nanosleep(CLOCK_MONOTONIC, 0, &ts, &left));
    printf("  left %d\n", left.tv_sec > LONG / 2 && left.tv_sec <= LONG);
    clock_gettime(CLOCK_MONOTONIC, &ts);
    ts.tv_sec += LONG;
    printf("clock_nanosleep until\n");
    arm();
    show_slept(clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &ts, NULL));
}

int main(void)
{
    show_in_directory();
    pipe(told);
    show_reads();
    show_waits();
    for (int i = 0; i < 2; i++) {
        printf("%s SA_RESTART\n", i ? "with" : "without");
        show_polls(i ? SA_RESTART : 0);
        show_sleeps(i ? SA_RESTART : 0);
    }
    show_masked();
    return 0;
}
