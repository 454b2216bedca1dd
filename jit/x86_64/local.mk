# SPDX-License-Identifier: MIT
# The x86-64 back end.

libjit_a_SOURCES += \
	jit/x86_64/alloc.c jit/x86_64/alloc.h jit/x86_64/asm.c \
	jit/x86_64/asm.h jit/x86_64/emit-state.h jit/x86_64/emit.c \
	jit/x86_64/emit.h jit/x86_64/exits.c jit/x86_64/flags.c \
	jit/x86_64/flags.h jit/x86_64/int-ops.c jit/x86_64/mem.c \
	jit/x86_64/pins.c jit/x86_64/pins.h jit/x86_64/place.c \
	jit/x86_64/recover.c jit/x86_64/stubs.c \
	jit/x86_64/fp-arith.c jit/x86_64/fp-convert.c \
	jit/x86_64/fp-flush.c jit/x86_64/fp-int.h \
	jit/x86_64/fp-integer.c jit/x86_64/fp-rules.c jit/x86_64/fp-upper.c \
	jit/x86_64/fp-util.c \
	jit/x86_64/vec-arith.c jit/x86_64/vec-bits.c jit/x86_64/vec-crypto.c \
	jit/x86_64/vec-insn.h jit/x86_64/vec-int.h jit/x86_64/vec-move.c \
	jit/x86_64/vec-ops.h jit/x86_64/vec-permute.c \
	jit/x86_64/vec-rules.c jit/x86_64/vec-shift.c jit/x86_64/vec-util.c \
	jit/x86_64/vec-varshift.c

# host.h: raw calls, copies, features.
libjit_a_SOURCES += \
	jit/x86_64/clone.S jit/x86_64/context.c jit/x86_64/copy.S \
	jit/x86_64/features.c jit/x86_64/probe.h jit/x86_64/syscall.S
if LIBC_CPU_FEATURES
libjit_a_SOURCES += jit/x86_64/probe-libc.c
else
libjit_a_SOURCES += jit/x86_64/probe-cpuid.c
endif
