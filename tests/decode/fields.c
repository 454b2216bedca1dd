// SPDX-License-Identifier: MIT
// Words from an assembler (llvm-mc) decode to the row and fields given here.

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "tests/decode/insn-text.h"

struct expectation {
    uint32_t word;
    const char *text, *source;
};

/* clang-format off */
static const struct expectation expectations[] = {
    {0x70ffffc3, "ADR page=0 rd=3 imm=-5",
     "adr x3, #-5"},
    {0xf03ffffe, "ADR page=1 rd=30 imm=524287",
     "adrp x30, #2147479552"},
    {0x71401c41, "ADDSUB_imm rd=1 imm=7 sf=0 sub=1 S=1 sh=1 rn=2",
     "subs w1, w2, #7, lsl #12"},
    {0xb2089c20, "LOGICAL_imm rd=0 sf=1 rn=1 opc=1 N=0 immr=8 imms=39",
     "orr x0, x1, #0xff00ff00ff00ff00"},
    {0xf2e24685, "MOV_wide rd=5 imm=4660 sf=1 opc=3 hw=3",
     "movk x5, #4660, lsl #48"},
    {0x93432c41, "BITFIELD rd=1 sf=1 rn=2 opc=0 N=1 immr=3 imms=11",
     "sbfx x1, x2, #3, #9"},
    {0x13821441, "EXTR rd=1 sf=0 rn=2 N=0 imms=5 rm=2",
     "ror w1, w2, #5"},
    {0x54800001, "B_cond imm=-262144 cond=1",
     "b.ne #-1048576"},
    {0x97ffffff, "BL imm=-1",
     "bl #-4"},
    {0xb57fffe7, "CBZ imm=262143 sf=1 nz=1 rt=7",
     "cbnz x7, #1048572"},
    {0xb76c0009, "TBZ imm=-8192 nz=1 rt=9 bit=45",
     "tbnz x9, #45, #-32768"},
    {0xd63f0220, "BLR rn=17",
     "blr x17"},
    {0xd41fffe1, "SVC imm=65535",
     "svc #0xffff"},
    {0xd4200020, "BRK imm=1",
     "brk #0x1"},
    {0xd503205f, "HINT imm=2",
     "wfe"},
    {0xd5033abf, "DMB crm=10",
     "dmb ishst"},
    {0xd50b7423, "DC_ZVA rt=3",
     "dc zva, x3"},
    {0xd50b7b24, "DC_clean rt=4 crm=11",
     "dc cvau, x4"},
    {0xd50b7525, "IC_IVAU rt=5",
     "ic ivau, x5"},
    {0xd53bd041, "MRS rt=1 crm=0 op1=3 crn=13 op2=2",
     "mrs x1, TPIDR_EL0"},
    {0xd51b4402, "MSR_reg rt=2 crm=4 op1=3 crn=4 op2=0",
     "msr FPCR, x2"},
    {0xc803ffe4, "STXR rn=31 rt=4 size=3 rs=3 lo=1",
     "stlxr w3, x4, [sp]"},
    {0x887f8861, "LDXP rn=3 rt=1 lo=1 sz=0 rt2=2",
     "ldaxp w1, w2, [x3]"},
    {0xc8dffc41, "LDAR rn=2 rt=1 size=3",
     "ldar x1, [x2]"},
    {0x88e1fc62, "CAS rn=3 rt=2 size=2 rs=1 acq=1 rel=1",
     "casal w1, w2, [x3]"},
    {0x48627cc4, "CASP rn=6 rt=4 rs=2 sz=1 acq=1 rel=0",
     "caspa x2, x3, x4, x5, [x6]"},
    {0xf8e14062, "LDADD rn=3 opc=4 rt=2 size=3 rs=1 acq=1 rel=1",
     "ldsmaxal x1, x2, [x3]"},
    {0x78618062, "SWP rn=3 rt=2 size=1 rs=1 acq=0 rel=1",
     "swplh w1, w2, [x3]"},
    {0x98800003, "LDR_lit imm=-262144 opc=2 rt=3",
     "ldrsw x3, #-1048576"},
    {0x69e00861, "LDP imm=-64 rn=3 opc=1 rt=1 rt2=2 idx=3",
     "ldpsw x1, x2, [x3, #-256]!"},
    {0x281f8be1, "STP imm=63 rn=31 opc=0 rt=1 rt2=2 idx=0",
     "stnp w1, w2, [sp, #252]"},
    {0x79fffc41, "LDR_imm imm=4095 rn=2 opc=3 rt=1 size=1",
     "ldrsh w1, [x2, #8190]"},
    {0xf93fffe1, "STR_imm imm=4095 rn=31 rt=1 size=3",
     "str x1, [sp, #32760]"},
    {0x38500441, "LDR_post imm=-256 rn=2 opc=1 rt=1 size=0",
     "ldrb w1, [x2], #-256"},
    {0xf80ff841, "STTR imm=255 rn=2 rt=1 size=3",
     "sttr x1, [x2, #255]"},
    {0xf8a27820, "PRFM_reg S=1 rn=1 rm=2 rt=0 option=3",
     "prfm pldl1keep, [x1, x2, lsl #3]"},
    {0xb863d841, "LDR_reg S=1 rn=2 opc=1 rm=3 rt=1 size=2 option=6",
     "ldr w1, [x2, w3, sxtw #2]"},
    {0xeae3fc41, "LOGICAL_shifted rd=1 imm=63 sf=1 rn=2 opc=3 N=1 rm=3 shift=3",
     "bics x1, x2, x3, ror #63"},
    {0xcb834441, "ADDSUB_shifted rd=1 imm=17 sf=1 sub=1 S=0 rn=2 rm=3 shift=2",
     "sub x1, x2, x3, asr #17"},
    {0xab2333e1, "ADDSUB_ext rd=1 imm=4 sf=1 sub=0 S=1 rn=31 rm=3 option=1",
     "adds x1, sp, w3, uxth #4"},
    {0x7a030041, "ADDSUB_carry rd=1 sf=0 sub=1 S=1 rn=2 rm=3",
     "sbcs w1, w2, w3"},
    {0x3a5f882a, "CCMP_imm imm=31 sf=0 sub=0 rn=1 cond=8 nzcv=10",
     "ccmn w1, #31, #10, hi"},
    {0xda83b441, "CSEL rd=1 sf=1 rn=2 rm=3 cond=11 inv=1 inc=1",
     "csneg x1, x2, x3, lt"},
    {0x1ac30c41, "DIV rd=1 sf=0 rn=2 rm=3 s=1",
     "sdiv w1, w2, w3"},
    {0x9ac32c41, "SHIFTV rd=1 sf=1 rn=2 rm=3 type=3",
     "ror x1, x2, x3"},
    {0x1ac35441, "CRC32 rd=1 sf=0 rn=2 rm=3 size=1 C=1",
     "crc32ch w1, w2, w3"},
    {0xdac00841, "REV rd=1 sf=1 rn=2 size=2",
     "rev32 x1, x2"},
    {0x9ba39041, "MADDL rd=1 sub=1 rn=2 rm=3 ra=4 U=1",
     "umsubl x1, w2, w3, x4"},
    {0x9bc37c41, "MULH rd=1 rn=2 rm=3 U=1",
     "umulh x1, x2, x3"},
    {0x3dfffc41, "LDR_v_imm imm=4095 rn=2 rt=1 size=4",
     "ldr q1, [x2, #65520]"},
    {0x7c1ff041, "STUR_v imm=-1 rn=2 rt=1 size=1",
     "stur h1, [x2, #-1]"},
    {0xfc237841, "STR_v_reg S=1 rn=2 rm=3 rt=1 size=3 option=3",
     "str d1, [x2, x3, lsl #3]"},
    {0xace00be1, "LDP_v imm=-64 rn=31 opc=2 rt=1 rt2=2 idx=1",
     "ldp q1, q2, [sp], #-1024"},
    {0x5c7fffe1, "LDR_v_lit imm=262143 opc=1 rt=1",
     "ldr d1, #1048572"},
    {0x4cc2643e, "LD1_3r rn=1 rm=2 rt=30 size=1 Q=1 post=1 selem=1 rpt=3",
     "ld1 { v30.8h, v31.8h, v0.8h }, [x1], x2"},
    {0x4c000ca1, "ST4 rn=5 rm=0 rt=1 size=3 Q=1 post=0 selem=4 rpt=1",
     "st4 { v1.2d, v2.2d, v3.2d, v4.2d }, [x5]"},
    {0x4ddf6881, "LD3_lane S=0 rn=4 rm=31 rt=1 size=2 Q=1 post=1 selem=3 scale=1",
     "ld3 { v1.h, v2.h, v3.h }[5], [x4], #6"},
    {0x4d008481, "ST1_lane S=0 rn=4 rm=0 rt=1 size=1 Q=1 post=0 selem=1 scale=2",
     "st1 { v1.d }[1], [x4]"},
    {0x4dffc861, "LD2R rn=3 rm=31 rt=1 size=2 Q=1 post=1 selem=2",
     "ld2r { v1.4s, v2.4s }, [x3], #8"},
    {0x9e580041, "FCVTZS_fix rd=1 sf=1 rn=2 sz=1 U=0 scale=0",
     "fcvtzs x1, d2, #64"},
    {0x1e290041, "FCVTS rd=1 sf=0 rn=2 sz=0 U=1 rmode=1",
     "fcvtpu w1, s2"},
    {0x9e650041, "FCVTAS rd=1 sf=1 rn=2 sz=1 U=1",
     "fcvtau x1, d2"},
    {0x1e620041, "SCVTF rd=1 sf=0 rn=2 sz=1 U=0",
     "scvtf d1, w2"},
    {0x9eae0041, "FMOV_to_gen_top rd=1 rn=2",
     "fmov x1, v2.d[1]"},
    {0x1ee24041, "FCVT_half rd=1 rn=2 to=0 from=3",
     "fcvt s1, h2"},
    {0x1e63c041, "FCVT rd=1 rn=2 to=3 from=1",
     "fcvt h1, d2"},
    {0x1e674041, "FRINT rd=1 rn=2 sz=1 rmode=6",
     "frintx d1, d2"},
    {0x1e202038, "FCMP rn=1 rm=0 sz=0 e=1 z=1",
     "fcmpe s1, #0.0"},
    {0x1e62a435, "FCCMP rn=1 rm=2 cond=10 sz=1 nzcv=5 e=1",
     "fccmpe d1, d2, #5, ge"},
    {0x1e237c41, "FCSEL rd=1 rn=2 rm=3 cond=7 sz=0",
     "fcsel s1, s2, s3, vc"},
    {0x1e7e1001, "FMOV_imm rd=1 imm=240 sz=1",
     "fmov d1, #-1.00000000"},
    {0x1e638841, "FNMUL rd=1 rn=2 rm=3 sz=1",
     "fnmul d1, d2, d3"},
    {0x1f239041, "FMADD rd=1 sub=1 rn=2 rm=3 sz=0 ra=4 neg=1",
     "fnmsub s1, s2, s3, s4"},
    {0x6ee35c41, "SQRSHL_v rd=1 rn=2 rm=3 size=3 U=1 Q=1",
     "uqrshl v1.2d, v2.2d, v3.2d"},
    {0x0ee31c41, "LOGICAL_v rd=1 rn=2 opc=3 rm=3 Q=0",
     "orn v1.8b, v2.8b, v3.8b"},
    {0x6ee3e441, "FCMGT_v rd=1 rn=2 rm=3 sz=1 Q=1",
     "fcmgt v1.2d, v2.2d, v3.2d"},
    {0x6ea36041, "SUBHN_v rd=1 rn=2 rm=3 size=2 Q=1 R=1",
     "rsubhn2 v1.4s, v2.2d, v3.2d"},
    {0x6e214841, "SQXTN_v rd=1 rn=2 size=0 U=1 Q=1",
     "uqxtn2 v1.16b, v2.8h"},
    {0x0ea18841, "FRINT_v rd=1 rn=2 sz=0 Q=0 rmode=1",
     "frintp v1.2s, v2.2s"},
    {0x6e21b841, "FCVTS_v rd=1 rn=2 sz=0 U=1 Q=1 rmode=2",
     "fcvtmu v1.4s, v2.4s"},
    {0x4e617841, "FCVTL_v rd=1 rn=2 sz=1 Q=1",
     "fcvtl2 v1.2d, v2.4s"},
    {0x6eb03841, "SADDLV_v rd=1 rn=2 size=2 U=1 Q=1",
     "uaddlv d1, v2.4s"},
    {0x6eb0c841, "FMINNMV_v rd=1 rn=2",
     "fminnmv s1, v2.4s"},
    {0x4e1c2c41, "SMOV_v rd=1 rn=2 Q=1 imm5=28",
     "smov x1, v2.s[3]"},
    {0x6e1e2441, "INS_elem_v rd=1 rn=2 imm5=30 imm4=4",
     "mov v1.h[7], v2.h[2]"},
    {0x4e037841, "ZIP_v rd=1 rn=2 rm=3 size=0 Q=1 two=1",
     "zip2 v1.16b, v2.16b, v3.16b"},
    {0x2e033841, "EXT_v rd=1 rn=2 rm=3 Q=0 imm4=7",
     "ext v1.8b, v2.8b, v3.8b, #7"},
    {0x0e055041, "TBX_v rd=1 rn=2 rm=5 Q=0 len=2",
     "tbx v1.8b, { v2.16b, v3.16b, v4.16b }, v5.8b"},
    {0x6f05d561, "MOVI_v rd=1 imm=171 inv=1 Q=1 cmode=13",
     "mvni v1.4s, #171, msl #16"},
    {0x6f05b561, "ORR_imm_v rd=1 imm=171 inv=1 Q=1 cmode=11",
     "bic v1.8h, #171, lsl #8"},
    {0x2f05e4c1, "MOVI_v rd=1 imm=166 inv=1 Q=0 cmode=14",
     "movi d1, #0xff00ff0000ffff00"},
    {0x6f03f601, "FMOV_imm_v rd=1 imm=112 inv=1 Q=1",
     "fmov v1.2d, #1.00000000"},
    {0x2f1d8c41, "SQSHRUN_v rd=1 rn=2 Q=0 R=1 immh=3 immb=5",
     "sqrshrun v1.4h, v2.4s, #3"},
    {0x6f401441, "SSRA_v rd=1 rn=2 U=1 Q=1 immh=8 immb=0",
     "usra v1.2d, v2.2d, #64"},
    {0x6f0fa441, "SSHLL_v rd=1 rn=2 U=1 Q=1 immh=1 immb=7",
     "ushll2 v1.8h, v2.16b, #7"},
    {0x6f20fc41, "FCVTZS_fix_v rd=1 rn=2 U=1 Q=1 immh=4 immb=0",
     "fcvtzu v1.4s, v2.4s, #32"},
    {0x4f7f8841, "MUL_x rd=1 rn=2 rm=31 size=1 idx=7 Q=1",
     "mul v1.8h, v2.8h, v15.h[7]"},
    {0x4fdf5841, "FMLS_x rd=1 rn=2 rm=31 sz=1 idx=5 Q=1",
     "fmls v1.2d, v2.2d, v31.d[1]"},
    {0x4f9f2841, "SMLAL_x rd=1 rn=2 rm=31 size=2 idx=5 U=0 Q=1",
     "smlal2 v1.2d, v2.4s, v31.s[2]"},
    {0x7ee33c41, "CMGE_s rd=1 rn=2 rm=3 U=1",
     "cmhs d1, d2, d3"},
    {0x5f63b841, "SQDMULL_sx rd=1 rn=2 rm=3 size=1 idx=6",
     "sqdmull s1, h2, v3.h[6]"},
    {0x7e70d841, "FADDP_s rd=1 rn=2 sz=1",
     "faddp d1, v2.2d"},
    {0x5e1f0441, "DUP_s rd=1 rn=2 imm5=31",
     "mov b1, v2.b[15]"},
    {0x7f0f6441, "SQSHLU_s rd=1 rn=2 immh=1 immb=7",
     "sqshlu b1, b2, #7"},
    {0x4e286841, "AESMC rd=1 rn=2",
     "aesmc v1.16b, v2.16b"},
    {0x4ee3e041, "PMULL_64 rd=1 rn=2 rm=3 Q=1",
     "pmull2 v1.1q, v2.2d, v3.2d"},
    {0x5e035041, "SHA256H2 rd=1 rn=2 rm=3",
     "sha256h2 q1, q2, v3.4s"},
    {0x00000000, "unallocated", "udf #0"},
    {0x12007c00, "unallocated", "and w0, w0, #reserved (imms all ones)"},
    {0x12400000, "unallocated", "and w0, w0, #64-bit immediate"},
    {0x0bc00000, "unallocated", "add w0, w0, w0, ror #0"},
    {0x0b008000, "unallocated", "add w0, w0, w0, lsl #32"},
    {0x4e080c00, "DUP_gen_v rd=0 rn=0 Q=1 imm5=8", "dup v0.2d, x0"},
    {0x0e080c00, "unallocated", "dup v0.1d, x0"},
};
/* clang-format on */

/* True if both texts have the same parts; the order is the table's affair. */
static bool same_parts(const char *a, const char *b)
{
    char part[64];

    if (strlen(a) != strlen(b))
        return false;
    while (*a) {
        size_t length = strcspn(a, " ");
        const char *found;

        snprintf(part, sizeof(part), "%.*s", (int)length, a);
        found = strstr(b, part);
        while (found && ((found > b && found[-1] != ' ') ||
                         (found[length] && found[length] != ' ')))
            found = strstr(found + 1, part);
        if (!found)
            return false;
        a += length + (a[length] == ' ');
    }
    return true;
}

int main(void)
{
    const unsigned count = sizeof(expectations) / sizeof(expectations[0]);
    char text[256];
    unsigned failed = 0;

    for (unsigned k = 0; k < count; k++) {
        const struct expectation *e = &expectations[k];

        insn_text(e->word, text, sizeof(text));
        if (same_parts(text, e->text))
            continue;
        printf("%08x (%s)\n  is       %s\n  expected %s\n", e->word, e->source,
               text, e->text);
        failed++;
    }
    printf("%u words, %u failed\n", count, failed);
    return failed != 0;
}
