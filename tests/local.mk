# SPDX-License-Identifier: MIT
# Tests: each exits 0 when it passes, 77 when it can't run here, else it has
# failed. Three kinds, told apart by their names in TESTS:
#
#   tests/AREA/x        a program from check_PROGRAMS
#   tests/AREA/x.sh     a shell script; finds $srcdir, $builddir, $FERRY, $AWK
#   tests/AREA/x.c      a guest program: built by the cross compiler, run by
#                       Ferry, exit status 0 (see tests/lib/guest-test)

TEST_EXTENSIONS = .sh .c
SH_LOG_COMPILER = $(SHELL)
C_LOG_COMPILER = $(SHELL) $(top_srcdir)/tests/lib/guest-test
AM_TESTS_ENVIRONMENT = \
	srcdir='$(abs_top_srcdir)'; export srcdir; \
	builddir='$(abs_top_builddir)'; export builddir; \
	FERRY='$(abs_top_builddir)/ferry'; export FERRY; \
	libexecdir='$(libexecdir)'; export libexecdir; \
	AWK='$(AWK)'; export AWK; CC='$(CC)'; export CC; \
	AARCH64_CC='$(AARCH64_CC)'; export AARCH64_CC;

EXTRA_DIST += tests/lib/guest-test tests/lib/random.h

# Layers and libc.
TESTS += tests/lint.sh
EXTRA_DIST += tests/lint.sh tests/lib/common tests/lib/places \
	tests/lib/torture-sources

# The manual page.
TESTS += tests/man.sh
EXTRA_DIST += tests/man.sh

# Options; -host.
TESTS += tests/options.sh tests/host-option.sh
EXTRA_DIST += tests/options.sh tests/host-option.sh

# No ENDBR, no shadow stack.
TESTS += tests/built-without-cet.sh
EXTRA_DIST += tests/built-without-cet.sh

# ferry-disas, by itself and behind the log.
TESTS += tests/disas.sh tests/code-in-the-log.sh
EXTRA_DIST += tests/disas.sh tests/code-in-the-log.sh

# Programs of real packages, run by run-tests; benchmarks, by make bench.
EXTRA_DIST += tests/packages tests/bench

include tests/decode/local.mk
include tests/syscalls/local.mk
include tests/ir/local.mk
include tests/jit/local.mk
include tests/diff/local.mk
include tests/aarch64/local.mk
include tests/linux-user/local.mk
include tests/load/local.mk
include tests/fuzz/local.mk
