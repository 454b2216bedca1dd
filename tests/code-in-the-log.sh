#!/bin/sh
# SPDX-License-Identifier: MIT
# -d in_asm and out_asm show assembly, as binutils have it, of all processes
# and to the last line; the guest sees nothing of the disassembler; without
# one, or when it dies or stops, the guest goes on and code has our names.
set -u
: "${builddir:?}" "${FERRY:?}" "${libexecdir:?}"
[ -x "$builddir/ferry-disas" ] || { echo "built without capstone"; exit 77; }
[ -n "${AARCH64_CC:-}" ] || { echo "no cross compiler for AArch64"; exit 77; }
OBJDUMP=${AARCH64_OBJDUMP:-aarch64-linux-gnu-objdump}
for tool in "$OBJDUMP" objdump; do
	command -v "$tool" >/dev/null 2>&1 || { echo "no $tool"; exit 77; }
done
dir=$(mktemp -d "${TMPDIR:-/tmp}/ferry-code.XXXXXX") || exit 99
disas=
trap 'rm -rf "$dir"; [ -z "$disas" ] || kill -9 "$disas"' EXIT
trap 'exit 99' INT TERM
failed=0

fail() # WHAT FILE
{
	echo "FAIL: $1"
	tail -n 5 "$2"
	failed=1
}

# status EXPECTED WHAT: of the command before it.
status()
{
	got=$?
	[ "$got" = "$1" ] || { echo "FAIL: $2: status $got, not $1"; failed=1; }
}

cat >"$dir/prog.c" <<'END'
#define _GNU_SOURCE
#include <dirent.h>
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
/* None of these has a name that disassemblers disagree on. */
#define FUNCTION(name) \
    long name(long); \
    __asm__(".type " #name ", %function\n" #name ":\n" \
            "add x1, x0, #5\n sub x2, x1, x0, lsl #3\n madd x3, x1, x2, x0\n" \
            "udiv x4, x3, x1\n clz x5, x4\n eor x6, x5, #0xff\n" \
            "scvtf d0, x6\n fadd d1, d0, d0\n fcvtzs x7, d1\n" \
            "str x7, [sp, #-16]!\n ldr x8, [sp], #16\n" \
            "add v2.4s, v0.4s, v1.4s\n rbit x0, x8\n ret\n" \
            ".size " #name ", . - " #name)
FUNCTION(first);
FUNCTION(second);
FUNCTION(third);
static int show(void)
{
    struct rusage usage;
    sigset_t pending;
    int fds = 0, none = wait4(-1, NULL, 0, NULL) < 0 && errno == ECHILD;
    DIR *dir = opendir("/proc/self/fd");
    while (readdir(dir))
        fds++;
    closedir(dir);
    for (int fd = 3; fd < 1000; fd++)
        if (fcntl(fd, 1 /* F_GETFD */) >= 0)
            printf("descriptor %d\n", fd);
    sigpending(&pending);
    getrusage(RUSAGE_CHILDREN, &usage);
    printf("%d %d %d %ld\n", none, fds, sigismember(&pending, SIGCHLD),
           usage.ru_minflt);
    return 0;
}
int main(int argc, char **argv)
{
    char byte, *args[] = {argv[0], "again", NULL};
    struct rlimit limit = {0, 0};
    int status;
    first(argc);
    switch (argv[1][0]) {
    case 'e': return 3;
    case 'a': third(argc); return 7;
    case 'f':
        if (fork() == 0) {
            second(argc);
            _exit(0);
        }
        wait(&status);
        execv("/proc/self/exe", args);
        return 1;
    case 's':
        setrlimit(RLIMIT_CORE, &limit);
        second(argc);
        *(volatile int *)0x123 = 1;
        return 1;
    case 'r':
        prctl(PR_SET_CHILD_SUBREAPER, 1);
        args[1] = "children";
        execv("/proc/self/exe", args);
        return 1;
    case 'c': return show();
    case 'w':
        if (write(1, "here\n", 5) != 5 || read(0, &byte, 1) != 1)
            return 1;
        second(argc);
        return 9;
    }
    return 2;
}
END
$AARCH64_CC -O1 -w -static -o "$dir/prog" "$dir/prog.c" || exit 99
"$OBJDUMP" -d "$dir/prog" >"$dir/dump" || exit 99

# shows FUNCTION LOG WHAT: each instruction of the function, as objdump has it:
# address, word, mnemonic.
shows()
{
	awk -v name="<$1>:" '
		$2 == name { on = 1; next }
		NF == 0 { on = 0 }
		on { print $1, $2, $3 }' "$dir/dump" >"$dir/expected"
	awk '{ print $1, $2, $3 }' "$2" | grep -F -x -f "$dir/expected" |
		LC_ALL=C sort -u >"$dir/shown"
	[ -s "$dir/expected" ] || fail "$3: no $1 in the program" "$dir/dump"
	diff "$dir/expected" "$dir/shown" || fail "$3: $1 is not shown" "$2"
}

all_decoded() # LOG WHAT
{
	! grep -q '^@' "$1" || fail "$2: code is shown by number" "$1"
}

# Guest code, complete when Ferry ends, and written in order.
for n in 1 2 3 4 5 6 7 8; do
	"$FERRY" -d in_asm,strace "$dir/prog" exit 2>"$dir/log"
	status 3 "exit"
	tail -n 1 "$dir/log" | grep -q '+++ exited with 3 +++$' ||
		fail "$n: the last line is missing" "$dir/log"
done
shows first "$dir/log" exit
all_decoded "$dir/log" exit

# A death by a fault: its own line comes behind the log.
"$FERRY" -d in_asm "$dir/prog" segv 2>"$dir/log"
status 139 segv
shows second "$dir/log" segv
grep '.' "$dir/log" | grep -A 9 '^ferry: ' | grep -q '^ *[0-9a-f]*: ' &&
	fail "segv: the log goes on behind Ferry's message" "$dir/log"

# Child and next image write to the same log, in order.
"$FERRY" -d in_asm -D "$dir/log2" "$dir/prog" fork
status 7 fork
for name in first second third; do
	shows $name "$dir/log2" fork
done
all_decoded "$dir/log2" fork
"$FERRY" -d in_asm -D "$dir/by-%d" "$dir/prog" fork
status 7 "fork, -D %d"
cat "$dir"/by-* >"$dir/by"
shows third "$dir/by" "fork, -D %d"

# Host code: the same instructions by the host's objdump, which the blank
# between an instruction's bytes and its name must not change.
"$FERRY" -d out_asm "$dir/prog" exit 2>"$dir/log"
status 3 out_asm
all_decoded "$dir/log" out_asm
grep -q '  imul ' "$dir/log" || fail "madd is no imul" "$dir/log"
awk '/^host code/ { n++ } n == 1 && /^ *[0-9a-f]*: / { print $2 }' \
	"$dir/log" >"$dir/split"
LC_ALL=C awk 'BEGIN {
	digits = "0123456789abcdef"
	while ((getline line < ARGV[1]) > 0)
		for (i = 1; i < length(line); i += 2)
			printf "\\0%03o", 16 * (index(digits, substr(line, i, 1)) - 1) \
			    + index(digits, substr(line, i + 1, 1)) - 1
}' "$dir/split" >"$dir/octal"
printf '%b' "$(cat "$dir/octal")" >"$dir/code"
objdump -D -b binary -m i386:x86-64 --insn-width=16 "$dir/code" |
	awk -F '\t' '/^ *[0-9a-f]*:/ { gsub(" ", "", $2); print $2 }' >"$dir/split2"
