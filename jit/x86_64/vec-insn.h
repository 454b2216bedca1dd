// SPDX-License-Identifier: MIT
/*
 * Vector and FP instructions as asm.h's descriptors.  Intel SDM volume 2
 * (opcodes, VEX.W and EVEX.W, tuple types).
 */
#ifndef FERRY_JIT_X86_64_VEC_INSN_H
#define FERRY_JIT_X86_64_VEC_INSN_H

#include "jit/x86_64/asm.h"

/* Map, prefix and a full vector as memory operand. */
#define I_66(b)   (OP_0F | OP_66 | OP_N(4) | (b))
#define I_38(b)   (OP_0F38 | OP_66 | OP_N(4) | (b))
#define I_3A(b)   (OP_0F3A | OP_66 | OP_N(4) | (b))
#define I_PS(b)   (OP_0F | OP_N(4) | (b))
#define I_PD(b)   (OP_0F | OP_66 | OP_N(4) | OP_EW | (b))
#define I_SS(b)   (OP_0F | OP_F3 | OP_N(2) | (b))
#define I_SD(b)   (OP_0F | OP_F2 | OP_N(3) | OP_EW | (b))
#define I_F338(b) (OP_0F38 | OP_F3 | OP_N(4) | OP_EVEX | (b))

/* Moves. */
#define I_MOVD      (OP_0F | OP_66 | OP_N(2) | 0x6e) /* xmm, r/m32 */
#define I_MOVQ_GPR  (OP_0F | OP_66 | OP_W | OP_N(3) | 0x6e)
#define I_MOVD_OUT  (OP_0F | OP_66 | OP_N(2) | 0x7e) /* r/m32, xmm */
#define I_MOVQ_OUT  (OP_0F | OP_66 | OP_W | OP_N(3) | 0x7e)
#define I_MOVQ      (OP_0F | OP_F3 | OP_N(3) | OP_EW | 0x7e) /* xmm, x/m64 */
#define I_MOVQ_ST   (OP_0F | OP_66 | OP_N(3) | OP_EW | 0xd6) /* m64, xmm */
#define I_MOVAPS    I_PS(0x28)
#define I_MOVAPS_ST I_PS(0x29)
#define I_MOVUPS    I_PS(0x10)
#define I_MOVUPS_ST I_PS(0x11)
#define I_MOVSS     I_SS(0x10) /* load form */
#define I_MOVSD     I_SD(0x10)
#define I_PEXTRB    (OP_0F3A | OP_66 | OP_N(0) | 0x14)
#define I_PEXTRW    (OP_0F3A | OP_66 | OP_N(1) | 0x15)
#define I_PEXTRD    (OP_0F3A | OP_66 | OP_N(2) | 0x16)
#define I_PEXTRQ    (OP_0F3A | OP_66 | OP_W | OP_N(3) | 0x16)
#define I_PINSRB    (OP_0F3A | OP_66 | OP_N(0) | 0x20)
#define I_PINSRW    (OP_0F | OP_66 | OP_N(1) | 0xc4)
#define I_PINSRD    (OP_0F3A | OP_66 | OP_N(2) | 0x22)
#define I_PINSRQ    (OP_0F3A | OP_66 | OP_W | OP_N(3) | 0x22)
#define I_INSERTPS  (OP_0F3A | OP_66 | OP_N(2) | 0x21)

/* Logic. */
#define I_PAND      (I_66(0xdb) | OP_COMM)
#define I_PANDN     I_66(0xdf)
#define I_POR       (I_66(0xeb) | OP_COMM)
#define I_PXOR      (I_66(0xef) | OP_COMM)
#define I_PTEST     (I_38(0x17) | OP_VEX)
#define I_PTERNLOGD (I_3A(0x25) | OP_EVEX)

