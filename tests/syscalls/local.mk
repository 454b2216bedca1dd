# SPDX-License-Identifier: MIT
# Tests of syscalls: the same programs on the host and by way of Ferry.

TESTS += tests/syscalls/same-as-host.sh tests/syscalls/root-directory.sh \
	tests/syscalls/own-descriptors.sh tests/syscalls/set-id-copy.sh \
	tests/syscalls/socket-names.sh tests/syscalls/traced-threads.sh
EXTRA_DIST += \
	tests/syscalls/appearances.c tests/syscalls/vforks.c \
	tests/syscalls/upper-halves.c \
	tests/syscalls/attributes.c tests/syscalls/clocks.c \
	tests/syscalls/copies.c tests/syscalls/devices.c \
	tests/syscalls/exec-errors.c \
	tests/syscalls/file-tool.c tests/syscalls/futexes.c \
	tests/syscalls/handles.c tests/syscalls/keyrings.c \
	tests/syscalls/limits.c \
	tests/syscalls/mappings.c tests/syscalls/messages.c \
	tests/syscalls/mounts.c tests/syscalls/networks.c tests/syscalls/openings.c \
	tests/syscalls/personas.c \
	tests/syscalls/queues.c tests/syscalls/requests.c \
	tests/syscalls/rights.c tests/syscalls/scheduling.c \
	tests/syscalls/signals.c \
	tests/syscalls/timers.c tests/syscalls/waits.c \
	tests/syscalls/watches.c \
	tests/syscalls/files.c tests/syscalls/interruptions.c \
	tests/syscalls/memory.c tests/syscalls/names.c \
	tests/syscalls/natives.c \
	tests/syscalls/descriptor-tool.c \
	tests/syscalls/own-descriptors.sh \
	tests/syscalls/processes.c tests/syscalls/programs.c \
	tests/syscalls/root-directory.sh tests/syscalls/roots.c \
	tests/syscalls/same-as-host.sh \
	tests/syscalls/set-id-copy.sh tests/syscalls/set-id-guest.c \
	tests/syscalls/socket-names-tool.c tests/syscalls/socket-names.sh \
	tests/syscalls/shortages.c tests/syscalls/show.h tests/syscalls/sockets.c \
	tests/syscalls/storms.c \
	tests/syscalls/terminals.c tests/syscalls/threads.c \
	tests/syscalls/traced-threads.sh

check_PROGRAMS += tests/syscalls/exec-record tests/syscalls/exec-start
TESTS += tests/syscalls/exec-record tests/syscalls/exec-start
tests_syscalls_exec_start_SOURCES = tests/syscalls/exec-start.c
tests_syscalls_exec_start_LDADD = $(tests_syscalls_exec_record_LDADD)
tests_syscalls_exec_record_SOURCES = tests/syscalls/exec-record.c
tests_syscalls_exec_record_LDADD = libuser.a libjit.a libbase.a libjit.a \
	$(ELF_LIBS)
