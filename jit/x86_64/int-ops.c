// SPDX-License-Identifier: MIT
/* Integer arithmetic and logic. */
#include "jit/x86_64/emit-state.h"
#include "jit/x86_64/flags.h"
#include "jit/x86_64/fp-int.h"

#define IMUL  (OP_0F | 0xaf)
#define LZCNT (OP_F3 | OP_0F | 0xbd)
#define TZCNT (OP_F3 | OP_0F | 0xbc)
#define BSF   (OP_0F | 0xbc)
#define BSR   (OP_0F | 0xbd)
#define SHLD  (OP_0F | 0xa4)
#define SHRD  (OP_0F | 0xac)
#define ANDN  (OP_0F38 | 0xf2)
#define MULX  (OP_F2 | OP_0F38 | 0xf6)
#define SHLX  (OP_66 | OP_0F38 | 0xf7)
#define SARX  (OP_F3 | OP_0F38 | 0xf7)
#define SHRX  (OP_F2 | OP_0F38 | 0xf7)
#define RORX  (OP_F2 | OP_0F3A | 0xf0)

static bool wide(const struct ir_insn *i)
{
    return i->type != IR_I32;
}

static unsigned width(const struct ir_insn *i)
{
    return wide(i) ? 64 : 32;
}

/* VEX.W as the operand size is. */
static uint32_t sized(uint32_t op, const struct ir_insn *i)
{
    return op | OP_VEX | (wide(i) ? OP_W : 0);
}

static bool is_reg(const struct operand *o, int reg)
{
    return o->kind == O_REG && o->reg == reg;
}

static void load(struct emit *e, bool w, int dst, const struct operand *o)
{
    uint64_t mask = w ? UINT64_MAX : UINT32_MAX;
    if (operand_moves(e, o))
        emit_guest_address(e, dst, (gaddr_t)operand_const(e, o));
    else if (operand_is_const(o))
        asm_mov_imm(&e->as, dst, (uint64_t)operand_const(e, o) & mask);
    else if (o->kind == O_MEM || !w)
        asm_mov(&e->as, w, dst, operand_rm(e, o));
    else
        emit_mov(e, dst, o->reg);
}

static void alu(struct emit *e, enum alu op, bool w, int dst,
                const struct operand *o)
{
    if (o->kind == O_IMM)
        asm_alu_imm(&e->as, op, w, rm_reg(dst), o->imm);
    else
        asm_alu(&e->as, op, w, dst, operand_rm(e, o));
}

/* dst = a op b for an op that commutes. */
static void commute(struct emit *e, enum alu op, bool w)
{
    if (is_reg(&e->b, e->dst)) {
        alu(e, op, w, e->dst, &e->a);
        return;
    }
    if (!is_reg(&e->a, e->dst))
        load(e, true, e->dst, &e->a);
    alu(e, op, w, e->dst, &e->b);
}

static void emit_add(struct emit *e, const struct ir_insn *i)
{
    bool w = wide(i), in_place = is_reg(&e->a, e->dst) || is_reg(&e->b, e->dst);
    if (e->sets_flags || (in_place && !e->flags_live) || e->b.kind == O_MEM)
        commute(e, ALU_ADD, w);
    else if (e->b.kind == O_IMM)
        asm_lea(&e->as, w, e->dst, rm_mem(e->a.reg, e->b.imm));
    else
        asm_lea(&e->as, w, e->dst, rm_index(e->a.reg, e->b.reg, 0, 0));
}

static void emit_sub(struct emit *e, const struct ir_insn *i)
{
    bool w = wide(i);
    if (is_reg(&e->b, e->dst) && !is_reg(&e->a, e->dst)) {
        if (e->sets_flags)
            asm_alu(&e->as, ALU_CMP, w, e->a.reg, rm_reg(e->dst));
        asm_op(&e->as, 0xf7, w, 2, rm_reg(e->dst)); /* not: no flags */
        asm_lea(&e->as, w, e->dst, rm_index(e->a.reg, e->dst, 0, 1));
        return;
    }
    if (!is_reg(&e->a, e->dst))
        load(e, true, e->dst, &e->a);
    alu(e, ALU_SUB, w, e->dst, &e->b);
}

static void emit_and(struct emit *e, const struct ir_insn *i)
{
    commute(e, ALU_AND, wide(i));
}

static void emit_or(struct emit *e, const struct ir_insn *i)
{
    commute(e, ALU_OR, wide(i));
}

static void emit_xor(struct emit *e, const struct ir_insn *i)
{
    commute(e, ALU_XOR, wide(i));
}

static void emit_andn_bmi(struct emit *e, const struct ir_insn *i)
{
    asm_vex(&e->as, sized(ANDN, i), e->dst, e->b.reg, rm_reg(e->a.reg));
}