/* Integer arithmetic. */
#define I_PADDB    (I_66(0xfc) | OP_COMM)
#define I_PADDW    (I_66(0xfd) | OP_COMM)
#define I_PADDD    (I_66(0xfe) | OP_COMM)
#define I_PADDQ    (I_66(0xd4) | OP_COMM | OP_EW)
#define I_PSUBB    I_66(0xf8)
#define I_PSUBW    I_66(0xf9)
#define I_PSUBD    I_66(0xfa)
#define I_PSUBQ    (I_66(0xfb) | OP_EW)
#define I_PADDSB   (I_66(0xec) | OP_COMM)
#define I_PADDSW   (I_66(0xed) | OP_COMM)
#define I_PADDUSB  (I_66(0xdc) | OP_COMM)
#define I_PADDUSW  (I_66(0xdd) | OP_COMM)
#define I_PSUBSB   I_66(0xe8)
#define I_PSUBSW   I_66(0xe9)
#define I_PSUBUSB  I_66(0xd8)
#define I_PSUBUSW  I_66(0xd9)
#define I_PAVGB    (I_66(0xe0) | OP_COMM)
#define I_PAVGW    (I_66(0xe3) | OP_COMM)
#define I_PMINSB   (I_38(0x38) | OP_COMM)
#define I_PMINSW   (I_66(0xea) | OP_COMM)
#define I_PMINSD   (I_38(0x39) | OP_COMM)
#define I_PMINSQ   (I_38(0x39) | OP_COMM | OP_EVEX | OP_EW)
#define I_PMAXSB   (I_38(0x3c) | OP_COMM)
#define I_PMAXSW   (I_66(0xee) | OP_COMM)
#define I_PMAXSD   (I_38(0x3d) | OP_COMM)
#define I_PMAXSQ   (I_38(0x3d) | OP_COMM | OP_EVEX | OP_EW)
#define I_PMINUB   (I_66(0xda) | OP_COMM)
#define I_PMINUW   (I_38(0x3a) | OP_COMM)
#define I_PMINUD   (I_38(0x3b) | OP_COMM)
#define I_PMINUQ   (I_38(0x3b) | OP_COMM | OP_EVEX | OP_EW)
#define I_PMAXUB   (I_66(0xde) | OP_COMM)
#define I_PMAXUW   (I_38(0x3e) | OP_COMM)
#define I_PMAXUD   (I_38(0x3f) | OP_COMM)
#define I_PMAXUQ   (I_38(0x3f) | OP_COMM | OP_EVEX | OP_EW)
#define I_PABSB    I_38(0x1c)
#define I_PABSW    I_38(0x1d)
#define I_PABSD    I_38(0x1e)
#define I_PABSQ    (I_38(0x1f) | OP_EVEX | OP_EW)
#define I_PMULLW   (I_66(0xd5) | OP_COMM)
#define I_PMULLD   (I_38(0x40) | OP_COMM)
#define I_PMULHW   (I_66(0xe5) | OP_COMM)
#define I_PMULHUW  (I_66(0xe4) | OP_COMM)
#define I_PMULHRSW (I_38(0x0b) | OP_COMM)
#define I_PMULDQ   (I_38(0x28) | OP_COMM | OP_EW)
#define I_PMULUDQ  (I_66(0xf4) | OP_COMM | OP_EW)
#define I_PSADBW   (I_66(0xf6) | OP_COMM)

