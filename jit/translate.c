// SPDX-License-Identifier: MIT
/*
 * The translator: decode -> build -> optimise -> allocate -> emit -> publish.
 */
#include "jit/translate.h"

#include "jit/log-code.h"
#include "src/log.h"

#include "src/host.h"

#include <sys/syscall.h>
#include <time.h>

/* A superblock ends behind so many conditional exits (T4). */
#define MAX_EXITS   3
#define CODE_WINDOW 256
#define MAX_WAITS   10000 /* of a millisecond each, for another's scratch */

struct window {
    gaddr_t pc;
    size_t length;
    uint8_t code[CODE_WINDOW];
};

static struct scratch *scratch_of(struct ir_builder *b)
{
    return (struct scratch *)((char *)b - offsetof(struct scratch, builder));
}

/* Enters [pc, pc+len), within one page, as depended on. */
static bool depend(struct translator *tr, struct scratch *s, gaddr_t pc,
                   size_t len)
{
    gaddr_t page = pc >> GUEST_PAGE_SHIFT;
    unsigned low = pc & ((1u << GUEST_PAGE_SHIFT) - 1);
    unsigned high = low + (unsigned)len, n = 0;
    while (n < s->page_count && s->pages[n] != page)
        n++;
    if (n == REGION_MAX_PAGES)
        return false;
    if (n == s->page_count) {
        s->page_count++;
        s->pages[n] = page;
        s->low[n] = low;
        s->high[n] = high;
        s->generations[n] = atomic_load(&tcache_bucket(tr, page)->generation);
    }
    if (low < s->low[n])
        s->low[n] = low;
    if (high > s->high[n])
        s->high[n] = high;
    return true;
}

/* Reads up to the end of pc's page. */
static size_t fetch_recorded(struct ir_builder *b, void *dst, gaddr_t pc,
                             size_t len)
{
    struct scratch *s = scratch_of(b);
    size_t rest =
        (1u << GUEST_PAGE_SHIFT) - (pc & ((1u << GUEST_PAGE_SHIFT) - 1));
    if (len > rest)
        len = rest;
    if (!depend(s->translator, s, pc, len))
        return 0;
    return b->mem->fetch(b->mem, dst, pc, len);
}

/* The code at pc; *available bytes of it, 0 if unreadable. */
static const uint8_t *look(struct ir_builder *b, struct window *w, gaddr_t pc,
                           size_t *available)
{
    unsigned min = b->region->isa->min_insn_bytes;
    if (pc - w->pc >= w->length || w->length - (pc - w->pc) < min) {
        w->pc = pc;
        w->length = fetch_recorded(b, w->code, pc, CODE_WINDOW);
    }
    *available = (size_t)(w->pc + w->length - pc);
    return w->code + (pc - w->pc);
}

/* Builds the superblock at pc.  False: its first instruction can't be read. */
static bool build_region(struct translator *tr, struct scratch *s, gaddr_t pc,
                         uint32_t mode)
{
    const struct isa *isa = tr->config.isa;
    struct ir_builder *b = &s->builder;
    struct window window = {0};
    s->page_count = 0;
    ir_begin(b, &s->region, isa, tr->config.mem, pc, mode);
    b->fetch = fetch_recorded;
    unsigned max_guest =
        tr->config.max_guest ? tr->config.max_guest : s->guest_limit;
    b->max_guest = max_guest;
    while (!b->ended) {
        size_t available;
        const uint8_t *code = look(b, &window, b->next_pc, &available);
        b->pc = b->next_pc;
        if (available < isa->min_insn_bytes) {
            if (s->region.guest_count == 0)
                return false;
            ir_goto(b, b->pc);
            break;
        }
        unsigned length = isa->min_insn_bytes;
        b->next_pc = b->pc + length;
        ir_begin_insn(b);
        if (isa->translate(b, code, available, &length) == TRANSLATE_END)
            break;
        if (b->exits >= MAX_EXITS || ir_full(b) ||
            s->region.guest_count >= max_guest ||
            s->page_count + 4 > REGION_MAX_PAGES)
            ir_goto(b, b->next_pc);
    }
    return true;
}

static bool compile(struct translator *tr, struct scratch *s)
{
    struct region *r = &s->region;
    if (log_enabled(LOG_IN_ASM))
        log_guest_code(r, tr->config.mem);
    if (log_enabled(LOG_OP))
        log_ir(r, "IR");
    ir_optimise(r);
    if (log_enabled(LOG_OP_OPT))
        log_ir(r, "optimised IR");
    return backend_compile(s->backend, r, &s->image);
}

static void count(struct translator *tr, const struct scratch *s)
{
    tr->stats.regions++;
    tr->stats.lent += s->image.lent;
    tr->stats.guest_insns += s->region.guest_count;
    tr->stats.ir_ops += s->region.insn_count - 1;
    tr->stats.host_bytes += s->image.size;
}

/*
 * Publishes what s holds; NULL if it must be made anew.  What fits no segment
 * although all are empty finds no memory: then *no_memory is set.  (Segments
 * without memory are passed over, to one that has some and is emptied.)
 */
