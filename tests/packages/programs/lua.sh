# SPDX-License-Identifier: MIT
# Lua 5.4 and LuaJIT (its JIT compiler too): each program of lua/.
# smoke: lua_language luajit_language luajit_own
# seconds: 60
# shellcheck shell=dash disable=SC1091,SC2034,SC2317
. "${0%/*}/../prelude"

script()
{ # INTERPRETER SCRIPT OPTION...
	lua=$1 file=/tmp/scripts/programs/lua/$2.lua
	shift 2
	"$lua" "$@" "$file" 2>&1
	echo "status $?"
}

command_line()
{
	$1 -e 'print(1 + 1)'
	echo 'print("stdin", ...)' | $1 - a b
	printf '#!/usr/bin/env %s\nprint(#arg, arg[1])\n' "$1" >s
	chmod +x s
	./s x y
	$1 -e 'error("oops")' 2>/dev/null
	echo $?
	$1 -e 'os.exit(7)'
	echo $?
	$1 nothing.lua 2>/dev/null
	echo $?
	$1 -e 'print((' 2>/dev/null
	echo $?
	echo 'return {answer = 42}' >mod.lua
	$1 -l mod -e 'print(package.loaded.mod.answer)'
	printf 'x = 5\nprint(x * 2)\n' | $1 -i 2>&1 | grep -c 10
	$1 -e 'print(os.execute("kill -9 $$"))' | awk '{ print $NF }'
	$1 -e 'for l in io.lines() do print(l:upper()) end' <<END
lines of
stdin
END
	$1 -e 'print(#io.read("*a"))' </usr/bin/gunzip
	seq 3 | $1 -e 'local s = 0 while true do local n = io.read("*n") if not n then break end s = s + n end print(s)'
	timeout 0.3 "$1" -e 'while true do end'
	echo $?
}

t_lua_language()
{
	script lua5.4 language
}
t_lua_programs()
{
	script lua5.4 programs
}
t_lua_v54()
{
	script lua5.4 v54
}
t_lua_command_line()
{
	command_line lua5.4
}
t_luajit_language()
{
	script luajit language
}
t_luajit_programs()
{
	script luajit programs
}
t_luajit_programs_interpreted()
{
	script luajit programs -joff
}
t_luajit_small_traces()
{
	script luajit programs -O3 -Ohotloop=2 -Ohotexit=2 -Omaxtrace=300
}
t_luajit_own()
{
	script luajit jit
}
t_luajit_command_line()
{
	command_line luajit
	printf 'print("compiled")\n' >c.lua
	luajit -b c.lua c.out 2>/dev/null || echo 'no jit.bcsave'
	luajit -bl c.lua 2>/dev/null | wc -l
}

run "$1"
