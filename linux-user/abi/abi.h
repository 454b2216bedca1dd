// SPDX-License-Identifier: MIT
/*
 * All that the Linux personality knows of one guest ISA: how registers carry
 * a system call, what a new program's registers hold, its signal frame, its
 * vDSO, and the words that describe the machine.  One const object per guest,
 * in abi/<isa>.c.
 */
#ifndef FERRY_ABI_H
#define FERRY_ABI_H

#include "linux-user/signal.h"
#include "types.h"

struct cpu;
struct isa;
struct print;
struct syscall_abi;
struct task;

/* What signal delivery asks of a frame. */
struct sigframe_request {
    const struct guest_siginfo *info;
    const struct guest_sigaction *action;
    const struct guest_stack *stack; /* as saved in the frame */
    uint64_t mask;                   /* to be restored by sigreturn */
    gaddr_t sp;                      /* where the frame goes below */
    gaddr_t restorer;
    bool has_fault; /* fault_address and fault_code are valid */
    gaddr_t fault_address;
    uint64_t fault_code; /* the ISA's syndrome, 0: no record of it */
};

/* What sigreturn finds in one. */
struct sigframe_saved {
    uint64_t mask;
    struct guest_stack stack;
};

/* A note of a thread in a core, whose contents are copied from here. */
struct core_note {
    uint32_t type, bytes;
    union {
        uint8_t raw[528];
        uint64_t words[66];
    } data;
};

/* What one vDSO entry does; the immediate of its trap word. */
enum vdso_call {
    VDSO_RT_SIGRETURN,
    VDSO_GETTIMEOFDAY,
    VDSO_CLOCK_GETTIME,
    VDSO_CLOCK_GETRES,
    VDSO_CALLS
};

struct abi {
    const char *name;     /* "aarch64", as in ferry-NAME and -L's default */
    const char *triplet;  /* "aarch64-linux-gnu" */
    const char *debian;   /* the architecture in package names */
    const char *machine;  /* uname -m */
    const char *platform; /* AT_PLATFORM */
    const struct isa *isa;
    const struct syscall_abi *syscalls;
    uint16_t elf_machine;
    uint8_t elf_class;
    uint8_t insn_bytes; /* of the system call instruction */

    uint64_t (*hwcap)(void);
    uint64_t (*hwcap2)(void);
    uint64_t minsigstksz;
    /* One processor's part of /proc/cpuinfo, as the guest's kernel shows it. */
    void (*cpuinfo)(unsigned number, struct print *out);

    /* System calls. */
    uint64_t (*syscall_number)(const struct cpu *cpu);
    void (*syscall_args)(const struct cpu *cpu, uint64_t args[6]);
    void (*syscall_result)(struct cpu *cpu, long result);

    /* Registers. */
    gaddr_t (*get_sp)(const struct cpu *cpu);
    void (*set_sp)(struct cpu *cpu, gaddr_t sp);
    void (*set_tls)(struct cpu *cpu, gaddr_t tls);
    void (*start)(struct cpu *cpu, gaddr_t pc, gaddr_t sp);
    /* A function called by the guest returns: pc is its caller's. */
    void (*print_registers)(const struct cpu *cpu, int fd);

    /*
     * Signals.  Both return 0 or -EFAULT, the cpu then being unchanged.
     * frame_push writes the frame and enters the handler.
     */
    long (*frame_push)(struct task *t, const struct sigframe_request *rq);
    long (*frame_pop)(struct task *t, struct sigframe_saved *saved);
    /* The syndrome of cpu->exception, for the frame. */
    uint64_t (*fault_code)(const struct cpu *cpu, bool mapped);

    /*
     * Cores: NT_PRSTATUS's registers, of gregs_bytes, and the further notes of
     * a thread, the index-th of them; false: there are no more.
     */
    uint32_t gregs_bytes;
    void (*core_gregs)(const struct cpu *cpu, void *out);
    bool (*core_note)(const struct cpu *cpu, unsigned index,
                      struct core_note *note);

    /* vDSO: names and one trap word each; see vdso.c. */
    const char *const *vdso_names; /* [VDSO_CALLS] */
    const char *vdso_version;
    uint32_t vdso_pad; /* a nop */
    /* Writes the code of a call to out: how many bytes. */
    unsigned (*vdso_code)(enum vdso_call call, uint32_t *out);
};

extern const struct abi abi_aarch64;

/* The abi of an ELF machine number; NULL if Ferry has none. */
const struct abi *abi_of_machine(uint16_t machine, uint8_t elf_class);
/* By name, as ferry-NAME has it. */
const struct abi *abi_of_name(const char *name);
/* The same, or the first: who is meant where neither name nor program says. */
const struct abi *abi_default(const char *name);
/* What an ELF machine number means, for messages; never NULL. */
const char *machine_name(uint16_t machine);

#endif
