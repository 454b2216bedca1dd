// SPDX-License-Identifier: MIT
/*
 * Kills a command's processes at every moment, or refuses what they need, and
 * looks at how the rest ends and what is left.
 *
 *   harm calls COUNT COMMAND...   kills at COUNT of their system calls, or at
 *                                 each, before it or behind it
 *   harm times COUNT COMMAND...   kills at COUNT moments chosen by chance
 *   harm memory COUNT COMMAND...  refuses COUNT of their calls that want
 *                                 memory, or each, by ENOMEM
 *   harm descriptors ...          new descriptors, by EMFILE
 *   harm room ...                 room on a disk, by ENOSPC
 *
 * By turns all of the command's group is killed, and one process alone; then
 * the others must end by themselves, with status 0. By turns one call is
 * refused and all from there on; then nobody may end by a signal. Nothing may
 * be left: no process, no file in /tmp or /dev/shm but in the directories
 * called `own` there, no System V object but one that the next takes away. For
 * a pid, ipc and mount namespace of its own, in which it is process 1.
 */
#define _GNU_SOURCE
#include "tests/lib/random.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <limits.h>
#include <signal.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ptrace.h>
#include <sys/statvfs.h>
#include <sys/syscall.h>
#include <sys/user.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define PATIENCE 60 /* seconds until what is left counts as hanging */
#define OPTIONS                                                         \
    (PTRACE_O_TRACESYSGOOD | PTRACE_O_TRACEFORK | PTRACE_O_TRACEVFORK | \
     PTRACE_O_TRACECLONE | PTRACE_O_TRACEEXEC | PTRACE_O_EXITKILL)

enum harm { NONE, KILL_ONE, KILL_ALL, REFUSE_ONE, REFUSE_ALL };

static char **command;
static uint64_t seed = 1;
static long files_before;
static int failures;
static const char *moment; /* for messages */

static long files_used(const char *path)
{
    struct statvfs s;
    return statvfs(path, &s) ? 0 : (long)(s.f_files - s.f_ffree);
}

static long lines(const char *path)
{
    long n = 0;
    FILE *f = fopen(path, "r");
    for (int c; f && (c = getc(f)) != EOF;)
        n += c == '\n';
    if (f)
        fclose(f);
    return n;
}

static int remove_one(const char *path, const struct stat *st, int type,
                      struct FTW *at)
{
    (void)st;
    (void)type;
    return at->level ? remove(path) : 0;
}

static void fail(const char *what, long n)
{
    printf("%s: %s %ld\n", moment, what, n);
    fflush(stdout);
    failures++;
}

/*
 * A System V segment can't be made and be marked for removal by one call: at
 * most one may be left, and the next who makes one takes it away.
 */
static void check_leftovers(bool killed)
{
    nftw("/tmp/own", remove_one, 8, FTW_DEPTH | FTW_PHYS);
    nftw("/tmp/root/own", remove_one, 8, FTW_DEPTH | FTW_PHYS);
    long files = files_used("/tmp") + files_used("/dev/shm");
    if (files != files_before)
        fail("files left:", files - files_before);
    files_before = files;
    long segments = lines("/proc/sysvipc/shm") - 1;
    if (segments > killed)
        fail("shared memory left:", segments);
    if (lines("/proc/sysvipc/sem") > 1 || lines("/proc/sysvipc/msg") > 1)
        fail("System V objects left:", 1);
}

/* All processes but this one. */
static unsigned others(pid_t *out, unsigned most)
{
    unsigned n = 0;
    DIR *dir = opendir("/proc");
    for (struct dirent *e; dir && (e = readdir(dir));) {
        pid_t pid = (pid_t)strtol(e->d_name, NULL, 10);
        if (pid > 1 && n < most)
            out[n++] = pid;
    }
    if (dir)
        closedir(dir);
    return n;
}

