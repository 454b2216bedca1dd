// SPDX-License-Identifier: MIT
/* The formatter, the locks and the memory of src/, by what they promise. */
#define _GNU_SOURCE
#include "arena.h"
#include "lock.h"
#include "print.h"

#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static int failures;

#define CHECK(condition) \
    ((condition)         \
         ? (void)0       \
         : (void)(failures++, printf("%d: %s\n", __LINE__, #condition)))

static void check_print(void)
{
    char buf[64], small[4];
    struct print out;
    int fds[2];
    ssize_t n;

#define PRINTS(text, ...)                                             \
    CHECK(print_buf(buf, sizeof(buf), __VA_ARGS__) == strlen(text) && \
          strcmp(buf, text) == 0)
    PRINTS("-5 5 0", "%d %u %x", -5, 5, 0);
    PRINTS("   -5|5    |00abc", "%5d|%-5u|%05x", -5, 5, 0xabc);
    PRINTS("ffffffffffffffff 18446744073709551615", "%lx %lu", ~0ul, ~0ul);
    PRINTS("-9223372036854775808", "%ld", INT64_MIN);
    PRINTS("0x10 c % abc  |ab|  abc", "%p %c %% %-5s|%.2s|%5s", (void *)16, 'c',
           "abc", "abcd", "abc");
    PRINTS("12", "%zu", (size_t)12);
    PRINTS("ab", "%.*s", 2, "abc");
    CHECK(print_buf(small, 4, "%s", "abcdef") == 6 && !strcmp(small, "abc"));
    CHECK(print_buf(NULL, 0, "%s", "abcdef") == 6);

    CHECK(pipe(fds) == 0);
    print_init(&out, small, sizeof(small), fds[1]);
    print_fmt(&out, "%s %d", "longer than the buffer", 42);
    print_flush(&out);
    n = read(fds[0], buf, sizeof(buf));
    CHECK(n == 25 && !memcmp(buf, "longer than the buffer 42", 25));
}

static struct lock lock;
static unsigned long counter;

static void *count(void *arg)
{
    for (int i = 0; i < 100000; i++) {
        lock_take(&lock);
        counter++;
        lock_drop(&lock);
    }
    return arg;
}

static void check_lock(void)
{
    pthread_t threads[4];

    for (int i = 0; i < 4; i++)
        pthread_create(&threads[i], NULL, count, NULL);
    for (int i = 0; i < 4; i++)
        pthread_join(threads[i], NULL);
    CHECK(counter == 400000 && lock_owner(&lock) == 0);
    CHECK(lock_try(&lock) && !lock_try(&lock));
    CHECK(lock_owner(&lock) == (uint32_t)gettid());
    lock_reclaim(&lock, 1);
    CHECK(lock_owner(&lock) == (uint32_t)gettid());
    lock_reclaim(&lock, (uint32_t)gettid());
    CHECK(lock_owner(&lock) == 0);
}

static void check_memory(void)
{
    static struct pool_memory memory;
    static struct pool pool = {.size = 100, .memory = &memory};
    struct arena arena = {0};
    char *p = pages_map(10000), *q = pages_map_aligned(5000, 1 << 20);
    char *big, *one, *two;

    CHECK(p && q && (uintptr_t)p >= GUEST_LIMIT && (uintptr_t)p % 4096 == 0);
    CHECK((uintptr_t)q % (1 << 20) == 0 && q != p);
    memset(p, 1, 10000);
    memset(q, 1, 5000);
    pages_unmap(p, 10000);
    pages_unmap(q, 5000);
    one = arena_alloc(&arena, 10);
    two = arena_alloc(&arena, 10);
    big = arena_alloc(&arena, 1 << 20);
    CHECK(one && two == one + 16 && big && big[(1 << 20) - 1] == 0);
    arena_free(&arena);
    one = pool_get(&pool);
    two = pool_get(&pool);
    CHECK(one && two && one != two && (uintptr_t)one % 16 == 0);
    memset(one, 7, 100);
    pool_put(&pool, one);
    CHECK(pool_get(&pool) == one && one[99] == 0);
}

int main(void)
{
    check_print();
    check_lock();
    check_memory();
    return failures != 0;
}
