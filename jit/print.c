// SPDX-License-Identifier: MIT
/* The IR as text: `-d op,op_opt`. */
#include "jit/ir.h"
#include "src/print.h"

static const char *const type_names[IR_TYPE_COUNT] = {
    "", "i32", "i64", "f16", "f32", "f64", "v128", "flags",
};

static void print_operand(struct print *out, const struct region *r,
                          ir_ref ref)
{
    const struct ir_insn *i = &r->insns[ref];
    if (i->op == IR_CONST)
        print_fmt(out, ir_moves(i) ? " &%lx" : " 0x%lx", (unsigned long)i->imm);
    else
        print_fmt(out, " v%u", ref);
}

static void print_snapshot(struct print *out, const struct region *r,
                           const struct ir_insn *i)
{
    const struct ir_snapshot *s = &r->snaps[i->snap - 1];
    print_fmt(out, "  @%lx", (unsigned long)s->pc);
    for (unsigned n = 0; n < s->count; n++) {
        const struct ir_pending *p = &r->pending[s->first + n];
        print_fmt(out, " %s=v%u", r->isa->regs[p->reg].name, p->value);
    }
}

static void print_insn(struct print *out, const struct region *r,
                       unsigned ref)
{
    const struct ir_insn *i = &r->insns[ref];
    print_fmt(out, "  v%-4u %-5s %s", ref, type_names[i->type],
              ir_op_infos[i->op].name);
    if (i->op == IR_GET || i->op == IR_PUT)
        print_fmt(out, " %s", r->isa->regs[i->imm].name);
    if (i->a)
        print_operand(out, r, i->a);
    if (i->b)
        print_operand(out, r, i->b);
    if (i->c)
        print_operand(out, r, i->c);
    if (i->lane)
        print_fmt(out, " lane=%u", i->lane);
    if (i->aux)
        print_fmt(out, " aux=%u", i->aux);
    if (i->imm && i->op != IR_GET && i->op != IR_PUT)
        print_fmt(out, " imm=0x%lx", (unsigned long)i->imm);
    if (i->snap)
        print_snapshot(out, r, i);
    print_char(out, '\n');
}

void ir_print(struct print *out, const struct region *r)
{
    uint32_t index = UINT32_MAX;
    for (unsigned ref = 1; ref < r->insn_count; ref++) {
        const struct ir_insn *i = &r->insns[ref];
        if (i->op == IR_NOP || i->op == IR_CONST)
            continue;
        if (i->index != index) {
            index = i->index;
            print_fmt(out, "%lx:\n", (unsigned long)r->guest_pc[index]);
        }
        print_insn(out, r, ref);
    }
}
