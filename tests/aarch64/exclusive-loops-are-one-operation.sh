#!/bin/sh
# SPDX-License-Identifier: MIT
# Loops of LDXR and STXR become one locked instruction without a monitor, the
# common ones one that cannot fail; what has an access between does not.
set -u
[ -n "${AARCH64_CC:-}" ] || { echo "no cross compiler for AArch64"; exit 77; }
dir=$(mktemp -d "${TMPDIR:-/tmp}/ferry-loops.XXXXXX") || exit 99
trap 'rm -rf "$dir"' EXIT
failed=0

# The loop, and the operations of its accesses in the order they are built in.
while IFS='|' read -r loop want; do
	$AARCH64_CC -nostdlib -static -x assembler -o "$dir/prog" - <<-END ||
		.globl _start
		_start: mov x0, sp
		1: $loop
		cbnz w3, 1b
		2: mov x0, #0
		mov x8, #93
		svc #0
	END
		exit 99
	timeout 60 "$FERRY" -d op "$dir/prog" 2>"$dir/log" || exit 1
	got=$(grep -owE 'LOAD|LOADX|STOREX|ATOMIC|CAS|STORE' "$dir/log" |
	    tr '\n' ' ')
	if [ "${got% }" != "$want" ]; then
		echo "FAIL: $loop: $got, expected $want"
		failed=1
	fi
done <<'END'
ldxr x1, [x0]; add x2, x1, #1; stxr w3, x2, [x0]|LOAD ATOMIC
ldaxrb w1, [x0]; sub w1, w1, w4; stlxrb w3, w1, [x0]|LOAD ATOMIC
ldaxr w1, [x0]; stxr w3, w4, [x0]|LOAD ATOMIC
ldxr x1, [x0]; add x2, x1, x1; stxr w3, x2, [x0]|LOAD CAS
ldxr x1, [x0]; sub x2, x1, x1; stxr w3, x2, [x0]|LOAD CAS
ldxr x1, [x0]; orr x2, x1, #1; stlxr w3, x2, [x0]|LOAD CAS
ldxrh w1, [x0]; and w2, w1, w4; mvn w2, w2; stxrh w3, w2, [x0]|LOAD CAS
ldaxr x1, [x0]; cmp x1, x4; b.ne 2f; stlxr w3, x5, [x0]|LOADX CAS
b 3f; .balign 4096; .skip 4088; 3: ldxr x1, [x0]; add x1, x1, #1; stxr w3, x1, [x0]|LOAD ATOMIC
ldxr x1, [x0]; str x1, [sp, #-8]; stxr w3, x1, [x0]|LOADX STORE STOREX
ldxr x1, [x0]; add x0, x0, #0; stxr w3, x1, [x0]|LOADX STOREX
END
exit $failed
