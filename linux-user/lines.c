// SPDX-License-Identifier: MIT
/* The reader of text files; see lines.h. */
#define _GNU_SOURCE
#include "lines.h"

#include "hostcall.h"

#include <fcntl.h>
#include <string.h>

char *lines_next(struct lines *in, size_t *len)
{
    for (;;) {
        for (size_t i = in->start; i < in->end; i++)
            if (in->buf[i] == '\n') {
                char *line = in->buf + in->start;
                *len = i + 1 - in->start;
                in->start = i + 1;
                return line;
            }
        memmove(in->buf, in->buf + in->start, in->end - in->start);
        in->end -= in->start;
        in->start = 0;
        long n =
            HOST(read, in->fd, in->buf + in->end, sizeof in->buf - in->end);
        if (n <= 0)
            return NULL;
        in->end += (size_t)n;
    }
}

const char *line_hex(const char *p, uint64_t *value)
{
    const char *start = p;
    uint64_t v = 0;
    for (; (*p >= '0' && *p <= '9') || (*p >= 'a' && *p <= 'f'); p++)
        v = v << 4 | (uint64_t)(*p <= '9' ? *p - '0' : *p - 'a' + 10);
    *value = v;
    return p > start ? p : NULL;
}

const char *line_field(const char *line, const char *name)
{
    for (; *name; name++, line++)
        if (*line != *name)
            return NULL;
    while (*line == ' ' || *line == '\t')
        line++;
    return line;
}

long file_text(const char *name, char *buf, size_t size)
{
    size_t have = 0;
    long fd = HOST(openat, AT_FDCWD, name, O_RDONLY | O_CLOEXEC), n = 0;
    if (fd < 0)
        return fd;
    while (have < size - 1 &&
           (n = HOST(read, fd, buf + have, size - 1 - have)) > 0)
        have += (size_t)n;
    HOST(close, fd);
    buf[have] = 0;
    return n < 0 ? n : (long)have;
}
