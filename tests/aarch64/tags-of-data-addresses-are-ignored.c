// SPDX-License-Identifier: MIT
// build: -nostdlib -ffreestanding -D_GNU_SOURCE -march=armv8.2-a+lse+rcpc
/*
 * The top byte of a data address means nothing, in whatever form of access,
 * whether it is the program's first tag, one of many, or none among tags: each
 * form runs in a process of its own, and once more in one that has met tags
 * everywhere (DDI 0487, D8.8 Address tagging; TCR_EL1.TBI0 under Linux).
 */
#include "check.h"

#include <signal.h>

static union {
    uint8_t b[8192]; /* DC ZVA: at most 2048 bytes at once */
    uint64_t x[1024];
} data __attribute__((aligned(4096)));

static void *tagged(void *p, unsigned tag)
{
    return (void *)((uintptr_t)p | (uint64_t)tag << 56);
}

/* data[k] = k + 1, in bytes. */
static void fill(void)
{
    for (unsigned k = 0; k < sizeof(data); k++)
        data.b[k] = (uint8_t)(k + 1);
}

#define AT_64 0x4847464544434241 /* eight bytes from data.b[64] on */

/* insn has %[p], the tagged address of data.x[8], and loads %[r]. */
#define LOAD(insn, tag, want)                                             \
    do {                                                                  \
        uint64_t r_ = 0, p_ = (uint64_t)tagged(&data.x[8], tag);          \
        __asm__ volatile(insn                                             \
                         : [r] "=&r"(r_), [p] "+r"(p_)                    \
                         : [i] "r"(2ul), [top] "r"((uint64_t)(tag) << 56) \
                         : "memory", "x9");                               \
        CHECK(insn, r_, want);                                            \
    } while (0)

static void loads(unsigned tag)
{
    LOAD("ldr %[r], [%[p]]", tag, AT_64);
    LOAD("ldr %w[r], [%[p], #4]", tag, 0x48474645);
    LOAD("ldrh %w[r], [%[p], #2]", tag, 0x4443);
    LOAD("ldrb %w[r], [%[p], #1]", tag, 0x42);
    LOAD("ldrsb %[r], [%[p], #64]", tag, -127ul);
    LOAD("ldrsh %w[r], [%[p], #64]", tag, 0xffff8281);
    LOAD("ldrsw %[r], [%[p], #64]", tag, 0xffffffff84838281);
    LOAD("ldur %[r], [%[p], #-1]", tag, 0x4746454443424140);
    LOAD("ldr %[r], [%[p], %[i], lsl #3]", tag, 0x5857565554535251);
    LOAD("ldr %[r], [%[p], %w[i], sxtw #3]", tag, 0x5857565554535251);
    LOAD("ldp %[r], x9, [%[p], #-8]\n\teor %[r], %[r], x9", tag,
         AT_64 ^ 0x403f3e3d3c3b3a39);
    LOAD("ldpsw %[r], x9, [%[p], #64]\n\teor %[r], %[r], x9", tag,
         (uint64_t)(int32_t)0x84838281 ^ (uint64_t)(int32_t)0x88878685);
    LOAD("ldar %[r], [%[p]]", tag, AT_64);
    LOAD("ldarb %w[r], [%[p]]", tag, 0x41);
    LOAD("ldapr %w[r], [%[p]]", tag, 0x44434241);
    LOAD("ldxr %[r], [%[p]]\n\tclrex", tag, AT_64);
    LOAD("ldaxrh %w[r], [%[p]]\n\tclrex", tag, 0x4241);
    LOAD("ldxp %[r], x9, [%[p]]\n\tclrex\n\teor %[r], %[r], x9", tag,
         AT_64 ^ 0x504f4e4d4c4b4a49);
    LOAD("prfm pldl1keep, [%[p]]\n\tldr %[r], [%[p]]", tag, AT_64);
    LOAD("dc cvau, %[p]\n\tic ivau, %[p]\n\tldr %[r], [%[p]]", tag, AT_64);
}

