// SPDX-License-Identifier: MIT
/*
 * Ferry's handlers of host signals.
 *
 * Requirements (doc/signals.md):
 *  - A handler finds its task at the base of the alternate stack it runs on.
 *  - An asynchronous one stores its siginfo, makes the interrupted code see it
 *    (by the kick word, or by taking back a system call that has not
 *    happened), and returns with all asynchronous signals blocked, so that
 *    there is at most one stored.  It touches no lock and no guest memory.
 *  - A fault belongs to generated code (exact registers are recovered), to a
 *    copy of guest memory (which goes on at its fix-up), or to Ferry, which
 *    then names itself as the cause and ends.
 *  - A SIGSEGV, SIGBUS, SIGILL, SIGFPE or SIGTRAP that was sent is held until
 *    the guest's own mask of them lets it through.
 */
#define _GNU_SOURCE
#include "signal-host.h"

#include "arena.h"
#include "hostcall.h"
#include "log.h"
#include "task.h"
#include "translator.h"

#include <signal.h>
#include <string.h>
#include <ucontext.h>

#ifndef SA_RESTORER
#    define SA_RESTORER 0x04000000
#endif

#define FLAGS_MIRRORED \
    ((uint32_t)(SA_RESTART | SA_NOCLDSTOP | SA_NOCLDWAIT | SA_RESETHAND))
#define FLAGS_HANDLER (SA_SIGINFO | SA_ONSTACK | SA_RESTORER)

static const int own_signals[5] = {SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGTRAP};

unsigned own_index(int sig)
{
    unsigned i = 0;

    while (i < ARRAY_SIZE(own_signals) - 1 && own_signals[i] != sig)
        i++;
    return i;
}

static uint64_t *context_mask(void *context)
{
    return (uint64_t *)&((ucontext_t *)context)->uc_sigmask;
}

/* If a system call that may be taken back has not happened, it does not. */
static void window_undo(void *context)
{
    const char *pc = host_context_pc(context);

    if (pc >= host_syscall_check && pc < host_syscall_done)
        host_context_set_pc(context, host_syscall_undone);
}

static void async_handler(int sig, siginfo_t *info, void *context)
{
    struct task *t = task_of_stack(&sig);
    struct task_signals *s = &t->sig;
    uint64_t *mask = context_mask(context);

    memcpy(&s->stored, info, sizeof(s->stored));
    s->saved_mask = *mask;
    s->mask_saved = true;
    s->stored_valid = true;
    *mask = MASK_ASYNC;
    cpu_kick(t->cpu, KICK_SIGNAL);
    window_undo(context);
}

/*
 * One of the five that somebody sent.  As in a kernel, it is lost if it is
 * ignored and not blocked; the action is one word, read without its lock.
 */
static void own_sent(struct task *t, int sig, siginfo_t *info, void *context)
{
    const volatile uint64_t *action = &t->sighand->actions[sig - 1].handler;
    struct task_signals *s = &t->sig;
    bool blocked = own_mask(t) & signal_bit(sig);

    window_undo(context);
    if (s->own_came == OWN_NONE)
        s->own_came = OWN_UNSEEN;
    cpu_kick(t->cpu, KICK_SIGNAL);
    if (info->si_code > 0)
        info->si_code &= ~CODE_SENT;
    if (!blocked && *action == SIG_IGNORE)
        return;
    if (info->si_code != CODE_WAKE && !(s->own_held & signal_bit(sig))) {
        memcpy(&s->held[own_index(sig)], info, sizeof(s->held[0]));
        atomic_fetch_or(&s->own_held, signal_bit(sig));
    }
    if (!blocked && (held_set(t) & signal_bit(sig)))
        s->own_came = OWN_SEEN;
}

static const char *own_name(int sig)
{
    static const char names[5][8] = {"SIGSEGV", "SIGBUS", "SIGILL", "SIGFPE",
                                     "SIGTRAP"};

    return names[own_index(sig)];
}

/* A fault in code of Ferry's own: says so and ends by the same signal. */
static _Noreturn void own_bug(struct task *t, int sig, const siginfo_t *info,
                              const void *context)
{
    uint64_t pc = (uintptr_t)host_context_pc(context);
    struct host_sigaction dfl = {0};
    char where[128];

    for (unsigned i = 0; i < ARRAY_SIZE(own_signals); i++)
        HOST(rt_sigaction, own_signals[i], &dfl, 0, 8);
    uspace_describe(pc, where, sizeof(where));
    report("internal error: %s at host address 0x%lx (%s), access to 0x%lx",
           own_name(sig), pc, where, (uint64_t)(uintptr_t)info->si_addr);
    uspace_describe(t->cpu->pc, where, sizeof(where));
    report("the guest was at 0x%lx (%s); the fault is Ferry's, not the "
           "program's",
           t->cpu->pc, where);
    signal_die(sig);
}

