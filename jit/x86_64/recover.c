// SPDX-License-Identifier: MIT
/*
 * From a host fault in generated code to the guest's state (T10).
 *
 * The pinned registers are exact at every access, so that the handler only
 * computes what the fault row describes (pc, address, pending flags) and
 * sends the thread to the exit stub, which stores the pins as it always does.
 */
#define _GNU_SOURCE
#include "jit/monitor.h"
#include "jit/x86_64/emit-state.h"
#include "jit/x86_64/flags.h"

#include <ucontext.h>

/* Indices of gregs, by the hardware's register numbers. */
static const uint8_t gregs_index[16] = {
    REG_RAX, REG_RCX, REG_RDX, REG_RBX, REG_RSP, REG_RBP, REG_RSI, REG_RDI,
    REG_R8,  REG_R9,  REG_R10, REG_R11, REG_R12, REG_R13, REG_R14, REG_R15,
};

static uint64_t *greg(ucontext_t *uc, int reg)
{
    return (uint64_t *)&uc->uc_mcontext.gregs[gregs_index[reg]];
}

static uint64_t operand(ucontext_t *uc, const int64_t *wide, unsigned kind,
                        int32_t v)
{
    const char *rbp = (const char *)*greg(uc, RBP);
    switch ((enum fault_operand)kind) {
    case FAULT_REG: return *greg(uc, v);
    case FAULT_SLOT: return *(const uint64_t *)(const void *)(rbp + v);
    case FAULT_WIDE_IMM: return (uint64_t)wide[v];
    default: return (uint64_t)(int64_t)v;
    }
}

static unsigned nz(uint64_t r, uint64_t sign)
{
    return (r & sign ? 8u : 0) | (r ? 0 : 4u);
}

/* NZCV of the operation that the row's flags are pending from. */
static unsigned pending_nzcv(ucontext_t *uc, const int64_t *wide,
                             const struct fault_flags *f)
{
    uint64_t x = operand(uc, wide, f->a_kind, f->a);
    uint64_t y = operand(uc, wide, f->b_kind, f->b);
    uint64_t sign = f->type == IR_I32 ? 1ull << 31 : 1ull << 63;
    uint64_t mask = sign | (sign - 1);
    x &= mask;
    y &= mask;
    switch (f->op) {
    case IR_CONSTF: return (unsigned)f->a;
    case IR_ANDF: return nz(x & y, sign);
    case IR_SUBF: {
        uint64_t r = (x - y) & mask;
        return nz(r, sign) | (x >= y ? 2u : 0) |
               ((x ^ y) & (x ^ r) & sign ? 1u : 0);
    }
    default: { /* ADDF */
        uint64_t r = (x + y) & mask;
        return nz(r, sign) | (r < x ? 2u : 0) |
               (~(x ^ y) & (x ^ r) & sign ? 1u : 0);
    }
    }
}

static void recover_flags(const struct backend *be, ucontext_t *uc,
                          const struct fault *fault)
{
    const struct fault_flags *f = fault->flags;
    char *rbp = (char *)*greg(uc, RBP);
    uint64_t *slot =
        (uint64_t *)(void *)(rbp + be->pins.slot[be->isa->flags_reg]);
    if (!f)
        return;
    *slot = f->op == IR_GET ? operand(uc, NULL, FAULT_SLOT, f->a)
                            : flags_word(pending_nzcv(uc, fault->wide, f));
}

static void restore_saved(ucontext_t *uc, const struct cpu *cpu,
                          const struct fault_row *row)
{
    if (row->special & FAULT_SAVED)
        *greg(uc, RBX) = cpu->helper_arg[3];
    if (row->special & FAULT_BORROWED)
        *greg(uc, row->special >> FAULT_REG_SHIFT) = cpu->helper_arg[2];
}

/* After this no register is where the region had it. */
static void take_back_lent(const struct backend *be, ucontext_t *uc,
                           const struct fault_row *row)
{
    const struct pins *pins = &be->lending;
    if (!(row->special & FAULT_LENT))
        return;
    for (unsigned n = 0; n < pins->lent_count; n++) {
        int32_t slot = pins->slot[pins->lent[n].guest];
        *greg(uc, pins->lent[n].host) = operand(uc, NULL, FAULT_SLOT, slot);
    }
}

/* The address of the access, as the guest made it. */
static gaddr_t row_address(ucontext_t *uc, const struct fault_row *row)
{
    uint64_t a = (uint64_t)(int64_t)row->disp;
    if (row->base >= 0)
        a += *greg(uc, row->base);
    if (row->index >= 0)
        a += *greg(uc, row->index) << row->shift;
    return a;
}

/* Has it a tag that a region without masks stumbled over? */
static bool is_tagged(const struct backend *be, const struct fault *fault,
                      gaddr_t a)
{
    gaddr_t to = isa_address(be->isa, a);
    return !fault->masked && to != a && to < be->mem->limit;
}

/* The byte that faulted: the host's answer where that is the truth. */
static gaddr_t fault_address(const struct backend *be,
                             const struct fault *fault, gaddr_t a,
                             gaddr_t given)
{
    gaddr_t to = fault->masked ? isa_address(be->isa, a) : a;
    bool canonical = (int64_t)(to << 16) >> 16 == (int64_t)to;
    bool changed = fault->masked && a >> 55 & 1; /* by the mask */
    return canonical && !changed ? given | (a ^ to) : a;
}

#define CALL_REL32 0xe8

bool backend_reset_hints(const struct cpu *cpu, void *context)
{
    const uint8_t *pc = host_context_pc(context);
    if (*pc != CALL_REL32)
        return false;
    *greg(context, RSP) = (uint64_t)cpu->hint_base;
    return true;
}

void backend_recover(const struct backend *be, struct cpu *cpu,
                     const struct fault *fault, void *context,
                     uint8_t *const *stubs, gaddr_t given)
{
    const struct fault_row *row = fault->row;
    ucontext_t *uc = context;
    if (row->special & FAULT_HINT) {
        const uint8_t *pc = host_context_pc(context);
        bool is_push = *pc >= 0x50 && *pc <= 0x57;
        *greg(uc, RSP) = (uint64_t)cpu->hint_base - (is_push ? 0 : 8);
        return;
    }
    restore_saved(uc, cpu, row);
    monitor_give_back(cpu, false);
    gaddr_t a = row_address(uc, row);
    cpu->pc = fault->pc;
    recover_flags(be, uc, fault);
    take_back_lent(be, uc, row);
    if (is_tagged(be, fault, a)) {
        cpu->link_stub = host_context_pc(context);
        cpu->exit_reason = CPU_EXIT_TAGGED;
    } else {
        cpu->exception = (struct exception){
            .kind = EXCP_DATA,
            .address = fault_address(be, fault, a, given),
            .write = row->write,
        };
        cpu->exit_reason = CPU_EXIT_EXCEPTION;
    }
    host_context_set_pc(context, stubs[STUB_EXIT]);
}
