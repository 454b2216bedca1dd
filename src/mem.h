// SPDX-License-Identifier: MIT
/*
 * Guest memory as the translator sees it.  A memop says in one byte what one
 * guest access is: size, sign, alignment rule, ordering.  struct mem says how
 * a guest address becomes a host access; only jit/<host>/mem.c looks inside.
 */
#ifndef FERRY_MEM_H
#define FERRY_MEM_H

#include "types.h"

/*
 * memop: bits 0-2 log2 of the size in bytes (0..4), bit 3 sign extension on
 * load, bit 4 alignment required (a misaligned access raises the guest's
 * alignment fault), bits 5-6 ordering.
 */
enum memop {
    MO_8 = 0,
    MO_16 = 1,
    MO_32 = 2,
    MO_64 = 3,
    MO_128 = 4,
    MO_SIZE_MASK = 7,
    MO_SIGN = 1 << 3,
    MO_ALIGN = 1 << 4,
    MO_ACQUIRE = 1 << 5, /* loads: acquire; stores: release */
    MO_RELEASE = 1 << 5,
    MO_SEQ_CST = 1 << 6, /* RCsc: LDAR, STLR and the like */
    MO_ORDER_MASK = 3 << 5,
};

static inline unsigned memop_bytes(unsigned memop)
{
    return 1u << (memop & MO_SIZE_MASK);
}

enum mem_kind {
    MEM_DIRECT, /* user mode: host address = guest address + base */
    MEM_TLB,    /* system mode: an inline probe, then a slow path */
};

/*
 * Owned by the address space (user mode) or the machine (system mode);
 * constant while generated code runs.
 */
struct mem {
    enum mem_kind kind;
    uint64_t base;  /* DIRECT: host address of guest address 0 */
    gaddr_t limit;  /* first guest address that is not the guest's */
    /*
     * Copies len bytes of guest code at pc to dst without faulting; returns
     * how many could be read.  Called with no lock held.
     */
    size_t (*fetch)(const struct mem *mem, void *dst, gaddr_t pc, size_t len);
};

#endif
