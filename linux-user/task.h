// SPDX-License-Identifier: MIT
/*
 * The objects that Linux shares or copies by clone's flags (doc/linux.md, L1).
 *
 * There is no global "current process": everything mutable is reached from a
 * task.  A signal handler finds its task from its alternate stack (see
 * task_of_stack()).  Each object but mm counts its references; the last put
 * frees.
 *
 * Order of locks, outermost first; a clone that copies memory takes them all:
 *     tgroup->exec, tgroup, fs, files, sighand, mm->space, mm->tasks_lock,
 *     the translator's, pools and pages, mm->trace_lock.
 * No lock is held while guest memory is touched.
 */
#ifndef FERRY_TASK_H
#define FERRY_TASK_H

#include "abi/abi.h"
#include "core.h"
#include "cpu.h"
#include "lender.h"
#include "lock.h"
#include "log.h"
#include "mem.h"
#include "signal.h"
#include "tagged.h"
#include "types.h"
#include "uspace.h"
#include "wait.h"

struct translator;

struct removed;

/* CLONE_FS.  Current directory and umask are the host kernel's. */
struct fs {
    _Atomic uint32_t refs;
    struct lock lock;
    const char *root;        /* -L, absolute, no slash at its end; or NULL */
    struct removed *removed; /* see removed.h */
};

/* CLONE_FILES: what Ferry must know of descriptors (L7). */
#define FILES_OWN 4
struct files {
    _Atomic uint32_t refs;
    struct lock lock;
    unsigned own_count;
    int own[FILES_OWN]; /* descriptors of Ferry's: EBADF for the guest */
    int image;          /* one of them: Ferry's image, for exec; 0: none */
    struct log_sink log;
    /* One of the guest's may be a process's mem or pagemap; never unset. */
    volatile bool proc_memory;
};

/*
 * CLONE_VM: the address space, its code, and who runs in it.  Nobody frees it:
 * the kernel does when the last task has ended, which still looks at the
 * guest's memory then (robust futexes, clear_child_tid).
 */
struct mm {
    struct mem mem;      /* what the translator sees; mm_of_mem() */
    struct uspace space; /* its own lock inside */
    struct translator *translator;
    struct lock tasks_lock;
    struct task *tasks; /* all that run in it, by mm_next */
    struct lender lender;
    struct lock trace_lock;
    int32_t trace_open; /* -strace: whose line lacks its end; or 0 */
    /* Tids of its tasks may be those of another namespace; never unset. */
    volatile bool several_pid_namespaces;
    struct layout layout;
    /* Where things are, for /proc, auxv and core dumps; constant from load. */
    gaddr_t entry, load_bias, image_start, image_end;
    gaddr_t stack_start, arg_start, arg_end, env_start, env_end;
    gaddr_t auxv_start, auxv_end;
    gaddr_t vdso, vdso_end;
    gaddr_t vdso_sigreturn;
};

/* What exec needs to start the next program the same way; const from load. */
struct program {
    const char *path;      /* as opened by Ferry, for messages */
    const char *root;      /* -L, absolute; NULL: none */
    const char *exec_path; /* what the guest calls its file (AT_EXECFN) */
};

struct guest_rlimit {
    uint64_t soft, hard;
};

/* CLONE_THREAD. */
struct tgroup {
    _Atomic uint32_t refs;
    struct lock lock;
    /*
     * Held by an exec, whose limits and descriptors no clone is to copy and no
     * other exec to take for the guest's.  The guest's memory may be touched
     * under it, since only exec and clone ask for it.
     */
    struct lock exec;
    int32_t tgid;
    _Atomic uint32_t tasks;         /* live ones */
    struct guest_rlimit limits[16]; /* virtual: RLIMIT_AS, RLIMIT_DATA */
    uint32_t limits_virtual;        /* bit per number that `limits` answers */
    _Atomic uint64_t own_held;      /* signals that no thread takes; L6 */
    struct guest_siginfo held[5];
    const struct program *program;
    struct guest_rlimit stack_limit; /* the guest's, while ours is another */
    struct core_group core;
};

struct task {
    struct cpu *cpu; /* first member of the guest's cpu struct */
    int32_t tid;
    struct mm *mm;
    struct files *files;
    struct fs *fs;
    struct sighand *sighand;
    struct tgroup *tgroup;
    const struct abi *abi;
    struct task_signals sig;
    struct task_wait wait;
    struct tagged tagged;
    struct task *mm_next;
    void *block;     /* one mapping: C stack, alternate stack, cpu */
    void *c_stack;   /* highest address */
    void *alt_stack; /* lowest; the task's address stands at its base */
    struct task *vfork_parent; /* a vfork child's parent; waits for us */
    bool in_vfork;             /* waits for a child that has its own memory */
    void *exec_list; /* argument list of an exec under way, see exec.h */
    size_t exec_list_bytes;
    struct core_task core;
};

