# SPDX-License-Identifier: MIT
# -cpu: what a processor has is the same in its ID registers, AT_HWCAP,
# /proc/cpuinfo and in the instructions that work; each feature can be left out
# by itself; what is not known or not there is refused, and says so.
set -u
dir=$(mktemp -d "${TMPDIR:-/tmp}/ferry-cpu.XXXXXX") || exit 99
trap 'rm -rf "$dir"' EXIT
cd "$dir" || exit 99
failed=0

expect() # STATUS TEXT COMMAND...: the status, and a line that is printed.
{
	status=$1 text=$2
	shift 2
	"$@" >out 2>&1
	got=$?
	if [ $got != "$status" ] || ! grep -q -x -e "$text" out; then
		echo "FAIL: $*: status $got, expected $status and '$text':"
		cat out
		failed=1
	fi
}
help='-cpu help lists what is'
expect 0 'max  *aes sha1 .*' "$FERRY" -cpu help
expect 0 'cortex-a57  *aes sha1 sha2 crc32' "$FERRY" -cpu help
expect 0 'atomics  *LSE.*' "$FERRY" -cpu help
expect 1 "ferry: -cpu z80: no processor 'z80' is known; $help" \
    "$FERRY" -cpu z80 ./x
expect 1 "ferry: -cpu -aes: no processor '-aes' is known; $help" \
    "$FERRY" -cpu -aes ./x
expect 1 "ferry: -cpu neoverse-n1: it has FP16.* which Ferry has not" \
    "$FERRY" -cpu neoverse-n1 ./x
expect 1 "ferry: -cpu ...,zap=on: 'zap' is not known; $help" \
    "$FERRY" -cpu max,pmu=off,zap=on ./x
expect 1 "ferry: -cpu ...,sve2p1=on: 'sve2p1' is not known; $help" \
    "$FERRY" -cpu max,sve2p1=on ./x
expect 1 "ferry: -cpu ...,: '' is not known; $help" "$FERRY" -cpu max, ./x
for sve in sve +sve sve=on sve=true; do
	expect 1 "ferry: -cpu ...,$sve: 'sve' is nothing that Ferry has" \
	    "$FERRY" -cpu "max,$sve" ./x
done
expect 1 "ferry: -cpu ...,neon=off: 'neon' can't be left out" \
    "$FERRY" -cpu max,neon=off ./x
expect 1 "ferry: -cpu ...,aes=maybe: 'aes' is either on or off" \
    "$FERRY" -cpu max,aes=maybe ./x

[ -n "${AARCH64_CC:-}" ] || exit $failed
cat >tell.c <<'END'
#include <asm/hwcap.h>
#include <setjmp.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/auxv.h>
#include <unistd.h>
static sigjmp_buf back;
static uint64_t cell[2] __attribute__((aligned(16)));
static char cpuinfo[1 << 16];
static void ill(int sig)
{
    siglongjmp(back, sig);
}
/* The instruction, with x1 to memory; not inline, that labels be unique. */
#define INSN(name, text)                                                  \
    static __attribute__((noinline)) void name(void)                      \
    {                                                                     \
        register uint64_t *p __asm__("x1") = cell;                        \
        __asm__ volatile(".arch armv8.3-a+crypto\n" text                  \
            : : "r"(p) : "x2", "x3", "x4", "x5", "v0", "v1", "memory");   \
    }
