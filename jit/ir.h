// SPDX-License-Identifier: MIT
/*
 * The intermediate representation: what guest front ends build and the back
 * end (or the interpreter in tests/) consumes.  doc/ir.md is the reference
 * page: one equation per op.
 *
 * A region is a list of instructions in SSA form: each instruction defines at
 * most one value, named by its index.  Tier 1 regions are superblocks: one
 * entry, several exits, no joins.
 *
 * Conversions that cost nothing are implicit, so that no ops exist for them:
 *   - an i64 value used where i32 is wanted stands for its low half;
 *   - an i32 value used where i64 is wanted stands for its zero extension,
 *     and PUT of one zero-extends;
 *   - a v128 value used where f16/f32/f64 is wanted stands for its low lane;
 *   - PUT of an f32/f64 value to a vector register zero-extends; anywhere
 *     else an f32/f64 becomes a v128 by VZEXT.
 *
 * Guest registers change only by PUT.  Exits, polls and instructions that may
 * fault carry a snapshot, which says what a guest register would hold there
 * where that is not yet in its canonical location.
 */
#ifndef FERRY_JIT_IR_H
#define FERRY_JIT_IR_H

#include "isa.h"
#include "mem.h"
#include "types.h"

typedef uint16_t ir_ref; /* index of the defining instruction; 0 = none */

enum ir_type {
    IR_VOID,
    IR_I32,
    IR_I64,
    IR_F16,
    IR_F32,
    IR_F64,
    IR_V128,
    IR_FLAGS, /* NZCV with a known producer; see doc/ir.md, Flags */
    IR_TYPE_COUNT,
};

/* Lane sizes of vector ops and widths of extensions. */
enum ir_lane { LANE_8, LANE_16, LANE_32, LANE_64, LANE_128 };

/* Conditions on an NZCV value; the A64 and A32 encoding. */
enum ir_cond {
    COND_EQ,
    COND_NE,
    COND_CS,
    COND_CC,
    COND_MI,
    COND_PL,
    COND_VS,
    COND_VC,
    COND_HI,
    COND_LS,
    COND_GE,
    COND_LT,
    COND_GT,
    COND_LE,
    COND_AL,
};

/* Rounding of FROUND, FTOI, ITOF and FCVT: aux of those ops. */
enum ir_round {
    ROUND_NEAREST_EVEN,
    ROUND_UP,   /* towards +inf */
    ROUND_DOWN, /* towards -inf */
    ROUND_ZERO, /* truncate */
    ROUND_NEAREST_AWAY,
    ROUND_CURRENT, /* as FPCR says (live in the host's control register) */
    ROUND_ODD,     /* FCVTXN */
    ROUND_MASK = 7,
    ROUND_EXACT = 8,     /* FROUND: raise Inexact (FRINTX); else never */
    ROUND_UNSIGNED = 16, /* FTOI, ITOF: the integer is unsigned */
};

/* Read-modify-write operations: aux of ATOMIC. */
enum ir_atomic {
    ATOMIC_ADD,
    ATOMIC_CLR, /* and not */
    ATOMIC_EOR,
    ATOMIC_SET, /* or */
    ATOMIC_SMAX,
    ATOMIC_SMIN,
    ATOMIC_UMAX,
    ATOMIC_UMIN,
    ATOMIC_SWP,
    ATOMIC_AND,
};

/* FENCE: aux. */
enum ir_fence { FENCE_LOAD, FENCE_STORE, FENCE_FULL };

/* Mode bits of a region's key: what generated code depends on. */
enum region_mode {
    MODE_FZ = 1 << 0,     /* flush denormals to zero */
    MODE_DN = 1 << 1,     /* default NaN */
    MODE_AHP = 1 << 2,    /* alternative half precision */
    MODE_TAGGED = 1 << 3, /* addresses may have tags, which are masked */
};

enum ir_op {
    IR_NOP,
#define IR_OP(name, sig, attr, equation) IR_##name,
#include "ir-ops.def"
#undef IR_OP
    IR_OP_COUNT
};

