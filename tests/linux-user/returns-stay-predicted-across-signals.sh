#!/bin/sh
# SPDX-License-Identifier: MIT
# A signal's handler returns by a hint of its own, so that the returns of the
# function it interrupted are predicted as before: at a system call, at the
# poll of a call, and where the stack of hints has no room for another.
set -u
[ -n "${AARCH64_CC:-}" ] || { echo "no cross compiler for AArch64"; exit 77; }
dir=$(mktemp -d "${TMPDIR:-/tmp}/ferry-hints.XXXXXX") || exit 99
trap 'rm -rf "$dir"' EXIT
failed=0
cat >"$dir/prog.c" <<'END'
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

enum { SIGNALS = 10000, DEPTH = 40, HINTS = 4096 };

static volatile unsigned *seen;

static void on_signal(int sig)
{
    (void)sig;
    ++*seen;
}

static void raise_here(void)
{
    kill(getpid(), SIGUSR1);
}

/* Calls n functions, each from the one before, and leaf in the last. */
__attribute__((noinline)) static unsigned descend(unsigned n,
                                                  void (*leaf)(void))
{
    if (n == 0) {
        if (leaf)
            leaf();
        return 0;
    }
    return descend(n - 1, leaf) + 1;
}

/* Each signal as soon as the one before has been seen. */
static pid_t start_sender(void)
{
    pid_t parent = getpid(), child = fork();
    if (child)
        return child;
    for (unsigned n = 0; n < SIGNALS; n++) {
        kill(parent, SIGUSR1);
        while (*seen <= n && getppid() == parent)
            ;
    }
    _exit(0);
}

static void recurse(unsigned depth, void (*leaf)(void))
{
    if (descend(depth, leaf) != depth)
        exit(1);
}

int main(int argc, char **argv)
{
    seen = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS,
                -1, 0);
    signal(SIGUSR1, on_signal);
    if (argc < 2) {
        return 2;
    } else if (!strcmp(argv[1], "syscall")) {
        while (*seen < SIGNALS)
            recurse(DEPTH, raise_here);
    } else if (!strcmp(argv[1], "poll")) {
        pid_t child = start_sender();
        while (*seen < SIGNALS)
            recurse(DEPTH, NULL);
        waitpid(child, NULL, 0);
    } else { /* one signal at each depth about the end of the stack */
        for (unsigned depth = HINTS - 100; depth < HINTS + 20; depth++)
            recurse(depth, raise_here);
    }
    return 0;
}
END
$AARCH64_CC -O1 -fno-optimize-sibling-calls -static -o "$dir/prog" \
    "$dir/prog.c" || exit 99

for how in syscall poll full; do
	if ! timeout 100 "$FERRY" -d stats "$dir/prog" "$how" 2>"$dir/log"; then
		echo "FAIL: $how: exit status"
		cat "$dir/log"
		failed=1
	fi
	# A process a number; each signal by itself would be 10,000 in all.
	misses=$(sed -n 's/^ *\([0-9]*\) returns that .*/\1/p' "$dir/log" |
	    sort -n | tail -n 1)
	if [ "$how" != full ] && [ "${misses:-99999}" -gt 1000 ]; then
		echo "FAIL: $how: $misses returns were not predicted"
		failed=1
	fi
done
exit $failed
