#!/bin/sh
# SPDX-License-Identifier: MIT
# Every number of arm64 has a line, and what is refused says why.  Prints the
# counts, for the record.
. "$srcdir/tests/syscall-tables/tables.sh"

# shellcheck disable=SC2086
generate emit-count $tables >"$tmp/count" || exit 1
cat "$tmp/count"
numbers=$(grep -c '^[0-9]' "$srcdir/syscall-tables/arm64.tbl")
lines=$(awk 'NR > 1 && NR < 8 { n += $2 } END { print n }' "$tmp/count")
echo "$numbers numbers, $lines lines"
[ "$numbers" = "$lines" ]
