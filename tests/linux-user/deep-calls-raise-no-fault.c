// SPDX-License-Identifier: MIT
// build: -fno-optimize-sibling-calls
/*
 * However deep a program's calls, in threads, handlers and vfork children, it
 * sees no fault but its own: the one at its own guard page, with its address.
 */
#define _GNU_SOURCE
#include "check.h"

#include <pthread.h>
#include <setjmp.h>
#include <signal.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#define DEPTH 100000u

static volatile int faults;
static volatile uintptr_t address;
static sigjmp_buf out;
static int expected;

static void on_fault(int sig, siginfo_t *info, void *context)
{
    (void)sig;
    (void)context;
    faults++;
    address = (uintptr_t)info->si_addr;
    if (!expected)
        _exit(99);
    siglongjmp(out, 1);
}

__attribute__((noinline)) static unsigned deep(unsigned n)
{
    __asm__ volatile("" : "+r"(n));
    return n ? deep(n - 1) + 1 : 0;
}

static void *in_thread(void *arg)
{
    return (void *)(uintptr_t)deep((unsigned)(uintptr_t)arg);
}

static void in_handler(int sig)
{
    (void)sig;
    CHECK(deep(DEPTH / 10) == DEPTH / 10);
}

/* A guard page of its own, below a stack that is too small. */
static void *overflow(void *page)
{
    stack_t st = {.ss_sp = malloc(65536), .ss_size = 65536};
    sigaltstack(&st, NULL);
    expected = 1;
    if (sigsetjmp(out, 1) == 0)
        deep(1u << 30);
    expected = 0;
    CHECK(address >= (uintptr_t)page && address < (uintptr_t)page + 4096);
    return NULL;
}

static void check_overflow(void)
{
    char *stack = mmap(NULL, 1 << 20, PROT_READ | PROT_WRITE,
                       MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    pthread_attr_t attr;
    pthread_t thread;
    CHECK(mprotect(stack, 4096, PROT_NONE) == 0);
    pthread_attr_init(&attr);
    CHECK(pthread_attr_setstack(&attr, stack, 1 << 20) == 0);
    for (int n = 0; n < 3; n++) {
        CHECK(!pthread_create(&thread, &attr, overflow, stack));
        pthread_join(thread, NULL);
    }
    CHECK(faults == 3);
}

int main(void)
{
    struct sigaction sa = {.sa_sigaction = on_fault,
                           .sa_flags = SA_SIGINFO | SA_ONSTACK};
    pthread_t thread;
    void *depth;
    int status;
    sigaction(SIGSEGV, &sa, NULL);
    sigaction(SIGBUS, &sa, NULL);
    signal(SIGUSR1, in_handler);
    for (int n = 0; n < 3; n++) {
        CHECK(deep(DEPTH) == DEPTH);
        CHECK(!pthread_create(&thread, NULL, in_thread,
                              (void *)(uintptr_t)DEPTH));
        pthread_join(thread, &depth);
        CHECK((uintptr_t)depth == DEPTH);
        raise(SIGUSR1);
        pid_t pid = vfork();
        if (pid == 0)
            _exit(deep(DEPTH) == DEPTH ? 7 : 1);
        CHECK(waitpid(pid, &status, 0) == pid);
        CHECK(WIFEXITED(status) && WEXITSTATUS(status) == 7);
    }
    CHECK(faults == 0);
    check_overflow();
    return check_result();
}
