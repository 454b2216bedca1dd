#!/bin/sh
# SPDX-License-Identifier: MIT
# Debian's redis-server and nginx for arm64 under Ferry, driven by clients of
# the amd64 packages, natively. What the clients are told, and how each server
# ends, must be what the amd64 server does. tests/lib/places says where each
# runs; all run in a network of their own, so that ports are free and what is
# left behind can be seen.
#
#   servers.sh [--runner PROG] [--mode root|chroot] [--binfmt] [--full]
#              [redis|nginx]...
set -u

here=$(cd "$(dirname "$0")" && pwd)
# shellcheck source=tests/lib/common
. "$here/../lib/common"
# shellcheck source=tests/lib/places
. "$here/../lib/places"

if [ -z "${FERRY_SERVERS_NETWORK:-}" ]; then
	flags=-n
	[ "$(id -u)" = 0 ] || flags=-rUn
	FERRY_SERVERS_NETWORK=$(readlink /proc/self/ns/net)
	export FERRY_SERVERS_NETWORK
	exec unshare $flags sh "$0" "$@"
fi
network=$(readlink /proc/self/ns/net)
[ "$network" != "$FERRY_SERVERS_NETWORK" ] || die "no network of our own"
unset FERRY_SERVERS_NETWORK

full=${FERRY_TEST_SIZE:-}
place_options "$@"
# shellcheck disable=SC2154
shift "$options"
if [ "${1:-}" = --full ]; then
	full=1
	shift
fi
guest=$(fixture runtimes-arm64) || exit 99
host=$(fixture runtimes-amd64) || exit 99
work=$(work_dir servers)
group=
trap leave EXIT
trap 'exit 99' INT TERM
# shellcheck disable=SC2034
place_env='PATH=/usr/bin:/usr/sbin HOME=/tmp/w LC_ALL=C TZ=UTC FERRY_QUIET=1
    PYTHONDONTWRITEBYTECODE=1'
place_env=$(printf '%s' "$place_env" | tr '\n' ' ')
place_make "$host" "$guest" "$here"
mkfifo "$work/log" "$work/to-client" "$work/from-client"
"$work/in-native" /usr/bin/ip link set lo up || die "no loopback"

# Runs a program of the amd64 root.
native()
{
	timeout -s KILL 200 "$work/in-native" "$@"
}

client() # NAME ARGUMENT...
{
	name=$1
	shift
	native /usr/bin/python3 "/tmp/scripts/servers/$name.py" "$@" 2>&1 ||
		say "the client's status is $?"
}

# Runs a server and waits until all that has its standard output has ended.
cat >"$work/serve" <<-'END'
	# serve PID-FILE STATUS-FILE COMMAND...
	pid=$1 status=$2
	shift 2
	{
		# shellcheck disable=SC2016
		sh -c 'echo $$ >"$0"; exec "$@"' "$pid" "$@" 2>&1
		echo $? >"$status"
	} | cat
END
# Starts a server in a place; what it logs is read from descriptor 6. Its
# processes are a group of their own.
start() # PLACE COMMAND...
{
	place=$1
	shift
	timeout -s KILL 250 sh "$work/serve" "$work/pid" "$work/status" \
	    "$work/in-$place" "$@" >"$work/log" 2>&1 </dev/null &
	group=$!
	exec 6<"$work/log"
}

# Reads the log until N lines have matched.
wait_for() # PATTERN [N]
{
	n=${2:-1}
	while [ "$n" -gt 0 ]; do
		if ! read -r line; then
			say "the log ends before '$1'"
			return
		fi
		printf '%s\n' "$line" >>"$work/all.log"
		# shellcheck disable=SC2254
		case $line in
		$1) n=$((n - 1)) ;;
		esac
	done <&6
}

stop() # SIGNAL
{
	kill "-$1" "$(cat "$work/pid")"
}

# Waits for the end of the server, with all its children, and says how it was.
ended()
{
	cat <&6 >>"$work/all.log"
	exec 6<&-
	wait $group || say "not all of it ended"
	say "status $(cat "$work/status")"
	group=
	processes
}

# Whatever of a server there is in this network: "PID PROGRAM" lines.
server_processes()
{
	for process in /proc/[0-9]*; do
		[ "$(readlink "$process/ns/net")" = "$network" ] || continue
		exe=$(readlink "$process/exe") || continue
		exe=${exe##*/}
		case $exe in
		ferry | "${runner##*/}" | redis* | nginx) ;;
		*) continue ;;
		esac
		printf '%s %s\n' "${process#/proc/}" "$exe"
	done 2>/dev/null
}

# How many they are; all must be run by the place's runner.
processes()
{
	server_processes >"$work/processes"
	say "$(wc -l <"$work/processes") processes"
	case $place in
	native) ! grep -E ' (ferry|qemu.*)$' "$work/processes" ;;
	*) ! grep -E ' (redis.*|nginx)$' "$work/processes" ;;
	esac || say "in $place"
}

leave()
{
	[ -z "$group" ] || kill -KILL "-$group"
	server_processes | while read -r pid _; do
		kill -KILL "$pid"
	done
	rm -rf "$work"
} 2>/dev/null

