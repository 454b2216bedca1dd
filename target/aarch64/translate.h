// SPDX-License-Identifier: MIT
/*
 * What the A64 translators share: state of one translation, access to guest
 * registers, and addressing.
 *
 * A translator (bool a64_tr_NAME, declared by the generated decoder) builds
 * one instruction.  It returns false if the encoding is undefined in this
 * combination of fields; it must then have built nothing.
 */
#ifndef FERRY_AARCH64_TRANSLATE_H
#define FERRY_AARCH64_TRANSLATE_H

#include "jit/ir.h"
#include "target/aarch64/a64-decode.gen.h"
#include "target/aarch64/cpu.h"

struct a64_tr {
    struct ir_builder *b;
};

/* Length of all A64 instructions. */
#define A64_INSN_BYTES 4

static inline enum ir_type a64_int_type(int sf)
{
    return sf ? IR_I64 : IR_I32;
}

/* General registers: 31 is zero. The value may be used as i32 or i64. */
ir_ref a64_get_x(struct a64_tr *t, int reg);
/* The same, where 31 is SP. */
ir_ref a64_get_xsp(struct a64_tr *t, int reg);
/*
 * Writes a result of the given type, i32 with zero extension; 31 drops it, or
 * is SP.
 */
void a64_put_x(struct a64_tr *t, int reg, enum ir_type type, ir_ref value);
void a64_put_xsp(struct a64_tr *t, int reg, enum ir_type type, ir_ref value);

/* The constant that a register holds, else the value itself. */
ir_ref a64_constant(const struct a64_tr *t, ir_ref value);
/* ir_is_const(), also for a constant that a register holds. */
bool a64_is_const(const struct a64_tr *t, ir_ref value, uint64_t *constant);

/* Zero and sign extension of the low `lane` bits; none if type is as wide. */
ir_ref a64_zero_extend(struct a64_tr *t, enum ir_type type, enum ir_lane lane,
                       ir_ref value);
ir_ref a64_sign_extend(struct a64_tr *t, enum ir_type type, enum ir_lane lane,
                       ir_ref value);
/*
 * The extension that an `option` field names: UXTB UXTH UXTW UXTX SXTB SXTH
 * SXTW SXTX.
 */
ir_ref a64_extend(struct a64_tr *t, enum ir_type type, int option,
                  ir_ref value);

/*
 * The result that belongs to the flags just built: unfolded, directly behind
 * them and of the same operands, so that the back end makes one host
 * instruction of both.
 */
ir_ref a64_beside_flags(struct a64_tr *t, enum ir_op op, enum ir_type type,
                        ir_ref x, ir_ref y);

/* An address in the form that ir_load() and ir_store() fold. */
struct a64_address {
    ir_ref base;
    ir_ref index; /* 0: none */
    unsigned shift;
    int64_t disp;
};

/* Base register (31 is SP) and displacement. */
struct a64_address a64_address_imm(struct a64_tr *t, int rn, int64_t disp);
/* Base register and extended or shifted register. */
struct a64_address a64_address_reg(struct a64_tr *t, int rn, int rm, int option,
                                   unsigned shift);

/*
 * Base register and immediate with the writeback that bits 11:10 (imm9 forms)
 * or 24:23 (pairs) of the encoding name: 1 post-index, 3 pre-index, else none.
 */
enum a64_index { A64_INDEX_POST = 1, A64_INDEX_PRE = 3 };
struct a64_address a64_address_indexed(struct a64_tr *t, int rn, int64_t imm,
                                       unsigned index);
/*
 * Base plus immediate to rn, if the index says so. To be called behind the
 * accesses and the writes of their results: faults leave the base as it was,
 * and where a loaded register is the base too (constrained unpredictable) the
 * written-back address wins.
 */
void a64_write_back(struct a64_tr *t, int rn, const struct a64_address *address,
                    int64_t imm, unsigned index);

static inline unsigned a64_imm9_index(const struct a64_insn *i)
{
    return (i->word >> 10) & 3;
}

/* Access at the address plus `offset` bytes. */
ir_ref a64_load(struct a64_tr *t, enum ir_type type, unsigned memop,
                const struct a64_address *address, int64_t offset);
void a64_store(struct a64_tr *t, enum ir_type type, unsigned memop,
               const struct a64_address *address, int64_t offset, ir_ref value);

/* Builds one instruction, which raises an exception if it is undefined. */
void a64_build(struct a64_tr *t, const struct a64_insn *insn);

/*
 * LDXR with all up to its STXR, if they are a pair that needs no monitor; or
 * false, and has built nothing.
 */
bool a64_exclusive_pair(struct a64_tr *t, const struct a64_insn *load);

/* Leaves for a constant target: follows it in place, or ends the region. */
void a64_jump(struct a64_tr *t, gaddr_t target);

#endif
