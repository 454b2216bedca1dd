// SPDX-License-Identifier: MIT
/* Random regions that are hard to allocate for; see pressure.h. */
#include "tests/jit/pressure.h"

#include "target/aarch64/cpu.h"
#include "tests/ir/toy.h"

enum { RECENT = 64, INTS = 6, VECS = 5 };

/* The last values of one type, of which `window` are still asked for. */
struct pool {
    ir_ref v[RECENT];
    unsigned count, window;
};

/* What a region is made from. */
struct pressure {
    struct ir_builder *b;
    uint64_t *state;
    struct pool ints, vecs, flags;
    unsigned gprs[INTS], vregs[VECS]; /* the guest registers that it uses */
};

/* An op of each demand that a rule has, on any host. */
static const struct ir_insn int_shapes[] = {
    {.op = IR_ADD, .type = IR_I64},
    {.op = IR_SUB, .type = IR_I32},
    {.op = IR_SUB, .type = IR_I64},
    {.op = IR_ADC, .type = IR_I64},
    {.op = IR_SBC, .type = IR_I32},
    {.op = IR_ANDN, .type = IR_I64},
    {.op = IR_NOT, .type = IR_I64},
    {.op = IR_MUL, .type = IR_I64},
    {.op = IR_MULHU, .type = IR_I64},
    {.op = IR_MULHS, .type = IR_I64},
    {.op = IR_UDIV, .type = IR_I64},
    {.op = IR_SDIV, .type = IR_I32},
    {.op = IR_EXTR, .type = IR_I64, .imm = 5},
    {.op = IR_BFI, .type = IR_I64, .imm = 7},
    {.op = IR_SHL, .type = IR_I64},
    {.op = IR_SAR, .type = IR_I32},
    {.op = IR_ROR, .type = IR_I64},
    {.op = IR_UEXT, .type = IR_I64, .lane = LANE_16},
    {.op = IR_CLS, .type = IR_I64},
    {.op = IR_CTZ, .type = IR_I64},
    {.op = IR_COPY, .type = IR_I64},
    {.op = IR_CRC32, .type = IR_I64, .lane = LANE_64, .aux = 0},
    {.op = IR_CRC32, .type = IR_I32, .lane = LANE_32, .aux = 1},
    {.op = IR_NZCV, .type = IR_I32},
    {.op = IR_SETC, .type = IR_I64, .aux = COND_HI},
    {.op = IR_SELECT, .type = IR_I64, .aux = COND_LS},
    {.op = IR_SELECT, .type = IR_I32, .aux = COND_GE},
    {.op = IR_FMOVI, .type = IR_I64, .lane = LANE_64},
    {.op = IR_VGETU, .type = IR_I32, .lane = LANE_16, .imm = 3},
    {.op = IR_FTOI, .type = IR_I64, .lane = LANE_64, .aux = ROUND_ZERO},
    {.op = IR_GETFPSR, .type = IR_I32},
};

static const struct ir_insn vec_shapes[] = {
    {.op = IR_VADD, .type = IR_V128, .lane = LANE_32},
    {.op = IR_VSUB, .type = IR_V128, .lane = LANE_64},
    {.op = IR_VANDN, .type = IR_V128, .lane = LANE_8},
    {.op = IR_VBSL, .type = IR_V128, .lane = LANE_8},
    {.op = IR_VCMPHI, .type = IR_V128, .lane = LANE_16},
    {.op = IR_VUSHL, .type = IR_V128, .lane = LANE_32},
    {.op = IR_VCNT, .type = IR_V128, .lane = LANE_8},
    {.op = IR_VEXT, .type = IR_V128, .lane = LANE_8, .imm = 3},
    {.op = IR_VTBL, .type = IR_V128, .lane = LANE_8},
    {.op = IR_VINS, .type = IR_V128, .lane = LANE_8, .imm = 0x21},
    {.op = IR_VDUPI, .type = IR_V128, .lane = LANE_32},
    {.op = IR_VINSI, .type = IR_V128, .lane = LANE_64, .imm = 1},
    {.op = IR_VZEXT, .type = IR_V128, .lane = LANE_32},
    {.op = IR_VNEG, .type = IR_V128, .lane = LANE_32},
    {.op = IR_AESE, .type = IR_V128},
    {.op = IR_SHA1C, .type = IR_V128},
    {.op = IR_SHA256H, .type = IR_V128},
    {.op = IR_SHA1SU1, .type = IR_V128},
    {.op = IR_FADD, .type = IR_V128, .lane = LANE_32},
    {.op = IR_FMA, .type = IR_V128, .lane = LANE_64},
    {.op = IR_FMIN, .type = IR_V128, .lane = LANE_64},
    {.op = IR_COPY, .type = IR_V128},
    {.op = IR_SELECT, .type = IR_V128, .aux = 1},
    {.op = IR_ITOF, .type = IR_V128, .lane = LANE_64},
};