static void emit_andn(struct emit *e, const struct ir_insn *i)
{
    emit_mov(e, e->dst, e->b.reg);
    asm_op(&e->as, 0xf7, wide(i), 2, rm_reg(e->dst));
    asm_alu(&e->as, ALU_AND, wide(i), e->dst, rm_reg(e->a.reg));
}

/* CF = C or, for SBB, not C, from what form has. */
static void carry_in(struct emit *e, bool borrow)
{
    if (e->flags_form == FORM_LOGIC) {
        asm_byte(&e->as, borrow ? 0xf9 : 0xf8); /* stc, clc */
    } else if ((e->flags_form == FORM_SUB) != borrow) {
        asm_byte(&e->as, 0xf5); /* cmc */
    }
}

/* The carry chain's four: result, or flags alone in a scratch register. */
static void emit_carry(struct emit *e, const struct ir_insn *i)
{
    bool borrow = i->op == IR_SBC || i->op == IR_SBCF;
    bool flags_only = i->op == IR_ADCF || i->op == IR_SBCF;
    int dst = flags_only ? e->scratch[0] : e->dst;
    load(e, true, dst, &e->a);
    carry_in(e, borrow);
    alu(e, borrow ? ALU_SBB : ALU_ADC, wide(i), dst, &e->b);
}

static void emit_not(struct emit *e, const struct ir_insn *i)
{
    load(e, true, e->dst, &e->a);
    asm_op(&e->as, 0xf7, wide(i), 2, rm_reg(e->dst));
}

static void emit_neg(struct emit *e, const struct ir_insn *i)
{
    load(e, true, e->dst, &e->a);
    asm_op(&e->as, 0xf7, wide(i), 3, rm_reg(e->dst));
}

static void emit_mul(struct emit *e, const struct ir_insn *i)
{
    bool w = wide(i);
    if (e->b.kind == O_IMM) {
        asm_op_imm(&e->as, 0x69, w, e->dst, operand_rm(e, &e->a), e->b.imm, 4);
    } else if (is_reg(&e->b, e->dst)) {
        asm_op(&e->as, IMUL, w, e->dst, rm_reg(e->a.reg));
    } else {
        emit_mov(e, e->dst, e->a.reg);
        asm_op(&e->as, IMUL, w, e->dst, operand_rm(e, &e->b));
    }
}

static void emit_mulx(struct emit *e, const struct ir_insn *i)
{
    asm_vex(&e->as, sized(MULX, i), e->dst, e->dst, operand_rm(e, &e->b));
}

/* The low half; the high one is lost in rdx. */
static void emit_mulx_low(struct emit *e, const struct ir_insn *i)
{
    asm_vex(&e->as, sized(MULX, i), RDX, e->dst, operand_rm(e, &e->b));
}

/* rdx:rax = rax * b, by F7 /4 (unsigned) or /5. */
static void emit_mul_high(struct emit *e, const struct ir_insn *i)
{
    asm_op(&e->as, 0xf7, true, i->op == IR_MULHU ? 4 : 5, rm_reg(e->b.reg));
}

static void cold_div_zero(struct emit *e, const struct cold *cold)
{
    asm_mov_imm(&e->as, RAX, 0);
    asm_jmp(&e->as, cold->back);
}

static void cold_div_minus_one(struct emit *e, const struct cold *cold)
{
    asm_op(&e->as, 0xf7, wide(cold->insn), 3, rm_reg(RAX)); /* neg */
    asm_jmp(&e->as, cold->back);
}

static void emit_div(struct emit *e, const struct ir_insn *i)
{
    bool w = wide(i), is_signed = i->op == IR_SDIV;
    uint32_t back = asm_label(&e->as);
    struct cold *cold = emit_cold(e, cold_div_zero, i);
    cold->back = back;
    asm_test(&e->as, w, rm_reg(e->b.reg), e->b.reg);
    asm_jcc(&e->as, CC_E, cold->entry);
    if (is_signed) {
        cold = emit_cold(e, cold_div_minus_one, i);
        cold->back = back;
        asm_alu_imm(&e->as, ALU_CMP, w, rm_reg(e->b.reg), -1);
        asm_jcc(&e->as, CC_E, cold->entry);
        if (w)
            asm_byte(&e->as, 0x48);
        asm_byte(&e->as, 0x99); /* cdq, cqo */
    } else {
        asm_alu(&e->as, ALU_XOR, false, RDX, rm_reg(RDX));
    }
    asm_op(&e->as, 0xf7, w, is_signed ? 7 : 6, rm_reg(e->b.reg));
    asm_place(&e->as, back);
}

