// SPDX-License-Identifier: MIT
/*
 * Random cases.  States mix random numbers with those at which instructions
 * have edges; the base register of a memory access is then moved so that the
 * access meets the data page: the interpreter says where it would go.
 */
#include "target/aarch64/a64-decode.gen.h"
#include "tests/diff/diff.h"

#include <string.h>

enum {
    CASE_REG_COUNTER = 23, /* programs: of the loop around all */
    CASE_REG_ALIGNED = 24, /* programs: points to the data, for exclusives */
    CASE_REG_BASE = 25,    /* programs: points to the middle of the data */
    CASE_REG_POINTER = 26  /* programs: first of three bases of accesses */
};

#define DATA_MIDDLE (DIFF_DATA + DIFF_DATA_BYTES / 2)

struct rng rng_seeded(uint64_t seed, uint64_t stream)
{
    /* splitmix64, so that neighbouring seeds have nothing in common. */
    uint64_t x = seed * 0x9e3779b97f4a7c15u + stream * 0xd1b54a32d192ed03u + 1;
    x = (x ^ x >> 30) * 0xbf58476d1ce4e5b9u;
    x = (x ^ x >> 27) * 0x94d049bb133111ebu;
    return (struct rng){(x ^ x >> 31) | 1};
}

uint64_t rng_next(struct rng *rng)
{
    uint64_t x = rng->state;
    x ^= x >> 12;
    x ^= x << 25;
    x ^= x >> 27;
    rng->state = x;
    return x * 0x2545f4914f6cdd1du;
}

unsigned rng_below(struct rng *rng, unsigned n)
{
    return (unsigned)(rng_next(rng) >> 33) % n;
}

static bool one_in(struct rng *rng, unsigned n)
{
    return rng_below(rng, n) == 0;
}

static uint64_t random_int(struct rng *rng)
{
    static const uint64_t edges[] = {
        0,          1,         0x7f,       0x80,      0xff,
        0x7fff,     0x8000,    0xffff,     INT32_MAX, 1ull << 31,
        UINT32_MAX, INT64_MAX, 1ull << 63, UINT64_MAX};
    switch (rng_below(rng, 8)) {
    case 0: return edges[rng_below(rng, ARRAY_SIZE(edges))];
    case 1: return rng_below(rng, 130);
    case 2: return -(uint64_t)rng_below(rng, 130);
    case 3: return 1ull << rng_below(rng, 64);
    case 4: return DATA_MIDDLE + rng_below(rng, 64);
    case 5:
        return edges[rng_below(rng, ARRAY_SIZE(edges))] + rng_below(rng, 5) - 2;
    default: return rng_next(rng);
    }
}

/* FP numbers of a format given by its exponent and fraction bits. */
static uint64_t random_fp(struct rng *rng, unsigned ebits, unsigned fbits)
{
    uint64_t sign = (uint64_t)rng_below(rng, 2) << (ebits + fbits);
    uint64_t fmask = (1ull << fbits) - 1, emax = (1ull << ebits) - 1;
    uint64_t fraction = rng_next(rng) & fmask, bias = emax >> 1;
    switch (rng_below(rng, 12)) {
    case 0: return sign;                            /* zero */
    case 1: return sign | emax << fbits;            /* infinity */
    case 2: return sign | emax << fbits | fraction; /* NaN */
    case 3: return sign | fraction;                 /* denormal */
    case 4: return sign | fraction >> rng_below(rng, fbits);
    case 5: return sign | bias << fbits;               /* 1.0 */
    case 6: return sign | (emax - 1) << fbits | fmask; /* largest */
    case 7: return sign | (1ull << fbits) | (fraction & 3);
    case 8: /* few bits, near 1: exact and halfway results */
        return sign | (bias + rng_below(rng, 8) - 4) << fbits |
               (fraction & ~(fmask >> 3));
    case 9: /* near the limits of integers */
        return sign |
               (bias + (uint64_t[]){7, 15, 31, 63}[rng_below(rng, 4)] -
                rng_below(rng, 2))
                   << fbits |
               (one_in(rng, 2) ? fraction : fmask);
    case 10: return sign | (bias + rng_below(rng, 70) - 35) << fbits | fraction;
    default: return sign | (rng_next(rng) & emax) << fbits | fraction;
    }
}

