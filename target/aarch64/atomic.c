// SPDX-License-Identifier: MIT
/*
 * A64 exclusive, acquire and release accesses and the Armv8.1 atomics. All of
 * them must be aligned. Their address is the bare base register; they never
 * write it back.
 *
 * Where an instruction is both load and store of one register (constrained
 * unpredictable: rs = rt, rs = rn), the inputs are those from before it, and
 * the status is written.
 */
#include "target/aarch64/translate.h"

static enum ir_type size_type(int size)
{
    return size == MO_64 ? IR_I64 : IR_I32;
}

/* Acquire and release are the RCsc kind in all of these instructions. */
static unsigned memop_of(int size, bool ordered)
{
    return size | MO_ALIGN | (ordered ? MO_SEQ_CST : 0);
}

bool a64_tr_LDAR(struct a64_tr *t, const struct a64_insn *i)
{
    struct a64_address address = a64_address_imm(t, i->rn, 0);
    enum ir_type type = size_type(i->size);
    ir_ref value = a64_load(t, type, memop_of(i->size, true), &address, 0);
    a64_put_x(t, i->rt, type, value);
    return true;
}

/* RCpc: an earlier STLR to another address may come after it. */
bool a64_tr_LDAPR(struct a64_tr *t, const struct a64_insn *i)
{
    struct a64_address address = a64_address_imm(t, i->rn, 0);
    enum ir_type type = size_type(i->size);
    unsigned memop = i->size | MO_ALIGN | MO_ACQUIRE;
    a64_put_x(t, i->rt, type, a64_load(t, type, memop, &address, 0));
    return true;
}

bool a64_tr_STLR(struct a64_tr *t, const struct a64_insn *i)
{
    struct a64_address address = a64_address_imm(t, i->rn, 0);
    a64_store(t, size_type(i->size), memop_of(i->size, true), &address, 0,
              a64_get_x(t, i->rt));
    return true;
}

static ir_ref load_exclusive(struct a64_tr *t, const struct a64_insn *i,
                             enum ir_type type, int size)
{
    return ir_atomic(t->b, IR_LOADX, type, memop_of(size, i->lo), 0,
                     a64_get_xsp(t, i->rn), 0, 0);
}

static void store_exclusive(struct a64_tr *t, const struct a64_insn *i,
                            enum ir_type type, int size, ir_ref value)
{
    ir_ref status = ir_atomic(t->b, IR_STOREX, type, memop_of(size, i->lo), 0,
                              a64_get_xsp(t, i->rn), value, 0);
    /* The op's type is the stored value's; that of its result is i32. */
    if (type == IR_V128)
        status = a64_zero_extend(t, IR_I64, LANE_32, status);
    a64_put_x(t, i->rs, IR_I64, status);
}

/* Two registers as one value: i64 of two words, or v128 of two doublewords. */
static ir_ref join_pair(struct a64_tr *t, int sz, ir_ref low, ir_ref high)
{
    if (!sz) {
        struct ir_insn insn = {.op = IR_BFI,
                               .type = IR_I64,
                               .a = low,
                               .b = high,
                               .imm = 32 << 8 | 32};
        return ir_emit(t->b, insn);
    }
    struct ir_insn extend = {
        .op = IR_VZEXT, .type = IR_V128, .lane = LANE_64, .a = low};
    struct ir_insn insert = {.op = IR_VINSI,
                             .type = IR_V128,
                             .lane = LANE_64,
                             .a = ir_emit(t->b, extend),
                             .b = high,
                             .imm = 1};
    return ir_emit(t->b, insert);
}

static ir_ref pair_half(struct a64_tr *t, ir_ref pair, unsigned half)
{
    struct ir_insn insn = {.op = IR_VGETU,
                           .type = IR_I64,
                           .lane = LANE_64,
                           .a = pair,
                           .imm = half};
    return ir_emit(t->b, insn);
}

