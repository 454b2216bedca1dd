// SPDX-License-Identifier: MIT
/* Register allocation: the backward walk.  alloc.h says how it thinks. */
#include "jit/x86_64/alloc.h"

#include "jit/x86_64/flags.h"

#include <string.h>

#define GPR_MASK 0xffffull
#define VEC_MASK (0xffffffffull << HREG_VEC)

struct walk {
    struct allocation *al;
    struct emit *e;
    const struct pins *pins;
    const struct region *r;
    ir_ref occupant[HREG_COUNT]; /* of temporaries */
    struct value *values;        /* the allocation's */
    ir_ref current[IR_MAX_REGS]; /* each guest register's value now */
    uint64_t free;               /* temporaries without occupant */
    uint64_t busy; /* registers that the instruction at hand uses */
};

static bool is_vector(const struct walk *w, ir_ref v)
{
    const struct ir_insn *i = &w->r->insns[v];
    return i->type >= IR_F16 && i->type <= IR_V128 &&
           i->op != IR_STOREX; /* its type is what it stores */
}

static const struct ir_insn *insn(const struct walk *w, ir_ref v)
{
    return &w->r->insns[v];
}

static bool is_constant(const struct ir_insn *i)
{
    return i->op == IR_CONST || i->op == IR_VCONST || i->op == IR_CONSTF;
}

/* A register's new value: what it was before, for the walk back. */
static void survey_put(struct walk *w, ir_ref ref, const struct ir_insn *i)
{
    w->values[i->a].home = (int16_t)i->imm;
    w->values[i->a].put_at = ref;
    w->values[ref].prev = w->current[i->imm];
    w->current[i->imm] = i->a;
}

static void survey_get(struct walk *w, ir_ref ref, const struct ir_insn *i)
{
    w->values[ref].home = (int16_t)i->imm;
    w->current[i->imm] = ref;
}

/* The forward half. */
static void survey(struct walk *w)
{
    static const struct value fresh = {
        .loc = HREG_NONE, .home = -1, .hoisted = -1};
    struct flags_plan plan = {.al = w->al, .region = w->r, .emit = w->e};
    ir_ref *order = w->al->order;
    uint16_t snaps = 0;
    w->values[0] = fresh;
    for (unsigned ref = 1; ref < w->r->insn_count; ref++) {
        const struct ir_insn *i = insn(w, (ir_ref)ref);
        if (i->op == IR_NOP)
            continue;
        snaps += i->snap != 0;
        w->values[ref] = fresh;
        w->values[ref].snaps = snaps;
        if (is_constant(i))
            continue;
        *order++ = (ir_ref)ref;
        struct place *p = &w->al->places[ref];
        p->skip = false;
        p->before = p->after = -1;
        p->flags = (struct flags_place){0};
        if (i->op == IR_PUT) {
            survey_put(w, (ir_ref)ref, i);
        } else if (i->op == IR_GET) {
            survey_get(w, (ir_ref)ref, i);
        } else {
            p->rule = op_rule(w->e, i);
            flags_plan_insn(&plan, (ir_ref)ref);
        }
    }
    w->al->order_count = (unsigned)(order - w->al->order);
}

static int16_t add_move(struct walk *w, struct move m)
{
    if (w->al->move_count == MAX_MOVES) {
        w->al->failed = true;
        return -1;
    }
    m.next = -1;
    w->al->moves[w->al->move_count] = m;
    return (int16_t)w->al->move_count++;
}

static void append(struct walk *w, int16_t *chain, struct move m)
{
    int16_t n = add_move(w, m);
    while (*chain >= 0)
        chain = &w->al->moves[*chain].next;
    *chain = n;
}

static void append_chain(struct walk *w, int16_t *chain, int16_t first)
{
    while (*chain >= 0)
        chain = &w->al->moves[*chain].next;
    *chain = first;
}

/* Puts the chain `first` in front of `chain`. */
static void prepend(struct walk *w, int16_t *chain, int16_t first)
{
    int16_t rest = *chain;
    *chain = first;
    while (*chain >= 0)
        chain = &w->al->moves[*chain].next;
    *chain = rest;
}

static void move_reg(struct walk *w, int16_t *chain, hreg dst, hreg src)
{
    append(w, chain, (struct move){.kind = MOVE_REG, .dst = dst, .src = src});
}

