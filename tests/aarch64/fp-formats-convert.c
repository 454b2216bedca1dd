// SPDX-License-Identifier: MIT
// build: -nostdlib -ffreestanding -fno-tree-vectorize -fno-tree-slp-vectorize
/* FPConvert() between half, single and double: NaN payloads, rounding,
 * denormals, alternative half precision; FCVTX rounds to odd. */
#include "check-fp.h"

FP_INSN_S(s_to_d, "fcvt d0, s1");
FP_INSN_D(d_to_s, "fcvt s0, d1");
FP_INSN_D(d_to_s_odd, "fcvtxn s0, d1");
FP_INSN_S(h_to_s, "fcvt s0, h1");
FP_INSN_S(h_to_d, "fcvt d0, h1");
FP_INSN_S(s_to_h, "fcvt h0, s1");
FP_INSN_D(d_to_h, "fcvt h0, d1");

static const struct fp_row to_double[] = {
    {BY(s_to_d), RN, ON(X(S0)), X(D0), 0},
    {BY(s_to_d), RN, ON(X(S_0)), X(D_0), 0},
    {BY(s_to_d), RN, ON(X(S1)), X(D1), 0},
    {BY(s_to_d), RN, ON(X(SDEN)), X(0x36a0000000000000), 0},
    {BY(s_to_d), FZ, ON(X(SDEN)), X(D0), IDC},
    {BY(s_to_d), RN, ON(X(S_DEN)), X(0xb6a0000000000000), 0},
    {BY(s_to_d), RN, ON(X(SDEN_MAX)), X(0x380fffffc0000000), 0},
    {BY(s_to_d), RN, ON(X(SMAX)), X(0x47efffffe0000000), 0},
    {BY(s_to_d), RN, ON(X(SINF)), X(DINF), 0},
    {BY(s_to_d), RN, ON(X(S_INF)), X(D_INF), 0},
    {BY(s_to_d), RN, ON(X(SSN)), X(0x7ff8000020000000), IOC},
    {BY(s_to_d), RN, ON(X(S_SN)), X(0xfff8000040000000), IOC},
    {BY(s_to_d), DN, ON(X(S_SN)), X(DDNAN), IOC},
    {BY(s_to_d), RN, ON(X(SQN)), X(0x7ff8000060000000), 0},
    {BY(s_to_d), DN, ON(X(SQN)), X(DDNAN), 0},
    {BY(s_to_d), RN, ON(X(S_QN)), X(0xfff8000080000000), 0},
};

