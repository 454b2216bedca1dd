// SPDX-License-Identifier: MIT
/*
 * Is a region well-formed?  Checks what ir.h and ir-ops.def promise to the
 * passes and the back end, after building and after each pass.
 */
#include "jit/ir.h"

#include <string.h>

struct verify {
    const struct region *region;
    uint16_t owner[REGION_MAX_INSNS]; /* register + 1 that a PUT gave it to */
};

static bool is_int(unsigned type)
{
    return type == IR_I32 || type == IR_I64;
}

static bool is_fp(unsigned type)
{
    return type == IR_F16 || type == IR_F32 || type == IR_F64;
}

/* The type of the value that an instruction defines; IR_VOID: none. */
static unsigned result_type(const struct ir_insn *i)
{
    switch (ir_op_infos[i->op].sig[0]) {
    case 'T': return i->type;
    case 'F': return IR_FLAGS;
    case 'i': return IR_I32;
    case 'v': return IR_V128;
    default: return IR_VOID;
    }
}

static unsigned reg_type(const struct isa_reg *reg)
{
    switch (reg->cls) {
    case REG_VEC: return IR_V128;
    case REG_FLAGS: return IR_FLAGS;
    case REG_STATE32: return IR_I32;
    default: return IR_I64;
    }
}

static unsigned fp_type_of(unsigned lane)
{
    switch (lane) {
    case LANE_16: return IR_F16;
    case LANE_32: return IR_F32;
    case LANE_64: return IR_F64;
    default: return IR_VOID;
    }
}

/* May a value of type `have` stand where `want` is wanted? */
static bool converts(unsigned have, unsigned want)
{
    return have == want || (is_int(have) && is_int(want)) ||
           (have == IR_V128 && is_fp(want));
}

static bool operand_fits(const struct ir_insn *i, char letter, unsigned have)
{
    switch (letter) {
    case 'i': return converts(have, IR_I32);
    case 'l': return converts(have, IR_I64);
    case 'F': return have == IR_FLAGS;
    case 'v': return have == IR_V128;
    case 'f':
        return converts(have, i->type == IR_V128 ? (unsigned)IR_V128
                                                 : fp_type_of(i->lane));
    case 'L':
        if (i->op == IR_ITOF && i->type == IR_V128)
            return have == IR_V128;
        return is_int(have);
    default:
        if (i->op == IR_VZEXT)
            return have != IR_FLAGS;
        return converts(have, i->type);
    }
}

/* Index registers and a helper's operands may be left out. */
static bool operand_optional(const struct ir_insn *i, unsigned n)
{
    return i->op == IR_HELPER ||
           ((i->op == IR_LOAD || i->op == IR_STORE) && n == 1);
}

static const char *check_operands(const struct verify *v, unsigned ref)
{
    const struct ir_insn *i = &v->region->insns[ref];
    const ir_ref refs[3] = {i->a, i->b, i->c};
    const char *letters = ir_op_infos[i->op].sig + 2;
    for (unsigned n = 0; n < 3; n++) {
        if (!refs[n]) {
            if (*letters && !operand_optional(i, n))
                return "an operand is missing";
        } else if (!*letters) {
            return "an operand too many";
        } else if (refs[n] >= ref) {
            return "an operand is used before it is defined";
        } else {
            const struct ir_insn *def = &v->region->insns[refs[n]];
            if (def->op == IR_NOP || result_type(def) == IR_VOID)
                return "an operand has no value";
            if (!operand_fits(i, *letters, result_type(def)))
                return "an operand is of the wrong type";
        }
        letters += *letters != 0;
    }
    return NULL;
}

/* The types that T may be. */
static bool type_allowed(const struct ir_insn *i)
{
    if (ir_moves(i))
        return i->type == IR_I64;
    bool scalar_fp = i->type == IR_F32 || i->type == IR_F64;
    if (i->op >= IR_ADD && i->op <= IR_ANDF)
        return is_int(i->type);
    if (i->op >= IR_FADD && i->op <= IR_FROUND)
        return scalar_fp || i->type == IR_V128;
    switch (i->op) {
    case IR_CCMPF:
    case IR_SETC:
    case IR_ATOMIC:
    case IR_FMOVI:
    case IR_VGETU:
    case IR_VGETS:
    case IR_EXITZ: return is_int(i->type);
    case IR_FTOI: return is_int(i->type) || i->type == IR_V128;
    case IR_ITOF: return scalar_fp || i->type == IR_V128;
    case IR_FCVT: return is_fp(i->type);
    case IR_FMOVF: return scalar_fp;
    default: return i->type < IR_TYPE_COUNT;
    }
}

/* The size of a memory access against the type of its value. */
static bool memop_allowed(const struct ir_insn *i)
{
    unsigned bytes = memop_bytes(i->lane);
    switch (i->type) {
    case IR_I32: return bytes <= 4;
    case IR_I64: return bytes <= 8;
    case IR_F32: return bytes == 4;
    case IR_F64: return bytes == 8;
    case IR_V128: return bytes == 16 || i->op == IR_LOAD;
    default: return false;
    }
}

static bool field_allowed(const struct ir_insn *i)
{
    int64_t lsb = i->imm & 63, width = i->imm >> 8;
    return width >= 1 && lsb + width <= (i->type == IR_I32 ? 32 : 64);
}

