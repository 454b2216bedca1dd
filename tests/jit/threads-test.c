// SPDX-License-Identifier: MIT
/*
 * One translator, several host threads: some run guest code, some rewrite it
 * and announce that, one retires the whole cache again and again, one sends
 * signals; threads leave and come, and the process forks.  What runs is never
 * stale and never garbage (threads-guest.h), and the cache's structures agree
 * whenever they are looked at (threads-check.h).
 *
 *     threads-test [--full] [SEED]
 *
 * With --full, or FERRY_TEST_SIZE=full: 10^6 invalidated regions, 10^3
 * retirements of all segments, 10^5 signals.
 */
#define _GNU_SOURCE
#include "src/arena.h"
#include "src/host.h"
#include "src/isa.h"
#include "tests/jit/threads-check.h"
#include "tests/jit/threads-guest.h"
#include "tests/lib/random.h"

#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define RUNNERS       4
#define WRITERS       2
#define CACHE_BYTES   (512u << 10) /* full again and again */
#define ALTSTACK      (128u << 10)
#define TIME_LIMIT    900 /* seconds */
#define CALLS_PER_RUN 300

struct target {
    unsigned invalidations, retirements, signals, forks;
};
static const struct target quick = {20000, 20, 2000, 3};
static const struct target full = {1000000, 1000, 100000, 100};

static struct translator *translator;
static _Atomic bool stop;
static _Atomic unsigned flushes, signals_seen, faults_seen, runs, forks;

struct runner {
    pthread_t thread;
    struct a64_cpu *cpu;
    uint64_t random;
    unsigned number;
    sig_atomic_t sees_code; /* its handler found code at the pc */
};
static struct runner runners[RUNNERS];
static __thread struct runner *self;

static _Noreturn void die(const char *what)
{
    char text[200];
    int n = snprintf(text, sizeof(text), "threads-test: %s\n", what);
    if (n > 0 && write(2, text, (size_t)n) < 0)
        _exit(3);
    _exit(1);
}

/* ThreadSanitizer runs handlers late, when pc may not be code any more. */
static bool handlers_are_late(void)
{
#ifdef __SANITIZE_THREAD__
    return true;
#else
    return false;
#endif
}

static void on_kick(int sig, siginfo_t *info, void *context)
{
    (void)sig;
    (void)info;
    const uint8_t *pc = host_context_pc(context);
    atomic_fetch_add(&signals_seen, 1);
    if (!self)
        return;
    cpu_kick(&self->cpu->cpu, KICK_SIGNAL);
    if (handlers_are_late() || !translator_owns_pc(translator, pc))
        return;
    const struct code *c = tcache_code_at(translator, pc);
    if (!c && pc >= translator->segments[0].start)
        die("a thread runs where no code is");
    if (c && !(pc >= c->hot && pc < c->hot + c->hot_size) &&
        !(pc >= c->cold && pc < c->cold + c->cold_size))
        die("the wrong code was found");
    self->sees_code |= c != NULL;
}

static void on_fault(int sig, siginfo_t *info, void *context)
{
    (void)sig;
    if (!self ||
        !translator_recover(&self->cpu->cpu, context, (gaddr_t)info->si_addr))
        die("a fault that is not the guest's");
}

static void catch_signals(void)
{
    struct sigaction kick = {.sa_sigaction = on_kick,
                             .sa_flags = SA_SIGINFO | SA_ONSTACK | SA_RESTART};
    struct sigaction fault = {.sa_sigaction = on_fault,
                              .sa_flags = SA_SIGINFO | SA_ONSTACK};
    sigfillset(&kick.sa_mask);
    sigdelset(&kick.sa_mask, SIGSEGV);
    sigfillset(&fault.sa_mask);
    sigaction(SIGUSR1, &kick, NULL);
    sigaction(SIGSEGV, &fault, NULL);
    sigaction(SIGBUS, &fault, NULL);
}

/* Version counters belong to one writer each: slots by remainder. */
static void rewrite(unsigned slot, struct cpu *cpu)
{
    uint32_t version = GUEST->issued[slot] + 1;
    uint64_t start = guest_slot(slot);
    atomic_store(&GUEST->issued[slot], version);
    guest_write(slot, version);
    translator_invalidate(translator, start, start + SLOT_WORDS * 4, cpu);
    atomic_store(&GUEST->announced[slot], version);
}

static unsigned own_slot(unsigned owner, uint64_t *random)
{
    unsigned owners = RUNNERS + WRITERS;
    unsigned share = (SLOT_COUNT - owner + owners - 1) / owners;
    return owner + owners * (unsigned)(random_next(random) % share);
}

