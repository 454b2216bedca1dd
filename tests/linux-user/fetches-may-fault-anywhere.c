// SPDX-License-Identifier: MIT
/*
 * Threads run into a page whose rights another takes and gives, while others
 * write code and run it: a fetch that faults is a signal at its pc, and stops
 * nobody.
 */
#define _GNU_SOURCE
#include "check.h"

#include <pthread.h>
#include <setjmp.h>
#include <signal.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#define PAGE        4096ul
#define ROUNDS      1000
#define MOV_W0(imm) (0x52800000u | (uint32_t)(imm) << 5)
#define RET         0xd65f03c0u
#define NOP         0xd503201fu

static uint32_t *pages; /* two: the second one comes and goes */
static int ends;
static __thread sigjmp_buf out;
static __thread int faults;

static void on_fault(int sig, siginfo_t *info, void *context)
{
    (void)sig;
    (void)context;
    if (((uintptr_t)info->si_addr & ~4ul) != (uintptr_t)pages + PAGE)
        _exit(98);
    faults++;
    siglongjmp(out, 1);
}

/* Runs over the end of the first page; another start each time. */
static void *crosser(void *arg)
{
    volatile int returned = 0, n = 0;
    (void)arg;
    while (!__atomic_load_n(&ends, __ATOMIC_ACQUIRE) ||
           returned + faults < 10) {
        uint32_t *from = pages + PAGE / 4 - 1 - n++ % 60;
        if (sigsetjmp(out, 1))
            continue;
        CHECK(((uint32_t(*)(void))(void *)from)() == 5);
        returned++;
    }
    return NULL;
}

static void *writer(void *arg)
{
    uint32_t *code = mmap(NULL, PAGE, PROT_READ | PROT_WRITE | PROT_EXEC,
                          MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    (void)arg;
    for (uint32_t n = 0; !__atomic_load_n(&ends, __ATOMIC_ACQUIRE); n++) {
        uint32_t *f = code + n % 500 * 2;
        f[0] = MOV_W0(n & 0xffff);
        f[1] = RET;
        __builtin___clear_cache((char *)f, (char *)(f + 2));
        CHECK(((uint32_t(*)(void))(void *)f)() == (n & 0xffff));
    }
    return NULL;
}

static void change(int round)
{
    char *second = (char *)pages + PAGE;
    switch (round % 3) {
    case 0: CHECK(mprotect(second, PAGE, PROT_NONE) == 0); break;
    case 1: CHECK(mprotect(second, PAGE, PROT_READ) == 0); break;
    default: CHECK(munmap(second, PAGE) == 0);
    }
    if (round % 4 == 0) /* some stay for a while, others are gone at once */
        sched_yield();
    if (round % 3 == 2) {
        /* Whole from the first moment: a function in a file. */
        static int fd;
        uint32_t words[2] = {MOV_W0(5), RET};
        if (!fd) {
            fd = memfd_create("code", 0);
            CHECK(write(fd, words, 8) == 8);
        }
        CHECK(mmap(second, PAGE, PROT_READ | PROT_EXEC, MAP_PRIVATE | MAP_FIXED,
                   fd, 0) == second);
    } else {
        CHECK(mprotect(second, PAGE, PROT_READ | PROT_EXEC) == 0);
    }
    if (round % 8 < 5)
        sched_yield();
}

static volatile int bus_code;

static void on_bus(int sig, siginfo_t *info, void *context)
{
    (void)sig;
    (void)context;
    bus_code = info->si_code;
    siglongjmp(out, 1);
}

/* Behind the end of a file. */
static void check_end(void)
{
    int fd = memfd_create("short", 0);
    CHECK(ftruncate(fd, 100) == 0);
    char *p = mmap(NULL, 2 * PAGE, PROT_READ | PROT_EXEC, MAP_PRIVATE, fd, 0);
    for (int n = 0; n < 3; n++) {
        bus_code = 0;
        if (sigsetjmp(out, 1) == 0)
            ((void (*)(void))(void *)(p + PAGE))();
        CHECK(bus_code == BUS_ADRERR);
    }
    close(fd);
}

int main(void)
{
    struct sigaction sa = {.sa_sigaction = on_bus,
                           .sa_flags = SA_SIGINFO | SA_NODEFER};
    pthread_t threads[4];
    pages = mmap(NULL, 2 * PAGE, PROT_READ | PROT_WRITE | PROT_EXEC,
                 MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    for (unsigned n = 0; n < PAGE / 4; n++)
        pages[n] = NOP;
    pages[PAGE / 4] = MOV_W0(5);
    pages[PAGE / 4 + 1] = RET;
    __builtin___clear_cache((char *)pages, (char *)pages + 2 * PAGE);
    sigaction(SIGBUS, &sa, NULL);
    check_end();
    signal(SIGBUS, SIG_DFL);
    sa.sa_sigaction = on_fault;
    sigaction(SIGSEGV, &sa, NULL);
    for (int n = 0; n < 4; n++)
        pthread_create(&threads[n], NULL, n < 3 ? crosser : writer, NULL);
    for (int round = 0; round < ROUNDS; round++)
        change(round);
    __atomic_store_n(&ends, 1, __ATOMIC_RELEASE);
    for (int n = 0; n < 4; n++)
        pthread_join(threads[n], NULL);
    return check_result();
}
