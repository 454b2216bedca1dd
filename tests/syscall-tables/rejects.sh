#!/bin/sh
# SPDX-License-Identifier: MIT
# What the generator rejects, each with its place and a sentence: small tables
# that are right, and one line more that is not.
. "$srcdir/tests/syscall-tables/tables.sh"

good()
{
	cat >arm64.tbl <<'X'
class lp64-generic
0 first
1 second
X
	cat >x86_64.tbl <<'X'
class x86-64
0 first
5 second
X
	cat >flags.def <<'X'
columns arm64 x86-64
flags same 32 unknown=pass
  S_ONE 1; S_TWO 2
flags open 32 unknown=drop
  O_DIRECTORY 040000 0200000
enum cmd 32
  C_ONE 1; C_TWO 2
enum errno 32
  EPERM 1; EINVAL 22
X
	cat >structs.def <<'X'
struct pair
  a i32
  b i64
struct mixed class=lp64-generic
  a i32
  b i32
struct mixed class=x86-64
  a i32
  b i64
struct nested
  n i64
  m mixed
struct vector
  base in? pair[len]
  len size
X
	cat >rows.def <<'X'
first(fd fd, buf out bytes[n>ret], n size) -> ssize : pass wait=restart
X
	cat >more.def <<'X'
second(p in? pair, flags flags(same)) -> int : pass
X
}

fails=0
# rejects FILE LINE SENTENCE: with stdin appended to FILE (replacing more.def)
rejects()
{
	good
	[ "$1" = more.def ] && : >more.def
	cat >>"$1"
	generate emit-count arm64.tbl x86_64.tbl flags.def structs.def \
		rows.def more.def >out 2>err
	status=$?
	if [ $status = 0 ] || ! grep -qxF "$1:$2: $3" err; then
		echo "FAIL: expected $1:$2: $3"
		echo "status $status:"
		cat err
		fails=$((fails + 1))
	fi
	count=$((count + 1))
}

count=0
cd "$tmp" || exit 99
good
generate emit-count arm64.tbl x86_64.tbl flags.def structs.def rows.def \
	more.def >out || { echo "FAIL: the right tables"; exit 1; }

# The proof of `pass'.
rejects more.def 1 "second can't be \`pass': b of struct mixed is at 4 in \
lp64-generic and at 8 in x86-64" <<'X'
second(p out mixed) -> int : pass
X
rejects more.def 1 "second can't be \`pass': m of struct nested: b of struct \
mixed is at 4 in lp64-generic and at 8 in x86-64" <<'X'
second(p out nested) -> int : pass
X
rejects more.def 1 "second can't be \`pass': O_DIRECTORY is 040000 in arm64 \
and 0200000 in x86-64" <<'X'
second(f flags(open)) -> int : pass
X
rejects more.def 1 "second can't be \`pass': O_DIRECTORY is 040000 in arm64 \
and 0200000 in x86-64" <<'X'
second() -> flags(open) : pass
X
rejects more.def 1 "second is \`conv', but nothing differs in arm64" <<'X'
second(p out pair) -> int : conv
X

# Types, counts, directions.
rejects more.def 1 "p: no type \`quad'" <<'X'
second(p quad) -> int : pass
X
rejects more.def 1 "f: no flags cmd" <<'X'
second(f flags(cmd)) -> int : pass
X
rejects more.def 1 "p: pair needs in, out or io" <<'X'
second(p pair) -> int : pass
X
rejects more.def 1 "p: no \`m' to count by" <<'X'
second(p in bytes[m], n size) -> int : pass
X
rejects more.def 1 "p: \`n' is a pointer" <<'X'
second(p in bytes[n], n io u32) -> int : pass
X
rejects more.def 1 "p: \`n' is no pointer" <<'X'
second(p in bytes[*n], n u32) -> int : pass
X
rejects more.def 1 "n: only a pointer has a count" <<'X'
second(n u32[4]) -> int : pass
X
rejects more.def 1 "n is there twice" <<'X'
second(n u32, n u32) -> int : pass
X
rejects more.def 1 "p: no directory \`dir'" <<'X'
second(p path(dir,read)) -> int : pass
X
rejects more.def 1 "p: path(directory,use[,nofollow|-flags[:bit]|+flags[:bit]])" <<'X'
second(p path(CWD,write)) -> int : pass
X
rejects more.def 1 "second has more than six arguments" <<'X'
second(a i32, b i32, c i32, d i32, e i32, f i32, g i32) -> int : pass
X

