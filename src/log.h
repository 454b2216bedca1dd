// SPDX-License-Identifier: MIT
/*
 * What `-d` shows.  A channel costs one test of log_mask where its hook is.
 * Usable without libc; a line is written by one write(2) where it fits.
 *
 * With in_asm or out_asm all of the log goes through ferry-disas, which puts
 * assembly in the place of code and writes the log (tools/ferry-disas.c).  It
 * is one for all processes that the guest makes: the socket to it is inherited
 * by a fork and handed on by an exec.  If it ends, or takes nothing for
 * LOG_PATIENCE seconds although the log can be written, the log goes on
 * without it: code is then shown by our names.
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

#define LOG_PATIENCE 10

/* Where the log goes, for all who share a table of descriptors. */
struct log_sink {
    int file;    /* stderr, or that of -D; -1: it had to make way */
    int disas;   /* the socket to ferry-disas; -1: there is none */
    bool lost;   /* nobody reads the socket */
    bool by_pid; /* each process has a file of its own: %d in -D */
};

extern uint32_t log_mask;
/*
 * Gives the caller's sink.  NULL, as at start: the process's only one.  User
 * mode sets it once each task can be told by its stack.
 */
extern struct log_sink *(*log_sink_find)(void);
struct log_sink *log_sink(void);

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

/*
 * If a channel shows code: goes on with the socket that the last image handed
 * on, or starts ferry-disas if there is none (-1).  Once, before the guest.
 */
void log_disas_start(int socket);
/* The socket, if the next image is to go on with it; or -1. */
int log_disas_for_exec(void);

void log_fmt(const char *fmt, ...) __attribute__((format(printf, 1, 2)));
/* For longer texts: a buffer of the caller's, to be flushed by log_flush(). */
void log_begin(struct print *out, char *buf, size_t size);
void log_flush(struct print *out);
/*
 * Before the process ends or executes a program: returns when ferry-disas has
 * written all that this process gave it.
 */
void log_sync(void);

/* One line on stderr that starts with "ferry: ", behind what was logged. */
void report(const char *fmt, ...) __attribute__((format(printf, 1, 2)));

#endif
