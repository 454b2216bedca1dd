// SPDX-License-Identifier: MIT
/*
 * The common stubs: entering and leaving generated code, the slow ways of
 * edges, calls of helpers.
 */
#include "jit/x86_64/emit-state.h"
#include "jit/x86_64/vec-insn.h"

#define LDMXCSR       2 /* 0F AE /2 */
#define STMXCSR       3
#define MXCSR_DEFAULT 0x1f80

/* How many frames a return that was not predicted looks up (T6). */
#define RETURN_SEARCH 4

static const int callee_saved[] = {RBX, RBP, R12, R13, R14, R15};

static struct rm at(const struct emit *e, size_t offset)
{
    return rm_mem(RBP, cpu_slot(e, offset));
}

static void mxcsr(struct emit *e, int op, struct rm rm)
{
    asm_op(&e->as, OP_0F | 0xae, false, op, rm);
}

/* Moves every pinned register to (store) or from its slot. */
static void move_pins(struct emit *e, bool store)
{
    const struct pins *pins = e->state->pins;
    for (unsigned h = 0; h < HREG_COUNT; h++) {
        if (pins->guest[h] < 0)
            continue;
        struct rm slot = rm_mem(RBP, pins->slot[pins->guest[h]]);
        if (h >= HREG_VEC)
            emit_v2(e, store ? I_MOVAPS_ST : I_MOVAPS, (int)h - HREG_VEC, slot);
        else if (store)
            asm_mov_store(&e->as, true, slot, (int)h);
        else
            asm_mov(&e->as, true, (int)h, slot);
    }
}

static void stub_enter(struct emit *e)
{
    struct assembler *as = &e->as;
    for (unsigned n = 0; n < ARRAY_SIZE(callee_saved); n++)
        asm_push(as, callee_saved[n]);
    asm_alu_imm(as, ALU_SUB, true, rm_reg(RSP), 8);
    asm_lea(as, true, RBP, rm_mem(RDI, (int32_t)e->region->isa->state_bias));
    asm_mov_store(as, true, CPU_FIELD(e, c_stack), RSP);
    mxcsr(e, LDMXCSR, CPU_FIELD(e, guest_mxcsr));
    asm_mov(as, true, RSP, CPU_FIELD(e, hint_top));
    asm_mov(as, true, RAX, rm_reg(RSI));
    move_pins(e, false);
    asm_jmp_rm(as, rm_reg(RAX));
}

static void default_mxcsr(struct emit *e)
{
    mxcsr(e, LDMXCSR, rm_label(emit_const64(e, MXCSR_DEFAULT)));
}

static void save_guest(struct emit *e)
{
    move_pins(e, true);
    mxcsr(e, STMXCSR, CPU_FIELD(e, guest_mxcsr));
    asm_mov_store(&e->as, true, CPU_FIELD(e, hint_top), RSP);
    asm_mov(&e->as, true, RSP, CPU_FIELD(e, c_stack));
    default_mxcsr(e);
}

static void stub_exit(struct emit *e)
{
    struct assembler *as = &e->as;
    save_guest(e);
    asm_alu_imm(as, ALU_ADD, true, rm_reg(RSP), 8);
    for (unsigned n = ARRAY_SIZE(callee_saved); n-- > 0;)
        asm_pop(as, callee_saved[n]);
    asm_ret(as, 0);
}

static void leave_for(struct emit *e, unsigned reason, uint32_t exit)
{
    asm_mov_store_imm(&e->as, false, CPU_FIELD(e, exit_reason),
                      (int32_t)reason);
    asm_jmp(&e->as, exit);
}

static void stub_link(struct emit *e, uint32_t exit)
{
    asm_mov_store(&e->as, true, CPU_FIELD(e, link_stub), RAX);
    leave_for(e, CPU_EXIT_LINK, exit);
}

static void stub_lookup(struct emit *e, uint32_t exit)
{
    asm_mov_store(&e->as, true, CPU_FIELD(e, pc), RAX);
    leave_for(e, CPU_EXIT_LOOKUP, exit);
}