diff "$dir/split" "$dir/split2" || fail "objdump differs" "$dir/log"

# The guest sees neither descriptor nor child, of its own or of the last
# image, nor as the one who gets orphans.
"$FERRY" "$dir/prog" children >"$dir/unseen"
grep -q '^1 [0-9]* 0 0$' "$dir/unseen" || fail children "$dir/unseen"
for mode in children reaper; do
	for log in log3 log4-%d; do
		"$FERRY" -d in_asm -D "$dir/$log" "$dir/prog" $mode >"$dir/seen"
		status 0 "$mode, $log"
		diff "$dir/unseen" "$dir/seen" || fail "$mode, $log" "$dir/seen"
	done
done

# Nobody reads the log: the guest does not notice.
{ "$FERRY" -d in_asm "$dir/prog" exit 2>&1; echo $? >"$dir/status"; } | true
[ "$(cat "$dir/status")" = 3 ] || fail "a log without a reader" "$dir/status"

# A disassembler that dies at once, and none at all.
mkdir "$dir/bin" && cp "$FERRY" "$dir/bin/ferry" || exit 99
without()
{
	"$dir/bin/ferry" -d in_asm,out_asm "$dir/prog" exit 2>"$dir/log"
	status 3 "$1"
	head -n 1 "$dir/log" | grep -q '^without ferry-disas' ||
		fail "$1: not told" "$dir/log"
	grep -q '^@a64 [0-9a-f]* 9b020023 MADD.* rd=3 ' "$dir/log" ||
		fail "$1: madd's name and fields are not shown" "$dir/log"
	grep -q '^@x64 [0-9a-f]* [0-9a-f]*$' "$dir/log" ||
		fail "$1: no host code" "$dir/log"
	"$builddir/ferry-disas" <"$dir/log" >"$dir/later"
	shows first "$dir/later" "$1, later"
}
[ -x "$libexecdir/ferry-disas" ] || without none
printf '#!/bin/sh\nexit 1\n' >"$dir/bin/ferry-disas"
chmod +x "$dir/bin/ferry-disas"
without broken

# begin: the guest up to its read; disas: the disassembler, by its log.
mkfifo "$dir/in" "$dir/out"
begin()
{
	rm -f "$dir/log5"
	"$FERRY" -d in_asm,strace -D "$dir/log5" "$dir/prog" wait \
		<"$dir/in" >"$dir/out" &
	ferry=$!
	exec 3>"$dir/in" 4<"$dir/out"
	read -r line <&4
	[ "$line" = here ] || fail "the guest does not start" "$dir/log5"
	disas=
	for p in /proc/[0-9]*; do
		[ "$(readlink "$p/fd/1" 2>"$dir/null")" = "$dir/log5" ] &&
			[ "$(readlink "$p/exe")" = "$builddir/ferry-disas" ] &&
			disas=${p#/proc/}
	done
	[ -n "$disas" ] || fail "no disassembler is found" "$dir/log5"
}
disas_end()
{
	while readlink "/proc/$disas/fd/1" >"$dir/null" 2>&1; do :; done
	disas=
}
finish() # WHAT
{
	echo >&3
	exec 3>&- 4<&-
	wait $ferry
	status 9 "$1"
}

begin
kill -9 "$disas"
disas_end
finish killed
tail -n 1 "$dir/log5" | grep -q '+++ exited with 9 +++$' ||
	fail "killed: the last line is missing" "$dir/log5"
grep -q '^@a64 [0-9a-f]* 9b020023 MADD' "$dir/log5" ||
	fail "killed: code is not shown by name" "$dir/log5"

# Stopped, it keeps Ferry waiting at the end, not for ever, and loses nothing.
begin
kill -STOP "$disas"
before=$(date +%s)
finish stopped
[ $(($(date +%s) - before)) -ge 9 ] || fail "Ferry does not wait" "$dir/log5"
kill -CONT "$disas"
disas_end
shows second "$dir/log5" stopped
exit $failed