static void on_hang(int sig)
{
    (void)sig;
    static const char text[] = "something hangs at ";
    if (write(1, text, sizeof text - 1) < 0 ||
        write(1, moment, strlen(moment)) < 0 || write(1, "\n", 1) < 0)
        _exit(99);
    _exit(1); /* the namespace goes with its process 1 */
}

/*
 * Who is refused memory may end with any status. Glibc's start ends by SIGSEGV,
 * since it would then print a name that it has not.
 */
static void check_status(pid_t pid, int status, enum harm harm)
{
    int sig = WIFSIGNALED(status) ? WTERMSIG(status) : 0;
    bool good =
        harm >= REFUSE_ONE ? !sig || sig == SIGSEGV : !status || sig == SIGKILL;
    if (!good) {
        printf("process %d: ", (int)pid);
        fail("status", status);
    }
}

static pid_t start(bool traced)
{
    pid_t pid = fork();
    if (pid == 0) {
        setpgid(0, 0);
        if (traced)
            raise(SIGSTOP);
        execvp(command[0], command);
        _exit(99);
    }
    alarm(PATIENCE);
    return pid;
}

/* Calls that may be refused, and their errno. */
static const struct refusal {
    const char *name;
    int error;
    long calls[16]; /* up to -1 */
} refusals[] = {
    {"memory",
     ENOMEM,
     {SYS_mmap, SYS_mprotect, SYS_mremap, SYS_shmget, SYS_shmat,
      SYS_memfd_create, SYS_clone, SYS_clone3, -1}},
    {"descriptors",
     EMFILE,
     {SYS_open, SYS_openat, SYS_openat2, SYS_dup, SYS_dup2, SYS_dup3, SYS_fcntl,
      SYS_pipe, SYS_pipe2, SYS_socket, SYS_socketpair, SYS_memfd_create,
      SYS_pidfd_open, -1}},
    {"room",
     ENOSPC,
     {SYS_write, SYS_pwrite64, SYS_writev, SYS_ftruncate, SYS_fallocate,
      SYS_mkdirat, SYS_sendmsg, SYS_sendto, -1}},
};
static const struct refusal *refusal;

/* Is this a stop before one of those? */
static bool may_be_refused(const struct user_regs_struct *r)
{
    if ((long)r->rax != -ENOSYS) /* behind it */
        return false;
    if (r->orig_rax == SYS_fcntl && r->rsi != F_DUPFD &&
        r->rsi != F_DUPFD_CLOEXEC)
        return false;
    for (const long *call = refusal->calls; *call >= 0; call++)
        if (*call == (long)r->orig_rax)
            return true;
    return false;
}

/*
 * The call is made one that does not exist, and its result the errno.  True if
 * this is a stop before a call that may be refused.
 */
static bool stop_to_refuse(pid_t pid, bool refuse)
{
    struct user_regs_struct r;
    if (ptrace(PTRACE_GETREGS, pid, 0, &r))
        return false;
    bool may = may_be_refused(&r);
    if ((long)r.orig_rax == -1 && (long)r.rax == -ENOSYS)
        r.rax = (unsigned long)-refusal->error;
    else if (may && refuse)
        r.orig_rax = (unsigned long)-1;
    else
        return may;
    ptrace(PTRACE_SETREGS, pid, 0, &r);
    return may;
}

/* At a stop that counts, the n-th of them; true if that is another one. */
static bool harm_at(pid_t pid, pid_t group, long n, long at, enum harm harm)
{
    if (harm == REFUSE_ONE || harm == REFUSE_ALL)
        return stop_to_refuse(pid, harm == REFUSE_ONE ? n == at : n >= at);
    if (n == at && harm)
        kill(harm == KILL_ALL ? -group : pid, SIGKILL);
    return true;
}

/*
 * Harms at stop number `at`, -1 for never, which is counted among all stops at
 * calls or those that may be refused.  Returns the number of stops.
 */
