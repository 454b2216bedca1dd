// SPDX-License-Identifier: MIT
/* A64 branches and exception-generating instructions. */
#include "target/aarch64/translate.h"

enum { LINK_REGISTER = 30 };

static gaddr_t branch_target(const struct a64_tr *t, const struct a64_insn *i)
{
    return t->b->pc + (int64_t)i->imm * A64_INSN_BYTES;
}

static gaddr_t return_address(const struct a64_tr *t)
{
    return t->b->pc + A64_INSN_BYTES;
}

/*
 * Forward, the region goes on at the target; backward it ends, so that every
 * loop passes a region's edge and its poll.
 */
void a64_jump(struct a64_tr *t, gaddr_t target)
{
    if (target > t->b->pc)
        t->b->next_pc = target;
    else
        ir_goto(t->b, target);
}

bool a64_tr_B(struct a64_tr *t, const struct a64_insn *i)
{
    a64_jump(t, branch_target(t, i));
    return true;
}

bool a64_tr_B_cond(struct a64_tr *t, const struct a64_insn *i)
{
    if (i->cond >= COND_AL)
        a64_jump(t, branch_target(t, i));
    else
        ir_exit_cond(t->b, i->cond, ir_get_flags(t->b), branch_target(t, i));
    return true;
}

bool a64_tr_CBZ(struct a64_tr *t, const struct a64_insn *i)
{
    ir_ref value = a64_get_x(t, i->rt);
    uint64_t known;
    if (!a64_is_const(t, value, &known)) {
        ir_exit_zero(t->b, a64_int_type(i->sf), value, !i->nz,
                     branch_target(t, i));
        return true;
    }
    bool zero = (i->sf ? known : (uint32_t)known) == 0;
    if (zero != i->nz)
        a64_jump(t, branch_target(t, i));
    return true;
}

bool a64_tr_TBZ(struct a64_tr *t, const struct a64_insn *i)
{
    ir_ref value = a64_get_x(t, i->rt);
    uint64_t known;
    if (!a64_is_const(t, value, &known))
        ir_exit_bit(t->b, value, i->bit, !i->nz, branch_target(t, i));
    else if ((known >> i->bit & 1) == (uint64_t)i->nz)
        a64_jump(t, branch_target(t, i));
    return true;
}

static void put_link(struct a64_tr *t)
{
    ir_ref link = ir_pc_const(t->b, return_address(t));
    a64_put_x(t, LINK_REGISTER, IR_I64, link);
}

bool a64_tr_BL(struct a64_tr *t, const struct a64_insn *i)
{
    put_link(t);
    ir_call(t->b, branch_target(t, i), return_address(t));
    return true;
}

bool a64_tr_BLR(struct a64_tr *t, const struct a64_insn *i)
{
    /* Read first: blr x30 goes to the old x30. */
    ir_ref target = a64_get_x(t, i->rn);
    put_link(t);
    ir_call_ind(t->b, target, return_address(t));
    return true;
}

bool a64_tr_BR(struct a64_tr *t, const struct a64_insn *i)
{
    ir_goto_ind(t->b, a64_get_x(t, i->rn));
    return true;
}

bool a64_tr_RET(struct a64_tr *t, const struct a64_insn *i)
{
    ir_return(t->b, a64_get_x(t, i->rn));
    return true;
}

bool a64_tr_SVC(struct a64_tr *t, const struct a64_insn *i)
{
    (void)i; /* Linux ignores the immediate. */
    ir_exit(t->b, CPU_EXIT_SYSCALL, t->b->next_pc);
    return true;
}

bool a64_tr_BRK(struct a64_tr *t, const struct a64_insn *i)
{
    ir_raise(t->b, EXCP_BREAKPOINT, i->imm);
    return true;
}
