# SPDX-License-Identifier: MIT
# A program whose code is linked, unlinked and retranslated at moments that
# differ from run to run prints the same in each run, and what it prints
# natively. (A wrong link shows in one run of many.)
set -u
[ -n "${AARCH64_CC:-}" ] || { echo "no cross compiler for AArch64"; exit 77; }
: "${FERRY:?}"
dir=$(mktemp -d "${TMPDIR:-/tmp}/ferry-runs.XXXXXX") || exit 99
trap 'rm -rf "$dir"' EXIT
cat >"$dir/prog.c" <<'END'
#include <setjmp.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/time.h>
static jmp_buf again;
static volatile int ticks;
static uint64_t hash = 1469598103934665603ull;
static void mix(uint64_t x)
{
    hash = (hash ^ x) * 1099511628211ull;
}
/* Code that has no meaning here, but is new each time, as a JIT's. */
static void churn(unsigned n)
{
#ifdef __aarch64__
    static uint32_t *code;
    if (!code)
        code = mmap(NULL, 4096, PROT_READ | PROT_WRITE | PROT_EXEC,
                    MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    uint32_t *f = code + n % 64 * 16;
    f[0] = 0x52800000 | (n & 0xfff) << 5; /* mov w0, #n */
    f[1] = 0xd65f03c0;
    __builtin___clear_cache((char *)f, (char *)(f + 2));
    mix(((uint32_t(*)(void))(void *)f)());
#else
    mix(n & 0xfff);
#endif
}
static void tick(int sig)
{
    (void)sig;
    ticks++;
}
static uint64_t leaf(uint64_t x)
{
    return x * 3 + 1;
}
static uint64_t twice(uint64_t x)
{
    return leaf(leaf(x));
}
static uint64_t down(uint64_t x)
{
    return x & 15 ? down(x - 1) + 7 : x;
}
static int compare(const void *a, const void *b)
{
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    return x < y ? -1 : x > y;
}
static void jump(unsigned n)
{
    if (n % 7 == 0)
        longjmp(again, (int)(n & 15) + 1);
}
/* A machine of eight instructions, by a switch. */
static void interpret(uint64_t seed)
{
    uint64_t (*volatile calls[])(uint64_t) = {leaf, twice, down};
    uint64_t r[4] = {seed, 1, 2, 3};
    for (unsigned pc = 0; pc < 400; pc++) {
        uint64_t op = r[pc & 3] >> (pc % 13) & 7;
        switch (op) {
        case 0: r[1] += r[0]; break;
        case 1: r[2] ^= r[1] << 3; break;
        case 2: r[3] -= r[2]; break;
        case 3: r[0] = calls[r[3] % 3](r[0]); break;
        case 4: r[0] = r[0] >> 7 | r[0] << 57; break;
        case 5: r[1] = r[1] * 5 + pc; break;
        case 6: r[2] = r[3] > r[0] ? r[1] : ~r[2]; break;
        default: r[3] += leaf(pc); break;
        }
    }
    mix(r[0] ^ r[1] ^ r[2] ^ r[3]);
}
int main(void)
{
    struct itimerval often = {{0, 500}, {0, 300}};
    static uint32_t numbers[256];
    volatile unsigned n = 0;
    signal(SIGALRM, tick);
    setitimer(ITIMER_REAL, &often, NULL);
    int value = setjmp(again);
    mix((uint64_t)value);
    for (; n < 600;) {
        unsigned now = n;
        n = now + 1;
        interpret(now * 2654435761u);
        churn(now);
        for (unsigned i = 0; i < 256; i++)
            numbers[i] = (uint32_t)(hash >> (i & 31)) ^ i * 40503u;
        qsort(numbers, 256, sizeof *numbers, compare);
        mix(numbers[now % 256]);
        jump(now);
    }
    printf("%016lx\n", (unsigned long)hash);
    return 0;
}
END
$AARCH64_CC -O2 -w -static -o "$dir/guest" "$dir/prog.c" || exit 99
${CC:-cc} -O2 -w -o "$dir/native" "$dir/prog.c" || exit 99
expected=$("$dir/native") || exit 99
failed=0
for run in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 \
    26 27 28 29 30 31 32 33 34 35 36 37 38 39 40; do
	got=$(timeout 60 "$FERRY" "$dir/guest")
	[ "$got" = "$expected" ] || {
		echo "FAIL: run $run: '$got', natively '$expected'"
		failed=1
	}
done
exit $failed
