// SPDX-License-Identifier: MIT
/*
 * For programs that load a guest heavily: load_mark() has the process measured
 * from outside by tests/load/watch; load_check() says by how much it may have
 * grown since the mark "begin". Without a watcher they do nothing.
 */
#ifndef FERRY_TESTS_LOAD_LOAD_H
#define FERRY_TESTS_LOAD_LOAD_H

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define FAIL(...)                                                \
    (printf("%s:%d: ", __FILE__, __LINE__), printf(__VA_ARGS__), \
     printf(": %s\n", strerror(errno)), fflush(stdout), _exit(1))
#define NEED(condition) ((condition) ? (void)0 : FAIL("%s", #condition))

/* "NAME FIGURE BOUND ...", with watch's names of figures. */
static inline void load_check(const char *text)
{
    const char *fd = getenv("FERRY_LOAD_FD");
    char answer;
    ssize_t n;
    if (!fd)
        return;
    NEED(write(atoi(fd), text, strlen(text)) == (ssize_t)strlen(text));
    do
        n = read(atoi(fd), &answer, 1);
    while (n < 0 && errno == EINTR);
    NEED(n == 1);
}

static inline void load_mark(const char *name)
{
    load_check(name);
}

/* The n-th argument as a number. */
static inline long load_size(int argc, char **argv, int n, long other)
{
    return argc > n ? strtol(argv[n], NULL, 0) : other;
}

#endif
