// SPDX-License-Identifier: MIT
// build: -nostdlib -ffreestanding -fno-tree-vectorize -fno-tree-slp-vectorize
/* FixedToFP(): all 64 bits count, rounded as FPCR says; fixed point. */
#include "check-fp.h"

FP_INSN(scvtf_w, "scvtf f0, w9");
FP_INSN(scvtf_x, "scvtf f0, x9");
FP_INSN(ucvtf_w, "ucvtf f0, w9");
FP_INSN(ucvtf_x, "ucvtf f0, x9");
FP_INSN(scvtf_w_32, "scvtf f0, w9, #32");
FP_INSN(ucvtf_w_1, "ucvtf f0, w9, #1");
FP_INSN(scvtf_x_64, "scvtf f0, x9, #64");
FP_INSN(ucvtf_x_63, "ucvtf f0, x9, #63");
FP_INSN(scvtf_x_7, "scvtf f0, x9, #7");
FP_INSN(scvtf, "scvtf f0, f1");
FP_INSN(ucvtf, "ucvtf f0, f1");
FP_INSN(scvtf_5, "scvtf f0, f1, #5");
FP_INSN_S(ucvtf_32, "ucvtf s0, s1, #32");
FP_INSN_D(ucvtf_64, "ucvtf d0, d1, #64");

#define CONVERSIONS scvtf_w, scvtf_x, ucvtf_w, ucvtf_x
#define FIXED_POINT scvtf_w_32, ucvtf_w_1, scvtf_x_64, ucvtf_x_63, scvtf_x_7