static long run_traced(long at, enum harm harm)
{
    long stops = 0;
    int status;
    pid_t group = start(true);
    waitpid(group, &status, WUNTRACED);
    if (ptrace(PTRACE_SEIZE, group, 0, OPTIONS))
        exit(77);
    kill(group, SIGCONT);
    for (pid_t pid;
         (pid = waitpid(-1, &status, __WALL)) > 0 || errno == EINTR;) {
        if (!WIFSTOPPED(status)) {
            check_status(pid, status, at < 0 ? NONE : harm);
            continue;
        }
        int sig = WSTOPSIG(status), event = status >> 16;
        bool call = sig == (SIGTRAP | 0x80);
        if (call && harm_at(pid, group, stops, at < 0 ? LONG_MAX : at, harm))
            stops++;
        bool done = at >= 0 && stops > at && harm <= KILL_ALL;
        ptrace(done ? PTRACE_CONT : PTRACE_SYSCALL, pid, 0,
               call || event ? 0 : sig);
    }
    return stops;
}

static void run_timed(uint64_t nanoseconds, bool all)
{
    struct timespec t = {.tv_sec = (time_t)(nanoseconds / 1000000000),
                         .tv_nsec = (long)(nanoseconds % 1000000000)};
    pid_t group = start(false), pids[256], pid;
    int status;
    clock_nanosleep(CLOCK_MONOTONIC, 0, &t, NULL);
    unsigned n = others(pids, 256);
    kill(all ? -group : n ? pids[random_next(&seed) % n] : group, SIGKILL);
    while ((pid = waitpid(-1, &status, __WALL)) > 0)
        check_status(pid, status, KILL_ONE);
}

static void harm_at_calls(long count, enum harm one, enum harm all)
{
    long stops = run_traced(-1, one), done = 0;
    long step = stops > count ? stops / count : 1;
    check_leftovers(false);
    for (long at = 0; at < stops; at += step) {
        char text[64];
        long moved = at + (long)(random_next(&seed) % (uint64_t)step);
        enum harm harm = done++ % 2 ? all : one;
        snprintf(text, sizeof text, "stop %ld of %ld, %s", moved, stops,
                 harm == all ? "all" : "one");
        moment = text;
        run_traced(moved, harm);
        check_leftovers(true);
    }
    moment = "at last";
    run_traced(-1, one);
    check_leftovers(false);
    printf("%ld times at a system call, of %ld\n", done, stops);
}

static void kill_at_times(long count)
{
    struct timespec before, after;
    clock_gettime(CLOCK_MONOTONIC, &before);
    run_timed(0, true);
    pid_t pid = start(false);
    int status;
    while ((pid = waitpid(-1, &status, __WALL)) > 0)
        check_status(pid, status, NONE);
    clock_gettime(CLOCK_MONOTONIC, &after);
    uint64_t whole = (uint64_t)(after.tv_sec - before.tv_sec) * 1000000000 +
                     (uint64_t)(after.tv_nsec - before.tv_nsec);
    for (long n = 0; n < count; n++) {
        char text[64];
        uint64_t when = random_next(&seed) % whole;
        snprintf(text, sizeof text, "after %ld us, %s", (long)(when / 1000),
                 n % 2 ? "all" : "one");
        moment = text;
        run_timed(when, n % 2);
        check_leftovers(true);
    }
    printf("%ld times by chance\n", count);
}

int main(int argc, char **argv)
{
    if (argc < 4 || getpid() != 1)
        return 99;
    long number = strtol(argv[2], NULL, 10);
    command = argv + 3;
    moment = "left alone";
    signal(SIGALRM, on_hang);
    for (size_t n = 0; n < sizeof refusals / sizeof *refusals; n++)
        if (!strcmp(argv[1], refusals[n].name))
            refusal = &refusals[n];
    files_before = files_used("/tmp") + files_used("/dev/shm");
    if (!strcmp(argv[1], "calls"))
        harm_at_calls(number, KILL_ONE, KILL_ALL);
    else if (!strcmp(argv[1], "times"))
        kill_at_times(number);
    else
        harm_at_calls(number, REFUSE_ONE, REFUSE_ALL);
    return failures != 0;
}
