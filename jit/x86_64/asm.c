// SPDX-License-Identifier: MIT
/* The x86-64 assembler: prefixes, ModRM, displacement, labels. */
#include "jit/x86_64/asm.h"

#include <string.h>

void asm_init(struct assembler *as, uint8_t *buf, uint32_t size)
{
    as->buf = buf;
    as->size = size - ASM_SLACK;
    as->used = 0;
    as->overflow = false;
    as->label_count = 0;
    as->fixup_count = 0;
}

/*
 * Starts an instruction: there is room for ASM_SLACK bytes, so that what it
 * is made of needs no checks of its own.
 */
static inline void asm_start(struct assembler *as)
{
    if (as->used > as->size) {
        as->overflow = true;
        as->used = 0;
    }
}

void asm_byte(struct assembler *as, uint8_t b)
{
    as->buf[as->used++] = b;
}

static inline void asm_put(struct assembler *as, const void *p, uint32_t n)
{
    memcpy(as->buf + as->used, p, n);
    as->used += n;
}

void asm_u32(struct assembler *as, uint32_t v)
{
    asm_put(as, &v, sizeof(v));
}

void asm_data(struct assembler *as, const void *p, uint32_t n)
{
    if (as->used > as->size || as->size - as->used < n) {
        as->overflow = true;
        as->used = 0;
        return;
    }
    asm_put(as, p, n);
}

/* The recommended multi-byte nops (Intel SDM 2B, NOP). */
static const uint8_t nops[9][9] = {
    {0x90},
    {0x66, 0x90},
    {0x0f, 0x1f, 0x00},
    {0x0f, 0x1f, 0x40, 0x00},
    {0x0f, 0x1f, 0x44, 0x00, 0x00},
    {0x66, 0x0f, 0x1f, 0x44, 0x00, 0x00},
    {0x0f, 0x1f, 0x80, 0x00, 0x00, 0x00, 0x00},
    {0x0f, 0x1f, 0x84, 0x00, 0x00, 0x00, 0x00, 0x00},
    {0x66, 0x0f, 0x1f, 0x84, 0x00, 0x00, 0x00, 0x00, 0x00},
};

void asm_align(struct assembler *as, uint32_t align, uint32_t ahead)
{
    uint32_t pad = -(as->used + ahead) & (align - 1);
    while (pad) {
        uint32_t n = pad < 9 ? pad : 9;
        asm_data(as, nops[n - 1], n);
        pad -= n;
    }
}

uint32_t asm_label(struct assembler *as)
{
    if (as->label_count + 1 >= ASM_MAX_LABELS) {
        as->overflow = true;
        return as->label_count;
    }
    as->labels[++as->label_count] = 0;
    return as->label_count;
}

void asm_place(struct assembler *as, uint32_t label)
{
    as->labels[label] = as->used + 1;
}

void asm_resolve(struct assembler *as)
{
    if (as->overflow)
        return;
    for (uint32_t i = 0; i < as->fixup_count; i++) {
        const struct asm_fixup *f = &as->fixups[i];
        uint32_t target = as->labels[f->label] - 1;
        uint32_t rel = target - (f->at + 4 + (uint32_t)f->addend);
        memcpy(as->buf + f->at, &rel, 4);
    }
}

static void asm_rel32(struct assembler *as, uint32_t label, int32_t addend)
{
    asm_start(as);
    if (as->fixup_count == ASM_MAX_FIXUPS) {
        as->overflow = true;
        return;
    }
    as->fixups[as->fixup_count++] = (struct asm_fixup){as->used, label, addend};
    asm_u32(as, 0);
}

/*
 * What an instruction is made of is written through a cursor of its own: each
 * byte by way of *as would load and store as->used.
 */
static inline uint8_t *asm_cursor(struct assembler *as)
{
    asm_start(as);
    return as->buf + as->used;
}

static inline void asm_end(struct assembler *as, const uint8_t *p)
{
    as->used = (uint32_t)(p - as->buf);
}

static inline uint8_t *put_u32(uint8_t *p, uint32_t v)
{
    memcpy(p, &v, sizeof(v));
    return p + sizeof(v);
}

