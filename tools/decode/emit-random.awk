# SPDX-License-Identifier: MIT
# Emits what makes random words of each row, from the table and not from the
# decoder, so that the one can test the other.

function emit_predicate(r, kind) {
	if (cguard[r, kind] == "")
		return
	print ""
	print "static bool " kind "_" name[r] "(uint32_t word)"
	print "{"
	print "    return " cguard[r, kind] ";"
	print "}"
}

function emit_inner(r,   n, k, list) {
	n = split(inner[r], list, " ")
	if (!n)
		return
	print ""
	print "static const uint16_t inner_" name[r] "[] = {"
	for (k = 1; k <= n; k++)
		print "    " toupper(prefix) "_" name[list[k]] ","
	print "};"
}

function emit_random_row(r,   mask, value, list, n) {
	mask = value = pattern[r]
	gsub(/[01]/, "1", mask)
	gsub(/x/, "0", mask)
	gsub(/x/, "0", value)
	n = split(inner[r], list, " ")
	print "    {" hex(mask) ", " hex(value) ","
	print "     " (cguard[r, "if"] == "" ? "NULL" : "if_" name[r]) ", " \
		(cguard[r, "avoid"] == "" ? "NULL" : "avoid_" name[r]) ", " \
		(n ? "inner_" name[r] : "NULL") ", " n "},"
}

function emit_function(   t) {
	t = "const struct " prefix "_random_row *"
	print "};"
	print ""
	print "static bool matches(" t "row, uint32_t word)"
	print "{"
	print "    return (word & row->mask) == row->value &&"
	print "        (!row->guard || row->guard(word));"
	print "}"
	print ""
	print "static bool is_of_inner(" t "row, uint32_t word)"
	print "{"
	print "    for (unsigned k = 0; k < row->inner_count; k++)"
	print "        if (matches(&" prefix "_random_rows[row->inner[k]], word))"
	print "            return true;"
	print "    return false;"
	print "}"
	print ""
	print "bool " prefix "_random_word(int row, uint64_t *state, uint32_t *word)"
	print "{"
	print "    " t "r = &" prefix "_random_rows[row];"
	print ""
	print "    for (unsigned tries = 0; tries < 1000000; tries++) {"
	print "        uint64_t x = *state; /* xorshift64* (Vigna, 2014) */"
	print ""
	print "        x ^= x >> 12;"
	print "        x ^= x << 25;"
	print "        x ^= x >> 27;"
	print "        *state = x;"
	print "        x = (x * 0x2545f4914f6cdd1du) >> 32;"
	print "        *word = ((uint32_t)x & " ones(width) " & ~r->mask) | r->value;"
	print "        if (matches(r, *word) && !is_of_inner(r, *word) &&"
	print "            !(r->avoid && r->avoid(*word)))"
	print "            return true;"
	print "    }"
	print "    return false;"
	print "}"
}

function emit(   r) {
	print "// SPDX-License-Identifier: MIT"
	print "// Generated from .decode tables: random words of each row."
	print ""
	print "#include <stddef.h>"
	print ""
	print "#include \"" header "\""
	for (r = 1; r <= rows; r++) {
		emit_predicate(r, "if")
		emit_predicate(r, "avoid")
		emit_inner(r)
	}
	print ""
	print "const struct " prefix "_random_row " prefix "_random_rows[" \
		toupper(prefix) "_OP_COUNT] = {"
	for (r = 1; r <= rows; r++)
		emit_random_row(r)
	emit_function()
}
