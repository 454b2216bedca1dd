// SPDX-License-Identifier: MIT
/*
 * Guest memory: loads, stores, exclusives, atomics, fences (T10, T15, T17).
 * The only file that knows how a guest address becomes a host operand.
 */
#include "jit/monitor.h"
#include "jit/x86_64/emit-state.h"
#include "jit/x86_64/vec-insn.h"

#define MOV_LOAD   0x8b
#define MOV_STORE  0x89
#define XCHG       0x87
#define XADD       (OP_0F | 0xc1)
#define CMPXCHG    (OP_0F | 0xb1)
#define CMPXCHG16B (OP_0F | 0xc7) /* /1 */
#define LOCK       0xf0
#define MOV_IMM    0xc7

static unsigned size_of(const struct ir_insn *i)
{
    return memop_bytes(i->lane);
}

/* The host operand of a memory op's address. */
static struct rm address(const struct emit *e, const struct ir_insn *i)
{
    int32_t disp =
        (int32_t)(i->op == IR_LOAD || i->op == IR_STORE ? i->imm : 0);
    if ((i->op == IR_LOAD || i->op == IR_STORE) && e->b.kind == O_REG)
        return rm_index(e->a.reg, e->b.reg, i->aux, disp);
    return rm_mem(e->a.reg, disp);
}

/* Has the region to expect a tag in this address (T10)? */
static bool is_masked(const struct emit *e, const struct ir_insn *i)
{
    const struct ir_insn *base = &e->region->insns[i->a];
    if (!(e->region->mode & MODE_TAGGED))
        return false;
    return !ir_moves(base) || i->b || (i->op != IR_LOAD && i->op != IR_STORE);
}

/* The same operand without a tag, by way of scratch[0]; EFLAGS are lost. */
static struct rm without_tag(struct emit *e, const struct ir_insn *i,
                             struct rm rm)
{
    int t = e->scratch[0];
    if (!is_masked(e, i))
        return rm;
    if (rm_index_of(rm) >= 0 || rm_disp_of(rm))
        asm_lea(&e->as, true, t, rm);
    else
        emit_mov(e, t, rm_base_of(rm));
    asm_alu(&e->as, ALU_AND, true, t, CPU_FIELD(e, address_mask));
    return rm_mem(t, 0);
}

/*
 * The same where no temporary is free: by way of a pin, whose value is in
 * helper_arg[2] meanwhile.  Of these one is no operand and no scratch.
 */
struct borrowed {
    struct rm rm;
    uint8_t special; /* of the access's row */
};

static struct borrowed borrow(struct emit *e, const struct ir_insn *i,
                              struct rm rm)
{
    static const int pins[] = {R8, R9, R10, R11, RDI};
    const int *t = pins;
    if (!is_masked(e, i))
        return (struct borrowed){rm, FAULT_ACCESS};
    while (*t == e->a.reg || *t == e->b.reg || *t == e->c.reg ||
           *t == e->dst || *t == e->scratch[0])
        t++;
    asm_mov_store(&e->as, true, CPU_FIELD(e, helper_arg[2]), *t);
    emit_mov(e, *t, rm_base_of(rm));
    asm_alu(&e->as, ALU_AND, true, *t, CPU_FIELD(e, address_mask));
    return (struct borrowed){rm_mem(*t, 0),
                             (uint8_t)(FAULT_BORROWED | *t << FAULT_REG_SHIFT)};
}

static void give_back(struct emit *e, const struct borrowed *b)
{
    if (b->special & FAULT_BORROWED)
        asm_mov(&e->as, true, rm_base_of(b->rm), CPU_FIELD(e, helper_arg[2]));
}

/* Brackets one access to the guest's address rm: its row in the table. */
static struct fault_row *access_begin(struct emit *e, const struct ir_insn *i,
                                      struct rm rm, bool write)
{
    struct fault_row *row = emit_fault_row(e, i);
    row->base = rm_base_of(rm);
    row->index = rm_index_of(rm);
    row->shift = rm_shift_of(rm);
    row->disp = rm_disp_of(rm);
    row->write = write;
    return row;
}

