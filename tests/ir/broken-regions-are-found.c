// SPDX-License-Identifier: MIT
/* ir_verify() accepts a good region and names what is wrong with others. */
#include "tests/ir/toy.h"

#include <stdio.h>
#include <string.h>

static struct region region;
static struct ir_builder builder;

enum { GET = 1, ADD, PUT, FLAGS, STORE, EXITC, GOTO };

static void build(void)
{
    ir_begin(&builder, &region, &toy_isa, &toy_mem, 0x2000, 0);
    ir_begin_insn(&builder);
    ir_ref x = ir_get(&builder, 0);
    ir_ref sum = ir_op2(&builder, IR_ADD, IR_I64, x, x);
    ir_put(&builder, 1, sum);
    ir_ref flags = ir_op2(&builder, IR_SUBF, IR_I64, x, sum);
    ir_put_flags(&builder, flags);
    ir_store(&builder, IR_I64, MO_64, x, 0, 0, 8, sum);
    ir_exit_cond(&builder, COND_EQ, flags, 0x3000);
    ir_goto(&builder, 0x2004);
}

struct broken {
    const char *what;
    unsigned ref;
    struct ir_insn insn; /* put there */
};

static const struct broken rows[] = {
    {"an operand is used before it is defined",
     ADD,
     {.op = IR_ADD, .type = IR_I64, .a = GET, .b = ADD}},
    {"an operand is missing", ADD, {.op = IR_ADD, .type = IR_I64, .a = GET}},
    {"an operand too many",
     ADD,
     {.op = IR_NOT, .type = IR_I64, .a = GET, .b = GET}},
    {"an operand is of the wrong type",
     ADD,
     {.op = IR_FADD, .type = IR_F64, .a = GET, .b = GET}},
    {"an operand has no value",
     FLAGS,
     {.op = IR_SUBF, .type = IR_I64, .a = GET, .b = PUT}},
    {"a type that the op does not have",
     ADD,
     {.op = IR_ADD, .type = IR_F64, .a = GET, .b = GET}},
    {"no such guest register", GET, {.op = IR_GET, .type = IR_I64, .imm = 99}},
    {"not the guest register's type",
     GET,
     {.op = IR_GET, .type = IR_I32, .imm = 0}},
    {"PUT of a value that is shared",
     PUT,
     {.op = IR_PUT, .type = IR_I64, .a = GET, .imm = 2}},
    {"a snapshot is missing",
     STORE,
     {.op = IR_STORE, .type = IR_I64, .lane = MO_64, .a = GET, .c = ADD}},
    {"a snapshot too many",
     ADD,
     {.op = IR_ADD, .type = IR_I64, .a = GET, .b = GET, .snap = 1}},
    {"no such snapshot", GOTO, {.op = IR_GOTO, .snap = 100}},
    {"an access of a size that its type does not have",
     STORE,
     {.op = IR_STORE,
      .type = IR_I32,
      .lane = MO_64,
      .a = GET,
      .c = ADD,
      .snap = 1}},
    {"an immediate out of range",
     EXITC,
     {.op = IR_EXITC, .aux = COND_AL + 1, .a = FLAGS, .snap = 1}},
    {"something stands behind the final exit",
     EXITC,
     {.op = IR_GOTO, .snap = 1}},
    {"no final exit", GOTO, {.op = IR_NOP}},
    {"no such op", ADD, {.op = IR_OP_COUNT}},
    {"a type that the op does not have",
     GET,
     {.op = IR_CONST, .type = IR_I32, .aux = 1}},
    {"a hint that is no address of code",
     GOTO,
     {.op = IR_CALL, .a = GET, .snap = 1}},
};

int main(void)
{
    int failures = 0;
    build();
    const char *error = ir_verify(&region);
    if (error) {
        printf("a good region: %s\n", error);
        return 1;
    }
    for (unsigned n = 0; n < ARRAY_SIZE(rows); n++) {
        struct ir_insn good = region.insns[rows[n].ref];
        region.insns[rows[n].ref] = rows[n].insn;
        error = ir_verify(&region);
        region.insns[rows[n].ref] = good;
        if (error && !strcmp(error, rows[n].what))
            continue;
        printf("expected \"%s\", got \"%s\"\n", rows[n].what,
               error ? error : "nothing");
        failures++;
    }
    return failures != 0;
}
