#!/bin/sh
# SPDX-License-Identifier: MIT
# busybox's interactive shell on a pseudo-terminal, under Ferry: see
# pty-shell.c. The same steps are proven natively first.
#
#   pty.sh [--runner PROG]
set -u

here=$(cd "$(dirname "$0")" && pwd)
# shellcheck source=tests/lib/common
. "$here/../lib/common"

runner=${FERRY:-}
[ "${1:-}" != --runner ] || runner=$2
[ -x "$runner" ] || die "no runner: give --runner or set FERRY"
guest=$(fixture busybox-arm64) || exit 99
host=$(fixture busybox-amd64) || exit 99
work=$(work_dir pty)
trap 'rm -rf "$work"' EXIT
trap 'exit 99' INT TERM
${CC:-gcc} -std=gnu11 -O2 -Wall -o "$work/pty-shell" "$here/pty-shell.c" ||
    die "can't build pty-shell"

if ! "$work/pty-shell" "$host/usr/bin/busybox" sh -i >"$work/out"; then
	cat "$work/out"
	die "the native shell does not pass: the test is wrong"
fi
"$work/pty-shell" "$runner" -L "$guest" "$guest/usr/bin/busybox" sh -i
