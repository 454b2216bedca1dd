// SPDX-License-Identifier: MIT
/*
 * An x86-64 assembler: one function per encoding form, instructions named by
 * descriptors.  Knows nothing of the IR.
 *
 * Source of all encodings: Intel SDM volume 2 (2.1-2.8, appendix A) and AMD
 * APM volume 3 and 4.
 */
#ifndef FERRY_JIT_X86_64_ASM_H
#define FERRY_JIT_X86_64_ASM_H

#include "src/types.h"

enum gpr {
    RAX, RCX, RDX, RBX, RSP, RBP, RSI, RDI,
    R8, R9, R10, R11, R12, R13, R14, R15,
    REG_NONE = -1,
};

/* x86 condition codes. */
enum cc {
    CC_O, CC_NO, CC_B, CC_AE, CC_E, CC_NE, CC_BE, CC_A,
    CC_S, CC_NS, CC_P, CC_NP, CC_L, CC_GE, CC_LE, CC_G,
};

/*
 * Instruction descriptors: opcode byte, map, mandatory prefix, and the bits
 * that the vector forms need.
 */
#define OP_0F    (1u << 8) /* opcode map: at most one of these three */
#define OP_0F38  (2u << 8)
#define OP_0F3A  (3u << 8)
#define OP_MAP   (3u << 8)
#define OP_66    (1u << 10) /* mandatory prefix: at most one */
#define OP_F3    (2u << 10)
#define OP_F2    (3u << 10)
#define OP_PP    (3u << 10)
#define OP_W     (1u << 12) /* REX.W or VEX.W */
#define OP_EW    (1u << 13) /* EVEX.W where it differs from VEX.W = 0 */
#define OP_EVEX  (1u << 14) /* has only an EVEX form */
#define OP_VEX   (1u << 15) /* has no EVEX form: registers 0-15 only */
#define OP_L256  (1u << 16) /* 256-bit */
#define OP_BYTE  (1u << 17) /* byte registers: REX for spl, bpl, sil, dil */
#define OP_N(n)  ((uint32_t)(n) << 18) /* log2 of EVEX's disp8 scale */
#define OP_NMASK (7u << 18)
#define OP_COMM  (1u << 21) /* sources may be exchanged */
#define OP_Z     (1u << 22) /* EVEX zeroing-masking */
#define OP_K(k)  ((uint32_t)(k) << 23) /* EVEX mask register */
#define OP_KMASK (7u << 23)
#define OP_SCALAR (OP_N(0))
#define OP_L512  (1u << 26) /* 512-bit (EVEX) */

/*
 * A register or memory operand (ModRM r/m), in one word: a struct of bytes,
 * made field by field and then passed by value, would be read before its
 * stores are done.
 */
struct rm {
    uint64_t bits; /* reg, base, index, shift: a byte each; disp or label */
};
#define RM_LABEL (-2) /* as base: rip-relative to a label */

static inline struct rm rm_make(int reg, int base, int index, unsigned shift,
                                uint32_t disp)
{
    return (struct rm){(uint8_t)reg | (uint64_t)(uint8_t)base << 8 |
                       (uint64_t)(uint8_t)index << 16 | (uint64_t)shift << 24 |
                       (uint64_t)disp << 32};
}

static inline struct rm rm_reg(int reg)
{
    return rm_make(reg, REG_NONE, REG_NONE, 0, 0);
}

static inline struct rm rm_mem(int base, int32_t disp)
{
    return rm_make(REG_NONE, base, REG_NONE, 0, (uint32_t)disp);
}

/* base + (index << shift) + disp; either register may be REG_NONE. */
static inline struct rm rm_index(int base, int index, unsigned shift,
                                 int32_t disp)
{
    return rm_make(REG_NONE, base, index, shift, (uint32_t)disp);
}

static inline struct rm rm_label(uint32_t label)
{
    return rm_make(REG_NONE, RM_LABEL, REG_NONE, 0, label);
}

/* The register, REG_NONE for memory. */
static inline int rm_reg_of(struct rm rm)
{
    return (int8_t)rm.bits;
}

static inline int rm_base_of(struct rm rm)
{
    return (int8_t)(rm.bits >> 8);
}

static inline int rm_index_of(struct rm rm)
{
    return (int8_t)(rm.bits >> 16);
}

static inline unsigned rm_shift_of(struct rm rm)
{
    return (uint8_t)(rm.bits >> 24);
}

static inline int32_t rm_disp_of(struct rm rm)
{
    return (int32_t)(rm.bits >> 32);
}

/* The label, 0 for all that is not rip-relative. */
static inline uint32_t rm_label_of(struct rm rm)
{
    return rm_base_of(rm) == RM_LABEL ? (uint32_t)(rm.bits >> 32) : 0;
}

/*
 * Labels number positions in one image, from 1.  A reference may come before
 * its position is known.
 */
#define ASM_MAX_LABELS 4096
#define ASM_MAX_FIXUPS 8192

