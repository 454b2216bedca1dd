// SPDX-License-Identifier: MIT
/* FP arithmetic, comparison, minimum and maximum, scalar and packed. */
#include "jit/x86_64/fp-int.h"

/*
 * The scratch register that fp_result() left; only packed checks below
 * AVX-512 have (and need) a second one.
 */
static int free_scratch(const struct emit *e, const struct ir_insn *i, int r)
{
    if (r == e->dst)
        return e->vscratch[0];
    return fp_packed(i) && !is_evex(e) ? e->vscratch[1] : -1;
}

/*
 * r = a op b. Of two sources that may be exchanged (a NaN result is made anew
 * anyway) the first is the one with zeros above it, which the result takes.
 */
static void arith(struct emit *e, const struct ir_insn *i, uint32_t op, int r)
{
    unsigned lane = fp_double(i) ? LANE_64 : LANE_32;
    bool swap = (i->op == IR_FADD || i->op == IR_FMUL) && !fp_packed(i) &&
                !fp_upper_zero(e, i->a, lane) && fp_upper_zero(e, i->b, lane);
    int first = e->b.reg;

    if (!swap) {
        emit_v3(e, op, r, e->a.reg, b_rm(e));
        return;
    }
    if (e->b.kind != O_REG) {
        emit_v2(e, lane == LANE_64 ? I_MOVQ : I_MOVSS, r, b_rm(e));
        first = r;
    }
    emit_v3(e, op, r, first, rm_reg(e->a.reg));
}

void emit_fp_arith(struct emit *e, const struct ir_insn *i)
{
    static const uint8_t opcode[IR_OP_COUNT] = {[IR_FADD] = I_FADD,
                                                [IR_FSUB] = I_FSUB,
                                                [IR_FMUL] = I_FMUL,
                                                [IR_FDIV] = I_FDIV};
    int r = fp_result(e);
    bool tiny = i->op == IR_FMUL || i->op == IR_FDIV;
    struct fp_check c = fp_check_begin(e, i);

    arith(e, i, fp_insn(i, opcode[i->op]), r);
    fp_check_result(e, &c, r, tiny, free_scratch(e, i, r));
    fp_check_end(e, &c, r);
}

void emit_fp_sqrt(struct emit *e, const struct ir_insn *i)
{
    int r = fp_result(e);
    struct fp_check c = fp_check_begin(e, i);

    if (fp_packed(i))
        vec2(e, fp_insn(i, I_FSQRT), r, e->a.reg);
    else
        emit_v3(e, fp_insn(i, I_FSQRT), r, e->a.reg, rm_reg(e->a.reg));
    fp_check_result(e, &c, r, false, free_scratch(e, i, r));
    fp_check_end(e, &c, r);
}

/*
 * Without NaNs MAXPS differs only for zeros of two signs, where it gives its
 * second operand: the AND (for MINPS the OR) of both orders is right.
 */
void emit_fp_minmax(struct emit *e, const struct ir_insn *i)
{
    bool max = i->op == IR_FMAX || i->op == IR_FMAXNM, dbl = fp_double(i);
    uint32_t op = fp_insn(i, max ? I_FMAX : I_FMIN);
    int t0 = e->vscratch[0], t1 = e->vscratch[1], x = e->a.reg, y = e->b.reg;
    struct fp_check c = fp_check_begin(e, i);

    if (fp_packed(i)) {
        fp_unordered(e, dbl, t0, x, y);
        fp_check_mask(e, &c, t0);
    } else {
        vec2(e, dbl ? I_UCOMISD : I_UCOMISS, x, y);
        asm_jcc(&e->as, CC_P, c.cold);
    }
    emit_v3(e, op, t0, x, rm_reg(y));
    emit_v3(e, op, t1, y, rm_reg(x));
    emit_v3(e, max ? I_PAND : I_POR, e->dst, t0, rm_reg(t1));
    fp_check_end(e, &c, e->dst);
}

/* d += x * y, with signs: FMADD231 and its kin. */
static void fma231(struct emit *e, const struct ir_insn *i, unsigned aux, int d,
                   int x, int y)
{
    uint32_t op = fp_packed(i) ? I_FMADD231P : I_FMADD231S;

    if (aux & 1)
        op += I_FNMADD231;
    if (aux & 2)
        op += I_FMSUB231;
    if (fp_double(i))
        op |= OP_W;
    emit_v3(e, op, d, x, rm_reg(y));
}

/*
 * Three operands leave one scratch register, which a packed check needs: where
 * the result goes into an operand's register, that operand is stored first.
 */
