// SPDX-License-Identifier: MIT
/*
 * The guest's address space (doc/memory.md, L4).
 *
 * Guest addresses are host addresses.  uspace picks every one itself, keeps
 * the list of what is mapped, and tells the translator when code changes or
 * goes.  Nothing here maps, or unmaps, at or above layout.limit or in a hole.
 *
 * The calls are the bodies of the guest's system calls: arguments as the guest
 * gave them (Linux's generic numbers, which are x86's too, for prot, flags and
 * advice), result an address or 0, or -errno.  They lock for themselves.
 */
#ifndef FERRY_USPACE_H
#define FERRY_USPACE_H

#include "lock.h"
#include "types.h"

struct task;
struct mm;

/* Where things go; a preset, not code. */
struct layout {
    const char *name;
    gaddr_t low;         /* lowest address that is given out */
    gaddr_t limit;       /* first that is not the guest's */
    gaddr_t mmap_top;    /* mappings without a hint go below */
    gaddr_t stack_top;   /* the main stack ends here */
    gaddr_t pie_base;    /* static-PIE programs */
    gaddr_t interp_base; /* the program interpreter */
    gaddr_t brk_gap;     /* left free above the image for brk */
};

extern const struct layout layout_default, layout_sanitizer;

/*
 * Moves what a layout places by chance, from 16 random bytes: for a process
 * with rights that its user has not.
 */
void layout_randomize(struct layout *layout, const uint8_t random[16]);

/* What a mapping is, as far as Ferry must know. */
enum vma_flags {
    VMA_READ = 1,
    VMA_WRITE = 2,
    VMA_EXEC = 4, /* PROT_READ, PROT_WRITE, PROT_EXEC */
    VMA_FILE = 8,
    VMA_SHARED = 16,
    VMA_GROWS = 32, /* MAP_GROWSDOWN */
    VMA_BRK = 64,
    VMA_DONTFORK = 256, /* madvise: a child has it not */
    VMA_WIPE = 512,     /* madvise: a child has it empty */
    VMA_SHM = 128,      /* shmat and io_setup: pieces are never merged */
};

struct vma {
    gaddr_t start, end;
    uint32_t flags; /* enum vma_flags */
    /*
     * Of shared memory: what it is, by a hash, and where in it the mapping
     * begins; so that code is found under its other addresses.  0: private.
     */
    uint64_t object, offset;
};

/* Ranges below the limit that are the host's: vdso, stack, Ferry itself. */
#define USPACE_HOLES 6

struct uspace {
    struct lock lock;
    struct vma *vmas; /* sorted, disjoint */
    size_t count, room;
    gaddr_t low, limit, mmap_top;
    gaddr_t brk_start, brk, brk_end; /* brk_end: no further without a search */
    unsigned hole_count;
    struct {
        gaddr_t start, end;
    } holes[USPACE_HOLES];
    uint64_t mapped;      /* bytes, for a virtual RLIMIT_AS */
    unsigned lock_future; /* MCL_FUTURE, and MCL_ONFAULT; 0: none */
    unsigned mdwe;        /* PR_SET_MDWE's bits */
    bool read_exec;       /* personality's READ_IMPLIES_EXEC */
    /*
     * The last executable range that uspace_fetch() found, read without the
     * lock: seq is odd while it changes; any change of the list empties it.
     */
    _Atomic uint32_t seq;
    _Atomic uint64_t code_start, code_end;
};

/* False if memory can't be had.  Holes are found from the auxiliary vector. */
bool uspace_init(struct uspace *us, const struct layout *layout);

long uspace_mmap(struct task *t, gaddr_t addr, uint64_t len, int prot,
                 int flags, int fd, uint64_t offset);
long uspace_munmap(struct task *t, gaddr_t addr, uint64_t len);
long uspace_mremap(struct task *t, gaddr_t old, uint64_t old_len,
                   uint64_t new_len, int flags, gaddr_t new_addr);
