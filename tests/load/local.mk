# SPDX-License-Identifier: MIT
# Load and faults: many threads, processes, executions and signals, code that
# is made all the time, death at any moment, what is to be had no more. With
# FERRY_TEST_SIZE=full at full size, which takes hours.

LOAD_TESTS = \
	tests/load/executed-children-leave-nothing-behind.c \
	tests/load/jit-code-comes-and-goes.c \
	tests/load/new-code-runs-without-new-memory.c \
	tests/load/processes-leave-nothing-behind.c \
	tests/load/signals-change-no-result.c \
	tests/load/threads-leave-nothing-behind.c
LOAD_SHELL = \
	tests/load/full-disk-spoils-no-guest.sh \
	tests/load/killed-at-any-moment-leaves-nothing.sh \
	tests/load/refusals-are-errnos.sh
TESTS += $(LOAD_TESTS) $(LOAD_SHELL)
EXTRA_DIST += $(LOAD_TESTS) $(LOAD_SHELL) tests/load/in-namespaces \
	tests/load/load.h tests/load/mortal.c

check_PROGRAMS += tests/load/watch tests/load/harm
tests_load_watch_SOURCES = tests/load/watch.c
tests_load_harm_SOURCES = tests/load/harm.c