/* The host register that holds v as its guest register's current value. */
static hreg pin_of(const struct walk *w, ir_ref v)
{
    int g = w->values[v].home;
    return g >= 0 && w->current[g] == v ? w->pins->host[g] : HREG_NONE;
}

/* True if v stands in its guest register's slot in struct cpu. */
static bool in_slot(const struct walk *w, ir_ref v)
{
    int g = w->values[v].home;
    return g >= 0 && w->current[g] == v && w->pins->host[g] == HREG_NONE;
}

static int32_t spill_slot(struct walk *w, ir_ref v)
{
    if (!w->values[v].spill) {
        if (w->al->spill_count == CPU_SPILL_SLOTS) {
            w->al->failed = true;
            return 0;
        }
        w->values[v].spill = (int8_t)++w->al->spill_count;
    }
    return cpu_slot(w->e,
                    offsetof(struct cpu, spill) +
                        (size_t)(w->values[v].spill - 1) * sizeof(vec128));
}

static int32_t memory_of(struct walk *w, ir_ref v)
{
    return in_slot(w, v) ? w->pins->slot[w->values[v].home] : spill_slot(w, v);
}

static void occupy(struct walk *w, hreg h, ir_ref v)
{
    w->occupant[h] = v;
    w->values[v].loc = h;
    w->free &= ~(1ull << h);
}

static void vacate(struct walk *w, hreg h)
{
    w->values[w->occupant[h]].loc = HREG_NONE;
    w->occupant[h] = 0;
    w->free |= w->pins->temps & 1ull << h;
}

/* Frees h: from here back its value is in memory; reloaded at `chain`. */
static void evict(struct walk *w, hreg h, int16_t *chain)
{
    ir_ref v = w->occupant[h];
    append(w, chain,
           (struct move){.kind = MOVE_LOAD, .dst = h, .slot = memory_of(w, v)});
    vacate(w, h);
}

static void evict_if_used(struct walk *w, hreg h, int16_t *chain)
{
    if (w->occupant[h])
        evict(w, h, chain);
}

/* The occupied, not busy temporary whose value is needed last. */
static hreg victim(const struct walk *w, uint64_t mask)
{
    hreg best = HREG_NONE;
    unsigned latest = 0;
    mask &= w->pins->temps & ~w->busy;
    for (hreg h = 0; h < HREG_COUNT; h++) {
        if (!(mask >> h & 1) || !w->occupant[h])
            continue;
        if (best == HREG_NONE || w->values[w->occupant[h]].next > latest) {
            best = h;
            latest = w->values[w->occupant[h]].next;
        }
    }
    return best;
}

/* A temporary of the class that nothing holds at the instruction at hand. */
static hreg take(struct walk *w, uint64_t mask, int16_t *chain)
{
    uint64_t choice = w->free & mask & ~w->busy;
    hreg h;
    if (choice) { /* leave rax, rcx, rdx to those that need just them */
        h = (hreg)(63 - __builtin_clzll(choice));
    } else {
        h = victim(w, mask);
        if (h == HREG_NONE) {
            w->al->failed = true;
            h = (hreg)__builtin_ctzll(mask & w->pins->temps);
            return h;
        }
        evict(w, h, chain);
    }
    w->busy |= 1ull << h;
    return h;
}

/* Snapshots in front of ref. */
static uint16_t snaps_before(const struct walk *w, unsigned ref)
{
    return (uint16_t)(w->values[ref].snaps - (insn(w, (ir_ref)ref)->snap != 0));
}

/*
 * May v, defined before `until`, be computed in the pin of the guest register
 * whose value was prev?  Nothing may look at that value from v on.
 */
static bool can_hoist(const struct walk *w, ir_ref v, ir_ref prev,
                      unsigned until)
{
    const struct ir_insn *i = insn(w, v);
    return i->op != IR_GET && w->values[v].hoisted < 0 && prev < v &&
           (!prev || w->r->uses[prev].last <= v) &&
           snaps_before(w, until) == w->values[v].snaps;
}

/* From here back, guest register g has the value it had before. */
static void take_over(struct walk *w, int g, ir_ref prev, int16_t *before)
{
    hreg pin = w->pins->host[g];
    w->current[g] = prev;
    if (pin == HREG_NONE || !prev || w->values[prev].loc == HREG_NONE)
        return;
    hreg h = w->values[prev].loc;
    move_reg(w, before, h, pin);
    w->busy |= 1ull << h; /* until this instruction is done */
    vacate(w, h);
}

