// SPDX-License-Identifier: MIT
/* Values between the integer and vector files, and single lanes. */
#include "jit/x86_64/fp-int.h"

/* Single-lane moves out of the vector file into general registers. */
static const uint32_t extract[4] = {I_PEXTRB, I_PEXTRW, I_PEXTRD, I_PEXTRQ};
static const uint32_t insert[4] = {I_PINSRB, I_PINSRW, I_PINSRD, I_PINSRQ};

void emit_fmovi(struct emit *e, const struct ir_insn *i)
{
    uint32_t op = i->type == IR_I64 ? I_MOVQ_OUT : I_MOVD_OUT;

    emit_v2(e, op, e->a.reg, rm_reg(e->dst));
}

void emit_fmovf(struct emit *e, const struct ir_insn *i)
{
    uint32_t op = i->type == IR_F64 ? I_MOVQ_GPR : I_MOVD;

    emit_v2(e, op, e->dst, a_rm(e));
}

void emit_vec_zext(struct emit *e, const struct ir_insn *i)
{
    int a = e->a.reg;

    if (fp_upper_zero(e, i->a, i->lane)) {
        emit_vmov(e, e->dst, a);
        return;
    }
    switch (i->lane) {
    case LANE_8:
    case LANE_16:
        emit_v3(e, I_PAND, e->dst, a,
                vec_pool(e, i->lane == LANE_8 ? 0xff : 0xffff, 0));
        break;
    case LANE_32: /* lane 0 to lane 0, the others cleared */
        emit_v3i(e, I_INSERTPS, e->dst, a, rm_reg(a), 0x0e);
        break;
    default: emit_v2(e, I_MOVQ, e->dst, rm_reg(a)); break;
    }
}

/* VZEXT of an integer. */
void emit_vec_zexti(struct emit *e, const struct ir_insn *i)
{
    int a = e->a.reg;

    if (i->lane == LANE_8 || i->lane == LANE_16) { /* movzx */
        uint32_t op = i->lane == LANE_8 ? MOVZX_B : MOVZX_W;
        asm_op(&e->as, op, false, e->scratch[0], rm_reg(a));
        a = e->scratch[0];
    }
    emit_v2(e, i->lane == LANE_64 ? I_MOVQ_GPR : I_MOVD, e->dst, rm_reg(a));
}

void emit_vec_dupi(struct emit *e, const struct ir_insn *i)
{
    static const uint32_t from_gpr[4] = {I_VPBROADCASTB_GPR, I_VPBROADCASTW_GPR,
                                         I_VPBROADCASTD_GPR,
                                         I_VPBROADCASTQ_GPR};
    static const uint32_t from_vec[4] = {I_VPBROADCASTB, I_VPBROADCASTW,
                                         I_VPBROADCASTD, I_VPBROADCASTQ};
    int d = e->dst;

    if (is_evex(e)) {
        emit_v2(e, from_gpr[i->lane], d, a_rm(e));
        return;
    }
    emit_v2(e, i->lane == LANE_64 ? I_MOVQ_GPR : I_MOVD, d, a_rm(e));
    if (is_avx(e)) {
        vec2(e, from_vec[i->lane], d, d);
        return;
    }
    if (i->lane == LANE_8)
        vec3(e, I_PUNPCKLBW, d, d, d);
    if (i->lane <= LANE_16)
        vec2i(e, I_PSHUFLW, d, d, 0);
    vec2i(e, I_PSHUFD, d, d, i->lane == LANE_64 ? 0x44 : 0);
}

void emit_vec_dup(struct emit *e, const struct ir_insn *i)
{
    static const uint32_t from_vec[4] = {I_VPBROADCASTB, I_VPBROADCASTW,
                                         I_VPBROADCASTD, I_VPBROADCASTQ};
    unsigned n = (unsigned)i->imm;

    if (i->lane >= LANE_32) {
        unsigned order = i->lane == LANE_32 ? n * 0x55 : n ? 0xee : 0x44;
        emit_v2i(e, I_PSHUFD, e->dst, a_rm(e), (uint8_t)order);
    } else if (n == 0 && is_avx(e)) {
        emit_v2(e, from_vec[i->lane], e->dst, a_rm(e));
    } else {
        unsigned low = i->lane == LANE_8 ? n : 2 * n;
        unsigned high = i->lane == LANE_8 ? n : 2 * n + 1;
        struct rm order = vec_splat(e, LANE_16, low | high << 8);
        if (e->a.kind == O_REG) {
            emit_v3(e, I_PSHUFB, e->dst, e->a.reg, order);
        } else {
            vec_load(e, e->dst, a_rm(e));
            emit_v3(e, I_PSHUFB, e->dst, e->dst, order);
        }
    }
}

/* d = a with one lane from general register or memory. */
static void insert_lane(struct emit *e, unsigned lane, int d, int a,
                        struct rm src, unsigned n)
{
    if (is_avx(e)) {
        emit_v3i(e, insert[lane], d, a, src, (uint8_t)n);
        return;
    }
    emit_vmov(e, d, a);
    emit_v2i(e, insert[lane], d, src, (uint8_t)n);
}

void emit_vec_insi(struct emit *e, const struct ir_insn *i)
{
    insert_lane(e, i->lane, e->dst, e->a.reg, b_rm(e), (unsigned)i->imm);
}

void emit_vec_ins(struct emit *e, const struct ir_insn *i)
{
    unsigned to = (unsigned)i->imm & 15, from = (unsigned)i->imm >> 4;
    int x = e->a.reg, y = e->b.reg;

    if (i->lane == LANE_32) {
        vec3i(e, I_INSERTPS, e->dst, x, y, from << 6 | to << 4);
    } else if (i->lane == LANE_64) {
        if (to)
            vec3i(e, I_SHUFPD, e->dst, x, y, from << 1);
        else
            vec3i(e, I_SHUFPD, e->dst, y, x, from | 2);
    } else {
        struct rm gpr = rm_reg(e->scratch[0]);
        emit_v2i(e, extract[i->lane], y, gpr, (uint8_t)from);
        insert_lane(e, i->lane, e->dst, x, gpr, to);
    }
}

/* movsx and movsxd, register forms */
static void sign_extend(struct emit *e, unsigned lane, bool w, int r)
{
    static const uint32_t op[3] = {OP_0F | OP_BYTE | 0xbe, OP_0F | 0xbf, 0x63};

    if (lane < LANE_32 || (lane == LANE_32 && w))
        asm_op(&e->as, op[lane], w, r, rm_reg(r));
}

void emit_vec_get(struct emit *e, const struct ir_insn *i)
{
    unsigned n = (unsigned)i->imm;

    if (n == 0 && i->lane >= LANE_32)
        emit_v2(e, i->lane == LANE_64 ? I_MOVQ_OUT : I_MOVD_OUT, e->a.reg,
                rm_reg(e->dst));
    else
        emit_v2i(e, extract[i->lane], e->a.reg, rm_reg(e->dst), (uint8_t)n);
    if (i->op == IR_VGETS)
        sign_extend(e, i->lane, i->type == IR_I64, e->dst);
}
