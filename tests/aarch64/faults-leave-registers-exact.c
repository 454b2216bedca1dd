// SPDX-License-Identifier: MIT
// build: -nostdlib -ffreestanding -D_GNU_SOURCE
/*
 * A load or store that faults reports its own pc and address, has written no
 * register, and finds all earlier writes, NZCV included, done.
 */
#define CHECK_SIGNALS
#include "check.h"

static struct {
    unsigned count;
    int sig, code;
    uint64_t pc, address, nzcv;
    uint64_t x[31];
} seen;

static uint64_t skip_to;

static void on_fault(int sig, siginfo_t *info, void *context)
{
    ucontext_t *uc = context;
    seen.count++;
    seen.sig = sig;
    seen.code = info->si_code;
    seen.pc = uc->uc_mcontext.pc;
    seen.address = (uint64_t)info->si_addr;
    seen.nzcv = uc->uc_mcontext.pstate >> 28;
    for (unsigned k = 0; k < 31; k++)
        seen.x[k] = uc->uc_mcontext.regs[k];
    uc->uc_mcontext.pc = skip_to;
}

/*
 * Runs insns, the last of which faults, with x0 = address and x1.. preset;
 * sets x after it as the handler saw them.
 */
#define FAULT(insns, where)                                                \
    do {                                                                   \
        uint64_t pc_;                                                      \
        seen.count = 0;                                                    \
        __asm__ volatile("adr x9, 8f\n\tstr x9, [%1]\n\tmov x0, %2\n\t"    \
                         "mov x1, #11\n\tmov x2, #22\n\tmov x3, #33\n\t"   \
                         "mov x4, #44\n\tmov x5, #55\n\tmsr nzcv, xzr\n\t" \
                         "adr x9, 7f\n\tmov %0, x9\n\t" insns "\n"         \
                         "8:"                                              \
                         : "=&r"(pc_)                                      \
                         : "r"(&skip_to), "r"((uint64_t)(where))           \
                         : "x0", "x1", "x2", "x3", "x4", "x5", "x9", "v0", \
                           "v1", "memory", "cc");                          \
        CHECK(insns " faults", seen.count, 1);                             \
        CHECK(insns " signal", seen.sig, SIGSEGV);                         \
        CHECK(insns " pc", seen.pc, pc_);                                  \
    } while (0)

static char *hole;

static void loads(void)
{
    FAULT("7: ldr x1, [x0, #8]", hole + 4096);
    CHECK("address", seen.address, (uint64_t)hole + 4104);
    CHECK("code", seen.code, SEGV_ACCERR);
    CHECK("rt", seen.x[1], 11);
    FAULT("7: ldr x1, [x0], #8", hole + 4096);
    CHECK("base", seen.x[0], (uint64_t)hole + 4096);
    FAULT("7: ldr x1, [x0, #-8]!", hole + 4104);
    CHECK("base", seen.x[0], (uint64_t)hole + 4104);
    FAULT("7: ldp x1, x2, [x0, #-8]!", hole + 4096);
    CHECK("address", seen.address, (uint64_t)hole + 4096);
    CHECK("rt", seen.x[1], 11);
    CHECK("rt2", seen.x[2], 22);
    CHECK("base", seen.x[0], (uint64_t)hole + 4096);
    FAULT("7: ldp x0, x1, [x0]", hole + 4088);
    CHECK("base that is loaded", seen.x[0], (uint64_t)hole + 4088);
    FAULT("7: ldrsw x1, [x0, x2, lsl #2]", hole + 4008);
    CHECK("address", seen.address, (uint64_t)hole + 4096);
    FAULT("7: ldr q0, [x0]", hole + 4096);
    FAULT("7: ldxr x1, [x0]", hole + 4096);
    CHECK("rt", seen.x[1], 11);
    FAULT("7: ldar w1, [x0]", hole + 4096);
}

