// SPDX-License-Identifier: MIT
/*
 * Making and ending tasks (doc/linux.md, L3).
 *
 * Each of the guest's clones is one of the host's, with the guest's flags and
 * pointers for tids, so that namespaces, exit signals, clear_child_tid and
 * vfork's wait are the kernel's own.
 *  - Without CLONE_VM the child goes on with the copy of everything: the same
 *    struct task, which task_forked() makes its own.  All of Ferry's locks
 *    are held across the clone.  With CLONE_VFORK the parent is in the kernel
 *    for long then, and has lent them (struct lender).
 *  - With CLONE_VM it has a task and a C stack of its own in the shared
 *    memory.  A thread frees them itself at its end.  After vfork the parent
 *    does, whom the kernel holds back until the child executes or ends.
 * All signals are blocked meanwhile, and no asynchronous one is stored.
 */
#define _GNU_SOURCE
#include "arena.h"
#include "exec.h"
#include "guest-memory.h"
#include "hostcall.h"
#include "report.h"
#include "run.h"
#include "signal.h"
#include "syscall-args.h"
#include "syscall-tables/syscall-bodies.gen.h"
#include "syscall.h"

#include <fcntl.h>
#include <linux/sched.h>
#include <signal.h>

#ifndef CLONE_CLEAR_SIGHAND
#    define CLONE_CLEAR_SIGHAND 0x100000000ULL
#endif

/* What Ferry sees to itself. */
#define FLAGS_OURS (CLONE_SETTLS | CLONE_CLEAR_SIGHAND)

struct birth {
    struct clone_args args;      /* the guest's; pointers checked */
    bool three;                  /* by clone3 */
    struct task *child;          /* CLONE_VM: its task */
    struct tgroup *parent_group; /* vfork: the child unlocks its `exec` */
    uint64_t mask;               /* the guest's */
    int32_t parent;              /* tid */
};

/* The host's call. */
struct birth_call {
    uint64_t words[6];
    struct clone_args args;
};

/* stack: where the child's begins; NULL: it has a copy of the caller's. */
static void call_fill(const struct birth *b, char *stack,
                      struct birth_call *out)
{
    const struct task *child = b->child;
    const struct clone_args *a = &b->args;
    uint64_t flags = a->flags & ~FLAGS_OURS;
    if (b->three) {
        out->args = *a;
        out->args.flags = flags;
        out->args.tls = 0;
        out->args.stack = 0;
        out->args.stack_size = 0;
        if (stack) {
            out->args.stack = (uintptr_t)child->c_stack - C_STACK_BYTES;
            out->args.stack_size = (uintptr_t)stack - out->args.stack;
        }
        out->words[0] = SYS_clone3;
        out->words[1] = (uintptr_t)&out->args;
        out->words[2] = sizeof out->args;
        return;
    }
    out->words[0] = SYS_clone;
    out->words[1] = flags | a->exit_signal;
    out->words[2] = (uintptr_t)stack;
    out->words[3] = flags & CLONE_PIDFD ? a->pidfd : a->parent_tid;
    out->words[4] = a->child_tid;
    out->words[5] = 0;
}

/* The child's registers, but for the result of the call. */
static void child_registers(const struct birth *b, struct task *t)
{
    const struct clone_args *a = &b->args;
    if (a->stack)
        t->abi->set_sp(t->cpu, a->stack + a->stack_size);
    if (a->flags & CLONE_SETTLS)
        t->abi->set_tls(t->cpu, a->tls);
}

/* Both kinds of child, on their own side, signals still blocked. */
static void child_begin(const struct birth *b, struct task *t)
{
    t->sig.own_held = 0;
    if (b->args.flags & CLONE_CLEAR_SIGHAND)
        signal_exec_reset(t);
    report_event(t, EVENT_START, b->parent);
    signal_unblock(t, b->mask);
}

static long copied_call(const struct birth *b)
{
    struct birth_call call = {0};
    call_fill(b, NULL, &call);
    return host_syscall((long)call.words[0], (long)call.words[1],
                        (long)call.words[2], (long)call.words[3],
                        (long)call.words[4], (long)call.words[5], 0);
}

static void copied_begin(struct task *t, const struct birth *b)
{
    task_forked(t);
    child_registers(b, t);
    child_begin(b, t);
}

static long clone_copied(struct task *t, const struct birth *b)
{
    task_locks_take(t);
    long pid = copied_call(b);
    if (pid)
        task_locks_drop(t);
    else
        copied_begin(t, b);
    return pid;
}

/*
 * What ends the process ends the wait, as in a kernel: no handler can be
 * called for it while sighand's lock is held, and later only the parent's.
 */
static long vfork_copied(struct task *t, const struct birth *b)
{
    if (!lender_take(t)) {
        signal_unblock(t, b->mask);
        return -ENOMEM;
    }
    uint64_t mask = b->mask | ~signal_host_defaults();
    HOST(rt_sigprocmask, SIG_SETMASK, &mask, 0, 8);
    t->in_vfork = true;
    long pid = copied_call(b);
    t->in_vfork = false;
    if (pid) {
        lender_return(t);
        signal_unblock_stored(t, b->mask);
    } else {
        copied_begin(t, b);
    }
    return pid;
}

/* The first function of a child in shared memory, on its own stack. */
static void child_main(void *arg)
{
    struct birth *b = arg;
    struct task *t = b->child;
    if (b->parent_group)
        lock_drop(&b->parent_group->exec);
    task_start(t);
    child_begin(b, t);
    task_run(t);
}

