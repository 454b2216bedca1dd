// SPDX-License-Identifier: MIT
/*
 * What the builder folds has the value that the ops would have had: random
 * integer ops on constants and registers, built folded and as they are.
 */
#include "jit/fold.h"
#include "tests/ir/toy.h"

#include <inttypes.h>
#include <stdio.h>

static struct region region;
static struct ir_builder builder;

/* One operand for both forms: a constant, a register, or a value just made. */
static ir_ref operand(uint64_t *state, ir_ref last, ir_ref *plain,
                      ir_ref last_plain)
{
    unsigned kind = toy_random(state) >> 61;
    if (kind < 2 && last) {
        *plain = last_plain;
        return last;
    }
    if (kind < 5)
        *plain =
            ir_const(&builder, kind == 2 ? IR_I32 : IR_I64, toy_operand(state));
    else if (kind == 5)
        *plain = ir_pc_const(&builder, toy_operand(state));
    else
        *plain = ir_get(&builder, toy_random(state) >> 61);
    return *plain;
}

/* A value of an i32 op that folded to an i64 operand: its low half counts. */
static uint64_t put_both(ir_ref folded, ir_ref plain)
{
    uint64_t mask = ~0ull;
    if (ir_at(&builder, plain)->type == IR_I32)
        mask = UINT32_MAX;
    ir_put(&builder, 0, folded);
    ir_put(&builder, 1, plain);
    return mask;
}

static int try_seed(uint64_t seed)
{
    uint64_t state = seed * 2 + 1;
    ir_ref folded = 0, plain = 0;
    ir_begin(&builder, &region, &toy_isa, &toy_mem, 0x2000, 0);
    ir_begin_insn(&builder);
    for (unsigned n = 0; n < 4; n++) {
        ir_ref pa, pb;
        ir_ref fa = operand(&state, folded, &pa, plain);
        ir_ref fb = operand(&state, folded, &pb, plain);
        struct ir_insn i = toy_int_insn(&state, pa, pb);
        plain = ir_emit(&builder, i);
        i.a = fa;
        if (i.b)
            i.b = fb;
        folded = fold_emit(&builder, i);
    }
    uint64_t mask = put_both(folded, plain);
    ir_goto(&builder, 0x2004);

    struct toy toy;
    const char *error = ir_verify(&region);
    toy_init(&toy, seed);
    toy_run(&toy, &region);
    if (!error && (toy.cpu.x[0] & mask) == (toy.cpu.x[1] & mask))
        return 0;
    printf("seed %" PRIu64 ": %s: folded %#" PRIx64 ", plain %#" PRIx64 "\n",
           seed, error ? error : "values differ", toy.cpu.x[0], toy.cpu.x[1]);
    return 1;
}

int main(int argc, char **argv)
{
    return toy_main(argc, argv, 200000, try_seed);
}
