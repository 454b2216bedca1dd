// SPDX-License-Identifier: MIT
/* Emission: the forward walk, moves, literals, cold code, the image. */
#include "jit/x86_64/emit.h"

#include "jit/x86_64/emit-state.h"
#include "jit/x86_64/flags.h"
#include "jit/x86_64/vec-insn.h"
#include "jit/x86_64/vec-ops.h"

#include <string.h>

#define LEND_SPILLS 4 /* of values, before pins are lent */

int32_t cpu_slot(const struct emit *e, size_t offset)
{
    return (int32_t)offset - (int32_t)e->region->isa->state_bias;
}

/* The table's order (jit/ir-ops.def) tells whose an op is. */
const struct op_rule *op_rule(const struct emit *e, const struct ir_insn *i)
{
    unsigned op = i->op;
    if (op >= IR_EXITC)
        return exit_rule(e, i);
    if (op >= IR_LOAD && op <= IR_FENCE)
        return mem_rule(e, i);
    if ((op <= IR_SELECT && op != IR_FCMPF) || op == IR_HELPER)
        return int_rule(e, i);
    const struct op_rule *rule = vec_rule(e, i);
    return rule ? rule : fp_rule(e, i);
}

struct rm operand_rm(struct emit *e, const struct operand *o)
{
    switch (o->kind) {
    case O_REG: return rm_reg(o->reg);
    case O_POOL: return rm_label(emit_const128(e, e->region->vconsts[o->ref]));
    default: return rm_mem(RBP, o->slot);
    }
}

struct cold *emit_cold(struct emit *e, cold_fn *fn, const struct ir_insn *i)
{
    struct emit_state *s = e->state;
    if (s->cold_count == MAX_COLD) {
        e->as.overflow = true;
        s->cold_count--;
    }
    struct cold *cold = &s->colds[s->cold_count++];
    cold->fn = fn;
    cold->insn = i;
    cold->entry = asm_label(&e->as);
    return cold;
}

static uint32_t literal(struct emit *e, vec128 value, bool wide, bool moves)
{
    struct emit_state *s = e->state;
    size_t n = wide ? 16 : 8;
    for (unsigned l = 0; l < s->literal_count; l++)
        if (s->literals[l].wide == wide && s->literals[l].moves == moves &&
            !memcmp(&s->literals[l].value, &value, n))
            return s->literals[l].label;
    if (s->literal_count == MAX_LITERALS) {
        e->as.overflow = true;
        return s->literals[0].label;
    }
    struct literal *l = &s->literals[s->literal_count++];
    *l = (struct literal){value, asm_label(&e->as), wide, moves};
    return l->label;
}

uint32_t emit_const64(struct emit *e, uint64_t value)
{
    return literal(e, (vec128){.d = {value, 0}}, false, false);
}

uint32_t emit_const_operand(struct emit *e, const struct operand *o)
{
    vec128 value = {.d = {(uint64_t)operand_const(e, o), 0}};
    return literal(e, value, false, operand_moves(e, o));
}

uint32_t emit_const128(struct emit *e, vec128 value)
{
    return literal(e, value, true, false);
}

static void add_reloc(struct emit *e, enum reloc_kind kind, uint32_t at,
                      unsigned stub)
{
    struct image *image = e->state->image;
    if (image->reloc_count == IMAGE_MAX_RELOCS) {
        e->as.overflow = true;
        return;
    }
    image->relocs[image->reloc_count++] = (struct image_reloc){
        .at = at, .kind = (uint8_t)kind, .stub = (uint8_t)stub};
}

static void stub_rel32(struct emit *e, uint8_t opcode, enum stub stub)
{
    asm_byte(&e->as, opcode);
    add_reloc(e, RELOC_STUB, e->as.used, stub);
    asm_u32(&e->as, 0);
}

void emit_jmp_stub(struct emit *e, enum stub stub)
{
    stub_rel32(e, 0xe9, stub);
}

