# SPDX-License-Identifier: MIT
# Syscall numbers, meanings and layouts: data, and what is generated from it.
# Each generated file comes from all tables: a row is checked against sets,
# structs and numbers before anything is written.

SYSCALL_TABLES = $(srcdir)/syscall-tables/arm64.tbl \
	$(srcdir)/syscall-tables/x86_64.tbl \
	$(srcdir)/syscall-tables/flags.def \
	$(srcdir)/syscall-tables/structs.def \
	$(srcdir)/syscall-tables/file.def \
	$(srcdir)/syscall-tables/fcntl.def \
	$(srcdir)/syscall-tables/poll.def \
	$(srcdir)/syscall-tables/mm.def \
	$(srcdir)/syscall-tables/signal.def \
	$(srcdir)/syscall-tables/process.def \
	$(srcdir)/syscall-tables/prctl.def \
	$(srcdir)/syscall-tables/time.def \
	$(srcdir)/syscall-tables/net.def \
	$(srcdir)/syscall-tables/sockopt.def \
	$(srcdir)/syscall-tables/ipc.def \
	$(srcdir)/syscall-tables/ioctl.def \
	$(srcdir)/syscall-tables/admin.def \
	$(srcdir)/syscall-tables/bpf.def \
	$(srcdir)/syscall-tables/keys.def \
	$(srcdir)/syscall-tables/quota.def
SYSCALL_PARSE = $(srcdir)/tools/syscalls/lex.awk \
	$(srcdir)/tools/syscalls/sets.awk $(srcdir)/tools/syscalls/rows.awk \
	$(srcdir)/tools/syscalls/check.awk $(srcdir)/tools/syscalls/prove.awk \
	$(srcdir)/tools/syscalls/ctype.awk
SYSCALL_EMIT = $(srcdir)/tools/syscalls/emit-types.awk \
	$(srcdir)/tools/syscalls/emit-bodies.awk \
	$(srcdir)/tools/syscalls/emit-calls.awk \
	$(srcdir)/tools/syscalls/emit-conv.awk \
	$(srcdir)/tools/syscalls/emit-desc.awk \
	$(srcdir)/tools/syscalls/emit-proof.awk \
	$(srcdir)/tools/syscalls/emit-pointers.awk \
	$(srcdir)/tools/syscalls/emit-count.awk
SYSCALL_GENERATED = syscall-tables/syscall-types.gen.h \
	syscall-tables/syscall-bodies.gen.h \
	syscall-tables/syscall-calls.gen.c \
	syscall-tables/syscall-conv.gen.c syscall-tables/syscall-desc.gen.c
EXTRA_DIST += $(SYSCALL_TABLES) $(SYSCALL_PARSE) $(SYSCALL_EMIT)
FERRY_GENERATED += $(SYSCALL_GENERATED)
libuser_a_SOURCES += $(SYSCALL_GENERATED) linux-user/sysdesc.h \
	linux-user/syscall-args.h linux-user/syscall-trace.h \
	linux-user/syscall-trace.c

# The parsers; an emitter and the tables follow.
SYSCALL_RUN = $(AWK) -f $(srcdir)/tools/syscalls/lex.awk \
	-f $(srcdir)/tools/syscalls/sets.awk \
	-f $(srcdir)/tools/syscalls/rows.awk \
	-f $(srcdir)/tools/syscalls/check.awk \
	-f $(srcdir)/tools/syscalls/prove.awk \
	-f $(srcdir)/tools/syscalls/ctype.awk
SYSCALL_GEN = $(AM_V_GEN)$(MKDIR_P) syscall-tables && $(SYSCALL_RUN)

$(SYSCALL_GENERATED): $(SYSCALL_TABLES) $(SYSCALL_PARSE) $(SYSCALL_EMIT)
syscall-tables/syscall-types.gen.h:
	$(SYSCALL_GEN) -f $(srcdir)/tools/syscalls/emit-types.awk \
		$(SYSCALL_TABLES) > $@.tmp && mv $@.tmp $@
syscall-tables/syscall-bodies.gen.h:
	$(SYSCALL_GEN) -f $(srcdir)/tools/syscalls/emit-bodies.awk \
		$(SYSCALL_TABLES) > $@.tmp && mv $@.tmp $@
syscall-tables/syscall-calls.gen.c:
	$(SYSCALL_GEN) -f $(srcdir)/tools/syscalls/emit-calls.awk \
		$(SYSCALL_TABLES) > $@.tmp && mv $@.tmp $@
syscall-tables/syscall-conv.gen.c:
	$(SYSCALL_GEN) -f $(srcdir)/tools/syscalls/emit-conv.awk \
		$(SYSCALL_TABLES) > $@.tmp && mv $@.tmp $@
syscall-tables/syscall-desc.gen.c:
	$(SYSCALL_GEN) -f $(srcdir)/tools/syscalls/emit-desc.awk \
		$(SYSCALL_TABLES) > $@.tmp && mv $@.tmp $@

# For a target other than all, before the compiler has written dependencies.
$(libuser_a_OBJECTS): | syscall-tables/syscall-types.gen.h \
	syscall-tables/syscall-bodies.gen.h

# How many calls are passed, converted, hand-written, refused; and which.
.PHONY: syscall-coverage
syscall-coverage:
	@$(SYSCALL_RUN) -f $(srcdir)/tools/syscalls/emit-count.awk \
		$(SYSCALL_TABLES)

check_PROGRAMS += tests/syscall-tables/trace tests/syscall-tables/conversions
SYSCALL_TESTS = tests/syscall-tables/layouts.sh \
	tests/syscall-tables/awks.sh tests/syscall-tables/coverage.sh \
	tests/syscall-tables/rejects.sh tests/syscall-tables/bad-pointers.sh
TESTS += tests/syscall-tables/trace tests/syscall-tables/conversions \
	$(SYSCALL_TESTS)
EXTRA_DIST += $(SYSCALL_TESTS) tests/syscall-tables/tables.sh \
	tests/syscall-tables/probe-pointers.c \
	tests/syscall-tables/bad-pointers.exceptions
tests_syscall_tables_trace_SOURCES = tests/syscall-tables/trace.c
tests_syscall_tables_trace_LDADD = libuser.a libbase.a
tests_syscall_tables_conversions_SOURCES = tests/syscall-tables/conversions.c
tests_syscall_tables_conversions_LDADD = libuser.a
