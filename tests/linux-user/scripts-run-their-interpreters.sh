# SPDX-License-Identifier: MIT
# A script given to Ferry runs as it does natively: its interpreter gets the
# arguments that the kernel gives, and is the guest's, below -L, or the host's.
set -u
[ -n "${AARCH64_CC:-}" ] || exit 77
dir=$(mktemp -d "${TMPDIR:-/tmp}/ferry-scripts.XXXXXX") || exit 99
trap 'rm -rf "$dir"' EXIT
cd "$dir" || exit 99
failed=0

cat >tell.c <<'END'
#include <stdio.h>
#include <stdlib.h>
#include <sys/auxv.h>
#include <sys/prctl.h>
/* Its arguments, its name, and one variable. */
int main(int argc, char **argv)
{
    char name[16];
    const char *value = getenv("SCRIPT_TEST");
    for (int i = 0; i < argc; i++)
        printf("%d: %s\n", i, argv[i]);
    prctl(PR_GET_NAME, name);
    printf("%s, %s, %s\n", (char *)getauxval(AT_EXECFN), name,
           value ? value : "unset");
#ifdef __aarch64__
    fputs("guest\n", stderr);
#endif
    return 3;
}
END
# The kernel alone, without the shell that execvp would ask.
cat >run.c <<'END'
#include <errno.h>
#include <unistd.h>
int main(int argc, char **argv)
{
    execv(argv[1], argv + 1);
    return argc > 1 && errno == ENOENT ? 127 : 126;
}
END
${CC:-cc} -o run run.c || exit 99
mkdir host guest root root/bin root/lib-tell
${CC:-cc} -static -o host/tell tell.c || exit 99
$AARCH64_CC -static -o guest/tell tell.c || exit 99
cp guest/tell root/bin/tell-of-root
cp host/tell root/bin/host-tell
long=$(printf '%0300d' 0)
for where in host guest; do
	(
		cd "$where" || exit 99
		printf '#!./tell\n' >plain
		printf '#! \t ./tell  one  two \t \n' >argument
		printf '#!./tell -x' >no-newline
		printf '#!./tell \n' >blank
		printf '#!./tell %s\n' "$long" >long-argument
		printf '#!%s/%s/tell\n' "$dir" "$where" >absolute
		printf '#!./plain between\n' >chain2
		printf '#!./chain2\n' >chain3
		printf '#!./chain3 more\n' >chain4
		printf '#!./chain4\n' >chain5
		printf '#!./chain5\n' >chain6
		printf '#!./loop\n' >loop
		printf '#!./none\n' >missing
		printf '#!./%s\n' "$long" >long-name
		printf '#!\n' >empty
		printf '#! \t\n' >blanks
		printf '#!.\n' >directory
		printf '#!./tell-plain\n' >not-executable
		cp tell tell-plain
		mkdir sub
		printf '#!./tell\n' >sub/below
		chmod +x plain argument no-newline blank long-argument absolute \
		    chain? loop missing long-name empty blanks directory \
		    not-executable sub/below
		chmod 644 tell-plain
	) || exit 99
done

export SCRIPT_TEST=1
for script in ./plain plain ./argument ./no-newline ./blank ./long-argument \
    ./absolute ./chain2 ./chain3 ./chain4 ./chain5 sub/below; do
	(cd host && exec ../run "$script" a 'b  c') >out 2>&1
	host=$?
	sed 's,/host/,/guest/,' out >wanted
	(cd guest && exec "$FERRY" "$script" a 'b  c') >got 2>err
	guest=$?
	if [ $host != $guest ] || ! cmp -s wanted got ||
	    [ "$(cat err)" != guest ]; then
		echo "FAIL: $script: status $guest, natively $host"
		diff -u wanted got
		cat err
		failed=1
	fi
done
unset SCRIPT_TEST

