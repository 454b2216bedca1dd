// SPDX-License-Identifier: MIT
/* Following an allocation forward, to see that it keeps its values. */
#include "tests/jit/alloc-check.h"

#include "jit/x86_64/flags.h"
#include "src/print.h"

#include <string.h>

/* Where something is: host registers, then what struct cpu has, then EFLAGS. */
enum {
    AT_SLOTS = HREG_COUNT, /* of guest registers */
    AT_SPILLS = AT_SLOTS + IR_MAX_REGS,
    AT_EFLAGS = AT_SPILLS + CPU_SPILL_SLOTS,
    AT_NOWHERE,
    LOCATIONS,
};

enum content_kind {
    NOTHING, /* that is known */
    VALUE,   /* of the instruction `what` */
    ENTRY,   /* what guest register `what` is at the region's entry */
    NUMBER,
    ADDRESS, /* a number that moves with the module */
    VCONST,  /* the region's `what` */
};

struct content {
    enum content_kind kind;
    uint64_t what;
};

struct follower {
    const struct emit *e;
    const struct region *r;
    const struct allocation *al;
    const struct pins *pins;
    uint64_t ours; /* host registers that may be written */
    struct content at[LOCATIONS];
    struct content current[IR_MAX_REGS]; /* each guest register's value */
    enum flags_form form;                /* of EFLAGS */
    unsigned ref;                        /* the instruction at hand */
    bool failed;
};

static char error[256];
static struct print out;

/* Says where the first thing went wrong; the caller says what did. */
static bool fail(struct follower *f)
{
    if (f->failed)
        return false;
    f->failed = true;
    out = (struct print){.buf = error, .size = sizeof(error) - 1};
    print_fmt(&out, "v%u %s: ", f->ref,
              ir_op_infos[f->r->insns[f->ref].op].name);
    return true;
}

static void print_location(const struct follower *f, unsigned at)
{
    static const char gprs[][4] = {"rax", "rcx", "rdx", "rbx", "rsp", "rbp",
                                   "rsi", "rdi", "r8",  "r9",  "r10", "r11",
                                   "r12", "r13", "r14", "r15"};
    if (at < HREG_VEC)
        print_str(&out, gprs[at]);
    else if (at < AT_SLOTS)
        print_fmt(&out, "xmm%u", at - HREG_VEC);
    else if (at < AT_SPILLS)
        print_fmt(&out, "the slot of %s", f->r->isa->regs[at - AT_SLOTS].name);
    else if (at < AT_EFLAGS)
        print_fmt(&out, "spill slot %u", at - AT_SPILLS);
    else
        print_str(&out, at == AT_EFLAGS ? "EFLAGS" : "no slot there is");
}

static void print_content(const struct follower *f, struct content c)
{
    unsigned long what = (unsigned long)c.what;
    switch (c.kind) {
    case NOTHING: print_str(&out, "nothing known"); break;
    case VALUE: print_fmt(&out, "v%lu", what); break;
    case ENTRY:
        print_fmt(&out, "%s at entry", f->r->isa->regs[what].name);
        break;
    case NUMBER: print_fmt(&out, "0x%lx", what); break;
    case ADDRESS: print_fmt(&out, "&0x%lx", what); break;
    case VCONST: print_fmt(&out, "vector constant %lu", what); break;
    }
}

/* What holds v holds this; all GETs of a register are its value at entry. */
static struct content content_of(const struct follower *f, ir_ref v)
{
    const struct ir_insn *i = &f->r->insns[v];
    switch (i->op) {
    case IR_GET: return (struct content){ENTRY, (uint64_t)i->imm};
    case IR_VCONST: return (struct content){VCONST, (uint64_t)i->imm};
    case IR_CONST:
        return (struct content){ir_moves(i) ? ADDRESS : NUMBER,
                                (uint64_t)i->imm};
    default: return (struct content){VALUE, v};
    }
}

static bool same(struct content a, struct content b)
{
    return a.kind == b.kind && a.what == b.what;
}