static const struct fp_row to_single[] = {
    {BY(d_to_s), ANY, ON(X(D0)), X(S0), 0},
    {BY(d_to_s), ANY, ON(X(D_0)), X(S_0), 0},
    {BY(d_to_s), ANY, ON(X(D1)), X(S1), 0},
    {BY(d_to_s), RN | RM | RZ, ON(X(D1_NEXT)), X(S1), IXC},
    {BY(d_to_s), RP, ON(X(D1_NEXT)), X(S1_NEXT), IXC},
    {BY(d_to_s), RN | RP, ON(X(DMAX)), X(SINF), OFC | IXC},
    {BY(d_to_s), RM | RZ, ON(X(DMAX)), X(SMAX), OFC | IXC},
    {BY(d_to_s), RN | RM, ON(X(D_MAX)), X(S_INF), OFC | IXC},
    {BY(d_to_s), RP | RZ, ON(X(D_MAX)), X(S_MAX), OFC | IXC},
    {BY(d_to_s), ANY, ON(X(DINF)), X(SINF), 0},
    {BY(d_to_s), RN, ON(X(DSN)), X(SDNAN), IOC},
    {BY(d_to_s), ANY, ON(X(D_SN)), X(0xffc00000), IOC},
    {BY(d_to_s), DN, ON(X(D_SN)), X(SDNAN), IOC},
    {BY(d_to_s), RN | DN, ON(X(DQN)), X(SDNAN), 0},
    {BY(d_to_s), ANY, ON(X(D_QN)), X(0xffc00000), 0},
    {BY(d_to_s), ANY, ON(X(0xfff8000020000001)), X(0xffc00001), 0},
    {BY(d_to_s), RN | RM | RZ, ON(X(DDEN)), X(S0), UFC | IXC},
    {BY(d_to_s), RP, ON(X(DDEN)), X(SDEN), UFC | IXC},
    {BY(d_to_s), FZ, ON(X(DDEN)), X(S0), IDC},
    {BY(d_to_s), RN | RP | RZ, ON(X(D_DEN)), X(S_0), UFC | IXC},
    {BY(d_to_s), RM, ON(X(D_DEN)), X(S_DEN), UFC | IXC},
    {BY(d_to_s), FZ, ON(X(D_DEN)), X(S_0), IDC},
    {BY(d_to_s), RN | RP, ON(X(0x380fffffffffffff)), X(SMIN), UFC | IXC},
    {BY(d_to_s), RM | RZ, ON(X(0x380fffffffffffff)), X(SDEN_MAX), UFC | IXC},
    {BY(d_to_s), FZ, ON(X(0x380fffffffffffff)), X(S0), UFC},
    {BY(d_to_s), ANY, ON(X(0x3810000000000000)), X(SMIN), 0},
    {BY(d_to_s), RN | RP, ON(X(0x380fffffe0000000)), X(SMIN), UFC | IXC},
    {BY(d_to_s), RM | RZ, ON(X(0x380fffffe0000000)), X(SDEN_MAX), UFC | IXC},
    {BY(d_to_s), ANY, ON(X(0x36a0000000000000)), X(SDEN), 0},
    {BY(d_to_s), FZ, ON(X(0x36a0000000000000)), X(S0), UFC},
    {BY(d_to_s), RN | RM | RZ, ON(X(0x3690000000000000)), X(S0), UFC | IXC},
    {BY(d_to_s), RP, ON(X(0x3690000000000000)), X(SDEN), UFC | IXC},
    {BY(d_to_s), RN | RP, ON(X(0x3690000000000001)), X(SDEN), UFC | IXC},
    {BY(d_to_s), RM | RZ, ON(X(0x3690000000000001)), X(S0), UFC | IXC},
    {BY(d_to_s), RN | RM | RZ, ON(X(0x47efffffefffffff)), X(SMAX), IXC},
    {BY(d_to_s), RP, ON(X(0x47efffffefffffff)), X(SINF), OFC | IXC},
    {BY(d_to_s), RN | RP, ON(X(0x47effffff0000000)), X(SINF), OFC | IXC},
    {BY(d_to_s), RM | RZ, ON(X(0x47effffff0000000)), X(SMAX), IXC},
    {BY(d_to_s), RN | RM | RZ, ON(X(0x3ff0000010000000)), X(S1), IXC},
    {BY(d_to_s), RP, ON(X(0x3ff0000010000000)), X(S1_NEXT), IXC},
    {BY(d_to_s), RN | RP, ON(X(0x3ff0000030000000)), X(0x3f800002), IXC},
    {BY(d_to_s), RM | RZ, ON(X(0x3ff0000030000000)), X(S1_NEXT), IXC},
    {BY(d_to_s), FZ, ON(X(DMIN)), X(S0), UFC},
};

/* FCVTXN: the lowest bit takes in what was lost, under any rounding mode. */
static const struct fp_row to_odd[] = {
    {BY(d_to_s_odd), RN | RP, ON(X(D0)), X(S0), 0},
    {BY(d_to_s_odd), RN | RP, ON(X(D_0)), X(S_0), 0},
    {BY(d_to_s_odd), RN | RP, ON(X(D1)), X(S1), 0},
    {BY(d_to_s_odd), RN | RP, ON(X(D1_NEXT)), X(S1_NEXT), IXC},
    {BY(d_to_s_odd), RN | RP, ON(X(DMAX)), X(SMAX), OFC | IXC},
    {BY(d_to_s_odd), RN | RP, ON(X(D_MAX)), X(S_MAX), OFC | IXC},
    {BY(d_to_s_odd), RN | RP, ON(X(DINF)), X(SINF), 0},
    {BY(d_to_s_odd), RN | RP, ON(X(DSN)), X(SDNAN), IOC},
    {BY(d_to_s_odd), RN | RP, ON(X(D_SN)), X(0xffc00000), IOC},
    {BY(d_to_s_odd), RN | RP, ON(X(DQN)), X(SDNAN), 0},
    {BY(d_to_s_odd), RN | RP, ON(X(D_QN)), X(0xffc00000), 0},
    {BY(d_to_s_odd), RN | RP, ON(X(0xfff8000020000001)), X(0xffc00001), 0},
    {BY(d_to_s_odd), RN | RP, ON(X(DDEN)), X(SDEN), UFC | IXC},
    {BY(d_to_s_odd), RN | RP, ON(X(D_DEN)), X(S_DEN), UFC | IXC},
    {BY(d_to_s_odd), RN | RP, ON(X(0x380fffffffffffff)), X(SDEN_MAX),
     UFC | IXC},
    {BY(d_to_s_odd), RN | RP, ON(X(0x3810000000000000)), X(SMIN), 0},
    {BY(d_to_s_odd), RN | RP, ON(X(0x380fffffe0000000)), X(SDEN_MAX),
     UFC | IXC},
    {BY(d_to_s_odd), RN | RP, ON(X(0x36a0000000000000)), X(SDEN), 0},
    {BY(d_to_s_odd), RN | RP, ON(X(0x3690000000000000)), X(SDEN), UFC | IXC},
    {BY(d_to_s_odd), RN | RP, ON(X(0x3690000000000001)), X(SDEN), UFC | IXC},
    {BY(d_to_s_odd), RN | RP, ON(X(0x47efffffefffffff)), X(SMAX), IXC},
    {BY(d_to_s_odd), RN | RP, ON(X(0x47effffff0000000)), X(SMAX), IXC},
    {BY(d_to_s_odd), RN | RP, ON(X(0x3ff0000010000000)), X(S1_NEXT), IXC},
    {BY(d_to_s_odd), RN | RP, ON(X(0x3ff0000030000000)), X(S1_NEXT), IXC},
};

