# SPDX-License-Identifier: MIT
# What bash does, in bash itself.
# shell: bash
# smoke: children_are_guests arrays process_substitution traps coprocess
# shellcheck shell=bash disable=SC1091,SC1102,SC2005,SC2016,SC2034,SC2046,SC2050,SC2086,SC2116,SC2145,SC2154,SC2164,SC2194,SC2317,SC2320
. "${0%/*}/../prelude"
shopt -s extglob

t_children_are_guests()
{
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
	bash -c 'uname -m; exec env uname -m'
	printf '#!/bin/bash\nenv uname -m\n' >script
	printf '#!/usr/bin/env -S bash -e\nuname -m; echo "$#"; false; echo no\n' \
	    >script2
	chmod +x script script2
	./script
	./script2 a b
	echo $?
	timeout 20 uname -m
	perl -e 'system("uname", "-m"); print `uname -m`'
	awk 'BEGIN { system("uname -m"); "uname -m" | getline x; print x }'
	make -s -f - <<<$'all:\n\t@uname -m\n'
	trap 'env uname -m' EXIT
}

t_arrays()
{
	local -a a=(zero one two three)
	local -A m=([red]=1 [green]=2 [blue]=3)
	echo "${#a[@]} ${a[1]} ${a[-1]} ${a[*]:1:2} ${!a[*]}"
	a+=(four)
	unset 'a[2]'
	echo "${!a[@]} / ${a[@]}"
	for k in $(printf '%s\n' "${!m[@]}" | sort); do
		echo "$k=${m[$k]}"
	done
	m[red]+=7
	echo "${m[red]}" "${#m[@]}"
	mapfile -t lines < <(words)
	echo "${#lines[@]}: ${lines[3]}"
	mapfile -t -s 1 -n 2 some < <(words)
	printf '<%s>\n' "${some[@]}"
	local -n ref=a
	ref[0]=changed
	echo "${a[0]}"
	declare -p a m | sort
	echo "${a[@]/o/0}" "${a[@]^}" "${a[@]@Q}"
	read -r -a w <<<'split  into   words'
	echo "${#w[@]} ${w[2]}"
	IFS=, read -r x y z <<<'1,2,3,4'
	echo "$x|$y|$z"
}