static void expect(struct follower *f, const char *whose, unsigned at,
                   struct content want)
{
    if (same(f->at[at], want) || !fail(f))
        return;
    print_fmt(&out, "%s, ", whose);
    print_content(f, want);
    print_str(&out, ", should be in ");
    print_location(f, at);
    print_str(&out, ", which holds ");
    print_content(f, f->at[at]);
}

/* Says that a register has no business where it is. */
static void refuse(struct follower *f, const char *what, unsigned at)
{
    if (!fail(f))
        return;
    print_fmt(&out, "%s: ", what);
    print_location(f, at);
}

static unsigned slot_location(struct follower *f, int32_t slot)
{
    int32_t spill = slot - cpu_slot(f->e, offsetof(struct cpu, spill));
    int32_t end = (int32_t)(f->al->spill_count * sizeof(vec128));
    if (spill >= 0 && spill < end && spill % (int32_t)sizeof(vec128) == 0)
        return AT_SPILLS + (unsigned)spill / sizeof(vec128);
    for (unsigned g = 0; g < f->r->isa->reg_count; g++)
        if (f->pins->slot[g] == slot)
            return AT_SLOTS + g;
    refuse(f, "no slot has this displacement", AT_NOWHERE);
    return AT_NOWHERE;
}

static void set(struct follower *f, unsigned at, struct content c)
{
    if (at < HREG_COUNT && !(f->ours >> at & 1))
        refuse(f, "a register that must not be written", at);
    f->at[at] = c;
}

static void lose(struct follower *f, uint64_t registers)
{
    for (; registers; registers &= registers - 1)
        set(f, (unsigned)__builtin_ctzll(registers),
            (struct content){NOTHING, 0});
}

static void follow_moves(struct follower *f, int16_t chain)
{
    for (; chain >= 0; chain = f->al->moves[chain].next) {
        const struct move *m = &f->al->moves[chain];
        unsigned dst = (unsigned)m->dst, src = (unsigned)m->src;
        switch (m->kind) {
        case MOVE_REG:
            if ((dst < HREG_VEC) != (src < HREG_VEC))
                refuse(f, "a move to another kind of register", dst);
            set(f, dst, f->at[src]);
            break;
        case MOVE_LOAD: set(f, dst, f->at[slot_location(f, m->slot)]); break;
        case MOVE_STORE: set(f, slot_location(f, m->slot), f->at[src]); break;
        case MOVE_IMM: set(f, dst, (struct content){NUMBER, m->imm}); break;
        case MOVE_ADDRESS:
            set(f, dst, (struct content){ADDRESS, m->imm});
            break;
        case MOVE_VCONST: set(f, dst, (struct content){VCONST, m->imm}); break;
        }
    }
}

/* The type of what an instruction defines, from its op's signature. */
static unsigned result_type(const struct ir_insn *i)
{
    switch (ir_op_infos[i->op].sig[0]) {
    case 'T': return i->type;
    case 'F': return IR_FLAGS;
    case 'i': return IR_I32;
    case 'l': return IR_I64;
    case 'v': return IR_V128;
    default: return IR_VOID;
    }
}

static bool is_vector(const struct follower *f, ir_ref v)
{
    unsigned type = result_type(&f->r->insns[v]);
    return type >= IR_F16 && type <= IR_V128;
}

/* Does a constant operand stand for v, at this width? */
static bool is_constant(const struct follower *f, const struct operand *o,
                        ir_ref v, bool wide)
{
    const struct ir_insn *i = &f->r->insns[v];
    switch (o->kind) {
    case O_IMM:
        return i->op == IR_CONST && !ir_moves(i) &&
               (wide ? o->imm == i->imm : (uint32_t)o->imm == (uint32_t)i->imm);
    case O_WIDE: return i->op == IR_CONST && o->ref == v;
    case O_POOL: return i->op == IR_VCONST && o->ref == (uint64_t)i->imm;
    default: return false;
    }
}

static unsigned operand_register(const struct follower *f,
                                 const struct operand *o, ir_ref v)
{
    return (unsigned)o->reg + (is_vector(f, v) ? HREG_VEC : 0);
}

