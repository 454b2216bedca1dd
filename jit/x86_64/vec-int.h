// SPDX-License-Identifier: MIT
/*
 * Short forms for the emitters of vector and FP ops.
 *
 * The result register may be an operand's, so a sequence reads no operand
 * after it has written e->dst, and keeps intermediate values in scratch
 * registers.
 */
#ifndef FERRY_JIT_X86_64_VEC_INT_H
#define FERRY_JIT_X86_64_VEC_INT_H

#include "jit/x86_64/emit.h"
#include "jit/x86_64/vec-insn.h"

static inline bool is_avx(const struct emit *e)
{
    return has(e, HOST_AVX2);
}

static inline bool is_evex(const struct emit *e)
{
    return has(e, HOST_AVX512);
}

static inline unsigned lane_width(unsigned lane)
{
    return 8u << lane;
}

/* Operand b as register or memory. */
static inline struct rm b_rm(struct emit *e)
{
    return operand_rm(e, &e->b);
}

static inline struct rm a_rm(struct emit *e)
{
    return operand_rm(e, &e->a);
}

/*
 * d = a op b. On the legacy path, where d is b's register and the op does
 * not commute, b goes through e->vscratch[0].
 */
void vec3m(struct emit *e, uint32_t op, int d, int a, struct rm b);
void vec3mi(struct emit *e, uint32_t op, int d, int a, struct rm b,
            unsigned imm);

static inline void vec3(struct emit *e, uint32_t op, int d, int a, int b)
{
    vec3m(e, op, d, a, rm_reg(b));
}

static inline void vec3i(struct emit *e, uint32_t op, int d, int a, int b,
                         unsigned imm)
{
    vec3mi(e, op, d, a, rm_reg(b), imm);
}

static inline void vec2(struct emit *e, uint32_t op, int d, int s)
{
    emit_v2(e, op, d, rm_reg(s));
}

static inline void vec2i(struct emit *e, uint32_t op, int d, int s,
                         unsigned imm)
{
    emit_v2i(e, op, d, rm_reg(s), (uint8_t)imm);
}

/* d = s, which may be in memory. */
void vec_load(struct emit *e, int d, struct rm s);
/* Shift by an immediate: group opcode, its extension, count. */
void vec_shift(struct emit *e, uint32_t group, unsigned ext, int d, int a,
               unsigned n);
/* The group opcode of a lane's shifts (16, 32, 64). */
uint32_t vec_shift_group(unsigned lane);
/* d = 0 */
void vec_zero(struct emit *e, int d);
/* 16 bytes of memory with every lane the same. */
struct rm vec_splat(struct emit *e, unsigned lane, uint64_t value);
struct rm vec_pool(struct emit *e, uint64_t low, uint64_t high);

/*
 * Integer lane compare, any registers: mask to d; pred as VPCMP has it.
 * Only with AVX-512.
 */
enum { PRED_EQ, PRED_LT, PRED_LE, PRED_NEQ = 4, PRED_GE, PRED_GT };
void vec_cmp_k(struct emit *e, unsigned lane, bool is_unsigned, int d, int a,
               struct rm b, unsigned pred);

/* Instructions by lane. */
extern const uint32_t vec_padd[4], vec_psub[4], vec_pcmpeq[4], vec_pcmpgt[4];
extern const uint32_t vec_pmins[4], vec_pmaxs[4], vec_pminu[4], vec_pmaxu[4];

/*
 * The op by helper_vec_op or helper_fp_packed: operands and result through
 * memory.
 */
void emit_vec_helper(struct emit *e, const struct ir_insn *i);

/* Where a helper finds the descriptor of its op (jit/fp-op.h). */
static inline struct rm fp_op_slot(const struct emit *e)
{
    return rm_mem(RBP, CPU_SLOT(e, helper_arg[3]));
}

/* Emitters, by file. */
emit_fn emit_vec_not, emit_vec_bsl, emit_vec_neg, emit_vec_abs, emit_vec_mul8,
    emit_vec_sadd, emit_vec_uadd, emit_vec_minmax64, emit_vec_abd,
    emit_vec_half, emit_vec_cmp, emit_vec_qdmulh, emit_vec_cmp_wide,
    emit_vec_mull;
emit_fn emit_vec_shift, emit_vec_varshift;
emit_fn emit_vec_uzp, emit_vec_trn, emit_vec_ext, emit_vec_rev, emit_vec_tbl,
    emit_vec_narrow, emit_vec_narrow64;
emit_fn emit_fmovi, emit_fmovf, emit_vec_zext, emit_vec_zexti, emit_vec_dupi,
    emit_vec_dup, emit_vec_insi, emit_vec_ins, emit_vec_get;
emit_fn emit_vec_cnt, emit_vec_sumb, emit_vec_clz, emit_vec_cls, emit_vec_rbit,
    emit_vec_pmull, emit_vec_pmul8;
emit_fn emit_aes, emit_sha1h, emit_sha1_rounds, emit_sha1su0, emit_sha1su1,
    emit_sha256h, emit_sha256su;

#endif
