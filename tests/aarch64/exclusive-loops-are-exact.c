// SPDX-License-Identifier: MIT
// build: -nostdlib -ffreestanding -mgeneral-regs-only
// build: -D_GNU_SOURCE
/*
 * The loops of LDXR and STXR that compilers make for atomics leave memory,
 * registers, flags and the monitor as the two instructions do one by one, and
 * so do their faults.
 */
#define CHECK_SIGNALS
#include "check.h"

#include <sys/mman.h>

static uint64_t cell __attribute__((aligned(4096)));
static uint64_t other __attribute__((aligned(4096)));

/* x0 = where, x1 = old, x2 = new, w3 = status, x4 = y, NZCV from 0. */
struct result {
    uint64_t old, new, status, nzcv, memory;
};

#define INITIAL 0x8877665544332211
#define LOOP(insns, y)                                                     \
    ({                                                                     \
        struct result r_;                                                  \
        cell = INITIAL;                                                    \
        __asm__ volatile("mov x0, %4\n\tmov x4, %5\n\tmov x2, %5\n\t"      \
                         "mov x1, #99\n\tmov x3, #99\n\tmsr nzcv, xzr\n"   \
                         "1: " insns "\n\t"                                \
                         "cbnz w3, 1b\n"                                   \
                         "2:\n\t"                                          \
                         "mov %0, x1\n\tmov %1, x2\n\tmov %2, x3\n\t"      \
                         "mrs %3, nzcv"                                    \
                         : "=&r"(r_.old), "=&r"(r_.new), "=&r"(r_.status), \
                           "=&r"(r_.nzcv)                                  \
                         : "r"(&cell), "r"((uint64_t)(y))                  \
                         : "x0", "x1", "x2", "x3", "x4", "memory", "cc");  \
        r_.nzcv >>= 28;                                                    \
        r_.memory = cell;                                                  \
        r_;                                                                \
    })

static void expect(const char *what, struct result r, struct result want,
                   int line)
{
    check_equal(what, r.old, want.old, line);
    check_equal(what, r.new, want.new, line);
    check_equal(what, r.status, want.status, line);
    check_equal(what, r.nzcv, want.nzcv, line);
    check_equal(what, r.memory, want.memory, line);
}

#define Y 0xfffffffffedcba98

#define OP64(insns, y, want, flags) \
    expect(insns, LOOP(insns, y),   \
           (struct result){INITIAL, (want), 0, (flags), (want)}, __LINE__)

/* Register forms of 64 bits: the old value is in x1, the new one in x2. */
static void operations(void)
{
    OP64("ldxr x1, [x0]\n\tadd x2, x1, x4\n\tstxr w3, x2, [x0]", Y, INITIAL + Y,
         0);
    OP64("ldaxr x1, [x0]\n\tadd x2, x4, x1\n\tstlxr w3, x2, [x0]", Y,
         INITIAL + Y, 0);
    OP64("ldxr x1, [x0]\n\tadd x2, x1, #5\n\tstlxr w3, x2, [x0]", Y,
         INITIAL + 5, 0);
    OP64("ldxr x1, [x0]\n\tsub x2, x1, #5, lsl #12\n\tstxr w3, x2, [x0]", Y,
         INITIAL - 0x5000, 0);
    OP64("ldxr x1, [x0]\n\tsub x2, x1, x4\n\tstxr w3, x2, [x0]", Y, INITIAL - Y,
         0);
    OP64("ldxr x1, [x0]\n\tsub x2, x4, x1\n\tstxr w3, x2, [x0]", Y, Y - INITIAL,
         0);
    OP64("ldxr x1, [x0]\n\tadd x2, x1, x1\n\tstxr w3, x2, [x0]", Y,
         INITIAL + INITIAL, 0);
    OP64("ldxr x1, [x0]\n\tadd x2, x2, x1\n\tstxr w3, x2, [x0]", Y, INITIAL + Y,
         0);
    OP64("ldxr x1, [x0]\n\tadd x2, x1, x4, lsl #4\n\tstxr w3, x2, [x0]", Y,
         INITIAL + (Y << 4), 0);
    OP64("ldxr x1, [x0]\n\tadd w2, w1, w4\n\tstxr w3, x2, [x0]", Y,
         (uint32_t)(INITIAL + Y), 0);
    OP64("ldxr x1, [x0]\n\tadds x2, x1, x4\n\tstxr w3, x2, [x0]", Y,
         INITIAL + Y, N | C);
    OP64("ldxr x1, [x0]\n\tand x2, x1, x4\n\tstxr w3, x2, [x0]", Y, INITIAL & Y,
         0);
    OP64("ldxr x1, [x0]\n\tbic x2, x1, x4\n\tstxr w3, x2, [x0]", Y,
         INITIAL & ~Y, 0);
    OP64("ldxr x1, [x0]\n\torr x2, x1, x4\n\tstxr w3, x2, [x0]", Y, INITIAL | Y,
         0);
    OP64("ldxr x1, [x0]\n\teor x2, x1, #0xff00\n\tstxr w3, x2, [x0]", Y,
         INITIAL ^ 0xff00, 0);
    OP64("ldaxr x1, [x0]\n\tand x2, x1, x4\n\tmvn x2, x2\n\t"
         "stlxr w3, x2, [x0]",
         Y, ~(INITIAL & Y), 0);
    OP64("ldxr x1, [x0]\n\tcmp x1, x4\n\tcsel x2, x1, x4, lt\n\t"
         "stxr w3, x2, [x0]",
         Y, INITIAL, N);
    OP64("ldxr x1, [x0]\n\tstxr w3, x2, [x0]", Y, Y, 0);
}