static void expect_operand(struct follower *f, const char *whose,
                           const struct operand *o, ir_ref v, bool wide)
{
    struct content want = content_of(f, v);
    if (o->kind == O_REG) {
        expect(f, whose, operand_register(f, o, v), want);
    } else if (o->kind == O_MEM) {
        expect(f, whose, slot_location(f, o->slot), want);
    } else if (!is_constant(f, o, v, wide) && fail(f)) {
        print_fmt(&out, "%s, ", whose);
        print_content(f, want);
        print_fmt(&out, ", is not the constant 0x%x", o->ref);
    }
}

/* What operands of a class may be: a bit for each enum operand_kind. */
static unsigned kinds_of(unsigned cls)
{
    static const uint8_t kinds[C_FIXED] = {
        [C_GPR] = 1 << O_REG,
        [C_GPR_IMM] = 1 << O_REG | 1 << O_IMM,
        [C_GPR_RM] = 1 << O_REG | 1 << O_MEM,
        [C_GPR_RMI] = 1 << O_REG | 1 << O_MEM | 1 << O_IMM,
        [C_VEC] = 1 << O_REG,
        [C_VEC_RM] = 1 << O_REG | 1 << O_MEM | 1 << O_POOL,
        [C_IMM] = 1 << O_IMM | 1 << O_WIDE,
    };
    return cls >= C_FIXED ? 1 << O_REG : kinds[cls];
}

static bool class_is_vector(unsigned cls)
{
    return cls == C_VEC || cls == C_VEC_RM;
}

/* An operand that an emitter looks at, by the class that its rule gives it. */
static void check_operand(struct follower *f, const char *whose, unsigned cls,
                          const struct operand *o, ir_ref v, bool wide)
{
    if (!(kinds_of(cls) >> o->kind & 1) ||
        class_is_vector(cls) != is_vector(f, v))
        refuse(f, "an operand of a kind that the rule has not", AT_NOWHERE);
    if (cls >= C_FIXED && o->reg != (int)cls - C_FIXED)
        refuse(f, "an operand that has a register of its own",
               (unsigned)o->reg);
    expect_operand(f, whose, o, v, wide);
}

/* Operand n of i is of 64 bits; a narrower one's upper half is not looked at.
 */
static bool operand_wide(const struct ir_insn *i, unsigned n)
{
    switch (ir_op_infos[i->op].sig[2 + n]) {
    case 'T': return i->type != IR_I32;
    case 'i': return false;
    case 'L': return i->lane == LANE_64;
    default: return true;
    }
}

/* One instruction's operands, and what of its rule is about registers. */
struct users {
    struct operand o[3];
    ir_ref v[3];
    uint8_t cls[3];
    uint64_t lost;   /* registers that it destroys, the result's aside */
    uint64_t result; /* the result's */
};

static uint64_t scratch_of(struct follower *f, const struct place *p)
{
    unsigned effect = p->rule->effect;
    unsigned gprs = effect & E_GPR2 ? 2 : effect & E_GPR1 ? 1 : 0;
    unsigned vecs = effect & E_VEC3   ? 3
                    : effect & E_VEC2 ? 2
                    : effect & E_VEC1 ? 1
                                      : 0;
    uint64_t mask = 0;
    for (unsigned n = 0; n < gprs + vecs; n++) {
        unsigned h = n < gprs ? (unsigned)p->scratch[n]
                              : HREG_VEC + (unsigned)p->vscratch[n - gprs];
        if (h >= HREG_COUNT || !(f->pins->temps >> h & 1) || mask >> h & 1)
            refuse(f, "no register to destroy", h);
        mask |= 1ull << (h % HREG_COUNT);
    }
    return mask;
}

static uint64_t clobbers(const struct op_rule *rule)
{
    return (rule->effect & (E_RAX | E_DST_RAX) ? 1ull << RAX : 0) |
           (rule->effect & E_RCX ? 1ull << RCX : 0) |
           (rule->effect & (E_RDX | E_DST_RDX) ? 1ull << RDX : 0);
}

