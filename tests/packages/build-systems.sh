#!/bin/sh
# SPDX-License-Identifier: MIT
# Projects built for arm64 whose tests run through Ferry, by the very commands
# that README.md shows, against the same built and run natively: each build
# system must report the same passes, failures, signals and skips.
#
#   build-systems.sh [--runner PROG] [cmake|meson|automake|cargo|go]...
#
# The first three are the machine's, the others those of compilers-amd64, in a
# chroot. The projects share the directory build-systems.
set -u

here=$(cd "$(dirname "$0")" && pwd)
# shellcheck source=tests/lib/common
. "$here/../lib/common"
# shellcheck source=tests/lib/places
. "$here/../lib/places"

place_options "$@"
# shellcheck disable=SC2154
shift "$options"
work=$(work_dir build-systems)
trap 'rm -rf "$work"' EXIT
trap 'exit 99' INT TERM
# Tests one after the other, so that they are numbered.
LC_ALL=C.UTF-8 FERRY_QUIET=1 MESON_TESTTHREADS=1
export LC_ALL FERRY_QUIET MESON_TESTTHREADS
unset CTEST_PARALLEL_LEVEL CC CFLAGS LDFLAGS MAKEFLAGS MFLAGS MAKELEVEL

# A paragraph of README.md that is set off, from the line that begins so.
recipe() # WORDS
{
	awk -v begin="    $1" '
		index($0, begin) == 1 { inside = 1 }
		inside && !/^    / { exit }
		inside { print substr($0, 5); lines++ }
		END { exit !lines }' "$top/README.md" ||
	    die "README.md has no paragraph '$1'"
}

# The lines that tell how tests ended, without times.
results() # PATTERN FILE...
{
	pattern=$1
	shift
	cat "$@" | sed -E 's/[(]?\b[0-9]+\.[0-9]+ ?s(ec)?\b[)]?//g
	    s/\.\.\.+//; s/^.*[(](signal: .*)[)]$/\1/; s/[[:space:]]+/ /g
	    s/ $//' | grep -aE "$pattern" | sort
}

# The same results, by no fewer tests than there are.
same() # LABEL PATTERN COUNT
{
	# shellcheck disable=SC2154
	results "$2" "$work/native.out" "$work/native.err" |
	    sed 's/x86_64/aarch64/; s/amd64/arm64/' >"$work/expected"
	results "$2" "$work/guest.out" "$work/guest.err" >"$work/got"
	if [ "$(wc -l <"$work/expected")" -ge "$3" ] &&
	    cmp -s "$work/expected" "$work/got" &&
	    cmp -s "$work/native.status" "$work/guest.status"; then
		pass "$1"
		return
	fi
	fail "$1"
	diff "$work/native.status" "$work/guest.status"
	diff "$work/expected" "$work/got"
	tail -n 20 "$work/guest.out" "$work/guest.err"
}

# Commands on this machine, in a copy of the projects. Nothing but the two
# names that README.md uses comes before the machine's own.
on_machine() # native|guest COMMANDS
{
	rm -rf "$work/w"
	cp -r "$here/build-systems" "$work/w"
	recipe '[binaries]' | sed "$edit" >"$work/w/arm64.ini"
	(cd "$work/w" && PATH=$work/bin:$PATH timeout -s KILL 200 \
	    sh -c "$2") >"$work/$1.out" 2>"$work/$1.err" </dev/null
	echo $? >"$work/$1.status"
	[ "$1" = native ] || is_arm64 "$work"/w/out/check "$work"/w/pass ||
	    echo "not built for arm64" >"$work/$1.status"
}

# Those of the files that are there.
is_arm64() # FILE...
{
	for file; do
		[ ! -f "$file" ] || [ "$(head -c 19 "$file" | tail -c 1)" = \
		    "$(printf '\267')" ] || return 1
	done
}

# Native commands and README.md's, on this machine; with EDIT once more, where
# the root is given instead of Ferry's default.
compare_on_machine() # LABEL PATTERN NATIVE-COMMANDS COMMANDS [EDIT]
{
	edit=
	on_machine native "$3"
	on_machine guest "$4"
	same "$1" "$2" 6
	edit=${5:-}
	[ -n "$edit" ] || return 0
	on_machine guest "$(say "$4" | sed "$edit")"
	same "$1, the root given" "$2" 6
}

