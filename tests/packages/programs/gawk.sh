# SPDX-License-Identifier: MIT
# gawk: the language, its extensions, files and sockets.
# smoke: language numbers coprocess
# shellcheck shell=dash disable=SC1091,SC2016,SC2034,SC2317
. "${0%/*}/../prelude"

t_language()
{
	words | awk '{ print NR, NF, $1, $NF }'
	words | awk -F'[ ,]+' '$2 ~ /o/ { n++ } END { print n }'
	words | awk '{ for (i = 1; i <= NF; i++) c[$i]++ }
		END { n = asorti(c, k); for (i = 1; i <= n; i++) print k[i], c[k[i]] }' |
		head -n 8
	awk 'function f(n) { return n < 2 ? n : f(n - 1) + f(n - 2) }
		BEGIN { for (i = 0; i < 18; i++) printf "%d ", f(i); print "" }'
	words | awk '{ gsub(/o/, "<&>"); print }' | head -n 2
	words | awk '{ print gensub(/(\w+) (\w+)/, "\\2 \\1", "g") }' | head -n 2
	awk 'BEGIN { s = "hello world"
		print length(s), index(s, "wor"), substr(s, 3, 5), toupper(s)
		print match(s, /o w/), RSTART, RLENGTH
		n = split("a:b:c", p, ":"); print n, p[1], p[3]
		match("key=val", /(\w+)=(\w+)/, m); print m[1], m[2], m[2, "start"]
		n = patsplit("a1b22c", q, /[0-9]+/, z); print n, q[2], z[0], z[1]
		print sprintf("%05d|%-5s|%5.2f|%x|%c|%e|%i", 42, "ab", 3.14159, 255, 65, 12345.678, 9.9)
		print substr("abc", 0, 2), substr("abc", -1), length()
		print 1 == 1.0, "a" < "b", "10" < "9", 10 < 9, !x, -"3" + 2
		print 2 ^ 10, 2 ** 3 ** 2, 7 % 3, -7 % 3, int(-3.7), 1e3
		print 1 " " 2 + 3 " " 4
		a["x"] = 1; delete a["x"]; print ("x" in a), length(a)
		m2[1, 2] = 3; for (k in m2) { split(k, kk, SUBSEP); print kk[1], kk[2] }
		b[1][2] = 5; print b[1][2], isarray(b[1]), typeof(b), typeof(1), typeof("s"), typeof(u)
		do i++; while (i < 5); print i
		switch (i) { case 5: print "five"; break; default: print "other" }
		while (1) { if (++i > 8) break; if (i == 7) continue; printf "%d ", i }; print ""
		print "a" > "/dev/stderr"
		printf "%s %s %s\n", "only", "three", "args"
		print length("\303\251"), toupper("\303\251")
		exit 3 } END { print "end" }'
	echo $?
	printf 'a b\nc d\n\ne f\n' | awk 'BEGIN { RS = "" } { print NR ": " $1 "-" $NF }'
	echo 'a,"b,c",d' | awk -v FPAT='([^,]+)|("[^"]+")' '{ print NF, $2 }'
	echo abcdefgh | awk -v FIELDWIDTHS='2 3 *' '{ print $1, $2, $3 }'
	printf 'x1y22z' | awk -v RS='[0-9]+' '{ print $0, RT }'
	words | awk 'NR == 2, NR == 3 { print FNR }'
	words | awk '{ $2 = "X"; NF = 3; print; $5 = "E"; print }' | head -n 2
	words | awk -v OFS=- -v ORS='|\n' '{ $1 = $1 } 1' | head -n 2
	awk 'BEGIN { print ARGC, ARGV[1], ENVIRON["HOME"] != "", PROCINFO["version"] != "" }' x
	awk 'BEGIN { f = "len"; print @f("abcd") } function len(s) { return length(s) }'
	awk 'BEGIN { PROCINFO["sorted_in"] = "@val_num_desc"
		a["x"] = 3; a["y"] = 9; a["z"] = 5; for (k in a) print k, a[k] }'
	awk 'BEGIN { printf "%s\n" , 1e300 * 1e300 }' 2>&1
	awk 'BEGIN { print substr("x" }'
	echo $?
	awk '{ print }' nothing
	echo $?
	awk 'BEGIN { print 1 / 0 }'
	echo $?
}

