// SPDX-License-Identifier: MIT
/* Tasks and what they share; see task.h. */
#include "task.h"

#include "arena.h"
#include "hostcall.h"
#include "isa.h"
#include "removed.h"
#include "signal.h"
#include "translator.h"

#include <errno.h>
#include <linux/sched.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/uio.h>

static struct pool_memory pools;
static struct pool fs_pool = {sizeof(struct fs), &pools, NULL};
static struct pool files_pool = {sizeof(struct files), &pools, NULL};
static struct pool sighand_pool = {sizeof(struct sighand), &pools, NULL};
static struct pool tgroup_pool = {sizeof(struct tgroup), &pools, NULL};

/*
 * A task's block, from its start, which is aligned to TASK_BLOCK_ALIGN: a page
 * with the task's address, the alternate stack, a page without access, the C
 * stack, then the cpu and the task itself.
 */
#define BLOCK_GUARD ALT_STACK_BYTES
#define BLOCK_C     (BLOCK_GUARD + HOST_PAGE)
#define BLOCK_CPU   (BLOCK_C + C_STACK_BYTES)

static size_t block_task(const struct isa *isa)
{
    return ALIGN_UP(BLOCK_CPU + isa->cpu_size, 64);
}

static size_t block_bytes(const struct isa *isa)
{
    return ALIGN_UP(block_task(isa) + sizeof(struct task), HOST_PAGE);
}

struct task *task_new(const struct abi *abi)
{
    char *block = pages_map_aligned(block_bytes(abi->isa), TASK_BLOCK_ALIGN);
    struct task *t;

    if (!block)
        return NULL;
    t = (struct task *)(block + block_task(abi->isa));
    t->abi = abi;
    t->block = block;
    t->alt_stack = block;
    t->c_stack = block + BLOCK_CPU;
    t->cpu = (struct cpu *)(block + BLOCK_CPU);
    t->cpu->isa = abi->isa;
    *(struct task **)block = t;
    HOST(mprotect, block, HOST_PAGE, PROT_READ);
    HOST(mprotect, block + BLOCK_GUARD, HOST_PAGE, PROT_NONE);
    return t;
}

void task_free(struct task *t)
{
    if (t->exec_list)
        pages_unmap(t->exec_list, t->exec_list_bytes);
    pages_unmap(t->block, block_bytes(t->abi->isa));
}

uint32_t task_lock_tid(void)
{
    return (uint32_t)task_of_stack(__builtin_frame_address(0))->tid;
}

struct log_sink *task_log_sink(void)
{
    return &task_of_stack(__builtin_frame_address(0))->files->log;
}

struct removed *fs_removed(struct fs *fs)
{
    lock_take(&fs->lock);
    if (!fs->removed)
        fs->removed = removed_create();
    lock_drop(&fs->lock);
    return fs->removed;
}

struct mm *mm_new(const struct layout *layout)
{
    struct mm *mm = pages_map(sizeof(*mm));

    if (!mm)
        return NULL;
    mm->layout = *layout;
    mm->mem = (struct mem){
        .kind = MEM_DIRECT, .limit = layout->limit, .fetch = uspace_fetch};
    if (!uspace_init(&mm->space, layout)) {
        pages_unmap(mm, sizeof(*mm));
        return NULL;
    }
    return mm;
}

/* t->mm is set; its cpu becomes one of the translator's. */
static bool mm_enter(struct task *t)
{
    struct mm *mm = t->mm;

    t->cpu->mem = &mm->mem;
    if (!translator_attach(mm->translator, t->cpu))
        return false;
    lock_take(&mm->tasks_lock);
    t->mm_next = mm->tasks;
    mm->tasks = t;
    lock_drop(&mm->tasks_lock);
    return true;
}

static void mm_leave(struct task *t)
{
    struct mm *mm = t->mm;

    lock_take(&mm->tasks_lock);
    for (struct task **p = &mm->tasks; *p; p = &(*p)->mm_next)
        if (*p == t) {
            *p = t->mm_next;
            break;
        }
    lock_drop(&mm->tasks_lock);
    translator_detach(t->cpu);
}

bool task_first(struct task *t, struct mm *mm)
{
    t->mm = mm;
    t->fs = pool_get(&fs_pool);
    t->files = pool_get(&files_pool);
    t->sighand = pool_get(&sighand_pool);
    t->tgroup = pool_get(&tgroup_pool);
    if (!t->fs || !t->files || !t->sighand || !t->tgroup)
        return false;
    t->fs->refs = t->files->refs = t->sighand->refs = t->tgroup->refs = 1;
    t->tid = (int32_t)HOST(gettid);
    t->tgroup->tgid = t->tid;
    t->tgroup->tasks = 1;
    return true;
}

bool task_attach(struct task *t)
{
    t->abi->isa->cpu_reset(t->cpu);
    return mm_enter(t);
}