/* Compares: the EVEX forms write masks instead. */
#define I_PCMPEQB  (I_66(0x74) | OP_COMM | OP_VEX)
#define I_PCMPEQW  (I_66(0x75) | OP_COMM | OP_VEX)
#define I_PCMPEQD  (I_66(0x76) | OP_COMM | OP_VEX)
#define I_PCMPEQQ  (I_38(0x29) | OP_COMM | OP_VEX)
#define I_PCMPGTB  (I_66(0x64) | OP_VEX)
#define I_PCMPGTW  (I_66(0x65) | OP_VEX)
#define I_PCMPGTD  (I_66(0x66) | OP_VEX)
#define I_PCMPGTQ  (I_38(0x37) | OP_VEX)
#define I_VPCMPB   (I_3A(0x3f) | OP_EVEX) /* k, v, v, predicate */
#define I_VPCMPW   (I_3A(0x3f) | OP_EVEX | OP_EW)
#define I_VPCMPD   (I_3A(0x1f) | OP_EVEX)
#define I_VPCMPQ   (I_3A(0x1f) | OP_EVEX | OP_EW)
#define I_VPCMPUB  (I_3A(0x3e) | OP_EVEX)
#define I_VPCMPUW  (I_3A(0x3e) | OP_EVEX | OP_EW)
#define I_VPCMPUD  (I_3A(0x1e) | OP_EVEX)
#define I_VPCMPUQ  (I_3A(0x1e) | OP_EVEX | OP_EW)
#define I_VPMOVM2B I_F338(0x28)
#define I_VPMOVM2W (I_F338(0x28) | OP_EW)
#define I_VPMOVM2D I_F338(0x38)
#define I_VPMOVM2Q (I_F338(0x38) | OP_EW)
#define I_VPMOVB2M I_F338(0x29)
#define I_VPMOVW2M (I_F338(0x29) | OP_EW)
#define I_VPMOVD2M I_F338(0x39)
#define I_VPMOVQ2M (I_F338(0x39) | OP_EW)

/* Shifts by an immediate: group opcodes; the extension is separate. */
#define I_SHIFTW  I_66(0x71)
#define I_SHIFTD  I_66(0x72)
#define I_SHIFTQ  (I_66(0x73) | OP_EW)
#define I_VPSRAQI (I_66(0x72) | OP_EVEX | OP_EW)
enum {
    SHIFT_SRL = 2,
    SHIFT_SRLDQ = 3,
    SHIFT_SRA = 4,
    SHIFT_SLL = 6,
    SHIFT_SLLDQ = 7
};
#define I_SHIFTDQ I_66(0x73) /* bytes: SRLDQ, SLLDQ */
/* Shifts by element. */
#define I_VPSLLVW (I_38(0x12) | OP_EVEX | OP_EW)
#define I_VPSLLVD I_38(0x47)
#define I_VPSLLVQ (I_38(0x47) | OP_W)
#define I_VPSRLVW (I_38(0x10) | OP_EVEX | OP_EW)
#define I_VPSRLVD I_38(0x45)
#define I_VPSRLVQ (I_38(0x45) | OP_W)
#define I_VPSRAVW (I_38(0x11) | OP_EVEX | OP_EW)
#define I_VPSRAVD I_38(0x46)
#define I_VPSRAVQ (I_38(0x46) | OP_EVEX | OP_EW)
#define I_VPROLD  (I_66(0x72) | OP_EVEX) /* /1 */

