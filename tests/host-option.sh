# SPDX-License-Identifier: MIT
# -host: what it lists, what it refuses, and that a guest and its children are
# translated for the features that it names, however they are named.
set -u
dir=$(mktemp -d "${TMPDIR:-/tmp}/ferry-host.XXXXXX") || exit 99
trap 'rm -rf "$dir"' EXIT
unset FERRY_HOST QEMU_HOST
failed=0

fail()
{
	echo "FAIL: $*"
	failed=1
}

# Prints the names of the features that are used.
used() # LIST
{
	"$FERRY" -host "$1,help" | awk '$3 == "yes" { printf "%s ", $1 }'
}

for list in v2 v2,-aes -gfni,v2; do
	case " $(used "$list")" in
	*" v3 "* | *" v4 "* | *" gfni "*) fail "$list uses more: $(used "$list")" ;;
	esac
done
case " $(used -aes,-sha,-pclmul,-gfni)" in
*" aes "* | *" sha "* | *" pclmul "* | *" gfni "*) fail "-NAME does not take it away" ;;
*" v2 "*) ;;
*) fail "v2 is not used" ;;
esac

# What is listed as being here can be asked for, and nothing else; also where
# libc is told to leave features alone, as if the machine had less.
levels()
{
	"$FERRY" -host help >"$dir/help" || fail "-host help: status $?"
	for level in v2 v3 v4; do
		here=$(awk -v l=$level '$1 == l { print $2 }' "$dir/help")
		"$FERRY" -host $level,help >/dev/null 2>"$dir/err"
		case $here/$? in
		yes/0) ;;
		no/1)
			grep -q "^ferry: .* no $level" "$dir/err" ||
			    fail "$level: $(cat "$dir/err")"
			;;
		*) fail "$level: $here, $(cat "$dir/err")" ;;
		esac
	done
}
levels
(
	GLIBC_TUNABLES=glibc.cpu.hwcaps=-AVX2,-AVX512F
	export GLIBC_TUNABLES
	levels
	exit $failed
) || failed=1
for list in v5 v3,aes '' 'v3,' -v2 -nothing; do
	"$FERRY" -host "$list" /bin/true >"$dir/out" 2>"$dir/err"
	[ $? = 1 ] || fail "-host '$list': status"
	grep -q '^ferry: -host' "$dir/err" || fail "-host '$list': message"
done
FERRY_HOST=v5 "$FERRY" /bin/true 2>"$dir/err" && fail "FERRY_HOST=v5"

[ -n "${AARCH64_CC:-}" ] || exit $failed
cat >"$dir/prog.c" <<'END'
#include <sys/wait.h>
#include <unistd.h>
int main(int argc, char **argv)
{
    if (argc > 1) { /* a child without an environment, by exec */
        char *args[] = {argv[0], NULL}, *nothing[] = {NULL};
        if (vfork() == 0)
            execve(argv[0], args, nothing);
        wait(NULL);
    }
    return 0;
}
END
$AARCH64_CC -O1 -static -o "$dir/prog" "$dir/prog.c" || exit 99
# Each process says for which features it was translated.
shown() # COMMAND...
{
	"$@" "$dir/prog" child 2>&1 | sed -n 's/^.*host features: //p'
}
twice()
{
	printf '%s\n%s' "$1" "$1"
}
none=v2,-aes,-pclmul,-sha
[ "$(shown "$FERRY" -d stats -host $none)" = "$(twice $none)" ] ||
    fail "-host does not reach the child"
[ "$(FERRY_HOST=$none shown "$FERRY" -d stats)" = "$(twice $none)" ] ||
    fail "FERRY_HOST does not reach the child"
[ "$(QEMU_HOST=v4 FERRY_HOST=v3 shown "$FERRY" -d stats -host $none)" = \
    "$(twice $none)" ] || fail "the command line does not count more"
exit $failed
