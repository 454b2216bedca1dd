#!/bin/sh
# SPDX-License-Identifier: MIT
# Ferry's processes are killed by SIGKILL at each of their system calls and at
# moments chosen by chance, one alone or all at once: plain, with -L, and with
# logs, of which those of code have a process of their own. Nothing is left of
# them, and who is spared ends as usual (tests/load/harm.c).
. "${srcdir:?}/tests/load/in-namespaces"

if [ -n "$full" ]; then
	count=2000 few=2000
else
	count=25 few=8
fi
for how in calls times; do
	harm "$how" $count -L /
	harm "$how" $count -L /tmp/root
	harm "$how" $count -L / -d strace -D /tmp/own/log
	harm "$how" $few -L /tmp/root -d in_asm -D /tmp/own/log
	harm "$how" $few -L / -d in_asm,out_asm -D /tmp/own/log-%d
done
exit $failed
