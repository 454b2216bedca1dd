// SPDX-License-Identifier: MIT
/*
 * Passes over a built region: dead writes and dead values.
 *
 * A PUT is dead if another PUT of the same register follows with no snapshot
 * between them (T3 in doc/translator.md: nothing can observe it).  A value is
 * dead if nothing uses it and its op may go.  One backward walk does both.
 */
#include "jit/ir.h"

#include <string.h>

struct liveness {
    struct region *region;
    struct ir_uses *uses;
    /* Snapshots seen when a register was overwritten; others: not since. */
    uint16_t overwritten[IR_MAX_REGS];
    uint16_t snaps;
};

/* The walk is backward: the first use it meets is the last. */
static inline void use(struct liveness *live, ir_ref v, unsigned ref)
{
    struct ir_uses *u = &live->uses[v];
    if (!u->last)
        u->last = (uint16_t)ref;
    u->count++;
}

static void use_flags(struct liveness *live, ir_ref f, unsigned ref)
{
    const struct ir_insn *producer = &live->region->insns[f];
    if (producer->op != IR_GET) {
        use(live, producer->a, ref);
        use(live, producer->b, ref);
    }
}

static void use_snapshot(struct liveness *live, const struct ir_insn *i,
                         unsigned ref)
{
    const struct region *r = live->region;
    const struct ir_snapshot *s = &r->snaps[i->snap - 1];
    for (unsigned n = 0; n < s->count; n++) {
        ir_ref f = r->pending[s->first + n].value;
        live->uses[f].count++;
        use_flags(live, f, ref);
    }
    live->snaps++;
}

static bool is_dead(struct liveness *live, const struct ir_insn *i,
                    unsigned ref)
{
    if (i->op == IR_PUT) {
        if (live->overwritten[i->imm] == live->snaps)
            return true;
        live->overwritten[i->imm] = live->snaps;
        return false;
    }
    /*
     * FP ops raise flags: they stay even if their value is not used.  GETs of
     * registers no more needed go as every value does.
     */
    return !live->uses[ref].count &&
           !(ir_op_infos[i->op].attr & (IRA_EFFECT | IRA_FP | IRA_EXIT));
}

void ir_optimise(struct region *r)
{
    struct liveness live = {.region = r, .uses = r->uses, .snaps = 1};
    memset(live.uses, 0, r->insn_count * sizeof(live.uses[0]));
    for (unsigned ref = r->insn_count - 1; ref > 0; ref--) {
        struct ir_insn *i = &r->insns[ref];
        if (i->op == IR_NOP)
            continue;
        if (is_dead(&live, i, ref)) {
            i->op = IR_NOP;
            continue;
        }
        if (i->snap)
            use_snapshot(&live, i, ref);
        if (i->a)
            use(&live, i->a, ref);
        if (i->b)
            use(&live, i->b, ref);
        if (i->c)
            use(&live, i->c, ref);
        ir_ref f = ir_flags_operand(i);
        if (f)
            use_flags(&live, f, ref);
    }
}
