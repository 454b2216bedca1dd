// SPDX-License-Identifier: MIT
/*
 * NZCV in EFLAGS (T11).
 *
 * A flags value lives in EFLAGS between its producer and its consumers as
 * long as nothing in between destroys them; a consumer that comes later has
 * the compare emitted again, or reloads what was saved.  x86 has the inverse
 * of Arm's carry after a subtraction: the form says how to read EFLAGS.
 *
 * Saved flags (in the guest's NZCV slot and in spill slots) have one form: a
 * 16-bit word with SF ZF - - - - - CF in its high byte, as LAHF gives them
 * after a subtraction, and OF in bit 0.
 */
#ifndef FERRY_JIT_X86_64_FLAGS_H
#define FERRY_JIT_X86_64_FLAGS_H

#include "jit/x86_64/alloc.h"

enum flags_form {
    FORM_SUB,   /* CF = not C: after a subtraction; the saved form */
    FORM_ADD,   /* CF = C: after an addition */
    FORM_LOGIC, /* CF = OF = 0, and so are C and V */
    FORM_FCMP,  /* ZF PF CF as UCOMISD leaves them */
};

enum flags_form flags_form_of(const struct ir_insn *producer);

/*
 * Part of allocation's forward half: for each instruction in turn where its
 * flags operand comes from, what must survive, what is done twice.  Fills
 * place->flags (of the producers too) and the recipes; gives an instruction
 * another rule if that spares flags in EFLAGS.
 */
struct flags_plan {
    struct allocation *al;
    const struct region *region;
    const struct emit *emit;
    ir_ref held;          /* the value in EFLAGS, 0 if none */
    enum flags_form form; /* and its form */
};
void flags_plan_insn(struct flags_plan *p, ir_ref ref);

/*
 * A condition on EFLAGS as at most two x86 tests.  With CC_P in `parity`, an
 * unordered result decides: jump_if_parity says for what.
 */
struct flags_test {
    enum cc cc;
    bool parity;       /* look at PF first */
    bool if_parity;    /* the condition's value if PF is set */
    bool invert_carry; /* CMC before; it stays so: FORM_SUB from then on */
};
struct flags_test flags_test(enum flags_form form, enum ir_cond cond);

/* Jumps to label if cond holds. */
void flags_jump(struct emit *e, enum flags_form form, enum ir_cond cond,
                uint32_t label);
/* eax = saved form of EFLAGS, which survive; rax is lost. */
void flags_to_word(struct emit *e, enum flags_form form);
/* EFLAGS (FORM_SUB) from the word in eax; rax is lost. */
void flags_from_word(struct emit *e);
/* The saved form of NZCV in bits 3:0, and back. */
uint16_t flags_word(unsigned nzcv);
unsigned flags_nzcv(uint16_t word);

#endif