static enum shift shift_of(const struct ir_insn *i)
{
    switch (i->op) {
    case IR_SHL: return SH_SHL;
    case IR_SHR: return SH_SHR;
    case IR_SAR: return SH_SAR;
    default: return SH_ROR;
    }
}

static void emit_shift_imm(struct emit *e, const struct ir_insn *i)
{
    unsigned n = (unsigned)operand_const(e, &e->b) & (width(i) - 1);
    if (i->op == IR_ROR && has(e, HOST_AVX2)) {
        asm_vex_imm(&e->as, sized(RORX, i), e->dst, -1, operand_rm(e, &e->a),
                    (uint8_t)n);
        return;
    }
    if (i->op == IR_SHL && n <= 3 && e->a.kind == O_REG && e->a.reg != e->dst) {
        asm_lea(&e->as, wide(i), e->dst, rm_index(REG_NONE, e->a.reg, n, 0));
        return;
    }
    load(e, true, e->dst, &e->a);
    asm_shift_imm(&e->as, shift_of(i), wide(i), e->dst, n);
}

static void emit_shift_x(struct emit *e, const struct ir_insn *i)
{
    uint32_t op = i->op == IR_SHL ? SHLX : i->op == IR_SHR ? SHRX : SARX;
    asm_vex(&e->as, sized(op, i), e->dst, e->b.reg, operand_rm(e, &e->a));
}

static void emit_shift_cl(struct emit *e, const struct ir_insn *i)
{
    load(e, true, e->dst, &e->a);
    asm_shift_cl(&e->as, shift_of(i), wide(i), e->dst);
}

static void emit_extr(struct emit *e, const struct ir_insn *i)
{
    unsigned n = (unsigned)i->imm;
    bool w = wide(i);
    if (e->a.reg == e->b.reg) {
        emit_mov(e, e->dst, e->a.reg);
        asm_shift_imm(&e->as, SH_ROR, w, e->dst, n);
    } else if (e->dst == e->a.reg) {
        asm_op_imm(&e->as, SHLD, w, e->b.reg, rm_reg(e->dst),
                   (int32_t)(width(i) - n), 1);
    } else {
        emit_mov(e, e->dst, e->b.reg);
        asm_op_imm(&e->as, SHRD, w, e->a.reg, rm_reg(e->dst), (int32_t)n, 1);
    }
}

static void extend(struct emit *e, bool is_signed, unsigned lane, bool w,
                   int dst, const struct operand *a)
{
    static const uint32_t ops[2][2] = {{MOVZX_B, MOVZX_W}, {MOVSX_B, MOVSX_W}};
    struct rm rm = operand_rm(e, a);
    if (lane == LANE_64 || (lane == LANE_32 && !is_signed))
        asm_mov(&e->as, lane == LANE_64, dst, rm);
    else if (lane == LANE_32)
        asm_op(&e->as, MOVSXD, w, dst, rm);
    else
        asm_op(&e->as, ops[is_signed][lane], is_signed && w, dst, rm);
}

static void emit_extend(struct emit *e, const struct ir_insn *i)
{
    extend(e, i->op == IR_SEXT, i->lane, wide(i), e->dst, &e->a);
}

/* LANE_* of a field that is a whole lane, or -1. */
static int whole_lane(unsigned bits)
{
    return bits == 8    ? LANE_8
           : bits == 16 ? LANE_16
           : bits == 32 ? LANE_32
                        : -1;
}

static void emit_extract(struct emit *e, const struct ir_insn *i)
{
    unsigned lsb = i->imm & 63, bits = (unsigned)(i->imm >> 8);
    unsigned size = width(i);
    bool is_signed = i->op == IR_SBFX, w = wide(i);
    if (lsb == 0 && whole_lane(bits) >= 0 && bits < size) {
        extend(e, is_signed, (unsigned)whole_lane(bits), w, e->dst, &e->a);
        return;
    }
    load(e, true, e->dst, &e->a);
    if (!is_signed && bits < 32 && lsb + bits < size) {
        if (lsb)
            asm_shift_imm(&e->as, SH_SHR, w, e->dst, lsb);
        asm_alu_imm(&e->as, ALU_AND, false, rm_reg(e->dst),
                    (int32_t)((1u << bits) - 1));
        return;
    }
    if (lsb + bits < size)
        asm_shift_imm(&e->as, SH_SHL, w, e->dst, size - lsb - bits);
    if (bits < size)
        asm_shift_imm(&e->as, is_signed ? SH_SAR : SH_SHR, w, e->dst,
                      size - bits);
}

/*
 * Bits [lsb+n-1:lsb] of a become b's low ones: rotate the field to the
 * bottom, shift b's bits in from the top, rotate them to their place.
 */
