// SPDX-License-Identifier: MIT
/*
 * What a host architecture gives the rest: raw system calls, features, and
 * the translator's back end.  Implemented in jit/<host>/.
 */
#ifndef FERRY_HOST_H
#define FERRY_HOST_H

#include "types.h"

/* Raw system calls: no errno, no cancellation; returns -errno. */
long host_syscall(long nr, long a, long b, long c, long d, long e, long f);

/*
 * The same, for calls that a signal may still take back: a handler that finds
 * the interrupted pc within [host_syscall_check, host_syscall_done) knows that
 * the call has not happened, and may set the pc to host_syscall_undone, which
 * returns HOST_SYSCALL_UNDONE.  *kick nonzero has the same effect at entry.
 */
long host_syscall_window(const volatile void *kick, long nr, long a, long b,
                         long c, long d, long e, long f);
#define HOST_SYSCALL_UNDONE (-4097L)
extern const char host_syscall_check[], host_syscall_done[],
    host_syscall_undone[];

/*
 * A clone (or clone3) whose child calls fn(arg), which must not return, on the
 * stack that the call gives it, or on a copy of the caller's.  call: the
 * number and five arguments.  Returns in the parent: the child's id or -errno.
 */
long host_clone(const uint64_t call[6], void (*fn)(void *), void *arg);

/*
 * The end of the calling thread: gives [memory, memory + bytes), which its
 * stack is in, back to the host, and exits with status.
 */
_Noreturn void host_thread_exit(void *memory, size_t bytes, int status);

static inline bool host_syscall_failed(long ret)
{
    return (unsigned long)ret > -4096UL;
}

/*
 * Copies between guest and host memory that stop at a fault instead of
 * dying: return the number of bytes NOT copied.  The host signal handler asks
 * host_fixup() whether a faulting pc is one of theirs.
 */
size_t host_copy(void *dst, const void *src, size_t n);
/* Length of the string without its NUL, at most max; -1 on a fault. */
long host_strnlen(const char *s, size_t max);
/* If pc is a recoverable access, returns where to go on, else NULL. */
const void *host_fixup(const void *pc);

/* Runs fn(arg) on another stack, whose highest address is top; no return. */
_Noreturn void host_stack_enter(void *top, void (*fn)(void *), void *arg);

/* sa_restorer of Ferry's handlers: returns from a host signal frame. */
void host_sigreturn(void);

/*
 * Turns the thread's user shadow stack off: the guest's returns and calls are
 * hints on a stack that the processor has not seen grow.  False if it is on
 * and locked.
 */
bool host_shadow_stack_off(void);

/* The interrupted pc in a handler's ucontext_t, and a change of it. */
void *host_context_pc(const void *context);
void host_context_set_pc(void *context, const void *pc);
/*
 * Has the handler interrupted one of the calls above that waited, or is about
 * to?  Not one that is done.
 */
bool host_context_waits(const void *context);

/*
 * A set of features, T18 in doc/translator.md: each bit stands with what it
 * needs.  The first three are the levels v2, v3 and v4.
 */
enum host_feature {
    HOST_SSE42 = 1 << 0,  /* with SSSE3 and POPCNT; used without asking */
    HOST_AVX2 = 1 << 1,   /* with AVX, FMA, BMI1, BMI2, LZCNT, F16C, MOVBE */
    HOST_AVX512 = 1 << 2, /* F VL BW DQ VBMI VBMI2 BITALG VPOPCNTDQ */
    HOST_AES = 1 << 3,
    HOST_PCLMUL = 1 << 4,
    HOST_SHA = 1 << 5,
    HOST_GFNI = 1 << 6, /* in VEX's forms */
};

/* What processor and kernel have.  May ask libc: before the guest starts. */
uint32_t host_features(void);

enum host_choice {
    HOST_CHOICE_GOOD,
    HOST_CHOICE_HELP,    /* good, and the word "help" is among them */
    HOST_CHOICE_UNKNOWN, /* *at is no word of such a list */
    HOST_CHOICE_LACKING, /* *at is a level beyond what `have` has */
};
/*
 * What a list like "v3,-aes,-sha" leaves of `have`: a level takes away all
 * above it, -NAME a single feature.  *at: the word that the result is about.
 */
enum host_choice host_features_choose(const char *list, uint32_t have,
                                      uint32_t *use, const char **at);
struct print;
/* The shortest list that leaves this set. */
void host_features_name(struct print *out, uint32_t use);
/* A table of all features. */
void host_features_print(struct print *out, uint32_t have, uint32_t use);

#endif
