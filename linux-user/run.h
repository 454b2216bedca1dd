// SPDX-License-Identifier: MIT
/* The loop that runs a task, and how it ends. */
#ifndef FERRY_RUN_H
#define FERRY_RUN_H

#include "types.h"

struct task;

/*
 * Runs the guest from t's registers until the task ends, on t's own C stack.
 * Nothing of libc but memcpy, memmove, memset and memcmp is used from here on.
 */
_Noreturn void task_run(struct task *t);

/* Before the process ends, however: prints what -d asked for. */
void run_end(struct task *t);

#endif
