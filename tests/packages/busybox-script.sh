# SPDX-License-Identifier: MIT
# What busybox.sh runs in the guest's shell and in the native one: one function
# for each behaviour, called as `sh busybox-script.sh NAME` in an empty
# directory. What they print must not depend on time, pids, inodes or users.
# shellcheck shell=busybox disable=SC2034,SC2317

. "${0%/*}/prelude"

# --- who runs ---------------------------------------------------------------

t_children_are_guests()
{
	# As a built-in, an applet in a fork, by exec, by exec of exec, in a
	# pipe, in the background, in a substitution, from find and from xargs.
	uname -m
	(uname -m)
	env uname -m
	env env env uname -m
	echo x | env uname -m | cat
	env uname -m &
	wait
	echo "$(env uname -m)"
	touch one
	find . -name one -exec uname -m ';'
	echo -m | xargs uname
	sh -c 'uname -m; env uname -m'
	busybox uname -m
	"$(which uname)" -m
	printf '#!/bin/sh\nenv uname -m\n' >script
	chmod +x script
	./script
	timeout 20 uname -m
	nohup uname -m 2>/dev/null || env nice uname -m 2>/dev/null
	tar cf t.tar one
	tar xf t.tar --to-command 'uname -m'
	trap 'env uname -m' EXIT
}

t_script_interpreter_with_argument()
{
	printf '#!/bin/awk -f\nBEGIN { print "awk", ARGC, ARGV[1] }\n' >a
	printf '#!/bin/sh -e\necho "$# $1"; false; echo not reached\n' >b
	chmod +x a b
	./b first second
	echo "status $?"
	./a x
	echo "status $?"
}

# --- text -------------------------------------------------------------------

