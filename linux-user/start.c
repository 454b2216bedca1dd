// SPDX-License-Identifier: MIT
/* The hand-over from libc to the guest; see start.h. */
#define _GNU_SOURCE
#include "start.h"

#include "arena.h"
#include "hostcall.h"
#include "options.h"
#include "proc.h"
#include "run.h"
#include "signal.h"
#include "task.h"
#include "text.h"
#include "uspace.h"

#include <linux/auxvec.h>
#include <sys/personality.h>
#include <sys/resource.h>

#define STACK_USUAL (8ull << 20)
/* libc's start code takes no more of the break in front of its TCB. */
#define TLS_MAX (64ull << 10)

/* rseq(2) as glibc registers it on x86. */
#define RSEQ_BYTES      32
#define RSEQ_UNREGISTER 1
#define RSEQ_SIGNATURE  0x53053053

extern const char __ehdr_start[];

static uintptr_t libc_rseq;

static bool is_low(const void *p)
{
    return (uintptr_t)p < GUEST_LIMIT;
}

void start_place(char **argv, char **envp)
{
    struct guest_rlimit now, usual;
    long persona;

    if (!is_low(__ehdr_start) || !options_trusted())
        return;
    if (HOST(prlimit64, 0, RLIMIT_STACK, 0, &now))
        return;
    persona = HOST(personality, 0xffffffff);
    usual = now;
    if (usual.soft > STACK_USUAL)
        usual.soft = STACK_USUAL;
    if (usual.soft == now.soft && !(persona & ADDR_COMPAT_LAYOUT))
        return;
    HOST(prlimit64, 0, RLIMIT_STACK, &usual, 0);
    HOST(personality, persona & ~(long)ADDR_COMPAT_LAYOUT);
    HOST(execve, "/proc/self/exe", argv, envp);
    HOST(personality, persona);
    HOST(prlimit64, 0, RLIMIT_STACK, &now, 0);
}

#ifndef FERRY_SANITIZED
/* The thread that libc knows is gone; what it registered goes with it. */
static void libc_forget(void)
{
    uintptr_t tcb = (uintptr_t)__builtin_thread_pointer();
    uintptr_t end = (uintptr_t)HOST(brk, 0);

    if (libc_rseq)
        HOST(rseq, libc_rseq, RSEQ_BYTES, RSEQ_UNREGISTER, RSEQ_SIGNATURE);
    HOST(set_robust_list, 0, 24);
    HOST(set_tid_address, 0);
    /* The TCB stands at the start of the break. */
    if (is_low((void *)tcb) && end > tcb && end < GUEST_LIMIT) {
        uintptr_t start = ALIGN_DOWN(tcb, HOST_PAGE) - TLS_MAX;

        HOST(munmap, start, end - start);
    }
}
#endif

static void guest_run(void *arg)
{
    struct task *t = arg;
    struct mm *mm = t->mm;

#ifndef FERRY_SANITIZED
    libc_forget();
#endif
    proc_describe(t, (void *)mm->auxv_start, mm->auxv_end - mm->auxv_start);
    signal_start(t);
    task_run(t);
}

_Noreturn void start_hand_over(struct task *t, void *rseq)
{
    libc_rseq = (uintptr_t)rseq;
    host_stack_enter(t->c_stack, guest_run, t);
}
