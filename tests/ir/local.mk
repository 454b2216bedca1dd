# SPDX-License-Identifier: MIT
# The IR: its interpreter, the verifier, folding and the passes.

IR_INTERP = tests/ir/interp.h tests/ir/interp-ops.h tests/ir/interp.c \
	tests/ir/interp-int.c tests/ir/interp-vec.c tests/ir/interp-move.c \
	tests/ir/interp-crypto.c tests/ir/interp-fp.c
IR_TOY = $(IR_INTERP) tests/ir/toy.h tests/ir/toy.c

# Random A64 words as regions, for tests of the IR and of the back end.
A64_WORDS = $(IR_TOY) tests/ir/a64-words.h tests/ir/a64-words.c

IR_TESTS = tests/ir/folding-keeps-values tests/ir/optimising-keeps-meaning \
	tests/ir/broken-regions-are-found tests/ir/a64-regions-are-well-formed
check_PROGRAMS += $(IR_TESTS)
TESTS += $(IR_TESTS)

tests_ir_folding_keeps_values_SOURCES = tests/ir/folding-keeps-values.c \
	$(IR_TOY)
tests_ir_folding_keeps_values_LDADD = libjit.a libleaf.a libbase.a
tests_ir_optimising_keeps_meaning_SOURCES = \
	tests/ir/optimising-keeps-meaning.c $(IR_TOY)
tests_ir_optimising_keeps_meaning_LDADD = libjit.a libleaf.a libbase.a
tests_ir_broken_regions_are_found_SOURCES = \
	tests/ir/broken-regions-are-found.c $(IR_TOY)
tests_ir_broken_regions_are_found_LDADD = libjit.a libleaf.a libbase.a
tests_ir_a64_regions_are_well_formed_SOURCES = \
	tests/ir/a64-regions-are-well-formed.c $(A64_WORDS)
tests_ir_a64_regions_are_well_formed_LDADD = libaarch64.a libjit.a libleaf.a libbase.a

# doc/ir.md says of each op what jit/ir-ops.def says.
TESTS += tests/ir/reference.sh
EXTRA_DIST += tests/ir/reference.sh tools/lint/ir-reference.awk
