// SPDX-License-Identifier: MIT
/* A formatter without libc; see print.h. */
#include "print.h"

#include "host.h"
#include "types.h"

#include <errno.h>
#include <string.h>
#include <sys/syscall.h>

void print_flush(struct print *out)
{
    size_t done = 0;

    while (done < out->used) {
        long n = host_syscall(SYS_write, out->fd, (long)(out->buf + done),
                              (long)(out->used - done), 0, 0, 0);

        if (n == -EINTR || n == -EAGAIN)
            continue;
        if (n <= 0)
            break;
        done += (size_t)n;
    }
    out->used = 0;
}

void print_init(struct print *out, char *buf, size_t size, int fd)
{
    *out = (struct print){
        .buf = buf, .size = size, .flush = print_flush, .fd = fd};
}

void print_bytes(struct print *out, const void *p, size_t n)
{
    const char *s = p;

    while (n) {
        size_t part = out->size - out->used;

        if (part > n)
            part = n;
        memcpy(out->buf + out->used, s, part);
        out->used += part;
        s += part;
        n -= part;
        if (n == 0)
            break;
        if (!out->flush)
            return;
        out->flush(out);
    }
}

void print_char(struct print *out, char c)
{
    print_bytes(out, &c, 1);
}

void print_str(struct print *out, const char *s)
{
    size_t n = 0;

    while (s[n]) {
        n++;
        __asm__("" : "+r"(n)); /* else gcc makes this a call of strlen */
    }
    print_bytes(out, s, n);
}

/* One conversion, between the % and its letter. */
struct spec {
    bool left, zero, has_precision, is_long;
    unsigned width, precision;
};

static void print_pad(struct print *out, char c, unsigned width, size_t used)
{
    for (size_t i = used; i < width; i++)
        print_char(out, c);
}

static void print_field(struct print *out, const struct spec *s,
                        const char *text, size_t n)
{
    if (!s->left)
        print_pad(out, ' ', s->width, n);
    print_bytes(out, text, n);
    if (s->left)
        print_pad(out, ' ', s->width, n);
}

static void print_number(struct print *out, const struct spec *s,
                         const char *prefix, uint64_t value, unsigned base)
{
    char digits[24];
    char *end = digits + sizeof(digits), *p = end;

    do {
        *--p = "0123456789abcdef"[value % base];
        value /= base;
    } while (value);
    if (s->zero && !s->left) {
        size_t n = (size_t)(end - p) + (prefix[0] != 0) + (prefix[0] == '0');

        print_str(out, prefix);
        print_pad(out, '0', s->width, n);
        print_bytes(out, p, (size_t)(end - p));
        return;
    }
    for (size_t n = (prefix[0] == '0') ? 2 : (prefix[0] != 0); n;)
        *--p = prefix[--n];
    print_field(out, s, p, (size_t)(end - p));
}

static const char *spec_parse(struct spec *s, const char *fmt, va_list *ap)
{
    *s = (struct spec){0};
    for (;; fmt++) {
        if (*fmt == '-')
            s->left = true;
        else if (*fmt == '0')
            s->zero = true;
        else
            break;
    }
    for (; *fmt >= '0' && *fmt <= '9'; fmt++)
        s->width = s->width * 10 + (unsigned)(*fmt - '0');
    if (*fmt == '.') {
        s->has_precision = true;
        if (*++fmt == '*') {
            s->precision = (unsigned)va_arg(*ap, int);
            fmt++;
        }
        for (; *fmt >= '0' && *fmt <= '9'; fmt++)
            s->precision = s->precision * 10 + (unsigned)(*fmt - '0');
    }
    for (; *fmt == 'l' || *fmt == 'z'; fmt++)
        s->is_long = true;
    return fmt;
}

static void print_text(struct print *out, const struct spec *s,
                       const char *text)
{
    size_t n = 0;

    if (!text)
        text = "(null)";
    while ((!s->has_precision || n < s->precision) && text[n]) {
        n++;
        __asm__("" : "+r"(n));
    }
    print_field(out, s, text, n);
}

static void print_one(struct print *out, const struct spec *s, char letter,
                      va_list *ap)
{
    uint64_t value;

    switch (letter) {
    case 'd': {
        int64_t v = s->is_long ? va_arg(*ap, int64_t) : va_arg(*ap, int);

        value = v < 0 ? -(uint64_t)v : (uint64_t)v;
        print_number(out, s, v < 0 ? "-" : "", value, 10);
        break;
    }
    case 'u':
    case 'x':
        value = s->is_long ? va_arg(*ap, uint64_t) : va_arg(*ap, unsigned);
        print_number(out, s, "", value, letter == 'x' ? 16 : 10);
        break;
    case 'p':
        value = (uintptr_t)va_arg(*ap, void *);
        print_number(out, s, "0x", value, 16);
        break;
    case 'c': print_char(out, (char)va_arg(*ap, int)); break;
    case 's': print_text(out, s, va_arg(*ap, const char *)); break;
    case '%': print_char(out, '%'); break;
    default: print_char(out, '%'); print_char(out, letter);
    }
}

void print_vfmt(struct print *out, const char *fmt, va_list args)
{
    va_list ap;

    va_copy(ap, args);
    while (*fmt) {
        struct spec s;

        if (*fmt != '%') {
            print_char(out, *fmt++);
            continue;
        }
        fmt = spec_parse(&s, fmt + 1, &ap);
        if (!*fmt)
            break;
        print_one(out, &s, *fmt++, &ap);
    }
    va_end(ap);
}

void print_fmt(struct print *out, const char *fmt, ...)
{
    va_list ap;

    va_start(ap, fmt);
    print_vfmt(out, fmt, ap);
    va_end(ap);
}

/* A buffer that is full drops the rest, but its length is still counted. */
static void count_flush(struct print *out)
{
    out->fd += (int)out->used;
    out->used = 0;
}

size_t print_buf(char *buf, size_t size, const char *fmt, ...)
{
    char rest[64];
    struct print out = {.buf = buf, .size = size ? size - 1 : 0};
    struct print count = {
        .buf = rest, .size = sizeof(rest), .flush = count_flush};
    va_list ap;

    va_start(ap, fmt);
    if (size) {
        print_vfmt(&out, fmt, ap);
        buf[out.used] = 0;
    }
    print_vfmt(&count, fmt, ap);
    va_end(ap);
    return (size_t)count.fd + count.used;
}