/* Attributes of ops (third column of ir-ops.def). */
enum ir_attr {
    IRA_PURE = 0,
    IRA_EFFECT = 1 << 0,   /* never deleted or moved */
    IRA_FAULTS = 1 << 1,   /* has a snapshot and a row in the fault table */
    IRA_EXIT = 1 << 2,     /* may leave the region; has a snapshot */
    IRA_END = 1 << 3,      /* last instruction of a region */
    IRA_FP = 1 << 4,       /* reads FPCR, writes FPSR: kept and in order */
    IRA_COMMUTES = 1 << 5, /* a and b may be exchanged */
};

struct ir_op_info {
    const char *name;
    const char *sig;
    uint8_t attr;
};
extern const struct ir_op_info ir_op_infos[IR_OP_COUNT];

struct ir_insn {
    uint8_t op;     /* enum ir_op */
    uint8_t type;   /* enum ir_type of the result, or of what is stored */
    uint8_t lane;   /* enum ir_lane, or memop for memory ops */
    uint8_t aux;    /* per op: condition, rounding, kind, ... */
    ir_ref a, b, c; /* operands */
    ir_ref snap;    /* index of its snapshot + 1, or 0 */
    uint32_t index; /* number of the guest instruction in the region */
    int64_t imm;
};

/*
 * The operand of i that is a flags value, 0 if it has none: F in the op's
 * signature.
 */
static inline ir_ref ir_flags_operand(const struct ir_insn *i)
{
    enum { A = 1, C = 2 };
    static const uint8_t where[IR_OP_COUNT] = {
        [IR_ADC] = C,   [IR_SBC] = C,    [IR_ADCF] = C,   [IR_SBCF] = C,
        [IR_CCMPF] = C, [IR_FCCMPF] = C, [IR_SELECT] = C, [IR_SETC] = A,
        [IR_NZCV] = A,  [IR_EXITC] = A,
    };
    unsigned w = where[i->op];
    return w == 0 ? 0 : w == C ? i->c : i->a;
}

/* Is it a constant that moves with the region's module? */
static inline bool ir_moves(const struct ir_insn *i)
{
    return i->op == IR_CONST && i->aux;
}

/* A guest register whose value is not canonical at a snapshot. */
struct ir_pending {
    uint16_t reg;
    ir_ref value;
};

struct ir_snapshot {
    gaddr_t pc;     /* guest pc to resume at or to report */
    uint16_t first; /* into region->pending */
    uint16_t count;
};

/* Who uses a value: ir_optimise() tells. */
struct ir_uses {
    uint16_t last;  /* the last one as an operand, 0 if there is none */
    uint16_t count; /* snapshots included */
};

/* Limits of one region; the builder ends it before they are passed. */
#define REGION_MAX_INSNS     2048 /* IR instructions */
#define REGION_MAX_SNAPSHOTS 512
#define REGION_MAX_PENDING   1024
#define REGION_MAX_VCONSTS   64
#define REGION_MAX_GUEST     128 /* guest instructions */

/*
 * The unit of translation.  Lives in the translating thread's scratch memory
 * until its code is published.
 */
struct region {
    const struct isa *isa;
    gaddr_t pc;
    uint32_t mode;       /* enum region_mode */
    uint32_t insn_count; /* insns[0] is unused: ref 0 means none */
    uint32_t snap_count;
    uint32_t pending_count;
    uint32_t vconst_count;
    uint32_t guest_count;                   /* guest instructions translated */
    gaddr_t guest_pc[REGION_MAX_GUEST + 1]; /* pc of each */
    struct ir_insn insns[REGION_MAX_INSNS];
    struct ir_uses uses[REGION_MAX_INSNS];
    struct ir_snapshot snaps[REGION_MAX_SNAPSHOTS];
    struct ir_pending pending[REGION_MAX_PENDING];
    vec128 vconsts[REGION_MAX_VCONSTS];
};

#define IR_MAX_REGS 128 /* of any guest's register table */

