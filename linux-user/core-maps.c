// SPDX-License-Identifier: MIT
/*
 * What of the guest's memory a core holds: vma_dump_size() of fs/coredump.c,
 * told from /proc/thread-self/smaps.
 */
#define _GNU_SOURCE
#include "core-parts.h"

#include "arena.h"
#include "guest-memory.h"
#include "hostcall.h"
#include "lines.h"
#include "print.h"
#include "task.h"
#include "text.h"
#include "vma.h"

#include <elf.h>
#include <fcntl.h>
#include <sys/stat.h>

/* /proc/<pid>/coredump_filter (core(5)). */
#define FILTER_ANON_PRIVATE   (1u << 0)
#define FILTER_ANON_SHARED    (1u << 1)
#define FILTER_MAPPED_PRIVATE (1u << 2)
#define FILTER_MAPPED_SHARED  (1u << 3)
#define FILTER_ELF_HEADERS    (1u << 4)
#define FILTER_HUGE_PRIVATE   (1u << 5)
#define FILTER_HUGE_SHARED    (1u << 6)
#define FILTER_USUAL          0x33u

/* One mapping of smaps, before it is known how much of it is dumped. */
struct entry {
    struct core_map map;
    bool written; /* it has pages of its own, or had: anon_vma */
    bool shared, deleted, huge, device, unwanted;
    char name[PATH_BYTES];
};

/* The first thread, whose files /proc/self has, may have ended. */
static uint32_t filter_read(const struct task *t)
{
    char name[40], text[32];
    uint64_t bits;
    print_buf(name, sizeof name, "/proc/%d/coredump_filter", t->tid);
    return file_text(name, text, sizeof text) > 0 && line_hex(text, &bits)
               ? (uint32_t)bits
               : FILTER_USUAL;
}

/* The next word of a line, *p moved behind it. */
static const char *word_skip(const char *p)
{
    while (*p != ' ' && *p != '\n')
        p++;
    while (*p == ' ')
        p++;
    return p;
}

/* Copies a name up to the newline, which the kernel writes \012 inside. */
static void name_copy(struct entry *e, const char *p)
{
    static const char gone[] = " (deleted)";
    size_t n = 0;
    for (; *p != '\n' && n < sizeof e->name - 1; p++) {
        bool escape = text_starts(p, "\\012");
        e->name[n++] = escape ? '\n' : *p;
        p += escape ? 3 : 0;
    }
    e->name[n] = 0;
    e->map.file = n && e->name[0] != '[';
    e->deleted = n >= sizeof gone - 1 &&
                 text_equal(e->name + n - (sizeof gone - 1), gone);
}

/* "start-end rights offset device inode name"; false: it is another line. */
static bool entry_begin(struct entry *e, const char *line)
{
    struct core_map *m = &e->map;
    const char *p = line_hex(line, &m->start);
    if (!p || *p != '-' || !(p = line_hex(p + 1, &m->end)) || *p != ' ')
        return false;
    e->written = e->shared = e->huge = e->device = e->unwanted = false;
    p++;
    m->rights = (p[0] == 'r' ? PF_R : 0) | (p[1] == 'w' ? PF_W : 0) |
                (p[2] == 'x' ? PF_X : 0);
    p = word_skip(p);
    if (!line_hex(p, &m->offset))
        return false;
    name_copy(e, word_skip(word_skip(word_skip(p))));
    return true;
}

/* A line of the rest; true at the last. */
static bool entry_line(struct entry *e, const char *line)
{
    const char *p = line_field(line, "Anonymous:");
    if (!p)
        p = line_field(line, "Swap:");
    if (p)
        e->written |= *p != '0';
    p = line_field(line, "VmFlags:");
    if (!p)
        return false;
    for (; *p != '\n'; p = word_skip(p)) {
        e->shared |= text_starts(p, "sh");
        e->huge |= text_starts(p, "ht");
        e->device |= text_starts(p, "io");
        e->unwanted |= text_starts(p, "dd");
    }
    return true;
}

/* A file's first page tells what was mapped, if it is a program. */
static bool is_program(struct task *t, const struct entry *e)
{
    char magic[SELFMAG];
    struct stat st;
    if (guest_read(t, magic, e->map.start, SELFMAG) == 0 &&
        memcmp(magic, ELFMAG, SELFMAG) == 0)
        return true;
    return HOST(stat, e->name, &st) == 0 && (st.st_mode & 0111);
}

static uint64_t dumped_bytes(struct task *t, const struct entry *e,
                             uint32_t filter)
{
    const struct core_map *m = &e->map;
    uint64_t whole = m->end - m->start;
    if (m->start == t->mm->vdso)
        return whole;
    if (e->unwanted)
        return 0;
    if (e->huge)
        return filter & (e->shared ? FILTER_HUGE_SHARED : FILTER_HUGE_PRIVATE)
                   ? whole
                   : 0;
    if (e->device)
        return 0;
    if (e->shared)
        return filter & (e->deleted ? FILTER_ANON_SHARED : FILTER_MAPPED_SHARED)
                   ? whole
                   : 0;
    if (e->written && (filter & FILTER_ANON_PRIVATE))
        return whole;
    if (!m->file)
        return 0;
    if (filter & FILTER_MAPPED_PRIVATE)
        return whole;
    return (filter & FILTER_ELF_HEADERS) && m->offset == 0 &&
                   (m->rights & PF_R) && is_program(t, e)
               ? HOST_PAGE
               : 0;
}

/* Room for `more` in an array of pages; false: no memory. */
static bool room_make(void **array, size_t used, size_t *room, size_t more)
{
    size_t wanted = *room ? 2 * *room : 65536;
    void *p;
    if (used + more <= *room)
        return true;
    while (wanted < used + more)
        wanted *= 2;
    p = pages_map(wanted);
    if (!p)
        return false;
    if (used) {
        memcpy(p, *array, used);
        pages_unmap(*array, *room);
    }
    *array = p;
    *room = wanted;
    return true;
}

static bool entry_add(struct core_maps *maps, struct entry *e)
{
    size_t used = maps->count * sizeof *maps->list;
    size_t bytes = e->map.file ? text_length(e->name) + 1 : 0;
    if (!room_make((void **)&maps->list, used, &maps->room,
                   sizeof *maps->list) ||
        !room_make((void **)&maps->names, maps->names_bytes, &maps->names_room,
                   bytes))
        return false;
    e->map.name = (uint32_t)maps->names_bytes;
    memcpy(maps->names + maps->names_bytes, e->name, bytes);
    maps->names_bytes += bytes;
    maps->file_count += e->map.file;
    maps->list[maps->count++] = e->map;
    return true;
}

bool core_maps_read(struct task *t, struct core_maps *maps)
{
    const struct uspace *us = &t->mm->space;
    uint32_t filter = filter_read(t);
    struct lines in = {.start = 0};
    struct entry e;
    const char *line;
    size_t len;
    bool good = true, inside = false;
    long fd =
        HOST(openat, AT_FDCWD, "/proc/thread-self/smaps", O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        return false;
    in.fd = (int)fd;
    while (good && (line = lines_next(&in, &len))) {
        if (!inside) {
            inside = entry_begin(&e, line);
            if (inside && e.map.start >= us->limit)
                break;
        } else if (entry_line(&e, line)) {
            inside = false;
            if (hole_hit(us, e.map.start, e.map.end))
                continue;
            e.map.dense = e.map.file;
            e.map.dumped = dumped_bytes(t, &e, filter);
            good = entry_add(maps, &e);
        }
    }
    HOST(close, fd);
    return good && maps->count;
}
