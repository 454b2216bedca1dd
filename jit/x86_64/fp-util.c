// SPDX-License-Identifier: MIT
/* Checks of FP results and the cold path behind them. */
#include "jit/x86_64/fp-int.h"

/*
 * cold.arg is the op's descriptor, and above it where operand b is if it is
 * in memory; cold.scratch[0] says in which.
 */
enum { B_NOT_IN_MEMORY, B_IN_POOL, B_IN_SLOT };
#define NO_REG (-1)

static bool result_is_gpr(const struct ir_insn *i)
{
    return i->type == IR_I32 || i->type == IR_I64;
}

/* Operand n, from 1; 0: the packed result. */
static struct rm arg_slot(struct emit *e, bool packed, unsigned n)
{
    return packed ? rm_mem(RBP, CPU_SLOT(e, helper_vec) + (int32_t)(16 * n))
                  : rm_mem(RBP, CPU_SLOT(e, helper_arg) + (int32_t)(8 * n) - 8);
}

static void store_arg(struct emit *e, bool packed, int reg, unsigned n)
{
    emit_v2(e, packed ? I_MOVAPS_ST : I_MOVQ_ST, reg, arg_slot(e, packed, n));
}

/* Operand b from memory to its slot, through dst, which is free by then. */
static void store_memory_arg(struct emit *e, const struct cold *c, bool packed)
{
    uint32_t at = (uint32_t)(c->arg >> 32);
    struct rm src =
        c->scratch[0] == B_IN_POOL ? rm_label(at) : rm_mem(RBP, (int32_t)at);

    emit_v2(e, packed ? I_MOVAPS : I_MOVQ, c->dst, src);
    store_arg(e, packed, c->dst, 2);
}

/* Operands to memory, call, result to c->dst. */
static void call_helper(struct emit *e, const struct cold *c)
{
    const struct ir_insn *i = c->insn;
    bool packed = fp_packed(i), gpr_source = i->op == IR_ITOF && !packed;

    if (gpr_source)
        asm_mov_store(&e->as, true, arg_slot(e, false, 1), c->a);
    else if (c->a >= 0)
        store_arg(e, packed, c->a, 1);
    if (c->c >= 0)
        store_arg(e, packed, c->c, 3);
    if (c->b >= 0)
        store_arg(e, packed, c->b, 2);
    else if (c->scratch[0])
        store_memory_arg(e, c, packed);
    asm_mov_store_imm(&e->as, false, fp_op_slot(e), (int32_t)(uint32_t)c->arg);
    emit_helper_call(e, packed ? HELPER_FP_PACKED : HELPER_FP_SCALAR);
    if (packed)
        emit_v2(e, I_MOVAPS, c->dst, arg_slot(e, true, 0));
    else if (result_is_gpr(i))
        emit_mov(e, c->dst, RAX);
    else
        emit_v2(e, I_MOVQ_GPR, c->dst, rm_reg(RAX));
}

static void cold_redo(struct emit *e, const struct cold *c)
{
    bool packed = fp_packed(c->insn);
    /* a place that the call does not use */
    struct rm save = packed ? arg_slot(e, false, 1) : arg_slot(e, true, 0);
    bool keep_rax = !(result_is_gpr(c->insn) && c->dst == RAX);

    if (keep_rax)
        asm_mov_store(&e->as, true, save, RAX);
    call_helper(e, c);
    if (keep_rax)
        asm_mov(&e->as, true, RAX, save);
    asm_jmp(&e->as, c->back);
}

static void describe(struct emit *e, const struct ir_insn *i, struct cold *c)
{
    c->insn = i;
    c->dst = e->dst;
    c->a = e->a.kind == O_REG ? e->a.reg : NO_REG;
    c->b = e->b.kind == O_REG ? e->b.reg : NO_REG;
    c->c = e->c.kind == O_REG ? e->c.reg : NO_REG;
    c->scratch[0] = B_NOT_IN_MEMORY;
    c->arg = fp_op_pack(i, e->region->mode);
    if (e->b.kind != O_REG && e->b.kind != O_NONE) {
        struct rm b = b_rm(e);
        uint32_t label = rm_label_of(b);
        c->scratch[0] = label ? B_IN_POOL : B_IN_SLOT;
        c->arg |= (uint64_t)(label ? label : (uint32_t)rm_disp_of(b)) << 32;
    }
}