static void cold_misaligned(struct emit *e, const struct cold *cold)
{
    struct assembler *as = &e->as;
    asm_mov_store(as, true, CPU_FIELD(e, exception.address), cold->a);
    emit_raise_access(e, cold->insn, EXCP_ALIGNMENT, cold->arg);
}

/* Leaves for the cold path unless the address is a multiple of size. */
static void check_alignment(struct emit *e, const struct ir_insn *i,
                            struct rm rm, bool write)
{
    unsigned n = size_of(i);
    if (!(i->lane & MO_ALIGN) || n == 1)
        return;
    int reg = rm_base_of(rm);
    if (rm_index_of(rm) >= 0 || rm_disp_of(rm)) {
        reg = e->scratch[0];
        asm_lea(&e->as, true, reg, rm);
    }
    asm_op_imm(&e->as, 0xf6 | OP_BYTE, false, 0, rm_reg(reg), (int32_t)(n - 1),
               1); /* test r8, imm8 */
    struct cold *cold = emit_cold(e, cold_misaligned, i);
    cold->a = (int16_t)reg;
    cold->arg = write;
    asm_jcc(&e->as, CC_NE, cold->entry);
}

/* A legacy instruction on n bytes; op is the form for 16 to 64 bits. */
static void sized_op(struct emit *e, uint32_t op, unsigned n, int reg,
                     struct rm rm)
{
    if (n == 2)
        asm_byte(&e->as, 0x66);
    if (n == 1)
        op = (op - 1) | OP_BYTE;
    asm_op(&e->as, op, n == 8, reg, rm);
}

static void locked_op(struct emit *e, uint32_t op, unsigned n, int reg,
                      struct rm rm)
{
    asm_byte(&e->as, LOCK);
    sized_op(e, op, n, reg, rm);
}

/* dst = the low n bytes of src, zero-extended. */
static void zero_extend(struct emit *e, unsigned n, int dst, struct rm src)
{
    if (n == 1)
        asm_op(&e->as, MOVZX_B, false, dst, src);
    else if (n == 2)
        asm_op(&e->as, MOVZX_W, false, dst, src);
    else if (n == 4 || rm_reg_of(src) != dst)
        asm_mov(&e->as, n == 8, dst, src);
}

static void load_gpr(struct emit *e, const struct ir_insn *i, struct rm rm)
{
    unsigned n = size_of(i);
    bool w = i->type != IR_I32;
    if (!(i->lane & MO_SIGN) || n == 8 || (n == 4 && !w))
        zero_extend(e, n, e->dst, rm);
    else if (n == 4)
        asm_op(&e->as, MOVSXD, true, e->dst, rm);
    else
        asm_op(&e->as, n == 1 ? MOVSX_B : MOVSX_W, w, e->dst, rm);
}

static void emit_load(struct emit *e, const struct ir_insn *i)
{
    struct rm rm = address(e, i);
    check_alignment(e, i, rm, false);
    struct rm to = without_tag(e, i, rm);
    struct fault_row *row = access_begin(e, i, rm, false);
    load_gpr(e, i, to);
    emit_fault_end(e, row);
}

static void emit_load_vec(struct emit *e, const struct ir_insn *i)
{
    struct rm rm = address(e, i);
    unsigned n = size_of(i);
    check_alignment(e, i, rm, false);
    struct rm to = without_tag(e, i, rm);
    struct fault_row *row = access_begin(e, i, rm, false);
    if (n == 16)
        emit_v2(e, i->lane & MO_ALIGN ? I_MOVAPS : I_MOVUPS, e->dst, to);
    else if (n >= 4)
        emit_v2(e, n == 8 ? I_MOVQ : I_MOVSS, e->dst, to);
    else
        zero_extend(e, n, e->scratch[0], to);
    emit_fault_end(e, row);
    if (n < 4)
        emit_v2(e, I_MOVD, e->dst, rm_reg(e->scratch[0]));
}

