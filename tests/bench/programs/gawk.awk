# SPDX-License-Identifier: MIT
# Fields, regular expressions, arrays, functions.
function fib(n) { return n < 2 ? n : fib(n - 1) + fib(n - 2) }
{
	for (i = 1; i <= NF; i++)
		count[$i]++
	if (match($0, /[0-9]+ of some t[a-z]+t/))
		place[RSTART] += RLENGTH
	gsub(/(e|t)+x?/, "<&>")
	length_sum += length($0)
	line[NR] = $0
}
END {
	n = asorti(count, sorted)
	print n, sorted[1], sorted[n], length_sum
	for (i = 5; i < 20; i++)
		print i, place[i] + 0
	for (i = 1; i <= NR; i += 1000)
		print sprintf("%06.2f %s", sqrt(i), toupper(line[i]))
	print fib(17)
}
