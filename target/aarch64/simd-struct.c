// SPDX-License-Identifier: MIT
/*
 * Loads and stores of SIMD structures, LD1 to LD4 and ST1 to ST4: whole
 * vectors pass between memory and registers, and are parted or mixed there.
 * Registers change only behind all accesses, so that after a fault in any of
 * them the instruction can run again.
 */
#include "target/aarch64/simd.h"

#include <string.h>

enum { MAX_REGS = 4, NO_BYTE = 0xff };

static int register_at(const struct a64_insn *i, unsigned k)
{
    return (i->rt + (int)k) % 32;
}

static enum ir_lane live_of(const struct a64_insn *i)
{
    return i->Q ? LANE_128 : LANE_64;
}

/* The base advances by rm, or where that is 31 by the bytes accessed. */
static void post_index(struct a64_tr *t, const struct a64_insn *i,
                       const struct a64_address *address, unsigned bytes)
{
    ir_ref next;

    if (!i->post)
        return;
    if (i->rm == 31)
        next = ir_opi(t->b, IR_ADD, IR_I64, address->base, bytes);
    else
        next = ir_op2(t->b, IR_ADD, IR_I64, address->base, a64_get_x(t, i->rm));
    a64_put_xsp(t, i->rn, IR_I64, next);
}

/*
 * Bytes picked from up to four vectors: map[k] is 16 times the vector's
 * number plus the byte's that becomes byte k, or NO_BYTE for zero.
 */
static ir_ref pick(struct a64_tr *t, const ir_ref *from, unsigned count,
                   const uint8_t map[16])
{
    ir_ref r = 0;
    unsigned v, k;

    for (v = 0; v < count; v++) {
        vec128 index;
        bool used = false;
        for (k = 0; k < 16; k++) {
            bool here = map[k] != NO_BYTE && map[k] / 16 == v;
            index.b[k] = here ? map[k] % 16 : NO_BYTE;
            used = used || here;
        }
        if (!used)
            continue;
        ir_ref part = vop2(t, IR_VTBL, LANE_8, from[v], ir_vconst(t->b, index));
        r = r ? vec_or(t, r, part) : part;
    }
    return r;
}

/* Which byte of memory becomes byte k of register reg: structures of 3. */
static unsigned byte_of_3(enum ir_lane lane, unsigned reg, unsigned k)
{
    unsigned bytes = 1u << lane;

    return (k / bytes * 3 + reg) * bytes + k % bytes;
}

static void part_3(struct a64_tr *t, enum ir_lane lane, const ir_ref *m,
                   unsigned vector_bytes, ir_ref *r)
{
    unsigned reg, k;

    for (reg = 0; reg < 3; reg++) {
        uint8_t map[16];
        memset(map, NO_BYTE, sizeof(map));
        for (k = 0; k < vector_bytes; k++)
            map[k] = (uint8_t)byte_of_3(lane, reg, k);
        r[reg] = pick(t, m, 3, map);
    }
}

/* The reverse; m has as many vectors as 3 times vector_bytes fill. */
static void mix_3(struct a64_tr *t, enum ir_lane lane, const ir_ref *r,
                  unsigned vector_bytes, ir_ref *m)
{
    uint8_t map[3][16];
    unsigned reg, k;

    memset(map, NO_BYTE, sizeof(map));
    for (reg = 0; reg < 3; reg++) {
        for (k = 0; k < vector_bytes; k++) {
            unsigned to = byte_of_3(lane, reg, k);
            map[to / 16][to % 16] = (uint8_t)(16 * reg + k);
        }
    }
    for (k = 0; k * 16 < 3 * vector_bytes; k++)
        m[k] = pick(t, r, 3, map[k]);
}

