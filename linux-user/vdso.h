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

/*
 * Before the hand-over (uses libelf): finds the functions of the host's vDSO.
 * One that is missing is replaced by the system call.
 */
void vdso_find_host(void);
/* Maps the image into t's mm; false if it can't be. */
bool vdso_map(struct task *t);
/*
 * The guest stopped at an undefined word: if it is one of the vDSO's, does the
 * call and moves pc behind the word.
 */
bool vdso_trap(struct task *t);

#endif
