// SPDX-License-Identifier: MIT
/*
 * What a guest ISA offers to the rest: its register table, which of its
 * registers want a host register, and its translator.  One const object per
 * guest, defined in target/<isa>/.
 */
#ifndef FERRY_ISA_H
#define FERRY_ISA_H

#include "types.h"

struct cpu;
struct ir_builder;
struct mem;
struct print;

/* Classes of guest registers as the register table gives them. */
enum reg_class {
    REG_INT,   /* 64-bit integer; may be pinned to a host GPR */
    REG_VEC,   /* 128-bit vector; may be pinned to a host vector register */
    REG_FLAGS, /* NZCV: one per guest, kept as a flags value, see jit/ir.h */
    REG_STATE, /* lives in struct cpu only; 64-bit */
    REG_STATE32,
};

struct isa_reg {
    const char *name;
    uint16_t offset; /* into the guest's cpu struct */
    uint8_t cls;     /* enum reg_class */
    /*
     * Pinning order within the class, 1 = most wanted, 0 = never.  The back
     * end pins as many as it has registers for.
     */
    uint8_t pin_rank;
};

enum translate_result {
    TRANSLATE_NEXT, /* go on with the instruction behind it */
    TRANSLATE_END,  /* the builder has its final exit */
};

/* What FP control registers say; mode is enum region_mode (jit/ir.h). */
struct fp_control {
    uint8_t rounding; /* enum ir_round, the first four */
    uint8_t mode;
};

struct isa {
    const char *name;       /* "aarch64" */
    uint16_t elf_machine;   /* EM_AARCH64 */
    uint8_t elf_class;      /* ELFCLASS64 */
    uint8_t min_insn_bytes; /* 4; 2 where there are 16-bit instructions */
    bool ignores_top_byte;  /* of addresses; see isa_address() */
    const struct isa_reg *regs;
    uint16_t reg_count;
    uint16_t flags_reg; /* index of the REG_FLAGS register */
    size_t cpu_size;    /* size of the guest's cpu struct */
    /*
     * Offset in the cpu struct that the state base register points to, so
     * that the slots accessed most lie within -128..127 of it.
     */
    uint16_t state_bias;
    /*
     * Translates the instruction at builder->pc, whose bytes are code (of
     * `available` bytes, at least min_insn_bytes).
     */
    enum translate_result (*translate)(struct ir_builder *b,
                                       const uint8_t *code, size_t available,
                                       unsigned *length);
    /*
     * True if the instructions at code certainly write all flags before
     * anything can observe them: no load, store or exit comes earlier.
     */
    bool (*flags_dead_at)(const uint8_t *code, size_t available);
    /* For the log: ferry-disas's tag, and our name of an instruction with its
     * fields. */
    const char *disas_tag;
    void (*insn_print)(struct print *out, const uint8_t *code,
                       size_t available);
    /*
     * For messages: why an instruction is undefined although it is one, and
     * what it is called; NULL if it is none.
     */
    const char *(*insn_missing)(const uint8_t *code, size_t available,
                                const char **name);
    /*
     * -cpu: the processor of all that is translated from then on; false: why
     * not.  And a list of what it may be.
     */
    bool (*cpu_choose)(const char *text, struct print *why);
    void (*cpu_list)(struct print *out);
    /* Sets the reset state of a fresh cpu; the head is filled already. */
    void (*cpu_reset)(struct cpu *cpu);
    /*
     * The FP control register in host-neutral form; called after
     * CPU_EXIT_MODE and when a cpu starts.
     */
    struct fp_control (*fp_control)(const struct cpu *cpu);
};

extern const struct isa isa_aarch64;

/*
 * What an access or a jump to `a` goes to.  AArch64 under Linux (TCR_EL1.TBI0)
 * ignores the top byte, the tag, of addresses whose bit 55 is 0; those of the
 * kernel's half are taken as they are.
 */
static inline gaddr_t isa_address(const struct isa *isa, gaddr_t a)
{
    return isa->ignores_top_byte ? a & (gaddr_t)((int64_t)(a << 8) >> 8) : a;
}

#endif
