// SPDX-License-Identifier: MIT
/* Clocks, timers, limits, names and other small facts. */
#include "show.h"

#include <linux/futex.h>
#include <sched.h>
#include <sys/random.h>
#include <sys/resource.h>
#include <sys/sysinfo.h>
#include <sys/time.h>
#include <sys/times.h>
#include <sys/utsname.h>
#include <time.h>

static void show_clocks(void)
{
    struct timespec a, b, res;
    SHOW(clock_gettime(CLOCK_MONOTONIC, &a));
    SHOW(clock_gettime(CLOCK_MONOTONIC, &b));
    printf("forward %d\n", b.tv_sec > a.tv_sec || b.tv_nsec >= a.tv_nsec);
    SHOW(clock_gettime(CLOCK_REALTIME, &a));
    printf("today %d\n", a.tv_sec > 1600000000);
    SHOW(clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &a));
    SHOW(clock_gettime(9999, &a));
    SHOW(syscall(SYS_clock_gettime, CLOCK_REALTIME, 8));
    SHOW(clock_getres(CLOCK_MONOTONIC, &res));
    printf("%ld\n", (long)res.tv_nsec);
    SHOW(clock_getres(CLOCK_REALTIME_COARSE, &res));
    struct timeval tv;
    struct timezone tz;
    SHOW(gettimeofday(&tv, &tz));
    printf("near %d\n", labs(tv.tv_sec - time(NULL)) <= 1);
    struct tms tms;
    SHOW_OK(times(&tms));
    struct timespec ts = {0, 2000000};
    SHOW(nanosleep(&ts, NULL));
    ts.tv_nsec = -1;
    SHOW(nanosleep(&ts, NULL));
    SHOW(syscall(SYS_nanosleep, 8, 0));
}

static volatile int ticks;

static void tick(int sig, siginfo_t *info, void *context)
{
    (void)sig;
    (void)context;
    ticks += info->si_value.sival_int;
}

static void show_timers(void)
{
    struct itimerval it = {{0, 0}, {100, 0}}, old;
    SHOW(setitimer(ITIMER_REAL, &it, NULL));
    SHOW(getitimer(ITIMER_REAL, &old));
    printf("%ld\n", (long)old.it_value.tv_sec / 10);
    it.it_value.tv_sec = 0;
    SHOW(setitimer(ITIMER_REAL, &it, NULL));
    SHOW(setitimer(99, &it, NULL));
    SHOW(alarm(50));
    SHOW(alarm(0));
    timer_t id;
    struct sigevent ev = {.sigev_notify = SIGEV_SIGNAL,
                          .sigev_signo = SIGRTMIN + 1,
                          .sigev_value.sival_int = 7};
    struct sigaction sa = {.sa_sigaction = tick, .sa_flags = SA_SIGINFO};
    sigaction(SIGRTMIN + 1, &sa, NULL);
    SHOW(timer_create(CLOCK_MONOTONIC, &ev, &id));
    struct itimerspec its = {{0, 0}, {0, 5000000}};
    SHOW(timer_settime(id, 0, &its, NULL));
    while (!ticks)
        ;
    printf("ticks %d\n", ticks);
    SHOW(timer_getoverrun(id));
    SHOW(timer_gettime(id, &its));
    SHOW(timer_delete(id));
    SHOW(syscall(SYS_timer_delete, 99999));
}

static void show_limits(void)
{
    struct rlimit rl = {1000, 2000}, got;
    SHOW(setrlimit(RLIMIT_NOFILE, &rl));
    SHOW(getrlimit(RLIMIT_NOFILE, &got));
    printf("%lu %lu\n", got.rlim_cur, got.rlim_max);
    rl.rlim_cur = 3000;
    SHOW(setrlimit(RLIMIT_NOFILE, &rl));
    SHOW(getrlimit(99, &got));
    SHOW(syscall(SYS_getrlimit, RLIMIT_STACK, 8));
    rl.rlim_cur = 1ul << 33;
    rl.rlim_max = 1ul << 34;
    SHOW(setrlimit(RLIMIT_AS, &rl));
    SHOW(getrlimit(RLIMIT_AS, &got));
    printf("%lu %lu\n", got.rlim_cur, got.rlim_max);
    SHOW(malloc(1ul << 35) != NULL);
    SHOW(prlimit(getpid(), RLIMIT_DATA, NULL, &got));
    SHOW(prlimit(99999999, RLIMIT_DATA, NULL, &got));
    struct rusage ru;
    SHOW(getrusage(RUSAGE_SELF, &ru));
    SHOW(getrusage(77, &ru));
}

static void show_facts(void)
{
    struct utsname u;
    struct sysinfo si;
    cpu_set_t set;
    char buf[16];
    SHOW(uname(&u));
    printf("%s\n", u.sysname);
    SHOW(syscall(SYS_uname, 8));
    SHOW(sysinfo(&si));
    SHOW(getrandom(buf, 16, 0));
    SHOW(getrandom(buf, 16, 99));
    SHOW(getrandom((void *)8, 16, 0));
    SHOW(sched_getaffinity(0, sizeof set, &set));
    printf("some %d\n", CPU_COUNT(&set) > 0);
    SHOW(sched_getaffinity(0, 1, &set));
    SHOW_OK(syscall(SYS_getcpu, NULL, NULL, NULL));
    SHOW(syscall(SYS_personality, 0xffffffff));
    int word = 1;
    struct timespec ts = {0, 1000000};
    SHOW(syscall(SYS_futex, &word, FUTEX_WAIT, 2, NULL, NULL, 0));
    SHOW(syscall(SYS_futex, &word, FUTEX_WAIT, 1, &ts, NULL, 0));
    SHOW(syscall(SYS_futex, &word, FUTEX_WAKE, 1, NULL, NULL, 0));
    SHOW(syscall(SYS_futex, 9, FUTEX_WAKE, 1, NULL, NULL, 0));
    SHOW(syscall(SYS_futex, &word, 127, 1, NULL, NULL, 0));
    SHOW(syscall(999999));
    SHOW(syscall(SYS_membarrier, 0, 0, 0) > 0);
    SHOW(getuid() == geteuid());
    SHOW(getgroups(-1, NULL));
}

int main(void)
{
    show_clocks();
    show_timers();
    show_limits();
    show_facts();
    return 0;
}