t_numbers()
{
	awk 'BEGIN {
		print sin(1), cos(1), atan2(1, 2), exp(1), log(10), sqrt(2)
		printf "%.17g %.17g %.17g\n", sin(1e10), exp(0.1), log(3)
		for (i = 1; i < 30; i++) { x = x / 3 + i * 0.1; s += sin(x) * cos(x / 7) }
		printf "%.15g %.15g\n", x, s
		print and(12, 10), or(12, 10), xor(12, 10), compl(0), lshift(1, 40), rshift(1024, 3)
		print strtonum("0x1F"), strtonum("017"), 0x10 + 0
		print 0.1 + 0.2, 1 / 3, 1e15, 1e16, 1e17, 123456789012, 2 ^ 53 + 1
		OFMT = "%.3f"; print 3.14159; CONVFMT = "%.2f"; y = 3.14159 ""; print y
		srand(42); a = rand(); srand(42); print a == rand(), srand(7), int(rand() * 10) < 10
		for (i = 0; i < 5; i++) printf "%.10f ", rand(); print ""
		print int("12abc"), "3x" + 4, +"1e2", -"", "0x11" + 0
		printf "%d %d %i\n", 2147483648, -2147483649, 9007199254740993
		printf "%5.1f|%-8.3e|%+d|% d|%08.3f|%#o|%#x\n", 2.25, 1234.5, 5, 5, -3.14159, 8, 255
		printf "%.0f %.0f %.0f %.0f\n", 0.5, 1.5, 2.5, 3.5
		print strftime("%Y-%m-%d %H:%M:%S", 86400 * 365, 1), mktime("2001 02 03 04 05 06", 1)
	}'
	awk -M 'BEGIN { print 2 ^ 200, 7 ^ 77 % 1000007; PREC = 200; printf "%.50f\n", 1 / 7 }' 2>&1
	awk 'BEGIN { for (n = 2; n < 2000; n++) { p = 1
		for (d = 2; d * d <= n; d++) if (n % d == 0) { p = 0; break }
		if (p) { c++; s += n } } print c, s }'
	awk 'BEGIN { n = 24; for (i = 0; i < n; i++) for (j = 0; j < n; j++) {
		a[i, j] = i * j % 7; b[i, j] = i + j }
		for (i = 0; i < n; i++) for (j = 0; j < n; j++) for (k = 0; k < n; k++)
			c[i, j] += a[i, k] * b[k, j]
		for (i = 0; i < n; i++) t += c[i, i]; print t }'
}

t_coprocess()
{
	awk 'BEGIN {
		"uname -m" | getline x; close("uname -m"); print x
		while (("seq 3" | getline y) > 0) print "got", y
		print close("seq 3"), close("not open")
		print "b\na" | "sort"; print close("sort")
		cmd = "cat"; print "to the coprocess" |& cmd; close(cmd, "to")
		cmd |& getline r; print r, close(cmd)
		print system("exit 3"), system("kill -9 $$"), system("true")
		print "file line" > "out"; close("out"); print "two" >> "out"; close("out")
		while ((getline l < "out") > 0) print "read", l
		print (getline l < "nothing"), ERRNO
		cmd = "sort -n"; for (i = 5; i > 0; i--) print i |& cmd; close(cmd, "to")
		while ((cmd |& getline l) > 0) printf "%s ", l; print "", close(cmd)
		"exit 7" | getline; print close("exit 7")
		fflush(); system("echo after flush")
		printf "" | "cat 1>&2"
	}'
	awk -l filefuncs 'BEGIN { print chdir("/"), stat("/usr/bin/gawk", s), s["type"], (s["size"] > 100000) }'
	awk -l ordchr 'BEGIN { print ord("A"), chr(66) }'
	awk -l fork 'BEGIN { if ((p = fork()) == 0) { system("echo child"); exit 4 } r = wait(); print "parent", r == p }'
	awk -l readfile 'BEGIN { print (length(readfile("/etc/passwd")) > 100) }'
	awk -l rwarray 'BEGIN { a[1] = "x"; a["k"] = 2.5; print writea("arr", a); print reada("arr", b), b[1], b["k"] }'
	awk -l time 'BEGIN { print (gettimeofday() > 1e9) }'
	awk -i inplace '{ print NR ": " $0 }' out
	cat out
	awk 'BEGIN { s = "/inet/tcp/0/127.0.0.1/1"; print "x" |& s }' 2>&1 | sed 's/.*: //'
	awk 'BEGIN { s = "/inet/tcp/0/127.0.0.1/1"; r = (s |& getline); print r }' 2>/dev/null
	awk 'BEGIN { s = "/inet/udp/0/127.0.0.1/9"; print "datagram" |& s; print close(s) }' 2>/dev/null
}

t_large()
{
	numbers 60000 >n
	awk '{ s += $1; if ($1 > m) m = $1 } END { print s, m, NR }' n
	awk '{ c[$1 % 1000]++ } END { for (i = 0; i < 1000; i++) if (c[i] > x) { x = c[i]; k = i } print k, x, length(c) }' n
	awk '{ a[NR] = $1 } END { k = asort(a); print a[1], a[k], a[int(k / 2)] }' n
	awk '{ s = s $1 } END { print length(s); gsub(/1/, "", s); print length(s) }' n
	awk '{ printf "%s%s", $1, NR % 10 ? " " : "\n" }' n | md5sum
	blob 500 | fold -w 64 | awk '{ print length($0), substr($0, 10, 20) }' | md5sum
	awk 'BEGIN { for (i = 0; i < 100000; i++) a["key" i] = i; for (k in a) s += a[k]; print s }'
	awk 'BEGIN { for (i = 0; i < 300000; i++) x = (x * 1103515245 + 12345) % 2147483648; print x }'
	awk 'BEGIN { while (i++ < 200) s = s "abc"; while (match(s, /b+c/)) { n++; s = substr(s, RSTART + RLENGTH) } print n }'
	seq 200000 | awk '/7$/ { n++ } END { print n }'
	awk 'BEGIN { system("exit 0"); for (i = 0; i < 50; i++) { "echo " i | getline x; close("echo " i); t += x } print t }'
}

run "$1"
