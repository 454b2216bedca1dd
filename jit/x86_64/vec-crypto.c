// SPDX-License-Identifier: MIT
/*
 * AES and SHA by the host's own instructions, which take registers below 16
 * only.  Where three operands and two scratch registers do not do, one more
 * register is borrowed: saved in cpu->helper_vec and restored.
 */
#include "jit/x86_64/vec-int.h"

static struct rm save_slot(struct emit *e)
{
    return rm_mem(RBP, CPU_SLOT(e, helper_vec) + 48);
}

static void borrow(struct emit *e, int reg)
{
    emit_v2(e, I_MOVAPS_ST, reg, save_slot(e));
}

static void give_back(struct emit *e, int reg)
{
    emit_v2(e, I_MOVAPS, reg, save_slot(e));
}

/*
 * The round functions without MixColumns: AES(DEC|ENC)LAST with key 0 is what
 * remains.  MixColumns alone: AESDECLAST undoes the first half of AESENC.
 */
void emit_aes(struct emit *e, const struct ir_insn *i)
{
    int t0 = e->vscratch[0];
    struct rm zero = vec_pool(e, 0, 0);

    switch (i->op) {
    case IR_AESE:
        emit_v3(e, I_PXOR, t0, e->a.reg, b_rm(e));
        emit_v3(e, I_AESENCLAST, t0, t0, zero);
        break;
    case IR_AESD:
        emit_v3(e, I_PXOR, t0, e->a.reg, b_rm(e));
        emit_v3(e, I_AESDECLAST, t0, t0, zero);
        break;
    case IR_AESMC:
        emit_vmov(e, t0, e->a.reg);
        emit_v3(e, I_AESDECLAST, t0, t0, zero);
        emit_v3(e, I_AESENC, t0, t0, zero);
        break;
    default:
        emit_vmov(e, t0, e->a.reg);
        vec2(e, I_AESIMC, t0, t0);
        break;
    }
    emit_vmov(e, e->dst, t0);
}

void emit_sha1h(struct emit *e, const struct ir_insn *i)
{
    int t0 = e->vscratch[0], t1 = e->vscratch[1], a = e->a.reg;

    (void)i;
    if (is_evex(e)) {
        vec_shift(e, I_VPROLD, 1, t0, a, 30);
    } else {
        vec_shift(e, I_SHIFTD, SHIFT_SLL, t0, a, 30);
        vec_shift(e, I_SHIFTD, SHIFT_SRL, t1, a, 2);
        emit_v3(e, I_POR, t0, t0, rm_reg(t1));
    }
    emit_v3i(e, I_INSERTPS, t0, t0, rm_reg(t0), 0x0e);
    emit_vmov(e, e->dst, t0);
}

static void legacy(struct emit *e, uint32_t op, int d, struct rm s)
{
    asm_op(&e->as, op, false, d, s);
}

/*
 * SHA1C, P, M: SHA1RNDS4 has the lanes in reverse, e within the schedule
 * word, and adds its constant, which the guest has added already.
 */
void emit_sha1_rounds(struct emit *e, const struct ir_insn *i)
{
    static const uint32_t key[3] = {0x5a827999, 0x6ed9eba1, 0x8f1bbcdc};
    unsigned f = i->op == IR_SHA1C ? 0 : i->op == IR_SHA1P ? 1 : 2;
    int t0 = e->vscratch[0], d = e->dst;
    int low = d < 16 ? d : (t0 + 1) & 3;

    /* y's lane 0 alone; then z and all that is to be known of y is in t0 */
    emit_v3i(e, I_INSERTPS, t0, e->b.reg, rm_reg(e->b.reg), 0x0e);
    emit_v3(e, I_PADDD, t0, t0, rm_reg(e->c.reg));
    emit_v3(e, I_PSUBD, t0, t0, vec_splat(e, LANE_32, key[f]));
    vec2i(e, I_PSHUFD, t0, t0, 0x1b);
    if (low != d)
        borrow(e, low);
    vec2i(e, I_PSHUFD, low, e->a.reg, 0x1b);
    /* of the two parity functions, the one whose constant was taken off */
    asm_op_imm(&e->as, I_SHA1RNDS4, false, low, rm_reg(t0), (int32_t)f, 1);
    vec2i(e, I_PSHUFD, d, low, 0x1b);
    if (low != d)
        give_back(e, low);
}

/* x ^ z ^ (upper half of x, lower half of y) */
void emit_sha1su0(struct emit *e, const struct ir_insn *i)
{
    int t0 = e->vscratch[0];

    (void)i;
    emit_v3i(e, I_PALIGNR, t0, e->b.reg, rm_reg(e->a.reg), 8);
    emit_v3(e, I_PXOR, t0, t0, rm_reg(e->a.reg));
    emit_v3(e, I_PXOR, e->dst, t0, rm_reg(e->c.reg));
}

