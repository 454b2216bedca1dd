#!/bin/sh
# SPDX-License-Identifier: MIT
# gcc's C torture programs (gcc.c-torture/execute and its ieee/) of Debian 12's
# gcc-12-source, built by the cross compiler of that version at -O0, -O2 and
# -O3, linked static; each must exit 0 under Ferry.
#
#   torture.sh [--runner PROG] [--levels '-O0 -O2'] [--full | --seed N]
#              [--results FILE] [--keep DIR] [FILE.c...]
#
# Without --full 200 programs are taken, others every day; the seed is printed.
# What passed according to --results is not run again (so --full can resume);
# --keep keeps the programs built, for the next time.
# torture-exceptions lists the programs that can't pass, with the reason.
set -u

here=$(cd "$(dirname "$0")" && pwd)
# shellcheck source=tests/lib/common
. "$here/../lib/common"
# shellcheck source=tests/lib/torture-sources
. "$here/../lib/torture-sources"

# One job: builds and runs a program, appends a line to the results.
run_job() # LEVEL FILE OPTION...
{
	level=$1 file=$2
	shift 2
	case $file in ieee/*) set -- -fno-inline "$@" ;; esac
	prog=$TORTURE_DIR/$(printf '%s' "$file" | tr / _)$level
	if [ ! -x "$prog" ]; then
		(cd "$TORTURE_SRC" && "$AARCH64_CC" -w "$level" "$@" -static -s \
		    -o "$prog.new" "$file" -lm) >"$prog.log" 2>&1 &&
		    mv "$prog.new" "$prog" || {
			echo "nobuild $level $file: $(grep -m 1 error: "$prog.log")" \
			    >>"$TORTURE_RESULTS"
			return
		}
		rm -f "$prog.log"
	fi
	mkdir "$prog.d"
	(cd "$prog.d" && exec timeout 100 "$TORTURE_RUNNER" "$prog") \
	    >/dev/null 2>&1 </dev/null
	status=$?
	rm -rf "$prog.d"
	[ -n "$TORTURE_KEEP" ] || rm -f "$prog"
	if [ $status = 0 ]; then
		echo "pass $level $file" >>"$TORTURE_RESULTS"
	else
		echo "fail $level $file: status $status" >>"$TORTURE_RESULTS"
	fi
}

if [ "${1:-}" = --job ]; then
	# The words of a job's line are meant to be split.
	# shellcheck disable=SC2086
	run_job $2
	exit 0
fi

TORTURE_RUNNER=${FERRY:-}
TORTURE_KEEP=
TORTURE_RESULTS=
levels='-O0 -O2 -O3'
count=200
seed=${FERRY_SEED:-$(date +%Y%j)}
while :; do
	case ${1:-} in
	--runner) TORTURE_RUNNER=$2; shift 2 ;;
	--levels) levels=$2; shift 2 ;;
	--full) count=; shift ;;
	--seed) seed=$2; shift 2 ;;
	--results) TORTURE_RESULTS=$2; shift 2 ;;
	--keep) TORTURE_KEEP=$2; shift 2 ;;
	*) break ;;
	esac
done
[ -x "$TORTURE_RUNNER" ] || die "no runner: give --runner or set FERRY"
TORTURE_RUNNER=$(realpath "$TORTURE_RUNNER")
: "${AARCH64_CC:=aarch64-linux-gnu-gcc-12}"
command -v "$AARCH64_CC" >/dev/null ||
    die "no $AARCH64_CC: apt-get install gcc-12-aarch64-linux-gnu" \
	"libc6-dev-arm64-cross"

work=$(work_dir torture)
trap 'rm -rf "$work"' EXIT
trap 'exit 99' INT TERM

torture_sources_find
# shellcheck disable=SC2154
TORTURE_SRC=$torture_sources

TORTURE_DIR=${TORTURE_KEEP:-$work}
: "${TORTURE_RESULTS:=$work/results}"
mkdir -p "$TORTURE_DIR"
touch "$TORTURE_RESULTS"
TORTURE_RESULTS=$(realpath "$TORTURE_RESULTS")
TORTURE_DIR=$(realpath "$TORTURE_DIR")

# Sorted by a fixed stride, so that each day's share is a mixture.
files=${*:-$(cd "$TORTURE_SRC" && LC_ALL=C ls -- *.c ieee/*.c |
    awk -v count="$count" -v seed="$seed" '
	{ name[NR - 1] = $0 }
	END {
		n = count == "" ? NR : count
		for (i = 0; i < n; i++)
			print name[((seed % 1000) * n + i) * 617 % NR]
	}')}
if [ $# -gt 0 ]; then
	what="$# programs"
elif [ -n "$count" ]; then
	what="$count programs of seed $seed"
else
	what="all programs"
fi
say "torture: $what at $levels"

# shellcheck disable=SC2086
(cd "$TORTURE_SRC" && awk -v levels="$levels" -f "$here/torture-plan.awk" \
    $files) >"$work/plan"

# Leaves out what is excepted, not admitted, or has passed before.
awk -v skipped="$work/skipped" '
	FILENAME == ARGV[1] {
		if ($1 != "" && $1 !~ /^#/) {
			n = split($2, l, ",")
			for (i = 1; i <= n; i++)
				why[l[i] " " $1] = "x"
		}
		next
	}
	FILENAME == ARGV[2] { if ($1 == "pass") done[$2 " " $3] = 1; next }
	$1 == "skip" || ($2 " " $3) in why { print >skipped; next }
	($2 " " $3) in done { next }
	{ sub(/^run /, ""); print }
' "$here/torture-exceptions" "$TORTURE_RESULTS" "$work/plan" >"$work/jobs"
touch "$work/skipped"

export TORTURE_SRC TORTURE_DIR TORTURE_RESULTS TORTURE_RUNNER TORTURE_KEEP \
    AARCH64_CC
sed -i '/^fail\|^nobuild/d' "$TORTURE_RESULTS"
xargs -d '\n' -P "$(nproc)" -n 1 sh "$0" --job <"$work/jobs" &
jobs=$!
total=$(wc -l <"$work/jobs")
before=$(wc -l <"$TORTURE_RESULTS")
while kill -0 $jobs 2>/dev/null && [ -t 2 ]; do
	printf '\r%d of %d' $(($(wc -l <"$TORTURE_RESULTS") - before)) \
	    "$total" >&2
	sleep 1
done
wait $jobs
[ ! -t 2 ] || printf '\r                    \r' >&2

# What counts is this run's plan; a job without a result has failed.
awk '$1 == "run" { print $2, $3 }' "$work/plan" | LC_ALL=C sort \
    >"$work/planned"
awk '{ print $2, $3 }' "$work/skipped" | LC_ALL=C sort >"$work/left-out"
LC_ALL=C comm -23 "$work/planned" "$work/left-out" >"$work/expected"
sed -n 's/^pass //p' "$TORTURE_RESULTS" | LC_ALL=C sort -u >"$work/passed"
LC_ALL=C comm -23 "$work/expected" "$work/passed" >"$work/failed"
passed=$(LC_ALL=C comm -12 "$work/expected" "$work/passed" | wc -l)
failed=$(wc -l <"$work/failed")
while read -r level file; do
	grep -F " $level $file:" "$TORTURE_RESULTS" ||
	    echo "fail $level $file: no result"
done <"$work/failed"
say "torture: $(wc -l <"$work/skipped") not admitted or excepted"
summary
