// SPDX-License-Identifier: MIT
/*
 * Which FP ops have an emitter on this host and in this FP mode, and which
 * go to a helper as a whole; access to the cumulative flags.
 */
#include "jit/x86_64/fp-int.h"
#include "jit/x86_64/vec-ops.h"

/*
 * FPSR has IOC DZC OFC UFC IXC in bits 0 to 4 and IDC in bit 7; MXCSR has
 * IE, DE, then the others from bit 2.  IDC has a word of its own.
 */
void emit_getfpsr(struct emit *e, const struct ir_insn *i)
{
    struct assembler *as = &e->as;
    struct rm mxcsr = rm_mem(RBP, CPU_SLOT(e, guest_mxcsr));
    int d = e->dst, t = e->scratch[0];

    (void)i;
    asm_op(as, I_STMXCSR, false, 3, mxcsr);
    asm_mov(as, false, d, mxcsr);
    emit_mov(e, t, d);
    asm_shift_imm(as, SH_SHR, false, t, 1);
    asm_alu_imm(as, ALU_AND, false, rm_reg(d), 1);
    asm_alu_imm(as, ALU_AND, false, rm_reg(t), 0x1e);
    asm_alu(as, ALU_OR, false, d, rm_reg(t));
    asm_alu(as, ALU_OR, false, d, rm_mem(RBP, CPU_SLOT(e, guest_idc)));
}

void emit_putfpsr(struct emit *e, const struct ir_insn *i)
{
    struct assembler *as = &e->as;
    struct rm mxcsr = rm_mem(RBP, CPU_SLOT(e, guest_mxcsr));
    int x = e->a.reg, t0 = e->scratch[0], t1 = e->scratch[1];

    (void)i;
    asm_op(as, I_STMXCSR, false, 3, mxcsr);
    asm_mov(as, false, t0, mxcsr);
    asm_alu_imm(as, ALU_AND, false, rm_reg(t0), ~0x3f);
    asm_mov(as, false, t1, rm_reg(x));
    asm_alu_imm(as, ALU_AND, false, rm_reg(t1), 0x1e);
    asm_shift_imm(as, SH_SHL, false, t1, 1);
    asm_alu(as, ALU_OR, false, t0, rm_reg(t1));
    asm_mov(as, false, t1, rm_reg(x));
    asm_alu_imm(as, ALU_AND, false, rm_reg(t1), 1);
    asm_alu(as, ALU_OR, false, t0, rm_reg(t1));
    asm_mov_store(as, false, mxcsr, t0);
    asm_op(as, I_LDMXCSR, false, 2, mxcsr);
    asm_mov(as, false, t1, rm_reg(x));
    asm_alu_imm(as, ALU_AND, false, rm_reg(t1), 0x80);
    asm_mov_store(as, false, rm_mem(RBP, CPU_SLOT(e, guest_idc)), t1);
}

#define F1(fn, effect)                           \
    {                                            \
        fn, C_VEC, C_NONE, C_NONE, C_VEC, effect \
    }
#define F2(fn, effect)                          \
    {                                           \
        fn, C_VEC, C_VEC, C_NONE, C_VEC, effect \
    }
#define F3(fn, effect)                         \
    {                                          \
        fn, C_VEC, C_VEC, C_VEC, C_VEC, effect \
    }
#define F2M(fn, effect)                            \
    {                                              \
        fn, C_VEC, C_VEC_RM, C_NONE, C_VEC, effect \
    }

static const struct op_rule inline_rules[IR_OP_COUNT] = {
    [IR_FADD] = F2M(emit_fp_arith, E_FLAGS | E_VEC2),
    [IR_FSUB] = F2M(emit_fp_arith, E_FLAGS | E_VEC2),
    [IR_FMUL] = F2M(emit_fp_arith, E_FLAGS | E_VEC2),
    [IR_FDIV] = F2M(emit_fp_arith, E_FLAGS | E_VEC2),
    [IR_FMULX] = F2(emit_fp_mulx, E_FLAGS | E_VEC2),
    [IR_FSQRT] = F1(emit_fp_sqrt, E_FLAGS | E_VEC2),
    [IR_FMA] = F3(emit_fp_fma, E_FLAGS | E_VEC1),
    [IR_FMIN] = F2(emit_fp_minmax, E_FLAGS | E_VEC2),
    [IR_FMAX] = F2(emit_fp_minmax, E_FLAGS | E_VEC2),
    [IR_FMINNM] = F2(emit_fp_minmax, E_FLAGS | E_VEC2),
    [IR_FMAXNM] = F2(emit_fp_minmax, E_FLAGS | E_VEC2),
    [IR_FRECPS] = F2(emit_fp_step, E_FLAGS | E_VEC2),
    [IR_FRSQRTS] = F2(emit_fp_step, E_FLAGS | E_VEC2),
    [IR_FRECPX] = F1(emit_fp_recpx, E_FLAGS | E_VEC2),
    [IR_FABS] = F1(emit_fp_sign, E_TIED),
    [IR_FNEG] = F1(emit_fp_sign, E_TIED),
    [IR_FROUND] = F1(emit_fp_round, E_FLAGS | E_VEC2),
    [IR_FCVT] = F1(emit_fp_cvt, E_FLAGS | E_VEC2),
    [IR_FCVTL] = F1(emit_fp_cvtl, E_FLAGS | E_VEC2),
    [IR_FCVTN] = F1(emit_fp_cvtn, E_FLAGS | E_VEC2),
    [IR_FTOI] = {emit_fp_toi, C_VEC, C_NONE, C_NONE, C_GPR,
                 E_FLAGS | E_VEC2 | E_GPR1},
    [IR_ITOF] = {emit_fp_itof, C_GPR, C_NONE, C_NONE, C_VEC, E_FLAGS | E_GPR2},
    [IR_FCMPV] = F2(emit_fp_cmpv, E_VEC1),
    [IR_FCMPF] = {emit_fp_cmpf, C_VEC, C_VEC_RM, C_NONE, C_FLAGS, E_FLAGS},
    [IR_GETFPSR] = {emit_getfpsr, C_NONE, C_NONE, C_NONE, C_GPR,
                    E_FLAGS | E_GPR1},
    [IR_PUTFPSR] = {emit_putfpsr, C_GPR, C_NONE, C_NONE, C_NONE,
                    E_FLAGS | E_GPR2},
};

