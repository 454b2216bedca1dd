# SPDX-License-Identifier: MIT
# The AArch64 guest: decode tables, translators, cpu state.

libaarch64_a_SOURCES = target/aarch64/cpu.h target/aarch64/features.c \
	target/aarch64/isa.c target/aarch64/translate.h \
	target/aarch64/translate.c target/aarch64/int-arith.c \
	target/aarch64/int-logic.c target/aarch64/branch.c \
	target/aarch64/memory.c target/aarch64/atomic.c \
	target/aarch64/exclusive.c \
	target/aarch64/system.c

# Floating point, Advanced SIMD, cryptography.
libaarch64_a_SOURCES += target/aarch64/simd.h target/aarch64/simd-sat.h \
	target/aarch64/simd-common.c target/aarch64/simd-same.c \
	target/aarch64/simd-sat.c target/aarch64/simd-wide.c \
	target/aarch64/simd-misc.c target/aarch64/simd-shift.c \
	target/aarch64/simd-permute.c target/aarch64/simd-mem.c \
	target/aarch64/simd-struct.c target/aarch64/fp-scalar.c \
	target/aarch64/fp-vector.c target/aarch64/fp-convert.c \
	target/aarch64/crypto.c

# From the tables: decoder, names, translator table; random words for tests.
A64_TABLES = $(srcdir)/target/aarch64/base.decode \
	$(srcdir)/target/aarch64/fpsimd.decode
A64_GENERATED = target/aarch64/a64-decode.gen.h \
	target/aarch64/a64-decode.gen.c target/aarch64/a64-names.gen.c \
	target/aarch64/a64-translators.gen.c target/aarch64/a64-random.gen.c
libaarch64_a_SOURCES += $(A64_GENERATED)
FERRY_GENERATED += $(A64_GENERATED)
EXTRA_DIST += $(A64_TABLES) $(DECODE_AWK)

DECODE_AWK = $(srcdir)/tools/decode/parse.awk $(srcdir)/tools/decode/check.awk \
	$(srcdir)/tools/decode/emit-header.awk \
	$(srcdir)/tools/decode/emit-decoder.awk \
	$(srcdir)/tools/decode/emit-names.awk \
	$(srcdir)/tools/decode/emit-translators.awk \
	$(srcdir)/tools/decode/emit-random.awk
A64_EMIT = @$(MKDIR_P) target/aarch64; echo "  GEN      $@"; \
	$(AWK) -v header=target/aarch64/a64-decode.gen.h \
	-f $(srcdir)/tools/decode/parse.awk -f $(srcdir)/tools/decode/check.awk

target/aarch64/a64-decode.gen.h: $(A64_TABLES) $(DECODE_AWK)
	$(A64_EMIT) -f $(srcdir)/tools/decode/emit-header.awk \
		$(A64_TABLES) > $@.tmp && mv $@.tmp $@
target/aarch64/a64-decode.gen.c: target/aarch64/a64-decode.gen.h
	$(A64_EMIT) -f $(srcdir)/tools/decode/emit-decoder.awk \
		$(A64_TABLES) > $@.tmp && mv $@.tmp $@
target/aarch64/a64-names.gen.c: target/aarch64/a64-decode.gen.h
	$(A64_EMIT) -f $(srcdir)/tools/decode/emit-names.awk \
		$(A64_TABLES) > $@.tmp && mv $@.tmp $@
target/aarch64/a64-translators.gen.c: target/aarch64/a64-decode.gen.h
	$(A64_EMIT) -f $(srcdir)/tools/decode/emit-translators.awk \
		$(A64_TABLES) > $@.tmp && mv $@.tmp $@
target/aarch64/a64-random.gen.c: target/aarch64/a64-decode.gen.h
	$(A64_EMIT) -f $(srcdir)/tools/decode/emit-random.awk \
		$(A64_TABLES) > $@.tmp && mv $@.tmp $@

# Prints how many rows are implemented, and each that is not with its reason.
.PHONY: a64-coverage
a64-coverage:
	@$(AWK) -v report=1 -f $(srcdir)/tools/decode/parse.awk \
		-f $(srcdir)/tools/decode/check.awk \
		-f $(srcdir)/tools/decode/emit-names.awk $(A64_TABLES)
