// SPDX-License-Identifier: MIT
/* Every operation of futex, between processes and alone. */
#include "show.h"

#include <linux/futex.h>
#include <sched.h>
#include <sys/mman.h>
#include <time.h>

#define WAITERS_BIT 0x80000000u
#define DIED_BIT    0x40000000u

static uint32_t *words; /* shared */

static long futex(uint32_t *w, int op, uint32_t val, const void *time,
                  uint32_t *w2, uint32_t val3)
{
    return syscall(SYS_futex, w, op, val, time, w2, val3);
}

/* A child in wait(); the parent goes on when it sleeps in the kernel. */
static pid_t waiter(long (*wait)(void))
{
    char name[64], state = 0, text[512];
    pid_t pid = fork();
    if (pid == 0) {
        long r = wait();
        _exit(r == -1 ? errno : (int)r);
    }
    sprintf(name, "/proc/%d/stat", pid);
    do {
        int fd = open(name, O_RDONLY);
        int n = read(fd, text, sizeof text - 1);
        text[n > 0 ? n : 0] = 0;
        close(fd);
        char *p = strrchr(text, ')');
        state = p ? p[2] : 'S';
        sched_yield();
    } while (state != 'S');
    return pid;
}

static void show_end(const char *text, pid_t pid)
{
    int status;
    waitpid(pid, &status, 0);
    if (WIFEXITED(status))
        printf("%s: %d %s\n", text, WEXITSTATUS(status),
               WEXITSTATUS(status) ? strerrorname_np(WEXITSTATUS(status)) : "");
    else
        show_status(text, status);
}

static long wait_first(void)
{
    return futex(&words[0], FUTEX_WAIT, 0, NULL, NULL, 0);
}

static long wait_bit_two(void)
{
    return futex(&words[0], FUTEX_WAIT_BITSET, 0, NULL, NULL, 2);
}

static void show_wakes(void)
{
    pid_t a = waiter(wait_first), b = waiter(wait_bit_two);
    SHOW(futex(&words[0], FUTEX_WAKE_BITSET, 10, NULL, NULL, 4));
    SHOW(futex(&words[0], FUTEX_WAKE_BITSET, 10, NULL, NULL, 2));
    show_end("a", a);
    show_end("b", b);
    a = waiter(wait_first);
    b = waiter(wait_first);
    SHOW(futex(&words[0], FUTEX_REQUEUE, 1, (void *)1, &words[1], 0));
    SHOW(futex(&words[0], FUTEX_WAKE, 10, NULL, NULL, 0));
    SHOW(futex(&words[1], FUTEX_WAKE, 10, NULL, NULL, 0));
    show_end("a", a);
    show_end("b", b);
    a = waiter(wait_first);
    SHOW(futex(&words[0], FUTEX_CMP_REQUEUE, 0, (void *)9, &words[1], 5));
    SHOW(futex(&words[0], FUTEX_CMP_REQUEUE, 0, (void *)9, &words[1], 0));
    words[2] = 7;
    SHOW(futex(&words[2], FUTEX_WAKE_OP, 1, (void *)1, &words[1],
               FUTEX_OP(FUTEX_OP_ADD, 3, FUTEX_OP_CMP_EQ, 0)));
    printf("%u\n", words[1]);
    show_end("a", a);
    SHOW(futex(&words[2], FUTEX_WAKE_OP, 1, (void *)1, &words[1],
               FUTEX_OP(15, 3, FUTEX_OP_CMP_EQ, 0)));
    SHOW(futex(&words[2], FUTEX_WAKE_OP, 1, (void *)1, (void *)8, 0));
    words[1] = 0;
}

