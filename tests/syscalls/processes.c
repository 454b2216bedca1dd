// SPDX-License-Identifier: MIT
/* fork, vfork, clone, wait, sessions, ids. */
#include "show.h"

#include <sched.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>

extern char **environ;

static void show_fork(void)
{
    int status, shared = 1, gate[2];
    pid_t pid = fork();
    if (pid == 0) {
        shared = 2;
        _exit(getppid() == 1 ? 9 : 7);
    }
    SHOW(waitpid(pid, &status, 0) == pid);
    show_status("fork", status);
    printf("private %d\n", shared);
    SHOW(waitpid(pid, &status, 0));
    SHOW(wait(NULL));
    SHOW(waitpid(-1, &status, WNOHANG));
    SHOW(waitpid(getpid(), &status, 0));
    SHOW(wait4(-1, &status, 0x1000, NULL));
    pid = fork();
    if (pid == 0)
        raise(SIGKILL);
    waitpid(pid, &status, 0);
    show_status("kill", status);
    pid = fork();
    if (pid == 0)
        abort();
    waitpid(pid, &status, 0);
    printf("abort %d\n", WIFSIGNALED(status) ? WTERMSIG(status) : 0);
    pipe(gate); /* a child that ended at once could not be seen to continue */
    pid = fork();
    if (pid == 0) {
        close(gate[1]);
        raise(SIGSTOP);
        read(gate[0], &shared, 1);
        _exit(3);
    }
    waitpid(pid, &status, WUNTRACED);
    show_status("stop", status);
    kill(pid, SIGCONT);
    SHOW(waitpid(pid, &status, WCONTINUED) == pid);
    printf("continued %d\n", WIFCONTINUED(status));
    close(gate[0]);
    close(gate[1]);
    waitpid(pid, &status, 0);
    show_status("end", status);
}

static void show_nested(void)
{
    int status, fds[2];
    char c = 0;
    pipe(fds);
    pid_t pid = fork();
    if (pid == 0) {
        pid_t inner = fork();
        if (inner == 0) {
            write(fds[1], "x", 1);
            _exit(5);
        }
        waitpid(inner, &status, 0);
        _exit(WEXITSTATUS(status) + 1);
    }
    SHOW(read(fds[0], &c, 1));
    waitpid(pid, &status, 0);
    show_status("nested", status);
}

static volatile int vfork_value;

static void show_vfork(void)
{
    int status;
    pid_t pid = vfork();
    if (pid == 0) {
        vfork_value = 42;
        _exit(4);
    }
    printf("shared %d\n", vfork_value);
    waitpid(pid, &status, 0);
    show_status("vfork", status);
    for (int i = 0; i < 50; i++) {
        pid = vfork();
        if (pid == 0)
            _exit(i);
        if (waitpid(pid, &status, 0) != pid || WEXITSTATUS(status) != i)
            printf("bad vfork %d\n", i);
    }
    char *none[] = {"none", NULL};
    int err = 0;
    pid = vfork();
    if (pid == 0) {
        execve("/nothing", none, environ);
        vfork_value = errno;
        _exit(1);
    }
    waitpid(pid, &status, 0);
    err = vfork_value;
    printf("exec's errno: %s\n", strerrorname_np(err));
}

static int clone_child(void *arg)
{
    *(volatile int *)arg += 1;
    return 21;
}

static void show_clone(void)
{
    static char stack[65536] __attribute__((aligned(16)));
    int status, value = 1, ctid = -1, ptid = -1;
    pid_t pid = clone(clone_child, stack + sizeof stack, SIGCHLD, &value);
    waitpid(pid, &status, 0);
    show_status("clone", status);
    printf("private %d\n", value);
    pid = clone(clone_child, stack + sizeof stack,
                CLONE_VM | CLONE_VFORK | SIGCHLD, &value);
    waitpid(pid, &status, 0);
    show_status("clone vm", status);
    printf("shared %d\n", value);
    pid = clone(clone_child, stack + sizeof stack,
                CLONE_PARENT_SETTID | CLONE_CHILD_CLEARTID | CLONE_VM |
                    CLONE_VFORK | SIGCHLD,
                &value, &ptid, NULL, &ctid);
    waitpid(pid, &status, 0);
    printf("ptid %d cleared %d\n", ptid == pid, ctid == 0);
    pid = clone(clone_child, stack + sizeof stack, 0, &value);
    SHOW(waitpid(pid, &status, 0));
    SHOW(waitpid(pid, &status, __WCLONE) == pid);
    SHOW(clone(clone_child, stack + sizeof stack, CLONE_SIGHAND | SIGCHLD,
               &value));
    uint64_t args[11] = {CLONE_VM | CLONE_VFORK};
    args[4] = SIGCHLD;
    SHOW(syscall(SYS_clone3, args, 3));
    SHOW(syscall(SYS_clone3, args, 5000));
    args[5] = 16;
    SHOW(syscall(SYS_clone3, args, 64));
    SHOW(syscall(SYS_clone3, 8, 64));
}

static void show_waitid(void)
{
    siginfo_t info;
    memset(&info, 0, sizeof info);
    pid_t pid = fork();
    if (pid == 0)
        _exit(12);
    SHOW(waitid(P_PID, pid, &info, WEXITED | WNOWAIT));
    printf("signo %d code %d status %d pid %d\n", info.si_signo, info.si_code,
           info.si_status, info.si_pid == pid);
    SHOW(waitid(P_PID, pid, &info, WEXITED));
    SHOW(waitid(P_PID, pid, &info, WEXITED));
    SHOW(waitid(P_ALL, 0, &info, 0));
    SHOW(waitid(99, 0, &info, WEXITED));
    struct rusage ru;
    pid = fork();
    if (pid == 0)
        _exit(0);
    SHOW(wait4(pid, NULL, 0, &ru) == pid);
    SHOW(wait4(-1, (int *)8, 0, NULL));
}

static void show_ids(void)
{
    printf("%d %d\n", getpid() == getpgrp() || getpgrp() > 0,
           getsid(0) == getsid(getpid()));
    int status;
    pid_t pid = fork();
    if (pid == 0) {
        SHOW(setsid() == getpid());
        SHOW(setsid());
        SHOW(getpgid(0) == getpid());
        SHOW(setpgid(0, 99999999));
        SHOW(gettid() == getpid());
        _exit(0);
    }
    waitpid(pid, &status, 0);
    SHOW(kill(99999999, 0));
    SHOW(kill(getpid(), 0));
    SHOW(kill(getpid(), 99));
    SHOW(getpriority(PRIO_PROCESS, 0));
    SHOW(setpriority(99, 0, 0));
    char name[16];
    SHOW(prctl(PR_SET_NAME, "a-name-longer-than-fifteen"));
    SHOW(prctl(PR_GET_NAME, name));
    printf("%s\n", name);
    SHOW(prctl(PR_SET_PDEATHSIG, 99));
    SHOW(prctl(12345));
    SHOW(prctl(PR_GET_DUMPABLE));
    SHOW(sched_yield());
    SHOW(sched_getscheduler(0));
    SHOW(sched_get_priority_max(SCHED_FIFO));
    SHOW(getpgid(99999999));
}

int main(void)
{
    show_fork();
    show_nested();
    show_vfork();
    show_clone();
    show_waitid();
    show_ids();
    return 0;
}
