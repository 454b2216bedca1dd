// SPDX-License-Identifier: MIT
/* A64 logic, moves, shifts, bitfields, bit and byte order, CRC. */
#include "target/aarch64/translate.h"

enum { REG_31 = 31 };

enum { LOGIC_AND, LOGIC_OR, LOGIC_XOR, LOGIC_ANDS };

static uint64_t low_mask(unsigned width)
{
    return width >= 64 ? ~0ull : (1ull << width) - 1;
}

static unsigned type_bits(enum ir_type type)
{
    return type == IR_I64 ? 64 : 32;
}

/* What ANDS does: flags and then the result, which the back end fuses. */
static void and_flags(struct a64_tr *t, const struct a64_insn *i, ir_ref x,
                      ir_ref y)
{
    enum ir_type type = a64_int_type(i->sf);
    ir_ref flags = ir_op2(t->b, IR_ANDF, type, x, y);
    if (i->rd != REG_31)
        a64_put_x(t, i->rd, type, a64_beside_flags(t, IR_AND, type, x, y));
    ir_put_flags(t->b, flags);
}

/*
 * DecodeBitMasks(): the immediate is an element of 2 to 64 bits, repeated,
 * with imms + 1 ones rotated right by immr. The decoder admits only what has
 * an element size.
 */
static uint64_t bitmask(int n, int imms, int immr)
{
    unsigned size = 64;
    if (!n)
        for (size = 32; imms & size; size >>= 1)
            ;
    unsigned ones = (imms & (size - 1)) + 1;
    unsigned rotate = immr & (size - 1);
    uint64_t element = low_mask(ones);
    if (rotate)
        element =
            (element >> rotate | element << (size - rotate)) & low_mask(size);
    for (; size < 64; size *= 2)
        element |= element << size;
    return element;
}

bool a64_tr_LOGICAL_imm(struct a64_tr *t, const struct a64_insn *i)
{
    static const uint8_t ops[] = {IR_AND, IR_OR, IR_XOR};
    enum ir_type type = a64_int_type(i->sf);
    uint64_t mask = bitmask(i->N, i->imms, i->immr) & low_mask(type_bits(type));
    ir_ref x = a64_get_x(t, i->rn);
    ir_ref y = ir_const(t->b, type, mask);
    if (i->opc == LOGIC_ANDS)
        and_flags(t, i, x, y);
    else
        a64_put_xsp(t, i->rd, type, ir_op2(t->b, ops[i->opc], type, x, y));
    return true;
}

/* OR with its forms MOV and MVN. */
static ir_ref or_value(struct a64_tr *t, const struct a64_insn *i, ir_ref y)
{
    enum ir_type type = a64_int_type(i->sf);
    if (i->N)
        y = ir_op1(t->b, IR_NOT, type, y);
    if (i->rn == REG_31)
        return y;
    return ir_op2(t->b, IR_OR, type, a64_get_x(t, i->rn), y);
}

bool a64_tr_LOGICAL_shifted(struct a64_tr *t, const struct a64_insn *i)
{
    static const uint8_t shifts[] = {IR_SHL, IR_SHR, IR_SAR, IR_ROR};
    enum ir_type type = a64_int_type(i->sf);
    ir_ref y = a64_get_x(t, i->rm);
    ir_ref value = 0;
    if (i->imm)
        y = ir_opi(t->b, shifts[i->shift], type, y, i->imm);
    switch (i->opc) {
    case LOGIC_AND:
        value =
            ir_op2(t->b, i->N ? IR_ANDN : IR_AND, type, a64_get_x(t, i->rn), y);
        break;
    case LOGIC_OR: value = or_value(t, i, y); break;
    case LOGIC_XOR:
        if (i->N)
            y = ir_op1(t->b, IR_NOT, type, y);
        value = ir_op2(t->b, IR_XOR, type, a64_get_x(t, i->rn), y);
        break;
    case LOGIC_ANDS:
        if (i->N)
            y = ir_op1(t->b, IR_NOT, type, y);
        and_flags(t, i, a64_get_x(t, i->rn), y);
        return true;
    }
    a64_put_x(t, i->rd, type, value);
    return true;
}

