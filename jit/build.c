// SPDX-License-Identifier: MIT
/*
 * Building a region: guest registers as values, snapshots, exits.  Integer
 * folding is in fold.c.
 */
#include "jit/fold.h"
#include "jit/ir.h"

#include <string.h>

#define IR_OP(name, sig, attr, equation) {#name, sig, attr},
const struct ir_op_info ir_op_infos[IR_OP_COUNT] = {
    {"NOP", "-:", IRA_PURE},
#include "jit/ir-ops.def"
};
#undef IR_OP

/* What one guest instruction may use at most; ir_full() keeps it free. */
#define INSN_RESERVE  256
#define SNAP_RESERVE  24
#define CONST_RESERVE 16

static size_t plain_fetch(struct ir_builder *b, void *dst, gaddr_t pc,
                          size_t len)
{
    return b->mem->fetch(b->mem, dst, pc, len);
}

void ir_begin(struct ir_builder *b, struct region *region,
              const struct isa *isa, const struct mem *mem, gaddr_t pc,
              uint32_t mode)
{
    region->isa = isa;
    region->pc = pc;
    region->mode = mode;
    region->insn_count = 1;
    region->snap_count = region->pending_count = 0;
    region->vconst_count = region->guest_count = 0;
    region->insns[0] = (struct ir_insn){.op = IR_NOP};
    b->region = region;
    b->mem = mem;
    b->fetch = plain_fetch;
    b->pc = b->next_pc = pc;
    b->max_guest = 1;
    b->exits = 0;
    b->ended = false;
    b->flags = 0;
    memset(b->current, 0, isa->reg_count * sizeof(b->current[0]));
}

void ir_begin_insn(struct ir_builder *b)
{
    b->region->guest_pc[b->region->guest_count++] = b->pc;
}

bool ir_full(const struct ir_builder *b)
{
    const struct region *r = b->region;
    return r->guest_count == REGION_MAX_GUEST ||
           r->insn_count + INSN_RESERVE > REGION_MAX_INSNS ||
           r->snap_count + SNAP_RESERVE > REGION_MAX_SNAPSHOTS ||
           r->pending_count + SNAP_RESERVE > REGION_MAX_PENDING ||
           r->vconst_count + CONST_RESERVE > REGION_MAX_VCONSTS;
}

ir_ref ir_emit(struct ir_builder *b, struct ir_insn insn)
{
    struct region *r = b->region;
    ir_ref ref = (ir_ref)r->insn_count++;
    insn.index = r->guest_count - 1;
    r->insns[ref] = insn;
    b->homed[ref] = false;
    return ref;
}

ir_ref ir_const(struct ir_builder *b, enum ir_type type, uint64_t value)
{
    if (type == IR_I32)
        value = (uint32_t)value;
    return ir_emit(b, (struct ir_insn){.op = IR_CONST,
                                       .type = (uint8_t)type,
                                       .imm = (int64_t)value});
}

ir_ref ir_pc_const(struct ir_builder *b, gaddr_t address)
{
    return ir_emit(b, (struct ir_insn){.op = IR_CONST,
                                       .type = IR_I64,
                                       .aux = 1,
                                       .imm = (int64_t)address});
}

ir_ref ir_vconst(struct ir_builder *b, vec128 value)
{
    struct region *r = b->region;
    uint32_t n = 0;
    while (n < r->vconst_count &&
           memcmp(&r->vconsts[n], &value, sizeof(value)))
        n++;
    if (n == r->vconst_count)
        r->vconsts[r->vconst_count++] = value;
    return ir_emit(b, (struct ir_insn){.op = IR_VCONST,
                                       .type = IR_V128,
                                       .imm = n});
}

bool ir_is_const(const struct ir_builder *b, ir_ref ref, uint64_t *value)
{
    const struct ir_insn *i = ir_at(b, ref);
    if (i->op != IR_CONST || ir_moves(i))
        return false;
    *value = (uint64_t)i->imm;
    return true;
}

static enum ir_type reg_type(const struct isa_reg *reg)
{
    switch (reg->cls) {
    case REG_VEC: return IR_V128;
    case REG_FLAGS: return IR_FLAGS;
    case REG_STATE32: return IR_I32;
    default: return IR_I64;
    }
}

