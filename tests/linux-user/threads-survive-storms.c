// SPDX-License-Identifier: MIT
/*
 * Threads that come and go, map and unmap, write code and run it, fork and
 * execute, count under atomics and locks, while signals rain on them all:
 * nothing is lost, nothing hangs.
 *
 *   threads-survive-storms [ROUNDS]
 */
#define _GNU_SOURCE
#include "check.h"

#include <errno.h>
#include <pthread.h>
#include <semaphore.h>
#include <signal.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

#define WORKERS     6
#define MOV_W0(imm) (0x52800000u | (uint32_t)(imm) << 5)
#define RET         0xd65f03c0u

static long rounds = 60;
static long atomic_sum, locked_sum, created;
static long handled, sent; /* `sent` is its sender's until that has ended */
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_t workers[WORKERS];
static int stop;
static sem_t leave;

static void on_signal(int sig)
{
    (void)sig;
    __atomic_fetch_add(&handled, 1, __ATOMIC_RELAXED);
}

static void on_tick(int sig)
{
    (void)sig;
}

static void count_up(void)
{
    for (int n = 0; n < 1000; n++) {
        __atomic_fetch_add(&atomic_sum, 1, __ATOMIC_RELAXED);
        pthread_mutex_lock(&lock);
        locked_sum++;
        pthread_mutex_unlock(&lock);
    }
}

static void write_and_run_code(long value)
{
    uint32_t *code = mmap(NULL, 4096, PROT_READ | PROT_WRITE | PROT_EXEC,
                          MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (code == MAP_FAILED) {
        CHECK(!"mmap");
        return;
    }
    for (long n = 0; n < 20; n++) {
        code[0] = MOV_W0((value + n) & 0xffff);
        code[1] = RET;
        __builtin___clear_cache((char *)code, (char *)(code + 2));
        CHECK(((long (*)(void))code)() == ((value + n) & 0xffff));
    }
    munmap(code, 4096);
}

static void use_memory(void)
{
    char *blocks[32];
    for (int n = 0; n < 32; n++) {
        blocks[n] = malloc(1000u << n % 9);
        memset(blocks[n], n, 1000);
    }
    for (int n = 0; n < 32; n++) {
        CHECK(blocks[n][999] == n);
        free(blocks[n]);
    }
}

static void make_child(long value)
{
    int status = 0;
    pid_t pid = fork();
    if (pid == 0)
        _exit(value & 63);
    while (waitpid(pid, &status, 0) < 0 && errno == EINTR)
        ;
    CHECK(WIFEXITED(status) && WEXITSTATUS(status) == (value & 63));
}

static void *short_life(void *arg)
{
    __atomic_fetch_add(&created, 1, __ATOMIC_RELAXED);
    return arg;
}

static void make_threads(void)
{
    pthread_t threads[8];
    void *result;
    for (long n = 0; n < 8; n++)
        CHECK(pthread_create(&threads[n], NULL, short_life, (void *)n) == 0);
    for (long n = 0; n < 8; n++) {
        pthread_join(threads[n], &result);
        CHECK((long)result == n);
    }
}

static void *worker(void *arg)
{
    for (long n = 0; n < rounds; n++) {
        long value = n * WORKERS + (long)arg;
        count_up();
        write_and_run_code(value);
        use_memory();
        make_threads();
        if (n % 4 == 0)
            make_child(value);
    }
    while (sem_wait(&leave))
        ;
    return NULL;
}

/* Sends queued signals, so that each must arrive. */
static void *sender(void *arg)
{
    union sigval value = {0};
    (void)arg;
    for (unsigned n = 0; !__atomic_load_n(&stop, __ATOMIC_ACQUIRE); n++) {
        if (pthread_sigqueue(workers[n % WORKERS], SIGRTMIN + 1, value) == 0)
            sent++;
        else
            sched_yield();
    }
    return NULL;
}

int main(int argc, char **argv)
{
    struct sigaction act = {.sa_handler = on_signal, .sa_flags = SA_RESTART};
    struct itimerval often = {{0, 700}, {0, 700}};
    pthread_t storm;
    if (argc > 1)
        rounds = strtol(argv[1], NULL, 0);
    sigaction(SIGRTMIN + 1, &act, NULL);
    act.sa_handler = on_tick;
    sigaction(SIGALRM, &act, NULL);
    sem_init(&leave, 0, 0);
    setitimer(ITIMER_REAL, &often, NULL);
    for (long n = 0; n < WORKERS; n++)
        pthread_create(&workers[n], NULL, worker, (void *)n);
    pthread_create(&storm, NULL, sender, NULL);
    while (__atomic_load_n(&created, __ATOMIC_RELAXED) < WORKERS * rounds * 8)
        usleep(1000);
    __atomic_store_n(&stop, 1, __ATOMIC_RELEASE);
    pthread_join(storm, NULL);
    /* Whom they were sent to is still there: each arrives. */
    while (__atomic_load_n(&handled, __ATOMIC_RELAXED) < sent)
        usleep(1000);
    for (int n = 0; n < WORKERS; n++)
        sem_post(&leave);
    for (int n = 0; n < WORKERS; n++)
        pthread_join(workers[n], NULL);
    CHECK(atomic_sum == WORKERS * rounds * 1000);
    CHECK(locked_sum == WORKERS * rounds * 1000);
    CHECK(created == WORKERS * rounds * 8);
    CHECK(handled == sent && sent > 0);
    printf("%ld signals\n", sent);
    return check_result();
}