INSN(aes, "aese v0.16b, v1.16b")
INSN(aesmc, "aesmc v0.16b, v1.16b")
INSN(pmull, "pmull v0.1q, v1.1d, v1.1d")
INSN(sha1, "sha1h s0, s1")
INSN(sha1c, "sha1c q0, s1, v1.4s")
INSN(sha2, "sha256su0 v0.4s, v1.4s")
INSN(sha2h, "sha256h q0, q1, v1.4s")
INSN(crc32, "crc32b w2, w3, w4")
INSN(crc32c, "crc32cx w2, w3, x4")
INSN(ldadd, "ldadd x2, x3, [x1]")
INSN(swp, "swpalb w2, w3, [x1]")
INSN(cas, "cas w2, w3, [x1]")
INSN(casp, "caspal x2, x3, x4, x5, [x1]")
INSN(ldapr, "ldapr w2, [x1]")
INSN(pmull8, "pmull v0.8h, v1.8b, v1.8b")
INSN(ldaxr, "ldaxr x2, [x1]")
enum { ISAR0 = 1, ISAR1 };
static const struct {
    void (*run)(void);
    const char *word; /* of cpuinfo; NULL: always there */
    unsigned long hwcap;
    int reg, shift, least;
} rows[] = {
    {aes, "aes", HWCAP_AES, ISAR0, 4, 1},
    {aesmc, "aes", HWCAP_AES, ISAR0, 4, 1},
    {pmull, "pmull", HWCAP_PMULL, ISAR0, 4, 2},
    {sha1, "sha1", HWCAP_SHA1, ISAR0, 8, 1},
    {sha1c, "sha1", HWCAP_SHA1, ISAR0, 8, 1},
    {sha2, "sha2", HWCAP_SHA2, ISAR0, 12, 1},
    {sha2h, "sha2", HWCAP_SHA2, ISAR0, 12, 1},
    {crc32, "crc32", HWCAP_CRC32, ISAR0, 16, 1},
    {crc32c, "crc32", HWCAP_CRC32, ISAR0, 16, 1},
    {ldadd, "atomics", HWCAP_ATOMICS, ISAR0, 20, 2},
    {swp, "atomics", HWCAP_ATOMICS, ISAR0, 20, 2},
    {cas, "atomics", HWCAP_ATOMICS, ISAR0, 20, 2},
    {casp, "atomics", HWCAP_ATOMICS, ISAR0, 20, 2},
    {ldapr, "lrcpc", HWCAP_LRCPC, ISAR1, 20, 1},
    {pmull8, "asimd", HWCAP_ASIMD, 0, 0, 0},
    {ldaxr, "fp", HWCAP_FP, 0, 0, 0},
};
static int works(void (*run)(void))
{
    if (sigsetjmp(back, 1))
        return 0;
    run();
    return 1;
}
static void features_read(void)
{
    char line[4096];
    FILE *f = fopen("/proc/cpuinfo", "r");
    while (f && fgets(line, sizeof line, f))
        if (strncmp(line, "Features", 8) == 0)
            strcpy(cpuinfo, line);
    strcpy(strchr(cpuinfo, '\n'), " ");
}
int main(int argc, char **argv)
{
    uint64_t midr, id[3] = {0}, hwcap = getauxval(AT_HWCAP);
    int bad = 0;
    if (argc > 2) /* a child's processor is the same */
        execl(argv[0], argv[0], argv[2], NULL);
    if (argc > 1 && strcmp(argv[1], "die") == 0)
        ldadd();
    signal(SIGILL, ill);
    __asm__("mrs %0, midr_el1" : "=r"(midr));
    __asm__("mrs %0, id_aa64isar0_el1" : "=r"(id[ISAR0]));
    __asm__("mrs %0, id_aa64isar1_el1" : "=r"(id[ISAR1]));
    features_read();
    for (size_t n = 0; n < sizeof rows / sizeof *rows; n++) {
        char word[16];
        int there = works(rows[n].run);
        int field = (int)(id[rows[n].reg] >> rows[n].shift & 15);
        sprintf(word, " %s ", rows[n].word);
        if (there != !!(hwcap & rows[n].hwcap) ||
            there != (field >= rows[n].least) ||
            there != !!strstr(cpuinfo, word)) {
            printf("row %d: works %d, hwcap %lx, field %x, %s", (int)n, there,
                   (long)hwcap, field, cpuinfo);
            bad = 1;
        }
    }
    printf("%08lx %lx %lx\n", (long)midr, (long)id[ISAR0], (long)id[ISAR1]);
    return bad;
}
END
$AARCH64_CC -O1 -static -o tell tell.c || exit 99

# MIDR_EL1, ID_AA64ISAR0_EL1 and ISAR1 as the manuals have them.
v8=' 11120 0'
expect 0 '000f0000 211120 100000' "$FERRY" ./tell
expect 0 '000f0000 211120 100000' "$FERRY" -cpu max ./tell
expect 0 "411fd040$v8" "$FERRY" -cpu cortex-a35 ./tell
expect 0 "410fd034$v8" "$FERRY" -cpu cortex-a53 ./tell
expect 0 "411fd070$v8" "$FERRY" -cpu cortex-a57 ./tell
expect 0 "410fd083$v8" "$FERRY" -cpu cortex-a72 ./tell
expect 0 "410fd083$v8" env QEMU_CPU=cortex-a72 "$FERRY" ./tell
expect 0 "410fd083$v8" env QEMU_CPU=cortex-a53 FERRY_CPU=cortex-a72 \
    "$FERRY" ./tell
expect 0 "411fd070$v8" "$FERRY" -cpu cortex-a57 ./tell x y

# One feature more or less, and properties that change nothing.
expect 0 '000f0000 211100 100000' "$FERRY" -cpu max,-aes ./tell
expect 0 '000f0000 211020 100000' "$FERRY" -cpu max,sha1=off ./tell
expect 0 '000f0000 210120 100000' "$FERRY" -cpu max,sha2=false ./tell
expect 0 '000f0000 201120 100000' "$FERRY" -cpu max,-crc32 ./tell
expect 0 '000f0000 11120 100000' "$FERRY" -cpu max,-atomics ./tell
expect 0 '000f0000 211120 0' "$FERRY" -cpu max,-lrcpc ./tell
expect 0 '000f0000 0 0' \
    "$FERRY" -cpu max,-aes,-sha1,-sha2,-crc32,-atomics,-lrcpc ./tell
expect 0 '411fd070 211120 0' "$FERRY" -cpu cortex-a57,+atomics ./tell
expect 0 '411fd070 11120 100000' "$FERRY" -cpu cortex-a57,lrcpc=on ./tell
expect 0 '000f0000 211120 100000' "$FERRY" -cpu max,-aes,+aes ./tell
expect 0 '000f0000 211120 100000' "$FERRY" -cpu \
    max,pauth-impdef=on,sve=off,sme=off,-pauth,sve-max-vq=4,sve256=on,neon=on \
    ./tell

# What is not there is undefined, and its name is told.
expect 132 '.*LDADD), which the guest.s processor has not: LSE.*' \
    "$FERRY" -cpu cortex-a57 ./tell die
expect 132 'undefined instruction .*: LDADD, LSE.*' \
    "$FERRY" -cpu max,-atomics -d unimp ./tell die
exit $failed
