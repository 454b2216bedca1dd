# SPDX-License-Identifier: MIT
# Registered with binfmt_misc, with each set of flags, Ferry runs what the
# kernel hands it as the kernel runs a native program: arguments, also empty
# ones and a name that looks like an option, and the program's own file. With
# flag P argv[0] is the caller's too; without, the kernel puts the path there.
# With flag F a root needs neither Ferry nor /proc.
set -u
[ -n "${AARCH64_CC:-}" ] || { echo "no cross compiler for AArch64"; exit 77; }
dir=$(mktemp -d "${TMPDIR:-/tmp}/ferry-binfmt.XXXXXX") || exit 99
trap 'rm -rf "$dir"' EXIT
cd "$dir" || exit 99
cat >prog.c <<'END'
#include <stdio.h>
#include <string.h>
#include <sys/utsname.h>
#include <unistd.h>
/* run PATH ARGV...: executes it; else prints what it was started with. */
int main(int argc, char **argv)
{
    char exe[4096] = "";
    struct utsname u;
    if (argc > 3 && !strcmp(argv[1], "run"))
        return execv(argv[2], argv + 3);
    if (uname(&u))
        return 1;
    if (readlink("/proc/self/exe", exe, sizeof(exe) - 1) < 0)
        strcpy(exe, "/none");
    printf("%s %s\n", u.machine, strrchr(exe, '/') + 1);
    for (int i = 0; i < argc; i++)
        printf("[%s]\n", argv[i]);
    return 7;
}
END
$AARCH64_CC -O1 -static -o guest prog.c && ${CC:-cc} -O1 -static -o host prog.c ||
    exit 99
mkdir native translated
cp host native/-strace
cp host native/prog
cp guest translated/-strace
cp guest translated/prog
printf '#!/prog run /prog\n' >native/script
chmod +x native/script
cp native/script translated

# What starts the program is native, or the program itself.
cat >cases <<'END'
../host run ./prog ./prog one "" --help
../host run ./prog zero -strace
../host run -strace -strace -L /
../host run ./prog "" one
./prog run ./prog zero two
chroot . /prog run /prog zero two
chroot . /prog run /prog run /prog zero two
chroot . /prog run /script zero
END
cat >script <<'END'
mount -t binfmt_misc none /proc/sys/fs/binfmt_misc || exit 77
at=/proc/sys/fs/binfmt_misc
elf='\x7fELF\x02\x01\x01\x00\x00\x00\x00\x00\x00\x00\x00\x00\x02\x00\xb7\x00'
mask='\xff\xff\xff\xff\xff\xff\xff\x00\xff\xff\xff\xff\xff\xff\xff\xff'
mask=$mask'\xfe\xff\xff\xff'
status=0
for flags in '' F P O C OC PF POCF; do
	printf '%s' ":guest:M::$elf:$mask:$FERRY:$flags" >$at/register || exit 99
	while read -r line; do
		for place in native translated; do
			(cd $place && eval "$line"; echo "status $?") >$place.out 2>&1
		done
		sed -i s/x86_64/aarch64/ native.out
		case $flags,$line in
		*F,*) ;;
		*,chroot*) continue ;;
		esac
		case $flags,$line in
		*P*,* | *,./prog*) ;;
		# Without P a path that begins with a dash is an option.
		,*' -strace -strace'* | F,*' -strace -strace'*) continue ;;
		*)
			# What runs the script is called by its own path.
			path=$(echo "${line#*run }" | sed 's,^/script,/prog,')
			sed -i "2s,.*,[${path%% *}]," native.out
			;;
		esac
		cmp -s native.out translated.out && continue
		echo "FAIL: flags '$flags': $line"
		diff native.out translated.out
		status=1
	done <cases
	echo -1 >$at/guest
done
exit $status
END
timeout -k 5 60 unshare -rUm sh ./script
status=$?
[ $status != 77 ] || echo "no binfmt_misc in a user namespace here"
exit $status
