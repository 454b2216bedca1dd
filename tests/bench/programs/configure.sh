# SPDX-License-Identifier: MIT
# What configure scripts do all day: many short programs.
# shellcheck shell=dash disable=SC2003,SC2086
cd /tmp/w || exit
i=0
while [ $i -lt 12 ]; do
	cat >conftest.c <<-END
		#include <stdio.h>
		int main(void) { return $i; }
	END
	if grep 'return [0-9]*;' conftest.c >conftest.out; then
		sed 's/.*return \([0-9]*\).*/value \1/' conftest.out >conftest.val
	fi
	/usr/bin/test -s conftest.val && cat conftest.val
	i=$(expr $i + 1)
	rm -f conftest.c conftest.out conftest.val
done
