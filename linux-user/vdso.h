// SPDX-License-Identifier: MIT
/*
 * The guest's vDSO (doc/linux.md, L14): an ELF image of one page, made at
 * start.  Each function but the signal return is one trap word and a return;
 * the run loop recognises the trap's address and calls the host's vDSO.
 */
#ifndef FERRY_VDSO_H
#define FERRY_VDSO_H

#include "types.h"

struct task;

/* struct timespec, struct timeval; struct timezone */
struct vdso_time {
    int64_t seconds, fraction;
};

struct vdso_zone {
    int32_t minutes_west, dst;
};

/* The host's functions; NULL: there is none. */
extern struct host_vdso {
    long (*gettimeofday)(struct vdso_time *, struct vdso_zone *);
    long (*clock_gettime)(int32_t, struct vdso_time *);
    long (*clock_getres)(int32_t, struct vdso_time *);
} host_vdso;

/*
 * Before the hand-over (uses libelf): finds the functions of the host's vDSO.
 * One that is missing is replaced by the system call.
 */
void vdso_find_host(void);
/* CLOCK_MONOTONIC in nanoseconds: the guest's counter (CNTVCT_EL0). */
uint64_t vdso_counter(void);
/* Maps the image into t's mm; false if it can't be. */
bool vdso_map(struct task *t);
/*
 * The guest stopped at an undefined word: if it is one of the vDSO's, does the
 * call and moves pc behind the word.
 */
bool vdso_trap(struct task *t);

#endif
