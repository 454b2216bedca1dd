# SPDX-License-Identifier: MIT
# Data beside code, on its page and even in its cache line, is data: writing it
# translates nothing anew; and a change of one function that is announced costs
# that function's translation, not its page's.
set -u
[ -n "${AARCH64_CC:-}" ] || { echo "no cross compiler for AArch64"; exit 77; }
: "${FERRY:?}"
dir=$(mktemp -d "${TMPDIR:-/tmp}/ferry-shared.XXXXXX") || exit 99
trap 'rm -rf "$dir"' EXIT
cat >"$dir/prog.c" <<'END'
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>
#define FUNCTIONS 60
static uint32_t *page;
/* Function n stands in the line n: mov w0, #v; ret; its data are behind it. */
static void put(unsigned n, unsigned v)
{
    uint32_t *f = page + n * 16;
    f[0] = 0x52800000 | v << 5;
    f[1] = 0xd65f03c0;
    __builtin___clear_cache((char *)f, (char *)(f + 2));
}
static unsigned run(unsigned n)
{
    return ((unsigned (*)(void))(void *)(page + n * 16))();
}
int main(int argc, char **argv)
{
    page = mmap(NULL, 4096, PROT_READ | PROT_WRITE | PROT_EXEC,
                MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    for (unsigned n = 0; n < FUNCTIONS; n++)
        put(n, n);
    for (unsigned n = 0; n < FUNCTIONS; n++)
        if (run(n) != n)
            return 1;
    if (argc > 1 && !strcmp(argv[1], "data"))
        for (unsigned k = 0; k < 200000; k++) {
            volatile uint32_t *data = page + k % FUNCTIONS * 16 + 2;
            data[k % 14] = k;
            if (k % 1000 == 0 && pread(0, (void *)data, 4, 0) == 99)
                return 2;
            if (run(k % FUNCTIONS) != k % FUNCTIONS)
                return 3;
        }
    if (argc > 1 && !strcmp(argv[1], "code"))
        for (unsigned k = 0; k < 5000; k++) {
            put(7, k);
            if (run(7) != k)
                return 4;
            for (unsigned n = 8; n < FUNCTIONS; n++)
                if (run(n) != n)
                    return 5;
        }
    return 0;
}
END
$AARCH64_CC -O1 -static -o "$dir/prog" "$dir/prog.c" || exit 99
failed=0
for what in none data code; do
	"$FERRY" -d stats "$dir/prog" $what 2>"$dir/log" </dev/null || {
		echo "FAIL: $what: status $?"
		failed=1
	}
	sed -n 's/^ *\([0-9]*\) regions translated$/\1/p' "$dir/log" \
	    >"$dir/$what"
done
none=$(cat "$dir/none") data=$(cat "$dir/data") code=$(cat "$dir/code")
# Some more for the loops themselves; one for each change.
[ "$data" -lt $((none + 100)) ] || {
	echo "FAIL: $data regions with data beside code, $none without"
	failed=1
}
[ "$code" -lt $((none + 5000 + 100)) ] || {
	echo "FAIL: $code regions with 5000 changes, $none without"
	failed=1
}
exit $failed
