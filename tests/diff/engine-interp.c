// SPDX-License-Identifier: MIT
/* The interpreter as an engine: regions of one case's own slot, in turn. */
#define _DEFAULT_SOURCE /* mincore */
#include "src/translator.h"
#include "target/aarch64/cpu.h"
#include "tests/diff/diff.h"

#include <string.h>
#include <sys/mman.h>

enum { MAX_REGIONS = 500 };

static struct {
    const struct diff_case *c;
    struct diff_state *out;
    struct interp_trace *trace;
} now;

static bool in_slot(uint64_t address, size_t size)
{
    uint64_t start = ALIGN_DOWN(now.c->in.pc, DIFF_SLOT_BYTES);
    return address >= start && address - start <= DIFF_SLOT_BYTES - size;
}

/* Code of other cases, which are not known here. */
static bool in_other_slot(uint64_t address, size_t size)
{
    return address + size > DIFF_CODE &&
           address < DIFF_CODE + DIFF_CODE_BYTES && !in_slot(address, size);
}

static size_t fetch(const struct mem *mem, void *dst, gaddr_t pc, size_t len)
{
    (void)mem;
    while (len && !in_slot(pc, len))
        len -= 4;
    if (len)
        memcpy(dst, (const char *)now.c->words + pc % DIFF_SLOT_BYTES, len);
    return len;
}

/* The data page, at whichever of its addresses. */
static bool data_access(uint64_t offset, void *data, unsigned size, bool write)
{
    unsigned page = (unsigned)(offset / DIFF_DATA_BYTES);
    uint8_t *at = now.out->memory + offset % DIFF_DATA_BYTES;
    now.trace->pages |= 1ull << page;
    if (offset % DIFF_DATA_BYTES > DIFF_DATA_BYTES - size) {
        now.trace->discard = shared_pages() > 1;
        return false; /* half of it is behind the last page */
    }
    if (!(shared_protection(page) & (write ? PROT_WRITE : PROT_READ)))
        return false;
    memcpy(write ? (void *)at : data, write ? data : (void *)at, size);
    return true;
}

/* Memory of this process that is not the cases': the translator would hit it.
 */
static bool is_mapped(uint64_t address)
{
    unsigned char resident;
    void *page = (void *)ALIGN_DOWN(address, (uint64_t)DIFF_DATA_BYTES);
    return !mincore(page, DIFF_DATA_BYTES, &resident);
}

static bool access(uint64_t tagged, void *data, unsigned size, bool write)
{
    uint64_t address = isa_address(&isa_aarch64, tagged);
    uint64_t offset = address - DIFF_DATA;
    if (!now.trace->accessed) {
        now.trace->accessed = true;
        now.trace->first = tagged;
    }
    if (offset < (uint64_t)shared_pages() * DIFF_DATA_BYTES)
        return data_access(offset, data, size, write);
    if (!write && in_slot(address, size)) {
        memcpy(data, (const char *)now.c->words + address % DIFF_SLOT_BYTES,
               size);
        return true;
    }
    if (in_other_slot(address, size) || in_slot(address, size))
        now.trace->discard = true;
    if (is_mapped(address))
        now.trace->discard = true;
    return false;
}

static bool load(void *context, gaddr_t address, void *data, unsigned size)
{
    (void)context;
    return access(address, data, size, false);
}

static bool store(void *context, gaddr_t address, const void *data,
                  unsigned size)
{
    vec128 copy;
    (void)context;
    memcpy(&copy, data, size);
    return access(address, &copy, size, true);
}

static enum diff_outcome outcome_of(const struct exception *e)
{
    switch (e->kind) {
    case EXCP_BREAKPOINT: return DIFF_DONE;
    case EXCP_UNDEFINED: return DIFF_UNDEFINED;
    case EXCP_FETCH:
    case EXCP_DATA: return DIFF_FAULT;
    case EXCP_ALIGNMENT:
    case EXCP_PC_ALIGN: return DIFF_BUS;
    }
    return DIFF_OTHER;
}

static void to_cpu(struct a64_cpu *cpu, struct interp *in,
                   const struct diff_state *s)
{
    memset(cpu, 0, sizeof(*cpu));
    memcpy(cpu->x, s->x, sizeof(cpu->x));
    memcpy(cpu->v, s->v, sizeof(cpu->v));
    cpu->fpcr = s->fpcr;
    cpu->qc.d[0] = s->fpsr & A64_FPSR_QC;
    *in = (struct interp){.cpu = &cpu->cpu,
                          .memory = {NULL, load, store},
                          .nzcv = s->nzcv >> 28,
                          .fpsr = s->fpsr & A64_FPSR_FLAGS};
}

static void from_cpu(const struct a64_cpu *cpu, const struct interp *in,
                     struct diff_state *s)
{
    memcpy(s->x, cpu->x, sizeof(cpu->x));
    memcpy(s->v, cpu->v, sizeof(cpu->v));
    s->nzcv = in->nzcv << 28;
    s->fpcr = (uint32_t)cpu->fpcr;
    s->fpsr = in->fpsr | (cpu->qc.d[0] | cpu->qc.d[1] ? A64_FPSR_QC : 0);
}

/* One region from pc on. */
static struct interp_result run_region(struct interp *in, gaddr_t pc,
                                       bool optimise)
{
    static const struct mem mem = {.kind = MEM_DIRECT, .fetch = fetch};
    static struct region region;
    struct fp_control fp = isa_aarch64.fp_control(in->cpu);
    in->rounding = fp.rounding;
    interp_build(&region, &isa_aarch64, &mem, pc, fp.mode, DIFF_SLOT_WORDS);
    now.trace->error = ir_verify(&region);
    if (optimise && !now.trace->error) {
        ir_optimise(&region);
        now.trace->error = ir_verify(&region);
    }
    return interp_region(in, &region);
}

void interp_engine_run(const struct diff_case *c, struct diff_state *out,
                       struct interp_trace *trace, bool optimise)
{
    static struct a64_cpu cpu;
    struct interp in;
    struct interp_result r = {.stop = INTERP_JUMP, .pc = c->in.pc};
    unsigned regions = 0;
    *trace = (struct interp_trace){0};
    now.c = c;
    now.out = out;
    now.trace = trace;
    *out = c->in;
    to_cpu(&cpu, &in, &c->in);
    /* An exit is a change of mode or of code; the translator sees to it. */
    while (r.stop == INTERP_JUMP || r.stop == INTERP_EXIT) {
        trace->discard |= regions++ == MAX_REGIONS;
        if (trace->discard || trace->error)
            return;
        r = run_region(&in, r.pc, optimise);
        r.pc = isa_address(&isa_aarch64, r.pc);
    }
    trace->discard |= in_other_slot(r.pc, 4);
    if (r.stop == INTERP_UNSUPPORTED)
        trace->error = in.unsupported;
    from_cpu(&cpu, &in, out);
    out->pc = r.pc;
    out->outcome = outcome_of(&r.exception);
    out->fault_address = r.exception.address;
}
