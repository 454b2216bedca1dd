// SPDX-License-Identifier: MIT
/*
 * The address types that everything shares.  A guest virtual address, a guest
 * physical address and a host pointer are three things; only struct mem (user
 * mode: uspace) turns one into another.
 */
#ifndef FERRY_TYPES_H
#define FERRY_TYPES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef uint64_t gaddr_t; /* guest virtual address */
typedef uint64_t paddr_t; /* guest physical address (system mode) */

/* A 128-bit vector as a guest's memory order has it: lane 0 lowest. */
typedef union vec128 {
    uint8_t b[16];
    uint16_t h[8];
    uint32_t s[4];
    uint64_t d[2];
} vec128 __attribute__((aligned(16)));

#define ARRAY_SIZE(a) (sizeof(a) / sizeof((a)[0]))
#define ALIGN_DOWN(x, a) ((x) & ~((__typeof__(x))(a)-1))
#define ALIGN_UP(x, a) ALIGN_DOWN((x) + (a)-1, a)

#endif
