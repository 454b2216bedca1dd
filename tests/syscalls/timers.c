// SPDX-License-Identifier: MIT
/* POSIX timers, interval timers, clocks. */
#include "show.h"

#include <sys/time.h>
#include <sys/timex.h>
#include <time.h>

#ifndef sigev_notify_thread_id
#    define sigev_notify_thread_id _sigev_un._tid
#endif

static volatile siginfo_t last;
static volatile int ticks;

static void tick(int sig, siginfo_t *info, void *context)
{
    last = *info;
    ticks++;
}

static int create(clockid_t clock, struct sigevent *ev, int *id)
{
    return syscall(SYS_timer_create, clock, ev, id);
}

static void show_notify(const char *text, struct sigevent *ev)
{
    struct itimerspec its = {{0, 0}, {0, 2000000}};
    int id = -1;
    ticks = 0;
    printf("%s\n", text);
    if (SHOW(create(CLOCK_MONOTONIC, ev, &id)))
        return;
    SHOW(syscall(SYS_timer_settime, id, 0, &its, NULL));
    while (!ticks && ev && ev->sigev_notify != SIGEV_NONE)
        ;
    printf("signal %d code %d value %d overrun %d own %d\n", last.si_signo,
           last.si_code, ev ? last.si_value.sival_int : 0, last.si_overrun,
           !ev || last.si_timerid == id);
    SHOW(syscall(SYS_timer_getoverrun, id));
    SHOW(syscall(SYS_timer_gettime, id, &its));
    printf("%ld left %d\n", (long)its.it_value.tv_sec,
           its.it_value.tv_nsec > 0);
    SHOW(syscall(SYS_timer_delete, id));
    SHOW(syscall(SYS_timer_delete, id));
}

static void show_timers(void)
{
    struct sigevent ev = {.sigev_notify = SIGEV_SIGNAL,
                          .sigev_signo = SIGRTMIN + 3,
                          .sigev_value.sival_int = 77};
    struct sigaction sa = {.sa_sigaction = tick, .sa_flags = SA_SIGINFO};
    int id;
    sigaction(SIGRTMIN + 3, &sa, NULL);
    sigaction(SIGALRM, &sa, NULL);
    show_notify("signal", &ev);
    ev.sigev_notify = SIGEV_THREAD_ID;
    ev.sigev_notify_thread_id = syscall(SYS_gettid);
    show_notify("thread", &ev);
    ev.sigev_notify_thread_id = 1;
    SHOW(create(CLOCK_MONOTONIC, &ev, &id));
    ev.sigev_notify = SIGEV_NONE;
    show_notify("none", &ev);
    ev.sigev_notify = SIGEV_SIGNAL;
    ev.sigev_signo = 0;
    SHOW(create(CLOCK_MONOTONIC, &ev, &id));
    ev.sigev_signo = 65;
    SHOW(create(CLOCK_MONOTONIC, &ev, &id));
    ev.sigev_signo = SIGALRM;
    ev.sigev_notify = 77;
    SHOW(create(CLOCK_MONOTONIC, &ev, &id));
    SHOW(create(99, NULL, &id));
    SHOW(create(CLOCK_MONOTONIC, (void *)8, &id));
    SHOW(create(CLOCK_MONOTONIC, NULL, (void *)8));
    SHOW(create(CLOCK_MONOTONIC_COARSE, NULL, &id));
    SHOW(create(CLOCK_BOOTTIME_ALARM, NULL, &id) ? errno == EPERM : 0);
}

/* Signals that faults have too, from timers and queues, blocked or not. */
static void show_faults(void)
{
    static const int signals[] = {SIGSEGV, SIGBUS,  SIGILL,
                                  SIGFPE,  SIGTRAP, SIGUSR1};
    struct sigaction sa = {.sa_sigaction = tick, .sa_flags = SA_SIGINFO};
    struct timespec soon = {0, 20000000}, zero = {0, 0};
    for (unsigned i = 0; i < sizeof signals / sizeof *signals; i++) {
        struct sigevent ev = {.sigev_notify = SIGEV_SIGNAL,
                              .sigev_signo = signals[i],
                              .sigev_value.sival_int = 100 + i};
        struct itimerspec its = {{0, 1000000}, {0, 1000000}};
        sigset_t set;
        siginfo_t info;
        int id;
        sigaction(signals[i], &sa, NULL);
        show_notify("of a fault", &ev);
        sigqueue(getpid(), signals[i], (union sigval){.sival_int = 7});
        printf("queued: code %d value %d\n", last.si_code,
               last.si_value.sival_int);
        sigemptyset(&set);
        sigaddset(&set, signals[i]);
        sigprocmask(SIG_BLOCK, &set, NULL);
        create(CLOCK_MONOTONIC, &ev, &id);
        syscall(SYS_timer_settime, id, 0, &its, NULL);
        nanosleep(&soon, NULL);
        SHOW(sigtimedwait(&set, &info, &zero) == signals[i]);
        /* Of the five that faults send, the count is not kept. */
        printf("waited: code %d value %d overrun %d\n", info.si_code,
               info.si_value.sival_int,
               signals[i] == SIGUSR1 && info.si_overrun > 0);
        syscall(SYS_timer_delete, id);
        while (sigtimedwait(&set, &info, &zero) > 0)
            ;
        ticks = 0;
        sigqueue(getpid(), signals[i], (union sigval){.sival_int = 9});
        sigprocmask(SIG_UNBLOCK, &set, NULL);
        printf("unblocked: %d code %d value %d\n", ticks, last.si_code,
               last.si_value.sival_int);
        while (sigtimedwait(&set, &info, &zero) > 0)
            ;
    }
}