t_cat_number_lines()
{
	words | cat -n
	words | cat -A | head -n 2
}
t_head_tail()
{
	words | head -n 2
	words | tail -n 2
	words | tail -c 20
}
t_head_bytes()
{
	words | head -c 25
	echo
}
t_tac_rev()
{
	words | tac | rev
}
t_wc()
{
	words | wc
	words | wc -lc
	words | wc -w
	words >f
	wc -L f
}
t_sort()
{
	words | tr ' ' '\n' | sort | uniq -c | sort -rn -k1,1 -k2 | head
}
t_sort_numeric()
{
	numbers 500 | sort -n | sed -n '1p;100p;250p;500p'
}
t_sort_keys()
{
	words | sort -k3,3 -t' '
	words | sort -r -u -f
}
t_uniq()
{
	printf 'a\na\nb\nc\nc\nc\na\n' | uniq -c
	printf 'a\na\nb\n' | uniq -d
}
t_cut()
{
	words | cut -d' ' -f2,4-5
	words | cut -c1-7
	words | cut -b 3-9
}
t_paste()
{
	words >a
	seq 5 >b
	paste b a
	paste -s -d, b
}
t_tr()
{
	words | tr a-z A-Z
	words | tr -d aeiou
	words | tr -s 'o '
	words | tr -cd 'a\n'
}
t_fold()
{
	words | fold -w 13
	words | fold -s -w 13
}
t_expand()
{
	printf 'a\tb\n\tc\n' | expand
	printf '        x\n' | unexpand | od -c
}
t_nl()
{
	words | nl -w3 -s': '
	printf 'a\n\nb\n' | nl -b a
}
t_grep()
{
	words | grep -n quick
	words | grep -c jump
	words | grep -v the
	words | grep -o 'q[a-z]*'
}
t_grep_regex()
{
	words | grep -E '(ju|b)[a-z]{2,4}s?' -o
	words | grep -iw 'pack\|the'
	words | grep -q nothere
	echo $?
}
t_egrep_fgrep()
{
	words | egrep '^(how|the)'
	words | fgrep -x 'sphinx'
	echo $?
}
t_sort_merges_files()
{
	seq 10 >a
	seq 5 15 >b
	sort a b | uniq -d
}
t_diff()
{
	words >a
	words | sed 's/quick/slow/' >b
	diff a b
	diff -u a b | tail -n +3
}
t_cmp()
{
	words >a
	words | tr q Q >b
	cmp a b
	cmp -s a a
	echo $?
	cmp -l a b | head -n 3
}
t_patch()
{
	words >a
	words | sed 's/quick/slow/; 3d' >b
	diff -u a b >p
	patch a <p
	cmp a b && echo same
}
t_seq()
{
	seq 3
	seq 2 3 11
	seq -s, 5
	seq -w 8 11
	seq 1 0.5 3
}
t_factor()
{
	factor 360 97 1000003 1234567890 9007199254740993
}
t_expr()
{
	expr 7 \* 6
	expr abcdef : 'abc\(.*\)'
	expr length hello
	expr 5 '>' 3
	expr 17 % 5 + 2
}
t_printf()
{
	printf '%5d|%-5s|%05.1f|%x|%o|%c|%%\n' 42 ab 3.14159 255 8 z
	printf '%s-%s\n' a b c
	printf '\101\x42\n'
	printf '%b' 'a\tb\n'
}
t_dc()
{
	echo '2 100 ^ p 17 % p' | dc
	echo '10 k 2 v p' | dc
}
t_bc()
{
	echo 'scale=30; a(1)*4; e(1); 2^200' | bc -l
	echo 'define f(n){if(n<2)return 1;return n*f(n-1)};f(40)' | bc
}
t_cal()
{
	cal 2 2024
	cal 9 1752 | head -n 4
}
t_date()
{
	TZ=UTC date -d @1700000000 '+%Y-%m-%d %H:%M:%S %a %j'
	TZ=EST5 date -d '2020-02-29 12:00' +%s
}
t_strings()
{
	printf 'ab\0hello world\0\1\2xyzzy\0' | strings
}
t_od_hexdump_xxd()
{
	words | od -A x -t x1 | head -n 3
	words | hexdump -C | head -n 3
	words | xxd | head -n 2
	words | xxd -p | xxd -r -p | tail -n 1
}
t_od_floats()
{
	printf '\0\0\200\77\333\17\111\100' | od -A n -t f4
}
t_base64()
{
	words | base64
	words | base64 | base64 -d | tail -n 1
}
t_uuencode()
{
	words | uuencode name | head -n 3
	words | uuencode name | (
		uudecode -o out
		cat out
	) | tail -n 1
}
t_dos2unix()
{
	words | unix2dos | od -c | head -n 4
	words | unix2dos | dos2unix | tail -n 1
}
t_shuf()
{
	seq 100 | shuf | sort -n | md5sum
}
t_tee()
{
	words | tee a b | wc -l
	cmp a b && echo same
}
t_dd()
{
	blob 3 >f
	dd if=f bs=512 skip=2 count=2 2>/dev/null | md5sum
	dd if=f of=g bs=1k conv=notrunc 2>/dev/null
	cmp f g
	echo $?
}
t_sed()
{
	words | sed 's/\([a-z]*\) \([a-z]*\)/\2 \1/'
	words | sed -n '/box/,/vow/p'
	words | sed '2,3d;s/o/0/2g'
}
t_sed_hold()
{
	words | sed -n '1!G;h;$p'
	words | sed '$!N;s/\n/ + /'
}
t_sed_loop()
{
	echo 1234567 | sed ':a;s/\([0-9]\)\([0-9]\{3\}\)\($\|,\)/\1,\2\3/;ta'
	words | sed -e '/quick/{s//fast/;w out' -e '}'
	cat out
}
t_sed_in_place()
{
	words >f
	sed -i 's/the/THE/g;y/abc/xyz/' f
	cat f
	sed -i '1i top' f
	head -n 1 f
}
t_sed_commands()
{
	words | sed '1a after
3c changed
5q'
	words | sed -n '2{=;l;}'
	words | sed 's/[aeiou]/<&>/3;s/^.*$/\U&/' | head -n 2
}

# --- awk programs -----------------------------------------------------------

