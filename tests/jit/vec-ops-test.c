// SPDX-License-Identifier: MIT
/*
 * Every vector and FP op, on every host level that this machine has, with
 * operands and result in random registers (the same one, memory) and random
 * values with many edge cases, against the IR's interpreter: the result, the
 * cumulative FP flags, and that nothing else changes.
 */
#include "tests/ir/interp-ops.h"
#include "tests/jit/emit-driver.h"
#include "tests/lib/random.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define ROUNDS 12 /* register assignments of each op */
#define INPUTS 48 /* inputs of each */

static uint64_t random_state = 0x9e3779b97f4a7c15;

static uint64_t random64(void)
{
    return random_next(&random_state);
}

static unsigned pick(unsigned n)
{
    return (unsigned)(random64() >> 33) % n;
}

/* What an op's imm and aux may be. */
enum imm_kind {
    IMM_NONE,
    IMM_LEFT,      /* 0 <= imm < M */
    IMM_RIGHT,     /* 0 < imm <= M */
    IMM_LANE,      /* a lane's number */
    IMM_LANES,     /* two of them, VINS */
    IMM_BYTE,      /* 0 to 15 */
    IMM_CONTAINER, /* VREV */
    IMM_SCALE,     /* mostly 0, up to M */
};
enum aux_kind {
    AUX_NONE,
    AUX_FMA,
    AUX_ROUND,
    AUX_TO_INT,
    AUX_FROM_INT,
    AUX_COND,
    AUX_SIGNAL,
    AUX_CURRENT, /* ROUND_CURRENT, sometimes ROUND_ODD */
};

#define L(lane) (1u << LANE_##lane)
#define L_BHS   (L(8) | L(16) | L(32))
#define L_ALL   (L_BHS | L(64))
#define L_SD    (L(32) | L(64))
#define T(type) (1u << IR_##type)
#define V       T(V128)
#define T_FP    (T(F32) | T(F64) | V)
#define T_INT   (T(I32) | T(I64))

struct variant {
    uint8_t op, operands;
    uint8_t types, lanes; /* sets */
    uint8_t imm, aux;
};

