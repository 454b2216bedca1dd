// SPDX-License-Identifier: MIT
/*
 * Which emitter each vector op has: one instruction by lane (simple_ops), or
 * a function with its own rule, or a helper.
 */
#include "jit/x86_64/vec-int.h"
#include "jit/x86_64/vec-ops.h"

/* Ops that are one instruction; 0: none for this lane. */
struct simple_op {
    uint32_t insn[5]; /* by lane, any level */
    uint32_t wide[5]; /* where insn has none: with AVX-512 */
    bool swap;        /* operands exchanged */
};

#define ALL(x)        \
    {                 \
        x, x, x, x, x \
    }

static const struct simple_op simple_ops[IR_OP_COUNT] = {
    [IR_VAND] = {.insn = ALL(I_PAND)},
    [IR_VOR] = {.insn = ALL(I_POR)},
    [IR_VXOR] = {.insn = ALL(I_PXOR)},
    [IR_VANDN] = {.insn = ALL(I_PANDN), .swap = true},
    [IR_VADD] = {.insn = {I_PADDB, I_PADDW, I_PADDD, I_PADDQ}},
    [IR_VSUB] = {.insn = {I_PSUBB, I_PSUBW, I_PSUBD, I_PSUBQ}},
    [IR_VMUL] = {.insn = {0, I_PMULLW, I_PMULLD}},
    [IR_VSQADD] = {.insn = {I_PADDSB, I_PADDSW}},
    [IR_VUQADD] = {.insn = {I_PADDUSB, I_PADDUSW}},
    [IR_VSQSUB] = {.insn = {I_PSUBSB, I_PSUBSW}},
    [IR_VUQSUB] = {.insn = {I_PSUBUSB, I_PSUBUSW}},
    [IR_VSMIN] = {.insn = {I_PMINSB, I_PMINSW, I_PMINSD},
                  .wide = {0, 0, 0, I_PMINSQ}},
    [IR_VSMAX] = {.insn = {I_PMAXSB, I_PMAXSW, I_PMAXSD},
                  .wide = {0, 0, 0, I_PMAXSQ}},
    [IR_VUMIN] = {.insn = {I_PMINUB, I_PMINUW, I_PMINUD},
                  .wide = {0, 0, 0, I_PMINUQ}},
    [IR_VUMAX] = {.insn = {I_PMAXUB, I_PMAXUW, I_PMAXUD},
                  .wide = {0, 0, 0, I_PMAXUQ}},
    [IR_VURHADD] = {.insn = {I_PAVGB, I_PAVGW}},
    [IR_VZIP1] = {.insn = {I_PUNPCKLBW, I_PUNPCKLWD, I_PUNPCKLDQ,
                           I_PUNPCKLQDQ}},
    [IR_VZIP2] = {.insn = {I_PUNPCKHBW, I_PUNPCKHWD, I_PUNPCKHDQ,
                           I_PUNPCKHQDQ}},
    [IR_VUZP1] = {.insn = {0, 0, 0, I_PUNPCKLQDQ}},
    [IR_VUZP2] = {.insn = {0, 0, 0, I_PUNPCKHQDQ}},
    [IR_VTRN1] = {.insn = {0, 0, 0, I_PUNPCKLQDQ}},
    [IR_VTRN2] = {.insn = {0, 0, 0, I_PUNPCKHQDQ}},
    /* Two-operand forms: see simple_unary(). */
    [IR_VABS] = {.insn = {I_PABSB, I_PABSW, I_PABSD}},
    [IR_VSXTL] = {.insn = {I_PMOVSXBW, I_PMOVSXWD, I_PMOVSXDQ}},
    [IR_VUXTL] = {.insn = {I_PMOVZXBW, I_PMOVZXWD, I_PMOVZXDQ}},
};

static bool simple_unary(unsigned op)
{
    return op == IR_VABS || op == IR_VSXTL || op == IR_VUXTL;
}

/* Compares have no EVEX form; emit_vec_cmp_wide is theirs there. */
static uint32_t simple_insn(const struct emit *e, const struct ir_insn *i)
{
    const struct simple_op *s = &simple_ops[i->op];

    if (i->lane > LANE_128)
        return 0;
    if (s->insn[i->lane])
        return s->insn[i->lane];
    return is_evex(e) ? s->wide[i->lane] : 0;
}

