// SPDX-License-Identifier: MIT
/* Which guests there are, and what ELF machine numbers mean. */
#include "abi.h"

#include <elf.h>

static const struct abi *const abis[] = {&abi_aarch64};

const struct abi *abi_of_machine(uint16_t machine, uint8_t elf_class)
{
    for (size_t i = 0; i < ARRAY_SIZE(abis); i++)
        if (abis[i]->elf_machine == machine && abis[i]->elf_class == elf_class)
            return abis[i];
    return NULL;
}

static bool name_equal(const char *a, const char *b)
{
    while (*a && *a == *b)
        a++, b++;
    return *a == *b;
}

const struct abi *abi_of_name(const char *name)
{
    for (size_t i = 0; i < ARRAY_SIZE(abis); i++)
        if (name_equal(abis[i]->name, name))
            return abis[i];
    return NULL;
}

const struct abi *abi_default(const char *name)
{
    const struct abi *abi = name ? abi_of_name(name) : NULL;

    return abi ? abi : abis[0];
}

const char *machine_name(uint16_t machine)
{
    switch (machine) {
    case EM_386: return "32-bit x86";
    case EM_X86_64: return "x86-64";
    case EM_ARM: return "32-bit ARM";
    case EM_AARCH64: return "AArch64";
    case EM_RISCV: return "RISC-V";
    case EM_PPC: return "32-bit PowerPC";
    case EM_PPC64: return "64-bit PowerPC";
    case EM_S390: return "S/390";
    case EM_MIPS: return "MIPS";
    case EM_SPARC:
    case EM_SPARCV9: return "SPARC";
    case EM_68K: return "Motorola 68000";
    case EM_IA_64: return "Itanium";
    case EM_SH: return "SuperH";
    case EM_ALPHA: return "Alpha";
    case EM_PARISC: return "PA-RISC";
    case EM_BPF: return "BPF";
    case 258: return "LoongArch";
    default: return "an unknown machine";
    }
}
