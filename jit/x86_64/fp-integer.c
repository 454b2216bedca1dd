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

/* What is converted: operand a, or a scaled in vscratch[1]. */
struct source {
    int reg;
    bool dbl;
};

static uint64_t power_of_two(bool dbl, unsigned n)
{
    return dbl ? (uint64_t)(1023 + n) << 52 : (uint64_t)(127 + n) << 23;
}

/*
 * a * 2^imm, exactly: singles as doubles; doubles that might overflow go to
 * the cold path.
 */
static struct source scaled(struct emit *e, const struct ir_insn *i,
                            const struct fp_check *c)
{
    int t1 = e->vscratch[1], a = e->a.reg;
    bool dbl = i->lane == LANE_64;

    if (!i->imm)
        return (struct source){a, dbl};
    struct rm factor =
        vec_splat(e, LANE_64, power_of_two(true, (unsigned)i->imm));
    if (dbl) {
        emit_v3(e, I_PAND, t1, a, fp_abs_mask(e, true));
        emit_v2(e, I_UCOMISD, t1, fp_const(e, true, 0, 0x7b0ull << 52));
        asm_jcc(&e->as, CC_AE, c->cold);
        emit_v3(e, I_SD(I_FMUL), t1, a, factor);
    } else {
        emit_v3(e, I_CVTSS2SD, t1, a, rm_reg(a));
        emit_v3(e, I_SD(I_FMUL), t1, t1, factor);
    }
    return (struct source){t1, true};
}

static void round_source(struct emit *e, struct source s, int d, unsigned imm)
{
    emit_v3i(e, s.dbl ? I_ROUNDSD : I_ROUNDSS, d, s.reg, rm_reg(s.reg),
             (uint8_t)imm);
}

/* The register that holds the source rounded as aux says, without flags. */
static int rounded(struct emit *e, const struct ir_insn *i,
                   const struct fp_check *c, struct source s)
{
    if ((i->aux & ROUND_MASK) == ROUND_NEAREST_AWAY) {
        fp_round_away(e, c, false, s.dbl);
        return e->vscratch[1];
    }
    round_source(e, s, e->vscratch[0], to_imm(i->aux) | 8);
    return e->vscratch[0];
}

/* Inexact if the source is no integer; every rounding tells. */
static void raise_inexact(struct emit *e, const struct ir_insn *i,
                          struct source s)
{
    round_source(e, s, e->vscratch[0], to_imm(i->aux));
}

/* Signed: a result of MIN is looked into. */
static void toi_signed(struct emit *e, const struct ir_insn *i,
                       const struct fp_check *c, struct source s)
{
    bool w = i->type == IR_I64;
    bool truncate = (i->aux & ROUND_MASK) == ROUND_ZERO;

    to_gpr(e, s.dbl, w, e->dst, truncate ? s.reg : rounded(e, i, c, s));
    asm_alu_imm(&e->as, ALU_CMP, w, rm_reg(e->dst), 1);
    asm_jcc(&e->as, CC_O, c->cold);
    if (!truncate)
        raise_inexact(e, i, s);
}

/* Unsigned with AVX-512: a result of all ones is looked into. */
static void toi_unsigned_evex(struct emit *e, const struct ir_insn *i,
                              const struct fp_check *c, struct source s)
{
    bool w = i->type == IR_I64;
    bool truncate = (i->aux & ROUND_MASK) == ROUND_ZERO;
    uint32_t op = s.dbl ? I_VCVTTSD2USI : I_VCVTTSS2USI;

    emit_v2(e, op | (w ? OP_W : 0), e->dst,
            rm_reg(truncate ? s.reg : rounded(e, i, c, s)));
    asm_alu_imm(&e->as, ALU_CMP, w, rm_reg(e->dst), -1);
    asm_jcc(&e->as, CC_E, c->cold);
    if (!truncate)
        raise_inexact(e, i, s);
}

/*
 * Unsigned otherwise: by the signed 64-bit conversion of the rounded value,
 * which raises nothing if it fits; what is negative or has too many bits is
 * left to the cold path, and what is above 2^63 goes there first.
 */
