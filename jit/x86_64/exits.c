// SPDX-License-Identifier: MIT
/*
 * Exits: side exits, direct and indirect edges, calls with hints, returns,
 * polls (T5, T6, T7).
 *
 * A direct edge is one rel32 that leads to its stub until it is linked.  Where
 * an exit has work to do first (flags to store, a poll), a side exit does it
 * in cold code.
 */
#include "jit/x86_64/emit-state.h"
#include "jit/x86_64/flags.h"

/* The stub of an edge: names itself to the linker. */
static void cold_edge(struct emit *e, const struct cold *cold)
{
    asm_lea(&e->as, true, RAX, rm_label(cold->entry));
    emit_jmp_stub(e, STUB_LINK);
}

static void no_straddle(struct emit *e, unsigned opcode_bytes)
{
    uint32_t at = (e->as.used + opcode_bytes) % 8;
    if (at > 4)
        asm_align(&e->as, 8, opcode_bytes);
}

/* A new edge, whose rel32 was emitted just now by jumping to its label. */
static uint32_t new_edge(struct emit *e, gaddr_t target)
{
    struct image *image = e->state->image;
    if (image->edge_count == IMAGE_MAX_EDGES) {
        e->as.overflow = true;
        return e->state->edge_label[0];
    }
    uint32_t n = image->edge_count++;
    image->edges[n].target = target;
    e->state->edge_label[n] = emit_cold(e, cold_edge, NULL)->entry;
    return e->state->edge_label[n];
}

static void edge_site(struct emit *e)
{
    struct image *image = e->state->image;
    image->edges[image->edge_count - 1].site = e->as.used - 4;
}

static void jmp_edge(struct emit *e, gaddr_t target)
{
    uint32_t label = new_edge(e, target);
    no_straddle(e, 1);
    asm_jmp(&e->as, label);
    edge_site(e);
}

static void jcc_edge(struct emit *e, enum cc cc, gaddr_t target)
{
    uint32_t label = new_edge(e, target);
    no_straddle(e, 2);
    asm_jcc(&e->as, cc, label);
    edge_site(e);
}

static void call_edge(struct emit *e, gaddr_t target)
{
    uint32_t label = new_edge(e, target);
    no_straddle(e, 1);
    asm_call(&e->as, label);
    edge_site(e);
}

/* cmp of a recipe's operands, wherever they are; may use rax and rcx. */
static void recipe_compare(struct emit *e, const struct flags_recipe *r)
{
    struct assembler *as = &e->as;
    bool w = r->type != IR_I32;
    int t = r->b.kind == O_REG && r->b.reg == RAX ? RCX : RAX;
    if (operand_moves(e, &r->a))
        emit_guest_address(e, t, (gaddr_t)operand_const(e, &r->a));
    else if (operand_is_const(&r->a))
        asm_mov_imm(as, t, (uint64_t)operand_const(e, &r->a));
    else
        asm_mov(as, w, t, operand_rm(e, &r->a));
    enum alu op = r->op == IR_SUBF   ? ALU_SUB
                  : r->op == IR_ANDF ? ALU_AND
                                     : ALU_ADD;
    if (r->b.kind == O_IMM) {
        asm_alu_imm(as, op, w, rm_reg(t), r->b.imm);
    } else if (r->b.kind == O_WIDE) {
        asm_alu(as, op, w, t, rm_label(emit_const_operand(e, &r->b)));
    } else {
        asm_alu(as, op, w, t, operand_rm(e, &r->b));
    }
}

/* Stores the pending flags, if any, in their canonical slot. */
static void store_flags(struct emit *e, const struct flags_recipe *r)
{
    struct assembler *as = &e->as;
    int32_t nzcv = e->state->pins->slot[e->region->isa->flags_reg];
    if (r->op == IR_NOP)
        return;
    if (r->live) {
        flags_to_word(e, (enum flags_form)r->form);
    } else if (r->op == IR_CONSTF) {
        asm_mov_store_imm(as, false, rm_mem(RBP, nzcv), flags_word(r->imm));
        return;
    } else if (r->op == IR_GET) {
        asm_mov(as, false, RAX, rm_mem(RBP, r->slot));
    } else {
        const struct ir_insn producer = {.op = r->op};
        recipe_compare(e, r);
        flags_to_word(e, flags_form_of(&producer));
    }
    asm_mov_store(as, false, rm_mem(RBP, nzcv), RAX);
}