#define OP(suffix, reg, bits)                                                  \
    do {                                                                       \
        uint64_t m_ = ~0ull >> (64 - (bits)), old_ = INITIAL & m_;             \
        uint64_t keep_ = INITIAL & ~m_, w_ = UINT32_MAX | m_;                  \
        uint64_t sum_ = (old_ + Y) & w_, diff_ = (old_ - 7) & w_;              \
        expect("add " suffix,                                                  \
               LOOP("ldxr" suffix " " reg "1, [x0]\n\t"                        \
                    "add " reg "2, " reg "1, " reg "4\n\t"                     \
                    "stxr" suffix " w3, " reg "2, [x0]",                       \
                    Y),                                                        \
               (struct result){old_, sum_, 0, 0, keep_ | (sum_ & m_)},         \
               __LINE__);                                                      \
        expect("sub " suffix,                                                  \
               LOOP("ldaxr" suffix " " reg "1, [x0]\n\t"                       \
                    "sub " reg "2, " reg "1, #7\n\t"                           \
                    "stlxr" suffix " w3, " reg "2, [x0]",                      \
                    Y),                                                        \
               (struct result){old_, diff_, 0, 0, keep_ | (diff_ & m_)},       \
               __LINE__);                                                      \
        expect("eor " suffix,                                                  \
               LOOP("ldxr" suffix " " reg "1, [x0]\n\t"                        \
                    "eor " reg "2, " reg "1, " reg "4\n\t"                     \
                    "stxr" suffix " w3, " reg "2, [x0]",                       \
                    Y),                                                        \
               (struct result){old_, (old_ ^ Y) & w_, 0, 0,                    \
                               keep_ | ((old_ ^ Y) & m_)},                     \
               __LINE__);                                                      \
        expect("swap " suffix,                                                 \
               LOOP("ldxr" suffix " " reg "1, [x0]\n\t"                        \
                    "stxr" suffix " w3, " reg "4, [x0]",                       \
                    Y),                                                        \
               (struct result){old_, Y, 0, 0, keep_ | (Y & m_)}, __LINE__);    \
        expect("swap with zero " suffix,                                       \
               LOOP("ldaxr" suffix " " reg "1, [x0]\n\t"                       \
                    "stlxr" suffix " w3, " reg "zr, [x0]",                     \
                    Y),                                                        \
               (struct result){old_, Y, 0, 0, keep_}, __LINE__);               \
        expect("compare and swap " suffix,                                     \
               LOOP("ldaxr" suffix " " reg "1, [x0]\n\t"                       \
                    "mov " reg "2, " reg "1\n\t"                               \
                    "cmp " reg "1, " reg "2\n\t"                               \
                    "b.ne 2f\n\t"                                              \
                    "stlxr" suffix " w3, " reg "4, [x0]",                      \
                    Y),                                                        \
               (struct result){old_, old_, 0, Z | C, keep_ | (Y & m_)},        \
               __LINE__);                                                      \
        expect("compare only " suffix,                                         \
               LOOP("ldaxr" suffix " " reg "1, [x0]\n\t"                       \
                    "cmp " reg "1, #0\n\t"                                     \
                    "b.ne 2f\n\t"                                              \
                    "stlxr" suffix " w3, " reg "4, [x0]",                      \
                    Y),                                                        \
               (struct result){                                                \
                   old_, Y, 99,                                                \
                   C | ((bits) >= 32 && old_ >> (bits - 1) ? N : 0), INITIAL}, \
               __LINE__);                                                      \
    } while (0)