/* For the top byte of an address; mostly none. */
static uint64_t random_tag(struct rng *rng)
{
    return one_in(rng, 6) ? rng_next(rng) >> 56 << 56 : 0;
}

static uint64_t random_lanes(struct rng *rng, unsigned kind)
{
    uint64_t r = 0;
    switch (kind) {
    case 0:
        for (unsigned k = 0; k < 4; k++)
            r = r << 16 | (random_fp(rng, 5, 10) & 0xffff);
        return r;
    case 1:
    case 2:
        return (random_fp(rng, 8, 23) & UINT32_MAX) << 32 |
               (random_fp(rng, 8, 23) & UINT32_MAX);
    case 3:
    case 4: return random_fp(rng, 11, 52);
    case 5: /* bytes at the edges */
        for (unsigned k = 0; k < 8; k++)
            r = r << 8 |
                (uint8_t[]){
                    0, 1, 0x7f, 0x80, 0x81, 0xff, 15, 16}[rng_below(rng, 8)];
        return r;
    case 6: return random_int(rng);
    case 7: return random_int(rng) << 32 | (random_int(rng) & UINT32_MAX);
    default: return rng_next(rng);
    }
}

static void random_state(struct diff_state *s, struct rng *rng, uint64_t pc)
{
    memset(s, 0, sizeof(*s));
    for (unsigned n = 0; n < 32; n++)
        s->x[n] = random_int(rng);
    s->x[31] = DATA_MIDDLE + 16 * rng_below(rng, 16);
    s->pc = pc;
    s->nzcv = rng_below(rng, 16) << 28;
    s->fpcr = rng_below(rng, 4) << 22;
    if (one_in(rng, 3))
        s->fpcr |= rng_below(rng, 8) << 24; /* FZ, DN, AHP */
    if (one_in(rng, 2))
        s->fpsr = (uint32_t)rng_next(rng) & 0x0800009f;
    /* Instructions read few registers: often all of one kind. */
    unsigned kind = rng_below(rng, 18);
    for (unsigned n = 0; n < 32; n++) {
        unsigned own = kind < 9 ? kind : rng_below(rng, 9);
        s->v[n][0] = random_lanes(rng, own);
        s->v[n][1] = random_lanes(rng, own);
    }
    for (unsigned n = 0; n < DIFF_DATA_BYTES; n += 8) {
        uint64_t x = rng_next(rng);
        memcpy(s->memory + n, &x, 8);
    }
}

static void fill_slot(struct diff_case *c, unsigned from)
{
    for (unsigned n = from; n < DIFF_SLOT_WORDS; n++)
        c->words[n] = DIFF_BRK;
}

static bool is_literal(uint32_t word)
{
    return (word & 0x3b000000) == 0x18000000;
}

/* Loads and stores have bit 27 set and bit 25 clear. */
static bool is_memory(uint32_t word)
{
    return (word & 0x0a000000) == 0x08000000 && !is_literal(word);
}

static bool is_dc_zva(uint32_t word)
{
    return (word & ~31u) == 0xd50b7420;
}

/* BR, BLR, RET. */
static bool is_branch_to_register(uint32_t word)
{
    return (word & 0xff9ffc1f) == 0xd61f0000;
}

static unsigned field(uint32_t word, unsigned at)
{
    return word >> at & 31;
}

/*
 * Fields that should be ones: where they are not, behaviour is constrained
 * unpredictable (DDI 0487, K1.2), and the oracle's and Ferry's are others.
 */