/* Written-back addresses keep the tag, or what carries into it. */
static void write_back(unsigned tag)
{
    uint64_t p = (uint64_t)&data.x[8], top = (uint64_t)tag << 56;
    LOAD("ldr x9, [%[p]], #8\n\tmov %[r], %[p]", tag, (p + 8) | top);
    LOAD("ldr x9, [%[p], #-8]!\n\tmov %[r], %[p]", tag, (p - 8) | top);
    LOAD("ldp x9, xzr, [%[p]], #16\n\tmov %[r], %[p]", tag, (p + 16) | top);
    LOAD("str xzr, [%[p]], #8\n\tmov %[r], %[p]", tag, (p + 8) | top);
    LOAD("ldr q0, [%[p]], #16\n\tmov %[r], %[p]", tag, (p + 16) | top);
    LOAD("ld1 {v0.2d}, [%[p]], #16\n\tmov %[r], %[p]", tag, (p + 16) | top);
    fill();
}

/* The tag may come with any part of the address. */
static void tags_in_offsets(unsigned tag)
{
    uint64_t r, p = (uint64_t)&data.x[8], top = (uint64_t)tag << 56;
    __asm__ volatile("ldr %0, [%1, %2]" : "=r"(r) : "r"(p), "r"(top));
    CHECK("tag in the index", r, AT_64);
    __asm__ volatile("ldr %0, [%1, %2]" : "=r"(r) : "r"(top), "r"(p));
    CHECK("tag in the base", r, AT_64);
    __asm__ volatile("ldr %0, [%1, %2, lsl #3]"
                     : "=r"(r)
                     : "r"(p), "r"(top >> 3));
    CHECK("tag in the shifted index", r, AT_64);
    __asm__ volatile("ldr %0, [%1, #8]" : "=r"(r) : "r"((p - 8) | top));
    CHECK("displacement", r, AT_64);
}

/* insn stores 0x1122334455667788 from %[v] or v0 at %[p]. */
#define STORE(insn, tag, want)                       \
    do {                                             \
        uint64_t v_ = 0x1122334455667788;            \
        void *p_ = tagged(&data.x[8], tag);          \
        data.x[8] = AT_64;                           \
        data.x[9] = 0;                               \
        __asm__ volatile("fmov d0, %[v]\n\t" insn    \
                         : [p] "+r"(p_)              \
                         : [v] "r"(v_), [i] "r"(2ul) \
                         : "memory", "x9", "v0");    \
        CHECK(insn, data.x[8], want);                \
    } while (0)

static void stores(unsigned tag)
{
    STORE("str %[v], [%[p]]", tag, 0x1122334455667788);
    STORE("str %w[v], [%[p], #4]", tag, 0x5566778844434241);
    STORE("strh %w[v], [%[p], #2]", tag, 0x4847464577884241);
    STORE("strb %w[v], [%[p], #7]", tag, 0x8847464544434241);
    STORE("str xzr, [%[p]]", tag, 0);
    STORE("stp xzr, %[v], [%[p], #-8]", tag, 0x1122334455667788);
    STORE("str %[v], [%[p], %[i], lsl #3]\n\tldr x9, [%[p], #16]\n\t"
          "str x9, [%[p]]",
          tag, 0x1122334455667788);
    STORE("stlr %[v], [%[p]]", tag, 0x1122334455667788);
    STORE("stlrb %w[v], [%[p]]", tag, 0x4847464544434288);
    STORE("stlr wzr, [%[p]]", tag, 0x4847464500000000);
    STORE("str d0, [%[p]]", tag, 0x1122334455667788);
    STORE("str s0, [%[p]]", tag, 0x4847464555667788);
    STORE("str h0, [%[p]]", tag, 0x4847464544437788);
    STORE("str b0, [%[p]]", tag, 0x4847464544434288);
    STORE("str q0, [%[p]]", tag, 0x1122334455667788);
    STORE("stp q0, q0, [%[p]]", tag, 0x1122334455667788);
    STORE("st1 {v0.b}[1], [%[p]]", tag, 0x4847464544434277);
    STORE("st1 {v0.16b}, [%[p]]", tag, 0x1122334455667788);
    STORE("st2 {v0.8b, v1.8b}, [%[p]]\n\tst1 {v0.8b}, [%[p]]", tag,
          0x1122334455667788);
    fill();
}

