#!/bin/sh
# SPDX-License-Identifier: MIT
# A guest that ends by a signal leaves the core that a kernel writes: for the
# same signals, limits and mappings, with each thread where it was. cores.c
# prints what it finds in cores; what it must print is written down, and the
# host's kernel is asked where it writes cores to the current directory.
set -u
[ -n "${AARCH64_CC:-}" ] || { echo "no cross compiler for AArch64"; exit 77; }
dir=$(mktemp -d "${TMPDIR:-/tmp}/ferry-cores.XXXXXX") || exit 99
trap 'rm -rf "$dir"' EXIT
trap 'exit 99' INT TERM
FERRY_QUIET=1
export FERRY_QUIET

read -r pattern </proc/sys/kernel/core_pattern
read -r uses_pid </proc/sys/kernel/core_uses_pid
name=- files=1
case $pattern$uses_pid in
core0) name=core ;;
[\|@]*) files=0 ;;
*/* | [!c]*) echo "cores are called $pattern here"; exit 77 ;;
esac
# POSIX has no -c, but each shell does.
# shellcheck disable=SC3045
ulimit -c unlimited || { echo "cores are not allowed here"; exit 77; }

here=${srcdir:?}/tests/linux-user
flags="-std=gnu11 -O1 -pthread -static"
# The words of flags are meant to be split.
# shellcheck disable=SC2086
${CC:-cc} $flags -o "$dir/host" "$here/cores.c" || exit 99
# shellcheck disable=SC2086
$AARCH64_CC $flags -o "$dir/guest" "$here/cores.c" || exit 99
if [ $name = core ]; then
	cp "$here/cores.expected" "$dir/expected"
else
	grep -v '^link followed\|^a directory' "$here/cores.expected" \
		>"$dir/expected"
fi

# compare WHAT COMMAND...: what it prints, in an empty directory.
failed=0
compare()
{
	what=$1
	shift
	rm -rf "$dir/work"
	mkdir "$dir/work"
	(cd "$dir/work" && timeout -k 5 120 "$@" argument $name $files) \
		>"$dir/out" 2>&1 </dev/null
	diff -u "$dir/expected" "$dir/out" && return
	echo "FAIL: $what"
	failed=1
}

[ $files = 0 ] || compare "the host's kernel" "$dir/host"
compare Ferry "$FERRY" "$dir/guest"

# The names of core(5), with patterns that only this process sees.
cat >"$dir/name.c" <<'END'
#include <stdio.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <unistd.h>
int main(void)
{
    prctl(PR_SET_NAME, "a/b");
    FILE *out = fopen("pid", "w");
    fprintf(out, "%d\n", getpid());
    fclose(out);
    abort();
}
END
$AARCH64_CC -static -o "$dir/name" "$dir/name.c" || exit 99
cat >"$dir/with-pattern" <<'END'
printf '%s\n' "$1" >pattern
printf '%s\n' "$2" >uses_pid
mount --bind pattern /proc/sys/kernel/core_pattern &&
    mount --bind uses_pid /proc/sys/kernel/core_uses_pid || exit 77
ulimit -c unlimited
mkdir sub
cd sub
"$FERRY" ../../name
cd ..
rm -f pattern uses_pid
mv sub/pid .
END

# name PATTERN USES-PID EXPECTED: PID stands for the process's.
name()
{
	rm -rf "$dir/work"
	mkdir "$dir/work"
	(cd "$dir/work" && unshare -rm sh ../with-pattern "$1" "$2") \
		>/dev/null 2>&1
	if ! [ -e "$dir/work/pid" ]; then
		echo "patterns need a user namespace, which there is not"
		return
	fi
	pid=$(cat "$dir/work/pid")
	rm "$dir/work/pid"
	got=$(cd "$dir/work" && find . -type f)
	expected=$(echo "$3" | sed "s/PID/$pid/g")
	[ "$got" = "$expected" ] && return
	echo "FAIL: '$1' gives '$got', expected '$expected'"
	failed=1
}
name core 0 ./sub/core
name core 1 ./sub/core.PID
name core.%p 1 ./sub/core.PID
name 'x.%e.%f.%s.%u.%g.%i.%d.%c%%%q%' 0 \
	./sub/x.a!b.name.6.0.0.PID.1.18446744073709551615%
name '%h' 0 "./sub/$(uname -n)"
name '../x%E' 0 "./x$(cd "$dir" && pwd -P | tr / !)!name"
name "$dir/work/%p" 0 ./PID
name nowhere/core 0 ''
name '|/bin/false %p' 0 ./sub/core.PID
name '@/run/socket' 0 ./sub/core.PID
exit $failed
