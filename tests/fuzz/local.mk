# SPDX-License-Identifier: MIT
# Fuzzers; tests/fuzz/run gives them a minute each.

# Any code goes through the translator, and every loop of it polls.
check_PROGRAMS += tests/fuzz/translate
TESTS += tests/fuzz/translate
tests_fuzz_translate_SOURCES = tests/fuzz/translate.c \
	tests/jit/threads-check.c tests/jit/threads-check.h
tests_fuzz_translate_LDADD = libaarch64.a libjit.a libaarch64.a libleaf.a \
	libbase.a libjit.a libbase.a

EXTRA_DIST += tests/fuzz/run tests/fuzz/decode.c tests/fuzz/elf-header.c
