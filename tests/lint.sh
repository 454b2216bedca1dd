# SPDX-License-Identifier: MIT
# The lints hold on this tree, and each finds a breach that is made for it.
set -u
lint=$srcdir/tools/lint
dir=$(mktemp -d "${TMPDIR:-/tmp}/ferry-lint.XXXXXX") || exit 99
trap 'rm -rf "$dir"' EXIT
failed=0

fail()
{
	echo "FAIL: $*"
	failed=1
}

sh "$lint/include-lint.sh" "$srcdir" || fail "include-lint on the tree"

# Each line: a file, what it includes, whether that is allowed.
mkdir -p "$dir/tree/src" "$dir/tree/jit/x86_64" "$dir/tree/target/aarch64" \
    "$dir/tree/target/arm" "$dir/tree/linux-user/abi"
for h in src/base.h jit/ir.h jit/pass.h jit/x86_64/asm.h target/aarch64/cpu.h \
    target/arm/cpu.h linux-user/task.h; do
	: >"$dir/tree/$h"
done
while read -r file include allowed; do
	echo "#include \"$include\"" >"$dir/tree/$file"
	sh "$lint/include-lint.sh" "$dir/tree" >"$dir/out"
	status=$?
	[ "$allowed" = yes ] || grep -q "^$file:1: " "$dir/out" || status=0
	[ "$status/$allowed" = 0/yes ] || [ "$status/$allowed" = 1/no ] ||
	    fail "include-lint: $file includes $include: status $status"
	rm "$dir/tree/$file"
done <<END
src/a.c base.h yes
src/a.c jit/ir.h no
src/main-user.c jit/x86_64/asm.h yes
src/main-user.c tests/x.h no
jit/a.c jit/ir.h yes
jit/a.c x86_64/asm.h no
jit/a.c target/aarch64/cpu.h no
jit/x86_64/a.c ../ir.h yes
jit/x86_64/a.c asm.h yes
target/aarch64/a.c jit/ir.h yes
target/aarch64/a.c jit/pass.h no
target/aarch64/a.c cpu.h yes
target/aarch64/a.c target/aarch64/made.gen.h yes
target/aarch64/a.c target/arm/cpu.h no
target/aarch64/a.c linux-user/task.h no
linux-user/a.c task.h yes
linux-user/a.c jit/ir.h no
linux-user/a.c target/aarch64/cpu.h no
linux-user/a.c syscall-tables/rows.gen.h yes
linux-user/abi/a.c target/aarch64/cpu.h yes
linux-user/abi/a.c target/aarch64/decode.h no
src/a.c b.c no
END

sh "$lint/freestanding-lint.sh" "$builddir"
case $? in
0 | 77) ;;
*) fail "freestanding-lint on the objects" ;;
esac
mkdir -p "$dir/build/jit" "$dir/build/src"
echo 'void *malloc(unsigned long); int own(void);
int bad(void) { return malloc(3) != 0 && own(); }' >"$dir/bad.c"
echo 'int own(void); int own(void) { return 1; }' >"$dir/own.c"
$CC -c -o "$dir/build/jit/bad.o" "$dir/bad.c" &&
    $CC -c -o "$dir/build/src/own.o" "$dir/own.c" || exit 99
[ "$(sh "$lint/freestanding-lint.sh" "$dir/build")" = "jit/bad.o: malloc" ] ||
    fail "freestanding-lint: malloc is not found, or more than that"

# Each test that doc/traps.md names is there; a name alone is in the section's
# folder, which stands in the line that begins with it.
# shellcheck disable=SC2016
$AWK -F '`' '
	/^#/ { folder = "" }
	/^`tests\/[a-z0-9-]*\/`/ { folder = $2 }
	{
		for (n = 2; n <= NF; n += 2)
			if ($n ~ /^[a-z0-9][a-z0-9_\/.-]*[.](c|sh|py)$/)
				print index($n, "/") ? $n : folder $n
	}' "$srcdir/doc/traps.md" | sort -u >"$dir/named"
while read -r test; do
	[ -f "$srcdir/$test" ] || fail "doc/traps.md names $test"
done <"$dir/named"
[ "$(wc -l <"$dir/named")" -gt 50 ] || fail "doc/traps.md names no tests"
exit $failed
