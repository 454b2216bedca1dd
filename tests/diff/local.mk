# SPDX-License-Identifier: MIT
# Differential tests. In make check without the oracle, which run-tests
# fetches: tests/diff/oracle.sh.

DIFF_HARNESS = tests/diff/diff.h tests/diff/case.h tests/diff/generate.c \
	tests/diff/exceptions.c tests/diff/shared.c tests/diff/compare.c \
	tests/diff/engine-interp.c tests/diff/engine-jit.c $(IR_INTERP)

check_PROGRAMS += tests/diff/differential
tests_diff_differential_SOURCES = tests/diff/differential.c \
	tests/diff/engine-oracle.c $(DIFF_HARNESS)
tests_diff_differential_LDADD = libaarch64.a libjit.a libleaf.a libbase.a

# T3: the guest's state at a fault.
check_PROGRAMS += tests/diff/faults-are-exact
TESTS += tests/diff/faults-are-exact
tests_diff_faults_are_exact_SOURCES = tests/diff/faults-are-exact.c \
	$(DIFF_HARNESS)
tests_diff_faults_are_exact_LDADD = libaarch64.a libjit.a libleaf.a libbase.a

DIFF_TESTS = tests/diff/insns-agree-with-interpreter.sh \
	tests/diff/programs-agree-with-interpreter.sh
TESTS += $(DIFF_TESTS)
EXTRA_DIST += $(DIFF_TESTS) tests/diff/exceptions tests/diff/oracle.c \
	tests/diff/oracle.sh
