// SPDX-License-Identifier: MIT
// build: -nostdlib -ffreestanding -fno-tree-vectorize -fno-tree-slp-vectorize
/*
 * Loads and stores of vector registers: single ones of every size, pairs, and
 * the structures of LD1 to LD4 and ST1 to ST4, with their write-back.
 */
#include "check-vec.h"

static uint8_t memory[128] __attribute__((aligned(16)));
static vec regs[4];

static void fill(void)
{
    for (int k = 0; k < 128; k++)
        memory[k] = (uint8_t)(3 * k + 1);
    for (int k = 0; k < 4; k++)
        regs[k] = VEC(check_random(), check_random());
}

/*
 * Runs an instruction on v0 to v3 (regs) and the address x9, memory + 1, with
 * 5 in x10; returns how far x9 moved.
 */
#define RUN_MEM(insn)                                                       \
    ({                                                                      \
        uint64_t address = (uint64_t)memory + 1;                            \
        __asm__ volatile(                                                   \
            "mov x9, %[a]\n\tmov x10, #5\n\t"                               \
            "ldp q0, q1, [%[r]]\n\tldp q2, q3, [%[r], #32]\n\t" insn "\n\t" \
            "stp q0, q1, [%[r]]\n\tstp q2, q3, [%[r], #32]\n\t"             \
            "mov %[a], x9"                                                  \
            : [a] "+r"(address)                                             \
            : [r] "r"(regs)                                                 \
            : "x9", "x10", "v0", "v1", "v2", "v3", "memory");               \
        address - (uint64_t)memory - 1;                                     \
    })

/* How structures lie in memory: count elements of each register. */
struct layout {
    int bits, bytes; /* of lanes, of each register */
    int selem;       /* registers that share a structure */
    int regs;
};

/* Where lane `lane` of register `reg` is. */
static int offset_of(struct layout l, int reg, int lane)
{
    int element = l.selem > 1 ? lane * l.selem + reg
                              : reg * (l.bytes * 8 / l.bits) + lane;
    return element * (l.bits / 8);
}

static uint64_t memory_lane(int at, int bits)
{
    uint64_t r = 0;
    for (int k = bits / 8 - 1; k >= 0; k--)
        r = r << 8 | memory[1 + at + k];
    return r;
}

static void check_regs(const char *insn, const vec *want)
{
    for (int k = 0; k < 4; k++) {
        CHECK(insn, regs[k].d[0], want[k].d[0]);
        CHECK(insn, regs[k].d[1], want[k].d[1]);
    }
}

static void expect_load(vec *want, struct layout l)
{
    for (int reg = 0; reg < l.regs; reg++) {
        want[reg] = VEC(0, 0);
        for (int lane = 0; lane < l.bytes * 8 / l.bits; lane++)
            lane_set(&want[reg], l.bits, lane,
                     memory_lane(offset_of(l, reg, lane), l.bits));
    }
}

#define LOAD(insn, move, ...)                      \
    do {                                           \
        struct layout l = {__VA_ARGS__};           \
        vec want[4];                               \
        fill();                                    \
        for (int k = 0; k < 4; k++)                \
            want[k] = regs[k];                     \
        expect_load(want, l);                      \
        CHECK(insn " moves", RUN_MEM(insn), move); \
        check_regs(insn, want);                    \
    } while (0)

static void check_stored(const char *insn, struct layout l)
{
    int total = l.regs * l.bytes;
    for (int reg = 0; reg < l.regs; reg++)
        for (int lane = 0; lane < l.bytes * 8 / l.bits; lane++)
            CHECK(insn, memory_lane(offset_of(l, reg, lane), l.bits),
                  lane_get(regs[reg], l.bits, lane));
    CHECK(insn, memory[0], 1);
    CHECK(insn, memory[1 + total], (uint8_t)(3 * (1 + total) + 1));
}

#define STORE(insn, move, ...)                     \
    do {                                           \
        struct layout l = {__VA_ARGS__};           \
        fill();                                    \
        CHECK(insn " moves", RUN_MEM(insn), move); \
        check_stored(insn, l);                     \
    } while (0)

