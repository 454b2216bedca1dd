// SPDX-License-Identifier: MIT
// build: -nostdlib -ffreestanding -mgeneral-regs-only -D_GNU_SOURCE
/* Code written, announced and run; changed, announced and run again. */
#include "check.h"

#include <sys/mman.h>

#define MOV_W0(imm) (0x52800000u | (imm) << 5)
#define ADD_W0_1    0x11000400u
#define RET         0xd65f03c0u
#define B_NEXT      0x14000001u /* b .+4 */

static void announce(void *start, size_t bytes)
{
    uint64_t ctr;
    __asm__("mrs %0, ctr_el0" : "=r"(ctr));
    size_t dline = 4u << (ctr >> 16 & 15), iline = 4u << (ctr & 15);
    char *end = (char *)start + bytes;
    for (char *p = start; p < end; p += dline)
        __asm__ volatile("dc cvau, %0" : : "r"(p) : "memory");
    __asm__ volatile("dsb ish" : : : "memory");
    for (char *p = start; p < end; p += iline)
        __asm__ volatile("ic ivau, %0" : : "r"(p) : "memory");
    __asm__ volatile("dsb ish\n\tisb" : : : "memory");
}

static uint64_t call_at(const uint32_t *p)
{
    return ((unsigned (*)(unsigned, unsigned))p)(100, 200);
}

/* One instruction alone is announced: the last, the first, one between. */
static void one_of_many(uint32_t *code)
{
    enum { MANY = 192 };
    uint32_t *last = code + MANY; /* begins a line, the first may end one */
    for (unsigned k = 0; k < MANY; k++)
        code[k] = ADD_W0_1;
    last[0] = last[1] = RET;
    announce(code, 4 * (MANY + 2));
    for (unsigned k = 1; k <= MANY; k++) {
        uint32_t *first = last - k;
        CHECK("as it was", call_at(first), 100 + k);
        *last = ADD_W0_1;
        announce(last, 4);
        CHECK("the last instruction changed", call_at(first), 101 + k);
        *last = RET;
        announce(last, 4);
        CHECK("and changed back", call_at(first), 100 + k);
        *first = MOV_W0(200);
        announce(first, 4);
        CHECK("the first instruction changed", call_at(first), 199 + k);
        first[k / 2] = MOV_W0(300);
        announce(first + k / 2, 4);
        CHECK("one between changed", call_at(first), 299 + k - k / 2);
        *first = first[k / 2] = ADD_W0_1;
        announce(first, 4);
        announce(first + k / 2, 4);
    }
}

int main(void)
{
    uint32_t *code =
        (uint32_t *)sys(__NR_mmap, 0, 65536, PROT_READ | PROT_WRITE | PROT_EXEC,
                        MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    CHECK("mmap", (uint64_t)code < -4096ul, 1);
    unsigned (*call)(void) = (unsigned (*)(void))code;

    for (unsigned k = 0; k < 200; k++) {
        code[0] = MOV_W0(k);
        code[1] = RET;
        announce(code, 8);
        for (unsigned n = 0; n < 1 + k % 3; n++)
            CHECK("first instruction changed", call(), k);
    }

    /* A change behind a branch, reached from an old start. */
    code[0] = B_NEXT;
    code[1] = 0x14000000u + 1024; /* b .+4096 */
    code[1025] = MOV_W0(1);
    code[1026] = RET;
    announce(code, 4108);
    CHECK("over the page", call(), 1);
    code[1025] = MOV_W0(2);
    announce(code + 1025, 4);
    CHECK("the second page changed", call(), 2);
    code[1] = MOV_W0(3);
    code[2] = RET;
    announce(code + 1, 8);
    CHECK("the branch changed", call(), 3);

    /* A function that changes itself while it runs. */
    uint32_t *p = code + 2048;
    p[0] = 0xb9000c01u; /* str w1, [x0, #12] */
    p[1] = 0xd5033b9fu; /* dsb ish */
    p[2] = 0xd50b7520u; /* ic ivau, x0 */
    p[3] = MOV_W0(5);
    p[4] = RET;
    announce(p, 20);
    unsigned (*self)(void *, uint32_t) = (unsigned (*)(void *, uint32_t))p;
    CHECK("first pass", self(p, 0xd5033fdfu) == (unsigned)(uintptr_t)p, 1);
    p[3] = MOV_W0(6);
    announce(p, 20);
    CHECK("second pass", self(p, MOV_W0(7)), 7);
    CHECK("third pass", self(p, MOV_W0(8)), 8);
    CHECK("fourth pass", self(p, MOV_W0(9)), 9);

    one_of_many(code + 4096);
    return check_result();
}