static const struct variant variants[] = {
    {IR_FADD, 2, T_FP, L_SD, 0, 0},
    {IR_FSUB, 2, T_FP, L_SD, 0, 0},
    {IR_FMUL, 2, T_FP, L_SD, 0, 0},
    {IR_FMULX, 2, T_FP, L_SD, 0, 0},
    {IR_FDIV, 2, T_FP, L_SD, 0, 0},
    {IR_FSQRT, 1, T_FP, L_SD, 0, 0},
    {IR_FMA, 3, T_FP, L_SD, 0, AUX_FMA},
    {IR_FMIN, 2, T_FP, L_SD, 0, 0},
    {IR_FMAX, 2, T_FP, L_SD, 0, 0},
    {IR_FMINNM, 2, T_FP, L_SD, 0, 0},
    {IR_FMAXNM, 2, T_FP, L_SD, 0, 0},
    {IR_FRECPE, 1, T_FP, L_SD, 0, 0},
    {IR_FRSQRTE, 1, T_FP, L_SD, 0, 0},
    {IR_FRECPS, 2, T_FP, L_SD, 0, 0},
    {IR_FRSQRTS, 2, T_FP, L_SD, 0, 0},
    {IR_FRECPX, 1, T(F32) | T(F64), L_SD, 0, 0},
    {IR_FABS, 1, T_FP, L_SD, 0, 0},
    {IR_FNEG, 1, T_FP, L_SD, 0, 0},
    {IR_FROUND, 1, T_FP, L_SD, 0, AUX_ROUND},
    {IR_FCVT, 1, T(F16) | T(F32) | T(F64), L(16) | L_SD, 0, AUX_CURRENT},
    {IR_FCVTL, 1, V, L(16) | L(32), 0, AUX_CURRENT},
    {IR_FCVTN, 1, V, L_SD, 0, AUX_CURRENT},
    {IR_FTOI, 1, T_INT | V, L_SD, IMM_SCALE, AUX_TO_INT},
    {IR_ITOF, 1, T(F32) | T(F64) | V, L_SD, IMM_SCALE, AUX_FROM_INT},
    {IR_FCMPV, 2, T_FP, L_SD, 0, AUX_COND},
    {IR_FCMPF, 2, T(FLAGS), L_SD, 0, AUX_SIGNAL},
    {IR_FMOVI, 1, T_INT, L_SD, 0, 0},
    {IR_FMOVF, 1, T(F32) | T(F64), L_SD, 0, 0},
    {IR_VZEXT, 1, V, L_ALL, 0, 0},
    {IR_VDUPI, 1, V, L_ALL, 0, 0},
    {IR_VDUP, 1, V, L_ALL, IMM_LANE, 0},
    {IR_VINSI, 2, V, L_ALL, IMM_LANE, 0},
    {IR_VINS, 2, V, L_ALL, IMM_LANES, 0},
    {IR_VGETU, 1, T_INT, L_ALL, IMM_LANE, 0},
    {IR_VGETS, 1, T_INT, L_ALL, IMM_LANE, 0},
    {IR_VAND, 2, V, L_ALL | L(128), 0, 0},
    {IR_VOR, 2, V, L_ALL | L(128), 0, 0},
    {IR_VXOR, 2, V, L_ALL | L(128), 0, 0},
    {IR_VANDN, 2, V, L_ALL | L(128), 0, 0},
    {IR_VNOT, 1, V, L_ALL | L(128), 0, 0},
    {IR_VBSL, 3, V, L_ALL | L(128), 0, 0},
    {IR_VADD, 2, V, L_ALL, 0, 0},
    {IR_VSUB, 2, V, L_ALL, 0, 0},
    {IR_VMUL, 2, V, L_BHS, 0, 0},
    {IR_VNEG, 1, V, L_ALL, 0, 0},
    {IR_VABS, 1, V, L_ALL, 0, 0},
    {IR_VSQADD, 2, V, L_ALL, 0, 0},
    {IR_VUQADD, 2, V, L_ALL, 0, 0},
    {IR_VSQSUB, 2, V, L_ALL, 0, 0},
    {IR_VUQSUB, 2, V, L_ALL, 0, 0},
    {IR_VSMIN, 2, V, L_ALL, 0, 0},
    {IR_VSMAX, 2, V, L_ALL, 0, 0},
    {IR_VUMIN, 2, V, L_ALL, 0, 0},
    {IR_VUMAX, 2, V, L_ALL, 0, 0},
    {IR_VSABD, 2, V, L_BHS, 0, 0},
    {IR_VUABD, 2, V, L_BHS, 0, 0},
    {IR_VSHADD, 2, V, L_BHS, 0, 0},
    {IR_VUHADD, 2, V, L_BHS, 0, 0},
    {IR_VSRHADD, 2, V, L_BHS, 0, 0},
    {IR_VURHADD, 2, V, L_BHS, 0, 0},
    {IR_VSHSUB, 2, V, L_BHS, 0, 0},
    {IR_VUHSUB, 2, V, L_BHS, 0, 0},
    {IR_VCMPEQ, 2, V, L_ALL, 0, 0},
    {IR_VCMPGT, 2, V, L_ALL, 0, 0},
    {IR_VCMPGE, 2, V, L_ALL, 0, 0},
    {IR_VCMPHI, 2, V, L_ALL, 0, 0},
    {IR_VCMPHS, 2, V, L_ALL, 0, 0},
    {IR_VSHL, 1, V, L_ALL, IMM_LEFT, 0},
    {IR_VSHR, 1, V, L_ALL, IMM_RIGHT, 0},
    {IR_VSAR, 1, V, L_ALL, IMM_RIGHT, 0},
    {IR_VSSHL, 2, V, L_ALL, 0, 0},
    {IR_VUSHL, 2, V, L_ALL, 0, 0},
    {IR_VSRSHL, 2, V, L_ALL, 0, 0},
    {IR_VURSHL, 2, V, L_ALL, 0, 0},
    {IR_VSQSHL, 2, V, L_ALL, 0, 0},
    {IR_VUQSHL, 2, V, L_ALL, 0, 0},
    {IR_VSXTL, 1, V, L_BHS, 0, 0},
    {IR_VUXTL, 1, V, L_BHS, 0, 0},
    {IR_VXTN, 1, V, L(16) | L_SD, 0, 0},
    {IR_VSQXTN, 1, V, L(16) | L_SD, 0, 0},
    {IR_VUQXTN, 1, V, L(16) | L_SD, 0, 0},
    {IR_VSQXTUN, 1, V, L(16) | L_SD, 0, 0},
    {IR_VSMULL, 2, V, L_BHS, 0, 0},
    {IR_VUMULL, 2, V, L_BHS, 0, 0},
    {IR_VSQDMULH, 2, V, L(16) | L(32), 0, 0},
    {IR_VSQRDMULH, 2, V, L(16) | L(32), 0, 0},
    {IR_VPMUL, 2, V, L(8), 0, 0},
    {IR_VPMULL, 2, V, L(8) | L(64), 0, 0},
    {IR_VCNT, 1, V, L(8), 0, 0},
    {IR_VSUMB, 1, V, L(64), 0, 0},
    {IR_VCLZ, 1, V, L_BHS, 0, 0},
    {IR_VCLS, 1, V, L_BHS, 0, 0},
    {IR_VRBIT, 1, V, L(8), 0, 0},
    {IR_VURECPE, 1, V, L(32), 0, 0},
    {IR_VURSQRTE, 1, V, L(32), 0, 0},
    {IR_VZIP1, 2, V, L_ALL, 0, 0},
    {IR_VZIP2, 2, V, L_ALL, 0, 0},
    {IR_VUZP1, 2, V, L_ALL, 0, 0},
    {IR_VUZP2, 2, V, L_ALL, 0, 0},
    {IR_VTRN1, 2, V, L_ALL, 0, 0},
    {IR_VTRN2, 2, V, L_ALL, 0, 0},
    {IR_VEXT, 2, V, L(8), IMM_BYTE, 0},
    {IR_VREV, 1, V, L_BHS, IMM_CONTAINER, 0},
    {IR_VTBL, 2, V, L(8), 0, 0},
    {IR_AESE, 2, V, L(8), 0, 0},
    {IR_AESD, 2, V, L(8), 0, 0},
    {IR_AESMC, 1, V, L(8), 0, 0},
    {IR_AESIMC, 1, V, L(8), 0, 0},
    {IR_SHA1H, 1, V, L(32), 0, 0},
    {IR_SHA1C, 3, V, L(32), 0, 0},
    {IR_SHA1P, 3, V, L(32), 0, 0},
    {IR_SHA1M, 3, V, L(32), 0, 0},
    {IR_SHA1SU0, 3, V, L(32), 0, 0},
    {IR_SHA1SU1, 2, V, L(32), 0, 0},
    {IR_SHA256H, 3, V, L(32), 0, 0},
    {IR_SHA256H2, 3, V, L(32), 0, 0},
    {IR_SHA256SU0, 2, V, L(32), 0, 0},
    {IR_SHA256SU1, 3, V, L(32), 0, 0},
};

