// SPDX-License-Identifier: MIT
/* Scheduling, priorities, limits, use of resources, prctl, personality. */
#include "show.h"

#include <linux/capability.h>
#include <sched.h>
#include <sys/fsuid.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/time.h>
#include <sys/times.h>
#include <time.h>

#define NOBODY 99999999

static void show_policies(void)
{
    struct sched_param p = {0}, q = {5};
    struct timespec ts;
    struct sched_attr_t {
        uint32_t size, policy;
        uint64_t flags;
        int32_t nice;
        uint32_t priority;
        uint64_t runtime, deadline, period;
        uint32_t min, max;
        uint64_t more[8];
    } a = {48}, got;
    SHOW(sched_setscheduler(0, SCHED_BATCH, &p));
    SHOW(sched_getscheduler(0));
    SHOW(sched_setscheduler(0, SCHED_OTHER, &q));
    SHOW(sched_setscheduler(0, 99, &p));
    SHOW(sched_setscheduler(NOBODY, SCHED_BATCH, &p));
    SHOW(sched_setscheduler(-1, SCHED_BATCH, &p));
    SHOW(sched_setscheduler(0, SCHED_BATCH, (void *)8));
    SHOW(sched_setparam(0, &p));
    SHOW(sched_setparam(0, &q));
    SHOW(sched_getparam(0, &q));
    SHOW(sched_getparam(0, NULL));
    SHOW(sched_getparam(0, (void *)8));
    for (int policy = -1; policy < 8; policy++)
        printf("policy %d: %d %d\n", policy, sched_get_priority_min(policy),
               sched_get_priority_max(policy));
    SHOW(sched_rr_get_interval(0, &ts));
    SHOW(sched_rr_get_interval(0, (void *)8));
    SHOW(sched_rr_get_interval(NOBODY, &ts));
    SHOW(syscall(SYS_sched_getattr, 0, &got, sizeof got, 0));
    printf("%u %u %d\n", got.policy, got.priority, got.nice);
    SHOW(syscall(SYS_sched_getattr, 0, &got, 10, 0));
    SHOW(syscall(SYS_sched_getattr, 0, &got, 48, 1));
    SHOW(syscall(SYS_sched_getattr, 0, 8, 48, 0));
    SHOW(syscall(SYS_sched_getattr, NOBODY, &got, 48, 0));
    a.policy = SCHED_IDLE;
    SHOW(syscall(SYS_sched_setattr, 0, &a, 0));
    SHOW(sched_getscheduler(0));
    a.size = 56;
    SHOW(syscall(SYS_sched_setattr, 0, &a, 0));
    a.size = 64;
    a.more[0] = 1;
    SHOW(syscall(SYS_sched_setattr, 0, &a, 0));
    a.size = 5;
    SHOW(syscall(SYS_sched_setattr, 0, &a, 0));
    a.size = 0;
    a.policy = SCHED_OTHER;
    a.nice = 3;
    SHOW(syscall(SYS_sched_setattr, 0, &a, 0));
    SHOW(getpriority(PRIO_PROCESS, 0));
    SHOW(syscall(SYS_sched_setattr, 0, 8, 0));
    a.flags = 0x1000;
    SHOW(syscall(SYS_sched_setattr, 0, &a, 0));
}

static void show_affinity(void)
{
    cpu_set_t set, none;
    CPU_ZERO(&none);
    SHOW(sched_getaffinity(0, sizeof set, &set));
    SHOW(syscall(SYS_sched_getaffinity, 0, 8, &set) > 0);
    SHOW(syscall(SYS_sched_getaffinity, 0, 4, &set));
    SHOW(syscall(SYS_sched_getaffinity, 0, 12, &set));
    SHOW(syscall(SYS_sched_getaffinity, 0, 8, 8));
    SHOW(sched_setaffinity(0, sizeof set, &set));
    SHOW(sched_setaffinity(0, sizeof none, &none));
    SHOW(sched_setaffinity(NOBODY, sizeof set, &set));
    SHOW(sched_setaffinity(0, sizeof set, (void *)8));
    CPU_ZERO(&set);
    CPU_SET(0, &set);
    SHOW(sched_setaffinity(0, 8, &set));
    unsigned cpu = 9, node = 9;
    SHOW(syscall(SYS_getcpu, &cpu, &node, NULL));
    printf("%u\n", cpu);
    SHOW(syscall(SYS_getcpu, 8, NULL, NULL));
}

static void show_priorities(void)
{
    SHOW(nice(2));
    SHOW(getpriority(PRIO_PROCESS, getpid()));
    SHOW(setpriority(PRIO_PROCESS, 0, 100));
    SHOW(getpriority(PRIO_PROCESS, 0));
    SHOW(getpriority(PRIO_PGRP, 0) > -1000);
    SHOW(getpriority(PRIO_PROCESS, NOBODY));
    SHOW(setpriority(PRIO_USER, NOBODY, 5));
    SHOW(getpriority(9, 0));
    SHOW(syscall(SYS_ioprio_get, 1, 0));
    SHOW(syscall(SYS_ioprio_set, 1, 0, 2 << 13 | 7));
    SHOW(syscall(SYS_ioprio_get, 1, 0));
    SHOW(syscall(SYS_ioprio_set, 1, 0, 7 << 13));
    SHOW(syscall(SYS_ioprio_set, 9, 0, 0));
    SHOW(syscall(SYS_ioprio_get, 1, NOBODY));
}