static void vectors(unsigned tag)
{
    LOAD("ldr d0, [%[p]]\n\tfmov %[r], d0", tag, AT_64);
    LOAD("ldr s0, [%[p]]\n\tfmov %[r], d0", tag, 0x44434241);
    LOAD("ldr h0, [%[p]]\n\tfmov %[r], d0", tag, 0x4241);
    LOAD("ldr b0, [%[p]]\n\tfmov %[r], d0", tag, 0x41);
    LOAD("ldr q0, [%[p]]\n\tfmov %[r], d0", tag, AT_64);
    LOAD("ldr q0, [%[p], %[i], lsl #4]\n\tfmov %[r], d0", tag,
         0x6867666564636261);
    LOAD("ldp q1, q0, [%[p], #-16]\n\tfmov %[r], d0", tag, AT_64);
    LOAD("ld1r {v0.8b}, [%[p]]\n\tfmov %[r], d0", tag, 0x4141414141414141);
    LOAD("ld1 {v0.h}[0], [%[p]]\n\tumov %w[r], v0.h[0]", tag, 0x4241);
    LOAD("ld4 {v0.8b-v3.8b}, [%[p]]\n\tfmov %[r], d1", tag, 0x5e5a56524e4a4642);
}

/* What it returns in %[r], and what is there afterwards. */
#define ATOMIC(insn, tag, want, left)                         \
    do {                                                      \
        uint64_t r_ = AT_64, v_ = 0x0101010101010101;         \
        void *p_ = tagged(&data.x[8], tag);                   \
        data.x[8] = AT_64;                                    \
        __asm__ volatile(insn                                 \
                         : [r] "+&r"(r_)                      \
                         : [p] "r"(p_), [v] "r"(v_)           \
                         : "memory", "x0", "x1", "x2", "x3"); \
        CHECK(insn, r_, want);                                \
        CHECK(insn " leaves", data.x[8], left);               \
    } while (0)

static void atomics(unsigned tag)
{
    ATOMIC("ldadd %[v], %[r], [%[p]]", tag, AT_64, 0x4948474645444342);
    ATOMIC("ldaddalb %w[v], %w[r], [%[p]]", tag, 0x41, 0x4847464544434242);
    ATOMIC("stadd %[v], [%[p]]", tag, AT_64, 0x4948474645444342);
    ATOMIC("ldclr %[v], %[r], [%[p]]", tag, AT_64, 0x4846464444424240);
    ATOMIC("ldeor %[v], %[r], [%[p]]", tag, AT_64, 0x4946474445424340);
    ATOMIC("ldset %w[v], %w[r], [%[p]]", tag, 0x44434241, 0x4847464545434341);
    ATOMIC("ldsmax %[v], %[r], [%[p]]", tag, AT_64, AT_64);
    ATOMIC("lduminh %w[v], %w[r], [%[p]]", tag, 0x4241, 0x4847464544430101);
    ATOMIC("swp %[v], %[r], [%[p]]", tag, AT_64, 0x0101010101010101);
    ATOMIC("swplb %w[v], %w[r], [%[p]]", tag, 0x41, 0x4847464544434201);
    ATOMIC("cas %[r], %[v], [%[p]]", tag, AT_64, 0x0101010101010101);
    ATOMIC("casalb %w[r], %w[v], [%[p]]", tag, 0x41, 0x4847464544434201);
    ATOMIC("mov x0, %[r]\n\tldr x1, [%[p], #8]\n\tmov x2, %[v]\n\t"
           "mov x3, #0\n\tcasp x0, x1, x2, x3, [%[p]]",
           tag, AT_64, 0x0101010101010101);
    fill();
}

