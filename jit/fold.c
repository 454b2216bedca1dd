// SPDX-License-Identifier: MIT
/* Folding of integer ops: evaluation of constants, identities. */
#include "jit/fold.h"

static uint64_t low_mask(unsigned width)
{
    return width >= 64 ? ~0ull : (1ull << width) - 1;
}

static uint64_t sign_extend(uint64_t v, unsigned width)
{
    unsigned shift = 64 - width;
    return (uint64_t)((int64_t)(v << shift) >> shift);
}

static bool eval_shift(unsigned op, unsigned width, uint64_t x, uint64_t y,
                       uint64_t *r)
{
    unsigned n = (unsigned)(y & (width - 1));
    x &= low_mask(width);
    switch (op) {
    case IR_SHL: *r = x << n; return true;
    case IR_SHR: *r = x >> n; return true;
    case IR_SAR: *r = (uint64_t)((int64_t)sign_extend(x, width) >> n);
        return true;
    case IR_ROR: *r = n ? x >> n | x << (width - n) : x; return true;
    default: return false;
    }
}

static bool eval_field(const struct ir_insn *i, uint64_t x, uint64_t y,
                       uint64_t *r)
{
    unsigned lsb = i->imm & 63, width = (unsigned)(i->imm >> 8);
    unsigned lane = 8u << i->lane;
    switch (i->op) {
    case IR_UEXT: *r = x & low_mask(lane); return true;
    case IR_SEXT: *r = sign_extend(x, lane); return true;
    case IR_UBFX: *r = x >> lsb & low_mask(width); return true;
    case IR_SBFX: *r = sign_extend(x >> lsb, width); return true;
    case IR_BFI:
        *r = (x & ~(low_mask(width) << lsb)) | (y & low_mask(width)) << lsb;
        return true;
    default: return false;
    }
}

bool fold_eval(const struct ir_insn *i, uint64_t x, uint64_t y, uint64_t *r)
{
    unsigned width = i->type == IR_I32 ? 32 : 64;
    switch (i->op) {
    case IR_ADD: *r = x + y; break;
    case IR_SUB: *r = x - y; break;
    case IR_AND: *r = x & y; break;
    case IR_OR: *r = x | y; break;
    case IR_XOR: *r = x ^ y; break;
    case IR_ANDN: *r = x & ~y; break;
    case IR_NOT: *r = ~x; break;
    case IR_NEG: *r = -x; break;
    case IR_MUL: *r = x * y; break;
    default:
        if (!eval_shift(i->op, width, x, y, r) && !eval_field(i, x, y, r))
            return false;
    }
    *r &= low_mask(width);
    return true;
}

/* x as a value of the type: an i64 used as i32 must lose its upper half. */
static ir_ref as_type(struct ir_builder *b, enum ir_type type, ir_ref x)
{
    if (type == IR_I32 && ir_at(b, x)->type == IR_I64)
        return ir_emit(b, (struct ir_insn){.op = IR_UEXT,
                                           .type = IR_I64,
                                           .lane = LANE_32,
                                           .a = x});
    return x;
}

/* x op constant, where that is x or a constant.  0: no. */
static ir_ref identity(struct ir_builder *b, const struct ir_insn *i,
                       uint64_t y)
{
    uint64_t ones = low_mask(i->type == IR_I32 ? 32 : 64);
    switch (i->op) {
    case IR_ADD:
    case IR_SUB:
    case IR_OR:
    case IR_XOR:
    case IR_ANDN:
    case IR_SHL:
    case IR_SHR:
    case IR_SAR:
    case IR_ROR:
        return y == 0 ? as_type(b, i->type, i->a) : 0;
    case IR_AND:
        if (y == 0)
            return ir_const(b, i->type, 0);
        return (y & ones) == ones ? as_type(b, i->type, i->a) : 0;
    case IR_MUL:
        if (y == 0)
            return ir_const(b, i->type, 0);
        return y == 1 ? as_type(b, i->type, i->a) : 0;
    default: return 0;
    }
}

/* x - c is x + -c, and x & ~c is x & (~c): one form to match. */
static void canonicalise(struct ir_builder *b, struct ir_insn *i, uint64_t *y)
{
    if (i->op == IR_SUB && *y) {
        i->op = IR_ADD;
        *y = -*y;
    } else if (i->op == IR_ANDN) {
        i->op = IR_AND;
        *y = ~*y;
    } else {
        return;
    }
    i->b = ir_const(b, i->type, *y);
    ir_is_const(b, i->b, y);
}

