# SPDX-License-Identifier: MIT
# The main stack grows to RLIMIT_STACK, whatever it is when the program starts,
# and to what the program makes of it; beyond, it is a fault. A program that an
# exec starts with another limit has another stack.
set -u
[ -n "${AARCH64_CC:-}" ] || { echo "no cross compiler for AArch64"; exit 77; }
if grep -q '^#define FERRY_SANITIZED' "$builddir/config.h"; then
	echo "sanitizers have a layout of their own, and limits break them"
	exit 77
fi
dir=$(mktemp -d "${TMPDIR:-/tmp}/ferry-stack.XXXXXX") || exit 99
trap 'rm -rf "$dir"' EXIT
failed=0
cat >"$dir/prog.c" <<'END'
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>
/* A frame of 64 KiB, touched at its far end by a system call each 16th time. */
__attribute__((noinline)) static unsigned deep(unsigned n)
{
    volatile char frame[65536 - 64];
    frame[0] = 5;
    if (n % 16 == 0 && getcwd((char *)frame, 4096) == NULL)
        return 0;
    return n ? deep(n - 1) + (frame[0] != 0) : 0;
}
static void *in_thread(void *arg)
{
    return (void *)(unsigned long)deep(*(unsigned *)arg * 16);
}
/* prog MIB: uses so much; set MIB, exec MIB: under that limit; thread: there */
int main(int argc, char **argv)
{
    unsigned mib = (unsigned)atoi(argv[1]);
    struct rlimit r;
    if (argc > 3) {
        getrlimit(RLIMIT_STACK, &r);
        r.rlim_cur = (rlim_t)atoi(argv[3]) << 20;
        if (setrlimit(RLIMIT_STACK, &r))
            return 3;
        if (!strcmp(argv[2], "exec"))
            return execl(argv[0], argv[0], argv[1], (char *)NULL);
    }
    if (argc == 3) {
        pthread_t thread;
        void *result;
        pthread_create(&thread, NULL, in_thread, &mib);
        pthread_join(thread, &result);
        return (unsigned long)result != mib * 16;
    }
    return deep(mib * 16) != mib * 16;
}
END
$AARCH64_CC -O1 -fno-optimize-sibling-calls -static -o "$dir/prog" \
    "$dir/prog.c" || exit 99
$AARCH64_CC -O1 -fno-optimize-sibling-calls -static-pie -fPIE -o "$dir/pie" \
    "$dir/prog.c" || exit 99
FERRY_QUIET=1
export FERRY_QUIET

# Each line: the status expected, the limit, and what the program is to do.
for prog in prog pie; do
	while read -r expected limit how; do
		# The words of how are meant to be split.
		# shellcheck disable=SC2086,SC3045
		(ulimit -S -s "$limit" && exec "$FERRY" "$dir/$prog" $how) \
		    2>/dev/null
		status=$?
		[ $status = "$expected" ] || {
			echo "FAIL: $prog, limit $limit, $how: status $status," \
			    "expected $expected"
			failed=1
		}
	done <<-'END'
		0 8192 7
		139 8192 9
		139 1024 2
		0 65536 60
		139 65536 66
		0 unlimited 300
		0 8192 30 set 40
		139 8192 5 set 4
		0 8192 30 exec 40
		139 65536 5 exec 4
		0 65536 60 thread
		139 8192 9 thread
	END
done
exit $failed
