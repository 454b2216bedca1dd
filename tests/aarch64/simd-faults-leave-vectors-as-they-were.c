// SPDX-License-Identifier: MIT
// build: -nostdlib -ffreestanding -D_GNU_SOURCE
/*
 * A vector load or store that faults, in whichever of its accesses, has
 * changed no vector register and not its base; the registers reach the signal
 * frame, and what the handler writes there comes back. (The architecture
 * leaves registers that were to be loaded unknown; here they are exact.)
 */
#define CHECK_SIGNALS
#include "check-vec.h"

static struct {
    unsigned count;
    uint64_t pc, address, base;
    unsigned fpsr;
    vec v[32];
} seen;

static uint64_t skip_to;
static bool change; /* the handler writes v2 and FPSR */
static char *hole;

static struct fpsimd_context *fp_of(ucontext_t *uc)
{
    /* It is the first record of the frame. */
    return (struct fpsimd_context *)(void *)uc->uc_mcontext.__reserved;
}

static void on_fault(int sig, siginfo_t *info, void *context)
{
    ucontext_t *uc = context;
    struct fpsimd_context *fp = fp_of(uc);
    (void)sig;
    seen.count++;
    seen.pc = uc->uc_mcontext.pc;
    seen.address = (uint64_t)info->si_addr;
    seen.base = uc->uc_mcontext.regs[0];
    seen.fpsr = fp->fpsr;
    CHECK("magic", fp->head.magic, FPSIMD_MAGIC);
    for (unsigned k = 0; k < 32; k++)
        seen.v[k] = VEC((uint64_t)(fp->vregs[k] >> 64), (uint64_t)fp->vregs[k]);
    if (change) {
        fp->vregs[2] = (unsigned __int128)0x1122 << 64 | 0x3344;
        fp->fpsr = FPSR_QC | FPSR_DZC;
    }
    uc->uc_mcontext.pc = skip_to;
}

/* v0 to v3 and v29 to v31 are known before, and are compared. */
static vec before[32], after[4];
static unsigned after_fpsr;

static void preset(void)
{
    for (int k = 0; k < 32; k++)
        before[k] = VEC(check_random(), check_random());
    seen.count = 0;
}

static void compare(const char *insn, uint64_t pc, uint64_t base,
                    uint64_t address)
{
    CHECK(insn, seen.count, 1);
    CHECK(insn, seen.pc, pc);
    CHECK(insn, seen.base, base);
    CHECK(insn, seen.address, address);
    for (int k = 0; k < 32; k++) {
        if (k > 3 && k < 29)
            continue;
        CHECK(insn, seen.v[k].d[0], before[k].d[0]);
        CHECK(insn, seen.v[k].d[1], before[k].d[1]);
    }
}

#define FAULT(insn, where, address)                                          \
    do {                                                                     \
        uint64_t pc, fpsr;                                                   \
        preset();                                                            \
        __asm__ volatile("adr x9, 8f\n\tstr x9, [%[s]]\n\t"                  \
                         "mov x0, %[w]\n\tmov x1, #24\n\tmsr fpsr, xzr\n\t"  \
                         "ldp q0, q1, [%[b]]\n\tldp q2, q3, [%[b], #32]\n\t" \
                         "ldr q29, [%[b], #464]\n\t"                         \
                         "ldp q30, q31, [%[b], #480]\n\t"                    \
                         "adr %[p], 7f\n"                                    \
                         "7: " insn "\n"                                     \
                         "8: mrs %[f], fpsr\n\t"                             \
                         "stp q0, q1, [%[a]]\n\tstp q2, q3, [%[a], #32]"     \
                         : [p] "=&r"(pc), [f] "=&r"(fpsr)                    \
                         : [s] "r"(&skip_to), [w] "r"((uint64_t)(where)),    \
                           [b] "r"(before), [a] "r"(after)                   \
                         : "x0", "x1", "x9", "v0", "v1", "v2", "v3", "v4",   \
                           "v5", "v29", "v30", "v31", "memory");             \
        after_fpsr = (unsigned)fpsr;                                         \
        compare(insn, pc, (uint64_t)(where), (uint64_t)(address));           \
    } while (0)

static void loads(void)
{
    char *page = hole + 4096;
    FAULT("ldr q0, [x0]", page, page);
    FAULT("ldr b0, [x0], #1", page, page);
    FAULT("ldr h1, [x0, x1]", page, page + 24);
    FAULT("ldr s1, [x0, #4]!", page, page + 4);
    FAULT("ldp q0, q1, [x0]", page - 16, page);
    FAULT("ldp q0, q1, [x0], #32", page - 16, page);
    FAULT("ldp d2, d3, [x0, #-8]!", page, page);
    FAULT("ldp s2, s3, [x0, #-4]!", page, page);
    FAULT("ld1 {v0.16b - v3.16b}, [x0], #64", page - 48, page);
    FAULT("ld1 {v31.8b, v0.8b}, [x0], x1", page - 8, page);
    FAULT("ld2 {v0.8h, v1.8h}, [x0], #32", page - 16, page);
    FAULT("ld3 {v0.16b - v2.16b}, [x0], #48", page - 32, page);
    FAULT("ld3 {v0.8b - v2.8b}, [x0], x1", page - 16, page);
    FAULT("ld4 {v29.4s, v30.4s, v31.4s, v0.4s}, [x0], #64", page - 48, page);
    FAULT("ld2 {v0.s, v1.s}[1], [x0], #8", page - 4, page);
    FAULT("ld4 {v0.b - v3.b}[15], [x0], #4", page - 3, page);
    FAULT("ld3r {v0.8h - v2.8h}, [x0], #6", page - 4, page);
}

static void stores(void)
{
    char *page = hole + 4096;
    FAULT("str q0, [x0], #16", page, page);
    FAULT("str b0, [x0, x1]", page, page + 24);
    FAULT("stp q0, q1, [x0], #32", page - 16, page);
    FAULT("stp d0, d1, [x0, #-8]!", page, page);
    FAULT("st1 {v0.2d - v3.2d}, [x0], #64", page - 32, page);
    FAULT("st2 {v0.16b, v1.16b}, [x0], #32", page - 16, page);
    FAULT("st3 {v0.4s - v2.4s}, [x0], x1", page - 32, page);
    FAULT("st4 {v0.8b - v3.8b}, [x0], #32", page - 16, page);
    FAULT("st3 {v0.d - v2.d}[1], [x0], #24", page - 16, page);
}

/* QC and exceptions are in the frame; changes of the frame come back. */
static void frames(void)
{
    char *page = hole + 4096;
    FAULT("movi v4.16b, #0x7f\n\t"
          "sqadd v5.16b, v4.16b, v4.16b\n\tadr %[p], 6f\n6:\t"
          "ldr q0, [x0]",
          page, page);
    CHECK("qc in the frame", seen.fpsr & FPSR_QC, FPSR_QC);
    CHECK("qc behind", after_fpsr & FPSR_QC, FPSR_QC);
    change = true;
    FAULT("ldr q0, [x0]", page, page);
    change = false;
    CHECK("clean before", seen.fpsr, 0);
    CHECK("v2 low", after[2].d[0], 0x3344);
    CHECK("v2 high", after[2].d[1], 0x1122);
    CHECK("fpsr", after_fpsr, FPSR_QC | FPSR_DZC);
    CHECK("v1", after[1].d[0], before[1].d[0]);
}

int main(void)
{
    hole = check_hole();
    check_handle(SIGSEGV, on_fault);
    loads();
    stores();
    frames();
    return check_result();
}