static void emit_insert(struct emit *e, const struct ir_insn *i)
{
    unsigned lsb = i->imm & 63, bits = (unsigned)(i->imm >> 8);
    unsigned size = width(i);
    bool w = wide(i);
    int b = e->b.reg;
    if (b == e->dst && (e->a.reg != e->dst || lsb)) {
        emit_mov(e, e->scratch[0], b);
        b = e->scratch[0];
    }
    if (bits == size) {
        asm_mov(&e->as, w, e->dst, rm_reg(b));
        return;
    }
    asm_mov(&e->as, w, e->dst, rm_reg(e->a.reg));
    if (lsb)
        asm_shift_imm(&e->as, SH_ROR, w, e->dst, lsb);
    if (b == e->dst) /* a and b are one value */
        asm_shift_imm(&e->as, SH_ROR, w, e->dst, bits);
    else
        asm_op_imm(&e->as, SHRD, w, b, rm_reg(e->dst), (int32_t)bits, 1);
    if ((lsb + bits) % size)
        asm_shift_imm(&e->as, SH_ROL, w, e->dst, (lsb + bits) % size);
}

/* dst = leading zeros of src; scratch[0] is lost where there is no LZCNT. */
static void leading_zeros(struct emit *e, bool w, int src)
{
    unsigned size = w ? 64 : 32;
    if (has(e, HOST_AVX2)) {
        asm_op(&e->as, LZCNT, w, e->dst, rm_reg(src));
        return;
    }
    asm_op(&e->as, BSR, w, e->dst, rm_reg(src));
    asm_mov_imm(&e->as, e->scratch[0], 2 * size - 1);
    asm_cmov(&e->as, w, CC_E, e->dst, rm_reg(e->scratch[0]));
    asm_alu_imm(&e->as, ALU_XOR, w, rm_reg(e->dst), (int32_t)(size - 1));
}

static void emit_clz(struct emit *e, const struct ir_insn *i)
{
    leading_zeros(e, wide(i), e->a.reg);
}

static void emit_ctz(struct emit *e, const struct ir_insn *i)
{
    bool w = wide(i);
    if (has(e, HOST_AVX2)) {
        asm_op(&e->as, TZCNT, w, e->dst, rm_reg(e->a.reg));
        return;
    }
    asm_op(&e->as, BSF, w, e->dst, rm_reg(e->a.reg));
    asm_mov_imm(&e->as, e->scratch[0], width(i));
    asm_cmov(&e->as, w, CC_E, e->dst, rm_reg(e->scratch[0]));
}

static void emit_cls(struct emit *e, const struct ir_insn *i)
{
    emit_mov(e, e->dst, e->a.reg);
    asm_shift_imm(&e->as, SH_SAR, wide(i), e->dst, 1);
    asm_alu(&e->as, ALU_XOR, wide(i), e->dst, rm_reg(e->a.reg));
    leading_zeros(e, wide(i), e->dst);
    asm_alu_imm(&e->as, ALU_SUB, wide(i), rm_reg(e->dst), 1);
}

static void bswap(struct emit *e, bool w, int reg)
{
    unsigned rex = (w ? 8u : 0) | (reg > 7);
    if (rex)
        asm_byte(&e->as, (uint8_t)(0x40 | rex));
    asm_byte(&e->as, 0x0f);
    asm_byte(&e->as, (uint8_t)(0xc8 | (reg & 7)));
}

/* Exchanges neighbouring groups of n bits; mask has the low ones of each. */
static void swap_groups(struct emit *e, bool w, unsigned n, uint64_t mask)
{
    uint32_t label = emit_const64(e, mask);
    int t = e->scratch[0];
    emit_mov(e, t, e->dst);
    asm_shift_imm(&e->as, SH_SHR, w, e->dst, n);
    asm_alu(&e->as, ALU_AND, w, e->dst, rm_label(label));
    asm_alu(&e->as, ALU_AND, w, t, rm_label(label));
    asm_shift_imm(&e->as, SH_SHL, w, t, n);
    asm_alu(&e->as, ALU_OR, w, e->dst, rm_reg(t));
}

static void emit_rbit(struct emit *e, const struct ir_insn *i)
{
    bool w = wide(i);
    asm_mov(&e->as, w, e->dst, rm_reg(e->a.reg));
    bswap(e, w, e->dst);
    swap_groups(e, w, 4, 0x0f0f0f0f0f0f0f0full);
    swap_groups(e, w, 2, 0x3333333333333333ull);
    swap_groups(e, w, 1, 0x5555555555555555ull);
}

static void emit_rev(struct emit *e, const struct ir_insn *i)
{
    bool w = wide(i);
    asm_mov(&e->as, w, e->dst, rm_reg(e->a.reg));
    if (i->lane == LANE_16) {
        swap_groups(e, w, 8, 0x00ff00ff00ff00ffull);
        return;
    }
    bswap(e, w, e->dst);
    if (w && i->lane == LANE_32)
        asm_shift_imm(&e->as, SH_ROR, true, e->dst, 32);
}

