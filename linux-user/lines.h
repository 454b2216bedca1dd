// SPDX-License-Identifier: MIT
/* Reading the kernel's text files line by line, without libc. */
#ifndef FERRY_LINES_H
#define FERRY_LINES_H

#include "path.h"
#include "types.h"

#define LINE_BYTES (PATH_BYTES + 256)

/* Set fd, the rest zero. */
struct lines {
    int fd;
    size_t start, end;
    char buf[LINE_BYTES];
};

/* The next line with its newline, *len long; NULL at the end. */
char *lines_next(struct lines *in, size_t *len);

/*
 * Reads the hexadecimal number at p; returns what stands behind it, or NULL if
 * there is none.
 */
const char *line_hex(const char *p, uint64_t *value);

/* What stands behind `name` and white space; NULL if it is another line. */
const char *line_field(const char *line, const char *name);

/* All of a small file, with a NUL: its bytes, or -errno. */
long file_text(const char *name, char *buf, size_t size);

#endif