/* In a general register: half of it, or all. */
static const struct fp_row integers[] = {
    {BY(CONVERSIONS), RN, FROM_X(0), F0, 0},
    {BY(CONVERSIONS), RN, FROM_X(1), F1, 0},
    {BY(scvtf_w, scvtf_x), RN, FROM_X(-1), F_1, 0},
    {BY(ucvtf_w), RN, FROM_X(-1), X(0x4f800000), IXC, SINGLES},
    {BY(ucvtf_x), RN, FROM_X(-1), F2_64, IXC},
    {BY(ucvtf_w), RN, FROM_X(-1), X(0x41efffffffe00000), 0, DOUBLES},
    {BY(CONVERSIONS), RN, FROM_X(0x7fffffff), X(0x4f000000), IXC, SINGLES},
    {BY(CONVERSIONS), RN, FROM_X(0x7fffffff), X(0x41dfffffffc00000), 0,
     DOUBLES},
    {BY(scvtf_w), RN, FROM_X(0x80000000), F_2_31, 0},
    {BY(scvtf_x, ucvtf_w, ucvtf_x), RN, FROM_X(0x80000000), F2_31, 0},
    {BY(scvtf_w), RN, FROM_X(0xffffffff), F_1, 0},
    {BY(scvtf_x, ucvtf_w, ucvtf_x), RN, FROM_X(0xffffffff), X(0x4f800000), IXC,
     SINGLES},
    {BY(scvtf_x, ucvtf_w, ucvtf_x), RN, FROM_X(0xffffffff),
     X(0x41efffffffe00000), 0, DOUBLES},
    {BY(CONVERSIONS), RN, FROM_X(0x1000001), X(0x4b800000), IXC, SINGLES},
    {BY(CONVERSIONS), RN, FROM_X(0x1000001), X(0x4170000010000000), 0, DOUBLES},
    {BY(CONVERSIONS), RN, FROM_X(0x1000003), X(0x4b800002), IXC, SINGLES},
    {BY(CONVERSIONS), RN, FROM_X(0x1000003), X(0x4170000030000000), 0, DOUBLES},
    {BY(scvtf_w), RN, FROM_X(-0x1000001), X(0xcb800000), IXC, SINGLES},
    {BY(scvtf_x), RN | RP | RZ, FROM_X(-0x1000001), X(0xcb800000), IXC,
     SINGLES},
    {BY(scvtf_x), RM, FROM_X(-0x1000001), X(0xcb800001), IXC, SINGLES},
    {BY(ucvtf_w), RN, FROM_X(-0x1000001), X(0x4f7f0000), IXC, SINGLES},
    {BY(ucvtf_x), RN | RP, FROM_X(-0x1000001),
     SD(0x5f800000, 0x43efffffffffe000), IXC},
    {BY(ucvtf_x), RM | RZ, FROM_X(-0x1000001),
     SD(0x5f7fffff, 0x43efffffffffdfff), IXC},
    {BY(scvtf_w), RN, FROM_X(-0x1000001), X(0xc170000010000000), 0, DOUBLES},
    {BY(scvtf_x), ANY, FROM_X(-0x1000001), X(0xc170000010000000), 0, DOUBLES},
    {BY(ucvtf_w), RN, FROM_X(-0x1000001), X(0x41efdfffffe00000), 0, DOUBLES},
    {BY(scvtf_w), RN, FROM_X(INT64_MAX), F_1, 0},
    {BY(scvtf_x, ucvtf_x), RN | RP, FROM_X(INT64_MAX), F2_63, IXC},
    {BY(scvtf_x, ucvtf_x), RM | RZ, FROM_X(INT64_MAX),
     SD(0x5effffff, 0x43dfffffffffffff), IXC},
    {BY(ucvtf_w), RN, FROM_X(INT64_MAX), X(0x4f800000), IXC, SINGLES},
    {BY(ucvtf_w), RN, FROM_X(INT64_MAX), X(0x41efffffffe00000), 0, DOUBLES},
    {BY(scvtf_w, ucvtf_w), RN, FROM_X(INT64_MIN), F0, 0},
    {BY(scvtf_x), RN, FROM_X(INT64_MIN), F_2_63, 0},
    {BY(ucvtf_x), RN, FROM_X(INT64_MIN), F2_63, 0},
    {BY(scvtf_w), RN, FROM_X(-1025), SD(0xc4802000, 0xc090040000000000), 0},
    {BY(scvtf_x), ANY, FROM_X(-1025), SD(0xc4802000, 0xc090040000000000), 0},
    {BY(ucvtf_w), RN, FROM_X(-1025), X(0x4f7ffffc), IXC, SINGLES},
    {BY(ucvtf_x), RN, FROM_X(-1025), SD(0x5f800000, 0x43efffffffffffff), IXC},
    {BY(ucvtf_x), RP, FROM_X(-1025), F2_64, IXC},
    {BY(ucvtf_x), RM | RZ, FROM_X(-1025), SD(0x5f7fffff, 0x43efffffffffffff),
     IXC},
    {BY(ucvtf_w), RN, FROM_X(-1025), X(0x41efffff7fe00000), 0, DOUBLES},
    {BY(scvtf_w, scvtf_x), RN, FROM_X(-1024),
     SD(0xc4800000, 0xc090000000000000), 0},
    {BY(ucvtf_w), RN, FROM_X(-1024), SD(0x4f7ffffc, 0x41efffff80000000), 0},
    {BY(ucvtf_x), RN, FROM_X(-1024), F2_64, IXC},
    {BY(scvtf_w, ucvtf_w), RN, FROM_X(0x8000008000000001), F1, 0},
    {BY(scvtf_x), RN, FROM_X(0x8000008000000001),
     SD(0xdeffffff, 0xc3dfffffe0000000), IXC},
    {BY(ucvtf_x), RN, FROM_X(0x8000008000000001),
     SD(0x5f000001, 0x43e0000010000000), IXC},
    {BY(scvtf_w, ucvtf_w), RN, FROM_X(0x8000008000000000), F0, 0},
    {BY(scvtf_x), RN, FROM_X(0x8000008000000000),
     SD(0xdeffffff, 0xc3dfffffe0000000), 0},
    {BY(ucvtf_x), RN, FROM_X(0x8000008000000000), X(0x5f000000), IXC, SINGLES},
    {BY(ucvtf_x), RN, FROM_X(0x8000008000000000), X(0x43e0000010000000), 0,
     DOUBLES},
    {BY(scvtf_w, ucvtf_w), RN, FROM_X(0x4000004000000001), F1, 0},
    {BY(scvtf_x, ucvtf_x), RN, FROM_X(0x4000004000000001),
     SD(0x5e800001, 0x43d0000010000000), IXC},
    {BY(scvtf_x, ucvtf_x), RP, FROM_X(0x4000004000000001),
     SD(0x5e800001, 0x43d0000010000001), IXC},
    {BY(scvtf_x, ucvtf_x), RM | RZ, FROM_X(0x4000004000000001),
     SD(0x5e800000, 0x43d0000010000000), IXC},
    {BY(scvtf_w, ucvtf_w), RN, FROM_X(0x20000000000001), F1, 0},
    {BY(scvtf_x, ucvtf_x), RN | RM | RZ, FROM_X(0x20000000000001),
     SD(0x5a000000, 0x4340000000000000), IXC},
    {BY(scvtf_x, ucvtf_x), RP, FROM_X(0x20000000000001),
     SD(0x5a000001, 0x4340000000000001), IXC},
    {BY(scvtf_w, ucvtf_w), RN, FROM_X(0x7fffff4000000001), F1, 0},
    {BY(scvtf_x, ucvtf_x), RN, FROM_X(0x7fffff4000000001),
     SD(0x5effffff, 0x43dfffffd0000000), IXC},
};

