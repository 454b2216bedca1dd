// SPDX-License-Identifier: MIT
/*
 * A store-exclusive fails if another thread's have changed the value since the
 * load-exclusive, also when they have changed it back (Arm ARM, B2.12): in all
 * sizes, step by step; and a list from which elements are taken by LDXR, a load
 * of the next one and STXR. Whoever dies, faults or is not there after a fork
 * keeps no other from storing.
 */
#define _GNU_SOURCE
#include "check.h"

#include <pthread.h>
#include <sched.h>
#include <setjmp.h>
#include <signal.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

/* A load and a store between make it no pair that is one operation. */
#define SPACE "str xzr, [sp, #-16]!\n\tldr xzr, [sp], #16\n\t"

static uint64_t cell[512] __attribute__((aligned(4096)));
static int turn;

/*
 * The first thread loads, lets the other run, and stores; what the other does
 * is two loops of its own.
 */
#define SIZE(name, load, store)                                              \
    static uint32_t first_##name(void)                                       \
    {                                                                        \
        uint64_t x, y;                                                       \
        uint32_t failed;                                                     \
        int t;                                                               \
        __asm__ volatile(load "\n\t"                                         \
                              "mov %w3, #1\n\t"                              \
                              "stlr %w3, [%5]\n"                             \
                              "1:\tldar %w3, [%5]\n\t"                       \
                              "cmp %w3, #2\n\t"                              \
                              "b.ne 1b\n\t" store                            \
                         : "=&r"(x), "=&r"(y), "=&r"(failed), "=&r"(t)       \
                         : "r"(cell), "r"(&turn)                             \
                         : "memory", "cc");                                  \
        return failed;                                                       \
    }                                                                        \
    static void change_##name(uint64_t by)                                   \
    {                                                                        \
        uint64_t x, y;                                                       \
        uint32_t failed;                                                     \
        __asm__ volatile("1:\t" load "\n\t" SPACE "add %0, %0, %3\n\t" store \
                         "\n\t"                                              \
                         "cbnz %w2, 1b"                                      \
                         : "=&r"(x), "=&r"(y), "=&r"(failed)                 \
                         : "r"(by), "r"(cell)                                \
                         : "memory");                                        \
    }                                                                        \
    static void *second_##name(void *arg)                                    \
    {                                                                        \
        while (__atomic_load_n(&turn, __ATOMIC_ACQUIRE) != 1)                \
            sched_yield();                                                   \
        change_##name(1);                                                    \
        change_##name((uint64_t)-1);                                         \
        __atomic_store_n(&turn, 2, __ATOMIC_RELEASE);                        \
        return arg;                                                          \
    }

SIZE(8, "ldxrb %w0, [%4]", "stxrb %w2, %w0, [%4]")
SIZE(16, "ldaxrh %w0, [%4]", "stlxrh %w2, %w0, [%4]")
SIZE(32, "ldxr %w0, [%4]", "stxr %w2, %w0, [%4]")
SIZE(64, "ldaxr %0, [%4]", "stlxr %w2, %0, [%4]")
SIZE(pair32, "ldxp %w0, %w1, [%4]", "stxp %w2, %w0, %w1, [%4]")
SIZE(pair64, "ldaxp %0, %1, [%4]", "stlxp %w2, %0, %1, [%4]")

static uint32_t status_after(uint32_t (*first)(void), void *(*second)(void *))
{
    pthread_t thread;
    turn = 0;
    pthread_create(&thread, NULL, second, NULL);
    uint32_t failed = first();
    pthread_join(thread, NULL);
    return failed;
}

static void changes_are_seen(void)
{
#define CHECK_SIZE(name) CHECK(status_after(first_##name, second_##name) == 1)
    CHECK_SIZE(8);
    CHECK_SIZE(16);
    CHECK_SIZE(32);
    CHECK_SIZE(64);
    CHECK_SIZE(pair32);
    CHECK_SIZE(pair64);
}

/* A stack of nodes, each of which has one owner at a time. */
struct node {
    struct node *next;
    long owner;
} __attribute__((aligned(16)));

static struct node *top, nodes[8];
static long two_owners, rounds = 100000;

static struct node *pop(void)
{
    struct node *n, *next;
    uint32_t failed;
    __asm__ volatile("1:\tldaxr %0, [%3]\n\t"
                     "cbz %0, 2f\n\t"
                     "ldr %1, [%0]\n\t"
                     "stlxr %w2, %1, [%3]\n\t"
                     "cbnz %w2, 1b\n"
                     "2:\tclrex"
                     : "=&r"(n), "=&r"(next), "=&r"(failed)
                     : "r"(&top)
                     : "memory");
    return n;
}