static void sizes(void)
{
    OP("b", "w", 8);
    OP("h", "w", 16);
    OP("", "w", 32);
    OP("", "x", 64);
}

/* Registers in several roles. */
static void aliases(void)
{
    struct result r;
    r = LOOP("ldxr x1, [x0]\n\tadd x1, x1, #1\n\tstxr w3, x1, [x0]", Y);
    CHECK("new over old", r.old, INITIAL + 1);
    CHECK("new over old, stored", r.memory, INITIAL + 1);
    r = LOOP("ldxr x3, [x0]\n\tadd x2, x3, #1\n\tstxr w3, x2, [x0]", Y);
    CHECK("status over old", r.status, 0);
    CHECK("status over old, stored", r.memory, INITIAL + 1);
    r = LOOP("ldxr xzr, [x0]\n\tadd x2, x4, #1\n\tstxr w3, x2, [x0]", Y);
    CHECK("old value unwanted", r.memory, Y + 1);
    r = LOOP("ldxr xzr, [x0]\n\tstxr w3, xzr, [x0]", Y);
    CHECK("zero over what is unwanted", r.memory, 0);
    r = LOOP("ldxr x1, [x0]\n\tstxr w3, x1, [x0]", Y);
    CHECK("the old value again", r.memory, INITIAL);
    CHECK("the old value again", r.status, 0);
    r = LOOP("ldxr x1, [x0]\n\tadd x2, x1, x2\n\tstxr w3, x2, [x0]\n\t"
             "cbnz wzr, 1b",
             Y);
    CHECK("the operand is the result", r.memory, INITIAL + Y);
    r = LOOP("mov x2, sp\n\tsub sp, sp, #16\n\tstr x4, [sp]\n"
             "3: ldxr x1, [sp]\n\tadd x1, x1, #1\n\tstxr w3, x1, [sp]\n\t"
             "cbnz w3, 3b\n\tldr x1, [sp]\n\tmov sp, x2",
             Y);
    CHECK("on the stack", r.old, Y + 1);
}

/* Status of a store-exclusive to `where` behind insns, with x0 = &cell. */
#define THEN_STORE(insns, where)                                          \
    ({                                                                    \
        uint64_t status_;                                                 \
        __asm__ volatile("mov x0, %1\n\tmov x5, %2\n\t" insns "\n\t"      \
                         "stxr %w0, xzr, [" where "]"                     \
                         : "=&r"(status_)                                 \
                         : "r"(&cell), "r"(&other)                        \
                         : "x0", "x1", "x2", "x3", "x5", "memory", "cc"); \
        status_;                                                          \
    })

#define INCREMENT \
    "1: ldxr x1, [x0]\n\tadd x1, x1, #1\n\tstxr w3, x1, [x0]\n\tcbnz w3, 1b"

static void monitor(void)
{
    cell = 1;
    other = 2;
    CHECK("the loop clears", THEN_STORE(INCREMENT, "x0"), 1);
    CHECK("an older one too", THEN_STORE("ldxr x1, [x5]\n\t" INCREMENT, "x5"),
          1);
    CHECK("a swap clears",
          THEN_STORE("1: ldxr x1, [x0]\n\tstxr w3, x5, [x0]\n\tcbnz w3, 1b",
                     "x0"),
          1);
    CHECK("a compare-and-swap clears",
          THEN_STORE("1: ldxr x1, [x0]\n\tcmp x1, x1\n\tb.ne 2f\n\t"
                     "stxr w3, x5, [x0]\n\tcbnz w3, 1b\n2:",
                     "x0"),
          1);
    CHECK("the other cell is as it was", other, 2);
    CHECK("a branch out keeps it",
          THEN_STORE("1: ldxr x1, [x0]\n\tcmp x1, x1\n\tb.eq 2f\n\t"
                     "stxr w3, x5, [x0]\n\tcbnz w3, 1b\n2:",
                     "x0"),
          0);
    CHECK("and it stores", cell, 0);
    CHECK("so does one on what is known",
          THEN_STORE("mov x2, #0\n"
                     "1: ldxr x1, [x0]\n\tmov x2, #0\n\tcbz x2, 2f\n\t"
                     "stxr w3, x5, [x0]\n\tcbnz w3, 1b\n2:",
                     "x0"),
          0);
    CHECK("a base that moves is another",
          THEN_STORE("mov w3, #5\n\tldxr x1, [x0]\n\tmov x0, x5\n\t"
                     "stxr w3, x1, [x0]\n\tcbz w3, 2f\n\tldxr x1, [x5]\n2:",
                     "x5"),
          0);
    CHECK(
        "another size between",
        THEN_STORE("ldxr x1, [x0]\n\tldxr w1, [x5]\n\tstxr w3, w1, [x5]", "x0"),
        1);
}

