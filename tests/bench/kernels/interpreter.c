// SPDX-License-Identifier: MIT
// Benchmark kernel: the loop of a bytecode interpreter, which runs a sieve.

#include <stdint.h>
#include <stdio.h>

enum op { SET, ADD, ADDI, LOAD, STORE, JLT, JZ, JMP, OUT, HALT };

struct insn {
    uint8_t op, a, b;
    int32_t imm;
};

#define LIMIT 60000

static uint8_t cells[LIMIT];

// r0: i, r1: j, r2: LIMIT, r3: flag, r4: count, r5: one, r6: sum
static const struct insn program[] = {
    {SET, 0, 0, 2},   {SET, 2, 0, LIMIT}, {SET, 4, 0, 0},  {SET, 5, 0, 1},
    {LOAD, 3, 0, 0},  {JZ, 3, 0, 7},      {JMP, 0, 0, 14}, {ADDI, 4, 4, 1},
    {ADD, 6, 0, 0},   {ADD, 1, 0, 0},     {ADDI, 1, 1, 0}, {JLT, 2, 1, 14},
    {STORE, 5, 1, 0}, {JMP, 0, 0, 17},    {ADDI, 0, 0, 1}, {JLT, 0, 2, 4},
    {JMP, 0, 0, 19},  {ADD, 1, 0, 1},     {JMP, 0, 0, 11}, {OUT, 4, 0, 0},
    {OUT, 6, 0, 0},   {HALT, 0, 0, 0},
};

static uint32_t program_run(uint32_t *executed)
{
    int32_t r[8] = {0};
    uint32_t out = 0, n = 0;
    for (const struct insn *pc = program;; n++) {
        const struct insn *i = pc++;
        switch ((enum op)i->op) {
        case SET: r[i->a] = i->imm; break;
        case ADD:
            if (i->a == 6)
                r[6] += r[i->b];
            else
                r[i->a] = r[i->b] + (i->imm ? r[i->a] : 0);
            break;
        case ADDI: r[i->a] = r[i->b] + i->imm; break;
        case LOAD: r[i->a] = cells[r[i->b]]; break;
        case STORE: cells[r[i->b] % LIMIT] = (uint8_t)r[i->a]; break;
        case JLT:
            if (r[i->a] < r[i->b])
                pc = program + i->imm;
            break;
        case JZ:
            if (r[i->a] == 0)
                pc = program + i->imm;
            break;
        case JMP: pc = program + i->imm; break;
        case OUT: out = out * 31 + (uint32_t)r[i->a]; break;
        case HALT: *executed += n; return out;
        }
    }
}

int main(void)
{
    uint32_t sum = 0, executed = 0;
    for (int round = 0; round < 400; round++) {
        for (int i = 0; i < LIMIT; i++)
            cells[i] = 0;
        sum = sum * 17 + program_run(&executed);
    }
    printf("interpreter %08x %u\n", sum, executed);
    return 0;
}