/* One run of the loop, up to its fault, and on to its system call. */
static void run_loop(struct a64_cpu *cpu, uint64_t seed, uint64_t calls)
{
    bool faulted = false;
    guest_start(cpu, seed, calls);
    for (;;) {
        enum cpu_exit exit = translator_run(&cpu->cpu);
        if (exit == CPU_EXIT_KICK) {
            atomic_fetch_and(&cpu->cpu.kick, ~(uint32_t)KICK_SIGNAL);
            continue;
        }
        if (exit == CPU_EXIT_SYSCALL && faulted)
            return;
        if (exit != CPU_EXIT_EXCEPTION)
            die("an exit that the program does not have");
        if (cpu->cpu.exception.kind == EXCP_BREAKPOINT)
            die("stale or broken code has run");
        if (cpu->cpu.exception.kind != EXCP_DATA || faulted ||
            cpu->cpu.exception.address != GUEST_BAD ||
            cpu->cpu.pc != guest_fault_pc())
            die("an exception that the program does not have");
        faulted = true;
        cpu->cpu.pc += 4;
        atomic_fetch_add(&faults_seen, 1);
    }
}

static struct a64_cpu *cpu_new(void)
{
    struct a64_cpu *cpu = aligned_alloc(64, ALIGN_UP(sizeof(*cpu), 64ul));
    if (!cpu)
        die("no memory");
    memset(cpu, 0, sizeof(*cpu));
    cpu->cpu.isa = &isa_aarch64;
    if (!translator_attach(translator, &cpu->cpu))
        die("can't attach a cpu");
    return cpu;
}

/* Handlers can't run on a hint stack.  Returns what there was before. */
static stack_t signal_stack_set(void)
{
    stack_t stack = {.ss_sp = malloc(ALTSTACK), .ss_size = ALTSTACK},
            before = {0};
    if (!stack.ss_sp || sigaltstack(&stack, &before))
        die("no signal stack");
    return before;
}

static void signal_stack_restore(const stack_t *before)
{
    stack_t stack;
    sigaltstack(before, &stack);
    free(stack.ss_sp);
}

static void *runner_main(void *arg)
{
    struct runner *r = arg;
    stack_t before = signal_stack_set();
    for (unsigned round = 1; !stop; round++) {
        if (!r->cpu) {
            r->cpu = cpu_new();
            self = r;
        }
        run_loop(r->cpu, random_next(&r->random), CALLS_PER_RUN);
        atomic_fetch_add(&runs, 1);
        rewrite(own_slot(r->number, &r->random), &r->cpu->cpu);
        if (round % 64 == 0) { /* a thread ends, another starts */
            self = NULL;
            translator_detach(&r->cpu->cpu);
            free(r->cpu);
            r->cpu = NULL;
        }
    }
    self = NULL;
    if (r->cpu) {
        translator_detach(&r->cpu->cpu);
        free(r->cpu);
    }
    signal_stack_restore(&before);
    return NULL;
}

/* Rewrites slots; at times announces what has not changed. */
static void *writer_main(void *arg)
{
    unsigned number = (unsigned)(uintptr_t)arg;
    uint64_t random = 0x9e3779b97f4a7c15u * (number + 1);
    while (!stop) {
        uint64_t what = random_next(&random) >> 20;
        rewrite(own_slot(number, &random), NULL);
        if (what % 64 == 0) /* the loop itself */
            translator_invalidate(translator, GUEST_MAIN, GUEST_MAIN + 4096,
                                  NULL);
        if (what % 1024 == 1)
            translator_invalidate(translator, 0, 1ull << 47, NULL);
        if (what % 8 == 2)
            translator_invalidate(translator, GUEST_TAILS, GUEST_MAIN, NULL);
    }
    return NULL;
}

static void sleep_us(long us)
{
    struct timespec t = {.tv_nsec = us * 1000};
    nanosleep(&t, NULL);
}

static void *retirer_main(void *arg)
{
    (void)arg;
    for (unsigned n = 0; !stop; n++) {
        if (n % 8 == 0) { /* else segments are retired as they fill */
            translator_flush(translator);
            atomic_fetch_add(&flushes, 1);
        }
        lock_take(&translator->lock);
        const char *bad = tcache_check(translator);
        lock_drop(&translator->lock);
        if (bad)
            die(bad);
        sleep_us(2000);
    }
    return NULL;
}

static void *signaller_main(void *arg)
{
    (void)arg;
    for (unsigned n = 0; !stop; n++) {
        pthread_kill(runners[n % RUNNERS].thread, SIGUSR1);
        sleep_us(20);
    }
    return NULL;
}