static void show_errors(void)
{
    struct timespec ts = {0, 1000000}, bad = {0, -1}, past = {1, 0};
    uint32_t *odd = (uint32_t *)((char *)words + 1);
    SHOW(futex(&words[0], FUTEX_WAIT, 9, NULL, NULL, 0));
    SHOW(futex(odd, FUTEX_WAIT, 0, NULL, NULL, 0));
    SHOW(futex((uint32_t *)16, FUTEX_WAIT, 0, NULL, NULL, 0));
    SHOW(futex((uint32_t *)-4096l, FUTEX_WAIT, 0, NULL, NULL, 0));
    SHOW(futex(&words[0], FUTEX_WAIT, 0, &ts, NULL, 0));
    SHOW(futex(&words[0], FUTEX_WAIT, 0, &bad, NULL, 0));
    SHOW(futex(&words[0], FUTEX_WAIT, 0, (void *)8, NULL, 0));
    SHOW(futex(&words[0], FUTEX_WAIT_BITSET, 0, &past, NULL, 1));
    SHOW(futex(&words[0], FUTEX_WAIT_BITSET | FUTEX_CLOCK_REALTIME, 0, &past,
               NULL, 1));
    SHOW(futex(&words[0], FUTEX_WAIT_BITSET, 0, NULL, NULL, 0));
    SHOW(futex(&words[0], FUTEX_WAKE_BITSET, 1, NULL, NULL, 0));
    SHOW(futex(&words[0], FUTEX_WAIT | FUTEX_CLOCK_REALTIME, 0, &ts, NULL, 0));
    SHOW(futex(&words[0], FUTEX_WAKE | FUTEX_CLOCK_REALTIME, 0, &ts, NULL, 0));
    SHOW(futex(&words[0], FUTEX_REQUEUE, -1, (void *)-1, &words[1], 0));
    SHOW(futex(&words[0], FUTEX_FD, 0, NULL, NULL, 0));
    SHOW(futex(&words[0], 14, 0, NULL, NULL, 0));
    SHOW(futex(&words[0], FUTEX_WAKE | FUTEX_PRIVATE_FLAG, 1, NULL, NULL, 0));
}

static long lock_second(void)
{
    return futex(&words[4], FUTEX_LOCK_PI, 0, NULL, NULL, 0);
}

static void show_inheritance(void)
{
    uint32_t me = syscall(SYS_gettid);
    struct timespec past = {1, 0};
    words[4] = 0;
    SHOW(futex(&words[4], FUTEX_LOCK_PI, 0, NULL, NULL, 0));
    printf("mine %d\n", words[4] == me);
    SHOW(futex(&words[4], FUTEX_LOCK_PI, 0, NULL, NULL, 0));
    SHOW(futex(&words[4], FUTEX_TRYLOCK_PI, 0, NULL, NULL, 0));
    pid_t a = waiter(lock_second);
    printf("waited for %d\n", !!(words[4] & WAITERS_BIT));
    SHOW(futex(&words[4], FUTEX_UNLOCK_PI, 0, NULL, NULL, 0));
    show_end("a", a);
    printf("died %d\n", !!(words[4] & DIED_BIT));
    words[4] = 0;
    SHOW(futex(&words[4], FUTEX_UNLOCK_PI, 0, NULL, NULL, 0));
    words[4] = 99999999;
    SHOW(futex(&words[4], FUTEX_LOCK_PI, 0, NULL, NULL, 0));
    fflush(stdout);
    words[4] = me;
    pid_t pid = fork();
    if (pid == 0) {
        SHOW(futex(&words[4], FUTEX_LOCK_PI, 0, &past, NULL, 0));
        SHOW(futex(&words[4], FUTEX_LOCK_PI2, 0, &past, NULL, 0));
        SHOW(futex(&words[4], FUTEX_TRYLOCK_PI, 0, NULL, NULL, 0));
        SHOW(futex(&words[4], FUTEX_UNLOCK_PI, 0, NULL, NULL, 0));
        _exit(0);
    }
    waitpid(pid, NULL, 0);
    SHOW(futex(&words[4], FUTEX_UNLOCK_PI, 0, NULL, NULL, 0));
    SHOW(futex(&words[0], FUTEX_WAIT_REQUEUE_PI, 0, &past, &words[4], 0));
    SHOW(futex(&words[0], FUTEX_WAIT_REQUEUE_PI, 5, NULL, &words[4], 0));
    SHOW(futex(&words[0], FUTEX_CMP_REQUEUE_PI, 1, (void *)1, &words[4], 0));
    SHOW(futex(&words[0], FUTEX_CMP_REQUEUE_PI, 2, (void *)1, &words[4], 0));
}

static long requeued(void)
{
    return futex(&words[0], FUTEX_WAIT_REQUEUE_PI, 0, NULL, &words[4], 0);
}

static void show_requeue_inheritance(void)
{
    words[4] = 0;
    SHOW(futex(&words[4], FUTEX_LOCK_PI, 0, NULL, NULL, 0));
    pid_t a = waiter(requeued);
    SHOW(futex(&words[0], FUTEX_CMP_REQUEUE_PI, 1, (void *)1, &words[4], 0));
    SHOW(futex(&words[4], FUTEX_UNLOCK_PI, 0, NULL, NULL, 0));
    show_end("a", a);
}

struct vector {
    uint64_t val, addr;
    uint32_t flags, pad;
};

