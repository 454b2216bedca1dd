# SPDX-License-Identifier: MIT
# Makes what bench's rows read. Source it; `work` is bench's directory, and
# what is made here the rows see as /tmp/in and /tmp/w.
# shellcheck shell=sh disable=SC2154

compile() # NAME
{
	# No contraction: fused products would round otherwise on one side.
	flags='-std=gnu11 -O2 -ffp-contract=off -static'
	case $1 in
	vector) flags="$flags -O3" ;;
	strings)
		flags="$flags -fno-builtin -fno-tree-loop-distribute-patterns" ;;
	esac
	# The words of the flags are meant to be split.
	# shellcheck disable=SC2015,SC2086
	$cc $flags -march=x86-64 -o "$work/$1.native" "$here/kernels/$1.c" \
	    -lm && "$AARCH64_CC" $flags -march=armv8-a -o "$work/$1.guest" \
	    "$here/kernels/$1.c" -lm || die "can't build $1"
}

make_text() # DIR
{
	awk 'BEGIN {
		x = 1
		for (i = 0; i < 300000; i++) {
			x = (x * 1103 + 12345) % 1048576
			print x
		}
	}' >"$1/numbers"
	awk '{ print "line", NR, $1 % 97, "of some text that repeats", $1 }' \
	    "$1/numbers" >"$1/text"
	head -n 40000 "$1/text" >"$1/part"
	head -n 4000 "$1/text" >"$1/lines"
	head -n 1000 "$1/text" >"$1/few"
	dd if=/dev/zero of="$1/zeros" bs=1M count=64 2>/dev/null
	awk 'BEGIN { print "[" } NR % 2 {
		printf "%s{\"n\": %d, \"k\": %d, \"words\": [", comma, $2, $3
		comma = ",\n"
		for (i = 4; i < 8; i++)
			printf "\"%s\", ", $i
		printf "\"%s\"]}", $NF
	} END { print "]" }' "$1/lines" >"$1/json"
	# 2^1279 - 1
	awk 'BEGIN {
		printf "7"
		for (i = 0; i < 319; i++)
			printf "F"
		print ""
	}' >"$1/prime"
	mkdir "$1/tree"
	awk -v dir="$1/tree" '{ print >(dir "/f" int(NR / 50)) }' "$1/lines"
}

# A batch of requests for each server; `load` looks for the words at the end.
make_requests() # DIR
{
	awk 'BEGIN {
		ORS = "\r\n"
		for (i = 0; i < 40; i++) {
			print "SET key:" i " value-of-" i * 7919
			print "GET key:" (i * 13 % 40)
			print "INCRBY counter:" i % 5 " " i
			print "LPUSH list item-" i
			print "HSET hash field-" i % 17 " " i * i
			print "ZADD sorted " i * 31 % 101 " member-" i
		}
		print "LTRIM list 0 199"
		print "LRANGE list 0 20"
		print "ZRANGE sorted 0 -1 WITHSCORES"
		print "HGETALL hash"
		print "MGET counter:0 counter:1 counter:2"
		print "ECHO end-of-batch"
	}' >"$1/redis"
	awk 'BEGIN {
		ORS = "\r\n"
		split("/part-of-text /a/part-of-text /nothing", path, " ")
		for (i = 1; i <= 3; i++) {
			print "GET " path[i] " HTTP/1.1"
			print "Host: localhost"
			print "Accept-Encoding: gzip" ORS
		}
		print "GET /page HTTP/1.1" ORS "Host: localhost" ORS
	}' >"$1/http"
	head -n 40 "$1/text" >"$1/part-of-text"
	echo 'end-of-page' >"$1/page"
}

# What programs of the roots need beforehand is made by the native ones, in
# /tmp/ready/NAME.
make_ready() # ROW
{
	mkdir -p "$work/tmp/ready"
	case $1 in
	cc1)
		in_place native compilers /usr/bin/aarch64-linux-gnu-gcc-14 \
		    -E -o /tmp/in/unit.i /tmp/programs/unit.c ;;
	java)
		in_place native runtimes /tmp/java-native/bin/javac \
		    -d /tmp/ready/java /tmp/programs/Program.java ;;
	go)
		for arch in native:amd64 guest:arm64; do
			in_place native compilers /usr/bin/env \
			    GO_CACHE=/tmp/cache GO_ARCH="${arch#*:}" \
			    /usr/bin/dash /tmp/programs/go.sh \
			    "/tmp/in/go-${arch%:*}" || return
		done ;;
	go-build)
		# The packages of the library, not yet the program.
		in_place native compilers /usr/bin/env \
		    GO_CACHE=/tmp/ready/go-build/cache \
		    /usr/bin/dash /tmp/programs/go.sh "" fmt ;;
	esac
}
