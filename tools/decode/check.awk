# SPDX-License-Identifier: MIT
# Guards, and the check that rows are disjoint, nested or parted by a guard.

# --- guards: read into C (cguard) and into postfix form (rpn) -------------

function read_guard(r, kind, guard,   c) {
	rpn_len[r, kind] = 0
	cguard[r, kind] = ""
	gfields[r, kind] = ""
	if (guard == "")
		return
	split_guard(guard)
	gpos = 1
	gbad = ""
	c = guard_or(r, kind)
	if (gbad == "" && gpos <= gtokens)
		gbad = "guard goes on with `" gtok[gpos] "`"
	if (gbad != "")
		fail(at, gbad)
	cguard[r, kind] = c
}

function split_guard(guard) {
	gtokens = 0
	while (guard != "") {
		if (match(guard, /^ +/)) {
			guard = substr(guard, RLENGTH + 1)
			continue
		}
		if (!match(guard, /^(&&|\|\||[!=<>]=|[A-Za-z0-9_]+)/))
			RLENGTH = 1
		gtok[++gtokens] = substr(guard, 1, RLENGTH)
		guard = substr(guard, RLENGTH + 1)
	}
	gtok[gtokens + 1] = "end of line"
}

function push(r, kind, what) {
	rpn[r, kind, ++rpn_len[r, kind]] = what
}

function guard_or(r, kind,   c) {
	c = guard_and(r, kind)
	while (gbad == "" && gtok[gpos] == "||") {
		gpos++
		c = c " || " guard_and(r, kind)
		push(r, kind, "||")
	}
	return c
}

function guard_and(r, kind,   c, n) {
	c = guard_atom(r, kind)
	for (n = 0; gbad == "" && gtok[gpos] == "&&"; n++) {
		gpos++
		c = c " && " guard_atom(r, kind)
		push(r, kind, "&&")
	}
	return n ? "(" c ")" : c
}

function guard_atom(r, kind,   c, cmp) {
	if (gtok[gpos] == "(") {
		gpos++
		c = guard_or(r, kind)
		if (gbad == "" && gtok[gpos] != ")")
			gbad = "guard lacks a `)` before `" gtok[gpos] "`"
		gpos++
		return "(" c ")"
	}
	c = guard_operand(r, kind)
	cmp = gtok[gpos++]
	if (gbad == "" && cmp !~ /^([!=<>]=|[<>])$/)
		gbad = "guard has `" cmp "` where a comparison belongs"
	if (gbad != "")
		return c
	c = c " " cmp " " guard_operand(r, kind)
	push(r, kind, cmp)
	return c
}

function guard_operand(r, kind,   t, k, v) {
	t = gtok[gpos++]
	if (gbad != "")
		return t
	if (t ~ /^0b[01]+$/) {
		v = 0
		for (k = 3; k <= length(t); k++)
			v = 2 * v + substr(t, k, 1)
		t = v ""
	}
	if (t ~ /^[0-9]+$/) {
		push(r, kind, "c" t)
		return t "u"
	}
	if (t !~ /^[A-Za-z][A-Za-z0-9_]*$/) {
		gbad = "guard has `" t "` where a field belongs"
		return t
	}
	if (!((r, t) in findex)) {
		gbad = "guard names unknown field `" t "`"
		return t
	}
	k = findex[r, t]
	push(r, kind, "f" fslice[r, k])
	gfields[r, kind] = gfields[r, kind] " " fslice[r, k]
	return bits_in_c(fslice[r, k])
}

# The value of a field in a word given as a string of bits.
function value_in(slice, bits,   n, s, k, j, p, w, v) {
	n = split(slice, s, " ")
	v = 0
	for (k = 1; k <= n; k++) {
		p = substr(s[k], 1, index(s[k], ":") - 1)
		w = substr(s[k], index(s[k], ":") + 1) + 0
		for (j = w - 1; j >= 0; j--)
			v = 2 * v + (p ~ /^=/ ? substr(p, w - j + 1, 1) : \
				substr(bits, width - p - j, 1))
	}
	return v
}

function compare(a, cmp, b) {
	if (cmp == "==") return a == b
	if (cmp == "!=") return a != b
	if (cmp == "<") return a < b
	if (cmp == ">") return a > b
	if (cmp == "<=") return a <= b
	return a >= b
}

# Whether a word, as a string of bits, satisfies a row's guard.
function holds(r, kind, bits,   k, t, st, sp) {
	if (!rpn_len[r, kind])
		return 1
	sp = 0
	for (k = 1; k <= rpn_len[r, kind]; k++) {
		t = rpn[r, kind, k]
		if (t ~ /^c/)
			st[++sp] = substr(t, 2) + 0
		else if (t ~ /^f/)
			st[++sp] = value_in(substr(t, 2), bits)
		else {
			sp--
			if (t == "&&")
				st[sp] = st[sp] && st[sp + 1]
			else if (t == "||")
				st[sp] = st[sp] || st[sp + 1]
			else
				st[sp] = compare(st[sp], t, st[sp + 1])
		}
	}
	return st[1]
}