redis_start() # PLACE OPTION...
{
	place=$1
	shift
	start "$place" /usr/bin/redis-server --bind 127.0.0.1 --port 6379 \
	    --enable-debug-command yes --protected-mode no "$@"
	wait_for '*Ready to accept connections*'
}

redis_digest()
{
	client redis say 6379 DEBUG DIGEST
}

redis_story() # PLACE
{
	at=$1
	say "commands"
	redis_start "$at" --save 3600 1
	processes
	native /usr/bin/redis-benchmark -q -n "$requests" -P 5 -c 20 -r 1000 \
	    -t ping,set,get,incr,lpush,rpop,sadd,hset,zadd,lrange_100,mset \
	    >"$work/benchmark" 2>&1
	say "redis-benchmark $? $(grep -c 'requests per second' "$work/benchmark")"
	client redis say 6379 FLUSHALL
	client redis commands 6379 "$commands" 1
	client redis crowd 6379 "$clients" "$each"
	seq "$each" | sed 's/.*/SET piped& value&/' |
	    native /usr/bin/redis-cli --pipe 2>&1
	redis_digest
	stop TERM
	wait_for '*DB saved on disk*'
	ended

	say "with what was saved"
	redis_start "$at" --save 3600 1
	redis_digest
	client redis snapshot 6379
	wait_for '*Background saving terminated with success*'
	redis_digest
	cp "$work/$at/w/dump.rdb" "$work/dump.rdb"
	# The end comes while the next copy is written.
	client redis say 6379 CONFIG SET rdb-key-save-delay 10000000
	client redis say 6379 BGSAVE
	processes
	stop TERM
	wait_for '*bye bye*'
	ended
	(cd "$work/$at/w" && ls)

	say "the copy is that of the moment when it was asked for"
	rm -rf "$work/native/w/copy"
	mkdir "$work/native/w/copy"
	cp "$work/dump.rdb" "$work/native/w/copy/dump.rdb"
	native /usr/bin/redis-check-rdb /tmp/w/copy/dump.rdb |
	    grep -c 'RDB looks OK'
	redis_start native --dir /tmp/w/copy
	redis_digest
	stop TERM
	ended

	say "the append-only file, with threads"
	rm -f "$work/$at/w/dump.rdb"
	redis_aof "$at"
	client redis crowd 6379 "$clients" "$each"
	client redis say 6379 BGREWRITEAOF
	client redis commands 6379 "$each" 2
	wait_for '*Background AOF rewrite finished successfully*'
	client redis commands 6379 "$each" 3
	stop KILL
	ended
	redis_aof "$at"
	redis_digest
	client redis say 6379 EVAL 'for i = 1, 300000 do redis.call("SET", "k", i) end return redis.call("GET", "k")' 0
	stop INT
	wait_for '*bye bye*'
	ended
}

# What has been answered has been written, if no fsync may stand between.
redis_aof() # PLACE
{
	redis_start "$1" --appendonly yes --appendfsync no --io-threads 3 --save ''
}