static struct users users_of(struct follower *f, const struct ir_insn *i,
                             const struct place *p)
{
    const struct op_rule *rule = p->rule;
    struct users u = {
        .o = {p->a, p->b, p->c},
        .v = {i->a, i->b, i->c},
        .cls = {rule->a, rule->b, rule->c},
    };
    uint64_t scratch = scratch_of(f, p), fixed = clobbers(rule);
    if (rule->dst == C_GPR || rule->dst == C_VEC) {
        unsigned h = (unsigned)p->dst + (rule->dst == C_VEC ? HREG_VEC : 0);
        if (p->dst < 0 || h >= HREG_COUNT)
            refuse(f, "no register for the result", h);
        u.result = 1ull << (h % HREG_COUNT);
    }
    if (scratch & (fixed | u.result))
        refuse(f, "a scratch register that is in use", AT_NOWHERE);
    if (rule->effect & E_DST_RAX && u.result != 1ull << RAX)
        refuse(f, "the result is made elsewhere", RAX);
    if (rule->effect & E_DST_RDX && u.result != 1ull << RDX)
        refuse(f, "the result is made elsewhere", RDX);
    u.lost = scratch | fixed;
    if (rule->effect & (E_DST_RAX | E_DST_RDX))
        u.lost &= ~u.result;
    else if (u.result & fixed)
        refuse(f, "the result is in a register that is destroyed", AT_NOWHERE);
    return u;
}

/* The registers that an operand must have; they are read before all else. */
static uint64_t fixed_operands(const struct users *u)
{
    uint64_t mask = 0;
    for (unsigned n = 0; n < 3; n++)
        if (u->cls[n] >= C_FIXED)
            mask |= 1ull << (u->cls[n] - C_FIXED);
    return mask;
}

static void check_operands(struct follower *f, const struct ir_insn *i,
                           const struct op_rule *rule, const struct users *u)
{
    static const char *const names[3] = {"operand a", "operand b", "operand c"};
    bool early = rule->effect & (E_EARLY | E_DST_RAX | E_DST_RDX);
    uint64_t kept = fixed_operands(u);
    uint64_t taken = (u->lost | (early ? u->result : 0)) & ~kept;
    for (unsigned n = 0; n < 3; n++) {
        if (!u->v[n] || u->cls[n] == C_NONE || u->cls[n] == C_FLAGS)
            continue;
        check_operand(f, names[n], u->cls[n], &u->o[n], u->v[n],
                      operand_wide(i, n));
        if (u->o[n].kind != O_REG)
            continue;
        unsigned h = operand_register(f, &u->o[n], u->v[n]);
        if (taken >> h & 1)
            refuse(f, "an operand that is destroyed before it is used", h);
    }
}

/* ADC and SBC want C in CF, which UCOMISD does not give. */
static bool wants_carry(const struct ir_insn *i)
{
    return i->op == IR_ADC || i->op == IR_SBC || i->op == IR_ADCF ||
           i->op == IR_SBCF;
}

/* Brings the flags operand to EFLAGS, and sees that it is there. */
static void follow_flags_source(struct follower *f, const struct ir_insn *i,
                                const struct place *p)
{
    ir_ref v = ir_flags_operand(i);
    const struct ir_insn *producer = &f->r->insns[v];
    if (!v)
        return;
    if (p->flags.source == FLAGS_REDO) {
        const struct redo *redo = &f->al->redos[p->redo];
        bool wide = producer->type != IR_I32;
        follow_moves(f, redo->before);
        check_operand(f, "the compare's a", C_GPR, &redo->a, producer->a, wide);
        check_operand(f, "the compare's b",
                      producer->op == IR_ADDF ? C_GPR_IMM : C_GPR_RMI, &redo->b,
                      producer->b, wide);
        set(f, AT_EFLAGS, content_of(f, v));
        f->form = flags_form_of(producer);
    } else if (p->flags.source == FLAGS_RELOAD) {
        if (producer->op != IR_CONSTF)
            expect(f, "the saved flags", slot_location(f, p->flags_slot),
                   content_of(f, v));
        lose(f, 1ull << RAX);
        set(f, AT_EFLAGS, content_of(f, v));
        f->form = FORM_SUB;
    }
    expect(f, "the flags operand", AT_EFLAGS, content_of(f, v));
    if (f->form != p->flags.form || (f->form == FORM_FCMP && wants_carry(i)))
        refuse(f, "flags of another form", AT_EFLAGS);
}

