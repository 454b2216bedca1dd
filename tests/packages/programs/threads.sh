# SPDX-License-Identifier: MIT
# Programs that use threads by themselves: git's packs, and python3 with
# processes, signals and faults among its threads.
# smoke: git_pack
# seconds: 90
# shellcheck shell=dash disable=SC2034,SC2317
. "${0%/*}/../prelude"

repository()
{
	git_set_up
	git config --global pack.threads 6
	git config --global grep.threads 8
	git config --global index.threads 4
	git config --global core.preloadIndex true
	git init -q r
	cd r || exit
	for commit in 1 2 3; do
		awk -v c="$commit" 'BEGIN {
			for (i = 1; i <= 60; i++)
				for (j = 1; j <= i * 4; j++)
					print c, i, j, "line " i * j >("f" i)
		}'
		git add .
		git commit -q -m "$commit"
	done
}
t_git_pack()
{
	repository
	git repack -adfq --window=30
	git fsck --full 2>&1
	git rev-parse HEAD
	git gc -q --aggressive --prune=now
	git count-objects -v | grep -E 'in-pack|packs|garbage'
	git verify-pack .git/objects/pack/*.idx && echo verified
}
t_git_clone()
{
	repository
	git clone -q "file://$PWD" ../copy
	cd ../copy || exit
	git grep -c '7 line' | cksum
	git status -s
	git checkout -q HEAD~2
	git diff --stat HEAD main | tail -n 1
}

script()
{
	python3 -W ignore::DeprecationWarning -P \
	    "/tmp/scripts/programs/threads/$1.py" 2>&1
	echo "status $?"
}
t_python3_processes()
{
	script processes
}

run "$1"
