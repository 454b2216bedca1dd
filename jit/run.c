// SPDX-License-Identifier: MIT
/* Running: the loop around generated code, attaching, forks, faults. */
#include "jit/monitor.h"
#include "jit/translate.h"
#include "src/host.h"
#include "src/isa.h"

#include <string.h>
#include <sys/mman.h>
#include <sys/syscall.h>

#define HINT_STACK_BYTES (64u << 10)
/* Above the empty stack: what a search for hints may look at (T6). */
#define HINT_HEADROOM 256

/* The translator's code for pc, made if there is none.  running is set. */
static struct code *find_or_translate(struct cpu *cpu, gaddr_t pc)
{
    struct translator *tr = cpu->translator;
    lock_take(&tr->lock);
    struct code *c = tcache_find(tr, pc, region_mode(cpu, pc));
    lock_drop(&tr->lock);
    return c ? c : translate(cpu, pc);
}

/*
 * An indirect edge to pc, which may have a tag, led to c: the next one finds
 * it without C.
 */
static void remember_jump(struct cpu *cpu, gaddr_t pc, const struct code *c)
{
    struct jump_entry *entry = tcache_jump_entry(cpu, c->pc);
    entry->pc = pc;
    entry->code = c->hot;
}

/* An edge that was taken before its target was translated. */
struct taken {
    const struct code *code;
    struct edge *edge; /* NULL: none */
    uint64_t epoch;    /* while it is this, code and edge are there */
};

/*
 * The code that the edge of cpu->link_stub leads to, linked from now on; or
 * NULL, with cpu->pc and *taken set.  No safepoint may lie between the exit
 * and this: the region that was left could be gone behind it.
 */
static struct code *follow_edge(struct cpu *cpu, struct taken *taken)
{
    struct translator *tr = cpu->translator;
    lock_take(&tr->lock);
    const struct code *from = tcache_code_at(tr, cpu->link_stub);
    struct edge *edge = tcache_edge(tr, from, cpu->link_stub);
    cpu->pc = edge_target(edge);
    struct code *c = tcache_find(tr, cpu->pc, region_mode(cpu, cpu->pc));
    if (c)
        tcache_link(tr, from, edge, c);
    else if (!from->dead)
        *taken = (struct taken){from, edge, atomic_load(&tr->epoch)};
    lock_drop(&tr->lock);
    return c;
}

/* c was made for it; unless something has been forgotten meanwhile. */
static void link_taken(struct translator *tr, const struct taken *taken,
                       struct code *c)
{
    lock_take(&tr->lock);
    if (atomic_load(&tr->epoch) == taken->epoch)
        tcache_link(tr, taken->code, taken->edge, c);
    lock_drop(&tr->lock);
}

static enum cpu_exit fetch_fault(struct cpu *cpu)
{
    bool aligned = cpu->pc % cpu->isa->min_insn_bytes == 0;
    cpu->exception = (struct exception){
        .kind = aligned ? EXCP_FETCH : EXCP_PC_ALIGN, .address = cpu->pc};
    return CPU_EXIT_EXCEPTION;
}

/* Where to go on without leaving translator_run(); NULL: leave. */
static struct code *next_code(struct cpu *cpu, struct taken *taken)
{
    gaddr_t pc = cpu->pc;
    cpu->pc = isa_address(cpu->isa, pc);
    if (cpu->pc % cpu->isa->min_insn_bytes)
        return NULL;
    tcache_safepoint(cpu);
    struct code *c =
        taken->edge ? translate(cpu, cpu->pc) : find_or_translate(cpu, cpu->pc);
    if (c && taken->edge)
        link_taken(cpu->translator, taken, c);
    else if (c && cpu->exit_reason == CPU_EXIT_LOOKUP)
        remember_jump(cpu, pc, c);
    taken->edge = NULL;
    return c;
}

/* True if the kick was the translator's own business alone. */
static bool kick_handled(struct cpu *cpu)
{
    uint32_t seen = atomic_fetch_and(&cpu->kick, ~(uint32_t)KICK_RETIRE);
    return !(seen & ~(uint32_t)KICK_RETIRE);
}

/* One writer: no locked instruction. */
static void count(_Atomic uint64_t *n)
{
    uint64_t old = atomic_load_explicit(n, memory_order_relaxed);
    atomic_store_explicit(n, old + 1, memory_order_relaxed);
}

typedef void enter_fn(struct cpu *cpu, const void *code);

