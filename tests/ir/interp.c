// SPDX-License-Identifier: MIT
/*
 * The interpreter's walk over a region: operands, guest registers, memory,
 * exits.  The other ops are in interp-*.c.
 */
#include "tests/ir/interp.h"

#include "tests/ir/interp-ops.h"

#include <string.h>

/* One run over a region. */
struct run {
    struct interp *in;
    const struct region *region;
    struct interp_result result;
    bool done;
    vec128 values[REGION_MAX_INSNS];
};

static unsigned type_bits(unsigned type)
{
    switch (type) {
    case IR_F16: return 16;
    case IR_I32:
    case IR_F32: return 32;
    case IR_V128: return 128;
    default: return 64;
    }
}

static vec128 low_bits(vec128 v, unsigned bits)
{
    if (bits < 128)
        v = (vec128){.d = {v.d[0] & bits_mask(bits), 0}};
    return v;
}

/* Bits that a signature's letter takes of a value. */
static unsigned letter_bits(char letter, const struct ir_insn *i)
{
    switch (letter) {
    case 'i': return 32;
    case 'l':
    case 'F': return 64;
    case 'v': return 128;
    case 'L':
    case 'f': return i->type == IR_V128 ? 128 : 8u << i->lane;
    default: return type_bits(i->type);
    }
}

static vec128 operand(const struct run *run, const struct ir_insn *i,
                      ir_ref ref, char letter)
{
    if (!ref || !letter)
        return (vec128){.d = {0, 0}};
    /* What VZEXT takes is of any type. */
    unsigned bits = i->op == IR_VZEXT ? 128 : letter_bits(letter, i);
    return low_bits(run->values[ref], bits);
}

/* VDUPI and VINSI have a vector type and an integer operand. */
static unsigned result_bits(const struct ir_insn *i)
{
    const char *sig = ir_op_infos[i->op].sig;
    return sig[0] == 'T' || sig[0] == 'v' ? letter_bits(sig[0], i)
           : sig[0] == 'i'                ? 32
                                          : 64;
}

static void *reg_slot(const struct run *run, unsigned reg)
{
    return (char *)run->in->cpu + run->region->isa->regs[reg].offset;
}

static vec128 reg_get(const struct run *run, unsigned reg)
{
    vec128 v = {.d = {0, 0}};
    uint32_t word;
    switch (run->region->isa->regs[reg].cls) {
    case REG_VEC: memcpy(&v, reg_slot(run, reg), sizeof(v)); break;
    case REG_FLAGS: v.d[0] = run->in->nzcv; break;
    case REG_STATE32:
        memcpy(&word, reg_slot(run, reg), sizeof(word));
        v.d[0] = word;
        break;
    default: memcpy(&v.d[0], reg_slot(run, reg), sizeof(v.d[0]));
    }
    return v;
}

static void reg_put(const struct run *run, unsigned reg, vec128 v)
{
    switch (run->region->isa->regs[reg].cls) {
    case REG_VEC: memcpy(reg_slot(run, reg), &v, sizeof(v)); break;
    case REG_FLAGS: run->in->nzcv = (unsigned)v.d[0]; break;
    case REG_STATE32:
        memcpy(reg_slot(run, reg), &v.s[0], sizeof(v.s[0]));
        break;
    default: memcpy(reg_slot(run, reg), &v.d[0], sizeof(v.d[0]));
    }
}

/* Leaves the region at i, whose snapshot says what is not canonical yet. */
static void leave(struct run *run, const struct ir_insn *i,
                  enum interp_stop stop, gaddr_t pc)
{
    const struct ir_snapshot *s = &run->region->snaps[i->snap - 1];
    for (unsigned n = 0; n < s->count; n++) {
        const struct ir_pending *p = &run->region->pending[s->first + n];
        reg_put(run, p->reg, run->values[p->value]);
    }
    run->result.stop = stop;
    run->result.pc = pc;
    run->done = true;
}

static void raise(struct run *run, const struct ir_insn *i,
                  struct exception exception)
{
    leave(run, i, INTERP_EXCEPTION, run->region->snaps[i->snap - 1].pc);
    run->result.exception = exception;
}

static void access_fault(struct run *run, const struct ir_insn *i,
                         enum exception_kind kind, gaddr_t address, bool write)
{
    raise(run, i, (struct exception){kind, address, 0, write});
}