ir_ref ir_get(struct ir_builder *b, unsigned reg)
{
    if (!b->current[reg]) {
        const struct isa_reg *info = &b->region->isa->regs[reg];
        ir_ref ref = ir_emit(b, (struct ir_insn){.op = IR_GET,
                                                 .type = reg_type(info),
                                                 .imm = (int64_t)reg});
        b->current[reg] = ref;
        b->homed[ref] = true;
    }
    return b->current[reg];
}

/*
 * A value that may become a register's: of its own (no other register's
 * value, no shared constant), and with all bits of the register defined.
 */
static ir_ref homeless(struct ir_builder *b, enum ir_type type, ir_ref value)
{
    const struct ir_insn *i = ir_at(b, value);
    if (type == IR_V128 && i->type != IR_V128) {
        enum ir_lane lane = i->type == IR_F64   ? LANE_64
                            : i->type == IR_F32 ? LANE_32
                                                : LANE_16;
        return ir_vec1(b, IR_VZEXT, lane, value);
    }
    if (b->homed[value] || i->op == IR_CONST || i->op == IR_VCONST)
        return ir_emit(b, (struct ir_insn){
                              .op = IR_COPY, .type = i->type, .a = value});
    return value;
}

void ir_put(struct ir_builder *b, unsigned reg, ir_ref value)
{
    enum ir_type type = reg_type(&b->region->isa->regs[reg]);
    if (type == IR_FLAGS) {
        ir_put_flags(b, value);
        return;
    }
    if (b->current[reg] == value)
        return;
    value = homeless(b, type, value);
    ir_emit(b, (struct ir_insn){.op = IR_PUT,
                                .type = (uint8_t)type,
                                .a = value,
                                .imm = (int64_t)reg});
    b->current[reg] = value;
    b->homed[value] = true;
}

ir_ref ir_get_flags(struct ir_builder *b)
{
    return b->flags ? b->flags : ir_get(b, b->region->isa->flags_reg);
}

void ir_put_flags(struct ir_builder *b, ir_ref flags)
{
    b->flags = flags == b->current[b->region->isa->flags_reg] ? 0 : flags;
}

/* What is not canonical here: NZCV, unless nothing can see it at `pc`. */
static ir_ref snapshot(struct ir_builder *b, gaddr_t pc, bool with_flags)
{
    struct region *r = b->region;
    struct ir_snapshot *s = &r->snaps[r->snap_count++];
    *s = (struct ir_snapshot){.pc = pc, .first = (uint16_t)r->pending_count};
    if (with_flags && b->flags) {
        r->pending[r->pending_count++] =
            (struct ir_pending){r->isa->flags_reg, b->flags};
        s->count = 1;
    }
    return (ir_ref)r->snap_count;
}

static bool flags_wanted_at(struct ir_builder *b, gaddr_t pc)
{
    uint8_t code[32]; /* what is dead is dead soon, or not for sure */
    if (!b->flags)
        return false;
    if (!b->region->isa->flags_dead_at)
        return true;
    size_t n = b->fetch(b, code, pc, sizeof(code));
    return !b->region->isa->flags_dead_at(code, n);
}

static void emit_exit(struct ir_builder *b, struct ir_insn insn, gaddr_t pc,
                      bool with_flags)
{
    insn.snap = snapshot(b, pc, with_flags);
    ir_emit(b, insn);
    if (ir_op_infos[insn.op].attr & IRA_END)
        b->ended = true;
    else
        b->exits++;
}

void ir_exit_cond(struct ir_builder *b, enum ir_cond cond, ir_ref flags,
                  gaddr_t pc)
{
    emit_exit(b,
              (struct ir_insn){.op = IR_EXITC,
                               .a = flags,
                               .aux = (uint8_t)cond,
                               .imm = (int64_t)pc},
              pc, flags_wanted_at(b, pc));
}

void ir_exit_zero(struct ir_builder *b, enum ir_type type, ir_ref a,
                  bool if_zero, gaddr_t pc)
{
    emit_exit(b,
              (struct ir_insn){.op = IR_EXITZ,
                               .type = (uint8_t)type,
                               .a = a,
                               .aux = !if_zero,
                               .imm = (int64_t)pc},
              pc, flags_wanted_at(b, pc));
}

void ir_exit_bit(struct ir_builder *b, ir_ref a, unsigned bit, bool if_zero,
                 gaddr_t pc)
{
    emit_exit(b,
              (struct ir_insn){.op = IR_EXITB,
                               .type = IR_I64,
                               .a = a,
                               .aux = (uint8_t)(bit | !if_zero << 6),
                               .imm = (int64_t)pc},
              pc, flags_wanted_at(b, pc));
}

