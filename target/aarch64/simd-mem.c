// SPDX-License-Identifier: MIT
/* Loads and stores of single SIMD and FP registers and of pairs. */
#include "target/aarch64/simd.h"

/* `1 << size` bytes as a vector register's value, zero-extended. */
static ir_ref load(struct a64_tr *t, unsigned size,
                   const struct a64_address *address, int64_t offset)
{
    return a64_load(t, IR_V128, size, address, offset);
}

static void store(struct a64_tr *t, unsigned size,
                  const struct a64_address *address, int64_t offset, int reg)
{
    static const uint8_t types[] = {IR_I32, IR_I32, IR_F32, IR_F64, IR_V128};
    ir_ref value = vec_get(t, reg);

    if (size < MO_32)
        value = ir_emit(t->b, (struct ir_insn){.op = IR_VGETU,
                                               .type = IR_I32,
                                               .lane = (uint8_t)size,
                                               .a = value});
    a64_store(t, types[size], size, address, offset, value);
}

static bool load_at(struct a64_tr *t, const struct a64_insn *i,
                    const struct a64_address *address)
{
    vec_put(t, i->rt, LANE_128, load(t, i->size, address, 0));
    return true;
}

static bool store_at(struct a64_tr *t, const struct a64_insn *i,
                     const struct a64_address *address)
{
    store(t, i->size, address, 0, i->rt);
    return true;
}

bool a64_tr_LDR_v_imm(struct a64_tr *t, const struct a64_insn *i)
{
    struct a64_address address =
        a64_address_imm(t, i->rn, (int64_t)i->imm << i->size);

    return load_at(t, i, &address);
}

bool a64_tr_STR_v_imm(struct a64_tr *t, const struct a64_insn *i)
{
    struct a64_address address =
        a64_address_imm(t, i->rn, (int64_t)i->imm << i->size);

    return store_at(t, i, &address);
}

bool a64_tr_LDR_v_imm9(struct a64_tr *t, const struct a64_insn *i)
{
    unsigned index = a64_imm9_index(i);
    struct a64_address address = a64_address_indexed(t, i->rn, i->imm, index);

    load_at(t, i, &address);
    a64_write_back(t, i->rn, &address, i->imm, index);
    return true;
}

bool a64_tr_STR_v_imm9(struct a64_tr *t, const struct a64_insn *i)
{
    unsigned index = a64_imm9_index(i);
    struct a64_address address = a64_address_indexed(t, i->rn, i->imm, index);

    store_at(t, i, &address);
    a64_write_back(t, i->rn, &address, i->imm, index);
    return true;
}

/* Addresses scale by 8 at most; Q registers may want 16. */
static struct a64_address address_reg(struct a64_tr *t,
                                      const struct a64_insn *i)
{
    struct a64_address address =
        a64_address_reg(t, i->rn, i->rm, i->option, i->S ? i->size : 0);

    if (address.shift > MO_64) {
        address.index =
            ir_opi(t->b, IR_SHL, IR_I64, address.index, (int64_t)address.shift);
        address.shift = 0;
    }
    return address;
}

bool a64_tr_LDR_v_reg(struct a64_tr *t, const struct a64_insn *i)
{
    struct a64_address address = address_reg(t, i);

    return load_at(t, i, &address);
}

bool a64_tr_STR_v_reg(struct a64_tr *t, const struct a64_insn *i)
{
    struct a64_address address = address_reg(t, i);

    return store_at(t, i, &address);
}

/* opc of literals and pairs: 4, 8 or 16 bytes. */
static unsigned size_of(const struct a64_insn *i)
{
    return MO_32 + (unsigned)i->opc;
}

bool a64_tr_LDR_v_lit(struct a64_tr *t, const struct a64_insn *i)
{
    gaddr_t pc = t->b->pc + (int64_t)i->imm * A64_INSN_BYTES;
    struct a64_address address = {.base = ir_pc_const(t->b, pc)};

    vec_put(t, i->rt, LANE_128, load(t, size_of(i), &address, 0));
    return true;
}

bool a64_tr_LDP_v(struct a64_tr *t, const struct a64_insn *i)
{
    unsigned size = size_of(i);
    int64_t imm = (int64_t)i->imm * memop_bytes(size);
    struct a64_address address = a64_address_indexed(t, i->rn, imm, i->idx);
    ir_ref first = load(t, size, &address, 0);
    ir_ref second = load(t, size, &address, memop_bytes(size));

    vec_put(t, i->rt, LANE_128, first);
    vec_put(t, i->rt2, LANE_128, second);
    a64_write_back(t, i->rn, &address, imm, i->idx);
    return true;
}

bool a64_tr_STP_v(struct a64_tr *t, const struct a64_insn *i)
{
    unsigned size = size_of(i);
    int64_t imm = (int64_t)i->imm * memop_bytes(size);
    struct a64_address address = a64_address_indexed(t, i->rn, imm, i->idx);

    store(t, size, &address, 0, i->rt);
    store(t, size, &address, memop_bytes(size), i->rt2);
    a64_write_back(t, i->rn, &address, imm, i->idx);
    return true;
}
