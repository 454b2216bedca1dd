// SPDX-License-Identifier: MIT
/*
 * A region image: the relocatable result of compiling one region (T16).
 *
 * Hot code and cold code (stubs, literals) are two parts, since the cache
 * puts them at the two ends of a segment.  Nothing in them is an address but
 * what the lists here name, and the edges' targets, each of which is one.
 *
 * A guest address moves with the module that the region's code is from.  Code
 * is chosen without looking at it, so that an image whose addresses are moved
 * is what the compilation at the other place makes.  Only modules below 4 GiB
 * have addresses of 32 bits (GUEST32), and stay there.
 */
#ifndef FERRY_JIT_IMAGE_H
#define FERRY_JIT_IMAGE_H

#include "src/types.h"

#define IMAGE_MAX_EDGES  256
#define IMAGE_MAX_ROWS   512
#define IMAGE_MAX_RELOCS 1024
#define IMAGE_MAX_WIDE   64
#define IMAGE_MAX_FLAGS  255

/* A patchable rel32, within one aligned 8-byte word; see T5. */
struct image_edge {
    uint32_t site; /* offset of the rel32 */
    uint32_t stub; /* offset of where it leads while not linked */
    gaddr_t target;
};

/* What pending flags are made from when an instruction faults. */
struct fault_flags {
    uint8_t op;             /* IR op of the producer */
    uint8_t type;           /* of its operands */
    uint8_t a_kind, b_kind; /* enum fault_operand */
    int32_t a, b; /* register, slot's displacement, constant or its index */
};
enum fault_operand { FAULT_REG, FAULT_SLOT, FAULT_IMM, FAULT_WIDE_IMM };

enum fault_special {
    FAULT_ACCESS = 0,        /* a guest access */
    FAULT_HINT = 1 << 0,     /* a push on the hint stack */
    FAULT_SAVED = 1 << 1,    /* an access with rbx's value in helper_arg[3] */
    FAULT_BORROWED = 1 << 2, /* one with another pin's in helper_arg[2] */
    FAULT_LENT = 1 << 3,     /* one in a region that pins are lent to */
    FAULT_REG_SHIFT = 4,     /* of BORROWED: which */
};

/* One instruction that may fault: T10. */
struct fault_row {
    uint32_t offset; /* of the host code, in the image */
    uint16_t length;
    uint8_t special; /* enum fault_special bits */
    uint8_t write;
    int32_t pc; /* the guest's, from the region's */
    /* The guest address, for faults whose address the host does not give. */
    int32_t disp;
    int8_t base, index; /* host registers; -1 if none */
    uint8_t shift;
    uint8_t flags; /* index + 1 of what is pending, 0 if nothing is */
};

/* A row with what it refers to. */
struct fault {
    const struct fault_row *row;
    const struct fault_flags *flags; /* NULL: nothing is pending */
    const int64_t *wide;
    gaddr_t pc;
    bool masked; /* the region masks its addresses */
};

enum reloc_kind {
    RELOC_STUB,       /* rel32 to a common stub */
    RELOC_GUEST32,    /* a guest address, to move with its module */
    RELOC_GUEST64,    /* the same of 8 bytes */
    RELOC_GUEST_WIDE, /* the same in wide[] */
};

struct image_reloc {
    uint32_t at; /* offset in the image; GUEST_WIDE: index */
    uint8_t kind;
    uint8_t stub; /* RELOC_STUB: which */
};

struct image {
    uint8_t *code;
    uint32_t hot_size, size; /* the cold part is [hot_size, size) */
    bool lent; /* pins were temporaries in it, for the statistics */
    uint32_t edge_count, row_count, flags_count, reloc_count, wide_count;
    struct image_edge edges[IMAGE_MAX_EDGES];
    struct fault_row rows[IMAGE_MAX_ROWS];
    struct fault_flags flags[IMAGE_MAX_FLAGS]; /* rows share them */
    struct image_reloc relocs[IMAGE_MAX_RELOCS];
    int64_t wide[IMAGE_MAX_WIDE]; /* constants of 64 bits in rows */
};

#endif