nginx_files() # PLACE
{
	mkdir -p "$work/$1/w/files"
	for size in 0 1 4095 4096 65536 1000000 5000000; do
		head -c $size /dev/zero | tr '\0' 'a' >"$work/$1/w/files/f$size"
	done
	for file in f65536 f1000000 f5000000; do
		seq 1000000 | head -c "${file#f}" >"$work/$1/w/files/$file"
	done
	seq 5000 >"$work/$1/w/files/text.txt"
	echo index >"$work/$1/w/index.html"
	find "$work/$1/w" -exec touch -d '2001-09-09 01:46:40 UTC' '{}' +
	cat >"$work/$1/w/nginx.conf" <<-END
		worker_processes 3;
		user root root;
		pid /tmp/w/nginx.pid;
		error_log stderr notice;
		load_module /usr/lib/nginx/modules/ngx_http_echo_module.so;
		$main
		events { worker_connections 256; $events }
		http {
		  include /etc/nginx/mime.types;
		  access_log /tmp/w/access.log;
		  client_body_temp_path /tmp/w/body; proxy_temp_path /tmp/w/proxy;
		  fastcgi_temp_path /tmp/w/fcgi; uwsgi_temp_path /tmp/w/uwsgi;
		  scgi_temp_path /tmp/w/scgi;
		  keepalive_requests 50;
		  $http
		  server {
		    listen 127.0.0.1:8080 backlog=511;
		    listen 127.0.0.1:8443 ssl;
		    ssl_certificate cert.pem; ssl_certificate_key key.pem;
		    root /tmp/w;
		    gzip on; gzip_types text/plain; gzip_min_length 100;
		    location /files/ { autoindex on; }
		    location /echo/ { return 200 "\$request_method \$request_uri\n"; }
		    location /proxy/ { proxy_pass http://127.0.0.1:8080/; }
		    location /old/ { rewrite ^/old/f([0-9]+)\$ /files/f\$1 last; }
		    location /moved { return 301 /echo/moved; }
		    location /denied/ { deny all; }
		    location /filtered { echo_before_body "before"; echo_location /echo/sub; echo "after"; }
		  }
		}
	END
	cp "$work/cert.pem" "$work/key.pem" "$work/$1/w"
}

# Starts a client that is talked to over descriptors 7 and 8, and waits for its
# first word.
talk() # ARGUMENT...
{
	client "$@" <"$work/to-client" >"$work/from-client" &
	client_pid=$!
	exec 7>"$work/to-client" 8<"$work/from-client"
	read -r line <&8
	say "$line"
}

talk_end()
{
	exec 7>&-
	cat <&8
	exec 8<&-
	wait "$client_pid"
}

ab() # OPTION... URL
{
	native /usr/bin/ab -q -n "$requests" -c 20 "$@" >"$work/ab" 2>&1
	say "ab $?"
	grep -E '^(Complete requests|Failed requests|Non-2xx responses|Document Length|HTML transferred):' "$work/ab"
}

nginx_start() # PLACE DAEMON
{
	start "$1" /usr/sbin/nginx -p /tmp/w -c nginx.conf -g "daemon $2;"
	wait_for '*start worker process *' 3
}

nginx_story() # PLACE
{
	at=$1
	nginx_files "$at"
	say "requests"
	nginx_start "$at" off
	client web requests 8080 8443
	processes
	for file in f1 f65536 text.txt; do
		ab "http://127.0.0.1:8080/files/$file"
		ab -k "http://127.0.0.1:8080/files/$file"
	done
	ab -k https://127.0.0.1:8443/files/f4096
	client web load 8080 "$clients" "$each"

	say "reloaded under load"
	talk web load 8080 "$clients" 0
	for _ in $reloads; do
		stop HUP
		wait_for '*worker process * exited with code 0*' 3
	done
	talk_end

	say "a worker killed"
	server=$(cat "$work/pid")
	read -r worker _ <"/proc/$server/task/$server/children"
	kill -KILL "$worker"
	wait_for '*start worker process *'
	client web load 8080 4 20
	processes

	say "what was begun is served, and no more"
	talk web slow 8080
	stop QUIT
	wait_for '*gracefully shutting down*' 3
	echo go >&7
	talk_end
	ended
	[ ! -e "$work/$at/w/nginx.pid" ] || say "nginx.pid is left behind"

	say "a daemon, whose place another program takes under load"
	nginx_start "$at" on
	cp "$work/$at/w/nginx.pid" "$work/pid"
	server=$(cat "$work/pid")
	talk web load 8080 "$clients" 0
	stop USR2
	wait_for '*start worker process *' 3
	stop QUIT
	wait_for "*#$server: exit"
	talk_end
	cp "$work/$at/w/nginx.pid" "$work/pid"
	[ "$(cat "$work/pid")" != "$server" ] || say "no new program"
	processes

	say "an end under load"
	talk web load 8080 "$clients" 0
	stop TERM
	wait_for "*#$(cat "$work/pid"): exit"
	talk_end >"$work/refused"
	grep -o 'until the end' "$work/refused"
	ended
}

# The story in each place; the native one says what is expected.
story() # NAME FUNCTION
{
	for at in native $modes; do
		place_clear "$at"
		: >"$work/all.log"
		"$2" "$at" >"$work/$at.out" 2>&1
		if [ "$at" = native ]; then
			cp "$work/native.out" "$work/expected"
			[ -z "${VERBOSE:-}" ] || cat "$work/expected"
			! grep -B 8 -E "log ends|client's status|in native|different" \
			    "$work/expected" || die "the native server does not pass"
		elif cmp -s "$work/expected" "$work/$at.out"; then
			pass "$1 ($at)"
		else
			fail "$1 ($at)"
			diff -a "$work/expected" "$work/$at.out" | head -n 20
			tail -n 20 "$work/all.log"
		fi
	done
}

commands=1500 clients=4 each=150 requests=400 reloads='1 2'
if [ -n "$full" ]; then
	commands=10000 clients=12 each=1000 requests=5000 reloads='1 2 3 4 5 6 7 8'
fi
[ $# -gt 0 ] || set -- redis nginx
for name; do
	case $name in
	redis) story redis redis_story ;;
	nginx)
		"$work/in-native" /usr/bin/openssl req -x509 -newkey ec -pkeyopt \
		    ec_paramgen_curve:P-256 -nodes -keyout /tmp/w/key.pem -out \
		    /tmp/w/cert.pem -subj /CN=localhost -addext \
		    subjectAltName=IP:127.0.0.1 -days 30 2>/dev/null ||
		    die "can't make a certificate"
		cp "$work/native/w/cert.pem" "$work/native/w/key.pem" "$work"
		main='' events='' http='sendfile on; tcp_nopush on;'
		story nginx nginx_story
		[ -n "$full" ] || continue
		main='thread_pool default threads=4;'
		events='multi_accept on; accept_mutex on;'
		http='aio threads; sendfile off; open_file_cache max=100;'
		story 'nginx, with threads' nginx_story
		;;
	*) die "there is no $name" ;;
	esac
done
summary