static void own_handler(int sig, siginfo_t *info, void *context)
{
    struct task *t = task_of_stack(&sig);
    const void *fixup;

    /* SI_USER, SI_TKILL, SI_QUEUE, ... */
    if (info->si_code <= 0 || (info->si_code & CODE_SENT)) {
        if (core_interrupts(t, context, *context_mask(context)))
            return;
        own_sent(t, sig, info, context);
        return;
    }
    if (t->cpu->translator &&
        translator_recover(t->cpu, context, (uintptr_t)info->si_addr)) {
        memcpy(&t->sig.fault, info, sizeof(t->sig.fault));
        t->sig.fault_valid = true;
        return;
    }
    fixup = host_fixup(host_context_pc(context));
    if (fixup) {
        host_context_set_pc(context, fixup);
        return;
    }
    own_bug(t, sig, info, context);
}

long host_action_set(int sig, const struct guest_sigaction *action)
{
    struct host_sigaction host = {
        .handler = action->handler,
        .flags = SA_RESTORER | (action->flags & FLAGS_MIRRORED),
        .restorer = (uintptr_t)host_sigreturn,
        .mask = MASK_ASYNC,
    };

    if (action->handler > SIG_IGNORE || core_catches(sig, action)) {
        host.handler = (uintptr_t)async_handler;
        host.flags |= FLAGS_HANDLER;
    }
    if (core_catches(sig, action))
        host.flags |= SA_RESTART;
    /* Else the default would be the host's then, with a core of Ferry. */
    if (core_signal(sig))
        host.flags &= ~(uint64_t)SA_RESETHAND;
    return HOST(rt_sigaction, sig, &host, 0, 8);
}

uint64_t host_action_inherited(int sig)
{
    struct host_sigaction host = {0};

    HOST(rt_sigaction, sig, 0, &host, 8);
    return host.handler > SIG_IGNORE ? SIG_DEFAULT : host.handler;
}

uint64_t signal_host_defaults(void)
{
    struct host_sigaction host;
    uint64_t set = 0;

    for (int sig = 1; sig <= GUEST_NSIG; sig++)
        if (HOST(rt_sigaction, sig, 0, &host, 8) == 0 &&
            host.handler == SIG_DEFAULT)
            set |= signal_bit(sig);
    return set;
}

void signal_stack_install(struct task *t)
{
    stack_t stack = {.ss_sp = (char *)t->alt_stack + HOST_PAGE,
                     .ss_size = ALT_STACK_BYTES - HOST_PAGE};

    HOST(sigaltstack, &stack, 0);
}

void signal_init(struct task *t, const uint64_t *mask, uint64_t ignored)
{
    struct host_sigaction host = {
        .handler = (uintptr_t)own_handler,
        .flags = FLAGS_HANDLER | SA_RESTART | SA_NODEFER,
        .restorer = (uintptr_t)host_sigreturn,
        .mask = MASK_ASYNC,
    };
    struct task_signals *s = &t->sig;
    uint64_t all = ~0ull, async = MASK_ASYNC, inherited;

    HOST(rt_sigprocmask, SIG_SETMASK, &all, &inherited, 8);
    s->saved_mask = mask ? *mask : inherited;
    s->own_blocked = s->saved_mask & SIGNALS_OWN;
    signal_stack_install(t);
    for (unsigned i = 0; i < ARRAY_SIZE(own_signals); i++) {
        int sig = own_signals[i];
        struct host_sigaction old = {0};

        HOST(rt_sigaction, sig, &host, &old, 8);
        if (old.handler == SIG_IGNORE || (ignored & signal_bit(sig)))
            t->sighand->actions[sig - 1].handler = SIG_IGNORE;
    }
    t->sighand->known = SIGNALS_OWN;
    /* One of the five that waited for this program is held from here on. */
    HOST(rt_sigprocmask, SIG_SETMASK, &async, 0, 8);
}

void signal_start(struct task *t)
{
    uint64_t mask = t->sig.saved_mask & MASK_ASYNC;

    core_watch(t);
    HOST(rt_sigprocmask, SIG_SETMASK, &mask, 0, 8);
}

_Noreturn void signal_die(int sig)
{
    struct host_sigaction dfl = {.flags = SA_RESTORER,
                                 .restorer = (uintptr_t)host_sigreturn};
    uint64_t bit = signal_bit(sig);

    HOST(rt_sigaction, sig, &dfl, 0, 8);
    HOST(rt_sigprocmask, SIG_UNBLOCK, &bit, 0, 8);
    HOST(tgkill, HOST(getpid), HOST(gettid), sig);
    /* Where init of a pid namespace is spared the default action. */
    for (;;)
        HOST(exit_group, 128 + sig);
}

void signal_hand_over(struct task *t, uint64_t mask)
{
    struct host_sigaction host = {.flags = SA_RESTORER,
                                  .restorer = (uintptr_t)host_sigreturn};

    mask = (mask & MASK_ASYNC) | t->sig.own_blocked;
    HOST(rt_sigprocmask, SIG_SETMASK, &mask, 0, 8);
    for (unsigned i = 0; i < ARRAY_SIZE(own_signals); i++) {
        int sig = own_signals[i];
        bool ignored = t->sighand->actions[sig - 1].handler == SIG_IGNORE;

        host.handler = ignored ? SIG_IGNORE : SIG_DEFAULT;
        HOST(rt_sigaction, sig, &host, 0, 8);
    }
    signal_held_queue(t, false);
}
