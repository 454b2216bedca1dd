// SPDX-License-Identifier: MIT
/*
 * Notes that one image of Ferry leaves to the next: memfds that nobody changes
 * once they are written.
 */
#ifndef FERRY_SEALED_H
#define FERRY_SEALED_H

#include "hostcall.h"
#include "types.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/mman.h>

#ifndef MFD_NOEXEC_SEAL
#    define MFD_NOEXEC_SEAL 8 /* Linux 6.3 */
#endif

#define SEALED_SEALS (F_SEAL_SEAL | F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_WRITE)

/*
 * A memfd that can be sealed, O_CLOEXEC; or -errno.  vm.memfd_noexec may demand
 * that it says it is no program.
 */
static inline long memfd_open(const char *name, unsigned flags)
{
    long fd = HOST(memfd_create, name, flags | MFD_CLOEXEC | MFD_NOEXEC_SEAL);

    if (fd == -EINVAL)
        fd = HOST(memfd_create, name, flags | MFD_CLOEXEC);
    return fd;
}

static inline long sealed_create(const char *name)
{
    return memfd_open(name, MFD_ALLOW_SEALING);
}

/* Has it all seals?  One for execution is added where the kernel wants it. */
static inline bool is_sealed(long fd)
{
    long seals = HOST(fcntl, fd, F_GET_SEALS);

    return seals >= 0 && (seals & SEALED_SEALS) == SEALED_SEALS;
}

#endif
