// SPDX-License-Identifier: MIT
/*
 * Asynchronous input and output (io_setup and its like).
 *
 * The kernel maps a context's ring where it likes; its address is the
 * context's name, and libraries read the ring.  So it is moved to where the
 * guest may read it: the kernel then takes the new address for the name.
 */
#define _GNU_SOURCE
#include "guest-memory.h"
#include "hostcall.h"
#include "signal.h"
#include "syscall-args.h"
#include "syscall-tables/syscall-bodies.gen.h"
#include "syscall.h"

#include <linux/aio_abi.h>
#include <sys/mman.h>
#include <sys/uio.h>

#define PAGE 4096ull

/* fs/aio.c; the events follow. */
struct ring_head {
    uint32_t id, nr, head, tail;
    uint32_t magic, compat, incompat, header_length;
};

long sys_io_setup(struct task *t, uint32_t n, gaddr_t ctx)
{
    struct ring_head *ring = NULL;
    uint64_t id;
    if (guest_read(t, &id, ctx, sizeof id))
        return -EFAULT;
    if (id)
        return -EINVAL;
    long r = HOST(io_setup, n, &ring);
    if (r)
        return r;
    uint64_t len =
        ALIGN_UP(sizeof *ring + ring->nr * sizeof(struct io_event), PAGE);
    r = uspace_adopt(t, (uintptr_t)ring, len);
    if (r < 0) {
        HOST(io_destroy, ring);
        return r;
    }
    id = (uint64_t)r;
    r = guest_write(t, ctx, &id, sizeof id);
    if (r)
        sys_io_destroy(t, id);
    return r;
}

long sys_io_destroy(struct task *t, gaddr_t ctx)
{
    return uspace_disown(t, ctx);
}

/* Do the vectors lie in the guest's memory?  A length below 0 is EINVAL. */
static bool vectors_fit(struct task *t, gaddr_t at, uint64_t n)
{
    struct iovec v;
    for (uint64_t i = 0; i < n && i < 1024; i++)
        if (guest_read(t, &v, at + i * sizeof v, sizeof v) ||
            !guest_range_ok(t, (uintptr_t)v.iov_base,
                            arg_count((int64_t)v.iov_len)))
            return false;
    return true;
}

/* May the kernel see request number i? */
static bool request_fits(struct task *t, gaddr_t cbs, long i)
{
    struct iocb cb;
    gaddr_t at;
    if (guest_read(t, &at, cbs + (uint64_t)i * sizeof at, sizeof at))
        return true; /* the kernel will find it */
    if (!guest_range_ok(t, at, sizeof cb))
        return false;
    if (guest_read(t, &cb, at, sizeof cb))
        return true;
    if (arg_fd_hidden(t, (int32_t)cb.aio_fildes))
        return false;
    switch (cb.aio_lio_opcode) {
    case IOCB_CMD_PREAD:
    case IOCB_CMD_PWRITE:
        return guest_range_ok(t, cb.aio_buf, arg_count((int64_t)cb.aio_nbytes));
    case IOCB_CMD_PREADV:
    case IOCB_CMD_PWRITEV: return vectors_fit(t, cb.aio_buf, cb.aio_nbytes);
    default: return true;
    }
}

/* The kernel takes requests one by one, and stops at the first that is bad. */
long sys_io_submit(struct task *t, gaddr_t ctx, int64_t n, gaddr_t cbs)
{
    uint64_t bad = GUEST_BAD_POINTER;
    long good = 0;
    while (good < n && request_fits(t, cbs, good))
        good++;
    if (good == 0 && n > 0)
        return HOST(io_submit, ctx, 1, &bad);
    return HOST(io_submit, ctx, good == n ? n : good, cbs);
}

long sys_io_pgetevents(struct task *t, gaddr_t ctx, int64_t min, int64_t n,
                       gaddr_t events, gaddr_t timeout, gaddr_t mask)
{
    uint64_t guest[2] = {0, 0}, host[2] = {0, 8}, set;
    if (mask && guest_read(t, guest, mask, sizeof guest))
        return -EFAULT;
    if (guest[0] && guest[1] != host[1])
        return -EINVAL;
    if (guest[0] && guest_read(t, &set, guest[0], sizeof set))
        return -EFAULT;
    if (guest[0]) {
        set = signal_wait_begin(t, set);
        host[0] = (uintptr_t)&set;
    }
    long r = syscall_window(t, SYS_io_pgetevents, ctx, (uint64_t)min,
                            (uint64_t)n, events, timeout, (uintptr_t)host);
    if (guest[0])
        signal_wait_end(t);
    return r;
}
