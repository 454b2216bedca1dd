# SPDX-License-Identifier: MIT
# Each program of coreutils that needs no rights.
# smoke: text digests files sort numbers
# shellcheck shell=dash disable=SC1091,SC2003,SC2012,SC2016,SC2018,SC2019,SC2034,SC2050,SC2094,SC2166,SC2308,SC2317,SC2320,SC3036
. "${0%/*}/../prelude"

t_text()
{
	words | cat -An | head -n 3
	words | tac
	words | nl -ba -w3 -s': '
	words | head -n 2
	words | head -c 30
	echo
	words | tail -n +4
	words | tail -c 20
	words | cut -d' ' -f2,4-5
	words | cut -c3-10,15
	words | cut -b1-3 --complement
	words | tr a-z A-Z | tr -d AEIOU | tr -s L
	words | fold -w 15 -s
	words | fmt -w 50
	words | expand -t 4 | unexpand -a -t 8
	words | tr ' ' '\n' | pr -3 -t -l 12
	words | wc
	words | wc -lwcmL
	words | paste -sd+ | cut -c1-60
	seq 6 | paste - - -
	words | od -A d -t x1z | head -n 4
	words | od -t o2 -N 16
	words | od -t fF -N 16
	seq 4 >a
	seq 3 5 >b
	comm a b
	printf '1 a\n2 b\n3 c\n' >l
	printf '1 x\n3 z\n4 w\n' >r
	join l r
	join -a1 -a2 -e- -o 0,1.2,2.2 l r
	words | csplit -s -f part - /sphinx/ /five/
	wc -l part*
	words | split -l 2 - sp
	head -n 1 sp*
	words | ptx -w 40 | head -n 5
	printf 'a b\nb c\nc d\n' | tsort
	numfmt --to=iec 1048576 1500 123456789
	numfmt --from=si 1K 3M
	echo éàü | wc -mc
	printf 'caf\303\251\n' | od -c
	words | shuf --random-source=/dev/zero | sort | head -n 1
}

t_digests()
{
	for n in 0 1 63 64 65 1000 100000; do
		head -c $n /dev/zero | tr '\0' a >f
		for d in md5sum sha1sum sha224sum sha256sum sha384sum sha512sum \
		    b2sum cksum 'sum -r' 'sum -s'; do
			echo "$d $($d <f)"
		done
	done
	blob 300 >g
	md5sum g >list
	sha256sum g >>list
	md5sum g | sed 's/^./0/' >wrong
	md5sum -c wrong
	echo $?
	sha256sum -c list 2>/dev/null
	md5sum --ignore-missing -c list 2>/dev/null
	for a in bsd sysv crc crc32b md5 sha1 sha224 sha256 sha384 sha512 blake2b sm3; do
		cksum -a $a g
	done
	sha256sum --tag g
	base64 -w 40 <f | head -n 3
	base64 <g | base64 -d | cmp - g && echo same
	base32 <g | base32 -d | cmp - g && echo same
	for b in base64 base64url base32 base32hex base16 base2msbf z85; do
		head -c 40 g | basenc --$b -w 60
	done
}

t_sort()
{
	numbers 3000 >n
	sort n | md5sum
	sort -n n | md5sum
	sort -rn n | sed -n '1p;500p;$p'
	sort -u n | wc -l
	sort -R --random-source=/dev/zero n | sort -n | md5sum
	words | tr ' ' '\n' | sort -f | uniq -c | sort -k1,1nr -k2 | head -n 5
	words | sort -k3,3 -t' '
	words | sort -k2.2,2.3r
	printf '1.5e3\n2K\n-7\n0x10\n3\n' | sort -g
	printf '2K\n1M\n3\n1G\n' | sort -h
	printf 'v1.10\nv1.9\nv1.2a\nv1.2\n' | sort -V
	printf 'DEC\nJAN\nxyz\nAPR\n' | sort -M
	printf 'b\0a\0c\0' | sort -z | tr '\0' ' '
	echo
	sort -c n
	echo $?
	sort -m -n a b 2>/dev/null
	echo $?
	sort -S 20k -T . n | md5sum
	sort -s -k1.1,1.2 n | md5sum
	words | tr ' ' '\n' | sort | uniq -d
	words | tr ' ' '\n' | sort | uniq -u | wc -l
	printf 'a 1\nb 1\nc 2\n' | uniq -f1
	LC_ALL=C sort <<END
b
B
a
A
é
END
}

