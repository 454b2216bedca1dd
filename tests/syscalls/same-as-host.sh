#!/bin/sh
# SPDX-License-Identifier: MIT
# Builds each program of this folder for the host and for the guest: both must
# print the same, the host's kernel being asked once by itself and once by way
# of Ferry.  Arguments: names of programs, default all.
set -u
: "${srcdir:?}"

if [ -z "${AARCH64_CC:-}" ]; then
	echo "no cross compiler for AArch64"
	exit 77
fi
dir=$(mktemp -d "${TMPDIR:-/tmp}/ferry-syscalls.XXXXXX") || exit 99
trap 'rm -rf "$dir"' EXIT
trap 'exit 99' INT TERM

here=$srcdir/tests/syscalls
[ $# -gt 0 ] || set -- files names processes programs exec-errors \
	interruptions memory sockets storms terminals clocks roots natives \
	threads signals openings copies attributes rights watches messages queues \
	mappings waits timers futexes scheduling handles mounts keyrings \
	requests devices personas limits networks shortages upper-halves \
	appearances vforks
failed=
for name; do
	flags="-std=gnu11 -O1 -w -static -I $here"
	# The words of flags are meant to be split.
	# shellcheck disable=SC2086
	${CC:-cc} $flags -o "$dir/host-$name" "$here/$name.c" || exit 99
	# shellcheck disable=SC2086
	$AARCH64_CC $flags -o "$dir/guest-$name" "$here/$name.c" || exit 99
	timeout -k 5 60 "$dir/host-$name" >"$dir/host.out" 2>&1 </dev/null
	host=$?
	timeout -k 5 120 "$FERRY" "$dir/guest-$name" >"$dir/guest.out" 2>&1 \
		</dev/null
	guest=$?
	if [ $host = $guest ] && cmp -s "$dir/host.out" "$dir/guest.out"; then
		echo "ok $name ($(wc -l <"$dir/host.out") lines)"
		continue
	fi
	failed="$failed $name"
	echo "not ok $name: exit status $guest, on the host $host"
	diff -u "$dir/host.out" "$dir/guest.out" | sed 's/^/    /'
done
[ -z "$failed" ]