t_awk_fields()
{
	words | awk '{ print NR, NF, $NF, $(NF-1) }'
	words | awk -F'[ ,]+' '$2 ~ /o/ { n++ } END { print n }'
}
t_awk_arrays()
{
	words | awk '
		{ for (i = 1; i <= NF; i++) n[tolower($i)]++ }
		END { for (w in n) print n[w], w }' | sort
}
t_awk_functions()
{
	awk '
		function fib(n) { return n < 2 ? n : fib(n-1) + fib(n-2) }
		BEGIN { for (i = 0; i < 20; i++) printf "%d ", fib(i) }'
}
t_awk_floats()
{
	awk 'BEGIN {
		for (i = 1; i < 20000; i++)
			s += 1 / i / i
		x = 1
		for (i = 0; i < 6; i++)
			x = (x + 2 / x) / 2
		printf "%.12f %.10e %g %.15g\n", s, 1 / 3, -1e-7, x
		print int(-3.7), 7 % 2.5, 1e300 * 1e10, 0.1 + 0.7
		print 1e16 + 1, 3e-320
	}'
}
t_awk_strings()
{
	awk 'BEGIN {
		s = "hello world"
		print substr(s, 3, 5), index(s, "wor"), length(s), toupper(s)
		n = split("a:b:c", p, ":")
		print n, p[3]
		gsub(/o/, "0", s)
		print s, match(s, /w.r/), RSTART, RLENGTH
	}'
}
t_awk_getline()
{
	words >f
	awk 'BEGIN {
		while ((getline l < "f") > 0)
			n++
		print n
		"echo from a command" | getline x
		print x
		print "sorted b\nsorted a" | "sort"
		close("sort")
		system("echo system")
	}'
}
t_awk_sieve()
{
	awk 'BEGIN {
		n = 3000
		for (i = 2; i <= n; i++)
			if (!(i in c)) {
				p++
				s += i
				for (j = i * i; j <= n; j += i)
					c[j]
			}
		print p, s
	}'
}
t_awk_mandelbrot()
{
	awk 'BEGIN {
		for (y = -1.2; y <= 1.2; y += 0.15) {
			l = ""
			for (x = -2; x < 0.6; x += 0.05) {
				a = b = n = 0
				while (n < 40 && a*a + b*b < 4) {
					t = a*a - b*b + x
					b = 2*a*b + y
					a = t
					n++
				}
				l = l substr(" .:-=+*#%@", n % 10 + 1, 1)
			}
			print l
		}
	}'
}
t_awk_printf()
{
	awk 'BEGIN {
		printf "%5d|%-8s|%08.3f|%c|\n", 42, "left", 3.14159, 65
		printf "%x|%e|%i\n", 255, 12345.678, 7.9
		print 0.1 + 0.2, 1e6, 1e20, 123456789012, 0.000001
	}'
}
t_awk_bits()
{
	awk 'BEGIN {
		print and(12, 10), or(12, 10), xor(12, 10)
		print lshift(1, 10), rshift(1024, 3), compl(0)
	}'
}

# --- digests ----------------------------------------------------------------

t_md5sum()
{
	blob 20 | md5sum
	blob 3 >f
	md5sum f >s
	md5sum -c s
}
t_sha1sum()
{
	blob 20 | sha1sum
	: | sha1sum
}
t_sha256sum()
{
	blob 20 | sha256sum
	blob 1 >f
	sha256sum f | sha256sum -c
}
t_sha512sum()
{
	blob 20 | sha512sum
}
t_sha3sum()
{
	blob 20 | sha3sum
	blob 5 | sha3sum -a 512
}
t_crc32()
{
	blob 20 | crc32
	blob 20 >f
	crc32 f
}
t_mkpasswd()
{
	echo pw | mkpasswd -m sha256 -S saltsalt -P 0
	echo pw | mkpasswd -m md5 -S saltsalt -P 0
}

# --- archives ---------------------------------------------------------------

