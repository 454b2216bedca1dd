# SPDX-License-Identifier: MIT
# FP instructions of a guest program give what jit/softfloat.h gives; the
# comparison is made within the guest.
# The test driver sets these.
# shellcheck disable=SC2154
[ -n "$AARCH64_CC" ] || { echo "no cross compiler for AArch64"; exit 77; }
dir=$(mktemp -d "${TMPDIR:-/tmp}/ferry-fp.XXXXXX") || exit 99
trap 'rm -rf "$dir"' EXIT
trap 'exit 99' INT TERM
$AARCH64_CC -std=gnu11 -O2 -static -Wall -I"$srcdir" -I"$srcdir/src" \
	-o "$dir/prog" "$srcdir/tests/jit/fp-guest.c" \
	"$srcdir"/jit/softfloat*.c "$srcdir/jit/fp-eval.c" || exit 99
timeout 120 "$FERRY" "$dir/prog"
