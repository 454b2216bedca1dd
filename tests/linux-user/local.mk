# SPDX-License-Identifier: MIT
# The personality seen by guest programs with libc: start, faults, signals,
# memory; and what Ferry says of files that it can't run.

LINUX_USER_TESTS = \
	tests/linux-user/calls-write-where-code-was.c \
	tests/linux-user/deep-calls-raise-no-fault.c \
	tests/linux-user/exclusives-see-what-changed-back.c \
	tests/linux-user/faults-become-signals.c \
	tests/linux-user/faults-hide-tags-unless-asked.c \
	tests/linux-user/fetches-may-fault-anywhere.c \
	tests/linux-user/file-limits-spare-what-is-not-the-guests.c \
	tests/linux-user/fp-state-stays-its-threads.c \
	tests/linux-user/jumps-out-of-handlers-leave-nothing.c \
	tests/linux-user/mappings-obey-the-kernels-rules.c \
	tests/linux-user/masks-and-stacks-of-signals.c \
	tests/linux-user/killed-sharers-leave-no-lock.c \
	tests/linux-user/no-queued-signal-is-lost.c \
	tests/linux-user/preempted-programs-go-on-exactly.c \
	tests/linux-user/proc-memory-is-the-guests.c \
	tests/linux-user/processor-is-told-alike.c \
	tests/linux-user/refused-calls-have-their-errno.c \
	tests/linux-user/signal-frames-hold-their-records.c \
	tests/linux-user/signals-interrupt-anything.c \
	tests/linux-user/stack-code-runs-however-deep.c \
	tests/linux-user/stack-overflow-is-caught.c \
	tests/linux-user/start-state-is-the-kernels.c \
	tests/linux-user/tagged-pointers-in-calls.c \
	tests/linux-user/threads-change-each-others-code.c \
	tests/linux-user/threads-meet-tags-at-once.c \
	tests/linux-user/threads-survive-storms.c \
	tests/linux-user/unseen-signals-end-no-wait.c \
	tests/linux-user/vdso-functions-tell-the-time.c
TESTS += $(LINUX_USER_TESTS)
EXTRA_DIST += $(LINUX_USER_TESTS) tests/linux-user/check.h

LINUX_USER_SH_TESTS = \
	tests/linux-user/bad-programs-are-refused.sh \
	tests/linux-user/binfmt-starts-programs.sh \
	tests/linux-user/code-and-data-share-pages.sh \
	tests/linux-user/cpu-models-are-whole.sh \
	tests/linux-user/cores-are-the-guests.sh \
	tests/linux-user/fatal-ends.sh tests/linux-user/layouts.sh \
	tests/linux-user/little-memory-is-enough.sh \
	tests/linux-user/repeated-runs-agree.sh \
	tests/linux-user/scripts-run-their-interpreters.sh \
	tests/linux-user/returns-stay-predicted-across-signals.sh \
	tests/linux-user/stack-follows-its-limit.sh
TESTS += $(LINUX_USER_SH_TESTS)
EXTRA_DIST += $(LINUX_USER_SH_TESTS) \
	tests/linux-user/cores.c tests/linux-user/cores.expected

check_PROGRAMS += tests/linux-user/base tests/linux-user/fuzz-elf \
	tests/linux-user/mapping-list tests/linux-user/copies-stop-at-faults \
	tests/linux-user/shadow-stacks-are-refused
TESTS += tests/linux-user/base tests/linux-user/fuzz-elf \
	tests/linux-user/mapping-list tests/linux-user/copies-stop-at-faults \
	tests/linux-user/shadow-stacks-are-refused
tests_linux_user_base_SOURCES = tests/linux-user/base.c
tests_linux_user_base_LDADD = libbase.a libjit.a
tests_linux_user_copies_stop_at_faults_SOURCES = \
	tests/linux-user/copies-stop-at-faults.c
tests_linux_user_copies_stop_at_faults_LDADD = libjit.a libbase.a libjit.a
tests_linux_user_mapping_list_SOURCES = tests/linux-user/mapping-list.c
tests_linux_user_mapping_list_LDADD = libuser.a libjit.a libbase.a libjit.a
tests_linux_user_fuzz_elf_SOURCES = tests/linux-user/fuzz-elf.c
tests_linux_user_fuzz_elf_LDADD = libuser.a libjit.a libbase.a $(ELF_LIBS)