/* Fixed point: x / 2^fbits. */
static const struct fp_row fixed[] = {
    {BY(FIXED_POINT), RN, FROM_X(0), F0, 0},
    {BY(scvtf_w_32), RN, FROM_X(1), SD(0x2f800000, 0x3df0000000000000), 0},
    {BY(ucvtf_w_1), RN, FROM_X(1), F0_5, 0},
    {BY(scvtf_x_64), RN, FROM_X(1), SD(0x1f800000, 0x3bf0000000000000), 0},
    {BY(ucvtf_x_63), RN, FROM_X(1), SD(0x20000000, 0x3c00000000000000), 0},
    {BY(scvtf_x_7), RN, FROM_X(1), SD(0x3c000000, 0x3f80000000000000), 0},
    {BY(scvtf_w_32), RN, FROM_X(-1), SD(0xaf800000, 0xbdf0000000000000), 0},
    {BY(ucvtf_w_1), RN, FROM_X(-1), X(0x4f000000), IXC, SINGLES},
    {BY(scvtf_x_64), RN, FROM_X(-1), SD(0x9f800000, 0xbbf0000000000000), 0},
    {BY(ucvtf_x_63), RN, FROM_X(-1), F2, IXC},
    {BY(scvtf_x_7), RN, FROM_X(-1), SD(0xbc000000, 0xbf80000000000000), 0},
    {BY(ucvtf_w_1), RN, FROM_X(-1), X(0x41dfffffffe00000), 0, DOUBLES},
    {BY(scvtf_w_32, ucvtf_w_1), RN, FROM_X(INT64_MIN), F0, 0},
    {BY(scvtf_x_64), RN, FROM_X(INT64_MIN), F_0_5, 0},
    {BY(ucvtf_x_63), RN, FROM_X(INT64_MIN), F1, 0},
    {BY(scvtf_x_7), RN, FROM_X(INT64_MIN), SD(0xdb800000, 0xc370000000000000),
     0},
    {BY(scvtf_w_32), RN, FROM_X(0x123456789abcdef0), X(0xbeca8642), IXC,
     SINGLES},
    {BY(ucvtf_w_1), RN, FROM_X(0x123456789abcdef0), X(0x4e9abcdf), IXC,
     SINGLES},
    {BY(scvtf_x_64), RN, FROM_X(0x123456789abcdef0),
     SD(0x3d91a2b4, 0x3fb23456789abcdf), IXC},
    {BY(ucvtf_x_63), RN, FROM_X(0x123456789abcdef0),
     SD(0x3e11a2b4, 0x3fc23456789abcdf), IXC},
    {BY(scvtf_x_7), RN, FROM_X(0x123456789abcdef0),
     SD(0x5a11a2b4, 0x43423456789abcdf), IXC},
    {BY(scvtf_w_32), RN, FROM_X(0x123456789abcdef0), X(0xbfd950c844000000), 0,
     DOUBLES},
    {BY(ucvtf_w_1), RN, FROM_X(0x123456789abcdef0), X(0x41d3579bde000000), 0,
     DOUBLES},
};

