# SPDX-License-Identifier: MIT
# The personality seen by guest programs with libc: start, faults, signals,
# memory; and what Ferry says of files that it can't run.

LINUX_USER_TESTS = \
	tests/linux-user/faults-become-signals.c \
	tests/linux-user/masks-and-stacks-of-signals.c \
	tests/linux-user/signals-interrupt-anything.c \
	tests/linux-user/start-state-is-the-kernels.c \
	tests/linux-user/vdso-functions-tell-the-time.c
TESTS += $(LINUX_USER_TESTS)
EXTRA_DIST += $(LINUX_USER_TESTS) tests/linux-user/check.h