/* The value is the address: what is stored has its tag. */
static void addresses_as_values(unsigned tag)
{
    uint64_t p = (uint64_t)tagged(&data.x[8], tag), old;
    data.x[8] = 0;
    __asm__ volatile("str %0, [%0]" : : "r"(p) : "memory");
    CHECK("str", data.x[8], p);
    data.x[8] = 0;
    __asm__ volatile("stlr %0, [%0]" : : "r"(p) : "memory");
    CHECK("stlr", data.x[8], p);
    data.x[8] = 5;
    __asm__ volatile("swp %1, %0, [%1]" : "=&r"(old) : "r"(p) : "memory");
    CHECK("swp", data.x[8], p);
    CHECK("swp", old, 5);
    data.x[8] = 5;
    __asm__ volatile("ldadd %1, %0, [%1]" : "=&r"(old) : "r"(p) : "memory");
    CHECK("ldadd", data.x[8], p + 5);
    data.x[8] = 1;
    __asm__ volatile("ldset %1, %0, [%1]" : "=&r"(old) : "r"(p) : "memory");
    CHECK("ldset", data.x[8], p | 1);
    data.x[8] = 1ul << 63;
    __asm__ volatile("ldclr %1, %0, [%1]" : "=&r"(old) : "r"(p) : "memory");
    CHECK("ldclr", data.x[8], (1ul << 63) & ~p);
    data.x[8] = 1;
    __asm__ volatile("ldumax %1, %0, [%1]" : "=&r"(old) : "r"(p) : "memory");
    CHECK("ldumax", data.x[8], p);
    data.x[8] = 7;
    old = 7;
    __asm__ volatile("cas %0, %1, [%1]" : "+&r"(old) : "r"(p) : "memory");
    CHECK("cas", data.x[8], p);
    data.x[8] = 7;
    uint32_t failed;
    __asm__ volatile("1: ldxr x9, [%1]\n\tcbz x9, 2f\n\tstxr %w0, %1, [%1]\n\t"
                     "cbnz %w0, 1b\n2:"
                     : "=&r"(failed)
                     : "r"(p)
                     : "memory", "x9");
    CHECK("stxr", data.x[8], p);
    __asm__ volatile("ldr %0, [%0]" : "+r"(p));
    CHECK("ldr", p, (uint64_t)tagged(&data.x[8], tag));
    fill();
}

/* The monitor knows no tags, be the store in another region or not. */
static void exclusives(unsigned tag)
{
    uint64_t *p = tagged(&data.x[8], tag), *q = tagged(&data.x[8], tag ^ 3);
    uint32_t failed = 5;
    uint64_t old, twice;
    data.x[8] = 9;
    __asm__ volatile("1: ldxr %1, [%2]\n\tadd %1, %1, #1\n\t"
                     "stxr %w0, %1, [%2]\n\tcbnz %w0, 1b"
                     : "=&r"(failed), "=&r"(old)
                     : "r"(p)
                     : "memory");
    CHECK("sum", data.x[8], 10);
    __asm__ volatile("1: ldaxr %1, [%2]\n\tmul %1, %1, %1\n\t"
                     "stlxr %w0, %1, [%2]\n\tcbnz %w0, 1b"
                     : "=&r"(failed), "=&r"(old)
                     : "r"(p)
                     : "memory");
    CHECK("square", data.x[8], 100);
    __asm__ volatile("ldxr %1, [%2]\n\tisb\n\tadd %1, %1, #1\n\t"
                     "stxr %w0, %1, [%2]"
                     : "=&r"(failed), "=&r"(old)
                     : "r"(p)
                     : "memory");
    CHECK("two regions", failed, 0);
    __asm__ volatile("ldxr %1, [%2]\n\tisb\n\tadd %1, %1, #1\n\t"
                     "stxr %w0, %1, [%3]"
                     : "=&r"(failed), "=&r"(old)
                     : "r"(p), "r"(q)
                     : "memory");
    CHECK("another tag", failed, 0);
    CHECK("stored", data.x[8], 102);
    __asm__ volatile("ldxp %1, %2, [%3]\n\tisb\n\tstxp %w0, %2, %1, [%4]"
                     : "=&r"(failed), "=&r"(old), "=&r"(twice)
                     : "r"(p), "r"(q)
                     : "memory");
    CHECK("pair", failed, 0);
    CHECK("exchanged", data.x[9], 102);
    __asm__ volatile("ldxr %1, [%2]\n\tstxr %w0, %1, [%3]"
                     : "=&r"(failed), "=&r"(old)
                     : "r"(p), "r"((char *)q + 8)
                     : "memory");
    CHECK("another address", failed, 1);
    fill();
}

static void zeroes(unsigned tag)
{
    uint64_t log2_words;
    __asm__("mrs %0, dczid_el0" : "=r"(log2_words));
    size_t size = 4ul << log2_words;
    __asm__ volatile("dc zva, %0"
                     :
                     : "r"(tagged(&data.b[size + 6], tag))
                     : "memory");
    CHECK("before", data.b[size - 1], (uint8_t)size);
    CHECK("first", data.b[size], 0);
    CHECK("last", data.b[2 * size - 1], 0);
    CHECK("behind", data.b[2 * size], (uint8_t)(2 * size + 1));
    fill();
}

