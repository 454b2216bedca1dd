// SPDX-License-Identifier: MIT
/* What the handler of a fault is told: code, address, syndrome, registers. */
#define _GNU_SOURCE
#include "check.h"

#include <asm/sigcontext.h>
#include <setjmp.h>
#include <signal.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <ucontext.h>
#include <unistd.h>

static volatile sig_atomic_t sig_seen, code_seen;
static void *volatile addr_seen;
static uint64_t esr_seen, fault_address_seen, pc_seen, x7_seen;
static sigjmp_buf out;

static void handler(int sig, siginfo_t *info, void *context)
{
    const mcontext_t *mc = &((ucontext_t *)context)->uc_mcontext;
    const unsigned char *p = mc->__reserved;

    sig_seen = sig;
    code_seen = info->si_code;
    addr_seen = info->si_addr;
    pc_seen = mc->pc;
    x7_seen = mc->regs[7];
    fault_address_seen = mc->fault_address;
    esr_seen = 0;
    for (;;) {
        struct _aarch64_ctx head;

        memcpy(&head, p, sizeof(head));
        if (!head.magic)
            break;
        if (head.magic == ESR_MAGIC)
            memcpy(&esr_seen, p + 8, 8);
        p += head.size;
    }
    siglongjmp(out, 1);
}

/* Stores to p with a mark in x7. */
static void store_at(void *p)
{
    __asm__ volatile("mov x7, #0x1234\n"
                     "str x7, [%0]"
                     :
                     : "r"(p)
                     : "x7", "memory");
}

static void load_at(const void *p)
{
    uint64_t v;

    __asm__ volatile("ldr %0, [%1]" : "=r"(v) : "r"(p) : "memory");
}

#define TRY(statement)              \
    do {                            \
        sig_seen = 0;               \
        if (sigsetjmp(out, 1) == 0) \
            statement;              \
    } while (0)

int main(void)
{
    struct sigaction sa = {.sa_sigaction = handler, .sa_flags = SA_SIGINFO};
    char *ro = mmap(NULL, 8192, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    char name[] = "/tmp/ferry-test.XXXXXX";
    int fd = mkstemp(name);
    char *beyond = mmap(NULL, 4096, PROT_READ, MAP_SHARED, fd, 0);

    unlink(name);
    sigaction(SIGSEGV, &sa, NULL);
    sigaction(SIGBUS, &sa, NULL);
    sigaction(SIGILL, &sa, NULL);
    sigaction(SIGTRAP, &sa, NULL);

    TRY(store_at((void *)0x10));
    CHECK(sig_seen == SIGSEGV && code_seen == SEGV_MAPERR);
    CHECK(addr_seen == (void *)0x10 && fault_address_seen == 0x10);
    CHECK(x7_seen == 0x1234);
    CHECK(esr_seen >> 26 == 0x24 && (esr_seen & 0x40)); /* a write */
    CHECK(*(uint32_t *)pc_seen >> 22 == 0x3e4);         /* str (immediate) */

    TRY(load_at((void *)0x18));
    CHECK(sig_seen == SIGSEGV && !(esr_seen & 0x40));

    TRY(store_at(ro + 16));
    CHECK(sig_seen == SIGSEGV && code_seen == SEGV_ACCERR);
    CHECK(addr_seen == ro + 16);

    TRY(load_at(beyond));
    CHECK(sig_seen == SIGBUS && code_seen == BUS_ADRERR && addr_seen == beyond);

    TRY(load_at((void *)0x7edeadbeef000008)); /* not canonical on the host */
    CHECK(sig_seen == SIGSEGV);

    TRY(((void (*)(void))ro)());
    CHECK(sig_seen == SIGSEGV && code_seen == SEGV_ACCERR && addr_seen == ro);
    CHECK(pc_seen == (uintptr_t)ro && esr_seen >> 26 == 0x20);
    TRY(((void (*)(void))0x20)());
    CHECK(sig_seen == SIGSEGV && code_seen == SEGV_MAPERR);
    TRY(((void (*)(void))((uintptr_t)ro + 2))());
    CHECK(sig_seen == SIGBUS && code_seen == BUS_ADRALN);

    TRY(__asm__ volatile("udf #1"));
    CHECK(sig_seen == SIGILL && code_seen == ILL_ILLOPC && esr_seen == 0);
    CHECK(addr_seen == (void *)pc_seen && *(uint32_t *)pc_seen == 1);
    TRY(__asm__ volatile("brk #0x1234"));
    CHECK(sig_seen == SIGTRAP && code_seen == TRAP_BRKPT);

    close(fd);
    return check_result();
}
