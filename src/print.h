// SPDX-License-Identifier: MIT
/*
 * A formatter without libc: no locale, no allocation, no errno.  Writes into
 * a buffer of the caller's and hands it to a sink when full.
 *
 * Conversions: %d %u %x %c %s %p with l (64 bits) and z, width and 0 or -,
 * precision for %s, %%.  Nothing else; an unknown one prints itself.
 */
#ifndef FERRY_PRINT_H
#define FERRY_PRINT_H

#include <stdarg.h>
#include <stddef.h>

struct print {
    char *buf;
    size_t size, used;
    /* Called with used bytes; resets used to 0.  NULL: excess is dropped. */
    void (*flush)(struct print *out);
    int fd; /* for print_flush_fd */
};

void print_init(struct print *out, char *buf, size_t size, int fd);
void print_vfmt(struct print *out, const char *fmt, va_list ap);
void print_fmt(struct print *out, const char *fmt, ...)
    __attribute__((format(printf, 2, 3)));
void print_char(struct print *out, char c);
void print_str(struct print *out, const char *s);
void print_bytes(struct print *out, const void *p, size_t n);
/* Writes what is buffered to fd; partial writes are continued. */
void print_flush(struct print *out);

/* snprintf's contract with our conversions. */
size_t print_buf(char *buf, size_t size, const char *fmt, ...)
    __attribute__((format(printf, 3, 4)));

#endif
