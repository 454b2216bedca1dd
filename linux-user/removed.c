// SPDX-License-Identifier: MIT
/* The names removed from ROOT, as hashes in shared memory. */
#define _GNU_SOURCE
#include "removed.h"

#include "arena.h"
#include "hostcall.h"

#include <errno.h>
#include <stdatomic.h>
#include <sys/ipc.h>
#include <sys/mman.h>
#include <sys/shm.h>

#define SLOTS  65536
#define PROBES 64 /* slots tried for one name before the table is full */
#define MAGIC  0x6465766f6d6572ULL

struct removed {
    uint64_t magic;
    int id; /* of the System V segment; -1: a plain shared mapping */
    _Atomic bool full;
    _Atomic uint32_t count;       /* of used slots */
    _Atomic uint64_t slot[SLOTS]; /* 0: free */
};

/* FNV-1a; never 0. */
static uint64_t hash_add(uint64_t hash, char c)
{
    return (hash ^ (unsigned char)c) * 0x100000001b3ULL;
}

static uint64_t hash_start(void)
{
    return 0xcbf29ce484222325ULL;
}

static uint64_t hash_end(uint64_t hash)
{
    hash ^= hash >> 32;
    return hash ? hash : 1;
}

/* Attaches a segment in Ferry's range; NULL if that fails. */
static struct removed *segment_map(int id)
{
    for (unsigned tries = 0; tries < 8; tries++) {
        void *range = pages_range(sizeof(struct removed), HOST_PAGE);
        long at = HOST(shmat, id, range, 0);
        if (!host_syscall_failed(at))
            return (struct removed *)at;
        if (at != -EINVAL)
            return NULL;
    }
    return NULL;
}

static struct removed *plain_map(void)
{
    void *range = pages_range(sizeof(struct removed), HOST_PAGE);
    long at = HOST(mmap, range, sizeof(struct removed), PROT_READ | PROT_WRITE,
                   MAP_SHARED | MAP_ANONYMOUS | MAP_FIXED_NOREPLACE, -1, 0);
    return host_syscall_failed(at) ? NULL : (struct removed *)at;
}

/*
 * Who is killed between making a segment and marking it for removal leaves it,
 * empty as it is.  The next to make one takes it away: it has our size, is our
 * user's, is attached nowhere, and its maker has ended.  (A maker that is in
 * another pid namespace has no number here.)
 */
static void orphans_remove(void)
{
    struct shm_info info;
    long last = HOST(shmctl, 0, SHM_INFO, &info);
    uid_t user = (uid_t)HOST(geteuid);
    for (long index = 0; index <= last; index++) {
        struct shmid_ds ds;
        long id = HOST(shmctl, index, SHM_STAT, &ds);
        if (id >= 0 && ds.shm_segsz == sizeof(struct removed) &&
            ds.shm_perm.cuid == user && ds.shm_nattch == 0 && ds.shm_cpid > 0 &&
            HOST(kill, ds.shm_cpid, 0) == -ESRCH)
            HOST(shmctl, id, IPC_RMID, 0);
    }
}

struct removed *removed_create(void)
{
    struct removed *set = NULL;
    orphans_remove();
    long id =
        HOST(shmget, IPC_PRIVATE, sizeof(struct removed), IPC_CREAT | 0600);
    if (id >= 0) {
        set = segment_map((int)id);
        HOST(shmctl, id, IPC_RMID, 0);
    }
    if (!set) {
        id = -1;
        set = plain_map();
    }
    if (!set)
        return NULL;
    set->magic = MAGIC;
    set->id = (int)id;
    return set;
}

/* The segment of this id, if it is there and is a set. */
static struct removed *segment_find(int id)
{
    struct shmid_ds ds;
    if (id < 0)
        return NULL;
    if (HOST(shmctl, id, IPC_STAT, &ds) < 0 ||
        ds.shm_segsz != sizeof(struct removed))
        return NULL;
    struct removed *set = segment_map(id);
    if (!set || (set->magic == MAGIC && set->id == id))
        return set;
    HOST(shmdt, set);
    return NULL;
}

static void hash_insert(struct removed *set, uint64_t hash)
{
    for (unsigned i = 0; i < PROBES; i++) {
        _Atomic uint64_t *slot = &set->slot[(hash + i) % SLOTS];
        uint64_t seen = 0;
        if (atomic_compare_exchange_strong(slot, &seen, hash)) {
            atomic_fetch_add(&set->count, 1);
            return;
        }
        if (seen == hash)
            return;
    }
    atomic_store(&set->full, true);
}

struct removed *removed_attach(int id, const uint64_t *hashes, size_t n)
{
    struct removed *set = segment_find(id);
    if (set || n == 0)
        return set;
    set = removed_create();
    for (size_t i = 0; set && i < n; i++)
        if (hashes[i])
            hash_insert(set, hashes[i]);
    return set;
}

size_t removed_count(const struct removed *set)
{
    return set ? atomic_load(&set->count) : 0;
}

size_t removed_save(const struct removed *set, uint64_t *hashes, size_t n)
{
    size_t used = 0;
    for (size_t i = 0; i < SLOTS && used < n; i++) {
        uint64_t hash = atomic_load(&set->slot[i]);
        if (hash)
            hashes[used++] = hash;
    }
    return used;
}

int removed_id(const struct removed *set)
{
    return set ? set->id : -1;
}

void removed_add(struct removed *set, const char *path)
{
    uint64_t hash = hash_start();
    if (!set)
        return;
    for (const char *p = path; *p; p++)
        hash = hash_add(hash, *p);
    hash_insert(set, hash_end(hash));
}

static bool removed_has(const struct removed *set, uint64_t hash)
{
    for (unsigned i = 0; i < PROBES; i++) {
        uint64_t seen = atomic_load(&set->slot[(hash + i) % SLOTS]);
        if (seen == hash)
            return true;
        if (seen == 0)
            return false;
    }
    return false;
}

bool removed_covers(const struct removed *set, const char *path)
{
    uint64_t hash = hash_start();
    if (!set)
        return false;
    for (const char *p = path; *p; p++) {
        if (*p == '/' && p != path && removed_has(set, hash_end(hash)))
            return true;
        hash = hash_add(hash, *p);
    }
    return removed_has(set, hash_end(hash));
}

bool removed_full(const struct removed *set)
{
    return set && atomic_load(&set->full);
}
