// SPDX-License-Identifier: MIT
/* FP conversions and rounding to integers. */
#include "jit/x86_64/fp-int.h"

/* ROUNDSD's immediate: mode, 4 = MXCSR's, 8 = without Inexact. */
static unsigned round_imm(unsigned aux, bool inexact)
{
    static const uint8_t mode[] = {[ROUND_NEAREST_EVEN] = 0,
                                   [ROUND_UP] = 2,
                                   [ROUND_DOWN] = 1,
                                   [ROUND_ZERO] = 3,
                                   [ROUND_CURRENT] = 4};

    return mode[aux & ROUND_MASK] | (inexact ? 0 : 8);
}

static void round_to(struct emit *e, bool packed, bool dbl, int d, int s,
                     unsigned imm)
{
    if (packed)
        vec2i(e, dbl ? I_ROUNDPD : I_ROUNDPS, d, s, imm);
    else
        emit_v3i(e, dbl ? I_ROUNDSD : I_ROUNDSS, d, s, rm_reg(s), (uint8_t)imm);
}

/* Goes to the cold path if |x|, in t0, is an integer anyway, inf or NaN. */
static void away_check(struct emit *e, const struct fp_check *c, bool packed,
                       bool dbl)
{
    int t0 = e->vscratch[0], t1 = e->vscratch[1];

    if (!packed) {
        emit_v2(e, dbl ? I_MOVSD : I_MOVSS, t1,
                fp_const(e, dbl, 0x4b000000, 0x433ull << 52));
        vec2(e, dbl ? I_UCOMISD : I_UCOMISS, t1, t0);
        asm_jcc(&e->as, CC_BE, c->cold);
        return;
    }
    emit_vmov(e, t1, t0);
    emit_v3(e, dbl ? I_PCMPGTQ : I_PCMPGTD, t1, t1,
            dbl ? vec_splat(e, LANE_64, (0x433ull << 52) - 1)
                : vec_splat(e, LANE_32, 0x4affffff));
    fp_check_mask(e, c, t1);
}

void fp_round_away(struct emit *e, const struct fp_check *c, bool packed,
                   bool dbl)
{
    int t0 = e->vscratch[0], t1 = e->vscratch[1], x = e->a.reg;
    unsigned lane = dbl ? LANE_64 : LANE_32;
    struct rm half = vec_splat(e, lane, dbl ? 0x3feull << 52 : 0x3f000000);
    struct rm one = vec_splat(e, lane, dbl ? 0x3ffull << 52 : 0x3f800000);
    uint32_t sub = packed ? (dbl ? I_PD(I_FSUB) : I_PS(I_FSUB))
                          : (dbl ? I_SD(I_FSUB) : I_SS(I_FSUB));
    uint32_t cmp =
        packed ? (dbl ? I_CMPPD : I_CMPPS) : (dbl ? I_CMPSD : I_CMPSS);

    emit_v3(e, I_PAND, t0, x, fp_abs_mask(e, dbl));
    away_check(e, c, packed, dbl);
    round_to(e, packed, dbl, t1, t0, 3 | 8);
    emit_v3(e, sub, t0, t0, rm_reg(t1));
    emit_v3i(e, cmp, t0, t0, half, 5); /* not less */
    emit_v3(e, I_PAND, t0, t0, one);
    emit_v3(e, sub - I_FSUB + I_FADD, t1, t1, rm_reg(t0));
    emit_vmov(e, t0, x);
    emit_v3(e, I_PAND, t0, t0, fp_sign_mask(e, dbl));
    emit_v3(e, I_POR, t1, t1, rm_reg(t0));
}

void emit_fp_round(struct emit *e, const struct ir_insn *i)
{
    bool dbl = fp_double(i), inexact = i->aux & ROUND_EXACT;
    int r = fp_result(e);
    bool away = (i->aux & ROUND_MASK) == ROUND_NEAREST_AWAY;

    if (!away && !(e->region->mode & (MODE_DN | MODE_FZ))) {
        /* NaNs come out right */
        round_to(e, fp_packed(i), dbl, e->dst, e->a.reg,
                 round_imm(i->aux, inexact));
        return;
    }
    struct fp_check c = fp_check_begin(e, i);
    if (away) {
        fp_round_away(e, &c, fp_packed(i), dbl);
        fp_check_end(e, &c, e->vscratch[1]);
        return;
    }
    round_to(e, fp_packed(i), dbl, r, e->a.reg, round_imm(i->aux, inexact));
    fp_check_result(e, &c, r, false,
                    r == e->dst ? e->vscratch[0] : e->vscratch[1]);
    fp_check_end(e, &c, r);
}

/* Half precision: tiny or NaN results have no compare of their own. */
static void half_check(struct emit *e, const struct fp_check *c, int r,
                       int free)
{
    emit_v3(e, I_PAND, free, r, vec_splat(e, LANE_16, 0x7fff));
    emit_v3(e, I_PCMPEQW, free, free, vec_splat(e, LANE_16, 0x0400));
    fp_check_mask(e, c, free);
    emit_v3(e, I_PAND, free, r, vec_splat(e, LANE_16, 0x7fff));
    emit_v3(e, I_PCMPGTW, free, free, vec_splat(e, LANE_16, 0x7c00));
    fp_check_mask(e, c, free);
}