t_gzip()
{
	blob 50 >f
	gzip -c f | wc -c
	gzip -9 <f | gunzip | cmp - f
	gzip -k f
	zcat f.gz | md5sum
	gunzip -t f.gz
	echo $?
}
t_bzip2()
{
	blob 50 >f
	bzip2 -c f | wc -c
	bzip2 -k f
	bunzip2 -c f.bz2 | cmp - f
	echo $?
	bzcat f.bz2 | tail -c 20
}
t_xz()
{
	base64 -d >f.xz <<-END
		/Td6WFoAAATm1rRGAgAhARYAAAB0L+Wj4AJYABtdADQZSe6N6RLmFA6/udJoCiURLYya
		0fxelcwAAAAAvwEVru/r5fUAATfZBAAAALdprdGxxGf7AgAAAAAEWVo=
	END
	xzcat f.xz | md5sum
	unxz -t f.xz
	echo $?
}
t_lzop()
{
	blob 30 >f
	lzop -c f 2>/dev/null | lzop -dc | cmp - f
	echo $?
}
t_tar()
{
	mkdir -p d/e
	words >d/a
	blob 5 >d/e/b
	ln -s a d/l
	tar cf t.tar d
	tar tf t.tar | sort
	mkdir x
	tar xf t.tar -C x
	find x | sort
	cmp d/e/b x/d/e/b
	readlink x/d/l
}
t_tar_gz()
{
	mkdir d
	blob 9 >d/b
	words >d/w
	tar czf t.tgz d
	tar tzf t.tgz | sort
	tar xzOf t.tgz d/w | head -n 1
	tar cjf t.tbz d
	tar xjOf t.tbz d/b | md5sum
}
t_cpio()
{
	mkdir d
	words >d/a
	blob 2 >d/b
	find d | sort | cpio -o -H newc 2>/dev/null >c
	cpio -t <c 2>/dev/null
	mkdir x
	cd x
	cpio -id <../c 2>/dev/null
	find . | sort
	cmp d/b ../d/b
	echo $?
}
t_ar()
{
	{
		printf '!<arch>\n'
		printf '%-16s%-12s%-6s%-6s%-8s%-10s`\n' a/ 0 0 0 100644 6
		echo hello
		printf '%-16s%-12s%-6s%-6s%-8s%-10s`\n' b/ 0 0 0 100644 4
		echo bye
	} >x.a
	ar t x.a
	ar p x.a b
	ar x x.a
	cat a
}
t_unzip()
{
	base64 -d >z.zip <<-END
		UEsDBAoAAAAAAAAAIVgtOwivDAAAAAwAAAABAAAAYWhlbGxvIHdvcmxkClBLAQIeAwoA
		AAAAAAAAIVgtOwivDAAAAAwAAAABAAAAAAAAAAEAAACkgQAAAABhUEsFBgAAAAABAAEA
		LwAAACsAAAAAAA==
	END
	unzip -p z.zip a
	unzip -l z.zip | tail -n 1 | awk '{ print $1, $2 }'
}

# --- files ------------------------------------------------------------------

