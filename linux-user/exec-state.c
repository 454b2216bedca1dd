// SPDX-License-Identifier: MIT
/* The record that one image leaves to the next: a sealed memfd. */
#define _GNU_SOURCE
#include "exec.h"

#include "arena.h"
#include "file-limit.h"
#include "hostcall.h"
#include "print.h"
#include "removed.h"
#include "sealed.h"
#include "text.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/personality.h>
#include <sys/resource.h>

#define RECORD_MAGIC   0x63657865792d6566ULL
#define RECORD_VERSION 3
#define RECORD_MAX     (1u << 20)

/* What of a record's limits Ferry keeps, not the kernel. */
#define LIMITS_VIRTUAL (1u << RLIMIT_AS | 1u << RLIMIT_DATA)

/* Hashes of removed names follow, then the strings, image last. */
struct record {
    uint64_t magic;
    uint32_t version;
    uint32_t size; /* of the whole file */
    uint32_t options_bytes, exec_path_bytes;
    uint32_t root_bytes, image_bytes; /* 0: none */
    uint32_t keep_image;              /* N stays open */
    uint32_t disas;                   /* the log's socket is at N + 3 */
    int32_t removed_id;
    uint32_t removed_count;
    uint64_t mask, ignored;
    struct guest_rlimit stack_limit;
    uint64_t files_limit;
    struct guest_rlimit limits[16];
    uint32_t limits_virtual;
    uint32_t personality;
    uint32_t proc_memory;
    uint32_t denied_exec;
};

/* Where Ferry's image was found; constant once the guest runs. */
static const char *image_path;

const char *exec_image(void)
{
    return image_path;
}

static bool write_all(int fd, const void *p, size_t n)
{
    const char *from = p;
    while (n) {
        long r = HOST(write, fd, from, n);
        if (r <= 0)
            return false;
        from += r;
        n -= (size_t)r;
    }
    return true;
}

static bool removed_write(int fd, const struct removed *set, size_t count)
{
    size_t bytes = count * sizeof(uint64_t);
    if (count == 0)
        return true;
    uint64_t *hashes = pages_map(bytes);
    if (!hashes)
        return false;
    removed_save(set, hashes, count);
    bool ok = write_all(fd, hashes, bytes);
    pages_unmap(hashes, bytes);
    return ok;
}

static bool record_write(int fd, const struct exec_state *s)
{
    struct record rec = {
        .magic = RECORD_MAGIC,
        .version = RECORD_VERSION,
        .options_bytes = s->options_bytes,
        .exec_path_bytes = (uint32_t)text_length(s->exec_path) + 1,
        .root_bytes = s->root ? (uint32_t)text_length(s->root) + 1 : 0,
        .image_bytes = image_path ? (uint32_t)text_length(image_path) + 1 : 0,
        .keep_image = s->image != 0,
        .disas = s->disas >= 0,
        .removed_id = removed_id(s->removed),
        .removed_count = (uint32_t)removed_count(s->removed),
        .mask = s->mask,
        .ignored = s->ignored,
        .stack_limit = s->stack_limit,
        .files_limit = s->files_limit,
        .limits_virtual = s->limits_virtual,
        /* As the kernel does before it looks at the program's stack flags. */
        .personality = s->personality & ~(uint32_t)READ_IMPLIES_EXEC,
        .proc_memory = s->proc_memory,
        .denied_exec = s->denied_exec,
    };
    memcpy(rec.limits, s->limits, sizeof rec.limits);
    rec.size = (uint32_t)sizeof rec +
               rec.removed_count * (uint32_t)sizeof(uint64_t) +
               rec.options_bytes + rec.exec_path_bytes + rec.root_bytes +
               rec.image_bytes;
    struct file_limit limit;
    if (rec.size > RECORD_MAX || !file_limit_lift(&limit, rec.size))
        return false;
    bool ok = write_all(fd, &rec, sizeof rec) &&
              removed_write(fd, s->removed, rec.removed_count) &&
              write_all(fd, s->options, rec.options_bytes) &&
              write_all(fd, s->exec_path, rec.exec_path_bytes) &&
              write_all(fd, s->root, rec.root_bytes) &&
              write_all(fd, image_path, rec.image_bytes);
    file_limit_restore(&limit);
    return ok;
}

