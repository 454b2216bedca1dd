// SPDX-License-Identifier: MIT
/* Keeps Ferry's own descriptors out of the guest's way. */
#define _GNU_SOURCE
#include "files.h"

#include "hostcall.h"

#include <errno.h>

#include <fcntl.h>
#include <limits.h>

#define DISTANCE 8
#define STEP     32 /* how far one moves; more makes each fork copy more */

bool files_own(struct files *files, int fd)
{
    bool room;
    lock_take(&files->lock);
    room = files->own_count < FILES_OWN;
    if (room)
        files->own[files->own_count++] = fd;
    lock_drop(&files->lock);
    return room;
}

/* Moves own[i] above fd; the list's lock is held. */
static void own_move(struct files *files, unsigned i, int fd)
{
    int old = files->own[i];
    int new = (int)HOST(fcntl, old, F_DUPFD_CLOEXEC, fd + STEP);
    if (new < 0)
        new = (int)HOST(fcntl, old, F_DUPFD_CLOEXEC, fd + 1);
    if (files->log.file == old)
        files->log.file = new < 0 ? -1 : new;
    if (files->log.disas == old)
        files->log.disas = new < 0 ? -1 : new;
    if (files->image == old)
        files->image = new < 0 ? 0 : new;
    HOST(close, old);
    files->own[i] = new;
    if (new < 0)
        files->own[i] = files->own[--files->own_count];
}

void files_make_way(struct files *files, int fd)
{
    if (files->own_count == 0 || fd < 0)
        return;
    lock_take(&files->lock);
    for (unsigned i = files->own_count; i-- > 0;)
        if (files->own[i] >= fd && files->own[i] - fd < DISTANCE)
            own_move(files, i, fd);
    lock_drop(&files->lock);
}

/* The lowest own descriptor that is at least first; UINT_MAX: none. */
static unsigned own_next(const struct files *files, unsigned first)
{
    unsigned next = UINT_MAX;
    for (unsigned i = 0; i < files->own_count; i++) {
        unsigned own = (unsigned)files->own[i];
        if (own >= first && own < next)
            next = own;
    }
    return next;
}

long files_close_range(struct files *files, unsigned first, unsigned last,
                       unsigned flags)
{
    if (first > last)
        return -EINVAL;
    for (;;) {
        unsigned own = own_next(files, first);
        if (own > last)
            return HOST(close_range, first, last, flags);
        long r = 0;
        if (own > first)
            r = HOST(close_range, first, own - 1, flags);
        if (r || own == last)
            return r;
        first = own + 1;
    }
}
