// SPDX-License-Identifier: MIT
// watched: yes
// args: 9000
// full: 1000000
/*
 * Threads that compute with integers, flags, vectors, atomics, memory and calls
 * while signals rain on them: queued ones from other processes and from a
 * thread, directed ones by tgkill, and those of timers. Their handlers compute
 * as well, some nested, some leaving by siglongjmp. Each sum is what it was
 * in silence; each queued signal has come, once; nothing has grown.
 *
 *   signals-change-no-result SIGNALS
 */
#define _GNU_SOURCE
#include "load.h"

#include <pthread.h>
#include <setjmp.h>
#include <signal.h>
#include <stdint.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>

#define WORKERS  4
#define SENDERS  2

#define QUEUED   (SIGRTMIN + 1) /* to the process */
#define DIRECTED (SIGRTMIN + 2) /* to a thread, queued */
#define LEAVING  (SIGRTMIN + 3) /* handled by siglongjmp */
#define NESTING  SIGUSR1        /* merged by the kernel if pending */
#define TIMED    SIGALRM

/*
 * How many may wait: a kernel looks through all of a queue for each signal it
 * takes from it, and a long queue would leave time for nothing else.
 */
#define WAITING 500

/* Shared with the senders in other processes. */
static struct counters {
    long queued_sent, queued_seen, directed_sent, directed_seen;
} * counters;
static uint64_t expected;
static long sums, merged_seen, timed_seen;
static int stop;
static pthread_t threads[WORKERS];
static pid_t ids[WORKERS];
static __thread sigjmp_buf leave;
static __thread volatile sig_atomic_t may_leave;
static __thread uint64_t left;

static uint64_t mix(uint64_t x)
{
    x ^= x >> 31;
    x *= 0x7fb5d329728ea185ull;
    x ^= x >> 27;
    return x;
}

static __attribute__((noinline)) uint64_t recurse(uint64_t x, int depth)
{
    return depth ? recurse(mix(x), depth - 1) + (x & 0xff) : x;
}

static int by_value(const void *a, const void *b)
{
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    return (x > y) - (x < y);
}

/* All kinds of work, always with the same result. */
static uint64_t compute(unsigned rounds)
{
    uint64_t sum = 0, cell = 0;
    float lanes[16];
    uint32_t words[64];
    for (unsigned r = 0; r < rounds; r++) {
        for (unsigned n = 0; n < 16; n++)
            lanes[n] = (float)(n + r % 7) * 0.75f;
        for (unsigned n = 0; n < 16; n++)
            lanes[n] = lanes[n] * lanes[15 - n] + 0.5f;
        for (unsigned n = 0; n < 16; n++)
            sum += (uint64_t)lanes[n];
        for (unsigned n = 0; n < 64; n++)
            words[n] = (uint32_t)mix(sum + n);
        qsort(words, 64, sizeof *words, by_value);
        sum += words[r % 64] ^ recurse(sum, 20);
        __atomic_fetch_xor(&cell, sum, __ATOMIC_SEQ_CST);
        __atomic_fetch_add(&cell, r, __ATOMIC_RELAXED);
        sum += __builtin_popcountll(cell);
        char text[64];
        snprintf(text, sizeof text, "%lx %.3f", (unsigned long)sum,
                 (double)lanes[3]);
        sum += strlen(text) + (unsigned char)text[2];
    }
    return sum;
}

static void on_counted(int sig, siginfo_t *info, void *context)
{
    (void)context;
    NEED(info->si_code == SI_QUEUE && info->si_value.sival_int == 4711);
    long *seen =
        sig == QUEUED ? &counters->queued_seen : &counters->directed_seen;
    __atomic_fetch_add(seen, 1, __ATOMIC_RELAXED);
}

/* Others may come while it computes. */
static void on_nesting(int sig)
{
    (void)sig;
    static uint64_t first;
    uint64_t x = recurse(3, 50), zero = 0;
    __atomic_compare_exchange_n(&first, &zero, x, 0, __ATOMIC_SEQ_CST,
                                __ATOMIC_SEQ_CST);
    NEED(first == x);
    __atomic_fetch_add(&merged_seen, 1, __ATOMIC_RELAXED);
}

static void on_timed(int sig)
{
    (void)sig;
    __atomic_fetch_add(&timed_seen, 1, __ATOMIC_RELAXED);
}

static void on_leaving(int sig)
{
    (void)sig;
    if (may_leave) {
        may_leave = 0;
        siglongjmp(leave, 1);
    }
}

/* Work that may be given up at any point, and is then begun again. */
static void compute_or_leave(void)
{
    while (sigsetjmp(leave, 1))
        left++;
    may_leave = 1;
    uint64_t x = recurse(1, 500);
    may_leave = 0;
    NEED(x == recurse(1, 500));
}

