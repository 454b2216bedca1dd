# SPDX-License-Identifier: MIT
# What A64 instructions do, against the manual: guest programs without a libc.

A64_TESTS = tests/aarch64/adds-and-subs-set-nzcv.c \
	tests/aarch64/carries-chain-through-adc-and-sbc.c \
	tests/aarch64/logical-immediates-repeat-and-rotate.c \
	tests/aarch64/bitfield-moves-and-their-aliases.c \
	tests/aarch64/conditions-select-and-compare.c \
	tests/aarch64/multiply-and-divide-edges.c \
	tests/aarch64/shifts-take-their-count-modulo-width.c \
	tests/aarch64/bits-are-counted-and-reversed.c \
	tests/aarch64/crc32-matches-known-values.c \
	tests/aarch64/addressing-forms-reach-their-bytes.c \
	tests/aarch64/register-31-is-zero-or-sp.c \
	tests/aarch64/branches-reach-their-targets.c \
	tests/aarch64/flags-outlive-their-operands.c \
	tests/aarch64/flags-reach-every-exit.c \
	tests/aarch64/long-straight-code-runs.c \
	tests/aarch64/loops-count-whatever-their-body-keeps.c \
	tests/aarch64/deep-recursion-may-call-helpers.c \
	tests/aarch64/exclusives-fail-when-the-reservation-is-lost.c \
	tests/aarch64/exclusive-loops-are-exact.c \
	tests/aarch64/exclusives-one-by-one-do-the-same.c \
	tests/aarch64/lse-atomics-return-the-old-value.c \
	tests/aarch64/system-registers-of-el0.c \
	tests/aarch64/dc-zva-zeroes-one-block.c \
	tests/aarch64/changed-code-runs-after-ic-ivau.c \
	tests/aarch64/faults-leave-registers-exact.c \
	tests/aarch64/misaligned-atomics-are-bus-errors.c \
	tests/aarch64/ldapr-loads-what-was-stored.c \
	tests/aarch64/tags-of-data-addresses-are-ignored.c \
	tests/aarch64/tags-of-jump-targets-are-dropped.c \
	tests/aarch64/undefined-and-trap-instructions-signal.c
TESTS += $(A64_TESTS) tests/aarch64/exclusive-loops-are-one-operation.sh
EXTRA_DIST += $(A64_TESTS) tests/aarch64/check.h tests/aarch64/check-trap.h \
	tests/aarch64/exclusive-loops-are-one-operation.sh

# Floating point, Advanced SIMD, cryptography.
A64_SIMD_TESTS = tests/aarch64/fp-nans-are-chosen-in-the-manuals-order.c \
	tests/aarch64/fp-rounding-modes-and-exceptions.c \
	tests/aarch64/fp-to-integer-saturates.c \
	tests/aarch64/integer-to-fp-rounds-once.c \
	tests/aarch64/fp-rounds-to-integers.c \
	tests/aarch64/fp-formats-convert.c \
	tests/aarch64/fp-comparisons-signal-as-told.c \
	tests/aarch64/fp-extremes-order-zeros.c \
	tests/aarch64/fp-estimates-match-the-tables.c \
	tests/aarch64/simd-fp-lanes-match-scalars.c \
	tests/aarch64/simd-saturation-sets-qc.c \
	tests/aarch64/simd-arithmetic-stays-in-its-lane.c \
	tests/aarch64/simd-shifts-round-and-reach-the-width.c \
	tests/aarch64/simd-lanes-come-from-their-places.c \
	tests/aarch64/simd-structures-part-and-mix.c \
	tests/aarch64/simd-faults-leave-vectors-as-they-were.c \
	tests/aarch64/crypto-matches-known-answers.c
TESTS += $(A64_SIMD_TESTS)
EXTRA_DIST += $(A64_SIMD_TESTS) tests/aarch64/check-vec.h \
	tests/aarch64/check-fp.h
