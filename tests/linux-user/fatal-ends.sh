# SPDX-License-Identifier: MIT
# A program that ends by a signal ends Ferry by the same; an uncaught fault is
# told in one line, with the function, the cause and the thread; a sent signal
# and FERRY_QUIET=1 are silent.  A fault of Ferry's own is not the program's.
set -u
[ -n "${AARCH64_CC:-}" ] || { echo "no cross compiler for AArch64"; exit 77; }
dir=$(mktemp -d "${TMPDIR:-/tmp}/ferry-fatal.XXXXXX") || exit 99
trap 'rm -rf "$dir"' EXIT
failed=0
cat >"$dir/prog.c" <<'END'
#define _GNU_SOURCE
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>
static void *fault(void *arg)
{
    prctl(PR_SET_NAME, "worker");
    *(volatile int *)0x123 = 1;
    return arg;
}
static long words[2];
static void handler(int sig)
{
    (void)sig;
}
int main(int argc, char **argv)
{
    pthread_t thread;
    struct rlimit none = {0, 0};
    if (argv[1][0] == 'h') {
        getrlimit(RLIMIT_CORE, &none);
        none.rlim_cur = 0;
    }
    setrlimit(RLIMIT_CORE, &none);
    (void)argc;
    switch (argv[1][0]) {
    case 'h':
    case 's': *(volatile int *)0x123 = 1; return 1;
    case 'i': __asm__ volatile("udf #0x77"); return 1;
    case 'n': __asm__ volatile("eret"); return 1;
    case 'w': *(volatile int *)fault = 1; return 1;
    case 'p': return ((volatile char *)mmap(0, 4096, PROT_NONE,
                      MAP_PRIVATE | MAP_ANONYMOUS, -1, 0))[5];
    case 'm': pthread_create(&thread, 0, fault, 0);
              pthread_join(thread, 0); return 1;
    case 'b': __asm__ volatile("brk #1"); return 1;
    case 'j': ((void (*)(void))0x5550)(); return 1;
    case 'x': ((void (*)(void))(unsigned long)words)(); return 1;
    case 'u': ((void (*)(void))((char *)fault + 2))(); return 1;
    case 'l': __asm__ volatile("ldar x0, [%0]" : : "r"((char *)words + 1)
                               : "x0"); return 1;
    case 'f': return ((volatile char *)mmap(0, 4096, PROT_READ,
                      MAP_PRIVATE, memfd_create("empty", 0), 0))[5];
    case 'o':
        signal(SIGUSR1, handler);
        __asm__ volatile("mov sp, %2\n\tmov x8, #129\n\tmov x0, %0\n\t"
                         "mov x1, %1\n\tsvc #0"
                         : : "r"((long)getpid()), "r"((long)SIGUSR1),
                         "r"(0x10000l) : "x0", "x1", "x8");
        return 1;
    case 'g':
        signal(SIGSEGV, SIG_IGN);
        *(volatile int *)0x123 = 1;
        return 1;
    case 'k': kill(getpid(), SIGSEGV); return 1;
    case 'q':
        syscall(SYS_rt_sigqueueinfo, getpid(), SIGSEGV,
                &(siginfo_t){.si_signo = SIGSEGV, .si_code = SEGV_MAPERR});
        return 1;
    case 't': raise(SIGTERM); return 1;
    case 'a': abort();
    case 'z': getppid(); return 0;
    case 'e': return execle(argv[0], argv[0], "s", (char *)0, (char *[]){0});
    default: return atoi(argv[1]);
    }
}
END
$AARCH64_CC -O1 -static -pthread -o "$dir/prog" "$dir/prog.c" || exit 99

