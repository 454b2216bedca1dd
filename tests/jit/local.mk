# SPDX-License-Identifier: MIT
# Tests of jit.

# Every vector and FP op on every host level against the IR's interpreter.
check_PROGRAMS += tests/jit/vec-ops-test
TESTS += tests/jit/vec-ops-test
tests_jit_vec_ops_test_SOURCES = tests/jit/vec-ops-test.c \
	tests/jit/emit-driver.c tests/jit/emit-driver.h tests/ir/interp.h \
	tests/ir/interp-ops.h tests/ir/interp-vec.c tests/ir/interp-move.c \
	tests/ir/interp-crypto.c tests/ir/interp-fp.c tests/ir/interp-int.c
tests_jit_vec_ops_test_LDADD = libjit.a libleaf.a libbase.a libjit.a

# The host's features: what libc tells, what CPUID tells, lists of them.
FEATURE_TESTS = tests/jit/features-are-the-kernels \
	tests/jit/cpuid-features-are-the-kernels tests/jit/features-are-chosen
check_PROGRAMS += $(FEATURE_TESTS)
TESTS += $(FEATURE_TESTS)
tests_jit_features_are_the_kernels_LDADD = libjit.a libbase.a libjit.a
tests_jit_cpuid_features_are_the_kernels_SOURCES = \
	tests/jit/features-are-the-kernels.c jit/x86_64/probe-cpuid.c \
	jit/x86_64/probe.h
tests_jit_cpuid_features_are_the_kernels_LDADD = libjit.a libbase.a libjit.a
tests_jit_features_are_chosen_LDADD = libjit.a libbase.a libjit.a

# Helpers on the hint stack, and FP of a guest program from end to end.
JIT_TEST_SH = tests/jit/leaf-helpers-stand-alone.sh \
	tests/jit/fp-matches-softfloat.sh
TESTS += $(JIT_TEST_SH)
EXTRA_DIST += $(JIT_TEST_SH) tests/jit/fp-guest.c

# Several threads on one translator: what they run is never stale.
check_PROGRAMS += tests/jit/threads-test
TESTS += tests/jit/threads-test
tests_jit_threads_test_SOURCES = tests/jit/threads-test.c \
	tests/jit/threads-check.c tests/jit/threads-check.h \
	tests/jit/threads-guest.c tests/jit/threads-guest.h
tests_jit_threads_test_LDADD = libaarch64.a libjit.a libleaf.a libbase.a \
	libjit.a libbase.a -lpthread

# Compiled regions are relocatable: nothing of the host's is in them, and
# what is of the guest's place is known.
IMAGE_TESTS = tests/jit/images-hold-no-addresses \
	tests/jit/images-move-with-their-module
IMAGE_SIDE = tests/jit/image-side.h tests/jit/image-side.c $(A64_WORDS)
check_PROGRAMS += $(IMAGE_TESTS)
TESTS += $(IMAGE_TESTS)
tests_jit_images_hold_no_addresses_SOURCES = \
	tests/jit/images-hold-no-addresses.c $(IMAGE_SIDE)
tests_jit_images_hold_no_addresses_LDADD = libaarch64.a libjit.a libleaf.a \
	libbase.a libjit.a libbase.a
tests_jit_images_move_with_their_module_SOURCES = \
	tests/jit/images-move-with-their-module.c $(IMAGE_SIDE)
tests_jit_images_move_with_their_module_LDADD = libaarch64.a libjit.a \
	libleaf.a libbase.a libjit.a libbase.a

# Wherever an allocation says that a value is, it is.
check_PROGRAMS += tests/jit/allocations-hold-their-values
TESTS += tests/jit/allocations-hold-their-values
tests_jit_allocations_hold_their_values_SOURCES = \
	tests/jit/allocations-hold-their-values.c \
	tests/jit/alloc-check.h tests/jit/alloc-check.c \
	tests/jit/pressure.h tests/jit/pressure.c $(IMAGE_SIDE)
tests_jit_allocations_hold_their_values_LDADD = libaarch64.a libjit.a \
	libleaf.a libbase.a libjit.a libbase.a