# More lines than sort takes in one thread.
t_sort_large()
{
	seq 150000 | tr 0-9 3719284650 >n
	sort n | md5sum
	sort --parallel=2 -n n | md5sum
	sort -S 1M -T . -r n | md5sum
}

t_files()
{
	mkdir -p a/b/c d
	words >a/one
	cp a/one a/b/two
	cp -r a e
	ls -R a e
	cp -a a/one copy
	cmp a/one copy && echo same
	ln a/one hard
	ln -s a/one soft
	ln -sr a/b/two soft2
	ls -l soft soft2 | sed 's/.* soft/soft/'
	stat -c '%n %s %h %F %A %a' a/one hard soft a
	stat -L -c '%n %s %F' soft
	readlink soft
	readlink -f soft
	realpath --relative-to=a/b copy
	mv copy a/moved
	mv -n a/one a/moved
	mv -v a/moved a/again
	mv --backup=numbered hard a/again
	ls a
	rm -v a/again
	rm nothing
	echo $?
	rm -f nothing
	rm d
	echo $?
	rmdir -v d
	rmdir a
	echo $?
	touch -d '2001-02-03 04:05:06 UTC' t
	stat -c '%y %Y' t
	touch -r t u
	[ t -nt u ] || [ t -ot u ] || echo same time
	ls -l --time-style=+%F t | cut -d' ' -f 6-
	chmod 640 t
	stat -c %a t
	chmod u+x,g=w,o= t
	stat -c %A t
	chmod -R a+rX e
	install -D -m 751 t new/dir/t
	stat -c %a new/dir/t
	mktemp -u xxx.XXXXXX | wc -c
	mkfifo fifo
	stat -c %F fifo
	mknod p p
	test -p p && echo fifo
	truncate -s 12345 big
	stat -c '%s' big
	fallocate -l 10 f2 2>/dev/null || truncate -s 10 f2
	du -b --apparent-size big
	dd if=/dev/zero of=z bs=1k count=10 seek=2 2>&1 | head -n 2
	dd if=z bs=512 skip=1 count=3 status=none | wc -c
	words | dd conv=ucase,swab status=none | head -n 1
	shred -u -n 1 f2
	ls f2
	sync t
	basename /x/y/z.c .c
	dirname /x/y/z.c
	pathchk -p 'bad name'
	echo $?
	unlink z
	link t t2 && stat -c %h t2
	df -P /proc | awk 'END { print NF, $NF }'
	ls -1 --group-directories-first -F
	ls -a -m e
	dir -C -w 40
	ls -ls e/b | tail -n 1 | cut -d' ' -f1-4
	cp --sparse=always big sparse && cmp big sparse && echo same
	cp -u t t2
	cp t nowhere/x
	echo $?
	cp a x
	echo $?
	ls nothing
	echo $?
}

t_numbers()
{
	seq 5
	seq -s, 0 2.5 10
	seq -w 8 11
	seq -f '%05.1f' 3
	seq 10 -3 1
	expr 2 + 3 \* 4
	expr length abcdef
	expr substr abcdef 2 3
	expr match abc123 '[a-z]*\([0-9]*\)'
	expr 5 '>' 3
	expr 99999999999999999999 \* 99999999999999999999
	factor 2 97 1001 1000000007 18446744073709551615 340282366920938463463374607431768211455
	numfmt --grouping 1234567 --to=none
	/usr/bin/printf '%d %i %o %x %X %u\n' 10 -10 8 255 255 7
	/usr/bin/printf '%f %.3e %g\n' 3.14 12345.678 0.0001
	/usr/bin/printf '%s %10s|%-10s| %c %%\n' a b c def
	/usr/bin/printf '%b\n' 'x\ty\0101'
	/usr/bin/printf '%q\n' "it's a"
	/usr/bin/printf '%s\n' one two three
	/usr/bin/printf '%d\n' abc
	echo $?
	/usr/bin/test 3 -lt 5 && echo less
	[ abc = abc -a 1 -ne 2 ] && echo and
	/usr/bin/test -n '' || echo empty
	date -u -d @1000000000 '+%Y-%m-%d %H:%M:%S %j %U %a %b %s'
	date -u -d '2024-02-28 +2 days' +%F
	TZ=America/New_York date -d @1700000000 '+%F %T %Z'
	TZ=Europe/Berlin date -d '2024-07-01 12:00' +%s
	date -u -d 'last monday' >/dev/null && echo ok
	date -d nonsense
	echo $?
	yes no | head -n 3
	yes | head -c 1000000 | md5sum
}

