// SPDX-License-Identifier: MIT
// Signals sent to a process of several threads, each case once by an
// asynchronous signal and once by those that a fault raises too; and signals
// that a process sends itself as if a fault had raised them.
#include "show.h"

#include <poll.h>
#include <pthread.h>
#include <sys/select.h>

static const int signals[] = {SIGUSR1, SIGSEGV, SIGBUS,
                              SIGILL,  SIGFPE,  SIGTRAP};
#define SIGNALS (sizeof signals / sizeof *signals)

static int sig; // of the case under way
static volatile int count, code;
static volatile pid_t by;

static void note(int s, siginfo_t *info, void *context)
{
    (void)context;
    count += s == sig;
    code = info->si_code;
    by = (pid_t)syscall(SYS_gettid);
}

static void block(int how)
{
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, sig);
    pthread_sigmask(how, &set, NULL);
}

static int is_pending(void)
{
    sigset_t set;
    sigpending(&set);
    return sigismember(&set, sig);
}

// Takes it without waiting; its code, or -errno.
static int take(void)
{
    sigset_t set;
    siginfo_t info;
    struct timespec none = {0};
    sigemptyset(&set);
    sigaddset(&set, sig);
    return sigtimedwait(&set, &info, &none) == sig ? info.si_code : -errno;
}

// In this order, which arguments of one call need not have.
static void look_and_take(const char *text)
{
    printf("%s: pending %d", text, is_pending());
    printf(", taken %d\n", take());
}

// The other thread: each step of it is begun and ended over a pipe.
struct other {
    pthread_t thread;
    void (*step)(struct other *o);
    int begin[2], end[2];
    pid_t tid;
    int pending, taken, handled;
};

static void wait_byte(int fd)
{
    char byte;
    while (read(fd, &byte, 1) != 1)
        ;
}

static void *other_run(void *arg)
{
    struct other *o = arg;
    o->tid = (pid_t)syscall(SYS_gettid);
    o->step(o);
    write(o->end[1], "", 1);
    return NULL;
}

// Starts it with sig blocked, up to its first byte.
static void other_start(struct other *o, void (*step)(struct other *o))
{
    memset(o, 0, sizeof *o);
    o->step = step;
    pipe(o->begin);
    pipe(o->end);
    pthread_create(&o->thread, NULL, other_run, o);
    wait_byte(o->end[0]);
}

static void other_go(struct other *o)
{
    write(o->begin[1], "", 1);
    wait_byte(o->end[0]);
}

static void other_end(struct other *o)
{
    pthread_join(o->thread, NULL);
    close(o->begin[0]);
    close(o->begin[1]);
    close(o->end[0]);
    close(o->end[1]);
}

static void say(struct other *o)
{
    write(o->end[1], "", 1);
}

static void wait_asleep(pid_t tid)
{
    char name[64], line[256] = "";
    snprintf(name, sizeof name, "/proc/self/task/%d/stat", tid);
    for (char *end = line; !strchr("SD", end[2]) || end == line;) {
        FILE *f = fopen(name, "r");
        fgets(line, sizeof line, f);
        fclose(f);
        end = strrchr(line, ')');
    }
}

static void lets_it_through(struct other *o)
{
    block(SIG_UNBLOCK);
    say(o);
    while (!count)
        ;
    o->handled = by == o->tid;
}

static void sleeps_with_it_unblocked(struct other *o)
{
    block(SIG_UNBLOCK);
    say(o);
    o->taken = poll(NULL, 0, -1) == -1 ? errno : 0;
    o->handled = by == o->tid;
}

static void suspends(struct other *o)
{
    sigset_t set;
    pthread_sigmask(SIG_SETMASK, NULL, &set);
    sigdelset(&set, sig);
    say(o);
    sigsuspend(&set);
    o->handled = by == o->tid;
}

static void selects(struct other *o)
{
    sigset_t set;
    pthread_sigmask(SIG_SETMASK, NULL, &set);
    sigdelset(&set, sig);
    say(o);
    o->taken = pselect(0, NULL, NULL, NULL, NULL, &set) == -1 ? errno : 0;
    o->handled = by == o->tid;
}

static void waits_for_it(struct other *o)
{
    sigset_t set;
    siginfo_t info;
    sigemptyset(&set);
    sigaddset(&set, sig);
    say(o);
    o->taken = sigwaitinfo(&set, &info) == sig ? info.si_code : 99;
}

static void looks_and_takes(struct other *o)
{
    say(o);
    wait_byte(o->begin[0]);
    o->pending = is_pending();
    o->taken = take();
}

static void unblocks(struct other *o)
{
    say(o);
    wait_byte(o->begin[0]);
    block(SIG_UNBLOCK);
    o->handled = by == o->tid;
}

static void only_ends(struct other *o)
{
    say(o);
    wait_byte(o->begin[0]);
}

static void show_asleep(const char *text, void (*step)(struct other *))
{
    struct other o;
    count = 0;
    other_start(&o, step);
    wait_asleep(o.tid);
    kill(getpid(), sig);
    other_end(&o);
    printf("%s: %d by the other %d, result %d, pending %d\n", text, count,
           o.handled, o.taken, is_pending());
}

