# SPDX-License-Identifier: MIT
# The programs of libc-bin: ldconfig is a static-PIE that grows its break, which
# emulators have placed badly; each dpkg run starts it. Under every layout.
# smoke: ldconfig layouts getent
# shellcheck shell=dash disable=SC1091,SC2012,SC2046,SC2086,SC2317,SC3045
. "${0%/*}/../prelude"

libraries()
{
	mkdir -p libs
	echo "$PWD/libs" >conf
	for lib in libz.so.1 libcrypto.so.3 libssl.so.3 liblzma.so.5 \
	    libbz2.so.1.0 libsqlite3.so.0 libreadline.so.8 libgmp.so.10 \
	    libmpfr.so.6 libtinfo.so.6 libacl.so.1; do
		cp /usr/lib/*-linux-gnu/$lib libs/ 2>/dev/null
	done
	ls libs | wc -l
}

# But the name of the architecture, and its program interpreter.
common()
{
	grep -v -e ld-linux -e 'libs found' | sed 's/,\(x86-64\|AArch64\)//'
}

# What the cache holds.
cached()
{
	/usr/sbin/ldconfig -p -C cache | common
}

t_ldconfig()
{
	libraries
	/usr/sbin/ldconfig -C cache -f conf
	echo "status $?"
	cached
	/usr/sbin/ldconfig -v -N -X -f conf 2>/dev/null |
	    sed 's/ (.*//' | common
	/usr/sbin/ldconfig -n libs
	echo "status $?"
	ls libs | sort
	/usr/sbin/ldconfig -C cache -f missing 2>&1 | head -n 1
	/usr/sbin/ldconfig --version | head -n 1 | sed 's/(.*)//'
}

# Runs it with a personality: 40000 no randomising, 200000 the old layout.
as()
{
	number=92
	[ $(uname -m) = aarch64 ] || number=135
	persona=$1
	shift
	perl -e 'syscall(shift, hex shift) >= 0 or die; exec @ARGV' \
	    $number $persona "$@"
}

again()
{
	rm -f cache
	"$@" /usr/sbin/ldconfig -C cache -f conf
	echo "status $?: $(cached | wc -l)"
}

t_layouts()
{
	libraries
	again as 0
	again as 40000
	again as 200000
	again as 240000
	for limit in 1024 8192 65536 unlimited; do
		(ulimit -S -s $limit && again as 0 && again as 40000)
	done
	(ulimit -v 200000 && again env)
	(ulimit -d 60000 && again env)
	n=0
	while [ $n -lt 20 ]; do
		again env
		n=$((n + 1))
	done | sort | uniq -c
}

t_getent()
{
	getent passwd root
	getent group 0
	getent group 99999
	echo "status $?"
	getent services 80/tcp
	getconf PAGESIZE
	getconf LONG_BIT
	getconf ARG_MAX
	ldd /usr/bin/dash | sed 's/ (0x.*//; s/[a-z0-9_]*-linux-gnu/ARCH/
	    s/ld-linux-[^ ]*/LD/; s/\/lib64/\/lib/' | grep -v vdso
	locale
	iconv -f UTF-8 -t ISO-8859-1 <<-END | od -c
		caf\u00e9 ABC
	END
}

run "$1"