static void emit_simple(struct emit *e, const struct ir_insn *i)
{
    uint32_t op = simple_insn(e, i);

    if (simple_ops[i->op].swap)
        vec3m(e, op, e->dst, e->b.reg, a_rm(e));
    else
        vec3m(e, op, e->dst, e->a.reg, b_rm(e));
}

static void emit_simple_unary(struct emit *e, const struct ir_insn *i)
{
    emit_v2(e, simple_insn(e, i), e->dst, a_rm(e));
}

/* VCMPEQ and VCMPGT below AVX-512. */
static void emit_compare(struct emit *e, const struct ir_insn *i)
{
    const uint32_t *op = i->op == IR_VCMPEQ ? vec_pcmpeq : vec_pcmpgt;

    vec3m(e, op[i->lane], e->dst, e->a.reg, b_rm(e));
}

#define V1(fn, effect)                           \
    {                                            \
        fn, C_VEC, C_NONE, C_NONE, C_VEC, effect \
    }
#define V1M(fn, effect)                             \
    {                                               \
        fn, C_VEC_RM, C_NONE, C_NONE, C_VEC, effect \
    }
#define V2(fn, effect)                          \
    {                                           \
        fn, C_VEC, C_VEC, C_NONE, C_VEC, effect \
    }
#define V2M(fn, effect)                            \
    {                                              \
        fn, C_VEC, C_VEC_RM, C_NONE, C_VEC, effect \
    }
#define V3(fn, effect)                         \
    {                                          \
        fn, C_VEC, C_VEC, C_VEC, C_VEC, effect \
    }

/* Rules of the simple ops: [legacy, AVX]. */
static const struct op_rule simple_rule[2] = {V2M(emit_simple, E_TIED | E_VEC1),
                                              V2M(emit_simple, 0)};
static const struct op_rule simple_commuting[2] = {
    V2M(emit_simple, E_TIED | E_TIED_B), V2M(emit_simple, 0)};
static const struct op_rule simple_swapped[2] = {
    {emit_simple, C_VEC_RM, C_VEC, C_NONE, C_VEC, E_TIED_B | E_VEC1},
    {emit_simple, C_VEC_RM, C_VEC, C_NONE, C_VEC, 0}};
static const struct op_rule simple_unary_rule = V1M(emit_simple_unary, 0);
static const struct op_rule compare_rule[3] = {
    V2M(emit_compare, E_TIED | E_VEC1), V2M(emit_compare, 0),
    V2M(emit_vec_cmp_wide, 0)};

