// SPDX-License-Identifier: MIT
/* /proc/cpuinfo from the same features that AT_HWCAP and MIDR_EL1 show. */
#include "aarch64-cpuinfo.h"

#include "print.h"
#include "target/aarch64/cpu.h"

/* Names of AT_HWCAP's bits, from bit 0 (arch/arm64/kernel/cpuinfo.c). */
static const char names[][9] = {
    "fp",     "asimd",   "evtstrm",  "aes",     "pmull", "sha1",     "sha2",
    "crc32",  "atomics", "fphp",     "asimdhp", "cpuid", "asimdrdm", "jscvt",
    "fcma",   "lrcpc",   "dcpop",    "sha3",    "sm3",   "sm4",      "asimddp",
    "sha512", "sve",     "asimdfhm", "dit",     "uscat", "ilrcpc",   "flagm",
    "ssbs",   "sb",      "paca",     "pacg",
};

void aarch64_cpuinfo(unsigned number, struct print *out)
{
    uint64_t hwcap = a64_hwcap(), midr = 0;
    a64_id_register(0, 0, &midr);
    print_fmt(out, "processor\t: %u\nBogoMIPS\t: 100.00\nFeatures\t:", number);
    for (unsigned i = 0; i < ARRAY_SIZE(names); i++)
        if (hwcap >> i & 1)
            print_fmt(out, " %s", names[i]);
    print_fmt(out,
              "\nCPU implementer\t: 0x%02x\nCPU architecture: 8\n"
              "CPU variant\t: 0x%x\nCPU part\t: 0x%03x\n"
              "CPU revision\t: %u\n\n",
              (unsigned)(midr >> 24 & 0xff), (unsigned)(midr >> 20 & 0xf),
              (unsigned)(midr >> 4 & 0xfff), (unsigned)(midr & 0xf));
}