int exec_state_write(const struct exec_state *state)
{
    int fd = (int)sealed_create("ferry-exec");
    if (fd < 0)
        return fd;
    if (record_write(fd, state) &&
        HOST(fcntl, fd, F_ADD_SEALS, SEALED_SEALS) == 0)
        return fd;
    HOST(close, fd);
    return -ENOMEM;
}

/* The N of "/dev/fd/N"; -1 if name is something else. */
static int execfn_number(const char *name)
{
    static const char prefix[] = "/dev/fd/";
    unsigned long n;
    if (!name || !text_starts(name, prefix))
        return -1;
    const char *end = text_number(name + sizeof prefix - 1, &n);
    return end && *end == 0 && n < INT32_MAX - 2 ? (int)n : -1;
}

/* Do the numbers of a file's head agree with each other? */
static bool head_good(const struct record *head)
{
    uint64_t rest = head->removed_count * (uint64_t)sizeof(uint64_t) +
                    head->options_bytes + head->exec_path_bytes +
                    head->root_bytes + head->image_bytes;
    return head->magic == RECORD_MAGIC && head->version == RECORD_VERSION &&
           head->size <= RECORD_MAX && head->size >= sizeof *head &&
           rest == head->size - sizeof *head && head->options_bytes &&
           head->options_bytes <= EXEC_OPTIONS_BYTES && head->exec_path_bytes &&
           head->exec_path_bytes <= EXEC_PATH_BYTES &&
           head->root_bytes <= PATH_BYTES && head->image_bytes <= PATH_BYTES;
}

/* Does the text of n bytes at *p, which moves behind it, end with its NUL? */
static bool text_ends(const char **p, uint32_t n)
{
    *p += n;
    return n == 0 || (*p)[-1] == 0;
}

/* Each word of the options is a name at most; all strings end. */
static bool strings_good(const struct record *rec)
{
    const char *p =
        (const char *)(rec + 1) + rec->removed_count * sizeof(uint64_t);
    const char *word = p, *end = p + rec->options_bytes;
    if (!text_ends(&p, rec->options_bytes) ||
        !text_ends(&p, rec->exec_path_bytes) ||
        !text_ends(&p, rec->root_bytes) || !text_ends(&p, rec->image_bytes))
        return false;
    while (word < end && text_length(word) < PATH_BYTES)
        word += text_length(word) + 1;
    return word >= end;
}

/* A sealed record's bytes in fresh pages; NULL: fd is no record. */
static const struct record *record_read(int fd)
{
    struct record head;
    if (!is_sealed(fd) ||
        HOST(pread64, fd, &head, sizeof head, 0) != sizeof head ||
        !head_good(&head) || HOST(lseek, fd, 0, SEEK_END) != (long)head.size)
        return NULL;
    struct record *rec = pages_map(head.size);
    if (!rec) { /* never are the guest's words taken for a user's */
        report("no memory");
        HOST(exit_group, 126);
    }
    if (HOST(pread64, fd, rec, head.size, 0) == (long)head.size &&
        strings_good(rec))
        return rec;
    pages_unmap(rec, head.size);
    return NULL;
}

/* The string of n bytes at *p, which moves behind it; NULL if n is 0. */
static const char *record_string(const char **p, uint32_t n)
{
    const char *s = *p;
    *p += n;
    return n ? s : NULL;
}

/* Ferry's image away from the guest's numbers. */
static int image_move(int fd)
{
    long high = HOST(fcntl, fd, F_DUPFD_CLOEXEC, EXEC_IMAGE_LOW);
    if (high < 0) {
        HOST(fcntl, fd, F_SETFD, FD_CLOEXEC);
        return fd;
    }
    HOST(close, fd);
    return (int)high;
}