bool a64_tr_MOV_wide(struct a64_tr *t, const struct a64_insn *i)
{
    enum { MOVN = 0, MOVK = 3 };
    enum ir_type type = a64_int_type(i->sf);
    unsigned shift = i->hw * 16;
    uint64_t imm = (uint64_t)i->imm << shift;
    ir_ref value;
    if (i->opc == MOVK) {
        ir_ref old = a64_get_x(t, i->rd);
        uint64_t known;
        if (a64_is_const(t, old, &known)) {
            imm |= known & ~(0xffffull << shift);
            value = ir_const(t->b, type, imm & low_mask(type_bits(type)));
        } else {
            struct ir_insn insn = {.op = IR_BFI,
                                   .type = type,
                                   .a = old,
                                   .b = ir_const(t->b, type, i->imm),
                                   .imm = 16 << 8 | shift};
            value = ir_emit(t->b, insn);
        }
    } else {
        if (i->opc == MOVN)
            imm = ~imm;
        value = ir_const(t->b, type, imm & low_mask(type_bits(type)));
    }
    a64_put_x(t, i->rd, type, value);
    return true;
}

bool a64_tr_ADR(struct a64_tr *t, const struct a64_insn *i)
{
    gaddr_t pc = t->b->pc;
    gaddr_t address = pc + i->imm;
    if (i->page)
        address = ALIGN_DOWN(pc, 4096) + (int64_t)i->imm * 4096;
    a64_put_x(t, i->rd, IR_I64, ir_pc_const(t->b, address));
    return true;
}

/* The lane of that many bits, or -1. */
static int lane_of_bits(unsigned bits)
{
    switch (bits) {
    case 8: return LANE_8;
    case 16: return LANE_16;
    case 32: return LANE_32;
    }
    return -1;
}

/* Bits lsb to lsb + width - 1 of x, extended. */
static ir_ref extract(struct a64_tr *t, enum ir_type type, bool sign, ir_ref x,
                      unsigned lsb, unsigned width)
{
    if (lsb + width == type_bits(type)) {
        if (lsb == 0)
            return x;
        return ir_opi(t->b, sign ? IR_SAR : IR_SHR, type, x, lsb);
    }
    int lane = lane_of_bits(width);
    if (lsb == 0 && lane >= 0)
        return sign ? a64_sign_extend(t, type, lane, x)
                    : a64_zero_extend(t, type, lane, x);
    struct ir_insn insn = {.op = sign ? IR_SBFX : IR_UBFX,
                           .type = type,
                           .a = x,
                           .imm = width << 8 | lsb};
    return ir_emit(t->b, insn);
}

/* SBFM and UBFM: shifts, extensions, SBFX, UBFX, SBFIZ, UBFIZ. */
static ir_ref move_field(struct a64_tr *t, enum ir_type type, bool sign,
                         ir_ref x, unsigned immr, unsigned imms)
{
    unsigned bits = type_bits(type);
    if (imms >= immr)
        return extract(t, type, sign, x, immr, imms - immr + 1);
    unsigned shift = bits - immr;
    unsigned width = imms + 1;
    if (width + shift < bits) {
        if (sign && lane_of_bits(width) < 0) {
            x = ir_opi(t->b, IR_SHL, type, x, bits - width);
            return ir_opi(t->b, IR_SAR, type, x, bits - width - shift);
        }
        x = extract(t, type, sign, x, 0, width);
    }
    return ir_opi(t->b, IR_SHL, type, x, shift);
}