struct asm_fixup {
    uint32_t at;    /* offset of the rel32 */
    uint32_t label;
    int32_t addend; /* bytes from the rel32's end to the instruction's end */
};

/* Bytes at the buffer's end that no instruction may start in. */
#define ASM_SLACK 64

struct assembler {
    uint8_t *buf;
    uint32_t size, used; /* size: without the slack */
    bool overflow; /* the image did not fit; what is in buf is useless */
    uint32_t label_count, fixup_count;
    uint32_t labels[ASM_MAX_LABELS]; /* offset + 1; 0 = not placed */
    struct asm_fixup fixups[ASM_MAX_FIXUPS];
};

void asm_init(struct assembler *as, uint8_t *buf, uint32_t size);
void asm_byte(struct assembler *as, uint8_t b);
void asm_u32(struct assembler *as, uint32_t v);
void asm_data(struct assembler *as, const void *p, uint32_t n);
/* Pads with multi-byte nops until (used + ahead) % align == 0. */
void asm_align(struct assembler *as, uint32_t align, uint32_t ahead);

uint32_t asm_label(struct assembler *as);
void asm_place(struct assembler *as, uint32_t label);
/* Resolves all fixups; every label that was used must have been placed. */
void asm_resolve(struct assembler *as);

/* op reg, rm: legacy encoding. w: 64-bit operand size. */
void asm_op(struct assembler *as, uint32_t op, bool w, int reg, struct rm rm);
/* The same with an immediate of `bytes` (1, 4) behind it. */
void asm_op_imm(struct assembler *as, uint32_t op, bool w, int reg,
                struct rm rm, int32_t imm, unsigned bytes);
/* VEX or EVEX, whichever fits: op reg, vvvv, rm. vvvv -1 if unused. */
void asm_vex(struct assembler *as, uint32_t op, int reg, int vvvv,
             struct rm rm);
void asm_vex_imm(struct assembler *as, uint32_t op, int reg, int vvvv,
                 struct rm rm, uint8_t imm);

/* Extending moves; the byte forms take byte registers. */
#define MOVZX_B (OP_0F | OP_BYTE | 0xb6)
#define MOVZX_W (OP_0F | 0xb7)
#define MOVSX_B (OP_0F | OP_BYTE | 0xbe)
#define MOVSX_W (OP_0F | 0xbf)
#define MOVSXD  0x63

/* The eight classic ALU operations: add or adc sbb and sub xor cmp. */
enum alu { ALU_ADD, ALU_OR, ALU_ADC, ALU_SBB, ALU_AND, ALU_SUB, ALU_XOR,
           ALU_CMP };
void asm_alu(struct assembler *as, enum alu op, bool w, int reg, struct rm rm);
void asm_alu_store(struct assembler *as, enum alu op, bool w, struct rm rm,
                   int reg);
void asm_alu_imm(struct assembler *as, enum alu op, bool w, struct rm rm,
                 int32_t imm);
void asm_test(struct assembler *as, bool w, struct rm rm, int reg);
void asm_test_imm(struct assembler *as, bool w, struct rm rm, int32_t imm);

void asm_mov(struct assembler *as, bool w, int dst, struct rm src);
void asm_mov_store(struct assembler *as, bool w, struct rm dst, int src);
/* The shortest form that gives value; does not touch the flags. */
void asm_mov_imm(struct assembler *as, int dst, uint64_t value);
/* The form whose last `bytes` (4: zero-extended, 8) are value. */
void asm_mov_address(struct assembler *as, int dst, uint64_t value,
                     unsigned bytes);
/* mov qword or dword [mem], sign-extended imm32. */
void asm_mov_store_imm(struct assembler *as, bool w, struct rm dst,
                       int32_t imm);
void asm_lea(struct assembler *as, bool w, int dst, struct rm src);
/* ext: rol=0 ror=1 shl=4 shr=5 sar=7 */
enum shift { SH_ROL = 0, SH_ROR = 1, SH_SHL = 4, SH_SHR = 5, SH_SAR = 7 };
void asm_shift_imm(struct assembler *as, enum shift op, bool w, int reg,
                   unsigned count);
void asm_shift_cl(struct assembler *as, enum shift op, bool w, int reg);
void asm_cmov(struct assembler *as, bool w, enum cc cc, int dst,
              struct rm src);
void asm_setcc(struct assembler *as, enum cc cc, int dst);
void asm_jcc(struct assembler *as, enum cc cc, uint32_t label);
void asm_jmp(struct assembler *as, uint32_t label);
void asm_call(struct assembler *as, uint32_t label);
void asm_jmp_rm(struct assembler *as, struct rm target);
void asm_call_rm(struct assembler *as, struct rm target);
void asm_push(struct assembler *as, int reg);
void asm_pop(struct assembler *as, int reg);
void asm_ret(struct assembler *as, unsigned pop);

#endif