void emit_call_stub(struct emit *e, enum stub stub)
{
    stub_rel32(e, 0xe8, stub);
}

void emit_guest_address(struct emit *e, int reg, gaddr_t address)
{
    bool small = e->region->pc <= UINT32_MAX && address <= UINT32_MAX;
    asm_mov_address(&e->as, reg, address, small ? 4 : 8);
    add_reloc(e, small ? RELOC_GUEST32 : RELOC_GUEST64,
              e->as.used - (small ? 4 : 8), 0);
}

void emit_mov(struct emit *e, int dst, int src)
{
    if (dst != src)
        asm_mov(&e->as, true, dst, rm_reg(src));
}

void emit_vmov(struct emit *e, int dst, int src)
{
    if (dst != src)
        emit_v2(e, I_MOVAPS, dst, rm_reg(src));
}

void emit_v3(struct emit *e, uint32_t op, int d, int a, struct rm b)
{
    if (has(e, HOST_AVX2)) {
        asm_vex(&e->as, op, d, a, b);
        return;
    }
    if (d != a && rm_reg_of(b) == d && (op & OP_COMM)) {
        asm_op(&e->as, op, false, d, rm_reg(a));
        return;
    }
    emit_vmov(e, d, a);
    asm_op(&e->as, op, false, d, b);
}

void emit_v3i(struct emit *e, uint32_t op, int d, int a, struct rm b,
              uint8_t imm)
{
    if (has(e, HOST_AVX2)) {
        asm_vex_imm(&e->as, op, d, a, b, imm);
        return;
    }
    emit_vmov(e, d, a);
    asm_op_imm(&e->as, op, false, d, b, imm, 1);
}

void emit_v2(struct emit *e, uint32_t op, int d, struct rm s)
{
    if (has(e, HOST_AVX2))
        asm_vex(&e->as, op, d, -1, s);
    else
        asm_op(&e->as, op, false, d, s);
}

void emit_v2i(struct emit *e, uint32_t op, int d, struct rm s, uint8_t imm)
{
    if (has(e, HOST_AVX2))
        asm_vex_imm(&e->as, op, d, -1, s, imm);
    else
        asm_op_imm(&e->as, op, false, d, s, imm, 1);
}

static enum stub helper_stub(int64_t helper)
{
    static const uint8_t stubs[] = {
#define LEAF                   STUB_LEAF
#define VEC                    STUB_VEC
#define SLOW                   STUB_SLOW
#define HELPER(name, kind, fn) [HELPER_##name] = kind,
#include "jit/helpers.def"
#undef HELPER
#undef LEAF
#undef VEC
#undef SLOW
    };
    return (enum stub)stubs[helper];
}

void emit_helper_call(struct emit *e, unsigned helper)
{
    asm_mov_imm(&e->as, RAX, helper);
    emit_call_stub(e, helper_stub(helper));
}

static void emit_vector_move(struct emit *e, const struct move *m)
{
    int dst = m->dst - HREG_VEC, src = m->src - HREG_VEC;
    switch (m->kind) {
    case MOVE_REG: emit_vmov(e, dst, src); break;
    case MOVE_LOAD: emit_v2(e, I_MOVAPS, dst, rm_mem(RBP, m->slot)); break;
    case MOVE_STORE: emit_v2(e, I_MOVAPS_ST, src, rm_mem(RBP, m->slot)); break;
    default:
        emit_v2(e, I_MOVAPS, dst,
                rm_label(emit_const128(e, e->region->vconsts[m->imm])));
        break;
    }
}

static void emit_gpr_move(struct emit *e, const struct move *m)
{
    switch (m->kind) {
    case MOVE_REG: emit_mov(e, m->dst, m->src); break;
    case MOVE_LOAD: asm_mov(&e->as, true, m->dst, rm_mem(RBP, m->slot)); break;
    case MOVE_STORE:
        asm_mov_store(&e->as, true, rm_mem(RBP, m->slot), m->src);
        break;
    case MOVE_ADDRESS: emit_guest_address(e, m->dst, m->imm); break;
    default: asm_mov_imm(&e->as, m->dst, m->imm); break;
    }
}

