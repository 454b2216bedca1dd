# SPDX-License-Identifier: MIT
# gcc-14 and g++-14: the objects are those of the cross compiler of the same
# version, byte by byte, and what the guest builds of them runs as the same
# source built for the native machine does. Both compilers get the same flags
# and names; their defaults are the same but for where headers are.
# root: compilers
# smoke: objects messages
# seconds: 1800
# shellcheck shell=dash disable=SC1091,SC2016,SC2034,SC2086,SC2317
. "${0%/*}/../prelude"

sources=${0%/*}/gcc
# What compiles for arm64: the guest's own compiler, or the cross compiler.
case $(uname -m) in
x86_64) arm=aarch64-linux-gnu- native=yes ;;
*) arm='' native='' ;;
esac
# A machine without FMA rounds twice, so no contractions where output counts.
flags='-w -Wno-psabi -ffp-contract=off'

compiler()
{ # FILE
	case $1 in
	*.cc) echo g++-14 -std=c++23 ;;
	*) echo gcc-14 ;;
	esac
}

# An object for arm64, which is then shown; and a program of it, which for the
# native machine is made of the source.
unit()
{ # FILE LEVEL
	name=${1##*/}
	cc=$(compiler "$1")
	object=$name$2.o
	$arm$cc $flags $2 -c "$1" -o "$object" || return
	from=$object
	[ -z "$native" ] || from=$1
	$cc $flags $2 "$from" -o program -Wl,--no-warn-execstack -lm -latomic &&
	    ./program
	echo "$name $2 $?"
}

units()
{ # LEVEL PATTERN
	for f in "$sources"/$2; do
		unit "$f" "$1"
	done
	sha256sum ./*.o
	set -- ./*.o
	echo "$# objects"
}

t_objects()
{
	unit "$sources/integers.c" -O2
	unit "$sources/floats.c" -O3
	unit "$sources/templates.cc" -O1
	sha256sum ./*.o
}

t_c_o0()
{
	units -O0 '*.c'
}
t_c_o1()
{
	units -O1 '*.c'
}
t_c_o2()
{
	units -O2 '*.c'
}
t_c_o3()
{
	units -O3 '*.c'
}
t_c_os()
{
	units -Os '*.c'
}
t_cxx_o0()
{
	units -O0 '*.cc'
}
t_cxx_o1()
{
	units -O1 '*.cc'
}
t_cxx_o2()
{
	units -O2 '*.cc'
}
t_cxx_o3()
{
	units -O3 '*.cc'
}
t_cxx_os()
{
	units -Os '*.cc'
}

t_messages()
{
	cat >bad.c <<-'END'
		struct s { int x; };
		int f(struct s *p) { return p->y + undeclared; }
		int g(void) { return "text" }
		#error stop
		#include "nothing.h"
	END
	cat >warned.c <<-'END'
		int printf(const char *, ...);
		static int unused;
		int f(int x, char *s)
		{
			int y, a[3];
			if (x = 3)
				printf("%d\n", s);
			a[5] = y;
			return a[5] == 1u;
		}
	END
	cat >bad.cc <<-'END'
		template <class T> struct a { typename T::type x; };
		template <class T> concept small = sizeof(T) < 3;
		template <small T> void f(T);
		struct b { virtual void g() = 0; private: int p; };
		int main() { a<int> x; f(3L); b y; y.p; const int z; return nothing::z; }
	END
	for f in 'bad.c' 'warned.c -Wall -Wextra -O2' 'warned.c -Werror -Wall' \
	    'bad.cc -std=c++20' 'nothing.c' '-O9z bad.c' '-std=c99 -pedantic-errors warned.c' \
	    '-fno-such-option bad.c' 'warned.c -fdiagnostics-format=json-stderr -Wall'; do
		case $f in
		bad.cc*) $arm'g++-14' -c $f ;;
		*) $arm'gcc-14' -c $f ;;
		esac 2>&1 | sed 's/aarch64-linux-gnu-//'
		$arm'gcc-14' -c $f 2>/dev/null
		echo "status $?"
	done
	$arm'gcc-14' 2>&1 | sed 's/^aarch64-linux-gnu-//'
	printf '\tmov x0, #1\n\tfrobnicate x1\n\tadd x0, x0\n' >bad.s
	$arm'gcc-14' -c bad.s 2>&1
	echo "status $?"
	echo 'int nothing(void); int main(void) { return nothing(); }' >undefined.c
	gcc-14 -c undefined.c && gcc-14 undefined.o -lnothing 2>&1 |
	    sed 's,^.*/ld: ,ld: ,'
	gcc-14 undefined.o 2>&1 | sed 's,^.*/ld: ,ld: ,; s/+0x[0-9a-f]*/+N/'
	ls a.out
	for what in -dumpversion -dumpmachine -dumpfullversion; do
		$arm'gcc-14' $what
	done
	printf 'int a[] = {1, 2' | $arm'gcc-14' -x c -fsyntax-only - 2>&1
	echo "status $?"
}

