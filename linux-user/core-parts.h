// SPDX-License-Identifier: MIT
/* What the parts of core*.c share: a core is made of them in this order. */
#ifndef FERRY_CORE_PARTS_H
#define FERRY_CORE_PARTS_H

#include "core.h"
#include "path.h"

/* The threads of a core, in the order of their notes. */
struct core_threads {
    struct task **list; /* pages; the dumping one is the first */
    size_t count;
};

/*
 * Stops all others of t's group and lists them.  False: another thread dumps
 * already, or there is no memory.
 */
bool core_stop_others(struct task *t, struct core_threads *threads);

/* A mapping. */
struct core_map {
    gaddr_t start, end;
    uint32_t rights; /* PF_R, PF_W, PF_X */
    bool file;       /* its name stands in core_maps.names */
    bool dense;      /* pages that are not there are read all the same */
    uint32_t name;   /* where; length follows from the NUL */
    uint64_t offset; /* in the file, bytes */
    uint64_t dumped; /* how much of it the core holds */
};

struct core_maps {
    struct core_map *list; /* pages, as is names */
    size_t count, room;
    char *names;
    size_t names_bytes, names_room;
    size_t file_count;
};

/* Reads the guest's mappings from /proc; false: it can't be. */
bool core_maps_read(struct task *t, struct core_maps *maps);

/* The notes, in memory of their own: bytes; 0: no memory. */
size_t core_notes(const struct core_threads *threads,
                  const struct core_maps *maps,
                  const struct guest_siginfo *info, void **notes);

/* Where a core goes. */
struct core_place {
    bool elsewhere; /* the system's cores go to a program, not to files */
    bool plain;     /* a name without a slash, of the kernel's own */
    char name[PATH_BYTES];
};

/* By core_pattern, which is the kernel's; false: there is no name. */
bool core_place_find(const struct task *t, int sig, uint64_t limit,
                     struct core_place *place);
/* Creates the file with a kernel's rules: descriptor or -errno. */
long core_place_open(const struct core_place *place);

/* Writes the core to fd, no more than limit bytes. */
void core_write(const struct task *t, int fd, uint64_t limit,
                const struct core_maps *maps, const void *notes, size_t bytes);

/*
 * Last of all, if a core was written by a relative name: moves the thread to a
 * directory where the host's kernel may write one that nobody sees.  False:
 * there is none.
 */
bool core_status_prepare(void);

#endif