static struct code *publish(struct translator *tr, struct scratch *s,
                            struct cpu *cpu, bool *no_memory)
{
    unsigned waits = 0;
    uint64_t regions = 0; /* while nobody publishes */
    for (unsigned empty = 0; empty <= SEGMENT_COUNT;) {
        bool full;
        lock_take(&tr->lock);
        if (regions != tr->stats.regions)
            empty = 0;
        regions = tr->stats.regions;
        struct code *c = tcache_find(tr, s->region.pc, s->region.mode);
        if (!c) {
            c = tcache_publish(tr, s, &full);
            if (c)
                count(tr, s);
        }
        bool advanced = true;
        if (!c && full) { /* this cpu is at a safepoint meanwhile */
            unsigned more = tr->segments[tr->current].code_count == 0;
            atomic_store(&cpu->running, 0);
            advanced = tcache_advance(tr);
            empty += advanced ? more : 0;
        }
        lock_drop(&tr->lock);
        if (c || !full)
            return c;
        if (!advanced)
            tcache_wait(tr, &waits);
        atomic_store(&cpu->running, 1);
        tcache_safepoint(cpu);
    }
    *no_memory = true;
    return NULL;
}

/* The backend's memory stands behind the scratch. */
static const size_t scratch_head = ALIGN_UP(sizeof(struct scratch), (size_t)64);

struct scratch *scratch_new(struct translator *tr, const struct cpu *user)
{
    struct scratch *s = pages_map(scratch_head + backend_size());
    if (!s)
        return NULL;
    s->translator = tr;
    s->user = user;
    s->backend = (struct backend *)(void *)((char *)s + scratch_head);
    backend_init(s->backend, &tr->config);
    lock_take(&tr->lock);
    s->all_next = tr->all_scratches;
    tr->all_scratches = s;
    lock_drop(&tr->lock);
    return s;
}

void scratches_free(struct translator *tr)
{
    while (tr->all_scratches) {
        struct scratch *s = tr->all_scratches;
        tr->all_scratches = s->all_next;
        pages_unmap(s, scratch_head + backend_size());
    }
}

static struct scratch *scratch_take(struct translator *tr,
                                    const struct cpu *cpu)
{
    lock_take(&tr->lock);
    struct scratch *s = tr->scratches;
    if (s) {
        tr->scratches = s->next;
        s->user = cpu;
    }
    lock_drop(&tr->lock);
    return s;
}

/* A free one, or a new one; or where there is no memory, another's, later. */
static struct scratch *scratch_get(struct translator *tr, struct cpu *cpu)
{
    unsigned waits = 0;
    struct scratch *s = scratch_take(tr, cpu);
    if (!s)
        s = scratch_new(tr, cpu);
    while (!s && waits < MAX_WAITS) {
        atomic_store(&cpu->running, 0); /* as at a safepoint */
        tcache_wait(tr, &waits);
        atomic_store(&cpu->running, 1);
        tcache_safepoint(cpu);
        s = scratch_take(tr, cpu);
    }
    return s;
}

void scratch_put(struct translator *tr, struct scratch *s)
{
    s->user = NULL;
    s->next = tr->scratches;
    tr->scratches = s;
}

/* As the kernel ends a process that it has no memory for. */
static _Noreturn void end_without_memory(void)
{
    report("no memory to translate code");
    long self = host_syscall(SYS_getpid, 0, 0, 0, 0, 0, 0);
    for (;;)
        host_syscall(SYS_kill, self, 9 /* SIGKILL */, 0, 0, 0, 0);
}

/* The region did not fit some table; one instruction always must. */
static void make_smaller(struct scratch *s)
{
    if (s->region.guest_count <= 1) {
        report("internal error: the instruction at %lx can't be compiled",
               (unsigned long)s->region.pc);
        __builtin_trap();
    }
    s->guest_limit = s->region.guest_count / 2;
}

/* Only with `-d stats`: a system call each. */
static uint64_t now(void)
{
    struct timespec t = {0};
    if (!log_enabled(LOG_STATS))
        return 0;
    host_syscall(SYS_clock_gettime, CLOCK_THREAD_CPUTIME_ID, (long)&t, 0, 0, 0,
                 0);
    return (uint64_t)t.tv_sec * 1000000000u + (uint64_t)t.tv_nsec;
}

struct code *translate(struct cpu *cpu, gaddr_t pc)
{
    struct translator *tr = cpu->translator;
    uint64_t start = now();
    struct scratch *s = scratch_get(tr, cpu);
    struct code *c = NULL;
    bool no_memory = false;
    if (!s)
        end_without_memory();
    s->guest_limit = REGION_DEFAULT_GUEST;
    while (!c && !no_memory && build_region(tr, s, pc, region_mode(cpu, pc))) {
        if (compile(tr, s))
            c = publish(tr, s, cpu, &no_memory);
        else
            make_smaller(s);
    }
    if (c && log_enabled(LOG_OUT_ASM))
        log_host_code(c);
    if (no_memory)
        end_without_memory();
    lock_take(&tr->lock);
    tr->stats.nanoseconds += now() - start;
    scratch_put(tr, s);
    lock_drop(&tr->lock);
    return c;
}
