// SPDX-License-Identifier: MIT
/*
 * Masks, pending sets, waiting for signals and alternate stacks, for the
 * signals that the host's kernel keeps and for the five that Ferry keeps.
 */
#define _GNU_SOURCE
#include "check.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static volatile int order[8], orders;
static sigset_t in_handler;
static volatile uintptr_t sp_seen;

static void handler(int sig)
{
    char here;

    order[orders++ & 7] = sig;
    sp_seen = (uintptr_t)&here;
    sigprocmask(SIG_BLOCK, NULL, &in_handler);
}

static void catch (int sig, int flags, int also)
{
    struct sigaction sa = {.sa_handler = handler, .sa_flags = flags};

    sigemptyset(&sa.sa_mask);
    if (also)
        sigaddset(&sa.sa_mask, also);
    CHECK(sigaction(sig, &sa, NULL) == 0);
}

static sigset_t only(int sig)
{
    sigset_t s;

    sigemptyset(&s);
    sigaddset(&s, sig);
    return s;
}

/* Blocked, pending, seen by sigpending, delivered when unblocked. */
static void check_blocked(int sig)
{
    sigset_t set = only(sig), pending;

    catch (sig, 0, SIGUSR2);
    orders = 0;
    CHECK(sigprocmask(SIG_BLOCK, &set, NULL) == 0);
    CHECK(raise(sig) == 0 && orders == 0);
    CHECK(sigpending(&pending) == 0 && sigismember(&pending, sig));
    CHECK(sigprocmask(SIG_UNBLOCK, &set, NULL) == 0);
    CHECK(orders == 1 && order[0] == sig);
    CHECK(sigismember(&in_handler, sig) && sigismember(&in_handler, SIGUSR2));
    sigprocmask(SIG_BLOCK, NULL, &set);
    CHECK(!sigismember(&set, sig) && !sigismember(&set, SIGUSR2));
    sigpending(&pending);
    CHECK(!sigismember(&pending, sig));
}

static void check_timedwait(int sig)
{
    sigset_t set = only(sig);
    struct timespec none = {0, 0}, soon = {0, 10000000};
    union sigval value = {.sival_int = 77};
    siginfo_t info;

    sigprocmask(SIG_BLOCK, &set, NULL);
    CHECK(sigtimedwait(&set, &info, &none) == -1 && errno == EAGAIN);
    CHECK(sigqueue(getpid(), sig, value) == 0);
    CHECK(sigtimedwait(&set, &info, &soon) == sig);
    CHECK(info.si_code == SI_QUEUE && info.si_value.sival_int == 77);
    CHECK(info.si_pid == getpid());
    CHECK(sigtimedwait(&set, &info, &soon) == -1 && errno == EAGAIN);
    sigprocmask(SIG_UNBLOCK, &set, NULL);
}

static void check_suspend(int sig)
{
    sigset_t set = only(sig), empty;
    pid_t child;

    sigemptyset(&empty);
    sigprocmask(SIG_BLOCK, &set, NULL);
    orders = 0;
    child = fork();
    if (child == 0) {
        usleep(20000);
        kill(getppid(), sig);
        _exit(0);
    }
    CHECK(sigsuspend(&empty) == -1 && errno == EINTR);
    CHECK(orders == 1 && order[0] == sig);
    sigprocmask(SIG_BLOCK, NULL, &set);
    CHECK(sigismember(&set, sig));
    waitpid(child, NULL, 0);
    /* One that waits already. */
    raise(sig);
    CHECK(sigsuspend(&empty) == -1 && errno == EINTR && orders == 2);
    set = only(sig);
    sigprocmask(SIG_UNBLOCK, &set, NULL);
}

static void check_ignored(int sig)
{
    signal(sig, SIG_IGN);
    orders = 0;
    CHECK(raise(sig) == 0 && orders == 0);
    catch (sig, SA_RESETHAND, 0);
    CHECK(raise(sig) == 0 && orders == 1);
    CHECK(signal(sig, SIG_IGN) == SIG_DFL);
}

static void check_stack(int sig)
{
    char *mem = malloc(65536);
    stack_t st = {.ss_sp = mem, .ss_size = 65536}, now;

    CHECK(sigaltstack(&st, NULL) == 0);
    catch (sig, SA_ONSTACK, 0);
    raise(sig);
    CHECK(sp_seen >= (uintptr_t)mem && sp_seen < (uintptr_t)mem + 65536);
    catch (sig, 0, 0);
    raise(sig);
    CHECK(sp_seen < (uintptr_t)mem || sp_seen >= (uintptr_t)mem + 65536);
    CHECK(sigaltstack(NULL, &now) == 0 && now.ss_sp == mem && !now.ss_flags);
    st.ss_size = 1000;
    CHECK(sigaltstack(&st, NULL) == -1 && errno == ENOMEM);
    st.ss_flags = SS_DISABLE;
    CHECK(sigaltstack(&st, NULL) == 0);
    free(mem);
}

static void check_realtime(void)
{
    sigset_t set = only(SIGRTMIN);
    union sigval value;

    catch (SIGRTMIN, 0, 0);
    sigprocmask(SIG_BLOCK, &set, NULL);
    orders = 0;
    for (value.sival_int = 0; value.sival_int < 3; value.sival_int++)
        CHECK(sigqueue(getpid(), SIGRTMIN, value) == 0);
    sigprocmask(SIG_UNBLOCK, &set, NULL);
    CHECK(orders == 3); /* each was queued */
    catch (64, 0, 0);
    CHECK(raise(64) == 0 && orders == 4);
}

/*
 * All of 32 to 64 are the program's: libc keeps some for itself, which Go and
 * others ask the kernel for.
 */
static void check_all_realtime(void)
{
    struct {
        void (*handler)(int);
        uint64_t flags;
        void (*restorer)(void);
        uint64_t mask;
    } act = {.handler = handler}, old, none = {0};
    for (int sig = 32; sig <= 64; sig++) {
        CHECK(syscall(SYS_rt_sigaction, sig, &act, &old, 8) == 0);
        orders = 0;
        CHECK(syscall(SYS_tgkill, getpid(), getpid(), sig) == 0);
        CHECK(orders == 1 && order[0] == sig);
        CHECK(syscall(SYS_rt_sigaction, sig, &none, &old, 8) == 0);
        CHECK(old.handler == handler);
    }
}

int main(void)
{
    static const int sigs[] = {SIGUSR1, SIGSEGV, SIGTRAP, SIGHUP, SIGFPE};
    struct sigaction sa = {.sa_handler = handler};

    for (unsigned i = 0; i < sizeof(sigs) / sizeof(sigs[0]); i++) {
        check_blocked(sigs[i]);
        check_timedwait(sigs[i]);
        check_suspend(sigs[i]);
        check_stack(sigs[i]);
        check_ignored(sigs[i]);
    }
    check_realtime();
    check_all_realtime();
    CHECK(sigaction(SIGKILL, &sa, NULL) == -1 && errno == EINVAL);
    CHECK(sigaction(SIGSTOP, &sa, NULL) == -1 && errno == EINVAL);
    CHECK(syscall(SYS_rt_sigaction, 65, NULL, NULL, 8) == -1);
    return check_result();
}