/* The same with one scratch register: scalars, and AVX-512. */
static const struct op_rule arith_small = F2M(emit_fp_arith, E_FLAGS | E_VEC1);
static const struct op_rule sqrt_small = F1(emit_fp_sqrt, E_FLAGS | E_VEC1);
static const struct op_rule toi_packed_rule =
    F1(emit_fp_toi_packed, E_FLAGS | E_VEC2 | E_GPR1);
static const struct op_rule itof_packed_rule =
    F1(emit_fp_itof_packed, E_FLAGS | E_VEC2 | E_GPR1);
static const struct op_rule cmpf_flush_rule = {
    emit_fp_cmpf, C_VEC, C_VEC, C_NONE, C_FLAGS, E_FLAGS | E_VEC2};
static const struct op_rule cmpv_flush_rule =
    F2(emit_fp_cmpv, E_FLAGS | E_VEC1);
static const struct op_rule helper_rules[3] = {
    F1(emit_fp_helper, E_FLAGS | E_RAX), F2(emit_fp_helper, E_FLAGS | E_RAX),
    F3(emit_fp_helper, E_FLAGS | E_RAX)};
static const struct op_rule helper_toi = {
    emit_fp_helper, C_VEC, C_NONE, C_NONE, C_GPR, E_FLAGS | E_RAX};
static const struct op_rule helper_itof = {
    emit_fp_helper, C_GPR, C_NONE, C_NONE, C_VEC, E_FLAGS | E_RAX};

/* Does the conversion involve half precision? */
static bool is_half(const struct ir_insn *i)
{
    switch (i->op) {
    case IR_FCVT: return i->type == IR_F16 || i->lane == LANE_16;
    case IR_FCVTL: return i->lane == LANE_16;
    case IR_FCVTN: return i->lane == LANE_32;
    default: return false;
    }
}

static bool convert_needs_helper(const struct emit *e, const struct ir_insn *i)
{
    if (is_half(i) && (!is_avx(e) || (e->region->mode & MODE_AHP)))
        return true;
    return i->op != IR_FCVTL && (i->aux & ROUND_MASK) == ROUND_ODD;
}

static bool toi_needs_helper(const struct ir_insn *i)
{
    unsigned rounding = i->aux & ROUND_MASK;

    /* the forms with a scale truncate */
    return (i->imm && rounding != ROUND_ZERO) || rounding == ROUND_ODD ||
           i->lane == LANE_16;
}

static bool itof_needs_helper(const struct ir_insn *i)
{
    return i->type == IR_F16 || i->lane < LANE_32;
}

static bool round_needs_helper(const struct ir_insn *i)
{
    unsigned rounding = i->aux & ROUND_MASK;

    return rounding == ROUND_ODD ||
           (rounding == ROUND_NEAREST_AWAY && (i->aux & ROUND_EXACT));
}

static bool needs_helper(const struct emit *e, const struct ir_insn *i)
{
    if (i->op == IR_FABS || i->op == IR_FNEG)
        return false;
    switch (i->op) {
    case IR_FRECPE:
    case IR_FRSQRTE: return true;
    case IR_FMA:
    case IR_FRECPS:
    case IR_FRSQRTS: return !is_avx(e);
    case IR_FROUND: return round_needs_helper(i);
    case IR_FCVT:
    case IR_FCVTL:
    case IR_FCVTN: return convert_needs_helper(e, i);
    case IR_FTOI: return toi_needs_helper(i);
    case IR_ITOF: return itof_needs_helper(i);
    default: return false;
    }
}

const struct op_rule *fp_rule(const struct emit *e, const struct ir_insn *i)
{
    bool packed = fp_packed(i);

    switch (i->op) {
    case IR_GETFPSR:
    case IR_PUTFPSR: return &inline_rules[i->op];
    case IR_FCMPF:
        return fp_flushes(e) ? &cmpf_flush_rule : &inline_rules[i->op];
    case IR_FCMPV:
        return fp_flushes(e) ? &cmpv_flush_rule : &inline_rules[i->op];
    }
    if (i->op < IR_FADD || i->op > IR_FCMPV)
        return NULL;
    if (needs_helper(e, i)) {
        if (i->op == IR_FTOI && !packed)
            return &helper_toi;
        if (i->op == IR_ITOF && !packed)
            return &helper_itof;
        return &helper_rules[i->c ? 2 : i->b ? 1 : 0];
    }
    if (packed && i->op == IR_FTOI)
        return &toi_packed_rule;
    if (packed && i->op == IR_ITOF)
        return &itof_packed_rule;
    if (!packed || is_evex(e)) {
        if (i->op == IR_FSQRT)
            return &sqrt_small;
        if (inline_rules[i->op].emit == emit_fp_arith)
            return &arith_small;
    }
    return inline_rules[i->op].emit ? &inline_rules[i->op] : NULL;
}