static const struct fp_row half_to_wider[] = {
    {BY(h_to_s), RN | DN | FZ | AHP, ON(X(0)), X(S0), 0},
    {BY(h_to_d), RN | AHP, ON(X(0)), X(D0), 0},
    {BY(h_to_s), RN | DN | FZ | AHP, ON(X(0x8000)), X(S_0), 0},
    {BY(h_to_d), RN | AHP, ON(X(0x8000)), X(D_0), 0},
    {BY(h_to_s), RN | DN | FZ | AHP, ON(X(0x3c00)), X(S1), 0},
    {BY(h_to_d), RN | AHP, ON(X(0x3c00)), X(D1), 0},
    {BY(h_to_s), RN | DN | FZ | AHP, ON(X(1)), X(0x33800000), 0},
    {BY(h_to_d), RN | AHP, ON(X(1)), X(0x3e70000000000000), 0},
    {BY(h_to_s), RN | DN | FZ | AHP, ON(X(0x83ff)), X(0xb87fc000), 0},
    {BY(h_to_d), RN | AHP, ON(X(0x83ff)), X(0xbf0ff80000000000), 0},
    {BY(h_to_s), RN | DN | FZ | AHP, ON(X(0x7bff)), X(0x477fe000), 0},
    {BY(h_to_d), RN | AHP, ON(X(0x7bff)), X(0x40effc0000000000), 0},
    {BY(h_to_s), RN | DN | FZ, ON(X(0x7c00)), X(SINF), 0},
    {BY(h_to_s), AHP, ON(X(0x7c00)), X(0x47800000), 0},
    {BY(h_to_d), RN, ON(X(0x7c00)), X(DINF), 0},
    {BY(h_to_d), AHP, ON(X(0x7c00)), X(0x40f0000000000000), 0},
    {BY(h_to_s), RN | DN | FZ, ON(X(0xfc00)), X(S_INF), 0},
    {BY(h_to_s), AHP, ON(X(0xfc00)), X(0xc7800000), 0},
    {BY(h_to_d), RN, ON(X(0xfc00)), X(D_INF), 0},
    {BY(h_to_d), AHP, ON(X(0xfc00)), X(0xc0f0000000000000), 0},
    {BY(h_to_s), RN | FZ, ON(X(0x7c01)), X(0x7fc02000), IOC},
    {BY(h_to_s), AHP, ON(X(0x7c01)), X(0x47802000), 0},
    {BY(h_to_s), DN, ON(X(0x7c01)), X(SDNAN), IOC},
    {BY(h_to_d), RN, ON(X(0x7c01)), X(0x7ff8040000000000), IOC},
    {BY(h_to_d), AHP, ON(X(0x7c01)), X(0x40f0040000000000), 0},
    {BY(h_to_s), RN | FZ, ON(X(0xfd55)), X(0xffeaa000), IOC},
    {BY(h_to_s), AHP, ON(X(0xfd55)), X(0xc7aaa000), 0},
    {BY(h_to_s), DN, ON(X(0xfd55)), X(SDNAN), IOC},
    {BY(h_to_d), RN, ON(X(0xfd55)), X(0xfffd540000000000), IOC},
    {BY(h_to_d), AHP, ON(X(0xfd55)), X(0xc0f5540000000000), 0},
    {BY(h_to_s), RN | FZ, ON(X(0x7e05)), X(0x7fc0a000), 0},
    {BY(h_to_s), AHP, ON(X(0x7e05)), X(0x47c0a000), 0},
    {BY(h_to_s), DN, ON(X(0x7e05)), X(SDNAN), 0},
    {BY(h_to_d), RN, ON(X(0x7e05)), X(0x7ff8140000000000), 0},
    {BY(h_to_d), AHP, ON(X(0x7e05)), X(0x40f8140000000000), 0},
    {BY(h_to_s), RN | FZ, ON(X(0xfe00)), X(0xffc00000), 0},
    {BY(h_to_s), AHP, ON(X(0xfe00)), X(0xc7c00000), 0},
    {BY(h_to_s), DN, ON(X(0xfe00)), X(SDNAN), 0},
    {BY(h_to_d), RN, ON(X(0xfe00)), X(0xfff8000000000000), 0},
    {BY(h_to_d), AHP, ON(X(0xfe00)), X(0xc0f8000000000000), 0},
};

