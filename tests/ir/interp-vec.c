// SPDX-License-Identifier: MIT
/* The interpreter's integer vector ops: lane by lane, in exact arithmetic. */
#include "tests/ir/interp-ops.h"

typedef __int128 wide;

/* One lane: unsigned and signed operands, and M. */
struct lane_op {
    unsigned op, bits;
    uint64_t ux, uy;
    wide sx, sy;
    unsigned imm;
};

static uint64_t saturate_signed(wide x, unsigned bits)
{
    wide max = ((wide)1 << (bits - 1)) - 1, min = -max - 1;
    return (uint64_t)(x > max ? max : x < min ? min : x);
}

static uint64_t saturate_unsigned(wide x, unsigned bits)
{
    wide max = ((wide)1 << bits) - 1;
    return (uint64_t)(x > max ? max : x < 0 ? 0 : x);
}

static uint64_t truth(bool b)
{
    return b ? ~0ull : 0;
}

static bool lane_arith(const struct lane_op *l, uint64_t *r)
{
    wide ux = l->ux, uy = l->uy, sx = l->sx, sy = l->sy;
    switch (l->op) {
    case IR_VADD: *r = l->ux + l->uy; break;
    case IR_VSUB: *r = l->ux - l->uy; break;
    case IR_VMUL: *r = l->ux * l->uy; break;
    case IR_VNEG: *r = -l->ux; break;
    case IR_VABS: *r = sx < 0 ? -l->ux : l->ux; break;
    case IR_VSQADD: *r = saturate_signed(sx + sy, l->bits); break;
    case IR_VUQADD: *r = saturate_unsigned(ux + uy, l->bits); break;
    case IR_VSQSUB: *r = saturate_signed(sx - sy, l->bits); break;
    case IR_VUQSUB: *r = saturate_unsigned(ux - uy, l->bits); break;
    case IR_VSABD: *r = (uint64_t)(sx > sy ? sx - sy : sy - sx); break;
    case IR_VUABD: *r = (uint64_t)(ux > uy ? ux - uy : uy - ux); break;
    case IR_VSHADD: *r = (uint64_t)((sx + sy) >> 1); break;
    case IR_VUHADD: *r = (uint64_t)((ux + uy) >> 1); break;
    case IR_VSRHADD: *r = (uint64_t)((sx + sy + 1) >> 1); break;
    case IR_VURHADD: *r = (uint64_t)((ux + uy + 1) >> 1); break;
    case IR_VSHSUB: *r = (uint64_t)((sx - sy) >> 1); break;
    case IR_VUHSUB: *r = (uint64_t)((ux - uy) >> 1); break;
    case IR_VSQDMULH:
        *r = saturate_signed(2 * sx * sy >> l->bits, l->bits);
        break;
    case IR_VSQRDMULH:
        *r = saturate_signed(
            (2 * sx * sy + ((wide)1 << (l->bits - 1))) >> l->bits, l->bits);
        break;
    default: return false;
    }
    return true;
}

static bool lane_compare(const struct lane_op *l, uint64_t *r)
{
    switch (l->op) {
    case IR_VSMIN: *r = (uint64_t)(l->sx < l->sy ? l->sx : l->sy); break;
    case IR_VSMAX: *r = (uint64_t)(l->sx > l->sy ? l->sx : l->sy); break;
    case IR_VUMIN: *r = l->ux < l->uy ? l->ux : l->uy; break;
    case IR_VUMAX: *r = l->ux > l->uy ? l->ux : l->uy; break;
    case IR_VCMPEQ: *r = truth(l->ux == l->uy); break;
    case IR_VCMPGT: *r = truth(l->sx > l->sy); break;
    case IR_VCMPGE: *r = truth(l->sx >= l->sy); break;
    case IR_VCMPHI: *r = truth(l->ux > l->uy); break;
    case IR_VCMPHS: *r = truth(l->ux >= l->uy); break;
    default: return false;
    }
    return true;
}

/* x shifted right by n, of any size; optionally rounded half up. */
static wide shift_right(wide x, unsigned n, bool round)
{
    if (n > 65) /* all bits of a lane are gone, the half too */
        return round ? 0 : x < 0 ? -1 : 0;
    if (round)
        x += (wide)1 << (n - 1);
    return x >> n;
}

/* x shifted left by n; what no lane can hold is cut short. */
static wide shift_left(wide x, unsigned n)
{
    const wide huge = (wide)1 << 100;
    if (n < 64)
        return x * ((wide)1 << n);
    return x > 0 ? huge : x < 0 ? -huge : 0;
}

static bool lane_shift(const struct lane_op *l, uint64_t *r)
{
    bool is_signed = false, round = false, saturate = false;
    switch (l->op) {
    case IR_VSHL: *r = l->ux << l->imm; return true;
    case IR_VSHR: *r = l->imm < l->bits ? l->ux >> l->imm : 0; return true;
    case IR_VSAR: *r = (uint64_t)(l->sx >> l->imm); return true;
    case IR_VSSHL: is_signed = true; break;
    case IR_VUSHL: break;
    case IR_VSRSHL: is_signed = round = true; break;
    case IR_VURSHL: round = true; break;
    case IR_VSQSHL: is_signed = saturate = true; break;
    case IR_VUQSHL: saturate = true; break;
    default: return false;
    }
    int n = (int8_t)l->uy;
    wide x = is_signed ? l->sx : (wide)l->ux;
    if (n < 0)
        *r = (uint64_t)shift_right(x, (unsigned)-n, round);
    else if (!saturate)
        *r = (unsigned)n < l->bits ? l->ux << n : 0;
    else if (is_signed)
        *r = saturate_signed(shift_left(x, (unsigned)n), l->bits);
    else
        *r = saturate_unsigned(shift_left(x, (unsigned)n), l->bits);
    return true;
}