static void goto_with(struct ir_builder *b, gaddr_t pc, uint8_t poll)
{
    emit_exit(b,
              (struct ir_insn){
                  .op = IR_GOTO, .imm = (int64_t)pc, .aux = poll},
              pc, flags_wanted_at(b, pc));
}

void ir_goto(struct ir_builder *b, gaddr_t pc)
{
    goto_with(b, pc, 0);
}

void ir_goto_poll(struct ir_builder *b, gaddr_t pc)
{
    goto_with(b, pc, 1);
}

void ir_call(struct ir_builder *b, gaddr_t pc, gaddr_t return_pc)
{
    ir_ref back = ir_pc_const(b, return_pc);
    emit_exit(b,
              (struct ir_insn){.op = IR_CALL, .a = back, .imm = (int64_t)pc},
              pc, flags_wanted_at(b, pc));
}

void ir_goto_ind(struct ir_builder *b, ir_ref pc)
{
    emit_exit(b, (struct ir_insn){.op = IR_GOTOI, .type = IR_I64, .a = pc},
              b->pc, true);
}

void ir_call_ind(struct ir_builder *b, ir_ref pc, gaddr_t return_pc)
{
    ir_ref back = ir_pc_const(b, return_pc);
    emit_exit(
        b,
        (struct ir_insn){.op = IR_CALLI, .type = IR_I64, .a = pc, .b = back},
        b->pc, true);
}

void ir_return(struct ir_builder *b, ir_ref pc)
{
    emit_exit(b, (struct ir_insn){.op = IR_RETURN, .type = IR_I64, .a = pc},
              b->pc, true);
}

void ir_exit(struct ir_builder *b, unsigned reason, gaddr_t pc)
{
    emit_exit(b,
              (struct ir_insn){.op = IR_EXIT,
                               .aux = (uint8_t)reason,
                               .imm = (int64_t)pc},
              pc, true);
}

void ir_raise(struct ir_builder *b, unsigned exception_kind, uint32_t code)
{
    emit_exit(b,
              (struct ir_insn){.op = IR_RAISE,
                               .aux = (uint8_t)exception_kind,
                               .imm = code},
              b->pc, true);
}

ir_ref ir_op1(struct ir_builder *b, enum ir_op op, enum ir_type type,
              ir_ref a)
{
    struct ir_insn insn = {.op = (uint8_t)op, .type = (uint8_t)type, .a = a};
    return fold_emit(b, insn);
}

ir_ref ir_op2(struct ir_builder *b, enum ir_op op, enum ir_type type, ir_ref a,
              ir_ref c)
{
    struct ir_insn insn = {
        .op = (uint8_t)op, .type = (uint8_t)type, .a = a, .b = c};
    return fold_emit(b, insn);
}

ir_ref ir_op3(struct ir_builder *b, enum ir_op op, enum ir_type type, ir_ref x,
              ir_ref y, ir_ref z)
{
    return ir_emit(b, (struct ir_insn){.op = (uint8_t)op,
                                       .type = (uint8_t)type,
                                       .a = x,
                                       .b = y,
                                       .c = z});
}

ir_ref ir_opi(struct ir_builder *b, enum ir_op op, enum ir_type type, ir_ref a,
              int64_t imm)
{
    const char *sig = ir_op_infos[op].sig; /* a letter, a colon, operands */
    if (sig[2] && sig[3]) /* the second operand is a value */
        return ir_op2(b, op, type, a, ir_const(b, type, (uint64_t)imm));
    struct ir_insn insn = {
        .op = (uint8_t)op, .type = (uint8_t)type, .a = a, .imm = imm};
    return fold_emit(b, insn);
}

static struct ir_insn vec_insn(enum ir_op op, enum ir_lane lane, ir_ref x,
                               ir_ref y, ir_ref z, int64_t imm)
{
    return (struct ir_insn){.op = (uint8_t)op,
                            .type = IR_V128,
                            .lane = (uint8_t)lane,
                            .a = x,
                            .b = y,
                            .c = z,
                            .imm = imm};
}

ir_ref ir_vec1(struct ir_builder *b, enum ir_op op, enum ir_lane lane,
               ir_ref a)
{
    return ir_emit(b, vec_insn(op, lane, a, 0, 0, 0));
}

