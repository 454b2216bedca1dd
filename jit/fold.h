// SPDX-License-Identifier: MIT
/*
 * Folding while building: constants and identities of the integer ops, and
 * constant parts of addresses.
 */
#ifndef FERRY_JIT_FOLD_H
#define FERRY_JIT_FOLD_H

#include "jit/ir.h"

/* Emits insn or returns an existing or simpler value equal to its result. */
ir_ref fold_emit(struct ir_builder *b, struct ir_insn insn);
/* Moves constants in a memory op's base into its displacement. */
void fold_address(struct ir_builder *b, struct ir_insn *insn);
/*
 * The value of an integer op on constants; type I32 gives 32 bits.  False if
 * the op is none that folds.  Also used by the interpreter's tests.
 */
bool fold_eval(const struct ir_insn *insn, uint64_t x, uint64_t y,
               uint64_t *result);

#endif
