// SPDX-License-Identifier: MIT
/*
 * For programs that print what the kernel answers: built for the host and for
 * the guest, both must print the same.  So nothing that differs between two
 * runs (ids, addresses, times) may be printed, only what is said of them.
 */
#ifndef SHOW_H
#define SHOW_H

#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <unistd.h>

/* Prints the call's text and its value, or its errno's name. */
#define SHOW(call) show_value(#call, (errno = 0, (long)(call)))

/* The same for values that differ from run to run: only good or bad. */
#define SHOW_OK(call) show_good(#call, (errno = 0, (long)(call)))

static inline long show_value(const char *text, long value)
{
    if (value == -1 && errno)
        printf("%s: %s\n", text, strerrorname_np(errno));
    else
        printf("%s = %ld\n", text, value);
    fflush(stdout);
    return value;
}

static inline long show_good(const char *text, long value)
{
    if (value == -1 && errno)
        printf("%s: %s\n", text, strerrorname_np(errno));
    else
        printf("%s: ok\n", text);
    fflush(stdout);
    return value;
}

/* How a child ended. */
static inline void show_status(const char *text, int status)
{
    if (WIFEXITED(status))
        printf("%s: exit %d\n", text, WEXITSTATUS(status));
    else if (WIFSIGNALED(status))
        printf("%s: signal %d\n", text, WTERMSIG(status));
    else if (WIFSTOPPED(status))
        printf("%s: stopped by %d\n", text, WSTOPSIG(status));
    else
        printf("%s: status %x\n", text, (unsigned)status);
    fflush(stdout);
}

/* Runs show in a process of its own; its end is shown if it is not plain. */
static inline void show_in_child(void (*show)(void))
{
    int status;
    fflush(stdout);
    pid_t pid = fork();
    if (pid == 0) {
        show();
        fflush(stdout);
        _exit(0);
    }
    waitpid(pid, &status, 0);
    if (status)
        show_status("child", status);
}

/* A fresh empty directory, made the current one. */
static inline void show_in_directory(void)
{
    char name[] = "/tmp/show-XXXXXX";
    if (!mkdtemp(name) || chdir(name))
        exit(99);
    umask(022);
}

#endif
