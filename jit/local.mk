# SPDX-License-Identifier: MIT
# The translator without its back end: IR, passes, code cache, lookup.

libjit_a_SOURCES = \
	jit/backend.h jit/build.c jit/fold.c jit/fold.h jit/helpers.def \
	jit/image.h jit/ir-ops.def jit/ir.h jit/log-code.c \
	jit/log-code.h jit/monitor.c jit/monitor.h jit/optimise.c jit/print.c \
	jit/run.c jit/tags.c jit/tcache.c jit/tcache.h jit/translate.c \
	jit/translate.h jit/translator-stats.def jit/translator.c jit/verify.c

# Helpers that generated code calls with the guest's vectors live: compiled
# for general registers only.  libleaf.a stands behind libjit.a.
noinst_LIBRARIES += libleaf.a
libleaf_a_CFLAGS = $(AM_CFLAGS) $(LEAF_CFLAGS)
libleaf_a_SOURCES = \
	jit/fp-eval.c jit/fp-eval.h jit/fp-helpers.c jit/fp-op.h \
	jit/leaf-helpers.c \
	jit/softfloat-compare.c jit/softfloat-convert.c jit/softfloat.c \
	jit/softfloat.h jit/vec-eval.c
