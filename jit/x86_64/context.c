// SPDX-License-Identifier: MIT
/* The interrupted pc of a host signal frame; the thread's shadow stack. */
#define _GNU_SOURCE
#include "host.h"

#include <sys/syscall.h>
#include <ucontext.h>

/* arch_prctl(2); Linux's asm/prctl.h has them since 6.6. */
#define ARCH_SHSTK_DISABLE 0x5002
#define ARCH_SHSTK_STATUS  0x5005
#define ARCH_SHSTK_SHSTK   1ul

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

bool host_shadow_stack_off(void)
{
    unsigned long on = 0;

    if (host_syscall(SYS_arch_prctl, ARCH_SHSTK_STATUS, (long)&on, 0, 0, 0, 0))
        return true; /* a kernel without */
    return !(on & ARCH_SHSTK_SHSTK) ||
           !host_syscall(SYS_arch_prctl, ARCH_SHSTK_DISABLE, ARCH_SHSTK_SHSTK,
                         0, 0, 0, 0);
}
