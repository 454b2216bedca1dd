// SPDX-License-Identifier: MIT
/*
 * The notes of a core: write_note_info() of fs/binfmt_elf.c.  For each thread
 * NT_PRSTATUS and its other registers; behind the first thread's status, what
 * concerns the process.
 */
#define _GNU_SOURCE
#include "core-parts.h"

#include "arena.h"
#include "guest-memory.h"
#include "hostcall.h"
#include "lines.h"
#include "print.h"
#include "signal.h"
#include "task.h"
#include "text.h"

#include <elf.h>
#include <fcntl.h>
#include <string.h>
#include <sys/resource.h>

#define TICK_US   10000 /* of /proc's times */
#define FILES_MAX (4u << 20)
/* More than the notes of one thread, and of the process, take. */
#define THREAD_ROOM  2048
#define PROCESS_ROOM 8192

/* struct elf_prstatus up to the registers, lp64. */
struct prstatus {
    int32_t signo, code, err;
    int16_t cursig;
    uint64_t pending, blocked;
    int32_t pid, ppid, pgrp, sid;
    struct {
        uint64_t sec, usec;
    } utime, stime, cutime, cstime;
};

_Static_assert(sizeof(struct prstatus) == 112, "struct elf_prstatus");

/* struct elf_prpsinfo, lp64. */
struct prpsinfo {
    char state, sname, zombie, nice;
    uint64_t flag;
    uint32_t uid, gid;
    int32_t pid, ppid, pgrp, sid;
    char fname[16], args[80];
};

_Static_assert(sizeof(struct prpsinfo) == 136, "struct elf_prpsinfo");

/* What /proc says of a task. */
struct stat_line {
    char comm[16];
    long ppid, pgrp, sid, flags, utime, stime, cutime, cstime, nice;
};

struct notes {
    char *at;
};

/* Enters a note and returns the place of its contents, which are zero. */
static void *note_add(struct notes *out, const char *name, uint32_t type,
                      size_t bytes)
{
    size_t name_bytes = text_length(name) + 1;
    Elf64_Nhdr head = {(uint32_t)name_bytes, (uint32_t)bytes, type};
    char *data;
    memcpy(out->at, &head, sizeof head);
    memcpy(out->at + sizeof head, name, name_bytes);
    data = out->at + sizeof head + ALIGN_UP(name_bytes, 4);
    out->at = data + ALIGN_UP(bytes, 4);
    return data;
}

static long number_next(const char **p)
{
    unsigned long value = 0;
    bool negative;
    while (**p == ' ')
        ++*p;
    negative = **p == '-';
    *p += negative;
    const char *end = text_number(*p, &value);
    if (end)
        *p = end;
    return negative ? -(long)value : (long)value;
}

/* Of a task, or of the whole process (tid 0); zero if it is not to be had. */
static void stat_read(int tid, struct stat_line *out)
{
    char name[64] = "/proc/self/stat", text[1024];
    long *const fields[] = {
        /* from the 4th on, in proc(5)'s order */
        &out->ppid,   &out->pgrp,   &out->sid,   NULL,
        NULL,         &out->flags,  NULL,        NULL,
        NULL,         NULL,         &out->utime, &out->stime,
        &out->cutime, &out->cstime, NULL,        &out->nice};
    *out = (struct stat_line){.ppid = 0};
    if (tid)
        print_buf(name, sizeof name, "/proc/self/task/%d/stat", tid);
    long n = file_text(name, text, sizeof text);
    while (n > 0 && text[n - 1] != ')')
        n--;
    const char *open = text;
    while (*open && *open != '(')
        open++;
    if (n <= 0 || !*open)
        return;
    size_t len = (size_t)(text + n - 1 - (open + 1));
    memcpy(out->comm, open + 1, len < 16 ? len : 15);
    const char *p = text + n + 2; /* behind the state */
    for (size_t i = 0; i < ARRAY_SIZE(fields); i++) {
        long value = number_next(&p);
        if (fields[i])
            *fields[i] = value;
    }
}

/* Those that wait for this thread alone. */
static uint64_t pending_read(const struct task *t)
{
    char name[64], text[4096];
    uint64_t host = 0;
    print_buf(name, sizeof name, "/proc/self/task/%d/status", t->tid);
    if (file_text(name, text, sizeof text) <= 0)
        text[0] = 0;
    for (const char *p = text; *p;) {
        const char *value = line_field(p, "SigPnd:");
        if (value)
            line_hex(value, &host);
        while (*p && *p++ != '\n')
            ;
    }
    return (host & ~SIGNALS_OWN) | t->sig.own_held;
}

