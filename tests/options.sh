# SPDX-License-Identifier: MIT
# Options do what qemu-user's do, however they are given: before the program,
# in the environment, several at once; what is not available says so.
set -u
dir=$(mktemp -d "${TMPDIR:-/tmp}/ferry-options.XXXXXX") || exit 99
trap 'rm -rf "$dir"' EXIT
cd "$dir" || exit 99
failed=0

# expect STATUS TEXT COMMAND...: the status, and all that was printed.
expect()
{
	status=$1
	text=$2
	shift 2
	env -i "$@" >out 2>&1
	got=$?
	if [ $got != "$status" ] || [ "$(cat out)" != "$text" ]; then
		echo "FAIL: $*: status $got, expected $status and '$text':"
		cat out
		failed=1
	fi
}

# What only prints something is no error, and is not on stderr.
for words in -h -help --help -version --version '-cpu help' '-d help' \
    '-host help' '-strace -version nonsense'; do
	# The words are meant to be split.
	# shellcheck disable=SC2086
	if ! "$FERRY" $words >out 2>err || [ ! -s out ] || [ -s err ]; then
		echo "FAIL: $words"
		failed=1
	fi
done

# What -help calls not available, with the names in the environment.
"$FERRY" -help | awk '/not available/ { getline; $1 = $1; print }' >missing
[ -s missing ] || { echo "FAIL: -help says nothing of what is missing"; failed=1; }
for pair in g=GDB B=GUEST_BASE R=RESERVED_VA p=PAGESIZE t=RTSIG_MAP \
    dfilter=DFILTER jitdump=JITDUMP perfmap=PERFMAP plugin=PLUGIN \
    seed=RAND_SEED trace=TRACE; do
	option=${pair%=*} variable=${pair#*=}
	grep -q -e "-$option\>" missing || {
		echo "FAIL: -help does not name -$option"
		failed=1
	}
	expect 1 "ferry: -$option is not available in this version" \
	    "$FERRY" "-$option" 1 ./prog
	expect 1 "ferry: QEMU_$variable is not available in this version" \
	    "QEMU_$variable=1" "$FERRY" ./prog
	expect 127 "ferry: ./nothing: no such file or directory" \
	    "QEMU_$variable=" "$FERRY" ./nothing
done
expect 1 "ferry: can't write the log ./none/log: No such file or directory" \
    "$FERRY" -strace -D ./none/log ./prog
expect 127 "ferry: ./nothing: no such file or directory" \
    "$FERRY" -D ./none/log ./nothing
expect 1 "ferry: -L needs an argument: DIR" "$FERRY" -strace -L
expect 1 "ferry: bad value '16q' for -s (expected SIZE)" "$FERRY" -s 16q ./prog
expect 1 "ferry: bad value '16q' for QEMU_STACK_SIZE (expected SIZE)" \
    QEMU_STACK_SIZE=16q "$FERRY" ./prog
expect 1 "ferry: bad value 'B=1,A' for -E (expected NAME=VALUE)" \
    "$FERRY" -E B=1,A ./prog
expect 1 "ferry: bad value 'A=1' for -U (expected NAME)" "$FERRY" -U A=1 ./prog

[ -n "${AARCH64_CC:-}" ] || exit $failed
cat >prog.c <<'END'
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/utsname.h>
#include <unistd.h>
extern char **environ;
static int compare(const void *a, const void *b)
{
    const char *const *x = a, *const *y = b;
    for (const char *p = *x, *q = *y;; p++, q++)
        if (*p != *q || !*p)
            return (unsigned char)*p - (unsigned char)*q;
}
/* Prints its arguments, its environment sorted, and what else argv[0] asks. */
int main(int argc, char **argv)
{
    struct utsname u;
    struct rlimit limit;
    size_t n = 0;
    for (int i = 0; i < argc; i++)
        printf("%s%c", argv[i], i + 1 < argc ? ' ' : '\n');
    while (environ[n])
        n++;
    qsort(environ, n, sizeof(*environ), compare);
    for (char **e = environ; *e; e++)
        puts(*e);
    if (argc > 1 && argv[1][0] == 'r' && uname(&u) == 0)
        puts(u.release);
    if (argc > 1 && argv[1][0] == 's' && getrlimit(RLIMIT_STACK, &limit) == 0)
        printf("%lu\n", (unsigned long)limit.rlim_cur);
    if (argc > 1 && argv[1][0] == 'L') {
        FILE *f = fopen("/only-in-root", "r");
        puts(f ? "found" : "not found");
    }
    return 5;
}
END
$AARCH64_CC -O1 -static -o prog prog.c || exit 99
mkdir root elsewhere
: >root/only-in-root
ln -s prog link
ln -s root root-link
nl='
'

# Where options end, and how the program is named.
expect 5 './prog -strace --help' "$FERRY" ./prog -strace --help
expect 5 './prog -- x' "$FERRY" -- ./prog -- x
expect 5 'prog' "$FERRY" prog
expect 5 './link' "$FERRY" ./link
expect 5 "$dir/prog" "$FERRY" "$dir/prog"
(cd elsewhere && expect 5 '../prog' "$FERRY" ../prog; exit $failed) || failed=1
cp "$FERRY" qemu-aarch64
expect 5 './prog' ./qemu-aarch64 ./prog

# The environment.
expect 5 "./prog${nl}A=1${nl}C=3" A=1 B=2 "$FERRY" -E C=3 -U B ./prog
expect 5 "./prog${nl}A=x=y${nl}D=4" A=1 B=2 \
    "$FERRY" --E A=x=y,C=3,D=4 --U B,C,none ./prog
expect 5 "./prog${nl}B=3" A=1 B=2 "$FERRY" -U A,B -E B=3 ./prog
expect 5 "./prog${nl}B=3${nl}FERRY_SET_ENV=A=2,B=3${nl}FERRY_UNSET_ENV=A" \
    A=1 FERRY_SET_ENV=A=2,B=3 FERRY_UNSET_ENV=A "$FERRY" ./prog
expect 5 "./prog${nl}LD_LIBRARY_PATH=/a:/b" \
    "$FERRY" -E LD_LIBRARY_PATH=/a:/b ./prog

# argv[0]; who counts more.
expect 5 'zero x' "$FERRY" -0 zero ./prog x
expect 5 " x" "$FERRY" -0 '' ./prog x
expect 5 "qemu x${nl}QEMU_ARGV0=qemu" QEMU_ARGV0=qemu "$FERRY" ./prog x
expect 5 "ferry x${nl}FERRY_ARGV0=ferry${nl}QEMU_ARGV0=qemu" \
    FERRY_ARGV0=ferry QEMU_ARGV0=qemu "$FERRY" ./prog x
expect 5 "line x${nl}FERRY_ARGV0=ferry" \
    FERRY_ARGV0=ferry "$FERRY" -0 first -0 line ./prog x

# Switches that are off; what qemu-user takes for a switch and should not.
expect 5 "./prog${nl}FERRY_STRACE=0${nl}QEMU_STRACE=" \
    FERRY_STRACE=0 QEMU_STRACE= "$FERRY" ./prog
expect 5 "./prog${nl}QEMU_VERSION=1" QEMU_VERSION=1 "$FERRY" ./prog
expect 5 ./prog "$FERRY" -one-insn-per-tb ./prog
expect 5 ./prog "$FERRY" -singlestep ./prog

# The release, the stack, the root.
expect 5 "./prog r${nl}5.4.0-yocto" "$FERRY" -r 5.4.0-yocto ./prog r
expect 5 "./prog s${nl}1048576" "$FERRY" -s 1048576 ./prog s
expect 5 "./prog s${nl}524288" "$FERRY" -s 512k ./prog s
expect 5 "./prog s${nl}4194304" "$FERRY" -s 4M ./prog s
for root in root root/ ./root/../root root-link "$dir/root"; do
	expect 5 "./prog L${nl}found" "$FERRY" -L "$root" ./prog L
done
expect 5 "./prog L${nl}not found" "$FERRY" -L / ./prog L
expect 5 "./prog L${nl}QEMU_LD_PREFIX=root${nl}found" \
    QEMU_LD_PREFIX=root "$FERRY" ./prog L
exit $failed
