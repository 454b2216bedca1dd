// SPDX-License-Identifier: MIT
/* emit.h's services, as small as they can be, and a frame around one op. */
#include "tests/jit/emit-driver.h"

#include "jit/fp-op.h"
#include "jit/x86_64/vec-insn.h"
#include "src/isa.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

#define CODE_SIZE  8192
#define MAX_CONSTS 64
#define MAX_COLDS  8

static const struct isa plain = {.name = "plain", .state_bias = 0};
static struct region region = {.isa = &plain};
static struct emit emit;
static uint8_t *code;

static struct {
    vec128 value;
    uint32_t label;
} consts[MAX_CONSTS];
static unsigned const_count;
static struct cold colds[MAX_COLDS];
static unsigned cold_count, code_bytes;
static bool in_cold, hot_helper;

static void die(const char *what)
{
    fprintf(stderr, "emit-driver: %s\n", what);
    exit(1);
}

int32_t cpu_slot(const struct emit *e, size_t offset)
{
    (void)e;
    return (int32_t)offset;
}

struct rm operand_rm(struct emit *e, const struct operand *o)
{
    switch (o->kind) {
    case O_REG: return rm_reg(o->reg);
    case O_POOL: return rm_label(emit_const128(e, e->region->vconsts[o->ref]));
    default: return rm_mem(RBP, o->slot);
    }
}

struct cold *emit_cold(struct emit *e, cold_fn *fn, const struct ir_insn *i)
{
    if (cold_count == MAX_COLDS)
        die("too much cold code");
    struct cold *cold = &colds[cold_count++];
    *cold = (struct cold){.fn = fn, .insn = i, .entry = asm_label(&e->as)};
    return cold;
}

uint32_t emit_const128(struct emit *e, vec128 value)
{
    if (const_count == MAX_CONSTS)
        die("too many constants");
    consts[const_count].value = value;
    consts[const_count].label = asm_label(&e->as);
    return consts[const_count++].label;
}

uint32_t emit_const64(struct emit *e, uint64_t value)
{
    return emit_const128(e, (vec128){.d = {value, 0x7ff0dead7f80dead}});
}

void emit_mov(struct emit *e, int dst, int src)
{
    if (dst != src)
        asm_mov(&e->as, true, dst, rm_reg(src));
}

void emit_vmov(struct emit *e, int dst, int src)
{
    if (dst != src)
        emit_v2(e, I_MOVAPS, dst, rm_reg(src));
}

/* The legacy form would overwrite b. */
static void check_alias(const struct emit *e, uint32_t op, int d, int a,
                        struct rm b)
{
    if (!has(e, HOST_AVX2) && rm_reg_of(b) == d && a != d && !(op & OP_COMM) &&
        (op & 0xff) != 0x22 && (op & 0xff) != 0x20 && (op & 0xff) != 0xc4)
        die("result is the second operand of a legacy form");
}

void emit_v3(struct emit *e, uint32_t op, int d, int a, struct rm b)
{
    if (has(e, HOST_AVX2)) {
        asm_vex(&e->as, op, d, a, b);
        return;
    }
    check_alias(e, op, d, a, b);
    if (d != a && rm_reg_of(b) == d && (op & OP_COMM)) {
        asm_op(&e->as, op, false, d, rm_reg(a));
        return;
    }
    emit_vmov(e, d, a);
    asm_op(&e->as, op, false, d, b);
}

void emit_v3i(struct emit *e, uint32_t op, int d, int a, struct rm b,
              uint8_t imm)
{
    if (has(e, HOST_AVX2)) {
        asm_vex_imm(&e->as, op, d, a, b, imm);
        return;
    }
    check_alias(e, op, d, a, b);
    emit_vmov(e, d, a);
    asm_op_imm(&e->as, op, false, d, b, imm, 1);
}

void emit_v2(struct emit *e, uint32_t op, int d, struct rm s)
{
    if (has(e, HOST_AVX2))
        asm_vex(&e->as, op, d, -1, s);
    else
        asm_op(&e->as, op, false, d, s);
}

void emit_v2i(struct emit *e, uint32_t op, int d, struct rm s, uint8_t imm)
{
    if (has(e, HOST_AVX2))
        asm_vex_imm(&e->as, op, d, -1, s, imm);
    else
        asm_op_imm(&e->as, op, false, d, s, imm, 1);
}

/* As the stubs STUB_LEAF and STUB_VEC do. */
void emit_helper_call(struct emit *e, unsigned helper)
{
    static const int saved[] = {RCX, RDX, RSI, RDI, R8, R9, R10, R11};
    static const int args[] = {RSI, RDX, RCX, R8};
    bool vectors = helper != HELPER_FP_SCALAR;
    uintptr_t fn = helper == HELPER_FP_SCALAR   ? (uintptr_t)helper_fp_scalar
                   : helper == HELPER_FP_PACKED ? (uintptr_t)helper_fp_packed
                                                : (uintptr_t)helper_vec_op;
    struct assembler *as = &e->as;

    if (!in_cold)
        hot_helper = true;
    for (unsigned n = 0; n < ARRAY_SIZE(saved); n++)
        asm_push(as, saved[n]);
    asm_mov(as, true, RDI, rm_reg(RBP));
    for (unsigned n = 0; n < (vectors ? 4 : 3); n++) {
        size_t at = vectors ? offsetof(struct cpu, helper_vec) + 16 * n
                            : offsetof(struct cpu, helper_arg) + 8 * n;
        if (vectors)
            asm_lea(as, true, args[n], rm_mem(RBP, (int32_t)at));
        else
            asm_mov(as, true, args[n], rm_mem(RBP, (int32_t)at));
    }
    asm_mov_imm(as, RAX, fn);
    asm_call_rm(as, rm_reg(RAX));
    for (unsigned n = ARRAY_SIZE(saved); n-- > 0;)
        asm_pop(as, saved[n]);
}

