#!/bin/sh
# SPDX-License-Identifier: MIT
# Each call by which Ferry or its guest asks the host for memory, a descriptor,
# or room on a disk is refused once, alone or with all behind it
# (tests/load/harm.c); and Ferry is started under a real `ulimit -v`, from none
# at all to enough. The guest gets its errno and goes on, or Ferry ends with a
# message: neither hangs, and nobody blames the program.
. "${srcdir:?}/tests/load/in-namespaces"

count=30 step=3001
[ -z "$full" ] || count=1000 step=97
for what in memory descriptors room; do
	harm $what $count -L /tmp/root
	if grep -E 'internal error|bus error|illegal|ferry: leaf' "$dir/log"
	then
		failed=1
	fi
done

# KiB: each start says "no memory", or runs the program to its end.
if grep -q '^#define FERRY_SANITIZED' "$builddir/config.h"; then
	exit $failed
fi
started=
size=3000
while [ $size -lt 90000 ]; do
	# shellcheck disable=SC3045
	said=$(ulimit -v $size; exec "$dir/ferry" "$dir/mortal" 2>&1)
	status=$?
	case $status,$said in
	0,*) started=1 ;;
	126,*"no memory"*) ;;
	12[67],*"error while loading shared libraries"*) ;; # the host's own
	*) # the program's own words on what it did not get
		if [ $status -gt 11 ] && [ $status -lt 126 ] ||
		    [ $status -ge 128 ]; then
			echo "ulimit -v $size: status $status, $said"
			failed=1
		fi
		;;
	esac
	size=$((size + step))
done
if [ -z "$started" ] || [ "$status" != 0 ]; then
	echo "it does not start with 90 MB"
	failed=1
fi
exit $failed
