# SPDX-License-Identifier: MIT
# Prints bench's table. Reads the bounds (class bound), the rows (name class
# ...) and the figures (name class peer microseconds checksum size).

FILENAME == ARGV[1] { bound[$1] = $2; next }
FILENAME == ARGV[2] { order[++rows] = $1; class[$1] = $2; next }
$4 == "failed" { problem[$1] = "failed under " $3; next }
{
	key = $1 " " $3
	figure[key, ++figures[key]] = $4 + 0
	if (!($1 in sum))
		sum[$1] = $5
	else if (sum[$1] != $5)
		problem[$1] = "other output under " $3
}

function median(key,    i, j, t, n)
{
	n = figures[key]
	if (n == 0)
		return 0
	for (i = 2; i <= n; i++)
		for (j = i; j > 1 && figure[key, j] < figure[key, j - 1]; j--) {
			t = figure[key, j]
			figure[key, j] = figure[key, j - 1]
			figure[key, j - 1] = t
		}
	return figure[key, int((n + 1) / 2)]
}

function ratio(a, b)
{
	return a > 0 && b > 0 ? sprintf("%.2f", a / b) : "-"
}

END {
	print "| row | class | native ms | Ferry | bound | qemu-user |" \
	    " qemu-user a57 | qemu-user ÷ Ferry |"
	print "|---|---|--:|--:|--:|--:|--:|--:|"
	for (i = 1; i <= rows; i++) {
		name = order[i]
		native = median(name " native")
		ferry = median(name " ferry")
		qemu = median(name " qemu")
		a57 = median(name " a57")
		# Where native doesn't count, Ferry is the measure.
		base = class[name] == "qemu-only" ? ferry : native
		limit = class[name] in bound ? bound[class[name]] : "-"
		printf "| %s | %s | %s | %s | %s | %s | %s | %s |\n", name,
		    class[name], native ? sprintf("%.2f", native / 1000) : "-",
		    ratio(ferry, base), limit, ratio(qemu, base),
		    ratio(a57, base), ratio(qemu, ferry)
		best = a57 > 0 && a57 < qemu ? a57 : qemu
		if (ferry > 0 && native > 0 && limit != "-" &&
		    ferry > limit * native)
			over[name] = "above its bound"
		else if (ferry > 0 && best > 0 && ferry > best)
			over[name] = "slower than qemu-user"
		else if (class[name] == "start-up" && ferry > 0 && qemu > 0 &&
		    qemu < 3 * ferry)
			over[name] = "less than 3 times faster than qemu-user"
	}
	print ""
	print "Columns without a unit are ratios to native (qemu-only: to Ferry)."
	for (i = 1; i <= rows; i++) {
		name = order[i]
		if (name in problem) {
			print "FAIL: " name ": " problem[name]
			bad++
		} else if (name in over) {
			print (check ? "FAIL: " : "Note: ") name ": " over[name]
			bad += check != ""
		} else
			good++
	}
	if (check)
		print good + 0 " passed, " bad + 0 " failed"
	exit bad > 0
}
