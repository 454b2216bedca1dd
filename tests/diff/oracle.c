// SPDX-License-Identifier: MIT
/*
 * The oracle: a guest program that runs the cases it reads from stdin and
 * writes the states they end in.  It never leaves its signal handler but to
 * run a case: the handler of one case's trap sets up the next by what it
 * returns to, so that all registers are the case's.
 */
#include "case.h"

#include <signal.h>
#include <stddef.h>
#include <string.h>
#include <sys/mman.h>
#include <ucontext.h>
#include <unistd.h>

static struct diff_batch batch;
static struct diff_state results[DIFF_BATCH];
static uint32_t position; /* in the batch */

static void read_fully(void *dst, size_t size)
{
    for (size_t done = 0; done < size;) {
        ssize_t n = read(0, (char *)dst + done, size - done);
        if (n <= 0)
            _exit(n < 0); /* the harness has no more */
        done += (size_t)n;
    }
}

static void write_fully(const void *src, size_t size)
{
    for (size_t done = 0; done < size;) {
        ssize_t n = write(1, (const char *)src + done, size - done);
        if (n <= 0)
            _exit(1);
        done += (size_t)n;
    }
}

static void next_batch(void)
{
    read_fully(&batch, offsetof(struct diff_batch, cases));
    if (batch.count == 0 || batch.count > DIFF_BATCH)
        _exit(1);
    read_fully(batch.cases, batch.count * sizeof(batch.cases[0]));
    for (uint32_t n = 0; n < batch.count; n++)
        memcpy((void *)batch.cases[n].in.pc, batch.cases[n].words,
               DIFF_SLOT_BYTES);
    __builtin___clear_cache((char *)DIFF_CODE,
                            (char *)DIFF_CODE + DIFF_CODE_BYTES);
    position = 0;
}

static struct fpsimd_context *fp_context(ucontext_t *uc)
{
    unsigned char *p = uc->uc_mcontext.__reserved;
    for (;;) {
        struct _aarch64_ctx *head = (struct _aarch64_ctx *)p;
        if (head->magic == FPSIMD_MAGIC)
            return (struct fpsimd_context *)p;
        if (head->magic == 0)
            _exit(1);
        p += head->size;
    }
}

enum { NZCV_BITS = 15u << 28 };

static void load_state(ucontext_t *uc, const struct diff_state *s)
{
    mcontext_t *m = &uc->uc_mcontext;
    struct fpsimd_context *fp = fp_context(uc);
    memcpy(m->regs, s->x, sizeof(m->regs));
    m->sp = s->x[31];
    m->pc = s->pc;
    m->pstate = (m->pstate & ~(uint64_t)NZCV_BITS) | s->nzcv;
    fp->fpcr = s->fpcr;
    fp->fpsr = s->fpsr;
    memcpy(fp->vregs, s->v, sizeof(fp->vregs));
    memcpy((void *)DIFF_DATA, s->memory, DIFF_DATA_BYTES);
}

static void save_state(ucontext_t *uc, struct diff_state *s, int sig)
{
    const mcontext_t *m = &uc->uc_mcontext;
    const struct fpsimd_context *fp = fp_context(uc);
    memcpy(s->x, m->regs, sizeof(m->regs));
    s->x[31] = m->sp;
    s->pc = m->pc;
    s->nzcv = m->pstate & NZCV_BITS;
    s->fpcr = fp->fpcr;
    s->fpsr = fp->fpsr;
    memcpy(s->v, fp->vregs, sizeof(fp->vregs));
    memcpy(s->memory, (void *)DIFF_DATA, DIFF_DATA_BYTES);
    s->outcome = sig == SIGTRAP   ? DIFF_DONE
                 : sig == SIGILL  ? DIFF_UNDEFINED
                 : sig == SIGSEGV ? DIFF_FAULT
                 : sig == SIGBUS  ? DIFF_BUS
                                  : DIFF_OTHER;
}

static void handler(int sig, siginfo_t *info, void *context)
{
    static int started;
    (void)info;
    if (started) {
        save_state(context, &results[position], sig);
        if (++position == batch.count) {
            write_fully(results, batch.count * sizeof(results[0]));
            next_batch();
        }
    } else {
        started = 1;
        next_batch();
    }
    load_state(context, &batch.cases[position].in);
}

static int map_at(uint64_t address, size_t size, int prot)
{
    return mmap((void *)address, size, prot,
                MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED_NOREPLACE, -1,
                0) == (void *)address;
}

int main(void)
{
    static const int signals[] = {SIGTRAP, SIGILL, SIGSEGV, SIGBUS};
    static char stack[65536];
    stack_t alternate = {.ss_sp = stack, .ss_size = sizeof(stack)};
    struct sigaction action = {.sa_sigaction = handler,
                               .sa_flags =
                                   SA_SIGINFO | SA_ONSTACK | SA_NODEFER};
    if (!map_at(DIFF_DATA, DIFF_DATA_BYTES, PROT_READ | PROT_WRITE) ||
        !map_at(DIFF_CODE, DIFF_CODE_BYTES, PROT_READ | PROT_WRITE | PROT_EXEC))
        return 1;
    sigaltstack(&alternate, NULL);
    for (unsigned n = 0; n < sizeof(signals) / sizeof(signals[0]); n++)
        sigaction(signals[n], &action, NULL);
    raise(SIGTRAP);
    return 1;
}
