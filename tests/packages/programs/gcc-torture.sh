# SPDX-License-Identifier: MIT
# gcc-14 on the largest of gcc's own torture programs: the objects are the
# cross compiler's, and what the guest links of them exits as natively.
# root: compilers
# material: torture
# smoke: some
# seconds: 600
# shellcheck shell=dash disable=SC1091,SC2086,SC2317
. "${0%/*}/../prelude"

case $(uname -m) in
x86_64) arm=aarch64-linux-gnu- native=yes ;;
*) arm='' native='' ;;
esac

programs='strlen-5 conversion pr92904 pr58574 memset-2 builtin-bitops-1 ashrdi-1
    990326-1 pr38051 va-arg-2 memchr-1 20020506-1 20030323-1 20020402-2 strlen-4
    ashldi-1 divcmp-1 multi-ix strlen-2 20020108-1 va-arg-10 pr63302
    lshrdi-1 20000914-1 va-arg-9 20040709-2 builtin-prefetch-4 cmpdi-1 memset-3
    pr53645-2 pr64006 cmpsi-2 20180921-1 builtin-prefetch-3 20040629-1
    20030714-1 gofast cmpsf-1 builtin-prefetch-2 strlen-3 20040703-1'

# They are older than what gcc 14 insists on, but for the status of main().
old='-w -Wno-psabi -std=gnu99 -fpermissive'

torture()
{ # LEVEL NAME...
	level=$1
	shift
	cd /tmp/torture || return
	for name; do
		o=/tmp/w/$name.o
		"${arm}gcc-14" $old "$level" -c "$name.c" -o "$o" || continue
		from=$o
		[ -z "$native" ] || from=$name.c
		gcc-14 $old "$level" "$from" -o /tmp/w/program -lm &&
		    /tmp/w/program
		echo "$name $?"
	done
	cd /tmp/w && sha256sum -- *.o
}

t_some()
{
	torture -O2 conversion va-arg-10 multi-ix
}
t_o0()
{
	torture -O0 $programs
}
t_o1()
{
	torture -O1 $programs
}
t_o2()
{
	torture -O2 $programs
}
t_o3()
{
	torture -O3 $programs
}
t_os()
{
	torture -Os $programs
}

run "$1"
