// SPDX-License-Identifier: MIT
// build: -nostdlib -ffreestanding -mgeneral-regs-only -D_GNU_SOURCE
/* LDXR and STXR in all sizes and orders; what must and must not succeed. */
#define CHECK_SIGNALS
#include "check.h"

#include <sys/mman.h>

static uint64_t cell[4] __attribute__((aligned(64)));
static uint64_t other[4] __attribute__((aligned(64)));

#define SIZE(name, suffix, reg, mask)                            \
    static void size_##name(void)                                \
    {                                                            \
        uint64_t old, status;                                    \
        cell[0] = 0x8877665544332211;                            \
        __asm__ volatile("ldxr" suffix " %" reg "0, [%2]\n\t"    \
                         "stxr" suffix " %w1, %" reg "3, [%2]"   \
                         : "=&r"(old), "=&r"(status)             \
                         : "r"(cell), "r"(0xaabbccddeeff0102)    \
                         : "memory");                            \
        CHECK("ldxr" suffix, old, 0x8877665544332211 & (mask));  \
        CHECK("stxr" suffix " status", status, 0);               \
        CHECK("stxr" suffix, cell[0],                            \
              (0xaabbccddeeff0102 & (mask)) |                    \
                  (0x8877665544332211 & ~(uint64_t)(mask)));     \
        __asm__ volatile("ldaxr" suffix " %" reg "0, [%2]\n\t"   \
                         "stlxr" suffix " %w1, %" reg "3, [%2]"  \
                         : "=&r"(old), "=&r"(status)             \
                         : "r"(cell), "r"(5ul)                   \
                         : "memory");                            \
        CHECK("ldaxr" suffix, old, 0xaabbccddeeff0102 & (mask)); \
        CHECK("stlxr" suffix " status", status, 0);              \
        CHECK("stlxr" suffix, cell[0] & (mask), 5);              \
    }

SIZE(8, "b", "w", 0xff)
SIZE(16, "h", "w", 0xffff)
SIZE(32, "", "w", 0xffffffff)
SIZE(64, "", "x", 0xffffffffffffffff)

/* Runs what stands between a load and a store; gives the store's status. */
#define BETWEEN(insns)                                      \
    ({                                                      \
        uint64_t old_, status_;                             \
        __asm__ volatile("ldxr %0, [%2]\n\t" insns "\n\t"   \
                         "stxr %w1, %4, [%2]"               \
                         : "=&r"(old_), "=&r"(status_)      \
                         : "r"(cell), "r"(other), "r"(99ul) \
                         : "memory", "x9", "x10");          \
        status_;                                            \
    })

static void reservations(void)
{
    cell[0] = other[0] = 7;
    CHECK("nothing between", BETWEEN("nop"), 0);
    CHECK("stored", cell[0], 99);
    cell[0] = 7;
    CHECK("clrex between", BETWEEN("clrex"), 1);
    CHECK("not stored", cell[0], 7);
    CHECK("load of another cell between", BETWEEN("ldxr x9, [%3]"), 1);
    CHECK("not stored", cell[0], 7);
    CHECK("store-exclusive between", BETWEEN("stxr w9, %4, [%2]"), 1);
    cell[0] = 7;
    CHECK("failed store-exclusive between", BETWEEN("stxr w9, %4, [%3]"), 1);
    CHECK("other kept", other[0], 7);
    CHECK("cell kept", cell[0], 7);
    CHECK("a changed value between", BETWEEN("mov x9, #8\n\tstr x9, [%2]"), 1);
    CHECK("the change stays", cell[0], 8);
}

static unsigned trapped;
static uint64_t status_in_handler;

/* Stores by the reservation of before, or leaves one of its own. */
static void on_trap(int sig, siginfo_t *info, void *context)
{
    (void)info;
    trapped++;
    if (sig == SIGILL)
        __asm__ volatile("stxr %w0, %2, [%1]"
                         : "=&r"(status_in_handler)
                         : "r"(cell), "r"(55ul)
                         : "memory");
    else
        __asm__ volatile("ldxr x9, [%0]" : : "r"(cell) : "x9", "memory");
    ((ucontext_t *)context)->uc_mcontext.pc += 4;
}

/* An exception and its return lose the reservation (B2.9.5, ERET). */
static void traps(void)
{
    check_handle(SIGILL, on_trap);
    check_handle(SIGTRAP, on_trap);
    cell[0] = other[0] = 7;
    CHECK("undefined instruction between", BETWEEN("udf #9"), 1);
    CHECK("breakpoint between", BETWEEN("brk #9"), 1);
    CHECK("handled", trapped, 2);
    CHECK("stored in the handler", status_in_handler, 1);
    CHECK("cell kept", cell[0], 7);
}

enum { RIGHTS = PROT_READ | PROT_WRITE, KIND = MAP_SHARED | MAP_ANONYMOUS };

/* Between a load from the page and a store to it another one comes there. */
static uint64_t replaced(uint64_t *page)
{
    register uint64_t x0 __asm__("x0") = (uint64_t)page;
    register uint64_t x1 __asm__("x1") = 4096;
    register uint64_t x2 __asm__("x2") = RIGHTS;
    register uint64_t x3 __asm__("x3") = KIND | MAP_FIXED;
    register uint64_t x4 __asm__("x4") = -1ul;
    register uint64_t x5 __asm__("x5") = 0;
    register uint64_t x8 __asm__("x8") = __NR_mmap;
    uint64_t status;
    __asm__ volatile("mov x9, x0\n\tldxr x10, [x9]\n\tsvc #0\n\t"
                     "stxr %w0, x1, [x9]"
                     : "=&r"(status), "+r"(x0)
                     : "r"(x1), "r"(x2), "r"(x3), "r"(x4), "r"(x5), "r"(x8)
                     : "x9", "x10", "memory");
    return status;
}