/* One access as the memop of i says; false if it faulted. */
static bool memory_access(struct run *run, const struct ir_insn *i,
                          gaddr_t address, vec128 *data, bool write)
{
    const struct interp_memory *m = &run->in->memory;
    unsigned size = memop_bytes(i->lane);
    bool as_write =
        write || i->op == IR_ATOMIC || i->op == IR_CAS || i->op == IR_STOREX;
    if (i->lane & MO_ALIGN && address % size) {
        access_fault(run, i, EXCP_ALIGNMENT, address, as_write);
        return false;
    }
    if (write ? m->store(m->context, address, data, size)
              : m->load(m->context, address, data, size))
        return true;
    access_fault(run, i, EXCP_DATA, address, as_write);
    return false;
}

static vec128 extend_loaded(const struct ir_insn *i, vec128 v)
{
    unsigned bits = 8 * memop_bytes(i->lane);
    if (i->lane & MO_SIGN)
        v.d[0] = (uint64_t)bits_sign_extend(v.d[0], bits);
    return v;
}

static uint64_t atomic_result(const struct ir_insn *i, uint64_t old, uint64_t y)
{
    unsigned bits = 8 * memop_bytes(i->lane);
    int64_t so = bits_sign_extend(old, bits), sy = bits_sign_extend(y, bits);
    y &= bits_mask(bits);
    switch (i->aux) {
    case ATOMIC_ADD: return old + y;
    case ATOMIC_CLR: return old & ~y;
    case ATOMIC_EOR: return old ^ y;
    case ATOMIC_SET: return old | y;
    case ATOMIC_SMAX: return so > sy ? old : y;
    case ATOMIC_SMIN: return so < sy ? old : y;
    case ATOMIC_UMAX: return old > y ? old : y;
    case ATOMIC_UMIN: return old < y ? old : y;
    case ATOMIC_AND: return old & y;
    default: return y;
    }
}

static bool same_value(const struct ir_insn *i, vec128 a, vec128 b)
{
    unsigned bits = 8 * memop_bytes(i->lane);
    a = low_bits(a, bits);
    b = low_bits(b, bits);
    return a.d[0] == b.d[0] && a.d[1] == b.d[1];
}

static void store_exclusive(struct run *run, struct interp_insn *o)
{
    struct monitor *m = &run->in->cpu->monitor;
    gaddr_t address = o->x.d[0];
    unsigned size = memop_bytes(o->i->lane);
    const struct isa *isa = run->region->isa;
    bool held = m->size == size &&
                isa_address(isa, m->address) == isa_address(isa, address);
    vec128 now = {.d = {0, 0}};
    vec128 seen = {.d = {m->value[0], m->value[1]}};
    o->r.d[0] = 1;
    if (o->i->lane & MO_ALIGN && address % size) {
        access_fault(run, o->i, EXCP_ALIGNMENT, address, true);
        return;
    }
    if (held) {
        if (!memory_access(run, o->i, address, &now, false))
            return;
        if (same_value(o->i, now, seen)) {
            if (!memory_access(run, o->i, address, &o->y, true))
                return;
            o->r.d[0] = 0;
        }
    }
    m->size = 0;
}

static void exclusive_or_atomic(struct run *run, struct interp_insn *o)
{
    struct monitor *m = &run->in->cpu->monitor;
    gaddr_t address = o->x.d[0];
    vec128 new;
    if (o->i->op == IR_STOREX) {
        store_exclusive(run, o);
        return;
    }
    if (!memory_access(run, o->i, address, &o->r, false))
        return;
    switch (o->i->op) {
    case IR_LOADX:
        *m = (struct monitor){.address = address,
                              .size = memop_bytes(o->i->lane),
                              .value = {o->r.d[0], o->r.d[1]}};
        break;
    case IR_ATOMIC:
        new = (vec128){.d = {atomic_result(o->i, o->r.d[0], o->y.d[0]), 0}};
        memory_access(run, o->i, address, &new, true);
        break;
    default: /* CAS: a write in any case, if only of what is there */
        new = same_value(o->i, o->r, o->y) ? o->z : o->r;
        memory_access(run, o->i, address, &new, true);
    }
}

static gaddr_t address_of(const struct interp_insn *o)
{
    return o->x.d[0] + (o->y.d[0] << o->i->aux) + (uint64_t)o->i->imm;
}

static bool memory_op(struct run *run, struct interp_insn *o)
{
    const struct ir_insn *i = o->i;
    switch (i->op) {
    case IR_LOAD:
        if (memory_access(run, i, address_of(o), &o->r, false))
            o->r = extend_loaded(i, o->r);
        break;
    case IR_STORE: memory_access(run, i, address_of(o), &o->z, true); break;
    case IR_LOADX:
    case IR_STOREX:
    case IR_ATOMIC:
    case IR_CAS: exclusive_or_atomic(run, o); break;
    case IR_CLREX: run->in->cpu->monitor.size = 0; break;
    case IR_FENCE: break;
    default: return false;
    }
    return true;
}