/* To the STXR without the LDXR: it fails once, and the loop is taken. */
static void entered_at_the_store(void)
{
    uint64_t rounds = 0, status;
    cell = 5;
    __asm__ volatile("clrex\n\t"
                     "mov x1, #77\n\t"
                     "b 3f\n"
                     "1: ldxr x1, [%2]\n\t"
                     "add x1, x1, #1\n\t"
                     "add %0, %0, #1\n"
                     "3: stxr %w1, x1, [%2]\n\t"
                     "cbnz %w1, 1b"
                     : "+&r"(rounds), "=&r"(status)
                     : "r"(&cell)
                     : "x1", "memory");
    CHECK("rounds", rounds, 1);
    CHECK("stored", cell, 6);
}

static struct {
    unsigned count;
    int sig, code;
    uint64_t pc, address, nzcv, old, new, status;
    bool write;
} seen;
static uint64_t skip_to; /* 0: the page is made writable, and again */
static char *page;

/* Of the record that says how the access failed: was it a write? */
static bool is_write(const ucontext_t *uc)
{
    const uint32_t *record = (const uint32_t *)uc->uc_mcontext.__reserved;
    while (record[0] && record[0] != 0x45535201)
        record += record[1] / 4;
    return record[0] && (record[2] & 0x40);
}

static void on_fault(int sig, siginfo_t *info, void *context)
{
    ucontext_t *uc = context;
    seen.count++;
    seen.sig = sig;
    seen.code = info->si_code;
    seen.address = (uint64_t)info->si_addr;
    seen.pc = uc->uc_mcontext.pc;
    seen.nzcv = uc->uc_mcontext.pstate >> 28;
    seen.old = uc->uc_mcontext.regs[1];
    seen.new = uc->uc_mcontext.regs[2];
    seen.status = uc->uc_mcontext.regs[3];
    seen.write = is_write(uc);
    if (skip_to)
        uc->uc_mcontext.pc = skip_to;
    else
        sys(__NR_mprotect, (long)page, 4096, PROT_READ | PROT_WRITE, 0, 0, 0);
}

/* A loop whose instruction at 7: faults; x1 to x3 are 11, 22, 33 before. */
#define FAULT(insns, where, skip)                                            \
    do {                                                                     \
        uint64_t pc_;                                                        \
        seen.count = 0;                                                      \
        skip_to = 0;                                                         \
        __asm__ volatile("adr x9, 8f\n\tcbz %w3, 5f\n\tstr x9, [%1]\n5:\n\t" \
                         "mov x0, %2\n\tmov x1, #11\n\tmov x2, #22\n\t"      \
                         "mov x3, #33\n\tmov x4, #44\n\tmsr nzcv, xzr\n\t"   \
                         "adr x9, 7f\n\tmov %0, x9\n"                        \
                         "1: " insns "\n\tcbnz w3, 1b\n8:"                   \
                         : "=&r"(pc_)                                        \
                         : "r"(&skip_to), "r"(where), "r"(skip)              \
                         : "x0", "x1", "x2", "x3", "x4", "x9", "memory",     \
                           "cc");                                            \
        CHECK(insns " faults", seen.count, 1);                               \
        CHECK(insns " pc", seen.pc, pc_);                                    \
        CHECK(insns " address", seen.address, (uint64_t)(where));            \
        CHECK(insns " status", seen.status, 33);                             \
    } while (0)

#define ADD_AT_LOAD                           \
    "7: ldxr x1, [x0]\n\tadds x2, x1, #0\n\t" \
    "stxr w3, x2, [x0]"
#define ADD_AT_STORE                       \
    "ldxr x1, [x0]\n\tadds x2, x1, #0\n\t" \
    "7: stxr w3, x2, [x0]"
#define SWAP_AT_LOAD  "7: ldxr w1, [x0]\n\tstxr w3, w4, [x0]"
#define SWAP_AT_STORE "ldxr w1, [x0]\n\t7: stxr w3, w4, [x0]"
#define OR_AT_LOAD    "7: ldxrh w1, [x0]\n\torr w2, w1, w4\n\tstxrh w3, w2, [x0]"
#define OR_AT_STORE   "ldxrh w1, [x0]\n\torr w2, w1, w4\n\t7: stxrh w3, w2, [x0]"