/* A host to pretend. */
struct level {
    const char *name;
    uint32_t features;
};

/* Values. */
static uint64_t edge_int(unsigned bits)
{
    uint64_t sign = 1ull << (bits - 1), mask = bits_mask(bits);
    const uint64_t edges[] = {0,        1,        2,        mask,
                              sign,     sign - 1, sign + 1, mask - 1,
                              bits - 1, bits,     -bits,    -bits + 1};

    return pick(3) ? random64() & mask : edges[pick(ARRAY_SIZE(edges))] & mask;
}

static uint64_t edge_fp(unsigned bits)
{
    unsigned f = bits == 64 ? 52 : bits == 32 ? 23 : 10;
    uint64_t sign = pick(2) ? 1ull << (bits - 1) : 0;
    uint64_t inf = bits_mask(bits - 1) >> f << f;
    uint64_t bias = inf >> 1 >> f << f, frac = bits_mask(f);
    const uint64_t edges[] = {0,
                              1,
                              frac,
                              frac + 1, /* smallest normal */
                              frac + 2,
                              inf - 1,
                              inf,
                              inf + 1 + (random64() & (frac >> 2)),
                              inf | (frac + 1) >> 1 | (random64() & frac),
                              bias,
                              bias - 1,
                              bias - frac - 1,
                              random64() & frac};

    switch (pick(4)) {
    case 0: return sign | edges[pick(ARRAY_SIZE(edges))];
    case 1: /* near 1, short */
        return sign |
               ((bias + ((uint64_t)pick(12) << f) - 6 * (frac + 1)) & inf) |
               ((random64() & 7) << (f - 3));
    case 2: /* near the range of integers */
        return sign |
               (bias + ((uint64_t)(pick(4) + (bits == 64 ? pick(2) * 32 : 0) +
                                   (bits == 16 ? 10 : 29))
                        << f)) |
               (random64() & frac);
    default: return random64() & bits_mask(bits);
    }
}

