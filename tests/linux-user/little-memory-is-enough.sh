# SPDX-License-Identifier: MIT
# What Ferry needs beside the program is little: no address space is reserved,
# hardly any memory committed, and translated code has a bound. A program linked
# to the lowest address that mmap_min_addr can be set to has it.
set -u
[ -n "${AARCH64_CC:-}" ] || { echo "no cross compiler for AArch64"; exit 77; }
if grep -q '^#define FERRY_SANITIZED' "${builddir:?}/config.h"; then
	echo "sanitizers need more"
	exit 77
fi
dir=$(mktemp -d "${TMPDIR:-/tmp}/ferry-memory.XXXXXX") || exit 99
trap 'rm -rf "$dir"' EXIT
failed=0
cat >"$dir/prog.c" <<'END'
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
/* Prints the sizes in KiB that the host's kernel counts for this process. */
static int sizes(void)
{
    FILE *f = fopen("/proc/self/status", "r");
    char line[200];
    while (fgets(line, sizeof line, f))
        if (!strncmp(line, "VmSize:", 7) || !strncmp(line, "VmData:", 7) ||
            !strncmp(line, "VmRSS:", 6))
            fputs(line, stdout);
    return 0;
}
/* Runs 6,000 functions of 1000 instructions that are not run again. */
static int churn(void)
{
    uint32_t *code = mmap(NULL, 4096, PROT_READ | PROT_WRITE | PROT_EXEC,
                          MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    for (uint32_t n = 0; n < 6000; n++) {
        code[0] = 0xd2800000 | (n & 0xffff) << 5; /* mov x0, #n */
        for (uint32_t i = 1; i < 999; i++)
            code[i] = 0x91000400 | (i % 15 + 1) * 0x21; /* add xN, xN, #1 */
        code[999] = 0xd65f03c0;
        __builtin___clear_cache((char *)code, (char *)(code + 1000));
        if (((uint64_t(*)(void))(void *)code)() != (n & 0xffff))
            return 1;
    }
    return sizes();
}
int main(int argc, char **argv)
{
    return argc > 1 ? churn() : sizes();
}
END
$AARCH64_CC -O1 -static -o "$dir/prog" "$dir/prog.c" || exit 99
$AARCH64_CC -O1 -static -Wl,-Ttext-segment=0x10000 -o "$dir/low" \
    "$dir/prog.c" || exit 99

fail()
{
	echo "FAIL: $*"
	failed=1
}

# below SIZE KIB FILE: the size in FILE is less.
below()
{
	size=$(sed -n "s/^$1:[^0-9]*\([0-9]*\) kB/\1/p" "$3")
	[ "${size:-999999999}" -lt "$2" ] || fail "$3: $1 is $size KiB"
}

"$FERRY" "$dir/prog" >"$dir/small" || fail "the program"
below VmSize 65536 "$dir/small"
below VmData 8192 "$dir/small"
# Under limits that leave room for that and no more.
(ulimit -v 50000 && exec "$FERRY" "$dir/prog" >"$dir/limited") ||
    fail "50 MB of address space"
(ulimit -d 6000 && exec "$FERRY" "$dir/prog" >"$dir/limited") ||
    fail "6 MB of data"

"$FERRY" -d stats "$dir/prog" churn >"$dir/much" 2>"$dir/stats" ||
    fail "new code again and again"
below VmSize 65536 "$dir/much"
below VmRSS 65536 "$dir/much"
bytes=$(sed -n 's/^ *\([0-9]*\) bytes of host code/\1/p' "$dir/stats")
retired=$(sed -n 's/^ *\([0-9]*\) segments retired/\1/p' "$dir/stats")
[ "$bytes" -gt 50000000 ] || fail "only $bytes bytes of code"
[ "$retired" -gt 4 ] ||
    fail "$bytes bytes of code, $retired segments retired"

min=$(cat /proc/sys/vm/mmap_min_addr)
[ "$min" -gt 65536 ] || "$FERRY" "$dir/low" >/dev/null ||
    fail "a program at 0x10000"
exit $failed
