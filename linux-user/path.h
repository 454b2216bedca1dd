// SPDX-License-Identifier: MIT
/*
 * `-L ROOT`: a root directory that is looked at before the host's.
 *
 * An absolute path is resolved inside ROOT, absolute symbolic links included;
 * what does not exist there is the host's, but:
 *  - /proc, /dev, /sys and /tmp are always the host's;
 *  - a name to be created is made in ROOT if its parent directory exists
 *    there;
 *  - a name that this process tree removed from ROOT is gone, and so is
 *    everything below it: nothing falls through to the host;
 *  - a host's name is removed only if ROOT has no directory that covers its
 *    parent.
 * Relative paths, and all paths without -L, go to the kernel as they are,
 * with the guest's own pointer.
 *
 * Paths are resolved here by text, one readlinkat for each component, since
 * the kernel's RESOLVE_IN_ROOT would also confine links to /proc and /dev.
 * No lock is held; no descriptor is opened.
 */
#ifndef FERRY_PATH_H
#define FERRY_PATH_H

#include "types.h"

struct task;

#define PATH_BYTES 4096 /* with the NUL; PATH_MAX of the kernel */

/* What the call does with the name: one of the first six, or'ed with flags. */
enum path_use {
    PATH_READ,   /* looks it up */
    PATH_OPEN,   /* open without O_CREAT */
    PATH_EXEC,   /* executes it */
    PATH_CHANGE, /* changes what it names */
    PATH_CREATE, /* makes it; the last component is not followed */
    PATH_REMOVE, /* takes it away; the last component is not followed */
    PATH_USE_MASK = 7,
    PATH_NOFOLLOW = 8, /* a symbolic link as last component is meant itself */
    PATH_MAKE = 16,    /* open with O_CREAT: follows, and may make it */
    PATH_NOLINKS = 32, /* a symbolic link that would be followed is ELOOP */
};

/* A name as the host's kernel takes it. */
struct path {
    uint64_t name; /* the guest's pointer, or the address of buf */
    int dirfd;
    char buf[PATH_BYTES];
};

/*
 * Fills *out for the guest's (dirfd, name).  name has been compared with the
 * limit, and may be unreadable: the kernel then says EFAULT.  0 or -errno.
 */
long path_resolve(struct task *t, int dirfd, uint64_t name, unsigned use,
                  struct path *out);

/* The same for a name in Ferry's memory (an interpreter's, a loader's). */
long path_resolve_name(struct task *t, const char *name, unsigned use,
                       struct path *out);

/*
 * To be called after a name resolved for PATH_REMOVE was removed: remembers
 * it if it was ROOT's, however the guest named it.
 */
void path_removed(struct task *t, const struct path *path);

#endif
