// SPDX-License-Identifier: MIT
// build: -nostdlib -ffreestanding -fno-tree-vectorize -fno-tree-slp-vectorize
/* Minimum and maximum of zeros and infinities: -0 is less than +0. */
#include "check-fp.h"

static void zeros_s(void)
{
    ROW_S("fmax s0, s1, s2", 0, 0, S0, S_0, S0, 0);
    ROW_S("fmax s0, s1, s2", 0, 0, S_0, S0, S0, 0);
    ROW_S("fmax s0, s1, s2", 0, 0, S_0, S_0, S_0, 0);
    ROW_S("fmax s0, s1, s2", 0, 0, S0, S0, S0, 0);
    ROW_S("fmax s0, s1, s2", 0, 0, S1, S_1, S1, 0);
    ROW_S("fmax s0, s1, s2", 0, 0, S_1, S1, S1, 0);
    ROW_S("fmax s0, s1, s2", 0, 0, SINF, S1, SINF, 0);
    ROW_S("fmax s0, s1, s2", 0, 0, S_INF, S1, S1, 0);
    ROW_S("fmax s0, s1, s2", 0, 0, SDEN, S_DEN, SDEN, 0);
    ROW_S("fmax s0, s1, s2", 0, 0, S1, S1_5, S1_5, 0);
    ROW_S("fmin s0, s1, s2", 0, 0, S0, S_0, S_0, 0);
    ROW_S("fmin s0, s1, s2", 0, 0, S_0, S0, S_0, 0);
    ROW_S("fmin s0, s1, s2", 0, 0, S_0, S_0, S_0, 0);
    ROW_S("fmin s0, s1, s2", 0, 0, S0, S0, S0, 0);
    ROW_S("fmin s0, s1, s2", 0, 0, S1, S_1, S_1, 0);
    ROW_S("fmin s0, s1, s2", 0, 0, S_1, S1, S_1, 0);
    ROW_S("fmin s0, s1, s2", 0, 0, SINF, S1, S1, 0);
    ROW_S("fmin s0, s1, s2", 0, 0, S_INF, S1, S_INF, 0);
    ROW_S("fmin s0, s1, s2", 0, 0, SDEN, S_DEN, S_DEN, 0);
    ROW_S("fmin s0, s1, s2", 0, 0, S1, S1_5, S1, 0);
    ROW_S("fmaxnm s0, s1, s2", 0, 0, S0, S_0, S0, 0);
    ROW_S("fmaxnm s0, s1, s2", 0, 0, S_0, S0, S0, 0);
    ROW_S("fmaxnm s0, s1, s2", 0, 0, S_0, S_0, S_0, 0);
    ROW_S("fmaxnm s0, s1, s2", 0, 0, S0, S0, S0, 0);
    ROW_S("fmaxnm s0, s1, s2", 0, 0, S1, S_1, S1, 0);
    ROW_S("fmaxnm s0, s1, s2", 0, 0, S_1, S1, S1, 0);
    ROW_S("fmaxnm s0, s1, s2", 0, 0, SINF, S1, SINF, 0);
    ROW_S("fmaxnm s0, s1, s2", 0, 0, S_INF, S1, S1, 0);
    ROW_S("fmaxnm s0, s1, s2", 0, 0, SDEN, S_DEN, SDEN, 0);
    ROW_S("fmaxnm s0, s1, s2", 0, 0, S1, S1_5, S1_5, 0);
    ROW_S("fminnm s0, s1, s2", 0, 0, S0, S_0, S_0, 0);
    ROW_S("fminnm s0, s1, s2", 0, 0, S_0, S0, S_0, 0);
    ROW_S("fminnm s0, s1, s2", 0, 0, S_0, S_0, S_0, 0);
    ROW_S("fminnm s0, s1, s2", 0, 0, S0, S0, S0, 0);
    ROW_S("fminnm s0, s1, s2", 0, 0, S1, S_1, S_1, 0);
    ROW_S("fminnm s0, s1, s2", 0, 0, S_1, S1, S_1, 0);
    ROW_S("fminnm s0, s1, s2", 0, 0, SINF, S1, S1, 0);
    ROW_S("fminnm s0, s1, s2", 0, 0, S_INF, S1, S_INF, 0);
    ROW_S("fminnm s0, s1, s2", 0, 0, SDEN, S_DEN, S_DEN, 0);
    ROW_S("fminnm s0, s1, s2", 0, 0, S1, S1_5, S1, 0);
}

