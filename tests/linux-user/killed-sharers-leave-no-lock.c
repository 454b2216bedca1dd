// SPDX-License-Identifier: MIT
// watched: yes
/*
 * A process that shares its parent's memory, by vfork or by CLONE_VM alone,
 * and is killed while its code is translated, leaves its parent a translator
 * that works: the lock it held is taken back, and nobody waits for it to leave
 * code that is to go.
 */
#define _GNU_SOURCE
#include "../load/load.h"

#include <sched.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#define WORDS     (1 << 18)
#define FUNCTIONS (1 << 16)
#define ROUNDS    60
#define STACK     65536

#define ADD_X0_1  0x91000400u /* add x0, x0, #1 */
#define RET       0xd65f03c0u

static uint32_t *code; /* functions of four words, all new to the translator */
static int round_now;
static char stack[STACK] __attribute__((aligned(16)));

static long call(unsigned n)
{
    return ((long (*)(long))(code + n % FUNCTIONS * 4))(0);
}

static void make_code(void)
{
    code = mmap(NULL, WORDS * 4, PROT_READ | PROT_WRITE | PROT_EXEC,
                MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    for (int i = 0; i < WORDS; i++)
        code[i] = i % 4 == 3 ? RET : ADD_X0_1;
    __builtin___clear_cache((char *)code, (char *)(code + WORDS));
}

/* Its killer comes while it calls one new function after the other. */
static int child(void *arg)
{
    pid_t self = getpid();
    (void)arg;
    if (fork() == 0) {
        usleep(1000 + (useconds_t)round_now * 137);
        kill(self, SIGKILL);
        _exit(0);
    }
    for (unsigned n = (unsigned)round_now * 1000;; n++)
        call(n);
    return 0;
}

static pid_t start_by_vfork(void)
{
    pid_t pid = vfork();
    if (pid == 0)
        child(NULL);
    return pid;
}

static pid_t start_sharer(void)
{
    return clone(child, stack + STACK, CLONE_VM | SIGCHLD, NULL);
}

/* Code is used up until the cache has been gone through. */
static void fill_cache(void)
{
    for (unsigned n = 0; n < 4 * FUNCTIONS; n++) {
        if (n % FUNCTIONS == 0)
            __builtin___clear_cache((char *)code, (char *)(code + WORDS));
        if (call(n) != 3)
            exit(3);
    }
}

static void check(const char *what, pid_t (*start)(void))
{
    for (round_now = 0; round_now < ROUNDS; round_now++) {
        int status;
        pid_t pid = start();
        waitpid(pid, &status, 0);
        if (!WIFSIGNALED(status) || WTERMSIG(status) != SIGKILL) {
            printf("%s, round %d: status %x\n", what, round_now,
                   (unsigned)status);
            exit(1);
        }
        for (unsigned n = 0; n < 100; n++)
            if (call((unsigned)round_now * 977 + n * 31) != 3)
                exit(2);
    }
}

int main(void)
{
    make_code();
    fill_cache();
    fill_cache();
    load_mark("begin");
    check("vfork", start_by_vfork);
    check("CLONE_VM", start_sharer);
    fill_cache();
    load_check("end rss 6144 tables 128 maps 64 fds 0 children 0");
    return 0;
}