static void store_imm(struct emit *e, unsigned n, struct rm rm, int64_t imm)
{
    unsigned bytes = n > 4 ? 4 : n;
    if (n == 2)
        asm_byte(&e->as, 0x66);
    asm_op_imm(&e->as, n == 1 ? MOV_IMM - 1 : MOV_IMM, n == 8, 0, rm,
               (int32_t)imm, bytes);
}

static void full_fence(struct emit *e)
{
    asm_byte(&e->as, LOCK);
    asm_alu_imm(&e->as, ALU_OR, false, CPU_FIELD(e, fence), 0);
}

/* In a masked region scratch[0] is taken: then a fence makes the order. */
static void emit_store(struct emit *e, const struct ir_insn *i)
{
    struct rm rm = address(e, i);
    unsigned n = size_of(i);
    bool seq_cst = i->lane & MO_SEQ_CST, exchange = seq_cst && !is_masked(e, i);
    check_alignment(e, i, rm, true);
    int value = e->c.reg;
    if (exchange) {
        value = e->scratch[0];
        if (e->c.kind == O_IMM)
            asm_mov_imm(&e->as, value, (uint64_t)e->c.imm);
        else
            emit_mov(e, value, e->c.reg);
    }
    struct rm to = without_tag(e, i, rm);
    struct fault_row *row = access_begin(e, i, rm, true);
    if (exchange)
        sized_op(e, XCHG, n, value, to);
    else if (e->c.kind == O_IMM)
        store_imm(e, n, to, e->c.imm);
    else
        sized_op(e, MOV_STORE, n, value, to);
    emit_fault_end(e, row);
    if (seq_cst && !exchange)
        full_fence(e);
}

static void emit_store_vec(struct emit *e, const struct ir_insn *i)
{
    struct rm rm = address(e, i);
    unsigned n = size_of(i);
    check_alignment(e, i, rm, true);
    struct rm to = without_tag(e, i, rm);
    struct fault_row *row = access_begin(e, i, rm, true);
    if (n == 16)
        emit_v2(e, I_MOVUPS_ST, e->c.reg, to);
    else if (n == 8)
        emit_v2(e, I_MOVQ_ST, e->c.reg, to);
    else if (n == 4)
        emit_v2(e, I_MOVSS | 1, e->c.reg, to);
    else
        emit_v2i(e, n == 2 ? I_PEXTRW : I_PEXTRB, e->c.reg, to, 0);
    emit_fault_end(e, row);
}

/* Before a load-exclusive's access: the global monitor's word (monitor.h). */
static void note_version(struct emit *e)
{
    struct assembler *as = &e->as;
    int t = e->scratch[0];
    emit_mov(e, t, e->a.reg);
    asm_alu_imm(as, ALU_AND, false, rm_reg(t), MONITOR_INDEX_MASK);
    asm_shift_imm(as, SH_SHL, false, t, MONITOR_SHIFT);
    asm_alu(as, ALU_ADD, true, t, CPU_FIELD(e, global_monitor));
    asm_mov_store(as, true, CPU_FIELD(e, monitor.line), t);
    asm_mov(as, true, t, rm_mem(t, 0));
    asm_mov_store(as, true, CPU_FIELD(e, monitor.version), t);
}

/*
 * The word, in rax, is or was taken, or is another version.  Who meets a taken
 * one again and again waits in C: its cpu may be dead, or in need of this
 * processor.  arg: the failing way.
 */
static void cold_word(struct emit *e, const struct cold *cold)
{
    asm_test(&e->as, true, rm_reg(RAX), RAX);
    asm_jcc(&e->as, CC_LE, (uint32_t)cold->arg);
    asm_alu_imm(&e->as, ALU_ADD, false, CPU_FIELD(e, monitor.taken),
                MONITOR_TAKEN);
    asm_jcc(&e->as, CC_AE, (uint32_t)cold->arg);
    emit_leave_at(e, cold->insn, CPU_EXIT_MONITOR);
}