static void fma_in_place(struct emit *e, const struct ir_insn *i)
{
    const int regs[3] = {e->a.reg, e->b.reg, e->c.reg};
    int d = e->dst, t = e->vscratch[0];
    unsigned stored = 0;

    for (int n = 0; n < 3; n++) {
        if (regs[n] != d)
            continue;
        stored |= 1u << n;
        emit_v2(e, I_MOVAPS_ST, d,
                rm_mem(RBP, CPU_SLOT(e, helper_vec) + 16 * (n + 1)));
    }
    struct fp_check c = fp_check_begin_stored(e, i, stored);
    emit_vmov(e, t, regs[2]);
    fma231(e, i, i->aux, t, regs[0], regs[1]);
    emit_vmov(e, d, t);
    fp_check_result(e, &c, d, true, t);
    fp_check_end(e, &c, d);
}

void emit_fp_fma(struct emit *e, const struct ir_insn *i)
{
    int r = fp_result(e);

    if (fp_packed(i) && !is_evex(e) && r != e->dst) {
        fma_in_place(e, i);
        return;
    }
    struct fp_check c = fp_check_begin(e, i);
    emit_vmov(e, r, e->c.reg);
    fma231(e, i, i->aux, r, e->a.reg, e->b.reg);
    fp_check_result(e, &c, r, true, r == e->dst ? e->vscratch[0] : -1);
    fp_check_end(e, &c, r);
}

/*
 * Jumps away if an operand's magnitude is above a limit, NaNs included: the
 * upper 32 bits decide.
 */
static void check_large(struct emit *e, const struct fp_check *c,
                        uint32_t limit)
{
    const struct ir_insn *i = c->insn;
    int t0 = e->vscratch[0], t1 = e->vscratch[1];
    bool dbl = fp_double(i);
    uint64_t abs = dbl ? ~0ull >> 1 : 0x7fffffff7fffffffull;
    struct rm mask, max;

    if (fp_packed(i)) /* elements that don't count are 0 */
        mask = vec_pool(e, abs, abs);
    else
        mask = vec_pool(e, dbl ? abs : abs >> 32, 0);
    max = dbl ? vec_splat(e, LANE_64, (uint64_t)limit << 32 | 0x7fffffff)
              : vec_splat(e, LANE_32, limit);
    emit_v3(e, I_PAND, t0, e->a.reg, mask);
    emit_v3(e, I_PAND, t1, e->b.reg, mask);
    emit_v3(e, I_PMAXSD, t0, t0, rm_reg(t1));
    emit_v3(e, I_PCMPGTD, t0, t0, max);
    fp_check_mask(e, c, t0);
}

/* 0 * inf must raise nothing: infinities go to the cold path first. */
void emit_fp_mulx(struct emit *e, const struct ir_insn *i)
{
    int r = fp_result(e);
    struct fp_check c = fp_check_begin(e, i);

    check_large(e, &c, fp_double(i) ? 0x7fefffff : 0x7f7fffff);
    emit_v3(e, fp_insn(i, I_FMUL), r, e->a.reg, rm_reg(e->b.reg));
    fp_check_result(e, &c, r, true, free_scratch(e, i, r));
    fp_check_end(e, &c, r);
}

/*
 * FRECPS and FRSQRTS.  With factors below 2^63 (2^511) there is neither
 * overflow before the halving nor a tiny result.
 */
void emit_fp_step(struct emit *e, const struct ir_insn *i)
{
    bool half = i->op == IR_FRSQRTS, dbl = fp_double(i);
    int r = fp_result(e);
    struct fp_check c = fp_check_begin(e, i);
    uint64_t f32 = half ? 0x40400000 : 0x40000000;
    uint64_t f64 = half ? 0x4008ull << 48 : 0x4000ull << 48;

    check_large(e, &c, dbl ? 0x5fdfffff : 0x5effffff);
    emit_v2(e, I_MOVAPS, r,
            vec_splat(e, dbl ? LANE_64 : LANE_32, dbl ? f64 : f32));
    fma231(e, i, 1, r, e->a.reg, e->b.reg);
    if (half)
        emit_v3(e, fp_insn(i, I_FMUL), r, r,
                vec_splat(e, dbl ? LANE_64 : LANE_32,
                          dbl ? 0x3feull << 52 : 0x3f000000));
    fp_check_end(e, &c, r);
}

void emit_fp_sign(struct emit *e, const struct ir_insn *i)
{
    bool dbl = fp_double(i);

    if (i->op == IR_FABS)
        emit_v3(e, I_PAND, e->dst, e->a.reg, fp_abs_mask(e, dbl));
    else
        emit_v3(e, I_PXOR, e->dst, e->a.reg, fp_sign_mask(e, dbl));
}