/* flags_jump() leaves CF inverted for the conditions that look at ZF too. */
static void follow_test(struct follower *f, const struct ir_insn *i)
{
    if ((i->op == IR_EXITC || i->op == IR_SETC || i->op == IR_SELECT) &&
        flags_test(f->form, (enum ir_cond)i->aux).invert_carry)
        f->form = FORM_SUB;
}

/* An operand of pending flags must also survive until the access faults. */
static void check_recipe_operand(struct follower *f, const struct ir_insn *i,
                                 const struct operand *o, ir_ref v, bool wide,
                                 uint64_t lost)
{
    expect_operand(f, "pending flags' operand", o, v, wide);
    if (o->kind == O_REG && ir_op_infos[i->op].attr & IRA_FAULTS &&
        lost >> o->reg & 1)
        refuse(f, "pending flags' operand is destroyed", (unsigned)o->reg);
}

static void check_pending(struct follower *f, const struct ir_insn *i,
                          uint64_t lost)
{
    const struct ir_snapshot *s = &f->r->snaps[i->snap - 1];
    const struct flags_recipe *recipe = &f->al->recipes[i->snap - 1];
    ir_ref v = s->count ? f->r->pending[s->first].value : 0;
    const struct ir_insn *producer = &f->r->insns[v];
    if (recipe->op == IR_NOP || !v) {
        if ((recipe->op == IR_NOP) != !v)
            refuse(f, "pending flags and none", AT_EFLAGS);
    } else if (recipe->live) {
        expect(f, "pending flags", AT_EFLAGS, content_of(f, v));
        if (f->form != recipe->form)
            refuse(f, "pending flags of another form", AT_EFLAGS);
    } else if (recipe->op == IR_GET) {
        expect(f, "pending flags", slot_location(f, recipe->slot),
               content_of(f, v));
    } else if (recipe->op != producer->op || recipe->type != producer->type) {
        refuse(f, "pending flags of another op", AT_EFLAGS);
    } else if (recipe->op == IR_CONSTF) {
        if (recipe->imm != (uint64_t)producer->imm)
            refuse(f, "other pending flags", AT_EFLAGS);
    } else {
        bool wide = producer->type != IR_I32;
        check_recipe_operand(f, i, &recipe->a, producer->a, wide, lost);
        check_recipe_operand(f, i, &recipe->b, producer->b, wide, lost);
    }
}

/* Something may look: all guest registers are in their places. */
static void check_canonical(struct follower *f)
{
    for (unsigned g = 0; g < f->r->isa->reg_count; g++) {
        hreg pin = f->pins->host[g];
        expect(f, f->r->isa->regs[g].name,
               pin != HREG_NONE ? (unsigned)pin : AT_SLOTS + g, f->current[g]);
    }
}

static void follow_save(struct follower *f, const struct place *p)
{
    ir_ref v = p->flags.sets ? p->flags.fused_ref : (ir_ref)f->ref;
    if (!p->flags.save)
        return;
    expect(f, "the flags to save", AT_EFLAGS, content_of(f, v));
    lose(f, 1ull << RAX);
    set(f, slot_location(f, p->save_slot), content_of(f, v));
}

/* Is y what x is, to an op of the type? */
static bool same_operand(const struct follower *f, ir_ref x, ir_ref y,
                         unsigned type)
{
    struct content a = content_of(f, x), b = content_of(f, y);
    if (a.kind != NUMBER || b.kind != NUMBER)
        return same(a, b);
    return type == IR_I32 ? (uint32_t)a.what == (uint32_t)b.what
                          : a.what == b.what;
}

/* The flags op that i does on the side is one that leaves i's flags. */
static void check_fused(struct follower *f, const struct ir_insn *i, ir_ref v)
{
    static const uint8_t results[IR_OP_COUNT] = {
        [IR_ADDF] = IR_ADD, [IR_SUBF] = IR_SUB, [IR_ANDF] = IR_AND,
        [IR_ADCF] = IR_ADC, [IR_SBCF] = IR_SBC,
    };
    const struct ir_insn *flags = &f->r->insns[v];
    if (results[flags->op] != i->op || flags->type != i->type ||
        flags->a != i->a || flags->c != i->c ||
        !same_operand(f, flags->b, i->b, i->type))
        refuse(f, "flags of another operation", AT_EFLAGS);
}

