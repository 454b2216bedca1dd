// SPDX-License-Identifier: MIT
// watched: yes
// args: 40 3
// full: 1000 3
/*
 * Many processes at once, forked, half of them executed anew, in a ring of
 * pipes that a number goes around, each adding one. All end as they should, and
 * nothing is left of them in the parent.
 *
 *   processes-leave-nothing-behind PROCESSES ROUNDS
 */
#define _GNU_SOURCE
#include "load.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>

#define TURNS 5

/* Adds one to each number that comes, until the pipe ends. */
static int member(int in, int out)
{
    long number, turns = 0;
    while (read(in, &number, sizeof number) == sizeof number) {
        number++;
        NEED(write(out, &number, sizeof number) == sizeof number);
        turns++;
    }
    return turns == TURNS ? 7 : 8;
}

static void start_member(char **argv, int n, int in, int out, int keep)
{
    char first[16], second[16];
    close(keep); /* the ring's start: its end must be seen */
    if (n % 2 == 0)
        _exit(member(in, out));
    fcntl(in, F_SETFD, 0);
    fcntl(out, F_SETFD, 0);
    snprintf(first, sizeof first, "%d", in);
    snprintf(second, sizeof second, "%d", out);
    execl("/proc/self/exe", argv[0], "member", first, second, NULL);
    _exit(9);
}

static void make_ring(char **argv, long count, pid_t *pids, int *start,
                      int *end)
{
    int in, pair[2];
    NEED(pipe2(pair, O_CLOEXEC) == 0);
    in = pair[0];
    *start = pair[1];
    for (int n = 0; n < count; n++) {
        NEED(pipe2(pair, O_CLOEXEC) == 0);
        pids[n] = fork();
        NEED(pids[n] >= 0);
        if (pids[n] == 0) {
            close(pair[0]);
            start_member(argv, n, in, pair[1], *start);
        }
        close(in);
        close(pair[1]);
        in = pair[0];
    }
    *end = in;
}

static void one_round(char **argv, long count, pid_t *pids, int number)
{
    int start, end, status;
    make_ring(argv, count, pids, &start, &end);
    for (long turn = 0, sum = turn; turn < TURNS; turn++, sum = turn) {
        NEED(write(start, &sum, sizeof sum) == sizeof sum);
        NEED(read(end, &sum, sizeof sum) == sizeof sum);
        NEED(sum == turn + count);
        if (turn == 0 && number == 0)
            load_check("alive all");
    }
    close(start);
    for (long n = 0; n < count; n++)
        NEED(waitpid(pids[n], &status, 0) == pids[n] && WIFEXITED(status) &&
             WEXITSTATUS(status) == 7);
    close(end);
}

int main(int argc, char **argv)
{
    if (argc > 3 && !strcmp(argv[1], "member"))
        return member(atoi(argv[2]), atoi(argv[3]));
    long count = load_size(argc, argv, 1, 40);
    long rounds = load_size(argc, argv, 2, 3);
    pid_t *pids = calloc((size_t)count, sizeof *pids);
    for (int n = 0; n < rounds; n++) {
        one_round(argv, count, pids, n);
        if (n == 0)
            load_mark("begin");
    }
    load_check("end rss 1024 tables 64 maps 8 fds 0 threads 0 children 0");
    printf("%ld processes, %ld rounds\n", count, rounds);
    return 0;
}
