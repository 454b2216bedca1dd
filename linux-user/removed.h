// SPDX-License-Identifier: MIT
/*
 * Names that this process tree removed from the -L ROOT.
 *
 * The set is shared by all processes of the tree: a brother started later
 * must not find the host's file behind a name that is gone.  It is a table of
 * hashes in a shared mapping, changed by single compare-and-swaps, so that a
 * process killed anywhere leaves it whole.  It is made before the first fork
 * or removal, whichever comes first, and travels through exec by the id of
 * its System V segment, which is destroyed with its last user.  Where there
 * is no System V memory, each image has its own.
 *
 * All functions may be called by any thread; NULL is the empty set.
 */
#ifndef FERRY_REMOVED_H
#define FERRY_REMOVED_H

#include "types.h"

struct removed;

/* An empty set; NULL if there is no memory for it. */
struct removed *removed_create(void);
/* The set of this id, -1 or one that is gone: NULL. */
struct removed *removed_attach(int id);
/* The id for removed_attach() in the next image; -1: it can't travel. */
int removed_id(const struct removed *set);

/* path starts with a slash, and is ROOT's view of it. */
void removed_add(struct removed *set, const char *path);
/* True if path, or a directory above it, was added. */
bool removed_covers(const struct removed *set, const char *path);
/* True if a name could not be remembered. */
bool removed_full(const struct removed *set);

#endif