static void follow_effects(struct follower *f, const struct ir_insn *i,
                           const struct place *p, const struct users *u)
{
    unsigned effect = p->rule->effect;
    lose(f, u->lost);
    if ((effect & E_FLAGS) || ((effect & E_FLAGS_SOFT) && !p->flags.live))
        set(f, AT_EFLAGS, (struct content){NOTHING, 0});
    ir_ref flags = p->flags.sets                ? p->flags.fused_ref
                   : result_type(i) == IR_FLAGS ? (ir_ref)f->ref
                                                : 0;
    if (p->flags.sets)
        check_fused(f, i, flags);
    if (flags) {
        set(f, AT_EFLAGS, content_of(f, flags));
        f->form = flags_form_of(&f->r->insns[flags]);
    }
    if (u->result)
        set(f, (unsigned)__builtin_ctzll(u->result),
            content_of(f, (ir_ref)f->ref));
    follow_save(f, p);
}

static void follow_op(struct follower *f, const struct ir_insn *i,
                      const struct place *p)
{
    struct users u = users_of(f, i, p);
    follow_flags_source(f, i, p);
    follow_moves(f, p->before);
    check_operands(f, i, p->rule, &u);
    follow_test(f, i);
    if (i->snap) {
        check_canonical(f);
        check_pending(f, i, u.lost & ~fixed_operands(&u));
    }
    follow_effects(f, i, p, &u);
    follow_moves(f, p->after);
}

/* A copy of a constant may have its constant stored instead. */
static void check_put_operand(struct follower *f, const struct ir_insn *i,
                              const struct place *p)
{
    const struct ir_insn *copy = &f->r->insns[i->a];
    bool constant = p->a.kind == O_IMM && copy->op == IR_COPY;
    expect_operand(f, "what is written", &p->a, constant ? copy->a : i->a,
                   true);
}

static void follow_put(struct follower *f, const struct ir_insn *i,
                       const struct place *p)
{
    struct content value = content_of(f, i->a);
    hreg pin = f->pins->host[i->imm];
    unsigned at =
        pin != HREG_NONE ? (unsigned)pin : AT_SLOTS + (unsigned)i->imm;
    f->current[i->imm] = value;
    if (p->skip) {
        expect(f, "what is there already", at, value);
        return;
    }
    follow_moves(f, p->before);
    check_put_operand(f, i, p);
    set(f, at, value);
    follow_moves(f, p->after);
}

static void follow_insn(struct follower *f)
{
    const struct ir_insn *i = &f->r->insns[f->ref];
    const struct place *p = &f->al->places[f->ref];
    if (i->op == IR_PUT) {
        follow_put(f, i, p);
    } else if (i->op == IR_GET && !p->skip) {
        follow_moves(f, p->before);
        follow_moves(f, p->after);
    } else if (!p->skip) {
        follow_op(f, i, p);
    }
}

bool alloc_make(struct backend *be, const struct region *region,
                const struct pins *pins)
{
    struct emit *e = &be->emit;
    e->region = region;
    e->features = be->features;
    be->state.pins = pins;
    alloc_region(&be->allocation, e, pins);
    return !be->allocation.failed;
}

const char *alloc_check(const struct backend *be, const struct region *region)
{
    static struct follower f;
    memset(&f, 0, sizeof(f));
    f.e = &be->emit;
    f.r = region;
    f.al = &be->allocation;
    f.pins = be->state.pins;
    f.ours = f.pins->temps;
    for (unsigned g = 0; g < region->isa->reg_count; g++) {
        hreg pin = f.pins->host[g];
        f.current[g] = (struct content){ENTRY, g};
        f.at[pin != HREG_NONE ? (unsigned)pin : AT_SLOTS + g] = f.current[g];
        if (pin != HREG_NONE)
            f.ours |= 1ull << pin;
    }
    for (unsigned n = 0; n < f.al->order_count && !f.failed; n++) {
        f.ref = f.al->order[n];
        follow_insn(&f);
    }
    if (f.failed)
        out.buf[out.used] = 0;
    return f.failed ? error : NULL;
}