/* Recycled per region; see jit/build.c and jit/fold.c. */
struct ir_builder {
    struct region *region;
    /* Reads guest code as mem->fetch does; what is read is depended on. */
    size_t (*fetch)(struct ir_builder *b, void *dst, gaddr_t pc, size_t len);
    const struct mem *mem;
    gaddr_t pc;         /* of the guest instruction being translated */
    gaddr_t next_pc;    /* where it goes on; a front end that follows a direct
                           branch sets this to the target */
    uint32_t max_guest; /* guest instructions that the region may have */
    uint32_t exits;     /* conditional exits so far */
    bool ended;         /* the final exit has been built */
    ir_ref flags;       /* pending NZCV, 0 if canonical */
    ir_ref current[IR_MAX_REGS];  /* value each register has, 0 if unknown */
    bool homed[REGION_MAX_INSNS]; /* values that are some register's */
};

/*
 * Starts a region at pc.  Until the caller sets them, b->fetch reads mem, and
 * b->max_guest is 1, so that a front end takes no instructions together.
 */
void ir_begin(struct ir_builder *b, struct region *region,
              const struct isa *isa, const struct mem *mem, gaddr_t pc,
              uint32_t mode);
/* Starts the next guest instruction, at b->pc. */
void ir_begin_insn(struct ir_builder *b);
/* True if there is no room for another guest instruction. */
bool ir_full(const struct ir_builder *b);

/*
 * Building.  All return the value's ref.  `type` is the result's.  Operands
 * that are constants fold.
 */
ir_ref ir_const(struct ir_builder *b, enum ir_type type, uint64_t value);
/*
 * A guest address that was made from the guest pc (T16): it moves with the
 * region's module.  To add or subtract a plain constant folds; all else is
 * done at run time, since nothing may be known of it but where it is from.
 */
ir_ref ir_pc_const(struct ir_builder *b, gaddr_t address);
ir_ref ir_vconst(struct ir_builder *b, vec128 value);
ir_ref ir_get(struct ir_builder *b, unsigned reg);
void ir_put(struct ir_builder *b, unsigned reg, ir_ref value);

ir_ref ir_op1(struct ir_builder *b, enum ir_op op, enum ir_type type, ir_ref a);
ir_ref ir_op2(struct ir_builder *b, enum ir_op op, enum ir_type type, ir_ref a,
              ir_ref c);
ir_ref ir_op3(struct ir_builder *b, enum ir_op op, enum ir_type type, ir_ref x,
              ir_ref y, ir_ref z);
/* The general form: fills every field of one instruction. */
ir_ref ir_emit(struct ir_builder *b, struct ir_insn insn);

/* a op constant, for the ops whose second operand is an integer. */
ir_ref ir_opi(struct ir_builder *b, enum ir_op op, enum ir_type type, ir_ref a,
              int64_t imm);

/* Vector ops: lane says how the 128 bits are divided. */
ir_ref ir_vec1(struct ir_builder *b, enum ir_op op, enum ir_lane lane,
               ir_ref a);
ir_ref ir_vec2(struct ir_builder *b, enum ir_op op, enum ir_lane lane, ir_ref a,
               ir_ref c);
ir_ref ir_vec3(struct ir_builder *b, enum ir_op op, enum ir_lane lane, ir_ref x,
               ir_ref y, ir_ref z);
/* One vector operand and an immediate (shift count, lane number, ...). */
ir_ref ir_vec1i(struct ir_builder *b, enum ir_op op, enum ir_lane lane,
                ir_ref a, int64_t imm);
/* Two vector operands and an immediate. */
ir_ref ir_vec2i(struct ir_builder *b, enum ir_op op, enum ir_lane lane,
                ir_ref a, ir_ref c, int64_t imm);
/*
 * FP ops.  Scalar: type IR_F32/F64 (lane follows from it).  Packed: type
 * IR_V128 with lane LANE_32 or LANE_64.  Unused operands are 0.
 */
ir_ref ir_fp(struct ir_builder *b, enum ir_op op, enum ir_type type,
             enum ir_lane lane, unsigned aux, ir_ref x, ir_ref y, ir_ref z);

