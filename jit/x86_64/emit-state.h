// SPDX-License-Identifier: MIT
/* What emit.c and exits.c share behind struct emit. */
#ifndef FERRY_JIT_X86_64_EMIT_STATE_H
#define FERRY_JIT_X86_64_EMIT_STATE_H

#include "jit/backend.h"
#include "jit/x86_64/alloc.h"
#include "jit/x86_64/emit.h"

#define MAX_COLD     1024
#define MAX_LITERALS 256
#define CODE_BUFFER  (256 << 10)

struct literal {
    vec128 value;
    uint32_t label;
    bool wide;  /* 16 bytes */
    bool moves; /* a guest address */
};

struct emit_state {
    struct image *image;
    struct allocation *al;
    const struct pins *pins; /* within the region */
    const struct mem *mem;
    bool chain;
    bool in_cold;
    unsigned cold_count, literal_count;
    struct cold colds[MAX_COLD];
    struct literal literals[MAX_LITERALS];
    uint32_t edge_label[IMAGE_MAX_EDGES]; /* of its stub */
};

struct backend {
    struct emit emit;
    struct emit_state state;
    struct allocation allocation;
    struct pins pins, lending;
    const struct isa *isa;
    const struct mem *mem;
    uint32_t features;
    bool chain, always_lend;
    uint8_t code[CODE_BUFFER];
};

/* exits.c: pins that the region has as temporaries go to their slots. */
void emit_lend(struct emit *e);
/* exits.c: emits a final or side exit. */
void emit_exit(struct emit *e, unsigned ref);
/* In cold code: leaves at memory op i, which has not been done. */
void emit_leave_at(struct emit *e, const struct ir_insn *i, unsigned reason);
/*
 * The same with an exception at memory op i, whose address is in
 * cpu->exception.address already.
 */
void emit_raise_access(struct emit *e, const struct ir_insn *i,
                       unsigned exception_kind, bool write);
/* mem.c: the rule of memory ops, and their fault rows. */
const struct op_rule *mem_rule(const struct emit *e, const struct ir_insn *i);
const struct op_rule *int_rule(const struct emit *e, const struct ir_insn *i);
const struct op_rule *exit_rule(const struct emit *e,
                                const struct ir_insn *i);

/*
 * The jump cache's entry of the guest pc in rax: what to jump to, or the label
 * miss.  rcx and rdx are lost.
 */
struct rm emit_jump_lookup(struct emit *e, uint32_t miss);
/* The literal pool, at the end of everything. */
void emit_literals(struct emit *e);
/* Jumps and calls to common stubs. */
void emit_jmp_stub(struct emit *e, enum stub stub);
void emit_call_stub(struct emit *e, enum stub stub);
/* reg = a guest address, relocatable. */
void emit_guest_address(struct emit *e, int reg, gaddr_t address);
/* A label of a constant operand's 8 bytes in the pool. */
uint32_t emit_const_operand(struct emit *e, const struct operand *o);
/* Begins a fault row for what is emitted next; returns it. */
struct fault_row *emit_fault_row(struct emit *e, const struct ir_insn *i);
void emit_fault_end(struct emit *e, struct fault_row *row);

#endif
