#!/bin/sh
# SPDX-License-Identifier: MIT
# Every awk generates the same files from the syscall tables.
. "$srcdir/tests/syscall-tables/tables.sh"

failed=0
seen=0
for e in types bodies calls conv desc count; do
	# shellcheck disable=SC2086
	generate "emit-$e" $tables >"$tmp/first" || exit 1
	for a in mawk "gawk --posix" "busybox awk" "original-awk"; do
		command -v "${a%% *}" >/dev/null || continue
		seen=$((seen + 1))
		# shellcheck disable=SC2086
		AWK=$a generate "emit-$e" $tables >"$tmp/other" ||
			failed=1
		cmp -s "$tmp/first" "$tmp/other" || {
			echo "FAIL: emit-$e differs under $a"
			failed=1
		}
	done
done
echo "$seen comparisons"
[ $seen -gt 0 ] || exit 77
exit $failed