/* Immediates, by the ranges of their equations. */
static bool imm_allowed(const struct region *r, const struct ir_insn *i)
{
    unsigned lane = i->lane & 7; /* a memop has more */
    int64_t imm = i->imm, lanes = 16 >> lane, bits = 8 << lane;
    switch (i->op) {
    case IR_VCONST: return imm >= 0 && imm < r->vconst_count;
    case IR_HELPER: return imm >= 0 && imm < HELPER_COUNT;
    case IR_EXTR: return imm > 0 && imm < (i->type == IR_I32 ? 32 : 64);
    case IR_UBFX:
    case IR_SBFX:
    case IR_BFI: return field_allowed(i);
    case IR_VDUP:
    case IR_VINSI:
    case IR_VGETU:
    case IR_VGETS: return imm >= 0 && imm < lanes;
    case IR_VINS: return (imm & 15) < lanes && imm >> 4 < lanes;
    case IR_VSHL: return imm >= 0 && imm < bits;
    case IR_VSHR:
    case IR_VSAR: return imm > 0 && imm <= bits;
    case IR_VEXT: return imm >= 0 && imm < 16;
    case IR_VREV: return imm == 2 || imm == 4 || imm == 8 || imm == 16;
    case IR_SELECT:
    case IR_SETC:
    case IR_EXITC: return i->aux <= COND_AL;
    default: return true;
    }
}

static const char *check_register(struct verify *v, const struct ir_insn *i)
{
    const struct region *r = v->region;
    if (i->imm < 0 || i->imm >= r->isa->reg_count)
        return "no such guest register";
    if (i->type != reg_type(&r->isa->regs[i->imm]))
        return "not the guest register's type";
    if (i->op == IR_GET)
        return NULL;
    unsigned def = r->insns[i->a].op;
    if (def == IR_CONST || def == IR_VCONST || def == IR_GET)
        return "PUT of a value that is shared";
    if (v->owner[i->a])
        return "PUT of one value twice";
    v->owner[i->a] = (uint16_t)(i->imm + 1);
    return NULL;
}

static const char *check_snapshot(const struct verify *v, unsigned ref)
{
    const struct region *r = v->region;
    const struct ir_insn *i = &r->insns[ref];
    bool wants = ir_op_infos[i->op].attr & (IRA_FAULTS | IRA_EXIT);
    if (wants != (i->snap != 0))
        return wants ? "a snapshot is missing" : "a snapshot too many";
    if (!i->snap)
        return NULL;
    if (i->snap > r->snap_count)
        return "no such snapshot";
    const struct ir_snapshot *s = &r->snaps[i->snap - 1];
    if ((uint32_t)s->first + s->count > r->pending_count)
        return "a snapshot reaches beyond the pending values";
    for (unsigned n = 0; n < s->count; n++) {
        const struct ir_pending *p = &r->pending[s->first + n];
        if (p->reg >= r->isa->reg_count)
            return "a snapshot names no guest register";
        if (!p->value || p->value >= ref)
            return "a snapshot uses a value before it is defined";
        if (result_type(&r->insns[p->value]) != reg_type(&r->isa->regs[p->reg]))
            return "a snapshot's value is of the wrong type";
    }
    return NULL;
}

/* A hint's guest address is that of code, which moves. */
static bool hint_allowed(const struct region *r, const struct ir_insn *i)
{
    switch (i->op) {
    case IR_CALL: return ir_moves(&r->insns[i->a]);
    case IR_CALLI: return ir_moves(&r->insns[i->b]);
    default: return true;
    }
}

static const char *check_insn(struct verify *v, unsigned ref)
{
    const struct region *r = v->region;
    const struct ir_insn *i = &r->insns[ref];
    const char *error;
    if (i->op >= IR_OP_COUNT)
        return "no such op";
    if (i->index >= r->guest_count)
        return "it belongs to no guest instruction";
    if (!type_allowed(i))
        return "a type that the op does not have";
    if ((error = check_operands(v, ref)) || (error = check_snapshot(v, ref)))
        return error;
    if (!imm_allowed(r, i))
        return "an immediate out of range";
    if (!hint_allowed(r, i))
        return "a hint that is no address of code";
    if (i->op == IR_GET || i->op == IR_PUT)
        return check_register(v, i);
    if (ir_op_infos[i->op].attr & IRA_FAULTS && !memop_allowed(i))
        return "an access of a size that its type does not have";
    return NULL;
}

const char *ir_verify(const struct region *region)
{
    struct verify v = {.region = region};
    bool ended = false;
    if (!region->insn_count || region->insn_count > REGION_MAX_INSNS ||
        region->snap_count > REGION_MAX_SNAPSHOTS ||
        region->pending_count > REGION_MAX_PENDING ||
        region->vconst_count > REGION_MAX_VCONSTS ||
        region->guest_count > REGION_MAX_GUEST)
        return "the region is too large";
    for (unsigned ref = 1; ref < region->insn_count; ref++) {
        const struct ir_insn *i = &region->insns[ref];
        if (i->op == IR_NOP)
            continue;
        if (ended)
            return "something stands behind the final exit";
        const char *error = check_insn(&v, ref);
        if (error)
            return error;
        ended = ir_op_infos[i->op].attr & IRA_END;
    }
    return ended ? NULL : "no final exit";
}
