// SPDX-License-Identifier: MIT
/* A64 addition, subtraction, conditional compare and select, products. */
#include "target/aarch64/translate.h"

enum { REG_31 = 31 };

/* What all forms of ADD and SUB share. */
static void add_sub(struct a64_tr *t, const struct a64_insn *i, ir_ref x,
                    ir_ref y, bool rd_is_sp)
{
    enum ir_type type = a64_int_type(i->sf);
    enum ir_op op = i->sub ? IR_SUB : IR_ADD;
    if (!i->S) {
        if (i->rd != REG_31 || rd_is_sp)
            a64_put_xsp(t, i->rd, type, ir_op2(t->b, op, type, x, y));
        return;
    }
    ir_ref flags = ir_op2(t->b, i->sub ? IR_SUBF : IR_ADDF, type, x, y);
    if (i->rd != REG_31)
        a64_put_x(t, i->rd, type, a64_beside_flags(t, op, type, x, y));
    ir_put_flags(t->b, flags);
}

bool a64_tr_ADDSUB_imm(struct a64_tr *t, const struct a64_insn *i)
{
    uint64_t imm = i->sh ? (uint64_t)i->imm << 12 : (uint64_t)i->imm;
    ir_ref x = a64_get_xsp(t, i->rn);
    ir_ref known = a64_constant(t, x);
    if (!i->S && (i->sf || !ir_moves(ir_at(t->b, known))))
        x = known; /* ADRP and ADD become one */
    ir_ref y = ir_const(t->b, a64_int_type(i->sf), imm);
    add_sub(t, i, x, y, !i->S);
    return true;
}

/* rm shifted by a constant: LSL, LSR, ASR. */
static ir_ref shifted_rm(struct a64_tr *t, const struct a64_insn *i)
{
    static const uint8_t ops[] = {IR_SHL, IR_SHR, IR_SAR};
    ir_ref x = a64_get_x(t, i->rm);
    if (i->imm == 0)
        return x;
    return ir_opi(t->b, ops[i->shift], a64_int_type(i->sf), x, i->imm);
}

bool a64_tr_ADDSUB_shifted(struct a64_tr *t, const struct a64_insn *i)
{
    ir_ref y = shifted_rm(t, i);
    if (i->sub && !i->S && i->rn == REG_31) {
        enum ir_type type = a64_int_type(i->sf);
        a64_put_x(t, i->rd, type, ir_op1(t->b, IR_NEG, type, y));
        return true;
    }
    add_sub(t, i, a64_get_x(t, i->rn), y, false);
    return true;
}

bool a64_tr_ADDSUB_ext(struct a64_tr *t, const struct a64_insn *i)
{
    enum ir_type type = a64_int_type(i->sf);
    ir_ref y = a64_extend(t, type, i->option, a64_get_x(t, i->rm));
    if (i->imm)
        y = ir_opi(t->b, IR_SHL, type, y, i->imm);
    add_sub(t, i, a64_get_xsp(t, i->rn), y, !i->S);
    return true;
}

bool a64_tr_ADDSUB_carry(struct a64_tr *t, const struct a64_insn *i)
{
    enum ir_type type = a64_int_type(i->sf);
    ir_ref x = a64_get_x(t, i->rn);
    ir_ref y = a64_get_x(t, i->rm);
    ir_ref carry = ir_get_flags(t->b);
    ir_ref flags = 0;
    if (i->S)
        flags = ir_op3(t->b, i->sub ? IR_SBCF : IR_ADCF, type, x, y, carry);
    if (i->rd != REG_31) {
        ir_ref sum = ir_op3(t->b, i->sub ? IR_SBC : IR_ADC, type, x, y, carry);
        a64_put_x(t, i->rd, type, sum);
    }
    if (i->S)
        ir_put_flags(t->b, flags);
    return true;
}

static void conditional_compare(struct a64_tr *t, const struct a64_insn *i,
                                ir_ref y)
{
    enum ir_type type = a64_int_type(i->sf);
    ir_ref x = a64_get_x(t, i->rn);
    ir_ref flags;
    if (i->cond >= COND_AL) {
        flags = ir_op2(t->b, i->sub ? IR_SUBF : IR_ADDF, type, x, y);
    } else {
        struct ir_insn insn = {.op = IR_CCMPF,
                               .type = type,
                               .aux = i->cond | (i->sub ? 0 : 16),
                               .a = x,
                               .b = y,
                               .c = ir_get_flags(t->b),
                               .imm = i->nzcv};
        flags = ir_emit(t->b, insn);
    }
    ir_put_flags(t->b, flags);
}

