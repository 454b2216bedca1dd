# SPDX-License-Identifier: MIT
# jq: filters, options, large input.
# smoke: filters
# shellcheck shell=dash disable=SC1091,SC2016,SC2034,SC2317
. "${0%/*}/../prelude"

document='{"name":"x","list":[3,1,2,{"k":null}],"n":1.5,"s":"h\u00e9 \ud83d\ude00","o":{"b":true,"a":[]},"big":12345678901234567890}'

q()
{
	printf '%s' "$document" | jq -c "$@"
}

t_filters()
{
	printf '%s' "$document" | jq .
	q -S .
	q .name,.list[1],.o.b,.missing
	q '.list[1:3], .list[-1], .list[]?'
	q '.["n"] + 1, .n * 2, .n / 4, 7 % 3, -(.n)'
	q '[.list[] | numbers] | sort, length, add, min, max, reverse'
	q 'keys, (to_entries | map(.key)), has("n"), (.o | with_entries(.value |= tostring))'
	q '.list | map(type)'
	q '.s | length, utf8bytelength, ascii_downcase, explode, @base64, @uri, @html, @sh, @json'
	q '@base64 "x\(.name)", ("eHg=" | @base64d), @csv "\([1,"a"])", ([1,"a\"b"] | @csv, @tsv)'
	q '.list |= map(if type == "number" then . * 10 else . end) | .list'
	q 'del(.list, .o.a), (.new = 5 | .new), (.n += 1 | .n), (.x //= "d" | .x)'
	q '[paths], [paths(scalars)], getpath(["o", "a"])'
	q 'reduce .list[] as $x (0; . + ($x | numbers // 0)), [foreach range(5) as $i (0; . + $i)], [limit(3; range(10))], first(range(5; 9)), [range(0; 10; 3)]'
	q 'def f(n): if n < 2 then n else f(n - 1) + f(n - 2) end; f(15), ([recurse(if . < 3 then . + 1 else empty end)]? // "none")'
	q '. as {name: $n, list: [$a, $b]} | [$n, $a, $b], (try error("x") catch ("caught " + .)), (.n | tostring, tojson), ("[1,2]" | fromjson), ("12" | tonumber)'
	q '"test" | test("es"), [match("t"; "g").offset], sub("t"; "T"), gsub("(?<l>[es])"; "<\(.l)>"), [scan(".")], split("s"), ascii_upcase, ltrimstr("te"), startswith("t"), (. * 2), index("s"), [splits("e")], capture("(?<x>e.)")'
	q '[.list[] | select(type == "number" and . > 1)], any(.list[]; . == 2), all(.list[]; . != null), ([1, [2, [3]]] | flatten, flatten(1)), ([1, 1, 2] | unique, group_by(. > 1)), ([3, 1] | contains([1]), inside([1, 2, 3])), ([[1, 2], [3, 4]] | transpose), ([1, 2] | combinations(2))'
	q '[1.0, 1.5, 1e3, 1e-5, 1e17, 0.1 + 0.2, 100000000000000000000, 3.0e5] | ., map(floor)'
	q '.big, (.big + 1), 1e1000, ([nan] | sort), (nan < 1), infinite, ([1, null, "a", [], {}, false] | sort)'
	q '[1, 2, 4] | map(sqrt, pow(.; 3), log, exp, sin, atan, cbrt, significand, logb, gamma, round, fabs) | map(. * 1000000 | floor)'
	q '0, 86400, 1e9 | todate, (gmtime | mktime), strftime("%Y-%j %H:%M"), (todate | fromdate)'
	q '[.[] | type] | group_by(.) | map({(.[0]): length}) | add, ([limit(5; repeat(1))]), (input_line_number), ($__loc__), (ltrimstr(1)), (env | type), ($ENV.HOME | type), (splits("a")? // "no")' 2>&1
	q 'getpath(["a", "b"]), (tojson | fromjson == .), ([.[]?] | length), @text, implode?, (walk(if type == "number" then 0 else . end) | .list), ([tostream] | length), fromstream(tostream)' 2>&1
	q '(. == (. | tojson | fromjson)), input_filename, ("x" | ascii_downcase | ltrimstr("x")), (try (1 | keys) catch .), (try ({} | .[0]) catch .), (label $f | 1, break $f, 2), limit(0; 1), isempty(empty)' 2>&1
	q '([splits("x"; "g")?]), (error(null)? // "null error"), ("abc" | .[1:2]), ([1,2,3] | IN(2)), (2 | IN(1, 2)), ([1, 2] | @sh), getpath([]) == ., (to_entries[0])' 2>&1
	q '(paths(type == "boolean")), pick(.n), debug, ([1, [2]] | getpath([1, 0])), (["a", "b"] | to_entries), ({} | .a.b.c = 1), ([3, 4] | .[1] = 9), ({"a": 1} * {"a": {"b": 2}})' 2>&1
	q '([1, 2, 3] - [2]), ("a,b" / ","), (ascii_downcase? // "bad"), abs?, ([limit(3; .list[])]), (.list | indices(1)), splits("a"; null)?, ltrimstr("a")' 2>&1
	q 'significand?, (now | type), halt_error?' 2>&1
}

