// SPDX-License-Identifier: MIT
/* Advanced SIMD copy, permute, extract, table and modified immediate. */
#include "target/aarch64/simd.h"

/* imm5's lowest set bit gives the lane, the bits above it the element. */
static enum ir_lane lane_of(const struct a64_insn *i)
{
    return i->imm5 & 1   ? LANE_8
           : i->imm5 & 2 ? LANE_16
           : i->imm5 & 4 ? LANE_32
                         : LANE_64;
}

static int index_of(const struct a64_insn *i)
{
    return i->imm5 >> (lane_of(i) + 1);
}

static bool put(struct a64_tr *t, const struct a64_insn *i, ir_ref value)
{
    vec_put(t, i->rd, i->Q ? LANE_128 : LANE_64, value);
    return true;
}

bool a64_tr_DUP_elem_v(struct a64_tr *t, const struct a64_insn *i)
{
    return put(t, i,
               vopi(t, IR_VDUP, lane_of(i), vec_get(t, i->rn), index_of(i)));
}

bool a64_tr_DUP_gen_v(struct a64_tr *t, const struct a64_insn *i)
{
    return put(t, i, vop1(t, IR_VDUPI, lane_of(i), a64_get_x(t, i->rn)));
}

bool a64_tr_DUP_s(struct a64_tr *t, const struct a64_insn *i)
{
    ir_ref v = vec_get(t, i->rn);

    if (index_of(i))
        v = vopi(t, IR_VDUP, lane_of(i), v, index_of(i));
    vec_put(t, i->rd, lane_of(i), v);
    return true;
}

bool a64_tr_INS_gen_v(struct a64_tr *t, const struct a64_insn *i)
{
    ir_ref d = vec_get(t, i->rd), x = a64_get_x(t, i->rn);

    d = ir_vec2i(t->b, IR_VINSI, lane_of(i), d, x, index_of(i));
    vec_put(t, i->rd, LANE_128, d);
    return true;
}

bool a64_tr_INS_elem_v(struct a64_tr *t, const struct a64_insn *i)
{
    enum ir_lane lane = lane_of(i);
    ir_ref d = vec_get(t, i->rd), n = vec_get(t, i->rn);
    int64_t lanes = index_of(i) | (i->imm4 >> lane) << 4;

    d = ir_vec2i(t->b, IR_VINS, lane, d, n, lanes);
    vec_put(t, i->rd, LANE_128, d);
    return true;
}

static bool move_to_general(struct a64_tr *t, const struct a64_insn *i,
                            enum ir_op op)
{
    enum ir_type type = a64_int_type(i->Q);
    ir_ref x = ir_emit(t->b, (struct ir_insn){.op = (uint8_t)op,
                                              .type = (uint8_t)type,
                                              .lane = (uint8_t)lane_of(i),
                                              .a = vec_get(t, i->rn),
                                              .imm = index_of(i)});

    a64_put_x(t, i->rd, type, x);
    return true;
}

bool a64_tr_SMOV_v(struct a64_tr *t, const struct a64_insn *i)
{
    return move_to_general(t, i, IR_VGETS);
}

bool a64_tr_UMOV_v(struct a64_tr *t, const struct a64_insn *i)
{
    return move_to_general(t, i, IR_VGETU);
}

static bool permute(struct a64_tr *t, const struct a64_insn *i, enum ir_op op,
                    ir_ref n, ir_ref m)
{
    return put(t, i, vop2(t, op, (enum ir_lane)i->size, n, m));
}

bool a64_tr_UZP_v(struct a64_tr *t, const struct a64_insn *i)
{
    ir_ref n = vec_get(t, i->rn), m = vec_get(t, i->rm);

    if (!i->Q)
        n = m = vop2(t, IR_VZIP1, LANE_64, n, m);
    return permute(t, i, i->two ? IR_VUZP2 : IR_VUZP1, n, m);
}

bool a64_tr_TRN_v(struct a64_tr *t, const struct a64_insn *i)
{
    ir_ref n = vec_get(t, i->rn), m = vec_get(t, i->rm);

    return permute(t, i, i->two ? IR_VTRN2 : IR_VTRN1, n, m);
}