static void show_settings(void)
{
    struct itimerspec its = {{0, 3000000}, {0, 1000000}}, old;
    struct timespec sleep = {0, 20000000};
    sigset_t block;
    siginfo_t info;
    int id;
    sigemptyset(&block);
    sigaddset(&block, SIGALRM);
    sigprocmask(SIG_BLOCK, &block, NULL);
    SHOW(create(CLOCK_REALTIME, NULL, &id));
    SHOW(syscall(SYS_timer_settime, id, 0, &its, &old));
    printf("%ld %ld\n", (long)old.it_value.tv_sec, old.it_interval.tv_nsec);
    nanosleep(&sleep, NULL);
    SHOW(sigwaitinfo(&block, &info));
    printf("code %d overrun %d value %d\n", info.si_code, info.si_overrun > 0,
           info.si_value.sival_int == id);
    SHOW(syscall(SYS_timer_getoverrun, id) > 0);
    SHOW(syscall(SYS_timer_gettime, id, &old));
    printf("%ld\n", old.it_interval.tv_nsec);
    clock_gettime(CLOCK_REALTIME, &its.it_value);
    its.it_value.tv_sec += 100;
    its.it_interval = (struct timespec){0, 0};
    SHOW(syscall(SYS_timer_settime, id, TIMER_ABSTIME, &its, NULL));
    SHOW(syscall(SYS_timer_gettime, id, &old));
    printf("%d\n", old.it_value.tv_sec >= 98 && old.it_value.tv_sec <= 100);
    SHOW(syscall(SYS_timer_settime, id, 99, &its, NULL));
    its.it_value.tv_nsec = -1;
    SHOW(syscall(SYS_timer_settime, id, 0, &its, NULL));
    SHOW(syscall(SYS_timer_settime, id, 0, NULL, NULL));
    SHOW(syscall(SYS_timer_settime, id, 0, 8, NULL));
    its.it_value.tv_nsec = 0;
    SHOW(syscall(SYS_timer_settime, id, 0, &its, 8));
    SHOW(syscall(SYS_timer_settime, 9999, 0, &its, NULL));
    SHOW(syscall(SYS_timer_gettime, 9999, &its));
    SHOW(syscall(SYS_timer_gettime, id, 8));
    SHOW(syscall(SYS_timer_getoverrun, 9999));
    fflush(stdout);
    pid_t pid = fork();
    if (pid == 0) {
        SHOW(syscall(SYS_timer_gettime, id, &its));
        _exit(0);
    }
    waitpid(pid, NULL, 0);
    struct timespec zero = {0, 0};
    while (sigtimedwait(&block, NULL, &zero) > 0)
        ;
    sigprocmask(SIG_UNBLOCK, &block, NULL);
}

static void show_cpu_timers(void)
{
    struct sigevent ev = {.sigev_notify = SIGEV_SIGNAL, .sigev_signo = SIGALRM};
    struct itimerspec its = {{0, 0}, {0, 5000000}};
    struct itimerval it = {{0, 0}, {0, 5000}};
    struct sigaction sa = {.sa_sigaction = tick, .sa_flags = SA_SIGINFO};
    clockid_t clock;
    int id;
    SHOW(create(CLOCK_PROCESS_CPUTIME_ID, &ev, &id));
    ticks = 0;
    SHOW(syscall(SYS_timer_settime, id, 0, &its, NULL));
    while (!ticks)
        ;
    printf("code %d\n", last.si_code);
    SHOW(create(CLOCK_THREAD_CPUTIME_ID, &ev, &id));
    SHOW(clock_getcpuclockid(0, &clock));
    SHOW_OK(create(clock, &ev, &id));
    SHOW(clock_getcpuclockid(99999999, &clock) != 0);
    sigaction(SIGVTALRM, &sa, NULL);
    sigaction(SIGPROF, &sa, NULL);
    ticks = 0;
    SHOW(setitimer(ITIMER_VIRTUAL, &it, NULL));
    while (!ticks)
        ;
    printf("signal %d code %d\n", last.si_signo, last.si_code);
    ticks = 0;
    SHOW(setitimer(ITIMER_PROF, &it, NULL));
    while (!ticks)
        ;
    printf("signal %d\n", last.si_signo);
    SHOW(getitimer(ITIMER_PROF, &it));
    printf("%ld\n", (long)it.it_value.tv_usec);
    SHOW(getitimer(3, &it));
    SHOW(getitimer(0, (void *)8));
    SHOW(setitimer(0, (void *)8, NULL));
    it.it_value.tv_usec = 1000000;
    SHOW(setitimer(0, &it, NULL));
    it.it_value.tv_usec = -1;
    SHOW(setitimer(0, &it, NULL));
}

