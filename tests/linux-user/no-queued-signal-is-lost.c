// SPDX-License-Identifier: MIT
/*
 * Another process floods this one with queued signals while it computes,
 * calls, allocates and forks: each arrives once and in order.
 */
#define _GNU_SOURCE
#include "check.h"

#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define SIGNALS 20000

static volatile int next, wrong, depth, deepest;

static void handler(int sig, siginfo_t *info, void *context)
{
    (void)sig;
    (void)context;
    wrong += info->si_value.sival_int != next;
    next = info->si_value.sival_int + 1;
    if (++depth > deepest)
        deepest = depth;
    depth--;
}

static void flood(pid_t to)
{
    union sigval v;

    for (v.sival_int = 0; v.sival_int < SIGNALS; v.sival_int++)
        while (sigqueue(to, SIGRTMIN, v) < 0)
            if (errno != EAGAIN || kill(to, 0) < 0)
                _exit(1);
    _exit(0);
}

/* Work that shows damage: pipes, memory, a sort. */
static int work(int fd[2], unsigned round)
{
    char buf[256], *p = malloc(1000 + round % 5000);
    unsigned sum = 0, i;
    int ok;

    memset(p, (int)round, 1000);
    memset(buf, (int)round, sizeof(buf));
    ok = write(fd[1], buf, sizeof(buf)) == sizeof(buf);
    memset(buf, 0, sizeof(buf));
    ok &= read(fd[0], buf, sizeof(buf)) == sizeof(buf);
    for (i = 0; i < sizeof(buf); i++)
        sum += (unsigned char)buf[i];
    ok &= sum == (round & 255) * sizeof(buf) && p[999] == (char)round;
    free(p);
    return ok;
}

int main(void)
{
    struct sigaction sa = {.sa_sigaction = handler,
                           .sa_flags = SA_SIGINFO | SA_RESTART};
    int fd[2], status, good = 1;
    unsigned round = 0;
    pid_t parent = getpid(), child, other;

    sigaction(SIGRTMIN, &sa, NULL);
    CHECK(pipe(fd) == 0);
    child = fork();
    if (child == 0)
        flood(parent);
    while (next < SIGNALS && round < 2000000) {
        good &= work(fd, round++);
        if (round % 1000 == 0) {
            other = fork();
            if (other == 0)
                _exit((int)(round / 1000) & 63);
            good &= waitpid(other, &status, 0) == other &&
                    WEXITSTATUS(status) == ((round / 1000) & 63);
        }
    }
    CHECK(good);
    CHECK(next == SIGNALS && wrong == 0);
    CHECK(waitpid(child, &status, 0) == child && status == 0);
    return check_result();
}