static enum cpu_exit run(struct cpu *cpu)
{
    struct translator *tr = cpu->translator;
    enter_fn *enter = (enter_fn *)(void *)tr->stubs[STUB_ENTER];
    struct taken taken = {.edge = NULL};
    struct code *c = NULL;
    for (;;) {
        if (!c && !(c = next_code(cpu, &taken)))
            return fetch_fault(cpu);
        enter(cpu, c->hot);
        c = NULL;
        count(&cpu->exits);
        switch (cpu->exit_reason) {
        case CPU_EXIT_LINK: c = follow_edge(cpu, &taken); break;
        case CPU_EXIT_LOOKUP: count(&cpu->lookups); break;
        case CPU_EXIT_MODE: translator_sync_mode(cpu); break;
        case CPU_EXIT_TAGGED: tags_met(cpu); break;
        case CPU_EXIT_MONITOR: monitor_wait(tr); break;
        case CPU_EXIT_CALL_KICK:
            translator_hint_push(cpu, cpu->hint_pc);
            __attribute__((fallthrough));
        case CPU_EXIT_KICK:
            if (!kick_handled(cpu))
                return CPU_EXIT_KICK;
            break;
        default: return (enum cpu_exit)cpu->exit_reason;
        }
    }
}

enum cpu_exit translator_run(struct cpu *cpu)
{
    if (atomic_load_explicit(&cpu->kick, memory_order_relaxed) &&
        !kick_handled(cpu))
        return CPU_EXIT_KICK;
    atomic_store(&cpu->running, 1);
    enum cpu_exit exit = run(cpu);
    cpu->pc = isa_address(cpu->isa, cpu->pc);
    atomic_store(&cpu->running, 0);
    return exit;
}

/* As calls push it. */
struct hint {
    void *code;
    gaddr_t pc;
};

static void *hint_stack_map(const struct translator *tr)
{
    char *p = pages_map(HINT_STACK_BYTES); /* with guard pages around */
    if (!p)
        return NULL;
    char *top = p + HINT_STACK_BYTES - HINT_HEADROOM;
    struct hint *hints = (struct hint *)(void *)top;
    for (unsigned n = 0; n < HINT_HEADROOM / sizeof(*hints); n++)
        hints[n] = (struct hint){tr->stubs[STUB_EMPTY], JUMP_EMPTY};
    return top;
}

bool translator_attach(struct translator *tr, struct cpu *cpu)
{
    size_t entries = 1u << JUMP_CACHE_BITS;
    cpu->translator = tr;
    cpu->mem = tr->config.mem;
    cpu->isa = tr->config.isa;
    cpu->global_monitor = &tr->global_monitor;
    cpu->jump_cache = pages_map(entries * sizeof(*cpu->jump_cache));
    cpu->hint_base = hint_stack_map(tr);
    if (!cpu->jump_cache || !cpu->hint_base) {
        translator_detach(cpu);
        return false;
    }
    tcache_empty_jump(cpu, cpu->jump_cache);
    cpu->hint_top = cpu->hint_base;
    cpu->exits = cpu->lookups = cpu->return_misses = 0;
    backend_cpu_init(cpu);
    translator_sync_mode(cpu);
    lock_take(&tr->lock);
    atomic_store(&cpu->epoch, atomic_load(&tr->epoch));
    cpu->next_sharer = tr->cpus;
    tr->cpus = cpu;
    lock_drop(&tr->lock);
    return true;
}

static void free_cpu(struct cpu *cpu)
{
    if (cpu->jump_cache)
        pages_unmap(cpu->jump_cache, sizeof(*cpu->jump_cache)
                                         << JUMP_CACHE_BITS);
    if (cpu->hint_base)
        pages_unmap((char *)cpu->hint_base + HINT_HEADROOM - HINT_STACK_BYTES,
                    HINT_STACK_BYTES);
    cpu->jump_cache = NULL;
    cpu->hint_base = NULL;
}

void translator_detach(struct cpu *cpu)
{
    struct translator *tr = cpu->translator;
    lock_take(&tr->lock);
    struct cpu **at = &tr->cpus;
    while (*at && *at != cpu)
        at = &(*at)->next_sharer;
    monitor_give_back(cpu, true);
    if (*at) {
        *at = cpu->next_sharer;
        tr->stats.exits += cpu->exits;
        tr->stats.lookups += cpu->lookups;
        tr->stats.return_misses += cpu->return_misses;
    }
    /* What it translated in, if it was killed there. */
    for (struct scratch *s = tr->all_scratches; s; s = s->all_next)
        if (s->user == cpu)
            scratch_put(tr, s);
    lock_drop(&tr->lock);
    free_cpu(cpu);
}

void translator_reclaim(struct translator *tr, uint32_t tid)
{
    if (!lock_inherit(&tr->lock, tid))
        return;
    tcache_abandon(tr);
    lock_drop(&tr->lock);
}