static const struct fp_row single_to_half[] = {
    {BY(s_to_h), RN | RP | RZ | DN | AHP, ON(X(S0)), X(0), 0},
    {BY(s_to_h), RN | RP | RZ | DN | AHP, ON(X(S_0)), X(0x8000), 0},
    {BY(s_to_h), RN | RP | RZ | DN | AHP, ON(X(S1)), X(0x3c00), 0},
    {BY(s_to_h), RN | RZ | DN | AHP, ON(X(S1_NEXT)), X(0x3c00), IXC},
    {BY(s_to_h), RP, ON(X(S1_NEXT)), X(0x3c01), IXC},
    {BY(s_to_h), RN | RP | RZ | DN | AHP, ON(X(0x477fe000)), X(0x7bff), 0},
    {BY(s_to_h), RN | RZ | DN | AHP, ON(X(0x477fefff)), X(0x7bff), IXC},
    {BY(s_to_h), RP, ON(X(0x477fefff)), X(0x7c00), OFC | IXC},
    {BY(s_to_h), RN | RP | DN, ON(X(0x477ff000)), X(0x7c00), OFC | IXC},
    {BY(s_to_h), RZ, ON(X(0x477ff000)), X(0x7bff), IXC},
    {BY(s_to_h), AHP, ON(X(0x477ff000)), X(0x7c00), IXC},
    {BY(s_to_h), RN | RP | DN, ON(X(0x47ffe000)), X(0x7c00), OFC | IXC},
    {BY(s_to_h), RZ, ON(X(0x47ffe000)), X(0x7bff), OFC | IXC},
    {BY(s_to_h), AHP, ON(X(0x47ffe000)), X(0x7fff), 0},
    {BY(s_to_h), RN | RP | DN, ON(X(0x47fff000)), X(0x7c00), OFC | IXC},
    {BY(s_to_h), RZ, ON(X(0x47fff000)), X(0x7bff), OFC | IXC},
    {BY(s_to_h), AHP, ON(X(0x47fff000)), X(0x7fff), IOC},
    {BY(s_to_h), RN | RP | DN, ON(X(0x48000000)), X(0x7c00), OFC | IXC},
    {BY(s_to_h), RZ, ON(X(0x48000000)), X(0x7bff), OFC | IXC},
    {BY(s_to_h), AHP, ON(X(0x48000000)), X(0x7fff), IOC},
    {BY(s_to_h), RN | RP | RZ | DN, ON(X(SINF)), X(0x7c00), 0},
    {BY(s_to_h), AHP, ON(X(SINF)), X(0x7fff), IOC},
    {BY(s_to_h), RN | RP | RZ | DN, ON(X(S_INF)), X(0xfc00), 0},
    {BY(s_to_h), AHP, ON(X(S_INF)), X(0xffff), IOC},
    {BY(s_to_h), RN | RP | RZ | DN, ON(X(SSN)), X(0x7e00), IOC},
    {BY(s_to_h), AHP, ON(X(SSN)), X(0), IOC},
    {BY(s_to_h), RN | RP | RZ, ON(X(S_QN)), X(0xfe00), 0},
    {BY(s_to_h), AHP, ON(X(S_QN)), X(0x8000), IOC},
    {BY(s_to_h), DN, ON(X(S_QN)), X(0x7e00), 0},
    {BY(s_to_h), RN | RP | RZ, ON(X(0x7fffe001)), X(0x7fff), 0},
    {BY(s_to_h), AHP, ON(X(0x7fffe001)), X(0), IOC},
    {BY(s_to_h), DN, ON(X(0x7fffe001)), X(0x7e00), 0},
    {BY(s_to_h), RN | RZ | DN | AHP, ON(X(SDEN)), X(0), UFC | IXC},
    {BY(s_to_h), RP, ON(X(SDEN)), X(1), UFC | IXC},
    {BY(s_to_h), FZ, ON(X(SDEN)), X(0), IDC},
    {BY(s_to_h), RN | RZ | DN | AHP, ON(X(0x33000000)), X(0), UFC | IXC},
    {BY(s_to_h), RP, ON(X(0x33000000)), X(1), UFC | IXC},
    {BY(s_to_h), RN | RP | DN | AHP, ON(X(0x33000001)), X(1), UFC | IXC},
    {BY(s_to_h), RZ, ON(X(0x33000001)), X(0), UFC | IXC},
    {BY(s_to_h), RN | RP | RZ | DN | FZ | AHP, ON(X(0x33800000)), X(1), 0},
    {BY(s_to_h), RN | RP | DN | AHP, ON(X(0x387fffff)), X(0x400), UFC | IXC},
    {BY(s_to_h), RZ, ON(X(0x387fffff)), X(0x3ff), UFC | IXC},
    {BY(s_to_h), RN | RP | RZ | DN | AHP, ON(X(0x38800000)), X(0x400), 0},
    {BY(s_to_h), RN | DN | AHP, ON(X(0xb87fe000)), X(0x8400), UFC | IXC},
    {BY(s_to_h), RP | RZ, ON(X(0xb87fe000)), X(0x83ff), UFC | IXC},
    {BY(s_to_h), RN | RZ | DN | AHP, ON(X(0x3f801000)), X(0x3c00), IXC},
    {BY(s_to_h), RP, ON(X(0x3f801000)), X(0x3c01), IXC},
    {BY(s_to_h), RN | RP | DN | AHP, ON(X(0x3f803000)), X(0x3c02), IXC},
    {BY(s_to_h), RZ, ON(X(0x3f803000)), X(0x3c01), IXC},
    {BY(s_to_h), FZ, ON(X(SMIN)), X(0), UFC | IXC},
};

