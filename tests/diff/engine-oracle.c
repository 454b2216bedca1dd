// SPDX-License-Identifier: MIT
/* The oracle as an engine: oracle.c under qemu-aarch64, at the end of pipes. */
#include "tests/diff/diff.h"

#include <signal.h>
#include <stdio.h>
#include <unistd.h>

/*
 * A processor of Armv8.2: what its EL0 has beside Ferry's is not implemented
 * by Ferry, and so in no case.  `max` would take hints for pointer
 * authentication and misaligned atomics (LSE2); it has larger blocks of DC ZVA
 * and more of FPCR.
 */
#define ORACLE_CPU "neoverse-n1"

static int to_oracle = -1, from_oracle = -1;

bool oracle_start(const char *qemu, const char *program)
{
    int down[2], up[2];
    if (access(qemu, X_OK) || access(program, R_OK) || pipe(down) || pipe(up))
        return false;
    signal(SIGPIPE, SIG_IGN);
    switch (fork()) {
    case -1: return false;
    case 0:
        dup2(down[0], 0);
        dup2(up[1], 1);
        close(down[1]);
        close(up[0]);
        execl(qemu, qemu, "-cpu", ORACLE_CPU, program, (char *)NULL);
        perror(qemu);
        _exit(127);
    }
    close(down[0]);
    close(up[1]);
    to_oracle = down[1];
    from_oracle = up[0];
    return true;
}

static bool transfer(bool out, void *data, size_t size)
{
    for (size_t done = 0; done < size;) {
        char *at = (char *)data + done;
        ssize_t n = out ? write(to_oracle, at, size - done)
                        : read(from_oracle, at, size - done);
        if (n <= 0)
            return false;
        done += (size_t)n;
    }
    return true;
}

bool oracle_run(const struct diff_batch *batch, struct diff_state *out)
{
    size_t size = offsetof(struct diff_batch, cases) +
                  batch->count * sizeof(batch->cases[0]);
    return transfer(true, (void *)batch, size) &&
           transfer(false, out, batch->count * sizeof(*out));
}