/* Takes that word for a store-exclusive, or jumps to fail; rax and t go. */
static void take_word(struct emit *e, const struct ir_insn *i, int t,
                      uint32_t fail)
{
    struct assembler *as = &e->as;
    struct cold *cold = emit_cold(e, cold_word, i);
    cold->arg = fail;
    asm_mov(as, true, RAX, CPU_FIELD(e, monitor.version));
    asm_mov(as, true, t, CPU_FIELD(e, monitor.line));
    asm_test(as, true, rm_reg(RAX), RAX);
    asm_jcc(as, CC_G, cold->entry);
    locked_op(e, CMPXCHG, 8, RBP, rm_mem(t, 0));
    asm_jcc(as, CC_NE, cold->entry);
}

/* EFLAGS are kept; rax and t go. */
static void return_word(struct emit *e, int t)
{
    struct assembler *as = &e->as;
    asm_mov(as, true, RAX, CPU_FIELD(e, monitor.version));
    asm_mov(as, true, t, CPU_FIELD(e, monitor.line));
    asm_lea(as, true, RAX, rm_mem(RAX, -1));
    asm_mov_store(as, true, rm_mem(t, 0), RAX);
}

static void arm_monitor(struct emit *e, const struct ir_insn *i)
{
    asm_mov_store(&e->as, true, CPU_FIELD(e, monitor.address), e->a.reg);
    asm_mov_store_imm(&e->as, true, CPU_FIELD(e, monitor.size),
                      (int32_t)size_of(i));
}

static void emit_loadx(struct emit *e, const struct ir_insn *i)
{
    note_version(e);
    emit_load(e, i);
    arm_monitor(e, i);
    asm_mov_store(&e->as, true, CPU_FIELD(e, monitor.value), e->dst);
}

static void emit_loadx_vec(struct emit *e, const struct ir_insn *i)
{
    note_version(e);
    emit_load_vec(e, i);
    arm_monitor(e, i);
    emit_v2(e, I_MOVUPS_ST, e->dst, CPU_FIELD(e, monitor.value));
}

static void disarm_monitor(struct emit *e)
{
    asm_mov_store_imm(&e->as, true, CPU_FIELD(e, monitor.size), 0);
}

/*
 * The monitor's address is another, maybe for its tag alone; then the access
 * is made, and stumbles over one of its own.  arg: the failing way.
 */
static void cold_other_tag(struct emit *e, const struct cold *cold)
{
    emit_mov(e, RAX, cold->a);
    asm_alu(&e->as, ALU_XOR, true, RAX, CPU_FIELD(e, monitor.address));
    asm_alu(&e->as, ALU_AND, true, RAX, CPU_FIELD(e, address_mask));
    asm_jcc(&e->as, CC_NE, (uint32_t)cold->arg);
    asm_jmp(&e->as, cold->back);
}

/*
 * Jumps to fail unless the monitor holds the address with this size; rax may
 * be lost.
 */
static void check_monitor(struct emit *e, const struct ir_insn *i, int base,
                          uint32_t fail)
{
    asm_alu(&e->as, ALU_CMP, true, base, CPU_FIELD(e, monitor.address));
    if (e->region->isa->ignores_top_byte) {
        struct cold *cold = emit_cold(e, cold_other_tag, i);
        cold->a = (int16_t)base;
        cold->arg = fail;
        cold->back = asm_label(&e->as);
        asm_jcc(&e->as, CC_NE, cold->entry);
        asm_place(&e->as, cold->back);
    } else {
        asm_jcc(&e->as, CC_NE, fail);
    }
    asm_alu_imm(&e->as, ALU_CMP, true, CPU_FIELD(e, monitor.size),
                (int32_t)size_of(i));
    asm_jcc(&e->as, CC_NE, fail);
}

/* eax = ZF ? 0 : 1; the failing way joins with 1. */
static void exclusive_status(struct emit *e, uint32_t fail)
{
    uint32_t done = asm_label(&e->as);
    asm_setcc(&e->as, CC_NE, RAX);
    asm_op(&e->as, MOVZX_B, false, RAX, rm_reg(RAX));
    asm_jmp(&e->as, done);
    asm_place(&e->as, fail);
    asm_mov_imm(&e->as, RAX, 1);
    asm_place(&e->as, done);
    disarm_monitor(e);
}