/* Is it what x86 makes of 32 bits, for an op of this type? */
static bool fits_imm32(const struct ir_insn *c, unsigned type)
{
    return !ir_moves(c) &&
           ((c->type == IR_I32 && type == IR_I32) || c->imm == (int32_t)c->imm);
}

/* A constant that needs no register, of an op of this type. */
static struct operand constant(const struct walk *w, ir_ref v, unsigned type)
{
    const struct ir_insn *c = insn(w, v);
    if (fits_imm32(c, type))
        return operand_make(O_IMM, 0, (uint32_t)c->imm);
    return operand_make(O_WIDE, 0, v);
}

/* Where a value is for the sake of a cold path. */
static struct operand cold_operand(struct walk *w, ir_ref v, unsigned type)
{
    hreg pin = pin_of(w, v);
    if (insn(w, v)->op == IR_CONST)
        return constant(w, v, type);
    if (pin != HREG_NONE)
        return operand_make(O_REG, pin, 0);
    if (w->values[v].loc != HREG_NONE)
        return operand_make(O_REG, w->values[v].loc, 0);
    return operand_make(O_MEM, 0, (uint32_t)memory_of(w, v));
}

static void place_recipe(struct walk *w, const struct ir_insn *i)
{
    const struct ir_snapshot *s = &w->r->snaps[i->snap - 1];
    struct flags_recipe *recipe = &w->al->recipes[i->snap - 1];
    if (!s->count || recipe->live)
        return;
    ir_ref f = w->r->pending[s->first].value;
    const struct ir_insn *producer = insn(w, f);
    if (producer->op == IR_CONSTF) {
        recipe->imm = (unsigned)producer->imm;
    } else if (producer->op == IR_ADDF || producer->op == IR_SUBF ||
               producer->op == IR_ANDF) {
        recipe->a = cold_operand(w, producer->a, producer->type);
        recipe->b = cold_operand(w, producer->b, producer->type);
    } else {
        recipe->op = IR_GET;
        recipe->slot = spill_slot(w, f);
    }
}

/* The register that an operand of this class must have, or HREG_NONE. */
static hreg fixed_register(unsigned cls)
{
    return cls >= C_FIXED ? (hreg)(cls - C_FIXED) : HREG_NONE;
}

static struct operand as_reg(hreg h)
{
    return operand_make(O_REG, h >= HREG_VEC ? h - HREG_VEC : h, 0);
}

/* Constants that stay constants, or a register made just before. */
static struct operand place_constant(struct walk *w, unsigned cls, ir_ref v,
                                     unsigned type, struct place *p)
{
    const struct ir_insn *i = insn(w, v);
    bool imm = cls == C_GPR_IMM || cls == C_GPR_RMI;
    if (i->op == IR_CONST && (cls == C_IMM || (imm && fits_imm32(i, type))))
        return constant(w, v, type);
    if (i->op == IR_VCONST && cls == C_VEC_RM)
        return operand_make(O_POOL, 0, (uint32_t)i->imm);
    hreg h = fixed_register(cls);
    if (h == HREG_NONE)
        h = take(w, i->op == IR_VCONST ? VEC_MASK : GPR_MASK, &p->after);
    append(w, &p->before,
           (struct move){.kind = i->op == IR_VCONST ? MOVE_VCONST
                                 : ir_moves(i)      ? MOVE_ADDRESS
                                                    : MOVE_IMM,
                         .dst = h,
                         .imm = (uint64_t)i->imm});
    return as_reg(h);
}

static bool may_be_memory(const struct walk *w, unsigned cls, ir_ref v)
{
    if (cls != C_GPR_RM && cls != C_GPR_RMI && cls != C_VEC_RM)
        return false;
    if (w->values[v].spill && !in_slot(w, v))
        return true;
    return in_slot(w, v) && insn(w, v)->op == IR_GET &&
           w->r->uses[v].count == 1;
}

struct wish {
    const struct ir_insn *of; /* whose operand it is */
    hreg dst;                 /* the result's register, HREG_NONE if none */
    bool tied;                /* the operand would like it */
    bool early;               /* the operand must not have it */
    uint16_t ref;             /* where: the instruction */
};