/*
 * A shared object's copy for a task of its own.  Each holds `refs` and `lock`
 * first, which a copy starts anew.
 */
struct shared_head {
    _Atomic uint32_t refs;
    struct lock lock;
};

static void *object_copy(struct pool *pool, void *from)
{
    struct shared_head *source = from, *copy = pool_get(pool);

    if (!copy)
        return NULL;
    lock_take(&source->lock);
    memcpy(copy, source, pool->size);
    lock_drop(&source->lock);
    copy->refs = 1;
    copy->lock = (struct lock){0};
    return copy;
}

static void *object_share(struct pool *pool, void *from, bool share)
{
    if (!share)
        return object_copy(pool, from);
    ref_get(&((struct shared_head *)from)->refs);
    return from;
}

static void object_put(struct pool *pool, void *object)
{
    if (object && ref_put(&((struct shared_head *)object)->refs))
        pool_put(pool, object);
}

static void objects_put(struct task *t)
{
    object_put(&files_pool, t->files);
    object_put(&fs_pool, t->fs);
    object_put(&sighand_pool, t->sighand);
    object_put(&tgroup_pool, t->tgroup);
}

/* The guest's registers of parent, without what ties a cpu to its thread. */
static void cpu_copy(struct cpu *child, const struct cpu *parent)
{
    memcpy(child, parent, parent->isa->cpu_size);
    child->translator = NULL;
    child->jump_cache = NULL;
    child->hint_base = child->hint_top = child->c_stack = NULL;
    child->kick = 0;
    child->monitor.size = 0;
    child->next_sharer = NULL;
    child->epoch = 0;
}

long task_clone(struct task *parent, uint64_t flags, struct task **child)
{
    struct task *t = task_new(parent->abi);

    if (!t)
        return -ENOMEM;
    cpu_copy(t->cpu, parent->cpu);
    t->mm = parent->mm;
    t->files = object_share(&files_pool, parent->files, flags & CLONE_FILES);
    t->fs = object_share(&fs_pool, parent->fs, flags & CLONE_FS);
    t->sighand =
        object_share(&sighand_pool, parent->sighand, flags & CLONE_SIGHAND);
    t->tgroup =
        object_share(&tgroup_pool, parent->tgroup, flags & CLONE_THREAD);
    if (!t->files || !t->fs || !t->sighand || !t->tgroup || !mm_enter(t)) {
        objects_put(t);
        task_free(t);
        return -ENOMEM;
    }
    if (flags & CLONE_THREAD) {
        atomic_fetch_add(&t->tgroup->tasks, 1);
    } else {
        t->tgroup->tasks = 1;
        t->tgroup->exec = (struct lock){0};
        t->tgroup->own_held = 0;
    }
    t->tagged.abi = parent->tagged.abi;
    t->sig.own_blocked = parent->sig.own_blocked;
    /* A thread starts without an alternate stack; a vfork child keeps it. */
    t->sig.stack = parent->sig.stack;
    if ((flags & (CLONE_VM | CLONE_VFORK)) == CLONE_VM)
        t->sig.stack = (struct guest_stack){.flags = 2 /* SS_DISABLE */};
    if (flags & CLONE_VFORK)
        t->vfork_parent = parent;
    *child = t;
    return 0;
}

void task_start(struct task *child)
{
    child->tid = (int32_t)HOST(gettid);
    if (child->tgroup->tasks == 1)
        child->tgroup->tgid = (int32_t)HOST(getpid);
    signal_stack_install(child);
}

static void task_leave(struct task *t)
{
    mm_leave(t);
    atomic_fetch_sub(&t->tgroup->tasks, 1);
    objects_put(t);
}

_Noreturn void task_exit(struct task *t, int32_t status)
{
    size_t bytes = block_bytes(t->abi->isa);

    task_leave(t);
    host_thread_exit(t->block, bytes, status);
}

long task_copies_make(struct task *t, uint64_t flags,
                      struct task_copies *copies)
{
    bool files = (flags & CLONE_FILES) && t->files->refs > 1;
    bool fs = (flags & CLONE_FS) && t->fs->refs > 1;

    *copies = (struct task_copies){0};
    if (files)
        copies->files = object_copy(&files_pool, t->files);
    if (fs)
        copies->fs = object_copy(&fs_pool, t->fs);
    if ((!files || copies->files) && (!fs || copies->fs))
        return 0;
    task_copies_drop(copies);
    return -ENOMEM;
}

void task_copies_take(struct task *t, const struct task_copies *copies)
{
    if (copies->files) {
        object_put(&files_pool, t->files);
        t->files = copies->files;
    }
    if (copies->fs) {
        object_put(&fs_pool, t->fs);
        t->fs = copies->fs;
    }
}

void task_copies_drop(const struct task_copies *copies)
{
    object_put(&files_pool, copies->files);
    object_put(&fs_pool, copies->fs);
}

