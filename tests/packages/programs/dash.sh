# SPDX-License-Identifier: MIT
# What dash, the system's sh, does.
# smoke: children_are_guests expansions traps pipelines failed_execs
# shellcheck shell=dash disable=SC1091,SC2005,SC2006,SC2012,SC2034,SC2046,SC2050,SC2086,SC2116,SC2154,SC2317,SC2320
. "${0%/*}/../prelude"

t_children_are_guests()
{
	uname -m
	(uname -m)
	env uname -m
	echo x | env uname -m | cat
	env uname -m &
	wait
	echo "$(env uname -m)"
	touch one
	find . -name one -exec uname -m ';'
	echo -m | xargs uname
	sh -c 'uname -m; env uname -m'
	bash -c 'uname -m'
	printf '#!/bin/sh\nenv uname -m\n' >script
	chmod +x script
	./script
	nice uname -m
	nohup uname -m 2>/dev/null
	stdbuf -o0 uname -m
	trap 'env uname -m' EXIT
}

t_expansions()
{
	s='The quick brown fox'
	echo "${s#* } ${s##* } ${s% *} ${s%% *} ${#s}"
	echo "${u:-default} ${u-unset} ${s:+set} ${u+not}"
	: "${u:=assigned}"
	echo "$u"
	(unset u; : "${u:?is not set}")
	echo $?
	echo $((2 * 3 + 7 % 3)) $((0x1f | 010)) $((1 ? 2 : 3)) $((-7 / 2))
	x=5
	echo $((x += 2)) $x $((x << 4 >> 2)) $((~x)) $((!x)) $((x > 3 && x < 9))
	set -- a 'b c' d
	echo $# "$*" "$@"
	IFS=:
	echo "$*"
	p=1:2::3
	for i in $p; do printf '<%s>' "$i"; done
	echo
	unset IFS
	printf '%05d|%-6s|%6.2f|%x|%o\n' 42 ab 3.14159 255 8
	printf '%b' 'a\tb\n'
	echo ~ ~/x
	touch a.c b.c c.h
	echo *.c [!a]* ?.h none*
	case $s in
	*slow*) echo no ;;
	*quick*) echo yes ;;
	esac
	echo "`echo back \`echo quoted\``"
	cat <<END
$s $(echo sub) $((1 + 2)) \$s
END
	cat <<'END'
$s $(echo sub)
END
}

t_traps()
{
	trap 'echo usr1' USR1
	trap 'echo usr2' USR2
	kill -USR1 $$
	kill -s USR2 $$
	(trap 'echo inner exit' EXIT; trap 'echo inner term; exit 3' TERM
	 sh -c 'kill -TERM $PPID'; sleep 1; echo not reached)
	echo "status $?"
	trap
	trap - USR1
	trap '' USR2
	sh -c 'kill -USR2 $$; echo ignored is inherited'
	sh -c 'kill -USR1 $$'
	echo "status $?"
	# It may come before the wait, so it comes again.
	trap 'alarm=1' ALRM
	(while kill -ALRM $$; do sleep 0.1; done) &
	wait $!
	echo $? $alarm
	trap '' ALRM
	kill -9 $!
	wait $! 2>/dev/null # Who comes first decides if dash says "Killed".
	echo $?
	(trap 'echo end; exit 5' INT; sh -c 'kill -INT $PPID'; sleep 1)
	echo $?
	mkfifo ready
	(trap 'echo term in loop; exit 4' TERM
	 echo >ready; while :; do sleep 0.05; done) &
	p=$!
	read -r _ <ready
	kill -TERM $p
	wait $p
	echo $?
	trap 'echo bye' EXIT
}

t_statuses_of_signals()
{
	ulimit -c 0
	for s in HUP INT QUIT ILL ABRT FPE KILL SEGV PIPE ALRM TERM USR1 BUS; do
		(ulimit -c 0; sh -c "kill -$s \$\$") 2>/dev/null
		echo "$s $?"
	done
	for s in CHLD CONT URG WINCH; do
		sh -c "kill -$s \$\$; echo survives $s"
	done
	kill -l 9
	kill -l 143
	sh -c 'kill -9 $$'
	echo $?
	false
	echo $?
	nothing_like_this
	echo $?
	./nothing
	echo $?
	sh -c 'exit 77'
	echo $?
	sh -c 'set -e; false; echo no'
	echo $?
	sh -c 'set -u; echo $undefined; echo no'
	echo $?
	sh -c 'syntax ('
	echo $?
	! true
	echo $?
}

