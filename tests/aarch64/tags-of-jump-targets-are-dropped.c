// SPDX-License-Identifier: MIT
// build: -nostdlib -ffreestanding -D_GNU_SOURCE
/*
 * The top byte of a jump's target is gone when pc is loaded: code finds itself
 * and its return address without one (AArch64.BranchAddr; TCR_EL1.TBID0 is 0
 * under Linux).
 */
#define CHECK_SIGNALS
#include "check.h"

static uint64_t tagged(uint64_t p, unsigned tag)
{
    return p | (uint64_t)tag << 56;
}

static void jumps(unsigned tag)
{
    uint64_t here, there;
    __asm__ volatile("adr %1, 1f\n\torr x9, %1, %2\n\tbr x9\n\tmov %1, #0\n"
                     "1: adr %0, 1b"
                     : "=&r"(here), "=&r"(there)
                     : "r"(tagged(0, tag))
                     : "x9");
    CHECK("br", here, there);
    __asm__ volatile("adr x9, 1f\n\torr x9, x9, %2\n\tblr x9\n\tb 2f\n"
                     "1: adr %0, 1b - 4\n\tmov %1, x30\n\tret\n2:"
                     : "=&r"(here), "=&r"(there)
                     : "r"(tagged(0, tag))
                     : "x9", "x30");
    CHECK("blr", here, there);
    __asm__ volatile("bl 1f\n\tb 2f\n"
                     "1: mov %1, x30\n\torr x30, x30, %2\n\tret\n"
                     "2: adr %0, 2b - 16"
                     : "=&r"(here), "=&r"(there)
                     : "r"(tagged(0, tag))
                     : "x30");
    CHECK("ret", here, there);
    __asm__ volatile("adr x9, 1f\n\torr x9, x9, %2\n\tmov %1, x9\n\tret x9\n"
                     "1: mov %0, x9"
                     : "=&r"(here), "=&r"(there)
                     : "r"(tagged(0, tag))
                     : "x9");
    CHECK("the register keeps it", here, there);
}

static uint64_t add(uint64_t x)
{
    return x + 3;
}

static uint64_t subtract(uint64_t x)
{
    return x - 1;
}

/* The same few pointers, many times. */
static void calls_in_loops(unsigned tag)
{
    typedef uint64_t function(uint64_t);
    volatile uint64_t to[2] = {tagged((uint64_t)add, tag),
                               tagged((uint64_t)subtract, tag + 1)};
    uint64_t x = 0;
    for (unsigned n = 0; n < 2000; n++)
        x = ((function *)to[n & 1])(x);
    CHECK("one tag each", x, 2000);
    for (unsigned n = 0; n < 2000; n++)
        x = ((function *)tagged((uint64_t)add, n & 255))(x);
    CHECK("all tags", x, 8000);
}

/* Return addresses with tags, as unwinders may have left them. */
static void returns(unsigned tag)
{
    uint64_t n;
    __asm__ volatile(
        "mov x10, #50\n\tmov x11, sp\n\tmov x9, #0\n\tbl 1f\n\tb 3f\n"
        "1: orr x30, x30, %1\n\tstp x30, x10, [sp, #-16]!\n\tadd x9, x9, #1\n\t"
        "subs x10, x10, #1\n\tb.eq 2f\n\tbl 1b\n"
        "2: ldp x30, x10, [sp], #16\n\tret\n"
        "3: mov %0, x9"
        : "=r"(n)
        : "r"(tagged(0, tag))
        : "x9", "x10", "x11", "x30", "memory", "cc");
    CHECK("returns", n, 50);
}

/* What changes is seen by way of the same tagged pointer. */
static void changed_code(unsigned tag)
{
    enum { MOV_X0 = 0xd2800000, RET = 0xd65f03c0 };
    uint32_t *at = (uint32_t *)sys(__NR_mmap, 0, 4096, 7,
                                   MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    uint64_t to = tagged((uint64_t)at, tag);
    at[1] = RET;
    for (unsigned n = 1; n < 50; n++) {
        at[0] = MOV_X0 | n << 5;
        __asm__ volatile("dc cvau, %0\n\tdsb ish\n\tic ivau, %0\n\tdsb ish\n\t"
                         "isb"
                         :
                         : "r"(n & 1 ? to : (uint64_t)at)
                         : "memory");
        for (unsigned k = 0; k < 3; k++)
            CHECK("new code", ((uint64_t(*)(void))to)(), n);
    }
    sys(__NR_munmap, (long)at, 4096, 0, 0, 0, 0);
}

static struct {
    int sig, code;
    uint64_t pc, address;
} seen;

static void on_fault(int sig, siginfo_t *info, void *context)
{
    ucontext_t *uc = context;
    seen.sig = sig;
    seen.code = info->si_code;
    seen.pc = uc->uc_mcontext.pc;
    seen.address = (uint64_t)info->si_addr;
    uc->uc_mcontext.pc = uc->uc_mcontext.regs[30];
}

/* To where no code is: pc has no tag by then. */
static void faults(unsigned tag)
{
    char *hole = check_hole();
    check_handle(SIGSEGV, on_fault);
    check_handle(SIGBUS, on_fault);
    ((void (*)(void))tagged((uint64_t)hole + 4096, tag))();
    CHECK("signal", seen.sig, SIGSEGV);
    CHECK("pc", seen.pc, hole + 4096);
    CHECK("address", seen.address, hole + 4096);
    ((void (*)(void))tagged((uint64_t)add + 2, tag))();
    CHECK("signal", seen.sig, SIGBUS);
    CHECK("pc", seen.pc, (uint64_t)add + 2);
    ((void (*)(void))0xffff800000000000)();
    CHECK("kernel", seen.sig, SIGSEGV);
    CHECK("kernel pc", seen.pc, 0xffff800000000000);
    sys(__NR_munmap, (long)hole, 3 * 4096, 0, 0, 0, 0);
}

int main(void)
{
    static const unsigned tags[] = {0, 0x5a, 0xff, 1, 0};
    for (unsigned k = 0; k < sizeof(tags) / sizeof(tags[0]); k++) {
        jumps(tags[k]);
        calls_in_loops(tags[k]);
        returns(tags[k]);
        changed_code(tags[k]);
        faults(tags[k]);
    }
    return check_result();
}
