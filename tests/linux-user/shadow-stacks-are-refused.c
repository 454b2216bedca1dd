// SPDX-License-Identifier: MIT
/*
 * A user shadow stack that is on when Ferry starts is turned off, and refused
 * where it can't be.  The machine need not have any: a tracer answers what
 * Ferry asks the kernel, as the kernel's Documentation/arch/x86/shstk.rst says.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ptrace.h>
#include <sys/syscall.h>
#include <sys/user.h>
#include <sys/wait.h>
#include <unistd.h>

enum { SHSTK_DISABLE = 0x5002, SHSTK_STATUS = 0x5005, NO_CALL = -1 };

struct kernel {
    const char *name;
    long status; /* what asking gives: 0, or -errno */
    unsigned long features;
    long disable; /* what turning it off gives */
    int disabled; /* how often Ferry should do that */
    bool refused;
};

static const struct kernel kernels[] = {
    {"without shadow stacks", -EINVAL, 0, -EINVAL, 0, false},
    {"with one that is off", 0, 0, -EINVAL, 0, false},
    {"with one that is on", 0, 1, 0, 1, false},
    {"with one that is locked", 0, 1, -EPERM, 1, true},
};

static void run_ferry(const char *ferry, int err)
{
    dup2(err, STDERR_FILENO);
    setenv("ASAN_OPTIONS", "detect_leaks=0", 1); /* can't, of who is traced */
    ptrace(PTRACE_TRACEME, 0, NULL, NULL);
    execl(ferry, ferry, "/no/such/program", (char *)NULL);
    _exit(99);
}

/* Goes to the next entry or exit of a system call.  False: the end. */
static bool next_stop(pid_t pid, int *status)
{
    ptrace(PTRACE_SYSCALL, pid, NULL, NULL);
    return waitpid(pid, status, 0) == pid && WIFSTOPPED(*status);
}

/* Answers in the kernel's place; returns how often it was to disable. */
static int answer(pid_t pid, const struct kernel *k, int *status)
{
    struct user_regs_struct regs;
    int disabled = 0;
    while (next_stop(pid, status)) {
        ptrace(PTRACE_GETREGS, pid, NULL, &regs);
        unsigned long long code = regs.rdi, at = regs.rsi;
        bool ours = regs.orig_rax == SYS_arch_prctl &&
                    (code == SHSTK_STATUS || code == SHSTK_DISABLE);
        if (ours) {
            regs.orig_rax = (unsigned long long)NO_CALL;
            ptrace(PTRACE_SETREGS, pid, NULL, &regs);
        }
        if (!next_stop(pid, status))
            break;
        if (!ours)
            continue;
        ptrace(PTRACE_GETREGS, pid, NULL, &regs);
        regs.rax =
            (unsigned long long)(code == SHSTK_STATUS ? k->status : k->disable);
        ptrace(PTRACE_SETREGS, pid, NULL, &regs);
        if (code == SHSTK_STATUS && !k->status)
            ptrace(PTRACE_POKEDATA, pid, (void *)at, (void *)k->features);
        disabled += code == SHSTK_DISABLE;
    }
    return disabled;
}

static int check(const char *ferry, const struct kernel *k)
{
    char text[512] = "";
    int fds[2], status;
    if (pipe(fds))
        exit(99);
    pid_t pid = fork();
    if (pid == 0)
        run_ferry(ferry, fds[1]);
    close(fds[1]);
    if (waitpid(pid, &status, 0) != pid || !WIFSTOPPED(status)) {
        printf("no process may be traced here\n");
        exit(77);
    }
    int disabled = answer(pid, k, &status);
    if (read(fds[0], text, sizeof(text) - 1) < 0)
        exit(99);
    close(fds[0]);
    bool refused = strstr(text, "shadow stack") != NULL;
    if (WIFEXITED(status) && WEXITSTATUS(status) == (k->refused ? 1 : 127) &&
        refused == k->refused && disabled == k->disabled)
        return 0;
    printf("a kernel %s: status %#x, disabled %d times, \"%s\"\n", k->name,
           (unsigned)status, disabled, text);
    return 1;
}

int main(void)
{
    const char *ferry = getenv("FERRY");
    int failures = 0;
    if (!ferry)
        return 99;
    for (size_t n = 0; n < sizeof(kernels) / sizeof(kernels[0]); n++)
        failures += check(ferry, &kernels[n]);
    return failures != 0;
}
