# SPDX-License-Identifier: MIT
# Sourced by the tests of the syscall tables: how the generator is run.
#   generate EMITTER FILE...   the emitter's output for these tables; V: -v ...
: "${AWK:=awk}"
tools=$srcdir/tools/syscalls
tables="$srcdir/syscall-tables/arm64.tbl $srcdir/syscall-tables/x86_64.tbl
	$srcdir/syscall-tables/flags.def $srcdir/syscall-tables/structs.def"
for f in "$srcdir"/syscall-tables/*.def; do
	case $f in
	*/flags.def | */structs.def) ;;
	*) tables="$tables $f" ;;
	esac
done

# $AWK and $V are words.
# shellcheck disable=SC2086
generate()
{
	emitter=$1
	shift
	$AWK ${V:-} -f "$tools/lex.awk" -f "$tools/sets.awk" \
		-f "$tools/rows.awk" -f "$tools/check.awk" \
		-f "$tools/prove.awk" -f "$tools/ctype.awk" \
		-f "$tools/$emitter.awk" "$@"
}

tmp=$(mktemp -d "${TMPDIR:-/tmp}/ferry-tables.XXXXXX") || exit 99
trap 'rm -rf "$tmp"' EXIT
trap 'exit 99' INT TERM
