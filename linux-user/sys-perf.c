// SPDX-License-Identifier: MIT
/*
 * perf_event_open: counters of what the kernel does.  What counts or samples
 * instructions would count and show Ferry's: as on a machine without a PMU
 * there is none.
 */
#define _GNU_SOURCE
#include "guest-memory.h"
#include "hostcall.h"
#include "syscall-tables/syscall-bodies.gen.h"

#include <linux/perf_event.h>

long sys_perf_event_open(struct task *t, gaddr_t attr, int32_t pid, int32_t cpu,
                         int32_t group, uint64_t flags)
{
    struct abi_perf_event_attr a;
    if (!guest_read(t, &a, attr, sizeof a)) {
        if (a.type != PERF_TYPE_SOFTWARE && a.type != PERF_TYPE_TRACEPOINT)
            return -ENOENT;
        if (a.sample_period)
            return -EOPNOTSUPP;
    }
    return HOST(perf_event_open, attr, pid, cpu, group, flags);
}