static struct rm lent_slot(const struct emit *e, unsigned n)
{
    const struct pins *pins = e->state->pins;
    return rm_mem(RBP, pins->slot[pins->lent[n].guest]);
}

void emit_lend(struct emit *e)
{
    const struct pins *pins = e->state->pins;
    for (unsigned n = 0; n < pins->lent_count; n++)
        asm_mov_store(&e->as, true, lent_slot(e, n), pins->lent[n].host);
}

/* Before an exit; all temporaries but rax are lost, EFLAGS are kept. */
static void take_back(struct emit *e)
{
    const struct pins *pins = e->state->pins;
    for (unsigned n = 0; n < pins->lent_count; n++)
        asm_mov(&e->as, true, pins->lent[n].host, lent_slot(e, n));
}

static void leave(struct emit *e, unsigned reason)
{
    asm_mov_store_imm(&e->as, false, CPU_FIELD(e, exit_reason),
                      (int32_t)reason);
    emit_jmp_stub(e, STUB_EXIT);
}

/* A poll saw a kick; arg is where the edge goes. */
static void cold_kick(struct emit *e, const struct cold *cold)
{
    emit_guest_address(e, RAX, cold->arg);
    asm_mov_store(&e->as, true, CPU_FIELD(e, pc), RAX);
    leave(e, CPU_EXIT_KICK);
}

/* The same with the guest pc in rax. */
static void cold_kick_indirect(struct emit *e, const struct cold *cold)
{
    (void)cold;
    asm_mov_store(&e->as, true, CPU_FIELD(e, pc), RAX);
    leave(e, CPU_EXIT_KICK);
}

static gaddr_t const_operand(const struct emit *e, ir_ref v)
{
    return (gaddr_t)e->region->insns[v].imm;
}

/* A poll of a call; the target of an indirect one is in rax. */
static void cold_kick_call(struct emit *e, const struct cold *cold)
{
    const struct ir_insn *i = cold->insn;
    bool direct = i->op == IR_CALL;
    if (direct)
        emit_guest_address(e, RAX, (gaddr_t)i->imm);
    asm_mov_store(&e->as, true, CPU_FIELD(e, pc), RAX);
    emit_guest_address(e, RAX, const_operand(e, direct ? i->a : i->b));
    asm_mov_store(&e->as, true, CPU_FIELD(e, hint_pc), RAX);
    leave(e, CPU_EXIT_CALL_KICK);
}

/* The caller may fill what `kicked` uses beyond i. */
static struct cold *poll(struct emit *e, cold_fn *kicked,
                         const struct ir_insn *i)
{
    struct cold *cold = emit_cold(e, kicked, i);
    asm_alu_imm(&e->as, ALU_CMP, false, CPU_FIELD(e, kick), 0);
    asm_jcc(&e->as, CC_NE, cold->entry);
    return cold;
}

static void poll_direct(struct emit *e, gaddr_t target)
{
    poll(e, cold_kick, NULL)->arg = target;
}

static bool is_backward(const struct emit *e, const struct ir_insn *i)
{
    return (gaddr_t)i->imm <= e->region->guest_pc[i->index];
}

static const struct flags_recipe *recipe_of(const struct emit *e,
                                            const struct ir_insn *i)
{
    return &e->state->al->recipes[i->snap - 1];
}

/* A side exit that has something to do before its edge. */
static void cold_side_exit(struct emit *e, const struct cold *cold)
{
    const struct ir_insn *i = cold->insn;
    store_flags(e, recipe_of(e, i));
    take_back(e);
    if (is_backward(e, i))
        poll_direct(e, (gaddr_t)i->imm);
    jmp_edge(e, (gaddr_t)i->imm);
}

static uint32_t side_exit(struct emit *e, const struct ir_insn *i)
{
    return emit_cold(e, cold_side_exit, i)->entry;
}

static bool has_work(const struct emit *e, const struct ir_insn *i)
{
    return recipe_of(e, i)->op != IR_NOP || is_backward(e, i) ||
           e->state->pins->lent_count;
}

static void exit_on(struct emit *e, const struct ir_insn *i, enum cc cc)
{
    if (has_work(e, i))
        asm_jcc(&e->as, cc, side_exit(e, i));
    else
        jcc_edge(e, cc, (gaddr_t)i->imm);
}

static void emit_exitc(struct emit *e, const struct ir_insn *i)
{
    enum flags_form form = (enum flags_form)e->flags_form;
    struct flags_test t = flags_test(form, (enum ir_cond)i->aux);
    if (t.parity || t.invert_carry)
        flags_jump(e, form, (enum ir_cond)i->aux, side_exit(e, i));
    else
        exit_on(e, i, t.cc);
}