static void show_clocks(void)
{
    struct timespec ts, res;
    struct timex tx = {0};
    for (int clock = -1; clock < 13; clock++) {
        long r = syscall(SYS_clock_gettime, clock, &ts);
        printf("clock %d: %s", clock, r ? strerrorname_np(errno) : "ok");
        r = syscall(SYS_clock_getres, clock, &res);
        printf(", %ld\n", r ? -1 : res.tv_nsec);
    }
    SHOW(syscall(SYS_clock_getres, CLOCK_REALTIME, NULL));
    SHOW(syscall(SYS_clock_getres, CLOCK_REALTIME, 8));
    SHOW(clock_nanosleep(CLOCK_REALTIME, 0, &(struct timespec){-1, 0}, NULL));
    SHOW(clock_nanosleep(CLOCK_THREAD_CPUTIME_ID, 0, &(struct timespec){0, 0},
                         NULL));
    SHOW(clock_nanosleep(77, 0, &(struct timespec){0, 0}, NULL));
    SHOW(clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME,
                         &(struct timespec){1, 0}, NULL));
    SHOW(clock_nanosleep(CLOCK_MONOTONIC, 0, (void *)8, NULL));
    SHOW(clock_nanosleep(CLOCK_PROCESS_CPUTIME_ID, TIMER_ABSTIME,
                         &(struct timespec){0, 1}, NULL));
    SHOW_OK(adjtimex(&tx));
    printf("tick %ld\n", (long)tx.tick);
    SHOW_OK(clock_adjtime(CLOCK_REALTIME, &tx));
    SHOW(clock_adjtime(CLOCK_MONOTONIC, &tx));
    SHOW(syscall(SYS_adjtimex, 8));
    SHOW(syscall(SYS_gettimeofday, 8, NULL));
    SHOW(syscall(SYS_clock_settime, CLOCK_MONOTONIC, &ts));
    SHOW(syscall(SYS_clock_settime, CLOCK_REALTIME, 8));
    ts.tv_nsec = -1;
    SHOW(syscall(SYS_clock_settime, CLOCK_REALTIME, &ts));
}

/* What an exec keeps of timers, and of signals that wait. */
static void show_heirs(void)
{
    struct itimerval it = {{0, 0}, {100, 0}};
    struct itimerspec its = {{0, 0}, {100, 0}};
    sigset_t set;
    int id;
    fflush(stdout);
    pid_t pid = fork();
    if (pid == 0) {
        setitimer(ITIMER_REAL, &it, NULL);
        setitimer(ITIMER_PROF, &it, NULL);
        create(CLOCK_MONOTONIC, NULL, &id);
        syscall(SYS_timer_settime, id, 0, &its, NULL);
        sigemptyset(&set);
        sigaddset(&set, SIGRTMIN);
        sigaddset(&set, SIGSEGV);
        sigprocmask(SIG_BLOCK, &set, NULL);
        sigqueue(getpid(), SIGRTMIN, (union sigval){.sival_int = 11});
        sigqueue(getpid(), SIGRTMIN, (union sigval){.sival_int = 12});
        sigqueue(getpid(), SIGSEGV, (union sigval){.sival_int = 13});
        execl("/proc/self/exe", "again", "heir", NULL);
        _exit(1);
    }
    waitpid(pid, NULL, 0);
}

static void show_inherited(void)
{
    struct itimerval it;
    struct itimerspec its;
    struct timespec zero = {0, 0};
    siginfo_t info;
    sigset_t set;
    getitimer(ITIMER_REAL, &it);
    printf("real %d", it.it_value.tv_sec > 90);
    getitimer(ITIMER_PROF, &it);
    printf(" prof %d\n", it.it_value.tv_sec > 90);
    SHOW(syscall(SYS_timer_gettime, 0, &its));
    sigprocmask(SIG_BLOCK, NULL, &set);
    printf("blocked %d %d %d\n", sigismember(&set, SIGRTMIN),
           sigismember(&set, SIGSEGV), sigismember(&set, SIGUSR1));
    while (sigtimedwait(&set, &info, &zero) > 0)
        printf("signal %d code %d value %d\n", info.si_signo, info.si_code,
               info.si_value.sival_int);
}

int main(int argc, char **argv)
{
    if (argc > 1) {
        show_inherited();
        return 0;
    }
    show_timers();
    show_faults();
    show_settings();
    show_cpu_timers();
    show_clocks();
    show_heirs();
    return 0;
}
