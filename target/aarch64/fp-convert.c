// SPDX-License-Identifier: MIT
/*
 * Floating-point conversions, scalar and vector: between formats, and between
 * FP and integer or fixed point.
 */
#include "target/aarch64/simd.h"

unsigned fp_rint_rounding(int rmode)
{
    static const uint8_t roundings[8] = {
        ROUND_NEAREST_EVEN,
        ROUND_UP,
        ROUND_DOWN,
        ROUND_ZERO,
        ROUND_NEAREST_AWAY,
        ROUND_CURRENT,
        ROUND_CURRENT | ROUND_EXACT, /* FRINTX */
        ROUND_CURRENT,               /* FRINTI */
    };

    return roundings[rmode];
}

/* rmode of FCVTNS and the like. */
static unsigned to_int_rounding(const struct a64_insn *i)
{
    static const uint8_t roundings[4] = {ROUND_NEAREST_EVEN, ROUND_UP,
                                         ROUND_DOWN, ROUND_ZERO};

    return roundings[i->rmode];
}

static enum ir_lane lane_of_sz(const struct a64_insn *i)
{
    return LANE_32 + (unsigned)i->sz;
}

/*
 * x * 2^bits as an integer of the given type; lane is x's.  rounding is an
 * enum ir_round.
 */
static ir_ref to_int(struct a64_tr *t, const struct a64_insn *i,
                     enum ir_type type, enum ir_lane lane, unsigned rounding,
                     int bits, ir_ref x)
{
    unsigned aux = rounding | (i->U ? ROUND_UNSIGNED : 0);

    return ir_emit(t->b, (struct ir_insn){.op = IR_FTOI,
                                          .type = (uint8_t)type,
                                          .lane = (uint8_t)lane,
                                          .aux = (uint8_t)aux,
                                          .a = x,
                                          .imm = bits});
}

/* x / 2^bits as FP of the given type; lane is the integer x's. */
static ir_ref from_int(struct a64_tr *t, const struct a64_insn *i,
                       enum ir_type type, enum ir_lane lane, int bits, ir_ref x)
{
    unsigned aux = ROUND_CURRENT | (i->U ? ROUND_UNSIGNED : 0);

    return ir_emit(t->b, (struct ir_insn){.op = IR_ITOF,
                                          .type = (uint8_t)type,
                                          .lane = (uint8_t)lane,
                                          .aux = (uint8_t)aux,
                                          .a = x,
                                          .imm = bits});
}

/* Between an FP register and a general one. */
static bool to_general(struct a64_tr *t, const struct a64_insn *i,
                       unsigned rounding, int bits)
{
    enum ir_type type = a64_int_type(i->sf);
    ir_ref x =
        to_int(t, i, type, lane_of_sz(i), rounding, bits, vec_get(t, i->rn));

    a64_put_x(t, i->rd, type, x);
    return true;
}

static bool from_general(struct a64_tr *t, const struct a64_insn *i, int bits)
{
    struct shape s = shape_scalar(lane_of_sz(i));
    enum ir_lane lane = i->sf ? LANE_64 : LANE_32;

    vec_put(t, i->rd, s.live,
            from_int(t, i, fp_type(s), lane, bits, a64_get_x(t, i->rn)));
    return true;
}

bool a64_tr_FCVTS(struct a64_tr *t, const struct a64_insn *i)
{
    return to_general(t, i, to_int_rounding(i), 0);
}

bool a64_tr_FCVTAS(struct a64_tr *t, const struct a64_insn *i)
{
    return to_general(t, i, ROUND_NEAREST_AWAY, 0);
}

bool a64_tr_FCVTZS_fix(struct a64_tr *t, const struct a64_insn *i)
{
    return to_general(t, i, ROUND_ZERO, 64 - i->scale);
}

bool a64_tr_SCVTF(struct a64_tr *t, const struct a64_insn *i)
{
    return from_general(t, i, 0);
}

bool a64_tr_SCVTF_fix(struct a64_tr *t, const struct a64_insn *i)
{
    return from_general(t, i, 64 - i->scale);
}

/* In vector registers. */
static bool to_int_in(struct a64_tr *t, const struct a64_insn *i,
                      struct shape s, unsigned rounding, int bits)
{
    ir_ref x = vec_get(t, i->rn);
    enum ir_type type = IR_V128;