static void note_operand_register(struct walk *w, ir_ref v)
{
    hreg h = w->values[v].loc;
    if (h != HREG_NONE)
        w->busy |= 1ull << h;
}

/* Operands that have a register keep it while others look for one. */
static void note_operands(struct walk *w, const struct ir_insn *i)
{
    note_operand_register(w, i->a);
    note_operand_register(w, i->b);
    note_operand_register(w, i->c);
}

/* Can operand v have the result's register as its own from here back? */
static bool can_share(struct walk *w, const struct wish *wish, ir_ref v)
{
    hreg d = wish->dst;
    return wish->tied && !wish->early && d != HREG_NONE &&
           (d >= HREG_VEC) == is_vector(w, v) && (w->pins->temps >> d & 1) &&
           !w->occupant[d] && !(w->busy >> d & 1); /* a constant is in it */
}

/*
 * The result goes to a pin.  If operand a dies here and its register would be
 * the result's, it may be computed in that pin too; then the pin is taken over
 * where a is defined.
 */
static bool extend_hoist(struct walk *w, const struct op_rule *rule,
                         unsigned ref)
{
    const struct ir_insn *i = insn(w, (ir_ref)ref);
    ir_ref v = i->a, put = w->values[ref].put_at, prev = w->values[put].prev;
    if (!(rule->effect & E_TIED) || (rule->effect & E_EARLY) || !v ||
        w->values[v].home >= 0 || w->values[v].loc != HREG_NONE ||
        w->r->uses[v].last != ref || i->b == v || i->c == v || i->b == prev ||
        i->c == prev || is_vector(w, v) != is_vector(w, (ir_ref)ref) ||
        insn(w, v)->op == IR_CONST || insn(w, v)->op == IR_VCONST ||
        !can_hoist(w, v, prev, ref))
        return false;
    w->values[v].hoisted = w->values[ref].hoisted;
    w->values[v].put_at = put;
    w->values[v].loc = w->pins->host[w->values[ref].hoisted];
    return true;
}

static struct operand place_value(struct walk *w, unsigned cls, ir_ref v,
                                  const struct wish *wish, struct place *p)
{
    uint64_t mask = is_vector(w, v) ? VEC_MASK : GPR_MASK;
    hreg fixed = fixed_register(cls);
    hreg h = pin_of(w, v);
    if (h == HREG_NONE)
        h = w->values[v].loc;
    if (h == HREG_NONE && fixed == HREG_NONE && may_be_memory(w, cls, v))
        return operand_make(O_MEM, 0, (uint32_t)memory_of(w, v));
    if (h == HREG_NONE) {
        if (fixed != HREG_NONE && !w->occupant[fixed])
            h = fixed;
        else if (can_share(w, wish, v))
            h = wish->dst;
        else
            h = take(w, mask, &p->after);
        occupy(w, h, v);
    }
    w->busy |= 1ull << h;
    if (fixed != HREG_NONE && h != fixed) {
        move_reg(w, &p->before, fixed, h);
        h = fixed;
    } else if (wish->early && h == wish->dst) {
        hreg copy = take(w, mask, &p->after);
        move_reg(w, &p->before, copy, h);
        h = copy;
    }
    return as_reg(h);
}

static struct operand place_some(struct walk *w, unsigned cls, ir_ref v,
                                 const struct wish *wish, struct place *p)
{
    const struct ir_insn *i = insn(w, v);
    note_operands(w, wish->of);
    if (i->op == IR_CONST || i->op == IR_VCONST)
        return place_constant(w, cls, v, wish->of->type, p);
    return place_value(w, cls, v, wish, p);
}

/* Most operands are none, and most others in a register already. */
static inline struct operand place_operand(struct walk *w, unsigned cls,
                                           ir_ref v, const struct wish *wish,
                                           struct place *p)
{
    if (!v || cls == C_NONE || cls == C_FLAGS)
        return operand_make(O_NONE, 0, 0);
    struct value *value = &w->values[v];
    value->next = wish->ref;
    hreg h = pin_of(w, v);
    if (h == HREG_NONE)
        h = value->loc;
    if (h == HREG_NONE || cls >= C_FIXED || (wish->early && h == wish->dst))
        return place_some(w, cls, v, wish, p);
    w->busy |= 1ull << h;
    return as_reg(h);
}

