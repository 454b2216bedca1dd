// SPDX-License-Identifier: MIT
/* The hand-over from libc to the guest; see start.h. */
#define _GNU_SOURCE
#include "start.h"

#include "config.h"

#include "arena.h"
#include "file-limit.h"
#include "hostcall.h"
#include "options.h"
#include "proc.h"
#include "run.h"
#include "sealed.h"
#include "signal.h"
#include "task.h"
#include "text.h"
#include "uspace.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/auxvec.h>
#include <sys/mman.h>
#include <sys/personality.h>
#include <sys/resource.h>

#ifdef FERRY_SANITIZED
#    include <sanitizer/common_interface_defs.h>
#endif

#define STACK_USUAL (8ull << 20)
/* libc's start code takes no more of the break in front of its TCB. */
#define TLS_MAX (64ull << 10)

/* rseq(2) as glibc registers it on x86. */
#define RSEQ_BYTES      32
#define RSEQ_UNREGISTER 1
#define RSEQ_SIGNATURE  0x53053053

extern const char __ehdr_start[];

static bool is_low(const void *p)
{
    return (uintptr_t)p < GUEST_LIMIT;
}

/* What the first start tells the second, in a sealed memfd. */
struct placed {
    uint64_t magic;
    struct guest_rlimit stack_limit;
    uint64_t personality;
};

#define PLACED_MAGIC 0x6563616c702d6566ull

static long placed_write(const struct guest_rlimit *limit, long personality)
{
    struct placed note = {PLACED_MAGIC, *limit, (uint64_t)personality};
    long fd = sealed_create("ferry-start");
    struct file_limit fsize;
    bool written = false;

    if (fd < 0)
        return fd;
    if (file_limit_lift(&fsize, sizeof(note))) {
        written = HOST(write, fd, &note, sizeof(note)) == sizeof(note);
        file_limit_restore(&fsize);
    }
    if (written && HOST(fcntl, fd, F_ADD_SEALS, SEALED_SEALS) == 0)
        return fd;
    HOST(close, fd);
    return -ENOMEM;
}

/*
 * Executes this image again: as descriptor N, the note at N + 1, so that the
 * new image finds it by AT_EXECFN, which is then /dev/fd/N.
 */
static void placed_execute(const struct guest_rlimit *limit, long personality,
                           char **argv, char **envp)
{
    long note = placed_write(limit, personality), n, next;
    long image = HOST(openat, AT_FDCWD, "/proc/self/exe", O_PATH | O_CLOEXEC);

    for (n = note < 0 ? note : image;
         n >= 0 && HOST(fcntl, n + 1, F_GETFD) >= 0; n = next) {
        next = HOST(fcntl, image, F_DUPFD_CLOEXEC, n + 1);
        if (n != image)
            HOST(close, n);
    }
    if (n >= 0 && HOST(dup3, note, n + 1, 0) >= 0) {
        HOST(execveat, n, "", argv, envp, AT_EMPTY_PATH);
        HOST(close, n + 1);
    }
    /* What is open now would be the guest's. */
    if (n >= 0 && n != image)
        HOST(close, n);
    if (image >= 0)
        HOST(close, image);
    if (note >= 0)
        HOST(close, note);
}

/*
 * N, if the last image left a note at N + 1: its own as below, or an exec's.
 * -1: none.
 */
static long note_number(void)
{
    const char *name = (const char *)options_auxv(AT_EXECFN), *end;
    unsigned long n;

    if (!name || !text_starts(name, "/dev/fd/"))
        return -1;
    end = text_number(name + 8, &n);
    return end && !*end && n < INT32_MAX && is_sealed((long)n + 1) ? (long)n
                                                                   : -1;
}

void start_place(char **argv, char **envp)
{
    struct guest_rlimit now, usual;
    long persona;

    /* A second start finds only one note. */
    if (!is_low(__ehdr_start) || !options_trusted() || note_number() >= 0 ||
        HOST(prlimit64, 0, RLIMIT_STACK, 0, &now))
        return;
    persona = HOST(personality, 0xffffffff);
    usual = now;
    if (usual.soft > STACK_USUAL)
        usual.soft = STACK_USUAL;
    if (usual.soft == now.soft && !(persona & ADDR_COMPAT_LAYOUT))
        return;
    HOST(prlimit64, 0, RLIMIT_STACK, &usual, 0);
    HOST(personality, persona & ~(long)ADDR_COMPAT_LAYOUT);
    placed_execute(&now, persona, argv, envp);
    HOST(personality, persona);
    HOST(prlimit64, 0, RLIMIT_STACK, &now, 0);
}

bool start_placed(struct guest_rlimit *stack_limit)
{
    long n = note_number();
    struct placed note;

    if (n < 0 || !options_trusted() ||
        HOST(pread64, n + 1, &note, sizeof(note), 0) != sizeof(note) ||
        note.magic != PLACED_MAGIC)
        return false;
    HOST(close, n + 1);
    *stack_limit = note.stack_limit;
    HOST(personality, note.personality);
    return true;
}

#ifndef FERRY_SANITIZED
/* The thread that libc knows is gone; what it registered goes with it. */
static void libc_forget(uintptr_t rseq)
{
    uintptr_t tcb = (uintptr_t)__builtin_thread_pointer();
    uintptr_t end = (uintptr_t)HOST(brk, 0);

    if (rseq)
        HOST(rseq, rseq, RSEQ_BYTES, RSEQ_UNREGISTER, RSEQ_SIGNATURE);
    HOST(set_robust_list, 0, 24);
    HOST(set_tid_address, 0);
    /* The TCB stands at the start of the break. */
    if (is_low((void *)tcb) && end > tcb && end < GUEST_LIMIT) {
        uintptr_t start = ALIGN_DOWN(tcb, HOST_PAGE) - TLS_MAX;

        HOST(munmap, start, end - start);
    }
}
#endif

static void (*stack_function)(struct task *);

static void stack_run(void *arg)
{
#ifdef FERRY_SANITIZED
    __sanitizer_finish_switch_fiber(NULL, NULL, NULL);
#endif
    stack_function(arg);
}

_Noreturn void start_on_stack(struct task *t, void (*fn)(struct task *))
{
#ifdef FERRY_SANITIZED
    __sanitizer_start_switch_fiber(NULL, (char *)t->c_stack - C_STACK_BYTES,
                                   C_STACK_BYTES);
#endif
    stack_function = fn;
    host_stack_enter(t->c_stack, stack_run, t);
}

_Noreturn void start_hand_over(struct task *t, void *rseq)
{
    struct mm *mm = t->mm;

#ifdef FERRY_SANITIZED
    (void)rseq;
#else
    libc_forget((uintptr_t)rseq);
#endif
    proc_describe(t, (void *)mm->auxv_start, mm->auxv_end - mm->auxv_start);
    signal_start(t);
    task_run(t);
}
