# SPDX-License-Identifier: MIT
# Compares the op rows of doc/ir.md with jit/ir-ops.def: same ops in the same
# order, with the same signatures, attributes and equations.
#
#   awk -f ir-reference.awk jit/ir-ops.def doc/ir.md

function complain(where, text)
{
	print where ": " text
	failed = 1
}

# One IR_OP(...), joined to a line: name, "sig", attributes, "equation" in one
# or several strings.
function read_op(text,    parts, name, sig, attr)
{
	sub(/^IR_OP\(/, "", text)
	sub(/\)[ \t]*$/, "", text)
	gsub(/"[ \t]+"/, "", text)
	split(text, parts, /,[ \t]*/)
	name = parts[1]
	sig = parts[2]
	gsub(/"/, "", sig)
	attr = parts[3]
	gsub(/IRA_/, "", attr)
	gsub(/ \| /, " ", attr)
	sub(/^[^,]*,[^,]*,[^,]*,[ \t]*"/, "", text)
	sub(/"$/, "", text)
	ops++
	names[ops] = name
	rows[ops] = "`" sig "` | " tolower(attr) " | " text
	places[ops] = FILENAME ":" start
}

# Pipes inside a cell are written \|.
function cells(line)
{
	gsub(/\\\|/, "|", line)
	sub(/^\| `/, "", line)
	sub(/ \|$/, "", line)
	return line
}

FNR == 1 {
	file++
}

file == 1 && /^IR_OP\(/ {
	collected = ""
	start = FNR
}

file == 1 && start {
	line = $0
	sub(/^[ \t]+/, "", line)
	collected = collected (collected == "" ? "" : " ") line
	if (line ~ /\)$/) {
		read_op(collected)
		start = 0
	}
}

file == 2 && /^\| `[A-Z0-9]+` \|/ {
	documented++
	row = cells($0)
	name = row
	sub(/` \|.*/, "", name)
	sub(/^[A-Z0-9]+` \| /, "", row)
	if (documented > ops || name != names[documented]) {
		complain(FILENAME ":" FNR, "row " name " where " \
		    (documented > ops ? "nothing" : names[documented]) \
		    " is expected (" places[documented] ")")
		exit
	}
	if (row != rows[documented])
		complain(FILENAME ":" FNR, name ": the page has\n  " row \
		    "\nand " places[documented] " has\n  " rows[documented])
}

END {
	if (!failed && documented < ops)
		complain(places[documented + 1], names[documented + 1] \
		    " has no row in the page")
	exit failed
}
