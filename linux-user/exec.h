// SPDX-License-Identifier: MIT
/*
 * execve and execveat without binfmt_misc (doc/linux.md, L8).
 *
 * A guest program is started by executing Ferry's own image anew:
 *  1. The target is opened once and checked as the kernel would (permission,
 *     `#!` lines, ELF header, interpreter), so that every errno comes before
 *     the point of no return.
 *  2. Ferry's image, a sealed memfd with the record below, and the target are
 *     put at three successive descriptors N, N+1, N+2; the socket to the log's
 *     disassembler, if there is one, at N+3.
 *  3. execveat(N, "", argv, envp, AT_EMPTY_PATH), with the guest's argv and
 *     envp.  The kernel names the new image /dev/fd/N in AT_EXECFN, by which
 *     it finds the record; N is closed by O_CLOEXEC, the others by Ferry
 *     before its guest runs.
 * Nothing travels in arguments or environment.  Programs of the host run
 * natively.
 *
 * The record is taken only with all seals, magic, version and size right;
 * otherwise the start is an ordinary one.  Under AT_SECURE its writer may have
 * had fewer rights than this process: then it says only what anybody can give
 * to any program over an exec (target, name, mask, ignored signals, limits
 * within the kernel's), and options, root and personality are the default.
 * The arguments are the guest's either way.
 */
#ifndef FERRY_EXEC_H
#define FERRY_EXEC_H

#include "exec-target.h"
#include "task.h"
#include "types.h"

struct removed;

/* Most that the options take. */
#define EXEC_OPTIONS_BYTES (3 * PATH_BYTES)

/* Lowest number of a descriptor that holds Ferry's image for long. */
#define EXEC_IMAGE_LOW 100

/* What one image tells the next. */
struct exec_state {
    /*
     * A command line of Ferry's for options_parse(), each word with its NUL:
     * "ferry", options, "--", the program's absolute path.
     */
    const char *options;
    uint32_t options_bytes;
    const char *exec_path; /* the guest's AT_EXECFN */
    const char *root;      /* -L, or NULL */
    uint64_t mask;         /* signals that the guest blocks */
    uint64_t ignored;      /* of SIGNALS_OWN: those under SIG_IGN */
    struct guest_rlimit stack_limit;
    uint64_t files_limit; /* soft RLIMIT_NOFILE, which an exec may lift */
    struct guest_rlimit limits[16]; /* tgroup's */
    uint32_t limits_virtual;
    uint32_t personality;    /* the guest's; Ferry starts under a plain one */
    struct removed *removed; /* the -L root's, or NULL; shared with us */
    bool proc_memory;        /* files' */
    unsigned denied_exec;    /* uspace's; an heir has it only if it inherits */
    int image;  /* Ferry's image, kept open, or 0; becomes files' */
    int target; /* the program, open for reading; the taker closes it */
    int disas;  /* the socket to the log's disassembler, or -1 */
};

/*
 * At start: the record of the image that executed this one.  execfn and
 * secure are AT_EXECFN and AT_SECURE.  False: there is none, nothing was
 * closed.  options is NULL under AT_SECURE.  The strings stand in pages of
 * Ferry's that stay; personality and RLIMIT_NOFILE are the guest's again.
 */
bool exec_state_take(const char *execfn, bool secure, struct exec_state *out);

/* The path of Ferry's image, for where there is no /proc; or NULL. */
const char *exec_image(void);

/*
 * Before the root directory, or what is mounted, may become another: opens
 * Ferry's image for the execs to come, as a descriptor of Ferry's own.
 */
void exec_image_keep(struct task *t);

/* A new memfd with the record, sealed; or -errno. */
int exec_state_write(const struct exec_state *state);

/*
 * The body of both calls; returns only with -errno or SYSCALL_UNDONE.
 * flags: AT_EMPTY_PATH, AT_SYMLINK_NOFOLLOW.
 */
long exec_program(struct task *t, int dirfd, gaddr_t name, gaddr_t argv,
                  gaddr_t envp, int flags);

/* Frees what an exec left in task.exec_list: a vfork child's, by its parent. */
void exec_list_free(struct task *t);

#endif
