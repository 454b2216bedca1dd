# SPDX-License-Identifier: MIT
# Reads the dg- directives of gcc's C torture programs and prints, for each
# program and level, what to do on aarch64-linux:
#
#   run LEVEL FILE OPTION...
#   skip LEVEL FILE REASON...
#
# usage: awk -v levels='-O0 -O2 -O3' -f torture-plan.awk FILE.c...
# A FILE.x beside a program is read too: options that it adds whatever the
# target is. Its conditions all name other targets.

BEGIN {
	target = "aarch64-unknown-linux-gnu"
	nlevels = split(levels, level, " ")
	# Effective targets that do not hold here; all others in use do.
	split("freestanding newlib_nano_io dfp ia32 avr_tiny vxworks_kernel " \
	    "default_packed keeps_null_pointer_checks", list, " ")
	for (i in list)
		lacking[list[i]] = 1
	for (i = 1; i < ARGC; i++)
		plan(ARGV[i])
	exit
}

function plan(file,    line, text, x, i, reason)
{
	options = ""
	nskips = 0
	missing = ""
	while ((getline line < file) > 0)
		while (match(line, /\{ *dg-[a-z-]+ /)) {
			text = balanced(substr(line, RSTART))
			directive(text)
			line = substr(line, RSTART + length(text))
		}
	close(file)
	x = file
	sub(/[.]c$/, ".x", x)
	while ((getline line < x) > 0)
		if (line ~ /^lappend additional_flags /) {
			sub(/^lappend additional_flags /, "", line)
			gsub(/"/, "", line)
			options = options " " line
		}
	close(x)
	for (i = 1; i <= nlevels; i++) {
		reason = missing != "" ? missing : skipped(level[i])
		if (reason != "")
			print "skip", level[i], file, reason
		else
			print "run", level[i], file options
	}
}

# The text from an opening brace to the one that closes it.
function balanced(s,    i, c, depth)
{
	for (i = 1; i <= length(s); i++) {
		c = substr(s, i, 1)
		if (c == "{")
			depth++
		else if (c == "}" && --depth == 0)
			return substr(s, 1, i)
	}
	return s
}

# Splits a directive into w[1..n]: strings without their quotes, brace groups
# whole.
function words(s, w,    n, part)
{
	n = 0
	for (;;) {
		sub(/^[ \t]+/, "", s)
		if (s == "")
			return n
		if (s ~ /^\{/) {
			part = balanced(s)
			w[++n] = part
		} else if (match(s, /^"[^"]*"/)) {
			part = substr(s, 1, RLENGTH)
			w[++n] = substr(part, 2, length(part) - 2)
		} else {
			match(s, /^[^ \t{}]+/)
			part = substr(s, 1, RLENGTH > 0 ? RLENGTH : 1)
			w[++n] = part
		}
		s = substr(s, length(part) + 1)
	}
}

function inside(group)
{
	sub(/^\{ */, "", group)
	sub(/ *\}$/, "", group)
	gsub(/"/, "", group)
	return group
}

function directive(text,    w, n, name)
{
	text = substr(text, 2, length(text) - 2)
	n = words(text, w)
	name = w[1]
	if (name == "dg-options") {
		if (n < 3 || selected(w[3]))
			options = " " inside(w[2])
	} else if (name == "dg-additional-options") {
		if (n < 3 || selected(w[3]))
			options = options " " inside(w[2])
	} else if (name == "dg-require-effective-target") {
		if (w[2] in lacking)
			missing = "requires " w[2]
	} else if (name == "dg-do") {
		if (n > 2 && !selected(w[3]))
			missing = "not for this target"
	} else if (name == "dg-skip-if") {
		if (selected(w[3])) {
			skip_why[++nskips] = w[2]
			skip_with[nskips] = n > 3 ? inside(w[4]) : "*"
			skip_without[nskips] = n > 4 ? inside(w[5]) : ""
		}
	}
	# dg-xfail-* name other targets; dg-add-options, dg-require-weak,
	# -alias and -stack-size ask for nothing that Linux has not.
}

function skipped(lev,    i)
{
	for (i = 1; i <= nskips; i++)
		if (given(skip_with[i], lev) && !given(skip_without[i], lev))
			return skip_why[i] == "" ? "dg-skip-if" : skip_why[i]
	return ""
}

# Whether one of the option patterns is among the level and the options.
function given(patterns, lev,    p, n, i, a, m, j)
{
	n = split(patterns, p, " ")
	m = split(lev options, a, " ")
	for (i = 1; i <= n; i++) {
		if (p[i] == "*")
			return 1
		for (j = 1; j <= m; j++)
			if (p[i] == a[j])
				return 1
	}
	return 0
}

# Target selectors: a list of triplets and effective targets, any of which may
# hold, or an expression of them with !, && and ||.
function selected(group,    s)
{
	s = inside(group)
	sub(/^(target|xfail) +/, "", s)
	return holds(s)
}

function holds(s,    w, n, i, value, term, negate, op)
{
	n = words(s, w)
	value = 0
	op = "||"
	for (i = 1; i <= n; i++) {
		if (w[i] == "&&" || w[i] == "||") {
			op = w[i]
			continue
		}
		negate = 0
		while (w[i] == "!") {
			negate = !negate
			i++
		}
		term = w[i] ~ /^\{/ ? holds(inside(w[i])) : one(w[i])
		if (negate)
			term = !term
		value = op == "&&" ? value && term : value || term
		op = "||"
	}
	return value
}

function one(word,    re)
{
	if (word ~ /-.*-/) {
		re = word
		gsub(/[.]/, "[.]", re)
		gsub(/[*]/, ".*", re)
		gsub(/[?]/, ".", re)
		return target ~ ("^" re "$")
	}
	return !(word in lacking)
}
