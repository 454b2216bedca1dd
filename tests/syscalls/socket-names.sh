#!/bin/sh
# SPDX-License-Identifier: MIT
# Names of sockets under -L are the guest's both ways, however deep ROOT is: the
# same program prints the same with the host's kernel, in the same directory
# without a root.
set -u
: "${srcdir:?}"

if [ -z "${AARCH64_CC:-}" ]; then
	echo "no cross compiler for AArch64"
	exit 77
fi
# Not below /tmp, which is always the host's.
dir=$(mktemp -d /var/tmp/fsn.XXXXXX) || exit 99
trap 'rm -rf "$dir"' EXIT
trap 'exit 99' INT TERM
for cc in "${CC:-cc}" "$AARCH64_CC"; do
	# The words of the compiler's name are meant to be split.
	# shellcheck disable=SC2086
	$cc -std=gnu11 -O1 -w -static -I "$srcdir/tests/syscalls" \
		-o "$dir/${cc##*/}" "$srcdir/tests/syscalls/socket-names-tool.c" ||
		exit 99
done
host=$dir/$(basename "${CC:-cc}")
guest=$dir/$(basename "$AARCH64_CC")

failed=0
# same WHAT ROOT NAME [FILTER]: in ROOT's /NAME and in the host's
same()
{
	filter=${4:-p}
	what=$1
	root=$2
	name=$3
	mkdir -p "$root$name" "$name" || exit 99
	timeout -k 5 20 "$host" "$name" >"$dir/host.out" 2>&1 </dev/null
	timeout -k 5 20 "$FERRY" -L "$root" "$guest" "$name" \
		>"$dir/guest.out" 2>&1 </dev/null
	for out in host guest; do
		sed -n "$filter" "$dir/$out.out" >"$dir/$out.seen"
	done
	if cmp -s "$dir/host.seen" "$dir/guest.seen" &&
	   [ -S "$root$name/server" ]; then
		echo "ok $what ($(wc -l <"$dir/host.seen") lines)"
	else
		echo "not ok $what"
		diff -u "$dir/host.seen" "$dir/guest.seen" | sed 's/^/    /'
		failed=1
	fi
	rm -rf "$name" "${root:?}$name"
}

deep=abcdefghijklmnopqrstuvwxyz0123456789/abcdefghijklmnopqrstuvwxyz0123456789
same "a short ROOT" "$dir/r" "$dir/n"
same "a deep ROOT" "$dir/$deep/$deep" "$dir/n"
same "a deep ROOT and a long name" "$dir/$deep/$deep" \
	"$dir/abcdefghijklmnopqrstuvwxyz0123456789abcdefghijklmn"
# Where the name finds no room behind the descriptor it is not told back.
same "a deep ROOT and the longest name" "$dir/$deep/$deep" \
	"$dir/abcdefghijklmnopqrstuvwxyz0123456789abcdefghijklmnopqrstuvwxyz012345678" \
	"/bytes/!p"
exit $failed
