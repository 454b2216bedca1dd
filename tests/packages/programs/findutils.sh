# SPDX-License-Identifier: MIT
# find, xargs and locate's absence.
# smoke: tests actions xargs
# shellcheck shell=dash disable=SC1091,SC2016,SC2034,SC2317
. "${0%/*}/../prelude"

tree()
{
	mkdir -p a/b/c a/d 'a/sp ace' e/.hidden
	for f in a/1.c a/2.h a/b/3.c a/b/c/4.txt a/d/5.C 'a/sp ace/6.c' \
	    e/.hidden/7 e/empty; do
		words >"$f"
	done
	: >e/empty
	ln -s ../a/1.c e/link
	ln -s nowhere e/dangling
	mkfifo e/fifo
	chmod 600 a/1.c
	chmod 755 a/2.h
	touch -d '2001-01-01 UTC' a/2.h
	truncate -s 2M a/d/big
}

t_tests()
{
	tree
	find . | sort
	find . -type f | sort
	find . -type d -empty
	find . -type l | sort
	find . -type p
	find . -name '*.c' | sort
	find . -iname '*.c' | sort
	find . -path './a/b*' | sort
	find . -regex '.*/[0-9]\.[ch]' | sort
	find . -regextype posix-extended -regex '.*/(1|2)\..' | sort
	find a -maxdepth 1 | sort
	find a -mindepth 2 -type f | sort
	find . -size +1M
	find . -size 0 -type f
	find . -perm 600
	find . -perm -111 -type f
	find . -newer a/2.h -type f | wc -l
	find . ! -newermt 2002-01-01
	find . -mtime +1000
	find . -links +2 -type d | sort
	find -L . -type f | wc -l
	find . -xtype l
	find . -samefile a/1.c
	find . -lname '*1.c'
	find . \( -name '*.c' -o -name '*.h' \) -a ! -path '*b*' | sort
	find . -name b -prune -o -type f -print | sort
	find . -readable -type f | wc -l
	find nothing
	echo $?
	find . -badoption
	echo $?
}

t_actions()
{
	tree
	find . -name '1.c' -printf '%p %f %h %s %m %M %y %d %P %l|\n'
	find e -type l -printf '%p -> %l\n' | sort
	find a/2.h -printf '%TY-%Tm-%Td %T@\n'
	find . -name '*.c' -exec wc -l '{}' ';' | sort
	find . -name '*.c' -exec echo '{}' + | tr ' ' '\n' | wc -l
	find . -name '*.c' -execdir sh -c 'basename "$PWD"; echo "$0"' '{}' ';' | sort
	find . -name '*.c' -print0 | sort -z | tr '\0' '|'
	echo
	find . -type f -fprint list
	sort list
	find . -name '[0-9].*' -exec grep -l fox '{}' + | wc -l
	find . -name 1.c -ok rm '{}' ';' </dev/null
	echo
	find a/b -delete
	find a | sort
	find . -name 2.h -ls | awk '{ print $3, $NF }'
	find . -exec false ';' -print
	find . -maxdepth 0 -exec sh -c 'exit 3' ';'
	echo $?
	find . -quit
	find . -maxdepth 1 -exec sh -c 'kill -9 $$' ';'
	echo $?
	find . -depth | tail -n 1
	find . -path ./a -print -quit
	seq 300 | sed 's,^,f,' | xargs touch
	find . -name 'f*' | wc -l
	find . -name 'f*' -delete
	find . -name 'f*' | wc -l
}

t_xargs()
{
	seq 10 | xargs
	seq 10 | xargs -n 3
	seq 4 | xargs -I{} echo 'item {} end'
	seq 6 | xargs -L 2 echo
	printf 'a b\0c d\0' | xargs -0 printf '<%s>'
	echo
	printf '"quoted words" it\\ escaped\n' | xargs printf '<%s>'
	echo
	seq 20 | xargs -P 4 -n 1 sh -c 'echo $(($0 * 2))' | sort -n | tail -n 1
	seq 3 | xargs -t echo 2>&1
	echo | xargs echo none
	: | xargs -r echo not
	seq 3 | xargs -n 1 sh -c 'exit $(($0 == 2))'
	echo $?
	seq 3 | xargs -n 1 sh -c '[ "$0" = 2 ] && exit 255; echo "$0"'
	echo $?
	seq 3 | xargs nothing_like_this
	echo $?
	echo x | xargs sh -c 'kill -9 $$'
	echo $?
	seq 20000 | xargs echo | wc -c
	seq 40000 | xargs -s 20000 echo | wc -l
	seq 3 >in
	xargs -a in echo
	seq 5 | xargs -d '\n' -E 3 echo
	seq 3 | xargs --max-lines=1 echo
	xargs --show-limits </dev/null 2>&1 | grep -c size
	seq 200 | xargs -n 1 -P 8 sh -c 'exit 0'
	echo $?
	find /usr/bin -name 'x*' -print0 | xargs -0 -n 1 basename | sort | head -n 5
}

t_large_tree()
{
	for i in $(seq 40); do
		mkdir -p "t/d$((i % 7))/d$((i % 5))/d$i"
		seq 25 | sed "s,^,t/d$((i % 7))/d$((i % 5))/d$i/f," | xargs touch
	done
	find t | wc -l
	find t -type f | sort | md5sum
	find t -type d -name 'd3*' | sort
	find t -name 'f1?' -print0 | xargs -0 rm
	find t -type f | wc -l
	find t -depth -type d -name d4 -exec rm -r '{}' ';'
	find t | sort | md5sum
	find /usr/share/perl /usr/lib/python3.13 -name '*.p[ly]' | wc -l
}

run "$1"
