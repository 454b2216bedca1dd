// SPDX-License-Identifier: MIT
/*
 * What the code cache asks of a host back end (jit/<host>/).
 */
#ifndef FERRY_JIT_BACKEND_H
#define FERRY_JIT_BACKEND_H

#include "jit/image.h"
#include "jit/ir.h"
#include "src/cpu.h"
#include "src/translator.h"

#define BACKEND_DISAS_TAG "x64" /* ferry-disas's tag for host code */

/* Common code, made once per translator. */
enum stub {
    STUB_ENTER,    /* void enter(struct cpu *, const void *code) */
    STUB_EXIT,     /* leave: all registers to struct cpu */
    STUB_LINK,     /* an edge that is not linked; its stub's address in rax */
    STUB_LOOKUP,   /* an indirect edge that missed; guest pc in rax */
    STUB_EMPTY,    /* an edge to JUMP_EMPTY, which found an empty entry */
    STUB_LANDING,  /* where a return lands whose hint C has pushed */
    STUB_RETURN,   /* a return that its hint did not predict; pc in rax */
    STUB_LEAF,     /* calls the leaf helper whose number is in eax */
    STUB_VEC,      /* calls the vector helper whose number is in eax */
    STUB_SLOW,     /* calls the slow helper whose number is in eax */
    STUB_COUNT
};

/*
 * Internal reasons for leaving, beside enum cpu_exit.  CALL_KICK is a KICK at
 * a call, whose hint for cpu->hint_pc has yet to be pushed; TAGGED an access
 * at cpu->pc, by the host code at cpu->link_stub, whose address has a tag;
 * MONITOR a store-exclusive there that many times found its word taken.
 */
enum {
    CPU_EXIT_LINK = 64,
    CPU_EXIT_LOOKUP,
    CPU_EXIT_CALL_KICK,
    CPU_EXIT_TAGGED,
    CPU_EXIT_MONITOR,
};

struct backend;

/* Bytes of scratch that a backend needs; it lives as long as translator. */
size_t backend_size(void);
void backend_init(struct backend *be, const struct translator_config *config);

/*
 * Compiles a region into image, whose code buffer is the backend's own.
 * False if it does not fit: the caller makes a smaller region.
 */
bool backend_compile(struct backend *be, const struct region *region,
                     struct image *image);

/*
 * Copies the image to its places and relocates it.  stubs: addresses of the
 * common stubs.
 */
void backend_place(struct backend *be, const struct image *image,
                   uint8_t *hot, uint8_t *cold, uint8_t *const *stubs);

/* Emits the common stubs to code; returns the bytes used, 0 if too few. */
size_t backend_stubs(struct backend *be, uint8_t *code, size_t size,
                     uint8_t *stubs[STUB_COUNT]);

/* Stores target into the rel32 at site, atomically. */
void backend_patch(uint8_t *site, const uint8_t *target);

/*
 * In a signal handler: the state that the fault's row describes, from the
 * interrupted registers in context; redirects them to the exit stub, so that
 * run returns with an exception, or sees that the region did not expect a tag.
 * For a fault on the hint stack: resets it and resumes.
 */
void backend_recover(const struct backend *be, struct cpu *cpu,
                     const struct fault *fault, void *context,
                     uint8_t *const *stubs, gaddr_t fault_address);

/*
 * In a signal handler, for a push or call at the hint stack's end that is no
 * hint of the guest's: a helper's call.  Empties the stack and resumes; false
 * if the interrupted instruction is no call.
 */
bool backend_reset_hints(const struct cpu *cpu, void *context);

/* Fresh cpu: host-dependent fields of its head. */
void backend_cpu_init(struct cpu *cpu);
uint32_t backend_get_fpsr(const struct cpu *cpu);
void backend_set_fpsr(struct cpu *cpu, uint32_t fpsr);
void backend_set_rounding(struct cpu *cpu, unsigned rounding);
/* NZCV in bits 3:0 of the canonical form, and back. */
unsigned backend_nzcv(uint64_t slot);
uint64_t backend_nzcv_slot(unsigned nzcv);

#endif