# Rows.
rejects more.def 1 "\`maybe' is not a how" <<'X'
second() -> int : maybe
X
rejects more.def 1 "\`wait=long' is not an attribute" <<'X'
second() -> int : pass wait=long
X
rejects more.def 1 "timeout: left= or until=?" <<'X'
second(timeout i32) -> int : pass wait=eintr
X
rejects more.def 1 "second: no \`time' to wait for" <<'X'
second(timeout i32) -> int : pass wait=eintr left=time until=timeout
X
rejects more.def 1 "second: no \`timeout' to wait for" <<'X'
second(timeout i32) -> int : pass left=timeout
X
rejects more.def 1 "second: no \`time' to wait until" <<'X'
second(timeout i32) -> int : pass wait=eintr left=timeout until=time
X
rejects more.def 1 "second: a refusal is none(ERRNO \"why\")" <<'X'
second() -> int : none(EPERM)
X
rejects more.def 1 "second: no errno ENONE" <<'X'
second() -> int : none(ENONE "nobody knows it")
X
rejects more.def 1 "second lacks \`-> type : how'" <<'X'
second() : pass
X
rejects more.def 2 "second has a line already: more.def:1" <<'X'
second() -> int : pass
second() -> int : pass
X
rejects more.def 2 "third has no number in arm64" <<'X'
second() -> int : pass
third() -> int : body
X
rejects arm64.tbl 4 "third has no line" <<'X'
2 third
X
rejects arm64.tbl 4 "number 1 is second already" <<'X'
1 third
X
rejects arm64.tbl 4 "first has a number already" <<'X'
7 first
X

# Sub-tables.
rejects more.def 1 "second: no table t" <<'X'
second(c enum(cmd), @t) -> int : sub
X
rejects more.def 1 "second: \`sub' and @table go together" <<'X'
second(c enum(cmd), @t) -> int : pass
table t(c enum(cmd)) unknown=EINVAL
X
rejects more.def 3 "C_SIX is not in enum cmd" <<'X'
second(c enum(cmd), @t) -> int : sub
table t(c enum(cmd)) unknown=EINVAL
C_SIX() -> int : pass
X
rejects more.def 4 "C_ONE has a row already" <<'X'
second(c enum(cmd), @t) -> int : sub
table t(c enum(cmd)) unknown=EINVAL
C_ONE() -> int : pass
C_TWO|C_ONE() -> int : pass
X
rejects more.def 2 "table t: the last argument chooses the row and is an enum" \
	<<'X'
second(c enum(cmd), @t) -> int : sub
table t(c i32) unknown=EINVAL
X
rejects more.def 2 "table t says no unknown=ERRNO" <<'X'
second(c enum(cmd), @t) -> int : sub
table t(c enum(cmd))
X

# Sets and structs.
rejects flags.def 10 "a set is 8, 16, 32 or 64 bits wide" <<'X'
flags odd 24 unknown=pass
X
rejects flags.def 10 "unknown= is pass, drop or einval" <<'X'
flags odd 32 unknown=ignored
X
rejects flags.def 11 "E_ONE is in again already" <<'X'
enum again 32
  E_ONE 1; E_ONE 2
X
rejects flags.def 11 "\`1x' is not a value" <<'X'
enum bad 32
  E_ONE 1x
X
rejects flags.def 10 "set same is there already" <<'X'
enum same 32
X
rejects structs.def 16 "struct pair is there already" <<'X'
struct pair
  a i32
X
rejects structs.def 18 "a is there already" <<'X'
struct twice
  a i32
  a i32
X
rejects structs.def 16 "the struct has no members" <<'X'
struct empty
X
rejects structs.def 17 "p: no \`m' to count by" <<'X'
struct bad
  p in bytes[m]
X
rejects structs.def 16 "no member \`b' to show" <<'X'
struct bad show=b
  a i32
X
rejects structs.def 16 "\`aligned' is not known here" <<'X'
struct bad aligned
  a i32
X

echo "$count rejected as they should be"
[ $fails = 0 ]