# The driver's ways from source to object, none of which may change it.
t_driver()
{
	f=$sources/tables.c
	echo '#define LOCAL 3' >local.h
	printf '#include "local.h"\nint x = LOCAL + GIVEN;\n' >inc.c
	$arm'gcc-14' -E -P -DGIVEN=4 inc.c
	$arm'gcc-14' -E -P $flags "$f" | sha256sum
	$arm'gcc-14' -E -dM -x c /dev/null | sort
	$arm'g++-14' -E -dM -std=c++23 -x c++ /dev/null | sort | sha256sum
	$arm'gcc-14' -MM -MP -DGIVEN inc.c
	$arm'gcc-14' -c -MD -MF deps -DGIVEN=1 inc.c &&
	    sed 's,/usr/aarch64-linux-gnu/,/usr/,' deps
	$arm'gcc-14' -S -O2 $flags "$f" -o - | sha256sum
	$arm'gcc-14' -S -O2 -fverbose-asm -DGIVEN=1 inc.c -o - | grep -v '^// '
	$arm'gcc-14' -c -O2 $flags "$f" -o plain.o
	$arm'gcc-14' -pipe -c -O2 $flags "$f" -o pipe.o
	$arm'gcc-14' -c -O2 $flags -x c - -o stdin.o <"$f"
	$arm'gcc-14' -save-temps -c -O2 $flags "$f" -o saved.o
	$arm'gcc-14' -no-integrated-cpp -c -O2 $flags "$f" -o cpp.o
	echo "-c -O2 $flags" >args
	$arm'gcc-14' @args "$f" -o response.o
	$arm'gcc-14' -S -O2 $flags "$f" -o by-hand.s && $arm'as' by-hand.s -o as.o
	$arm'gcc-14' -O2 -c -xassembler-with-cpp -DGIVEN=1 -o from-s.o - <<-'END'
		.globl f
		f: mov x0, #GIVEN
		ret
	END
	$arm'gcc-14' -nostdinc -g3 -O2 -c -DGIVEN=1 inc.c -o debug.o
	$arm'gcc-14' -march=armv8.4-a+sve2 -O3 $flags -c "$sources/vectors.c" -o sve.o
	$arm'gcc-14' -mcpu=neoverse-n1 -O3 -c -w "$sources/floats.c" -o n1.o
	$arm'gcc-14' -mno-outline-atomics -O2 -c -w "$sources/atomics.c" -o inline.o
	$arm'gcc-14' -mbranch-protection=standard -fPIC -fstack-protector-all -O2 \
	    -c -w "$sources/calls.c" -o hardened.o
	$arm'gcc-14' -fprofile-arcs -ftest-coverage -frandom-seed=1 -c -w \
	    "$sources/calls.c" -o cov.o
	$arm'gcc-14' -fsanitize=undefined -O1 -c -w "$sources/calls.c" -o ub.o
	sha256sum -- *.o *.s
	ls
	cmp plain.o pipe.o && cmp plain.o response.o
	for e in 'int f(int *p) { return __sync_fetch_and_add(p, 1); }' \
	    'void f(char *p) { __builtin_memset(p, 0, 100); }'; do
		echo "$e" | $arm'gcc-14' -O2 -S -xc - -o -
	done
	for step in -fdump-tree-optimized=/dev/stdout -fdump-rtl-final=/dev/stdout; do
		$arm'gcc-14' -O3 -c -w -fdump-noaddr $step "$sources/vectors.c" -o x.o | sha256sum
	done
}

