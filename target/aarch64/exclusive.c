// SPDX-License-Identifier: MIT
/*
 * LDXR and the STXR behind it as one locked instruction (T15).
 *
 * They are a pair if only plain integer instructions and conditional branches
 * stand between, and none writes the base register: then the store is known
 * to be of the load's address and size, and needs no monitor.  Reading stays a
 * load of its own, so that a fault is what it is for two instructions: the
 * load's at its pc, the store's at its own with all registers written.
 *
 *   SWP, ADD   load; the registers; XCHG or XADD; the registers again from
 *              what that has read.  It can't fail: the status is 0.
 *   others     load; what stands between; compare-and-swap with what was read.
 *
 * A branch between the two may lead to another STXR, so that the load arms the
 * monitor there.  Who enters at the STXR finds the general form, as all do
 * where regions are too short for a pair.
 */
#include "target/aarch64/translate.h"

enum { MAX_BETWEEN = 6, REG_31 = 31 };

struct pair {
    const struct a64_insn *load;
    struct a64_insn store;
    struct a64_insn between[MAX_BETWEEN];
    unsigned count;
    bool branches;
};

/* Instructions that write rd, NZCV or nothing, and touch nothing else. */
static bool may_stand_between(const struct a64_insn *i, int base)
{
    switch (i->op) {
    case A64_ADR:
    case A64_ADDSUB_imm:
    case A64_ADDSUB_shifted:
    case A64_ADDSUB_ext:
    case A64_ADDSUB_carry:
    case A64_LOGICAL_imm:
    case A64_LOGICAL_shifted:
    case A64_MOV_wide:
    case A64_BITFIELD:
    case A64_EXTR:
    case A64_CSEL:
    case A64_SHIFTV:
    case A64_MADD:
    case A64_RBIT:
    case A64_REV:
    case A64_CLZ:
    case A64_CLS: return i->rd != base; /* 31 may be SP: both refuse */
    case A64_CCMP_imm:
    case A64_CCMP_reg:
    case A64_B_cond:
    case A64_CBZ:
    case A64_TBZ: return true;
    default: return false;
    }
}

static bool is_branch(const struct a64_insn *i)
{
    return i->op == A64_B_cond || i->op == A64_CBZ || i->op == A64_TBZ;
}

/* What is behind the instruction at hand; also from the next page. */
static size_t look_ahead(struct ir_builder *b, void *words, size_t bytes)
{
    gaddr_t pc = b->pc + A64_INSN_BYTES;
    size_t got = b->fetch(b, words, pc, bytes);
    if (got < bytes)
        got += b->fetch(b, (char *)words + got, pc + got, bytes - got);
    return got;
}

/* Finds the store that belongs to p->load, the instruction at hand. */
static bool find_store(struct a64_tr *t, struct pair *p)
{
    struct ir_builder *b = t->b;
    const struct a64_insn *load = p->load;
    uint32_t words[MAX_BETWEEN + 1];
    size_t have = look_ahead(b, words, sizeof(words)) / A64_INSN_BYTES;
    uint32_t count = b->region->guest_count;
    if (load->rt == load->rn && load->rt != REG_31)
        return false;
    for (; p->count < have && ++count <= b->max_guest; p->count++) {
        a64_decode(words[p->count], &p->store);
        if (p->store.op == A64_STXR)
            return p->store.rn == load->rn && p->store.size == load->size;
        if (p->count == MAX_BETWEEN || !may_stand_between(&p->store, load->rn))
            return false;
        p->branches |= is_branch(&p->store);
        p->between[p->count] = p->store;
    }
    return false;
}

/* Is what is stored the sum or difference with a register, or an immediate? */
static bool is_sum(const struct pair *p)
{
    const struct a64_insn *i = &p->between[0];
    int old = p->load->rt;
    if (p->count != 1 || old == REG_31 || i->rd != p->store.rt ||
        i->rd == REG_31 || (p->load->size == MO_64 && !i->sf))
        return false;
    if (i->op == A64_ADDSUB_imm)
        return i->rn == old;
    if (i->op != A64_ADDSUB_shifted || i->imm != 0)
        return false;
    int other = i->rn == old ? i->rm : i->rn;
    return other != old && other != i->rd &&
           (i->rn == old || (i->rm == old && !i->sub));
}

