// SPDX-License-Identifier: MIT
/* What a process sets for itself that would be Ferry's if the host set it. */
#define _GNU_SOURCE
#include "guest-memory.h"
#include "hostcall.h"
#include "syscall-tables/syscall-bodies.gen.h"

#include <sys/personality.h>

#define TSC_ENABLED        1 /* PR_TSC_ENABLE */
#define TAGGED_ADDR_ENABLE 1 /* PR_TAGGED_ADDR_ENABLE */

long sys_prctl_PR_SET_MDWE(struct task *t, int32_t op, uint64_t bits,
                           uint64_t a, uint64_t b, uint64_t c)
{
    (void)op;
    if (a || b || c || bits > UINT32_MAX)
        return -EINVAL;
    return uspace_deny_exec(t, (unsigned)bits);
}

long sys_prctl_PR_GET_MDWE(struct task *t, int32_t op, uint64_t a, uint64_t b,
                           uint64_t c, uint64_t d)
{
    (void)op;
    if (a || b || c || d)
        return -EINVAL;
    return t->mm->space.mdwe;
}

/* A processor without memory tagging has no other bits. */
long sys_prctl_PR_SET_TAGGED_ADDR_CTRL(struct task *t, int32_t op,
                                       uint64_t mode, uint64_t a, uint64_t b,
                                       uint64_t c)
{
    (void)op;
    if (a || b || c || mode > TAGGED_ADDR_ENABLE ||
        !t->abi->isa->ignores_top_byte)
        return -EINVAL;
    t->tagged.abi = mode;
    return 0;
}

long sys_prctl_PR_GET_TAGGED_ADDR_CTRL(struct task *t, int32_t op, uint64_t a,
                                       uint64_t b, uint64_t c, uint64_t d)
{
    (void)op;
    if (a || b || c || d || !t->abi->isa->ignores_top_byte)
        return -EINVAL;
    return t->tagged.abi ? TAGGED_ADDR_ENABLE : 0;
}

/* Readings of the counter are not trapped: that mode is refused. */
long sys_prctl_PR_SET_TSC(struct task *t, int32_t op, int32_t mode)
{
    (void)t;
    (void)op;
    return mode == TSC_ENABLED ? 0 : -EINVAL;
}

long sys_prctl_PR_GET_TSC(struct task *t, int32_t op, gaddr_t mode)
{
    int32_t enabled = TSC_ENABLED;
    (void)op;
    return guest_write(t, mode, &enabled, sizeof enabled);
}

/* A processor without AArch32 has no 32-bit personality. */
long sys_personality(struct task *t, uint32_t persona)
{
    if (persona == UINT32_MAX)
        return HOST(personality, persona);
    if ((persona & PER_MASK) == PER_LINUX32)
        return -EINVAL;
    t->mm->space.read_exec = persona & READ_IMPLIES_EXEC;
    return HOST(personality, persona);
}
