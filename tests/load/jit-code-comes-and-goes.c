// SPDX-License-Identifier: MIT
// watched: yes
// args: 150
// full: 0 3600
/*
 * A program that makes code all the time, as the engines of scripting
 * languages do, in several threads and in each of the ways they use: memory
 * that can be written and executed, two mappings of one memfd, mprotect between
 * writing and running, mmap in the place of old code, a function that is
 * changed while others run it, checks for null by SIGSEGV, and forked children
 * that change their copy; all under a profiler's signals. Every result is
 * compared with the function's meaning, and nothing grows.
 *
 *   jit-code-comes-and-goes ROUNDS [SECONDS]
 *
 * With 0 rounds it goes on for that many seconds, and is measured each minute.
 */
#define _GNU_SOURCE
#include "load.h"

#include <pthread.h>
#include <signal.h>
#include <stdint.h>
#include <sys/mman.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <time.h>
#include <ucontext.h>

#define THREADS    4
#define FUNCTIONS  256
#define SLOT       512 /* bytes of one function */
#define HEAP       (FUNCTIONS * SLOT)
#define STEPS      6
#define MARK_EVERY 60 /* seconds */
#define WAS_NULL   0x123456789abcdefull

enum step_kind { ADD, XOR, MULTIPLY, ROTATE, KINDS };

struct step {
    enum step_kind kind;
    uint64_t with;
};

/* What a function does: its steps, then those of an earlier function. */
struct meaning {
    struct step steps[STEPS];
    int tail; /* -1: none */
};

enum heap_kind { PLAIN, TWICE_MAPPED, PROTECTED, REPLACED, HEAPS };

struct heap {
    enum heap_kind kind;
    uint8_t *write, *run; /* the same but for TWICE_MAPPED */
    struct meaning made[FUNCTIONS];
};

struct worker {
    pthread_t thread;
    uint64_t seed;
    _Atomic long rounds;
    struct heap heaps[HEAPS];
};

static struct worker workers[THREADS];
static long rounds_wanted;
static _Atomic int stop;
static pthread_rwlock_t measuring;

/* One function that a thread changes while the others run it. */
static uint32_t *changing;
static _Atomic uint32_t change_begun, change_done;

static uint64_t random_next(uint64_t *seed)
{
    uint64_t z = *seed += 0x9e3779b97f4a7c15ull;
    z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9ull;
    z = (z ^ z >> 27) * 0x94d049bb133111ebull;
    return z ^ z >> 31;
}

static uint64_t apply(const struct heap *h, int n, uint64_t x)
{
    for (; n >= 0; n = h->made[n].tail)
        for (int k = 0; k < STEPS; k++) {
            const struct step *s = &h->made[n].steps[k];
            unsigned by = s->with & 63;
            switch (s->kind) {
            case ADD: x += s->with; break;
            case XOR: x ^= s->with; break;
            case MULTIPLY: x *= s->with; break;
            default: x = by ? x >> by | x << (64 - by) : x;
            }
        }
    return x;
}

#ifdef __aarch64__
static uint8_t *put(uint8_t *at, uint32_t word)
{
    memcpy(at, &word, 4);
    return at + 4;
}

static uint8_t *put_step(uint8_t *at, const struct step *s)
{
    static const uint32_t op[] = {0x8b010000, 0xca010000, 0x9b017c00};
    if (s->kind == ROTATE)
        return put(at, 0x93c00000 | (uint32_t)(s->with & 63) << 10);
    for (uint32_t n = 0; n < 4; n++) /* movz, movk x1 */
        at = put(at, (n ? 0xf2800001 : 0xd2800001) | n << 21 |
                         (uint32_t)(s->with >> 16 * n & 0xffff) << 5);
    return put(at, op[s->kind]);
}

static uint8_t *put_start(uint8_t *at)
{
    return at;
}

/* distance: from `at` to where the next function begins; 0: none. */
static uint8_t *put_end(uint8_t *at, long distance)
{
    if (distance)
        return put(at, 0x14000000u | ((uint32_t)(distance / 4) & 0x3ffffff));
    return put(at, 0xd65f03c0);
}

