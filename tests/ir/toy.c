// SPDX-License-Identifier: MIT
/* Random regions of a guest without instructions; see toy.h. */
#include "tests/ir/toy.h"

#include "jit/fold.h"

#include <stdlib.h>
#include <string.h>

#define X(n)                                                   \
    {                                                          \
        "x" #n, offsetof(struct toy_cpu, x[n]), REG_INT, 1 + n \
    }
#define V(n)                                                   \
    {                                                          \
        "v" #n, offsetof(struct toy_cpu, v[n]), REG_VEC, 1 + n \
    }

static const struct isa_reg regs[TOY_REGS] = {
    X(0),
    X(1),
    X(2),
    X(3),
    X(4),
    X(5),
    X(6),
    X(7),
    V(0),
    V(1),
    V(2),
    V(3),
    {"nzcv", offsetof(struct toy_cpu, nzcv), REG_FLAGS, 1},
};

const struct isa toy_isa = {
    .name = "toy",
    .min_insn_bytes = 4,
    .regs = regs,
    .reg_count = TOY_REGS,
    .flags_reg = TOY_FLAGS,
    .cpu_size = sizeof(struct toy_cpu),
};

const struct mem toy_mem = {.kind = MEM_DIRECT};

uint64_t toy_random(uint64_t *state)
{
    uint64_t x = *state;
    x ^= x >> 12;
    x ^= x << 25;
    x ^= x >> 27;
    *state = x;
    return x * 0x2545f4914f6cdd1du;
}

static unsigned below(uint64_t *state, unsigned n)
{
    return (unsigned)(toy_random(state) >> 33) % n;
}

uint64_t toy_operand(uint64_t *state)
{
    static const uint64_t edges[] = {
        0,          1,          2,         31,         32,          63,
        64,         0x7f,       0x80,      0x7fffffff, 0x80000000,  0xffffffff,
        1ull << 32, 1ull << 63, INT64_MAX, ~0ull,      ~0ull << 31, ~0ull - 7,
    };
    if (below(state, 3))
        return toy_random(state);
    return edges[below(state, ARRAY_SIZE(edges))];
}

static bool load(void *context, gaddr_t address, void *data, unsigned size)
{
    const struct toy *toy = context;
    if (address < TOY_BASE || address - TOY_BASE > TOY_MEMORY - size)
        return false;
    memcpy(data, toy->memory + (address - TOY_BASE), size);
    return true;
}

static bool store(void *context, gaddr_t address, const void *data,
                  unsigned size)
{
    struct toy *toy = context;
    if (address < TOY_BASE || address - TOY_BASE > TOY_MEMORY - size)
        return false;
    memcpy(toy->memory + (address - TOY_BASE), data, size);
    return true;
}

void toy_init(struct toy *toy, uint64_t seed)
{
    uint64_t state = seed | 1;
    memset(toy, 0, sizeof(*toy));
    for (unsigned n = 0; n < TOY_INTS; n++)
        toy->cpu.x[n] = toy_operand(&state);
    for (unsigned n = 0; n < TOY_VECS; n++)
        toy->cpu.v[n] =
            (vec128){.d = {toy_operand(&state), toy_operand(&state)}};
    for (unsigned n = 0; n < TOY_MEMORY; n++)
        toy->memory[n] = (uint8_t)toy_random(&state);
    toy->in.nzcv = below(&state, 16);
}

struct interp_result toy_run(struct toy *toy, const struct region *region)
{
    toy->in.cpu = &toy->cpu.cpu;
    toy->in.memory = (struct interp_memory){toy, load, store};
    return interp_region(&toy->in, region);
}

bool toy_equal(const struct toy *a, const struct toy *b)
{
    return !memcmp(a->cpu.x, b->cpu.x, sizeof(a->cpu.x)) &&
           !memcmp(a->cpu.v, b->cpu.v, sizeof(a->cpu.v)) &&
           !memcmp(a->memory, b->memory, sizeof(a->memory)) &&
           a->in.nzcv == b->in.nzcv;
}

