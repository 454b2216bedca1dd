# SPDX-License-Identifier: MIT
# The translator without its back end: IR, passes, code cache, lookup.

libjit_a_SOURCES =

# Helpers that generated code calls with the guest's vectors live: compiled
# for general registers only.
noinst_LIBRARIES += libleaf.a
libleaf_a_CFLAGS = $(AM_CFLAGS) $(LEAF_CFLAGS)
libleaf_a_SOURCES = \
	jit/fp-eval.c jit/fp-eval.h jit/fp-helpers.c jit/fp-op.h \
	jit/softfloat-compare.c jit/softfloat-convert.c jit/softfloat.c \
	jit/softfloat.h jit/vec-eval.c
ferry_LDADD += libleaf.a

libjit_a_SOURCES += jit/verify.c
