// SPDX-License-Identifier: MIT
/*
 * What an execve would run: opened once, `#!` lines followed, every check of
 * the kernel's made.  Used between signal_block_all() and its end: it opens
 * descriptors, so its caller may not be taken back by a signal.
 */
#ifndef FERRY_EXEC_TARGET_H
#define FERRY_EXEC_TARGET_H

#include "path.h"
#include "types.h"

struct task;

#ifndef AT_EXECVE_CHECK
#    define AT_EXECVE_CHECK 0x10000 /* execveat: only asks; Linux 6.14 */
#endif

#define SCRIPT_BYTES    256 /* of a first line that count (BINPRM_BUF_SIZE) */
#define SCRIPT_DEPTH    5

#define EXEC_PATH_BYTES (PATH_BYTES + 24) /* "/dev/fd/N/" and a name */

/* The guest's call. */
struct exec_call {
    int dirfd, flags; /* as execveat's */
    gaddr_t name, argv, envp;
};

struct exec_target {
    int fd;           /* the program, for reading, O_CLOEXEC; -1: none open */
    bool native;      /* a program of the host's, not of a guest's */
    bool unreadable;  /* native, as far as can be told; fd is -1 */
    bool plain;       /* none of the names leads into ROOT */
    int flags;        /* AT_EMPTY_PATH, AT_SYMLINK_NOFOLLOW, for path */
    struct path path; /* how the host reaches it */
    /*
     * What replaces argv[0]: interpreter, its argument, script, outermost
     * last; count 0: nothing.
     */
    unsigned head_count;
    const char *head[2 * SCRIPT_DEPTH + 4];
    unsigned depth;
    /* One script too many is looked at, too. */
    char lines[SCRIPT_DEPTH + 1][SCRIPT_BYTES];
    char script[EXEC_PATH_BYTES]; /* the guest's name of what it executes */
};

/*
 * 0, or -errno with nothing left open.  Under AT_EXECVE_CHECK nothing is open
 * after success either.
 */
long exec_target_open(struct task *t, const struct exec_call *call,
                      struct exec_target *out);
/*
 * For a script that is open as fd and reached by the host's `name`: follows it
 * and looks no further.  0, or -errno with nothing left open: head[0] is then
 * the interpreter that failed, if head_count says that there is one.
 */
long exec_target_follow(struct task *t, int fd, const char *name,
                        struct exec_target *out);
/* May fd, which is open for reading, be executed?  0, -EACCES or -ETXTBSY. */
long exec_target_permitted(int fd);
/* Nothing is seen that the kernel could refuse a native program for. */
bool exec_target_certain(const struct exec_target *target);
void exec_target_close(struct exec_target *target);

#endif
