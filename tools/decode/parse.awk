# SPDX-License-Identifier: MIT
# Reads .decode tables, checks them, and hands them to the emitter's emit().
#
#   awk -v header=a64-decode.h -f parse.awk -f check.awk \
#       -f emit-decoder.awk base.decode fpsimd.decode > a64-decode.c
#
# A table says `prefix a64` and `width 32` (or 16), then one row a line; a
# line that begins with a blank continues the row. `#` begins a comment.
#
#   NAME picture [name=part:part] [if guard] [avoid guard] [=> function]
#        [of FEATURE] [none reason]
#
# The picture is read from the top bit down: runs of 0 and 1, of x (bits that
# do not matter), and fields `rd:5`, signed `imm:s19`. A field named twice is
# joined, first part highest; `imm:s=immhi:immlo:00` joins parts (fields or
# runs of 0 and 1, which alone make a constant) in the order given; what is a
# part of another field is no member of its own. Guards compare fields, as
# unsigned numbers, with numbers (7, 0b111) or fields: == != < > <= >=, joined
# by && || ( ). `avoid` names encodings that the decoder takes and the random
# generator leaves out (constrained unpredictable ones). `=>` names the
# translator, by default the row's name. `none` marks a row as known, not
# implemented. `of` names the feature that the row belongs to, for processors
# without it.
#
# Two rows must be disjoint, or one inside the other (the more specific one is
# tried first; where its guard fails the other matches), or parted by guards.
#
# For emitters, rows being 1..rows: name where pattern fn feature none reason;
# features, known_feature[1..features] (in the order met);
# fields[r], and for k in 1..fields[r] fname[r,k] fslice[r,k] fsigned[r,k]
# fpart[r,k]; cguard[r,"if"|"avoid"] in C over `word`; order[1..rows], the
# most specific first; inner[r], the rows inside row r; members, member[1..].

function fail(where, sentence) {
	print where ": " sentence | "cat 1>&2"
	errors++
}

# Cuts " key tail" off the global text; gives the tail, "" without the key.
function cut(key,   tail) {
	tail = ""
	had = match(text, "[ \t]" key "([ \t]|$)")
	if (had) {
		tail = substr(text, RSTART + RLENGTH)
		text = substr(text, 1, RSTART - 1)
		gsub(/[ \t]+/, " ", tail)
		sub(/^ /, "", tail)
		sub(/ $/, "", tail)
		if (tail == "" && key != "none")
			fail(at, "nothing follows `" key "`")
	}
	return tail
}

function directive(word, value) {
	if (word == "prefix") {
		if (value !~ /^[a-z][a-z0-9_]*$/)
			fail(at, "bad prefix `" value "`")
		else if (prefix != "" && prefix != value)
			fail(at, "prefix `" value "` differs from `" prefix "`")
		prefix = value
	} else {
		if (value != "16" && value != "32")
			fail(at, "width is 16 or 32, not `" value "`")
		else if (rows && width != value)
			fail(at, "width `" value "` differs from `" width "`")
		width = value + 0
	}
}

function add_field(r, id, slice, sign,   k) {
	if (id == "op" || id == "word") {
		fail(at, "field `" id "` has a reserved name")
		return
	}
	if ((r, id) in findex) {
		k = findex[r, id]
		fslice[r, k] = fslice[r, k] " " slice
		return
	}
	k = ++fields[r]
	findex[r, id] = k
	fname[r, k] = id
	fslice[r, k] = slice
	fsigned[r, k] = sign
}

# One token of the picture; `at_bit` is how many bits stand to its left.
function add_bits(r, tok,   p, id, sign, w) {
	if (tok ~ /^[01x]+$/) {
		pattern[r] = pattern[r] tok
		at_bit += length(tok)
		return
	}
	p = index(tok, ":")
	id = substr(tok, 1, p - 1)
	w = substr(tok, p + 1)
	sign = sub(/^s/, "", w)
	w += 0
	if (w < 1 || w > 32) {
		fail(at, "field `" id "` is " w " bits wide")
		return
	}
	at_bit += w
	add_field(r, id, (width - at_bit) ":" w, sign)
	pattern[r] = pattern[r] substr(XS, 1, w)
}

function add_clause(r, tok,   p, id, sign, parts, n, k, slice) {
	p = index(tok, "=")
	id = substr(tok, 1, p - 1)
	sign = sub(/:s$/, "", id)
	n = split(substr(tok, p + 1), parts, ":")
	slice = ""
	for (k = 1; k <= n; k++) {
		if (parts[k] ~ /^[01]+$/)
			slice = slice " =" parts[k] ":" length(parts[k])
		else if ((r, parts[k]) in findex) {
			slice = slice " " fslice[r, findex[r, parts[k]]]
			fpart[r, findex[r, parts[k]]] = 1
		} else
			fail(at, "clause `" tok "` names unknown field `" \
				parts[k] "`")
	}
	if ((r, id) in findex)
		fail(at, "clause `" tok "` names an existing field")
	else
		add_field(r, id, substr(slice, 2), sign)
}

function slice_width(slice,   n, s, k, w) {
	n = split(slice, s, " ")
	w = 0
	for (k = 1; k <= n; k++)
		w += substr(s[k], index(s[k], ":") + 1)
	return w
}