/* ModRM, SIB and displacement of memory, but for labels. */
static uint8_t *put_memory(uint8_t *p, uint8_t r, struct rm rm, unsigned n)
{
    int base = rm_base_of(rm), index = rm_index_of(rm);
    int32_t disp = rm_disp_of(rm), small = disp >> n;
    uint8_t sib =
        (uint8_t)(rm_shift_of(rm) << 6 | (index < 0 ? 4 : index & 7) << 3);
    if (base < 0) { /* SIB with disp32 */
        *p++ = r | 4;
        *p++ = sib | 5;
        return put_u32(p, (uint32_t)disp);
    }
    base &= 7;
    bool fits =
        small == (int8_t)small && (int32_t)((uint32_t)small << n) == disp;
    bool none = disp == 0 && base != RBP;
    uint8_t mod = none ? 0 : fits ? 0x40 : 0x80;
    if (index >= 0 || base == RSP) {
        *p++ = mod | r | 4;
        *p++ = sib | (uint8_t)base;
    } else {
        *p++ = mod | r | (uint8_t)base;
    }
    if (none)
        return p;
    if (!fits)
        return put_u32(p, (uint32_t)disp);
    *p++ = (uint8_t)small;
    return p;
}

/* Ends an instruction: its ModRM.  n: log2 of the disp8 scale (EVEX). */
static inline void asm_modrm(struct assembler *as, uint8_t *p, int reg,
                             struct rm rm, unsigned n, int32_t addend)
{
    uint8_t r = (uint8_t)((reg & 7) << 3);
    if (rm_reg_of(rm) >= 0) {
        *p++ = 0xc0 | r | (rm_reg_of(rm) & 7);
        asm_end(as, p);
    } else if (rm_label_of(rm)) {
        *p++ = r | 5;
        asm_end(as, p);
        asm_rel32(as, rm_label_of(rm), addend);
    } else {
        asm_end(as, put_memory(p, r, rm, n));
    }
}

static unsigned rex_xb(struct rm rm)
{
    unsigned b = (unsigned)rm_reg_of(rm), x = 0;
    if (rm_reg_of(rm) < 0) {
        b = rm_base_of(rm) < 0 ? 0 : (unsigned)rm_base_of(rm);
        x = rm_index_of(rm) < 0 ? 0 : (unsigned)rm_index_of(rm);
    }
    return (x >> 3 & 1) << 1 | (b >> 3 & 1);
}

/* Byte registers that without REX would be ah, ch, dh, bh. */
static bool needs_rex(int reg, struct rm rm)
{
    return (reg >= RSP && reg <= RDI) ||
           (rm_reg_of(rm) >= RSP && rm_reg_of(rm) <= RDI);
}

static void asm_legacy(struct assembler *as, uint32_t op, bool w, int reg,
                       struct rm rm, int32_t addend)
{
    uint8_t *p = asm_cursor(as);
    static const uint8_t prefix[4] = {0, 0x66, 0xf3, 0xf2};
    if (op & OP_PP)
        *p++ = prefix[(op & OP_PP) >> 10];
    unsigned rex =
        (w || (op & OP_W) ? 8 : 0) | ((unsigned)reg >> 3 & 1) << 2 | rex_xb(rm);
    if (rex || ((op & OP_BYTE) && needs_rex(reg, rm)))
        *p++ = (uint8_t)(0x40 | rex);
    if (op & OP_MAP) {
        *p++ = 0x0f;
        if ((op & OP_MAP) != OP_0F)
            *p++ = (op & OP_MAP) == OP_0F38 ? 0x38 : 0x3a;
    }
    *p++ = (uint8_t)op;
    asm_modrm(as, p, reg, rm, 0, addend);
}

void asm_op(struct assembler *as, uint32_t op, bool w, int reg, struct rm rm)
{
    asm_legacy(as, op, w, reg, rm, 0);
}

void asm_op_imm(struct assembler *as, uint32_t op, bool w, int reg,
                struct rm rm, int32_t imm, unsigned bytes)
{
    asm_legacy(as, op, w, reg, rm, (int32_t)bytes);
    asm_put(as, &imm, bytes);
}