#define BOTH(count, list, tail, move, ...)                      \
    LOAD("ld" count " " list ", [x9]" tail, move, __VA_ARGS__); \
    STORE("st" count " " list ", [x9]" tail, move, __VA_ARGS__)

#define LIST1(arr) "{v0." arr "}"
#define LIST2(arr) "{v0." arr ", v1." arr "}"
#define LIST3(arr) "{v0." arr ", v1." arr ", v2." arr "}"
#define LIST4(arr) "{v0." arr ", v1." arr ", v2." arr ", v3." arr "}"

#define STRUCTURES(arr, bits, bytes)                 \
    BOTH("2", LIST2(arr), "", 0, bits, bytes, 2, 2); \
    BOTH("3", LIST3(arr), "", 0, bits, bytes, 3, 3); \
    BOTH("4", LIST4(arr), "", 0, bits, bytes, 4, 4)

#define WHOLE(arr, bits, bytes)                      \
    BOTH("1", LIST1(arr), "", 0, bits, bytes, 1, 1); \
    BOTH("1", LIST2(arr), "", 0, bits, bytes, 1, 2); \
    BOTH("1", LIST3(arr), "", 0, bits, bytes, 1, 3); \
    BOTH("1", LIST4(arr), "", 0, bits, bytes, 1, 4)

static void multiple(void)
{
    WHOLE("8b", 8, 8);
    WHOLE("16b", 8, 16);
    WHOLE("4h", 16, 8);
    WHOLE("1d", 64, 8);
    WHOLE("2d", 64, 16);
    STRUCTURES("8b", 8, 8);
    STRUCTURES("16b", 8, 16);
    STRUCTURES("4h", 16, 8);
    STRUCTURES("8h", 16, 16);
    STRUCTURES("2s", 32, 8);
    STRUCTURES("4s", 32, 16);
    STRUCTURES("2d", 64, 16);
}

static void write_back(void)
{
    BOTH("1", LIST1("8b"), ", #8", 8, 8, 8, 1, 1);
    BOTH("1", LIST4("16b"), ", #64", 64, 8, 16, 1, 4);
    BOTH("1", LIST3("4s"), ", x10", 5, 32, 16, 1, 3);
    BOTH("2", LIST2("8h"), ", #32", 32, 16, 16, 2, 2);
    BOTH("3", LIST3("8b"), ", #24", 24, 8, 8, 3, 3);
    BOTH("3", LIST3("16b"), ", x10", 5, 8, 16, 3, 3);
    BOTH("4", LIST4("2s"), ", #32", 32, 32, 8, 4, 4);
    BOTH("4", LIST4("2d"), ", x10", 5, 64, 16, 4, 4);
}

