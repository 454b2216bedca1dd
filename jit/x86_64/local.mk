# SPDX-License-Identifier: MIT
# The x86-64 back end.

libjit_a_SOURCES +=

libjit_a_SOURCES += \
	jit/x86_64/fp-arith.c jit/x86_64/fp-convert.c jit/x86_64/fp-int.h \
	jit/x86_64/fp-integer.c jit/x86_64/fp-rules.c jit/x86_64/fp-util.c \
	jit/x86_64/vec-arith.c jit/x86_64/vec-bits.c jit/x86_64/vec-crypto.c \
	jit/x86_64/vec-insn.h jit/x86_64/vec-int.h jit/x86_64/vec-move.c \
	jit/x86_64/vec-ops.h jit/x86_64/vec-permute.c \
	jit/x86_64/vec-rules.c jit/x86_64/vec-shift.c jit/x86_64/vec-util.c