static const struct fp_row in_vectors[] = {
    {BY(scvtf, ucvtf, scvtf_5), RN, ON(X(0)), F0, 0},
    {BY(scvtf, ucvtf), RN, ON(X(1)), F1, 0},
    {BY(scvtf_5), RN, ON(X(1)), SD(0x3d000000, 0x3fa0000000000000), 0},
    {BY(scvtf), RN, ON(X(0x80000000)), SD(0xcf000000, 0x41e0000000000000), 0},
    {BY(ucvtf), RN, ON(X(0x80000000)), F2_31, 0},
    {BY(scvtf_5), RN, ON(X(0x80000000)), SD(0xcc800000, 0x4190000000000000), 0},
    {BY(scvtf), RN, ON(X(0xffffffff)), SD(0xbf800000, 0x41efffffffe00000), 0},
    {BY(scvtf_5), RN, ON(X(0xffffffff)), SD(0xbd000000, 0x419fffffffe00000), 0},
    {BY(scvtf, ucvtf), RN, ON(X(0x1000003)), X(0x4b800002), IXC, SINGLES},
    {BY(scvtf_5), RN, ON(X(0x1000003)), X(0x49000002), IXC, SINGLES},
    {BY(ucvtf_32), RN, ON(X(0x1000003)), X(0x3b800002), IXC, SINGLES},
    {BY(ucvtf), RN, ON(X(0xffffffff)), X(0x4f800000), IXC, SINGLES},
    {BY(ucvtf_32), RN, ON(X(0xffffffff)), X(S1), IXC, SINGLES},
    {BY(ucvtf_32), RN, ON(X(0)), X(S0), 0, SINGLES},
    {BY(ucvtf_32), RN, ON(X(1)), X(0x2f800000), 0, SINGLES},
    {BY(ucvtf_32), RN, ON(X(0x80000000)), X(0x3f000000), 0, SINGLES},
    {BY(scvtf, ucvtf), RN, ON(X(0x1000003)), X(0x4170000030000000), 0, DOUBLES},
    {BY(scvtf_5), RN, ON(X(0x1000003)), X(0x4120000030000000), 0, DOUBLES},
    {BY(ucvtf_64), RN, ON(X(0x1000003)), X(0x3d70000030000000), 0, DOUBLES},
    {BY(ucvtf), RN, ON(X(0xffffffff)), X(0x41efffffffe00000), 0, DOUBLES},
    {BY(ucvtf_64), RN, ON(X(0xffffffff)), X(0x3defffffffe00000), 0, DOUBLES},
    {BY(ucvtf_64), RN, ON(X(0)), X(D0), 0, DOUBLES},
    {BY(ucvtf_64), RN, ON(X(1)), X(0x3bf0000000000000), 0, DOUBLES},
    {BY(ucvtf_64), RN, ON(X(0x80000000)), X(0x3de0000000000000), 0, DOUBLES},
    {BY(ucvtf), RP, ON(X(0x8000000000000000)), X(0x43e0000000000000), 0,
     DOUBLES},
    {BY(scvtf), RM, ON(X(0x8000000000000000)), X(0xc3e0000000000000), 0,
     DOUBLES},
    {BY(ucvtf), RP, ON(X(0xffffffffffffffff)), X(0x43f0000000000000), IXC,
     DOUBLES},
    {BY(scvtf), RM, ON(X(0xffffffffffffffff)), X(D_1), 0, DOUBLES},
    {BY(ucvtf), RP, ON(X(0x20000000000001)), X(0x4340000000000001), IXC,
     DOUBLES},
    {BY(scvtf), RM, ON(X(0x20000000000001)), X(0x4340000000000000), IXC,
     DOUBLES},
};

int main(void)
{
    FP_ROWS("integer", integers);
    FP_ROWS("fixed point", fixed);
    FP_ROWS("integer in a vector register", in_vectors);
    return check_result();
}