t_ls()
{
	mkdir d
	touch b a .h
	ln -s a l
	ls
	ls -a
	ls -F
	ls -1 -r
	ls -A d
}
t_cp_mv_rm()
{
	mkdir -p d/e
	words >d/a
	cp -r d c
	find c | sort
	mv c/a c/z
	ls c
	cp -a d k
	rm -r c
	ls
	rm nothere
	echo $?
	rm -f nothere
	echo $?
}
t_ln()
{
	words >a
	ln a b
	ln -s a c
	stat -c '%h %F' a c
	readlink -f c | sed 's,.*/,,'
	ln a b 2>&1
	echo $?
	rm a
	cat c 2>/dev/null
	echo $?
	wc -l <b
}
t_chmod_stat()
{
	touch f
	chmod 640 f
	stat -c '%a %A %s' f
	chmod u+x,g-r,o=w f
	stat -c '%a' f
	umask 027
	mkdir d
	stat -c %a d
}
t_touch_times()
{
	TZ=UTC touch -d '2001-02-03 04:05:06' f
	TZ=UTC stat -c '%y %Y' f
	touch -r f g
	[ f -nt g ] || echo not newer
	TZ=UTC ls -l --full-time f | awk '{ print $6, $7 }'
}
t_find()
{
	mkdir -p a/b/c
	words >a/1
	touch a/b/2 a/b/c/3
	chmod 600 a/1
	find a | sort
	find a -type f -name '[12]' | sort
	find a -size +0c -type f
	find a -perm 600 -print
	find a -maxdepth 1 -mindepth 1 | sort
	find a -type f -exec wc -c '{}' + | tail -n 1
	find a -name 3 -exec rm '{}' ';'
	find a -type f | wc -l
}
t_xargs()
{
	seq 10 | xargs -n 3 echo
	seq 3 | xargs -I N echo '<N>'
	printf 'a b\0c\0' | xargs -0 -n1 echo
	echo 1 2 3 | xargs -t echo 2>&1
	seq 4 | xargs -P 2 -n 1 true
	echo $?
}
t_du_df()
{
	blob 40 >f
	du -k f | awk '{ print ($1 >= 40) }'
	df -P /proc | awk 'END { print NF, $NF }'
}
t_mktemp()
{
	f=$(mktemp -p .)
	[ -f "$f" ] && echo file
	d=$(mktemp -d -p .)
	[ -d "$d" ] && echo dir
}
t_mkfifo()
{
	mkfifo p
	words >p &
	head -n 1 <p
	wait
	rm p
	ls
}
t_truncate_fallocate()
{
	truncate -s 100000 f
	stat -c %s f
	truncate -s 10 f
	stat -c %s f
	fallocate -l 4096 g
	stat -c %s g
}
t_realpath_basename()
{
	mkdir -p a/b
	touch a/b/c
	realpath a/../a/b/c | sed 's,.*/a/b,a/b,'
	basename /x/y/z.c .c
	dirname /x/y/z.c
	readlink nothere
	echo $?
}
t_sparse_dd()
{
	dd if=/dev/zero of=f bs=1k count=3 seek=5 2>/dev/null
	stat -c %s f
	md5sum <f
	printf abc | dd of=f bs=1 seek=4 conv=notrunc 2>/dev/null
	od -c f | head -n 2
}
t_install()
{
	words >f
	install -m 751 f g
	stat -c '%a %s' g
	install -d d/e
	ls d
}
t_noclobber_lock()
{
	(
		set -C
		echo 1 >lock
	) && (
		set -C
		echo 2 >lock
	) 2>/dev/null
	echo $?
	cat lock
}
t_shred_sync()
{
	words >f
	shred -n 1 -z f
	stat -c %s f
	tr -d '\0' <f | wc -c
	sync
	echo $?
}
t_errors()
{
	cat nothere
	echo $?
	cd nothere 2>&1
	echo $?
	mkdir d
	cat d
	echo $?
	rmdir nothere
	cp a 2>&1 | head -n 1
	ls -z 2>&1 | head -n 1
	/nothere/prog
	echo $?
	./d
	echo $?
	touch f
	./f
	echo $?
}

# --- the shell --------------------------------------------------------------