struct ir_insn toy_int_insn(uint64_t *state, ir_ref a, ir_ref c)
{
    static const uint8_t two[] = {
        IR_ADD, IR_SUB, IR_AND, IR_OR,   IR_XOR,  IR_ANDN, IR_MUL, IR_SHL,
        IR_SHR, IR_SAR, IR_ROR, IR_UDIV, IR_SDIV, IR_EXTR, IR_BFI,
    };
    static const uint8_t one[] = {
        IR_NOT, IR_NEG, IR_UEXT, IR_SEXT, IR_UBFX, IR_SBFX,
        IR_CLZ, IR_CLS, IR_CTZ,  IR_RBIT, IR_REV,  IR_COPY,
    };
    struct ir_insn i = {.type = below(state, 2) ? IR_I64 : IR_I32, .a = a};
    unsigned width = i.type == IR_I64 ? 64 : 32;
    unsigned lsb = below(state, width);
    if (below(state, 3)) {
        i.op = two[below(state, ARRAY_SIZE(two))];
        i.b = c;
    } else {
        i.op = one[below(state, ARRAY_SIZE(one))];
    }
    if (i.op == IR_UEXT || i.op == IR_SEXT)
        i.lane = (uint8_t)below(state, width == 64 ? 3 : 2);
    if (i.op == IR_REV)
        i.lane = (uint8_t)(1 + below(state, width == 64 ? 3 : 2));
    if (i.op == IR_UBFX || i.op == IR_SBFX || i.op == IR_BFI)
        i.imm = lsb | (1 + below(state, width - lsb)) << 8;
    if (i.op == IR_EXTR)
        i.imm = 1 + below(state, width - 1);
    return i;
}

static ir_ref any_int(struct ir_builder *b, uint64_t *state)
{
    uint64_t offset = 4 * below(state, 4);
    switch (below(state, 8)) {
    case 0: return ir_const(b, IR_I64, toy_operand(state));
    case 1: return ir_const(b, IR_I64, TOY_CODE + offset);
    case 2: return ir_pc_const(b, b->region->pc + offset);
    }
    return ir_get(b, below(state, TOY_INTS));
}

static ir_ref any_vec(struct ir_builder *b, uint64_t *state)
{
    return ir_get(b, TOY_V0 + below(state, TOY_VECS));
}

static void build_flags(struct ir_builder *b, uint64_t *state)
{
    static const uint8_t ops[] = {IR_ADDF, IR_SUBF, IR_ANDF, IR_ADCF, IR_SBCF};
    uint8_t op = ops[below(state, ARRAY_SIZE(ops))];
    struct ir_insn i = {.op = op,
                        .type = below(state, 2) ? IR_I64 : IR_I32,
                        .a = any_int(b, state),
                        .b = any_int(b, state)};
    if (op == IR_ADCF || op == IR_SBCF)
        i.c = ir_get_flags(b);
    ir_put_flags(b, ir_emit(b, i));
}

/* A flags op and the arithmetic that the back end may make of both. */
static void build_flags_and_result(struct ir_builder *b, uint64_t *state)
{
    static const uint8_t flags[] = {IR_ADDF, IR_SUBF, IR_ANDF};
    static const uint8_t results[] = {IR_ADD, IR_SUB, IR_AND};
    enum ir_type type = below(state, 2) ? IR_I64 : IR_I32;
    ir_ref x = any_int(b, state), y = any_int(b, state), z = y;
    if (below(state, 2)) {
        z = any_int(b, state);
    } else if (below(state, 2)) { /* they may look alike */
        y = ir_pc_const(b, b->region->pc);
        z = ir_const(b, IR_I64, TOY_CODE);
    }
    ir_ref f = ir_op2(b, flags[below(state, 3)], type, x, y);
    ir_put(b, below(state, TOY_INTS),
           ir_emit(b, (struct ir_insn){.op = results[below(state, 3)],
                                       .type = (uint8_t)type,
                                       .a = x,
                                       .b = z}));
    ir_put_flags(b, f);
}

