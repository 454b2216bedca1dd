# SPDX-License-Identifier: MIT
# Filters of coreutils, one behind the other.
# shellcheck shell=dash
cd /tmp/w || exit
cut -d' ' -f3,9 /tmp/in/part | tr ' ' '\n' | sort -n | uniq -c >counted
sort -k1,1nr -k2,2 counted | head -n 20
wc counted
join -1 2 -2 2 counted counted | tail -n 3
od -An -tx1 counted | paste - - | fold -w 40 | md5sum
sort -R --random-source=/tmp/in/text /tmp/in/lines | b2sum
seq 5000 | factor | cut -d: -f2 | sum
base64 /tmp/in/lines | shuf --random-source=/tmp/in/text | cksum