static void show_blocked_here(void)
{
    struct other o;
    count = 0;
    other_start(&o, lets_it_through);
    kill(getpid(), sig);
    other_end(&o);
    printf("another lets it through: %d by the other %d, pending %d\n", count,
           o.handled, is_pending());
    show_asleep("another sleeps", sleeps_with_it_unblocked);
    show_asleep("another suspends", suspends);
    show_asleep("another selects", selects);
    show_asleep("another waits for it", waits_for_it);
}

static void show_blocked_everywhere(void)
{
    struct other o;
    count = 0;
    other_start(&o, looks_and_takes);
    kill(getpid(), sig);
    kill(getpid(), sig);
    printf("pending here %d\n", is_pending());
    other_go(&o);
    other_end(&o);
    printf("the other: pending %d, taken %d; then here %d\n", o.pending,
           o.taken, is_pending());
    other_start(&o, unblocks);
    kill(getpid(), sig);
    other_go(&o);
    other_end(&o);
    printf("the other unblocks: %d by it %d, pending %d\n", count, o.handled,
           is_pending());
    other_start(&o, only_ends);
    kill(getpid(), sig);
    other_go(&o);
    other_end(&o);
    printf("the other has ended: taken here %d\n", take());
    other_start(&o, looks_and_takes);
    syscall(SYS_tgkill, getpid(), o.tid, sig);
    look_and_take("sent to the other: here");
    other_go(&o);
    other_end(&o);
    printf("the other: pending %d, taken %d\n", o.pending, o.taken);
    other_start(&o, only_ends);
    syscall(SYS_tgkill, getpid(), o.tid, sig);
    other_go(&o);
    other_end(&o);
    printf("lost with the other: %d\n", take());
}

static void show_fork(void)
{
    int status;
    kill(getpid(), sig);
    fflush(stdout);
    pid_t pid = fork();
    if (pid == 0) {
        look_and_take("in a child");
        fflush(stdout);
        _exit(0);
    }
    waitpid(pid, &status, 0);
    signal(sig, SIG_IGN);
    printf("ignored: pending %d\n", is_pending());
    kill(getpid(), sig);
    look_and_take("sent while ignored");
    signal(sig, SIG_DFL);
}

static void show_exec(char *self)
{
    struct other o;
    char number[16];
    int status;
    fflush(stdout);
    pid_t pid = fork();
    if (pid == 0) {
        other_start(&o, only_ends);
        kill(getpid(), sig);
        snprintf(number, sizeof number, "%d", sig);
        execl("/proc/self/exe", self, number, (char *)NULL);
        _exit(127);
    }
    waitpid(pid, &status, 0);
    show_status("executed", status);
}

static siginfo_t seen;

static void keep(int s, siginfo_t *info, void *context)
{
    (void)s;
    (void)context;
    seen = *info;
}

static void show_told(const char *text)
{
    printf("%s: signal %d code %d address %p\n", text, seen.si_signo,
           seen.si_code, seen.si_addr);
    memset(&seen, 0, sizeof seen);
}

// As a crash handler does that has put the old disposition back.
static void show_raised_again(void)
{
    struct sigaction act = {.sa_sigaction = keep, .sa_flags = SA_SIGINFO};
    siginfo_t info = {.si_signo = sig, .si_code = 1, .si_addr = (void *)0x4242};
    pid_t pid = getpid(), tid = (pid_t)syscall(SYS_gettid);
    int pidfd = (int)syscall(SYS_pidfd_open, pid, 0);
    sigaction(sig, &act, NULL);
    SHOW(syscall(SYS_rt_tgsigqueueinfo, pid, tid, sig, &info));
    show_told("to a thread");
    SHOW(syscall(SYS_rt_sigqueueinfo, pid, sig, &info));
    show_told("to the process");
    SHOW(syscall(SYS_pidfd_send_signal, pidfd, sig, &info, 0));
    show_told("by a pidfd");
    info.si_code = SI_QUEUE;
    SHOW(syscall(SYS_rt_tgsigqueueinfo, pid, tid, sig, &info));
    show_told("queued");
    info.si_code = 1;
    block(SIG_BLOCK);
    SHOW(syscall(SYS_rt_tgsigqueueinfo, pid, tid, sig, &info));
    look_and_take("blocked");
    SHOW(syscall(SYS_rt_sigqueueinfo, getppid(), sig, &info));
    SHOW(syscall(SYS_rt_sigqueueinfo, pid, 65, &info));
    SHOW(syscall(SYS_rt_sigqueueinfo, pid, sig, 8));
    SHOW(syscall(SYS_pidfd_send_signal, pidfd, sig ^ 1, &info, 0));
    block(SIG_UNBLOCK);
    signal(sig, SIG_DFL);
    fflush(stdout);
    SHOW(syscall(SYS_rt_tgsigqueueinfo, pid, tid, sig, &info));
}

int main(int argc, char **argv)
{
    struct sigaction act = {.sa_sigaction = note, .sa_flags = SA_SIGINFO};
    if (argc > 1) {
        sig = atoi(argv[1]);
        look_and_take("after exec");
        return 0;
    }
    for (unsigned i = 0; i < SIGNALS; i++) {
        sig = signals[i];
        printf("signal %d\n", sig);
        show_in_child(show_raised_again);
        block(SIG_BLOCK);
        sigaction(sig, &act, NULL);
        show_blocked_here();
        show_blocked_everywhere();
        show_fork();
        show_exec(argv[0]);
        block(SIG_UNBLOCK);
    }
    return 0;
}
