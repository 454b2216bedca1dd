#!/bin/sh
# SPDX-License-Identifier: MIT
# Interactive shells on a pseudo-terminal, under Ferry: see pty-shell.c. The
# same steps are proven natively first. tests/lib/places says where each runs.
#
#   pty.sh [--runner PROG] [--mode root|chroot] [--binfmt] [busybox|dash|bash]...
set -u

here=$(cd "$(dirname "$0")" && pwd)
# shellcheck source=tests/lib/common
. "$here/../lib/common"
# shellcheck source=tests/lib/places
. "$here/../lib/places"

place_options "$@"
# shellcheck disable=SC2154
shift "$options"
# shellcheck disable=SC2034
place_env='PATH=/applets:/usr/bin HOME=/tmp/w TERM=dumb LC_ALL=C FERRY_QUIET=1'
work=$(work_dir pty)
trap 'rm -rf "$work"' EXIT
trap 'exit 99' INT TERM
${CC:-gcc} -std=gnu11 -O2 -Wall -o "$work/pty-shell" "$here/pty-shell.c" ||
    die "can't build pty-shell"

shell() # NAME COMMAND...
{
	name=$1
	shift
	for place in native $modes; do
		place_clear "$place"
		if "$work/pty-shell" "$work/in-$place" "$@" >"$work/out"; then
			[ "$place" = native ] || pass "$name ($place)"
			continue
		fi
		cat "$work/out"
		[ "$place" != native ] ||
		    die "the native shell does not pass: the test is wrong"
		fail "$name ($place)"
	done
}

[ $# -gt 0 ] || set -- busybox dash bash
for name; do
	case $name in
	busybox) guest=$(fixture busybox-arm64) && host=$(fixture busybox-amd64) ;;
	*) guest=$(fixture debian-arm64) && host=$(fixture debian-amd64) ;;
	esac || exit 99
	rm -rf "$work/native" "$work/root" "$work/chroot"
	if [ "$name" = busybox ]; then
		make_busybox_root "$work/roots/native" "$host" "$host"
		make_busybox_root "$work/roots/guest" "$guest" "$host"
		host=$work/roots/native guest=$work/roots/guest
	fi
	place_make "$host" "$guest" "$here"
	case $name in
	busybox) shell busybox /usr/bin/busybox sh -i ;;
	dash) shell dash /usr/bin/dash -i ;;
	bash) shell bash /usr/bin/bash --norc --noprofile -i ;;
	esac
done
summary
