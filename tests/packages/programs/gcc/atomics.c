// SPDX-License-Identifier: MIT
// _Atomic of all sizes and orders, threads that use them, thread-local data.
#include <pthread.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdio.h>

static _Atomic uint8_t bytes;
static _Atomic uint16_t halves;
static atomic_int ints;
static atomic_ullong longs;
static _Atomic double sum;
static atomic_flag lock = ATOMIC_FLAG_INIT;
static _Thread_local int mine = 5;
static long guarded;

struct pair {
    int x, y;
};
static _Atomic struct pair pairs;

static void *work(void *arg)
{
    int id = (int)(intptr_t)arg;

    for (int i = 0; i < 5000; i++) {
        bytes++;
        atomic_fetch_add_explicit(&halves, 3, memory_order_relaxed);
        atomic_fetch_xor_explicit(&ints, 1 << (i % 31), memory_order_acq_rel);
        atomic_fetch_or(&longs, 1ull << (i % 60));
        atomic_fetch_and_explicit(&longs, ~(1ull << 61), memory_order_release);
        sum += 0.5;
        struct pair old = atomic_load(&pairs), new;
        do {
            new = (struct pair){old.x + 1, old.y + id};
        } while (!atomic_compare_exchange_weak(&pairs, &old, new));
        while (atomic_flag_test_and_set_explicit(&lock, memory_order_acquire))
            ;
        guarded += mine++;
        atomic_flag_clear_explicit(&lock, memory_order_release);
    }
    return (void *)(intptr_t)mine;
}

int main(void)
{
    pthread_t t[4];
    struct pair p;

    for (int i = 0; i < 4; i++)
        pthread_create(&t[i], NULL, work, (void *)(intptr_t)i);
    for (int i = 0; i < 4; i++) {
        void *r;
        pthread_join(t[i], &r);
        printf("%d ", (int)(intptr_t)r);
    }
    p = pairs;
    printf("\n%d %d %d %llx %.1f %d %d %ld %d\n", bytes, halves, ints, longs,
           sum, p.x, p.y, guarded, mine);
    printf("%u ", atomic_exchange(&halves, 9));
    printf("%d\n", (int)atomic_load(&halves));
    atomic_thread_fence(memory_order_seq_cst);
    return 0;
}