/* FPCR.FZ: a denormal operand is zero, also as the result. */
static void flushed_s(void)
{
    ROW_S("fmax s0, s1, s2", FPCR_FZ, 0, SDEN, S0, S0, IDC);
    ROW_S("fmax s0, s1, s2", FPCR_FZ, 0, S_DEN, S0, S0, IDC);
    ROW_S("fmax s0, s1, s2", FPCR_FZ, 0, SDEN, S1, S1, IDC);
    ROW_S("fmax s0, s1, s2", FPCR_FZ, 0, S_DEN, S_DEN, S_0, IDC);
    ROW_S("fmax s0, s1, s2", FPCR_FZ, 0, SDEN, SSN, 0x7fc00001, IOC | IDC);
    ROW_S("fmax s0, s1, s2", FPCR_FZ, 0, SQN, SDEN, SQN, IDC);
    ROW_S("fmin s0, s1, s2", FPCR_FZ, 0, SDEN, S0, S0, IDC);
    ROW_S("fmin s0, s1, s2", FPCR_FZ, 0, S_DEN, S0, S_0, IDC);
    ROW_S("fmin s0, s1, s2", FPCR_FZ, 0, SDEN, S1, S0, IDC);
    ROW_S("fmin s0, s1, s2", FPCR_FZ, 0, S_DEN, S_DEN, S_0, IDC);
    ROW_S("fmin s0, s1, s2", FPCR_FZ, 0, SDEN, SSN, 0x7fc00001, IOC | IDC);
    ROW_S("fmin s0, s1, s2", FPCR_FZ, 0, SQN, SDEN, SQN, IDC);
    ROW_S("fmaxnm s0, s1, s2", FPCR_FZ, 0, SDEN, S0, S0, IDC);
    ROW_S("fmaxnm s0, s1, s2", FPCR_FZ, 0, S_DEN, S0, S0, IDC);
    ROW_S("fmaxnm s0, s1, s2", FPCR_FZ, 0, SDEN, S1, S1, IDC);
    ROW_S("fmaxnm s0, s1, s2", FPCR_FZ, 0, S_DEN, S_DEN, S_0, IDC);
    ROW_S("fmaxnm s0, s1, s2", FPCR_FZ, 0, SDEN, SSN, 0x7fc00001, IOC | IDC);
    ROW_S("fmaxnm s0, s1, s2", FPCR_FZ, 0, SQN, SDEN, S0, IDC);
    ROW_S("fminnm s0, s1, s2", FPCR_FZ, 0, SDEN, S0, S0, IDC);
    ROW_S("fminnm s0, s1, s2", FPCR_FZ, 0, S_DEN, S0, S_0, IDC);
    ROW_S("fminnm s0, s1, s2", FPCR_FZ, 0, SDEN, S1, S0, IDC);
    ROW_S("fminnm s0, s1, s2", FPCR_FZ, 0, S_DEN, S_DEN, S_0, IDC);
    ROW_S("fminnm s0, s1, s2", FPCR_FZ, 0, SDEN, SSN, 0x7fc00001, IOC | IDC);
    ROW_S("fminnm s0, s1, s2", FPCR_FZ, 0, SQN, SDEN, S0, IDC);
}

static void zeros_d(void)
{
    ROW_D("fmax d0, d1, d2", 0, 0, D0, D_0, D0, 0);
    ROW_D("fmax d0, d1, d2", 0, 0, D_0, D0, D0, 0);
    ROW_D("fmax d0, d1, d2", 0, 0, D_0, D_0, D_0, 0);
    ROW_D("fmax d0, d1, d2", 0, 0, D0, D0, D0, 0);
    ROW_D("fmax d0, d1, d2", 0, 0, D1, D_1, D1, 0);
    ROW_D("fmax d0, d1, d2", 0, 0, D_1, D1, D1, 0);
    ROW_D("fmax d0, d1, d2", 0, 0, DINF, D1, DINF, 0);
    ROW_D("fmax d0, d1, d2", 0, 0, D_INF, D1, D1, 0);
    ROW_D("fmax d0, d1, d2", 0, 0, DDEN, D_DEN, DDEN, 0);
    ROW_D("fmax d0, d1, d2", 0, 0, D1, D1_5, D1_5, 0);
    ROW_D("fmin d0, d1, d2", 0, 0, D0, D_0, D_0, 0);
    ROW_D("fmin d0, d1, d2", 0, 0, D_0, D0, D_0, 0);
    ROW_D("fmin d0, d1, d2", 0, 0, D_0, D_0, D_0, 0);
    ROW_D("fmin d0, d1, d2", 0, 0, D0, D0, D0, 0);
    ROW_D("fmin d0, d1, d2", 0, 0, D1, D_1, D_1, 0);
    ROW_D("fmin d0, d1, d2", 0, 0, D_1, D1, D_1, 0);
    ROW_D("fmin d0, d1, d2", 0, 0, DINF, D1, D1, 0);
    ROW_D("fmin d0, d1, d2", 0, 0, D_INF, D1, D_INF, 0);
    ROW_D("fmin d0, d1, d2", 0, 0, DDEN, D_DEN, D_DEN, 0);
    ROW_D("fmin d0, d1, d2", 0, 0, D1, D1_5, D1, 0);
    ROW_D("fmaxnm d0, d1, d2", 0, 0, D0, D_0, D0, 0);
    ROW_D("fmaxnm d0, d1, d2", 0, 0, D_0, D0, D0, 0);
    ROW_D("fmaxnm d0, d1, d2", 0, 0, D_0, D_0, D_0, 0);
    ROW_D("fmaxnm d0, d1, d2", 0, 0, D0, D0, D0, 0);
    ROW_D("fmaxnm d0, d1, d2", 0, 0, D1, D_1, D1, 0);
    ROW_D("fmaxnm d0, d1, d2", 0, 0, D_1, D1, D1, 0);
    ROW_D("fmaxnm d0, d1, d2", 0, 0, DINF, D1, DINF, 0);
    ROW_D("fmaxnm d0, d1, d2", 0, 0, D_INF, D1, D1, 0);
    ROW_D("fmaxnm d0, d1, d2", 0, 0, DDEN, D_DEN, DDEN, 0);
    ROW_D("fmaxnm d0, d1, d2", 0, 0, D1, D1_5, D1_5, 0);
    ROW_D("fminnm d0, d1, d2", 0, 0, D0, D_0, D_0, 0);
    ROW_D("fminnm d0, d1, d2", 0, 0, D_0, D0, D_0, 0);
    ROW_D("fminnm d0, d1, d2", 0, 0, D_0, D_0, D_0, 0);
    ROW_D("fminnm d0, d1, d2", 0, 0, D0, D0, D0, 0);
    ROW_D("fminnm d0, d1, d2", 0, 0, D1, D_1, D_1, 0);
    ROW_D("fminnm d0, d1, d2", 0, 0, D_1, D1, D_1, 0);
    ROW_D("fminnm d0, d1, d2", 0, 0, DINF, D1, D1, 0);
    ROW_D("fminnm d0, d1, d2", 0, 0, D_INF, D1, D_INF, 0);
    ROW_D("fminnm d0, d1, d2", 0, 0, DDEN, D_DEN, D_DEN, 0);
    ROW_D("fminnm d0, d1, d2", 0, 0, D1, D1_5, D1, 0);
}