t_sh_loops()
{
	i=0
	while [ $i -lt 2000 ]; do
		i=$((i + 1))
		case $i in *77) continue ;; 1999) break ;; esac
		s=$((${s:-0} + i * i % 7))
	done
	echo $i $s
	for w in a b 'c d'; do echo "<$w>"; done
	until [ $i -le 1990 ]; do i=$((i - 3)); done
	echo $i
}
t_sh_arithmetic()
{
	echo $((7 / 2)) $((-7 / 2)) $((-7 % 3)) $((1 << 40))
	echo $((0x7fffffffffffffff + 1)) $((5 > 3 ? 10 : 20))
	echo $((~5 & 0xff)) $((2 ** 10))
	a=5
	echo $((a++ + ++a)) $a $((a *= 3))
}
t_sh_expansion()
{
	v=path/to/file.tar.gz
	echo "${v##*/} ${v%.*} ${v%%.*} ${v#*/} ${#v} ${v:5:2} ${v/o/0} ${v//t/T}"
	echo "${u:-default} ${u:=set} $u ${u:+alt}"
	set -- a 'b c' d
	echo $# "$*" "$2"
	shift
	echo "$@"
}
t_sh_globs()
{
	touch a1 a2 b1 .h 'x y'
	echo a*
	echo ?1
	echo [!a]*
	echo .[!.]*
	for f in *; do echo "[$f]"; done
	echo nomatch*
}
t_sh_functions()
{
	f()
	{
		local x=in
		echo "$x $1 $#"
		return 3
	}
	x=out
	f a b
	echo $? $x
	g()
	{
		[ "$1" -le 1 ] && echo 1 && return
		echo $(($1 * $(g $(($1 - 1)))))
	}
	g 10
}
t_sh_pipelines()
{
	words | tr ' ' '\n' | sort | uniq -c | sort -rn |
		awk '$1 > 1 { print $2 }' | sort | tr '\n' ' '
	echo
	false | true
	echo $?
	! true
	echo $?
	set -o pipefail
	false | true
	echo $?
	seq 100000 | head -n 1
}
t_sh_long_pipe()
{
	seq 20000 | cat | cat | cat | cat | cat | cat | tail -n 1
	blob 300 | cat | md5sum
}
t_sh_subshells()
{
	x=1
	(
		x=2
		echo $x
		exit 5
	)
	echo $? $x
	{
		x=3
	}
	echo $x
	(
		cd /
		pwd
	)
	y=$(
		x=4
		echo "$x $(echo nested "$(echo deep)")"
	)
	echo "$y $x"
	(((3 + 4)))
	echo "$(printf 'a\n\n\n')|"
}
t_sh_background()
{
	sleep 0.1 &
	a=$!
	(exit 7) &
	b=$!
	wait $b
	echo $?
	wait $a
	echo $?
	for i in 1 2 3 4 5; do (
		echo "job $i" >out$i
		exit $i
	) & done
	wait
	cat out?
	sleep 5 &
	kill $!
	wait $! 2>/dev/null
	echo $?
	jobs
}
t_sh_many_children()
{
	i=0
	while [ $i -lt 60 ]; do
		env true &
		i=$((i + 1))
	done
	wait
	echo all
	i=0
	while [ $i -lt 60 ]; do
		/bin/true || exit 9
		i=$((i + 1))
	done
	echo one by one
}
t_sh_traps()
{
	trap 'echo usr1' USR1
	trap 'echo exit $?' EXIT
	kill -USR1 $$
	echo after
	trap '' TERM
	kill -TERM $$
	echo survived
	(
		trap 'echo sub; exit 4' INT
		kill -INT $(sh -c 'echo $PPID')
	)
	echo $?
	trap - USR1
	trap
	exit 6
}
t_sh_trap_during_wait()
{
	trap 'echo got it' USR1
	(
		sleep 0.2
		kill -USR1 $$
	) &
	sleep 2 &
	wait $!
	echo $?
	trap 'echo alarm' ALRM
	(
		sleep 0.1
		kill -ALRM $$
	) &
	read -r x </dev/null
	wait
	echo done
}
t_sh_signal_status()
{
	sh -c 'kill -9 $$'
	echo $?
	sh -c 'kill -SEGV $$' 2>/dev/null
	echo $?
	sh -c 'kill -PIPE $$'
	echo $?
	(kill -TERM $(sh -c 'echo $PPID'))
	echo $?
	timeout 0.2 sleep 5
	echo $?
	timeout -s KILL 0.2 sleep 5
	echo $?
}
t_sh_trap_in_loop()
{
	n=0
	trap 'n=$((n + 1))' USR2
	i=0
	while [ $i -lt 200 ]; do
		kill -USR2 $$
		i=$((i + 1))
	done
	echo $n
}
t_sh_busy_loop_interrupted()
{
	sh -c 'trap "echo stopped; exit 3" USR1
		(sleep 0.2; kill -USR1 $$) &
		while :; do x=$((x + 1)); done'
	echo $?
}
t_sh_stop_continue()
{
	(
		sleep 0.3
		echo finished
	) &
	p=$!
	kill -STOP $p
	sleep 0.1
	kill -CONT $p
	wait $p
	echo $?
}
t_sh_here_documents()
{
	x=val
	cat <<END
x is $x, $(echo cmd), $((6 * 7)), \$x
END
	cat <<'END'
no $x $(expansion)
END
	cat <<-END | tr a-z A-Z
		tabs removed
	END
	while read -r a b; do echo "$b-$a"; done <<END
1 one
2 two
END
}
t_sh_large_here_document()
{
	blob 100 | fold -w 60 >f
	{
		echo 'cat <<END | md5sum'
		cat f
		echo
		echo END
	} >s
	sh s
}
t_sh_redirections()
{
	echo out >f
	echo more >>f
	cat <f
	{
		echo a
		echo b >&2
	} 2>err >o
	cat err o
	ls nothere 2>&1 | wc -l
	exec 3>g
	echo three >&3
	exec 3>&-
	cat g
	exec 4<f
	read -r l <&4
	echo "$l"
	echo x 1<>f
	cat f
}
t_sh_read()
{
	printf 'a:b c\\d:e\n' | {
		IFS=: read -r x y z
		echo "$x|$y|$z"
	}
	printf 'one two\\\nthree\n' | {
		read x y
		echo "$x|$y"
	}
	printf 'no newline' | {
		read -r x
		echo "$? $x"
	}
	echo abc | {
		read -n 2 x
		echo "$x"
	}
}
t_sh_case_test()
{
	for w in apple 12 -x ''; do
		case $w in
		a* | b*) echo letter ;;
		[0-9]*) echo digit ;;
		-?) echo option ;;
		*) echo else ;;
		esac
	done
	[ a \< b ] && [ 3 -gt 2 -a ! -e nothere ] && echo yes
	test -d . && test -n x && echo dir
	[[ abc == a* ]] && echo match
}
t_sh_getopts()
{
	f()
	{
		while getopts ab:c o; do echo "$o ${OPTARG:-}"; done
		shift $((OPTIND - 1))
		echo "rest $*"
	}
	f -a -b val -c x y
	f -z 2>&1
}
t_sh_eval_exec()
{
	x='echo "a  b" | tr a c'
	eval "$x"
	(exec echo replaced)
	sh -c 'exec env echo "$0 $1"' zero one
	. /dev/stdin <<END
sourced=1
END
	echo $sourced
}
t_sh_environment()
{
	A=1 env | grep '^A='
	export B='two words'
	env sh -c 'echo "$B"'
	env -i C=3 env
	env -u B sh -c 'echo "${B-unset}"'
	unset B
	echo "${B-unset}"
}
t_sh_errexit()
{
	sh -ec 'echo a; false; echo b'
	echo $?
	sh -uc 'echo $nothere' 2>/dev/null
	echo $?
	sh -c 'exit 300'
	echo $?
	sh -c 'nosuchcommand' 2>/dev/null
	echo $?
	sh -nc 'if'
	echo $?
}
t_sh_xtrace()
{
	sh -xc 'a=1; echo $a' 2>&1
}
t_sh_ulimit_umask()
{
	umask
	umask 077
	umask
	(
		ulimit -n 64
		ulimit -n
		ulimit -c 0
		ulimit -c
	)
	ulimit -f 1
	dd if=/dev/zero of=big bs=1k count=100 2>/dev/null
	echo $?
}
t_sh_times_type()
{
	times | wc -l
	type cd test
	command -v echo
	hash -r
	alias ll='ls -l'
	alias ll
}
t_sh_printf_loop()
{
	i=0
	while [ $i -lt 300 ]; do
		printf '%03d ' $i
		i=$((i + 1))
	done | md5sum
}
t_sh_recursion()
{
	ack()
	{
		if [ $1 = 0 ]; then
			r=$(($2 + 1))
		elif [ $2 = 0 ]; then
			ack $(($1 - 1)) 1
		else
			ack $1 $(($2 - 1))
			ack $(($1 - 1)) $r
		fi
	}
	ack 2 5
	echo $r
}