/* Mostly within the memory, sometimes beyond it. */
static void build_access(struct ir_builder *b, uint64_t *state)
{
    static const uint8_t types[] = {IR_I32, IR_I32, IR_I32, IR_I64, IR_V128};
    unsigned size = below(state, 5);
    enum ir_type type = types[size];
    ir_ref base = ir_const(b, IR_I64, TOY_BASE);
    ir_ref index = ir_opi(b, IR_AND, IR_I64, any_int(b, state), 31);
    unsigned shift = below(state, 4);
    int64_t disp = below(state, 20);
    bool is_vec = type == IR_V128;
    if (below(state, 2)) {
        ir_store(b, type, size, base, index, shift, disp,
                 is_vec ? any_vec(b, state) : any_int(b, state));
        return;
    }
    ir_ref r = ir_load(b, type, size, base, index, shift, disp);
    ir_put(b, is_vec ? TOY_V0 + below(state, TOY_VECS) : below(state, TOY_INTS),
           r);
}

static void build_exit(struct ir_builder *b, uint64_t *state)
{
    gaddr_t pc = b->region->pc + 4 * below(state, 256);
    switch (below(state, 3)) {
    case 0: ir_exit_cond(b, below(state, COND_AL), ir_get_flags(b), pc); break;
    case 1:
        ir_exit_zero(b, IR_I32, ir_get(b, below(state, TOY_INTS)), true, pc);
        break;
    default:
        ir_exit_bit(b, ir_get(b, below(state, TOY_INTS)), below(state, 64),
                    below(state, 2), pc);
    }
}

static void build_vector(struct ir_builder *b, uint64_t *state)
{
    static const uint8_t ops[] = {IR_VADD,   IR_VXOR,  IR_VCMPGT,
                                  IR_VSQSUB, IR_VUSHL, IR_VZIP2,
                                  IR_VSMULL, IR_VSMAX, IR_VURHADD};
    ir_ref r = ir_vec2(b, ops[below(state, ARRAY_SIZE(ops))], below(state, 3),
                       any_vec(b, state), any_vec(b, state));
    ir_put(b, TOY_V0 + below(state, TOY_VECS), r);
}

void toy_build(struct region *region, struct ir_builder *b, gaddr_t pc,
               uint64_t *state, unsigned count)
{
    ir_begin(b, region, &toy_isa, &toy_mem, pc, 0);
    while (count-- && !ir_full(b)) {
        struct ir_insn i;
        ir_begin_insn(b);
        switch (below(state, 9)) {
        case 8: build_flags_and_result(b, state); break;
        case 0: build_flags(b, state); break;
        case 1: build_access(b, state); break;
        case 2: build_vector(b, state); break;
        case 3:
            if (below(state, 3) == 0)
                build_exit(b, state);
            break;
        case 4:
            ir_put(b, below(state, TOY_INTS),
                   ir_select(b, IR_I64, below(state, COND_AL), ir_get_flags(b),
                             any_int(b, state), any_int(b, state)));
            break;
        default:
            i = toy_int_insn(state, any_int(b, state), any_int(b, state));
            ir_put(b, below(state, TOY_INTS),
                   below(state, 2) ? ir_emit(b, i) : fold_emit(b, i));
        }
        b->pc += 4;
    }
    ir_goto(b, b->pc);
}

int toy_main(int argc, char **argv, uint64_t seeds,
             int (*try_seed)(uint64_t seed))
{
    int failures = 0;
    if (argc > 1)
        return try_seed(strtoull(argv[1], NULL, 0));
    for (uint64_t seed = 1; seed <= seeds && failures < 10; seed++)
        failures += try_seed(seed);
    return failures != 0;
}
