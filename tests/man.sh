# SPDX-License-Identifier: MIT
# The manual page has an entry for every option that -help names, every
# variable and every item of -d, and for nothing that Ferry does not know; it
# says which options are not available; mandoc finds nothing to warn of.
# README.md's first screen, what stands before its first section, is one.
set -u
dir=$(mktemp -d "${TMPDIR:-/tmp}/ferry-man.XXXXXX") || exit 99
trap 'rm -rf "$dir"' EXIT
page=$srcdir/doc/ferry.1
status=0

fail()
{
	echo "FAIL: $*"
	status=1
}

# The lists of the two must be the same, and not empty.
same() # WHAT FERRYS PAGES
{
	sort "$2" >"$dir/ferrys"
	sort "$3" >"$dir/pages"
	[ -s "$dir/ferrys" ] || fail "Ferry lists no $1"
	diff "$dir/ferrys" "$dir/pages" ||
	    fail "Ferry (<) and the manual page (>) differ in $1"
}

"$FERRY" -help >"$dir/help" || fail "-help: status $?"
sed -n 's/^  -\([a-zA-Z0-9-]*\)  *[^-].*/\1/p' "$dir/help" >"$dir/options"
sed -n 's/^\.It Fl \([a-zA-Z0-9-]*\)\( .*\)*$/\1/p' "$page" >"$dir/page-options"
same options "$dir/options" "$dir/page-options"

awk '/not available/ { getline; gsub(/ -/, "\n"); print }' "$dir/help" |
    grep '[a-zA-Z]' | tr -d ' ' >"$dir/missing"
sed -n '/known, but not available/,/^\.Fl/s/^\.Fl \(.*\) \.$/\1/p' "$page" |
    tr -d ' ' | tr , '\n' >"$dir/page-missing"
same "options that are not available" "$dir/missing" "$dir/page-missing"

{
	sed -n 's/.*\[\([A-Z0-9_]*\)\]$/\1/p' "$dir/help"
	grep -o 'FERRY_[A-Z]*=' "$dir/help" | sed 's/FERRY_//; s/=//'
} >"$dir/variables"
sed -n 's/^\.It Ev //p' "$page" >"$dir/page-variables"
same variables "$dir/variables" "$dir/page-variables"

"$FERRY" -d help | sed -n 's/^  \([a-z_]*\) .*/\1/p' >"$dir/items"
sed -n '/^\.It Fl d /,/^\.El/s/^\.It Cm //p' "$page" |
    tr -d ' ' | tr , '\n' | grep -vx help >"$dir/page-items"
same "items of -d" "$dir/items" "$dir/page-items"

if command -v mandoc >/dev/null; then
	mandoc -T lint -W warning "$page" || fail "mandoc"
fi
awk 'length > 80 { print "README.md:" NR ": longer than 80"; bad = 1 }
	/^## / { if (!first) first = NR }
	END { exit bad || first < 2 || first > 51 }' "$srcdir/README.md" ||
    fail "README.md"
exit $status
