// SPDX-License-Identifier: MIT
/* Builds the guest's initial stack; see stack.h. */
#include "stack.h"

#include "arena.h"
#include "hostcall.h"
#include "options.h"
#include "task.h"
#include "text.h"

#include <errno.h>
#include <linux/auxvec.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>

#define AT_MINSIGSTKSZ_NR 51
#define AUXV_MAX          48
/* Mapped at once beyond what the arguments take; the rest grows. */
#define STACK_FIRST (128u << 10)

/* Downwards from the stack's end. */
struct writer {
    gaddr_t at, low;
};

static gaddr_t bytes_push(struct writer *w, const void *p, size_t n)
{
    w->at -= n;
    memcpy((void *)w->at, p, n);
    return w->at;
}

static gaddr_t string_push(struct writer *w, const char *s)
{
    return bytes_push(w, s, text_length(s) + 1);
}

struct counts {
    size_t argc, envc, bytes;
};

static struct counts arguments_count(const struct stack_program *p)
{
    struct counts c = {0};

    for (char **s = p->argv; *s; s++, c.argc++)
        c.bytes += text_length(*s) + 1;
    if (p->argv0)
        c.bytes += text_length(p->argv0);
    for (char **s = p->envp; *s; s++)
        c.envc++, c.bytes += text_length(*s) + 1;
    c.bytes += text_length(p->execfn) + 1;
    return c;
}

static long stack_map(struct task *t, const struct stack_program *p,
                      uint64_t need)
{
    struct mm *mm = t->mm;
    uint64_t limit = t->tgroup->stack_limit.soft;
    uint64_t first = ALIGN_UP(need + STACK_FIRST, HOST_PAGE);
    gaddr_t top = mm->layout.stack_top;
    int prot = PROT_READ | PROT_WRITE | (p->executable ? PROT_EXEC : 0);
    long ret;

    /* The kernel has accepted the arguments: they have to fit. */
    if (first > limit)
        first = ALIGN_UP(need + HOST_PAGE, HOST_PAGE);
    ret = uspace_map(mm, top - first, first, prot,
                     MAP_PRIVATE | MAP_ANONYMOUS | MAP_GROWSDOWN | MAP_STACK |
                         MAP_FIXED_NOREPLACE,
                     -1, 0);
    mm->stack_start = top;
    return host_syscall_failed(ret) ? ret : 0;
}

/* The strings, in the kernel's order; addresses to the two tables. */
static void strings_push(struct writer *w, const struct stack_program *p,
                         struct mm *mm, uint64_t *argv, uint64_t *envp,
                         const struct counts *c)
{
    mm->env_end = w->at;
    for (size_t i = c->envc; i--;)
        envp[i] = string_push(w, p->envp[i]);
    mm->env_start = mm->arg_end = w->at;
    for (size_t i = c->argc; i--;)
        argv[i] = string_push(w, i == 0 && p->argv0 ? p->argv0 : p->argv[i]);
    mm->arg_start = w->at;
}

struct auxv {
    uint64_t words[2 * AUXV_MAX];
    size_t count;
};

static void auxv_add(struct auxv *a, uint64_t type, uint64_t value)
{
    a->words[2 * a->count] = type;
    a->words[2 * a->count + 1] = value;
    a->count++;
}

/* The order of arch/arm64 and fs/binfmt_elf.c. */
static void auxv_fill(struct auxv *a, const struct task *t,
                      const struct stack_program *p, gaddr_t random,
                      gaddr_t platform, gaddr_t execfn)
{
    const struct abi *abi = t->abi;

    if (t->mm->vdso)
        auxv_add(a, AT_SYSINFO_EHDR, t->mm->vdso);
    auxv_add(a, AT_MINSIGSTKSZ_NR, abi->minsigstksz);
    auxv_add(a, AT_HWCAP, abi->hwcap());
    auxv_add(a, AT_PAGESZ, HOST_PAGE);
    auxv_add(a, AT_CLKTCK, 100);
    auxv_add(a, AT_PHDR, p->phdr);
    auxv_add(a, AT_PHENT, p->phent);
    auxv_add(a, AT_PHNUM, p->phnum);
    auxv_add(a, AT_BASE, p->interp_base);
    auxv_add(a, AT_FLAGS, 0);
    auxv_add(a, AT_ENTRY, p->entry);
    auxv_add(a, AT_UID, options_auxv(AT_UID));
    auxv_add(a, AT_EUID, options_auxv(AT_EUID));
    auxv_add(a, AT_GID, options_auxv(AT_GID));
    auxv_add(a, AT_EGID, options_auxv(AT_EGID));
    auxv_add(a, AT_SECURE, options_auxv(AT_SECURE));
    auxv_add(a, AT_RANDOM, random);
    auxv_add(a, AT_HWCAP2, abi->hwcap2());
    auxv_add(a, AT_EXECFN, execfn);
    auxv_add(a, AT_PLATFORM, platform);
    auxv_add(a, AT_NULL, 0);
}

long stack_build(struct task *t, const struct stack_program *p)
{
    struct mm *mm = t->mm;
    struct counts c = arguments_count(p);
    uint64_t tables = (c.argc + c.envc + 3) * 8;
    struct auxv auxv = {.count = 0};
    struct writer w = {.at = mm->layout.stack_top - 8};
    gaddr_t execfn, platform, random;
    uint64_t *words;
    long ret;

    if (c.bytes > (1ull << 40) || c.argc + c.envc > (1u << 27))
        return -E2BIG;
    ret = stack_map(t, p, c.bytes + tables + sizeof(auxv) + 256);
    if (ret)
        return ret;
    execfn = string_push(&w, p->execfn);
    /* The tables' place follows from the counts; they are filled in place. */
    words = (uint64_t *)ALIGN_DOWN(w.at - c.bytes - tables - sizeof(auxv) - 128,
                                   16);
    strings_push(&w, p, mm, words + 1, words + 2 + c.argc, &c);
    w.at = ALIGN_DOWN(w.at, 16);
    platform = string_push(&w, t->abi->platform);
    random = bytes_push(&w, (void *)options_auxv(AT_RANDOM), 16);
    words[0] = c.argc;
    words[1 + c.argc] = 0;
    words[2 + c.argc + c.envc] = 0;
    auxv_fill(&auxv, t, p, random, platform, execfn);
    mm->auxv_start = (gaddr_t)(words + 3 + c.argc + c.envc);
    mm->auxv_end = mm->auxv_start + auxv.count * 16;
    memcpy((void *)mm->auxv_start, auxv.words, auxv.count * 16);
    return (long)words;
}
