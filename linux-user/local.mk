# SPDX-License-Identifier: MIT
# The Linux personality.

libuser_a_SOURCES = \
	linux-user/abi/aarch64-core.c linux-user/abi/aarch64-core.h \
	linux-user/abi/aarch64-sigframe.c linux-user/abi/aarch64-sigframe.h \
	linux-user/abi/aarch64.c linux-user/abi/abi.c linux-user/abi/abi.h \
	linux-user/core-maps.c linux-user/core-name.c \
	linux-user/core-notes.c linux-user/core-parts.h \
	linux-user/core-status.c linux-user/core-stop.c \
	linux-user/core-write.c linux-user/core.c \
	linux-user/core.h linux-user/elf-header.c linux-user/elf-header.h \
	linux-user/guest-memory.h linux-user/lender.c \
	linux-user/lender.h linux-user/loader.c linux-user/loader.h \
	linux-user/run.c linux-user/run.h linux-user/signal-deliver.c \
	linux-user/signal-group.c linux-user/signal-host.c linux-user/signal-host.h \
	linux-user/script.c linux-user/script.h \
	linux-user/signal.c linux-user/signal.h linux-user/stack.c \
	linux-user/stack.h linux-user/start.c linux-user/start.h \
	linux-user/task.c linux-user/task.h linux-user/uspace-lock.c \
	linux-user/uspace-advice.c linux-user/uspace-deny.c linux-user/uspace-limits.c \
	linux-user/uspace-move.c \
	linux-user/uspace.c linux-user/uspace.h linux-user/vdso-host.c \
	linux-user/vdso.c linux-user/vdso.h linux-user/vma.c linux-user/vma.h

# System calls.
libuser_a_SOURCES += \
	linux-user/abi/aarch64-cpuinfo.c linux-user/abi/aarch64-cpuinfo.h \
	linux-user/exec-state.c linux-user/exec-target.c \
	linux-user/exec-target.h linux-user/exec.c linux-user/exec.h \
	linux-user/fatal.c linux-user/fatal.h \
	linux-user/file-limit.c linux-user/file-limit.h \
	linux-user/files.c linux-user/files.h linux-user/hostcall.h \
	linux-user/lines.c linux-user/lines.h \
	linux-user/path.c linux-user/path.h linux-user/proc.c \
	linux-user/proc.h linux-user/removed.c linux-user/removed.h \
	linux-user/report.h linux-user/sealed.h linux-user/strace.c \
	linux-user/sys-aio.c linux-user/sys-file.c linux-user/sys-perf.c \
	linux-user/sys-prctl.c linux-user/tagged.c linux-user/tagged.h \
	linux-user/sys-limits.c linux-user/sys-mem.c linux-user/sys-poll.c \
	linux-user/sys-process.c linux-user/sys-root.c \
	linux-user/sys-rw.c linux-user/sys-socket.c \
	linux-user/sys-signal.c \
	linux-user/symbol.c linux-user/symbol.h linux-user/uspace-describe.c \
	linux-user/syscall.c linux-user/syscall.h linux-user/text.h \
	linux-user/wait.c linux-user/wait.h