long uspace_mprotect(struct task *t, gaddr_t addr, uint64_t len, int prot);
long uspace_madvise(struct task *t, gaddr_t addr, uint64_t len, int advice);
/* The new, or unchanged, break: never fails, as the kernel's. */
gaddr_t uspace_brk(struct task *t, gaddr_t addr);
/* shmat, shmdt: host's segment id; size from IPC_STAT is looked up inside. */
long uspace_shmat(struct task *t, int id, gaddr_t addr, int flags);
long uspace_shmdt(struct task *t, gaddr_t addr);

/*
 * Moves a mapping that the kernel made by itself, len bytes at host, to where
 * the guest's are: its address there.  And the end of an io_setup's.
 */
long uspace_adopt(struct task *t, uintptr_t host, uint64_t len);
long uspace_disown(struct task *t, gaddr_t ctx);
long uspace_remap_file_pages(struct task *t, gaddr_t addr, uint64_t len,
                             uint64_t prot, uint64_t page, uint64_t flags);

/*
 * PR_SET_MDWE: memory that was not executable does not become so.  bits are
 * the kernel's; -EPERM: others stand already.
 */
long uspace_deny_exec(struct task *t, unsigned bits);
/* In a forked child, or a new program: what is left of the bits before. */
void uspace_inherit_denied(struct uspace *us, unsigned bits);
/* us->lock held: does that refuse prot for [start, end), or for a new map? */
bool uspace_denies(const struct uspace *us, gaddr_t start, gaddr_t end,
                   int prot);

/* mlockall, munlockall. */
long uspace_lock_all(struct task *t, unsigned flags);
long uspace_unlock_all(struct task *t);
/*
 * us->lock held: do the guest's own limits allow bytes more of a mapping with
 * these flags; or that one gets these rights?  t may be NULL in the loader.
 */
bool uspace_allows(const struct task *t, uint64_t more, uint32_t flags);
bool uspace_allows_rights(const struct task *t, gaddr_t start, gaddr_t end,
                          uint32_t rights);
/* How much of [start, end) is mapped. */
uint64_t uspace_bytes(const struct uspace *us, gaddr_t start, gaddr_t end);

/* For a new mapping, us->lock held: mmap's flags that lock it. */
int uspace_lock_flags(const struct uspace *us);
/*
 * The rest, once it is there; mapped: with those flags.  -EAGAIN: it may not
 * be locked, and so may not be.
 */
long uspace_lock_new(struct uspace *us, gaddr_t addr, uint64_t len,
                     bool mapped);

/* One mapping for the loader: as uspace_mmap, before a task exists. */
long uspace_map(struct mm *mm, gaddr_t addr, uint64_t len, int prot, int flags,
                int fd, uint64_t offset);

/*
 * The guest announced that code in [start, end), within a page, has changed:
 * tells the translator so for this address and all others of that memory.
 */
void uspace_code_changed(struct task *t, gaddr_t start, gaddr_t end);

/* In a forked child, which has not all of its parent's mappings. */
void uspace_forked(struct task *t);

/* Does madvise with this advice take contents away?  Then they are gone. */
bool uspace_advice_drops(int advice);
void uspace_dropped(struct task *t, gaddr_t start, uint64_t len);

/* flags of the mapping that holds addr; 0 if there is none. */
uint32_t uspace_flags_at(struct uspace *us, gaddr_t addr);

/*
 * struct mem's fetch: instruction bytes that the guest may execute, without
 * faulting; how many there are.
 */
struct mem;
size_t uspace_fetch(const struct mem *mem, void *dst, gaddr_t pc, size_t len);

/* The list of mappings, for -d page. */
struct print;
void uspace_print(struct print *out, struct uspace *us);

/*
 * "file+0xoffset" of the address for messages, with the function's name if the
 * file tells it, into buf; "" if nothing is mapped there.  Opens files: only at
 * fatal ends.
 */
void uspace_describe(gaddr_t addr, char *buf, size_t size);

#endif