static uint64_t fixed_mask(unsigned cls)
{
    return cls >= C_FIXED ? 1ull << (cls - C_FIXED) : 0;
}

/* The registers that the instruction destroys or that operands must be in. */
static uint64_t clobbers(const struct op_rule *rule, const struct place *p)
{
    uint64_t mask = 0;
    if (p->flags.save)
        mask |= 1ull << RAX;
    if ((rule->a | rule->b | rule->c) & C_FIXED)
        mask |= fixed_mask(rule->a) | fixed_mask(rule->b) | fixed_mask(rule->c);
    if (!(rule->effect & E_CLOBBERS))
        return mask;
    if (rule->effect & (E_RAX | E_DST_RAX))
        mask |= 1ull << RAX;
    if (rule->effect & E_RCX)
        mask |= 1ull << RCX;
    if (rule->effect & (E_RDX | E_DST_RDX))
        mask |= 1ull << RDX;
    return mask;
}

/* Does the region's result register suit the rule, or is a move needed? */
static hreg place_result(struct walk *w, const struct op_rule *rule,
                         unsigned ref, struct place *p, uint64_t clobbered)
{
    uint64_t mask = rule->dst == C_VEC ? VEC_MASK : GPR_MASK;
    hreg want = w->values[ref].loc, d = want;
    hreg fixed = rule->effect & E_DST_RAX   ? RAX
                 : rule->effect & E_DST_RDX ? RDX
                                            : HREG_NONE;
    int16_t evicted = -1;
    if (want != HREG_NONE && (w->pins->temps >> want & 1))
        vacate(w, want);
    if (fixed != HREG_NONE)
        d = fixed;
    else if (want == HREG_NONE || (clobbered >> want & 1)) {
        w->busy |= clobbered;
        if (want != HREG_NONE)
            w->busy |= 1ull << want;
        d = take(w, mask, &evicted);
    }
    if (want != HREG_NONE && want != d)
        move_reg(w, &p->after, want, d);
    if (w->values[ref].spill)
        append(w, &p->after,
               (struct move){.kind = MOVE_STORE,
                             .src = d,
                             .slot = spill_slot(w, (ir_ref)ref)});
    if (evicted >= 0)
        append_chain(w, &p->after, evicted);
    w->busy |= 1ull << d;
    return d;
}

static void place_scratch(struct walk *w, const struct op_rule *rule,
                          struct place *p)
{
    if (!(rule->effect & E_SCRATCH))
        return;
    unsigned gprs = rule->effect & E_GPR2 ? 2 : rule->effect & E_GPR1 ? 1 : 0;
    unsigned vecs = rule->effect & E_VEC3   ? 3
                    : rule->effect & E_VEC2 ? 2
                    : rule->effect & E_VEC1 ? 1
                                            : 0;
    for (unsigned n = 0; n < gprs; n++)
        p->scratch[n] = take(w, GPR_MASK, &p->after);
    for (unsigned n = 0; n < vecs; n++)
        p->vscratch[n] = (hreg)(take(w, VEC_MASK, &p->after) - HREG_VEC);
}

/* Evicts what lives across ref in registers that it destroys. */
static void clear_clobbered(struct walk *w, uint64_t mask, struct place *p)
{
    uint64_t lost = mask & w->pins->temps & ~w->free;
    for (; lost; lost &= lost - 1)
        evict(w, (hreg)__builtin_ctzll(lost), &p->after);
    w->busy |= mask;
}

/* The operands of a compare that is emitted again in front of ref. */
static void place_redo(struct walk *w, unsigned ref, struct place *p,
                       const struct ir_insn *producer)
{
    struct wish none = {.of = producer, .dst = HREG_NONE, .ref = (uint16_t)ref};
    struct place redo = {.before = -1, .after = -1};
    if (w->al->redo_count == MAX_REDOS) {
        w->al->failed = true;
        return;
    }
    p->redo = (int16_t)w->al->redo_count++;
    struct redo *r = &w->al->redos[p->redo];
    w->busy = 0;
    r->a = place_operand(w, C_GPR, producer->a, &none, &redo);
    r->b = place_operand(w, producer->op == IR_ADDF ? C_GPR_IMM : C_GPR_RMI,
                         producer->b, &none, &redo);
    r->before = redo.before;
    if (redo.after >= 0)
        prepend(w, &p->before, redo.after);
}

