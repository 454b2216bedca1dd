// SPDX-License-Identifier: MIT
/* The interrupted pc of a host signal frame. */
#define _GNU_SOURCE
#include "host.h"

#include <ucontext.h>

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
