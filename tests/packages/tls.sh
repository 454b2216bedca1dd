#!/bin/sh
# SPDX-License-Identifier: MIT
# Debian's openssl for arm64 under Ferry talks TLS with the amd64 one, as
# server and as client: each protocol, key and group must be agreed on, and
# what is said must arrive. tests/lib/places says where each runs.
#
#   tls.sh [--runner PROG] [--mode root|chroot] [--binfmt]
set -u

here=$(cd "$(dirname "$0")" && pwd)
# shellcheck source=tests/lib/common
. "$here/../lib/common"
# shellcheck source=tests/lib/places
. "$here/../lib/places"

place_options "$@"
guest=$(fixture debian-arm64) || exit 99
host=$(fixture debian-amd64) || exit 99
work=$(work_dir tls)
trap 'rm -rf "$work"' EXIT
trap 'exit 99' INT TERM
# shellcheck disable=SC2034
place_env='PATH=/usr/bin HOME=/tmp/w LC_ALL=C FERRY_QUIET=1'
place_make "$host" "$guest" "$here"
mkfifo "$work/to-server" "$work/from-server" "$work/to-client" \
    "$work/from-client"

# Runs openssl in a place.
openssl_in() # PLACE WORD...
{
	in=$work/in-$1
	shift
	timeout -s KILL 60 "$in" /usr/bin/openssl "$@"
}

# A key and a certificate, the same in all places.
make_certificate() # NAME NEWKEY...
{
	name=$1
	shift
	openssl_in native req -x509 -newkey "$@" -nodes -keyout "$name.key" \
	    -out "$name.pem" -subj /CN=localhost -days 30 2>/dev/null ||
	    die "can't make a certificate"
	for place in $modes; do
		cp "$work/native/w/$name.key" "$work/native/w/$name.pem" \
		    "$work/$place/w"
	done
}

# Reads lines until one matches; leaves it in $line.
wait_for() # PATTERN
{
	while read -r line; do
		# shellcheck disable=SC2254
		case $line in
		$1) return 0 ;;
		esac
	done
	return 1
}

# One connection, over which a line goes to the server and comes back reversed.
talk() # SERVER CLIENT CERTIFICATE OPTION...
{
	server=$1 client=$2 cert=$3
	shift 3
	openssl_in "$server" s_server -accept 127.0.0.1:0 -cert "$cert.pem" \
	    -key "$cert.key" -naccept 1 -rev <"$work/to-server" \
	    >"$work/from-server" 2>"$work/server.err" &
	server_pid=$!
	exec 5>"$work/to-server" 6<"$work/from-server"
	wait_for 'ACCEPT*' <&6 || return 1
	openssl_in "$client" s_client -connect "${line#ACCEPT }" -CAfile \
	    "$cert.pem" -verify_return_error -verify_hostname localhost "$@" \
	    -brief <"$work/to-client" >"$work/from-client" \
	    2>"$work/client.err" &
	client_pid=$!
	exec 7>"$work/to-client" 8<"$work/from-client"
	echo 'hello over there' >&7
	wait_for 'ereht revo olleh' <&8
	answered=$?
	exec 5>&- 7>&- 8<&-
	wait $client_pid || answered=$?
	cat <&6 >/dev/null
	exec 6<&-
	wait $server_pid || answered=$?
	return $answered
}

# What was agreed on, from the client's words.
agreed()
{
	grep -E '^(Protocol|Ciphersuite|Peer cert|Hash|Signature|Verif|Negot|Server Temp|Peer Temp)' \
	    "$work/client.err"
}

make_certificate ec ec -pkeyopt ec_paramgen_curve:P-256
make_certificate rsa rsa:2048
make_certificate ed ed25519
while read -r cert options; do
	# The words of options are meant to be split.
	# shellcheck disable=SC2086
	talk native native "$cert" $options ||
	    die "the native ones do not talk: $cert $options"
	agreed >"$work/expected"
	grep -q '^Protocol' "$work/expected" || die "they don't say what they do"
	for mode in $modes; do
		for pair in "$mode native" "native $mode" "$mode $mode"; do
			# shellcheck disable=SC2086
			if talk $pair "$cert" $options &&
			    agreed | cmp -s - "$work/expected"; then
				pass "server, client: $pair: $cert $options"
				continue
			fi
			fail "server, client: $pair: $cert $options"
			cat "$work/client.err" "$work/server.err"
		done
	done
done <<END
ec -tls1_3
rsa -tls1_3 -ciphersuites TLS_AES_128_GCM_SHA256
ed -tls1_3 -ciphersuites TLS_CHACHA20_POLY1305_SHA256
ec -tls1_3 -groups X25519MLKEM768
rsa -tls1_3 -groups secp384r1
ec -tls1_2 -cipher ECDHE-ECDSA-AES256-GCM-SHA384
ec -tls1_2 -cipher ECDHE-ECDSA-CHACHA20-POLY1305
rsa -tls1_2 -cipher ECDHE-RSA-AES128-SHA256
rsa -tls1_2 -cipher DHE-RSA-AES256-GCM-SHA384
END
summary