static void emit_exitz(struct emit *e, const struct ir_insn *i)
{
    asm_test(&e->as, i->type != IR_I32, rm_reg(e->a.reg), e->a.reg);
    exit_on(e, i, i->aux ? CC_NE : CC_E);
}

static void emit_exitb(struct emit *e, const struct ir_insn *i)
{
    unsigned bit = i->aux & 63;
    bool set = i->aux >> 6;
    if (bit < 31) {
        asm_test_imm(&e->as, false, rm_reg(e->a.reg), (int32_t)(1u << bit));
        exit_on(e, i, set ? CC_NE : CC_E);
    } else { /* bt reg, imm8 */
        asm_op_imm(&e->as, OP_0F | 0xba, true, 4, rm_reg(e->a.reg),
                   (int32_t)bit, 1);
        exit_on(e, i, set ? CC_B : CC_AE);
    }
}

static void emit_goto(struct emit *e, const struct ir_insn *i)
{
    take_back(e);
    if (i->aux || is_backward(e, i))
        poll_direct(e, (gaddr_t)i->imm);
    jmp_edge(e, (gaddr_t)i->imm);
}

/* Pushes the guest return address: the first half of a hint. */
static struct fault_row *push_hint(struct emit *e, const struct ir_insn *i,
                                   gaddr_t back)
{
    emit_guest_address(e, RCX, back);
    struct fault_row *row = emit_fault_row(e, i);
    row->special = FAULT_HINT;
    asm_push(&e->as, RCX);
    return row;
}

static void emit_call(struct emit *e, const struct ir_insn *i)
{
    gaddr_t back = const_operand(e, i->a);
    take_back(e);
    poll(e, cold_kick_call, i);
    struct fault_row *row = push_hint(e, i, back);
    call_edge(e, (gaddr_t)i->imm);
    emit_fault_end(e, row);
    jmp_edge(e, back); /* the landing */
}

struct rm emit_jump_lookup(struct emit *e, uint32_t miss)
{
    unsigned insn = e->region->isa->min_insn_bytes;
    uint32_t mask = ((1u << JUMP_CACHE_BITS) - 1) * insn;
    unsigned shift = insn == 4 ? 2 : 3; /* of RCX, to an entry */
    asm_mov(&e->as, true, RDX, CPU_FIELD(e, jump_cache));
    asm_mov(&e->as, false, RCX, rm_reg(RAX));
    asm_alu_imm(&e->as, ALU_AND, false, rm_reg(RCX), (int32_t)mask);
    asm_alu(&e->as, ALU_CMP, true, RAX,
            rm_index(RDX, RCX, shift, offsetof(struct jump_entry, pc)));
    asm_jcc(&e->as, CC_NE, miss);
    return rm_index(RDX, RCX, shift, offsetof(struct jump_entry, code));
}

static void cold_lookup_jump(struct emit *e, const struct cold *cold)
{
    (void)cold;
    emit_jmp_stub(e, STUB_LOOKUP);
}

static void emit_gotoi(struct emit *e, const struct ir_insn *i)
{
    (void)i;
    emit_mov(e, RAX, e->a.reg);
    take_back(e);
    poll(e, cold_kick_indirect, NULL);
    uint32_t miss = emit_cold(e, cold_lookup_jump, NULL)->entry;
    asm_jmp_rm(&e->as, emit_jump_lookup(e, miss));
}

/* Calls the lookup, so that the host's return predictor keeps in step. */
static void cold_lookup_call(struct emit *e, const struct cold *cold)
{
    struct fault_row *row = emit_fault_row(e, cold->insn);
    row->special = FAULT_HINT;
    emit_call_stub(e, STUB_LOOKUP);
    emit_fault_end(e, row);
    asm_jmp(&e->as, cold->back);
}

static void emit_calli(struct emit *e, const struct ir_insn *i)
{
    gaddr_t back = const_operand(e, i->b);
    uint32_t landing = asm_label(&e->as);
    emit_mov(e, RAX, e->a.reg);
    take_back(e);
    poll(e, cold_kick_call, i);
    struct fault_row *row = push_hint(e, i, back);
    emit_fault_end(e, row);
    struct cold *cold = emit_cold(e, cold_lookup_call, i);
    cold->back = landing;
    struct rm target = emit_jump_lookup(e, cold->entry);
    row = emit_fault_row(e, i);
    row->special = FAULT_HINT;
    asm_call_rm(&e->as, target);
    emit_fault_end(e, row);
    asm_place(&e->as, landing);
    jmp_edge(e, back);
}