# expect STATUS TEXT ARGUMENT: the status of $?, a line of stderr ("" none).
expect()
{
	# The shell may add its own word on how the program ended.
	"$FERRY" "$dir/prog" "$3" 2>"$dir/all"
	got=$?
	grep '^ferry: ' "$dir/all" >"$dir/err"
	lines=$(wc -l <"$dir/err")
	wrong=
	[ "$got" = "$1" ] || wrong=1
	[ "$lines" -le 1 ] || wrong=1
	if [ -n "$2" ]; then
		grep -q -e "$2" "$dir/err" || wrong=1
	elif [ -s "$dir/err" ]; then
		wrong=1
	fi
	if [ -n "$wrong" ]; then
		echo "FAIL: $3: status $got, expected $1 and '$2':"
		cat "$dir/err"
		failed=1
	fi
}

expect 7 '' 7
expect 139 'segmentation fault at 0x.*(prog+0x[0-9a-f]*, main+0x.*write of 0x123, where nothing is mapped (SEGV_MAPERR)$' s
expect 139 'write of 0x.*, which is mapped without that right (SEGV_ACCERR)' w
expect 139 'read of 0x.*, which is mapped without that right (SEGV_ACCERR)' p
expect 139 ', fault+0x.*(SEGV_MAPERR), in thread [0-9]* (worker)' m
expect 132 'executed 0xd69f03e0 (ERET), which .* has not: undefined at EL0' n
# shellcheck disable=SC3045
[ "$(ulimit -Hc)" = 0 ] || expect 139 '; for a core: ulimit -c unlimited' h
expect 132 'illegal instruction at 0x.*(prog+0x.*executed 0x00000077' i
expect 133 'breakpoint at 0x.*(prog+0x.*number 0x1$' b
expect 139 'segmentation fault at 0x5550: .*jumped to where no code is$' j
expect 139 'jumped to where no code is (SEGV_ACCERR)$' x
expect 135 'bus error at 0x.*jumped to where no instruction can be$' u
expect 135 'read of 0x[0-9a-f]*, which is not aligned (BUS_ADRALN)$' l
expect 135 'read of 0x.*5, behind the end of the mapped file (BUS_ADRERR)$' f
expect 139 "no room for a signal's frame at sp 0x10000\$" o
expect 139 'segmentation fault' g
expect 139 '' k
expect 139 '' q
expect 143 '' t
expect 134 '' a
FERRY_QUIET=1
export FERRY_QUIET
expect 139 '' s
expect 132 '' i
# Told to Ferry, not by way of what the guest leaves of its environment.
expect 139 '' e
unset FERRY_QUIET

# Starts a program, and lets its call of getppid() return to nowhere.
cat >"$dir/break.c" <<'END'
#include <sys/ptrace.h>
#include <sys/syscall.h>
#include <sys/user.h>
#include <sys/wait.h>
#include <unistd.h>
int main(int argc, char **argv)
{
    struct user_regs_struct r;
    pid_t pid = fork();
    int status;
    (void)argc;
    if (pid == 0) {
        if (ptrace(PTRACE_TRACEME, 0, 0, 0))
            _exit(77);
        execv(argv[1], argv + 1);
        _exit(99);
    }
    while (waitpid(pid, &status, 0) == pid && WIFSTOPPED(status)) {
        ptrace(PTRACE_GETREGS, pid, 0, &r);
        if (r.orig_rax == SYS_getppid) {
            r.rip = 0x10;
            ptrace(PTRACE_SETREGS, pid, 0, &r);
            ptrace(PTRACE_DETACH, pid, 0, 0);
        } else {
            ptrace(PTRACE_SYSCALL, pid, 0, 0);
        }
    }
    return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}
END
${CC:-cc} -o "$dir/break" "$dir/break.c" || exit 99
"$dir/break" "$FERRY" "$dir/prog" z 2>"$dir/err"
got=$?
if [ $got != 77 ] && { [ $got != 139 ] ||
	! grep -q '^ferry: internal error: SIGSEGV at host address 0x10 ' \
		"$dir/err" ||
	! grep -q 'was at 0x.*(prog+0x.*the fault is Ferry.s, not the program' \
		"$dir/err"; }; then
	echo "FAIL: Ferry's own fault: status $got, expected 139:"
	cat "$dir/err"
	failed=1
fi
exit $failed
