// SPDX-License-Identifier: MIT
/* Placing images and patching edges; a back end's life. */
#include "jit/x86_64/emit-state.h"
#include "jit/x86_64/flags.h"

#include <string.h>

size_t backend_size(void)
{
    return sizeof(struct backend);
}

void backend_init(struct backend *be, const struct translator_config *config)
{
    be->isa = config->isa;
    be->mem = config->mem;
    be->features = config->features;
    be->chain = config->chain;
    be->always_lend = config->always_lend;
    pins_init(&be->pins, config->isa, config->features, config->few_registers);
    pins_lend(&be->lending, &be->pins);
}

/* Where offset in the image comes to stand. */
static uint8_t *placed(const struct image *image, uint8_t *hot, uint8_t *cold,
                       uint32_t offset)
{
    return offset < image->hot_size ? hot + offset
                                    : cold + (offset - image->hot_size);
}

static void set_rel32(uint8_t *at, const uint8_t *target, int32_t addend)
{
    int32_t rel = (int32_t)(target - (at + 4 + addend));
    memcpy(at, &rel, 4);
}

void backend_place(struct backend *be, const struct image *image,
                   uint8_t *hot, uint8_t *cold, uint8_t *const *stubs)
{
    const struct assembler *as = &be->emit.as;
    memcpy(hot, image->code, image->hot_size);
    memcpy(cold, image->code + image->hot_size,
           image->size - image->hot_size);
    for (uint32_t n = 0; n < as->fixup_count; n++) {
        const struct asm_fixup *f = &as->fixups[n];
        set_rel32(placed(image, hot, cold, f->at),
                  placed(image, hot, cold, as->labels[f->label] - 1),
                  f->addend);
    }
    for (uint32_t n = 0; n < image->reloc_count; n++) {
        const struct image_reloc *r = &image->relocs[n];
        if (r->kind == RELOC_STUB)
            set_rel32(placed(image, hot, cold, r->at), stubs[r->stub], 0);
    }
}

void backend_patch(uint8_t *site, const uint8_t *target)
{
    int32_t rel = (int32_t)(target - (site + 4));
    __atomic_store_n((int32_t *)(void *)site, rel, __ATOMIC_RELEASE);
}

void backend_cpu_init(struct cpu *cpu)
{
    cpu->guest_mxcsr = 0x1f80;
    cpu->address_mask = UINT64_MAX >> 8;
    /* LAHF's byte after UCOMISD, see flags_to_word(): bit 1 is always set */
    cpu->fcmp_words[0x02] = flags_word(2);
    cpu->fcmp_words[0x03] = flags_word(8);
    cpu->fcmp_words[0x42] = flags_word(6);
    cpu->fcmp_words[0x47] = flags_word(3);
}

/* MXCSR's IE ZE OE UE PE are FPSR's IOC DZC OFC UFC IXC, but for a gap. */
uint32_t backend_get_fpsr(const struct cpu *cpu)
{
    uint32_t m = cpu->guest_mxcsr;
    return (m & 1) | (m >> 1 & 0x1e) | cpu->guest_idc;
}

void backend_set_fpsr(struct cpu *cpu, uint32_t fpsr)
{
    cpu->guest_mxcsr = (cpu->guest_mxcsr & ~0x3fu) | (fpsr & 1) |
                       (fpsr & 0x1e) << 1;
    cpu->guest_idc = fpsr & 0x80;
}

void backend_set_rounding(struct cpu *cpu, unsigned rounding)
{
    static const uint8_t rc[] = {
        [ROUND_NEAREST_EVEN] = 0,
        [ROUND_UP] = 2,
        [ROUND_DOWN] = 1,
        [ROUND_ZERO] = 3,
    };
    cpu->guest_mxcsr =
        (cpu->guest_mxcsr & ~0x6000u) | (uint32_t)rc[rounding] << 13;
}

unsigned backend_nzcv(uint64_t slot)
{
    return flags_nzcv((uint16_t)slot);
}

uint64_t backend_nzcv_slot(unsigned nzcv)
{
    return flags_word(nzcv);
}
