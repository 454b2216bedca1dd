// SPDX-License-Identifier: MIT
/*
 * What the AArch64 instruction tests stand on: entry, output, comparisons and
 * signal handlers without a libc, so that a failure here is the translator's.
 *
 * A test defines main(), which calls CHECK() and returns check_result().
 * Build with: -nostdlib -ffreestanding; with -mgeneral-regs-only where FP and
 * SIMD are not the matter.
 */
#ifndef FERRY_TESTS_AARCH64_CHECK_H
#define FERRY_TESTS_AARCH64_CHECK_H

#include <asm/unistd.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

int main(void);

static unsigned check_count, check_failures;
/* The auxiliary vector, and what AT_ entry it holds. */
static const uint64_t *check_auxv;

static inline long sys(long nr, long a, long b, long c, long d, long e, long f)
{
    register long x8 __asm__("x8") = nr;
    register long x0 __asm__("x0") = a;
    register long x1 __asm__("x1") = b;
    register long x2 __asm__("x2") = c;
    register long x3 __asm__("x3") = d;
    register long x4 __asm__("x4") = e;
    register long x5 __asm__("x5") = f;
    __asm__ volatile("svc #0"
                     : "+r"(x0)
                     : "r"(x8), "r"(x1), "r"(x2), "r"(x3), "r"(x4), "r"(x5)
                     : "memory");
    return x0;
}

static inline void check_print(const char *s)
{
    size_t n = 0;
    while (s[n])
        n++;
    sys(__NR_write, 1, (long)s, (long)n, 0, 0, 0);
}

static inline void check_hex(uint64_t v)
{
    char text[19];
    char *p = text + sizeof(text) - 1;
    *p = 0;
    do
        *--p = "0123456789abcdef"[v & 15];
    while (v >>= 4);
    check_print("0x");
    check_print(p);
}

static inline void check_decimal(unsigned v)
{
    if (v >= 10)
        check_decimal(v / 10);
    char digit[2] = {(char)('0' + v % 10), 0};
    check_print(digit);
}

static inline void check_equal(const char *what, uint64_t got, uint64_t want,
                               int line)
{
    check_count++;
    if (got == want)
        return;
    check_failures++;
    check_print("line ");
    check_decimal((unsigned)line);
    check_print(": ");
    check_print(what);
    check_print(": ");
    check_hex(got);
    check_print(", expected ");
    check_hex(want);
    check_print("\n");
}

#define CHECK(what, got, want) \
    check_equal(what, (uint64_t)(got), (uint64_t)(want), __LINE__)

static inline int check_result(void)
{
    return check_failures || !check_count;
}

static inline uint64_t check_getauxval(uint64_t type)
{
    for (const uint64_t *a = check_auxv; a[0]; a += 2)
        if (a[0] == type)
            return a[1];
    return 0;
}

/* Result and flags (NZCV in bits 3:0) of one instruction. */
struct outcome {
    uint64_t value;
    unsigned nzcv;
};

/*
 * Runs an instruction on d (its old value), n, m and NZCV: write its operands
 * as %x[d], %w[n] and so on.
 */
#define RUN(insn, d_, n_, m_, nzcv_)                                        \
    ({                                                                      \
        uint64_t value = (uint64_t)(d_);                                    \
        uint64_t flags = (uint64_t)(nzcv_) << 28;                           \
        __asm__ volatile("msr nzcv, %[f]\n\t" insn "\n\tmrs %[f], nzcv"     \
                         : [d] "+&r"(value), [f] "+&r"(flags)               \
                         : [n] "r"((uint64_t)(n_)), [m] "r"((uint64_t)(m_)) \
                         : "cc", "memory");                                 \
        (struct outcome){value, (unsigned)(flags >> 28)};                   \
    })

/* The same, where only the value matters. */
#define VALUE(insn, d, n, m) (RUN(insn, d, n, m, 0).value)

#define N                    8
#define Z                    4
#define C                    2
#define V                    1

#ifdef CHECK_SIGNALS
/* clang-format off: these depend on each other's order */
#    include <signal.h>
#    include <sys/mman.h>
#    include <ucontext.h>
/* clang-format on */

struct check_sigaction {
    void (*handler)(int, siginfo_t *, void *);
    unsigned long flags;
    void (*restorer)(void);
    uint64_t mask;
};

void check_restorer(void);
__asm__(".text\n"
        "check_restorer: mov x8, #139\n" /* rt_sigreturn */
        "svc #0\n");

static inline void check_handle(int sig,
                                void (*handler)(int, siginfo_t *, void *))
{
    struct check_sigaction action = {.handler = handler,
                                     .flags = SA_SIGINFO | 0x04000000,
                                     .restorer = check_restorer};
    sys(__NR_rt_sigaction, sig, (long)&action, 0, 8, 0, 0);
}

/* Three pages of 4096 bytes, of which the middle one cannot be accessed. */
static inline char *check_hole(void)
{
    long at = sys(__NR_mmap, 0, 3 * 4096, PROT_READ | PROT_WRITE,
                  MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    sys(__NR_mprotect, at + 4096, 4096, PROT_NONE, 0, 0, 0);
    return (char *)at;
}
#endif

/* Compilers call these even where there is no libc. */
__attribute__((used)) static void *check_set(void *p, int c,
                                             size_t n) __asm__("memset");
static void *check_set(void *p, int c, size_t n)
{
    volatile char *to = p;
    while (n--)
        *to++ = (char)c;
    return p;
}
__attribute__((used)) static void *check_copy(void *p, const void *q,
                                              size_t n) __asm__("memcpy");
static void *check_copy(void *p, const void *q, size_t n)
{
    volatile char *to = p;
    const char *from = q;
    while (n--)
        *to++ = *from++;
    return p;
}

__attribute__((used)) static void check_main(const uint64_t *sp)
{
    const uint64_t *p = sp + 1 + sp[0] + 1; /* argc, argv, NULL */
    while (*p++)
        ;
    check_auxv = p;
    sys(__NR_exit_group, main(), 0, 0, 0, 0, 0);
}

__asm__(".text\n"
        ".globl _start\n"
        "_start: mov x29, #0\n"
        "mov x30, #0\n"
        "mov x0, sp\n"
        "bl check_main\n");

#endif
