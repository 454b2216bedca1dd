// SPDX-License-Identifier: MIT
/*
 * What `-d` shows.  A channel costs one test of log_mask where its hook is.
 * Usable without libc; a line is written by one write(2) where it fits.
 */
#ifndef FERRY_LOG_H
#define FERRY_LOG_H

#include "print.h"
#include "types.h"

enum log_channel {
    LOG_STRACE = 1 << 0,  /* system calls and signals, as strace shows them */
    LOG_UNIMP = 1 << 1,   /* what the guest asked for and Ferry has not */
    LOG_PAGE = 1 << 2,    /* the guest's memory map at start */
    LOG_INT = 1 << 3,     /* exceptions of the guest */
    LOG_IN_ASM = 1 << 4,  /* guest code of each region */
    LOG_OP = 1 << 5,      /* its IR as built */
    LOG_OP_OPT = 1 << 6,  /* its IR as emitted */
    LOG_OUT_ASM = 1 << 7, /* host code */
    LOG_STATS = 1 << 8,   /* counters at the end */
};

extern uint32_t log_mask;
extern int log_fd;

static inline bool log_enabled(enum log_channel channel)
{
    return (log_mask & channel) != 0;
}

/*
 * Sets the channels of a comma list; false: the word that is unknown stands in
 * *bad.  "help" lists them (false, *bad NULL).
 */
bool log_parse(const char *list, const char **bad);
/* Sends the log to a file; %d in its name is the process id.  -errno. */
long log_open(const char *name);

void log_fmt(const char *fmt, ...) __attribute__((format(printf, 1, 2)));
/* For longer texts: a buffer of the caller's, to be flushed by it. */
void log_begin(struct print *out, char *buf, size_t size);

/* One line on stderr that starts with "ferry: ". */
void report(const char *fmt, ...) __attribute__((format(printf, 1, 2)));

#endif