static void show_limits(void)
{
    struct rlimit rl, wild = {RLIM_INFINITY, 5};
    for (int what = 0; what < 17; what++) {
        if (getrlimit(what, &rl)) {
            printf("limit %d: %s\n", what, strerrorname_np(errno));
            continue;
        }
        printf("limit %d: %lx %lx\n", what, rl.rlim_cur, rl.rlim_max);
        if (rl.rlim_max > 100000 && what != RLIMIT_STACK &&
            what != RLIMIT_NPROC) {
            rl.rlim_cur = rl.rlim_max = 1ul << 36;
            SHOW(setrlimit(what, &rl) == 0 || errno == EPERM);
            SHOW(getrlimit(what, &rl));
            printf("%lx %lx\n", rl.rlim_cur, rl.rlim_max);
        }
        SHOW(setrlimit(what, &wild));
    }
    SHOW(prlimit(0, RLIMIT_NOFILE, NULL, NULL));
    SHOW(prlimit(0, RLIMIT_NOFILE, (void *)8, NULL));
    SHOW(prlimit(0, RLIMIT_AS, (void *)8, NULL));
    SHOW(prlimit(0, RLIMIT_AS, NULL, (void *)8));
    SHOW(prlimit(getppid(), RLIMIT_NOFILE, NULL, &rl));
    SHOW(prlimit(NOBODY, RLIMIT_NOFILE, NULL, &rl));
}

static void burn(void)
{
    volatile unsigned n = 0;
    while (n < 20000000)
        n++;
}

static void show_use(void)
{
    struct rusage self, children;
    struct tms before, after;
    times(&before);
    show_in_child(burn);
    burn();
    times(&after);
    SHOW(getrusage(RUSAGE_SELF, &self));
    SHOW(getrusage(RUSAGE_CHILDREN, &children));
    SHOW(getrusage(RUSAGE_THREAD, &self));
    SHOW(getrusage(RUSAGE_SELF, (void *)8));
    printf("%d %d %d %d\n",
           self.ru_utime.tv_sec * 1000000 + self.ru_utime.tv_usec > 1000,
           children.ru_utime.tv_sec * 1000000 + children.ru_utime.tv_usec >
               1000,
           self.ru_maxrss > 100, self.ru_minflt > 0);
    printf("%d\n", after.tms_utime >= before.tms_utime);
    SHOW(syscall(SYS_times, 8));
    SHOW_OK(syscall(SYS_times, NULL));
    struct rlimit rl = {1, 2};
    SHOW(setrlimit(RLIMIT_CPU, &rl));
    SHOW(getrlimit(RLIMIT_CPU, &rl));
}

static void on_cpu(int sig)
{
    write(1, "SIGXCPU\n", 8);
    _exit(0);
}

static void show_cpu_limit(void)
{
    struct rlimit rl = {1, 3};
    signal(SIGXCPU, on_cpu);
    setrlimit(RLIMIT_CPU, &rl);
    for (;;)
        burn();
}