static void put_pair(struct a64_tr *t, int sz, int low_reg, int high_reg,
                     ir_ref pair)
{
    ir_ref low = pair;
    ir_ref high;
    if (sz) {
        low = pair_half(t, pair, 0);
        high = pair_half(t, pair, 1);
    } else {
        high = ir_opi(t->b, IR_SHR, IR_I64, pair, 32);
    }
    a64_put_x(t, low_reg, a64_int_type(sz), low);
    a64_put_x(t, high_reg, a64_int_type(sz), high);
}

static enum ir_type pair_type(int sz)
{
    return sz ? IR_V128 : IR_I64;
}

bool a64_tr_LDXR(struct a64_tr *t, const struct a64_insn *i)
{
    enum ir_type type = size_type(i->size);
    if (!a64_exclusive_pair(t, i))
        a64_put_x(t, i->rt, type, load_exclusive(t, i, type, i->size));
    return true;
}

bool a64_tr_STXR(struct a64_tr *t, const struct a64_insn *i)
{
    store_exclusive(t, i, size_type(i->size), i->size, a64_get_x(t, i->rt));
    return true;
}

bool a64_tr_LDXP(struct a64_tr *t, const struct a64_insn *i)
{
    ir_ref pair = load_exclusive(t, i, pair_type(i->sz), MO_64 + i->sz);
    put_pair(t, i->sz, i->rt, i->rt2, pair);
    return true;
}

bool a64_tr_STXP(struct a64_tr *t, const struct a64_insn *i)
{
    ir_ref low = a64_get_x(t, i->rt);
    ir_ref high = a64_get_x(t, i->rt2);
    store_exclusive(t, i, pair_type(i->sz), MO_64 + i->sz,
                    join_pair(t, i->sz, low, high));
    return true;
}

static ir_ref compare_and_swap(struct a64_tr *t, const struct a64_insn *i,
                               enum ir_type type, int size, ir_ref expected,
                               ir_ref value)
{
    return ir_atomic(t->b, IR_CAS, type, memop_of(size, i->acq || i->rel), 0,
                     a64_get_xsp(t, i->rn), expected, value);
}

bool a64_tr_CAS(struct a64_tr *t, const struct a64_insn *i)
{
    enum ir_type type = size_type(i->size);
    ir_ref expected = a64_get_x(t, i->rs);
    if (i->size < MO_32)
        expected = a64_zero_extend(t, type, i->size, expected);
    ir_ref old =
        compare_and_swap(t, i, type, i->size, expected, a64_get_x(t, i->rt));
    a64_put_x(t, i->rs, type, old);
    return true;
}

bool a64_tr_CASP(struct a64_tr *t, const struct a64_insn *i)
{
    ir_ref expected =
        join_pair(t, i->sz, a64_get_x(t, i->rs), a64_get_x(t, i->rs + 1));
    ir_ref value =
        join_pair(t, i->sz, a64_get_x(t, i->rt), a64_get_x(t, i->rt + 1));
    ir_ref old = compare_and_swap(t, i, pair_type(i->sz), MO_64 + i->sz,
                                  expected, value);
    put_pair(t, i->sz, i->rs, i->rs + 1, old);
    return true;
}

static void read_modify_write(struct a64_tr *t, const struct a64_insn *i,
                              enum ir_atomic op)
{
    enum ir_type type = size_type(i->size);
    unsigned memop = memop_of(i->size, i->acq || i->rel);
    ir_ref address = a64_get_xsp(t, i->rn);
    ir_ref operand = a64_get_x(t, i->rs);
    ir_ref old =
        ir_atomic(t->b, IR_ATOMIC, type, memop, op, address, operand, 0);
    a64_put_x(t, i->rt, type, old);
}

bool a64_tr_LDADD(struct a64_tr *t, const struct a64_insn *i)
{
    static const uint8_t ops[] = {
        ATOMIC_ADD,  ATOMIC_CLR,  ATOMIC_EOR,  ATOMIC_SET,
        ATOMIC_SMAX, ATOMIC_SMIN, ATOMIC_UMAX, ATOMIC_UMIN,
    };
    read_modify_write(t, i, ops[i->opc]);
    return true;
}

bool a64_tr_SWP(struct a64_tr *t, const struct a64_insn *i)
{
    read_modify_write(t, i, ATOMIC_SWP);
    return true;
}
