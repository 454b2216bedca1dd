# SPDX-License-Identifier: MIT
# Files that can't be run give one clear message and the status that a shell
# gives for the kernel's error; Ferry itself never fails on them.
set -u
dir=$(mktemp -d "${TMPDIR:-/tmp}/ferry-bad.XXXXXX") || exit 99
trap 'chmod -R u+rwx "$dir"; rm -rf "$dir"' EXIT
failed=0

# expect STATUS TEXT COMMAND...: the status, and a line of stderr.
expect()
{
	status=$1
	text=$2
	shift 2
	"$@" >"$dir/out" 2>"$dir/err"
	got=$?
	if [ $got != "$status" ] || ! grep -q -e "$text" "$dir/err" ||
	    grep -q "internal error" "$dir/err" || [ -s "$dir/out" ]; then
		echo "FAIL: $*: status $got, expected $status and '$text':"
		cat "$dir/err"
		failed=1
	fi
}

cd "$dir" || exit 99
: >empty
printf '\177ELF' >magic
head -c 4096 /dev/urandom >noise
# An ELF header of 64 bits for machine 0xb7 (AArch64), type 2, nothing else.
printf '\177ELF\2\1\1\0\0\0\0\0\0\0\0\0\2\0\267\0\1\0\0\0' >short
{ cat short; head -c 1000 /dev/zero; } >hollow
mkdir directory
ln -s loop loop
chmod +x empty magic noise short hollow
cp hollow plain
chmod 644 plain

expect 127 'missing: no such file' "$FERRY" ./missing
expect 127 'empty/x: not a directory' "$FERRY" ./empty/x
expect 126 'directory: is a directory' "$FERRY" ./directory
expect 126 'loop: too many levels' "$FERRY" ./loop
expect 126 'plain: permission denied' "$FERRY" ./plain
expect 126 'empty: not an ELF file' "$FERRY" ./empty
expect 127 'nothere: .*(PATH is not searched)' "$FERRY" nothere
# Of other machines: magic, class, order; machine; one program header.
other() # NAME CLASS ORDER MACHINE HEADER-BYTES HEADER-ENTRY PADDING
{
	{
		printf '\177ELF%b%b\1\0\0\0\0\0\0\0\0\0' "$2" "$3"
		printf '\2\0%b\1\0\0\0' "$4"
		head -c "$7" /dev/zero
		printf '%b\0%b\0\1\0' "$5" "$6"
		head -c 1000 /dev/zero
	} >"$1"
	chmod +x "$1"
}
other arm '\1' '\1' '\50\0' '\64' '\40' 16
other riscv '\2' '\1' '\363\0' '\100' '\70' 28
other ilp32 '\1' '\1' '\267\0' '\64' '\40' 16
other big '\2' '\2' '\0\267' '\100' '\70' 28
expect 126 'arm is built for 32-bit ARM, .* it runs AArch64' "$FERRY" ./arm
expect 126 'riscv is built for RISC-V, .* it runs AArch64' "$FERRY" ./riscv
expect 126 "ilp32 is built for AArch64's 32-bit ABI" "$FERRY" ./ilp32
expect 126 'big: an ELF file of a kind .* (big-endian)' "$FERRY" ./big
mkdir -p root/bin
: >root/bin/sh
: >root/bin/nothere
expect 126 'built for x86-64, .*(but root/bin/sh is there)' \
    "$FERRY" -L root /bin/sh
expect 127 'no such file .*(but root/bin/nothere is there)' \
    "$FERRY" -L root /bin/nothere
expect 126 'magic: not an ELF file' "$FERRY" ./magic
expect 126 'noise: not an ELF file' "$FERRY" ./noise
expect 126 'short: not an ELF file' "$FERRY" ./short
expect 126 'hollow: an ELF file of a kind' "$FERRY" ./hollow
expect 126 'x86-64, which Ferry does not run' "$FERRY" "$FERRY"
expect 1 'no program given' "$FERRY"
# A name that fixes no instruction set Ferry knows is a name like another.
for name in ferry-static ferry-1.2 ferry- my-ferry-aarch64; do
	ln -s "$FERRY" "$name"
	expect 126 'x86-64, which Ferry does not run' "./$name" "$FERRY"
	expect 127 'missing: no such file' "./$name" ./missing
done
expect 1 "unknown option '-x'" "$FERRY" -x
expect 1 '-g is not available' "$FERRY" -g 1234 ./script
expect 1 'needs an argument' "$FERRY" -L
expect 1 'bad value' "$FERRY" -s 12q ./script
expect 1 'bad value' "$FERRY" -E name ./script
expect 1 "cpu nonsense: no processor 'nonsense' is known" \
    "$FERRY" -cpu nonsense ./empty
expect 1 "unknown item 'nonsense'" "$FERRY" -d strace,nonsense ./empty
[ "$(id -u)" = 0 ] || {
	chmod 111 hollow
	expect 126 'hollow: permission denied' "$FERRY" ./hollow
}

[ -n "${AARCH64_CC:-}" ] || exit $failed
echo 'int main(void) { return 0; }' >prog.c
$AARCH64_CC -O2 -static -o prog prog.c || exit 99
"$FERRY" ./prog || {
	echo "FAIL: the whole program"
	failed=1
}
for name in aarch64 static 1.2 ''; do
	ln -sf "$FERRY" "ferry-$name"
	"./ferry-$name" ./prog || {
		echo "FAIL: as ferry-$name"
		failed=1
	}
done
expect 1 'L ./missing: no such file' "$FERRY" -L ./missing ./prog
for n in 64 100 500 4096 10000 200000; do
	head -c $n prog >cut
	chmod +x cut
	expect 126 'cut: ' "$FERRY" ./cut
done
if $AARCH64_CC -O2 -Wl,-dynamic-linker,/lib/ld-missing.so -o dynamic prog.c
then
	expect 127 'needs the interpreter /lib/ld-missing.so' "$FERRY" ./dynamic
	expect 127 'root/lib/ld-missing.so and /lib/ld-missing.so' \
	    "$FERRY" -L root ./dynamic
	expect 127 '-L DIR .*libc6-arm64-cross' "$FERRY" ./dynamic
fi
if $AARCH64_CC -O2 -Wl,-dynamic-linker,/lib/ld-musl-aarch64.so.1 -o musl prog.c
then
	expect 127 'built for musl, as in Alpine: -L DIR' "$FERRY" -L root ./musl
fi
exit $failed
