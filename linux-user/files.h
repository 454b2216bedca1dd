// SPDX-License-Identifier: MIT
/*
 * Descriptors of Ferry's own among the guest's (doc/linux.md, L7).
 *
 * In steady state there is none; a log file is one, and the socket to its
 * disassembler.  An own descriptor is
 * O_CLOEXEC, stands above the guest's, is EBADF for the guest, and makes way:
 * when the guest dup2s onto it, or gets a descriptor less than 8 below it, it
 * is moved up.  Where no number is left it is closed; the guest is never
 * refused.  files->log and files->image follow.
 */
#ifndef FERRY_FILES_H
#define FERRY_FILES_H

#include "task.h"

/* Enters fd, which is open and O_CLOEXEC.  False: the list is full. */
bool files_own(struct files *files, int fd);

/*
 * The guest has, or is about to have, the descriptor fd: what is Ferry's
 * there, or less than 8 above, moves.
 */
void files_make_way(struct files *files, int fd);

/* close_range() of [first, last] but for Ferry's own.  0 or -errno. */
long files_close_range(struct files *files, unsigned first, unsigned last,
                       unsigned flags);

#endif
