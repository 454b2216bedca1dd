# SPDX-License-Identifier: MIT
# What both modes share: arena, locks, print, log, options.

libbase_a_SOURCES = \
	src/arena.c src/arena.h \
	src/cpu.h src/host.h src/isa.h \
	src/lock.c src/lock.h \
	src/log-start.c src/log.c src/log.h \
	src/mem.h \
	src/options.c src/options.h \
	src/print.c src/print.h \
	src/translator.h src/types.h
