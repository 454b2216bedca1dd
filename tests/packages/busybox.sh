#!/bin/sh
# SPDX-License-Identifier: MIT
# Debian's arm64 busybox under Ferry against the amd64 busybox of the same
# version, natively: each behaviour of busybox-script.sh must print the same
# and end with the same status. tests/lib/places says where each runs.
#
#   busybox.sh [--runner PROG] [--mode root|chroot] [--binfmt] [NAME...]
#
# PATH is a directory that only the root has, so nothing found through it can
# be the host's. Without --mode, both.
set -u

here=$(cd "$(dirname "$0")" && pwd)
# shellcheck source=tests/lib/common
. "$here/../lib/common"
# shellcheck source=tests/lib/places
. "$here/../lib/places"

place_options "$@"
# shellcheck disable=SC2154
shift "$options"
guest=$(fixture busybox-arm64) || exit 99
host=$(fixture busybox-amd64) || exit 99
names=${*:-$(sed -n 's/^t_\([a-z0-9_]*\)()$/\1/p' "$here/busybox-script.sh")}
work=$(work_dir busybox)
trap 'rm -rf "$work"' EXIT
trap 'exit 99' INT TERM

make_busybox_root "$work/roots/native" "$host" "$host"
make_busybox_root "$work/roots/guest" "$guest" "$host"
# shellcheck disable=SC2034
place_env='PATH=/applets HOME=/ FERRY_QUIET=1'
place_make "$work/roots/native" "$work/roots/guest" "$here"
for name in $names; do
	place_compare "busybox $name" 20 /applets/sh \
	    /tmp/scripts/busybox-script.sh "$name"
done
summary