    if (shape_is_scalar(s))
        type = s.lane == LANE_64 ? IR_I64 : IR_I32;
    else
        x = vec_zext(t, s.live, x);
    x = to_int(t, i, type, s.lane, rounding, bits, x);
    if (shape_is_scalar(s))
        x = vec_from_int(t, s.lane, x);
    vec_put(t, i->rd, s.live, x);
    return true;
}

static bool from_int_in(struct a64_tr *t, const struct a64_insn *i,
                        struct shape s, int bits)
{
    ir_ref x = vec_get(t, i->rn);

    if (shape_is_scalar(s))
        x = ir_emit(
            t->b, (struct ir_insn){.op = IR_FMOVI,
                                   .type = s.lane == LANE_64 ? IR_I64 : IR_I32,
                                   .lane = (uint8_t)s.lane,
                                   .a = x});
    else
        x = vec_zext(t, s.live, x);
    vec_put(t, i->rd, s.live, from_int(t, i, fp_type(s), s.lane, bits, x));
    return true;
}

static struct shape vector_of(const struct a64_insn *i)
{
    return shape_vector(lane_of_sz(i), (unsigned)i->Q);
}

static struct shape scalar_of(const struct a64_insn *i)
{
    return shape_scalar(lane_of_sz(i));
}

/* Fixed point: immh names the lane, and with immb the fraction's bits. */
static enum ir_lane lane_of_immh(const struct a64_insn *i)
{
    return i->immh >= 8 ? LANE_64 : LANE_32;
}

static int fraction_bits(const struct a64_insn *i)
{
    return (int)(2 * lane_bits(lane_of_immh(i))) - (i->immh << 3 | i->immb);
}

static struct shape fixed_vector_of(const struct a64_insn *i)
{
    return shape_vector(lane_of_immh(i), (unsigned)i->Q);
}

static struct shape fixed_scalar_of(const struct a64_insn *i)
{
    return shape_scalar(lane_of_immh(i));
}

bool a64_tr_FCVTS_v(struct a64_tr *t, const struct a64_insn *i)
{
    return to_int_in(t, i, vector_of(i), to_int_rounding(i), 0);
}

bool a64_tr_FCVTAS_v(struct a64_tr *t, const struct a64_insn *i)
{
    return to_int_in(t, i, vector_of(i), ROUND_NEAREST_AWAY, 0);
}

bool a64_tr_FCVTZS_fix_v(struct a64_tr *t, const struct a64_insn *i)
{
    return to_int_in(t, i, fixed_vector_of(i), ROUND_ZERO, fraction_bits(i));
}

bool a64_tr_SCVTF_v(struct a64_tr *t, const struct a64_insn *i)
{
    return from_int_in(t, i, vector_of(i), 0);
}

bool a64_tr_SCVTF_fix_v(struct a64_tr *t, const struct a64_insn *i)
{
    return from_int_in(t, i, fixed_vector_of(i), fraction_bits(i));
}

bool a64_tr_FCVTS_s(struct a64_tr *t, const struct a64_insn *i)
{
    return to_int_in(t, i, scalar_of(i), to_int_rounding(i), 0);
}

bool a64_tr_FCVTAS_s(struct a64_tr *t, const struct a64_insn *i)
{
    return to_int_in(t, i, scalar_of(i), ROUND_NEAREST_AWAY, 0);
}

bool a64_tr_FCVTZS_fix_s(struct a64_tr *t, const struct a64_insn *i)
{
    return to_int_in(t, i, fixed_scalar_of(i), ROUND_ZERO, fraction_bits(i));
}

bool a64_tr_SCVTF_s(struct a64_tr *t, const struct a64_insn *i)
{
    return from_int_in(t, i, scalar_of(i), 0);
}

bool a64_tr_SCVTF_fix_s(struct a64_tr *t, const struct a64_insn *i)
{
    return from_int_in(t, i, fixed_scalar_of(i), fraction_bits(i));
}

bool a64_tr_FRINT_v(struct a64_tr *t, const struct a64_insn *i)
{
    struct shape s = vector_of(i);

    vec_put(
        t, i->rd, s.live,
        fp_op1(t, s, IR_FROUND, fp_rint_rounding(i->rmode), vec_get(t, i->rn)));
    return true;
}

