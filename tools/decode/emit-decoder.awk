# SPDX-License-Identifier: MIT
# Emits the decoder: a tree of switches, then each row's fields.

function tail_of(path) {
	sub(/^.*\//, "", path)
	return path
}

function indent(depth,   s) {
	for (s = ""; depth > 0; depth--)
		s = s "    "
	return s
}

# The function that sets the fields of one row.
function emit_fields(r,   k, c, w, s) {
	print ""
	print "/* " tail_of(where[r]) " */"
	print "static inline void get_" name[r] "(uint32_t word,"
	print "    struct " prefix "_insn *insn)"
	print "{"
	print "    insn->op = " upper "_" name[r] ";"
	for (k = 1; k <= fields[r]; k++) {
		if ((r, k) in fpart)
			continue
		c = bits_in_c(fslice[r, k])
		w = slice_width(fslice[r, k])
		if (fsigned[r, k]) {
			s = hex("1" substr(ZEROS, 1, w - 1))
			c = "((" c " ^ " s ") - " s ")"
		}
		print "    insn->" fname[r, k] " = (int32_t)" c ";"
		used = 1
	}
	if (!used)
		print "    (void)word;"
	used = 0
	print "}"
}

# Tests what is left of one row below the bits already known, and returns.
# Gives 1 if the row takes every word that comes here.
function emit_row(r, known, depth,   b, c, mask, value, test, p) {
	mask = value = ""
	for (b = 1; b <= width; b++) {
		c = substr(pattern[r], b, 1)
		if (substr(known, b, 1) != "x")
			c = "x"
		mask = mask (c == "x" ? "0" : "1")
		value = value (c == "1" ? "1" : "0")
	}
	test = ""
	if (mask ~ /1/)
		test = "(word & " hex(mask) ") == " hex(value)
	if (cguard[r, "if"] != "")
		test = test (test == "" ? "" : " &&\n" indent(depth) "    ") \
			"(" cguard[r, "if"] ")"
	p = indent(depth)
	if (test == "") {
		print p "get_" name[r] "(word, insn);"
		print p "return;"
		return 1
	}
	print p "if (" test ") {"
	print p "    get_" name[r] "(word, insn);"
	print p "    return;"
	print p "}"
	return 0
}

# Chooses the bits to switch on: sets from (from the left) and span; 0 if no
# bit parts the rows. The best bit leaves the fewest rows in its fuller half;
# it grows to both sides over bits that are fixed in nearly all rows.
function choose(list, n, known,   b, k, c, zero, one, dc, worst, best) {
	best = n
	from = 0
	for (b = 1; b <= width; b++) {
		open[b] = n
		if (substr(known, b, 1) != "x")
			continue
		zero = one = dc = 0
		for (k = 1; k <= n; k++) {
			c = substr(pattern[list[k]], b, 1)
			if (c == "0")
				zero++
			else if (c == "1")
				one++
			else
				dc++
		}
		open[b] = dc
		worst = dc + (zero > one ? zero : one)
		if (worst < best) {
			best = worst
			from = b
		}
	}
	span = 1
	if (!from)
		return 0
	while (span < 6) {
		b = from - 1
		c = from + span
		if (b >= 1 && open[b] * 8 <= n && (c > width || open[b] <= open[c]))
			from = b
		else if (c > width || open[c] * 8 > n)
			break
		span++
	}
	return 1
}

# Appends row r to each value of the window that its pattern admits.
function spread(r, bits, value, sub_list) {
	if (bits == "") {
		sub_list[value] = sub_list[value] " " r
		return
	}
	if (substr(bits, 1, 1) != "1")
		spread(r, substr(bits, 2), 2 * value, sub_list)
	if (substr(bits, 1, 1) != "0")
		spread(r, substr(bits, 2), 2 * value + 1, sub_list)
}

# The bits of v, w of them, as a string.
function to_bits(v, w,   s) {
	for (s = ""; w > 0; w--) {
		s = v % 2 s
		v = int(v / 2)
	}
	return s
}

# What both of two strings of bits say, x elsewhere.
function meet(a, b,   s, k) {
	s = ""
	for (k = 1; k <= length(a); k++)
		s = s (substr(a, k, 1) == substr(b, k, 1) ? substr(a, k, 1) : "x")
	return s
}

function emit_switch(list, n, known, depth,
		v, u, k, p, top, f, w, sub_list, done, bits) {
	f = from
	w = span
	top = 1
	for (k = 0; k < w; k++)
		top *= 2
	for (v = 0; v < top; v++)
		sub_list[v] = ""
	for (k = 1; k <= n; k++)
		spread(list[k], substr(pattern[list[k]], f, w), 0, sub_list)
	p = indent(depth)
	k = width - f - w + 1
	print p "switch (" (k ? "(word >> " k ")" : "word") " & " ones(w) ") {"
	for (v = 0; v < top; v++) {
		if (sub_list[v] == "" || v in done)
			continue
		bits = ""
		for (u = v; u < top; u++)
			if (sub_list[u] == sub_list[v]) {
				done[u] = 1
				print p "case " u ":"
				bits = (bits == "" ? to_bits(u, w) : \
					meet(bits, to_bits(u, w)))
			}
		if (!emit_tree(sub_list[v], substr(known, 1, f - 1) bits \
		    substr(known, f + w), depth + 1))
			print p "    break;"
	}
	print p "}"
}

# Decides among the rows of a list, the most specific first.
# Gives 1 if control cannot come out below.
function emit_tree(rows_here, known, depth,   list, n, k) {
	n = split(rows_here, list, " ")
	if (n > 2 && choose(list, n, known)) {
		emit_switch(list, n, known, depth)
		return 0
	}
	for (k = 1; k <= n; k++)
		if (emit_row(list[k], known, depth))
			return 1
	return 0
}

function emit(   k, all) {
	upper = toupper(prefix)
	ZEROS = "00000000000000000000000000000000"
	print "// SPDX-License-Identifier: MIT"
	print "// Generated from .decode tables: which row a word belongs to."
	print ""
	print "#include \"" header "\""
	for (k = 1; k <= rows; k++)
		emit_fields(k)
	all = ""
	for (k = 1; k <= rows; k++)
		all = all " " order[k]
	print ""
	print "void " prefix "_decode(uint32_t word, struct " prefix "_insn *insn)"
	print "{"
	print "    insn->word = word;"
	print "    insn->op = " upper "_UNALLOCATED;"
	emit_tree(all, substr(XS, 1, width), 1)
	print "}"
}
