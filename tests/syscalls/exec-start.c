// SPDX-License-Identifier: MIT
/*
 * Which program a start of Ferry runs: a record's, or the one that binfmt_misc
 * hands over in AT_EXECFD, whatever number that descriptor has.  A process
 * that binfmt_misc starts may have rights that a record's writer has not.
 *
 * The two programs are files that Ferry refuses with different words: itself,
 * and a text.  AT_EXECFD is written over another word of the new image's
 * auxiliary vector, before its first instruction.
 */
#define _GNU_SOURCE
#include "linux-user/exec.h"

#include <elf.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/personality.h>
#include <sys/ptrace.h>
#include <sys/syscall.h>
#include <sys/user.h>
#include <sys/wait.h>
#include <unistd.h>

#define N        60

#define GIVEN    "x86-64, which Ferry does not run"
#define RECORDED "not an ELF file"

static const char *ferry;
static int failures;

struct start {
    const char *what;
    int given; /* AT_EXECFD; -1: none */
    unsigned personality;
    const char *expected;
};

/* The child's part: descriptors as exec leaves them, then Ferry. */
static void start(const struct start *s, int out)
{
    char *argv[] = {"ferry", "given", NULL}, *envp[] = {NULL};
    const struct exec_state state = {
        .options = "ferry\0--\0/recorded",
        .options_bytes = 19,
        .exec_path = "recorded",
        .stack_limit = {8 << 20, ~0ull},
        .files_limit = 1000,
        .disas = -1,
    };
    dup2(out, 2);
    dup2(open(ferry, O_RDONLY), s->given >= 0 ? s->given : 50);
    dup2(open(ferry, O_PATH), N);
    dup2(exec_state_write(&state), N + 1);
    int text = memfd_create("text", 0);
    if (write(text, "text\n", 5) != 5 || dup2(text, N + 2) < 0)
        _exit(99);
    personality(s->personality);
    if (s->given >= 0)
        ptrace(PTRACE_TRACEME, 0, 0, 0);
    syscall(SYS_execveat, N, "", argv, envp, AT_EMPTY_PATH);
    _exit(98);
}

/* Puts AT_EXECFD in the place of AT_CLKTCK; false: not found. */
static bool auxv_write(pid_t pid, int fd)
{
    struct user_regs_struct regs;
    if (ptrace(PTRACE_GETREGS, pid, 0, &regs))
        return false;
    unsigned long at = regs.rsp + 8;
    for (int tables = 0; tables < 2; at += 8)
        tables += ptrace(PTRACE_PEEKDATA, pid, at, 0) == 0;
    for (;; at += 16) {
        long type = ptrace(PTRACE_PEEKDATA, pid, at, 0);
        if (type == AT_CLKTCK)
            return !ptrace(PTRACE_POKEDATA, pid, at, (long)AT_EXECFD) &&
                   !ptrace(PTRACE_POKEDATA, pid, at + 8, (long)fd);
        if (type <= 0)
            return false;
    }
}

static void run(const struct start *s)
{
    int fds[2], status;
    char text[1000];
    size_t len = 0;
    ssize_t n;
    if (pipe(fds))
        exit(99);
    pid_t pid = fork();
    if (pid == 0)
        start(s, fds[1]);
    close(fds[1]);
    if (s->given >= 0) {
        waitpid(pid, &status, 0);
        if (!WIFSTOPPED(status) || !auxv_write(pid, s->given)) {
            printf("processes can't be traced here\n");
            exit(77);
        }
        ptrace(PTRACE_DETACH, pid, 0, 0);
    }
    while ((n = read(fds[0], text + len, sizeof text - 1 - len)) > 0)
        len += (size_t)n;
    text[len] = 0;
    close(fds[0]);
    waitpid(pid, &status, 0);
    if (WIFEXITED(status) && WEXITSTATUS(status) == 126 &&
        strstr(text, s->expected))
        return;
    printf("FAIL: %s: status %x, %s", s->what, (unsigned)status, text);
    failures++;
}

int main(void)
{
    static const struct start starts[] = {
        {"a record", -1, 0, RECORDED},
        {"a record, the image in the guest's part", -1, ADDR_COMPAT_LAYOUT,
         RECORDED},
        {"AT_EXECFD 5", 5, 0, GIVEN},
        {"AT_EXECFD 0", 0, 0, GIVEN},
    };
    ferry = getenv("FERRY");
    if (!ferry)
        return 99;
    for (size_t i = 0; i < sizeof starts / sizeof *starts; i++)
        run(&starts[i]);
    return failures != 0;
}
