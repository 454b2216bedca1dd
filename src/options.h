// SPDX-License-Identifier: MIT
/*
 * The command line and the environment, with qemu-user's names and meanings.
 *
 * Filled once before the guest starts, by libc; constant afterwards.  Order
 * of precedence: the command line, FERRY_*, QEMU_*.  `--x` equals `-x`; a
 * switch in the environment that is empty or `0` is off.
 */
#ifndef FERRY_OPTIONS_H
#define FERRY_OPTIONS_H

#include "types.h"

/* One -E or -U, in the order given. */
struct env_edit {
    struct env_edit *next;
    const char *text; /* NAME=VALUE, or NAME with unset */
    bool unset;
};

struct options {
    const char *isa;      /* fixed by the program's name; NULL: the ELF says */
    const char *root;     /* -L */
    const char *cpu;      /* -cpu */
    const char *host;     /* -host; NULL: all */
    const char *argv0;    /* -0 */
    const char *uname;    /* -r */
    const char *log;      /* -d */
    const char *log_file; /* -D */
    uint64_t stack_size;  /* -s, bytes; 0: RLIMIT_STACK's */
    bool strace;          /* -strace */
    bool one_insn;        /* -one-insn-per-tb */
    bool quiet;           /* FERRY_QUIET */
    bool resumed;         /* by an exec of the guest's: no log is no error */
    uint32_t features;    /* what -host leaves of the host's */
    struct env_edit *env_edits;
};

extern struct options options;

/*
 * Learns from the auxiliary vector whether the process has rights that its
 * user has not.  First of all.
 */
void options_start(const uint64_t *auxv);
/* False under AT_SECURE: environment, options and files are the user's. */
bool options_trusted(void);
/* A word of the auxiliary vector; 0 if there is none. */
uint64_t options_auxv(uint64_t type);
/* Is it there?  Descriptors may be 0. */
bool options_auxv_has(uint64_t type);

/*
 * Reads the environment, then argv up to the program: its index, or -1 and
 * *status for exit() when that was all, or an error was printed.  isa: the
 * guest that -cpu speaks of; its argument is what options.isa says.
 */
struct isa;
int options_parse(int argc, char **argv, char **envp,
                  const struct isa *(*isa)(const char *name), int *status);

/* envp as -E and -U change it; NULL: no memory. */
char **options_environment(char **envp);

#endif