/* d = a's low elements as halves; dead lanes of a are zero. */
static void to_half(struct emit *e, int d, int a)
{
    asm_vex_imm(&e->as, I_VCVTPS2PH, a, -1, rm_reg(d), 4); /* store form */
}

/*
 * t0 = a double as a single that rounds to the same half: the 29 bits that
 * are lost become one, so that nothing is rounded twice.
 */
static void narrow_sticky(struct emit *e)
{
    int t0 = e->vscratch[0], t1 = e->vscratch[1], a = e->a.reg;
    const uint64_t lost = (1ull << 29) - 1;

    emit_v3(e, I_PAND, t0, a, vec_splat(e, LANE_64, lost));
    emit_v3(e, I_PCMPEQQ, t0, t0, vec_pool(e, 0, 0));
    emit_v3(e, I_PANDN, t0, t0, vec_splat(e, LANE_64, lost + 1));
    emit_v3(e, I_PAND, t1, a, vec_splat(e, LANE_64, ~lost));
    emit_v3(e, I_POR, t0, t0, rm_reg(t1));
    emit_v3(e, I_CVTSD2SS, t0, t0, rm_reg(t0));
}

static void cvt_to_half(struct emit *e, const struct ir_insn *i)
{
    int t0 = e->vscratch[0], t1 = e->vscratch[1];
    struct fp_check c = fp_check_begin(e, i);

    emit_vmov(e, t0, e->a.reg);
    if (i->op == IR_FCVT && i->lane == LANE_64)
        narrow_sticky(e);
    if (i->op == IR_FCVT) /* one lane; the others must not raise anything */
        emit_v3i(e, I_INSERTPS, t0, t0, rm_reg(t0), 0x0e);
    to_half(e, t0, t0);
    half_check(e, &c, t0, t1);
    fp_check_end(e, &c, t0);
}

static void cvt_from_half(struct emit *e, const struct ir_insn *i)
{
    int t0 = e->vscratch[0];
    int r = fp_result(e);
    struct fp_check c = fp_check_begin(e, i);
    bool dn = e->region->mode & MODE_DN, packed = fp_packed(i);
    int s = e->a.reg;

    if (!packed) { /* the low half alone */
        emit_v3(e, I_PAND, t0, s, vec_pool(e, 0xffff, 0));
        s = t0;
    }
    vec2(e, I_VCVTPH2PS, r, s);
    if (!packed && fp_double(i))
        emit_v3(e, I_CVTSS2SD, r, r, rm_reg(r));
    if (dn && packed) {
        int free = r == e->dst ? t0 : e->vscratch[1];
        fp_unordered(e, false, free, r, r);
        fp_check_mask(e, &c, free);
    } else if (dn) {
        fp_check_result(e, &c, r, false, -1);
    }
    fp_check_end(e, &c, r);
}

void emit_fp_cvt(struct emit *e, const struct ir_insn *i)
{
    int r = fp_result(e);

    if (i->type == IR_F16) {
        cvt_to_half(e, i);
        return;
    }
    if (i->lane == LANE_16) {
        cvt_from_half(e, i);
        return;
    }
    struct fp_check c = fp_check_begin(e, i);
    bool narrow = i->type == IR_F32;
    emit_v3(e, narrow ? I_CVTSD2SS : I_CVTSS2SD, r, e->a.reg, rm_reg(e->a.reg));
    if (narrow || (e->region->mode & MODE_DN))
        fp_check_result(e, &c, r, narrow,
                        r == e->dst ? e->vscratch[0] : e->vscratch[1]);
    fp_check_end(e, &c, r);
}

void emit_fp_cvtl(struct emit *e, const struct ir_insn *i)
{
    if (i->lane == LANE_16) {
        cvt_from_half(e, i);
        return;
    }
    if (!(e->region->mode & (MODE_DN | MODE_FZ))) {
        vec2(e, I_CVTPS2PD, e->dst, e->a.reg);
        return;
    }
    int r = fp_result(e), free = r == e->dst ? e->vscratch[0] : e->vscratch[1];
    struct fp_check c = fp_check_begin(e, i);
    vec2(e, I_CVTPS2PD, r, e->a.reg);
    fp_unordered(e, true, free, r, r);
    fp_check_mask(e, &c, free);
    fp_check_end(e, &c, r);
}

void emit_fp_cvtn(struct emit *e, const struct ir_insn *i)
{
    if (i->lane == LANE_32) {
        cvt_to_half(e, i);
        return;
    }
    /* the check sees single precision; the cold path the op itself */
    struct fp_check c = fp_check_begin(e, i);
    struct ir_insn narrow = *i;
    int r = fp_result(e);
    narrow.lane = LANE_32;
    vec2(e, I_CVTPD2PS, r, e->a.reg);
    struct fp_check seen = {&narrow, c.cold, c.back};
    fp_check_result(e, &seen, r, true,
                    r == e->dst ? e->vscratch[0] : e->vscratch[1]);
    fp_check_end(e, &c, r);
}
