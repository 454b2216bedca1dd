// SPDX-License-Identifier: MIT
// build: -nostdlib -ffreestanding -mgeneral-regs-only
/* Loads and stores of general registers: sizes, extension, every address. */
#include "check.h"

static uint8_t buf[8192] __attribute__((aligned(4096)));

static void fill(void)
{
    for (unsigned k = 0; k < sizeof(buf); k++)
        buf[k] = (uint8_t)(k * 7 + (k >> 8) + 0x80);
}

static uint64_t at(unsigned offset, unsigned n)
{
    uint64_t v = 0;
    for (unsigned k = 0; k < n; k++)
        v |= (uint64_t)buf[offset + k] << (8 * k);
    return v;
}

static int64_t signed_at(unsigned offset, unsigned n)
{
    unsigned shift = 64 - 8 * n;
    return (int64_t)(at(offset, n) << shift) >> shift;
}

#define P                   ((uint64_t)(buf + 4096))
#define LOAD(insn, m, want) CHECK(insn, VALUE(insn, -1, P, m), want)

static void loads(void)
{
    LOAD("ldrb %w[d], [%x[n]]", 0, at(4096, 1));
    LOAD("ldrb %w[d], [%x[n], #4095]", 0, at(8191, 1));
    LOAD("ldrh %w[d], [%x[n], #2]", 0, at(4098, 2));
    LOAD("ldr %w[d], [%x[n], #4092]", 0, at(8188, 4));
    LOAD("ldr %x[d], [%x[n], #4088]", 0, at(8184, 8));
    LOAD("ldrsb %w[d], [%x[n]]", 0, (uint32_t)signed_at(4096, 1));
    LOAD("ldrsb %x[d], [%x[n], #1]", 0, signed_at(4097, 1));
    LOAD("ldrsh %w[d], [%x[n], #6]", 0, (uint32_t)signed_at(4102, 2));
    LOAD("ldrsh %x[d], [%x[n], #8]", 0, signed_at(4104, 2));
    LOAD("ldrsw %x[d], [%x[n], #8]", 0, signed_at(4104, 4));
    LOAD("ldrsw %x[d], [%x[n], #24]", 0, signed_at(4120, 4));
    LOAD("ldur %x[d], [%x[n], #-1]", 0, at(4095, 8));
    LOAD("ldurb %w[d], [%x[n], #-256]", 0, at(3840, 1));
    LOAD("ldurh %w[d], [%x[n], #255]", 0, at(4351, 2));
    LOAD("ldursw %x[d], [%x[n], #-3]", 0, signed_at(4093, 4));
    LOAD("ldursb %w[d], [%x[n], #-5]", 0, (uint32_t)signed_at(4091, 1));
    LOAD("ldtr %x[d], [%x[n], #9]", 0, at(4105, 8));
    LOAD("ldtrsh %x[d], [%x[n], #-7]", 0, signed_at(4089, 2));
}

static void register_offsets(void)
{
    LOAD("ldr %x[d], [%x[n], %x[m]]", 13, at(4109, 8));
    LOAD("ldr %x[d], [%x[n], %x[m], lsl #3]", -16, at(3968, 8));
    LOAD("ldr %w[d], [%x[n], %w[m], uxtw]", 0xf00000003, at(4099, 4));
    LOAD("ldr %w[d], [%x[n], %w[m], uxtw #2]", 0xf00000003, at(4108, 4));
    LOAD("ldr %w[d], [%x[n], %w[m], sxtw]", 0xfffffffd, at(4093, 4));
    LOAD("ldrh %w[d], [%x[n], %w[m], sxtw #1]", 0xfffffffd, at(4090, 2));
    LOAD("ldrb %w[d], [%x[n], %x[m], sxtx]", -9, at(4087, 1));
    LOAD("ldrsh %x[d], [%x[n], %x[m], lsl #1]", 5, signed_at(4106, 2));
    LOAD("ldrsw %x[d], [%x[n], %w[m], sxtw #2]", 0xffffffff,
         signed_at(4092, 4));
    LOAD("ldrsb %w[d], [%x[n], %x[m]]", 3, (uint32_t)signed_at(4099, 1));
    LOAD("ldr %x[d], [%x[n], xzr, lsl #3]", 0, at(4096, 8));
}

/* Base after the access minus base before it. */
#define WRITTEN_BACK(insn, offset, n, moved)                     \
    do {                                                         \
        uint64_t p = P, r;                                       \
        __asm__ volatile(insn : "=&r"(r), "+r"(p) : : "memory"); \
        CHECK(insn, r, at(4096 + (offset), n));                  \
        CHECK(insn " base", p - P, moved);                       \
    } while (0)

static void writeback(void)
{
    WRITTEN_BACK("ldr %0, [%1], #8", 0, 8, 8);
    WRITTEN_BACK("ldr %0, [%1], #-256", 0, 8, -256);
    WRITTEN_BACK("ldr %0, [%1, #255]!", 255, 8, 255);
    WRITTEN_BACK("ldr %w0, [%1, #-4]!", -4, 4, -4);
    WRITTEN_BACK("ldrb %w0, [%1], #1", 0, 1, 1);
    WRITTEN_BACK("ldrh %w0, [%1, #2]!", 2, 2, 2);
}