# --- processes and system ---------------------------------------------------

t_tunables()
{
	sysctl -n kernel.ostype
	stty size </dev/null
	echo $?
	ionice -c 3 sh -c 'echo idle' 2>/dev/null
	echo $?
}
t_setsid()
{
	setsid sh -c 'echo session'
	echo $?
}
t_ps_kill()
{
	sleep 20 &
	p=$!
	kill -0 $p && echo alive
	kill $p
	wait $p
	echo $?
	kill -0 $p 2>/dev/null
	echo $?
	kill -l 15
	kill -l | head -n 2
}
t_proc_cmdline()
{
	sh -c 'tr "\0" " " </proc/$$/cmdline; echo' zero one
	sh -c 'cat /proc/$$/comm'
	readlink /proc/self/exe | sed 's,.*/,,'
}
t_proc_stat_fields()
{
	awk '{ print NF > 40 }' /proc/self/stat
	awk '/^Threads/ { print $2 }' /proc/self/status
	grep -c '\[stack\]' /proc/self/maps
}
t_proc_exe_of_child()
{
	sleep 5 &
	p=$!
	sleep 0.2
	readlink /proc/$p/exe | sed 's,.*/,,'
	kill $p
}
t_uname()
{
	uname -s
	uname -o
	arch
}
t_time_sleep()
{
	time -f '%C %x' true 2>&1
	sleep 0
	usleep 1000
	echo $?
	TZ=UTC date -u +%Y | grep -c '^20'
}
t_nproc_taskset()
{
	[ "$(nproc)" -ge 1 ] && echo ok
	taskset 1 nproc
	chrt -p $$ 2>/dev/null | wc -l
}
t_nc_loopback()
{
	nc -l -p 0 127.0.0.1 </dev/null >/dev/null 2>&1 &
	sleep 0.1
	kill $!
	wait $! 2>/dev/null
	echo $?
	p=$((20000 + $$ % 20000))
	(echo served | timeout 10 nc -l -p $p 127.0.0.1) &
	sleep 0.3
	timeout 10 nc 127.0.0.1 $p </dev/null
	wait
}
t_httpd()
{
	mkdir www
	words >www/index.html
	p=$((40000 + $$ % 20000))
	httpd -f -p 127.0.0.1:$p -h www &
	s=$!
	sleep 0.3
	timeout 10 wget -q -O - http://127.0.0.1:$p/index.html
	kill $s
}
t_tail_follow()
{
	words >f
	timeout 3 tail -f -s 1 f >o &
	sleep 0.5
	echo appended >>f
	wait
	tail -n 1 o
}
t_ed()
{
	words >f
	printf '2d\n1a\nnew line\n.\n,s/the/THE/\nw\nq\n' | ed f
	cat f
}
t_vi_batch()
{
	words >f
	printf 'dd:wq\n' | vi f >/dev/null 2>&1
	wc -l <f | awk '{ print ($1 <= 5) }'
}
t_run_parts()
{
	mkdir d
	for i in 1 2 3; do
		printf '#!/bin/sh\necho part %s "$@"\n' $i >d/p$i
		chmod +x d/p$i
	done
	run-parts -a arg d
	run-parts --test d | sed 's,.*/,,'
}
t_start_stop_daemon()
{
	start-stop-daemon -S -b -m -p ./pid -x /bin/sleep -- 20
	sleep 0.2
	kill -0 "$(cat pid)" && echo runs
	start-stop-daemon -K -p ./pid >/dev/null
	sleep 0.2
	kill -0 "$(cat pid)" 2>/dev/null
	echo $?
}
t_ps_args()
{
	sleep 7.25 &
	p=$!
	sleep 0.5
	ps -o pid,args | awk -v p=$p '$1 == p { print $2, $3 }'
	kill $p
}
t_names_of_users()
{
	id -un >/dev/null 2>&1
	echo $?
	whoami >/dev/null 2>&1
	echo $?
	hostname | wc -l
}
t_tty_stty()
{
	tty </dev/null
	echo $?
	stty -g </dev/null 2>/dev/null
	echo $?
}
t_ipcalc()
{
	ipcalc -b -n -p 10.1.2.3 255.255.0.0
	ipcalc -m 10.1.2.3
}

run "$1"