static void check_read(uint64_t sig, uint64_t code)
{
    CHECK("signal", seen.sig, sig);
    CHECK("code", seen.code, code);
    CHECK("old", seen.old, 11);
    CHECK("new", seen.new, 22);
    CHECK("nzcv", seen.nzcv, 0);
    CHECK("is a read", seen.write, false);
}

static void unreadable(void)
{
    sys(__NR_mprotect, (long)page, 4096, PROT_NONE, 0, 0, 0);
    FAULT(ADD_AT_LOAD, page, 1);
    check_read(SIGSEGV, SEGV_ACCERR);
    FAULT(SWAP_AT_LOAD, page + 4, 1);
    check_read(SIGSEGV, SEGV_ACCERR);
    FAULT(OR_AT_LOAD, page + 6, 1);
    check_read(SIGSEGV, SEGV_ACCERR);
}

static void check_write(uint64_t old, uint64_t new, uint64_t nzcv)
{
    CHECK("signal", seen.sig, SIGSEGV);
    CHECK("code", seen.code, SEGV_ACCERR);
    CHECK("old", seen.old, old);
    CHECK("new", seen.new, new);
    CHECK("nzcv", seen.nzcv, nzcv);
    CHECK("is a write", seen.write, true);
}

static void protect(uint64_t value)
{
    sys(__NR_mprotect, (long)page, 4096, PROT_READ | PROT_WRITE, 0, 0, 0);
    *(volatile uint64_t *)page = value;
    sys(__NR_mprotect, (long)page, 4096, PROT_READ, 0, 0, 0);
}

static void unwritable(void)
{
    const volatile uint64_t *value = (const volatile uint64_t *)page;
    protect(INITIAL);
    FAULT(ADD_AT_STORE, page, 1);
    check_write(INITIAL, INITIAL, N);
    FAULT(SWAP_AT_STORE, page, 1);
    check_write((uint32_t)INITIAL, 22, 0);
    FAULT(OR_AT_STORE, page, 1);
    check_write((uint16_t)INITIAL, (uint16_t)INITIAL | 44, 0);
    CHECK("nothing stored", *value, INITIAL);
    /* Made writable: the store has lost its reservation, the loop goes on. */
    FAULT(ADD_AT_STORE, page, 0);
    CHECK("nothing but its own value", *value, INITIAL);
    protect(5);
    FAULT(SWAP_AT_STORE, page, 0);
    CHECK("swapped", *value, 44);
    protect(1);
    FAULT(OR_AT_STORE, page, 0);
    CHECK("or", *value, 45);
}

static void compare_on_a_page_that_cannot_be_written(void)
{
    uint64_t old = 0;
    protect(INITIAL);
    seen.count = 0;
    __asm__ volatile("1: ldaxr %0, [%1]\n\tcmp %0, #5\n\tb.ne 2f\n\t"
                     "stlxr w3, %2, [%1]\n\tcbnz w3, 1b\n2:"
                     : "=&r"(old)
                     : "r"(page), "r"(9ul)
                     : "x3", "memory", "cc");
    CHECK("the comparison alone does not fault", seen.count, 0);
    CHECK("old", old, INITIAL);
    FAULT("ldaxr x1, [x0]\n\tcmp x1, x1\n\tb.ne 8f\n\t7: stlxr w3, x4, [x0]",
          page, 1);
    check_write(INITIAL, 22, Z | C);
}

static void misaligned(void)
{
    FAULT(ADD_AT_LOAD, (char *)&cell + 4, 1);
    check_read(SIGBUS, BUS_ADRALN);
    FAULT(SWAP_AT_LOAD, (char *)&cell + 2, 1);
    check_read(SIGBUS, BUS_ADRALN);
    FAULT(OR_AT_LOAD, (char *)&cell + 1, 1);
    check_read(SIGBUS, BUS_ADRALN);
}

enum { ROUNDS = 50000 };

