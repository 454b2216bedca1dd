// SPDX-License-Identifier: MIT
/* Signal calls: the guest's structs in and out; signal.h does the rest. */
#define _GNU_SOURCE
#include "guest-memory.h"
#include "hostcall.h"
#include "signal.h"
#include "syscall-args.h"
#include "syscall-tables/syscall-bodies.gen.h"
#include "syscall.h"

#define SIGSET_BYTES 8
/* struct kernel_siginfo; more is read only of codes that it does not know. */
#define SIGINFO_BYTES 48

long sys_rt_sigaction(struct task *t, int32_t sig, gaddr_t new, gaddr_t old,
                      uint64_t size)
{
    struct guest_sigaction act, was;
    if (size != SIGSET_BYTES)
        return -EINVAL;
    if (new &&guest_read(t, &act, new, sizeof act))
        return -EFAULT;
    long err = signal_action(t, sig, new ? &act : NULL, &was);
    if (!err && old)
        err = guest_write(t, old, &was, sizeof was);
    return err;
}

long sys_rt_sigprocmask(struct task *t, int32_t how, gaddr_t new, gaddr_t old,
                        uint64_t size)
{
    uint64_t set, was;
    if (size != SIGSET_BYTES)
        return -EINVAL;
    if (new &&guest_read(t, &set, new, sizeof set))
        return -EFAULT;
    long err = signal_procmask(t, how, new ? &set : NULL, &was);
    if (!err && old)
        err = guest_write(t, old, &was, sizeof was);
    return err;
}

/* The kernel writes as much as it is asked for, up to its own size. */
long sys_rt_sigpending(struct task *t, gaddr_t set, uint64_t size)
{
    uint64_t pending;
    if (size > SIGSET_BYTES)
        return -EINVAL;
    signal_pending(t, &pending);
    return guest_write(t, set, &pending, size);
}

long sys_rt_sigsuspend(struct task *t, gaddr_t mask, uint64_t size)
{
    uint64_t set;
    if (size != SIGSET_BYTES)
        return -EINVAL;
    if (guest_read(t, &set, mask, sizeof set))
        return -EFAULT;
    return signal_suspend(t, set);
}

long sys_rt_sigtimedwait(struct task *t, gaddr_t set, gaddr_t info,
                         gaddr_t timeout, uint64_t size)
{
    uint64_t wanted;
    struct guest_siginfo got;
    if (size != SIGSET_BYTES)
        return -EINVAL;
    if (guest_read(t, &wanted, set, sizeof wanted))
        return -EFAULT;
    long r = signal_timedwait(t, wanted, &got, timeout);
    if (r > 0 && info && guest_write(t, info, &got, sizeof got))
        return -EFAULT;
    return r;
}

long sys_rt_sigreturn(struct task *t)
{
    signal_return(t);
    return SYSCALL_NORETURN;
}

long sys_sigaltstack(struct task *t, gaddr_t new, gaddr_t old)
{
    struct guest_stack set, was;
    if (new &&guest_read(t, &set, new, sizeof set))
        return -EFAULT;
    long err = signal_altstack(t, new ? &set : NULL, &was);
    if (!err && old)
        err = guest_write(t, old, &was, sizeof was);
    return err;
}

/*
 * Where the kernel is to read the siginfo: the guest's, but for one that has
 * to be marked.  The kernel sees to what may be said of a signal to whom.
 */
static uint64_t info_pointer(struct task *t, gaddr_t from, int32_t sig,
                             struct guest_siginfo *sent)
{
    *sent = (struct guest_siginfo){0};
    if (from && !guest_read(t, sent, from, SIGINFO_BYTES) &&
        signal_mark_sent(sent, sig))
        return (uintptr_t)sent;
    return from ? arg_pointer(t, from, SIGINFO_BYTES) : 0;
}

long sys_rt_sigqueueinfo(struct task *t, int32_t pid, int32_t sig, gaddr_t info)
{
    struct guest_siginfo sent;
    return HOST(rt_sigqueueinfo, pid, sig, info_pointer(t, info, sig, &sent));
}

long sys_rt_tgsigqueueinfo(struct task *t, int32_t pid, int32_t tid,
                           int32_t sig, gaddr_t info)
{
    struct guest_siginfo sent;
    return HOST(rt_tgsigqueueinfo, pid, tid, sig,
                info_pointer(t, info, sig, &sent));
}

long sys_pidfd_send_signal(struct task *t, int32_t pidfd, int32_t sig,
                           gaddr_t info, struct pidfd_signal_flags flags)
{
    struct guest_siginfo sent;
    return HOST(pidfd_send_signal, pidfd, sig,
                info_pointer(t, info, sig, &sent), flags.bits);
}
