// SPDX-License-Identifier: MIT
/*
 * A64 loads and stores of general registers, without exclusive and atomic
 * ones. Writes to registers follow all accesses of the instruction, so that
 * after a fault in any of them it can run again.
 */
#include "target/aarch64/translate.h"

/* The opc field of single-register forms. */
enum { OPC_STORE, OPC_LOAD, OPC_LOAD_SIGN_64, OPC_LOAD_SIGN_32 };

static void load_register(struct a64_tr *t, const struct a64_insn *i,
                          const struct a64_address *address)
{
    unsigned memop = i->size;
    enum ir_type type = i->size == MO_64 ? IR_I64 : IR_I32;
    if (i->opc != OPC_LOAD)
        memop |= MO_SIGN;
    if (i->opc == OPC_LOAD_SIGN_64)
        type = IR_I64;
    a64_put_x(t, i->rt, type, a64_load(t, type, memop, address, 0));
}

static void store_register(struct a64_tr *t, const struct a64_insn *i,
                           const struct a64_address *address)
{
    enum ir_type type = i->size == MO_64 ? IR_I64 : IR_I32;
    a64_store(t, type, i->size, address, 0, a64_get_x(t, i->rt));
}

bool a64_tr_LDR_imm(struct a64_tr *t, const struct a64_insn *i)
{
    struct a64_address address =
        a64_address_imm(t, i->rn, (int64_t)i->imm << i->size);
    load_register(t, i, &address);
    return true;
}

bool a64_tr_STR_imm(struct a64_tr *t, const struct a64_insn *i)
{
    struct a64_address address =
        a64_address_imm(t, i->rn, (int64_t)i->imm << i->size);
    store_register(t, i, &address);
    return true;
}

bool a64_tr_LDR_imm9(struct a64_tr *t, const struct a64_insn *i)
{
    unsigned index = a64_imm9_index(i);
    struct a64_address address = a64_address_indexed(t, i->rn, i->imm, index);
    load_register(t, i, &address);
    a64_write_back(t, i->rn, &address, i->imm, index);
    return true;
}

bool a64_tr_STR_imm9(struct a64_tr *t, const struct a64_insn *i)
{
    unsigned index = a64_imm9_index(i);
    struct a64_address address = a64_address_indexed(t, i->rn, i->imm, index);
    store_register(t, i, &address);
    a64_write_back(t, i->rn, &address, i->imm, index);
    return true;
}

bool a64_tr_LDR_reg(struct a64_tr *t, const struct a64_insn *i)
{
    struct a64_address address =
        a64_address_reg(t, i->rn, i->rm, i->option, i->S ? i->size : 0);
    load_register(t, i, &address);
    return true;
}

bool a64_tr_STR_reg(struct a64_tr *t, const struct a64_insn *i)
{
    struct a64_address address =
        a64_address_reg(t, i->rn, i->rm, i->option, i->S ? i->size : 0);
    store_register(t, i, &address);
    return true;
}

bool a64_tr_LDR_lit(struct a64_tr *t, const struct a64_insn *i)
{
    enum { LDR_W, LDR_X, LDRSW };
    gaddr_t pc = t->b->pc + (int64_t)i->imm * A64_INSN_BYTES;
    struct a64_address address = {.base = ir_pc_const(t->b, pc)};
    enum ir_type type = i->opc == LDR_W ? IR_I32 : IR_I64;
    unsigned memop = i->opc == LDR_X ? MO_64 : MO_32;
    if (i->opc == LDRSW)
        memop |= MO_SIGN;
    a64_put_x(t, i->rt, type, a64_load(t, type, memop, &address, 0));
    return true;
}

bool a64_tr_LDP(struct a64_tr *t, const struct a64_insn *i)
{
    enum { LDP_W, LDPSW, LDP_X };
    unsigned memop = i->opc == LDP_X ? MO_64 : MO_32;
    unsigned bytes = memop_bytes(memop);
    enum ir_type type = i->opc == LDP_W ? IR_I32 : IR_I64;
    int64_t imm = (int64_t)i->imm * bytes;
    if (i->opc == LDPSW)
        memop |= MO_SIGN;
    struct a64_address address = a64_address_indexed(t, i->rn, imm, i->idx);
    ir_ref first = a64_load(t, type, memop, &address, 0);
    ir_ref second = a64_load(t, type, memop, &address, bytes);
    a64_put_x(t, i->rt, type, first);
    a64_put_x(t, i->rt2, type, second);
    a64_write_back(t, i->rn, &address, imm, i->idx);
    return true;
}

bool a64_tr_STP(struct a64_tr *t, const struct a64_insn *i)
{
    unsigned memop = i->opc ? MO_64 : MO_32;
    unsigned bytes = memop_bytes(memop);
    enum ir_type type = a64_int_type(i->opc);
    int64_t imm = (int64_t)i->imm * bytes;
    struct a64_address address = a64_address_indexed(t, i->rn, imm, i->idx);
    a64_store(t, type, memop, &address, 0, a64_get_x(t, i->rt));
    a64_store(t, type, memop, &address, bytes, a64_get_x(t, i->rt2));
    a64_write_back(t, i->rn, &address, imm, i->idx);
    return true;
}

/* A prefetch never faults, and the host prefetches by itself. */
bool a64_tr_PRFM(struct a64_tr *t, const struct a64_insn *i)
{
    (void)t;
    (void)i;
    return true;
}