static bool is_swap(const struct pair *p)
{
    return p->count == 0 &&
           (p->store.rt != p->load->rt || p->store.rt == REG_31);
}

/* What is added, as a value of the type. */
static ir_ref addend(struct a64_tr *t, const struct pair *p, enum ir_type type)
{
    const struct a64_insn *i = &p->between[0];
    if (i->op == A64_ADDSUB_imm) {
        uint64_t imm = (uint64_t)i->imm << (i->sh ? 12 : 0);
        return ir_const(t->b, type, i->sub ? -imm : imm);
    }
    ir_ref x = a64_get_x(t, i->rn == p->load->rt ? i->rm : i->rn);
    return i->sub ? ir_op1(t->b, IR_NEG, type, x) : x;
}

static void next_insn(struct a64_tr *t)
{
    t->b->pc = t->b->next_pc;
    t->b->next_pc = t->b->pc + A64_INSN_BYTES;
    ir_begin_insn(t->b);
}

/* A load that another access of the same address follows: aligned for both. */
static ir_ref load_old(struct a64_tr *t, const struct pair *p,
                       enum ir_type type, ir_ref address)
{
    unsigned memop = (unsigned)p->load->size | MO_ALIGN;
    return p->branches
               ? ir_atomic(t->b, IR_LOADX, type, memop, 0, address, 0, 0)
               : ir_load(t->b, type, memop, address, 0, 0, 0);
}

static void put_status(struct a64_tr *t, const struct pair *p, ir_ref status)
{
    ir_emit(t->b, (struct ir_insn){.op = IR_CLREX});
    a64_put_x(t, p->store.rs, IR_I64, status);
}

static void build_fetch_and_op(struct a64_tr *t, const struct pair *p,
                               enum ir_type type, ir_ref address)
{
    enum ir_atomic op = p->count ? ATOMIC_ADD : ATOMIC_SWP;
    a64_put_x(t, p->load->rt, type, load_old(t, p, type, address));
    if (p->count) {
        next_insn(t);
        a64_build(t, &p->between[0]);
    }
    next_insn(t);
    ir_ref y = p->count ? addend(t, p, type) : a64_get_x(t, p->store.rt);
    ir_ref old = ir_atomic(t->b, IR_ATOMIC, type, (unsigned)p->load->size, op,
                           address, y, 0);
    a64_put_x(t, p->load->rt, type, old);
    if (p->count)
        a64_build(t, &p->between[0]);
    put_status(t, p, ir_const(t->b, IR_I64, 0));
}

static void build_compare_and_swap(struct a64_tr *t, const struct pair *p,
                                   enum ir_type type, ir_ref address)
{
    ir_ref old = load_old(t, p, type, address);
    a64_put_x(t, p->load->rt, type, old);
    for (unsigned n = 0; n < p->count; n++) {
        next_insn(t);
        a64_build(t, &p->between[n]);
        /* A branch on what is known now: the monitor is armed. */
        if (t->b->ended || t->b->next_pc != t->b->pc + A64_INSN_BYTES)
            return;
    }
    next_insn(t);
    ir_ref seen = ir_atomic(t->b, IR_CAS, type, (unsigned)p->load->size, 0,
                            address, old, a64_get_x(t, p->store.rt));
    struct ir_insn status = {.op = IR_SETC,
                             .type = IR_I64,
                             .aux = COND_NE,
                             .a = ir_op2(t->b, IR_SUBF, type, seen, old)};
    put_status(t, p, ir_emit(t->b, status));
}

bool a64_exclusive_pair(struct a64_tr *t, const struct a64_insn *load)
{
    struct pair p = {.load = load};
    enum ir_type type = load->size == MO_64 ? IR_I64 : IR_I32;
    if (!find_store(t, &p))
        return false;
    ir_ref address = a64_get_xsp(t, load->rn);
    if (is_swap(&p) || is_sum(&p))
        build_fetch_and_op(t, &p, type, address);
    else
        build_compare_and_swap(t, &p, type, address);
    return true;
}
