// SPDX-License-Identifier: MIT
/* Lifts RLIMIT_FSIZE for a file of Ferry's; see file-limit.h. */
#include "file-limit.h"

#include "hostcall.h"

#include <sys/resource.h>

bool file_limit_lift(struct file_limit *limit, uint64_t bytes)
{
    struct guest_rlimit most;

    limit->lifted = false;
    if (HOST(prlimit64, 0, RLIMIT_FSIZE, 0, &limit->was))
        return false;
    if (limit->was.soft >= bytes)
        return true;
    most = (struct guest_rlimit){limit->was.hard, limit->was.hard};
    if (most.hard < bytes)
        most = (struct guest_rlimit){bytes, bytes};
    limit->lifted = HOST(prlimit64, 0, RLIMIT_FSIZE, &most, 0) == 0;
    return limit->lifted;
}

void file_limit_restore(const struct file_limit *limit)
{
    if (limit->lifted)
        HOST(prlimit64, 0, RLIMIT_FSIZE, &limit->was, 0);
}
