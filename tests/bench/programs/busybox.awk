# SPDX-License-Identifier: MIT
# Arithmetic, calls, and an array with keys of text.
function gcd(a, b,    t) {
	while (b) { t = a % b; a = b; b = t }
	return a
}
BEGIN {
	for (i = 1; i < 500; i++)
		for (j = i; j < 500; j += 3)
			sum += gcd(i, j)
	for (i = 0; i < 200000; i++)
		count[i % 1000 "k"] += i % 7
	for (k in count)
		sum += count[k]
	print sum
}
