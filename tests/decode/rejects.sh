# SPDX-License-Identifier: MIT
# The decoder generator refuses each kind of bad table with one sentence that
# names its line, and prints no output.

tools=$srcdir/tools/decode
dir=$(mktemp -d "${TMPDIR:-/tmp}/decode-rejects.XXXXXX") || exit 99
trap 'rm -rf "$dir"' EXIT
cd "$dir" || exit 99
failed=0
count=0

# Reads rows from stdin; they begin at line 3. MESSAGE is all that is printed.
rejects() # NAME MESSAGE
{
	count=$((count + 1))
	{ echo "prefix t"; echo "width ${width:-16}"; cat; } > t.decode
	if $AWK -f "$tools/parse.awk" -f "$tools/check.awk" \
	    -f "$tools/emit-names.awk" t.decode > out 2> err; then
		echo "$1: accepted"
		failed=1
	elif [ -s out ]; then
		echo "$1: prints output"
		failed=1
	elif [ "$(cat err)" != "$2" ]; then
		echo "$1: says $(cat err)"
		echo "  rather than $2"
		failed=1
	fi
}

AWK=${AWK:-awk}

rejects too-few-bits 't.decode:3: row `A` has 15 bits, not 16' <<'END'
A  0000 000 a:4 b:4
END
rejects too-many-bits 't.decode:4: row `B` has 17 bits, not 16' <<'END'
A  0000 0000 a:4 b:4
B  1000 0000 a:4 b:5
END
width=32
rejects half-a-word 't.decode:3: row `A` has 16 bits, not 32' <<'END'
A  0000 0000 a:4 b:4
END
width=16
rejects unknown-field-in-guard \
    't.decode:3: guard names unknown field `c`' <<'END'
A  0000 0000 a:4 b:4  if c!=0
END
rejects unknown-field-in-avoid \
    't.decode:3: guard names unknown field `c`' <<'END'
A  0000 0000 a:4 b:4  avoid a==c
END
rejects unknown-field-in-clause \
    't.decode:3: clause `c=a:d` names unknown field `d`' <<'END'
A  0000 0000 a:4 b:4  c=a:d
END
rejects clause-over-a-field \
    't.decode:3: clause `b=a:0` names an existing field' <<'END'
A  0000 0000 a:4 b:4  b=a:0
END
rejects duplicate-name \
    't.decode:5: duplicate name `A`, first at t.decode:3' <<'END'
A  0000 0000 a:4 b:4
B  0100 0000 a:4 b:4
A  1000 0000 a:4 b:4
END
rejects bad-character 't.decode:3: bad character `%`' <<'END'
A  0000 0000 a:4 %:4
END
rejects bad-bit 't.decode:3: cannot read `0002`
t.decode:3: row `A` has 12 bits, not 16' <<'END'
A  0002 0000 a:4 b:4
END
rejects reserved-field 't.decode:3: field `op` has a reserved name' <<'END'
A  0000 0000 op:4 b:4
END
rejects empty-field 't.decode:3: field `b` is 0 bits wide
t.decode:3: row `A` has 12 bits, not 16' <<'END'
A  0000 0000 a:4 b:0
END
rejects lower-case-name 't.decode:3: bad row name `add`' <<'END'
add  0000 0000 a:4 b:4
END
rejects bad-function 't.decode:3: bad function name `f g`' <<'END'
A  0000 0000 a:4 b:4  => f g
END
rejects bad-feature 't.decode:3: bad feature `Lse`' <<'END'
A  0000 0000 a:4 b:4  of Lse
END
rejects no-feature 't.decode:3: nothing follows `of`' <<'END'
A  0000 0000 a:4 b:4  of
END
rejects no-reason 't.decode:3: `none` has no reason' <<'END'
A  0000 0000 a:4 b:4  none
END
rejects quoted-reason 't.decode:3: a reason holds a bad character' <<'END'
A  0000 0000 a:4 b:4  none "later"
END
rejects empty-guard 't.decode:3: nothing follows `if`' <<'END'
A  0000 0000 a:4 b:4  if
END
rejects guard-without-comparison \
    't.decode:3: guard has `end of line` where a comparison belongs' <<'END'
A  0000 0000 a:4 b:4  if a
END
rejects guard-without-operand \
    't.decode:3: guard has `&&` where a field belongs' <<'END'
A  0000 0000 a:4 b:4  if a== && b==1
END
rejects guard-unclosed \
    't.decode:3: guard lacks a `)` before `end of line`' <<'END'
A  0000 0000 a:4 b:4  if (a==1 || b==1
END
rejects guard-goes-on 't.decode:3: guard goes on with `b`' <<'END'
A  0000 0000 a:4 b:4  if a==1 b==1
END
rejects continuation-of-nothing 't.decode:3: nothing to continue' <<'END'
  if a==1
END
rejects other-prefix 't.decode:3: prefix `u` differs from `t`' <<'END'
prefix u
A  0000 0000 a:4 b:4
END
rejects other-width 't.decode:4: width `32` differs from `16`' <<'END'
A  0000 0000 a:4 b:4
width 32
END
rejects odd-width 't.decode:3: width is 16 or 32, not `24`' <<'END'
width 24
END

# Pairs of rows.
rejects same-picture \
    't.decode:4: row `B` overlaps `A` (t.decode:3)' <<'END'
A  0000 0000 a:4 b:4
B  0000 0000 c:8
END
rejects crossing \
    't.decode:5: row `C` overlaps `A` (t.decode:3)' <<'END'
A  0000 0000 a:4 b:4
B  1000 0000 a:4 b:4
C  0000 c:4 0000 b:4
END
rejects guards-that-do-not-part \
    't.decode:4: row `B` overlaps `A` (t.decode:3)' <<'END'
A  0000 0000 a:4 b:4  if a!=3
B  0000 0000 a:4 b:4  if a==3 || b==3
END
rejects crossing-with-guards \
    't.decode:4: row `B` overlaps `A` (t.decode:3)' <<'END'
A  0000 0000 a:4 b:4  if b>=8
B  0000 c:4 0000 b:4  if b<=8
END
width=32
rejects guards-too-wide 't.decode:4: row `B` overlaps `A` (t.decode:3), and '\
'their guards read 23 bits' <<'END'
A  0000 0 a:27  if a!=0
B  c:5 0000 b:23  if c!=0 || b!=0
END
width=16

# What is near to these and right.
$AWK -f "$tools/parse.awk" -f "$tools/check.awk" -f "$tools/emit-names.awk" \
    -v report=1 - > out 2> err <<'END'
prefix t
width 16
A  0000 0000 a:4 b:4  if b>8	# parted from B by its guard
B  0000 c:4 0000 b:4  if b<=8 && (c>0b1010 || c==b)
C  0000 0000 0001 0000
D  1 x x x  a:4 0  a:4 xxx  b=1:a:00  => F
E  0100 xxxx xxxx xxxx
   none wants a reason
END
if [ -s err ] || ! grep -q '^t: 5 rows, 4 implemented, 1 not$' out; then
	cat out err
	echo "accepts: failed"
	failed=1
fi
echo "$count kinds of bad table"
exit $failed