static void put_constant(uint32_t *at, uint32_t value)
{
    __atomic_store_n(at, 0x52800000u | value << 5, __ATOMIC_RELAXED);
}

static void make_constant(uint32_t *at)
{
    put_constant(at, 0);
    at[1] = 0xd65f03c0;
}

static void synchronise(void)
{
    __asm__ volatile("isb" : : : "memory");
}

/* ldr x0, [x0] */
static void put_load(uint8_t *at)
{
    put_end(put(at, 0xf9400000), 0);
}

static void on_null(int sig, siginfo_t *info, void *context)
{
    mcontext_t *m = &((ucontext_t *)context)->uc_mcontext;
    NEED(sig == SIGSEGV && info->si_addr == NULL);
    m->regs[0] = WAS_NULL;
    m->pc += 4;
}
#else /* the same for a native x86-64 program */
static uint8_t *put_bytes(uint8_t *at, const char *bytes, int count)
{
    memcpy(at, bytes, (size_t)count);
    return at + count;
}

static uint8_t *put_step(uint8_t *at, const struct step *s)
{
    if (s->kind == ROTATE) {
        at = put_bytes(at, "\x48\xc1\xc8", 3);
        *at = s->with & 63;
        return at + 1;
    }
    at = put_bytes(at, "\x48\xba", 2);
    at = put_bytes(at, (const char *)&s->with, 8);
    if (s->kind == MULTIPLY)
        return put_bytes(at, "\x48\x0f\xaf\xc2", 4);
    return put_bytes(at, s->kind == ADD ? "\x48\x01\xd0" : "\x48\x31\xd0", 3);
}

static uint8_t *put_start(uint8_t *at)
{
    return put_bytes(at, "\x48\x89\xf8", 3);
}

static uint8_t *put_end(uint8_t *at, long distance)
{
    int32_t relative = (int32_t)distance - 8;
    if (!distance)
        return put_bytes(at, "\xc3", 1);
    at = put_bytes(at, "\x48\x89\xc7\xe9", 4);
    return put_bytes(at, (const char *)&relative, 4);
}

static void put_constant(uint32_t *at, uint32_t value)
{
    __atomic_store_n(at + 1, value, __ATOMIC_RELAXED);
}

static void make_constant(uint32_t *at)
{
    memcpy(at, "\x90\x90\x90\xb8\0\0\0\0\xc3", 9);
}

static void synchronise(void)
{
}

static void put_load(uint8_t *at)
{
    put_bytes(at, "\x48\x8b\x07\xc3", 4);
}

static void on_null(int sig, siginfo_t *info, void *context)
{
    greg_t *regs = ((ucontext_t *)context)->uc_mcontext.gregs;
    NEED(sig == SIGSEGV && info->si_addr == NULL);
    regs[REG_RAX] = (greg_t)WAS_NULL;
    regs[REG_RIP] += 3;
}
#endif

static void announce(uint8_t *start, size_t bytes)
{
    __builtin___clear_cache((char *)start, (char *)start + bytes);
}

static void choose_meaning(struct heap *h, int n, uint64_t *seed)
{
    struct meaning *m = &h->made[n];
    for (int k = 0; k < STEPS; k++) {
        m->steps[k].kind = random_next(seed) % KINDS;
        m->steps[k].with = random_next(seed) | 1;
    }
    m->tail = n && random_next(seed) % 2
                  ? (int)(random_next(seed) % (uint64_t)n)
                  : -1;
}

/* Writes function n as h->made says; the memory can be written. */
static void write_function(struct heap *h, int n)
{
    const struct meaning *m = &h->made[n];
    uint8_t *start = h->write + n * SLOT, *at = put_start(start);
    for (int k = 0; k < STEPS; k++)
        at = put_step(at, &m->steps[k]);
    long here = at - h->write;
    put_end(at, m->tail < 0 ? 0 : (long)m->tail * SLOT - here);
}