unsigned task_locks(struct task *t, struct lock *out[TASK_LOCKS])
{
    unsigned n = 0;

    out[n++] = &t->tgroup->exec;
    out[n++] = &t->tgroup->lock;
    out[n++] = &t->fs->lock;
    out[n++] = &t->files->lock;
    out[n++] = &t->sighand->lock;
    out[n++] = &t->mm->space.lock;
    out[n++] = &t->mm->tasks_lock;
    out[n++] = &pools.lock;
    out[n++] = &t->mm->trace_lock;
    return n;
}

/* What an ended task has left; one that never ran has nothing. */
static void locks_reclaim(struct task *ended)
{
    struct lock *locks[TASK_LOCKS];
    unsigned n = task_locks(ended, locks);

    if (!ended->tid)
        return;
    lender_reclaim(ended->mm, (uint32_t)ended->tid);
    for (unsigned i = 0; i < n; i++)
        lock_reclaim(locks[i], (uint32_t)ended->tid);
    atomic_store(&ended->cpu->running, 0);
    translator_reclaim(ended->mm->translator, (uint32_t)ended->tid);
}

void task_reclaim(struct task *child)
{
    locks_reclaim(child);
    task_leave(child);
    task_free(child);
}

/*
 * Has the thread left mm?  A zombie has no memory, and another address space
 * refuses or does not have Ferry's; our own is always allowed (mm_access() of
 * kernel/fork.c).
 */
static bool has_left(const struct mm *mm, int32_t tid)
{
    char byte;
    struct iovec here = {&byte, 1}, there = {(void *)(uintptr_t)mm, 1};
    long r = HOST(process_vm_readv, tid, &here, 1, &there, 1, 0);

    return r == -ESRCH || r == -EFAULT || r == -EPERM;
}

/*
 * Takes a task of another process that has ended out of the list.  One that
 * has not begun has no tid yet; a vfork child is its parent's to reclaim.
 */
static struct task *killed_take(const struct task *self)
{
    struct task **p = &self->mm->tasks, *t;

    for (; (t = *p); p = &t->mm_next)
        if (t->tgroup != self->tgroup && t->tid && !t->vfork_parent &&
            has_left(self->mm, t->tid)) {
            *p = t->mm_next;
            return t;
        }
    return NULL;
}

static void reap_killed(struct task *t)
{
    struct lock *lock = &t->mm->tasks_lock;
    struct task *killed;

    if (t->mm->several_pid_namespaces)
        return;
    do {
        lock_take(lock);
        killed = killed_take(t);
        lock_drop(lock);
        if (killed)
            task_reclaim(killed);
    } while (killed);
}

void task_code_stalled(void)
{
    reap_killed(task_of_stack(__builtin_frame_address(0)));
}

void task_lock_stalled(struct lock *l)
{
    struct task *t = task_of_stack(__builtin_frame_address(0));
    uint32_t owner = lock_owner(l);

    if (l != &t->mm->tasks_lock && l != &t->mm->lender.lock)
        reap_killed(t);
    else if (owner && !t->mm->several_pid_namespaces &&
             has_left(t->mm, (int32_t)owner))
        lock_reclaim(l, owner); /* what it guards is whole after each store */
}

void task_locks_take(struct task *t)
{
    struct lock *locks[TASK_LOCKS];
    unsigned n = task_locks(t, locks);

    for (unsigned i = 0; i < n; i++)
        lock_take(locks[i]);
    translator_fork_prepare(t->mm->translator);
}

void task_locks_drop(struct task *t)
{
    struct lock *locks[TASK_LOCKS];
    unsigned n = task_locks(t, locks);

    translator_fork_parent(t->mm->translator);
    while (n--)
        lock_drop(locks[n]);
}

/* The copies of the parent's other tasks are nobody's. */
static void others_free(struct task *t)
{
    struct task *next;

    for (struct task *other = t->mm->tasks; other; other = next) {
        next = other->mm_next;
        if (other != t)
            task_free(other);
    }
    t->mm->tasks = t;
    t->mm_next = NULL;
}

void task_forked(struct task *t)
{
    struct lock *locks[TASK_LOCKS];
    unsigned n = task_locks(t, locks);

    t->tid = (int32_t)HOST(gettid);
    t->tgroup->tgid = t->tid;
    t->tgroup->tasks = 1;
    t->tgroup->own_held = 0;
    t->vfork_parent = NULL;
    t->files->refs = t->fs->refs = t->sighand->refs = t->tgroup->refs = 1;
    t->cpu->monitor.size = 0;
    t->mm->trace_open = 0;
    lender_forked(t->mm);
    translator_fork_child(t->mm->translator, t->cpu);
    for (unsigned i = 0; i < n; i++)
        lock_adopt(locks[i]);
    others_free(t);
    while (n--)
        lock_drop(locks[n]);
    uspace_forked(t);
}
