// SPDX-License-Identifier: MIT
/*
 * Emission: what an op's emitter is given and what it may do.
 *
 * alloc.c walks a region backward and decides where every value lives;
 * emit.c then walks it forward and calls one emitter per instruction, from
 * the rules in int-ops.c, mem.c, exits.c, vec-rules.c and fp-rules.c.  An
 * emitter sees its operands as registers (or, where its rule allows it,
 * constants and memory), writes the result register, and touches nothing else
 * but the scratch registers that its rule asks for.
 *
 * Registers while generated code runs:
 *   rbp            cpu state + isa->state_bias
 *   rsp            the hint stack
 *   GPR_TEMPS      values inside a region; dead at every edge
 *   other GPRs     pinned guest registers, by rank; the region's if lent
 *   xmm0-3         values inside a region; dead at every edge
 *   other vectors  pinned guest registers, by rank (28 with AVX-512, else 12)
 *   MXCSR          the guest's rounding mode and cumulative flags
 */
#ifndef FERRY_JIT_X86_64_EMIT_H
#define FERRY_JIT_X86_64_EMIT_H

#include "jit/ir.h"
#include "jit/x86_64/asm.h"
#include "src/cpu.h"
#include "src/host.h"

#include <string.h>

/* Operand classes and wishes of one operand in a rule. */
enum operand_class {
    C_NONE,
    C_GPR,
    C_GPR_IMM,    /* register, or a constant that fits a signed imm32 */
    C_GPR_RM,     /* register, or a slot in memory */
    C_GPR_RMI,    /* any of these */
    C_VEC,        /* vector register */
    C_VEC_RM,     /* vector register, or 16 (packed) or 4/8 (scalar) bytes of
                     memory, 16-byte aligned slots */
    C_FLAGS,      /* a flags value; never a register, see flags.c */
    C_IMM,        /* a constant always; no register */
    C_FIXED = 16, /* from here on: register, and it is this one */
    C_RAX = C_FIXED + RAX,
    C_RCX = C_FIXED + RCX,
    C_RDX = C_FIXED + RDX,
    C_RSI = C_FIXED + RSI,
};

/* What an instruction does to its surroundings (a rule). */
enum op_effect {
    E_TIED = 1 << 0,       /* result prefers a's register (two-address form) */
    E_TIED_B = 1 << 1,     /* the same for b */
    E_EARLY = 1 << 2,      /* result must not share a register with operands */
    E_FLAGS = 1 << 3,      /* may destroy EFLAGS */
    E_FLAGS_SOFT = 1 << 4, /* may, but does not if emit->flags_live */
    E_RAX = 1 << 5,        /* destroys rax (besides the result) */
    E_RCX = 1 << 6,
    E_RDX = 1 << 7,
    E_DST_RAX = 1 << 8, /* the result is in rax */
    E_DST_RDX = 1 << 9,
    E_GPR1 = 1 << 10, /* wants one scratch GPR (emit->scratch[0]) */
    E_GPR2 = 1 << 11, /* wants two */
    E_VEC1 = 1 << 12, /* wants one scratch vector (emit->vscratch[0]) */
    E_VEC2 = 1 << 13, /* wants two */
    E_VEC3 = 1 << 14, /* wants three; at most one operand then not pinned */

    E_CLOBBERS = E_RAX | E_RCX | E_RDX | E_DST_RAX | E_DST_RDX,
    E_SCRATCH = E_GPR1 | E_GPR2 | E_VEC1 | E_VEC2 | E_VEC3,
};

/* One operand as the allocator placed it. */
enum operand_kind {
    O_NONE,
    O_REG,
    O_IMM,  /* a constant of 32 bits, sign-extended */
    O_WIDE, /* a constant of 64 bits; operand_const() knows it */
    O_MEM,
    O_POOL, /* a vector constant of the region */
};
struct operand {
    uint8_t kind; /* enum operand_kind */
    int8_t reg;   /* O_REG: GPR or vector number */
    union {
        int32_t imm;  /* O_IMM */
        int32_t slot; /* O_MEM: displacement from rbp */
        uint32_t ref; /* O_WIDE: the CONST; O_POOL: index of the vconst */
    };
};

/* State of one emission. */
struct emit {
    struct assembler as;
    const struct region *region;
    uint32_t features;  /* enum host_feature */
    bool flags_live;    /* EFLAGS hold a value that is still wanted */
    bool sets_flags;    /* EFLAGS are to be left as the guest op's */
    uint8_t flags_form; /* enum flags_form of the flags operand */
    int16_t dst;        /* result register, -1 if none */
    struct operand a, b, c;
    int16_t scratch[2];
    int16_t vscratch[3];
    /* emit.c's own state behind it; emitters do not look. */
    struct emit_state *state;
};

