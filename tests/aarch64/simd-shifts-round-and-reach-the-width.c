// SPDX-License-Identifier: MIT
// build: -nostdlib -ffreestanding -fno-tree-vectorize -fno-tree-slp-vectorize
// hosts: v3,-gfni v4,-gfni
/*
 * Vector shifts: counts from 1 to the lane's width to the right, 0 to the
 * width less 1 to the left; by register a signed byte, also beyond the width.
 */
#include "check-vec.h"

/* Right by 1 to 128, or left by 0 to 127; rounding adds half a unit. */
static wide right(wide x, int count, bool round)
{
    if (round && count <= 64)
        x += (wide)1 << (count - 1);
    else if (round)
        x = 0;
    return count > 126 ? (x < 0 ? -1 : 0) : x >> count;
}

static wide by_register(struct lane o, bool round)
{
    int count = (int8_t)o.m;
    if (count < 0)
        return right(o.n, -count, round);
    return count > 63 ? 0 : (wide)((uint64_t)o.n << count);
}

static wide shl_by(struct lane o)
{
    return by_register(o, false);
}

static wide rshl_by(struct lane o)
{
    return by_register(o, true);
}

static void by_registers(void)
{
    TO_DOUBLES(SAME3, "sshl", shl_by, SIGNED | COUNTS);
    SCALAR3("sshl", shl_by, "d", 64, SIGNED | COUNTS);
    TO_DOUBLES(SAME3, "ushl", shl_by, UNSIGNED | COUNTS);
    SCALAR3("ushl", shl_by, "d", 64, UNSIGNED | COUNTS);
    TO_DOUBLES(SAME3, "srshl", rshl_by, SIGNED | COUNTS);
    SCALAR3("srshl", rshl_by, "d", 64, SIGNED | COUNTS);
    TO_DOUBLES(SAME3, "urshl", rshl_by, UNSIGNED | COUNTS);
    SCALAR3("urshl", rshl_by, "d", 64, UNSIGNED | COUNTS);
}

static wide shr(struct lane o)
{
    return right(o.n, o.imm, false);
}

static wide sra(struct lane o)
{
    return o.d + shr(o);
}

static wide rshr(struct lane o)
{
    return right(o.n, o.imm, true);
}

static wide rsra(struct lane o)
{
    return o.d + rshr(o);
}

/* Inserted, not shifted in: the highest bits of rd stay. */
static wide sri(struct lane o)
{
    return shr(o) | (o.d & ~right(U(-1, o.bits), o.imm, false));
}

static wide shl(struct lane o)
{
    return (wide)((uint64_t)o.n << o.imm);
}

static wide sli(struct lane o)
{
    return shl(o) | (o.d & (((wide)1 << o.imm) - 1));
}

#define RIGHT_OP(op, fn, how)            \
    IMM(op, fn, "8b", 8, 8, how, 1);     \
    IMM(op, fn, "16b", 8, 16, how, 3);   \
    IMM(op, fn, "16b", 8, 16, how, 8);   \
    IMM(op, fn, "4h", 16, 8, how, 3);    \
    IMM(op, fn, "8h", 16, 16, how, 16);  \
    IMM(op, fn, "2s", 32, 8, how, 1);    \
    IMM(op, fn, "4s", 32, 16, how, 8);   \
    IMM(op, fn, "4s", 32, 16, how, 32);  \
    IMM(op, fn, "2d", 64, 16, how, 1);   \
    IMM(op, fn, "2d", 64, 16, how, 64);  \
    SCALAR_IMM(op, fn, "d", 64, how, 3); \
    SCALAR_IMM(op, fn, "d", 64, how, 64)

static void to_the_right(void)
{
    RIGHT_OP("sshr", shr, SIGNED);
    RIGHT_OP("ushr", shr, UNSIGNED);
    RIGHT_OP("ssra", sra, SIGNED);
    RIGHT_OP("usra", sra, UNSIGNED);
    RIGHT_OP("srshr", rshr, SIGNED);
    RIGHT_OP("urshr", rshr, UNSIGNED);
    RIGHT_OP("srsra", rsra, SIGNED);
    RIGHT_OP("ursra", rsra, UNSIGNED);
    RIGHT_OP("sri", sri, UNSIGNED);
}

#define LEFT_OP(op, fn, how)             \
    IMM(op, fn, "8b", 8, 8, how, 0);     \
    IMM(op, fn, "16b", 8, 16, how, 1);   \
    IMM(op, fn, "16b", 8, 16, how, 7);   \
    IMM(op, fn, "4h", 16, 8, how, 7);    \
    IMM(op, fn, "8h", 16, 16, how, 15);  \
    IMM(op, fn, "2s", 32, 8, how, 15);   \
    IMM(op, fn, "4s", 32, 16, how, 31);  \
    IMM(op, fn, "2d", 64, 16, how, 31);  \
    IMM(op, fn, "2d", 64, 16, how, 63);  \
    SCALAR_IMM(op, fn, "d", 64, how, 0); \
    SCALAR_IMM(op, fn, "d", 64, how, 63)

static void to_the_left(void)
{
    LEFT_OP("shl", shl, UNSIGNED);
    LEFT_OP("sli", sli, UNSIGNED);
}

#define LONG_OP(op, how)                                                   \
    SWEEP(op " v0.8h, v1.8b, #0", shl, 16, 8, 8, 16, how, 0, 0);           \
    SWEEP(op "2 v0.8h, v1.16b, #7", shl, 16, 8, 8, 16, how | HIGH, 0, 7);  \
    SWEEP(op " v0.4s, v1.4h, #15", shl, 32, 16, 16, 16, how, 0, 15);       \
    SWEEP(op "2 v0.4s, v1.8h, #1", shl, 32, 16, 16, 16, how | HIGH, 0, 1); \
    SWEEP(op " v0.2d, v1.2s, #31", shl, 64, 32, 32, 16, how, 0, 31);       \
    SWEEP(op "2 v0.2d, v1.4s, #0", shl, 64, 32, 32, 16, how | HIGH, 0, 0)

static void longer(void)
{
    LONG_OP("sshll", SIGNED);
    LONG_OP("ushll", UNSIGNED);
}

static void narrowing(void)
{
    SWEEP("shrn v0.8b, v1.8h, #4", shr, 8, 16, 16, 8, UNSIGNED, 0, 4);
    SWEEP("shrn2 v0.16b, v1.8h, #4", shr, 8, 16, 16, 8, HIGH, 0, 4);
    SWEEP("shrn v0.4h, v1.4s, #1", shr, 16, 32, 32, 8, UNSIGNED, 0, 1);
    SWEEP("shrn2 v0.4s, v1.2d, #32", shr, 32, 64, 64, 8, HIGH, 0, 32);
    SWEEP("rshrn v0.8b, v1.8h, #8", rshr, 8, 16, 16, 8, UNSIGNED, 0, 8);
    SWEEP("rshrn2 v0.8h, v1.4s, #16", rshr, 16, 32, 32, 8, HIGH, 0, 16);
    SWEEP("rshrn v0.2s, v1.2d, #1", rshr, 32, 64, 64, 8, UNSIGNED, 0, 1);
}

int main(void)
{
    by_registers();
    to_the_right();
    to_the_left();
    longer();
    narrowing();
    return check_result();
}