/* SP is a base like any other. */
static void stack_pointer(unsigned tag)
{
    uint64_t sum, sp;
    __asm__ volatile("mov x9, sp\n\tmov sp, %2\n\tmov x10, #7\n\t"
                     "stp x10, x10, [sp, #-16]!\n\tldr %0, [sp, #8]\n\t"
                     "ldr x10, [sp], #16\n\tadd %0, %0, x10\n\t"
                     "mov %1, sp\n\tmov sp, x9"
                     : "=&r"(sum), "=&r"(sp)
                     : "r"(tagged(&data.x[8], tag))
                     : "x9", "x10", "memory");
    CHECK("sum", sum, 14);
    CHECK("sp", sp, (uint64_t)tagged(&data.x[8], tag));
    CHECK("pushed", data.x[6], 7);
    fill();
}

/* Writes to code by way of a tagged address, announced by one. */
static void code(unsigned tag)
{
    enum {
        MOV_X0 = 0xd2800000,
        RET = 0xd65f03c0,
        RWX = 7,
        PRIVATE_ANON = 0x22
    };
    uint32_t *at =
        (uint32_t *)sys(__NR_mmap, 0, 4096, RWX, PRIVATE_ANON, -1, 0);
    uint32_t *to = tagged(at, tag);
    at[1] = RET;
    for (unsigned n = 1; n < 5; n++) {
        to[0] = MOV_X0 | n << 5;
        __asm__ volatile("dc cvau, %0\n\tdsb ish\n\tic ivau, %0\n\tdsb ish\n\t"
                         "isb"
                         :
                         : "r"(to)
                         : "memory");
        CHECK("new code", ((uint64_t(*)(void))at)(), n);
    }
    sys(__NR_munmap, (long)at, 4096, 0, 0, 0, 0);
}

/* A list whose every other pointer has a tag. */
static void mixture(unsigned tag)
{
    struct node {
        struct node *next;
        uint64_t value;
    } nodes[64], *n;
    uint64_t sum = 0;
    for (unsigned k = 0; k < 64; k++) {
        nodes[k].value = k;
        nodes[k].next =
            k == 63 ? NULL : tagged(&nodes[k + 1], k & 1 ? tag + k : 0);
    }
    for (unsigned round = 0; round < 100; round++)
        for (n = nodes; n; n = n->next)
            sum += n->value;
    CHECK("sum", sum, 100 * 64 * 63 / 2);
}

static void (*const forms[])(unsigned tag) = {
    loads,   write_back, tags_in_offsets, stores,
    vectors, atomics,    exclusives,      zeroes,
    code,    mixture,    stack_pointer,   addresses_as_values};

/* More regions than are taken one by one. */
static void tags_everywhere(void)
{
    volatile uint64_t *p = tagged(&data.x[8], 0x77);
#define TOUCH __asm__ volatile("isb\n\tldr x9, [%0]" : : "r"(p) : "x9");
#define FOUR  TOUCH TOUCH TOUCH TOUCH
    FOUR FOUR FOUR FOUR FOUR FOUR
}

static void in_child(void (*form)(unsigned), bool everywhere)
{
    static const unsigned tags[] = {0, 0x5a, 0xff, 0x01, 0, 0x80};
    int status = -1;
    long pid = sys(__NR_clone, SIGCHLD, 0, 0, 0, 0, 0);
    if (pid == 0) {
        if (everywhere)
            tags_everywhere();
        for (unsigned k = 0; k < sizeof(tags) / sizeof(tags[0]); k++)
            form(tags[k]);
        sys(__NR_exit_group, check_result(), 0, 0, 0, 0, 0);
    }
    sys(__NR_wait4, pid, (long)&status, 0, 0, 0, 0);
    CHECK("status", status, 0);
}

int main(void)
{
    fill();
    for (unsigned k = 0; k < sizeof(forms) / sizeof(forms[0]); k++) {
        in_child(forms[k], false);
        in_child(forms[k], true);
    }
    return check_result();
}