static void emit_moves(struct emit *e, int16_t chain)
{
    const struct allocation *al = e->state->al;
    for (; chain >= 0; chain = al->moves[chain].next) {
        const struct move *m = &al->moves[chain];
        hreg h = m->kind == MOVE_STORE ? m->src : m->dst;
        if (hreg_is_vec(h))
            emit_vector_move(e, m);
        else
            emit_gpr_move(e, m);
    }
}

/* The flags op's compare on placed operands, for its EFLAGS alone. */
static void emit_compare(struct emit *e, unsigned op, bool w,
                         const struct operand *a, const struct operand *b)
{
    struct assembler *as = &e->as;
    enum alu alu = op == IR_SUBF ? ALU_CMP : op == IR_ANDF ? ALU_AND : ALU_ADD;
    if (alu == ALU_CMP) {
        if (b->kind == O_IMM && b->imm == 0)
            asm_test(as, w, rm_reg(a->reg), a->reg);
        else if (b->kind == O_IMM)
            asm_alu_imm(as, alu, w, rm_reg(a->reg), b->imm);
        else
            asm_alu(as, alu, w, a->reg, operand_rm(e, b));
    } else if (alu == ALU_AND) {
        if (b->kind == O_IMM)
            asm_test_imm(as, w, rm_reg(a->reg), b->imm);
        else
            asm_test(as, w, operand_rm(e, b), a->reg);
    } else { /* x86 has no compare-negative: add in memory */
        asm_mov_store(as, true, rm_mem(RBP, CPU_SLOT(e, helper_arg)), a->reg);
        struct rm t = rm_mem(RBP, CPU_SLOT(e, helper_arg));
        int reg = b->reg;
        if (b->kind == O_IMM) {
            asm_alu_imm(as, ALU_ADD, w, t, b->imm);
            return;
        }
        asm_alu_store(as, ALU_ADD, w, t, reg);
    }
}

static void emit_flags_source(struct emit *e, const struct ir_insn *i,
                              const struct place *p)
{
    const struct ir_insn *f = &e->region->insns[ir_flags_operand(i)];
    if (p->flags.source == FLAGS_REDO) {
        const struct redo *redo = &e->state->al->redos[p->redo];
        emit_moves(e, redo->before);
        emit_compare(e, f->op, f->type != IR_I32, &redo->a, &redo->b);
    } else if (p->flags.source == FLAGS_RELOAD) {
        if (f->op == IR_CONSTF)
            asm_mov_imm(&e->as, RAX, flags_word((unsigned)f->imm));
        else
            asm_op(&e->as, OP_0F | 0xb7, false, RAX,
                   rm_mem(RBP, p->flags_slot));
        flags_from_word(e);
    }
}

static void emit_put(struct emit *e, const struct ir_insn *i,
                     const struct place *p)
{
    struct rm slot = rm_mem(RBP, e->state->pins->slot[i->imm]);
    bool pinned = e->state->pins->host[i->imm] != HREG_NONE;
    if (i->type == IR_V128) {
        if (pinned)
            emit_vmov(e, p->dst, p->a.reg);
        else
            emit_v2(e, I_MOVAPS_ST, p->a.reg, slot);
    } else if (!pinned) {
        bool w = e->region->isa->regs[i->imm].cls != REG_STATE32;
        if (p->a.kind == O_IMM)
            asm_mov_store_imm(&e->as, w, slot, p->a.imm);
        else
            asm_mov_store(&e->as, w, slot, p->a.reg);
    } else if (p->a.kind == O_IMM) {
        asm_mov_imm(&e->as, p->dst, (uint64_t)(int64_t)p->a.imm);
    } else if (p->a.kind == O_MEM) {
        asm_mov(&e->as, true, p->dst, rm_mem(RBP, p->a.slot));
    } else {
        emit_mov(e, p->dst, p->a.reg);
    }
}

