# SPDX-License-Identifier: MIT
# Emits the table from rows to translator functions, NULL where there is none.

function emit(   r) {
	print "// SPDX-License-Identifier: MIT"
	print "// Generated from .decode tables: each row's translator."
	print ""
	print "#include <stddef.h>"
	print ""
	print "#include \"" header "\""
	print ""
	print prefix "_translator *const " prefix "_translators[" \
		toupper(prefix) "_OP_COUNT] = {"
	for (r = 1; r <= rows; r++)
		print "    " (none[r] ? "NULL" : prefix "_tr_" fn[r]) ", /* " \
			name[r] " */"
	print "};"
}
