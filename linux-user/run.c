// SPDX-License-Identifier: MIT
/* The loop that runs a task; see run.h. */
#define _GNU_SOURCE
#include "run.h"

#include "hostcall.h"
#include "isa.h"
#include "log.h"
#include "options.h"
#include "signal.h"
#include "syscall.h"
#include "task.h"
#include "translator.h"
#include "vdso.h"

#include <errno.h>
#include <signal.h>
#include <sys/mman.h>

#define CACHE_LINE 64 /* what CTR_EL0 says */
#define PAGE_BYTES 4096

void run_end(struct task *t)
{
    char buf[512];
    struct print out;

    if (log_enabled(LOG_STATS)) {
        log_begin(&out, buf, sizeof(buf));
        translator_print_stats(&out, t->mm->translator);
        log_flush(&out);
    }
    log_sync();
}

/* The kernel's si_code for a data access that faulted on the host. */
static void data_fault(struct task *t, struct guest_siginfo *info)
{
    const struct exception *e = &t->cpu->exception;
    const struct guest_siginfo *host = signal_fault(t);

    info->signo = host ? host->signo : SIGSEGV;
    info->code = host ? host->code : SEGV_MAPERR;
    if (info->code == SI_KERNEL) { /* a non-canonical address */
        info->signo = SIGSEGV;
        info->code = SEGV_MAPERR;
    }
    info->fields[0] = e->address;
}

#ifndef MADV_POPULATE_READ
#    define MADV_POPULATE_READ 22
#endif

/* 0, or why the page at address can't be read: -EFAULT behind its file's end */
static long page_touch(gaddr_t address)
{
    gaddr_t page = ALIGN_DOWN(address, PAGE_BYTES);
    long r = HOST(madvise, page, PAGE_BYTES, MADV_POPULATE_READ);
    char here;

    if (r != -EINVAL)
        return r;
    /* It may not be read, or else the kernel (before 5.14) has no such call. */
    page = ALIGN_DOWN((uintptr_t)&here, PAGE_BYTES);
    return HOST(madvise, page, PAGE_BYTES, MADV_POPULATE_READ) ? -EFAULT : r;
}

/*
 * What may be executed but can't be read lies behind the end of its file.
 * False: another thread has changed its rights since; it is to be tried again.
 */
static bool fetch_fault(struct task *t, struct guest_siginfo *info)
{
    gaddr_t address = t->cpu->exception.address;
    uint32_t flags = uspace_flags_at(&t->mm->space, address);

    if ((flags & VMA_EXEC) && page_touch(address) != -EFAULT)
        return false;
    info->signo = flags & VMA_EXEC ? SIGBUS : SIGSEGV;
    info->code = flags & VMA_EXEC ? BUS_ADRERR
                 : flags          ? SEGV_ACCERR
                                  : SEGV_MAPERR;
    return true;
}

static void undefined_log(const struct task *t, uint32_t word)
{
    const struct isa *isa = t->abi->isa;
    const char *name = "unallocated", *reason;

    reason = isa->insn_missing((const uint8_t *)&word, sizeof(word), &name);
    log_fmt("undefined instruction %08x at 0x%lx: %s%s%s\n", word, t->cpu->pc,
            name, reason ? ", " : "", reason ? reason : "");
}

static void exception_deliver(struct task *t)
{
    const struct exception *e = &t->cpu->exception;
    struct guest_siginfo info = {.fields = {e->address}};

    switch (e->kind) {
    case EXCP_UNDEFINED:
        if (vdso_trap(t))
            return;
        if (log_enabled(LOG_UNIMP))
            undefined_log(t, e->code);
        info.signo = SIGILL;
        info.code = ILL_ILLOPC;
        info.fields[0] = t->cpu->pc;
        break;
    case EXCP_BREAKPOINT:
        info.signo = SIGTRAP;
        info.code = TRAP_BRKPT;
        info.fields[0] = t->cpu->pc;
        break;
    case EXCP_FETCH:
        if (!fetch_fault(t, &info))
            return;
        break;
    case EXCP_DATA: data_fault(t, &info); break;
    case EXCP_ALIGNMENT:
    case EXCP_PC_ALIGN:
        info.signo = SIGBUS;
        info.code = BUS_ADRALN;
        break;
    }
    if (log_enabled(LOG_INT))
        log_fmt("exception %u at 0x%lx, address 0x%lx\n", e->kind, t->cpu->pc,
                e->address);
    signal_force(t, &info);
}

/*
 * A call that was taken back leaves the guest at its instruction, as if the
 * signal had come before it.  As a return from the kernel does, it clears the
 * monitor: there may be other memory at the address by now.
 */
static void syscall_run(struct task *t)
{
    const struct abi *abi = t->abi;
    uint64_t args[6];
    long ret;

    t->cpu->monitor.size = 0;
    if (signal_waiting(t)) {
        t->cpu->pc -= abi->insn_bytes;
        return;
    }
    abi->syscall_args(t->cpu, args);
    ret = syscall_dispatch(t, abi->syscall_number(t->cpu), args);
    /* A held signal that only the mask of the wait lets through ends it. */
    if (ret == SYSCALL_UNDONE && t->sig.wait_mask_valid &&
        !t->sig.stored_valid && signal_waiting(t))
        ret = -EINTR;
    if (ret == SYSCALL_UNDONE) {
        t->cpu->pc -= abi->insn_bytes;
        t->sig.wait_mask_valid = false;
    } else if (ret != SYSCALL_NORETURN) {
        abi->syscall_result(t->cpu, ret);
    }
}

/* Delivers until nothing waits: each handler starts on top of the last. */
static void signals_run(struct task *t)
{
    do {
        atomic_fetch_and_explicit(&t->cpu->kick, ~(uint32_t)KICK_SIGNAL,
                                  memory_order_acquire);
        core_stop_point(t);
        signal_held_share(t);
        signal_deliver(t);
    } while (signal_waiting(t));
}

_Noreturn void task_run(struct task *t)
{
    for (;;) {
        enum cpu_exit why = translator_run(t->cpu);
        gaddr_t line = ALIGN_DOWN(
            isa_address(t->abi->isa, t->cpu->cache_address), CACHE_LINE);

        switch (why) {
        case CPU_EXIT_KICK: break;
        case CPU_EXIT_SYSCALL: syscall_run(t); break;
        case CPU_EXIT_EXCEPTION: exception_deliver(t); break;
        case CPU_EXIT_ICACHE:
            uspace_code_changed(t, line, line + CACHE_LINE);
            break;
        case CPU_EXIT_MODE: break;
        }
        if (atomic_load_explicit(&t->cpu->kick, memory_order_relaxed) &
            KICK_SIGNAL)
            signals_run(t);
    }
}
