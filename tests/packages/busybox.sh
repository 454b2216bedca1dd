#!/bin/sh
# SPDX-License-Identifier: MIT
# Debian's arm64 busybox under Ferry against the amd64 busybox of the same
# version, natively: each behaviour of busybox-script.sh must print the same
# and end with the same status.
#
#   busybox.sh [--runner PROG] [--binfmt] [--mode root|chroot] [NAME...]
#
# mode root    Ferry is given the root by -L. PATH is a directory that only
#              the root has, so nothing found through it can be the host's.
# mode chroot  Ferry is the only host program in a chroot of guest files, so
#              every child that runs at all is a guest.
# --binfmt     in the chroot, children start through a binfmt_misc entry of a
#              private user namespace (for runners that don't follow exec)
# Without --mode, both.
set -u

here=$(cd "$(dirname "$0")" && pwd)
# shellcheck source=tests/lib/common
. "$here/../lib/common"

modes='root chroot'
runner=${FERRY:-}
binfmt=
while :; do
	case ${1:-} in
	--runner) runner=$2; shift 2 ;;
	--mode) modes=$2; shift 2 ;;
	--binfmt) binfmt=1; shift ;;
	*) break ;;
	esac
done
[ -x "$runner" ] || die "no runner: give --runner or set FERRY"
runner=$(realpath "$runner")

guest=$(fixture busybox-arm64) || exit 99
host=$(fixture busybox-amd64) || exit 99
names=${*:-$(sed -n 's/^t_\([a-z0-9_]*\)()$/\1/p' "$here/busybox-script.sh")}
work=$(work_dir busybox)
trap 'rm -rf "$work"' EXIT
trap 'exit 99' INT TERM

# A root of one busybox and its applets' names, and the script.
make_root() # DIR BUSYBOX
{
	mkdir -p "$1/applets" "$1/usr/bin" "$1/w" "$1/proc" "$1/dev" \
	    "$1/tmp" "$1/etc"
	cp "$2/usr/bin/busybox" "$1/usr/bin/"
	for applet in $("$host/usr/bin/busybox" --list); do
		ln -sf ../usr/bin/busybox "$1/applets/$applet"
	done
	ln -sfn applets "$1/bin"
	cp "$here/busybox-script.sh" "$1/"
	echo 'root:x:0:0:root:/:/bin/sh' >"$1/etc/passwd"
}

elf_magic='\x7fELF\x02\x01\x01\x00\x00\x00\x00\x00\x00\x00\x00\x00'
elf_magic=$elf_magic'\x02\x00\xb7\x00'
elf_mask='\xff\xff\xff\xff\xff\xff\xff\x00\xff\xff\xff\xff\xff\xff\xff\xff'
elf_mask=$elf_mask'\xfe\xff\xff\xff'
cat >"$work/enter" <<END
# Enters a chroot with the host's /proc and /dev in a mount namespace.
set -e
root=\$1 work=\$2
shift 2
mount --rbind /proc "\$root/proc"
mount --rbind /dev "\$root/dev"
if [ -n "$binfmt" ]; then
	mount -t binfmt_misc none /proc/sys/fs/binfmt_misc
	printf '%s' ':guest:M::$elf_magic:$elf_mask:$runner:PF' \
	    >/proc/sys/fs/binfmt_misc/register
fi
exec env -i PATH=/applets HOME=/ "\$(command -v chroot)" "\$root" \
    \${RUN:+"\$RUN"} /bin/sh -c 'cd "\$0" && exec sh /busybox-script.sh "\$1"' \
    "\$work" "\$1"
END

enter() # ROOT NAME [RUNNER]
{
	flags=-m
	[ "$(id -u)" = 0 ] && [ -z "$binfmt" ] || flags=-rUm
	RUN=${3:-} timeout 20 unshare $flags sh "$work/enter" "$1" "/w/$2" "$2"
}

run_native() # NAME
{
	enter "$work/native" "$1"
}

run_root() # NAME
{
	(cd "$work/root/w/$1" && exec timeout 20 env -i PATH=/applets HOME=/ \
	    "$runner" -L "$work/root" "$work/root/applets/sh" \
	    /busybox-script.sh "$1")
}

run_chroot() # NAME
{
	if [ -n "$binfmt" ]; then
		enter "$work/chroot" "$1"
	else
		enter "$work/chroot" "$1" /ferry
	fi
}

run() # KIND NAME
{
	rm -rf "$work/$1/w/$2"
	mkdir "$work/$1/w/$2"
	"run_$1" "$2" >"$work/$1.out" 2>"$work/$1.err" </dev/null
	echo "status $?" >>"$work/$1.out"
	# shellcheck disable=SC2115
	rm -rf "$work/$1/w/$2"
}

make_root "$work/native" "$host"
for mode in $modes; do
	make_root "$work/$mode" "$guest"
done
[ -z "$binfmt" ] && case $modes in
*chroot*) cp "$runner" "$work/chroot/ferry" ;;
esac

for name in $names; do
	run native "$name"
	sed 's/x86_64/aarch64/g' "$work/native.out" >"$work/expected"
	for mode in $modes; do
		run "$mode" "$name"
		if grep -q "^begin" "$work/expected" &&
		    cmp -s "$work/expected" "$work/$mode.out"; then
			pass "busybox $name ($mode)"
		else
			fail "busybox $name ($mode)"
			diff "$work/expected" "$work/$mode.out" | head -n 12
			head -n 4 "$work/$mode.err"
		fi
	done
done
summary