/* (x + c) + y: one addition, unless x + c is a register's value anyway. */
static void reassociate(struct ir_builder *b, struct ir_insn *i, uint64_t *y)
{
    const struct ir_insn *inner = ir_at(b, i->a);
    uint64_t c;
    if (i->op != IR_ADD || inner->op != IR_ADD || inner->type != i->type ||
        b->homed[i->a] || !ir_is_const(b, inner->b, &c))
        return;
    ir_ref x = inner->a;
    *y += c;
    i->b = ir_const(b, i->type, *y);
    ir_is_const(b, i->b, y);
    i->a = x;
}

/* An address that moves, and a constant: another such address.  0: no. */
static ir_ref fold_pc_const(struct ir_builder *b, const struct ir_insn *i)
{
    const struct ir_insn *x = ir_at(b, i->a), *y = ir_at(b, i->b);
    uint64_t c;
    if (i->type != IR_I64 || (i->op != IR_ADD && i->op != IR_SUB))
        return 0;
    if (ir_moves(x) && ir_is_const(b, i->b, &c))
        return ir_pc_const(b, (uint64_t)x->imm + (i->op == IR_ADD ? c : -c));
    if (i->op == IR_ADD && ir_moves(y) && ir_is_const(b, i->a, &c))
        return ir_pc_const(b, (uint64_t)y->imm + c);
    return 0;
}

ir_ref fold_emit(struct ir_builder *b, struct ir_insn insn)
{
    ir_ref moved = fold_pc_const(b, &insn);
    if (moved)
        return moved;
    uint64_t x = 0, y = 0, r;
    bool cx = insn.a && ir_is_const(b, insn.a, &x);
    bool cy = insn.b && ir_is_const(b, insn.b, &y);
    const struct ir_insn *reversed = ir_at(b, insn.a);
    if (insn.op == IR_CLZ && reversed->op == IR_RBIT &&
        reversed->type == insn.type) { /* A64 counts from below in two steps */
        insn.op = IR_CTZ;
        insn.a = reversed->a;
        cx = ir_is_const(b, insn.a, &x);
    }
    if ((cx || !insn.a) && (cy || !insn.b) && insn.a &&
        fold_eval(&insn, x, y, &r))
        return ir_const(b, insn.type, r);
    if (cx && x == 0 && insn.op == IR_SUB)
        return ir_op1(b, IR_NEG, insn.type, insn.b);
    if (cx && !cy && insn.b && (ir_op_infos[insn.op].attr & IRA_COMMUTES)) {
        ir_ref t = insn.a;
        insn.a = insn.b;
        insn.b = t;
        y = x;
        cy = true;
    }
    if (cy && !insn.c) {
        ir_ref same = identity(b, &insn, y);
        if (same)
            return same;
        canonicalise(b, &insn, &y);
        reassociate(b, &insn, &y);
        same = identity(b, &insn, y);
        if (same)
            return same;
    }
    return ir_emit(b, insn);
}

#define MAX_SCALE 3 /* log2 of the largest that hosts encode */

void fold_address(struct ir_builder *b, struct ir_insn *insn)
{
    uint64_t c;
    if (insn->b && insn->aux > MAX_SCALE) {
        insn->b = ir_opi(b, IR_SHL, IR_I64, insn->b, insn->aux);
        insn->aux = 0;
    }
    if (insn->b && ir_is_const(b, insn->b, &c)) {
        insn->imm = (int64_t)((uint64_t)insn->imm + (c << insn->aux));
        insn->b = 0;
        insn->aux = 0;
    }
    const struct ir_insn *base = ir_at(b, insn->a);
    if (base->op == IR_ADD && base->type == IR_I64 && !b->homed[insn->a] &&
        ir_is_const(b, base->b, &c)) {
        insn->imm = (int64_t)((uint64_t)insn->imm + c);
        insn->a = base->a;
    }
    if (insn->imm != (int32_t)insn->imm) { /* no x86 displacement */
        insn->a = ir_op2(b, IR_ADD, IR_I64, insn->a,
                         ir_const(b, IR_I64, (uint64_t)insn->imm));
        insn->imm = 0;
    }
}
