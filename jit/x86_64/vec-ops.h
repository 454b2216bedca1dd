// SPDX-License-Identifier: MIT
/*
 * The rules of all vector and floating-point ops; vec-*.c and fp-*.c fill
 * them in.  NULL for an op that is not theirs.
 */
#ifndef FERRY_JIT_X86_64_VEC_OPS_H
#define FERRY_JIT_X86_64_VEC_OPS_H

#include "jit/x86_64/emit.h"

const struct op_rule *vec_rule(const struct emit *e, const struct ir_insn *i);
const struct op_rule *fp_rule(const struct emit *e, const struct ir_insn *i);

#endif
