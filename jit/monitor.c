// SPDX-License-Identifier: MIT
/* The global monitor where generated code does not know how to go on. */
#include "jit/monitor.h"

#include "jit/tcache.h"
#include "src/host.h"

#include <sys/syscall.h>
#include <time.h>

void monitor_wait(struct translator *tr)
{
    const struct timespec moment = {.tv_nsec = 50000};
    host_syscall(SYS_nanosleep, (long)&moment, 0, 0, 0, 0, 0);
    if (tr->config.stalled)
        tr->config.stalled();
}

void monitor_give_back(struct cpu *cpu, bool maybe_stored)
{
    struct monitor_line *line = cpu->monitor.line;
    int64_t self = (int64_t)(uintptr_t)cpu + cpu->isa->state_bias;
    if (line && atomic_load(&line->word) == self)
        atomic_store(&line->word, cpu->monitor.version - maybe_stored);
}