/*
 * Memory.  The address is base + (index << shift) + disp; index may be 0.
 * memop as in mem.h; type is the loaded or stored value's: I32 or I64 for up
 * to 8 bytes (narrow loads extend to it), F32/F64 (zero-extended in the
 * vector register), V128 (loads of fewer bytes zero-extend to it).
 */
ir_ref ir_load(struct ir_builder *b, enum ir_type type, unsigned memop,
               ir_ref base, ir_ref index, unsigned shift, int64_t disp);
void ir_store(struct ir_builder *b, enum ir_type type, unsigned memop,
              ir_ref base, ir_ref index, unsigned shift, int64_t disp,
              ir_ref value);

/*
 * LOADX, STOREX, ATOMIC, CAS: address is a value; memop has MO_ALIGN, unless
 * an access before had; x and y are the op's further operands.
 */
ir_ref ir_atomic(struct ir_builder *b, enum ir_op op, enum ir_type type,
                 unsigned memop, unsigned aux, ir_ref address, ir_ref x,
                 ir_ref y);

/* if cond(flags) then x else y; also for FP and vector values. */
ir_ref ir_select(struct ir_builder *b, enum ir_type type, enum ir_cond cond,
                 ir_ref flags, ir_ref x, ir_ref y);
/* The pending flags, or the canonical ones. */
ir_ref ir_get_flags(struct ir_builder *b);
void ir_put_flags(struct ir_builder *b, ir_ref flags);

/* Side exits: leave for guest address pc if the condition holds. */
void ir_exit_cond(struct ir_builder *b, enum ir_cond cond, ir_ref flags,
                  gaddr_t pc);
void ir_exit_zero(struct ir_builder *b, enum ir_type type, ir_ref a,
                  bool if_zero, gaddr_t pc);
void ir_exit_bit(struct ir_builder *b, ir_ref a, unsigned bit, bool if_zero,
                 gaddr_t pc);

/* Ends of a region. */
void ir_goto(struct ir_builder *b, gaddr_t pc);
/* The same, and polls even if pc is ahead (ISB, FENCE.I). */
void ir_goto_poll(struct ir_builder *b, gaddr_t pc);
void ir_call(struct ir_builder *b, gaddr_t pc, gaddr_t return_pc);
void ir_goto_ind(struct ir_builder *b, ir_ref pc);
void ir_call_ind(struct ir_builder *b, ir_ref pc, gaddr_t return_pc);
void ir_return(struct ir_builder *b, ir_ref pc);
/* Leaves generated code; reason is enum cpu_exit, pc what cpu->pc becomes. */
void ir_exit(struct ir_builder *b, unsigned reason, gaddr_t pc);
/* Raises an exception at the current instruction. */
void ir_raise(struct ir_builder *b, unsigned exception_kind, uint32_t code);

enum ir_helper_id {
#define HELPER(name, kind, fn) HELPER_##name,
#include "helpers.def"
#undef HELPER
    HELPER_COUNT
};

/* A helper in C: see jit/helpers.def. Leaf helpers touch no guest memory. */
ir_ref ir_helper(struct ir_builder *b, unsigned helper, enum ir_type type,
                 ir_ref x, ir_ref y, ir_ref z);

/*
 * True, with the value, if ref is an integer constant; not for those of
 * ir_pc_const().
 */
bool ir_is_const(const struct ir_builder *b, ir_ref ref, uint64_t *value);

static inline struct ir_insn *ir_at(const struct ir_builder *b, ir_ref ref)
{
    return &b->region->insns[ref];
}

/* Whole-region services. */
struct print;
void ir_print(struct print *out, const struct region *region);
/* Debug builds: NULL if the region is well-formed, else what is wrong. */
const char *ir_verify(const struct region *region);
/*
 * Dead code and dead writes, see doc/translator.md T3; then region->uses.
 * The operands of a compare count as used wherever its flags are, since it
 * may be done again there.
 */
void ir_optimise(struct region *region);

#endif
