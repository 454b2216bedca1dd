// SPDX-License-Identifier: MIT
/* Advanced SIMD shifts by immediate, vector (_v) and scalar (_s). */
#include "target/aarch64/simd-sat.h"

/* immh's highest set bit gives the lane (of the narrow side). */
static enum ir_lane lane_of(const struct a64_insn *i)
{
    return i->immh >= 8   ? LANE_64
           : i->immh >= 4 ? LANE_32
           : i->immh >= 2 ? LANE_16
                          : LANE_8;
}

static struct shape vector_of(const struct a64_insn *i)
{
    return shape_vector(lane_of(i), (unsigned)i->Q);
}

static struct shape scalar_of(const struct a64_insn *i)
{
    return shape_scalar(lane_of(i));
}

static unsigned left_count(const struct a64_insn *i)
{
    return (unsigned)(i->immh << 3 | i->immb) - lane_bits(lane_of(i));
}

/* 1 to the lane's width. */
static unsigned right_count(const struct a64_insn *i)
{
    return 2 * lane_bits(lane_of(i)) - (unsigned)(i->immh << 3 | i->immb);
}

static bool put(struct a64_tr *t, const struct a64_insn *i, struct shape s,
                ir_ref value)
{
    vec_put(t, i->rd, s.live, value);
    return true;
}

static ir_ref shift_right(struct a64_tr *t, enum ir_lane lane, bool is_unsigned,
                          bool round, ir_ref v, unsigned n)
{
    if (round)
        return vec_round_shift(t, lane, is_unsigned, v, n);
    return vopi(t, is_unsigned ? IR_VSHR : IR_VSAR, lane, v, n);
}

/* SSHR, SRSHR; with add SSRA, SRSRA. */
static bool right(struct a64_tr *t, const struct a64_insn *i, struct shape s,
                  bool round, bool add)
{
    ir_ref v = vec_get(t, i->rn);

    v = shift_right(t, s.lane, i->U, round, v, right_count(i));
    if (add)
        v = vop2(t, IR_VADD, s.lane, vec_get(t, i->rd), v);
    return put(t, i, s, v);
}

bool a64_tr_SSHR_v(struct a64_tr *t, const struct a64_insn *i)
{
    return right(t, i, vector_of(i), false, false);
}

bool a64_tr_SSHR_s(struct a64_tr *t, const struct a64_insn *i)
{
    return right(t, i, scalar_of(i), false, false);
}

bool a64_tr_SSRA_v(struct a64_tr *t, const struct a64_insn *i)
{
    return right(t, i, vector_of(i), false, true);
}

bool a64_tr_SSRA_s(struct a64_tr *t, const struct a64_insn *i)
{
    return right(t, i, scalar_of(i), false, true);
}

bool a64_tr_SRSHR_v(struct a64_tr *t, const struct a64_insn *i)
{
    return right(t, i, vector_of(i), true, false);
}

bool a64_tr_SRSHR_s(struct a64_tr *t, const struct a64_insn *i)
{
    return right(t, i, scalar_of(i), true, false);
}

bool a64_tr_SRSRA_v(struct a64_tr *t, const struct a64_insn *i)
{
    return right(t, i, vector_of(i), true, true);
}

bool a64_tr_SRSRA_s(struct a64_tr *t, const struct a64_insn *i)
{
    return right(t, i, scalar_of(i), true, true);
}

/* v with those bits of rd that the shift did not reach. */
static bool insert(struct a64_tr *t, const struct a64_insn *i, struct shape s,
                   ir_ref v, uint64_t kept)
{
    ir_ref d = vec_and(t, vec_get(t, i->rd), a64_vec_splat(t, s.lane, kept));

    return put(t, i, s, vec_or(t, d, v));
}

static bool insert_right(struct a64_tr *t, const struct a64_insn *i,
                         struct shape s)
{
    unsigned n = right_count(i), bits = lane_bits(s.lane);
    ir_ref v = vopi(t, IR_VSHR, s.lane, vec_get(t, i->rn), n);

    if (n == bits)
        return put(t, i, s, vec_get(t, i->rd));
    return insert(t, i, s, v, ~0ull << (bits - n));
}

static bool insert_left(struct a64_tr *t, const struct a64_insn *i,
                        struct shape s)
{
    unsigned n = left_count(i);

    return insert(t, i, s, vec_shl(t, s.lane, vec_get(t, i->rn), n),
                  (1ull << n) - 1);
}

static bool left(struct a64_tr *t, const struct a64_insn *i, struct shape s)
{
    ir_ref v = vec_get(t, i->rn);

    return put(t, i, s, vec_shl(t, s.lane, v, left_count(i)));
}

