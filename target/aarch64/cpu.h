// SPDX-License-Identifier: MIT
/*
 * The AArch64 guest's processor state and its register table's indices.
 *
 * The general registers and SP are 32 consecutive slots, and the state base
 * register points to the middle of them, so that generated code reaches each
 * by a one-byte displacement.
 */
#ifndef FERRY_AARCH64_CPU_H
#define FERRY_AARCH64_CPU_H

#include "src/cpu.h"

struct a64_cpu {
    struct cpu cpu;
    uint64_t x[32]; /* X0 to X30, SP */
    /* NZCV as the back end keeps it; see translator_get_nzcv(). */
    uint64_t nzcv;
    uint64_t fpcr;
    uint64_t tpidr_el0;
    uint64_t tpidrro_el0;
    vec128 v[32];
    /* Accumulates saturation: FPSR.QC is 1 if any bit of it is. */
    vec128 qc;
};

/* Indices into isa_aarch64.regs, for ir_get() and ir_put(). */
enum a64_reg {
    A64_X0,
    A64_X30 = A64_X0 + 30,
    A64_SP,
    A64_V0,
    A64_V31 = A64_V0 + 31,
    A64_QC,
    A64_NZCV,
    A64_FPCR,
    A64_TPIDR,
    A64_TPIDRRO,
    A64_CACHE_ADDRESS, /* cpu.cache_address, for CPU_EXIT_ICACHE */
    A64_REG_COUNT,
};

/* Fields of FPCR that are implemented; the rest reads as zero. */
#define A64_FPCR_AHP   (1u << 26)
#define A64_FPCR_DN    (1u << 25)
#define A64_FPCR_FZ    (1u << 24)
#define A64_FPCR_RMODE (3u << 22)
#define A64_FPCR_MASK \
    (A64_FPCR_AHP | A64_FPCR_DN | A64_FPCR_FZ | A64_FPCR_RMODE)

#define A64_FPSR_QC (1u << 27)
/* Cumulative flags as translator_get_fpsr() has them: IDC, IXC to IOC. */
#define A64_FPSR_FLAGS 0x9fu

/* FPSR with QC; for signal frames, ptrace and debuggers. */
uint32_t a64_get_fpsr(const struct a64_cpu *cpu);
void a64_set_fpsr(struct a64_cpu *cpu, uint32_t fpsr);

/*
 * isa->cpu_choose and cpu_list.  The features are enum a64_feature of the
 * decoder's tables.
 */
struct print;
bool a64_cpu_choose(const char *text, struct print *why);
void a64_cpu_list(struct print *out);
bool a64_has(unsigned feature);
/* What is not there without it, for messages. */
const char *a64_feature_missing(unsigned feature);

/* What Linux passes as AT_HWCAP: the features that work, no others. */
uint64_t a64_hwcap(void);

/*
 * Value of the ID register op0 3, op1 0, crn 0, as Linux shows it to EL0;
 * false if it is undefined there.
 */
bool a64_id_register(unsigned crm, unsigned op2, uint64_t *value);

#endif
