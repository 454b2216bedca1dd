# SPDX-License-Identifier: MIT
# sed: commands, options, programs.
# smoke: commands programs
# shellcheck shell=dash disable=SC1091,SC2016,SC2034,SC2317
. "${0%/*}/../prelude"

t_commands()
{
	words | sed 's/o/0/g'
	words | sed 's/o/0/2'
	words | sed -n 's/fox/wolf/p'
	words | sed '2d;$d'
	words | sed -n '2,3p'
	words | sed '/sphinx/,$d'
	words | sed '1~2d'
	words | sed '2,+1s/^/> /'
	words | sed '0,/o/s/o/FIRST/'
	words | sed '/fox/!s/$/./'
	words | sed -E 's/(\w+) (\w+)/\2 \1/'
	words | sed 's/\w\+/\u&/g'
	words | sed 's/.*/\U&/;s/FOX/\L&\E!/'
	words | sed 's/the/&\n/I'
	words | sed 'y/abcdef/ABCDEF/'
	words | sed '2i\inserted' | sed '3a appended' | sed '1c changed'
	words | sed -n '$='
	words | sed -n '/box/{s/box/BOX/;p;q5}'
	echo $?
	words | sed '3q'
	words | sed 'N;s/\n/ | /'
	words | sed -n 'l 20' | head -n 3
	words | sed 's/a/b/w out' >/dev/null
	wc -l out
	words | sed '2r out' | wc -l
	words | sed -s '1F' | head -n 1
	words | sed -n '/fox/='
	words | sed '1e echo executed'
	echo 'echo from pattern' | sed e
	echo 'x 5' | sed 's/x \(.\)/echo $((\1 * 2))/e'
	words | sed -z 's/\n/,/g'
	echo
	words | sed --debug -n '1p' | head -n 4
	printf 'été\n' | sed 's/./X/g'
	sed p nothing
	echo $?
	echo a | sed 'k'
	echo $?
	echo a | sed 's/a'
	echo $?
	echo a | sed --posix 's/a\+/b/'
	echo aaa | sed 's/a*/x/g'
	echo abc | sed 's/b*/-/g'
	echo hello | sed 's#l#/#g;s/\//|/'
}

t_programs()
{
	# tac, rev, uniq, wc -l and a table, as the manual has them
	words | sed -n '1!G;h;$p'
	words | sed '/\n/!G;s/\(.\)\(.*\n\)/&\2\1/;//D;s/.//'
	printf 'a\na\nb\nb\nb\nc\n' | sed '$!N;/^\(.*\)\n\1$/!P;D'
	words | sed -n '$='
	seq 10 | sed -n 'x;p;x' | head -n 4
	seq 12 | sed 'N;N;s/\n/ /g'
	printf 'k=1\nk2=2\n' | sed -n 's/\([^=]*\)=\(.*\)/\2 \1/p'
	echo 1234567 | sed ':a;s/\B[0-9]\{3\}\>/,&/;ta'
	seq 5 | sed '$!{h;d};x;G'
	cat >inc.sed <<'END'
#!/bin/sed -f
# adds one to a number
/[^0-9]/ d
:d
s/9\(_*\)$/_\1/
td
s/^\(_*\)$/1\1/; tn
s/8\(_*\)$/9\1/; tn
s/7\(_*\)$/8\1/; tn
s/6\(_*\)$/7\1/; tn
s/5\(_*\)$/6\1/; tn
s/4\(_*\)$/5\1/; tn
s/3\(_*\)$/4\1/; tn
s/2\(_*\)$/3\1/; tn
s/1\(_*\)$/2\1/; tn
s/0\(_*\)$/1\1/; tn
:n
y/_/0/
END
	chmod +x inc.sed
	printf '1\n9\n199\n999\n12x\n' | ./inc.sed
	words | sed 's/ /\n/g;s/^/- /mg' | head -n 5
	words | sed -E ':l;s/^(.{0,39})$/ \1/;tl'
	words >f
	sed -i.bak 's/fox/cat/' f
	diff f.bak f
	sed -i '1d' f
	wc -l <f
	sed -n 'w one
2w two' f
	wc -l one two
	sed -f /dev/stdin f <<'END'
/quartz/ {
	s//glass/
	b end
}
s/$/ (no)/
:end
END
}

t_large()
{
	seq 100000 >n
	sed -n '99999p' n
	sed 's/9/x/g' n | md5sum
	sed -n '/77$/p' n | wc -l
	sed -E 's/([0-9])([0-9])/\2\1/g' n | md5sum
	sed ':a;N;$!ba;s/\n/,/g' n | md5sum
	sed '$!N;s/\n/ /' n | tail -n 1
	sed -n '1!G;h;$p' n | head -n 2
	sed '1~3d' n | wc -l
	blob 1000 | fold -w 70 | sed 's/[0-4]/&&/g' | md5sum
	sed -i 's/^/line /' n
	tail -n 1 n
	sed --in-place=.b '/line [1-8]/d' n
	wc -l n n.b
}

run "$1"
