// SPDX-License-Identifier: MIT
/*
 * Loads a guest program: its segments and its interpreter's, the vDSO, the
 * stack.  Runs before the hand-over, in the only thread.
 */
#ifndef FERRY_LOADER_H
#define FERRY_LOADER_H

#include "elf-header.h"
#include "types.h"

struct task;

/* A program to start; strings and vectors stay the caller's. */
struct loader_program {
    int fd;             /* open for reading; closed by the caller */
    const char *path;   /* for messages */
    const char *execfn; /* the guest's AT_EXECFN */
    const char *argv0;  /* -0, or NULL */
    char **argv, **envp;
};

/*
 * t has its objects; its registers are set at the end.  False: a message was
 * printed, *status is what to exit with (126, 127 as a shell has it).
 */
bool loader_run(struct task *t, const struct loader_program *p,
                const struct elf_header *header, int *status);

/* The exit status that a shell gives an error of exec, -errno. */
int loader_status(long error);
/* strerror() for what loading meets. */
const char *error_text(long error);

#endif