/* All others. */
static const struct op_rule special[IR_OP_COUNT] = {
    [IR_FMOVI] = {emit_fmovi, C_VEC, C_NONE, C_NONE, C_GPR, 0},
    [IR_FMOVF] = {emit_fmovf, C_GPR_RM, C_NONE, C_NONE, C_VEC, 0},
    [IR_VZEXT] = V1(emit_vec_zext, E_TIED),
    [IR_VDUPI] = {emit_vec_dupi, C_GPR, C_NONE, C_NONE, C_VEC, 0},
    [IR_VDUP] = V1M(emit_vec_dup, E_TIED),
    [IR_VINSI] = {emit_vec_insi, C_VEC, C_GPR_RM, C_NONE, C_VEC, E_TIED},
    [IR_VINS] = V2(emit_vec_ins, E_TIED | E_VEC1 | E_GPR1),
    [IR_VGETU] = {emit_vec_get, C_VEC, C_NONE, C_NONE, C_GPR, 0},
    [IR_VGETS] = {emit_vec_get, C_VEC, C_NONE, C_NONE, C_GPR, 0},
    [IR_VNOT] = V1(emit_vec_not, E_TIED),
    [IR_VBSL] = V3(emit_vec_bsl, E_TIED | E_VEC1),
    [IR_VMUL] = V2(emit_vec_mul8, E_VEC2),
    [IR_VNEG] = V1M(emit_vec_neg, E_VEC1),
    [IR_VABS] = V1(emit_vec_abs, E_VEC1),
    [IR_VSQADD] = V2(emit_vec_sadd, E_VEC2),
    [IR_VSQSUB] = V2(emit_vec_sadd, E_VEC2),
    [IR_VUQADD] = V2(emit_vec_uadd, E_VEC2),
    [IR_VUQSUB] = V2(emit_vec_uadd, E_VEC2),
    [IR_VSMIN] = V2(emit_vec_minmax64, E_VEC2),
    [IR_VSMAX] = V2(emit_vec_minmax64, E_VEC2),
    [IR_VUMIN] = V2(emit_vec_minmax64, E_VEC2),
    [IR_VUMAX] = V2(emit_vec_minmax64, E_VEC2),
    [IR_VSABD] = V2(emit_vec_abd, E_VEC2),
    [IR_VUABD] = V2(emit_vec_abd, E_VEC2),
    [IR_VSHADD] = V2(emit_vec_half, E_VEC2),
    [IR_VUHADD] = V2(emit_vec_half, E_VEC2),
    [IR_VSRHADD] = V2(emit_vec_half, E_VEC2),
    [IR_VURHADD] = V2(emit_vec_half, E_VEC2),
    [IR_VSHSUB] = V2(emit_vec_half, E_VEC2),
    [IR_VUHSUB] = V2(emit_vec_half, E_VEC2),
    [IR_VCMPGE] = V2(emit_vec_cmp, E_VEC2),
    [IR_VCMPHI] = V2(emit_vec_cmp, E_VEC2),
    [IR_VCMPHS] = V2(emit_vec_cmp, E_VEC2),
    [IR_VSHL] = V1(emit_vec_shift, E_TIED),
    [IR_VSHR] = V1(emit_vec_shift, E_TIED),
    [IR_VSAR] = V1(emit_vec_shift, E_TIED),
    [IR_VSSHL] = V2(emit_vec_varshift, E_VEC2),
    [IR_VUSHL] = V2(emit_vec_varshift, E_VEC2),
    [IR_VSRSHL] = V2(emit_vec_varshift, E_VEC2),
    [IR_VURSHL] = V2(emit_vec_varshift, E_VEC2),
    [IR_VSQSHL] = V2(emit_vec_varshift, E_VEC2),
    [IR_VUQSHL] = V2(emit_vec_varshift, E_VEC2),
    [IR_VXTN] = V1(emit_vec_narrow, E_TIED),
    [IR_VSQXTN] = V1(emit_vec_narrow, E_TIED),
    [IR_VUQXTN] = V1(emit_vec_narrow, E_VEC1),
    [IR_VSQXTUN] = V1(emit_vec_narrow, E_TIED),
    [IR_VSMULL] = V2(emit_vec_mull, E_VEC2),
    [IR_VUMULL] = V2(emit_vec_mull, E_VEC2),
    [IR_VSQDMULH] = V2(emit_vec_qdmulh, E_VEC2),
    [IR_VSQRDMULH] = V2(emit_vec_qdmulh, E_VEC2),
    [IR_VPMUL] = V2(emit_vec_pmul8, E_VEC2),
    [IR_VPMULL] = V2(emit_vec_pmull, E_VEC2),
    [IR_VCNT] = V1(emit_vec_cnt, E_VEC3),
    [IR_VSUMB] = V1(emit_vec_sumb, E_TIED),
    [IR_VCLZ] = V1(emit_vec_clz, E_VEC3),
    [IR_VCLS] = V1(emit_vec_cls, E_VEC3),
    [IR_VRBIT] = V1(emit_vec_rbit, E_VEC3),
    [IR_VUZP1] = V2(emit_vec_uzp, E_VEC2),
    [IR_VUZP2] = V2(emit_vec_uzp, E_VEC2),
    [IR_VTRN1] = V2(emit_vec_trn, E_VEC2),
    [IR_VTRN2] = V2(emit_vec_trn, E_VEC2),
    [IR_VEXT] = V2(emit_vec_ext, E_VEC1),
    [IR_VREV] = V1(emit_vec_rev, E_TIED),
    [IR_VTBL] = V2(emit_vec_tbl, E_TIED | E_VEC1),
    [IR_AESE] = V2M(emit_aes, E_VEC1),
    [IR_AESD] = V2M(emit_aes, E_VEC1),
    [IR_AESMC] = V1(emit_aes, E_VEC1),
    [IR_AESIMC] = V1(emit_aes, E_VEC1),
    [IR_SHA1H] = V1(emit_sha1h, E_VEC2),
    [IR_SHA1C] = V3(emit_sha1_rounds, E_VEC1),
    [IR_SHA1P] = V3(emit_sha1_rounds, E_VEC1),
    [IR_SHA1M] = V3(emit_sha1_rounds, E_VEC1),
    [IR_SHA1SU0] = V3(emit_sha1su0, E_VEC1),
    [IR_SHA1SU1] = V2(emit_sha1su1, E_VEC2),
    [IR_SHA256H] = V3(emit_sha256h, E_VEC1),
    [IR_SHA256H2] = V3(emit_sha256h, E_VEC1),
    [IR_SHA256SU0] = V2(emit_sha256su, E_VEC2),
    [IR_SHA256SU1] = V3(emit_sha256su, E_VEC1),
};