/* The exponent inverted; that of 0 is taken as 1. */
void emit_fp_recpx(struct emit *e, const struct ir_insn *i)
{
    bool dbl = fp_double(i);
    int t0 = e->vscratch[0], t1 = e->vscratch[1], x = e->a.reg;
    unsigned lane = dbl ? LANE_64 : LANE_32;
    uint64_t exp = dbl ? 0x7ffull << 52 : 0xffull << 23;
    uint64_t one = dbl ? 1ull << 52 : 1ull << 23;
    uint64_t sign = 1ull << (lane_width(lane) - 1);
    struct fp_check c = fp_check_begin(e, i);

    vec2(e, dbl ? I_UCOMISD : I_UCOMISS, x, x);
    asm_jcc(&e->as, CC_P, c.cold);
    emit_v3(e, I_PXOR, t0, x, vec_splat(e, lane, exp));
    emit_v3(e, I_PAND, t0, t0, vec_splat(e, lane, exp | sign));
    emit_v3(e, I_PAND, t1, t0, vec_splat(e, lane, exp));
    emit_v3(e, vec_pcmpeq[lane], t1, t1, vec_splat(e, lane, exp));
    emit_v3(e, I_PAND, t1, t1, vec_splat(e, lane, one));
    emit_v3(e, vec_psub[lane], t0, t0, rm_reg(t1));
    fp_check_end(e, &c, t0);
}

/* x = y quiet; x > y and x >= y, signalling, as y < x and y <= x. */
static void compare_mask(struct emit *e, const struct ir_insn *i)
{
    bool dbl = fp_double(i), eq = i->aux == COND_EQ;
    int x = eq ? e->a.reg : e->b.reg, y = eq ? e->b.reg : e->a.reg;
    unsigned pred = eq ? 0 : i->aux == COND_GT ? 1 : 2;

    if (is_evex(e) && (e->dst > 15 || x > 15 || y > 15)) {
        uint32_t op = fp_packed(i) ? (dbl ? I_VCMPPD_K : I_VCMPPS_K)
                                   : (dbl ? I_VCMPSD_K : I_VCMPSS_K);
        asm_vex_imm(&e->as, op, 1, x, rm_reg(y), (uint8_t)pred);
        vec2(e, dbl ? I_VPMOVM2Q : I_VPMOVM2D, e->dst, 1);
        return;
    }
    uint32_t op =
        fp_packed(i) ? (dbl ? I_CMPPD : I_CMPPS) : (dbl ? I_CMPSD : I_CMPSS);
    vec3i(e, op, e->dst, x, y, pred);
}

void emit_fp_cmpv(struct emit *e, const struct ir_insn *i)
{
    if (!fp_flushes(e)) {
        compare_mask(e, i);
        return;
    }
    struct fp_check c = fp_check_begin(e, i);
    compare_mask(e, i);
    fp_check_end(e, &c, e->dst);
}

static uint32_t ucomis_insn(const struct ir_insn *i)
{
    bool signals = i->aux & (i->op == IR_FCCMPF ? 16 : 1);
    if (i->lane == LANE_64)
        return signals ? I_COMISD : I_UCOMISD;
    return signals ? I_COMISS : I_UCOMISS;
}

/* A compare's operand with denormals flushed, by helper; to d. */
static void flushed(struct emit *e, const struct cold *c, int d, int src)
{
    emit_v2(e, I_MOVQ_ST, src, rm_mem(RBP, CPU_SLOT(e, helper_arg)));
    asm_mov_store_imm(&e->as, false, fp_op_slot(e),
                      (int32_t)fp_op_pack(c->insn, e->region->mode));
    emit_helper_call(e, HELPER_FP_SCALAR);
    emit_v2(e, I_MOVQ_GPR, d, rm_reg(RAX));
}

static void cold_compare(struct emit *e, const struct cold *c)
{
    struct rm save = rm_mem(RBP, CPU_SLOT(e, helper_vec));

    asm_mov_store(&e->as, true, save, RAX);
    flushed(e, c, c->vscratch[0], c->a);
    flushed(e, c, c->vscratch[1], c->b);
    asm_mov(&e->as, true, RAX, save);
    vec2(e, ucomis_insn(c->insn), c->vscratch[0], c->vscratch[1]);
    asm_jmp(&e->as, c->back);
}

void emit_fp_cmpf(struct emit *e, const struct ir_insn *i)
{
    if (!fp_flushes(e)) {
        emit_v2(e, ucomis_insn(i), e->a.reg, b_rm(e));
        return;
    }
    struct cold *cold = emit_cold(e, cold_compare, i);
    cold->back = asm_label(&e->as);
    cold->a = e->a.reg;
    cold->b = e->b.reg;
    cold->vscratch[0] = e->vscratch[0];
    cold->vscratch[1] = e->vscratch[1];
    struct fp_check c = {i, cold->entry, cold->back};
    fp_flush_begin(e, &c);
    vec2(e, ucomis_insn(i), e->a.reg, e->b.reg);
    asm_place(&e->as, c.back);
}
