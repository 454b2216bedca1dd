// SPDX-License-Identifier: MIT
/* What stands at an address, for messages; see uspace.h. */
#define _GNU_SOURCE
#include "hostcall.h"
#include "lines.h"
#include "print.h"
#include "symbol.h"
#include "text.h"
#include "uspace.h"

#include <fcntl.h>

/*
 * A line of maps, "start-end rights offset device inode name", if addr lies in
 * it: *offset of the file, and the name, cut at its end.
 */
static const char *line_find(char *line, size_t len, gaddr_t addr,
                             uint64_t *offset)
{
    uint64_t start, end;
    const char *p = line_hex(line, &start);
    if (!p || *p != '-' || !(p = line_hex(p + 1, &end)) || addr < start ||
        addr >= end || !text_starts(p, " "))
        return NULL;
    line[len - 1] = 0;
    p += 6; /* " r-xp " */
    if (!line_hex(p, offset))
        return NULL;
    *offset += addr - start;
    while (*p && *p != '/' && *p != '[')
        p++;
    return p;
}

void uspace_describe(gaddr_t addr, char *buf, size_t size)
{
    struct lines in = {.start = 0};
    char function[128], *line;
    const char *name = NULL;
    uint64_t offset;
    size_t len;
    /* The first thread, whose files /proc/self has, may have ended. */
    long fd =
        HOST(openat, AT_FDCWD, "/proc/thread-self/maps", O_RDONLY | O_CLOEXEC);
    buf[0] = 0;
    if (fd < 0)
        return;
    in.fd = (int)fd;
    while (!name && (line = lines_next(&in, &len)))
        name = line_find(line, len, addr, &offset);
    HOST(close, fd);
    if (!name)
        return;
    if (*name == '/' && symbol_find(name, offset, function, sizeof function))
        print_buf(buf, size, "%s+0x%lx, %s", text_basename(name), offset,
                  function);
    else
        print_buf(buf, size, "%s+0x%lx",
                  *name ? text_basename(name) : "anonymous", offset);
}
