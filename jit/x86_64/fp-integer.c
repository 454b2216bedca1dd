// SPDX-License-Identifier: MIT
/*
 * FP to integer and back.  The host gives the smallest integer (unsigned
 * forms: the largest) with Invalid for what does not fit; the cold path
 * settles whether that was the result, and saturates.
 */
#include "jit/x86_64/fp-int.h"

static unsigned to_imm(unsigned aux)
{
    switch (aux & ROUND_MASK) {
    case ROUND_UP: return 2;
    case ROUND_DOWN: return 1;
    case ROUND_ZERO: return 3;
    case ROUND_CURRENT: return 4;
    default: return 0;
    }
}

static void to_gpr(struct emit *e, bool dbl, bool w, int d, int s)
{
    emit_v2(e, (dbl ? I_CVTTSD2SI : I_CVTTSS2SI) | (w ? OP_W : 0), d,
            rm_reg(s));
}

/* t = x rounded as aux says, without flags. */
static void round_quiet(struct emit *e, const struct ir_insn *i, int t)
{
    bool dbl = i->lane == LANE_64;

    emit_v3i(e, dbl ? I_ROUNDSD : I_ROUNDSS, t, e->a.reg, rm_reg(e->a.reg),
             (uint8_t)(to_imm(i->aux) | 8));
}

/* Raises Inexact if x is no integer; t is lost. */
static void raise_inexact(struct emit *e, const struct ir_insn *i, int t)
{
    bool dbl = i->lane == LANE_64;

    emit_v3i(e, dbl ? I_ROUNDSD : I_ROUNDSS, t, e->a.reg, rm_reg(e->a.reg),
             (uint8_t)to_imm(i->aux));
}

/* Signed: a result of MIN is looked into. */
static void toi_signed(struct emit *e, const struct ir_insn *i,
                       const struct fp_check *c)
{
    bool dbl = i->lane == LANE_64, w = i->type == IR_I64;
    bool truncate = (i->aux & ROUND_MASK) == ROUND_ZERO;
    int t0 = e->vscratch[0], s = e->a.reg;

    if (!truncate) {
        round_quiet(e, i, t0);
        s = t0;
    }
    to_gpr(e, dbl, w, e->dst, s);
    asm_alu_imm(&e->as, ALU_CMP, w, rm_reg(e->dst), 1);
    asm_jcc(&e->as, CC_O, c->cold);
    if (!truncate)
        raise_inexact(e, i, t0);
}

/* Unsigned with AVX-512: a result of all ones is looked into. */
static void toi_unsigned_evex(struct emit *e, const struct ir_insn *i,
                              const struct fp_check *c)
{
    bool dbl = i->lane == LANE_64, w = i->type == IR_I64;
    bool truncate = (i->aux & ROUND_MASK) == ROUND_ZERO;
    int t0 = e->vscratch[0], s = e->a.reg;

    if (!truncate) {
        round_quiet(e, i, t0);
        s = t0;
    }
    emit_v2(e, (dbl ? I_VCVTTSD2USI : I_VCVTTSS2USI) | (w ? OP_W : 0), e->dst,
            rm_reg(s));
    asm_alu_imm(&e->as, ALU_CMP, w, rm_reg(e->dst), -1);
    asm_jcc(&e->as, CC_E, c->cold);
    if (!truncate)
        raise_inexact(e, i, t0);
}

/*
 * Unsigned otherwise: by the signed 64-bit conversion of the rounded value,
 * which raises nothing if it fits; what is negative or has too many bits is
 * left to the cold path, and what is above 2^63 goes there first.
 */
