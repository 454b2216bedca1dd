// SPDX-License-Identifier: MIT
/*
 * Preemption as Go's runtime does it: a handler makes the interrupted program
 * call a function, which saves and spoils every register and goes on where the
 * program was. Contexts that a handler kept are gone on with later, and one
 * taken in a system call is not mistaken for one that is in it.
 */
#define _GNU_SOURCE
#include "check.h"

#include <errno.h>
#include <pthread.h>
#include <setjmp.h>
#include <signal.h>
#include <stdint.h>
#include <string.h>
#include <sys/syscall.h>
#include <time.h>
#include <ucontext.h>
#include <unistd.h>

#define WORKERS     3
#define PREEMPTIONS 500 /* of each */

/*
 * The caller's return address is at sp, its own place in x30. Spoils what it
 * has saved, and goes on through x27, which code that is preempted leaves
 * alone (so does Go's).
 */
void preempted(void);
__asm__(".text\n"
        ".globl preempted\n"
        "preempted: sub sp, sp, #256\n"
        "stp x0, x1, [sp]\n\tstp x2, x3, [sp, #16]\n"
        "stp x4, x5, [sp, #32]\n\tstp x6, x7, [sp, #48]\n"
        "stp x8, x9, [sp, #64]\n\tstp x10, x11, [sp, #80]\n"
        "stp x12, x13, [sp, #96]\n\tstp x14, x15, [sp, #112]\n"
        "stp x16, x17, [sp, #128]\n\tstp x19, x20, [sp, #144]\n"
        "stp x21, x22, [sp, #160]\n\tstp x29, x30, [sp, #176]\n"
        "mrs x0, nzcv\n\tmrs x1, fpsr\n\tstp x0, x1, [sp, #192]\n"
        "sub sp, sp, #64\n\tstp q0, q1, [sp]\n\tstp q30, q31, [sp, #32]\n"
        "mov x0, #-1\n\tmov x1, x0\n\tmov x2, x0\n\tmov x3, x0\n"
        "mov x9, x0\n\tmov x10, x0\n\tmov x19, x0\n\tmov x20, x0\n"
        "mov x21, x0\n\tmov x22, x0\n\tmov x16, x0\n\tmov x29, x0\n"
        "movi v0.16b, #0xff\n\tmovi v31.16b, #0xaa\n"
        "adds xzr, x0, x0\n\tmsr fpsr, x0\n\tbl 1f\n"
        "ldp q0, q1, [sp]\n\tldp q30, q31, [sp, #32]\n\tadd sp, sp, #64\n"
        "ldp x0, x1, [sp, #192]\n\tmsr nzcv, x0\n\tmsr fpsr, x1\n"
        "ldp x0, x1, [sp]\n\tldp x2, x3, [sp, #16]\n"
        "ldp x4, x5, [sp, #32]\n\tldp x6, x7, [sp, #48]\n"
        "ldp x8, x9, [sp, #64]\n\tldp x10, x11, [sp, #80]\n"
        "ldp x12, x13, [sp, #96]\n\tldp x14, x15, [sp, #112]\n"
        "ldp x16, x17, [sp, #128]\n\tldp x19, x20, [sp, #144]\n"
        "ldp x21, x22, [sp, #160]\n\tldp x29, x27, [sp, #176]\n"
        "ldr x30, [sp, #256]\n\tadd sp, sp, #272\n\tbr x27\n"
        "1: add x1, x0, #1\n\tcmp x1, #0\n\tret\n");

/*
 * Sums n numbers in registers of both kinds, and counts the carries of each
 * step's flags, which live over a call.  It can be preempted from summed_start
 * to summed_end.
 */
uint64_t summed(uint64_t n);
extern char summed_start[], summed_end[];
__asm__(
    ".text\n"
    ".globl summed, summed_start, summed_end\n"
    "summed: stp x29, x30, [sp, #-32]!\n\tstr x27, [sp, #16]\n"
    "summed_start: mov x9, #0\n\tmov x10, #1\n\tmov x11, #0\n\tmov x12, #0\n"
    "movi v0.2d, #0\n\tdup v31.2d, x10\n"
    "1: subs x0, x0, #1\n"
    "add x9, x9, x0\n\tadd v0.2d, v0.2d, v31.2d\n"
    "bl 3f\n"
    "adc x12, x12, xzr\n\tb.ne 1b\n"
    "umov x1, v0.d[1]\n\tcmp x1, x11\n\tccmp x12, x11, #0, eq\n"
    "csinv x0, x9, xzr, eq\n\tb 4f\n"
    "3: add x11, x11, #1\n\tret\n"
    "summed_end:\n"
    "4: ldr x27, [sp, #16]\n\tldp x29, x30, [sp], #32\n\tret\n");

static __thread volatile long preemptions;

static void on_preempt(int sig, siginfo_t *info, void *context)
{
    mcontext_t *mc = &((ucontext_t *)context)->uc_mcontext;
    (void)sig;
    (void)info;
    if (mc->pc < (uintptr_t)summed_start || mc->pc >= (uintptr_t)summed_end)
        return;
    mc->sp -= 16;
    *(uint64_t *)mc->sp = mc->regs[30];
    mc->regs[30] = mc->pc;
    mc->pc = (uintptr_t)preempted;
    preemptions++;
}