static void show_prctl(void)
{
    int n = 0;
    char name[17] = "";
    SHOW(prctl(PR_SET_PDEATHSIG, SIGUSR1));
    SHOW(prctl(PR_GET_PDEATHSIG, &n));
    printf("%d\n", n);
    SHOW(prctl(PR_GET_PDEATHSIG, 8));
    SHOW(prctl(PR_SET_DUMPABLE, 0));
    SHOW(prctl(PR_GET_DUMPABLE));
    SHOW(prctl(PR_SET_DUMPABLE, 2));
    SHOW(prctl(PR_SET_DUMPABLE, 1));
    SHOW(prctl(PR_SET_KEEPCAPS, 2));
    SHOW(prctl(PR_SET_KEEPCAPS, 1));
    SHOW(prctl(PR_GET_KEEPCAPS));
    SHOW(prctl(PR_GET_TIMING));
    SHOW(prctl(PR_SET_TIMING, 1));
    SHOW(prctl(PR_SET_NAME, 8));
    SHOW(prctl(PR_SET_NAME, "short"));
    SHOW(prctl(PR_GET_NAME, name));
    printf("%s\n", name);
    SHOW(prctl(PR_GET_NAME, 8));
    SHOW(prctl(PR_GET_SECUREBITS));
    SHOW(prctl(PR_SET_TIMERSLACK, 12345));
    SHOW(prctl(PR_GET_TIMERSLACK));
    SHOW(prctl(PR_SET_TIMERSLACK, 0));
    SHOW(prctl(PR_SET_CHILD_SUBREAPER, 1));
    SHOW(prctl(PR_GET_CHILD_SUBREAPER, &n));
    printf("%d\n", n);
    SHOW(prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0));
    SHOW(prctl(PR_GET_NO_NEW_PRIVS, 0, 0, 0, 0));
    SHOW(prctl(PR_SET_NO_NEW_PRIVS, 0, 0, 0, 0));
    SHOW(prctl(PR_SET_NO_NEW_PRIVS, 1, 1, 0, 0));
    SHOW(prctl(PR_SET_THP_DISABLE, 1, 0, 0, 0));
    SHOW(prctl(PR_GET_THP_DISABLE, 0, 0, 0, 0));
    SHOW(prctl(PR_SET_THP_DISABLE, 0, 0, 0, 0));
    SHOW(prctl(PR_MCE_KILL_GET, 0, 0, 0, 0));
    SHOW(prctl(PR_MCE_KILL, 9, 0, 0, 0));
    SHOW(prctl(PR_CAPBSET_READ, 0) >= 0);
    SHOW(prctl(PR_CAPBSET_READ, 99));
    SHOW(prctl(PR_CAP_AMBIENT, PR_CAP_AMBIENT_IS_SET, 0, 0, 0));
    SHOW(prctl(PR_CAP_AMBIENT, 99, 0, 0, 0));
    SHOW(prctl(PR_SET_PTRACER, -1) == 0 || errno == EINVAL);
    SHOW(prctl(PR_GET_SPECULATION_CTRL, 0, 0, 0, 0) >= 0 || errno == ENODEV);
    SHOW(prctl(PR_GET_SPECULATION_CTRL, 99, 0, 0, 0));
    SHOW(prctl(PR_GET_IO_FLUSHER, 0, 0, 0, 0) >= 0 || errno == EPERM);
    SHOW(prctl(PR_SET_VMA, 0, 0, 0, 0));
    SHOW(prctl(67 /* PR_SET_MEMORY_MERGE */, 5, 0, 0, 0));
    SHOW(prctl(62 /* PR_SCHED_CORE */, 0, 0, 0, NULL));
    SHOW(prctl(-1));
}

/* What can't be shown to be equal where it is not allowed; as root it is. */
static void show_real_time(void)
{
    struct sched_param p = {1};
    int r = sched_setscheduler(0, SCHED_FIFO, &p);
    printf("%d\n", r == 0 || errno == EPERM);
    if (r == 0)
        SHOW(sched_getscheduler(0) == SCHED_FIFO);
}

static void show_personality(void)
{
    SHOW(syscall(SYS_personality, 0x0040000));
    SHOW(syscall(SYS_personality, 0xffffffff));
    SHOW(syscall(SYS_personality, 0x4000000 /* STICKY_TIMEOUTS */));
    struct timeval tv = {0, 1000};
    select(0, NULL, NULL, NULL, &tv);
    printf("%ld\n", (long)tv.tv_usec);
    SHOW(syscall(SYS_personality, 0));
}

static void show_capabilities(void)
{
    struct __user_cap_header_struct h = {_LINUX_CAPABILITY_VERSION_3, 0};
    struct __user_cap_data_struct d[2];
    SHOW(syscall(SYS_capget, &h, d));
    SHOW(syscall(SYS_capset, &h, d));
    h.version = 5;
    SHOW(syscall(SYS_capget, &h, d));
    printf("%x\n", h.version);
    h.version = 5;
    SHOW(syscall(SYS_capget, &h, NULL));
    h.pid = NOBODY;
    SHOW(syscall(SYS_capget, &h, d));
    h.pid = -1;
    SHOW(syscall(SYS_capget, &h, d));
    h.pid = 1;
    SHOW(syscall(SYS_capset, &h, d));
    SHOW(syscall(SYS_capget, 8, d));
    h.pid = 0;
    SHOW(syscall(SYS_capget, &h, 8));
    d[0].effective = 0;
    d[1].effective = 0;
    SHOW(syscall(SYS_capset, &h, d));
    SHOW(setuid(-1));
    SHOW(setgid(-1));
    SHOW(setresuid(-1, -1, -1));
    SHOW(setreuid(-1, -1));
    SHOW(setgroups(1 << 20, NULL));
    SHOW(getgroups(0, NULL) >= 0);
    SHOW(getgroups(100, (void *)8) >= 0 || errno == EFAULT);
    uid_t r, e, s;
    SHOW(getresuid(&r, &e, &s));
    printf("%d\n", r == getuid() && e == geteuid());
    SHOW(syscall(SYS_getresuid, 8, &e, &s));
    SHOW(setfsuid(-1) == getuid());
    SHOW(setfsgid(-1) == getgid());
}

int main(void)
{
    show_in_child(show_policies);
    show_in_child(show_affinity);
    show_in_child(show_priorities);
    show_in_child(show_limits);
    show_in_child(show_use);
    show_in_child(show_cpu_limit);
    show_in_child(show_prctl);
    show_in_child(show_real_time);
    show_in_child(show_personality);
    show_in_child(show_capabilities);
    return 0;
}
