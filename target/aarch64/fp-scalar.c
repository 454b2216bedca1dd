// SPDX-License-Identifier: MIT
/* Scalar floating point: arithmetic, comparison, selection, moves. */
#include "target/aarch64/simd.h"

static struct shape shape_of(const struct a64_insn *i)
{
    return shape_scalar(LANE_32 + (unsigned)i->sz);
}

static bool put(struct a64_tr *t, const struct a64_insn *i, ir_ref value)
{
    vec_put(t, i->rd, shape_of(i).live, value);
    return true;
}

static ir_ref unary(struct a64_tr *t, const struct a64_insn *i, enum ir_op op)
{
    return fp_op1(t, shape_of(i), op, 0, vec_get(t, i->rn));
}

static ir_ref binary(struct a64_tr *t, const struct a64_insn *i, enum ir_op op)
{
    ir_ref n = vec_get(t, i->rn), m = vec_get(t, i->rm);

    return fp_op2(t, shape_of(i), op, 0, n, m);
}

bool a64_tr_FMOV(struct a64_tr *t, const struct a64_insn *i)
{
    return put(t, i, vec_get(t, i->rn));
}

bool a64_tr_FABS(struct a64_tr *t, const struct a64_insn *i)
{
    return put(t, i, unary(t, i, IR_FABS));
}

bool a64_tr_FNEG(struct a64_tr *t, const struct a64_insn *i)
{
    return put(t, i, unary(t, i, IR_FNEG));
}

bool a64_tr_FSQRT(struct a64_tr *t, const struct a64_insn *i)
{
    return put(t, i, unary(t, i, IR_FSQRT));
}

bool a64_tr_FMUL(struct a64_tr *t, const struct a64_insn *i)
{
    return put(t, i, binary(t, i, IR_FMUL));
}

bool a64_tr_FDIV(struct a64_tr *t, const struct a64_insn *i)
{
    return put(t, i, binary(t, i, IR_FDIV));
}

bool a64_tr_FADD(struct a64_tr *t, const struct a64_insn *i)
{
    return put(t, i, binary(t, i, IR_FADD));
}

bool a64_tr_FSUB(struct a64_tr *t, const struct a64_insn *i)
{
    return put(t, i, binary(t, i, IR_FSUB));
}

bool a64_tr_FMAX(struct a64_tr *t, const struct a64_insn *i)
{
    return put(t, i, binary(t, i, IR_FMAX));
}

bool a64_tr_FMIN(struct a64_tr *t, const struct a64_insn *i)
{
    return put(t, i, binary(t, i, IR_FMIN));
}

bool a64_tr_FMAXNM(struct a64_tr *t, const struct a64_insn *i)
{
    return put(t, i, binary(t, i, IR_FMAXNM));
}

bool a64_tr_FMINNM(struct a64_tr *t, const struct a64_insn *i)
{
    return put(t, i, binary(t, i, IR_FMINNM));
}

bool a64_tr_FNMUL(struct a64_tr *t, const struct a64_insn *i)
{
    ir_ref product = binary(t, i, IR_FMUL);

    return put(t, i, fp_op1(t, shape_of(i), IR_FNEG, 0, product));
}

/* ra + rn * rm; sub negates rn, neg both rn and ra: FNMSUB negates ra only. */
bool a64_tr_FMADD(struct a64_tr *t, const struct a64_insn *i)
{
    unsigned negate_n = (unsigned)(i->sub ^ i->neg);
    unsigned negate_a = (unsigned)i->neg;
    ir_ref n = vec_get(t, i->rn), m = vec_get(t, i->rm);
    ir_ref a = vec_get(t, i->ra);

    return put(
        t, i,
        fp_op3(t, shape_of(i), IR_FMA, negate_n | negate_a << 1, n, m, a));
}

bool a64_tr_FMOV_imm(struct a64_tr *t, const struct a64_insn *i)
{
    enum ir_lane lane = shape_of(i).lane;
    vec128 v = {.d = {fp_expand_imm(lane, i->imm)}};

    return put(t, i, ir_vconst(t->b, v));
}

bool a64_tr_FRINT(struct a64_tr *t, const struct a64_insn *i)
{
    return put(t, i,
               fp_op1(t, shape_of(i), IR_FROUND, fp_rint_rounding(i->rmode),
                      vec_get(t, i->rn)));
}

static ir_ref compare(struct a64_tr *t, const struct a64_insn *i, ir_ref n,
                      ir_ref m)
{
    return ir_emit(t->b, (struct ir_insn){.op = IR_FCMPF,
                                          .type = IR_FLAGS,
                                          .lane = (uint8_t)shape_of(i).lane,
                                          .aux = (uint8_t)i->e,
                                          .a = n,
                                          .b = m});
}

bool a64_tr_FCMP(struct a64_tr *t, const struct a64_insn *i)
{
    ir_ref n = vec_get(t, i->rn);
    ir_ref m = i->z ? a64_vec_zero(t) : vec_get(t, i->rm);

    ir_put_flags(t->b, compare(t, i, n, m));
    return true;
}

/* Conditions 14 and 15 both mean always. */
static bool is_always(int cond)
{
    return cond >= COND_AL;
}

static ir_ref conditional_compare(struct a64_tr *t, const struct a64_insn *i,
                                  ir_ref n, ir_ref m)
{
    return ir_emit(t->b, (struct ir_insn){.op = IR_FCCMPF,
                                          .type = IR_FLAGS,
                                          .lane = (uint8_t)shape_of(i).lane,
                                          .aux = (uint8_t)(i->cond | i->e << 4),
                                          .a = n,
                                          .b = m,
                                          .c = ir_get_flags(t->b),
                                          .imm = i->nzcv});
}

bool a64_tr_FCCMP(struct a64_tr *t, const struct a64_insn *i)
{
    ir_ref n = vec_get(t, i->rn), m = vec_get(t, i->rm), flags;

    if (is_always(i->cond))
        flags = compare(t, i, n, m);
    else
        flags = conditional_compare(t, i, n, m);
    ir_put_flags(t->b, flags);
    return true;
}

bool a64_tr_FCSEL(struct a64_tr *t, const struct a64_insn *i)
{
    ir_ref n = vec_get(t, i->rn), m = vec_get(t, i->rm);

    if (is_always(i->cond) || n == m)
        return put(t, i, n);
    return put(t, i,
               ir_select(t->b, fp_type(shape_of(i)), (enum ir_cond)i->cond,
                         ir_get_flags(t->b), n, m));
}
