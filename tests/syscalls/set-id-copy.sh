#!/bin/sh
# SPDX-License-Identifier: MIT
# A set-user-id copy of Ferry, started by somebody else (AT_SECURE), takes no
# options from him, and what its guest executes gets its arguments as they are:
# none of them is an option or a program of Ferry's.  Needs root.
set -u
: "${srcdir:?}"

skip()
{
	echo "$1"
	exit 77
}
[ -n "${AARCH64_CC:-}" ] || skip "no cross compiler for AArch64"
[ "$(id -u)" = 0 ] || skip "only root can make a copy that is root's"
command -v setpriv >/dev/null || skip "no setpriv"
dir=$(mktemp -d "${TMPDIR:-/tmp}/ferry-set-id.XXXXXX") || exit 99
trap 'rm -rf "$dir"' EXIT
trap 'exit 99' INT TERM
cd "$dir" || exit 99
$AARCH64_CC -std=gnu11 -O1 -w -static -I "$srcdir/tests/syscalls" \
	-o guest "$srcdir/tests/syscalls/set-id-guest.c" || exit 99
cp "$FERRY" copy || exit 99
chmod 777 . && chmod 755 guest && chmod 4755 copy || exit 99

as_nobody()
{
	setpriv --reuid=65534 --regid=65534 --clear-groups \
		timeout -k 5 60 "$@" </dev/null
}
as_nobody ./copy ./guest >got 2>&1 || true
case $(sed 1q got) in
*"secure 1"*) ;;
*) skip "set-id bits have no effect here: $(sed 1q got)" ;;
esac

failed=0
# expect STATUS COMMAND...: what it prints comes from stdin
expect()
{
	wanted=$1
	shift
	cat >expected
	as_nobody "$@" >got 2>&1
	status=$?
	[ $status = "$wanted" ] ||
		{ echo "$*: exit status $status, not $wanted"; failed=1; }
	diff -u expected got || failed=1
	[ ! -e written ] || { echo "$*: wrote a log"; failed=1; }
}

expect 7 ./copy ./guest a -b <<'END'
secure 1, root, that real user, USR1 0 TRAP 0 HUP 0
  a
  -b
secure 1, root, that real user, USR1 1 TRAP 1 HUP 0
  -strace
  /no/such/program
  -D
  written
END
# Neither options nor the environment count.
expect 127 ./copy -strace ./guest <<'END'
ferry: -strace: no such file or directory (PATH is not searched)
END
expect 7 env FERRY_STRACE=1 FERRY_LOG_FILENAME=written ./copy ./guest <<'END'
secure 1, root, that real user, USR1 0 TRAP 0 HUP 0
secure 1, root, that real user, USR1 1 TRAP 1 HUP 0
  -strace
  /no/such/program
  -D
  written
END
exit $failed
