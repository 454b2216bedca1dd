#!/bin/sh
# SPDX-License-Identifier: MIT
# Layouts, values and numbers in the tables are those of the C library's and
# the kernel's headers, for the guest and for the host.
. "$srcdir/tests/syscall-tables/tables.sh"

# prove ISA COMPILER
prove()
{
	mkdir "$tmp/$1"
	# shellcheck disable=SC2086
	V="-v isa=$1 -v dir=$tmp/$1" generate emit-proof $tables || exit 1
	claims=0
	for f in "$tmp/$1"/*.c; do
		$2 -E -P "$f" -o "$tmp/out.i" 2>"$tmp/err" &&
			$2 -fsyntax-only -w "$f" 2>"$tmp/err" || {
			sed -n 1,10p "$tmp/err"
			echo "FAIL: $1: $f"
			failed=1
		}
		n=$(grep -c _Static_assert "$tmp/out.i")
		claims=$((claims + n))
	done
	echo "$1: $claims claims hold"
	# Far fewer would mean that a header no longer defines what we compare.
	[ "$claims" -ge 1900 ] || failed=1
}

failed=0
prove x86-64 "${CC:-cc}"
if [ -n "${AARCH64_CC:-}" ]; then
	prove arm64 "$AARCH64_CC"
elif [ $failed = 0 ]; then
	echo "no cross compiler for AArch64: the guest's side is not compared"
	exit 77
fi
exit $failed