# --- pairs of rows --------------------------------------------------------

# Notes in need[] the bits that a row's guard reads and that `both` leaves open.
function note_bits(r, both, need,   n, s, k, p, w, j, b) {
	n = split(gfields[r, "if"], s, " ")
	for (k = 1; k <= n; k++) {
		p = substr(s[k], 1, index(s[k], ":") - 1)
		w = substr(s[k], index(s[k], ":") + 1) + 0
		for (j = 0; p !~ /^=/ && j < w; j++) {
			b = width - p - j
			if (substr(both, b, 1) == "x" && !(b in need)) {
				need[b] = 1
				open_bit[++opens] = b
			}
		}
	}
}

# Whether some word that matches `both` satisfies the guards of both rows;
# the bits that no guard reads do not matter.
function both_hold(i, j, both, k,   b) {
	if (k > opens)
		return holds(i, "if", both) && holds(j, "if", both)
	b = open_bit[k]
	return both_hold(i, j, substr(both, 1, b - 1) "0" substr(both, b + 1), \
		k + 1) ||
		both_hold(i, j, substr(both, 1, b - 1) "1" substr(both, b + 1), \
		k + 1)
}

# Judges two rows whose pictures have words in common.
function check_pair(i, j,   b, a, c, in_i, in_j, both, need) {
	in_i = in_j = 1		# is row i inside row j, and j inside i?
	both = ""
	for (b = 1; b <= width; b++) {
		a = substr(pattern[i], b, 1)
		c = substr(pattern[j], b, 1)
		if (a == "x" && c != "x")
			in_i = 0
		if (c == "x" && a != "x")
			in_j = 0
		both = both (a == "x" ? c : a)
	}
	if (in_i != in_j) {
		if (in_i)
			inner[j] = inner[j] " " i
		else
			inner[i] = inner[i] " " j
		return
	}
	opens = 0
	split("", need)
	note_bits(i, both, need)
	note_bits(j, both, need)
	if (opens > 16)
		fail(where[j], "row `" name[j] "` overlaps `" name[i] "` (" \
			where[i] "), and their guards read " opens " bits")
	else if (both_hold(i, j, both, 1))
		fail(where[j], "row `" name[j] "` overlaps `" name[i] "` (" \
			where[i] ")")
}

# Finds in which bits rows differ most, so that most pairs part at once.
function order_bits(   b, r, c, zero, one, k, best) {
	for (b = 1; b <= width; b++) {
		zero = one = 0
		for (r = 1; r <= rows; r++) {
			c = substr(pattern[r], b, 1)
			zero += (c == "0")
			one += (c == "1")
		}
		best[b] = (zero < one ? zero : one)
	}
	for (k = 1; k <= width; k++) {
		probe[k] = 0
		for (b = 1; b <= width; b++)
			if (best[b] >= 0 && (!probe[k] || best[b] > best[probe[k]]))
				probe[k] = b
		best[probe[k]] = -1
	}
	for (r = 1; r <= rows; r++) {
		probed[r] = ""
		for (k = 1; k <= width; k++)
			probed[r] = probed[r] substr(pattern[r], probe[k], 1)
	}
}

function check_rows(   i, j, k, a, c, p) {
	order_bits()
	for (i = 1; i <= rows; i++)
		inner[i] = ""
	for (i = 1; i <= rows; i++) {
		p = probed[i]
		for (j = i + 1; j <= rows; j++) {
			for (k = 1; k <= width; k++) {
				a = substr(p, k, 1)
				if (a == "x")
					continue
				c = substr(probed[j], k, 1)
				if (c != a && c != "x")
					break
			}
			if (k > width)
				check_pair(i, j)
		}
	}
	order_rows()
}

# Rows with more fixed bits first: what is nested precedes what holds it.
function order_rows(   r, b, n, fixed, p) {
	for (r = 1; r <= rows; r++) {
		p = pattern[r]
		fixed[r] = gsub(/[01]/, "", p)
	}
	n = 0
	for (b = width; b >= 0; b--)
		for (r = 1; r <= rows; r++)
			if (fixed[r] == b)
				order[++n] = r
}

# The struct's members: each field name once, in the order of the tables.
function collect_members(   r, k, seen) {
	members = 0
	for (r = 1; r <= rows; r++)
		for (k = 1; k <= fields[r]; k++)
			if (!((r, k) in fpart) && !(fname[r, k] in seen)) {
				seen[fname[r, k]] = 1
				member[++members] = fname[r, k]
			}
}
