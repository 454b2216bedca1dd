#!/bin/sh
# SPDX-License-Identifier: MIT
# Ferry's own descriptors are hidden, and survive what the guest does: the log
# goes on to the end, through an exec, and into the directory it began in.
set -u
: "${srcdir:?}"

if [ -z "${AARCH64_CC:-}" ]; then
	echo "no cross compiler for AArch64"
	exit 77
fi
dir=$(mktemp -d "${TMPDIR:-/tmp}/ferry-own.XXXXXX") || exit 99
trap 'rm -rf "$dir"' EXIT
trap 'exit 99' INT TERM
cd "$dir" || exit 99
$AARCH64_CC -std=gnu11 -O1 -w -static -I "$srcdir/tests/syscalls" \
	-o guest "$srcdir/tests/syscalls/descriptor-tool.c" || exit 99

cat >expected <<'END'
open 3 listed 3 3
open 400
close_range(3, ~0u, 0) = 0
open 3
open("/", O_RDONLY) = 3
open 4 listed 4 4
END
failed=0
run() # CHANNELS
{
	rm -f log
	timeout -k 5 60 "$FERRY" -d "$1" -D log ./guest >got 2>&1 </dev/null
	status=$?
	[ $status = 0 ] || { echo "$1: exit status $status"; failed=1; }
	diff -u expected got || failed=1
	# The child's, and that of the image which comes second.
	[ "$(grep -c 'exit_group(0)' log)" = 2 ] ||
		{ echo "$1: the log has no end"; failed=1; }
	[ "$(grep -c '^[0-9]* execve(' log)" = 1 ] ||
		{ echo "$1: the log has no execve"; failed=1; }
}
run strace
# With the socket to the disassembler, where there is one.
run strace,in_asm

# An exec is not refused for the log's sake: no number, no directory.
full() # CHANNELS
{
	rm -rf logs moved
	mkdir logs
	timeout -k 5 60 "$FERRY" -d "$1" -D logs/log ./guest full >got 2>&1 \
		</dev/null
	status=$?
	[ "$status $(cat got)" = "0 again" ] ||
		{ echo "full, $1: status $status"; cat got; failed=1; }
}
full strace
full strace,in_asm
# The disassembler has the log open, and goes on with it. Without a descriptor
# the guest could not wait for its last lines.
if [ -x "${FERRY%/*}/ferry-disas" ]; then
	left=100
	until tail -n 1 moved/log | grep -q '+++ exited with 0 +++'; do
		left=$((left - 1))
		[ $left -gt 0 ] ||
			{ echo "full: the log has no end"; failed=1; break; }
		sleep 0.1
	done
fi
exit $failed