static void emit_op(struct emit *e, unsigned ref, const struct place *p)
{
    const struct ir_insn *i = &e->region->insns[ref];
    if (i->op == IR_PUT) {
        emit_put(e, i, p);
        return;
    }
    if (ir_op_infos[i->op].attr & IRA_EXIT) {
        emit_exit(e, ref);
        return;
    }
    if (i->op == IR_ADDF || i->op == IR_SUBF || i->op == IR_ANDF) {
        emit_compare(e, i->op, i->type != IR_I32, &p->a, &p->b);
        return;
    }
    p->rule->emit(e, i);
}

static void emit_insn(struct emit *e, unsigned ref)
{
    const struct ir_insn *i = &e->region->insns[ref];
    const struct place *p = &e->state->al->places[ref];
    if (p->skip)
        return;
    if (p->flags.source != FLAGS_NONE)
        emit_flags_source(e, i, p);
    emit_moves(e, p->before);
    if (i->op != IR_GET) {
        e->dst = p->dst;
        e->a = p->a;
        e->b = p->b;
        e->c = p->c;
        memcpy(e->scratch, p->scratch, sizeof(e->scratch));
        memcpy(e->vscratch, p->vscratch, sizeof(e->vscratch));
        e->flags_live = p->flags.live;
        e->sets_flags = p->flags.sets;
        e->flags_form = p->flags.form;
        emit_op(e, ref, p);
    }
    if (p->flags.save) {
        const struct ir_insn *f =
            p->flags.sets ? &e->region->insns[p->flags.fused_ref] : i;
        flags_to_word(e, flags_form_of(f));
        asm_mov_store(&e->as, false, rm_mem(RBP, p->save_slot), RAX);
    }
    emit_moves(e, p->after);
}

/* Constants that a row has no room for stand beside the rows. */
static int32_t wide_index(struct emit *e, const struct operand *o)
{
    struct image *image = e->state->image;
    if (image->wide_count == IMAGE_MAX_WIDE) {
        e->as.overflow = true;
        return 0;
    }
    if (operand_moves(e, o))
        add_reloc(e, RELOC_GUEST_WIDE, image->wide_count, 0);
    image->wide[image->wide_count] = operand_const(e, o);
    return (int32_t)image->wide_count++;
}

static int32_t fault_operand(struct emit *e, const struct operand *o,
                             uint8_t *kind)
{
    if (o->kind == O_REG) {
        *kind = FAULT_REG;
        return o->reg;
    }
    if (o->kind == O_MEM) {
        *kind = FAULT_SLOT;
        return o->slot;
    }
    *kind = o->kind == O_IMM ? FAULT_IMM : FAULT_WIDE_IMM;
    return o->kind == O_IMM ? o->imm : wide_index(e, o);
}

/* Index + 1 of what recipe says, 0 for nothing; neighbours share it. */
static uint8_t fault_flags(struct emit *e, const struct flags_recipe *r)
{
    struct image *image = e->state->image;
    struct fault_flags f = {.op = r->op, .type = r->type};
    if (r->op == IR_NOP)
        return 0;
    if (r->op == IR_CONSTF) {
        f.a = (int32_t)r->imm;
    } else if (r->op == IR_GET) {
        f.a = r->slot;
    } else {
        f.a = fault_operand(e, &r->a, &f.a_kind);
        f.b = fault_operand(e, &r->b, &f.b_kind);
    }
    uint32_t n = image->flags_count;
    if (n && !memcmp(&image->flags[n - 1], &f, sizeof(f)))
        return (uint8_t)n;
    if (n == IMAGE_MAX_FLAGS) {
        e->as.overflow = true;
        return 0;
    }
    image->flags[n] = f;
    image->flags_count = n + 1;
    return (uint8_t)(n + 1);
}

