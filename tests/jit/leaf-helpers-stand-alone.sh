# SPDX-License-Identifier: MIT
# Helpers that generated code calls on the hint stack: nothing from outside,
# no vector register, small frames of known size.
status=0
# builddir comes from the test driver.
# shellcheck disable=SC2154
objects=$(ls "$builddir"/jit/libleaf_a-*.o 2>/dev/null)
[ -n "$objects" ] || { echo "no objects of libleaf.a in $builddir/jit"; exit 1; }

# shellcheck disable=SC2086
nm $objects | awk '
	$2 ~ /^[A-TV-Z]$/ { defined[$3] = 1 }
	$1 == "U" { used[$2] = 1 }
	END {
		for (s in used)
			if (!(s in defined)) {
				print "calls from outside: " s
				bad = 1
			}
		exit bad
	}' || status=1

# shellcheck disable=SC2086
if objdump -d --no-show-raw-insn $objects |
    grep -E '%[xyz]mm[0-9]' | head -n 3 | grep .; then
	echo "uses vector registers"
	status=1
fi

found=0
for usage in "$builddir"/jit/libleaf_a-*.su; do
	[ -f "$usage" ] || continue
	found=1
	awk '$(NF - 1) > 256 || $NF !~ /^(static|dynamic,bounded)$/ {
		print "frame of " $(NF - 1) " bytes, " $NF ": " $1
		bad = 1
	}
	END { exit bad }' "$usage" || status=1
done
[ "$found" = 1 ] || { echo "no -fstack-usage files"; status=1; }
exit "$status"
