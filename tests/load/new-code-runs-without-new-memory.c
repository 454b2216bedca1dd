// SPDX-License-Identifier: MIT
// watched: yes
// args: 20000
// full: 200000
/*
 * No more mappings can be had, so that Ferry has no more memory for code than
 * it had before; and several threads go on to functions that are all new, then
 * do it again after they were announced as changed. Each gives its result, also
 * in a forked child, and a signal still has its handler.
 *
 *   new-code-runs-without-new-memory FUNCTIONS
 */
#define _GNU_SOURCE
#include "load.h"

#include <pthread.h>
#include <signal.h>
#include <stdint.h>
#include <sys/mman.h>
#include <sys/time.h>
#include <sys/wait.h>

#define THREADS 4
#define WORDS   8
#define PAGE    4096L
#define LIMIT   (1L << 18) /* of mappings, more than any host's */

static uint32_t *code;
static long functions;
static long seen;
static pthread_barrier_t barrier;

static void make_code(void)
{
    size_t bytes = (size_t)functions * WORDS * 4;
    code = mmap(NULL, bytes, PROT_READ | PROT_WRITE | PROT_EXEC,
                MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    NEED(code != MAP_FAILED);
    for (long n = 0; n < functions * WORDS; n++)
        code[n] = n % WORDS == WORDS - 1 ? 0xd65f03c0u  /* ret */
                                         : 0x91000400u; /* add x0, x0, #1 */
    __builtin___clear_cache((char *)code, (char *)code + bytes);
}

static void run_code(long first)
{
    for (long n = 0; n < functions; n++) {
        long f = (first + n) % functions;
        NEED(((long (*)(long))(void *)(code + f * WORDS))(n) == n + WORDS - 1);
    }
}

static void *work(void *arg)
{
    long first = (long)arg * functions / THREADS;
    pthread_barrier_wait(&barrier);
    pthread_barrier_wait(&barrier); /* the mappings are used up */
    run_code(first);
    __builtin___clear_cache((char *)code, (char *)(code + functions * WORDS));
    run_code(first);
    return NULL;
}

static void use_up_mappings(void)
{
    char *many = mmap(NULL, 2 * LIMIT * PAGE, PROT_NONE,
                      MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    NEED(many != MAP_FAILED);
    for (long n = 0; n < LIMIT; n++)
        if (mprotect(many + 2 * n * PAGE, PAGE, PROT_READ))
            break;
    NEED(errno == ENOMEM);
    while (mmap(NULL, PAGE, PROT_READ, MAP_SHARED | MAP_ANONYMOUS, -1, 0) !=
           MAP_FAILED)
        ;
    NEED(errno == ENOMEM);
}

static void on_tick(int sig)
{
    (void)sig;
    __atomic_fetch_add(&seen, 1, __ATOMIC_RELAXED);
}

int main(int argc, char **argv)
{
    struct itimerval often = {{0, 1000}, {0, 1000}};
    struct sigaction act = {.sa_handler = on_tick, .sa_flags = SA_RESTART};
    pthread_t threads[THREADS];
    int status;
    functions = load_size(argc, argv, 1, 20000);
    make_code();
    pthread_barrier_init(&barrier, NULL, THREADS + 1);
    for (long n = 0; n < THREADS; n++)
        NEED(!pthread_create(&threads[n], NULL, work, (void *)n));
    NEED(sigaction(SIGALRM, &act, NULL) == 0);
    pthread_barrier_wait(&barrier);
    use_up_mappings();
    load_mark("begin");
    NEED(setitimer(ITIMER_REAL, &often, NULL) == 0);
    pthread_barrier_wait(&barrier);
    pid_t pid = fork();
    if (pid == 0) {
        run_code(functions / 2);
        _exit(5);
    }
    NEED(waitpid(pid, &status, 0) == pid && WIFEXITED(status) &&
         WEXITSTATUS(status) == 5);
    for (long n = 0; n < THREADS; n++)
        NEED(!pthread_join(threads[n], NULL));
    load_check("end rss 16384 tables 64 maps 0 fds 0 children 0");
    NEED(seen > 0);
    printf("%ld functions in %d threads\n", functions, THREADS);
    return 0;
}