t_pipelines()
{
	seq 1 5000 | grep 7 | sort -rn | sed -n '1p;100p;$p'
	(echo out; echo err >&2) 2>&1 >/dev/null | sed 's/^/piped: /'
	words | while read -r a b; do echo "$b / $a"; done
	words | (read -r x; echo "$x"; cat | wc -l)
	exec 4>file
	echo a >&4
	echo b >&4
	exec 4>&-
	cat file
	cat <file >>file2 2>/dev/null
	cat file2 - <file
	echo x >&7
	echo $?
	yes | head -n 20000 | md5sum
	mkfifo p
	(words >p) &
	wc <p
	wait
	read -r a b <<END
one two three
END
	echo "$b"
	{ sleep 0.1; echo later; } & echo first
	wait
	echo "$(seq 3 | while read -r i; do echo "<$i>"; done)"
	command -v ls
	type cd ls
	umask 027
	umask
	mkdir m
	ls -ld m | cut -c1-10
	cd m && cd - >/dev/null && echo "${PWD##*/}"
	eval "a=\$((6 * 7))"
	echo "$a"
	. /dev/stdin <<END
echo sourced
END
	times | wc -l
	ulimit -n 64
	ulimit -n
}

t_background()
{
	sleep 30 &
	p=$!
	kill -STOP $p
	kill -CONT $p
	kill $p
	wait $p
	echo $?
	for i in 1 2 3; do (exit $i) & eval p$i=$!; done
	for i in 3 1 2; do eval "wait \$p$i"; echo $?; done
	wait 999999
	echo $?
	sleep 30 & a=$!
	sleep 31 & b=$!
	jobs
	kill $a $b
	wait $a
	echo $?
	wait
	jobs
	sh -c 'exit 6' &
	wait $!
	echo $?
	(sleep 0.1; echo after) &
	wait
	sh -c 'kill -STOP $$; echo resumed' & p=$!
	while ! grep -q '^State:.T' /proc/$p/status; do sleep 0.01; done
	echo stopped
	kill -CONT $p
	wait $p
	echo $?
}

# What can't be run: the statuses 126 and 127, and the words.
t_failed_execs()
{
	mkdir directory
	echo text >plain
	printf '#!/nothing/here\n' >lost
	printf '#!/tmp/w/directory\n' >to_directory
	printf '#!/tmp/w/turn\n' >turn
	printf '\177ELF' >magic
	ln -s loop loop
	: >empty
	chmod +x lost to_directory turn magic empty
	for name in ./directory ./plain ./lost ./to_directory ./turn ./magic \
	    ./loop ./empty ./missing ./plain/x missing '' /; do
		"$name"
		echo "$name: $?"
		env -- "$name"
		echo "env $name: $?"
		echo "$name" | xargs -n 1
		(exec "$name")
		echo "exec $name: $?"
	done 2>&1 | sed 's/^.*dash.sh: [0-9]*: //'
	for name in ./directory ./plain ./lost ./missing; do
		nice "$name" || echo "nice: $?"
		timeout 5 "$name" || echo "timeout: $?"
		find . -name plain -exec "$name" {} ';' || echo "find: $?"
		echo x | xargs "$name" || echo "xargs: $?"
	done 2>&1
}

t_functions()
{
	fact() { if [ "$1" -le 1 ]; then echo 1; else echo $(($1 * $(fact $(($1 - 1))))); fi; }
	fact 15
	f() { local v=inner; g; echo "$v"; }
	g() { v=changed; }
	v=outer
	f
	echo $v
	h() { return 9; }
	h
	echo $?
	i=0
	while [ $i -lt 5 ]; do
		i=$((i + 1))
		[ $i = 2 ] && continue
		[ $i = 4 ] && break
		echo $i
	done
	o() { while getopts ab:c o; do echo "$o $OPTARG"; done; shift $((OPTIND - 1)); echo "$*"; }
	o -a -b value -c x y
	alias greet='echo hello'
	eval greet
	until [ $i -le 0 ]; do i=$((i - 1)); done
	echo $i
	set -- $(numbers 20 | sort -n)
	shift 15
	echo "$1" $#
	readonly r=1
	(r=2)
	echo $?
	n=0
	for i in $(seq 2000); do n=$((n + i * i % 7)); done
	echo $n
	sh -c 'echo "$0 $1 $#"' zero one two
	set -x
	: traced "$v"
	set +x
	test -d /proc -a -r /proc/self/stat && [ a \< b ] && echo tests
	exec sh -c 'exec env printf "%s\n" chain'
}

run "$1"