void translator_fork_prepare(struct translator *tr)
{
    lock_take(&tr->lock);
}

void translator_fork_parent(struct translator *tr)
{
    lock_drop(&tr->lock);
}

/* Also what other threads were translating in goes back to the free list. */
void translator_fork_child(struct translator *tr, struct cpu *self)
{
    struct cpu *cpu, *next;
    lock_adopt(&tr->lock);
    for (cpu = tr->cpus; cpu; cpu = next) {
        next = cpu->next_sharer;
        if (cpu == self)
            continue;
        monitor_give_back(cpu, true);
        free_cpu(cpu);
    }
    tr->cpus = self;
    self->next_sharer = NULL;
    tr->scratches = tr->all_scratches;
    for (struct scratch *s = tr->scratches; s; s = s->next) {
        s->next = s->all_next;
        s->user = NULL;
    }
    lock_drop(&tr->lock);
}

void translator_sync_mode(struct cpu *cpu)
{
    struct fp_control fp = cpu->isa->fp_control(cpu);
    backend_set_rounding(cpu, fp.rounding);
    if (cpu->mode == fp.mode)
        return;
    /* hints and the jump cache know no modes: those of the old one go */
    cpu->mode = fp.mode;
    atomic_store(&cpu->epoch, UINT64_MAX);
    tcache_safepoint(cpu);
}

bool translator_owns_pc(const struct translator *tr, const void *host_pc)
{
    const uint8_t *pc = host_pc;
    const uint8_t *end = tr->segments[SEGMENT_COUNT - 1].end;
    return pc >= tr->stub_code && pc < end;
}

static const struct fault_row *row_at(const struct code *c, const uint8_t *pc)
{
    bool hot = pc >= c->hot && pc < c->hot + c->hot_size;
    uint32_t offset =
        hot ? (uint32_t)(pc - c->hot) : c->hot_size + (uint32_t)(pc - c->cold);
    const struct fault_row *rows = code_rows(c);
    for (unsigned n = 0; n < c->row_count; n++)
        if (offset - rows[n].offset < rows[n].length)
            return &rows[n];
    return NULL;
}

static gaddr_t hint_stack_low(const struct cpu *cpu)
{
    return (uintptr_t)cpu->hint_base + HINT_HEADROOM - HINT_STACK_BYTES;
}

void translator_hint_push(struct cpu *cpu, gaddr_t return_address)
{
    struct hint *top = cpu->hint_top;
    if ((uintptr_t)top - sizeof(*top) < hint_stack_low(cpu))
        top = cpu->hint_base;
    *--top =
        (struct hint){cpu->translator->stubs[STUB_LANDING], return_address};
    cpu->hint_top = top;
}

/* Is address in the guard page of cpu's hint stack? */
static bool is_below_hints(const struct cpu *cpu, gaddr_t address)
{
    gaddr_t low = hint_stack_low(cpu);
    return address < low && address >= low - HOST_PAGE;
}

bool translator_recover(struct cpu *cpu, void *context, gaddr_t fault_address)
{
    const struct translator *tr = cpu->translator;
    const uint8_t *pc = host_context_pc(context);
    const struct code *c = tcache_code_at(tr, pc);
    const struct fault_row *row = c ? row_at(c, pc) : NULL;
    if (c && !row && is_below_hints(cpu, fault_address))
        return backend_reset_hints(cpu, context);
    if (!row)
        return false;
    struct fault fault = {
        .row = row,
        .flags = row->flags ? &code_flags(c)[row->flags - 1] : NULL,
        .wide = code_wide(c),
        .pc = c->pc + (gaddr_t)(int64_t)row->pc,
        .masked = c->mode & MODE_TAGGED,
    };
    backend_recover(tr->backend, cpu, &fault, context, tr->stubs,
                    fault_address);
    return true;
}

uint32_t translator_get_fpsr(const struct cpu *cpu)
{
    return backend_get_fpsr(cpu);
}

void translator_set_fpsr(struct cpu *cpu, uint32_t fpsr)
{
    backend_set_fpsr(cpu, fpsr);
}

static uint64_t *flags_slot(const struct cpu *cpu)
{
    const struct isa_reg *reg = &cpu->isa->regs[cpu->isa->flags_reg];
    return (uint64_t *)(void *)((char *)cpu + reg->offset);
}

uint32_t translator_get_nzcv(const struct cpu *cpu)
{
    return (uint32_t)backend_nzcv(*flags_slot(cpu)) << 28;
}

void translator_set_nzcv(struct cpu *cpu, uint32_t nzcv)
{
    *flags_slot(cpu) = backend_nzcv_slot(nzcv >> 28);
}
