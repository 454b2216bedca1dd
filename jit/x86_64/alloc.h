// SPDX-License-Identifier: MIT
/*
 * Register allocation: one backward walk over a region.
 *
 * Every pinned guest register's host register holds the register's current
 * value at all times at which anything could look (exits, faults, polls), so
 * a value that is about to become a pinned register's is computed there, and
 * values read from one are used in place.  All others live in the few
 * temporaries, in the guest register's own slot, or in a spill slot.
 *
 * The walk goes backward, so that a value's register is chosen where it is
 * used last, and reaches its definition knowing where it is wanted.  What
 * does not fit is reloaded behind the instruction that took its register.
 */
#ifndef FERRY_JIT_X86_64_ALLOC_H
#define FERRY_JIT_X86_64_ALLOC_H

#include "jit/ir.h"
#include "jit/x86_64/emit.h"
#include "jit/x86_64/pins.h"

/* How the flags operand of a consumer reaches EFLAGS; see flags.h. */
enum flags_source {
    FLAGS_NONE,
    FLAGS_CLEAN,  /* EFLAGS hold it, in its producer's form */
    FLAGS_REDO,   /* its compare is emitted again */
    FLAGS_RELOAD, /* from its slot, in canonical form */
};

enum move_kind {
    MOVE_REG,
    MOVE_LOAD,
    MOVE_STORE,
    MOVE_IMM,
    MOVE_ADDRESS, /* an immediate that moves with the region's module */
    MOVE_VCONST,
};

/* A move beside an instruction: between registers, slots and constants. */
struct move {
    uint8_t kind; /* enum move_kind */
    hreg dst, src;
    int16_t next; /* chain; -1 ends */
    union {
        int32_t slot;
        uint64_t imm; /* MOVE_VCONST: index */
    };
};

/* How an instruction and the flags get along: see flags.h. */
struct flags_place {
    uint8_t source;   /* enum flags_source, of its flags operand */
    uint8_t form;     /* enum flags_form in which EFLAGS hold it then */
    bool live;        /* EFLAGS must survive it */
    bool fused;       /* a flags op that the arithmetic op behind does */
    bool sets;        /* the arithmetic op that does so */
    bool save;        /* a flags op whose result goes to its slot */
    bool unwanted;    /* a flags op that nobody has asked for yet */
    ir_ref fused_ref; /* sets: the flags op */
};

/* How one instruction is emitted; valid for those that order names. */
struct place {
    const struct op_rule *rule;
    struct operand a, b, c;
    hreg dst;
    hreg scratch[2], vscratch[3];
    bool skip;             /* nothing to emit */
    int16_t before, after; /* chains of moves, -1 if none */
    int16_t redo;          /* FLAGS_REDO: index into redos */
    struct flags_place flags;
    int32_t flags_slot; /* FLAGS_RELOAD: from where */
    int32_t save_slot;  /* save: to where */
};

/* Where the pending flags of a snapshot can be made from. */
struct flags_recipe {
    uint8_t op; /* ADDF, SUBF, ANDF: of a and b; GET: in slot; FLAGS: imm;
                   NOP: nothing is pending */
    uint8_t type;
    bool live;    /* exits: EFLAGS hold them, in `form` */
    uint8_t form; /* enum flags_form */
    unsigned imm; /* op FLAGS: NZCV */
    int32_t slot; /* saved: displacement of the word */
    struct operand a, b;
};

/* A compare that is emitted again in front of an instruction. */
struct redo {
    struct operand a, b;
    int16_t before; /* chain of moves */
};

#define MAX_MOVES 4096
#define MAX_REDOS 64

/* What the walk knows of one value (or, for PUT, one instruction). */
struct value {
    hreg loc;        /* temporary (or pin) now, or HREG_NONE */
    int16_t spill;   /* spill slot + 1, 0 if none */
    int16_t home;    /* guest register it is PUT to, or -1 */
    int16_t hoisted; /* computed in this one's pin, or -1 */
    ir_ref prev;     /* PUT: the register's value before */
    uint16_t put_at; /* where it is PUT */
    uint16_t next;   /* next use, seen from the walk */
    uint16_t snaps;  /* snapshots at or before it */
};

struct allocation {
    ir_ref order[REGION_MAX_INSNS]; /* instructions that may emit code */
    struct value values[REGION_MAX_INSNS];
    unsigned order_count;
    struct place places[REGION_MAX_INSNS];
    struct flags_recipe recipes[REGION_MAX_SNAPSHOTS];
    struct move moves[MAX_MOVES];
    struct redo redos[MAX_REDOS];
    unsigned move_count, redo_count;
    unsigned spill_count;
    bool failed; /* out of moves or spill slots: the region must be cut */
};

/* e has region and features set. */
void alloc_region(struct allocation *al, struct emit *e,
                  const struct pins *pins);
/* Moves to and from memory that the allocation costs, with pins lent. */
unsigned alloc_cost(const struct allocation *al, const struct region *r,
                    const struct pins *pins);

#endif
