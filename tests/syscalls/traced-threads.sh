#!/bin/sh
# SPDX-License-Identifier: MIT
# -strace of several threads: each line is one task's, whole or ended by
# "<unfinished ...>", and then taken up again once.
set -u
: "${srcdir:?}"

if [ -z "${AARCH64_CC:-}" ]; then
	echo "no cross compiler for AArch64"
	exit 77
fi
dir=$(mktemp -d "${TMPDIR:-/tmp}/ferry-traced.XXXXXX") || exit 99
trap 'rm -rf "$dir"' EXIT
trap 'exit 99' INT TERM
$AARCH64_CC -std=gnu11 -O1 -static -I "$srcdir/tests/linux-user" \
	-o "$dir/prog" \
	"$srcdir/tests/linux-user/threads-change-each-others-code.c" || exit 99
timeout -k 5 60 "$FERRY" -strace -D "$dir/log" "$dir/prog" 200 || exit 1
awk '
	!/^[0-9]+ ./ { print "no task: " $0; bad = 1 }
	/ <unfinished \.\.\.>$/ {
		if (open[$1]) { print "open twice: " $0; bad = 1 }
		open[$1] = 1
		unfinished++
		next
	}
	/^[0-9]+ <\.\.\. [a-z_0-9]+ resumed>/ {
		if (!open[$1]) { print "was not open: " $0; bad = 1 }
		open[$1] = 0
		resumed++
		next
	}
	/^[0-9]+ --- / { next }
	{ if (open[$1]) { print "still open: " $0; bad = 1 } }
	$2 == "+++" && $3 == "started" { started++ }
	END {
		print unfinished " unfinished, " resumed " resumed, " started \
		    " started"
		exit bad || started < 3 || resumed == 0
	}
' "$dir/log"
