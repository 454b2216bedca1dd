// SPDX-License-Identifier: MIT
/* The interpreter's integer and flags ops. */
#include "tests/ir/interp-ops.h"

enum { N = 8, Z = 4, C = 2, V = 1 };

static unsigned width_of(const struct ir_insn *i)
{
    return i->type == IR_I32 ? 32 : 64;
}

bool interp_cond(unsigned cond, unsigned nzcv)
{
    bool n = nzcv & N, z = nzcv & Z, c = nzcv & C, v = nzcv & V;
    switch (cond) {
    case COND_EQ: return z;
    case COND_NE: return !z;
    case COND_CS: return c;
    case COND_CC: return !c;
    case COND_MI: return n;
    case COND_PL: return !n;
    case COND_VS: return v;
    case COND_VC: return !v;
    case COND_HI: return c && !z;
    case COND_LS: return !c || z;
    case COND_GE: return n == v;
    case COND_LT: return n != v;
    case COND_GT: return !z && n == v;
    case COND_LE: return z || n != v;
    default: return true;
    }
}

/* The manual's AddWithCarry: the flags of x + y + carry. */
static unsigned add_flags(unsigned width, uint64_t x, uint64_t y, bool carry)
{
    unsigned __int128 sum = (unsigned __int128)x + y + carry;
    uint64_t r = (uint64_t)sum & bits_mask(width);
    __int128 exact = (__int128)bits_sign_extend(x, width) +
                     bits_sign_extend(y, width) + carry;
    unsigned nzcv = r >> (width - 1) ? N : 0;
    if (r == 0)
        nzcv |= Z;
    if (sum >> width)
        nzcv |= C;
    if (exact != bits_sign_extend(r, width))
        nzcv |= V;
    return nzcv;
}

static unsigned sub_flags(unsigned width, uint64_t x, uint64_t y, bool carry)
{
    return add_flags(width, x, ~y & bits_mask(width), carry);
}

bool interp_flags(struct interp_insn *o)
{
    const struct ir_insn *i = o->i;
    unsigned width = width_of(i);
    uint64_t x = o->x.d[0], y = o->y.d[0], z = o->z.d[0];
    uint64_t *r = &o->r.d[0];
    switch (i->op) {
    case IR_ADDF: *r = add_flags(width, x, y, false); break;
    case IR_SUBF: *r = sub_flags(width, x, y, true); break;
    case IR_ADCF: *r = add_flags(width, x, y, z & C); break;
    case IR_SBCF: *r = sub_flags(width, x, y, z & C); break;
    case IR_ANDF:
        *r = (x & y) >> (width - 1) ? N : 0;
        *r |= (x & y) == 0 ? Z : 0;
        break;
    case IR_CCMPF:
        if (!interp_cond(i->aux & 15, (unsigned)z))
            *r = i->imm & 15;
        else if (i->aux & 16)
            *r = add_flags(width, x, y, false);
        else
            *r = sub_flags(width, x, y, true);
        break;
    case IR_CONSTF: *r = i->imm & 15; break;
    case IR_PACKF: *r = x >> 28 & 15; break;
    case IR_NZCV: *r = x << 28; break;
    case IR_SETC: *r = interp_cond(i->aux, (unsigned)x); break;
    case IR_SELECT:
        o->r = interp_cond(i->aux, (unsigned)z) ? o->x : o->y;
        break;
    default: return false;
    }
    return true;
}

static bool arithmetic(struct interp_insn *o)
{
    uint64_t x = o->x.d[0], y = o->y.d[0], *r = &o->r.d[0];
    unsigned width = width_of(o->i);
    bool carry = o->z.d[0] & C;
    int64_t sx = bits_sign_extend(x, width), sy = bits_sign_extend(y, width);
    switch (o->i->op) {
    case IR_ADD: *r = x + y; break;
    case IR_SUB: *r = x - y; break;
    case IR_ADC: *r = x + y + carry; break;
    case IR_SBC: *r = x - y - !carry; break;
    case IR_NEG: *r = -x; break;
    case IR_MUL: *r = x * y; break;
    case IR_MULHU: *r = (uint64_t)((unsigned __int128)x * y >> 64); break;
    case IR_MULHS: *r = (uint64_t)((__int128)sx * sy >> 64); break;
    case IR_UDIV: *r = y ? x / y : 0; break;
    case IR_SDIV:
        if (y == 0)
            *r = 0;
        else /* no overflow in 128 bits */
            *r = (uint64_t)((__int128)sx / sy);
        break;
    default: return false;
    }
    return true;
}