/* Extension, packing, permutation. */
#define I_PMOVSXBW         (OP_0F38 | OP_66 | OP_N(3) | 0x20)
#define I_PMOVSXWD         (OP_0F38 | OP_66 | OP_N(3) | 0x23)
#define I_PMOVSXDQ         (OP_0F38 | OP_66 | OP_N(3) | 0x25)
#define I_PMOVZXBW         (OP_0F38 | OP_66 | OP_N(3) | 0x30)
#define I_PMOVZXWD         (OP_0F38 | OP_66 | OP_N(3) | 0x33)
#define I_PMOVZXDQ         (OP_0F38 | OP_66 | OP_N(3) | 0x35)
#define I_PACKSSWB         I_66(0x63)
#define I_PACKSSDW         I_66(0x6b)
#define I_PACKUSWB         I_66(0x67)
#define I_PACKUSDW         I_38(0x2b)
#define I_VPMOVSQD         (OP_0F38 | OP_F3 | OP_N(3) | OP_EVEX | 0x25)
#define I_VPMOVUSQD        (OP_0F38 | OP_F3 | OP_N(3) | OP_EVEX | 0x15)
#define I_PUNPCKLBW        I_66(0x60)
#define I_PUNPCKLWD        I_66(0x61)
#define I_PUNPCKLDQ        I_66(0x62)
#define I_PUNPCKLQDQ       (I_66(0x6c) | OP_EW)
#define I_PUNPCKHBW        I_66(0x68)
#define I_PUNPCKHWD        I_66(0x69)
#define I_PUNPCKHDQ        I_66(0x6a)
#define I_PUNPCKHQDQ       (I_66(0x6d) | OP_EW)
#define I_PSHUFB           I_38(0x00)
#define I_PSHUFD           I_66(0x70)
#define I_PSHUFLW          (OP_0F | OP_F2 | OP_N(4) | 0x70)
#define I_SHUFPS           I_PS(0xc6)
#define I_SHUFPD           I_PD(0xc6)
#define I_PALIGNR          I_3A(0x0f)
#define I_VPBROADCASTB     (OP_0F38 | OP_66 | OP_N(0) | 0x78)
#define I_VPBROADCASTW     (OP_0F38 | OP_66 | OP_N(1) | 0x79)
#define I_VPBROADCASTD     (OP_0F38 | OP_66 | OP_N(2) | 0x58)
#define I_VPBROADCASTQ     (OP_0F38 | OP_66 | OP_N(3) | OP_EW | 0x59)
#define I_VPBROADCASTB_GPR (OP_0F38 | OP_66 | OP_EVEX | 0x7a)
#define I_VPBROADCASTW_GPR (OP_0F38 | OP_66 | OP_EVEX | 0x7b)
#define I_VPBROADCASTD_GPR (OP_0F38 | OP_66 | OP_EVEX | 0x7c)
#define I_VPBROADCASTQ_GPR (OP_0F38 | OP_66 | OP_EVEX | OP_EW | 0x7c)

/* Bits. */
#define I_VPOPCNTB      (I_38(0x54) | OP_EVEX)
#define I_VPLZCNTD      (I_38(0x44) | OP_EVEX)
#define I_GF2P8AFFINEQB (I_3A(0xce) | OP_W)

/* Cryptography. */
#define I_AESENC      (I_38(0xdc) | OP_VEX)
#define I_AESENCLAST  (I_38(0xdd) | OP_VEX)
#define I_AESDECLAST  (I_38(0xdf) | OP_VEX)
#define I_AESIMC      (I_38(0xdb) | OP_VEX)
#define I_PCLMULQDQ   (I_3A(0x44) | OP_VEX)
#define I_SHA1RNDS4   (OP_0F3A | 0xcc) /* legacy only, as all of SHA */
#define I_SHA256RNDS2 (OP_0F38 | 0xcb)
#define I_SHA256MSG1  (OP_0F38 | 0xcc)
#define I_SHA256MSG2  (OP_0F38 | 0xcd)

#define I_KORTESTB    (OP_0F | OP_66 | OP_VEX | 0x98)
#define I_VFPCLASSPS  (I_3A(0x66) | OP_EVEX)
#define I_VFPCLASSSS  (OP_0F3A | OP_66 | OP_N(2) | OP_EVEX | 0x67)
#define I_VFPCLASSSD  (OP_0F3A | OP_66 | OP_N(3) | OP_EVEX | OP_EW | 0x67)
enum {
    CLASS_QNAN = 1,
    CLASS_ZERO = 6,
    CLASS_DENORMAL = 0x20,
    CLASS_SNAN = 0x80
};

