// SPDX-License-Identifier: MIT
/*
 * read, write and their like.  They are the host's calls but for two files of
 * /proc that show a process's memory by address: mem and pagemap of one that
 * runs Ferry end at the guest's limit, and what is written to the guest's own
 * memory changes its code.  A process that never opened one pays a test.
 */
#define _GNU_SOURCE
#include "guest-memory.h"
#include "hostcall.h"
#include "proc.h"
#include "syscall-tables/syscall-bodies.gen.h"
#include "syscall.h"

#include <sys/uio.h>
#include <unistd.h>

#define PAGE          4096ull
#define PAGEMAP_BYTES 8         /* of a page's entry */
#define POSITION_FILE INT64_MIN /* the file's own */
#define VECTORS_MAX   1024      /* UIO_MAXIOV */

/* A call as the host takes it. */
struct rw {
    long nr;
    bool write; /* into the file */
    bool vector;
    int fd;
    gaddr_t buf; /* or the vector */
    uint64_t n;
    int64_t pos;
    uint64_t high, flags;
};

/* One transfer at a position that is counted along. */
struct transfer {
    enum proc_file file;
    bool own; /* this address space, not another's */
    bool write;
    int fd;
    uint64_t at, end;
};

/* Is it one of the two?  Their operations know no flags. */
static bool transfer_begin(struct task *t, const struct rw *c,
                           struct transfer *x)
{
    long at = c->pos;

    if (c->flags || (c->pos < 0 && c->pos != POSITION_FILE))
        return false;
    x->file = proc_memory(t, c->fd, &x->own);
    if (x->file == PROC_OTHER)
        return false;
    if (c->pos == POSITION_FILE)
        at = HOST(lseek, c->fd, 0, SEEK_CUR);
    x->fd = c->fd;
    x->write = c->write;
    x->at = (uint64_t)at;
    x->end = t->mm->space.limit;
    if (x->file == PROC_PAGEMAP)
        x->end = x->end / PAGE * PAGEMAP_BYTES;
    return true;
}

/* The kernel keeps data and instructions coherent when it writes itself. */
static void code_written(struct task *t, uint64_t start, uint64_t end)
{
    while (start < end) {
        uint64_t stop = ALIGN_DOWN(start, PAGE) + PAGE;

        if (stop > end)
            stop = end;
        uspace_code_changed(t, start, stop);
        start = stop;
    }
}

static long transfer_bytes(struct task *t, struct transfer *x, uint64_t buf,
                           uint64_t n)
{
    long r;

    if (x->at >= x->end && n)
        return x->file == PROC_MEM ? -EIO : 0;
    if (n > x->end - x->at)
        n = x->end - x->at;
    if (x->write)
        r = HOST(pwrite64, x->fd, buf, n, x->at);
    else
        r = HOST(pread64, x->fd, buf, n, x->at);
    if (r <= 0)
        return r;
    if (x->write && x->own && x->file == PROC_MEM)
        code_written(t, x->at, x->at + (uint64_t)r);
    x->at += (uint64_t)r;
    return r;
}

static long transfer_vector(struct task *t, struct transfer *x, gaddr_t iov,
                            uint64_t n)
{
    struct iovec v;
    long done = 0, r = 0;

    if (n > VECTORS_MAX)
        return -EINVAL;
    for (uint64_t i = 0; i < n; i++) {
        if (guest_read(t, &v, iov + i * sizeof(v), sizeof(v)))
            return done ? done : -EFAULT;
        r = transfer_bytes(t, x, (uintptr_t)v.iov_base, v.iov_len);
        if (r < 0)
            return done ? done : r;
        done += r;
        if ((uint64_t)r < v.iov_len)
            break;
    }
    return done;
}

static long rw_run(struct task *t, const struct rw *c)
{
    struct transfer x;
    long r;

    if (!t->files->proc_memory || !transfer_begin(t, c, &x))
        return syscall_window(t, c->nr, (uint64_t)c->fd, c->buf, c->n,
                              c->pos == POSITION_FILE ? ~0ull
                                                      : (uint64_t)c->pos,
                              c->high, c->flags);
    if (c->vector)
        r = transfer_vector(t, &x, c->buf, c->n);
    else
        r = transfer_bytes(t, &x, c->buf, c->n);
    if (r > 0 && c->pos == POSITION_FILE)
        HOST(lseek, x.fd, x.at, SEEK_SET);
    return r;
}

long sys_read(struct task *t, int32_t fd, gaddr_t buf, uint64_t n)
{
    struct rw c = {SYS_read, false, false, fd, buf, n, POSITION_FILE, 0, 0};

    return rw_run(t, &c);
}

long sys_write(struct task *t, int32_t fd, gaddr_t buf, uint64_t n)
{
    struct rw c = {SYS_write, true, false, fd, buf, n, POSITION_FILE, 0, 0};

    return rw_run(t, &c);
}

long sys_pread64(struct task *t, int32_t fd, gaddr_t buf, uint64_t n,
                 int64_t off)
{
    struct rw c = {SYS_pread64, false, false, fd, buf, n, off, 0, 0};

    return rw_run(t, &c);
}

long sys_pwrite64(struct task *t, int32_t fd, gaddr_t buf, uint64_t n,
                  int64_t off)
{
    struct rw c = {SYS_pwrite64, true, false, fd, buf, n, off, 0, 0};

    return rw_run(t, &c);
}

long sys_readv(struct task *t, int32_t fd, gaddr_t iov, uint64_t n)
{
    struct rw c = {SYS_readv, false, true, fd, iov, n, POSITION_FILE, 0, 0};

    return rw_run(t, &c);
}

long sys_writev(struct task *t, int32_t fd, gaddr_t iov, uint64_t n)
{
    struct rw c = {SYS_writev, true, true, fd, iov, n, POSITION_FILE, 0, 0};

    return rw_run(t, &c);
}

long sys_preadv(struct task *t, int32_t fd, gaddr_t iov, uint64_t n,
                uint64_t lo, uint64_t hi)
{
    struct rw c = {SYS_preadv, false, true, fd, iov, n, (int64_t)lo, hi, 0};

    return rw_run(t, &c);
}

long sys_pwritev(struct task *t, int32_t fd, gaddr_t iov, uint64_t n,
                 uint64_t lo, uint64_t hi)
{
    struct rw c = {SYS_pwritev, true, true, fd, iov, n, (int64_t)lo, hi, 0};

    return rw_run(t, &c);
}

/* -1 is the file's own position. */
static int64_t position(uint64_t lo)
{
    return lo == ~0ull ? POSITION_FILE : (int64_t)lo;
}

long sys_preadv2(struct task *t, int32_t fd, gaddr_t iov, uint64_t n,
                 uint64_t lo, uint64_t hi, struct rwf_flags flags)
{
    struct rw c = {SYS_preadv2, false,        true, fd,        iov,
                   n,           position(lo), hi,   flags.bits};

    return rw_run(t, &c);
}

long sys_pwritev2(struct task *t, int32_t fd, gaddr_t iov, uint64_t n,
                  uint64_t lo, uint64_t hi, struct rwf_flags flags)
{
    struct rw c = {SYS_pwritev2, true, true,      fd, iov, n,
                   position(lo), hi,   flags.bits};

    return rw_run(t, &c);
}
