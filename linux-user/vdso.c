// SPDX-License-Identifier: MIT
/* The guest's vDSO image and its calls; see vdso.h. */
#include "vdso.h"

#include "arena.h"
#include "guest-memory.h"
#include "hostcall.h"
#include "task.h"
#include "text.h"

#include <elf.h>
#include <errno.h>
#include <string.h>
#include <sys/mman.h>
#include <time.h>

/*
 * The image's parts, in the order of the file.  Symbol 0 is the null symbol;
 * version 1 is the file's own, 2 is the functions'.
 */
#define SYMBOLS (1 + VDSO_CALLS)

struct image {
    Elf64_Ehdr ehdr;
    Elf64_Phdr phdr[3]; /* LOAD, DYNAMIC, GNU_EH_FRAME's place: GNU_STACK */
    Elf64_Sym symbols[SYMBOLS];
    uint16_t versions[SYMBOLS];
    uint32_t hash[2 + 1 + SYMBOLS]; /* one bucket */
    struct {
        Elf64_Verdef def;
        Elf64_Verdaux aux;
    } verdef[2];
    char strings[256];
    Elf64_Dyn dynamic[10];
    uint32_t code[1 + 2 * VDSO_CALLS] __attribute__((aligned(16)));
};

static uint32_t string_add(struct image *im, size_t *used, const char *s)
{
    size_t n = text_length(s) + 1;
    uint32_t at = (uint32_t)*used;

    memcpy(im->strings + at, s, n);
    *used += n;
    return at;
}

/* The System V hash of a name, as in the version table. */
static uint32_t name_hash(const char *s)
{
    uint32_t h = 0;

    for (; *s; s++) {
        uint32_t g;

        h = (h << 4) + (uint8_t)*s;
        g = h & 0xf0000000u;
        h = (h ^ g >> 24) & ~g;
    }
    return h;
}

static void headers_fill(struct image *im, const struct abi *abi)
{
    im->ehdr = (Elf64_Ehdr){
        .e_ident = {ELFMAG0, ELFMAG1, ELFMAG2, ELFMAG3, ELFCLASS64, ELFDATA2LSB,
                    EV_CURRENT},
        .e_type = ET_DYN,
        .e_machine = abi->elf_machine,
        .e_version = EV_CURRENT,
        .e_phoff = offsetof(struct image, phdr),
        .e_ehsize = sizeof(Elf64_Ehdr),
        .e_phentsize = sizeof(Elf64_Phdr),
        .e_phnum = ARRAY_SIZE(im->phdr),
        .e_shentsize = sizeof(Elf64_Shdr),
    };
    im->phdr[0] = (Elf64_Phdr){.p_type = PT_LOAD,
                               .p_flags = PF_R | PF_X,
                               .p_filesz = sizeof(*im),
                               .p_memsz = sizeof(*im),
                               .p_align = HOST_PAGE};
    im->phdr[1] = (Elf64_Phdr){.p_type = PT_DYNAMIC,
                               .p_flags = PF_R,
                               .p_offset = offsetof(struct image, dynamic),
                               .p_vaddr = offsetof(struct image, dynamic),
                               .p_paddr = offsetof(struct image, dynamic),
                               .p_filesz = sizeof(im->dynamic),
                               .p_memsz = sizeof(im->dynamic),
                               .p_align = 8};
    im->phdr[2] = (Elf64_Phdr){
        .p_type = PT_GNU_STACK, .p_flags = PF_R | PF_W, .p_align = 16};
}

static void functions_fill(struct image *im, const struct abi *abi,
                           size_t *used, gaddr_t *sigreturn)
{
    unsigned at = 1;

    im->code[0] = abi->vdso_pad;
    im->hash[0] = 1; /* buckets */
    im->hash[1] = SYMBOLS;
    im->hash[2] = 1; /* the chain starts at symbol 1 */
    for (unsigned i = 0; i < VDSO_CALLS; i++) {
        size_t offset = offsetof(struct image, code) + at * 4;
        unsigned bytes = abi->vdso_code(i, im->code + at);

        im->symbols[1 + i] = (Elf64_Sym){
            .st_name = string_add(im, used, abi->vdso_names[i]),
            .st_info = ELF64_ST_INFO(STB_GLOBAL, STT_FUNC),
            .st_shndx = 1,
            .st_value = offset,
            .st_size = bytes,
        };
        im->versions[1 + i] = 2;
        im->hash[3 + 1 + i] = i + 2 < SYMBOLS ? i + 2 : 0;
        if (i == VDSO_RT_SIGRETURN)
            *sigreturn = offset;
        at += bytes / 4;
    }
}

