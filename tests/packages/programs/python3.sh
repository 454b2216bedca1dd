# SPDX-License-Identifier: MIT
# python3: each program of python3/ is about a module.
# smoke: language json re hashlib subprocess sqlite3 ctypes signal
# seconds: 90
# shellcheck shell=dash disable=SC1091,SC2034,SC2317
. "${0%/*}/../prelude"

script()
{
	python3 -P "/tmp/scripts/programs/python3/$1.py" 2>&1
	echo "status $?"
}

t_language()
{
	script language
}
t_numbers()
{
	script numbers
}
t_json()
{
	script json
}
t_re()
{
	script re
}
t_hashlib()
{
	script hashlib
}
t_subprocess()
{
	script subprocess
}
t_sqlite3()
{
	script sqlite3
}
t_ctypes()
{
	script ctypes
}
t_signal()
{
	script signal
}
t_mmap()
{
	script mmap
}
t_socket()
{
	script socket
}
t_ssl()
{
	script ssl
}
t_struct()
{
	script struct
}
t_zlib()
{
	script zlib
}
t_files()
{
	script files
}
t_multiprocessing_fork()
{
	script multiprocessing_fork
}
t_faulthandler()
{
	script faulthandler
}
t_threading()
{
	script threading
}
t_asyncio()
{
	script asyncio
}
t_multiprocessing()
{
	script multiprocessing
}
t_command_line()
{
	python3 -c 'print(1 + 1)'
	echo 'print("stdin")' | python3
	printf '#!/usr/bin/env python3\nimport sys\nprint(sys.argv[1:])\n' >s
	chmod +x s
	./s a b
	python3 -c 'import sys; sys.exit(7)'
	echo $?
	python3 -c 'raise ValueError("x")' 2>&1 | tail -n 1
	python3 -c 'print('
	echo $?
	python3 nothing.py
	echo $?
	echo '{"a": [1, 2]}' | python3 -m json.tool
	python3 -m timeit -n 1 -r 1 pass | wc -l
	python3 -m base64 -e /etc/debian_version
	python3 -m compileall -q . && ls __pycache__ 2>/dev/null
	python3 -O -c 'assert False; print("optimised")'
	python3 -I -S -c 'import sys; print(sys.flags.isolated)'
	python3 -X utf8 -c 'print("é")' | od -c | head -n 1
	python3 -W error -c 'import warnings; warnings.warn("w")' 2>&1 | tail -n 1
	python3 -m unittest -h | head -n 1
	python3 -v -c 1 2>&1 | grep -c import
	printf 'import unittest\nclass T(unittest.TestCase):\n    def test_a(self): self.assertEqual(1, 1)\n    def test_b(self): self.assertEqual(1, 2)\n' >test_x.py
	python3 -m unittest test_x 2>&1 | grep -E '^(FAIL|Ran|E|A)' | sed 's/ in .*//'
	python3 -m zipfile -c z.zip s && python3 -m zipfile -l z.zip | awk '{ print $1, $NF }'
	printf 'print("from a zip")\n' >__main__.py && python3 -m zipapp . -o app.pyz -m s:x 2>/dev/null; python3 -m zipfile -c m.zip __main__.py && python3 m.zip
	python3 -c 'import os; os.kill(os.getpid(), 9)'
	echo $?
	printf 'x = 1\nx + 1\nexit()\n' | python3 -i 2>/dev/null
	timeout 0.5 python3 -c 'while True: pass'
	echo $?
}

run "$1"
