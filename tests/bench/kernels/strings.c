// SPDX-License-Identifier: MIT
// Benchmark kernel: text handled byte by byte: words, search, numbers, case.
// Built without libc's string functions, so that both sides run the same C.

#include <stdint.h>
#include <stdio.h>

#define SIZE (1 << 18)

static char text[SIZE + 1];
static char copy[SIZE + 1];

static int string_length(const char *s)
{
    const char *p = s;
    while (*p)
        p++;
    return (int)(p - s);
}

static int string_compare(const char *a, const char *b)
{
    while (*a && *a == *b)
        a++, b++;
    return (unsigned char)*a - (unsigned char)*b;
}

static int string_search(const char *s, const char *what)
{
    int found = 0;
    for (; *s; s++) {
        int i = 0;
        while (what[i] && s[i] == what[i])
            i++;
        found += what[i] == 0;
    }
    return found;
}

static int words_count(const char *s)
{
    int words = 0, inside = 0;
    for (; *s; s++) {
        int letter = (*s >= 'a' && *s <= 'z') || (*s >= 'A' && *s <= 'Z');
        words += letter && !inside;
        inside = letter;
    }
    return words;
}

static uint32_t numbers_sum(const char *s)
{
    uint32_t sum = 0, n = 0;
    for (; *s; s++) {
        if (*s >= '0' && *s <= '9') {
            n = n * 10 + (uint32_t)(*s - '0');
        } else {
            sum += n;
            n = 0;
        }
    }
    return sum + n;
}

static void case_swap(char *to, const char *from)
{
    for (; *from; from++) {
        char c = *from;
        if (c >= 'a' && c <= 'z')
            c -= 'a' - 'A';
        else if (c >= 'A' && c <= 'Z')
            c += 'a' - 'A';
        *to++ = c;
    }
    *to = 0;
}

static void text_fill(void)
{
    static const char alphabet[] = "etaoin shrdlu cmfwyp 0123456789 ETA ";
    uint32_t seed = 11;
    for (int i = 0; i < SIZE; i++) {
        seed = seed * 1664525 + 1013904223;
        text[i] = alphabet[(seed >> 16) % (sizeof(alphabet) - 1)];
    }
}

int main(void)
{
    uint32_t sum = 0;
    text_fill();
    for (int round = 0; round < 200; round++) {
        case_swap(copy, text);
        sum = sum * 31 + (uint32_t)string_length(copy);
        sum = sum * 31 + (uint32_t)string_search(text, "et");
        sum = sum * 31 + (uint32_t)words_count(copy);
        sum = sum * 31 + numbers_sum(copy);
        case_swap(text, copy);
        sum = sum * 31 + (uint32_t)(string_compare(text, copy) > 0);
        text[(uint32_t)round * 977 % SIZE] = 'q';
    }
    printf("strings %08x\n", sum);
    return 0;
}
