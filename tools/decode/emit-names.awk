# SPDX-License-Identifier: MIT
# Emits the rows' names and states. With -v report=1, a report to read instead:
# how many rows are implemented, and each that is not with its reason.

function emit_report(   r, n) {
	n = 0
	for (r = 1; r <= rows; r++)
		n += !none[r]
	print prefix ": " rows " rows, " n " implemented, " rows - n " not"
	for (r = 1; r <= rows; r++)
		if (none[r])
			print "  " name[r] ": " reason[r]
}

function emit(   r, b, mask, value, file) {
	if (report) {
		emit_report()
		return
	}
	print "// SPDX-License-Identifier: MIT"
	print "// Generated from .decode tables: names and states of the rows."
	print ""
	print "#include <stddef.h>"
	print ""
	print "#include \"" header "\""
	print ""
	print "const struct " prefix "_row " prefix "_rows[" \
		toupper(prefix) "_OP_COUNT] = {"
	for (r = 1; r <= rows; r++) {
		mask = value = pattern[r]
		gsub(/[01]/, "1", mask)
		gsub(/x/, "0", mask)
		gsub(/x/, "0", value)
		file = where[r]
		sub(/^.*\//, "", file)
		print "    {\"" name[r] "\", " hex(mask) ", " hex(value) ", " \
			(none[r] ? "false, \"" reason[r] "\"" : "true, NULL") \
			",\n     \"" file "\"},"
	}
	print "};"
}