static void push(struct node *n)
{
    struct node *next;
    uint32_t failed;
    __asm__ volatile("1:\tldaxr %0, [%2]\n\t"
                     "str %0, [%3]\n\t"
                     "stlxr %w1, %3, [%2]\n\t"
                     "cbnz %w1, 1b"
                     : "=&r"(next), "=&r"(failed)
                     : "r"(&top), "r"(n)
                     : "memory");
}

static void *use_nodes(void *arg)
{
    for (long i = 0; i < rounds; i++) {
        struct node *mine[2] = {pop(), pop()};
        for (int k = 0; k < 2; k++)
            if (mine[k] && __atomic_exchange_n(&mine[k]->owner, (long)arg,
                                               __ATOMIC_ACQ_REL))
                __atomic_add_fetch(&two_owners, 1, __ATOMIC_RELAXED);
        for (int k = 0; k < 2; k++)
            if (mine[k]) {
                __atomic_store_n(&mine[k]->owner, 0, __ATOMIC_RELEASE);
                push(mine[k]);
            }
    }
    return NULL;
}

static void lists_stay_whole(void)
{
    pthread_t threads[4];
    int left = 0;
    for (int i = 0; i < 8; i++)
        push(&nodes[i]);
    for (long i = 0; i < 4; i++)
        pthread_create(&threads[i], NULL, use_nodes, (void *)(i + 1));
    for (int i = 0; i < 4; i++)
        pthread_join(threads[i], NULL);
    while (left <= 8 && pop())
        left++;
    CHECK(two_owners == 0);
    CHECK(left == 8);
}

/* Stores to all of the page, without end or until told. */
static int stop;

static void *storm(void *arg)
{
    do
        for (int i = 0; i < 512; i += 2) {
            uint64_t x;
            uint32_t failed;
            __asm__ volatile("1:\tldxr %0, [%2]\n\t" SPACE "add %0, %0, #1\n\t"
                             "stxr %w1, %0, [%2]\n\t"
                             "cbnz %w1, 1b"
                             : "=&r"(x), "=&r"(failed)
                             : "r"(&cell[i])
                             : "memory");
        }
    while (arg && !__atomic_load_n(&stop, __ATOMIC_RELAXED));
    return NULL;
}

static void forks_hold_nothing(void)
{
    pthread_t threads[3];
    for (int i = 0; i < 3; i++)
        pthread_create(&threads[i], NULL, storm, &stop);
    for (int i = 0; i < 100; i++) {
        int status = -1;
        pid_t pid = fork();
        if (pid == 0) {
            storm(NULL);
            _exit(0);
        }
        waitpid(pid, &status, 0);
        CHECK(status == 0);
    }
    __atomic_store_n(&stop, 1, __ATOMIC_RELAXED);
    for (int i = 0; i < 3; i++)
        pthread_join(threads[i], NULL);
    stop = 0;
}

static char stack[65536] __attribute__((aligned(16)));

static int endless(void *arg)
{
    storm(arg);
    return 0;
}

static void the_killed_hold_nothing(void)
{
    for (int i = 0; i < 50; i++) {
        uint64_t before = __atomic_load_n(&cell[0], __ATOMIC_RELAXED);
        pid_t pid =
            clone(endless, stack + sizeof(stack), CLONE_VM | SIGCHLD, &stop);
        while (__atomic_load_n(&cell[0], __ATOMIC_RELAXED) == before)
            sched_yield();
        kill(pid, SIGKILL);
        storm(NULL);
        waitpid(pid, NULL, 0);
    }
}

static sigjmp_buf back;

static void on_fault(int sig)
{
    siglongjmp(back, sig);
}

static void faults_hold_nothing(void)
{
    signal(SIGSEGV, on_fault);
    mprotect(cell, sizeof(cell), PROT_READ);
    int faulted = sigsetjmp(back, 1);
    if (!faulted)
        storm(NULL);
    CHECK(faulted == SIGSEGV);
    mprotect(cell, sizeof(cell), PROT_READ | PROT_WRITE);
    storm(NULL);
}

int main(int argc, char **argv)
{
    if (argc > 1)
        rounds = strtol(argv[1], NULL, 0);
    changes_are_seen();
    lists_stay_whole();
    forks_hold_nothing();
    the_killed_hold_nothing();
    faults_hold_nothing();
    return check_result();
}
