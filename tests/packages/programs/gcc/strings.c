// SPDX-License-Identifier: MIT
// Strings: the builtins of string.h, printf and scanf, _Generic, macros.
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>

#define STRING_(x)                    #x
#define STRING(x)                     STRING_(x)
#define JOIN(a, b)                    a##b
#define COUNT(...)                    COUNT_(__VA_ARGS__, 5, 4, 3, 2, 1)
#define COUNT_(a, b, c, d, e, n, ...) n
#define KIND(x) \
    _Generic((x), int: "int", char *: "string", double: "double",              \
        const char *: "constant", default: "other")

static int by_length(const void *a, const void *b)
{
    const char *const *x = a, *const *y = b;
    size_t m = strlen(*x), n = strlen(*y);

    return m != n ? (m > n) - (m < n) : strcmp(*x, *y);
}

static void words(const char *text)
{
    char *copy = strdup(text), *save = NULL, *v[64];
    size_t n = 0;

    for (char *w = strtok_r(copy, " ,.\n", &save); w;
         w = strtok_r(NULL, " ,.\n", &save))
        v[n++] = w;
    qsort(v, n, sizeof *v, by_length);
    for (size_t i = 0; i < n; i++) {
        v[i][0] = (char)toupper((unsigned char)v[i][0]);
        printf("%s%c", v[i], i + 1 < n ? ' ' : '\n');
    }
    free(copy);
}

static size_t search(const char *text, const char *what)
{
    size_t n = 0;

    while ((text = strstr(text, what)))
        text++, n++;
    return n;
}

int main(void)
{
    static const char text[] = "It was a dark and stormy night, the rain fell "
                               "in torrents, except at occasional intervals.\n";
    char buffer[200], small[8];
    int i, JOIN(va, lue) = 7;
    double d;
    wchar_t wide[20];

    words(text);
    printf("%zu %zu %zu\n", search(text, "a"), search(text, "in"),
           strcspn(text, "xyz"));
    memset(buffer, 'x', sizeof buffer);
    memmove(buffer + 3, memcpy(buffer, text, sizeof text), sizeof text);
    printf("%s", buffer);
    i = snprintf(small, sizeof small, "%s-%d", "truncated", value);
    printf("%s %d\n", small, i);
    printf("%5d|%-5d|%05d|%+d|%x|%#o|%c|%10.3s|%*d|%.2e|%g|%%\n", 42, 42, 42,
           42, 42, 42, 'c', "string", 6, 42, 12345.678, 1e-5);
    printf("%d\n",
           sscanf("12 0x1f 3.5 word", "%d %i %lf %s", &i, &value, &d, buffer));
    printf("%d %d %g %s\n", i, value, d, buffer);
    printf("%s %s %s %s %d %s\n", KIND(1), KIND("s"), KIND(1.0),
           KIND((const char *)0), COUNT(a, b, c), STRING(JOIN(x, y) + 1));
    swprintf(wide, 20, L"%ls", L"\u00e9t\u00e9");
    printf("%zu %x\n", wcslen(wide), (unsigned)wide[0]);
    printf("%d %d %d\n", memcmp("abc", "abd", 3) < 0, strcmp("b", "a") > 0,
           strncmp("abc", "abx", 2));
    printf("%lu %ld %s\n", strtoul("777", NULL, 8), strtol("-zz", NULL, 36),
           strrchr(text, 'i'));
    return 0;
}
