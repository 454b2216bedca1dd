# SPDX-License-Identifier: MIT
# file and its database.
# smoke: types
# shellcheck shell=dash disable=SC1091,SC2012,SC2034,SC2094,SC2238,SC2317
. "${0%/*}/../prelude"

t_types()
{
	words >text
	printf 'caf\303\251\n' >utf8
	printf 'caf\351\n' >latin1
	printf 'a\r\nb\r\n' >dos
	: >empty
	head -c 100 /dev/zero >zeros
	printf '#!/bin/sh\necho\n' >sh
	printf '#!/usr/bin/python3\n' >py
	printf '\177ELF\002\001\001\000\000\000\000\000\000\000\000\000\002\000\267\000\001\000\000\000' >elf
	printf '\211PNG\r\n\032\n\000\000\000\rIHDR\000\000\001\000\000\000\000\200\010\002\000\000\000' >png
	printf 'GIF89a\020\000\040\000' >gif
	printf '%%PDF-1.4\n' >pdf
	printf '{"a": [1, 2]}\n' >json
	printf '<?xml version="1.0"?>\n<a/>\n' >xml
	printf '<!DOCTYPE html>\n<html></html>\n' >html
	gzip -nc text >gz
	bzip2 -c text >bz2
	xz -T1 -c text >xz
	zstd -q --single-thread -c text >zst
	tar -cf tar --format=ustar text
	sqlite3 db 'create table t(a); pragma user_version = 7;'
	printf 'int main(void)\n{\n\treturn 0;\n}\n' >c.c
	printf '#include <stdio.h>\nint x;\n' >h.c
	printf 'From: a@b\nTo: c@d\nSubject: x\n\nhi\n' >mail
	printf 'diff --git a/x b/x\n--- a/x\n+++ b/x\n' >patch
	printf 'BEGIN:VCARD\nVERSION:3.0\n' >vcard
	printf 'RIFF\044\000\000\000WAVEfmt \020\000\000\000\001\000\001\000' >wav
	mkdir dir
	ln -s text link
	ln -s nothing broken
	mkfifo fifo
	for f in text utf8 latin1 dos empty zeros sh py elf png gif pdf json xml \
	    html gz bz2 xz zst tar db c.c h.c mail patch vcard wav dir link \
	    broken fifo nothing; do
		file $f
	done
	file -i text utf8 latin1 png gz dir
	file --mime-type -b json xml db
	file --mime-encoding -b text utf8 latin1
	file -L link
	file -z gz | sed 's/(.*//'
	file -k png
	file -s /dev/null
	file - <png
	ls | file -f - | wc -l
	file -b --extension png gz
	file -E nothing
	echo $?
	file -e soft png
	printf '0 string FERRY a ferry\n>5 byte x number %%d\n' >magic
	printf 'FERRY\007' >ferry
	file -m magic ferry
	file -C -m magic && ls magic.mgc
	file -m magic.mgc ferry
}

t_system()
{
	cd /usr/bin || return
	file -b bash perl | sed 's/, BuildID.*//;s/x86-64/CPU/;s/ARM aarch64/CPU/;s/ld-linux-[^,]*/ld/;s/for GNU.*//' |
	    sed 's,interpreter /lib[^,]*,interpreter,'
	file -b gunzip zgrep ldd | sort
	cd /usr/share || return
	find perl5 -name '*.p[lm]' -print0 | sort -z | xargs -0 file -b | sort | uniq -c
	find /usr/lib/python3.13 -name '*.py' -print0 | sort -z | head -z -n 300 | xargs -0 file --mime-type -b | sort | uniq -c
	find zoneinfo -type f -print0 | sort -z | head -z -n 200 | xargs -0 file -b | sort | uniq -c | sort -rn | head -n 5
}

run "$1"