static long clone_shared(struct task *t, struct birth *b)
{
    struct birth_call call;
    long err = task_clone(t, b->args.flags, &b->child);
    if (err)
        return err;
    child_registers(b, b->child);
    t->abi->syscall_result(b->child->cpu, 0);
    bool vfork = b->args.flags & CLONE_VFORK;
    bool thread = b->args.flags & CLONE_THREAD;
    if (!thread)
        lock_take(&t->tgroup->exec);
    b->parent_group = vfork && !thread ? t->tgroup : NULL;
    /* The parent goes on on its stack without waiting for a thread. */
    size_t bytes = ALIGN_UP(sizeof *b, 16);
    struct birth *own = (void *)((char *)b->child->c_stack - bytes);
    *own = *b;
    call_fill(b, (char *)own, &call);
    long pid = host_clone(call.words, child_main, own);
    if (!thread)
        lock_reclaim(&t->tgroup->exec, (uint32_t)t->tid);
    if (pid >= 0 && !vfork)
        return pid; /* its task is its own, and may be gone */
    /* The child has executed or ended, or never was. */
    task_reclaim(b->child);
    return pid;
}

static long birth_run(struct task *t, struct birth *b)
{
    uint64_t flags = b->args.flags;
    if ((flags & CLONE_SIGHAND) && (flags & CLONE_CLEAR_SIGHAND))
        return -EINVAL; /* the host does not see the latter */
    if (flags & CLONE_NEWPID)
        t->mm->several_pid_namespaces = true;
    if (!signal_block_all(t, ~0ull, &b->mask))
        return SYSCALL_UNDONE;
    b->parent = t->tid;
    /* Children must share the names that are removed from now on. */
    if (t->fs->root)
        fs_removed(t->fs);
    if ((flags & (CLONE_VM | CLONE_VFORK)) == CLONE_VFORK)
        return vfork_copied(t, b);
    long pid = flags & CLONE_VM ? clone_shared(t, b) : clone_copied(t, b);
    if (pid)
        signal_unblock(t, b->mask);
    return pid;
}

long sys_clone(struct task *t, struct clone_flags flags, gaddr_t stack,
               gaddr_t ptid, gaddr_t tls, gaddr_t ctid)
{
    struct birth b = {.args = {
                          /* The upper half is ignored (kernel/fork.c). */
                          .flags = (uint32_t)flags.bits & ~(uint64_t)CSIGNAL,
                          .exit_signal = flags.bits & CSIGNAL,
                          .stack = stack,
                          .parent_tid = ptid,
                          .pidfd = ptid,
                          .child_tid = ctid,
                          .tls = tls,
                      }};
    return birth_run(t, &b);
}

/* Are the bytes that this version does not know zero? */
static long check_tail(struct task *t, gaddr_t addr, uint64_t len)
{
    while (len) {
        char bytes[64];
        size_t n = len < sizeof bytes ? len : sizeof bytes;
        if (guest_read(t, bytes, addr, n))
            return -EFAULT;
        for (size_t i = 0; i < n; i++)
            if (bytes[i])
                return -E2BIG;
        addr += n;
        len -= n;
    }
    return 0;
}

long sys_clone3(struct task *t, gaddr_t args, uint64_t size)
{
    struct birth b = {.three = true};
    struct clone_args *a = &b.args;
    uint64_t known = size < sizeof *a ? size : sizeof *a;
    if (size > HOST_PAGE)
        return -E2BIG;
    if (size < CLONE_ARGS_SIZE_VER0)
        return -EINVAL;
    if (guest_read(t, a, args, known))
        return -EFAULT;
    long err = check_tail(t, args + known, size - known);
    if (err)
        return err;
    if (!a->stack != !a->stack_size ||
        (a->stack && !guest_range_ok(t, a->stack, a->stack_size)))
        return -EINVAL;
    if (a->flags & CLONE_PIDFD)
        a->pidfd = arg_pointer(t, a->pidfd, 4);
    if (a->flags & CLONE_PARENT_SETTID)
        a->parent_tid = arg_pointer(t, a->parent_tid, 4);
    if (a->flags & (CLONE_CHILD_SETTID | CLONE_CHILD_CLEARTID))
        a->child_tid = arg_pointer(t, a->child_tid, 4);
    if (a->set_tid)
        a->set_tid = arg_array(t, a->set_tid, a->set_tid_size, 4);
    return birth_run(t, &b);
}

long sys_execve(struct task *t, gaddr_t path, gaddr_t argv, gaddr_t envp)
{
    return exec_program(t, AT_FDCWD, path, argv, envp, 0);
}

long sys_execveat(struct task *t, int32_t dir, gaddr_t path, gaddr_t argv,
                  gaddr_t envp, struct at_flags flags)
{
    return exec_program(t, dir, path, argv, envp, (int)flags.bits);
}

/*
 * The last thread of a process leaves by exit, too: whose status is the
 * process's is the kernel's to say.  A vfork child's memory is its parent's
 * to free.
 */
long sys_exit(struct task *t, int32_t status)
{
    uint64_t mask;
    if (!signal_block_all(t, ~0ull, &mask))
        return SYSCALL_UNDONE;
    report_event(t, EVENT_EXIT, status);
    signal_held_leave(t);
    if (t->tgroup->tasks == 1)
        run_end(t);
    if (t->vfork_parent)
        return HOST(exit, status);
    task_exit(t, status);
}

long sys_exit_group(struct task *t, int32_t status)
{
    report_event(t, EVENT_EXIT, status);
    run_end(t);
    return HOST(exit_group, status);
}