/* Saturating narrowing of lane 64. */
static const struct op_rule narrow64_rule = V1(emit_vec_narrow64, E_VEC3);

static const struct op_rule pmull8_rule = V2(emit_vec_pmul8, E_VEC2);

/* By helper, for one to three operands. */
static const struct op_rule helper_rule[3] = {
    V1(emit_vec_helper, E_FLAGS | E_RAX), V2(emit_vec_helper, E_FLAGS | E_RAX),
    V3(emit_vec_helper, E_FLAGS | E_RAX)};

static bool varshift_needs_helper(const struct emit *e, const struct ir_insn *i)
{
    if (is_evex(e))
        return false;
    return !is_avx(e) || (i->lane == LANE_64 && i->op != IR_VUSHL);
}

/* The ops that have no sequence with the host's features. */
static bool needs_helper(const struct emit *e, const struct ir_insn *i)
{
    switch (i->op) {
    case IR_VSSHL:
    case IR_VUSHL:
    case IR_VSRSHL:
    case IR_VURSHL:
    case IR_VSQSHL:
    case IR_VUQSHL: return varshift_needs_helper(e, i);
    case IR_VURECPE:
    case IR_VURSQRTE: return true;
    case IR_VPMULL: return i->lane == LANE_64 && !has(e, HOST_PCLMUL);
    case IR_AESE:
    case IR_AESD:
    case IR_AESMC:
    case IR_AESIMC: return !has(e, HOST_AES);
    case IR_SHA1C:
    case IR_SHA1P:
    case IR_SHA1M:
    case IR_SHA256H:
    case IR_SHA256H2:
    case IR_SHA256SU0:
    case IR_SHA256SU1: return !has(e, HOST_SHA);
    }
    return false;
}

static const struct op_rule *simple(const struct emit *e,
                                    const struct ir_insn *i, uint32_t insn)
{
    if (simple_unary(i->op))
        return &simple_unary_rule;
    if (simple_ops[i->op].swap)
        return &simple_swapped[is_avx(e)];
    return insn & OP_COMM ? &simple_commuting[is_avx(e)]
                          : &simple_rule[is_avx(e)];
}

static bool is_integer(const struct emit *e, ir_ref v)
{
    uint8_t type = e->region->insns[v].type;
    return type == IR_I32 || type == IR_I64;
}

const struct op_rule *vec_rule(const struct emit *e, const struct ir_insn *i)
{
    static const struct op_rule zexti = {emit_vec_zexti, C_GPR, C_NONE,
                                         C_NONE,         C_VEC, E_GPR1};
    uint32_t insn = simple_insn(e, i);

    if (i->op == IR_VZEXT && is_integer(e, i->a))
        return &zexti;

    if (insn)
        return simple(e, i, insn);
    if (i->op == IR_VCMPEQ || i->op == IR_VCMPGT)
        return &compare_rule[is_avx(e) + is_evex(e)];
    if (needs_helper(e, i))
        return &helper_rule[i->c ? 2 : i->b ? 1 : 0];
    if (i->lane == LANE_64 &&
        (i->op == IR_VSQXTN || i->op == IR_VUQXTN || i->op == IR_VSQXTUN))
        return &narrow64_rule;
    if (i->op == IR_VPMULL && i->lane == LANE_8)
        return &pmull8_rule;
    return special[i->op].emit ? &special[i->op] : NULL;
}
