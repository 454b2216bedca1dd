// SPDX-License-Identifier: MIT
/*
 * Strings without libc: the few that names of files need.  The empty asm
 * keeps the compiler from turning a loop back into a call of libc's strlen.
 */
#ifndef FERRY_TEXT_H
#define FERRY_TEXT_H

#include "types.h"

#include <string.h>

static inline size_t text_length(const char *s)
{
    size_t n = 0;
    while (s[n]) {
        n++;
        __asm__("" : "+r"(n));
    }
    return n;
}

static inline bool text_equal(const char *a, const char *b)
{
    size_t n = text_length(a);
    return n == text_length(b) && memcmp(a, b, n) == 0;
}

static inline bool text_starts(const char *s, const char *prefix)
{
    for (; *prefix; s++, prefix++)
        if (*s != *prefix)
            return false;
    return true;
}

/* What stands behind the last slash. */
static inline const char *text_basename(const char *path)
{
    const char *base = path;
    for (const char *p = path; *p; p++)
        if (*p == '/')
            base = p + 1;
    return base;
}

/* Reads a decimal number; NULL if s has no digit at its start. */
static inline const char *text_number(const char *s, unsigned long *value)
{
    const char *p = s;
    unsigned long v = 0;
    while (*p >= '0' && *p <= '9')
        v = v * 10 + (unsigned long)(*p++ - '0');
    *value = v;
    return p == s ? NULL : p;
}

#endif