/* FPCR.FZ: a denormal operand is zero, also as the result. */
static void flushed_d(void)
{
    ROW_D("fmax d0, d1, d2", FPCR_FZ, 0, DDEN, D0, D0, IDC);
    ROW_D("fmax d0, d1, d2", FPCR_FZ, 0, D_DEN, D0, D0, IDC);
    ROW_D("fmax d0, d1, d2", FPCR_FZ, 0, DDEN, D1, D1, IDC);
    ROW_D("fmax d0, d1, d2", FPCR_FZ, 0, D_DEN, D_DEN, D_0, IDC);
    ROW_D("fmax d0, d1, d2", FPCR_FZ, 0, DDEN, DSN, 0x7ff8000000000001,
          IOC | IDC);
    ROW_D("fmax d0, d1, d2", FPCR_FZ, 0, DQN, DDEN, DQN, IDC);
    ROW_D("fmin d0, d1, d2", FPCR_FZ, 0, DDEN, D0, D0, IDC);
    ROW_D("fmin d0, d1, d2", FPCR_FZ, 0, D_DEN, D0, D_0, IDC);
    ROW_D("fmin d0, d1, d2", FPCR_FZ, 0, DDEN, D1, D0, IDC);
    ROW_D("fmin d0, d1, d2", FPCR_FZ, 0, D_DEN, D_DEN, D_0, IDC);
    ROW_D("fmin d0, d1, d2", FPCR_FZ, 0, DDEN, DSN, 0x7ff8000000000001,
          IOC | IDC);
    ROW_D("fmin d0, d1, d2", FPCR_FZ, 0, DQN, DDEN, DQN, IDC);
    ROW_D("fmaxnm d0, d1, d2", FPCR_FZ, 0, DDEN, D0, D0, IDC);
    ROW_D("fmaxnm d0, d1, d2", FPCR_FZ, 0, D_DEN, D0, D0, IDC);
    ROW_D("fmaxnm d0, d1, d2", FPCR_FZ, 0, DDEN, D1, D1, IDC);
    ROW_D("fmaxnm d0, d1, d2", FPCR_FZ, 0, D_DEN, D_DEN, D_0, IDC);
    ROW_D("fmaxnm d0, d1, d2", FPCR_FZ, 0, DDEN, DSN, 0x7ff8000000000001,
          IOC | IDC);
    ROW_D("fmaxnm d0, d1, d2", FPCR_FZ, 0, DQN, DDEN, D0, IDC);
    ROW_D("fminnm d0, d1, d2", FPCR_FZ, 0, DDEN, D0, D0, IDC);
    ROW_D("fminnm d0, d1, d2", FPCR_FZ, 0, D_DEN, D0, D_0, IDC);
    ROW_D("fminnm d0, d1, d2", FPCR_FZ, 0, DDEN, D1, D0, IDC);
    ROW_D("fminnm d0, d1, d2", FPCR_FZ, 0, D_DEN, D_DEN, D_0, IDC);
    ROW_D("fminnm d0, d1, d2", FPCR_FZ, 0, DDEN, DSN, 0x7ff8000000000001,
          IOC | IDC);
    ROW_D("fminnm d0, d1, d2", FPCR_FZ, 0, DQN, DDEN, D0, IDC);
}

int main(void)
{
    zeros_s();
    flushed_s();
    zeros_d();
    flushed_d();
    return check_result();
}