static const struct ir_insn flags_shapes[] = {
    {.op = IR_ADDF, .type = IR_I64},
    {.op = IR_ADDF, .type = IR_I32},
    {.op = IR_SUBF, .type = IR_I64},
    {.op = IR_SUBF, .type = IR_I32},
    {.op = IR_ANDF, .type = IR_I64},
    {.op = IR_ADCF, .type = IR_I64},
    {.op = IR_SBCF, .type = IR_I32},
    {.op = IR_CCMPF, .type = IR_I64, .aux = COND_HI, .imm = 5},
    {.op = IR_CCMPF, .type = IR_I32, .aux = COND_LT | 16},
    {.op = IR_PACKF, .type = IR_I32},
    {.op = IR_CONSTF, .imm = 6},
    {.op = IR_FCMPF, .type = IR_VOID, .lane = LANE_64},
    {.op = IR_FCCMPF,
     .type = IR_VOID,
     .lane = LANE_32,
     .aux = COND_NE,
     .imm = 1},
};

/* Accesses; each has a snapshot. */
static const struct ir_insn accesses[] = {
    {.op = IR_LOAD, .type = IR_I64, .lane = MO_64},
    {.op = IR_LOAD, .type = IR_I32, .lane = MO_16 | MO_SIGN, .aux = 1},
    {.op = IR_LOAD, .type = IR_I64, .lane = MO_64 | MO_ALIGN, .imm = 8},
    {.op = IR_LOAD, .type = IR_V128, .lane = MO_128},
    {.op = IR_LOAD, .type = IR_V128, .lane = MO_16},
    {.op = IR_STORE, .type = IR_I64, .lane = MO_64, .imm = 16},
    {.op = IR_STORE, .type = IR_I32, .lane = MO_8},
    {.op = IR_STORE, .type = IR_I64, .lane = MO_64 | MO_ALIGN | MO_SEQ_CST},
    {.op = IR_STORE, .type = IR_V128, .lane = MO_128},
    {.op = IR_LOADX, .type = IR_I64, .lane = MO_64 | MO_ALIGN},
    {.op = IR_LOADX, .type = IR_V128, .lane = MO_128 | MO_ALIGN},
    {.op = IR_STOREX, .type = IR_I32, .lane = MO_32 | MO_ALIGN},
    {.op = IR_STOREX, .type = IR_V128, .lane = MO_128 | MO_ALIGN},
    {.op = IR_ATOMIC,
     .type = IR_I64,
     .lane = MO_64 | MO_ALIGN,
     .aux = ATOMIC_ADD},
    {.op = IR_ATOMIC,
     .type = IR_I32,
     .lane = MO_32 | MO_ALIGN,
     .aux = ATOMIC_SMAX},
    {.op = IR_CAS, .type = IR_I64, .lane = MO_64 | MO_ALIGN},
    {.op = IR_CAS, .type = IR_V128, .lane = MO_128 | MO_ALIGN},
};

static unsigned below(struct pressure *p, unsigned n)
{
    return (unsigned)(toy_random(p->state) >> 33) % n;
}

static void remember(struct pool *pool, ir_ref v)
{
    pool->v[pool->count++ % RECENT] = v;
}

static ir_ref any_of(struct pressure *p, const struct pool *pool)
{
    unsigned window = pool->count < pool->window ? pool->count : pool->window;
    return pool->v[(pool->count - 1 - below(p, window)) % RECENT];
}

