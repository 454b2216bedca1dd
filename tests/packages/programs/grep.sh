# SPDX-License-Identifier: MIT
# grep: its matchers and its options.
# smoke: patterns options
# shellcheck shell=dash disable=SC1091,SC2022,SC2034,SC2196,SC2197,SC2317
. "${0%/*}/../prelude"

t_patterns()
{
	words | grep fox
	words | grep -E 'q(u|x)[a-z]+k'
	words | grep -o '[a-z]*x[a-z]*'
	words | grep -F 'x,'
	words | grep -F 'quartz,'
	words | grep -P '(?<=the )\w+(?= )' -o
	words | grep -Po '\b(\w)\w*\1\b'
	words | grep -P '^(?i)PACK' | cut -d' ' -f1
	words | grep -w box
	words | grep -x 'how vexingly quick daft zebras jump'
	words | grep -i '^THE'
	words | grep -n '[[:upper:]]'
	words | grep '\(o\).*\1.*\1'
	words | grep -E '(.)\1'
	words | grep -E '^.{36}$'
	words | grep '\<j' -o
	printf 'é\nà\nE\n' | grep -c '^.$'
	printf 'Ünï\nunicode\n' | grep -i 'ÜNÏ'
	printf 'straße\n' | grep -E 'stra.e'
	printf 'a.b\na+b\na*b\n' | grep -F 'a+b'
	printf 'a.b\na+b\naab\n' | grep -E 'a\+b|a{2}'
	words | grep -e fox -e vow
	printf 'fox\nvow\n' >pats
	words | grep -f pats
	words | grep '['
	echo $?
	words | grep -E '('
	echo $?
	words | grep -P '(?'
	echo $?
	printf '%s\n' aaaaaaaaaaaaaaaaaaaaaaaaaaaaab | grep -E '(a+)+c'
	echo $?
	printf 'tab\there\n' | grep -P '\t'
	printf '\200\201x\n' | grep x
	printf 'one\0two\0' | grep -z two | tr '\0' '\n'
}

t_options()
{
	words >f
	mkdir d
	cp f d/g
	echo fox >d/h
	grep fox f d/g
	grep -h fox f d/g
	grep -c o f d/g d/h
	grep -l vow f d/g d/h
	grep -L vow f d/g d/h
	grep -r fox . | sort
	grep -rn --include='h' fox .
	grep -r --exclude-dir=d fox .
	grep -v o f
	grep -m 2 o f
	grep -A1 sphinx f
	grep -B1 sphinx f
	grep -C1 -n sphinx f
	grep -b fox f
	grep -ob o f | head -n 3
	grep -q fox f
	echo $?
	grep -q cat f
	echo $?
	grep -s fox nothing
	echo $?
	grep fox nothing
	echo $?
	grep fox d
	echo $?
	grep --color=always fox f
	grep -H --label=stdin fox <f
	grep -Z -l fox f | od -c | head -n 1
	grep -T fox f
	printf 'bin\0ary fox\n' >b
	grep fox b
	grep -a fox b | tr '\0' '@'
	grep -c '' f
	egrep 'fox|vow' f 2>/dev/null
	fgrep 'a.c' f 2>/dev/null
	echo $?
	grep --line-buffered fox f | cat
	zgrep fox f
	gzip f
	zgrep -c o f.gz
}

t_large()
{
	blob 3000 | tr 0-4 'a-e' | fold -w 60 >big
	grep -c a big
	grep -c 'a5*b' big
	grep -cE '(a|b)(c|d)[5-9]{2}' big
	grep -cF abc big
	grep -cP 'a(?=b).(?!c)' big
	grep -cvi 'A' big
	grep -o 'a5[0-9]' big | sort | uniq -c | sort -rn | head -n 3
	grep -cw '[a-e]*' big
	seq 300 | sed 's/^/x/' >many
	grep -c -f many big
	seq 40000 | grep -c '\(.\)\1'
	seq 100000 | grep -cE '^(1|22|333)+$'
	seq 200000 | grep -x 199999
	head -c 3000000 /dev/zero | grep -c x
	yes abcdefghij | head -n 200000 | grep -c j$
}

run "$1"