void emit_fp_helper(struct emit *e, const struct ir_insn *i)
{
    struct cold c;

    describe(e, i, &c);
    call_helper(e, &c);
}

int fp_result(const struct emit *e)
{
    int d = e->dst;
    bool taken = (e->a.kind == O_REG && e->a.reg == d) ||
                 (e->b.kind == O_REG && e->b.reg == d) ||
                 (e->c.kind == O_REG && e->c.reg == d);

    return taken ? e->vscratch[0] : d;
}

struct fp_check fp_check_begin_stored(struct emit *e, const struct ir_insn *i,
                                      unsigned stored)
{
    struct cold *c = emit_cold(e, cold_redo, i);

    describe(e, i, c);
    c->back = asm_label(&e->as);
    if (stored & 1)
        c->a = NO_REG;
    if (stored & 2)
        c->b = NO_REG;
    if (stored & 4)
        c->c = NO_REG;
    struct fp_check check = {i, c->entry, c->back};
    fp_flush_begin(e, &check);
    return check;
}

struct fp_check fp_check_begin(struct emit *e, const struct ir_insn *i)
{
    return fp_check_begin_stored(e, i, 0);
}

void fp_check_end(struct emit *e, const struct fp_check *c, int r)
{
    emit_vmov(e, e->dst, r);
    asm_place(&e->as, c->back);
}

struct rm fp_sign_mask(struct emit *e, bool dbl)
{
    return dbl ? vec_splat(e, LANE_64, 1ull << 63)
               : vec_splat(e, LANE_32, 1u << 31);
}

struct rm fp_abs_mask(struct emit *e, bool dbl)
{
    return dbl ? vec_splat(e, LANE_64, ~0ull >> 1)
               : vec_splat(e, LANE_32, ~0u >> 1);
}

struct rm fp_const(struct emit *e, bool dbl, uint64_t f32, uint64_t f64)
{
    return rm_label(emit_const64(e, dbl ? f64 : f32));
}

/* The smallest normal, in all elements. */
static struct rm min_normal(struct emit *e, bool dbl, bool negative)
{
    uint64_t s = negative;

    return dbl ? vec_splat(e, LANE_64, s << 63 | 1ull << 52)
               : vec_splat(e, LANE_32, s << 31 | 1u << 23);
}

void fp_unordered(struct emit *e, bool dbl, int d, int x, int y)
{
    if (is_evex(e) && (x > 15 || y > 15)) {
        asm_vex_imm(&e->as, dbl ? I_VCMPPD_K : I_VCMPPS_K, 1, x, rm_reg(y), 3);
        vec2(e, dbl ? I_VPMOVM2Q : I_VPMOVM2D, d, 1);
    } else if (is_avx(e) || d != y) {
        emit_v3i(e, dbl ? I_CMPPD : I_CMPPS, d, x, rm_reg(y), 3);
    } else {
        emit_v3i(e, dbl ? I_CMPPD : I_CMPPS, d, y, rm_reg(x), 3);
    }
}

void fp_check_mask(struct emit *e, const struct fp_check *c, int mask)
{
    vec2(e, I_PTEST, mask, mask);
    asm_jcc(&e->as, CC_NE, c->cold);
}