/* A guest that jumps to JUMP_EMPTY, which is no code: C says so. */
static void stub_empty(struct emit *e, uint32_t lookup)
{
    asm_mov_imm(&e->as, RAX, JUMP_EMPTY);
    asm_jmp(&e->as, lookup);
}

/* The guest's address stands where `ret 8` has left it, just below rsp. */
static void stub_landing(struct emit *e, uint32_t lookup)
{
    asm_mov(&e->as, true, RAX, rm_mem(RSP, -8));
    asm_jmp(&e->as, lookup);
}

/* A few frames up the hint stack; then it is emptied, and a lookup. */
static void stub_return(struct emit *e, uint32_t lookup, uint32_t exit)
{
    struct assembler *as = &e->as;
    uint32_t kicked = asm_label(as), found = asm_label(as);
    asm_alu_imm(as, ALU_ADD, true, CPU_FIELD(e, return_misses), 1);
    asm_alu_imm(as, ALU_CMP, false, CPU_FIELD(e, kick), 0);
    asm_jcc(as, CC_NE, kicked);
    asm_mov(as, true, RCX, rm_reg(RSP));
    for (unsigned n = 1; n <= RETURN_SEARCH; n++) {
        asm_alu_imm(as, ALU_ADD, true, rm_reg(RCX), 16);
        asm_alu(as, ALU_CMP, true, RAX, rm_mem(RCX, 8));
        asm_jcc(as, CC_E, found);
    }
    asm_mov(as, true, RSP, CPU_FIELD(e, hint_base));
    asm_jmp(as, lookup);
    asm_place(as, found);
    asm_mov(as, true, RSP, rm_reg(RCX));
    asm_ret(as, 8);
    asm_place(as, kicked);
    asm_mov_store(as, true, CPU_FIELD(e, pc), RAX);
    leave_for(e, CPU_EXIT_KICK, exit);
}

static void load_arguments(struct emit *e, bool vectors)
{
    struct assembler *as = &e->as;
    static const int regs[] = {RSI, RDX, RCX, R8};
    asm_lea(as, true, RDI, rm_mem(RBP, -(int32_t)e->region->isa->state_bias));
    for (unsigned n = 0; n < (vectors ? 4 : 3); n++) {
        if (vectors)
            asm_lea(as, true, regs[n],
                    at(e, offsetof(struct cpu, helper_vec) + 16 * n));
        else
            asm_mov(as, true, regs[n],
                    at(e, offsetof(struct cpu, helper_arg) + 8 * n));
    }
}

/* call table[rax] */
static void call_helper(struct emit *e, uint32_t table)
{
    asm_lea(&e->as, true, R9, rm_label(table));
    asm_call_rm(&e->as, rm_index(R9, RAX, 3, 0));
}

/*
 * With all vectors and MXCSR as the guest has them; on the C stack, since the
 * hint stack may be full.
 */
static void stub_leaf(struct emit *e, bool vectors, uint32_t table)
{
    static const int saved[] = {RCX, RDX, RSI, RDI, R8, R9, R10, R11};
    struct assembler *as = &e->as;
    asm_mov_store(as, true, CPU_FIELD(e, hint_top), RSP);
    asm_mov(as, true, RSP, CPU_FIELD(e, c_stack));
    for (unsigned n = 0; n < ARRAY_SIZE(saved); n++)
        asm_push(as, saved[n]);
    load_arguments(e, vectors);
    call_helper(e, table);
    for (unsigned n = ARRAY_SIZE(saved); n-- > 0;)
        asm_pop(as, saved[n]);
    asm_mov(as, true, RSP, CPU_FIELD(e, hint_top));
    asm_ret(as, 0);
}

