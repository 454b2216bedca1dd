// SPDX-License-Identifier: MIT
/*
 * An interpreter of IR regions: the meaning of the IR in plain C, one equation
 * of doc/ir.md after the other, to hold the back ends against.  A test tool:
 * one thread, no speed, nothing shared with a back end but jit/softfloat.c.
 *
 * Guest registers are those of a cpu struct, through isa->regs.  Two of them
 * have a form in it that only the back end knows, so they are kept here: NZCV
 * and the cumulative FP flags.
 */
#ifndef FERRY_TESTS_IR_INTERP_H
#define FERRY_TESTS_IR_INTERP_H

#include "jit/ir.h"
#include "src/cpu.h"

/*
 * Accesses of at most 16 bytes; false: they fault and have done nothing.
 * Addresses are as the guest made them: see isa_address().
 */
struct interp_memory {
    void *context;
    bool (*load)(void *context, gaddr_t address, void *data, unsigned size);
    bool (*store)(void *context, gaddr_t address, const void *data,
                  unsigned size);
};

struct interp {
    struct cpu *cpu; /* the guest's whole cpu struct; also the monitor */
    struct interp_memory memory;
    unsigned nzcv;           /* bits 3:0 */
    uint32_t fpsr;           /* cumulative flags, the manual's bits */
    unsigned rounding;       /* of FPCR: enum ir_round, the first four */
    uint64_t counter;        /* what HELPER COUNTER returns */
    const char *unsupported; /* INTERP_UNSUPPORTED: the op's name */
};

enum interp_stop {
    INTERP_JUMP,        /* another region follows, at pc */
    INTERP_EXIT,        /* IR_EXIT: reason says why */
    INTERP_EXCEPTION,   /* RAISE or a fault; pc is that of the instruction */
    INTERP_UNSUPPORTED, /* an op this interpreter does not know */
};

struct interp_result {
    enum interp_stop stop;
    gaddr_t pc;
    unsigned reason; /* enum cpu_exit */
    struct exception exception;
};

/* Runs one region from its entry to the exit it takes. */
struct interp_result interp_region(struct interp *in,
                                   const struct region *region);

/*
 * Builds the region at pc as a translator does, of at most max_guest
 * instructions, unoptimised.  Code comes from mem->fetch.
 */
void interp_build(struct region *region, const struct isa *isa,
                  const struct mem *mem, gaddr_t pc, uint32_t mode,
                  unsigned max_guest);

#endif
