// SPDX-License-Identifier: MIT
/* Forms of vector instructions that all emitters share. */
#include "jit/x86_64/vec-int.h"

#include "jit/fp-op.h"

const uint32_t vec_padd[4] = {I_PADDB, I_PADDW, I_PADDD, I_PADDQ};
const uint32_t vec_psub[4] = {I_PSUBB, I_PSUBW, I_PSUBD, I_PSUBQ};
const uint32_t vec_pcmpeq[4] = {I_PCMPEQB, I_PCMPEQW, I_PCMPEQD, I_PCMPEQQ};
const uint32_t vec_pcmpgt[4] = {I_PCMPGTB, I_PCMPGTW, I_PCMPGTD, I_PCMPGTQ};
const uint32_t vec_pmins[4] = {I_PMINSB, I_PMINSW, I_PMINSD, I_PMINSQ};
const uint32_t vec_pmaxs[4] = {I_PMAXSB, I_PMAXSW, I_PMAXSD, I_PMAXSQ};
const uint32_t vec_pminu[4] = {I_PMINUB, I_PMINUW, I_PMINUD, I_PMINUQ};
const uint32_t vec_pmaxu[4] = {I_PMAXUB, I_PMAXUW, I_PMAXUD, I_PMAXUQ};

/* Legacy forms write their first operand: b must survive the move to d. */
static struct rm vec_unalias(struct emit *e, uint32_t op, int d, int a,
                             struct rm b)
{
    if (is_avx(e) || rm_reg_of(b) != d || a == d || (op & OP_COMM))
        return b;
    emit_vmov(e, e->vscratch[0], rm_reg_of(b));
    return rm_reg(e->vscratch[0]);
}

void vec3m(struct emit *e, uint32_t op, int d, int a, struct rm b)
{
    emit_v3(e, op, d, a, vec_unalias(e, op, d, a, b));
}

void vec3mi(struct emit *e, uint32_t op, int d, int a, struct rm b,
            unsigned imm)
{
    emit_v3i(e, op, d, a, vec_unalias(e, op, d, a, b), (uint8_t)imm);
}

void vec_load(struct emit *e, int d, struct rm s)
{
    if (rm_reg_of(s) >= 0)
        emit_vmov(e, d, rm_reg_of(s));
    else
        emit_v2(e, I_MOVAPS, d, s);
}

uint32_t vec_shift_group(unsigned lane)
{
    return lane == LANE_16 ? I_SHIFTW : lane == LANE_32 ? I_SHIFTD : I_SHIFTQ;
}

void vec_shift(struct emit *e, uint32_t group, unsigned ext, int d, int a,
               unsigned n)
{
    if (is_avx(e)) {
        asm_vex_imm(&e->as, group, (int)ext, d, rm_reg(a), (uint8_t)n);
        return;
    }
    emit_vmov(e, d, a);
    asm_op_imm(&e->as, group, false, (int)ext, rm_reg(d), (int32_t)n, 1);
}

void vec_zero(struct emit *e, int d)
{
    emit_v3(e, I_PXOR, d, d, rm_reg(d));
}

struct rm vec_pool(struct emit *e, uint64_t low, uint64_t high)
{
    return rm_label(emit_const128(e, (vec128){.d = {low, high}}));
}

struct rm vec_splat(struct emit *e, unsigned lane, uint64_t value)
{
    unsigned width = lane_width(lane);

    if (width < 64)
        value &= (1ull << width) - 1;
    for (; width < 64; width *= 2)
        value |= value << width;
    return vec_pool(e, value, value);
}

void vec_cmp_k(struct emit *e, unsigned lane, bool is_unsigned, int d, int a,
               struct rm b, unsigned pred)
{
    static const uint32_t cmp[2][4] = {
        {I_VPCMPB, I_VPCMPW, I_VPCMPD, I_VPCMPQ},
        {I_VPCMPUB, I_VPCMPUW, I_VPCMPUD, I_VPCMPUQ}};
    static const uint32_t spread[4] = {I_VPMOVM2B, I_VPMOVM2W, I_VPMOVM2D,
                                       I_VPMOVM2Q};

    if (pred == PRED_GE)
        pred = 5; /* not less */
    else if (pred == PRED_GT)
        pred = 6; /* not less or equal */
    asm_vex_imm(&e->as, cmp[is_unsigned][lane], 1, a, b, (uint8_t)pred);
    asm_vex(&e->as, spread[lane], d, -1, rm_reg(1));
}

static struct rm helper_vec_slot(struct emit *e, unsigned n)
{
    return rm_mem(RBP, CPU_SLOT(e, helper_vec) + (int32_t)(16 * n));
}

static void store_operand(struct emit *e, const struct operand *o, unsigned n)
{
    if (o->kind == O_REG)
        emit_v2(e, I_MOVAPS_ST, o->reg, helper_vec_slot(e, n));
}

void emit_vec_helper(struct emit *e, const struct ir_insn *i)
{
    uint32_t desc = fp_op_pack(i, e->region->mode);

    store_operand(e, &e->a, 1);
    store_operand(e, &e->b, 2);
    store_operand(e, &e->c, 3);
    asm_mov_store_imm(&e->as, false, fp_op_slot(e), (int32_t)desc);
    emit_helper_call(e, i->op >= IR_FADD && i->op <= IR_FCMPV ? HELPER_FP_PACKED
                                                              : HELPER_VEC_OP);
    emit_v2(e, I_MOVAPS, e->dst, helper_vec_slot(e, 0));
}
