# SPDX-License-Identifier: MIT
# Compares decoded words with a disassembly: mnemonics, differences, then lines
# of "word implemented ROW field=value... TAB address: TAB word TAB mnemonic
# TAB operands". Prints what differs and ends with status 1.

function read_mnemonics(line,   p, head, n, h, k, v, e) {
	p = index(line, ":")
	n = split(substr(line, 1, p - 1), h, " ")
	fields[h[1]] = n > 1 ? h[2] : ""
	n = split(substr(line, p + 1), v, " ")
	for (k = 1; k <= n; k++) {
		e = index(v[k], "=")
		expect[h[1], substr(v[k], 1, e ? e - 1 : 0)] = substr(v[k], e + 1)
	}
}

function report(what) {
	if (++shown[row, what] <= 3)
		print what ": " $1 "  |  " mnemonic " " operands
	failed = 1
}

# The registers that the row names show among the operands, in this order.
function check_registers(   n, k, f, text, number) {
	text = operands
	sub(/ *(\/\/|;).*/, "", text)
	gsub(/wzr|xzr|wsp|sp/, "x31", text)
	n = split("rd rs rt rt2 rn rm ra", f, " ")
	for (k = 1; k <= n; k++) {
		if (!(f[k] in value) || (f[k], row) in differs)
			continue
		number = value[f[k]]
		if (f[k] == "rm" && "post" in value &&
		    (!value["post"] || number == 31))
			continue
		if (f[k] == "rm" && "idx" in value && value["size"] == 1)
			number %= 16
		if (match(text, "[xwvqdshb]" number "([^0-9]|$)"))
			text = substr(text, RSTART + RLENGTH)
		else
			report("field " f[k] " does not show in its place")
	}
}

function check_mnemonic(   n, k, f, key, want) {
	n = split(fields[row], f, ",")
	key = ""
	for (k = 1; k <= n; k++)
		key = key (k > 1 ? "," : "") value[f[k]]
	if (!((row, key) in expect)) {
		report("no mnemonic is listed")
		return
	}
	want = expect[row, key]
	if (sub(/\*$/, "", want)) {
		if (index(mnemonic, want) != 1)
			report("not " want)
	} else {
		k = mnemonic
		sub(/\..*/, "", k)
		if (mnemonic != want && k != want)
			report("not " want)
	}
}

BEGIN { FS = "\t" }
/^#/ || /^$/ { next }
FILENAME ~ /mnemonics$/ {
	if (/^ /)
		line = line $0
	else {
		if (line != "")
			read_mnemonics(line)
		line = $0
	}
	next
}
FILENAME ~ /differences$/ {
	if (line != "")
		read_mnemonics(line)
	line = ""
	split($0, part, " ")
	differs[part[1], part[2]] = 1
	next
}
{
	words++
	split("", value)
	n = split($1, part, " ")
	row = part[3]
	for (k = 4; k <= n; k++)
		value[substr(part[k], 1, index(part[k], "=") - 1)] = \
			substr(part[k], index(part[k], "=") + 1) + 0
	mnemonic = $4
	operands = $5
	if (substr($3, 1, 8) != part[1]) {
		print "the lines do not fit: " $0
		exit 1
	}
	known = (mnemonic !~ /^\.inst|^udf/ && operands !~ /undefined/)
	if (row == "unallocated") {
		if (known && !(("defined", mnemonic) in differs))
			report("unallocated")
	} else if (part[2] && known) {
		check_mnemonic()
		check_registers()
	} else if (part[2] && !(("undefined", row) in differs))
		report("objdump knows no such instruction")
}
END {
	print words + 0 " words compared"
	exit failed || !words
}