/* Format fields: 0 single, 1 double, 3 half. */
static enum ir_lane lane_of_format(int format)
{
    static const uint8_t lanes[4] = {LANE_32, LANE_64, LANE_32, LANE_16};

    return (enum ir_lane)lanes[format];
}

/* The scalar in lane `from` of x's low end, as one of lane `to`. */
static ir_ref convert(struct a64_tr *t, enum ir_lane from, enum ir_lane to,
                      unsigned rounding, ir_ref x)
{
    static const uint8_t types[] = {IR_VOID, IR_F16, IR_F32, IR_F64};

    return ir_fp(t->b, IR_FCVT, (enum ir_type)types[to], from, rounding, x, 0,
                 0);
}

bool a64_tr_FCVT(struct a64_tr *t, const struct a64_insn *i)
{
    enum ir_lane from = lane_of_format(i->from);
    enum ir_lane to = lane_of_format(i->to);

    vec_put(t, i->rd, to,
            convert(t, from, to, ROUND_CURRENT, vec_get(t, i->rn)));
    return true;
}

bool a64_tr_FCVTL_v(struct a64_tr *t, const struct a64_insn *i)
{
    ir_ref x = vec_half(t, vec_get(t, i->rn), i->Q);
    enum ir_lane lane = LANE_16 + (unsigned)i->sz;

    x = ir_fp(t->b, IR_FCVTL, IR_V128, lane, ROUND_CURRENT, x, 0, 0);
    vec_put(t, i->rd, LANE_128, x);
    return true;
}

bool a64_tr_FCVTN_v(struct a64_tr *t, const struct a64_insn *i)
{
    ir_ref x = vec_get(t, i->rn);

    x = ir_fp(t->b, IR_FCVTN, IR_V128, lane_of_sz(i), ROUND_CURRENT, x, 0, 0);
    vec_put_half(t, i->rd, i->Q, x);
    return true;
}

/* Double to single, rounded to odd. */
bool a64_tr_FCVTXN_s(struct a64_tr *t, const struct a64_insn *i)
{
    ir_ref x = vec_get(t, i->rn);

    vec_put(t, i->rd, LANE_32, convert(t, LANE_64, LANE_32, ROUND_ODD, x));
    return true;
}

bool a64_tr_FCVTXN_v(struct a64_tr *t, const struct a64_insn *i)
{
    ir_ref x = vec_get(t, i->rn);
    ir_ref low = convert(t, LANE_64, LANE_32, ROUND_ODD, x);
    ir_ref high = convert(t, LANE_64, LANE_32, ROUND_ODD, vec_half(t, x, true));

    low = vec_zext(t, LANE_32, low);
    high = vec_zext(t, LANE_32, high);
    vec_put_half(t, i->rd, i->Q, vop2(t, IR_VZIP1, LANE_32, low, high));
    return true;
}

/* Moves of bits between FP and general registers. */
bool a64_tr_FMOV_to_gen(struct a64_tr *t, const struct a64_insn *i)
{
    enum ir_type type = a64_int_type(i->sf);
    struct ir_insn move = {.op = IR_FMOVI,
                           .type = (uint8_t)type,
                           .lane = (uint8_t)lane_of_sz(i),
                           .a = vec_get(t, i->rn)};

    a64_put_x(t, i->rd, type, ir_emit(t->b, move));
    return true;
}

bool a64_tr_FMOV_from_gen(struct a64_tr *t, const struct a64_insn *i)
{
    enum ir_lane lane = lane_of_sz(i);

    vec_put(t, i->rd, lane, vec_from_int(t, lane, a64_get_x(t, i->rn)));
    return true;
}

bool a64_tr_FMOV_to_gen_top(struct a64_tr *t, const struct a64_insn *i)
{
    struct ir_insn move = {.op = IR_VGETU,
                           .type = IR_I64,
                           .lane = LANE_64,
                           .a = vec_get(t, i->rn),
                           .imm = 1};

    a64_put_x(t, i->rd, IR_I64, ir_emit(t->b, move));
    return true;
}

bool a64_tr_FMOV_from_gen_top(struct a64_tr *t, const struct a64_insn *i)
{
    ir_ref d = vec_get(t, i->rd), x = a64_get_x(t, i->rn);

    vec_put(t, i->rd, LANE_128, ir_vec2i(t->b, IR_VINSI, LANE_64, d, x, 1));
    return true;
}
