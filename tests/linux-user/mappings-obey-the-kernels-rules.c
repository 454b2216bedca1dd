// SPDX-License-Identifier: MIT
/* mmap, munmap, mremap, mprotect, brk and the growing stack. */
#define _GNU_SOURCE
#include "check.h"

#include <errno.h>
#include <setjmp.h>
#include <signal.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/shm.h>
#include <sys/syscall.h>
#include <unistd.h>

#define PAGE  4096ul
#define LIMIT 0x7e0000000000ul /* first address that is not the guest's */

static sigjmp_buf out;

static void on_fault(int sig)
{
    (void)sig;
    siglongjmp(out, 1);
}

/* True if a byte can be written there. */
static int writable(volatile char *p)
{
    if (sigsetjmp(out, 1))
        return 0;
    *p = 1;
    return 1;
}

static char *map(void *at, size_t len, int flags)
{
    return mmap(at, len, PROT_READ | PROT_WRITE,
                MAP_PRIVATE | MAP_ANONYMOUS | flags, -1, 0);
}

static void check_mmap(void)
{
    char *a = map(NULL, 10 * PAGE, 0), *b;

    CHECK(a != MAP_FAILED && (uintptr_t)a < LIMIT);
    CHECK(munmap(a + 4 * PAGE, PAGE) == 0 && !writable(a + 4 * PAGE));
    CHECK(writable(a + 3 * PAGE) && writable(a + 5 * PAGE));
    /* A hint that is free is taken, one that is not is passed over. */
    CHECK(map(a + 4 * PAGE, PAGE, 0) == a + 4 * PAGE);
    b = map(a + 4 * PAGE, PAGE, 0);
    CHECK(b != MAP_FAILED && (b < a || b >= a + 10 * PAGE));
    a[0] = 5;
    CHECK(map(a, PAGE, MAP_FIXED) == a && a[0] == 0);
    CHECK(map(a, PAGE, MAP_FIXED_NOREPLACE) == MAP_FAILED && errno == EEXIST);
    CHECK(map(a + 1, PAGE, MAP_FIXED) == MAP_FAILED && errno == EINVAL);
    CHECK(map(NULL, 0, 0) == MAP_FAILED && errno == EINVAL);
    CHECK(map((void *)LIMIT, PAGE, MAP_FIXED) == MAP_FAILED && errno == ENOMEM);
    CHECK(map((void *)(LIMIT - PAGE), 2 * PAGE, MAP_FIXED) == MAP_FAILED &&
          errno == ENOMEM);
    CHECK(map((void *)LIMIT, PAGE, 0) < (char *)LIMIT);
    CHECK(map(NULL, LIMIT, 0) == MAP_FAILED && errno == ENOMEM);
    CHECK(mmap(NULL, PAGE, PROT_READ, MAP_PRIVATE, -1, 0) == MAP_FAILED &&
          errno == EBADF);
    CHECK(mmap(NULL, PAGE, PROT_READ, MAP_PRIVATE, 0, 1) == MAP_FAILED &&
          errno == EINVAL);
    CHECK(munmap(a, 10 * PAGE) == 0 && munmap(a, PAGE) == 0);
    CHECK(munmap(a + 1, PAGE) == -1 && errno == EINVAL);
    CHECK(munmap((void *)LIMIT, PAGE) == -1 && errno == EINVAL);
    CHECK(munmap(b, PAGE) == 0);
}

static void check_mprotect(void)
{
    char *a = map(NULL, 3 * PAGE, 0);

    CHECK(mprotect(a + PAGE, PAGE, PROT_READ) == 0);
    CHECK(writable(a) && !writable(a + PAGE) && writable(a + 2 * PAGE));
    CHECK(mprotect(a + PAGE, PAGE, PROT_READ | PROT_WRITE) == 0);
    CHECK(writable(a + PAGE));
    munmap(a + PAGE, PAGE);
    CHECK(mprotect(a, 3 * PAGE, PROT_READ) == -1 && errno == ENOMEM);
    CHECK(mprotect((void *)LIMIT, PAGE, PROT_READ) == -1 && errno == ENOMEM);
    CHECK(mprotect(a, PAGE, 0x1000) == -1 && errno == EINVAL);
    munmap(a, 3 * PAGE);
}

static void check_mremap(void)
{
    char *a = map(NULL, 8 * PAGE, 0), *b;

    a[0] = 42;
    CHECK(mremap(a, 8 * PAGE, 2 * PAGE, 0) == a && !writable(a + 2 * PAGE));
    CHECK(mremap(a, 2 * PAGE, 4 * PAGE, 0) == a && writable(a + 3 * PAGE));
    CHECK(map(a + 4 * PAGE, PAGE, MAP_FIXED) == a + 4 * PAGE);
    CHECK(mremap(a, 4 * PAGE, 5 * PAGE, 0) == MAP_FAILED && errno == ENOMEM);
    b = mremap(a, 4 * PAGE, 64 * PAGE, MREMAP_MAYMOVE);
    CHECK(b != MAP_FAILED && b != a && b[0] == 42 && !writable(a));
    CHECK(writable(b + 63 * PAGE));
    a = map(NULL, 2 * PAGE, 0);
    CHECK(mremap(b, PAGE, PAGE, MREMAP_MAYMOVE | MREMAP_FIXED, a) == a);
    CHECK(a[0] == 42 && !writable(b) && writable(b + PAGE));
    CHECK(mremap(a, PAGE, PAGE, MREMAP_MAYMOVE | MREMAP_FIXED, LIMIT) ==
          MAP_FAILED);
    CHECK(mremap(a + 1, PAGE, PAGE, 0) == MAP_FAILED && errno == EINVAL);
    CHECK(mremap((void *)0x30000, PAGE, 2 * PAGE, MREMAP_MAYMOVE) ==
              MAP_FAILED &&
          errno == EFAULT);
}