#define ALT_STACK_BYTES 65536u
#define C_STACK_BYTES   262144u
/* A task's block holds both of its stacks and is aligned to this. */
#define TASK_BLOCK_ALIGN 524288u

/* The task on whose C stack, or alternate stack, sp is. */
static inline struct task *task_of_stack(const void *sp)
{
    uintptr_t base = (uintptr_t)sp & ~(uintptr_t)(TASK_BLOCK_ALIGN - 1);

    return *(struct task *const *)base;
}

static inline struct mm *mm_of_mem(const struct mem *mem)
{
    return (struct mm *)((char *)(uintptr_t)mem - offsetof(struct mm, mem));
}

/* For lock_tid and log_sink_find, once all code runs on stacks of tasks. */
uint32_t task_lock_tid(void);
struct log_sink *task_log_sink(void);

/*
 * A task with its stacks and a cpu struct (isa->cpu_size), all else zero; NULL
 * if memory can't be had.  Nothing is entered anywhere yet.
 */
struct task *task_new(const struct abi *abi);
/*
 * For the process's first task, before its program is loaded: new objects,
 * each its own; false if memory can't be had.
 */
bool task_first(struct task *t, struct mm *mm);
/* Once mm->translator is there: resets the cpu and enters it. */
bool task_attach(struct task *t);
/* Frees what task_new() made; the caller does not run on its stacks. */
void task_free(struct task *t);
/*
 * For clone with CLONE_VM: a new task, its cpu a copy of parent's (monitor
 * open), each object shared or copied as flags (CLONE_FILES, FS, SIGHAND,
 * THREAD) say, no signal stored, entered in mm->tasks and attached to the
 * translator.  Called in the parent, with all signals blocked.  0 or -errno.
 */
long task_clone(struct task *parent, uint64_t flags, struct task **child);
/*
 * Undoes task_clone() when the host refused; also reclaims a task that ended
 * without leaving (a vfork child, or one that was killed): its locks, its
 * half-made work, its memory.
 */
void task_reclaim(struct task *child);
/*
 * First thing on the child's own side, all signals still blocked: sets tid,
 * the alternate stack.
 */
void task_start(struct task *child);
/*
 * For unshare(2): own copies of the objects that flags (CLONE_FILES, FS) name
 * and others share.  Two steps, since nothing may fail behind the kernel's:
 * `copies` is made before, and taken or, if the kernel refused, dropped.
 */
struct task_copies {
    struct files *files; /* NULL: as it is */
    struct fs *fs;
};
long task_copies_make(struct task *t, uint64_t flags,
                      struct task_copies *copies);
void task_copies_take(struct task *t, const struct task_copies *copies);
void task_copies_drop(const struct task_copies *copies);
/*
 * For translator_config.stalled and lock_stalled: reclaim the tasks of other
 * processes in the caller's mm (CLONE_VM without CLONE_THREAD) that were
 * killed and have left a lock, or never pass a safepoint.
 */
void task_code_stalled(void);
void task_lock_stalled(struct lock *l);

/* Every lock that a task may hold, in the order above; how many. */
#define TASK_LOCKS 9
unsigned task_locks(struct task *t, struct lock *out[TASK_LOCKS]);
/*
 * Around a clone without CLONE_VM: takes all locks in the order above, and
 * drops them in the parent.  The child, which goes on with a copy of t,
 * calls task_forked(): t is now its only task, with the new tid.
 */
void task_locks_take(struct task *t);
void task_locks_drop(struct task *t);
void task_forked(struct task *t);

/*
 * The end of the calling task, all signals blocked: leaves mm, translator,
 * files, ..., gives its memory back and ends the thread by the host's exit.
 */
_Noreturn void task_exit(struct task *t, int32_t status);

/* The names that were removed under -L, made with the first; NULL: none. */
struct removed *fs_removed(struct fs *fs);

/* An empty address space without a translator; NULL if memory can't be had. */
struct mm *mm_new(const struct layout *layout);

static inline void ref_get(_Atomic uint32_t *refs)
{
    atomic_fetch_add_explicit(refs, 1, memory_order_relaxed);
}

/* True if that was the last. */
static inline bool ref_put(_Atomic uint32_t *refs)
{
    return atomic_fetch_sub_explicit(refs, 1, memory_order_acq_rel) == 1;
}

#endif
