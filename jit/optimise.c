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
    uint8_t used[REGION_MAX_INSNS];
    /* Snapshots seen when a register was overwritten; others: not since. */
    uint16_t overwritten[IR_MAX_REGS];
    uint16_t snaps;
};

static void use_snapshot(struct liveness *live, const struct region *r,
                         const struct ir_insn *i)
{
    const struct ir_snapshot *s = &r->snaps[i->snap - 1];
    for (unsigned n = 0; n < s->count; n++)
        live->used[r->pending[s->first + n].value] = 1;
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
    return !live->used[ref] &&
           !(ir_op_infos[i->op].attr & (IRA_EFFECT | IRA_FP | IRA_EXIT));
}

void ir_optimise(struct region *r)
{
    struct liveness live;
    memset(live.used, 0, r->insn_count);
    memset(live.overwritten, 0, sizeof(live.overwritten));
    live.snaps = 1;
    for (unsigned ref = r->insn_count - 1; ref > 0; ref--) {
        struct ir_insn *i = &r->insns[ref];
        if (i->op == IR_NOP)
            continue;
        if (is_dead(&live, i, ref)) {
            i->op = IR_NOP;
            continue;
        }
        if (i->snap)
            use_snapshot(&live, r, i);
        live.used[i->a] = live.used[i->b] = live.used[i->c] = 1;
    }
}
