// SPDX-License-Identifier: MIT
/* Names of errors and signals; the same numbers on all of Ferry's guests. */
#ifndef FERRY_STRACE_NAMES_H
#define FERRY_STRACE_NAMES_H

/* "ENOENT"; NULL if the number has no name. */
const char *errno_name(unsigned number);
/* "SIGINT"; NULL for real-time signals and no signals. */
const char *signal_name(unsigned number);

#endif