static uint8_t *put_evex_prefix(uint8_t *p, uint32_t op, int reg, int vvvv,
                                struct rm rm)
{
    unsigned v = vvvv < 0 ? 0 : (unsigned)vvvv;
    unsigned xb = rex_xb(rm);
    if (rm_reg_of(rm) >= 0)
        xb = (xb & 1) | ((unsigned)rm_reg_of(rm) >> 4 & 1) << 1;
    unsigned w = op & (OP_W | OP_EW) ? 1 : 0;
    unsigned ll = op & OP_L512 ? 2 : op & OP_L256 ? 1 : 0;
    *p++ = 0x62;
    *p++ = (uint8_t)(((~(unsigned)reg >> 3 & 1) << 7) | ((~xb & 3) << 5) |
                     ((~(unsigned)reg >> 4 & 1) << 4) | (op & OP_MAP) >> 8);
    *p++ = (uint8_t)(w << 7 | (~v & 15) << 3 | 4 | (op & OP_PP) >> 10);
    *p++ = (uint8_t)((op & OP_Z ? 0x80 : 0) | ll << 5 | (~v >> 4 & 1) << 3 |
                     (op & OP_KMASK) >> 23);
    return p;
}

static uint8_t *put_vex_prefix(uint8_t *p, uint32_t op, int reg, int vvvv,
                               struct rm rm)
{
    unsigned v = vvvv < 0 ? 0 : (unsigned)vvvv;
    unsigned xb = rex_xb(rm);
    unsigned r = ~(unsigned)reg >> 3 & 1;
    unsigned l = op & OP_L256 ? 1 : 0;
    unsigned w = op & OP_W ? 1 : 0;
    unsigned tail = (~v & 15) << 3 | l << 2 | (op & OP_PP) >> 10;
    if ((op & OP_MAP) == OP_0F && !w && !xb) {
        *p++ = 0xc5;
        *p++ = (uint8_t)(r << 7 | tail);
        return p;
    }
    *p++ = 0xc4;
    *p++ = (uint8_t)(r << 7 | (~xb & 3) << 5 | (op & OP_MAP) >> 8);
    *p++ = (uint8_t)(w << 7 | tail);
    return p;
}

static void asm_vector(struct assembler *as, uint32_t op, int reg, int vvvv,
                       struct rm rm, int32_t addend)
{
    uint8_t *p = asm_cursor(as);
    bool evex = (op & (OP_EVEX | OP_KMASK | OP_L512)) || reg > 15 ||
                vvvv > 15 || rm_reg_of(rm) > 15;
    unsigned n = evex ? (op & OP_NMASK) >> 18 : 0;
    p = evex ? put_evex_prefix(p, op, reg, vvvv, rm)
             : put_vex_prefix(p, op, reg, vvvv, rm);
    *p++ = (uint8_t)op;
    asm_modrm(as, p, reg, rm, n, addend);
}

void asm_vex(struct assembler *as, uint32_t op, int reg, int vvvv, struct rm rm)
{
    asm_vector(as, op, reg, vvvv, rm, 0);
}

void asm_vex_imm(struct assembler *as, uint32_t op, int reg, int vvvv,
                 struct rm rm, uint8_t imm)
{
    asm_vector(as, op, reg, vvvv, rm, 1);
    asm_byte(as, imm);
}

void asm_alu(struct assembler *as, enum alu op, bool w, int reg, struct rm rm)
{
    asm_op(as, (uint32_t)op << 3 | 3, w, reg, rm);
}

void asm_alu_store(struct assembler *as, enum alu op, bool w, struct rm rm,
                   int reg)
{
    asm_op(as, (uint32_t)op << 3 | 1, w, reg, rm);
}

void asm_alu_imm(struct assembler *as, enum alu op, bool w, struct rm rm,
                 int32_t imm)
{
    if (imm >= -128 && imm <= 127)
        asm_op_imm(as, 0x83, w, (int)op, rm, imm, 1);
    else
        asm_op_imm(as, 0x81, w, (int)op, rm, imm, 4);
}

