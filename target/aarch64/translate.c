// SPDX-License-Identifier: MIT
/* Guest registers, extension and addressing, for all A64 translators. */
#include "target/aarch64/translate.h"

enum { REG_31 = 31 };

ir_ref a64_get_x(struct a64_tr *t, int reg)
{
    if (reg == REG_31)
        return ir_const(t->b, IR_I64, 0);
    return ir_get(t->b, A64_X0 + reg);
}

ir_ref a64_get_xsp(struct a64_tr *t, int reg)
{
    return ir_get(t->b, A64_X0 + reg);
}

void a64_put_x(struct a64_tr *t, int reg, enum ir_type type, ir_ref value)
{
    if (reg != REG_31)
        a64_put_xsp(t, reg, type, value);
}

void a64_put_xsp(struct a64_tr *t, int reg, enum ir_type type, ir_ref value)
{
    /* An i32 op that folded to its i64 operand: the high half must go. */
    if (type == IR_I32 && ir_at(t->b, value)->type == IR_I64)
        value = a64_zero_extend(t, IR_I64, LANE_32, value);
    ir_put(t->b, A64_X0 + reg, value);
}

ir_ref a64_constant(const struct a64_tr *t, ir_ref value)
{
    const struct ir_insn *i = ir_at(t->b, value);
    if (i->op == IR_COPY && ir_at(t->b, i->a)->op == IR_CONST)
        return i->a;
    return value;
}

bool a64_is_const(const struct a64_tr *t, ir_ref value, uint64_t *constant)
{
    return ir_is_const(t->b, a64_constant(t, value), constant);
}

static ir_ref extend(struct a64_tr *t, enum ir_op op, enum ir_type type,
                     enum ir_lane lane, ir_ref value)
{
    if (lane == (type == IR_I64 ? LANE_64 : LANE_32))
        return value;
    uint64_t x;
    if (a64_is_const(t, value, &x)) {
        unsigned drop = 64 - (8 << lane);
        x = op == IR_SEXT ? (uint64_t)((int64_t)(x << drop) >> drop)
                          : x << drop >> drop;
        return ir_const(t->b, type, x);
    }
    struct ir_insn insn = {.op = op, .type = type, .lane = lane, .a = value};
    return ir_emit(t->b, insn);
}

ir_ref a64_zero_extend(struct a64_tr *t, enum ir_type type, enum ir_lane lane,
                       ir_ref value)
{
    return extend(t, IR_UEXT, type, lane, value);
}

ir_ref a64_sign_extend(struct a64_tr *t, enum ir_type type, enum ir_lane lane,
                       ir_ref value)
{
    return extend(t, IR_SEXT, type, lane, value);
}

ir_ref a64_extend(struct a64_tr *t, enum ir_type type, int option, ir_ref value)
{
    enum ir_lane lane = option & 3;
    if (type == IR_I32 && lane == LANE_64)
        lane = LANE_32;
    return extend(t, option & 4 ? IR_SEXT : IR_UEXT, type, lane, value);
}

ir_ref a64_beside_flags(struct a64_tr *t, enum ir_op op, enum ir_type type,
                        ir_ref x, ir_ref y)
{
    struct ir_insn insn = {.op = op, .type = type, .a = x, .b = y};
    return ir_emit(t->b, insn);
}

struct a64_address a64_address_imm(struct a64_tr *t, int rn, int64_t disp)
{
    struct a64_address address = {.base = a64_get_xsp(t, rn), .disp = disp};
    return address;
}

struct a64_address a64_address_reg(struct a64_tr *t, int rn, int rm, int option,
                                   unsigned shift)
{
    struct a64_address address = {.base = a64_get_xsp(t, rn)};
    if (rm != REG_31) {
        address.index = a64_extend(t, IR_I64, option, a64_get_x(t, rm));
        address.shift = shift;
    }
    return address;
}

struct a64_address a64_address_indexed(struct a64_tr *t, int rn, int64_t imm,
                                       unsigned index)
{
    return a64_address_imm(t, rn, index == A64_INDEX_POST ? 0 : imm);
}

void a64_write_back(struct a64_tr *t, int rn, const struct a64_address *address,
                    int64_t imm, unsigned index)
{
    if (index != A64_INDEX_POST && index != A64_INDEX_PRE)
        return;
    ir_ref value = ir_opi(t->b, IR_ADD, IR_I64, address->base, imm);
    a64_put_xsp(t, rn, IR_I64, value);
}

ir_ref a64_load(struct a64_tr *t, enum ir_type type, unsigned memop,
                const struct a64_address *address, int64_t offset)
{
    return ir_load(t->b, type, memop, address->base, address->index,
                   address->shift, address->disp + offset);
}

void a64_store(struct a64_tr *t, enum ir_type type, unsigned memop,
               const struct a64_address *address, int64_t offset, ir_ref value)
{
    ir_store(t->b, type, memop, address->base, address->index, address->shift,
             address->disp + offset, value);
}
