// SPDX-License-Identifier: MIT
// build: -pthread
/*
 * Threads that run the same code meet tags at the same moment, while others
 * run it without, are interrupted by signals, and one changes code: sums and
 * counts are right, and tags mean nothing to any of them.
 */
#define _GNU_SOURCE
#include "check.h"

#include <pthread.h>
#include <signal.h>
#include <stdint.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

enum { THREADS = 4, PROCESSES = 12, ROUNDS = 200 };

static volatile uint64_t cells[64];
static pthread_barrier_t start;
static volatile sig_atomic_t signals;

static volatile uint64_t *tagged(volatile uint64_t *p, uint64_t tag)
{
    uint64_t a = (uint64_t)p | tag << 56;

    __asm__("" : "+r"(a));
    return (volatile uint64_t *)a;
}

/* Many places: more than are taken one by one. */
#define PLACE(n)                                        \
    static __attribute__((noinline))                    \
    uint64_t place##n(volatile uint64_t *p, uint64_t x) \
    {                                                   \
        __atomic_fetch_add(&p[n], 1, __ATOMIC_SEQ_CST); \
        for (unsigned k = 0; k < 8; k++)                \
            x += p[32 + (n + k) % 32];                  \
        return x;                                       \
    }
PLACE(0)
PLACE(1)
PLACE(2) PLACE(3) PLACE(4) PLACE(5) PLACE(6) PLACE(7) PLACE(8) PLACE(9)
    PLACE(10) PLACE(11) PLACE(12) PLACE(13) PLACE(14)
        PLACE(15) static uint64_t (*const places[16])(volatile uint64_t *,
                                                      uint64_t) = {
            place0,  place1,  place2,  place3, place4,  place5,
            place6,  place7,  place8,  place9, place10, place11,
            place12, place13, place14, place15};

static void on_signal(int sig)
{
    (void)sig;
    tagged(&cells[20], 0x33)[0] = 1;
    signals = signals + 1;
}

/* A function of the thread's own that returns n, then n + 1, ... */
static uint64_t changing_code(uint32_t *code, unsigned n)
{
    uint32_t *to = (uint32_t *)tagged((volatile uint64_t *)code, n & 255);

    to[0] = 0xd2800000 | n << 5; /* mov x0, #n */
    to[1] = 0xd65f03c0;          /* ret */
    __builtin___clear_cache((char *)code, (char *)(code + 2));
    return ((uint64_t(*)(void))to)();
}

static void *thread(void *arg)
{
    uint64_t number = (uint64_t)arg, bad = 0, want = 0;
    uint32_t *code = mmap(NULL, 4096, PROT_READ | PROT_WRITE | PROT_EXEC,
                          MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

    for (unsigned k = 0; k < 8; k++)
        want += 3;
    pthread_barrier_wait(&start);
    for (unsigned round = 0; round < ROUNDS; round++) {
        for (unsigned n = 0; n < 16; n++)
            bad += places[n](tagged(cells, number ? round + number : 0), 0) !=
                   want;
        if (round % 16 == number)
            raise(SIGUSR1);
        if (round % 8 == number)
            bad += changing_code(code, round) != round;
    }
    munmap(code, 4096);
    return (void *)bad;
}

static int process(void)
{
    pthread_t threads[THREADS];
    void *bad;

    signal(SIGUSR1, on_signal);
    for (unsigned n = 32; n < 64; n++)
        cells[n] = 3;
    pthread_barrier_init(&start, NULL, THREADS);
    for (uint64_t n = 0; n < THREADS; n++)
        pthread_create(&threads[n], NULL, thread, (void *)n);
    for (unsigned n = 0; n < THREADS; n++) {
        pthread_join(threads[n], &bad);
        CHECK(bad == NULL);
    }
    for (unsigned n = 0; n < 16; n++)
        CHECK(cells[n] == THREADS * ROUNDS);
    CHECK(cells[20] == 1 && signals > 0);
    return check_result();
}

int main(void)
{
    int status;

    for (unsigned n = 0; n < PROCESSES; n++) {
        fflush(stdout);
        if (fork() == 0)
            _exit(process() ? fflush(stdout), 1 : 0);
        wait(&status);
        CHECK(status == 0);
    }
    return check_result();
}
