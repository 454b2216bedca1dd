// SPDX-License-Identifier: MIT
/*
 * Running guest code.  Implemented by jit/; used by a personality
 * (linux-user) or a machine (system).
 *
 * One struct translator belongs to one guest address space and is shared by
 * all cpus that run in it; its functions lock for themselves and may be
 * called from any of their threads.  No libc is used (see doc/memory.md).
 */
#ifndef FERRY_TRANSLATOR_H
#define FERRY_TRANSLATOR_H

#include "cpu.h"
#include "types.h"

struct isa;
struct mem;

struct translator_config {
    const struct isa *isa;
    const struct mem *mem;
    size_t cache_bytes;     /* of generated code; 0: the default */
    uint32_t features;      /* of enum host_feature: what code may use */
    unsigned max_guest;     /* guest instructions per region; 0: default */
    bool chain;             /* link direct edges */
    unsigned few_registers; /* tests: so many fewer pinned registers */
    bool always_lend;       /* tests: pins, whatever it costs (pins.h) */
    /* The guest's counter at 1 GHz; NULL: CLOCK_MONOTONIC by a system call. */
    uint64_t (*counter)(void);
    /*
     * Called, with no lock held, by a thread that has waited long for cpus to
     * pass a safepoint: their threads may have been killed, and are to be
     * detached then.  NULL: none can be.
     */
    void (*stalled)(void);
};

/* NULL if memory can't be had. */
struct translator *translator_create(const struct translator_config *config);
void translator_destroy(struct translator *tr);

/*
 * cpu->isa, mem and registers are set by the caller; gives the cpu its jump
 * cache and hint stack and enters it in the list of sharers.  False if memory
 * can't be had.
 */
bool translator_attach(struct translator *tr, struct cpu *cpu);
void translator_detach(struct cpu *cpu);

/*
 * Runs the guest from cpu->pc until something needs the caller.  All guest
 * registers are in their cpu struct before and after.
 */
enum cpu_exit translator_run(struct cpu *cpu);

/*
 * The guest is made to enter a function, a signal's handler, that returns to
 * return_address: predicts that return, as a call does.  Outside generated
 * code.
 */
void translator_hint_push(struct cpu *cpu, gaddr_t return_address);

/*
 * In a host signal handler: if the host instruction at the interrupted pc is
 * generated code of cpu, writes the exact guest state into cpu, its exception
 * into cpu->exception (kind DATA; address from the side table where the host
 * gives none) and redirects the context so that translator_run() returns
 * CPU_EXIT_EXCEPTION.  False if the pc is not in generated code.
 * context is the handler's ucontext_t, fault_address its si_addr.
 */
bool translator_recover(struct cpu *cpu, void *context, gaddr_t fault_address);
/* True if host pc lies in generated code or its entry and exit stubs. */
bool translator_owns_pc(const struct translator *tr, const void *host_pc);

/*
 * The guest announced, or the kernel call implies, that code in [start, end)
 * may have changed.  Unlinks at once; waits for nobody.  self: the cpu of the
 * calling thread, if it has one; it must leave generated code before.
 */
void translator_invalidate(struct translator *tr, gaddr_t start, gaddr_t end,
                           struct cpu *self);
/* Retires everything, as a full cache does. */
void translator_flush(struct translator *tr);

/*
 * A sharer with this thread id is dead (a vfork child that was killed): takes
 * back what it held.  Called by a thread outside generated code, before the
 * dead one's cpu is detached.
 */
void translator_reclaim(struct translator *tr, uint32_t tid);

/*
 * Around a clone that copies memory: locks are held across it, so that the
 * child gets a consistent copy; the child calls _child, which also drops the
 * cpus that it does not have.
 */
void translator_fork_prepare(struct translator *tr);
void translator_fork_parent(struct translator *tr);
void translator_fork_child(struct translator *tr, struct cpu *self);

/* The FP status flags in the manual's FPSR bits (IOC DZC OFC UFC IXC IDC). */
uint32_t translator_get_fpsr(const struct cpu *cpu);
void translator_set_fpsr(struct cpu *cpu, uint32_t fpsr);
/* NZCV in bits 31:28. */
uint32_t translator_get_nzcv(const struct cpu *cpu);
void translator_set_nzcv(struct cpu *cpu, uint32_t nzcv);
/* The personality changed FP control: sets rounding and mode from the isa. */
void translator_sync_mode(struct cpu *cpu);

/* Counters of `-d stats`, in the order of translator-stats.def. */
struct print;
void translator_print_stats(struct print *out, struct translator *tr);

#endif