/* lock cmpxchg of rax; leaves ZF. */
static void compare_exchange(struct emit *e, const struct ir_insn *i,
                             struct rm rm, int value)
{
    struct borrowed to = borrow(e, i, rm);
    struct fault_row *row = access_begin(e, i, rm, true);
    row->special = to.special;
    locked_op(e, CMPXCHG, size_of(i), value, to.rm);
    emit_fault_end(e, row);
    give_back(e, &to);
}

static void emit_storex(struct emit *e, const struct ir_insn *i)
{
    struct rm rm = rm_mem(e->a.reg, 0);
    uint32_t fail = asm_label(&e->as);
    check_alignment(e, i, rm, true);
    check_monitor(e, i, e->a.reg, fail);
    take_word(e, i, e->scratch[0], fail);
    asm_mov(&e->as, true, RAX, CPU_FIELD(e, monitor.value));
    compare_exchange(e, i, rm, e->b.reg);
    return_word(e, e->scratch[0]);
    exclusive_status(e, fail);
}

/*
 * lock cmpxchg16b [rsi] with rdx:rax expected, rcx:rbx = value.  rbx is a
 * pin: saved around, and restored by the fault row.
 */
static void cmpxchg16b(struct emit *e, const struct ir_insn *i, int value)
{
    struct rm rm = rm_mem(RSI, 0), saved = CPU_FIELD(e, helper_arg[3]);
    asm_mov_store(&e->as, true, saved, RBX);
    emit_v2(e, I_MOVQ_OUT, value, rm_reg(RBX));
    emit_v2i(e, I_PEXTRQ, value, rm_reg(RCX), 1);
    struct borrowed to = borrow(e, i, rm);
    struct fault_row *row = access_begin(e, i, rm, true);
    row->special = (uint8_t)(FAULT_SAVED | to.special);
    asm_byte(&e->as, LOCK);
    asm_op(&e->as, CMPXCHG16B, true, 1, to.rm);
    emit_fault_end(e, row);
    give_back(e, &to);
    asm_mov(&e->as, true, RBX, saved);
}

static void emit_storex_vec(struct emit *e, const struct ir_insn *i)
{
    uint32_t fail = asm_label(&e->as);
    check_alignment(e, i, rm_mem(RSI, 0), true);
    check_monitor(e, i, RSI, fail);
    take_word(e, i, RCX, fail);
    asm_mov(&e->as, true, RAX, CPU_FIELD(e, monitor.value[0]));
    asm_mov(&e->as, true, RDX, CPU_FIELD(e, monitor.value[1]));
    cmpxchg16b(e, i, e->b.reg);
    return_word(e, RCX);
    exclusive_status(e, fail);
}

static void emit_clrex(struct emit *e, const struct ir_insn *i)
{
    (void)i;
    disarm_monitor(e);
}

static void emit_cas(struct emit *e, const struct ir_insn *i)
{
    struct rm rm = rm_mem(e->a.reg, 0);
    check_alignment(e, i, rm, true);
    compare_exchange(e, i, rm, e->c.reg);
    zero_extend(e, size_of(i), RAX, rm_reg(RAX));
}

static void emit_cas_vec(struct emit *e, const struct ir_insn *i)
{
    check_alignment(e, i, rm_mem(RSI, 0), true);
    emit_v2(e, I_MOVQ_OUT, e->b.reg, rm_reg(RAX));
    emit_v2i(e, I_PEXTRQ, e->b.reg, rm_reg(RDX), 1);
    cmpxchg16b(e, i, e->c.reg);
    emit_v2(e, I_MOVQ_GPR, e->dst, rm_reg(RAX));
    emit_v3i(e, I_PINSRQ, e->dst, e->dst, rm_reg(RDX), 1);
}