static ir_ref any_int(struct pressure *p)
{
    switch (below(p, 16)) {
    case 0:
        return ir_const(p->b, below(p, 2) ? IR_I32 : IR_I64,
                        toy_operand(p->state));
    case 1: return ir_const(p->b, IR_I64, below(p, 100));
    case 2: return ir_pc_const(p->b, p->b->pc + 4 * below(p, 64));
    case 3:
    case 4:
    case 5: return ir_get(p->b, p->gprs[below(p, INTS)]);
    }
    return any_of(p, &p->ints);
}

static ir_ref any_vec(struct pressure *p)
{
    switch (below(p, 12)) {
    case 0: return ir_vconst(p->b, (vec128){.d = {below(p, 8), 1}});
    case 1:
    case 2:
    case 3: return ir_get(p->b, p->vregs[below(p, VECS)]);
    }
    return any_of(p, &p->vecs);
}

/* Mostly the guest's own, sometimes long gone ones. */
static ir_ref any_flags(struct pressure *p)
{
    if (below(p, 4) || !p->flags.count)
        return ir_get_flags(p->b);
    return any_of(p, &p->flags);
}

static ir_ref any_operand(struct pressure *p, char letter, unsigned type)
{
    bool vec = letter == 'v' || letter == 'f' ||
               (letter == 'T' && type >= IR_F16 && type <= IR_V128);
    return letter == 'F' ? any_flags(p) : vec ? any_vec(p) : any_int(p);
}

/* Keeps what i defines where others find it. */
static void keep(struct pressure *p, const struct ir_insn *i, ir_ref v)
{
    switch (ir_op_infos[i->op].sig[0]) {
    case '-': return;
    case 'F':
        remember(&p->flags, v);
        if (below(p, 4))
            ir_put_flags(p->b, v);
        return;
    case 'v': remember(&p->vecs, v); return;
    case 'T': remember(i->type == IR_V128 ? &p->vecs : &p->ints, v); return;
    default: /* its type may be another's, which is not for copies of it */
        remember(&p->ints, ir_emit(p->b, (struct ir_insn){.op = IR_UEXT,
                                                          .type = IR_I64,
                                                          .lane = LANE_32,
                                                          .a = v}));
    }
}

static bool is_access(unsigned op)
{
    return ir_op_infos[op].attr & IRA_FAULTS;
}

static void build_access(struct pressure *p, const struct ir_insn *i)
{
    struct ir_builder *b = p->b;
    bool indexed = below(p, 2);
    if (i->op == IR_LOAD)
        keep(p, i,
             ir_load(b, i->type, i->lane, i->a, indexed ? i->b : 0, i->aux,
                     i->imm));
    else if (i->op == IR_STORE)
        ir_store(b, i->type, i->lane, i->a, indexed ? i->b : 0, i->aux, i->imm,
                 i->c);
    else
        keep(p, i,
             ir_atomic(b, i->op, i->type, i->lane, i->aux, i->a, i->b, i->c));
}

/*
 * What the back end may do together with the flags op in front of it, or has
 * to leave alone: constants that look alike.
 */
static void build_beside(struct pressure *p, const struct ir_insn *flags)
{
    static const uint8_t results[IR_OP_COUNT] = {
        [IR_ADDF] = IR_ADD, [IR_SUBF] = IR_SUB, [IR_ANDF] = IR_AND,
        [IR_ADCF] = IR_ADC, [IR_SBCF] = IR_SBC,
    };
    struct ir_insn i = *flags;
    uint64_t c;
    i.op = results[flags->op];
    if (!i.op)
        return;
    if (ir_is_const(p->b, i.b, &c) && below(p, 2)) {
        if (i.op == IR_SUB && below(p, 2)) {
            i.op = IR_ADD;
            c = -c;
        }
        i.b = ir_const(p->b, below(p, 2) ? IR_I32 : IR_I64, c);
    }
    keep(p, &i, ir_emit(p->b, i));
}