static void toi_unsigned(struct emit *e, const struct ir_insn *i,
                         const struct fp_check *c)
{
    bool dbl = i->lane == LANE_64, w = i->type == IR_I64;
    int t0 = e->vscratch[0], t1 = e->vscratch[1];

    round_quiet(e, i, t0);
    emit_v2(e, dbl ? I_MOVSD : I_MOVSS, t1,
            fp_const(e, dbl, 0x5f000000, 0x43eull << 52));
    vec2(e, dbl ? I_UCOMISD : I_UCOMISS, t1, t0);
    asm_jcc(&e->as, CC_BE, c->cold);
    to_gpr(e, dbl, true, e->dst, t0);
    if (w) {
        asm_test(&e->as, true, rm_reg(e->dst), e->dst);
        asm_jcc(&e->as, CC_S, c->cold);
    } else {
        asm_mov(&e->as, false, e->scratch[0], rm_reg(e->dst));
        asm_alu(&e->as, ALU_CMP, true, e->dst, rm_reg(e->scratch[0]));
        asm_jcc(&e->as, CC_NE, c->cold);
    }
    raise_inexact(e, i, t0);
}

void emit_fp_toi(struct emit *e, const struct ir_insn *i)
{
    struct fp_check c = fp_check_begin(e, i);

    if (!(i->aux & ROUND_UNSIGNED))
        toi_signed(e, i, &c);
    else if (is_evex(e))
        toi_unsigned_evex(e, i, &c);
    else
        toi_unsigned(e, i, &c);
    asm_place(&e->as, c.back);
}

/* Packed: the instruction's mark of failure is looked for in all lanes. */
void emit_fp_toi_packed(struct emit *e, const struct ir_insn *i)
{
    bool dbl = i->lane == LANE_64, u = i->aux & ROUND_UNSIGNED;
    bool truncate = (i->aux & ROUND_MASK) == ROUND_ZERO;
    int t0 = e->vscratch[0], t1 = e->vscratch[1], s = e->a.reg;
    uint32_t op = dbl ? (u ? I_VCVTTPD2UQQ : I_VCVTTPD2QQ)
                  : u ? I_VCVTTPS2UDQ
                      : I_CVTTPS2DQ;
    uint64_t mark = u ? ~0ull : dbl ? 1ull << 63 : 1u << 31;
    uint32_t round = dbl ? I_ROUNDPD : I_ROUNDPS;
    struct fp_check c = fp_check_begin(e, i);

    if (!truncate) {
        vec2i(e, round, t0, s, to_imm(i->aux) | 8);
        s = t0;
    }
    vec2(e, op, t0, s);
    emit_vmov(e, t1, t0);
    emit_v3(e, vec_pcmpeq[i->lane], t1, t1, vec_splat(e, i->lane, mark));
    fp_check_mask(e, &c, t1);
    if (!truncate)
        vec2i(e, round, t1, e->a.reg, to_imm(i->aux));
    fp_check_end(e, &c, t0);
}

static uint64_t power_of_half(bool dbl, unsigned n)
{
    return dbl ? (uint64_t)(1023 - n) << 52 : (uint64_t)(127 - n) << 23;
}

/* r / 2^imm, exactly. */
static void scale_down(struct emit *e, const struct ir_insn *i, int r)
{
    bool dbl = fp_double(i);
    unsigned n = (unsigned)i->imm;

    if (n)
        emit_v3(e, fp_insn(i, I_FMUL), r, r,
                vec_splat(e, dbl ? LANE_64 : LANE_32, power_of_half(dbl, n)));
}

static void from_gpr(struct emit *e, uint32_t op, bool w, int s)
{
    int d = e->dst;

    op |= w ? OP_W : 0;
    vec_zero(e, d); /* breaks the dependence on d */
    if (is_avx(e))
        asm_vex(&e->as, op, d, d, rm_reg(s));
    else
        asm_op(&e->as, op, false, d, rm_reg(s));
}

/*
 * Unsigned 64-bit: as signed if the top bit is clear; else half of it, with
 * the bit lost or'ed in so that it rounds the same, doubled.
 */