static void prstatus_add(struct notes *out, const struct task *t, int sig)
{
    struct stat_line stat;
    bool leader = t->tid == t->tgroup->tgid;
    stat_read(leader ? 0 : t->tid, &stat);
    struct prstatus st = {
        .signo = sig,
        .cursig = (int16_t)sig,
        .pending = pending_read(t),
        .blocked = t->core.blocked,
        .pid = t->tid,
        .ppid = (int32_t)stat.ppid,
        .pgrp = (int32_t)stat.pgrp,
        .sid = (int32_t)stat.sid,
        .utime = {(uint64_t)stat.utime / 100,
                  (uint64_t)stat.utime % 100 * TICK_US},
        .stime = {(uint64_t)stat.stime / 100,
                  (uint64_t)stat.stime % 100 * TICK_US},
        .cutime = {(uint64_t)stat.cutime / 100,
                   (uint64_t)stat.cutime % 100 * TICK_US},
        .cstime = {(uint64_t)stat.cstime / 100,
                   (uint64_t)stat.cstime % 100 * TICK_US},
    };
    size_t regs = t->abi->gregs_bytes;
    int32_t has_fp = 1;
    char *p = note_add(out, "CORE", NT_PRSTATUS, sizeof st + regs + 8);
    memcpy(p, &st, sizeof st);
    t->abi->core_gregs(t->cpu, p + sizeof st);
    memcpy(p + sizeof st + regs, &has_fp, sizeof has_fp);
}

/* The arguments as they stand now, with spaces between. */
static void arguments_read(struct task *t, char args[80])
{
    size_t n = t->mm->arg_end - t->mm->arg_start;
    if (n > 79)
        n = 79;
    if (guest_read(t, args, t->mm->arg_start, n))
        n = 0;
    for (size_t i = 0; i < n; i++)
        if (!args[i])
            args[i] = ' ';
    args[n] = 0;
}

static void prpsinfo_add(struct notes *out, struct task *t)
{
    struct stat_line stat;
    stat_read(0, &stat);
    struct prpsinfo ps = {
        .sname = 'R',
        .nice = (char)stat.nice,
        .flag = (uint64_t)stat.flags,
        .uid = (uint32_t)HOST(getuid),
        .gid = (uint32_t)HOST(getgid),
        .pid = t->tgroup->tgid,
        .ppid = (int32_t)stat.ppid,
        .pgrp = (int32_t)stat.pgrp,
        .sid = (int32_t)stat.sid,
    };
    memcpy(ps.fname, stat.comm, sizeof ps.fname);
    arguments_read(t, ps.args);
    memcpy(note_add(out, "CORE", NT_PRPSINFO, sizeof ps), &ps, sizeof ps);
}

/*
 * As it was at the start, which the guest may have written over: the kernel's
 * copy, if it has been told (proc_describe()).
 */
static void auxv_add(struct notes *out, struct task *t)
{
    const struct mm *mm = t->mm;
    size_t bytes = mm->auxv_end - mm->auxv_start;
    uint64_t words[128];
    bool told = false;
    long fd =
        HOST(openat, AT_FDCWD, "/proc/thread-self/auxv", O_RDONLY | O_CLOEXEC);
    if (bytes > sizeof words)
        bytes = sizeof words;
    if (fd >= 0) {
        long n = HOST(read, fd, words, bytes);
        for (long i = 0; i + 16 <= n; i += 16)
            told |= words[i / 8] == AT_ENTRY && words[i / 8 + 1] == mm->entry;
        HOST(close, fd);
    }
    if (told || guest_read(t, words, mm->auxv_start, bytes) == 0)
        memcpy(note_add(out, "CORE", NT_AUXV, bytes), words, bytes);
}

static size_t files_bytes(const struct core_maps *maps)
{
    return 16 + maps->file_count * 24 + maps->names_bytes;
}

/* Which file is mapped where: count, page size, ranges, names. */
static void files_add(struct notes *out, const struct core_maps *maps)
{
    size_t bytes = files_bytes(maps);
    if (bytes > FILES_MAX)
        return;
    char *p = note_add(out, "CORE", NT_FILE, bytes);
    uint64_t head[2] = {maps->file_count, HOST_PAGE};
    memcpy(p, head, sizeof head);
    p += sizeof head;
    for (size_t i = 0; i < maps->count; i++) {
        const struct core_map *m = &maps->list[i];
        uint64_t range[3] = {m->start, m->end, m->offset / HOST_PAGE};
        if (!m->file)
            continue;
        memcpy(p, range, sizeof range);
        p += sizeof range;
    }
    memcpy(p, maps->names, maps->names_bytes);
}

static void registers_add(struct notes *out, const struct task *t)
{
    struct core_note note;
    for (unsigned i = 0; t->abi->core_note(t->cpu, i, &note); i++) {
        bool common = note.type == NT_PRFPREG;
        memcpy(note_add(out, common ? "CORE" : "LINUX", note.type, note.bytes),
               note.data.raw, note.bytes);
    }
}

size_t core_notes(const struct core_threads *threads,
                  const struct core_maps *maps,
                  const struct guest_siginfo *info, void **notes)
{
    size_t room =
        threads->count * THREAD_ROOM + PROCESS_ROOM + files_bytes(maps);
    char *start = pages_map(room);
    struct notes out = {start};
    *notes = start;
    if (!start)
        return 0;
    for (size_t i = 0; i < threads->count; i++) {
        struct task *t = threads->list[i];
        prstatus_add(&out, t, info->signo);
        if (i == 0) {
            prpsinfo_add(&out, t);
            memcpy(note_add(&out, "CORE", NT_SIGINFO, sizeof *info), info,
                   sizeof *info);
            auxv_add(&out, t);
            files_add(&out, maps);
        }
        registers_add(&out, t);
    }
    return (size_t)(out.at - start);
}
