// SPDX-License-Identifier: MIT
/*
 * Builds and takes back AArch64's signal frame: siginfo, ucontext, and in the
 * reserved part the records of the ISA, each with magic and size: FP and SIMD
 * registers, the fault's syndrome, an empty one as the end.
 */
#include "aarch64-sigframe.h"

#include "linux-user/guest-memory.h"
#include "target/aarch64/cpu.h"
#include "translator.h"

#include <signal.h>
#include <stddef.h>
#include <string.h>

#define FPSIMD_MAGIC      0x46508001u
#define ESR_MAGIC         0x45535201u
#define EXTRA_MAGIC       0x45585401u

#define SA_EXPOSE_TAGBITS 0x800

struct record {
    uint32_t magic, size;
};

struct fpsimd_record {
    struct record head;
    uint32_t fpsr, fpcr;
    vec128 v[32];
};

struct esr_record {
    struct record head;
    uint64_t esr;
};

struct frame {
    struct guest_siginfo info;
    uint64_t uc_flags, uc_link;
    struct guest_stack stack;
    uint64_t mask;
    uint8_t unused[120];
    uint64_t pad;
    /* struct sigcontext, aligned to 16 */
    uint64_t fault_address;
    uint64_t x[31], sp, pc, pstate;
    uint64_t pad2;
    uint8_t records[4096];
};

_Static_assert(offsetof(struct frame, fault_address) == 128 + 176, "mcontext");
_Static_assert(offsetof(struct frame, records) == 128 + 176 + 288, "records");
_Static_assert(sizeof(struct frame) == 4688, "struct rt_sigframe");

/* PSTATE's mode, and its masks of exceptions: all 0 in a program. */
#define PSTATE_NOT_USER 0x3dfu

/* What of the frame is written: all but the unused end of the records. */
#define FRAME_WRITTEN                                                 \
    (offsetof(struct frame, records) + sizeof(struct fpsimd_record) + \
     sizeof(struct esr_record) + sizeof(struct record))

static void records_fill(const struct a64_cpu *cpu,
                         const struct sigframe_request *rq, uint8_t *at)
{
    struct fpsimd_record fp = {
        .head = {FPSIMD_MAGIC, sizeof(fp)},
        .fpsr = a64_get_fpsr(cpu),
        .fpcr = (uint32_t)cpu->fpcr,
    };
    struct esr_record esr = {{ESR_MAGIC, sizeof(esr)}, rq->fault_code};

    memcpy(fp.v, cpu->v, sizeof(fp.v));
    memcpy(at, &fp, sizeof(fp));
    at += sizeof(fp);
    if (rq->has_fault && rq->fault_code) {
        memcpy(at, &esr, sizeof(esr));
        at += sizeof(esr);
    }
    memset(at, 0, sizeof(struct record));
}

/*
 * si_addr of a fault has no tag, unless the handler wants it; that of a trap is
 * what it is (arch_untagged_si_addr() of the kernel).
 */
static void hide_tag(const struct a64_cpu *cpu,
                     const struct sigframe_request *rq,
                     struct guest_siginfo *info)
{
    bool fault = info->signo == SIGSEGV || info->signo == SIGBUS ||
                 info->signo == SIGILL || info->signo == SIGFPE;
    if (fault && info->code > 0 && info->code < SI_KERNEL &&
        !(rq->action->flags & SA_EXPOSE_TAGBITS))
        info->fields[0] = isa_address(cpu->cpu.isa, info->fields[0]);
}

static void frame_fill(const struct a64_cpu *cpu,
                       const struct sigframe_request *rq, struct frame *f)
{
    memset(f, 0, FRAME_WRITTEN);
    f->info = *rq->info;
    hide_tag(cpu, rq, &f->info);
    f->stack = *rq->stack;
    f->mask = rq->mask;
    if (rq->has_fault)
        f->fault_address = isa_address(cpu->cpu.isa, rq->fault_address);
    memcpy(f->x, cpu->x, sizeof(f->x));
    f->sp = cpu->x[31];
    f->pc = cpu->cpu.pc;
    f->pstate = translator_get_nzcv(&cpu->cpu);
    records_fill(cpu, rq, f->records);
}

long a64_frame_push(struct task *t, const struct sigframe_request *rq)
{
    struct a64_cpu *cpu = (struct a64_cpu *)t->cpu;
    const struct guest_sigaction *action = rq->action;
    gaddr_t record = ALIGN_DOWN(rq->sp - 16, 16);
    gaddr_t at = record - sizeof(struct frame);
    uint64_t link[2] = {cpu->x[29], cpu->x[30]};
    struct frame frame;

    frame_fill(cpu, rq, &frame);
    if (guest_write(t, at, &frame, FRAME_WRITTEN) ||
        guest_write(t, record, link, sizeof(link)))
        return -EFAULT;
    cpu->x[0] = (uint64_t)rq->info->signo;
    cpu->x[1] = at;
    cpu->x[2] = at + offsetof(struct frame, uc_flags);
    cpu->x[29] = record;
    cpu->x[30] = rq->restorer;
    cpu->x[31] = at;
    cpu->cpu.pc = action->handler;
    return 0;
}

/* Finds the FP record; false if the records are not what a kernel accepts. */
static bool records_parse(const uint8_t *at, size_t n, struct fpsimd_record *fp,
                          bool *has_fp)
{
    struct record head;

    *has_fp = false;
    for (; n >= sizeof(head); at += head.size, n -= head.size) {
        memcpy(&head, at, sizeof(head));
        if (head.magic == 0)
            return head.size == 0;
        if (head.size < sizeof(head) || head.size % 16 || head.size > n)
            return false;
        if (head.magic == FPSIMD_MAGIC) {
            if (*has_fp || head.size != sizeof(*fp))
                return false;
            memcpy(fp, at, sizeof(*fp));
            *has_fp = true;
        } else if (head.magic != ESR_MAGIC && head.magic != EXTRA_MAGIC) {
            return false;
        }
    }
    return false;
}

long a64_frame_pop(struct task *t, struct sigframe_saved *saved)
{
    struct a64_cpu *cpu = (struct a64_cpu *)t->cpu;
    gaddr_t at = cpu->x[31];
    struct fpsimd_record fp;
    struct frame f;
    bool has_fp;

    if (at % 16 || guest_read(t, &f, at, sizeof(f)) ||
        !records_parse(f.records, sizeof(f.records), &fp, &has_fp) || !has_fp ||
        (f.pstate & PSTATE_NOT_USER))
        return -EFAULT;
    memcpy(cpu->x, f.x, sizeof(f.x));
    cpu->x[31] = f.sp;
    cpu->cpu.pc = f.pc;
    cpu->cpu.monitor.size = 0;
    translator_set_nzcv(&cpu->cpu, (uint32_t)f.pstate & 0xf0000000u);
    memcpy(cpu->v, fp.v, sizeof(cpu->v));
    cpu->fpcr = fp.fpcr & A64_FPCR_MASK;
    a64_set_fpsr(cpu, fp.fpsr);
    translator_sync_mode(&cpu->cpu);
    saved->mask = f.mask;
    saved->stack = f.stack;
    return 0;
}
