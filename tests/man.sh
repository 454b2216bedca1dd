# SPDX-License-Identifier: MIT
# The manual page names every option that -help names, and every one with
# which environment variable.
dir=$(mktemp -d "${TMPDIR:-/tmp}/ferry-man.XXXXXX") || exit 99
trap 'rm -rf "$dir"' EXIT
status=0
"$FERRY" -help >"$dir/help" || { echo "-help fails"; exit 1; }
sed -n 's/^  -\([a-zA-Z0-9-]*\).*/\1/p' "$dir/help" >"$dir/options"
[ -s "$dir/options" ] || { echo "-help names no option"; exit 1; }
while read -r option; do
	grep -q "^\.It Fl $option\( \|\$\)" "$srcdir/doc/ferry.1" || {
		echo "doc/ferry.1 has no entry for -$option"
		status=1
	}
done <"$dir/options"
# What is not available needs no variable's name.
grep -v -e GDB -e DFILTER -e PERFMAP "$dir/help" |
    sed -n 's/.*\[\([A-Z0-9_]*\)\]$/\1/p' >"$dir/variables"
while read -r variable; do
	grep -q "^\.Ev .*\<$variable\>" "$srcdir/doc/ferry.1" || {
		echo "doc/ferry.1 does not name FERRY_$variable"
		status=1
	}
done <"$dir/variables"
exit $status