static void versions_fill(struct image *im, const struct abi *abi, size_t *used)
{
    const char *names[2] = {"linux-vdso.so.1", abi->vdso_version};

    for (unsigned i = 0; i < 2; i++) {
        im->verdef[i].def = (Elf64_Verdef){
            .vd_version = VER_DEF_CURRENT,
            .vd_flags = i == 0 ? VER_FLG_BASE : 0,
            .vd_ndx = (uint16_t)(i + 1),
            .vd_cnt = 1,
            .vd_hash = name_hash(names[i]),
            .vd_aux = sizeof(Elf64_Verdef),
            .vd_next = i == 0 ? sizeof(im->verdef[0]) : 0,
        };
        im->verdef[i].aux.vda_name = string_add(im, used, names[i]);
    }
}

static void dynamic_fill(struct image *im, size_t strings)
{
    const Elf64_Dyn words[] = {
        {DT_SONAME, {im->verdef[0].aux.vda_name}},
        {DT_HASH, {offsetof(struct image, hash)}},
        {DT_STRTAB, {offsetof(struct image, strings)}},
        {DT_SYMTAB, {offsetof(struct image, symbols)}},
        {DT_STRSZ, {strings}},
        {DT_SYMENT, {sizeof(Elf64_Sym)}},
        {DT_VERSYM, {offsetof(struct image, versions)}},
        {DT_VERDEF, {offsetof(struct image, verdef)}},
        {DT_VERDEFNUM, {2}},
        {DT_NULL, {0}},
    };

    _Static_assert(sizeof(words) == sizeof(im->dynamic), "dynamic");
    memcpy(im->dynamic, words, sizeof(words));
}

bool vdso_map(struct task *t)
{
    struct mm *mm = t->mm;
    long at = uspace_map(mm, 0, HOST_PAGE, PROT_READ | PROT_WRITE,
                         MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    struct image *im = (struct image *)at;
    size_t used = 1;
    gaddr_t sigreturn = 0;

    _Static_assert(sizeof(struct image) <= HOST_PAGE, "one page");
    if (host_syscall_failed(at))
        return false;
    headers_fill(im, t->abi);
    functions_fill(im, t->abi, &used, &sigreturn);
    versions_fill(im, t->abi, &used);
    dynamic_fill(im, used);
    mm->vdso = (gaddr_t)at;
    mm->vdso_end = mm->vdso + HOST_PAGE;
    mm->vdso_sigreturn = mm->vdso + sigreturn;
    return uspace_mprotect(t, mm->vdso, HOST_PAGE, PROT_READ | PROT_EXEC) == 0;
}

/* As code of the guest's writes: a tag means nothing. */
static long result_write(struct task *t, gaddr_t to, const void *p, size_t n)
{
    return to ? guest_write(t, guest_place(t, to), p, n) : 0;
}

static long call_clock(struct task *t, enum vdso_call call,
                       const uint64_t args[6])
{
    int32_t clock = (int32_t)args[0];
    struct vdso_time p = {0};
    long ret;

    if (call == VDSO_CLOCK_GETTIME)
        ret = host_vdso.clock_gettime ? host_vdso.clock_gettime(clock, &p)
                                      : HOST(clock_gettime, clock, &p);
    else
        ret = host_vdso.clock_getres ? host_vdso.clock_getres(clock, &p)
                                     : HOST(clock_getres, clock, &p);
    if (ret == 0 && call == VDSO_CLOCK_GETTIME && !args[1])
        return -EFAULT;
    return ret ? ret : result_write(t, args[1], &p, sizeof(p));
}

static long call_timeofday(struct task *t, const uint64_t args[6])
{
    struct vdso_time p = {0};
    struct vdso_zone z = {0};
    long ret = host_vdso.gettimeofday ? host_vdso.gettimeofday(&p, &z)
                                      : HOST(gettimeofday, &p, &z);

    if (ret == 0)
        ret = result_write(t, args[0], &p, sizeof(p));
    return ret ? ret : result_write(t, args[1], &z, sizeof(z));
}

uint64_t vdso_counter(void)
{
    struct vdso_time now = {0};

    if (host_vdso.clock_gettime)
        host_vdso.clock_gettime(CLOCK_MONOTONIC, &now);
    else
        HOST(clock_gettime, CLOCK_MONOTONIC, &now);
    return (uint64_t)now.seconds * 1000000000u + (uint64_t)now.fraction;
}

bool vdso_trap(struct task *t)
{
    struct mm *mm = t->mm;
    gaddr_t pc = t->cpu->pc;
    enum vdso_call call;
    uint64_t args[6];
    uint32_t word;
    long ret;

    if (pc < mm->vdso || pc >= mm->vdso_end ||
        guest_read(t, &word, pc, sizeof(word)))
        return false;
    call = word & 0xff;
    t->abi->syscall_args(t->cpu, args);
    if (call == VDSO_CLOCK_GETTIME || call == VDSO_CLOCK_GETRES)
        ret = call_clock(t, call, args);
    else if (call == VDSO_GETTIMEOFDAY)
        ret = call_timeofday(t, args);
    else
        return false;
    t->abi->syscall_result(t->cpu, ret);
    t->cpu->pc = pc + t->abi->insn_bytes;
    return true;
}