static bool left_sat(struct a64_tr *t, const struct a64_insn *i, struct shape s)
{
    ir_ref v = vec_get(t, i->rn);

    return put(t, i, s, sat_shift_imm(t, s, i->U, v, left_count(i)));
}

static bool left_to_unsigned(struct a64_tr *t, const struct a64_insn *i,
                             struct shape s)
{
    ir_ref v = vec_get(t, i->rn);

    return put(t, i, s, sat_shift_imm_to_unsigned(t, s, v, left_count(i)));
}

bool a64_tr_SRI_v(struct a64_tr *t, const struct a64_insn *i)
{
    return insert_right(t, i, vector_of(i));
}

bool a64_tr_SRI_s(struct a64_tr *t, const struct a64_insn *i)
{
    return insert_right(t, i, scalar_of(i));
}

bool a64_tr_SLI_v(struct a64_tr *t, const struct a64_insn *i)
{
    return insert_left(t, i, vector_of(i));
}

bool a64_tr_SLI_s(struct a64_tr *t, const struct a64_insn *i)
{
    return insert_left(t, i, scalar_of(i));
}

bool a64_tr_SHL_v(struct a64_tr *t, const struct a64_insn *i)
{
    return left(t, i, vector_of(i));
}

bool a64_tr_SHL_s(struct a64_tr *t, const struct a64_insn *i)
{
    return left(t, i, scalar_of(i));
}

bool a64_tr_SQSHL_imm_v(struct a64_tr *t, const struct a64_insn *i)
{
    return left_sat(t, i, vector_of(i));
}

bool a64_tr_SQSHL_imm_s(struct a64_tr *t, const struct a64_insn *i)
{
    return left_sat(t, i, scalar_of(i));
}

bool a64_tr_SQSHLU_v(struct a64_tr *t, const struct a64_insn *i)
{
    return left_to_unsigned(t, i, vector_of(i));
}

bool a64_tr_SQSHLU_s(struct a64_tr *t, const struct a64_insn *i)
{
    return left_to_unsigned(t, i, scalar_of(i));
}

bool a64_tr_SHRN_v(struct a64_tr *t, const struct a64_insn *i)
{
    enum ir_lane wide = lane_of(i) + 1;
    ir_ref v = vec_get(t, i->rn);

    v = shift_right(t, wide, true, i->R, v, right_count(i));
    vec_put_half(t, i->rd, i->Q, vop1(t, IR_VXTN, wide, v));
    return true;
}

static ir_ref narrowed(struct a64_tr *t, const struct a64_insn *i,
                       struct shape s, bool is_unsigned, enum ir_op op)
{
    ir_ref v = vec_get(t, i->rn);

    v = shift_right(t, s.lane + 1, is_unsigned, i->R, v, right_count(i));
    return sat_narrow(t, s, op, v);
}

static bool narrow_v(struct a64_tr *t, const struct a64_insn *i,
                     bool is_unsigned, enum ir_op op)
{
    struct shape s = {lane_of(i), LANE_64};

    vec_put_half(t, i->rd, i->Q, narrowed(t, i, s, is_unsigned, op));
    return true;
}

static bool narrow_s(struct a64_tr *t, const struct a64_insn *i,
                     bool is_unsigned, enum ir_op op)
{
    struct shape s = scalar_of(i);

    return put(t, i, s, narrowed(t, i, s, is_unsigned, op));
}

bool a64_tr_SQSHRN_v(struct a64_tr *t, const struct a64_insn *i)
{
    return narrow_v(t, i, i->U, i->U ? IR_VUQXTN : IR_VSQXTN);
}

bool a64_tr_SQSHRUN_v(struct a64_tr *t, const struct a64_insn *i)
{
    return narrow_v(t, i, false, IR_VSQXTUN);
}

bool a64_tr_SQSHRN_s(struct a64_tr *t, const struct a64_insn *i)
{
    return narrow_s(t, i, i->U, i->U ? IR_VUQXTN : IR_VSQXTN);
}

bool a64_tr_SQSHRUN_s(struct a64_tr *t, const struct a64_insn *i)
{
    return narrow_s(t, i, false, IR_VSQXTUN);
}

bool a64_tr_SSHLL_v(struct a64_tr *t, const struct a64_insn *i)
{
    enum ir_lane lane = lane_of(i);
    ir_ref v = vec_get(t, i->rn);

    if (i->U && i->Q) {
        v = vop2(t, IR_VZIP2, lane, v, a64_vec_zero(t));
    } else {
        v = vec_half(t, v, i->Q);
        v = vop1(t, i->U ? IR_VUXTL : IR_VSXTL, lane, v);
    }
    vec_put(t, i->rd, LANE_128, vec_shl(t, lane + 1, v, left_count(i)));
    return true;
}