/* SWP and ADD have instructions of their own. */
static void emit_exchange(struct emit *e, const struct ir_insn *i)
{
    struct rm rm = rm_mem(e->a.reg, 0);
    unsigned n = size_of(i);
    check_alignment(e, i, rm, true);
    int t = e->scratch[0];
    emit_mov(e, t, e->b.reg);
    struct borrowed to = borrow(e, i, rm);
    struct fault_row *row = access_begin(e, i, rm, true);
    row->special = to.special;
    if (i->aux == ATOMIC_SWP)
        sized_op(e, XCHG, n, t, to.rm);
    else
        locked_op(e, XADD, n, t, to.rm);
    emit_fault_end(e, row);
    give_back(e, &to);
    zero_extend(e, n, e->dst, rm_reg(t));
}

/* t = kind(old in rax, y); y is extended already for the comparisons. */
static void combine(struct emit *e, unsigned kind, unsigned n, int t, int y)
{
    static const uint8_t conditions[] = {
        [ATOMIC_SMAX] = CC_L,
        [ATOMIC_SMIN] = CC_G,
        [ATOMIC_UMAX] = CC_B,
        [ATOMIC_UMIN] = CC_A,
    };
    struct assembler *as = &e->as;
    bool w = n == 8, is_signed = kind == ATOMIC_SMAX || kind == ATOMIC_SMIN;
    switch (kind) {
    case ATOMIC_AND:
    case ATOMIC_EOR:
    case ATOMIC_SET:
        emit_mov(e, t, RAX);
        asm_alu(as,
                kind == ATOMIC_AND   ? ALU_AND
                : kind == ATOMIC_EOR ? ALU_XOR
                                     : ALU_OR,
                w, t, rm_reg(y));
        break;
    case ATOMIC_CLR:
        emit_mov(e, t, y);
        asm_op(as, 0xf7, w, 2, rm_reg(t)); /* not */
        asm_alu(as, ALU_AND, w, t, rm_reg(RAX));
        break;
    default:
        if (n >= 4 || !is_signed)
            zero_extend(e, n, t, rm_reg(RAX));
        else
            asm_op(as, n == 1 ? MOVSX_B : MOVSX_W, false, t, rm_reg(RAX));
        asm_alu(as, ALU_CMP, w, t, rm_reg(y));
        asm_cmov(as, w, (enum cc)conditions[kind], t, rm_reg(y));
    }
}

static void emit_atomic_loop(struct emit *e, const struct ir_insn *i)
{
    struct rm rm = rm_mem(e->a.reg, 0);
    unsigned n = size_of(i);
    uint32_t again = asm_label(&e->as);
    check_alignment(e, i, rm, true);
    struct borrowed to = borrow(e, i, rm);
    struct fault_row *row = access_begin(e, i, rm, true);
    row->special = to.special;
    zero_extend(e, n, RAX, to.rm);
    emit_fault_end(e, row);
    asm_place(&e->as, again);
    combine(e, i->aux, n, e->scratch[0], e->b.reg);
    row = access_begin(e, i, rm, true);
    row->special = to.special;
    locked_op(e, CMPXCHG, n, e->scratch[0], to.rm);
    emit_fault_end(e, row);
    asm_jcc(&e->as, CC_NE, again);
    give_back(e, &to);
    zero_extend(e, n, RAX, rm_reg(RAX));
}

static void emit_fence(struct emit *e, const struct ir_insn *i)
{
    if (i->aux == FENCE_FULL)
        full_fence(e);
}

static const struct op_rule *load_rule(const struct emit *e,
                                       const struct ir_insn *i)
{
    static const struct op_rule gpr = {emit_load, C_GPR, C_GPR,
                                       C_NONE,    C_GPR, 0};
    static const struct op_rule gpr_scratch = {
        emit_load, C_GPR, C_GPR, C_NONE, C_GPR, E_FLAGS | E_GPR1};
    static const struct op_rule vec = {emit_load_vec, C_GPR, C_GPR,
                                       C_NONE,        C_VEC, 0};
    static const struct op_rule vec_scratch = {
        emit_load_vec, C_GPR, C_GPR, C_NONE, C_VEC, E_FLAGS | E_GPR1};
    bool scratch = i->lane & MO_ALIGN || is_masked(e, i);
    if (i->type >= IR_F16)
        return scratch || size_of(i) < 4 ? &vec_scratch : &vec;
    return scratch ? &gpr_scratch : &gpr;
}

