#!/bin/sh
# SPDX-License-Identifier: MIT
# Who may include whom: holds each `#include "..."` against the layers.
#
#   include-lint.sh [TREE]      (default: $srcdir)
#
#   src/            src/
#   src/main-*.c    anything
#   jit/            jit/ (not jit/<host>/), src/
#   jit/<host>/     jit/, jit/<the same host>/, src/
#   target/<isa>/   target/<the same isa>/, jit/ir.h, src/
#   linux-user/     linux-user/, syscall-tables/, src/
#   linux-user/abi/ also target/<isa>/cpu.h
#   system/         system/, src/
# Tests and tools may include anything, and are included by nobody else. No
# file includes a .c file. Prints FILE:LINE for each breach.
set -u
cd "${1:-${srcdir:-.}}" || exit 99

find src jit target linux-user syscall-tables system -name '*.[chS]' \
    ! -name '*.gen.*' 2>/dev/null | LC_ALL=C sort | xargs awk '
# The path below the top that a quoted name means: beside the file, below the
# top, in src/ (the order of the compiler). Generated headers are written
# with their path from the top.
function resolve(name, file,    dir, path)
{
	dir = file
	sub(/[^\/]*$/, "", dir)
	if (exists(dir name))
		path = dir name
	else if (exists(name) || name ~ /\//)
		path = name
	else if (exists("src/" name))
		path = "src/" name
	else
		path = dir name
	while (sub(/[^\/.][^\/]*\/[.][.]\//, "", path))
		;
	return path
}

function exists(path,    line, found)
{
	if (path in known)
		return known[path]
	found = (getline line < path) >= 0
	if (found)
		close(path)
	return known[path] = found
}

# The second word of a path: the host or the ISA.
function second(path,    part)
{
	return split(path, part, "/") > 2 ? part[2] : ""
}

function allowed(file, path)
{
	if (file ~ /^src\/main-[^\/]*[.]c$/)
		return path !~ /^(tests|tools)\//
	if (path ~ /^src\/[^\/]*$/)
		return 1
	if (file ~ /^jit\//)
		return path ~ /^jit\/[^\/]*$/ || (path ~ /^jit\// &&
		    second(file) == second(path))
	if (file ~ /^target\//)
		return path == "jit/ir.h" || (path ~ /^target\// &&
		    second(file) == second(path))
	if (file ~ /^linux-user\/abi\/|^linux-user\/sigframe/ &&
	    path ~ /^target\/[^\/]*\/cpu[.]h$/)
		return 1
	if (file ~ /^(linux-user|syscall-tables)\//)
		return path ~ /^(linux-user|syscall-tables)\//
	if (file ~ /^system\//)
		return path ~ /^system\//
	return 0
}

/^#[ \t]*include[ \t]*"/ {
	name = $0
	sub(/^[^"]*"/, "", name)
	sub(/".*/, "", name)
	if (name == "config.h")
		next
	path = resolve(name, FILENAME)
	if (path ~ /[.]c$/)
		report("a .c file is included: " path)
	else if (!allowed(FILENAME, path))
		report("may not include " path)
}

function report(what)
{
	print FILENAME ":" FNR ": " what
	breaches++
}

END { exit breaches > 0 }
' || exit 1