static void pairs(void)
{
    uint64_t p = P, a, b;
    __asm__ volatile("ldp %0, %1, [%2, #-512]"
                     : "=&r"(a), "=&r"(b)
                     : "r"(p)
                     : "memory");
    CHECK("ldp first", a, at(3584, 8));
    CHECK("ldp second", b, at(3592, 8));
    __asm__ volatile("ldp %w0, %w1, [%2, #252]"
                     : "=&r"(a), "=&r"(b)
                     : "r"(p)
                     : "memory");
    CHECK("ldp w first", a, at(4348, 4));
    CHECK("ldp w second", b, at(4352, 4));
    __asm__ volatile("ldpsw %0, %1, [%2], #-8"
                     : "=&r"(a), "=&r"(b), "+r"(p)
                     :
                     : "memory");
    CHECK("ldpsw first", a, signed_at(4096, 4));
    CHECK("ldpsw second", b, signed_at(4100, 4));
    CHECK("ldpsw base", P - p, 8);
    __asm__ volatile("ldnp %0, %1, [%2, #16]"
                     : "=&r"(a), "=&r"(b)
                     : "r"(p)
                     : "memory");
    CHECK("ldnp first", a, at(4104, 8));
    CHECK("ldnp second", b, at(4112, 8));
    /* The base itself is loaded. */
    __asm__ volatile("ldp %0, %1, [%0, #8]" : "+r"(p), "=&r"(b) : : "memory");
    CHECK("ldp over its base", p, at(4096, 8));
    CHECK("ldp behind its base", b, at(4104, 8));
}

#define STORE(insn, m, offset, n)                                  \
    do {                                                           \
        fill();                                                    \
        uint64_t before = at(4096 + (offset)-8, 8);                \
        uint64_t after = at(4096 + (offset) + (n), 8);             \
        VALUE(insn, 0x1122334455667788, P, m);                     \
        CHECK(insn, at(4096 + (offset), n),                        \
              0x1122334455667788 & (~0ull >> (64 - 8 * (n))));     \
        CHECK(insn " below", at(4096 + (offset)-8, 8), before);    \
        CHECK(insn " above", at(4096 + (offset) + (n), 8), after); \
    } while (0)

static void stores(void)
{
    STORE("strb %w[d], [%x[n], #3]", 0, 3, 1);
    STORE("strh %w[d], [%x[n], #6]", 0, 6, 2);
    STORE("str %w[d], [%x[n], #16]", 0, 16, 4);
    STORE("str %x[d], [%x[n], #2048]", 0, 2048, 8);
    STORE("stur %x[d], [%x[n], #-11]", 0, -11, 8);
    STORE("sturb %w[d], [%x[n], #-256]", 0, -256, 1);
    STORE("sttr %w[d], [%x[n], #5]", 0, 5, 4);
    STORE("str %x[d], [%x[n], %x[m], lsl #3]", 9, 72, 8);
    STORE("str %w[d], [%x[n], %w[m], sxtw #2]", 0xfffffff7, -36, 4);
    STORE("strh %w[d], [%x[n], %w[m], uxtw]", 0x700000021, 0x21, 2);
}

static void store_pairs(void)
{
    uint64_t p = P;
    __asm__ volatile("stp %1, %2, [%0, #-32]!"
                     : "+r"(p)
                     : "r"(0x1111ul), "r"(0x2222ul)
                     : "memory");
    CHECK("stp base", P - p, 32);
    CHECK("stp first", at(4064, 8), 0x1111);
    CHECK("stp second", at(4072, 8), 0x2222);
    __asm__ volatile("stp %w1, wzr, [%0], #16"
                     : "+r"(p)
                     : "r"(~0ul)
                     : "memory");
    CHECK("stp w base", P - p, 16);
    CHECK("stp w", at(4064, 8), 0xffffffff);
    /* The stored base is the one from before the writeback. */
    __asm__ volatile("str %0, [%1]\n\tstr %1, [%1, #8]"
                     :
                     : "r"(5ul), "r"(p)
                     : "memory");
    CHECK("str base", at(4088, 8), p);
    __asm__ volatile("sub sp, sp, #64\n\t"
                     "stp %1, %1, [sp, #16]\n\t"
                     "ldr %0, [sp, #24]\n\t"
                     "str xzr, [sp], #32\n\t"
                     "str %0, [sp, #-16]!\n\t"
                     "add sp, sp, #48"
                     : "=&r"(p)
                     : "r"(77ul)
                     : "memory");
    CHECK("sp as base", p, 77);
}

static void literals(void)
{
    uint64_t a, b, c;
    __asm__("ldr %0, 1f\n\t"
            "ldr %w1, 2f\n\t"
            "ldrsw %2, 2f\n\t"
            "prfm pldl1keep, 1f\n\t"
            "b 3f\n\t"
            ".balign 8\n"
            "1: .quad 0x0123456789abcdef\n"
            "2: .word 0x89abcdef\n"
            "3:"
            : "=r"(a), "=r"(b), "=r"(c));
    CHECK("literal", a, 0x0123456789abcdef);
    CHECK("literal w", b, 0x89abcdef);
    CHECK("literal sw", c, 0xffffffff89abcdef);
}

/* A prefetch of any address does nothing. */
static void prefetches(void)
{
    VALUE("prfm pldl1keep, [%x[n]]", 0, 0, 0);
    VALUE("prfm pstl3strm, [%x[n], %x[m], lsl #3]", 0, -1, -1);
    VALUE("prfum pldl1keep, [%x[n], #-256]", 0, 1ull << 63, 0);
}

int main(void)
{
    fill();
    loads();
    register_offsets();
    writeback();
    pairs();
    stores();
    fill();
    store_pairs();
    literals();
    prefetches();
    return check_result();
}