/* BFM: BFI, BFC, BFXIL. */
static ir_ref insert_field(struct a64_tr *t, const struct a64_insn *i)
{
    enum ir_type type = a64_int_type(i->sf);
    unsigned bits = type_bits(type);
    ir_ref x = a64_get_x(t, i->rn);
    unsigned lsb = 0;
    unsigned width = i->imms + 1;
    if (i->imms >= i->immr) {
        width = i->imms - i->immr + 1;
        if (i->immr)
            x = ir_opi(t->b, IR_SHR, type, x, i->immr);
        if (width == bits)
            return x;
    } else {
        lsb = bits - i->immr;
    }
    ir_ref old = a64_get_x(t, i->rd);
    if (i->rn == REG_31) {
        uint64_t mask = ~(low_mask(width) << lsb) & low_mask(bits);
        return ir_opi(t->b, IR_AND, type, old, (int64_t)mask);
    }
    struct ir_insn insn = {
        .op = IR_BFI, .type = type, .a = old, .b = x, .imm = width << 8 | lsb};
    return ir_emit(t->b, insn);
}

bool a64_tr_BITFIELD(struct a64_tr *t, const struct a64_insn *i)
{
    enum { SBFM, BFM };
    enum ir_type type = a64_int_type(i->sf);
    ir_ref value;
    if (i->opc == BFM)
        value = insert_field(t, i);
    else
        value = move_field(t, type, i->opc == SBFM, a64_get_x(t, i->rn),
                           i->immr, i->imms);
    a64_put_x(t, i->rd, type, value);
    return true;
}

bool a64_tr_EXTR(struct a64_tr *t, const struct a64_insn *i)
{
    enum ir_type type = a64_int_type(i->sf);
    ir_ref low = a64_get_x(t, i->rm);
    ir_ref value = low;
    if (i->imms && i->rn == i->rm) {
        value = ir_opi(t->b, IR_ROR, type, low, i->imms);
    } else if (i->imms) {
        struct ir_insn insn = {.op = IR_EXTR,
                               .type = type,
                               .a = a64_get_x(t, i->rn),
                               .b = low,
                               .imm = i->imms};
        value = ir_emit(t->b, insn);
    }
    a64_put_x(t, i->rd, type, value);
    return true;
}

bool a64_tr_SHIFTV(struct a64_tr *t, const struct a64_insn *i)
{
    static const uint8_t ops[] = {IR_SHL, IR_SHR, IR_SAR, IR_ROR};
    enum ir_type type = a64_int_type(i->sf);
    ir_ref x = a64_get_x(t, i->rn);
    ir_ref y = a64_get_x(t, i->rm);
    a64_put_x(t, i->rd, type, ir_op2(t->b, ops[i->type], type, x, y));
    return true;
}

bool a64_tr_CRC32(struct a64_tr *t, const struct a64_insn *i)
{
    struct ir_insn insn = {.op = IR_CRC32,
                           .type = a64_int_type(i->sf),
                           .lane = i->size,
                           .aux = i->C,
                           .a = a64_get_x(t, i->rn),
                           .b = a64_get_x(t, i->rm)};
    a64_put_x(t, i->rd, IR_I32, ir_emit(t->b, insn));
    return true;
}

static void unary(struct a64_tr *t, const struct a64_insn *i, enum ir_op op)
{
    enum ir_type type = a64_int_type(i->sf);
    ir_ref x = a64_get_x(t, i->rn);
    a64_put_x(t, i->rd, type, ir_op1(t->b, op, type, x));
}

bool a64_tr_RBIT(struct a64_tr *t, const struct a64_insn *i)
{
    unary(t, i, IR_RBIT);
    return true;
}

bool a64_tr_CLZ(struct a64_tr *t, const struct a64_insn *i)
{
    unary(t, i, IR_CLZ);
    return true;
}

bool a64_tr_CLS(struct a64_tr *t, const struct a64_insn *i)
{
    unary(t, i, IR_CLS);
    return true;
}

bool a64_tr_REV(struct a64_tr *t, const struct a64_insn *i)
{
    enum ir_type type = a64_int_type(i->sf);
    struct ir_insn insn = {
        .op = IR_REV, .type = type, .lane = i->size, .a = a64_get_x(t, i->rn)};
    a64_put_x(t, i->rd, type, ir_emit(t->b, insn));
    return true;
}
