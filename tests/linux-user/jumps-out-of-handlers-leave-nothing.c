// SPDX-License-Identifier: MIT
/*
 * Handlers of faults, of sent signals and of interrupted calls that never
 * return but jump out, on either stack and from within each other, as often as
 * one likes: nothing piles up.
 */
#define _GNU_SOURCE
#include "check.h"

#include <fcntl.h>
#include <setjmp.h>
#include <signal.h>
#include <stdint.h>
#include <stdlib.h>
#include <unistd.h>

#define ROUNDS 20000

static sigjmp_buf out;
static volatile int *volatile nowhere = (volatile int *)16;
static volatile int nested, seen;
static int depth; /* of handlers in each other */
static char byte;
static int fds[2];

static void handler(int sig)
{
    seen++;
    if (nested-- > 0) {
        if (sig == SIGSEGV)
            raise(SIGUSR1);
        else
            *nowhere = 1;
    }
    siglongjmp(out, 1);
}

/* Pages of data, and of what is mapped at all. */
static void pages(long *all, long *data)
{
    char text[200] = "";
    int fd = open("/proc/self/statm", O_RDONLY);
    CHECK(read(fd, text, sizeof text - 1) > 0);
    close(fd);
    *all = *data = 0;
    sscanf(text, "%ld %*d %*d %*d %*d %ld", all, data);
}

static void jump(int round)
{
    nested = round % depth;
    if (sigsetjmp(out, 1))
        return;
    if (round % 4 == 0)
        *nowhere = 1;
    else if (round % 4 == 1)
        raise(SIGUSR1);
    else if (round % 4 == 2)
        kill(getpid(), SIGUSR1);
    else
        (void)!write(fds[1], &byte, 1); /* SIGPIPE */
    CHECK(!"no signal");
}

static void check_flags(int flags)
{
    struct sigaction sa = {.sa_handler = handler, .sa_flags = flags};
    long all[2], data[2];
    depth = flags & SA_NODEFER ? 4 : 2; /* a blocked fault ends a program */
    sigaction(SIGSEGV, &sa, NULL);
    sigaction(SIGUSR1, &sa, NULL);
    sigaction(SIGPIPE, &sa, NULL);
    for (int n = 0; n < 100; n++)
        jump(n);
    pages(&all[0], &data[0]);
    seen = 0;
    for (int n = 0; n < ROUNDS; n++)
        jump(n);
    CHECK(seen >= ROUNDS);
    pages(&all[1], &data[1]);
    if (all[1] - all[0] > 256 || data[1] - data[0] > 256)
        printf("%ld pages more, %ld of data\n", all[1] - all[0],
               data[1] - data[0]);
    CHECK(all[1] - all[0] <= 256 && data[1] - data[0] <= 256);
}

int main(void)
{
    stack_t st = {.ss_sp = malloc(65536), .ss_size = 65536};
    CHECK(pipe(fds) == 0 && close(fds[0]) == 0);
    check_flags(0);
    check_flags(SA_NODEFER);
    CHECK(sigaltstack(&st, NULL) == 0);
    check_flags(SA_ONSTACK);
    check_flags(SA_ONSTACK | SA_RESTART);
    return check_result();
}