bool a64_tr_CCMP_reg(struct a64_tr *t, const struct a64_insn *i)
{
    conditional_compare(t, i, a64_get_x(t, i->rm));
    return true;
}

bool a64_tr_CCMP_imm(struct a64_tr *t, const struct a64_insn *i)
{
    conditional_compare(t, i, ir_const(t->b, a64_int_type(i->sf), i->imm));
    return true;
}

/* CSET and CSETM: 1 or all ones unless cond. */
static void conditional_set(struct a64_tr *t, const struct a64_insn *i)
{
    enum ir_type type = a64_int_type(i->sf);
    struct ir_insn insn = {.op = IR_SETC,
                           .type = type,
                           .aux = i->cond ^ 1,
                           .a = ir_get_flags(t->b)};
    ir_ref value = ir_emit(t->b, insn);
    if (i->inv)
        value = ir_op1(t->b, IR_NEG, type, value);
    a64_put_x(t, i->rd, type, value);
}

bool a64_tr_CSEL(struct a64_tr *t, const struct a64_insn *i)
{
    enum ir_type type = a64_int_type(i->sf);
    ir_ref x = a64_get_x(t, i->rn);
    if (i->cond >= COND_AL) {
        a64_put_x(t, i->rd, type, x);
        return true;
    }
    if (i->rn == REG_31 && i->rm == REG_31 && i->inv != i->inc) {
        conditional_set(t, i);
        return true;
    }
    ir_ref y = a64_get_x(t, i->rm);
    if (i->inv)
        y = ir_op1(t->b, i->inc ? IR_NEG : IR_NOT, type, y);
    else if (i->inc)
        y = ir_opi(t->b, IR_ADD, type, y, 1);
    ir_ref flags = ir_get_flags(t->b);
    a64_put_x(t, i->rd, type, ir_select(t->b, type, i->cond, flags, x, y));
    return true;
}

/* ra plus or minus the product of x and y. */
static void multiply_add(struct a64_tr *t, const struct a64_insn *i,
                         enum ir_type type, ir_ref x, ir_ref y)
{
    ir_ref product = ir_op2(t->b, IR_MUL, type, x, y);
    ir_ref value;
    if (i->ra != REG_31)
        value = ir_op2(t->b, i->sub ? IR_SUB : IR_ADD, type,
                       a64_get_x(t, i->ra), product);
    else
        value = i->sub ? ir_op1(t->b, IR_NEG, type, product) : product;
    a64_put_x(t, i->rd, type, value);
}

bool a64_tr_MADD(struct a64_tr *t, const struct a64_insn *i)
{
    multiply_add(t, i, a64_int_type(i->sf), a64_get_x(t, i->rn),
                 a64_get_x(t, i->rm));
    return true;
}

bool a64_tr_MADDL(struct a64_tr *t, const struct a64_insn *i)
{
    ir_ref x = a64_get_x(t, i->rn);
    ir_ref y = a64_get_x(t, i->rm);
    if (i->U) {
        x = a64_zero_extend(t, IR_I64, LANE_32, x);
        y = a64_zero_extend(t, IR_I64, LANE_32, y);
    } else {
        x = a64_sign_extend(t, IR_I64, LANE_32, x);
        y = a64_sign_extend(t, IR_I64, LANE_32, y);
    }
    multiply_add(t, i, IR_I64, x, y);
    return true;
}

bool a64_tr_MULH(struct a64_tr *t, const struct a64_insn *i)
{
    ir_ref x = a64_get_x(t, i->rn);
    ir_ref y = a64_get_x(t, i->rm);
    ir_ref high = ir_op2(t->b, i->U ? IR_MULHU : IR_MULHS, IR_I64, x, y);
    a64_put_x(t, i->rd, IR_I64, high);
    return true;
}

bool a64_tr_DIV(struct a64_tr *t, const struct a64_insn *i)
{
    enum ir_type type = a64_int_type(i->sf);
    ir_ref x = a64_get_x(t, i->rn);
    ir_ref y = a64_get_x(t, i->rm);
    ir_ref quotient = ir_op2(t->b, i->s ? IR_SDIV : IR_UDIV, type, x, y);
    a64_put_x(t, i->rd, type, quotient);
    return true;
}
