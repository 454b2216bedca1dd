# SPDX-License-Identifier: MIT
# The AArch64 tables agree with binutils' disassembler, for words of each row
# and for random words, but for the listed differences: which words are
# instructions, their mnemonics, and their registers.

OBJDUMP=${AARCH64_OBJDUMP:-aarch64-linux-gnu-objdump}
command -v "$OBJDUMP" >/dev/null 2>&1 || {
	echo "no $OBJDUMP: install binutils-aarch64-linux-gnu"
	exit 77
}
here=$srcdir/tests/decode
dir=$(mktemp -d "${TMPDIR:-/tmp}/decode-objdump.XXXXXX") || exit 99
trap 'rm -rf "$dir"' EXIT

compare() # rows|any COUNT
{
	"$builddir/tests/decode/words" "$1" "$2" "$dir/words" "$dir/rows" ||
		exit 99
	"$OBJDUMP" -D -b binary -m aarch64 -M no-aliases "$dir/words" |
		grep '^ *[0-9a-f]*:' > "$dir/text"
	paste "$dir/rows" "$dir/text" > "$dir/both"
	${AWK:-awk} -f "$here/compare.awk" "$here/mnemonics" \
		"$here/differences" "$dir/both"
}

failed=0
compare rows 100 || failed=1
compare any 200000 || failed=1
exit $failed
