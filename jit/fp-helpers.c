// SPDX-License-Identifier: MIT
/*
 * Helpers that generated code calls for FP and vector ops.  The guest's
 * rounding mode and flags are live in MXCSR.
 */
#include "jit/fp-eval.h"
#include "src/cpu.h"

/* MXCSR: flags IE DE ZE OE UE PE from bit 0, rounding in bits 14:13. */
static uint32_t mxcsr_read(void)
{
    uint32_t mxcsr;

    __asm__ volatile("stmxcsr %0" : "=m"(mxcsr));
    return mxcsr;
}

static struct soft_env env_begin(const struct fp_op *op)
{
    static const uint8_t rounding[4] = {ROUND_NEAREST_EVEN, ROUND_DOWN,
                                        ROUND_UP, ROUND_ZERO};

    return (struct soft_env){.rounding = rounding[mxcsr_read() >> 13 & 3],
                             .mode = (uint8_t)op->mode};
}

static void env_end(struct cpu *cpu, const struct soft_env *env)
{
    uint32_t now, old = mxcsr_read();

    if (env->flags & SOFT_IDC)
        cpu->guest_idc = SOFT_IDC;
    now = old | (env->flags & 1) | (env->flags & 0x1eu) << 1;
    if (now != old)
        __asm__ volatile("ldmxcsr %0" : : "m"(now));
}

uint64_t helper_fp_scalar(struct cpu *cpu, uint64_t x, uint64_t y, uint64_t z)
{
    struct fp_op op = fp_op_unpack((uint32_t)cpu->helper_arg[3]);
    struct soft_env env = env_begin(&op);
    uint64_t r = fp_eval(&env, &op, x, y, z);

    env_end(cpu, &env);
    return r;
}

void helper_fp_packed(struct cpu *cpu, vec128 *r, const vec128 *x,
                      const vec128 *y, const vec128 *z)
{
    struct fp_op op = fp_op_unpack((uint32_t)cpu->helper_arg[3]);
    struct soft_env env = env_begin(&op);

    fp_eval_packed(&env, &op, r, x, y, z);
    env_end(cpu, &env);
}

void helper_vec_op(struct cpu *cpu, vec128 *r, const vec128 *x, const vec128 *y,
                   const vec128 *z)
{
    struct fp_op op = fp_op_unpack((uint32_t)cpu->helper_arg[3]);

    vec_eval(&op, r, x, y, z);
}
