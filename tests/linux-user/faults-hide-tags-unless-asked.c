// SPDX-License-Identifier: MIT
// build: -march=armv8.2-a+lse
/*
 * What the handler of a fault at a tagged address is told: si_addr has the tag
 * only under SA_EXPOSE_TAGBITS, fault_address never
 * (Documentation/arch/arm64/tagged-pointers.rst); pc and registers are those of
 * the access, whether tags had been met before or not.
 */
#define _GNU_SOURCE
#include "check.h"

#include <asm/sigcontext.h>
#include <setjmp.h>
#include <signal.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <ucontext.h>
#include <unistd.h>

#define EXPOSE_TAGBITS 0x800 /* SA_EXPOSE_TAGBITS */

static struct {
    int sig, code;
    uint64_t addr, fault_address, esr, pc, x7;
} seen;
static sigjmp_buf out;

static void handler(int sig, siginfo_t *info, void *context)
{
    const mcontext_t *mc = &((ucontext_t *)context)->uc_mcontext;
    const unsigned char *p = mc->__reserved;
    struct _aarch64_ctx head;

    seen.sig = sig;
    seen.code = info->si_code;
    seen.addr = (uint64_t)info->si_addr;
    seen.fault_address = mc->fault_address;
    seen.pc = mc->pc;
    seen.x7 = mc->regs[7];
    for (; memcpy(&head, p, sizeof(head)), head.magic; p += head.size)
        if (head.magic == ESR_MAGIC)
            memcpy(&seen.esr, p + 8, 8);
    siglongjmp(out, 1);
}

static void handle(unsigned flags)
{
    struct sigaction sa = {.sa_sigaction = handler,
                           .sa_flags = (int)(SA_SIGINFO | flags)};

    sigaction(SIGSEGV, &sa, NULL);
    sigaction(SIGBUS, &sa, NULL);
}

#define TRY(insn, address)                                                     \
    do {                                                                       \
        seen.sig = 0;                                                          \
        if (sigsetjmp(out, 1) == 0)                                            \
            __asm__ volatile("mov x7, #0x1234\n\tmov x1, #0\n\t"               \
                             "mov x2, #0\n\tmov x3, #0\n\tmov x0, %0\n\t" insn \
                             :                                                 \
                             : "r"((uint64_t)(address))                        \
                             : "x0", "x1", "x2", "x3", "x7", "v0", "memory");  \
    } while (0)

static char *area; /* a page that may be read, one that may not */

static uint64_t tagged(const void *p, unsigned tag)
{
    return (uint64_t)p | (uint64_t)tag << 56;
}

#define FAULTS(insn, at, tag, is_write)                                   \
    do {                                                                  \
        uint64_t shown = expose ? tagged(at, tag) : (uint64_t)(at);       \
        TRY(insn, tagged(at, tag));                                       \
        CHECK(seen.sig == SIGSEGV && seen.code == SEGV_ACCERR);           \
        CHECK(seen.addr == shown);                                        \
        CHECK(seen.fault_address == (uint64_t)(at));                      \
        CHECK(seen.x7 == 0x1234);                                         \
        CHECK(seen.esr >> 26 == 0x24 && !!(seen.esr & 0x40) == is_write); \
    } while (0)

static void accesses(unsigned tag, bool expose)
{
    char *ro = area, *none = area + 4096;

    FAULTS("ldr x1, [x0]", none, tag, 0);
    FAULTS("ldrb w1, [x0, x2]", none + 1, tag, 0);
    FAULTS("str x1, [x0]", ro, tag, 1);
    FAULTS("stlr w1, [x0]", ro, tag, 1);
    FAULTS("str q0, [x0]", ro + 16, tag, 1);
    FAULTS("ldr q0, [x0]", none + 16, tag, 0);
    FAULTS("ldxr x1, [x0]", none, tag, 0);
    FAULTS("ldadd x1, x2, [x0]", ro, tag, 1);
    FAULTS("ldset x1, x2, [x0]", ro, tag, 1);
    FAULTS("ldset x0, x2, [x0]", ro, tag, 1);
    FAULTS("swp x1, x2, [x0]", ro, tag, 1);
    FAULTS("cas x1, x2, [x0]", ro, tag, 1);
    FAULTS("mov x1, #0\n\tcasp x2, x3, x2, x3, [x0]", ro, tag, 1);
    FAULTS("ldxr x1, [x0]\n\tstxr w2, x1, [x0]", ro, tag, 1);
    FAULTS("ldxp x1, x2, [x0]\n\tstxp w3, x1, x2, [x0]", ro, tag, 1);
}

/* The second half of an access across pages, where the host tells which. */
static void crossing(unsigned tag, bool expose)
{
    uint64_t shown = expose ? tagged(area + 4096, tag) : (uint64_t)area + 4096;

    TRY("ldr x1, [x0]", tagged(area + 4092, tag));
    CHECK(seen.sig == SIGSEGV);
    CHECK(seen.addr == shown || seen.addr == shown - 4);
}

static void misaligned(unsigned tag, bool expose)
{
    uint64_t shown = expose ? tagged(area + 4, tag) : (uint64_t)area + 4;

    TRY("ldxr x1, [x0]", tagged(area + 4, tag));
    CHECK(seen.sig == SIGBUS && seen.code == BUS_ADRALN);
    CHECK(seen.addr == shown);
    CHECK(seen.fault_address == (uint64_t)area + 4);
}

/* Where nothing is: bits 55:48 count, and the kernel's half has no tags. */
static void outside(unsigned tag, bool expose)
{
    static const uint64_t nowhere[] = {0x10, 1ull << 47, 1ull << 48,
                                       1ull << 54};
    static const uint64_t kernel[] = {0xffff800000000000, 0xff80000000000000,
                                      0x5aff800000000000, 0x0080000000000000,
                                      0xffffffffffffff00};

    for (unsigned n = 0; n < 4; n++) {
        uint64_t at = nowhere[n] | (uint64_t)tag << 56;

        TRY("ldr x1, [x0]", at);
        CHECK(seen.sig == SIGSEGV && seen.code == SEGV_MAPERR);
        CHECK(seen.addr == (expose ? at : nowhere[n]));
        CHECK(seen.fault_address == nowhere[n]);
        CHECK((seen.esr & 0x3f) == (nowhere[n] >> 48 ? 4 : 7));
    }
    for (unsigned n = 0; n < 5; n++) {
        TRY("str x1, [x0]", kernel[n]);
        CHECK(seen.sig == SIGSEGV && seen.code == SEGV_MAPERR);
        CHECK(seen.addr == kernel[n] && seen.fault_address == kernel[n]);
        CHECK((seen.esr & 0x7f) == 0x44);
    }
}

static void all(unsigned tag)
{
    for (int expose = 0; expose < 2; expose++) {
        handle(expose ? EXPOSE_TAGBITS : 0);
        accesses(tag, expose);
        crossing(tag, expose);
        misaligned(tag, expose);
        outside(tag, expose);
    }
}

/* Each part as the first that meets a tag. */
static void afresh(void (*part)(unsigned, bool))
{
    int status;

    fflush(stdout);
    if (fork() == 0) {
        handle(EXPOSE_TAGBITS);
        part(0x5a, true);
        part(0xff, true);
        _exit(check_result());
    }
    wait(&status);
    CHECK(status == 0);
}

int main(void)
{
    area = mmap(NULL, 8192, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    mprotect(area + 4096, 4096, PROT_NONE);
    afresh(accesses);
    afresh(crossing);
    afresh(misaligned);
    afresh(outside);
    all(0);
    all(0x5a);
    all(0xff);
    return check_result();
}
