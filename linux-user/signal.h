// SPDX-License-Identifier: MIT
/*
 * Guest signals (doc/signals.md, L6).
 *
 * For all but SEGV, BUS, ILL, FPE and TRAP the host kernel owns mask, queues
 * and dispositions: the guest's mask is the host's.  For those five Ferry's
 * handler always stands and is never blocked; the guest's mask and
 * disposition of them are applied here.
 *
 * An asynchronous handler stores one siginfo, kicks, and returns with all
 * asynchronous signals blocked until the guest's frame is built.
 */
#ifndef FERRY_SIGNAL_H
#define FERRY_SIGNAL_H

#include "lock.h"
#include "types.h"

#include <stdatomic.h>

struct task;

#define GUEST_NSIG 64

static inline uint64_t signal_bit(int sig)
{
    return 1ull << (sig - 1);
}

/* SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGTRAP. */
#define SIGNALS_OWN \
    ((1ull << 10) | (1ull << 6) | (1ull << 3) | (1ull << 7) | (1ull << 4))

/* A siginfo_t as both kernels lay it out (lp64). */
struct guest_siginfo {
    int32_t signo, err, code, pad;
    uint64_t fields[14];
};

/* struct sigaction of the kernel, lp64-generic. */
struct guest_sigaction {
    uint64_t handler; /* 0 SIG_DFL, 1 SIG_IGN */
    uint64_t flags;
    uint64_t restorer; /* valid with SA_RESTORER */
    uint64_t mask;
};

/* stack_t */
struct guest_stack {
    uint64_t sp;
    int32_t flags, pad;
    uint64_t size;
};

/* CLONE_SIGHAND. */
struct sighand {
    _Atomic uint32_t refs;
    struct lock lock;
    uint64_t known; /* actions[] holds it; else it is the host's, inherited */
    struct guest_sigaction actions[GUEST_NSIG]; /* [sig - 1] */
};

/* What came of the five since a system call began. */
enum own_came {
    OWN_NONE,
    OWN_UNSEEN, /* only what was dropped, or is held until the mask changes */
    OWN_SEEN,   /* one to be delivered */
};

/* The part of a task that signals need; written by its own thread. */
struct task_signals {
    volatile bool stored_valid; /* a handler put one in `stored` */
    bool mask_saved; /* saved_mask is the guest's, the host's blocks all */
    atomic_bool wait_mask_valid; /* a call waits under wait_mask, see below */
    bool fault_valid;            /* `fault` says more about cpu->exception */
    struct guest_siginfo stored;
    struct guest_siginfo fault;
    uint64_t saved_mask;
    uint64_t wait_mask;
    /* The guest's mask of the five, and what it takes in spite of that. */
    _Atomic uint64_t own_blocked, own_waited;
    _Atomic uint64_t own_held; /* those of the five that wait for this task */
    struct guest_siginfo held[5];
    volatile uint8_t own_came; /* enum own_came */
    struct guest_stack stack;  /* sigaltstack */
};

/*
 * The bodies of the system calls.  Pointers are Ferry's; results 0 or -errno.
 */
long signal_action(struct task *t, int sig, const struct guest_sigaction *act,
                   struct guest_sigaction *old);
/* how is SIG_BLOCK 0, SIG_UNBLOCK 1, SIG_SETMASK 2; set NULL: only asks. */
long signal_procmask(struct task *t, int how, const uint64_t *set,
                     uint64_t *old);
long signal_altstack(struct task *t, const struct guest_stack *set,
                     struct guest_stack *old);
void signal_pending(struct task *t, uint64_t *set);
/* Always -EINTR or SYSCALL_UNDONE. */
long signal_suspend(struct task *t, uint64_t set);
/*
 * timeout is 0 or the address of the kernel's struct timespec, which may be
 * unreadable.  The signal's number or -errno.
 */
long signal_timedwait(struct task *t, uint64_t set, struct guest_siginfo *info,
                      uint64_t timeout);
/* rt_sigreturn: takes the frame at sp; the caller returns SYSCALL_NORETURN. */
void signal_return(struct task *t);

/*
 * Before a call that sleeps under a mask of its own (ppoll, pselect,
 * epoll_pwait): the mask that the handler's frame starts from if a signal ends
 * it.  mask may hold any of the five; returns what the host is to be given.
 */
uint64_t signal_wait_begin(struct task *t, uint64_t mask);
void signal_wait_end(struct task *t);

/* True if the run loop has a signal to deliver. */
bool signal_waiting(const struct task *t);
/*
 * Delivers what is stored or held: builds a frame, ends the process, or drops
 * it.  Restores the host's mask.  Called by the run loop with cpu exact.
 */
void signal_deliver(struct task *t);
/*
 * A synchronous signal of the guest itself: delivered now whatever is blocked;
 * blocked or ignored it is fatal, as the kernel's force_sig.
 */
void signal_force(struct task *t, const struct guest_siginfo *info);
/* The guest's SIGSEGV for a frame that can't be built or read. */
void signal_force_segv(struct task *t);
/*
 * What the host told of the fault that translator_recover() turned into
 * cpu->exception; NULL if there was none.  Valid once.
 */
const struct guest_siginfo *signal_fault(struct task *t);
/* True if sig is caught and not blocked, or would be were it not a fault. */
bool signal_is_fatal(struct task *t, int sig);

/*
 * clone, exec and exit: blocks the signals of set, which holds all that are
 * asynchronous; false if one is stored already (nothing blocked then: return
 * SYSCALL_UNDONE).  *mask is the guest's true mask for signal_unblock() on
 * each side.
 */
bool signal_block_all(struct task *t, uint64_t set, uint64_t *mask);
/*
 * The signals whose default action the host's kernel takes by itself, which
 * therefore need not be blocked while a vfork waits: they end it.
 */
uint64_t signal_host_defaults(void);
/*
 * Instead of signal_unblock() where a handler may have come: its signal is
 * delivered behind the call.
 */
void signal_unblock_stored(struct task *t, uint64_t mask);
/*
 * Those of the five that were sent to the process and that t blocks go to its
 * thread group, and to whichever thread takes them.
 */
void signal_held_share(struct task *t);
/* The same at the end of a thread, all signals blocked. */
void signal_held_leave(struct task *t);
/*
 * At exec: what waits for t goes into the kernel for its next image, which is
 * Ferry's or, without to_ferry, a program of the host.
 */
void signal_held_queue(struct task *t, bool to_ferry);
/*
 * For the guest's rt_sigqueueinfo and its like: marks a signal of the five
 * that says fault, as a thread may send to itself; false for all others.
 */
bool signal_mark_sent(struct guest_siginfo *info, int sig);
void signal_unblock(struct task *t, uint64_t mask);
/*
 * For a host program, last before its execve: puts mask and dispositions of
 * the five into the host too.
 */
void signal_hand_over(struct task *t, uint64_t mask);
/* Dispositions after exec: caught ones become SIG_DFL. */
void signal_exec_reset(struct task *t);

/*
 * At start: installs the five handlers and the alternate stack of t, and
 * learns what was inherited.  After an exec of Ferry's own, mask and ignored
 * (of the five) come from the record; else mask is NULL.  Asynchronous
 * signals stay blocked until signal_start().
 */
void signal_init(struct task *t, const uint64_t *mask, uint64_t ignored);
/* Last before the guest runs: its mask becomes the host's. */
void signal_start(struct task *t);
/* Gives the host t's alternate stack. */
void signal_stack_install(struct task *t);

/* Kills this process by sig, with the host's own default action. */
_Noreturn void signal_die(int sig);

#endif