static void toi_unsigned(struct emit *e, const struct ir_insn *i,
                         const struct fp_check *c, struct source s)
{
    int r = rounded(e, i, c, s);

    emit_v2(
        e, s.dbl ? I_UCOMISD : I_UCOMISS, r,
        fp_const(e, s.dbl, power_of_two(false, 63), power_of_two(true, 63)));
    asm_jcc(&e->as, CC_AE, c->cold);
    asm_jcc(&e->as, CC_P, c->cold);
    to_gpr(e, s.dbl, true, e->dst, r);
    if (i->type == IR_I64) {
        asm_test(&e->as, true, rm_reg(e->dst), e->dst);
        asm_jcc(&e->as, CC_S, c->cold);
    } else {
        asm_mov(&e->as, false, e->scratch[0], rm_reg(e->dst));
        asm_alu(&e->as, ALU_CMP, true, e->dst, rm_reg(e->scratch[0]));
        asm_jcc(&e->as, CC_NE, c->cold);
    }
    raise_inexact(e, i, s);
}

void emit_fp_toi(struct emit *e, const struct ir_insn *i)
{
    struct fp_check c = fp_check_begin(e, i);
    struct source s = scaled(e, i, &c);

    if (!(i->aux & ROUND_UNSIGNED))
        toi_signed(e, i, &c, s);
    else if (is_evex(e))
        toi_unsigned_evex(e, i, &c, s);
    else
        toi_unsigned(e, i, &c, s);
    asm_place(&e->as, c.back);
}

/* d = s * 2^imm; elements that are large for that go to the cold path. */
static int packed_scaled(struct emit *e, const struct ir_insn *i,
                         const struct fp_check *c)
{
    int t0 = e->vscratch[0], a = e->a.reg;
    bool dbl = i->lane == LANE_64;
    unsigned n = (unsigned)i->imm;

    if (!n)
        return a;
    emit_v3(e, I_PAND, t0, a, fp_abs_mask(e, dbl));
    emit_v3i(e, dbl ? I_CMPPD : I_CMPPS, t0, t0,
             vec_splat(e, i->lane, power_of_two(dbl, dbl ? 900 : 60)), 5);
    fp_check_mask(e, c, t0);
    emit_v3(e, fp_insn(i, I_FMUL), t0, a,
            vec_splat(e, i->lane, power_of_two(dbl, n)));
    return t0;
}

/* t0 = a scaled and rounded, without flags. */
static void packed_rounded(struct emit *e, const struct ir_insn *i,
                           const struct fp_check *c)
{
    bool dbl = i->lane == LANE_64;
    int t0 = e->vscratch[0];

    if ((i->aux & ROUND_MASK) == ROUND_NEAREST_AWAY) {
        fp_round_away(e, c, true, dbl);
        emit_vmov(e, t0, e->vscratch[1]);
        return;
    }
    vec2i(e, dbl ? I_ROUNDPD : I_ROUNDPS, t0, packed_scaled(e, i, c),
          to_imm(i->aux) | 8);
}

/* Inexact for what packed_rounded() did; t0 is the result and survives. */
static void packed_inexact(struct emit *e, const struct ir_insn *i)
{
    bool dbl = i->lane == LANE_64;
    int t1 = e->vscratch[1], s = e->a.reg;

    if (i->imm) {
        emit_v3(e, fp_insn(i, I_FMUL), t1, s,
                vec_splat(e, i->lane, power_of_two(dbl, (unsigned)i->imm)));
        s = t1;
    }
    vec2i(e, dbl ? I_ROUNDPD : I_ROUNDPS, t1, s, to_imm(i->aux));
}

/* One instruction; its mark of failure is looked for in all lanes. */
static void packed_direct(struct emit *e, const struct ir_insn *i,
                          const struct fp_check *c)
{
    bool dbl = i->lane == LANE_64, u = i->aux & ROUND_UNSIGNED;
    bool truncate = (i->aux & ROUND_MASK) == ROUND_ZERO;
    int t0 = e->vscratch[0], t1 = e->vscratch[1], s = t0;
    uint32_t op = dbl ? (u ? I_VCVTTPD2UQQ : I_VCVTTPD2QQ)
                  : u ? I_VCVTTPS2UDQ
                      : I_CVTTPS2DQ;
    uint64_t mark = u ? ~0ull : dbl ? 1ull << 63 : 1u << 31;

    if (truncate)
        s = packed_scaled(e, i, c);
    else
        packed_rounded(e, i, c);
    vec2(e, op, t0, s);
    emit_vmov(e, t1, t0);
    emit_v3(e, vec_pcmpeq[i->lane], t1, t1, vec_splat(e, i->lane, mark));
    fp_check_mask(e, c, t1);
    if (!truncate)
        packed_inexact(e, i);
}

#define I_MOVMSKPS (OP_0F | 0x50)

