// SPDX-License-Identifier: MIT
/* Vector shifts by an immediate. */
#include "jit/x86_64/vec-int.h"

/* The bytes of v repeated, as the 8x8 bit matrix of GF2P8AFFINEQB. */
static uint64_t affine_shift(bool left, bool arithmetic, unsigned n)
{
    uint64_t matrix = 0;

    /* Byte 7 - k says which bits make up bit k of the result. */
    for (unsigned k = 0; k < 8; k++) {
        unsigned from = left ? k - n : k + n;
        if (arithmetic && from > 7)
            from = 7;
        if (from < 8)
            matrix |= (uint64_t)(1u << from) << 8 * (7 - k);
    }
    return matrix;
}

static void shift8(struct emit *e, const struct ir_insn *i, unsigned n)
{
    int d = e->dst, a = e->a.reg;
    uint64_t mask = i->op == IR_VSHL ? 0xffu << n : 0xffu >> n;

    if (has(e, HOST_GFNI) && n < 8) {
        uint64_t m = affine_shift(i->op == IR_VSHL, i->op == IR_VSAR, n);
        emit_v3i(e, I_GF2P8AFFINEQB, d, a, vec_splat(e, LANE_64, m), 0);
        return;
    }
    if (n > 7) {
        vec_zero(e, d);
        return;
    }
    vec_shift(e, I_SHIFTW, i->op == IR_VSHL ? SHIFT_SLL : SHIFT_SRL, d, a, n);
    emit_v3(e, I_PAND, d, d, vec_splat(e, LANE_8, mask));
    if (i->op == IR_VSAR) { /* ((x >> n) ^ m) - m extends the sign */
        struct rm m = vec_splat(e, LANE_8, 0x80u >> n);
        emit_v3(e, I_PXOR, d, d, m);
        emit_v3(e, I_PSUBB, d, d, m);
    }
}

void emit_vec_shift(struct emit *e, const struct ir_insn *i)
{
    int d = e->dst, a = e->a.reg;
    unsigned n = (unsigned)i->imm, width = lane_width(i->lane);
    unsigned ext = i->op == IR_VSHL   ? SHIFT_SLL
                   : i->op == IR_VSHR ? SHIFT_SRL
                                      : SHIFT_SRA;

    if (i->op == IR_VSAR && n >= width)
        n = width - 1;
    if (i->lane == LANE_8) {
        shift8(e, i, n);
    } else if (i->lane == LANE_64 && i->op == IR_VSAR) {
        if (is_evex(e)) {
            vec_shift(e, I_VPSRAQI, ext, d, a, n);
            return;
        }
        struct rm m = vec_splat(e, LANE_64, 1ull << (63 - n));
        vec_shift(e, I_SHIFTQ, SHIFT_SRL, d, a, n);
        emit_v3(e, I_PXOR, d, d, m);
        emit_v3(e, I_PSUBQ, d, d, m);
    } else {
        vec_shift(e, vec_shift_group(i->lane), ext, d, a, n);
    }
}