static vec128 random_vector(unsigned op, unsigned bits)
{
    bool fp = op >= IR_FADD && op <= IR_FCMPV && op != IR_ITOF;
    vec128 v = {.d = {0, 0}};

    for (unsigned n = 0; n < 128 / bits; n++) {
        uint64_t x = fp ? edge_fp(bits) : edge_int(bits);
        v.d[n * bits / 64] |= x << n * bits % 64;
    }
    return v;
}

/* Products that round to the smallest normal, or just miss it. */
static void tiny_product(vec128 *x, vec128 *y, unsigned bits)
{
    if (bits == 64) {
        x->d[0] = 0x3ff0000000000000 | (random64() & 3);
        y->d[0] = 0x000fffffffffffff - (random64() & 3);
    } else {
        x->s[0] = 0x3f800000 | (random64() & 3);
        y->s[0] = 0x007fffff - (random64() & 3);
    }
}

/* One op with a register assignment. */
static unsigned element_bits(const struct ir_insn *i)
{
    switch (i->op) {
    case IR_FMOVI:
    case IR_FMOVF: return i->type == IR_I64 || i->type == IR_F64 ? 64 : 32;
    case IR_FCVT:
    case IR_FTOI:
    case IR_ITOF:
    case IR_FCMPF: return 8u << i->lane;
    default: break;
    }
    if (i->type == IR_F32 || i->type == IR_F64)
        return i->type == IR_F64 ? 64 : 32;
    return i->lane > LANE_64 ? 64 : 8u << i->lane;
}

static int64_t random_imm(const struct variant *v, const struct ir_insn *i)
{
    unsigned bits = 8u << i->lane, lanes = 16u >> i->lane;

    switch (v->imm) {
    case IMM_LEFT: return pick(bits);
    case IMM_RIGHT: return 1 + pick(bits);
    case IMM_LANE: return pick(lanes);
    case IMM_LANES: return pick(lanes) | pick(lanes) << 4;
    case IMM_BYTE: return pick(16);
    case IMM_CONTAINER: return 1 << (i->lane + 1 + pick(3 - i->lane));
    case IMM_SCALE: return pick(2) ? 0 : pick(bits + 1);
    default: return 0;
    }
}

static uint8_t random_aux(const struct variant *v)
{
    static const uint8_t conds[] = {COND_EQ, COND_GE, COND_GT};

    switch (v->aux) {
    case AUX_FMA: return (uint8_t)pick(4);
    case AUX_ROUND: return (uint8_t)(pick(6) | pick(2) << 3);
    case AUX_TO_INT: return (uint8_t)(pick(6) | pick(2) << 4);
    case AUX_FROM_INT: return (uint8_t)(ROUND_CURRENT | pick(2) << 4);
    case AUX_COND: return conds[pick(3)];
    case AUX_SIGNAL: return (uint8_t)pick(2);
    case AUX_CURRENT: return pick(6) ? ROUND_CURRENT : ROUND_ODD;
    default: return 0;
    }
}

static int random_gpr(uint32_t *taken)
{
    static const int regs[] = {RAX, RCX, RDX, RSI, RDI, RBX, R8, R12, R15};
    int r;

    do
        r = regs[pick(ARRAY_SIZE(regs))];
    while (*taken >> r & 1);
    *taken |= 1u << r;
    return r;
}

static int random_vec(const struct driver_op *op, uint32_t taken)
{
    int r;

    do
        r = (int)pick(op->features & HOST_AVX512 ? 32 : pick(2) ? 16 : 8);
    while (taken >> r & 1);
    return r;
}

