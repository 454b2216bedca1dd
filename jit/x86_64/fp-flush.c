// SPDX-License-Identifier: MIT
/*
 * Flush-to-zero mode (FPCR.FZ).  Arm takes denormal operands as zeros, which
 * sets IDC, and flushes results that are tiny before rounding, which sets UFC
 * and nothing else.  MXCSR's DAZ and FTZ do neither exactly, so they stay
 * off: denormal operands go to the cold path before the op, results from the
 * smallest normal downward behind it.
 */
#include "jit/x86_64/fp-int.h"

bool fp_flushes(const struct emit *e)
{
    return e->region->mode & MODE_FZ;
}

/* Ops whose tiny results raise flags that a flushed one does not. */
bool fp_flush_saves_flags(const struct emit *e, const struct ir_insn *i)
{
    if (!fp_flushes(e))
        return false;
    switch (i->op) {
    case IR_FMUL:
    case IR_FMULX:
    case IR_FDIV:
    case IR_FMA: return true;
    case IR_FCVT:
    case IR_FCVTN: return i->lane == LANE_64;
    default: return false;
    }
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
    uint32_t op = packed ? I_VFPCLASSPS : I_VFPCLASSSS;

    if (dbl)
        op |= OP_EW;
    asm_vex_imm(&e->as, op, 1, -1, x, (uint8_t)classes);
    asm_vex(&e->as, I_KORTESTB, 1, -1, rm_reg(1));
    asm_jcc(&e->as, CC_NE, c->cold);
}

/*
 * Without AVX-512: |x| - 1 is below the smallest normal, unsigned, for
 * denormals alone (and, of doubles, whose upper half decides, the smallest
 * normal itself).
 */
void fp_check_denormal(struct emit *e, const struct fp_check *c, struct rm x,
                       bool dbl, int t)
{
    struct rm limit = dbl ? vec_splat(e, LANE_64, 1ull << 52)
                          : vec_splat(e, LANE_32, (1u << 23) - 1);

    if (is_evex(e)) {
        fp_check_class(e, c, x, dbl, CLASS_DENORMAL);
        return;
    }
    emit_v2(e, I_MOVAPS, t, fp_abs_mask(e, dbl));
    emit_v3(e, I_PAND, t, t, x);
    emit_v3(e, dbl ? I_PSUBQ : I_PSUBD, t, t,
            vec_splat(e, dbl ? LANE_64 : LANE_32, 1));
    emit_v3(e, I_PMINUD, t, t, limit);
    emit_v3(e, I_PCMPEQD, t, t, limit);
    emit_v2(e, I_PTEST, t, live_mask(e, c->insn, dbl));
    asm_jcc(&e->as, CC_AE, c->cold);
}

void fp_flush_begin(struct emit *e, const struct fp_check *c)
{
    const struct operand *operands[3] = {&e->a, &e->b, &e->c};
    bool dbl;

    if (!fp_flushes(e) || !has_fp_operands(c->insn, &dbl))
        return;
    if (fp_flush_saves_flags(e, c->insn))
        asm_op(&e->as, I_STMXCSR, false, 3,
               rm_mem(RBP, CPU_SLOT(e, guest_mxcsr)));
    for (unsigned n = 0; n < 3; n++) {
        bool again = n && operands[n]->kind == O_REG &&
                     operands[0]->kind == O_REG &&
                     operands[n]->reg == operands[0]->reg;
        if (operands[n]->kind != O_NONE && !again)
            fp_check_denormal(e, c, operand_rm(e, operands[n]), dbl,
                              e->vscratch[0]);
    }
}