static void emit_crc32c(struct emit *e, const struct ir_insn *i)
{
    uint32_t op = OP_F2 | OP_0F38 | (i->lane == LANE_8 ? 0xf0 | OP_BYTE : 0xf1);
    int data = e->b.reg;
    if (data == e->dst) { /* which loses its upper half */
        emit_mov(e, e->scratch[0], data);
        data = e->scratch[0];
    }
    asm_mov(&e->as, false, e->dst, rm_reg(e->a.reg));
    if (i->lane == LANE_16)
        asm_byte(&e->as, 0x66);
    asm_op(&e->as, op, i->lane == LANE_64, e->dst, rm_reg(data));
}

static void store_args(struct emit *e)
{
    const struct operand *args[] = {&e->a, &e->b, &e->c};
    for (unsigned n = 0; n < 3; n++) {
        struct rm slot =
            rm_mem(RBP, cpu_slot(e, offsetof(struct cpu, helper_arg) + 8 * n));
        if (args[n]->kind == O_REG)
            asm_mov_store(&e->as, true, slot, args[n]->reg);
    }
}

/* The polynomial of zlib, for which SSE4.2 has no instruction. */
static void emit_crc32_iso(struct emit *e, const struct ir_insn *i)
{
    store_args(e);
    asm_mov_store_imm(
        &e->as, true,
        rm_mem(RBP, cpu_slot(e, offsetof(struct cpu, helper_arg) + 16)),
        1 << i->lane);
    emit_helper_call(e, HELPER_CRC32);
}

static void emit_helper(struct emit *e, const struct ir_insn *i)
{
    store_args(e);
    emit_helper_call(e, (unsigned)i->imm);
}

static void emit_setc(struct emit *e, const struct ir_insn *i)
{
    enum flags_form form = (enum flags_form)e->flags_form;
    struct flags_test t = flags_test(form, (enum ir_cond)i->aux);
    if (t.parity || t.invert_carry) {
        uint32_t yes = asm_label(&e->as);
        asm_mov_imm(&e->as, e->dst, 1);
        flags_jump(e, form, (enum ir_cond)i->aux, yes);
        asm_mov_imm(&e->as, e->dst, 0);
        asm_place(&e->as, yes);
        return;
    }
    asm_setcc(&e->as, t.cc, e->dst);
    asm_op(&e->as, MOVZX_B, false, e->dst, rm_reg(e->dst));
}

/* Branching form, for conditions of two tests and for vectors. */
static void select_by_jump(struct emit *e, const struct ir_insn *i,
                           void (*mov)(struct emit *, int, int))
{
    enum flags_form form = (enum flags_form)e->flags_form;
    enum ir_cond cond = (enum ir_cond)i->aux;
    uint32_t done = asm_label(&e->as);
    if (e->dst == e->a.reg) {
        flags_jump(e, form, cond, done);
        mov(e, e->dst, e->b.reg);
    } else {
        mov(e, e->dst, e->b.reg);
        flags_jump(e, form, (enum ir_cond)(cond ^ 1), done);
        mov(e, e->dst, e->a.reg);
    }
    asm_place(&e->as, done);
}

static void emit_select(struct emit *e, const struct ir_insn *i)
{
    struct flags_test t =
        flags_test((enum flags_form)e->flags_form, (enum ir_cond)i->aux);
    bool w = wide(i);
    if (t.parity || t.invert_carry) {
        select_by_jump(e, i, emit_mov);
        if (!w)
            asm_mov(&e->as, false, e->dst, rm_reg(e->dst));
    } else if (e->dst == e->a.reg) {
        asm_cmov(&e->as, w, (enum cc)(t.cc ^ 1), e->dst, rm_reg(e->b.reg));
    } else {
        emit_mov(e, e->dst, e->b.reg);
        asm_cmov(&e->as, w, t.cc, e->dst, rm_reg(e->a.reg));
    }
}

static void emit_select_vec(struct emit *e, const struct ir_insn *i)
{
    select_by_jump(e, i, emit_vmov);
}

static void emit_copy(struct emit *e, const struct ir_insn *i)
{
    load(e, wide(i), e->dst, &e->a);
}

static void emit_copy_vec(struct emit *e, const struct ir_insn *i)
{
    (void)i;
    if (e->a.kind == O_REG)
        emit_vmov(e, e->dst, e->a.reg);
    else
        emit_v2(e, OP_0F | 0x28 | OP_N(4), e->dst, operand_rm(e, &e->a));
}