static long wait_vector(void)
{
    struct vector v[2] = {{0, (uintptr_t)&words[0], 2, 0},
                          {0, (uintptr_t)&words[1], 2, 0}};
    return syscall(449, v, 2, 0, NULL, 0);
}

static long wait_new(void)
{
    return syscall(455, &words[0], 0l, 0xffffffffl, 2, NULL, 0);
}

static void show_vectors(void)
{
    struct vector v[2] = {{0, (uintptr_t)&words[0], 2, 0},
                          {0, (uintptr_t)&words[1], 2, 0}};
    struct timespec past = {1, 0};
    pid_t a = waiter(wait_vector);
    SHOW(futex(&words[1], FUTEX_WAKE, 1, NULL, NULL, 0));
    show_end("a", a);
    SHOW(syscall(449, v, 2, 0, &past, CLOCK_MONOTONIC));
    SHOW(syscall(449, v, 2, 0, &past, 99));
    SHOW(syscall(449, v, 2, 1, NULL, 0));
    SHOW(syscall(449, v, 0, 0, NULL, 0));
    SHOW(syscall(449, v, 129, 0, NULL, 0));
    SHOW(syscall(449, 8, 1, 0, NULL, 0));
    v[1].val = 5;
    SHOW(syscall(449, v, 2, 0, NULL, 0));
    v[1].addr = 16;
    SHOW(syscall(449, v, 2, 0, NULL, 0));
    v[1].flags = 0x100;
    SHOW(syscall(449, v, 2, 0, NULL, 0));
    a = waiter(wait_new);
    SHOW(syscall(454, &words[0], 0xffffffffl, 1, 2));
    show_end("a", a);
    SHOW(syscall(454, &words[0], 0l, 1, 2));
    SHOW(syscall(454, &words[0], 1l, 1, 0x100));
    SHOW(syscall(455, &words[0], 9l, 1l, 2, NULL, 0));
    SHOW(syscall(455, &words[0], 0l, 1l, 2, &past, CLOCK_MONOTONIC));
    v[1] = (struct vector){0, (uintptr_t)&words[1], 2, 0};
    a = waiter(wait_first);
    SHOW(syscall(456, v, 0, 0, 1));
    SHOW(futex(&words[1], FUTEX_WAKE, 1, NULL, NULL, 0));
    show_end("a", a);
    v[0].val = 3;
    SHOW(syscall(456, v, 0, 0, 1));
    SHOW(syscall(456, v, 1, 0, 1));
}

/* A lock whose owner dies. */
static void show_robust(void)
{
    static struct {
        struct robust_list_head head;
        struct robust_list node;
    } * mine;
    struct robust_list_head *got = NULL;
    size_t size = 0;
    mine = (void *)&words[64];
    SHOW(syscall(SYS_get_robust_list, 0, &got, &size));
    printf("size %d\n", (int)size);
    SHOW(syscall(SYS_set_robust_list, got, 5));
    SHOW(syscall(SYS_get_robust_list, 99999999, &got, &size));
    SHOW(syscall(SYS_get_robust_list, 0, 8, &size));
    SHOW(syscall(SYS_get_robust_list, 0, &got, 8));
    fflush(stdout);
    for (int how = 0; how < 3; how++) {
        words[8] = 0;
        pid_t pid = fork();
        if (pid == 0) {
            mine->head.list.next = &mine->node;
            mine->node.next = &mine->head.list;
            mine->head.futex_offset = (char *)&words[8] - (char *)&mine->node;
            mine->head.list_op_pending = NULL;
            SHOW(syscall(SYS_set_robust_list, &mine->head, sizeof mine->head));
            SHOW(syscall(SYS_get_robust_list, 0, &got, &size));
            printf("same %d\n", got == &mine->head);
            fflush(stdout);
            words[8] = (uint32_t)syscall(SYS_gettid) | WAITERS_BIT;
            if (how == 0)
                _exit(0);
            if (how == 1)
                kill(getpid(), SIGKILL);
            execl("/bin/true", "true", NULL);
        }
        waitpid(pid, NULL, 0);
        printf("died %d waited %d owner %d\n", !!(words[8] & DIED_BIT),
               !!(words[8] & WAITERS_BIT), words[8] & 0x3fffffff);
    }
}

int main(void)
{
    words = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS,
                 -1, 0);
    setvbuf(stdout, NULL, _IONBF, 0);
    show_wakes();
    show_errors();
    show_inheritance();
    show_requeue_inheritance();
    show_vectors();
    show_robust();
    return 0;
}