/* Each thread has a timer that sends to it alone. */
static void *worker(void *arg)
{
    struct sigevent ev = {.sigev_notify = SIGEV_THREAD_ID,
                          .sigev_signo = SIGURG};
    struct itimerspec often = {{0, 300000}, {0, 300000}};
    long wrong = 0;
    timer_t timer;
    (void)arg;
    ev._sigev_un._tid = gettid();
    CHECK(timer_create(CLOCK_MONOTONIC, &ev, &timer) == 0);
    CHECK(timer_settime(timer, 0, &often, NULL) == 0);
    while (preemptions < PREEMPTIONS)
        wrong += summed(10000) != 10000ul * 9999 / 2;
    timer_delete(timer);
    return (void *)wrong;
}

static void check_preemption(void)
{
    struct sigaction sa = {.sa_sigaction = on_preempt,
                           .sa_flags = SA_SIGINFO | SA_RESTART};
    pthread_t threads[WORKERS];
    sigaction(SIGURG, &sa, NULL);
    for (long n = 0; n < WORKERS; n++)
        CHECK(!pthread_create(&threads[n], NULL, worker, NULL));
    for (long n = 0; n < WORKERS; n++) {
        void *wrong;
        pthread_join(threads[n], &wrong);
        CHECK(wrong == NULL);
    }
}

/* A context kept in a handler, and one to go on with from the next. */
static ucontext_t kept;
static sigjmp_buf out;
static int pipe_fd[2];

static void on_alarm(int sig, siginfo_t *info, void *context)
{
    (void)sig;
    (void)info;
    memcpy(&kept, context, sizeof kept);
    siglongjmp(out, 1);
}

static void on_illegal(int sig, siginfo_t *info, void *context)
{
    (void)sig;
    (void)info;
    ucontext_t *uc = context;
    uc->uc_mcontext = kept.uc_mcontext;
}

static long read_byte(char *byte)
{
    register long x8 __asm__("x8") = SYS_read, x0 __asm__("x0") = pipe_fd[0];
    register long x1 __asm__("x1") = (long)byte, x2 __asm__("x2") = 1;
    __asm__ volatile("svc #0"
                     : "+r"(x0)
                     : "r"(x8), "r"(x1), "r"(x2)
                     : "memory", "cc");
    return x0;
}

/* A read is left by a jump, and gone on with twice: what does it give? */
static void check_kept(int flags, long expected)
{
    struct sigaction sa = {.sa_sigaction = on_alarm,
                           .sa_flags = SA_SIGINFO | flags};
    volatile int rounds = 0;
    char byte;
    sigaction(SIGALRM, &sa, NULL);
    if (sigsetjmp(out, 1) == 0) {
        ualarm(2000, 0);
        /* The stack it had must still be as it was. */
        long r = read_byte(&byte);
        CHECK(r == expected);
        rounds++;
    } else {
        if (flags)
            CHECK(write(pipe_fd[1], "y", 1) == 1);
        __asm__ volatile("udf #3");
        CHECK(!"behind an undefined instruction");
    }
    CHECK(rounds == 1);
    if (rounds == 1) {
        CHECK(kept.uc_mcontext.regs[8] == SYS_read);
        CHECK((kept.uc_mcontext.regs[0] == (uint64_t)pipe_fd[0]) ==
              (flags != 0));
    }
}

/* The handler of a call that waits goes elsewhere, by its own frame. */
uint64_t elsewhere(void);
__asm__(".text\n"
        ".globl elsewhere\n"
        "elsewhere: add x0, x0, x1\n\tadd x0, x0, x8\n\tret\n");

static void on_away(int sig, siginfo_t *info, void *context)
{
    mcontext_t *mc = &((ucontext_t *)context)->uc_mcontext;
    (void)sig;
    (void)info;
    mc->regs[30] = mc->pc + (*(uint32_t *)mc->pc == 0xd4000001 ? 4 : 0);
    mc->regs[0] = 1000;
    mc->regs[1] = 200;
    mc->regs[8] = 30;
    mc->pc = (uintptr_t)elsewhere;
}

static void check_away(int flags)
{
    struct sigaction sa = {.sa_sigaction = on_away,
                           .sa_flags = SA_SIGINFO | flags};
    char byte;
    sigaction(SIGALRM, &sa, NULL);
    ualarm(2000, 0);
    register long x8 __asm__("x8") = SYS_read, x0 __asm__("x0") = pipe_fd[0];
    register long x1 __asm__("x1") = (long)&byte, x2 __asm__("x2") = 1;
    __asm__ volatile("svc #0"
                     : "+r"(x0), "+r"(x1), "+r"(x8)
                     : "r"(x2)
                     : "memory", "cc", "x30");
    CHECK(x0 == 1230);
}

int main(void)
{
    struct sigaction sa = {.sa_sigaction = on_illegal, .sa_flags = SA_SIGINFO};
    CHECK(pipe(pipe_fd) == 0);
    sigaction(SIGILL, &sa, NULL);
    check_preemption();
    check_kept(0, -EINTR);
    check_kept(SA_RESTART, 1);
    check_away(0);
    check_away(SA_RESTART);
    return check_result();
}