/* MRS NZCV: bits 31 to 28 from the saved form. */
static void emit_nzcv(struct emit *e, const struct ir_insn *i)
{
    struct assembler *as = &e->as;
    int t = e->scratch[0], s = e->scratch[1];
    (void)i;
    flags_to_word(e, (enum flags_form)e->flags_form);
    asm_mov(as, false, t, rm_reg(RAX));
    asm_shift_imm(as, SH_SHL, false, t, 16);
    asm_alu_imm(as, ALU_AND, false, rm_reg(t), (int32_t)0xc0000000);
    asm_alu_imm(as, ALU_XOR, false, rm_reg(RAX), 0x100);
    asm_mov(as, false, s, rm_reg(RAX));
    asm_alu_imm(as, ALU_AND, false, rm_reg(s), 0x100);
    asm_shift_imm(as, SH_SHL, false, s, 21);
    asm_alu(as, ALU_OR, false, t, rm_reg(s));
    asm_alu_imm(as, ALU_AND, false, rm_reg(RAX), 1);
    asm_shift_imm(as, SH_SHL, false, RAX, 28);
    asm_alu(as, ALU_OR, false, RAX, rm_reg(t));
}

/* eax |= bit `from` of src, moved to bit `to` (a right shift). */
static void move_bit(struct emit *e, int src, unsigned from, unsigned to,
                     bool invert)
{
    struct assembler *as = &e->as;
    int t = e->scratch[0];
    asm_mov(as, false, t, rm_reg(src));
    asm_shift_imm(as, SH_SHR, false, t, from - to);
    if (invert)
        asm_op(as, 0xf7, false, 2, rm_reg(t));
    asm_alu_imm(as, ALU_AND, false, rm_reg(t), 1 << to);
    asm_alu(as, ALU_OR, false, RAX, rm_reg(t));
}

static void emit_packf(struct emit *e, const struct ir_insn *i)
{
    struct assembler *as = &e->as;
    (void)i;
    asm_mov(as, false, RAX, rm_reg(e->a.reg));
    asm_shift_imm(as, SH_SHR, false, RAX, 16);
    asm_alu_imm(as, ALU_AND, false, rm_reg(RAX), 0xc000);
    move_bit(e, e->a.reg, 29, 8, true);
    move_bit(e, e->a.reg, 28, 0, false);
    flags_from_word(e);
}

static void constant_flags(struct emit *e, unsigned nzcv)
{
    asm_mov_imm(&e->as, RAX, flags_word(nzcv));
    flags_from_word(e);
}

static void emit_ccmpf(struct emit *e, const struct ir_insn *i)
{
    struct assembler *as = &e->as;
    bool w = wide(i);
    uint32_t compare = asm_label(as), done = asm_label(as);
    flags_jump(e, (enum flags_form)e->flags_form, (enum ir_cond)(i->aux & 15),
               compare);
    constant_flags(e, (unsigned)i->imm);
    asm_jmp(as, done);
    asm_place(as, compare);
    if (i->aux & 16) {
        load(e, true, RAX, &e->a);
        alu(e, ALU_ADD, w, RAX, &e->b);
        asm_byte(as, 0xf5); /* cmc: as after a subtraction */
    } else {
        alu(e, ALU_CMP, w, e->a.reg, &e->b);
    }
    asm_place(as, done);
}

static void emit_fccmpf(struct emit *e, const struct ir_insn *i)
{
    struct assembler *as = &e->as;
    uint32_t compare = asm_label(as), done = asm_label(as);
    flags_jump(e, (enum flags_form)e->flags_form, (enum ir_cond)(i->aux & 15),
               compare);
    constant_flags(e, (unsigned)i->imm);
    asm_jmp(as, done);
    asm_place(as, compare);
    emit_fp_cmpf(e, i);
    flags_to_word(e, FORM_FCMP);
    flags_from_word(e);
    asm_place(as, done);
}

