// SPDX-License-Identifier: MIT
/* The translator as an engine, in several configurations. */
#include "jit/tcache.h"
#include "src/host.h"
#include "src/translator.h"
#include "target/aarch64/cpu.h"
#include "tests/diff/diff.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define FEATURES(list)                            \
    {                                             \
        .name = list, .host = list, .chain = true \
    }

const struct jit_variant jit_variants[] = {
    FEATURES("v2"),
    FEATURES("v3"),
    FEATURES("v4"),
    {.name = "v3-few", .host = "v3", .few_registers = 4, .chain = true},
    {.name = "v4-small", .host = "v4", .max_guest = 2, .few_registers = 2},
    {.name = "v3-lent", .host = "v3", .always_lend = true, .chain = true},
    {.name = "v4-lent-small",
     .host = "v4",
     .max_guest = 2,
     .always_lend = true},
    {.name = "v3-small", .host = "v3", .max_guest = 3, .chain = true},
    /* Each feature that a level can have but need not, and all of them. */
    FEATURES("v2,-aes"),
    FEATURES("v2,-pclmul"),
    FEATURES("v2,-sha"),
    FEATURES("v2,-aes,-pclmul,-sha"),
    FEATURES("v3,-aes"),
    FEATURES("v3,-pclmul"),
    FEATURES("v3,-sha"),
    FEATURES("v3,-gfni"),
    FEATURES("v3,-aes,-pclmul,-sha,-gfni"),
    FEATURES("v4,-aes"),
    FEATURES("v4,-pclmul"),
    FEATURES("v4,-sha"),
    FEATURES("v4,-gfni"),
    FEATURES("v4,-aes,-pclmul,-sha,-gfni"),
};
const unsigned jit_variant_count = ARRAY_SIZE(jit_variants);

struct jit_engine {
    struct a64_cpu cpu;
    struct translator *translator;
};

static struct cpu *running; /* in translator_run() */

static void on_fault(int sig, siginfo_t *info, void *context)
{
    if (running && translator_recover(running, context, (gaddr_t)info->si_addr))
        return;
    fprintf(stderr, "signal %d at host pc %p, address %p: not the guest's\n",
            sig, host_context_pc(context), info->si_addr);
    _exit(2);
}

static bool catch_faults(void)
{
    static char stack[65536];
    stack_t alternate = {.ss_sp = stack, .ss_size = sizeof(stack)};
    struct sigaction action = {.sa_sigaction = on_fault,
                               .sa_flags = SA_SIGINFO | SA_ONSTACK};
    return !sigaltstack(&alternate, NULL) &&
           !sigaction(SIGSEGV, &action, NULL) &&
           !sigaction(SIGBUS, &action, NULL);
}

struct jit_engine *jit_engine_create(const struct jit_variant *variant)
{
    uint32_t features;
    const char *at;
    if (host_features_choose(variant->host, host_features(), &features, &at) !=
            HOST_CHOICE_GOOD ||
        !catch_faults())
        return NULL;
    struct jit_engine *e = aligned_alloc(64, ALIGN_UP(sizeof(*e), 64ul));
    memset(e, 0, sizeof(*e));
    struct translator_config config = {
        .isa = &isa_aarch64,
        .mem = &shared_mem,
        .features = features,
        .max_guest = variant->max_guest,
        .few_registers = variant->few_registers,
        .always_lend = variant->always_lend,
        .chain = variant->chain,
    };
    e->translator = translator_create(&config);
    e->cpu.cpu.isa = &isa_aarch64;
    e->cpu.cpu.mem = &shared_mem;
    if (!e->translator || !translator_attach(e->translator, &e->cpu.cpu)) {
        fprintf(stderr, "%s: translator_create failed\n", variant->name);
        exit(2);
    }
    return e;
}

void jit_engine_invalidate(struct jit_engine *e)
{
    translator_invalidate(e->translator, DIFF_CODE, DIFF_CODE + DIFF_CODE_BYTES,
                          &e->cpu.cpu);
    /* The next tag is the first again. */
    memset(&e->translator->tags, 0, sizeof(e->translator->tags));
}

static void to_cpu(struct a64_cpu *cpu, const struct diff_state *s)
{
    cpu->cpu.pc = s->pc;
    cpu->cpu.monitor.size = 0;
    memcpy(cpu->x, s->x, sizeof(cpu->x));
    memcpy(cpu->v, s->v, sizeof(cpu->v));
    cpu->fpcr = s->fpcr;
    translator_set_nzcv(&cpu->cpu, s->nzcv);
    a64_set_fpsr(cpu, s->fpsr);
    translator_sync_mode(&cpu->cpu);
    memcpy((void *)DIFF_DATA, s->memory, DIFF_DATA_BYTES);
}

static void from_cpu(const struct a64_cpu *cpu, struct diff_state *s)
{
    s->pc = cpu->cpu.pc;
    memcpy(s->x, cpu->x, sizeof(cpu->x));
    memcpy(s->v, cpu->v, sizeof(cpu->v));
    s->nzcv = translator_get_nzcv(&cpu->cpu);
    s->fpcr = (uint32_t)cpu->fpcr;
    s->fpsr = a64_get_fpsr(cpu);
    memcpy(s->memory, (void *)DIFF_DATA, DIFF_DATA_BYTES);
}

static enum diff_outcome outcome_of(enum cpu_exit exit, const struct cpu *cpu)
{
    if (exit != CPU_EXIT_EXCEPTION)
        return DIFF_OTHER;
    switch (cpu->exception.kind) {
    case EXCP_BREAKPOINT: return DIFF_DONE;
    case EXCP_UNDEFINED: return DIFF_UNDEFINED;
    case EXCP_FETCH:
    case EXCP_DATA: return DIFF_FAULT;
    case EXCP_ALIGNMENT:
    case EXCP_PC_ALIGN: return DIFF_BUS;
    }
    return DIFF_OTHER;
}

void jit_engine_run(struct jit_engine *e, const struct diff_case *c,
                    struct diff_state *out)
{
    struct cpu *cpu = &e->cpu.cpu;
    enum cpu_exit exit;
    to_cpu(&e->cpu, &c->in);
    running = cpu;
    do {
        exit = translator_run(cpu);
    } while (exit == CPU_EXIT_ICACHE); /* nothing has changed */
    running = NULL;
    from_cpu(&e->cpu, out);
    out->outcome = outcome_of(exit, cpu);
    out->fault_address = cpu->exception.address;
}