static void stores(void)
{
    FAULT("7: str x1, [x0, #-16]!", hole + 4112);
    CHECK("base", seen.x[0], (uint64_t)hole + 4112);
    FAULT("7: stp x1, x2, [x0], #16", hole + 4096);
    CHECK("base", seen.x[0], (uint64_t)hole + 4096);
    FAULT("7: str q0, [x0], #16", hole + 4096);
    CHECK("base", seen.x[0], (uint64_t)hole + 4096);
    FAULT("7: strb w1, [x0, #4095]", hole + 1);
    CHECK("address", seen.address, (uint64_t)hole + 4096);
    FAULT("7: dc zva, x0", hole + 4100);
}

static void earlier_writes(void)
{
    FAULT("add x1, x1, #1\n\tmov x2, x1\n\tadds x3, x2, x1\n\t"
          "7: ldr x4, [x0]",
          hole + 4096);
    CHECK("x1", seen.x[1], 12);
    CHECK("x2", seen.x[2], 12);
    CHECK("x3", seen.x[3], 24);
    CHECK("x4", seen.x[4], 44);
    CHECK("flags", seen.nzcv, 0);
    /* Writes that a later instruction would make dead. */
    FAULT("mov x1, #1\n\tsubs x2, x1, #1\n\t"
          "7: ldr x4, [x0]\n\tmov x1, #2\n\tsubs x2, x1, #3",
          hole + 4096);
    CHECK("x1", seen.x[1], 1);
    CHECK("x2", seen.x[2], 0);
    CHECK("flags", seen.nzcv, Z | C);
    FAULT("cmp x1, x2\n\tmov x1, #9\n\tmov x2, #3\n\t"
          "7: str x4, [x0]\n\tcmp x1, x2",
          hole + 4096);
    CHECK("flags of overwritten operands", seen.nzcv, N);
    FAULT("cmp x1, x2\n\tccmp x3, x4, #3, lt\n\tcsel x5, x1, x2, lt\n\t"
          "7: ldr x1, [x0]\n\ttst x1, x1",
          hole + 4096);
    CHECK("flags of ccmp", seen.nzcv, N);
    CHECK("csel", seen.x[5], 11);
    FAULT("tst x1, #1\n\tadc x5, x1, x2\n\t7: ldr x1, [x0]", hole + 4096);
    CHECK("flags of tst", seen.nzcv, 0);
    CHECK("adc", seen.x[5], 33);
    /* Behind a branch taken and one not taken. */
    FAULT("cmp x1, #11\n\tb.ne 8f\n\tadd x1, x1, #1\n\tcbz x1, 8f\n\tb 6f\n"
          "5: brk #1\n"
          "6: sub x2, x1, x2\n\t"
          "7: ldr x1, [x0]",
          hole + 4096);
    CHECK("x1", seen.x[1], 12);
    CHECK("x2", seen.x[2], -10);
    CHECK("flags", seen.nzcv, Z | C);
    /* The adds before the fault went through exchanged registers. */
    FAULT("eor x1, x1, x2\n\teor x2, x1, x2\n\teor x1, x1, x2\n\t"
          "7: ldr x3, [x0]",
          hole + 4096);
    CHECK("x1", seen.x[1], 22);
    CHECK("x2", seen.x[2], 11);
}

static void far_addresses(void)
{
    FAULT("7: ldr x1, [x0]", 0);
    CHECK("null", seen.address, 0);
    CHECK("code", seen.code, SEGV_MAPERR);
    FAULT("7: ldr x1, [x0, #16]", 0);
    CHECK("near null", seen.address, 16);
    FAULT("7: str x1, [x0]", 0x0000fffffffffff8);
    /* Not canonical on some hosts, whose fault tells no address. */
    CHECK("top", seen.address, 0x0000fffffffffff8);
}

int main(void)
{
    hole = check_hole();
    check_handle(SIGSEGV, on_fault);
    loads();
    stores();
    earlier_writes();
    far_addresses();
    return check_result();
}