/* Rules that depend on the op alone. */
static const struct op_rule rules[IR_OP_COUNT] = {
    [IR_ADD] = {emit_add, C_GPR, C_GPR_IMM, C_NONE, C_GPR,
                E_TIED | E_FLAGS_SOFT},
    [IR_SUB] = {emit_sub, C_GPR, C_GPR_RMI, C_NONE, C_GPR, E_TIED | E_FLAGS},
    [IR_ADC] = {emit_carry, C_GPR, C_GPR_IMM, C_FLAGS, C_GPR,
                E_EARLY | E_FLAGS},
    [IR_SBC] = {emit_carry, C_GPR, C_GPR_IMM, C_FLAGS, C_GPR,
                E_EARLY | E_FLAGS},
    [IR_AND] = {emit_and, C_GPR, C_GPR_RMI, C_NONE, C_GPR, E_TIED | E_FLAGS},
    [IR_OR] = {emit_or, C_GPR, C_GPR_RMI, C_NONE, C_GPR, E_TIED | E_FLAGS},
    [IR_XOR] = {emit_xor, C_GPR, C_GPR_RMI, C_NONE, C_GPR, E_TIED | E_FLAGS},
    [IR_ANDN] = {emit_andn, C_GPR, C_GPR, C_NONE, C_GPR, E_EARLY | E_FLAGS},
    [IR_NOT] = {emit_not, C_GPR, C_NONE, C_NONE, C_GPR, E_TIED},
    [IR_NEG] = {emit_neg, C_GPR, C_NONE, C_NONE, C_GPR, E_TIED | E_FLAGS},
    [IR_MUL] = {emit_mul, C_GPR, C_GPR_RMI, C_NONE, C_GPR, E_TIED | E_FLAGS},
    [IR_MULHU] = {emit_mul_high, C_RAX, C_GPR, C_NONE, C_GPR,
                  E_FLAGS | E_RAX | E_DST_RDX},
    [IR_MULHS] = {emit_mul_high, C_RAX, C_GPR, C_NONE, C_GPR,
                  E_FLAGS | E_RAX | E_DST_RDX},
    [IR_UDIV] = {emit_div, C_RAX, C_GPR, C_NONE, C_GPR,
                 E_FLAGS | E_DST_RAX | E_RDX},
    [IR_SDIV] = {emit_div, C_RAX, C_GPR, C_NONE, C_GPR,
                 E_FLAGS | E_DST_RAX | E_RDX},
    [IR_EXTR] = {emit_extr, C_GPR, C_GPR, C_NONE, C_GPR, E_TIED_B | E_FLAGS},
    [IR_UEXT] = {emit_extend, C_GPR_RM, C_NONE, C_NONE, C_GPR, 0},
    [IR_SEXT] = {emit_extend, C_GPR_RM, C_NONE, C_NONE, C_GPR, 0},
    [IR_UBFX] = {emit_extract, C_GPR, C_NONE, C_NONE, C_GPR, E_TIED | E_FLAGS},
    [IR_SBFX] = {emit_extract, C_GPR, C_NONE, C_NONE, C_GPR, E_TIED | E_FLAGS},
    [IR_BFI] = {emit_insert, C_GPR, C_GPR, C_NONE, C_GPR,
                E_TIED | E_FLAGS | E_GPR1},
    [IR_CLZ] = {emit_clz, C_GPR, C_NONE, C_NONE, C_GPR, E_FLAGS | E_GPR1},
    [IR_CLS] = {emit_cls, C_GPR, C_NONE, C_NONE, C_GPR,
                E_EARLY | E_FLAGS | E_GPR1},
    [IR_CTZ] = {emit_ctz, C_GPR, C_NONE, C_NONE, C_GPR, E_FLAGS | E_GPR1},
    [IR_RBIT] = {emit_rbit, C_GPR, C_NONE, C_NONE, C_GPR, E_FLAGS | E_GPR1},
    [IR_REV] = {emit_rev, C_GPR, C_NONE, C_NONE, C_GPR, E_FLAGS | E_GPR1},
    [IR_ADDF] = {NULL, C_GPR, C_GPR_IMM, C_NONE, C_FLAGS, E_FLAGS},
    [IR_SUBF] = {NULL, C_GPR, C_GPR_RMI, C_NONE, C_FLAGS, E_FLAGS},
    [IR_ANDF] = {NULL, C_GPR, C_GPR_RMI, C_NONE, C_FLAGS, E_FLAGS},
    [IR_ADCF] = {emit_carry, C_GPR, C_GPR_IMM, C_FLAGS, C_FLAGS,
                 E_FLAGS | E_GPR1},
    [IR_SBCF] = {emit_carry, C_GPR, C_GPR_IMM, C_FLAGS, C_FLAGS,
                 E_FLAGS | E_GPR1},
    [IR_CCMPF] = {emit_ccmpf, C_GPR, C_GPR_RMI, C_FLAGS, C_FLAGS,
                  E_FLAGS | E_RAX},
    [IR_FCCMPF] = {emit_fccmpf, C_VEC, C_VEC, C_FLAGS, C_FLAGS,
                   E_FLAGS | E_RAX},
    [IR_PACKF] = {emit_packf, C_GPR, C_NONE, C_NONE, C_FLAGS,
                  E_FLAGS | E_RAX | E_GPR1},
    [IR_NZCV] = {emit_nzcv, C_FLAGS, C_NONE, C_NONE, C_GPR,
                 E_FLAGS | E_DST_RAX | E_GPR2},
    [IR_SETC] = {emit_setc, C_FLAGS, C_NONE, C_NONE, C_GPR, 0},
    [IR_HELPER] = {emit_helper, C_GPR, C_GPR, C_GPR, C_GPR,
                   E_FLAGS | E_DST_RAX},
};

