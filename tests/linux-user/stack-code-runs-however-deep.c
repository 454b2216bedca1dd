// SPDX-License-Identifier: MIT
/*
 * Code on a stack that was made executable: runs where the stack was when the
 * program began, and where it has grown to since; the neighbours of the page
 * that mprotect was given too, if it was asked to follow the stack down.
 */
#define _GNU_SOURCE
#include "check.h"

#include <errno.h>
#include <stdint.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

/* mov w0, #7; ret */
static const uint32_t seven[] = {0x528000e0, 0xd65f03c0};

static __attribute__((noinline)) int run_at(unsigned depth)
{
    volatile char frame[4096];
    uint32_t code[2];

    frame[depth % 4096] = 1;
    if (depth)
        return run_at(depth - 1) + frame[depth % 4096] - 1;
    memcpy(code, seven, sizeof code);
    __builtin___clear_cache((char *)code, (char *)(code + 2));
    return ((int (*)(void))code)();
}

/* 7, or minus the signal that ended it. */
static int result(unsigned depth)
{
    int status;
    pid_t pid = fork();

    if (pid == 0)
        _exit(run_at(depth));
    waitpid(pid, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
}

int main(void)
{
    char here;
    char *page = (char *)((uintptr_t)&here & ~(uintptr_t)4095);
    const int all = PROT_READ | PROT_WRITE | PROT_EXEC;

    CHECK(result(0) == -11);
    CHECK(result(100) == -11);
    CHECK(mprotect(page, 4096, all | PROT_GROWSDOWN) == 0);
    CHECK(result(0) == 7);
    CHECK(result(10) == 7);
    CHECK(result(100) == 7);
    CHECK(result(1000) == 7);
    CHECK(run_at(1000) == 7);
    CHECK(run_at(500) == 7);
    CHECK(mprotect(page, 4096, all | PROT_GROWSUP) == -1 && errno == EINVAL);
    return check_result();
}
