// SPDX-License-Identifier: MIT
/*
 * An asynchronous signal in a computation leaves every register as it was; in
 * a call that waits it restarts it or ends it, as SA_RESTART says.
 */
#define _GNU_SOURCE
#include "check.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdint.h>
#include <string.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static volatile int count;
static int pipe_fd[2];
static volatile int feed; /* the handler writes a byte */

static void handler(int sig)
{
    (void)sig;
    count++;
    /* Everything that the frame must bring back is spoilt. */
    __asm__ volatile("mov x9, #-1\n"
                     "mov x20, x9\n"
                     "cmp x9, x9\n"
                     "movi v0.16b, #0xff\n"
                     "movi v31.16b, #0xaa\n"
                     :
                     :
                     : "x9", "x20", "cc", "v0", "v31");
    if (feed)
        (void)!write(pipe_fd[1], "x", 1);
}

static void timer(long first_us, long every_us)
{
    struct itimerval it = {{0, every_us}, {0, first_us}};

    setitimer(ITIMER_REAL, &it, NULL);
}

static void install(int flags)
{
    struct sigaction sa = {.sa_handler = handler, .sa_flags = flags};

    sigaction(SIGALRM, &sa, NULL);
}

#define ADDEND 0xb504f333f9de6484 /* carries seven times of ten */

/* n times the addend, with each carry added to the next sum. */
static uint64_t carried(uint64_t n)
{
    unsigned __int128 sum = 0;
    while (n--)
        sum = (sum >> 64) + (uint64_t)sum + ADDEND;
    return (uint64_t)sum;
}

/* Sums in registers of both kinds, with flags alive across each step. */
static uint64_t sum(uint64_t n, uint64_t chain)
{
    uint64_t result, lanes, carries;

    __asm__ volatile("mov x9, #0\n"
                     "movi v0.2d, #0\n"
                     "mov x10, #1\n"
                     "dup v31.2d, x10\n"
                     "mov x20, %3\n"
                     "1: subs x20, x20, #1\n"
                     "add x9, x9, x20\n"
                     "add v0.2d, v0.2d, v31.2d\n"
                     "b.ne 1b\n"
                     "mov %0, x9\n"
                     "umov %1, v0.d[1]\n"
                     "mov x20, %3\n"
                     "mov x9, #0\n"
                     "cmn xzr, xzr\n"
                     "2: adcs x9, x9, %4\n"
                     "sub x20, x20, #1\n"
                     "cbnz x20, 2b\n"
                     "mov %2, x9\n"
                     : "=&r"(result), "=&r"(lanes), "=&r"(carries)
                     : "r"(n), "r"(ADDEND)
                     : "x9", "x10", "x20", "cc", "v0", "v31");
    return result == n * (n - 1) / 2 && lanes == n && carries == chain;
}

static void check_compute(void)
{
    uint64_t chain = carried(100003);

    count = 0;
    timer(500, 500);
    for (int i = 0; i < 400 && count < 50; i++)
        CHECK(sum(100003, chain));
    timer(0, 0);
    CHECK(count > 0);
}

static void check_read(void)
{
    char c;

    install(SA_RESTART);
    count = 0;
    feed = 1;
    timer(20000, 0);
    CHECK(read(pipe_fd[0], &c, 1) == 1 && count == 1);
    feed = 0;
    install(0);
    count = 0;
    timer(20000, 0);
    CHECK(read(pipe_fd[0], &c, 1) == -1 && errno == EINTR && count == 1);
}

static void check_sleep(void)
{
    struct timespec wish = {5, 0}, left = {0};
    struct pollfd pfd = {.fd = pipe_fd[0], .events = POLLIN};

    install(SA_RESTART); /* these are never restarted */
    count = 0;
    timer(20000, 0);
    CHECK(nanosleep(&wish, &left) == -1 && errno == EINTR && count == 1);
    CHECK(left.tv_sec == 4);
    timer(20000, 0);
    CHECK(poll(&pfd, 1, 5000) == -1 && errno == EINTR && count == 2);
}

static void check_wait(void)
{
    pid_t child = fork();
    int status;

    if (child == 0) {
        usleep(60000);
        _exit(7);
    }
    install(SA_RESTART);
    count = 0;
    timer(20000, 0);
    CHECK(waitpid(child, &status, 0) == child && count == 1);
    CHECK(WIFEXITED(status) && WEXITSTATUS(status) == 7);
}

int main(void)
{
    CHECK(pipe(pipe_fd) == 0);
    install(SA_RESTART);
    check_compute();
    check_read();
    check_sleep();
    check_wait();
    return check_result();
}