static void *work(void *arg)
{
    long self = (long)arg;
    timer_t timer;
    struct sigevent event = {.sigev_notify = SIGEV_THREAD_ID,
                             .sigev_signo = TIMED};
    struct itimerspec often = {{0, 300000}, {0, 300000}};
    event._sigev_un._tid = (pid_t)syscall(SYS_gettid);
    NEED(timer_create(CLOCK_MONOTONIC, &event, &timer) == 0);
    NEED(timer_settime(timer, 0, &often, NULL) == 0);
    __atomic_store_n(&ids[self], (pid_t)syscall(SYS_gettid), __ATOMIC_RELEASE);
    while (!__atomic_load_n(&stop, __ATOMIC_ACQUIRE)) {
        NEED(compute(50) == expected);
        compute_or_leave();
        __atomic_fetch_add(&sums, 1, __ATOMIC_RELAXED);
    }
    NEED(timer_delete(timer) == 0);
    return NULL;
}

/* Counts one more that is sent, once few enough are on their way. */
static void take_leave_to_send(long *sent, const long *seen)
{
    while (__atomic_load_n(sent, __ATOMIC_RELAXED) -
               __atomic_load_n(seen, __ATOMIC_RELAXED) >=
           WAITING)
        sched_yield();
    __atomic_fetch_add(sent, 1, __ATOMIC_RELAXED);
}

/* In another process. */
static int send_from_outside(pid_t pid, long count)
{
    union sigval value = {.sival_int = 4711};
    for (long n = 0; n < count; n++) {
        take_leave_to_send(&counters->queued_sent, &counters->queued_seen);
        while (sigqueue(pid, QUEUED, value)) {
            NEED(errno == EAGAIN);
            sched_yield();
        }
        syscall(SYS_tgkill, pid, ids[n % WORKERS], n % 8 ? NESTING : LEAVING);
    }
    return 0;
}

static void send_from_inside(long count)
{
    union sigval value = {.sival_int = 4711};
    for (long n = 0; n < count; n++) {
        int error;
        take_leave_to_send(&counters->directed_sent, &counters->directed_seen);
        while (
            (error = pthread_sigqueue(threads[n % WORKERS], DIRECTED, value))) {
            NEED(error == EAGAIN);
            sched_yield();
        }
        pthread_kill(threads[(n + 1) % WORKERS], n % 8 ? NESTING : LEAVING);
    }
}

static void handle(int sig, struct sigaction act)
{
    NEED(sigaction(sig, &act, NULL) == 0);
}

static void handle_all(void)
{
    struct sigaction act = {.sa_sigaction = on_counted,
                            .sa_flags = SA_SIGINFO | SA_RESTART};
    handle(QUEUED, act);
    handle(DIRECTED, act);
    act = (struct sigaction){.sa_handler = on_leaving, .sa_flags = SA_RESTART};
    handle(LEAVING, act);
    act.sa_handler = on_timed;
    handle(TIMED, act);
    act = (struct sigaction){.sa_handler = on_nesting,
                             .sa_flags = SA_RESTART | SA_NODEFER};
    handle(NESTING, act);
}

static void block_all(int how)
{
    sigset_t set;
    sigfillset(&set);
    pthread_sigmask(how, &set, NULL);
}

static void start_workers(void)
{
    block_all(SIG_UNBLOCK);
    for (long n = 0; n < WORKERS; n++)
        NEED(!pthread_create(&threads[n], NULL, work, (void *)n));
    block_all(SIG_BLOCK); /* the workers have them all */
    for (int n = 0; n < WORKERS; n++)
        while (!__atomic_load_n(&ids[n], __ATOMIC_ACQUIRE))
            sched_yield();
}

/* `count` signals that are counted, and as many that may be merged. */
static void rain(long count)
{
    struct counters *c = counters;
    long each = count / (SENDERS + 1), before = sums;
    pid_t self = getpid(), senders[SENDERS];
    int status;
    for (int n = 0; n < SENDERS; n++) {
        senders[n] = fork();
        NEED(senders[n] >= 0);
        if (senders[n] == 0)
            _exit(send_from_outside(self, each));
    }
    send_from_inside(each);
    for (int n = 0; n < SENDERS; n++)
        NEED(waitpid(senders[n], &status, 0) == senders[n] && status == 0);
    /* All that were queued come; and somebody goes on computing. */
    while (__atomic_load_n(&c->queued_seen, __ATOMIC_RELAXED) <
               c->queued_sent ||
           __atomic_load_n(&c->directed_seen, __ATOMIC_RELAXED) <
               c->directed_sent ||
           __atomic_load_n(&sums, __ATOMIC_RELAXED) == before)
        sched_yield();
    NEED(c->queued_seen == c->queued_sent &&
         c->directed_seen == c->directed_sent);
}

int main(int argc, char **argv)
{
    long signals = load_size(argc, argv, 1, 20000);
    counters = mmap(NULL, sizeof *counters, PROT_READ | PROT_WRITE,
                    MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    NEED(counters != MAP_FAILED);
    expected = compute(50);
    handle_all();
    start_workers();
    rain(signals / 5);
    load_mark("begin");
    for (int part = 0; part < 4; part++) {
        rain(signals / 5);
        load_check("part rss 2048 tables 64 maps 16 fds 0 threads 0 "
                   "children 0");
    }
    __atomic_store_n(&stop, 1, __ATOMIC_RELEASE);
    for (int n = 0; n < WORKERS; n++)
        NEED(!pthread_join(threads[n], NULL));
    printf("%ld queued, %ld directed, %ld merged, %ld of timers, %ld sums\n",
           counters->queued_seen, counters->directed_seen, merged_seen,
           timed_seen, sums);
    return 0;
}
