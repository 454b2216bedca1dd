// SPDX-License-Identifier: MIT
/* The interpreter's vector moves, logic and permutations. */
#include "tests/ir/interp-ops.h"

static bool moves(struct interp_insn *o)
{
    const struct ir_insn *i = o->i;
    unsigned imm = (unsigned)i->imm, lane = i->lane;
    switch (i->op) {
    case IR_FMOVI:
    case IR_FMOVF:
    case IR_VZEXT: o->r.d[0] = o->x.d[0] & bits_mask(8u << lane); break;
    case IR_VDUPI:
        for (unsigned k = 0; k < lane_count(lane); k++)
            lane_set(&o->r, lane, k, o->x.d[0]);
        break;
    case IR_VDUP:
        for (unsigned k = 0; k < lane_count(lane); k++)
            lane_set(&o->r, lane, k, lane_get(&o->x, lane, imm));
        break;
    case IR_VINSI:
        o->r = o->x;
        lane_set(&o->r, lane, imm, o->y.d[0]);
        break;
    case IR_VINS:
        o->r = o->x;
        lane_set(&o->r, lane, imm & 15, lane_get(&o->y, lane, imm >> 4));
        break;
    case IR_VGETU: o->r.d[0] = lane_get(&o->x, lane, imm); break;
    case IR_VGETS:
        o->r.d[0] =
            (uint64_t)bits_sign_extend(lane_get(&o->x, lane, imm), 8u << lane);
        break;
    default: return false;
    }
    return true;
}

static bool logic(struct interp_insn *o)
{
    for (unsigned k = 0; k < 2; k++) {
        uint64_t x = o->x.d[k], y = o->y.d[k], z = o->z.d[k];
        switch (o->i->op) {
        case IR_VAND: o->r.d[k] = x & y; break;
        case IR_VOR: o->r.d[k] = x | y; break;
        case IR_VXOR: o->r.d[k] = x ^ y; break;
        case IR_VANDN: o->r.d[k] = x & ~y; break;
        case IR_VNOT: o->r.d[k] = ~x; break;
        case IR_VBSL: o->r.d[k] = (x & y) | (~x & z); break;
        default: return false;
        }
    }
    return true;
}

/* Lane k of the result is one of x:y: its number, x's lanes first. */
static int permuted_lane(unsigned op, unsigned k, unsigned n)
{
    switch (op) {
    case IR_VZIP1: return (int)(k / 2 + (k & 1 ? n : 0));
    case IR_VZIP2: return (int)(k / 2 + n / 2 + (k & 1 ? n : 0));
    case IR_VUZP1: return (int)(2 * k);
    case IR_VUZP2: return (int)(2 * k + 1);
    case IR_VTRN1: return (int)(k & 1 ? k - 1 + n : k);
    case IR_VTRN2: return (int)(k & 1 ? k + n : k + 1);
    default: return -1;
    }
}

static bool two_source(struct interp_insn *o)
{
    unsigned lane = o->i->lane, n = lane_count(lane);
    for (unsigned k = 0; k < n; k++) {
        int from = permuted_lane(o->i->op, k, n);
        if (from < 0)
            return false;
        const vec128 *source = (unsigned)from < n ? &o->x : &o->y;
        lane_set(&o->r, lane, k, lane_get(source, lane, (unsigned)from % n));
    }
    return true;
}

static bool bytes(struct interp_insn *o)
{
    unsigned imm = (unsigned)o->i->imm, size = 1u << o->i->lane;
    for (unsigned k = 0; k < 16; k++) {
        unsigned from;
        switch (o->i->op) {
        case IR_VEXT:
            from = imm + k;
            o->r.b[k] = from < 16 ? o->x.b[from] : o->y.b[from - 16];
            break;
        case IR_VREV: /* container, element in it reversed, byte in that */
            from = k / imm * imm + (imm / size - 1 - k % imm / size) * size +
                   k % size;
            o->r.b[k] = o->x.b[from];
            break;
        case IR_VTBL: o->r.b[k] = o->y.b[k] < 16 ? o->x.b[o->y.b[k]] : 0; break;
        default: return false;
        }
    }
    return true;
}

bool interp_vec_move(struct interp_insn *o)
{
    return moves(o) || logic(o) || two_source(o) || bytes(o);
}