function file_feature(id) {
	if (id !~ /^[A-Z][A-Z0-9_]*$/)
		fail(at, "bad feature `" id "`")
	else if (!(id in is_feature)) {
		is_feature[id] = 1
		known_feature[++features] = id
	}
}

# Ends the row that was collected in text and files it.
function flush_row(   r, guard, avoid) {
	if (text == "")
		return
	if (!width)
		fail(at, "a row stands before `width`")
	r = ++rows
	where[r] = at
	fields[r] = 0
	reason[r] = cut("none")
	none[r] = had
	if (none[r] && reason[r] == "")
		fail(at, "`none` has no reason")
	if (reason[r] ~ /["\\]/)
		fail(at, "a reason holds a bad character")
	feature[r] = cut("of")
	if (feature[r] != "")
		file_feature(feature[r])
	fn[r] = cut("=>")
	avoid = cut("avoid")
	guard = cut("if")
	if (match(text, /[^A-Za-z0-9_:= \t]/))
		fail(at, "bad character `" substr(text, RSTART, 1) "`")
	else
		read_row(r, guard, avoid)
	text = ""
}

function read_row(r, guard, avoid,   n, k, tok) {
	n = split(text, tok, /[ \t]+/)
	name[r] = tok[1]
	if (fn[r] == "")
		fn[r] = name[r]
	if (name[r] !~ /^[A-Z][A-Za-z0-9_]*$/)
		fail(at, "bad row name `" name[r] "`")
	else if (name[r] in row_of)
		fail(at, "duplicate name `" name[r] "`, first at " \
			where[row_of[name[r]]])
	else
		row_of[name[r]] = r
	if (fn[r] !~ /^[A-Za-z][A-Za-z0-9_]*$/)
		fail(at, "bad function name `" fn[r] "`")
	at_bit = 0
	for (k = 2; k <= n; k++)
		if (tok[k] ~ /^[01x]+$/ ||
		    tok[k] ~ /^[A-Za-z][A-Za-z0-9_]*:s?[0-9]+$/)
			add_bits(r, tok[k])
		else if (tok[k] ~ /^[A-Za-z][A-Za-z0-9_]*(:s)?=[A-Za-z0-9_:]+$/)
			add_clause(r, tok[k])
		else if (tok[k] != "")
			fail(at, "cannot read `" tok[k] "`")
	if (at_bit != width)
		fail(at, "row `" name[r] "` has " at_bit " bits, not " width)
	for (k = 1; k <= fields[r]; k++)
		if (slice_width(fslice[r, k]) > 32)
			fail(at, "field `" fname[r, k] "` exceeds 32 bits")
	read_guard(r, "if", guard)
	read_guard(r, "avoid", avoid)
}

# Bits to hexadecimal: a string of 0 and 1, any length up to 32.
function hex(bits,   h) {
	while (length(bits) % 4)
		bits = "0" bits
	h = ""
	for (; bits != ""; bits = substr(bits, 5))
		h = h NIBBLE[substr(bits, 1, 4)]
	sub(/^0+/, "", h)
	return "0x" (h == "" ? "0" : h) "u"
}

# A run of n ones as a C constant.
function ones(n) {
	return hex(substr(ONES, 1, n))
}

# The C expression of a field's bits in `word`.
function bits_in_c(slice,   n, s, k, p, w, shift, c, e) {
	n = split(slice, s, " ")
	shift = slice_width(slice)
	c = ""
	for (k = 1; k <= n; k++) {
		p = substr(s[k], 1, index(s[k], ":") - 1)
		w = substr(s[k], index(s[k], ":") + 1) + 0
		shift -= w
		if (p ~ /^=/)
			e = hex(substr(p, 2))
		else {
			e = (p ? "(word >> " p ")" : "word")
			e = (p && p + w == 32 ? "word >> " p : e " & " ones(w))
			e = "(" e ")"
		}
		if (e == "0x0u")
			continue
		if (shift)
			e = "(" e " << " shift ")"
		c = (c == "" ? e : c " | " e)
	}
	if (c == "")
		return "0u"
	return n > 1 ? "(" c ")" : c
}

BEGIN {
	XS = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
	ONES = "11111111111111111111111111111111"
	for (k = 0; k < 16; k++)
		NIBBLE[int(k / 8) % 2 "" int(k / 4) % 2 "" \
			int(k / 2) % 2 "" k % 2] = substr("0123456789abcdef", k + 1, 1)
	rows = 0
	text = ""
}

FNR == 1 { flush_row() }
{ sub(/(^|[ \t])#.*$/, "") }
/^[ \t]*$/ { next }
/^[ \t]/ {
	if (text == "")
		fail(FILENAME ":" FNR, "nothing to continue")
	else
		text = text $0
	next
}
{
	flush_row()
	at = FILENAME ":" FNR
	if ($1 ~ /^(prefix|width)$/)
		directive($1, $2)
	else
		text = $0
}
END {
	flush_row()
	if (!errors && prefix == "")
		fail(FILENAME, "no `prefix`")
	if (!errors)
		check_rows()
	if (errors) {
		close("cat 1>&2")
		exit 1
	}
	collect_members()
	emit()
}
