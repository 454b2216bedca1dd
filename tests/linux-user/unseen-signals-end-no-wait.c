// SPDX-License-Identifier: MIT
/*
 * A stream of signals that the program ignores or blocks neither ends a wait
 * nor makes it longer, whatever signal it is; one that is caught then ends it.
 * A kernel does not even wake the program for them, so it passes natively too.
 */
#define _GNU_SOURCE
#include "check.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/futex.h>
#include <poll.h>
#include <signal.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/epoll.h>
#include <sys/ipc.h>
#include <sys/mman.h>
#include <sys/msg.h>
#include <sys/prctl.h>
#include <sys/sem.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#ifndef SYS_epoll_pwait2
#    define SYS_epoll_pwait2 441
#endif
#define WAIT_NS   60000000l
#define NS        1000000000l
#define SEND_MS   6000 /* how long signals come, if nothing ends before */
#define LONGER_MS 3000 /* a wait that starts anew at each takes longer */

static int pipe_fd[2], queue, semaphore;
static volatile int caught;

static void handler(int sig)
{
    caught = sig;
}

static int64_t now(clockid_t clock)
{
    struct timespec ts;

    clock_gettime(clock, &ts);
    return ts.tv_sec * NS + ts.tv_nsec;
}

static struct timespec until(clockid_t clock)
{
    int64_t end = now(clock) + WAIT_NS;

    return (struct timespec){end / NS, end % NS};
}

static long wait_nanosleep(void)
{
    struct timespec ts = {0, WAIT_NS};

    return syscall(SYS_nanosleep, &ts, NULL);
}

static long sleep_by(clockid_t clock)
{
    struct timespec ts = {0, WAIT_NS};

    return syscall(SYS_clock_nanosleep, clock, 0, &ts, NULL);
}

static long wait_realtime(void)
{
    return sleep_by(CLOCK_REALTIME);
}

static long wait_boottime(void)
{
    return sleep_by(CLOCK_BOOTTIME);
}

static long wait_until(void)
{
    struct timespec ts = until(CLOCK_MONOTONIC);

    return syscall(SYS_clock_nanosleep, CLOCK_MONOTONIC, TIMER_ABSTIME, &ts,
                   NULL);
}

static long wait_futex(void)
{
    struct timespec ts = {0, WAIT_NS};
    uint32_t word = 0;

    return syscall(SYS_futex, &word, FUTEX_WAIT, 0, &ts, NULL, 0);
}

static long wait_futex_until(void)
{
    struct timespec ts = until(CLOCK_MONOTONIC);
    uint32_t word = 0;

    return syscall(SYS_futex, &word, FUTEX_WAIT_BITSET, 0, &ts, NULL, 1);
}

static long wait_ppoll(void)
{
    struct timespec ts = {0, WAIT_NS};
    struct pollfd p = {.fd = pipe_fd[0], .events = POLLIN};
    long r = syscall(SYS_ppoll, &p, 1, &ts, NULL, 8);

    CHECK(ts.tv_sec == 0 && ts.tv_nsec == 0);
    return r;
}