static uint32_t with_ones(uint32_t word)
{
    if ((word & 0x3fa00000) == 0x08800000) /* LDAR, STLR */
        return word | 31u << 16 | 31u << 10;
    if ((word & 0x3fe0fc00) == 0x38a0c000) /* LDAPR */
        return word | 31u << 16;
    if ((word & 0xff600000) == 0x9b400000) /* SMULH, UMULH */
        return word | 31u << 10;
    return word;
}

enum { NZCV = 0x3b4200, FPCR = 0x3b4400, FPSR = 0x3b4420 };

/* MRS of what is the same on all processors and part of a state. */
static uint32_t known_sysreg(uint32_t word, struct rng *rng)
{
    static const uint32_t known[] = {NZCV, FPCR, FPSR, 0x3b00e0 /* DCZID */};
    if ((word & 0xfff00000) != 0xd5300000)
        return word;
    return 0xd5000000 | known[rng_below(rng, ARRAY_SIZE(known))] | (word & 31);
}

/* STXR, STXP: they do not access memory here, so there is nothing to trace. */
static bool is_store_exclusive(uint32_t word)
{
    return (word & 0x3fc00000) == 0x08000000;
}

/* Literals lie in the slot, behind the code. */
static uint32_t near_literal(uint32_t word, struct rng *rng)
{
    return (word & ~(0x7ffffu << 5)) | (2 + rng_below(rng, 60)) << 5;
}

/* Where the code's first access goes, for the base register's sake. */
static void aim(struct diff_case *c, struct rng *rng, unsigned base)
{
    struct interp_trace trace;
    static struct diff_state ignored;
    uint64_t target = DATA_MIDDLE + rng_below(rng, 1024) - 512;
    interp_engine_run(c, &ignored, &trace, false);
    if (!trace.accessed)
        return;
    if (!one_in(rng, 4))
        target &= ~15ull;
    c->in.x[base] += target - trace.first;
    if (base == 31)
        c->in.x[31] &= ~15ull;
    c->in.x[base] ^= random_tag(rng);
}

bool generate_insn(struct diff_case *c, struct rng *rng, int row, uint64_t pc)
{
    uint32_t word;
    if (!a64_random_word(row, &rng->state, &word))
        return false;
    random_state(&c->in, rng, pc);
    word = known_sysreg(with_ones(word), rng);
    if (is_literal(word))
        word = near_literal(word, rng);
    c->words[0] = word;
    fill_slot(c, 1);
    if (is_branch_to_register(word) && !one_in(rng, 8))
        c->in.x[field(word, 5)] =
            (pc + 4 * rng_below(rng, 8) + 4) | random_tag(rng);
    if (is_literal(word))
        for (unsigned n = 2; n < DIFF_SLOT_WORDS; n++)
            c->words[n] = (uint32_t)rng_next(rng);
    if (is_store_exclusive(word)) /* the oracle checks alignment later */
        c->in.x[field(word, 5)] =
            (DATA_MIDDLE + 16 * rng_below(rng, 16)) | random_tag(rng);
    else if (is_memory(word) && !one_in(rng, 16))
        aim(c, rng, field(word, 5));
    if (is_dc_zva(word))
        aim(c, rng, field(word, 0));
    return true;
}

/*
 * Does a field where registers are numbered name a register to be kept?  CASP
 * writes two: that of the field and the next.
 */
static bool names_kept_register(uint32_t word)
{
    static const unsigned at[] = {0, 10, 16};
    for (unsigned n = 0; n < ARRAY_SIZE(at); n++)
        if (field(word, at[n]) >= CASE_REG_COUNTER - 1 &&
            field(word, at[n]) <= CASE_REG_BASE)
            return true;
    return false;
}

struct program {
    struct diff_case *c;
    struct rng *rng;
    unsigned count;                      /* words so far */
    unsigned branches[32], branch_count; /* to be given their targets */
    bool spread;
    unsigned pages; /* spread: used so far, beside 0 */
};