t_expansions()
{
	local s='The quick brown fox' u
	echo "${s#* } ${s##* } ${s% *} ${s%% *}"
	echo "${s/quick/slow} ${s//o/0} ${s/#The/A} ${s/%fox/dog}"
	echo "${s:4:5} ${s: -3} ${#s} ${s^^} ${s,,} ${s~}"
	echo "${u:-default} ${u-unset} ${s:+set} ${u+not}"
	(: "${u:?is not set}") 2>&1 | sed 's/.*: //'
	echo {a..e} {1..10..3} {x,y}{1,2} {05..08}
	echo $((2 ** 40 + 7 % 3)) $((0x1f | 010)) $((16#ff)) $((1 ? 2 : 3))
	echo $((x = 5, x++ + ++x)) $x $((-7 / 2)) $((-7 % 2)) $((1 << 62 >> 3))
	echo $((9223372036854775807 + 1))
	echo $'tab\there\x41\u00e9\n' "$(printf '%q ' 'a b' "it's" $'\n')"
	printf '%05d|%-6s|%6.2f|%x|%o|%e|%s\n' 42 ab 3.14159 255 8 12345.678 end
	printf '%(%Y-%m-%d)T\n' 86400
	printf -v v '%s-%s' a b
	echo "$v"
	touch a.c b.c c.h d.txt
	echo !(*.c) +([a-b]).c @(c|d).*
	case foobar in foo*(b)ar) echo extended ;; esac
	shopt -s nullglob
	echo none*matching
	shopt -s globstar
	mkdir -p x/y/z && touch x/1 x/y/2 x/y/z/3
	echo **/[0-9]
	[[ 'abc123' =~ ([a-z]+)([0-9]+) ]] && echo "${BASH_REMATCH[@]}"
	[[ abc < abd && -d x && ! -e nothing ]] && echo tests
	echo "${s@U}" "${!BASH_VERSI@}"
}

t_process_substitution()
{
	diff <(words | sort) <(words | sort -r) | head -n 4
	words | tee >(wc -l >lines) >(sort | head -n 1 >first) >/dev/null
	while [ ! -s lines ] || [ ! -s first ]; do sleep 0.01; done
	cat lines first
	cat <(echo one) <(echo two) <(cat <(echo three))
	paste <(seq 3) <(seq 4 6) <(seq 7 9)
	while read -r a b; do echo "$b $a"; done < <(paste <(seq 2) <(seq 3 4))
	exec 7< <(seq 3) 8> >(cat >collected; echo end >>collected)
	read -r -u 7 x
	read -r -u 7 y
	echo "$x $y" >&8
	exec 7<&- 8>&-
	while ! grep -q end collected 2>/dev/null; do sleep 0.01; done
	cat collected
	cat /dev/fd/3 3<<<'a here string'
	cat <<-EOF /dev/fd/4 4<<'EOG'
		here $((1 + 1))
	EOF
		as $it is
EOG
}

t_coprocess()
{
	coproc BC { while read -r a op b; do echo $((a $op b)); done; }
	for q in '3 * 4' '10 - 3' '2 ** 10'; do
		echo "$q" >&"${BC[1]}"
		read -r r <&"${BC[0]}"
		echo "$q = $r"
	done
	eval "exec ${BC[1]}>&-"
	wait "$BC_PID"
	echo "status $?"
	coproc cat
	in=${COPROC[0]} out=${COPROC[1]} pid=$COPROC_PID
	for i in 1 2 3 4 5; do
		echo "line $i" >&"$out"
		read -r line <&"$in"
		echo "back: $line"
	done
	kill "$pid"
	wait "$pid"
	echo "status $?"
}

t_traps()
{
	trap 'echo "usr1 $?"' USR1
	trap 'echo usr2' USR2
	kill -USR1 $$
	kill -USR2 $$
	(trap 'echo inner exit' EXIT; trap 'echo inner term; exit 3' TERM
	 kill -TERM $BASHPID; echo not reached)
	echo "status $?"
	trap -p | sort
	trap - USR1
	trap '' USR2
	sh -c 'kill -USR2 $$; echo ignored is inherited'
	(bash -c 'kill -USR1 $$'; exit $?) 2>/dev/null
	echo "status $?"
	set -E
	trap 'echo "err at $LINENO: $?"' ERR
	false
	f() { return 7; }
	f
	trap - ERR
	trap 'echo "debug: $BASH_COMMAND"' DEBUG
	: one
	: two
	trap - DEBUG
	trap 'echo return' RETURN
	g() { echo "in g"; }
	declare -ft g
	g
	trap - RETURN
	# A handler runs while a built-in waits.
	# It may come before the wait, so it comes again.
	trap 'alarm=1' ALRM
	(while kill -ALRM $$; do sleep 0.1; done) &
	wait
	echo "wait: $? $alarm"
	trap '' ALRM
	{ kill -9 $!; wait $!; } 2>/dev/null
	echo $?
	(trap 'echo end; exit 5' INT; kill -INT $BASHPID)
	echo $?
	trap 'echo bye' EXIT
}

t_signals_of_children()
{
	# bash would tell each one's end with its pid.
	exec 2>/dev/null
	for s in HUP INT QUIT ILL ABRT FPE KILL SEGV PIPE ALRM TERM USR1 BUS \
	    SYS XCPU XFSZ VTALRM PROF IO PWR STKFLT TRAP; do
		(ulimit -c 0; bash -c "kill -$s \$\$") 2>/dev/null
		echo "$s $?"
	done
	for s in 34 40 50 63 64; do
		bash -c "kill -$s \$\$" 2>/dev/null
		echo "$s $?"
	done
	for s in CHLD CONT URG WINCH; do
		bash -c "kill -$s \$\$; echo survives $s"
	done
	kill -l 15 9 130
	bash -c 'trap "echo got 40" 40; kill -40 $$'
	bash -c 'yes | head -n 1; echo "${PIPESTATUS[*]}"'
}

t_jobs()
{
	set -m
	sleep 30 &
	sleep 31 &
	jobs -l | sed 's/ [0-9][0-9]* / /'
	kill -STOP %1
	while [ "$(jobs -s | wc -l)" = 0 ]; do sleep 0.01; done
	jobs
	kill -CONT %1
	while [ "$(jobs -r | wc -l)" != 2 ]; do sleep 0.01; done
	jobs -r | wc -l
	kill %1 %2
	wait %1
	echo "first $?"
	wait %2
	echo "second $?"
	jobs
	(exit 3) & one=$!
	(exit 4) & two=$!
	wait $two
	echo $?
	wait $one
	echo $?
	mkfifo p1 p2 p3
	for i in 3 1 2; do (read -r _ <p$i; exit $i) & done
	for i in 1 2 3; do echo >p$i; wait -n -p who; echo "done $? $((who > 1))"; done
	{ sleep 30; echo no; } &
	disown %%
	kill $!
	set +m
	a=$(sleep 0.1 & echo "$!")
	[ "$a" -gt 1 ] && echo a pid
}

t_pipelines()
{
	seq 1 20000 | grep 7 | sort -rn | sed -n '1p;100p;$p'
	true | false | (exit 3) | true
	echo "${PIPESTATUS[@]}"
	set -o pipefail
	false | true
	echo $?
	set +o pipefail
	shopt -s lastpipe
	words | while read -r first _; do last=$first; done
	echo "$last"
	echo err 2>&1 >&2 | cat
	{ echo out; echo err >&2; } 2>&1 >/dev/null | sed 's/^/piped: /'
	{ echo out; echo err >&2; } |& sed 's/^/both: /'
	yes | head -n 100000 | md5sum
	head -c 1000000 /dev/zero | tr '\0' x | wc -c
	echo abc | { read -r x; echo "$x"; cat; }
	! true
	echo $?
	{ time -p true; } 2>&1 | sed 's/[0-9.]*$//'
	exec 5>file
	echo a >&5
	echo b >&5
	exec 5>&-
	(echo c >&5) 2>/dev/null
	echo $?
	cat file
	echo new >|file
	set -C
	echo fails >file
	echo "$? $(cat file)"
}

t_functions_and_recursion()
{
	fib() { (($1 < 2)) && echo "$1" || echo $(($(fib $(($1 - 1))) + $(fib $(($1 - 2))))); }
	fib 9
	hanoi() { (($1 == 0)) || { hanoi $(($1 - 1)) "$2" "$4" "$3"; n=$((n + 1))
	    hanoi $(($1 - 1)) "$4" "$3" "$2"; }; }
	n=0
	hanoi 8 a b c
	echo $n
	primes=()
	for ((i = 2; i < 200; i++)); do
		for p in "${primes[@]}"; do
			((i % p)) || continue 2
		done
		primes+=("$i")
	done
	echo "${primes[@]}"
	local x=outer
	inner() { local x=inner; echo "$x" "${FUNCNAME[*]}"; }
	inner
	echo $x
	export -f inner
	bash -c inner
	i=0
	until ((i >= 3)); do ((++i == 2)) && continue; echo "i=$i"; done
	select c in one two; do echo "$REPLY $c"; break; done <<<2 2>/dev/null
	getopts_test() {
		local OPTIND o
		while getopts 'ab:c' o; do echo "$o ${OPTARG:-}"; done
		shift $((OPTIND - 1))
		echo "rest $*"
	}
	getopts_test -a -b value -c x y
	getopts_test -z 2>&1 | sed 's/.*illegal/illegal/'
	eval 'for w in '"$(words | head -n 1)"'; do printf "%s " "${w^}"; done'
	echo
}

t_errors()
{
	nothing_like_this
	echo $?
	/nothing/at/all
	echo $?
	touch plain
	./plain
	echo $?
	mkdir dir
	./dir
	echo $?
	printf '\177ELF garbage' >bad
	chmod +x bad
	./bad
	echo $?
	printf '#!/nothing/here\n' >bad2
	chmod +x bad2
	./bad2
	echo $?
	printf 'echo no header "$@"\n' >plain
	chmod +x plain
	./plain 1 2
	cd nowhere
	echo $?
	cat <nowhere
	echo $?
	bash -c 'exit 300'
	echo $?
	bash -c 'syntax (error'
	echo $?
	bash -c 'set -u; echo $undefined; echo no'
	echo $?
	bash -c 'set -e; false; echo no'
	echo $?
	ulimit -n 20
	ulimit -n
	bash -c 'exec 25>x' 2>/dev/null
	echo $?
	readonly r=1
	(r=2)
	echo $?
	bash --nosuchoption 2>&1 | head -n 1
	kill -0 $$
	echo $?
}

t_read_and_timeouts()
{
	read -r -t 0.1 x < <(sleep 5)
	echo $(($? > 128))
	read -r -n 3 x <<<abcdef
	echo "$x"
	read -r -d : x <<<'up to:colon'
	echo "$x"
	printf 'a\0b\0c\0' | while read -r -d '' x; do echo "<$x>"; done
	read -r -N 4 x < <(printf 'ab\ncd')
	printf '%q\n' "$x"
	mkfifo pipe
	(echo through a fifo >pipe) &
	read -r x <pipe
	wait
	echo "$x"
	timeout 0.2 bash -c 'while :; do :; done'
	echo $?
	timeout -s INT 0.2 bash -c 'trap "echo int; exit 9" INT; while :; do :; done'
	echo $?
	timeout 0.2 sleep 60
	echo $?
	TMOUT=1
	read -r x < <(sleep 5)
	echo $(($? > 128))
	unset TMOUT
	printf '%s\n' {1..5000} >many
	n=0 sum=0
	while read -r x; do ((n++, sum += x)); done <many
	echo $n $sum
	mapfile -t all <many
	echo ${#all[@]}
}

t_many_children()
{
	for i in {1..60}; do
		x=$(echo $i)
	done
	echo "$x"
	pids=()
	for i in {1..40}; do (exit $((i % 8))) & pids+=($!); done
	n=0
	for p in "${pids[@]}"; do wait "$p"; n=$((n + $?)); done
	echo $n
	seq 30 | xargs -n 1 -P 4 sh -c 'echo $(($0 * $0))' | sort -n | tail -n 1
	deep() { (($1)) && (deep $(($1 - 1))) || echo "bottom $BASH_SUBSHELL"; }
	deep 30
	exec bash -c 'exec bash -c "exec sh -c \"exec env echo chain\""'
}

run "$1"
