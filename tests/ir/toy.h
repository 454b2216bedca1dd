// SPDX-License-Identifier: MIT
/*
 * A guest of eight integer and four vector registers and NZCV, which has no
 * instructions: regions of it are made by the tests, at random.
 */
#ifndef FERRY_TESTS_IR_TOY_H
#define FERRY_TESTS_IR_TOY_H

#include "tests/ir/interp.h"

enum {
    TOY_INTS = 8,
    TOY_VECS = 4,
    TOY_V0 = TOY_INTS,
    TOY_FLAGS = TOY_V0 + TOY_VECS,
    TOY_REGS,
    TOY_MEMORY = 256, /* bytes at guest address TOY_BASE */
    TOY_BASE = 0x1000,
};

/* Where code may be: some plain constants look like addresses of it. */
#define TOY_CODE 0x551100010000

struct toy_cpu {
    struct cpu cpu;
    uint64_t x[TOY_INTS];
    uint64_t nzcv;
    vec128 v[TOY_VECS];
};

/* Everything a region can change. */
struct toy {
    struct toy_cpu cpu;
    struct interp in;
    uint8_t memory[TOY_MEMORY];
};

extern const struct isa toy_isa;
extern const struct mem toy_mem;

/* xorshift64*; the state must not be 0. */
uint64_t toy_random(uint64_t *state);
/* A random number, often one at which ops have edges. */
uint64_t toy_operand(uint64_t *state);

/* A state made from the seed. */
void toy_init(struct toy *toy, uint64_t seed);
/* Runs the region on it. */
struct interp_result toy_run(struct toy *toy, const struct region *region);
/* True if registers, flags and memory are equal. */
bool toy_equal(const struct toy *a, const struct toy *b);

/* An integer op of these operands, at random; not yet emitted. */
struct ir_insn toy_int_insn(uint64_t *state, ir_ref a, ir_ref b);

/*
 * Builds `count` random instructions that write registers and memory, set and
 * use flags, and leave at random, and the final exit; as code at pc, from
 * which some of the constants are.
 */
void toy_build(struct region *region, struct ir_builder *b, gaddr_t pc,
               uint64_t *state, unsigned count);

/*
 * main() of a test that tries seeds: the one in argv, or 1 to `seeds`. Each
 * failure is told by try_seed(), which returns 1; ten end the test.
 */
int toy_main(int argc, char **argv, uint64_t seeds,
             int (*try_seed)(uint64_t seed));

#endif