static void append(struct program *p, uint32_t word)
{
    p->c->words[p->count++] = word;
}

/* An access within the data page: through a base made for it. */
static void append_memory(struct program *p, uint32_t word)
{
    unsigned base = CASE_REG_POINTER + rng_below(p->rng, 3);
    unsigned offset = rng_below(p->rng, 256);
    if (!one_in(p->rng, 6))
        offset &= ~15u;
    word = (word & ~(31u << 5)) | base << 5;
    if ((word & 0x3b000000) == 0x39000000) /* scaled 12-bit immediate */
        word &= ~(0xfe0u << 10);
    bool by_register = (word & 0x3b200c00) == 0x38200800;
    unsigned index = field(word, 16);
    if (by_register && index != 31) /* and x, x, #31 */
        append(p, 0x92401000 | index << 5 | index);
    append(p, 0x91000000 | offset << 10 | CASE_REG_BASE << 5 | base);
    if (p->spread) /* add base, base, #page * 4096 */
        append(p, 0x91400000 | ++p->pages << 10 | base << 5 | base);
    append(p, word);
}

/*
 * Exclusives come in pairs of one size, with nothing between that could
 * branch away, and leave no reservation: with other sizes, what they do is
 * constrained unpredictable (DDI 0487, B2.12.5), and so is misalignment.
 */
static void append_exclusive(struct program *p, uint32_t word)
{
    enum { LOAD = 1 << 22, CLREX = 0xd5033f5f };
    word = (word & ~(31u << 5)) | CASE_REG_ALIGNED << 5;
    if (word & LOAD) {
        append(p, word);
        append(p, CLREX);
        return;
    }
    /* Into what is no base: the low half, and for pairs the next. */
    uint32_t load = (word & ~31u) | LOAD | 31u << 16;
    if (word & 1 << 21)
        load = (load & ~(31u << 10)) | 20u << 10;
    append(p, load | 21);
    append(p, word);
}

bool generate_row_fits(int row)
{
    static const char *const others[] = {"BR",      "BLR",     "RET",
                                         "SVC",     "BRK",     "DC_ZVA",
                                         "IC_IVAU", "LDR_lit", "LDR_v_lit"};
    for (unsigned n = 0; n < ARRAY_SIZE(others); n++)
        if (!strcmp(a64_rows[row].name, others[n]))
            return false;
    return a64_rows[row].implemented && !(exceptions_of(row) & SKIP);
}

/* Data processing, of an immediate or of registers. */
static bool is_data_processing(uint32_t word)
{
    unsigned class = word >> 25 & 15;
    return class == 8 || class == 9 || class == 5 || class == 13;
}

/* An instruction that makes `to` from `from`, or not quite. */
static void append_step(struct program *p, unsigned from, unsigned to)
{
    enum { CCMP = 0x1a400000 };
    uint32_t word;
    do {
        int row = (int)rng_below(p->rng, A64_OP_COUNT);
        if (!generate_row_fits(row) ||
            !a64_random_word(row, &p->rng->state, &word))
            word = 0;
    } while (!is_data_processing(word) || names_kept_register(word));
    word = with_ones(word);
    if ((word & 0x1fe00000) != CCMP && !one_in(p->rng, 4))
        word = (word & ~31u) | to;
    if (!one_in(p->rng, 3))
        word = (word & ~(31u << 5)) | from << 5;
    append(p, word);
}

/* ADD or SUB of a register or an immediate, as most atomics are. */
static void append_sum(struct program *p, unsigned from, unsigned to)
{
    uint32_t word = rng_below(p->rng, 8) << 29 | from << 5 | to;
    if (one_in(p->rng, 2))
        append(p, word | 0x11000000 | rng_below(p->rng, 4096) << 10);
    else
        append(p, word | 0x0b000000 | rng_below(p->rng, 22) << 16);
}

