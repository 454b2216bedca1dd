// SPDX-License-Identifier: MIT
/* NZCV in EFLAGS: planning where flags values live, tests, saving. */
#include "jit/x86_64/flags.h"

enum flags_form flags_form_of(const struct ir_insn *producer)
{
    switch (producer->op) {
    case IR_ADDF:
    case IR_ADCF: return FORM_ADD;
    case IR_ANDF: return FORM_LOGIC;
    case IR_FCMPF: return FORM_FCMP;
    default: return FORM_SUB;
    }
}

/* True for ops that define a flags value. */
static bool flags_defines(const struct ir_insn *i)
{
    return i->op >= IR_ADDF && i->op <= IR_PACKF && i->op != IR_CONSTF;
}

/* Can the op be done again instead of being saved? */
static bool repeatable(const struct ir_insn *producer)
{
    return producer->op == IR_ADDF || producer->op == IR_SUBF ||
           producer->op == IR_ANDF;
}

/* Are they one constant to ops of this type? */
static bool same_constant(const struct region *r, unsigned type, ir_ref x,
                          ir_ref y)
{
    const struct ir_insn *a = &r->insns[x], *b = &r->insns[y];
    if (a->op != IR_CONST || b->op != IR_CONST || ir_moves(a) || ir_moves(b))
        return false;
    return type == IR_I32 ? (uint32_t)a->imm == (uint32_t)b->imm
                          : a->imm == b->imm;
}

/*
 * Does arithmetic op i leave EFLAGS as flags op f wants them?  (x + -c does not
 * as x - c does: the carry is the other.)
 */
static bool fusable(const struct region *r, const struct ir_insn *f,
                    const struct ir_insn *i)
{
    static const uint8_t pairs[][2] = {
        {IR_ADDF, IR_ADD}, {IR_SUBF, IR_SUB}, {IR_ANDF, IR_AND},
        {IR_ADCF, IR_ADC}, {IR_SBCF, IR_SBC},
    };
    if (f->type != i->type || f->a != i->a || f->c != i->c)
        return false;
    for (unsigned n = 0; n < ARRAY_SIZE(pairs); n++)
        if (f->op == pairs[n][0] && i->op == pairs[n][1])
            return f->b == i->b || same_constant(r, f->type, f->b, i->b);
    return false;
}

/* The flags op that arithmetic op ref can do on the side, 0 if none. */
static ir_ref fused_with(const struct region *r, ir_ref ref)
{
    unsigned op = r->insns[ref].op;
    if (op < IR_ADD || op > IR_AND)
        return 0;
    ir_ref f = ref - 1;
    while (f && (r->insns[f].op == IR_NOP || r->insns[f].op == IR_CONST))
        f--;
    return f && fusable(r, &r->insns[f], &r->insns[ref]) ? f : 0;
}

/*
 * Is flags op ref left to the arithmetic op behind it?  Then its flags operand
 * is that one's to use, and still in EFLAGS there.
 */
static bool left_to_next(const struct region *r, ir_ref ref)
{
    unsigned next = ref + 1u;
    while (next < r->insn_count &&
           (r->insns[next].op == IR_NOP || r->insns[next].op == IR_CONST))
        next++;
    return next < r->insn_count && r->uses[ref].last &&
           fused_with(r, (ir_ref)next) == ref;
}

/* Makes sure that f is in its slot from its definition on. */
static void want_saved(struct flags_plan *p, ir_ref f)
{
    const struct ir_insn *producer = &p->region->insns[f];
    if (producer->op != IR_GET && producer->op != IR_CONSTF) {
        p->al->places[f].flags.save = true;
        p->al->places[f].flags.unwanted = false;
    }
}

/* ADC and SBC want C in CF, which UCOMISD does not give. */
static bool wants_carry(const struct ir_insn *i)
{
    return i->op == IR_ADC || i->op == IR_SBC || i->op == IR_ADCF ||
           i->op == IR_SBCF;
}