typedef void emit_fn(struct emit *e, const struct ir_insn *i);

struct op_rule {
    emit_fn *emit;   /* NULL: handled by emit.c itself (exits, flags, PUT) */
    uint8_t a, b, c; /* enum operand_class */
    uint8_t dst;     /* C_NONE, C_GPR, C_VEC or C_FLAGS */
    uint16_t effect; /* enum op_effect */
};

/*
 * The rule of an instruction; depends on its op, its type (scalar integer or
 * vector), its lane and the features.
 */
const struct op_rule *op_rule(const struct emit *e, const struct ir_insn *i);
/*
 * Another rule for an instruction whose own one destroys EFLAGS that are still
 * wanted, and this one does not; NULL if there is none.
 */
const struct op_rule *int_rule_sparing_flags(const struct emit *e,
                                             const struct ir_insn *i);

static inline bool has(const struct emit *e, uint32_t feature)
{
    return (e->features & feature) != 0;
}

/* Made in one piece: what is stored by bytes can't be loaded as a word soon. */
static inline struct operand operand_make(enum operand_kind kind, int reg,
                                          uint32_t value)
{
    uint64_t bits =
        (uint64_t)kind | (uint64_t)(uint8_t)reg << 8 | (uint64_t)value << 32;
    struct operand o;
    _Static_assert(sizeof(o) == sizeof(bits), "an operand is one word");
    memcpy(&o, &bits, sizeof(o));
    return o;
}

/* The value of a constant operand. */
static inline int64_t operand_const(const struct emit *e,
                                    const struct operand *o)
{
    return o->kind == O_IMM ? o->imm : e->region->insns[o->ref].imm;
}

/* Is it a constant that moves with the region's module? */
static inline bool operand_moves(const struct emit *e, const struct operand *o)
{
    return o->kind == O_WIDE && ir_moves(&e->region->insns[o->ref]);
}

static inline bool operand_is_const(const struct operand *o)
{
    return o->kind == O_IMM || o->kind == O_WIDE;
}

/* The operand as ModRM r/m. */
struct rm operand_rm(struct emit *e, const struct operand *o);

/* Slots of struct cpu relative to rbp. */
int32_t cpu_slot(const struct emit *e, size_t offset);
#define CPU_SLOT(e, field) cpu_slot(e, offsetof(struct cpu, field))
/* A field of struct cpu as ModRM r/m. */
#define CPU_FIELD(e, field) rm_mem(RBP, CPU_SLOT(e, field))

/*
 * Cold code: emitted behind the region's hot code, at the segment's end.
 * `fn` is called then, with the registers as they are now; it must jump back
 * to `back` (or leave).
 */
struct cold {
    void (*fn)(struct emit *e, const struct cold *cold);
    uint32_t entry, back; /* labels; entry is placed by emit.c */
    const struct ir_insn *insn;
    int16_t dst, a, b, c; /* registers, for fn's use */
    int16_t scratch[2], vscratch[3];
    uint64_t arg;
};
typedef void cold_fn(struct emit *e, const struct cold *cold);
/* Queues it.  Jump to its entry; what fn uses beyond insn is to be filled. */
struct cold *emit_cold(struct emit *e, cold_fn *fn, const struct ir_insn *i);

/* A label of 8 or 16 bytes of constants in the region's literal pool. */
uint32_t emit_const64(struct emit *e, uint64_t value);
uint32_t emit_const128(struct emit *e, vec128 value);

/*
 * Calls a leaf helper (jit/helpers.def): operands and result go through
 * cpu->helper_arg; all registers but rax and EFLAGS survive.  For VEC helpers
 * the vectors are stored to and loaded from cpu->helper_vec.
 */
void emit_helper_call(struct emit *e, unsigned helper);

/* dst = src, of the vector registers (nothing if they are the same). */
void emit_vmov(struct emit *e, int dst, int src);
void emit_mov(struct emit *e, int dst, int src);

/*
 * Vector instruction in three-operand form on any level: VEX/EVEX where there
 * is AVX, else the legacy form with a move before it.  op is asm.h's
 * descriptor.  On the legacy path d must not be b's register unless d is also
 * a, or the op commutes (OP_COMM).
 */
void emit_v3(struct emit *e, uint32_t op, int d, int a, struct rm b);
void emit_v3i(struct emit *e, uint32_t op, int d, int a, struct rm b,
              uint8_t imm);
/* Two-operand forms (moves, extensions, conversions). */
void emit_v2(struct emit *e, uint32_t op, int d, struct rm s);
void emit_v2i(struct emit *e, uint32_t op, int d, struct rm s, uint8_t imm);

#endif
