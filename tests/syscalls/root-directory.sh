#!/bin/sh
# SPDX-License-Identifier: MIT
# -L ROOT: which file a path means, and what removing and creating do.
set -u
: "${srcdir:?}"

if [ -z "${AARCH64_CC:-}" ]; then
	echo "no cross compiler for AArch64"
	exit 77
fi
# Not below /tmp, which is always the host's.
dir=$(mktemp -d /var/tmp/ferry-root.XXXXXX) || exit 99
trap 'rm -rf "$dir"' EXIT
trap 'exit 99' INT TERM

tool=$dir/file-tool
$AARCH64_CC -std=gnu11 -O1 -w -static -I "$srcdir/tests/syscalls" \
	-o "$tool" "$srcdir/tests/syscalls/file-tool.c" || exit 99
failed=0

# expect "what" "words of file-tool" then the expected lines.
expect()
{
	what=$1
	words=$2
	shift 2
	printf '%s\n' "$@" >"$dir/expected"
	# shellcheck disable=SC2086
	timeout -k 5 60 "$FERRY" -L "$root" "$tool" $words >"$dir/got" 2>&1
	if cmp -s "$dir/expected" "$dir/got"; then
		echo "ok $what"
	else
		echo "not ok $what: $words"
		diff -u "$dir/expected" "$dir/got" | sed 's/^/    /'
		failed=1
	fi
}

# A root with the host's directory $h inside it, and the host's own.
fresh()
{
	rm -rf "$dir/root" "$dir/host"
	root=$dir/root
	h=$dir/host
	mkdir -p "$h/sub" "$root$h/sub" "$root/etc"
	echo "host" >"$h/both"
	echo "host only" >"$h/hosts"
	echo "host" >"$h/sub/file"
	mkdir "$h/outside"
	echo "host" >"$h/outside/file"
	echo "root" >"$root$h/both"
	echo "root only" >"$root$h/roots"
	echo "root" >"$root$h/sub/file"
	echo "target" >"$root/etc/target"
	ln -s /etc/target "$root$h/absolute"
	ln -s both "$root$h/relative"
	ln -s ../../../../../../../../../../etc/target "$root$h/upward"
	ln -s "$h/hosts" "$root$h/to-host"
	ln -s /proc/self/comm "$root$h/to-proc"
	ln -s loop "$root$h/loop"
}

fresh
expect "ROOT comes first" "cat $h/both" "root"
expect "what ROOT lacks is the host's" "cat $h/hosts" "host only"
expect "ROOT alone" "cat $h/roots" "root only"
expect "absolute link" "cat $h/absolute" "target"
expect "relative link" "cat $h/relative" "root"
expect "no way up out of ROOT" "cat $h/upward" "target"
expect "link to what only the host has" "cat $h/to-host" "host only"
expect "/proc is the host's" "cat $h/to-proc" "file-tool"
expect "loop" "cat $h/loop" "ELOOP"
expect "ROOT by its name on the host" "cat $root$h/both" "root"
expect "an absolute link there" "cat $root$h/absolute" "target"
expect "one to what only the host has" "cat $root$h/to-host" "host only"
expect "what ROOT lacks is not there" "cat $root$h/hosts" "ENOENT"
expect "a new file there" "put $root$h/made text , cat $h/made" "ok" "text"
expect "dots" "cat /..//.$h/sub/../both" "root"
expect "nowhere" "cat $h/nowhere" "ENOENT"
expect "through a file" "cat $h/both/x" "ENOTDIR"
expect "chdir, and relative paths" "cd $h , pwd , cat both , cat hosts" \
	"ok" "$root$h" "root" "ENOENT"

expect "a link itself, and what stays below a directory" "link $h/absolute" \
	ENOTDIR ok ok "same 0" EINVAL ok ENOENT ok ELOOP EXDEV
expect "a mount of ROOT's on ROOT's" "bind $h/both $h/roots" ok ok root

expect "a new file is made in ROOT" "put $h/new text , cat $h/new" "ok" "text"
if [ ! -f "$root$h/new" ] || [ -e "$h/new" ]; then
	echo "not ok: the place of a new file"
	failed=1
fi
expect "an old one is changed in ROOT" "put $h/both new , cat $h/both" \
	"ok" "new"
[ "$(cat "$h/both")" = host ] || { echo "not ok host's file"; failed=1; }
expect "no parent in ROOT: on the host" "put $h/outside/new x" "ok"
[ -f "$h/outside/new" ] || { echo "not ok place on the host"; failed=1; }
expect "mkdir, symlink, rename, link" \
	"mkdir $h/d , symlink both $h/s , mv $h/new $h/newer , ln $h/newer $h/l , cat $h/l" \
	ok ok ok ok text
expect "socket" "listen $h/socket , stat $h/socket" ok ok
expect "chmod of the host's" "chmod $h/outside/file" ok

fresh
expect "removed is removed" "rm $h/both , cat $h/both , rm $h/both" \
	ok ENOENT ENOENT
[ -f "$h/both" ] || { echo "not ok: host's file is gone"; failed=1; }
fresh
expect "a child's removal is its brother's too" \
	"fork rm $h/both , fork cat $h/both , cat $h/both" ok ENOENT ENOENT
fresh
expect "removal by relative path" "cd $h , rm both , cat $h/both" \
	ok ok ENOENT
fresh
expect "removal survives exec" \
	"rm $h/both , run $tool cat $h/both" ok ENOENT
fresh
expect "renamed away" "mv $h/both $h/other , cat $h/both" ok ENOENT
fresh
expect "made again" "rm $h/both , put $h/both x , cat $h/both" ok ok x
fresh
expect "nothing shows below a removed directory" \
	"rm $h/sub/file , rmdir $h/sub , cat $h/sub/file , rm $h/sub/file" \
	ok ok ENOENT ENOENT
[ -f "$h/sub/file" ] || { echo "not ok: host's file is gone"; failed=1; }
expect "the host's name in a directory of ROOT stays" "rm $h/hosts" ENOENT
[ -f "$h/hosts" ] || { echo "not ok: host's file is gone"; failed=1; }
expect "outside ROOT's directories the host's is removed" \
	"rm $h/outside/file" ok

cp "$tool" "$root$h/tool"
printf '#!%s/tool cat\nscript\n' "$h" >"$root$h/script"
chmod +x "$root$h/script"
expect "exec of ROOT's program" "run $h/tool cat $h/roots" "root only"
expect "#! finds ROOT's program, too" "run $h/script" "#!$h/tool cat" "script"
exit $failed