/* Does the consumer test a condition by inverting CF first (flags_jump)? */
static bool inverts_carry(const struct ir_insn *i, enum flags_form form)
{
    return (i->op == IR_EXITC || i->op == IR_SETC || i->op == IR_SELECT) &&
           flags_test(form, (enum ir_cond)i->aux).invert_carry;
}

static void plan_consumer(struct flags_plan *p, const struct ir_insn *i,
                          struct flags_place *place, ir_ref f)
{
    const struct ir_insn *producer = &p->region->insns[f];
    bool usable = p->form != FORM_FCMP || !wants_carry(i);
    if (p->held == f && usable) {
        place->source = FLAGS_CLEAN;
        p->al->places[f].flags.unwanted = false;
    } else if (repeatable(producer)) {
        place->source = FLAGS_REDO;
        p->form = flags_form_of(producer);
    } else {
        place->source = FLAGS_RELOAD;
        p->form = FORM_SUB;
        want_saved(p, f);
    }
    p->held = f;
    place->form = (uint8_t)p->form;
    if (inverts_carry(i, p->form))
        p->form = FORM_SUB; /* as flags_jump() leaves them */
}

/* What a snapshot needs: EFLAGS as they are, a recipe, or a saved slot. */
static void plan_snapshot(struct flags_plan *p, const struct ir_insn *i)
{
    const struct region *r = p->region;
    const struct ir_snapshot *s = &r->snaps[i->snap - 1];
    struct flags_recipe *recipe = &p->al->recipes[i->snap - 1];
    recipe->op = IR_NOP;
    recipe->live = false;
    if (!s->count)
        return;
    ir_ref f = r->pending[s->first].value;
    const struct ir_insn *producer = &r->insns[f];
    bool exits = ir_op_infos[i->op].attr & IRA_EXIT;
    bool tests = i->op == IR_EXITZ || i->op == IR_EXITB;
    recipe->op = producer->op;
    recipe->type = producer->type;
    if (exits && !tests && p->held == f) {
        recipe->live = true;
        recipe->form = (uint8_t)p->form;
        p->al->places[f].flags.unwanted = false;
    } else if (!repeatable(producer)) {
        want_saved(p, f);
    }
}

static void plan_effect(struct flags_plan *p, ir_ref ref,
                        const struct ir_insn *i, struct flags_place *place)
{
    const struct region *r = p->region;
    ir_ref f = fused_with(r, ref);
    if (f && r->uses[f].last) {
        p->al->places[f].flags.fused = true;
        place->sets = true;
        place->fused_ref = f;
        p->held = f;
        p->form = flags_form_of(&r->insns[f]);
        return;
    }
    if (flags_defines(i)) {
        p->held = ref;
        p->form = flags_form_of(i);
        place->unwanted = repeatable(i);
        return;
    }
    if (!p->held)
        return;
    const struct op_rule **rule = &p->al->places[ref].rule;
    bool wanted = r->uses[p->held].last > ref;
    if (wanted && ((*rule)->effect & E_FLAGS)) {
        const struct op_rule *sparing = int_rule_sparing_flags(p->emit, i);
        if (sparing)
            *rule = sparing;
    }
    unsigned effect = (*rule)->effect;
    if ((effect & E_FLAGS) || ((effect & E_FLAGS_SOFT) && !wanted))
        p->held = 0;
    place->live = p->held != 0 && wanted;
}

void flags_plan_insn(struct flags_plan *p, ir_ref ref)
{
    const struct ir_insn *i = &p->region->insns[ref];
    struct flags_place *place = &p->al->places[ref].flags;
    ir_ref f = ir_flags_operand(i);
    if (wants_carry(i) && left_to_next(p->region, ref))
        return;
    if (f)
        plan_consumer(p, i, place, f);
    if (i->snap)
        plan_snapshot(p, i);
    plan_effect(p, ref, i, place);
}

