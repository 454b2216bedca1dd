# SPDX-License-Identifier: MIT
# pack.sh INPUT COMMAND...: packs and unpacks. What it packs is kept in a file
# that counts as output.
# shellcheck shell=dash
input=$1
shift
"$@" -c <"$input" >/tmp/w/out/packed
"$@" -dc </tmp/w/out/packed | cmp - "$input" && echo same