/* So do a system call and its return. */
static void system_calls(void)
{
    uint64_t *page = (uint64_t *)sys(__NR_mmap, 0, 4096, RIGHTS, KIND, -1, 0);
    cell[0] = 7;
    CHECK("system call between",
          BETWEEN("mov x9, x8\n\tmov x10, x0\n\tmov x8, #172\n\tsvc #0\n\t"
                  "mov x8, x9\n\tmov x0, x10"),
          1);
    CHECK("cell kept", cell[0], 7);
    CHECK("another page between, of the same value", replaced(page), 1);
    CHECK("it is kept", page[0], 0);
}

static void no_reservation(void)
{
    uint64_t status;
    cell[0] = 1;
    __asm__ volatile("clrex\n\tstxr %w0, %2, [%1]"
                     : "=&r"(status)
                     : "r"(cell), "r"(2ul)
                     : "memory");
    CHECK("store without load", status, 1);
    CHECK("nothing stored", cell[0], 1);
}

static void pairs(void)
{
    uint64_t a, b, status;
    cell[0] = 0x1111111122222222;
    cell[1] = 0x3333333344444444;
    __asm__ volatile("ldxp %0, %1, [%3]\n\t"
                     "stxp %w2, %1, %0, [%3]"
                     : "=&r"(a), "=&r"(b), "=&r"(status)
                     : "r"(cell)
                     : "memory");
    CHECK("ldxp first", a, 0x1111111122222222);
    CHECK("ldxp second", b, 0x3333333344444444);
    CHECK("stxp status", status, 0);
    CHECK("stxp first", cell[0], 0x3333333344444444);
    CHECK("stxp second", cell[1], 0x1111111122222222);
    __asm__ volatile("ldaxp %w0, %w1, [%3]\n\t"
                     "stlxp %w2, %w1, %w0, [%3]"
                     : "=&r"(a), "=&r"(b), "=&r"(status)
                     : "r"(cell)
                     : "memory");
    CHECK("ldaxp w first", a, 0x44444444);
    CHECK("ldaxp w second", b, 0x33333333);
    CHECK("stlxp w status", status, 0);
    CHECK("stlxp w", cell[0], 0x4444444433333333);
    __asm__ volatile("ldxp %0, %1, [%3]\n\t"
                     "mov x9, #1\n\t"
                     "str x9, [%3, #8]\n\t"
                     "stxp %w2, %1, %0, [%3]"
                     : "=&r"(a), "=&r"(b), "=&r"(status)
                     : "r"(cell)
                     : "memory", "x9");
    CHECK("stxp behind a change of the second", status, 1);
    CHECK("stxp did not store", cell[0], 0x4444444433333333);
}

/* The usual loops: fetch-and-add, compare-and-swap. */
static void loops(void)
{
    uint64_t old = 0, status;
    cell[0] = 0;
    for (unsigned k = 0; k < 1000; k++)
        __asm__ volatile("1: ldaxr %0, [%2]\n\t"
                         "add %0, %0, #3\n\t"
                         "stlxr %w1, %0, [%2]\n\t"
                         "cbnz %w1, 1b"
                         : "=&r"(old), "=&r"(status)
                         : "r"(cell)
                         : "memory");
    CHECK("fetch-and-add", cell[0], 3000);
    for (unsigned k = 0; k < 2; k++)
        __asm__ volatile("1: ldxr %0, [%2]\n\t"
                         "cmp %0, %3\n\t"
                         "b.ne 2f\n\t"
                         "stxr %w1, %4, [%2]\n\t"
                         "cbnz %w1, 1b\n"
                         "2:"
                         : "=&r"(old), "=&r"(status)
                         : "r"(cell), "r"(3000ul), "r"(1ul)
                         : "memory", "cc");
    CHECK("compare-and-swap", cell[0], 1);
    CHECK("old value", old, 1);
}

static void plain_acquire_release(void)
{
    uint64_t a, b;
    __asm__ volatile("stlr %2, [%1]\n\tldar %0, [%1]"
                     : "=&r"(a)
                     : "r"(cell), "r"(0x123456789abcdef0)
                     : "memory");
    CHECK("stlr ldar", a, 0x123456789abcdef0);
    __asm__ volatile("stlrb %w3, [%2]\n\t"
                     "ldar %w0, [%2]\n\t"
                     "stlrh %w3, [%2]\n\t"
                     "ldarh %w1, [%2]"
                     : "=&r"(a), "=&r"(b)
                     : "r"(cell), "r"(0xffff5511)
                     : "memory");
    CHECK("stlrb", a, 0x9abcde11);
    CHECK("ldarh", b, 0x5511);
    CHECK("stlrh", cell[0], 0x123456789abc5511);
}

int main(void)
{
    size_8();
    size_16();
    size_32();
    size_64();
    reservations();
    traps();
    system_calls();
    no_reservation();
    pairs();
    loops();
    plain_acquire_release();
    return check_result();
}