static bool exits(struct run *run, struct interp_insn *o)
{
    const struct ir_insn *i = o->i;
    uint64_t x = o->x.d[0];
    bool taken = true;
    gaddr_t target = (gaddr_t)i->imm;
    switch (i->op) {
    case IR_EXITC: taken = interp_cond(i->aux, (unsigned)x); break;
    case IR_EXITZ: taken = (x == 0) == (i->aux == 0); break;
    case IR_EXITB: taken = (x >> (i->aux & 63) & 1) == i->aux >> 6; break;
    case IR_GOTO:
    case IR_CALL: break;
    case IR_GOTOI:
    case IR_CALLI:
    case IR_RETURN: target = x; break;
    default: return false;
    }
    if (taken)
        leave(run, i, INTERP_JUMP, target);
    return true;
}

static bool ends(struct run *run, struct interp_insn *o)
{
    const struct ir_insn *i = o->i;
    switch (i->op) {
    case IR_EXIT:
        leave(run, i, INTERP_EXIT, (gaddr_t)i->imm);
        run->result.reason = i->aux;
        break;
    case IR_RAISE: {
        gaddr_t pc = run->region->snaps[i->snap - 1].pc;
        raise(run, i, (struct exception){i->aux, pc, (uint32_t)i->imm, false});
        break;
    }
    default: return false;
    }
    return true;
}

static bool registers(struct run *run, struct interp_insn *o)
{
    const struct ir_insn *i = o->i;
    switch (i->op) {
    case IR_CONST: o->r.d[0] = (uint64_t)i->imm; break;
    case IR_VCONST: o->r = run->region->vconsts[i->imm]; break;
    case IR_GET: o->r = reg_get(run, (unsigned)i->imm); break;
    case IR_PUT: reg_put(run, (unsigned)i->imm, o->x); break;
    case IR_COPY: o->r = o->x; break;
    case IR_GETFPSR: o->r.d[0] = run->in->fpsr; break;
    case IR_PUTFPSR: run->in->fpsr = o->x.s[0]; break;
    case IR_HELPER:
        if (i->imm != HELPER_COUNTER)
            return false;
        o->r.d[0] = run->in->counter;
        break;
    default: return false;
    }
    return true;
}

static void step(struct run *run, unsigned ref)
{
    const struct ir_insn *i = &run->region->insns[ref];
    const char *sig = ir_op_infos[i->op].sig;
    char letters[3] = {0};
    for (unsigned n = 0; n < 3 && sig[2 + n]; n++)
        letters[n] = sig[2 + n];
    struct interp_insn o = {
        .i = i,
        .region = run->region,
        .x = operand(run, i, i->a, letters[0]),
        .y = operand(run, i, i->b, letters[1]),
        .z = operand(run, i, i->c, letters[2]),
    };
    if (!registers(run, &o) && !memory_op(run, &o) && !exits(run, &o) &&
        !ends(run, &o) && !interp_int(&o) && !interp_flags(&o) &&
        !interp_vec_move(&o) && !interp_vec_int(&o) && !interp_crypto(&o) &&
        !interp_fp(run->in, &o)) {
        run->in->unsupported = ir_op_infos[i->op].name;
        run->result.stop = INTERP_UNSUPPORTED;
        run->done = true;
    }
    run->values[ref] = low_bits(o.r, result_bits(i));
}

struct interp_result interp_region(struct interp *in,
                                   const struct region *region)
{
    static struct run run; /* a test tool: one thread */
    run.in = in;
    run.region = region;
    run.result = (struct interp_result){.stop = INTERP_UNSUPPORTED};
    run.done = false;
    in->unsupported = "no final exit";
    for (unsigned ref = 1; ref < region->insn_count && !run.done; ref++)
        if (region->insns[ref].op != IR_NOP)
            step(&run, ref);
    return run.result;
}

void interp_build(struct region *region, const struct isa *isa,
                  const struct mem *mem, gaddr_t pc, uint32_t mode,
                  unsigned max_guest)
{
    static struct ir_builder b;
    ir_begin(&b, region, isa, mem, pc, mode);
    while (!b.ended) {
        uint8_t code[4];
        unsigned length;
        if (ir_full(&b) || region->guest_count == max_guest) {
            ir_goto(&b, b.pc);
            return;
        }
        size_t got = mem->fetch(mem, code, b.pc, sizeof(code));
        ir_begin_insn(&b);
        if (b.pc % isa->min_insn_bytes || got < isa->min_insn_bytes) {
            bool aligned = b.pc % isa->min_insn_bytes == 0;
            ir_raise(&b, aligned ? EXCP_FETCH : EXCP_PC_ALIGN, 0);
            return;
        }
        isa->translate(&b, code, got, &length);
        b.pc = b.next_pc;
    }
}
