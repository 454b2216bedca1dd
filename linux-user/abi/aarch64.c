// SPDX-License-Identifier: MIT
/* What the Linux personality knows of AArch64 (arch/arm64 of the kernel). */
#include "aarch64-core.h"
#include "aarch64-cpuinfo.h"
#include "aarch64-sigframe.h"
#include "abi.h"

#include "target/aarch64/cpu.h"

#include "isa.h"
#include "linux-user/sysdesc.h"
#include "print.h"

#include <elf.h>

#define ADDRESS_BITS 48 /* of the user's half */

static struct a64_cpu *a64(struct cpu *cpu)
{
    return (struct a64_cpu *)cpu;
}

static const struct a64_cpu *a64_const(const struct cpu *cpu)
{
    return (const struct a64_cpu *)cpu;
}

static uint64_t hwcap2(void)
{
    return 0;
}

/* The number is an int of the kernel's: 32 bits of its register count. */
static uint64_t syscall_number(const struct cpu *cpu)
{
    return (uint32_t)a64_const(cpu)->x[8];
}

static void syscall_args(const struct cpu *cpu, uint64_t args[6])
{
    for (int i = 0; i < 6; i++)
        args[i] = a64_const(cpu)->x[i];
}

static void syscall_result(struct cpu *cpu, long result)
{
    a64(cpu)->x[0] = (uint64_t)result;
}

static gaddr_t get_sp(const struct cpu *cpu)
{
    return a64_const(cpu)->x[31];
}

static void set_sp(struct cpu *cpu, gaddr_t sp)
{
    a64(cpu)->x[31] = sp;
}

static void set_tls(struct cpu *cpu, gaddr_t tls)
{
    a64(cpu)->tpidr_el0 = tls;
}

static void start(struct cpu *cpu, gaddr_t pc, gaddr_t sp)
{
    cpu->pc = pc;
    a64(cpu)->x[31] = sp;
}

static void print_registers(const struct cpu *cpu, int fd)
{
    const struct a64_cpu *c = a64_const(cpu);
    char buf[256];
    struct print out;

    print_init(&out, buf, sizeof(buf), fd);
    for (int i = 0; i < 31; i++)
        print_fmt(&out, "%sx%d=%016lx%s", i < 10 ? " " : "", i, c->x[i],
                  i % 4 == 3 ? "\n" : " ");
    print_fmt(&out, " sp=%016lx\n pc=%016lx\n", c->x[31], cpu->pc);
    print_flush(&out);
}

/*
 * ESR_EL1 as the kernel shows it for a fault at EL0: the class, IL, and for
 * aborts a fault status of level 3 (translation, or permission if mapped), or
 * of level 0 outside the user's half.
 */
static uint64_t fault_code(const struct cpu *cpu, bool mapped)
{
    const struct exception *e = &cpu->exception;
    bool outside = isa_address(cpu->isa, e->address) >> ADDRESS_BITS;
    uint64_t status = outside ? 0x04 : mapped ? 0x0f : 0x07;

    switch (e->kind) {
    case EXCP_FETCH: return 0x20ull << 26 | 1u << 25 | status;
    case EXCP_DATA:
        return 0x24ull << 26 | 1u << 25 | (e->write ? 1u << 6 : 0) | status;
    case EXCP_ALIGNMENT:
        return 0x24ull << 26 | 1u << 25 | (e->write ? 1u << 6 : 0) | 0x21;
    case EXCP_PC_ALIGN: return 0x22ull << 26 | 1u << 25;
    default: return 0;
    }
}

static const char *const vdso_names[VDSO_CALLS] = {
    [VDSO_RT_SIGRETURN] = "__kernel_rt_sigreturn",
    [VDSO_GETTIMEOFDAY] = "__kernel_gettimeofday",
    [VDSO_CLOCK_GETTIME] = "__kernel_clock_gettime",
    [VDSO_CLOCK_GETRES] = "__kernel_clock_getres",
};

/*
 * Unwinders know the trampoline by its two words, so that it is a system call
 * (mov x8, #139; svc #0); a nop stands before it, because they look up the
 * word before a return address.  The others are a trap word (udf) and ret.
 */
static unsigned vdso_code(enum vdso_call call, uint32_t *out)
{
    if (call == VDSO_RT_SIGRETURN) {
        out[0] = 0xd2801168;
        out[1] = 0xd4000001;
        return 8;
    }
    out[0] = 0x00000100 | call;
    out[1] = 0xd65f03c0;
    return 8;
}

const struct abi abi_aarch64 = {
    .name = "aarch64",
    .triplet = "aarch64-linux-gnu",
    .debian = "arm64",
    .machine = "aarch64",
    .platform = "aarch64",
    .isa = &isa_aarch64,
    .syscalls = &arm64_syscalls,
    .elf_machine = EM_AARCH64,
    .elf_class = ELFCLASS64,
    .insn_bytes = 4,
    .hwcap = a64_hwcap,
    .hwcap2 = hwcap2,
    .cpuinfo = aarch64_cpuinfo,
    .minsigstksz = A64_SIGFRAME_MAX,
    .syscall_number = syscall_number,
    .syscall_args = syscall_args,
    .syscall_result = syscall_result,
    .get_sp = get_sp,
    .set_sp = set_sp,
    .set_tls = set_tls,
    .start = start,
    .print_registers = print_registers,
    .frame_push = a64_frame_push,
    .frame_pop = a64_frame_pop,
    .fault_code = fault_code,
    .gregs_bytes = A64_GREGS_BYTES,
    .core_gregs = a64_core_gregs,
    .core_note = a64_core_note,
    .vdso_names = vdso_names,
    .vdso_version = "LINUX_2.6.39",
    .vdso_pad = 0xd503201f,
    .vdso_code = vdso_code,
};