/* Places one operand; a register may be one that another operand has. */
static void place_operand(struct driver_op *op, struct operand *o, unsigned cls,
                          uint32_t *gprs, uint32_t vecs,
                          const struct operand *other)
{
    bool memory = cls == C_VEC_RM || cls == C_GPR_RM;

    *o = (struct operand){.kind = O_NONE};
    if (cls == C_NONE)
        return;
    if (memory && pick(3) == 0) {
        int32_t slot = (int32_t)offsetof(struct driver_state, slot);
        *o = (struct operand){.kind = O_MEM, .slot = slot};
        if (cls == C_VEC_RM && pick(2))
            *o = (struct operand){.kind = O_POOL, .ref = 0};
    } else if (cls == C_GPR || cls == C_GPR_RM) {
        o->kind = O_REG;
        o->reg = (int8_t)random_gpr(gprs);
    } else {
        o->kind = O_REG;
        o->reg = other && other->kind == O_REG && pick(3) == 0
                     ? other->reg
                     : (int8_t)random_vec(op, vecs);
    }
}

static void place(struct driver_op *op)
{
    const struct op_rule *r = op->rule;
    uint32_t gprs = 0, vecs = 0;

    if (r->effect & E_RAX)
        gprs |= 1u << RAX;
    for (unsigned n = 0; n < 3; n++) { /* scratch is xmm0-3 */
        do
            op->vscratch[n] = (int)pick(4);
        while (vecs >> op->vscratch[n] & 1);
        vecs |= 1u << op->vscratch[n];
    }
    if (!(r->effect & E_VEC3))
        vecs &= ~(1u << op->vscratch[2]), op->vscratch[2] = -99;
    if (!(r->effect & (E_VEC3 | E_VEC2)))
        vecs &= ~(1u << op->vscratch[1]), op->vscratch[1] = -99;
    if (!(r->effect & (E_VEC3 | E_VEC2 | E_VEC1)))
        vecs &= ~(1u << op->vscratch[0]), op->vscratch[0] = -99;
    op->scratch[0] = random_gpr(&gprs);
    op->scratch[1] = random_gpr(&gprs);
    bool vec_a = r->a == C_VEC || r->a == C_VEC_RM;
    place_operand(op, &op->a, r->a, &gprs, vecs, NULL);
    place_operand(op, &op->b, r->b, &gprs, vecs, vec_a ? &op->a : NULL);
    place_operand(op, &op->c, r->c, &gprs, vecs, vec_a ? &op->a : NULL);
    if (op->a.kind == O_MEM && op->b.kind >= O_MEM)
        op->a = op->b;
    const struct operand *same[3] = {&op->a, &op->b, &op->c};
    const struct operand *s = same[pick(3)];
    if (r->dst == C_GPR) {
        uint32_t taken = gprs & ~(r->effect & E_RAX ? 1u << RAX : 0);
        op->dst = random_gpr(&taken);
    } else if (s->kind == O_REG && vec_a && pick(2)) {
        op->dst = s->reg;
    } else {
        op->dst = random_vec(op, vecs);
    }
}

static bool is_vec_class(unsigned cls)
{
    return cls == C_VEC || cls == C_VEC_RM;
}

/* Puts a value where its operand is. */
static void set_operand(const struct driver_op *op, struct driver_state *s,
                        const struct operand *o, unsigned cls, vec128 *v)
{
    if (o->kind == O_POOL)
        *v = op->pool;
    else if (o->kind == O_MEM)
        s->slot = *v;
    else if (o->kind == O_REG && is_vec_class(cls))
        s->xmm[o->reg] = *v;
    else if (o->kind == O_REG)
        s->gpr[o->reg] = v->d[0];
}

static void get_operand(const struct driver_op *op,
                        const struct driver_state *s, const struct operand *o,
                        unsigned cls, vec128 *v)
{
    if (o->kind == O_POOL)
        *v = op->pool;
    else if (o->kind == O_MEM)
        *v = s->slot;
    else if (o->kind == O_REG && is_vec_class(cls))
        *v = s->xmm[o->reg];
    else if (o->kind == O_REG)
        *v = (vec128){.d = {s->gpr[o->reg], 0}};
}

