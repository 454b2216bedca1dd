// SPDX-License-Identifier: MIT
/* A64 system instructions as EL0 has them: registers, caches, barriers. */
#include "target/aarch64/translate.h"

bool a64_tr_HINT(struct a64_tr *t, const struct a64_insn *i)
{
    (void)t;
    (void)i;
    return true;
}

bool a64_tr_CLREX(struct a64_tr *t, const struct a64_insn *i)
{
    (void)i;
    ir_emit(t->b, (struct ir_insn){.op = IR_CLREX});
    return true;
}

/* DMB and DSB: bits 1:0 of crm say which accesses; 0 is reserved: all. */
static bool fence(struct a64_tr *t, const struct a64_insn *i)
{
    static const uint8_t kinds[] = {FENCE_FULL, FENCE_LOAD, FENCE_STORE,
                                    FENCE_FULL};
    struct ir_insn insn = {.op = IR_FENCE, .aux = kinds[i->crm & 3]};
    ir_emit(t->b, insn);
    return true;
}

bool a64_tr_DMB(struct a64_tr *t, const struct a64_insn *i)
{
    return fence(t, i);
}

bool a64_tr_DSB(struct a64_tr *t, const struct a64_insn *i)
{
    return fence(t, i);
}

/* What another thread announced about code is seen from here on. */
bool a64_tr_ISB(struct a64_tr *t, const struct a64_insn *i)
{
    (void)i;
    ir_goto_poll(t->b, t->b->next_pc);
    return true;
}

/* The size in DCZID_EL0: 4 << 4 bytes. */
enum { ZERO_BLOCK_LOG2_WORDS = 4, ZERO_BLOCK_BYTES = 64 };

bool a64_tr_DC_ZVA(struct a64_tr *t, const struct a64_insn *i)
{
    ir_ref zero = ir_vconst(t->b, (vec128){.d = {0, 0}});
    ir_ref base = ir_opi(t->b, IR_AND, IR_I64, a64_get_x(t, i->rt),
                         -(int64_t)ZERO_BLOCK_BYTES);
    for (unsigned k = 0; k < ZERO_BLOCK_BYTES; k += 16)
        ir_store(t->b, IR_V128, MO_128, base, 0, 0, k, zero);
    return true;
}

/*
 * Host caches are coherent: nothing to clean. That an unmapped address
 * faults here on some processors is left out.
 */
bool a64_tr_DC_clean(struct a64_tr *t, const struct a64_insn *i)
{
    (void)t;
    (void)i;
    return true;
}

bool a64_tr_IC_IVAU(struct a64_tr *t, const struct a64_insn *i)
{
    ir_put(t->b, A64_CACHE_ADDRESS, a64_get_x(t, i->rt));
    ir_exit(t->b, CPU_EXIT_ICACHE, t->b->next_pc);
    return true;
}

/*
 * CTR_EL0: DIC = IDC = 0, so that guests announce changed code; lines, write
 * back granule and exclusives granule of 64 bytes; PIPT.
 */
static const uint64_t ctr_el0 =
    1u << 31 | 4 << 24 | 4 << 20 | 4 << 16 | 3 << 14 | 4;
/* The counter counts nanoseconds. */
static const uint64_t cntfrq_el0 = 1000000000;

/* Registers by the fields of MRS and MSR. */
#define SYSREG(op1, crn, crm, op2) \
    ((op1) << 12 | (crn) << 8 | (crm) << 4 | (op2))
enum {
    CTR_EL0 = SYSREG(3, 0, 0, 1),
    DCZID_EL0 = SYSREG(3, 0, 0, 7),
    NZCV = SYSREG(3, 4, 2, 0),
    FPCR = SYSREG(3, 4, 4, 0),
    FPSR = SYSREG(3, 4, 4, 1),
    TPIDR_EL0 = SYSREG(3, 13, 0, 2),
    TPIDRRO_EL0 = SYSREG(3, 13, 0, 3),
    CNTFRQ_EL0 = SYSREG(3, 14, 0, 0),
    CNTVCT_EL0 = SYSREG(3, 14, 0, 2),
};

