// SPDX-License-Identifier: MIT
/* AArch64's signal frame (arch/arm64/kernel/signal.c of the kernel). */
#ifndef FERRY_AARCH64_SIGFRAME_H
#define FERRY_AARCH64_SIGFRAME_H

#include "abi.h"

/* AT_MINSIGSTKSZ: frame, frame record and 16 bytes of alignment. */
#define A64_SIGFRAME_MAX 4720

long a64_frame_push(struct task *t, const struct sigframe_request *rq);
long a64_frame_pop(struct task *t, struct sigframe_saved *saved);

#endif
