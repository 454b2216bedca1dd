// SPDX-License-Identifier: MIT
/*
 * Descriptor of an FP or vector op that a helper computes: one word, left in
 * cpu->helper_arg[3] before the call.
 */
#ifndef FERRY_JIT_FP_OP_H
#define FERRY_JIT_FP_OP_H

#include "jit/ir.h"

struct cpu;

struct fp_op {
    enum ir_op op;
    enum ir_type type; /* of the result */
    enum ir_lane lane;
    unsigned mode; /* MODE_FZ, MODE_DN, MODE_AHP */
    unsigned aux;
    unsigned imm; /* 0 to 127 */
};

static inline uint32_t fp_op_pack(const struct ir_insn *i, uint32_t mode)
{
    return (uint32_t)i->op | (uint32_t)i->type << 8 | (uint32_t)i->lane << 11 |
           (mode & 7) << 14 | (uint32_t)i->aux << 17 |
           (uint32_t)(i->imm & 127) << 25;
}

static inline struct fp_op fp_op_unpack(uint32_t word)
{
    return (struct fp_op){
        .op = (enum ir_op)(word & 255),
        .type = (enum ir_type)(word >> 8 & 7),
        .lane = (enum ir_lane)(word >> 11 & 7),
        .mode = word >> 14 & 7,
        .aux = word >> 17 & 255,
        .imm = word >> 25,
    };
}

/* The helpers; see jit/helpers.def. */
uint64_t helper_fp_scalar(struct cpu *cpu, uint64_t x, uint64_t y, uint64_t z);
void helper_fp_packed(struct cpu *cpu, vec128 *r, const vec128 *x,
                      const vec128 *y, const vec128 *z);
void helper_vec_op(struct cpu *cpu, vec128 *r, const vec128 *x, const vec128 *y,
                   const vec128 *z);

#endif