t_processes()
{
	env -i A=1 B=2 env | sort
	env -u HOME sh -c 'echo "${HOME-unset}"'
	mkdir c
	env -C c pwd | sed 's,.*/,,'
	env -S 'printf "<%s>" a "b c"'
	echo
	env nothing_like_this
	echo $?
	printenv HOME
	printenv NOTHING
	echo $?
	timeout 0.1 sleep 30
	echo $?
	(timeout -s KILL 0.1 sleep 30; exit $?) 2>/dev/null
	echo $?
	timeout --preserve-status 0.1 sleep 30
	echo $?
	(timeout -k 0.1 0.1 sh -c 'trap "" TERM; while :; do sleep 0.05; done'
	exit $?) 2>/dev/null
	echo $?
	timeout 10 false
	echo $?
	timeout 10 nothing_like_this
	echo $?
	nice -n 5 nice
	nohup sh -c 'echo nohup' 2>/dev/null
	sleep 0.01 0.02
	stdbuf -oL cat <<END
unbuffered
END
	stdbuf -o0 -i0 tr a b <<END
aaa
END
	/usr/bin/true
	echo $?
	/usr/bin/false
	echo $?
	/usr/bin/echo -e 'coreutils\techo'
	/usr/bin/pwd | sed 's,.*/,,'
	id -u
	id -un
	whoami
	logname 2>/dev/null
	groups
	uname -sm
	uname -o
	arch
	nproc --all >/dev/null && echo some
	[ "$(nproc)" -ge 1 ] && echo cpus
	hostid | wc -c
	tty
	echo $?
	stty
	echo $?
	pwd | sed 's,.*/,,'
	pwd -L | sed 's,.*/,,'
	users | wc -l
	who /dev/null
	pinky >/dev/null 2>&1 || echo pinky
	uptime >/dev/null 2>&1; echo up
	runcon / 2>/dev/null || echo runcon
	chroot /nothing true 2>/dev/null
	echo $?
	tee x y <<END | cat
to three
END
	cat x y
	mkdir z && tee z 2>&1 </dev/null
	echo $?
	chcon x y 2>/dev/null || echo chcon
	dircolors -b | head -n 1 | cut -c1-20
	sh -c 'exit 4'
	echo $?
	sleep 0.2 & p=$!
	timeout 20 tail -f -s 0.1 -n 1 --pid=$p x
	timeout 20 tail -n +1 -f x | (read -r a; echo appended >>x; read -r b
	    echo "$a, $b")
}

t_large_files()
{
	truncate -s 5G sparse
	stat -c %s sparse
	echo end >>sparse
	tail -c 4 sparse
	dd if=sparse bs=1 skip=5368709120 count=3 status=none
	echo
	dd if=/dev/zero bs=1 count=1 seek=6442450944 of=sparse conv=notrunc status=none
	stat -c %s sparse
	du -k sparse | awk '{ print ($1 < 1000) }'
	rm sparse
	blob 2000 >b
	split -b 300k b part
	cat part* | cmp - b && echo same
	split -n 3 --filter='wc -c' b
	split -n l/4 -d b x
	cat x0* | sha1sum
	sha1sum <b
	cp --reflink=auto b c
	cmp b c && echo same
	head -c -1000000 b | wc -c
	tail -c 1000000 b | md5sum
	shuf -i 1-1000 -n 1000 | sort -n | md5sum
	cat b b b b b b b b | tee >/dev/null d
	wc -c d
	cksum d
	od -An -v -tx1 b | tr -d ' \n' | md5sum
	sort -z b | wc -c
	tr -c '0-4' x <b | tr -s x | wc -c
	dd if=b of=o bs=7777 iflag=fullblock oflag=append conv=notrunc status=none
	cmp b o && echo same
	wc -l b x00
	echo x >/dev/full
	echo $?
	cat b >/dev/full
	echo $?
	head -c 10 /dev/urandom | wc -c
}

run "$1"
