// SPDX-License-Identifier: MIT
/*
 * The head of each guest's processor state.  target/<isa>/cpu.h embeds it as
 * its first member and adds the architectural registers.  Generated code
 * keeps a pointer into this object in one host register.
 *
 * Written by the thread that runs the guest; other threads, and signal
 * handlers of the same thread, only set bits in `kick`.
 */
#ifndef FERRY_CPU_H
#define FERRY_CPU_H

#include "types.h"

#include <stdatomic.h>

struct isa;
struct mem;
struct translator;

/* Why a poll should leave generated code; see cpu_kick(). */
enum kick {
    KICK_SIGNAL = 1 << 0, /* the personality has something to deliver */
    KICK_RETIRE = 1 << 1, /* the code cache waits for a safepoint */
};

/* Why translator_run() returned. */
enum cpu_exit {
    CPU_EXIT_KICK,      /* a poll saw kick; state is exact at cpu->pc */
    CPU_EXIT_SYSCALL,   /* guest system call; pc is behind the instruction */
    CPU_EXIT_EXCEPTION, /* cpu->exception describes it; pc is at it */
    CPU_EXIT_ICACHE,    /* code at cpu->cache_address was announced stale */
    CPU_EXIT_MODE,      /* FP control changed; the translator sees to it */
};

enum exception_kind {
    EXCP_UNDEFINED,  /* encoding not allocated or not implemented */
    EXCP_BREAKPOINT, /* BRK and its like; code is the immediate */
    EXCP_FETCH,      /* the instruction at address can't be read */
    EXCP_DATA,       /* a data access faulted */
    EXCP_ALIGNMENT,  /* an access that must be aligned was not */
    EXCP_PC_ALIGN,   /* pc is not aligned for the ISA */
};

struct exception {
    enum exception_kind kind;
    gaddr_t address; /* the address accessed, or the pc */
    uint32_t code;   /* UNDEFINED: the encoding; BREAKPOINT: immediate */
    bool write;      /* DATA, ALIGNMENT: the access was a write */
};

/* One entry of the per-cpu table that indirect edges look up in place. */
struct jump_entry {
    gaddr_t pc; /* JUMP_EMPTY if unused */
    void *code;
};

#define JUMP_CACHE_BITS 12
#define JUMP_EMPTY      1 /* no guest instruction has this odd address */

/* Spill slots that one region may use, 16 bytes each. */
#define CPU_SPILL_SLOTS 64

/*
 * The local exclusive monitor: what the last load-exclusive saw.  size 0: open.
 */
struct monitor {
    gaddr_t address;
    uint64_t size; /* bytes, 0 if no reservation is held */
    uint64_t value[2];
    struct monitor_line *line; /* of the address, see jit/monitor.h */
    int64_t version;           /* its word then */
    uint32_t taken;            /* overflows when that was often the case */
};

struct cpu {
    gaddr_t pc;
    uint64_t mode; /* region mode key, see struct isa */
    const struct isa *isa;
    const struct mem *mem;
    struct translator *translator;
    struct jump_entry *jump_cache; /* 1 << JUMP_CACHE_BITS entries */
    void *hint_base;               /* rsp of an empty hint stack */
    void *hint_top;                /* its rsp while C runs */
    void *c_stack;                 /* rsp of C while generated code runs */
    _Atomic uint32_t kick;         /* enum kick */
    uint32_t guest_mxcsr;          /* x86 hosts: guest rounding and flags */
    uint32_t guest_idc; /* FPSR.IDC (bit 7), which MXCSR has no place for */
    uint32_t exit_reason;          /* enum cpu_exit */
    void *link_stub; /* stub of the edge that wants to be linked */
    gaddr_t hint_pc; /* where the call returns that a poll stopped */
    struct exception exception;
    gaddr_t cache_address; /* CPU_EXIT_ICACHE: the line's address */
    struct monitor monitor;
    struct global_monitor *global_monitor; /* of its translator */
    gaddr_t address_mask; /* all bits but those of a tag (T10) */
    uint32_t fence[16] __attribute__((aligned(64))); /* a line for barriers */
    struct cpu *next_sharer; /* cpus of one translator; its lock */
    _Atomic uint32_t running; /* in generated code, or about to be */
    _Atomic uint64_t epoch;  /* last safepoint seen; see jit/tcache.h */
    /* Counters of `-d stats`; the cpu's own thread writes them. */
    _Atomic uint64_t exits, lookups, return_misses;
    uint16_t fcmp_words[72]; /* x86 hosts: see jit/x86_64/flags.c */
    uint64_t helper_arg[4];  /* operands of a helper and its result */
    vec128 helper_vec[4];    /* the same for vectors: result, x, y, z */
    vec128 spill[CPU_SPILL_SLOTS];
};

/* Asks cpu to leave generated code at its next poll.  Async-signal-safe. */
static inline void cpu_kick(struct cpu *cpu, uint32_t why)
{
    atomic_fetch_or_explicit(&cpu->kick, why, memory_order_release);
}

#endif