static void from_u64(struct emit *e, const struct ir_insn *i, uint32_t op)
{
    int x = e->a.reg, t0 = e->scratch[0], t1 = e->scratch[1], d = e->dst;
    uint32_t big = asm_label(&e->as), done = asm_label(&e->as);

    asm_test(&e->as, true, rm_reg(x), x);
    asm_jcc(&e->as, CC_S, big);
    from_gpr(e, op, true, x);
    asm_jmp(&e->as, done);
    asm_place(&e->as, big);
    emit_mov(e, t0, x);
    asm_mov(&e->as, false, t1, rm_reg(x));
    asm_shift_imm(&e->as, SH_SHR, true, t0, 1);
    asm_alu_imm(&e->as, ALU_AND, false, rm_reg(t1), 1);
    asm_alu(&e->as, ALU_OR, true, t0, rm_reg(t1));
    from_gpr(e, op, true, t0);
    emit_v3(e, fp_insn(i, I_FADD), d, d, rm_reg(d));
    asm_place(&e->as, done);
}

void emit_fp_itof(struct emit *e, const struct ir_insn *i)
{
    bool dbl = fp_double(i), w = i->lane == LANE_64;
    bool u = i->aux & ROUND_UNSIGNED;
    uint32_t op = dbl ? I_CVTSI2SD : I_CVTSI2SS;

    if (!u) {
        from_gpr(e, op, w, e->a.reg);
    } else if (is_evex(e)) {
        from_gpr(e, dbl ? I_VCVTUSI2SD : I_VCVTUSI2SS, w, e->a.reg);
    } else if (w) {
        from_u64(e, i, op);
    } else {
        asm_mov(&e->as, false, e->scratch[0], rm_reg(e->a.reg));
        from_gpr(e, op, true, e->scratch[0]);
    }
    scale_down(e, i, e->dst);
}

/* Unsigned 32-bit lanes: halves of 16 bits, joined by one rounded addition. */
static void from_u32_packed(struct emit *e)
{
    int t0 = e->vscratch[0], t1 = e->vscratch[1], a = e->a.reg;

    vec_shift(e, I_SHIFTD, SHIFT_SRL, t0, a, 16);
    emit_v3(e, I_PAND, t1, a, vec_splat(e, LANE_32, 0xffff));
    vec2(e, I_CVTDQ2PS, t0, t0);
    vec2(e, I_CVTDQ2PS, t1, t1);
    emit_v3(e, I_PS(I_FMUL), t0, t0, vec_splat(e, LANE_32, 0x47800000));
    emit_v3(e, I_PS(I_FADD), t0, t0, rm_reg(t1));
}

/* Signed 64-bit lanes without AVX-512, one by one. */
static void from_i64_packed(struct emit *e)
{
    int t0 = e->vscratch[0], t1 = e->vscratch[1], r = e->scratch[0];

    emit_v2i(e, I_PEXTRQ, e->a.reg, rm_reg(r), 1);
    vec_zero(e, t1);
    emit_v3(e, I_CVTSI2SD | OP_W, t1, t1, rm_reg(r));
    emit_v2(e, I_MOVQ_OUT, e->a.reg, rm_reg(r));
    vec_zero(e, t0);
    emit_v3(e, I_CVTSI2SD | OP_W, t0, t0, rm_reg(r));
    emit_v3(e, I_PUNPCKLQDQ, t0, t0, rm_reg(t1));
}

void emit_fp_itof_packed(struct emit *e, const struct ir_insn *i)
{
    bool dbl = i->lane == LANE_64, u = i->aux & ROUND_UNSIGNED;
    int t0 = e->vscratch[0];

    if (!dbl && !u)
        vec2(e, I_CVTDQ2PS, t0, e->a.reg);
    else if (is_evex(e))
        vec2(e,
             !dbl ? I_VCVTUDQ2PS
             : u  ? I_VCVTUQQ2PD
                  : I_VCVTQQ2PD,
             t0, e->a.reg);
    else if (dbl)
        from_i64_packed(e);
    else
        from_u32_packed(e);
    scale_down(e, i, t0);
    emit_vmov(e, e->dst, t0);
}
