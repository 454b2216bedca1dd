// SPDX-License-Identifier: MIT
/* The guest program of threads-test, assembled by hand; see threads-guest.h. */
#define _GNU_SOURCE
#include "tests/jit/threads-guest.h"

#include "src/mem.h"

#include <sys/mman.h>

/* Registers of the loop; X0 to X3 belong to the slots. */
enum {
    R_ANNOUNCED = 10, /* what the slot must have reached */
    R_DIFF = 11,
    R_ISSUED = 12, /* what it can't be beyond */
    R_AT = 13,
    R_LINK_OUTER = 14,
    R_LINK_INNER = 15,
    R_BAD = 18,
    R_ISSUED_BASE = 19,
    R_ANNOUNCED_BASE = 20,
    R_SLOTS = 21,
    R_RANDOM = 22,
    R_COUNT = 23,
    R_FACTOR = 25,
    R_TERM = 26,
    R_INDEX = 27, /* twice the slot, plus 1 for the way through a call */
    R_CALLEE = 28,
};

#define INSN_RET 0xd65f03c0u
#define INSN_ISB 0xd5033fdfu
#define INSN_SVC 0xd4000001u
#define INSN_BRK 0xd4200000u

static uint32_t movz_w(unsigned rd, uint32_t imm)
{
    return 0x52800000u | (imm & 0xffff) << 5 | rd;
}

static uint32_t mov_x(unsigned rd, unsigned rm)
{
    return 0xaa0003e0u | rm << 16 | rd;
}

static uint32_t add_x(unsigned rd, unsigned rn, unsigned rm, unsigned shift)
{
    return 0x8b000000u | rm << 16 | shift << 10 | rn << 5 | rd;
}

static uint32_t sub_w(unsigned rd, unsigned rn, unsigned rm)
{
    return 0x4b000000u | rm << 16 | rn << 5 | rd;
}

static uint32_t ubfx_x(unsigned rd, unsigned rn, unsigned lsb, unsigned width)
{
    return 0xd3400000u | lsb << 16 | (lsb + width - 1) << 10 | rn << 5 | rd;
}

static uint32_t ldar_w(unsigned rt, unsigned rn)
{
    return 0x88dffc00u | rn << 5 | rt;
}

/* B or BL (link) from one address to another. */
static uint32_t branch(uint64_t from, uint64_t to, bool link)
{
    uint32_t words = (uint32_t)((int64_t)(to - from) / 4);
    return 0x14000000u | (uint32_t)link << 31 | (words & 0x3ffffff);
}

static void put(uint64_t at, uint32_t word)
{
    _Atomic uint32_t *p = (_Atomic uint32_t *)at;
    atomic_store_explicit(p, word, memory_order_relaxed);
}

static uint64_t tail(uint32_t version)
{
    return GUEST_TAILS + version % TAIL_COUNT * (uint64_t)TAIL_BYTES;
}

/* Any mix of two versions' words runs to a RET. */
void guest_write(unsigned slot, uint32_t version)
{
    uint64_t at = guest_slot(slot);
    put(at, movz_w(0, version));
    switch (slot % 4) {
    case 0: /* straight */
        put(at + 4, movz_w(1, version));
        put(at + 8, INSN_RET);
        break;
    case 1: /* a loop */
        put(at + 4, movz_w(2, 3));
        put(at + 8, 0x51000442);  /* sub w2, w2, #1 */
        put(at + 12, 0x35ffffe2); /* cbnz w2, .-4 */
        put(at + 16, movz_w(1, version));
        put(at + 20, INSN_RET);
        break;
    case 2: /* a call, whose target depends on the version */
        put(at + 4, mov_x(R_LINK_INNER, 30));
        put(at + 8, branch(at + 8, tail(version), true));
        put(at + 12, mov_x(30, R_LINK_INNER));
        put(at + 16, movz_w(1, version));
        put(at + 20, INSN_RET);
        break;
    case 3: /* a jump, the same */
        put(at + 4, movz_w(1, version));
        put(at + 8, branch(at + 8, tail(version), false));
        break;
    }
}

/* The second way into a slot: a jump, or a call of its own. */
static void write_thunk(unsigned slot)
{
    uint64_t at = guest_slot(slot) + SLOT_BYTES / 2;
    if (slot & 4) {
        put(at, branch(at, guest_slot(slot), false));
        return;
    }
    put(at, mov_x(R_LINK_OUTER, 30));
    put(at + 4, branch(at + 4, guest_slot(slot), true));
    put(at + 8, mov_x(30, R_LINK_OUTER));
    put(at + 12, INSN_RET);
}

