# SPDX-License-Identifier: MIT
# diff, diff3, sdiff and cmp.
# smoke: diff cmp
# shellcheck shell=dash disable=SC1091,SC2034,SC2238,SC2317
. "${0%/*}/../prelude"

files()
{
	words >a
	words | sed 's/fox/cat/;3d' >b
	echo more >>b
	words | sed '1s/quick/slow/;5d' >c
	touch -d '2020-01-01 UTC' a b c
}

t_diff()
{
	files
	diff a b
	echo $?
	diff a a
	echo $?
	diff a nothing
	echo $?
	diff -u a b
	diff -c a b
	diff -y -W 70 a b
	diff -e a b
	diff -n a b
	diff --normal -q a b
	diff -s a a
	diff -U0 --label A --label B a b
	diff -i a <<END
THE quick brown fox jumps over the lazy dog
END
	sed 's/ /   /g' a >spaces
	diff -b a spaces && echo blank
	diff -w a spaces && echo white
	sed 's/$/ /' a >trailing
	diff -Z a trailing && echo trailing
	(echo; cat a; echo) >lines
	diff -B a lines && echo lines
	diff -I fox a b
	diff -D SYMBOL a b
	diff --color=always a b | head -n 3
	diff --changed-group-format='<%<|%>>' --unchanged-group-format='=%=' a b
	mkdir -p x/s y/s
	cp a x/s/f
	cp b y/s/f
	cp a x/only
	ln -s z x/l
	diff -r x y
	diff -rq x y
	diff -rN x y | head -n 3
	diff -ru --exclude=f x y
	printf 'a\0b' >b1
	printf 'a\0c' >b2
	diff b1 b2
	diff -a b1 b2 | od -c | head -n 3
	printf 'no newline' >n1
	printf 'no newline\n' >n2
	diff -u n1 n2 | tail -n 4
	echo a | diff - b | head -n 2
	diff -p a b >/dev/null
	echo $?
	diff --badoption a b
	echo $?
}

t_cmp()
{
	files
	cmp a b
	echo $?
	cmp a a
	echo $?
	cmp -s a b
	echo $?
	cmp -l a b | head -n 4
	cmp -b a b
	cmp -n 10 a b && echo first ten
	cmp -i 4:4 a a && echo skipped
	head -c 50 a | cmp - a
	echo $?
	cmp a nothing
	echo $?
	cmp /dev/zero /dev/zero -n 5000000
	echo $?
	diff3 b a c
	diff3 -m b a c
	echo $?
	diff3 -e b a c
	diff3 -E -m b a c | head -n 8
	diff3 -A b a c | head -n 4
	sdiff -w 60 a b
	sdiff -s -w 60 a b
	printf 'l\nr\nl\n' | sdiff -o out a b >/dev/null
	wc -l out
}

t_large()
{
	numbers 20000 >a
	awk 'NR % 97 == 0 { $0 = $0 "x" } NR % 1013 { print }' a >b
	diff a b | md5sum
	diff -u --label A --label B a b | md5sum
	diff -d a b | wc -l
	diff --speed-large-files a b | wc -l
	diff -y a b | md5sum
	diff -e a b >ed
	wc -l ed
	seq 50000 >c
	seq 50000 | sort >d
	diff c d | wc -l
	cp c e
	echo >>e
	cmp c e
	cmp c d
	diff3 a b c | md5sum
	blob 3000 >big
	(head -c 2999999 big; echo x) >big2
	cmp big big2
}

run "$1"