static void cold_return_miss(struct emit *e, const struct cold *cold)
{
    emit_mov(e, RAX, cold->a);
    emit_jmp_stub(e, STUB_RETURN);
}

static void emit_return(struct emit *e, const struct ir_insn *i)
{
    struct cold *cold = emit_cold(e, cold_return_miss, i);
    int to = e->a.reg;
    if (e->state->pins->lent_count) {
        emit_mov(e, RAX, to);
        to = RAX;
        take_back(e);
    }
    cold->a = (int16_t)to;
    asm_alu_store(&e->as, ALU_CMP, true, rm_mem(RSP, 8), to);
    asm_jcc(&e->as, CC_NE, cold->entry);
    asm_ret(&e->as, 8);
}

static void emit_leave(struct emit *e, const struct ir_insn *i)
{
    take_back(e);
    emit_guest_address(e, RAX, (gaddr_t)i->imm);
    asm_mov_store(&e->as, true, CPU_FIELD(e, pc), RAX);
    leave(e, i->aux);
}

static void emit_raise(struct emit *e, const struct ir_insn *i)
{
    struct assembler *as = &e->as;
    take_back(e);
    emit_guest_address(e, RAX, e->region->snaps[i->snap - 1].pc);
    asm_mov_store(as, true, CPU_FIELD(e, pc), RAX);
    asm_mov_store(as, true, CPU_FIELD(e, exception.address), RAX);
    asm_mov_store_imm(as, false, CPU_FIELD(e, exception.kind), i->aux);
    asm_mov_store_imm(as, false, CPU_FIELD(e, exception.code), (int32_t)i->imm);
    leave(e, CPU_EXIT_EXCEPTION);
}

void emit_leave_at(struct emit *e, const struct ir_insn *i, unsigned reason)
{
    store_flags(e, recipe_of(e, i));
    take_back(e);
    emit_guest_address(e, RAX, e->region->snaps[i->snap - 1].pc);
    asm_mov_store(&e->as, true, CPU_FIELD(e, pc), RAX);
    leave(e, reason);
}

void emit_raise_access(struct emit *e, const struct ir_insn *i,
                       unsigned exception_kind, bool write)
{
    struct assembler *as = &e->as;
    asm_mov_store_imm(as, false, CPU_FIELD(e, exception.kind),
                      (int32_t)exception_kind);
    asm_op_imm(as, 0xc6, false, 0, CPU_FIELD(e, exception.write), write, 1);
    emit_leave_at(e, i, CPU_EXIT_EXCEPTION);
}

void emit_exit(struct emit *e, unsigned ref)
{
    const struct ir_insn *i = &e->region->insns[ref];
    if (ir_op_infos[i->op].attr & IRA_END)
        store_flags(e, recipe_of(e, i));
    exit_rule(e, i)->emit(e, i);
}

const struct op_rule *exit_rule(const struct emit *e, const struct ir_insn *i)
{
    static const struct op_rule rules[] = {
        [IR_EXITC - IR_EXITC] = {emit_exitc, .a = C_FLAGS},
        [IR_EXITZ - IR_EXITC] = {emit_exitz, .a = C_GPR, .effect = E_FLAGS},
        [IR_EXITB - IR_EXITC] = {emit_exitb, .a = C_GPR, .effect = E_FLAGS},
        [IR_GOTO - IR_EXITC] = {.emit = emit_goto},
        [IR_CALL - IR_EXITC] = {emit_call, .a = C_IMM},
        [IR_GOTOI -
            IR_EXITC] = {emit_gotoi, .a = C_GPR, .effect = E_RAX | E_RCX},
        [IR_CALLI -
            IR_EXITC] = {emit_calli, C_GPR, C_IMM, .effect = E_RAX | E_RCX},
        [IR_RETURN -
            IR_EXITC] = {emit_return, .a = C_GPR, .effect = E_RAX | E_RCX},
        [IR_EXIT - IR_EXITC] = {.emit = emit_leave},
        [IR_RAISE - IR_EXITC] = {.emit = emit_raise},
    };
    (void)e;
    if (i->op < IR_EXITC || i->op > IR_RAISE)
        return NULL;
    return &rules[i->op - IR_EXITC];
}