/*
 * A compare, a sum of the same operands or nearly, of which the translator may
 * make one instruction, and what the flags say.
 */
static void append_compare(struct program *p)
{
    enum { S = 1 << 29, CSET = 0x1a9f07e0 };
    struct rng *rng = p->rng;
    uint32_t word = (rng_below(rng, 4) << 30) | rng_below(rng, 22) << 5;
    word |= one_in(rng, 2) ? 0x11000000 | rng_below(rng, 4096) << 10
                           : 0x0b000000 | rng_below(rng, 22) << 16;
    append(p, word | S | 31);
    if (one_in(rng, 3))
        word ^= 1u << (30 + rng_below(rng, 2)); /* ADD or SUB; its size */
    append(p, word | rng_below(rng, 22));
    append(p, CSET | rng_below(rng, 14) << 12 | rng_below(rng, 22));
}

/*
 * What compilers make of atomics: a load-exclusive, a few instructions with
 * the old value, the store of the result, and back to the load if it failed.
 */
static void append_exclusive_loop(struct program *p)
{
    enum { LDXR = 0x085f7c00, STXR = 0x08007c00, CLREX = 0xd5033f5f };
    struct rng *rng = p->rng;
    unsigned base = CASE_REG_ALIGNED, start, steps = rng_below(rng, 4);
    unsigned old = rng_below(rng, 7), new = 7 + rng_below(rng, 7);
    unsigned status = 14 + rng_below(rng, 8);
    uint32_t fields = rng_below(rng, 4) << 30 | rng_below(rng, 2) << 15;
    bool branch = one_in(rng, 4);
    if (one_in(rng, 4))
        new = old;
    if (p->spread) {
        base = CASE_REG_POINTER;
        append(p, 0x91400000 | ++p->pages << 10 | CASE_REG_ALIGNED << 5 | base);
    }
    start = p->count;
    append(p, LDXR | fields | base << 5 | old);
    if (steps == 3)
        append_sum(p, old, new);
    else if (steps)
        append_step(p, old, new);
    if (steps == 2)
        append_step(p, new, new);
    if (branch) /* b.cond to the clrex */
        append(p, 0x54000060 | rng_below(rng, 14));
    append(p, STXR | fields | status << 16 | base << 5 | new);
    append(p, 0x35000000 | ((start - p->count) & 0x7ffff) << 5 | status);
    if (branch)
        append(p, CLREX);
}

/* MSR to FPCR, FPSR: of fields that both implement, as MRS may follow. */
static void append_fp_control(struct program *p, uint32_t word)
{
    uint32_t value = (uint32_t)rng_next(p->rng);
    value &= word & 1 << 5 ? 0x0800009f : 0x07c00000;
    append(p, 0xd2800000 | (value & 0xffff) << 5 | field(word, 0));
    append(p, 0xf2a00000 | value >> 16 << 5 | field(word, 0));
    append(p, word);
}

/* MSR to FPCR or FPSR, from a register. */
static bool is_fp_control(uint32_t word)
{
    return (word & 0xffffffc0) == 0xd51b4400 && field(word, 0) != 31;
}

/* Gives the address in reg a tag: movk reg, #tag << 8, lsl #48. */
static void append_tag(struct program *p, unsigned reg)
{
    uint32_t tag = (uint32_t)(random_tag(p->rng) >> 56);
    append(p, 0xf2e00000 | tag << 13 | reg);
}

/* Calls that return, and a jump to a register. */
static void append_indirect(struct program *p)
{
    if (one_in(p->rng, 2)) {
        append(p, 0x94000002); /* bl over the next */
        append(p, 0x14000003); /* b over the next two */
        append_tag(p, 30);
        append(p, 0xd65f03c0); /* ret */
    } else {
        append(p, 0x10000076); /* adr x22, over the next two */
        append_tag(p, 22);
        append(p, 0xd61f02c0); /* br x22 */
    }
}