const struct op_rule *driver_rule(struct driver_op *op)
{
    region.mode = op->mode;
    emit.region = &region;
    emit.features = op->features;
    op->rule = vec_rule(&emit, &op->insn);
    if (!op->rule)
        op->rule = fp_rule(&emit, &op->insn);
    return op->rule;
}

#define AT(field) rm_mem(RBP, (int32_t)offsetof(struct driver_state, field))

static void move_registers(struct emit *e, bool store)
{
    unsigned vectors = has(e, HOST_AVX512) ? 32 : 16;

    for (unsigned n = 0; n < vectors; n++)
        emit_v2(e, store ? I_MOVAPS_ST : I_MOVAPS, (int)n,
                rm_mem(RBP,
                       (int32_t)(offsetof(struct driver_state, xmm) + 16 * n)));
    for (int r = RAX; r <= R15; r++) {
        struct rm slot = rm_mem(
            RBP, (int32_t)(offsetof(struct driver_state, gpr) + 8 * (size_t)r));
        if (r == RSP || r == RBP)
            continue;
        if (store)
            asm_mov_store(&e->as, true, slot, r);
        else
            asm_mov(&e->as, true, r, slot);
    }
}

static const int callee_saved[] = {RBX, RBP, R12, R13, R14, R15};

static void prologue(struct emit *e)
{
    for (unsigned n = 0; n < ARRAY_SIZE(callee_saved); n++)
        asm_push(&e->as, callee_saved[n]);
    asm_push(&e->as, RAX); /* aligns the stack for helpers */
    emit_mov(e, RBP, RDI);
    asm_op(&e->as, I_LDMXCSR, false, 2, AT(mxcsr));
    move_registers(e, false);
    asm_op(&e->as, 0xff, false, 6, AT(eflags)); /* push, popf */
    asm_byte(&e->as, 0x9d);
}

static void epilogue(struct emit *e)
{
    asm_byte(&e->as, 0x9c); /* pushf */
    asm_op(&e->as, 0x8f, false, 0, AT(eflags));
    move_registers(e, true);
    asm_op(&e->as, I_STMXCSR, false, 3, AT(mxcsr));
    asm_pop(&e->as, RAX);
    for (unsigned n = ARRAY_SIZE(callee_saved); n-- > 0;)
        asm_pop(&e->as, callee_saved[n]);
    asm_ret(&e->as, 0);
}

static void emit_rest(struct emit *e)
{
    in_cold = true;
    for (unsigned n = 0; n < cold_count; n++) {
        struct cold c = colds[n];
        asm_place(&e->as, c.entry);
        c.fn(e, &c);
    }
    asm_align(&e->as, 16, 0);
    for (unsigned n = 0; n < const_count; n++) {
        asm_place(&e->as, consts[n].label);
        asm_data(&e->as, &consts[n].value, 16);
    }
}

bool driver_compile(struct driver_op *op)
{
    struct emit *e = &emit;

    if (!code)
        code = mmap(NULL, CODE_SIZE, PROT_READ | PROT_WRITE | PROT_EXEC,
                    MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (code == MAP_FAILED)
        die("no memory for code");
    asm_init(&e->as, code, CODE_SIZE);
    const_count = cold_count = 0;
    in_cold = hot_helper = false;
    region.vconsts[0] = op->pool;
    e->dst = (int16_t)op->dst;
    e->a = op->a;
    e->b = op->b;
    e->c = op->c;
    for (unsigned n = 0; n < 2; n++)
        e->scratch[n] = (int16_t)op->scratch[n];
    for (unsigned n = 0; n < 3; n++)
        e->vscratch[n] = (int16_t)op->vscratch[n];
    prologue(e);
    unsigned start = e->as.used;
    op->rule->emit(e, &op->insn);
    code_bytes = e->as.used - start;
    epilogue(e);
    emit_rest(e);
    asm_resolve(&e->as);
    return !e->as.overflow;
}

void driver_run(struct driver_state *state)
{
    void (*fn)(struct driver_state *);
    uint32_t mxcsr;

    memcpy(&fn, &(void *){code}, sizeof(fn));
    __asm__ volatile("stmxcsr %0" : "=m"(mxcsr));
    fn(state);
    __asm__ volatile("ldmxcsr %0" : : "m"(mxcsr));
}

bool driver_calls_helper(void)
{
    return hot_helper;
}

unsigned driver_code_bytes(void)
{
    return code_bytes;
}
