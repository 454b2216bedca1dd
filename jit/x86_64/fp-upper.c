// SPDX-License-Identifier: MIT
/*
 * What stands above a scalar in its register.  Scalar instructions copy the
 * bits above their result from their first source, so that a chain of them
 * that began with zeros needs no VZEXT.
 */
#include "jit/x86_64/fp-int.h"

#define MAX_DEPTH 8

static bool upper_zero(const struct region *r, ir_ref v, unsigned lane,
                       unsigned depth)
{
    const struct ir_insn *i = &r->insns[v];
    bool fits = i->type == (lane == LANE_64 ? IR_F64 : IR_F32);
    if (depth == MAX_DEPTH)
        return false;
    switch (i->op) {
    case IR_VZEXT: return i->lane <= lane;
    case IR_LOAD: return memop_bytes(i->lane) <= 1u << lane;
    case IR_FMOVF: return fits;
    case IR_ITOF: return fits && !(i->aux & ROUND_UNSIGNED);
    case IR_FADD:
    case IR_FMUL: /* emit_fp_arith() may exchange these */
        return fits && (upper_zero(r, i->a, lane, depth + 1) ||
                        upper_zero(r, i->b, lane, depth + 1));
    case IR_FSUB:
    case IR_FDIV:
    case IR_FSQRT: return fits && upper_zero(r, i->a, lane, depth + 1);
    case IR_FMA: return fits && upper_zero(r, i->c, lane, depth + 1);
    default: return false;
    }
}

bool fp_upper_zero(const struct emit *e, ir_ref v, unsigned lane)
{
    return has(e, HOST_AVX2) && !(e->region->mode & MODE_FZ) &&
           upper_zero(e->region, v, lane, 0);
}