/* Time that the kernel can't write back. */
static long wait_ppoll_constant(void)
{
    struct pollfd p = {.fd = pipe_fd[0], .events = POLLIN};
    struct timespec *ts = mmap(NULL, 4096, PROT_READ | PROT_WRITE,
                               MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    long r;

    ts->tv_nsec = WAIT_NS;
    mprotect(ts, 4096, PROT_READ);
    r = syscall(SYS_ppoll, &p, 1, ts, NULL, 8);
    munmap(ts, 4096);
    return r;
}

/* The call has a mask of its own, with this signal if it is not 0. */
static int masked;

static long wait_ppoll_masked(void)
{
    struct timespec ts = {0, WAIT_NS};
    sigset_t mask;

    sigprocmask(SIG_BLOCK, NULL, &mask);
    if (masked)
        sigaddset(&mask, masked);
    return ppoll(NULL, 0, &ts, &mask);
}

static long wait_pselect(void)
{
    struct timespec ts = {0, WAIT_NS};
    uint64_t set = 1ull << pipe_fd[0];
    long r = syscall(SYS_pselect6, pipe_fd[0] + 1, &set, NULL, NULL, &ts, NULL);

    CHECK(ts.tv_sec == 0 && ts.tv_nsec == 0 && set == 0);
    return r;
}

static long wait_epoll(void)
{
    int ep = epoll_create1(0);
    struct epoll_event ev;
    long r = epoll_wait(ep, &ev, 1, WAIT_NS / 1000000);

    close(ep);
    return r;
}

static long wait_epoll2(void)
{
    struct timespec ts = {0, WAIT_NS};
    int ep = epoll_create1(0);
    struct epoll_event ev;
    long r = syscall(SYS_epoll_pwait2, ep, &ev, 1, &ts, NULL, 8);

    close(ep);
    return r;
}

static long wait_signal(void)
{
    struct timespec ts = {0, WAIT_NS};
    sigset_t set;

    sigemptyset(&set);
    sigaddset(&set, SIGUSR2);
    return sigtimedwait(&set, NULL, &ts);
}

static long wait_semaphore(void)
{
    struct timespec ts = {0, WAIT_NS};
    struct sembuf op = {0, -1, 0};

    return semtimedop(semaphore, &op, 1, &ts);
}

static const struct timed {
    const char *name;
    long (*wait)(void);
    int expected; /* 0, or errno */
} timed[] = {
    {"nanosleep", wait_nanosleep, 0},
    {"clock_nanosleep by CLOCK_REALTIME", wait_realtime, 0},
    {"clock_nanosleep by CLOCK_BOOTTIME", wait_boottime, 0},
    {"clock_nanosleep until", wait_until, 0},
    {"FUTEX_WAIT", wait_futex, ETIMEDOUT},
    {"FUTEX_WAIT_BITSET", wait_futex_until, ETIMEDOUT},
    {"ppoll", wait_ppoll, 0},
    {"ppoll with a constant time", wait_ppoll_constant, 0},
    {"ppoll with a mask", wait_ppoll_masked, 0},
    {"pselect6", wait_pselect, 0},
    {"epoll_pwait", wait_epoll, 0},
    {"epoll_pwait2", wait_epoll2, 0},
    {"rt_sigtimedwait", wait_signal, EAGAIN},
    {"semtimedop", wait_semaphore, EAGAIN},
};

/* What ends these comes from the sender: it writes to both. */
static long end_read(void)
{
    char c;

    return read(pipe_fd[0], &c, 1) - 1;
}

static long end_poll(void)
{
    struct pollfd p = {.fd = pipe_fd[0], .events = POLLIN};

    return poll(&p, 1, -1) - 1;
}

static long end_queue(void)
{
    struct {
        long type;
        char c;
    } message;

    return msgrcv(queue, &message, 1, 0, 0) - 1;
}

static long end_caught(void)
{
    sigset_t mask;

    sigprocmask(SIG_BLOCK, NULL, &mask);
    return sigsuspend(&mask) == -1 && errno == EINTR && caught == SIGUSR1 ? 0
                                                                          : -1;
}

static long end_sleep(void)
{
    struct timespec ts = {20, 0}, left = {0, 0};
    int64_t start = now(CLOCK_MONOTONIC), passed;
    long r = nanosleep(&ts, &left);

    passed = now(CLOCK_MONOTONIC) - start;
    passed -= ts.tv_sec * NS - (left.tv_sec * NS + left.tv_nsec);
    return r == -1 && errno == EINTR && caught && passed >= 0 && passed < NS
               ? 0
               : -1;
}

static const struct ended {
    const char *name;
    long (*wait)(void);
} ended[] = {
    {"read", end_read},         {"poll", end_poll},       {"msgrcv", end_queue},
    {"sigsuspend", end_caught}, {"nanosleep", end_sleep},
};

/* Sends sig every millisecond; after count of them what ends all waits. */
static pid_t sender(int sig, int count)
{
    struct timespec ms = {0, 1000000};
    struct {
        long type;
        char c;
    } message = {1, 'x'};
    pid_t parent = getpid(), pid = fork();

    if (pid)
        return pid;
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    for (int i = 0; i < SEND_MS; i++) {
        nanosleep(&ms, NULL);
        kill(parent, sig);
        if (i != count)
            continue;
        (void)!write(pipe_fd[1], "x", 1);
        msgsnd(queue, &message, 1, 0);
        kill(parent, SIGUSR1);
    }
    _exit(0);
}

static void sender_end(pid_t pid)
{
    kill(pid, SIGKILL);
    waitpid(pid, NULL, 0);
}

static void check_timed(const struct timed *c, int sig, const char *how)
{
    pid_t pid = sender(sig, -1);
    int64_t start = now(CLOCK_MONOTONIC), ms;
    long r = c->wait();
    int err = r == -1 ? errno : 0;

    ms = (now(CLOCK_MONOTONIC) - start) / 1000000;
    sender_end(pid);
    if (r > 0 || err != c->expected || ms < WAIT_NS / 1000000 ||
        ms > LONGER_MS) {
        check_failures++;
        printf("%s, signal %d %s: %ld, errno %d after %ld ms\n", c->name, sig,
               how, r, err, (long)ms);
    }
}

static void check_ended(const struct ended *c, int sig, const char *how)
{
    struct {
        long type;
        char c;
    } message;
    char byte;
    pid_t pid;
    long r;

    caught = 0;
    pid = sender(sig, 20);
    r = c->wait();
    if (r) {
        check_failures++;
        printf("%s, signal %d %s: ended by it\n", c->name, sig, how);
    }
    /* What this one did not take. */
    sender_end(pid);
    fcntl(pipe_fd[0], F_SETFL, O_NONBLOCK);
    while (read(pipe_fd[0], &byte, 1) == 1)
        ;
    fcntl(pipe_fd[0], F_SETFL, 0);
    while (msgrcv(queue, &message, 1, 0, IPC_NOWAIT) == 1)
        ;
}

static void check_all(int sig, const char *how)
{
    for (unsigned i = 0; i < sizeof(timed) / sizeof(timed[0]); i++)
        check_timed(&timed[i], sig, how);
    for (unsigned i = 0; i < sizeof(ended) / sizeof(ended[0]); i++)
        check_ended(&ended[i], sig, how);
}

/* Caught, and blocked by the call's own mask alone. */
static void check_masked(int sig)
{
    static const struct timed c = {"ppoll with a mask", wait_ppoll_masked, 0};
    struct sigaction sa = {.sa_handler = handler, .sa_flags = SA_RESTART};

    sigaction(sig, &sa, NULL);
    masked = sig;
    caught = 0;
    check_timed(&c, sig, "blocked by the call");
    CHECK(caught == sig); /* when the call had ended */
    masked = 0;
}

int main(void)
{
    static const int sigs[] = {SIGSEGV, SIGTRAP, SIGURG};
    struct sigaction sa = {.sa_handler = handler, .sa_flags = SA_RESTART};
    sigset_t set, pending;

    CHECK(pipe(pipe_fd) == 0);
    queue = msgget(IPC_PRIVATE, 0600);
    semaphore = semget(IPC_PRIVATE, 1, 0600);
    CHECK(queue >= 0 && semaphore >= 0);
    sigaction(SIGUSR1, &sa, NULL);
    for (unsigned i = 0; i < sizeof(sigs) / sizeof(sigs[0]); i++) {
        signal(sigs[i], SIG_IGN);
        check_all(sigs[i], "ignored");
        check_masked(sigs[i]);
        signal(sigs[i], SIG_DFL);
        sigemptyset(&set);
        sigaddset(&set, sigs[i]);
        sigprocmask(SIG_BLOCK, &set, NULL);
        check_all(sigs[i], "blocked");
        sigpending(&pending);
        CHECK(sigismember(&pending, sigs[i]));
        signal(sigs[i], SIG_IGN);
        sigprocmask(SIG_UNBLOCK, &set, NULL);
    }
    msgctl(queue, IPC_RMID, NULL);
    semctl(semaphore, 0, IPC_RMID);
    return check_result();
}
