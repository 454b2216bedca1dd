// SPDX-License-Identifier: MIT
// build: -nostdlib -ffreestanding -mgeneral-regs-only -D_GNU_SOURCE
/*
 * A loop's count is compared early, changed at once and tested at the end: what
 * lies between may need every register, but must not change what is tested.
 * Random bodies, against the same in C.
 */
#include "check.h"

#include <sys/mman.h>

#define LOOPS  3000
#define BODY   14
#define REGS   16 /* x0-x15; x16 holds the registers' address */
#define RET    0xd65f03c0u
#define LDR(t) (0xf9400200u | (uint32_t)(t) << 10 | (uint32_t)(t))
#define STR(t) (0xf9000200u | (uint32_t)(t) << 10 | (uint32_t)(t))

static uint64_t state = 1;

static unsigned pick(unsigned n)
{
    state = state * 6364136223846793005u + 1442695040888963407u;
    return (unsigned)(state >> 33) % n;
}

enum kind { ADD, SUB, EOR, ORR, MOV, ROR, LSL, EOR_LSL, SUBS, KINDS };

struct op {
    enum kind kind;
    unsigned d, n, m, amount;
};

static uint32_t encode(const struct op *o)
{
    uint32_t dnm = o->d | o->n << 5 | o->m << 16;
    switch (o->kind) {
    case ADD: return 0x8b000000u | dnm;
    case SUB: return 0xcb000000u | dnm;
    case EOR: return 0xca000000u | dnm;
    case ORR: return 0xaa000000u | dnm;
    case MOV: return 0xaa0003e0u | o->d | o->m << 16;
    case ROR:
        return 0x93c00000u | o->d | o->m << 16 | o->m << 5 | o->amount << 10;
    case LSL: return 0x9ac02000u | dnm;
    case EOR_LSL: return 0xca000000u | dnm | o->amount << 10;
    default: return 0xf1000400u | o->d | o->d << 5; /* subs d, d, #1 */
    }
}

static void perform(const struct op *o, uint64_t *x)
{
    uint64_t n = x[o->n], m = x[o->m];
    switch (o->kind) {
    case ADD: x[o->d] = n + m; break;
    case SUB: x[o->d] = n - m; break;
    case EOR: x[o->d] = n ^ m; break;
    case ORR: x[o->d] = n | m; break;
    case MOV: x[o->d] = m; break;
    case ROR: x[o->d] = m >> o->amount | m << (64 - o->amount); break;
    case LSL: x[o->d] = n << (m & 63); break;
    case EOR_LSL: x[o->d] = n ^ m << o->amount; break;
    default: x[o->d]--; break;
    }
}

static void announce(char *p, size_t bytes)
{
    for (char *q = p; q < p + bytes; q += 4)
        __asm__ volatile("dc cvau, %0" : : "r"(q) : "memory");
    __asm__ volatile("dsb ish" : : : "memory");
    for (char *q = p; q < p + bytes; q += 4)
        __asm__ volatile("ic ivau, %0" : : "r"(q) : "memory");
    __asm__ volatile("dsb ish\n\tisb" : : : "memory");
}

/* The loop's count is in a register that nothing else in it writes. */
static unsigned choose(struct op *ops)
{
    unsigned count = pick(REGS), at = pick(4);
    for (unsigned k = 0; k < BODY; k++) {
        ops[k] = (struct op){.kind = (enum kind)pick(SUBS),
                             .d = pick(REGS),
                             .n = pick(REGS),
                             .m = pick(REGS),
                             .amount = 1 + pick(63)};
        while (ops[k].d == count)
            ops[k].d = pick(REGS);
    }
    ops[at] = (struct op){.kind = SUBS, .d = count};
    return count;
}

static void write_loop(uint32_t *code, const struct op *ops)
{
    unsigned n = 0;
    for (unsigned r = 0; r < REGS; r++)
        code[n++] = LDR(r);
    for (unsigned k = 0; k < BODY; k++)
        code[n++] = encode(&ops[k]);
    code[n++] = 0x54000001u | (uint32_t)(-BODY & 0x7ffff) << 5; /* b.ne */
    for (unsigned r = 0; r < REGS; r++)
        code[n++] = STR(r);
    code[n++] = RET;
    announce((char *)code, n * 4);
}

static void run(const uint32_t *code, uint64_t *x)
{
    register uint64_t *x16 __asm__("x16") = x;
    register const uint32_t *x17 __asm__("x17") = code;
    __asm__ volatile("blr x17"
                     : "+r"(x16), "+r"(x17)
                     :
                     : "x0", "x1", "x2", "x3", "x4", "x5", "x6", "x7", "x8",
                       "x9", "x10", "x11", "x12", "x13", "x14", "x15", "x30",
                       "cc", "memory");
}

int main(void)
{
    uint32_t *code =
        (uint32_t *)sys(__NR_mmap, 0, 4096, PROT_READ | PROT_WRITE | PROT_EXEC,
                        MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    struct op ops[BODY];
    uint64_t x[REGS], expected[REGS];
    for (unsigned k = 0; k < LOOPS; k++) {
        unsigned count = choose(ops);
        for (unsigned r = 0; r < REGS; r++)
            x[r] = (uint64_t)pick(1u << 31) << 32 | pick(1u << 31);
        x[count] = 1 + pick(5);
        for (unsigned r = 0; r < REGS; r++)
            expected[r] = x[r];
        write_loop(code, ops);
        do {
            for (unsigned n = 0; n < BODY; n++)
                perform(&ops[n], expected);
        } while (expected[count]);
        run(code, x);
        for (unsigned r = 0; r < REGS; r++)
            CHECK("register after a loop", x[r], expected[r]);
    }
    return check_result();
}
