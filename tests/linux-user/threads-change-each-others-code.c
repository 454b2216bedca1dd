// SPDX-License-Identifier: MIT
/*
 * Code that one thread writes and announces is what the others run, from the
 * moment they see the announcement's number and synchronise (Arm ARM, B2.4.4).
 *
 *   threads-change-each-others-code [ROUNDS]
 */
#include "check.h"

#include <pthread.h>
#include <sched.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>

#define MOV_W0(imm) (0x52800000u | (uint32_t)(imm) << 5)
#define B(words)    (0x14000000u | (uint32_t)(words))
#define RET         0xd65f03c0u
#define RUNNERS     3
#define BEHIND      1024 /* words: another page */

static uint32_t *code;
static uint64_t published;
static uint64_t seen[RUNNERS];
static long wrong;

/* By a direct edge into the part that changes, and by an indirect one. */
static unsigned run_direct(void)
{
    return ((unsigned (*)(void))code)();
}

static unsigned run_indirect(void)
{
    return ((unsigned (*)(void))(code + BEHIND))();
}

static void *runner(void *arg)
{
    uint64_t *mine = arg, now = 0;
    for (;;) {
        uint64_t next = __atomic_load_n(&published, __ATOMIC_ACQUIRE);
        if (next == UINT64_MAX)
            return NULL;
        if (next == now) {
            sched_yield();
            continue;
        }
        now = next;
        __asm__ volatile("isb" : : : "memory");
        if (run_direct() != (now & 0xffff) || run_indirect() != (now & 0xffff))
            __atomic_fetch_add(&wrong, 1, __ATOMIC_RELAXED);
        __atomic_store_n(mine, now, __ATOMIC_RELEASE);
    }
}

static void change(uint64_t round)
{
    code[BEHIND] = MOV_W0(round & 0xffff);
    __builtin___clear_cache((char *)(code + BEHIND),
                            (char *)(code + BEHIND + 1));
    __atomic_store_n(&published, round, __ATOMIC_RELEASE);
}

int main(int argc, char **argv)
{
    uint64_t rounds = argc > 1 ? strtoull(argv[1], NULL, 0) : 3000;
    pthread_t threads[RUNNERS];
    code = mmap(NULL, 65536, PROT_READ | PROT_WRITE | PROT_EXEC,
                MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    code[0] = B(BEHIND);
    code[BEHIND] = MOV_W0(0);
    code[BEHIND + 1] = RET;
    __builtin___clear_cache((char *)code, (char *)(code + BEHIND + 2));
    for (int n = 0; n < RUNNERS; n++)
        pthread_create(&threads[n], NULL, runner, &seen[n]);
    for (uint64_t round = 1; round <= rounds; round++) {
        change(round);
        for (int n = 0; n < RUNNERS; n++)
            while (__atomic_load_n(&seen[n], __ATOMIC_ACQUIRE) != round)
                sched_yield();
        CHECK(run_direct() == (round & 0xffff));
    }
    __atomic_store_n(&published, UINT64_MAX, __ATOMIC_RELEASE);
    for (int n = 0; n < RUNNERS; n++)
        pthread_join(threads[n], NULL);
    CHECK(wrong == 0);
    return check_result();
}