/* PUT is emit.c's; the rule tells what happens to EFLAGS: nothing. */
static const struct op_rule put_rule = {.dst = C_NONE};

static const struct op_rule *shift_rule(const struct emit *e,
                                        const struct ir_insn *i)
{
    static const struct op_rule by_imm = {
        emit_shift_imm, C_GPR, C_IMM, C_NONE, C_GPR, E_TIED | E_FLAGS};
    static const struct op_rule by_rorx = {emit_shift_imm, C_GPR_RM, C_IMM,
                                           C_NONE,         C_GPR,    0};
    static const struct op_rule by_x = {emit_shift_x, C_GPR_RM, C_GPR,
                                        C_NONE,       C_GPR,    0};
    static const struct op_rule by_cl = {
        emit_shift_cl, C_GPR, C_RCX, C_NONE, C_GPR, E_TIED | E_FLAGS};
    if (e->region->insns[i->b].op == IR_CONST)
        return i->op == IR_ROR && has(e, HOST_AVX2) ? &by_rorx : &by_imm;
    return i->op != IR_ROR && has(e, HOST_AVX2) ? &by_x : &by_cl;
}

static const struct op_rule *select_rule(const struct ir_insn *i)
{
    static const struct op_rule gpr = {emit_select, C_GPR, C_GPR,
                                       C_FLAGS,     C_GPR, E_TIED};
    static const struct op_rule vec = {emit_select_vec, C_VEC, C_VEC,
                                       C_FLAGS,         C_VEC, E_TIED};
    return i->type >= IR_F16 ? &vec : &gpr;
}

static const struct op_rule *copy_rule(const struct emit *e,
                                       const struct ir_insn *i)
{
    static const struct op_rule gpr = {emit_copy, C_GPR_RM, C_NONE,
                                       C_NONE,    C_GPR,    E_TIED};
    static const struct op_rule imm = {emit_copy, C_IMM, C_NONE,
                                       C_NONE,    C_GPR, 0};
    static const struct op_rule vec = {emit_copy_vec, C_VEC_RM, C_NONE,
                                       C_NONE,        C_VEC,    E_TIED};
    if (i->type >= IR_F16)
        return &vec;
    const struct ir_insn *a = &e->region->insns[i->a];
    bool whole = !ir_moves(a) || i->type == IR_I64;
    return a->op == IR_CONST && whole ? &imm : &gpr;
}

const struct op_rule *int_rule(const struct emit *e, const struct ir_insn *i)
{
    static const struct op_rule andn_bmi = {emit_andn_bmi, C_GPR, C_GPR,
                                            C_NONE,        C_GPR, E_FLAGS};
    static const struct op_rule mulx = {emit_mulx, C_RDX, C_GPR_RM,
                                        C_NONE,    C_GPR, 0};
    static const struct op_rule crc32c = {emit_crc32c, C_GPR, C_GPR,
                                          C_NONE,      C_GPR, E_TIED | E_GPR1};
    static const struct op_rule crc32 = {
        emit_crc32_iso, C_GPR, C_GPR, C_NONE, C_GPR, E_FLAGS | E_DST_RAX};
    static const struct op_rule fccmpf_flush = {
        emit_fccmpf, C_VEC, C_VEC, C_FLAGS, C_FLAGS, E_FLAGS | E_RAX | E_VEC2};
    switch (i->op) {
    case IR_PUT:
    case IR_GET:
    case IR_CONST:
    case IR_VCONST:
    case IR_CONSTF: return &put_rule;
    case IR_SHL:
    case IR_SHR:
    case IR_SAR:
    case IR_ROR: return shift_rule(e, i);
    case IR_SELECT: return select_rule(i);
    case IR_COPY: return copy_rule(e, i);
    case IR_FCCMPF: return fp_flushes(e) ? &fccmpf_flush : &rules[i->op];
    case IR_CRC32: return i->aux ? &crc32c : &crc32;
    case IR_ANDN: return has(e, HOST_AVX2) ? &andn_bmi : &rules[i->op];
    case IR_MULHU: return has(e, HOST_AVX2) ? &mulx : &rules[i->op];
    default: return rules[i->op].dst ? &rules[i->op] : NULL;
    }
}

const struct op_rule *int_rule_sparing_flags(const struct emit *e,
                                             const struct ir_insn *i)
{
    static const struct op_rule mul = {emit_mulx_low, C_RDX, C_GPR_RM,
                                       C_NONE,        C_GPR, E_RDX};
    return i->op == IR_MUL && has(e, HOST_AVX2) ? &mul : NULL;
}
