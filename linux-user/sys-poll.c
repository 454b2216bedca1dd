// SPDX-License-Identifier: MIT
/*
 * The waits that put a signal mask in place.  The kernel gets the guest's
 * pointers, but a mask of Ferry's: five signals stay unblocked, and one of
 * them that the guest blocks or ignores ends the wait only for the host, see
 * wait.h; the timeout may then be Ferry's.
 */
#define _GNU_SOURCE
#include "guest-memory.h"
#include "signal.h"
#include "syscall-args.h"
#include "syscall-tables/syscall-bodies.gen.h"
#include "syscall.h"

#include <sys/syscall.h>

#define SIGSET_BYTES 8

struct wait {
    long nr;
    uint64_t a[6];
};

static long wait_run(struct task *t, const struct wait *w)
{
    return syscall_window(t, w->nr, w->a[0], w->a[1], w->a[2], w->a[3], w->a[4],
                          w->a[5]);
}

/* The same under the guest's mask at `mask`; w->a[at] takes its address. */
static long wait_masked(struct task *t, struct wait *w, unsigned at,
                        gaddr_t mask, uint64_t size)
{
    uint64_t set;
    if (!mask)
        return wait_run(t, w);
    if (size != SIGSET_BYTES)
        return -EINVAL;
    if (guest_read(t, &set, mask, sizeof set))
        return -EFAULT;
    set = signal_wait_begin(t, set);
    w->a[at] = (uintptr_t)&set;
    long r = wait_run(t, w);
    signal_wait_end(t);
    return r;
}

long sys_ppoll(struct task *t, gaddr_t fds, uint32_t n, gaddr_t timeout,
               gaddr_t mask, uint64_t size)
{
    struct wait w = {SYS_ppoll, {fds, n, timeout, 0, SIGSET_BYTES}};
    return wait_masked(t, &w, 3, mask, size);
}

/* The mask comes as a pair of address and size. */
long sys_pselect6(struct task *t, int32_t n, gaddr_t in, gaddr_t out,
                  gaddr_t ex, gaddr_t timeout, gaddr_t mask)
{
    uint64_t guest[2] = {0, 0}, host[2] = {0, SIGSET_BYTES}, set;
    struct wait w = {SYS_pselect6,
                     {(uint64_t)n, in, out, ex, timeout, (uintptr_t)host}};
    if (mask && guest_read(t, guest, mask, sizeof guest))
        return -EFAULT;
    if (!guest[0])
        return wait_run(t, &w);
    if (guest[1] != SIGSET_BYTES)
        return -EINVAL;
    if (guest_read(t, &set, guest[0], sizeof set))
        return -EFAULT;
    set = signal_wait_begin(t, set);
    host[0] = (uintptr_t)&set;
    long r = wait_run(t, &w);
    signal_wait_end(t);
    return r;
}

/*
 * The guest's struct epoll_event has padding that the host's has not: the
 * kernel fills the low part of the array, which is then spread from its end.
 */
struct host_event {
    uint32_t events;
    uint64_t data;
} __attribute__((packed));

struct guest_event {
    uint32_t events, pad;
    uint64_t data;
};

static long events_spread(struct task *t, gaddr_t events, long n)
{
    while (n-- > 0) {
        struct host_event h;
        struct guest_event g = {0};
        if (guest_read(t, &h, events + (uint64_t)n * sizeof h, sizeof h))
            return -EFAULT;
        g.events = h.events;
        g.data = h.data;
        if (guest_write(t, events + (uint64_t)n * sizeof g, &g, sizeof g))
            return -EFAULT;
    }
    return 0;
}

static long epoll_finish(struct task *t, gaddr_t events, long r)
{
    long err = r > 0 ? events_spread(t, events, r) : 0;
    return err ? err : r;
}

long sys_epoll_pwait(struct task *t, int32_t ep, gaddr_t events, int32_t n,
                     int32_t timeout, gaddr_t mask, uint64_t size)
{
    struct wait w = {SYS_epoll_pwait,
                     {(uint64_t)ep, events, (uint64_t)n, (uint64_t)timeout, 0,
                      SIGSET_BYTES}};
    return epoll_finish(t, events, wait_masked(t, &w, 4, mask, size));
}

long sys_epoll_pwait2(struct task *t, int32_t ep, gaddr_t events, int32_t n,
                      gaddr_t timeout, gaddr_t mask, uint64_t size)
{
    struct wait w = {
        SYS_epoll_pwait2,
        {(uint64_t)ep, events, (uint64_t)n, timeout, 0, SIGSET_BYTES}};
    return epoll_finish(t, events, wait_masked(t, &w, 4, mask, size));
}