t_options()
{
	printf '%s' "$document" | jq -r '.name, .s'
	printf '%s' "$document" | jq -j '.name, .n'
	echo
	printf '%s' "$document" | jq -a -c .s
	printf '%s' "$document" | jq --tab .o
	printf '%s' "$document" | jq --indent 1 .o
	printf '%s' "$document" | jq -C -c .o
	jq -n --arg a 1 --argjson b '[2]' -c '[$a, $b, $ARGS.named]'
	jq -n -c '$ARGS.positional' --args x y
	jq -n -c '[inputs]' <<END
1 2 [3]
END
	seq 5 | jq -s -c .
	seq 5 | jq -n 'reduce inputs as $x (0; . + $x)'
	words | jq -R -c .
	words | jq -R -s -c 'split("\n") | map(length)'
	echo '[1,[2,3]]' | jq -c --stream .
	echo '{"a":1}' >f
	jq -n --slurpfile x f --rawfile y f -c '$x, $y'
	echo '.a + 1' >prog
	jq -f prog f
	mkdir lib
	echo 'def inc: . + 1;' >lib/m.jq
	jq -L lib 'import "m" as m; .a | m::inc' f
	jq -e .b f
	echo $?
	jq . nothing
	echo $?
	echo '{bad' | jq .
	echo $?
	jq '.[' f
	echo $?
	jq '.a.b' f
	echo $?
	jq -n '"x" | error'
	echo $?
	jq -n '{} | halt_error'
	echo $?
	jq --seq -c . f | od -c | head -n 1
	printf '1\n2\n' | jq --unbuffered '. * 2'
	jq -n 'input' </dev/null
	echo $?
	jq -n '"a\u0000b"' | od -c | head -n 1
	jq -n --jsonargs -c '$ARGS.positional' 1 '{"a":2}'
	jq --version
}

t_large()
{
	numbers 20000 | jq -s -c '[., (map(. % 1000) | group_by(.) | map(length))] | .[1] | add, max'
	numbers 10000 | jq -s 'sort | .[0], .[5000], .[-1]'
	jq -n -c '[range(50000)] | map(. * 7919 % 10007) | [add, min, max, (unique | length)]'
	jq -n '[range(3000)] | map({id: ., name: "n\(.)", tags: [range(. % 5)]})' >big
	md5sum big
	jq -c 'map(select(.id % 7 == 0) | .tags | length) | add' big
	jq -c '.[]' big | md5sum
	jq -S . big | md5sum
	jq '[.[] | to_entries[] | .key] | group_by(.) | map([.[0], length])' -c big
	jq -n 'def fib: if . < 2 then . else (. - 1 | fib) + (. - 2 | fib) end; 18 | fib'
	jq -n '[limit(20000; repeat("abc"))] | add | length, (gsub("b"; "xx") | length)'
	jq -n 'last(range(200000))'
	jq -n '"x" * 100000 | length'
	jq --stream -c 'select(length == 2 and .[0][1] == "id") | .[1]' big | tail -n 1
	jq -n -c '[[range(10)], [range(10)], [range(10)]] | [combinations | add] | [length, add]'
}

run "$1"