/* One lane of each register. */
#define LANE(count, list, lane, tail, move, bits)                            \
    do {                                                                     \
        vec want[4];                                                         \
        fill();                                                              \
        for (int k = 0; k < 4; k++) {                                        \
            want[k] = regs[k];                                               \
            if (k < count)                                                   \
                lane_set(&want[k], bits, lane,                               \
                         memory_lane(k *bits / 8, bits));                    \
        }                                                                    \
        CHECK("ld" #count " lane moves",                                     \
              RUN_MEM("ld" #count " " list "[" #lane "], [x9]" tail), move); \
        check_regs("ld" #count " " list "[" #lane "]", want);                \
        fill();                                                              \
        CHECK("st" #count " lane moves",                                     \
              RUN_MEM("st" #count " " list "[" #lane "], [x9]" tail), move); \
        for (int k = 0; k < count; k++)                                      \
            CHECK("st" #count " " list "[" #lane "]",                        \
                  memory_lane(k *bits / 8, bits),                            \
                  lane_get(regs[k], bits, lane));                            \
        CHECK("behind st" #count, memory[1 + count * bits / 8],              \
              (uint8_t)(3 * (1 + count * bits / 8) + 1));                    \
    } while (0)

static void lanes(void)
{
    LANE(1, "{v0.b}", 0, "", 0, 8);
    LANE(1, "{v0.b}", 13, ", #1", 1, 8);
    LANE(1, "{v0.h}", 5, "", 0, 16);
    LANE(1, "{v0.s}", 2, ", #4", 4, 32);
    LANE(1, "{v0.d}", 1, ", x10", 5, 64);
    LANE(2, "{v0.b, v1.b}", 7, "", 0, 8);
    LANE(2, "{v0.h, v1.h}", 7, ", #4", 4, 16);
    LANE(2, "{v0.s, v1.s}", 3, "", 0, 32);
    LANE(2, "{v0.d, v1.d}", 0, "", 0, 64);
    LANE(3, "{v0.b - v2.b}", 15, ", #3", 3, 8);
    LANE(3, "{v0.h - v2.h}", 1, "", 0, 16);
    LANE(3, "{v0.s - v2.s}", 0, ", x10", 5, 32);
    LANE(3, "{v0.d - v2.d}", 1, "", 0, 64);
    LANE(4, "{v0.b - v3.b}", 8, "", 0, 8);
    LANE(4, "{v0.h - v3.h}", 6, ", #8", 8, 16);
    LANE(4, "{v0.s - v3.s}", 1, "", 0, 32);
    LANE(4, "{v0.d - v3.d}", 1, ", #32", 32, 64);
}

/* One element to all lanes. */
#define REPLICATE(count, list, tail, move, bits, bytes)                      \
    do {                                                                     \
        vec want[4];                                                         \
        fill();                                                              \
        for (int k = 0; k < 4; k++) {                                        \
            want[k] = regs[k];                                               \
            if (k >= count)                                                  \
                continue;                                                    \
            want[k] = VEC(0, 0);                                             \
            for (int j = 0; j < bytes * 8 / bits; j++)                       \
                lane_set(&want[k], bits, j, memory_lane(k *bits / 8, bits)); \
        }                                                                    \
        CHECK("ld" #count "r moves",                                         \
              RUN_MEM("ld" #count "r " list ", [x9]" tail), move);           \
        check_regs("ld" #count "r " list, want);                             \
    } while (0)

static void replicated(void)
{
    REPLICATE(1, "{v0.8b}", "", 0, 8, 8);
    REPLICATE(1, "{v0.16b}", ", #1", 1, 8, 16);
    REPLICATE(1, "{v0.4h}", "", 0, 16, 8);
    REPLICATE(1, "{v0.4s}", ", x10", 5, 32, 16);
    REPLICATE(1, "{v0.1d}", "", 0, 64, 8);
    REPLICATE(1, "{v0.2d}", ", #8", 8, 64, 16);
    REPLICATE(2, "{v0.8h, v1.8h}", ", #4", 4, 16, 16);
    REPLICATE(3, "{v0.2s - v2.2s}", "", 0, 32, 8);
    REPLICATE(4, "{v0.16b - v3.16b}", ", #4", 4, 8, 16);
    REPLICATE(4, "{v0.2d - v3.2d}", ", x10", 5, 64, 16);
}

/* Registers behind 31 are 0 and on. */
static void registers_wrap(void)
{
    fill();
    RUN_MEM("mov v20.16b, v1.16b\n\t"
            "ld3 {v31.8b, v0.8b, v1.8b}, [x9]\n\t"
            "mov v2.16b, v31.16b\n\tmov v3.16b, v20.16b");
    for (int k = 0; k < 8; k++) {
        CHECK("v31", regs[2].b[k], memory[1 + 3 * k]);
        CHECK("v0", regs[0].b[k], memory[1 + 3 * k + 1]);
        CHECK("v1", regs[1].b[k], memory[1 + 3 * k + 2]);
    }
}

/* LDR, STR and pairs. */
#define SINGLE(tail, move, at, reg, bits)                                  \
    do {                                                                   \
        vec want[4];                                                       \
        fill();                                                            \
        for (int k = 1; k < 4; k++)                                        \
            want[k] = regs[k];                                             \
        want[0] = VEC(0, 0);                                               \
        for (int k = 0; k < bits / 8; k++)                                 \
            want[0].b[k] = memory[1 + at + k];                             \
        CHECK("ldr " reg, RUN_MEM("ldr " reg ", " tail), move);            \
        check_regs("ldr " reg ", " tail, want);                            \
        fill();                                                            \
        CHECK("str " reg, RUN_MEM("str " reg ", " tail), move);            \
        for (int k = 0; k < bits / 8; k++)                                 \
            CHECK("str " reg ", " tail, memory[1 + at + k], regs[0].b[k]); \
        CHECK("behind str", memory[1 + at + bits / 8],                     \
              (uint8_t)(3 * (1 + at + bits / 8) + 1));                     \
    } while (0)

static void single(void)
{
    SINGLE("[x9]", 0, 0, "b0", 8);
    SINGLE("[x9, #7]", 0, 7, "b0", 8);
    SINGLE("[x9, #14]", 0, 14, "h0", 16);
    SINGLE("[x9, #16]", 0, 16, "s0", 32);
    SINGLE("[x9, #40]", 0, 40, "d0", 64);
    SINGLE("[x9, #48]", 0, 48, "q0", 128);
    SINGLE("[x9, #3]", 0, 3, "q0", 128);
    SINGLE("[x9, #-1]", 0, -1, "s0", 32);
    SINGLE("[x9], #9", 9, 0, "b0", 8);
    SINGLE("[x9], #16", 16, 0, "q0", 128);
    SINGLE("[x9, #6]!", 6, 6, "h0", 16);
    SINGLE("[x9, #32]!", 32, 32, "d0", 64);
    SINGLE("[x9, x10]", 0, 5, "b0", 8);
    SINGLE("[x9, x10, lsl #1]", 0, 10, "h0", 16);
    SINGLE("[x9, w10, uxtw #2]", 0, 20, "s0", 32);
    SINGLE("[x9, w10, sxtw #3]", 0, 40, "d0", 64);
    SINGLE("[x9, x10, lsl #4]", 0, 80, "q0", 128);
    SINGLE("[x9, x10, sxtx]", 0, 5, "q0", 128);
}

#define PAIR(tail, move, at, kind, bytes)                                 \
    do {                                                                  \
        vec want[4];                                                      \
        fill();                                                           \
        want[2] = regs[2], want[3] = regs[3];                             \
        want[0] = want[1] = VEC(0, 0);                                    \
        for (int k = 0; k < bytes; k++) {                                 \
            want[0].b[k] = memory[1 + at + k];                            \
            want[1].b[k] = memory[1 + at + bytes + k];                    \
        }                                                                 \
        CHECK("ldp", RUN_MEM("ldp " kind "0, " kind "1, " tail), move);   \
        check_regs("ldp " kind " " tail, want);                           \
        fill();                                                           \
        CHECK("stp", RUN_MEM("stp " kind "0, " kind "1, " tail), move);   \
        for (int k = 0; k < bytes; k++) {                                 \
            CHECK("stp " kind, memory[1 + at + k], regs[0].b[k]);         \
            CHECK("stp " kind, memory[1 + at + bytes + k], regs[1].b[k]); \
        }                                                                 \
    } while (0)

static void pairs(void)
{
    PAIR("[x9]", 0, 0, "s", 4);
    PAIR("[x9, #24]", 0, 24, "d", 8);
    PAIR("[x9, #32]", 0, 32, "q", 16);
    PAIR("[x9], #32", 32, 0, "q", 16);
    PAIR("[x9], #-8", -8, 0, "s", 4);
    PAIR("[x9, #16]!", 16, 16, "d", 8);
}

static void literals(void)
{
    vec q, d, s;
    __asm__ volatile("ldr q0, 1f\n\tldr d1, 1f + 8\n\tldr s2, 1f + 4\n\t"
                     "b 2f\n\t.balign 4\n"
                     "1: .quad 0x1122334455667788, 0x99aabbccddeeff00\n"
                     "2: str q0, %0\n\tstr q1, %1\n\tstr q2, %2"
                     : "=m"(q), "=m"(d), "=m"(s)
                     :
                     : "v0", "v1", "v2");
    CHECK("ldr q literal low", q.d[0], 0x1122334455667788);
    CHECK("ldr q literal high", q.d[1], 0x99aabbccddeeff00);
    CHECK("ldr d literal", d.d[0], 0x99aabbccddeeff00);
    CHECK("ldr d literal high", d.d[1], 0);
    CHECK("ldr s literal", s.d[0], 0x11223344);
    CHECK("ldr s literal high", s.d[1], 0);
}

int main(void)
{
    multiple();
    write_back();
    lanes();
    replicated();
    registers_wrap();
    single();
    pairs();
    literals();
    return check_result();
}
