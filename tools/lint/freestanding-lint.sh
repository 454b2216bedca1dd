#!/bin/sh
# SPDX-License-Identifier: MIT
# User mode is freestanding once the guest runs: its objects take nothing from
# libc but four functions that neither allocate nor keep state. The files that
# run before (option parsing, the loader) stand in before-handover, beside
# this script, and are left out.
#
#   freestanding-lint.sh [BUILD-DIR]      (default: $builddir)
#
# Prints OBJECT: SYMBOL for each breach.
set -u
here=$(cd "$(dirname "$0")" && pwd)
cd "${1:-${builddir:-.}}" || exit 99

if grep -q '^#define FERRY_SANITIZED' config.h 2>/dev/null; then
	echo "a sanitizer build takes its run-time library from libc"
	exit 77
fi

objects=$(find src jit target linux-user syscall-tables -name '*.o' \
    2>/dev/null | LC_ALL=C sort)
[ -n "$objects" ] || { echo "no objects in $PWD"; exit 99; }

# Each undefined symbol that no object of ours defines comes from libc.
# shellcheck disable=SC2086
nm -A -g $objects | awk -v list="$here/before-handover" '
	BEGIN {
		n = split("memcpy memmove memset memcmp " \
		    "_GLOBAL_OFFSET_TABLE_ _DYNAMIC __ehdr_start _end etext", ok, " ")
		for (i = 1; i <= n; i++)
			allowed[ok[i]] = 1
		while ((getline line < list) > 0)
			if (line !~ /^#/ && split(line, word, " ") > 0) {
				sub(/[.][cS]$/, ".o", word[1])
				before[word[1]] = 1
			}
	}
	{
		object = $1
		sub(/:[^:]*$/, "", object)
		symbol = $NF
		kind = $(NF - 1)
		if (kind == "U") {
			if (!(object in before))
				needed[object " " symbol] = 1
		} else
			defined[symbol] = object
	}
	END {
		for (pair in needed) {
			split(pair, p, " ")
			if (!(p[2] in defined) && !(p[2] in allowed)) {
				print p[1] ": " p[2]
				breaches++
			}
		}
		exit breaches > 0
	}' >"${TMPDIR:-/tmp}/freestanding.$$"
status=$?
LC_ALL=C sort "${TMPDIR:-/tmp}/freestanding.$$"
rm -f "${TMPDIR:-/tmp}/freestanding.$$"
exit $status