static void check_brk(void)
{
    char *now = (char *)syscall(SYS_brk, 0), *p;

    CHECK((char *)syscall(SYS_brk, now + 5 * PAGE + 3) == now + 5 * PAGE + 3);
    CHECK(writable(now + 5 * PAGE));
    CHECK((char *)syscall(SYS_brk, now) == now);
    CHECK((char *)syscall(SYS_brk, LIMIT) == now); /* refused: unchanged */
    p = map(now + 64 * PAGE, PAGE, MAP_FIXED_NOREPLACE);
    CHECK(p == now + 64 * PAGE);
    CHECK((char *)syscall(SYS_brk, now + 128 * PAGE) == now);
    munmap(p, PAGE);
    CHECK((char *)syscall(SYS_brk, now + (1ul << 30)) == now + (1ul << 30));
    CHECK((char *)syscall(SYS_brk, now) == now);
}

__attribute__((noinline)) static unsigned deep(unsigned n)
{
    volatile char frame[16384];

    frame[0] = (char)n;
    frame[16000] = 1;
    return n ? deep(n - 1) + (unsigned)frame[16000] : 0;
}

static void check_stack(void)
{
    struct rlimit limit;

    CHECK(deep(200) == 200); /* 3 MiB */
    CHECK(getrlimit(RLIMIT_STACK, &limit) == 0);
    CHECK(limit.rlim_cur >= 4 << 20);
}

static void check_shm(void)
{
    int id = shmget(IPC_PRIVATE, 3 * PAGE, IPC_CREAT | 0600);
    char *a = shmat(id, NULL, 0), *b;

    CHECK(id >= 0 && a != (void *)-1 && (uintptr_t)a < LIMIT);
    b = shmat(id, NULL, SHM_RDONLY);
    CHECK(b != (void *)-1 && b != a);
    a[PAGE] = 9;
    CHECK(b[PAGE] == 9 && !writable(b));
    CHECK(shmdt(a) == 0 && shmdt(a) == -1 && errno == EINVAL);
    CHECK(!writable(a) && shmdt(b) == 0);
    shmctl(id, IPC_RMID, NULL);
}

/* Code written, made executable, run; changed behind the program's back. */
static void check_code(void)
{
    uint32_t *code = (uint32_t *)map(NULL, PAGE, 0);
    int (*f)(void) = (int (*)(void))code;

    code[0] = 0x52800020; /* mov w0, #1 */
    code[1] = 0xd65f03c0; /* ret */
    CHECK(mprotect(code, PAGE, PROT_READ | PROT_EXEC) == 0);
    __builtin___clear_cache((char *)code, (char *)(code + 2));
    CHECK(f() == 1);
    CHECK(mprotect(code, PAGE, PROT_READ | PROT_WRITE) == 0);
    CHECK(sigsetjmp(out, 1) || (f(), 0)); /* not executable now */
    code[0] = 0x52800040;                 /* mov w0, #2 */
    CHECK(mprotect(code, PAGE, PROT_READ | PROT_EXEC) == 0);
    CHECK(f() == 2);
    /* MADV_GUARD_INSTALL; Linux 6.13 */
    CHECK(madvise(code, PAGE, 102) || sigsetjmp(out, 1) || (f(), 0));
    CHECK(map(code, PAGE, MAP_FIXED) == (char *)code);
    CHECK(sigsetjmp(out, 1) || (f(), 0));
    munmap(code, PAGE);
    CHECK(sigsetjmp(out, 1) || (f(), 0));
}

/* A compiler that writes by one mapping what runs by another. */
static void check_alias(void)
{
    int fd = memfd_create("code", 0);
    uint32_t *w, *x, *second;
    int (*f)(void);

    CHECK(fd >= 0 && ftruncate(fd, 4 * PAGE) == 0);
    w = mmap(NULL, 4 * PAGE, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
    x = mmap(NULL, 2 * PAGE, PROT_READ | PROT_EXEC, MAP_SHARED, fd, 2 * PAGE);
    second = w + 3 * PAGE / 4;
    f = (int (*)(void))(x + PAGE / 4);
    for (uint32_t i = 0; i < 3; i++) {
        second[0] = 0x52800000 | i << 5; /* mov w0, #i */
        second[1] = 0xd65f03c0;
        __builtin___clear_cache((char *)second, (char *)(second + 2));
        CHECK(f() == (int)i);
    }
    /* Split and moved, the mapping is still the same memory. */
    CHECK(mprotect(w, PAGE, PROT_READ) == 0);
    w = mremap(w + 2 * PAGE / 4, 2 * PAGE, 2 * PAGE,
               MREMAP_MAYMOVE | MREMAP_FIXED, map(NULL, 2 * PAGE, 0));
    w[PAGE / 4] = 0x52800000 | 9 << 5;
    __builtin___clear_cache((char *)(w + PAGE / 4), (char *)(w + PAGE / 2));
    CHECK(f() == 9);
    close(fd);
}

int main(void)
{
    signal(SIGSEGV, on_fault);
    signal(SIGBUS, on_fault);
    check_mmap();
    check_mprotect();
    check_mremap();
    check_brk();
    check_stack();
    check_shm();
    check_code();
    check_alias();
    return check_result();
}