# Archives, partial links, disassembly.
t_binutils()
{
	for f in tables strings integers; do
		$arm'gcc-14' $flags -O2 -g0 -ffunction-sections -c \
		    "$sources/$f.c" -o $f.o
	done
	$arm'gcc-ar-14' rcsD lib.a tables.o strings.o
	$arm'gcc-ar-14' t lib.a
	$arm'gcc-nm-14' lib.a
	$arm'gcc-ranlib-14' -D lib.a
	$arm'ld' -r tables.o strings.o -z muldefs -o both.o
	$arm'ld' --gc-sections -e main integers.o -o out --unresolved-symbols=ignore-all
	$arm'objcopy' --strip-debug --rename-section .text=.code tables.o renamed.o
	$arm'objcopy' -O binary -j .text integers.o flat.bin
	$arm'strip' -g strings.o -o stripped.o
	$arm'objdump' -d -r integers.o | sha256sum
	$arm'objdump' -d -r -M no-aliases strings.o | sha256sum
	$arm'readelf' -a -W tables.o | sha256sum
	$arm'size' tables.o strings.o
	$arm'addr2line' -f -e integers.o 0
	sha256sum -- *.o *.a out flat.bin
}

t_lto()
{
	cat >a.c <<-'END'
		#include <stdio.h>
		extern int b(int);
		static int twice(int x) { return 2 * x; }
		int main(void) { printf("%d\n", b(20) + twice(1)); return 0; }
	END
	cat >b.c <<-'END'
		static int table[64];
		int b(int n)
		{
			for (int i = 0; i < 64; i++)
				table[i] = i * n;
			return table[n];
		}
	END
	# Its objects hold the names of headers.
	for f in a b; do
		$arm'gcc-14' -E -P $f.c -o $f.i
		$arm'gcc-14' -O2 -flto -frandom-seed=$f -c $f.i -o $f.o
		$arm'gcc-14' -O2 -flto -ffat-lto-objects -frandom-seed=$f -c $f.i \
		    -o $f-fat.o
	done
	$arm'g++-14' -std=c++23 $flags -E -P "$sources/templates.cc" -o t.ii
	$arm'g++-14' -std=c++23 $flags -O2 -flto -frandom-seed=t -c t.ii -o t.o
	sha256sum -- *.o
	gcc-14 -O2 -flto a.c b.c -o lto && ./lto
	gcc-14 -O2 -flto=2 -flto-partition=max a.c b.c -o lto2 && ./lto2
	gcc-14 -O2 -flto a.c b.c -save-temps -o lto3 && ./lto3 && ls ./*.res
	g++-14 -std=c++23 $flags -O2 -flto "$sources/parser.cc" -o p && ./p
	gcc-14 -O3 -flto -fwhole-program $flags "$sources/integers.c" -o c && ./c
	echo 'int b(long x, int y) { return x + y; }' >b2.c
	gcc-14 -O2 -flto a.c b2.c -o lto4 2>&1 | grep -c 'Wlto-type-mismatch'
}

t_static()
{
	gcc-14 $flags -O2 -static "$sources/atomics.c" -latomic -o s && ./s
	gcc-14 $flags -O2 -static-pie -fPIE "$sources/strings.c" -o s && ./s
	gcc-14 $flags -O2 -no-pie "$sources/switches.c" -o s && ./s
	g++-14 $flags -std=c++23 -static "$sources/exceptions.cc" -o s && ./s
	echo $?
	g++-14 $flags -std=c++23 -static-libstdc++ -static-libgcc -O1 \
	    "$sources/streams.cc" -o s && ./s
	printf 'void _start(void) { for (;;) __builtin_trap(); }\n' >bare.c
	gcc-14 -nostdlib -static bare.c -o s && ls s
}

t_shared()
{
	cat >lib.cc <<-'END'
		#include <stdexcept>
		#include <string>
		thread_local int counter = 40;
		struct loud { ~loud(); const char *name; };
		static loud l{"library"};
		#include <cstdio>
		loud::~loud() { std::printf("bye %s\n", name); }
		int count() { return ++counter; }
		extern "C" int thrower(int n)
		{
			if (n > 2)
				throw std::runtime_error(std::to_string(n));
			return n;
		}
	END
	cat >main.cc <<-'END'
		#include <cstdio>
		#include <dlfcn.h>
		#include <stdexcept>
		#include <thread>
		int count();
		int main(int, char **argv)
		{
			void *h = dlopen("./libplugin.so", RTLD_NOW | RTLD_LOCAL);
			auto f = reinterpret_cast<int (*)(int)>(dlsym(h, "thrower"));
			std::thread([] { std::printf("%d\n", count()); }).join();
			std::printf("%d %d\n", count(), f(2));
			try {
				f(7);
			} catch (const std::runtime_error &e) {
				std::printf("caught %s\n", e.what());
			}
			std::printf("%d\n", dlclose(h));
			std::printf("%s\n", dlopen("./none.so", RTLD_NOW) ? "" : dlerror());
			return 0;
		}
	END
	echo 'OWN { global: thrower; local: *; };' >map
	g++-14 -O2 -fPIC -shared -Wl,-soname,liblib.so.1 lib.cc -o liblib.so.1 &&
	    ln -s liblib.so.1 liblib.so
	g++-14 -fPIC -shared -Wl,--version-script=map lib.cc -o libplugin.so
	g++-14 -O1 main.cc -L. -llib -Wl,-rpath,'$ORIGIN' -o m && ./m
	g++-14 -O1 main.cc -L. -llib -Wl,-z,now -o m && LD_LIBRARY_PATH=. ./m
	echo 'int nothing;' | gcc-14 -x c -shared -fPIC -o libother.so -
	g++-14 main.cc -L. -llib -lother -o m 2>&1 && ./m
	echo $?
	cat >count.c <<-'END'
		int count(void) __asm__("_Z5countv");
		int count(void) { return 1000; }
	END
	gcc-14 -shared -fPIC count.c -o libcount.so
	LD_LIBRARY_PATH=. LD_PRELOAD=./libcount.so ./m
}

# A precompiled header is a memory image, mapped where it was made.
t_precompiled()
{
	printf '#include <%s>\n' map string vector iostream algorithm >all.h
	cat >use.cc <<-'END'
		#include "all.h"
		int main()
		{
			std::map<std::string, int> m{{"a", 1}};
			std::cout << m["a"] << std::endl;
		}
	END
	g++-14 -O1 -c use.cc -o without.o
	g++-14 -O1 -x c++-header all.h -o all.h.gch
	g++-14 -O1 -Winvalid-pch -H -c use.cc -o with.o 2>headers
	head -n 1 headers
	cmp with.o without.o && g++-14 with.o -o p && ./p
	g++-14 -O2 -fno-rtti -Winvalid-pch -c use.cc -o other.o 2>&1 |
	    grep -c Winvalid-pch
}

# A makefile of many jobs, twice; then one file changed.
t_project()
{
	for i in $(seq 24); do
		cat >f$i.c <<-END
			#include "all.h"
			int f$i(int x) { return x * $i + LEVEL; }
		END
	done
	{
		echo '#define LEVEL 5'
		seq -f 'int f%g(int);' 24
	} >all.h
	{
		echo '#include <stdio.h>'
		echo '#include "all.h"'
		echo 'int main(void) { int s = 0;'
		seq -f 's += f%g(s);' 24
		echo 'printf("%d", s); puts(""); return 0; }'
	} >main.c
	cat >Makefile <<-'END'
		CC = gcc-14
		O := $(patsubst %.c,%.o,$(wildcard *.c))
		CFLAGS = -O2 -pipe -MMD
		all: p; ./p
		p: $(O); $(CC) -o $@ $^
		-include $(O:.o=.d)
	END
	make -j4 -s && make -s && touch f3.c && make -n && make -s -j2
	sed -i 's/LEVEL 5/LEVEL 6/' all.h
	make -j4 2>&1 | grep -c '^gcc-14'
	echo 'int f3(int x) { return y; }' >f3.c
	make -j4 -k >out 2>&1
	echo $?
	grep -c error: out
}

run "$1"
