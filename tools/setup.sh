# shellcheck shell=sh
# SPDX-License-Identifier: MIT
# What quickstart and run-tests share: steps with a log, packages, the build.
# Sourced from the top of the source tree.

log_dir=build/log
mkdir -p "$log_dir"

# Runs a command with its output in a log; shows one line, on a terminal with
# the time that passes. The log's end is shown if it fails.
step() # NAME WHAT COMMAND...
{
	step_log=$log_dir/$1.log
	step_what=$2
	shift 2
	step_start=$(date +%s)
	printf '%s ...' "$step_what"
	if [ -t 1 ]; then
		"$@" >"$step_log" 2>&1 </dev/null &
		step_pid=$!
		while kill -0 $step_pid 2>/dev/null; do
			printf '\r%s ... %d s' "$step_what" \
			    $(($(date +%s) - step_start))
			sleep 1
		done
		wait $step_pid
	else
		"$@" >"$step_log" 2>&1 </dev/null
	fi
	step_status=$?
	[ ! -t 1 ] || printf '\r%s ...' "$step_what"
	if [ $step_status = 0 ]; then
		printf ' done (%d s)\n' $(($(date +%s) - step_start))
	else
		printf ' FAILED (%d s)\n' $(($(date +%s) - step_start))
		tail -n 30 "$step_log"
		printf 'The whole log is %s\n' "$step_log"
	fi
	return $step_status
}

# The packages among these that are not installed.
missing_packages() # PACKAGE...
{
	for package; do
		dpkg-query -W -f '${db:Status-Status}\n' "$package" 2>/dev/null |
		    grep -qx installed || printf '%s\n' "$package"
	done
}

as_root()
{
	if [ "$(id -u)" = 0 ]; then
		"$@"
	else
		sudo "$@"
	fi
}

install_packages() # PACKAGE...
{
	as_root apt-get -q -o DPkg::Lock::Timeout=600 update &&
	    as_root env DEBIAN_FRONTEND=noninteractive apt-get -q -y \
		-o DPkg::Lock::Timeout=600 -o Acquire::Retries=3 \
		install --no-install-recommends "$@"
}

need_packages() # PACKAGE...
{
	if ! command -v apt-get >/dev/null; then
		echo "No apt-get here: install what configure asks for by hand."
		return
	fi
	missing=$(missing_packages "$@")
	[ -n "$missing" ] || return 0
	if [ "$(id -u)" != 0 ] && ! command -v sudo >/dev/null; then
		printf 'As root, first:\n  apt-get install %s\n' \
		    "$(echo "$missing" | tr '\n' ' ')"
		return 1
	fi
	# Package names are meant to be split.
	# shellcheck disable=SC2086
	step packages "Installing $(echo "$missing" | wc -l) packages" \
	    install_packages $missing
}

# What a build from a clone needs.
build_packages='gcc libc6-dev make autoconf automake libelf-dev zlib1g-dev
    libcapstone-dev'

# Configures once and builds, in a directory below the source tree.
build_ferry() # DIR CONFIGURE-OPTION...
{
	build_dir=$1
	shift
	if [ ! -f configure ] || [ configure.ac -nt configure ]; then
		autoreconf -fi || return
	fi
	mkdir -p "$build_dir" || return
	if [ ! -f "$build_dir/Makefile" ]; then
		(cd "$build_dir" && "$OLDPWD/configure" "$@") || return
	fi
	make -C "$build_dir" -j"$(nproc)"
}