/* On the C stack, with everything of the guest's in struct cpu. */
static void stub_slow(struct emit *e, uint32_t table)
{
    static const int saved[] = {RCX, RDX, RSI};
    struct assembler *as = &e->as;
    for (unsigned n = 0; n < 4; n++)
        emit_v2(e, I_MOVAPS_ST, (int)n,
                at(e, offsetof(struct cpu, helper_vec) + 16 * n));
    save_guest(e);
    for (unsigned n = 0; n < ARRAY_SIZE(saved); n++)
        asm_push(as, saved[n]);
    asm_alu_imm(as, ALU_SUB, true, rm_reg(RSP), 8);
    load_arguments(e, false);
    call_helper(e, table);
    asm_alu_imm(as, ALU_ADD, true, rm_reg(RSP), 8);
    for (unsigned n = ARRAY_SIZE(saved); n-- > 0;)
        asm_pop(as, saved[n]);
    mxcsr(e, LDMXCSR, CPU_FIELD(e, guest_mxcsr));
    asm_mov(as, true, RSP, CPU_FIELD(e, hint_top));
    move_pins(e, false);
    for (unsigned n = 0; n < 4; n++)
        emit_v2(e, I_MOVAPS, (int)n,
                at(e, offsetof(struct cpu, helper_vec) + 16 * n));
    asm_ret(as, 0);
}

typedef void (*helper_fn)(void);
#define HELPER(name, kind, fn) extern void fn(void);
#include "jit/helpers.def"
#undef HELPER
static const helper_fn helpers[] = {
#define HELPER(name, kind, fn) fn,
#include "jit/helpers.def"
#undef HELPER
};

static void emit_stubs(struct emit *e, uint32_t labels[STUB_COUNT])
{
    struct assembler *as = &e->as;
    uint32_t table = asm_label(as), cached = asm_label(as);
    for (unsigned s = 0; s < STUB_COUNT; s++)
        labels[s] = asm_label(as);
    for (unsigned s = 0; s < STUB_COUNT; s++) {
        asm_align(as, 16, 0);
        asm_place(as, labels[s]);
        switch ((enum stub)s) {
        case STUB_ENTER: stub_enter(e); break;
        case STUB_EXIT: stub_exit(e); break;
        case STUB_LINK: stub_link(e, labels[STUB_EXIT]); break;
        case STUB_LOOKUP: stub_lookup(e, labels[STUB_EXIT]); break;
        case STUB_EMPTY: stub_empty(e, labels[STUB_LOOKUP]); break;
        case STUB_LANDING: stub_landing(e, cached); break;
        case STUB_RETURN: stub_return(e, cached, labels[STUB_EXIT]); break;
        case STUB_LEAF: stub_leaf(e, false, table); break;
        case STUB_VEC: stub_leaf(e, true, table); break;
        case STUB_SLOW: stub_slow(e, table); break;
        case STUB_COUNT: break;
        }
    }
    asm_place(as, cached);
    asm_jmp_rm(as, emit_jump_lookup(e, labels[STUB_LOOKUP]));
    asm_align(as, 16, 0);
    asm_place(as, table);
    asm_data(as, helpers, sizeof(helpers));
}

size_t backend_stubs(struct backend *be, uint8_t *code, size_t size,
                     uint8_t *stubs[STUB_COUNT])
{
    struct emit *e = &be->emit;
    struct emit_state *s = &be->state;
    struct region region; /* what stubs need of one; not touched otherwise */
    struct image image;
    uint32_t labels[STUB_COUNT];
    region.isa = be->isa;
    region.mode = region.insn_count = region.vconst_count = 0;
    image.edge_count = image.row_count = image.reloc_count = 0;
    asm_init(&e->as, code, (uint32_t)size);
    e->region = &region;
    e->features = be->features;
    e->state = s;
    s->image = &image;
    s->pins = &be->pins;
    s->cold_count = s->literal_count = 0;
    emit_stubs(e, labels);
    emit_literals(e);
    asm_resolve(&e->as);
    for (unsigned n = 0; n < STUB_COUNT; n++)
        stubs[n] = code + e->as.labels[labels[n]] - 1;
    return e->as.overflow ? 0 : e->as.used;
}