static const struct fp_row double_to_half[] = {
    {BY(d_to_h), RN | RM | AHP, ON(X(D1)), X(0x3c00), 0},
    {BY(d_to_h), RN | RM | AHP, ON(X(0x40effc0000000000)), X(0x7bff), 0},
    {BY(d_to_h), RN, ON(X(0x40effe0000000000)), X(0x7c00), OFC | IXC},
    {BY(d_to_h), RM, ON(X(0x40effe0000000000)), X(0x7bff), IXC},
    {BY(d_to_h), AHP, ON(X(0x40effe0000000000)), X(0x7c00), IXC},
    {BY(d_to_h), RN | RM | AHP, ON(X(0x3ff0040000000000)), X(0x3c01), 0},
    {BY(d_to_h), RN | RM | AHP, ON(X(0x3ff0040000000001)), X(0x3c01), IXC},
    {BY(d_to_h), RN | RM, ON(X(DSN)), X(0x7e00), IOC},
    {BY(d_to_h), AHP, ON(X(DSN)), X(0), IOC},
    {BY(d_to_h), RN | RM, ON(X(D_QN)), X(0xfe00), 0},
    {BY(d_to_h), AHP, ON(X(D_QN)), X(0x8000), IOC},
    {BY(d_to_h), RN, ON(X(DMAX)), X(0x7c00), OFC | IXC},
    {BY(d_to_h), RM, ON(X(DMAX)), X(0x7bff), OFC | IXC},
    {BY(d_to_h), AHP, ON(X(DMAX)), X(0x7fff), IOC},
    {BY(d_to_h), RN | RM | AHP, ON(X(DDEN)), X(0), UFC | IXC},
    {BY(d_to_h), RN | RM | AHP, ON(X(0x3e70000000000000)), X(1), 0},
    {BY(d_to_h), RN | AHP, ON(X(0x3e60000000000001)), X(1), UFC | IXC},
    {BY(d_to_h), RM, ON(X(0x3e60000000000001)), X(0), UFC | IXC},
};

