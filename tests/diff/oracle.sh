#!/bin/sh
# SPDX-License-Identifier: MIT
# Differential tests with qemu-aarch64 as a third engine: 50,000 cases, of
# another seed every day; with --full a million.
#
#   tests/diff/oracle.sh [--full] [--seed N] [BUILDDIR]
set -u
here=$(cd "$(dirname "$0")" && pwd)
. "$here/../lib/common"

insns=100 programs=10000
seed=$(date +%Y%m%d)
while :; do
	case ${1:-} in
	--full) insns=2000 programs=200000 ;;
	--seed) seed=$2; shift ;;
	*) break ;;
	esac
	shift
done
build=${1:-$top/build}
: "${AARCH64_CC:=aarch64-linux-gnu-gcc-12}"

qemu=$(fixture qemu-user)/usr/bin/qemu-aarch64 || exit 99
make -s -C "$build" tests/diff/differential || exit 99
work=$(work_dir diff) || exit 99
trap 'rm -rf "$work"' EXIT
trap 'exit 99' INT TERM
# Not where a random number may point to it.
$AARCH64_CC -std=gnu11 -O2 -Wall -static -Wl,-Ttext-segment=0x7123450000 \
    -o "$work/oracle" "$here/oracle.c" || exit 99

run() # WHAT OPTIONS...
{
	what=$1
	shift
	if "$build/tests/diff/differential" "$@" --seed "$seed" \
	    --exceptions "$here/exceptions" --qemu "$qemu" \
	    --oracle "$work/oracle"; then
		pass "$what"
	else
		fail "$what"
	fi
}

say "oracle: $("$qemu" --version | head -n 1)"
run "instructions" --count "$insns"
run "programs" --program --count "$programs"
summary
