// SPDX-License-Identifier: MIT
/*
 * Flush-to-zero mode (FPCR.FZ).  Arm takes denormal operands as zeros, which
 * sets IDC, and flushes results that are tiny before rounding, which sets UFC
 * and nothing else.  MXCSR's DAZ and FTZ do neither exactly, so they stay
 * off.  Operands go to the cold path before the op if they are denormal, or,
 * of ops whose tiny results would raise Inexact, so small (divisors: so
 * large) that the result could be tiny.  Sums of normal values are exact
 * where they are denormal: they are looked at behind the op.
 */
#include "jit/x86_64/fp-int.h"

bool fp_flushes(const struct emit *e)
{
    return e->region->mode & MODE_FZ;
}

/* Whether the op's operands are flushed, and whether they are doubles. */
static bool has_fp_operands(const struct ir_insn *i, bool *dbl)
{
    switch (i->op) {
    case IR_ITOF: return false;
    case IR_FCVT:
    case IR_FCVTL:
    case IR_FCVTN:
    case IR_FCMPF:
    case IR_FCCMPF:
    case IR_FTOI:
        *dbl = i->lane == LANE_64;
        return i->lane != LANE_16; /* halves are never flushed */
    default: *dbl = fp_double(i); return true;
    }
}

/* The elements that count: all ones. */
static struct rm live_mask(struct emit *e, const struct ir_insn *i, bool dbl)
{
    if (!fp_packed(i))
        return vec_pool(e, dbl ? ~0ull : UINT32_MAX, 0);
    return vec_pool(e, ~0ull, i->op == IR_FCVTL ? 0 : ~0ull);
}

void fp_check_class(struct emit *e, const struct fp_check *c, struct rm x,
                    bool dbl, unsigned classes)
{
    bool packed = fp_packed(c->insn);
    uint32_t op = packed ? I_VFPCLASSPS : dbl ? I_VFPCLASSSD : I_VFPCLASSSS;

    if (dbl)
        op |= OP_EW;
    asm_vex_imm(&e->as, op, 1, -1, x, (uint8_t)classes);
    asm_vex(&e->as, I_KORTESTB, 1, -1, rm_reg(1));
    asm_jcc(&e->as, CC_NE, c->cold);
}

/* All live elements of t are all ones, or the cold path. */
static void check_all(struct emit *e, const struct fp_check *c, bool dbl, int t)
{
    emit_v2(e, I_PTEST, t, live_mask(e, c->insn, dbl));
    asm_jcc(&e->as, CC_AE, c->cold);
}

/* The same bits for each element; the lower half of doubles is `low`. */
static struct rm limit_pool(struct emit *e, bool dbl, uint32_t high,
                            uint32_t low)
{
    return dbl ? vec_splat(e, LANE_64, (uint64_t)high << 32 | low)
               : vec_splat(e, LANE_32, high);
}

/*
 * Jumps away if 0 < |x| < limit, given as the upper 32 bits of an element:
 * |x| - 1 is below it, unsigned.  (Doubles are compared by their upper half,
 * so that the limit itself is out too.)
 */
static void check_floor(struct emit *e, const struct fp_check *c, struct rm x,
                        bool dbl, uint32_t limit)
{
    struct rm floor = limit_pool(e, dbl, dbl ? limit : limit - 1, 0);
    int t = e->vscratch[0];

    emit_v2(e, I_MOVAPS, t, fp_abs_mask(e, dbl));
    emit_v3(e, I_PAND, t, t, x);
    emit_v3(e, dbl ? I_PSUBQ : I_PSUBD, t, t,
            vec_splat(e, dbl ? LANE_64 : LANE_32, 1));
    emit_v3(e, I_PMINUD, t, t, floor);
    emit_v3(e, I_PCMPEQD, t, t, floor);
    check_all(e, c, dbl, t);
}

#define MIN_NORMAL(dbl) ((dbl) ? 1u << 20 : 1u << 23)

/* Jumps away unless min <= |x| < limit. */
static void check_divisor(struct emit *e, const struct fp_check *c, struct rm x,
                          bool dbl, uint32_t limit)
{
    uint32_t min = MIN_NORMAL(dbl);
    struct rm top = limit_pool(e, dbl, limit - min - 1, UINT32_MAX);
    int t = e->vscratch[0];

    emit_v2(e, I_MOVAPS, t, fp_abs_mask(e, dbl));
    emit_v3(e, I_PAND, t, t, x);
    emit_v3(e, dbl ? I_PSUBQ : I_PSUBD, t, t, limit_pool(e, dbl, min, 0));
    emit_v3(e, I_PMAXUD, t, t, top);
    emit_v3(e, I_PCMPEQD, t, t, top);
    check_all(e, c, dbl, t);
}

void fp_check_denormal(struct emit *e, const struct fp_check *c, struct rm x,
                       bool dbl, int t)
{
    if (is_evex(e)) {
        fp_check_class(e, c, x, dbl, CLASS_DENORMAL);
        return;
    }
    int8_t kept = e->vscratch[0];
    e->vscratch[0] = (int8_t)t;
    check_floor(e, c, x, dbl, MIN_NORMAL(dbl));
    e->vscratch[0] = kept;
}

/*
 * The least magnitude of operand n (0 to 2), upper bits, with which no result
 * is tiny but an exact zero.
 */
static uint32_t operand_floor(const struct ir_insn *i, unsigned n, bool dbl)
{
    switch (i->op) {
    case IR_FMUL:
    case IR_FMULX: /* 2^-511, 2^-62 */
    case IR_FDIV: return dbl ? 512u << 20 : 65u << 23;
    case IR_FMA: /* 2^-450, 2^-40: what cancels leaves no less than min */
        return n == 2 ? MIN_NORMAL(dbl) : dbl ? 573u << 20 : 87u << 23;
    case IR_FCVTN: return dbl ? 897u << 20 : MIN_NORMAL(dbl); /* 2^-126 */
    case IR_FCVT: /* halves may be denormal */
        return dbl && i->type == IR_F32 ? 897u << 20 : MIN_NORMAL(dbl);
    default: return MIN_NORMAL(dbl);
    }
}

static void check_operand(struct emit *e, const struct fp_check *c, unsigned n,
                          struct rm x, bool dbl)
{
    uint32_t floor = operand_floor(c->insn, n, dbl);

    if (c->insn->op == IR_FDIV && n == 1) /* below 2^511, 2^63 */
        check_divisor(e, c, x, dbl, dbl ? 1534u << 20 : 190u << 23);
    else if (floor == MIN_NORMAL(dbl))
        fp_check_denormal(e, c, x, dbl, e->vscratch[0]);
    else
        check_floor(e, c, x, dbl, floor);
}

void fp_flush_begin(struct emit *e, const struct fp_check *c)
{
    const struct operand *o[3] = {&e->a, &e->b, &e->c};
    bool dbl;

    if (!fp_flushes(e) || !has_fp_operands(c->insn, &dbl))
        return;
    for (unsigned n = 0; n < 3; n++)
        if (o[n]->kind != O_NONE)
            check_operand(e, c, n, operand_rm(e, o[n]), dbl);
}
