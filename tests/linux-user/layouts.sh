# SPDX-License-Identifier: MIT
# Where the host's kernel puts Ferry does not matter, nor how much memory a
# process may have: the guest finds the same layout, its own stack limit and
# personality, and nobody's memory but its own.
set -u
[ -n "${AARCH64_CC:-}" ] || { echo "no cross compiler for AArch64"; exit 77; }
if grep -q '^#define FERRY_SANITIZED' "$builddir/config.h"; then
	echo "sanitizers have a layout of their own, and limits break them"
	exit 77
fi
dir=$(mktemp -d "${TMPDIR:-/tmp}/ferry-layout.XXXXXX") || exit 99
trap 'rm -rf "$dir"' EXIT
failed=0
cat >"$dir/prog.c" <<'END'
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/personality.h>
#include <sys/resource.h>
#include <unistd.h>
/* How many ranges between its mappings can't be had as a whole. */
static int taken(void)
{
    FILE *maps = fopen("/proc/self/maps", "r");
    unsigned long gaps[200], start, end, at = 0x10000;
    int n = 0, refused = 0;
    while (fscanf(maps, "%lx-%lx%*[^\n]", &start, &end) == 2) {
        if (start > at) {
            gaps[n++] = at;
            gaps[n++] = start;
        }
        at = end;
    }
    while ((n -= 2) >= 0)
        refused += mmap((void *)gaps[n], gaps[n + 1] - gaps[n], PROT_NONE,
                        MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE |
                            MAP_FIXED_NOREPLACE, -1, 0) == MAP_FAILED;
    return refused;
}
int main(int argc, char **argv)
{
    struct rlimit r, as;
    char *p = malloc(300000), *q = malloc(100);
    memset(p, 1, 300000);
    getrlimit(RLIMIT_STACK, &r);
    if (argc > 1) /* the same in a child, by exec */
        execl(argv[0], argv[0], (char *)NULL);
    printf("%p %p %p", (void *)main, (void *)p, (void *)q);
    /* Room to grow, as ldconfig needs: it is a static-PIE with a break. */
    printf(" %p", sbrk(32 << 20));
    memset((char *)sbrk(0) - (32 << 20), 1, 32 << 20);
    getrlimit(RLIMIT_AS, &as);
    printf(" taken %d", as.rlim_cur == RLIM_INFINITY ? taken() : 0);
    /* The environment's length moves it by some bytes. */
    printf(" %lx limit %ld personality %x\n", (long)argv >> 20,
           (long)(r.rlim_cur >> 10), personality(0xffffffff));
    return 0;
}
END
$AARCH64_CC -O1 -static -o "$dir/prog" "$dir/prog.c" || exit 99
$AARCH64_CC -O1 -static-pie -fPIE -o "$dir/pie" "$dir/prog.c" || exit 99

ours=$(printf %x "0x$(cat /proc/self/personality)")
for prog in prog pie; do
	expected=$("$FERRY" "$dir/$prog") || failed=1
	expected=${expected% limit *}
	# Each line: the limit and the personality that the guest must see (-L is
	# ADDR_COMPAT_LAYOUT, -R ADDR_NO_RANDOMIZE), and how to start.
	while read -r limit persona how; do
		[ "$persona" != - ] || persona=$ours
		for again in "" again; do
			got=$(eval "$how" '"$FERRY" "$dir/$prog" $again')
			case "$got" in
			"$expected limit $limit personality $persona") ;;
			*)
				echo "FAIL: $prog, $how $again: $got," \
				    "expected $expected limit $limit" \
				    "personality $persona"
				failed=1
				;;
			esac
		done
	done <<-'END'
		8192 - ulimit -S -s 8192;
		512 - ulimit -S -s 512;
		65536 - ulimit -S -s 65536;
		18014398509481983 - ulimit -S -s unlimited;
		8192 200000 ulimit -S -s 8192; setarch -L
		8192 40000 ulimit -S -s 8192; setarch -R
		8192 240000 ulimit -S -s 8192; setarch -L -R
		8192 - ulimit -S -s 8192; ulimit -v 100000;
		8192 - ulimit -S -s 8192; ulimit -d 50000;
		8192 40000 ulimit -S -s 8192; ulimit -d 50000; ulimit -v 100000; setarch -R
		18014398509481983 40000 ulimit -S -s unlimited; setarch -R
	END
done
exit $failed
