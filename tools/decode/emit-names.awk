# SPDX-License-Identifier: MIT
# Emits the names of rows and fields, and the rows' states. With -v report=1,
# a report to read instead: how many rows are implemented, and each that is
# not with its reason.

function emit_report(   r, n) {
	n = 0
	for (r = 1; r <= rows; r++)
		n += !none[r]
	print prefix ": " rows " rows, " n " implemented, " rows - n " not"
	for (r = 1; r <= rows; r++)
		if (none[r])
			print "  " name[r] ": " reason[r]
}

function emit_field_names(   k) {
	print ""
	print "const struct " prefix "_field " prefix "_fields[" \
		toupper(prefix) "_FIELD_COUNT] = {"
	for (k = 1; k <= members; k++)
		print "    {\"" member[k] "\", offsetof(struct " prefix "_insn, " \
			member[k] ")},"
	print "};"
}

function emit(   r, mask, value, file) {
	if (report) {
		emit_report()
		return
	}
	print "// SPDX-License-Identifier: MIT"
	print "// Generated from .decode tables: names of rows and fields."
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
			(none[r] ? "false, " : "true, ") toupper(prefix) \
			"_FEATURE_" (feature[r] == "" ? "NONE" : feature[r]) ",\n     " \
			(none[r] ? "\"" reason[r] "\"" : "NULL") ", \"" file "\"},"
	}
	print "};"
	emit_field_names()
}
