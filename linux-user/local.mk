# SPDX-License-Identifier: MIT
# The Linux personality.

libuser_a_SOURCES =

# System calls.
libuser_a_SOURCES += \
	linux-user/exec-state.c linux-user/exec-target.c \
	linux-user/exec-target.h linux-user/exec.c linux-user/exec.h \
	linux-user/files.c linux-user/files.h linux-user/hostcall.h \
	linux-user/path.c linux-user/path.h linux-user/proc.c \
	linux-user/proc.h linux-user/removed.c linux-user/removed.h \
	linux-user/report.h linux-user/strace.c linux-user/sys-file.c \
	linux-user/sys-limits.c linux-user/sys-mem.c linux-user/sys-poll.c \
	linux-user/sys-process.c linux-user/sys-signal.c \
	linux-user/syscall.c linux-user/syscall.h linux-user/text.h