/* Jumps away for NaNs and, of flushed sums, denormals; zeros are exact. */
static void check_sum(struct emit *e, const struct fp_check *c, int r,
                      bool flush)
{
    bool dbl = fp_double(c->insn);
    uint32_t ucomis = dbl ? I_UCOMISD : I_UCOMISS;

    if (flush && is_evex(e)) {
        fp_check_class(e, c, rm_reg(r), dbl,
                       CLASS_DENORMAL | CLASS_QNAN | CLASS_SNAN);
        return;
    }
    emit_v2(e, ucomis, r, rm_reg(r));
    asm_jcc(&e->as, CC_P, c->cold);
    if (!flush)
        return;
    uint32_t done = asm_label(&e->as);
    emit_v2(e, ucomis, r, min_normal(e, dbl, false));
    asm_jcc(&e->as, CC_AE, done);
    emit_v2(e, ucomis, r, min_normal(e, dbl, true));
    asm_jcc(&e->as, CC_BE, done);
    emit_v2(e, ucomis, r, vec_pool(e, 0, 0));
    asm_jcc(&e->as, CC_NE, c->cold);
    asm_place(&e->as, done);
}

static void check_scalar(struct emit *e, const struct fp_check *c, int r,
                         bool tiny, bool flush, int free)
{
    bool dbl = fp_double(c->insn);
    uint32_t ucomis = dbl ? I_UCOMISD : I_UCOMISS;

    if (!tiny) {
        check_sum(e, c, r, flush);
    } else if (free >= 0) { /* ZF: equal or unordered */
        emit_v3(e, I_PAND, free, r, fp_abs_mask(e, dbl));
        emit_v2(e, ucomis, free, min_normal(e, dbl, false));
        asm_jcc(&e->as, CC_E, c->cold);
    } else {
        emit_v2(e, ucomis, r, min_normal(e, dbl, false));
        asm_jcc(&e->as, CC_E, c->cold);
        emit_v2(e, ucomis, r, min_normal(e, dbl, true));
        asm_jcc(&e->as, CC_E, c->cold);
    }
}

/* Predicates of CMPPS; from 8 on VEX and EVEX only. */
enum { CMP_EQ = 0, CMP_UNORD = 3, CMP_EQ_UQ = 8 };

static void check_packed_evex(struct emit *e, const struct fp_check *c, int r,
                              bool tiny, bool flush)
{
    bool dbl = fp_double(c->insn);
    uint32_t cmp = dbl ? I_VCMPPD_K : I_VCMPPS_K;

    if (!tiny) {
        fp_check_class(e, c, rm_reg(r), dbl,
                       CLASS_QNAN | CLASS_SNAN | (flush ? CLASS_DENORMAL : 0));
        return;
    }
    asm_vex_imm(&e->as, cmp, 1, r, min_normal(e, dbl, false), CMP_EQ_UQ);
    asm_vex_imm(&e->as, cmp, 2, r, min_normal(e, dbl, true), CMP_EQ_UQ);
    asm_vex(&e->as, I_KORTESTB, 1, -1, rm_reg(2));
    asm_jcc(&e->as, CC_NE, c->cold);
}

static void check_packed(struct emit *e, const struct fp_check *c, int r,
                         bool tiny, bool flush, int free)
{
    bool dbl = fp_double(c->insn);

    if (!tiny || !is_avx(e)) {
        fp_unordered(e, dbl, free, r, r);
        fp_check_mask(e, c, free);
    }
    if (tiny) {
        emit_v3(e, I_PAND, free, r, fp_abs_mask(e, dbl));
        emit_v3i(e, dbl ? I_CMPPD : I_CMPPS, free, free,
                 min_normal(e, dbl, false), is_avx(e) ? CMP_EQ_UQ : CMP_EQ);
        fp_check_mask(e, c, free);
    }
    if (flush)
        fp_check_denormal(e, c, rm_reg(r), dbl, free);
}

void fp_check_result(struct emit *e, const struct fp_check *c, int r, bool tiny,
                     int free)
{
    unsigned op = c->insn->op;
    bool flush = fp_flushes(e) && (op == IR_FADD || op == IR_FSUB);

    if (fp_flushes(e)) /* fp_flush_begin() saw to it */
        tiny = false;
    if (!fp_packed(c->insn))
        check_scalar(e, c, r, tiny, flush, free);
    else if (is_evex(e))
        check_packed_evex(e, c, r, tiny, flush);
    else
        check_packed(e, c, r, tiny, flush, free);
}