/* T = x ^ (y >> 32); every lane rotated by 1; lane 3 ^= rol(T[0], 2) */
void emit_sha1su1(struct emit *e, const struct ir_insn *i)
{
    int t0 = e->vscratch[0], t1 = e->vscratch[1], d = e->dst;

    (void)i;
    vec_shift(e, I_SHIFTDQ, SHIFT_SRLDQ, t0, e->b.reg, 4);
    emit_v3(e, I_PXOR, t0, t0, rm_reg(e->a.reg));
    vec_shift(e, I_SHIFTD, SHIFT_SRL, t1, t0, 31);
    emit_v3(e, I_PADDD, t0, t0, rm_reg(t0));
    emit_v3(e, I_POR, t0, t0, rm_reg(t1));
    vec_shift(e, I_SHIFTDQ, SHIFT_SLLDQ, t1, t0, 12);
    vec_shift(e, I_SHIFTD, SHIFT_SRL, d, t1, 31);
    emit_v3(e, I_PADDD, t1, t1, rm_reg(t1));
    emit_v3(e, I_POR, t1, t1, rm_reg(d));
    emit_v3(e, I_PXOR, d, t0, rm_reg(t1));
}

/* Where SHA256RNDS2's registers come from: xmm0 and two others. */
struct sha_regs {
    int p, q;     /* ABEF and CDGH */
    int saved[2]; /* -1: none */
};

static struct sha_regs sha_pick(const struct emit *e)
{
    int t0 = e->vscratch[0], d = e->dst;
    struct sha_regs r = {.p = t0 ? t0 : 1, .saved = {-1, -1}};

    r.q = d > 0 && d < 16 && d != r.p ? d : r.p == 1 ? 2 : 1;
    if (t0 != 0 && d != 0)
        r.saved[0] = 0;
    else if (r.p != t0 && r.p != d)
        r.saved[0] = r.p;
    if (r.q != d)
        r.saved[1] = r.q;
    return r;
}

/*
 * SHA256H and H2 are four rounds each, of which they give one half of the
 * state.  SHA256RNDS2 has the state as ABEF and CDGH (A and C uppermost) and
 * its schedule words in xmm0.
 */
void emit_sha256h(struct emit *e, const struct ir_insn *i)
{
    bool part1 = i->op == IR_SHA256H;
    int32_t at = CPU_SLOT(e, helper_vec), save = CPU_SLOT(e, helper_arg);
    struct rm abcd = rm_mem(RBP, at), efgh = rm_mem(RBP, at + 16);
    struct rm words = rm_mem(RBP, at + 32);
    struct sha_regs r = sha_pick(e);

    emit_v2(e, I_MOVAPS_ST, e->a.reg, abcd);
    emit_v2(e, I_MOVAPS_ST, e->b.reg, efgh);
    emit_v2(e, I_MOVAPS_ST, e->c.reg, words);
    for (int n = 0; n < 2; n++)
        if (r.saved[n] >= 0)
            emit_v2(e, I_MOVUPS_ST, r.saved[n], rm_mem(RBP, save + 16 * n));
    emit_v2(e, I_MOVAPS, r.p, efgh);
    emit_vmov(e, r.q, r.p);
    emit_v3i(e, I_SHUFPS, r.p, r.p, abcd, 0x11);
    emit_v3i(e, I_SHUFPS, r.q, r.q, abcd, 0xbb);
    emit_v2(e, I_MOVAPS, 0, words);
    legacy(e, I_SHA256RNDS2, r.q, rm_reg(r.p));
    vec2i(e, I_PSHUFD, 0, 0, 0x0e);
    legacy(e, I_SHA256RNDS2, r.p, rm_reg(r.q));
    /* p is ABEF now, and q, which was ABEF between, is CDGH */
    emit_v3i(e, I_SHUFPS, r.p, r.p, rm_reg(r.q), part1 ? 0xbb : 0x11);
    emit_v2(e, I_MOVAPS_ST, r.p, abcd);
    for (int n = 0; n < 2; n++)
        if (r.saved[n] >= 0)
            emit_v2(e, I_MOVUPS, r.saved[n], rm_mem(RBP, save + 16 * n));
    emit_v2(e, I_MOVAPS, e->dst, abcd);
}

/* x + the words 4 bytes up in y and z, then the host's second half. */
void emit_sha256su(struct emit *e, const struct ir_insn *i)
{
    int t0 = e->vscratch[0], t1 = e->vscratch[1];

    if (i->op == IR_SHA256SU0) {
        emit_vmov(e, t0, e->a.reg);
        emit_vmov(e, t1, e->b.reg);
        legacy(e, I_SHA256MSG1, t0, rm_reg(t1));
        emit_vmov(e, e->dst, t0);
        return;
    }
    emit_v3i(e, I_PALIGNR, t0, e->c.reg, rm_reg(e->b.reg), 4);
    emit_v3(e, I_PADDD, t0, t0, rm_reg(e->a.reg));
    emit_v2(e, I_MOVAPS_ST, e->c.reg, save_slot(e));
    legacy(e, I_SHA256MSG2, t0, save_slot(e));
    emit_vmov(e, e->dst, t0);
}