/* All elements of 64-bit vectors fit one ZIP1. */
bool a64_tr_ZIP_v(struct a64_tr *t, const struct a64_insn *i)
{
    ir_ref n = vec_get(t, i->rn), m = vec_get(t, i->rm);

    if (i->Q || !i->two)
        return permute(t, i, i->two ? IR_VZIP2 : IR_VZIP1, n, m);
    n = vop2(t, IR_VZIP1, (enum ir_lane)i->size, n, m);
    return put(t, i, vec_half(t, n, true));
}

bool a64_tr_EXT_v(struct a64_tr *t, const struct a64_insn *i)
{
    ir_ref n = vec_get(t, i->rn), m = vec_get(t, i->rm);

    if (!i->Q)
        n = m = vop2(t, IR_VZIP1, LANE_64, n, m);
    return put(t, i, ir_vec2i(t->b, IR_VEXT, LANE_8, n, m, i->imm4));
}

/* Elements of the table of rn and the len registers behind it, or 0. */
static ir_ref look_up(struct a64_tr *t, const struct a64_insn *i)
{
    ir_ref index = vec_get(t, i->rm);
    ir_ref r = vop2(t, IR_VTBL, LANE_8, vec_get(t, i->rn), index);
    unsigned k;

    for (k = 1; k <= (unsigned)i->len; k++) {
        ir_ref table = vec_get(t, (i->rn + k) % 32);
        ir_ref part = a64_vec_splat(t, LANE_8, 16 * k);
        part = vop2(t, IR_VSUB, LANE_8, index, part);
        r = vec_or(t, r, vop2(t, IR_VTBL, LANE_8, table, part));
    }
    return r;
}

bool a64_tr_TBL_v(struct a64_tr *t, const struct a64_insn *i)
{
    return put(t, i, look_up(t, i));
}

bool a64_tr_TBX_v(struct a64_tr *t, const struct a64_insn *i)
{
    ir_ref found = look_up(t, i);
    ir_ref size = a64_vec_splat(t, LANE_8, 16 * (unsigned)(i->len + 1));
    ir_ref inside = vop2(t, IR_VCMPHI, LANE_8, size, vec_get(t, i->rm));

    /* Outside, found is 0. */
    return put(t, i, vec_or(t, found, vec_andn(t, vec_get(t, i->rd), inside)));
}

/* Each bit of imm a byte. */
static uint64_t expand_bits(unsigned imm)
{
    uint64_t value = 0;
    unsigned k;

    for (k = 0; k < 8; k++) {
        if (imm >> k & 1)
            value |= 0xffull << 8 * k;
    }
    return value;
}

/* The manual's AdvSIMDExpandImm but for FMOV; lane says what is repeated. */
static uint64_t expand_imm(unsigned inv, unsigned cmode, unsigned imm,
                           enum ir_lane *lane)
{
    *lane = cmode < 8 || cmode == 12 || cmode == 13 ? LANE_32 : LANE_16;
    if (cmode < 8)
        return (uint64_t)imm << 8 * (cmode >> 1);
    if (cmode < 12)
        return (uint64_t)imm << 8 * (cmode >> 1 & 1);
    if (cmode == 12)
        return (uint64_t)imm << 8 | 0xff;
    if (cmode == 13)
        return (uint64_t)imm << 16 | 0xffff;
    *lane = inv ? LANE_64 : LANE_8;
    return inv ? expand_bits(imm) : imm;
}

static uint64_t imm_of(const struct a64_insn *i, enum ir_lane *lane)
{
    return expand_imm((unsigned)i->inv, (unsigned)i->cmode, (unsigned)i->imm,
                      lane);
}

bool a64_tr_MOVI_v(struct a64_tr *t, const struct a64_insn *i)
{
    enum ir_lane lane;
    uint64_t value = imm_of(i, &lane);

    if (i->inv && i->cmode != 14)
        value = ~value;
    return put(t, i, a64_vec_splat(t, lane, value));
}

bool a64_tr_ORR_imm_v(struct a64_tr *t, const struct a64_insn *i)
{
    enum ir_lane lane;
    uint64_t value = imm_of(i, &lane);
    ir_ref d = vec_get(t, i->rd), mask = a64_vec_splat(t, lane, value);

    return put(t, i, i->inv ? vec_andn(t, d, mask) : vec_or(t, d, mask));
}

bool a64_tr_FMOV_imm_v(struct a64_tr *t, const struct a64_insn *i)
{
    enum ir_lane lane = i->inv ? LANE_64 : LANE_32;

    return put(t, i, a64_vec_splat(t, lane, fp_expand_imm(lane, i->imm)));
}
