// SPDX-License-Identifier: MIT
/*
 * Names that this process tree removed from the -L ROOT.
 *
 * The set is shared by all processes of the tree: a brother started later
 * must not find the host's file behind a name that is gone.  It is a table of
 * hashes in a shared mapping, changed by single compare-and-swaps, so that a
 * process killed anywhere leaves it whole.  It is made before the first fork
 * or removal, whichever comes first, and travels through exec by the id of
 * its System V segment.  That is destroyed with its last user, so an exec
 * hands the hashes on as well; only where there is no System V memory do
 * brothers part there.
 *
 * All functions may be called by any thread; NULL is the empty set.
 */
#ifndef FERRY_REMOVED_H
#define FERRY_REMOVED_H

#include "types.h"

struct removed;

/* An empty set; NULL if there is no memory for it. */
struct removed *removed_create(void);
/*
 * In the next image: the set of this id, or if it is gone a new one of the n
 * hashes.
 */
struct removed *removed_attach(int id, const uint64_t *hashes, size_t n);
/* The id for removed_attach(); -1: it can't travel. */
int removed_id(const struct removed *set);
/* How many names there are, and their hashes: at most n, returns how many. */
size_t removed_count(const struct removed *set);
size_t removed_save(const struct removed *set, uint64_t *hashes, size_t n);

/* path starts with a slash, and is ROOT's view of it. */
void removed_add(struct removed *set, const char *path);
/* True if path, or a directory above it, was added. */
bool removed_covers(const struct removed *set, const char *path);
/* True if a name could not be remembered. */
bool removed_full(const struct removed *set);

#endif
