// SPDX-License-Identifier: MIT
/* Log channels and their file; see log.h. */
#include "log.h"

uint32_t log_mask;
int log_fd = 2;

void log_begin(struct print *out, char *buf, size_t size)
{
    print_init(out, buf, size, log_fd);
}

void log_fmt(const char *fmt, ...)
{
    char buf[512];
    struct print out;
    va_list ap;

    log_begin(&out, buf, sizeof(buf));
    va_start(ap, fmt);
    print_vfmt(&out, fmt, ap);
    va_end(ap);
    print_flush(&out);
}

void report(const char *fmt, ...)
{
    char buf[512];
    struct print out;
    va_list ap;

    print_init(&out, buf, sizeof(buf), 2);
    print_str(&out, "ferry: ");
    va_start(ap, fmt);
    print_vfmt(&out, fmt, ap);
    va_end(ap);
    print_char(&out, '\n');
    print_flush(&out);
}