static void build(struct pressure *p, const struct ir_insn *shape)
{
    struct ir_insn i = *shape;
    const char *letters = ir_op_infos[i.op].sig + 2;
    ir_ref *operands[3] = {&i.a, &i.b, &i.c};
    for (unsigned n = 0; n < 3 && letters[n]; n++)
        *operands[n] =
            i.op == IR_ITOF ? any_vec(p) : any_operand(p, letters[n], i.type);
    if (i.op == IR_BFI)
        i.imm = 3 | i.imm << 8;
    if (is_access(i.op))
        build_access(p, &i);
    else
        keep(p, &i, ir_emit(p->b, i));
    if (below(p, 2))
        build_beside(p, &i);
}

/* Old values too become a register's. */
static void build_put(struct pressure *p)
{
    if (below(p, 3))
        ir_put(p->b, p->gprs[below(p, INTS)],
               below(p, 3) ? p->ints.v[(p->ints.count - 1) % RECENT]
                           : any_int(p));
    else
        ir_put(p->b, p->vregs[below(p, VECS)],
               below(p, 3) ? p->vecs.v[(p->vecs.count - 1) % RECENT]
                           : any_vec(p));
}

static void build_exit(struct pressure *p)
{
    gaddr_t pc = p->b->region->pc + 4 * below(p, 128);
    unsigned type = below(p, 2) ? IR_I32 : IR_I64;
    switch (below(p, 3)) {
    case 0: ir_exit_cond(p->b, below(p, COND_AL), any_flags(p), pc); break;
    case 1: ir_exit_zero(p->b, type, any_int(p), below(p, 2), pc); break;
    default: ir_exit_bit(p->b, any_int(p), below(p, 64), below(p, 2), pc);
    }
}

static void build_end(struct pressure *p)
{
    gaddr_t pc = p->b->pc + 4;
    switch (below(p, 5)) {
    case 0: ir_goto_ind(p->b, any_int(p)); break;
    case 1: ir_call_ind(p->b, any_int(p), pc); break;
    case 2: ir_return(p->b, any_int(p)); break;
    case 3: ir_call(p->b, pc + 64, pc); break;
    default: ir_goto(p->b, pc);
    }
}

/* Few registers, of all that there are, so that each is written often. */
static void choose_pressure(struct pressure *p)
{
    p->ints.window = 1 + below(p, RECENT);
    p->vecs.window = 1 + below(p, RECENT);
    p->flags.window = 1 + below(p, 6);
    for (unsigned n = 0; n < INTS; n++) {
        p->gprs[n] = A64_X0 + below(p, 32);
        remember(&p->ints, ir_get(p->b, p->gprs[n]));
    }
    for (unsigned n = 0; n < VECS; n++) {
        p->vregs[n] = A64_V0 + below(p, 32);
        remember(&p->vecs, ir_get(p->b, p->vregs[n]));
    }
}

#define ONE_OF(p, shapes) (&(shapes)[below(p, ARRAY_SIZE(shapes))])

static void build_insn(struct pressure *p)
{
    switch (below(p, 16)) {
    case 0:
    case 1: build(p, ONE_OF(p, flags_shapes)); break;
    case 2:
    case 3: build(p, ONE_OF(p, accesses)); break;
    case 4:
    case 5:
    case 6: build(p, ONE_OF(p, vec_shapes)); break;
    case 7:
        if (below(p, 3) == 0)
            build_exit(p);
        break;
    default: build(p, ONE_OF(p, int_shapes));
    }
    if (below(p, 3))
        build_put(p);
}

/* No code stands where exits go: all flags are wanted there. */
static size_t fetch_nothing(const struct mem *mem, void *dst, gaddr_t pc,
                            size_t len)
{
    (void)mem, (void)dst, (void)pc, (void)len;
    return 0;
}

static const struct mem no_code = {.kind = MEM_DIRECT, .fetch = fetch_nothing};

void pressure_build(struct region *region, struct ir_builder *b, gaddr_t pc,
                    uint64_t *state, unsigned count)
{
    struct pressure p = {.b = b, .state = state};
    uint32_t mode = *state >> 20 & 1 ? MODE_TAGGED : 0;
    ir_begin(b, region, &isa_aarch64, &no_code, pc, mode);
    ir_begin_insn(b);
    choose_pressure(&p);
    while (count-- && !ir_full(b)) {
        build_insn(&p);
        b->pc += 4;
        ir_begin_insn(b);
    }
    build_end(&p);
}