void asm_test(struct assembler *as, bool w, struct rm rm, int reg)
{
    asm_op(as, 0x85, w, reg, rm);
}

void asm_test_imm(struct assembler *as, bool w, struct rm rm, int32_t imm)
{
    asm_op_imm(as, 0xf7, w, 0, rm, imm, 4);
}

void asm_mov(struct assembler *as, bool w, int dst, struct rm src)
{
    asm_op(as, 0x8b, w, dst, src);
}

void asm_mov_store(struct assembler *as, bool w, struct rm dst, int src)
{
    asm_op(as, 0x89, w, src, dst);
}

void asm_mov_address(struct assembler *as, int dst, uint64_t value,
                     unsigned bytes)
{
    unsigned rex = (bytes == 8 ? 8u : 0) | (dst > 7);
    asm_start(as);
    if (rex)
        asm_byte(as, (uint8_t)(0x40 | rex));
    asm_byte(as, (uint8_t)(0xb8 | (dst & 7)));
    memcpy(as->buf + as->used, &value, sizeof(value)); /* there is slack */
    as->used += bytes;
}

void asm_mov_imm(struct assembler *as, int dst, uint64_t value)
{
    if (value > UINT32_MAX && (int64_t)value == (int32_t)value)
        asm_op_imm(as, 0xc7, true, 0, rm_reg(dst), (int32_t)value, 4);
    else
        asm_mov_address(as, dst, value, value <= UINT32_MAX ? 4 : 8);
}

void asm_mov_store_imm(struct assembler *as, bool w, struct rm dst, int32_t imm)
{
    asm_op_imm(as, 0xc7, w, 0, dst, imm, 4);
}

void asm_lea(struct assembler *as, bool w, int dst, struct rm src)
{
    asm_op(as, 0x8d, w, dst, src);
}

void asm_shift_imm(struct assembler *as, enum shift op, bool w, int reg,
                   unsigned count)
{
    asm_op_imm(as, 0xc1, w, (int)op, rm_reg(reg), (int32_t)count, 1);
}

void asm_shift_cl(struct assembler *as, enum shift op, bool w, int reg)
{
    asm_op(as, 0xd3, w, (int)op, rm_reg(reg));
}

void asm_cmov(struct assembler *as, bool w, enum cc cc, int dst, struct rm src)
{
    asm_op(as, OP_0F | 0x40 | (uint32_t)cc, w, dst, src);
}

void asm_setcc(struct assembler *as, enum cc cc, int dst)
{
    asm_op(as, OP_0F | OP_BYTE | 0x90 | (uint32_t)cc, false, 0, rm_reg(dst));
}

void asm_jcc(struct assembler *as, enum cc cc, uint32_t label)
{
    asm_byte(as, 0x0f);
    asm_byte(as, (uint8_t)(0x80 | cc));
    asm_rel32(as, label, 0);
}

void asm_jmp(struct assembler *as, uint32_t label)
{
    asm_byte(as, 0xe9);
    asm_rel32(as, label, 0);
}

void asm_call(struct assembler *as, uint32_t label)
{
    asm_byte(as, 0xe8);
    asm_rel32(as, label, 0);
}

void asm_jmp_rm(struct assembler *as, struct rm target)
{
    asm_op(as, 0xff, false, 4, target);
}

void asm_call_rm(struct assembler *as, struct rm target)
{
    asm_op(as, 0xff, false, 2, target);
}

void asm_push(struct assembler *as, int reg)
{
    if (reg > 7)
        asm_byte(as, 0x41);
    asm_byte(as, (uint8_t)(0x50 | (reg & 7)));
}

void asm_pop(struct assembler *as, int reg)
{
    if (reg > 7)
        asm_byte(as, 0x41);
    asm_byte(as, (uint8_t)(0x58 | (reg & 7)));
}

void asm_ret(struct assembler *as, unsigned pop)
{
    asm_byte(as, pop ? 0xc2 : 0xc3);
    if (pop) {
        asm_byte(as, (uint8_t)pop);
        asm_byte(as, (uint8_t)(pop >> 8));
    }
}
