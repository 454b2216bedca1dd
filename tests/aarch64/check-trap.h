// SPDX-License-Identifier: MIT
/* Tests of instructions that signal: one is run, and what its signal told. */
#ifndef FERRY_TESTS_AARCH64_CHECK_TRAP_H
#define FERRY_TESTS_AARCH64_CHECK_TRAP_H

#define CHECK_SIGNALS
#include "check.h"

static struct {
    unsigned count;
    int sig, code;
    uint64_t pc, address, x1;
} seen;

/* The handler: goes on behind the instruction. */
static void on_trap(int sig, siginfo_t *info, void *context)
{
    ucontext_t *uc = context;
    seen.count++;
    seen.sig = sig;
    seen.code = info->si_code;
    seen.address = (uint64_t)info->si_addr;
    seen.pc = uc->uc_mcontext.pc;
    seen.x1 = uc->uc_mcontext.regs[1];
    uc->uc_mcontext.pc += 4;
}

/* Runs one instruction with x0 = value, x1 = 11. */
#define SIGNALS(insn, value, sig_)                                   \
    do {                                                             \
        uint64_t pc_;                                                \
        seen.count = 0;                                              \
        __asm__ volatile("mov x0, %1\n\tmov x1, #11\n\tadr %0, 7f\n" \
                         "7: " insn                                  \
                         : "=&r"(pc_)                                \
                         : "r"((uint64_t)(value))                    \
                         : "x0", "x1", "x2", "x3", "memory");        \
        CHECK(insn " is signalled", seen.count, 1);                  \
        CHECK(insn " signal", seen.sig, sig_);                       \
        CHECK(insn " pc", seen.pc, pc_);                             \
        CHECK(insn " x1", seen.x1, 11);                              \
    } while (0)

#endif
