// SPDX-License-Identifier: MIT
/*
 * The frame of a handler is arm64's, record by record (the kernel's
 * Documentation/arch/arm64 and uapi/asm/sigcontext.h), and its return takes
 * back what a kernel takes, and nothing else.
 */
#define _GNU_SOURCE
#include "check.h"

#include <asm/sigcontext.h>
#include <setjmp.h>
#include <signal.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/auxv.h>
#include <sys/wait.h>
#include <ucontext.h>
#include <unistd.h>

struct frame {
    siginfo_t info;
    ucontext_t uc;
};

static volatile int seen;
static volatile uintptr_t sp_in_handler, x29_in_handler;

/*
 * Walks the records as unwinders and CRIU do. A kernel tells the last fault
 * again in the frames behind it.
 */
static void check_records(const ucontext_t *uc, int fault)
{
    const uint8_t *p = uc->uc_mcontext.__reserved;
    const uint8_t *end = p + sizeof uc->uc_mcontext.__reserved;
    int fp = 0, esr = 0, closed = 0;
    CHECK((uintptr_t)p % 16 == 0 && end - p == 4096);
    for (; p < end && !closed;) {
        struct _aarch64_ctx head;
        memcpy(&head, p, sizeof head);
        switch (head.magic) {
        case 0:
            CHECK(head.size == 0);
            closed = 1;
            break;
        case FPSIMD_MAGIC:
            CHECK(head.size == sizeof(struct fpsimd_context) && !fp++);
            CHECK(p == uc->uc_mcontext.__reserved);
            break;
        case ESR_MAGIC:
            CHECK(head.size == sizeof(struct esr_context) && !esr++);
            break;
        default: CHECK(!"a record that this processor has not"); return;
        }
        CHECK(head.size % 16 == 0);
        p += head.size;
    }
    CHECK(closed && fp == 1 && (esr == fault || (seen > 2 && esr == 1)));
}

static void handler(int sig, siginfo_t *info, void *context)
{
    ucontext_t *uc = context;
    const struct frame *f = (const void *)info;
    const uint64_t *record = (const uint64_t *)x29_in_handler;
    int fault = sig == SIGSEGV;
    seen++;
    CHECK((const void *)&f->uc == context && sp_in_handler == (uintptr_t)f);
    CHECK(sp_in_handler % 16 == 0);
    check_records(uc, fault);
    CHECK(uc->uc_flags == 0 && uc->uc_link == NULL);
    CHECK((uc->uc_mcontext.pstate & 0x0fffffff) == 0 ||
          (uc->uc_mcontext.pstate & 0x3df) == 0);
    CHECK(uc->uc_mcontext.fault_address == (fault ? 16 : 0) ||
          (seen > 2 && uc->uc_mcontext.fault_address == 16));
    /* The frame record behind it continues the chain. */
    CHECK(x29_in_handler ==
          (uintptr_t)f + sizeof(siginfo_t) + sizeof(ucontext_t));
    CHECK(record[0] == uc->uc_mcontext.regs[29] &&
          record[1] == uc->uc_mcontext.regs[30]);
    CHECK(getauxval(AT_MINSIGSTKSZ) >= sizeof *f + 16);
    if (fault)
        uc->uc_mcontext.pc += 4;
}

/* Notes sp and x29 at the first instruction of a handler. */
void entry(int sig, siginfo_t *info, void *context);
__asm__(".text\n"
        ".globl entry\n"
        "entry: adrp x9, sp_in_handler\n\tadd x9, x9, :lo12:sp_in_handler\n"
        "mov x10, sp\n\tstr x10, [x9]\n"
        "adrp x9, x29_in_handler\n\tadd x9, x9, :lo12:x29_in_handler\n"
        "str x29, [x9]\n\tb handler_of_entry\n");

__attribute__((used)) void handler_of_entry(int sig, siginfo_t *info,
                                            void *context)
{
    handler(sig, info, context);
}

static void fault(void)
{
    __asm__ volatile("mov x9, #16\n\tstr x9, [x9]" : : : "x9", "memory");
}

/* What a handler may do to its frame, and how the program then ends. */
static int damage;

static void spoil(int sig, siginfo_t *info, void *context)
{
    ucontext_t *uc = context;
    uint8_t *p = uc->uc_mcontext.__reserved;
    struct _aarch64_ctx *fp = (void *)p;
    struct _aarch64_ctx *last = (void *)(p + sizeof(struct fpsimd_context));
    struct fpsimd_context *v = (void *)p;
    (void)sig;
    (void)info;
    switch (damage) {
    case 0: break; /* none */
    case 1: fp->magic = 0, fp->size = 0; break;
    case 2: fp->size += 16; break;
    case 3: fp->size = 8; break;
    case 4: fp->magic = 0x12345678; break;
    case 5: *last = *fp; break; /* twice */
    case 6: last->size = 16; break;
    case 7: /* a fault's record where none was: skipped */
        last->magic = ESR_MAGIC;
        last->size = sizeof(struct esr_context);
        memset(p + fp->size + last->size, 0, 8);
        break;
    case 8: /* what no record ends */
        for (p = (void *)last; p < uc->uc_mcontext.__reserved + 4096; p += 16) {
            struct _aarch64_ctx esr = {ESR_MAGIC, 16};
            memcpy(p, &esr, sizeof esr);
        }
        break;
    case 9: uc->uc_mcontext.pstate |= 1u << 28; break; /* V */
    case 10: uc->uc_mcontext.pstate |= 5; break;       /* EL1 */
    case 11: v->fpsr = 0xffffffff, v->fpcr = 0xffffffff; break;
    }
}

/* 0: it went on; else the signal it died of. */
static int end_of(int what)
{
    int status;
    pid_t pid = fork();
    if (pid == 0) {
        struct sigaction sa = {.sa_sigaction = spoil, .sa_flags = SA_SIGINFO};
        uint64_t status = 0, control = 0, nzcv;
        damage = what;
        signal(SIGSEGV, SIG_DFL);
        sigaction(SIGUSR1, &sa, NULL);
        raise(SIGUSR1);
        __asm__("mrs %0, fpcr\n\tmrs %1, fpsr" : "=r"(control), "=r"(status));
        if (what == 11 && (control & ~0x07f79f00ul || status & ~0xf800009ful))
            _exit(2);
        __asm__ volatile("mrs %0, nzcv" : "=r"(nzcv));
        _exit(0);
    }
    waitpid(pid, &status, 0);
    return WIFSIGNALED(status) ? WTERMSIG(status) : WEXITSTATUS(status);
}

int main(void)
{
    struct sigaction sa = {.sa_sigaction = entry, .sa_flags = SA_SIGINFO};
    stack_t st = {.ss_sp = malloc(65536), .ss_size = 65536};
    sigaction(SIGUSR1, &sa, NULL);
    sigaction(SIGSEGV, &sa, NULL);
    raise(SIGUSR1);
    fault();
    CHECK(seen == 2);
    sa.sa_flags |= SA_ONSTACK;
    sigaltstack(&st, NULL);
    sigaction(SIGUSR1, &sa, NULL);
    sigaction(SIGSEGV, &sa, NULL);
    raise(SIGUSR1);
    fault();
    CHECK(seen == 4);
    for (int n = 0; n < 12; n++) {
        int bad = (n >= 1 && n <= 6) || n == 8 || n == 10;
        int got = end_of(n);
        if (got != (bad ? SIGSEGV : 0))
            printf("damage %d: ended by %d\n", n, got);
        CHECK(got == (bad ? SIGSEGV : 0));
    }
    return check_result();
}