static int sysreg_of(const struct a64_insn *i)
{
    return SYSREG(i->op1, i->crn, i->crm, i->op2);
}

enum { FPSR_QC_BIT = 27 };

/* Cumulative flags from the host, QC from its accumulator. */
static ir_ref get_fpsr(struct a64_tr *t)
{
    struct ir_builder *b = t->b;
    ir_ref qc = ir_get(b, A64_QC);
    struct ir_insn half = {
        .op = IR_VGETU, .type = IR_I64, .lane = LANE_64, .a = qc};
    ir_ref low = ir_emit(b, half);
    half.imm = 1;
    ir_ref high = ir_emit(b, half);
    ir_ref any = ir_op2(b, IR_OR, IR_I64, low, high);
    struct ir_insn set = {.op = IR_SETC,
                          .type = IR_I32,
                          .aux = COND_NE,
                          .a = ir_op2(b, IR_ANDF, IR_I64, any, any)};
    ir_ref bit = ir_opi(b, IR_SHL, IR_I32, ir_emit(b, set), FPSR_QC_BIT);
    struct ir_insn flags = {.op = IR_GETFPSR, .type = IR_I32};
    return ir_op2(b, IR_OR, IR_I32, ir_emit(b, flags), bit);
}

static void set_fpsr(struct a64_tr *t, ir_ref value)
{
    struct ir_builder *b = t->b;
    struct ir_insn field = {
        .op = IR_UBFX, .type = IR_I64, .a = value, .imm = 1 << 8 | FPSR_QC_BIT};
    struct ir_insn qc = {.op = IR_FMOVF,
                         .type = IR_F64,
                         .lane = LANE_64,
                         .a = ir_emit(b, field)};
    ir_put(b, A64_QC, ir_emit(b, qc));
    struct ir_insn put = {.op = IR_PUTFPSR,
                          .type = IR_I32,
                          .a =
                              ir_opi(b, IR_AND, IR_I32, value, A64_FPSR_FLAGS)};
    ir_emit(b, put);
}

static ir_ref get_sysreg(struct a64_tr *t, int sysreg)
{
    struct ir_builder *b = t->b;
    switch (sysreg) {
    case CTR_EL0: return ir_const(b, IR_I64, ctr_el0);
    case DCZID_EL0: return ir_const(b, IR_I64, ZERO_BLOCK_LOG2_WORDS);
    case NZCV: return ir_op1(b, IR_NZCV, IR_I32, ir_get_flags(b));
    case FPCR: return ir_get(b, A64_FPCR);
    case FPSR: return get_fpsr(t);
    case TPIDR_EL0: return ir_get(b, A64_TPIDR);
    case TPIDRRO_EL0: return ir_get(b, A64_TPIDRRO);
    case CNTFRQ_EL0: return ir_const(b, IR_I64, cntfrq_el0);
    case CNTVCT_EL0: return ir_helper(b, HELPER_COUNTER, IR_I64, 0, 0, 0);
    }
    return 0;
}

bool a64_tr_MRS(struct a64_tr *t, const struct a64_insn *i)
{
    ir_ref value;
    if (i->op1 == 0) {
        uint64_t id;
        if (!a64_id_register(i->crm, i->op2, &id))
            return false;
        value = ir_const(t->b, IR_I64, id);
    } else {
        value = get_sysreg(t, sysreg_of(i));
        if (!value)
            return false;
    }
    a64_put_x(t, i->rt, IR_I64, value);
    return true;
}

bool a64_tr_MSR_reg(struct a64_tr *t, const struct a64_insn *i)
{
    struct ir_builder *b = t->b;
    ir_ref value = a64_get_x(t, i->rt);
    switch (sysreg_of(i)) {
    case NZCV: ir_put_flags(b, ir_op1(b, IR_PACKF, IR_I32, value)); return true;
    case FPCR:
        ir_put(b, A64_FPCR, ir_opi(b, IR_AND, IR_I64, value, A64_FPCR_MASK));
        ir_exit(b, CPU_EXIT_MODE, b->next_pc);
        return true;
    case FPSR: set_fpsr(t, value); return true;
    case TPIDR_EL0: ir_put(b, A64_TPIDR, value); return true;
    }
    return false;
}
