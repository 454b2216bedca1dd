// SPDX-License-Identifier: MIT
/* AES, SHA-1 and SHA-256; the IR's ops are the manual's functions. */
#include "target/aarch64/simd.h"

static bool put(struct a64_tr *t, const struct a64_insn *i, ir_ref value)
{
    vec_put(t, i->rd, LANE_128, value);
    return true;
}

static bool of_n(struct a64_tr *t, const struct a64_insn *i, enum ir_op op)
{
    return put(t, i, vop1(t, op, LANE_128, vec_get(t, i->rn)));
}

static bool of_d_n(struct a64_tr *t, const struct a64_insn *i, enum ir_op op)
{
    ir_ref d = vec_get(t, i->rd), n = vec_get(t, i->rn);

    return put(t, i, vop2(t, op, LANE_128, d, n));
}

static bool of_d_n_m(struct a64_tr *t, const struct a64_insn *i, enum ir_op op)
{
    ir_ref d = vec_get(t, i->rd), n = vec_get(t, i->rn);

    return put(t, i, vop3(t, op, LANE_128, d, n, vec_get(t, i->rm)));
}

bool a64_tr_AESMC(struct a64_tr *t, const struct a64_insn *i)
{
    return of_n(t, i, IR_AESMC);
}

bool a64_tr_AESIMC(struct a64_tr *t, const struct a64_insn *i)
{
    return of_n(t, i, IR_AESIMC);
}

bool a64_tr_SHA1H(struct a64_tr *t, const struct a64_insn *i)
{
    return of_n(t, i, IR_SHA1H);
}

bool a64_tr_AESE(struct a64_tr *t, const struct a64_insn *i)
{
    return of_d_n(t, i, IR_AESE);
}

bool a64_tr_AESD(struct a64_tr *t, const struct a64_insn *i)
{
    return of_d_n(t, i, IR_AESD);
}

bool a64_tr_SHA1SU1(struct a64_tr *t, const struct a64_insn *i)
{
    return of_d_n(t, i, IR_SHA1SU1);
}

bool a64_tr_SHA256SU0(struct a64_tr *t, const struct a64_insn *i)
{
    return of_d_n(t, i, IR_SHA256SU0);
}

bool a64_tr_SHA1C(struct a64_tr *t, const struct a64_insn *i)
{
    return of_d_n_m(t, i, IR_SHA1C);
}

bool a64_tr_SHA1P(struct a64_tr *t, const struct a64_insn *i)
{
    return of_d_n_m(t, i, IR_SHA1P);
}

bool a64_tr_SHA1M(struct a64_tr *t, const struct a64_insn *i)
{
    return of_d_n_m(t, i, IR_SHA1M);
}

bool a64_tr_SHA1SU0(struct a64_tr *t, const struct a64_insn *i)
{
    return of_d_n_m(t, i, IR_SHA1SU0);
}

bool a64_tr_SHA256H(struct a64_tr *t, const struct a64_insn *i)
{
    return of_d_n_m(t, i, IR_SHA256H);
}

bool a64_tr_SHA256SU1(struct a64_tr *t, const struct a64_insn *i)
{
    return of_d_n_m(t, i, IR_SHA256SU1);
}

/* SHA256hash() with X from rn and Y from rd. */
bool a64_tr_SHA256H2(struct a64_tr *t, const struct a64_insn *i)
{
    ir_ref d = vec_get(t, i->rd), n = vec_get(t, i->rn);
    ir_ref m = vec_get(t, i->rm);

    return put(t, i, vop3(t, IR_SHA256H2, LANE_128, n, d, m));
}