# What the kernel refuses, with the status that a shell has for it.
expect() # STATUS TEXT COMMAND...
{
	status=$1 text=$2
	shift 2
	"$@" >out 2>&1
	got=$?
	if [ $got != "$status" ] || ! grep -q -e "$text" out; then
		echo "FAIL: $*: status $got, expected $status and '$text':"
		cat out
		failed=1
	fi
}
for script in chain6 loop missing long-name empty blanks directory \
    not-executable; do
	(cd host && exec ../run "./$script") >out 2>&1
	host=$?
	(cd guest && exec "$FERRY" "./$script") >out 2>&1
	guest=$?
	[ $host = $guest ] || {
		echo "FAIL: $script: status $guest, natively $host"
		failed=1
	}
done
cd guest || exit 99
expect 126 '\./chain6: too many scripts' "$FERRY" ./chain6
expect 126 '\./loop: too many scripts' "$FERRY" ./loop
expect 127 '\./missing: its interpreter \./none: no such file' "$FERRY" ./missing
expect 126 '\./long-name: its first line names no' "$FERRY" ./long-name
expect 126 '\./empty: its first line names no interpreter' "$FERRY" ./empty
expect 126 '\./blanks: its first line names no interpreter' "$FERRY" ./blanks
expect 126 '\./directory: its interpreter \.: permission' "$FERRY" ./directory
expect 126 '\./not-executable: its interpreter \./tell-plain: permission' \
    "$FERRY" ./not-executable
printf '#!./tell\r\n' >dos
printf '#!./text\n' >of-text
: >nothing
printf '#!./nothing\n' >of-nothing
printf '#!/nowhere/x\n' >nowhere
printf '#!%s\n' "$FERRY" >itself
printf '#!%s ./tell\n' "$FERRY" >by-ferry
printf 'text\n' >text
head -c 18 tell >machine
printf '\63\0' >>machine
tail -c +21 tell >>machine
printf '#!./machine\n' >of-machine
chmod +x dos of-text of-nothing nothing text nowhere machine of-machine itself by-ferry
expect 127 'carriage return' "$FERRY" ./dos
expect 126 '\./of-text: its interpreter \./text: not an ELF' "$FERRY" ./of-text
expect 126 '\./of-nothing: its interpreter \./nothing: not an ELF' \
    "$FERRY" ./of-nothing one two
expect 126 '\./of-machine: its interpreter \./machine is built for' \
    "$FERRY" ./of-machine
expect 127 "looked for $dir/root/nowhere/x and /nowhere/x" \
    "$FERRY" -L "$dir/root" ./nowhere
expect 126 'is Ferry, which has no program' timeout 20 "$FERRY" ./itself
expect 3 '^1: \./by-ferry$' "$FERRY" ./by-ferry

# Below -L; -E counts, -0 does not, as argv[0] is the interpreter's.
printf '#!/bin/tell-of-root x\n' >in-root
printf '#!/bin/host-tell x\n' >host-in-root
# shellcheck disable=SC2016 # for the script
printf '#!/bin/sh\necho "$0 $* $SCRIPT_TEST"; exit 4\n' >of-host
chmod +x in-root host-in-root of-host
expect 3 '^2: \./in-root$' "$FERRY" -L "$dir/root" ./in-root
expect 3 '^guest$' "$FERRY" -L "$dir/root" ./in-root
expect 3 '^0: /bin/tell-of-root$' "$FERRY" -0 zero -L "$dir/root" ./in-root
expect 3 ', set$' "$FERRY" -E SCRIPT_TEST=set -L "$dir/root" ./in-root

# A program of the host's runs natively, as it does for a guest's children.
expect 3 '^2: \./host-in-root$' "$FERRY" -L "$dir/root" ./host-in-root
expect 3 ', set$' "$FERRY" -E SCRIPT_TEST=set -L "$dir/root" ./host-in-root
expect 4 '^\./of-host a b set$' "$FERRY" -E SCRIPT_TEST=set ./of-host a b
expect 4 '^\./of-host a b $' env SCRIPT_TEST=1 \
    "$FERRY" -U SCRIPT_TEST ./of-host a b
(ulimit -S -s unlimited && expect 4 '^\./of-host a ' "$FERRY" ./of-host a
exit $failed) || failed=1
exit $failed
