// SPDX-License-Identifier: MIT
/*
 * Which host register holds which guest register: data, made once per
 * translator from the ISA's ranks and the host's features.
 *
 * One map holds at every region edge.  A region that has more values than
 * temporaries may be compiled with another, in which some pins are lent: they
 * are temporaries there, and their guest registers in their slots.
 */
#ifndef FERRY_JIT_X86_64_PINS_H
#define FERRY_JIT_X86_64_PINS_H

#include "jit/ir.h"

/*
 * Host registers in one number space: GPRs, then vectors.  Not a character
 * type, which the compiler would have to take for an alias of everything.
 */
typedef int16_t hreg;
#define HREG_NONE  (-1)
#define HREG_VEC   16 /* xmm0 */
#define HREG_COUNT 48

#define PINS_LENT 7

struct pins {
    hreg host[IR_MAX_REGS];    /* of a guest register, or HREG_NONE */
    int16_t guest[HREG_COUNT]; /* of a host register, or -1 */
    uint64_t temps;            /* host registers free for values */
    int32_t slot[IR_MAX_REGS]; /* displacement from rbp of each register */
    unsigned lent_count;       /* 0 in the map of the edges */
    struct {
        hreg host;
        int16_t guest;
    } lent[PINS_LENT];
};

void pins_init(struct pins *pins, const struct isa *isa, uint32_t features,
               unsigned fewer);
/* The same but for the pins of the lowest ranks, which are lent. */
void pins_lend(struct pins *lending, const struct pins *edge);

static inline bool hreg_is_vec(hreg r)
{
    return r >= HREG_VEC;
}

#endif