struct flags_test flags_test(enum flags_form form, enum ir_cond cond)
{
    static const uint8_t plain[14] = {
        CC_E,  CC_NE, CC_AE, CC_B,  CC_S, CC_NS, CC_O,
        CC_NO, CC_A,  CC_BE, CC_GE, CC_L, CC_G,  CC_LE,
    };
    /* After UCOMISD: unordered sets ZF PF CF. */
    static const struct flags_test fcmp[14] = {
        [COND_EQ] = {CC_E, true, false, false},
        [COND_NE] = {CC_NE, true, true, false},
        [COND_CS] = {CC_AE, true, true, false},
        [COND_CC] = {CC_B, true, false, false},
        [COND_MI] = {CC_B, true, false, false},
        [COND_PL] = {CC_AE, true, true, false},
        [COND_VS] = {CC_P, false, false, false},
        [COND_VC] = {CC_NP, false, false, false},
        [COND_HI] = {CC_A, true, true, false},
        [COND_LS] = {CC_BE, true, false, false},
        [COND_GE] = {CC_AE, false, false, false},
        [COND_LT] = {CC_B, false, false, false},
        [COND_GT] = {CC_A, false, false, false},
        [COND_LE] = {CC_BE, false, false, false},
    };
    if (form == FORM_FCMP)
        return fcmp[cond];
    struct flags_test t = {.cc = (enum cc)plain[cond]};
    if (form == FORM_SUB)
        return t;
    switch (cond) {
    case COND_CS: t.cc = CC_B; break;
    case COND_CC: t.cc = CC_AE; break;
    case COND_HI: /* LOGIC: C = 0, so never; CF = 0 says so too */
        t.cc = form == FORM_LOGIC ? CC_B : CC_A;
        t.invert_carry = form == FORM_ADD;
        break;
    case COND_LS:
        t.cc = form == FORM_LOGIC ? CC_AE : CC_BE;
        t.invert_carry = form == FORM_ADD;
        break;
    default: break;
    }
    return t;
}

static void cmc(struct emit *e)
{
    asm_byte(&e->as, 0xf5);
}

void flags_jump(struct emit *e, enum flags_form form, enum ir_cond cond,
                uint32_t label)
{
    struct flags_test t = flags_test(form, cond);
    uint32_t skip = 0;
    if (t.parity && t.if_parity) {
        asm_jcc(&e->as, CC_P, label);
    } else if (t.parity) {
        skip = asm_label(&e->as);
        asm_jcc(&e->as, CC_P, skip);
    }
    if (t.invert_carry)
        cmc(e);
    asm_jcc(&e->as, t.cc, label);
    if (skip)
        asm_place(&e->as, skip);
}

#define LAHF 0x9f
#define SAHF 0x9e
#define STC  0xf9
#define CLC  0xf8

void flags_to_word(struct emit *e, enum flags_form form)
{
    struct assembler *as = &e->as;
    if (form == FORM_ADD)
        cmc(e);
    else if (form == FORM_LOGIC)
        asm_byte(as, STC);
    asm_byte(as, LAHF);
    if (form == FORM_FCMP) { /* movzx eax, ah; movzx eax, word table */
        asm_op(as, OP_0F | 0xb6, false, RAX, rm_reg(RSP));
        asm_op(as, OP_0F | 0xb7, false, RAX,
               rm_index(RBP, RAX, 1, CPU_SLOT(e, fcmp_words)));
        return;
    }
    asm_setcc(as, CC_O, RAX);
    if (form == FORM_ADD)
        cmc(e);
    else if (form == FORM_LOGIC)
        asm_byte(as, CLC);
}

void flags_from_word(struct emit *e)
{
    asm_byte(&e->as, 0x04); /* add al, 0x7f: OF = al */
    asm_byte(&e->as, 0x7f);
    asm_byte(&e->as, SAHF);
}

uint16_t flags_word(unsigned nzcv)
{
    unsigned n = nzcv >> 3 & 1, z = nzcv >> 2 & 1, c = nzcv >> 1 & 1;
    return (uint16_t)(n << 15 | z << 14 | !c << 8 | (nzcv & 1));
}

unsigned flags_nzcv(uint16_t word)
{
    return (word >> 15 & 1u) << 3 | (word >> 14 & 1u) << 2 |
           (~word >> 8 & 1u) << 1 | (word & 1u);
}
