// SPDX-License-Identifier: MIT
/*
 * What the AArch64 guest is: one table of features gives the ID registers and
 * AT_HWCAP, so that they cannot disagree.
 */
#include "target/aarch64/cpu.h"

/* ID registers by crm and op2 (D23.2): op0 3, op1 0, crn 0. */
#define ID_REG(crm, op2) ((crm) << 3 | (op2))
enum {
    MIDR_EL1 = ID_REG(0, 0),
    MPIDR_EL1 = ID_REG(0, 5),
    REVIDR_EL1 = ID_REG(0, 6),
    ID_AA64PFR0_EL1 = ID_REG(4, 0),
    ID_AA64DFR0_EL1 = ID_REG(5, 0),
    ID_AA64ISAR0_EL1 = ID_REG(6, 0),
    ID_AA64ISAR1_EL1 = ID_REG(6, 1),
    ID_AA64MMFR0_EL1 = ID_REG(7, 0),
};

/*
 * A field of an ID register and the AT_HWCAP bits that its value implies
 * (arch/arm64/include/uapi/asm/hwcap.h).
 */
struct feature {
    const char *name;
    uint8_t reg;
    uint8_t shift;
    uint8_t value;
    uint64_t hwcap;
};

static const struct feature features[] = {
    {"FP", ID_AA64PFR0_EL1, 16, 0, 1 << 0},
    {"AdvSIMD", ID_AA64PFR0_EL1, 20, 0, 1 << 1},
    {"AES and PMULL", ID_AA64ISAR0_EL1, 4, 2, 1 << 3 | 1 << 4},
    {"SHA1", ID_AA64ISAR0_EL1, 8, 1, 1 << 5},
    {"SHA2", ID_AA64ISAR0_EL1, 12, 1, 1 << 6},
    {"CRC32", ID_AA64ISAR0_EL1, 16, 1, 1 << 7},
    {"Atomic", ID_AA64ISAR0_EL1, 20, 2, 1 << 8},
    {"LRCPC", ID_AA64ISAR1_EL1, 20, 1, 1 << 15},
    /* CPUID: MRS of the ID registers works at EL0. */
    {"architecture", MIDR_EL1, 16, 0xf, 1 << 11},
    /*
     * What follows is no feature: values of fields that Linux hides from EL0
     * (Documentation/arch/arm64/cpu-feature-registers.rst, ftr_id_* in
     * arch/arm64/kernel/cpufeature.c).
     */
    {"EL0 is AArch64 only", ID_AA64PFR0_EL1, 0, 1, 0},
    {"EL1 is AArch64 only", ID_AA64PFR0_EL1, 4, 1, 0},
    {"debug architecture 8.0", ID_AA64DFR0_EL1, 0, 6, 0},
    {"no 64 KiB granule", ID_AA64MMFR0_EL1, 24, 0xf, 0},
    {"no 4 KiB granule", ID_AA64MMFR0_EL1, 28, 0xf, 0},
    {"RES1", MPIDR_EL1, 31, 1, 0},
};

uint64_t a64_hwcap(void)
{
    uint64_t hwcap = 0;
    for (unsigned k = 0; k < ARRAY_SIZE(features); k++)
        hwcap |= features[k].hwcap;
    return hwcap;
}

/* Linux emulates MIDR, MPIDR, REVIDR and all of crm 2 to 7. */
static bool is_emulated(unsigned crm, unsigned op2)
{
    if (crm == 0)
        return op2 == 0 || op2 == 5 || op2 == 6;
    return crm >= 2 && crm <= 7;
}

bool a64_id_register(unsigned crm, unsigned op2, uint64_t *value)
{
    if (!is_emulated(crm, op2))
        return false;
    *value = 0;
    for (unsigned k = 0; k < ARRAY_SIZE(features); k++)
        if (features[k].reg == ID_REG(crm, op2))
            *value |= (uint64_t)features[k].value << features[k].shift;
    return true;
}
