// SPDX-License-Identifier: MIT
/*
 * Runs single IR instructions through the emitters of vector and FP ops, in
 * place of the allocator and the code cache: the caller says where operands
 * live, the driver makes a function of it that loads all registers, runs the
 * emitted code and stores them back.
 */
#ifndef FERRY_TESTS_JIT_EMIT_DRIVER_H
#define FERRY_TESTS_JIT_EMIT_DRIVER_H

#include "jit/x86_64/emit.h"
#include "jit/x86_64/vec-ops.h"

/* What generated code sees through rbp. */
struct driver_state {
    struct cpu cpu;
    uint64_t gpr[16];
    uint64_t eflags; /* before, then after */
    uint32_t mxcsr;
    vec128 xmm[32];
    vec128 slot; /* an operand in memory */
};

struct driver_op {
    struct ir_insn insn;
    uint32_t mode;     /* enum region_mode */
    uint32_t features; /* enum host_feature */
    int dst;           /* register of the result */
    struct operand a, b, c;
    vec128 pool; /* an operand of kind O_POOL */
    int scratch[2], vscratch[3];
    const struct op_rule *rule; /* filled in by driver_rule() */
};

/* The rule of op->insn, or NULL. */
const struct op_rule *driver_rule(struct driver_op *op);
/* Emits it; false if it does not fit. */
bool driver_compile(struct driver_op *op);
/* Runs what was compiled last. */
void driver_run(struct driver_state *state);
/* True if the code compiled last calls a helper where nothing is special. */
bool driver_calls_helper(void);
/* Bytes of code emitted last, without its cold part. */
unsigned driver_code_bytes(void);

#endif