/* The counter, by a helper in C; its value is overwritten at once. */
static void append_counter(struct program *p)
{
    append(p, 0xd53be040 | 5); /* mrs x5, cntvct_el0 */
    append(p, 0xd2800000 | rng_below(p->rng, 0x10000) << 5 | 5); /* mov x5 */
}

enum { BRANCH_26 = 1, BRANCH_19, BRANCH_14 };

/* Which kind of direct branch a word is; 0: none. */
static unsigned branch_kind(uint32_t word)
{
    if ((word & 0x7c000000) == 0x14000000)
        return BRANCH_26;
    if ((word & 0x7e000000) == 0x34000000 || (word & 0xff000010) == 0x54000000)
        return BRANCH_19;
    return (word & 0x7e000000) == 0x36000000 ? BRANCH_14 : 0;
}

static uint32_t set_target(uint32_t word, unsigned words)
{
    switch (branch_kind(word)) {
    case BRANCH_26: return (word & ~0x3ffffffu) | words;
    case BRANCH_19: return (word & ~(0x7ffffu << 5)) | words << 5;
    default: return (word & ~(0x3fffu << 5)) | words << 5;
    }
}

static void set_branches(struct program *p)
{
    for (unsigned n = 0; n < p->branch_count; n++) {
        unsigned at = p->branches[n];
        unsigned words = 1 + rng_below(p->rng, p->count - at);
        p->c->words[at] = set_target(p->c->words[at], words);
    }
}

static void append_random(struct program *p)
{
    uint32_t word;
    int row;
    do {
        row = (int)rng_below(p->rng, A64_OP_COUNT);
    } while (!generate_row_fits(row) ||
             !a64_random_word(row, &p->rng->state, &word) ||
             (p->spread && !is_memory(word) && one_in(p->rng, 2)));
    word = known_sysreg(with_ones(word), p->rng);
    bool exclusive = (word & 0x3f800000) == 0x08000000;
    if (names_kept_register(word) || (p->spread && exclusive))
        return;
    if (branch_kind(word))
        p->branches[p->branch_count++] = p->count;
    if (exclusive)
        append_exclusive(p, word);
    else if (is_fp_control(word))
        append_fp_control(p, word);
    else if (is_memory(word))
        append_memory(p, word);
    else
        append(p, word);
}

bool generate_program(struct diff_case *c, struct rng *rng, uint64_t pc,
                      bool spread)
{
    struct program p = {.c = c, .rng = rng, .spread = spread};
    unsigned length = 5 + rng_below(rng, 26);
    random_state(&c->in, rng, pc);
    c->in.x[CASE_REG_ALIGNED] = DATA_MIDDLE | random_tag(rng);
    c->in.x[CASE_REG_BASE] = (DATA_MIDDLE - 128) | random_tag(rng);
    unsigned rounds = spread || one_in(rng, 2) ? 0 : 1 + rng_below(rng, 4);
    if (rounds)
        append(&p, 0xd2800000 | rounds << 5 | CASE_REG_COUNTER); /* mov */
    while (length-- && p.count < DIFF_SLOT_WORDS - 16)
        if (one_in(rng, 16))
            append_indirect(&p);
        else if (one_in(rng, 12))
            append_exclusive_loop(&p);
        else if (one_in(rng, 12))
            append_compare(&p);
        else if (one_in(rng, 24))
            append_counter(&p);
        else
            append_random(&p);
    set_branches(&p);
    if (rounds) { /* sub; cbnz to behind the mov */
        append(&p, 0xd1000400 | CASE_REG_COUNTER << 5 | CASE_REG_COUNTER);
        append(&p,
               0xb5000000 | ((1 - p.count) & 0x7ffff) << 5 | CASE_REG_COUNTER);
    }
    fill_slot(c, p.count);
    return true;
}
