#!/bin/sh
# SPDX-License-Identifier: MIT
# Bad pointers get from Ferry what they get from the kernel: the generated
# program's lines, native and guest, are the same but for the listed ones.
. "$srcdir/tests/syscall-tables/tables.sh"

[ -n "${AARCH64_CC:-}" ] || { echo "no cross compiler for AArch64"; exit 77; }

# shellcheck disable=SC2086
generate emit-pointers $tables >"$tmp/bad-pointers.gen.h" || exit 1

# build COMPILER NAME
build()
{
	$1 -std=gnu11 -O1 -static -I"$tmp" -o "$tmp/$2" \
		"$srcdir/tests/syscall-tables/probe-pointers.c" || exit 99
}
build "${CC:-cc}" native
build "$AARCH64_CC" guest

# run NAME COMMAND...
run()
{
	mkdir "$tmp/in-$1"
	name=$1
	shift
	(cd "$tmp/in-$name" && timeout 300 "$@") >"$tmp/$name.out"
	status=$?
	[ $status = 0 ] || { echo "FAIL: $name: exit status $status"; exit 1; }
}
run native "$tmp/native"
run guest "$FERRY" "$tmp/guest"

# An exception is the beginning of a line, and the reason behind two spaces.
sed -n 's/^\([^#].*[^ ]\)  .*/\1/p' \
	"$srcdir/tests/syscall-tables/bad-pointers.exceptions" >"$tmp/except"
for n in native guest; do
	awk 'NR == FNR { except[$0]; next }
	{
		for (e in except)
			if (index($0, e) == 1)
				next
		print
	}' "$tmp/except" "$tmp/$n.out" >"$tmp/$n.txt"
done
echo "$(wc -l <"$tmp/native.txt") cases"
diff "$tmp/native.txt" "$tmp/guest.txt" >"$tmp/diff" && exit 0
echo "FAIL: < natively, > in Ferry"
cat "$tmp/diff"
exit 1
