# SPDX-License-Identifier: MIT
# Generators, lints and the disassembler that -d in_asm pipes through.

if HAVE_CAPSTONE
libexec_PROGRAMS += ferry-disas
ferry_disas_SOURCES = tools/ferry-disas.c
ferry_disas_LDADD = $(CAPSTONE_LIBS)
endif

EXTRA_DIST += tools/lint tools/prove-fresh-chroot
