// SPDX-License-Identifier: MIT
/*
 * The guest's RLIMIT_FSIZE is none on Ferry's own memfds: a write beyond it
 * would send the guest a SIGXFSZ for what it has not done.
 */
#ifndef FERRY_FILE_LIMIT_H
#define FERRY_FILE_LIMIT_H

#include "linux-user/task.h"

struct file_limit {
    struct guest_rlimit was;
    bool lifted;
};

/*
 * Until file_limit_restore() a file may have `bytes` bytes.  False: the hard
 * limit is lower, and this process may not raise it; nothing was changed.
 */
bool file_limit_lift(struct file_limit *limit, uint64_t bytes);
void file_limit_restore(const struct file_limit *limit);

#endif
