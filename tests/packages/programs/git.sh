# SPDX-License-Identifier: MIT
# git: the objects it makes are the same to the bit; clones over a file and
# over loopback.
# smoke: commits objects clone_file
# seconds: 90
# shellcheck shell=dash disable=SC1083,SC1091,SC2016,SC2018,SC2019,SC2034,SC2317
. "${0%/*}/../prelude"

# Threads are a test of their own.
config()
{
	git_set_up
	git config --global advice.detachedHead false
	git config --global pack.threads 1
	git config --global index.threads 1
	git config --global grep.threads 1
	git config --global core.preloadIndex false
	git config --global checkout.workers 1
	git config --global safe.directory '*'
}

commit()
{ # DIR MESSAGE
	git -C "$1" add -A && git -C "$1" commit -q -m "$2"
}

repository()
{
	config
	git init -q r
	mkdir -p r/src/deep
	words >r/text
	blob 100 >r/blob
	words | tr a-z A-Z >r/src/upper
	ln -s text r/link
	: >r/empty
	printf '#!/bin/sh\nuname -m\n' >r/src/deep/script
	chmod +x r/src/deep/script
	commit r first
	words | sed 's/fox/cat/' >r/text
	git -C r mv src/upper src/moved
	rm r/empty
	commit r second
	git -C r tag -a v1 -m 'version 1'
	git -C r checkout -q -b side HEAD~1
	echo side >>r/text
	echo new >r/new
	commit r 'on the side'
	git -C r checkout -q main
}