static bool logic(struct interp_insn *o)
{
    uint64_t x = o->x.d[0], y = o->y.d[0], *r = &o->r.d[0];
    unsigned width = width_of(o->i), n = y % width;
    switch (o->i->op) {
    case IR_AND: *r = x & y; break;
    case IR_OR: *r = x | y; break;
    case IR_XOR: *r = x ^ y; break;
    case IR_ANDN: *r = x & ~y; break;
    case IR_NOT: *r = ~x; break;
    case IR_SHL: *r = x << n; break;
    case IR_SHR: *r = x >> n; break;
    case IR_SAR: *r = (uint64_t)(bits_sign_extend(x, width) >> n); break;
    case IR_ROR: *r = n ? x >> n | x << (width - n) : x; break;
    case IR_EXTR:
        n = (unsigned)o->i->imm;
        *r = y >> n | x << (width - n);
        break;
    default: return false;
    }
    return true;
}

static bool fields(struct interp_insn *o)
{
    uint64_t x = o->x.d[0], y = o->y.d[0], *r = &o->r.d[0];
    unsigned lsb = o->i->imm & 63, w = (unsigned)(o->i->imm >> 8);
    unsigned lane = 8u << o->i->lane;
    switch (o->i->op) {
    case IR_UEXT: *r = x & bits_mask(lane); break;
    case IR_SEXT: *r = (uint64_t)bits_sign_extend(x, lane); break;
    case IR_UBFX: *r = x >> lsb & bits_mask(w); break;
    case IR_SBFX: *r = (uint64_t)bits_sign_extend(x >> lsb, w); break;
    case IR_BFI:
        *r = (x & ~(bits_mask(w) << lsb)) | (y & bits_mask(w)) << lsb;
        break;
    default: return false;
    }
    return true;
}

static unsigned leading_zeros(uint64_t x, unsigned width)
{
    unsigned n = 0;
    while (n < width && !(x >> (width - 1 - n) & 1))
        n++;
    return n;
}

static uint64_t reverse_bits(uint64_t x, unsigned width)
{
    uint64_t r = 0;
    for (unsigned k = 0; k < width; k++)
        r |= (x >> k & 1) << (width - 1 - k);
    return r;
}

static uint64_t reverse_bytes(uint64_t x, unsigned lane)
{
    uint64_t r = 0;
    unsigned bytes = 1u << lane;
    for (unsigned k = 0; k < 8; k++) {
        unsigned to = (k & ~(bytes - 1)) + bytes - 1 - (k & (bytes - 1));
        r |= (x >> 8 * k & 255) << 8 * to;
    }
    return r;
}

/* Bit by bit, lowest first; polynomials as the manual gives them. */
static uint32_t crc32(uint32_t crc, uint64_t data, unsigned bits,
                      bool castagnoli)
{
    uint32_t poly = castagnoli ? 0x1edc6f41 : 0x04c11db7;
    uint32_t reflected = (uint32_t)reverse_bits(poly, 32);
    for (unsigned k = 0; k < bits; k++) {
        bool bit = (crc ^ (uint32_t)(data >> k)) & 1;
        crc = crc >> 1 ^ (bit ? reflected : 0);
    }
    return crc;
}

static bool counting(struct interp_insn *o)
{
    const struct ir_insn *i = o->i;
    uint64_t x = o->x.d[0], *r = &o->r.d[0];
    unsigned width = width_of(i);
    switch (i->op) {
    case IR_CLZ: *r = leading_zeros(x, width); break;
    case IR_CLS:
        if (x >> (width - 1))
            x = ~x & bits_mask(width);
        *r = leading_zeros(x, width) - 1;
        break;
    case IR_CTZ: *r = leading_zeros(reverse_bits(x, width), width); break;
    case IR_RBIT: *r = reverse_bits(x, width); break;
    case IR_REV: *r = reverse_bytes(x, i->lane); break;
    case IR_CRC32:
        *r = crc32((uint32_t)x, o->y.d[0], 8u << i->lane, i->aux);
        break;
    default: return false;
    }
    return true;
}

bool interp_int(struct interp_insn *o)
{
    return arithmetic(o) || logic(o) || fields(o) || counting(o);
}
