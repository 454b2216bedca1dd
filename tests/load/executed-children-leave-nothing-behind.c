// SPDX-License-Identifier: MIT
// watched: yes
// args: 300
// full: 100000
/*
 * Children that execute a program, one after the other, from two threads
 * while a third computes: by fork, vfork, posix_spawn and a clone that shares
 * memory. Each says who it is through a pipe and ends with its status; each
 * failed exec has its errno; the parent does not grow.
 *
 *   executed-children-leave-nothing-behind CHILDREN
 */
#define _GNU_SOURCE
#include "load.h"

#include <fcntl.h>
#include <pthread.h>
#include <sched.h>
#include <signal.h>
#include <spawn.h>
#include <stdbool.h>
#include <stdint.h>
#include <sys/wait.h>

#define MAKERS 2

extern char **environ;
static char **program_argv;
static long per_maker;
static int stop;

/* The child's side of what shares memory until the exec. */
struct order {
    char number[24], fd[40], *argv[5];
    const char *path;
    int error;
};

static int execute(void *arg)
{
    struct order *o = arg;
    execve(o->path, o->argv, environ);
    o->error = errno;
    _exit(99);
}

static pid_t start(long n, struct order *o, char *stack, size_t stack_bytes)
{
    pid_t pid;
    switch (n % 4) {
    case 0:
        pid = fork();
        if (pid == 0)
            execute(o);
        return pid;
    case 1:
        pid = vfork();
        if (pid == 0)
            execute(o);
        return pid;
    case 2:
        o->error = posix_spawn(&pid, o->path, NULL, NULL, o->argv, environ);
        return o->error ? 0 : pid;
    default:
        return clone(execute, stack + stack_bytes,
                     CLONE_VM | CLONE_VFORK | SIGCHLD, o);
    }
}

static void one_child(long n, char *stack, size_t stack_bytes)
{
    int pair[2], status = 0;
    long got = -1;
    struct order o = {.path = "/proc/self/exe"};
    bool fails = n % 50 == 49;
    NEED(pipe2(pair, O_CLOEXEC) == 0);
    snprintf(o.number, sizeof o.number, "%ld", n);
    snprintf(o.fd, sizeof o.fd, "/proc/%d/fd/%d", (int)getpid(), pair[1]);
    memcpy(o.argv, (char *[]){program_argv[0], "child", o.number, o.fd, NULL},
           sizeof o.argv);
    if (fails)
        o.path = "/proc/self/status/none";
    pid_t pid = start(n, &o, stack, stack_bytes);
    NEED(pid >= 0);
    if (pid)
        NEED(waitpid(pid, &status, 0) == pid && WIFEXITED(status));
    close(pair[1]);
    ssize_t length = read(pair[0], &got, sizeof got);
    close(pair[0]);
    if (fails) { /* a forked child's errno is in its own memory */
        NEED(length == 0 && o.error == (n % 4 == 0 ? 0 : ENOTDIR));
        return;
    }
    NEED(length == sizeof got && got == n && WEXITSTATUS(status) == n % 100);
}

static void *make_children(void *arg)
{
    size_t bytes = 65536;
    char *stack = malloc(bytes);
    long first = (long)arg;
    for (long n = 0; n < per_maker; n++)
        one_child(first + n, stack, bytes);
    free(stack);
    return NULL;
}

static void *compute(void *arg)
{
    uint64_t x = 1, n = 0;
    (void)arg;
    while (!__atomic_load_n(&stop, __ATOMIC_RELAXED)) {
        for (int k = 0; k < 1000; k++)
            x = x * 6364136223846793005ull + 1442695040888963407ull;
        if (++n % 16 == 0)
            sched_yield();
    }
    /* The same again, quietly, by jumps of a thousand steps. */
    uint64_t a = 1, c = 0, y = 1;
    for (int k = 0; k < 1000; k++) {
        a *= 6364136223846793005ull;
        c = c * 6364136223846793005ull + 1442695040888963407ull;
    }
    while (n--)
        y = a * y + c;
    NEED(x == y);
    return NULL;
}

static void run(long children)
{
    pthread_t makers[MAKERS];
    per_maker = children / MAKERS;
    for (long n = 0; n < MAKERS; n++)
        NEED(!pthread_create(&makers[n], NULL, make_children,
                             (void *)(n * per_maker)));
    for (long n = 0; n < MAKERS; n++)
        NEED(!pthread_join(makers[n], NULL));
}

int main(int argc, char **argv)
{
    pthread_t computer;
    program_argv = argv;
    if (argc > 3 && !strcmp(argv[1], "child")) {
        long n = atol(argv[2]);
        int fd = open(argv[3], O_WRONLY);
        NEED(write(fd, &n, sizeof n) == sizeof n);
        return (int)(n % 100);
    }
    long children = load_size(argc, argv, 1, 300);
    NEED(!pthread_create(&computer, NULL, compute, NULL));
    run(children / 10); /* whatever comes with the first of them */
    load_mark("begin");
    for (int part = 1; part <= 3; part++) {
        run(children * 3 / 10);
        load_check("part rss 1024 tables 64 maps 12 fds 0 threads 0 "
                   "children 0");
    }
    stop = 1;
    pthread_join(computer, NULL);
    printf("%ld children\n", children);
    return 0;
}