/* Adds 1 to four numbers, each by a loop of another kind. */
static void count(uint64_t *numbers)
{
    uint64_t old, new, status;
    __asm__ volatile("1: ldxr %0, [%2]\n\tadd %0, %0, #1\n\t"
                     "stxr %w1, %0, [%2]\n\tcbnz %w1, 1b"
                     : "=&r"(old), "=&r"(status)
                     : "r"(numbers)
                     : "memory");
    __asm__ volatile("1: ldxrh %w0, [%2]\n\tsub %w0, %w0, %w3\n\t"
                     "stxrh %w1, %w0, [%2]\n\tcbnz %w1, 1b"
                     : "=&r"(old), "=&r"(status)
                     : "r"(numbers + 1), "r"(-1)
                     : "memory");
    __asm__ volatile("1: ldaxr %w0, [%3]\n\tmvn %w1, %w0\n\t"
                     "neg %w1, %w1\n\tstlxr %w2, %w1, [%3]\n\tcbnz %w2, 1b"
                     : "=&r"(old), "=&r"(new), "=&r"(status)
                     : "r"(numbers + 2)
                     : "memory");
    __asm__ volatile("0: ldr %0, [%3]\n\tadd %1, %0, #1\n"
                     "1: ldaxr %2, [%3]\n\tcmp %2, %0\n\tb.ne 0b\n\t"
                     "stlxr %w2, %1, [%3]\n\tcbnz %w2, 1b"
                     : "=&r"(old), "=&r"(new), "=&r"(status)
                     : "r"(numbers + 3)
                     : "memory", "cc");
}

static void add_to_itself(uint64_t *number)
{
    uint64_t old, new, status;
    __asm__ volatile("1: ldxr %0, [%3]\n\tadd %1, %0, %0\n\t"
                     "stxr %w2, %1, [%3]\n\tcbnz %w2, 1b"
                     : "=&r"(old), "=&r"(new), "=&r"(status)
                     : "r"(number)
                     : "memory");
}

static uint64_t exchange(uint64_t *number, uint64_t new)
{
    uint64_t old, status;
    __asm__ volatile("1: ldxr %0, [%2]\n\tstxr %w1, %3, [%2]\n\tcbnz %w1, 1b"
                     : "=&r"(old), "=&r"(status)
                     : "r"(number), "r"(new)
                     : "memory");
    return old;
}

/* Is it 1 or 5, doubled any number of times? (0 in the end.) */
static bool is_doubled(uint64_t n)
{
    while (n && !(n & 1))
        n >>= 1;
    return n <= 1 || n == 5;
}

static struct shared {
    uint64_t numbers[4], doubled;
    volatile uint64_t rounds[2]; /* of each process */
} * shared;

/* Goes on until the other has done enough rounds as well. */
static bool take_part(unsigned who)
{
    bool right = true;
    uint64_t k = 0;
    while (k < ROUNDS || shared->rounds[!who] < ROUNDS) {
        count(shared->numbers);
        if (who)
            add_to_itself(&shared->doubled);
        else
            right &= is_doubled(exchange(&shared->doubled, k & 1 ? 1 : 5));
        shared->rounds[who] = ++k;
    }
    return right;
}

static void map_shared(long fd)
{
    shared = (struct shared *)sys(__NR_mmap, 0, 4096, PROT_READ | PROT_WRITE,
                                  MAP_SHARED, fd, 0);
}

/* Two processes at the same numbers, which have another address in each. */
static void contended(void)
{
    long fd = sys(__NR_memfd_create, (long)"numbers", 0, 0, 0, 0, 0);
    sys(__NR_ftruncate, fd, 4096, 0, 0, 0, 0);
    map_shared(fd);
    long child = sys(__NR_clone, SIGCHLD, 0, 0, 0, 0, 0);
    if (child == 0) {
        map_shared(fd);
        take_part(1);
        sys(__NR_exit_group, 0, 0, 0, 0, 0, 0);
    }
    CHECK("what is doubled", take_part(0), true);
    CHECK("the child ends", sys(__NR_wait4, child, 0, 0, 0, 0, 0), child);
    uint64_t sum = shared->rounds[0] + shared->rounds[1];
    CHECK("sum of words", shared->numbers[0], sum);
    CHECK("sum of halfwords", shared->numbers[1], (uint16_t)sum);
    CHECK("sum by complements", shared->numbers[2], (uint32_t)sum);
    CHECK("sum by comparing", shared->numbers[3], sum);
}

int main(void)
{
    operations();
    sizes();
    aliases();
    monitor();
    entered_at_the_store();
    contended();
    check_handle(SIGSEGV, on_fault);
    check_handle(SIGBUS, on_fault);
    page = (char *)sys(__NR_mmap, 0, 4096, PROT_READ | PROT_WRITE,
                       MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    unreadable();
    unwritable();
    compare_on_a_page_that_cannot_be_written();
    misaligned();
    return check_result();
}