static unsigned count_leading(uint64_t x, unsigned bits, bool bit)
{
    unsigned n = 0;
    while (n < bits && (x >> (bits - 1 - n) & 1) == bit)
        n++;
    return n;
}

/* The manual's RecipEstimate. */
static unsigned recip_estimate(unsigned a)
{
    a = a * 2 + 1;
    return ((1u << 19) / a + 1) / 2;
}

/* The manual's RecipSqrtEstimate. */
static unsigned recip_sqrt_estimate(unsigned a)
{
    a = a < 256 ? a * 2 + 1 : ((a >> 1 << 1) + 1) * 2;
    unsigned b = 512;
    while ((uint64_t)a * (b + 1) * (b + 1) < 1u << 28)
        b++;
    return (b + 1) / 2;
}

static bool lane_bits(const struct lane_op *l, uint64_t *r)
{
    bool sign = l->ux >> (l->bits - 1);
    uint64_t n = 0;
    switch (l->op) {
    case IR_VCNT:
        for (unsigned k = 0; k < l->bits; k++)
            n += l->ux >> k & 1;
        break;
    case IR_VSUMB:
        for (unsigned k = 0; k < 64; k += 8)
            n += l->ux >> k & 255;
        break;
    case IR_VCLZ: n = count_leading(l->ux, l->bits, false); break;
    case IR_VCLS: n = count_leading(l->ux, l->bits, sign) - 1; break;
    case IR_VRBIT:
        for (unsigned k = 0; k < l->bits; k++)
            n |= (l->ux >> k & 1) << (l->bits - 1 - k);
        break;
    case IR_VPMUL:
        for (unsigned k = 0; k < l->bits; k++)
            n ^= l->uy >> k & 1 ? l->ux << k : 0;
        break;
    case IR_VURECPE:
        n = sign ? (uint64_t)(recip_estimate(l->ux >> 23) & 511) << 23
                 : UINT32_MAX;
        break;
    case IR_VURSQRTE:
        n = l->ux >> 30
                ? (uint64_t)(recip_sqrt_estimate(l->ux >> 23) & 511) << 23
                : UINT32_MAX;
        break;
    default: return false;
    }
    *r = n;
    return true;
}

static struct lane_op lane_op_of(const struct interp_insn *o, unsigned lane,
                                 unsigned k)
{
    unsigned bits = 8u << lane;
    uint64_t ux = lane_get(&o->x, lane, k), uy = lane_get(&o->y, lane, k);
    return (struct lane_op){.op = o->i->op,
                            .bits = bits,
                            .ux = ux,
                            .uy = uy,
                            .sx = bits_sign_extend(ux, bits),
                            .sy = bits_sign_extend(uy, bits),
                            .imm = (unsigned)o->i->imm};
}

static bool same_size(struct interp_insn *o)
{
    unsigned lane = o->i->lane;
    if (lane > LANE_64)
        return false;
    for (unsigned k = 0; k < lane_count(lane); k++) {
        struct lane_op l = lane_op_of(o, lane, k);
        uint64_t r;
        if (!lane_arith(&l, &r) && !lane_compare(&l, &r) &&
            !lane_shift(&l, &r) && !lane_bits(&l, &r))
            return false;
        lane_set(&o->r, lane, k, r);
    }
    return true;
}

/* Carry-less product of 64-bit x and y. */
static unsigned __int128 poly_mul(uint64_t x, uint64_t y)
{
    unsigned __int128 r = 0;
    for (unsigned k = 0; k < 64; k++)
        r ^= y >> k & 1 ? (unsigned __int128)x << k : 0;
    return r;
}

static bool widening(struct interp_insn *o)
{
    unsigned lane = o->i->lane;
    if (o->i->op == IR_VPMULL && lane == LANE_64) {
        unsigned __int128 p = poly_mul(o->x.d[0], o->y.d[0]);
        o->r.d[0] = (uint64_t)p;
        o->r.d[1] = (uint64_t)(p >> 64);
        return true;
    }
    if (lane > LANE_32)
        return false;
    for (unsigned k = 0; k < lane_count(lane) / 2; k++) {
        struct lane_op l = lane_op_of(o, lane, k);
        uint64_t r;
        switch (o->i->op) {
        case IR_VSXTL: r = (uint64_t)l.sx; break;
        case IR_VUXTL: r = l.ux; break;
        case IR_VSMULL: r = (uint64_t)(l.sx * l.sy); break;
        case IR_VUMULL: r = l.ux * l.uy; break;
        case IR_VPMULL: r = (uint64_t)poly_mul(l.ux, l.uy); break;
        default: return false;
        }
        lane_set(&o->r, lane + 1, k, r);
    }
    return true;
}

static bool narrowing(struct interp_insn *o)
{
    unsigned lane = o->i->lane;
    if (lane < LANE_16 || lane > LANE_64)
        return false;
    for (unsigned k = 0; k < lane_count(lane); k++) {
        struct lane_op l = lane_op_of(o, lane, k);
        unsigned half = l.bits / 2;
        uint64_t r;
        switch (o->i->op) {
        case IR_VXTN: r = l.ux; break;
        case IR_VSQXTN: r = saturate_signed(l.sx, half); break;
        case IR_VUQXTN: r = saturate_unsigned(l.ux, half); break;
        case IR_VSQXTUN: r = saturate_unsigned(l.sx, half); break;
        default: return false;
        }
        lane_set(&o->r, lane - 1, k, r);
    }
    return true;
}

bool interp_vec_int(struct interp_insn *o)
{
    return same_size(o) || widening(o) || narrowing(o);
}
