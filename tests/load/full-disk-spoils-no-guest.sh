#!/bin/sh
# SPDX-License-Identifier: MIT
# Where the disk of Ferry's log is full, lines of the log are lost, and nothing
# else: the guest, its threads, children and executions do what they did. (What
# the guest itself gets on a full disk: tests/syscalls/shortages.c.)
. "${srcdir:?}/tests/load/in-namespaces"

mkdir "$dir/disk"
# shellcheck disable=SC2016
unshare -rUm sh -c '
	dir=$1
	mount -t tmpfs -o size=64k none "$dir/disk" || exit 77
	cat /dev/zero >"$dir/disk/filler" 2>/dev/null
	for log in strace in_asm op,out_asm stats; do
		for file in log log-%d; do
			timeout -k 5 100 "$dir/ferry" -d $log \
				-D "$dir/disk/$file" "$dir/mortal"
			status=$?
			[ $status = 0 ] || echo "-d $log -D $file: $status"
		done
	done
	rm "$dir/disk/filler"
	head -c 50k /dev/zero >"$dir/disk/filler" # some lines, then no more
	timeout -k 5 100 "$dir/ferry" -d strace -D "$dir/disk/log" \
		"$dir/mortal" || echo "-d strace: $?"
	[ -s "$dir/disk/log" ] || echo "no log although there was room"
	' sh "$dir" >"$dir/log" 2>&1
status=$?
cat "$dir/log"
[ $status != 77 ] || exit 77
[ ! -s "$dir/log" ]