/* 0 and 2 from 1 and 3 first, then each from the other. */
static void part_4(struct a64_tr *t, enum ir_lane lane, const ir_ref *m,
                   unsigned vector_bytes, ir_ref *r)
{
    ir_ref even = vop2(t, IR_VUZP1, lane, m[0], m[1]), even2 = even;
    ir_ref odd = vop2(t, IR_VUZP2, lane, m[0], m[1]), odd2 = odd;

    if (vector_bytes == 16) {
        even2 = vop2(t, IR_VUZP1, lane, m[2], m[3]);
        odd2 = vop2(t, IR_VUZP2, lane, m[2], m[3]);
    }
    r[0] = vop2(t, IR_VUZP1, lane, even, even2);
    r[2] = vop2(t, IR_VUZP2, lane, even, even2);
    r[1] = vop2(t, IR_VUZP1, lane, odd, odd2);
    r[3] = vop2(t, IR_VUZP2, lane, odd, odd2);
}

static void mix_4(struct a64_tr *t, enum ir_lane lane, const ir_ref *r,
                  unsigned vector_bytes, ir_ref *m)
{
    ir_ref even = vop2(t, IR_VZIP1, lane, r[0], r[2]);
    ir_ref odd = vop2(t, IR_VZIP1, lane, r[1], r[3]);

    m[0] = vop2(t, IR_VZIP1, lane, even, odd);
    m[1] = vop2(t, IR_VZIP2, lane, even, odd);
    if (vector_bytes == 8)
        return;
    even = vop2(t, IR_VZIP2, lane, r[0], r[2]);
    odd = vop2(t, IR_VZIP2, lane, r[1], r[3]);
    m[2] = vop2(t, IR_VZIP1, lane, even, odd);
    m[3] = vop2(t, IR_VZIP2, lane, even, odd);
}

/* Registers r from the vectors m of memory. */
static void part(struct a64_tr *t, const struct a64_insn *i, const ir_ref *m,
                 ir_ref *r)
{
    enum ir_lane lane = (enum ir_lane)i->size;
    unsigned bytes = i->Q ? 16 : 8;
    ir_ref high = m[i->Q];

    switch (i->selem) {
    case 2:
        r[0] = vop2(t, IR_VUZP1, lane, m[0], high);
        r[1] = vop2(t, IR_VUZP2, lane, m[0], high);
        break;
    case 3: part_3(t, lane, m, bytes, r); break;
    default: part_4(t, lane, m, bytes, r); break;
    }
}

static void mix(struct a64_tr *t, const struct a64_insn *i, const ir_ref *r,
                ir_ref *m)
{
    enum ir_lane lane = (enum ir_lane)i->size;
    unsigned bytes = i->Q ? 16 : 8;

    switch (i->selem) {
    case 2:
        m[0] = vop2(t, IR_VZIP1, lane, r[0], r[1]);
        if (i->Q)
            m[1] = vop2(t, IR_VZIP2, lane, r[0], r[1]);
        break;
    case 3: mix_3(t, lane, r, bytes, m); break;
    default: mix_4(t, lane, r, bytes, m); break;
    }
}

/*
 * The vectors that an instruction moves: structures fill whole ones (and the
 * last of three halves a half), LD1 and ST1 take each register's bytes.
 */
struct pieces {
    unsigned regs;
    unsigned total; /* bytes */
    unsigned piece; /* bytes of each, but for the last */
};

static struct pieces pieces_of(const struct a64_insn *i)
{
    unsigned regs = (unsigned)(i->selem > 1 ? i->selem : i->rpt);
    unsigned bytes = i->Q ? 16 : 8;

    return (struct pieces){regs, regs * bytes, i->selem > 1 ? 16 : bytes};
}

/* The memop of the piece at an offset. */
static unsigned piece_memop(struct pieces p, unsigned at)
{
    return p.piece == 8 || p.total - at == 8 ? MO_64 : MO_128;
}

bool a64_tr_LD_multi(struct a64_tr *t, const struct a64_insn *i)
{
    struct a64_address address = a64_address_imm(t, i->rn, 0);
    struct pieces p = pieces_of(i);
    ir_ref m[MAX_REGS] = {0}, r[MAX_REGS];
    unsigned at, k;

    for (k = 0, at = 0; at < p.total; k++, at += p.piece) {
        unsigned memop = piece_memop(p, at);
        m[k] = a64_load(t, IR_V128, memop, &address, at);
    }
    if (i->selem > 1)
        part(t, i, m, r);
    else
        memcpy(r, m, sizeof(r));
    for (k = 0; k < p.regs; k++)
        vec_put(t, register_at(i, k), i->selem > 1 ? live_of(i) : LANE_128,
                r[k]);
    post_index(t, i, &address, p.total);
    return true;
}

