// SPDX-License-Identifier: MIT
// watched: yes
// args: 100 6 300
// full: 1000 20 20000
/*
 * Many threads at once, all alive and at work: mutexes, condition variables,
 * memory, storage of their own; then they end, by return, pthread_exit() or
 * cancellation, joined or detached. Round after round nothing is left of them,
 * and nothing of those that come and go one by one.
 *
 *   threads-leave-nothing-behind THREADS ROUNDS SINGLE
 */
#define _GNU_SOURCE
#include "load.h"

#include <pthread.h>
#include <stdint.h>

#define STEPS 20

static __thread unsigned char own[512];
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t turned = PTHREAD_COND_INITIALIZER;
static pthread_barrier_t all;
static long count, turn, ended, thread_count;
static long threads_besides; /* which an emulator has for itself */

/* Each thread's turn comes once. */
static void take_turn(long self)
{
    pthread_mutex_lock(&lock);
    while (turn != self)
        pthread_cond_wait(&turned, &lock);
    turn++;
    pthread_cond_broadcast(&turned);
    pthread_mutex_unlock(&lock);
}

static void use_memory(long self)
{
    memset(own, (int)self & 0xff, sizeof own);
    for (int n = 0; n < STEPS; n++) {
        size_t bytes = (size_t)(self * 31 + n * 97) % 5000 + 1;
        unsigned char *p = malloc(bytes);
        NEED(p);
        memset(p, (int)self & 0xff, bytes);
        pthread_mutex_lock(&lock);
        count++;
        pthread_mutex_unlock(&lock);
        NEED(p[0] == own[0] && p[bytes - 1] == own[sizeof own - 1]);
        free(p);
    }
}

static void end_counted(void *arg)
{
    (void)arg;
    __atomic_fetch_add(&ended, 1, __ATOMIC_SEQ_CST);
}

static void *work(void *arg)
{
    long self = (long)arg;
    pthread_cleanup_push(end_counted, NULL);
    pthread_barrier_wait(&all);
    use_memory(self);
    if (self < 64)
        take_turn(self);
    pthread_barrier_wait(&all);
    if (self % 4 == 1)
        pthread_exit((void *)(self * 3));
    if (self % 4 == 2)
        for (;;)
            pause(); /* until it is cancelled */
    pthread_cleanup_pop(1);
    return (void *)(self * 3);
}

static long threads_now(void)
{
    char line[64];
    long n = 0;
    FILE *f = fopen("/proc/self/status", "r");
    NEED(f);
    while (fgets(line, sizeof line, f))
        if (!strncmp(line, "Threads:", 8))
            n = strtol(line + 8, NULL, 10);
    fclose(f);
    return n;
}

static void make_all(pthread_attr_t *attr, pthread_t *threads)
{
    for (long n = 0; n < thread_count; n++) {
        int detached =
            n % 4 == 3 ? PTHREAD_CREATE_DETACHED : PTHREAD_CREATE_JOINABLE;
        pthread_attr_setdetachstate(attr, detached);
        errno = pthread_create(&threads[n], attr, work, (void *)n);
        NEED(errno == 0);
    }
}

static void end_all(const pthread_t *threads)
{
    for (long n = 0; n < thread_count; n++) {
        void *result;
        if (n % 4 == 3)
            continue;
        if (n % 4 == 2)
            NEED(pthread_cancel(threads[n]) == 0);
        NEED(pthread_join(threads[n], &result) == 0);
        NEED(result == (n % 4 == 2 ? PTHREAD_CANCELED : (void *)(n * 3)));
    }
    while (__atomic_load_n(&ended, __ATOMIC_SEQ_CST) != thread_count)
        sched_yield();
    while (threads_now() >
           1 + threads_besides) /* the kernel's, a moment longer */
        sched_yield();
}

static void one_round(int number, pthread_attr_t *attr, pthread_t *threads)
{
    count = turn = ended = 0;
    make_all(attr, threads);
    pthread_barrier_wait(&all); /* all are alive */
    if (number == 0)
        load_mark("alive");
    pthread_barrier_wait(&all);
    NEED(count == thread_count * STEPS);
    end_all(threads);
}

static void *short_life(void *arg)
{
    use_memory((long)arg);
    return arg;
}

int main(int argc, char **argv)
{
    thread_count = load_size(argc, argv, 1, 100);
    long rounds = load_size(argc, argv, 2, 5);
    long singles = load_size(argc, argv, 3, 100);
    pthread_t *threads = calloc((size_t)thread_count, sizeof *threads);
    pthread_attr_t attr;
    threads_besides = threads_now() - 1;
    pthread_attr_init(&attr);
    pthread_attr_setstacksize(&attr, 64 << 10);
    pthread_barrier_init(&all, NULL, (unsigned)thread_count + 1);
    for (int n = 0; n < rounds; n++) {
        one_round(n, &attr, threads);
        if (n == 1)
            load_mark("begin");
    }
    /* Guest's heaps keep what they had; Ferry's own is what could grow. */
    load_check("rounds rss 4096 tables 128 maps 32 fds 0 threads 0");
    for (long n = 0; n < singles; n++) {
        pthread_t thread;
        void *result;
        NEED(pthread_create(&thread, NULL, short_life, (void *)n) == 0);
        NEED(pthread_join(thread, &result) == 0 && result == (void *)n);
    }
    load_check("singles rss 4096 tables 128 maps 32 fds 0 threads 0");
    printf("%ld threads, %ld rounds; %ld one by one\n", thread_count, rounds,
           singles);
    return 0;
}