struct fault_row *emit_fault_row(struct emit *e, const struct ir_insn *i)
{
    struct image *image = e->state->image;
    int64_t pc = (int64_t)(e->region->guest_pc[i->index] - e->region->pc);
    if (image->row_count == IMAGE_MAX_ROWS || pc != (int32_t)pc) {
        e->as.overflow = true;
        image->row_count = 0;
    }
    struct fault_row *row = &image->rows[image->row_count++];
    row->offset = e->as.used;
    row->pc = (int32_t)pc;
    row->special = row->write = row->shift = 0;
    row->disp = 0;
    row->index = row->base = REG_NONE;
    row->flags =
        i->snap ? fault_flags(e, &e->state->al->recipes[i->snap - 1]) : 0;
    return row;
}

void emit_fault_end(struct emit *e, struct fault_row *row)
{
    row->length = (uint16_t)(e->as.used - row->offset);
    if (e->state->pins->lent_count)
        row->special |= FAULT_LENT;
}

/* Cold code may queue more of it. */
static void emit_colds(struct emit *e)
{
    struct emit_state *s = e->state;
    for (unsigned n = 0; n < s->cold_count; n++) {
        const struct cold *cold = &s->colds[n];
        asm_place(&e->as, cold->entry);
        cold->fn(e, cold);
    }
    emit_literals(e);
}

void emit_literals(struct emit *e)
{
    struct emit_state *s = e->state;
    asm_align(&e->as, 16, 0);
    for (unsigned pass = 0; pass < 2; pass++)
        for (unsigned n = 0; n < s->literal_count; n++)
            if (s->literals[n].wide == !pass) {
                asm_place(&e->as, s->literals[n].label);
                if (s->literals[n].moves)
                    add_reloc(e, RELOC_GUEST64, e->as.used, 0);
                asm_data(&e->as, &s->literals[n].value, pass ? 8 : 16);
            }
}

/* The stub stores pins, and knows of none that are lent. */
static bool calls_slow_helper(const struct region *r)
{
    for (unsigned ref = 1; ref < r->insn_count; ref++)
        if (r->insns[ref].op == IR_HELPER &&
            helper_stub(r->insns[ref].imm) == STUB_SLOW)
            return true;
    return false;
}

/* Registers and pins for the region: as at its edges, or some pins lent. */
static const struct pins *choose_pins(struct backend *be)
{
    struct allocation *al = &be->allocation;
    const struct region *r = be->emit.region;
    alloc_region(al, &be->emit, &be->pins);
    if ((al->spill_count < LEND_SPILLS && !be->always_lend) ||
        calls_slow_helper(r))
        return &be->pins;
    bool failed = al->failed;
    unsigned cost = alloc_cost(al, r, &be->pins);
    alloc_region(al, &be->emit, &be->lending);
    if (failed || be->always_lend ||
        (!al->failed && alloc_cost(al, r, &be->lending) < cost))
        return &be->lending;
    alloc_region(al, &be->emit, &be->pins);
    return &be->pins;
}

bool backend_compile(struct backend *be, const struct region *region,
                     struct image *image)
{
    struct emit *e = &be->emit;
    struct emit_state *s = &be->state;
    asm_init(&e->as, be->code, sizeof(be->code));
    e->region = region;
    e->features = be->features;
    e->state = s;
    s->image = image;
    s->al = &be->allocation;
    s->mem = be->mem;
    s->chain = be->chain;
    s->cold_count = s->literal_count = 0;
    image->code = be->code;
    image->edge_count = image->row_count = 0;
    image->reloc_count = image->wide_count = image->flags_count = 0;
    s->pins = choose_pins(be);
    if (s->al->failed)
        return false;
    image->lent = s->pins->lent_count != 0;
    emit_lend(e);
    for (unsigned n = 0; n < s->al->order_count; n++)
        emit_insn(e, s->al->order[n]);
    asm_align(&e->as, 16, 0);
    image->hot_size = e->as.used;
    emit_colds(e);
    image->size = e->as.used;
    for (unsigned n = 0; n < image->edge_count; n++)
        image->edges[n].stub = e->as.labels[s->edge_label[n]] - 1;
    return !e->as.overflow;
}