static void map_heap(struct heap *h)
{
    int prot = PROT_READ | PROT_WRITE | PROT_EXEC;
    if (h->kind != TWICE_MAPPED) {
        h->write = mmap(NULL, HEAP, prot, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
        NEED(h->write != MAP_FAILED);
        h->run = h->write;
        return;
    }
    int fd = memfd_create("code", 0);
    NEED(fd >= 0 && ftruncate(fd, HEAP) == 0);
    h->write = mmap(NULL, HEAP, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
    h->run = mmap(NULL, HEAP, PROT_READ | PROT_EXEC, MAP_SHARED, fd, 0);
    NEED(h->write != MAP_FAILED && h->run != MAP_FAILED);
    close(fd);
}

static void unmap_heap(struct heap *h)
{
    munmap(h->write, HEAP);
    if (h->run != h->write)
        munmap(h->run, HEAP);
}

static void allow(struct heap *h, int prot)
{
    if (h->kind == PROTECTED)
        NEED(mprotect(h->run, HEAP, prot) == 0);
}

/* New functions in [first, first + count). */
static void change(struct heap *h, int first, int count, uint64_t *seed)
{
    if (h->kind == REPLACED) {
        first = 0;
        count = FUNCTIONS;
        NEED(mmap(h->run, HEAP, PROT_READ | PROT_WRITE | PROT_EXEC,
                  MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED, -1,
                  0) == (void *)h->run);
    }
    allow(h, PROT_READ | PROT_WRITE);
    for (int n = first; n < first + count; n++) {
        choose_meaning(h, n, seed);
        write_function(h, n);
    }
    allow(h, PROT_READ | PROT_EXEC);
    /* By the address it is written at, or the one it runs at. */
    uint8_t *base = random_next(seed) % 2 ? h->write : h->run;
    if (h->kind != PROTECTED)
        announce(base + first * SLOT, (size_t)count * SLOT);
}

static int run_some(struct heap *h, int count, uint64_t *seed)
{
    for (int k = 0; k < count; k++) {
        int n = (int)(random_next(seed) % FUNCTIONS);
        uint64_t x = random_next(seed);
        uint64_t (*f)(uint64_t) =
            (uint64_t(*)(uint64_t))(void *)(h->run + n * SLOT);
        uint64_t got = f(x), expected = apply(h, n, x);
        if (got != expected) {
            printf("heap %d, function %d: %#lx, expected %#lx\n", h->kind, n,
                   (unsigned long)got, (unsigned long)expected);
            fflush(stdout);
            return 1;
        }
    }
    return 0;
}

/* Code that is new each time looks whether a pointer is null. */
static void run_null_check(struct heap *h)
{
    uint64_t (*f)(const uint64_t *) =
        (uint64_t(*)(const uint64_t *))(void *)h->run;
    uint64_t value = 3;
    put_load(h->write);
    announce(h->run, 8);
    NEED(f(&value) == 3 && f(NULL) == WAS_NULL && f(NULL) == WAS_NULL);
    write_function(h, 0);
    announce(h->run, SLOT);
}

/* A child changes what it has of a heap, which is its own but for the memfd. */
static void run_child(struct heap *h, uint64_t *seed)
{
    int status = 0;
    pid_t pid = fork();
    NEED(pid >= 0);
    if (pid == 0) {
        change(h, 0, FUNCTIONS, seed);
        _exit(run_some(h, FUNCTIONS, seed));
    }
    NEED(waitpid(pid, &status, 0) == pid && status == 0);
}

/* What others change runs as it was, or as it will be. */
static void run_changing(void)
{
    for (int n = 0; n < 50; n++) {
        uint32_t low = change_done;
        synchronise();
        uint32_t got = ((uint32_t(*)(void))(void *)changing)();
        uint32_t high = change_begun;
        NEED((uint16_t)(got - low) <= (uint16_t)(high - low));
    }
}

static void change_changing(void)
{
    for (int n = 0; n < 10; n++) {
        put_constant(changing, ++change_begun & 0xffff);
        announce((uint8_t *)changing, 12);
        change_done = change_begun;
    }
}

static void one_round(struct worker *w)
{
    for (int kind = 0; kind < HEAPS; kind++) {
        struct heap *h = &w->heaps[kind];
        int first = (int)(random_next(&w->seed) % (FUNCTIONS - 32));
        change(h, first, 32, &w->seed);
        NEED(run_some(h, 64, &w->seed) == 0);
    }
    run_null_check(&w->heaps[w->rounds % 2 ? PLAIN : TWICE_MAPPED]);
    if (w == workers)
        change_changing();
    run_changing();
    if (w->rounds % 64 == 63) {
        run_child(&w->heaps[PLAIN], &w->seed);
        struct heap *h = &w->heaps[random_next(&w->seed) % HEAPS];
        unmap_heap(h);
        map_heap(h);
        change(h, 0, FUNCTIONS, &w->seed);
    }
}

static void *work(void *arg)
{
    struct worker *w = arg;
    for (int kind = 0; kind < HEAPS; kind++) {
        w->heaps[kind].kind = kind;
        map_heap(&w->heaps[kind]);
        change(&w->heaps[kind], 0, FUNCTIONS, &w->seed);
    }
    while (!stop && (!rounds_wanted || w->rounds < rounds_wanted)) {
        pthread_rwlock_rdlock(&measuring);
        one_round(w);
        pthread_rwlock_unlock(&measuring);
        w->rounds++;
    }
    return NULL;
}

static void on_profile(int sig)
{
    (void)sig;
}

/* Signals reach the workers alone: the main thread's waits are whole. */
static void start_signals(void)
{
    struct itimerval often = {{0, 2000}, {0, 2000}};
    struct sigaction null = {.sa_sigaction = on_null, .sa_flags = SA_SIGINFO};
    struct sigaction profile = {.sa_handler = on_profile,
                                .sa_flags = SA_RESTART};
    NEED(sigaction(SIGSEGV, &null, NULL) == 0);
    NEED(sigaction(SIGPROF, &profile, NULL) == 0);
    NEED(setitimer(ITIMER_PROF, &often, NULL) == 0);
}

static void measure(const char *text)
{
    pthread_rwlock_wrlock(&measuring);
    load_check(text);
    pthread_rwlock_unlock(&measuring);
}

/*
 * What may come on top of the first minute, when the code cache has been
 * gone through: nothing but what one moment differs from another by.
 */
static void measure_minutes(long seconds)
{
    struct timespec now, end;
    clock_gettime(CLOCK_MONOTONIC, &end);
    end.tv_sec += seconds;
    for (int minute = 1;; minute++) {
        clock_gettime(CLOCK_MONOTONIC, &now);
        long left = end.tv_sec - now.tv_sec;
        if (left <= 0)
            break;
        sleep(left < MARK_EVERY ? (unsigned)left : MARK_EVERY);
        char text[64] = "begin";
        if (minute > 1)
            snprintf(text, sizeof text,
                     "minute-%d rss 8192 tables 256 maps 128 fds 0", minute);
        measure(text);
    }
    stop = 1;
}

int main(int argc, char **argv)
{
    pthread_rwlockattr_t prefer;
    pthread_rwlockattr_init(&prefer);
    pthread_rwlockattr_setkind_np(&prefer,
                                  PTHREAD_RWLOCK_PREFER_WRITER_NONRECURSIVE_NP);
    pthread_rwlock_init(&measuring, &prefer);
    rounds_wanted = load_size(argc, argv, 1, 200);
    changing = mmap(NULL, 4096, PROT_READ | PROT_WRITE | PROT_EXEC,
                    MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    NEED(changing != MAP_FAILED);
    make_constant(changing);
    announce((uint8_t *)changing, 12);
    start_signals();
    load_mark("begin");
    for (int n = 0; n < THREADS; n++) {
        workers[n].seed = (uint64_t)n * 977 + 1;
        NEED(!pthread_create(&workers[n].thread, NULL, work, &workers[n]));
    }
    sigset_t profile;
    sigemptyset(&profile);
    sigaddset(&profile, SIGPROF);
    pthread_sigmask(SIG_BLOCK, &profile, NULL);
    if (!rounds_wanted)
        measure_minutes(load_size(argc, argv, 2, 60));
    for (int n = 0; n < THREADS; n++)
        NEED(!pthread_join(workers[n].thread, NULL));
    /* The cache's 32 MiB, what describes its code, the heaps and stacks. */
    load_check("end rss 81920 tables 512 maps 800 fds 0 threads 0 children 0");
    printf("%ld rounds of %d threads, %u changes under way\n",
           workers[0].rounds, THREADS, change_begun);
    return 0;
}
