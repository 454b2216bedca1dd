# SPDX-License-Identifier: MIT
# Each awk generates the same from the same tables.

tools=$srcdir/tools/decode
dir=$(mktemp -d "${TMPDIR:-/tmp}/decode-awks.XXXXXX") || exit 99
trap 'rm -rf "$dir"' EXIT

# Prints everything that is generated from the AArch64 tables.
generate() # AWK...
{
	for emitter in header decoder names translators random; do
		"$@" -v header=x.h -f "$tools/parse.awk" \
			-f "$tools/check.awk" -f "$tools/emit-$emitter.awk" \
			"$srcdir/target/aarch64/base.decode" \
			"$srcdir/target/aarch64/fpsimd.decode" || exit 1
	done
}

${AWK:-awk} 'BEGIN { exit 0 }' || exit 99
generate ${AWK:-awk} > "$dir/first" || exit 1
compared=0
failed=0
for other in mawk 'gawk --posix' 'busybox awk' original-awk; do
	command -v "${other%% *}" >/dev/null 2>&1 || continue
	$other 'BEGIN { exit 0 }' 2>/dev/null || continue
	if ! generate $other > "$dir/other" ||
	    ! cmp "$dir/first" "$dir/other"; then
		echo "$other generates something else"
		failed=1
	fi
	compared=$((compared + 1))
done
echo "$compared awks compared with ${AWK:-awk}"
[ "$compared" -gt 1 ] || exit 77
exit $failed