ir_ref ir_vec2(struct ir_builder *b, enum ir_op op, enum ir_lane lane,
               ir_ref a, ir_ref c)
{
    return ir_emit(b, vec_insn(op, lane, a, c, 0, 0));
}

ir_ref ir_vec3(struct ir_builder *b, enum ir_op op, enum ir_lane lane,
               ir_ref x, ir_ref y, ir_ref z)
{
    return ir_emit(b, vec_insn(op, lane, x, y, z, 0));
}

ir_ref ir_vec1i(struct ir_builder *b, enum ir_op op, enum ir_lane lane,
                ir_ref a, int64_t imm)
{
    return ir_emit(b, vec_insn(op, lane, a, 0, 0, imm));
}

ir_ref ir_vec2i(struct ir_builder *b, enum ir_op op, enum ir_lane lane,
                ir_ref a, ir_ref c, int64_t imm)
{
    return ir_emit(b, vec_insn(op, lane, a, c, 0, imm));
}

ir_ref ir_fp(struct ir_builder *b, enum ir_op op, enum ir_type type,
             enum ir_lane lane, unsigned aux, ir_ref x, ir_ref y, ir_ref z)
{
    return ir_emit(b, (struct ir_insn){.op = (uint8_t)op,
                                       .type = (uint8_t)type,
                                       .lane = (uint8_t)lane,
                                       .aux = (uint8_t)aux,
                                       .a = x,
                                       .b = y,
                                       .c = z});
}

ir_ref ir_load(struct ir_builder *b, enum ir_type type, unsigned memop,
               ir_ref base, ir_ref index, unsigned shift, int64_t disp)
{
    struct ir_insn insn = {.op = IR_LOAD,
                           .type = (uint8_t)type,
                           .lane = (uint8_t)memop,
                           .aux = (uint8_t)shift,
                           .a = base,
                           .b = index,
                           .imm = disp};
    fold_address(b, &insn);
    insn.snap = snapshot(b, b->pc, true);
    return ir_emit(b, insn);
}

void ir_store(struct ir_builder *b, enum ir_type type, unsigned memop,
              ir_ref base, ir_ref index, unsigned shift, int64_t disp,
              ir_ref value)
{
    struct ir_insn insn = {.op = IR_STORE,
                           .type = (uint8_t)type,
                           .lane = (uint8_t)memop,
                           .aux = (uint8_t)shift,
                           .a = base,
                           .b = index,
                           .c = value,
                           .imm = disp};
    fold_address(b, &insn);
    insn.snap = snapshot(b, b->pc, true);
    ir_emit(b, insn);
}

ir_ref ir_atomic(struct ir_builder *b, enum ir_op op, enum ir_type type,
                 unsigned memop, unsigned aux, ir_ref address, ir_ref x,
                 ir_ref y)
{
    struct ir_insn insn = {.op = (uint8_t)op,
                           .type = (uint8_t)type,
                           .lane = (uint8_t)memop,
                           .aux = (uint8_t)aux,
                           .a = address,
                           .b = x,
                           .c = y};
    unsigned size = memop & MO_SIZE_MASK;
    if (op == IR_ATOMIC && size < MO_32 && aux >= ATOMIC_SMAX &&
        aux <= ATOMIC_UMIN) { /* compared at register width */
        bool is_signed = aux == ATOMIC_SMAX || aux == ATOMIC_SMIN;
        insn.b = ir_emit(b, (struct ir_insn){
                                .op = is_signed ? IR_SEXT : IR_UEXT,
                                .type = IR_I32,
                                .lane = (uint8_t)size,
                                .a = x});
    }
    insn.snap = snapshot(b, b->pc, true);
    return ir_emit(b, insn);
}

ir_ref ir_select(struct ir_builder *b, enum ir_type type, enum ir_cond cond,
                 ir_ref flags, ir_ref x, ir_ref y)
{
    return ir_emit(b, (struct ir_insn){.op = IR_SELECT,
                                       .type = (uint8_t)type,
                                       .aux = (uint8_t)cond,
                                       .a = x,
                                       .b = y,
                                       .c = flags});
}

ir_ref ir_helper(struct ir_builder *b, unsigned helper, enum ir_type type,
                 ir_ref x, ir_ref y, ir_ref z)
{
    return ir_emit(b, (struct ir_insn){.op = IR_HELPER,
                                       .type = (uint8_t)type,
                                       .a = x,
                                       .b = y,
                                       .c = z,
                                       .imm = helper});
}
