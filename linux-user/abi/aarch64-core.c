// SPDX-License-Identifier: MIT
/*
 * The registers of AArch64 as a kernel writes them to a core
 * (arch/arm64/kernel/ptrace.c, aarch64_regsets).  Left out are the sets of
 * what Ferry does not announce, and the debug registers, which it has not.
 */
#include "aarch64-core.h"

#include "target/aarch64/cpu.h"
#include "translator.h"

#include <elf.h>
#include <string.h>

/* struct user_fpsimd_state */
struct fpsimd {
    vec128 v[32];
    uint32_t fpsr, fpcr, reserved[2];
};

_Static_assert(sizeof(struct fpsimd) <= sizeof(((struct core_note *)0)->data),
               "the largest note");

void a64_core_gregs(const struct cpu *cpu, void *out)
{
    const struct a64_cpu *c = (const struct a64_cpu *)cpu;
    uint64_t regs[34];

    memcpy(regs, c->x, sizeof(c->x));
    regs[32] = cpu->pc;
    regs[33] = translator_get_nzcv(cpu);
    memcpy(out, regs, sizeof(regs));
}

static void fpsimd_fill(const struct a64_cpu *c, struct core_note *note)
{
    struct fpsimd fp = {.fpsr = a64_get_fpsr(c), .fpcr = (uint32_t)c->fpcr};

    memcpy(fp.v, c->v, sizeof(fp.v));
    memcpy(note->data.raw, &fp, sizeof(fp));
    note->bytes = sizeof(fp);
}

bool a64_core_note(const struct cpu *cpu, unsigned index,
                   struct core_note *note)
{
    static const uint32_t types[] = {NT_PRFPREG, NT_ARM_TLS,
                                     NT_ARM_SYSTEM_CALL};
    const struct a64_cpu *c = (const struct a64_cpu *)cpu;
    int32_t no_call = -1; /* as a kernel has it once a signal is there */

    if (index >= ARRAY_SIZE(types))
        return false;
    note->type = types[index];
    switch (note->type) {
    case NT_PRFPREG: fpsimd_fill(c, note); break;
    case NT_ARM_TLS: /* and TPIDR2_EL0, which is SME's */
        note->data.words[0] = c->tpidr_el0;
        note->data.words[1] = 0;
        note->bytes = 16;
        break;
    default:
        memcpy(note->data.raw, &no_call, sizeof(no_call));
        note->bytes = sizeof(no_call);
    }
    return true;
}