t_commits()
{
	repository
	cd r || return
	git log --all --graph --format='%h %an %ad %s%d' --date=iso
	git log --stat -M
	git show HEAD
	git diff HEAD~1 --stat --summary
	git rev-parse HEAD HEAD^{tree} v1 v1^{} side
	git ls-tree -r -t HEAD
	git ls-files -s
	git status -s
	echo change >>text
	echo untracked >u
	git status
	git diff
	git stash -q
	git stash list
	git stash pop -q
	git add -A
	git diff --cached --name-status
	git reset -q
	git checkout -q -- text
	rm u
	git merge side -m merge 2>&1
	echo $?
	git log -1 --format=%H
	git blame text | cut -c1-40
	git cherry-pick HEAD^2 2>&1 | head -n 2
	git cherry-pick --abort 2>/dev/null
	git rebase -q side 2>&1 | tail -n 1
	git log --oneline | head -n 5
	git revert --no-edit HEAD 2>&1 | head -n 1
	git log -1 --format=%H
	git branch -v
	git tag -n
	git describe
	git shortlog -s HEAD
	git reflog | head -n 4
	git bisect start -q HEAD v1 2>&1 | tail -n 1
	git bisect run sh -c 'test ! -e new' 2>&1 | grep -c 'first bad'
	git bisect reset -q 2>&1
	git archive --format=tar HEAD | sha256sum
	git archive --format=tar.gz HEAD | gzip -d | sha256sum
	git archive --format=zip HEAD | wc -c
	git grep -n quick
	git log -S cat --oneline
	git format-patch -q -1 HEAD -o ../patches && git am --abort 2>/dev/null
	md5sum ../patches/*
	git rm -q text && git commit -q -m removed && git ls-files
	git clean -n
	git config --list --local | sort
	git worktree add -q ../wt side && git -C ../wt log -1 --format=%s
	git notes add -m note HEAD && git notes show
	git commit -q --amend -m amended && git log -1 --format='%s %H'
	git checkout nothing
	echo $?
	git nothing
	echo $?
}

t_objects()
{
	repository
	cd r || return
	find .git/objects -type f | sort | sed 's,.*objects/,,' | tr -d / >ids
	cat ids
	while read -r id; do
		echo "$id $(git cat-file -t "$id") $(git cat-file -s "$id") $(git cat-file -p "$id" | md5sum)"
	done <ids
	for f in .git/objects/*/*; do
		echo "$f $(md5sum <"$f")"
	done
	git fsck --full --strict
	echo $?
	git gc -q --prune=now
	find .git -name '*.pack' -o -name '*.idx' -o -name '*.rev' | sort | xargs md5sum
	git verify-pack -v .git/objects/pack/*.idx | tail -n 4
	git count-objects -v | grep -v size
	git fsck
	git repack -q -a -d -f --depth=5 --window=5
	ls .git/objects/pack
	git unpack-objects -q <"$(find .git -name '*.pack')"
	git prune-packed -q
	echo content | git hash-object -w --stdin
	git hash-object ../r/text text blob
	tree=$(printf '100644 blob %s\tfile\n' "$(git hash-object -w text)" | git mktree)
	echo "$tree"
	git commit-tree -m plumbing "$tree"
	git update-index --add --cacheinfo "100755,$(git hash-object -w blob),x"
	git write-tree
	git for-each-ref
	git rev-list --all --objects | sort
	git diff-tree -r -p HEAD | md5sum
	git bundle create -q b --all && git bundle verify b 2>&1 | tail -n 1
	git fast-export --all | md5sum
	git fast-export --all | (git init -q ../imported && cd ../imported && git fast-import --quiet && git rev-parse main)
	git init -q --object-format=sha256 ../s256
	(cd ../s256 && words >w && git add w && git commit -q -m x && git rev-parse HEAD && git fsck)
	printf garbage >.git/objects/zz 2>/dev/null
	id=$(head -n 1 ids)
	f=.git/objects/$(echo "$id" | cut -c1-2)/$(echo "$id" | cut -c3-)
	chmod u+w "$f" && echo corrupt >"$f"
	git fsck 2>&1 | head -n 4
}

t_clone_file()
{
	repository
	git clone -q r local 2>&1
	git clone -q --no-local r copy
	git clone -q "file:///tmp/w/r" url
	git clone -q --bare r bare.git
	git clone -q --depth 1 "file:///tmp/w/r" shallow
	for c in local copy url bare.git shallow; do
		git -C $c rev-parse HEAD
		git -C $c fsck
		git -C $c log --oneline | wc -l
	done
	diff -r local copy -x .git && echo same
	cd url || return
	echo more >>text
	git commit -q -a -m 'from the clone'
	git push -q ../bare.git HEAD:main
	git -C ../bare.git log -1 --format='%H %s' main
	cd ../local || return
	git remote set-url origin ../bare.git
	git fetch -q
	git merge -q --ff-only origin/main
	git log -1 --format=%s
	echo conflict >text && git commit -q -a -m one
	git checkout -q -b other HEAD~1 && echo other >text && git commit -q -a -m two
	git merge main
	echo $?
	cat text
	git merge --abort
	git push -q origin nothing 2>&1
	echo $?
	git push -q origin main~2:refs/heads/main
	echo $?
	printf '#!/bin/sh\necho "hook $1 $(uname -m)"; exit 1\n' >.git/hooks/update
	printf '#!/bin/sh\necho "pre-commit $(uname -m)"; exit 1\n' >.git/hooks/pre-commit
	chmod +x .git/hooks/*
	git commit --allow-empty -m refused
	echo $?
	git submodule add -q /tmp/w/bare.git sub 2>&1 && git submodule status | cut -c1-48
	git ls-remote ../bare.git
	GIT_SSH_COMMAND='sh -c' git ls-remote nothing:there 2>&1 | tail -n 2
	git clone -q nothing 2>&1
	echo $?
}

t_clone_loopback()
{
	repository
	git clone -q --bare r bare.git
	port=$((20000 + $$ % 20000))
	git daemon --listen=127.0.0.1 --port=$port --base-path=/tmp/w --export-all \
	    --enable=receive-pack --reuseaddr /tmp/w >/dev/null 2>&1 &
	d=$!
	n=0
	until git ls-remote git://127.0.0.1:$port/bare.git >refs 2>/dev/null ||
	    [ $((n += 1)) -gt 100 ]; do
		sleep 0.1
	done
	cat refs
	git clone -q git://127.0.0.1:$port/bare.git c
	git -C c rev-parse HEAD
	git -C c fsck
	echo x >>c/text
	commit c 'over the network'
	git -C c push -q
	git -C bare.git log -1 --format='%H %s'
	git -C r fetch -q git://127.0.0.1:$port/bare.git main && git -C r rev-parse FETCH_HEAD
	git archive --remote=git://127.0.0.1:$port/bare.git HEAD 2>/dev/null | wc -c
	git clone -q git://127.0.0.1:$port/nothing.git 2>&1 | sed 's/:[0-9]*/:PORT/'
	kill $d
	wait $d 2>/dev/null
	echo $?
}

t_threads()
{
	repository
	git config --global --unset pack.threads
	git config --global --unset index.threads
	git config --global --unset grep.threads
	git config --global --unset core.preloadIndex
	git config --global pack.threads 3
	git config --global checkout.workers 3
	cd r || return
	for i in $(seq 300); do
		numbers "$i" >"n$i"
	done
	git add -A && git commit -q -m many && git rev-parse HEAD
	git gc -q && git fsck
	git grep --threads 3 -c 12345 | sort | head -n 3
	git clone -q . ../c && git -C ../c status -s
	git -C ../c index-pack --threads=3 ../c/.git/objects/pack/*.pack 2>/dev/null | wc -c
	git status -s
}

run "$1"