/* The child has this thread alone, and goes on with the cache it inherits. */
static void fork_once(struct runner *r)
{
    translator_fork_prepare(translator);
    pid_t pid = fork();
    if (pid == 0) {
        translator_fork_child(translator, &r->cpu->cpu);
        for (unsigned n = 0; n < 4; n++) {
            run_loop(r->cpu, random_next(&r->random), CALLS_PER_RUN);
            for (unsigned slot = 0; slot < SLOT_COUNT; slot++)
                rewrite(slot, &r->cpu->cpu);
        }
        translator_flush(translator);
        run_loop(r->cpu, random_next(&r->random), CALLS_PER_RUN);
        lock_take(&translator->lock);
        const char *bad = tcache_check(translator);
        if (bad)
            die(bad);
        _exit(0);
    }
    translator_fork_parent(translator);
    int status = -1;
    while (pid > 0 && waitpid(pid, &status, 0) < 0)
        ;
    if (status != 0)
        die("a fork's child failed");
    atomic_fetch_add(&forks, 1);
}

/* A runner that forks; not under ThreadSanitizer, which supports no fork. */
static void *forker_main(void *arg)
{
    static struct runner forker = {.random = 99};
    unsigned most = *(const unsigned *)arg;
    stack_t before = signal_stack_set();
    forker.cpu = cpu_new();
    self = &forker;
    while (!stop && !handlers_are_late()) {
        run_loop(forker.cpu, random_next(&forker.random), CALLS_PER_RUN);
        if (forks < most)
            fork_once(&forker);
        sleep_us(10000);
    }
    self = NULL;
    translator_detach(&forker.cpu->cpu);
    free(forker.cpu);
    signal_stack_restore(&before);
    return NULL;
}

static unsigned invalidations(void)
{
    lock_take(&translator->lock);
    uint64_t n = translator->stats.invalidations;
    lock_drop(&translator->lock);
    return (unsigned)n;
}

static bool reached(const struct target *t)
{
    return invalidations() >= t->invalidations && flushes >= t->retirements &&
           signals_seen >= t->signals &&
           (handlers_are_late() || forks >= t->forks);
}

static void run_threads(const struct target *t, uint64_t seed)
{
    pthread_t others[WRITERS + 3];
    unsigned count = 0;
    for (unsigned n = 0; n < RUNNERS; n++) {
        runners[n].number = n;
        runners[n].random = seed + n + 1;
        pthread_create(&runners[n].thread, NULL, runner_main, &runners[n]);
    }
    for (unsigned n = 0; n < WRITERS; n++)
        pthread_create(&others[count++], NULL, writer_main,
                       (void *)(uintptr_t)(RUNNERS + n));
    pthread_create(&others[count++], NULL, retirer_main, NULL);
    pthread_create(&others[count++], NULL, signaller_main, NULL);
    pthread_create(&others[count++], NULL, forker_main,
                   (void *)(uintptr_t)&t->forks);
    while (!reached(t))
        sleep_us(20000);
    stop = true;
    /* the signaller before those that it signals */
    for (unsigned n = 0; n < count; n++)
        pthread_join(others[n], NULL);
    for (unsigned n = 0; n < RUNNERS; n++)
        pthread_join(runners[n].thread, NULL);
}

static void on_alarm(int sig)
{
    (void)sig;
    die("hangs: a thread makes no progress");
}

int main(int argc, char **argv)
{
    const char *size = getenv("FERRY_TEST_SIZE");
    bool is_full = size && strcmp(size, "full") == 0;
    uint64_t seed = 1;
    for (int n = 1; n < argc; n++) {
        if (strcmp(argv[n], "--full") == 0)
            is_full = true;
        else
            seed = strtoull(argv[n], NULL, 0);
    }
    const struct translator_config config = {.isa = &isa_aarch64,
                                             .mem = &guest_mem,
                                             .cache_bytes = CACHE_BYTES,
                                             .features = host_features(),
                                             .chain = true};
    translator = translator_create(&config);
    if (!translator || !guest_init())
        die("no memory");
    signal(SIGALRM, on_alarm);
    alarm(TIME_LIMIT);
    catch_signals();
    run_threads(is_full ? &full : &quick, seed);
    const char *bad = tcache_check(translator);
    if (bad)
        die(bad);
    const struct translator_stats *s = &translator->stats;
    printf("seed %lu: %u runs, %lu regions, %lu invalidated, %lu links, "
           "%lu segments and %u times all retired, %u signals, %u faults, "
           "%u forks\n",
           (unsigned long)seed, runs, (unsigned long)s->regions,
           (unsigned long)s->invalidations, (unsigned long)s->links,
           (unsigned long)s->retirements, flushes, signals_seen, faults_seen,
           forks);
    translator_destroy(translator);
    return 0;
}
