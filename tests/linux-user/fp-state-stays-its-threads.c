// SPDX-License-Identifier: MIT
// build: -march=armv8-a+crc -fno-builtin -frounding-math -ffp-contract=off
/*
 * FPCR and FPSR are their thread's, whatever is done for it meanwhile: calls,
 * faults, new code, instructions that are carried out in C, handlers with
 * settings of their own, forks. A handler finds the settings that it
 * interrupted, and its own end with it; exec begins with none.
 */
#define _GNU_SOURCE
#include "check.h"

#include <fenv.h>
#include <pthread.h>
#include <signal.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define RZ       (3u << 22)
#define RP       (1u << 22)
#define FZ       (1u << 24)
#define DN       (1u << 25)
#define IOC      1u
#define DZC      2u
#define QC       (1u << 27)

#define THIRD_RN 0x3fd5555555555555ull
#define THIRD_RP 0x3fd5555555555556ull
#define TENTH_RZ 0x3fb9999999999999ull
#define TENTH_RN 0x3fb999999999999aull

static inline uint64_t fpcr(void)
{
    uint64_t v;
    __asm__ volatile("mrs %0, fpcr" : "=r"(v));
    return v;
}

static inline uint64_t fpsr(void)
{
    uint64_t v;
    __asm__ volatile("mrs %0, fpsr" : "=r"(v));
    return v;
}

static inline void settings(uint64_t control, uint64_t status)
{
    __asm__ volatile("msr fpcr, %0\n\tmsr fpsr, %1"
                     :
                     : "r"(control), "r"(status));
}

static uint64_t quotient(double a, double b)
{
    double r;
    uint64_t bits;
    __asm__ volatile("fdiv %d0, %d1, %d2" : "=w"(r) : "w"(a), "w"(b));
    memcpy(&bits, &r, 8);
    return bits;
}

static volatile uint64_t control_in_handler, quotient_in_handler;

static void handler(int sig, siginfo_t *info, void *context)
{
    (void)info;
    (void)context;
    control_in_handler = fpcr();
    quotient_in_handler = quotient(1, 10);
    settings(sig == SIGUSR1 ? RP : FZ | DN, IOC);
    (void)quotient(1, 3);
}

static void on_fault(int sig, siginfo_t *info, void *context)
{
    handler(sig, info, context);
    mprotect((void *)((uintptr_t)info->si_addr & ~4095ul), 4096,
             PROT_READ | PROT_WRITE);
}

static char *page;
static uint32_t *code;

static void do_call(void)
{
    getppid();
}
static void do_wait(void)
{
    struct timespec ts = {0, 100};
    nanosleep(&ts, NULL);
}
static void do_signal(void)
{
    raise(SIGUSR1);
}
static void do_fault(void)
{
    mprotect(page, 4096, PROT_NONE);
    *(volatile char *)page = 1;
}
static void do_code(void)
{
    code[0] += 1u << 5;
    __builtin___clear_cache((char *)code, (char *)(code + 2));
    ((int (*)(void))(void *)code)();
}
static void do_helpers(void)
{
    uint32_t crc = 5;
    uint64_t time;
    double d;
    __asm__ volatile("crc32x %w0, %w0, %1" : "+r"(crc) : "r"(7ul));
    __asm__ volatile("mrs %0, cntvct_el0" : "=r"(time));
    __asm__ volatile("frinta %d0, %d1" : "=w"(d) : "w"(2.0));
}
static void do_vdso(void)
{
    struct timespec ts;
    clock_gettime(CLOCK_MONOTONIC, &ts);
}
static void do_fork(void)
{
    pid_t pid = fork();
    if (pid == 0)
        _exit(fpcr() == RZ && quotient(1, 10) == TENTH_RZ ? 3 : 1);
    int status;
    waitpid(pid, &status, 0);
    CHECK(WIFEXITED(status) && WEXITSTATUS(status) == 3);
}
static void *in_thread(void *arg)
{
    (void)arg;
    settings(RP, 0);
    return (void *)quotient(1, 3);
}
static void do_thread(void)
{
    pthread_t thread;
    void *result;
    pthread_create(&thread, NULL, in_thread, NULL);
    pthread_join(thread, &result);
    CHECK((uintptr_t)result == THIRD_RP);
}
static void do_memory(void)
{
    char *p = mmap(NULL, 1 << 20, PROT_READ | PROT_WRITE,
                   MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    p[5] = 1;
    munmap(p, 1 << 20);
}

static void check_survival(void)
{
    static void (*const things[])(void) = {
        do_call,    do_wait, do_signal, do_fault,  do_code,
        do_helpers, do_vdso, do_fork,   do_thread, do_memory,
    };
    for (unsigned n = 0; n < sizeof things / sizeof *things; n++)
        for (int again = 0; again < 3; again++) {
            settings(RZ, QC);
            (void)quotient(1, 0);
            things[n]();
            uint64_t control = fpcr(), status = fpsr();
            uint64_t bits = quotient(1, 10);
            settings(0, 0);
            if (control != RZ || status != (QC | DZC) || bits != TENTH_RZ)
                printf("thing %u: fpcr %lx fpsr %lx 1/10 %lx\n", n, control,
                       status, bits);
            CHECK(control == RZ && status == (QC | DZC) && bits == TENTH_RZ);
        }
}

static void check_handler(void)
{
    settings(RZ | FZ, 0);
    raise(SIGUSR1);
    uint64_t control = fpcr();
    settings(0, 0);
    CHECK(control == (RZ | FZ) && control_in_handler == (RZ | FZ));
    CHECK(quotient_in_handler == TENTH_RZ);
    raise(SIGUSR1);
    CHECK(fpcr() == 0 && quotient_in_handler == TENTH_RN);
    CHECK(quotient(1, 3) == THIRD_RN);
}

static void check_exec(void)
{
    pid_t pid = fork();
    int status;
    if (pid == 0) {
        settings(RZ | FZ, QC);
        execl("/proc/self/exe", "again", "exec", NULL);
        _exit(9);
    }
    waitpid(pid, &status, 0);
    CHECK(WIFEXITED(status) && WEXITSTATUS(status) == 4);
}

int main(int argc, char **argv)
{
    struct sigaction sa = {.sa_sigaction = handler, .sa_flags = SA_SIGINFO};
    (void)argv;
    if (argc > 1)
        return fpcr() == 0 && quotient(1, 10) == TENTH_RN ? 4 : 1;
    page = mmap(NULL, 4096, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    code = mmap(NULL, 4096, PROT_READ | PROT_WRITE | PROT_EXEC,
                MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    code[0] = 0x52800000; /* mov w0, #0 */
    code[1] = 0xd65f03c0;
    sigaction(SIGUSR1, &sa, NULL);
    sa.sa_sigaction = on_fault;
    sigaction(SIGSEGV, &sa, NULL);
    check_survival();
    check_handler();
    check_exec();
    return check_result();
}