/* What brings the flags operand of ref back in front of it. */
static void place_flags(struct walk *w, unsigned ref, struct place *p)
{
    ir_ref f = ir_flags_operand(insn(w, (ir_ref)ref));
    const struct ir_insn *producer = insn(w, f);
    if (p->flags.source == FLAGS_RELOAD) {
        int16_t evicted = -1;
        evict_if_used(w, RAX, &evicted);
        if (evicted >= 0)
            prepend(w, &p->before, evicted);
        if (producer->op == IR_GET)
            p->flags_slot = w->pins->slot[producer->imm];
        else if (producer->op != IR_CONSTF)
            p->flags_slot = spill_slot(w, f);
    } else if (p->flags.source == FLAGS_REDO) {
        place_redo(w, ref, p, producer);
    }
}

/* A flags result that goes to its slot as well, here or fused. */
static void place_save(struct walk *w, unsigned ref, struct place *p)
{
    ir_ref f = p->flags.sets ? p->flags.fused_ref : (ir_ref)ref;
    if (!w->al->places[f].flags.save)
        return;
    p->flags.save = true;
    p->save_slot = spill_slot(w, f);
}

static void place_operands(struct walk *w, const struct op_rule *rule,
                           unsigned ref, struct place *p, hreg d)
{
    const struct ir_insn *i = insn(w, (ir_ref)ref);
    struct wish wish = {.of = i,
                        .dst = d,
                        .early = rule->effect & E_EARLY,
                        .ref = (uint16_t)ref};
    bool b_first = fixed_register(rule->b) != HREG_NONE;
    if (b_first) {
        wish.tied = rule->effect & E_TIED_B;
        p->b = place_operand(w, rule->b, i->b, &wish, p);
    }
    wish.tied = rule->effect & E_TIED;
    p->a = place_operand(w, rule->a, i->a, &wish, p);
    if (!b_first) {
        wish.tied = rule->effect & E_TIED_B;
        p->b = place_operand(w, rule->b, i->b, &wish, p);
    }
    wish.tied = false;
    p->c = place_operand(w, rule->c, i->c, &wish, p);
}

static void walk_op(struct walk *w, unsigned ref)
{
    const struct ir_insn *i = insn(w, (ir_ref)ref);
    struct place *p = &w->al->places[ref];
    const struct op_rule *rule = p->rule;
    place_save(w, ref, p);
    uint64_t clobbered = clobbers(rule, p);
    bool vec = rule->dst == C_VEC;
    hreg d = HREG_NONE;
    w->busy = 0;
    if (rule->dst == C_GPR || vec)
        d = place_result(w, rule, ref, p, clobbered);
    p->dst = d == HREG_NONE ? d : vec ? (hreg)(d - HREG_VEC) : d;
    clear_clobbered(w, clobbered, p);
    int g = w->values[ref].hoisted;
    if (g >= 0) {
        w->values[ref].loc = HREG_NONE;
        if (!extend_hoist(w, rule, ref))
            take_over(w, g, w->values[w->values[ref].put_at].prev, &p->before);
    }
    place_scratch(w, rule, p);
    if (!(rule->effect & E_EARLY) && d != HREG_NONE && !(clobbered >> d & 1))
        w->busy &= ~(1ull << d); /* operands may share it */
    place_operands(w, rule, ref, p, d);
    if (i->snap)
        place_recipe(w, i);
    place_flags(w, ref, p);
}

/* A constant that a PUT stores may go straight to its slot. */
static ir_ref through_copy(const struct walk *w, ir_ref v)
{
    const struct ir_insn *i = insn(w, v);
    if (i->op == IR_COPY && w->r->uses[v].count == 1 &&
        insn(w, i->a)->op == IR_CONST && insn(w, i->a)->imm >= 0 &&
        fits_imm32(insn(w, i->a), IR_I64) && insn(w, i->a)->imm <= INT32_MAX)
        return i->a;
    return v;
}