/* low <= value (mod 2^16), or a jump to fail. */
static uint64_t write_check(uint64_t at, unsigned low, unsigned value,
                            uint64_t fail)
{
    uint32_t words = (uint32_t)((int64_t)(fail - (at + 4)) / 4);
    put(at, sub_w(R_DIFF, value, low));
    put(at + 4, 0x37000000u | 15u << 19 | (words & 0x3fff) << 5 | R_DIFF);
    return at + 8;
}

static uint64_t fault_pc;

static void write_main(void)
{
    const uint32_t head[] = {
        /* madd random, random, factor, term */
        0x9b000000u | R_FACTOR << 16 | R_TERM << 10 | R_RANDOM << 5 | R_RANDOM,
        ubfx_x(R_INDEX, R_RANDOM, 33, 8),
        add_x(R_CALLEE, R_SLOTS, R_INDEX, 7),
        ubfx_x(R_INDEX, R_INDEX, 1, 7),
        add_x(R_AT, R_ANNOUNCED_BASE, R_INDEX, 2),
        ldar_w(R_ANNOUNCED, R_AT),
        add_x(R_AT, R_ISSUED_BASE, R_INDEX, 2),
        INSN_ISB,
        0xd63f0000u | R_CALLEE << 5, /* blr */
        ldar_w(R_ISSUED, R_AT),
    };
    uint64_t at = GUEST_MAIN, fail = GUEST_MAIN + 2048;
    for (unsigned n = 0; n < ARRAY_SIZE(head); n++, at += 4)
        put(at, head[n]);
    for (unsigned r = 0; r < 2; r++) {
        at = write_check(at, R_ANNOUNCED, r, fail);
        at = write_check(at, r, R_ISSUED, fail);
    }
    put(at, 0xf1000400u | R_COUNT << 5 | R_COUNT); /* subs count, count, #1 */
    uint32_t words = (uint32_t)((int64_t)(GUEST_MAIN - (at + 4)) / 4);
    put(at + 4, 0x54000001u | (words & 0x7ffff) << 5); /* b.ne */
    fault_pc = at + 8;
    put(at + 8, 0xb9400000u | R_BAD << 5 | R_DIFF); /* ldr */
    put(at + 12, INSN_SVC);
    put(fail, INSN_BRK);
}

uint64_t guest_fault_pc(void)
{
    return fault_pc;
}

bool guest_init(void)
{
    void *p =
        mmap((void *)GUEST_BASE, GUEST_END - GUEST_BASE, PROT_READ | PROT_WRITE,
             MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED_NOREPLACE, -1, 0);
    if (p != (void *)GUEST_BASE)
        return false;
    for (uint64_t at = GUEST_BASE; at < GUEST_DATA; at += 4)
        put(at, INSN_BRK);
    for (unsigned slot = 0; slot < SLOT_COUNT; slot++) {
        guest_write(slot, 0);
        write_thunk(slot);
    }
    for (unsigned n = 0; n < TAIL_COUNT; n++) {
        uint64_t end = tail(n) + TAIL_BYTES - 4;
        for (uint64_t at = tail(n); at < end; at += 4)
            put(at, add_x(3, 3, 2, n));
        put(end, INSN_RET);
    }
    write_main();
    return true;
}

/* Word by word, since others write. */
static size_t fetch(const struct mem *mem, void *dst, gaddr_t pc, size_t len)
{
    uint32_t *words = dst;
    (void)mem;
    if (pc < GUEST_BASE || pc >= GUEST_DATA)
        return 0;
    if (len > GUEST_DATA - pc)
        len = GUEST_DATA - pc;
    for (size_t n = 0; n < len / 4; n++)
        words[n] = atomic_load_explicit((_Atomic uint32_t *)(pc + 4 * n),
                                        memory_order_relaxed);
    return len & ~(size_t)3;
}

const struct mem guest_mem = {
    .kind = MEM_DIRECT, .limit = 1ull << 47, .fetch = fetch};

void guest_start(struct a64_cpu *cpu, uint64_t seed, uint64_t calls)
{
    cpu->cpu.pc = GUEST_MAIN;
    cpu->x[R_BAD] = GUEST_BAD;
    cpu->x[R_ISSUED_BASE] = (uintptr_t)GUEST->issued;
    cpu->x[R_ANNOUNCED_BASE] = (uintptr_t)GUEST->announced;
    cpu->x[R_SLOTS] = GUEST_SLOTS;
    cpu->x[R_RANDOM] = seed;
    cpu->x[R_COUNT] = calls;
    cpu->x[R_FACTOR] = 6364136223846793005u; /* Knuth's MMIX generator */
    cpu->x[R_TERM] = 1442695040888963407u;
}