static void files_limit_set(uint64_t soft)
{
    struct guest_rlimit limit;
    HOST(prlimit64, 0, RLIMIT_NOFILE, 0, &limit);
    limit.soft = soft;
    HOST(prlimit64, 0, RLIMIT_NOFILE, &limit, 0);
}

/* What only a trusted record says; the strings follow the head. */
static void trusted_take(const struct record *rec, struct exec_state *out)
{
    const uint64_t *hashes = (const uint64_t *)(rec + 1);
    const char *p = (const char *)(hashes + rec->removed_count);
    out->options = record_string(&p, rec->options_bytes);
    out->options_bytes = rec->options_bytes;
    p += rec->exec_path_bytes;
    out->root = record_string(&p, rec->root_bytes);
    image_path = record_string(&p, rec->image_bytes);
    out->stack_limit = rec->stack_limit;
    out->personality = rec->personality;
    HOST(personality, rec->personality);
    out->removed = removed_attach(rec->removed_id, hashes, rec->removed_count);
}

/* The soft limit that the record tells, under the hard one that holds. */
static void stack_limit_take(const struct record *rec, struct exec_state *out)
{
    HOST(prlimit64, 0, RLIMIT_STACK, 0, &out->stack_limit);
    if (rec->stack_limit.soft <= out->stack_limit.hard)
        out->stack_limit.soft = rec->stack_limit.soft;
}

/* The guest's account of what Ferry keeps, under the kernel's limits. */
static void limits_take(const struct record *rec, bool secure,
                        struct exec_state *out)
{
    memcpy(out->limits, rec->limits, sizeof out->limits);
    out->limits_virtual = rec->limits_virtual & LIMITS_VIRTUAL;
    for (unsigned i = 0; secure && i < ARRAY_SIZE(out->limits); i++) {
        struct guest_rlimit *limit = &out->limits[i], now;
        if (!(out->limits_virtual >> i & 1))
            continue;
        HOST(prlimit64, 0, i, 0, &now);
        if (limit->hard > now.hard)
            limit->hard = now.hard;
        if (limit->soft > limit->hard)
            limit->soft = limit->hard;
    }
}

/*
 * Descriptor N, which the last image kept: its word alone says that it is
 * Ferry's image, and each exec of the guest's would run it.
 */
static int image_take(const struct record *rec, bool secure, int n)
{
    if (!rec->keep_image)
        return 0;
    if (!secure)
        return image_move(n);
    HOST(close, n);
    return 0;
}

bool exec_state_take(const char *execfn, bool secure, struct exec_state *out)
{
    int n = execfn_number(execfn);
    image_path = secure ? NULL : execfn;
    if (n < 0 || HOST(fcntl, n + 2, F_GETFD) < 0)
        return false;
    const struct record *rec = record_read(n + 1);
    if (!rec)
        return false;
    *out = (struct exec_state){.target = n + 2};
    if (secure)
        stack_limit_take(rec, out);
    else
        trusted_take(rec, out);
    const char *p = (const char *)(rec + 1) +
                    rec->removed_count * sizeof(uint64_t) + rec->options_bytes;
    out->exec_path = record_string(&p, rec->exec_path_bytes);
    out->mask = rec->mask;
    out->ignored = rec->ignored & SIGNALS_OWN;
    limits_take(rec, secure, out);
    out->proc_memory = rec->proc_memory;
    out->denied_exec = rec->denied_exec;
    out->files_limit = rec->files_limit;
    files_limit_set(rec->files_limit);
    out->disas = rec->disas && !secure ? n + 3 : -1;
    if (rec->disas && secure)
        HOST(close, n + 3);
    out->image = image_take(rec, secure, n);
    HOST(close, n + 1);
    return true;
}