/* Floating point: the four forms differ in prefix alone. */
#define I_FADD     0x58
#define I_FMUL     0x59
#define I_FSUB     0x5c
#define I_FMIN     0x5d
#define I_FDIV     0x5e
#define I_FMAX     0x5f
#define I_FSQRT    0x51
#define I_UCOMISS  (OP_0F | OP_N(2) | 0x2e)
#define I_UCOMISD  (OP_0F | OP_66 | OP_N(3) | OP_EW | 0x2e)
#define I_COMISS   (OP_0F | OP_N(2) | 0x2f)
#define I_COMISD   (OP_0F | OP_66 | OP_N(3) | OP_EW | 0x2f)
#define I_CMPPS    (I_PS(0xc2) | OP_VEX)
#define I_CMPPD    (I_66(0xc2) | OP_VEX)
#define I_CMPSS    (OP_0F | OP_F3 | OP_VEX | 0xc2)
#define I_CMPSD    (OP_0F | OP_F2 | OP_VEX | 0xc2)
#define I_VCMPPS_K (I_PS(0xc2) | OP_EVEX)
#define I_VCMPPD_K (I_PD(0xc2) | OP_EVEX)
#define I_VCMPSS_K (I_SS(0xc2) | OP_EVEX)
#define I_VCMPSD_K (I_SD(0xc2) | OP_EVEX)
#define I_ROUNDPS  (I_3A(0x08))
#define I_ROUNDPD  (I_3A(0x09) | OP_EW)
#define I_ROUNDSS  (OP_0F3A | OP_66 | OP_N(2) | 0x0a)
#define I_ROUNDSD  (OP_0F3A | OP_66 | OP_N(3) | OP_EW | 0x0b)
/* Fused: d = +-(a * b) +- d. */
#define I_FMADD231P (I_38(0xb8))
#define I_FMADD231S (OP_0F38 | OP_66 | OP_N(2) | 0xb9)
#define I_FMSUB231  0x02 /* added to the opcode */
#define I_FNMADD231 0x04

/* Conversions. */
#define I_CVTSS2SD    (OP_0F | OP_F3 | OP_N(2) | 0x5a)
#define I_CVTSD2SS    (OP_0F | OP_F2 | OP_N(3) | OP_EW | 0x5a)
#define I_CVTPS2PD    (OP_0F | OP_N(3) | 0x5a)
#define I_CVTPD2PS    (OP_0F | OP_66 | OP_N(4) | OP_EW | 0x5a)
#define I_VCVTPH2PS   (OP_0F38 | OP_66 | OP_N(3) | 0x13)
#define I_VCVTPS2PH   (OP_0F3A | OP_66 | OP_N(3) | 0x1d) /* store form */
#define I_CVTSI2SS    (OP_0F | OP_F3 | OP_N(2) | 0x2a) /* OP_W: 64-bit source */
#define I_CVTSI2SD    (OP_0F | OP_F2 | OP_N(2) | 0x2a)
#define I_CVTTSS2SI   (OP_0F | OP_F3 | OP_N(2) | 0x2c) /* OP_W: 64-bit result */
#define I_CVTTSD2SI   (OP_0F | OP_F2 | OP_N(3) | 0x2c)
#define I_VCVTTSS2USI (OP_0F | OP_F3 | OP_N(2) | OP_EVEX | 0x78)
#define I_VCVTTSD2USI (OP_0F | OP_F2 | OP_N(3) | OP_EVEX | 0x78)
#define I_VCVTUSI2SS  (OP_0F | OP_F3 | OP_N(2) | OP_EVEX | 0x7b)
#define I_VCVTUSI2SD  (OP_0F | OP_F2 | OP_N(2) | OP_EVEX | 0x7b)
#define I_CVTDQ2PS    I_PS(0x5b)
#define I_CVTTPS2DQ   (OP_0F | OP_F3 | OP_N(4) | 0x5b)
#define I_VCVTTPS2UDQ (OP_0F | OP_N(4) | OP_EVEX | 0x78)
#define I_VCVTUDQ2PS  (OP_0F | OP_F2 | OP_N(4) | OP_EVEX | 0x7a)
#define I_VCVTTPD2QQ  (OP_0F | OP_66 | OP_N(4) | OP_EVEX | OP_EW | 0x7a)
#define I_VCVTTPD2UQQ (OP_0F | OP_66 | OP_N(4) | OP_EVEX | OP_EW | 0x78)
#define I_VCVTQQ2PD   (OP_0F | OP_F3 | OP_N(4) | OP_EVEX | OP_EW | 0xe6)
#define I_VCVTUQQ2PD  (OP_0F | OP_F3 | OP_N(4) | OP_EVEX | OP_EW | 0x7a)

/* MXCSR. */
#define I_LDMXCSR (OP_0F | 0xae) /* /2, legacy or VEX */
#define I_STMXCSR (OP_0F | 0xae) /* /3 */

#endif