/* Narrows a scalar operand to what the interpreter gets. */
static vec128 operand_value(const struct ir_insn *i, vec128 v)
{
    unsigned bits = element_bits(i);
    bool scalar =
        (i->op >= IR_FADD && i->op <= IR_FCMPV && i->type != IR_V128) ||
        i->op == IR_FMOVI || i->op == IR_FMOVF;

    if (scalar) {
        v.d[0] &= bits_mask(bits);
        v.d[1] = 0;
    }
    return v;
}

static bool interpret(struct interp *in, struct interp_insn *o)
{
    return interp_vec_int(o) || interp_vec_move(o) || interp_crypto(o) ||
           interp_fp(in, o);
}

static const uint8_t mxcsr_rounding[4] = {ROUND_NEAREST_EVEN, ROUND_DOWN,
                                          ROUND_UP, ROUND_ZERO};
#define MXCSR_FLAGS 0x3d /* all but DE, which nobody looks at */

static unsigned fpsr_of(const struct driver_state *s)
{
    return (s->mxcsr & 1) | (s->mxcsr >> 1 & 0x1e) | s->cpu.guest_idc;
}

/* ZF, PF, CF after a comparison that gave nzcv. */
static unsigned eflags_of(unsigned nzcv)
{
    return nzcv == 3 ? 0x45 : nzcv == 6 ? 0x40 : nzcv == 8 ? 1 : 0;
}

static uint64_t result_mask(const struct ir_insn *i, unsigned half)
{
    switch (i->type) {
    case IR_F16: return half ? 0 : 0xffff;
    case IR_F32: return half ? 0 : UINT32_MAX;
    case IR_F64: return half ? 0 : ~0ull;
    case IR_I32: return half ? 0 : UINT32_MAX;
    default: return ~0ull;
    }
}

static void describe(const struct level *level, const struct driver_op *op,
                     const struct interp_insn *o, const char *what)
{
    const struct ir_insn *i = &op->insn;

    printf("%s: %s type %u lane %u aux %u imm %lld mode %u: %s\n"
           "  dst %d a %d b %d c %d scratch %d %d vscratch %d %d %d\n",
           level->name, ir_op_infos[i->op].name, i->type, i->lane, i->aux,
           (long long)i->imm, op->mode, what, op->dst,
           op->a.kind == O_REG ? op->a.reg : -(int)op->a.kind,
           op->b.kind == O_REG ? op->b.reg : -(int)op->b.kind,
           op->c.kind == O_REG ? op->c.reg : -(int)op->c.kind, op->scratch[0],
           op->scratch[1], op->vscratch[0], op->vscratch[1], op->vscratch[2]);
    const vec128 *v[] = {&o->x, &o->y, &o->z, &o->r};
    for (unsigned n = 0; n < 4; n++)
        printf("  %c %016llx:%016llx\n", "xyzr"[n],
               (unsigned long long)v[n] -> d[1],
               (unsigned long long)v[n] -> d[0]);
}

/* Registers that the op had no right to change. */
static const char *changed(const struct driver_op *op,
                           const struct driver_state *before,
                           const struct driver_state *after)
{
    uint32_t vecs = 0, gprs = 1u << RSP | 1u << RBP;
    unsigned effect = op->rule->effect;

    for (unsigned n = 0; n < 3; n++)
        if (op->vscratch[n] >= 0)
            vecs |= 1u << op->vscratch[n];
    if (effect & (E_GPR1 | E_GPR2))
        gprs |= 1u << op->scratch[0];
    if (effect & E_GPR2)
        gprs |= 1u << op->scratch[1];
    if (effect & E_RAX)
        gprs |= 1u << RAX;
    if (op->rule->dst == C_GPR)
        gprs |= 1u << op->dst;
    else if (op->rule->dst == C_VEC)
        vecs |= 1u << op->dst;
    for (unsigned n = 0; n < 32; n++)
        if (!(vecs >> n & 1) &&
            memcmp(&before->xmm[n], &after->xmm[n], sizeof(vec128)))
            return "another vector register changed";
    for (unsigned n = 0; n < 16; n++)
        if (!(gprs >> n & 1) && before->gpr[n] != after->gpr[n])
            return "another general register changed";
    if (!(effect & E_FLAGS) && ((before->eflags ^ after->eflags) & 0x8d5))
        return "EFLAGS changed";
    if ((before->mxcsr ^ after->mxcsr) & ~0x3fu)
        return "MXCSR's control bits changed";
    return NULL;
}

