// SPDX-License-Identifier: MIT
/* The interrupted pc of a host signal frame; the thread's shadow stack. */
#define _GNU_SOURCE
#include "host.h"

#include <errno.h>
#include <string.h>
#include <sys/syscall.h>
#include <ucontext.h>

/* arch_prctl(2); Linux's asm/prctl.h has them since 6.6. */
#define ARCH_SHSTK_DISABLE 0x5002
#define ARCH_SHSTK_STATUS  0x5005
#define ARCH_SHSTK_SHSTK   1ul

static const char syscall_insn[2] = {0x0f, 0x05};

void *host_context_pc(const void *context)
{
    const ucontext_t *uc = context;

    return (void *)uc->uc_mcontext.gregs[REG_RIP];
}

void host_context_set_pc(void *context, const void *pc)
{
    ucontext_t *uc = context;

    uc->uc_mcontext.gregs[REG_RIP] = (greg_t)pc;
}

/*
 * The kernel restarts a call by setting the pc back to its instruction; it ends
 * one that it can't restart by EINTR.
 */
bool host_context_waits(const void *context)
{
    const ucontext_t *uc = context;
    const char *pc = host_context_pc(context);

    if (pc < (const char *)host_syscall || pc >= host_syscall_undone)
        return false;
    return memcmp(pc, syscall_insn, sizeof(syscall_insn)) == 0 ||
           (memcmp(pc - sizeof(syscall_insn), syscall_insn,
                   sizeof(syscall_insn)) == 0 &&
            uc->uc_mcontext.gregs[REG_RAX] == -EINTR);
}

bool host_shadow_stack_off(void)
{
    unsigned long on = 0;

    if (host_syscall(SYS_arch_prctl, ARCH_SHSTK_STATUS, (long)&on, 0, 0, 0, 0))
        return true; /* a kernel without */
    return !(on & ARCH_SHSTK_SHSTK) ||
           !host_syscall(SYS_arch_prctl, ARCH_SHSTK_DISABLE, ARCH_SHSTK_SHSTK,
                         0, 0, 0, 0);
}
