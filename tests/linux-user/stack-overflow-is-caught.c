// SPDX-License-Identifier: MIT
/* A stack that overflows faults; its handler runs on the alternate stack. */
#define _GNU_SOURCE
#include "check.h"

#include <setjmp.h>
#include <signal.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/resource.h>

static sigjmp_buf out;
static volatile int caught;
static volatile uintptr_t fault;

static void handler(int sig, siginfo_t *info, void *context)
{
    (void)context;
    caught = sig;
    fault = (uintptr_t)info->si_addr;
    siglongjmp(out, 1);
}

__attribute__((noinline)) static unsigned deep(unsigned n)
{
    volatile char frame[4096];

    frame[n % 4096] = 1;
    if (n > 1u << 30)
        return n;
    return deep(n + 1) + (unsigned)frame[0];
}

int main(void)
{
    stack_t st = {.ss_sp = malloc(65536), .ss_size = 65536};
    struct sigaction sa = {.sa_sigaction = handler,
                           .sa_flags = SA_SIGINFO | SA_ONSTACK};
    struct rlimit limit = {1 << 20, 1 << 20};
    char here;

    CHECK(setrlimit(RLIMIT_STACK, &limit) == 0);
    CHECK(sigaltstack(&st, NULL) == 0 && sigaction(SIGSEGV, &sa, NULL) == 0);
    for (int i = 0; i < 3; i++) {
        caught = 0;
        if (sigsetjmp(out, 1) == 0)
            deep(0);
        CHECK(caught == SIGSEGV);
        CHECK((uintptr_t)&here - fault < 2 << 20);
    }
    return check_result();
}
