// SPDX-License-Identifier: MIT
// build: -nostdlib -ffreestanding
/* MRS and MSR at EL0; ID registers say what AT_HWCAP says, and no more. */
#include "check.h"

#include <asm/hwcap.h>
#include <linux/auxvec.h>

#define MRS(name)                                     \
    ({                                                \
        uint64_t v_;                                  \
        __asm__ volatile("mrs %0, " name : "=r"(v_)); \
        v_;                                           \
    })
#define MSR(name, value) \
    __asm__ volatile("msr " name ", %0" : : "r"((uint64_t)(value)))

static void flags(void)
{
    for (unsigned f = 0; f < 16; f++) {
        MSR("nzcv", 0xffffffff0fffffff | (uint64_t)f << 28);
        CHECK("nzcv", MRS("nzcv"), (uint64_t)f << 28);
    }
    CHECK("nzcv of a subtraction",
          VALUE("subs xzr, %x[n], %x[m]\n\tmrs %x[d], nzcv", 0, 1, 1),
          (uint64_t)(Z | C) << 28);
    CHECK("nzcv of a logical op",
          VALUE("ands xzr, %x[n], %x[n]\n\tmrs %x[d], nzcv", 0, -1, 1),
          (uint64_t)N << 28);
}

static void fp_control(void)
{
    /* Traps are not supported: their enable bits stay 0. */
    MSR("fpcr", 0x07c09f00);
    CHECK("fpcr", MRS("fpcr"), 0x07c00000);
    MSR("fpcr", 1 << 22);
    CHECK("fpcr", MRS("fpcr"), 1 << 22);
    MSR("fpcr", 0);
    CHECK("fpcr", MRS("fpcr"), 0);
}

static void fp_status(void)
{
    MSR("fpsr", 0x0800009f);
    CHECK("fpsr all", MRS("fpsr"), 0x0800009f);
    for (unsigned bit = 0; bit < 5; bit++) {
        MSR("fpsr", 1 << bit);
        CHECK("fpsr one", MRS("fpsr"), 1 << bit);
    }
    MSR("fpsr", 1 << 7);
    CHECK("fpsr idc", MRS("fpsr"), 1 << 7);
    MSR("fpsr", 1 << 27);
    CHECK("fpsr qc", MRS("fpsr"), 1 << 27);
    MSR("fpsr", 0);
    CHECK("fpsr none", MRS("fpsr"), 0);
    __asm__ volatile("movi v0.16b, #127\n\tsqadd v0.16b, v0.16b, v0.16b"
                     :
                     :
                     : "v0");
    CHECK("saturation sets qc", MRS("fpsr"), 1 << 27);
    MSR("fpsr", 0);
    __asm__ volatile("movi v0.16b, #1\n\tsqadd v0.16b, v0.16b, v0.16b"
                     :
                     :
                     : "v0");
    CHECK("no saturation keeps qc", MRS("fpsr"), 0);
}

static void thread_pointer(void)
{
    uint64_t old = MRS("tpidr_el0");
    MSR("tpidr_el0", 0x1122334455667788);
    CHECK("tpidr_el0", MRS("tpidr_el0"), 0x1122334455667788);
    sys(__NR_getpid, 0, 0, 0, 0, 0, 0);
    CHECK("tpidr_el0 behind a syscall", MRS("tpidr_el0"), 0x1122334455667788);
    MSR("tpidr_el0", old);
    CHECK("tpidrro_el0", MRS("tpidrro_el0"), 0);
}

static void caches(void)
{
    uint64_t ctr = MRS("ctr_el0");
    CHECK("dminline", (ctr >> 16 & 15) >= 2, 1);
    CHECK("iminline", (ctr & 15) >= 2, 1);
    CHECK("caches must be maintained", ctr >> 28 & 3, 0);
    CHECK("res1", ctr >> 31 & 1, 1);
    CHECK("dc zva is allowed", MRS("dczid_el0") >> 4, 0);
}

static void counter(void)
{
    uint64_t frequency = MRS("cntfrq_el0");
    uint64_t before = MRS("cntvct_el0"), after = before;
    CHECK("a frequency", frequency >= 1000000 && frequency <= 1000000000, 1);
    for (unsigned k = 0; k < 100000000 && after == before; k++)
        after = MRS("cntvct_el0");
    CHECK("the counter counts", after > before, 1);
    CHECK("not by more than a minute", after - before < 60 * frequency, 1);
}

/* The field of an ID register, and the AT_HWCAP bit it stands for. */
static void feature(const char *name, uint64_t reg, unsigned shift,
                    unsigned least, uint64_t bit)
{
    bool has = (reg >> shift & 15) >= least;
    CHECK(name, !!(check_getauxval(AT_HWCAP) & bit), has);
}

static void identification(void)
{
    uint64_t isar0 = MRS("id_aa64isar0_el1");
    uint64_t isar1 = MRS("id_aa64isar1_el1");
    uint64_t pfr0 = MRS("id_aa64pfr0_el1");
    CHECK("cpuid", !!(check_getauxval(AT_HWCAP) & HWCAP_CPUID), 1);
    feature("aes", isar0, 4, 1, HWCAP_AES);
    feature("pmull", isar0, 4, 2, HWCAP_PMULL);
    feature("sha1", isar0, 8, 1, HWCAP_SHA1);
    feature("sha2", isar0, 12, 1, HWCAP_SHA2);
    feature("sha512", isar0, 12, 2, HWCAP_SHA512);
    feature("crc32", isar0, 16, 1, HWCAP_CRC32);
    feature("atomics", isar0, 20, 2, HWCAP_ATOMICS);
    feature("sha3", isar0, 32, 1, HWCAP_SHA3);
    feature("lrcpc", isar1, 20, 1, HWCAP_LRCPC);
    feature("asimddp", isar0, 44, 1, HWCAP_ASIMDDP);
    CHECK("el0 is aarch64", pfr0 & 15, 1);
    CHECK("el1 looks like aarch64", pfr0 >> 4 & 15, 1);
    CHECK("fp", !!(check_getauxval(AT_HWCAP) & HWCAP_FP),
          (pfr0 >> 16 & 15) != 15);
    CHECK("fp16", !!(check_getauxval(AT_HWCAP) & HWCAP_FPHP),
          (pfr0 >> 16 & 15) == 1);
    CHECK("asimd", !!(check_getauxval(AT_HWCAP) & HWCAP_ASIMD),
          (pfr0 >> 20 & 15) != 15);
    CHECK("mpidr_el1", MRS("mpidr_el1") >> 31 & 1, 1);
    CHECK("revidr_el1", MRS("revidr_el1"), 0);
    CHECK("midr_el1: by id registers", MRS("midr_el1") >> 16 & 15, 15);
    CHECK("reserved id register", MRS("s3_0_c0_c7_7"), 0);
    MRS("id_aa64mmfr0_el1");
    MRS("id_aa64dfr0_el1");
    MRS("id_aa64pfr1_el1");
    MRS("id_aa64isar1_el1");
}

static void hints(void)
{
    __asm__ volatile("yield\n\tsevl\n\twfe\n\tsev\n\twfi\n\tnop\n\t"
                     "hint #25\n\thint #29\n\thint #34\n\thint #127\n\t"
                     "dmb ish\n\tdmb ishld\n\tdmb ishst\n\tdsb sy\n\tisb\n\t"
                     "clrex"
                     :
                     :
                     : "x30", "memory");
    CHECK("hints and barriers do nothing", 1, 1);
}

int main(void)
{
    flags();
    fp_control();
    fp_status();
    thread_pointer();
    caches();
    counter();
    identification();
    hints();
    return check_result();
}