static void vectors(void)
{
    ROW_Q("fcvtl v0.4s, v1.4h", 0, VEC(1, 2),
          VEC(0x7c017e05fc000001, 0x3c0083ff7bff8000), VEC(0, 0),
          VEC(0x3f800000b87fc000, 0x477fe00080000000), 0);
    ROW_Q("fcvtl2 v0.4s, v1.8h", 0, VEC(1, 2),
          VEC(0x7c017e05fc000001, 0x3c0083ff7bff8000), VEC(0, 0),
          VEC(0x7fc020007fc0a000, 0xff80000033800000), IOC);
    ROW_Q("fcvtl v0.4s, v1.4h", FPCR_AHP, VEC(1, 2),
          VEC(0x7c017e05fc000001, 0x3c0083ff7bff8000), VEC(0, 0),
          VEC(0x3f800000b87fc000, 0x477fe00080000000), 0);
    ROW_Q("fcvtl2 v0.4s, v1.8h", FPCR_AHP, VEC(1, 2),
          VEC(0x7c017e05fc000001, 0x3c0083ff7bff8000), VEC(0, 0),
          VEC(0x4780200047c0a000, 0xc780000033800000), 0);
    ROW_Q("fcvtn v0.4h, v1.4s", 0, VEC(1, 2),
          VEC(0x7f8000013f801000, 0x47fff00033000001), VEC(0, 0),
          VEC(0x0, 0x7e003c007c000001), IOC | OFC | UFC | IXC);
    ROW_Q("fcvtn2 v0.8h, v1.4s", 0, VEC(1, 2),
          VEC(0x7f8000013f801000, 0x47fff00033000001), VEC(0, 0),
          VEC(0x7e003c007c000001, 0x2), IOC | OFC | UFC | IXC);
    ROW_Q("fcvtn v0.4h, v1.4s", FPCR_AHP, VEC(1, 2),
          VEC(0x7f8000013f801000, 0x47fff00033000001), VEC(0, 0),
          VEC(0x0, 0x3c007fff0001), IOC | UFC | IXC);
    ROW_Q("fcvtn2 v0.8h, v1.4s", FPCR_AHP, VEC(1, 2),
          VEC(0x7f8000013f801000, 0x47fff00033000001), VEC(0, 0),
          VEC(0x3c007fff0001, 0x2), IOC | UFC | IXC);
    ROW_Q("fcvtl v0.2d, v1.2s", 0, VEC(1, 2),
          VEC(0x7f8000017f800001, 0x3f800000ffc00004), VEC(0, 0),
          VEC(0x3ff0000000000000, 0xfff8000080000000), 0);
    ROW_Q("fcvtl2 v0.2d, v1.4s", 0, VEC(1, 2),
          VEC(0x000000017f7fffff, 0x7f8000017f800001), VEC(0, 0),
          VEC(0x36a0000000000000, 0x47efffffe0000000), 0);
    ROW_Q("fcvtn v0.2s, v1.2d", 0, VEC(1, 2), VEC(DMAX, D1_NEXT), VEC(0, 0),
          VEC(0x0, 0x7f8000003f800000), OFC | IXC);
    ROW_Q("fcvtn2 v0.4s, v1.2d", FPCR_RP, VEC(1, 2), VEC(D_SN, D1), VEC(0, 0),
          VEC(0xffc000003f800000, 0x2), IOC);
    ROW_Q("fcvtxn v0.2s, v1.2d", 0, VEC(1, 2), VEC(DMAX, D1_NEXT), VEC(0, 0),
          VEC(0x0, 0x7f7fffff3f800001), OFC | IXC);
    ROW_Q("fcvtxn2 v0.4s, v1.2d", 0, VEC(1, 2), VEC(D_SN, D1), VEC(0, 0),
          VEC(0xffc000003f800000, 0x2), IOC);
}

int main(void)
{
    FP_ROWS("single to double", to_double);
    FP_ROWS("double to single", to_single);
    FP_ROWS("double to single, rounded to odd", to_odd);
    FP_ROWS("half to wider", half_to_wider);
    FP_ROWS("single to half", single_to_half);
    FP_ROWS("double to half", double_to_half);
    vectors();
    return check_result();
}