static void walk_put(struct walk *w, unsigned ref)
{
    const struct ir_insn *i = insn(w, (ir_ref)ref);
    struct place *p = &w->al->places[ref];
    int g = (int)i->imm;
    hreg pin = w->pins->host[g];
    ir_ref v = i->a;
    if (pin != HREG_NONE && can_hoist(w, v, w->values[ref].prev, ref)) {
        w->values[v].hoisted = (int16_t)g;
        w->values[v].loc = pin;
        p->skip = true;
        return;
    }
    struct wish wish = {.of = i, .dst = HREG_NONE, .ref = (uint16_t)ref};
    ir_ref prev = w->values[ref].prev;
    w->busy = 0;
    if (pin == HREG_NONE) {
        w->current[g] = 0; /* what v evicts is reloaded behind the store */
        v = through_copy(w, v);
    } else {
        take_over(w, g, prev, &p->before);
    }
    bool vec = is_vector(w, v);
    p->dst = pin != HREG_NONE && vec ? (hreg)(pin - HREG_VEC) : pin;
    p->a = place_operand(w,
                         vec                ? C_VEC
                         : pin == HREG_NONE ? C_GPR_IMM
                                            : C_GPR_RMI,
                         v, &wish, p);
    if (pin == HREG_NONE)
        take_over(w, g, prev, &p->before);
}

/* Loads a register's value at entry if something still needs it. */
static void walk_get(struct walk *w, unsigned ref)
{
    const struct ir_insn *i = insn(w, (ir_ref)ref);
    struct place *p = &w->al->places[ref];
    hreg h = w->values[ref].loc;
    int32_t slot = w->pins->slot[i->imm];
    p->skip = true;
    if (i->type == IR_FLAGS)
        return;
    if (h == HREG_NONE && !w->values[ref].spill)
        return;
    p->skip = false;
    w->busy = 0;
    hreg pin = w->pins->host[i->imm];
    hreg from = pin;
    if (pin == HREG_NONE) {
        from = h != HREG_NONE
                   ? h
                   : take(w, is_vector(w, (ir_ref)ref) ? VEC_MASK : GPR_MASK,
                          &p->after);
        append(w, &p->before,
               (struct move){.kind = MOVE_LOAD, .dst = from, .slot = slot});
    }
    if (w->values[ref].spill)
        append(w, &p->before,
               (struct move){.kind = MOVE_STORE,
                             .src = from,
                             .slot = spill_slot(w, (ir_ref)ref)});
    if (h != HREG_NONE) {
        if (pin != HREG_NONE)
            move_reg(w, &p->before, h, pin);
        vacate(w, h);
    }
}

/* A copy that its users found a way around: constants in stores. */
static bool unwanted_copy(const struct walk *w, unsigned ref)
{
    return w->values[ref].loc == HREG_NONE && !w->values[ref].spill;
}

static void walk_insn(struct walk *w, unsigned ref)
{
    struct place *p = &w->al->places[ref];
    switch (insn(w, (ir_ref)ref)->op) {
    case IR_PUT: walk_put(w, ref); return;
    case IR_GET: walk_get(w, ref); return;
    case IR_COPY: p->skip = unwanted_copy(w, ref); break;
    default: p->skip = p->flags.unwanted || p->flags.fused; break;
    }
    if (!p->skip)
        walk_op(w, ref);
}

void alloc_region(struct allocation *al, struct emit *e,
                  const struct pins *pins)
{
    struct walk walk; /* what matters is set here and by survey() */
    struct walk *w = &walk;
    w->al = al;
    w->e = e;
    w->pins = pins;
    w->r = e->region;
    w->free = pins->temps;
    memset(w->occupant, 0, sizeof(w->occupant));
    memset(w->current, 0, sizeof(w->current));
    al->move_count = al->spill_count = al->redo_count = 0;
    al->failed = false;
    w->values = al->values;
    survey(w);
    for (unsigned n = al->order_count; n-- > 0;)
        walk_insn(w, al->order[n]);
}

unsigned alloc_cost(const struct allocation *al, const struct region *r,
                    const struct pins *pins)
{
    unsigned cost = 2 * pins->lent_count;
    for (unsigned n = 0; n < al->move_count; n++)
        cost +=
            al->moves[n].kind == MOVE_LOAD || al->moves[n].kind == MOVE_STORE;
    for (unsigned n = 0; n < al->order_count; n++) {
        const struct ir_insn *i = &r->insns[al->order[n]];
        cost += i->op == IR_PUT && pins->host[i->imm] == HREG_NONE;
    }
    return cost;
}
