// SPDX-License-Identifier: MIT
/*
 * A script on the command line: its interpreter runs, as with execve, and is
 * looked for under -L.  Before there is a task.
 */
#ifndef FERRY_SCRIPT_H
#define FERRY_SCRIPT_H

#include "exec-target.h"
#include "types.h"

struct script {
    struct exec_target target;
    const char *label; /* script and interpreter, for messages */
    char **argv;       /* the interpreter's; NULL: there is no script */
};

/*
 * fd: the script, open, which becomes the target's; root: -L or NULL.  False:
 * a message was printed, *status is what to exit with.
 */
bool script_open(struct script *s, int fd, const char *path, const char *root,
                 char **argv, int *status);
/* The interpreter is the host's: returns, with the status, if it can't run. */
int script_execute(struct script *s, char **envp);

#endif