static const char *compare(const struct driver_op *op,
                           const struct driver_state *s,
                           const struct interp *in, const struct interp_insn *o)
{
    vec128 r;

    if (op->insn.type == IR_I32 && s->gpr[op->dst] >> 32)
        return "an i32 is not zero-extended";
    if (op->rule->dst == C_FLAGS) {
        if ((s->eflags & 0x45) != eflags_of((unsigned)o->r.d[0]))
            return "wrong flags";
    } else {
        r = op->rule->dst == C_GPR ? (vec128){.d = {s->gpr[op->dst], 0}}
                                   : s->xmm[op->dst];
        for (unsigned n = 0; n < 2; n++)
            if ((r.d[n] ^ o->r.d[n]) & result_mask(&op->insn, n)) {
                printf("  got %016llx:%016llx\n", (unsigned long long)r.d[1],
                       (unsigned long long)r.d[0]);
                return "wrong result";
            }
    }
    if (fpsr_of(s) != in->fpsr) {
        printf("  FPSR %02x, not %02x\n", fpsr_of(s), in->fpsr);
        return "wrong FP flags";
    }
    return NULL;
}

static void random_state_of(const struct driver_op *op, struct driver_state *s,
                            struct interp_insn *o)
{
    const struct op_rule *r = op->rule;
    unsigned bits = element_bits(&op->insn);

    for (unsigned n = 0; n < 32; n++)
        s->xmm[n] = random_vector(op->insn.op, bits);
    for (unsigned n = 0; n < 16; n++)
        s->gpr[n] = random64();
    s->mxcsr = 0x1f80 | pick(4) << 13 |
               (pick(2) ? (uint32_t)random64() & MXCSR_FLAGS : 0);
    s->cpu.guest_idc = pick(8) ? 0 : 0x80;
    o->x = random_vector(op->insn.op, bits);
    o->y = random_vector(op->insn.op, bits);
    o->z = random_vector(op->insn.op, bits);
    if (op->insn.op >= IR_FADD && op->insn.op <= IR_FMA && pick(8) == 0)
        tiny_product(&o->x, &o->y, bits);
    if (op->insn.op == IR_VINSI || op->insn.op == IR_VDUPI)
        o->y.d[0] = random64();
    set_operand(op, s, &op->c, r->c, &o->z);
    set_operand(op, s, &op->b, r->b, &o->y);
    set_operand(op, s, &op->a, r->a, &o->x);
    get_operand(op, s, &op->a, r->a, &o->x); /* two may be one register */
    get_operand(op, s, &op->b, r->b, &o->y);
    get_operand(op, s, &op->c, r->c, &o->z);
}

static unsigned failures;

static bool run_input(const struct level *level, struct driver_op *op,
                      const struct region *region)
{
    static struct driver_state s, before;
    struct interp in = {0};
    struct interp_insn o = {.i = &op->insn, .region = region};
    const char *wrong;

    random_state_of(op, &s, &o);
    in.rounding = mxcsr_rounding[s.mxcsr >> 13 & 3];
    in.fpsr = fpsr_of(&s);
    o.x = operand_value(&op->insn, o.x);
    o.y = operand_value(&op->insn, o.y);
    o.z = operand_value(&op->insn, o.z);
    if (!interpret(&in, &o)) {
        describe(level, op, &o, "the interpreter does not know it");
        return false;
    }
    s.eflags = 0x202 | (random64() & 0x8d5);
    before = s;
    driver_run(&s);
    wrong = compare(op, &s, &in, &o);
    if (!wrong)
        wrong = changed(op, &before, &s);
    if (wrong)
        describe(level, op, &o, wrong);
    return !wrong;
}

/* How the op's variants on one level are made. */
struct count {
    unsigned rules, helpers, missing;
};

/* Whether helpers count: not in rare modes, nor what no guest has. */
static bool is_common(const struct driver_op *op)
{
    unsigned rounding = op->insn.aux & ROUND_MASK;

    if (op->insn.op == IR_FROUND && (op->insn.aux & ROUND_EXACT))
        return rounding == ROUND_CURRENT && op->mode == 0;
    if (op->insn.op == IR_FTOI && op->insn.imm && rounding != ROUND_ZERO)
        return false;
    return op->mode == 0 && (rounding != ROUND_ODD || op->insn.op == IR_FMA);
}

