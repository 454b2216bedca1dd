// SPDX-License-Identifier: MIT
/* Choosing pins. */
#include "jit/x86_64/pins.h"

#include "jit/x86_64/asm.h"
#include "src/host.h"

#include <string.h>

/*
 * Temporaries: rax rcx rdx have fixed roles in mul, div, shifts and cmpxchg;
 * rsi makes four, which every op's needs fit in.  xmm0-3 likewise (SHA and
 * PBLENDV use xmm0 implicitly).
 */
static const hreg gpr_temps[] = {RAX, RCX, RDX, RSI};
static const hreg gpr_pins[] = {RBX, RDI, R8, R9, R10, R11, R12, R13, R14, R15};
#define VEC_TEMPS 4

/* Tests take pins away, so that values live in slots and are spilled. */
static unsigned less(unsigned count, unsigned fewer)
{
    return count > fewer ? count - fewer : 0;
}

static void pin_class(struct pins *pins, const struct isa *isa, uint8_t cls,
                      const hreg *regs, unsigned count)
{
    for (unsigned g = 0; g < isa->reg_count; g++) {
        const struct isa_reg *reg = &isa->regs[g];
        if (reg->cls != cls || !reg->pin_rank || reg->pin_rank > count)
            continue;
        hreg h = regs[reg->pin_rank - 1];
        pins->host[g] = h;
        pins->guest[h] = (int16_t)g;
    }
}

void pins_init(struct pins *pins, const struct isa *isa, uint32_t features,
               unsigned fewer)
{
    memset(pins->host, HREG_NONE, sizeof(pins->host));
    memset(pins->guest, -1, sizeof(pins->guest));
    pins->lent_count = 0;
    pins->temps = 0;
    for (unsigned i = 0; i < ARRAY_SIZE(gpr_temps); i++)
        pins->temps |= 1ull << gpr_temps[i];
    pins->temps |= ((1ull << VEC_TEMPS) - 1) << HREG_VEC;
    for (unsigned g = 0; g < isa->reg_count; g++)
        pins->slot[g] = isa->regs[g].offset - isa->state_bias;
    hreg vecs[32];
    unsigned count = (features & HOST_AVX512 ? 32 : 16) - VEC_TEMPS;
    for (unsigned i = 0; i < count; i++)
        vecs[i] = (hreg)(HREG_VEC + VEC_TEMPS + i);
    pin_class(pins, isa, REG_INT, gpr_pins, less(ARRAY_SIZE(gpr_pins), fewer));
    pin_class(pins, isa, REG_VEC, vecs, less(count, fewer));
}

void pins_lend(struct pins *lending, const struct pins *edge)
{
    *lending = *edge;
    for (unsigned n = 0; n < PINS_LENT; n++) {
        hreg h = gpr_pins[ARRAY_SIZE(gpr_pins) - 1 - n];
        int16_t g = edge->guest[h];
        lending->temps |= 1ull << h;
        if (g < 0)
            continue;
        lending->host[g] = HREG_NONE;
        lending->guest[h] = -1;
        lending->lent[lending->lent_count].host = h;
        lending->lent[lending->lent_count++].guest = g;
    }
}