bool a64_tr_ST_multi(struct a64_tr *t, const struct a64_insn *i)
{
    struct a64_address address = a64_address_imm(t, i->rn, 0);
    struct pieces p = pieces_of(i);
    ir_ref m[MAX_REGS], r[MAX_REGS];
    unsigned at, k;

    for (k = 0; k < p.regs; k++)
        r[k] = vec_get(t, register_at(i, k));
    if (i->selem > 1)
        mix(t, i, r, m);
    else
        memcpy(m, r, sizeof(m));
    for (k = 0, at = 0; at < p.total; k++, at += p.piece) {
        unsigned memop = piece_memop(p, at);
        enum ir_type type = memop == MO_64 ? IR_F64 : IR_V128;
        a64_store(t, type, memop, &address, at, m[k]);
    }
    post_index(t, i, &address, p.total);
    return true;
}

/* Single structures: scale 2 is 8 bytes with size 1. */
static enum ir_lane single_lane(const struct a64_insn *i)
{
    return i->scale == 2 && i->size == 1 ? LANE_64 : (enum ir_lane)i->scale;
}

static int single_index(const struct a64_insn *i)
{
    enum ir_lane lane = single_lane(i);

    if (lane == LANE_64)
        return i->Q;
    return (i->Q << 3 | i->S << 2 | i->size) >> lane;
}

static ir_ref load_element(struct a64_tr *t, enum ir_lane lane,
                           const struct a64_address *address, unsigned k)
{
    return a64_load(t, lane == LANE_64 ? IR_I64 : IR_I32, lane, address,
                    (int64_t)k << lane);
}

bool a64_tr_LD_lane(struct a64_tr *t, const struct a64_insn *i)
{
    struct a64_address address = a64_address_imm(t, i->rn, 0);
    enum ir_lane lane = single_lane(i);
    ir_ref x[MAX_REGS];
    unsigned k, regs = (unsigned)i->selem;

    for (k = 0; k < regs; k++)
        x[k] = load_element(t, lane, &address, k);
    for (k = 0; k < regs; k++) {
        ir_ref d = vec_get(t, register_at(i, k));
        d = ir_vec2i(t->b, IR_VINSI, lane, d, x[k], single_index(i));
        vec_put(t, register_at(i, k), LANE_128, d);
    }
    post_index(t, i, &address, regs << lane);
    return true;
}

bool a64_tr_ST_lane(struct a64_tr *t, const struct a64_insn *i)
{
    struct a64_address address = a64_address_imm(t, i->rn, 0);
    enum ir_lane lane = single_lane(i);
    enum ir_type type = lane == LANE_64 ? IR_I64 : IR_I32;
    unsigned k, regs = (unsigned)i->selem;

    for (k = 0; k < regs; k++) {
        struct ir_insn get = {.op = IR_VGETU,
                              .type = (uint8_t)type,
                              .lane = (uint8_t)lane,
                              .a = vec_get(t, register_at(i, k)),
                              .imm = single_index(i)};
        a64_store(t, type, lane, &address, (int64_t)k << lane,
                  ir_emit(t->b, get));
    }
    post_index(t, i, &address, regs << lane);
    return true;
}

bool a64_tr_LD_replicate(struct a64_tr *t, const struct a64_insn *i)
{
    struct a64_address address = a64_address_imm(t, i->rn, 0);
    enum ir_lane lane = (enum ir_lane)i->size;
    ir_ref x[MAX_REGS];
    unsigned k, regs = (unsigned)i->selem;

    for (k = 0; k < regs; k++)
        x[k] = load_element(t, lane, &address, k);
    for (k = 0; k < regs; k++)
        vec_put(t, register_at(i, k), live_of(i),
                vop1(t, IR_VDUPI, lane, x[k]));
    post_index(t, i, &address, regs << lane);
    return true;
}