static void test_insn(const struct level *level, const struct variant *v,
                      unsigned type, unsigned lane, struct count *count)
{
    static struct region region;
    struct driver_op op = {.features = level->features};
    bool fp = v->op >= IR_FADD && v->op <= IR_FCMPV;
    unsigned helpers = 0;

    op.insn = (struct ir_insn){
        .op = v->op, .type = (uint8_t)type, .lane = (uint8_t)lane};
    op.insn.a = v->operands > 0;
    op.insn.b = v->operands > 1;
    op.insn.c = v->operands > 2;
    for (unsigned n = 0; n < ROUNDS * (fp ? 4 : 1); n++) {
        op.insn.imm = random_imm(v, &op.insn);
        op.insn.aux = random_aux(v);
        op.mode = fp && pick(3) == 0 ? pick(8) : 0;
        region.mode = op.mode;
        op.pool = random_vector(v->op, element_bits(&op.insn));
        if (!driver_rule(&op)) {
            printf("%s: %s type %u lane %u has no rule\n", level->name,
                   ir_op_infos[v->op].name, type, lane);
            count->missing++;
            failures++;
            return;
        }
        place(&op);
        if (!driver_compile(&op)) {
            printf("%s: too long\n", ir_op_infos[v->op].name);
            failures++;
            return;
        }
        helpers += is_common(&op) && driver_calls_helper();
        for (unsigned k = 0; k < INPUTS; k++)
            if (!run_input(level, &op, &region)) {
                failures++;
                return;
            }
    }
    count->rules++;
    if (helpers && getenv("VERBOSE"))
        printf("%s: helper: %s type %u lane %u\n", level->name,
               ir_op_infos[v->op].name, type, lane);
    count->helpers += helpers != 0;
}

/* Combinations that do not exist. */
static bool applies(const struct variant *v, unsigned type, unsigned lane)
{
    switch (v->op) {
    case IR_FCVT: return (unsigned)IR_F16 + lane - LANE_16 != type;
    case IR_FMOVI: return lane == (type == IR_I32 ? LANE_32 : LANE_64);
    case IR_VGETU: return type == IR_I64 || lane < LANE_64;
    case IR_VGETS: return lane < LANE_32 || (lane == LANE_32 && type == IR_I64);
    case IR_FTOI:
    case IR_ITOF: return true;
    default: break;
    }
    /* scalar FP: one lane stands for the type */
    if (type == IR_F32 || type == IR_F64)
        return lane == (type == IR_F32 ? LANE_32 : LANE_64);
    return true;
}

static void test_level(const struct level *level)
{
    struct count count = {0};

    for (unsigned n = 0; n < ARRAY_SIZE(variants); n++) {
        const struct variant *v = &variants[n];
        for (unsigned type = 0; type < IR_TYPE_COUNT; type++)
            for (unsigned lane = 0; lane <= LANE_128; lane++)
                if (v->types >> type & 1 && v->lanes >> lane & 1 &&
                    applies(v, type, lane))
                    test_insn(level, v, type, lane, &count);
    }
    printf("%s: %u forms of ops right, %u of them by helper\n", level->name,
           count.rules, count.helpers);
}

int main(int argc, char **argv)
{
    static const char *const lists[] = {
        "v2", "v2,-aes,-pclmul,-sha",       "v3", "v3,-aes,-pclmul,-sha,-gfni",
        "v4", "v4,-aes,-pclmul,-sha,-gfni",
    };

    setvbuf(stdout, NULL, _IOLBF, 0);
    if (argc > 1)
        random_state ^= strtoull(argv[1], NULL, 0) * 0x9e3779b97f4a7c15;
    for (unsigned n = 0; n < ARRAY_SIZE(lists); n++) {
        struct level level = {.name = lists[n]};
        const char *at;
        if (host_features_choose(lists[n], host_features(), &level.features,
                                 &at) == HOST_CHOICE_GOOD)
            test_level(&level);
        else
            printf("%s: not on this machine\n", lists[n]);
    }
    return failures != 0;
}