/* Jumps away if an element of mask has its sign set. */
static void check_signs(struct emit *e, const struct fp_check *c, bool dbl,
                        int mask)
{
    emit_v2(e, dbl ? I_MOVMSKPS | OP_66 : I_MOVMSKPS, e->scratch[0],
            rm_reg(mask));
    asm_test(&e->as, false, rm_reg(e->scratch[0]), e->scratch[0]);
    asm_jcc(&e->as, CC_NE, c->cold);
}

/*
 * Unsigned 32-bit lanes without AVX-512, for 0 <= x < 2^32: 2^31 is taken off
 * before, where x has it, and put back as the top bit.
 */
static void packed_u32(struct emit *e, const struct ir_insn *i,
                       const struct fp_check *c)
{
    int t0 = e->vscratch[0], t1 = e->vscratch[1];

    packed_rounded(e, i, c);
    emit_vmov(e, t1, t0);
    emit_v3i(e, I_CMPPS, t1, t1, vec_splat(e, LANE_32, power_of_two(false, 32)),
             5); /* not less */
    emit_v3(e, I_POR, t1, t1, rm_reg(t0));
    check_signs(e, c, false, t1);
    struct rm big = vec_splat(e, LANE_32, power_of_two(false, 31));
    emit_vmov(e, t1, t0);
    emit_v3i(e, I_CMPPS, t1, t1, big, 5);
    emit_v3(e, I_PAND, t1, t1, big);
    emit_v3(e, I_PS(I_FSUB), t0, t0, rm_reg(t1));
    vec2(e, I_CVTTPS2DQ, t0, t0);
    vec_shift(e, I_SHIFTD, SHIFT_SLL, t1, t1, 1);
    emit_v3(e, I_PAND, t1, t1, vec_splat(e, LANE_32, 1u << 31));
    emit_v3(e, I_PXOR, t0, t0, rm_reg(t1));
    packed_inexact(e, i);
}

/* 64-bit lanes without AVX-512, one by one; unsigned ones below 2^63. */
static void packed_64(struct emit *e, const struct ir_insn *i,
                      const struct fp_check *c)
{
    int t0 = e->vscratch[0], t1 = e->vscratch[1], r = e->scratch[0];
    bool u = i->aux & ROUND_UNSIGNED;

    packed_rounded(e, i, c);
    if (u) {
        emit_vmov(e, t1, t0);
        emit_v3i(e, I_CMPPD, t1, t1,
                 vec_splat(e, LANE_64, power_of_two(true, 63)), 5);
        emit_v3(e, I_POR, t1, t1, rm_reg(t0));
        check_signs(e, c, true, t1);
    }
    for (int n = 0; n < 2; n++) {
        to_gpr(e, true, true, r, t0);
        asm_alu_imm(&e->as, ALU_CMP, true, rm_reg(r), 1);
        asm_jcc(&e->as, CC_O, c->cold);
        if (n == 0) {
            emit_v2(e, I_MOVQ_GPR, t1, rm_reg(r));
            emit_v3(e, I_PUNPCKHQDQ, t0, t0, rm_reg(t0));
        }
    }
    emit_v2(e, I_MOVQ_GPR, t0, rm_reg(r));
    emit_v3(e, I_PUNPCKLQDQ, t1, t1, rm_reg(t0));
    emit_vmov(e, t0, t1);
    packed_inexact(e, i);
}

void emit_fp_toi_packed(struct emit *e, const struct ir_insn *i)
{
    struct fp_check c = fp_check_begin(e, i);

    if (is_evex(e) || (i->lane == LANE_32 && !(i->aux & ROUND_UNSIGNED)))
        packed_direct(e, i, &c);
    else if (i->lane == LANE_32)
        packed_u32(e, i, &c);
    else
        packed_64(e, i, &c);
    fp_check_end(e, &c, e->vscratch[0]);
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

    if (dbl && !is_evex(e)) {
        struct fp_check c = fp_check_begin(e, i);
        if (u) /* large ones are left to the cold path */
            check_signs(e, &c, true, e->a.reg);
        from_i64_packed(e);
        scale_down(e, i, t0);
        fp_check_end(e, &c, t0);
        return;
    }
    if (!dbl && !u)
        vec2(e, I_CVTDQ2PS, t0, e->a.reg);
    else if (dbl)
        vec2(e, u ? I_VCVTUQQ2PD : I_VCVTQQ2PD, t0, e->a.reg);
    else if (is_evex(e))
        vec2(e, I_VCVTUDQ2PS, t0, e->a.reg);
    else
        from_u32_packed(e);
    scale_down(e, i, t0);
    emit_vmov(e, e->dst, t0);
}
