#!/bin/sh
# SPDX-License-Identifier: MIT
# Debian's arm64 programs under Ferry against the amd64 packages of the same
# version, natively: each function of programs/PROGRAM.sh must print the same
# on stdout and stderr and end with the same status. tests/lib/places says
# where each runs.
#
#   programs.sh [--runner PROG] [--mode root|chroot] [--binfmt] [--full]
#               [PROGRAM[/NAME]...]
#
# Lines at the head of a program's file are read here:
#   # root: compilers  the fixtures compilers-arm64 and -amd64; debian-* if it
#                      doesn't say
#   # shell: bash      what runs it; dash if it doesn't say
#   # smoke: a b c     what is run without --full
#   # seconds: 60      for one function; 30 if it doesn't say
#   # material: torture  gcc's torture programs are in /tmp/torture
set -u

here=$(cd "$(dirname "$0")" && pwd)
# shellcheck source=tests/lib/common
. "$here/../lib/common"
# shellcheck source=tests/lib/places
. "$here/../lib/places"
# shellcheck source=tests/lib/torture-sources
. "$here/../lib/torture-sources"

full=
[ -z "${FERRY_TEST_SIZE:-}" ] || full=1
place_options "$@"
# shellcheck disable=SC2154
shift "$options"
if [ "${1:-}" = --full ]; then
	full=1
	shift
fi
all=$(work_dir programs)
trap 'rm -rf "$all"' EXIT
trap 'exit 99' INT TERM

header() # FILE KEY DEFAULT
{
	value=$(sed -n "1,20s/^# $2: *//p" "$1")
	printf '%s\n' "${value:-$3}"
}

# Makes the places of a pair of fixtures, once.
root_enter() # NAME
{
	work=$all/$1
	[ ! -d "$work" ] || return 0
	mkdir "$work"
	guest=$(fixture "$1-arm64") || exit 99
	host=$(fixture "$1-amd64") || exit 99
	place_make "$host" "$guest" "$here"
}

# Gives each place the sources that a program wants besides its own, once.
material_enter() # NAME
{
	for place in native $modes; do
		case $1 in
		torture)
			[ ! -d "$work/$place/torture" ] || continue
			torture_sources_find
			# shellcheck disable=SC2154
			cp -r "$torture_sources" "$work/$place/torture"
			;;
		esac
	done
}

program_run() # PROGRAM NAME...
{
	program=$1
	shift
	file=$here/programs/$program.sh
	[ -f "$file" ] || die "there is no $file"
	root_enter "$(header "$file" root debian)"
	material_enter "$(header "$file" material '')"
	if [ $# = 0 ]; then
		names=$(sed -n 's/^t_\([a-z0-9_]*\)()$/\1/p' "$file")
		# shellcheck disable=SC2046
		[ -n "$full" ] || names=$(header "$file" smoke "$names")
		# Its words are meant to be split.
		# shellcheck disable=SC2086
		set -- $names
	fi
	shell=/usr/bin/$(header "$file" shell dash)
	seconds=$(header "$file" seconds 30)
	for name; do
		place_compare "$program/$name" "$seconds" "$shell" \
		    "/tmp/scripts/programs/$program.sh" "$name"
	done
}

# shellcheck disable=SC2034
place_env='PATH=/usr/bin HOME=/tmp/w TZ=UTC LC_ALL=C.UTF-8 TERM=dumb
    PYTHONPYCACHEPREFIX=/tmp/pycache FERRY_QUIET=1'
place_env=$(printf '%s' "$place_env" | tr '\n' ' ')
if [ $# = 0 ]; then
	for file in "$here"/programs/*.sh; do
		name=${file##*/}
		program_run "${name%.sh}"
	done
fi
for what; do
	case $what in
	*/*) program_run "${what%%/*}" "${what#*/}" ;;
	*) program_run "$what" ;;
	esac
done
summary