machine_prepare()
{
	[ ! -d "$work/bin" ] || return 0
	root=/usr/aarch64-linux-gnu
	[ -d $root ] || die "no $root"
	cross=$(command -v "${AARCH64_CC:-aarch64-linux-gnu-gcc-12}") ||
	    die "no cross compiler"
	mkdir "$work/bin"
	ln -s "$runner" "$work/bin/ferry"
	ln -s "$cross" "$work/bin/aarch64-linux-gnu-gcc"
}

t_cmake()
{
	machine_prepare
	compare_on_machine cmake '^ ?[0-9]+/[0-9]+ Test|tests passed' \
	    'cmake -B out && cmake --build out && ctest --test-dir out' \
	    "$(recipe 'cmake -B')" "s,EMULATOR=ferry,EMULATOR='ferry;-L;$root',"
}

t_meson()
{
	machine_prepare
	compare_on_machine meson '^[0-9]+/[0-9]+ |^[A-Z].*: [0-9]+$' \
	    'meson setup out && meson test -C out' "$(recipe 'meson setup')" \
	    "s,^exe_wrapper = 'ferry',exe_wrapper = ['ferry'\\, '-L'\\, '$root'],"
}

t_automake()
{
	machine_prepare
	# shellcheck disable=SC2016
	after='status=$?; grep -h "(exit status" [afks]*.log; exit $status'
	compare_on_machine automake '^[A-Z]+: |^# [A-Z]+:|exit status' \
	    "autoreconf -fi && ./configure && make check; $after" \
	    "autoreconf -fi && $(recipe ./configure); $after"
}

# A chroot of compilers of one version for both, which also has the standard
# library of arm64's Rust.
chroot_prepare()
{
	[ ! -d "$work/native" ] || return 0
	native=$(fixture compilers-amd64) || exit 99
	guest=$(fixture compilers-arm64) || exit 99
	# shellcheck disable=SC2034
	modes=
	place_env='PATH=/tmp/bin:/usr/bin HOME=/tmp/w LC_ALL=C FERRY_QUIET=1'
	place_env="$place_env CARGO_NET_OFFLINE=true GOTOOLCHAIN=local"
	place_env="$place_env GOCACHE=/tmp/go CGO_ENABLED=0 GOFLAGS=-vet=off"
	place_make "$native" "$native" "$here/build-systems"
	rust=usr/lib/rustlib/aarch64-unknown-linux-gnu
	mkdir -p "$work/native/bin" "$work/native/lib/rustlib"
	ln -s /tmp/ferry "$work/native/bin/ferry"
	ln -s /usr/bin/aarch64-linux-gnu-gcc-14 \
	    "$work/native/bin/aarch64-linux-gnu-gcc"
	ln -s /usr/bin/gcc-14 "$work/native/bin/cc"
	ln -s "/${rust%/*}/x86_64-unknown-linux-gnu" "$work/native/lib/rustlib"
	cp -r "$guest/$rust" "$work/native/lib/rustlib"
}

# The same in the chroot.
compare_in_chroot() # LABEL PATTERN COUNT NATIVE-COMMANDS COMMANDS
{
	place_run native 200 sh -c "cp -r /tmp/scripts/. . && $5"
	for what in out err status; do
		mv "$work/native.$what" "$work/guest.$what"
	done
	place_run native 200 sh -c "cp -r /tmp/scripts/. . && $4"
	same "$1" "$2" "$3"
}

t_cargo()
{
	chroot_prepare
	test=$(recipe 'export CARGO' | sed 's/cargo test/& --no-fail-fast/')
	run=$(recipe 'export CARGO' | sed 's/cargo test/cargo run/')
	sysroot='export RUSTFLAGS="--sysroot /tmp"'
	compare_in_chroot 'cargo test' '^test |^signal|this is' 6 \
	    'cargo test --no-fail-fast' "$sysroot; $test"
	compare_in_chroot 'cargo run' '^this is' 1 'cargo run' "$sysroot; $run"
}

t_go()
{
	chroot_prepare
	test=$(recipe 'GOARCH=' | sed 's/go test/& -v/')
	pattern='^--- |this is|^FAIL|^signal'
	compare_in_chroot 'go test' "$pattern" 5 'go test -v ./...' "$test"
	compare_in_chroot 'go test, killed' "$pattern" 6 \
	    'DEMO=kill go test -v ./...' "export DEMO=kill; $test"
}

[ $# -gt 0 ] || set -- cmake meson automake cargo go
for name; do
	"t_$name"
done
summary