static const struct op_rule *store_rule(const struct emit *e,
                                        const struct ir_insn *i)
{
    static const struct op_rule gpr = {emit_store, C_GPR,  C_GPR,
                                       C_GPR_IMM,  C_NONE, 0};
    static const struct op_rule gpr_scratch = {
        emit_store, C_GPR, C_GPR, C_GPR_IMM, C_NONE, E_FLAGS | E_GPR1};
    static const struct op_rule vec = {emit_store_vec, C_GPR,  C_GPR,
                                       C_VEC,          C_NONE, 0};
    static const struct op_rule vec_scratch = {
        emit_store_vec, C_GPR, C_GPR, C_VEC, C_NONE, E_FLAGS | E_GPR1};
    bool scratch = i->lane & (MO_ALIGN | MO_SEQ_CST) || is_masked(e, i);
    if (i->type >= IR_F16)
        return scratch ? &vec_scratch : &vec;
    return scratch ? &gpr_scratch : &gpr;
}

static const struct op_rule *loadx_rule(const struct ir_insn *i)
{
    static const struct op_rule gpr = {
        emit_loadx, C_GPR, C_NONE, C_NONE, C_GPR, E_EARLY | E_FLAGS | E_GPR1};
    static const struct op_rule vec = {emit_loadx_vec, C_GPR, C_NONE,
                                       C_NONE,         C_VEC, E_FLAGS | E_GPR1};
    return i->type >= IR_F16 ? &vec : &gpr;
}

static const struct op_rule *exclusive_rule(const struct ir_insn *i)
{
    static const struct op_rule storex = {
        emit_storex, C_GPR, C_GPR, C_NONE, C_GPR, E_FLAGS | E_DST_RAX | E_GPR1};
    static const struct op_rule storex_vec = {
        emit_storex_vec, C_RSI, C_VEC,
        C_NONE,          C_GPR, E_FLAGS | E_DST_RAX | E_RCX | E_RDX};
    static const struct op_rule cas = {emit_cas, C_GPR, C_RAX,
                                       C_GPR,    C_GPR, E_FLAGS | E_DST_RAX};
    static const struct op_rule cas_vec = {
        emit_cas_vec, C_RSI, C_VEC,
        C_VEC,        C_VEC, E_FLAGS | E_RAX | E_RCX | E_RDX};
    bool vec = i->type >= IR_F16;
    if (i->op == IR_STOREX)
        return vec ? &storex_vec : &storex;
    return vec ? &cas_vec : &cas;
}

static const struct op_rule *atomic_rule(const struct ir_insn *i)
{
    static const struct op_rule exchange = {
        emit_exchange, C_GPR, C_GPR, C_NONE, C_GPR, E_FLAGS | E_GPR1};
    static const struct op_rule loop = {
        emit_atomic_loop, C_GPR, C_GPR,
        C_NONE,           C_GPR, E_FLAGS | E_DST_RAX | E_GPR1};
    return i->aux == ATOMIC_SWP || i->aux == ATOMIC_ADD ? &exchange : &loop;
}

const struct op_rule *mem_rule(const struct emit *e, const struct ir_insn *i)
{
    static const struct op_rule clrex = {.emit = emit_clrex};
    static const struct op_rule fence = {.emit = emit_fence, .effect = E_FLAGS};
    switch (i->op) {
    case IR_LOAD: return load_rule(e, i);
    case IR_STORE: return store_rule(e, i);
    case IR_LOADX: return loadx_rule(i);
    case IR_STOREX:
    case IR_CAS: return exclusive_rule(i);
    case IR_ATOMIC: return atomic_rule(i);
    case IR_CLREX: return &clrex;
    case IR_FENCE: return &fence;
    default: return NULL;
    }
}
